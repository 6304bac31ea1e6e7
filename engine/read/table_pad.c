// SPDX-License-Identifier: GPL-3.0-or-later
// Rows whose empty cells have moved behind the others: "| 2024 | 2023 | |" for heads above a column
// of names, "Finance costs | (4.1) | (3.9) | |" for an account without the number of a note.
#include "engine/read/table_closed.h"

// The cells with text in front of the empty ones that end a row; `columns` where others are empty.
static size_t count_packed(const closed_cell *row, size_t columns)
{
    size_t count = 0;
    while (count < columns && row[count].text.len > 0)
        count++;
    for (size_t i = count; i < columns; i++) {
        if (row[i].text.len > 0) return columns;
    }
    return count;
}

static void move_right(closed_cell *row, size_t from, size_t columns, size_t by)
{
    for (size_t i = columns; i-- > from + by;)
        row[i] = row[i - by];
    for (size_t i = from; i < from + by; i++)
        row[i].text.len = 0;
}

static bool is_note_head(bs_str text)
{
    static const bs_str heads[] = {BS_STR_INIT("Note"), BS_STR_INIT("Notes"), BS_STR_INIT("附注"),
                                   BS_STR_INIT("附註"), BS_STR_INIT("註釋")};
    for (size_t i = 0; i < BS_COUNT(heads); i++) {
        if (bs_str_equal(text, heads[i])) return true;
    }
    return false;
}

bool bs_table__names_notes(const closed_run *run)
{
    enum { CELLS_MAX = 64 };
    for (size_t i = 0; i < run->count && i < CELLS_MAX; i++) {
        if (is_note_head(run->cells[i].text)) return true;
    }
    return false;
}

// Do the heads tell of a column with the numbers of notes, behind the names?
static bool has_notes(const closed_run *run, const closed_table *t)
{
    for (size_t row = t->head; row < t->body; row += t->columns) {
        if (is_note_head(run->cells[row].text) || is_note_head(run->cells[row + 1].text))
            return true;
    }
    return false;
}

// Puts the heads of a row, of which the first `count` cells have a text, over the columns behind
// the first `names`: one each, or as many each as divide these evenly.
static bool place_heads(closed_cell *row, size_t columns, size_t count, size_t names)
{
    size_t figures = columns - names, missing = columns - count;
    bool corner = !bs_table__heads_figures(row[0].text) && !is_note_head(row[0].text);
    if (missing == 1 && !corner) {
        move_right(row, 0, columns, 1);
        return true;
    }
    if (missing == names && names > 1) {
        move_right(row, 0, columns, names);
        return true;
    }
    if (corner || count < 2 || figures % count != 0) return false;
    size_t span = figures / count;
    for (size_t i = count; i-- > 0;) {
        closed_cell head = row[i];
        row[i].text.len = 0;
        head.span = (uint16_t)span;
        row[names + i * span] = head;
    }
    return true;
}

static bool has_signs(const closed_run *run, const closed_table *t)
{
    for (size_t i = t->body; i < run->starts[t->rows]; i++) {
        if (run->cells[i].sign) return true;
    }
    return false;
}

static void align_heads(closed_run *run, const closed_table *t, size_t names)
{
    enum { ROWS_OF_PAIR = 2 }; // two rows of heads tell more by each other (table_flat.c)
    bool pair = t->body - t->head == ROWS_OF_PAIR * t->columns;
    for (size_t at = t->body; at > t->head; at -= t->columns) {
        closed_cell *row = run->cells + at - t->columns;
        size_t count = count_packed(row, t->columns);
        if (count == t->columns || count == 0) continue;
        if (t->columns - count == 1 && !bs_table__heads_figures(row[0].text) &&
            !is_note_head(row[0].text))
            continue; // the last column has no head
        if (place_heads(row, t->columns, count, names) || pair) continue;
        for (size_t i = 1; i < count; i++)
            row[i].text.len = 0;
    }
}

// Has an account no note, and its figures in the column of those?
static bool is_moved(const closed_run *run, const closed_table *t, size_t row)
{
    const closed_cell *cells = run->cells + run->starts[row];
    bool whole = run->starts[row + 1] - run->starts[row] == t->columns;
    return whole && count_packed(cells, t->columns) + 1 == t->columns;
}

static void align_figures(closed_run *run, const closed_table *t)
{
    for (size_t i = 0; i < t->rows; i++) {
        if (is_moved(run, t, i)) move_right(run->cells + run->starts[i], 1, t->columns, 1);
    }
}

bool bs_table__lacks_notes(const closed_run *run, const closed_table *t)
{
    bool moved = false;
    if (t->lead > 0 || t->over > 0 || t->columns < 3 || !has_notes(run, t)) return false;
    for (size_t i = 0; i < t->rows && !moved; i++)
        moved = is_moved(run, t, i);
    return moved;
}

void bs_table__align_padded(closed_run *run, const closed_table *t)
{
    if (t->lead > 0 || t->over > 0 || !t->corner || t->columns < 3 || has_signs(run, t)) return;
    bool notes = has_notes(run, t);
    align_heads(run, t, 1 + notes);
    if (notes) align_figures(run, t);
}
