// SPDX-License-Identifier: GPL-3.0-or-later
// report.h: documents, what was read from them and what the checks doubt, as one HTML page.
//
// The page is whole in itself: style and script are inside, nothing is fetched, and its content
// security policy forbids that anything is. It reads without scripts; they add search, sorting,
// the choice of light or dark and hints under the pointer. What always holds:
// - text of a document stays text, whatever it holds; characters that would drive the display
//   (controls, marks of writing direction) are shown as codes;
// - a finding can be followed to the printed line, and a marked number back to its finding;
// - nothing is told by colour alone;
// - the same input gives the same bytes: no clock, no random numbers.
// Pictures are somebody else's work: they arrive through a callback.
#ifndef BS_REPORT_REPORT_H
#define BS_REPORT_REPORT_H

#include "engine/base/buffer.h"
#include "engine/core/finding.h"
#include "engine/core/series.h"

// One document. Everything is borrowed until the call returns.
typedef struct bs_report_document {
    const bs_reading *reading;  // its source must carry the text
    const bs_finding *findings; // in the order in which they are to be shown
    size_t finding_count;
    const bs_str *headlines; // one a finding: what is wrong, in the language of the page; NULL, or
                             // an empty one: the message itself is the headline
} bs_report_document;

// A picture that the page has room for: series of one table, or one series of sentences.
typedef struct bs_report_figure {
    size_t document; // index of the document
    const bs_series *const *series;
    size_t series_count;
    bs_str title;
    bs_str id; // unique in the page: ids inside the picture begin with it
    bs_lang lang;
    double width_px;
} bs_report_figure;

// Appends a picture as an inline <svg> element, or nothing where none can be drawn.
typedef struct bs_report_artist {
    void *context; // the first argument of `draw`
    bs_status (*draw)(void *context, bs_buffer *out, const bs_report_figure *figure, bs_error *err);
} bs_report_artist;

typedef struct bs_report_options {
    bs_lang lang;            // of the page's own words; BS_LANG_UNKNOWN: that of the first document
    bs_str title;            // empty: that of the document, or how many there are
    bs_report_artist artist; // draw NULL: no pictures
    bs_str light;   // declarations of the CSS variables that the pictures ask for, on a light page
    bs_str dark;    // the same on a dark one
    bs_str version; // of the program, for the last line; may be empty
} bs_report_options;

// Beyond these the page says how much is left out, and the download has all of it.
enum {
    BS_REPORT_TABLE_ROWS_MAX = 400,       // of one table; rows with findings are always there
    BS_REPORT_TABLE_COLS_MAX = 64,        // of one table
    BS_REPORT_LINES_MAX = 4000,           // of one document; else the surroundings of findings
    BS_REPORT_LINE_CHARACTERS_MAX = 2000, // of one line
    BS_REPORT_SERIES_MAX = 5000,          // in the list of all series
    BS_REPORT_FIGURES_MAX = 24,           // of one document
    BS_REPORT_FIGURE_SERIES_MAX = 24,     // of one picture
    BS_REPORT_OPEN_DOCUMENTS_MAX = 3,     // of more documents, each is folded up
};

// Appends the page about `documents` to *out. `options` may be NULL. No document gives a page that
// says so. BS_E_MEMORY, or what the artist returns.
BS_CHECKED bs_status bs_report_write(bs_buffer *out, const bs_report_document *documents,
                                     size_t document_count, const bs_report_options *options,
                                     bs_error *err);

#endif
