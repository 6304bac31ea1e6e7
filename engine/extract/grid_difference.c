// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns hold how much a level has changed, and not by how many percent.
#include <math.h>

#include "engine/extract/grid_internal.h"
#include "engine/extract/words.h"

enum { DIFFERENCES_MIN = 2, DIFFERENCE_COLUMNS_MAX = 16 };

static bool value_at(const bs__grid *grid, uint32_t row, uint32_t col, bs_decimal *out)
{
    const bs_cell_value *value = bs__grid_value(grid, row, col);
    if (grid->rows[row].header || value->state != BS_STATE_VALUE) return false;
    *out = value->value;
    return true;
}

// Is `to` - `from` what is stated, give or take one of its last digit?
static bool differ_by(bs_decimal from, bs_decimal to, bs_decimal stated)
{
    bs_decimal difference, rest;
    if (bs_decimal_sub(&difference, to, from, NULL) != BS_OK) return false;
    if (bs_decimal_sub(&rest, difference, stated, NULL) != BS_OK) return false;
    if (rest.coefficient < 0) rest = bs_decimal_negate(rest);
    return bs_decimal_compare(rest, (bs_decimal){1, stated.scale}) <= 0;
}

// Is it the growth from `from` to `to` in percent as well? Of index numbers near 100 the one is
// mostly about the other.
static bool grows_by(bs_decimal from, bs_decimal to, bs_decimal stated)
{
    double base = bs_decimal_double(from);
    double growth = base != 0 ? 100 * (bs_decimal_double(to) / base - 1) : INFINITY;
    return fabs(growth - bs_decimal_double(stated)) <=
           bs_decimal_double((bs_decimal){1, stated.scale});
}

// Whether most rows of a column are what column `b` has more than column `a`, to the last digit or
// the one beside it, and not the growth as well.
static bool subtracts(const bs__grid *grid, uint32_t col, uint32_t a, uint32_t b)
{
    uint32_t rows = 0, held = 0;
    for (uint32_t row = 0; row < grid->row_count; row++) {
        bs_decimal stated, from, to;
        if (!value_at(grid, row, col, &stated) || !value_at(grid, row, a, &from) ||
            !value_at(grid, row, b, &to) || stated.coefficient == 0)
            continue;
        rows++;
        held += differ_by(from, to, stated) && !grows_by(from, to, stated);
    }
    return held >= DIFFERENCES_MIN && held * 2 > rows;
}

// Does another column hold the same at another time?
static bool is_same_kind(const bs__column *a, const bs__column *b)
{
    return a->timed && b->timed && a->label.len > 0 && bs_str_equal(a->label, b->label);
}

// "Change", 증감, 增减 may head a rate or an amount. Without a unit of its own, a column that is
// the difference of two others, which are no changes of the same name, is an amount in their unit.
static bool is_difference(const bs__grid *grid, uint32_t col)
{
    const bs__column *own = &grid->columns[col];
    for (uint32_t a = grid->value_col; a < grid->col_count && a < DIFFERENCE_COLUMNS_MAX; a++) {
        if (a == col || is_same_kind(own, &grid->columns[a])) continue;
        for (uint32_t b = grid->value_col; b < grid->col_count && b < DIFFERENCE_COLUMNS_MAX; b++) {
            if (a == b || b == col || is_same_kind(own, &grid->columns[b])) continue;
            if (subtracts(grid, col, a, b)) return true;
        }
    }
    return false;
}

// "前年比増減 実数", "Change Number": the amount under a head of changes.
static bool counts_change(bs_str label)
{
    static const char rates[] = "률 |율 |率 |rate ";
    static const char counts[] =
        "実数|人数|数|額|金額|实数|绝对额|金额|额|실수|명수|수|액|금액|인원|인원수|건수|"
        "Number|number|No.|no.|Absolute|absolute|Amount|amount|Persons|persons|"
        "Value|value";
    const char *blank = label.len > 0 ? memrchr(label.ptr, ' ', label.len) : NULL;
    if (blank == NULL) return false;
    size_t at = (size_t)(blank - label.ptr) + 1;
    bs_str last = bs_str_slice(label, at, label.len), front = bs_str_slice(label, 0, at);
    return bs_list_is(last, counts) && !bs_list_ends(front, rates) &&
           bs_word_in(front, BS_MEANS_GROWTH_RATE);
}

