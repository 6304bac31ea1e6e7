// SPDX-License-Identifier: GPL-3.0-or-later
//
// restate: the same quantity printed twice says the same.
//
// Two figures are the same quantity when unit, role, period and name agree. Names in running text
// are uncertain, so that a difference is reported only where one slip of the pen explains it.
#include <stdlib.h>

#include "engine/analyze/check_internal.h"
#include "engine/analyze/check_restate_line.h"
#include "engine/analyze/check_restate_table.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_name.h"
#include "engine/analyze/relation_prose.h"

enum { GROUP_MAX = 160, NAME_BYTES_MIN = 4, NOTE_PLACES_MAX = 8 };

static const double LIKENESS_SAME = 0.85;
// Chance that two figures of one name, unit and period are of different things after all.
static const double DOUBT_NAMES = 0.08;

typedef struct mention {
    size_t figure;
    const bs_quantity *quantity;
} mention;

typedef BS_ARRAY(mention) mention_array;

static bool is_mention(const bs_figure *figure)
{
    const bs_quantity *quantity = figure->quantity;
    bool role = quantity->role == BS_ROLE_LEVEL || quantity->role == BS_ROLE_GROWTH ||
                quantity->role == BS_ROLE_SHARE;
    return quantity->valued && role && quantity->unit.len > 0 &&
           quantity->indicator.len >= NAME_BYTES_MIN && !bs_period_is_none(quantity->period) &&
           quantity->kind != BS_KIND_RANGE && quantity->kind != BS_KIND_RANK;
}

// Mentions that may be of one quantity stand together: by unit, role and period.
static int by_group(const void *a, const void *b)
{
    const mention *x = a;
    const mention *y = b;
    int order = bs_str_compare(x->quantity->unit, y->quantity->unit);
    if (order == 0) order = (int)x->quantity->role - (int)y->quantity->role;
    if (order == 0) order = bs_period_compare(x->quantity->period, y->quantity->period);
    if (order != 0) return order;
    return (x->figure > y->figure) - (x->figure < y->figure);
}

static bool same_group(const mention *x, const mention *y)
{
    return bs_str_equal(x->quantity->unit, y->quantity->unit) &&
           x->quantity->role == y->quantity->role &&
           bs_period_equal(x->quantity->period, y->quantity->period);
}

// Whether the sentence or the name of a figure speaks of the subject of the other one.
static bool speaks_of(const bs_view *view, const mention *m, bs_str subject)
{
    if (bs_name_likeness(m->quantity->subject, subject) >= LIKENESS_SAME) return true;
    if (bs_str_find(m->quantity->indicator, subject, 0) != SIZE_MAX) return true;
    const bs_sentence *sentence = bs_view_sentence(view, m->figure);
    return sentence != NULL && bs_str_find(sentence->text, subject, 0) != SIZE_MAX;
}

// Whether a person has said that the two names mean the same.
static bool are_aliases(const bs_view *view, bs_str a, bs_str b)
{
    const bs_name_pair_array *all = &view->reading->aliases;
    for (size_t i = 0; i < all->count; i++) {
        const bs_name_pair *pair = &all->items[i];
        bool as_said = bs_name_likeness(pair->a, a) >= LIKENESS_SAME &&
                       bs_name_likeness(pair->b, b) >= LIKENESS_SAME;
        bool turned = bs_name_likeness(pair->a, b) >= LIKENESS_SAME &&
                      bs_name_likeness(pair->b, a) >= LIKENESS_SAME;
        if (as_said || turned) return true;
    }
    return false;
}

static bool same_name(const bs_view *view, const mention *a, const mention *b)
{
    bs_str name = a->quantity->indicator, other = b->quantity->indicator;
    bool alike = bs_name_likeness(name, other) >= LIKENESS_SAME && !bs_name_differs(name, other);
    if (!alike && !are_aliases(view, name, other)) return false;
    bs_str subject_a = a->quantity->subject;
    bs_str subject_b = b->quantity->subject;
    if (subject_a.len > 0 && !speaks_of(view, b, subject_a)) return false;
    return subject_b.len == 0 || speaks_of(view, a, subject_b);
}

// Numbers of one table, or of one list item, are different things by the layout.
static bool may_restate(const bs_quantity *a, const bs_quantity *b)
{
    if (a->origin.block == b->origin.block) return false;
    if (a->origin.table != 0 && b->origin.table != 0) return false;
    return a->status == b->status || a->origin.table != 0 || b->origin.table != 0;
}

typedef struct group {
    bs_relations *set;
    const mention *items;
    size_t count;
} group;

static const bs_figure *figure_of(const group *g, size_t item)
{
    return &g->set->view->figures.items[g->items[item].figure];
}

static bool agrees(const group *g, size_t a, size_t b)
{
    return bs_span_meets(figure_of(g, a)->wide, figure_of(g, b)->wide);
}

static bool all_negative(const bs_view *view, const bs_figure *cell)
{
    enum { VALUES_MIN = 2 };
    const bs_grid *grid = &view->grids.items[cell->grid];
    size_t count = 0;
    for (size_t col = 0; col < grid->col_count; col++) {
        size_t other = grid->cells[cell->row * grid->col_count + col];
        if (other == BS_NO_FIGURE || !bs_grid_like_unit(&view->figures.items[other], cell))
            continue;
        if (view->figures.items[other].value >= 0) return false;
        count++;
    }
    return count >= VALUES_MIN;
}

