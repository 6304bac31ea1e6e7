// SPDX-License-Identifier: GPL-3.0-or-later
// relation_levels.h: the two levels that a rate of change, or a change, in running text compares.
#ifndef BS_ANALYZE_RELATION_LEVELS_H
#define BS_ANALYZE_RELATION_LEVELS_H

#include "engine/analyze/relation_view.h"

typedef struct bs_levels {
    size_t later;
    size_t earlier;
    bool near; // both stand in the sentence of the rate, one beside the other
} bs_levels;

// Finds them by words ("a year earlier", 전년, "from ... to") and by periods a year apart, in the
// sentence of figure `rate`; the later level may stand in one of the two sentences before, under
// the name that this sentence begins with. False when the text does not say which level is the
// earlier one. `rate` must stand in running text.
bool bs_levels_find(const bs_view *view, size_t rate, bs_levels *out);

// The earlier level that one of the next two sentences of its passage tells, under the name of the
// level of running text: its period, or words at the head of that sentence, call it the earlier
// one. BS_NO_FIGURE for none.
size_t bs_levels_told_behind(const bs_view *view, size_t level, bs_basis basis);

#endif
