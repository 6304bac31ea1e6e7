// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of company reports, in which the sign of the money stands in a cell in front of the number
// and the closing bracket or the sign of percent in one behind it: "Net loss | $ | (4,972 | )".
// Their heads stand over all three, or have moved to the left when empty cells were lost.
#include "engine/read/text_internal.h"

enum { COLUMNS_MAX = 64, VALUE_COLUMNS = 3 }; // sign, number, closing mark

static bool is_sign(bs_str text)
{
    static const bs_str signs[] = {BS_STR_INIT("$"), BS_STR_INIT("€"), BS_STR_INIT("£"),
                                   BS_STR_INIT("¥"), BS_STR_INIT("US$")};
    for (size_t i = 0; text.len > 0 && i < BS_COUNT(signs); i++) {
        if (bs_str_equal(text, signs[i])) return true;
    }
    return false;
}

static bool is_closing(bs_str text)
{
    return bs_str_equal(text, BS_STR(")")) || bs_str_equal(text, BS_STR("%")) ||
           bs_str_equal(text, BS_STR(")%"));
}

typedef struct sign_look {
    uint32_t first;           // row with the first sign of money
    bool signs[COLUMNS_MAX];  // columns with such signs
    bool values[COLUMNS_MAX]; // columns with something else, in that row or below
} sign_look;

static bool look_at(sign_look *out, const bs_grid *grid)
{
    *out = (sign_look){.first = UINT32_MAX};
    for (size_t i = 0; i < grid->cells.count; i++) {
        const bs_cell *cell = &grid->cells.items[i];
        if (cell->text.len == 0) continue;
        if (cell->col >= COLUMNS_MAX || cell->col_span > 1 || cell->row_span > 1) return false;
        bool sign = cell->col > 0 && is_sign(cell->text);
        if (sign && out->first == UINT32_MAX) out->first = cell->row;
        out->signs[cell->col] |= sign;
        if (cell->row >= out->first && !sign && !is_closing(cell->text))
            out->values[cell->col] = true;
    }
    // Values in the first row with a sign, in front of it.
    for (size_t i = 0; i < grid->cells.count; i++) {
        const bs_cell *cell = &grid->cells.items[i];
        if (cell->text.len > 0 && cell->row == out->first && !is_sign(cell->text))
            out->values[cell->col] |= !is_closing(cell->text);
    }
    return out->first != UINT32_MAX;
}

static size_t row_end(const bs_grid *grid, size_t start)
{
    size_t end = start;
    while (end < grid->cells.count && grid->cells.items[end].row == grid->cells.items[start].row)
        end++;
    return end;
}

// Cells with text, when they stand side by side from the first column on, or from the second; 0
// where there is a gap between them.
static uint32_t packed_count(const bs_grid *grid, size_t start, size_t end)
{
    uint32_t count = 0, next = 0;
    for (size_t i = start; i < end; i++) {
        const bs_cell *cell = &grid->cells.items[i];
        if (cell->text.len == 0) continue;
        if (count == 0 && cell->col <= 1) next = cell->col;
        if (cell->col != next++) return 0;
        count++;
    }
    return count;
}

// Numbers of a row whose cells have all moved to the left behind its label.
static uint32_t value_count(const bs_grid *grid, size_t start, size_t end)
{
    uint32_t count = 0;
    for (size_t i = start; i < end; i++) {
        const bs_cell *cell = &grid->cells.items[i];
        count +=
            cell->col > 0 && cell->text.len > 0 && !is_sign(cell->text) && !is_closing(cell->text);
    }
    return count;
}

// How many values every row with numbers has; 0 where they differ, or the cells of a row have not
// all moved to the left.
static uint32_t values_in_rows(const bs_grid *grid, const sign_look *look)
{
    uint32_t count = 0;
    for (size_t start = 0, end; start < grid->cells.count; start = end) {
        end = row_end(grid, start);
        const bs_cell *first = &grid->cells.items[start];
        if (first->row < look->first) continue;
        uint32_t packed = packed_count(grid, start, end), own = value_count(grid, start, end);
        if (packed == 0 || first->col > 0 || first->text.len == 0) return 0;
        if (own == 0) continue;
        if (count > 0 && own != count) return 0;
        count = own;
    }
    return count;
}

