// SPDX-License-Identifier: GPL-3.0-or-later
//
// convert: amount x rate = converted amount, with one rate for one pair of units in a document.
//
// A conversion allows an interval of rates: the converted number divided by the amount, both within
// their rounding. One rate that fits all of them is the rate of the document, and a conversion that
// it does not fit is in error. Where one rate fits all, two deliberate ones may still have been
// used: when the printed amounts, taken as exact, give short round rates (185 and 184.63) that
// differ.
#include <math.h>
#include <stdlib.h>

#include "engine/analyze/check_convert_stated.h"
#include "engine/analyze/check_internal.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_internal.h"
#include "engine/analyze/relation_prose.h"

enum {
    RATE_PLACES_MIN = -3,
    RATE_PLACES_MAX = 4,
    RATE_STEPS_MIN = 50,
    PAIR_ITEMS_MAX = 200,
    PRECISE_DIGITS_MIN = 4
};

// A round rate is deliberate when a rate as round would have met the interval by chance less often.
static const double ROUND_CHANCE_MAX = 0.06;
// Rates of one document lie this close, as a share; beyond it a conversion has a slip.
static const double RATE_SPREAD = 0.03;
// Rates of exchange are told to two or three decimals; those nearer than this are one.
static const double RATE_SAME = 1e-4;
// Chance that a conversion far from the others was made at another rate, such as an older one.
static const double DOUBT_OTHER_RATE = 1e-3;
// The same for a rate that is this many times the usual one.
static const double RATE_FAR = 1.5;
static const double DOUBT_FAR_RATE = 1e-6;
// Chance that an amount was converted before it was rounded, while others were after.
static const double DOUBT_UNROUNDED = 0.1;

// Chance that the one conversion at another rate has a slip that would bring it to the others'.
static const double SLIP_SHARE = 0.4;

typedef struct conversion {
    size_t amount;
    size_t converted;
    bool inverted; // the rate is amount / converted, so that it is at least 1
    bs_span rate;  // within the rounding of both
    bs_span as_is; // with the amount taken as exact
    double point;
    double round; // the roundest rate in as_is; 0 when none is deliberate
} conversion;

typedef BS_ARRAY(conversion) conversion_array;

static const bs_figure *figure_at(const bs_relations *set, size_t index)
{
    return &set->view->figures.items[index];
}

// The rate with the fewest digits after the point that lies in the interval, if that is no
// accident.
static double round_in(bs_span span)
{
    double size = fabs(bs_span_middle(span));
    for (int places = RATE_PLACES_MIN; places <= RATE_PLACES_MAX; places++) {
        double step = pow(10, -places);
        double rate = round(bs_span_middle(span) / step) * step;
        if (!bs_span_holds(span, rate)) continue;
        if (size / step < RATE_STEPS_MIN) continue; // a rate of 7 is met by chance, too
        return bs_span_width(span) / step <= ROUND_CHANCE_MAX ? rate : 0;
    }
    return 0;
}

// The same for a rate that may have been quoted the other way round, as 0.91 for 1.0989.
static double round_rate(bs_span span)
{
    double rate = round_in(span);
    if (rate > 0) return rate;
    double inverse = round_in(bs_span_div((bs_span){1, 1}, span));
    return inverse > 0 ? 1 / inverse : 0;
}

static bool measure(const bs_relations *set, conversion *c, bool inverted)
{
    const bs_figure *amount = figure_at(set, c->amount);
    const bs_figure *converted = figure_at(set, c->converted);
    c->inverted = inverted;
    const bs_figure *above = c->inverted ? amount : converted;
    const bs_figure *below = c->inverted ? converted : amount;
    c->rate = bs_span_div(above->wide, below->wide);
    c->point = above->value / below->value;
    bs_span exact = {amount->value, amount->value};
    bs_span printed = bs_span_of(converted->quantity->value, BS_EXACT, BS_EITHER);
    c->as_is = c->inverted ? bs_span_div(exact, printed) : bs_span_div(printed, exact);
    c->round = round_rate(c->as_is);
    return bs_span_closed(c->rate) && c->rate.low > 0;
}

static bs_span narrow_above(const bs_relations *set, const conversion *c)
{
    return figure_at(set, c->inverted ? c->amount : c->converted)->narrow;
}

