// SPDX-License-Identifier: GPL-3.0-or-later
// check_sum_time.h: sums over time: parts of a year beside the year, and running totals.
#ifndef BS_ANALYZE_CHECK_SUM_TIME_H
#define BS_ANALYZE_CHECK_SUM_TIME_H

#include "engine/analyze/relation.h"

// Running text: quarters, halves or months that fill a longer period, and the number for it.
BS_CHECKED bs_status bs_sum__collect_times(bs_relations *set, bs_error *err);
// Tables: lines that are the running total of another one (누계, 累計, cumulative).
BS_CHECKED bs_status bs_sum__collect_running(bs_relations *set, bs_error *err);

#endif
