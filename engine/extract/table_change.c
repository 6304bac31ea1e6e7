// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of changes: "증감", "增减", "change" is a difference or a rate, which the word does not
// say.
#include "engine/core/unit.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

static bool is_rate_column(const bs__column *column)
{
    bs_dimension dimension = bs_unit_dimension(column->unit);
    return dimension == BS_DIM_PERCENT || dimension == BS_DIM_POINT;
}

static bool may_be_difference(bs_str label)
{
    static const char words[] = "증감|增减|增減|増減|change|Change|Increase|increase";
    // "Change from the previous quarter"
    static const char fronts[] = "Change from |Change since |Change on |Change over |"
                                 "Change compared |Increase from |Increase since |Increase on ";
    if (bs_list_starts(label, fronts) && !bs_str_has_any(label, "%|percent|per cent")) return true;
    size_t end = bs_list_ends(label, ")|）") ? label.len : 0; // "증감(건수)"
    while (end > 0 && label.ptr[end - 1] != '(' && !bs_list_ends(bs_str_slice(label, 0, end), "（"))
        end--;
    if (end > 0) label = bs_str_slice(label, 0, end - (label.ptr[end - 1] == '(' ? 1 : 3));
    return bs_list_ends(bs_str_trim(label), words);
}

// "対前月増減 世帯": a change of what the lower head names.
static bool is_changed_part(bs_str label)
{
    static const char words[] = "증감|增减|增減|増減", rates[] = "률|율|率|비|比|%|％";
    const char *blank = label.len > 0 ? memrchr(label.ptr, ' ', label.len) : NULL;
    if (blank == NULL) return false;
    size_t at = (size_t)(blank - label.ptr);
    return bs_list_ends(bs_str_slice(label, 0, at), words) && !bs_list_ends(label, rates);
}

// A fall by more than a hundred is none in percent.
static bool falls_below(const bs__grid *grid, uint32_t col)
{
    static const bs_decimal all = {-100, 0};
    for (uint32_t row = 0; row < grid->row_count; row++) {
        const bs_cell_value *value = bs__grid_value(grid, row, col);
        if (value->state != BS_STATE_VALUE || grid->rows[row].header) continue;
        if (bs_decimal_compare(value->value, all) < 0) return true;
    }
    return false;
}

static bool all_whole(const bs__grid *grid, uint32_t col)
{
    bool any = false;
    for (uint32_t row = 0; row < grid->row_count; row++) {
        const bs_cell_value *value = bs__grid_value(grid, row, col);
        if (value->state != BS_STATE_VALUE || grid->rows[row].header) continue;
        if (value->value.scale > 0) return false;
        any = true;
    }
    return any;
}

// Rates are printed with a decimal; whole numbers beside whole levels are how many more there are.
// Of two columns of levels grid_columns.c has seen already whether the third is their difference.
// Where no "change" but 増減 heads them, any such level will do.
static bool whole_beside_whole(const bs__grid *grid, uint32_t col)
{
    uint32_t levels = 0;
    bool sure = bs_list_ends(grid->columns[col].label, "증감|增减|增減|増減");
    if (!all_whole(grid, col)) return false;
    for (uint32_t other = grid->value_col; other < grid->col_count; other++) {
        const bs__column *column = &grid->columns[other];
        if (column->measure != BS_MEASURE_LEVEL || column->unit.len > 0) continue;
        bool whole = all_whole(grid, other);
        if (!whole && !sure) return false;
        levels += whole;
    }
    return levels == 1 || (sure && levels > 0);
}

// The word by which the lines around the table say that what is in percent is a rate of change:
// "％表示は対前年同四半期増減率", "%는 전년 동기 대비 증감률". Empty where none does.
static bs_str word_of_percent(const bs__table_job *job)
{
    for (size_t i = 0; i < job->context->near_count; i++) {
        bs_str text = job->context->near[i];
        bs_word_hit hit;
        size_t sign = bs_str_find(text, BS_STR("％表示"), 0);
        if (sign == SIZE_MAX) sign = bs_str_find(text, BS_STR("%表示"), 0);
        if (sign == SIZE_MAX) sign = bs_str_find(text, BS_STR("%는"), 0);
        if (sign == SIZE_MAX || !bs_word_last(text, BS_MEANS_GROWTH_RATE, &hit)) continue;
        if (hit.start > sign) return bs_str_slice(text, hit.start, hit.end);
    }
    return (bs_str){0};
}

// "売上高 | 売上高" in yen and in percent: the second is the change of the first, where a line says
// so of percents.
static void name_rates_of_results(bs__table_job *job)
{
    bs__grid *grid = &job->grid;
    bs_str word = word_of_percent(job);
    for (uint32_t col = grid->value_col + 1; word.len > 0 && col < grid->col_count; col++) {
        bs__column *column = &grid->columns[col];
        const bs__column *level = column - 1;
        bool same = column->label.len > 0 && bs_str_equal(column->label, level->label);
        if (!same || !is_rate_column(column) || is_rate_column(level)) continue;
        if (level->unit.len == 0) continue;
        column->measure = BS_MEASURE_GROWTH;
        bs_str name = bs_arena_format(job->job->arena, "%.*s %.*s", BS_STR_ARG(column->label),
                                      BS_STR_ARG(word));
        if (name.ptr != NULL) column->label = name; // else the next allocation tells
    }
}

// A column of changes beside one of rates, or under a unit that is no percent, is of differences.
void bs__table_changes(bs__table_job *job)
{
    bs__grid *grid = &job->grid;
    bool rates = false;
    name_rates_of_results(job);
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        const bs__column *column = &grid->columns[col];
        rates |= column->measure == BS_MEASURE_GROWTH && is_rate_column(column);
        rates |= column->measure == BS_MEASURE_GROWTH && !may_be_difference(column->label);
    }
    bs_dimension unit = bs_unit_dimension(job->unit.unit);
    bool percent = unit == BS_DIM_PERCENT || unit == BS_DIM_POINT;
    bool levels = job->unit.unit.len > 0 && !percent && job->unit.list_count < 2;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        bs__column *column = &grid->columns[col];
        if (column->measure != BS_MEASURE_GROWTH || is_rate_column(column)) continue;
        bool part = is_changed_part(column->label) && all_whole(grid, col);
        // "前年同期比 | ▲1,646": whatever it is called.
        bool below = falls_below(grid, col);
        part |= below && all_whole(grid, col);
        if (!part && !may_be_difference(column->label)) continue;
        bool counted = rates || levels || column->unit.len > 0 || part || below;
        if (!counted && !whole_beside_whole(grid, col)) continue;
        column->measure = BS_MEASURE_LEVEL;
        column->difference = true;
    }
    // "자연증감", "自然増減" as the name of a row under a unit that is no percent.
    for (uint32_t row = 0; levels && row < grid->row_count; row++) {
        bs__row_info *info = &job->rows[row];
        if (info->measure == BS_MEASURE_GROWTH && info->unit.len == 0 &&
            may_be_difference(info->label))
            info->measure = BS_MEASURE_LEVEL;
    }
}
