// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <stdlib.h>

#include "engine/analyze/channel.h"
#include "engine/analyze/relation_knot.h"
#include "engine/analyze/relation_peer.h"

// Prior chance that a figure has a slip, of any kind.
static const double SLIP_RATE = 0.01;
// A wrong value that is no slip of one digit, as a share of slips: of a number that is worked out
// from others, and of any other.
static const double OTHER_RATE = 0.02;
static const double OTHER_RATE_PLAIN = 0.005;
// A point that is not printed is seldom in the wrong place.
static const double POINT_UNSEEN = 0.1;
// Chance that a relation fails although nothing is wrong, by its scope.
static const double FALSE_SCOPE[] = {
    [BS_SCOPE_HINT] = 1, [BS_SCOPE_LIKELY] = 0.2, [BS_SCOPE_CERTAIN] = 1e-5};
static const double CONFIRM_BITS_CAP = 14;
// Values that might have been printed instead: at least so many, and for percentages, ten points.
static const double PLAUSIBLE_VALUES_MIN = 50;
static const double PERCENT_SPREAD = 10;
// Share of results that are cut off instead of rounded.
static const double CUT_OFF = 0.03;
// Most results are worked out from the numbers as printed, and few from longer ones.
static const double POINT_CHANCE = 0.7;
// Share of numbers called approximate that are, to the last printed place.
static const double VAGUE = 0.1;
// How much less a number is believed for every place after the point that it has more or fewer than
// most numbers of its unit around it.
static const double ODD_PLACE = 0.1;
// How much less another word is believed where only a bound speaks for it.
static const double WORD_OF_BOUND = 1e-4;
// How much less the whole is believed to be wrong when its part is larger.
static const double WHOLE_OF_PART = 0.05;
// How much less a wrong growth of a part is believed where that of the whole is out of range.
static const double ODD_WHOLE = 1e-3;

static double doubt_of(const bs_relation *relation)
{
    return relation->doubt > 0 ? relation->doubt : FALSE_SCOPE[relation->scope];
}

// Chance that a relation fails just so although nothing is wrong: its scope is, which leaves a gap
// of any size, and this one is met by accident only.
static double accident(const bs_explainer *e, const bs_relation *relation)
{
    double bits = bs_relation_bits(e->set->view, relation);
    return doubt_of(relation) * exp2(-fmin(bits, CONFIRM_BITS_CAP));
}

static bs_status no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

bool bs_relation__has_term(const bs_relation *relation, size_t figure)
{
    for (size_t i = 0; i < relation->term_count; i++) {
        if (relation->terms[i] == figure) return true;
    }
    return false;
}

// The growth of a whole is outside that of all its parts: the parts agree with one another, and
// hardly any wrong growth of a part could not be mended by some far-fetched digit.
static bool whole_is_odd(const bs_explainer *e, const bs_relation *relation)
{
    const bs_figure *figures = e->set->view->figures.items;
    size_t parts = (relation->term_count - 2) / 2;
    double low = INFINITY;
    double high = -INFINITY;
    for (size_t i = 2 + parts; i < relation->term_count; i++) {
        low = fmin(low, figures[relation->terms[i]].value);
        high = fmax(high, figures[relation->terms[i]].value);
    }
    double stated = figures[relation->terms[0]].value;
    return stated < low || stated > high;
}

// How much less a mend of another number than the stated one is believed.
static double other_term_weight(const bs_explainer *e, const bs_relation *relation, size_t figure)
{
    if (relation->terms[0] == figure) return 1;
    if (relation->form == BS_FORM_AT_MOST) return WHOLE_OF_PART;
    if (relation->form != BS_FORM_MIX) return 1;
    return whole_is_odd(e, relation) ? ODD_WHOLE : 1;
}

static bool is_equality(const bs_relation *relation)
{
    return relation->form == BS_FORM_SUM && relation->term_count == 2 && relation->signs == NULL;
}

