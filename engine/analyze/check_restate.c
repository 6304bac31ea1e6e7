// SPDX-License-Identifier: GPL-3.0-or-later
//
// restate: the same quantity printed twice says the same.
//
// Two figures are the same quantity when unit, role, period and name agree. Names in running text
// are uncertain, so that a difference is reported only where one slip of the pen explains it.
#include <stdlib.h>

#include "engine/analyze/check_internal.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"

enum { GROUP_MAX = 160, NAME_BYTES_MIN = 4, NOTE_PLACES_MAX = 8 };

static const double LIKENESS_SAME = 0.85;
// Chance that two figures of one name, unit and period are of different things after all.
static const double DOUBT_NAMES = 0.03;

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

static bool same_name(const bs_quantity *a, const bs_quantity *b)
{
    if ((a->subject.len > 0) != (b->subject.len > 0) && a->origin.table == b->origin.table)
        return false;
    if (a->subject.len > 0 && b->subject.len > 0 &&
        bs_name_likeness(a->subject, b->subject) < LIKENESS_SAME)
        return false;
    return bs_name_likeness(a->indicator, b->indicator) >= LIKENESS_SAME;
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

// Whether a figure is printed elsewhere with the value that it has: then its own is no slip.
static bool is_repeated(const group *g, size_t item)
{
    for (size_t i = 0; i < g->count; i++) {
        if (i != item && may_restate(g->items[i].quantity, g->items[item].quantity) &&
            figure_of(g, i)->value == figure_of(g, item)->value)
            return true;
    }
    return false;
}

static bs_status compare(const group *g, size_t a, size_t b, bs_error *err)
{
    bool holds = agrees(g, a, b);
    if (!holds && is_repeated(g, a) && is_repeated(g, b)) return BS_OK;
    return bs_relation_add(g->set,
                           &(bs_relation_spec){.code = "restate",
                                               .form = BS_FORM_SUM,
                                               .scope = holds ? BS_SCOPE_HINT : BS_SCOPE_LIKELY,
                                               .terms = {g->items[a].figure, g->items[b].figure},
                                               .term_count = 2,
                                               .doubt = holds ? 0 : DOUBT_NAMES,
                                               .what = "what the document says elsewhere"},
                           err);
}

static bs_status check_group(const group *g, bs_error *err)
{
    for (size_t a = 0; a < g->count && g->count <= GROUP_MAX; a++) {
        for (size_t b = a + 1; b < g->count; b++) {
            const bs_quantity *x = g->items[a].quantity;
            const bs_quantity *y = g->items[b].quantity;
            if (!may_restate(x, y) || !same_name(x, y)) continue;
            // The stated one is that of the text where the other is that of a table.
            bool text_first = y->origin.table != 0;
            BS_TRY(compare(g, text_first ? a : b, text_first ? b : a, err));
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
    return note_qualifiers(set, all.items, all.count, err);
}

BS_RELATION_RUN(bs_check_restate, "restate")
