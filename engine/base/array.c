// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/array.h"

#include <stdint.h>

bool bs_array__grow(bs_arena *arena, void *array, size_t item_size)
{
    BS_ARRAY(char) head;
    memcpy(&head, array, sizeof head);
    if (head.capacity > SIZE_MAX / 2) return false;
    size_t capacity = head.capacity ? head.capacity * 2 : 8;
    char *items = bs_arena_alloc_raw(arena, capacity, item_size);
    if (items == NULL) return false;
    if (head.count > 0) memcpy(items, head.items, head.count * item_size);
    head.items = items;
    head.capacity = capacity;
    memcpy(array, &head, sizeof head);
    return true;
}

bool bs_array_reserve(bs_arena *arena, void *array, size_t item_size, size_t more)
{
    BS_ARRAY(char) head;
    memcpy(&head, array, sizeof head);
    size_t need;
    if (__builtin_add_overflow(head.count, more, &need)) return false;
    if (need <= head.capacity) return true;
    // Small needs grow by doubling all the same, so that many of them cost no more than one.
    if (need < head.capacity * 2 && head.capacity <= SIZE_MAX / 2) need = head.capacity * 2;
    char *items = bs_arena_alloc_raw(arena, need, item_size);
    if (items == NULL) return false;
    if (head.count > 0) memcpy(items, head.items, head.count * item_size);
    head.items = items;
    head.capacity = need;
    memcpy(array, &head, sizeof head);
    return true;
}
