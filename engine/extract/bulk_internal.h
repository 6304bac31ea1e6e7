// SPDX-License-Identifier: GPL-3.0-or-later
// bulk_internal.h: what the parts of the bulk builder share.
//
// bulk_batch.c turns a block into runs: values of one series that stand together. bulk.c joins runs
// to series as long as the file is sorted by them, bulk_log.c collects them when it is not, and
// bulk_emit.c names a series and gives it away.
#ifndef BS_EXTRACT_BULK_INTERNAL_H
#define BS_EXTRACT_BULK_INTERNAL_H

#include "engine/base/hash.h"
#include "engine/extract/bulk.h"
#include "engine/extract/tidy_internal.h"

// In a list of numbers, what begins a cell that is neither digits nor empty. Its commas are
// BULK_COMMA, so that the list can be cut at commas.
enum { BULK_ODD = '\x02', BULK_COMMA = '\x01' };

// Values in columns: one item each of the arrays, and of `text`, which has a comma behind each.
typedef struct bulk_cells {
    uint32_t *periods; // ids
    uint32_t *lines;
    uint32_t *columns;
    uint16_t *fields; // column of the table, from 0
    size_t count;
    size_t room;
    bs_buffer text;
} bulk_cells;

BS_CHECKED bs_status bulk__cells_reserve(bulk_cells *cells, size_t more, bs_error *err);
void bulk__cells_clear(bulk_cells *cells);
void bulk__cells_deinit(bulk_cells *cells);

// Values of one entity that stand together; with several slots a row is a run.
typedef struct bulk_run {
    uint32_t row; // of the block, the first
    uint32_t at;  // of the first value in the cells of the batch
    uint32_t count;
    uint32_t text_at; // of the first in their text
    uint32_t text_len;
    uint32_t empty_count;
    bool odd;       // some cell is neither digits nor empty
    bool adjacent;  // each cell begins behind the one before and a delimiter, as columns go
    uint32_t next;  // column where the next cell would then begin
    uint32_t shift; // line minus row of the block, from 0; UINT32_MAX when they differ
    bs_hash identity;
} bulk_run;

// A period that the block names, the first time.
typedef struct bulk_period {
    bs_str text;
    bs_str frequency;
    uint32_t row;
} bulk_period;

struct bs_bulk_batch {
    const bs_row_block *block;
    bs_arena arena; // of what grows item by item; emptied for the next block
    BS_ARRAY(bulk_run) runs;
    bulk_cells cells; // period: an index into `periods`, or the id of the period of the column
    BS_ARRAY(bulk_period) periods;
    bs__tidy_ids period_index;
    uint32_t period_last;
    uint32_t *period_ids; // of the builder, when the batch is taken
    size_t period_room;
    BS_ARRAY(bs_bad_row) bad;
    bs__tidy_marks marks;
    bool whole_file; // a row is filled from the row above: only tidy can read the file
};

// A series, or several by slots, that the file has named so far.
typedef struct bulk_entity {
    bs_hash identity;
    const bs__tidy_entity *names; // kept only while values are collected
} bulk_entity;

// How often a series was given away, and under which key.
typedef struct bulk_given {
    uint32_t parts;
    uint32_t suffix;        // of its key, 0 for none
    uint32_t order;         // in its group
    bs_frequency frequency; // of the parts
} bulk_given;

// The series that is being read, or put together to be given away.
typedef struct bulk_series {
    uint32_t entity;
    uint32_t slot;
    bulk_cells cells;
    size_t empty_count;
    bool odd;
    bool adjacent;  // it is one run of adjacent cells; else it has to be found out
    uint32_t shift; // line minus row of the table, from 1; UINT32_MAX when they differ
} bulk_series;

// Values that wait for the rest of their series.
typedef struct bulk_log {
    bulk_cells cells;
    uint32_t *series;  // entity * slots + slot
    uint32_t *text_at; // in the text of the cells
    size_t room;
    uint32_t shift; // of all of them
} bulk_log;

// A list of periods that was given out before.
typedef struct bulk_calendar {
    bs_periods periods;
    const uint32_t *ids;
} bulk_calendar;

struct bs_bulk {
    bs_tidy *tidy;
    bs_bulk_options options;
    size_t *value_columns;
    size_t value_column_count;
    bool wide;
    bool dated_rows; // the period stands in the row
    char mark;
    // Learned from the rows, and kept when the file is read again.
    bs_arena arena; // of the plan and of texts of periods
    bs__tidy_marks marks;
    bool settled; // `dates` is in use
    bs__tidy_dates dates;
    // Of this reading of the file.
    BS_ARRAY(bulk_entity) entities;
    BS_ARRAY(bulk_given) given; // by series: entity * slots + slot
    bs__tidy_ids entity_index;
    bs_arena entity_arena; // of the two arrays
    bs_arena names;        // of entities while values are collected
    bool open;             // `current` is being read
    bulk_series current;
    bs_arena current_arena; // of its names
    const bs__tidy_entity *current_names;
    bool logging;
    bulk_log log;
    bs_arena calendar_arena;
    BS_ARRAY(bulk_calendar) calendars;
    bs__tidy_ids calendar_index;
    uint32_t calendar_count; // ids so far
    bs__tidy_namer namer;
    bs_arena scratch;   // of the series that is being given away
    uint32_t row_count; // rows of the table in the blocks so far
    size_t visited;
    size_t bad_periods; // of those that are known
};

static inline uint32_t bulk__shift(const bs_bulk *bulk, const bulk_run *run)
{
    return run->shift == UINT32_MAX ? UINT32_MAX : run->shift - bulk->row_count - 1;
}

static inline size_t bulk__series_number(const bs_bulk *bulk, uint32_t entity, uint32_t slot)
{
    return (size_t)entity * bulk->tidy->slot_count + slot;
}

// --- bulk_emit.c ---------------------------------------------------------------------------------

// Names the series and gives it away: packed, or with observations.
BS_CHECKED bs_status bulk__emit(bs_bulk *bulk, bulk_series *series, const bs__tidy_entity *names,
                                bs_error *err);
// Reads the periods that are known, when that has not been done; or one more.
BS_CHECKED bs_status bulk__settle(bs_bulk *bulk, bs_error *err);
BS_CHECKED bs_status bulk__period_read(bs_bulk *bulk, bs__tidy_period *period, bs_error *err);
// Tells of a row that is left out, or fails with what is wrong in it.
BS_CHECKED bs_status bulk__refuse(bs_bulk *bulk, const bs_bad_row *bad, bs_error *err);

// --- bulk_log.c ----------------------------------------------------------------------------------

BS_CHECKED bs_status bulk__log_add(bs_bulk *bulk, const bs_bulk_batch *batch, const bulk_run *run,
                                   uint32_t entity, bs_error *err);
// Gives everything in the log away.
BS_CHECKED bs_status bulk__log_flush(bs_bulk *bulk, bs_error *err);
void bulk__log_deinit(bulk_log *log);

#endif
