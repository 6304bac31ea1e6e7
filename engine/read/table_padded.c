// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that were taken out of a page and lost the reach of their cells: every row ends with a
// bar, and behind its last cell there are as many bars more as cells are lacking in it.
//
//     Item | 2021 | 2022 | |
//     Patients (persons) | All | 120 | 130 |
//     Men | 50 | 60 | |
//     Women | 70 | 70 |
//
// A cell of several lines has parted its row into lines, which have all the bars together, and the
// bar behind a cell may stand on a line of its own. The last row lacks the bars at its end.
#include "engine/read/table_padded.h"

enum { BARS_MIN = 3, BARS_MAX = 64, ROWS_MIN = 3, LINES_AHEAD = 12 };

static bool is_row(const bs_text_reader *reader, uint32_t at)
{
    if (at >= reader->line_count || (reader->lines[at].flags & BS_LINE_BAR) == 0) return false;
    bs_str text = reader->lines[at].text;
    return text.len > 0 && text.ptr[text.len - 1] == '|';
}

// A cell whose bar stands on the next line, alone.
static bool is_cell(const bs_text_reader *reader, uint32_t at)
{
    if (at + 1 >= reader->line_count || (reader->lines[at].flags & BS_LINE_BAR) != 0) return false;
    return reader->lines[at].text.len > 0 && bs_str_equal(reader->lines[at + 1].text, BS_STR("|"));
}

static uint32_t count_bars(bs_str text)
{
    uint32_t bars = 0;
    for (size_t i = 0; i < text.len; i++)
        bars += text.ptr[i] == '|' && (i == 0 || text.ptr[i - 1] != '\\');
    return bars;
}

// "---|---|"
static bool is_divider(bs_str text)
{
    return bs_str_starts(text, BS_STR("---|")) || bs_str_starts(text, BS_STR("|---|"));
}

// Bars at the end of a row behind its last cell but the one that closes it.
static uint32_t count_pads(bs_str text)
{
    uint32_t bars = 0;
    for (size_t i = text.len; i > 0 && (text.ptr[i - 1] == '|' || text.ptr[i - 1] == ' '); i--)
        bars += text.ptr[i - 1] == '|';
    return bars - 1;
}

// Cells of a line that hold figures.
static uint32_t count_figures(bs_str text)
{
    uint32_t figures = 0;
    bs_str rest = text, piece;
    while (bs_str_next(&rest, '|', &piece))
        figures += bs_padded__is_figure(bs_str_trim(piece));
    return figures;
}

// Index of the line behind the row that begins on line `at`; `at` when it has not all the bars.
static uint32_t row_behind(const bs_text_reader *reader, uint32_t at, uint32_t bars)
{
    uint32_t sum = 0;
    for (uint32_t line = at; !is_divider(reader->lines[line].text);) {
        bool cell = is_cell(reader, line);
        if (!cell && !is_row(reader, line)) break;
        line += cell;
        bs_str text = reader->lines[line++].text;
        sum += count_bars(text);
        if (sum == bars) return line;
        bool figures = count_figures(text) * 2 > count_bars(text); // "4." is the mark of a label
        if (sum > bars || (!cell && count_pads(text) > 0) || figures) break;
        if (line == reader->line_count) break;
    }
    return at;
}

// The last row of a table: figures, and no bars for the cells that it lacks.
static bool is_last(const bs_text_reader *reader, uint32_t at, uint32_t bars)
{
    if (!is_row(reader, at)) return false;
    bs_str text = reader->lines[at].text;
    uint32_t own = count_bars(text);
    bool more = is_row(reader, at + 1) && count_bars(reader->lines[at + 1].text) == own;
    return own > 2 && own < bars && !more && count_pads(text) == 0 &&
           count_figures(text) * 2 >= own;
}

// The sign of the money in a cell of its own, which table_sign.c reads.
static bool has_sign(bs_str text)
{
    return bs_str_find(text, BS_STR("| $ |"), 0) != SIZE_MAX ||
           bs_str_find(text, BS_STR("| £ |"), 0) != SIZE_MAX ||
           bs_str_find(text, BS_STR("| € |"), 0) != SIZE_MAX;
}

