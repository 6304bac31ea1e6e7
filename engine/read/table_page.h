// SPDX-License-Identifier: GPL-3.0-or-later
// table_page.h: lines of a page cut into pieces, and the bands of the page that columns take, for
// tables whose cells stand under each other (table_aligned.c) and their headings
// (table_heading.c).
#ifndef BS_READ_TABLE_PAGE_H
#define BS_READ_TABLE_PAGE_H

#include "engine/read/text_internal.h"

enum { LINE_WIDTH_MAX = 2048, PIECES_MAX = 128, BARS_MAX = 16 };

typedef struct page_piece {
    bs_str text;
    uint16_t start; // columns of the page, [start, end)
    uint16_t end;
    bool numeric;
} page_piece;

typedef struct page_row {
    page_piece pieces[PIECES_MAX];
    size_t count;
    bool leader;             // a dot leader stood in it
    uint16_t bars[BARS_MAX]; // columns of upright lines behind its first piece
    size_t bar_count;
} page_row;

typedef struct page_band {
    uint16_t start;
    uint16_t end;
} page_band;

typedef struct page_bands {
    page_band items[PIECES_MAX];
    size_t count;
    bool ordered; // the columns overlap: pieces go by their order
} page_bands;

// Adds a piece that begins at a column of the page; false when the line is too wide or has too
// many.
bool bs_page__push(page_row *out, bs_str text, size_t start);

// "------": a piece of a rule that stands among heads. A mark of nothing is shorter.
bool bs_page__is_stroke(bs_str piece);

// Cuts a line into its pieces, strokes among them left out; false when it is too wide or has too
// many. (table_cut.c)
bool bs_page__cut(const bs_line *line, page_row *out);

// Does a row hold data: figures that are no years, or years behind a label that is no header?
// Months and classes of ages head columns. (table_cut.c)
bool bs_page__is_data(const page_row *row);

// Takes the figure off a label that it touches, in a row that lacks the piece of the first column
// of figures. (table_cut.c)
void bs_page__split_label(const page_bands *bands, page_row *row);

// Stretch the pieces of a row of headings over the columns that they speak of: as far as the
// strokes of the rule under line `at` (false where there are none), over groups of columns
// (`below` is the row under them with heads for all of them, or NULL), or times over shorter times
// (`below` is the row under them, or NULL).
bool bs_page__stretch_to_rule(const bs_text_reader *reader, uint32_t at, page_row *row);
void bs_page__stretch_to_groups(const page_bands *bands, page_row *row, const page_row *below);
// Heads that stand in the middle of one or more columns each, whatever columns the others have: the
// way to share them out that leaves all of them nearest to it. Nothing is done where one is not
// near, or where a head would reach over a column that has none in the row `below`.
void bs_page__stretch_to_centres(const page_bands *bands, page_row *row, const page_row *below);
void bs_page__stretch_times(const page_bands *bands, page_row *row, const page_row *below);

// Moves times of a row of heads, of which two are nearest to the same column, each to a column of
// its own, in order and as near as they can be. (table_part.c)
void bs_page__part_times(const page_bands *bands, page_row *row);

// A head that stands alone between two upright lines reaches from one to the other; false, and
// nothing done, where no line has been drawn. (table_heading.c)
bool bs_page__stretch_to_bars(const page_bands *bands, page_row *row);

// "2023 | 2024 |        |" over "| | change | rate": heads over columns of which only the first of
// each has none of the heads in the row below. Stretches each to the next one; false, and nothing
// done, where they do not stand so. (table_heading.c)
bool bs_page__stretch_to_gaps(const page_bands *bands, page_row *row, const page_row *below);

// "exports | imports" over "value | share | value | share": heads over rows of heads that begin
// again under each of them. (table_heading.c)
bool bs_page__stretch_to_repeats(const page_bands *bands, page_row *row, const page_row *below);

#endif
