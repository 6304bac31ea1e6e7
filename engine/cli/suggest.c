// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/suggest.h"

#include "engine/base/utf8.h"

enum {
    LETTER_COUNT_MAX = 128,
    HANGUL_FIRST = 0xAC00,
    HANGUL_LAST = 0xD7A3,
    HANGUL_VOWELS = 21,
    HANGUL_FINALS = 28,
};

// The letters of a word, lower case, syllables of Hangul taken apart. SIZE_MAX: too many.
static size_t take_apart(uint32_t letters[LETTER_COUNT_MAX], bs_str word)
{
    size_t count = 0;
    for (size_t at = 0; at < word.len;) {
        bs_rune rune = bs_utf8_decode(word, at);
        at += rune.len;
        if (count + 3 > LETTER_COUNT_MAX) return SIZE_MAX;
        if (rune.code < HANGUL_FIRST || rune.code > HANGUL_LAST) {
            uint32_t code = bs_rune_fold_width(rune.code);
            letters[count++] = code >= 'A' && code <= 'Z' ? code - 'A' + 'a' : code;
            continue;
        }
        uint32_t index = rune.code - HANGUL_FIRST;
        letters[count++] = 0x1100 + index / (HANGUL_VOWELS * HANGUL_FINALS);
        letters[count++] = 0x1161 + index / HANGUL_FINALS % HANGUL_VOWELS;
        if (index % HANGUL_FINALS != 0) letters[count++] = 0x11A7 + index % HANGUL_FINALS;
    }
    return count;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

// Optimal string alignment: Levenshtein's distance with a swap of neighbours as one step.
size_t bs_suggest_distance(bs_str a, bs_str b)
{
    uint32_t left[LETTER_COUNT_MAX];
    uint32_t right[LETTER_COUNT_MAX];
    size_t rows[3][LETTER_COUNT_MAX + 1];
    size_t left_count = take_apart(left, a);
    size_t right_count = take_apart(right, b);
    if (left_count == SIZE_MAX || right_count == SIZE_MAX) return SIZE_MAX;
    for (size_t j = 0; j <= right_count; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= left_count; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i - 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= right_count; j++) {
            size_t change = above[j - 1] + (left[i - 1] != right[j - 1]);
            row[j] = least(change, least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
                row[j] = least(row[j], rows[(i - 2) % 3][j - 2] + 1);
            }
        }
    }
    return rows[left_count % 3][right_count];
}

// How far `name` is from `word`; SIZE_MAX when it is too far to be meant.
static size_t rate(bs_str word, bs_str name)
{
    uint32_t letters[LETTER_COUNT_MAX];
    size_t count = take_apart(letters, word);
    size_t distance = bs_suggest_distance(word, name);
    if (count == SIZE_MAX || distance == SIZE_MAX) return SIZE_MAX;
    size_t allowed = count < 3 ? 1 : (count + 1) / 3;
    if (distance <= allowed) return distance;
    bool part = count >= 3 && bs_str_find(name, word, 0) != SIZE_MAX;
    return part ? allowed + 1 + (name.len - word.len) / 8 : SIZE_MAX;
}

size_t bs_suggest(bs_str out[BS_SUGGEST_COUNT_MAX], bs_str word, const bs_str_array *names)
{
    size_t best = SIZE_MAX;
    size_t count = 0;
    for (size_t i = 0; i < names->count && word.len > 0; i++) {
        size_t own = rate(word, names->items[i]);
        if (own == SIZE_MAX || own > best) continue;
        if (own < best) count = 0;
        best = own;
        if (count < BS_SUGGEST_COUNT_MAX) out[count++] = names->items[i];
    }
    return count;
}

bs_str bs_suggest_text(bs_arena *arena, bs_str word, const bs_str_array *names)
{
    bs_str near[BS_SUGGEST_COUNT_MAX];
    size_t count = bs_suggest(near, word, names);
    if (count == 0) return (bs_str){NULL, 0};
    bs_str list = bs_arena_format(arena, "'%.*s'", BS_STR_ARG(near[0]));
    for (size_t i = 1; i < count; i++) {
        list = bs_arena_format(arena, "%.*s%s'%.*s'", BS_STR_ARG(list),
                               i + 1 == count ? " or " : ", ", BS_STR_ARG(near[i]));
    }
    return bs_arena_format(arena, "did you mean %.*s?", BS_STR_ARG(list));
}
