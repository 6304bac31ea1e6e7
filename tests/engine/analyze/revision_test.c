// SPDX-License-Identifier: GPL-3.0-or-later
// Vintages against each other. Expected numbers are calculated by hand, in the comments.
#include "engine/analyze/revision.h"

#include "engine/analyze/check_revision.h"
#include "series_rows.h"

static const bs_str a = BS_STR_INIT("2024-01-10"), b = BS_STR_INIT("2024-02-10"),
                    c = BS_STR_INIT("2024-03-10");

// 2021: 10, 12, 11: steps +2 and -1, in all +1, 10 %. 2022: 20, 20.4: the same within the digits of
// 20. 2023: one vintage. A target is no revision of what came true.
static void test_steps_and_totals(void **state)
{
    (void)state;
    static const row rows[] = {
        {.period = "2021", .value = "10"},
        {.period = "2021", .value = "12"},
        {.period = "2021", .value = "11"},
        {.period = "2022", .value = "20"},
        {.period = "2022", .value = "20.4"},
        {.period = "2022", .value = "30", .status = BS_STATUS_TARGET},
        {.period = "2023", .value = "7"},
    };
    const bs_str vintages[] = {a, b, c, a, b, c, c};
    bs_arena arena = BS_ARENA_INIT;
    bs_series series = series_of(&arena, "cargo", "t", rows, BS_COUNT(rows));
    bs_revisions got;
    assert_int_equal(bs_revisions_of(&got, &arena, &series, vintages, NULL), BS_OK);
    assert_int_equal(got.steps.count, 3);
    assert_int_equal(got.totals.count, 2);
    assert_int_equal(got.revised_count, 1);
    assert_near(got.steps.items[0].change.value, 2);
    assert_near(got.steps.items[0].change.low, 1);
    assert_near(got.steps.items[1].change.value, -1);
    assert_near(got.totals.items[0].pct, 10);
    assert_false(got.totals.items[1].revised);
    assert_near(got.mean, 0.5);
    assert_near(got.mean_absolute, 0.5);
    assert_near(got.mean_pct, 5);
    assert_ptr_equal(got.largest, &got.totals.items[0]);
    bs_arena_deinit(&arena);
}

// Of two values in one vintage the last one counts; a missing one is none.
static void test_one_vintage_is_no_revision(void **state)
{
    (void)state;
    static const row rows[] = {{.period = "2021", .value = "10"},
                               {.period = "2021", .value = "12"},
                               {.period = "2022", .value = NULL},
                               {.period = "2022", .value = "5"}};
    const bs_str vintages[] = {a, a, a, b};
    bs_arena arena = BS_ARENA_INIT;
    bs_series series = series_of(&arena, "cargo", "t", rows, BS_COUNT(rows));
    bs_revisions got;
    assert_int_equal(bs_revisions_of(&got, &arena, &series, vintages, NULL), BS_OK);
    assert_int_equal(got.steps.count, 0);
    assert_null(got.largest);
    bs_arena_deinit(&arena);
}

// Eight values given twice; the last one moves from 142 to 124, two digits swapped.
static size_t findings_of(const char *second_of_2014, const char *last, bs_severity *severity)
{
    enum { COUNT = 8 };
    static const char *const values[COUNT] = {"131", "125", "132", "121",
                                              "131", "136", "139", "142"};
    row rows[2 * COUNT];
    bs_str vintages[2 * COUNT];
    static const char *const periods[COUNT] = {"2010", "2011", "2012", "2013",
                                               "2014", "2015", "2016", "2017"};
    for (int i = 0; i < COUNT; i++) {
        const char *second = i == 4 ? second_of_2014 : i == COUNT - 1 ? last : values[i];
        rows[2 * i] = (row){.period = periods[i], .value = values[i]};
        rows[2 * i + 1] = (row){.period = periods[i], .value = second};
        vintages[2 * i] = a;
        vintages[2 * i + 1] = b;
    }
    bs_arena arena = BS_ARENA_INIT;
    bs_series series = series_of(&arena, "cargo", "t", rows, 2 * COUNT);
    bs_finding_array found = {0};
    bs_index_array at = {0};
    assert_int_equal(bs_check_vintages(&found, &at, &arena, &series, vintages, NULL), BS_OK);
    if (found.count > 0) {
        assert_int_equal(at.items[0], 2 * COUNT - 1);
        *severity = found.items[0].severity;
    }
    size_t count = found.count;
    bs_arena_deinit(&arena);
    return count;
}

static void test_only_what_is_far_out_of_the_history(void **state)
{
    (void)state;
    bs_severity severity = BS_ERROR;
    // Another revision of 1.5 % is history: 12.7 % is more than five times that, 6.3 % is not.
    assert_int_equal(findings_of("133", "124", &severity), 1);
    assert_int_equal(severity, BS_WARNING);
    assert_int_equal(findings_of("133", "151", &severity), 0);
    // Nothing else was ever revised, and the values move by 4 % a year: 12.7 % is not five times
    // that.
    assert_int_equal(findings_of("131", "124", &severity), 0);
    assert_int_equal(findings_of("131", "190", &severity), 1);
    assert_int_equal(severity, BS_NOTE);
    assert_int_equal(findings_of("131", "142", &severity), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_steps_and_totals),
        cmocka_unit_test(test_one_vintage_is_no_revision),
        cmocka_unit_test(test_only_what_is_far_out_of_the_history),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
