// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract/words.h"

#include "engine/base/array.h"
#include "engine/base/utf8.h"
#include "engine/core/prefix.h"

typedef struct word_row {
    bs_str text; // first, for bs_prefix
    bs_meaning meaning;
    bool counts;
} word_row;

static const word_row rows[] = {
#include "engine/extract/words.inc"
};

static bool is_word_byte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// A word in Latin letters ends where its letters end.
static bool is_bounded(bs_str text, size_t start, size_t end)
{
    bool before =
        start == 0 || !is_word_byte(text.ptr[start - 1]) || !is_word_byte(text.ptr[start]);
    bool after =
        end == text.len || !is_word_byte(text.ptr[end]) || !is_word_byte(text.ptr[end - 1]);
    return before && after;
}

// The longest word of `meaning` at `at`: its bytes, 0 when none stands there, and whether it
// counts.
static size_t match_at(bs_str text, size_t at, bs_meaning meaning, bool *counts)
{
    size_t best = 0, first, count;
    bs_prefix walk =
        BS_PREFIX(rows, BS_COUNT(rows), bs_str_slice(text, at, text.len), BS_PREFIX_FOLD);
    while (bs_prefix_next(&walk, &first, &count)) {
        for (size_t i = first; i < first + count; i++) {
            if (rows[i].meaning != meaning || !is_bounded(text, at, at + walk.taken)) continue;
            best = walk.taken;
            *counts = rows[i].counts;
        }
    }
    return best;
}

// The next word at or after *at; *at moves behind it. False at the end of the text.
static bool next_word(bs_str text, size_t *at, bs_meaning meaning, bs_word_hit *hit)
{
    while (*at < text.len) {
        bool counts = true;
        bool inside = ((unsigned char)text.ptr[*at] & 0xC0) == 0x80;
        size_t len = inside ? 0 : match_at(text, *at, meaning, &counts);
        size_t start = *at;
        *at += len > 0 ? len : 1;
        if (len == 0 || !counts) continue;
        *hit = (bs_word_hit){start, start + len};
        return true;
    }
    return false;
}

bool bs_word_first(bs_str text, bs_meaning meaning, bs_word_hit *hit)
{
    size_t at = 0;
    return next_word(text, &at, meaning, hit);
}

bool bs_word_last(bs_str text, bs_meaning meaning, bs_word_hit *hit)
{
    size_t at = 0;
    bool found = false;
    while (next_word(text, &at, meaning, hit))
        found = true;
    return found;
}

static bool is_filler(uint32_t code)
{
    return bs_rune_is_space(code) || code == ':' || code == 0xFF1A || code == '(' || code == ')' ||
           code == 0xFF08 || code == 0xFF09 || code == '[' || code == ']' || code == '*' ||
           code == '<' || code == '>';
}

enum { WORD_SIZE_MAX = 64 };

bool bs_word_is(bs_str text, bs_meaning meaning)
{
    char squeezed[WORD_SIZE_MAX];
    size_t len = 0;
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        bool keep =
            !is_filler(rune.code) || (rune.code == ' ' && (unsigned char)text.ptr[0] < 0x80);
        if (keep && len + rune.len > sizeof squeezed) return false;
        if (keep) memcpy(squeezed + len, text.ptr + at, rune.len);
        len += keep ? rune.len : 0;
        at += rune.len;
    }
    bs_str whole = bs_str_trim((bs_str){squeezed, len});
    bool counts = false;
    return whole.len > 0 && match_at(whole, 0, meaning, &counts) == whole.len && counts;
}

bool bs_list_starts(bs_str text, const char *list)
{
    bs_str rest = bs_str_from(list), word;
    while (bs_str_next(&rest, '|', &word)) {
        if (bs_str_starts(text, word)) return true;
    }
    return false;
}

bool bs_list_ends(bs_str text, const char *list)
{
    bs_str rest = bs_str_from(list), word;
    while (bs_str_next(&rest, '|', &word)) {
        if (bs_str_ends(text, word)) return true;
    }
    return false;
}
