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
        cmocka_unit_test(test_empty_series),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
