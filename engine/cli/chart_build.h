// SPDX-License-Identifier: GPL-3.0-or-later
// chart_build.h: series of the store as a chart.
#ifndef BS_CLI_CHART_BUILD_H
#define BS_CLI_CHART_BUILD_H

#include "engine/cli/chart_flag.h"
#include "plots/chart/chart.h"

typedef enum bs_chart_form {
    BS_FORM_AUTO,   // bars for a ranking or breakdown of one period, else lines
    BS_FORM_LINE,   // all series in one panel
    BS_FORM_PANELS, // a panel for each
    BS_FORM_BAR,    // the last value of each
} bs_chart_form;

// Fills what is still empty in *chart: panels or bars in the order of the series, and title,
// subtitle, source line and language from them. Values are shown in the unit that was printed.
// Lives as long as the arena and the series. BS_E_ARGUMENT: no value at all, series of several
// units in one panel or one set of bars, or more of them than a chart can show.
BS_CHECKED bs_status bs_chart_build(bs_chart *chart, bs_arena *arena,
                                    const bs_stored_series_array *all,
                                    const bs_chart_doubts *doubts, bs_chart_form form,
                                    bs_error *err);

#endif
