// SPDX-License-Identifier: GPL-3.0-or-later
// growth_job.h: what `growth` is asked for, and how each of its forms is told.
//
// A form is one row: its name, and the function that tells it. Text is rounded to what a reader
// wants to see; data formats have 14 digits, what
// double arithmetic leaves of 16.
#ifndef BS_CLI_GROWTH_JOB_H
#define BS_CLI_GROWTH_JOB_H

#include "engine/analyze/growth.h"
#include "engine/cli/records.h"

typedef struct bs_growth_job bs_growth_job;

typedef BS_ARRAY(bs_line) bs_line_array;

typedef struct bs_growth_form_row {
    const char *name;
    bs_growth_form form; // where `tell` compares two values
    bs_status (*tell)(const bs_growth_job *job, const bs_line_array *lines, bs_error *err);
    unsigned takes; // of bs_growth_takes
} bs_growth_form_row;

// Options that only some forms take, as bits.
typedef enum bs_growth_takes {
    BS_GROWTH_TAKES_BASE = 1,
    BS_GROWTH_TAKES_STRETCH = 2, // --from and --to
    BS_GROWTH_TAKES_WHOLE = 4,
    BS_GROWTH_TAKES_WINDOW = 8,
    BS_GROWTH_TAKES_CENTRED = 16,
    BS_GROWTH_TAKES_LEVEL = 32,
    BS_GROWTH_TAKES_ROBUST = 64,
} bs_growth_takes;

// The form with this name; NULL when there is none. Static, do not free.
const bs_growth_form_row *bs_growth_form_find(const char *name);

struct bs_growth_job {
    bs_cli *cli;
    bs_format format;
    const bs_growth_form_row *form;
    bs_period base;       // BS_PERIOD_NONE: the first with a value
    bs_period from;       // BS_PERIOD_NONE: the first
    bs_period to;         // BS_PERIOD_NONE: the last
    const bs_line *whole; // NULL: none was named
    size_t window;        // 0: as the form has it
    bool centred;
    bool robust;
    double level_pct;
};

// --- cells ---------------------------------------------------------------------------------------

// A number with `places` in a table and 14 digits elsewhere; missing when it is not finite.
bs_str bs_growth_cell(const bs_growth_job *job, double value, int places);
// The value of a point, with its printed digits where it has them.
bs_str bs_growth_value_cell(const bs_growth_job *job, const bs_point *point);
// "2018 is zero", or `why` alone without a period; empty or missing when `why` is NULL.
bs_str bs_growth_note_cell(const bs_growth_job *job, bs_period period, const char *why);
// Places of a number made of values like that of the point.
int bs_growth_places(const bs_point *point, int more);

// Writes "key, unit" as the head of a table.
void bs_growth_head(const bs_growth_job *job, const bs_line *line, size_t index);

// --- forms ---------------------------------------------------------------------------------------

bs_status bs_growth_tell_pairs(const bs_growth_job *job, const bs_line_array *lines, bs_error *err);
bs_status bs_growth_tell_values(const bs_growth_job *job, const bs_line_array *lines,
                                bs_error *err);
bs_status bs_growth_tell_compound(const bs_growth_job *job, const bs_line_array *lines,
                                  bs_error *err);
bs_status bs_growth_tell_parts(const bs_growth_job *job, const bs_line_array *lines, bs_error *err);
bs_status bs_growth_tell_trend(const bs_growth_job *job, const bs_line_array *lines, bs_error *err);
bs_status bs_growth_tell_season(const bs_growth_job *job, const bs_line_array *lines,
                                bs_error *err);

#endif
