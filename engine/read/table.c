// SPDX-License-Identifier: GPL-3.0-or-later
// What tables of all shapes have in common once their cells are known.
#include "engine/base/limits.h"
#include "engine/read/text_internal.h"

bs_status bs_table__scan(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found)
{
    static bs_table_scan *const scans[] = {
        bs_table__scan_wiki,    bs_table__scan_padded, bs_table__scan_closed,
        bs_table__scan_bars,    bs_table__scan_tabs,   bs_table__scan_commas,
        bs_table__scan_aligned, bs_table__scan_units,  bs_table__scan_tokens,
        bs_table__scan_stack,   bs_table__scan_pairs,  bs_table__scan_oneline,
        bs_table__scan_turns,
    };
    *found = false;
    *out = (bs_grid){.first = at, .next = at};
    for (size_t i = 0; !*found && i < BS_COUNT(scans); i++)
        BS_TRY(scans[i](reader, at, out, found));
    return BS_OK;
}

// Columns of blanks before the text of a cell, the ones written &nbsp; too.
static uint16_t indent_of(bs_str blanks)
{
    size_t columns = 0;
    for (size_t at = 0; at < blanks.len;) {
        bs_rune rune = bs_utf8_decode(blanks, at);
        columns += rune.code == 0x3000 ? 2 : rune.code == '&' || bs_rune_is_space(rune.code);
        at += rune.len;
    }
    return columns > UINT16_MAX ? UINT16_MAX : (uint16_t)columns;
}

// "*1,482*", "_Total_": emphasis in Markdown around the whole of a cell.
static bs_str without_emphasis(bs_str text)
{
    bool marked = text.len > 2 && (text.ptr[0] == '*' || text.ptr[0] == '_') &&
                  text.ptr[text.len - 1] == text.ptr[0];
    if (!marked) return text;
    bs_str inside = bs_str_slice(text, 1, text.len - 1);
    bool whole = memchr(inside.ptr, text.ptr[0], inside.len) == NULL;
    return whole && bs_str_trim(inside).len == inside.len ? inside : text;
}

size_t bs_table__quoted_len(bs_str rest, char separator)
{
    if (rest.len < 2 || rest.ptr[0] != '"') return 0;
    size_t close = bs_str_find(rest, BS_STR("\""), 1);
    while (close != SIZE_MAX && close + 1 < rest.len && rest.ptr[close + 1] == '"')
        close = bs_str_find(rest, BS_STR("\""), close + 2);
    if (close == SIZE_MAX) return 0;
    char next = close + 1 < rest.len ? rest.ptr[close + 1] : separator;
    return next == separator || next == '\r' ? close + 1 : 0;
}

bs_str bs_table__clean(bs_str piece, uint16_t *indent)
{
    bs_str text = bs_html__strip(piece);
    *indent = text.len > 0 ? indent_of((bs_str){piece.ptr, (size_t)(text.ptr - piece.ptr)}) : 0;
    text = without_emphasis(bs_line__unwrap(bs_html__trim(text)));
    return text.len > 0 ? text : (bs_str){piece.ptr, 0};
}

bs_status bs_table__reserve(bs_text_reader *reader, bs_grid *grid, size_t count)
{
    grid->cells.items = BS_NEW_ARRAY(&reader->scratch, bs_cell, count);
    if (grid->cells.items == NULL) return bs_text__memory(reader);
    grid->cells.capacity = count;
    return BS_OK;
}

// A bullet before the label of a row says that the label is one of several under another.
static void take_bullet(bs_cell *cell)
{
    bs_marker marker = bs_marker__sign(cell->text);
    bool bullet = marker.kind == BS_MARKER_BULLET || marker.kind == BS_MARKER_SYMBOL ||
                  (marker.kind == BS_MARKER_STAR && marker.len > 1);
    // "= Total supply" below "+ Imports" and "- Exports"
    bool equals = bs_str_starts(cell->text, BS_STR("= "));
    if (equals) cell->text = bs_str_trim(bs_str_slice(cell->text, 1, cell->text.len));
    if (equals) return;
    bs_str label = bs_str_slice(cell->text, marker.len, cell->text.len);
    if (!bullet || !bs_line__has_letter(label)) return;
    cell->text = label;
    if (cell->indent < UINT16_MAX) cell->indent++;
}

bs_status bs_table__add(bs_text_reader *reader, bs_grid *grid, bs_cell cell)
{
    if (cell.text.len > BS_CELL_BYTES_MAX) {
        bs_place place = {.line =
                              bs_source_locate(reader->source, (bs_str){cell.text.ptr, 0}).line};
        return bs_fail_at(reader->err, BS_E_LIMIT, place,
                          "a cell of a table is longer than %zu bytes", BS_CELL_BYTES_MAX);
    }
    if (cell.col == 0) take_bullet(&cell);
    if (cell.row_span == 0) cell.row_span = 1;
    if (cell.col_span == 0) cell.col_span = 1;
    bs_cell *place = BS_PUSH(&reader->scratch, &grid->cells);
    if (place == NULL) return bs_text__memory(reader);
    *place = cell;
    return BS_OK;
}

