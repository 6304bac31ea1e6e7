// SPDX-License-Identifier: GPL-3.0-or-later
// series_internal.h: series as rows of observations and as columns of a grid.
#ifndef BS_EXPORT_SERIES_INTERNAL_H
#define BS_EXPORT_SERIES_INTERNAL_H

#include "engine/base/arena.h"
#include "engine/export/export.h"

// Where observation `at` of a series comes from; NULL when it is not known.
const bs_source *bs_export__source(const bs_export_series *series, size_t at);
// When it was published, as far as its source says; the vintages of a series come before that.
bs_period bs_export__published(const bs_export_series *series, size_t at);

// One column of the wide form, one row of the matrix: the values of a series, or of one kind of
// them (actual, target, forecast) when a period has more than one kind.
typedef struct bs_column {
    const bs_series *series;
    bs_str name;                  // the key, with " [target]" behind it where the series is split
    const bs_observation **cells; // by period, each period once
    size_t count;
    size_t next; // for walking over the periods in order
} bs_column;

typedef BS_ARRAY(bs_column) bs_column_array;
typedef BS_ARRAY(bs_period) bs_period_array;

typedef struct bs_grid {
    bs_column_array columns;
    bs_period_array periods; // of all columns, in order
} bs_grid;

// Lays series out as a grid in the arena.
BS_CHECKED bs_status bs_grid_build(bs_grid *out, bs_arena *arena,
                                   const bs_export_series_array *series, bs_error *err);
// The cell of a column at a period; NULL when there is none. Periods must be asked for in order.
const bs_observation *bs_column_take(bs_column *column, bs_period period);

#endif
