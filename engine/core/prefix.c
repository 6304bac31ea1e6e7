// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/prefix.h"

// The functions below are made once for rows of characters and once for rows of a bs_str.
#define BOTH static inline __attribute__((always_inline))

// Rows are longer than `depth` or equal to what was read; -1 sorts the latter first.
BOTH int byte_at(const bs_prefix *walk, size_t row, bool chars)
{
    const char *start = walk->rows + row * walk->stride;
    if (chars) return start[walk->depth] != '\0' ? (unsigned char)start[walk->depth] : -1;
    bs_str text;
    memcpy(&text, start, sizeof text);
    return walk->depth < text.len ? (unsigned char)text.ptr[walk->depth] : -1;
}

// First row in [low, high) whose next byte is at least `byte`.
BOTH size_t lower(const bs_prefix *walk, size_t low, size_t high, int byte, bool chars)
{
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (byte_at(walk, middle, chars) < byte) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

// The same bound, sought by doubling steps from `low`: words with a byte in common are few.
BOTH size_t lower_near(const bs_prefix *walk, size_t low, size_t high, int byte, bool chars)
{
    size_t width = 1;
    while (low + width < high && byte_at(walk, low + width, chars) < byte)
        width *= 2;
    size_t end = low + width < high ? low + width : high;
    return lower(walk, low + width / 2, end, byte, chars);
}

static bool is_wide(char c)
{
    return (unsigned char)c >= 0x80;
}

static void pass_gap(bs_prefix *walk)
{
    size_t at = walk->taken;
    if (at == 0 || at >= walk->text.len || walk->text.ptr[at] != ' ') return;
    if (!is_wide(walk->text.ptr[at - 1])) return;
    while (at < walk->text.len && walk->text.ptr[at] == ' ')
        at++;
    if (at < walk->text.len && is_wide(walk->text.ptr[at])) walk->taken = at;
}

// The rows that end where the walk stands are the first of those that are left.
BOTH size_t count_whole(const bs_prefix *walk, bool chars)
{
    size_t end = walk->low;
    while (end < walk->high && byte_at(walk, end, chars) < 0)
        end++;
    return end - walk->low;
}

// One byte further; false when no row goes on with it.
BOTH bool step(bs_prefix *walk, bool chars)
{
    size_t before = walk->taken;
    if (walk->flags & BS_PREFIX_GAPS) pass_gap(walk);
    if (walk->taken >= walk->text.len) return false;
    int byte = (unsigned char)walk->text.ptr[walk->taken];
    if ((walk->flags & BS_PREFIX_FOLD) && byte >= 'A' && byte <= 'Z') byte += 'a' - 'A';
    // Most often all rows go on with it, or none does.
    int first = byte_at(walk, walk->low, chars), last = byte_at(walk, walk->high - 1, chars);
    size_t low = walk->low, high = walk->high;
    if (byte < first || byte > last) {
        low = high;
    } else if (first != last) {
        if (first != byte) low = lower(walk, low, high, byte, chars);
        if (byte_at(walk, low, chars) != byte)
            low = high;
        else if (last != byte)
            high = lower_near(walk, low, high, byte + 1, chars);
    }
    if (low == high) {
        walk->taken = before;
        walk->low = walk->high;
        return false;
    }
    walk->low = low;
    walk->high = high;
    walk->depth++;
    walk->taken++;
    return true;
}

BOTH bool next(bs_prefix *walk, size_t *first, size_t *count, bool chars)
{
    while (walk->low < walk->high) {
        if (walk->begun && !step(walk, chars)) return false;
        walk->begun = true;
        *first = walk->low;
        *count = count_whole(walk, chars);
        if (*count > 0) return true;
    }
    return false;
}

bool bs_prefix_next(bs_prefix *walk, size_t *first, size_t *count)
{
    return walk->chars ? next(walk, first, count, true) : next(walk, first, count, false);
}
