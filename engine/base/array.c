// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/array.h"

#include <stdint.h>

void *bs_array_push(bs_arena *arena, void *array, size_t item_size)
{
    BS_ARRAY(char) head; // the same layout for every item type; copied, so that no alias is made
    memcpy(&head, array, sizeof head);
    if (head.count == head.capacity) {
        if (head.capacity > SIZE_MAX / 2) return NULL;
        size_t capacity = head.capacity ? head.capacity * 2 : 8;
        char *items = bs_arena_alloc_raw(arena, capacity, item_size);
        if (items == NULL) return NULL;
        if (head.count > 0) memcpy(items, head.items, head.count * item_size);
        head.items = items;
        head.capacity = capacity;
    }
    void *item = head.items + head.count * item_size;
    head.count++;
    memcpy(array, &head, sizeof head);
    return memset(item, 0, item_size);
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