// "Loan losses were 16.5 million" of a row of -16.5 and -18.2: what is taken off has its minus in
// the account only.
static bool agrees_without_sign(const group *g, size_t a, size_t b)
{
    const bs_figure *text = figure_of(g, a), *cell = figure_of(g, b);
    if (text->grid != SIZE_MAX) {
        const bs_figure *other = text;
        text = cell;
        cell = other;
    }
    if (text->grid != SIZE_MAX || cell->grid == SIZE_MAX) return false;
    if (text->value <= 0 || cell->value >= 0) return false;
    bs_decimal turned = cell->quantity->value;
    turned.coefficient = -turned.coefficient;
    return bs_decimal_equal(turned, text->quantity->value) && all_negative(g->set->view, cell);
}

// The one other mention of the name that says something else; SIZE_MAX when there is none, when
// there are several, or when a mention agrees: then the names mean different things, or it is
// right.
static size_t opponent_of(const group *g, size_t item, bool *confirmed)
{
    size_t found = SIZE_MAX;
    size_t count = 0;
    *confirmed = false;
    for (size_t i = 0; i < g->count; i++) {
        const mention *other = &g->items[i];
        if (i == item || !may_restate(g->items[item].quantity, other->quantity) ||
            !same_name(g->set->view, &g->items[item], other))
            continue;
        if (agrees(g, item, i) || agrees_without_sign(g, item, i)) {
            *confirmed = true;
            continue;
        }
        found = i;
        count++;
    }
    return count == 1 ? found : SIZE_MAX;
}

static bs_status push_pair(const group *g, size_t stated, size_t other, bs_error *err)
{
    bool holds = agrees(g, stated, other);
    return bs_relation_add(
        g->set,
        &(bs_relation_spec){.code = "restate",
                            .form = BS_FORM_SUM,
                            .scope = holds ? BS_SCOPE_HINT : BS_SCOPE_LIKELY,
                            .terms = {g->items[stated].figure, g->items[other].figure},
                            .term_count = 2,
                            .doubt = holds ? 0 : DOUBT_NAMES,
                            .what = "what the document says elsewhere"},
        err);
}

// Pairs that agree confirm one another; a figure that one other contradicts is held against it.
static bs_status check_group(const group *g, bs_error *err)
{
    for (size_t a = 0; a < g->count && g->count <= GROUP_MAX; a++) {
        bool confirmed;
        size_t b = opponent_of(g, a, &confirmed);
        if (b != SIZE_MAX && !confirmed) {
            bool other_confirmed;
            size_t back = opponent_of(g, b, &other_confirmed);
            // Seen from both sides, the pair is pushed once: from the text, or the later one.
            bool twice = back == a && !other_confirmed;
            bool text = g->items[a].quantity->origin.table == 0;
            bool first = twice && (g->items[b].quantity->origin.table == 0) == text && a < b;
            if (!twice || (text && !first)) BS_TRY(push_pair(g, a, b, err));
        }
        for (size_t i = a + 1; i < g->count; i++) {
            if (may_restate(g->items[a].quantity, g->items[i].quantity) && agrees(g, a, i) &&
                same_name(g->set->view, &g->items[a], &g->items[i]))
                BS_TRY(push_pair(g, a, i, err));
        }
    }
    return BS_OK;
}

static bool bounds_only(bs_qualifier qualifier)
{
    return qualifier != BS_EXACT && qualifier != BS_APPROX;
}

// The same digits with different words: "more than 1,800" in the text, 1,800 in the table. One note
// a document, at the first place.
static bs_status note_qualifiers(bs_relations *set, const mention *items, size_t count,
                                 bs_error *err)
{
    bs_finding *finding = NULL;
    for (size_t i = 0; i < count; i++) {
        const bs_quantity *a = items[i].quantity;
        if (a->origin.table != 0 || !bounds_only(a->qualifier)) continue;
        for (size_t k = i + 1; k < count && k < i + GROUP_MAX; k++) {
            const mention *other = &items[k];
            const bs_quantity *b = other->quantity;
            if (!same_group(&items[i], other)) break;
            if (b->origin.table == 0 || b->qualifier != BS_EXACT ||
                bs_decimal_compare(a->value, b->value) != 0)
                continue;
            if (finding != NULL && finding->related.count >= NOTE_PLACES_MAX) return BS_OK;
            if (finding != NULL) {
                BS_TRY(bs_relation_relate(set, finding, items[i].figure, err));
                break;
            }
            finding = bs_relation_report(set, "restate", BS_NOTE, items[i].figure);
            if (finding == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
            finding->message = bs_arena_format(
                set->arena, "%.*s is a bound (%s) here and a plain %.*s in the table on line %u",
                BS_STR_ARG(a->text), bs_qualifier_name(a->qualifier), BS_STR_ARG(b->text),
                b->origin.line);
            if (finding->message.ptr == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
            BS_TRY(bs_relation_relate(set, finding, other->figure, err));
            break;
        }
    }
    return BS_OK;
}

bs_status bs_collect__restate(bs_relations *set, bs_error *err)
{
    mention_array all = {0};
    for (size_t i = 0; i < set->view->reading->quantities.count; i++) {
        if (!is_mention(&set->view->figures.items[i])) continue;
        mention *item = BS_PUSH(set->arena, &all);
        if (item == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        *item = (mention){i, set->view->figures.items[i].quantity};
    }
    if (all.count > 1) qsort(all.items, all.count, sizeof *all.items, by_group);
    for (size_t at = 0; at < all.count;) {
        size_t end = at + 1;
        while (end < all.count && same_group(&all.items[end], &all.items[at]))
            end++;
        group g = {set, all.items + at, end - at};
        BS_TRY(check_group(&g, err));
        at = end;
    }
    BS_TRY(bs_restate__check_tables(set, err));
    BS_TRY(bs_restate__check_lines(set, err));
    return note_qualifiers(set, all.items, all.count, err);
}

BS_RELATION_RUN(bs_check_restate, "restate")
