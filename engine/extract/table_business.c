// SPDX-License-Identifier: GPL-3.0-or-later
// Months that run through the business year of a caption: "10月 ... 12月 | 1月" under "平成29年度",
// whose January is that of the year after; and years that rows go on with.
#include "engine/extract/scan.h"
#include "engine/extract/table_internal.h"

enum { YEAR_MONTHS = 12, APRIL = 4 };

static bool is_month(const bs_time_text *time)
{
    return time->from.year == 0 && time->from.month > 0 && time->from.day == 0 &&
           time->from.week == 0 && time->from.tenday == 0;
}

// What has been seen of the months in their order.
typedef struct month_run {
    int first;   // month of the business year
    bool begins; // in that year
    bool turns;  // from there into the one after
} month_run;

static void see_month(month_run *run, const bs_time_text *time)
{
    if (!is_month(time)) return;
    bool after = time->from.month < run->first;
    run->turns |= run->begins && after;
    run->begins |= !after && !run->turns;
}

// "第2四半期", "上期", "第3四半期累計" without a year.
static bool is_part(const bs_time_text *time)
{
    return time->from.year == 0 && (time->from.quarter > 0 || time->from.half > 0) &&
           time->to.year == 0 && time->to.month == 0;
}

static void settle(bs_time_text *time, int year, int first)
{
    if (!is_month(time) && !is_part(time)) return;
    time->from.year = year;
    bs__set_business_month(&time->from, first);
    if (bs__part_of_year(&time->to) == 0 || time->to.year > 0) return;
    time->to.year = year;
    bs__set_business_month(&time->to, first);
}

// Are the rows that end with *last three months one after the other, and the one before none of
// them? A quarter below them is theirs, wherever its business year begins.
static bool ends_quarter(const bs__table_job *job, const bs__row_info *last)
{
    enum { QUARTER = 3 };
    size_t at = (size_t)(last - job->rows), first = job->grid.header_row_count;
    int ahead = 0;
    for (size_t i = 0; i <= QUARTER && at >= first + i; i++, ahead++) {
        const bs_when *now = &job->rows[at - i].time.from, *end = &last->time.from;
        int months = (end->year - now->year) * YEAR_MONTHS + end->month - now->month;
        bool next = job->rows[at - i].timed && now->month > 0 && months == (int)i;
        if (!next) break;
    }
    return ahead == QUARTER;
}

void bs__table_carry_year(bs__table_job *job, bs__row_info *row, const bs__row_info *above)
{
    if (!row->timed || row->time.from.year > 0 || above == NULL || !above->timed) return;
    if (above->time.from.year == 0) return;
    // A quarter below its last month is of the same year.
    bool again = bs__last_month_of(&row->time.from) < bs__first_month_of(&above->time.from);
    if (again && row->time.from.quarter > 0 && above->time.from.month > 0) {
        row->timed = ends_quarter(job, above);
        row->time.from = row->timed ? (above - 2)->time.from : (bs_when){0};
        row->time.to = row->timed ? above->time.from : (bs_when){0};
        return;
    }
    row->time.from.year = above->time.from.year + again;
    if (bs__part_of_year(&row->time.to) > 0) row->time.to.year = row->time.from.year;
}

void bs__table_business_year(bs__table_job *job)
{
    bs_date start = bs_period_start(job->period);
    bool year = job->period.frequency == BS_FREQUENCY_MONTH &&
                job->period.last - job->period.first == YEAR_MONTHS - 1 && start.month > 1;
    bool japanese = job->grid.lang == BS_LANG_JA;
    int first = year ? start.month : job->fiscal && japanese ? APRIL : 0;
    month_run across = {.first = first}, down = {.first = first};
    if (first == 0) return;
    for (uint32_t col = job->grid.value_col; col < job->grid.col_count; col++) {
        if (job->grid.columns[col].timed) see_month(&across, &job->grid.columns[col].time);
    }
    for (uint32_t row = job->grid.header_row_count; row < job->grid.row_count; row++) {
        if (job->rows[row].timed) see_month(&down, &job->rows[row].time);
    }
    for (uint32_t col = job->grid.value_col; col < job->grid.col_count; col++) {
        bs__column *column = &job->grid.columns[col];
        bool within = (across.turns && japanese) || (year && is_part(&column->time));
        if (within && column->timed) settle(&column->time, start.year, first);
    }
    for (uint32_t row = job->grid.header_row_count; row < job->grid.row_count; row++) {
        bs_time_text *time = &job->rows[row].time;
        bool within = (down.turns && japanese) || (year && is_part(time));
        if (within && job->rows[row].timed) settle(time, start.year, first);
    }
}
