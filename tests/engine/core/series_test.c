// SPDX-License-Identifier: GPL-3.0-or-later
// What units and groups are called before people.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/core/series.h"

static void test_unit_names(void **state)
{
    (void)state;
    static const struct {
        const char *printed;
        const char *code;
        const char *expected;
    } cases[] = {
        {"(단위: 만 위안)", "CNY", "만 위안"},
        {"（单位：亿元）", "CNY", "亿元"},
        {"[GWh]", "GWh", "GWh"},
        {"thousand", "1", "thousand"},
        {"", "count:개", "개"},
        {"", "MW", "MW"},
        {"", "1", ""},
        {"", "", ""},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_series series = {.unit_text = bs_str_from(cases[i].printed),
                            .unit = bs_str_from(cases[i].code)};
        bs_str name = bs_series_unit_name(&series);
        assert_true(bs_str_equal(name, bs_str_from(cases[i].expected)));
    }
}

static void test_group_names(void **state)
{
    (void)state;
    bs_series series = {.group = BS_STR("〈 수출입 현황 〉")};
    assert_true(bs_str_equal(bs_series_group_name(&series), BS_STR("수출입 현황")));
    series.group = BS_STR("Exports (goods)");
    assert_true(bs_str_equal(bs_series_group_name(&series), series.group));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unit_names),
        cmocka_unit_test(test_group_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
