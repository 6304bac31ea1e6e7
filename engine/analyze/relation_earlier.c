// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_earlier.h"

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"
#include "engine/base/utf8.h"

enum { WORD_BYTES = 40, OWNER_BYTES_MAX = 24 };
enum { TOLD_BYTES = 32, TOLD_FIGURES = 2 }; // behind a number, up to its base

static const bs_figure *figure_at(const bs_view *view, size_t index)
{
    return &view->figures.items[index];
}

static bool is_rate(const bs_figure *figure)
{
    return figure->quantity->role == BS_ROLE_GROWTH &&
           bs_str_equal(figure->quantity->unit, BS_STR("%"));
}

// "전년 대비 늘어난 121억", "rose from a year earlier to 121", "较上年增至121亿": behind words that
// compare or move, the number is the later one.
static bool compares(bs_str text)
{
    static const char words[] =
        "대비|보다|비해|比|より|than|에서|から| to |늘|줄|증가|감소|增|减|減|降|升|至|达|"
        "達|増";
    return bs_str_has_any(text, words);
}

// "8% fewer than in the previous year and far short of 300,000": the comparison is over.
static bool is_over(bs_str text)
{
    return bs_str_find(text, BS_STR(" and "), 0) != SIZE_MAX;
}

// "2031년 본예산(3,412억 원) 대비": an amount whose name has a time of its own right in front.
static bool has_time_in_front(const bs_view *view, size_t index, bs_str front)
{
    if (index == bs_view_sentence(view, index)->first) return false;
    bs_kind kind = figure_at(view, index - 1)->quantity->kind;
    bool percent = bs_str_equal(figure_at(view, index)->quantity->unit, BS_STR("%"));
    return !percent && (kind == BS_KIND_YEAR || kind == BS_KIND_DATE) &&
           bs_str_equal(front, bs_str_trim(bs_view_between(view, index - 1, index)));
}

// "2.54%로 EU(2.2%)보다 높았으며", "日本（3.1%）より": a rate in brackets of something that has a
// name, and no time in front of it.
static bool is_of_another(const bs_view *view, size_t index)
{
    static const char times[] = "년|월|분기|반기|年|月|期|季|当初|당초";
    bs_str front = bs_str_trim(bs_view_front(view, index, WORD_BYTES));
    bs_rune open = bs_utf8_decode_before(front, front.len);
    bool percent = bs_str_equal(figure_at(view, index)->quantity->unit, BS_STR("%"));
    if (!percent || (open.code != '(' && open.code != 0xFF08)) return false;
    bs_str name = bs_str_trim(bs_str_slice(front, 0, front.len - open.len));
    size_t len;
    return name.len > 0 && bs_cue_find(BS_CUE_EARLIER, name, 0, &len) == SIZE_MAX &&
           !bs_str_has_any(name, times);
}

// The text behind the last word of comparison in a Chinese text; empty where there is none.
static bs_str behind_comparison(bs_str text)
{
    static const bs_str words[] = {BS_STR_INIT("比"), BS_STR_INIT("较"), BS_STR_INIT("較")};
    for (size_t at = text.len; at-- > 0;) {
        for (size_t i = 0; i < BS_COUNT(words); i++) {
            if (!bs_str_starts(bs_str_slice(text, at, text.len), words[i])) continue;
            bs_str front = bs_str_slice(text, 0, at);
            bs_str rest = bs_str_slice(text, at + words[i].len, text.len);
            bool inside = bs_any_ends(front, (const char *const[]){"同", "环", "環", "占", "对",
                                                                   "對", "百", "之", NULL}) ||
                          bs_any_starts(rest, (const char *const[]){"例", "重", "率", "值", NULL});
            return inside ? (bs_str){0} : rest;
        }
    }
    return (bs_str){0};
}

