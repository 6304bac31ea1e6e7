// SPDX-License-Identifier: GPL-3.0-or-later
// relation_levels_internal.h: what the files that find the two levels of a rate share.
#ifndef BS_ANALYZE_RELATION_LEVELS_INTERNAL_H
#define BS_ANALYZE_RELATION_LEVELS_INTERNAL_H

#include "engine/analyze/relation_view.h"

typedef struct bs_levels__finder {
    const bs_view *view;
    const bs_sentence *sentence; // of the rate
    size_t rate;
} bs_levels__finder;

static inline const bs_figure *bs_levels__figure(const bs_levels__finder *f, size_t index)
{
    return &f->view->figures.items[index];
}

// Whether the rate may be one of this figure: percentage points of a rate or share, percent and
// amounts of a level. (relation_levels.c)
bool bs_levels__may_be_level(const bs_levels__finder *f, size_t index);
// The sentence turns to something else between two figures. (relation_levels.c)
bool bs_levels__turns_between(const bs_levels__finder *f, size_t a, size_t b);
// Behind the clause of the rate stands another topic. (relation_levels.c)
bool bs_levels__changes_topic(const bs_levels__finder *f, size_t index);

// The later level, given the earlier one; BS_NO_FIGURE. (relation_levels_later.c)
size_t bs_levels__later_by_name(const bs_levels__finder *f, size_t earlier);
size_t bs_levels__later_by_silence(const bs_levels__finder *f, size_t earlier);
size_t bs_levels__later_behind(const bs_levels__finder *f, size_t earlier);
size_t bs_levels__later_described(const bs_levels__finder *f, size_t earlier);
size_t bs_levels__later_reached(const bs_levels__finder *f, size_t earlier);
size_t bs_levels__later_over_rates(const bs_levels__finder *f, size_t earlier);

#endif