// Whether the value is the other number to the coarser of the two last places: neighbours in the
// last digit could have come from one number, cut off here and rounded there, but that mends
// nothing.
static bool says_the_same(const bs_explainer *e, const bs_relation *relation, const bs_mend *mend)
{
    const bs_figure *figures = e->set->view->figures.items;
    size_t other = relation->terms[relation->terms[0] == mend->figure ? 1 : 0];
    double place = fmax(figures[other].last_place, figures[mend->figure].last_place);
    return fabs(bs_decimal_double(mend->value) - figures[other].value) < 0.51 * place;
}

// How many values might have been printed instead, if it was no slip of one digit. Growth rates and
// shares vary by some ten points, however small the printed one is.
static double plausible_values(const bs_figure *figure)
{
    double spread = fabs(figure->value);
    if (bs_str_starts(figure->quantity->unit, BS_STR("%"))) spread = fmax(spread, PERCENT_SPREAD);
    return fmax(spread / figure->last_place, PLAUSIBLE_VALUES_MIN);
}

// What a relation says of its stated number when a value is put in.
typedef struct outcome {
    double stated;    // as printed, or the value where it is the stated number
    double place;     // worth of its last printed place
    double slack;     // that its words allow either way: half a place, but for "about"
    double point;     // what the other numbers give, taken as printed
    bs_span expected; // what they give, within their rounding
} outcome;

static outcome outcome_of(const bs_explainer *e, const bs_relation *relation, const bs_mend *mend)
{
    const bs_view *view = e->set->view;
    const bs_figure *stated = &view->figures.items[relation->terms[0]];
    bs_qualifier qualifier = relation->plain ? BS_EXACT : stated->quantity->qualifier;
    bool is_stated = relation->terms[0] == mend->figure;
    double value = bs_decimal_double(mend->value);
    bs_decimal print = is_stated ? mend->value : stated->quantity->value;
    bs_change exact = {mend->figure, {value, value}, BS_ROUNDED};
    bs_change rounded = bs_relation_change(view, relation, mend->figure, mend->value, BS_ROUNDED);
    bs_relation as_printed = *relation;
    as_printed.exact = true;
    bs_span slack = bs_span_of(print, qualifier, BS_ROUNDED);
    return (outcome){.stated = is_stated ? value : stated->value,
                     .place = bs_decimal_double((bs_decimal){1, print.scale}),
                     .slack = bs_span_closed(slack) ? bs_span_width(slack) / 2 : 0,
                     .point = bs_span_middle(bs_relation_expect_with(view, &as_printed, exact)),
                     .expected = bs_relation_expect_with(view, relation, rounded)};
}

// The part of what is expected that lies in [low, high].
static double part_within(bs_span expected, double low, double high)
{
    double width = bs_span_width(expected);
    double common = fmin(expected.high, high) - fmax(expected.low, low);
    if (!(common > 0) || !isfinite(width)) return 0;
    return width > 0 ? common / width : 1;
}

// Chance that a result in `expected`, near `point`, is printed as the stated number, where the
// numbers that are printed so are those of [low, high].
static double printed_chance(const outcome *o, double low, double high)
{
    double slack = 1e-4 * o->place;
    bool fits = o->point >= low - slack && o->point <= high + slack;
    return (fits ? POINT_CHANCE : 0) + (1 - POINT_CHANCE) * part_within(o->expected, low, high);
}

// Chance that the stated number would be just this, given the others: where a value of another
// number is tried, the printed one, else the value itself.
static double chance_of(const bs_explainer *e, const bs_relation *relation, const bs_mend *mend)
{
    // A range of growth rates is wide enough for some number of fewer digits.
    if (relation->form == BS_FORM_MIX && mend->stray) return 0;
    if (relation->form == BS_FORM_WITHIN || relation->form == BS_FORM_AT_MOST) return 1;
    if (is_equality(relation)) return says_the_same(e, relation, mend) ? 1 : CUT_OFF;
    outcome o = outcome_of(e, relation, mend);
    double half = o.place / 2, away = o.stated < 0 ? -o.place : o.place;
    double rounded = printed_chance(&o, o.stated - half, o.stated + half);
    double cut =
        printed_chance(&o, fmin(o.stated, o.stated + away), fmax(o.stated, o.stated + away));
    double vague = o.slack > o.place ? VAGUE * o.place / (2 * o.slack) : 0;
    return (1 - CUT_OFF) * rounded + CUT_OFF * cut + vague;
}

