// SPDX-License-Identifier: GPL-3.0-or-later
// Tables between bars whose heads are one piece short, as those of two columns of labels have one
// head together:
//
//     | Item | 2022 | 2023 |
//     |---|---|---|
//     | Fish | Cod | 120 | 130 |
#include "engine/read/text_internal.h"

enum { PIECES_MAX = 32, HEAD_LINES_MAX = 4, ROWS_MIN = 3 };

typedef struct short_row {
    bs_str pieces[PIECES_MAX];
    uint32_t count;
} short_row;

static bool split(short_row *out, bs_str text)
{
    bool outer = text.len > 2 && text.ptr[0] == '|' && text.ptr[text.len - 1] == '|';
    if (!outer || memchr(text.ptr, '\\', text.len) != NULL) return false;
    bs_str rest = bs_str_slice(text, 1, text.len - 1), piece;
    for (out->count = 0; bs_str_next(&rest, '|', &piece); out->count++) {
        if (out->count == PIECES_MAX) return false;
        out->pieces[out->count] = bs_str_trim(piece);
    }
    return out->count > 2;
}

static bool is_figure(bs_str piece)
{
    return bs_line__is_numeric(piece) && !bs_line__is_period(piece);
}

// Figures at the end of a row, behind a label right in front of them; 0 for others.
static uint32_t count_figures(const short_row *row)
{
    uint32_t first = row->count;
    while (first > 0 && is_figure(row->pieces[first - 1]))
        first--;
    return first > 1 && bs_line__has_letter(row->pieces[first - 1]) ? row->count - first : 0;
}

// Are the heads of `row` as many as the figures, at its end, and is in front of them no other one
// but that of the labels?
static bool heads_all(const short_row *row, uint32_t figures)
{
    if (row->count <= figures) return false;
    uint32_t from = row->count - figures;
    for (uint32_t i = 0; i < row->count; i++) {
        bs_str piece = row->pieces[i];
        bool label = i < from && (piece.len == 0 || bs_table__heads_labels(piece));
        bool head = i >= from && piece.len > 0 && !is_figure(piece);
        if (!label && !head) return false;
    }
    return true;
}

uint32_t bs_table__short_heads(const bs_text_reader *reader, uint32_t at, uint32_t end)
{
    short_row heads, row;
    uint32_t line = at, rows = 0, figures = 0;
    if (!split(&heads, reader->lines[at].text)) return at;
    uint32_t width = heads.count;
    for (; line < end && line - at <= HEAD_LINES_MAX; line++) {
        if (!split(&row, reader->lines[line].text)) return at;
        if (row.count != width) break;
        if (bs_line__has_letter(row.pieces[row.count - 1])) heads = row;
    }
    uint32_t body = line;
    for (; line < end; line++, rows++) {
        if (!split(&row, reader->lines[line].text) || row.count != width + 1) return at;
        if (rows == 0) figures = count_figures(&row);
        if (figures < 2) return at;
    }
    return rows >= ROWS_MIN && heads_all(&heads, figures) ? body : at;
}
