// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_peer.h"

#include <math.h>
#include <stdlib.h>

enum { PEERS_MAX = 60, SERIES_PEERS_MIN = 2, COLUMN_PEERS_MIN = 3, TEXT_PEERS_MIN = 4 };

// Spread of a series of levels and of a column of them, as a share.
static const double SERIES_SPREAD = 0.3;
static const double COLUMN_SPREAD_MIN = 0.5;
// Rates of change, in points, where there is nothing to tell it from.
static const double RATE_CENTER = 4;
static const double RATE_SPREAD = 12;
static const double RATE_SPREAD_MIN = 3;
// From the median of distances to a standard deviation.
static const double MAD_SCALE = 1.4826;

typedef struct peers {
    double values[PEERS_MAX];
    size_t count;
} peers;

static void push(peers *p, double value)
{
    if (p->count < PEERS_MAX) p->values[p->count++] = value;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median_of(peers *p)
{
    qsort(p->values, p->count, sizeof p->values[0], ascending);
    size_t half = p->count / 2;
    return p->count % 2 ? p->values[half] : (p->values[half - 1] + p->values[half]) / 2;
}

static double density(double distance)
{
    return pow(1 + distance * distance / 2, -1.5);
}

// Center and spread are robust, so that a second wrong number among the peers does no harm.
static double density_among(const peers *p, double value, double spread_min)
{
    peers sorted = *p;
    double center = median_of(&sorted);
    peers far = {.count = p->count};
    for (size_t i = 0; i < p->count; i++)
        far.values[i] = fabs(p->values[i] - center);
    double spread = fmax(MAD_SCALE * median_of(&far), spread_min);
    return density((value - center) / spread);
}

// On the logarithm where all have one sign.
static double level_density(const peers *p, double value, double spread_min)
{
    peers logs = {.count = p->count};
    for (size_t i = 0; i < p->count; i++) {
        if (p->values[i] * value <= 0) return 1;
        logs.values[i] = log(fabs(p->values[i]));
    }
    return density_among(&logs, log(fabs(value)), spread_min);
}

static double series_density(const bs_view *view, size_t figure, double value, bool *known)
{
    size_t series = view->figures.items[figure].series;
    *known = false;
    if (series == SIZE_MAX) return 1;
    const bs_observation_array *all = &view->reading->series.items[series].observations;
    double sum = 0;
    size_t count = 0;
    for (size_t i = 0; i < all->count && count < PEERS_MAX; i++) {
        if (all->items[i].state != BS_STATE_VALUE || all->items[i].quantity == figure) continue;
        double other = bs_decimal_double(all->items[i].value);
        if (other * value <= 0) return 1;
        sum += log(fabs(other));
        count++;
    }
    if (count < SERIES_PEERS_MIN) return 1;
    *known = true;
    double distance = (log(fabs(value)) - sum / (double)count) / SERIES_SPREAD;
    return 1 / (1 + distance * distance);
}

static bool is_rate(const bs_quantity *quantity)
{
    return quantity->role == BS_ROLE_GROWTH;
}

static bool is_like(const bs_quantity *a, const bs_quantity *b)
{
    return b->valued && b->role == a->role && bs_str_equal(a->unit, b->unit);
}

static void gather_column(peers *out, const bs_view *view, size_t figure)
{
    const bs_figure *own = &view->figures.items[figure];
    const bs_grid *grid = &view->grids.items[own->grid];
    for (size_t row = 0; row < grid->row_count; row++) {
        size_t other = grid->cells[row * grid->col_count + own->col];
        if (other == BS_NO_FIGURE || other == figure || grid->rows[row].total) continue;
        if (is_like(own->quantity, view->figures.items[other].quantity))
            push(out, view->figures.items[other].value);
    }
}

static void gather_rates(peers *out, const bs_view *view, size_t figure)
{
    const bs_quantity *own = view->figures.items[figure].quantity;
    for (size_t i = 0; i < view->reading->quantities.count; i++) {
        if (i != figure && is_like(own, view->figures.items[i].quantity))
            push(out, view->figures.items[i].value);
    }
}

static double rate_density(const peers *p, double value)
{
    if (p->count < COLUMN_PEERS_MIN) return density((value - RATE_CENTER) / RATE_SPREAD);
    return density_among(p, value, RATE_SPREAD_MIN);
}

double bs_peer_density(const bs_view *view, size_t figure, double value)
{
    const bs_figure *own = &view->figures.items[figure];
    peers p = {.count = 0};
    if (is_rate(own->quantity)) {
        if (own->grid != SIZE_MAX)
            gather_column(&p, view, figure);
        else
            gather_rates(&p, view, figure);
        if (own->grid == SIZE_MAX && p.count < TEXT_PEERS_MIN) p.count = 0;
        return rate_density(&p, value);
    }
    if (value == 0) return 1;
    bool known;
    double out = series_density(view, figure, value, &known);
    if (known || own->grid == SIZE_MAX) return out;
    gather_column(&p, view, figure);
    return p.count < COLUMN_PEERS_MIN ? 1 : level_density(&p, value, COLUMN_SPREAD_MIN);
}
