// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/expert_internal.h"

#include "engine/analyze/vector_internal.h"

enum { LANES = 4 };
static const double EXPONENT_MAX = 700; // of what fits a double

// Index of the value at `lag` periods after value t; -1 when it is missing.
static int64_t value_after(const bs_row_view *row, size_t t, int lag)
{
    uint32_t wanted = row->places[t] + (uint32_t)lag;
    size_t at = t + (size_t)lag < row->count ? t + (size_t)lag : row->count - 1;
    while (at > t && row->places[at] > wanted)
        at--;
    return row->places[at] == wanted ? (int64_t)at : -1;
}

// Residuals that a value touches, as places behind it, and those that its right neighbour touches
// besides.
typedef struct footprint {
    int own[BS_EXPERT_LAG_MAX];
    int next[BS_EXPERT_LAG_MAX];
    int own_count;
    int next_count;
} footprint;

static bool is_among(const int *lags, int count, int lag)
{
    for (int k = 0; k < count; k++) {
        if (lags[k] == lag) return true;
    }
    return false;
}

static footprint footprint_of(const bs_expert *expert, int season)
{
    footprint out = {.own_count = expert->form->term_count};
    for (int k = 0; k < out.own_count; k++)
        out.own[k] = bs_expert__lag(expert->form, k, season);
    for (int k = 0; k < out.own_count; k++) {
        int lag = out.own[k] + 1;
        if (!is_among(out.own, out.own_count, lag)) out.next[out.next_count++] = lag;
    }
    return out;
}

static const float nothing_gained[BS_GRID_COUNT] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

static void multiply(double *product, const float *gain)
{
    for (int g = 0; g < BS_GRID_COUNT; g++)
        product[g] *= (double)gain[g];
}

// The mean of squares of the products over the scales.
static double mean_square(const double *product, const double *weight)
{
    double sum = 0;
    for (int g = 0; g < BS_GRID_COUNT; g++)
        sum += weight[g] * product[g] * product[g];
    return sum;
}

static void touch_full(double *product, const bs_model *model, const bs_expert *expert, size_t i,
                       const int *lags, int count)
{
    for (int k = 0; k < count; k++) {
        int64_t at = value_after(&model->row, i, lags[k]);
        if (at >= 0 && expert->kinds[at] == BS_RESIDUAL_FULL) multiply(product, expert->gain[at]);
    }
}

static void touch_start(double *product, const bs_expert *expert, size_t first, size_t end)
{
    for (size_t t = first; t < end; t++) {
        if (expert->kinds[t] == BS_RESIDUAL_START) multiply(product, expert->gain[t]);
    }
}

// Where values or lags may be missing.
static void add_bound(const bs_model *model, const bs_expert *expert, size_t i, double *cells,
                      double *pairs)
{
    footprint f = footprint_of(expert, model->row.season);
    size_t n = model->row.count, end = i + 3 < n ? i + 3 : n;
    double own[BS_GRID_COUNT], all[BS_GRID_COUNT];
    for (int g = 0; g < BS_GRID_COUNT; g++)
        own[g] = all[g] = 1;
    touch_full(own, model, expert, i, f.own, f.own_count);
    touch_start(own, expert, i, i + 2 < end ? i + 2 : end);
    cells[i] += mean_square(own, expert->weight);
    touch_full(all, model, expert, i, f.own, f.own_count);
    touch_full(all, model, expert, i, f.next, f.next_count);
    touch_start(all, expert, i, end);
    pairs[i] += mean_square(all, expert->weight);
}

// One expert of a row without gaps, whose residuals are full from `start` on.
typedef struct bound_part {
    const float (*gain)[BS_GRID_COUNT];
    float weight[BS_GRID_COUNT];
    footprint touched;
    int64_t start;
    int64_t reach; // largest of its lags
} bound_part;

// Sums over the experts, for each scale: they round up to a millionth, which bounds allow for.
typedef struct bound_sums {
    float cell[BS_GRID_COUNT];
    float pair[BS_GRID_COUNT];
} bound_sums;

enum { BOUND_OWN_MAX = BS_EXPERT_LAG_MAX + 2, BOUND_NEXT_MAX = BS_EXPERT_LAG_MAX + 1 };
static const double ROUNDED_MOST = 1.00001; // that single precision takes off a sum

