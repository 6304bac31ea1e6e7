// SPDX-License-Identifier: GPL-3.0-or-later
// chart_flag.h: which values of a chart the checks doubt, and why, in the language of the chart.
#ifndef BS_CLI_CHART_FLAG_H
#define BS_CLI_CHART_FLAG_H

#include "engine/cli/stored.h"
#include "engine/core/finding.h"

// A finding at or above a warning, and the source in the store that it is about.
typedef struct bs_chart_doubt {
    int64_t source;
    bs_finding finding;
} bs_chart_doubt;

// The sources stay open, because findings point into them.
typedef struct bs_chart_doubts {
    BS_ARRAY(bs_chart_doubt) items;
    BS_ARRAY(bs_opened *) opened;
} bs_chart_doubts;

// Checks every source that the series are from, and keeps what was not accepted by a verdict.
// Says what is wrong. bs_chart_doubts_deinit is due in any case.
bs_exit bs_chart_doubts_find(bs_chart_doubts *out, bs_cli *cli, bs_store *store,
                             const bs_stored_series_array *all);
void bs_chart_doubts_deinit(bs_chart_doubts *doubts);

// The finding about a value; NULL when it is not in doubt.
const bs_finding *bs_chart_doubts_of(const bs_chart_doubts *doubts, int64_t source,
                                     const bs_origin *origin);

// A short phrase in `lang` for its code, else for its slip; empty when there is none.
bs_str bs_chart_doubt_headline(const bs_finding *finding, bs_lang lang);
// The reason in `lang`: in English the message, else the short phrase or, without one, the message.
bs_str bs_chart_doubt_reason(const bs_finding *finding, bs_lang lang);

#endif