// --- captions and notes inside a table ---

// Index behind the cells of the row that begins at `start`.
static size_t row_end(const bs_grid *grid, size_t start)
{
    size_t end = start;
    while (end < grid->cells.count && grid->cells.items[end].row == grid->cells.items[start].row)
        end++;
    return end;
}

// The only cell of a row that is not empty; NULL when there are none or several.
static const bs_cell *only_cell(const bs_grid *grid, size_t start, size_t end)
{
    const bs_cell *only = NULL;
    for (size_t i = start; i < end; i++) {
        if (grid->cells.items[i].text.len == 0) continue;
        if (only != NULL) return NULL;
        only = &grid->cells.items[i];
    }
    return only;
}

static bool is_note(bs_str text)
{
    bs_marker marker = bs_marker__read(text);
    return marker.kind == BS_MARKER_NOTE || bs_marker__is_note(text) ||
           (marker.len > 0 && bs_marker__is_note(bs_str_slice(text, marker.len, text.len)));
}

static uint32_t column_count(const bs_grid *grid)
{
    uint32_t count = 0;
    for (size_t i = 0; i < grid->cells.count; i++) {
        uint32_t end = grid->cells.items[i].col + grid->cells.items[i].col_span;
        if (end > count) count = end;
    }
    return count;
}

// A short text over all columns, in the first row.
static bool is_title(const bs_grid *grid, bs_str text)
{
    enum { TITLE_WIDTH_MAX = 80 };
    uint32_t columns = column_count(grid);
    const bs_cell *first = &grid->cells.items[0];
    return columns > 1 && first->col == 0 && first->col_span >= columns && !first->header &&
           !bs_line__is_wider(text, TITLE_WIDTH_MAX) && !bs_line__is_sentence(text);
}

// The text of a first row that is a caption or a unit; the empty slice otherwise. The label and the
// title of a caption can stand in a cell each.
static bs_str caption_of(const bs_grid *grid, size_t end)
{
    enum { CAPTION_CELLS_MAX = 2 };
    bs_str text = {0}, title;
    size_t count = 0;
    for (size_t i = 0; i < end; i++) {
        const bs_cell *cell = &grid->cells.items[i];
        if (cell->text.len == 0) continue;
        text = count++ == 0 ? cell->text : bs_line__join(text, cell->text);
    }
    if (count == 0 || count > CAPTION_CELLS_MAX) return (bs_str){0};
    bool unit = bs_marker__is_unit(text) || bs_marker__is_parenthesised(text);
    if (count == 1 && is_title(grid, text)) return text;
    bool found = bs_marker__caption(text, &title) || (count == 1 && unit);
    return found ? text : (bs_str){0};
}

static bs_status emit_caption(bs_text_reader *reader, bs_str text)
{
    bs_block block = {.kind = BS_BLOCK_CAPTION, .text = text};
    bs_str title;
    if (bs_marker__caption(text, &title)) block.text = title;
    block.line = bs_source_locate(reader->source, block.text).line;
    return bs_text__emit(reader, block);
}

// A first row that is a caption or a unit alone belongs above the table.
static bs_status take_captions(bs_text_reader *reader, bs_grid *grid)
{
    while (grid->cells.count > 0) {
        size_t end = row_end(grid, 0);
        bs_str text = end < grid->cells.count ? caption_of(grid, end) : (bs_str){0};
        if (text.len == 0) return BS_OK;
        BS_TRY(emit_caption(reader, text));
        uint32_t shift = grid->cells.items[end].row;
        grid->cells.items += end;
        grid->cells.count -= end;
        grid->cells.capacity -= end;
        for (size_t i = 0; i < grid->cells.count; i++)
            grid->cells.items[i].row -= shift;
    }
    return BS_OK;
}

// Number of cells before the notes that end the table.
static size_t count_without_notes(const bs_grid *grid)
{
    size_t end = grid->cells.count;
    while (end > 0) {
        size_t start = end - 1;
        while (start > 0 && grid->cells.items[start - 1].row == grid->cells.items[end - 1].row)
            start--;
        const bs_cell *only = only_cell(grid, start, end);
        if (start == 0 || only == NULL || !is_note(only->text)) return end;
        end = start;
    }
    return end;
}

