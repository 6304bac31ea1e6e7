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
#include "engine/analyze/relation_knot.h"
#include "engine/base/buffer.h"

enum { KNOT_RELATIONS_MAX = 48, KNOT_FIGURES_MAX = 160, MESSAGE_TERMS_MAX = 12 };

// What rests on likely scope alone is reported from here on.
static const double LIKELY_PROBABILITY_MIN = 0.5;
static const double CERTAIN_PROBABILITY = 0.98;
// From here on a figure is named as the wrong one of those that contradict one another.
static const double CULPRIT_SHARE_MIN = 0.8;
// From here on a value is taken for the one that was meant.
static const double CORRECTED_MIN = 0.6;
// A value of another number that has this share of what is wrong is told beside the first.
static const double RIVAL_MIN = 0.1;
// A value less probable than this is not worth showing.
static const double PROPOSAL_MIN = 0.05;

static bs_status no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

// Whether a relation has a say: it fails with scope, or it holds tightly enough to confirm.
static bool matters(const bs_explainer *e, size_t index)
{
    const bs_relation *relation = bs_explainer__relation(e, index);
    if (!e->holds[index]) return relation->scope != BS_SCOPE_HINT;
    double least = relation->scope == BS_SCOPE_HINT ? BS_CONFIRM_BITS_HINT : BS_CONFIRM_BITS;
    return relation->form == BS_FORM_WITHIN || relation->form == BS_FORM_AT_MOST ||
           bs_relation_bits(e->set->view, relation) >= least;
}

// Whether the figure of a term is that of an earlier term, too.
static bool is_repeated(const bs_relation *relation, size_t term)
{
    for (size_t i = 0; i < term; i++) {
        if (relation->terms[i] == relation->terms[term]) return true;
    }
    return false;
}

static bs_status add_links(bs_explainer *e, bs_error *err)
{
    for (size_t i = 0; i < e->set->items.count; i++) {
        if (!matters(e, i)) continue;
        e->open[i] = !e->holds[i];
        for (size_t k = 0; k < bs_explainer__relation(e, i)->term_count; k++) {
            size_t figure = bs_explainer__relation(e, i)->terms[k];
            if (is_repeated(bs_explainer__relation(e, i), k)) continue;
            bs_link *item = BS_PUSH(e->set->arena, &e->links);
            if (item == NULL) return no_memory(err);
            *item = (bs_link){i, e->head[figure]};
            e->head[figure] = e->links.count;
        }
    }
    return BS_OK;
}

static bool contains(const bs_index_array *array, size_t value)
{
    for (size_t i = 0; i < array->count; i++) {
        if (array->items[i] == value) return true;
    }
    return false;
}

static bs_status push_index(bs_arena *arena, bs_index_array *array, size_t value, bs_error *err)
{
    size_t *item = BS_PUSH(arena, array);
    if (item == NULL) return no_memory(err);
    *item = value;
    return BS_OK;
}

static bs_status add_figures_of(bs_explainer *e, bs_knot *out, size_t relation, bs_error *err)
{
    const bs_relation *item = bs_explainer__relation(e, relation);
    for (size_t i = 0; i < item->term_count && out->figures.count < KNOT_FIGURES_MAX; i++) {
        if (contains(&out->figures, item->terms[i])) continue;
        BS_TRY(push_index(e->set->arena, &out->figures, item->terms[i], err));
    }
    return BS_OK;
}

