// SPDX-License-Identifier: GPL-3.0-or-later
// A whole document: blocks, tables, HTML, quantities and series; the quantities once more as they
// are handed over in parts.
#include "engine/extract/extract.h"
#include "engine/read/reader.h"
#include "tests/fuzz/fuzz.h"

typedef struct parts {
    const bs_quantity_array *whole;
    size_t taken;
} parts;

static bs_status take(void *state, const bs_reading *part, bs_error *err)
{
    (void)err;
    parts *all = state;
    for (size_t i = 0; i < part->quantities.count; i++) {
        FUZZ_ASSERT(all->taken < all->whole->count);
        const bs_quantity *own = &part->quantities.items[i];
        const bs_quantity *same = &all->whole->items[all->taken++];
        FUZZ_ASSERT(own->text.ptr == same->text.ptr && own->text.len == same->text.len);
        FUZZ_ASSERT(bs_period_equal(own->period, same->period) && own->status == same->status);
        FUZZ_ASSERT(bs_str_equal(own->indicator, same->indicator));
        FUZZ_ASSERT(bs_str_equal(own->unit, same->unit));
    }
    return BS_OK;
}

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
        parts all = {.whole = &reading.quantities};
        bs_extract_options options = BS_EXTRACT_OPTIONS_INIT;
        options.take = take;
        options.take_state = &all;
        bs_reading rest;
        FUZZ_ASSERT(bs_extract(&rest, &arena, &source, &document, &options, NULL) == BS_OK);
        FUZZ_ASSERT(all.taken == reading.quantities.count);
    }
    bs_arena_deinit(&arena);
    return 0;
}
