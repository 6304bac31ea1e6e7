// SPDX-License-Identifier: GPL-3.0-or-later
// Heads of several words over rows whose columns have run together: "Region Employed persons Share
// (%)", "Q3 2023 Q4 2023", "구 분 단위 전월대비 증감". There are as many as the figures of a row,
// with one for the labels in front and maybe one for their units.
#include "engine/base/utf8.h"
#include "engine/read/table_token.h"
#include "engine/read/table_unit_word.h"

// What is put together, in this order, until the heads are as many as the columns.
typedef enum joining { JOIN_NOTES, JOIN_TIMES, JOIN_RANGES, JOIN_BASES, JOIN_LEVELS } joining;

static bool is_year(bs_str word)
{
    bool century = bs_str_starts(word, BS_STR("19")) || bs_str_starts(word, BS_STR("20"));
    bool digits =
        word.len == 4 || (word.len == 5 && bs_line__is_in((unsigned char)word.ptr[4], "pPeErRf"));
    for (size_t i = 0; digits && i < 4; i++)
        digits = word.ptr[i] >= '0' && word.ptr[i] <= '9';
    return century && digits;
}

// "Q3", "H1", "Oct", "October", "Oct.": a part of a year that goes with the year beside it.
static bool is_part(bs_str word)
{
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    bool quarter = word.len == 2 && (word.ptr[0] == 'Q' || word.ptr[0] == 'H') &&
                   word.ptr[1] >= '1' && word.ptr[1] <= '4';
    if (quarter) return true;
    for (size_t i = 0; word.len >= 3 && i + 3 <= strlen(months); i += 3) {
        if (bs_str_starts(word, (bs_str){months + i, 3}) && !bs_line__has_digit(word)) return true;
    }
    return false;
}

// "2023-24", "2023/24": of the change in front of it.
static bool is_range(bs_str word)
{
    enum { YEAR_BYTES = 4 };
    return word.len > YEAR_BYTES + 1 && is_year(bs_str_slice(word, 0, YEAR_BYTES)) &&
           (word.ptr[YEAR_BYTES] == '-' || word.ptr[YEAR_BYTES] == '/') &&
           word.ptr[YEAR_BYTES + 1] >= '0' && word.ptr[YEAR_BYTES + 1] <= '9';
}

static bool is_bracket(bs_str word)
{
    return bs_marker__is_parenthesised(word) && !bs_line__is_value(word);
}

// Does a word belong to the one in front of it?
static bool goes_with_front(bs_str front, bs_str word, joining level, bool capitals)
{
    bool small = capitals && word.ptr[0] >= 'a' && word.ptr[0] <= 'z';
    if (is_bracket(word) || small) return !bs_line__is_numeric(front) || bs_line__is_period(front);
    if (level >= JOIN_TIMES &&
        ((is_year(word) && is_part(front)) || (is_part(word) && is_year(front))))
        return true;
    bs_str last = bs_str_behind_last(front, " ");
    if (level >= JOIN_TIMES && is_year(word) && is_part(bs_str_behind_last(last, "-"))) return true;
    // "Change from: Oct. 2024-Nov. 2024"
    if (level >= JOIN_TIMES && bs_str_equal(last, BS_STR("from:"))) return true;
    if (level >= JOIN_TIMES && is_part(last) && word.len > 5 && is_year(bs_str_slice(word, 0, 4)) &&
        is_part(bs_str_slice(word, 5, word.len)))
        return true;
    if (level >= JOIN_RANGES && is_range(word)) return bs_line__has_letter(front);
    return level >= JOIN_BASES && bs_str_ends(front, BS_STR("대비"));
}

// The letters of "구 분", "品 目 名" stand apart, in front of everything else.
static bool is_letter_apart(bs_str front, bs_str word)
{
    bs_rune rune = bs_utf8_decode(word, 0), last = bs_utf8_decode_before(front, front.len);
    bool first = bs_utf8_decode(front, 0).len == front.len || memchr(front.ptr, ' ', front.len);
    return first && rune.len == word.len &&
           (bs_rune_is_han(rune.code) || bs_rune_is_hangul(rune.code)) &&
           (bs_rune_is_han(last.code) || bs_rune_is_hangul(last.code));
}

// How many brackets open in a text and do not close.
static int open_brackets(bs_str text)
{
    int depth = 0;
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        at += rune.len;
        depth += rune.code == '(' || rune.code == 0xFF08;
        depth -= rune.code == ')' || rune.code == 0xFF09;
    }
    return depth;
}

// The words of a line in their order; a bracket with blanks in it is one. 0 for too many.
static size_t take_words(bs_str *words, bs_str text, size_t most)
{
    size_t count = 0, kept = 0;
    bs_str word;
    while (bs_token__last(&text, &word)) {
        if (count == most) return 0;
        words[count++] = word;
    }
    for (size_t i = 0; i < count / 2; i++) {
        word = words[i];
        words[i] = words[count - 1 - i];
        words[count - 1 - i] = word;
    }
    for (size_t i = 0; i < count; i++) {
        bool inside = kept > 0 && open_brackets(words[kept - 1]) > 0;
        if (inside)
            words[kept - 1] = bs_line__join(words[kept - 1], words[i]);
        else
            words[kept++] = words[i];
    }
    return kept;
}

