// SPDX-License-Identifier: GPL-3.0-or-later
// hash.h: XXH3, a fast hash of bytes. It tells contents apart; it does not resist an attacker who
// wants two contents to have one hash.
#ifndef BS_BASE_HASH_H
#define BS_BASE_HASH_H

#include <stdint.h>

#include "engine/base/error.h"

typedef struct bs_hash {
    uint64_t low;
    uint64_t high;
} bs_hash;

// XXH3 of 128 and of 64 bits. The empty slice has a hash too.
bs_hash bs_hash_of(bs_str bytes);
uint64_t bs_hash_of_64(bs_str bytes);

static inline bool bs_hash_equal(bs_hash a, bs_hash b)
{
    return a.low == b.low && a.high == b.high;
}

enum { BS_HASH_TEXT_SIZE = 33 };
// 32 hexadecimal digits and a terminator, the higher half first, as xxh128sum prints it.
void bs_hash_text(bs_hash hash, char out[BS_HASH_TEXT_SIZE]);

// The hash of a file of any size, on several cores: of the hashes, in the order of their digits, of
// its pieces of BS_HASH_PIECE_BYTES. *size gets its bytes. BS_E_IO. BS_E_ARGUMENT: no regular file.
enum { BS_HASH_PIECE_BYTES = 1024 * 1024 };
BS_CHECKED bs_status bs_hash_file(bs_hash *out, uint64_t *size, const char *path, bs_error *err);

#endif