static bs_status emit_notes(bs_text_reader *reader, const bs_grid *grid, size_t from)
{
    for (size_t i = from; i < grid->cells.count; i++) {
        if (grid->cells.items[i].text.len > 0)
            BS_TRY(bs_block__emit_text(reader, grid->cells.items[i].text));
    }
    return BS_OK;
}

// A short line right above a table, or one in brackets, is what the table is called.
static void call_caption(bs_text_reader *reader, uint32_t table_line)
{
    enum { CAPTION_WIDTH_MAX = 80, NEAR_LINES = 2 };
    bs_block_array *blocks = &reader->out->blocks;
    if (blocks->count == 0 || reader->last_line == 0 || table_line <= reader->last_line) return;
    bs_block *above = &blocks->items[blocks->count - 1];
    bool plain = above->kind == BS_BLOCK_PARAGRAPH ||
                 (above->kind == BS_BLOCK_HEADING && bs_str_starts(above->text, BS_STR("(")));
    if (!plain || above->line != reader->last_line) return;
    bool bracketed =
        bs_str_starts(above->text, BS_STR("(")) || bs_str_starts(above->text, BS_STR("（"));
    if (table_line - above->line > (bracketed ? NEAR_LINES : 1)) return;
    if (bs_line__is_sentence(above->text) || bs_line__is_url(above->text)) return;
    if (bs_line__is_wider(above->text, CAPTION_WIDTH_MAX)) return;
    above->kind = BS_BLOCK_CAPTION;
    above->level = 0;
}

// --- depth of row labels ---

enum { INDENTS_MAX = 8 };

static void note_indent(uint16_t indents[INDENTS_MAX + 1], size_t *count, uint16_t indent)
{
    size_t at = 0;
    while (at < *count && indents[at] < indent)
        at++;
    if (*count > INDENTS_MAX || (at < *count && indents[at] == indent)) return;
    memmove(&indents[at + 1], &indents[at], (*count - at) * sizeof *indents);
    indents[at] = indent;
    if (++*count > INDENTS_MAX) return;
}

// The label of a row, not of the column: those are often centred.
static bool is_label(const bs_cell *cell)
{
    return cell->col == 0 && cell->row > 0 && !cell->header && cell->text.len > 0 &&
           !bs_line__is_numeric(cell->text);
}

// Columns of leading blanks become depths, counted among the labels of the first column. Where
// nearly every label stands elsewhere the column is centred, and depths mean nothing.
static void rank_indents(bs_grid *grid)
{
    uint16_t indents[INDENTS_MAX + 2];
    size_t count = 0;
    for (size_t i = 0; i < grid->cells.count && count <= INDENTS_MAX; i++) {
        const bs_cell *cell = &grid->cells.items[i];
        if (is_label(cell)) note_indent(indents, &count, cell->indent);
    }
    for (size_t i = 0; i < grid->cells.count; i++) {
        bs_cell *cell = &grid->cells.items[i];
        uint16_t depth = 0;
        bool ranked = is_label(cell) && count <= INDENTS_MAX;
        while (ranked && depth + 1u < count && indents[depth] < cell->indent)
            depth++;
        cell->indent = depth;
    }
}

// --- tables side by side ---

static bs_str header_at(const bs_grid *grid, uint32_t col)
{
    for (size_t i = 0; i < grid->cells.count && grid->cells.items[i].row == 0; i++) {
        if (grid->cells.items[i].col == col) return grid->cells.items[i].text;
    }
    return (bs_str){0};
}

// Marks the columns in which anything stands.
static void mark_used(const bs_grid *grid, bool *used)
{
    for (size_t i = 0; i < grid->cells.count; i++) {
        const bs_cell *cell = &grid->cells.items[i];
        for (uint32_t col = 0; cell->text.len > 0 && col < cell->col_span; col++) {
            used[cell->col + col] = true;
        }
    }
}

// Whether the header over the columns from `left` begins again at `right`.
static bool repeats(const bs_grid *grid, uint32_t left, uint32_t right)
{
    bs_str first = header_at(grid, left), second = header_at(grid, left + 1);
    return first.len > 0 && second.len > 0 && bs_str_equal(first, header_at(grid, right)) &&
           bs_str_equal(second, header_at(grid, right + 1));
}

// Whether the whole header stands again from column `width` on, over labels and not over figures:
// then the parts are tables of their own though no blank column parts them.
static bool is_halved(const bs_grid *grid, uint32_t width)
{
    uint32_t words = 0, figures = 0;
    // "Assets | 2023 | 2022 | Liabilities | 2023 | 2022": the heads of the names may differ.
    if (header_at(grid, 0).len == 0 || header_at(grid, width).len == 0) return false;
    for (uint32_t col = 1; col < width; col++) {
        bs_str text = header_at(grid, col);
        if (text.len == 0 || !bs_str_equal(text, header_at(grid, col + width))) return false;
    }
    for (size_t i = 0; i < grid->cells.count; i++) {
        const bs_cell *cell = &grid->cells.items[i];
        if (cell->row == 0 || cell->col != width || cell->text.len == 0) continue;
        bool numeric = bs_line__is_numeric(cell->text) || bs_line__is_period(cell->text);
        words += !numeric;
        figures += numeric;
    }
    return words > figures;
}

