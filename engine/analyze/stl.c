// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/stl.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// A loess smoother: `window` neighbours, a local polynomial of degree 0 or 1, and the step from one
// point that is fitted to the next; those between are interpolated.
typedef struct smoother {
    size_t window;
    int degree;
    size_t jump;
} smoother;

// Values to smooth, at places 1 to count, with the weights that robustness gives them.
typedef struct track {
    const double *values;
    const double *weights; // NULL: all 1
    size_t count;
    double *scratch; // weights of the neighbours
} track;

// Neighbours `left` to `right` of a place, from 1.
typedef struct hood {
    size_t left;
    size_t right;
} hood;

// The decomposition while it is under way.
typedef struct work {
    const double *values;
    size_t count;
    size_t season; // values a cycle
    smoother seasonal;
    smoother trend;
    smoother low;
    double *robust; // weights; NULL in the first round
    double *seasons;
    double *trends;
    double *rest;   // count: a series without trend or season
    double *cycles; // count + 2 seasons: the smoothed seasons, a cycle longer at each end
    double *passed; // the same, moving averages of it
    double *line;   // one season over the cycles, and its smooth version
    double *smooth;
    double *line_weights;
    double *scratch;
} work;

// --- loess ---------------------------------------------------------------------------------------

// Tricube weights of the neighbours, with 1 as their sum; false when none has any.
static bool weigh(const track *own, hood near, double place, double reach)
{
    double *w = own->scratch, sum = 0;
    for (size_t j = near.left; j <= near.right; j++) {
        double distance = fabs((double)j - place), weight = 0;
        if (distance <= 0.999 * reach) {
            double part = distance <= 0.001 * reach ? 0 : distance / reach;
            weight = (1 - part * part * part) * (1 - part * part * part) * (1 - part * part * part);
            if (own->weights != NULL) weight *= own->weights[j - 1];
        }
        w[j - near.left] = weight;
        sum += weight;
    }
    if (!(sum > 0)) return false;
    for (size_t j = near.left; j <= near.right; j++)
        w[j - near.left] /= sum;
    return true;
}

// Tilts the weights, so that the mean becomes the value of the local line at the place.
static void tilt(const track *own, hood near, double place)
{
    double *w = own->scratch, centre = 0, spread = 0;
    for (size_t j = near.left; j <= near.right; j++)
        centre += w[j - near.left] * (double)j;
    for (size_t j = near.left; j <= near.right; j++)
        spread += w[j - near.left] * ((double)j - centre) * ((double)j - centre);
    if (!(sqrt(spread) > 0.001 * ((double)own->count - 1))) return;
    double slope = (place - centre) / spread;
    for (size_t j = near.left; j <= near.right; j++)
        w[j - near.left] *= slope * ((double)j - centre) + 1;
}

// The smooth value at a place; false where no neighbour has a weight.
static bool fit_at(double *out, const track *own, const smoother *how, hood near, double place)
{
    double reach = fmax(place - (double)near.left, (double)near.right - place);
    if (how->window > own->count) reach += (double)((how->window - own->count) / 2);
    if (!weigh(own, near, place, reach)) return false;
    if (reach > 0 && how->degree > 0) tilt(own, near, place);
    double sum = 0;
    for (size_t j = near.left; j <= near.right; j++)
        sum += own->scratch[j - near.left] * own->values[j - 1];
    *out = sum;
    return true;
}

// The window around place i, moved inwards at the ends.
static hood hood_of(const track *own, const smoother *how, size_t i)
{
    if (how->window >= own->count) return (hood){1, own->count};
    size_t half = (how->window + 1) / 2;
    size_t left = i > half ? i - half + 1 : 1;
    if (left + how->window - 1 > own->count) left = own->count - how->window + 1;
    return (hood){left, left + how->window - 1};
}

static void fit_or_keep(double *out, const track *own, const smoother *how, hood near, size_t i)
{
    if (!fit_at(&out[i - 1], own, how, near, (double)i)) out[i - 1] = own->values[i - 1];
}

