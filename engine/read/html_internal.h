// SPDX-License-Identifier: GPL-3.0-or-later
// html_internal.h: HTML as a sequence of tags and text, for reading pages and fragments.
//
// This is no parser of documents: it keeps no tree, forgives everything, and only knows of a tag
// what it means for the flow of text. All slices are slices of the source.
#ifndef BS_READ_HTML_INTERNAL_H
#define BS_READ_HTML_INTERNAL_H

#include "engine/read/text_internal.h"

typedef enum bs_html_role {
    BS_HTML_INLINE,  // says nothing about blocks: b, span, a, ...
    BS_HTML_VOID,    // the same, and has no end: img, wbr, ...
    BS_HTML_BLOCK,   // ends the block before it: p, div, ...
    BS_HTML_BREAK,   // br
    BS_HTML_HEADING, // h1 to h6
    BS_HTML_LIST,    // ul, ol
    BS_HTML_ITEM,    // li, dt, dd
    BS_HTML_TABLE,
    BS_HTML_SECTION, // thead, tbody, tfoot
    BS_HTML_ROW,
    BS_HTML_CELL,
    BS_HTML_CAPTION, // caption, figcaption
    BS_HTML_PLAIN,   // pre: text in lines
    BS_HTML_SKIP     // script, style: nothing for a reader
} bs_html_role;

typedef struct bs_html_tag {
    const char *name;
    bs_html_role role;
    uint8_t level; // of a heading
} bs_html_tag;

typedef struct bs_html_token {
    enum { BS_HTML_END, BS_HTML_TEXT, BS_HTML_OPEN, BS_HTML_CLOSE } kind;
    bs_str text;            // all of it, with the angle brackets of a tag
    const bs_html_tag *tag; // NULL for a tag that HTML does not have
} bs_html_token;

typedef struct bs_html_cursor {
    bs_str html;
    size_t at;
    bool quotes_off; // a quote was opened and never closed: quotes are ignored from then on
} bs_html_cursor;

// The next token. Comments and the inside of script and style are passed over.
bs_html_token bs_html__next(bs_html_cursor *cursor);

// Number in an attribute of a tag; `fallback` when it has none.
unsigned bs_html__number(bs_str tag, const char *attribute, unsigned fallback);

// Byte offset of the first < at or after `from`; SIZE_MAX when there is none.
size_t bs_html__find_open(bs_str text, size_t from);

// Row of the tag table for the name that `text` begins with (after < or </); NULL if there is none.
const bs_html_tag *bs_html__tag(bs_str text);

// A table without tables inside, from behind its opening tag; the cursor is left behind its end.
BS_CHECKED bs_status bs_html__read_table(bs_text_reader *reader, bs_html_cursor *cursor);

#endif
