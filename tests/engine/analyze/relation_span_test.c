// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/analyze/relation_span.h"

static bs_span span_of(const char *text, bs_qualifier qualifier, bs_rounding rounding)
{
    bs_decimal value;
    assert_int_equal(bs_decimal_parse(&value, bs_str_from(text), NULL), BS_OK);
    return bs_span_of(value, qualifier, rounding);
}

static void expect_span(bs_span span, double low, double high)
{
    assert_true(fabs(span.low - low) <= 1e-9 * fmax(1, fabs(low)));
    assert_true(fabs(span.high - high) <= 1e-9 * fmax(1, fabs(high)));
}

// Half a unit of the last printed digit either way; cut off, up to a whole unit away from zero.
static void digits_give_the_interval(void **state)
{
    (void)state;
    expect_span(span_of("78.5e8", BS_EXACT, BS_ROUNDED), 78.45e8, 78.55e8);
    expect_span(span_of("78.5", BS_EXACT, BS_EITHER), 78.45, 78.6);
    expect_span(span_of("-78.5", BS_EXACT, BS_EITHER), -78.6, -78.45);
    expect_span(span_of("0", BS_EXACT, BS_EITHER), -1, 1);
    expect_span(span_of("0.00", BS_EXACT, BS_ROUNDED), -0.005, 0.005);
    expect_span(span_of("78.5", BS_APPROX, BS_AS_IS), 78.5, 78.5);
}

static void qualifiers_open_an_end(void **state)
{
    (void)state;
    bs_span above = span_of("1800", BS_MORE_THAN, BS_ROUNDED);
    assert_true(isinf(above.high) && !bs_span_closed(above));
    assert_true(bs_span_holds(above, 1e12));
    assert_false(bs_span_holds(above, 1700));
    bs_span below = span_of("50", BS_LESS_THAN, BS_EITHER);
    assert_true(isinf(below.low));
    assert_true(bs_span_holds(below, -3));
}

// 37.5 + 41 lies in [77.95, 79.05]; 37.5 / 78.5 in [37.45/78.55, 37.55/78.45] = [.47677, .47865].
static void arithmetic_keeps_the_interval(void **state)
{
    (void)state;
    bs_span a = span_of("37.5", BS_EXACT, BS_ROUNDED);
    bs_span b = span_of("41", BS_EXACT, BS_ROUNDED);
    bs_span whole = span_of("78.5", BS_EXACT, BS_ROUNDED);
    expect_span(bs_span_add(a, b), 77.95, 79.05);
    expect_span(bs_span_sub(a, b), -4.05, -2.95);
    expect_span(bs_span_div(a, whole), 0.476766391, 0.478648821);
    expect_span(bs_span_scale(a, -2, 1), -74.1, -73.9);
    expect_span(bs_span_mul((bs_span){-2, 3}, (bs_span){-5, 4}), -15, 12);
}

static void division_by_zero_says_nothing(void **state)
{
    (void)state;
    bs_span all = bs_span_div((bs_span){1, 2}, (bs_span){-1, 1});
    assert_true(isinf(all.low) && isinf(all.high));
    all = bs_span_div((bs_span){1, 2}, (bs_span){0, 0});
    assert_true(bs_span_holds(all, -1e300) && bs_span_holds(all, 1e300));
    // Zero times an open end is zero, never a NaN.
    expect_span(bs_span_mul((bs_span){0, 0}, BS_SPAN_ALL), 0, 0);
}

static void meeting_allows_for_doubles(void **state)
{
    (void)state;
    bs_span sum = {0.1 + 0.2, 0.1 + 0.2};
    assert_true(bs_span_holds(sum, 0.3));
    assert_false(bs_span_meets((bs_span){0, 1}, (bs_span){1.001, 2}));
    assert_true(bs_span_meets((bs_span){0, 1}, (bs_span){1, 2}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits_give_the_interval),
        cmocka_unit_test(qualifiers_open_an_end),
        cmocka_unit_test(arithmetic_keeps_the_interval),
        cmocka_unit_test(division_by_zero_says_nothing),
        cmocka_unit_test(meeting_allows_for_doubles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
