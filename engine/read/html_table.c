// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of one HTML table.
#include "engine/base/limits.h"
#include "engine/read/html_internal.h"

enum { COL_SPAN_MAX = 1000, ROW_SPAN_MAX = 65534 }; // as in the HTML standard

typedef struct collector {
    bs_text_reader *reader;
    bs_grid grid;
    BS_ARRAY(uint32_t) held; // a column: first row below the cells that reach down into it
    uint32_t row;
    uint32_t col;
    size_t section; // index of the first cell of the section: thead, tbody or tfoot
    bool row_used;
    bool in_header;
    bool in_caption;
    bool cell_open;
    bs_cell cell;
    const char *start; // of the text of the cell or caption; NULL before its first word
    const char *end;
    unsigned open_inside; // elements that began behind `start`
} collector;

static bs_str take_text(collector *all)
{
    bs_str text = {all->start, all->start ? (size_t)(all->end - all->start) : 0};
    all->start = NULL;
    all->open_inside = 0;
    return text;
}

static bs_status hold(collector *all, uint32_t col, uint32_t until)
{
    while (all->held.count <= col) {
        if (BS_PUSH(&all->reader->scratch, &all->held) == NULL) return bs_text__memory(all->reader);
    }
    if (all->held.items[col] < until) all->held.items[col] = until;
    return BS_OK;
}

static bs_status close_caption(collector *all)
{
    all->in_caption = false;
    bs_str text = take_text(all);
    if (text.len == 0) return BS_OK;
    bs_block block = {.kind = BS_BLOCK_CAPTION, .text = text};
    bs_str title;
    if (bs_marker__caption(text, &title)) block.text = title;
    block.line = bs_source_locate(all->reader->source, block.text).line;
    return bs_text__emit(all->reader, block);
}

// Ends the cell or caption that is open.
static bs_status close_cell(collector *all)
{
    if (all->in_caption) return close_caption(all);
    if (!all->cell_open) return BS_OK;
    all->cell_open = false;
    const char *place = all->cell.text.ptr;
    all->cell.text = take_text(all);
    if (all->cell.text.ptr == NULL) all->cell.text.ptr = place;
    return bs_table__add(all->reader, &all->grid, all->cell);
}

static bs_status close_row(collector *all)
{
    BS_TRY(close_cell(all));
    if (all->row_used) all->row++;
    all->row_used = false;
    all->col = 0;
    return BS_OK;
}

static unsigned clamp(unsigned value, unsigned max)
{
    return value < 1 ? 1 : value > max ? max : value;
}

static bs_status open_cell(collector *all, const bs_html_token *token)
{
    BS_TRY(close_cell(all));
    while (all->col < all->held.count && all->held.items[all->col] > all->row)
        all->col++;
    unsigned col_span = clamp(bs_html__number(token->text, "colspan", 1), COL_SPAN_MAX);
    unsigned row_span = clamp(bs_html__number(token->text, "rowspan", 1), ROW_SPAN_MAX);
    if (all->col + col_span > BS_TABLE_COLUMNS_MAX) {
        bs_place place = {.line = bs_source_locate(all->reader->source, token->text).line};
        return bs_fail_at(all->reader->err, BS_E_LIMIT, place, "a table has more than %zu columns",
                          BS_TABLE_COLUMNS_MAX);
    }
    for (uint32_t col = all->col; row_span > 1 && col < all->col + col_span; col++) {
        BS_TRY(hold(all, col, all->row + row_span));
    }
    all->cell = (bs_cell){
        .text = {token->text.ptr + token->text.len, 0},
        .row = all->row,
        .col = all->col,
        .row_span = (uint16_t)row_span,
        .col_span = (uint16_t)col_span,
        .header = token->tag->level > 0 || all->in_header,
    };
    all->col += col_span;
    all->cell_open = all->row_used = true;
    all->start = NULL;
    return BS_OK;
}

