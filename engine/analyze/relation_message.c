// SPDX-License-Identifier: GPL-3.0-or-later
//
// One plain sentence for a relation that fails, or holds: what is printed, what was expected, from
// which places, by which arithmetic. Numbers stand as they are printed.
#include <math.h>
#include <stdio.h>

#include "engine/analyze/relation_internal.h"

enum { TERMS_SHOWN_MAX = 6, PERCENT_PLACES_MAX = 6 };

typedef struct writer {
    bs_relations *set;
    const bs_relation *relation;
    bool holds;
    bs_buffer out;
} writer;

static const char *is(const writer *w)
{
    return w->holds ? "is" : "is not";
}

static const bs_figure *figure_of(const writer *w, size_t term)
{
    return &w->set->view->figures.items[w->relation->terms[term]];
}

// The number as printed, or as it was meant where another finding says so; a cell of a table also
// says where it stands.
static void add_term(writer *w, size_t term)
{
    const bs_quantity *quantity = figure_of(w, term)->quantity;
    bs_str meant = figure_of(w, term)->meant;
    bs_buffer_add(&w->out, meant.len > 0 ? meant : quantity->text);
    if (meant.len > 0) bs_buffer_addf(&w->out, " (printed %.*s)", BS_STR_ARG(quantity->text));
    if (quantity->origin.line != figure_of(w, 0)->quantity->origin.line && term > 0)
        bs_buffer_addf(&w->out, " (line %u)", quantity->origin.line);
}

// 36,800,000,000,000: whole numbers that no double blurs, in groups of three.
static bool add_grouped(writer *w, double value)
{
    enum { DIGITS_MAX = 24 };
    char digits[DIGITS_MAX];
    if (fabs(value) >= 1e15 || value != round(value)) return false;
    int count = snprintf(digits, sizeof digits, "%.0f", fabs(value));
    if (value < 0) bs_buffer_add(&w->out, BS_STR("-"));
    for (int i = 0; i < count; i++) {
        if (i > 0 && (count - i) % 3 == 0) bs_buffer_add(&w->out, BS_STR(","));
        bs_buffer_add_char(&w->out, digits[i]);
    }
    return true;
}

// A result in the style of the stated number; plain digits where that cannot be printed.
static void add_value(writer *w, double value)
{
    const bs_figure *stated = figure_of(w, 0);
    double units = value / stated->last_place;
    bs_str text = {0};
    if (fabs(units) < 9e17) {
        bs_decimal rounded = {llround(units), stated->quantity->value.scale};
        text = bs_mend__print(w->set->arena, w->set->view, stated, rounded);
    }
    if (text.ptr != NULL) {
        bs_buffer_add(&w->out, text);
        return;
    }
    if (!add_grouped(w, value)) bs_buffer_addf(&w->out, "%.6g", value);
    bs_buffer_addf(&w->out, " %.*s", BS_STR_ARG(stated->quantity->unit));
}

// A percentage with one place more than is printed, and the interval that rounding allows.
static void add_percent(writer *w, bs_span expected, double point)
{
    int places = figure_of(w, 0)->quantity->value.scale + 1;
    if (places < 1) places = 1;
    if (places > PERCENT_PLACES_MAX) places = PERCENT_PLACES_MAX;
    bs_buffer_addf(&w->out, "%.*f%%", places, point);
    if (bs_span_closed(expected))
        bs_buffer_addf(&w->out, " (%.*f to %.*f)", places, expected.low, places, expected.high);
}

// The value of the relation when every number is taken as it is printed.
static double point_of(const writer *w)
{
    bs_relation exact = *w->relation;
    exact.exact = true;
    return bs_span_middle(bs_relation_expect(w->set->view, &exact, BS_ROUNDED));
}

// "down 9.7%": the sign is in the words.
static bool falls_by_words(const bs_figure *figure)
{
    const bs_quantity *quantity = figure->quantity;
    bool moves = quantity->role == BS_ROLE_GROWTH || quantity->role == BS_ROLE_CHANGE;
    return figure->sentence != SIZE_MAX && moves && figure->value < 0 && quantity->digits.len > 0 &&
           quantity->digits.ptr[0] >= '0' && quantity->digits.ptr[0] <= '9';
}

