// SPDX-License-Identifier: GPL-3.0-or-later
// Factors are those of the International System (BIPM brochure, 9th edition) and of the 1959
// agreement on the yard and pound.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/base/array.h"
#include "engine/core/unit.h"

static void forms_stand_in_byte_order(void **state)
{
    (void)state;
    size_t count;
    const bs_unit_form *forms = bs_unit_forms(&count);
    for (size_t i = 1; i < count; i++) {
        if (strcmp(forms[i - 1].text, forms[i].text) > 0)
            fail_msg("'%s' stands before '%s'", forms[i - 1].text, forms[i].text);
    }
}

// An initializer of just the size of its array leaves no room for the end.
static void forms_and_codes_have_an_end(void **state)
{
    (void)state;
    size_t count;
    const bs_unit_form *forms = bs_unit_forms(&count);
    for (size_t i = 0; i < count; i++) {
        assert_non_null(memchr(forms[i].text, '\0', sizeof forms[i].text));
        assert_non_null(memchr(forms[i].code, '\0', sizeof forms[i].code));
    }
}

static void forms_name_units_of_the_table(void **state)
{
    (void)state;
    size_t count;
    const bs_unit_form *forms = bs_unit_forms(&count);
    for (size_t i = 0; i < count; i++) {
        bs_str code = bs_str_from(forms[i].code);
        bool counter = bs_str_starts(code, BS_STR("count:"));
        if (!counter && bs_unit_find(code) == NULL) fail_msg("no unit '%s'", forms[i].code);
        if ((forms[i].flags & BS_FORM_EXACT_CASE) == 0) {
            for (const char *at = forms[i].text; *at != '\0'; at++) {
                if (*at >= 'A' && *at <= 'Z') fail_msg("'%s' has capitals", forms[i].text);
            }
        }
    }
}

static void bases_exist_and_measure_the_same(void **state)
{
    (void)state;
    size_t count;
    const bs_unit *units = bs_unit_table(&count);
    for (size_t i = 0; i < count; i++) {
        if (units[i].base == NULL) continue;
        const bs_unit *base = bs_unit_find(bs_str_from(units[i].base));
        assert_non_null(base);
        assert_null(base->base);
        assert_int_equal(base->dimension, units[i].dimension);
        assert_true(units[i].factor.coefficient > 0);
    }
}

static void the_longest_form_wins(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bs_lang lang;
        const char *code;
    } cases[] = {
        {"km/h on", BS_LANG_EN, "km/h"}, {"kilometres", BS_LANG_EN, "km"},
        {"MW", BS_LANG_EN, "MW"},        {"mW", BS_LANG_EN, "mW"},
        {"千瓦时", BS_LANG_ZH, "kWh"},   {"千瓦", BS_LANG_ZH, "kW"},
        {"百 分 点", BS_LANG_ZH, "%p"},  {"%포인트", BS_LANG_KO, "%p"},
        {"퍼센트", BS_LANG_KO, "%"},     {"¥5", BS_LANG_ZH, "CNY"},
        {"¥5", BS_LANG_JA, "JPY"},       {"엑사플롭스", BS_LANG_KO, "EFLOPS"},
        {"GB", BS_LANG_EN, "GB"},        {"Gb", BS_LANG_EN, "Gbit"},
        {"KM", BS_LANG_EN, "km"},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        const bs_unit_form *form = bs_unit_match(bs_str_from(cases[i].text), cases[i].lang);
        if (form == NULL) fail_msg("'%s' is no unit", cases[i].text);
        assert_string_equal(form->code, cases[i].code);
    }
    assert_null(bs_unit_match(BS_STR("zzz"), BS_LANG_EN));
    assert_null(bs_unit_match(BS_STR("위안"), BS_LANG_EN));
    assert_null(bs_unit_match(BS_STR(""), BS_LANG_KO));
}

