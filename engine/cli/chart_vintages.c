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

// Targets are no earlier word on what came true; they are drawn where there is nothing else.
static bool only_targets(const bs_series *series)
{
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *o = &series->observations.items[i];
        if (bs_chart_build__is_value(o) && o->status != BS_STATUS_TARGET) return false;
    }
    return true;
}

// What was known on a date: of each period what the newest source up to then says.
static bs_status make_line(const bs_chart_builder *b, bs_chart_line *out,
                           const bs_stored_series *stored, bs_str date, place stands)
{
    const bs_series *series = &stored->series;
    bool targets = only_targets(series), known = false;
    bs_chart_point *points = BS_NEW_ARRAY(b->arena, bs_chart_point, series->observations.count);
    if (points == NULL) return bs_chart_build__no_memory(b);
    size_t count = 0;
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *o = &series->observations.items[i];
        bool said = bs_str_compare(stored->vintages[i], date) <= 0;
        if (!said || !bs_chart_build__is_value(o) || !bs_chart_build__is_wanted(b, o)) continue;
        if (o->status == BS_STATUS_TARGET && !targets) continue;
        bool again = count > 0 && bs_period_equal(points[count - 1].period, o->period);
        bool planned = bs_chart_build__is_planned(o);
        if (again && planned && known) continue; // it has come true
        known = !planned;
        bs_chart_point *point = &points[again ? count - 1 : count++];
        *point = (bs_chart_point){.period = o->period};
        BS_TRY(bs_chart_build__value(b, &point->value, stored, i));
        if (stands == FRONT) continue;
        point->value.reason = point->value.proposal = (bs_str){0}; // it was mended, or is in front
    }
    *out = (bs_chart_line){.label = date, .points = points, .point_count = count};
    return BS_OK;
}

bool bs_chart_has_vintages(const bs_stored_series *stored)
{
    for (size_t i = 1; i < stored->series.observations.count; i++) {
        if (!bs_str_equal(stored->vintages[i], stored->vintages[0])) return true;
    }
    return false;
}

// The newest line in front, and as many behind it as can be told apart.
static bs_status make_lines(const bs_chart_builder *b, bs_chart_line **out, size_t *count,
                            const bs_stored_series *stored)
{
    text_array dates = {0};
    BS_TRY(list_dates(&dates, b, stored));
    size_t shown = dates.count < BS_CHART_EARLIER_MAX + 1 ? dates.count : BS_CHART_EARLIER_MAX + 1;
    *count = 0;
    *out = BS_NEW_ARRAY(b->arena, bs_chart_line, shown);
    if (*out == NULL) return bs_chart_build__no_memory(b);
    for (size_t i = 0; i < shown; i++) {
        bs_chart_line *line = &(*out)[*count];
        BS_TRY(
            make_line(b, line, stored, dates.items[dates.count - 1 - i], i == 0 ? FRONT : BEHIND));
        if (i > 0) line->role = BS_ROLE_EARLIER;
        *count += line->point_count > 0;
    }
    return BS_OK;
}

bs_status bs_chart_build__revisions(const bs_chart_builder *b)
{
    size_t revised = 0, count = 0;
    for (size_t i = 0; i < b->all->count; i++)
        revised += bs_chart_has_vintages(&b->all->items[i]);
    if (revised == 0) {
        return bs_fail(b->err, BS_E_ARGUMENT, "%s published once, so nothing was revised",
                       b->all->count > 1 ? "these series were" : "this series was");
    }
    bs_chart_panel *panels = BS_NEW_ARRAY(b->arena, bs_chart_panel, b->all->count);
    if (panels == NULL) return bs_chart_build__no_memory(b);
    for (size_t i = 0; i < b->all->count; i++) {
        const bs_series *series = &b->all->items[i].series;
        bs_chart_line *lines;
        size_t line_count;
        BS_TRY(make_lines(b, &lines, &line_count, &b->all->items[i]));
        if (line_count == 0) continue;
        panels[count++] = (bs_chart_panel){
            .title = b->all->count > 1 ? bs_chart_build__label(b, series) : (bs_str){0},
            .unit = bs_chart_build__unit(b, series),
            .lines = lines,
            .line_count = line_count,
            .numbers = bs_chart_build__numbers(b, series)};
    }
    b->chart->panels = panels;
    b->chart->panel_count = count;
    // Revisions are small beside the values; that the axis does not begin at 0 is said.
    if (b->chart->zero == BS_ZERO_AUTO) b->chart->zero = BS_ZERO_NEVER;
    return BS_OK;
}