BS_VECTOR_PART void add_terms(bound_sums *sums, const float *const own[], const int own_count,
                              const float *const next[], const int next_count, const float *weight)
{
#pragma omp simd
    for (int g = 0; g < BS_GRID_COUNT; g++) {
        float product = own[0][g];
        for (int k = 1; k < own_count; k++)
            product *= own[k][g];
        sums->cell[g] += weight[g] * product * product;
        for (int k = 0; k < next_count; k++)
            product *= next[k][g];
        sums->pair[g] += weight[g] * product * product;
    }
}

// In the middle of the row, where all that a value touches is there. The counts of the forms are
// spelt out so that each loop is compiled for its own.
BS_VECTOR_PART bool add_middle(bound_sums *sums, const bound_part *part, int64_t i)
{
    const footprint *f = &part->touched;
    const float *own[BS_EXPERT_LAG_MAX], *next[BS_EXPERT_LAG_MAX];
    for (int k = 0; k < f->own_count; k++)
        own[k] = part->gain[i + f->own[k]];
    for (int k = 0; k < f->next_count; k++)
        next[k] = part->gain[i + f->next[k]];
    if (f->own_count == 1 && f->next_count == 1)
        add_terms(sums, own, 1, next, 1, part->weight);
    else if (f->own_count == 2 && f->next_count == 1)
        add_terms(sums, own, 2, next, 1, part->weight);
    else if (f->own_count == 2 && f->next_count == 2)
        add_terms(sums, own, 2, next, 2, part->weight);
    else if (f->own_count == 3 && f->next_count == 1)
        add_terms(sums, own, 3, next, 1, part->weight);
    else if (f->own_count == 4 && f->next_count == 2)
        add_terms(sums, own, 4, next, 2, part->weight);
    else
        return false;
    return true;
}

BS_VECTOR_PART const float *full_at(const bound_part *part, int64_t at, int64_t n)
{
    return at >= part->start && at < n ? part->gain[at] : nothing_gained;
}

// A residual that lacks a lag is the step from the value before, so that its neighbours touch it.
BS_VECTOR_PART void add_end(bound_sums *sums, const bound_part *part, int64_t i, int64_t n)
{
    const footprint *f = &part->touched;
    const float *own[BOUND_OWN_MAX], *next[BOUND_NEXT_MAX];
    for (int k = 0; k < BS_EXPERT_LAG_MAX; k++) {
        own[k] = k < f->own_count ? full_at(part, i + f->own[k], n) : nothing_gained;
        next[k] = k < f->next_count ? full_at(part, i + f->next[k], n) : nothing_gained;
    }
    for (int k = 0; k < 2; k++)
        own[BS_EXPERT_LAG_MAX + k] = i + k < part->start ? part->gain[i + k] : nothing_gained;
    next[BS_EXPERT_LAG_MAX] = i + 2 < part->start ? part->gain[i + 2] : nothing_gained;
    add_terms(sums, own, BOUND_OWN_MAX, next, BOUND_NEXT_MAX, part->weight);
}

BS_VECTOR_CLONES
static void add_bounds(const bound_part *parts, size_t part_count, size_t count, double *cells,
                       double *pairs)
{
    int64_t n = (int64_t)count;
    for (int64_t i = 0; i < n; i++) {
        bound_sums sums = {{0}, {0}};
        for (size_t m = 0; m < part_count; m++) {
            bool middle = i >= parts[m].start && i + parts[m].reach < n;
            if (!middle || !add_middle(&sums, &parts[m], i)) add_end(&sums, &parts[m], i, n);
        }
        float cell = 0, pair = 0;
#pragma omp simd reduction(+ : cell, pair)
        for (int g = 0; g < BS_GRID_COUNT; g++) {
            cell += sums.cell[g];
            pair += sums.pair[g];
        }
        cells[i] = ROUNDED_MOST * (double)cell;
        pairs[i] = ROUNDED_MOST * (double)pair;
    }
}

