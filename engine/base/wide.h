// SPDX-License-Identifier: GPL-3.0-or-later
// wide.h: eight bytes of a text at a time, the first in the lowest place whatever the machine.
#ifndef BS_BASE_WIDE_H
#define BS_BASE_WIDE_H

#include <stdint.h>
#include <string.h>

// The byte `c` in all eight places.
#define BS_WIDE_EACH(c) ((uint64_t)(unsigned char)(c)*0x0101010101010101u)

// The eight bytes from `at` on.
static inline uint64_t bs_wide_load(const char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

#endif
