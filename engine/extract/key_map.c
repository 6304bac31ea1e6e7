// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract/key_map.h"

static uint64_t hash(bs_str key)
{
    // FNV-1a, 64 bits: Fowler, Noll and Vo.
    uint64_t value = 14695981039346656037u;
    for (size_t i = 0; i < key.len; i++)
        value = (value ^ (unsigned char)key.ptr[i]) * 1099511628211u;
    return value;
}

bs_status bs__key_map_init(bs__key_map *out, bs_arena *arena, size_t count_max, bs_error *err)
{
    size_t places = 16;
    while (places / 2 <= count_max)
        places *= 2;
    *out = (bs__key_map){
        .keys = bs_arena_alloc(arena, places, sizeof(bs_str)),
        .values = bs_arena_alloc(arena, places, sizeof(size_t)),
        .copies = bs_arena_alloc(arena, places, sizeof(size_t)),
        .mask = places - 1,
    };
    if (!out->keys || !out->values || !out->copies)
        return bs_fail(err, BS_E_MEMORY, "out of memory");
    return BS_OK;
}

// The place of `key`, or the free one where it would stand.
static size_t place_of(const bs__key_map *map, bs_str key)
{
    size_t at = (size_t)hash(key) & map->mask;
    while (map->keys[at].ptr != NULL && !bs_str_equal(map->keys[at], key))
        at = (at + 1) & map->mask;
    return at;
}

size_t bs__key_map_get(const bs__key_map *map, bs_str key)
{
    size_t at = place_of(map, key);
    return map->keys[at].ptr != NULL ? map->values[at] : SIZE_MAX;
}

bs_status bs__key_map_put(bs__key_map *map, bs_str key, size_t value, bs_error *err)
{
    size_t at = place_of(map, key);
    // Half of the places stay free by construction, so that a search always ends.
    if (map->count * 2 > map->mask) return bs_fail(err, BS_E_LIMIT, "more series than announced");
    map->count++;
    map->keys[at] = key;
    map->values[at] = value;
    return BS_OK;
}

size_t bs__key_map_copy(bs__key_map *map, bs_str key)
{
    return ++map->copies[place_of(map, key)] + 1;
}
