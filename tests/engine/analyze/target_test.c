// SPDX-License-Identifier: GPL-3.0-or-later
// Targets against what came true. Expected numbers are calculated by hand, in the comments.
#include "engine/analyze/target.h"

#include "series_rows.h"

typedef struct expected {
    bs_target_state state;
    const char *of; // period of the actual value; NULL: none
    double gap;
    double need; // NaN: none
} expected;

static void assert_targets(const char *unit, const row *rows, size_t count, const expected *want,
                           size_t want_count)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_series series = series_of(&arena, "s", unit, rows, count);
    bs_target_array got = {0};
    assert_int_equal(bs_targets_of(&got, &arena, &series, NULL), BS_OK);
    assert_int_equal(got.count, want_count);
    for (size_t i = 0; i < got.count; i++) {
        const bs_target *one = &got.items[i];
        assert_int_equal(one->state, want[i].state);
        assert_int_equal(one->actual != NULL, want[i].of != NULL);
        if (want[i].of == NULL) continue;
        assert_true(bs_period_equal(one->actual->period, period_of(want[i].of)));
        assert_near(one->gap.value, want[i].gap);
        assert_int_equal(one->has_need, !isnan(want[i].need));
        if (one->has_need) assert_near(one->need.value, want[i].need);
    }
    bs_arena_deinit(&arena);
}

// From 100 in 2022 to 121 in 2024 is 10 % a year. 105 of 2023 meets 104, 99 misses 102, 99.96 is
// 100 within the digits of 100.
static void test_met_missed_open(void **state)
{
    (void)state;
    static const row rows[] = {{.period = "2022", .value = "100"},
                               {.period = "2024", .value = "121", .status = BS_STATUS_TARGET}};
    static const expected open[] = {{BS_TARGET_OPEN, "2022", -21, 10}};
    assert_targets("t", rows, BS_COUNT(rows), open, 1);
    static const row met[] = {{.period = "2023", .value = "105"},
                              {.period = "2023", .value = "104", .status = BS_STATUS_TARGET}};
    static const expected is_met[] = {{BS_TARGET_MET, "2023", 1, NAN}};
    assert_targets("t", met, BS_COUNT(met), is_met, 1);
    static const row missed[] = {{.period = "2023", .value = "99"},
                                 {.period = "2023", .value = "102", .status = BS_STATUS_TARGET}};
    static const expected is_missed[] = {{BS_TARGET_MISSED, "2023", -3, NAN}};
    assert_targets("t", missed, BS_COUNT(missed), is_missed, 1);
    static const row close[] = {{.period = "2023", .value = "99.96"},
                                {.period = "2023", .value = "100", .status = BS_STATUS_TARGET}};
    static const expected is_close[] = {{BS_TARGET_CLOSE, "2023", -0.04, NAN}};
    assert_targets("t", close, BS_COUNT(close), is_close, 1);
    static const row none[] = {{.period = "2023", .value = "100", .status = BS_STATUS_TARGET},
                               {.period = "2024", .value = "90"}};
    static const expected is_none[] = {{BS_TARGET_OPEN, NULL, 0, NAN}};
    assert_targets("t", none, BS_COUNT(none), is_none, 1);
}

// A share needs points: from 40 in 2022 to 55 in 2025, 5 a year. A forecast is no target.
static void test_shares_and_forecasts(void **state)
{
    (void)state;
    static const row rows[] = {{.period = "2022", .value = "40"},
                               {.period = "2024", .value = "50", .status = BS_STATUS_FORECAST},
                               {.period = "2025", .value = "55", .status = BS_STATUS_TARGET}};
    static const expected want[] = {{BS_TARGET_OPEN, "2022", -15, 5}};
    assert_targets("%", rows, BS_COUNT(rows), want, 1);
}

// 700 after 850 is to be gone below: 690 meets it, 720 misses it; "at most 900" is a ceiling, met
// by any value below it.
static void test_targets_to_go_below(void **state)
{
    (void)state;
    static const row met[] = {{.period = "2020", .value = "850"},
                              {.period = "2023", .value = "690"},
                              {.period = "2023", .value = "700", .status = BS_STATUS_TARGET}};
    static const expected is_met[] = {{BS_TARGET_MET, "2023", -10, NAN}};
    assert_targets("t", met, BS_COUNT(met), is_met, 1);
    static const row missed[] = {{.period = "2020", .value = "850"},
                                 {.period = "2023", .value = "720"},
                                 {.period = "2023", .value = "700", .status = BS_STATUS_TARGET}};
    static const expected is_missed[] = {{BS_TARGET_MISSED, "2023", 20, NAN}};
    assert_targets("t", missed, BS_COUNT(missed), is_missed, 1);
    static const row ceiling[] = {
        {.period = "2020", .value = "850"},
        {.period = "2025", .value = "900", .status = BS_STATUS_TARGET, .qualifier = BS_AT_MOST}};
    static const expected is_ahead[] = {{BS_TARGET_AHEAD, "2020", -50, NAN}};
    assert_targets("t", ceiling, BS_COUNT(ceiling), is_ahead, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_met_missed_open),
        cmocka_unit_test(test_shares_and_forecasts),
        cmocka_unit_test(test_targets_to_go_below),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
