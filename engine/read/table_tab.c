// SPDX-License-Identifier: GPL-3.0-or-later
// Tables whose cells are separated by tabs: what a copied spreadsheet or web table leaves in text.
#include "engine/read/text_internal.h"

static bool has_tab(const bs_line *line)
{
    return line->text.len > 0 && (line->flags & (BS_LINE_TAB | BS_LINE_LEAD_TAB)) != 0;
}

// One cell at a time: cuts the next piece off *rest; a piece in double quotes may hold tabs and
// line ends, which is how spreadsheets copy a cell of several lines.
static bs_str next_cell(bs_str *rest, bs_str until)
{
    const char *end = until.ptr + until.len;
    size_t len = bs_table__quoted_len(*rest, '\t');
    const char *tab = memchr(rest->ptr + len, '\t', rest->len - len);
    bs_str piece = {rest->ptr, (size_t)((tab ? tab : end) - rest->ptr)};
    *rest = tab ? (bs_str){tab + 1, (size_t)(end - tab - 1)} : (bs_str){NULL, 0};
    return piece;
}

static bs_str unquote(bs_str cell)
{
    bs_str text = bs_str_trim(cell);
    bool quoted = text.len >= 2 && text.ptr[0] == '"' && text.ptr[text.len - 1] == '"';
    return quoted ? bs_str_slice(text, 1, text.len - 1) : cell;
}

// Index of the last line of the row that begins on line `at`: another one only if a quoted cell
// goes on there.
static uint32_t row_last(const bs_text_reader *reader, uint32_t at)
{
    enum { CELL_LINES_MAX = 64 };
    bs_str raw = reader->lines[at].raw;
    if (memchr(raw.ptr, '"', raw.len) == NULL) return at; // nearly every row
    size_t open = SIZE_MAX;
    for (size_t i = 0; i < raw.len; i++) {
        if (raw.ptr[i] != '"') continue;
        if (open == SIZE_MAX && (i == 0 || raw.ptr[i - 1] == '\t')) {
            open = i;
        } else if (open != SIZE_MAX) {
            bool twice = i + 1 < raw.len && raw.ptr[i + 1] == '"';
            if (!twice) open = SIZE_MAX;
            i += twice;
        }
    }
    if (open == SIZE_MAX) return at;
    for (uint32_t i = at + 1; i < reader->line_count && i - at <= CELL_LINES_MAX; i++) {
        bs_str next = reader->lines[i].raw;
        size_t close = bs_str_find(next, BS_STR("\""), 0);
        if (close == SIZE_MAX) continue;
        bool ends =
            close + 1 == next.len || next.ptr[close + 1] == '\t' || next.ptr[close + 1] == '\r';
        return ends ? i : at;
    }
    return at;
}

static size_t count_cells(const bs_line *line)
{
    size_t count = 1;
    for (size_t i = 0; i < line->raw.len; i++)
        count += line->raw.ptr[i] == '\t';
    return count;
}

// A line without a tab among rows: the label of a group, if it is short and nothing else.
static bool is_group_label(const bs_text_reader *reader, uint32_t at)
{
    enum { LABEL_WIDTH_MAX = 40 };
    if (at + 1 >= reader->line_count || (reader->lines[at + 1].flags & BS_LINE_TAB) == 0)
        return false;
    bs_str text = reader->lines[at].text, title;
    return text.len > 0 && text.len < 4 * LABEL_WIDTH_MAX &&
           !bs_line__is_wider(text, LABEL_WIDTH_MAX) &&
           bs_marker__read(text).kind == BS_MARKER_NONE && !bs_line__is_sentence(text) &&
           !bs_line__is_decoration(text) && !bs_marker__is_note(text) &&
           !bs_marker__is_unit(text) && !bs_marker__caption(text, &title) &&
           !bs_line__is_hash_heading(&reader->lines[at]) && text.ptr[0] != '<';
}

// Index behind the rows that follow each other without a blank line.
static uint32_t rows_end(const bs_text_reader *reader, uint32_t at)
{
    uint32_t end = at;
    while (end < reader->line_count) {
        if (!has_tab(&reader->lines[end]) && (end == at || !is_group_label(reader, end))) break;
        end = row_last(reader, end) + 1;
    }
    return end;
}

// A row that states figures, and not just years: it continues a table and begins none.
static bool is_data_row(const bs_line *line)
{
    bs_str rest = line->raw;
    bs_str cell = next_cell(&rest, line->raw);
    while (rest.ptr != NULL) {
        cell = bs_str_trim(next_cell(&rest, line->raw));
        if (bs_line__is_numeric(cell) && bs_line__has_digit(cell) && !bs_line__is_period(cell))
            return true;
    }
    return false;
}

