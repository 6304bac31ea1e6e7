// SPDX-License-Identifier: GPL-3.0-or-later
// check_sum_account.h: accounts that running text keeps: what was there, what came and went, what
// is left.
#ifndef BS_ANALYZE_CHECK_SUM_ACCOUNT_H
#define BS_ANALYZE_CHECK_SUM_ACCOUNT_H

#include "engine/analyze/relation.h"

// "A plus B comes to C", "gross debt A and cash B, so net debt C", "A at the start; after drawing
// down B and adding C, D at the end". BS_E_MEMORY.
BS_CHECKED bs_status bs_sum__collect_accounts(bs_relations *set, bs_error *err);

#endif
