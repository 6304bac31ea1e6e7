// SPDX-License-Identifier: GPL-3.0-or-later
// check_ratio_out_of.h: rates that say once more how many there are out of how many; part of check
// `ratio`.
#ifndef BS_ANALYZE_CHECK_RATIO_OUT_OF_H
#define BS_ANALYZE_CHECK_RATIO_OUT_OF_H

#include "engine/analyze/relation.h"

// "응시자 320명 중 208명이 합격해 합격률은 65%", "计划建设12个，已建成9个，完成率75%": relates such
// a rate to the two numbers right in front of it. BS_E_MEMORY.
BS_CHECKED bs_status bs_ratio__collect_out_of(bs_relations *set, bs_error *err);

#endif