// --- one table of the document ---

static bs_status check_size(bs_text_reader *reader, const bs_grid *grid, uint32_t line)
{
    uint64_t rows = 0, cols = column_count(grid);
    for (size_t i = 0; i < grid->cells.count; i++) {
        uint64_t end = (uint64_t)grid->cells.items[i].row + grid->cells.items[i].row_span;
        if (end > rows) rows = end;
    }
    if (cols <= BS_TABLE_COLUMNS_MAX && rows * cols <= BS_TABLE_PLACES_MAX) return BS_OK;
    bs_place place = {.line = line};
    return bs_fail_at(reader->err, BS_E_LIMIT, place,
                      "a table of %llu rows and %llu columns is too large",
                      (unsigned long long)rows, (unsigned long long)cols);
}

static bs_status emit_one(bs_text_reader *reader, bs_grid *grid)
{
    const bs_cell *first = NULL, *last = NULL;
    for (size_t i = 0; i < grid->cells.count; i++) {
        if (grid->cells.items[i].text.len == 0) continue;
        if (first == NULL) first = &grid->cells.items[i];
        last = &grid->cells.items[i];
    }
    if (first == NULL) return BS_OK;
    if (last->text.ptr < first->text.ptr) last = first;
    uint32_t line = bs_source_locate(reader->source, first->text).line;
    BS_TRY(check_size(reader, grid, line));
    rank_indents(grid);
    bs_table *table = BS_NEW(reader->arena, bs_table);
    if (table == NULL) return bs_text__memory(reader);
    BS_TRY(bs_table_build(table, reader->arena, grid->cells.items, grid->cells.count, reader->err));
    call_caption(reader, line);
    bs_block block = {.kind = BS_BLOCK_TABLE,
                      .line = line,
                      .text = bs_line__join(first->text, last->text),
                      .table = table};
    return bs_text__emit(reader, block);
}

// The columns from `left` up to `right` as a table of their own.
static bs_status emit_columns(bs_text_reader *reader, const bs_grid *grid, uint32_t left,
                              uint32_t right)
{
    bs_grid part = {.first = grid->first, .next = grid->next};
    for (size_t i = 0; i < grid->cells.count; i++) {
        bs_cell cell = grid->cells.items[i];
        if (cell.col < left || cell.col + cell.col_span > right) continue;
        cell.col -= left;
        BS_TRY(bs_table__add(reader, &part, cell));
    }
    return emit_one(reader, &part);
}

static bs_status emit_split(bs_text_reader *reader, bs_grid *grid)
{
    enum { SPLIT_COLUMNS_MIN = 4 };
    uint32_t count = column_count(grid), left = 0;
    if (count < SPLIT_COLUMNS_MIN || count > BS_TABLE_COLUMNS_MAX) return emit_one(reader, grid);
    bool *used = BS_NEW_ARRAY(&reader->scratch, bool, count);
    if (used == NULL) return bs_text__memory(reader);
    mark_used(grid, used);
    if (count % 2 == 0 && is_halved(grid, count / 2)) {
        BS_TRY(emit_columns(reader, grid, 0, count / 2));
        return emit_columns(reader, grid, count / 2, count);
    }
    uint32_t second = bs_table__second_at(grid, count);
    if (second > 0 && used[second - 1]) {
        BS_TRY(emit_columns(reader, grid, 0, second));
        return emit_columns(reader, grid, second, count);
    }
    for (uint32_t col = 2; col + 2 < count; col++) {
        if (used[col] || col < left + 2 || !repeats(grid, left, col + 1)) continue;
        BS_TRY(emit_columns(reader, grid, left, col));
        left = col + 1;
    }
    return left == 0 ? emit_one(reader, grid) : emit_columns(reader, grid, left, count);
}

bs_status bs_table__emit(bs_text_reader *reader, bs_grid *grid)
{
    BS_TRY(take_captions(reader, grid));
    bs_table__unflatten(grid);
    size_t body = count_without_notes(grid);
    bs_grid table = *grid;
    table.cells.count = body;
    bs_table__set_signs(&table);
    BS_TRY(emit_split(reader, &table));
    if (grid->next > 0 && grid->next <= reader->line_count) {
        reader->last_line = reader->lines[grid->next - 1].number;
    }
    return emit_notes(reader, grid, body);
}
