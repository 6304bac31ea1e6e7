// SPDX-License-Identifier: GPL-3.0-or-later
#include <gsl/gsl_statistics_double.h>
#include <math.h>

#include "engine/analyze/anomaly_internal.h"

enum { SIBLINGS_MIN = 3 };
static const double POOL_SHARE = .4;    // weight of another row's opinion of experts and scales
static const double POOL_FLOOR = -12;   // of its logarithm
static const double BALANCE_SD = 1.2;   // allowance over independent rounding
static const double BALANCE_ODD = .02;  // of a column that does not add up although all is right
static const double BALANCE_EXACT = .3; // of one that was added up from the printed numbers
static const double BALANCE_SLIP = .3;  // weight of an unnamed slip, beside a tenth for each named
static const double GAP_SDS = 3;

static double positive_share(const bs_work_row *row)
{
    size_t positive = 0;
    for (size_t i = 0; i < row->count; i++)
        positive += row->values[i] > 0;
    return row->count ? (double)positive / (double)row->count : 0;
}

// Log growth of a row into the cell at `place` from the value before; false when there is none.
static bool growth_into(const bs_work_row *row, uint32_t place, double *out)
{
    for (size_t i = 1; i < row->count; i++) {
        if (row->places[i] != place) continue;
        if (row->places[i - 1] + 1 != place) return false;
        double before = fmax(fabs(row->values[i - 1]), 1e-12);
        *out = log(fmax(fabs(row->values[i]), 1e-12) / before);
        return true;
    }
    return false;
}

static void siblings_of(const bs_work *work, size_t row, const bool *rising, double *spare,
                        double *medians)
{
    const bs_work_row *r = &work->rows[row];
    for (size_t i = 0; i < r->count; i++) {
        size_t count = 0;
        for (size_t q = 0; q < work->panel->row_count; q++) {
            if (q == row || !rising[q]) continue;
            count += growth_into(&work->rows[q], r->places[i], &spare[count]);
        }
        medians[i] = count > 0 ? gsl_stats_median(spare, 1, count) : 0;
    }
}