// Heads in front of rows of so many bars that have one bar less: the empty one of the labels is
// lost.
static bool is_short_head(const bs_text_reader *reader, uint32_t at, uint32_t bars)
{
    if (!is_row(reader, at) || !is_row(reader, at + 1)) return false;
    bs_str text = reader->lines[at].text, next = reader->lines[at + 1].text;
    return count_bars(text) + 1 == bars && count_bars(next) == bars && count_figures(text) == 0 &&
           count_figures(next) > 1;
}

// Follows the rows of so many bars from line `at` on.
static bs_padded follow_rows(const bs_text_reader *reader, uint32_t at, uint32_t bars)
{
    bs_padded out = {.bars = bars, .next = at, .opened = true};
    while (is_row(reader, out.next) || is_cell(reader, out.next)) {
        bs_str text = reader->lines[out.next].text;
        if (is_divider(text)) {
            if (count_bars(text) != bars) break;
            out.next++;
            continue;
        }
        uint32_t behind = row_behind(reader, out.next, bars);
        bool head = out.rows == 0 && is_short_head(reader, at, bars);
        bool next = out.figure_rows > 0 && is_short_head(reader, out.next, bars + 1);
        if (next) break; // the heads of another table
        bool last = behind == out.next && !head;
        if (last && !is_last(reader, out.next, bars)) break;
        if (last || head) behind = out.next + 1;
        out.opened = out.opened && text.ptr[0] == '|';
        for (uint32_t line = out.next; line < behind; line++) {
            line += is_cell(reader, line);
            text = reader->lines[line].text;
            bool pads = bs_str_ends(text, BS_STR("||")) || (!out.opened && count_pads(text) > 0);
            out.odd = out.odd || pads || line > out.next;
            out.signs = out.signs || has_sign(text);
        }
        out.figure_rows += count_figures(text) > 0;
        out.rows++;
        out.next = behind;
        if (last) break;
    }
    return out;
}

static bool is_padded(const bs_padded *table)
{
    return table->bars >= BARS_MIN && table->bars <= BARS_MAX && table->odd && !table->signs &&
           table->rows >= ROWS_MIN && table->figure_rows > 0;
}

// Finds how many bars the rows have: as many as the first line, or as the longest of the next.
static bool find_rows(const bs_text_reader *reader, uint32_t at, bs_padded *out)
{
    uint32_t own = count_bars(reader->lines[at].text), most = own;
    *out = follow_rows(reader, at, own);
    if (is_padded(out)) return true;
    for (uint32_t line = at + 1; line < at + LINES_AHEAD && is_row(reader, line); line++) {
        uint32_t bars = count_bars(reader->lines[line].text);
        if (bars > most) most = bars;
    }
    if (most == own) return false;
    uint32_t next = out->next;
    *out = follow_rows(reader, at, most);
    if (is_padded(out)) return true;
    if (next > out->next) out->next = next;
    return false;
}

// --- cells ---

static bs_status add_cell(bs_text_reader *reader, bs_grid *grid, bs_str text, bs_cell *place)
{
    bs_cell cell = *place;
    cell.text = bs_table__clean(text, &cell.indent);
    place->col++;
    return bs_table__add(reader, grid, cell);
}

static bs_status add_line(bs_text_reader *reader, bs_grid *grid, bs_str text, bs_cell *place)
{
    bs_str rest = bs_str_slice(text, 0, text.len - 1), piece;
    while (bs_str_next(&rest, '|', &piece))
        BS_TRY(add_cell(reader, grid, piece, place));
    return BS_OK;
}

// "1.", "2)": what counts the labels behind it.
static bool is_mark(bs_str text)
{
    char last = text.len > 1 && text.len < 4 ? text.ptr[text.len - 1] : ' ';
    return (last == '.' || last == ')') && text.ptr[0] >= '0' && text.ptr[0] <= '9';
}

// Leaves the mark of a label out, which would be a figure.
static void drop_mark(bs_padded_row *row, bs_cell *cells)
{
    bool marked = row->cells > 1 && is_mark(cells[0].text) && bs_line__has_letter(cells[1].text);
    if (!marked) return;
    cells[0].row = BS_CELL_DROPPED;
    for (uint32_t i = 1; i < row->cells; i++)
        cells[i].col--;
    row->first++;
    row->cells--;
}

