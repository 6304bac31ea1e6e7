// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which number is wrong when relations fail. Failing relations that share figures form a knot. For
// every figure of a knot, each value one slip away is weighed: the chance of the slip, times the
// chance that relations which it would break had held by accident, times a penalty for every
// failing relation that it leaves unexplained. The rival of all of them is that nothing is wrong
// but the scope. The heaviest figure is the culprit of one finding; what it explains is taken out
// of the knot, and the rest is looked at again.
#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "engine/analyze/channel.h"
#include "engine/analyze/relation_internal.h"

enum {
    SERIES_LOOKED_AT_MAX = 60,
    KNOT_RELATIONS_MAX = 48,
    KNOT_FIGURES_MAX = 160,
    MESSAGE_TERMS_MAX = 12
};

// Prior chance that a figure has a slip, of any kind.
static const double SLIP_RATE = 0.01;
// Spread of a series of levels, as a share.
static const double SERIES_SPREAD = 0.3;
static const double PLAUSIBLE_VALUES_MIN = 50;
static const double PERCENT_SPREAD = 10;
// A wrong value that is no slip of one digit, as a share of slips.
static const double OTHER_RATE = 0.05;
// Chance that a relation fails although nothing is wrong, by its scope.
static const double FALSE_SCOPE[] = {
    [BS_SCOPE_HINT] = 1, [BS_SCOPE_LIKELY] = 0.2, [BS_SCOPE_CERTAIN] = 1e-5};
// A holding relation with fewer bits confirms nothing.
static const double CONFIRM_BITS = 4;
static const double CONFIRM_BITS_HINT = 8;
static const double CONFIRM_BITS_CAP = 14;
// How much less a value is believed that fits only when numbers were cut off.
static const double CUT_OFF = 0.1;
// How much less a wrong growth of a part is believed where that of the whole is out of range.
// How much less the whole is believed to be wrong when its part is larger.
static const double WHOLE_OF_PART = 0.05;
static const double ODD_WHOLE = 1e-3;
// What rests on likely scope alone is reported from here on.
static const double LIKELY_PROBABILITY_MIN = 0.5;
static const double CERTAIN_PROBABILITY = 0.98;

static double doubt_of(const bs_relation *relation)
{
    return relation->doubt > 0 ? relation->doubt : FALSE_SCOPE[relation->scope];
}

// A value less probable than this is not worth showing.
static const double PROPOSAL_MIN = 0.05;

typedef struct link {
    size_t relation;
    size_t next; // index + 1 into links; 0 at the end
} link;

typedef BS_ARRAY(link) link_array;
typedef BS_ARRAY(size_t) index_array;

typedef struct explainer {
    bs_relations *set;
    const bool *holds;
    bs_mender mender;
    bs_mend_array mends; // of the knot at hand; kept for its memory
    bool *open;          // a relation that fails, is believed in, and is not explained yet
    size_t *head;        // index + 1 into links, for every figure; 0 for none
    link_array links;
    bool *seen_relation;
} explainer;

// The failing relations that are looked at together, and the figures in them.
typedef struct knot {
    index_array relations;
    index_array figures;
} knot;

static bs_status no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

static const bs_relation *relation_at(const explainer *e, size_t index)
{
    return &e->set->items.items[index];
}

// Whether a relation has a say: it fails with scope, or it holds tightly enough to confirm.
static bool matters(const explainer *e, size_t index)
{
    const bs_relation *relation = relation_at(e, index);
    if (!e->holds[index]) return relation->scope != BS_SCOPE_HINT;
    double least = relation->scope == BS_SCOPE_HINT ? CONFIRM_BITS_HINT : CONFIRM_BITS;
    return relation->form == BS_FORM_WITHIN || relation->form == BS_FORM_AT_MOST ||
           bs_relation_bits(e->set->view, relation) >= least;
}

static bs_status add_links(explainer *e, bs_error *err)
{
    for (size_t i = 0; i < e->set->items.count; i++) {
        if (!matters(e, i)) continue;
        e->open[i] = !e->holds[i];
        for (size_t k = 0; k < relation_at(e, i)->term_count; k++) {
            size_t figure = relation_at(e, i)->terms[k];
            link *item = BS_PUSH(e->set->arena, &e->links);
            if (item == NULL) return no_memory(err);
            *item = (link){i, e->head[figure]};
            e->head[figure] = e->links.count;
        }
    }
    return BS_OK;
}

static bool contains(const index_array *array, size_t value)
{
    for (size_t i = 0; i < array->count; i++) {
        if (array->items[i] == value) return true;
    }
    return false;
}

