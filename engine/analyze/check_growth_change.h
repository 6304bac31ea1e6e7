// SPDX-License-Identifier: GPL-3.0-or-later
// check_growth_change.h: a growth rate beside the change that it is of; part of check `growth`.
#ifndef BS_ANALYZE_CHECK_GROWTH_CHANGE_H
#define BS_ANALYZE_CHECK_GROWTH_CHANGE_H

#include "engine/analyze/relation.h"

// Relates rate `growth` of figure `level` to the change printed beside it, where there is one: rate
// = change / (level - change), or change / level where the level is the one before the change. With
// `excused` nothing is added. BS_E_MEMORY.
BS_CHECKED bs_status bs_growth_change_collect(bs_relations *set, size_t growth, size_t level,
                                              bool excused, bs_error *err);

// "增加710人，增幅6.0%": the level that the change right in front of rate `growth` is of, where the
// rate is called one of growth and tied to nothing itself; BS_NO_FIGURE.
size_t bs_growth_change_level(const bs_view *view, size_t growth);

#endif
