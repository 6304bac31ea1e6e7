// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_convert_stated.h"

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"

enum { BETWEEN_BYTES_MAX = 16, FIGURES_BACK = 40, BLOCKS_BACK = 4 };

// The amount is the nearest one in front of the rate, or one of the same name.
static const double DOUBT_NEAR = 5e-3;
static const double DOUBT_NAMED = 2e-3;
static const double LIKENESS_MIN = 0.8;

typedef struct stated {
    bs_relations *set;
    size_t one;  // "1 dollar"
    size_t rate; // what it costs
} stated;

static const bs_figure *figure_at(const stated *s, size_t index)
{
    return &s->set->view->figures.items[index];
}

static bool is_money(const bs_figure *figure)
{
    return figure->quantity->kind == BS_KIND_CURRENCY && figure->quantity->valued &&
           figure->quantity->unit.len > 0 && figure->value > 0;
}

static bool is_rate(const stated *s)
{
    const bs_figure *one = figure_at(s, s->one), *rate = figure_at(s, s->rate);
    if (one->sentence == SIZE_MAX || one->sentence != rate->sentence || !is_money(one) ||
        !is_money(rate) || one->value != 1 || one->last_place != 1 ||
        bs_str_equal(one->quantity->unit, rate->quantity->unit))
        return false;
    bs_str between = bs_view_between(s->set->view, s->one, s->rate);
    return between.len <= BETWEEN_BYTES_MAX && bs_str_find(between, BS_STR(","), 0) == SIZE_MAX;
}

static bool is_amount_in(const stated *s, size_t index, size_t like)
{
    const bs_figure *figure = figure_at(s, index);
    bool amount = bs_figure_is_level(figure) || figure->quantity->role == BS_ROLE_CONVERSION;
    return index != s->one && index != s->rate && is_money(figure) && amount &&
           figure->sentence != SIZE_MAX &&
           bs_str_equal(figure->quantity->unit, figure_at(s, like)->quantity->unit);
}

// The nearest amount in the first money in front of the rate in its sentence.
static size_t amount_in_front(const stated *s)
{
    const bs_sentence *sentence = bs_view_sentence(s->set->view, s->one);
    size_t found = BS_NO_FIGURE;
    for (size_t i = sentence->first; i < s->one; i++) {
        if (is_amount_in(s, i, s->one)) found = i;
    }
    return found;
}

// An amount in the first money, in the paragraphs before, that is called as the converted one.
static size_t amount_of_name(const stated *s, size_t converted)
{
    const bs_quantity *own = figure_at(s, converted)->quantity;
    if (own->indicator.len == 0) return BS_NO_FIGURE;
    for (size_t i = s->one; i-- > 0 && s->one - i <= FIGURES_BACK;) {
        const bs_quantity *other = figure_at(s, i)->quantity;
        if (own->origin.block - other->origin.block > BLOCKS_BACK) break;
        if (is_amount_in(s, i, s->one) &&
            bs_figure_same_period(figure_at(s, i), figure_at(s, converted)) &&
            bs_name_likeness(own->indicator, other->indicator) >= LIKENESS_MIN)
            return i;
    }
    return BS_NO_FIGURE;
}

// "약 926억 원" is worked out from the rate that stands beside it: to the last digit.
static bs_status add(const stated *s, size_t converted, size_t amount, double doubt, bs_error *err)
{
    bs_relation *relation = bs_relation_push(s->set, "convert", BS_FORM_QUOTIENT, 3);
    if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    relation->scope = BS_SCOPE_LIKELY;
    relation->doubt = doubt;
    relation->plain = true;
    relation->factor = 1;
    relation->what = "the rate that the two amounts give";
    relation->terms[0] = s->rate;
    relation->terms[1] = converted;
    relation->terms[2] = amount;
    return BS_OK;
}

static bs_status check_rate(const stated *s, bs_error *err)
{
    const bs_sentence *sentence = bs_view_sentence(s->set->view, s->one);
    size_t front = amount_in_front(s);
    for (size_t i = s->rate + 1; i < sentence->first + sentence->count; i++) {
        if (!is_amount_in(s, i, s->rate)) continue;
        size_t named = front == BS_NO_FIGURE ? amount_of_name(s, i) : BS_NO_FIGURE;
        if (front != BS_NO_FIGURE) return add(s, i, front, DOUBT_NEAR, err);
        if (named != BS_NO_FIGURE) BS_TRY(add(s, i, named, DOUBT_NAMED, err));
    }
    return BS_OK;
}

bs_status bs_convert__collect_stated(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i + 1 < set->view->reading->quantities.count; i++) {
        stated s = {set, i, i + 1};
        if (is_rate(&s)) BS_TRY(check_rate(&s, err));
    }
    return BS_OK;
}
