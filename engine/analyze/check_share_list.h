// SPDX-License-Identifier: GPL-3.0-or-later
// check_share_list.h: numbers of one sentence with percentages in parentheses.
#ifndef BS_ANALYZE_CHECK_SHARE_LIST_H
#define BS_ANALYZE_CHECK_SHARE_LIST_H

#include "engine/analyze/relation.h"

// Pushes the shares of every list of two or more numbers, each with a percentage in parentheses,
// where all of them but one at most fit one whole or the sum of the list. BS_E_MEMORY.
BS_CHECKED bs_status bs_share__collect_lists(bs_relations *set, bs_error *err);

#endif