enum { NEIGHBOURS_MAX = 40, PLACES_RANGE = 32 };
static const int64_t COEFFICIENT_MAX = INT64_MAX / 100;

// Places after the point as printed: whatever word for a power of ten stands behind. -1: it is not
// printed in digits.
static int places_of(const bs_quantity *quantity)
{
    bs_printed printed;
    bs_str digits = bs_mend__digits(quantity);
    return bs_printed_parse(&printed, digits) ? bs_printed_decimals(&printed) : -1;
}

// Places after the point that most numbers of the same unit around a figure have; -1 for none.
static int usual_places(const bs_view *view, size_t figure)
{
    const bs_figure_array *figures = &view->figures;
    const bs_quantity *own = figures->items[figure].quantity;
    int counts[PLACES_RANGE] = {0};
    int usual = -1;
    size_t first = figure > NEIGHBOURS_MAX ? figure - NEIGHBOURS_MAX : 0;
    for (size_t i = first; i < figures->count && i <= figure + NEIGHBOURS_MAX; i++) {
        const bs_quantity *other = figures->items[i].quantity;
        if (i == figure || !other->valued || !bs_str_equal(other->unit, own->unit)) continue;
        int places = places_of(other);
        if (places < 0 || places >= PLACES_RANGE) continue;
        counts[places]++;
        if (usual < 0 || counts[places] > counts[usual]) usual = places;
    }
    return usual;
}

// Is another word for a power of ten tried behind the same digits?
static bool is_of_word(const bs_explainer *e, const bs_mend *mend)
{
    return e->set->view->figures.items[mend->figure].quantity->origin.table == 0 &&
           strcmp(mend->slip, bs_slip_name(BS_SLIP_UNIT)) == 0;
}

// How the places after the point speak for a value: against it where the numbers of the same unit
// around have other places, and for it where the printed one is the odd one.
static double place_clue(const bs_explainer *e, const bs_mend *mend)
{
    const bs_quantity *own = e->set->view->figures.items[mend->figure].quantity;
    int usual = usual_places(e->set->view, mend->figure), printed = places_of(own);
    if (usual < 0 || printed < 0 || is_of_word(e, mend)) return 1;
    int meant = printed + mend->value.scale - own->value.scale;
    return pow(ODD_PLACE, abs(meant - usual) - abs(printed - usual));
}

// A value whose point was misplaced keeps the zeros at its end where the numbers around have as
// many places: "0.1" for "1.0", not for "1".
static void keep_zeros(const bs_explainer *e, bs_mend *mend)
{
    if (strcmp(mend->slip, bs_slip_name(BS_SLIP_DECIMAL)) != 0) return;
    const bs_quantity *quantity = e->set->view->figures.items[mend->figure].quantity;
    bs_decimal *value = &mend->value;
    int usual = usual_places(e->set->view, mend->figure), own = places_of(quantity);
    int meant = own + value->scale - quantity->value.scale;
    bool fits = own >= 0 && usual <= own + 1;
    for (; fits && meant < usual && llabs(value->coefficient) < COEFFICIENT_MAX; meant++) {
        value->coefficient *= 10;
        value->scale++;
    }
}

bs_str bs_knot__print(const bs_explainer *e, const bs_mend *mend)
{
    const bs_figure *figure = &e->set->view->figures.items[mend->figure];
    return bs_mend__print(e->set->arena, e->set->view, figure, mend->value);
}

