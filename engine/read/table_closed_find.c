// SPDX-License-Identifier: GPL-3.0-or-later
// Where a table stands in a run of cells: rows that have a name and figures in the same places
// again and again, below heads.
#include "engine/read/table_closed.h"

enum { COLUMNS_MAX = 32, HEAD_ROWS_MAX = 4, ROWS_MIN = 3 };

// --- rows ----------------------------------------------------------------------------------------

static bool is_name(const closed_cell *cell)
{
    return cell->text.len > 0 && !cell->number && !cell->sign;
}

static bool is_empty_row(const closed_cell *row, size_t columns)
{
    for (size_t i = 0; i < columns; i++) {
        if (row[i].text.len > 0) return false;
    }
    return true;
}

// A name, or a time where the first row has one, and words only where that has them, in so many
// cells.
static bool is_row(const closed_cell *row, const closed_cell *first, const closed_table *t,
                   size_t count)
{
    if (is_empty_row(row, count)) return true;
    bool time = row[t->lead].number && row[t->lead].period && first[t->lead].number;
    if (!is_name(&row[t->lead]) && !time) return false;
    for (size_t i = 0; i < count; i++) {
        if (i == t->lead || row[i].text.len == 0) continue;
        bool figure = row[i].number || row[i].sign || row[i].amount;
        if (i < t->lead || (!figure && !is_name(&first[i]))) return false;
    }
    return true;
}

static size_t count_figures(const closed_cell *row, size_t columns)
{
    size_t count = 0;
    for (size_t i = 1; i < columns; i++)
        count += row[i].number;
    return count;
}

// Is there a row on one line?
static bool has_lines(const closed_run *run)
{
    return run->widest > 2;
}

static bool has_figures(const closed_run *run, size_t at, const closed_table *t)
{
    return count_figures(run->cells + at + t->lead, t->columns - t->lead) > 0;
}

// The cells of the row at `at`: as many as there are columns, one for the name of a group in front
// of another row, 0 where there is no row.
static size_t row_width(const closed_run *run, size_t at, const closed_table *t)
{
    const closed_cell *cells = run->cells, *first = cells + t->first;
    size_t columns = t->columns, rest = run->count - at;
    if (rest < columns) { // the last row may have lost the empty cells at its end
        bool row = rest > t->lead + 1 && has_lines(run) && is_name(&cells[at + t->lead]);
        return row && is_row(cells + at, first, t, rest) ? rest : 0;
    }
    if (is_row(cells + at, first, t, columns)) return columns;
    bool group = t->lead == 0 && is_name(&cells[at]) && rest > columns;
    bool named = group && is_row(cells + at + 1, first, t, columns);
    return named && has_figures(run, at + 1, t) ? 1 : 0;
}

// How many rows of so many columns follow each other from cell `body` on.
static size_t count_rows(closed_run *run, const closed_table *t)
{
    size_t rows = 0, figures = 0;
    const closed_cell *first = run->cells + t->first;
    bool time = first[t->lead].number && first[t->lead].period;
    if (!is_name(&first[t->lead]) && !time) return 0;
    for (size_t i = 0; i < t->lead; i++) {
        if (first[i].text.len > 0) return 0;
    }
    if (!has_figures(run, t->first, t)) return 0;
    run->starts[0] = t->body;
    for (size_t at = t->body, width; (width = row_width(run, at, t)) > 0; at += width) {
        figures += width == t->columns && has_figures(run, at, t);
        run->starts[++rows] = at + width;
    }
    return figures >= ROWS_MIN ? rows : 0;
}

// Empty rows at the end belong to what follows.
static size_t without_empty(const closed_run *run, const closed_table *t)
{
    size_t rows = t->rows;
    while (rows > 0 && is_empty_row(run->cells + run->starts[rows - 1],
                                    run->starts[rows] - run->starts[rows - 1]))
        rows--;
    return rows;
}

// --- heads ---------------------------------------------------------------------------------------

// Are the cells heads: words, times, or empty?
static bool are_heads(const closed_run *run, size_t from, size_t to)
{
    bool told = false;
    for (size_t i = from; i < to; i++) {
        if (run->cells[i].number && !run->cells[i].period) return false;
        told = told || run->cells[i].text.len > 0;
    }
    return told || from == to;
}

// Is the last of the cells in front of the body the name of a group of rows, and no head? The heads
// then begin with that of the names, which is empty or a word for them.
static bool is_group(const closed_run *run, size_t columns)
{
    bs_str first = run->cells[0].text;
    return first.len == 0 || bs_table__heads_labels(first) ||
           bs_table__heads_figures(run->cells[columns - 1].text) > bs_table__heads_figures(first);
}

// Is the row at the body one of times over the figures?
static bool is_time_row(const closed_run *run, const closed_table *t)
{
    size_t times = 0;
    for (size_t i = t->lead + 1; i < t->columns; i++) {
        const closed_cell *cell = &run->cells[t->body + i];
        if (cell->number && !cell->period) return false;
        times += cell->period;
    }
    return times > 0;
}

