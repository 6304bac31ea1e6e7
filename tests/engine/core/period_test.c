// SPDX-License-Identifier: GPL-3.0-or-later
// Expected values: the calendar, ISO 8601 weeks as printed by `date -d DAY +%G-W%V`, and days since
// 1970-01-01 as printed by `date -u -d DAY +%s` divided by 86400.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/base/array.h"
#include "engine/core/period.h"

static bs_period period(const char *text)
{
    bs_period out;
    assert_int_equal(bs_period_parse(&out, bs_str_from(text), NULL), BS_OK);
    return out;
}

static void assert_written(bs_period p, const char *expected)
{
    bs_buffer out = BS_BUFFER_INIT;
    bs_buffer_add(&out, BS_STR("|"));
    bs_period_write(p, &out);
    assert_string_equal(out.ptr + 1, expected);
    bs_buffer_deinit(&out);
}

typedef struct text_case {
    const char *text, *written;
} text_case;

static void text_round_trips(void **state)
{
    (void)state;
    static const text_case cases[] = {
        {"2023", "2023"},
        {"FY2023", "2023"},
        {"2023-A1", "2023"},
        {"2023-H1", "2023-H1"},
        {"2023-S2", "2023-H2"},
        {"2023H1", "2023-H1"},
        {"2023-Q4", "2023-Q4"},
        {"2023Q1", "2023-Q1"},
        {"2023-06", "2023-06"},
        {"2023M06", "2023-06"},
        {"2023-M12", "2023-12"},
        {"2023-W41", "2023-W41"},
        {"2020-W53", "2020-W53"},
        {"2023-10-09", "2023-10-09"},
        {"2024-02-29", "2024-02-29"},
        {"2023-06-T3", "2023-06-T3"},
        {"2013/2017", "2013/2017"},
        {"2023-01/2023-09", "2023-01/2023-09"},
        {"0001", "0001"},
        {"9999-12-31", "9999-12-31"},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++)
        assert_written(period(cases[i].text), cases[i].written);
    assert_written(BS_PERIOD_NONE, "");
}

static void parse_refuses_other_text(void **state)
{
    (void)state;
    static const char *const bad[] = {"",          "23",       "2023-", "2023-Q", "2023Q12x",
                                      "2023-1-",   "20230101", "2023/", "/2023",  "2023-X1",
                                      "2023-06-T", "12023",    "abcd",  "2023 "};
    for (size_t i = 0; i < BS_COUNT(bad); i++) {
        bs_period out;
        bs_error err = BS_ERROR_INIT;
        assert_int_equal(bs_period_parse(&out, bs_str_from(bad[i]), &err), BS_E_FORMAT);
        assert_non_null(strstr(err.message, "is not a period"));
    }
}

static void parse_refuses_periods_that_do_not_exist(void **state)
{
    (void)state;
    static const char *const bad[] = {"2023-13",    "2023-00",    "2023-Q5",      "2023-H3",
                                      "2023-W53",   "2023-02-29", "1900-02-29",   "2023-04-31",
                                      "2023-06-T4", "2017/2013",  "2023/2023-06", "0000"};
    for (size_t i = 0; i < BS_COUNT(bad); i++) {
        bs_period out;
        assert_int_equal(bs_period_parse(&out, bs_str_from(bad[i]), NULL), BS_E_RANGE);
    }
}

static void days_are_counted_from_1970(void **state)
{
    (void)state;
    assert_int_equal(period("1970-01-01").first, 0);
    assert_int_equal(period("2000-03-01").first, 11017);
    assert_int_equal(period("2023-10-13").first, 19643);
    assert_int_equal(period("1969-12-31").first, -1);
    assert_int_equal(period("2024-02-29").first, 19782);
}

static void next_is_one_more(void **state)
{
    (void)state;
    static const text_case cases[] = {
        {"2023", "2024"},
        {"2023-H2", "2024-H1"},
        {"2023-Q4", "2024-Q1"},
        {"2023-12", "2024-01"},
        {"2020-W53", "2021-W01"},
        {"2023-12-31", "2024-01-01"},
        {"2024-02-28", "2024-02-29"},
        {"2023-12-T3", "2024-01-T1"},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        assert_written(bs_period_offset(period(cases[i].text), 1), cases[i].written);
        assert_written(bs_period_offset(period(cases[i].written), -1), cases[i].text);
    }
    assert_true(bs_period_is_none(bs_period_offset(BS_PERIOD_NONE, 5)));
}

static void a_year_earlier_is_the_same_part_of_the_year(void **state)
{
    (void)state;
    assert_written(bs_period_offset_years(period("2023-Q1"), -1), "2022-Q1");
    assert_written(bs_period_offset_years(period("2024-02-29"), -1), "2023-02-28");
    assert_written(bs_period_offset_years(period("2023-10-13"), 1), "2024-10-13");
    assert_written(bs_period_offset_years(period("2013/2017"), 2), "2015/2019");
}

