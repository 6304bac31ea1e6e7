// SPDX-License-Identifier: GPL-3.0-or-later
// Numerals, units and dates in running text, in each language.
#include "engine/extract/scan.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bs_str text = fuzz_text(data, size);
    if (size == 0 || bs_utf8_check(text) != SIZE_MAX) return 0;
    bs_lang lang = (bs_lang)(data[0] % BS_LANG_COUNT);
    bs_arena arena = BS_ARENA_INIT;
    bs_item_array items = {0};
    FUZZ_ASSERT(bs_scan(&items, &arena, text, lang, NULL) == BS_OK);
    size_t end = 0;
    for (size_t i = 0; i < items.count; i++) {
        const bs_item *item = &items.items[i];
        FUZZ_ASSERT(item->start >= end && item->start < item->end && item->end <= size);
        FUZZ_ASSERT(item->digits_start >= item->start && item->digits_end <= item->end);
        end = item->end;
    }
    bs_arena_deinit(&arena);
    return 0;
}
