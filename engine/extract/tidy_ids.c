// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>

#include "engine/extract/tidy_internal.h"

enum { SLOT_COUNT_FIRST = 64 };

// FNV-1a with a last stir, so that the low bits that choose a slot depend on all bytes.
uint32_t bs__tidy_hash(uint32_t seed, bs_str text)
{
    uint64_t hash = 0xcbf29ce484222325u ^ seed;
    for (size_t i = 0; i < text.len; i++) {
        hash ^= (unsigned char)text.ptr[i];
        hash *= 0x100000001b3u;
    }
    hash ^= text.len;
    hash *= 0x9e3779b97f4a7c15u;
    return (uint32_t)(hash >> 32);
}

bool bs__tidy_ids_next(const bs__tidy_ids *ids, uint32_t hash, size_t *probe, uint32_t *id)
{
    if (ids->slots == NULL) return false;
    size_t at = *probe == SIZE_MAX ? hash & ids->mask : (*probe + 1) & ids->mask;
    for (; ids->slots[at] != 0; at = (at + 1) & ids->mask) {
        if (ids->slots[at] >> 32 != hash) continue;
        *probe = at;
        *id = (uint32_t)ids->slots[at] - 1;
        return true;
    }
    return false;
}

static void slot_put(uint64_t *slots, size_t mask, uint64_t entry)
{
    size_t at = (size_t)(entry >> 32) & mask;
    while (slots[at] != 0)
        at = (at + 1) & mask;
    slots[at] = entry;
}

static bs_status grow(bs__tidy_ids *ids, bs_error *err)
{
    size_t count = ids->slots ? (ids->mask + 1) * 2 : SLOT_COUNT_FIRST;
    uint64_t *slots = calloc(count, sizeof *slots);
    if (slots == NULL) return bs__tidy_no_memory(err);
    for (size_t i = 0; ids->slots != NULL && i <= ids->mask; i++) {
        if (ids->slots[i] != 0) slot_put(slots, count - 1, ids->slots[i]);
    }
    free(ids->slots);
    ids->slots = slots;
    ids->mask = count - 1;
    return BS_OK;
}

bs_status bs__tidy_ids_add(bs__tidy_ids *ids, uint32_t hash, uint32_t id, bs_error *err)
{
    if (id == UINT32_MAX) return bs_fail(err, BS_E_LIMIT, "more than 4294967294 names");
    if (ids->slots == NULL || ids->count * 2 > ids->mask) BS_TRY(grow(ids, err));
    slot_put(ids->slots, ids->mask, (uint64_t)hash << 32 | (id + 1));
    ids->count++;
    return BS_OK;
}

void bs__tidy_ids_deinit(bs__tidy_ids *ids)
{
    free(ids->slots);
    *ids = (bs__tidy_ids){0};
}
