// SPDX-License-Identifier: GPL-3.0-or-later
// Which series are drawn together: those of a table that move in time, and those of a ranking or
// breakdown that share indicator and unit.
#include "engine/report/report_internal.h"

enum { POINTS_MIN = 3 };

static size_t count_points(const bs_series *series)
{
    size_t count = 0;
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *one = &series->observations.items[i];
        bool dated = series->cross_section || !bs_period_is_none(one->period);
        count += dated && one->state == BS_STATE_VALUE;
    }
    return count;
}

// Series of sentences stand alone: what is near in a text is not a table.
static bool belongs(const bs_figure_group *group, const bs_series *series, bool data_file)
{
    const bs_series *first = group->series.items[0];
    if (first->table != series->table || (series->table == 0 && !data_file)) return false;
    if (first->cross_section != series->cross_section) return false;
    if (!bs_str_equal(first->group, series->group)) return false;
    if (!series->cross_section) return first->frequency == series->frequency;
    return bs_str_equal(first->indicator, series->indicator) &&
           bs_str_equal(first->unit, series->unit) && first->unit_power == series->unit_power;
}

static bs_figure_group *group_of(bs_leaf *leaf, bs_page *page, const bs_series *series)
{
    bool data_file = leaf->reading->document == NULL;
    for (size_t i = leaf->groups.count; i-- > 0;) {
        if (belongs(&leaf->groups.items[i], series, data_file)) return &leaf->groups.items[i];
    }
    bs_figure_group *group = BS_PUSH(page->arena, &leaf->groups);
    if (group == NULL) return NULL;
    if (!data_file && series->observations.count > 0) {
        group->table = bs_report__table_of(leaf, &series->observations.items[0].origin);
        while (bs_report__continues(leaf, group->table + 1))
            group->table++; // below its last piece
    }
    group->title = series->group.len > 0 ? bs_series_caption(series) : series->label;
    return group;
}

static bs_status add(bs_leaf *leaf, bs_page *page, const bs_series *series)
{
    bs_figure_group *group = group_of(leaf, page, series);
    if (group == NULL) return bs_report__no_memory(page);
    group->series_count++;
    group->drawable = !series->cross_section || group->series_count >= POINTS_MIN;
    if (group->series.count >= BS_REPORT_FIGURE_SERIES_MAX) return BS_OK;
    const bs_series **place = BS_PUSH(page->arena, &group->series);
    if (place == NULL) return bs_report__no_memory(page);
    *place = series;
    return BS_OK;
}

bs_status bs_report__groups(bs_leaf *leaf, bs_page *page)
{
    if (page->options->artist.draw == NULL) return BS_OK;
    for (size_t i = 0; i < leaf->reading->series.count; i++) {
        const bs_series *series = &leaf->reading->series.items[i];
        if (series->measure == BS_MEASURE_RANK) continue;
        size_t wanted = series->cross_section ? 1 : POINTS_MIN;
        if (count_points(series) >= wanted) BS_TRY(add(leaf, page, series));
    }
    return BS_OK;
}
