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

bs_rune bs_utf8__decode_before(bs_str text, size_t at)
{
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

// Whether four bytes, the first of them lowest, begin with a character of three. ED takes half of
// the second bytes only; E0, which takes the other half, is left out.
static bool is_three(uint32_t bytes)
{
    const uint32_t plain = 0xDFFE; // a bit for each of E1 to EF but ED
    bool three = (bytes & 0xC0C0F0) == 0x8080E0;
    return three && ((plain >> (bytes & 15) & 1) != 0 || (bytes & 0x20FF) == 0xED);
}

// Eight bytes as a number, the first of them lowest: one load on most machines.
static uint64_t eight_at(const char *text)
{
    const unsigned char *byte = (const unsigned char *)text;
    uint64_t low =
        byte[0] | (uint32_t)byte[1] << 8 | (uint32_t)byte[2] << 16 | (uint32_t)byte[3] << 24;
    uint64_t high =
        byte[4] | (uint32_t)byte[5] << 8 | (uint32_t)byte[6] << 16 | (uint32_t)byte[7] << 24;
    return low | high << 32;
}

// Bytes of the ASCII and of the characters of three bytes that `text` begins with, of which nearly
// all text consists, up to the last eight.
static size_t plain_length(const char *text, size_t len)
{
    if (len < sizeof(uint64_t)) return 0;
    const char *at = text, *last = text + len - sizeof(uint64_t);
    while (at <= last) {
        uint64_t bytes = eight_at(at);
        if (is_three((uint32_t)bytes)) {
            at += 3;
            continue;
        }
        uint64_t wide = bytes & UINT64_C(0x8080808080808080);
        size_t ascii = wide == 0 ? sizeof bytes : (size_t)__builtin_ctzll(wide) / 8;
        if (ascii == 0) break;
        at += ascii;
    }
    return (size_t)(at - text);
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

enum { EIGHT = sizeof(uint64_t) };
static const uint64_t ones = UINT64_C(0x0101010101010101);

// The lowest bit of each of eight bytes stays where the upper two are 10.
static uint64_t inside_of(uint64_t bytes)
{
    return bytes >> 7 & ~bytes >> 6 & ones;
}

// A product with ones adds the eight up in its top byte.
static size_t sum_of(uint64_t counts)
{
    return (size_t)(counts * ones >> 56);
}

size_t bs_utf8_count(bs_str text)
{
    size_t inside = 0, at = 0;
    for (; text.len - at >= 4 * EIGHT; at += 4 * EIGHT) {
        uint64_t counts = 0;
        for (size_t i = 0; i < 4; i++)
            counts += inside_of(eight_at(text.ptr + at + i * EIGHT));
        inside += sum_of(counts);
    }
    for (; text.len - at >= EIGHT; at += EIGHT)
        inside += sum_of(inside_of(eight_at(text.ptr + at)));
    size_t left = text.len - at;
    if (left > 0 && at > 0) { // the last eight without those that were counted
        uint64_t last = eight_at(text.ptr + text.len - EIGHT) >> (8 * (EIGHT - left));
        return text.len - inside - sum_of(inside_of(last));
    }
    for (; at < text.len; at++)
        inside += ((unsigned char)text.ptr[at] & 0xC0) == 0x80;
    return text.len - inside;
}

int bs_rune__width(uint32_t code)
{
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
