// SPDX-License-Identifier: GPL-3.0-or-later
// Expected values are by hand: each line is arithmetic on the digits that anyone can redo.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/base/array.h"
#include "engine/core/decimal.h"

typedef struct parse_case {
    const char *text;
    int64_t coefficient;
    int32_t scale;
    const char *written; // NULL: the same as text
} parse_case;

static void parse_keeps_the_printed_digits(void **state)
{
    (void)state;
    static const parse_case cases[] = {
        {"0", 0, 0, NULL},
        {"5.0", 50, 1, NULL},
        {"5", 5, 0, NULL},
        {"-12.30", -1230, 2, NULL},
        {"+7", 7, 0, "7"},
        {".25", 25, 2, "0.25"},
        {"-.5", -5, 1, "-0.5"},
        {"192.", 192, 0, "192"},
        {"0.00", 0, 2, NULL},
        {"000123", 123, 0, "123"},
        {"1.5e3", 15, -2, "1500"},
        {"1e-2", 1, 2, "0.01"},
        {"999999999999999999", 999999999999999999, 0, NULL},
        {"0.000000000000000001", 1, 18, NULL},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_decimal d = {7, 7};
        assert_int_equal(bs_decimal_parse(&d, bs_str_from(cases[i].text), NULL), BS_OK);
        assert_int_equal(d.coefficient, cases[i].coefficient);
        assert_int_equal(d.scale, cases[i].scale);
        bs_buffer out = BS_BUFFER_INIT;
        bs_decimal_write(d, &out);
        assert_string_equal(out.ptr, cases[i].written ? cases[i].written : cases[i].text);
        bs_buffer_deinit(&out);
    }
}

static void parse_refuses_what_is_no_number(void **state)
{
    (void)state;
    static const char *const bad[] = {"",   "-",  ".",   "1,234", "1.2.3", "12a", "1 2",
                                      "e5", "1e", "1e+", "0x10",  "NaN",   "inf", "1e5000"};
    for (size_t i = 0; i < BS_COUNT(bad); i++) {
        bs_decimal d = {7, 7};
        bs_error err = BS_ERROR_INIT;
        assert_int_equal(bs_decimal_parse(&d, bs_str_from(bad[i]), &err), BS_E_FORMAT);
        assert_int_equal(d.coefficient, 7); // untouched on failure
        assert_non_null(strstr(err.message, "is not a number"));
    }
}

static void parse_refuses_what_does_not_fit(void **state)
{
    (void)state;
    static const char *const bad[] = {"1234567890123456789", "0.0000000000000000001", "1e37"};
    for (size_t i = 0; i < BS_COUNT(bad); i++) {
        bs_decimal d;
        assert_int_equal(bs_decimal_parse(&d, bs_str_from(bad[i]), NULL), BS_E_RANGE);
    }
}

static bs_decimal dec(const char *text)
{
    bs_decimal d;
    assert_int_equal(bs_decimal_parse(&d, bs_str_from(text), NULL), BS_OK);
    return d;
}

static void shift_moves_the_point_and_keeps_the_digits(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_decimal d;
    // 130,049.86 ten thousands are 1,300,498,600, known to the hundreds.
    assert_int_equal(bs_decimal_shift(&d, dec("130049.86"), 4, NULL), BS_OK);
    assert_int_equal(d.coefficient, 13004986);
    assert_int_equal(d.scale, -2);
    assert_string_equal(bs_decimal_str(d, &arena).ptr, "1300498600");
    assert_int_equal(bs_decimal_shift(&d, dec("1"), 37, NULL), BS_E_RANGE);
    bs_arena_deinit(&arena);
}

typedef struct sum_case {
    const char *a, *b, *sum, *product;
} sum_case;

static void arithmetic_is_exact(void **state)
{
    (void)state;
    static const sum_case cases[] = {
        {"37.5", "41", "78.5", "1537.5"},     {"0.1", "0.2", "0.3", "0.02"},
        {"-1.25", "1.25", "0.00", "-1.5625"}, {"1e8", "0.01", "100000000.01", "1000000"},
        {"0", "5.50", "5.50", "0.00"},        {"110.3", "185", "295.3", "20405.5"},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_decimal sum, product;
        assert_int_equal(bs_decimal_add(&sum, dec(cases[i].a), dec(cases[i].b), NULL), BS_OK);
        assert_int_equal(bs_decimal_compare(sum, dec(cases[i].sum)), 0);
        assert_int_equal(bs_decimal_mul(&product, dec(cases[i].a), dec(cases[i].b), NULL), BS_OK);
        assert_int_equal(bs_decimal_compare(product, dec(cases[i].product)), 0);
        bs_decimal back;
        assert_int_equal(bs_decimal_sub(&back, sum, dec(cases[i].b), NULL), BS_OK);
        assert_int_equal(bs_decimal_compare(back, dec(cases[i].a)), 0);
    }
}

static void arithmetic_refuses_what_does_not_fit(void **state)
{
    (void)state;
    bs_decimal out = {3, 0};
    bs_decimal big = dec("999999999999999999");
    assert_int_equal(bs_decimal_add(&out, big, big, NULL), BS_E_RANGE);
    assert_int_equal(bs_decimal_mul(&out, big, big, NULL), BS_E_RANGE);
    assert_int_equal(bs_decimal_add(&out, dec("1e30"), dec("0.1"), NULL), BS_E_RANGE);
    assert_int_equal(out.coefficient, 3);
}

static void order_is_by_value(void **state)
{
    (void)state;
    static const char *const ascending[] = {"-1e30", "-5", "-4.999", "0",   "0.000000000000000001",
                                            "4.999", "5",  "1e18",   "1e30"};
    for (size_t i = 0; i < BS_COUNT(ascending); i++) {
        for (size_t k = 0; k < BS_COUNT(ascending); k++) {
            int order = bs_decimal_compare(dec(ascending[i]), dec(ascending[k]));
            assert_int_equal((order > 0) - (order < 0), (i > k) - (i < k));
        }
    }
    assert_true(bs_decimal_equal(dec("5.0"), dec("5")));
}

static void normal_drops_trailing_zeros(void **state)
{
    (void)state;
    bs_decimal d = bs_decimal_normal(dec("1500.00"));
    assert_int_equal(d.coefficient, 15);
    assert_int_equal(d.scale, -2);
    d = bs_decimal_normal(dec("0.000"));
    assert_int_equal(d.coefficient, 0);
    assert_int_equal(d.scale, 0);
}

static void double_is_the_nearest(void **state)
{
    (void)state;
    assert_true(bs_decimal_double(dec("0.1")) == 0.1);
    assert_true(bs_decimal_double(dec("184.63")) == 184.63);
    assert_true(bs_decimal_double(dec("2547894e9")) == 2547894e9);
    assert_true(bs_decimal_double(dec("123456789012345678")) == 123456789012345678.0);
    assert_true(bs_decimal_double(dec("-1e-18")) == -1e-18);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parse_keeps_the_printed_digits),
        cmocka_unit_test(parse_refuses_what_is_no_number),
        cmocka_unit_test(parse_refuses_what_does_not_fit),
        cmocka_unit_test(shift_moves_the_point_and_keeps_the_digits),
        cmocka_unit_test(arithmetic_is_exact),
        cmocka_unit_test(arithmetic_refuses_what_does_not_fit),
        cmocka_unit_test(order_is_by_value),
        cmocka_unit_test(normal_drops_trailing_zeros),
        cmocka_unit_test(double_is_the_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
