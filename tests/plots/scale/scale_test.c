// SPDX-License-Identifier: GPL-3.0-or-later
// Expected values are by hand; day numbers from date -u +%s.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "plots/scale/scale.h"

static void assert_near(double a, double b, double tolerance)
{
    assert_true(fabs(a - b) <= tolerance);
}

static void linear_maps_ends_and_middle(void **state)
{
    (void)state;
    bs_scale y = {BS_SCALE_LINEAR, 0, 200, 300, 100};
    assert_near(bs_scale_px(&y, 0), 300, 1e-9);
    assert_near(bs_scale_px(&y, 200), 100, 1e-9);
    assert_near(bs_scale_px(&y, 50), 250, 1e-9);
    assert_near(bs_scale_px(&y, -20), 320, 1e-9);
    bs_scale flat = {BS_SCALE_LINEAR, 5, 5, 0, 80};
    assert_near(bs_scale_px(&flat, 5), 40, 1e-9);
}

static void log_maps_equal_ratios_to_equal_lengths(void **state)
{
    (void)state;
    bs_scale x = {BS_SCALE_LOG, 1, 10000, 0, 400};
    assert_near(bs_scale_px(&x, 1), 0, 1e-9);
    assert_near(bs_scale_px(&x, 10), 100, 1e-9);
    assert_near(bs_scale_px(&x, 10000), 400, 1e-9);
}

static double middle_of(const char *text)
{
    bs_period period;
    assert_int_equal(bs_period_parse(&period, bs_str_from(text), NULL), BS_OK);
    return bs_scale_period(period);
}

static void periods_stand_at_their_middle(void **state)
{
    (void)state;
    // 1970-01-01 is day 0 and its middle half a day later; 1970 has 365 days; 2023-01-01 is
    // 1672531200 / 86400 = 19358.
    assert_near(middle_of("1970-01-01"), 0.5, 1e-9);
    assert_near(middle_of("1970"), 182.5, 1e-9);
    assert_near(middle_of("2023-01"), 19358 + 15.5, 1e-9);
    // The middle of a year is between its second and third quarter, and a span between its ends.
    assert_true(middle_of("2023-Q2") < middle_of("2023") &&
                middle_of("2023") < middle_of("2023-Q3"));
    assert_near(middle_of("2013/2017"), (middle_of("2013") + middle_of("2017")) / 2, 0.51);
    assert_near(bs_scale_period(BS_PERIOD_NONE), 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(linear_maps_ends_and_middle),
        cmocka_unit_test(log_maps_equal_ratios_to_equal_lengths),
        cmocka_unit_test(periods_stand_at_their_middle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
