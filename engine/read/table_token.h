// SPDX-License-Identifier: GPL-3.0-or-later
// table_token.h: lines cut at single blanks, for tables whose columns have run together
// (table_token.c) and those with a line of units over their rows (table_units.c).
#ifndef BS_READ_TABLE_TOKEN_H
#define BS_READ_TABLE_TOKEN_H

#include "engine/read/text_internal.h"

enum { BS_TOKEN_FIGURES_MAX = 64 };

// Cuts the last word off *text, with the sign that a blank parts from it; false when nothing is
// left.
bool bs_token__last(bs_str *text, bs_str *token);

// "A", "B", "A-B": letters by which a head says what has been subtracted from what.
bool bs_token__is_letter(bs_str token);

// Number of figures that end the line behind a label; a line of figures alone has its first for
// one. The answer is kept for the line that was asked about last.
size_t bs_token__figures(bs_text_reader *reader, uint32_t at);

// Adds the cells of a line whose last `count` words are one each, over `span` columns, and the rest
// one.
BS_CHECKED bs_status bs_token__add_row(bs_text_reader *reader, bs_grid *grid, const bs_line *line,
                                       uint32_t row, size_t count, size_t span);

#endif
