// SPDX-License-Identifier: GPL-3.0-or-later
// Expected values are by hand.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/base/array.h"
#include "plots/scale/number.h"

typedef struct number_case {
    bs_decimal value;
    const char *text;
} number_case;

static void numbers_are_grouped_and_keep_their_places(void **state)
{
    (void)state;
    static const number_case cases[] = {
        {{5934900, 2}, "59,349.00"},
        {{0, 0}, "0"},
        {{0, 2}, "0.00"},
        {{999, 0}, "999"},
        {{1000, 0}, "1,000"},
        {{-1200, 0}, "-1,200"},
        {{-999, 0}, "-999"},
        {{-5, 1}, "-0.5"},
        {{123456789, 0}, "123,456,789"},
        {{121, -8}, "12,100,000,000"},
        {{1234567, 4}, "123.4567"},
    };
    bs_arena arena = BS_ARENA_INIT;
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        assert_string_equal(bs_number_str(cases[i].value, &arena).ptr, cases[i].text);
    }
    bs_arena_deinit(&arena);
}

typedef struct axis_case {
    double high;
    bs_lang lang;
    const char *labels; // of all ticks, with blanks between
} axis_case;

static void large_axes_are_named_in_the_language(void **state)
{
    (void)state;
    static const axis_case cases[] = {
        {300, BS_LANG_KO, "0 100 200 300"},
        {900000, BS_LANG_KO, "0 300,000 600,000 900,000"}, // below a million: all digits
        {1500000000, BS_LANG_KO, "0 5억 10억 15억"},
        {3000000000000, BS_LANG_ZH, "0 1万亿 2万亿 3万亿"},
        {3000000000000, BS_LANG_JA, "0 1兆 2兆 3兆"},
        {30000000, BS_LANG_JA, "0 1,000万 2,000万 3,000万"},
        {3000000000, BS_LANG_EN, "0 1 bn 2 bn 3 bn"},
        {3000000, BS_LANG_UNKNOWN, "0 1,000,000 2,000,000 3,000,000"},
        {1.5, BS_LANG_KO, "0 0.5 1.0 1.5"},
    };
    bs_arena arena = BS_ARENA_INIT;
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_ticks ticks;
        bs_ticks_options options = BS_TICKS_OPTIONS_INIT;
        options.wanted = 4;
        assert_int_equal(bs_ticks_linear(&ticks, 0, cases[i].high, &options, NULL), BS_OK);
        bs_number_scale scale = bs_number_scale_of(&ticks, cases[i].lang);
        bs_buffer all = BS_BUFFER_INIT;
        for (int j = 0; j < ticks.count; j++) {
            if (j > 0) bs_buffer_add_char(&all, ' ');
            bs_buffer_add(&all, bs_number_tick(&ticks, j, scale, &arena));
        }
        assert_string_equal(all.ptr, cases[i].labels);
        bs_buffer_deinit(&all);
    }
    bs_arena_deinit(&arena);
}

typedef struct short_case {
    bs_decimal value;
    bs_lang lang;
    int places;
    const char *text;
} short_case;

static void large_values_are_said_in_the_language(void **state)
{
    (void)state;
    static const short_case cases[] = {
        {{13000000, 0}, BS_LANG_KO, 1, "1,300만"},
        {{1300498600, 0}, BS_LANG_KO, 1, "13.0억"},
        {{1300498600, 0}, BS_LANG_ZH, 1, "13.0亿"},
        {{1300498600, 0}, BS_LANG_JA, 1, "13.0億"},
        {{1300498600, 0}, BS_LANG_EN, 1, "1.30 bn"},
        {{1300000000, 0}, BS_LANG_EN, 1, "1.3 bn"},
        {{1300498600, 0}, BS_LANG_EN, 3, "1.3005 bn"},
        {{130049860025, 2}, BS_LANG_EN, 1, "1.30 bn"},
        {{-2550000000, 0}, BS_LANG_EN, 1, "-2.55 bn"},
        {{25500000000, 0}, BS_LANG_EN, 1, "25.5 bn"},
        {{25550000000, 0}, BS_LANG_EN, 1, "25.6 bn"}, // away from 0
        {{25549999999, 0}, BS_LANG_EN, 1, "25.5 bn"},
        {{389000000, 0}, BS_LANG_KO, 1, "3.89억"},
        {{500000000, 0}, BS_LANG_JA, 1, "5億"},
        {{99996000, 0}, BS_LANG_KO, 1, "1.00억"}, // never "10,000만"
        {{123456789, 0}, BS_LANG_KO, 1, "1.23억"},
        {{12345678900000, 0}, BS_LANG_ZH, 1, "12.3万亿"},
        {{999999, 0}, BS_LANG_EN, 1, "999,999"},
        {{13005, 1}, BS_LANG_KO, 1, "1,300.5"},
        {{13000000, 0}, BS_LANG_UNKNOWN, 1, "13,000,000"},
        {{121, -8}, BS_LANG_KO, 1, "121억"},
    };
    bs_arena arena = BS_ARENA_INIT;
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        const short_case *c = &cases[i];
        assert_string_equal(bs_number_short(c->value, c->lang, c->places, &arena).ptr, c->text);
    }
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_grouped_and_keep_their_places),
        cmocka_unit_test(large_values_are_said_in_the_language),
        cmocka_unit_test(large_axes_are_named_in_the_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
