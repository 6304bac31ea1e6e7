// SPDX-License-Identifier: GPL-3.0-or-later
// relation_derived.h: what is worked out from other numbers, and what the series model says of it.
//
// A rate of growth may leap as it likes where the levels beside it do: the levels are then judged
// on their own path, and the rate by what it is worked out from.
#ifndef BS_ANALYZE_RELATION_DERIVED_H
#define BS_ANALYZE_RELATION_DERIVED_H

#include "engine/analyze/relation.h"

// Drops the findings of code "dip", in `findings` from `first` on, about numbers that follow from
// others of the document. BS_E_MEMORY.
BS_CHECKED bs_status bs_derived_settle(bs_finding_array *findings, size_t first,
                                       const bs_relations *set, bs_error *err);

#endif
