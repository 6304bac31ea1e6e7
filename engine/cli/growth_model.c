// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of `growth` that fit a model: trends and seasons.
#include <math.h>

#include "engine/analyze/season.h"
#include "engine/analyze/trend.h"
#include "engine/cli/growth_job.h"
#include "engine/cli/message.h"

static const bs_str none = {NULL, 0};

// --- trends --------------------------------------------------------------------------------------

static const bs_column trend_columns[] = {
    {.name = "series", .data_only = true},
    {.name = "period"},
    {.name = "value", .number = true},
    {.name = "trend", .number = true},
    {.name = "band_low", .number = true},
    {.name = "band_high", .number = true},
    {.name = "low", .number = true, .leave_out = 3},
    {.name = "high", .number = true, .leave_out = 3},
    {.name = "unit"},
};

static void add_trend_row(bs_records *records, const bs_growth_job *job, const bs_line *line,
                          const bs_trend_row *row)
{
    bs_arena *arena = job->cli->arena;
    int places = bs_growth_places(row->point, 1);
    bs_records_add(records, arena, line->series->key);
    bs_records_add(records, arena, bs_period_str(row->point->period, arena));
    bs_records_add(records, arena, bs_growth_value_cell(job, row->point));
    bs_records_add(records, arena, bs_growth_cell(job, row->fitted.value, places));
    bs_records_add(records, arena, bs_growth_cell(job, row->band_low, places));
    bs_records_add(records, arena, bs_growth_cell(job, row->band_high, places));
    bs_records_add(records, arena, bs_growth_cell(job, row->fitted.low, places));
    bs_records_add(records, arena, bs_growth_cell(job, row->fitted.high, places));
    bs_records_add(records, arena, line->series->unit);
}

static double without_sign(double value, double flat)
{
    return fabs(value) < flat ? 0 : value;
}

// What a reader would quote, and how far to trust it.
static void write_trend(const bs_growth_job *job, const bs_line *line, const bs_trend *trend,
                        bool logarithmic)
{
    bs_stream *out = job->cli->out;
    int places = logarithmic ? 2 : trend->count > 0 ? bs_growth_places(trend->rows[0].point, 2) : 2;
    bs_str unit = logarithmic ? BS_STR("%") : line->series->unit;
    double flat = 0.5 * pow(10, -places); // no "-0.00"
    bs_stream_addf(out, "%+.*f ", places, without_sign(trend->slope, flat));
    if (!bs_str_equal(unit, BS_STR("1"))) {
        bs_stream_add_visible(out, unit);
        bs_stream_add(out, " ");
    }
    bs_stream_addf(out, "a period (%.*f to %.*f at %g %%)", places,
                   without_sign(trend->slope_low, flat), places,
                   without_sign(trend->slope_high, flat), job->level_pct);
    if (isfinite(trend->r2)) bs_stream_addf(out, ", R² %.3f", trend->r2);
    if (fabs(trend->autocorrelation) > 2 / sqrt((double)trend->count)) {
        bs_stream_addf(out,
                       "; neighbouring remainders hang together (%.2f), so that the band is too "
                       "narrow",
                       trend->autocorrelation);
    }
    bs_stream_add(out, "\n");
}

bs_status bs_growth_tell_trend(const bs_growth_job *job, const bs_line_array *lines, bs_error *err)
{
    bool text = job->format == BS_FORMAT_TEXT;
    bs_records records = {.columns = trend_columns, .column_count = BS_COUNT(trend_columns)};
    bs_trend_options wish = {.logarithmic = job->form->form == BS_GROWTH_PERIOD,
                             .level = job->level_pct / 100};
    for (size_t i = 0; i < lines->count; i++) {
        const bs_line *line = &lines->items[i];
        bs_trend trend;
        BS_TRY(bs_trend_fit(&trend, job->cli->arena, line, &wish, err));
        for (size_t k = 0; k < trend.count; k++)
            add_trend_row(&records, job, line, &trend.rows[k]);
        if (!text) continue;
        bs_growth_head(job, line, i);
        bs_records_write(job->cli, &records, BS_FORMAT_TEXT);
        write_trend(job, line, &trend, wish.logarithmic);
        records.cells.count = 0;
    }
    if (!text) bs_records_write(job->cli, &records, job->format);
    return BS_OK;
}

