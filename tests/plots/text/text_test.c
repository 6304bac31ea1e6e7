// SPDX-License-Identifier: GPL-3.0-or-later
// Line breaks are by hand, with a measurer that gives every wide letter 10 px and every other
// one 5.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "engine/base/buffer.h"
#include "engine/base/utf8.h"
#include "plots/text/text.h"

static void assert_near(double a, double b, double tolerance)
{
    assert_true(fabs(a - b) <= tolerance);
}

static double plain_width(void *context, bs_str text, bs_font font)
{
    (void)context;
    (void)font;
    return 5.0 * (double)bs_utf8_width(text);
}

typedef struct wrap_case {
    double width_px;
    const char *text;
    const char *lines; // with bars between
} wrap_case;

static void run(const wrap_case *c, bool balanced)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_text *text;
    bs_text_source source = {plain_width, NULL};
    assert_int_equal(bs_text_new_from(&text, source, NULL), BS_OK);
    bs_wrapped_array lines = {0};
    bs_wrap_options options = {{12, false}, c->width_px, balanced};
    assert_int_equal(bs_text_wrap(&lines, &arena, text, bs_str_from(c->text), &options, NULL),
                     BS_OK);
    bs_buffer all = BS_BUFFER_INIT;
    bs_buffer_add_char(&all, '[');
    for (size_t i = 0; i < lines.count; i++) {
        if (i > 0) bs_buffer_add_char(&all, '|');
        bs_buffer_add(&all, lines.items[i].text);
        assert_near(lines.items[i].width, plain_width(NULL, lines.items[i].text, options.font), 0);
    }
    bs_buffer_add_char(&all, ']');
    bs_str inside = bs_str_slice(bs_buffer_str(&all), 1, all.len - 1);
    assert_int_equal(inside.len, strlen(c->lines));
    assert_memory_equal(inside.ptr, c->lines, inside.len);
    bs_buffer_deinit(&all);
    bs_text_free(text);
    bs_arena_deinit(&arena);
}

static void lines_break_as_each_script_does(void **state)
{
    (void)state;
    static const wrap_case cases[] = {
        {100, "", ""},
        {100, "  ", ""},
        {100, "저장 총량", "저장 총량"},
        // Korean keeps its words whole, also where a syllable more would fit.
        {50, "연간 수출액 증가율", "연간|수출액|증가율"},
        {70, "광전송망(OTN) 보급률", "광전송망(OTN)|보급률"},
        // Wider than the line: broken between characters as a last resort.
        {40, "주장수리위원회", "주장수리|위원회"},
        {60, "국립 주장수리위원회", "국립|주장수리위원|회"},
        // A name in brackets goes whole to the next line, hanja and all.
        {80, "중산대학(中山大學)", "중산대학|(中山大學)"},
        // Chinese and Japanese break anywhere but before closing and after opening marks.
        {40, "全国高技术产业", "全国高技|术产业"},
        {40, "全国高技，产业", "全国高|技，产业"},
        {40, "全国高（技产）", "全国高|（技产）"},
        {40, "データセンター", "データセ|ンター"},
        {40, "スマートー", "スマー|トー"},
        {50, "annual output of steel", "annual|output of|steel"},
        {100, "one\ntwo", "one|two"},
        {1, "ab", "a|b"}, // a single character may be wider
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++)
        run(&cases[i], false);
}

static void headings_are_balanced(void **state)
{
    (void)state;
    static const wrap_case cases[] = {
        {90, "가나다라 마바사아 자", "가나다라|마바사아 자"},
        {200, "짧은 제목", "짧은 제목"},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++)
        run(&cases[i], true);
}

static void cleaning_leaves_only_what_can_be_drawn(void **state)
{
    (void)state;
    static const struct {
        const char *raw;
        const char *clean;
    } cases[] = {
        {"a\tb\x01"
         "c",
         "a b c"},
        {"1\xE2\x80\xAE"
         "23\xE2\x80\xAC",
         "123"}, // override of the writing direction
        {"\x1B[31mred", " [31mred"},
        {"a\nb", "a\nb"},
        {"bad \xFF byte", "bad \xEF\xBF\xBD byte"},
        {"line\xE2\x80\xA8separator", "line separator"},
    };
    bs_arena arena = BS_ARENA_INIT;
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_str clean = bs_text_clean(&arena, bs_str_from(cases[i].raw));
        assert_int_equal(clean.len, strlen(cases[i].clean));
        assert_memory_equal(clean.ptr, cases[i].clean, clean.len);
    }
    bs_arena_deinit(&arena);
}

static void a_letter_that_no_font_has_is_an_error(void **state)
{
    (void)state;
    bs_text *text;
    assert_int_equal(bs_text_new(&text, BS_LANG_KO, NULL), BS_OK);
    double width = -1;
    bs_error err = BS_ERROR_INIT;
    // U+10FFFD is for private use, and no font of Debian has it.
    bs_str line = BS_STR("값 \xF4\x8F\xBF\xBD");
    for (int i = 0; i < 2; i++) { // the second time, too: a failure is not kept as a width
        assert_int_equal(bs_text_width(&width, text, line, (bs_font){12, false}, &err), BS_E_GLYPH);
    }
    assert_near(width, -1, 0);
    assert_non_null(strstr(err.message, "U+10FFFD"));
    bs_text_free(text);
}

static void fonts_measure_all_four_languages(void **state)
{
    (void)state;
    static const struct {
        bs_lang lang;
        const char *text;
    } cases[] = {{BS_LANG_KO, "연산력 규모 똠방각하 ①②"},
                 {BS_LANG_ZH, "数据中心 × 单位：亿元"},
                 {BS_LANG_JA, "データセンター 縦軸"},
                 {BS_LANG_EN, "provisional – 1,234.5 %"},
                 {BS_LANG_UNKNOWN, "값 值 値"}};
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_text *text;
        assert_int_equal(bs_text_new(&text, cases[i].lang, NULL), BS_OK);
        double small, large, again;
        bs_str line = bs_str_from(cases[i].text);
        assert_int_equal(bs_text_width(&small, text, line, (bs_font){10, false}, NULL), BS_OK);
        assert_int_equal(bs_text_width(&large, text, line, (bs_font){20, false}, NULL), BS_OK);
        assert_int_equal(bs_text_width(&again, text, line, (bs_font){10, false}, NULL), BS_OK);
        assert_true(small > 0);
        // Without hinting, text twice as high is twice as wide.
        assert_near(large, 2 * small, 0.01 * large);
        assert_true(again == small);
        bs_text_free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_break_as_each_script_does),
        cmocka_unit_test(headings_are_balanced),
        cmocka_unit_test(cleaning_leaves_only_what_can_be_drawn),
        cmocka_unit_test(a_letter_that_no_font_has_is_an_error),
        cmocka_unit_test(fonts_measure_all_four_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
