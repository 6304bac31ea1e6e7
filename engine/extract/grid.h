// SPDX-License-Identifier: GPL-3.0-or-later
// grid.h: the shape of a table: which rows are its header, which columns are labels, which are
// values.
//
// A grid is one logical table: one or more printed pieces under the same header, put together. What
// its cells mean is decided here once; table.c turns it into quantities and series.
#ifndef BS_EXTRACT_GRID_H
#define BS_EXTRACT_GRID_H

#include "engine/core/document.h"
#include "engine/extract/scan.h"

typedef enum bs__column_role {
    BS__COLUMN_VALUE,
    BS__COLUMN_LABEL, // names of rows
    BS__COLUMN_GROUP, // names of groups of rows, left of the labels
    BS__COLUMN_INDEX, // running numbers: identifiers
    BS__COLUMN_RANK,  // places in an order
    BS__COLUMN_UNIT,  // a unit for each row
    BS__COLUMN_NOTE,  // remarks
} bs__column_role;

// "月", "Quarter" over bare numbers.
typedef enum bs__part { BS__PART_NONE, BS__PART_MONTH, BS__PART_QUARTER } bs__part;

// "전년동월", "上期", "Last month": the time of a column is that of the present, or before it.
typedef enum bs__prior { BS__NO_PRIOR, BS__NOW, BS__YEAR_BEFORE, BS__PART_BEFORE } bs__prior;

typedef struct bs__column {
    bs__column_role role;
    bool timed; // its header, or one above it, is a time
    bs_time_text time;
    bs_str label;     // of a value column: words of its header without time and unit; in the arena
    bs_str unit;      // canonical code from the header; empty when there is none
    bs_str unit_text; // as printed
    int unit_power;
    bs_measure measure; // from words of the header: growth, share, rank, index, or level
    bs__part part;      // of a column of labels: its numbers are parts of a year
    bs__prior prior;
    bool numbered;       // 1, 2, 3 ... in the order of the rows
    bool running;        // totals since January; where its time is told it is a span
    bool beside_percent; // the numbers in brackets behind its counts are percentages
    bool difference;     // holds how much a level has changed, in the unit of the level
    bool twin;           // nothing tells it from another
    bool amounts;        // too large for the percentages that the caption names
} bs__column;

// The month, quarter or half of a time; 0 for a year.
static inline int bs__part_of_year(const bs_when *when)
{
    return when->month ? when->month : when->quarter ? when->quarter : when->half;
}

// "Apr 24" over a column whose neighbours say that 24 is a year: the cell alone names a day.
static inline bool bs__is_short_year(const bs__column *column, const bs_time_text *cell)
{
    const bs_when *from = &column->time.from;
    return column->timed && from->short_year && from->day == 0 && cell->from.day > 0 &&
           cell->from.month == from->month && cell->from.day == from->year % 100;
}

typedef struct bs__row {
    uint32_t table; // number of the piece, from 0
    uint32_t line;  // row inside that piece, from 0
    bool header;
    bool numbering; // of the heads: it only numbers the columns
    bool data;      // holds at least one value
} bs__row;

typedef struct bs__grid {
    uint32_t row_count;
    uint32_t col_count;
    const bs_cell **cells; // row_count * col_count; NULL where nothing stands
    bs_cell_value *values; // the same places, read as numbers
    bs__row *rows;
    bs__column *columns;
    uint32_t *inner; // for each row: the row of times inside the table that heads it, 0 for none;
                     // NULL where no table row does
    uint32_t header_row_count; // leading header rows
    uint32_t value_col;        // first value column; col_count when there is none
    bool seasons;              // "2008-09" is two years, and no month
    // Set by the caller.
    bs_lang lang;
    bs_eras eras;  // what the text in front has named of them
    int published; // the year of the document; 0: not known
} bs__grid;

// Does a cell state a unit and nothing else: "单位：万元", "(Unit: %)"? (table_caption.c)
bool bs__grid_states_unit(bs_str text);

static inline const bs_cell *bs__grid_at(const bs__grid *grid, uint32_t row, uint32_t col)
{
    return grid->cells[(size_t)row * grid->col_count + col];
}
static inline const bs_cell_value *bs__grid_value(const bs__grid *grid, uint32_t row, uint32_t col)
{
    return &grid->values[(size_t)row * grid->col_count + col];
}
static inline bs_str bs__grid_text(const bs__grid *grid, uint32_t row, uint32_t col)
{
    const bs_cell *cell = bs__grid_at(grid, row, col);
    return cell ? cell->text : (bs_str){0};
}

// Puts the pieces together (the repeated header of a later piece is kept as a header row) and finds
// header rows and column roles. Of *out the caller sets what is marked so above.
BS_CHECKED bs_status bs__grid_build(bs__grid *out, bs_arena *arena, const bs_table *const *tables,
                                    size_t table_count, bs_error *err);

// Makes the time of a head or a label that is a season of a grid of seasons that season; false for
// any other. (grid_season.c)
bool bs__grid_settle_season(const bs__grid *grid, bs_str text, bs_time_text *time);

// A label without markup, footnotes in superscript and marks such as [x] or [note 1] at its end; in
// the arena where something had to go. NULL text when memory has run out.
bs_str bs__plain_label(bs_arena *arena, bs_str text);

// A label without such marks at its end, which it may have.
bs_str bs__without_note(bs_str text);
// The name of a row without the letter behind it that says how final its figures are: "Gas (r)".
bs_str bs__without_status(bs_str text);
// "소     득": a name whose letters are set apart to fill its column, as one word, in the arena.
bs_str bs__without_spacing(bs_arena *arena, bs_str text);
// A name that stands on several lines of its cell, in one line, in the arena.
bs_str bs__in_one_line(bs_arena *arena, bs_str text);

// A text without markup and footnotes in superscript, with characters for their references.
bs_str bs__without_markup(bs_arena *arena, bs_str text);

// True when a head breaks off before its date: "Three Months Ended".
static inline bool bs__ends_term(bs_str text)
{
    bs_str tail = bs_str_slice(text, text.len > 6 ? text.len - 6 : 0, text.len);
    return bs_str_equal_nocase(tail, BS_STR(" ended")) ||
           bs_str_equal_nocase(bs_str_slice(text, text.len > 7 ? text.len - 7 : 0, text.len),
                               BS_STR(" ending"));
}

// True when a unit that was read out of `text` is all of it and only a counter: then it is a name.
bool bs__is_bare_counter(const bs_unit_text *unit, bs_str text);

// The unit behind the last blank of a header, "売上高 百万円"; false where there is none.
bool bs__unit_of_tail(bs_unit_text *out, bs_arena *arena, bs_str text, bs_lang lang);

// What a label says that is nothing else: 당월, 前年同月. (grid_prior.c)
bs__prior bs__prior_named(bs_str label);
// The period of a column with `prior`, beside or below a present one. (grid_prior.c)
bs_period bs__prior_period(bs__prior prior, bs_period present);

// True when `next` goes on with `first`: the same number of columns under the same header texts.
bool bs__grid_continues(const bs_table *first, const bs_table *next, bs_lang lang);

#endif