static bs_span narrow_below(const bs_relations *set, const conversion *c)
{
    return figure_at(set, c->inverted ? c->converted : c->amount)->narrow;
}

static bool is_conversion(const bs_relations *set, size_t index)
{
    const bs_figure *figure = figure_at(set, index);
    const bs_quantity *quantity = figure->quantity;
    if (quantity->role != BS_ROLE_CONVERSION || !quantity->valued || figure->of == BS_NO_FIGURE)
        return false;
    const bs_quantity *amount = figure_at(set, figure->of)->quantity;
    return amount->valued && amount->unit.len > 0 && quantity->unit.len > 0 &&
           !bs_str_equal(amount->unit, quantity->unit) && amount->kind == BS_KIND_CURRENCY &&
           quantity->kind == BS_KIND_CURRENCY;
}

// A rate or a date of its own is stated for this conversion.
static bool has_own_rate(const bs_relations *set, size_t index)
{
    const bs_sentence *sentence = bs_view_sentence(set->view, index);
    return sentence != NULL && bs_cue_in(BS_CUE_RATE, sentence->text);
}

typedef struct pair {
    bs_relations *set;
    conversion *items; // of one pair of units, in reading order
    size_t count;
    size_t reference; // the item whose rates fit most of the others, the narrowest of those
} pair;

// Measures the conversions of a pair, all the same way round: so that most rates are at least 1.
static void measure_all(pair *p)
{
    size_t below_one = 0;
    for (size_t i = 0; i < p->count; i++)
        below_one += figure_at(p->set, p->items[i].converted)->value <
                     figure_at(p->set, p->items[i].amount)->value;
    size_t kept = 0;
    for (size_t i = 0; i < p->count; i++) {
        if (measure(p->set, &p->items[i], below_one * 2 > p->count)) p->items[kept++] = p->items[i];
    }
    p->count = kept;
}

static size_t fits(const pair *p, size_t item)
{
    size_t count = 0;
    for (size_t i = 0; i < p->count; i++)
        count += bs_span_meets(p->items[i].rate, p->items[item].rate);
    return count;
}

static double relative_width(const conversion *c)
{
    return bs_span_width(c->rate) / c->point;
}

static void choose_reference(pair *p)
{
    size_t best = 0;
    for (size_t i = 0; i < p->count; i++) {
        size_t own = fits(p, i);
        double width = relative_width(&p->items[i]);
        if (own < best) continue;
        if (own == best && width >= relative_width(&p->items[p->reference])) continue;
        best = own;
        p->reference = i;
    }
}

// Every other conversion at the rate of the reference.
static bs_status add_relations(const pair *p, bs_error *err)
{
    const conversion *ref = &p->items[p->reference];
    for (size_t i = 0; i < p->count; i++) {
        const conversion *c = &p->items[i];
        if (i == p->reference) continue;
        bool near = fabs(c->point / ref->point - 1) <= RATE_SPREAD;
        if (near && !bs_span_meets(c->rate, ref->rate)) continue; // two rates: said as such
        bool far = fabs(log(c->point / ref->point)) > log(RATE_FAR);
        bs_relation_spec spec = {.code = "convert",
                                 .form = BS_FORM_CROSS,
                                 .scope = BS_SCOPE_LIKELY,
                                 .terms = {c->converted, c->amount, ref->amount, ref->converted},
                                 .term_count = 4,
                                 .doubt = far ? DOUBT_FAR_RATE : DOUBT_OTHER_RATE};
        BS_TRY(bs_relation_add(p->set, &spec, err));
    }
    return BS_OK;
}

// The deliberate rate of one conversion that most of them allow to the last digit; 0 for none.
static double shared_round(const pair *p)
{
    for (size_t i = 0; i < p->count; i++) {
        if (p->items[i].round <= 0) continue;
        size_t count = 0;
        for (size_t k = 0; k < p->count; k++)
            count += bs_span_holds(p->items[k].as_is, p->items[i].round);
        if (count >= 2 && count * 2 >= p->count) return p->items[i].round;
    }
    return 0;
}

