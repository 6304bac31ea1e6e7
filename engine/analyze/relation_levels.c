// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_levels.h"

#include <math.h>

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_levels_internal.h"
#include "engine/analyze/relation_plan.h"
#include "engine/analyze/relation_prose.h"
#include "engine/analyze/relation_years.h"
#include "engine/base/utf8.h"
#include "engine/core/out_of.h"

enum { WORD_BYTES = 40 };

static bool has_unit(const bs_figure *figure, const char *unit)
{
    return bs_str_equal(figure->quantity->unit, bs_str_from(unit));
}

static bool is_percent(const bs_figure *figure)
{
    return figure->quantity->unit.len > 0 && figure->quantity->unit.ptr[0] == '%';
}

// "지난해 봄에 늘어난 9,537명에 비해 적게 늘었다": by how much something moved in a time.
static bool is_own_move(const bs_levels__finder *f, size_t index)
{
    static const char *const moved[] = {"에 늘어난",   "에 증가한",   "에 줄어든",   "에 감소한",
                                        "동안 늘어난", "동안 증가한", "동안 줄어든", "동안 감소한",
                                        "に増えた",    "に増加した",  "に減った",    "に減少した",
                                        "间增加的",    "间减少的",    "期间增加的",  NULL};
    return bs_any_ends(bs_view_front(f->view, index, WORD_BYTES), moved);
}

// "66 of the 120 schools", "120곳 중 66곳": a whole, and what moves is its part.
static bool is_out_of(const bs_levels__finder *f, size_t index)
{
    size_t end = f->sentence->first + f->sentence->count;
    bool inside = index >= f->sentence->first && index < end;
    if (inside && index > f->sentence->first &&
        bs_out_of_turns(bs_view_between(f->view, index - 1, index)))
        return true;
    return inside && index + 1 < end && bs_figure_is_level(bs_levels__figure(f, index + 1)) &&
           bs_out_of_joins(bs_view_between(f->view, index, index + 1));
}

// Whether the rate may be one of this figure: percentage points of a rate or share, percent and
// amounts of a level.
bool bs_levels__may_be_level(const bs_levels__finder *f, size_t index)
{
    const bs_figure *figure = bs_levels__figure(f, index);
    const bs_figure *rate = bs_levels__figure(f, f->rate);
    if (index == f->rate || !figure->quantity->valued) return false;
    if (has_unit(rate, "%p")) {
        bs_role role = figure->quantity->role;
        // "종전 20%에서 30%로 10%포인트 상향", with no other base.
        bool former = role == BS_ROLE_FORMER && rate->quantity->basis == BS_BASIS_NONE;
        return has_unit(figure, "%") && figure->quantity->kind == BS_KIND_PERCENT &&
               (role == BS_ROLE_LEVEL || role == BS_ROLE_SHARE || role == BS_ROLE_GROWTH || former);
    }
    if (!bs_figure_is_level(figure) || figure->quantity->unit.len == 0 || is_percent(figure))
        return false;
    // "P/E分别为24倍、19倍、15倍": multiples are no levels of one another.
    if (bs_figure_is_multiple(rate) && bs_figure_is_multiple(figure)) return false;
    bool times = bs_figure_is_multiple(rate);
    if (times && bs_figure_is_multiple(figure)) return false;
    return (has_unit(rate, "%") || times || bs_figure_measures_change(rate, figure)) &&
           !bs_plan_is_held(f->view, index) && !is_own_move(f, index) && !is_out_of(f, index);
}

static bool is_year_before(const bs_figure *earlier, const bs_figure *later)
{
    bs_period a = earlier->quantity->period;
    bs_period b = later->quantity->period;
    return !bs_period_is_none(a) && !bs_period_is_none(b) &&
           bs_period_is_same_time(a, bs_period_offset_years(b, -1));
}

// Both times are printed, and `first` is of an earlier year than `second`.
static bool is_year_before_or_more(const bs_levels__finder *f, size_t first, size_t second)
{
    const bs_quantity *a = bs_levels__figure(f, first)->quantity,
                      *b = bs_levels__figure(f, second)->quantity;
    return !a->period_inferred && !b->period_inferred && !bs_period_is_none(a->period) &&
           !bs_period_is_none(b->period) &&
           bs_period_year_of(a->period) < bs_period_year_of(b->period);
}

