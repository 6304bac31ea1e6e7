// SPDX-License-Identifier: GPL-3.0-or-later
// json_line.h: one flat object after the other, written straight into a buffer.
//
// For lists of very many small objects, where building each as a tree costs more than reading it
// did. The text is what cJSON prints without blanks: the same escapes, the same null for an empty
// text, and numbers with all their digits. What nests deeper than a list of numbers goes through
// json_internal.h.
#ifndef BS_EXPORT_JSON_LINE_H
#define BS_EXPORT_JSON_LINE_H

#include "engine/base/buffer.h"
#include "engine/core/decimal.h"
#include "engine/core/period.h"

typedef struct bs_json_line {
    bs_buffer *out; // remembers whether memory has run out
    size_t start;   // of the object in it
} bs_json_line;

// Every member is written with a comma in front, and the first comma becomes the bracket that
// opens the object, which has a member at least.
static inline void bs_json_line_begin(bs_json_line *line, bs_buffer *out)
{
    *line = (bs_json_line){.out = out, .start = out->len};
}
static inline void bs_json_line_end(bs_json_line *line)
{
    bs_buffer_add_char(line->out, '}');
    if (!line->out->failed) line->out->ptr[line->start] = '{';
}

// A comma and the name of the next member, which is known where it is written.
static inline void bs_json_line__name(bs_json_line *line, bs_str name)
{
    bs_buffer *out = line->out;
    if (!bs_buffer_reserve(out, name.len + strlen(",\"\":"))) return;
    char *at = out->ptr + out->len;
    memcpy(at, ",\"", 2);
    memcpy(at + 2, name.ptr, name.len);
    memcpy(at + 2 + name.len, "\":", 3);
    out->len += name.len + strlen(",\"\":");
}
// A text in quotes with its escapes.
void bs_json_line__string(bs_buffer *out, bs_str text);

// Members of the object. An empty text is null; `name` needs no escapes.
static inline void bs_json_line_null(bs_json_line *line, bs_str name)
{
    bs_json_line__name(line, name);
    bs_buffer_add(line->out, BS_STR("null"));
}
static inline void bs_json_line_text(bs_json_line *line, bs_str name, bs_str text)
{
    bs_json_line__name(line, name);
    if (text.len > 0)
        bs_json_line__string(line->out, text);
    else
        bs_buffer_add(line->out, BS_STR("null"));
}
// A word of the program, which needs no escapes either.
static inline void bs_json_line_word(bs_json_line *line, bs_str name, const char *word)
{
    size_t len = strlen(word);
    bs_json_line__name(line, name);
    bs_buffer *out = line->out;
    if (!bs_buffer_reserve(out, len + strlen("\"\""))) return;
    char *at = out->ptr + out->len;
    *at++ = '"';
    memcpy(at, word, len);
    at += len;
    *at++ = '"';
    *at = '\0';
    out->len = (size_t)(at - out->ptr);
}
static inline void bs_json_line_number(bs_json_line *line, bs_str name, bs_decimal number)
{
    bs_json_line__name(line, name);
    bs_decimal_write(number, line->out);
}
void bs_json_line_pair(bs_json_line *line, bs_str name, bs_decimal first, bs_decimal second);
// A count from 1; null for 0.
static inline void bs_json_line_place(bs_json_line *line, bs_str name, size_t place)
{
    bs_json_line__name(line, name);
    if (place > 0)
        bs_buffer_add_uint(line->out, place, 1);
    else
        bs_buffer_add(line->out, BS_STR("null"));
}
void bs_json_line_period(bs_json_line *line, bs_str name, bs_period period);

#endif
