// SPDX-License-Identifier: GPL-3.0-or-later
// check_share_top.h: shares of a table that prints some parts of a whole and not the whole.
#ifndef BS_ANALYZE_CHECK_SHARE_TOP_H
#define BS_ANALYZE_CHECK_SHARE_TOP_H

#include "engine/analyze/relation.h"

// "Top ten partners": every amount with its share tells the whole. Pushes the shares of each line
// of a table where most of them tell the same whole, against that number where the document prints
// it, else against one another. BS_E_MEMORY.
BS_CHECKED bs_status bs_share__collect_tops(bs_relations *set, bs_error *err);

#endif
