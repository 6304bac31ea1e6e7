// SPDX-License-Identifier: GPL-3.0-or-later
// Series side by side at the same periods: two of them for slopes and dumbbells, all for shares.
#include "engine/cli/chart_build_internal.h"

// The line of a series at `periods`, with a gap where it has no value.
static bs_status make_line(const bs_chart_builder *b, bs_chart_line *out,
                           const bs_stored_series *stored, const bs_period *periods, size_t count)
{
    const bs_series *series = &stored->series;
    bs_chart_point *points = BS_NEW_ARRAY(b->arena, bs_chart_point, count);
    if (points == NULL) return bs_chart_build__no_memory(b);
    for (size_t i = 0; i < count; i++) {
        points[i] = (bs_chart_point){.period = periods[i], .value = {.state = BS_STATE_EMPTY}};
        size_t found = bs_chart_build__find(b, series, periods[i]);
        if (found != SIZE_MAX) {
            BS_TRY(bs_chart_build__value(b, &points[i].value, stored, found));
        }
    }
    bool named = series->subject.len > 0 && series->cross_section;
    *out = (bs_chart_line){.label = named ? series->subject : bs_chart_build__label(b, series),
                           .points = points,
                           .point_count = count};
    return BS_OK;
}

// How many series have a value at the period.
static size_t spoken_of(const bs_chart_builder *b, bs_period period)
{
    size_t count = 0;
    for (size_t i = 0; i < b->all->count; i++) {
        count += bs_chart_build__find(b, &b->all->items[i].series, period) != SIZE_MAX;
    }
    return count;
}

// The first and the last period of which most series speak.
static bs_status choose_ends(const bs_chart_builder *b, bs_period ends[2])
{
    bs_period_array periods = {0};
    BS_TRY(bs_chart_build__periods(&periods, b));
    size_t most = 0;
    for (size_t i = 0; i < periods.count; i++) {
        size_t count = spoken_of(b, periods.items[i]);
        if (count > most) most = count;
    }
    bool begun = false;
    for (size_t i = 0; i < periods.count; i++) {
        if (spoken_of(b, periods.items[i]) < most) continue;
        if (!begun) ends[0] = periods.items[i];
        ends[1] = periods.items[i];
        begun = true;
    }
    if (begun && !bs_period_equal(ends[0], ends[1])) return BS_OK;
    return bs_fail(b->err, BS_E_ARGUMENT, "these series have no two periods in common");
}

bs_status bs_chart_build__pairs(const bs_chart_builder *b)
{
    bs_period ends[2];
    BS_TRY(choose_ends(b, ends));
    bs_chart_line *lines = bs_chart_build__panel_of_series(b, b->all->count);
    if (lines == NULL) return bs_chart_build__no_memory(b);
    for (size_t i = 0; i < b->all->count; i++) {
        BS_TRY(make_line(b, &lines[i], &b->all->items[i], ends, BS_COUNT(ends)));
    }
    b->chart->kind = b->form == BS_FORM_SLOPE ? BS_CHART_SLOPE : BS_CHART_DUMBBELL;
    return BS_OK;
}

bs_status bs_chart_build__shares(const bs_chart_builder *b)
{
    bs_period_array periods = {0};
    BS_TRY(bs_chart_build__periods(&periods, b));
    bs_chart_line *lines = bs_chart_build__panel_of_series(b, b->all->count);
    if (lines == NULL) return bs_chart_build__no_memory(b);
    size_t count = 0;
    for (size_t i = 0; i < b->all->count; i++) {
        const bs_stored_series *stored = &b->all->items[i];
        if (stored->series.total && b->all->count > 1) continue; // it is the 100
        BS_TRY(make_line(b, &lines[count++], stored, periods.items, periods.count));
    }
    ((bs_chart_panel *)(uintptr_t)b->chart->panels)->line_count = count;
    b->chart->kind = BS_CHART_SHARE;
    if (count > 0 && periods.count > 0) return BS_OK;
    return bs_fail(b->err, BS_E_ARGUMENT, "these series have no parts to make shares of");
}
