// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_ratio_average.h"

#include <math.h>

#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_prose.h"

enum { DISTANCE_MAX = 150, FRONT_BYTES = 30, BEHIND_BYTES = 40, MONTHS_MAX = 12 };

// Chance that the average is of something else than the number nearest to it.
static const double DOUBT_NEAR = 0.01;
static const double DOUBT_FAR = 0.02;
// A slip makes a number ten times too large or small at most.
static const double OFF_MAX = 12;

typedef struct search {
    bs_relations *set;
    size_t average;
} search;

static const bs_figure *figure_at(const search *s, size_t index)
{
    return &s->set->view->figures.items[index];
}

static bool is_called_average(const search *s)
{
    static const char fronts[] = "월평균|월 평균|月均|月平均|か月平均|ヶ月平均|カ月平均|每月平均|"
                                 "monthly average of|monthly average was|averaged";
    static const char behinds[] = "a month|per month|each month|monthly";
    const bs_sentence *sentence = bs_view_sentence(s->set->view, s->average);
    bs_str own = figure_at(s, s->average)->quantity->text;
    size_t at = (size_t)(own.ptr + own.len - sentence->text.ptr);
    bs_str front = bs_view_front(s->set->view, s->average, FRONT_BYTES);
    bs_str behind = bs_str_slice(sentence->text, at, at + BEHIND_BYTES);
    bool month = bs_str_has_any(behind, behinds);
    bool average =
        bs_str_find(bs_str_slice(sentence->text, 0, at), BS_STR("verage"), 0) != SIZE_MAX;
    if (month && average) return true;
    return bs_str_has_any(front, fronts) &&
           (bs_str_find(front, BS_STR("averaged"), 0) == SIZE_MAX || month);
}

// Months that a number is about; 0 where they are not known.
static int months_of(bs_period period)
{
    if (bs_period_is_none(period)) return 0;
    int parts = bs_frequency_per_year(period.frequency);
    if (parts < 1 || parts > MONTHS_MAX) return 0;
    return (period.last - period.first + 1) * MONTHS_MAX / parts;
}

static bool is_total(const search *s, size_t index)
{
    const bs_figure *figure = figure_at(s, index);
    if (figure->grid == SIZE_MAX) return true;
    const bs_grid *grid = &s->set->view->grids.items[figure->grid];
    return grid->rows[figure->row].total && !grid->cols[figure->col].derived;
}

static bool may_be_whole(const search *s, size_t index)
{
    const bs_figure *figure = figure_at(s, index), *own = figure_at(s, s->average);
    int months = months_of(figure->quantity->period);
    if (index == s->average || !bs_figure_is_level(figure) || !bs_figure_like_unit(own, figure) ||
        months < 2 || months > MONTHS_MAX || !is_total(s, index))
        return false;
    double ratio = figure->value / own->value / months;
    return ratio < OFF_MAX && ratio > 1 / OFF_MAX &&
           (figure->sentence == SIZE_MAX || !bs_earlier_is(s->set->view, index));
}

static bs_span share_of_month(const search *s, size_t whole)
{
    double share = 1.0 / months_of(figure_at(s, whole)->quantity->period);
    return (bs_span){share, share};
}

static bs_status push(search *s, size_t whole, double doubt, bs_error *err)
{
    bs_relation *relation = bs_relation_push(s->set, "ratio", BS_FORM_RATE, 2);
    if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    relation->terms[0] = s->average;
    relation->terms[1] = whole;
    relation->bounds = share_of_month(s, whole);
    relation->scope = BS_SCOPE_LIKELY;
    relation->doubt = doubt;
    relation->what = "the average of a month of";
    return BS_OK;
}

static bool fits(const search *s, size_t whole)
{
    size_t terms[] = {s->average, whole};
    bs_relation trial = {.form = BS_FORM_RATE,
                         .terms = terms,
                         .term_count = 2,
                         .factor = 1,
                         .bounds = share_of_month(s, whole)};
    return bs_relation_holds(s->set->view, &trial);
}

static size_t distance(const search *s, size_t index)
{
    return index > s->average ? index - s->average : s->average - index;
}

// A whole that fits is the one; else the nearest.
static bs_status check_average(search *s, bs_error *err)
{
    size_t end = s->set->view->reading->quantities.count, best = BS_NO_FIGURE;
    size_t first = s->average > DISTANCE_MAX ? s->average - DISTANCE_MAX : 0;
    if (end > s->average + DISTANCE_MAX) end = s->average + DISTANCE_MAX;
    for (size_t i = first; i < end; i++) {
        if (!may_be_whole(s, i)) continue;
        if (fits(s, i)) return push(s, i, DOUBT_NEAR, err);
        if (best == BS_NO_FIGURE || distance(s, i) < distance(s, best)) best = i;
    }
    if (best == BS_NO_FIGURE) return BS_OK;
    bool near = figure_at(s, best)->sentence != SIZE_MAX &&
                figure_at(s, best)->quantity->origin.block ==
                    figure_at(s, s->average)->quantity->origin.block;
    return push(s, best, near ? DOUBT_NEAR : DOUBT_FAR, err);
}

bs_status bs_ratio__collect_averages(bs_relations *set, bs_error *err)
{
    search s = {.set = set};
    for (size_t i = 0; i < set->view->reading->quantities.count; i++) {
        s.average = i;
        const bs_figure *figure = figure_at(&s, i);
        if (figure->sentence == SIZE_MAX || !bs_figure_is_level(figure) || figure->value <= 0 ||
            figure->quantity->qualifier != BS_EXACT || figure->quantity->unit.len == 0 ||
            figure->quantity->unit.ptr[0] == '%' || !is_called_average(&s))
            continue;
        BS_TRY(check_average(&s, err));
    }
    return BS_OK;
}
