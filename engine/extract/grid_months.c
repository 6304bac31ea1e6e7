// SPDX-License-Identifier: GPL-3.0-or-later
// Times of heads that go on with the one beside them: "2023.9 | 2024.7 | 8 | 9p", a bare number
// behind a month; quarters that begin again under a year that is printed a column too late.
#include "engine/extract/grid_internal.h"

// The month of a cell that holds a bare number and no more; 0 for any other cell.
static int bare_month(const bs__grid *grid, uint32_t row, uint32_t col)
{
    const bs_cell_value *value = bs__grid_value(grid, row, col);
    bool whole = value->state == BS_STATE_VALUE && value->value.scale == 0 && !value->range &&
                 !value->beside && value->unit.len == 0;
    if (!whole || value->value.coefficient < 1 || value->value.coefficient > 12) return 0;
    return (int)value->value.coefficient;
}

bool bs__grid_goes_on(const bs__grid *grid, uint32_t row, uint32_t col, bs_time_text *out)
{
    int month = bare_month(grid, row, col), next = month;
    if (month < 2) return false;
    for (uint32_t left = col; left-- > 0;) {
        bs_time_text time;
        next--;
        if (bare_month(grid, row, left) == next && next > 0) continue;
        bs_str text = bs__grid_text(grid, row, left);
        if (text.len == 0 || !bs_scan_time(&time, text, grid->lang)) return false;
        if (time.from.year == 0 || time.from.month != next || time.from.day > 0) return false;
        if (time.to.year > 0 || time.to.month > 0) return false;
        bs_value_status status = bs__grid_value(grid, row, col)->status;
        *out = (bs_time_text){.from = {.year = time.from.year, .month = month},
                              .status = status,
                              .status_stated = status != BS_STATUS_ACTUAL};
        return true;
    }
    return false;
}

// "2024.9", "2025.8p": a year of our time and a month, which a decimal could be as well.
static bool is_month_of_year(const bs__grid *grid, uint32_t row, uint32_t col)
{
    enum { FIRST = 1950, LAST = 2050 };
    bs_str text = bs__grid_text(grid, row, col);
    bs_time_text time;
    bool decimal = bs__grid_value(grid, row, col)->state == BS_STATE_VALUE &&
                   bs__grid_value(grid, row, col)->value.scale > 0;
    return decimal && bs_scan_time(&time, text, grid->lang) && time.from.year >= FIRST &&
           time.from.year <= LAST && time.from.month > 0 && time.from.day == 0;
}

bool bs__heads_months(const bs__grid *grid, uint32_t row)
{
    enum { MONTHS_MIN = 2 };
    uint32_t months = 0;
    if (row + 1 >= grid->row_count) return false;
    if (bs__grid_value(grid, row, 0)->state == BS_STATE_VALUE) return false;
    for (uint32_t col = 1; col < grid->col_count; col++) {
        if (bs__grid_value(grid, row, col)->state != BS_STATE_VALUE) continue;
        bool figure = bs__grid_value(grid, row + 1, col)->state == BS_STATE_VALUE &&
                      !is_month_of_year(grid, row + 1, col);
        if (!figure || !is_month_of_year(grid, row, col)) return false;
        months++;
    }
    return months >= MONTHS_MIN;
}

bool bs__heads_parts(const bs__grid *grid)
{
    if (grid->row_count < 3 || bs__grid_text(grid, 1, 0).len > 0) return false;
    uint32_t parts = 0;
    for (uint32_t col = 1; col < grid->col_count; col++) {
        bs_time_text time;
        bs_str text = bs__grid_text(grid, 1, col);
        if (text.len == 0) continue;
        bool timed = bs_scan_time(&time, text, grid->lang);
        bool part = timed && time.from.year == 0 && bs__part_of_year(&time.from) > 0;
        if (!part && bs__grid_value(grid, 1, col)->state == BS_STATE_VALUE) return false;
        parts += part;
    }
    return parts > 1;
}

// The part of a year of a column that its head dates with a year; 0 for others.
static int dated_part(const bs__column *column)
{
    bool dated = column->role == BS__COLUMN_VALUE && column->timed && column->time.from.year > 0;
    return dated ? bs__part_of_year(&column->time.from) : 0;
}