// Figures begin where the labels end.
static void look_at_cells(bs_padded_row *row, bs_grid *grid)
{
    bs_cell *cells = grid->cells.items + row->first;
    while (row->cells > 0 && cells[row->cells - 1].text.len == 0)
        row->cells--;
    grid->cells.count = row->first + row->cells;
    drop_mark(row, cells);
    cells = grid->cells.items + row->first;
    uint32_t first = 0;
    while (first < row->cells && !bs_padded__is_figure(cells[first].text))
        first++;
    row->labels = first < row->cells ? first : 0;
    row->figures = row->cells - first;
}

static uint32_t skip_dividers(const bs_text_reader *reader, uint32_t line, uint32_t end)
{
    while (line < end && is_divider(reader->lines[line].text))
        line++;
    return line;
}

static bs_status add_rows(bs_text_reader *reader, bs_grid *grid, uint32_t at, bs_padded *table)
{
    table->row = BS_NEW_ARRAY(&reader->scratch, bs_padded_row, table->rows);
    if (table->row == NULL) return bs_text__memory(reader);
    bs_cell place = {.row = 0};
    for (uint32_t line = skip_dividers(reader, at, table->next); line < table->next; place.row++) {
        uint32_t behind = row_behind(reader, line, table->bars);
        if (behind == line) behind++;
        bs_padded_row *row = &table->row[place.row];
        row->first = (uint32_t)grid->cells.count;
        place.col = 0;
        for (; line < behind; line++) {
            bool cell = is_cell(reader, line);
            bs_str text = reader->lines[line].text;
            if (cell) {
                BS_TRY(add_cell(reader, grid, text, &place));
                line++;
                continue;
            }
            if (table->opened && text.ptr[0] == '|') text = bs_str_slice(text, 1, text.len);
            BS_TRY(add_line(reader, grid, text, &place));
        }
        row->cells = (uint32_t)grid->cells.count - row->first;
        look_at_cells(row, grid);
        line = skip_dividers(reader, line, table->next);
    }
    return BS_OK;
}

static void drop_cells(bs_grid *grid)
{
    size_t kept = 0;
    for (size_t i = 0; i < grid->cells.count; i++) {
        if (grid->cells.items[i].row != BS_CELL_DROPPED)
            grid->cells.items[kept++] = grid->cells.items[i];
    }
    grid->cells.count = kept;
}

// Reads the table that begins on line `at`; out->next is in the lines that the reader has.
static bs_status read_table(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found,
                            uint32_t *failed_until)
{
    bs_padded table;
    *failed_until = at;
    if (!find_rows(reader, at, &table)) {
        *failed_until = table.odd ? at + 1 : table.next;
        return BS_OK;
    }
    BS_TRY(add_rows(reader, out, at, &table));
    if (!bs_padded__measure(&table)) {
        out->cells.count = 0;
        *failed_until = table.next;
        return BS_OK;
    }
    BS_TRY(bs_padded__place(reader, &table, out));
    drop_cells(out);
    out->next = table.next;
    *found = true;
    return BS_OK;
}

// The same where each cell has a line: the lines of the rows stand in for those of the text.
static bs_status read_cells(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found)
{
    bs_padded_lines joined;
    BS_TRY(bs_padded__join_lines(&joined, reader, at));
    if (joined.count < ROWS_MIN) return BS_OK;
    bs_line *lines = reader->lines;
    uint32_t count = reader->line_count, failed_until;
    reader->lines = joined.lines;
    reader->line_count = joined.count;
    bs_status status = is_row(reader, 0) ? read_table(reader, 0, out, found, &failed_until) : BS_OK;
    reader->lines = lines;
    reader->line_count = count;
    if (*found) out->next = joined.ends[out->next - 1];
    return status;
}

bs_status bs_table__scan_padded(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found)
{
    if (at < reader->notes.padded_failed_until) return BS_OK;
    if (bs_table__heads_groups(reader, at)) return BS_OK; // table_bar.c reads these
    if (is_row(reader, at)) {
        BS_TRY(read_table(reader, at, out, found, &reader->notes.padded_failed_until));
        if (*found || !bs_padded__has_cells(reader, at)) return BS_OK;
    }
    return bs_padded__has_cells(reader, at) ? read_cells(reader, at, out, found) : BS_OK;
}
