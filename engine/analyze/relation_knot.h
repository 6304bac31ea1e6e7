// SPDX-License-Identifier: GPL-3.0-or-later
// relation_knot.h: failing relations that share figures, and what is weighed about them.
#ifndef BS_ANALYZE_RELATION_KNOT_H
#define BS_ANALYZE_RELATION_KNOT_H

#include "engine/analyze/relation_echo.h"
#include "engine/analyze/relation_internal.h"

typedef struct bs_link {
    size_t relation;
    size_t next; // index + 1 into links; 0 at the end
} bs_link;

typedef BS_ARRAY(bs_link) bs_link_array;
typedef BS_ARRAY(size_t) bs_index_array;

typedef struct bs_explainer {
    bs_relations *set;
    bs_figure *figures; // of the view: a wrong number is replaced by the one that was meant
    const bool *holds;
    bs_mender mender;
    bs_echo echo;
    bs_mend_array mends; // of the knot at hand; kept for its memory
    bool *open;          // a relation that fails, is believed in, and is not explained yet
    size_t *head;        // index + 1 into links, for every figure; 0 for none
    bs_link_array links;
    bool *seen_relation;
} bs_explainer;

// The failing relations that are looked at together, and the figures in them.
typedef struct bs_knot {
    bs_index_array relations;
    bs_index_array figures;
} bs_knot;

typedef struct bs_verdict {
    size_t figure;
    double probability; // that something in the knot is wrong
    double share;       // of what is wrong, that it is this figure
    double total;
} bs_verdict;

// A holding relation with fewer bits confirms nothing.
#define BS_CONFIRM_BITS 4.0
#define BS_CONFIRM_BITS_HINT 8.0

static inline const bs_relation *bs_explainer__relation(const bs_explainer *e, size_t index)
{
    return &e->set->items.items[index];
}

bool bs_relation__has_term(const bs_relation *relation, size_t figure);

// Every value that mends at least one relation of the knot, weighed: the chance of the slip, times
// the chance that relations which it would break had held by accident, times a penalty for every
// failing relation that it leaves unexplained. Equal values of a figure are merged.
BS_CHECKED bs_status bs_knot__list_mends(const bs_explainer *e, const bs_knot *k,
                                         bs_mend_array *out, bs_error *err);

// The heaviest value of a figure; NULL when it has none.
const bs_mend *bs_knot__best(const bs_mend_array *mends, size_t figure);

// The value as it would be printed.
bs_str bs_knot__print(const bs_explainer *e, const bs_mend *mend);

// Whether a relation that the figure takes part in holds with that value; any does without one.
bool bs_knot__mends(const bs_explainer *e, const bs_relation *relation, size_t figure,
                    const bs_mend *best);

// The figure that most weight is on, and how sure it is that anything is wrong at all.
bs_verdict bs_knot__judge(const bs_explainer *e, const bs_knot *k, const bs_mend_array *mends);

#endif
