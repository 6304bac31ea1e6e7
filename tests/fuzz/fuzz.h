// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz.h: what every fuzz target is. The text that reaches a grammar is UTF-8, as it is behind the
// door, so a target returns at once on other bytes unless it tests the door itself.
#ifndef BS_TESTS_FUZZ_H
#define BS_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "engine/base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

// Ends the program when something that always holds does not.
#define FUZZ_ASSERT(condition)                                                                     \
    do {                                                                                           \
        if (!(condition)) abort();                                                                 \
    } while (0)

static inline bs_str fuzz_text(const uint8_t *data, size_t size)
{
    return (bs_str){(const char *)data, size};
}

// The same without what lies behind `bytes_max`; whole characters of UTF-8 remain.
static inline bs_str fuzz_text_max(const uint8_t *data, size_t size, size_t bytes_max)
{
    size_t len = size < bytes_max ? size : bytes_max;
    while (len > 0 && len < size && (data[len] & 0xC0) == 0x80)
        len--;
    return fuzz_text(data, len);
}

#endif