static bool is_rate(const bs_figure *figure)
{
    return figure->quantity->role == BS_ROLE_GROWTH && has_unit(figure, "%");
}

// The figures that may belong to the rate begin behind the rate before it.
static size_t first_of(const bs_levels__finder *f)
{
    size_t at = f->rate;
    bool points = has_unit(bs_levels__figure(f, f->rate), "%p");
    // "margin 35.7%, up from 34.0%, by 1.7 points": points are what rates differ by.
    size_t of = points ? bs_levels__figure(f, f->rate)->of : BS_NO_FIGURE;
    // "물가상승률은 1.9%에서 2.5%로 0.6%p 확대": of two rates, of which the first is the base.
    bool based = of != BS_NO_FIGURE && of > f->sentence->first && of < f->rate &&
                 is_rate(bs_levels__figure(f, of - 1)) && bs_earlier_is_base(f->view, of - 1);
    while (at > f->sentence->first &&
           (!is_rate(bs_levels__figure(f, at - 1)) || (based && at - 1 == of) ||
            (points && bs_earlier_is(f->view, at - 1))))
        at--;
    return at;
}

// The amount right in front of the rate is the change itself ("7,942 を 140、率にして 1.8% 上回る")
// where it is what two levels before it differ by.
static bool is_change(const bs_levels__finder *f, size_t index, size_t first)
{
    double levels[2];
    size_t count = 0;
    for (size_t i = index; i-- > first && count < 2;) {
        if (bs_levels__may_be_level(f, i) &&
            bs_figure_same_unit(bs_levels__figure(f, i), bs_levels__figure(f, index)))
            levels[count++] = bs_levels__figure(f, i)->value;
    }
    if (count < 2) return false;
    double gap = fabs(fabs(levels[0] - levels[1]) - bs_levels__figure(f, index)->value);
    return gap <= bs_levels__figure(f, index)->last_place * 1.01;
}

// A semicolon stands between the two: each side has figures of its own.
static bool is_parted(const bs_levels__finder *f, size_t a, size_t b)
{
    bs_str between = bs_view_between(f->view, a < b ? a : b, a < b ? b : a);
    return bs_str_find(between, BS_STR(";"), 0) != SIZE_MAX ||
           bs_str_find(between, BS_STR("；"), 0) != SIZE_MAX;
}

// "revenue was £2,308m (2031: £2,230m) and underlying revenue up 5.8% to £2,291m": what stands in
// the parentheses of another level is what that one was.
static bool is_of_another(const bs_levels__finder *f, size_t index, size_t later)
{
    size_t owner = bs_earlier_aside_of(f->view, index);
    return later != BS_NO_FIGURE && owner != BS_NO_FIGURE && owner != later;
}

// "従来予想の120億円→156億円(前期は140億円)に30％上方修正": what the later level has moved from,
// where the rate is of that move and not of the level in brackets behind it.
static size_t moved_from(const bs_levels__finder *f, size_t later, size_t aside)
{
    if (later == BS_NO_FIGURE || later == f->sentence->first || aside != later + 1) return aside;
    size_t former = later - 1;
    bs_str behind = bs_str_trim(bs_view_between(f->view, aside, f->rate));
    bs_str between = bs_str_trim(bs_view_between(f->view, former, later));
    bool moved = (bs_levels__figure(f, former)->quantity->role == BS_ROLE_FORMER ||
                  bs_str_equal(between, BS_STR("→"))) &&
                 bs_figure_same_unit(bs_levels__figure(f, former), bs_levels__figure(f, later)) &&
                 bs_levels__figure(f, former)->value > 0 && bs_levels__figure(f, aside)->value > 0;
    bool closed = bs_str_starts(behind, BS_STR(")")) || bs_str_starts(behind, BS_STR("）"));
    if (!moved || !closed || f->rate < aside) return aside;
    double level = bs_levels__figure(f, later)->value,
           rate = bs_levels__figure(f, f->rate)->value / 100;
    double own = fabs(level / bs_levels__figure(f, former)->value - 1 - rate);
    double other = fabs(level / bs_levels__figure(f, aside)->value - 1 - rate);
    return own < other ? former : aside;
}

