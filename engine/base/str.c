// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/str.h"

#include <stdint.h>

#include "engine/base/utf8.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool bs_str__equal_nocase(bs_str a, bs_str b)
{
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

// By the last byte of the needle, which tells more words apart than the first: letters of one
// script begin alike. Quicker than memmem, which makes a table first, where there is little to
// search.
static const char *find_near(bs_str s, bs_str needle)
{
    size_t front = needle.len - 1;
    char first = needle.ptr[0];
    const char *end = s.ptr + s.len, *last = s.ptr + front;
    while (last < end && (last = memchr(last, needle.ptr[front], (size_t)(end - last))) != NULL) {
        const char *hit = last - front;
        if (hit[0] == first && memcmp(hit, needle.ptr, front) == 0) return hit;
        last++;
    }
    return NULL;
}

size_t bs_str_find(bs_str s, bs_str needle, size_t from)
{
    enum { NEAR_BYTES = 512, NEEDLE_BYTES = 64 };
    if (from > s.len || needle.len > s.len - from) return SIZE_MAX;
    if (needle.len == 0) return from;
    bs_str rest = {s.ptr + from, s.len - from};
    bool near = rest.len <= NEAR_BYTES && needle.len <= NEEDLE_BYTES;
    const char *hit =
        near ? find_near(rest, needle) : memmem(rest.ptr, rest.len, needle.ptr, needle.len);
    return hit ? (size_t)(hit - s.ptr) : SIZE_MAX;
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// Bytes of the white space beyond ASCII at byte `start`; 0 where something else stands there.
static size_t wide_space_at(bs_str s, size_t start)
{
    unsigned char byte = (unsigned char)s.ptr[start];
    if (byte < 0x80 || (byte >= 0xE4 && byte < 0xEF)) return 0; // as bs_str_trim knows
    bs_rune rune = bs_utf8_decode(s, start);
    return bs_rune_is_space(rune.code) ? rune.len : 0;
}

// The same of the white space that ends before byte `end`.
static size_t wide_space_before(bs_str s, size_t end)
{
    if ((unsigned char)s.ptr[end - 1] < 0x80) return 0;
    unsigned char third = end >= 3 ? (unsigned char)s.ptr[end - 3] : 0;
    if (third >= 0xE4 && third < 0xEF) return 0;
    bs_rune rune = bs_utf8_decode_before(s, end);
    return bs_rune_is_space(rune.code) ? rune.len : 0;
}

// Out of line, because it saves registers that the rest does without.
__attribute__((noinline)) static bs_str trim_wide(bs_str s)
{
    size_t start = 0, end = s.len, len;
    do {
        while (start < s.len && is_blank(s.ptr[start]))
            start++;
        len = start < s.len ? wide_space_at(s, start) : 0;
        start += len;
    } while (len > 0);
    do {
        while (end > start && is_blank(s.ptr[end - 1]))
            end--;
        len = end > start ? wide_space_before(s, end) : 0;
        end -= len;
    } while (len > 0);
    return bs_str_slice(s, start, end);
}

// Most of what comes here has blanks of ASCII and no others.
bs_str bs_str__trim(bs_str s)
{
    const char *start = s.ptr, *end = s.ptr + s.len;
    while (start < end && is_blank(*start))
        start++;
    while (end > start && is_blank(end[-1]))
        end--;
    s = (bs_str){start, (size_t)(end - start)};
    return s.len == 0 || bs_str__is_tight(s) ? s : trim_wide(s);
}

bs_str bs_str_behind_last(bs_str s, const char *marks)
{
    bs_str rest = bs_str_from(marks), mark;
    while (bs_str_next(&rest, '|', &mark)) {
        for (size_t at = bs_str_find(s, mark, 0); at != SIZE_MAX; at = bs_str_find(s, mark, 0))
            s = bs_str_slice(s, at + mark.len, s.len);
    }
    return s;
}

bool bs_str_has_any(bs_str s, const char *words)
{
    bs_str rest = bs_str_from(words), word;
    while (bs_str_next(&rest, '|', &word)) {
        if (bs_str_find(s, word, 0) != SIZE_MAX) return true;
    }
    return false;
}

bs_str bs_str_longest_end(bs_str s, const char *words)
{
    bs_str rest = bs_str_from(words), word, best = {0};
    while (bs_str_next(&rest, '|', &word)) {
        if (word.len > best.len && word.len < s.len && bs_str_ends(s, word)) best = word;
    }
    return best;
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
