// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/base/pages.h"

enum { CHUNK_SIZE_FIRST = 16 * 1024, CHUNK_SIZE_MAX = 4 * 1024 * 1024 };

struct bs_arena_chunk {
    struct bs_arena_chunk *older;
    size_t size;
    size_t used;
    size_t stale; // bytes from the front on that were handed out before a reset
    max_align_t data[];
};

void bs_arena_deinit(bs_arena *arena)
{
    struct bs_arena_chunk *chunk = arena->newest;
    while (chunk != NULL) {
        struct bs_arena_chunk *older = chunk->older;
        free(chunk);
        chunk = older;
    }
    *arena = (bs_arena)BS_ARENA_INIT;
}

void bs_arena_reset(bs_arena *arena)
{
    struct bs_arena_chunk *newest = arena->newest;
    if (newest == NULL) return;
    bs_arena older = {.newest = newest->older};
    bs_arena_deinit(&older);
    newest->older = NULL;
    if (newest->stale < newest->used) newest->stale = newest->used;
    newest->used = 0;
}

static struct bs_arena_chunk *chunk_new(bs_arena *arena, size_t need)
{
    size_t size = arena->newest ? arena->newest->size * 2 : CHUNK_SIZE_FIRST;
    if (size > CHUNK_SIZE_MAX) size = CHUNK_SIZE_MAX;
    if (size < need) size = need;
    if (size > SIZE_MAX - sizeof(struct bs_arena_chunk)) return NULL;
    // Fresh zeroed memory needs no clearing of its own; the system gives large chunks zeroed
    // without touching them.
    struct bs_arena_chunk *chunk = calloc(1, sizeof *chunk + size);
    if (chunk == NULL) return NULL;
    bs_pages_use(chunk, sizeof *chunk + size);
    chunk->older = arena->newest;
    chunk->size = size;
    arena->newest = chunk;
    return chunk;
}

typedef enum contents { CONTENTS_ZERO, CONTENTS_ANY } contents;

static void *take(bs_arena *arena, size_t count, size_t size, contents wanted)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) return NULL;
    const size_t align = _Alignof(max_align_t);
    if (bytes > SIZE_MAX - align) return NULL;
    bytes = bytes == 0 ? align : (bytes + align - 1) / align * align;
    struct bs_arena_chunk *chunk = arena->newest;
    if (chunk == NULL || chunk->size - chunk->used < bytes) chunk = chunk_new(arena, bytes);
    if (chunk == NULL) return NULL;
    char *out = (char *)chunk->data + chunk->used;
    if (wanted == CONTENTS_ZERO && chunk->used < chunk->stale) {
        size_t stale = chunk->stale - chunk->used;
        memset(out, 0, stale < bytes ? stale : bytes);
    }
    chunk->used += bytes;
    arena->allocated += bytes;
    return out;
}

void *bs_arena_alloc(bs_arena *arena, size_t count, size_t size)
{
    return take(arena, count, size, CONTENTS_ZERO);
}

void *bs_arena_alloc_raw(bs_arena *arena, size_t count, size_t size)
{
    return take(arena, count, size, CONTENTS_ANY);
}

char *bs_arena_copy(bs_arena *arena, bs_str text)
{
    char *out = text.len == SIZE_MAX ? NULL : bs_arena_alloc_raw(arena, text.len + 1, 1);
    if (out == NULL) return NULL;
    if (text.len > 0) memcpy(out, text.ptr, text.len);
    out[text.len] = '\0';
    return out;
}

bs_str bs_arena_str(bs_arena *arena, bs_str text)
{
    char *copy = bs_arena_copy(arena, text);
    return copy ? (bs_str){copy, text.len} : (bs_str){0};
}

bs_str bs_arena_join(bs_arena *arena, bs_str first, const char *between, bs_str last)
{
    bs_str middle = bs_str_from(between);
    size_t len = first.len + middle.len + last.len;
    char *out = bs_arena_alloc_raw(arena, len + 1, 1);
    if (out == NULL) return (bs_str){0};
    const bs_str parts[] = {first, middle, last};
    char *at = out;
    for (size_t i = 0; i < 3; i++) {
        if (parts[i].len > 0) memcpy(at, parts[i].ptr, parts[i].len);
        at += parts[i].len;
    }
    *at = '\0';
    return (bs_str){out, len};
}

bs_str bs_arena_format(bs_arena *arena, const char *format, ...)
{
    char first[256]; // enough for most
    va_list args;
    va_start(args, format);
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(first, sizeof first, format, args);
    va_end(args);
    char *out = len < 0 ? NULL : bs_arena_alloc_raw(arena, (size_t)len + 1, 1);
    if (out != NULL && (size_t)len < sizeof first)
        memcpy(out, first, (size_t)len + 1);
    else if (out != NULL)
        vsnprintf(out, (size_t)len + 1, format, again);
    va_end(again);
    return out ? (bs_str){out, (size_t)len} : (bs_str){0};
}