// "比2031年预算（3412亿元）增加423亿元", "较预算数（2811亿元）": what it is held against, in
// brackets behind its name.
static bool is_held_against(const bs_view *view, size_t index)
{
    static const char moves[] = "增|减|減|升|降|涨|跌|，|、|；";
    bs_str front = bs_str_trim(bs_view_front(view, index, WORD_BYTES));
    bs_rune open = bs_utf8_decode_before(front, front.len);
    if (open.code != '(' && open.code != 0xFF08) return false;
    if (has_time_in_front(view, index, front)) {
        static const char *const words[] = {"比", "较", "較", NULL};
        return bs_any_ends(bs_str_trim(bs_view_front(view, index - 1, WORD_BYTES)), words);
    }
    static const char *const bases[] = {"同比",   "环比",   "環比",   "前年比", "前月比", "前期比",
                                        "同月比", "同期比", "年度比", "前週比", "대비",   NULL};
    front = bs_str_trim(bs_str_slice(front, 0, front.len - open.len));
    if (bs_any_ends(front, bases)) return true;
    bs_str name = behind_comparison(front);
    return name.len > 0 && !bs_str_has_any(name, moves);
}

// The words in front of an amount, over a time that it is of: "由" of "由2030年的520万吨".
static bs_str front_over_time(const bs_view *view, size_t index)
{
    bs_str front = bs_view_front(view, index, WORD_BYTES);
    if (index == bs_view_sentence(view, index)->first) return front;
    bs_kind kind = figure_at(view, index - 1)->quantity->kind;
    bs_str between = bs_str_trim(bs_view_between(view, index - 1, index));
    bool of_time = (kind == BS_KIND_YEAR || kind == BS_KIND_DATE) &&
                   (between.len == 0 || bs_str_equal(between, BS_STR("的")));
    return of_time ? bs_view_front(view, index - 1, WORD_BYTES) : front;
}

// "115 tonnes more than the 1,305 of 2031", "7.3% below the 520 of a year ago": behind a change and
// its word.
static bool is_exceeded(const bs_view *view, size_t index)
{
    static const char *const words[] = {
        "more than",      "more than the",   "less than",      "less than the", "fewer than",
        "fewer than the", "higher than the", "lower than the", "above the",     "below the",
        "up on the",      "down on the",     "more than its",  "less than its", NULL};
    if (index == bs_view_sentence(view, index)->first) return false;
    bs_role before = figure_at(view, index - 1)->quantity->role;
    bs_str between = bs_str_trim(bs_view_between(view, index - 1, index));
    if (bs_str_ends(between, BS_STR("$")))
        between = bs_str_trim(bs_str_slice(between, 0, between.len - 1));
    return (before == BS_ROLE_CHANGE || before == BS_ROLE_GROWTH) && bs_any_is(between, words);
}

// "占比80%", "同比5%": 比 is the end of a word.
static bool ends_in_ratio(bs_str front)
{
    static const char *const words[] = {"占比", "佔比", "同比", "环比", "環比", "对比",
                                        "對比", "之比", "分比", "年比", "月比", "期比",
                                        "度比", "回比", "週比", "日比", NULL};
    return bs_any_ends(front, words);
}

// "1분기 比 24조원", "전년 比 24조원": in Korean 比 stands behind what it compares with.
static bool is_behind_korean_base(const bs_view *view, size_t index, bs_str front)
{
    front = bs_str_trim(front);
    if (!bs_str_ends(front, BS_STR("比"))) return false;
    bs_str base = bs_str_trim(bs_str_slice(front, 0, front.len - strlen("比")));
    bool figure = base.len == 0 && index > bs_view_sentence(view, index)->first;
    if (figure) base = bs_str_trim(figure_at(view, index - 1)->quantity->text);
    return bs_rune_is_hangul(bs_utf8_decode_before(base, base.len).code);
}

