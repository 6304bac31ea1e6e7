// SPDX-License-Identifier: GPL-3.0-or-later
// relation_lines.h: rows and columns of tables that running text calls by their labels.
#ifndef BS_ANALYZE_RELATION_LINES_H
#define BS_ANALYZE_RELATION_LINES_H

#include "engine/analyze/relation_view.h"

// A line of a table by its label.
typedef struct bs_named_line {
    bs_str label; // without the unit in parentheses; slice
    bs_lens lens;
    size_t line;
} bs_named_line;

typedef struct bs_lines {
    const bs_view *view;
    bs_named_line *items;
    size_t count;
} bs_lines;

// One label in a text.
typedef struct bs_label_place {
    size_t line; // index into the lines
    size_t start;
    size_t end;
} bs_label_place;

// Lines of all tables whose labels are long enough to be names; none of totals. Lines of more
// tables than BS_NAMED_LINES_MAX are left out. BS_E_MEMORY.
enum { BS_NAMED_LINES_MAX = 400 };
BS_CHECKED bs_status bs_lines_init(bs_lines *out, bs_arena *arena, const bs_view *view,
                                   bs_error *err);

// Places of labels in `text`, of each the last one: at most `max`, in the order of the lines.
// Latin labels stand between word boundaries, in either case. Returns how many were written.
size_t bs_lines_find(const bs_lines *lines, bs_str text, bs_label_place *out, size_t max);

#endif
