// SPDX-License-Identifier: GPL-3.0-or-later
// Data files from the first byte: encoding, delimiter, rows, series.
#include "engine/base/encoding.h"
#include "engine/extract/tidy.h"
#include "engine/read/csv.h"
#include "engine/read/reader.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_str text;
    bs_source source;
    bs_error err = BS_ERROR_INIT;
    if (bs_encoding_to_utf8(&text, &arena, fuzz_text(data, size), NULL, NULL, &err) == BS_OK) {
        FUZZ_ASSERT(bs_utf8_check(text) == SIZE_MAX);
        FUZZ_ASSERT(bs_source_init(&source, &arena, BS_STR("fuzz.csv"), text, NULL) == BS_OK);
        (void)bs_read_is_csv(&source);
        bs_tidy *tidy = NULL;
        bs_reading reading;
        FUZZ_ASSERT(bs_tidy_new(&tidy, &source, NULL, NULL) == BS_OK);
        if (bs_csv_read(&source, NULL, bs_tidy_sink(tidy), NULL, &err) == BS_OK) {
            (void)!bs_tidy_finish(&reading, &arena, tidy, &err);
        } else {
            FUZZ_ASSERT(err.message[0] != '\0');
        }
        bs_tidy_free(tidy);
    }
    bs_arena_deinit(&arena);
    return 0;
}
