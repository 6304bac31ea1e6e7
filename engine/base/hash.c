// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/hash.h"

#include <inttypes.h>
#include <stdio.h>

// The library's own way of being compiled into what uses it: no library to load at every start.
#define XXH_INLINE_ALL
#include <xxhash.h>

bs_hash bs_hash_of(bs_str bytes)
{
    XXH128_hash_t hash = XXH3_128bits(bytes.ptr, bytes.len);
    return (bs_hash){hash.low64, hash.high64};
}

uint64_t bs_hash_of_64(bs_str bytes)
{
    return XXH3_64bits(bytes.ptr, bytes.len);
}

void bs_hash_text(bs_hash hash, char out[BS_HASH_TEXT_SIZE])
{
    snprintf(out, BS_HASH_TEXT_SIZE, "%016" PRIx64 "%016" PRIx64, hash.high, hash.low);
}
