// SPDX-License-Identifier: GPL-3.0-or-later
//
// bound: what a share, a rate of change and a count can be at all.
#include <math.h>

#include "engine/analyze/check_internal.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"

static bs_status push_bound(bs_relations *set, size_t figure, bs_span bounds, const char *what,
                            bs_error *err)
{
    bs_relation *relation = bs_relation_push(set, "bound", BS_FORM_WITHIN, 1);
    if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    relation->scope = BS_SCOPE_CERTAIN;
    relation->terms[0] = figure;
    relation->bounds = bounds;
    relation->what = what;
    return BS_OK;
}

static bool is_share(const bs_view *view, const bs_figure *figure)
{
    const bs_quantity *quantity = figure->quantity;
    if (!bs_str_equal(quantity->unit, BS_STR("%"))) return false;
    if (quantity->role == BS_ROLE_SHARE) return true;
    return figure->series != SIZE_MAX && quantity->role != BS_ROLE_GROWTH &&
           view->reading->series.items[figure->series].measure == BS_MEASURE_SHARE;
}

static bs_status check_figure(bs_relations *set, size_t index, bs_error *err)
{
    const bs_figure *figure = &set->view->figures.items[index];
    const bs_quantity *quantity = figure->quantity;
    if (!quantity->valued || quantity->kind == BS_KIND_RANGE) return BS_OK;
    if (is_share(set->view, figure) && (figure->value > 100 || figure->value < 0))
        return push_bound(set, index, (bs_span){0, 100}, "a share in %", err);
    bool rate = quantity->role == BS_ROLE_GROWTH && bs_str_equal(quantity->unit, BS_STR("%"));
    if (rate && figure->value < -100)
        return push_bound(set, index, (bs_span){-100, INFINITY}, "a rate of change in %", err);
    return BS_OK;
}

bs_status bs_collect__bound(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i < set->view->figures.count; i++)
        BS_TRY(check_figure(set, i, err));
    return BS_OK;
}

BS_RELATION_RUN(bs_check_bound, "bound")
