// SPDX-License-Identifier: GPL-3.0-or-later
// Tables whose cells are each closed by a bar, wherever the lines end: a page taken apart leaves
// "Revenue |", "1,039 |", "1,091 |", or a row on a line whose name has kept a line to itself. What
// tells them is that a name and as many figures come again and again, empty cells counted.
#include "engine/read/table_closed.h"

enum {
    CELLS_MAX = 1 << 17, // that are looked at together
    CELLS_FEW = 512,     // and at first
    COLUMNS_MAX = 32,
    LINES_OF_CELL_MAX = 4,
    OPEN_WIDTH_MAX = 72, // of a line that goes on with its cell on the next
    HEAD_ROWS_MAX = 4,
    ROWS_MIN = 3
};

// --- cells ---------------------------------------------------------------------------------------

static bool is_closed(const bs_line *line)
{
    size_t len = line->text.len;
    return len > 0 && line->text.ptr[len - 1] == '|' && (line->flags & BS_LINE_TAG) == 0;
}

// Does the cell that begins on a line without a bar at its end close on one of the next?
static bool goes_on(const bs_text_reader *reader, uint32_t at)
{
    bs_str title;
    bs_str text = reader->lines[at].text;
    if (bs_marker__is_unit(text) || bs_marker__is_note(text) || bs_marker__caption(text, &title))
        return false;
    for (uint32_t i = at; i < reader->line_count && i < at + LINES_OF_CELL_MAX; i++) {
        const bs_line *line = &reader->lines[i];
        if (is_closed(line)) return true;
        if (line->text.len == 0 || bs_line__is_sentence(line->text)) return false;
        if (bs_line__width(line->text) > OPEN_WIDTH_MAX) return false;
    }
    return false;
}

// A rule under heads, "---|", has no cells.
static bool is_rule(bs_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (strchr("-|: ", text.ptr[i]) == NULL) return false;
    }
    return memchr(text.ptr, '-', text.len) != NULL && text.len > 3;
}

// `text`, behind what a line above it has begun.
static bs_str behind_open(const closed_run *run, bs_str text)
{
    if (run->open.len == 0) return text;
    return text.len > 0 ? bs_line__join(run->open, text) : run->open;
}

// "$" and ")", which have cells of their own where accounts were taken apart.
static bool is_sign(bs_str text)
{
    bs_rune rune = bs_utf8_decode(text, 0);
    return text.len > 0 && rune.len == text.len && bs_line__is_in(rune.code, "$£€¥)%");
}

// Adds the cells that end on a line.
static void take_line(closed_run *run, const bs_line *line, uint32_t index)
{
    size_t before = run->count, start = 0;
    bs_str text = line->text;
    for (size_t at = 0; at < text.len; at++) {
        if (text.ptr[at] != '|') continue;
        bs_str cell = behind_open(run, bs_str_trim(bs_str_slice(text, start, at)));
        run->open = (bs_str){0};
        run->cells[run->count++] = (closed_cell){.text = cell,
                                                 .line = index,
                                                 .number = bs_line__is_value(cell),
                                                 .period = bs_line__is_period(cell),
                                                 .sign = is_sign(cell)};
        start = at + 1;
    }
    run->open = behind_open(run, bs_str_trim(bs_str_slice(text, start, text.len)));
    size_t own = run->count - before;
    run->alone += own <= 1;
    if (own > run->widest) run->widest = own;
}

// Takes the cells of the lines from `at` on, about so many of them.
static bs_status find_cells(closed_run *out, bs_text_reader *reader, uint32_t at, size_t most)
{
    uint32_t end = at;
    size_t bars = 0;
    while (end < reader->line_count && bars < most) {
        const bs_line *line = &reader->lines[end];
        if (line->text.len == 0 || (!is_closed(line) && !goes_on(reader, end))) break;
        for (size_t i = 0; i < line->text.len; i++)
            bars += line->text.ptr[i] == '|';
        end++;
    }
    *out = (closed_run){.end = end};
    out->cells = BS_NEW_ARRAY(&reader->scratch, closed_cell, bars + 1);
    out->starts = BS_NEW_ARRAY(&reader->scratch, size_t, bars + 2);
    if (out->cells == NULL || out->starts == NULL) return bs_text__memory(reader);
    for (uint32_t i = at; i < end; i++) {
        if (!is_rule(reader->lines[i].text)) take_line(out, &reader->lines[i], i);
        if (i == at) out->alone = 0;
    }
    return BS_OK;
}

