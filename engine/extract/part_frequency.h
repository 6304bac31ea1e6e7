// SPDX-License-Identifier: GPL-3.0-or-later
// part_frequency.h: series of one frequency each, out of rows that have values of several.
#ifndef BS_EXTRACT_PART_FREQUENCY_H
#define BS_EXTRACT_PART_FREQUENCY_H

#include "engine/base/arena.h"
#include "engine/core/series.h"

typedef bs_status (*bs__series_visit)(void *context, const bs_series *series, bs_error *err);

// Has a series values of other frequencies than its own?
bool bs__is_mixed(const bs_series *series);

// Visits the values of a series that are of its own frequency, with those that are not dated, and
// then those of each other frequency, whose key, if it has one, ends in the name of that. Texts and
// values of the parts are in the arena.
BS_CHECKED bs_status bs__each_frequency(const bs_series *series, bs_arena *arena,
                                        bs__series_visit visit, void *context, bs_error *err);

#endif
