// SPDX-License-Identifier: GPL-3.0-or-later
// Heads of months or quarters without a year that go on past the end of one: "10월 | 11월 | 12월 |
// 1월" in a paper of January, "12月 | 1月 | 2月" under a line "2014年 2015年".
#include "engine/extract/grid_internal.h"
#include "engine/extract/scan_internal.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

// The part of a year that heads a column and prints no year; 0 for others.
static int bare_part(const bs__column *column)
{
    bool bare = column->role == BS__COLUMN_VALUE && column->timed && column->time.from.year == 0 &&
                column->time.from.half == 0 && column->time.to.month == 0 && !column->running;
    return bare ? bs__part_of_year(&column->time.from) : 0;
}

// The one column whose head begins a year behind the end of another; 0 where none or several do.
static uint32_t crossing_of(const bs__grid *grid)
{
    uint32_t found = 0;
    for (uint32_t col = grid->value_col + 1; col < grid->col_count; col++) {
        const bs__column *last = &grid->columns[col - 1];
        int end = last->time.from.quarter > 0 ? 4 : 12;
        if (bare_part(&grid->columns[col]) != 1 || bare_part(last) != end) continue;
        if (found > 0) return 0;
        found = col;
    }
    return found;
}

// The first of two years in a row that a line around the table is made of: "2014年 2015年".
static bs_status first_of_two(int *out, const bs__table_job *job)
{
    enum { BESIDES_MAX = 24 }; // bytes of the line that are no year
    *out = 0;
    for (size_t i = 0; i < job->context->near_count && *out == 0; i++) {
        bs_item_array items = {0};
        bs_str text = bs_str_behind_last(job->context->near[i], "\n");
        BS_TRY(bs_scan(&items, job->job->arena, text, bs__lang_of_text(text, job->grid.lang),
                       job->job->err));
        size_t besides = text.len;
        bool years = items.count == 2;
        for (size_t k = 0; years && k < items.count; k++) {
            years = items.items[k].kind == BS_KIND_YEAR;
            besides -= items.items[k].end - items.items[k].start;
        }
        if (!years || besides > BESIDES_MAX) continue;
        int first = items.items[0].from.year;
        if (items.items[1].from.year == first + 1) *out = first;
    }
    return BS_OK;
}

// Would the heads in front be of a time that the paper cannot tell of yet?
static bool lies_ahead(const bs__table_job *job, const bs_when *when)
{
    bool part = !bs_period_is_none(job->period) && !bs_period_is_span(job->period) &&
                job->period.frequency > BS_FREQUENCY_ANNUAL;
    bs_period told = part ? job->period : job->job->source->published;
    if (bs_period_is_none(told) || told.frequency <= BS_FREQUENCY_ANNUAL) return false;
    bs_date end = bs_period_end(told);
    int month = when->quarter > 0 ? when->quarter * 3 : when->month;
    return end.year == job->year_default && month > end.month;
}

bs_status bs__table_cross_years(bs__table_job *job)
{
    bs__column *columns = job->grid.columns;
    uint32_t crossing = job->fiscal ? 0 : crossing_of(&job->grid);
    if (crossing == 0) return BS_OK;
    int first;
    BS_TRY(first_of_two(&first, job));
    if (first == 0 && job->year_default > 0 && lies_ahead(job, &columns[crossing - 1].time.from))
        first = job->year_default - 1;
    if (first == 0) return BS_OK;
    int part = bare_part(&columns[crossing - 1]);
    for (uint32_t col = crossing; col-- > job->grid.value_col && bare_part(&columns[col]) == part;
         part--)
        columns[col].time.from.year = first;
    part = 1;
    for (uint32_t col = crossing; col < job->grid.col_count && bare_part(&columns[col]) == part;
         col++, part++)
        columns[col].time.from.year = first + 1;
    return BS_OK;
}
