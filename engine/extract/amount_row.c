// SPDX-License-Identifier: GPL-3.0-or-later
// Signs of figures that stand in a row with single blanks between them.
#include "engine/base/utf8.h"
#include "engine/extract/amount_internal.h"
#include "engine/extract/words.h"

static bs_str last_word(bs_str text)
{
    const char *blank = text.len > 0 ? memrchr(text.ptr, ' ', text.len) : NULL;
    return bs_str_slice(text, blank ? (size_t)(blank - text.ptr) + 1 : 0, text.len);
}

// "-2.5", "1,107.2": is a word a figure with a point?
static bool is_decimal_word(bs_str word)
{
    size_t points = 0;
    for (size_t i = 0; i < word.len; i++) {
        points += word.ptr[i] == '.';
        bool sign = i == 0 && word.ptr[i] == '-';
        bool groups = i > 0 && points == 0 && word.ptr[i] == ',';
        if (!sign && !groups && word.ptr[i] != '.' && !(word.ptr[i] >= '0' && word.ptr[i] <= '9'))
            return false;
    }
    return points == 1;
}

// "170", "-4,293": is a word a whole figure?
static bool is_whole_word(bs_str word, bool may_be_signed)
{
    size_t digits = 0;
    for (size_t i = may_be_signed && word.len > 0 && word.ptr[0] == '-'; i < word.len; i++) {
        digits += word.ptr[i] >= '0' && word.ptr[i] <= '9';
        if (word.ptr[i] != ',' && !(word.ptr[i] >= '0' && word.ptr[i] <= '9')) return false;
    }
    return digits > 0;
}

// "-170 -142 93", "99 55 -23 104": whole figures in a row, of which one in front has a sign, too,
// or two stand in front and one behind.
static bool is_in_whole_row(bs_str front, bs_str here, bs_str next)
{
    bs_str last = last_word(front);
    if (!is_whole_word(here, true) || !is_whole_word(last, true)) return false;
    if (last.ptr[0] == '-') return true;
    front = bs_str_trim(bs_str_slice(front, 0, front.len - last.len));
    return is_whole_word(last_word(front), true) && is_whole_word(next, true);
}

bool bs__sign_in_row(bs_str text, size_t at)
{
    bs_str front = bs_str_trim(bs_str_slice(text, 0, at)), here = bs_str_slice(text, at, text.len);
    size_t cut = bs_str_find(here, BS_STR(" "), 0);
    bs_str next = bs_str_trim(bs_str_slice(here, cut < here.len ? cut : here.len, here.len));
    bs_str after = bs_str_slice(next, 0, bs_str_find(next, BS_STR(" "), 0));
    if (is_in_whole_row(front, bs_str_slice(here, 0, cut), after)) return true;
    bs_str own = bs_str_slice(here, 0, cut);
    if (bs_str_ends(own, BS_STR("%"))) own.len--; // "3.31 2.87 -13.3%"
    if (!is_decimal_word(own) || !is_decimal_word(last_word(front))) return false;
    front = bs_str_trim(bs_str_slice(front, 0, front.len - last_word(front).len));
    return is_decimal_word(bs_str_slice(next, 0, bs_str_find(next, BS_STR(" "), 0))) ||
           is_decimal_word(last_word(front));
}

bool bs__signed_again(bs_str text, uint32_t mark, size_t end)
{
    enum { RATE_BYTES = 16 };
    bs_str aside = bs_str_slice(text, bs_gap_skip(text, end), text.len);
    if (!bs_list_starts(aside, "(|（")) return false;
    size_t at = bs_utf8_decode(aside, 0).len;
    bs_rune again = bs_utf8_decode(aside, at);
    bs_str rate = bs_str_slice(aside, at + again.len, at + again.len + RATE_BYTES);
    size_t digits = 0;
    while (digits < rate.len && (bs_is_digit(rate.ptr[digits]) || rate.ptr[digits] == '.'))
        digits++;
    bs_str behind = bs_str_slice(rate, digits, rate.len);
    return again.code == mark && digits > 0 && bs_list_starts(behind, "%)|%）|％)|％）");
}

bool bs__minus_behind_larger(bs_str text, size_t back, bs_decimal rate)
{
    enum { DIGITS_MAX = 15 };
    bs_str word = last_word(bs_str_slice(text, 0, back));
    bs_decimal value = {0, 0};
    size_t at = 0;
    for (; at < word.len && at < DIGITS_MAX && word.ptr[at] != '.'; at++) {
        if (word.ptr[at] == ',') continue;
        if (word.ptr[at] < '0' || word.ptr[at] > '9') return false;
        value.coefficient = value.coefficient * 10 + (word.ptr[at] - '0');
    }
    return at > 0 && bs_decimal_compare(value, bs_decimal_negate(rate)) > 0;
}

bool bs__minus_of_cells(const bs__scan *scan, size_t back, const bs_numeral *number)
{
    bs_str text = scan->text, own = bs_str_slice(text, number->start, number->end);
    if (scan->lang != BS_LANG_KO || memchr(own.ptr, ',', own.len) == NULL) return false;
    if (bs__ends_at(text, back, BS_STR(")"))) return bs__hangul_before(text, back - 1);
    bs_str front = bs_str_slice(text, 0, back), word = bs_str_behind_last(front, " ");
    size_t digits = 0;
    for (size_t i = word.len > 0 && word.ptr[0] == '-'; i < word.len; i++, digits++) {
        bool figure = (word.ptr[i] >= '0' && word.ptr[i] <= '9') || word.ptr[i] == ',';
        if (!figure) return false;
    }
    return digits > 0 && memchr(word.ptr, ',', word.len) != NULL;
}
