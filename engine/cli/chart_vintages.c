// SPDX-License-Identifier: GPL-3.0-or-later
// What each source said of a series, the newest in front.
#include <stdlib.h>

#include "engine/cli/chart_build_internal.h"

static int by_date(const void *a, const void *b)
{
    return bs_str_compare(*(const bs_str *)a, *(const bs_str *)b);
}

typedef BS_ARRAY(bs_str) text_array;

// The dates of the sources, each once, oldest first.
static bs_status list_dates(text_array *out, const bs_chart_builder *b,
                            const bs_stored_series *stored)
{
    for (size_t i = 0; i < stored->series.observations.count; i++) {
        bs_str *date = BS_PUSH(b->arena, out);
        if (date == NULL) return bs_chart_build__no_memory(b);
        *date = stored->vintages[i];
    }
    if (out->count == 0) return BS_OK;
    qsort(out->items, out->count, sizeof *out->items, by_date);
    size_t count = 1;
    for (size_t i = 1; i < out->count; i++) {
        if (!bs_str_equal(out->items[i], out->items[count - 1])) {
            out->items[count++] = out->items[i];
        }
    }
    out->count = count;
    return BS_OK;
}

typedef enum place { FRONT, BEHIND } place;

// What was known on a date: of each period what the newest source up to then says.
static bs_status make_line(const bs_chart_builder *b, bs_chart_line *out,
                           const bs_stored_series *stored, bs_str date, place stands)
{
    const bs_series *series = &stored->series;
    bs_chart_point *points = BS_NEW_ARRAY(b->arena, bs_chart_point, series->observations.count);
    if (points == NULL) return bs_chart_build__no_memory(b);
    size_t count = 0;
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *o = &series->observations.items[i];
        bool known = bs_str_compare(stored->vintages[i], date) <= 0;
        if (!known || !bs_chart_build__is_value(o) || !bs_chart_build__is_wanted(b, o)) continue;
        bool again = count > 0 && bs_period_equal(points[count - 1].period, o->period);
        bs_chart_point *point = &points[again ? count - 1 : count++];
        point->period = o->period;
        BS_TRY(bs_chart_build__value(b, &point->value, stored, i));
        if (stands == FRONT) continue;
        point->value.reason = point->value.proposal = (bs_str){0}; // it was mended, or is in front
    }
    *out = (bs_chart_line){.label = date, .points = points, .point_count = count};
    return BS_OK;
}

bs_status bs_chart_build__revisions(const bs_chart_builder *b)
{
    const bs_stored_series *stored = &b->all->items[0];
    if (b->all->count != 1) {
        const bs_stored_series *next = stored + 1;
        return bs_fail(b->err, BS_E_ARGUMENT,
                       "revisions are drawn of one series, not of %zu: '%.*s', '%.*s'%s",
                       b->all->count, BS_STR_ARG(stored->series.key), BS_STR_ARG(next->series.key),
                       b->all->count > 2 ? " ..." : "");
    }
    text_array dates = {0};
    BS_TRY(list_dates(&dates, b, stored));
    if (dates.count < 2) {
        return bs_fail(b->err, BS_E_ARGUMENT,
                       "this series was published once, so nothing was revised");
    }
    size_t shown = dates.count < BS_CHART_EARLIER_MAX + 1 ? dates.count : BS_CHART_EARLIER_MAX + 1;
    bs_chart_line *lines = bs_chart_build__panel_of_series(b, shown);
    if (lines == NULL) return bs_chart_build__no_memory(b);
    size_t count = 0;
    for (size_t i = 0; i < shown; i++) {
        // The newest is the first line.
        BS_TRY(make_line(b, &lines[count], stored, dates.items[dates.count - 1 - i],
                         i == 0 ? FRONT : BEHIND));
        if (i > 0) lines[count].role = BS_ROLE_EARLIER;
        count += lines[count].point_count > 0;
    }
    ((bs_chart_panel *)(uintptr_t)b->chart->panels)->line_count = count;
    // Revisions are small beside the values; that the axis does not begin at 0 is said.
    if (b->chart->zero == BS_ZERO_AUTO) b->chart->zero = BS_ZERO_NEVER;
    return BS_OK;
}
