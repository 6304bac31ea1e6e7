// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_adjusted.h"

#include <math.h>
#include <string.h>

// One of the last digit and its rounding, and what doubles lose.
static const double PLACES_MAX = 1.500001;
static const double EXACT_PLACES = 1e-3;
enum { PARTS_MIN = 2 };

static const bs_figure *stated_of(const bs_relations *set, const bs_relation *relation)
{
    return &set->view->figures.items[relation->terms[0]];
}

// Per cent, or a member of a proportion: 5.8:40.5:53.7.
static bool may_be_share(const bs_figure *figure)
{
    return bs_str_equal(figure->quantity->unit, BS_STR("%")) ||
           bs_str_equal(figure->quantity->unit, BS_STR("1"));
}

// A sum of shares that holds as printed, without a thought of rounding.
static bool is_exact_sum(const bs_relations *set, const bs_relation *relation)
{
    if (relation->form != BS_FORM_SUM || relation->term_count <= PARTS_MIN) return false;
    const bs_figure *figures = set->view->figures.items;
    double gap = relation->offset - stated_of(set, relation)->value;
    for (size_t i = 1; i < relation->term_count; i++) {
        double sign = relation->signs != NULL ? relation->signs[i] : 1;
        gap += sign * figures[relation->terms[i]].value;
    }
    return may_be_share(stated_of(set, relation)) &&
           fabs(gap) <= EXACT_PLACES * stated_of(set, relation)->last_place;
}

static bool is_moved(const bs_relations *set, const bs_relation *relation)
{
    if (strcmp(relation->code, "share") != 0 || relation->form != BS_FORM_QUOTIENT ||
        bs_relation_holds(set->view, relation))
        return false;
    const bs_figure *stated = stated_of(set, relation);
    double expected = bs_span_middle(bs_relation_expect(set->view, relation, BS_ROUNDED));
    return fabs(expected - stated->value) <= PLACES_MAX * stated->last_place;
}

bs_status bs_adjusted_drop(bs_relations *set, bs_error *err)
{
    bool *summed = BS_NEW_ARRAY(set->arena, bool, set->view->figures.count);
    if (summed == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = 0; i < set->items.count; i++) {
        const bs_relation *relation = &set->items.items[i];
        if (!is_exact_sum(set, relation)) continue;
        for (size_t k = 0; k < relation->term_count; k++)
            summed[relation->terms[k]] = true;
    }
    size_t kept = 0;
    for (size_t i = 0; i < set->items.count; i++) {
        const bs_relation *relation = &set->items.items[i];
        bool drop = summed[relation->terms[0]] && is_moved(set, relation);
        if (!drop) set->items.items[kept++] = *relation;
    }
    set->items.count = kept;
    return BS_OK;
}
