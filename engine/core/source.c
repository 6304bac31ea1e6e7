// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/source.h"

#include <assert.h>

#include "engine/base/array.h"
#include "engine/base/utf8.h"

// Characters before every 1024th byte, so that a column is found without walking a long line.
enum { STRIDE = 1024 };

struct bs_text_map {
    uint32_t line_count;
    uint32_t stride_count;
    size_t *line_starts;   // byte offset of each line
    uint32_t *char_counts; // characters that begin before byte STRIDE * i
};

static bs_status out_of_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

static uint32_t count_lines(bs_str text)
{
    uint32_t lines = 1;
    const char *at = text.ptr;
    const char *end = text.ptr + text.len;
    while (text.len > 0 && (at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
        at++;
        lines += at < end;
        if (at == end) break;
    }
    return lines;
}

static void fill_lines(struct bs_text_map *map, bs_str text)
{
    size_t at = 0;
    for (uint32_t line = 1; line < map->line_count; line++) {
        const char *newline = memchr(text.ptr + at, '\n', text.len - at);
        at = (size_t)(newline - text.ptr) + 1;
        map->line_starts[line] = at;
    }
}

static void fill_counts(struct bs_text_map *map, bs_str text)
{
    uint32_t chars = 0;
    for (size_t at = 0; at < text.len; at++) {
        if (at % STRIDE == 0) map->char_counts[at / STRIDE] = chars;
        chars += ((unsigned char)text.ptr[at] & 0xC0) != 0x80;
    }
}

bs_status bs_source_init(bs_source *out, bs_arena *arena, bs_str path, bs_str text, bs_error *err)
{
    if (text.len > UINT32_MAX) return bs_fail(err, BS_E_LIMIT, "text is larger than 4 GB");
    struct bs_text_map *map = BS_NEW(arena, struct bs_text_map);
    if (map == NULL) return out_of_memory(err);
    map->line_count = count_lines(text);
    map->stride_count = (uint32_t)(text.len / STRIDE + 1);
    map->line_starts = BS_NEW_ARRAY(arena, size_t, map->line_count);
    map->char_counts = BS_NEW_ARRAY(arena, uint32_t, map->stride_count);
    if (map->line_starts == NULL || map->char_counts == NULL) return out_of_memory(err);
    fill_lines(map, text);
    fill_counts(map, text);
    *out = (bs_source){.path = path, .text = text, .encoding = BS_STR("UTF-8"), .map = map};
    return BS_OK;
}

// Number of characters that begin before byte `offset`.
static uint32_t chars_before(const bs_source *source, size_t offset)
{
    if (offset == 0) return 0;
    size_t stride = (offset - 1) / STRIDE;
    uint32_t chars = source->map->char_counts[stride];
    for (size_t at = stride * STRIDE; at < offset; at++) {
        chars += ((unsigned char)source->text.ptr[at] & 0xC0) != 0x80;
    }
    return chars;
}

// Index of the line that byte `offset` is on.
static uint32_t line_of(const bs_source *source, size_t offset)
{
    uint32_t low = 0, high = source->map->line_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (source->map->line_starts[middle] <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

bs_origin bs_source_locate(const bs_source *source, bs_str slice)
{
    assert(slice.ptr >= source->text.ptr);
    assert(slice.ptr + slice.len <= source->text.ptr + source->text.len);
    size_t start = (size_t)(slice.ptr - source->text.ptr);
    size_t last = slice.len > 0 ? start + slice.len - 1 : start;
    uint32_t line = line_of(source, start);
    uint32_t last_line = slice.len > 0 ? line_of(source, last) : line;
    uint32_t before_line = chars_before(source, source->map->line_starts[line]);
    uint32_t before_last = chars_before(source, source->map->line_starts[last_line]);
    return (bs_origin){
        .offset = start,
        .len = slice.len,
        .line = line + 1,
        .column = chars_before(source, start) - before_line + 1,
        .end_column = chars_before(source, start + slice.len) - before_last,
    };
}

bs_str bs_source_line(const bs_source *source, uint32_t line)
{
    if (line == 0 || line > source->map->line_count) return (bs_str){0};
    size_t start = source->map->line_starts[line - 1];
    size_t end = line < source->map->line_count ? source->map->line_starts[line] : source->text.len;
    bs_str text = bs_str_slice(source->text, start, end);
    if (bs_str_ends(text, BS_STR("\n"))) text.len--;
    if (bs_str_ends(text, BS_STR("\r"))) text.len--;
    return text;
}

uint32_t bs_source_line_count(const bs_source *source)
{
    return source->map->line_count;
}
