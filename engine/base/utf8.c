// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/utf8.h"

#include <utf8proc.h>

static const bs_rune broken = {0xFFFD, 1};

bs_rune bs_utf8_decode(bs_str text, size_t at)
{
    if (at >= text.len) return (bs_rune){0, 0};
    unsigned char first = (unsigned char)text.ptr[at];
    if (first < 0x80) return (bs_rune){first, 1};
    size_t left = text.len - at;
    utf8proc_int32_t code = -1;
    utf8proc_ssize_t len = utf8proc_iterate((const utf8proc_uint8_t *)text.ptr + at,
                                            left > 4 ? 4 : (utf8proc_ssize_t)left, &code);
    if (len <= 0 || code < 0) return broken;
    return (bs_rune){(uint32_t)code, (uint32_t)len};
}

bs_rune bs_utf8_decode_before(bs_str text, size_t at)
{
    if (at == 0 || at > text.len) return (bs_rune){0, 0};
    size_t start = at - 1;
    while (start > 0 && at - start < 4 && ((unsigned char)text.ptr[start] & 0xC0) == 0x80)
        start--;
    bs_rune rune = bs_utf8_decode(text, start);
    return start + rune.len == at ? rune : broken;
}

size_t bs_utf8_encode(uint32_t code, char out[4])
{
    return (size_t)utf8proc_encode_char((utf8proc_int32_t)code, (utf8proc_uint8_t *)out);
}

size_t bs_utf8_check(bs_str text)
{
    size_t at = 0;
    while (at < text.len) {
        if ((unsigned char)text.ptr[at] < 0x80) {
            at++;
            continue;
        }
        bs_rune rune = bs_utf8_decode(text, at);
        if (rune.code == 0xFFFD && rune.len == 1) return at;
        at += rune.len;
    }
    return SIZE_MAX;
}

size_t bs_utf8_count(bs_str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return count;
}

bool bs_rune_is_space(uint32_t code)
{
    if (code <= 0x20) return code == ' ' || (code >= '\t' && code <= '\r');
    return code == 0xA0 || (code >= 0x2000 && code <= 0x200B) || code == 0x202F || code == 0x3000 ||
           code == 0xFEFF;
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

bool bs_rune_is_hangul(uint32_t code)
{
    return (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0x1100 && code <= 0x11FF) ||
           (code >= 0x3130 && code <= 0x318F);
}

bool bs_rune_is_han(uint32_t code)
{
    return (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3400 && code <= 0x4DBF) ||
           (code >= 0xF900 && code <= 0xFAFF) || code == 0x3005 || code == 0x3007;
}

bool bs_rune_is_kana(uint32_t code)
{
    return (code >= 0x3041 && code <= 0x309F) || (code >= 0x30A1 && code <= 0x30FA) ||
           code == 0x30FC || (code >= 0xFF66 && code <= 0xFF9F);
}

bool bs_rune_is_latin(uint32_t code)
{
    uint32_t folded = code | 0x20;
    return (folded >= 'a' && folded <= 'z') ||
           (code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7);
}
