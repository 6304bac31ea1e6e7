// SPDX-License-Identifier: GPL-3.0-or-later
// relation_prose.h: what stands near a figure in running text.
#ifndef BS_ANALYZE_RELATION_PROSE_H
#define BS_ANALYZE_RELATION_PROSE_H

#include "engine/analyze/relation.h"

// A level (an amount, a count, a measured value) that may be a whole or a part: valued, no range,
// no rank, in running text or in a table.
bool bs_figure_is_level(const bs_figure *figure);
// The same unit, which must not be empty. In one sentence or the next, a bare number may share the
// counter of the other one.
bool bs_figure_same_unit(const bs_figure *a, const bs_figure *b);
// Whether it counts how many times something is another: 2.5배, 2.5倍, 2.5 times.
bool bs_figure_is_multiple(const bs_figure *figure);
// Whether a change has the unit of one of this level: points of a percentage or of an index number,
// and its own unit of any other.
bool bs_figure_measures_change(const bs_figure *change, const bs_figure *level);
// The same unit, or a counter in the text and a bare number in a table, which leaves the counter to
// its heading.
bool bs_figure_like_unit(const bs_figure *text, const bs_figure *cell);
// The same span of time, however it is written: the first half of a year, and its six months.
bool bs_period_is_same_time(bs_period a, bs_period b);
// The same period, or at least one of them has none.
bool bs_figure_same_period(const bs_figure *a, const bs_figure *b);
// The period that a rate of change of `figure` compares with: a year or one period earlier;
// BS_PERIOD_NONE when the basis or the period does not say.
bs_period bs_figure_period_before(const bs_figure *figure, bs_basis basis);

// The sentence that a figure stands in, and its passage; NULL in tables.
const bs_sentence *bs_view_sentence(const bs_view *view, size_t figure);
// Index of the passage that holds a sentence; SIZE_MAX when there is none.
size_t bs_view_passage(const bs_view *view, size_t sentence);
// The passage that passage `index` stands under: the item one level up, or what opens the list.
// SIZE_MAX when there is none.
size_t bs_view_parent(const bs_view *view, size_t index);

// The text of a sentence between two of its figures, or from its start (BS_NO_FIGURE) to a figure.
bs_str bs_view_between(const bs_view *view, size_t from, size_t to);
// The last `bytes` of the words in front of a figure, behind the figure before it.
bs_str bs_view_front(const bs_view *view, size_t index, size_t bytes);
// The first `bytes` of the words behind a figure, up to the figure behind it.
bs_str bs_view_behind(const bs_view *view, size_t index, size_t bytes);

#endif
