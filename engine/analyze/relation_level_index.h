// SPDX-License-Identifier: GPL-3.0-or-later
// relation_level_index.h: the levels of a document by unit, period and value.
#ifndef BS_ANALYZE_RELATION_LEVEL_INDEX_H
#define BS_ANALYZE_RELATION_LEVEL_INDEX_H

#include "engine/analyze/relation_view.h"

typedef struct bs_level_index {
    const bs_view *view;
    size_t *figures;
    size_t count;
} bs_level_index;

// The index lives in the arena; n log n in the figures. BS_E_MEMORY.
BS_CHECKED bs_status bs_level_index_init(bs_level_index *out, bs_arena *arena, const bs_view *view,
                                         bs_error *err);

// First entry that is not before a level of the unit and period of `like` with this value; the
// count of the index when there is none.
size_t bs_level_index_first(const bs_level_index *index, const bs_figure *like, double value);

#endif
