// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/analyze/expert.h"

enum { COUNT_MAX = 60 };

typedef struct row {
    double values[COUNT_MAX];
    uint32_t places[COUNT_MAX];
    bs_row_view view;
} row;

// A path of `count` values that wanders, with a jump in it, and a hole after every `run` values.
static void make_row(row *out, size_t count, size_t run, int season)
{
    uint32_t random = (uint32_t)(count * 31 + run), place = 0;
    double level = 100;
    for (size_t i = 0; i < count; i++) {
        random = random * 1664525u + 1013904223u;
        level *= 1 + ((double)(random >> 8) / (1 << 24) - .45) * .1;
        out->values[i] = i == count / 2 ? level * 1.7 : level;
        out->places[i] = place;
        place += (i + 1) % run == 0 ? 3 : 1;
    }
    out->view = (bs_row_view){
        .values = out->values, .places = out->places, .count = count, .unit = .1, .season = season};
}

static const struct {
    size_t count;
    size_t run; // values between holes
    int season;
} shapes[] = {{3, 99, 1},   {4, 99, 1},  {9, 4, 1}, {30, 99, 1},
              {40, 99, 12}, {24, 99, 4}, {50, 7, 4}};

// The bound leaves the Jacobian out, which is at most one for a value that grows.
static void test_no_value_gains_more_than_its_bound(void **state)
{
    (void)state;
    for (size_t s = 0; s < sizeof shapes / sizeof shapes[0]; s++) {
        bs_arena arena = BS_ARENA_INIT;
        bs_model model;
        row r;
        make_row(&r, shapes[s].count, shapes[s].run, shapes[s].season);
        assert_int_equal(bs_model_init(&model, &arena, &r.view, NULL), BS_OK);
        double cells[COUNT_MAX], pairs[COUNT_MAX];
        bs_model_bounds(&model, cells, pairs);
        for (size_t i = 0; i < r.view.count; i++) {
            bs_probe probe;
            bs_probe_init(&probe, &model, (size_t[2]){i, SIZE_MAX}, 0);
            assert_true(cells[i] >= 1 - 1e-6);
            for (double grow = 1; grow < 3; grow *= 1.02) {
                double ratio = bs_probe_ratio(&probe, (double[2]){r.values[i] * grow, 0});
                assert_true(ratio <= cells[i] * (1 + 1e-5));
            }
        }
        bs_arena_deinit(&arena);
    }
}

static void test_no_exchange_gains_more_than_its_bound(void **state)
{
    (void)state;
    for (size_t s = 0; s < sizeof shapes / sizeof shapes[0]; s++) {
        bs_arena arena = BS_ARENA_INIT;
        bs_model model;
        row r;
        make_row(&r, shapes[s].count, shapes[s].run, shapes[s].season);
        assert_int_equal(bs_model_init(&model, &arena, &r.view, NULL), BS_OK);
        double cells[COUNT_MAX], pairs[COUNT_MAX];
        bs_model_bounds(&model, cells, pairs);
        for (size_t i = 1; i + 1 < r.view.count; i++) {
            if (r.places[i] + 1 != r.places[i + 1]) continue;
            bs_probe probe;
            bs_probe_init(&probe, &model, (size_t[2]){i, i + 1}, 0);
            double ratio = bs_probe_ratio(&probe, (double[2]){r.values[i + 1], r.values[i]});
            assert_true(ratio <= pairs[i] * (1 + 1e-5));
        }
        bs_arena_deinit(&arena);
    }
}

// A change to the value that stands there changes nothing.
static void test_the_same_value_has_the_ratio_one(void **state)
{
    (void)state;
    for (size_t s = 0; s < sizeof shapes / sizeof shapes[0]; s++) {
        bs_arena arena = BS_ARENA_INIT;
        bs_model model;
        row r;
        make_row(&r, shapes[s].count, shapes[s].run, shapes[s].season);
        assert_int_equal(bs_model_init(&model, &arena, &r.view, NULL), BS_OK);
        for (size_t i = 0; i < r.view.count; i++) {
            bs_probe probe;
            bs_probe_init(&probe, &model, (size_t[2]){i, SIZE_MAX}, 0);
            double ratio = bs_probe_ratio(&probe, (double[2]){r.values[i], 0});
            assert_true(fabs(ratio - 1) < 1e-9);
        }
        bs_arena_deinit(&arena);
    }
}

// The likelihood of the changed row, fitted anew with all that is estimated held fixed, is what the
// ratio says: a row whose only expert has nothing to estimate.
static void test_the_ratio_is_that_of_the_likelihoods(void **state)
{
    (void)state;
    double values[3] = {10, 14, 12}, changed[3] = {10, 13, 12};
    uint32_t places[3] = {0, 1, 2};
    bs_arena arena = BS_ARENA_INIT;
    bs_model before, after;
    bs_row_view view = {.values = values, .places = places, .count = 3, .unit = 1, .season = 1};
    assert_int_equal(bs_model_init(&before, &arena, &view, NULL), BS_OK);
    view.values = changed;
    assert_int_equal(bs_model_init(&after, &arena, &view, NULL), BS_OK);
    bs_probe probe;
    bs_probe_init(&probe, &before, (size_t[2]){1, SIZE_MAX}, 0);
    double ratio = bs_probe_ratio(&probe, (double[2]){13, 0});
    // The noise of rounding of the third residual is taken from the value before it, 14 or 13.
    assert_true(fabs(log(ratio) - (after.log_likelihood - before.log_likelihood)) < .05);
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_value_gains_more_than_its_bound),
        cmocka_unit_test(test_no_exchange_gains_more_than_its_bound),
        cmocka_unit_test(test_the_same_value_has_the_ratio_one),
        cmocka_unit_test(test_the_ratio_is_that_of_the_likelihoods),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
