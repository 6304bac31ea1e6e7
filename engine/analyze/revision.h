// SPDX-License-Identifier: GPL-3.0-or-later
// revision.h: what later vintages made of the values that earlier ones gave.
//
// A revision is a newer value less the older one of the same period and kind (what came true is not
// a revision of what was planned). A value that is given again with more digits, or with fewer, and
// is the same within them is not revised. The terms and the two means are those of the OECD and
// Eurostat guidelines on revisions policy and analysis: of first against latest values.
#ifndef BS_ANALYZE_REVISION_H
#define BS_ANALYZE_REVISION_H

#include "engine/analyze/line.h"

typedef struct bs_revision {
    const bs_observation *from; // as the earlier vintage has it
    const bs_observation *to;
    bs_str from_vintage;
    bs_str to_vintage;
    size_t to_index;   // of `to` in the series
    size_t from_index; // of `from`
    bool revised;      // false: the same within its digits
    bs_bounded change; // to - from, in the unit of the series
    double pct; // the same in per cent of `from`; NaN of shares and rates, and where there is
                // no growth
} bs_revision;

typedef BS_ARRAY(bs_revision) bs_revision_array;

typedef struct bs_revisions {
    bs_revision_array steps;  // each vintage of a value against the one before it
    bs_revision_array totals; // the latest against the first, one a value that has two vintages
    size_t revised_count;     // of totals
    double mean;              // of the changes of totals, 0 for those not revised
    double mean_absolute;
    double mean_pct; // NaN where one of them has none
    double mean_absolute_pct;
    const bs_revision *largest; // of those revised, by size; NULL without any
} bs_revisions;

// Compares the vintages of a series. Its observations stand by period, then by kind, then by
// vintage, the oldest first, as bs_store_get gives all vintages; `vintages` are their dates. Of
// several values in one vintage the last one counts. BS_E_MEMORY.
BS_CHECKED bs_status bs_revisions_of(bs_revisions *out, bs_arena *arena, const bs_series *series,
                                     const bs_str *vintages, bs_error *err);

// Those of the steps that are too large for the history of the series: more than
// BS_REVISION_TIMES_MAX times the largest of all others, at least BS_REVISION_HISTORY_MIN of which
// there must be, and more than rounding explains. Where nothing else was ever revised, more than as
// many times the typical growth from one value to the next. A vintage that revises most of what it
// gives again is a new basis, and is left alone.
enum { BS_REVISION_TIMES_MAX = 5, BS_REVISION_HISTORY_MIN = 6 };
typedef struct bs_revision_outlier {
    const bs_revision *step;
    double size;    // in per cent, or in points of shares and rates
    double usual;   // the largest of the others
    size_t history; // how many others there are
} bs_revision_outlier;
typedef BS_ARRAY(bs_revision_outlier) bs_revision_outlier_array;
BS_CHECKED bs_status bs_revision_outliers(bs_revision_outlier_array *out, bs_arena *arena,
                                          const bs_series *series, const bs_revisions *revisions,
                                          bs_error *err);

#endif
