// SPDX-License-Identifier: GPL-3.0-or-later
// Lines and panels of series as they are.
#include "engine/cli/chart_build_internal.h"

// Targets and forecasts are drawn apart from what has happened where both speak of one period.
typedef enum part { PART_ALL, PART_KNOWN, PART_PLANNED } part;

static bool is_in(const bs_observation *observation, part wanted)
{
    return wanted == PART_ALL ||
           bs_chart_build__is_planned(observation) == (wanted == PART_PLANNED);
}

static bool overlaps(const bs_series *series)
{
    for (size_t i = 1; i < series->observations.count; i++) {
        const bs_observation *a = &series->observations.items[i - 1], *c = a + 1;
        bool same = bs_period_equal(a->period, c->period);
        if (same && bs_chart_build__is_planned(a) != bs_chart_build__is_planned(c)) return true;
    }
    return false;
}

static bool all_planned(const bs_series *series)
{
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *o = &series->observations.items[i];
        if (bs_chart_build__is_value(o) && !bs_chart_build__is_planned(o)) return false;
    }
    return true;
}

// Points of one part; of several vintages of a period the newest, which comes last.
static bs_status make_points(const bs_chart_builder *b, bs_chart_line *out,
                             const bs_stored_series *stored, part wanted)
{
    const bs_series *series = &stored->series;
    bs_chart_point *points = BS_NEW_ARRAY(b->arena, bs_chart_point, series->observations.count);
    if (points == NULL) return bs_chart_build__no_memory(b);
    size_t count = 0;
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *observation = &series->observations.items[i];
        if (!is_in(observation, wanted) || !bs_chart_build__is_wanted(b, observation)) continue;
        bool again = count > 0 && bs_period_equal(points[count - 1].period, observation->period);
        if (again && !bs_chart_build__is_value(observation)) continue;
        bs_chart_point *point = &points[again ? count - 1 : count++];
        point->period = observation->period;
        point->broken = bs_chart_build__is_break(b, observation->period);
        BS_TRY(bs_chart_build__value(b, &point->value, stored, i));
    }
    *out = (bs_chart_line){
        .label = bs_chart_build__label(b, series), .points = points, .point_count = count};
    return BS_OK;
}

static bs_status make_line(const bs_chart_builder *b, bs_chart_line *out,
                           const bs_stored_series *stored, part wanted)
{
    BS_TRY(make_points(b, out, stored, wanted));
    bool planned = wanted == PART_PLANNED || all_planned(&stored->series);
    if (b->form == BS_FORM_STEP && planned) out->course = BS_COURSE_STEP;
    if (wanted != PART_PLANNED) return BS_OK;
    out->role = BS_ROLE_PLAN;
    bs_str word = bs_word_get(BS_WORD_TARGET, b->chart->lang);
    out->label = bs_arena_format(b->arena, "%.*s (%.*s)", BS_STR_ARG(out->label), BS_STR_ARG(word));
    return out->label.ptr != NULL ? BS_OK : bs_chart_build__no_memory(b);
}

typedef BS_ARRAY(bs_chart_line) line_array;

static bs_status add_lines(const bs_chart_builder *b, line_array *lines,
                           const bs_stored_series *stored)
{
    bool apart = overlaps(&stored->series);
    for (part wanted = apart ? PART_KNOWN : PART_ALL; wanted <= PART_PLANNED; wanted++) {
        bs_chart_line line;
        BS_TRY(make_line(b, &line, stored, wanted));
        bs_chart_line *place = line.point_count > 0 ? BS_PUSH(b->arena, lines) : NULL;
        if (place != NULL)
            *place = line;
        else if (line.point_count > 0)
            return bs_chart_build__no_memory(b);
        if (!apart) break;
    }
    return BS_OK;
}

bs_chart_line *bs_chart_build__new_panel(const bs_chart_builder *b, bs_str unit, size_t line_count)
{
    bs_chart_panel *panel = BS_NEW(b->arena, bs_chart_panel);
    bs_chart_line *lines = BS_NEW_ARRAY(b->arena, bs_chart_line, line_count);
    if (panel == NULL || lines == NULL) return NULL;
    *panel = (bs_chart_panel){.unit = unit, .lines = lines, .line_count = line_count};
    b->chart->panels = panel;
    b->chart->panel_count = 1;
    return lines;
}

bs_chart_line *bs_chart_build__panel_of_series(const bs_chart_builder *b, size_t line_count)
{
    const bs_series *first = &b->all->items[0].series;
    bs_chart_line *lines = bs_chart_build__new_panel(b, bs_chart_build__unit(b, first), line_count);
    if (lines == NULL) return NULL;
    ((bs_chart_panel *)(uintptr_t)b->chart->panels)->numbers = bs_chart_build__numbers(b, first);
    return lines;
}

bs_status bs_chart_build__one_panel(const bs_chart_builder *b)
{
    line_array lines = {0};
    for (size_t i = 0; i < b->all->count; i++) {
        BS_TRY(add_lines(b, &lines, &b->all->items[i]));
    }
    bs_chart_line *place = bs_chart_build__panel_of_series(b, lines.count);
    if (place == NULL) return bs_chart_build__no_memory(b);
    if (lines.count > 0) memcpy(place, lines.items, lines.count * sizeof *place);
    return BS_OK;
}

bs_status bs_chart_build__panels(const bs_chart_builder *b)
{
    bs_chart_panel *panels = BS_NEW_ARRAY(b->arena, bs_chart_panel, b->all->count);
    if (panels == NULL) return bs_chart_build__no_memory(b);
    size_t count = 0;
    for (size_t i = 0; i < b->all->count; i++) {
        const bs_series *series = &b->all->items[i].series;
        line_array lines = {0};
        BS_TRY(add_lines(b, &lines, &b->all->items[i]));
        if (lines.count == 0) continue;
        panels[count++] = (bs_chart_panel){.title = bs_chart_build__label(b, series),
                                           .unit = bs_chart_build__unit(b, series),
                                           .lines = lines.items,
                                           .line_count = lines.count,
                                           .numbers = bs_chart_build__numbers(b, series)};
    }
    b->chart->panels = panels;
    b->chart->panel_count = count;
    return BS_OK;
}
