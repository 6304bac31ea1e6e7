// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_sum_time.h"

#include "engine/analyze/relation_internal.h"
#include "engine/analyze/relation_levels.h"
#include "engine/analyze/relation_prose.h"

enum { PARTS_MAX = 12, FIGURES_AROUND = 60, WHOLES_MAX = 16, NAME_BYTES_MIN = 5 };

// Chance that the number for the whole time is of something else than those for its parts: in one
// sentence, and elsewhere.
static const double DOUBT_NEAR = 3e-3;
static const double DOUBT_FAR = 0.05;
// The same where the sentence of the parts has the name of the whole.
static const double DOUBT_NAMED = 3e-3;
static const double RATIO_MAX = 12;

typedef struct adder {
    bs_relations *set;
    bs_mender mender;
    bs_mend_array mends;
    size_t parts[PARTS_MAX];
    size_t count;
} adder;

static const bs_figure *figure_at(const adder *a, size_t index)
{
    return &a->set->view->figures.items[index];
}

static bool is_dated_level(const adder *a, size_t index)
{
    const bs_figure *figure = figure_at(a, index);
    return bs_figure_is_level(figure) && figure->quantity->unit.ptr[0] != '%' &&
           figure->value > 0 && !bs_period_is_none(figure->quantity->period);
}

// Periods of one length, one behind the other.
static bool follows(bs_period before, bs_period after)
{
    return before.frequency == after.frequency && after.first == before.last + 1 &&
           after.last - after.first == before.last - before.first;
}

// The next run of at least two parts in the sentence, from figure *at.
static bool next_run(adder *a, const bs_sentence *sentence, size_t *at)
{
    size_t end = sentence->first + sentence->count;
    a->count = 0;
    for (; *at < end && a->count < PARTS_MAX; ++*at) {
        if (!is_dated_level(a, *at)) continue;
        const bs_figure *own = figure_at(a, *at);
        if (a->count > 0) {
            const bs_figure *last = figure_at(a, a->parts[a->count - 1]);
            if (!bs_figure_same_unit(last, own)) continue;
            if (!follows(last->quantity->period, own->quantity->period)) {
                if (a->count > 1) break;
                a->count = 0;
            }
        }
        a->parts[a->count++] = *at;
    }
    return a->count > 1;
}

static bool is_part(const adder *a, size_t index)
{
    for (size_t i = 0; i < a->count; i++) {
        if (a->parts[i] == index) return true;
    }
    return false;
}

// The first `count` parts fill the period of the whole.
static size_t filling(const adder *a, bs_period whole)
{
    bs_date end = bs_period_end(whole), start = bs_period_start(whole);
    bs_date first = bs_period_start(figure_at(a, a->parts[0])->quantity->period);
    if (memcmp(&first, &start, sizeof start) != 0) return 0;
    for (size_t i = 1; i < a->count; i++) {
        bs_date own = bs_period_end(figure_at(a, a->parts[i])->quantity->period);
        if (memcmp(&own, &end, sizeof end) == 0) return i + 1;
    }
    return 0;
}

static bool fill_a_year(const adder *a)
{
    bs_period first = figure_at(a, a->parts[0])->quantity->period;
    bs_period last = figure_at(a, a->parts[a->count - 1])->quantity->period;
    return bs_period_year_of(first) == bs_period_year_of(last) &&
           (int)a->count == bs_frequency_per_year(first.frequency);
}

static bs_relation relation_of(const adder *a, size_t whole, size_t count, size_t *terms)
{
    terms[0] = whole;
    memcpy(terms + 1, a->parts, count * sizeof *terms);
    return (bs_relation){.form = BS_FORM_SUM, .terms = terms, .term_count = count + 1, .factor = 1};
}

static bs_status push(adder *a, size_t whole, size_t count, double doubt, bs_error *err)
{
    bs_relation *relation = bs_relation_push(a->set, "sum", BS_FORM_SUM, count + 1);
    if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    relation->terms[0] = whole;
    memcpy(relation->terms + 1, a->parts, count * sizeof *a->parts);
    relation->scope = BS_SCOPE_LIKELY;
    relation->doubt = doubt;
    relation->what = "the sum of its parts";
    return BS_OK;
}

