// SPDX-License-Identifier: GPL-3.0-or-later
// Values are by hand, as a reader of the language counts them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/base/utf8.h"
#include "engine/extract/numeral_internal.h"
#include "engine/extract/scan_internal.h"

typedef struct numeral_case {
    bs_lang lang;
    const char *text;
    const char *value; // NULL: no numeral
    const char *read;  // what was read; NULL: all of it
} numeral_case;

static void check(const numeral_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bs_numeral number;
        bs_str text = bs_str_from(cases[i].text);
        bool found = bs_numeral_read(&number, text, 0, cases[i].lang);
        if (found != (cases[i].value != NULL)) fail_msg("'%s': found %d", cases[i].text, found);
        if (!found) continue;
        bs_buffer out = BS_BUFFER_INIT;
        bs_decimal_write(number.value, &out);
        bs_str read = bs_str_slice(text, 0, number.end);
        const char *wanted = cases[i].read ? cases[i].read : cases[i].text;
        if (strcmp(out.ptr, cases[i].value) != 0 || !bs_str_equal(read, bs_str_from(wanted))) {
            fail_msg("'%s' is %s of '%.*s'", cases[i].text, out.ptr, BS_STR_ARG(read));
        }
        bs_buffer_deinit(&out);
    }
}

static void digits_and_groups(void **state)
{
    (void)state;
    static const numeral_case cases[] = {
        {BS_LANG_EN, "1,234,567.89", "1234567.89", NULL},
        {BS_LANG_EN, "1,234,56", "1234", "1,234"},
        {BS_LANG_EN, "12,34,567", "1234567", NULL}, // as grouped in India
        {BS_LANG_EN, "1.234.567,8", "1234567.8", NULL},
        {BS_LANG_EN, "1.234", "1.234", NULL},
        {BS_LANG_EN, ".25", "0.25", NULL},
        {BS_LANG_EN, "4.800", "4.800", NULL},
        {BS_LANG_EN, "500,100 times", "500100", "500,100"},
        {BS_LANG_EN, "12,5", "12", "12"},
        {BS_LANG_EN, "1\u202F234\u202F567", "1234567", NULL},
        {BS_LANG_JA, "１２，３４５．６", "12345.6", NULL},
        {BS_LANG_ZH, "20，300", "20", "20"}, // a full-width comma between ASCII digits parts them
        {BS_LANG_EN, "999999999999999999", "999999999999999999", NULL},
        {BS_LANG_EN, "9999999999999999999", NULL, NULL}, // more than a decimal holds
        {BS_LANG_EN, "-5.5", "-5.5", NULL},
        {BS_LANG_EN, "−7", "-7", NULL},
    };
    check(cases, BS_COUNT(cases));
}

static void korean(void **state)
{
    (void)state;
    static const numeral_case cases[] = {
        {BS_LANG_KO, "7조 3,150억", "7315000000000", NULL},
        {BS_LANG_KO, "4억 2천 7백만", "427000000", NULL},
        {BS_LANG_KO, "23억8천만", "2380000000", NULL},
        {BS_LANG_KO, "3만 4천 500", "34500", NULL},
        {BS_LANG_KO, "29만 천 890", "291890", NULL},
        {BS_LANG_KO, "3백21", "321", NULL},
        {BS_LANG_KO, "만 6천", "16000", NULL},
        {BS_LANG_KO, "만 18세", "10000", "만"},
        {BS_LANG_KO, "3만 2023년", "30000", "3만"},
        {BS_LANG_KO, "3만 5천만", "30000", "3만"},
        {BS_LANG_KO, "스물여섯", "26", NULL},
        {BS_LANG_KO, "일백육십일", "161", NULL},
        {BS_LANG_KO, "이백점 칠일", "200.71", NULL},
        {BS_LANG_KO, "마이너스 오", "-5", NULL},
        {BS_LANG_KO, "3분의 1", "0.333333333333333", NULL},
        {BS_LANG_KO, "8분의 3", "0.375", NULL},
        {BS_LANG_KO, "수백만", "1000000", NULL},
        {BS_LANG_KO, "200여", "200", NULL},
        {BS_LANG_KO, "1/4", "0.25", NULL},
        {BS_LANG_KO, "9/27", "9", "9"},
        {BS_LANG_KO, "○ 5", NULL, NULL}, // a bullet
    };
    check(cases, BS_COUNT(cases));
}

static void chinese_and_japanese(void **state)
{
    (void)state;
    static const numeral_case cases[] = {
        {BS_LANG_ZH, "三百五", "350", NULL},
        {BS_LANG_JA, "一万三", "10003", NULL}, // the short form is Chinese only
        {BS_LANG_ZH, "一万三", "13000", NULL},
        {BS_LANG_ZH, "五亿零六", "500000006", NULL},
        {BS_LANG_ZH, "6.5万亿", "6500000000000", NULL},
        {BS_LANG_ZH, "四万万", "400000000", NULL},
        {BS_LANG_ZH, "叁佰贰拾", "320", NULL},
        {BS_LANG_ZH, "廿三", "23", NULL},
        {BS_LANG_ZH, "十多万", "100000", NULL},
        {BS_LANG_ZH, "二十几万", "200000", NULL},
        {BS_LANG_ZH, "百分之十二", "12", NULL},
        {BS_LANG_ZH, "二点七五", "2.75", NULL},
        {BS_LANG_ZH, "二又四分之一", "2.25", NULL},
        {BS_LANG_ZH, "二〇二三", "2023", NULL},
        {BS_LANG_ZH, "二三十", NULL, NULL},
        {BS_LANG_ZH, "3千卡", "3", "3"}, // 千卡 is a unit
        {BS_LANG_JA, "4万5000", "45000", NULL},
        {BS_LANG_JA, "300余り万", "3000000", NULL},
        {BS_LANG_JA, "にまんごせん", "25000", NULL},
        {BS_LANG_JA, "八百九十二", "892", NULL},
        {BS_LANG_JA, "千五十", "1050", NULL},
        {BS_LANG_JA, "三千万", "30000000", NULL},
    };
    check(cases, BS_COUNT(cases));
}

