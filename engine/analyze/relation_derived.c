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

// Rates, shares, quotients and differences; a total is held with its parts by the model itself.
static bool derives(const bs_view *view, const bs_relation *relation)
{
    static const char *const codes[] = {"growth", "share", "ratio", "difference"};
    bool known = false;
    for (size_t i = 0; i < BS_COUNT(codes) && !known; i++)
        known = strcmp(relation->code, codes[i]) == 0;
    return known && relation->scope == BS_SCOPE_CERTAIN && relation->form != BS_FORM_WITHIN &&
           relation->form != BS_FORM_AT_MOST && bs_relation_bits(view, relation) >= BITS_MIN &&
           bs_relation_holds(view, relation);
}

static void drop_empty(bs_finding_array *findings, size_t first)
{
    size_t kept = first;
    for (size_t i = first; i < findings->count; i++) {
        if (findings->items[i].code != NULL) findings->items[kept++] = findings->items[i];
    }
    findings->count = kept;
}

bs_status bs_derived_settle(bs_finding_array *findings, size_t first, const bs_relations *set,
                            bs_error *err)
{
    size_t count = 0;
    place *places = BS_NEW_ARRAY(set->arena, place, findings->count - first + 1);
    if (places == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = first; i < findings->count; i++) {
        if (is_dip(&findings->items[i]))
            places[count++] = (place){findings->items[i].origin.offset, i};
    }
    if (count == 0) return BS_OK;
    qsort(places, count, sizeof *places, by_offset);
    for (size_t i = 0; i < set->items.count; i++) {
        const bs_relation *relation = &set->items.items[i];
        size_t offset = set->view->figures.items[relation->terms[0]].quantity->origin.offset;
        place *found = bsearch(&(place){offset, 0}, places, count, sizeof *places, by_offset);
        if (found == NULL || !derives(set->view, relation)) continue;
        findings->items[found->finding].code = NULL;
    }
    drop_empty(findings, first);
    return BS_OK;
}
