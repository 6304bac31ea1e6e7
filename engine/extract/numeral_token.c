// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens of numerals: groups of digits and words.
#include "engine/core/prefix.h"
#include "engine/core/unit.h"
#include "engine/extract/numeral_internal.h"
#include "engine/extract/words.h"

const bs__word *bs__word_find(bs_str text, size_t at, bs_lang lang, size_t *taken)
{
    bs_str rest = bs_str_slice(text, at, text.len);
    unsigned gaps = lang == BS_LANG_ZH || lang == BS_LANG_JA ? BS_PREFIX_GAPS : 0;
    bs_prefix walk = bs_prefix_begin(&bs__numeral_lexicon, rest, BS_PREFIX_FOLD | gaps);
    const bs__word *best = NULL;
    size_t first;
    size_t count;
    while (bs_prefix_next(&walk, &first, &count)) {
        for (const bs__word *row = &bs__numeral_words[first]; count > 0; row++, count--) {
            if (!bs_lang_in(lang, row->langs)) continue;
            if ((row->flags & BS_WORD_UPPER) && rest.ptr[0] >= 'a') continue;
            best = row;
            *taken = walk.taken;
            break;
        }
    }
    return best;
}

bool bs__ascii_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// A Latin word ends where no letter or digit follows, or where a money code does: 48.5 MGBP.
static bool ends_word(const bs__parser *p, size_t end, unsigned flags)
{
    if (end >= p->text.len || !bs__ascii_word(p->text.ptr[end])) return true;
    if ((flags & BS_WORD_LETTER) == 0) return false;
    size_t taken;
    bs_str rest = bs_str_slice(p->text, end, p->text.len);
    const bs_unit_form *form = bs_unit_match_side(rest, p->lang, BS_UNIT_BEHIND, &taken);
    return form != NULL && taken == 3 &&
           bs_unit_dimension(bs_str_from(form->code)) == BS_DIM_MONEY &&
           (end + 3 >= p->text.len || !bs__ascii_word(p->text.ptr[end + 3]));
}

// "£1,912.4 million2 in 2026": a raised number of a note that has lost its height.
static bool ends_in_note(const bs__parser *p, size_t at, size_t end)
{
    static const char scales[] = "million|billion|trillion";
    char behind = end + 1 < p->text.len ? p->text.ptr[end + 1] : ' ';
    bool digit = end < p->text.len && p->text.ptr[end] >= '1' && p->text.ptr[end] <= '9';
    bool alone = behind == ' ' || behind == '\n' || behind == ')' || behind == ';' ||
                 behind == '.' || behind == ',';
    return digit && alone && bs_list_is(bs_str_slice(p->text, at, end), scales);
}

// 千卡 and 兆瓦 are units, not scales: the longer match wins.
static bool unit_is_longer(const bs__parser *p, size_t at, size_t word_len)
{
    size_t taken;
    bs_str rest = bs_str_slice(p->text, at, p->text.len);
    const bs_unit_form *form = bs_unit_match_side(rest, p->lang, BS_UNIT_BEHIND, &taken);
    return form != NULL && taken > word_len;
}

static size_t skip_to_token(const bs__parser *p)
{
    if (p->tokens == 0) return p->at;
    size_t at = bs_gap_skip(p->text, p->at);
    bool hyphen = p->lang == BS_LANG_EN && at == p->at && at + 1 < p->text.len &&
                  p->text.ptr[at] == '-' && (p->text.ptr[at + 1] | 0x20) >= 'a';
    return hyphen ? at + 1 : at;
}

bool bs__token_read(bs__token *out, const bs__parser *p)
{
    size_t at = skip_to_token(p);
    *out = (bs__token){.start = at, .gap = at > p->at};
    if (at >= p->text.len) return false;
    if (bs__digits_read(&out->digits, p->text, at, p->lang)) {
        if (p->tokens > 0 && p->text.ptr[at] == '.') return false;
        out->kind = BS_WORD_DIGITS;
        out->end = out->digits.end;
        return true;
    }
    size_t taken;
    const bs__word *word = bs__word_at(p->text, at, p->lang, &taken);
    if (word == NULL) return false;
    out->kind = (bs__word_kind)word->kind;
    out->value = word->value;
    out->flags = word->flags;
    out->end = at + taken;
    bool hyphen = at > 0 && p->text.ptr[at - 1] == '-' && out->gap;
    if (hyphen && (word->flags & BS_WORD_LETTER)) return false;
    if ((unsigned char)word->text.ptr[0] < 0x80)
        return ends_word(p, out->end, word->flags) || ends_in_note(p, at, out->end);
    bool scale = out->kind == BS_WORD_SMALL || out->kind == BS_WORD_LARGE;
    return !scale || p->tokens == 0 || !unit_is_longer(p, at, taken);
}

// What follows `taken` if it were taken.
bool bs__token_peek(bs__token *out, const bs__parser *p, const bs__token *taken)
{
    bs__parser next = *p;
    next.at = taken->end;
    next.tokens++;
    return bs__token_read(out, &next);
}
