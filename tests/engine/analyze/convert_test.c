// SPDX-License-Identifier: GPL-3.0-or-later
// Units exactly, money by rates. Expected numbers are calculated by hand, in the comments.
#include "engine/analyze/convert.h"

#include "series_rows.h"

static bs_line line_of(bs_arena *arena, const bs_series *series)
{
    bs_line line;
    assert_int_equal(bs_line_make(&line, arena, series, NULL), BS_OK);
    return line;
}

// 1500 MWh is 1.500 GWh, with the digits that were printed, and 1499.5 to 1500.5 of it.
static void test_units_are_exact(void **state)
{
    (void)state;
    static const row rows[] = {{.period = "2023", .value = "1500"},
                               {.period = "2024", .value = NULL}};
    bs_arena arena = BS_ARENA_INIT;
    bs_series series = series_of(&arena, "output", "MWh", rows, BS_COUNT(rows));
    bs_line line = line_of(&arena, &series);
    bs_convert_options options = {.to = BS_STR("GWh")};
    bs_converted_array got = {0};
    assert_int_equal(bs_convert_line(&got, &arena, &line, &options, NULL), BS_OK);
    assert_int_equal(got.items[0].digits.coefficient, 1500);
    assert_int_equal(got.items[0].digits.scale, 3);
    assert_near(got.items[0].number.low, 1.4995);
    assert_near(got.items[0].number.high, 1.5005);
    assert_non_null(got.items[1].why);
    options.to = BS_STR("KRW");
    assert_int_equal(bs_convert_line(&got, &arena, &line, &options, NULL), BS_E_ARGUMENT);
    bs_arena_deinit(&arena);
}

// 120 at 185 is 22200; 119.5 * 184.5 = 22047.75, 120.5 * 185.5 = 22352.75. A year without a rate
// has none. Divided, 120 / 185 = 0.648648...; given for 100, 222.
static void test_money_by_rates(void **state)
{
    (void)state;
    static const row values[] = {{.period = "2023", .value = "120"},
                                 {.period = "2024", .value = "90"}};
    static const row rates[] = {{.period = "2023", .value = "185"}};
    bs_arena arena = BS_ARENA_INIT;
    bs_series series = series_of(&arena, "exports", "CNY", values, BS_COUNT(values));
    bs_series rate_series = series_of(&arena, "rate", "KRW", rates, BS_COUNT(rates));
    bs_line line = line_of(&arena, &series), rate = line_of(&arena, &rate_series);
    bs_convert_options options = {
        .to = BS_STR("KRW"), .rate = &rate, .rate_per = {1, 0}, .rate_by = BS_GATHER_MEAN};
    bs_converted_array got = {0};
    assert_int_equal(bs_convert_line(&got, &arena, &line, &options, NULL), BS_OK);
    assert_true(got.items[0].exact);
    assert_int_equal(got.items[0].digits.coefficient, 22200);
    assert_near(got.items[0].number.low, 22047.75);
    assert_near(got.items[0].number.high, 22352.75);
    assert_non_null(got.items[1].why);
    options.rate_per = (bs_decimal){100, 0};
    got.count = 0;
    assert_int_equal(bs_convert_line(&got, &arena, &line, &options, NULL), BS_OK);
    assert_near(bs_decimal_double(got.items[0].digits), 222);
    options.rate_per = (bs_decimal){1, 0};
    options.use = BS_RATE_DIVIDE;
    got.count = 0;
    assert_int_equal(bs_convert_line(&got, &arena, &line, &options, NULL), BS_OK);
    assert_false(got.items[0].exact);
    assert_near(got.items[0].number.value, 120.0 / 185);
    bs_arena_deinit(&arena);
}

// Quarterly money at monthly rates: the mean of 10, 11 and 12 is 11, the last is 12.
static void test_rates_of_shorter_periods(void **state)
{
    (void)state;
    static const row values[] = {{.period = "2023-Q1", .value = "100"},
                                 {.period = "2023-Q2", .value = "100"}};
    static const row rates[] = {{.period = "2023-01", .value = "10"},
                                {.period = "2023-02", .value = "11"},
                                {.period = "2023-03", .value = "12"},
                                {.period = "2023-04", .value = "13"}};
    bs_arena arena = BS_ARENA_INIT;
    bs_series series = series_of(&arena, "exports", "CNY", values, BS_COUNT(values));
    bs_series rate_series = series_of(&arena, "rate", "KRW", rates, BS_COUNT(rates));
    bs_line line = line_of(&arena, &series), rate = line_of(&arena, &rate_series);
    static const struct {
        bs_gather by;
        double value;
    } cases[] = {{BS_GATHER_MEAN, 1100}, {BS_GATHER_LAST, 1200}};
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_convert_options options = {
            .to = BS_STR("KRW"), .rate = &rate, .rate_per = {1, 0}, .rate_by = cases[i].by};
        bs_converted_array got = {0};
        assert_int_equal(bs_convert_line(&got, &arena, &line, &options, NULL), BS_OK);
        assert_near(got.items[0].number.value, cases[i].value);
        assert_non_null(got.items[1].why);
    }
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_units_are_exact),
        cmocka_unit_test(test_money_by_rates),
        cmocka_unit_test(test_rates_of_shorter_periods),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
