// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/expert_internal.h"

#include <math.h>
#include <string.h>

#include "engine/analyze/local_noise.h"
#include "engine/analyze/vector_internal.h"

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
     2,
     NEEDS_SEASON},
    {"year", 2, {1, -1}, {0, SEASON}, CENTRE_MEDIAN, .15, .04, 1.6, 1, NEEDS_SEASON},
    {"siblings", 2, {1, -1}, {0, 1}, CENTRE_AGAINST, 1.0, .04, 1.6, 2, NEEDS_SIBLINGS},
    {"peer", 2, {1, -1}, {0, 1}, CENTRE_AGAINST, 4.0, .04, 1.6, 2, NEEDS_PEERS},
};
_Static_assert(sizeof forms / sizeof forms[0] == BS_EXPERT_KIND_COUNT, "count of expert forms");

static const double LOG_DENSITY_AT_ZERO = -1.0397207708399179; // -1.5 ln 2, at scale 1
static const double SCALE_LOW = 6e-5;  // the grid of scales, as a share of the level: from
static const double SCALE_HIGH = 1.2;  // to
static const double LOG_WEIGHT = .65;  // of experts on logarithms; the rest for those on values
static const double ROUNDING_SD = .29; // of a uniform error of one unit
static const double FEW_UNITS = 25;    // a row of so few units varies as counts of events do:
static const double FEW_VARIANCE = .5; // its variance, as a share of a Poisson variable's
static const double SEASON_SCALE2 = .4 * .4; // of the steps of the first year, to seasonal experts
static const double SIZE_FLOOR = .02;        // of the median, for the rounding noise of a logarithm
static const double LOG_NOTHING = -600;      // of a weight that no change of a value can bring back
static const double ONE_SIGN_SHARE = .8;
static const double WIDE_NEAR = .35; // of the size: one value in WIDE_EVERY is as small as this
static const double WIDE_SCALE_MID = .3, WIDE_SCALE_SD = 1.6; // of the scales of such a row
static const double RATE_SIZE = 15; // rates of change are smaller, whatever they are called

enum { WIDE_EVERY = 8 };

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

// The filter at value t, where a value may be missing.
static double filter_at(const bs_model *model, bs_expert *expert, size_t t)
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

static void filter_all(const bs_model *model, bs_expert *expert)
{
    const struct bs_expert_form *form = expert->form;
    size_t n = model->row.count;
    size_t start = (size_t)bs_expert__lag(form, form->term_count - 1, model->row.season);
    if (!model->gapless) start = n;
    for (size_t t = 0; t < n && t < start; t++)
        expert->e[t] = filter_at(model, expert, t);
    for (size_t t = start; t < n; t++) {
        expert->kinds[t] = BS_RESIDUAL_FULL;
        expert->e[t] = 0;
    }
    for (int k = 0; k < form->term_count && start < n; k++) {
        const double *y = expert->y + start - (size_t)bs_expert__lag(form, k, model->row.season);
        double term = form->terms[k];
        for (size_t t = start; t < n; t++)
            expert->e[t] += term * y[t - start];
    }
}

// Takes the centre of the full residuals off them. `spare` has room for all of them.
static void take_centre(const bs_model *model, bs_expert *expert, double *spare)
{
    const struct bs_expert_form *form = expert->form;
    size_t n = model->row.count, full = 0;
    bool median = form->centre == CENTRE_MEDIAN || form->centre == CENTRE_DRIFT;
    for (size_t t = 0; t < n && median; t++) {
        if (expert->kinds[t] == BS_RESIDUAL_FULL) spare[full++] = expert->e[t];
    }
    double shift = 0;
    if (form->centre == CENTRE_MEDIAN && full > 0) shift = bs_noise_median(spare, full);
    if (form->centre == CENTRE_DRIFT && full >= 3) {
        double m = (double)full; // shrunk towards no drift: one prior value of none at either end
        shift = bs_noise_median(spare, full) * m / (m + 2);
    }
    for (size_t t = 0; t < n; t++) {
        if (expert->kinds[t] != BS_RESIDUAL_FULL) continue;
        expert->e[t] -= form->centre == CENTRE_AGAINST ? expert->against[t] : shift;
        expert->e[t] = bs_expert__clip(expert->e[t]);
    }
}