static void english(void **state)
{
    (void)state;
    static const numeral_case cases[] = {
        {BS_LANG_EN, "two hundred and five", "205", NULL},
        {BS_LANG_EN, "twenty-five thousand", "25000", NULL},
        {BS_LANG_EN, "3 hundred and 21", "321", NULL},
        {BS_LANG_EN, "5 million and 20 people", "5000000", "5 million"},
        {BS_LANG_EN, "half a million", "500000", NULL},
        {BS_LANG_EN, "half a dozen", "6", NULL},
        {BS_LANG_EN, "half a year", NULL, NULL},
        {BS_LANG_EN, "3 lakh crore", "3000000000000", NULL},
        {BS_LANG_EN, "two thousand million", "2000000000", NULL},
        {BS_LANG_EN, "6 crore and two hundred", "60000200", NULL},
        {BS_LANG_EN, "48.2 million", "48200000", NULL},
        {BS_LANG_EN, "10k", "10000", NULL},
        {BS_LANG_EN, "2.5bn", "2500000000", NULL},
        {BS_LANG_EN, "3 dozen", "36", NULL},
        {BS_LANG_EN, "two-thirds of", "0.666666666666667", "two-thirds"},
        {BS_LANG_EN, "5m", "5", "5"},
        {BS_LANG_EN, "tension", NULL, NULL},
    };
    check(cases, BS_COUNT(cases));
}

static void powers_of_ten(void **state)
{
    (void)state;
    static const numeral_case cases[] = {
        {BS_LANG_EN, "3.2×10^5", "320000", NULL},
        {BS_LANG_EN, "3.2 x 10^{5}", "320000", NULL},
        {BS_LANG_EN, "4*10**3", "4000", NULL},
        {BS_LANG_KO, "1.5×10³", "1500", NULL},
        {BS_LANG_JA, "2.5×10⁻³", "0.0025", NULL},
        {BS_LANG_ZH, "-7×10<sup>4</sup>", "-70000", NULL},
        {BS_LANG_EN, "10^6", "1000000", NULL},
        {BS_LANG_EN, "1.5e-3", "0.0015", NULL},
        {BS_LANG_EN, "2E+4", "20000", NULL},
        {BS_LANG_EN, "10³", "10", "10"},       // a note
        {BS_LANG_EN, "3×10", "3", "3"},        // a product
        {BS_LANG_EN, "2E4", "2", "2"},         // a name
        {BS_LANG_EN, "6.6×10⁻³⁴", NULL, NULL}, // too small for a decimal
    };
    check(cases, BS_COUNT(cases));
}

static void the_scale_of_a_decimal_is_what_was_printed(void **state)
{
    (void)state;
    bs_numeral number;
    assert_true(bs_numeral_read(&number, BS_STR("121억"), 0, BS_LANG_KO));
    assert_int_equal(number.value.coefficient, 121);
    assert_int_equal(number.value.scale, -8);
    assert_int_equal(number.power, 8);
    assert_true(bs_numeral_read(&number, BS_STR("2조 385억"), 0, BS_LANG_KO));
    assert_int_equal(number.value.scale, -8);
    assert_true(bs_numeral_read(&number, BS_STR("13.80억"), 0, BS_LANG_KO));
    assert_int_equal(number.value.scale, -6);
    assert_true(bs_numeral_read(&number, BS_STR("이십"), 0, BS_LANG_KO));
    assert_int_equal(number.value.scale, 0);
}

static void words_stand_in_byte_order(void **state)
{
    (void)state;
    for (size_t i = 1; i < bs__numeral_word_count; i++) {
        bs_str before = bs__numeral_words[i - 1].text;
        if (bs_str_compare(before, bs__numeral_words[i].text) > 0) {
            fail_msg("'%.*s' is out of order", BS_STR_ARG(before));
        }
    }
}

static void the_scanner_looks_at_every_first_character(void **state)
{
    (void)state;
    for (size_t i = 0; i < bs__numeral_word_count; i++) {
        const bs__word *word = &bs__numeral_words[i];
        bs_rune rune = bs_utf8_decode(word->text, 0);
        bool follows = word->kind == BS_WORD_OVER || word->kind == BS_WORD_POINT ||
                       word->kind == BS_WORD_PARTS || word->kind == BS_WORD_WITH;
        if (rune.code < 0x80 || follows) continue;
        if ((bs__first_kinds(rune.code) & BS_FIRST_AMOUNT) == 0) {
            fail_msg("'%.*s' would never be found", BS_STR_ARG(word->text));
        }
    }
    assert_int_equal(bs__first_kinds(0xAC00), 0); // 가 begins no number
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits_and_groups),
        cmocka_unit_test(korean),
        cmocka_unit_test(chinese_and_japanese),
        cmocka_unit_test(english),
        cmocka_unit_test(powers_of_ten),
        cmocka_unit_test(the_scale_of_a_decimal_is_what_was_printed),
        cmocka_unit_test(words_stand_in_byte_order),
        cmocka_unit_test(the_scanner_looks_at_every_first_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
