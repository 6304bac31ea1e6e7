// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "engine/cli/chart_build_internal.h"

// Series of one unit that differ by more than this do not share a panel unasked.
static const double together_max = 20;
// Nor do those of which each moves by less than this part of what they reach over together.
static const double flat_limit = 0.06;

const char *const bs_chart_form_names[] = {
    [BS_FORM_AUTO] = "auto",
    [BS_FORM_LINE] = "line",
    [BS_FORM_PANELS] = "panels",
    [BS_FORM_BAR] = "bar",
    [BS_FORM_SLOPE] = "slope",
    [BS_FORM_DUMBBELL] = "dumbbell",
    [BS_FORM_INDEX] = "index",
    [BS_FORM_GROWTH] = "growth",
    [BS_FORM_CONTRIBUTION] = "contribution",
    [BS_FORM_SHARE] = "share",
    [BS_FORM_STEP] = "step",
    [BS_FORM_REVISIONS] = "revisions",
    [BS_FORM_SPARK] = "spark",
    [BS_CHART_FORM_COUNT] = NULL,
};

static bool one_unit(const bs_stored_series_array *all)
{
    for (size_t i = 1; i < all->count; i++) {
        const bs_series *series = &all->items[i].series, *first = &all->items[0].series;
        bool same =
            bs_str_equal(series->unit, first->unit) && series->unit_power == first->unit_power;
        if (!same) return false;
    }
    return true;
}

// Together when they can be, as auto would have it.
static bs_status build_steps(const bs_chart_builder *b)
{
    bool together = one_unit(b->all) && b->all->count <= BS_CHART_LINES_MAX / 2;
    return together ? bs_chart_build__one_panel(b) : bs_chart_build__panels(b);
}

static bs_status build_index(const bs_chart_builder *b)
{
    b->chart->scale = BS_CHART_INDEX;
    return bs_chart_build__one_panel(b);
}

static bs_status build_sparks(const bs_chart_builder *b)
{
    b->chart->kind = BS_CHART_SPARK;
    return bs_chart_build__panels(b);
}

typedef struct form_row {
    bs_status (*build)(const bs_chart_builder *b);
    bool any_units; // of series, which do not share an axis
} form_row;

static const form_row forms[BS_CHART_FORM_COUNT] = {
    [BS_FORM_LINE] = {bs_chart_build__one_panel, false},
    [BS_FORM_PANELS] = {bs_chart_build__panels, true},
    [BS_FORM_BAR] = {bs_chart_build__bars, true},
    [BS_FORM_SLOPE] = {bs_chart_build__pairs, false},
    [BS_FORM_DUMBBELL] = {bs_chart_build__pairs, false},
    [BS_FORM_INDEX] = {build_index, true},
    [BS_FORM_GROWTH] = {bs_chart_build__growth, true},
    [BS_FORM_CONTRIBUTION] = {bs_chart_build__contribution, false},
    [BS_FORM_SHARE] = {bs_chart_build__shares, false},
    [BS_FORM_STEP] = {build_steps, true},
    [BS_FORM_REVISIONS] = {bs_chart_build__revisions, true},
    [BS_FORM_SPARK] = {build_sparks, true},
};

// --- which form ----------------------------------------------------------------------------------

// True when every series has a single value.
static bool one_value_each(const bs_stored_series_array *all)
{
    for (size_t i = 0; i < all->count; i++) {
        const bs_observation_array *observations = &all->items[i].series.observations;
        size_t count = 0;
        for (size_t j = 0; j < observations->count; j++)
            count += bs_chart_build__is_value(&observations->items[j]);
        if (count > 1) return false;
    }
    return true;
}

typedef struct range {
    double least;
    double most;
} range;

static double width(range r)
{
    return r.most > r.least ? r.most - r.least : 0;
}

static range range_of(const bs_series *series)
{
    range r = {INFINITY, -INFINITY};
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *observation = &series->observations.items[i];
        if (!bs_chart_build__is_value(observation)) continue;
        double value = bs_decimal_double(observation->value);
        r = (range){fmin(r.least, value), fmax(r.most, value)};
    }
    return r;
}

static bool of_one_size(const bs_stored_series_array *all)
{
    double least = INFINITY, most = 0;
    for (size_t i = 0; i < all->count; i++) {
        range r = range_of(&all->items[i].series);
        double reach = r.most >= r.least ? fmax(fabs(r.least), fabs(r.most)) : 0;
        if (reach == 0) continue;
        least = fmin(least, reach);
        most = fmax(most, reach);
    }
    return most <= together_max * least;
}

// Whether the movement of none of them could be seen on one axis.
static bool flat_together(const bs_stored_series_array *all)
{
    range whole = {INFINITY, -INFINITY};
    double widest = 0;
    for (size_t i = 0; i < all->count; i++) {
        range r = range_of(&all->items[i].series);
        whole = (range){fmin(whole.least, r.least), fmax(whole.most, r.most)};
        widest = fmax(widest, width(r));
    }
    return widest > 0 && widest < flat_limit * width(whole);
}

static bs_chart_form choose_form(const bs_stored_series_array *all)
{
    if (all->count == 1) return one_value_each(all) ? BS_FORM_BAR : BS_FORM_LINE;
    if (one_value_each(all)) return BS_FORM_BAR;
    if (!one_unit(all)) return BS_FORM_PANELS;
    bool few = all->count <= BS_CHART_LINES_MAX;
    return few && of_one_size(all) && !flat_together(all) ? BS_FORM_LINE : BS_FORM_PANELS;
}

