// SPDX-License-Identifier: GPL-3.0-or-later
// A part of the year that the caption says of every year of the table: "1~9월 수출입 (억달러)" over
// 2023 and 2024.
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

static bool is_whole_year(const bs_when *when)
{
    return when->year > 0 && !when->fiscal && bs__part_of_year(when) == 0 && when->tenday == 0 &&
           when->week == 0 && when->day == 0;
}

// The latest year of columns that are years and nothing else, of which there are two at least; 0
// where some are not. *count is how many there are.
static int latest_year(const bs__grid *grid, int *count)
{
    int latest = 0;
    *count = 0;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        const bs__column *column = &grid->columns[col];
        if (!column->timed) continue;
        const bs_time_text *time = &column->time;
        if (!is_whole_year(&time->from) || time->to.year > 0 || time->running) return 0;
        if (time->from.year > latest) latest = time->from.year;
        ++*count;
    }
    return *count > 1 ? latest : 0;
}

// Several months or quarters of one year, or a half.
static bool is_part(const bs_item *item)
{
    const bs_when *from = &item->from, *to = &item->to;
    if (item->kind != BS_KIND_DATE || from->day > 0 || from->fiscal) return false;
    if (from->half > 0) return to->half == 0;
    bool months = from->month > 0 && to->month > from->month;
    bool quarters = from->quarter > 0 && to->quarter > from->quarter;
    return (months || quarters) && (to->year == 0 || to->year == from->year);
}

bs_status bs__table_span(bs__table_job *job)
{
    enum { LINE_BYTES_MAX = 200, COMPARED_COUNT = 2 };
    int count, latest = latest_year(&job->grid, &count);
    if (latest == 0) return BS_OK;
    for (size_t i = 0; i < job->context->above_count; i++) {
        bs_str text = bs_str_trim(job->context->near[i]);
        if (text.len > LINE_BYTES_MAX || bs_list_ends(text, ".|。")) continue;
        bs_item_array items = {0};
        BS_TRY(bs_scan(&items, job->job->arena, text, job->grid.lang, job->job->err));
        for (size_t k = 0; k < items.count; k++) {
            const bs_item *item = &items.items[k];
            // With a year of its own it is that of a year and the one before.
            bool of_all =
                item->from.year == 0 || (item->from.year == latest && count == COMPARED_COUNT);
            if (!is_part(item) || !of_all) continue;
            job->span_from = item->from;
            job->span_to = item->to;
            return BS_OK;
        }
    }
    return BS_OK;
}

void bs__table_span_of(const bs__table_job *job, bs_when *from, bs_when *to)
{
    bool none = bs__part_of_year(&job->span_from) == 0;
    if (none || !is_whole_year(from) || to->year > 0) return;
    int year = from->year;
    *from = job->span_from;
    *to = job->span_to;
    from->year = year;
    if (bs__part_of_year(to) > 0) to->year = year;
}
