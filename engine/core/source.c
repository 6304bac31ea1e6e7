// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/source.h"

#include <assert.h>

#include "engine/base/array.h"
#include "engine/base/utf8.h"

// What is known at every 1024th byte, so that a line and its column are found without a search
// through all lines, and without walking a long one.
enum { STRIDE = 1024 };

typedef struct stride {
    uint32_t chars; // that begin before it
    uint32_t line;  // index of the line that it is on
} stride;

struct bs_text_map {
    uint32_t line_count;
    uint32_t stride_count;
    uint32_t *line_starts; // byte offset of each line
    stride *strides;
};

int bs_origin_compare(const bs_origin *a, const bs_origin *b)
{
    if (a->offset != b->offset) return a->offset < b->offset ? -1 : 1;
    if (a->line != b->line) return a->line < b->line ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

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
    size_t at = 0, next = 0;
    for (uint32_t line = 0; line < map->line_count; line++) {
        map->line_starts[line] = (uint32_t)at;
        for (; next < map->stride_count && line > 0 && next * STRIDE < at; next++)
            map->strides[next].line = line - 1;
        const char *newline = at < text.len ? memchr(text.ptr + at, '\n', text.len - at) : NULL;
        if (newline != NULL) at = (size_t)(newline - text.ptr) + 1;
    }
    for (; next < map->stride_count; next++)
        map->strides[next].line = map->line_count - 1;
}

static void fill_chars(struct bs_text_map *map, bs_str text)
{
    size_t chars = 0;
    for (size_t i = 0; i < map->stride_count; i++) {
        map->strides[i].chars = (uint32_t)chars;
        chars += bs_utf8_count(bs_str_slice(text, i * STRIDE, (i + 1) * STRIDE));
    }
}

bs_status bs_source_init(bs_source *out, bs_arena *arena, bs_str path, bs_str text, bs_error *err)
{
    if (text.len > UINT32_MAX) return bs_fail(err, BS_E_LIMIT, "text is larger than 4 GB");
    struct bs_text_map *map = BS_NEW(arena, struct bs_text_map);
    if (map == NULL) return out_of_memory(err);
    map->line_count = count_lines(text);
    map->stride_count = (uint32_t)(text.len / STRIDE + 1);
    map->line_starts = BS_NEW_ARRAY(arena, uint32_t, map->line_count);
    map->strides = BS_NEW_ARRAY(arena, stride, map->stride_count);
    if (map->line_starts == NULL || map->strides == NULL) return out_of_memory(err);
    fill_lines(map, text);
    fill_chars(map, text);
    *out = (bs_source){.path = path, .text = text, .encoding = BS_STR("UTF-8"), .map = map};
    return BS_OK;
}

// Number of characters that begin in the bytes [from, to).
static uint32_t chars_between(const bs_source *source, size_t from, size_t to)
{
    const stride *strides = source->map->strides;
    size_t first = from / STRIDE, last = to / STRIDE;
    if (last - first < 4) return (uint32_t)bs_utf8_count(bs_str_slice(source->text, from, to));
    size_t head = bs_utf8_count(bs_str_slice(source->text, first * STRIDE, from));
    size_t tail = bs_utf8_count(bs_str_slice(source->text, last * STRIDE, to));
    return strides[last].chars - strides[first].chars - (uint32_t)head + (uint32_t)tail;
}

// Index of the line that byte `offset` is on.
static uint32_t line_of(const bs_source *source, size_t offset)
{
    const struct bs_text_map *map = source->map;
    size_t at = offset / STRIDE;
    uint32_t low = map->strides[at].line;
    uint32_t high = at + 1 < map->stride_count ? map->strides[at + 1].line + 1 : map->line_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (map->line_starts[middle] <= offset) {
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
    size_t start = (size_t)(slice.ptr - source->text.ptr), end = start + slice.len;
    uint32_t line = line_of(source, start);
    uint32_t before = chars_between(source, source->map->line_starts[line], start);
    uint32_t end_column = before + chars_between(source, start, end);
    if (slice.len > 0 && memchr(slice.ptr, '\n', slice.len - 1) != NULL) {
        uint32_t last_line = line_of(source, end - 1);
        end_column = chars_between(source, source->map->line_starts[last_line], end);
    }
    return (bs_origin){
        .offset = start,
        .len = slice.len,
        .line = line + 1,
        .column = before + 1,
        .end_column = end_column,
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
