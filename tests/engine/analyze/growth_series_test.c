// SPDX-License-Identifier: GPL-3.0-or-later
// Growth and index numbers along series. Expected numbers are calculated by hand, in the comments.
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/analyze/growth.h"

typedef struct row {
    const char *period;
    const char *value; // NULL for a missing one
    bs_value_status status;
    bs_qualifier qualifier;
} row;

static bs_period period_of(const char *text)
{
    bs_period period = BS_PERIOD_NONE;
    if (text[0] != '\0') {
        assert_int_equal(bs_period_parse(&period, bs_str_from(text), NULL), BS_OK);
    }
    return period;
}

static bs_series make_series(bs_arena *arena, const row *rows, size_t count)
{
    bs_series series = {.key = BS_STR("g/s"), .unit = BS_STR("t")};
    if (count > 0) series.frequency = period_of(rows[0].period).frequency;
    for (size_t i = 0; i < count; i++) {
        bs_observation *item = BS_PUSH(arena, &series.observations);
        *item = (bs_observation){.period = period_of(rows[i].period),
                                 .state = rows[i].value ? BS_STATE_VALUE : BS_STATE_EMPTY,
                                 .status = rows[i].status,
                                 .qualifier = rows[i].qualifier};
        if (rows[i].value == NULL) continue;
        assert_int_equal(bs_decimal_parse(&item->value, bs_str_from(rows[i].value), NULL), BS_OK);
    }
    return series;
}

typedef struct expected {
    bs_growth_state state;
    double value;
    const char *from; // ISO text of what it is compared with; NULL: nothing
} expected;

static bs_status grow(bs_growth_row_array *out, bs_arena *arena, const bs_series *series,
                      const bs_growth_options *options, bs_error *err)
{
    bs_line line;
    assert_int_equal(bs_line_make(&line, arena, series, NULL), BS_OK);
    return bs_growth_line(out, arena, &line, options, err);
}

static void assert_growth(const row *rows, size_t count, bs_growth_options options,
                          const expected *want)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_series series = make_series(&arena, rows, count);
    bs_growth_row_array got = {0};
    assert_int_equal(grow(&got, &arena, &series, &options, NULL), BS_OK);
    for (size_t i = 0; i < got.count; i++) {
        assert_int_equal(got.items[i].state, want[i].state);
        assert_int_equal(got.items[i].from != NULL, want[i].from != NULL);
        if (want[i].from != NULL) {
            assert_true(bs_period_equal(got.items[i].from->period, period_of(want[i].from)));
        }
        if (want[i].state == BS_GROWTH_KNOWN) {
            assert_float_equal(got.items[i].growth.value, want[i].value, 1e-6);
            assert_true(got.items[i].growth.low <= got.items[i].growth.value);
            assert_true(got.items[i].growth.high >= got.items[i].growth.value);
        }
    }
    bs_arena_deinit(&arena);
}

static const row quarters[] = {
    {.period = "2022-Q1", .value = "100"}, {.period = "2022-Q2", .value = "102"},
    {.period = "2022-Q3", .value = "101"}, {.period = "2022-Q4", .value = "105"},
    {.period = "2023-Q1", .value = "110"},
};

// 102/100, 101/102, 105/101, 110/105.
static void test_period_on_period(void **state)
{
    (void)state;
    static const expected want[] = {
        {BS_GROWTH_NO_BASE, 0, NULL},
        {BS_GROWTH_KNOWN, 2, "2022-Q1"},
        {BS_GROWTH_KNOWN, -0.980392, "2022-Q2"},
        {BS_GROWTH_KNOWN, 3.960396, "2022-Q3"},
        {BS_GROWTH_KNOWN, 4.761905, "2022-Q4"},
    };
    assert_growth(quarters, BS_COUNT(quarters), (bs_growth_options){.form = BS_GROWTH_PERIOD},
                  want);
}

