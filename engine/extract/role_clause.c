// SPDX-License-Identifier: GPL-3.0-or-later
// Where the clause around a number starts and stops.
#include "engine/base/utf8.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum { CLAUSE_BYTES_MAX = 2000 }; // a longer one is a list of numbers

bool bs_role__is_tight_stop(bs_str text, size_t at)
{
    bool hangul = bs_rune_is_hangul(bs_utf8_decode(text, at + 1).code);
    return hangul && bs_list_ends(bs_str_slice(text, 0, at), "다|요|음|됨");
}

// Is a full stop or a semicolon at `at`, where a byte stands that begins one?
static bool is_stop(bs_str text, size_t at)
{
    bs_str rest = bs_str_slice(text, at, text.len);
    if (rest.ptr[0] != '.')
        return rest.ptr[0] == ';' || bs_str_starts(rest, BS_STR("。")) ||
               bs_str_starts(rest, BS_STR("；"));
    uint32_t next = bs_utf8_decode(rest, 1).code;
    return next == 0 || bs_rune_is_space(next) || bs_role__is_tight_stop(text, at);
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
    static const bool begins[UINT8_MAX + 1] = {
        ['.'] = true, [';'] = true, [0xE3] = true, [0xEF] = true};
    for (size_t at = from; at < limit; at++) {
        unsigned char byte = (unsigned char)text.ptr[at];
        if (begins[byte] && is_stop(text, at)) return at;
        if (byte >= 0xE4 && byte < 0xEF) at += 2; // Hangul and ideographs
    }
    return limit;
}

size_t bs_role__start_before(bs_str text, size_t limit, size_t from)
{
    if (from > limit && from - limit > CLAUSE_BYTES_MAX)
        limit = character_at(text, from - CLAUSE_BYTES_MAX);
    static const uint8_t ends[UINT8_MAX + 1] = {// with so many bytes
                                                ['.'] = 1,
                                                [';'] = 1,
                                                [0x82] = 3,
                                                [0x9B] = 3};
    for (size_t at = from; at > limit; at--) {
        size_t len = ends[(unsigned char)text.ptr[at - 1]];
        if (len > 0 && len <= at && is_stop(text, at - len)) return at;
    }
    return limit;
}
