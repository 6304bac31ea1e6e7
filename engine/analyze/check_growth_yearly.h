// SPDX-License-Identifier: GPL-3.0-or-later
// check_growth_yearly.h: growth by the year over several years; part of check `growth`.
#ifndef BS_ANALYZE_CHECK_GROWTH_YEARLY_H
#define BS_ANALYZE_CHECK_GROWTH_YEARLY_H

#include "engine/analyze/relation.h"

// Whether the words around figure `rate`, in running text, say that it is a mean growth by the
// year: 연평균, 年均, 年平均, "a CAGR of", "a year". No two levels are a year apart in it.
bool bs_yearly_is(const bs_view *view, size_t rate);

// Years from one period to the other; 0 where they are not whole years apart.
int bs_yearly_between(bs_period before, bs_period after);

// Relates such a rate to the two levels that its sentence names, where their periods are whole
// years apart. BS_E_MEMORY.
BS_CHECKED bs_status bs_yearly_collect(bs_relations *set, size_t rate, bs_error *err);

#endif
