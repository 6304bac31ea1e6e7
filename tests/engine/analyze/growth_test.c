// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/analyze/growth.h"

static bs_decimal number(const char *text)
{
    bs_decimal d = {0, 0};
    assert_int_equal(bs_decimal_parse(&d, bs_str_from(text), NULL), BS_OK);
    return d;
}

static bool rate(bs_growth *out, const char *from, bs_qualifier from_as, const char *to,
                 bs_qualifier to_as)
{
    bs_decimal a = number(from);
    bs_decimal b = number(to);
    return bs_growth_rate(out, a, bs_interval_of(a, from_as), b, bs_interval_of(b, to_as));
}

// By hand: 206 / 220 - 1 = -6.363636 %; (205.5 / 220.5 - 1) = -6.802721 %, (206.5 / 219.5 - 1) =
// -5.922551 %.
static void test_rate_has_the_bounds_of_its_digits(void **state)
{
    (void)state;
    bs_growth growth;
    assert_true(rate(&growth, "220", BS_EXACT, "206", BS_EXACT));
    assert_float_equal(growth.value, -6.363636, 1e-6);
    assert_float_equal(growth.low, -6.802721, 1e-6);
    assert_float_equal(growth.high, -5.922551, 1e-6);
}

// By hand: 5.0 known to 0.05 and 6.0 known to 0.05: 5.95 / 5.05 - 1 and 6.05 / 4.95 - 1.
static void test_printed_places_narrow_the_bounds(void **state)
{
    (void)state;
    bs_growth growth;
    assert_true(rate(&growth, "5.0", BS_EXACT, "6.0", BS_EXACT));
    assert_float_equal(growth.value, 20.0, 1e-9);
    assert_float_equal(growth.low, 17.821782, 1e-6);
    assert_float_equal(growth.high, 22.222222, 1e-6);
}

static void test_qualifiers_open_the_bounds(void **state)
{
    (void)state;
    bs_growth growth;
    assert_true(rate(&growth, "100", BS_EXACT, "150", BS_MORE_THAN));
    assert_true(isinf(growth.high) && growth.high > 0);
    assert_true(rate(&growth, "100", BS_AT_LEAST, "150", BS_EXACT));
    assert_float_equal(growth.low, -100.0, 1e-9);
}

static void test_no_rate_from_what_is_not_above_zero(void **state)
{
    (void)state;
    bs_growth growth = {1, 2, 3};
    assert_false(rate(&growth, "0", BS_EXACT, "5", BS_EXACT));
    assert_false(rate(&growth, "-4", BS_EXACT, "5", BS_EXACT));
    assert_false(rate(&growth, "5", BS_EXACT, "-4", BS_EXACT));
    assert_false(rate(&growth, "3", BS_LESS_THAN, "4", BS_EXACT));
    assert_float_equal(growth.value, 1, 0);
    assert_true(rate(&growth, "5", BS_EXACT, "0", BS_EXACT));
    assert_float_equal(growth.value, -100, 1e-9);
}

// By hand: 34.2 - 32.9 = 1.3 points, each known to 0.05.
static void test_difference_of_shares_is_in_points(void **state)
{
    (void)state;
    bs_growth growth;
    bs_decimal from = number("32.9");
    bs_decimal to = number("34.2");
    bs_growth_difference(&growth, from, bs_interval_of(from, BS_EXACT), to,
                         bs_interval_of(to, BS_EXACT));
    assert_float_equal(growth.value, 1.3, 1e-9);
    assert_float_equal(growth.low, 1.2, 1e-9);
    assert_float_equal(growth.high, 1.4, 1e-9);
}

// By hand: 100 to 133.1 in three steps is 10 % a step.
static void test_compound_growth(void **state)
{
    (void)state;
    double value = 0;
    assert_true(bs_growth_compound(&value, number("100"), number("133.1"), 3));
    assert_float_equal(value, 10.0, 1e-9);
    assert_false(bs_growth_compound(&value, number("100"), number("133.1"), 0));
    assert_false(bs_growth_compound(&value, number("0"), number("133.1"), 3));
    assert_false(bs_growth_compound(&value, number("10"), number("-1"), 3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rate_has_the_bounds_of_its_digits),
        cmocka_unit_test(test_printed_places_narrow_the_bounds),
        cmocka_unit_test(test_qualifiers_open_the_bounds),
        cmocka_unit_test(test_no_rate_from_what_is_not_above_zero),
        cmocka_unit_test(test_difference_of_shares_is_in_points),
        cmocka_unit_test(test_compound_growth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
