// SPDX-License-Identifier: GPL-3.0-or-later
// relation_plan.h: numbers and shares of what was planned (target, budget, quota) by their words.
#ifndef BS_ANALYZE_RELATION_PLAN_H
#define BS_ANALYZE_RELATION_PLAN_H

#include "engine/analyze/relation_view.h"

// Whether the words beside a number of running text call it what was planned:
// "年初预算数45370万元", "목표 5조원의", "目標100人", "a target of 500", "the 500 million budget".
// False in tables.
bool bs_plan_is(const bs_view *view, size_t level);

// Whether the percentage right behind a number of running text is one of this number:
// "预算数45370万 元的40.9%", "목표 5조원의 48.6%". Such a number stands there for the sake of the
// percentage: it is no level that anything rose from or to. False in tables.
bool bs_plan_is_held(const bs_view *view, size_t level);

// Whether the words beside a percentage say that it is one of what was planned: "占任务数的94.6%",
// "목표의 68.4%", "77.2% of its target", "목표 5조원의 48.6%". It may exceed 100, and its whole is
// the plan and nothing else that the sentence counts. False in tables.
bool bs_plan_is_share(const bs_view *view, size_t share);

#endif