static bs_status push_index(bs_arena *arena, index_array *array, size_t value, bs_error *err)
{
    size_t *item = BS_PUSH(arena, array);
    if (item == NULL) return no_memory(err);
    *item = value;
    return BS_OK;
}

static bs_status add_figures_of(explainer *e, knot *out, size_t relation, bs_error *err)
{
    const bs_relation *item = relation_at(e, relation);
    for (size_t i = 0; i < item->term_count && out->figures.count < KNOT_FIGURES_MAX; i++) {
        if (contains(&out->figures, item->terms[i])) continue;
        BS_TRY(push_index(e->set->arena, &out->figures, item->terms[i], err));
    }
    return BS_OK;
}

// Gathers the open relations that are connected with relation `first` through shared figures.
static bs_status gather(explainer *e, knot *out, size_t first, bs_error *err)
{
    *out = (knot){0};
    BS_TRY(push_index(e->set->arena, &out->relations, first, err));
    e->seen_relation[first] = true;
    BS_TRY(add_figures_of(e, out, first, err));
    for (size_t i = 0; i < out->figures.count; i++) {
        for (size_t at = e->head[out->figures.items[i]]; at != 0;) {
            const link *item = &e->links.items[at - 1];
            at = item->next;
            if (!e->open[item->relation] || e->seen_relation[item->relation] ||
                out->relations.count == KNOT_RELATIONS_MAX)
                continue;
            e->seen_relation[item->relation] = true;
            BS_TRY(push_index(e->set->arena, &out->relations, item->relation, err));
            BS_TRY(add_figures_of(e, out, item->relation, err));
        }
    }
    for (size_t i = 0; i < out->relations.count; i++)
        e->seen_relation[out->relations.items[i]] = false;
    return BS_OK;
}

static bool has_term(const bs_relation *relation, size_t figure)
{
    for (size_t i = 0; i < relation->term_count; i++) {
        if (relation->terms[i] == figure) return true;
    }
    return false;
}

// The growth of a whole is outside that of all its parts: the parts agree with one another, and
// hardly any wrong growth of a part could not be mended by some far-fetched digit.
static bool whole_is_odd(const explainer *e, const bs_relation *relation)
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
static double other_term_weight(const explainer *e, const bs_relation *relation, size_t figure)
{
    if (relation->terms[0] == figure) return 1;
    if (relation->form == BS_FORM_AT_MOST) return WHOLE_OF_PART;
    if (relation->form != BS_FORM_MIX) return 1;
    return whole_is_odd(e, relation) ? ODD_WHOLE : 1;
}

// How ordinary a value is beside the others of its series: a heavy-tailed density of the logarithm,
// which is all that is needed to prefer 2,036 to 20,036 in a row of two thousands.
static double ordinariness(const explainer *e, size_t figure, double value)
{
    size_t series = e->set->view->figures.items[figure].series;
    if (series == SIZE_MAX || value == 0) return 1;
    const bs_observation_array *all = &e->set->view->reading->series.items[series].observations;
    double sum = 0;
    size_t count = 0;
    for (size_t i = 0; i < all->count && count < SERIES_LOOKED_AT_MAX; i++) {
        if (all->items[i].state != BS_STATE_VALUE || all->items[i].quantity == figure) continue;
        double other = bs_decimal_double(all->items[i].value);
        if (other * value <= 0) return 1;
        sum += log(fabs(other));
        count++;
    }
    if (count < 2) return 1;
    double distance = (log(fabs(value)) - sum / (double)count) / SERIES_SPREAD;
    return 1 / (1 + distance * distance);
}

static bool is_equality(const bs_relation *relation)
{
    return relation->form == BS_FORM_SUM && relation->term_count == 2 && relation->signs == NULL;
}

// Whether the value is the other number to the coarser of the two last places: neighbours in the
// last digit could have come from one number, cut off here and rounded there, but that mends
// nothing.
static bool says_the_same(const explainer *e, const bs_relation *relation, const bs_mend *mend)
{
    const bs_figure *figures = e->set->view->figures.items;
    size_t other = relation->terms[relation->terms[0] == mend->figure ? 1 : 0];
    double place = fmax(figures[other].last_place, figures[mend->figure].last_place);
    return fabs(bs_decimal_double(mend->value) - figures[other].value) < 0.51 * place;
}

// Whether the value fits when all numbers are rounded to the nearest, as most are.
static bool fits_rounded(const explainer *e, const bs_relation *relation, const bs_mend *mend)
{
    const bs_figure *figure = &e->set->view->figures.items[mend->figure];
    if (is_equality(relation)) return says_the_same(e, relation, mend);
    bs_span span = bs_span_of(mend->value, figure->quantity->qualifier, BS_ROUNDED);
    return bs_relation_holds_with(e->set->view, relation,
                                  (bs_change){mend->figure, span, BS_ROUNDED});
}

