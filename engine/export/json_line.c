// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/json_line.h"

void bs_json_line_begin(bs_json_line *line, bs_buffer *out)
{
    *line = (bs_json_line){.out = out};
    bs_buffer_add_char(out, '{');
}

void bs_json_line_end(bs_json_line *line)
{
    bs_buffer_add_char(line->out, '}');
}

static void add_name(bs_json_line *line, bs_str name)
{
    bs_buffer *out = line->out;
    if (!bs_buffer_reserve(out, name.len + strlen(",\"\":"))) return;
    char *at = out->ptr + out->len;
    *at = ',';
    at += line->some;
    *at++ = '"';
    memcpy(at, name.ptr, name.len);
    at += name.len;
    *at++ = '"';
    *at++ = ':';
    *at = '\0';
    out->len = (size_t)(at - out->ptr);
    line->some = true;
}

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

static void add_string(bs_buffer *out, bs_str text)
{
    bs_buffer_add_char(out, '"');
    for (size_t at = 0; at < text.len; at++) {
        size_t start = at;
        while (at < text.len && is_plain(text.ptr[at]))
            at++;
        bs_buffer_add(out, bs_str_slice(text, start, at));
        if (at < text.len) add_escape(out, (unsigned char)text.ptr[at]);
    }
    bs_buffer_add_char(out, '"');
}

void bs_json_line_text(bs_json_line *line, bs_str name, bs_str text)
{
    if (text.len == 0) {
        bs_json_line_null(line, name);
        return;
    }
    add_name(line, name);
    add_string(line->out, text);
}

void bs_json_line_null(bs_json_line *line, bs_str name)
{
    add_name(line, name);
    bs_buffer_add(line->out, BS_STR("null"));
}

void bs_json_line_number(bs_json_line *line, bs_str name, bs_decimal number)
{
    add_name(line, name);
    bs_decimal_write(number, line->out);
}

void bs_json_line_pair(bs_json_line *line, bs_str name, bs_decimal first, bs_decimal second)
{
    add_name(line, name);
    bs_buffer_add_char(line->out, '[');
    bs_decimal_write(first, line->out);
    bs_buffer_add_char(line->out, ',');
    bs_decimal_write(second, line->out);
    bs_buffer_add_char(line->out, ']');
}

void bs_json_line_place(bs_json_line *line, bs_str name, size_t place)
{
    if (place == 0) {
        bs_json_line_null(line, name);
        return;
    }
    add_name(line, name);
    bs_buffer_add_uint(line->out, place, 1);
}

void bs_json_line_period(bs_json_line *line, bs_str name, bs_period period)
{
    if (bs_period_is_none(period)) {
        bs_json_line_null(line, name);
        return;
    }
    add_name(line, name);
    bs_buffer_add_char(line->out, '"');
    bs_period_write(period, line->out);
    bs_buffer_add_char(line->out, '"');
}
