// SPDX-License-Identifier: GPL-3.0-or-later
// relation_earlier.h: whether the words beside a number call it the earlier one of two.
#ifndef BS_ANALYZE_RELATION_EARLIER_H
#define BS_ANALYZE_RELATION_EARLIER_H

#include "engine/analyze/relation_view.h"

// Whether words or the layout call a level of running text the earlier one: "a year earlier", 전년,
// "from ...", "(H1 2022: ...)". False in tables.
bool bs_earlier_is(const bs_view *view, size_t level);

// Whether words beside a level of running text say that what follows is held against it: "from
// ...", "...에 비해", "...相比". A level that is only dated as last year's is no such base. False
// in tables.
bool bs_earlier_is_base(const bs_view *view, size_t level);

#endif
