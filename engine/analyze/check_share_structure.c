// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_share_structure.h"

#include <math.h>

#include "engine/analyze/check_identity.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"

enum { MEMBERS_MIN = 3, MEMBERS_MAX = 8, FIGURES_BACK = 24 };

// It is called so, but may be one of other numbers.
static const double DOUBT = 2e-3;
// The numbers that it is the structure of are called so, but may be those of another time.
static const double DOUBT_PARTS = 1e-3;
// Members that are so far from 100 together are no shares.
static const double OFF_MAX = 30;

static bool is_joined(const bs_view *view, size_t index)
{
    static const char *const joints[] = {":", "：", "∶", "﹕", NULL};
    const bs_figure *self = &view->figures.items[index], *before = self - 1;
    return self->sentence == before->sentence && bs_figure_same_unit(self, before) &&
           bs_any_is(bs_str_trim(bs_view_between(view, index - 1, index)), joints);
}

// "结构", "구성비": what adds up to 100.
static bool is_called_shares(bs_str name)
{
    static const char words[] = "结构|結構|构成|構成|比重|占比|比例|구성|비중|비율|構成比|割合";
    return bs_str_has_any(name, words);
}

// Number of members of the proportion that begins with figure `index`; 0 for none.
static size_t members_from(const bs_view *view, size_t index)
{
    size_t end = view->reading->quantities.count, count = 1;
    const bs_figure *first = &view->figures.items[index];
    if (first->sentence == SIZE_MAX || !first->quantity->valued ||
        first->quantity->kind != BS_KIND_QUANTITY || !is_called_shares(first->quantity->indicator))
        return 0;
    while (index + count < end && count < MEMBERS_MAX && is_joined(view, index + count))
        count++;
    double sum = 0;
    for (size_t i = index; i < index + count; i++)
        sum += view->figures.items[i].value;
    return count >= MEMBERS_MIN && fabs(sum - 100) <= OFF_MAX ? count : 0;
}

static bs_status add(bs_relations *set, size_t index, size_t count, bs_error *err)
{
    bs_relation *relation = bs_relation_push(set, "share", BS_FORM_SUM, count);
    int8_t *signs = BS_NEW_ARRAY(set->arena, int8_t, count);
    if (relation == NULL || signs == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = 0; i < count; i++) {
        relation->terms[i] = index + i;
        signs[i] = i == 0 ? 1 : -1;
    }
    relation->signs = signs;
    relation->offset = 100;
    relation->scope = BS_SCOPE_LIKELY;
    relation->doubt = DOUBT;
    relation->what = "what the other shares leave of 100";
    return BS_OK;
}

// The last level in front of the proportion, in its paragraph, that is called by the concept.
static size_t called_before(const bs_view *view, size_t index, bs_concept concept)
{
    const bs_figure *self = &view->figures.items[index];
    for (size_t i = index; i-- > 0 && index - i <= FIGURES_BACK;) {
        const bs_figure *figure = &view->figures.items[i];
        if (figure->quantity->origin.block != self->quantity->origin.block) break;
        if (figure->sentence != SIZE_MAX && bs_figure_is_level(figure) && figure->value > 0 &&
            bs_figure_same_period(figure, self) && bs_identity_concept(view, i) == concept)
            return i;
    }
    return BS_NO_FIGURE;
}

// "三次产业结构为8.0∶40.0∶52.0" behind the product and its three parts: the share of each.
static bs_status add_industries(bs_relations *set, size_t index, bs_error *err)
{
    static const bs_concept parts[] = {BS_CONCEPT_PRIMARY, BS_CONCEPT_SECONDARY,
                                       BS_CONCEPT_TERTIARY};
    const bs_view *view = set->view;
    size_t whole = called_before(view, index, BS_CONCEPT_PRODUCT);
    for (size_t k = 0; k < BS_COUNT(parts) && whole != BS_NO_FIGURE; k++) {
        size_t part = called_before(view, index, parts[k]);
        if (part == BS_NO_FIGURE ||
            !bs_figure_same_unit(&view->figures.items[part], &view->figures.items[whole]))
            continue;
        BS_TRY(bs_relation_add(set,
                               &(bs_relation_spec){.code = "share",
                                                   .form = BS_FORM_QUOTIENT,
                                                   .scope = BS_SCOPE_LIKELY,
                                                   .doubt = DOUBT_PARTS,
                                                   .terms = {index + k, part, whole},
                                                   .term_count = 3,
                                                   .factor = 100,
                                                   .what = "the share of the part in the whole"},
                               err));
    }
    return BS_OK;
}

bs_status bs_share__collect_structures(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i < set->view->reading->quantities.count; i++) {
        if (i > 0 && is_joined(set->view, i)) continue;
        size_t count = members_from(set->view, i);
        if (count == 0) continue;
        BS_TRY(add(set, i, count, err));
        bool industries =
            bs_str_has_any(set->view->figures.items[i].quantity->indicator, "产业|產業");
        if (count == 3 && industries) BS_TRY(add_industries(set, i, err));
    }
    return BS_OK;
}
