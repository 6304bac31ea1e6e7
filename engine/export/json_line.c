// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/json_line.h"

// The letter of a short escape; 0 where the byte has none.
static char short_escape(unsigned char byte)
{
    switch (byte) {
    case '"':
    case '\\':
        return (char)byte;
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

// A NUL, which would end the text for others, becomes U+FFFD.
static void add_escape(bs_buffer *out, unsigned char byte)
{
    static const char digits[] = "0123456789abcdef";
    char letter = short_escape(byte);
    if (letter != 0) {
        bs_buffer_add(out, (bs_str){(const char[]){'\\', letter}, 2});
    } else if (byte == 0) {
        bs_buffer_add_rune(out, 0xFFFD);
    } else {
        bs_buffer_add(out, BS_STR("\\u00"));
        bs_buffer_add_char(out, digits[byte >> 4]);
        bs_buffer_add_char(out, digits[byte & 15]);
    }
}

static bool is_plain(char c)
{
    return (unsigned char)c >= 0x20 && c != '"' && c != '\\';
}

// Whether all of eight bytes are plain. A zero byte, and none else, borrows from its highest bit.
static bool are_plain(uint64_t bytes)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
    uint64_t quotes = bytes ^ ones * '"', slashes = bytes ^ ones * '\\';
    uint64_t odd = ((bytes - ones * 0x20) & ~bytes) | ((quotes - ones) & ~quotes) |
                   ((slashes - ones) & ~slashes);
    return (odd & tops) == 0;
}

// Copies a text that needs no escape, eight bytes at a time; false where it needs one.
static bool copy_plain(char *to, bs_str text)
{
    size_t at = 0;
    uint64_t bytes;
    for (; text.len - at >= sizeof bytes; at += sizeof bytes) {
        memcpy(&bytes, text.ptr + at, sizeof bytes);
        if (!are_plain(bytes)) return false;
        memcpy(to + at, &bytes, sizeof bytes);
    }
    if (at > 0 && at < text.len) { // the last eight, some of them for the second time
        at = text.len - sizeof bytes;
        memcpy(&bytes, text.ptr + at, sizeof bytes);
        memcpy(to + at, &bytes, sizeof bytes);
        return are_plain(bytes);
    }
    for (; at < text.len; at++) {
        if (!is_plain(text.ptr[at])) return false;
        to[at] = text.ptr[at];
    }
    return true;
}

static void add_escaped(bs_buffer *out, bs_str text)
{
    for (size_t at = 0; at < text.len; at++) {
        size_t start = at;
        while (at < text.len && is_plain(text.ptr[at]))
            at++;
        bs_buffer_add(out, bs_str_slice(text, start, at));
        if (at < text.len) add_escape(out, (unsigned char)text.ptr[at]);
    }
}

void bs_json_line__string(bs_buffer *out, bs_str text)
{
    if (!bs_buffer_reserve(out, text.len + strlen("\"\""))) return;
    out->ptr[out->len++] = '"';
    if (copy_plain(out->ptr + out->len, text))
        out->len += text.len;
    else
        add_escaped(out, text);
    bs_buffer_add_char(out, '"');
}

void bs_json_line_pair(bs_json_line *line, bs_str name, bs_decimal first, bs_decimal second)
{
    bs_json_line__name(line, name);
    bs_buffer_add_char(line->out, '[');
    bs_decimal_write(first, line->out);
    bs_buffer_add_char(line->out, ',');
    bs_decimal_write(second, line->out);
    bs_buffer_add_char(line->out, ']');
}

void bs_json_line_period(bs_json_line *line, bs_str name, bs_period period)
{
    if (bs_period_is_none(period)) {
        bs_json_line_null(line, name);
        return;
    }
    bs_json_line__name(line, name);
    bs_buffer_add_char(line->out, '"');
    bs_period_write(period, line->out);
    bs_buffer_add_char(line->out, '"');
}
