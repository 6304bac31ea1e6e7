// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which lines of a table may obey a law: all that are in units for it.
#include <stdlib.h>

#include "engine/analyze/check_growth_yearly.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_law_internal.h"

static size_t total_place(const bs_prospector *p)
{
    size_t found = SIZE_MAX;
    for (size_t k = 0; k < bs_lens_place_count(p->lens); k++) {
        const bs_grid_line *place = bs_lens_place(p->lens, k);
        if (!place->total || place->count == 0) continue;
        if (found != SIZE_MAX) return found; // the first total is that of the table
        found = k;
    }
    return found;
}

static void try_shares(bs_prospector *p, size_t stated)
{
    size_t whole = total_place(p);
    if (whole == SIZE_MAX || !bs_law__has_unit(bs_law__sample(p, stated), "%")) return;
    for (size_t i = 0; i < p->line_count; i++) {
        size_t line = p->lines[i];
        if (line == stated || bs_law__has_unit(bs_law__sample(p, line), "%")) continue;
        bs_law__try(p, &(bs_law_tuple){
                           .stated = stated, .a = line, .b = line, .whole = whole, .factor = 100});
    }
}

static bool same_unit(const bs_prospector *p, size_t a, size_t b)
{
    return bs_grid_like_unit(bs_law__sample(p, a), bs_law__sample(p, b));
}

static const size_t lags[] = {1, 4, 12};

static void try_along(bs_prospector *p, bs_law_tuple t)
{
    for (size_t i = 0; i < BS_COUNT(lags); i++) {
        t.lag = lags[i];
        t.falls = p->falls;
        t.step = p->step;
        bs_law__try(p, &t);
    }
}

// Rates of change, shares and ranks; of index numbers and quotients there is growth.
static bool is_growth(const bs_prospector *p, size_t line)
{
    const bs_quantity *quantity = bs_law__sample(p, line)->quantity;
    return quantity->role == BS_ROLE_GROWTH || quantity->kind == BS_KIND_RANK ||
           bs_str_starts(quantity->unit, BS_STR("%"));
}

// Months that are eleven or thirteen apart: nothing grows from the one to the other, but from the
// end of a year.
static bool is_odd_base(bs_period later, bs_period base)
{
    enum { MONTHS = 12, HALF = 6 };
    bool months = later.frequency == BS_FREQUENCY_MONTH && base.frequency == BS_FREQUENCY_MONTH;
    if (!months || later.first != later.last || base.first != base.last) return false;
    int apart = abs(later.first - base.first);
    bool december = bs_period_end(base).month == MONTHS;
    return apart > HALF && apart % MONTHS != 0 && !december;
}

// Two columns of one time, or of times that nobody tells, may differ by what they count: a rate
// beside them is of growth only where it is called so. The rate of unemployment is near the growth
// from employed to labour force.
bool bs_law__may_grow(const bs_prospector *p, size_t stated, size_t a, size_t b)
{
    bs_period first = bs_law__sample(p, a)->quantity->period,
              second = bs_law__sample(p, b)->quantity->period;
    if (is_odd_base(first, second)) return false;
    const bs_quantity *rate = bs_law__sample(p, stated)->quantity;
    bs_str label = bs_lens_line(p->lens, stated)->label;
    bool called = rate->role == BS_ROLE_GROWTH || bs_cue_in(BS_CUE_GROWTH, rate->indicator) ||
                  bs_cue_in(BS_CUE_GROWTH, label);
    if (called) return true;
    if (bs_period_is_none(first) || bs_period_is_none(second))
        return !bs_cue_in(BS_CUE_RATIO, label);
    return !bs_period_equal(first, second);
}

// "前年比 94.0", "전년=100": in per cent of the level before, which is called so and near 100.
static bool is_of_before(const bs_prospector *p, size_t stated)
{
    static const char words[] =
        "前年比|前期比|前月比|前年同期比|前年同月比|前年度比|対前|전년비|전기비|전월비|전년=100|"
        "전년 =100|전년 대비|전월 대비|前年=100|前年＝100|上年=100|上年＝100|指数|"
        "previous year = 100|previous year=100";
    const bs_figure *sample = bs_law__sample(p, stated);
    return sample->value > 0 && bs_str_has_any(bs_lens_line(p->lens, stated)->label, words);
}

static void try_growth(bs_prospector *p, size_t stated)
{
    if (!bs_law__has_unit(bs_law__sample(p, stated), "%")) return;
    bool of_before = is_of_before(p, stated);
    for (size_t i = 0; i < p->line_count; i++) {
        size_t a = p->lines[i];
        if (a == stated || is_growth(p, a)) continue;
        bs_law_tuple t = {.stated = stated, .a = a, .b = a, .factor = 100, .offset = -100};
        try_along(p, t);
        if (of_before)
            try_along(p, (bs_law_tuple){.stated = stated, .a = a, .b = a, .factor = 100});
        for (size_t k = 0; k < p->line_count; k++) {
            t.b = p->lines[k];
            if (t.b == a || t.b == stated || !same_unit(p, a, t.b)) continue;
            if (bs_law__may_grow(p, stated, a, t.b)) bs_law__try(p, &t);
        }
    }
}