// "About 446.4": what is printed to so many digits was not rounded for its words.
static bool is_precise(const bs_figure *figure)
{
    int digits = 0;
    for (int64_t rest = bs_decimal_normal(figure->quantity->value).coefficient; rest != 0;
         rest /= 10)
        digits++;
    return figure->quantity->qualifier == BS_APPROX && digits >= PRECISE_DIGITS_MIN;
}

// Conversions of the same amounts as printed at the rate that others share to the last digit.
static bs_status add_exact(const pair *p, bs_error *err)
{
    double rate = shared_round(p);
    for (size_t i = 0; i < p->count && rate > 0; i++) {
        const conversion *c = &p->items[i];
        if (c->round > 0 && !bs_span_holds(c->as_is, rate)) continue; // its own rate
        bs_relation *relation = bs_relation_push(p->set, "convert", BS_FORM_RATE, 2);
        if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        relation->terms[0] = c->converted;
        relation->terms[1] = c->amount;
        relation->scope = BS_SCOPE_LIKELY;
        // A rate that rounding of the amount excludes is not the shared one in any case.
        relation->doubt = bs_span_holds(c->rate, rate) ? DOUBT_UNROUNDED : DOUBT_OTHER_RATE;
        double factor = c->inverted ? 1 / rate : rate;
        relation->bounds = (bs_span){factor, factor};
        relation->plain = is_precise(figure_at(p->set, c->converted));
    }
    return BS_OK;
}

// Two conversions that were made at different rates, although the numbers may be right.
static bool differ(const conversion *a, const conversion *b)
{
    if (fabs(a->point / b->point - 1) > RATE_SPREAD) return false;
    if (!bs_span_meets(a->rate, b->rate)) return true;
    return a->round > 0 && b->round > 0 && !bs_span_meets(a->as_is, b->as_is) &&
           fabs(a->round - b->round) > RATE_SAME * a->round;
}

static size_t agreeing(const pair *p, size_t item)
{
    size_t count = 0;
    for (size_t i = 0; i < p->count; i++)
        count += !differ(&p->items[i], &p->items[item]);
    return count;
}

static void write_rate(bs_buffer *out, const bs_relations *set, const conversion *c)
{
    const bs_quantity *amount = figure_at(set, c->amount)->quantity;
    const bs_quantity *converted = figure_at(set, c->converted)->quantity;
    bs_buffer_addf(out, "%.*s = %.*s", BS_STR_ARG(amount->text), BS_STR_ARG(converted->text));
    bs_buffer_addf(out, " gives %.2f (%.2f to %.2f)", c->round > 0 ? c->round : c->point,
                   bs_span_div(narrow_above(set, c), narrow_below(set, c)).low,
                   bs_span_div(narrow_above(set, c), narrow_below(set, c)).high);
}

// What the one conversion of another rate may have been meant to say, where one slip of the pen
// brings it to the rate of all others, and its own is no round one.
static bs_status propose(const pair *p, const conversion *odd, const conversion *usual,
                         bs_finding *finding, bs_error *err)
{
    bs_mender mender;
    bs_mend_array mends = {0};
    size_t terms[] = {odd->converted, odd->amount, usual->amount, usual->converted};
    bs_relation cross = {.form = BS_FORM_CROSS, .terms = terms, .term_count = 4};
    double best = 0;
    BS_TRY(bs_mender__init(&mender, p->set->arena, p->set->view, BS_PROFILE_ANY, err));
    BS_TRY(bs_mend__list(&mends, &mender, odd->converted, err));
    for (size_t i = 0; i < mends.count; i++) {
        const bs_mend *mend = &mends.items[i];
        bs_change change =
            bs_relation_change(p->set->view, &cross, odd->converted, mend->value, BS_ROUNDED);
        if (mend->span.len > 0 || mend->weight <= best ||
            !bs_relation_holds_with(p->set->view, &cross, change))
            continue;
        bs_str text = bs_mend__print(p->set->arena, p->set->view, figure_at(p->set, odd->converted),
                                     mend->value);
        if (text.ptr == NULL) continue;
        best = mend->weight;
        finding->proposal_count = 1;
        finding->proposals[0] = (bs_proposal){text, SLIP_SHARE, mend->slip};
        finding->hint =
            bs_arena_format(p->set->arena, "or %s: %.*s?", mend->phrase, BS_STR_ARG(text));
    }
    return BS_OK;
}

