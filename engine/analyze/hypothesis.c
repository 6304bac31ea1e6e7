// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <stdlib.h>

#include "engine/analyze/anomaly_internal.h"

static const double SKIP_BELOW = 1.0;      // residuals, in scales, that no slip can better
static const double NEGLECT = 1e-7;        // weight that may be lost by leaving experts out
static const double STORE_ABOVE = 1e-6;    // weight of a hypothesis that is kept for proposals
static const double ODD_IN_UNIFORM = .001; // a decimal too many or too few is meant
static const double ODD_IN_MIXED = .3;
static const double ODD_STEPS_MAX = 3; // a cell with many odd decimals is no odder than this
static const double FEW_SIGN = .0015;  // of a second sign in a row of one sign
static const double NEAR_ZERO_SIGN = .015;
static const double SHOCK_RATE = .03; // of a real shock, per cell
static const double SHOCK_LOW = .004; // its size is log-uniform between these, as a share
static const double SHOCK_HIGH = .7;
static const double TIE_PRIOR = .06;

bs_status bs_work__add(bs_work *work, bs_hypothesis h, bs_error *err)
{
    work->total += h.weight;
    work->rows[h.row].suspicion[h.cell] += h.weight;
    if (h.other != UINT32_MAX) work->rows[h.row].suspicion[h.other] += h.weight;
    if (h.weight < STORE_ABOVE) return BS_OK;
    bs_hypothesis *kept = BS_PUSH(work->arena, &work->hypotheses);
    if (kept == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *kept = h;
    return BS_OK;
}

double bs_work__share(const bs_work *work, const bs_work_row *row)
{
    return work->options->prior / ((double)row->count * (double)work->panel->row_count);
}

// How likely a number with these decimals is to be meant in this row.
static double format_factor(const bs_work_row *row, int decimals)
{
    int off = abs(decimals - row->decimals);
    if (off == 0) return 1;
    return row->uniform ? pow(ODD_IN_UNIFORM, fmin(ODD_STEPS_MAX, 1 + .5 * (off - 1)))
                        : ODD_IN_MIXED;
}

// How likely a value of this sign is to be meant at cell `i`.
static double sign_factor(const bs_work_row *row, size_t i, double value)
{
    if (row->model.two_signs || value * row->model.sign >= 0) return 1;
    size_t others = row->minority - (row->values[i] * row->model.sign < 0);
    double share = (double)others / (double)row->count;
    return fmax(fmax(FEW_SIGN, share), row->near_zero ? NEAR_ZERO_SIGN : 0);
}

static bool is_quiet(const bs_work *work, const bs_work_row *row, size_t i)
{
    return !work->balance.present && row->model.quiet[i] < SKIP_BELOW;
}

static double balance_of(const bs_work *work, size_t row, size_t i, double value)
{
    const bs_work_row *r = &work->rows[row];
    if (!work->balance.present) return 1;
    return bs_work__balance_ratio(work, row, r->places[i], value - r->values[i]);
}

static bs_status weigh_cell(bs_work *work, size_t row, size_t i, const bs_probe *probe,
                            bs_error *err)
{
    const bs_work_row *r = &work->rows[row];
    const double *slips = bs_slip_weights(work->options->profile);
    bs_intended intended[BS_INTENDED_COUNT_MAX];
    size_t count = bs_channel_undo(intended, &r->printed[i], r->decimals);
    double printed =
        format_factor(r, bs_printed_decimals(&r->printed[i])) * sign_factor(r, i, r->values[i]);
    double share = bs_work__share(work, r) / printed;
    for (size_t k = 0; k < count; k++) {
        const bs_intended *it = &intended[k];
        double value = bs_intended_value(it->coefficient, it->scale);
        if (value != 0 && fabs(value) < r->unit * .5) continue;
        double ratio = bs_probe_ratio(probe, (double[2]){value, 0});
        double weight = share * slips[it->slip] * it->chance * format_factor(r, it->scale) *
                        sign_factor(r, i, value) * ratio * balance_of(work, row, i, value);
        bs_hypothesis h = {(uint32_t)row, (uint32_t)i,     UINT32_MAX, it->slip,
                           it->scale,     it->coefficient, weight,     ratio};
        BS_TRY(bs_work__add(work, h, err));
    }
    return BS_OK;
}

static bs_status weigh_swap(bs_work *work, size_t row, size_t i, bs_error *err)
{
    const bs_work_row *r = &work->rows[row];
    size_t j = i + 1;
    if (r->places[j] != r->places[i] + 1 || r->values[i] == r->values[j]) return BS_OK;
    if (is_quiet(work, r, i) && is_quiet(work, r, j)) return BS_OK;
    double share = bs_work__share(work, r) * (double)r->count / (double)(r->count - 1) *
                   bs_slip_weights(work->options->profile)[BS_SLIP_SWAP];
    bs_probe probe;
    bs_probe_init(&probe, &r->model, (size_t[2]){i, j}, NEGLECT / share, work->tuning);
    double ratio = bs_probe_ratio(&probe, (double[2]){r->values[j], r->values[i]});
    double weight = share * ratio * balance_of(work, row, i, r->values[j]) *
                    balance_of(work, row, j, r->values[i]);
    bs_hypothesis h = {(uint32_t)row,
                       (uint32_t)i,
                       (uint32_t)j,
                       BS_SLIP_SWAP,
                       bs_printed_decimals(&r->printed[j]),
                       bs_printed_coefficient(&r->printed[j]),
                       weight,
                       ratio};
    return bs_work__add(work, h, err);
}

// A grid that is dense around a likely value and reaches far: middle + width * sinh(k).
typedef struct sinh_grid {
    double middle;
    double width;
    double reach;
    int count;
} sinh_grid;

static double grid_at(const sinh_grid *grid, int k, double *weight)
{
    double step = 2 * grid->reach / (grid->count - 1), at = -grid->reach + k * step;
    *weight = grid->width * cosh(at) * step;
    return grid->middle + grid->width * sinh(at);
}

enum { SHOCK_POINTS = 41, COPY_POINTS = 49 };

// Where value `i` would be expected by its neighbours, and how far they lie apart.
static sinh_grid shock_grid(const bs_work_row *r, size_t i)
{
    const double *x = r->values;
    sinh_grid grid = {x[i], 0, 7, SHOCK_POINTS};
    size_t n = r->count;
    if (i > 0 && i + 1 < n) {
        grid.middle = (x[i - 1] + x[i + 1]) / 2;
        grid.width = fabs(x[i + 1] - x[i - 1]) / 4;
    } else if (n > 2) {
        double near = i == 0 ? x[1] : x[i - 1], far = i == 0 ? x[2] : x[i - 2];
        grid.middle = 2 * near - far;
        grid.width = fabs(near - far) / 2;
    }
    grid.width = fmax(fmax(grid.width * .2, r->unit * .5), .001 * fabs(grid.middle));
    return grid;
}

// Density of a real shock that takes `from` to the value of the cell: a shock of one per cent and
// one of thirty are both possible, so that it has no scale.
static double shock_density(const bs_work_row *r, double value, double from)
{
    const bs_model *model = &r->model;
    double size = model->two_signs ? fabs(value - from) / model->size : fabs(log(value / from));
    double volume = model->two_signs ? model->size : fmax(fabs(value), r->unit);
    double ratio = size / SHOCK_HIGH;
    return 1 / ((size + SHOCK_LOW) * (1 + ratio * ratio * ratio)) /
           (2 * log(SHOCK_HIGH / SHOCK_LOW)) / volume;
}

static double weigh_shock(const bs_work_row *r, size_t i, const bs_probe *probe)
{
    const bs_model *model = &r->model;
    sinh_grid grid = shock_grid(r, i);
    double sum = 0, sign = model->sign;
    if (!model->two_signs && r->values[i] * sign <= 0) return 0;
    for (int k = 0; k < grid.count; k++) {
        double width, from = grid_at(&grid, k, &width);
        if (!model->two_signs && from * sign <= r->unit * .5) continue;
        double density = shock_density(r, r->values[i], from);
        sum += density * width * bs_probe_ratio(probe, (double[2]){from, 0});
    }
    return SHOCK_RATE * sum;
}

static sinh_grid copy_grid(const bs_work_row *r, size_t i)
{
    const double *x = r->values;
    double before = x[i - 1], after = before;
    if (i + 1 < r->count) {
        after = x[i + 1];
    } else if (i > 1) {
        after = 2 * x[i - 1] - x[i - 2];
    }
    sinh_grid grid = {(before + after) / 2, fabs(after - before) / 2, 6, COPY_POINTS};
    grid.width = fmax(fmax(grid.width, r->unit), .02 * fabs(grid.middle));
    return grid;
}

static bool same_print(const bs_printed *a, const bs_printed *b)
{
    return bs_printed_coefficient(a) == bs_printed_coefficient(b) && a->count == b->count &&
           a->whole == b->whole;
}

static size_t count_ties(const bs_work_row *r)
{
    size_t ties = 0;
    for (size_t i = 1; i < r->count; i++)
        ties += same_print(&r->printed[i], &r->printed[i - 1]);
    return ties;
}

// The value of the period before printed again: what was meant is unknown, so it is integrated out.
// The rival is that the two are really equal, which a row that has other ties makes likely.
static bs_status weigh_copy(bs_work *work, size_t row, size_t i, size_t ties, bs_error *err)
{
    const bs_work_row *r = &work->rows[row];
    if (!same_print(&r->printed[i], &r->printed[i - 1])) return BS_OK;
    bs_probe probe;
    bs_probe_init(&probe, &r->model, (size_t[2]){i, SIZE_MAX}, 0, work->tuning);
    sinh_grid grid = copy_grid(r, i);
    double mass[COPY_POINTS], sum = 0, run = 0, best = grid.middle;
    for (int k = 0; k < grid.count; k++) {
        double width, from = grid_at(&grid, k, &width);
        bool fits = r->model.two_signs || from * r->model.sign > 0;
        mass[k] = fits ? width * bs_probe_ratio(&probe, (double[2]){from, 0}) : 0;
        sum += mass[k];
    }
    if (sum <= 0) return BS_OK;
    for (int k = 0; k < grid.count; k++) {
        double width;
        best = grid_at(&grid, k, &width);
        run += mass[k];
        if (run >= sum / 2) break;
    }
    double tie = ((double)(ties - 1) + TIE_PRIOR) / (double)r->count;
    double ratio = 1 / fmax(r->unit / sum, tie);
    double share = bs_work__share(work, r) * (double)r->count / (double)(r->count - 1) *
                   bs_slip_weights(work->options->profile)[BS_SLIP_COPY];
    int64_t coefficient = llround(best / r->unit);
    bs_hypothesis h = {(uint32_t)row, (uint32_t)i, UINT32_MAX,    BS_SLIP_COPY,
                       r->decimals,   coefficient, share * ratio, ratio};
    return bs_work__add(work, h, err);
}

bs_status bs_work__weigh_row(bs_work *work, size_t row, bs_error *err)
{
    const bs_work_row *r = &work->rows[row];
    if (!r->judged) return BS_OK;
    size_t ties = count_ties(r);
    double neglect = NEGLECT / bs_work__share(work, r);
    for (size_t i = 0; i < r->count; i++) {
        bool odd = bs_printed_decimals(&r->printed[i]) != r->decimals;
        odd = odd || r->values[i] * r->model.sign < 0 || work->balance.present;
        bool quiet = is_quiet(work, r, i);
        if (!quiet || odd) {
            bs_probe probe;
            bs_probe_init(&probe, &r->model, (size_t[2]){i, SIZE_MAX}, odd ? 0 : neglect,
                          work->tuning);
            BS_TRY(weigh_cell(work, row, i, &probe, err));
            if (!quiet) work->shock += weigh_shock(r, i, &probe);
        }
        if (i + 1 < r->count && r->count >= 3) BS_TRY(weigh_swap(work, row, i, err));
        if (i > 0) BS_TRY(weigh_copy(work, row, i, ties, err));
    }
    return BS_OK;
}
