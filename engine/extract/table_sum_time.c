// SPDX-License-Identifier: GPL-3.0-or-later
// Totals over times: "2025년 | 2026년 | 2027년 | 합계", and "계" among the months of a column. They
// are of all the times that they add up, and not of the last one.
#include "engine/extract/grid_internal.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

enum { PARTS_MIN = 2, MONTHS = 12 };

// The times on one side of a total: columns or rows from `first` to `last`, and what they span.
typedef struct time_run {
    uint32_t first;
    uint32_t last;
    bs_period period;
} time_run;

typedef bool period_at(const bs__table_job *job, uint32_t at, bs_period *out);

static bool period_of(const bs__table_job *job, const bs_time_text *time, bs_period *out)
{
    bool read = bs_when_period(out, time->from, time->to, job->year_default, NULL) == BS_OK;
    return read && !time->running && !bs_period_is_span(*out);
}

static bool column_period(const bs__table_job *job, uint32_t col, bs_period *out)
{
    if (col < job->grid.value_col || col >= job->grid.col_count) return false;
    const bs__column *column = &job->grid.columns[col];
    bool level = column->role == BS__COLUMN_VALUE && column->timed && !column->difference &&
                 column->measure != BS_MEASURE_GROWTH;
    return level && period_of(job, &column->time, out);
}

static bool row_period(const bs__table_job *job, uint32_t row, bs_period *out)
{
    if (row < job->grid.header_row_count || row >= job->grid.row_count) return false;
    return job->grid.rows[row].data && job->rows[row].timed &&
           period_of(job, &job->rows[row].time, out);
}

// One year, where a span is that.
static bs_period whole_year(bs_period span)
{
    bs_date first = bs_period_start(span), last = bs_period_end(span);
    bs_period year;
    bool whole = first.year == last.year && first.month == 1 && last.month == MONTHS;
    return whole && bs_period_year(&year, first.year, NULL) == BS_OK ? year : span;
}

// The times that follow each other in front of place `at`, or behind it, each the next of the one
// before.
static bool find_run(const bs__table_job *job, uint32_t at, int step, period_at *period,
                     time_run *out)
{
    bs_period now, next = BS_PERIOD_NONE, ends[2] = {BS_PERIOD_NONE, BS_PERIOD_NONE};
    uint32_t count = 0;
    for (uint32_t i = at + (uint32_t)step; period(job, i, &now); i += (uint32_t)step, count++) {
        bool follows = now.frequency == next.frequency &&
                       (step < 0 ? bs_period_equal(bs_period_offset(now, 1), next)
                                 : bs_period_equal(bs_period_offset(next, 1), now));
        if (count > 0 && !follows) break;
        next = now;
        ends[count > 0] = now;
    }
    if (count < PARTS_MIN) return false;
    out->first = step < 0 ? at - count : at + 1;
    out->last = out->first + count - 1;
    bs_period first = step < 0 ? ends[1] : ends[0], last = step < 0 ? ends[0] : ends[1];
    if (bs_period_span(&out->period, first, last, NULL) != BS_OK) return false;
    out->period = whole_year(out->period);
    return true;
}

// Of the rows, or columns, what has been tested and what holds.
typedef struct sum_votes {
    uint32_t tested;
    uint32_t held;
} sum_votes;

// Is the total the sum of the parts, as far as rounding tells? Missing ones add nothing.
static void vote(sum_votes *votes, const bs_cell_value *total, const bs_cell_value *const *parts,
                 size_t count)
{
    bs_decimal sum = {0, total->value.scale}, off, twice;
    size_t values = 0;
    if (total->state != BS_STATE_VALUE) return;
    for (size_t i = 0; i < count; i++) {
        if (parts[i]->state != BS_STATE_VALUE) continue;
        if (bs_decimal_add(&sum, sum, parts[i]->value, NULL) != BS_OK) return;
        values++;
    }
    if (values < PARTS_MIN || bs_decimal_sub(&off, sum, total->value, NULL) != BS_OK) return;
    if (off.coefficient < 0) off = bs_decimal_negate(off);
    if (bs_decimal_add(&twice, off, off, NULL) != BS_OK) return;
    bs_decimal rounding = {(int64_t)values, total->value.scale};
    votes->tested++;
    votes->held += bs_decimal_compare(twice, rounding) <= 0;
}