static void bound_gapless(const bs_model *model, double *cells, double *pairs)
{
    bound_part parts[BS_EXPERT_COUNT_MAX];
    size_t n = model->row.count;
    for (size_t m = 0; m < model->expert_count; m++) {
        const bs_expert *expert = &model->experts[m];
        bound_part *part = &parts[m];
        size_t start = 0;
        while (start < n && expert->kinds[start] != BS_RESIDUAL_FULL)
            start++;
        part->gain = (const float(*)[BS_GRID_COUNT])expert->gain;
        part->touched = footprint_of(expert, model->row.season);
        part->start = (int64_t)start;
        part->reach = part->touched.own[part->touched.own_count - 1] + 1;
        for (int g = 0; g < BS_GRID_COUNT; g++)
            part->weight[g] = (float)expert->weight[g];
    }
    add_bounds(parts, model->expert_count, n, cells, pairs);
}

// The gain of the likelihood is the mean of product^1.5 over experts and scales, and that is at
// most the mean of product^2 to the power of 3/4.
void bs_model_bounds(const bs_model *model, double *cells, double *pairs)
{
    size_t n = model->row.count;
    for (size_t i = 0; i < n; i++)
        cells[i] = pairs[i] = 0;
    if (model->gapless) bound_gapless(model, cells, pairs);
    for (size_t m = 0; m < model->expert_count && !model->gapless; m++) {
        for (size_t i = 0; i < n; i++)
            add_bound(model, &model->experts[m], i, cells, pairs);
    }
    for (size_t i = 0; i < n; i++) {
        cells[i] = sqrt(cells[i]) * sqrt(sqrt(cells[i]));
        pairs[i] = sqrt(pairs[i]) * sqrt(sqrt(pairs[i]));
    }
}

// Adds the move of residual `at` to a list, or to the entry that it has there already.
static void touch(bs_touch *list, int *count, size_t *owners, const bs_expert *expert,
                  const size_t at, const double move[2])
{
    int i = 0;
    while (i < *count && owners[i] != at)
        i++;
    if (i == *count) {
        list[i] = (bs_touch){expert->e[at], expert->spread2[at], 0, 0};
        owners[i] = at;
        ++*count;
    }
    list[i].a += move[0];
    list[i].b += move[1];
}

static void touch_cell(bs_probe_expert *p, const bs_row_view *row, const size_t cell,
                       const bool second, size_t owners[2][BS_TOUCH_COUNT_MAX])
{
    const bs_expert *expert = p->expert;
    for (int k = 0; k < expert->form->term_count; k++) {
        int64_t at = value_after(row, cell, bs_expert__lag(expert->form, k, row->season));
        if (at < 0 || expert->kinds[at] != BS_RESIDUAL_FULL) continue;
        double a = expert->form->terms[k];
        double move[2] = {second ? 0 : a, second ? a : 0};
        touch(p->full, &p->full_count, owners[0], expert, (size_t)at, move);
    }
    for (size_t k = 0; k < 2 && cell + k < row->count; k++) {
        if (expert->kinds[cell + k] != BS_RESIDUAL_START) continue;
        double a = k == 0 ? 1 : -1;
        double move[2] = {second ? 0 : a, second ? a : 0};
        touch(p->start, &p->start_count, owners[1], expert, cell + k, move);
    }
}

static double start_product(const bs_probe_expert *p, double d1, double d2)
{
    double product = 1;
    for (int k = 0; k < p->start_count; k++) {
        const bs_touch *t = &p->start[k];
        double e = t->e + t->a * d1 + t->b * d2;
        product *= t->spread2[0] + .5 * e * e;
    }
    return product;
}

// Widens the moves that can matter by those of one scale: at a move further out, one residual alone
// brings the ratio from `excess` times what may be neglected to under it.
static void widen(bs_probe_expert *p, int g, double excess)
{
    double low = -INFINITY, high = INFINITY;
    if (excess == INFINITY) {
        p->move_low = low;
        p->move_high = high;
        return;
    }
    double reach = cbrt(excess);
    reach = sqrt(2 * bs_max(reach * reach - 1, 0));
    for (int k = 0; k < p->full_count; k++) {
        const bs_touch *t = &p->full[k];
        double far = reach * sqrt(t->spread2[g]) / fabs(t->a);
        low = bs_max(low, -t->e / t->a - far);
        high = bs_min(high, -t->e / t->a + far);
    }
    if (low > high) return;
    p->move_low = bs_min(p->move_low, low);
    p->move_high = bs_max(p->move_high, high);
}

