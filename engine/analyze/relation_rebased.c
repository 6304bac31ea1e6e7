// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_rebased.h"

#include <math.h>
#include <string.h>

#include "engine/analyze/relation_cue.h"

// How many points prices move by in a year of any that such tables are of; what is further away is
// no matter of prices.
static const double GAP_MAX = 8;

static bool is_rebased(const bs_quantity *quantity)
{
    bs_str names[] = {quantity->indicator, quantity->subject};
    bool real = false, nominal = false, told = false;
    for (size_t i = 0; i < BS_COUNT(names); i++) {
        real = real || bs_cue_in(BS_CUE_REAL, names[i]);
        nominal = nominal || bs_cue_in(BS_CUE_NOMINAL, names[i]);
        told = told || bs_cue_in(BS_CUE_REBASED, names[i]);
    }
    return told || (real && !nominal);
}

static bool is_other_basis(const bs_view *view, const bs_relation *relation)
{
    if (strcmp(relation->code, "growth") != 0 || bs_relation_holds(view, relation)) return false;
    bool rebased = false;
    for (size_t i = 0; i < relation->term_count && !rebased; i++)
        rebased = is_rebased(view->figures.items[relation->terms[i]].quantity);
    if (!rebased) return false;
    bs_span expected = bs_relation_expect(view, relation, BS_ROUNDED);
    double stated = view->figures.items[relation->terms[0]].value;
    return fabs(bs_span_middle(expected) - stated) <= GAP_MAX;
}

void bs_rebased_drop(bs_relations *set)
{
    size_t kept = 0;
    for (size_t i = 0; i < set->items.count; i++) {
        if (!is_other_basis(set->view, &set->items.items[i]))
            set->items.items[kept++] = set->items.items[i];
    }
    set->items.count = kept;
}