// "（去年同期" behind "同比增长12.5%", "増（前年同期は", "増（同": a bracket, at most behind the
// verb of the rate, that the base stands in.
static bool opens_with_base(bs_str between)
{
    enum { VERB_BYTES_MAX = 12, TIME_BYTES_MAX = 48 };
    size_t narrow = bs_str_find(between, BS_STR("("), 0);
    size_t wide = bs_str_find(between, BS_STR("（"), 0);
    size_t open = narrow < wide ? narrow : wide;
    if (open > VERB_BYTES_MAX || between.len > TIME_BYTES_MAX) return false;
    bs_str inside = bs_str_slice(between, open + (open == wide ? strlen("（") : 1), between.len);
    return bs_cue_in(BS_CUE_EARLIER, inside) || bs_str_equal(bs_str_trim(inside), BS_STR("同"));
}

// "up 5.0% on the previous quarter ($1.20 billion) and 12.5% on a year earlier ($1.12 billion)":
// the level in a bracket behind the time that a rate compares with. BS_NO_FIGURE.
static size_t base_aside(const bs_levels__finder *f, size_t rate)
{
    enum { TIME_BYTES_MAX = 48 };
    size_t next = rate + 1, end = f->sentence->first + f->sentence->count;
    while (next < end && (bs_levels__figure(f, next)->quantity->kind == BS_KIND_YEAR ||
                          bs_levels__figure(f, next)->quantity->kind == BS_KIND_DATE))
        next++;
    if (next >= end || !bs_figure_is_level(bs_levels__figure(f, next))) return BS_NO_FIGURE;
    bs_str between = bs_str_trim(bs_view_between(f->view, rate, next));
    bool aside = bs_str_ends(between, BS_STR("(")) && between.len <= TIME_BYTES_MAX &&
                 bs_str_has_any(between, "on |from |than |over |compared ") &&
                 !bs_str_has_any(between, ",|;|)");
    return aside || opens_with_base(between) ? next : BS_NO_FIGURE;
}

static size_t earlier_in_front(const bs_levels__finder *f, size_t first, size_t later)
{
    for (size_t i = f->rate; i-- > first;) {
        if (i == later || !bs_levels__may_be_level(f, i) || is_change(f, i, first)) continue;
        // The base of the rate in front of it.
        if (first > f->sentence->first && base_aside(f, first - 1) == i) continue;
        if (later != BS_NO_FIGURE && is_parted(f, i, later)) continue;
        if (is_of_another(f, i, later)) continue;
        if (later != BS_NO_FIGURE &&
            !bs_figure_same_unit(bs_levels__figure(f, i), bs_levels__figure(f, later)))
            continue;
        if (bs_earlier_is(f->view, i)) return moved_from(f, later, i);
        if (later != BS_NO_FIGURE &&
            is_year_before(bs_levels__figure(f, i), bs_levels__figure(f, later)))
            return moved_from(f, later, i);
    }
    return BS_NO_FIGURE;
}

// The sentence turns to something else between two figures: "…, although the gap has narrowed from
// 15,000".
bool bs_levels__turns_between(const bs_levels__finder *f, size_t a, size_t b)
{
    static const char words[] = " but | although | while | whereas | though ";
    bs_str between = bs_view_between(f->view, a < b ? a : b, a < b ? b : a);
    if (bs_str_has_any(between, words)) return true;
    return is_parted(f, a, b);
}

// "coal shrank from 30% to 22%, while gas lost 2 points": the rate is of something else.
static bool turns_before(const bs_levels__finder *f, size_t later)
{
    bool same = bs_levels__figure(f, later)->sentence == bs_levels__figure(f, f->rate)->sentence;
    return same && later < f->rate && bs_levels__turns_between(f, later, f->rate);
}

// "，较年初的12.00元上涨28.5%": the clause of a level begins with a word of comparison.
static bool opens_with_comparison(const bs_levels__finder *f, size_t index)
{
    static const char *const words[] = {"较", "較", "比", "与", "與", "和", "同", NULL};
    if (bs_earlier_is_of_compared_time(f->view, index)) return true;
    if (index == f->sentence->first) return false;
    bs_str between = bs_view_between(f->view, index - 1, index);
    bs_str clause = bs_str_behind_last(between, "，|,|；|;");
    return clause.len < between.len && bs_any_starts(bs_str_trim(clause), words);
}

