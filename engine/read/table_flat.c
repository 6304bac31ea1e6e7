// SPDX-License-Identifier: GPL-3.0-or-later
// Heads over several columns whose reach a page has lost: "Item | 2024 | 2023 | Change" over
// "Amount | Share | Amount | Share", with as many figures in a row as they head together. The heads
// of both lines have moved to the left.
#include "engine/read/text_internal.h"

enum { HEADS_MAX = 32, ROWS_MAX = 400 };

// The two lines of heads: cells first[0..count) and second[0..count2), of a table with so many
// columns. The heads from `from` on, `spans` of them, stand over `width` columns each.
typedef struct flat_heads {
    bs_cell first[HEADS_MAX];
    bs_cell second[HEADS_MAX];
    uint32_t count;
    uint32_t count2;
    uint32_t columns;
    uint32_t spans;
    uint32_t width;
    uint32_t from;
    uint32_t skipped; // empty cells in front of the second line
    bool uneven;      // all but the first are wide, and how far each reaches is not known
} flat_heads;

static bool is_ratio_name(bs_str text)
{
    static const char words[] =
        "률|율|구성비|비중|비율|%|％|率|比重|占比|比例|構成比|构成|hare|ercent|rowth";
    return bs_str_has_any(text, words);
}

// A figure too large or too coarse for a ratio: "654,210".
static bool is_amount(bs_str text)
{
    enum { RATIO_DIGITS_MAX = 4 };
    size_t digits = 0;
    for (size_t i = 0; i < text.len && text.ptr[i] != '.'; i++) {
        if (text.ptr[i] == ',') return true;
        digits += text.ptr[i] >= '0' && text.ptr[i] <= '9';
    }
    return digits > RATIO_DIGITS_MAX;
}

// Takes the heads of one row, which begin behind so many empty cells and leave none out; their
// number, 0 where the row is no such one.
static uint32_t take_heads(bs_cell *out, const bs_grid *grid, uint32_t row, uint32_t skipped)
{
    uint32_t count = 0;
    bool ended = false;
    for (size_t i = 0; i < grid->cells.count; i++) {
        const bs_cell *cell = &grid->cells.items[i];
        if (cell->row > row) break;
        if (cell->row < row) continue;
        if (cell->col_span > 1 || cell->row_span > 1) return 0;
        if (cell->text.len == 0) {
            ended = ended || cell->col >= skipped;
            continue;
        }
        bool head = !bs_line__is_numeric(cell->text) || bs_line__is_period(cell->text);
        if (ended || !head || cell->col != skipped + count || count + 1 == HEADS_MAX) return 0;
        out[count++] = *cell;
    }
    return count;
}

// The number of columns of the rows below the heads: where the first of them ends, which has a
// name and figures behind it.
static uint32_t count_columns(const bs_grid *grid)
{
    uint32_t columns = 0, rows = 0;
    for (size_t i = 0; i < grid->cells.count; i++) {
        const bs_cell *cell = &grid->cells.items[i];
        if (cell->row < 2 || cell->text.len == 0) continue;
        bool figure = bs_line__is_numeric(cell->text);
        if (cell->row == 2 && figure != (cell->col > 0)) return 0;
        if (cell->row > 2 && cell->col >= columns) return 0;
        if (cell->row == 2) columns = cell->col + 1;
        rows = cell->row - 1;
    }
    return rows >= 2 ? columns : 0;
}

// "(A)"
static bool is_letter(bs_str text)
{
    return text.len == 3 && text.ptr[0] == '(' && text.ptr[1] >= 'A' && text.ptr[1] <= 'Z';
}

// Do the heads of the second line begin again below each of those that they stand under?
static bool repeats(const flat_heads *heads)
{
    for (uint32_t i = heads->width; i < heads->count2; i++) {
        bs_str text = heads->second[i].text, before = heads->second[i - heads->width].text;
        bool letters = is_letter(text) && is_letter(before);
        if (!letters && !bs_str_equal(text, before)) return false;
    }
    return true;
}