// The text of the title at slot `i`, each of which has its row to itself; empty for none.
static bs_str title_at(const closed_run *run, const closed_table *t, size_t i)
{
    size_t at = i * (1 + t->lead);
    if (at + t->lead >= t->body || (t->lead > 0 && run->cells[at].text.len > 0)) return (bs_str){0};
    return run->cells[at + t->lead].text;
}

// Do heads that reach over several columns each begin with cell `from`, in front of a whole row?
static bool find_over(closed_table *t, const closed_run *run, size_t from)
{
    size_t cells = t->body - from, under = t->columns - 1 - t->lead;
    if (cells <= t->columns + t->lead || cells >= 2 * t->columns) return false;
    size_t over = cells - t->columns - t->lead, first = from + t->lead;
    bool named = over > 2 && !run->cells[first].period && under % (over - 1) == 0;
    if (!named && (over < 2 || under % over != 0)) return false;
    t->over = over - named;
    t->over_at = first + named;
    t->head = t->over_at + t->over;
    return t->over < under;
}

// Where the heads begin behind so many titles: whole rows of them, or one row under heads that
// reach over several columns each.
static bool find_heads_behind(closed_table *t, const closed_run *run, size_t titles)
{
    size_t from = titles * (1 + t->lead), cells = t->body - from;
    t->titles = titles;
    t->over = 0;
    t->head = from;
    t->corner = cells != t->columns - 1 || t->lead > 0;
    bool whole = cells % t->columns == 0 && cells <= HEAD_ROWS_MAX * t->columns;
    if (!whole && t->corner && !find_over(t, run, from)) return false;
    return are_heads(run, from, t->body);
}

// A title may stand in front, and the unit behind it.
static bool find_heads(closed_table *t, const closed_run *run)
{
    enum { TITLES_MAX = 3 };
    size_t most = 0, least = 0;
    for (bs_str title; most < TITLES_MAX && (title = title_at(run, t, most)).len > 0; most++) {
        bool unit = bs_marker__is_unit(title);
        if (unit) least = most + 1;
        if (most > 0 && !unit) break;
    }
    for (size_t i = least; i <= most; i++)
        if (find_heads_behind(t, run, i)) return true;
    for (size_t i = 0; i < least; i++)
        if (find_heads_behind(t, run, i)) return true;
    return false;
}

// Is the row in front of the body the name of a group, its other cells empty?
static bool is_group_row(const closed_run *run, const closed_table *t)
{
    if (t->body < 2 * t->columns) return false;
    const closed_cell *row = run->cells + t->body - t->columns;
    for (size_t i = 0; i < t->columns; i++) {
        if (i != t->lead && row[i].text.len > 0) return false;
    }
    return is_name(&row[t->lead]) && !row[t->lead].period;
}

// Moves the body over a row of times, or back over the name of the first group of rows.
static void move_body(closed_table *t, closed_run *run)
{
    size_t columns = t->columns;
    if (is_time_row(run, t)) {
        t->body = t->first += columns;
    } else if (is_group_row(run, t)) {
        t->body -= columns;
    } else if (t->lead == 0 && t->body > columns && t->body % columns == 1 &&
               is_group(run, columns)) {
        t->body--;
    } else {
        return;
    }
    t->rows = t->first + columns <= run->count ? count_rows(run, t) : 0;
}

// Do rows of so many columns begin with cell `body`, with heads in front of them?
static bool find_rows(closed_table *out, closed_run *run, size_t body, size_t columns)
{
    *out = (closed_table){.body = body, .first = body, .columns = columns};
    out->lead = run->cells[body].text.len == 0;
    if (out->lead + 2 > columns) return false;
    out->rows = count_rows(run, out);
    if (out->rows > 0) move_body(out, run);
    if (out->rows == 0 || !find_heads(out, run)) return false;
    // Another table may begin behind the rows, but then these have to be sure. A row with fewer
    // cells in a line is one of the same.
    size_t rest = run->count - run->starts[out->rows];
    if (rest > 1 && rest < columns && has_lines(run)) return false;
    out->rows = without_empty(run, out);
    bool signs = bs_table__has_signs(run, out);
    return out->rows >= ROWS_MIN + (size_t)(rest >= columns && !signs);
}

// The fewest columns with which it can be read: two rows together look like one, too. A line with
// several cells is a whole row, or one whose name stands above it.
bool bs_table__find_closed(closed_table *out, closed_run *run)
{
    enum { LOST_MAX = 32 }; // rows without heads, behind which no table is to be expected
    size_t lost = 0;
    bool lines = has_lines(run);
    size_t least = lines ? run->widest : 2, most = lines ? run->widest + 1 : COLUMNS_MAX;
    for (size_t columns = least; columns <= most; columns++) {
        size_t end = (HEAD_ROWS_MAX + 1) * columns;
        for (size_t body = 0; body < end && body + columns <= run->count; body++) {
            if (find_rows(out, run, body, columns)) return true;
            lost += out->rows > 0;
            if (lost > LOST_MAX) return false;
        }
    }
    return false;
}
