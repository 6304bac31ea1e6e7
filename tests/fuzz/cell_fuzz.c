// SPDX-License-Identifier: GPL-3.0-or-later
// Cells, units of headers and times of headers, a line each.
#include "engine/extract/scan.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bs_str rest = fuzz_text(data, size), line;
    if (bs_utf8_check(rest) != SIZE_MAX) return 0;
    bs_arena arena = BS_ARENA_INIT;
    while (bs_str_next(&rest, '\n', &line)) {
        for (int lang = 0; lang < BS_LANG_COUNT; lang++) {
            bs_cell_value value;
            bs_scan_cell(&value, line, (bs_lang)lang);
            if (value.state == BS_STATE_VALUE) {
                FUZZ_ASSERT(value.digits_start < value.digits_end && value.digits_end <= line.len);
            }
            bs_unit_text unit;
            if (bs_scan_unit(&unit, &arena, line, (bs_lang)lang)) {
                FUZZ_ASSERT(unit.start < unit.end && unit.end <= line.len && unit.unit.len > 0);
            }
            bs_time_text time;
            bs_period period;
            if (bs_scan_time(&time, line, (bs_lang)lang)) {
                (void)!bs_when_period(&period, time.from, time.to, 2024, NULL);
            }
        }
    }
    bs_arena_deinit(&arena);
    return 0;
}
