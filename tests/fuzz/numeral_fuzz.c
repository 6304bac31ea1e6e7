// SPDX-License-Identifier: GPL-3.0-or-later
// The numeral grammar at every character of every line, in each language.
#include "engine/extract/numeral.h"
#include "tests/fuzz/fuzz.h"

static void check_numeral(const bs_numeral *number, bs_str line, size_t at)
{
    FUZZ_ASSERT(number->start == at && number->body >= at);
    FUZZ_ASSERT(number->body < number->plain_end && number->plain_end <= number->end);
    FUZZ_ASSERT(number->end <= line.len && number->tokens > 0);
    FUZZ_ASSERT(number->end == line.len || (line.ptr[number->end] & 0xC0) != 0x80);
}

// A grammar of words needs no long texts, and asks for each character of them.
enum { INPUT_BYTES_MAX = 256 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bs_str rest = fuzz_text_max(data, size, INPUT_BYTES_MAX), line;
    if (bs_utf8_check(rest) != SIZE_MAX) return 0;
    while (bs_str_next(&rest, '\n', &line)) {
        for (size_t at = 0; at < line.len; at++) {
            if ((line.ptr[at] & 0xC0) == 0x80) continue;
            for (int lang = 0; lang < BS_LANG_COUNT; lang++) {
                bs_numeral number;
                if (bs_numeral_read(&number, line, at, (bs_lang)lang)) {
                    check_numeral(&number, line, at);
                } else {
                    FUZZ_ASSERT(number.end <= line.len);
                }
            }
        }
    }
    return 0;
}
