// SPDX-License-Identifier: GPL-3.0-or-later
// What headings among the rows of a table say of the rows below them, and rows of one another.
#include "engine/extract/grid_internal.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

// A rate, a number of people or of shares, or an amount a share is in no unit of a section of
// money.
static bool stands_apart(const bs__row_info *row, bool money)
{
    if (bs__names_rate(row->label) || bs__is_rate(row->measure)) return true;
    bool counted = bs__names_count(row->label) || bs__names_headcount(row->label);
    return money && (counted || bs__names_per_share(row->label));
}

// "Percentage change on previous year", "전년대비 증감률" over rows of figures.
static bool names_rates(bs_str label)
{
    return bs__names_percent_change(label) || bs__names_rate(label);
}

// "DKK billion" over rows of figures: a unit, and no name.
static void take_heading(bs__table_job *job, bs__row_info *info)
{
    bs_unit_text unit;
    if (names_rates(info->label)) {
        info->unit = info->unit_text = BS_STR("%");
    } else if (bs_scan_whole_unit(&unit, job->job->arena, bs__behind_number(info->label),
                                  job->grid.lang) &&
               unit.list_count < 2 &&
               (bs_unit_dimension(unit.unit) == BS_DIM_MONEY || unit.power > 0 ||
                bs__is_percent(unit.unit))) {
        info->unit = unit.unit;
        info->unit_power = unit.power;
        info->unit_text = info->label;
        info->label.len = 0;
    }
}

static uint32_t count_missing(const bs__grid *grid, uint32_t row)
{
    uint32_t marks = 0;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        bs_state state = bs__grid_value(grid, row, col)->state;
        marks += state != BS_STATE_EMPTY && state != BS_STATE_VALUE && state != BS_STATE_UNREADABLE;
    }
    return marks;
}

// "Inflation (annual %) | .. | ..": values that are all missing stand behind a name, and no
// heading.
static bool is_all_missing(const bs__grid *grid, uint32_t row)
{
    return count_missing(grid, row) > 1;
}

bool bs__table_lacks_values(const bs__grid *grid, uint32_t row, bs_str label)
{
    uint32_t columns = grid->col_count - grid->value_col;
    return !grid->rows[row].data && columns > 0 && count_missing(grid, row) == columns &&
           !bs_list_ends(label, ":|：");
}

void bs__table_sections(bs__table_job *job, uint32_t label_col)
{
    const bs__grid *grid = &job->grid;
    const bs__row_info *section = NULL;
    uint16_t indent = 0;
    if (label_col >= grid->col_count) return;
    for (uint32_t row = grid->header_row_count; row < grid->row_count; row++) {
        bs__row_info *info = &job->rows[row];
        const bs_cell *cell = bs__grid_at(grid, row, label_col);
        if (grid->rows[row].header || info->label.len == 0 || cell == NULL) continue;
        if (!grid->rows[row].data && is_all_missing(grid, row)) continue;
        if (!grid->rows[row].data) {
            bool inner = section != NULL && info->unit.len == 0 && cell->indent > indent;
            if (inner) continue;
            if (info->unit.len == 0) take_heading(job, info);
            section = info->unit.len > 0 ? info : NULL;
            indent = cell->indent;
            continue;
        }
        bool unit = section != NULL && section->label.len == 0;
        if (unit && bs_str_equal(info->group, section->unit_text)) info->group = (bs_str){0};
        if (section == NULL || info->unit.len > 0) continue;
        bool percent = section->label.len == 0 && bs__is_percent(section->unit); // "Per cent"
        if (!percent && stands_apart(info, bs_unit_dimension(section->unit) == BS_DIM_MONEY))
            continue;
        info->unit = section->unit;
        info->unit_power = section->unit_power;
        info->unit_text = section->unit_text;
    }
}

static bool is_month_with_number(const bs__row_info *row)
{
    enum { YEAR_MIN = 16 }; // a day in the middle of a month is one more often
    const bs_when *from = &row->time.from;
    return row->timed && from->month > 0 && from->day >= YEAR_MIN && from->year == 0 &&
           row->time.to.day == 0;
}

void bs__table_short_years(bs__table_job *job)
{
    enum { ROWS_NEAR = 4 };
    uint32_t first = job->grid.header_row_count, end = job->grid.row_count;
    bool years = false;
    for (uint32_t a = first; a < end && !years; a++) {
        for (uint32_t b = a + 1; b < end && b < a + ROWS_NEAR && !years; b++) {
            const bs__row_info *one = &job->rows[a], *other = &job->rows[b];
            years = is_month_with_number(one) && is_month_with_number(other) &&
                    one->time.from.day == other->time.from.day &&
                    one->time.from.month != other->time.from.month;
        }
    }
    for (uint32_t row = first; row < end && years; row++) {
        bs_when *from = &job->rows[row].time.from;
        if (!is_month_with_number(&job->rows[row])) continue;
        from->year = 2000 + from->day;
        from->short_year = true;
        from->day = 0;
    }
}
