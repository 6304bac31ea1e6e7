// SPDX-License-Identifier: GPL-3.0-or-later
// "2021 | 2022 | 2023 | 연평균(’21~’23)": a mean by the year is one of levels or of growth, and the
// same words head both. What lies outside the levels of its row is no mean of them.
#include "engine/extract/grid_internal.h"
#include "engine/extract/words.h"

static bool names_mean(bs_str label)
{
    static const char words[] = "연평균|연간 평균|年均|年平均|平均|Annual average|Average|average";
    return bs_list_ends(bs_str_trim(label), words);
}

// The smallest and the largest level of a row, in columns of one year each; false where there are
// fewer than two.
static bool levels_of(const bs__grid *grid, uint32_t row, bs_decimal *low, bs_decimal *high)
{
    size_t count = 0;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        const bs__column *column = &grid->columns[col];
        const bs_cell_value *value = bs__grid_value(grid, row, col);
        bool level = column->role == BS__COLUMN_VALUE && column->timed &&
                     column->measure == BS_MEASURE_LEVEL &&
                     column->time.to.year <= column->time.from.year;
        if (!level || value->state != BS_STATE_VALUE) continue;
        if (count == 0 || bs_decimal_compare(value->value, *low) < 0) *low = value->value;
        if (count == 0 || bs_decimal_compare(value->value, *high) > 0) *high = value->value;
        count++;
    }
    return count > 1;
}

void bs__grid_means(bs__grid *grid)
{
    enum { ROWS_MIN = 2 };
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        bs__column *column = &grid->columns[col];
        if (column->role != BS__COLUMN_VALUE || column->measure != BS_MEASURE_LEVEL ||
            column->unit.len > 0 || !names_mean(column->label))
            continue;
        uint32_t inside = 0, outside = 0;
        for (uint32_t row = grid->header_row_count; row < grid->row_count; row++) {
            const bs_cell_value *own = bs__grid_value(grid, row, col);
            bs_decimal low, high;
            if (own->state != BS_STATE_VALUE || !levels_of(grid, row, &low, &high)) continue;
            bool out =
                bs_decimal_compare(own->value, low) < 0 || bs_decimal_compare(own->value, high) > 0;
            outside += out;
            inside += !out;
        }
        if (inside == 0 && outside >= ROWS_MIN) column->measure = BS_MEASURE_GROWTH;
    }
}