static void first_and_last_day(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bs_date start, end;
    } cases[] = {
        {"2023", {2023, 1, 1}, {2023, 12, 31}},       {"2023-H2", {2023, 7, 1}, {2023, 12, 31}},
        {"2024-Q1", {2024, 1, 1}, {2024, 3, 31}},     {"2024-02", {2024, 2, 1}, {2024, 2, 29}},
        {"2023-06-T2", {2023, 6, 11}, {2023, 6, 20}}, {"2024-02-T3", {2024, 2, 21}, {2024, 2, 29}},
        {"2023-W41", {2023, 10, 9}, {2023, 10, 15}},  {"2021-W01", {2021, 1, 4}, {2021, 1, 10}},
        {"2013/2017", {2013, 1, 1}, {2017, 12, 31}},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_date start = bs_period_start(period(cases[i].text)),
                end = bs_period_end(period(cases[i].text));
        assert_memory_equal(&start, &cases[i].start, sizeof start);
        assert_memory_equal(&end, &cases[i].end, sizeof end);
    }
}

static void order_and_containment(void **state)
{
    (void)state;
    assert_true(bs_period_compare(period("2022-Q4"), period("2023-01")) < 0);
    assert_true(bs_period_compare(period("2023-01"), period("2023")) <
                0); // begins together, ends first
    assert_int_equal(bs_period_compare(period("2023"), period("2023")), 0);
    assert_true(bs_period_compare(BS_PERIOD_NONE, period("0001")) < 0);
    assert_true(bs_period_contains(period("2023"), period("2023-06")));
    assert_true(bs_period_contains(period("2013/2017"), period("2015-W10")));
    assert_false(bs_period_contains(period("2023-06"), period("2023")));
    assert_false(bs_period_contains(BS_PERIOD_NONE, period("2023")));
}

static void every_day_of_four_centuries_round_trips(void **state)
{
    (void)state;
    bs_period day = period("1890-01-01");
    bs_date expected = {1890, 1, 1};
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int i = 0; i < 146097; i++) {
        bs_date got = bs_period_start(day);
        assert_memory_equal(&got, &expected, sizeof got);
        bool leap =
            (expected.year % 4 == 0 && expected.year % 100 != 0) || expected.year % 400 == 0;
        if (++expected.day > lengths[expected.month - 1] + (expected.month == 2 && leap)) {
            expected.day = 1;
            if (++expected.month > 12) expected = (bs_date){expected.year + 1, 1, 1};
        }
        day = bs_period_offset(day, 1);
    }
}

static void weeks_of_days_and_of_months(void **state)
{
    (void)state;
    static const struct {
        bs_date day;
        const char *week; // date -d DAY +%G-W%V
    } days[] = {
        {{2025, 4, 3}, "2025-W14"},   {{2021, 1, 3}, "2020-W53"},  {{2026, 1, 1}, "2026-W01"},
        {{1969, 12, 28}, "1969-W52"}, {{1960, 2, 29}, "1960-W09"},
    };
    static const struct {
        bs_date date; // a month and the number of a week in it
        const char *week;
    } weeks[] = {
        {{2025, 4, 1}, "2025-W14"},  // Thursday the 3rd
        {{2025, 3, 4}, "2025-W13"},  // the 27th
        {{2026, 1, 1}, "2026-W01"},  // the 1st
        {{2026, 1, 5}, "2026-W05"},  // the 29th
        {{2024, 12, 1}, "2024-W49"}, // the 5th
    };
    bs_period week;
    for (size_t i = 0; i < BS_COUNT(days); i++) {
        assert_int_equal(bs_period_week_of_day(&week, days[i].day, NULL), BS_OK);
        assert_true(bs_period_equal(week, period(days[i].week)));
    }
    for (size_t i = 0; i < BS_COUNT(weeks); i++) {
        assert_int_equal(bs_period_week_of_month(&week, weeks[i].date, NULL), BS_OK);
        assert_true(bs_period_equal(week, period(weeks[i].week)));
    }
    // April 2025 has four Thursdays.
    assert_int_equal(bs_period_week_of_month(&week, (bs_date){2025, 4, 5}, NULL), BS_E_RANGE);
    assert_int_equal(bs_period_week_of_month(&week, (bs_date){2025, 13, 1}, NULL), BS_E_RANGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_round_trips),
        cmocka_unit_test(parse_refuses_other_text),
        cmocka_unit_test(parse_refuses_periods_that_do_not_exist),
        cmocka_unit_test(days_are_counted_from_1970),
        cmocka_unit_test(next_is_one_more),
        cmocka_unit_test(weeks_of_days_and_of_months),
        cmocka_unit_test(a_year_earlier_is_the_same_part_of_the_year),
        cmocka_unit_test(first_and_last_day),
        cmocka_unit_test(order_and_containment),
        cmocka_unit_test(every_day_of_four_centuries_round_trips),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
