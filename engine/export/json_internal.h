// SPDX-License-Identifier: GPL-3.0-or-later
// json_internal.h: objects of JSON, one at a time.
//
// Numbers go through cJSON as raw text, because cJSON holds numbers as double and would lose
// digits. A failed allocation is remembered, and bs_json_end tells.
#ifndef BS_EXPORT_JSON_INTERNAL_H
#define BS_EXPORT_JSON_INTERNAL_H

#include <cjson/cJSON.h>

#include "engine/base/buffer.h"
#include "engine/core/decimal.h"
#include "engine/core/period.h"

typedef struct bs_json {
    bs_buffer scratch; // text on its way to cJSON, which wants it terminated
    bool failed;
} bs_json;

void bs_json_begin(bs_json *json);
// Releases the scratch text. BS_E_MEMORY when any call since the beginning failed.
BS_CHECKED bs_status bs_json_end(bs_json *json, bs_error *err);

// Items of an object, or of an array where `name` is NULL. An empty text is null. `name` is a
// literal.
void bs_json_text(bs_json *json, cJSON *in, const char *name, bs_str text);
void bs_json_word(bs_json *json, cJSON *in, const char *name, const char *word);
void bs_json_null(bs_json *json, cJSON *in, const char *name);
void bs_json_number(bs_json *json, cJSON *in, const char *name, bs_decimal number);
void bs_json_count(bs_json *json, cJSON *in, const char *name, size_t count);
// The same, with null for 0.
void bs_json_place(bs_json *json, cJSON *in, const char *name, size_t place);
void bs_json_double(bs_json *json, cJSON *in, const char *name, double number);
void bs_json_flag(bs_json *json, cJSON *in, const char *name, bool flag);
void bs_json_period(bs_json *json, cJSON *in, const char *name, bs_period period);
// A new object or array in `in`; NULL when memory has run out, which all of the above accept.
cJSON *bs_json_object(bs_json *json, cJSON *in, const char *name);
cJSON *bs_json_array(bs_json *json, cJSON *in, const char *name);

// A new object that is in nothing.
cJSON *bs_json_new(bs_json *json);
// Appends the text of `item` to *out and deletes it.
void bs_json_print(bs_json *json, cJSON *item, bs_buffer *out);

#endif
