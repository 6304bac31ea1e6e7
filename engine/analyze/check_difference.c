// SPDX-License-Identifier: GPL-3.0-or-later
//
// difference: balances, increases and gaps in percentage points.
#include "engine/analyze/check_internal.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_law.h"
#include "engine/analyze/relation_prose.h"

// A change of a share is in points, a change of an amount in its own unit.
static bool measures_change_of(const bs_figure *change, const bs_figure *level)
{
    if (bs_str_equal(change->quantity->unit, BS_STR("%p")))
        return bs_str_equal(level->quantity->unit, BS_STR("%"));
    return bs_figure_same_unit(change, level);
}

static bool is_rate_or_level(const bs_figure *figure)
{
    bs_role role = figure->quantity->role;
    return figure->quantity->valued && figure->quantity->kind != BS_KIND_RANGE &&
           (role == BS_ROLE_LEVEL || role == BS_ROLE_SHARE || role == BS_ROLE_GROWTH);
}

// level = earlier + change, the earlier level being that of the period before in the same sentence.
static bs_status check_change(bs_relations *set, size_t index, bs_error *err)
{
    const bs_view *view = set->view;
    const bs_figure *change = &view->figures.items[index];
    const bs_figure *level = &view->figures.items[change->of];
    const bs_sentence *sentence = bs_view_sentence(view, index);
    bs_period before = bs_figure_period_before(level, change->quantity->basis);
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        const bs_figure *earlier = &view->figures.items[i];
        if (i == change->of || i == index || !is_rate_or_level(earlier) ||
            earlier->quantity->role != level->quantity->role ||
            !bs_figure_same_unit(earlier, level))
            continue;
        bool dated =
            !bs_period_is_none(before) && bs_period_equal(earlier->quantity->period, before);
        return bs_relation_add(set,
                               &(bs_relation_spec){
                                   .code = "difference",
                                   .form = BS_FORM_SUM,
                                   .scope = dated ? BS_SCOPE_CERTAIN : BS_SCOPE_HINT,
                                   .terms = {change->of, i, index},
                                   .term_count = 3,
                                   .what = "the earlier value plus the change",
                               },
                               err);
    }
    return BS_OK;
}

bs_status bs_collect__difference(bs_relations *set, bs_error *err)
{
    const bs_figure *figures = set->view->figures.items;
    for (size_t i = 0; i < set->view->reading->quantities.count; i++) {
        const bs_figure *change = &figures[i];
        if (change->quantity->role != BS_ROLE_CHANGE || change->of == BS_NO_FIGURE) continue;
        if (!change->quantity->valued || change->sentence == SIZE_MAX) continue;
        if (!is_rate_or_level(&figures[change->of]) ||
            !measures_change_of(change, &figures[change->of]))
            continue;
        BS_TRY(check_change(set, i, err));
    }
    return bs_law_collect(set, BS_LAW_DIFFERENCE, err);
}

BS_RELATION_RUN(bs_check_difference, "difference")