// Gathers the open relations that are connected with relation `first` through shared figures.
static bs_status gather(bs_explainer *e, bs_knot *out, size_t first, bs_error *err)
{
    *out = (bs_knot){0};
    BS_TRY(push_index(e->set->arena, &out->relations, first, err));
    e->seen_relation[first] = true;
    BS_TRY(add_figures_of(e, out, first, err));
    for (size_t i = 0; i < out->figures.count; i++) {
        for (size_t at = e->head[out->figures.items[i]]; at != 0;) {
            const bs_link *item = &e->links.items[at - 1];
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

static int heavier(const void *a, const void *b)
{
    double x = ((const bs_mend *)a)->weight;
    double y = ((const bs_mend *)b)->weight;
    return (x < y) - (x > y);
}

static bool is_proposed(const bs_finding *finding, bs_str text)
{
    for (size_t i = 0; i < finding->proposal_count; i++) {
        if (bs_str_equal(finding->proposals[i].text, text)) return true;
    }
    return false;
}

static void propose(bs_explainer *e, bs_finding *finding, const bs_verdict *v, bs_mend_array *mends)
{
    const bs_figure *figure = &e->set->view->figures.items[v->figure];
    bs_str place = {0};
    if (mends->count > 1) qsort(mends->items, mends->count, sizeof *mends->items, heavier);
    for (size_t i = 0; i < mends->count && finding->proposal_count < BS_PROPOSAL_COUNT_MAX; i++) {
        bs_mend *mend = &mends->items[i];
        if (mend->figure != v->figure) continue;
        bs_str text = mend->text;
        // One finding has one place: the number, or the number with its word.
        if (finding->proposal_count > 0 && mend->span.ptr != place.ptr) continue;
        if (text.ptr == figure->quantity->digits.ptr) text = bs_knot__print(e, mend);
        if (text.ptr == NULL || bs_str_equal(text, figure->quantity->text)) continue;
        if (is_proposed(finding, text)) continue;
        double probability = mend->weight / v->total;
        if (probability < PROPOSAL_MIN) break;
        if (finding->proposal_count > 0 && probability < finding->proposals[0].probability / 50)
            break;
        if (finding->proposal_count == 0 && mend->span.len > 0) {
            place = mend->span;
            bs_finding__widen(finding, place);
        }
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

// The relation that the finding is about: one that the culprit takes part in and that its best
// value mends, stated if possible.
static size_t main_relation(const bs_explainer *e, const bs_knot *k, size_t figure,
                            const bs_mend *best_value)
{
    size_t best = k->relations.items[0];
    int best_rank = INT_MIN;
    for (size_t i = 0; i < k->relations.count; i++) {
        const bs_relation *relation = bs_explainer__relation(e, k->relations.items[i]);
        if (!bs_relation__has_term(relation, figure)) continue;
        int rank = (relation->scope == BS_SCOPE_CERTAIN ? 4 : 0) +
                   (relation->terms[0] == figure ? 2 : 0) + (relation->offset != 100) -
                   (is_bound(relation) ? 5 : 0) +
                   (bs_knot__mends(e, relation, figure, best_value) ? 10 : 0);
        if (rank > best_rank) {
            best_rank = rank;
            best = k->relations.items[i];
        }
    }
    return best;
}

// What another number would say if it were the wrong one; the empty slice when one slip does not
// mend it, or hardly.
static bs_str rival_of(const bs_explainer *e, const bs_verdict *v, size_t figure,
                       const bs_mend_array *mends)
{
    const bs_mend *best = bs_knot__best(mends, figure);
    if (v->share >= CULPRIT_SHARE_MIN || best == NULL || best->phrase[0] == '\0' ||
        best->span.len > 0 || best->weight < v->total * RIVAL_MIN)
        return (bs_str){0};
    bool printed = best->text.ptr != e->set->view->figures.items[figure].quantity->digits.ptr;
    return printed ? best->text : bs_knot__print(e, best);
}

static bs_status relate(bs_explainer *e, bs_finding *finding, const bs_relation *relation,
                        const bs_verdict *v, const bs_mend_array *mends, bs_error *err)
{
    size_t told = 0;
    for (size_t i = 0; i < relation->term_count && told < MESSAGE_TERMS_MAX; i++) {
        size_t term = relation->terms[i];
        if (term == v->figure || is_repeated(relation, i)) continue;
        told++;
        BS_TRY(bs_relation_relate(e->set, finding, term, err));
        bs_related *related = &finding->related.items[finding->related.count - 1];
        related->proposed = is_bound(relation) ? (bs_str){0} : rival_of(e, v, term, mends);
    }
    return BS_OK;
}

// Closes what the culprit explains: its own relations, by the best value where there is one.
static bool close_explained(bs_explainer *e, const bs_knot *k, size_t figure,
                            const bs_mend_array *mends)
{
    const bs_mend *best = bs_knot__best(mends, figure);
    bool certain = false;
    for (size_t i = 0; i < k->relations.count; i++) {
        const bs_relation *relation = bs_explainer__relation(e, k->relations.items[i]);
        if (!bs_relation__has_term(relation, figure) || !bs_knot__mends(e, relation, figure, best))
            continue;
        e->open[k->relations.items[i]] = false;
        if (relation->scope == BS_SCOPE_CERTAIN) certain = true;
    }
    return certain;
}

// "any of these numbers may be the wrong one (520.0 for 590.0?)"
static bs_str contradiction(const bs_explainer *e, const bs_finding *finding)
{
    bs_buffer text = BS_BUFFER_INIT;
    bs_buffer_add(&text, finding->message);
    bs_buffer_add(&text, BS_STR("; any of these numbers may be the wrong one"));
    size_t count = 0;
    for (size_t i = 0; i < finding->related.count; i++) {
        const bs_related *rival = &finding->related.items[i];
        if (rival->proposed.len == 0) continue;
        bs_buffer_addf(&text, "%s%.*s for %.*s?", count++ == 0 ? " (" : ", ",
                       BS_STR_ARG(rival->text), BS_STR_ARG(rival->proposed));
    }
    if (count > 0) bs_buffer_add_char(&text, ')');
    bs_str out = bs_arena_str(e->set->arena, bs_buffer_str(&text));
    bs_buffer_deinit(&text);
    return out;
}

// The message is about the stated number; which of its numbers is wrong may be another question.
static bs_status say_which(bs_explainer *e, bs_finding *finding, const bs_relation *relation,
                           const bs_verdict *v, bs_error *err)
{
    bs_str text = finding->message;
    if (text.ptr != NULL && v->share < CULPRIT_SHARE_MIN)
        finding->message = contradiction(e, finding);
    else if (text.ptr != NULL && relation->terms[0] != v->figure)
        finding->message = bs_arena_format(e->set->arena, "%.*s; %.*s is the likeliest to be wrong",
                                           BS_STR_ARG(text), BS_STR_ARG(finding->observed));
    return finding->message.ptr ? BS_OK : no_memory(err);
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

static bs_status write_finding(bs_explainer *e, const bs_knot *k, const bs_verdict *v, bool certain,
                               bs_mend_array *mends, bs_error *err)
{
    const bs_relation *relation =
        bs_explainer__relation(e, main_relation(e, k, v->figure, bs_knot__best(mends, v->figure)));
    // Something is wrong where scope is certain; which number it is has to be certain, too, and
    // what went wrong with it: numbers that no slip connects may be of different things. Parts that
    // add up to their whole are not.
    bool known = v->share >= CULPRIT_SHARE_MIN;
    bool slip = has_slip(mends, v->figure) || is_bound(relation) || relation->form == BS_FORM_MIX;
    bs_severity severity = certain && known && slip ? BS_ERROR : BS_WARNING;
    bs_finding *finding = bs_relation_report(e->set, relation->code, severity, v->figure);
    if (finding == NULL) return no_memory(err);
    double probability = certain ? fmax(v->probability, CERTAIN_PROBABILITY) : v->probability;
    if (!known) probability *= v->share;
    finding->probability = fmin(probability, 0.999);
    finding->score = log(finding->probability / (1 - finding->probability));
    finding->message = bs_relation__message(e->set, relation);
    BS_TRY(relate(e, finding, relation, v, mends, err));
    BS_TRY(say_which(e, finding, relation, v, err));
    //  Any number of values lies within a bound: that it would hold proposes none of them.
    if (!is_bound(relation)) propose(e, finding, v, mends);
    return BS_OK;
}

// What is left is judged with the value that was meant, where there is little doubt about it.
static void correct(bs_explainer *e, const bs_verdict *v, const bs_mend_array *mends)
{
    const bs_mend *best = bs_knot__best(mends, v->figure);
    if (best == NULL || best->weight < v->total * CORRECTED_MIN) return;
    bs_figure *figure = &e->figures[v->figure];
    figure->meant = bs_mend__print(e->set->arena, e->set->view, figure, best->value);
    figure->value = bs_decimal_double(best->value);
    figure->narrow = bs_span_of(best->value, figure->quantity->qualifier, BS_ROUNDED);
    figure->wide = bs_span_of(best->value, figure->quantity->qualifier, BS_EITHER);
    for (size_t at = e->head[v->figure]; at != 0;) {
        const bs_link *item = &e->links.items[at - 1];
        at = item->next;
        if (e->open[item->relation] &&
            bs_relation_holds(e->set->view, bs_explainer__relation(e, item->relation)))
            e->open[item->relation] = false;
    }
}

// One finding of a knot. *done is false when something of it is left to explain.
static bs_status explain_knot(bs_explainer *e, size_t first, bs_error *err)
{
    bs_knot k;
    bs_mend_array *mends = &e->mends;
    mends->count = 0;
    BS_TRY(gather(e, &k, first, err));
    BS_TRY(bs_knot__list_mends(e, &k, mends, err));
    bs_verdict v = bs_knot__judge(e, &k, mends);
    bool certain = close_explained(e, &k, v.figure, mends);
    if (certain || (v.probability >= LIKELY_PROBABILITY_MIN && has_slip(mends, v.figure))) {
        BS_TRY(write_finding(e, &k, &v, certain, mends, err));
        correct(e, &v, mends);
        return BS_OK;
    }
    for (size_t i = 0; i < k.relations.count; i++) {
        if (bs_explainer__relation(e, k.relations.items[i])->scope != BS_SCOPE_CERTAIN)
            e->open[k.relations.items[i]] = false;
    }
    return BS_OK;
}

bs_status bs_relations__explain(bs_relations *set, bs_view *view, const bool *holds,
                                const bs_check_options *options, bs_error *err)
{
    bs_explainer e = {.set = set, .figures = view->figures.items, .holds = holds};
    bs_profile profile = options ? options->profile : BS_PROFILE_ANY;
    BS_TRY(bs_mender__init(&e.mender, set->arena, set->view, profile, err));
    BS_TRY(bs_echo_init(&e.echo, set->arena, set->view, err));
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
