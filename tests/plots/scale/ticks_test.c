// SPDX-License-Identifier: GPL-3.0-or-later
// Linear ticks are those of the R package labeling 0.4.2, by the author of the algorithm, as
// extended(low, high, wanted, only.loose = ...) prints them; log ticks are by hand.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "engine/base/array.h"
#include "plots/scale/ticks.h"

typedef struct tick_case {
    double low;
    double high;
    int wanted;
    bs_ticks_reach reach;
    const char *values; // with blanks between
} tick_case;

static const tick_case cases[] = {
    {8.1, 14.1, 4, BS_TICKS_TIGHT, "8 10 12 14"},
    {8.1, 14.1, 4, BS_TICKS_LOOSE, "7.5 10 12.5 15"},
    {0, 100, 5, BS_TICKS_TIGHT, "0 25 50 75 100"},
    {0, 100, 5, BS_TICKS_LOOSE, "0 25 50 75 100"},
    {0, 300, 4, BS_TICKS_TIGHT, "0 100 200 300"},
    {0, 300, 4, BS_TICKS_LOOSE, "0 100 200 300"},
    {206, 300, 4, BS_TICKS_TIGHT, "210 240 270 300"},
    {206, 300, 4, BS_TICKS_LOOSE, "200 250 300"},
    {0, 1300000000, 5, BS_TICKS_TIGHT, "0 250000000 500000000 750000000 1000000000 1250000000"},
    {0, 1300000000, 5, BS_TICKS_LOOSE, "0 500000000 1000000000 1500000000"},
    {-3.2, 4.7, 5, BS_TICKS_TIGHT, "-4 -2 0 2 4"},
    {-3.2, 4.7, 5, BS_TICKS_LOOSE, "-4 -2 0 2 4 6"},
    {0.0012, 0.0087, 5, BS_TICKS_TIGHT, "0 0.002 0.004 0.006 0.008"},
    {0.0012, 0.0087, 5, BS_TICKS_LOOSE, "0.001 0.003 0.005 0.007 0.009"},
    {998, 1003, 5, BS_TICKS_TIGHT, "998 999 1000 1001 1002 1003"},
    {998, 1003, 5, BS_TICKS_LOOSE, "998 999 1000 1001 1002 1003"},
    {1, 20, 10, BS_TICKS_TIGHT, "0 2 4 6 8 10 12 14 16 18 20"},
    {1, 20, 10, BS_TICKS_LOOSE, "0 2 4 6 8 10 12 14 16 18 20"},
    {-100, -7, 5, BS_TICKS_TIGHT, "-100 -75 -50 -25 0"},
    {-100, -7, 5, BS_TICKS_LOOSE, "-100 -75 -50 -25 0"},
    {0, 130049.86, 5, BS_TICKS_TIGHT, "0 25000 50000 75000 100000 125000"},
    {0, 130049.86, 5, BS_TICKS_LOOSE, "0 50000 100000 150000"},
    {0, 80, 4, BS_TICKS_TIGHT, "0 25 50 75"},
    {0, 80, 4, BS_TICKS_LOOSE, "0 20 40 60 80"},
    {0, 1, 3, BS_TICKS_TIGHT, "0 0.5 1"},
    {0, 1, 3, BS_TICKS_LOOSE, "0 0.5 1"},
    {0, 51, 6, BS_TICKS_TIGHT, "0 10 20 30 40 50"},
    {0, 51, 6, BS_TICKS_LOOSE, "0 10 20 30 40 50 60"},
    {0.00000012, 0.00000034, 4, BS_TICKS_TIGHT,
     "0.0000001 0.00000015 0.0000002 0.00000025 0.0000003 0.00000035"},
    {0.00000012, 0.00000034, 4, BS_TICKS_LOOSE,
     "0.0000001 0.00000015 0.0000002 0.00000025 0.0000003 0.00000035"},
    {0, 7, 8, BS_TICKS_TIGHT, "0 1 2 3 4 5 6 7"},
    {0, 7, 8, BS_TICKS_LOOSE, "0 1 2 3 4 5 6 7"},
    {-1, 1, 5, BS_TICKS_TIGHT, "-1 -0.5 0 0.5 1"},
    {-1, 1, 5, BS_TICKS_LOOSE, "-1 -0.5 0 0.5 1"},
    {17, 18, 5, BS_TICKS_TIGHT, "17 17.25 17.5 17.75 18"},
    {17, 18, 5, BS_TICKS_LOOSE, "17 17.25 17.5 17.75 18"},
    {0, 999999999, 6, BS_TICKS_TIGHT, "0 200000000 400000000 600000000 800000000 1000000000"},
    {0, 999999999, 6, BS_TICKS_LOOSE, "0 200000000 400000000 600000000 800000000 1000000000"},
    {23.4, 23.9, 5, BS_TICKS_TIGHT, "23.4 23.5 23.6 23.7 23.8 23.9"},
};

