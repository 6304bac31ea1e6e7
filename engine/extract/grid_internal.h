// SPDX-License-Identifier: GPL-3.0-or-later
// grid_internal.h: what grid.c, grid_columns.c, grid_header.c and grid_running.c share.
#ifndef BS_EXTRACT_GRID_INTERNAL_H
#define BS_EXTRACT_GRID_INTERNAL_H

#include "engine/extract/grid.h"

// A bare number that may be a year: four digits, no grouping, no unit.
bool bs__is_year(const bs_cell_value *value);
// "15세", "65歳", "5 years": a unit that ages are printed in. (grid_columns.c)
bool bs__is_age(bs_str unit);

// "2024 US$ million" in a head: the year of a column and its money, and no amount; 0 for any other
// cell. (grid_money.c)
int64_t bs__year_of_money(const bs_cell_value *value, bs_str text, bs_lang lang);
// "2024 US$ million", "Mar 2025 Rs in Cr": the last two or three words of a head as so much money.
bool bs__money_of_tail(bs_unit_text *out, bs_arena *arena, bs_str text, bs_lang lang);

// Sets grid->seasons, once the header rows are known. (grid_season.c)
void bs__grid_find_seasons(bs__grid *grid);

// Joins numbers that have been printed over several cells: "$ | 12 |" and "| (12 | )". Cells that
// only hold such a sign are empty afterwards; true where there were some. (grid_split.c)
bool bs__grid_join_split(bs__grid *grid);
// Moves numbers below their heads, and heads over their columns, where a table has lost its empty
// cells. (grid_gaps.c)
void bs__grid_close_gaps(bs__grid *grid, bs_arena *arena, bool joined);

// Takes the brackets of a row that is bracketed as a whole, its name too, for no minus signs; then
// those of all cells that a sign inside, or the head, says so of. (grid_bracket.c)
void bs__grid_read_remark(bs__grid *grid, uint32_t row);
void bs__grid_settle_brackets(bs__grid *grid);
// "Million bushels" in the middle of a row of its own, over the rows that it is the unit of: puts
// the units of a table that has several in front of their rows. (grid_unit_line.c)
void bs__grid_settle_unit_lines(bs__grid *grid, bs_arena *arena);
// "人 | 倍 | %" below the names of the columns: among units alone a counter is one, too.
void bs__grid_read_counters(bs__grid *grid, bs_arena *arena);
// The unit of "number (thousands)", and any other text as it is.
bs_str bs__behind_number(bs_str text);

// Reads "16.0b" among numbers without a scale as flagged, and no billions; "620m" below "8.1b" as
// millions, and no metres. (grid_flag.c)
void bs__grid_settle_flags(bs__grid *grid);

// Reads "3개월" beside "누적" as a head, and no length of time. (grid_running.c)
void bs__grid_settle_lengths(bs__grid *grid);

// The lowest header text of a column. (grid_header.c)
bs_str bs__grid_head(const bs__grid *grid, uint32_t col);

// Fills time, label, unit and measure of a column from its header. (grid_header.c)
BS_CHECKED bs_status bs__grid_describe(bs__grid *grid, bs_arena *arena, uint32_t col,
                                       bs_error *err);

// "2023.9 | 2024.7 | 8 | 9": is the bare number a month that goes on with the ones to its left, the
// first of which prints its year? *out is the time then. (grid_months.c)
bool bs__grid_goes_on(const bs__grid *grid, uint32_t row, uint32_t col, bs_time_text *out);

// "平成13年度", "14", "15" under each other in the first column: the year of a row whose cell there
// is a bare number, which goes on with the era that the first of them names; or a day with dots,
// "平16. 3. 1", "16. 4. 1". (grid_years.c)
bool bs__grid_year_below(const bs__grid *grid, uint32_t row, bs_time_text *out);
// "平成29年 | 30年", "令和元年" above "2年": gives the time of a head that prints its year without
// an era the era that a head above it or at its left has named last. False where it is none of one.
// (grid_months.c)
bool bs__grid_settle_era(const bs__grid *grid, uint32_t row, uint32_t col, bs_time_text *time);

// "품목 | 가중치 | 2024.9 | 2025.8 | 전월비" below a row of heads: are all its numbers months, over
// numbers that are none? (grid_months.c)
bool bs__heads_months(const bs__grid *grid, uint32_t row);

// Does the second row, which has no label, head columns with parts of the years above: "2023 | 2024
// | 2024 | 2025" over "연간 | 3/4 | 4/4 | 1/4"? (grid_months.c)
bool bs__heads_parts(const bs__grid *grid);

// "2024 | 2025" over "3/4 | 4/4 | 1/4 | 2/4": the year that is printed over the second quarter is
// that of the first too, which cannot be of the year before. (grid_months.c)
void bs__grid_turn_years(bs__grid *grid);

// Fills grid->columns and grid->value_col, once the header rows are known.
BS_CHECKED bs_status bs__grid_columns(bs__grid *grid, bs_arena *arena, bs_error *err);

// Takes a column of means by the year whose values lie outside the levels of their rows for one of
// growth. (grid_mean.c)
void bs__grid_means(bs__grid *grid);

// Tells columns that hold how much a level has changed from those of rates. (grid_difference.c)
void bs__grid_differences(bs__grid *grid);

// Tells the times of columns of totals since January, and names them where single months stand
// beside them. The columns are otherwise filled.
BS_CHECKED bs_status bs__grid_running(bs__grid *grid, bs_arena *arena, bs_error *err);

// Finds columns of an earlier period that is told by a word, and takes the word off their names.
// (grid_prior.c)
void bs__grid_priors(bs__grid *grid);

// Finds columns that nothing tells from others. (grid_twin.c)
void bs__grid_twins(bs__grid *grid);
// Does another such column hold a value of the same unit in this row?
bool bs__is_twin_value(const bs__grid *grid, uint32_t row, uint32_t col);

// "Index 2025/24", "2025/2024 (%)": whether a head says which years its values compare, the later
// one first, and where. (grid_reference.c)
bool bs__compared_years(bs_str text, size_t *start, size_t *end);
// "1至当月累计": since January. (grid_reference.c)
bool bs__runs_to_month(bs_str text);
// The bytes of a head in front of letters and formulas of other columns: "増減額 (A)－(B)".
// (grid_reference.c)
size_t bs__without_references(bs_str text);

// "Percent change", "% changes in prices": whether a text begins so. (grid_header.c)
bool bs__begins_percent_change(bs_str text);
// "Annual % change", "Year-on-year percentage change": whether a caption or head names a change in
// percent first, and nothing beside it. (grid_header.c)
bool bs__names_percent_change(bs_str text);

// Finds rows of times inside the table, which head the rows behind them; and what such a row says
// of a column there. (grid_inner.c)
BS_CHECKED bs_status bs__grid_inner(bs__grid *grid, bs_arena *arena, bs_error *err);
bool bs__grid_inner_time(const bs__grid *grid, uint32_t row, uint32_t col, bs_time_text *out);

// "2018年2月 | 1月 | 12月": the year of a month or quarter that stands behind the one that follows
// it; 0 where the columns do not go back, which *back tells of the column in front and then of this
// one. (grid_months.c)
int bs__year_of_step_back(const bs_when *from, const bs_when *before, bool *back);

#endif
