// SPDX-License-Identifier: GPL-3.0-or-later
// arena.h: memory for one document or one command, released in one go.
//
// Text, tables, quantities and series of a document are made in one arena and live exactly as long
// as it. There is no way to release a single allocation. Not safe for use by two threads at once.
#ifndef BS_BASE_ARENA_H
#define BS_BASE_ARENA_H

#include <stddef.h>

#include "engine/base/str.h"

typedef struct bs_arena {
    struct bs_arena_chunk *newest; // NULL before the first allocation
    size_t allocated;              // bytes handed out, for measuring
} bs_arena;

#define BS_ARENA_INIT                                                                              \
    {                                                                                              \
        0                                                                                          \
    }

// Releases everything; the arena can be used again. Twice is harmless.
void bs_arena_deinit(bs_arena *arena);

// Forgets everything that was handed out and keeps the newest chunk, so that scratch memory is used
// again and again without asking the system.
void bs_arena_reset(bs_arena *arena);

// `count` zeroed items of `size` bytes, aligned for any type. NULL when memory has run out or
// count * size overflows; a valid pointer when either is 0. Lives as long as the arena.
void *bs_arena_alloc(bs_arena *arena, size_t count, size_t size);
#define BS_NEW(arena, type) ((type *)bs_arena_alloc((arena), 1, sizeof(type)))
#define BS_NEW_ARRAY(arena, type, count) ((type *)bs_arena_alloc((arena), (count), sizeof(type)))

// The same with anything in it, for what is written before it is read: in an arena that is reset
// again and again this saves the clearing.
void *bs_arena_alloc_raw(bs_arena *arena, size_t count, size_t size);

// A terminated copy of `text`. NULL when memory has run out.
char *bs_arena_copy(bs_arena *arena, bs_str text);
// The same as a slice; {NULL, 0} when memory has run out and `text` was not empty.
bs_str bs_arena_str(bs_arena *arena, bs_str text);
// Two texts with `between` between them; {NULL, 0} when memory has run out. Quicker than printf.
bs_str bs_arena_join(bs_arena *arena, bs_str first, const char *between, bs_str last);
// printf into the arena; {NULL, 0} when memory has run out.
bs_str bs_arena_format(bs_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
