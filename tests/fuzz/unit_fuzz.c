// SPDX-License-Identifier: GPL-3.0-or-later
// The unit table at every character of every line; what is found converts to its base unit.
#include "engine/base/array.h"
#include "engine/core/unit.h"
#include "tests/fuzz/fuzz.h"

static void check_code(const char *code)
{
    const bs_unit *unit = bs_unit_find(bs_str_from(code));
    (void)bs_unit_dimension(bs_str_from(code));
    if (unit == NULL || unit->base == NULL || unit->factor.coefficient == 0) return;
    bs_decimal out;
    FUZZ_ASSERT(bs_unit_convert(&out, bs_decimal_from_int(1), bs_str_from(code),
                                bs_str_from(unit->base), NULL) == BS_OK);
    FUZZ_ASSERT(bs_decimal_equal(out, unit->factor));
}

static void check_place(bs_str rest, bs_lang lang)
{
    static const bs_unit_side sides[] = {BS_UNIT_BEHIND, BS_UNIT_BEFORE, BS_UNIT_COIN};
    for (size_t i = 0; i < BS_COUNT(sides); i++) {
        size_t taken = 0;
        const bs_unit_form *form = bs_unit_match_side(rest, lang, sides[i], &taken);
        if (form == NULL) continue;
        FUZZ_ASSERT(taken >= strlen(form->text) && taken <= rest.len);
        check_code(form->code);
    }
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
            for (int lang = 0; lang < BS_LANG_COUNT; lang++)
                check_place(bs_str_slice(line, at, line.len), (bs_lang)lang);
        }
    }
    return 0;
}
