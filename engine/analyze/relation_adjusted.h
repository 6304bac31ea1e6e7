// SPDX-License-Identifier: GPL-3.0-or-later
// relation_adjusted.h: shares that were moved by one in their last digit to add up to 100.
//
// 5.8, 40.5 and 53.8 round from shares that add up to 100 and add up to 100.1; who prints them
// takes the 0.1 from one of them. It is no mistake.
#ifndef BS_ANALYZE_RELATION_ADJUSTED_H
#define BS_ANALYZE_RELATION_ADJUSTED_H

#include "engine/analyze/relation.h"

// Drops the relations of shares that fail by one of the last digit, where the share is in a sum
// that holds to the last digit. BS_E_MEMORY.
BS_CHECKED bs_status bs_adjusted_drop(bs_relations *set, bs_error *err);

#endif
