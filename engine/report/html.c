// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/html.h"

#include "engine/base/array.h"
#include "engine/base/utf8.h"

static bool is_driving(uint32_t code)
{
    return (code < 0x20 && code != '\t' && code != '\n') || (code >= 0x7F && code <= 0x9F) ||
           code == 0x061C || code == 0x200E || code == 0x200F ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x206F) ||
           (code & 0xFFFE) == 0xFFFE;
}

static const char *entity_of(uint32_t code)
{
    static const struct {
        uint32_t code;
        const char *entity;
    } rows[] = {
        {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"},
    };
    for (size_t i = 0; i < BS_COUNT(rows); i++) {
        if (rows[i].code == code) return rows[i].entity;
    }
    return NULL;
}

void bs_html_text(bs_buffer *out, bs_str text)
{
    size_t written = 0; // what is before has been added
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        const char *entity = entity_of(rune.code);
        bool broken = rune.code == 0xFFFD && rune.len == 1;
        if (entity != NULL || broken || is_driving(rune.code)) {
            bs_buffer_add(out, bs_str_slice(text, written, at));
            written = at + rune.len;
            if (entity != NULL) {
                bs_buffer_add(out, bs_str_from(entity));
            } else if (broken) {
                bs_buffer_add_rune(out, rune.code);
            } else {
                bs_buffer_addf(out, "\\u%04x", (unsigned)rune.code);
            }
        }
        at += rune.len;
    }
    bs_buffer_add(out, bs_str_slice(text, written, text.len));
}

void bs_html_attribute(bs_buffer *out, const char *name, bs_str value)
{
    if (value.len == 0) return;
    bs_buffer_addf(out, " %s=\"", name);
    bs_html_text(out, value);
    bs_buffer_add_char(out, '"');
}

void bs_html_base64(bs_buffer *out, bs_str bytes)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t at = 0; at < bytes.len; at += 3) {
        size_t have = bytes.len - at < 3 ? bytes.len - at : 3;
        uint32_t group = 0;
        for (size_t i = 0; i < 3; i++) {
            group = group << 8 | (i < have ? (unsigned char)bytes.ptr[at + i] : 0);
        }
        char four[4];
        for (size_t i = 0; i < 4; i++) {
            four[i] = i <= have ? digits[group >> (18 - 6 * i) & 63] : '=';
        }
        bs_buffer_add(out, (bs_str){four, sizeof four});
    }
}
