// SPDX-License-Identifier: GPL-3.0-or-later
// relation_law.h: what the lines of a table have to do with one another.
//
// A table seldom says that its third column is the growth from the first to the second. The law is
// found instead: it is believed when it holds at most places and is too exact to be an accident,
// and a place where it fails is then a finding. A word in the heading lowers the evidence that is
// asked for; it never replaces it.
#ifndef BS_ANALYZE_RELATION_LAW_H
#define BS_ANALYZE_RELATION_LAW_H

#include "engine/analyze/relation.h"

typedef enum bs_law {
    BS_LAW_SHARE,        // line = 100 * other line / its total place
    BS_LAW_GROWTH,       // line = growth in % from one line to another, or along one line
    BS_LAW_DIFFERENCE,   // line = one line - another, or along one line
    BS_LAW_RATIO,        // line = factor * one line / another
    BS_LAW_CONTRIBUTION, // line = 100 * line of changes / the total place of another line
    BS_LAW_YEARLY, // line = growth in % by the year, from one line to another some years behind
    BS_LAW_COUNT
} bs_law;

// Finds the laws of all tables, by rows and by columns, and marks the lines of `view` that are
// rates or quotients of others: they do not add up. Tables with more than BS_LAW_LINES_MAX lines in
// a direction are not looked at in that direction. BS_E_MEMORY.
enum { BS_LAW_LINES_MAX = 40, BS_LAW_PLACES_MAX = 5000 };
BS_CHECKED bs_status bs_law_find(bs_relations *set, bs_view *view, bs_error *err);

// Pushes the relations of one law, as found. BS_E_MEMORY.
BS_CHECKED bs_status bs_law_collect(bs_relations *set, bs_law law, bs_error *err);

#endif