// May a line be a cell that blank lines part from others?
static bool is_spaced(const bs_text_reader *reader, uint32_t at)
{
    enum { WIDTH_MAX = 60, OTHER = BS_LINE_TAB | BS_LINE_BAR | BS_LINE_TAG };
    if (at >= reader->line_count || !bs_line__is_blank(reader, at + 1)) return false;
    const bs_line *line = &reader->lines[at];
    return line->text.len > 0 && line->text.len <= 3 * WIDTH_MAX && (line->flags & OTHER) == 0 &&
           bs_line__width(line->text) <= WIDTH_MAX && !bs_line__is_sentence(line->text);
}

static void push_spaced(closed_run *run, bs_str text, uint32_t line)
{
    run->cells[run->count++] = (closed_cell){.text = text,
                                             .line = line,
                                             .number = bs_line__is_numeric(text),
                                             .period = bs_line__is_period(text),
                                             .sign = is_sign(text)};
}

// The cells that stand on lines with a blank one between them; each blank line more is an empty
// cell. Without empty ones others read them (table_turns.c).
static bs_status find_spaced(closed_run *out, bs_text_reader *reader, uint32_t at)
{
    enum { SPACED_MAX = 256, BLANKS_MAX = 4 };
    *out = (closed_run){.end = at};
    out->cells = BS_NEW_ARRAY(&reader->scratch, closed_cell, SPACED_MAX + BLANKS_MAX);
    out->starts = BS_NEW_ARRAY(&reader->scratch, size_t, SPACED_MAX + BLANKS_MAX + 1);
    if (out->cells == NULL || out->starts == NULL) return bs_text__memory(reader);
    while (out->count < SPACED_MAX && is_spaced(reader, out->end)) {
        push_spaced(out, reader->lines[out->end].text, out->end);
        uint32_t next = bs_line__skip_blank(reader, out->end + 1), blanks = next - out->end - 1;
        out->end = next;
        if (blanks > BLANKS_MAX) break;
        for (uint32_t i = 1; i < blanks && next < reader->line_count; i++, out->alone++)
            push_spaced(out, (bs_str){0}, next);
    }
    return BS_OK;
}

// Cheap: may cells that blank lines part begin on a line, with a figure among the first ones?
static bool may_be_spaced(const bs_text_reader *reader, uint32_t at)
{
    enum { CELLS = 8 };
    uint32_t cells = 0;
    for (; cells < CELLS && is_spaced(reader, at); cells++) {
        if (cells > 0 && bs_line__is_numeric(reader->lines[at].text)) return true;
        at = bs_line__skip_blank(reader, at + 1);
    }
    return false;
}

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
        bool figure = row[i].number || row[i].sign;
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

// Where the heads begin among the cells in front of the body: whole rows of them, behind a title
// that reaches over all columns, or one row under heads that reach over several columns each.
static bool find_heads(closed_table *t, const closed_run *run)
{
    size_t cells = t->body, columns = t->columns;
    t->corner = true;
    t->head = cells % columns;
    if (cells % columns <= 1) return are_heads(run, t->head, cells);
    t->corner = cells % columns != columns - 1;
    if (!t->corner) return cells < columns && are_heads(run, t->head = 0, cells);
    t->over = cells % columns;
    t->head = 0;
    bool even = t->over > 1 && (columns - 1) % t->over == 0 && t->over < columns - 1;
    return even && cells < 2 * columns && are_heads(run, 0, cells);
}