// --- seasons -------------------------------------------------------------------------------------

static const bs_column season_columns[] = {
    {.name = "series", .data_only = true},
    {.name = "period"},
    {.name = "value", .number = true},
    {.name = "seasonal", .number = true},
    {.name = "trend", .number = true},
    {.name = "remainder", .number = true, .leave_out = 1},
    {.name = "adjusted", .number = true},
    {.name = "low", .number = true, .leave_out = 3},
    {.name = "high", .number = true, .leave_out = 3},
    {.name = "unit", .leave_out = 2},
};

static void add_season_row(bs_records *records, const bs_growth_job *job, const bs_line *line,
                           const bs_season_row *row)
{
    bs_arena *arena = job->cli->arena;
    int places = bs_growth_places(row->point, 1);
    bs_str open = job->format == BS_FORMAT_TEXT ? BS_STR("") : none;
    bs_str low = bs_growth_cell(job, row->adjusted.low, places);
    bs_str high = bs_growth_cell(job, row->adjusted.high, places);
    bs_records_add(records, arena, line->series->key);
    bs_records_add(records, arena, bs_period_str(row->point->period, arena));
    bs_records_add(records, arena, bs_growth_value_cell(job, row->point));
    bs_records_add(records, arena, bs_growth_cell(job, row->seasonal, places));
    bs_records_add(records, arena, bs_growth_cell(job, row->trend, places));
    bs_records_add(records, arena, bs_growth_cell(job, row->remainder, places));
    bs_records_add(records, arena, bs_growth_cell(job, row->adjusted.value, places));
    bs_records_add(records, arena, low.ptr != NULL ? low : open);
    bs_records_add(records, arena, high.ptr != NULL ? high : open);
    bs_records_add(records, arena, line->series->unit);
}

// The part of the year that the season is highest or lowest in, by its last year.
static const bs_season_row *extreme_of(const bs_season *season, double sign)
{
    const bs_season_row *found = NULL;
    for (size_t i = season->count - season->cycle; i < season->count; i++) {
        const bs_season_row *row = &season->rows[i];
        if (found == NULL || sign * row->seasonal > sign * found->seasonal) found = row;
    }
    return found;
}

static void write_season(const bs_growth_job *job, const bs_season *season)
{
    const bs_season_row *most = extreme_of(season, 1), *least = extreme_of(season, -1);
    bs_str high = bs_period_str(most->point->period, job->cli->arena);
    bs_str low = bs_period_str(least->point->period, job->cli->arena);
    int places = bs_growth_places(most->point, 1);
    bs_stream_addf(job->cli->out,
                   "the season of the last year is highest in %.*s (%+.*f) and "
                   "lowest in %.*s (%+.*f)\n",
                   BS_STR_ARG(high), places, most->seasonal, BS_STR_ARG(low), places,
                   least->seasonal);
}

bs_status bs_growth_tell_season(const bs_growth_job *job, const bs_line_array *lines, bs_error *err)
{
    bool text = job->format == BS_FORMAT_TEXT;
    bs_records records = {.columns = season_columns, .column_count = BS_COUNT(season_columns)};
    bs_season_options wish = {.window = job->window, .robust = job->robust};
    for (size_t i = 0; i < lines->count; i++) {
        const bs_line *line = &lines->items[i];
        bs_season season;
        BS_TRY(bs_season_find(&season, job->cli->arena, line, &wish, err));
        for (size_t k = 0; k < season.count; k++)
            add_season_row(&records, job, line, &season.rows[k]);
        if (!text) continue;
        bs_growth_head(job, line, i);
        bs_records_write(job->cli, &records, BS_FORMAT_TEXT);
        write_season(job, &season);
        records.cells.count = 0;
    }
    if (!text) bs_records_write(job->cli, &records, job->format);
    return BS_OK;
}
