// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the rows of a panel know of each other: their common growth, the rows that move alike, the
// level of their noise and the kind of their movement, how often a value repeats, whether targets
// turn. All of it is work in proportion to the rows and columns but for the search for rows that
// move alike, which larger panels do without.
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>

#include "engine/analyze/anomaly_internal.h"

enum { SIBLINGS_MIN = 3, PEER_ROWS_MAX = 200 };
static const double POSITIVE_SHARE = .6; // of the values of a row that lends its growth
static const double LEAST_VALUE = 1e-12; // whose logarithm is taken
static const double PEER_NEAR = .01;     // difference of growth that is as good as none
static const double POOL_SHARE = .3;     // weight of another row's opinion of experts and scales
static const double POOL_ROWS = 11;      // and all others together weigh as many at most
static const double POOL_FLOOR = -12;    // of the logarithm of an opinion
static const double TIE_PRIOR = .06;     // ties that are expected before any row is seen
static const double TURN_PRIOR = .5;     // targets that turn on the way, before any is seen,
static const double TURN_STEPS = 5;      // and the steps that this is worth

// Log growth into each cell of the rows that are mostly positive: rows * cell_count values.
typedef struct growth {
    double *into;
    bool *known;
    bool *positive; // of each row
    size_t rows;
    size_t cells;
    size_t positive_count;
} growth;

static bool mostly_positive(const bs_work_row *row)
{
    size_t positive = 0;
    for (size_t i = 0; i < row->count; i++)
        positive += row->values[i] > 0;
    return (double)positive > POSITIVE_SHARE * (double)row->count;
}

