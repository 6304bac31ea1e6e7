// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/finding.h"

#include <stdlib.h>

static bool is_mendable(const bs_finding *finding)
{
    return finding->severity == BS_ERROR && finding->proposal_count > 0;
}

int bs_finding_compare(const bs_finding *a, const bs_finding *b)
{
    if (a->severity != b->severity) return a->severity > b->severity ? -1 : 1;
    if (is_mendable(a) != is_mendable(b)) return is_mendable(a) ? -1 : 1;
    if (a->probability != b->probability) return a->probability > b->probability ? -1 : 1;
    int place = bs_origin_compare(&a->origin, &b->origin);
    if (place != 0) return place;
    return strcmp(a->code, b->code);
}

static int compare(const void *a, const void *b)
{
    return bs_finding_compare(a, b);
}

void bs_finding_sort(bs_finding_array *findings)
{
    if (findings->count > 1)
        qsort(findings->items, findings->count, sizeof *findings->items, compare);
}
