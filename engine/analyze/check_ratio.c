// SPDX-License-Identifier: GPL-3.0-or-later
//
// ratio: per-head, per-unit and average values of a table.
#include "engine/analyze/check_internal.h"
#include "engine/analyze/relation_law.h"

bs_status bs_collect__ratio(bs_relations *set, bs_error *err)
{
    return bs_law_collect(set, BS_LAW_RATIO, err);
}

BS_RELATION_RUN(bs_check_ratio, "ratio")
