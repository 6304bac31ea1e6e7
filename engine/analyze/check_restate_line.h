// SPDX-License-Identifier: GPL-3.0-or-later
// check_restate_line.h: changes, rates and shares in running text that a table leaves to be worked
// out.
#ifndef BS_ANALYZE_CHECK_RESTATE_LINE_H
#define BS_ANALYZE_CHECK_RESTATE_LINE_H

#include "engine/analyze/relation.h"

// "Rents overspent by 6.7 million": the row of rents has budget and outturn, and perhaps their
// difference; a number that is one slip away from what they give is compared with it. BS_E_MEMORY.
BS_CHECKED bs_status bs_restate__check_lines(bs_relations *set, bs_error *err);

#endif
