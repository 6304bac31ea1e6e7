// SPDX-License-Identifier: GPL-3.0-or-later
// A whole document: blocks, tables, HTML, quantities and series.
#include "engine/extract/extract.h"
#include "engine/read/reader.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bs_str text = fuzz_text(data, size);
    if (bs_utf8_check(text) != SIZE_MAX) return 0;
    bs_arena arena = BS_ARENA_INIT;
    bs_source source;
    bs_document document;
    bs_reading reading;
    FUZZ_ASSERT(bs_source_init(&source, &arena, BS_STR("fuzz.txt"), text, NULL) == BS_OK);
    if (bs_read_text(&document, &arena, &source, BS_LANG_UNKNOWN, NULL) == BS_OK) {
        FUZZ_ASSERT(bs_extract(&reading, &arena, &source, &document, NULL, NULL) == BS_OK);
        for (size_t i = 0; i < reading.quantities.count; i++) {
            const bs_quantity *quantity = &reading.quantities.items[i];
            FUZZ_ASSERT(quantity->text.ptr >= text.ptr);
            FUZZ_ASSERT(quantity->text.ptr + quantity->text.len <= text.ptr + text.len);
            FUZZ_ASSERT(quantity->of == BS_NO_QUANTITY || quantity->of < reading.quantities.count);
        }
        for (size_t i = 0; i < reading.series.count; i++) {
            FUZZ_ASSERT(reading.series.items[i].key.len > 0);
        }
    }
    bs_arena_deinit(&arena);
    return 0;
}
