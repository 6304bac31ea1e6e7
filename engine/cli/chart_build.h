// SPDX-License-Identifier: GPL-3.0-or-later
// chart_build.h: series of the store as a chart.
#ifndef BS_CLI_CHART_BUILD_H
#define BS_CLI_CHART_BUILD_H

#include "engine/cli/chart_flag.h"
#include "plots/chart/chart.h"

typedef enum bs_chart_form {
    BS_FORM_AUTO,         // bars for a ranking or breakdown of one period, else lines
    BS_FORM_LINE,         // all series in one panel
    BS_FORM_PANELS,       // a panel for each
    BS_FORM_BAR,          // the last value of each, in sections by table, unit and measure
    BS_FORM_SLOPE,        // two periods, as slopes
    BS_FORM_DUMBBELL,     // two periods, as a row each
    BS_FORM_INDEX,        // growth from 100 at the base period
    BS_FORM_GROWTH,       // on the year before, as columns
    BS_FORM_CONTRIBUTION, // of parts to the growth of their whole
    BS_FORM_SHARE,        // parts of 100 %
    BS_FORM_STEP,         // as lines, with targets as steps
    BS_FORM_REVISIONS,    // what was published earlier behind what is known now
    BS_FORM_SPARK,        // a row of a table for each
    BS_CHART_FORM_COUNT
} bs_chart_form;

// "auto", "line", "panels", ...; NULL behind the last.
extern const char *const bs_chart_form_names[];

typedef struct bs_chart_wish {
    bs_chart_form form;
    bs_period from;          // only periods from here on; BS_PERIOD_NONE: all
    bs_period to;            // only periods up to here
    const bs_period *breaks; // periods that cannot be compared with those before them
    size_t break_count;
    bool vintages;   // all of them are wished for, which `auto` draws where there are several
    bs_str asked;    // title of series that no table has together; empty: from their labels
    bool translated; // the language was asked for: values of a unit with a scale of another
                     // language ("만 위안") are said in this one's
} bs_chart_wish;

// Whether values of both can be read against each other as bars: of one unit, both growth, both
// shares, or neither.
bool bs_chart_are_alike(const bs_series *a, const bs_series *b);

// Whether a series has values of two periods at least: a course that a line shows.
bool bs_chart_has_course(const bs_series *series);

// Whether sources of several dates speak of it.
bool bs_chart_has_vintages(const bs_stored_series *stored);

// Takes the single values out of `all` that would have a panel each beside the courses of others.
// Returns how many.
size_t bs_chart_take_single(bs_stored_series_array *all);

// Takes the series out of `all` that differ from another in their frequency alone (years beside
// months): each table keeps those of `wanted` where it has any, else of the frequency with most
// values. *taken is how many values were left out. BS_E_MEMORY. (chart_sibling.c)
BS_CHECKED bs_status bs_chart_take_siblings(size_t *taken, bs_stored_series_array *all,
                                            bs_frequency wanted, bs_error *err);

// Leaves each series the values of one length of time, where it has several (six months beside
// terms of three): the commonest. *taken is how many were left out. The observations of the series
// are not changed, but replaced. BS_E_MEMORY. (chart_length.c)
BS_CHECKED bs_status bs_chart_take_lengths(size_t *taken, bs_stored_series_array *all,
                                           bs_arena *arena, bs_error *err);

// Fills what is still empty in *chart: panels or bars in the order of the series, and title,
// subtitle, source line and language from them. Values are shown in the unit that was printed.
// `wish` may be NULL. Lives as long as the arena and the series. BS_E_ARGUMENT: no value at all,
// series of several units in one panel, series that do not suit the form (no two
// common periods, no part that grows, one vintage only), or more than a chart can show.
BS_CHECKED bs_status bs_chart_build(bs_chart *chart, bs_arena *arena,
                                    const bs_stored_series_array *all,
                                    const bs_chart_doubts *doubts, const bs_chart_wish *wish,
                                    bs_error *err);

#endif
