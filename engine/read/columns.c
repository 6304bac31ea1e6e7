// SPDX-License-Identifier: GPL-3.0-or-later
// Prose in two columns of a page, as converters lay it out: the lines of both stand side by side,
// and the sentences go on below.
//
// Lines are two columns where one gutter parts all of them and most of what stands on either side
// of it fills its column, as running text does and cells of tables do not. Each paragraph becomes a
// block that knows its pieces of the lines (bs_block.pieces).
#include "engine/read/table_page.h"

enum {
    LINES_MIN = 4, // less is no evidence
    LINES_MAX = 160,
    SIDE_LINES_MIN = 3,
    SIDE_WIDTH_MIN = 24,
    PAGE_WIDTH_MAX = 240,
    GUTTER_MIN = 2,
    FILLED_PCT = 70, // of its column that a line takes which its next word would not have fitted
    FILLED_LINES_PCT = 60,
};

typedef struct two_columns {
    uint32_t first;
    uint32_t end;                   // behind the last line
    uint16_t cover[PAGE_WIDTH_MAX]; // lines that have text on a column of the page
    uint16_t left_end;              // the gutter
    uint16_t right_start;
    uint16_t start[2]; // of the two columns, and their widths
    uint16_t width[2];
} two_columns;

// Adds the lines up to the next blank one; false where one of them is none of running text.
static bool add_lines(const bs_text_reader *reader, two_columns *out, page_row *row)
{
    for (; out->end < reader->line_count && out->end - out->first < LINES_MAX; out->end++) {
        const bs_line *line = &reader->lines[out->end];
        if (line->text.len == 0) return true;
        bool feed = line->raw.ptr[0] == '\f' && out->end > out->first;
        if (feed || (line->flags & (BS_LINE_TAB | BS_LINE_BAR | BS_LINE_TAG)) != 0) return feed;
        if (!bs_page__cut(line, row) || row->count == 0) return false;
        if (row->pieces[row->count - 1].end > PAGE_WIDTH_MAX) return false;
        for (size_t k = 0; k < row->count; k++) {
            for (uint16_t col = row->pieces[k].start; col < row->pieces[k].end; col++)
                out->cover[col]++;
        }
    }
    return true;
}

// Is there one gutter, and a column of some width on either side?
static bool find_gutter(two_columns *out)
{
    uint16_t edges[4] = {0};
    size_t count = 0;
    bool inside = false;
    for (uint16_t col = 0, blanks = 0; col < PAGE_WIDTH_MAX; col++) {
        blanks = out->cover[col] > 0 ? 0 : (uint16_t)(blanks + 1);
        bool begins = !inside && blanks == 0, ends = inside && blanks == GUTTER_MIN;
        if (!begins && !ends) continue;
        if (count == 4) return false;
        edges[count++] = ends ? (uint16_t)(col + 1 - GUTTER_MIN) : col;
        inside = begins;
    }
    if (inside && count == 3) edges[count++] = PAGE_WIDTH_MAX;
    out->left_end = edges[1];
    out->right_start = edges[2];
    for (size_t side = 0; side < 2; side++) {
        out->start[side] = edges[2 * side];
        out->width[side] = (uint16_t)(edges[2 * side + 1] - edges[2 * side]);
    }
    return count == 4 && out->width[0] >= SIDE_WIDTH_MIN && out->width[1] >= SIDE_WIDTH_MIN;
}

// What a line has in one of the columns; empty for nothing. *end is the column behind it.
static bs_str piece_of(const two_columns *columns, const page_row *row, size_t side, uint16_t *end)
{
    bs_str out = {0};
    for (size_t k = 0; k < row->count; k++) {
        bool right = row->pieces[k].start >= columns->right_start;
        if (right != (side == 1)) continue;
        out = out.len > 0 ? bs_line__join(out, row->pieces[k].text) : row->pieces[k].text;
        *end = row->pieces[k].end;
    }
    return out;
}

static bool is_filled(const two_columns *columns, size_t side, uint16_t end)
{
    return (end - columns->start[side]) * 100 >= columns->width[side] * FILLED_PCT;
}

static bool is_prose(const bs_text_reader *reader, const two_columns *columns, size_t side,
                     page_row *row)
{
    uint32_t lines = 0, filled = 0, small = 0, wide = 0;
    for (uint32_t i = columns->first; i < columns->end; i++) {
        if (reader->lines[i].text.len == 0 || !bs_page__cut(&reader->lines[i], row)) continue;
        uint16_t end = 0;
        bs_str text = piece_of(columns, row, side, &end);
        if (text.len == 0) continue;
        bs_rune first = bs_utf8_decode(text, 0);
        lines++;
        small += first.code >= 'a' && first.code <= 'z';
        wide += bs_line__is_wide_letter(first.code);
        filled += is_filled(columns, side, end) && !bs_line__is_numeric(text);
    }
    return lines >= SIDE_LINES_MIN && filled * 100 >= lines * FILLED_LINES_PCT &&
           (small >= 2 || wide * 2 >= lines);
}