// Times over times, such as years over months, tell by themselves which belong together.
static bool are_only_times(const flat_heads *heads)
{
    for (uint32_t i = 1; i < heads->count; i++) {
        if (!bs_line__is_period(heads->first[i].text)) return false;
    }
    for (uint32_t i = 0; i < heads->count2; i++) {
        if (!bs_line__is_period(heads->second[i].text)) return false;
    }
    return true;
}

static bool is_flat(flat_heads *heads, const bs_grid *grid)
{
    heads->count = take_heads(heads->first, grid, 0, 0);
    if (heads->count == 0) { // the head of the names is empty
        heads->count = take_heads(heads->first + 1, grid, 0, 1);
        heads->count += heads->count > 0;
    }
    if (heads->count > 1) heads->count2 = take_heads(heads->second, grid, 1, 0);
    heads->skipped = heads->count > 1 && heads->count2 == 0;
    if (heads->skipped) heads->count2 = take_heads(heads->second, grid, 1, heads->skipped);
    if (heads->count2 < 2 || are_only_times(heads)) return false;
    heads->columns = count_columns(grid);
    uint32_t both = heads->count + heads->count2;
    if (both <= heads->columns || heads->columns <= heads->count || heads->columns <= heads->count2)
        return false;
    heads->spans = both - heads->columns;
    heads->width = heads->count2 / heads->spans;
    bool even = heads->count2 % heads->spans == 0 && heads->width > 1;
    bool all = heads->spans + 1 == heads->count; // but the head of the names
    heads->uneven = all && !even && heads->count > 2 && heads->count2 >= 2 * heads->spans;
    if (heads->uneven) return true;
    return even && heads->spans < heads->count && (all || (repeats(heads) && !heads->skipped));
}

// The name right above column `col` where the wide heads begin with head `from`.
static bs_str name_over(const flat_heads *heads, uint32_t from, uint32_t col)
{
    if (col < from) return heads->first[col].text;
    if (col - from < heads->count2) return heads->second[col - from].text;
    return heads->first[col - heads->count2 + heads->spans].text;
}

// Do the wide heads begin with head `from`? None of them is the name of a ratio, and no column that
// a ratio is named over holds amounts.
static bool fits(const flat_heads *heads, const bs_grid *grid, uint32_t from)
{
    bool ratio[2 * HEADS_MAX] = {false};
    for (uint32_t i = from; i < from + heads->spans; i++) {
        if (is_ratio_name(heads->first[i].text)) return false;
    }
    for (uint32_t col = 1; col < heads->columns; col++)
        ratio[col] = is_ratio_name(name_over(heads, from, col));
    for (size_t i = 0; i < grid->cells.count; i++) {
        const bs_cell *cell = &grid->cells.items[i];
        if (cell->row > ROWS_MAX) break;
        bool held = cell->row >= 2 && cell->col < heads->columns && ratio[cell->col];
        if (held && is_amount(cell->text)) return false;
    }
    return true;
}

// Are the wide heads from `from` on times, and no other head is one?
static bool are_times(const flat_heads *heads, uint32_t from)
{
    for (uint32_t i = 1; i < heads->count; i++) {
        bool wide = i >= from && i < from + heads->spans;
        if (bs_line__is_period(heads->first[i].text) != wide) return false;
    }
    return true;
}

// Finds where the wide heads begin; false where that could be in several places.
static bool find_wide(flat_heads *heads, const bs_grid *grid)
{
    uint32_t found = 0;
    for (uint32_t from = 1; from + heads->spans <= heads->count; from++) {
        if (!fits(heads, grid, from)) continue;
        heads->from = from;
        if (are_times(heads, from)) return true;
        found++;
    }
    return found == 1;
}