static bs_status growth_init(growth *out, const bs_work *work, bs_error *err)
{
    *out = (growth){.rows = work->panel->row_count, .cells = work->panel->cell_count};
    out->into = bs_arena_alloc(work->arena, out->rows, out->cells * sizeof(double));
    out->known = bs_arena_alloc(work->arena, out->rows, out->cells * sizeof(bool));
    out->positive = BS_NEW_ARRAY(work->arena, bool, out->rows);
    if (!out->into || !out->known || !out->positive) {
        return bs_fail(err, BS_E_MEMORY, "out of memory");
    }
    for (size_t r = 0; r < out->rows; r++) {
        const bs_work_row *row = &work->rows[r];
        out->positive[r] = mostly_positive(row);
        out->positive_count += out->positive[r];
        for (size_t i = 1; i < row->count; i++) {
            if (row->places[i - 1] + 1 != row->places[i]) continue;
            double before = fmax(fabs(row->values[i - 1]), LEAST_VALUE);
            size_t at = r * out->cells + row->places[i];
            out->into[at] = log(fmax(fabs(row->values[i]), LEAST_VALUE) / before);
            out->known[at] = true;
        }
    }
    return BS_OK;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

// Median of a sorted column without one value of it, which may not be there at all.
static double median_without(const double *sorted, size_t count, const double *own)
{
    size_t skip = count;
    if (own != NULL) {
        size_t low = 0, high = count;
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (sorted[middle] < *own) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        skip = low;
    }
    size_t rest = count - (own != NULL);
    if (rest == 0) return 0;
    size_t low = (rest - 1) / 2, high = rest / 2;
    return (sorted[low + (low >= skip)] + sorted[high + (high >= skip)]) / 2;
}

// Fills `medians`, rows * cells, with the median growth of the other rows into each cell.
static void sibling_medians(const growth *g, double *medians, double *column)
{
    for (size_t c = 0; c < g->cells; c++) {
        size_t count = 0;
        for (size_t r = 0; r < g->rows; r++) {
            if (g->positive[r] && g->known[r * g->cells + c]) {
                column[count++] = g->into[r * g->cells + c];
            }
        }
        qsort(column, count, sizeof *column, by_value);
        for (size_t r = 0; r < g->rows; r++) {
            size_t at = r * g->cells + c;
            bool own = g->positive[r] && g->known[at];
            medians[at] = median_without(column, count, own ? &g->into[at] : NULL);
        }
    }
}

typedef struct peer {
    double distance;
    const double *into;
    size_t cells;
} peer;

// Nearest first; of two that are as near, by their growth, so that the order of rows is no matter.
static int by_distance(const void *a, const void *b)
{
    const peer *x = a, *y = b;
    if (x->distance != y->distance) return x->distance < y->distance ? -1 : 1;
    for (size_t c = 0; c < x->cells; c++) {
        int order = by_value(&x->into[c], &y->into[c]);
        if (order != 0) return order;
    }
    return 0;
}

static double peer_distance(const growth *g, size_t r, size_t q)
{
    double sum = 0;
    for (size_t c = 0; c < g->cells; c++) {
        size_t own = r * g->cells + c, other = q * g->cells + c;
        if (!g->known[own]) continue;
        double apart = g->known[other] ? fabs(g->into[own] - g->into[other]) : 1;
        sum += log(PEER_NEAR + apart);
    }
    return sum;
}

// Picks the values of a row of the growth table that the view has.
static const double *pick(const bs_work *work, const double *into, const bs_row_view *view)
{
    double *out = BS_NEW_ARRAY(work->arena, double, view->count);
    for (size_t i = 0; out != NULL && i < view->count; i++)
        out[i] = into[view->places[i]];
    return out;
}

static bs_status find_peers(const bs_work *work, const growth *g, size_t r, peer *spare,
                            bs_row_view *view)
{
    size_t count = 0;
    for (size_t q = 0; q < g->rows; q++) {
        if (q == r || !g->positive[q] || !work->rows[q].judged) continue;
        spare[count++] = (peer){peer_distance(g, r, q), g->into + q * g->cells, g->cells};
    }
    qsort(spare, count, sizeof *spare, by_distance);
    for (size_t k = 0; k < count && k < BS_PEER_COUNT_MAX; k++) {
        view->peers[k] = pick(work, spare[k].into, view);
        if (view->peers[k] == NULL) return BS_E_MEMORY;
        view->peer_count++;
    }
    return BS_OK;
}

bs_status bs_work__relatives(bs_work *work, bs_row_view *views, bs_error *err)
{
    growth g;
    BS_TRY(growth_init(&g, work, err));
    double *medians = bs_arena_alloc(work->arena, g.rows, g.cells * sizeof(double));
    double *column = BS_NEW_ARRAY(work->arena, double, g.rows);
    peer *spare = BS_NEW_ARRAY(work->arena, peer, g.rows);
    if (!medians || !column || !spare) return bs_fail(err, BS_E_MEMORY, "out of memory");
    bs_status status = BS_OK;
    if (g.positive_count > SIBLINGS_MIN) sibling_medians(&g, medians, column);
    for (size_t r = 0; r < g.rows && status == BS_OK; r++) {
        if (!g.positive[r] || !work->rows[r].judged) continue;
        if (g.positive_count > SIBLINGS_MIN) {
            views[r].siblings = pick(work, medians + r * g.cells, &views[r]);
            if (views[r].siblings == NULL) status = BS_E_MEMORY;
        }
        if (g.rows <= PEER_ROWS_MAX && status == BS_OK) {
            status = find_peers(work, &g, r, spare, &views[r]);
        }
    }
    return status == BS_OK ? BS_OK : bs_fail(err, status, "out of memory");
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

// What a row thinks of each slot and scale: its likelihood, normalised under the prior of scales.
static void opinion(bs_model_prior *out, const bs_model *model)
{
    double all[BS_EXPERT_COUNT_MAX * BS_GRID_COUNT], sums[BS_EXPERT_SLOT_COUNT][BS_GRID_COUNT];
    size_t count = 0, members[BS_EXPERT_SLOT_COUNT] = {0};
    for (size_t m = 0; m < model->expert_count; m++) {
        double scales[BS_GRID_COUNT];
        bs_scale_prior(scales, model, bs_expert_slot(&model->experts[m]));
        for (int g = 0; g < BS_GRID_COUNT; g++) {
            all[count++] = model->experts[m].log_likelihood[g] + scales[g];
        }
    }
    double norm = log_sum(all, count);
    memset(sums, 0, sizeof sums);
    for (size_t m = 0; m < model->expert_count; m++) {
        size_t slot = bs_expert_slot(&model->experts[m]);
        members[slot]++;
        for (int g = 0; g < BS_GRID_COUNT; g++) {
            sums[slot][g] += exp(model->experts[m].log_likelihood[g] - norm);
        }
    }
    for (size_t s = 0; s < BS_EXPERT_SLOT_COUNT; s++) {
        out->given[s] = members[s] > 0;
        for (int g = 0; g < BS_GRID_COUNT && out->given[s]; g++) {
            out->log_prior[s][g] = fmax(log(sums[s][g] / (double)members[s]), POOL_FLOOR);
        }
    }
}

// Opinions of all rows that have the same slots, added up. Rates of change know nothing of how
// levels move, nor levels of rates.
typedef struct school {
    unsigned slots; // one bit each
    bool rates;
    size_t rows;
    double sum[BS_EXPERT_SLOT_COUNT][BS_GRID_COUNT];
} school;
typedef BS_ARRAY(school) school_array;

static unsigned slots_of(const bs_model_prior *prior)
{
    unsigned out = 0;
    for (size_t s = 0; s < BS_EXPERT_SLOT_COUNT; s++)
        out |= prior->given[s] ? 1u << s : 0;
    return out;
}

static bs_status join_school(school_array *schools, bs_arena *arena, const bs_model *model,
                             const bs_model_prior *own)
{
    unsigned slots = slots_of(own);
    size_t k = 0;
    while (k < schools->count && (schools->items[k].slots != slots ||
                                  schools->items[k].rates != bs_model_of_rates(model)))
        k++;
    if (k == schools->count && BS_PUSH(arena, schools) == NULL) return BS_E_MEMORY;
    school *s = &schools->items[k];
    s->slots = slots;
    s->rates = bs_model_of_rates(model);
    s->rows++;
    for (size_t i = 0; i < BS_EXPERT_SLOT_COUNT; i++) {
        for (int g = 0; g < BS_GRID_COUNT; g++)
            s->sum[i][g] += own->log_prior[i][g];
    }
    return BS_OK;
}

static void normalise(bs_model_prior *prior)
{
    double all[BS_EXPERT_SLOT_COUNT * BS_GRID_COUNT];
    size_t count = 0;
    for (size_t s = 0; s < BS_EXPERT_SLOT_COUNT; s++) {
        for (int g = 0; g < BS_GRID_COUNT && prior->given[s]; g++) {
            all[count++] = prior->log_prior[s][g];
        }
    }
    double norm = log_sum(all, count);
    for (size_t s = 0; s < BS_EXPERT_SLOT_COUNT; s++) {
        for (int g = 0; g < BS_GRID_COUNT; g++)
            prior->log_prior[s][g] -= norm;
    }
}

static bool has_say(const school *s, const bs_model *model, unsigned slots)
{
    return (s->slots & slots) == slots && s->rates == bs_model_of_rates(model);
}

// The prior that the other rows make: those that have all experts of this row have a say.
static void pooled(bs_model_prior *out, const school_array *schools, const bs_model *model,
                   const bs_model_prior *own)
{
    unsigned slots = slots_of(own);
    double rows = -1; // the row itself is among them
    for (size_t k = 0; k < schools->count; k++) {
        if (has_say(&schools->items[k], model, slots)) rows += (double)schools->items[k].rows;
    }
    double share = rows > POOL_ROWS ? POOL_SHARE * POOL_ROWS / rows : POOL_SHARE;
    for (size_t s = 0; s < BS_EXPERT_SLOT_COUNT; s++) {
        out->given[s] = own->given[s];
        bs_scale_prior(out->log_prior[s], model, s);
        for (int g = 0; g < BS_GRID_COUNT; g++) {
            double sum = -own->log_prior[s][g];
            for (size_t k = 0; k < schools->count; k++) {
                if (has_say(&schools->items[k], model, slots)) sum += schools->items[k].sum[s][g];
            }
            out->log_prior[s][g] += share * sum;
        }
    }
    normalise(out);
}

bs_status bs_work__pool(bs_work *work, bs_error *err)
{
    size_t rows = work->panel->row_count;
    bs_model_prior *opinions = BS_NEW_ARRAY(work->arena, bs_model_prior, rows);
    school_array schools = {0};
    bs_status status = opinions == NULL ? BS_E_MEMORY : BS_OK;
    for (size_t r = 0; r < rows && status == BS_OK; r++) {
        if (!work->rows[r].judged) continue;
        opinion(&opinions[r], &work->rows[r].model);
        status = join_school(&schools, work->arena, &work->rows[r].model, &opinions[r]);
    }
    if (status != BS_OK) return bs_fail(err, status, "out of memory");
    for (size_t r = 0; r < rows; r++) {
        if (!work->rows[r].judged) continue;
        bs_model_prior prior;
        pooled(&prior, &schools, &work->rows[r].model, &opinions[r]);
        bs_model_weigh(&work->rows[r].model, &prior);
    }
    return BS_OK;
}

double bs_work__tie_share(const bs_work *work, size_t row)
{
    const bs_work_row *r = &work->rows[row];
    double ties = (double)(work->ties - r->ties), pairs = (double)(work->pairs - (r->count - 1));
    return (ties + TIE_PRIOR) / (pairs + 1);
}

// Steps against the direction of the row, with value `i` replaced.
static size_t count_turns(const bs_work_row *row, size_t i, double value)
{
    size_t up = 0, down = 0;
    for (size_t t = 1; t < row->count; t++) {
        double before = t - 1 == i ? value : row->values[t - 1];
        double after = t == i ? value : row->values[t];
        up += after > before;
        down += after < before;
    }
    return up < down ? up : down;
}

void bs_work__count_habits(bs_work *work)
{
    for (size_t k = 0; k < work->panel->row_count; k++) {
        bs_work_row *row = &work->rows[k];
        if (!row->judged) continue;
        work->ties += row->ties;
        work->pairs += row->count - 1;
        if (!row->in->target) continue;
        row->turns = count_turns(row, row->count, 0);
        work->turns += row->turns;
        work->target_steps += row->count - 1;
    }
}

// Targets are set on a path: that one turns is rare, the more so where no other of the table does.
double bs_work__target_ratio(const bs_work *work, size_t row, size_t i, double value)
{
    const bs_work_row *r = &work->rows[row];
    if (!r->in->target) return 1;
    double turns = TURN_PRIOR + (double)(work->turns - r->turns);
    double steps = TURN_STEPS + (double)(work->target_steps - (r->count - 1));
    double saved = (double)r->turns - (double)count_turns(r, i, value);
    return pow(steps / turns, fmin(fmax(saved, -1), 1));
}
