// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/expert_internal.h"

#include <gsl/gsl_statistics_double.h>
#include <math.h>

// The scales are what the experts show on published series; a straight line that fits at all fits
// more closely than a step does.
static const struct bs_expert_form forms[] = {
    {"step", 2, {1, -1}, {0, 1}, CENTRE_DRIFT, .50, .04, 1.6, 2, NEEDS_NOTHING},
    {"line", 3, {1, -2, 1}, {0, 1, 2}, CENTRE_NONE, .40, .02, 2.1, 3, NEEDS_NOTHING},
    {"level", 1, {1}, {0}, CENTRE_MEDIAN, .07, .04, 1.6, 5, NEEDS_NOTHING},
    {"season",
     4,
     {1, -1, -1, 1},
     {0, 1, SEASON, SEASON + 1},
     CENTRE_NONE,
     .40,
     .04,
     1.6,
     0,
     NEEDS_SEASON},
    {"year", 2, {1, -1}, {0, SEASON}, CENTRE_MEDIAN, .15, .04, 1.6, 0, NEEDS_SEASON},
    {"siblings", 2, {1, -1}, {0, 1}, CENTRE_AGAINST, 1.0, .04, 1.6, 2, NEEDS_SIBLINGS},
    {"peer", 2, {1, -1}, {0, 1}, CENTRE_AGAINST, 4.0, .04, 1.6, 2, NEEDS_PEERS},
};
_Static_assert(sizeof forms / sizeof forms[0] == BS_EXPERT_KIND_COUNT, "count of expert forms");

static const double LOG_DENSITY_AT_ZERO = -1.0397207708399179; // -1.5 ln 2, at scale 1
static const double SCALE_LOW = 3e-4;  // the grid of scales, as a share of the level: from
static const double SCALE_HIGH = 1.2;  // to
static const double LOG_WEIGHT = .65;  // of experts on logarithms; the rest for those on values
static const double ROUNDING_SD = .29; // of a uniform error of one unit
static const double SIZE_FLOOR = .02;  // of the median, for the rounding noise of a logarithm
static const double ONE_SIGN_SHARE = .8;
static const double LOCAL_RATIO_MAX = 20; // of the noise around a residual to that of the row

static double transform(const bs_model *model, bool on_log, double value)
{
    return on_log ? bs_model__log_size(model, value) : value / model->size;
}

size_t bs_expert_slot(const bs_expert *expert)
{
    return 2 * (size_t)(expert->form - forms) + expert->log;
}

// Index of the value at `lag` periods before value t; -1 when it is missing.
static int64_t value_before(const bs_row_view *row, size_t t, int lag)
{
    if ((size_t)lag > t || row->places[t] < (uint32_t)lag) return lag == 0 ? (int64_t)t : -1;
    uint32_t wanted = row->places[t] - (uint32_t)lag;
    size_t at = t - (size_t)lag; // values that are present cannot be nearer than this
    while (at < t && row->places[at] < wanted)
        at++;
    return row->places[at] == wanted ? (int64_t)at : -1;
}

static double filter(const bs_model *model, bs_expert *expert, size_t t)
{
    double sum = 0;
    for (int k = 0; k < expert->form->term_count; k++) {
        int64_t at =
            value_before(&model->row, t, bs_expert__lag(expert->form, k, model->row.season));
        if (at < 0) {
            expert->kinds[t] = t == 0 ? BS_RESIDUAL_NONE : BS_RESIDUAL_START;
            return t == 0 ? 0 : expert->y[t] - expert->y[t - 1];
        }
        sum += expert->form->terms[k] * expert->y[at];
    }
    expert->kinds[t] = BS_RESIDUAL_FULL;
    return sum;
}

// Takes the centre of the full residuals off them. `spare` has room for all of them.
static void take_centre(const bs_model *model, bs_expert *expert, double *spare)
{
    const struct bs_expert_form *form = expert->form;
    size_t n = model->row.count, full = 0;
    for (size_t t = 0; t < n; t++) {
        if (expert->kinds[t] == BS_RESIDUAL_FULL) spare[full++] = expert->e[t];
    }
    double shift = 0;
    if (form->centre == CENTRE_MEDIAN && full > 0) shift = gsl_stats_median(spare, 1, full);
    if (form->centre == CENTRE_DRIFT && full >= 3) {
        double m = (double)full; // shrunk towards no drift: one prior value of none at either end
        shift = gsl_stats_median(spare, 1, full) * m / (m + 2);
    }
    for (size_t t = 0; t < n; t++) {
        if (expert->kinds[t] != BS_RESIDUAL_FULL) continue;
        expert->e[t] -= form->centre == CENTRE_AGAINST ? expert->against[t] : shift;
        expert->e[t] = bs_expert__clip(expert->e[t]);
    }
}

