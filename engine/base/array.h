// SPDX-License-Identifier: GPL-3.0-or-later
// array.h: a growing array in an arena. The only place where sizes are multiplied.
//
//     typedef BS_ARRAY(bs_block) bs_block_array;
//     bs_block_array blocks = {0};
//     bs_block *block = BS_PUSH(arena, &blocks);   // zeroed; NULL when memory has run out
//     if (block == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
//
// A pointer to an item is good until the next push. What was outgrown stays in the arena, which
// costs at most as much again as the final array.
#ifndef BS_BASE_ARRAY_H
#define BS_BASE_ARRAY_H

#include "engine/base/arena.h"

#define BS_ARRAY(type)                                                                             \
    struct {                                                                                       \
        type *items;                                                                               \
        size_t count;                                                                              \
        size_t capacity;                                                                           \
    }

// Doubles the room of any BS_ARRAY; false when memory has run out.
bool bs_array__grow(bs_arena *arena, void *array, size_t item_size);

// Pushes one zeroed item on any BS_ARRAY; see BS_PUSH.
static inline void *bs_array_push(bs_arena *arena, void *array, size_t item_size)
{
    BS_ARRAY(char) head; // the same layout for every item type; copied, so that no alias is made
    memcpy(&head, array, sizeof head);
    if (head.count == head.capacity) {
        if (!bs_array__grow(arena, array, item_size)) return NULL;
        memcpy(&head, array, sizeof head);
    }
    void *item = head.items + head.count * item_size;
    head.count++;
    memcpy(array, &head, sizeof head);
    return memset(item, 0, item_size);
}
#define BS_PUSH(arena, array)                                                                      \
    ((__typeof__((array)->items))bs_array_push((arena), (array), sizeof *(array)->items))

// Makes room for `more` items behind those of any BS_ARRAY at once, where it is known how many will
// come: growing step by step costs as much again. False when memory has run out.
bool bs_array_reserve(bs_arena *arena, void *array, size_t item_size, size_t more);
#define BS_RESERVE(arena, array, more)                                                             \
    bs_array_reserve((arena), (array), sizeof *(array)->items, (more))

// Number of items of a true array.
#define BS_COUNT(table) (sizeof(table) / sizeof((table)[0]))

#endif