// How many values might have been printed instead, if it was no slip of one digit. Growth rates and
// shares vary by some ten points, however small the printed one is.
static double plausible_values(const bs_figure *figure)
{
    double spread = fabs(figure->value);
    if (bs_str_starts(figure->quantity->unit, BS_STR("%"))) spread = fmax(spread, PERCENT_SPREAD);
    return fmax(spread / figure->last_place, PLAUSIBLE_VALUES_MIN);
}

// How many printed values, besides this one, would mend the relation as well: the width that the
// other figures leave, in units of the figure's last place. At least 1.
static double choices(const explainer *e, const bs_relation *relation, const bs_mend *mend)
{
    if (relation->form == BS_FORM_WITHIN || relation->form == BS_FORM_AT_MOST) return 1;
    const bs_figure *figures = e->set->view->figures.items;
    double value = bs_decimal_double(mend->value);
    double step = fmax(fabs(value) * 1e-4, figures[mend->figure].last_place);
    bs_change at = {mend->figure, {value, value}, BS_ROUNDED};
    bs_span expected = bs_relation_expect_with(e->set->view, relation, at);
    double slope = 1;
    double width = bs_span_width(expected);
    if (relation->terms[0] != mend->figure) {
        at.span = (bs_span){value + step, value + step};
        bs_span moved = bs_relation_expect_with(e->set->view, relation, at);
        slope = fabs(bs_span_middle(moved) - bs_span_middle(expected)) / step;
        width += bs_span_width(figures[relation->terms[0]].narrow);
    }
    if (!isfinite(width) || !isfinite(slope) || slope <= 0) return 1;
    return fmax(1, width / slope / figures[mend->figure].last_place);
}

// Weighs a value: multiplies in what it breaks and what it leaves unexplained.
static void weigh(const explainer *e, const knot *k, bs_mend *mend)
{
    const bs_figure *figure = &e->set->view->figures.items[mend->figure];
    bs_change change = {mend->figure,
                        bs_span_of(mend->value, figure->quantity->qualifier, BS_EITHER), BS_EITHER};
    double fewest = INFINITY;
    for (size_t i = 0; i < k->relations.count; i++) {
        const bs_relation *relation = relation_at(e, k->relations.items[i]);
        if (has_term(relation, mend->figure) &&
            bs_relation_holds_with(e->set->view, relation, change) &&
            (!is_equality(relation) || says_the_same(e, relation, mend))) {
            mend->mended++;
            fewest = fmin(fewest, choices(e, relation, mend));
            if (!fits_rounded(e, relation, mend)) mend->weight *= CUT_OFF;
            mend->weight *= other_term_weight(e, relation, mend->figure);
        } else
            mend->weight *= doubt_of(relation);
    }
    mend->weight = mend->mended == 0 ? 0 : mend->weight / fewest;
    mend->weight *= ordinariness(e, mend->figure, bs_decimal_double(mend->value)) /
                    ordinariness(e, mend->figure, figure->value);
    for (size_t at = e->head[mend->figure]; at != 0 && mend->weight > 0;) {
        const link *item = &e->links.items[at - 1];
        at = item->next;
        const bs_relation *relation = relation_at(e, item->relation);
        if (!e->holds[item->relation] || bs_relation_holds_with(e->set->view, relation, change))
            continue;
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

// The value that a relation asks for, where it is asked for to about the last printed place.
static bool solve(const explainer *e, const bs_relation *relation, size_t figure, bs_mend *out)
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
                     .weight = OTHER_RATE / plausible_values(wrong)};
    return out->value.coefficient != 0 && out->text.ptr != NULL;
}

