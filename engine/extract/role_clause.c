// SPDX-License-Identifier: GPL-3.0-or-later
// Where the clause around a number starts and stops.
#include "engine/base/utf8.h"
#include "engine/extract/role.h"

enum { CLAUSE_BYTES_MAX = 2000 }; // a longer one is a list of numbers

static bool is_stop(bs_str text, size_t at, bs_rune rune)
{
    if (rune.code == 0x3002 || rune.code == ';' || rune.code == 0xFF1B) return true;
    if (rune.code != '.') return false;
    bs_rune next = bs_utf8_decode(text, at + 1);
    return next.len == 0 || bs_rune_is_space(next.code);
}

// The first byte of a character at or behind `at`.
static size_t character_at(bs_str text, size_t at)
{
    while (at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80)
        at++;
    return at;
}

size_t bs_role__stop_after(bs_str text, size_t from, size_t limit)
{
    if (limit > from && limit - from > CLAUSE_BYTES_MAX)
        limit = character_at(text, from + CLAUSE_BYTES_MAX);
    for (size_t at = from; at < limit; at++) {
        char byte = text.ptr[at]; // the first of a stop
        if (byte != '.' && byte != ';' && byte != '\xE3' && byte != '\xEF') continue;
        if (is_stop(text, at, bs_utf8_decode(text, at))) return at;
    }
    return limit;
}

size_t bs_role__start_before(bs_str text, size_t limit, size_t from)
{
    if (from > limit && from - limit > CLAUSE_BYTES_MAX)
        limit = character_at(text, from - CLAUSE_BYTES_MAX);
    for (size_t at = from; at > limit; at--) {
        char byte = text.ptr[at - 1]; // the last of a stop
        if (byte != '.' && byte != ';' && byte != '\x82' && byte != '\x9B') continue;
        bs_rune rune = bs_utf8_decode_before(text, at);
        if (is_stop(text, at - rune.len, rune)) return at;
    }
    return limit;
}