// Fills p->now, and for every scale what the ratio would be if every touched residual became 0.
BS_VECTOR_CLONES
static void find_most(bs_probe_expert *p, double most[BS_GRID_COUNT])
{
    double start_best = 1, best[BS_GRID_COUNT], *now = p->now;
    for (int k = 0; k < p->start_count; k++)
        start_best *= p->start[k].spread2[0];
    p->start_now = start_product(p, 0, 0);
    start_best /= p->start_now;
#pragma omp simd
    for (int g = 0; g < BS_GRID_COUNT; g++) {
        now[g] = 1;
        best[g] = start_best;
    }
    for (int k = 0; k < p->full_count; k++) {
        const double *spread2 = p->full[k].spread2, h = .5 * p->full[k].e * p->full[k].e;
#pragma omp simd
        for (int g = 0; g < BS_GRID_COUNT; g++) {
            now[g] *= spread2[g] + h;
            best[g] *= spread2[g];
        }
    }
    const double *weight = p->expert->weight;
#pragma omp simd
    for (int g = 0; g < BS_GRID_COUNT; g++) {
        double q = now[g] / best[g];
        most[g] = weight[g] * q * sqrt(q);
    }
}

// Which scales can matter: where the ratio is not small even if every touched residual became 0,
// and, for one cell, the moves that can. False: none.
static bool set_range(bs_probe_expert *p, double neglect, bool both)
{
    double most[BS_GRID_COUNT];
    find_most(p, most);
    p->low = BS_GRID_COUNT;
    p->high = 0;
    p->move_low = INFINITY;
    p->move_high = -INFINITY;
    for (int g = 0; g < BS_GRID_COUNT; g++) {
        p->weight[g] = 0;
        if (most[g] < neglect || !(most[g] > 0)) continue;
        p->most += most[g];
        if (!both) widen(p, g, most[g] / neglect);
        p->weight[g] = p->expert->weight[g];
        if (p->low > g) p->low = g;
        p->high = g + 1;
    }
    return p->low < p->high;
}

// Makes the windows of values outside which nothing can matter contain those of one expert.
static void add_window(bs_probe *probe, const bs_probe_expert *p)
{
    double y = p->expert->y[probe->cells[0]];
    if (p->move_low > p->move_high) return;
    if (p->expert->log) {
        probe->size_low = bs_min(probe->size_low, exp(bs_min(y + p->move_low, EXPONENT_MAX)));
        probe->size_high = bs_max(probe->size_high, exp(bs_min(y + p->move_high, EXPONENT_MAX)));
    } else {
        double size = probe->model->size;
        probe->value_low = bs_min(probe->value_low, (y + p->move_low) * size);
        probe->value_high = bs_max(probe->value_high, (y + p->move_high) * size);
    }
}

void bs_probe_init(bs_probe *out, const bs_model *model, const size_t cells[2], double neglect)
{
    out->model = model;
    out->cells[0] = cells[0];
    out->cells[1] = cells[1];
    out->both = cells[1] != SIZE_MAX;
    out->expert_count = 0;
    out->most = 0;
    out->size_low = out->value_low = INFINITY;
    out->size_high = out->value_high = -INFINITY;
    for (size_t m = 0; m < model->expert_count; m++) {
        bs_probe_expert *p = &out->experts[out->expert_count];
        size_t owners[2][BS_TOUCH_COUNT_MAX];
        p->expert = &model->experts[m];
        p->full_count = p->start_count = 0;
        p->most = 0;
        touch_cell(p, &model->row, cells[0], false, owners);
        if (out->both) touch_cell(p, &model->row, cells[1], true, owners);
        bool anchored = p->expert->kinds[0] == BS_RESIDUAL_NONE;
        p->sized[0] = p->expert->log || (anchored && cells[0] == 0);
        p->sized[1] = out->both && (p->expert->log || (anchored && cells[1] == 0));
        if (!set_range(p, neglect, out->both)) continue;
        if (!out->both) add_window(out, p);
        out->most += p->most;
        out->expert_count++;
    }
}

