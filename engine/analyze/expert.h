// SPDX-License-Identifier: GPL-3.0-or-later
// expert.h: how plausible a row of numbers is, and how plausible it would be with another value.
//
// A row is judged by a mixture of simple local models, the experts: each is a linear filter on the
// values or their logarithms that leaves a residual (no change, a straight line, a level, the same
// season ...). A residual is Student t with two degrees of freedom at a scale g, and g is averaged
// over a grid: nothing is estimated that a wrong value could bend, and three points are enough to
// say something. The plausibility is the likelihood of the row averaged over experts and scales.
//
// A change of one or two cells moves a few residuals only; bs_probe_ratio gives the likelihood
// after the change over the likelihood before it with no logarithm but that of the new value. With
// two degrees of freedom the density at scale s of a residual e is s^2 / (s^2 + e^2/2)^1.5 / 8^.5,
// so that such ratios are products of (s^2 + e^2/2).
#ifndef BS_ANALYZE_EXPERT_H
#define BS_ANALYZE_EXPERT_H

#include "engine/base/arena.h"
#include "engine/base/error.h"

enum {
    BS_GRID_COUNT = 16,    // points of the grid of scales: whole vectors of any processor
    BS_EXPERT_LAG_MAX = 4, // terms of a filter
    BS_EXPERT_KIND_COUNT = 7,
    BS_EXPERT_SLOT_COUNT = 2 * BS_EXPERT_KIND_COUNT, // each on logarithms and on values
    BS_PEER_COUNT_MAX = 4,
    BS_EXPERT_COUNT_MAX = BS_EXPERT_SLOT_COUNT + BS_PEER_COUNT_MAX,
    BS_TOUCH_COUNT_MAX = 2 * BS_EXPERT_LAG_MAX
};

// What the experts see of a row: the values that are present, in order.
typedef struct bs_row_view {
    const double *values;
    const uint32_t *places; // position in time of each value, rising; gaps are missing cells
    size_t count;           // at least 1
    double unit;            // step of the numbers that the row is rounded to
    int season;             // periods in a year: 1, 4 or 12
    bool any_sign;          // rates of change and balances: either sign is ordinary
    bool percent;           // in per cent or percentage points
    const double *siblings; // median log growth of the other rows into each value, or NULL
    const double *peers[BS_PEER_COUNT_MAX]; // log growth of single rows that move like this one
    size_t peer_count;
} bs_row_view;

// How a residual is made.
typedef enum bs_residual {
    BS_RESIDUAL_NONE,  // the first value: nothing to compare with
    BS_RESIDUAL_START, // a lag is missing: the step from the value before, at a wide scale
    BS_RESIDUAL_FULL
} bs_residual;

typedef struct bs_expert {
    const struct bs_expert_form *form;
    bool log;              // on logarithms
    double prior;          // natural logarithm of its weight
    const double *against; // growth of the siblings or peer; NULL for other experts
    const double *y;       // transformed values
    double *e;             // residuals
    double *r2;            // square of the rounding noise of each residual
    double *local2;        // square of the noise around each residual, relative to that of the row
    uint8_t *kinds;        // bs_residual of each
    double (*spread2)[BS_GRID_COUNT]; // square of the scale of each residual, noise included
    float (*gain)[BS_GRID_COUNT]; // by what its density would grow, to the power of 2/3, were it 0
    double log_likelihood[BS_GRID_COUNT];
    double weight[BS_GRID_COUNT]; // posterior of (expert, scale); they add up to 1 over all experts
} bs_expert;

typedef struct bs_model {
    bs_row_view row;
    double size;                 // median of the absolute values
    double sign;                 // of the majority: 1 or -1
    bool two_signs;              // fewer than four fifths of the values have one sign
    bool wide;                   // some values are near zero beside the others
    bool like_rates;             // small, and in per cent or wide
    size_t minority;             // values of the rarer sign, where there are not two
    double grid2[BS_GRID_COUNT]; // squares of the scales
    bs_expert experts[BS_EXPERT_COUNT_MAX];
    size_t expert_count;
    double log_likelihood; // of the row
    double *shares;        // values in shares of the size
    double *logs;          // logarithms of their sizes, unless there are two signs
    double *spare;
    bool gapless; // no cell is missing between two values
} bs_model;

