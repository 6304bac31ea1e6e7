// SPDX-License-Identifier: GPL-3.0-or-later
// source.h: one loaded file as text, and where in it things stand.
//
// The text of a source is its whole content as UTF-8, without a byte order mark, and nothing else
// is changed in it: every slice of a document points into it, and bs_source_locate turns such a
// slice into the line and column of the file. Columns are counted in characters from 1.
#ifndef BS_CORE_SOURCE_H
#define BS_CORE_SOURCE_H

#include "engine/base/arena.h"
#include "engine/core/lang.h"
#include "engine/core/period.h"

typedef struct bs_source {
    bs_str path;         // as the user named it; "-" for standard input
    bs_str text;         // UTF-8
    bs_str encoding;     // what it was, by its IANA name: "UTF-8", "EUC-KR", "GB18030", ...
    bs_lang lang;        // main language; blocks have their own
    bs_str title;        // first title that was found; empty when none
    bs_str publisher;    // who published it; empty when not said
    bs_period published; // a day or month; BS_PERIOD_NONE when not said
    struct bs_text_map *map;
} bs_source;

// Where something is printed. Everything counts from 1; 0 is "not there".
typedef struct bs_origin {
    size_t offset;       // byte in the source's text, from 0
    size_t len;          // bytes
    uint32_t line;       // from 1
    uint32_t column;     // in characters from 1
    uint32_t end_column; // last character, inclusive; on the last line of the item
    uint32_t block;      // number of the block, from 1
    uint32_t table;      // number of the table, from 1; 0 outside tables
    uint32_t row;        // in the table, from 1
    uint32_t col;        // in the table, from 1
} bs_origin;

// By place; of origins without bytes, by line and column.
int bs_origin_compare(const bs_origin *a, const bs_origin *b);

// Makes a source of text that is UTF-8 already. `path` and `text` are borrowed as long as the arena
// lives. Builds the map of lines: linear in the text, 4 bytes a line and 8 bytes a kilobyte.
BS_CHECKED bs_status bs_source_init(bs_source *out, bs_arena *arena, bs_str path, bs_str text,
                                    bs_error *err);

// Fills offset, len, line, column and end_column for a slice of source->text; the rest is 0.
// Constant time but for the length of the slice. Asserts that the slice lies in the text.
bs_origin bs_source_locate(const bs_source *source, bs_str slice);

// Line number `line` (from 1) without its end; the empty slice past the end.
bs_str bs_source_line(const bs_source *source, uint32_t line);
uint32_t bs_source_line_count(const bs_source *source);

#endif
