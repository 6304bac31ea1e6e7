// SPDX-License-Identifier: GPL-3.0-or-later
// check_sum_window.h: lines of a table that add up neighbours without a word that says so.
#ifndef BS_ANALYZE_CHECK_SUM_WINDOW_H
#define BS_ANALYZE_CHECK_SUM_WINDOW_H

#include "engine/analyze/relation.h"

// A row without a label that is the sum of rows right above it, and a column that is that of
// columns side by side, at all places but one. Pushes the sums of all places. BS_E_MEMORY.
BS_CHECKED bs_status bs_sum__collect_windows(bs_relations *set, bs_error *err);

#endif