// A number that follows from no other may be of any size, so that of two values the one with ten
// times the digits' worth is one of ten times as many.
static double prior_ratio(bs_decimal value, bs_decimal printed)
{
    double meant = fabs((double)value.coefficient), own = fabs((double)printed.coefficient);
    return meant > 0 && own > 0 ? fmin(own / meant, 1) : 1;
}

static bool is_restated(const bs_explainer *e, const bs_knot *k, size_t figure)
{
    for (size_t i = 0; i < k->relations.count; i++) {
        const bs_relation *relation = bs_explainer__relation(e, k->relations.items[i]);
        if (is_equality(relation) && bs_relation__has_term(relation, figure)) return true;
    }
    return false;
}

// Whether the relation holds with the value, rounded or cut off.
static bool holds_with(const bs_explainer *e, const bs_relation *relation, const bs_mend *mend)
{
    bs_change change =
        bs_relation_change(e->set->view, relation, mend->figure, mend->value, BS_EITHER);
    return bs_relation_holds_with(e->set->view, relation, change);
}

// Weighs a value: multiplies in what it breaks and what it leaves unexplained.
static void weigh(const bs_explainer *e, const bs_knot *k, bs_mend *mend)
{
    const bs_figure *figure = &e->set->view->figures.items[mend->figure];
    mend->weight *= place_clue(e, mend);
    bs_decimal printed = bs_figure__signed(figure->quantity);
    // That two numbers should be one says already that the value stands elsewhere.
    if (!is_restated(e, k, mend->figure))
        mend->weight *= bs_echo_factor(&e->echo, mend->figure, mend->value) /
                        bs_echo_factor(&e->echo, mend->figure, printed);
    bool whole = memchr(figure->quantity->digits.ptr, '.', figure->quantity->digits.len) == NULL;
    if (whole && strcmp(mend->slip, bs_slip_name(BS_SLIP_DECIMAL)) == 0)
        mend->weight *= POINT_UNSEEN;
    double chance = 1, bound = 1;
    bool only_bound = true;
    for (size_t i = 0; i < k->relations.count; i++) {
        const bs_relation *relation = bs_explainer__relation(e, k->relations.items[i]);
        if (bs_relation__has_term(relation, mend->figure) && holds_with(e, relation, mend) &&
            (!is_equality(relation) || says_the_same(e, relation, mend))) {
            mend->mended++;
            mend->stated = mend->stated || relation->terms[0] == mend->figure;
            chance = fmin(chance, chance_of(e, relation, mend));
            if (relation->form != BS_FORM_AT_MOST)
                mend->weight *= other_term_weight(e, relation, mend->figure);
            else
                bound = fmin(bound, other_term_weight(e, relation, mend->figure));
            only_bound = only_bound && relation->form == BS_FORM_AT_MOST;
        } else
            mend->weight *= doubt_of(relation);
    }
    mend->weight = mend->mended == 0 ? 0 : mend->weight * chance;
    if (only_bound) mend->weight *= bound;
    // Ten thousand times as much, or as little, is within any bound.
    if (only_bound && is_of_word(e, mend)) mend->weight *= WORD_OF_BOUND;
    if (!mend->stated) mend->weight *= prior_ratio(mend->value, printed);
    double ordinary = bs_peer_density(e->set->view, mend->figure, bs_decimal_double(mend->value)) /
                      bs_peer_density(e->set->view, mend->figure, figure->value);
    // What follows from other numbers of a table is as ordinary as these are.
    bool follows = mend->stated && figure->grid != SIZE_MAX;
    mend->weight *= follows ? sqrt(ordinary) : ordinary;
    for (size_t at = e->head[mend->figure]; at != 0 && mend->weight > 0;) {
        const bs_link *item = &e->links.items[at - 1];
        at = item->next;
        const bs_relation *relation = bs_explainer__relation(e, item->relation);
        if (!e->holds[item->relation] || holds_with(e, relation, mend)) continue;
        double bits = fmin(bs_relation_bits(e->set->view, relation), CONFIRM_BITS_CAP);
        mend->weight *= exp2(-fmax(bits, 2));
    }
}