// "3.2% 올랐으며, 연초(9,610원)보다는 6.9% 낮음", "增长3.1％，较2026年的408万人，增加64万人": what
// a word behind it, and in Chinese in front, makes a base of comparison is the base of the rate or
// the change that follows.
static bool is_base_of_next(const bs_levels__finder *f, size_t index)
{
    static const char *const words[] = {"보다",    "에 비해", "에 비하", "대비",
                                        "과 비교", "와 비교", "에 견줘", "より",
                                        "に比べ",  "と比べ",  "と比較",  NULL};
    bs_str after = bs_str_trim(bs_view_behind(f->view, index, WORD_BYTES));
    bs_rune close = bs_utf8_decode(after, 0);
    if (close.code == ')' || close.code == 0xFF09)
        after = bs_str_trim(bs_str_slice(after, close.len, after.len));
    bool chinese = opens_with_comparison(f, index);
    if (!chinese && !bs_any_starts(after, words)) return false;
    for (size_t i = index + 1; i < f->sentence->first + f->sentence->count; i++) {
        bool change = chinese && bs_levels__figure(f, i)->quantity->role == BS_ROLE_CHANGE;
        if (change || is_rate(bs_levels__figure(f, i))) return true;
    }
    return false;
}

// "15건이 줄었고 외과는 2030년 41건에서": behind the clause of the rate, another
// topic.
bool bs_levels__changes_topic(const bs_levels__finder *f, size_t index)
{
    static const char ends[] = "며,|고,|으나,|지만,|며 |し、|が、";
    bs_str between = bs_view_between(f->view, f->rate, index);
    bs_str clause = bs_str_behind_last(between, ends);
    return clause.len < between.len && bs_str_has_any(clause, "은 |는 |의 경우|は");
}

// The first level behind the rate, if it is called the earlier one.
static size_t earlier_behind(const bs_levels__finder *f, size_t later)
{
    size_t end = f->sentence->first + f->sentence->count;
    for (size_t i = f->rate + 1; i < end; i++) {
        if (is_rate(bs_levels__figure(f, i)) && is_rate(bs_levels__figure(f, f->rate))) break;
        if (i == later || !bs_levels__may_be_level(f, i)) continue;
        if (bs_levels__turns_between(f, f->rate, i) || is_base_of_next(f, i) ||
            bs_levels__changes_topic(f, i))
            break;
        if (later != BS_NO_FIGURE &&
            !bs_figure_same_unit(bs_levels__figure(f, i), bs_levels__figure(f, later)))
            break;
        bool dated = later != BS_NO_FIGURE &&
                     is_year_before(bs_levels__figure(f, i), bs_levels__figure(f, later));
        return dated || bs_earlier_is(f->view, i) ? i : BS_NO_FIGURE;
    }
    return BS_NO_FIGURE;
}

// The nearest level of the unit on one side, between two figures; BS_NO_FIGURE.
static size_t neighbour(const bs_levels__finder *f, size_t index, size_t low, size_t high, int step)
{
    for (size_t i = index + (size_t)step; i >= low && i < high; i += (size_t)step) {
        if (bs_levels__may_be_level(f, i) &&
            bs_figure_same_unit(bs_levels__figure(f, i), bs_levels__figure(f, index)))
            return i;
    }
    return BS_NO_FIGURE;
}

// The level beside it, in front of the rate, is of the year behind that of this one.
static bool is_dated_earlier(const bs_levels__finder *f, size_t index, size_t first)
{
    size_t before = index > first ? neighbour(f, index, first, f->rate, -1) : BS_NO_FIGURE;
    size_t after = neighbour(f, index, first, f->rate, 1);
    const bs_figure *own = bs_levels__figure(f, index);
    return (before != BS_NO_FIGURE && is_year_before(own, bs_levels__figure(f, before))) ||
           (after != BS_NO_FIGURE && is_year_before(own, bs_levels__figure(f, after)));
}

// "150명인 인력을 20% 늘린다", "150人の人員を20%増やす": what is changed is the level itself, and
// what it comes to is not printed.
static bool is_object(const bs_levels__finder *f, size_t index)
{
    static const char *const opens[] = {"인 ", "의 ", "の", NULL};
    static const char *const closes[] = {"을", "를", "を", NULL};
    if (index + 1 != f->rate) return false;
    bs_str between = bs_view_between(f->view, index, f->rate);
    return bs_any_starts(between, opens) && bs_any_ends(between, closes);
}

static bool may_be_later(const bs_levels__finder *f, size_t index, size_t first, size_t earlier)
{
    if (is_dated_earlier(f, index, first) || is_object(f, index)) return false;
    if (index == earlier || !bs_levels__may_be_level(f, index) || bs_earlier_is(f->view, index) ||
        is_change(f, index, first))
        return false;
    return earlier == BS_NO_FIGURE ||
           bs_figure_same_unit(bs_levels__figure(f, index), bs_levels__figure(f, earlier));
}

