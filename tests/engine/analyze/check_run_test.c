// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/engine/analyze/relation_reading.h"

static const char *const WRONG_TOTAL = "@ - CNY CNY\n"
                                       "| item | 2022 | 2023 |\n"
                                       "| a | 1200 | 1310 |\n"
                                       "| b | 2300 | 2450 |\n"
                                       "| total | 3500 | 3670 |\n"; // 1310 + 2450 = 3760

static size_t findings_of(const char *marked, const bs_check_options *options)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_finding_array findings = {0};
    bs_reading *reading = make_reading(&arena, marked, "2023-10-13");
    assert_int_equal(bs_check_run(&findings, &arena, reading, options, NULL), BS_OK);
    size_t count = findings.count;
    bs_arena_deinit(&arena);
    return count;
}

static void every_row_is_complete(void **state)
{
    (void)state;
    size_t count;
    const bs_check *checks = bs_check_table(&count);
    assert_true(count >= 16);
    for (size_t i = 0; i < count; i++) {
        assert_non_null(checks[i].code);
        assert_true(strlen(checks[i].summary) > 10 && strlen(checks[i].explain) > 60);
        assert_true(strlen(checks[i].needs) > 10);
        assert_non_null(checks[i].run);
        assert_ptr_equal(bs_check_find(bs_str_from(checks[i].code)), &checks[i]);
    }
    assert_null(bs_check_find(BS_STR("su")));
}

static void unknown_code_is_refused(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_finding_array findings = {0};
    bs_error err = BS_ERROR_INIT;
    const char *codes[] = {"sum", "summ"};
    bs_check_options options = {.codes = codes, .code_count = 2};
    bs_reading reading = {0};
    assert_int_equal(bs_check_run(&findings, &arena, &reading, &options, &err), BS_E_ARGUMENT);
    assert_non_null(strstr(err.message, "summ"));
    bs_arena_deinit(&arena);
}

static void codes_choose_what_is_kept(void **state)
{
    (void)state;
    const char *sum[] = {"sum"};
    const char *growth[] = {"growth", "date"};
    bs_check_options only_sum = {.codes = sum, .code_count = 1};
    bs_check_options others = {.codes = growth, .code_count = 2};
    bs_check_options relations = {.families = BS_CHECK_RELATIONS};
    assert_int_equal(findings_of(WRONG_TOTAL, &only_sum), 1);
    assert_int_equal(findings_of(WRONG_TOTAL, &others), 0);
    assert_int_equal(findings_of(WRONG_TOTAL, &relations), 1);
}

static void a_row_runs_alone(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_finding_array findings = {0};
    bs_check_options options = BS_CHECK_OPTIONS_INIT;
    bs_reading *reading = make_reading(&arena, WRONG_TOTAL, NULL);
    const bs_check *sum = bs_check_find(BS_STR("sum"));
    assert_int_equal(sum->run(&findings, &arena, reading, &options, NULL), BS_OK);
    assert_int_equal(findings.count, 1);
    assert_true(bs_str_equal(findings.items[0].observed, BS_STR("3670")));
    assert_true(bs_str_equal(findings.items[0].proposals[0].text, BS_STR("3760")));
    assert_string_equal(findings.items[0].proposals[0].slip, "transpose");
    assert_true(findings.items[0].related.count == 2);
    bs_arena_deinit(&arena);
}

// Nothing can be said of nothing, of one number, of zeros, or of a flat table.
static void there_may_be_nothing_to_check(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "No numbers at all.\n",
        "One number: {12;12;CNY;2023}.\n",
        "@ - CNY CNY\n| item | 2022 | 2023 |\n| a | 0 | 0 |\n| b | 0 | 0 |\n| total | 0 | 0 |\n",
        "@ - CNY CNY\n| item | 2022 | 2023 |\n| a | 5 | 5 |\n| b | 5 | 5 |\n| c | 5 | 5 |\n",
        "@ - CNY CNY\n| item | 2022 | 2023 |\n| a | - | - |\n| b | - | - |\n| total | - | - |\n",
        "@ - CNY CNY\n| item | 2022 | 2023 |\n| a | -5 | -7 |\n| b | -4 | 9 |\n| total | -9 | 2 "
        "|\n",
        "From {0;0;CNY;2022} to {5;5;CNY;2023}, up {10%;10;%;growth;year;of=-1}.\n",
        "{5;5;CNY;2023} of {0;0;CNY;2023} is {10%;10;%;share;of=-2} of the total.\n",
    };
    bs_check_options relations = {.families = BS_CHECK_RELATIONS};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(findings_of(texts[i], &relations), 0);
}

static void readings_need_no_document(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_finding_array findings = {0};
    bs_reading reading = {0};
    bs_check_options relations = {.families = BS_CHECK_RELATIONS};
    assert_int_equal(bs_check_run(&findings, &arena, &reading, &relations, NULL), BS_OK);
    assert_int_equal(findings.count, 0);
    bs_arena_deinit(&arena);
}

// The rows of a data file are held against its total row without any quantities.
static void data_files_have_totals(void **state)
{
    (void)state;
    static const struct row {
        const char *name;
        const char *values[4];
    } rows[] = {
        {"north", {"120", "131", "140", "152"}},
        {"south", {"75", "80", "86", "91"}},
        {"total", {"195", "211", "262", "243"}}, // 140 + 86 = 226
    };
    bs_arena arena = BS_ARENA_INIT;
    bs_reading reading = {0};
    for (size_t r = 0; r < 3; r++) {
        bs_series *series = BS_PUSH(&arena, &reading.series);
        *series = (bs_series){.indicator = bs_str_from(rows[r].name),
                              .label = bs_str_from(rows[r].name),
                              .key = bs_str_from(rows[r].name),
                              .group = BS_STR("file"),
                              .unit = BS_STR("1"),
                              .total = r == 2};
        for (int k = 0; k < 4; k++) {
            bs_observation *o = BS_PUSH(&arena, &series->observations);
            *o = (bs_observation){.quantity = BS_NO_QUANTITY,
                                  .text = bs_str_from(rows[r].values[k])};
            assert_int_equal(bs_decimal_parse(&o->value, o->text, NULL), BS_OK);
            assert_int_equal(bs_period_year(&o->period, 2020 + k, NULL), BS_OK);
        }
    }
    bs_finding_array findings = {0};
    bs_check_options relations = {.families = BS_CHECK_RELATIONS};
    assert_int_equal(bs_check_run(&findings, &arena, &reading, &relations, NULL), BS_OK);
    assert_int_equal(findings.count, 1);
    assert_true(bs_str_equal(findings.items[0].observed, BS_STR("262")));
    assert_true(bs_str_equal(findings.items[0].proposals[0].text, BS_STR("226")));
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_complete),
        cmocka_unit_test(unknown_code_is_refused),
        cmocka_unit_test(codes_choose_what_is_kept),
        cmocka_unit_test(a_row_runs_alone),
        cmocka_unit_test(there_may_be_nothing_to_check),
        cmocka_unit_test(readings_need_no_document),
        cmocka_unit_test(data_files_have_totals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