// Index behind a table that a single blank line interrupts: between all of its rows (double
// spacing), or between groups of rows that have the same columns and need no header of their own.
static uint32_t skip_interruptions(const bs_text_reader *reader, uint32_t at, uint32_t end)
{
    bool spaced = end == at + 1;
    size_t cells = count_cells(&reader->lines[end - 1]);
    while (end + 1 < reader->line_count && bs_line__is_blank(reader, end)) {
        const bs_line *next = &reader->lines[end + 1];
        if ((next->flags & BS_LINE_TAB) == 0 || count_cells(next) != cells) break;
        uint32_t next_end = rows_end(reader, end + 1);
        bool single = next_end == end + 2;
        if (spaced ? !single : !is_data_row(next)) break;
        if (!spaced && bs_str_equal(next->text, reader->lines[at].text)) break;
        end = next_end;
    }
    return end;
}

typedef struct tab_shape {
    size_t rows;    // with two cells or more
    size_t lists;   // of them, those whose first cell is just a marker
    size_t bullets; // of them, those that begin like items of a list
    size_t codes;   // lines that end like program text
    size_t long_labels;
    size_t numbers;
    size_t cells;
    size_t cells_max;
} tab_shape;

static void look_at_row(tab_shape *shape, const bs_line *line)
{
    enum { LABEL_WIDTH_MAX = 48 };
    bs_str rest = line->raw;
    bs_str first = bs_str_trim(next_cell(&rest, line->raw));
    size_t cells = 1;
    while (rest.ptr != NULL) {
        bs_str cell = bs_str_trim(next_cell(&rest, line->raw));
        shape->numbers += cell.len > 0 && bs_line__is_numeric(cell);
        cells++;
    }
    shape->cells += cells;
    if (cells > shape->cells_max) shape->cells_max = cells;
    char last = line->text.ptr[line->text.len - 1];
    shape->codes += last == ';' || last == '{' || last == '}';
    bool inside = (line->flags & BS_LINE_TAB) != 0;
    shape->rows += inside;
    if (!inside || first.len == 0) return;
    bs_marker marker = bs_marker__read(line->text);
    shape->lists += marker.len > first.len;
    shape->bullets += marker.kind == BS_MARKER_BULLET;
    shape->long_labels += bs_line__is_wider(first, LABEL_WIDTH_MAX);
}

static tab_shape look_at_rows(const bs_text_reader *reader, uint32_t at, uint32_t end)
{
    tab_shape shape = {0};
    for (uint32_t i = at; i < end; i++) {
        if (has_tab(&reader->lines[i])) {
            look_at_row(&shape, &reader->lines[i]);
        } else {
            shape.cells++;
        }
    }
    return shape;
}

static bool is_table(tab_shape shape)
{
    if (shape.rows < 2 || shape.cells_max < 2) return false;
    if (shape.lists * 2 > shape.rows || shape.codes * 2 > shape.rows) return false;
    if (shape.bullets == shape.rows && shape.numbers == 0) return false;
    return shape.numbers > 0 || shape.cells_max > 2 || shape.long_labels * 2 <= shape.rows;
}

static bs_status add_row(bs_text_reader *reader, bs_grid *grid, bs_str raw, uint32_t row)
{
    bs_str rest = raw;
    for (uint32_t col = 0; rest.ptr != NULL; col++) {
        bs_str piece = next_cell(&rest, raw);
        bs_cell cell = {.row = row, .col = col};
        cell.text = bs_table__clean(unquote(piece), &cell.indent);
        BS_TRY(bs_table__add(reader, grid, cell));
    }
    return BS_OK;
}

bs_status bs_table__scan_tabs(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found)
{
    if (at < reader->notes.tab_failed_until || !has_tab(&reader->lines[at])) return BS_OK;
    uint32_t end = skip_interruptions(reader, at, rows_end(reader, at));
    tab_shape shape = look_at_rows(reader, at, end);
    if (!is_table(shape)) {
        reader->notes.tab_failed_until = end;
        return BS_OK;
    }
    BS_TRY(bs_table__reserve(reader, out, shape.cells));
    uint32_t row = 0;
    for (uint32_t i = at; i < end; i++) {
        if (reader->lines[i].text.len == 0) continue;
        uint32_t last = row_last(reader, i);
        bs_str raw = bs_line__join(reader->lines[i].raw, reader->lines[last].raw);
        BS_TRY(add_row(reader, out, raw, row++));
        i = last;
    }
    out->next = end;
    *found = true;
    return BS_OK;
}
