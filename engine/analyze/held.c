// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/held.h"

#include <stdlib.h>

#include "engine/analyze/relation_internal.h"
#include "engine/analyze/relation_knot.h"

// What its place alone lets one believe is told when it holds by chance once in so many bits.
static const double LIKELY_BITS = 6;

// A relation that is to be told, and its figures in their order: "a = b + c" and "c = a - b" are
// one.
typedef struct telling {
    const bs_relation *relation;
    size_t *figures;
    size_t check;  // place in the table of checks
    size_t offset; // of the stated number in the text
} telling;

typedef BS_ARRAY(telling) telling_array;

static size_t place_of_check(const char *code)
{
    size_t count;
    const bs_check *all = bs_check_table(&count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(all[i].code, code) == 0) return i;
    }
    return count;
}

static bool is_chosen(size_t check, const bs_check_options *options)
{
    size_t count;
    const bs_check *all = bs_check_table(&count);
    return check < count && bs_check_is_chosen(&all[check], options);
}

// Does it hold, was it believed in, and would a wrong number have broken it? That a number is said
// again, or that two have one rate, is told only where it is certain.
static bool is_telling(const bs_relations *set, const bs_relation *relation)
{
    bool certain = relation->scope == BS_SCOPE_CERTAIN;
    bool again = relation->form == BS_FORM_CROSS ||
                 (relation->form == BS_FORM_SUM && relation->term_count < 3);
    if (relation->form == BS_FORM_WITHIN || relation->form == BS_FORM_AT_MOST) return false;
    if (relation->scope == BS_SCOPE_HINT || (again && !certain)) return false;
    double least = certain ? BS_CONFIRM_BITS : LIKELY_BITS;
    return bs_relation_bits(set->view, relation) >= least && bs_relation_holds(set->view, relation);
}

static int compare_sizes(const void *left, const void *right)
{
    size_t a = *(const size_t *)left, b = *(const size_t *)right;
    return (a > b) - (a < b);
}

static bs_status take(telling_array *out, const bs_relations *set, const bs_relation *relation,
                      size_t check, bs_error *err)
{
    size_t count = relation->term_count;
    telling *place = BS_PUSH(set->arena, out);
    size_t *figures = BS_NEW_ARRAY(set->arena, size_t, count);
    if (place == NULL || figures == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    memcpy(figures, relation->terms, count * sizeof *figures);
    qsort(figures, count, sizeof *figures, compare_sizes);
    const bs_quantity *stated = set->view->figures.items[relation->terms[0]].quantity;
    *place = (telling){relation, figures, check, stated->origin.offset};
    return BS_OK;
}

static int compare_figures(const telling *a, const telling *b)
{
    size_t count = a->relation->term_count;
    if (count != b->relation->term_count) return count < b->relation->term_count ? -1 : 1;
    for (size_t i = 0; i < count; i++) {
        if (a->figures[i] != b->figures[i]) return a->figures[i] < b->figures[i] ? -1 : 1;
    }
    return 0;
}

// By their figures; of one set the check that stands first in the table.
static int by_figures(const void *left, const void *right)
{
    const telling *a = left, *b = right;
    int order = compare_figures(a, b);
    if (order == 0) order = (a->check > b->check) - (a->check < b->check);
    return order != 0 ? order : (a->offset > b->offset) - (a->offset < b->offset);
}

// By their places; of one number and check the shortest.
static int by_place(const void *left, const void *right)
{
    const telling *a = left, *b = right;
    int order = (a->offset > b->offset) - (a->offset < b->offset);
    if (order == 0) order = (a->check > b->check) - (a->check < b->check);
    return order != 0 ? order : compare_figures(a, b);
}

// Leaves one of each set of figures, and one of each number and check but for sums, of which a
// total may have several.
static void drop_copies(telling_array *all)
{
    size_t kept = 0;
    if (all->count == 0) return;
    qsort(all->items, all->count, sizeof *all->items, by_figures);
    for (size_t i = 0; i < all->count; i++) {
        if (kept > 0 && compare_figures(&all->items[kept - 1], &all->items[i]) == 0) continue;
        all->items[kept++] = all->items[i];
    }
    all->count = kept;
    qsort(all->items, all->count, sizeof *all->items, by_place);
    size_t sum = place_of_check("sum");
    kept = 0;
    for (size_t i = 0; i < all->count; i++) {
        const telling *here = &all->items[i], *last = kept > 0 ? &all->items[kept - 1] : NULL;
        bool again = last != NULL && last->offset == here->offset && last->check == here->check;
        if (again && here->check != sum) continue;
        all->items[kept++] = *here;
    }
    all->count = kept;
}

static bs_status tell(bs_held_array *out, bs_relations *set, const bs_relation *relation,
                      bs_error *err)
{
    const bs_quantity *stated = set->view->figures.items[relation->terms[0]].quantity;
    bs_held *held = BS_PUSH(set->arena, out);
    bs_str text = bs_relation__held_message(set, relation);
    if (held == NULL || text.ptr == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *held = (bs_held){.code = relation->code,
                      .source = set->view->reading->source,
                      .origin = stated->origin,
                      .text = text};
    return BS_OK;
}

bs_status bs_check_held(bs_held_array *out, bs_arena *arena, const bs_reading *reading,
                        const bs_check_options *options, bs_error *err)
{
    bs_view view;
    bs_relations set;
    telling_array all = {0};
    BS_TRY(bs_relations__collect(&set, &view, arena, reading, err));
    for (size_t i = 0; i < set.items.count; i++) {
        const bs_relation *relation = &set.items.items[i];
        size_t check = place_of_check(relation->code);
        if (is_chosen(check, options) && is_telling(&set, relation))
            BS_TRY(take(&all, &set, relation, check, err));
    }
    drop_copies(&all);
    for (size_t i = 0; i < all.count; i++)
        BS_TRY(tell(out, &set, all.items[i].relation, err));
    return BS_OK;
}