// What the digits leave open, and chance where the numbers are counts of a few.
static void set_rounding(const bs_model *model, bs_expert *expert)
{
    const bs_row_view *row = &model->row;
    double squares = 0;
    for (int k = 0; k < expert->form->term_count; k++) {
        squares += expert->form->terms[k] * expert->form->terms[k];
    }
    double noise = ROUNDING_SD * ROUNDING_SD * squares * row->unit * row->unit;
    if (expert->form->centre != CENTRE_AGAINST && model->size < FEW_UNITS * row->unit) {
        noise += FEW_VARIANCE * squares * model->size * row->unit;
    }
    double least = model->size * SIZE_FLOOR, usual = noise / (model->size * model->size);
    expert->r2[0] = usual;
    for (size_t t = 1; t < row->count; t++) {
        double size = bs_max(fabs(row->values[t - 1]), least);
        expert->r2[t] = expert->log ? noise / (size * size) : usual;
    }
    for (size_t t = 0; t < row->count && expert->form->needs == NEEDS_SEASON; t++) {
        if (expert->kinds[t] == BS_RESIDUAL_START) expert->r2[t] += SEASON_SCALE2;
    }
}

// Running products over many residuals, one for each scale, kept near 1 by taking exponents out.
typedef struct products {
    double mantissa[BS_GRID_COUNT];
    int64_t exponent[BS_GRID_COUNT];
} products;

