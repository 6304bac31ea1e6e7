// SPDX-License-Identifier: GPL-3.0-or-later
// relation_internal.h: what the files of the relation engine share, and nobody else calls.
#ifndef BS_ANALYZE_RELATION_INTERNAL_H
#define BS_ANALYZE_RELATION_INTERNAL_H

#include "engine/analyze/relation.h"

// The figure of one quantity, in no sentence and no series yet.
bs_figure bs_figure__of(const bs_quantity *quantity);

// The value of a quantity as its words give it a sign: "fell by 15,000" is negative.
bs_decimal bs_figure__signed(const bs_quantity *quantity);

// Makes a finding stand at a longer place than its number: `span` is a slice of the source.
void bs_finding__widen(bs_finding *finding, bs_str span);

// Makes the grids of all tables, and of groups of series in a data file that have a total.
BS_CHECKED bs_status bs_view__add_grids(bs_view *view, bs_error *err);

// Finds the wholes and parts of running text; see relation_family.c for what counts as one.
BS_CHECKED bs_status bs_relations__add_families(bs_relations *set, bs_error *err);

// Turns the relations that fail into findings. `holds` has one entry a relation. Figures of `view`,
// which is that of the set, get the value that was meant once it is known.
BS_CHECKED bs_status bs_relations__explain(bs_relations *set, bs_view *view, const bool *holds,
                                           const bs_check_options *options, bs_error *err);

// One value that a figure may have been meant to be.
typedef struct bs_mend {
    size_t figure;
    bs_decimal value;   // in base units, with its printed places
    bs_str text;        // as it would be printed; in the arena
    bs_str span;        // what it is printed instead of: slice of the source; empty for the number
    const char *slip;   // static
    const char *phrase; // static; for the hint
    double weight;      // chance of the slip and of this print, given the value
    bool stray;         // a digit is left out that repeats none beside it
    size_t mended;      // failing relations that it makes hold
    bool stated;        // it is what one of these says of the others
} bs_mend;

typedef BS_ARRAY(bs_mend) bs_mend_array;

// Undoes slips, figure by figure.
typedef struct bs_mender {
    bs_arena *arena;
    const bs_view *view;
    bs_profile profile;
    struct bs_intended *room; // for the values of one figure, used again for the next
} bs_mender;

BS_CHECKED bs_status bs_mender__init(bs_mender *out, bs_arena *arena, const bs_view *view,
                                     bs_profile profile, bs_error *err);

// Every value one slip away from what is printed. Appends nothing when the digits cannot be
// rewritten (numerals in characters, fractions).
BS_CHECKED bs_status bs_mend__list(bs_mend_array *out, const bs_mender *mender, size_t figure,
                                   bs_error *err);
// The digits of a quantity up to the last one, or to the parenthesis that makes it negative,
// without a scale word behind them. Slice of the source.
bs_str bs_mend__digits(const bs_quantity *quantity);
// Prints `value` (base units) the way the figure of the view is printed; the empty slice when that
// cannot be.
bs_str bs_mend__print(bs_arena *arena, const bs_view *view, const bs_figure *figure,
                      bs_decimal value);

// The one sentence of a failing relation, and of one that holds. {NULL, 0} when memory has run out.
bs_str bs_relation__message(bs_relations *set, const bs_relation *relation);
bs_str bs_relation__held_message(bs_relations *set, const bs_relation *relation);

// Looks at a reading and asks all checks for their relations. Everything is in the arena, but *view
// and *set are the caller's. BS_E_MEMORY.
BS_CHECKED bs_status bs_relations__collect(bs_relations *set, bs_view *view, bs_arena *arena,
                                           const bs_reading *reading, bs_error *err);

#endif