// Rows of rates do not add up beside those that do.
static bool adds_up(const sum_votes *votes)
{
    enum { SHARE = 3 };
    return votes->held > 0 && votes->held * SHARE >= votes->tested;
}

static bool column_adds_up(const bs__table_job *job, uint32_t col, const time_run *run,
                           const bs_cell_value **parts)
{
    sum_votes votes = {0};
    for (uint32_t row = job->grid.header_row_count; row < job->grid.row_count; row++) {
        if (!job->grid.rows[row].data) continue;
        for (uint32_t i = run->first; i <= run->last; i++)
            parts[i - run->first] = bs__grid_value(&job->grid, row, i);
        vote(&votes, bs__grid_value(&job->grid, row, col), parts, run->last - run->first + 1);
    }
    return adds_up(&votes);
}

static bool row_adds_up(const bs__table_job *job, uint32_t row, const time_run *run,
                        const bs_cell_value **parts)
{
    sum_votes votes = {0};
    for (uint32_t col = job->grid.value_col; col < job->grid.col_count; col++) {
        if (job->grid.columns[col].role != BS__COLUMN_VALUE) continue;
        for (uint32_t i = run->first; i <= run->last; i++)
            parts[i - run->first] = bs__grid_value(&job->grid, i, col);
        vote(&votes, bs__grid_value(&job->grid, row, col), parts, run->last - run->first + 1);
    }
    return adds_up(&votes);
}

static bool is_total_column(const bs__column *column)
{
    return column->role == BS__COLUMN_VALUE && !column->timed && !column->difference &&
           !column->running && column->prior == BS__NO_PRIOR &&
           column->measure != BS_MEASURE_GROWTH && bs_word_is(column->label, BS_MEANS_TOTAL);
}

static bool is_total_row(const bs__table_job *job, uint32_t row)
{
    const bs__row_info *info = &job->rows[row];
    return job->grid.rows[row].data && info->total && !info->timed && !info->running;
}

bs_status bs__table_sum_times(bs__table_job *job)
{
    const bs__grid *grid = &job->grid;
    bool across = job->layout == BS__PERIODS_ACROSS, down = job->layout == BS__PERIODS_DOWN;
    uint32_t count = across ? grid->col_count : down ? grid->row_count : 0;
    uint32_t first = across ? grid->value_col : grid->header_row_count;
    const bs_cell_value **parts = NULL;
    for (uint32_t at = first; at < count; at++) {
        bool total = across ? is_total_column(&grid->columns[at]) : is_total_row(job, at);
        time_run run;
        period_at *period = across ? column_period : row_period;
        if (!total || (!find_run(job, at, -1, period, &run) && !find_run(job, at, 1, period, &run)))
            continue;
        if (job->sum_times == NULL) {
            job->sum_times = BS_NEW_ARRAY(job->job->arena, bs_period, count);
            parts = BS_NEW_ARRAY(job->job->arena, const bs_cell_value *, count);
            if (job->sum_times == NULL || parts == NULL) return bs__no_memory(job->job->err);
            for (uint32_t i = 0; i < count; i++)
                job->sum_times[i] = BS_PERIOD_NONE;
        }
        bool holds =
            across ? column_adds_up(job, at, &run, parts) : row_adds_up(job, at, &run, parts);
        if (holds) job->sum_times[at] = run.period;
    }
    return BS_OK;
}

bool bs__table_sum_time(const bs__table_job *job, uint32_t row, uint32_t col, bs_period *out)
{
    if (job->sum_times == NULL) return false;
    *out = job->sum_times[job->layout == BS__PERIODS_ACROSS ? col : row];
    return !bs_period_is_none(*out);
}
