// SPDX-License-Identifier: GPL-3.0-or-later
// check_share_planned.h: what was reached of a target, budget or quota that is printed.
#ifndef BS_ANALYZE_CHECK_SHARE_PLANNED_H
#define BS_ANALYZE_CHECK_SHARE_PLANNED_H

#include "engine/analyze/relation.h"

// "完成18542万元，完成年初预算数45400万元的40.8%", "2조 4천억원으로 목표 5조원의 48%": pushes the
// number that was reached against the plan right in front of the percentage. BS_E_MEMORY.
BS_CHECKED bs_status bs_share__collect_planned(bs_relations *set, bs_error *err);

#endif
