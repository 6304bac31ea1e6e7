// SPDX-License-Identifier: GPL-3.0-or-later
// Expected languages are what a reader of the sentence would say.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/base/array.h"
#include "engine/core/lang.h"

static void codes_are_read_as_they_are_written(void **state)
{
    (void)state;
    for (unsigned i = 0; i < BS_LANG_COUNT; i++) {
        bs_lang lang = BS_LANG_COUNT;
        bs_error err = BS_ERROR_INIT;
        assert_int_equal(bs_lang_parse(&lang, bs_str_from(bs_lang_code((bs_lang)i)), &err), BS_OK);
        assert_int_equal(lang, i);
    }
    assert_string_equal(bs_lang_code(BS_LANG_JA), "ja");
    assert_string_equal(bs_lang_code(BS_LANG_UNKNOWN), "und");
}

static void an_unknown_code_is_answered_with_the_list(void **state)
{
    (void)state;
    bs_lang lang = BS_LANG_KO;
    bs_error err = BS_ERROR_INIT;
    assert_int_equal(bs_lang_parse(&lang, BS_STR("fr"), &err), BS_E_ARGUMENT);
    assert_int_equal(lang, BS_LANG_KO);
    assert_non_null(strstr(err.message, "'fr'"));
    assert_non_null(strstr(err.message, "ko, zh, ja, en"));
}

static void text_is_told_by_script_and_words(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bs_lang fallback;
        bs_lang expected;
    } cases[] = {
        {"수출은 전년 대비 9.8% 증가했다", BS_LANG_UNKNOWN, BS_LANG_KO},
        {"연산력 규모 (EFLOPS)", BS_LANG_UNKNOWN, BS_LANG_KO},
        {"둥관(東莞)시와 광저우(廣州)시", BS_LANG_ZH, BS_LANG_KO},
        {"全年国内生产总值1260582亿元", BS_LANG_UNKNOWN, BS_LANG_ZH},
        {"算力基础设施", BS_LANG_KO, BS_LANG_ZH},
        {"算力规模超过300EFLOPS", BS_LANG_EN, BS_LANG_ZH},
        {"訪日外国人旅行者数は2506万人", BS_LANG_UNKNOWN, BS_LANG_JA},
        {"平成三十年度国勢調査結果の概要", BS_LANG_UNKNOWN, BS_LANG_JA},
        {"経済産業省", BS_LANG_ZH, BS_LANG_JA},
        {"ソウル", BS_LANG_KO, BS_LANG_JA},
        {"Exports rose 9.8% on the year", BS_LANG_KO, BS_LANG_EN},
        {"Exports of Kakao (카카오) rose by a tenth in the third quarter", BS_LANG_KO, BS_LANG_EN},
        {"Guangdong Academy of Sciences (廣東省科學院) signed contracts", BS_LANG_KO, BS_LANG_EN},
        // Shared characters alone: the text around decides; without any it is Chinese.
        {"人口", BS_LANG_JA, BS_LANG_JA},
        {"人口", BS_LANG_KO, BS_LANG_KO},
        {"人口", BS_LANG_EN, BS_LANG_ZH},
        {"人口", BS_LANG_UNKNOWN, BS_LANG_ZH},
        // No letters.
        {"", BS_LANG_JA, BS_LANG_JA},
        {"1,234.5 (%)", BS_LANG_KO, BS_LANG_KO},
        {"https://example.org/a/b", BS_LANG_KO, BS_LANG_KO},
        {"<td class=\"number\">12</td>", BS_LANG_ZH, BS_LANG_ZH},
        {"a < b > c", BS_LANG_ZH, BS_LANG_EN},
        {"<주요국 비교>", BS_LANG_EN, BS_LANG_KO},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_lang lang = bs_lang_detect(bs_str_from(cases[i].text), cases[i].fallback);
        if (lang != cases[i].expected) print_error("%s: %s\n", cases[i].text, bs_lang_code(lang));
        assert_int_equal(lang, cases[i].expected);
    }
}

// The tables are searched by halving: a form out of its order would not be found.
static void every_form_is_found(void **state)
{
    (void)state;
    assert_int_equal(bs_lang_detect(BS_STR("业"), BS_LANG_JA), BS_LANG_ZH);
    assert_int_equal(bs_lang_detect(BS_STR("龙"), BS_LANG_JA), BS_LANG_ZH);
    assert_int_equal(bs_lang_detect(BS_STR("们"), BS_LANG_JA), BS_LANG_ZH);
    assert_int_equal(bs_lang_detect(BS_STR("円"), BS_LANG_ZH), BS_LANG_JA);
    assert_int_equal(bs_lang_detect(BS_STR("齢"), BS_LANG_ZH), BS_LANG_JA);
    assert_int_equal(bs_lang_detect(BS_STR("発"), BS_LANG_ZH), BS_LANG_JA);
}

static void broken_bytes_are_no_letters(void **state)
{
    (void)state;
    assert_int_equal(bs_lang_detect((bs_str){"\xFF\xFE\x80<h", 5}, BS_LANG_KO), BS_LANG_EN);
    assert_int_equal(bs_lang_detect((bs_str){"\xED\xA0\x80<", 4}, BS_LANG_KO), BS_LANG_KO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_read_as_they_are_written),
        cmocka_unit_test(an_unknown_code_is_answered_with_the_list),
        cmocka_unit_test(text_is_told_by_script_and_words),
        cmocka_unit_test(every_form_is_found),
        cmocka_unit_test(broken_bytes_are_no_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