static size_t join_words(bs_str *heads, const bs_str *words, size_t count, joining level)
{
    size_t made = 0;
    bool capitals = false;
    for (size_t i = 0; i < count; i++)
        capitals |= words[i].ptr[0] >= 'A' && words[i].ptr[0] <= 'Z';
    for (size_t i = 0; i < count; i++) {
        bool apart = made == 1 && is_letter_apart(heads[0], words[i]);
        if (made > 0 && (apart || goes_with_front(heads[made - 1], words[i], level, capitals)))
            heads[made - 1] = bs_line__join(heads[made - 1], words[i]);
        else
            heads[made++] = words[i];
    }
    return made;
}

static bool heads_units(bs_str head)
{
    static const bs_str words[] = {
        BS_STR_INIT("单位"), BS_STR_INIT("單位"),  BS_STR_INIT("単位"),    BS_STR_INIT("단위"),
        BS_STR_INIT("Unit"), BS_STR_INIT("Units"), BS_STR_INIT("计量单位")};
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (bs_str_equal(head, words[i])) return true;
    }
    return false;
}

static bool is_time(bs_str head)
{
    return (bs_line__has_digit(head) && bs_line__is_period(head)) ||
           is_part(bs_str_slice(head, 0, bs_str_find(head, BS_STR(" "), 0)));
}

// Is none of the heads a figure, and are they as many as the figures with the labels?
static bool fit(bs_token_heads *out, size_t figures)
{
    bool times = true;
    for (size_t i = 0; i < out->count; i++) {
        bool time = is_time(out->heads[i]);
        bool part = bs_str_has_any(out->heads[i], "月|年|季|期|월|년|분기"); // "1-11月平均"
        if (bs_line__is_numeric(out->heads[i]) && !time && !part) return false;
        times = times && time;
    }
    out->units = out->count == figures + 2 && heads_units(out->heads[1]);
    out->corner = out->units || out->count == figures + 1;
    // A time heads no labels.
    bool led = is_time(out->heads[0]);
    return (out->corner && !led) ||
           (out->count == figures && (times || (led && is_time(out->heads[1]))));
}

bool bs_token__read_heads(bs_token_heads *out, bs_str text, size_t figures)
{
    enum { WORDS_MAX = 3 * BS_TOKEN_FIGURES_MAX };
    bs_str words[WORDS_MAX];
    size_t count =
        figures <= BS_TOKEN_FIGURES_MAX ? take_words(words, bs_str_trim(text), WORDS_MAX) : 0;
    if (count < figures || count < 2) return false;
    for (joining level = JOIN_NOTES; level < JOIN_LEVELS; level++) {
        bs_str heads[WORDS_MAX];
        out->count = join_words(heads, words, count, level);
        if (out->count > figures + 2 || out->count < figures) continue;
        memcpy(out->heads, heads, out->count * sizeof *heads);
        if (fit(out, figures)) return true;
    }
    return false;
}

bs_status bs_token__add_heads(bs_text_reader *reader, bs_grid *grid, const bs_token_heads *heads,
                              uint32_t row)
{
    for (size_t i = 0; i < heads->count; i++) {
        bs_cell cell = {.text = heads->heads[i], .row = row, .col = (uint32_t)(i + !heads->corner)};
        BS_TRY(bs_table__add(reader, grid, cell));
    }
    return BS_OK;
}

// "수출액 백만 달러", "发电量 亿千瓦时": where the unit at the end of a label begins; its length
// where the label is one word.
static size_t unit_of_label(bs_str label)
{
    static const bs_str scales[] = {BS_STR_INIT("천"),   BS_STR_INIT("만"), BS_STR_INIT("십만"),
                                    BS_STR_INIT("백만"), BS_STR_INIT("억"), BS_STR_INIT("십억"),
                                    BS_STR_INIT("조"),   BS_STR_INIT("万"), BS_STR_INIT("亿")};
    const char *blank = label.len > 0 ? memrchr(label.ptr, ' ', label.len) : NULL;
    if (blank == NULL) return label.len;
    bs_str front = bs_str_trim(bs_str_slice(label, 0, (size_t)(blank - label.ptr)));
    const char *before = memrchr(front.ptr, ' ', front.len);
    bs_str word = before == NULL ? (bs_str){0}
                                 : bs_str_tail(front, front.len - (size_t)(before - front.ptr) - 1);
    for (size_t i = 0; i < BS_COUNT(scales); i++) {
        if (bs_str_equal(word, scales[i])) return (size_t)(before - label.ptr) + 1;
    }
    return (size_t)(blank - label.ptr) + 1;
}

bs_status bs_token__add_unit_row(bs_text_reader *reader, bs_grid *grid, const bs_line *line,
                                 uint32_t row, size_t figures)
{
    bs_str tokens[BS_TOKEN_FIGURES_MAX], rest = line->text;
    for (size_t i = figures; i > 0; i--) {
        if (!bs_token__last(&rest, &tokens[i - 1])) return BS_OK;
    }
    rest = bs_str_trim(rest);
    size_t at = unit_of_label(rest);
    bs_cell label = {
        .text = bs_str_trim(bs_str_slice(rest, 0, at)), .row = row, .indent = line->indent};
    bs_cell unit = {.text = bs_str_slice(rest, at, rest.len), .row = row, .col = 1};
    BS_TRY(bs_table__add(reader, grid, label));
    if (unit.text.len > 0) BS_TRY(bs_table__add(reader, grid, unit));
    for (size_t i = 0; i < figures; i++) {
        bs_cell cell = {.text = tokens[i], .row = row, .col = (uint32_t)(i + 2)};
        BS_TRY(bs_table__add(reader, grid, cell));
    }
    return BS_OK;
}
