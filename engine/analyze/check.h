// SPDX-License-Identifier: GPL-3.0-or-later
// check.h: the table of checks, and the engine that runs them.
//
// A check is one file and one row. The engine hands it a reading and collects findings; it does not
// print, and it changes nothing. Text of findings is in English; names and numbers stay as printed.
#ifndef BS_ANALYZE_CHECK_H
#define BS_ANALYZE_CHECK_H

#include "engine/core/finding.h"
#include "engine/core/series.h"

typedef enum bs_check_family { BS_CHECK_RELATIONS = 1, BS_CHECK_ANOMALIES = 2 } bs_check_family;

typedef enum bs_profile {
    BS_PROFILE_ANY,
    BS_PROFILE_OCR,
    BS_PROFILE_TYPED,
    BS_PROFILE_TRANSLATED,
    BS_PROFILE_COUNT
} bs_profile;

typedef struct bs_check_options {
    unsigned families;        // of bs_check_family; 0 means all
    const char *const *codes; // only these checks; NULL means all
    size_t code_count;
    bs_profile profile;
    bool list_all; // also cells below the threshold, as listed_only findings
} bs_check_options;

#define BS_CHECK_OPTIONS_INIT                                                                      \
    {                                                                                              \
        .families = 0                                                                              \
    }

typedef struct bs_check {
    const char *code;    // one word, stable: "sum", "dip", "growth-mix"
    const char *summary; // one line
    const char *explain; // a paragraph: what is compared, when it is an error, what excuses it
    const char *needs;   // what the document must say for the check to run
    bs_check_family family;
    bs_status (*run)(bs_finding_array *out, bs_arena *arena, const bs_reading *reading,
                     const bs_check_options *options, bs_error *err);
} bs_check;

// All checks in the order of `check --list`. Static, do not free.
const bs_check *bs_check_table(size_t *count);
// The check with this code; NULL when there is none.
const bs_check *bs_check_find(bs_str code);
// True when the options ask for it.
bool bs_check_is_chosen(const bs_check *check, const bs_check_options *options);

// False when the chosen checks find the same in a reading of a data file that is packed
// (packed_list.h): sums to a total need all values at once, and their places in the text.
bool bs_check_needs_text(const bs_reading *reading, const bs_check_options *options);

// Runs the chosen checks on one reading and appends what they find, sorted as bs_finding_compare
// says. `options` may be NULL. BS_E_ARGUMENT: an unknown code. BS_E_MEMORY.
BS_CHECKED bs_status bs_check_run(bs_finding_array *out, bs_arena *arena, const bs_reading *reading,
                                  const bs_check_options *options, bs_error *err);

#endif
