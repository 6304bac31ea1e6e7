// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/trend.h"

#include "engine/analyze/fit.h"
#include "engine/analyze/moments.h"

enum { TERMS = 2, COUNT_MIN = 3 };

static bs_status no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

static bs_status check(const bs_point_array *points, const bs_trend_options *options, bs_error *err)
{
    if (!(options->level > 0 && options->level < 1)) {
        return bs_fail(err, BS_E_ARGUMENT, "a level of confidence lies between 0 and 1");
    }
    if (points->count < COUNT_MIN) {
        return bs_fail(err, BS_E_ARGUMENT,
                       "a trend needs at least %d values that came true, not %zu", COUNT_MIN,
                       points->count);
    }
    for (size_t i = 0; options->logarithmic && i < points->count; i++) {
        if (points->items[i].number.value > 0) continue;
        bs_arena arena = BS_ARENA_INIT;
        bs_str period = bs_period_str(points->items[i].period, &arena);
        bs_status status = bs_fail(err, BS_E_ARGUMENT,
                                   "steady growth is of values above zero, and that of %.*s is not",
                                   BS_STR_ARG(period));
        bs_arena_deinit(&arena);
        return status;
    }
    return BS_OK;
}

// Time is counted from the first period; the line is the same wherever it is counted from.
static bs_status fit_points(bs_fit *out, bs_arena *arena, const bs_point_array *points,
                            const bs_trend_options *options, bs_error *err)
{
    size_t count = points->count;
    bs_wide *design = BS_NEW_ARRAY(arena, bs_wide, count * TERMS);
    bs_wide *response = BS_NEW_ARRAY(arena, bs_wide, count);
    if (design == NULL || response == NULL) return no_memory(err);
    for (size_t i = 0; i < count; i++) {
        const bs_point *point = &points->items[i];
        design[i * TERMS] = bs_wide_of(1);
        design[i * TERMS + 1] = bs_wide_of(point->period.first - points->items[0].period.first);
        response[i] =
            point->exact ? bs_wide_decimal(point->digits) : bs_wide_of(point->number.value);
        if (options->logarithmic) response[i] = bs_wide_of(log(point->number.value));
    }
    bs_fit_problem problem = {design, response, count, TERMS, true};
    return bs_fit_solve(out, arena, &problem, err);
}

static double scaled(const bs_trend_options *options, double value)
{
    return options->logarithmic ? log(value) : value;
}

// What the fitted value can be when each value moves within its bounds: it is linear in them.
static bs_bounded bounds_of(const bs_fit *fit, const bs_point_array *points, size_t i,
                            const bs_trend_options *options)
{
    bs_bounded out = {fit->fitted[i], -INFINITY, INFINITY};
    if (points->count > BS_TREND_BOUNDS_MAX) return out;
    double below = 0, above = 0;
    for (size_t j = 0; j < points->count; j++) {
        bs_bounded number = points->items[j].number;
        double weight = bs_fit_weight(fit, i, j);
        double value = scaled(options, number.value);
        double down =
            options->logarithmic && number.low <= 0 ? -INFINITY : scaled(options, number.low);
        double up = scaled(options, number.high);
        below += weight * ((weight >= 0 ? down : up) - value);
        above += weight * ((weight >= 0 ? up : down) - value);
    }
    out.low = out.value + below;
    out.high = out.value + above;
    return out;
}

static double unscaled(const bs_trend_options *options, double value)
{
    return options->logarithmic ? exp(value) : value;
}

static void fill_rows(bs_trend *out, const bs_fit *fit, const bs_point_array *points,
                      const bs_trend_options *options, double quantile)
{
    for (size_t i = 0; i < points->count; i++) {
        bs_bounded fitted = bounds_of(fit, points, i, options);
        double reach = quantile * fit->fitted_errors[i];
        out->rows[i] = (bs_trend_row){
            .point = &points->items[i],
            .fitted = {unscaled(options, fitted.value), unscaled(options, fitted.low),
                       unscaled(options, fitted.high)},
            .band_low = unscaled(options, fitted.value - reach),
            .band_high = unscaled(options, fitted.value + reach),
        };
    }
}

static double slope_of(const bs_trend_options *options, double slope)
{
    return options->logarithmic ? 100 * expm1(slope) : slope;
}

static bs_status judge_remainders(bs_trend *out, bs_arena *arena, const bs_fit *fit,
                                  const bs_trend_options *options, bs_error *err)
{
    bs_wide *rest = BS_NEW_ARRAY(arena, bs_wide, out->count);
    if (rest == NULL) return no_memory(err);
    for (size_t i = 0; i < out->count; i++) {
        double value = scaled(options, out->rows[i].point->number.value);
        rest[i] = bs_wide_of(value - fit->fitted[i]);
    }
    bs_moments moments;
    BS_TRY(bs_moments_of(&moments, rest, out->count, err));
    out->autocorrelation = moments.autocorrelation;
    return BS_OK;
}

bs_status bs_trend_fit(bs_trend *out, bs_arena *arena, const bs_line *line,
                       const bs_trend_options *options, bs_error *err)
{
    bs_point_array points = {0};
    bs_fit fit;
    BS_TRY(bs_line_known(&points, arena, line, err));
    BS_TRY(check(&points, options, err));
    BS_TRY(fit_points(&fit, arena, &points, options, err));
    bs_trend trend = {.count = points.count, .r2 = fit.r2, .deviation = fit.deviation};
    trend.rows = BS_NEW_ARRAY(arena, bs_trend_row, points.count);
    if (trend.rows == NULL) return no_memory(err);
    double quantile = bs_student_quantile((1 + options->level) / 2, (double)fit.freedom);
    fill_rows(&trend, &fit, &points, options, quantile);
    double reach = quantile * fit.errors[1];
    trend.slope = slope_of(options, fit.coefficients[1]);
    trend.slope_low = slope_of(options, fit.coefficients[1] - reach);
    trend.slope_high = slope_of(options, fit.coefficients[1] + reach);
    BS_TRY(judge_remainders(&trend, arena, &fit, options, err));
    *out = trend;
    return BS_OK;
}
