// SPDX-License-Identifier: GPL-3.0-or-later
// alias.h: may two series be one indicator under two names.
//
// A summary and a table, a plan and the report on it, this year's bulletin and last year's call one
// indicator by names that differ. Two series are proposed when unit and frequency are the same, no
// value of a period that both give contradicts the other's, and what agrees (values, and pairs of
// letters of the names) makes it likely. Series of one group (the rows of a table) are there to be
// told apart and not proposed, but where blanks and marks are all that their names differ by; their
// values may have been revised. It is a proposal; a person decides.
#ifndef BS_ANALYZE_ALIAS_H
#define BS_ANALYZE_ALIAS_H

#include "engine/core/series.h"

typedef struct bs_alias_evidence {
    size_t common;      // periods and kinds (true, planned) that both have a value of
    size_t agreeing;    // of them, those with the same value within the printed digits
    size_t near;        // of them, those as near to one another as a revision leaves them
    bs_period period;   // of the last that agrees; BS_PERIOD_NONE when there is none
    bs_decimal value;   // that it agrees on
    double likeness;    // of the names, 0 to 1
    double probability; // that they are one indicator, 0 to 1
} bs_alias_evidence;

// What speaks for two series being one, whose observations stand by period as the store gives them.
// The probability is 0 where unit, frequency, subject or a value speaks against it, and for series
// of one group.
bs_alias_evidence bs_alias_weigh(const bs_series *a, const bs_series *b);

typedef struct bs_alias_proposal {
    size_t a; // indices of the series; a < b
    size_t b;
    bs_alias_evidence evidence;
} bs_alias_proposal;

typedef BS_ARRAY(bs_alias_proposal) bs_alias_proposal_array;

#define BS_ALIAS_PROBABILITY_MIN 0.6

// The pairs of `count` series that are likelier than BS_ALIAS_PROBABILITY_MIN, each the other's
// best, the likeliest first. Takes time with the square of the series in one unit. BS_E_MEMORY.
BS_CHECKED bs_status bs_alias_suggest(bs_alias_proposal_array *out, bs_arena *arena,
                                      const bs_series *const *series, size_t count, bs_error *err);

#endif
