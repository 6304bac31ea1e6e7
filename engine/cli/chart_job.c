// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/chart_job.h"

#include "engine/base/file.h"

// The newest vintage among the series, as seconds: the same data give the same file on any day.
static int64_t newest_date(const bs_stored_series_array *all)
{
    enum { DAY = 86400 };
    int64_t newest = 0;
    for (size_t i = 0; i < all->count; i++) {
        for (size_t j = 0; j < all->items[i].series.observations.count; j++) {
            bs_period period, day;
            if (bs_period_parse(&period, all->items[i].vintages[j], NULL) != BS_OK) continue;
            if (bs_period_day(&day, bs_period_start(period), NULL) != BS_OK) continue;
            if ((int64_t)day.first * DAY > newest) newest = (int64_t)day.first * DAY;
        }
    }
    return newest;
}

static bs_status write_scene(const bs_chart_job *job, const char *path, const bs_scene *scene,
                             const bs_render_options *options, bs_error *err)
{
    if (strcmp(path, "-") == 0) {
        return bs_render(&job->cli->out->pending, job->format, scene, options, err);
    }
    bs_buffer bytes = BS_BUFFER_INIT;
    bs_status status = bs_render(&bytes, job->format, scene, options, err);
    if (status == BS_OK) status = bs_file_write(path, bs_buffer_str(&bytes), err);
    bs_buffer_deinit(&bytes);
    return status;
}

// The values of the picture as a table, for those who cannot see it and those who want to count.
static bs_status write_data(bs_chart_job *job, const char *picture,
                            const bs_stored_series_array *all, bs_error *err)
{
    bs_export_series_array series = {0};
    BS_TRY(bs_stored_export(&series, &job->arena, all, err));
    bs_str path = bs_arena_format(&job->arena, "%s.csv", picture);
    if (path.ptr == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    bs_buffer bytes = BS_BUFFER_INIT;
    const bs_export_format *csv = bs_export_format_find(BS_STR("csv"));
    bs_status status = bs_export_write(&bytes, csv, &series, NULL, NULL, err);
    if (status == BS_OK) status = bs_file_write(path.ptr, bs_buffer_str(&bytes), err);
    bs_buffer_deinit(&bytes);
    return status;
}

static size_t count_flags(const bs_chart *chart)
{
    size_t count = 0;
    for (size_t i = 0; i < chart->bar_count; i++)
        count += chart->bars[i].value.reason.len > 0;
    for (size_t i = 0; i < chart->panel_count; i++) {
        for (size_t j = 0; j < chart->panels[i].line_count; j++) {
            const bs_chart_line *line = &chart->panels[i].lines[j];
            for (size_t k = 0; k < line->point_count; k++) {
                count += line->points[k].value.reason.len > 0;
            }
        }
    }
    return count;
}

bs_status bs_chart_job_draw(bs_chart_job *job, const char *path, const bs_stored_series_array *all,
                            const bs_chart_doubts *doubts, size_t *flags, bs_error *err)
{
    bs_scene scene;
    bs_chart chart = job->chart;
    bs_render_options options = job->render;
    options.canvas = &job->canvas;
    if (!job->dated) options.date = newest_date(all);
    bs_arena_reset(&job->arena);
    BS_TRY(bs_chart_build(&chart, &job->arena, all, doubts, &job->wish, err));
    bs_text *text; // not kept: what Pango knows of fonts belongs to the thread that asked
    BS_TRY(bs_text_new(&text, chart.lang, err));
    bs_status status = bs_chart_draw(&scene, &job->arena, text, &chart, err);
    bs_text_free(text);
    BS_TRY(status);
    BS_TRY(write_scene(job, path, &scene, &options, err));
    *flags = count_flags(&chart);
    if (job->data == BS_DATA_NONE) return BS_OK;
    return write_data(job, path, all, err);
}

void bs_chart_job_deinit(bs_chart_job *job)
{
    bs_canvas_deinit(&job->canvas);
    bs_arena_deinit(&job->arena);
}