static void set_rounding(const bs_model *model, bs_expert *expert)
{
    const bs_row_view *row = &model->row;
    double squares = 0;
    for (int k = 0; k < expert->form->term_count; k++) {
        squares += expert->form->terms[k] * expert->form->terms[k];
    }
    double noise = ROUNDING_SD * ROUNDING_SD * squares * row->unit * row->unit;
    for (size_t t = 0; t < row->count; t++) {
        double size = model->size;
        if (expert->log && t > 0) size = bs_max(fabs(row->values[t - 1]), model->size * SIZE_FLOOR);
        expert->r2[t] = noise / (size * size);
    }
}

// Running products over many residuals, one for each scale, kept near 1 by taking exponents out.
typedef struct products {
    double mantissa[BS_GRID_COUNT];
    double exponent[BS_GRID_COUNT];
} products;

static void products_settle(products *p)
{
    for (int g = 0; g < BS_GRID_COUNT; g++) {
        int exponent;
        p->mantissa[g] = frexp(p->mantissa[g], &exponent);
        p->exponent[g] += exponent;
    }
}

static double grid_log(int g)
{
    return log(SCALE_LOW) + g * (log(SCALE_HIGH / SCALE_LOW) / (BS_GRID_COUNT - 1));
}

static void grid_squares(double out[BS_GRID_COUNT])
{
    for (int g = 0; g < BS_GRID_COUNT; g++)
        out[g] = exp(2 * grid_log(g));
}

enum { SETTLE_EVERY = 14 };

static double start_density(double e, double r2)
{
    double s2 = BS_START_SCALE2 + r2;
    return LOG_DENSITY_AT_ZERO + log(s2) - 1.5 * log(s2 + .5 * e * e);
}

// Fills log_likelihood: residuals at every scale, and the Jacobian `volume`.
static void sum_likelihood(const bs_model *model, bs_expert *expert, double volume)
{
    const double *grid2 = model->grid2;
    products scales, sums;
    for (int g = 0; g < BS_GRID_COUNT; g++) {
        scales.mantissa[g] = sums.mantissa[g] = 1;
        scales.exponent[g] = sums.exponent[g] = 0;
    }
    int pending = 0;
    for (size_t t = 0; t < model->row.count; t++) {
        double e = expert->e[t], r2 = expert->r2[t], local2 = expert->local2[t];
        if (expert->kinds[t] == BS_RESIDUAL_NONE) continue;
        if (expert->kinds[t] == BS_RESIDUAL_START) {
            volume += start_density(e, r2);
            continue;
        }
        volume += LOG_DENSITY_AT_ZERO;
        for (int g = 0; g < BS_GRID_COUNT; g++) {
            double s2 = grid2[g] * local2 + r2;
            scales.mantissa[g] *= s2;
            sums.mantissa[g] *= s2 + .5 * e * e;
        }
        if (++pending < SETTLE_EVERY) continue;
        pending = 0;
        products_settle(&scales);
        products_settle(&sums);
    }
    for (int g = 0; g < BS_GRID_COUNT; g++) {
        double s = log(scales.mantissa[g]) + scales.exponent[g] * M_LN2;
        double q = log(sums.mantissa[g]) + sums.exponent[g] * M_LN2;
        expert->log_likelihood[g] = volume + s - 1.5 * q;
    }
}

// The noise around each residual: the median of the absolute residuals beside it, itself left out,
// relative to that of the row. A row may be calm in one decade and wild in the next. Medians, so
// that one wrong value among them changes little; the ratio is shrunk towards 1 by its square root.
enum { LOCAL_REACH = 6, LOCAL_WINDOW = 2 * LOCAL_REACH + 1, LOCAL_COUNT_MIN = 12, BESIDE_MIN = 4 };

typedef struct window {
    double sorted[LOCAL_WINDOW];
    int count;
} window;

static void window_add(window *w, double value)
{
    int at = w->count++;
    for (; at > 0 && w->sorted[at - 1] > value; at--)
        w->sorted[at] = w->sorted[at - 1];
    w->sorted[at] = value;
}

static void window_take(window *w, double value)
{
    int at = 0;
    while (w->sorted[at] != value)
        at++;
    for (w->count--; at < w->count; at++)
        w->sorted[at] = w->sorted[at + 1];
}

