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

// "较2030年同期41.20%", "較113年同期的1,530家": whether a level of running text stands right behind
// a time that another is held against. False in tables.
bool bs_earlier_is_of_compared_time(const bs_view *view, size_t level);

// "income of 2,614 (H1 2022: 2,432)", "income of 2,614, up 7.5% (2022: 2,432)": the level right in
// front of the parentheses that a level of running text stands in with a time of its own, which is
// an earlier year than that of the one in front. BS_NO_FIGURE for any other, and in tables.
size_t bs_earlier_aside_of(const bs_view *view, size_t level);

// "由上月4.4%降为4.3%，较上年同月增0.1个百分点", "季增25%，年增20%，上季为120億元": is the earlier
// level called that of the last month or quarter where the change says that it is one since last
// year, or the other way round?
bool bs_earlier_is_of_other_basis(const bs_view *view, size_t earlier, size_t change);

#endif
