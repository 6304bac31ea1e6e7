// SPDX-License-Identifier: GPL-3.0-or-later
// check_share_structure.h: proportions of a whole that is 100; part of check `share`.
#ifndef BS_ANALYZE_CHECK_SHARE_STRUCTURE_H
#define BS_ANALYZE_CHECK_SHARE_STRUCTURE_H

#include "engine/analyze/relation.h"

// "三次产业结构为8.0∶40.0∶52.0": three or more bare numbers with colons between them, called the
// structure or the shares of something, add up to 100. BS_E_MEMORY.
BS_CHECKED bs_status bs_share__collect_structures(bs_relations *set, bs_error *err);

#endif
