// SPDX-License-Identifier: GPL-3.0-or-later
// target.h: what was planned, beside what came true.
//
// A target and an actual value are two kinds of one indicator and stand in two columns, never in
// one line. A target is met when what came true in its period is not below it; one that is to be
// gone below (a ceiling, or a value less than what there was before) when it is not above it. Where
// the digits of the two leave it open, it is close. Before its period has come, a target is ahead
// where the newest value is there already, and open where it is not.
#ifndef BS_ANALYZE_TARGET_H
#define BS_ANALYZE_TARGET_H

#include "engine/analyze/line.h"

typedef enum bs_target_state {
    BS_TARGET_OPEN,
    BS_TARGET_AHEAD,
    BS_TARGET_CLOSE,
    BS_TARGET_MET,
    BS_TARGET_MISSED,
    BS_TARGET_STATE_COUNT
} bs_target_state;

// "open", "ahead", "close", "met", "missed".
const char *bs_target_state_name(bs_target_state state);

typedef struct bs_target {
    const bs_observation *target;
    const bs_observation *actual; // of its period, else the newest that came true before it; NULL
                                  // when there is none
    bool falls;                   // it is to be gone below
    bs_target_state state;
    bs_bounded gap;  // actual - target; meaningless without an actual value
    double gap_pct;  // the same in per cent of the target; NaN of shares and rates and of a target
                     // that is not above zero
    bool has_need;   // the target lies ahead, and there is a way to it
    bs_bounded need; // growth a year still needed from the actual value, in per cent; of shares and
                     // rates in points
    double years;    // from the actual value to the target
} bs_target;

typedef BS_ARRAY(bs_target) bs_target_array;

// The targets of a series in the order of its observations, of which there is one a period and
// kind, as bs_store_get gives the latest vintage. BS_E_MEMORY.
BS_CHECKED bs_status bs_targets_of(bs_target_array *out, bs_arena *arena, const bs_series *series,
                                   bs_error *err);

#endif