// Money minus money is money; percent minus percent is percentage points.
static bool is_difference_of(const bs_prospector *p, size_t stated, size_t a)
{
    const bs_figure *figure = bs_law__sample(p, stated);
    if (bs_law__has_unit(figure, "%p")) return bs_law__has_unit(bs_law__sample(p, a), "%");
    return same_unit(p, stated, a);
}

static void try_differences(bs_prospector *p, size_t stated)
{
    for (size_t i = 0; i < p->line_count; i++) {
        size_t a = p->lines[i];
        if (a == stated || !is_difference_of(p, stated, a)) continue;
        bs_law_tuple t = {.stated = stated, .a = a, .b = a, .factor = 1, .difference = true};
        try_along(p, t);
        for (size_t k = 0; k < p->line_count; k++) {
            t.b = p->lines[k];
            if (t.b == a || t.b == stated || !same_unit(p, a, t.b)) continue;
            bs_law__try(p, &t);
        }
    }
}

static bool has_one_unit(const bs_prospector *p, size_t a, size_t b)
{
    return bs_str_equal(bs_law__sample(p, a)->quantity->unit, bs_law__sample(p, b)->quantity->unit);
}

// "Casualties per 1,000 people": both are counted, and the head says by how many.
static bool is_per_many(const bs_prospector *p, size_t stated)
{
    static const char words[] =
        "1,000|100,000|천명당|천 명당|만명당|만 명당|千人当たり|千対|万人当たり|万対|‰|"
        "千人";
    bs_str label = bs_lens_line(p->lens, stated)->label;
    if (bs_str_has_any(label, words)) return true;
    return bs_law__has_unit(bs_law__sample(p, stated), "permille");
}

static const double factors[] = {1, 100, 1000, 10000, 100000};

static void try_ratios(bs_prospector *p, size_t stated)
{
    bool percent = bs_law__has_unit(bs_law__sample(p, stated), "%");
    for (size_t i = 0; i < p->line_count; i++) {
        for (size_t k = 0; k < p->line_count; k++) {
            bs_law_tuple t = {.stated = stated, .a = p->lines[i], .b = p->lines[k]};
            if (t.a == stated || t.b == stated || t.a == t.b) continue;
            // Rates in percent are no part of one another, whatever their quotient is.
            if (percent &&
                (!same_unit(p, t.a, t.b) || bs_law__has_unit(bs_law__sample(p, t.a), "%")))
                continue;
            // A whole is not looked for as part / share: the share is what follows from the two.
            bool like = has_one_unit(p, t.a, t.b) && !is_per_many(p, stated);
            if (!percent && (like || bs_law__has_unit(bs_law__sample(p, t.b), "%"))) continue;
            t.factor = 100;
            t.net = percent;
            if (t.net) bs_law__try(p, &t);
            t.net = false;
            for (size_t f = percent ? 1 : 0; f < (percent ? 2 : BS_COUNT(factors)); f++) {
                t.factor = factors[f];
                bs_law__try(p, &t);
            }
        }
    }
}

// "사과 4,812 5,120 +308 6.4 2.1": the change of a row, in percent of what the total was before.
static void try_contributions(bs_prospector *p, size_t stated)
{
    size_t whole = total_place(p);
    bs_str unit = bs_law__sample(p, stated)->quantity->unit;
    if (whole == SIZE_MAX || !bs_str_starts(unit, BS_STR("%"))) return;
    for (size_t i = 0; i < p->line_count; i++) {
        for (size_t k = 0; k < p->line_count; k++) {
            size_t a = p->lines[i], b = p->lines[k];
            if (a == stated || b == stated || a == b || is_growth(p, a) || is_growth(p, b) ||
                !same_unit(p, a, b))
                continue;
            bs_law__try(p, &(bs_law_tuple){
                               .stated = stated, .a = a, .b = b, .whole = whole, .factor = 100});
        }
    }
}

// "2021 2022 2023 2024 CAGR": by the year, between two columns that are years apart.
static void try_yearly(bs_prospector *p, size_t stated)
{
    if (!bs_law__has_unit(bs_law__sample(p, stated), "%")) return;
    for (size_t i = 0; i < p->line_count; i++) {
        for (size_t k = 0; k < p->line_count; k++) {
            size_t a = p->lines[i], b = p->lines[k];
            if (a == stated || b == stated || is_growth(p, a) || !same_unit(p, a, b)) continue;
            int years = bs_yearly_between(bs_law__sample(p, b)->quantity->period,
                                          bs_law__sample(p, a)->quantity->period);
            if (years < 2) continue;
            bs_law__try(p, &(bs_law_tuple){
                               .stated = stated, .a = a, .b = b, .factor = years, .years = years});
        }
    }
}

static void (*const tries[])(bs_prospector *p, size_t stated) = {
    [BS_LAW_SHARE] = try_shares,
    [BS_LAW_GROWTH] = try_growth,
    [BS_LAW_DIFFERENCE] = try_differences,
    [BS_LAW_RATIO] = try_ratios,
    [BS_LAW_CONTRIBUTION] = try_contributions,
    [BS_LAW_YEARLY] = try_yearly,
};
_Static_assert(BS_COUNT(tries) == BS_LAW_COUNT, "every law needs its search");

void bs_law__search(bs_prospector *p, size_t stated)
{
    tries[p->law](p, stated);
}
