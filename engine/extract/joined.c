// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract/joined.h"

#include <string.h>

#include "engine/base/entity.h"
#include "engine/base/utf8.h"

// Characters of scripts that break lines anywhere, and their marks; not Hangul.
static bool is_wide(uint32_t code)
{
    return (code >= 0x2E80 && code < 0xAC00) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0xFE30 && code <= 0xFE4F) || (code >= 0xFF00 && code <= 0xFFEF);
}

static bool is_digit(uint32_t code)
{
    return (code >= '0' && code <= '9') || (code >= 0xFF10 && code <= 0xFF19);
}

// What stands in place of a line end between two characters.
static bs_str joint_between(uint32_t before, uint32_t behind)
{
    if (is_digit(before) && is_digit(behind)) return BS_STR("\n");
    if (is_wide(before) || is_wide(behind)) return BS_STR("");
    bool letter = behind >= 'a' && behind <= 'z';
    return before == '-' && letter ? BS_STR("") : BS_STR(" ");
}

static bs_status no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

// Behind the line end at `at` and the blanks around it.
static size_t behind_gap(bs_str text, size_t at)
{
    while (at < text.len) {
        bs_rune rune = bs_utf8_decode(text, at);
        if (rune.code != '\n' && rune.code != '\r' && !bs_rune_is_space(rune.code)) break;
        at += rune.len;
    }
    return at;
}

static bs_status add_seam(bs__joined *out, bs_arena *arena, bs__seam seam, bs_error *err)
{
    bs__seam *added = BS_PUSH(arena, &out->seams);
    if (added == NULL) return no_memory(err);
    *added = seam;
    return BS_OK;
}

// Adds the printed text of [at, end) to the copy, with characters for references.
static bs_status add_line(bs__joined *out, bs_arena *arena, size_t at, size_t end, bs_error *err)
{
    char *copy = (char *)out->text.ptr; // of this file, and not given away yet
    bs_str line = bs_str_slice(out->printed, 0, end);
    while (at < end) {
        const char *mark = memchr(line.ptr + at, '&', end - at);
        size_t stop = mark ? (size_t)(mark - line.ptr) : end;
        memcpy(copy + out->text.len, line.ptr + at, stop - at);
        out->text.len += stop - at;
        at = stop;
        if (mark == NULL) break;
        bs_rune rune = bs_entity_at(line, at);
        if (rune.len == 0) {
            copy[out->text.len++] = line.ptr[at++];
            continue;
        }
        out->text.len += bs_utf8_encode(rune.code, copy + out->text.len);
        at += rune.len;
        BS_TRY(add_seam(out, arena, (bs__seam){out->text.len, at - out->text.len, true}, err));
    }
    return BS_OK;
}

bs_status bs__join_lines(bs__joined *out, bs_arena *arena, bs_str printed, bs_error *err)
{
    *out = (bs__joined){.text = printed, .printed = printed};
    if (!memchr(printed.ptr, '\n', printed.len) && !memchr(printed.ptr, '&', printed.len))
        return BS_OK;
    char *copy = BS_NEW_ARRAY(arena, char, printed.len);
    if (copy == NULL) return no_memory(err);
    out->text = (bs_str){copy, 0};
    size_t at = 0;
    while (at < printed.len) {
        const char *line_end = memchr(printed.ptr + at, '\n', printed.len - at);
        size_t stop = line_end ? (size_t)(line_end - printed.ptr) : printed.len;
        size_t end = stop;
        while (end > at && bs_rune_is_space(bs_utf8_decode_before(printed, end).code))
            end -= bs_utf8_decode_before(printed, end).len;
        if (line_end == NULL) end = stop;
        BS_TRY(add_line(out, arena, at, end, err));
        at = line_end ? behind_gap(printed, stop) : stop;
        if (line_end == NULL || at >= printed.len || end == 0) continue;
        bs_str joint = joint_between(bs_utf8_decode_before(printed, end).code,
                                     bs_utf8_decode(printed, at).code);
        memcpy(copy + out->text.len, joint.ptr, joint.len);
        out->text.len += joint.len;
        size_t len = out->text.len;
        BS_TRY(add_seam(out, arena, (bs__seam){len, at - len, false}, err));
    }
    return BS_OK;
}

// The last seam at or before a byte of the copy; NULL where there is none.
static const bs__seam *seam_before(const bs__joined *joined, size_t at)
{
    size_t low = 0, high = joined->seams.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (joined->seams.items[middle].at <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? &joined->seams.items[low - 1] : NULL;
}

static size_t printed_at(const bs__joined *joined, size_t at)
{
    const bs__seam *seam = seam_before(joined, at);
    return seam != NULL ? at + seam->short_by : at;
}

// Where what ends at a byte of the copy ends in print: behind a reference, before a line end.
static size_t printed_end(const bs__joined *joined, size_t end)
{
    const bs__seam *seam = seam_before(joined, end);
    bool reference = seam != NULL && seam->at == end && seam->reference;
    return reference ? end + seam->short_by : printed_at(joined, end - 1) + 1;
}

bs_str bs__joined_printed(const bs__joined *joined, bs_str slice)
{
    if (joined->seams.count == 0 || slice.ptr < joined->text.ptr ||
        slice.ptr > joined->text.ptr + joined->text.len)
        return slice;
    size_t start = (size_t)(slice.ptr - joined->text.ptr);
    if (slice.len == 0)
        return bs_str_slice(joined->printed, printed_at(joined, start), printed_at(joined, start));
    size_t end = printed_end(joined, start + slice.len);
    return bs_str_slice(joined->printed, printed_at(joined, start), end);
}
