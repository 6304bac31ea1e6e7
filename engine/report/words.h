// SPDX-License-Identifier: GPL-3.0-or-later
// words.h: what the page says of itself, in four languages, as one table.
//
// A text may hold places {0} to {3} for bs_report_say.
#ifndef BS_REPORT_WORDS_H
#define BS_REPORT_WORDS_H

#include "engine/base/arena.h"
#include "engine/core/lang.h"

typedef enum bs_report_word {
    BS_SAY_REPORT,
    BS_SAY_SKIP,
    BS_SAY_THEME,
    BS_SAY_CONTENTS,
    BS_SAY_SUMMARY,
    BS_SAY_DOCUMENTS,
    BS_SAY_FINDINGS,
    BS_SAY_TABLES,
    BS_SAY_SERIES,
    BS_SAY_TEXT,
    BS_SAY_TEXT_AROUND,
    BS_SAY_READ,  // {0} numbers, {1} series, {2} documents
    BS_SAY_FOUND, // {0} findings, {1} by severity
    BS_SAY_FOUND_NONE,
    BS_SAY_LEGEND,
    BS_SAY_FIRST, // {0}: how many of the findings follow
    BS_SAY_NO_DOCUMENT,
    BS_SAY_COUNT_DOCUMENTS,
    BS_SAY_COUNT_DOCUMENT,
    BS_SAY_COUNT_NUMBERS,
    BS_SAY_COUNT_NUMBER,
    BS_SAY_COUNT_SERIES,
    BS_SAY_COUNT_ONE_SERIES,
    BS_SAY_COUNT_FINDINGS,
    BS_SAY_COUNT_FINDING,
    BS_SAY_COUNT_ERRORS,
    BS_SAY_COUNT_ERROR,
    BS_SAY_COUNT_WARNINGS,
    BS_SAY_COUNT_WARNING,
    BS_SAY_COUNT_NOTES,
    BS_SAY_COUNT_NOTE,
    BS_SAY_JOIN, // {0} and {1} of a list
    BS_SAY_ERROR,
    BS_SAY_WARNING,
    BS_SAY_NOTE,
    BS_SAY_ERRORS,
    BS_SAY_WARNINGS,
    BS_SAY_NOTES,
    BS_SAY_LINE,   // {0}
    BS_SAY_COLUMN, // {0}
    BS_SAY_PRINTED,
    BS_SAY_PROPOSED,
    BS_SAY_OR, // other proposals
    BS_SAY_EVIDENCE,
    BS_SAY_COMPARED,
    BS_SAY_PROBABILITY, // {0} per cent
    BS_SAY_FINDING,     // {0}: its number
    BS_SAY_SHOW_LINE,
    BS_SAY_TABLE, // {0}: its number
    BS_SAY_CONTINUED,
    BS_SAY_ROWS_LEFT, // {0} of {1} rows
    BS_SAY_COLS_LEFT,
    BS_SAY_LINES_LEFT, // {0} lines
    BS_SAY_LETTERS_LEFT,
    BS_SAY_SERIES_LEFT,
    BS_SAY_FIGURES_LEFT,
    BS_SAY_DOWNLOAD,
    BS_SAY_VALUES_CSV,
    BS_SAY_FINDINGS_CSV,
    BS_SAY_SEARCH,
    BS_SAY_SEARCH_HINT,
    BS_SAY_SHOWN, // {0} of {1}
    BS_SAY_SHOW_ALL,
    BS_SAY_NAME,
    BS_SAY_GROUP,
    BS_SAY_DOCUMENT,
    BS_SAY_UNIT,
    BS_SAY_FREQUENCY,
    BS_SAY_PERIOD,
    BS_SAY_VALUES,
    BS_SAY_LAST,
    BS_SAY_DOUBTED,
    BS_SAY_DATE,
    BS_SAY_NUMBERS,
    BS_SAY_INFERRED,
    BS_SAY_MADE, // {0}: program and version
    BS_SAY_TARGET,
    BS_SAY_FORECAST,
    BS_SAY_PROVISIONAL,
    BS_SAY_REVISED,
    BS_SAY_ESTIMATE,
    BS_SAY_ANNUAL,
    BS_SAY_HALF,
    BS_SAY_QUARTER,
    BS_SAY_MONTH,
    BS_SAY_TENDAY,
    BS_SAY_WEEK,
    BS_SAY_DAY,
    BS_SAY_COUNT_OF_WORDS
} bs_report_word;

enum { BS_SAY_PLACES_MAX = 4 };

// The text as it stands in the table. BS_LANG_UNKNOWN gives English. Static, do not free.
bs_str bs_report_word_get(bs_report_word word, bs_lang lang);

// The text with its places filled; a place without a value stays empty. In the arena.
typedef struct bs_report_values {
    bs_str items[BS_SAY_PLACES_MAX];
} bs_report_values;
bs_str bs_report_say(bs_arena *arena, bs_report_word word, bs_lang lang,
                     const bs_report_values *values);

#endif