static void add_stated(writer *w)
{
    const char *what = w->relation->what;
    add_term(w, 0);
    if (falls_by_words(figure_of(w, 0))) bs_buffer_add(&w->out, BS_STR(" down"));
    if (what[0] != '\0')
        bs_buffer_addf(&w->out, " %s %s: ", is(w), what);
    else
        bs_buffer_addf(&w->out, " %s ", is(w));
}

static void add_terms(writer *w, size_t first, size_t end)
{
    size_t shown = end - first > TERMS_SHOWN_MAX ? 3 : end - first;
    for (size_t i = first; i < first + shown; i++) {
        bool minus = w->relation->signs != NULL && w->relation->signs[i] < 0;
        if (w->relation->form == BS_FORM_SUM && falls_by_words(figure_of(w, i))) minus = !minus;
        if (i > first || minus) bs_buffer_add(&w->out, minus ? BS_STR(" - ") : BS_STR(" + "));
        add_term(w, i);
    }
    if (shown == end - first) return;
    bs_buffer_add(&w->out, BS_STR(" + ... + "));
    add_term(w, end - 1);
    bs_buffer_addf(&w->out, " (%zu numbers)", end - first);
}

static void write_sum(writer *w)
{
    const bs_relation *relation = w->relation;
    if (relation->term_count == 2 && relation->offset == 0) {
        add_term(w, 0);
        bs_buffer_addf(&w->out, " %s %s, ", is(w), relation->what);
        add_term(w, 1);
        return;
    }
    add_stated(w);
    if (relation->offset != 0) bs_buffer_addf(&w->out, "%g", relation->offset);
    add_terms(w, 1, relation->term_count);
    bs_buffer_add(&w->out, BS_STR(" = "));
    add_value(w, point_of(w));
}

static void write_quotient(writer *w)
{
    const bs_relation *relation = w->relation;
    add_stated(w);
    if (relation->offset == 100) bs_buffer_add(&w->out, BS_STR("1 - ")); // a fall without a sign
    add_term(w, 1);
    bs_buffer_add(&w->out, BS_STR(" / "));
    bool several = relation->term_count > 3;
    if (several) bs_buffer_add_char(&w->out, '(');
    add_terms(w, 2, relation->term_count);
    if (several) bs_buffer_add_char(&w->out, ')');
    if (relation->offset == -100) bs_buffer_add(&w->out, BS_STR(" - 1"));
    bs_buffer_add(&w->out, BS_STR(" = "));
    bs_span expected = bs_relation_expect(w->set->view, relation, BS_ROUNDED);
    if (bs_str_starts(figure_of(w, 0)->quantity->unit, BS_STR("%")))
        add_percent(w, expected, point_of(w));
    else
        add_value(w, point_of(w));
}

static void write_yearly(writer *w)
{
    add_stated(w);
    bs_buffer_add_char(&w->out, '(');
    add_term(w, 1);
    bs_buffer_add(&w->out, BS_STR(" / "));
    add_term(w, 2);
    bs_buffer_addf(&w->out, ")^(1/%g) - 1 = ", w->relation->factor);
    add_percent(w, bs_relation_expect(w->set->view, w->relation, BS_ROUNDED), point_of(w));
}

static void write_mix(writer *w)
{
    size_t parts = (w->relation->term_count - 2) / 2;
    bs_buffer_add(&w->out, BS_STR("growth of "));
    add_term(w, 0);
    bs_buffer_add(&w->out, BS_STR(" of the whole "));
    add_term(w, 1);
    bs_buffer_add(&w->out,
                  w->holds ? BS_STR(" fits: its parts ") : BS_STR(" cannot be: its parts "));
    for (size_t i = 0; i < parts && i < TERMS_SHOWN_MAX; i++) {
        if (i > 0) bs_buffer_add(&w->out, i + 1 == parts ? BS_STR(" and ") : BS_STR(", "));
        bs_buffer_add(&w->out, figure_of(w, 2 + i)->quantity->text);
        bs_buffer_add(&w->out, BS_STR(" (growth "));
        bs_buffer_add(&w->out, figure_of(w, 2 + parts + i)->quantity->text);
        bs_buffer_addf(&w->out, ", line %u)", figure_of(w, 2 + i)->quantity->origin.line);
    }
    if (parts > TERMS_SHOWN_MAX) bs_buffer_addf(&w->out, " and %zu more", parts - TERMS_SHOWN_MAX);
    bs_buffer_add(&w->out, BS_STR(" add up to it and imply "));
    add_percent(w, bs_relation_expect(w->set->view, w->relation, BS_ROUNDED), point_of(w));
}

