// SPDX-License-Identifier: GPL-3.0-or-later
// chart_job.h: one picture into a file, or one after the other with the memory kept.
#ifndef BS_CLI_CHART_JOB_H
#define BS_CLI_CHART_JOB_H

#include "engine/cli/chart_build.h"
#include "plots/render/render.h"

typedef enum bs_chart_data { BS_DATA_NONE, BS_DATA_BESIDE } bs_chart_data;

typedef struct bs_chart_job {
    bs_cli *cli;
    const bs_render_format *format;
    bs_render_options render;
    bool dated;     // render.date is given; else it is that of the newest source
    bs_chart chart; // what is given; the rest is filled from the series
    bs_chart_wish wish;
    bs_chart_data data; // write the values as OUT.csv too
    bs_arena arena;     // of the picture that is drawn
    bs_canvas canvas;   // of all of them
} bs_chart_job;

// Draws the series into the file at `path` ("-" is standard output). *flags is how many values are
// in doubt. Several jobs may draw at once, each in a thread of its own. What bs_chart_build,
// bs_chart_draw, bs_render and bs_file_write return.
BS_CHECKED bs_status bs_chart_job_draw(bs_chart_job *job, const char *path,
                                       const bs_stored_series_array *all,
                                       const bs_chart_doubts *doubts, size_t *flags, bs_error *err);
void bs_chart_job_deinit(bs_chart_job *job);

// chart_batch.c: a chart for each table and group of `all` into the folder at `folder`, which is
// made when it is not there, on all cores. What cannot be drawn is said, and the others are drawn
// all the same.
bs_exit bs_chart_batch(const bs_chart_job *job, const char *folder,
                       const bs_stored_series_array *all, const bs_chart_doubts *doubts);

#endif
