// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/season.h"

#include "engine/analyze/stl.h"

enum { ROBUST_COUNT = 15 };

static bs_status no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

static bs_status refuse_gap(bs_period missing, bs_error *err)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_str period = bs_period_str(missing, &arena);
    bs_status status =
        bs_fail(err, BS_E_ARGUMENT, "a season needs every period, and %.*s has no value",
                BS_STR_ARG(period));
    bs_arena_deinit(&arena);
    return status;
}

static bs_status check(const bs_line *line, const bs_point_array *points, size_t cycle,
                       bs_error *err)
{
    if (cycle < 2 || line->frequency > BS_FREQUENCY_TENDAY) {
        return bs_fail(err, BS_E_ARGUMENT, "values that are %s have no season that can be told",
                       bs_frequency_name(line->frequency));
    }
    for (size_t i = 1; i < points->count; i++) {
        bs_period next = bs_period_offset(points->items[i - 1].period, 1);
        if (!bs_period_equal(next, points->items[i].period)) return refuse_gap(next, err);
    }
    if (points->count >= 2 * cycle) return BS_OK;
    return bs_fail(err, BS_E_ARGUMENT, "a season needs two whole years, and there are %zu values",
                   points->count);
}

static double *values_of(bs_arena *arena, const bs_point_array *points)
{
    double *values = BS_NEW_ARRAY(arena, double, points->count);
    for (size_t i = 0; values != NULL && i < points->count; i++)
        values[i] = points->items[i].number.value;
    return values;
}

static void fill_rows(bs_season *out, const bs_point_array *points, const bs_stl *parts)
{
    for (size_t i = 0; i < out->count; i++) {
        double adjusted = points->items[i].number.value - parts->seasonal[i];
        out->rows[i] = (bs_season_row){
            .point = &points->items[i],
            .seasonal = parts->seasonal[i],
            .trend = parts->trend[i],
            .remainder = parts->remainder[i],
            .adjusted = {adjusted, -INFINITY, INFINITY},
        };
    }
}

// The adjusted values are linear in the values: what one unit of value j does to them is the
// decomposition of a series that is 1 at j and 0 elsewhere.
static bs_status find_bounds(bs_season *out, bs_arena *arena, const bs_stl_options *how,
                             bs_error *err)
{
    double *impulse = BS_NEW_ARRAY(arena, double, out->count);
    if (impulse == NULL) return no_memory(err);
    for (size_t i = 0; i < out->count; i++)
        out->rows[i].adjusted.low = out->rows[i].adjusted.high = out->rows[i].adjusted.value;
    bs_arena scratch = BS_ARENA_INIT;
    bs_status status = BS_OK;
    for (size_t j = 0; status == BS_OK && j < out->count; j++) {
        bs_stl parts;
        impulse[j] = 1;
        status = bs_stl_solve(&parts, &scratch, impulse, out->count, how, err);
        bs_bounded number = out->rows[j].point->number;
        double down = number.low - number.value, up = number.high - number.value;
        for (size_t i = 0; status == BS_OK && i < out->count; i++) {
            double weight = impulse[i] - parts.seasonal[i];
            bs_bounded *adjusted = &out->rows[i].adjusted;
            if (weight == 0) continue;
            adjusted->low += weight * (weight > 0 ? down : up);
            adjusted->high += weight * (weight > 0 ? up : down);
        }
        impulse[j] = 0;
        bs_arena_reset(&scratch);
    }
    bs_arena_deinit(&scratch);
    return status;
}

bs_status bs_season_find(bs_season *out, bs_arena *arena, const bs_line *line,
                         const bs_season_options *options, bs_error *err)
{
    bs_point_array points = {0};
    bs_stl parts;
    BS_TRY(bs_line_known(&points, arena, line, err));
    size_t cycle = (size_t)bs_frequency_per_year(line->frequency);
    BS_TRY(check(line, &points, cycle, err));
    bs_stl_options how = {cycle, options->window, options->robust ? ROBUST_COUNT : 0};
    bs_season season = {.count = points.count, .cycle = cycle};
    season.rows = BS_NEW_ARRAY(arena, bs_season_row, points.count);
    double *values = values_of(arena, &points);
    if (season.rows == NULL || values == NULL) return no_memory(err);
    BS_TRY(bs_stl_solve(&parts, arena, values, points.count, &how, err));
    fill_rows(&season, &points, &parts);
    bool bounded = !options->robust && points.count <= BS_SEASON_BOUNDS_MAX;
    if (bounded) BS_TRY(find_bounds(&season, arena, &how, err));
    *out = season;
    return BS_OK;
}
