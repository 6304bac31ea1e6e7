// SPDX-License-Identifier: GPL-3.0-or-later
// Units of a list that are those of rows, in their order: "학교수 | 학생수" in each group of rows
// under "(개교, 천명)".
#include "engine/core/unit.h"
#include "engine/extract/table_internal.h"

// Notes the name of a row among those that are known; false where there are more than units.
static bool note_name(bs__table_job *job, bs_str name)
{
    size_t known = 0;
    while (known < job->unit_row_count && !bs_str_equal(job->unit_rows[known], name))
        known++;
    if (known < job->unit_row_count) return true;
    if (known == job->unit.list_count || known == BS_UNIT_LIST_MAX) return false;
    job->unit_rows[job->unit_row_count++] = name;
    return true;
}

static bool note_names(bs__table_job *job)
{
    const bs__grid *grid = &job->grid;
    for (uint32_t row = grid->header_row_count; row < grid->row_count; row++) {
        const bs__row_info *info = &job->rows[row];
        if (grid->rows[row].header || !grid->rows[row].data) continue;
        if (info->unit.len > 0 || info->label.len == 0 || info->timed) return false;
        if (!note_name(job, info->label)) return false;
    }
    return job->unit_row_count == job->unit.list_count;
}

// Whether a name may be in a unit: rates in percent and nothing else in it, sums in money, heads in
// none.
static bool may_be_in(bs_str name, bs_str unit)
{
    bool rate = bs__names_rate(name) || bs_word_in(name, BS_MEANS_GROWTH_RATE);
    bool money = bs_unit_dimension(unit) == BS_DIM_MONEY;
    bool sum = bs__names_sum(name), heads = bs__names_heads(name);
    if (bs__is_percent(unit) || rate) return bs__is_percent(unit) && rate;
    return money ? !heads || sum : !sum || heads;
}

// Are all columns of levels the same at other times?
static bool are_times_of_one(const bs__grid *grid)
{
    const bs__column *first = NULL;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        const bs__column *column = &grid->columns[col];
        if (column->role != BS__COLUMN_VALUE || bs__is_rate(column->measure)) continue;
        if (!column->timed || column->unit.len > 0) return false;
        if (first != NULL && !bs_str_equal(first->label, column->label)) return false;
        if (first == NULL) first = column;
    }
    return first != NULL;
}

void bs__table_unit_rows(bs__table_job *job)
{
    const bs_unit_text *unit = &job->unit;
    bool fits = unit->list_count > 1 && are_times_of_one(&job->grid) && note_names(job);
    for (size_t i = 0; fits && i < job->unit_row_count; i++)
        fits = may_be_in(job->unit_rows[i], unit->list[i].unit);
    if (!fits) job->unit_row_count = 0;
}

size_t bs__table_unit_of_row(const bs__table_job *job, uint32_t row)
{
    size_t at = 0;
    while (at < job->unit_row_count && !bs_str_equal(job->unit_rows[at], job->rows[row].label))
        at++;
    return at < job->unit_row_count ? at : job->unit.list_count;
}
