// SPDX-License-Identifier: GPL-3.0-or-later
// buffer.h: text that is being written.
//
// A failed allocation is remembered, further writes do nothing, and bs_buffer_status tells at the
// end, so that a writer of fifty lines is checked once.
#ifndef BS_BASE_BUFFER_H
#define BS_BASE_BUFFER_H

#include "engine/base/error.h"

typedef struct bs_buffer {
    char *ptr; // owned; terminated whenever len > 0
    size_t len;
    size_t capacity; // no more than len once a write has failed
    bool failed;
} bs_buffer;

#define BS_BUFFER_INIT                                                                             \
    {                                                                                              \
        0                                                                                          \
    }

// Releases the text; the buffer can be used again. Twice is harmless.
void bs_buffer_deinit(bs_buffer *buffer);
// Forgets the text and keeps the memory.
void bs_buffer_clear(bs_buffer *buffer);

// Makes room for `more` bytes and the terminator; false when memory has run out.
bool bs_buffer__grow(bs_buffer *buffer, size_t more);
static inline bool bs_buffer_reserve(bs_buffer *buffer, size_t more)
{
    return more < buffer->capacity - buffer->len || bs_buffer__grow(buffer, more);
}

// The same as bs_buffer_add, out of line.
void bs_buffer_add_long(bs_buffer *buffer, bs_str text);
static inline void bs_buffer_add(bs_buffer *buffer, bs_str text)
{
    if (text.len >= buffer->capacity - buffer->len) {
        bs_buffer_add_long(buffer, text);
    } else if (text.len > 0) {
        memcpy(buffer->ptr + buffer->len, text.ptr, text.len);
        buffer->len += text.len;
        buffer->ptr[buffer->len] = '\0';
    }
}
static inline void bs_buffer_add_char(bs_buffer *buffer, char c)
{
    if (!bs_buffer_reserve(buffer, 1)) return;
    buffer->ptr[buffer->len++] = c;
    buffer->ptr[buffer->len] = '\0';
}
void bs_buffer_add_rune(bs_buffer *buffer, uint32_t code);
void bs_buffer_addf(bs_buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
// `text` as a JSON string in double quotes. Broken UTF-8 becomes U+FFFD.
// Digits of a number, with zeros in front up to `digits_min` of them.
void bs_buffer_add_uint(bs_buffer *buffer, uint64_t value, size_t digits_min);
void bs_buffer_add_json(bs_buffer *buffer, bs_str text);

// The text so far. Borrowed until the next write.
bs_str bs_buffer_str(const bs_buffer *buffer);

// BS_E_MEMORY when any write since the start failed.
BS_CHECKED bs_status bs_buffer_status(const bs_buffer *buffer, bs_error *err);

#endif
