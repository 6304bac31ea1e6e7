// SPDX-License-Identifier: GPL-3.0-or-later
// check_share_total.h: shares that a sentence adds up.
#ifndef BS_ANALYZE_CHECK_SHARE_TOTAL_H
#define BS_ANALYZE_CHECK_SHARE_TOTAL_H

#include "engine/analyze/relation.h"

// "28.4%, 19.6%, 합계 48.0%": percentages of a sentence, and one behind them that words call their
// sum. BS_E_MEMORY.
BS_CHECKED bs_status bs_share__collect_totals(bs_relations *set, bs_error *err);

#endif
