// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_share_planned.h"

#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_plan.h"
#include "engine/analyze/relation_prose.h"

// The plan is named, and the number in front of it in its sentence is what was reached; or the
// percentage is of a part that is not printed.
static const double DOUBT_REACHED = 2e-3;
// A stated percentage that is so many times too large or small is of another number.
static const double RATIO_FAR = 3;

// The level of the unit in front of the plan, with no percentage between. BS_NO_FIGURE.
static size_t reached_before(const bs_view *view, size_t plan)
{
    const bs_figure *figures = view->figures.items;
    const bs_sentence *sentence = bs_view_sentence(view, plan);
    for (size_t i = plan; i-- > sentence->first;) {
        const bs_figure *figure = &figures[i];
        if (figure->quantity->kind == BS_KIND_YEAR || figure->quantity->kind == BS_KIND_DATE)
            continue;
        bool fits = bs_figure_is_level(figure) && bs_figure_same_unit(figure, &figures[plan]) &&
                    figure->value > 0 && !bs_plan_is(view, i) && !bs_earlier_is(view, i);
        return fits ? i : BS_NO_FIGURE;
    }
    return BS_NO_FIGURE;
}

static bool is_far(const bs_figure *share, const bs_figure *reached, const bs_figure *plan)
{
    double ratio = 100 * reached->value / plan->value / share->value;
    return !(ratio < RATIO_FAR && ratio > 1 / RATIO_FAR);
}

static bs_status check_plan(bs_relations *set, size_t plan, bs_error *err)
{
    const bs_view *view = set->view;
    const bs_figure *figures = view->figures.items;
    if (!bs_plan_is(view, plan) || !bs_plan_is_held(view, plan)) return BS_OK;
    size_t share = plan + 1, reached = reached_before(view, plan);
    if (reached == BS_NO_FIGURE || !figures[share].quantity->valued ||
        is_far(&figures[share], &figures[reached], &figures[plan]))
        return BS_OK;
    return bs_relation_add(set,
                           &(bs_relation_spec){.code = "share",
                                               .form = BS_FORM_QUOTIENT,
                                               .scope = BS_SCOPE_LIKELY,
                                               .doubt = DOUBT_REACHED,
                                               .terms = {share, reached, plan},
                                               .term_count = 3,
                                               .factor = 100,
                                               .what = "what was reached of the plan"},
                           err);
}

bs_status bs_share__collect_planned(bs_relations *set, bs_error *err)
{
    const bs_view *view = set->view;
    for (size_t i = 0; i < view->reading->quantities.count; i++) {
        const bs_figure *figure = &view->figures.items[i];
        if (figure->sentence != SIZE_MAX && bs_figure_is_level(figure) && figure->value > 0)
            BS_TRY(check_plan(set, i, err));
    }
    return BS_OK;
}
