// SPDX-License-Identifier: GPL-3.0-or-later
// Tables whose cells are each closed by a bar, wherever the lines end: a page taken apart leaves
// "Revenue |", "1,039 |", "1,091 |", or a row on a line whose name has kept a line to itself. What
// tells them is that a name and as many figures come again and again, empty cells counted.
#include "engine/read/table_closed.h"

enum {
    CELLS_MAX = 1 << 17, // that are looked at together
    CELLS_FEW = 512,     // and at first
    LINES_OF_CELL_MAX = 4,
    ROW_MAX = 16,        // cells of one row
    OPEN_WIDTH_MAX = 72, // of a line that goes on with its cell on the next
    HEAD_ROWS_MAX = 4
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
    if (bs_str_ends(text, BS_STR(":")) || bs_marker__is_unit(text) || bs_marker__is_note(text) ||
        bs_marker__caption(text, &title))
        return false;
    for (uint32_t i = at; i < reader->line_count && i < at + LINES_OF_CELL_MAX; i++) {
        const bs_line *line = &reader->lines[i];
        if (is_closed(line)) return true;
        if (line->text.len == 0 || bs_line__is_sentence(line->text)) return false;
        if (bs_line__is_wider(line->text, OPEN_WIDTH_MAX)) return false;
    }
    return false;
}

// A rule under heads, "---|", has no cells; "-" and "--" are a figure that is missing.
static bool is_rule(bs_str text)
{
    enum { DASHES_MIN = 3 };
    size_t dashes = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (strchr("-|: ", text.ptr[i]) == NULL) return false;
        dashes += text.ptr[i] == '-';
    }
    return dashes >= DASHES_MIN;
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

// "100 bps", "$0.71 to $0.91": what begins with a digit or the sign of money, and is no long text.
static bool is_amount(bs_str text)
{
    enum { AMOUNT_BYTES_MAX = 20 };
    if (text.len == 0 || text.len > AMOUNT_BYTES_MAX) return false;
    bool money = text.ptr[0] == '$' || bs_str_starts(text, BS_STR("£")) ||
                 bs_str_starts(text, BS_STR("€")) || bs_str_starts(text, BS_STR("¥"));
    return (money && bs_line__has_digit(text)) || (text.ptr[0] >= '0' && text.ptr[0] <= '9');
}

static void push_cell(closed_run *run, bs_str text, uint32_t line)
{
    run->cells[run->count++] = (closed_cell){.text = text,
                                             .line = line,
                                             .number = bs_line__is_numeric(text),
                                             .period = bs_line__is_period(text),
                                             .sign = is_sign(text)};
}

// Adds the cells that end on a line, without a rule under heads and the end of its row.
static void take_line(closed_run *run, const bs_line *line, uint32_t index)
{
    size_t before = run->count, start = 0;
    bs_str text = line->text;
    bool ruled = false;
    for (size_t at = 0; at < text.len; at++) {
        if (text.ptr[at] != '|') continue;
        bs_str cell = behind_open(run, bs_str_trim(bs_str_slice(text, start, at)));
        run->open = (bs_str){0};
        bool rule = is_rule(cell);
        if (!rule && !(ruled && cell.len == 0)) {
            push_cell(run, cell, index);
            run->cells[run->count - 1].amount = is_amount(cell);
            run->cells[run->count - 1].number = bs_line__is_value(cell);
        }
        ruled = rule;
        start = at + 1;
    }
    run->open = behind_open(run, bs_str_trim(bs_str_slice(text, start, text.len)));
    size_t own = run->count - before, told = 0;
    for (size_t i = before; i < run->count; i++)
        told += run->cells[i].text.len > 0;
    run->alone += own <= 1;
    if (told > 1 && own > run->widest) run->widest = own;
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
    if (end == at + 1 && out->count > ROW_MAX) { // all rows on one line
        out->alone = 1;
        out->widest = 0;
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
           !bs_line__is_wider(line->text, WIDTH_MAX) && !bs_line__is_sentence(line->text);
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
        push_cell(out, reader->lines[out->end].text, out->end);
        uint32_t next = bs_line__skip_blank(reader, out->end + 1), blanks = next - out->end - 1;
        out->end = next;
        if (blanks > BLANKS_MAX) break;
        for (uint32_t i = 1; i < blanks && next < reader->line_count; i++, out->alone++)
            push_cell(out, (bs_str){0}, next);
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

// --- the grid ------------------------------------------------------------------------------------

static bs_status add_cell(bs_text_reader *reader, bs_grid *grid, bs_str text, bs_cell place)
{
    place.text = bs_table__clean(text, &place.indent);
    return bs_table__add(reader, grid, place);
}

// The titles over all columns, and the heads over several of them each; *row: the one behind.
static bs_status add_over(bs_text_reader *reader, bs_grid *grid, const closed_run *run,
                          const closed_table *t, uint32_t *row)
{
    size_t columns = t->columns - t->lead;
    size_t span = t->over > 0 ? (columns - 1) / t->over : 0;
    for (*row = 0; *row < t->titles; ++*row) {
        bs_cell place = {.row = *row, .col_span = (uint16_t)columns};
        size_t at = *row * (1 + t->lead) + t->lead;
        BS_TRY(add_cell(reader, grid, run->cells[at].text, place));
    }
    if (t->lead > 0 && t->head == 0 && run->cells[0].text.len > 0) { // "Dues in 2024 | Quay | …"
        bs_cell place = {.row = *row, .col_span = (uint16_t)columns};
        BS_TRY(add_cell(reader, grid, run->cells[0].text, place));
        ++*row;
    }
    for (size_t i = 0; i < t->over; i++) {
        bs_cell place = {.row = *row,
                         .col = (uint32_t)(1 + i * span),
                         .col_span = (uint16_t)span,
                         .header = true};
        BS_TRY(add_cell(reader, grid, run->cells[t->over_at + i].text, place));
    }
    *row += t->over > 0;
    return BS_OK;
}

static bs_status add_heads(bs_text_reader *reader, bs_grid *grid, const closed_run *run,
                           const closed_table *t, uint32_t *row)
{
    BS_TRY(add_over(reader, grid, run, t, row));
    size_t from = t->head, covered = 0; // cells under a head of several columns
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
    return rest.count > 0 && bs_table__find_closed(&other, &rest) && other.columns < t->columns;
}

static bs_status scan_spaced(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found)
{
    closed_run run;
    closed_table table;
    BS_TRY(find_spaced(&run, reader, at));
    if (run.alone == 0 || !bs_table__find_closed(&table, &run) || begins_later(&run, &table))
        return BS_OK;
    if (!bs_table__find_closed(&table, &run))
        return BS_OK; // the starts of its rows have been written over
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
    bool begun = run.count >= CELLS_FEW && bs_table__find_closed(&table, &run) &&
                 run.count - run.starts[table.rows] < table.columns;
    if (begun) BS_TRY(find_cells(&run, reader, at, CELLS_MAX));
    // Where each line is a row, others read it (table_bar.c), but for one that has moved.
    bool other = run.alone == 0 && !bs_table__names_notes(&run);
    if (other || !bs_table__find_closed(&table, &run) ||
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