// Puts a head of the first line where it stands over its columns.
static void place_first(const flat_heads *heads, bs_cell *cell)
{
    uint32_t behind = heads->from + heads->spans;
    bool wide = cell->col >= heads->from && cell->col < behind;
    if (wide) {
        cell->col = heads->from + (cell->col - heads->from) * heads->width;
        cell->col_span = (uint16_t)heads->width;
        return;
    }
    if (cell->col >= behind) cell->col += heads->count2 - heads->spans;
    cell->row_span = 2;
}

// "구분 | 당기 | 전기" over "매출액 | 당해실적 | 1,234 | 1,198" and "(empty) | 누계실적 | 3,590":
// do the rows have one cell more than the line of heads, and each two names in front of its
// figures, which the first head stands over?
static bool has_two_names(const bs_grid *grid, uint32_t heads)
{
    uint32_t rows = 0;
    for (size_t i = 0; i < grid->cells.count; i++) {
        const bs_cell *cell = &grid->cells.items[i];
        if (cell->row == 0) continue;
        if (cell->col_span > 1 || cell->row_span > 1 || cell->col > heads) return false;
        bool figure = cell->text.len > 0 && bs_line__is_numeric(cell->text);
        bool name = cell->text.len > 0 && !figure;
        if (cell->col == 0 && figure) return false;
        if (cell->col == 1 && !name) return false;
        if (cell->col == 2 && !figure) return false;
        rows += cell->col == heads && figure;
    }
    return rows >= 2;
}

static void widen_first_head(bs_grid *grid)
{
    bs_cell heads[HEADS_MAX];
    uint32_t count = take_heads(heads, grid, 0, 0);
    if (count < 2 || !has_two_names(grid, count)) return;
    for (size_t i = 0; i < grid->cells.count && grid->cells.items[i].row == 0; i++) {
        bs_cell *cell = &grid->cells.items[i];
        if (cell->col == 0) cell->col_span = 2;
        if (cell->col > 0) cell->col++;
    }
}

// "지원금 반납금 | 정산차액 | | | | |" right above rows of figures, what is left of several lines
// of heads: fewer than half of the columns have one, and nobody knows which.
static void drop_lost_heads(bs_grid *grid)
{
    enum { COLUMNS_MIN = 5 };
    bs_cell heads[HEADS_MAX];
    size_t first = 0; // cell with a text
    while (first < grid->cells.count && grid->cells.items[first].text.len == 0)
        first++;
    if (first == grid->cells.count) return;
    uint32_t top = grid->cells.items[first].row, columns = 0;
    uint32_t count = take_heads(heads, grid, top, 0);
    for (size_t i = first; i < grid->cells.count && grid->cells.items[i].row < top + 2; i++) {
        const bs_cell *cell = &grid->cells.items[i];
        if (cell->row == top || cell->text.len == 0) continue;
        if (bs_line__is_numeric(cell->text) != (cell->col > 0)) return;
        columns = cell->col + 1;
    }
    if (count < 2 || columns < COLUMNS_MIN || count * 2 >= columns) return;
    for (size_t i = first; i < grid->cells.count && grid->cells.items[i].row == top; i++)
        grid->cells.items[i].text.len = 0;
}

void bs_table__unflatten(bs_grid *grid)
{
    flat_heads heads = {.count = 0};
    if (grid->cells.count < 2 * 3) return;
    if (!is_flat(&heads, grid)) {
        widen_first_head(grid);
        drop_lost_heads(grid);
        return;
    }
    bool known = heads.uneven || find_wide(&heads, grid);
    if (heads.uneven) heads.from = 1;
    size_t kept = 0;
    for (size_t i = 0; i < grid->cells.count; i++) {
        bs_cell cell = grid->cells.items[i];
        if (cell.row < 2 && cell.text.len == 0) continue;
        if (cell.row < 2 && !known && cell.col + cell.row > 0) continue; // no head is a wrong one
        if (heads.uneven && cell.row == 0 && cell.col > 0) continue;
        if (known && cell.row == 0) place_first(&heads, &cell);
        if (known && cell.row == 1) cell.col += heads.from - heads.skipped;
        grid->cells.items[kept++] = cell;
    }
    grid->cells.count = kept;
}