// Whether one slip of the pen in one of the numbers makes the sum fit.
static bs_status is_one_slip_off(adder *a, const bs_relation *relation, bool *out, bs_error *err)
{
    *out = false;
    for (size_t i = 0; i < relation->term_count; i++) {
        a->mends.count = 0;
        BS_TRY(bs_mend__list(&a->mends, &a->mender, relation->terms[i], err));
        for (size_t m = 0; m < a->mends.count && !*out; m++) {
            bs_change change = bs_relation_change(a->set->view, relation, relation->terms[i],
                                                  a->mends.items[m].value, BS_ROUNDED);
            *out = bs_relation_holds_with(a->set->view, relation, change);
        }
    }
    return BS_OK;
}

// "매출은 3조 2천억 원", "분기별 매출을 보면 1분기 …".
static double doubt_of(const adder *a, size_t whole)
{
    bs_str name = figure_at(a, whole)->quantity->indicator;
    bs_str words = bs_view_between(a->set->view, BS_NO_FIGURE, a->parts[0]);
    bool named = name.len >= NAME_BYTES_MIN && bs_str_find(words, name, 0) != SIZE_MAX;
    return named ? DOUBT_NAMED : DOUBT_FAR;
}

// "1분기 …, 2분기 …, 3분기 …, 4분기 …": the whole of a full year may stand anywhere near, under
// another year where that was carried over: it is the number that fits, or the one that a slip of
// the pen away does.
static bs_status search_year(adder *a, bs_error *err)
{
    size_t total = a->set->view->reading->quantities.count, terms[PARTS_MAX + 1];
    size_t first = a->parts[0] > FIGURES_AROUND ? a->parts[0] - FIGURES_AROUND : 0;
    size_t chosen = BS_NO_FIGURE, tried = 0;
    for (size_t i = first; i < total && i < a->parts[0] + FIGURES_AROUND; i++) {
        const bs_figure *whole = figure_at(a, i);
        if (is_part(a, i) || !bs_figure_is_level(whole) ||
            !bs_figure_same_unit(whole, figure_at(a, a->parts[0])) ||
            whole->value < figure_at(a, a->parts[0])->value ||
            whole->value > RATIO_MAX * figure_at(a, a->parts[0])->value)
            continue;
        bs_relation relation = relation_of(a, i, a->count, terms);
        if (bs_relation_holds(a->set->view, &relation))
            return push(a, i, a->count, doubt_of(a, i), err);
        bool slip = false;
        if (tried++ < WHOLES_MAX) BS_TRY(is_one_slip_off(a, &relation, &slip, err));
        bool other =
            chosen != BS_NO_FIGURE && figure_at(a, chosen)->value != figure_at(a, i)->value;
        if (slip && other) return BS_OK;
        if (slip) chosen = i;
    }
    if (chosen == BS_NO_FIGURE) return BS_OK;
    return push(a, chosen, a->count, doubt_of(a, chosen), err);
}

static bs_status check_run(adder *a, const bs_sentence *sentence, bs_error *err)
{
    size_t end = sentence->first + sentence->count;
    bool found = false;
    for (size_t i = sentence->first; i < end; i++) {
        if (is_part(a, i) || !is_dated_level(a, i) ||
            !bs_figure_same_unit(figure_at(a, i), figure_at(a, a->parts[0])))
            continue;
        size_t count = filling(a, figure_at(a, i)->quantity->period);
        if (count < 2) continue;
        found = found || count == a->count;
        BS_TRY(push(a, i, count, DOUBT_NEAR, err));
    }
    return !found && fill_a_year(a) ? search_year(a, err) : BS_OK;
}

bs_status bs_sum__collect_times(bs_relations *set, bs_error *err)
{
    adder a = {.set = set};
    BS_TRY(bs_mender__init(&a.mender, set->arena, set->view, BS_PROFILE_ANY, err));
    for (size_t i = 0; i < set->view->sentences.count; i++) {
        const bs_sentence *sentence = &set->view->sentences.items[i];
        size_t at = sentence->first;
        while (sentence->count >= 2 && next_run(&a, sentence, &at))
            BS_TRY(check_run(&a, sentence, err));
    }
    return BS_OK;
}
