// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_derived.h"

#include <stdlib.h>
#include <string.h>

// Of the evidence that a number follows from the others; a chance of one in eight that any would.
static const double BITS_MIN = 3;

typedef struct place {
    size_t offset;
    size_t finding;
} place;

static int by_offset(const void *left, const void *right)
{
    const place *a = left, *b = right;
    return (a->offset > b->offset) - (a->offset < b->offset);
}

static bool is_dip(const bs_finding *finding)
{
    return strcmp(finding->code, "dip") == 0;
}

static bool is_of_code(const bs_relation *relation, const char *const *codes)
{
    for (; *codes != NULL; codes++) {
        if (strcmp(relation->code, *codes) == 0) return true;
    }
    return false;
}

static bool is_sound(const bs_view *view, const bs_relation *relation)
{
    return relation->scope == BS_SCOPE_CERTAIN && relation->form != BS_FORM_WITHIN &&
           relation->form != BS_FORM_AT_MOST && bs_relation_bits(view, relation) >= BITS_MIN &&
           bs_relation_holds(view, relation);
}

// How many of the relation's numbers it vouches for: the rate, share or quotient alone, which is
// worked out from the others and would be from a wrong one; all of a sum or difference, whose
// numbers come from many hands.
static size_t vouched_for(const bs_relation *relation, bs_derived kind)
{
    static const char *const rates[] = {"growth", "share", "ratio", NULL};
    static const char *const sums[] = {"difference", "sum", NULL};
    bool sum = relation->form == BS_FORM_SUM && is_of_code(relation, sums);
    if (kind == BS_DERIVED_SUMS) return sum ? relation->term_count : 0;
    return sum || is_of_code(relation, rates) ? 1 : 0;
}

static void drop_empty(bs_finding_array *findings)
{
    size_t kept = 0;
    for (size_t i = 0; i < findings->count; i++) {
        if (findings->items[i].code != NULL) findings->items[kept++] = findings->items[i];
    }
    findings->count = kept;
}

bs_status bs_derived_settle(bs_finding_array *findings, const bs_relations *set, bs_derived kind,
                            bs_error *err)
{
    size_t count = 0;
    place *places = BS_NEW_ARRAY(set->arena, place, findings->count + 1);
    if (places == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = 0; i < findings->count; i++) {
        if (is_dip(&findings->items[i]))
            places[count++] = (place){findings->items[i].origin.offset, i};
    }
    if (count == 0) return BS_OK;
    qsort(places, count, sizeof *places, by_offset);
    for (size_t i = 0; i < set->items.count; i++) {
        const bs_relation *relation = &set->items.items[i];
        size_t vouched = vouched_for(relation, kind);
        for (size_t k = 0; k < vouched; k++) {
            const bs_figure *figure = &set->view->figures.items[relation->terms[k]];
            place own = {figure->quantity->origin.offset, 0};
            place *found = bsearch(&own, places, count, sizeof *places, by_offset);
            if (found != NULL && is_sound(set->view, relation))
                findings->items[found->finding].code = NULL;
        }
    }
    drop_empty(findings);
    return BS_OK;
}