// One warning a pair of units: at the first conversion of the rate that fewer of them use.
static bs_status report_two_rates(const pair *p, bs_error *err)
{
    size_t odd = SIZE_MAX;
    size_t usual = SIZE_MAX;
    for (size_t i = 0; i < p->count; i++) {
        for (size_t k = i + 1; k < p->count; k++) {
            if (!differ(&p->items[i], &p->items[k])) continue;
            bool first_odd = agreeing(p, i) < agreeing(p, k);
            size_t candidate = first_odd ? i : k;
            if (odd != SIZE_MAX && agreeing(p, odd) <= agreeing(p, candidate)) continue;
            odd = candidate;
            usual = first_odd ? k : i;
        }
    }
    if (odd == SIZE_MAX) return BS_OK;
    const conversion *a = &p->items[odd];
    const conversion *b = &p->items[usual];
    bs_finding *finding = bs_relation_report(p->set, "convert", BS_WARNING, a->converted);
    if (finding == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    bs_buffer text = BS_BUFFER_INIT;
    bs_buffer_add(&text, BS_STR("two rates of exchange in one document: "));
    write_rate(&text, p->set, a);
    bs_buffer_add(&text, BS_STR(", but "));
    write_rate(&text, p->set, b);
    bs_buffer_addf(&text, " on line %u", figure_at(p->set, b->amount)->quantity->origin.line);
    if (bs_span_meets(a->rate, b->rate))
        bs_buffer_add(&text, BS_STR("; one rate would fit both within their rounding"));
    finding->message = bs_arena_str(p->set->arena, bs_buffer_str(&text));
    bs_status status = bs_buffer_status(&text, err);
    bs_buffer_deinit(&text);
    if (status != BS_OK) return status;
    bool alone = agreeing(p, odd) == 1 && agreeing(p, usual) > 1 && a->round <= 0;
    if (alone) BS_TRY(propose(p, a, b, finding, err));
    BS_TRY(bs_relation_relate(p->set, finding, a->amount, err));
    BS_TRY(bs_relation_relate(p->set, finding, b->amount, err));
    return bs_relation_relate(p->set, finding, b->converted, err);
}

static bool same_units(const bs_relations *set, const conversion *a, const conversion *b)
{
    return bs_str_equal(figure_at(set, a->amount)->quantity->unit,
                        figure_at(set, b->amount)->quantity->unit) &&
           bs_str_equal(figure_at(set, a->converted)->quantity->unit,
                        figure_at(set, b->converted)->quantity->unit);
}

// Takes the conversions of the first one's units out of `rest` and looks at them together.
static bs_status collect_pair(bs_relations *set, conversion *rest, size_t *count, bs_error *err)
{
    pair p = {.set = set};
    p.items = BS_NEW_ARRAY(set->arena, conversion, *count);
    if (p.items == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    size_t kept = 0;
    conversion first = rest[0];
    for (size_t i = 0; i < *count; i++) {
        if (same_units(set, &first, &rest[i]) && p.count < PAIR_ITEMS_MAX)
            p.items[p.count++] = rest[i];
        else
            rest[kept++] = rest[i];
    }
    *count = kept;
    measure_all(&p);
    if (p.count < 2) return BS_OK;
    choose_reference(&p);
    BS_TRY(add_relations(&p, err));
    BS_TRY(add_exact(&p, err));
    return report_two_rates(&p, err);
}

bs_status bs_collect__convert(bs_relations *set, bs_error *err)
{
    conversion_array all = {0};
    for (size_t i = 0; i < set->view->reading->quantities.count; i++) {
        if (!is_conversion(set, i) || has_own_rate(set, i)) continue;
        conversion c = {.amount = figure_at(set, i)->of, .converted = i};
        const bs_figure *amount = figure_at(set, c.amount);
        if (amount->value <= 0 || figure_at(set, i)->value <= 0) continue;
        conversion *item = BS_PUSH(set->arena, &all);
        if (item == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        *item = c;
    }
    size_t count = all.count;
    while (count > 0)
        BS_TRY(collect_pair(set, all.items, &count, err));
    return bs_convert__collect_stated(set, err);
}

BS_RELATION_RUN(bs_check_convert, "convert")