static void write_cross(writer *w)
{
    double rate = figure_of(w, 0)->value / figure_of(w, 1)->value;
    double other = figure_of(w, 3)->value / figure_of(w, 2)->value;
    bool inverted = other < 1;
    add_term(w, 0);
    bs_buffer_addf(&w->out, " %s ", is(w));
    add_term(w, 1);
    bs_buffer_addf(&w->out, " at the rate of this document: the two give %.6g, %s ",
                   inverted ? 1 / rate : rate, w->holds ? "as" : "but");
    add_term(w, 2);
    bs_buffer_add(&w->out, BS_STR(" = "));
    add_term(w, 3);
    bs_buffer_addf(&w->out, " gives %.6g", inverted ? 1 / other : other);
    if (w->holds) return;
    bs_buffer_add(&w->out, BS_STR(", which makes it "));
    add_value(w, point_of(w));
}

static void write_rate(writer *w)
{
    double rate = bs_span_middle(w->relation->bounds);
    if (w->relation->what[0] != '\0') {
        add_term(w, 0);
        bs_buffer_addf(&w->out, " %s %s ", is(w), w->relation->what);
        add_term(w, 1);
        if (w->holds) return;
        bs_buffer_add(&w->out, BS_STR(", which is "));
        add_value(w, figure_of(w, 1)->value * rate);
        return;
    }
    add_term(w, 0);
    bs_buffer_addf(&w->out, " %s ", is(w));
    add_term(w, 1);
    bs_buffer_addf(&w->out, " at %.6g, the rate of the other conversions here",
                   rate < 1 ? 1 / rate : rate);
    if (w->holds) return;
    bs_buffer_add(&w->out, BS_STR(", which makes it "));
    add_value(w, figure_of(w, 1)->value * rate);
}

static void write_within(writer *w)
{
    add_term(w, 0);
    bs_buffer_addf(&w->out, " is not possible for %s: ", w->relation->what);
    bs_span bounds = w->relation->bounds;
    if (bs_span_closed(bounds))
        bs_buffer_addf(&w->out, "it lies between %g and %g", bounds.low, bounds.high);
    else if (isfinite(bounds.low))
        bs_buffer_addf(&w->out, "it is %g or more", bounds.low);
    else
        bs_buffer_addf(&w->out, "it is %g or less", bounds.high);
}

static void write_at_most(writer *w)
{
    add_term(w, 0);
    bs_buffer_addf(&w->out, " %s ", w->relation->what);
    add_term(w, 1);
}

static void (*const writers[])(writer *w) = {
    [BS_FORM_SUM] = write_sum,         [BS_FORM_QUOTIENT] = write_quotient,
    [BS_FORM_MIX] = write_mix,         [BS_FORM_RATE] = write_rate,
    [BS_FORM_CROSS] = write_cross,     [BS_FORM_WITHIN] = write_within,
    [BS_FORM_AT_MOST] = write_at_most, [BS_FORM_YEARLY] = write_yearly,
};
_Static_assert(BS_COUNT(writers) == BS_FORM_COUNT, "every form needs its sentence");

static bs_str message(bs_relations *set, const bs_relation *relation, bool holds)
{
    writer w = {set, relation, holds, BS_BUFFER_INIT};
    writers[relation->form](&w);
    if (!holds && relation->because.len > 0) {
        bs_buffer_add(&w.out, BS_STR("; "));
        bs_buffer_add(&w.out, relation->because);
    }
    bs_str out = bs_arena_str(set->arena, bs_buffer_str(&w.out));
    bs_buffer_deinit(&w.out);
    return out;
}

bs_str bs_relation__message(bs_relations *set, const bs_relation *relation)
{
    return message(set, relation, false);
}

bs_str bs_relation__held_message(bs_relations *set, const bs_relation *relation)
{
    return message(set, relation, true);
}