static void assert_values(const bs_ticks *ticks, const char *expected)
{
    bs_buffer all = BS_BUFFER_INIT;
    for (int i = 0; i < ticks->count; i++) {
        if (i > 0) bs_buffer_add_char(&all, ' ');
        bs_decimal_write(bs_decimal_normal(ticks->values[i]), &all);
    }
    assert_string_equal(all.ptr, expected);
    bs_buffer_deinit(&all);
}

static void linear_ticks_are_those_of_the_reference(void **state)
{
    (void)state;
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_ticks_options options = {cases[i].wanted, cases[i].reach, BS_DECIMAL_SCALE_MAX};
        bs_ticks ticks;
        assert_int_equal(bs_ticks_linear(&ticks, cases[i].low, cases[i].high, &options, NULL),
                         BS_OK);
        assert_values(&ticks, cases[i].values);
    }
}

// A tick that is the lowest value itself encloses it, although 23.4 is no binary fraction: the
// reference goes one step too far here.
static void an_end_that_is_a_tick_needs_no_other(void **state)
{
    (void)state;
    bs_ticks ticks;
    assert_int_equal(bs_ticks_linear(&ticks, 23.4, 23.9, NULL, NULL), BS_OK);
    assert_values(&ticks, "23.4 23.5 23.6 23.7 23.8 23.9");
}

static void counts_have_whole_ticks(void **state)
{
    (void)state;
    bs_ticks_options options = {5, BS_TICKS_LOOSE, 0};
    bs_ticks ticks;
    assert_int_equal(bs_ticks_linear(&ticks, 17, 18, &options, NULL), BS_OK);
    assert_values(&ticks, "17 18");
    assert_int_equal(ticks.decimals, 0);
    assert_int_equal(bs_ticks_linear(&ticks, 0, 2, &options, NULL), BS_OK);
    assert_values(&ticks, "0 1 2");
}

static void all_labels_show_the_places_of_the_step(void **state)
{
    (void)state;
    bs_ticks ticks;
    assert_int_equal(bs_ticks_linear(&ticks, 0, 1.5, NULL, NULL), BS_OK);
    assert_int_equal(ticks.decimals, 1);
    assert_int_equal(bs_ticks_linear(&ticks, 17, 18, NULL, NULL), BS_OK);
    assert_int_equal(ticks.decimals, 2);
}

static void flat_data_reach_to_zero(void **state)
{
    (void)state;
    static const struct {
        double value, low, high;
    } flat[] = {{5, 0, 5}, {-3, -3, 0}, {0, 0, 1}};
    for (size_t i = 0; i < BS_COUNT(flat); i++) {
        bs_ticks ticks;
        assert_int_equal(bs_ticks_linear(&ticks, flat[i].value, flat[i].value, NULL, NULL), BS_OK);
        assert_true(ticks.low <= flat[i].low && ticks.high >= flat[i].high);
        assert_true(ticks.count >= 2);
    }
}