// Columns of blanks that an author put before the text to set it in: HTML drops plain ones.
static uint16_t indent_of(bs_str blanks)
{
    size_t count = 0;
    for (size_t at = 0; at < blanks.len; at++) {
        unsigned char c = (unsigned char)blanks.ptr[at];
        count += c == '&' || c == 0xC2; // &nbsp; or U+00A0
        count += c == 0xE3 ? 2 : 0;     // U+3000
    }
    return count > UINT16_MAX ? UINT16_MAX : (uint16_t)count;
}

static bs_status on_text(collector *all, bs_str raw)
{
    bs_str text = bs_html__strip(raw);
    if (all->start == NULL && all->cell_open) {
        bs_str before = {raw.ptr, text.len > 0 ? (size_t)(text.ptr - raw.ptr) : raw.len};
        all->cell.indent = (uint16_t)(all->cell.indent + indent_of(before));
    }
    if (text.len == 0) return BS_OK;
    if (!all->cell_open && !all->in_caption) {
        return bs_block__emit_text(all->reader, text);
    }
    if (all->start == NULL) all->start = text.ptr;
    all->end = text.ptr + text.len;
    return BS_OK;
}

static bs_status on_caption(collector *all, const bs_html_token *token)
{
    BS_TRY(close_cell(all));
    all->in_caption = token->kind == BS_HTML_OPEN;
    return BS_OK;
}

// The end of an element that began inside the text belongs to the text.
static bs_status on_inside(collector *all, const bs_html_token *token)
{
    if (all->start == NULL) return BS_OK;
    if (token->kind == BS_HTML_OPEN) {
        all->open_inside++;
    } else if (all->open_inside > 0) {
        all->open_inside--;
        all->end = token->text.ptr + token->text.len;
    }
    return BS_OK;
}

static bs_status on_cell(collector *all, const bs_html_token *token)
{
    return token->kind == BS_HTML_OPEN ? open_cell(all, token) : close_cell(all);
}

static bs_status on_row(collector *all, const bs_html_token *token)
{
    (void)token;
    return close_row(all);
}

// A cell that reaches below the last row of its section ends with it.
static void cut_spans(collector *all)
{
    for (size_t i = all->section; i < all->grid.cells.count; i++) {
        bs_cell *cell = &all->grid.cells.items[i];
        if (cell->row + cell->row_span > all->row)
            cell->row_span = (uint16_t)(all->row - cell->row);
    }
    all->section = all->grid.cells.count;
    all->held.count = 0;
}

static bs_status on_section(collector *all, const bs_html_token *token)
{
    BS_TRY(close_row(all));
    cut_spans(all);
    all->in_header = token->kind == BS_HTML_OPEN && token->tag->level > 0;
    return BS_OK;
}

typedef bs_status on_tag(collector *all, const bs_html_token *token);

static on_tag *const actions[] = {
    [BS_HTML_CAPTION] = on_caption, [BS_HTML_CELL] = on_cell,     [BS_HTML_ROW] = on_row,
    [BS_HTML_SECTION] = on_section, [BS_HTML_INLINE] = on_inside, [BS_HTML_BLOCK] = on_inside,
    [BS_HTML_LIST] = on_inside,     [BS_HTML_ITEM] = on_inside,   [BS_HTML_SKIP] = NULL,
};

bs_status bs_html__read_table(bs_text_reader *reader, bs_html_cursor *cursor)
{
    collector all = {.reader = reader};
    for (;;) {
        bs_html_token token = bs_html__next(cursor);
        if (token.kind == BS_HTML_END) break;
        if (token.kind == BS_HTML_TEXT) {
            BS_TRY(on_text(&all, token.text));
        } else if (token.tag->role == BS_HTML_TABLE) {
            break;
        } else {
            on_tag *action = actions[token.tag->role];
            if (action != NULL) BS_TRY(action(&all, &token));
        }
    }
    BS_TRY(close_row(&all));
    cut_spans(&all);
    return bs_table__emit(reader, &all.grid);
}