static bs_decimal at_places_of(double value, const bs_figure *figure)
{
    double units = value / figure->last_place;
    int64_t coefficient = fabs(units) < 9e17 ? llround(units) : 0;
    return (bs_decimal){coefficient, figure->quantity->value.scale};
}

static double other_rate(const bs_relation *relation, size_t figure)
{
    return relation->terms[0] == figure ? OTHER_RATE : OTHER_RATE_PLAIN;
}

// The value that a relation asks for, where it is asked for to about the last printed place.
static bool solve(const bs_explainer *e, const bs_relation *relation, size_t figure, bs_mend *out)
{
    const bs_figure *wrong = &e->set->view->figures.items[figure];
    // Two numbers that should be one can always be made so; that is no evidence.
    if (wrong->quantity->qualifier != BS_EXACT || relation->term_count < 3) return false;
    bs_span expected = bs_relation_expect(e->set->view, relation, BS_ROUNDED);
    double value = bs_span_middle(expected);
    double spread = bs_span_width(expected);
    if (relation->terms[0] != figure) {
        if (relation->form != BS_FORM_SUM) return false;
        double gap = e->set->view->figures.items[relation->terms[0]].value - value;
        size_t term = 1;
        while (relation->terms[term] != figure)
            term++;
        value = wrong->value + (relation->signs && relation->signs[term] < 0 ? -gap : gap);
    }
    // Several printed digits fit where the others leave more than two units of the last place.
    if (!isfinite(value) || spread > wrong->last_place * (double)(relation->term_count + 1))
        return false;
    if (relation->form != BS_FORM_SUM && spread > wrong->last_place * 3) return false;
    *out = (bs_mend){.figure = figure,
                     .value = at_places_of(value, wrong),
                     .text = wrong->quantity->digits,
                     .slip = bs_slip_name(BS_SLIP_BALANCE),
                     .phrase = "",
                     .weight = other_rate(relation, figure) / plausible_values(wrong)};
    return out->value.coefficient != 0 && out->text.ptr != NULL;
}

// The same figure and value from several slips or relations: slips add up, the heaviest gives its
// name; the value that several relations ask for counts once.
static int by_value(const void *a, const void *b)
{
    const bs_mend *x = a;
    const bs_mend *y = b;
    if (x->figure != y->figure) return x->figure < y->figure ? -1 : 1;
    int order = bs_decimal_compare(x->value, y->value);
    if (order != 0) return order;
    return (x->weight < y->weight) - (x->weight > y->weight);
}

static void merge_equal(bs_mend_array *mends)
{
    if (mends->count > 1) qsort(mends->items, mends->count, sizeof *mends->items, by_value);
    size_t kept = 0;
    for (size_t i = 0; i < mends->count; i++) {
        bs_mend *mend = &mends->items[i];
        if (mend->weight <= 0) continue;
        bs_mend *last = kept > 0 ? &mends->items[kept - 1] : NULL;
        if (last != NULL && last->figure == mend->figure &&
            bs_decimal_equal(last->value, mend->value)) {
            if (strcmp(mend->slip, bs_slip_name(BS_SLIP_BALANCE)) != 0)
                last->weight += mend->weight;
            continue;
        }
        mends->items[kept++] = *mend;
    }
    mends->count = kept;
}

bs_status bs_knot__list_mends(const bs_explainer *e, const bs_knot *k, bs_mend_array *out,
                              bs_error *err)
{
    for (size_t i = 0; i < k->figures.count; i++) {
        size_t figure = k->figures.items[i];
        BS_TRY(bs_mend__list(out, &e->mender, figure, err));
        for (size_t r = 0; r < k->relations.count; r++) {
            const bs_relation *relation = bs_explainer__relation(e, k->relations.items[r]);
            bs_mend mend;
            if (!bs_relation__has_term(relation, figure) || !solve(e, relation, figure, &mend))
                continue;
            bs_mend *item = BS_PUSH(e->set->arena, out);
            if (item == NULL) return no_memory(err);
            *item = mend;
        }
    }
    for (size_t i = 0; i < out->count; i++) {
        out->items[i].weight *= SLIP_RATE;
        keep_zeros(e, &out->items[i]);
        weigh(e, k, &out->items[i]);
    }
    merge_equal(out);
    return BS_OK;
}