// Median of what is in the window besides one `value` of it.
static double window_median_beside(const window *w, double value)
{
    int rest = w->count - 1, low = (rest - 1) / 2, high = rest / 2;
    int own = 0;
    while (w->sorted[own] != value)
        own++;
    return (w->sorted[low + (low >= own)] + w->sorted[high + (high >= own)]) / 2;
}

// `sizes` and `spare` have room for all residuals.
static void set_local(const bs_expert *expert, size_t count, double *sizes, double *spare)
{
    size_t full = 0;
    for (size_t t = 0; t < count; t++) {
        expert->local2[t] = 1;
        if (expert->kinds[t] != BS_RESIDUAL_FULL) continue;
        sizes[full++] = fabs(expert->e[t]) + sqrt(expert->r2[t]);
    }
    if (full < LOCAL_COUNT_MIN) return;
    memcpy(spare, sizes, full * sizeof *spare);
    double whole = gsl_stats_median(spare, 1, full);
    if (!(whole > 0)) return;
    window w = {.count = 0};
    for (size_t k = 0; k < LOCAL_REACH && k < full; k++)
        window_add(&w, sizes[k]);
    for (size_t t = 0, k = 0; t < count; t++) {
        if (expert->kinds[t] != BS_RESIDUAL_FULL) continue;
        if (k + LOCAL_REACH < full) window_add(&w, sizes[k + LOCAL_REACH]);
        if (w.count > BESIDE_MIN) {
            double ratio = window_median_beside(&w, sizes[k]) / whole;
            ratio = bs_min(bs_max(ratio, 1 / LOCAL_RATIO_MAX), LOCAL_RATIO_MAX);
            expert->local2[t] = ratio * sqrt(ratio);
        }
        if (k >= LOCAL_REACH) window_take(&w, sizes[k - LOCAL_REACH]);
        k++;
    }
}

static bool form_fits(const struct bs_expert_form *form, const bs_row_view *row, bool on_log)
{
    switch (form->needs) {
    case NEEDS_SIBLINGS:
        return on_log && row->siblings != NULL;
    case NEEDS_PEERS:
        return on_log && row->peer_count > 0;
    case NEEDS_SEASON:
        return row->season > 1 && row->count >= 2 * (size_t)row->season + 2;
    case NEEDS_NOTHING:
        break;
    }
    return row->count >= (size_t)form->count_min;
}

// Jacobian of the transform over the whole row, as a logarithm.
static double row_volume(const bs_model *model, const bs_expert *expert)
{
    double volume = 0;
    for (size_t t = 0; t < model->row.count; t++) {
        volume -= expert->log ? expert->y[t] : log(model->size);
    }
    if (expert->log || expert->kinds[0] != BS_RESIDUAL_NONE) return volume;
    return volume + log(model->size) - log(bs_model__first_size(model, model->row.values[0]));
}

static bs_status add_expert(bs_model *model, bs_arena *arena, const bs_expert *start)
{
    size_t n = model->row.count;
    bs_expert *expert = &model->experts[model->expert_count];
    *expert = *start;
    expert->y = BS_NEW_ARRAY(arena, double, 6 * n);
    expert->kinds = BS_NEW_ARRAY(arena, uint8_t, n);
    if (expert->y == NULL || expert->kinds == NULL) return BS_E_MEMORY;
    expert->e = expert->y + n;
    expert->r2 = expert->e + n;
    expert->local2 = expert->r2 + n;
    double *spare = expert->local2 + n;
    for (size_t t = 0; t < n; t++) {
        expert->y[t] = transform(model, expert->log, model->row.values[t]);
    }
    for (size_t t = 0; t < n; t++)
        expert->e[t] = filter(model, expert, t);
    take_centre(model, expert, spare);
    set_rounding(model, expert);
    set_local(expert, n, spare, spare + n);
    sum_likelihood(model, expert, row_volume(model, expert));
    model->expert_count++;
    return BS_OK;
}

// One expert of this form, or one for each peer.
static bs_status add_form(bs_model *model, bs_arena *arena, const struct bs_expert_form *form,
                          bool on_log)
{
    const bs_row_view *row = &model->row;
    if (!form_fits(form, row, on_log)) return BS_OK;
    size_t count = form->needs == NEEDS_PEERS ? row->peer_count : 1;
    double weight = form->weight * (on_log ? LOG_WEIGHT : 1 - LOG_WEIGHT);
    bs_expert start = {.form = form, .log = on_log, .prior = log(weight / (double)count)};
    for (size_t k = 0; k < count; k++) {
        start.against = form->needs == NEEDS_PEERS ? row->peers[k] : row->siblings;
        BS_TRY(add_expert(model, arena, &start));
    }
    return BS_OK;
}

