// SPDX-License-Identifier: GPL-3.0-or-later
// check_restate_table.h: numbers of the text against the tables; part of check `restate`.
#ifndef BS_ANALYZE_CHECK_RESTATE_TABLE_H
#define BS_ANALYZE_CHECK_RESTATE_TABLE_H

#include "engine/analyze/relation.h"

// Holds a number of running text that stands nowhere else against the cells of the tables that are
// one slip of the pen away from it, where the sentence speaks of the cell's row. BS_E_MEMORY.
BS_CHECKED bs_status bs_restate__check_tables(bs_relations *set, bs_error *err);

#endif
