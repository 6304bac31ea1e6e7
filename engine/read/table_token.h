// SPDX-License-Identifier: GPL-3.0-or-later
// table_token.h: lines cut at single blanks, for tables whose columns have run together
// (table_token.c) and those with a line of units over their rows (table_units.c).
#ifndef BS_READ_TABLE_TOKEN_H
#define BS_READ_TABLE_TOKEN_H

#include "engine/read/text_internal.h"

enum { BS_TOKEN_FIGURES_MIN = 2, BS_TOKEN_FIGURES_MAX = 64, BS_SPACED_YEAR_BYTES = 7 };

// --- table_word.c: one line ---

// Cuts the last word off *text, with the sign that a blank parts from it or the rest of the name of
// a business term; false when nothing is left.
bool bs_token__last(bs_str *text, bs_str *token);
// "4.60 - 5.60": cuts both ends off *text, with what joins them; a single word elsewhere.
bool bs_token__last_range(bs_str *text, bs_str *token);
// "2 0 1 9" at the start of a row: a year whose digits stand apart, as yearbooks print them.
bool bs_token__is_spaced_year(bs_str text);
// Number of words, at most one more than there may be figures.
size_t bs_token__count(bs_str text);
// "A", "B", "A-B": letters by which a head says what has been subtracted from what.
bool bs_token__is_letter(bs_str token);
// "1-3月", "14年": a time that its sign tells, not the bare number of a year.
bool bs_token__is_time(bs_str token);
// Number of figures that end the line behind a label; a line of figures alone has its first for
// one. The answers for the lines that were asked about last are kept.
size_t bs_token__figures(bs_text_reader *reader, uint32_t at);

// --- table_token_head.c: heads ---

// Lines of heads from `at` on over lines of `figures` figures, 0 where that is not known: 1, or 2
// where the first stands over pairs or more of the second; 0 for none.
uint32_t bs_token__head_lines(bs_text_reader *reader, uint32_t at, size_t figures);
// The number of columns that each head of a line "項目 2023年第2季 2022年第2季" stands over, with
// `figures` heads below; 0 for any other line.
size_t bs_token__columns_under(bs_str text, size_t figures);
// Is each word the head of a column of figures: "전월비 전년동월비", "金額 百分比%"?
bool bs_token__are_heads(bs_str text);
// Does a head have one word for each of so many figures and one for the labels, but for the letters
// between them?
bool bs_token__is_lettered(bs_str text, size_t figures);
// Does a head have so many names where the brackets behind them are part of them?
bool bs_token__is_bracketed(bs_str text, size_t figures);
// Cuts the last name off the head, with the bracket behind it.
bool bs_token__last_bracketed(bs_str *text, bs_str *head);

// --- table_token_group.c: heads over heads ---

typedef struct bs_token_groups {
    size_t count;                       // heads of the line above the last
    size_t sizes[BS_TOKEN_FIGURES_MAX]; // columns that each stands over
    bool led;                           // the last line has no head for the first column of each
    size_t top_count;                   // heads of the line above that; 0: there are two lines
    size_t top_sizes[BS_TOKEN_FIGURES_MAX]; // heads below that each stands over
} bs_token_groups;

// The number of lines of heads from `at` on, 2 or 3, of which each stands over the next; 0 for
// none. `figures` (0: not known yet) is how many the rows below have.
uint32_t bs_token__groups_at(bs_token_groups *out, bs_text_reader *reader, uint32_t at,
                             size_t figures);
// Adds the cells of these lines but for the last where it has a head for each column; *rows is how
// many it has added.
BS_CHECKED bs_status bs_token__add_groups(bs_text_reader *reader, bs_grid *grid, uint32_t at,
                                          const bs_token_groups *groups, uint32_t *rows);
// --- table_token_words.c: heads of several words ---

typedef struct bs_token_heads {
    bs_str heads[BS_TOKEN_FIGURES_MAX + 2];
    size_t count;
    bool corner; // the first is that of the labels
    bool units;  // and the second that of their units
} bs_token_heads;

// Puts the words of a line together to the heads of so many figures; false where they are none.
bool bs_token__read_heads(bs_token_heads *out, bs_str text, size_t figures);
BS_CHECKED bs_status bs_token__add_heads(bs_text_reader *reader, bs_grid *grid,
                                         const bs_token_heads *heads, uint32_t row);
// Adds a row whose label ends in its unit, where there is a head for that.
BS_CHECKED bs_status bs_token__add_unit_row(bs_text_reader *reader, bs_grid *grid,
                                            const bs_line *line, uint32_t row, size_t figures);

// --- table_token_span.c: spans of time above years ---

enum { BS_TOKEN_SPANS_MAX = 6 };
typedef struct bs_token_spans {
    bs_str spans[BS_TOKEN_SPANS_MAX]; // "Three Months Ended"
    size_t span_count;
    bs_str days[BS_TOKEN_SPANS_MAX]; // "September 30,"; none where they stand behind the spans
    size_t day_count;
    size_t years; // of the line below, one over each figure
} bs_token_spans;

// The lines of spans from `at` on, above one of years; 0 for none.
uint32_t bs_token__spans_at(bs_token_spans *out, const bs_text_reader *reader, uint32_t at);
// Adds their rows; *rows goes on behind them.
BS_CHECKED bs_status bs_token__add_spans(bs_text_reader *reader, bs_grid *grid,
                                         const bs_token_spans *spans, uint32_t *rows);

// --- table_token.c: rows ---

// Adds the cells of a line whose last `count` words are one each, over `span` columns, and the rest
// one.
BS_CHECKED bs_status bs_token__add_row(bs_text_reader *reader, bs_grid *grid, const bs_line *line,
                                       uint32_t row, size_t count, size_t span);

#endif
