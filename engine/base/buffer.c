// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/base/pages.h"
#include "engine/base/utf8.h"

void bs_buffer_deinit(bs_buffer *buffer)
{
    free(buffer->ptr);
    *buffer = (bs_buffer)BS_BUFFER_INIT;
}

void bs_buffer_clear(bs_buffer *buffer)
{
    buffer->len = 0;
    buffer->failed = false;
}

// Leaves no room, so that every write comes here and is refused.
static bool fail(bs_buffer *buffer)
{
    buffer->failed = true;
    buffer->capacity = buffer->len;
    return false;
}

bool bs_buffer__grow(bs_buffer *buffer, size_t more)
{
    if (buffer->failed) return false;
    size_t need;
    if (__builtin_add_overflow(buffer->len, more, &need) ||
        __builtin_add_overflow(need, 1, &need)) {
        return fail(buffer);
    }
    if (need <= buffer->capacity) return true;
    size_t capacity = buffer->capacity ? buffer->capacity : 256;
    while (capacity < need)
        capacity = capacity > SIZE_MAX / 2 ? need : capacity * 2;
    char *grown = realloc(buffer->ptr, capacity);
    if (grown == NULL) return fail(buffer);
    bs_pages_use(grown, capacity);
    buffer->ptr = grown;
    buffer->capacity = capacity;
    return true;
}

void bs_buffer_add_long(bs_buffer *buffer, bs_str text)
{
    if (text.len == 0 || !bs_buffer_reserve(buffer, text.len)) return;
    memcpy(buffer->ptr + buffer->len, text.ptr, text.len);
    buffer->len += text.len;
    buffer->ptr[buffer->len] = '\0';
}

void bs_buffer_add_uint(bs_buffer *buffer, uint64_t value, size_t digits_min)
{
    enum { DIGITS_MAX = 20 }; // of 2^64 - 1
    size_t len = 1;
    for (uint64_t power = 10; value >= power && len < DIGITS_MAX; power *= 10)
        len++;
    if (len < digits_min) len = digits_min < DIGITS_MAX ? digits_min : DIGITS_MAX;
    if (!bs_buffer_reserve(buffer, len)) return;
    char *at = buffer->ptr + buffer->len;
    buffer->len += len;
    at[len] = '\0';
    for (; len > 0; value /= 10)
        at[--len] = (char)('0' + value % 10);
}

void bs_buffer_add_rune(bs_buffer *buffer, uint32_t code)
{
    char bytes[4];
    size_t len = bs_utf8_encode(code, bytes);
    bs_buffer_add(buffer, (bs_str){bytes, len});
}

void bs_buffer_addf(bs_buffer *buffer, const char *format, ...)
{
    enum { MOST = 64 }; // bytes that nearly all need
    va_list args;
    va_start(args, format);
    va_list again;
    va_copy(again, args);
    bool ready = bs_buffer_reserve(buffer, MOST);
    size_t room = ready ? buffer->capacity - buffer->len : 0;
    int len = vsnprintf(ready ? buffer->ptr + buffer->len : NULL, room, format, args);
    va_end(args);
    bool whole = len >= 0 && (size_t)len < room;
    if (len < 0) {
        (void)fail(buffer);
    } else if (whole || bs_buffer_reserve(buffer, (size_t)len)) {
        if (!whole) vsnprintf(buffer->ptr + buffer->len, (size_t)len + 1, format, again);
        buffer->len += (size_t)len;
    }
    va_end(again);
}

static void add_json_rune(bs_buffer *buffer, bs_str text, size_t at, bs_rune rune)
{
    switch (rune.code) {
    case '"':
        bs_buffer_add(buffer, BS_STR("\\\""));
        return;
    case '\\':
        bs_buffer_add(buffer, BS_STR("\\\\"));
        return;
    case '\n':
        bs_buffer_add(buffer, BS_STR("\\n"));
        return;
    case '\r':
        bs_buffer_add(buffer, BS_STR("\\r"));
        return;
    case '\t':
        bs_buffer_add(buffer, BS_STR("\\t"));
        return;
    default:
        break;
    }
    if (rune.code < 0x20 || rune.code == 0x7F) {
        bs_buffer_addf(buffer, "\\u%04x", (unsigned)rune.code);
    } else if (rune.code == 0xFFFD && rune.len == 1) {
        bs_buffer_add_rune(buffer, 0xFFFD);
    } else {
        bs_buffer_add(buffer, bs_str_slice(text, at, at + rune.len));
    }
}

void bs_buffer_add_json(bs_buffer *buffer, bs_str text)
{
    bs_buffer_add_char(buffer, '"');
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        add_json_rune(buffer, text, at, rune);
        at += rune.len;
    }
    bs_buffer_add_char(buffer, '"');
}

bs_str bs_buffer_str(const bs_buffer *buffer)
{
    return (bs_str){buffer->ptr, buffer->len};
}

bs_status bs_buffer_status(const bs_buffer *buffer, bs_error *err)
{
    return buffer->failed ? bs_fail(err, BS_E_MEMORY, "out of memory") : BS_OK;
}