static size_t later_in_sentence(const bs_levels__finder *f, size_t first, size_t earlier)
{
    size_t of = bs_levels__figure(f, f->rate)->of;
    size_t end = f->sentence->first + f->sentence->count;
    if (of != BS_NO_FIGURE && of >= f->sentence->first && of < end &&
        may_be_later(f, of, first, earlier))
        return of;
    for (size_t i = f->rate; i-- > first;) {
        if (may_be_later(f, i, first, earlier)) return i;
    }
    return BS_NO_FIGURE;
}

// No other level of the unit stands between the two.
static bool are_beside(const bs_levels__finder *f, size_t a, size_t b)
{
    size_t low = a < b ? a : b;
    size_t high = a < b ? b : a;
    return neighbour(f, low, low, high, 1) == BS_NO_FIGURE;
}

// "2% above 2019": the year right behind the rate says what it compares with, and the earlier level
// is of another one.
static bool has_other_base(const bs_levels__finder *f, size_t earlier)
{
    static const char *const words[] = {
        "above",         "below",        "over",         "than",        "than in",
        "compared with", "on",           "from",         "compared to", "higher than in",
        "lower than in", "more than in", "less than in", NULL};
    size_t next = f->rate + 1;
    if (next >= f->sentence->first + f->sentence->count) return false;
    const bs_quantity *year = bs_levels__figure(f, next)->quantity;
    bs_period own = bs_levels__figure(f, earlier)->quantity->period;
    if (year->kind != BS_KIND_YEAR || bs_period_is_none(own) ||
        bs_period_year_of(own) == bs_period_year_of(year->period))
        return false;
    return bs_any_is(bs_str_trim(bs_view_between(f->view, f->rate, next)), words);
}

// "101.9%로 전년말(102.5%) 대비 하락, 차입금의존도는 28.3%로 0.4%p 하락": the earlier level is that
// of another one, in front of it.
static bool is_of_other_level(const bs_levels__finder *f, const bs_levels *pair)
{
    if (pair->later < pair->earlier || bs_levels__figure(f, pair->later)->sentence !=
                                           bs_levels__figure(f, pair->earlier)->sentence)
        return false;
    bs_str between = bs_view_between(f->view, pair->earlier, pair->later);
    bool parted = bs_str_find(between, BS_STR(", "), 0) != SIZE_MAX ||
                  bs_str_find(between, BS_STR("，"), 0) != SIZE_MAX ||
                  bs_str_find(between, BS_STR("、"), 0) != SIZE_MAX;
    size_t before = neighbour(f, pair->earlier, f->sentence->first, f->rate, -1);
    return parted && before != BS_NO_FIGURE && bs_earlier_is_base(f->view, pair->earlier);
}

// "raised 3.4m, 300,000 more than planned, after rates went from 1.20 to 1.60": the earlier level
// is that of a movement of its own, which ends elsewhere.
static bool is_of_other_movement(const bs_levels__finder *f, const bs_levels *pair)
{
    size_t own = bs_levels__later_behind(f, pair->earlier);
    return own != BS_NO_FIGURE && own != pair->later &&
           bs_levels__figure(f, own)->value != bs_levels__figure(f, pair->later)->value;
}

// "2025年度2.7％、2026年度1.8％となり、…2025年度は0.5ポイント上振れ": the change has the printed
// time of the level that would be the earlier one: it is a change of that one.
static bool is_of_time_of_earlier(const bs_levels__finder *f, const bs_levels *pair)
{
    const bs_quantity *rate = bs_levels__figure(f, f->rate)->quantity;
    bs_period earlier = bs_levels__figure(f, pair->earlier)->quantity->period;
    bs_period later = bs_levels__figure(f, pair->later)->quantity->period;
    return !rate->period_inferred && !bs_period_is_none(rate->period) &&
           bs_period_equal(rate->period, earlier) && !bs_period_equal(rate->period, later);
}

