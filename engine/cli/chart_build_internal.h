// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef BS_CLI_CHART_BUILD_INTERNAL_H
#define BS_CLI_CHART_BUILD_INTERNAL_H

#include "engine/cli/chart_build.h"
#include "plots/chart/words.h"
#include "plots/scale/timeaxis.h"

typedef struct bs_chart_builder {
    bs_chart *chart;
    bs_arena *arena;
    const bs_stored_series_array *all;
    const bs_chart_doubts *doubts;
    const bs_chart_wish *wish;
    bs_chart_form form;
    bs_error *err;
} bs_chart_builder;

bs_status bs_chart_build__no_memory(const bs_chart_builder *b);

// chart_value.c: what is shown of one series.
// Printed values are base units divided by 10^ this: 4 for 만 위안.
int bs_chart_build__power(const bs_chart_builder *b, const bs_series *series);
// Words for large numbers, unless the unit has a scale of its own and they would meet: 만 of 만.
bs_chart_numbers bs_chart_build__numbers(const bs_chart_builder *b, const bs_series *series);
bs_str bs_chart_build__unit(const bs_chart_builder *b, const bs_series *series);
// The label without the name of its group in front ("Table 3 | Exports"), which the title says, and
// with what it measures behind it in the language of the chart.
bs_str bs_chart_build__label(const bs_chart_builder *b, const bs_series *series);
// The same where the measure is said elsewhere.
bs_str bs_chart_build__bare_label(const bs_series *series);
// The indicator of all series; empty where they have several.
bs_str bs_chart_build__shared_indicator(const bs_chart_builder *b);
// "growth", "share"; empty for what needs no word, and where `said` ends with the word.
bs_str bs_chart_build__measure(const bs_chart_builder *b, const bs_series *series, bs_str said);
// "a, b", or the one that there is.
bs_str bs_chart_build__joined(const bs_chart_builder *b, bs_str first, bs_str second);
// Whether a title tells the reader that this indicator is shown, and not one of several.
bool bs_chart_build__says(bs_str title, bs_str indicator);
bool bs_chart_build__is_value(const bs_observation *observation);
// A target or a forecast.
bool bs_chart_build__is_planned(const bs_observation *observation);
// Dated, and within the periods that are asked for.
bool bs_chart_build__is_wanted(const bs_chart_builder *b, const bs_observation *observation);
bs_status bs_chart_build__value(const bs_chart_builder *b, bs_chart_value *out,
                                const bs_stored_series *stored, size_t index);
// True when the values before `period` cannot be compared with it.
bool bs_chart_build__is_break(const bs_chart_builder *b, bs_period period);
// The wanted observation at a period, what came true before what is planned; SIZE_MAX: none.
size_t bs_chart_build__find(const bs_chart_builder *b, const bs_series *series, bs_period period);
// All periods in which some series has a wanted value, each once, in order.
typedef BS_ARRAY(bs_period) bs_period_array;
bs_status bs_chart_build__periods(bs_period_array *out, const bs_chart_builder *b);

// chart_lines.c, chart_bars.c, chart_pairs.c, chart_growth.c, chart_vintages.c: one function a
// form.
bs_status bs_chart_build__one_panel(const bs_chart_builder *b);
bs_status bs_chart_build__panels(const bs_chart_builder *b);
bs_status bs_chart_build__bars(const bs_chart_builder *b);
bs_status bs_chart_build__pairs(const bs_chart_builder *b);
bs_status bs_chart_build__shares(const bs_chart_builder *b);
bs_status bs_chart_build__growth(const bs_chart_builder *b);
bs_status bs_chart_build__contribution(const bs_chart_builder *b);
bs_status bs_chart_build__revisions(const bs_chart_builder *b);

// A panel with `line_count` empty lines as the only one of the chart; NULL: no memory.
bs_chart_line *bs_chart_build__new_panel(const bs_chart_builder *b, bs_str unit, size_t line_count);
// The same with unit and numbers of the first series.
bs_chart_line *bs_chart_build__panel_of_series(const bs_chart_builder *b, size_t line_count);

// chart_words.c: title, subtitle and source line, unless they are given.
void bs_chart_build__words(const bs_chart_builder *b);

#endif
