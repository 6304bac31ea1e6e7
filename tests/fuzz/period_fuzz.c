// SPDX-License-Identifier: GPL-3.0-or-later
// Decimals, ISO periods and times of headers: what is read is written and read again as the same.
#include "engine/core/decimal.h"
#include "engine/core/period.h"
#include "engine/extract/scan.h"
#include "tests/fuzz/fuzz.h"

static void check_written(bs_period period)
{
    bs_period again;
    bs_buffer out = BS_BUFFER_INIT;
    bs_period_write(period, &out);
    FUZZ_ASSERT(bs_period_parse(&again, bs_buffer_str(&out), NULL) == BS_OK);
    FUZZ_ASSERT(bs_period_equal(period, again));
    bs_buffer_deinit(&out);
}

static void check_period(bs_str text)
{
    bs_period period;
    if (bs_period_parse(&period, text, NULL) == BS_OK) check_written(period);
}

static void check_header(bs_str text)
{
    bs_time_text time;
    bs_period period;
    if (bs_utf8_check(text) != SIZE_MAX) return;
    for (int lang = 0; lang < BS_LANG_COUNT; lang++) {
        if (!bs_scan_time(&time, text, (bs_lang)lang)) continue;
        if (bs_when_period(&period, time.from, time.to, 2024, NULL) == BS_OK) check_written(period);
    }
}

static void check_decimal(bs_str text)
{
    bs_decimal decimal, again;
    if (bs_decimal_parse(&decimal, text, NULL) != BS_OK) return;
    bs_buffer out = BS_BUFFER_INIT;
    bs_decimal_write(decimal, &out);
    if (bs_decimal_parse(&again, bs_buffer_str(&out), NULL) == BS_OK) {
        FUZZ_ASSERT(bs_decimal_equal(decimal, again));
    }
    (void)bs_decimal_double(decimal);
    bs_buffer_deinit(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bs_str rest = fuzz_text(data, size), word;
    while (bs_str_next(&rest, '\n', &word)) {
        check_period(word);
        check_decimal(word);
        check_header(word);
    }
    return 0;
}
