// SPDX-License-Identifier: GPL-3.0-or-later
// relation_years.h: over how many years a change in running text has come about.
#ifndef BS_ANALYZE_RELATION_YEARS_H
#define BS_ANALYZE_RELATION_YEARS_H

#include "engine/analyze/relation_view.h"

// "2년 새 5.5%포인트", "两年提高5.5个百分点", "5.5 points in two years": the years that the words
// beside a rate or a change name; 0 where they name none. `change` must stand in running text.
int bs_years_told(const bs_view *view, size_t change);

#endif
