// SPDX-License-Identifier: GPL-3.0-or-later
//
// growth-mix: a whole cannot grow faster than all of its parts, nor slower than all of them.
#include <math.h>

#include "engine/analyze/check_internal.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"

static bool is_percent_rate(const bs_relations *set, size_t figure)
{
    if (figure == BS_NO_FIGURE) return false;
    const bs_quantity *quantity = set->view->figures.items[figure].quantity;
    return quantity->valued && bs_str_equal(quantity->unit, BS_STR("%")) &&
           quantity->kind != BS_KIND_RANGE;
}

// Growth in real terms, not said to be so, need not be the mean of the parts weighted by what they
// are worth now; but it still lies between them.
static const double DOUBT_INSIDE = 0.05;
// Prices of the parts seldom drift apart by more than this, in percentage points of the whole.
static const double REAL_GAP_MAX = 1.5;
static const double DOUBT_FAR = 2e-3;

static bool lies_between(const bs_relations *set, const bs_family *family, size_t stated)
{
    const bs_figure *figures = set->view->figures.items;
    double low = INFINITY;
    double high = -INFINITY;
    for (size_t i = 0; i < family->part_count; i++) {
        bs_span span = figures[figures[family->parts[i]].growth].wide;
        low = fmin(low, span.low);
        high = fmax(high, span.high);
    }
    return bs_span_meets(figures[stated].wide, (bs_span){low, high});
}

// "令和元年度比12.0％減", "2019년 대비 12% 감소", "12% below 2019": growth since a printed year
// that is not the one before.
static bool is_since_other_year(const bs_relations *set, size_t growth)
{
    static const char *const behind_year[] = {"比",     "대비", "보다", "に比べ",
                                              "と比べ", "より", NULL};
    static const char *const before_year[] = {"on",      "from",          "over",  "above", "below",
                                              "than in", "compared with", "since", NULL};
    const bs_sentence *sentence = bs_view_sentence(set->view, growth);
    const bs_figure *figures = set->view->figures.items;
    int year = bs_period_year_of(figures[growth].quantity->period);
    for (size_t side = 0; sentence != NULL && side < 2; side++) {
        size_t other = side == 0 ? growth - 1 : growth + 1;
        if (other < sentence->first || other >= sentence->first + sentence->count) continue;
        const bs_quantity *time = figures[other].quantity;
        bs_str words = bs_str_trim(side == 0 ? bs_view_between(set->view, other, growth)
                                             : bs_view_between(set->view, growth, other));
        if (time->kind == BS_KIND_YEAR && bs_period_year_of(time->period) + 1 < year &&
            bs_any_is(words, side == 0 ? behind_year : before_year))
            return true;
    }
    return false;
}

// A whole and its exhaustive parts, each with its own growth on one and the same basis.
static bs_status push_mix(bs_relations *set, const bs_family *family, bs_error *err)
{
    const bs_figure *figures = set->view->figures.items;
    size_t n = family->part_count;
    size_t stated = figures[family->whole].growth;
    if (!is_percent_rate(set, stated)) return BS_OK;
    bs_basis basis = figures[stated].quantity->basis;
    bool since = is_since_other_year(set, stated);
    for (size_t i = 0; i < n; i++) {
        size_t growth = figures[family->parts[i]].growth;
        if (!is_percent_rate(set, growth)) return BS_OK;
        bs_basis own = figures[growth].quantity->basis;
        if (own != basis && own != BS_BASIS_NONE && basis != BS_BASIS_NONE) return BS_OK;
        if (is_since_other_year(set, growth) != since) return BS_OK;
    }
    bs_relation *relation = bs_relation_push(set, "growth-mix", BS_FORM_MIX, 2 * n + 2);
    if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    bool inside = lies_between(set, family, stated);
    relation->scope = inside ? BS_SCOPE_LIKELY : BS_SCOPE_CERTAIN;
    relation->terms[0] = stated;
    relation->terms[1] = family->whole;
    for (size_t i = 0; i < n; i++) {
        relation->terms[2 + i] = family->parts[i];
        relation->terms[2 + n + i] = figures[family->parts[i]].growth;
    }
    bs_span implied = bs_relation_expect(set->view, relation, BS_ROUNDED);
    bool near = fabs(bs_span_middle(implied) - figures[stated].value) <= REAL_GAP_MAX;
    relation->doubt = !inside ? 0 : near ? DOUBT_INSIDE : DOUBT_FAR;
    return BS_OK;
}

static bool is_excused(const bs_relations *set, const bs_family *family)
{
    const bs_sentence *sentence = bs_view_sentence(set->view, family->whole);
    return sentence != NULL && bs_cue_in(BS_CUE_REBASED, sentence->text);
}

bs_status bs_collect__growth_mix(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i < set->families.count; i++) {
        const bs_family *family = &set->families.items[i];
        if (!family->exhaustive || is_excused(set, family)) continue;
        BS_TRY(push_mix(set, family, err));
    }
    return BS_OK;
}

BS_RELATION_RUN(bs_check_growth_mix, "growth-mix")
