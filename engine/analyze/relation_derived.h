// SPDX-License-Identifier: GPL-3.0-or-later
// relation_derived.h: what is worked out from other numbers, and what the series model says of it.
//
// A rate of growth may leap as it likes where the levels beside it do: the levels are then judged
// on their own path, and the rate by what it is worked out from.
#ifndef BS_ANALYZE_RELATION_DERIVED_H
#define BS_ANALYZE_RELATION_DERIVED_H

#include "engine/analyze/relation.h"

typedef enum bs_derived {
    BS_DERIVED_SUMS,  // all numbers of sums and differences that hold as they are printed
    BS_DERIVED_RATES, // the rate, share, quotient or total that follows from the others, once what
                      // these were meant to be is known
} bs_derived;

// Drops the findings of code "dip" about numbers that relations of a kind vouch for. BS_E_MEMORY.
BS_CHECKED bs_status bs_derived_settle(bs_finding_array *findings, const bs_relations *set,
                                       bs_derived kind, bs_error *err);

#endif
