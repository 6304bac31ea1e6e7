// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_growth_times.h"

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_levels.h"
#include "engine/analyze/relation_prose.h"

enum { BEHIND_BYTES = 24 };

// Words name both levels, but the multiple may be that of another pair.
static const double DOUBT_NAMED = 2e-3;
static const double DOUBT_FAR = 0.05;

// "24 times" may be how often something was done.
static bool is_multiple(const bs_view *view, size_t index)
{
    static const char *const as[] = {"as many",    "as much",    "as high", "as large", "the level",
                                     "the amount", "the number", "more",    NULL};
    const bs_figure *figure = &view->figures.items[index];
    const bs_quantity *quantity = figure->quantity;
    if (!quantity->valued || figure->sentence == SIZE_MAX || figure->value <= 0 ||
        !(quantity->role == BS_ROLE_CHANGE || quantity->role == BS_ROLE_LEVEL))
        return false;
    if (!bs_figure_is_multiple(figure)) return false;
    if (!bs_str_equal(quantity->unit, BS_STR("count:times"))) return true;
    return quantity->role == BS_ROLE_CHANGE || bs_str_ends(quantity->text, BS_STR("fold")) ||
           bs_any_starts(bs_str_trim(bs_view_behind(view, index, BEHIND_BYTES)), as);
}

// "EPS分别为0.50元、0.60元，对应PE为18倍": a multiple with a name of its own that neither level has.
static bool is_of_another(const bs_view *view, size_t index, const bs_levels *pair)
{
    bs_str name = view->figures.items[index].quantity->indicator;
    return name.len > 0 &&
           !bs_str_equal(name, view->figures.items[pair->later].quantity->indicator) &&
           !bs_str_equal(name, view->figures.items[pair->earlier].quantity->indicator);
}

// "增长1.5倍": what has come on top of the earlier level, in Chinese; elsewhere such words are used
// for either.
static bool may_come_on_top(const bs_figure *figure)
{
    return figure->quantity->role == BS_ROLE_CHANGE;
}

static bs_status add(bs_relations *set, size_t multiple, const bs_levels *pair, double offset,
                     bs_error *err)
{
    return bs_relation_add(set,
                           &(bs_relation_spec){.code = "growth",
                                               .form = BS_FORM_QUOTIENT,
                                               .scope = BS_SCOPE_LIKELY,
                                               .doubt = pair->near ? DOUBT_NAMED : DOUBT_FAR,
                                               .terms = {multiple, pair->later, pair->earlier},
                                               .term_count = 3,
                                               .offset = offset,
                                               .what = "the later level over the earlier one"},
                           err);
}

bs_status bs_growth_times_collect(bs_relations *set, bs_error *err)
{
    const bs_view *view = set->view;
    for (size_t i = 0; i < view->reading->quantities.count; i++) {
        bs_levels pair;
        if (!is_multiple(view, i) || !bs_levels_find(view, i, &pair)) continue;
        if (is_of_another(view, i, &pair)) continue;
        size_t terms[] = {i, pair.later, pair.earlier};
        bs_relation on_top = {
            .form = BS_FORM_QUOTIENT, .terms = terms, .term_count = 3, .factor = 1, .offset = -1};
        bool added = may_come_on_top(&view->figures.items[i]) && bs_relation_holds(view, &on_top);
        BS_TRY(add(set, i, &pair, added ? -1 : 0, err));
    }
    return BS_OK;
}
