// SPDX-License-Identifier: GPL-3.0-or-later
// check_ratio_average.h: averages of a month in running text.
#ifndef BS_ANALYZE_CHECK_RATIO_AVERAGE_H
#define BS_ANALYZE_CHECK_RATIO_AVERAGE_H

#include "engine/analyze/relation.h"

// "月均1980万吨", "an average of 2,851 a month": held to the number for the whole time, near it or
// in the total of a table. BS_E_MEMORY.
BS_CHECKED bs_status bs_ratio__collect_averages(bs_relations *set, bs_error *err);

#endif
