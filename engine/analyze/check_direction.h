// SPDX-License-Identifier: GPL-3.0-or-later
// check_direction.h: numbers that a sentence lets rise although they fall, or fall although they
// rise.
#ifndef BS_ANALYZE_CHECK_DIRECTION_H
#define BS_ANALYZE_CHECK_DIRECTION_H

#include "engine/analyze/relation.h"

// Reports "rose from 4.2% to 3.9%", "3.2%에서 2.8%로 상승", "由5.2%上升到4.9%",
// "2.6％から2.4％に上昇": a verb of direction right beside two numbers that go the other way, where
// no change is told that could be held against them. Values of money that get stronger, ranks and
// negative numbers are left alone. BS_E_MEMORY.
BS_CHECKED bs_status bs_direction__collect(bs_relations *set, bs_error *err);

#endif
