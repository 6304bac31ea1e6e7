// SPDX-License-Identifier: GPL-3.0-or-later
// Headers as tables print them, and the ISO 8601 period that each means, by hand.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/extract/scan.h"

typedef struct header_case {
    bs_lang lang;
    const char *text;
    const char *period; // NULL: no period
    bs_value_status status;
} header_case;

static void periods_of_headers(void **state)
{
    (void)state;
    static const header_case cases[] = {
        {BS_LANG_KO, "2023년", "2023", BS_STATUS_ACTUAL},
        {BS_LANG_KO, "2023", "2023", BS_STATUS_ACTUAL},
        {BS_LANG_KO, "'23", "2023", BS_STATUS_ACTUAL},
        {BS_LANG_KO, "23년", "2023", BS_STATUS_ACTUAL},
        {BS_LANG_KO, "'98년", "1998", BS_STATUS_ACTUAL},
        {BS_LANG_KO, "'23.1Q", "2023-Q1", BS_STATUS_ACTUAL},
        {BS_LANG_KO, "2023.3분기", "2023-Q3", BS_STATUS_ACTUAL},
        {BS_LANG_KO, "3분기", "2023-Q3", BS_STATUS_ACTUAL},
        {BS_LANG_KO, "1월", "2023-01", BS_STATUS_ACTUAL},
        {BS_LANG_KO, "2023.10", "2023-10", BS_STATUS_ACTUAL},
        {BS_LANG_KO, "10.13", "2023-10-13", BS_STATUS_ACTUAL},
        {BS_LANG_KO, "2023p", "2023", BS_STATUS_PROVISIONAL},
        {BS_LANG_KO, "2024(E)", "2024", BS_STATUS_ESTIMATE},
        {BS_LANG_KO, "2025년 (목표)", "2025", BS_STATUS_TARGET},
        {BS_LANG_KO, "2025년 전망", "2025", BS_STATUS_FORECAST},
        {BS_LANG_KO, "2023년 상반기", "2023-H1", BS_STATUS_ACTUAL},
        {BS_LANG_KO, "2013~2017년", "2013/2017", BS_STATUS_ACTUAL},
        {BS_LANG_ZH, "2024年1-6月", "2024-01/2024-06", BS_STATUS_ACTUAL},
        {BS_LANG_ZH, "2025年目标", "2025", BS_STATUS_TARGET},
        {BS_LANG_ZH, "第三季度", "2023-Q3", BS_STATUS_ACTUAL},
        {BS_LANG_JA, "令和5年度", "2023", BS_STATUS_ACTUAL},
        {BS_LANG_JA, "2024年度見通し", "2024", BS_STATUS_FORECAST},
        {BS_LANG_EN, "Q1", "2023-Q1", BS_STATUS_ACTUAL},
        {BS_LANG_EN, "Q1 2024", "2024-Q1", BS_STATUS_ACTUAL},
        {BS_LANG_EN, "2024Q1", "2024-Q1", BS_STATUS_ACTUAL},
        {BS_LANG_EN, "2024-Q1", "2024-Q1", BS_STATUS_ACTUAL},
        {BS_LANG_EN, "1Q24", "2024-Q1", BS_STATUS_ACTUAL},
        {BS_LANG_EN, "Jan 2024", "2024-01", BS_STATUS_ACTUAL},
        {BS_LANG_EN, "Jan-24", "2024-01", BS_STATUS_ACTUAL},
        {BS_LANG_EN, "March", "2023-03", BS_STATUS_ACTUAL},
        {BS_LANG_EN, "FY2023", "2023", BS_STATUS_ACTUAL},
        {BS_LANG_EN, "2025 target", "2025", BS_STATUS_TARGET},
        {BS_LANG_EN, "2024f", "2024", BS_STATUS_FORECAST},
        {BS_LANG_EN, "202401", "2024-01", BS_STATUS_ACTUAL},
        {BS_LANG_EN, "2024-01-15", "2024-01-15", BS_STATUS_ACTUAL},
        {BS_LANG_KO, "2023.1~9월", "2023-01/2023-09", BS_STATUS_ACTUAL},
        {BS_LANG_KO, "2023년 12월말", "2023-12", BS_STATUS_ACTUAL},
        {BS_LANG_EN, "2023/24", "2023", BS_STATUS_ACTUAL},
        {BS_LANG_KO, "증감률", NULL, BS_STATUS_ACTUAL},
        {BS_LANG_KO, "2023년 매출", NULL, BS_STATUS_ACTUAL},
        {BS_LANG_KO, "13.45", NULL, BS_STATUS_ACTUAL},
        {BS_LANG_KO, "13월", NULL, BS_STATUS_ACTUAL},
        {BS_LANG_EN, "Total", NULL, BS_STATUS_ACTUAL},
        {BS_LANG_EN, "12,345", NULL, BS_STATUS_ACTUAL},
        {BS_LANG_EN, "", NULL, BS_STATUS_ACTUAL},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_time_text time = {0};
        bool found = bs_scan_time(&time, bs_str_from(cases[i].text), cases[i].lang);
        if (found != (cases[i].period != NULL)) fail_msg("'%s': found %d", cases[i].text, found);
        if (!found) continue;
        bs_period period;
        assert_int_equal(bs_when_period(&period, time.from, time.to, 2023, NULL), BS_OK);
        bs_buffer out = BS_BUFFER_INIT;
        bs_period_write(period, &out);
        if (strcmp(out.ptr, cases[i].period) != 0) fail_msg("'%s' is %s", cases[i].text, out.ptr);
        if (time.status != cases[i].status) {
            fail_msg("'%s' is %s", cases[i].text, bs_value_status_name(time.status));
        }
        bs_buffer_deinit(&out);
    }
}

static void a_missing_year_is_asked_for(void **state)
{
    (void)state;
    bs_period period;
    bs_when september = {.month = 9};
    assert_int_equal(bs_when_period(&period, september, (bs_when){0}, 0, NULL), BS_E_RANGE);
    assert_int_equal(bs_when_period(&period, september, (bs_when){0}, 2022, NULL), BS_OK);
    assert_int_equal(bs_period_year_of(period), 2022);
    assert_int_equal(bs_when_period(&period, (bs_when){0}, (bs_when){0}, 2022, NULL), BS_E_RANGE);
    bs_when no_day = {.year = 2023, .month = 2, .day = 29};
    assert_int_equal(bs_when_period(&period, no_day, (bs_when){0}, 2023, NULL), BS_E_RANGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(periods_of_headers),
        cmocka_unit_test(a_missing_year_is_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