bs_status bs_work__siblings(bs_work *work, double **medians, bs_error *err)
{
    size_t rows = work->panel->row_count, count = 0;
    bool *positive = BS_NEW_ARRAY(work->arena, bool, rows);
    double *spare = BS_NEW_ARRAY(work->arena, double, rows);
    if (positive == NULL || spare == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t r = 0; r < rows; r++) {
        positive[r] = positive_share(&work->rows[r]) > .6;
        count += positive[r];
    }
    for (size_t r = 0; r < rows; r++) {
        if (!positive[r] || count < SIBLINGS_MIN + 1) continue;
        medians[r] = BS_NEW_ARRAY(work->arena, double, work->rows[r].count);
        if (medians[r] == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        siblings_of(work, r, positive, spare, medians[r]);
    }
    return BS_OK;
}

static double log_sum(const double *values, size_t count)
{
    double top = -INFINITY, sum = 0;
    for (size_t i = 0; i < count; i++)
        top = fmax(top, values[i]);
    for (size_t i = 0; i < count; i++)
        sum += exp(values[i] - top);
    return top + log(sum);
}

// What a row thinks of each expert and scale: its likelihood, normalised under the prior of scales.
static void opinion(bs_model_prior *out, const bs_model *model, const double *scales)
{
    double all[BS_EXPERT_COUNT_MAX * BS_GRID_COUNT];
    size_t count = 0;
    for (size_t m = 0; m < model->expert_count; m++) {
        for (int g = 0; g < BS_GRID_COUNT; g++) {
            all[count++] = model->experts[m].log_likelihood[g] + scales[g];
        }
    }
    double norm = log_sum(all, count);
    for (size_t m = 0; m < model->expert_count; m++) {
        size_t slot = bs_expert_slot(&model->experts[m]);
        out->given[slot] = true;
        for (int g = 0; g < BS_GRID_COUNT; g++) {
            double value = model->experts[m].log_likelihood[g] - norm;
            out->log_prior[slot][g] = fmax(value, POOL_FLOOR);
        }
    }
}

static bool covers(const bs_model_prior *whole, const bs_model_prior *part)
{
    for (size_t s = 0; s < BS_EXPERT_COUNT_MAX; s++) {
        if (part->given[s] && !whole->given[s]) return false;
    }
    return true;
}

static void normalise(bs_model_prior *prior)
{
    double all[BS_EXPERT_COUNT_MAX * BS_GRID_COUNT];
    size_t count = 0;
    for (size_t s = 0; s < BS_EXPERT_COUNT_MAX; s++) {
        for (int g = 0; g < BS_GRID_COUNT && prior->given[s]; g++) {
            all[count++] = prior->log_prior[s][g];
        }
    }
    double norm = log_sum(all, count);
    for (size_t s = 0; s < BS_EXPERT_COUNT_MAX; s++) {
        for (int g = 0; g < BS_GRID_COUNT; g++)
            prior->log_prior[s][g] -= norm;
    }
}

bs_status bs_work__pool(bs_work *work, bs_error *err)
{
    size_t rows = work->panel->row_count;
    bs_model_prior *opinions = BS_NEW_ARRAY(work->arena, bs_model_prior, rows);
    if (opinions == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    double scales[BS_GRID_COUNT];
    bs_scale_prior(scales, work->tuning);
    for (size_t r = 0; r < rows; r++) {
        if (work->rows[r].judged) opinion(&opinions[r], &work->rows[r].model, scales);
    }
    for (size_t r = 0; r < rows; r++) {
        if (!work->rows[r].judged) continue;
        bs_model_prior prior = {.given = {false}};
        for (size_t s = 0; s < BS_EXPERT_COUNT_MAX; s++) {
            prior.given[s] = opinions[r].given[s];
            memcpy(prior.log_prior[s], scales, sizeof scales);
        }
        for (size_t q = 0; q < rows; q++) {
            if (q == r || !work->rows[q].judged || !covers(&opinions[q], &opinions[r])) continue;
            for (size_t s = 0; s < BS_EXPERT_COUNT_MAX; s++) {
                for (int g = 0; g < BS_GRID_COUNT; g++) {
                    prior.log_prior[s][g] += POOL_SHARE * opinions[q].log_prior[s][g];
                }
            }
        }
        normalise(&prior);
        bs_model_weigh(&work->rows[r].model, &prior, work->tuning);
    }
    return BS_OK;
}

static size_t find_total(const bs_panel *panel)
{
    for (size_t r = 0; r < panel->row_count; r++) {
        if (panel->rows[r].total) return r;
    }
    return SIZE_MAX;
}

bs_status bs_work__balance_init(bs_work *work, bs_error *err)
{
    bs_balance *b = &work->balance;
    const bs_panel *panel = work->panel;
    b->total_row = find_total(panel);
    if (b->total_row == SIZE_MAX || panel->row_count < 3) return BS_OK;
    b->gap = BS_NEW_ARRAY(work->arena, double, panel->cell_count);
    b->total = BS_NEW_ARRAY(work->arena, double, panel->cell_count);
    b->known = BS_NEW_ARRAY(work->arena, bool, panel->cell_count);
    size_t *present = BS_NEW_ARRAY(work->arena, size_t, panel->cell_count);
    if (!b->gap || !b->total || !b->known || !present) {
        return bs_fail(err, BS_E_MEMORY, "out of memory");
    }
    b->present = true;
    for (size_t r = 0; r < panel->row_count; r++) {
        const bs_work_row *row = &work->rows[r];
        b->unit = fmax(b->unit, row->unit);
        for (size_t i = 0; i < row->count; i++) {
            bool total = r == b->total_row;
            if (total) b->total[row->places[i]] = row->values[i];
            if (total || !panel->rows[r].total) {
                b->gap[row->places[i]] += total ? row->values[i] : -row->values[i];
            }
            present[row->places[i]]++;
        }
    }
    for (size_t c = 0; c < panel->cell_count; c++)
        b->known[c] = present[c] == panel->row_count;
    b->sd = BALANCE_SD * b->unit * sqrt((double)panel->row_count / 12);
    return BS_OK;
}

static double balance_density(const bs_balance *b, size_t cell, double gap)
{
    double z = gap / b->sd;
    double core = (1 - BALANCE_EXACT) * exp(-.5 * z * z) * b->unit / (b->sd * sqrt(2 * M_PI));
    if (fabs(gap) < b->unit * .25) core += BALANCE_EXACT;
    double size = fmax(fabs(b->total[cell]), 10 * b->unit);
    return (1 - BALANCE_ODD) * core + BALANCE_ODD * b->unit / size;
}

double bs_work__balance_ratio(const bs_work *work, size_t row, size_t cell, double change)
{
    const bs_balance *b = &work->balance;
    if (!b->known[cell]) return 1;
    double gap = b->gap[cell], moved = gap + (row == b->total_row ? change : -change);
    return balance_density(b, cell, moved) / balance_density(b, cell, gap);
}

static bs_status weigh_balance_cell(bs_work *work, size_t row, size_t i, int units, bs_error *err)
{
    const bs_work_row *r = &work->rows[row];
    const bs_balance *b = &work->balance;
    double change = row == b->total_row ? -b->gap[r->places[i]] : b->gap[r->places[i]];
    int64_t coefficient = llround((r->values[i] + change) / r->unit) + units;
    double value = bs_intended_value(coefficient, r->decimals);
    if (!r->model.two_signs && value * r->model.sign <= 0) return BS_OK;
    bool copy = i > 0 && r->values[i] == r->values[i - 1];
    double slip =
        BALANCE_SLIP * r->unit / 2.3 / fmax(fmax(fabs(r->values[i]), fabs(value)), r->unit);
    bs_probe probe;
    bs_probe_init(&probe, &r->model, (size_t[2]){i, SIZE_MAX}, 0, work->tuning);
    double ratio = bs_probe_ratio(&probe, (double[2]){value, 0});
    double weight = bs_work__share(work, r) * .1 * (copy ? 1 : slip) * ratio *
                    bs_work__balance_ratio(work, row, r->places[i], value - r->values[i]);
    bs_hypothesis h = {
        (uint32_t)row, (uint32_t)i, UINT32_MAX, copy ? BS_SLIP_COPY : BS_SLIP_BALANCE,
        r->decimals,   coefficient, weight,     ratio};
    return bs_work__add(work, h, err);
}

bs_status bs_work__weigh_balance(bs_work *work, size_t row, bs_error *err)
{
    const bs_balance *b = &work->balance;
    const bs_work_row *r = &work->rows[row];
    if (!b->present || !r->judged) return BS_OK;
    for (size_t i = 0; i < r->count; i++) {
        size_t cell = r->places[i];
        if (!b->known[cell] || fabs(b->gap[cell]) <= GAP_SDS * b->sd) continue;
        for (int units = -1; units <= 1; units++) {
            BS_TRY(weigh_balance_cell(work, row, i, units, err));
        }
    }
    return BS_OK;
}