// Sign of the majority, and the median size.
static bs_status measure_row(bs_model *model, bs_arena *arena)
{
    size_t n = model->row.count, positive = 0, negative = 0;
    double *sizes = BS_NEW_ARRAY(arena, double, n);
    if (sizes == NULL) return BS_E_MEMORY;
    for (size_t t = 0; t < n; t++) {
        sizes[t] = fabs(model->row.values[t]);
        positive += model->row.values[t] > 0;
        negative += model->row.values[t] < 0;
    }
    model->size = bs_max(gsl_stats_median(sizes, 1, n), model->row.unit);
    model->sign = 2 * positive >= n ? 1 : -1;
    double enough = ONE_SIGN_SHARE * (double)n;
    model->two_signs = (double)positive < enough && (double)negative < enough;
    model->two_signs = model->two_signs || model->row.any_sign;
    return BS_OK;
}

bs_status bs_model_init(bs_model *out, bs_arena *arena, const bs_row_view *view, bs_error *err)
{
    *out = (bs_model){.row = *view};
    grid_squares(out->grid2);
    out->quiet = BS_NEW_ARRAY(arena, double, view->count);
    bs_status status = out->quiet ? measure_row(out, arena) : BS_E_MEMORY;
    for (size_t i = 0; i < BS_EXPERT_KIND_COUNT && status == BS_OK; i++) {
        if (!out->two_signs) status = add_form(out, arena, &forms[i], true);
        if (status == BS_OK) status = add_form(out, arena, &forms[i], false);
    }
    if (status != BS_OK) return bs_fail(err, status, "out of memory");
    bs_model_weigh(out, NULL);
    return BS_OK;
}

void bs_scale_prior(double out[BS_GRID_COUNT], size_t slot)
{
    const struct bs_expert_form *form = &forms[slot / 2];
    double sum = 0;
    for (int g = 0; g < BS_GRID_COUNT; g++) {
        double z = (grid_log(g) - log(form->scale_mid)) / form->scale_sd;
        out[g] = -.5 * z * z;
        sum += exp(out[g]);
    }
    for (int g = 0; g < BS_GRID_COUNT; g++)
        out[g] -= log(sum);
}

// Under the best expert and scale: how far out is the worst residual that each value touches?
static void find_quiet(bs_model *model, const bs_expert *best, double scale2)
{
    const bs_row_view *row = &model->row;
    for (size_t t = 0; t < row->count; t++)
        model->quiet[t] = 0;
    for (size_t t = 0; t < row->count; t++) {
        if (best->kinds[t] != BS_RESIDUAL_FULL) continue;
        double z = fabs(best->e[t]) / sqrt(scale2 * best->local2[t] + best->r2[t]);
        for (int k = 0; k < best->form->term_count; k++) {
            int64_t at = value_before(row, t, bs_expert__lag(best->form, k, row->season));
            if (at >= 0) model->quiet[at] = bs_max(model->quiet[at], z);
        }
    }
}

void bs_model_weigh(bs_model *model, const bs_model_prior *prior)
{
    double scales[BS_GRID_COUNT], top = -INFINITY, sum = 0;
    size_t best = 0;
    int best_scale = 0;
    for (size_t m = 0; m < model->expert_count; m++) {
        bs_expert *expert = &model->experts[m];
        size_t slot = bs_expert_slot(expert);
        const double *own = scales;
        if (prior != NULL && prior->given[slot]) {
            own = prior->log_prior[slot];
        } else {
            bs_scale_prior(scales, slot);
        }
        for (int g = 0; g < BS_GRID_COUNT; g++) {
            expert->weight[g] = expert->prior + own[g] + expert->log_likelihood[g];
            if (expert->weight[g] <= top) continue;
            top = expert->weight[g];
            best = m;
            best_scale = g;
        }
    }
    for (size_t m = 0; m < model->expert_count; m++) {
        for (int g = 0; g < BS_GRID_COUNT; g++) {
            double *weight = &model->experts[m].weight[g];
            *weight = exp(*weight - top);
            sum += *weight;
        }
    }
    for (size_t m = 0; m < model->expert_count; m++) {
        for (int g = 0; g < BS_GRID_COUNT; g++)
            model->experts[m].weight[g] /= sum;
    }
    model->log_likelihood = top + log(sum);
    if (model->expert_count == 0) return;
    find_quiet(model, &model->experts[best], model->grid2[best_scale]);
}
