// SPDX-License-Identifier: GPL-3.0-or-later
// relation_cells.h: levels of running text that a table prints, too, and what the table says of the
// period before.
#ifndef BS_ANALYZE_RELATION_CELLS_H
#define BS_ANALYZE_RELATION_CELLS_H

#include "engine/analyze/relation_view.h"

// Levels of series, by value.
typedef struct bs_cells {
    const bs_view *view;
    size_t *figures;
    size_t count;
} bs_cells;

// The index lives in the arena.
BS_CHECKED bs_status bs_cells_init(bs_cells *out, bs_arena *arena, const bs_view *view,
                                   bs_error *err);

// The value for the period before that of figure `level`, in the series of a table that prints the
// same level: value, unit and period agree, and the name does or the sentence names the row. The
// period before is a year or one period earlier by `basis`; without one a year, unless the series
// has the period right before, too.
// BS_NO_FIGURE: no table has it, or `level` stands in one.
size_t bs_cells_earlier(const bs_cells *cells, size_t level, bs_basis basis);

#endif