static void test_year_on_year(void **state)
{
    (void)state;
    static const expected want[] = {
        {BS_GROWTH_NO_BASE, 0, NULL},     {BS_GROWTH_NO_BASE, 0, NULL},
        {BS_GROWTH_NO_BASE, 0, NULL},     {BS_GROWTH_NO_BASE, 0, NULL},
        {BS_GROWTH_KNOWN, 10, "2022-Q1"},
    };
    assert_growth(quarters, BS_COUNT(quarters), (bs_growth_options){.form = BS_GROWTH_YEAR}, want);
}

// 1.02^4 = 1.08243216; (101/102)^4 = 0.96135684; (105/101)^4 = 1.16810108; (110/105)^4
// = 1.20453617.
static void test_annualised(void **state)
{
    (void)state;
    static const expected want[] = {
        {BS_GROWTH_NO_BASE, 0, NULL},
        {BS_GROWTH_KNOWN, 8.243216, "2022-Q1"},
        {BS_GROWTH_KNOWN, -3.864275, "2022-Q2"},
        {BS_GROWTH_KNOWN, 16.807761, "2022-Q3"},
        {BS_GROWTH_KNOWN, 20.451869, "2022-Q4"},
    };
    assert_growth(quarters, BS_COUNT(quarters), (bs_growth_options){.form = BS_GROWTH_ANNUALISED},
                  want);
    bs_arena arena = BS_ARENA_INIT;
    static const row days[] = {{.period = "2023-01-01", .value = "1"}};
    bs_series series = make_series(&arena, days, BS_COUNT(days));
    bs_growth_row_array got = {0};
    bs_growth_options options = {.form = BS_GROWTH_ANNUALISED};
    assert_int_equal(grow(&got, &arena, &series, &options, NULL), BS_E_ARGUMENT);
    bs_arena_deinit(&arena);
}

// The mean of 2022 is 408 / 4 = 102; 100 / 102 = 98.039216 %, and so on.
static void test_index_on_the_mean_of_a_year(void **state)
{
    (void)state;
    static const expected want[] = {
        {BS_GROWTH_KNOWN, 98.039216, NULL},  {BS_GROWTH_KNOWN, 100, NULL},
        {BS_GROWTH_KNOWN, 99.019608, NULL},  {BS_GROWTH_KNOWN, 102.941176, NULL},
        {BS_GROWTH_KNOWN, 107.843137, NULL},
    };
    bs_growth_options options = {.form = BS_GROWTH_INDEX, .base = period_of("2022")};
    assert_growth(quarters, BS_COUNT(quarters), options, want);
    static const expected on_quarter[] = {
        {BS_GROWTH_KNOWN, 90.909091, NULL}, {BS_GROWTH_KNOWN, 92.727273, NULL},
        {BS_GROWTH_KNOWN, 91.818182, NULL}, {BS_GROWTH_KNOWN, 95.454545, NULL},
        {BS_GROWTH_KNOWN, 100, NULL},
    };
    options.base = period_of("2023-Q1");
    assert_growth(quarters, BS_COUNT(quarters), options, on_quarter);
}

static void test_a_base_must_be_there_and_above_zero(void **state)
{
    (void)state;
    static const row rows[] = {{.period = "2021", .value = "0"},
                               {.period = "2022", .value = "-5"},
                               {.period = "2023", .value = NULL},
                               {.period = "2024", .value = "7", .status = BS_STATUS_TARGET},
                               {.period = "2025", .value = "8"}};
    static const struct {
        const char *base;
        bs_status status;
    } cases[] = {
        {"2021", BS_E_ARGUMENT},     {"2022", BS_E_ARGUMENT},       {"2023", BS_E_NOT_FOUND},
        {"2024", BS_E_NOT_FOUND},    {"2020", BS_E_NOT_FOUND},      {"2025", BS_OK},
        {"2025-Q1", BS_E_NOT_FOUND}, {"2024/2025", BS_E_NOT_FOUND},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_arena arena = BS_ARENA_INIT;
        bs_error err = BS_ERROR_INIT;
        bs_series series = make_series(&arena, rows, BS_COUNT(rows));
        bs_growth_row_array got = {0};
        bs_growth_options options = {.form = BS_GROWTH_INDEX, .base = period_of(cases[i].base)};
        assert_int_equal(grow(&got, &arena, &series, &options, &err), cases[i].status);
        bool named = strstr(err.message, cases[i].base) != NULL;
        assert_int_equal(named, cases[i].status != BS_OK);
        bs_arena_deinit(&arena);
    }
    // One quarter of the year is missing, so that its mean is not known.
    bs_arena arena = BS_ARENA_INIT;
    bs_series series = make_series(&arena, quarters, BS_COUNT(quarters));
    bs_growth_row_array got = {0};
    bs_growth_options options = {.form = BS_GROWTH_INDEX, .base = period_of("2023")};
    assert_int_equal(grow(&got, &arena, &series, &options, NULL), BS_E_NOT_FOUND);
    bs_arena_deinit(&arena);
}

