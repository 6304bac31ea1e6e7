// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/cli/suggest.h"

typedef struct row {
    const char *a;
    const char *b;
    size_t slips;
} row;

// Counted by hand; kitten and sitting is the usual example of Levenshtein's distance.
static const row rows[] = {
    {"", "", 0},
    {"", "abc", 3},
    {"check", "check", 0},
    {"Check", "cHECK", 0},
    {"chekc", "check", 1},
    {"chec", "check", 1},
    {"cheeck", "check", 1},
    {"chart", "check", 3},
    {"kitten", "sitting", 3},
    {"ca", "abc", 3},
    {"연산력", "연산력", 0},
    {"연산럭", "연산력", 1}, // ㅓ for ㅕ
    {"연산려", "연산력", 1}, // final ㄱ is missing
    {"여산력", "연산력", 1},
    {"규모", "금모", 2}, // ㅠ for ㅡ, final ㅁ
    {"出口", "进口", 1},
    {"ＧＤＰ", "gdp", 0}, // full-width
};

static void test_distance(void **state)
{
    (void)state;
    for (size_t i = 0; i < BS_COUNT(rows); i++) {
        size_t there = bs_suggest_distance(bs_str_from(rows[i].a), bs_str_from(rows[i].b));
        size_t back = bs_suggest_distance(bs_str_from(rows[i].b), bs_str_from(rows[i].a));
        if (there != rows[i].slips) print_error("%s, %s: %zu\n", rows[i].a, rows[i].b, there);
        assert_int_equal(there, rows[i].slips);
        assert_int_equal(back, there);
    }
}

static void test_a_word_too_long_is_near_to_nothing(void **state)
{
    (void)state;
    char word[400];
    memset(word, 'x', sizeof word);
    assert_true(bs_suggest_distance((bs_str){word, sizeof word}, BS_STR("x")) == SIZE_MAX);
}

static bs_str suggest(bs_arena *arena, const char *word, const char *const *names)
{
    bs_str_array all = {0};
    for (size_t i = 0; names[i] != NULL; i++)
        *BS_PUSH(arena, &all) = bs_str_from(names[i]);
    return bs_suggest_text(arena, bs_str_from(word), &all);
}

static void test_text(void **state)
{
    (void)state;
    static const char *const names[] = {"check", "chart", "show", "list", "sum", "share", NULL};
    bs_arena arena = BS_ARENA_INIT;
    bs_str text = suggest(&arena, "chack", names);
    assert_true(bs_str_equal(text, BS_STR("did you mean 'check'?")));
    text = suggest(&arena, "shae", names);
    assert_true(bs_str_equal(text, BS_STR("did you mean 'share'?")));
    assert_int_equal(suggest(&arena, "frobnicate", names).len, 0);
    assert_int_equal(suggest(&arena, "", names).len, 0);
    bs_arena_deinit(&arena);
}

static void test_only_the_nearest_and_at_most_three(void **state)
{
    (void)state;
    static const char *const names[] = {"abcxyf", "abcdex", "abcdey", "abcdez", "abcdew", NULL};
    bs_arena arena = BS_ARENA_INIT;
    bs_str text = suggest(&arena, "abcdef", names);
    assert_true(bs_str_equal(text, BS_STR("did you mean 'abcdex', 'abcdey' or 'abcdez'?")));
    text = suggest(&arena, "abcdezx", names);
    assert_true(bs_str_equal(text, BS_STR("did you mean 'abcdex' or 'abcdez'?")));
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_distance),
        cmocka_unit_test(test_a_word_too_long_is_near_to_nothing),
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_only_the_nearest_and_at_most_three),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
