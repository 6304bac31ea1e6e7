// SPDX-License-Identifier: GPL-3.0-or-later
// relation.h: arithmetic that several printed numbers should obey, and what to say when they do
// not.
//
// Every check of part `relations` only collects: it looks at the view, and pushes relations between
// figures with the scope that makes it believe in them. The engine then evaluates all of them on
// intervals, looks for the number whose slip of the pen explains what fails, and writes findings.
//
// What always holds:
// - A relation holds when the intervals of its printed numbers can meet, rounded or cut off.
// - A figure that a holding relation confirms tightly is no suspect.
// - Scope decides severity. BS_SCOPE_CERTAIN: a failure is an error. BS_SCOPE_LIKELY: a failure is
//   reported, as a warning, only where one slip of the pen mends it. BS_SCOPE_HINT: the relation is
//   only listened to when it holds, and then confirms its figures.
// - The result does not depend on which of the checks are asked for, only which findings are kept.
#ifndef BS_ANALYZE_RELATION_H
#define BS_ANALYZE_RELATION_H

#include "engine/analyze/check.h"
#include "engine/analyze/relation_view.h"

typedef enum bs_scope { BS_SCOPE_HINT, BS_SCOPE_LIKELY, BS_SCOPE_CERTAIN } bs_scope;

// How terms[0], the stated number, follows from the others.
typedef enum bs_form {
    BS_FORM_SUM,      // terms[0] = offset + sum of signs[i] * terms[i]
    BS_FORM_QUOTIENT, // terms[0] = offset + factor * terms[1] / (sum of signs[i] * terms[i], i > 1)
    BS_FORM_YEARLY,  // terms[0] = 100 * ((terms[1] / terms[2])^(1 / factor) - 1), over factor years
    BS_FORM_MIX,     // terms[0] = growth in % of the whole terms[1], whose n parts p are the next n
                     // terms and grew by g %, the last n: 100 * (whole / sum(p / (1 + g/100)) - 1)
    BS_FORM_RATE,    // terms[0] = terms[1], taken as exact, * the rate `bounds`
    BS_FORM_CROSS,   // terms[0] = terms[1] * terms[3] / terms[2]: the same rate twice
    BS_FORM_WITHIN,  // factor * terms[0] lies in [low, high] of `bounds`
    BS_FORM_AT_MOST, // terms[0] <= terms[1]
    BS_FORM_COUNT
} bs_form;

typedef struct bs_relation {
    const char *code; // of the check; static
    bs_form form;
    bs_scope scope;
    size_t *terms;       // figures; terms[0] is what is stated
    const int8_t *signs; // BS_FORM_SUM and BS_FORM_QUOTIENT; NULL means all +1
    size_t term_count;
    double factor;
    double offset;
    bs_span bounds;   // BS_FORM_WITHIN
    double doubt;     // chance that it fails although every number is right; 0: that of the scope
    bool exact;       // the numbers are not rounded: no interval at all
    bool plain;       // words such as "about" are not heard: the printed digits count
    const char *what; // "the total of its column", in messages; static or in the arena
    bs_str because;   // where the scope is from, in messages; may be empty
} bs_relation;

typedef BS_ARRAY(bs_relation) bs_relation_array;

// A whole and its parts in running text: numbers of one unit and one period.
typedef struct bs_family {
    size_t whole; // figure
    size_t *parts;
    size_t part_count;
    bool nested; // the layout says so: parts are items under the whole, or stand in its sentence
    bool exhaustive; // the parts are all there are: they add up, their shares do, or words say so
    bool holds;      // they add up
    double doubt;    // that a sum that fails means nothing
} bs_family;

typedef BS_ARRAY(bs_family) bs_family_array;

// What the checks collect into.
typedef struct bs_relations {
    const bs_view *view;
    bs_arena *arena;
    bs_family_array families; // found before the checks are asked
    size_t *family_of;        // index + 1 of the family that a figure is a part of; 0 for none
    bool *in_hundred;         // of each figure: its share is that in a list whose shares add up to
                              // 100 and fit the sum of its numbers; NULL until shares are collected
    struct bs_law_array *laws; // of the tables; see relation_law.h
    bs_relation_array items;
    bs_finding_array findings; // of checks that are no arithmetic between figures
} bs_relations;

// Pushes a relation with `term_count` terms, all to be filled in. NULL when memory has run out.
bs_relation *bs_relation_push(bs_relations *set, const char *code, bs_form form, size_t term_count);
// A relation of two to four terms, in one call. BS_E_MEMORY.
typedef struct bs_relation_spec {
    const char *code;
    bs_form form;
    bs_scope scope;
    size_t terms[4];
    size_t term_count;
    double factor; // 0 means 1
    double offset;
    double doubt;
    const char *what;
} bs_relation_spec;
BS_CHECKED bs_status bs_relation_add(bs_relations *set, const bs_relation_spec *spec,
                                     bs_error *err);

// What the other terms allow the stated one to be. `wide` reads every number as cut off too.
// BS_SPAN_ALL when they allow anything.
bs_span bs_relation_expect(const bs_view *view, const bs_relation *relation, bs_rounding rounding);
bool bs_relation_holds(const bs_view *view, const bs_relation *relation);
// The same where a figure were printed with other digits.
typedef struct bs_change {
    size_t figure;
    bs_span span;         // that its digits would allow
    bs_rounding rounding; // how the other figures are read
} bs_change;
bs_span bs_relation_expect_with(const bs_view *view, const bs_relation *relation, bs_change change);
bool bs_relation_holds_with(const bs_view *view, const bs_relation *relation, bs_change change);
// The change that a value would make, within its rounding, as the relation hears its words.
bs_change bs_relation_change(const bs_view *view, const bs_relation *relation, size_t figure,
                             bs_decimal value, bs_rounding rounding);
// How much it says that the relation holds: log2 of one over the chance that a wrong number would
// fit as well. 0 when it says nothing.
double bs_relation_bits(const bs_view *view, const bs_relation *relation);

// A finding about one figure, for checks that are no arithmetic: filled but for the message, which
// the caller sets. NULL when memory has run out.
bs_finding *bs_relation_report(bs_relations *set, const char *code, bs_severity severity,
                               size_t figure);
BS_CHECKED bs_status bs_relation_relate(bs_relations *set, bs_finding *finding, size_t figure,
                                        bs_error *err);

// One check's part: looks at set->view and pushes. BS_E_MEMORY only.
typedef bs_status (*bs_relation_collect)(bs_relations *set, bs_error *err);

// Runs all relation checks and appends the findings whose code is one of `codes`, unsorted.
BS_CHECKED bs_status bs_relation_run(bs_finding_array *out, bs_arena *arena,
                                     const bs_reading *reading, const bs_check_options *options,
                                     const char *const *codes, size_t code_count, bs_error *err);

#endif
