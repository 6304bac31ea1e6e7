// SPDX-License-Identifier: GPL-3.0-or-later
// Expected values are half a unit of the last printed digit, by hand.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/base/array.h"
#include "engine/core/interval.h"

static bs_decimal dec(const char *text)
{
    bs_decimal d;
    assert_int_equal(bs_decimal_parse(&d, bs_str_from(text), NULL), BS_OK);
    return d;
}

typedef struct interval_case {
    const char *value;
    bs_qualifier qualifier;
    const char *low, *high; // NULL: open
} interval_case;

static void printed_digits_bound_the_value(void **state)
{
    (void)state;
    static const interval_case cases[] = {
        {"37.5", BS_EXACT, "37.45", "37.55"},
        {"41", BS_EXACT, "40.5", "41.5"},
        {"121e8", BS_EXACT, "12050000000", "12150000000"},
        {"0", BS_EXACT, "-0.5", "0.5"},
        {"-3.2", BS_EXACT, "-3.25", "-3.15"},
        {"2000", BS_APPROX, "1900", "2100"},
        {"3", BS_APPROX, "2", "4"},
        {"200", BS_APPROX_OVER, "199.5", "300.5"},
        {"16e3", BS_APPROX_OVER, "15500", "17500"},
        {"30", BS_AT_LEAST, "29.5", NULL},
        {"30", BS_MORE_THAN, "29.5", NULL},
        {"1", BS_AT_MOST, NULL, "1.5"},
        {"50", BS_LESS_THAN, NULL, "50.5"},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_interval got = bs_interval_of(dec(cases[i].value), cases[i].qualifier);
        assert_int_equal(got.low_open, cases[i].low == NULL);
        assert_int_equal(got.high_open, cases[i].high == NULL);
        if (cases[i].low) assert_true(bs_decimal_equal(got.low, dec(cases[i].low)));
        if (cases[i].high) assert_true(bs_decimal_equal(got.high, dec(cases[i].high)));
    }
}

static void intervals_meet_or_not(void **state)
{
    (void)state;
    bs_interval a = bs_interval_of(dec("78.5"), BS_EXACT);
    bs_interval b = bs_interval_of(dec("78.6"), BS_EXACT);
    bs_interval c = bs_interval_of(dec("78.7"), BS_EXACT);
    bs_interval above = bs_interval_of(dec("100"), BS_AT_LEAST);
    bs_interval below = bs_interval_of(dec("99"), BS_AT_MOST);
    assert_true(bs_interval_meets(a, b)); // they touch at 78.55
    assert_false(bs_interval_meets(a, c));
    assert_false(bs_interval_meets(a, above));
    assert_true(bs_interval_meets(above, below)); // they touch at 99.5
    assert_true(bs_interval_meets(below, a));
    assert_true(bs_interval_holds(above, dec("1e30")));
    assert_false(bs_interval_holds(above, dec("99.4")));
    assert_true(bs_interval_holds(below, dec("-1e30")));
}

static void names_are_those_of_the_contract(void **state)
{
    (void)state;
    static const char *const names[] = {"exact",     "approx",  "approx_over", "at_least",
                                        "more_than", "at_most", "less_than"};
    for (size_t i = 0; i < BS_COUNT(names); i++) {
        assert_string_equal(bs_qualifier_name((bs_qualifier)i), names[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(printed_digits_bound_the_value),
        cmocka_unit_test(intervals_meet_or_not),
        cmocka_unit_test(names_are_those_of_the_contract),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