// Flat: 0. From zero, from and to a negative value, beside a missing one, over a gap: none.
static void test_flat_zero_negative_missing(void **state)
{
    (void)state;
    static const row rows[] = {
        {.period = "2015", .value = "5"},  {.period = "2016", .value = "5.0"},
        {.period = "2017", .value = "0"},  {.period = "2018", .value = "4"},
        {.period = "2019", .value = "-4"}, {.period = "2020", .value = "8"},
        {.period = "2021", .value = NULL}, {.period = "2022", .value = "9"},
        {.period = "2024", .value = "9"},  {.period = "", .value = "1"},
    };
    static const expected rates[] = {
        {BS_GROWTH_NO_BASE, 0, NULL},    {BS_GROWTH_KNOWN, 0, "2015"},
        {BS_GROWTH_KNOWN, -100, "2016"}, {BS_GROWTH_NO_RATE, 0, "2017"},
        {BS_GROWTH_NO_RATE, 0, "2018"},  {BS_GROWTH_NO_RATE, 0, "2019"},
        {BS_GROWTH_NO_VALUE, 0, NULL},   {BS_GROWTH_NO_BASE, 0, NULL},
        {BS_GROWTH_NO_BASE, 0, NULL},
    };
    assert_growth(rows, BS_COUNT(rows), (bs_growth_options){.form = BS_GROWTH_PERIOD}, rates);
    static const expected changes[] = {
        {BS_GROWTH_NO_BASE, 0, NULL},  {BS_GROWTH_KNOWN, 0, "2015"},  {BS_GROWTH_KNOWN, -5, "2016"},
        {BS_GROWTH_KNOWN, 4, "2017"},  {BS_GROWTH_KNOWN, -8, "2018"}, {BS_GROWTH_KNOWN, 12, "2019"},
        {BS_GROWTH_NO_VALUE, 0, NULL}, {BS_GROWTH_NO_BASE, 0, NULL},  {BS_GROWTH_NO_BASE, 0, NULL},
    };
    assert_growth(rows, BS_COUNT(rows), (bs_growth_options){.form = BS_GROWTH_CHANGE}, changes);
}

// A target is compared with a target, else with what came true; a provisional value with a final
// one.
static void test_what_is_compared_with_what(void **state)
{
    (void)state;
    static const row rows[] = {
        {.period = "2022", .value = "10"},
        {.period = "2023", .value = "11", .status = BS_STATUS_PROVISIONAL},
        {.period = "2023", .value = "20", .status = BS_STATUS_TARGET},
        {.period = "2024", .value = "22", .status = BS_STATUS_TARGET},
        {.period = "2024", .value = "33"},
    };
    static const expected want[] = {
        {BS_GROWTH_NO_BASE, 0, NULL},   {BS_GROWTH_KNOWN, 10, "2022"},
        {BS_GROWTH_KNOWN, 100, "2022"}, {BS_GROWTH_KNOWN, 10, "2023"},
        {BS_GROWTH_KNOWN, 200, "2023"},
    };
    assert_growth(rows, BS_COUNT(rows), (bs_growth_options){.form = BS_GROWTH_PERIOD}, want);
    // What came true is never compared with a plan.
    static const row planned[] = {{.period = "2023", .value = "20", .status = BS_STATUS_TARGET},
                                  {.period = "2024", .value = "33"}};
    static const expected none[] = {{BS_GROWTH_NO_BASE, 0, NULL}, {BS_GROWTH_NO_BASE, 0, NULL}};
    assert_growth(planned, BS_COUNT(planned), (bs_growth_options){.form = BS_GROWTH_PERIOD}, none);
}

