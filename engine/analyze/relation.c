// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation.h"

#include <math.h>

#include "engine/analyze/check_internal.h"
#include "engine/analyze/relation_adjusted.h"
#include "engine/analyze/relation_derived.h"
#include "engine/analyze/relation_internal.h"
#include "engine/analyze/relation_law.h"
#include "engine/analyze/relation_rebased.h"

// Growth rates and shares vary by some ten points, however small the printed one is.
static const double PERCENT_SPREAD = 10;
static const double BITS_MAX = 30;

bs_relation *bs_relation_push(bs_relations *set, const char *code, bs_form form, size_t term_count)
{
    size_t *terms = BS_NEW_ARRAY(set->arena, size_t, term_count);
    bs_relation *relation = terms ? BS_PUSH(set->arena, &set->items) : NULL;
    if (relation == NULL) return NULL;
    *relation = (bs_relation){.code = code,
                              .form = form,
                              .terms = terms,
                              .term_count = term_count,
                              .factor = 1,
                              .what = ""};
    return relation;
}

bs_status bs_relation_add(bs_relations *set, const bs_relation_spec *spec, bs_error *err)
{
    bs_relation *relation = bs_relation_push(set, spec->code, spec->form, spec->term_count);
    if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    relation->scope = spec->scope;
    relation->factor = spec->factor != 0 ? spec->factor : 1;
    relation->offset = spec->offset;
    relation->doubt = spec->doubt;
    relation->what = spec->what ? spec->what : "";
    memcpy(relation->terms, spec->terms, spec->term_count * sizeof spec->terms[0]);
    return BS_OK;
}

// How the terms of a relation are read: which intervals, and one figure that may have other digits.
typedef struct printed {
    const bs_view *view;
    bs_rounding rounding;
    size_t changed; // BS_NO_FIGURE for none
    bs_span span;   // of the changed figure
} printed;

static bs_span span_of(const printed *how, const bs_relation *relation, size_t term)
{
    size_t index = relation->terms[term];
    if (index == how->changed) return how->span;
    const bs_figure *figure = &how->view->figures.items[index];
    if (relation->exact) return (bs_span){figure->value, figure->value};
    if (relation->plain)
        return bs_span_of(bs_figure__signed(figure->quantity), BS_EXACT, how->rounding);
    return how->rounding == BS_EITHER ? figure->wide : figure->narrow;
}

static bs_span expect_sum(const printed *how, const bs_relation *relation)
{
    bs_span sum = {relation->offset, relation->offset};
    for (size_t i = 1; i < relation->term_count; i++) {
        int sign = relation->signs ? relation->signs[i] : 1;
        sum = bs_span_add(sum, bs_span_scale(span_of(how, relation, i), sign, 0));
    }
    return sum;
}

static bs_span expect_quotient(const printed *how, const bs_relation *relation)
{
    bs_span below = {0, 0};
    for (size_t i = 2; i < relation->term_count; i++) {
        int sign = relation->signs ? relation->signs[i] : 1;
        below = bs_span_add(below, bs_span_scale(span_of(how, relation, i), sign, 0));
    }
    bs_span quotient = bs_span_div(span_of(how, relation, 1), below);
    return bs_span_scale(quotient, relation->factor, relation->offset);
}

static bs_span expect_yearly(const printed *how, const bs_relation *relation)
{
    bs_span ratio = bs_span_div(span_of(how, relation, 1), span_of(how, relation, 2));
    if (!(ratio.low > 0)) return BS_SPAN_ALL;
    double years = relation->factor;
    bs_span yearly = {pow(ratio.low, 1 / years), pow(ratio.high, 1 / years)};
    return bs_span_scale(yearly, 100, -100);
}

static bs_span expect_mix(const printed *how, const bs_relation *relation)
{
    size_t parts = (relation->term_count - 2) / 2;
    bs_span before = {0, 0};
    for (size_t i = 0; i < parts; i++) {
        bs_span growth = bs_span_scale(span_of(how, relation, 2 + parts + i), 0.01, 1);
        before = bs_span_add(before, bs_span_div(span_of(how, relation, 2 + i), growth));
    }
    return bs_span_scale(bs_span_div(span_of(how, relation, 1), before), 100, -100);
}

