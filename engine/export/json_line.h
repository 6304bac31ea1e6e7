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
    bool some;      // the object has a member: a comma stands before the next one
} bs_json_line;

void bs_json_line_begin(bs_json_line *line, bs_buffer *out);
void bs_json_line_end(bs_json_line *line);

// Members of the object. An empty text is null; `name` needs no escapes.
void bs_json_line_text(bs_json_line *line, bs_str name, bs_str text);
void bs_json_line_null(bs_json_line *line, bs_str name);
void bs_json_line_number(bs_json_line *line, bs_str name, bs_decimal number);
void bs_json_line_pair(bs_json_line *line, bs_str name, bs_decimal first, bs_decimal second);
// A count from 1; null for 0.
void bs_json_line_place(bs_json_line *line, bs_str name, size_t place);
void bs_json_line_period(bs_json_line *line, bs_str name, bs_period period);

#endif
