// SPDX-License-Identifier: GPL-3.0-or-later
// How far the headings of a table reach whose cells stand under each other.
#include <stdlib.h>

#include "engine/read/table_page.h"

// The strokes of a rule, which a single blank separates.
static bool cut_strokes(const bs_line *line, page_row *out)
{
    out->count = 0;
    bs_str rest = line->text, stroke;
    if (rest.len > LINE_WIDTH_MAX) return false;
    while (bs_str_next(&rest, ' ', &stroke)) {
        size_t start = line->indent + (size_t)(stroke.ptr - line->text.ptr);
        if (stroke.len > 0 && !bs_page__push(out, stroke, start)) return false;
    }
    return true;
}

// A rule of several strokes under a heading says how far each piece of the heading reaches.
void bs_page__stretch_to_rule(const bs_text_reader *reader, uint32_t at, page_row *row)
{
    if (at + 1 >= reader->line_count) return;
    const bs_line *line = &reader->lines[at + 1];
    page_row strokes;
    if (line->text.len == 0 || !bs_line__is_decoration(line->text)) return;
    if (!cut_strokes(line, &strokes) || strokes.count < 2) return;
    for (size_t i = 0; i < row->count; i++) {
        for (size_t k = 0; k < strokes.count; k++) {
            page_piece *piece = &row->pieces[i];
            const page_piece *stroke = &strokes.pieces[k];
            if (stroke->end <= piece->start || stroke->start >= piece->end) continue;
            if (stroke->start < piece->start) piece->start = stroke->start;
            if (stroke->end > piece->end) piece->end = stroke->end;
        }
    }
}

// Whether a piece stands in the middle of the columns from `left` to `right`, near enough.
static bool is_centred(const page_piece *piece, const page_band *left, const page_band *right)
{
    enum { OFF_MIN = 4 };
    int middle = (piece->start + piece->end) / 2, centre = (left->start + right->end) / 2;
    int off = middle > centre ? middle - centre : centre - middle;
    int width = right->end - left->start;
    return off <= (width / 6 > OFF_MIN ? width / 6 : OFF_MIN);
}

// Headings that stand centred over groups of columns: as many columns each, and each piece in the
// middle of its own.
void bs_page__stretch_to_groups(const page_bands *bands, page_row *row)
{
    size_t first = row->count > 0 && row->pieces[0].start < bands->items[0].end;
    size_t pieces = row->count - first, columns = bands->count - 1;
    if (pieces == 0 || columns % pieces != 0 || columns / pieces < 2) return;
    size_t size = columns / pieces;
    const page_band *bands_behind = &bands->items[1];
    for (size_t i = 0; i < pieces; i++) {
        const page_band *left = &bands_behind[i * size], *right = &bands_behind[(i + 1) * size - 1];
        if (!is_centred(&row->pieces[first + i], left, right)) return;
    }
    for (size_t i = 0; i < pieces; i++) {
        page_piece *piece = &row->pieces[first + i];
        const page_band *left = &bands_behind[i * size], *right = &bands_behind[(i + 1) * size - 1];
        if (left->start < piece->start) piece->start = left->start;
        if (right->end > piece->end) piece->end = right->end;
    }
}

static int middle_of(unsigned start, unsigned end)
{
    return (int)(start + end) / 2;
}

// Times over shorter times: years over the months or quarters under them, however many each has.
// A column belongs to the nearest of them.
void bs_page__stretch_times(const page_bands *bands, page_row *row)
{
    size_t first = row->count > 0 && row->pieces[0].start < bands->items[0].end;
    if (row->count - first < 2 || row->count - first >= bands->count - 1) return;
    for (size_t i = first; i < row->count; i++) {
        if (!bs_line__is_period(row->pieces[i].text)) return;
    }
    page_row wide = *row;
    for (size_t k = 1; k < bands->count; k++) {
        const page_band *band = &bands->items[k];
        size_t nearest = first;
        for (size_t i = first; i < row->count; i++) {
            int centre = middle_of(band->start, band->end);
            int here = abs(middle_of(row->pieces[i].start, row->pieces[i].end) - centre);
            int best =
                abs(middle_of(row->pieces[nearest].start, row->pieces[nearest].end) - centre);
            if (here < best) nearest = i;
        }
        page_piece *piece = &wide.pieces[nearest];
        if (band->start < piece->start) piece->start = band->start;
        if (band->end > piece->end) piece->end = band->end;
    }
    *row = wide;
}
