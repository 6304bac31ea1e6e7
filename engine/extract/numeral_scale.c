// SPDX-License-Identifier: GPL-3.0-or-later
// Where a scale may stand: 천 and 百 without a digit in front, and behind several digits in a row.
#include "engine/core/unit.h"
#include "engine/extract/numeral_internal.h"
#include "engine/extract/words.h"

// 百万人, 千万元: a unit behind makes two bare scales a number in Chinese, unless the word in front
// says that they are vague (上百万人), or they are what figures are in (单位：新台币百万元).
static bool counts_things(const bs__parser *p, size_t start, size_t end)
{
    static const char vague[] = "上|成|以";
    static const char money[] = "新台币|台币|人民币|港币|美元|日元|欧元";
    static const char unit[] = "单位：|单位:|单位|单位 ";
    size_t taken;
    bs_str front = bs_str_slice(p->text, 0, start);
    bs_str rest = bs_str_slice(p->text, end, p->text.len);
    if (bs_list_ends(front, vague)) return false;
    front.len -= bs_str_longest_end(front, money).len;
    if (bs_list_ends(front, unit)) return false;
    if (bs_str_starts(rest, BS_STR("分"))) return false;
    return bs_unit_match_side(rest, p->lang, BS_UNIT_BEHIND, &taken) != NULL;
}

// 万分之三, 百万分之一: scales alone as a denominator.
static bool before_parts(const bs__parser *p, const bs__token *t)
{
    bs__token next;
    if (!bs__token_peek(&next, p, t)) return false;
    if (next.kind == BS_WORD_LARGE) {
        bs__parser behind = *p;
        behind.tokens++;
        bs__token more;
        if (!bs__token_peek(&more, &behind, &next)) return false;
        return more.kind == BS_WORD_PARTS;
    }
    return next.kind == BS_WORD_PARTS;
}

// 近百家, 约千人.
static bool behind_about(const bs__parser *p, size_t start)
{
    static const char words[] = "近|约|逾|超|超过";
    return bs_list_ends(bs_str_slice(p->text, 0, start), words);
}

// May a scale stand without a digit in front? 천 and 百 as 1000 and 100 in Korean and Japanese; in
// Chinese only 十, or before 分之, before a larger scale and a unit, or as the whole text.
bool bs__bare_scale_stands(const bs__parser *p, const bs__token *t)
{
    if (p->flags & BS_NUMERAL_VAGUE) return true;
    if (t->flags & BS_WORD_LATIN) return false;
    if (before_parts(p, t)) return true;
    if (t->kind == BS_WORD_LARGE && (p->lang != BS_LANG_KO || t->value != 4)) return false;
    if (p->lang != BS_LANG_ZH || t->value == 1) return true;
    bs__token next;
    bool more = bs__token_peek(&next, p, t);
    if (more && next.kind == BS_WORD_LARGE && counts_things(p, t->start, next.end)) return true;
    if (!more && behind_about(p, t->start) && counts_things(p, t->start, t->end)) return true;
    if (bs_str_ends(bs_str_slice(p->text, 0, t->start), BS_STR("分之"))) return true;
    return p->tokens == 0 && t->start == 0 && p->text.len <= t->end + 3 && p->text.len > t->end;
}

// 二三十 is "twenty or thirty": no number. 一五〇 before 万 is one.
bool bs__serial_scales(const bs__parser *p, const bs__token *t)
{
    if (p->serial < 2) return true;
    return t->kind == BS_WORD_LARGE && (p->serial >= 3 || p->pending.coefficient % 10 == 0);
}

static bool is_digit_word(const bs__token *t)
{
    return (t->kind == BS_WORD_DIGIT || t->kind == BS_WORD_ZERO) && (t->flags & BS_WORD_HAN) != 0;
}

// "一兆一一二三億": the digits of a lower section, which `t` goes on, up to its scale.
bool bs__runs_to_scale(const bs__parser *p, const bs__token *t)
{
    enum { SECTION_DIGITS_MIN = 3 };
    if (!p->has_total || p->has_section || p->lang == BS_LANG_KO) return false;
    bs__parser next = *p;
    bs__token digit = *t, follower;
    unsigned count = p->serial + 1;
    while (bs__token_peek(&follower, &next, &digit) && !follower.gap && is_digit_word(&follower)) {
        digit = follower;
        count++;
    }
    return count >= SECTION_DIGITS_MIN && bs__token_peek(&follower, &next, &digit) &&
           !follower.gap && follower.kind == BS_WORD_LARGE && follower.value < p->large_last;
}

bool bs__is_counted_behind(bs_str text, size_t at)
{
    return bs_list_starts(bs_str_trim(bs_str_slice(text, at, text.len)),
                          "원|명|달러|건|개|톤|위안|엔|유로|가구|세대|대|주|호|㎡|t|kg");
}

bool bs__over_goes_on(const bs__parser *p, const bs__token *t, int limit)
{
    bs__token over, scale;
    if (p->lang != BS_LANG_KO || !bs__token_peek(&over, p, t) || over.kind != BS_WORD_OVER)
        return false;
    return !over.gap && bs__token_peek(&scale, p, &over) && scale.kind == BS_WORD_LARGE &&
           scale.value < limit && (!scale.gap || bs__is_counted_behind(p->text, scale.end));
}