typedef struct open_paragraph {
    bs_block block;
    BS_ARRAY(bs_str) pieces;
} open_paragraph;

static bs_status close_paragraph(bs_text_reader *reader, open_paragraph *open)
{
    if (open->pieces.count == 0) return BS_OK;
    const char *low = open->pieces.items[0].ptr, *high = low;
    for (size_t i = 0; i < open->pieces.count; i++) {
        const bs_str *piece = &open->pieces.items[i];
        if (piece->ptr < low) low = piece->ptr;
        if (piece->ptr + piece->len > high) high = piece->ptr + piece->len;
    }
    open->block.text = (bs_str){low, (size_t)(high - low)};
    open->block.pieces = open->pieces.items;
    open->block.piece_count = (uint32_t)open->pieces.count;
    bs_block block = open->block;
    *open = (open_paragraph){.block = {.kind = BS_BLOCK_PARAGRAPH}};
    return bs_text__emit(reader, block);
}

// Adds a piece to the paragraph, or begins the next one with it.
static bs_status add_piece(bs_text_reader *reader, open_paragraph *open, bs_str piece, bool next)
{
    bs_marker marker = bs_marker__read(piece);
    bool marked = marker.kind == BS_MARKER_BULLET || marker.kind == BS_MARKER_SYMBOL;
    if (next || marked) BS_TRY(close_paragraph(reader, open));
    if (open->pieces.count == 0) {
        open->block = (bs_block){.kind = marked ? BS_BLOCK_LIST_ITEM : BS_BLOCK_PARAGRAPH};
        open->block.level = marked;
        open->block.line = bs_source_locate(reader->source, (bs_str){piece.ptr, 0}).line;
        if (marked) piece = bs_str_slice(piece, marker.len, piece.len);
    }
    bs_str *place = BS_PUSH(reader->arena, &open->pieces);
    if (place == NULL) return bs_text__memory(reader);
    *place = piece;
    return BS_OK;
}

// A sentence that the left column ends in goes on at the top of the right one.
static bs_status emit_columns(bs_text_reader *reader, const two_columns *columns, page_row *row)
{
    open_paragraph open = {.block = {.kind = BS_BLOCK_PARAGRAPH}};
    for (size_t side = 0; side < 2; side++) {
        bool ended = false;
        for (uint32_t i = columns->first; i < columns->end; i++) {
            const bs_line *line = &reader->lines[i];
            uint16_t end = 0;
            bool cut = line->text.len > 0 && bs_page__cut(line, row);
            bs_str piece = cut ? piece_of(columns, row, side, &end) : (bs_str){0};
            if (piece.len == 0) {
                ended = ended || i > columns->first;
                continue;
            }
            bs_str before =
                open.pieces.count > 0 ? open.pieces.items[open.pieces.count - 1] : (bs_str){0};
            bs_rune first = bs_utf8_decode(piece, 0);
            bool small = first.code >= 'a' && first.code <= 'z';
            bool next = before.len > 0 && bs_line__is_sentence(before) && ended;
            BS_TRY(add_piece(reader, &open, piece, next || (ended && !small)));
            ended = !is_filled(columns, side, end) && bs_line__is_sentence(piece);
        }
        bs_str last =
            open.pieces.count > 0 ? open.pieces.items[open.pieces.count - 1] : (bs_str){0};
        if (bs_line__is_sentence(last)) BS_TRY(close_paragraph(reader, &open));
    }
    return close_paragraph(reader, &open);
}

bs_status bs_columns__read(bs_text_reader *reader, uint32_t at, uint32_t *next)
{
    const bs_line *line = &reader->lines[at];
    if (at < reader->notes.columns_failed_until || (line->flags & BS_LINE_GAP) == 0) return BS_OK;
    two_columns columns = {.first = at, .end = at}, best = columns;
    page_row row;
    while (add_lines(reader, &columns, &row) && find_gutter(&columns)) {
        best = columns;
        uint32_t below = bs_line__skip_blank(reader, columns.end);
        bool feed = below < reader->line_count && reader->lines[below].raw.ptr[0] == '\f';
        if (below == columns.end || below >= reader->line_count || feed || below > columns.end + 2)
            break;
        columns.end = below;
    }
    bool found = best.end >= at + LINES_MIN && is_prose(reader, &best, 0, &row) &&
                 is_prose(reader, &best, 1, &row);
    if (!found) {
        reader->notes.columns_failed_until = columns.end > at ? columns.end : at + 1;
        return BS_OK;
    }
    *next = best.end;
    reader->last_line = reader->lines[best.end - 1].number;
    return emit_columns(reader, &best, &row);
}