// What holds for any data: rising, at least two, enclosing, at most a step beyond either end.
static void loose_ticks_enclose_anything(void **state)
{
    (void)state;
    uint32_t seed = 7;
    for (int i = 0; i < 2000; i++) {
        double a = 0, b = 0;
        for (int j = 0; j < 2; j++) {
            seed = seed * 1664525u + 1013904223u;
            double v = ((double)seed / UINT32_MAX - 0.4) * pow(10, (int)(seed >> 7) % 19 - 6);
            if (j == 0)
                a = v;
            else
                b = v;
        }
        double low = fmin(a, b), high = fmax(a, b);
        bs_ticks ticks;
        bs_ticks_options options = BS_TICKS_OPTIONS_INIT;
        options.wanted = 2 + (int)(seed % 9);
        assert_int_equal(bs_ticks_linear(&ticks, low, high, &options, NULL), BS_OK);
        double slack = 1e-9 * (high - low);
        assert_true(ticks.count >= 2 && ticks.count <= BS_TICK_COUNT_MAX);
        assert_true(ticks.low <= low + slack && ticks.high >= high - slack);
        for (int j = 1; j < ticks.count; j++) {
            assert_true(bs_decimal_compare(ticks.values[j - 1], ticks.values[j]) < 0);
        }
    }
}

static void what_no_axis_can_show_is_refused(void **state)
{
    (void)state;
    bs_ticks ticks = {.count = -1};
    assert_int_equal(bs_ticks_linear(&ticks, 2, 1, NULL, NULL), BS_E_RANGE);
    assert_int_equal(bs_ticks_linear(&ticks, NAN, 1, NULL, NULL), BS_E_RANGE);
    assert_int_equal(bs_ticks_linear(&ticks, 0, INFINITY, NULL, NULL), BS_E_RANGE);
    assert_int_equal(bs_ticks_linear(&ticks, 0, 1e19, NULL, NULL), BS_E_RANGE);
    assert_int_equal(bs_ticks_linear(&ticks, 1e15, 1e15 + 0.125, NULL, NULL), BS_E_RANGE);
    assert_int_equal(ticks.count, -1);
}

static void log_ticks_are_1_2_5(void **state)
{
    (void)state;
    static const tick_case logs[] = {
        {26, 144, 8, BS_TICKS_LOOSE, "20 50 100 200"},
        {1, 100, 8, BS_TICKS_LOOSE, "1 2 5 10 20 50 100"},
        {0.03, 0.4, 8, BS_TICKS_LOOSE, "0.02 0.05 0.1 0.2 0.5"},
        {3, 2000000, 6, BS_TICKS_LOOSE, "1 10 100 1000 10000 100000 1000000 10000000"},
        {3800, 5600, 8, BS_TICKS_LOOSE, "3000 4000 5000 6000"},
        {2100, 9400, 8, BS_TICKS_LOOSE, "2000 3000 5000 7000 10000"},
        {0.9, 1.2, 8, BS_TICKS_LOOSE, "0.9 1 2"},
        {7, 7, 6, BS_TICKS_LOOSE, "5 10"},
        {10, 10, 6, BS_TICKS_LOOSE, "10 20"},
    };
    for (size_t i = 0; i < BS_COUNT(logs); i++) {
        bs_ticks ticks;
        bs_status status = bs_ticks_log(&ticks, logs[i].low, logs[i].high, logs[i].wanted, NULL);
        assert_int_equal(status, BS_OK);
        assert_values(&ticks, logs[i].values);
    }
}

static void log_scale_refuses_zero_and_says_why(void **state)
{
    (void)state;
    bs_ticks ticks;
    bs_error err = BS_ERROR_INIT;
    assert_int_equal(bs_ticks_log(&ticks, 0, 100, 5, &err), BS_E_RANGE);
    assert_non_null(strstr(err.message, "a log scale cannot show 0 or less"));
    bs_error_clear(&err);
    assert_int_equal(bs_ticks_log(&ticks, -3.5, 100, 5, &err), BS_E_RANGE);
    assert_non_null(strstr(err.message, "-3.5"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(linear_ticks_are_those_of_the_reference),
        cmocka_unit_test(an_end_that_is_a_tick_needs_no_other),
        cmocka_unit_test(counts_have_whole_ticks),
        cmocka_unit_test(all_labels_show_the_places_of_the_step),
        cmocka_unit_test(flat_data_reach_to_zero),
        cmocka_unit_test(loose_ticks_enclose_anything),
        cmocka_unit_test(what_no_axis_can_show_is_refused),
        cmocka_unit_test(log_ticks_are_1_2_5),
        cmocka_unit_test(log_scale_refuses_zero_and_says_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