// January to June against January to June a year before; leap days; rows in any order.
static void test_spans_days_and_order(void **state)
{
    (void)state;
    static const row spans[] = {{.period = "2024-01/2024-06", .value = "55"},
                                {.period = "2023-01/2023-06", .value = "50"},
                                {.period = "2023-01", .value = "9"}};
    static const expected half[] = {{BS_GROWTH_KNOWN, 10, "2023-01/2023-06"},
                                    {BS_GROWTH_NO_BASE, 0, NULL},
                                    {BS_GROWTH_NO_BASE, 0, NULL}};
    assert_growth(spans, BS_COUNT(spans), (bs_growth_options){.form = BS_GROWTH_YEAR}, half);
    static const row days[] = {{.period = "2024-02-29", .value = "3"},
                               {.period = "2023-02-28", .value = "2"}};
    static const expected leap[] = {{BS_GROWTH_KNOWN, 50, "2023-02-28"},
                                    {BS_GROWTH_NO_BASE, 0, NULL}};
    assert_growth(days, BS_COUNT(days), (bs_growth_options){.form = BS_GROWTH_YEAR}, leap);
}

static void test_rates_change_in_points(void **state)
{
    (void)state;
    bs_series share = {.measure = BS_MEASURE_SHARE, .unit = BS_STR("%")};
    bs_series level = {.unit = BS_STR("t")};
    assert_true(bs_growth_is_rate(&share));
    assert_false(bs_growth_is_rate(&level));
    assert_int_equal(bs_growth_form_for(&share, BS_GROWTH_PERIOD), BS_GROWTH_CHANGE);
    assert_int_equal(bs_growth_form_for(&share, BS_GROWTH_YEAR), BS_GROWTH_CHANGE_YEAR);
    assert_int_equal(bs_growth_form_for(&share, BS_GROWTH_ANNUALISED), BS_GROWTH_CHANGE);
    assert_int_equal(bs_growth_form_for(&level, BS_GROWTH_YEAR), BS_GROWTH_YEAR);
    assert_string_equal(bs_growth_form_name(BS_GROWTH_CHANGE_YEAR), "change_year");
    assert_string_equal(bs_growth_state_name(BS_GROWTH_NO_RATE), "no_rate");
}

// 100 * 7 / 4 = 175; by its digits 7 is 6.5 to 7.5 and 4 is 3.5 to 4.5: 144.444444 to 214.285714. A
// negative number is farthest from zero over the small end: -7.5 / 3.5 and -6.5 / 4.5.
static void test_bounds_of_an_index(void **state)
{
    (void)state;
    static const row rows[] = {{.period = "2022", .value = "4"},
                               {.period = "2023", .value = "7"},
                               {.period = "2024", .value = "-7"},
                               {.period = "2025", .value = "7", .qualifier = BS_MORE_THAN}};
    bs_arena arena = BS_ARENA_INIT;
    bs_series series = make_series(&arena, rows, BS_COUNT(rows));
    bs_growth_row_array got = {0};
    bs_growth_options options = {.form = BS_GROWTH_INDEX, .base = period_of("2022")};
    assert_int_equal(grow(&got, &arena, &series, &options, NULL), BS_OK);
    assert_float_equal(got.items[1].growth.value, 175, 1e-9);
    assert_float_equal(got.items[1].growth.low, 144.444444, 1e-6);
    assert_float_equal(got.items[1].growth.high, 214.285714, 1e-6);
    assert_float_equal(got.items[2].growth.low, -214.285714, 1e-6);
    assert_float_equal(got.items[2].growth.high, -144.444444, 1e-6);
    assert_true(isinf(got.items[3].growth.high));
    bs_arena_deinit(&arena);
}

