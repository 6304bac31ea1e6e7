// SPDX-License-Identifier: GPL-3.0-or-later
// key_map.h: from a key to an index, for as many keys as were announced.
#ifndef BS_EXTRACT_KEY_MAP_H
#define BS_EXTRACT_KEY_MAP_H

#include "engine/base/arena.h"
#include "engine/base/error.h"

typedef struct bs__key_map {
    bs_str *keys; // ptr NULL where nothing stands
    size_t *values;
    size_t *copies; // how often bs__key_map_copy was asked
    size_t count;
    size_t mask; // number of places - 1; a power of two minus 1
} bs__key_map;

// Room for `count_max` keys; lives as long as the arena.
BS_CHECKED bs_status bs__key_map_init(bs__key_map *out, bs_arena *arena, size_t count_max,
                                      bs_error *err);
// The value of `key`; SIZE_MAX when it is not there.
size_t bs__key_map_get(const bs__key_map *map, bs_str key);
// Adds a key that is not there yet; the key is borrowed as long as the map is used.
// BS_E_LIMIT: more keys than were announced.
BS_CHECKED bs_status bs__key_map_put(bs__key_map *map, bs_str key, size_t value, bs_error *err);

// The number for the next copy of a key that is there: 2, then 3, and so on.
size_t bs__key_map_copy(bs__key_map *map, bs_str key);

#endif
