// SPDX-License-Identifier: GPL-3.0-or-later
// The keys that somebody who mistyped one may have meant.
#include <stdlib.h>

#include "engine/base/utf8.h"
#include "engine/store/store_internal.h"

// Longer texts are compared up to here.
enum { LETTER_COUNT_MAX = 256 };

// Hangul syllables are arithmetic (The Unicode Standard, section 3.12): 19 initial consonants, 21
// vowels, and 27 final consonants or none.
enum {
    SYLLABLE_FIRST = 0xAC00,
    SYLLABLE_LAST = 0xD7A3,
    VOWEL_COUNT = 21,
    FINAL_COUNT = 28,
    INITIAL_FIRST = 0x1100,
    VOWEL_FIRST = 0x1161,
    FINAL_FIRST = 0x11A7
};

typedef struct letters {
    uint32_t items[LETTER_COUNT_MAX];
    size_t count;
} letters;

static void add_letter(letters *out, uint32_t letter)
{
    if (out->count < LETTER_COUNT_MAX) out->items[out->count++] = letter;
}

static void spell(letters *out, bs_str text)
{
    out->count = 0;
    for (size_t at = 0; at < text.len && out->count < LETTER_COUNT_MAX;) {
        bs_rune rune = bs_utf8_decode(text, at);
        at += rune.len;
        uint32_t code = bs_rune_fold_width(rune.code);
        if (code >= 'A' && code <= 'Z') code |= 0x20;
        if (code < SYLLABLE_FIRST || code > SYLLABLE_LAST) {
            add_letter(out, code);
            continue;
        }
        uint32_t index = code - SYLLABLE_FIRST;
        add_letter(out, INITIAL_FIRST + index / FINAL_COUNT / VOWEL_COUNT);
        add_letter(out, VOWEL_FIRST + index / FINAL_COUNT % VOWEL_COUNT);
        if (index % FINAL_COUNT > 0) add_letter(out, FINAL_FIRST + index % FINAL_COUNT);
    }
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

// Insertions, deletions, substitutions and swaps of neighbours between a and b ("optimal string
// alignment"; Damerau 1964), by three rows of the table.
static size_t distance(const letters *a, const letters *b)
{
    size_t rows[3][LETTER_COUNT_MAX + 1];
    for (size_t j = 0; j <= b->count; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a->count; i++) {
        size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *second = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b->count; j++) {
            bool same = a->items[i - 1] == b->items[j - 1];
            row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + !same);
            bool swapped = i > 1 && j > 1 && a->items[i - 1] == b->items[j - 2] &&
                           a->items[i - 2] == b->items[j - 1];
            if (swapped) row[j] = least(row[j], second[j - 2] + 1);
        }
    }
    return rows[a->count % 3][b->count];
}

// Distance to a candidate, or SIZE_MAX when it is more than `limit`.
static size_t distance_within(const letters *wanted, bs_str candidate, size_t limit)
{
    letters other;
    spell(&other, candidate);
    size_t more =
        wanted->count > other.count ? wanted->count - other.count : other.count - wanted->count;
    if (other.count == 0 || more > limit) return SIZE_MAX;
    size_t found = distance(wanted, &other);
    return found <= limit ? found : SIZE_MAX;
}

typedef struct near_key {
    bs_str key;
    size_t distance;
} near_key;

// Keeps the best, nearest first; of equals, the one that came first.
static void keep_nearest(near_key best[BS_STORE_NEAREST_MAX], size_t *count, near_key found)
{
    size_t at = *count;
    while (at > 0 && best[at - 1].distance > found.distance)
        at--;
    if (at >= BS_STORE_NEAREST_MAX) return;
    size_t last = *count < BS_STORE_NEAREST_MAX ? (*count)++ : BS_STORE_NEAREST_MAX - 1;
    for (; last > at; last--)
        best[last] = best[last - 1];
    best[at] = found;
}

// A third of the letters may be wrong: fewer and a slip is missed, more and anything is near.
static size_t tolerance(const letters *wanted)
{
    return wanted->count < 3 ? wanted->count / 2 : wanted->count / 3;
}

bs_status bs_store_nearest(bs_str *out, size_t *count, bs_arena *arena, bs_store *store,
                           bs_str text, bs_error *err)
{
    letters wanted;
    near_key best[BS_STORE_NEAREST_MAX];
    size_t found = 0;
    sqlite3_stmt *list;
    bool row = true;
    spell(&wanted, text);
    BS_TRY(bs_store__prepare(store, SQL_SERIES_NAMES, &list, err));
    bs_status status;
    while ((status = bs_store__step(store, list, &row, err)) == BS_OK && row) {
        // The key, the indicator and the label: people type any of them.
        size_t nearest = SIZE_MAX;
        for (int at = 0; at < 3; at++) {
            bs_str name = bs_store__column(list, at);
            nearest = least(nearest, distance_within(&wanted, name, tolerance(&wanted)));
        }
        if (nearest == SIZE_MAX) continue;
        if (found == BS_STORE_NEAREST_MAX && best[found - 1].distance <= nearest) continue;
        near_key hit = {.distance = nearest};
        status = bs_store__column_copy(&hit.key, arena, list, 0, err);
        if (status != BS_OK) break;
        keep_nearest(best, &found, hit);
    }
    sqlite3_reset(list);
    for (size_t i = 0; i < found; i++)
        out[i] = best[i].key;
    *count = found;
    return status;
}
