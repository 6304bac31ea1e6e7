// SPDX-License-Identifier: GPL-3.0-or-later
// check_ratio_pair.h: ratios of two levels that are called a ratio.
#ifndef BS_ANALYZE_CHECK_RATIO_PAIR_H
#define BS_ANALYZE_CHECK_RATIO_PAIR_H

#include "engine/analyze/relation.h"

// "城里居民人均可支配收入31200元，乡下12000元，城乡收入比为2.60", "a price-to-earnings ratio
// of 6.4": pushes a bare number that is called a ratio against the only two levels of one unit and
// time in its sentence and the two before. BS_E_MEMORY.
BS_CHECKED bs_status bs_ratio__collect_pairs(bs_relations *set, bs_error *err);

#endif
