// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <stdlib.h>

#include "engine/analyze/anomaly_internal.h"

static const double LEAST_SHARE = .01; // of what may be neglected, for a hypothesis that is counted
static const double SLIP_MOST = .2; // of all slips of a cell that can come near the bound together
static const double STORE_ABOVE = 1e-6; // weight of a hypothesis that is kept for proposals
static const double SHOCK_RATE = .02;   // of a real shock, per cell of a short row
static const double SHOCK_ROW = 10;     // a longer row has as many as one of this length
static const double SHOCK_LOW = .004;   // its size is log-uniform between these, as a share
static const double SHOCK_HIGH = .7;
static const double SHOCK_HIGH_RATE = 3; // the same of rates of change, beside their usual size
static const double RATE_SIGN = .15; // a sign slip in a row of rates, whose signs are looked after
static const double COPY_KNOWN = .3; // a value is proposed for a copy when it and its likeliest
                                     // neighbours hold this share of what is possible

bs_status bs_work__add(bs_work *work, bs_hypothesis h, bs_error *err)
{
    work->rows[h.row].total += h.weight;
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
    double rows = fmin((double)work->panel->row_count, BS_PANEL_ROWS_ALONE);
    return work->prior / ((double)row->count * rows);
}

static double balance_of(const bs_work *work, size_t row, size_t i, double value)
{
    const bs_work_row *r = &work->rows[row];
    if (work->balances.count == 0) return 1;
    return bs_work__balance_ratio(work, row, r->places[i], value - r->values[i]);
}

// Zeros at the end of a number of a row that is rounded to tens or thousands are not digits that
// anybody chose: slips are undone without them. Returns how many there are, and takes them off.
static int strip_zeros(bs_printed *printed, const bs_work_row *row)
{
    int zeros = row->decimals - row->round;
    if (bs_printed_decimals(printed) != row->decimals || zeros >= printed->count) return 0;
    for (int k = 0; k < zeros; k++) {
        if (printed->digits[printed->count - 1 - k] != 0) return 0;
    }
    int whole = printed->whole - (row->round < 0 ? -row->round : 0);
    if (whole < 1) return 0;
    printed->count = (uint8_t)(printed->count - zeros);
    printed->whole = (uint8_t)whole;
    return zeros;
}

// What may have been meant by value `i`, with all digits that the row prints.
static size_t undo_value(bs_intended *out, const bs_work_row *row, size_t i)
{
    bs_printed printed = row->printed[i];
    int zeros = strip_zeros(&printed, row);
    int usual = zeros > 0 ? bs_printed_decimals(&printed) : row->decimals;
    size_t count = bs_channel_undo(out, &printed, usual), kept = 0;
    for (size_t k = 0; k < count; k++) {
        bs_intended it = out[k];
        it.scale += row->decimals - usual;
        bool fits = true;
        for (int z = 0; z < zeros && fits; z++) {
            fits = !__builtin_mul_overflow(it.coefficient, (int64_t)10, &it.coefficient);
        }
        for (; it.scale > row->decimals && it.coefficient % 10 == 0 && zeros > 0; it.scale--) {
            it.coefficient /= 10;
        }
        if (fits) out[kept++] = it;
    }
    return kept;
}

// Densities are of values: where rows have no habit of decimals, each one more than are printed
// makes ten values of one, and any of them is a tenth as likely.
static double finer_share(const bs_work_row *row, int scale, int printed)
{
    return row->uniform || scale <= printed ? 1 : pow(.1, scale - printed);
}

static bs_status weigh_cell(bs_work *work, size_t row, size_t i, const bs_probe *probe,
                            bs_error *err)
{
    const bs_work_row *r = &work->rows[row];
    const double *slips = bs_slip_weights(work->options->profile);
    bs_intended intended[BS_INTENDED_COUNT_MAX];
    size_t count = undo_value(intended, r, i);
    int decimals = bs_printed_decimals(&r->printed[i]);
    double share = bs_work__share(work, r) /
                   bs_work__look(r, bs_printed_coefficient(&r->printed[i]), decimals);
    double least = work->neglect * LEAST_SHARE;
    for (size_t k = 0; k < count; k++) {
        const bs_intended *it = &intended[k];
        double slip = slips[it->slip] * it->chance * finer_share(r, it->scale, decimals);
        if (it->slip == BS_SLIP_SIGN && r->model.row.any_sign) slip *= RATE_SIGN;
        double value = bs_intended_value(it->coefficient, it->scale);
        if (value == r->values[i] || !bs_probe_reaches(probe, value)) continue;
        if (value != 0 && fabs(value) < r->print_unit * .5) continue;
        double ratio = bs_probe_ratio(probe, (double[2]){value, 0});
        if (share * slip * ratio < least) continue;
        double weight = share * slip * bs_work__look(r, it->coefficient, it->scale) * ratio *
                        bs_work__alone(r, i, value) * balance_of(work, row, i, value) *
                        bs_work__target_ratio(work, row, i, value);
        bs_hypothesis h = {.row = (uint32_t)row,
                           .cell = (uint32_t)i,
                           .other = UINT32_MAX,
                           .slip = it->slip,
                           .scale = it->scale,
                           .coefficient = it->coefficient,
                           .weight = weight,
                           .ratio = ratio};
        BS_TRY(bs_work__add(work, h, err));
    }
    return BS_OK;
}