static bool any_vintages(const bs_stored_series_array *all)
{
    for (size_t i = 0; i < all->count; i++) {
        if (bs_chart_has_vintages(&all->items[i])) return true;
    }
    return false;
}

// --- courses -------------------------------------------------------------------------------------

bool bs_chart_has_course(const bs_series *series)
{
    size_t count = 0;
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *o = &series->observations.items[i];
        bool dated = !bs_period_is_none(o->period);
        bool again = i > 0 && bs_period_equal(o->period, o[-1].period);
        count += o->state == BS_STATE_VALUE && dated && !again;
    }
    return count > 1;
}

size_t bs_chart_take_single(bs_stored_series_array *all)
{
    enum { COUNT_MAX = 1000 }; // no chart shows as many
    if (all->count > COUNT_MAX || choose_form(all) != BS_FORM_PANELS) return 0;
    bs_stored_series *kept = all->items;
    size_t count = 0, courses = 0;
    for (size_t i = 0; i < all->count; i++)
        courses += bs_chart_has_course(&all->items[i].series);
    if (courses == 0 || courses == all->count) return 0;
    for (size_t i = 0; i < all->count; i++) {
        if (bs_chart_has_course(&all->items[i].series)) kept[count++] = all->items[i];
    }
    size_t taken = all->count - count;
    all->count = count;
    return taken;
}

// --- building ------------------------------------------------------------------------------------

static bs_lang lang_of(const bs_stored_series_array *all)
{
    for (size_t i = 0; i < all->count; i++) {
        const bs_stored_series *stored = &all->items[i];
        if (stored->series.observations.count == 0) continue;
        bs_lang lang = stored->sources[0]->lang;
        return bs_lang_detect(stored->series.label, lang);
    }
    return BS_LANG_UNKNOWN;
}

static bool has_value(const bs_stored_series_array *all)
{
    for (size_t i = 0; i < all->count; i++) {
        const bs_observation_array *observations = &all->items[i].series.observations;
        for (size_t j = 0; j < observations->count; j++) {
            if (bs_chart_build__is_value(&observations->items[j])) return true;
        }
    }
    return false;
}

// The first and the last period that has a value; BS_PERIOD_NONE where none is dated.
static void find_ends(const bs_stored_series_array *all, bs_period *first, bs_period *last)
{
    *first = *last = BS_PERIOD_NONE;
    for (size_t i = 0; i < all->count; i++) {
        const bs_observation_array *observations = &all->items[i].series.observations;
        for (size_t j = 0; j < observations->count; j++) {
            const bs_observation *o = &observations->items[j];
            if (!bs_chart_build__is_value(o) || bs_period_is_none(o->period)) continue;
            if (bs_period_is_none(*first) || bs_period_compare(o->period, *first) < 0)
                *first = o->period;
            if (bs_period_is_none(*last) || bs_period_compare(o->period, *last) > 0)
                *last = o->period;
        }
    }
}

static bs_status fail_outside(const bs_chart_builder *b)
{
    bs_period first, last;
    find_ends(b->all, &first, &last);
    if (bs_period_is_none(first))
        return bs_fail(b->err, BS_E_ARGUMENT,
                       "these series have no value with a period; draw them as bars");
    bs_str from = bs_period_str(first, b->arena), to = bs_period_str(last, b->arena);
    return bs_fail(b->err, BS_E_ARGUMENT,
                   "these series have no value of the time that is asked for; they have values of "
                   "%.*s to %.*s",
                   BS_STR_ARG(from), BS_STR_ARG(to));
}

static bs_status check_built(const bs_chart_builder *b)
{
    const bs_chart *chart = b->chart;
    if (chart->kind == BS_CHART_BARS) return BS_OK;
    if (chart->panel_count > 0 && chart->panels[0].line_count > 0) return BS_OK;
    return fail_outside(b);
}

bs_status bs_chart_build(bs_chart *chart, bs_arena *arena, const bs_stored_series_array *all,
                         const bs_chart_doubts *doubts, const bs_chart_wish *wish, bs_error *err)
{
    static const bs_chart_wish nothing = {0};
    bs_chart_builder b = {chart, arena, all, doubts, wish ? wish : &nothing, BS_FORM_AUTO, err};
    if (!has_value(all)) return bs_fail(err, BS_E_ARGUMENT, "these series have no value to draw");
    b.form = b.wish->form == BS_FORM_AUTO ? choose_form(all) : b.wish->form;
    bool asked = b.wish->vintages && b.wish->form == BS_FORM_AUTO;
    if (asked && any_vintages(all)) b.form = BS_FORM_REVISIONS;
    if (!forms[b.form].any_units && !one_unit(all)) {
        return bs_fail(err, BS_E_ARGUMENT,
                       "series of several units cannot share an axis; draw them as panels");
    }
    if (chart->lang == BS_LANG_UNKNOWN) chart->lang = lang_of(all);
    BS_TRY(forms[b.form].build(&b));
    BS_TRY(check_built(&b));
    bs_chart_build__words(&b);
    return BS_OK;
}