// "2024 | 2025" over "3/4 | 4/4 | 1/4": the last part of a year goes on from the one in front of it
// where the next year begins behind it, even if that is printed a column too early.
static void keep_last_parts(bs__grid *grid)
{
    for (uint32_t col = grid->value_col + 1; col + 1 < grid->col_count; col++) {
        bs_when *own = &grid->columns[col].time.from;
        int part = dated_part(&grid->columns[col]), last = own->quarter > 0 ? 4 : 12;
        if (part != last || own->half > 0 || grid->columns[col].time.to.month > 0) continue;
        const bs__column *before = &grid->columns[col - 1], *behind = &grid->columns[col + 1];
        bool goes_on = dated_part(before) == part - 1 && before->time.from.year == own->year - 1;
        bool begins = dated_part(behind) == 1 && behind->time.from.year == own->year;
        if (goes_on && begins) own->year--;
    }
}

void bs__grid_turn_years(bs__grid *grid)
{
    keep_last_parts(grid);
    for (uint32_t col = grid->value_col + 1; col < grid->col_count; col++) {
        int last = dated_part(&grid->columns[col - 1]), part = dated_part(&grid->columns[col]);
        int year = grid->columns[col].time.from.year;
        if (part != 1 || last < 2 || grid->columns[col - 1].time.from.year != year) continue;
        uint32_t end = col + 1; // the column that the next year is printed over
        while (end < grid->col_count && dated_part(&grid->columns[end]) == part + 1 &&
               grid->columns[end].time.from.year == year) {
            part++;
            end++;
        }
        bool next = end < grid->col_count && dated_part(&grid->columns[end]) == part + 1 &&
                    grid->columns[end].time.from.year == year + 1;
        for (uint32_t i = col; next && i < end; i++) {
            grid->columns[i].time.from.year = year + 1;
            if (grid->columns[i].time.to.year > 0) grid->columns[i].time.to.year = year + 1;
        }
    }
}

// The era that is named last in front of a head; 0 for none.
static int era_in_front(const bs__grid *grid, uint32_t row, uint32_t col)
{
    enum { ROWS_MAX = 100 };
    int era = 0;
    for (uint32_t left = col; left-- > 0 && era == 0;)
        era = bs__era_of_head(bs__grid_text(grid, row, left));
    for (uint32_t up = row, steps = 0; up-- > 0 && era == 0 && steps < ROWS_MAX; steps++)
        era = bs__era_of_head(bs__grid_text(grid, up, col));
    return era;
}

// The last year of the heads from `col` on, to the right or left, of which each is one later, or
// one earlier, than that before it, and prints no era.
static int last_in_turn(const bs__grid *grid, uint32_t row, uint32_t col, int step)
{
    int year = bs__year_of_era(bs__grid_text(grid, row, col));
    for (uint32_t next = col + (uint32_t)step; next < grid->col_count; next += (uint32_t)step) {
        if (bs__year_of_era(bs__grid_text(grid, row, next)) != year + step) break;
        year += step;
    }
    return year;
}

// "8年度 | 9年度 | 10年度 | 11年度": the era of years of one and of two digits in a row; 0 for
// others.
static int era_of_turn(const bs__grid *grid, uint32_t row, uint32_t col, const bs_when *when)
{
    enum { DIGIT_MAX = 9 };
    int first = last_in_turn(grid, row, col, -1), last = last_in_turn(grid, row, col, 1);
    if (first > DIGIT_MAX || last <= DIGIT_MAX) return 0;
    return bs__era_of_turn(last, when->fiscal, &grid->eras, grid->published);
}

bool bs__grid_settle_era(const bs__grid *grid, uint32_t row, uint32_t col, bs_time_text *time)
{
    bool brief = grid->lang == BS_LANG_JA && time->from.short_year;
    int year = brief ? bs__year_of_era(bs__grid_text(grid, row, col)) : 0;
    int era = year > 0 ? era_in_front(grid, row, col) : 0;
    if (era == 0 && year > 0) era = era_of_turn(grid, row, col, &time->from);
    if (era == 0 && year > 0)
        era = bs__era_of_brief(year, time->from.fiscal, &grid->eras, grid->published);
    if (era == 0) return false;
    int shift = bs__era_shift(era, year);
    time->from.year += shift;
    if (time->to.year > 0) time->to.year += shift;
    return true;
}

int bs__year_of_step_back(const bs_when *from, const bs_when *before, bool *back)
{
    int last = from->quarter > 0 ? 4 : 12, part = bs__part_of_year(from),
        next = bs__part_of_year(before);
    bool like = from->half == 0 && (from->quarter > 0) == (before->quarter > 0);
    bool turns = like && *back && part == last && next == 1;
    *back = turns || (like && part == next - 1);
    return *back ? before->year - turns : 0;
}