static bs_status weigh_swap(bs_work *work, size_t row, size_t i, double bound, bs_error *err)
{
    const bs_work_row *r = &work->rows[row];
    size_t j = i + 1;
    if (r->places[j] != r->places[i] + 1 || r->values[i] == r->values[j]) return BS_OK;
    if (r->settled[i] || r->settled[j]) return BS_OK;
    double share = bs_work__share(work, r) * (double)r->count / (double)(r->count - 1) *
                   bs_slip_weights(work->options->profile)[BS_SLIP_SWAP];
    bool balanced = bs_work__balance_open(work, row, r->places[i]) ||
                    bs_work__balance_open(work, row, r->places[j]);
    if (share * bound < work->leave_out && !balanced) return BS_OK;
    bs_probe probe;
    double neglect = balanced ? 0 : work->neglect / share;
    bs_probe_init(&probe, &r->model, (size_t[2]){i, j}, neglect);
    double ratio = bs_probe_ratio(&probe, (double[2]){r->values[j], r->values[i]});
    bs_hypothesis h = {.row = (uint32_t)row,
                       .cell = (uint32_t)i,
                       .other = (uint32_t)j,
                       .slip = BS_SLIP_SWAP,
                       .scale = bs_printed_decimals(&r->printed[j]),
                       .coefficient = bs_printed_coefficient(&r->printed[j]),
                       .ratio = ratio};
    h.weight = share * ratio * balance_of(work, row, i, r->values[j]) *
               balance_of(work, row, j, r->values[i]);
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
    double step = 2 * grid->reach / (grid->count - 1), up = exp(-grid->reach + k * step);
    *weight = grid->width * (up + 1 / up) / 2 * step;
    return grid->middle + grid->width * (up - 1 / up) / 2;
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
    bool amount = model->two_signs || value * from <= 0;
    double size = amount ? fabs(value - from) / model->size : fabs(log(value / from));
    double volume = amount ? model->size : fmax(fabs(value), r->unit);
    bool rate = model->row.any_sign || (amount && !model->two_signs);
    double high = rate ? SHOCK_HIGH_RATE : SHOCK_HIGH, ratio = size / high;
    return 1 / ((size + SHOCK_LOW) * (1 + ratio * ratio * ratio)) / (2 * log(high / SHOCK_LOW)) /
           volume;
}