static bs_status list_mends(const explainer *e, const knot *k, bs_mend_array *out, bs_error *err)
{
    for (size_t i = 0; i < k->figures.count; i++) {
        size_t figure = k->figures.items[i];
        BS_TRY(bs_mend__list(out, &e->mender, figure, err));
        for (size_t r = 0; r < k->relations.count; r++) {
            const bs_relation *relation = relation_at(e, k->relations.items[r]);
            bs_mend mend;
            if (!has_term(relation, figure) || !solve(e, relation, figure, &mend)) continue;
            bs_mend *item = BS_PUSH(e->set->arena, out);
            if (item == NULL) return no_memory(err);
            *item = mend;
        }
    }
    for (size_t i = 0; i < out->count; i++) {
        out->items[i].weight *= SLIP_RATE;
        weigh(e, k, &out->items[i]);
    }
    return BS_OK;
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

// How suspect a figure is without any value that would mend it: relations that it could explain
// against relations that confirm it.
static double suspicion(const explainer *e, const knot *k, size_t figure)
{
    double weight = SLIP_RATE * OTHER_RATE / plausible_values(&e->set->view->figures.items[figure]);
    for (size_t i = 0; i < k->relations.count; i++) {
        const bs_relation *relation = relation_at(e, k->relations.items[i]);
        if (!has_term(relation, figure)) {
            weight *= doubt_of(relation);
            continue;
        }
        weight *= other_term_weight(e, relation, figure);
        if (relation->terms[0] == figure) weight *= 1.5; // the stated result is named first
    }
    for (size_t at = e->head[figure]; at != 0;) {
        const link *item = &e->links.items[at - 1];
        at = item->next;
        if (!e->holds[item->relation]) continue;
        double bits = bs_relation_bits(e->set->view, relation_at(e, item->relation));
        weight *= exp2(-fmin(fmax(bits, 2), CONFIRM_BITS_CAP));
    }
    return weight;
}

typedef struct verdict {
    size_t figure;
    double probability; // that something in the knot is wrong
    double others;      // weight of everything but the figure's mends
    double total;
} verdict;

static verdict judge(const explainer *e, const knot *k, const bs_mend_array *mends)
{
    verdict out = {.figure = k->figures.items[0]};
    double best = -1;
    double none = 1;
    for (size_t i = 0; i < k->relations.count; i++) {
        const bs_relation *relation = relation_at(e, k->relations.items[i]);
        double bits = bs_relation_bits(e->set->view, relation);
        // A wrong scope leaves a gap of any size, which a slip matches by accident only.
        none *= doubt_of(relation) * exp2(-fmin(bits, CONFIRM_BITS_CAP));
    }
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
    out.probability = out.total / (out.total + none);
    return out;
}

static int heavier(const void *a, const void *b)
{
    double x = ((const bs_mend *)a)->weight;
    double y = ((const bs_mend *)b)->weight;
    return (x < y) - (x > y);
}

static void propose(explainer *e, bs_finding *finding, const verdict *v, bs_mend_array *mends)
{
    const bs_figure *figure = &e->set->view->figures.items[v->figure];
    if (mends->count > 1) qsort(mends->items, mends->count, sizeof *mends->items, heavier);
    for (size_t i = 0; i < mends->count && finding->proposal_count < BS_PROPOSAL_COUNT_MAX; i++) {
        bs_mend *mend = &mends->items[i];
        if (mend->figure != v->figure) continue;
        bs_str text = mend->text;
        if (text.ptr == figure->quantity->digits.ptr)
            text = bs_mend__print(e->set->arena, figure, mend->value);
        if (text.ptr == NULL || bs_str_equal(text, figure->quantity->text)) continue;
        double probability = mend->weight / v->total;
        if (probability < PROPOSAL_MIN) break;
        if (finding->proposal_count > 0 && probability < finding->proposals[0].probability / 50)
            break;
        if (finding->proposal_count == 0 && mend->phrase[0] != '\0')
            finding->hint =
                bs_arena_format(e->set->arena, "%s: %.*s?", mend->phrase, BS_STR_ARG(text));
        finding->proposals[finding->proposal_count++] =
            (bs_proposal){text, probability, mend->slip};
    }
}

static bool is_bound(const bs_relation *relation)
{
    return relation->form == BS_FORM_WITHIN || relation->form == BS_FORM_AT_MOST;
}

// The relation that the finding is about: one that the culprit takes part in, stated if possible.
static size_t main_relation(const explainer *e, const knot *k, size_t figure)
{
    size_t best = k->relations.items[0];
    int best_rank = INT_MIN;
    for (size_t i = 0; i < k->relations.count; i++) {
        const bs_relation *relation = relation_at(e, k->relations.items[i]);
        if (!has_term(relation, figure)) continue;
        int rank = (relation->scope == BS_SCOPE_CERTAIN ? 4 : 0) +
                   (relation->terms[0] == figure ? 2 : 0) + (relation->offset != 100) -
                   (is_bound(relation) ? 5 : 0);
        if (rank > best_rank) {
            best_rank = rank;
            best = k->relations.items[i];
        }
    }
    return best;
}

static bs_status relate(explainer *e, bs_finding *finding, const bs_relation *relation,
                        size_t figure, bs_error *err)
{
    for (size_t i = 0; i < relation->term_count && i < MESSAGE_TERMS_MAX; i++) {
        if (relation->terms[i] != figure)
            BS_TRY(bs_relation_relate(e->set, finding, relation->terms[i], err));
    }
    return BS_OK;
}

// Closes what the culprit explains: its own relations, by the best value where there is one.
static bool close_explained(explainer *e, const knot *k, size_t figure, const bs_mend_array *mends)
{
    const bs_mend *best = NULL;
    for (size_t i = 0; i < mends->count; i++) {
        const bs_mend *mend = &mends->items[i];
        if (mend->figure == figure && (best == NULL || mend->weight > best->weight)) best = mend;
    }
    bool certain = false;
    const bs_figure *wrong = &e->set->view->figures.items[figure];
    for (size_t i = 0; i < k->relations.count; i++) {
        const bs_relation *relation = relation_at(e, k->relations.items[i]);
        if (!has_term(relation, figure)) continue;
        bs_span span =
            best ? bs_span_of(best->value, wrong->quantity->qualifier, BS_EITHER) : BS_SPAN_ALL;
        bs_change change = {figure, span, BS_EITHER};
        if (!bs_relation_holds_with(e->set->view, relation, change)) continue;
        e->open[k->relations.items[i]] = false;
        if (relation->scope == BS_SCOPE_CERTAIN) certain = true;
    }
    return certain;
}

static bs_status write_finding(explainer *e, const knot *k, const verdict *v, bool certain,
                               bs_mend_array *mends, bs_error *err)
{
    const bs_relation *relation = relation_at(e, main_relation(e, k, v->figure));
    bs_severity severity = certain ? BS_ERROR : BS_WARNING;
    bs_finding *finding = bs_relation_report(e->set, relation->code, severity, v->figure);
    if (finding == NULL) return no_memory(err);
    finding->probability = certain ? fmax(v->probability, CERTAIN_PROBABILITY) : v->probability;
    finding->probability = fmin(finding->probability, 0.999);
    finding->score = log(finding->probability / (1 - finding->probability));
    finding->message = bs_relation__message(e->set, relation);
    if (finding->message.ptr == NULL) return no_memory(err);
    BS_TRY(relate(e, finding, relation, v->figure, err));
    // Any number of values lies within a bound: that it would hold proposes none of them.
    if (!is_bound(relation)) propose(e, finding, v, mends);
    return BS_OK;
}

// Whether a slip of the pen explains the figure: without one, scope that is only likely says
// nothing.
static bool has_slip(const bs_mend_array *mends, size_t figure)
{
    for (size_t i = 0; i < mends->count; i++) {
        if (mends->items[i].figure == figure && mends->items[i].phrase[0] != '\0') return true;
    }
    return false;
}

// One finding of a knot. *done is false when something of it is left to explain.
static bs_status explain_knot(explainer *e, size_t first, bs_error *err)
{
    knot k;
    bs_mend_array *mends = &e->mends;
    mends->count = 0;
    BS_TRY(gather(e, &k, first, err));
    BS_TRY(list_mends(e, &k, mends, err));
    merge_equal(mends);
    verdict v = judge(e, &k, mends);
    bool certain = close_explained(e, &k, v.figure, mends);
    if (certain || (v.probability >= LIKELY_PROBABILITY_MIN && has_slip(mends, v.figure)))
        return write_finding(e, &k, &v, certain, mends, err);
    for (size_t i = 0; i < k.relations.count; i++) {
        if (relation_at(e, k.relations.items[i])->scope != BS_SCOPE_CERTAIN)
            e->open[k.relations.items[i]] = false;
    }
    return BS_OK;
}

bs_status bs_relations__explain(bs_relations *set, const bool *holds,
                                const bs_check_options *options, bs_error *err)
{
    explainer e = {.set = set, .holds = holds};
    bs_profile profile = options ? options->profile : BS_PROFILE_ANY;
    BS_TRY(bs_mender__init(&e.mender, set->arena, set->view, profile, err));
    e.open = BS_NEW_ARRAY(set->arena, bool, set->items.count);
    e.seen_relation = BS_NEW_ARRAY(set->arena, bool, set->items.count);
    e.head = BS_NEW_ARRAY(set->arena, size_t, set->view->figures.count);
    if (e.open == NULL || e.seen_relation == NULL || e.head == NULL) return no_memory(err);
    BS_TRY(add_links(&e, err));
    for (size_t i = 0; i < set->items.count; i++) {
        // Each round closes at least one relation of the knot, so that this ends.
        while (e.open[i])
            BS_TRY(explain_knot(&e, i, err));
    }
    return BS_OK;
}
