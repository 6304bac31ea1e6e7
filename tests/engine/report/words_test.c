// SPDX-License-Identifier: GPL-3.0-or-later
// Every word of the page is there in every language, with the same places.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "engine/report/words.h"

static const bs_str none = {NULL, 0};

static bool has_place(bs_str text, size_t number)
{
    char place[8];
    (void)snprintf(place, sizeof place, "{%zu}", number);
    return bs_str_find(text, bs_str_from(place), 0) != SIZE_MAX;
}

// "one document" and "문서 1건" say the number in words: only there a place may be missing.
static bool is_single(bs_report_word word)
{
    return !has_place(bs_report_word_get(word, BS_LANG_EN), 0);
}

static void test_every_language(void **state)
{
    (void)state;
    for (size_t i = 0; i < BS_SAY_COUNT_OF_WORDS; i++) {
        bs_report_word word = (bs_report_word)i;
        bs_str english = bs_report_word_get(word, BS_LANG_EN);
        for (bs_lang lang = BS_LANG_KO; lang < BS_LANG_COUNT; lang++) {
            bs_str text = bs_report_word_get(word, lang);
            assert_true(text.len > 0);
            for (size_t k = 0; k < BS_SAY_PLACES_MAX; k++) {
                if (is_single(word) && k == 0) continue;
                assert_int_equal(has_place(text, k), has_place(english, k));
            }
        }
    }
    assert_true(
        bs_str_equal(bs_report_word_get(BS_SAY_SUMMARY, BS_LANG_UNKNOWN), BS_STR("Summary")));
}

static void test_places_are_filled(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_report_values values = {{BS_STR("95 numbers"), BS_STR("45 series"), BS_STR("{0}")}};
    bs_str said = bs_report_say(&arena, BS_SAY_READ, BS_LANG_EN, &values);
    assert_true(bs_str_equal(said, BS_STR("95 numbers and 45 series were read from {0}.")));
    bs_report_values missing = {{none}};
    said = bs_report_say(&arena, BS_SAY_LINE, BS_LANG_KO, &missing);
    assert_true(bs_str_equal(said, BS_STR("행")));
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_language),
        cmocka_unit_test(test_places_are_filled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
