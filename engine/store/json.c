// SPDX-License-Identifier: GPL-3.0-or-later
// A reader for the JSON of segments. Whatever the file holds, it advances or says JSON_BROKEN.
#include "engine/base/utf8.h"
#include "engine/store/store_internal.h"

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// The escape behind the backslash at `at`; 0 when it is broken. Surrogates are not joined: what is
// written here never needs them.
static size_t unescape(bs_str text, size_t at, char out[4], size_t *used)
{
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    if (at + 1 >= text.len) return 0;
    char letter = text.ptr[at + 1];
    const char *found = letter != '\0' ? strchr(from, letter) : NULL;
    *used = 2;
    if (found != NULL) {
        out[0] = to[found - from];
        return 1;
    }
    if (letter != 'u' || at + 6 > text.len) return 0;
    uint32_t code = 0;
    for (size_t i = at + 2; i < at + 6; i++) {
        int digit = hex_digit(text.ptr[i]);
        if (digit < 0) return 0;
        code = code * 16 + (uint32_t)digit;
    }
    *used = 6;
    return bs_utf8_encode(code, out);
}

// A string that has escapes, copied into the arena without them.
static store_json_kind copy_string(store_json *json, bs_str raw)
{
    char *out = BS_NEW_ARRAY(json->arena, char, raw.len + 1);
    if (out == NULL) return JSON_BROKEN;
    size_t len = 0;
    for (size_t at = 0; at < raw.len;) {
        size_t used = 1, made = 1;
        out[len] = raw.ptr[at];
        if (raw.ptr[at] == '\\') {
            char bytes[4];
            made = unescape(raw, at, bytes, &used);
            if (made == 0) return JSON_BROKEN;
            memcpy(out + len, bytes, made);
        }
        len += made;
        at += used;
    }
    json->value = (bs_str){out, len};
    return JSON_STRING;
}

static store_json_kind read_string(store_json *json)
{
    size_t start = ++json->at;
    bool escaped = false;
    while (json->at < json->text.len && json->text.ptr[json->at] != '"') {
        bool escape = json->text.ptr[json->at] == '\\';
        escaped |= escape;
        json->at += escape ? 2 : 1;
    }
    if (json->at >= json->text.len) return JSON_BROKEN;
    bs_str raw = bs_str_slice(json->text, start, json->at++);
    if (escaped) return copy_string(json, raw);
    json->value = raw;
    return JSON_STRING;
}

static store_json_kind read_word(store_json *json)
{
    size_t start = json->at;
    while (json->at < json->text.len && json->text.ptr[json->at] != ',' &&
           json->text.ptr[json->at] != ']')
        json->at++;
    json->value = bs_str_slice(json->text, start, json->at);
    if (bs_str_equal(json->value, BS_STR("null"))) return JSON_NULL;
    return json->value.len > 0 ? JSON_NUMBER : JSON_BROKEN;
}

store_json_kind bs_json__next(store_json *json)
{
    if (json->at < json->text.len && json->text.ptr[json->at] == ',') json->at++;
    if (json->at >= json->text.len) return JSON_BROKEN;
    switch (json->text.ptr[json->at]) {
    case '[':
        json->at++;
        return JSON_ARRAY;
    case ']':
        json->at++;
        return JSON_END;
    case '"':
        return read_string(json);
    default:
        return read_word(json);
    }
}