// As frexp, for the normal numbers that products of positive numbers of moderate size are.
BS_VECTOR_PART void products_settle(products *p)
{
    enum { EXPONENT_AT = 52, EXPONENT_OF_HALF = 1022 };
    const uint64_t mask = (uint64_t)0x7FF << EXPONENT_AT;
    uint64_t bits[BS_GRID_COUNT];
    memcpy(bits, p->mantissa, sizeof bits);
#pragma omp simd
    for (int g = 0; g < BS_GRID_COUNT; g++) {
        p->exponent[g] += (int64_t)((bits[g] & mask) >> EXPONENT_AT) - EXPONENT_OF_HALF;
        bits[g] = (bits[g] & ~mask) | (uint64_t)EXPONENT_OF_HALF << EXPONENT_AT;
    }
    memcpy(p->mantissa, bits, sizeof bits);
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

enum { SETTLE_EVERY = 12 };

static double start_density(double e, double r2)
{
    double s2 = BS_START_SCALE2 + r2;
    return LOG_DENSITY_AT_ZERO + log(s2) - 1.5 * log(s2 + .5 * e * e);
}

// Widens the residuals by every scale, and multiplies up what their likelihood is made of.
BS_VECTOR_CLONES
static void sum_products(bs_expert *expert, const double grid2[BS_GRID_COUNT], size_t count,
                         products *scales, products *sums)
{
    int pending = 0;
    for (size_t t = 0; t < count; t++) {
        double e = expert->e[t], r2 = expert->r2[t], local2 = expert->local2[t], h = .5 * e * e;
        double *spread2 = expert->spread2[t];
        bool full = expert->kinds[t] == BS_RESIDUAL_FULL;
        if (!full) local2 = 0;
        if (!full) r2 += BS_START_SCALE2;
#pragma omp simd
        for (int g = 0; g < BS_GRID_COUNT; g++)
            spread2[g] = grid2[g] * local2 + r2;
        float *gain = expert->gain[t], top = (float)h;
        if (expert->kinds[t] == BS_RESIDUAL_NONE) top = 0;
#pragma omp simd
        for (int g = 0; g < BS_GRID_COUNT; g++)
            gain[g] = 1 + top / (float)spread2[g];
        if (!full) continue;
#pragma omp simd
        for (int g = 0; g < BS_GRID_COUNT; g++) {
            scales->mantissa[g] *= spread2[g];
            sums->mantissa[g] *= spread2[g] + h;
        }
        if (++pending < SETTLE_EVERY) continue;
        pending = 0;
        products_settle(scales);
        products_settle(sums);
    }
}

// Fills log_likelihood: residuals at every scale, and the Jacobian `volume`.
static void sum_likelihood(const bs_model *model, bs_expert *expert, double volume)
{
    products scales, sums;
    for (int g = 0; g < BS_GRID_COUNT; g++) {
        scales.mantissa[g] = sums.mantissa[g] = 1;
        scales.exponent[g] = sums.exponent[g] = 0;
    }
    sum_products(expert, model->grid2, model->row.count, &scales, &sums);
    for (size_t t = 0; t < model->row.count; t++) {
        if (expert->kinds[t] == BS_RESIDUAL_START) {
            volume += start_density(expert->e[t], expert->r2[t]);
        } else if (expert->kinds[t] == BS_RESIDUAL_FULL) {
            volume += LOG_DENSITY_AT_ZERO;
        }
    }
    for (int g = 0; g < BS_GRID_COUNT; g++) {
        double s = log(scales.mantissa[g]) + (double)scales.exponent[g] * M_LN2;
        double q = log(sums.mantissa[g]) + (double)sums.exponent[g] * M_LN2;
        expert->log_likelihood[g] = volume + s - 1.5 * q;
    }
}

// `spare` is BS_NOISE_SPARE + 2 arrays of bs_noise_stride(count).
static void set_local(bs_expert *expert, size_t count, double *spare)
{
    double *sizes = spare, *ratios = sizes + bs_noise_stride(count);
    size_t full = 0;
    for (size_t t = 0; t < count; t++) {
        expert->local2[t] = 1;
        if (expert->kinds[t] != BS_RESIDUAL_FULL) continue;
        sizes[full++] = fabs(expert->e[t]) + sqrt(expert->r2[t]);
    }
    if (full < BS_NOISE_COUNT_MIN) return;
    bs_noise_local(ratios, sizes, full, ratios + bs_noise_stride(count));
    for (size_t t = 0, k = 0; t < count; t++) {
        if (expert->kinds[t] == BS_RESIDUAL_FULL) expert->local2[t] = ratios[k++];
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
        return row->season > 1 && row->count >= (size_t)row->season * (size_t)form->count_min + 2;
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
    if (model->minority > 0) {
        double chance =
            bs_model__sign_chance(model, -model->sign, expert->log, model->minority - 1);
        volume += (double)model->minority * log(chance);
    }
    if (expert->log || expert->kinds[0] != BS_RESIDUAL_NONE) return volume;
    return volume + log(model->size) - log(bs_model__first_size(model, model->row.values[0]));
}

static bs_status add_expert(bs_model *model, bs_arena *arena, const bs_expert *start)
{
    size_t n = model->row.count;
    bs_expert *expert = &model->experts[model->expert_count];
    *expert = *start;
    expert->e = bs_arena_alloc_raw(arena, 3 * n, sizeof *expert->e);
    expert->kinds = bs_arena_alloc_raw(arena, n, sizeof *expert->kinds);
    expert->spread2 = bs_arena_alloc_raw(arena, n, sizeof *expert->spread2);
    expert->gain = bs_arena_alloc_raw(arena, n, sizeof *expert->gain);
    if (!expert->e || !expert->kinds || !expert->spread2 || !expert->gain) return BS_E_MEMORY;
    expert->y = expert->log ? model->logs : model->shares;
    expert->r2 = expert->e + n;
    expert->local2 = expert->r2 + n;
    filter_all(model, expert);
    take_centre(model, expert, model->spare);
    set_rounding(model, expert);
    set_local(expert, n, model->spare);
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
static void measure_row(bs_model *model)
{
    size_t n = model->row.count, positive = 0, negative = 0, near_zero = 0;
    for (size_t t = 0; t < n; t++) {
        model->spare[t] = fabs(model->row.values[t]);
        positive += model->row.values[t] > 0;
        negative += model->row.values[t] < 0;
    }
    model->size = bs_max(bs_noise_median(model->spare, n), model->row.unit);
    for (size_t t = 0; t < n; t++)
        near_zero += fabs(model->row.values[t]) < WIDE_NEAR * model->size;
    model->wide = near_zero * WIDE_EVERY >= n;
    bool small = model->size < RATE_SIZE, fraction = model->row.unit < 1;
    model->like_rates = small && (model->row.percent || (model->wide && fraction));
    model->sign = 2 * positive >= n ? 1 : -1;
    double enough = ONE_SIGN_SHARE * (double)n;
    model->two_signs = (double)positive < enough && (double)negative < enough;
    model->two_signs = model->two_signs || model->row.any_sign;
    model->minority = model->two_signs ? 0 : model->sign > 0 ? negative : positive;
}

static bs_status prepare(bs_model *model, bs_arena *arena)
{
    size_t n = model->row.count;
    model->spare =
        bs_arena_alloc_raw(arena, (BS_NOISE_SPARE + 2) * bs_noise_stride(n), sizeof *model->spare);
    model->shares = BS_NEW_ARRAY(arena, double, 2 * n);
    if (model->spare == NULL || model->shares == NULL) return BS_E_MEMORY;
    model->logs = model->shares + n;
    model->gapless = model->row.places[n - 1] - model->row.places[0] == n - 1;
    measure_row(model);
    for (size_t t = 0; t < n; t++) {
        model->shares[t] = model->row.values[t] / model->size;
        if (!model->two_signs) model->logs[t] = bs_model__log_size(model, model->row.values[t]);
    }
    return BS_OK;
}

bs_status bs_model_init(bs_model *out, bs_arena *arena, const bs_row_view *view, bs_error *err)
{
    *out = (bs_model){.row = *view};
    grid_squares(out->grid2);
    bs_status status = prepare(out, arena);
    for (size_t i = 0; i < BS_EXPERT_KIND_COUNT && status == BS_OK; i++) {
        if (!out->two_signs) status = add_form(out, arena, &forms[i], true);
        if (status == BS_OK) status = add_form(out, arena, &forms[i], false);
    }
    if (status != BS_OK) return bs_fail(err, status, "out of memory");
    bs_model_weigh(out, NULL);
    return BS_OK;
}

void bs_scale_prior(double out[BS_GRID_COUNT], const bs_model *model, size_t slot)
{
    const struct bs_expert_form *form = &forms[slot / 2];
    bool wide = model->two_signs || model->wide;
    double sum = 0, middle = log(wide ? WIDE_SCALE_MID : form->scale_mid);
    double sd = wide ? WIDE_SCALE_SD : form->scale_sd;
    for (int g = 0; g < BS_GRID_COUNT; g++) {
        double z = (grid_log(g) - middle) / sd;
        out[g] = -.5 * z * z;
        sum += exp(out[g]);
    }
    double norm = log(sum);
    for (int g = 0; g < BS_GRID_COUNT; g++)
        out[g] -= norm;
}

void bs_model_weigh(bs_model *model, const bs_model_prior *prior)
{
    double scales[BS_GRID_COUNT], top = -INFINITY, sum = 0;
    for (size_t m = 0; m < model->expert_count; m++) {
        bs_expert *expert = &model->experts[m];
        size_t slot = bs_expert_slot(expert);
        const double *own = scales;
        if (prior != NULL && prior->given[slot]) {
            own = prior->log_prior[slot];
        } else {
            bs_scale_prior(scales, model, slot);
        }
        for (int g = 0; g < BS_GRID_COUNT; g++) {
            expert->weight[g] = expert->prior + own[g] + expert->log_likelihood[g];
            top = bs_max(top, expert->weight[g]);
        }
    }
    for (size_t m = 0; m < model->expert_count; m++) {
        for (int g = 0; g < BS_GRID_COUNT; g++) {
            double *weight = &model->experts[m].weight[g];
            *weight = *weight - top > LOG_NOTHING ? exp(*weight - top) : 0;
            sum += *weight;
        }
    }
    for (size_t m = 0; m < model->expert_count; m++) {
        for (int g = 0; g < BS_GRID_COUNT; g++)
            model->experts[m].weight[g] /= sum;
    }
    model->log_likelihood = top + log(sum);
}
