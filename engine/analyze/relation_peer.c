// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_peer.h"

#include <math.h>
#include <stdlib.h>

enum {
    PEERS_MAX = 60,
    SIBLINGS_MIN = 2,
    COLUMN_PEERS_MIN = 3,
    TEXT_PEERS_MIN = 4,
    TEXT_REACH = 40 // figures to either side
};

// Least spread of a column of levels, as a share.
static const double COLUMN_SPREAD_MIN = 0.5;
static const double TEXT_SPREAD_MIN = 1; // of amounts in a text, on the logarithm
// Rates of change, in points, where there is nothing to tell it from.
static const double RATE_CENTER = 4;
static const double RATE_SPREAD = 12;
static const double RATE_SPREAD_MIN = 3;
static const double TEXT_RATE_SPREAD_MIN = 8; // rates of many things
// How many peers what is usual counts for.
static const double USUAL_WEIGHT = 2;
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

// The same for a few peers, whose spread is drawn towards what is usual.
static double density_near(const peers *p, double value, double usual)
{
    peers sorted = *p;
    double center = median_of(&sorted);
    peers far = {.count = p->count};
    for (size_t i = 0; i < p->count; i++)
        far.values[i] = fabs(p->values[i] - center);
    double mad = MAD_SCALE * median_of(&far);
    double n = (double)p->count;
    double spread2 = (n * mad * mad + USUAL_WEIGHT * usual * usual) / (n + USUAL_WEIGHT);
    return density((value - center) / sqrt(spread2)) / sqrt(spread2);
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

// Values of a series and which of them is the figure's.
typedef struct series_place {
    const bs_observation_array *all;
    size_t at;
} series_place;

static bool log_at(const series_place *r, size_t i, double own, double *out)
{
    if (i >= r->all->count || r->all->items[i].state != BS_STATE_VALUE) return false;
    double value = i == r->at && own != 0 ? own : bs_decimal_double(r->all->items[i].value);
    if (value <= 0) return false;
    *out = log(value);
    return true;
}

// What a value is held against: the line through its neighbours, the value beside it, or all
// others.
typedef enum guess { GUESS_LINE, GUESS_NEIGHBOUR, GUESS_MEAN, GUESS_COUNT } guess;

static const struct guess_row {
    double weight;
    double usual; // spread of a table's rows about their common move
    double alone; // of a row without others
} guesses[] = {
    [GUESS_LINE] = {0.45, 0.04, 0.1},
    [GUESS_NEIGHBOUR] = {0.35, 0.1, 0.15},
    [GUESS_MEAN] = {0.2, 0.3, 0.3},
};
_Static_assert(BS_COUNT(guesses) == GUESS_COUNT, "every guess needs its spread");

static bool off_line(const series_place *r, double own, double *out)
{
    size_t n = r->all->count;
    bool inner = r->at > 0 && r->at + 1 < n;
    size_t first = inner || r->at > 0 ? r->at - 1 : 1;
    size_t second = inner ? r->at + 1 : r->at == 0 ? 2 : r->at - 2;
    double y, a, b;
    if (n < 3 || !log_at(r, r->at, own, &y) || !log_at(r, first, own, &a) ||
        !log_at(r, second, own, &b))
        return false;
    *out = inner ? y - (a + b) / 2 : y - (2 * a - b);
    return true;
}

static bool off_neighbour(const series_place *r, double own, double *out)
{
    double y, a;
    if (r->all->count < 2 || !log_at(r, r->at, own, &y) ||
        !log_at(r, r->at > 0 ? r->at - 1 : 1, own, &a))
        return false;
    *out = y - a;
    return true;
}

static bool off_mean(const series_place *r, double own, double *out)
{
    double y, sum = 0;
    size_t count = 0;
    if (!log_at(r, r->at, own, &y)) return false;
    for (size_t i = 0; i < r->all->count && count < PEERS_MAX; i++) {
        double other;
        if (i == r->at || !log_at(r, i, 0, &other)) continue;
        sum += other;
        count++;
    }
    if (count < 2) return false;
    *out = y - sum / (double)count;
    return true;
}

static bool (*const residuals[])(const series_place *r, double own, double *out) = {
    [GUESS_LINE] = off_line,
    [GUESS_NEIGHBOUR] = off_neighbour,
    [GUESS_MEAN] = off_mean,
};
_Static_assert(BS_COUNT(residuals) == GUESS_COUNT, "every guess needs its arithmetic");

// What the other series of the table do at the same place.
static void gather_residuals(peers *out, const bs_view *view, size_t series, size_t at, guess by)
{
    const bs_series_array *all = &view->reading->series;
    const bs_series *own = &all->items[series];
    for (int back = 0; back < PEERS_MAX && series > 0; back++) {
        if (all->items[series - 1].table != own->table) break;
        series--;
    }
    for (size_t i = series; i < all->count && all->items[i].table == own->table; i++) {
        if (out->count == PEERS_MAX || i - series > 2 * PEERS_MAX) break;
        series_place other = {&all->items[i].observations, at};
        double value;
        if (&all->items[i] != own && other.all->count == own->observations.count &&
            residuals[by](&other, 0, &value))
            push(out, value);
    }
}

static bool place_of(series_place *out, const bs_view *view, size_t figure)
{
    size_t series = view->figures.items[figure].series;
    if (series == SIZE_MAX) return false;
    out->all = &view->reading->series.items[series].observations;
    for (out->at = 0; out->at < out->all->count; out->at++) {
        if (out->all->items[out->at].quantity == figure) return true;
    }
    return false;
}

// How ordinary a value is in its series, beside what the other series of the table do: the guesses
// together, each as sure as it is for the others.
static double series_density(const bs_view *view, size_t figure, double value, bool *known)
{
    series_place own;
    double sum = 0;
    *known = false;
    if (value <= 0 || !place_of(&own, view, figure)) return 1;
    for (int by = 0; by < GUESS_COUNT; by++) {
        double e;
        if (!residuals[by](&own, value, &e)) continue;
        peers p = {.count = 0};
        gather_residuals(&p, view, view->figures.items[figure].series, own.at, (guess)by);
        if (own.all->count == 2 && p.count < COLUMN_PEERS_MIN) continue;
        *known = true;
        if (p.count < SIBLINGS_MIN)
            sum += guesses[by].weight * density(e / guesses[by].alone) / guesses[by].alone;
        else
            sum += guesses[by].weight * density_near(&p, e, guesses[by].usual);
    }
    return *known ? sum : 1;
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
    for (size_t i = 0; i < view->reading->quantities.count && out->count < PEERS_MAX; i++) {
        if (i != figure && is_like(own, view->figures.items[i].quantity))
            push(out, view->figures.items[i].value);
    }
}

// Levels of the same unit in the sentences nearest to the figure, on both sides.
static void gather_levels(peers *out, const bs_view *view, size_t figure)
{
    const bs_quantity *own = view->figures.items[figure].quantity;
    size_t first = figure > TEXT_REACH ? figure - TEXT_REACH : 0;
    size_t count = view->reading->quantities.count;
    for (size_t i = first; i < count && i <= figure + TEXT_REACH; i++) {
        const bs_figure *other = &view->figures.items[i];
        if (i == figure || other->grid != SIZE_MAX || other->value == 0) continue;
        if (is_like(own, other->quantity)) push(out, other->value);
    }
}

static double rate_density(const peers *p, double value, double spread_min)
{
    if (p->count < COLUMN_PEERS_MIN) return density((value - RATE_CENTER) / RATE_SPREAD);
    return density_among(p, value, spread_min);
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
        return rate_density(&p, value,
                            own->grid != SIZE_MAX ? RATE_SPREAD_MIN : TEXT_RATE_SPREAD_MIN);
    }
    if (value == 0) return 1;
    bool known;
    double out = series_density(view, figure, value, &known);
    if (known) return out;
    if (own->grid == SIZE_MAX) {
        gather_levels(&p, view, figure);
        return p.count < TEXT_PEERS_MIN ? 1 : level_density(&p, value, TEXT_SPREAD_MIN);
    }
    gather_column(&p, view, figure);
    return p.count < COLUMN_PEERS_MIN ? 1 : level_density(&p, value, COLUMN_SPREAD_MIN);
}
