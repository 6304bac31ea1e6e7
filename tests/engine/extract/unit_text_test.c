// SPDX-License-Identifier: GPL-3.0-or-later
// Captions and headers as statistical offices print them; the unit and power are by hand.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/extract/scan.h"

typedef struct unit_case {
    bs_lang lang;
    const char *text;
    const char *unit; // NULL: states none
    int power;
    int stated;
    const char *part; // what is the unit part; NULL: not looked at
} unit_case;

static void units_of_headers(void **state)
{
    (void)state;
    static const unit_case cases[] = {
        {BS_LANG_KO, "(단위: 만 위안)", "CNY", 4, 1, "(단위: 만 위안)"},
        {BS_LANG_KO, "〈수출 추이(단위: 억 원)〉", "KRW", 8, 1, "(단위: 억 원)"},
        {BS_LANG_KO, "단위 : 억원, %", "KRW", 8, 1, NULL},
        {BS_LANG_KO, "매출액(만 위안)", "CNY", 4, 0, "(만 위안)"},
        {BS_LANG_KO, "GDP (억 달러)", "USD", 8, 0, NULL},
        {BS_LANG_KO, "보급률 (%)", "%", 0, 0, "(%)"},
        {BS_LANG_KO, "%p", "%p", 0, 0, NULL},
        {BS_LANG_KO, "인구(천 명)", "count:명", 3, 0, NULL},
        {BS_LANG_KO, "센터 수 (개)", "count:개", 0, 0, NULL},
        {BS_LANG_KO, "연산력 (EFLOPS)", "EFLOPS", 0, 0, NULL},
        {BS_LANG_KO, "지수 (2020=100)", "index", 0, 1, NULL},
        {BS_LANG_KO, "백만 달러", "USD", 6, 0, NULL},
        {BS_LANG_JA, "（百万円）", "JPY", 6, 0, NULL},
        {BS_LANG_JA, "人口（千人）", "count:人", 3, 0, NULL},
        {BS_LANG_JA, "単位：億円", "JPY", 8, 1, NULL},
        {BS_LANG_ZH, "发电量（亿千瓦时）", "kWh", 8, 0, NULL},
        {BS_LANG_ZH, "单位：万元", "CNY", 4, 1, NULL},
        {BS_LANG_ZH, "增速（%）", "%", 0, 0, NULL},
        {BS_LANG_EN, "Sales ($ millions)", "USD", 6, 0, NULL},
        {BS_LANG_EN, "US$ bn", "USD", 9, 0, NULL},
        {BS_LANG_EN, "(In thousands)", "1", 3, 1, NULL},
        {BS_LANG_EN, "Exports, in thousands", "1", 3, 1, NULL},
        {BS_LANG_EN, "Output (million tonnes)", "t", 6, 0, NULL},
        {BS_LANG_EN, "Index (2015=100)", "index", 0, 1, NULL},
        {BS_LANG_EN, "Share, %", "%", 0, 0, NULL},
        {BS_LANG_KO, "광전송망(OTN)", NULL, 0, 0, NULL},
        {BS_LANG_KO, "연구원(선전)", NULL, 0, 0, NULL},
        {BS_LANG_KO, "지역", NULL, 0, 0, NULL},
        {BS_LANG_EN, "Debt (% of GDP)", "%", 0, 0, "(% of GDP)"},
        {BS_LANG_KO, "증감률(전년대비, %)", "%", 0, 0, NULL},
        {BS_LANG_EN, "Growth, % y/y", "%", 0, 0, NULL},
        {BS_LANG_EN, "($'000)", "USD", 3, 0, NULL},
        {BS_LANG_EN, "Year", NULL, 0, 0, NULL},
        {BS_LANG_EN, "Country", NULL, 0, 0, NULL},
        {BS_LANG_EN, "Change in stocks", NULL, 0, 0, NULL},
        {BS_LANG_KO, "", NULL, 0, 0, NULL},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_unit_text unit = {0};
        bs_arena arena = BS_ARENA_INIT;
        bs_str text = bs_str_from(cases[i].text);
        bool found = bs_scan_unit(&unit, &arena, text, cases[i].lang);
        if (found != (cases[i].unit != NULL)) {
            fail_msg("'%s': %.*s", cases[i].text, BS_STR_ARG(unit.unit));
        }
        if (found) {
            if (!bs_str_equal(unit.unit, bs_str_from(cases[i].unit)) ||
                unit.power != cases[i].power || unit.stated != (bool)cases[i].stated) {
                fail_msg("'%s': %.*s power %d stated %d", cases[i].text, BS_STR_ARG(unit.unit),
                         unit.power, unit.stated);
            }
            assert_true(unit.start < unit.end && unit.end <= text.len);
            bs_str part = bs_str_slice(text, unit.start, unit.end);
            if (cases[i].part != NULL && !bs_str_equal(part, bs_str_from(cases[i].part))) {
                fail_msg("'%s': part '%.*s'", cases[i].text, BS_STR_ARG(part));
            }
        }
        bool whole = found && unit.start == 0 && unit.end == text.len;
        if (bs_scan_whole_unit(&unit, &arena, text, cases[i].lang) != whole)
            fail_msg("'%s': %s", cases[i].text, whole ? "is a unit" : "is no unit");
        bs_arena_deinit(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(units_of_headers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
