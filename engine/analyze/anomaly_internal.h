// SPDX-License-Identifier: GPL-3.0-or-later
// anomaly_internal.h: what anomaly.c, hypothesis.c and table_model.c share. Not for callers.
#ifndef BS_ANALYZE_ANOMALY_INTERNAL_H
#define BS_ANALYZE_ANOMALY_INTERNAL_H

#include "engine/analyze/anomaly.h"
#include "engine/analyze/expert.h"

// The values of a row that are present, and how they are printed.
typedef struct bs_work_row {
    const bs_anomaly_row *in;
    bs_printed *printed;
    double *values;
    uint32_t *places; // cell of each value
    size_t count;
    int decimals;     // most frequent
    double unit;      // 10^-decimals
    bool uniform;     // all but a few values have that many decimals
    size_t minority;  // values of the rarer sign in a row of one sign
    bool near_zero;   // some value is small beside the others, so that a sign may change
    bool judged;      // there are enough values to say something
    bs_printed style; // marks and sign that proposals are printed with
    bs_model model;
    double *suspicion; // for each value, the weight of all hypotheses that change it
} bs_work_row;

typedef struct bs_hypothesis {
    uint32_t row;
    uint32_t cell;  // index of the value in the row
    uint32_t other; // of a swap: the other value; UINT32_MAX otherwise
    bs_slip slip;
    int scale;
    int64_t coefficient;
    double weight; // prior times likelihood ratio
    double ratio;  // likelihood of the row with it over that without
} bs_hypothesis;

// A row of totals: how far each column is from adding up.
typedef struct bs_balance {
    bool present;
    size_t total_row;
    double sd;   // of a gap by rounding alone
    double unit; // coarsest of the rows
    double *gap; // total less the sum of the rows, for each cell
    bool *known; // every row has a value there
    double *total;
} bs_balance;

typedef struct bs_work {
    bs_arena *arena;
    const bs_panel *panel;
    const bs_anomaly_options *options;
    const bs_tuning *tuning;
    bs_work_row *rows;
    bs_balance balance;
    double shock; // sum of the weights of a real shock at each cell, relative to none
    double total; // sum of the weights of all hypotheses
    BS_ARRAY(bs_hypothesis) hypotheses;
} bs_work;

// hypothesis.c: weighs every hypothesis about one row.
BS_CHECKED bs_status bs_work__weigh_row(bs_work *work, size_t row, bs_error *err);
// Adds a hypothesis of weight `h.weight`.
BS_CHECKED bs_status bs_work__add(bs_work *work, bs_hypothesis h, bs_error *err);
// Share of the prior that one hypothesis of a row has before its slip is named.
double bs_work__share(const bs_work *work, const bs_work_row *row);

// table_model.c: what rows of a panel know of each other.
// Median log growth of the other rows into each value; NULL when there are too few.
BS_CHECKED bs_status bs_work__siblings(bs_work *work, double **medians, bs_error *err);
// Weighs the experts of every row anew with what the others think of them.
BS_CHECKED bs_status bs_work__pool(bs_work *work, bs_error *err);
BS_CHECKED bs_status bs_work__balance_init(bs_work *work, bs_error *err);
// Factor by which a change of a value by `change` makes its column more likely to add up.
double bs_work__balance_ratio(const bs_work *work, size_t row, size_t cell, double change);
// Adds the values that the totals ask for.
BS_CHECKED bs_status bs_work__weigh_balance(bs_work *work, size_t row, bs_error *err);

#endif
