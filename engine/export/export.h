// SPDX-License-Identifier: GPL-3.0-or-later
// export.h: series, quantities and findings as files that other programs read.
//
// A writer appends to a buffer; putting the buffer on disk or on a terminal is the caller's work
// (bs_file_write). Numbers are written with the digits that were printed, in base units, without
// grouping: 130,049.86 in 10^4 yuan is 1300498600, and 5.0 stays 5.0. A missing value is an empty
// field or null, and its state is told where there is room for it.
//
// Text is UTF-8 and files have no byte order mark, for programs. Spreadsheets want another dialect:
// see BS_DIALECT_EXCEL. The same input always gives the same bytes.
#ifndef BS_EXPORT_EXPORT_H
#define BS_EXPORT_EXPORT_H

#include "engine/core/finding.h"
#include "engine/core/series.h"

typedef enum bs_dialect {
    BS_DIALECT_PLAIN, // RFC 4180 with LF: for programs
    BS_DIALECT_EXCEL, // byte order mark, CRLF, and text that a spreadsheet would run as a formula
                      // gets an apostrophe in front; numbers are left alone (see csv.h)
    BS_DIALECT_COUNT
} bs_dialect;

// "plain", "excel".
const char *bs_dialect_name(bs_dialect dialect);
// Reads one of these names. BS_E_ARGUMENT with the list of names otherwise.
BS_CHECKED bs_status bs_dialect_parse(bs_dialect *out, bs_str name, bs_error *err);

// What a writer did, for the summary on standard error.
typedef struct bs_export_report {
    size_t rows;     // rows of a CSV without its header, objects of JSON
    size_t disarmed; // text fields that got an apostrophe in front
} bs_export_report;

// --- series --------------------------------------------------------------------------------------

// One series and where its observations come from.
typedef struct bs_export_series {
    const bs_series *series;
    const bs_source *const *sources; // one an observation; NULL: all come from `source`
    const bs_str *vintages;          // one an observation, ISO text; NULL: published of its source
    const bs_source *source;         // may be NULL when it is not known or `sources` is given
} bs_export_series;

typedef BS_ARRAY(bs_export_series) bs_export_series_array;

typedef struct bs_export_options {
    bs_dialect dialect; // of CSV formats
} bs_export_options;

#define BS_EXPORT_OPTIONS_INIT                                                                     \
    {                                                                                              \
        .dialect = BS_DIALECT_PLAIN                                                                \
    }

// One format. `write` appends to *out; `options` and `report` may not be NULL (bs_export_write
// takes care of that). BS_E_MEMORY only.
typedef struct bs_export_format {
    const char *name;      // as the command line calls it: "csv", "wide", "matrix", "json", "jsonl"
    const char *summary;   // one line
    const char *extension; // ".csv": what a path ends in when the format is not named
    bs_status (*write)(bs_buffer *out, const bs_export_series_array *series,
                       const bs_export_options *options, bs_export_report *report, bs_error *err);
    // Where the file is its head and then one series after the other: the head, and the rows of a
    // series. NULL where all series must be there at once.
    void (*begin)(bs_buffer *out, const bs_export_options *options);
    bs_status (*add)(bs_buffer *out, const bs_export_series *series,
                     const bs_export_options *options, bs_export_report *report, bs_error *err);
} bs_export_format;

//   csv     one row an observation: series,label,subject,unit,frequency,period,kind,value,status,
//           vintage,source,line,column
//           kind is the measure of the series (level, count, growth, share, index, rank); status
//           the value's (actual, target, ...); a missing value is empty
//   wide    one row a period, one column a series, headed by its key; a series that has two values
//           for one period (actual and target) takes a column for each
//   matrix  one row a series (series,label,subject,unit), one column a period: as in the bulletin
//   json    {"series": [{..., "observations": [{...}]}]}
//   jsonl   one object an observation, with the names of the csv columns and text, qualifier, state
// In wide and matrix, of several values for one period the first of the newest vintage is shown.
// All formats. Static, do not free.
const bs_export_format *bs_export_format_table(size_t *count);
// The format with this name; NULL when there is none.
const bs_export_format *bs_export_format_find(bs_str name);

// Writes `series` in `format`. `options` and `report` may be NULL. No series gives the header
// alone.
BS_CHECKED bs_status bs_export_write(bs_buffer *out, const bs_export_format *format,
                                     const bs_export_series_array *series,
                                     const bs_export_options *options, bs_export_report *report,
                                     bs_error *err);

// --- quantities and findings ---------------------------------------------------------------------

typedef enum bs_list_format {
    BS_LIST_JSON,  // one array
    BS_LIST_JSONL, // one object a line
    BS_LIST_CSV,   // header and one row each
    BS_LIST_SARIF, // SARIF 2.1.0; findings only
    BS_LIST_FORMAT_COUNT
} bs_list_format;

// "json", "jsonl", "csv", "sarif".
const char *bs_list_format_name(bs_list_format format);
// Reads one of these names. BS_E_ARGUMENT with the list of names otherwise.
BS_CHECKED bs_status bs_list_format_parse(bs_list_format *out, bs_str name, bs_error *err);

// Appends quantities in their order, with the keys file, line, column, end_column, text, value,
// unit, qualifier, kind, period, indicator, subject, status, table, row, col. `file` is the path of
// reading->source. value is a number with all its digits, an array of two for a range, ISO text for
// a date, a number for a year, null for an identifier; in CSV, a range is "30/40". unit, period,
// indicator and subject are null when there is none; table, row and col are null outside tables.
// Those of several readings follow each other in one list. BS_E_ARGUMENT: SARIF. BS_E_MEMORY.
BS_CHECKED bs_status bs_export_quantities(bs_buffer *out, const bs_reading *const *readings,
                                          size_t reading_count, bs_list_format format,
                                          bs_error *err);

// A check, as far as SARIF tells of it.
typedef struct bs_export_rule {
    const char *code;
    const char *summary;
    const char *explain;
} bs_export_rule;

typedef struct bs_findings_options {
    bs_list_format format;
    bs_dialect dialect;          // of CSV
    bool with_score;             // adds "score" and "flag" (above the threshold), for `check --all`
    const bs_export_rule *rules; // all checks, for SARIF; NULL: only the codes that occur
    size_t rule_count;
    const char *version; // of the program, for SARIF; NULL: left out
} bs_findings_options;

#define BS_FINDINGS_OPTIONS_INIT                                                                   \
    {                                                                                              \
        .format = BS_LIST_JSONL                                                                    \
    }

// Appends findings in their order, with the keys id, code, severity, file, line, column, series,
// period, observed, proposed, probability, message, related and proposals (each with text,
// probability and slip). proposed is the first proposal as it would be printed, or null. series,
// period and observed are null when there is none. In CSV, related places are joined as
// "file:line:column text; ...", and proposals as "text (98 %); ...". SARIF leaves out what is
// only listed.
BS_CHECKED bs_status bs_export_findings(bs_buffer *out, const bs_finding_array *findings,
                                        const bs_findings_options *options, bs_error *err);

// A short name for a finding that stays the same when the program runs again and when lines are
// added above: twelve hexadecimal digits over the code, the name of the file (not its folder), and
// the series and period, or where it is about no series the printed line. What was observed is not
// in it, so that a verdict can tell that the value has changed. {NULL, 0}: no memory.
bs_str bs_finding_id(const bs_finding *finding, bs_arena *arena);

#endif