static void interpolate(double *out, size_t from, size_t to)
{
    double step = (out[to - 1] - out[from - 1]) / (double)(to - from);
    for (size_t i = from + 1; i < to; i++)
        out[i - 1] = out[from - 1] + step * (double)(i - from);
}

// Smooths all places. Where only every jump-th place is fitted, the authors' program lays the
// windows of an even step by another rule than those of step 1: by distance from the place.
static void smooth_all(double *out, const track *own, const smoother *how)
{
    if (own->count < 2) {
        out[0] = own->values[0];
        return;
    }
    size_t jump = how->jump < own->count ? how->jump : own->count - 1, last = 1;
    for (size_t i = 1; i <= own->count; i += jump) {
        fit_or_keep(out, own, how, hood_of(own, how, i), i);
        if (i > 1) interpolate(out, last, i);
        last = i;
    }
    if (last == own->count) return;
    fit_or_keep(out, own, how, hood_of(own, how, own->count), own->count);
    interpolate(out, last, own->count);
}

// --- the steps of a round ------------------------------------------------------------------------

// Smooths each season over the cycles, and goes on one cycle beyond both ends.
static void smooth_seasons(const work *own)
{
    for (size_t j = 0; j < own->season; j++) {
        size_t count = (own->count - j - 1) / own->season + 1;
        for (size_t i = 0; i < count; i++) {
            own->line[i] = own->rest[i * own->season + j];
            if (own->robust != NULL) own->line_weights[i] = own->robust[i * own->season + j];
        }
        track line = {own->line, own->robust != NULL ? own->line_weights : NULL, count,
                      own->scratch};
        double *smooth = own->smooth;
        smooth_all(smooth + 1, &line, &own->seasonal);
        size_t window = own->seasonal.window < count ? own->seasonal.window : count;
        hood front = {1, window}, back = {count - window + 1, count};
        if (!fit_at(&smooth[0], &line, &own->seasonal, front, 0)) smooth[0] = smooth[1];
        if (!fit_at(&smooth[count + 1], &line, &own->seasonal, back, (double)(count + 1))) {
            smooth[count + 1] = smooth[count];
        }
        for (size_t i = 0; i < count + 2; i++)
            own->cycles[i * own->season + j] = smooth[i];
    }
}

// Moving averages of `length`, in place of the values; returns how many there are.
static size_t average(double *values, size_t count, size_t length)
{
    size_t left = count - length + 1;
    for (size_t i = 0; i < left; i++) {
        double sum = 0;
        for (size_t k = 0; k < length; k++)
            sum += values[i + k];
        values[i] = sum / (double)length;
    }
    return left;
}

// What of the smoothed seasons is trend: two moving averages over a cycle, one over 3, and loess.
static void pass_low(const work *own)
{
    size_t count = own->count + 2 * own->season;
    memcpy(own->passed, own->cycles, count * sizeof *own->passed);
    count = average(own->passed, count, own->season);
    count = average(own->passed, count, own->season);
    count = average(own->passed, count, 3);
    track line = {own->passed, NULL, count, own->scratch};
    smooth_all(own->rest, &line, &own->low);
}

static void run_round(const work *own)
{
    for (size_t i = 0; i < own->count; i++)
        own->rest[i] = own->values[i] - own->trends[i];
    smooth_seasons(own);
    pass_low(own);
    for (size_t i = 0; i < own->count; i++)
        own->seasons[i] = own->cycles[own->season + i] - own->rest[i];
    for (size_t i = 0; i < own->count; i++)
        own->rest[i] = own->values[i] - own->seasons[i];
    track line = {own->rest, own->robust, own->count, own->scratch};
    smooth_all(own->trends, &line, &own->trend);
}

// --- robustness ----------------------------------------------------------------------------------

