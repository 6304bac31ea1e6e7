// SPDX-License-Identifier: GPL-3.0-or-later
// "1,204 (41.2)" under or behind "n (%)": the percent is that of the numbers in brackets, where
// those in front of them are whole and can be none.
#include "engine/core/unit.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

enum { BESIDE_MIN = 2, SHARE_MAX = 100 };

// What the values of some cells are.
typedef struct beside_count {
    uint32_t pairs; // whole numbers with another one in brackets
    uint32_t others;
    bool above; // one of the whole numbers is no percentage
} beside_count;

static void count_cell(beside_count *count, const bs__grid *grid, uint32_t row, uint32_t col)
{
    const bs_cell_value *value = bs__grid_value(grid, row, col);
    bool counted = grid->columns[col].role == BS__COLUMN_VALUE && !grid->rows[row].header;
    if (!counted || value->state != BS_STATE_VALUE) return;
    bool pair = value->beside && value->value.scale == 0;
    count->pairs += pair;
    count->others += !pair;
    count->above |= value->value.coefficient > SHARE_MAX;
}

static beside_count count_all(const bs__table_job *job)
{
    beside_count count = {0};
    for (uint32_t row = 0; row < job->grid.row_count; row++) {
        for (uint32_t col = job->grid.value_col; col < job->grid.col_count; col++)
            count_cell(&count, &job->grid, row, col);
    }
    return count;
}

static bool are_counts(const beside_count *count)
{
    return count->pairs >= BESIDE_MIN && count->others == 0 && count->above;
}

// "Women, n", "Women No.": the name of a count without the word that says so.
static bs_str without_sign(bs_str label)
{
    static const bs_str signs[] = {BS_STR_INIT("n"), BS_STR_INIT("N"), BS_STR_INIT("No."),
                                   BS_STR_INIT("no."), BS_STR_INIT("number")};
    label = bs_str_trim(label);
    for (size_t i = 0; i < BS_COUNT(signs); i++) {
        if (bs_str_equal(label, signs[i])) return (bs_str){0};
        size_t at = label.len - signs[i].len;
        bool apart = label.len > signs[i].len + 1 && bs_str_ends(label, signs[i]) &&
                     strchr(" ,", label.ptr[at - 1]) != NULL;
        if (!apart) continue;
        label = bs_str_trim(bs_str_slice(label, 0, at));
        bool comma = bs_list_ends(label, ",");
        return comma ? bs_str_trim(bs_str_slice(label, 0, label.len - 1)) : label;
    }
    return label;
}

static void settle_column(bs__table_job *job, uint32_t col)
{
    bs__column *column = &job->grid.columns[col];
    beside_count count = {0};
    if (!bs_str_equal(column->unit, BS_STR("%"))) return;
    for (uint32_t row = 0; row < job->grid.row_count; row++)
        count_cell(&count, &job->grid, row, col);
    if (!are_counts(&count)) return;
    column->beside_percent = true;
    column->unit = column->unit_text = (bs_str){0};
    column->measure = BS_MEASURE_LEVEL;
    column->label = without_sign(column->label);
}

static void settle_row(bs__table_job *job, uint32_t row)
{
    bs__row_info *info = &job->rows[row];
    beside_count count = {0};
    if (!bs_str_equal(info->unit, BS_STR("%"))) return;
    for (uint32_t col = job->grid.value_col; col < job->grid.col_count; col++)
        count_cell(&count, &job->grid, row, col);
    if (count.pairs == 0 || count.others > 0) return;
    info->beside_percent = true;
    info->unit = info->unit_text = (bs_str){0};
    info->measure = BS_MEASURE_LEVEL;
    info->label = info->name = without_sign(info->label);
}

void bs__table_besides(bs__table_job *job)
{
    if (bs__is_percent(job->unit.unit) && job->unit.list_count < 2) {
        beside_count all = count_all(job);
        if (are_counts(&all)) job->unit = (bs_unit_text){0};
    }
    for (uint32_t col = job->grid.value_col; col < job->grid.col_count; col++)
        settle_column(job, col);
    for (uint32_t row = job->grid.header_row_count; row < job->grid.row_count; row++)
        settle_row(job, row);
}
