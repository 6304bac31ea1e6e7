// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens of numerals: groups of digits and words.
#include <string.h>

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

// "코로나19 백신", "3 만족도 조사": a word that begins as a scale does, which a blank parts from
// the digits in front of it.
static bool is_korean_word(const bs__parser *p, size_t at)
{
    static const char words[] =
        "백신|백화|백서|백혈|백령|백두|백미|백내|천안|천연|천문|천막|천주|천식|천장|만족|만성|만료|"
        "만두|만화|만기|만들|만나|만큼|만경|만학|억제|억류|억양|조합|조사|조치|조직|조선|조정|조성|"
        "조례|"
        "조건|조세|조달|조업|조림|조류|조명|조기|조리|조립|조경|조회|조각|조례|조약|조항|경제|경기|"
        "경영|"
        "경찰|경로|경력|경남|경북|경상|경주|경쟁|경우|경과|경비|경감|경매|경관|경품|경보|경험|경향|"
        "경유";
    return p->lang == BS_LANG_KO && bs_list_starts(bs_str_slice(p->text, at, p->text.len), words);
}

static size_t skip_to_token(const bs__parser *p)
{
    if (p->tokens == 0) return p->at;
    size_t at = bs_gap_skip(p->text, p->at);
    bool hyphen = p->lang == BS_LANG_EN && at == p->at && at + 1 < p->text.len &&
                  p->text.ptr[at] == '-' && (p->text.ptr[at + 1] | 0x20) >= 'a';
    return hyphen ? at + 1 : at;
}

// "HRB400 20MM", "80MM丝杆": millimetres in capitals, where no money stands in front.
static bool is_length(const bs__parser *p, size_t at)
{
    static const char money[] = "$|＄|¥|￥|€|£|USD|USD |RMB|RMB |CNY|CNY |HKD|HKD ";
    bool capitals = bs_str_starts(bs_str_slice(p->text, at, p->text.len), BS_STR("MM"));
    if (!capitals || (p->lang != BS_LANG_ZH && p->lang != BS_LANG_JA)) return false;
    while (at > 0 && strchr("0123456789.,", p->text.ptr[at - 1]) != NULL)
        at--;
    return !bs_list_ends(bs_str_slice(p->text, 0, at), money);
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
    if ((word->flags & BS_WORD_UPPER) && is_length(p, at)) return false;
    if ((unsigned char)word->text.ptr[0] < 0x80)
        return ends_word(p, out->end, word->flags) || ends_in_note(p, at, out->end);
    bool scale = out->kind == BS_WORD_SMALL || out->kind == BS_WORD_LARGE;
    if (scale && out->gap && is_korean_word(p, at)) return false;
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