// "from 18.5% to 19.3%", "18.5%에서 19.3%로", "compared with $76 million".
static bool is_start_point(const bs_view *view, size_t index)
{
    static const char *const front[] = {"from",        "compared with",
                                        "compared to", "against",
                                        "versus",      "from $",
                                        "with $",      "against $",
                                        "由",          "从",
                                        "從",          "比",
                                        "较",          "較",
                                        NULL};
    static const char *const after[] = {
        "에서",    "から",    "보다",   "대비",   "에 비해", "에 비하", "에 비하", "와 비교",
        "과 비교", "에 견줘", "と比べ", "に比べ", "に対し",  "と比較",  "相比",    NULL};
    bs_str words = bs_str_trim(bs_view_behind(view, index, WORD_BYTES));
    bs_rune close = bs_utf8_decode(words, 0);
    bool bracketed = close.code == ')' || close.code == 0xFF09;
    if (bracketed && is_held_against(view, index)) return true;
    if (bracketed && is_of_another(view, index)) return false;
    if (bracketed) words = bs_str_trim(bs_str_slice(words, close.len, words.len));
    bs_str before = front_over_time(view, index);
    // "比原有的96家增长33.3%"
    bs_str name = behind_comparison(before);
    bool owned = name.len > strlen("的") && name.len <= OWNER_BYTES_MAX &&
                 bs_str_ends(name, BS_STR("的")) && !bs_str_has_any(name, "，|、|；|,");
    if (owned) return true;
    bool behind = bs_any_ends(before, front) && !ends_in_ratio(before) &&
                  !is_behind_korean_base(view, index, before);
    return behind || bs_any_starts(words, after) || bs_earlier_is_of_compared_time(view, index) ||
           is_exceeded(view, index);
}

// "지난해 수출은 6,322억 달러로 전년(6,836억 달러)보다 7.5%": what is told is the year just over,
// and words behind the number name the one before it, or call another number the base.
static bool is_year_told(const bs_view *view, size_t index, bs_str word)
{
    static const char *const last_year[] = {"지난해", "작년", "去年", "昨年", NULL};
    static const char before[] = "전년|上年|前年";
    if (!bs_any_is(word, last_year)) return false;
    const bs_sentence *sentence = bs_view_sentence(view, index);
    bs_str own = figure_at(view, index)->quantity->text;
    size_t at = (size_t)(own.ptr + own.len - sentence->text.ptr);
    if (bs_str_has_any(bs_str_slice(sentence->text, at, at + TOLD_BYTES), before)) return true;
    size_t end = sentence->first + sentence->count;
    for (size_t i = index + 1; i < end && i <= index + TOLD_FIGURES; i++) {
        if (bs_figure_is_level(figure_at(view, i)) &&
            bs_figure_same_unit(figure_at(view, i), figure_at(view, index)))
            return is_start_point(view, i);
    }
    return false;
}

// "完成年初预算600万元的40%", "当初予算": the plan that was made then, and no level of that time.
static bool is_plan(bs_str behind_time)
{
    static const char *const plans[] = {"预算", "預算", "计划", "計劃", "目标", "目標", "任务",
                                        "任務", "予算", "計画", "예산", "계획", "목표", NULL};
    return bs_any_starts(bs_str_trim(behind_time), plans);
}

static bool is_called_earlier(const bs_view *view, size_t index)
{
    bs_str front = bs_view_front(view, index, WORD_BYTES);
    size_t len;
    size_t at = bs_cue_find(BS_CUE_EARLIER, front, 0, &len);
    bs_str word = at == SIZE_MAX ? (bs_str){0} : bs_str_slice(front, at, at + len);
    bs_str rest = at == SIZE_MAX ? (bs_str){0} : bs_str_slice(front, at + len, front.len);
    if (at != SIZE_MAX && is_plan(rest)) return false;
    if (at != SIZE_MAX && !compares(rest) && !is_over(rest))
        return !is_year_told(view, index, word);
    bs_str after = bs_view_behind(view, index, WORD_BYTES);
    at = bs_cue_find(BS_CUE_EARLIER, after, 0, &len);
    // "$76 million in the prior-year quarter": only words that follow at once speak of it.
    return at != SIZE_MAX && bs_rune_is_latin(bs_utf8_decode(after, at).code) &&
           bs_str_find(bs_str_slice(after, 0, at), BS_STR(","), 0) == SIZE_MAX;
}

