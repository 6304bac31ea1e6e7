// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/utf8.h"

#include <utf8proc.h>

static const bs_rune broken = {0xFFFD, 1};

bs_rune bs_utf8__decode(bs_str text, size_t at)
{
    size_t left = text.len - at;
    utf8proc_int32_t code = -1;
    utf8proc_ssize_t len = utf8proc_iterate((const utf8proc_uint8_t *)text.ptr + at,
                                            left > 4 ? 4 : (utf8proc_ssize_t)left, &code);
    if (len <= 0 || code < 0) return broken;
    return (bs_rune){(uint32_t)code, (uint32_t)len};
}

size_t bs_utf8_encode(uint32_t code, char out[4])
{
    return (size_t)utf8proc_encode_char((utf8proc_int32_t)code, (utf8proc_uint8_t *)out);
}

// Bytes of the whole words of ASCII and of the characters of three bytes that `text` begins with,
// of which nearly all text consists; leads that do not take every second byte are left out.
static size_t plain_length(const char *text, size_t len)
{
    size_t at = 0;
    while (len - at >= sizeof(uint64_t)) {
        uint64_t bytes;
        memcpy(&bytes, text + at, sizeof bytes);
        unsigned char lead = (unsigned char)text[at];
        if ((bytes & UINT64_C(0x8080808080808080)) == 0) {
            at += sizeof bytes;
        } else if (lead < 0x80) {
            at++;
        } else {
            unsigned char second = (unsigned char)text[at + 1], third = (unsigned char)text[at + 2];
            bool three = lead > 0xE0 && lead < 0xF0 && lead != 0xED &&
                         ((second ^ 0x80) | (third ^ 0x80)) < 0x40;
            if (!three) break;
            at += 3;
        }
    }
    return at;
}

size_t bs_utf8_check(bs_str text)
{
    size_t at = 0;
    while (at < text.len) {
        at += plain_length(text.ptr + at, text.len - at);
        bs_rune rune = bs_utf8_decode(text, at);
        if (rune.code == 0xFFFD && rune.len == 1) return at;
        at += rune.len;
    }
    return SIZE_MAX;
}

size_t bs_utf8_count(bs_str text)
{
    // Eight bytes at a time: the lowest bit of each stays where the upper two are 10.
    const uint64_t ones = UINT64_C(0x0101010101010101);
    size_t inside = 0, at = 0;
    for (; text.len - at >= sizeof ones; at += sizeof ones) {
        uint64_t bytes;
        memcpy(&bytes, text.ptr + at, sizeof bytes);
        // A product with ones adds the eight up in its top byte.
        inside += ((bytes >> 7 & ~bytes >> 6 & ones) * ones) >> 56;
    }
    for (; at < text.len; at++)
        inside += ((unsigned char)text.ptr[at] & 0xC0) == 0x80;
    return text.len - inside;
}

uint32_t bs_rune_fold_width(uint32_t code)
{
    if (code >= 0xFF01 && code <= 0xFF5E) return code - 0xFF01 + '!';
    return code == 0x3000 ? ' ' : code;
}

int bs_rune_width(uint32_t code)
{
    if (code < 0x7F) return code >= 0x20;
    return utf8proc_charwidth((utf8proc_int32_t)code);
}

size_t bs_utf8_width(bs_str text)
{
    size_t width = 0;
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        int columns = bs_rune_width(rune.code);
        width += columns > 0 ? (size_t)columns : 0;
        at += rune.len;
    }
    return width;
}