static void sides_and_coins(void **state)
{
    (void)state;
    size_t taken;
    const bs_unit_form *form = bs_unit_match_side(BS_STR("分"), BS_LANG_JA, BS_UNIT_BEHIND, &taken);
    assert_string_equal(form->code, "dur:minute");
    form = bs_unit_match_side(BS_STR("分"), BS_LANG_JA, BS_UNIT_COIN, &taken);
    assert_string_equal(form->code, "CNY");
    assert_null(bs_unit_match_side(BS_STR("人民币"), BS_LANG_EN, BS_UNIT_BEFORE, &taken));
    form = bs_unit_match_side(BS_STR("个 百 分 点上升"), BS_LANG_ZH, BS_UNIT_BEHIND, &taken);
    assert_string_equal(form->code, "%p");
    assert_int_equal(taken, strlen("个 百 分 点"));
}

static void conversion_is_exact(void **state)
{
    (void)state;
    static const struct {
        const char *value, *from, *to, *out;
    } cases[] = {
        {"1.5", "MW", "kW", "1500"},
        {"250", "kW", "MW", "0.25"},
        {"1", "mi", "m", "1609.344"},
        {"1", "in", "cm", "2.54"},
        {"2", "GB", "Gbit", "16"},
        {"3", "dur:year", "dur:month", "36"},
        {"12", "USX", "USD", "0.12"},
        {"1", "lb", "g", "453.59237"},
        {"5", "km2", "ha", "500"},
        {"7", "CNY", "CNY", "7"},
        {"206", "EFLOPS", "PFLOPS", "206000"},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_decimal value;
        bs_decimal wanted;
        bs_decimal out;
        assert_int_equal(bs_decimal_parse(&value, bs_str_from(cases[i].value), NULL), BS_OK);
        assert_int_equal(bs_decimal_parse(&wanted, bs_str_from(cases[i].out), NULL), BS_OK);
        assert_int_equal(bs_unit_convert(&out, value, bs_str_from(cases[i].from),
                                         bs_str_from(cases[i].to), NULL),
                         BS_OK);
        assert_true(bs_decimal_equal(out, wanted));
    }
    bs_decimal out = {7, 7};
    bs_decimal one = {1, 0};
    assert_int_equal(bs_unit_convert(&out, one, BS_STR("kW"), BS_STR("kg"), NULL), BS_E_ARGUMENT);
    assert_int_equal(bs_unit_convert(&out, one, BS_STR("USD"), BS_STR("CNY"), NULL), BS_E_ARGUMENT);
    assert_int_equal(bs_unit_convert(&out, one, BS_STR("count:개"), BS_STR("1"), NULL),
                     BS_E_ARGUMENT);
    assert_int_equal(bs_unit_convert(&out, one, BS_STR("m"), BS_STR("mi"), NULL), BS_E_RANGE);
    assert_int_equal(out.coefficient, 7);
}

static void dimensions(void **state)
{
    (void)state;
    assert_int_equal(bs_unit_dimension(BS_STR("CNY")), BS_DIM_MONEY);
    assert_int_equal(bs_unit_dimension(BS_STR("count:개")), BS_DIM_COUNT_OF);
    assert_int_equal(bs_unit_dimension(BS_STR("dur:year")), BS_DIM_DURATION);
    assert_int_equal(bs_unit_dimension(BS_STR("%p")), BS_DIM_POINT);
    assert_int_equal(bs_unit_dimension(BS_STR("1")), BS_DIM_NONE);
    for (int i = 0; i < BS_DIMENSION_COUNT; i++)
        assert_non_null(bs_dimension_name((bs_dimension)i));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_stand_in_byte_order),
        cmocka_unit_test(forms_and_codes_have_an_end),
        cmocka_unit_test(forms_name_units_of_the_table),
        cmocka_unit_test(bases_exist_and_measure_the_same),
        cmocka_unit_test(the_longest_form_wins),
        cmocka_unit_test(sides_and_coins),
        cmocka_unit_test(conversion_is_exact),
        cmocka_unit_test(dimensions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