// Natural logarithm of the prior over scales for each slot (bs_expert_slot) that is given.
typedef struct bs_model_prior {
    double log_prior[BS_EXPERT_SLOT_COUNT][BS_GRID_COUNT];
    bool given[BS_EXPERT_SLOT_COUNT];
} bs_model_prior;

// Fits every expert that the row is long enough for. `view` is borrowed as long as the model is
// used; `prior` may be NULL. Lives as long as the arena. BS_E_MEMORY.
BS_CHECKED bs_status bs_model_init(bs_model *out, bs_arena *arena, const bs_row_view *view,
                                   bs_error *err);
// Weighs experts and scales; called again with another prior it weighs them anew.
void bs_model_weigh(bs_model *model, const bs_model_prior *prior);
// Whether the row looks like rates of change or balances.
static inline bool bs_model_of_rates(const bs_model *model)
{
    return model->two_signs || model->like_rates;
}
// Number of an expert's kind and transform, under BS_EXPERT_SLOT_COUNT; peers share one.
size_t bs_expert_slot(const bs_expert *expert);
// Natural logarithm of the prior over scales of a slot, normalised.
void bs_scale_prior(double out[BS_GRID_COUNT], const bs_model *model, size_t slot);

// What the likelihood of the row could gain, as a factor, if all residuals that value i touches
// became nothing: cells[i]; and if all that values i and i + 1 touch did: pairs[i]. It is never
// less than that, and the Jacobian is not in it.
void bs_model_bounds(const bs_model *model, double *cells, double *pairs);

// One residual that a change moves: by a * (change of the first cell) + b * (change of the second).
typedef struct bs_touch {
    double e;
    const double *spread2; // square of its scale at every scale of the grid
    double a;
    double b;
} bs_touch;

typedef struct bs_probe_expert {
    const bs_expert *expert;
    bs_touch full[BS_TOUCH_COUNT_MAX];
    bs_touch start[BS_TOUCH_COUNT_MAX];
    int full_count;
    int start_count;
    int low;         // scales that can matter: from here
    int high;        // to before this
    bool sized[2];   // the density changes with the size of the first or second value
    double most;     // the ratio cannot exceed this
    double move_low; // changes of the transformed value that can matter
    double move_high;
    double start_now;             // product over `start` before the change
    double now[BS_GRID_COUNT];    // product over `full` before the change, for each scale
    double weight[BS_GRID_COUNT]; // of the expert at each scale, 0 where that cannot matter
} bs_probe_expert;

// A place where values are tried: one cell, or two that change together.
typedef struct bs_probe {
    const bs_model *model;
    size_t cells[2];
    bool both;
    double most;     // the ratio cannot exceed this, but for the Jacobian
    double size_low; // absolute values that can matter to an expert on logarithms
    double size_high;
    double value_low; // and values that can matter to one on values
    double value_high;
    size_t expert_count;
    bs_probe_expert experts[BS_EXPERT_COUNT_MAX];
} bs_probe;

// Prepares the first cell, and the second unless it is SIZE_MAX. Experts and scales whose share of
// the ratio stays under `neglect` whatever value is tried are left out, and so are, for one cell,
// values at which every share does. With none left, out->expert_count is 0.
void bs_probe_init(bs_probe *out, const bs_model *model, const size_t cells[2], double neglect);
// Whether a value of the first cell can matter at all.
bool bs_probe_reaches(const bs_probe *probe, double value);
// Likelihood of the row with the new value(s) over that of the row as it is; 0 when it is
// negligible.
double bs_probe_ratio(const bs_probe *probe, const double values[2]);

#endif
