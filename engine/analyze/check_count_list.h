// SPDX-License-Identifier: GPL-3.0-or-later
// check_count_list.h: a number of things against the names that follow it; part of check `count`.
#ifndef BS_ANALYZE_CHECK_COUNT_LIST_H
#define BS_ANALYZE_CHECK_COUNT_LIST_H

#include "engine/analyze/relation.h"

// Reports figure `index` as a warning where it counts things whose names stand in parentheses or
// behind a colon right after it, and there are one or two more or fewer. BS_E_MEMORY.
BS_CHECKED bs_status bs_count__check_list(bs_relations *set, size_t index, bs_error *err);

#endif