static double weigh_shock(const bs_work_row *r, size_t i, const bs_probe *probe)
{
    const bs_model *model = &r->model;
    sinh_grid grid = shock_grid(r, i);
    double sum = 0, sign = model->sign;
    if (!model->two_signs && r->values[i] == 0) return 0;
    for (int k = 0; k < grid.count; k++) {
        double width, from = grid_at(&grid, k, &width);
        if (!model->two_signs && from * sign <= r->unit * .5) continue;
        if (!bs_probe_reaches(probe, from)) continue;
        double density = shock_density(r, r->values[i], from);
        sum += density * width * bs_probe_ratio(probe, (double[2]){from, 0});
    }
    return SHOCK_RATE * fmin(1, SHOCK_ROW / (double)r->count) * sum;
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

// Mass of every value that the print could show near `middle`, best first.
typedef struct copy_value {
    int64_t coefficient;
    double mass;
} copy_value;

enum { COPY_REACH = 8, COPY_VALUES = 2 * COPY_REACH + 1 };

static int by_mass(const void *a, const void *b)
{
    const copy_value *x = a, *y = b;
    if (x->mass != y->mass) return x->mass < y->mass ? 1 : -1;
    return (x->coefficient > y->coefficient) - (x->coefficient < y->coefficient);
}

static void copy_values(const bs_work_row *r, const bs_probe *probe, double middle,
                        copy_value out[COPY_VALUES])
{
    int64_t step = llround(r->unit / r->print_unit), start = llround(middle / r->unit);
    for (int k = 0; k < COPY_VALUES; k++) {
        int64_t coefficient = (start + k - COPY_REACH) * step;
        double value = bs_intended_value(coefficient, r->decimals);
        bool fits = value != probe->model->row.values[probe->cells[0]];
        out[k].coefficient = coefficient;
        out[k].mass = fits ? r->unit * bs_probe_ratio(probe, (double[2]){value, 0}) : 0;
    }
    qsort(out, COPY_VALUES, sizeof *out, by_mass);
}

// Integral of the ratio over what the cell may have been meant to be; *middle halves it.
static double copy_mass(const bs_work_row *r, size_t i, const bs_probe *probe, double *middle)
{
    sinh_grid grid = copy_grid(r, i);
    double mass[COPY_POINTS], sum = 0, run = 0, width;
    for (int k = 0; k < grid.count; k++) {
        double from = grid_at(&grid, k, &width);
        bool fits = r->model.two_signs || from * r->model.sign > 0;
        mass[k] = fits ? width * bs_probe_ratio(probe, (double[2]){from, 0}) : 0;
        sum += mass[k];
    }
    *middle = grid.middle;
    for (int k = 0; k < grid.count && run < sum / 2; k++) {
        *middle = grid_at(&grid, k, &width);
        run += mass[k];
    }
    return sum;
}

// Shares `whole`, a copy of unknown value, out among the values that are likely enough to be named.
static bs_status add_copy(bs_work *work, bs_hypothesis whole, const copy_value *values, double sum,
                          bs_error *err)
{
    double known = 0;
    for (int k = 0; k < BS_PROPOSAL_COUNT_MAX; k++)
        known += values[k].mass / sum;
    whole.vague = true;
    if (known < COPY_KNOWN) return bs_work__add(work, whole, err);
    known = fmax(known, 1);
    double rest = whole.weight;
    for (int k = 0; k < BS_PROPOSAL_COUNT_MAX; k++) {
        bs_hypothesis h = whole;
        h.vague = false;
        h.coefficient = values[k].coefficient;
        h.weight = whole.weight * values[k].mass / sum / known;
        rest -= h.weight;
        BS_TRY(bs_work__add(work, h, err));
    }
    whole.weight = fmax(rest, 0);
    return bs_work__add(work, whole, err);
}

// The value of the period before printed again: what was meant is unknown, so it is integrated out.
// The rival is that the two are really equal, which a row or table that has other ties makes
// likely.
static bs_status weigh_copy(bs_work *work, size_t row, size_t i, bs_error *err)
{
    const bs_work_row *r = &work->rows[row];
    if (!bs_printed__same(&r->printed[i], &r->printed[i - 1])) return BS_OK;
    bs_probe probe;
    bs_probe_init(&probe, &r->model, (size_t[2]){i, SIZE_MAX}, 0);
    double middle, sum = copy_mass(r, i, &probe, &middle);
    if (!(sum > 0)) return BS_OK;
    double tie = ((double)(r->ties - 1) + bs_work__tie_share(work, row)) / (double)r->count;
    double share = bs_work__share(work, r) * (double)r->count / (double)(r->count - 1) *
                   bs_slip_weights(work->options->profile)[BS_SLIP_COPY];
    bs_hypothesis h = {.row = (uint32_t)row,
                       .cell = (uint32_t)i,
                       .other = UINT32_MAX,
                       .slip = BS_SLIP_COPY,
                       .scale = r->decimals,
                       .coefficient = llround(middle / r->print_unit),
                       .ratio = 1 / fmax(r->unit / sum, tie)};
    h.weight = share * h.ratio;
    copy_value values[COPY_VALUES];
    copy_values(r, &probe, middle, values);
    return add_copy(work, h, values, sum, err);
}

// The slips that could have made value `i`, and its rival, a real shock.
static bs_status weigh_value(bs_work *work, size_t row, size_t i, double bound, bs_error *err)
{
    bs_work_row *r = &work->rows[row];
    double share = bs_work__share(work, r);
    bool odd = bs_work__balance_open(work, row, r->places[i]) || bs_work__looks_odd(r, i);
    if (r->settled[i] || (!odd && SLIP_MOST * share * bound < work->leave_out)) return BS_OK;
    bs_probe probe;
    bs_probe_init(&probe, &r->model, (size_t[2]){i, SIZE_MAX}, odd ? 0 : work->neglect / share);
    if (probe.expert_count == 0) return BS_OK;
    if (work->rivals) r->shock += weigh_shock(r, i, &probe);
    return weigh_cell(work, row, i, &probe, err);
}

bs_status bs_work__weigh_row(bs_work *work, size_t row, bs_error *err)
{
    bs_work_row *r = &work->rows[row];
    if (!r->judged) return BS_OK;
    double *bounds = BS_NEW_ARRAY(work->arena, double, 2 * r->count), *pairs = bounds + r->count;
    if (bounds == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    bs_model_bounds(&r->model, bounds, pairs);
    for (size_t i = 0; i < r->count; i++) {
        BS_TRY(weigh_value(work, row, i, bounds[i], err));
        if (i + 1 < r->count) BS_TRY(weigh_swap(work, row, i, pairs[i], err));
        if (i > 0 && !r->settled[i]) BS_TRY(weigh_copy(work, row, i, err));
    }
    return BS_OK;
}
