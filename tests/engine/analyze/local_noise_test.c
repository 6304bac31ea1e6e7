// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "engine/analyze/local_noise.h"

enum { COUNT_MAX = 70, REACH = 6 };

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

// The definition: sort, and take the middle.
static double plain_median(const double *values, size_t count)
{
    double sorted[COUNT_MAX];
    memcpy(sorted, values, count * sizeof *values);
    qsort(sorted, count, sizeof *sorted, by_value);
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
}

static double plain_local(const double *sizes, size_t count, size_t at)
{
    double beside[2 * REACH];
    size_t kept = 0;
    for (size_t k = 0; k < count; k++) {
        if (k != at && k + REACH >= at && k <= at + REACH) beside[kept++] = sizes[k];
    }
    double ratio = plain_median(beside, kept) / plain_median(sizes, count);
    return pow(fmin(fmax(ratio, .05), 20), 1.5);
}

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

// Coarse numbers, so that many are equal, in a calm and a wild part.
static void fill(double *values, size_t count, uint32_t *state)
{
    for (size_t i = 0; i < count; i++) {
        double wild = i > count / 2 ? 9 : 1;
        values[i] = wild * (1 + next_random(state) % 11);
    }
}

static void test_median_of_known_numbers(void **state)
{
    (void)state;
    double odd[] = {5, 1, 4, 2, 3}, even[] = {4, 1, 3, 2}, one[] = {7}, equal[] = {2, 2, 2, 2};
    double signs[] = {-1, 0, -5, 8};
    assert_float_equal(bs_noise_median(odd, 5), 3, 0);
    assert_float_equal(bs_noise_median(even, 4), 2.5, 0);
    assert_float_equal(bs_noise_median(one, 1), 7, 0);
    assert_float_equal(bs_noise_median(equal, 4), 2, 0);
    assert_float_equal(bs_noise_median(signs, 4), -.5, 0);
}

static void test_median_is_that_of_sorted_numbers(void **state)
{
    (void)state;
    uint32_t random = 1;
    for (size_t count = 1; count <= COUNT_MAX; count++) {
        double values[COUNT_MAX];
        fill(values, count, &random);
        double expected = plain_median(values, count);
        assert_float_equal(bs_noise_median(values, count), expected, 0);
    }
}

static void test_local_noise_is_the_median_of_those_beside(void **state)
{
    (void)state;
    uint32_t random = 7;
    for (size_t count = BS_NOISE_COUNT_MIN; count <= COUNT_MAX; count++) {
        double sizes[COUNT_MAX];
        size_t stride = bs_noise_stride(count);
        double *out = calloc(stride, sizeof *out);
        double *spare = calloc(BS_NOISE_SPARE * stride, sizeof *spare);
        assert_true(out != NULL && spare != NULL);
        fill(sizes, count, &random);
        bs_noise_local(out, sizes, count, spare);
        for (size_t k = 0; k < count; k++)
            assert_true(fabs(out[k] - plain_local(sizes, count, k)) < 1e-12);
        free(out);
        free(spare);
    }
}

static void test_no_noise_is_no_division_by_zero(void **state)
{
    (void)state;
    double sizes[20] = {[3] = 4, [9] = 2}, *out = calloc(bs_noise_stride(20), sizeof *out);
    double *spare = calloc(BS_NOISE_SPARE * bs_noise_stride(20), sizeof *spare);
    assert_true(out != NULL && spare != NULL);
    bs_noise_local(out, sizes, 20, spare);
    for (size_t k = 0; k < 20; k++)
        assert_float_equal(out[k], 1, 0);
    bs_noise_local(out, (double[]){1, 2, 3}, 3, spare);
    for (size_t k = 0; k < 3; k++)
        assert_float_equal(out[k], 1, 0);
    free(out);
    free(spare);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_median_of_known_numbers),
        cmocka_unit_test(test_median_is_that_of_sorted_numbers),
        cmocka_unit_test(test_local_noise_is_the_median_of_those_beside),
        cmocka_unit_test(test_no_noise_is_no_division_by_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
