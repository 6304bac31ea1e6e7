// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/json_internal.h"

#include <math.h>
#include <stdio.h>

void bs_json_begin(bs_json *json)
{
    *json = (bs_json){0};
}

bs_status bs_json_end(bs_json *json, bs_error *err)
{
    bool failed = json->failed || json->scratch.failed;
    bs_buffer_deinit(&json->scratch);
    return failed ? bs_fail(err, BS_E_MEMORY, "out of memory") : BS_OK;
}

static void add(bs_json *json, cJSON *in, const char *name, cJSON *item)
{
    bool added =
        in != NULL && item != NULL &&
        (name != NULL ? cJSON_AddItemToObjectCS(in, name, item) : cJSON_AddItemToArray(in, item));
    if (added) return;
    cJSON_Delete(item);
    json->failed = true;
}

// A terminated copy; a NUL inside, which would end it early, becomes U+FFFD.
static const char *terminated(bs_json *json, bs_str text)
{
    bs_buffer_clear(&json->scratch);
    for (size_t at = 0; at < text.len;) {
        const char *nul = memchr(text.ptr + at, '\0', text.len - at);
        size_t end = nul != NULL ? (size_t)(nul - text.ptr) : text.len;
        bs_buffer_add(&json->scratch, bs_str_slice(text, at, end));
        if (nul != NULL) bs_buffer_add_rune(&json->scratch, 0xFFFD);
        at = end + (nul != NULL);
    }
    json->failed |= json->scratch.failed;
    return json->scratch.len > 0 ? json->scratch.ptr : "";
}

void bs_json_text(bs_json *json, cJSON *in, const char *name, bs_str text)
{
    add(json, in, name,
        text.len > 0 ? cJSON_CreateString(terminated(json, text)) : cJSON_CreateNull());
}

void bs_json_word(bs_json *json, cJSON *in, const char *name, const char *word)
{
    add(json, in, name, cJSON_CreateString(word));
}

void bs_json_null(bs_json *json, cJSON *in, const char *name)
{
    add(json, in, name, cJSON_CreateNull());
}

void bs_json_number(bs_json *json, cJSON *in, const char *name, bs_decimal number)
{
    bs_buffer_clear(&json->scratch);
    bs_decimal_write(number, &json->scratch);
    json->failed |= json->scratch.failed;
    add(json, in, name, json->scratch.failed ? NULL : cJSON_CreateRaw(json->scratch.ptr));
}

void bs_json_count(bs_json *json, cJSON *in, const char *name, size_t count)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", count);
    add(json, in, name, cJSON_CreateRaw(digits));
}

void bs_json_place(bs_json *json, cJSON *in, const char *name, size_t place)
{
    if (place > 0) {
        bs_json_count(json, in, name, place);
    } else {
        bs_json_null(json, in, name);
    }
}

void bs_json_double(bs_json *json, cJSON *in, const char *name, double number)
{
    // Six digits are more than any probability here has, and the same on every machine.
    char digits[40];
    if (!isfinite(number)) {
        bs_json_null(json, in, name);
        return;
    }
    snprintf(digits, sizeof digits, "%.6g", number == 0 ? 0.0 : number);
    // A locale may have put a comma for the point.
    size_t mark = strspn(digits, "+-0123456789e");
    if (digits[mark] != '\0') digits[mark] = '.';
    add(json, in, name, cJSON_CreateRaw(digits));
}

void bs_json_flag(bs_json *json, cJSON *in, const char *name, bool flag)
{
    add(json, in, name, cJSON_CreateBool(flag));
}

void bs_json_period(bs_json *json, cJSON *in, const char *name, bs_period period)
{
    bs_buffer_clear(&json->scratch);
    bs_period_write(period, &json->scratch);
    json->failed |= json->scratch.failed;
    bool some = json->scratch.len > 0;
    add(json, in, name, some ? cJSON_CreateString(json->scratch.ptr) : cJSON_CreateNull());
}

cJSON *bs_json_object(bs_json *json, cJSON *in, const char *name)
{
    cJSON *item = cJSON_CreateObject();
    add(json, in, name, item);
    return json->failed ? NULL : item;
}

cJSON *bs_json_array(bs_json *json, cJSON *in, const char *name)
{
    cJSON *item = cJSON_CreateArray();
    add(json, in, name, item);
    return json->failed ? NULL : item;
}

cJSON *bs_json_new(bs_json *json)
{
    cJSON *item = cJSON_CreateObject();
    json->failed |= item == NULL;
    return item;
}

void bs_json_print(bs_json *json, cJSON *item, bs_buffer *out)
{
    char *text = item != NULL ? cJSON_PrintUnformatted(item) : NULL;
    json->failed |= text == NULL;
    if (text != NULL) bs_buffer_add(out, bs_str_from(text));
    cJSON_free(text);
    cJSON_Delete(item);
}
