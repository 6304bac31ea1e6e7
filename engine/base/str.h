// SPDX-License-Identifier: GPL-3.0-or-later
// str.h: a slice of text that somebody else owns.
//
// A bs_str is a pointer and a length in bytes; it is not terminated, and it is UTF-8 by the time
// anything but the door (engine/base/encoding) sees it. The empty slice may have a NULL pointer.
// Nothing here allocates; what makes new text is in buffer.h and arena.h.
#ifndef BS_BASE_STR_H
#define BS_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

typedef struct bs_str {
    const char *ptr; // first byte; borrowed
    size_t len;      // bytes
} bs_str;

// A slice of a string literal, usable in static tables.
#define BS_STR(literal) ((bs_str){("" literal), sizeof(literal) - 1})
#define BS_STR_INIT(literal)                                                                       \
    {                                                                                              \
        ("" literal), sizeof(literal) - 1                                                          \
    }
// For printf: printf("%.*s", BS_STR_ARG(s)).
#define BS_STR_ARG(s) ((int)(s).len), ((s).ptr ? (s).ptr : "")

// A digit of ASCII. isdigit() asks the locale.
static inline bool bs_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// The whole of a terminated string; NULL gives the empty slice.
static inline bs_str bs_str_from(const char *text)
{
    return (bs_str){text, text ? strlen(text) : 0};
}

// The bytes [start, end) of s; positions past the end are brought back to it.
static inline bs_str bs_str_slice(bs_str s, size_t start, size_t end)
{
    if (end > s.len) end = s.len;
    if (start < end) return (bs_str){s.ptr + start, end - start};
    return (bs_str){s.ptr ? s.ptr + (start < s.len ? start : s.len) : NULL, 0};
}

static inline bool bs_str_equal(bs_str a, bs_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}
// Equal but for the case of A to Z. Most words differ in their first byte, and are not compared.
bool bs_str__equal_nocase(bs_str a, bs_str b);
static inline bool bs_str_equal_nocase(bs_str a, bs_str b)
{
    if (a.len != b.len) return false;
    return a.len == 0 || (((a.ptr[0] ^ b.ptr[0]) & 0xDF) == 0 && bs_str__equal_nocase(a, b));
}
// The first and the last byte are looked at first: most words differ there, and are not compared.
static inline bool bs_str_starts(bs_str s, bs_str prefix)
{
    if (s.len < prefix.len) return false;
    return prefix.len == 0 ||
           (s.ptr[0] == prefix.ptr[0] && s.ptr[prefix.len - 1] == prefix.ptr[prefix.len - 1] &&
            memcmp(s.ptr, prefix.ptr, prefix.len) == 0);
}
static inline bool bs_str_ends(bs_str s, bs_str suffix)
{
    if (s.len < suffix.len) return false;
    return suffix.len == 0 || (s.ptr[s.len - 1] == suffix.ptr[suffix.len - 1] &&
                               memcmp(s.ptr + s.len - suffix.len, suffix.ptr, suffix.len) == 0);
}
// Byte order: negative, zero or positive. A prefix comes before what it begins.
int bs_str_compare(bs_str a, bs_str b);

// Byte offset of the first occurrence of `needle` at or after `from`; SIZE_MAX when there is none.
size_t bs_str_find(bs_str s, bs_str needle, size_t from);

// Without leading and trailing white space: ASCII blanks, U+00A0, U+3000, U+FEFF and U+2000-U+200B.
bs_str bs_str__trim(bs_str s);
// Letters at both ends, which most text has, are told by a byte: no white space is ASCII above the
// blank, and none begins with E4 to EE.
static inline bool bs_str__is_tight(bs_str s)
{
    unsigned char first = (unsigned char)s.ptr[0], last = (unsigned char)s.ptr[s.len - 1];
    unsigned char third = s.len >= 3 ? (unsigned char)s.ptr[s.len - 3] : 0;
    bool starts = (first > ' ' && first < 0x80) || (first >= 0xE4 && first < 0xEF);
    bool ends = (last > ' ' && last < 0x80) || (third >= 0xE4 && third < 0xEF && last >= 0x80);
    return starts && ends;
}
static inline bs_str bs_str_trim(bs_str s)
{
    return s.len == 0 || bs_str__is_tight(s) ? s : bs_str__trim(s);
}

// The last `count` bytes, or all of a shorter slice.
static inline bs_str bs_str_tail(bs_str s, size_t count)
{
    return s.len > count ? bs_str_slice(s, s.len - count, s.len) : s;
}

// What stands behind the last of `marks`, a list with '|' between them; all where there is none.
bs_str bs_str_behind_last(bs_str s, const char *marks);
// Does one of `words`, a list with '|' between them, stand anywhere in the text?
bool bs_str_has_any(bs_str s, const char *words);
// The longest of them that the text ends with and is longer than; empty where there is none.
bs_str bs_str_longest_end(bs_str s, const char *words);

// Cuts the next piece up to `separator` from the front of *rest and returns true; returns false
// when *rest is used up. "a,,b" gives "a", "" and "b"; the empty slice gives nothing.
bool bs_str_next(bs_str *rest, char separator, bs_str *piece);

#endif