static int compare_numbers(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

// Bisquare weights of the remainders, by six times their median size.
static void weigh_down(const work *own, double *weights)
{
    double *sizes = own->rest;
    for (size_t i = 0; i < own->count; i++) {
        weights[i] = fabs(own->values[i] - own->trends[i] - own->seasons[i]);
        sizes[i] = weights[i];
    }
    qsort(sizes, own->count, sizeof *sizes, compare_numbers);
    double limit = 3 * (sizes[(own->count - 1) / 2] + sizes[own->count / 2]);
    for (size_t i = 0; i < own->count; i++) {
        double part = weights[i] <= 0.001 * limit ? 0 : weights[i] / limit;
        double left = 1 - part * part;
        weights[i] = weights[i] <= 0.999 * limit ? left * left : 0;
    }
}

// --- the whole -----------------------------------------------------------------------------------

static size_t next_odd(double value)
{
    size_t whole = (size_t)ceil(value);
    return whole % 2 == 0 ? whole + 1 : whole;
}

static size_t jump_of(size_t window)
{
    return (window + 9) / 10;
}

// "periodic" is a window beyond all cycles and degree 0; the season is then made to repeat exactly.
static void choose_windows(work *own, const bs_stl_options *options)
{
    size_t window = options->season_window;
    if (window == 0) window = 10 * own->count + 1;
    double season = (double)own->season;
    size_t trend = next_odd(1.5 * season / (1 - 1.5 / (double)window));
    own->seasonal = (smoother){window, 0, jump_of(window)};
    own->trend = (smoother){trend, 1, jump_of(trend)};
    size_t low = next_odd(season);
    own->low = (smoother){low, 1, jump_of(low)};
}

static bs_status start(work *own, bs_arena *arena, const double *values, size_t count,
                       const bs_stl_options *options, bs_error *err)
{
    if (options->season < 2 || count < 2 * options->season) {
        return bs_fail(err, BS_E_ARGUMENT, "%zu values are not two whole cycles of a season",
                       count);
    }
    *own = (work){.values = values, .count = count, .season = options->season};
    choose_windows(own, options);
    size_t room = count + 2 * own->season;
    double **parts[] = {&own->seasons, &own->trends, &own->rest,         &own->cycles,
                        &own->passed,  &own->line,   &own->line_weights, &own->scratch};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        *parts[i] = BS_NEW_ARRAY(arena, double, room);
        if (*parts[i] == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    }
    own->smooth = BS_NEW_ARRAY(arena, double, room + 2);
    return own->smooth != NULL ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}

// The mean of each season, in all cycles.
static void repeat_season(const work *own)
{
    for (size_t j = 0; j < own->season; j++) {
        double sum = 0;
        size_t n = 0;
        for (size_t i = j; i < own->count; i += own->season, n++)
            sum += own->seasons[i];
        for (size_t i = j; i < own->count; i += own->season)
            own->seasons[i] = sum / (double)n;
    }
}

bs_status bs_stl_solve(bs_stl *out, bs_arena *arena, const double *values, size_t count,
                       const bs_stl_options *options, bs_error *err)
{
    work own;
    BS_TRY(start(&own, arena, values, count, options, err));
    double *weights = BS_NEW_ARRAY(arena, double, count);
    if (weights == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    size_t inner = options->robust_count > 0 ? 1 : 2;
    for (size_t outer = 0; outer <= options->robust_count; outer++) {
        for (size_t i = 0; i < inner; i++)
            run_round(&own);
        if (outer == options->robust_count) break;
        weigh_down(&own, weights);
        own.robust = weights;
    }
    if (options->season_window == 0) repeat_season(&own);
    double *remainder = own.rest;
    for (size_t i = 0; i < count; i++)
        remainder[i] = values[i] - own.seasons[i] - own.trends[i];
    *out = (bs_stl){.seasonal = own.seasons, .trend = own.trends, .remainder = remainder};
    return BS_OK;
}
