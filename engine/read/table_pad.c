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

bool bs_table__has_signs(const closed_run *run, const closed_table *t)
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

// --- columns of signs between those of figures ---------------------------------------------------

enum { FIGURES_MAX = 16 };

// The columns with figures, up to FIGURES_MAX of them; 0 for more, and where two stand side by
// side, as they do where rows have lost empty cells.
static size_t find_figures(const closed_run *run, const closed_table *t, size_t out[FIGURES_MAX])
{
    size_t count = 0;
    for (size_t column = 1; column < t->columns; column++) {
        bool found = false;
        for (size_t i = 0; i < t->rows && !found; i++) {
            size_t at = run->starts[i] + column;
            found = at < run->starts[i + 1] && run->cells[at].number;
        }
        if (found && (count == FIGURES_MAX || (count > 0 && out[count - 1] + 1 == column)))
            return 0;
        if (found) out[count++] = column;
    }
    return count;
}

// The number that a short head names, "Q3"; -1 for none.
static int head_number(const closed_cell *cell)
{
    enum { BYTES_MAX = 6 };
    bs_str text = cell->text;
    size_t at = 0;
    if (text.len == 0 || text.len > BYTES_MAX || !cell->period) return -1;
    while (at < text.len && (text.ptr[at] < '0' || text.ptr[at] > '9'))
        at++;
    int number = -1;
    for (; at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9'; at++)
        number = (number < 0 ? 0 : 10 * number) + (text.ptr[at] - '0');
    return number;
}

// Where so many years begin over the quarters or months of the next row: behind each of these that
// their order does not allow in one year. "2023", "2022" over "Q3", "Q2", "Q3": 0 and 2.
static bool find_years(const closed_cell *years, const closed_cell *below, size_t count,
                       size_t heads, size_t starts[FIGURES_MAX])
{
    enum { YEAR_MIN = 1000 };
    int first = head_number(&years[0]), second = head_number(&years[1]);
    if (heads < 2 || first < YEAR_MIN || second < YEAR_MIN || first == second) return false;
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        int number = head_number(&below[i]);
        int step = i > 0 ? number - head_number(&below[i - 1]) : 0;
        if (number < 0) return false;
        if (i == 0 || step == 0 || (step > 0) != (second > first)) starts[found++] = i;
    }
    return found == heads;
}

// Puts the heads of a row that follow each other over the figures: one each, or as many each as the
// row below says or as divide them evenly; other heads become empty.
static void place_over_figures(closed_cell *row, const closed_table *t, const size_t *figures,
                               size_t count, bool last)
{
    size_t heads = count_packed(row + 1, t->columns - 1), starts[FIGURES_MAX + 1];
    if (heads == 0 || heads == t->columns - 1 || heads > count) return;
    bool years = !last && find_years(row + 1, row + 1 + t->columns, count, heads, starts);
    bool placed = years || count % heads == 0;
    for (size_t i = 0; i < heads && placed && !years; i++)
        starts[i] = i * (count / heads);
    starts[heads] = count;
    for (size_t i = heads; i-- > 0;) {
        closed_cell head = row[1 + i];
        row[1 + i].text.len = 0;
        if (!placed) continue;
        size_t from = figures[starts[i]];
        head.span = (uint16_t)(figures[starts[i + 1] - 1] - from + 1);
        row[from] = head;
    }
}

static void align_over_signs(closed_run *run, const closed_table *t)
{
    size_t figures[FIGURES_MAX], count = find_figures(run, t, figures);
    if (count == 0) return;
    for (size_t at = t->head; at < t->body; at += t->columns)
        place_over_figures(run->cells + at, t, figures, count, at + t->columns == t->body);
}

void bs_table__align_padded(closed_run *run, const closed_table *t)
{
    if (t->lead > 0 || t->over > 0 || !t->corner || t->columns < 3) return;
    if (bs_table__has_signs(run, t)) {
        align_over_signs(run, t);
        return;
    }
    bool notes = has_notes(run, t);
    align_heads(run, t, 1 + notes);
    if (notes) align_figures(run, t);
}