// Each number to the second of the three columns that are its own.
static void move_values(bs_grid *grid, size_t start, size_t end)
{
    uint32_t before = 0;
    for (size_t i = start; i < end; i++) {
        bs_cell *cell = &grid->cells.items[i];
        if (cell->text.len == 0 || cell->col == 0) continue;
        uint32_t place = is_sign(cell->text) ? 1 : is_closing(cell->text) ? 0 : 2;
        cell->col = VALUE_COLUMNS * before + place;
        before += place == 2;
    }
}

// Heads that have moved to the left reach over equal parts of the columns of values. Where they
// cannot, nobody knows what they stand over.
static void spread_heads(bs_grid *grid, size_t start, size_t end, uint32_t columns)
{
    uint32_t heads = packed_count(grid, start, end), before = 0;
    bs_cell *items = grid->cells.items;
    bool few = heads == 2 && columns > VALUE_COLUMNS;
    bool named = heads > 1 && !few && items[start].col == 0 && columns % heads != 0;
    heads -= named;
    bool time = heads == 1 && !named &&
                (bs_line__has_digit(items[start].text) ||
                 bs_str_has_any(items[start].text, "ended|Ended|ENDED"));
    if (heads == 1 && !named && !time) return;
    bool fits = heads > 0 && columns % heads == 0;
    for (size_t i = start; i < end; i++) {
        if (items[i].text.len == 0 || (named && items[i].col == 0)) continue;
        if (!fits) items[i].text.len = 0;
        items[i].col_span = (uint16_t)(fits ? columns / heads : 1);
        items[i].col = fits ? 1 + before++ * items[i].col_span : items[i].col;
    }
}

static void drop_empty(bs_grid *grid)
{
    size_t kept = 0;
    for (size_t i = 0; i < grid->cells.count; i++) {
        if (grid->cells.items[i].text.len > 0) grid->cells.items[kept++] = grid->cells.items[i];
    }
    grid->cells.count = kept;
}

static void move_all(bs_grid *grid, const sign_look *look, uint32_t values)
{
    for (size_t start = 0, end; start < grid->cells.count; start = end) {
        end = row_end(grid, start);
        bool head = grid->cells.items[start].row < look->first;
        if (head)
            spread_heads(grid, start, end, VALUE_COLUMNS * values);
        else
            move_values(grid, start, end);
    }
    drop_empty(grid);
}

// Columns that the head at `i` reaches over: to the next head where others stand below it, else
// over the sign of the money and its number.
static uint32_t reach_of(const bs_grid *grid, size_t i, bool lowest, uint32_t columns)
{
    const bs_cell *cells = grid->cells.items;
    size_t next = i + 1;
    while (next < grid->cells.count && cells[next].row == cells[i].row && cells[next].text.len == 0)
        next++;
    bool last = next == grid->cells.count || cells[next].row != cells[i].row;
    uint32_t free = (last ? columns : cells[next].col) - cells[i].col;
    return lowest && free > 2 ? 2 : free;
}

// Heads that stand over the sign of a column alone are those of the number behind it.
static void widen_heads(bs_grid *grid, const sign_look *look)
{
    bs_cell *items = grid->cells.items;
    uint32_t columns = 0, lowest = 0;
    for (size_t i = 0; i < grid->cells.count; i++) {
        if (items[i].col >= columns) columns = items[i].col + 1;
        if (items[i].row < look->first && items[i].text.len > 0) lowest = items[i].row;
    }
    size_t kept = 0;
    for (size_t i = 0; i < grid->cells.count; i++) {
        bs_cell cell = items[i];
        bool over = cell.row < look->first && cell.text.len > 0 && look->signs[cell.col];
        if (over) cell.col_span = (uint16_t)reach_of(grid, i, cell.row == lowest, columns);
        while (over && i + 1 < grid->cells.count && items[i + 1].row == cell.row &&
               items[i + 1].col < cell.col + cell.col_span)
            i++;
        items[kept++] = cell;
    }
    grid->cells.count = kept;
}

void bs_table__set_signs(bs_grid *grid)
{
    sign_look look;
    if (!look_at(&look, grid)) return;
    bool apart = true; // no sign of money in a column of values
    for (uint32_t col = 0; col < COLUMNS_MAX; col++)
        apart = apart && !(look.signs[col] && look.values[col]);
    uint32_t values = apart ? 0 : values_in_rows(grid, &look);
    if (apart)
        widen_heads(grid, &look);
    else if (values > 0)
        move_all(grid, &look, values);
}
