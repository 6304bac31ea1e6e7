// SPDX-License-Identifier: GPL-3.0-or-later
// expert_internal.h: what expert.c, which fits experts, and probe.c, which tries values, share.
#ifndef BS_ANALYZE_EXPERT_INTERNAL_H
#define BS_ANALYZE_EXPERT_INTERNAL_H

#include <math.h>

#include "engine/analyze/expert.h"

typedef enum centre { CENTRE_NONE, CENTRE_DRIFT, CENTRE_MEDIAN, CENTRE_AGAINST } centre;
typedef enum needs { NEEDS_NOTHING, NEEDS_SEASON, NEEDS_SIBLINGS, NEEDS_PEERS } needs;

// One way of predicting a value from those before it. A lag of SEASON or SEASON + 1 stands for the
// length of the season.
enum { SEASON = 100 };
struct bs_expert_form {
    const char *name;
    int term_count;
    double terms[BS_EXPERT_LAG_MAX];
    int lags[BS_EXPERT_LAG_MAX];
    centre centre;
    double weight;    // need not add up to 1 over the experts
    double scale_mid; // median of the log-normal prior of its scale, as a share of the level
    double scale_sd;  // standard deviation of the logarithm of it
    int count_min;    // values that the row must have; seasonal: two seasons and two more
    needs needs;
};

#define BS_START_SCALE2 (.08 * .08) // square of the scale of residuals that lack a lag
#define BS_FIRST_FLOOR .1           // of the median size
#define BS_SIGN_ON_LOG 1e-6         // of the rarer sign, in a row that moves in proportion
#define BS_SIGN_LEAST .3            // and in one that moves by amounts
#define BS_SIGN_OF_RATE .01  // in one that moves in proportion and looks like rates of change
#define BS_RESIDUAL_MAX 1e10 // keeps products of fourteen squares inside a double

// The C library's fmin and fmax are calls; these are two instructions.
static inline double bs_min(double a, double b)
{
    return a < b ? a : b;
}

static inline double bs_max(double a, double b)
{
    return a > b ? a : b;
}

static inline double bs_expert__clip(double e)
{
    return bs_min(bs_max(e, -BS_RESIDUAL_MAX), BS_RESIDUAL_MAX);
}

// Logarithm of the size of a value; half a unit stands for zero.
static inline double bs_model__log_size(const bs_model *model, double value)
{
    return log(bs_max(fabs(value), model->row.unit * .5));
}

// The density of the first value is flat in its logarithm, but not where it is small beside the
// others: else a first value of nothing would be the likeliest of all.
static inline double bs_model__first_size(const bs_model *model, double value)
{
    return bs_max(fabs(value), model->size * BS_FIRST_FLOOR);
}

// How likely a value is to have its sign, where nearly all values of the row have one: a row that
// moves in proportion never takes the other, one that moves by amounts seldom does, but for those
// that are seen to. `others` is how many other values have the rarer sign.
static inline double bs_model__sign_chance(const bs_model *model, double value, bool on_log,
                                           size_t others)
{
    if (model->two_signs || value * model->sign >= 0) return 1;
    if (on_log) return model->like_rates ? BS_SIGN_OF_RATE : BS_SIGN_ON_LOG;
    if (model->like_rates) return 1;
    return bs_max((double)others / (double)model->row.count, BS_SIGN_LEAST);
}

static inline int bs_expert__lag(const struct bs_expert_form *form, int term, int season)
{
    int lag = form->lags[term];
    return lag >= SEASON ? lag - SEASON + season : lag;
}

#endif