// Moves the body over a row of times, or back over the name of the first group of rows.
static void move_body(closed_table *t, closed_run *run)
{
    size_t columns = t->columns;
    if (is_time_row(run, t)) {
        t->body = t->first += columns;
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
    return out->rows >= ROWS_MIN + (size_t)(rest >= columns);
}

// The fewest columns with which it can be read: two rows together look like one, too. A line with
// several cells is a whole row, or one whose name stands above it.
static bool find_table(closed_table *out, closed_run *run)
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

// --- the grid ------------------------------------------------------------------------------------

static bs_status add_cell(bs_text_reader *reader, bs_grid *grid, bs_str text, bs_cell place)
{
    place.text = bs_table__clean(text, &place.indent);
    return bs_table__add(reader, grid, place);
}

// The title over all columns, or the heads over several of them each; *row: the one behind.
static bs_status add_over(bs_text_reader *reader, bs_grid *grid, const closed_run *run,
                          const closed_table *t, uint32_t *row)
{
    size_t titles = t->over == 0 && t->head > 0 && run->cells[0].text.len > 0;
    size_t count = t->over > 0 ? t->over : titles, columns = t->columns - t->lead;
    size_t span = t->over > 0 ? (t->columns - 1) / t->over : columns;
    for (size_t i = 0; i < count; i++) {
        bs_cell place = {.col = (uint32_t)((t->over > 0) + i * span),
                         .col_span = (uint16_t)span,
                         .header = t->over > 0};
        BS_TRY(add_cell(reader, grid, run->cells[i].text, place));
    }
    *row = count > 0;
    return BS_OK;
}

static bs_status add_heads(bs_text_reader *reader, bs_grid *grid, const closed_run *run,
                           const closed_table *t, uint32_t *row)
{
    BS_TRY(add_over(reader, grid, run, t, row));
    size_t from = t->head + t->over, covered = 0; // cells under a head of several columns
    for (size_t i = from; i < t->body; i++) {
        size_t at = i - from + !t->corner;
        bs_cell place = {.row = *row + (uint32_t)(at / t->columns),
                         .col = (uint32_t)(at % t->columns),
                         .col_span = run->cells[i].span,
                         .header = true};
        if (run->cells[i].span > 1) covered = i + run->cells[i].span;
        if (place.col < t->lead || (run->cells[i].text.len == 0 && i < covered)) continue;
        place.col -= (uint32_t)t->lead;
        BS_TRY(add_cell(reader, grid, run->cells[i].text, place));
    }
    *row += (uint32_t)((t->body - from + !t->corner) / t->columns);
    return BS_OK;
}

static bs_status add_rows(bs_text_reader *reader, bs_grid *grid, const closed_run *run,
                          const closed_table *t)
{
    uint32_t row;
    BS_TRY(add_heads(reader, grid, run, t, &row));
    for (size_t i = 0; i < t->rows; i++, row++) {
        size_t lead = t->lead;
        for (size_t at = run->starts[i] + lead; at < run->starts[i + 1]; at++) {
            bs_cell place = {.row = row, .col = (uint32_t)(at - run->starts[i] - lead)};
            BS_TRY(add_cell(reader, grid, run->cells[at].text, place));
        }
    }
    return BS_OK;
}

// Is the first of the cells only a title, behind which the table has fewer columns?
static bool begins_later(const closed_run *run, const closed_table *t)
{
    closed_run rest = *run;
    closed_table other;
    size_t first = 1;
    while (first < run->count && run->cells[first].text.len == 0)
        first++;
    rest.cells += first;
    rest.count -= first;
    return rest.count > 0 && find_table(&other, &rest) && other.columns < t->columns;
}

static bs_status scan_spaced(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found)
{
    closed_run run;
    closed_table table;
    BS_TRY(find_spaced(&run, reader, at));
    if (run.alone == 0 || !find_table(&table, &run) || begins_later(&run, &table)) return BS_OK;
    if (!find_table(&table, &run)) return BS_OK; // the starts of its rows have been written over
    BS_TRY(add_rows(reader, out, &run, &table));
    out->next = run.cells[run.starts[table.rows] - 1].line + 1;
    *found = true;
    return BS_OK;
}

bs_status bs_table__scan_closed(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found)
{
    if (at < reader->notes.closed_failed_until) return BS_OK;
    if (may_be_spaced(reader, at)) return scan_spaced(reader, at, out, found);
    if (!is_closed(&reader->lines[at])) return BS_OK;
    closed_run run;
    closed_table table;
    BS_TRY(find_cells(&run, reader, at, CELLS_FEW));
    bool begun = run.count >= CELLS_FEW && find_table(&table, &run) &&
                 run.count - run.starts[table.rows] < table.columns;
    if (begun) BS_TRY(find_cells(&run, reader, at, CELLS_MAX));
    // Where each line is a row, others read it (table_bar.c), but for one that has moved.
    bool other = run.alone == 0 && !bs_table__names_notes(&run);
    if (other || !find_table(&table, &run) ||
        (run.alone == 0 && !bs_table__lacks_notes(&run, &table))) {
        reader->notes.closed_failed_until = run.end;
        return BS_OK;
    }
    bs_table__align_padded(&run, &table);
    BS_TRY(bs_table__reserve(reader, out, (table.rows + HEAD_ROWS_MAX + 1) * table.columns));
    BS_TRY(add_rows(reader, out, &run, &table));
    out->next = run.cells[run.starts[table.rows] - 1].line + 1;
    *found = true;
    return BS_OK;
}
