// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that are dated by their names, each otherwise: "Population, 31 Dec 2023", "실업률(2023년)",
// or by a row of a time alone above them, "Six months ended 30 June 2023", in a table whose columns
// are no times.
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

static bool has_timed_column(const bs__grid *grid)
{
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        const bs__column *column = &grid->columns[col];
        if (column->role == BS__COLUMN_VALUE && column->timed) return true;
    }
    return false;
}

// Where the last bracket of a label that ends with one opens, or its last comma stands; label.len
// where there is neither.
static size_t last_mark(bs_str label, bool closed)
{
    static const char opens[] = "(|（", commas[] = ", |，|、";
    static const bool first[UINT8_MAX + 1] = {
        ['('] = true, [','] = true, [0xE3] = true, [0xEF] = true};
    for (size_t at = label.len; at-- > 1;) {
        if (!first[(unsigned char)label.ptr[at]]) continue;
        bs_str rest = bs_str_slice(label, at, label.len);
        if (closed ? bs_list_starts(rest, opens) : bs_list_starts(rest, commas)) return at;
    }
    return label.len;
}

// A time with a year at the end of a name, behind a comma or in a bracket; *label is the name then.
static bool cut_stamp(bs_str *label, bs_time_text *out, bs_lang lang)
{
    bool closed = bs_list_ends(*label, ")|）");
    size_t at = last_mark(*label, closed);
    if (at == label->len) return false;
    size_t first = bs_list_starts(bs_str_slice(*label, at, label->len), "(|, ") ? 1 : 3;
    size_t last = !closed ? 0 : bs_str_ends(*label, BS_STR(")")) ? 1 : 3;
    if (at + first + last >= label->len) return false;
    bs_str inside = bs_str_trim(bs_str_slice(*label, at + first, label->len - last));
    if (!bs_scan_time(out, inside, lang) || out->from.year == 0 || out->running) return false;
    *label = bs_str_trim(bs_str_slice(*label, 0, at));
    return true;
}

// Is a row a time with a year, in front of all columns, and nothing else?
static bool is_time_row(const bs__grid *grid, uint32_t row, bs_time_text *out)
{
    bs_time_text time;
    const bs_cell *only = NULL;
    for (uint32_t col = 0; col < grid->col_count; col++) {
        const bs_cell *cell = bs__grid_at(grid, row, col);
        if (cell == NULL || cell->text.len == 0 || cell == only) continue;
        if (only != NULL || col >= grid->value_col) return false;
        only = cell;
    }
    bool whole = only != NULL && bs_scan_time(&time, bs_str_trim(only->text), grid->lang) &&
                 time.from.year > 0 && !time.running;
    if (whole) *out = time;
    return whole;
}

// Are the times of the columns months and quarters of a year that none of them names?
static bool lack_years(const bs__grid *grid)
{
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        const bs__column *column = &grid->columns[col];
        if (column->role != BS__COLUMN_VALUE || !column->timed) continue;
        bool part = column->time.from.month > 0 || column->time.from.quarter > 0;
        if (column->time.from.year > 0 || !part) return false;
    }
    return has_timed_column(grid);
}

void bs__table_year_rows(bs__table_job *job)
{
    const bs__grid *grid = &job->grid;
    bs_time_text year = {0};
    bs_str heading = {0};
    if (!lack_years(grid)) return;
    for (uint32_t row = grid->header_row_count; row < grid->row_count; row++) {
        bs__row_info *info = &job->rows[row];
        bs_time_text time;
        if (is_time_row(grid, row, &time)) {
            bool whole = time.from.month == 0 && time.from.quarter == 0 && time.to.year == 0;
            year = whole ? time : (bs_time_text){0};
            heading = info->label;
        } else if (year.from.year > 0 && grid->rows[row].data && !info->timed) {
            info->dated = true;
            info->time = year;
            if (bs_str_equal(info->group, heading)) info->group = (bs_str){0};
        }
    }
}

void bs__table_stamps(bs__table_job *job)
{
    const bs__grid *grid = &job->grid;
    bs_time_text block = {0};
    if (has_timed_column(grid)) return;
    for (uint32_t row = 0; row < grid->row_count; row++) {
        bs__row_info *info = &job->rows[row];
        bool plain = bs_str_equal(info->name, info->label);
        if (is_time_row(grid, row, &block) || grid->rows[row].header) continue;
        if (!grid->rows[row].data || info->timed || info->label.len == 0) continue;
        info->dated = cut_stamp(&info->label, &info->time, grid->lang);
        if (info->dated && plain) info->name = info->label;
        if (info->dated || block.from.year == 0) continue;
        info->dated = true;
        info->time = block;
    }
}

static bool when_of(bs_period period, bs_when *out)
{
    bs_date first = bs_period_start(period);
    *out = (bs_when){.year = first.year};
    if (bs_period_is_none(period) || bs_period_is_span(period)) return false;
    if (period.frequency == BS_FREQUENCY_MONTH) out->month = first.month;
    if (period.frequency == BS_FREQUENCY_QUARTER) out->quarter = (first.month + 2) / 3;
    return period.frequency == BS_FREQUENCY_MONTH || period.frequency == BS_FREQUENCY_QUARTER ||
           period.frequency == BS_FREQUENCY_ANNUAL;
}

void bs__table_prior_rows(bs__table_job *job)
{
    bs_when when;
    uint32_t now = 0, prior = 0, rows = 0;
    if (!when_of(job->period, &when)) return;
    for (uint32_t row = job->grid.header_row_count; row < job->grid.row_count; row++) {
        if (!job->grid.rows[row].data) continue;
        bs__prior told = bs__prior_named(job->rows[row].label);
        if (job->rows[row].timed) return;
        if (job->rows[row].measure == BS_MEASURE_GROWTH || job->rows[row].change) continue;
        rows++;
        now += told == BS__NOW;
        prior += told > BS__NOW;
    }
    if (now == 0 || prior == 0 || now + prior < rows) return;
    for (uint32_t row = job->grid.header_row_count; row < job->grid.row_count; row++) {
        bs__row_info *info = &job->rows[row];
        bs__prior told = bs__prior_named(info->label);
        if (!job->grid.rows[row].data || told == BS__NO_PRIOR) continue;
        bs_period period = bs__prior_period(told, job->period);
        info->timed = when_of(period, &info->time.from);
    }
}
