// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef BS_REPORT_REPORT_INTERNAL_H
#define BS_REPORT_REPORT_INTERNAL_H

#include "engine/base/array.h"
#include "engine/export/export.h"
#include "engine/report/html.h"
#include "engine/report/report.h"
#include "engine/report/words.h"

// assets.c, made of page.css and page.js when the project is configured.
typedef struct bs_report_asset {
    bs_str text;
    const char *sha256; // of the text, in hexadecimal
} bs_report_asset;
const bs_report_asset *bs_report__style(void);
const bs_report_asset *bs_report__script(void);

// What is known of one cell of a table.
typedef struct bs_cell_facts {
    const bs_series *series;           // NULL: its number belongs to none
    const bs_observation *observation; // beside series
    const bs_quantity *quantity;       // NULL: there is no number in it
    size_t finding;                    // number of the first finding about it; 0: none
} bs_cell_facts;

typedef struct bs_table_facts {
    const bs_block *block;
    size_t number;        // among the blocks of the document, from 1
    uint32_t counted;     // its number in origins, which is one for a table that goes on in another
                          // block; 0: it has no value
    bs_str title;         // caption or heading; may be empty
    bs_str unit;          // of all values, when they share one
    bs_cell_facts *cells; // beside those of the table
    size_t *printed;      // numbers of the cells with text, in the order of the text
    size_t printed_count;
    uint32_t head_rows; // above the first row with a value
    uint32_t first_col; // of the first column with a value
    bool has_value;
} bs_table_facts;

// A part of the text that is not just text.
typedef struct bs_text_span {
    size_t start; // bytes of the source's text
    size_t end;
    size_t finding;              // number of the finding it is about; 0: none
    const bs_quantity *quantity; // that was read there; NULL: none
    bool quoted;                 // inside of a finding: its number, or what that is held against
} bs_text_span;
typedef BS_ARRAY(bs_text_span) bs_text_span_array;

// Series that are drawn together.
typedef struct bs_figure_group {
    size_t table; // number of the table it stands below; 0: of sentences or of a data file
    bs_str title;
    BS_ARRAY(const bs_series *) series;
    size_t series_count; // of the group; more than are in `series` when it is too large
    bool drawable;       // enough values
} bs_figure_group;

// One document while the page is written.
typedef struct bs_leaf {
    const bs_report_document *given;
    const bs_reading *reading;
    const bs_source *source;
    size_t number;        // from 1
    size_t finding_first; // number of its first finding in the page, from 1
    size_t value_count;   // numbers that were read
    size_t tallies[BS_SEVERITY_COUNT];
    bs_str name; // title, else the name of the file
    bs_lang lang;
    BS_ARRAY(bs_table_facts) tables;
    bs_text_span_array spans; // by place; none overlaps another
    BS_ARRAY(bs_figure_group) groups;
    uint8_t *line_shown; // one a line; NULL: all are
} bs_leaf;

typedef struct bs_page {
    bs_buffer *out;
    bs_arena *arena;
    const bs_report_options *options;
    bs_lang lang;
    bs_leaf *leaves;
    size_t leaf_count;
    size_t tallies[BS_SEVERITY_COUNT]; // findings of all documents
    bool several;                      // more than one document: each has headings of its own
    bool folded;                       // so many that each is folded up
    bs_error *err;
} bs_page;

// leaf.c: finds out what the sections want to know of a document.
BS_CHECKED bs_status bs_report__leaf(bs_leaf *out, bs_page *page,
                                     const bs_report_document *document);
bs_status bs_report__no_memory(bs_page *page);
// Number of the table that a place is in; 0: in none.
size_t bs_report__table_of(const bs_leaf *leaf, const bs_origin *origin);
// True when table number `number` goes on where the one before it ended.
bool bs_report__continues(const bs_leaf *leaf, size_t number);
bool bs_report__line_shown(const bs_leaf *leaf, uint32_t line);

// groups.c
BS_CHECKED bs_status bs_report__groups(bs_leaf *leaf, bs_page *page);

// phrase.c: pieces that several sections share.
#define BS_PUT(page, literal) bs_buffer_add((page)->out, BS_STR(literal))
void bs_report__word(bs_page *page, bs_report_word word);
void bs_report__say(bs_page *page, bs_report_word word, bs_str a, bs_str b);
bs_str bs_report__number(bs_page *page, size_t number); // with grouped digits
// "2 errors", "one error": `one` is the word for a single one.
bs_str bs_report__count(bs_page *page, size_t count, bs_report_word one, bs_report_word many);
// "2 errors, one warning", the worst first; empty when there is none.
bs_str bs_report__by_severity(bs_page *page, const size_t *tallies);
// ` lang="ko"` where it differs from that of the page.
void bs_report__lang(bs_page *page, bs_lang lang);
// Text out of a document, in a <span> of its language where that differs from the page's.
void bs_report__foreign(bs_page *page, bs_str text, bs_lang lang);
void bs_report__heading(bs_page *page, unsigned level, const char *id, bs_str text, bs_lang lang);
// Begins a section with its heading; "</section>" ends it.
void bs_report__section(bs_page *page, const char *id, bs_report_word title);
// A line that says how much of something is shown.
void bs_report__left_out(bs_page *page, bs_report_word word, size_t shown, size_t all);
// Begins and ends what belongs to one document, folded up where there are many. `part` is the
// letter that its id begins with.
void bs_report__part_begin(bs_page *page, const bs_leaf *leaf, char part);
void bs_report__part_end(bs_page *page);
unsigned bs_report__level(const bs_page *page); // of headings inside of a part
// A link to a line: "line 22"; its text alone when the line is not shown.
void bs_report__line_link(bs_page *page, const bs_leaf *leaf, uint32_t line);
bs_report_word bs_report__severity(bs_severity severity);
// The class of what is marked for a finding of this number: the name of its severity.
const char *bs_report__class_of(const bs_leaf *leaf, size_t finding);
// The name of the file without its folder.
bs_str bs_report__file_name(bs_str path);
// "Sales · 2024 · 10^4 CNY · target · line 22, column 7": for the pointer.
bs_str bs_report__hint(bs_page *page, const bs_cell_facts *facts);

// The sections, in the order of the page.
void bs_report__summary(bs_page *page);
void bs_report__findings(bs_page *page);
bool bs_report__has_tables(const bs_page *page);
BS_CHECKED bs_status bs_report__tables(bs_page *page);
size_t bs_report__series_count(const bs_page *page);
void bs_report__series(bs_page *page);
void bs_report__text(bs_page *page);

// figures.c: the pictures of the groups of one table.
BS_CHECKED bs_status bs_report__figures(bs_page *page, const bs_leaf *leaf, size_t table);

// data_table.c: the values of a data file as tables.
void bs_report__data_tables(bs_page *page, const bs_leaf *leaf);

// text.c: [start, end) of the source's text with its spans marked.
void bs_report__marked(bs_page *page, const bs_leaf *leaf, bs_str piece,
                       const bs_text_span_array *spans);

// download.c: a link to all values of a document, and one to its findings.
BS_CHECKED bs_status bs_report__downloads(bs_page *page, const bs_leaf *leaf);

#endif