// How suspect a figure is without any value that would mend it: relations that it could explain
// against relations that confirm it.
static double suspicion(const bs_explainer *e, const bs_knot *k, size_t figure)
{
    const bs_figure *own = &e->set->view->figures.items[figure];
    double weight = SLIP_RATE / plausible_values(own);
    weight /= bs_echo_factor(&e->echo, figure, bs_figure__signed(own->quantity));
    double rate = OTHER_RATE_PLAIN;
    for (size_t i = 0; i < k->relations.count; i++) {
        const bs_relation *relation = bs_explainer__relation(e, k->relations.items[i]);
        if (!bs_relation__has_term(relation, figure)) {
            weight *= doubt_of(relation);
            continue;
        }
        weight *= other_term_weight(e, relation, figure);
        if (relation->terms[0] == figure) rate = OTHER_RATE;
    }
    weight *= rate;
    for (size_t at = e->head[figure]; at != 0;) {
        const bs_link *item = &e->links.items[at - 1];
        at = item->next;
        if (!e->holds[item->relation]) continue;
        double bits = bs_relation_bits(e->set->view, bs_explainer__relation(e, item->relation));
        weight *= exp2(-fmin(fmax(bits, 2), CONFIRM_BITS_CAP));
    }
    return weight;
}

const bs_mend *bs_knot__best(const bs_mend_array *mends, size_t figure)
{
    const bs_mend *best = NULL;
    for (size_t i = 0; i < mends->count; i++) {
        const bs_mend *mend = &mends->items[i];
        if (mend->figure == figure && (best == NULL || mend->weight > best->weight)) best = mend;
    }
    return best;
}

bool bs_knot__mends(const bs_explainer *e, const bs_relation *relation, size_t figure,
                    const bs_mend *best)
{
    if (!bs_relation__has_term(relation, figure)) return false;
    bs_change any = {figure, BS_SPAN_ALL, BS_EITHER};
    return best ? holds_with(e, relation, best)
                : bs_relation_holds_with(e->set->view, relation, any);
}

// The rival of a culprit: what it explains failed by accident. What it leaves unexplained is as
// unexplained without it, and says nothing for either.
static double nothing(const bs_explainer *e, const bs_knot *k, const bs_mend_array *mends,
                      size_t figure)
{
    const bs_mend *best = bs_knot__best(mends, figure);
    double none = 1;
    for (size_t i = 0; i < k->relations.count; i++) {
        const bs_relation *relation = bs_explainer__relation(e, k->relations.items[i]);
        bool mended = bs_knot__mends(e, relation, figure, best);
        none *= mended ? accident(e, relation) : doubt_of(relation);
    }
    return none;
}

bs_verdict bs_knot__judge(const bs_explainer *e, const bs_knot *k, const bs_mend_array *mends)
{
    bs_verdict out = {.figure = k->figures.items[0]};
    double best = -1;
    for (size_t i = 0; i < k->figures.count; i++) {
        double weight = 0;
        bool balanced = false; // the wrong value that is no slip is among the mends already
        for (size_t m = 0; m < mends->count; m++) {
            if (mends->items[m].figure != k->figures.items[i]) continue;
            weight += mends->items[m].weight;
            balanced = balanced || mends->items[m].phrase[0] == '\0';
        }
        if (!balanced) weight += suspicion(e, k, k->figures.items[i]);
        out.total += weight;
        if (weight > best) {
            best = weight;
            out.figure = k->figures.items[i];
        }
    }
    out.share = out.total > 0 ? best / out.total : 0;
    out.probability = out.total / (out.total + nothing(e, k, mends, out.figure));
    return out;
}
