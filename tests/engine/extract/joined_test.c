// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "engine/extract/joined.h"

typedef struct row {
    const char *printed;
    const char *text;
} row;

static const row rows[] = {
    {"one line", "one line"},
    {"in the 12\n   months", "in the 12 months"},
    {"in the 12  \r\n\tmonths", "in the 12 months"},
    {"contribu-\n  tion", "contribu-tion"},
    {"fell -\n3.5", "fell - 3.5"},
    {"３０９６\n　万人", "３０９６万人"},
    {"增长\n5.0%", "增长5.0%"},
    {"增长5.0\n个百分点", "增长5.0个百分点"},
    {"수출은\n    증가", "수출은 증가"},
    {"in 2023\n  2024", "in 2023\n2024"},
    {"to a\n b\n c", "to a b c"},
    {"ends\n", "ends"},
    {"30&#8211;40&nbsp;%", "30–40\u00a0%"},
    {"M&uuml;ller\n &amp; Co", "Müller & Co"},
    {"R&D & more", "R&D & more"},
};

static void lines_are_joined(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    for (size_t i = 0; i < BS_COUNT(rows); i++) {
        bs__joined joined;
        bs_str printed = bs_str_from(rows[i].printed);
        assert_int_equal(bs__join_lines(&joined, &arena, printed, BS_LANG_EN, NULL), BS_OK);
        if (!bs_str_equal(joined.text, bs_str_from(rows[i].text)))
            fail_msg("'%s' becomes '%.*s'", rows[i].printed, BS_STR_ARG(joined.text));
    }
    bs_arena_deinit(&arena);
}

// Every slice of the copy is found where it is printed, with the line ends inside it and not those
// at its ends.
static void slices_are_found_where_they_are_printed(void **state)
{
    (void)state;
    static const char printed[] = "up 3.4% in the 12\n   months to\n  March, 5&nbsp;km&sup2; more";
    static const char *const slices[][2] = {
        {"3.4%", "3.4%"},     {"12 months", "12\n   months"},
        {"months", "months"}, {"months to March", "months to\n  March"},
        {"March", "March"},   {"5\u00a0km²", "5&nbsp;km&sup2;"},
        {"km", "km"},         {"more", "more"}};
    bs_arena arena = BS_ARENA_INIT;
    bs__joined joined;
    assert_int_equal(bs__join_lines(&joined, &arena, bs_str_from(printed), BS_LANG_EN, NULL),
                     BS_OK);
    for (size_t i = 0; i < BS_COUNT(slices); i++) {
        size_t at = bs_str_find(joined.text, bs_str_from(slices[i][0]), 0);
        assert_int_not_equal(at, SIZE_MAX);
        bs_str slice = bs_str_slice(joined.text, at, at + strlen(slices[i][0]));
        bs_str found = bs__joined_printed(&joined, slice);
        if (!bs_str_equal(found, bs_str_from(slices[i][1])))
            fail_msg("'%s' is found as '%.*s'", slices[i][0], BS_STR_ARG(found));
    }
    bs_arena_deinit(&arena);
}

// Chinese is read with wide marks, which take more bytes than the narrow ones that are printed.
static void narrow_marks_of_chinese_are_wide_in_the_copy(void **state)
{
    (void)state;
    static const char printed[] = "收入1,200亿元,增长3%,2017年为2%; 其中:出口12:5,进口（含,下同）9";
    static const char copy[] =
        "收入1,200亿元，增长3%，2017年为2%；其中：出口12:5，进口（含，下同）9";
    static const char *const slices[][2] = {{"1,200亿元", "1,200亿元"},
                                            {"3%", "3%"},
                                            {"2%", "2%"},
                                            {"其中：出口", "其中:出口"},
                                            {"进口（含，下同）", "进口（含,下同）"},
                                            {"9", "9"}};
    bs_arena arena = BS_ARENA_INIT;
    bs__joined joined;
    bs_str text = bs_str_from(printed);
    assert_int_equal(bs__join_lines(&joined, &arena, text, BS_LANG_ZH, NULL), BS_OK);
    if (!bs_str_equal(joined.text, bs_str_from(copy)))
        fail_msg("the copy is '%.*s'", BS_STR_ARG(joined.text));
    for (size_t i = 0; i < BS_COUNT(slices); i++) {
        size_t at = bs_str_find(joined.text, bs_str_from(slices[i][0]), 0);
        assert_int_not_equal(at, SIZE_MAX);
        bs_str slice = bs_str_slice(joined.text, at, at + strlen(slices[i][0]));
        bs_str found = bs__joined_name(&joined, slice);
        if (!bs_str_equal(found, bs_str_from(slices[i][1])))
            fail_msg("'%s' is found as '%.*s'", slices[i][0], BS_STR_ARG(found));
    }
    assert_int_equal(bs__join_lines(&joined, &arena, text, BS_LANG_EN, NULL), BS_OK);
    assert_true(joined.text.ptr == text.ptr);
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_joined),
        cmocka_unit_test(slices_are_found_where_they_are_printed),
        cmocka_unit_test(narrow_marks_of_chinese_are_wide_in_the_copy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
