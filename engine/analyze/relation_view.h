// SPDX-License-Identifier: GPL-3.0-or-later
// relation_view.h: a reading seen as figures with places, for the relation checks.
//
// A figure is one printed number that may take part in arithmetic: a quantity, or an observation of
// a data file that has no quantities. The view gives each its intervals, and says what stands near
// what: sentences of a block, blocks and the items under them, lines and columns of a table.
// Figures are the reading's quantities, by the same index, and behind them observations of data
// files in groups that have a total. Everything is in reading order and lives as long as the arena.
#ifndef BS_ANALYZE_RELATION_VIEW_H
#define BS_ANALYZE_RELATION_VIEW_H

#include "engine/analyze/relation_span.h"
#include "engine/core/series.h"

#define BS_NO_FIGURE SIZE_MAX

typedef struct bs_figure {
    const bs_quantity *quantity; // of the reading; made in the arena for an observation of a data
                                 // file, which has none
    double value;
    double last_place; // worth of one unit of the last printed digit
    bs_span narrow;    // rounded
    bs_span wide;      // rounded or cut off: what an alarm has to clear
    size_t of;         // figure that it belongs to; BS_NO_FIGURE
    size_t growth;     // first rate of change that belongs to it; BS_NO_FIGURE
    size_t share;      // first share that belongs to it; BS_NO_FIGURE
    bs_str meant;      // what it is taken for once it is found wrong; empty as long as it is not
    size_t sentence;   // index into sentences; SIZE_MAX in tables and data files
    size_t series;     // index into the reading's series; SIZE_MAX when it is in none
    size_t grid;       // index into grids; SIZE_MAX when it is in none
    size_t row;        // of the grid
    size_t col;
} bs_figure;

typedef BS_ARRAY(bs_figure) bs_figure_array;

typedef struct bs_sentence {
    bs_str text;
    uint32_t block; // number of the block, from 1
    size_t first;   // index of its first figure
    size_t count;   // figures in it
} bs_sentence;

typedef BS_ARRAY(bs_sentence) bs_sentence_array;

// The sentences of one block that hold figures.
typedef struct bs_passage {
    bs_block_kind kind;
    uint16_t level;
    uint32_t block; // number of the block, from 1
    bs_str text;
    size_t first; // index of its first sentence
    size_t count;
} bs_passage;

typedef BS_ARRAY(bs_passage) bs_passage_array;

// A row or a column of a table.
typedef struct bs_grid_line {
    bs_str label;     // words that head it, joined by blanks; in the arena; may be empty
    bs_str own_label; // the innermost of them: slice of the source; may be empty
    uint16_t indent;
    bool total;    // a total of its siblings, by its label or by the series' own mark
    bool subtotal; // a total of some of them
    bool rate;     // growth rates, ranks, index numbers, quotients: nothing that adds up
    bool derived;  // worked out from other lines: rates, quotients, shares, differences
    size_t count;  // figures on it
} bs_grid_line;

typedef struct bs_grid {
    uint32_t table; // number of the table, from 1; 0 for a data file
    uint32_t block; // number of its block, from 1; 0 for a data file
    bs_str caption; // what stands before the table; may be empty
    size_t row_count;
    size_t col_count;
    bs_grid_line *rows;
    bs_grid_line *cols;
    size_t *cells; // row_count * col_count figures; BS_NO_FIGURE where nothing stands
} bs_grid;

typedef BS_ARRAY(bs_grid) bs_grid_array;

typedef struct bs_view {
    const bs_reading *reading;
    bs_arena *arena;
    bs_figure_array figures;
    bs_sentence_array sentences;
    bs_passage_array passages;
    bs_grid_array grids;
} bs_view;

// Linear in the reading. BS_E_MEMORY.
BS_CHECKED bs_status bs_view_init(bs_view *out, bs_arena *arena, const bs_reading *reading,
                                  bs_error *err);

// True when groups of series of a data file make grids: only then their observations are looked at.
bool bs_view_has_groups(const bs_reading *reading);

// The sentences of `text`, one call a sentence: cuts the next one off *rest and returns true.
bool bs_sentence_next(bs_str *rest, bs_str *sentence);

// A grid looked at by rows or, transposed, by columns: line `i` is a row or a column, place `k`
// runs along it. A rule that is written for lines works on both.
typedef struct bs_lens {
    const bs_grid *grid;
    bool transposed;
} bs_lens;

size_t bs_lens_line_count(bs_lens lens);
size_t bs_lens_place_count(bs_lens lens);
const bs_grid_line *bs_lens_line(bs_lens lens, size_t line);
const bs_grid_line *bs_lens_place(bs_lens lens, size_t place);
size_t bs_lens_figure(bs_lens lens, size_t line, size_t place);

// Whether two figures of a table are in one unit, or one of them is printed without: tables of
// accounts have the sign of money in their first row and in that of the total only.
bool bs_grid_like_unit(const bs_figure *a, const bs_figure *b);

#endif
