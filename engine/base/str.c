// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/str.h"

#include <stdint.h>

#include "engine/base/utf8.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool bs_str_equal_nocase(bs_str a, bs_str b)
{
    if (a.len != b.len) return false;
    for (size_t i = 0; i < a.len; i++) {
        if (lower(a.ptr[i]) != lower(b.ptr[i])) return false;
    }
    return true;
}

int bs_str_compare(bs_str a, bs_str b)
{
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared ? memcmp(a.ptr, b.ptr, shared) : 0;
    if (order != 0) return order;
    return (a.len > b.len) - (a.len < b.len);
}

size_t bs_str_find(bs_str s, bs_str needle, size_t from)
{
    if (from > s.len || needle.len > s.len - from) return SIZE_MAX;
    if (needle.len == 0) return from;
    const char *hit = memmem(s.ptr + from, s.len - from, needle.ptr, needle.len);
    return hit ? (size_t)(hit - s.ptr) : SIZE_MAX;
}

bs_str bs_str__trim(bs_str s)
{
    size_t start = 0;
    while (start < s.len) {
        bs_rune rune = bs_utf8_decode(s, start);
        if (!bs_rune_is_space(rune.code)) break;
        start += rune.len;
    }
    size_t end = s.len;
    while (end > start) {
        bs_rune rune = bs_utf8_decode_before(s, end);
        if (!bs_rune_is_space(rune.code)) break;
        end -= rune.len;
    }
    return bs_str_slice(s, start, end);
}

bool bs_str_next(bs_str *rest, char separator, bs_str *piece)
{
    if (rest->len == 0) return false;
    const char *cut = memchr(rest->ptr, separator, rest->len);
    size_t len = cut ? (size_t)(cut - rest->ptr) : rest->len;
    *piece = (bs_str){rest->ptr, len};
    *rest = cut ? (bs_str){cut + 1, rest->len - len - 1} : (bs_str){NULL, 0};
    return true;
}