// The level of the unit so many years before another; BS_NO_FIGURE where the sentence has none.
static size_t level_of_years_before(const bs_levels__finder *f, size_t later, int years)
{
    bs_period own = bs_levels__figure(f, later)->quantity->period;
    if (bs_period_is_none(own)) return BS_NO_FIGURE;
    bs_period before = bs_period_offset_years(own, -years);
    for (size_t i = f->sentence->first; i < f->rate; i++) {
        if (i != later && bs_levels__may_be_level(f, i) &&
            bs_figure_same_unit(bs_levels__figure(f, i), bs_levels__figure(f, later)) &&
            bs_period_is_same_time(bs_levels__figure(f, i)->quantity->period, before))
            return i;
    }
    return BS_NO_FIGURE;
}

// "down 12.7% from $102 million in March and up 9.9% from $81 million a year before": the base that
// stands right behind the rate.
static size_t base_behind(const bs_levels__finder *f)
{
    enum { BETWEEN_BYTES_MAX = 24 };
    size_t next = f->rate + 1;
    if (next >= f->sentence->first + f->sentence->count || !bs_levels__may_be_level(f, next) ||
        !bs_earlier_is_base(f->view, next))
        return BS_NO_FIGURE;
    bs_str between = bs_view_between(f->view, f->rate, next);
    bool beside = between.len <= BETWEEN_BYTES_MAX && !bs_str_has_any(between, ",|;|(|，|、|；|（");
    bool latin = bs_rune_is_latin(bs_utf8_decode(bs_str_trim(between), 0).code);
    return beside && latin ? next : BS_NO_FIGURE;
}

bool bs_levels_find(const bs_view *view, size_t rate, bs_levels *out)
{
    bs_levels__finder f = {view, bs_view_sentence(view, rate), rate};
    if (f.sentence == NULL) return false;
    size_t first = first_of(&f);
    size_t later = later_in_sentence(&f, first, BS_NO_FIGURE);
    int years = bs_years_told(view, rate);
    if (years > 1 && later != BS_NO_FIGURE) {
        *out = (bs_levels){later, level_of_years_before(&f, later, years), true};
        if (out->earlier != BS_NO_FIGURE) return true;
    }
    size_t earlier = base_aside(&f, rate);
    bool aside = earlier != BS_NO_FIGURE && later != BS_NO_FIGURE &&
                 bs_levels__may_be_level(&f, earlier) &&
                 bs_figure_same_unit(bs_levels__figure(&f, earlier), bs_levels__figure(&f, later));
    size_t own = base_behind(&f);
    if (!aside) earlier = own;
    if (earlier == BS_NO_FIGURE) earlier = earlier_in_front(&f, first, later);
    if (earlier == BS_NO_FIGURE) earlier = earlier_behind(&f, later);
    if (earlier == BS_NO_FIGURE || has_other_base(&f, earlier)) return false;
    if (later == earlier) later = later_in_sentence(&f, first, earlier);
    if (later == BS_NO_FIGURE) later = bs_levels__later_behind(&f, earlier);
    if (later == BS_NO_FIGURE) later = bs_levels__later_described(&f, earlier);
    if (later == BS_NO_FIGURE) later = bs_levels__later_reached(&f, earlier);
    size_t over = later == BS_NO_FIGURE ? bs_levels__later_over_rates(&f, earlier) : BS_NO_FIGURE;
    if (later == BS_NO_FIGURE) later = over;
    bool base = earlier == own || (earlier + 1 == rate && bs_earlier_is_base(view, earlier));
    bool near = later != BS_NO_FIGURE && (base || later == over || are_beside(&f, later, earlier));
    *out = (bs_levels){later, earlier, near};
    if (later == BS_NO_FIGURE) out->later = bs_levels__later_by_name(&f, earlier);
    if (out->later == BS_NO_FIGURE) out->later = bs_levels__later_by_silence(&f, earlier);
    if (out->later == BS_NO_FIGURE || is_of_other_level(&f, out) || is_of_other_movement(&f, out) ||
        is_of_time_of_earlier(&f, out))
        return false;
    if (years > 1 &&
        is_year_before(bs_levels__figure(&f, out->earlier), bs_levels__figure(&f, out->later)))
        return false;
    // Of rates the caller asks itself.
    if (!has_unit(bs_levels__figure(&f, rate), "%") && turns_before(&f, out->later)) return false;
    // "31,000 in 2019/20, against 41,600 in 2021/22": the printed times say which one is earlier.
    if (is_year_before_or_more(&f, out->later, out->earlier))
        *out = (bs_levels){out->earlier, out->later, out->near};
    return true;
}
