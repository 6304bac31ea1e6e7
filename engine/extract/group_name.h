// SPDX-License-Identifier: GPL-3.0-or-later
// group_name.h: what a table or section is called from issue to issue.
//
// A caption mostly names the time of its figures ("Births by region, 1985", "2024년 3분기 지역별
// 출생"), and a heading the issue ("제14호"). Neither is part of what is measured: without them
// forty yearly reports have one series, not forty.
#ifndef BS_EXTRACT_GROUP_NAME_H
#define BS_EXTRACT_GROUP_NAME_H

#include "engine/base/arena.h"
#include "engine/core/source.h"

// The caption without the times and the number of the issue that it names. Times that are part of
// the name stay: a base (2015 prices, 2020년 대비) and what a span begins with (since 1990). Empty
// where nothing else is in it, or memory has run out. `lang` is that of the document. A slice of
// `caption`, or in the arena.
bs_str bs__group_name(bs_arena *arena, bs_str caption, bs_lang lang);

#endif
