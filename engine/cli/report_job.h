// SPDX-License-Identifier: GPL-3.0-or-later
// report_job.h: the documents, findings and pictures of a report.
#ifndef BS_CLI_REPORT_JOB_H
#define BS_CLI_REPORT_JOB_H

#include "engine/cli/check_job.h"
#include "engine/report/report.h"

typedef enum bs_report_charts { BS_REPORT_CHARTS, BS_REPORT_NO_CHARTS } bs_report_charts;

// What is asked for.
typedef struct bs_report_wish {
    bs_open_options read;
    bs_lang lang; // of the page; BS_LANG_UNKNOWN: that of the first document
    bs_str title; // empty: what suits
    bs_report_charts charts;
} bs_report_wish;

// Reads and checks all documents, and appends the page about those that could be read to *out. Says
// what is wrong, and what was found. Verdicts are respected as `check` does.
bs_exit bs_report_job_run(bs_buffer *out, bs_cli *cli, const bs_report_wish *wish,
                          const bs_check_inputs *inputs);

#endif
