// SPDX-License-Identifier: GPL-3.0-or-later
// check_identity.h: terms whose arithmetic is known, in running text and in tables.
#ifndef BS_ANALYZE_CHECK_IDENTITY_H
#define BS_ANALYZE_CHECK_IDENTITY_H

#include "engine/analyze/relation.h"
#include "engine/analyze/relation_concept.h"

// Pushes the relations between numbers that are called gross profit, sales and their cost, and so
// on (relation_concept.h). Laws of tables that are known already are left out.
BS_CHECKED bs_status bs_identity__collect(bs_relations *set, bs_error *err);

// The concept that a number of running text is called by; BS_CONCEPT_NONE for none.
bs_concept bs_identity_concept(const bs_view *view, size_t index);

#endif