// Words that name the change of a level and those that name it in either way, as a rate or not.
static bool names_difference(bs_str label, bool *either)
{
    static const char sure[] =
        "증감수|증감액|증감폭|증감량|전년차|전월차|차이|增减量|增减额|增加额|"
        "増減数|増減額|増減差|増減幅|増加数|減少数|前年差|前月差|前期差|前年同月差|前年同期差|net "
        "change|Net change|"
        "Difference|difference|change (number)";
    static const char open[] = "증감|增减|増減|增減|change|Change|변동|변화";
    label = bs_str_trim(label);
    *either = bs_list_ends(label, open);
    return *either || bs_list_ends(label, sure) || counts_change(label);
}

// Is a rate of change named in so many words? Then a plain "change" beside it is none.
static bool names_rate(const bs__column *column)
{
    static const char rates[] = "률|율|率|비|比|rate|%|％|per cent|percent";
    return column->role == BS__COLUMN_VALUE && column->measure == BS_MEASURE_GROWTH &&
           (bs_str_equal(column->unit, BS_STR("%")) || bs_list_ends(column->label, rates));
}

// "Change on year" beside "Change (%)": does the column of the rate say the same?
static bool says_same(const bs__column *rate, const bs__column *own)
{
    static const char fronts[] = "Change |change ";
    bs_str name = bs_str_trim(rate->label);
    return names_rate(rate) && name.len > 0 && bs_list_starts(own->label, fronts) &&
           bs_str_starts(own->label, name);
}

// What stands in the bracket that a name ends in, and the name in front of it.
static bool part_bracket(bs_str label, bs_str *front, bs_str *inside)
{
    static const bs_str pairs[][2] = {{BS_STR_INIT("("), BS_STR_INIT(")")},
                                      {BS_STR_INIT("（"), BS_STR_INIT("）")}};
    for (size_t i = 0; i < BS_COUNT(pairs); i++) {
        size_t open = bs_str_find(label, pairs[i][0], 0);
        if (open == SIZE_MAX || open == 0 || !bs_str_ends(label, pairs[i][1])) continue;
        *front = bs_str_trim(bs_str_slice(label, 0, open));
        *inside = bs_str_slice(label, open + pairs[i][0].len, label.len - pairs[i][1].len);
        return inside->len > 0;
    }
    return false;
}

// Whether the values of a column, of which there are some, stand in brackets.
static bool stands_in_brackets(const bs__grid *grid, uint32_t col)
{
    uint32_t count = 0;
    for (uint32_t row = 0; row < grid->row_count; row++) {
        if (bs__grid_value(grid, row, col)->state != BS_STATE_VALUE) continue;
        if (!bs_list_starts(bs_str_trim(bs__grid_text(grid, row, col)), "(|（")) return false;
        count++;
    }
    return count > 1;
}

// "増減（増減率）" over "-20 | (-0.2)": two columns under one head, each with its own part of it.
static void part_pairs(bs__grid *grid)
{
    for (uint32_t col = grid->value_col; col + 1 < grid->col_count; col++) {
        bs__column *left = &grid->columns[col], *right = left + 1;
        bs_str front, inside;
        bool pair = left->role == BS__COLUMN_VALUE && right->role == BS__COLUMN_VALUE &&
                    bs_str_equal(left->label, right->label) &&
                    part_bracket(left->label, &front, &inside);
        if (!pair || !stands_in_brackets(grid, col + 1) || stands_in_brackets(grid, col)) continue;
        bool growth = bs_word_in(inside, BS_MEANS_GROWTH_RATE);
        if (!growth && !bs_word_in(inside, BS_MEANS_SHARE)) continue;
        bool either;
        left->label = front;
        left->measure = BS_MEASURE_LEVEL;
        left->difference = names_difference(front, &either);
        right->label = inside;
        right->measure = growth ? BS_MEASURE_GROWTH : BS_MEASURE_SHARE;
    }
}

