// SPDX-License-Identifier: GPL-3.0-or-later
// check_ratio_rate.h: densities, sizes of households and rates per thousand in running text.
#ifndef BS_ANALYZE_CHECK_RATIO_RATE_H
#define BS_ANALYZE_CHECK_RATIO_RATE_H

#include "engine/analyze/relation.h"

// "population density is 342 people per sq km", "出生率为6.59‰": held to the people, and to the
// area, households or people that it says to be divided by. BS_E_MEMORY.
BS_CHECKED bs_status bs_ratio__collect_rates(bs_relations *set, bs_error *err);

#endif