// A part from 40 to 45 adds 5 points to a whole that was 100; from 45 to 50, over 110, 4.545455.
// ln 1.125 = 0.11778304; 100 ln(50 / 45) = 10.536052. A whole in another unit, and none at all, are
// refused.
static void test_contributions_and_logarithms(void **state)
{
    (void)state;
    static const row part_rows[] = {{.period = "2020", .value = "40"},
                                    {.period = "2021", .value = "45"},
                                    {.period = "2022", .value = "50"}};
    static const row whole_rows[] = {{.period = "2020", .value = "100"},
                                     {.period = "2021", .value = "110"}};
    bs_arena arena = BS_ARENA_INIT;
    bs_series part = make_series(&arena, part_rows, BS_COUNT(part_rows));
    bs_series whole = make_series(&arena, whole_rows, BS_COUNT(whole_rows));
    bs_line whole_line;
    assert_int_equal(bs_line_make(&whole_line, &arena, &whole, NULL), BS_OK);
    bs_growth_options options = {.form = BS_GROWTH_CONTRIBUTION_YEAR, .whole = &whole_line};
    bs_growth_row_array got = {0}, logs = {0};
    assert_int_equal(grow(&got, &arena, &part, &options, NULL), BS_OK);
    assert_true(fabs(got.items[1].growth.value - 5) < 1e-9);
    assert_true(fabs(got.items[2].growth.value - 4.545454545) < 1e-9);
    // 100 (45.5 - 39.5) / 99.5 at the most.
    assert_true(fabs(got.items[1].growth.high - 6.030150754) < 1e-9);
    bs_growth_options log_options = {.form = BS_GROWTH_LOG};
    assert_int_equal(grow(&logs, &arena, &part, &log_options, NULL), BS_OK);
    assert_true(fabs(logs.items[1].growth.value - 11.778303566) < 1e-9);
    assert_true(fabs(logs.items[2].growth.value - 10.536051566) < 1e-9);
    whole.unit = BS_STR("m3");
    assert_int_equal(grow(&got, &arena, &part, &options, NULL), BS_E_ARGUMENT);
    options.whole = NULL;
    assert_int_equal(grow(&got, &arena, &part, &options, NULL), BS_E_ARGUMENT);
    bs_arena_deinit(&arena);
}

// 100 to 133.1 = 1.1^3 in a year and a half is 1.1^2 a year: 21 %.
static void test_growth_between_two_periods(void **state)
{
    (void)state;
    static const row rows[] = {{.period = "2020-Q1", .value = "100"},
                               {.period = "2020-Q3", .value = "-4"},
                               {.period = "2021-Q3", .value = "133.1"}};
    bs_arena arena = BS_ARENA_INIT;
    bs_series series = make_series(&arena, rows, BS_COUNT(rows));
    bs_line line;
    bs_growth_stretch got;
    assert_int_equal(bs_line_make(&line, &arena, &series, NULL), BS_OK);
    bs_growth_between(&got, &line, period_of("2020-Q1"), BS_PERIOD_NONE);
    assert_int_equal(got.row.state, BS_GROWTH_KNOWN);
    assert_true(fabs(got.row.growth.value - 21) < 1e-9);
    assert_true(fabs(got.years - 1.5) < 1e-12);
    bs_growth_between(&got, &line, BS_PERIOD_NONE, BS_PERIOD_NONE);
    assert_true(bs_period_equal(got.from, period_of("2020-Q3")));
    bs_growth_between(&got, &line, BS_PERIOD_NONE, period_of("2020-Q3"));
    assert_true(bs_period_equal(got.from, period_of("2020-Q1")));
    bs_growth_between(&got, &line, period_of("2020-Q3"), BS_PERIOD_NONE);
    assert_int_equal(got.row.state, BS_GROWTH_NO_RATE);
    assert_true(bs_period_equal(got.row.blame, period_of("2020-Q3")));
    bs_growth_between(&got, &line, period_of("2020-Q2"), BS_PERIOD_NONE);
    assert_int_equal(got.row.state, BS_GROWTH_NO_BASE);
    bs_growth_between(&got, &line, period_of("2021-Q3"), period_of("2020-Q1"));
    assert_int_equal(got.row.state, BS_GROWTH_NO_RATE);
    bs_arena_deinit(&arena);
}