// Likelihood after a change over that before it, averaged over the scales; `h` is e^2 / 2 of each
// residual that moves, after it did.
BS_VECTOR_PART double ratio_of(const bs_probe_expert *p, const double *h, double start,
                               const int count)
{
    double sums[LANES] = {0};
    for (int from = p->low / LANES * LANES; from < p->high; from += LANES) {
#pragma omp simd
        for (int l = 0; l < LANES; l++) {
            double after = 1;
            for (int k = 0; k < count; k++)
                after *= p->full[k].spread2[from + l] + h[k];
            double q = start * p->now[from + l] / after;
            sums[l] += p->weight[from + l] * q * sqrt(q);
        }
    }
    return sums[0] + sums[1] + sums[2] + sums[3];
}

// The count is spelt out so that each loop is compiled for its own.
BS_VECTOR_CLONES
static double expert_ratio(const bs_probe_expert *p, double d1, double d2)
{
    double h[BS_TOUCH_COUNT_MAX];
    for (int k = 0; k < p->full_count; k++) {
        double e = p->full[k].e + p->full[k].a * d1 + p->full[k].b * d2;
        e = bs_expert__clip(e);
        h[k] = .5 * e * e;
    }
    double start = p->start_count > 0 ? p->start_now / start_product(p, d1, d2) : 1;
    switch (p->full_count) {
    case 0:
        return ratio_of(p, h, start, 0);
    case 1:
        return ratio_of(p, h, start, 1);
    case 2:
        return ratio_of(p, h, start, 2);
    case 3:
        return ratio_of(p, h, start, 3);
    case 4:
        return ratio_of(p, h, start, 4);
    default:
        return ratio_of(p, h, start, p->full_count);
    }
}

// Factor by which the density of a value changes with its size: the Jacobian of the logarithm, and
// for an expert on values that of the first value of the row.
static double size_factor(const bs_probe *probe, bool on_log, int which, double after)
{
    const bs_model *model = probe->model;
    double before = model->row.values[probe->cells[which]], floor = model->row.unit * .5;
    if (!on_log) return bs_model__first_size(model, before) / bs_model__first_size(model, after);
    return bs_max(fabs(before), floor) / bs_max(fabs(after), floor);
}

// Factor by which the chance of the signs changes.
static double sign_factor(const bs_probe *probe, bool on_log, const double after[2])
{
    const bs_model *model = probe->model;
    double factor = 1;
    if (model->two_signs) return 1;
    for (int i = 0; i <= (int)probe->both; i++) {
        double before = model->row.values[probe->cells[i]];
        size_t others = model->minority - (before * model->sign < 0);
        factor *= bs_model__sign_chance(model, after[i], on_log, others) /
                  bs_model__sign_chance(model, before, on_log, others);
    }
    return factor;
}

bool bs_probe_reaches(const bs_probe *probe, double value)
{
    double size = bs_max(fabs(value), probe->model->row.unit * .5);
    return (size >= probe->size_low && size <= probe->size_high) ||
           (value >= probe->value_low && value <= probe->value_high);
}

double bs_probe_ratio(const bs_probe *probe, const double values[2])
{
    const bs_model *model = probe->model;
    if (!probe->both && !bs_probe_reaches(probe, values[0])) return 0;
    double logs[2] = {0, 0}, sum = 0;
    double signs[2] = {sign_factor(probe, false, values), sign_factor(probe, true, values)};
    for (int i = 0; i <= (int)probe->both; i++) {
        logs[i] = model->two_signs ? 0 : bs_model__log_size(model, values[i]);
    }
    for (size_t m = 0; m < probe->expert_count; m++) {
        const bs_probe_expert *p = &probe->experts[m];
        double d[2] = {0, 0}, ratio = signs[p->expert->log];
        for (int i = 0; i <= (int)probe->both; i++) {
            double y = p->expert->log ? logs[i] : values[i] / model->size;
            d[i] = y - p->expert->y[probe->cells[i]];
            if (p->sized[i]) ratio *= size_factor(probe, p->expert->log, i, values[i]);
        }
        sum += ratio * expert_ratio(p, d[0], d[1]);
    }
    return sum;
}