static bs_span expect_rate(const printed *how, const bs_relation *relation)
{
    bs_span amount = span_of(how, relation, 1);
    double exact = relation->terms[1] == how->changed
                       ? bs_span_middle(amount)
                       : how->view->figures.items[relation->terms[1]].value;
    return bs_span_scale(relation->bounds, exact, 0);
}

static bs_span expect_cross(const printed *how, const bs_relation *relation)
{
    bs_span above = bs_span_mul(span_of(how, relation, 1), span_of(how, relation, 3));
    return bs_span_div(above, span_of(how, relation, 2));
}

static bs_span expect_within(const printed *how, const bs_relation *relation)
{
    (void)how;
    return bs_span_scale(relation->bounds, 1 / relation->factor, 0);
}

static bs_span expect_at_most(const printed *how, const bs_relation *relation)
{
    return (bs_span){-INFINITY, span_of(how, relation, 1).high};
}

static bs_span (*const forms[])(const printed *how, const bs_relation *relation) = {
    [BS_FORM_SUM] = expect_sum,         [BS_FORM_QUOTIENT] = expect_quotient,
    [BS_FORM_MIX] = expect_mix,         [BS_FORM_RATE] = expect_rate,
    [BS_FORM_CROSS] = expect_cross,     [BS_FORM_WITHIN] = expect_within,
    [BS_FORM_AT_MOST] = expect_at_most, [BS_FORM_YEARLY] = expect_yearly,
};
_Static_assert(BS_COUNT(forms) == BS_FORM_COUNT, "every form needs its arithmetic");

bs_span bs_relation_expect_with(const bs_view *view, const bs_relation *relation, bs_change change)
{
    printed how = {view, change.rounding, change.figure, change.span};
    return forms[relation->form](&how, relation);
}

bs_change bs_relation_change(const bs_view *view, const bs_relation *relation, size_t figure,
                             bs_decimal value, bs_rounding rounding)
{
    bs_qualifier qualifier =
        relation->plain ? BS_EXACT : view->figures.items[figure].quantity->qualifier;
    return (bs_change){figure, bs_span_of(value, qualifier, rounding), rounding};
}

bs_span bs_relation_expect(const bs_view *view, const bs_relation *relation, bs_rounding rounding)
{
    return bs_relation_expect_with(view, relation,
                                   (bs_change){BS_NO_FIGURE, BS_SPAN_ALL, rounding});
}

bool bs_relation_holds_with(const bs_view *view, const bs_relation *relation, bs_change change)
{
    printed how = {view, change.rounding, change.figure, change.span};
    return bs_span_meets(span_of(&how, relation, 0), forms[relation->form](&how, relation));
}

bool bs_relation_holds(const bs_view *view, const bs_relation *relation)
{
    return bs_relation_holds_with(view, relation,
                                  (bs_change){BS_NO_FIGURE, BS_SPAN_ALL, BS_EITHER});
}

static bool is_percent(const bs_quantity *quantity)
{
    return bs_str_starts(quantity->unit, BS_STR("%"));
}

double bs_relation_bits(const bs_view *view, const bs_relation *relation)
{
    if (relation->form == BS_FORM_WITHIN || relation->form == BS_FORM_AT_MOST) return 0;
    const bs_figure *stated = &view->figures.items[relation->terms[0]];
    bs_span expected = bs_relation_expect(view, relation, BS_ROUNDED);
    printed how = {view, BS_ROUNDED, BS_NO_FIGURE, BS_SPAN_ALL};
    double own =
        relation->exact ? bs_span_width(stated->narrow) : bs_span_width(span_of(&how, relation, 0));
    double width = bs_span_width(expected) + own;
    double spread = fabs(stated->value);
    if (is_percent(stated->quantity)) spread = fmax(spread, PERCENT_SPREAD);
    if (!isfinite(width) || width <= 0 || spread <= width) return 0;
    return fmin(log2(spread / width), BITS_MAX);
}