size_t bs_earlier_aside_of(const bs_view *view, size_t index)
{
    const bs_sentence *sentence = bs_view_sentence(view, index);
    if (sentence == NULL || index == sentence->first) return BS_NO_FIGURE;
    size_t first = sentence->first, beside = index - 1;
    bs_kind kind = figure_at(view, beside)->quantity->kind;
    bool inside = kind == BS_KIND_YEAR || kind == BS_KIND_DATE; // the time is a figure itself
    if (inside && beside == first) return BS_NO_FIGURE;
    if (inside) beside--;
    size_t level = beside;
    if (is_rate(figure_at(view, beside)) && !is_rate(figure_at(view, index)) && beside > first)
        level--;
    bs_rune open = bs_utf8_decode(bs_str_trim(bs_view_between(view, beside, index)), 0);
    if ((open.code != '(' && open.code != 0xFF08) ||
        !bs_figure_same_unit(figure_at(view, level), figure_at(view, index)))
        return BS_NO_FIGURE;
    bs_period own = figure_at(view, index)->quantity->period;
    bs_period later = figure_at(view, level)->quantity->period;
    if (bs_period_is_none(own) || figure_at(view, index)->quantity->period_inferred)
        return BS_NO_FIGURE;
    // The time in parentheses may have been taken for that of the level in front, too.
    bool earlier = bs_period_is_none(later) || bs_period_year_of(own) < bs_period_year_of(later) ||
                   (inside && bs_period_equal(own, later));
    return earlier ? level : BS_NO_FIGURE;
}

bool bs_earlier_is_of_compared_time(const bs_view *view, size_t index)
{
    static const char *const words[] = {"比",   "较",     "較",     "较于",   "較於",
                                        "相比", "相比于", "相比於", "相对于", NULL};
    static const char *const links[] = {"",       "的",   "同期",   "同期的", "同月", "同月的",
                                        "同季",   "全年", "全年的", "底",     "末",   "年底",
                                        "年底的", "年末", "年末的", "底的",   "末的", NULL};
    const bs_sentence *sentence = bs_view_sentence(view, index);
    if (sentence == NULL || index == sentence->first) return false;
    bs_kind kind = figure_at(view, index - 1)->quantity->kind;
    return (kind == BS_KIND_YEAR || kind == BS_KIND_DATE) &&
           bs_any_is(bs_str_trim(bs_view_between(view, index - 1, index)), links) &&
           bs_any_ends(bs_view_front(view, index - 1, WORD_BYTES), words) &&
           !bs_str_starts(bs_view_behind(view, index, WORD_BYTES), BS_STR("的"));
}

bool bs_earlier_is_base(const bs_view *view, size_t level)
{
    return bs_view_sentence(view, level) != NULL && is_start_point(view, level);
}

bool bs_earlier_is(const bs_view *view, size_t level)
{
    return bs_view_sentence(view, level) != NULL &&
           (is_called_earlier(view, level) || is_start_point(view, level) ||
            bs_earlier_aside_of(view, level) != BS_NO_FIGURE);
}

bool bs_earlier_is_of_other_basis(const bs_view *view, size_t earlier, size_t change)
{
    enum { NEAR_BYTES = 24 };
    // 前期 and 전기 may be the business year before.
    static const char periods[] = "上月|上季|上周|上週|前月|前週|전월|전분기|전주|"
                                  "last month|previous month|last quarter|previous quarter";
    static const char years[] =
        "上年|去年|前年|昨年|전년|작년|지난해|last year|year ago|year earlier";
    bs_str front = bs_view_front(view, earlier, NEAR_BYTES);
    bs_str behind = bs_view_behind(view, earlier, NEAR_BYTES);
    front = bs_str_behind_last(front, "，|；|。");
    size_t comma = bs_str_find(behind, BS_STR("，"), 0);
    if (comma != SIZE_MAX) behind = bs_str_slice(behind, 0, comma);
    bool period = bs_str_has_any(front, periods) || bs_str_has_any(behind, periods);
    bool year = bs_str_has_any(front, years) || bs_str_has_any(behind, years);
    bs_basis basis = view->figures.items[change].quantity->basis;
    return (basis == BS_BASIS_YEAR && period && !year) ||
           (basis == BS_BASIS_PERIOD && year && !period);
}
