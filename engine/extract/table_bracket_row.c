// SPDX-License-Identifier: GPL-3.0-or-later
// Rows in brackets without a name below the row that they are of: "(12.6) | (△8.4)" under "7月 |
// 9,412 | 618", which the lines around the table call rates of change.
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

// Does a line say that what is in brackets are rates: "( )内は対前年同月比", "（　）内は増減率",
// "percent change in parentheses"?
static bool says_rates(bs_str text)
{
    static const char inside[] =
        "内は|内の数字は|内の数値は|書きは|内の数|안은|안의 수치는|안의 숫자는|内为|内是|內為|內是|"
        "内数字为|内数据为|内数值为|in parentheses|in brackets|parentheses are|brackets are|"
        "parentheses show|brackets show|parentheses indicate|brackets indicate|parentheses give";
    static const char rates[] =
        "増減率|伸び率|伸率|前年比|前年同月比|前年度比|前年同期比|前月比|増加率|構成比|"
        "증감률|증가율|전년대비|전년동월대비|구성비|비중|增长率|增幅|同比|占比|比重|％|%|percent|"
        "per cent";
    bool bracket =
        bs_str_has_any(text, "( )|()|（）|（ ）|（　）|(　)|カッコ|かっこ|括弧|괄호|括号|"
                             "括號|parenthes|bracket");
    return bracket && bs_str_has_any(text, inside) && bs_str_has_any(text, rates);
}

bool bs__table_says_rates(const bs__table_job *job)
{
    if (says_rates(job->context->caption)) return true;
    for (size_t i = 0; i < job->context->near_count; i++) {
        if (says_rates(job->context->near[i])) return true;
    }
    return false;
}

// Is a row without a name one of numbers in brackets?
static bool is_bracketed(const bs__grid *grid, uint32_t row)
{
    uint32_t values = 0;
    for (uint32_t col = 0; col < grid->col_count; col++) {
        bs_str text = bs_str_trim(bs__grid_text(grid, row, col));
        if (text.len == 0) continue;
        if (col < grid->value_col || !bs_list_starts(text, "(|（") || !bs_list_ends(text, ")|）"))
            return false;
        values += bs__grid_value(grid, row, col)->state == BS_STATE_VALUE;
    }
    return values > 1;
}

// "(12.5%)"
static bool is_bracketed_percent(const bs__grid *grid, uint32_t row, uint32_t col)
{
    bs_str text = bs_str_trim(bs__grid_text(grid, row, col));
    return bs_list_starts(text, "(") && bs_list_ends(text, "%)|％)") &&
           bs__grid_value(grid, row, col)->state == BS_STATE_VALUE;
}

// In a row whose names are those of the row above: its share, and no fall.
static bool is_share(const bs__grid *grid, uint32_t row, uint32_t col)
{
    const bs_cell_value *above = bs__grid_value(grid, row - 1, col);
    return is_bracketed_percent(grid, row, col) && above->state == BS_STATE_VALUE &&
           above->value.coefficient >= 0 && above->unit.len == 0;
}

static bool has_names_above(const bs__grid *grid, uint32_t row)
{
    for (uint32_t col = 0; col < grid->value_col; col++) {
        const bs_cell *cell = bs__grid_at(grid, row, col);
        if (cell != NULL && cell->text.len > 0 && cell->row == row) return false;
    }
    return grid->value_col > 0;
}

// The brackets around a percentage are no sign of it.
static void take_brackets(bs__grid *grid, uint32_t row, uint32_t col)
{
    bs_cell_value *value = &grid->values[(size_t)row * grid->col_count + col];
    if (value->state != BS_STATE_VALUE || value->value.coefficient >= 0) return;
    value->value.coefficient = -value->value.coefficient;
    value->digits_start++;
}

// Rows of shares below those of counts.
static void take_shares(bs__table_job *job)
{
    bs__grid *grid = &job->grid;
    for (uint32_t row = grid->header_row_count + 1; row < grid->row_count; row++) {
        uint32_t shares = 0, others = 0;
        if (!grid->rows[row].data || !has_names_above(grid, row)) continue;
        for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
            if (bs__grid_text(grid, row, col).len == 0) continue;
            bool share = is_share(grid, row, col);
            shares += share;
            others += !share;
        }
        if (shares < 2 || others > 0) continue;
        job->rows[row].measure = BS_MEASURE_SHARE;
        for (uint32_t col = grid->value_col; col < grid->col_count; col++)
            take_brackets(grid, row, col);
    }
}

// Columns of nothing but percentages in brackets, beside what they are of: of each language but
// English, which writes losses so.
static void take_columns_of_shares(bs__grid *grid)
{
    for (uint32_t col = grid->value_col + 1; col < grid->col_count; col++) {
        uint32_t shares = 0, row = grid->header_row_count;
        for (; row < grid->row_count; row++) {
            if (bs__grid_text(grid, row, col).len == 0) continue;
            if (!is_bracketed_percent(grid, row, col)) break;
            shares++;
        }
        if (row < grid->row_count || shares < 2) continue;
        for (row = grid->header_row_count; row < grid->row_count; row++)
            take_brackets(grid, row, col);
    }
}

void bs__table_bracket_rows(bs__table_job *job)
{
    take_shares(job);
    if (job->grid.lang != BS_LANG_EN) take_columns_of_shares(&job->grid);
    const bs__grid *grid = &job->grid;
    bool asked = false;
    for (uint32_t row = grid->header_row_count + 1; row < grid->row_count; row++) {
        bs__row_info *info = &job->rows[row];
        const bs__row_info *above = info - 1;
        if (!grid->rows[row].data || !grid->rows[row - 1].data || !is_bracketed(grid, row))
            continue;
        if (!asked && !bs__table_says_rates(job)) return;
        asked = true;
        info->unit = BS_STR("%");
        info->unit_power = 0;
        info->measure = BS_MEASURE_GROWTH;
        info->change = true;
        info->time = above->time;
        info->timed = above->timed;
        if (!above->timed) info->group = above->label;
    }
}
