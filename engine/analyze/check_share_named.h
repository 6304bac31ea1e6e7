// SPDX-License-Identifier: GPL-3.0-or-later
// check_share_named.h: shares in running text whose part is named and printed elsewhere.
#ifndef BS_ANALYZE_CHECK_SHARE_NAMED_H
#define BS_ANALYZE_CHECK_SHARE_NAMED_H

#include "engine/analyze/relation.h"

// "Apartments made up 17 per cent of all completions": pushes a share without an amount against the
// row of a table that the words in front name and the total of its column, or against a level of
// the paragraph that they name and one that is called as the whole. BS_E_MEMORY.
BS_CHECKED bs_status bs_share__collect_named(bs_relations *set, bs_error *err);

#endif
