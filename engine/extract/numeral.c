// SPDX-License-Identifier: GPL-3.0-or-later
// A numeral with its sign, fraction and power of ten.
#include "engine/extract/numeral.h"

#include "engine/base/utf8.h"
#include "engine/extract/numeral_internal.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/words.h"

static const bs_str minus_signs[] = {
    BS_STR_INIT("-"),      BS_STR_INIT("−"), BS_STR_INIT("－"), BS_STR_INIT("‐"),
    BS_STR_INIT("–"),      BS_STR_INIT("△"), BS_STR_INIT("▲"),  BS_STR_INIT("ー"),
    BS_STR_INIT("\u2011"), BS_STR_INIT("—"), BS_STR_INIT("―"),
};

// Bytes of the sign that `text` begins with; 0 when it begins with none.
static size_t sign_length(bs_str text, bool *negative)
{
    unsigned char byte = text.len > 0 ? (unsigned char)text.ptr[0] : 0;
    bool sign = byte == '-' || byte == '+' || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
    for (size_t i = 0; sign && i < BS_COUNT(minus_signs); i++) {
        if (!bs_str_starts(text, minus_signs[i])) continue;
        *negative = true;
        return minus_signs[i].len;
    }
    if (byte == '+') return 1;
    return bs_str_starts(text, BS_STR("＋")) ? 3 : 0;
}

// Byte behind the sign at `at`; `at` itself when there is none. *may_begin says whether a numeral
// without sign can begin there at all: most words that are tried cannot.
static size_t sign_skip(bs_str text, size_t at, bs_lang lang, bool *negative, bool *may_begin)
{
    size_t taken;
    *negative = false;
    *may_begin = at < text.len;
    if (at >= text.len || bs_digit_at(text, at, &taken) >= 0) return at;
    bs_str rest = bs_str_slice(text, at, text.len);
    size_t sign = sign_length(rest, negative);
    if (sign > 0) return at + sign;
    const bs__word *word = bs__word_at(text, at, lang, &taken);
    unsigned char byte = (unsigned char)text.ptr[at];
    bool wide_letter = byte >= 0xE4 && byte <= 0xED;
    *may_begin = !wide_letter || word != NULL;
    // "plus or minus 3 points" is a width.
    bs_str before = bs_str_slice(text, 0, at);
    bool either = bs_str_ends(before, BS_STR("plus or ")) || bs_str_ends(before, BS_STR("正"));
    *negative = word != NULL && word->kind == BS_WORD_MINUS && !either;
    bool plus = word != NULL && word->kind == BS_WORD_PLUS;
    return *negative || plus ? at + taken : at;
}

// "만45세 이하", "만62~68세": 만 says that the years are full ones, and is no ten thousand.
static bool is_full_age(bs_str text, size_t at)
{
    enum { DIGITS_MAX = 3 };
    static const bs_str full = BS_STR_INIT("만");
    bs_str rest = bs_str_slice(text, at, text.len);
    if (!bs_str_starts(rest, full)) return false;
    size_t end = bs__digits_end(rest, full.len);
    if (end == full.len || end - full.len > DIGITS_MAX) return false;
    bs_str behind = bs_str_slice(rest, end, rest.len);
    if (bs_list_starts(behind, "~|∼|～|-|–|·|,")) {
        size_t next = end + bs_utf8_decode(behind, 0).len;
        behind = bs_str_slice(rest, bs__digits_end(rest, next), rest.len);
    }
    return bs_list_starts(behind, "세|살") && !bs_list_starts(behind, "세대");
}

bool bs_numeral_read(bs_numeral *out, bs_str text, size_t at, bs_lang lang)
{
    bool negative, may_begin;
    *out = (bs_numeral){0};
    if (lang == BS_LANG_KO && is_full_age(text, at)) return false;
    size_t behind = sign_skip(text, at, lang, &negative, &may_begin);
    size_t body = behind > at ? bs_gap_skip(text, behind) : at;
    if (behind == at && !may_begin) return bs__numeral_half(out, text, at, lang);
    bool lone = behind == at && (bs__numeral_article(out, text, at, lang) ||
                                 bs__numeral_a_part(out, text, at, lang));
    if (lone || (behind == at && bs__numeral_glyph(out, text, at))) return true;
    if (!bs__numeral_plain(out, text, body, lang)) return false;
    // "マイナスに転じ", "プラスに転じ": a particle; プラスマイナスゼロ is a number.
    bool particle = lang == BS_LANG_JA && behind > at && out->tokens == 1 &&
                    (out->flags & BS_NUMERAL_KANA) != 0 &&
                    !bs_str_starts(bs_str_slice(text, at, text.len), BS_STR("プラスマイナスゼロ"));
    if (particle) return false;
    bool beyond = false;
    if (!bs__numeral_power(out, text, &beyond)) bs__numeral_parts(out, text, lang);
    out->start = at;
    out->body = body;
    if (beyond) return false;
    if (behind == at) return true;
    out->flags |= BS_NUMERAL_SIGNED;
    if (negative) {
        out->value = bs_decimal_negate(out->value);
        out->face = bs_decimal_negate(out->face);
    }
    return true;
}
