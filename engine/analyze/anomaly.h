// SPDX-License-Identifier: GPL-3.0-or-later
// anomaly.h: which printed numbers of a row or table are probably wrong, and what was meant.
//
// The question is not whether a value is far out, but whether there is a value one slip of the pen
// away with which its row would be clearly more ordinary, and whether that explains the row better
// than a real shock does. Every hypothesis (no slip, a shock at a cell, each undone slip of each
// cell) is weighed by the same likelihood (expert.h), so that the answer is a probability.
//
// A panel is a set of rows over the same periods; a single series is a panel of one row. The rows
// of a panel lend each other their noise level and their growth, and a row of totals closes the
// balance. The method and its formulae are in the comments of expert.h, channel.h and anomaly.c.
#ifndef BS_ANALYZE_ANOMALY_H
#define BS_ANALYZE_ANOMALY_H

#include "engine/analyze/channel.h"
#include "engine/core/series.h"

typedef struct bs_anomaly_row {
    const bs_str *cells; // one a period, as printed; an empty or unreadable text is a missing cell
    bs_measure measure;
    const bool *confirmed; // cells that are known to be right and not tried; NULL: none
    bool total;            // the sum of the other rows
    bool any_sign;         // rates of change and balances: either sign is ordinary
    bool percent;          // in per cent or percentage points
    bool target;           // targets rather than measurements
    size_t unit;           // the same for rows of one unit: only those add up
} bs_anomaly_row;

// Missing cells are left out: the experts compare over a gap only where their lags are there, and
// the step over the gap is judged at the wide scale of a row's beginning.
typedef struct bs_panel {
    const bs_anomaly_row *rows;
    size_t row_count;
    size_t cell_count; // of every row
    int season;        // periods in a year: 1, 4 or 12; anything else counts as 1
} bs_panel;

typedef struct bs_suspect_value {
    bs_str text;        // as it would be printed in place
    double probability; // that this was meant
    bs_slip slip;
    double log_gain; // log likelihood of the row with it, less that of the row as printed
} bs_suspect_value;

typedef enum bs_sum_kind {
    BS_SUM_NONE,
    BS_SUM_ROW,    // rows to another row
    BS_SUM_HUNDRED // shares to a hundred
} bs_sum_kind;

typedef struct bs_suspect {
    size_t panel;
    size_t row;
    size_t cell;
    double probability;    // that the cell is wrong
    double score;          // its logit, did the panel have values enough: for ranking
    double log_likelihood; // of the row as printed
    bs_slip slip;          // the likeliest explanation
    bs_suspect_value values[BS_PROPOSAL_COUNT_MAX]; // best first
    size_t value_count;  // 0 when something is wrong but no value is likely enough to be named
    size_t swapped_with; // BS_SLIP_SWAP: the cell of the row that it is exchanged with; or SIZE_MAX
    bs_sum_kind sum;     // what adds up with the first value and does not as printed
    size_t total_row;    // BS_SUM_ROW: the row of totals
} bs_suspect;

typedef BS_ARRAY(bs_suspect) bs_suspect_array;

typedef enum bs_anomaly_look {
    BS_LOOK_FIND, // a quick look at every panel, and an exact one where that sees something: what
                  // is likelier wrong than right is found, and has the same numbers as in an exact
                  // look
    BS_LOOK_RANK  // an exact look at every cell
} bs_anomaly_look;

typedef struct bs_anomaly_options {
    bs_profile profile;
    bs_anomaly_look look;
    double prior;     // probability that a panel of a dozen values or more has a wrong cell
    double score_min; // suspects below are not returned
} bs_anomaly_options;

// For findings; and to rank every cell that has any chance of being wrong.
// clang-format off
#define BS_ANOMALY_OPTIONS_INIT                                                                    \
    {.profile = BS_PROFILE_ANY, .look = BS_LOOK_FIND, .prior = .5, .score_min = -2}
#define BS_ANOMALY_OPTIONS_ALL                                                                     \
    {.profile = BS_PROFILE_ANY, .look = BS_LOOK_RANK, .prior = .5, .score_min = -8}
// clang-format on

// Appends the suspects of every panel, by panel, row and cell. Panels are worked on in parallel;
// what comes out does not depend on that. The panels of one call are taken to be of one source:
// they show together whether zeros at the end of a fraction are printed. A row with fewer than
// three values, or whose values are all equal, has no suspects. When a cell is found, the panel is
// read again with what it was probably meant to be, so that it does not hide another one. `options`
// may be NULL. Texts live as long as the arena. BS_E_MEMORY.
BS_CHECKED bs_status bs_anomaly_find(bs_suspect_array *out, bs_arena *arena, const bs_panel *panels,
                                     size_t panel_count, const bs_anomaly_options *options,
                                     bs_error *err);

// The numbers of a panel that have a fraction, and those of them that end in zero.
typedef struct bs_fractions {
    size_t count;
    size_t zeros;
} bs_fractions;

bs_fractions bs_panel_fractions(const bs_panel *panel);

// Panels that are made when they are looked at, by several threads at once, in an arena that is
// used again for the next one.
typedef struct bs_panel_source {
    const void *context; // first argument of the two
    size_t count;
    bs_status (*make)(const void *context, size_t index, bs_panel *out, bs_arena *arena);
    // What bs_panel_fractions says of the panel, perhaps without making it.
    bs_status (*fractions)(const void *context, size_t index, bs_fractions *out, bs_arena *arena);
} bs_panel_source;

// bs_anomaly_find for such panels. Any status of the two.
BS_CHECKED bs_status bs_anomaly_each(bs_suspect_array *out, bs_arena *arena,
                                     const bs_panel_source *source,
                                     const bs_anomaly_options *options, bs_error *err);

#endif
