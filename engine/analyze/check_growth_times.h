// SPDX-License-Identifier: GPL-3.0-or-later
// check_growth_times.h: how many times an earlier level a later one is; part of check `growth`.
#ifndef BS_ANALYZE_CHECK_GROWTH_TIMES_H
#define BS_ANALYZE_CHECK_GROWTH_TIMES_H

#include "engine/analyze/relation.h"

// "1,240대에서 3,100대로 2.5배", "是上年1240辆的2.5倍", "2.5 times as many": relates such a
// multiple to the two levels of its sentence, which words tell apart. Where words may mean what has
// come on top ("增长1.5倍") the reading that fits is taken. BS_E_MEMORY.
BS_CHECKED bs_status bs_growth_times_collect(bs_relations *set, bs_error *err);

#endif