// "増減 | 率（％）": beside an amount of change a rate of no name is that of the change.
static void rate_beside(bs__grid *grid, uint32_t col)
{
    if (col + 1 >= grid->col_count) return;
    bs__column *rate = &grid->columns[col + 1];
    bool plain = rate->role == BS__COLUMN_VALUE && bs_str_equal(rate->unit, BS_STR("%")) &&
                 rate->measure != BS_MEASURE_GROWTH && !rate->timed;
    if (plain && bs_list_is(bs_str_trim(rate->label), "率|比|比率|%|％|률|율"))
        rate->measure = BS_MEASURE_GROWTH;
}

// "Level (thousands) | Change on year | Rate (%) | Change on year (pp)": does a change without a
// unit stand behind a level with one, in whole numbers as that, where another change of its name
// has a unit, or one of its values can hardly be a rate?
static bool counts_like_level(const bs__grid *grid, uint32_t col, const bs__column **of_level)
{
    enum { RATE_MAX = 50 };
    const bs__column *own = &grid->columns[col];
    uint32_t level = col, values = 0;
    bool great = false, marked = false;
    if (own->measure != BS_MEASURE_GROWTH || own->unit.len > 0) return false;
    while (level > grid->value_col &&
           (grid->columns[level].measure == BS_MEASURE_GROWTH || grid->columns[level].difference))
        level--;
    const bs__column *of = *of_level = &grid->columns[level];
    bool counted = of->role == BS__COLUMN_VALUE && of->measure == BS_MEASURE_LEVEL &&
                   of->unit.len > 0 && of->unit_power > 0 && !bs_str_equal(of->unit, BS_STR("%"));
    for (uint32_t row = 0; counted && row < grid->row_count; row++) {
        bs_decimal change, whole;
        if (!value_at(grid, row, col, &change) || !value_at(grid, row, level, &whole)) continue;
        if (change.scale > 0 || whole.scale > 0) return false;
        values++;
        great |= change.coefficient > RATE_MAX || change.coefficient < -RATE_MAX;
    }
    for (uint32_t other = grid->value_col; other < grid->col_count; other++) {
        const bs__column *like = &grid->columns[other];
        marked |= like->unit.len > 0 && like->measure != BS_MEASURE_LEVEL &&
                  bs_str_ends(own->label, like->label) && like->label.len > 0;
    }
    return values > 1 && (great || marked);
}

// "증감 | 증감률": of two columns of change one is the rate, the other the amount.
void bs__grid_differences(bs__grid *grid)
{
    part_pairs(grid);
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        bs__column *column = &grid->columns[col];
        bool either;
        if (column->role != BS__COLUMN_VALUE || bs_str_equal(column->unit, BS_STR("%"))) continue;
        bool named = names_difference(column->label, &either);
        bool beside = (col + 1 < grid->col_count && names_rate(&grid->columns[col + 1])) ||
                      (col > grid->value_col && names_rate(&grid->columns[col - 1]));
        bool same = col + 1 < grid->col_count && says_same(&grid->columns[col + 1], column);
        bool printed = column->measure == BS_MEASURE_GROWTH && column->unit.len == 0 &&
                       is_difference(grid, col);
        const bs__column *level;
        bool counts = !printed && counts_like_level(grid, col, &level);
        if (counts) {
            column->unit = level->unit;
            column->unit_power = level->unit_power;
            column->unit_text = level->unit_text;
        }
        printed |= counts;
        if (!printed && !same && (!named || (either && !beside))) continue;
        column->difference = true;
        column->measure = BS_MEASURE_LEVEL;
        rate_beside(grid, col);
    }
}