bs_finding *bs_relation_report(bs_relations *set, const char *code, bs_severity severity,
                               size_t figure)
{
    static const double probabilities[] = {[BS_NOTE] = 0.3, [BS_WARNING] = 0.7, [BS_ERROR] = 0.97};
    const bs_quantity *quantity = set->view->figures.items[figure].quantity;
    bs_finding *finding = BS_PUSH(set->arena, &set->findings);
    if (finding == NULL) return NULL;
    bs_str period = bs_period_is_none(quantity->period)
                        ? (bs_str){0}
                        : bs_period_str(quantity->period, set->arena);
    double odds = probabilities[severity] / (1 - probabilities[severity]);
    *finding = (bs_finding){.code = code,
                            .severity = severity,
                            .probability = probabilities[severity],
                            .score = log(odds),
                            .source = set->view->reading->source,
                            .origin = quantity->origin,
                            .period = period,
                            .observed = quantity->text};
    size_t series = set->view->figures.items[figure].series;
    finding->series =
        series != SIZE_MAX ? set->view->reading->series.items[series].key : quantity->indicator;
    return finding;
}

void bs_finding__widen(bs_finding *finding, bs_str span)
{
    bs_origin own = finding->origin;
    finding->origin = bs_source_locate(finding->source, span);
    finding->origin.block = own.block;
    finding->observed = span;
}

bs_status bs_relation_relate(bs_relations *set, bs_finding *finding, size_t figure, bs_error *err)
{
    const bs_quantity *quantity = set->view->figures.items[figure].quantity;
    bs_related *related = BS_PUSH(set->arena, &finding->related);
    if (related == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *related = (bs_related){.origin = quantity->origin, .text = quantity->text};
    return BS_OK;
}

static bool wanted(const char *code, const char *const *codes, size_t code_count)
{
    for (size_t i = 0; i < code_count; i++) {
        if (strcmp(code, codes[i]) == 0) return true;
    }
    return false;
}

// Whether a check reported the figure in passing, and a relation of the same code explains it; a
// number that cannot be at all is explained by any.
static bool is_explained_better(const bs_finding_array *findings, size_t index)
{
    const bs_finding *one = &findings->items[index];
    bool any = strcmp(one->code, "bound") == 0;
    for (size_t i = index + 1; i < findings->count && (any || one->proposal_count == 0); i++) {
        const bs_finding *other = &findings->items[i];
        if (other->origin.offset == one->origin.offset && other->proposal_count > 0 &&
            (any || strcmp(other->code, one->code) == 0))
            return true;
    }
    return false;
}

static bs_status evaluate(bs_relations *set, bs_view *view, const bs_check_options *options,
                          bs_error *err)
{
    bool *holds = BS_NEW_ARRAY(set->arena, bool, set->items.count);
    if (holds == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = 0; i < set->items.count; i++)
        holds[i] = bs_relation_holds(set->view, &set->items.items[i]);
    return bs_relations__explain(set, view, holds, options, err);
}

bs_status bs_relations__collect(bs_relations *set, bs_view *view, bs_arena *arena,
                                const bs_reading *reading, bs_error *err)
{
    BS_TRY(bs_view_init(view, arena, reading, err));
    *set = (bs_relations){.view = view, .arena = arena};
    BS_TRY(bs_law_find(set, view, err));
    BS_TRY(bs_relations__add_families(set, err));
    size_t collector_count;
    const bs_relation_collect *collectors = bs_check__collectors(&collector_count);
    for (size_t i = 0; i < collector_count; i++)
        BS_TRY(collectors[i](set, err));
    bs_rebased_drop(set);
    return bs_adjusted_drop(set, err);
}

bs_status bs_relation_run(bs_finding_array *out, bs_arena *arena, const bs_reading *reading,
                          const bs_check_options *options, const char *const *codes,
                          size_t code_count, bs_error *err)
{
    bs_view view;
    bs_relations set;
    BS_TRY(bs_relations__collect(&set, &view, arena, reading, err));
    if (!options->list_all) BS_TRY(bs_derived_settle(out, &set, BS_DERIVED_SUMS, err));
    size_t direct = set.findings.count; // reported by the checks themselves, without a relation
    BS_TRY(evaluate(&set, &view, options, err));
    if (!options->list_all) BS_TRY(bs_derived_settle(out, &set, BS_DERIVED_RATES, err));
    for (size_t i = 0; i < set.findings.count; i++) {
        if (!wanted(set.findings.items[i].code, codes, code_count)) continue;
        if (i < direct && is_explained_better(&set.findings, i)) continue;
        bs_finding *finding = BS_PUSH(arena, out);
        if (finding == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        *finding = set.findings.items[i];
    }
    return BS_OK;
}
