// SPDX-License-Identifier: GPL-3.0-or-later
// check_job.h: running the checks over files or over the store, and telling what they find.
#ifndef BS_CLI_CHECK_JOB_H
#define BS_CLI_CHECK_JOB_H

#include "engine/analyze/check.h"
#include "engine/cli/finding_text.h"
#include "engine/cli/stored.h"
#include "engine/cli/verdicts.h"

// Values of --format, in their order.
typedef enum bs_check_format {
    BS_CHECK_TEXT,
    BS_CHECK_JSON,
    BS_CHECK_JSONL,
    BS_CHECK_CSV,
    BS_CHECK_SARIF,
    BS_CHECK_FORMAT_COUNT
} bs_check_format;

// What is asked for.
typedef struct bs_check_wish {
    bs_open_options read;
    bs_check_options checks;
    bs_check_format format;
    double probability_min;
    size_t fail_on; // a severity; BS_SEVERITY_COUNT: never
    bool with_score;
    bool with_ids;
    bs_verdict given; // by this command: the finding with this id is judged, and nothing is told;
                      // an empty id: none
} bs_check_wish;

// All documents that are to be checked: files, or what the store keeps.
typedef struct bs_check_inputs {
    bs_text_array paths;
    bs_store *store; // NULL: paths
    bs_source_info_array sources;
    size_t count;
    bs_opened *opened; // count of them
} bs_check_inputs;

// Finds the documents: the operands and --files-from, else the sources of the store. Says what is
// wrong. bs_check_inputs_deinit is due in either case.
bs_exit bs_check_inputs_init(bs_check_inputs *out, bs_cli *cli, const bs_args *args,
                             const bs_option *store, bs_store_mode mode);
void bs_check_inputs_deinit(bs_check_inputs *inputs);

// Reads document number `index` into inputs->opened, and says what is wrong if it cannot.
bs_exit bs_check_input_open(bs_cli *cli, const bs_check_inputs *inputs, size_t index,
                            const bs_open_options *options);

// Checks them all and tells what was found. BS_EXIT_FINDINGS when something reached fail_on.
bs_exit bs_check_job_run(bs_cli *cli, const bs_check_wish *wish, const bs_check_inputs *inputs);

#endif