// Weeks make up nothing, months no longer period that is missing one of them; shares do not add up;
// a plan is no part of an average.
static void test_longer_periods_and_averages(void **state)
{
    (void)state;
    static const row rows[] = {{.period = "2021-01", .value = "1.5"},
                               {.period = "2021-02", .value = "2"},
                               {.period = "2021-03", .value = "3"},
                               {.period = "2021-04", .value = "4"},
                               {.period = "2021-06", .value = "9"},
                               {.period = "2021-07", .value = "8", .status = BS_STATUS_TARGET}};
    bs_arena arena = BS_ARENA_INIT;
    bs_series series = make_series(&arena, rows, BS_COUNT(rows));
    bs_line line, made;
    assert_int_equal(bs_line_make(&line, &arena, &series, NULL), BS_OK);
    bs_status status =
        bs_line_gather(&made, &arena, &line, BS_FREQUENCY_QUARTER, BS_GATHER_SUM, NULL);
    assert_int_equal(status, BS_OK);
    assert_int_equal(made.points.count, 2);
    assert_true(made.points.items[0].exact);
    assert_int_equal(made.points.items[0].digits.coefficient, 65);
    assert_true(fabs(made.points.items[0].number.low - (6.5 - 0.05 - 0.5 - 0.5)) < 1e-12);
    assert_non_null(made.points.items[1].why);
    status = bs_line_gather(&made, &arena, &line, BS_FREQUENCY_QUARTER, BS_GATHER_LAST, NULL);
    assert_int_equal(status, BS_OK);
    assert_true(made.points.items[1].number.value == 9);
    status = bs_line_gather(&made, &arena, &line, BS_FREQUENCY_WEEK, BS_GATHER_SUM, NULL);
    assert_int_equal(status, BS_E_ARGUMENT);
    status = bs_line_average(&made, &arena, &line, 2, BS_AVERAGE_TRAILING, NULL);
    assert_int_equal(status, BS_OK);
    assert_true(made.points.items[1].number.value == 1.75);
    assert_non_null(made.points.items[4].why);
    assert_non_null(made.points.items[5].why);
    assert_int_equal(bs_line_average(&made, &arena, &line, 1, BS_AVERAGE_TRAILING, NULL),
                     BS_E_ARGUMENT);
    series.unit = BS_STR("%");
    status = bs_line_gather(&made, &arena, &line, BS_FREQUENCY_QUARTER, BS_GATHER_SUM, NULL);
    assert_int_equal(status, BS_E_ARGUMENT);
    bs_arena_deinit(&arena);
}

static void test_empty_series(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_series series = {.frequency = BS_FREQUENCY_ANNUAL};
    bs_growth_row_array got = {0};
    bs_growth_options options = {.form = BS_GROWTH_YEAR};
    assert_int_equal(grow(&got, &arena, &series, &options, NULL), BS_OK);
    assert_int_equal(got.count, 0);
    options = (bs_growth_options){.form = BS_GROWTH_INDEX, .base = period_of("2022")};
    assert_int_equal(grow(&got, &arena, &series, &options, NULL), BS_E_NOT_FOUND);
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_period_on_period),
        cmocka_unit_test(test_year_on_year),
        cmocka_unit_test(test_annualised),
        cmocka_unit_test(test_index_on_the_mean_of_a_year),
        cmocka_unit_test(test_a_base_must_be_there_and_above_zero),
        cmocka_unit_test(test_flat_zero_negative_missing),
        cmocka_unit_test(test_what_is_compared_with_what),
        cmocka_unit_test(test_spans_days_and_order),
        cmocka_unit_test(test_rates_change_in_points),
        cmocka_unit_test(test_bounds_of_an_index),
        cmocka_unit_test(test_contributions_and_logarithms),
        cmocka_unit_test(test_growth_between_two_periods),
        cmocka_unit_test(test_longer_periods_and_averages),
        cmocka_unit_test(test_empty_series),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
