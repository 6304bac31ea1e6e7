// SPDX-License-Identifier: GPL-3.0-or-later
// A numeral with its sign, fraction and power of ten.
#include "engine/extract/numeral.h"

#include "engine/extract/numeral_internal.h"

static const bs_str minus_signs[] = {
    BS_STR_INIT("-"), BS_STR_INIT("−"), BS_STR_INIT("－"), BS_STR_INIT("‐"),      BS_STR_INIT("–"),
    BS_STR_INIT("△"), BS_STR_INIT("▲"), BS_STR_INIT("ー"), BS_STR_INIT("\u2011"),
};

// Byte behind the sign at `at`; `at` itself when there is none.
static size_t sign_skip(bs_str text, size_t at, bs_lang lang, bool *negative)
{
    size_t len;
    *negative = false;
    if (bs_digit_at(text, at, &len) >= 0) return at;
    bs_str rest = bs_str_slice(text, at, text.len);
    *negative = true;
    for (size_t i = 0; i < BS_COUNT(minus_signs); i++) {
        if (bs_str_starts(rest, minus_signs[i])) return at + minus_signs[i].len;
    }
    size_t taken;
    const bs__word *word = bs__word_at(text, at, lang, &taken);
    if (word != NULL && word->kind == BS_WORD_MINUS) return at + taken;
    *negative = false;
    if (rest.len > 0 && rest.ptr[0] == '+') return at + 1;
    return bs_str_starts(rest, BS_STR("＋")) ? at + 3 : at;
}

bool bs_numeral_read(bs_numeral *out, bs_str text, size_t at, bs_lang lang)
{
    bool negative;
    *out = (bs_numeral){0};
    size_t behind = sign_skip(text, at, lang, &negative);
    size_t body = behind > at ? bs_gap_skip(text, behind) : at;
    bool lone = behind == at && (bs__numeral_article(out, text, at, lang) ||
                                 bs__numeral_a_part(out, text, at, lang));
    if (lone || (behind == at && bs__numeral_glyph(out, text, at))) return true;
    if (!bs__numeral_plain(out, text, body, lang)) return false;
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
