// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "engine/base/array.h"
#include "engine/extract/group_name.h"

typedef struct row {
    bs_lang lang; // of the document
    const char *caption;
    const char *name;
} row;

static const row rows[] = {
    {BS_LANG_EN, "Births by region, 1985", "Births by region"},
    {BS_LANG_EN, "Births (1985)", "Births"},
    {BS_LANG_EN, "Energy brief, March 2025 Use", "Energy brief Use"},
    {BS_LANG_EN, "1985 births by region", "births by region"},
    {BS_LANG_EN, "Q1 2024: sales by region", "sales by region"},
    {BS_LANG_EN, "Market survey in March 2025 by county", "Market survey by county"},
    {BS_LANG_EN, "Population as of 1 July 2024", "Population"},
    {BS_LANG_EN, "Accounts for the year ended 31 March 2024", "Accounts"},
    {BS_LANG_EN, "Exports in 2023 and 2024", "Exports"},
    {BS_LANG_EN, "Exports from January to June 2025", "Exports"},
    {BS_LANG_EN, "Weekly Bulletin (No. 14)", "Weekly Bulletin"},
    {BS_LANG_KO, "2024년 3분기 지역별 출생", "지역별 출생"},
    {BS_LANG_KO, "지역별 출생(2024년 3월)", "지역별 출생"},
    {BS_LANG_KO, "2024년 말 기준 등록 대수", "등록 대수"},
    {BS_LANG_KO, "주간 동향 (제14호)", "주간 동향"},
    {BS_LANG_KO, "10월호 경제동향", "경제동향"},
    {BS_LANG_KO, "2024년 분기별 수출", "분기별 수출"},
    {BS_LANG_ZH, "2024年1-6月固定资产投资", "固定资产投资"},
    {BS_LANG_ZH, "光大公司2024年年度报告", "光大公司年度报告"},
    {BS_LANG_ZH, "5月分析报告", "分析报告"},
    {BS_LANG_JA, "令和6年5月分 貿易統計", "貿易統計"},
    {BS_LANG_JA, "2024年5月分貿易統計", "貿易統計"},
    {BS_LANG_JA, "2025年3月期 第2四半期決算短信", "決算短信"},
    // The language of a document is not always that of its captions.
    {BS_LANG_EN, "2024년 지역별 출생", "지역별 출생"},
    // What is part of the name stays.
    {BS_LANG_EN, "GDP at 2015 prices, 2024", "GDP at 2015 prices"},
    {BS_LANG_EN, "Exports since 1990", "Exports since 1990"},
    {BS_LANG_EN, "Vision 2040", "Vision 2040"},
    {BS_LANG_KO, "2030년 목표", "2030년 목표"},
    {BS_LANG_KO, "6.25 전쟁 피해", "6.25 전쟁 피해"},
    {BS_LANG_KO, "지역별 출생", "지역별 출생"},
    // Nothing but a time.
    {BS_LANG_EN, "March 2025", ""},
    {BS_LANG_KO, "2024년", ""},
    {BS_LANG_EN, "", ""},
};

static void names_are_free_of_times(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    for (size_t i = 0; i < BS_COUNT(rows); i++) {
        bs_str name = bs__group_name(&arena, bs_str_from(rows[i].caption), rows[i].lang);
        if (!bs_str_equal(name, bs_str_from(rows[i].name)))
            fail_msg("'%s' is named '%.*s'", rows[i].caption, BS_STR_ARG(name));
    }
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(names_are_free_of_times)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
