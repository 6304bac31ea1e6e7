// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/analyze/check_dip.h"

static const bs_check row = BS_CHECK_DIP_ROW;

// A reading made by hand: every series is a line of blank-separated cells, one a year from 2021 on.
typedef struct fixture {
    bs_arena arena;
    bs_source source;
    bs_document document;
    bs_reading reading;
} fixture;

static void start(fixture *f)
{
    *f = (fixture){.arena = BS_ARENA_INIT};
    f->source.path = BS_STR("table.txt");
    f->document.source = &f->source;
    f->reading.source = &f->source;
    f->reading.document = &f->document;
}

static bs_observation *add_observation(fixture *f, bs_series *series, const char *text, int year)
{
    bs_observation *o = BS_PUSH(&f->arena, &series->observations);
    o->text = bs_str_from(text);
    o->state = BS_STATE_VALUE;
    o->quantity = BS_NO_QUANTITY;
    char plain[64] = "";
    size_t len = 0;
    for (const char *c = text; *c != '\0'; c++) {
        if (*c != ',') plain[len++] = *c;
    }
    if (bs_decimal_parse(&o->value, bs_str_from(plain), NULL) != BS_OK) {
        o->state = BS_STATE_EMPTY;
    } else {
        assert_int_equal(bs_decimal_shift(&o->value, o->value, series->unit_power, NULL), BS_OK);
    }
    assert_int_equal(bs_period_year(&o->period, year, NULL), BS_OK);
    o->origin.line = series->order;
    o->origin.column = (uint32_t)(year - 2000);
    return o;
}

static bs_series *add_series(fixture *f, const char *label, const char *cells, int unit_power)
{
    bs_series *series = BS_PUSH(&f->arena, &f->reading.series);
    series->label = bs_str_from(label);
    series->key = bs_arena_format(&f->arena, "key/%s", label);
    series->table = 1;
    series->unit_power = unit_power;
    series->order = (uint32_t)f->reading.series.count;
    series->frequency = BS_FREQUENCY_ANNUAL;
    bs_str rest = bs_str_from(cells), cell;
    for (int year = 2021; bs_str_next(&rest, ' ', &cell); year++) {
        add_observation(f, series, bs_arena_copy(&f->arena, cell), year);
    }
    return series;
}

static bs_finding_array run(fixture *f, bool list_all)
{
    bs_finding_array out = {0};
    bs_check_options options = BS_CHECK_OPTIONS_INIT;
    options.list_all = list_all;
    assert_int_equal(row.run(&out, &f->arena, &f->reading, &options, NULL), BS_OK);
    return out;
}

static void assert_text(bs_str text, const char *expected)
{
    char own[256] = "";
    assert_true(text.len < sizeof own);
    if (text.len > 0) memcpy(own, text.ptr, text.len);
    assert_string_equal(own, expected);
}

// Targets of a plan: one path turns because two digits are swapped.
static void add_plan(fixture *f, int unit_power)
{
    static const char *const rows[][2] = {
        {"compute", "220 206 300"}, {"centres", "30 40 50"}, {"share", "25 30 35"},
        {"fibre", "50 65 80"},      {"latency", "65 75 80"}, {"storage", "1200 1500 1800"}};
    for (size_t i = 0; i < BS_COUNT(rows); i++) {
        bs_series *series = add_series(f, rows[i][0], rows[i][1], unit_power);
        for (size_t k = 0; k < series->observations.count; k++) {
            series->observations.items[k].status = BS_STATUS_TARGET;
        }
    }
    f->reading.series.items[0].unit = BS_STR("EFLOPS");
}

static void test_a_target_that_turns_is_an_error(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    add_plan(&f, 0);
    bs_finding_array found = run(&f, false);
    assert_int_equal(found.count, 1);
    const bs_finding *finding = &found.items[0];
    assert_string_equal(finding->code, "dip");
    assert_int_equal(finding->severity, BS_ERROR);
    assert_false(finding->listed_only);
    assert_text(finding->message,
                "compute 2022 = 206 EFLOPS falls between 220 (2021) and 300 (2023)");
    assert_true(bs_str_starts(finding->hint, BS_STR("two digits swapped? 260")));
    assert_text(finding->series, "compute");
    assert_text(finding->period, "2022");
    assert_text(finding->observed, "206");
    assert_text(finding->proposals[0].text, "260");
    assert_string_equal(finding->proposals[0].slip, "transpose");
    assert_int_equal(finding->related.count, 2);
    assert_text(finding->related.items[0].text, "220");
    assert_text(finding->related.items[1].text, "300");
    assert_int_equal(finding->origin.line, 1);
    assert_int_equal(finding->origin.column, 22);
    bs_arena_deinit(&f.arena);
}

// 155 + 86 = 241, which is printed as 421; and then 86 as 68.
static void test_a_sum_that_fails_is_told_as_such(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    add_series(&f, "north", "120 131 142 155 168", 0);
    add_series(&f, "south", "80 88 91 86 99", 0);
    add_series(&f, "both", "200 219 233 421 267", 0);
    bs_finding_array found = run(&f, false);
    assert_int_equal(found.count, 1);
    assert_text(found.items[0].message, "both 2024 = 421 is not the sum of its rows");
    assert_true(bs_str_starts(found.items[0].hint, BS_STR("two digits swapped? 241 is their sum")));
    assert_true(found.items[0].gains[0] > 1);
    bs_arena_deinit(&f.arena);
    start(&f);
    add_series(&f, "north", "120 131 142 155 168", 0);
    add_series(&f, "south", "80 88 91 68 99", 0);
    add_series(&f, "both", "200 219 233 241 267", 0);
    found = run(&f, false);
    assert_int_equal(found.count, 1);
    assert_text(found.items[0].message,
                "south 2024 = 68 keeps the rows from adding up to 241 (both)");
    assert_true(bs_str_starts(found.items[0].hint, BS_STR("two digits swapped? 86 makes them")));
    assert_text(found.items[0].related.items[0].text, "241");
    bs_arena_deinit(&f.arena);
}

// A change may be negative in one year only; a level may not.
static void test_a_label_of_changes_allows_either_sign(void **state)
{
    (void)state;
    static const char *const labels[] = {"output", "change of output", "trade balance", "무역수지",
                                         "增减额"};
    for (size_t i = 0; i < BS_COUNT(labels); i++) {
        fixture f;
        start(&f);
        add_series(&f, labels[i], "7.8 7.6 -6.1 8.9 7.4 6.4", 0);
        bs_finding_array found = run(&f, false);
        assert_int_equal(found.count, i == 0);
        bs_arena_deinit(&f.arena);
    }
}

// Rates of change are recognised by their unit where no label tells.
static void test_a_unit_of_per_cent_allows_either_sign(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        fixture f;
        start(&f);
        bs_series *series = add_series(&f, "Euro area", "7.8 7.6 -6.1 8.9 7.4 6.4", 0);
        series->unit = i == 0 ? BS_STR("1") : BS_STR("%");
        bs_finding_array found = run(&f, false);
        assert_int_equal(found.count, i == 0);
        bs_arena_deinit(&f.arena);
    }
}

// What overnight stays, arrivals and cruise calls did in 2020, and a boom of one year.
static void test_a_real_slump_is_no_exchange(void **state)
{
    (void)state;
    static const char *const rows[] = {"4812 5031 1977 2644",     "1803 1876 655 941",
                                       "912 955 287 402",         "214 231 12 48",
                                       "18420 18655 18590 18702", "0.4 2.5 5.1 3.6"};
    fixture f;
    start(&f);
    for (size_t i = 0; i < BS_COUNT(rows); i++)
        add_series(&f, bs_arena_format(&f.arena, "row %zu", i).ptr, rows[i], 0);
    assert_int_equal(run(&f, false).count, 0);
    bs_arena_deinit(&f.arena);
}

static void test_the_power_of_the_unit_is_no_matter(void **state)
{
    (void)state;
    double scores[2];
    for (int i = 0; i < 2; i++) {
        fixture f;
        start(&f);
        add_plan(&f, i == 0 ? 0 : 8);
        bs_finding_array found = run(&f, false);
        assert_int_equal(found.count, 1);
        scores[i] = found.items[0].score;
        bs_arena_deinit(&f.arena);
    }
    assert_true(scores[0] == scores[1]);
}

static void test_an_exchange_is_one_finding(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    add_series(&f, "spread", "585 578 572 566 559 552 538 545 530 523", 0);
    bs_finding_array found = run(&f, false);
    assert_int_equal(found.count, 1);
    assert_text(found.items[0].message, "spread 2027 = 538 may be exchanged with 545 (2028)");
    assert_text(found.items[0].related.items[0].text, "545");
    assert_true(found.items[0].probability > .99 && found.items[0].severity == BS_WARNING);
    bs_finding_array all = run(&f, true);
    size_t seen = 0;
    for (size_t i = 0; i < all.count; i++) {
        bool second = bs_str_equal(all.items[i].period, BS_STR("2028"));
        if (second) assert_true(all.items[i].listed_only && all.items[i].probability > .9);
        assert_true(all.items[i].told_with_other == second);
        if (second) assert_text(all.items[i].proposals[0].text, "538");
        seen += second;
    }
    assert_int_equal(seen, 1);
    bs_arena_deinit(&f.arena);
}

static void test_listing_shows_cells_below_the_threshold(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    add_series(&f, "a", "220 206 300", 0);
    assert_int_equal(run(&f, false).count, 0);
    bs_finding_array all = run(&f, true);
    assert_true(all.count >= 2);
    for (size_t i = 0; i < all.count; i++) {
        assert_true(all.items[i].listed_only);
        assert_int_equal(all.items[i].severity, BS_NOTE);
        assert_true(all.items[i].probability <= .56);
    }
    bs_arena_deinit(&f.arena);
}

static void test_what_has_no_path_is_left_alone(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    add_series(&f, "short", "1 2", 0);
    add_series(&f, "flat", "5 5 5 5", 0);
    add_series(&f, "missing", "- - - -", 0);
    add_series(&f, "rank", "3 1 2 37", 0)->measure = BS_MEASURE_RANK;
    add_series(&f, "places", "12 14 9000 13 15", 0)->cross_section = true;
    add_series(&f, "undated", "12.1 12.9 137 14.2 15.0", 0)->frequency = BS_FREQUENCY_NONE;
    assert_int_equal(run(&f, true).count, 0);
    fixture empty;
    start(&empty);
    assert_int_equal(run(&empty, true).count, 0);
    bs_arena_deinit(&f.arena);
    bs_arena_deinit(&empty.arena);
}

// A number whose sign is not among its digits keeps it that way in what is proposed.
static void test_signs_that_stand_apart_stay_apart(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    bs_series *series = add_series(&f, "loss", "121 129 1370 142 150", 0);
    for (size_t i = 0; i < series->observations.count; i++) {
        bs_observation *o = &series->observations.items[i];
        o->value = bs_decimal_negate(o->value);
    }
    bs_finding_array found = run(&f, false);
    assert_int_equal(found.count, 1);
    assert_text(found.items[0].observed, "1370");
    assert_text(found.items[0].proposals[0].text, "137");
    bs_arena_deinit(&f.arena);
}

// A number of another scale within its row is read by its value, and its digits are not doubted.
static void test_another_scale_in_the_row_is_no_slip(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    bs_series *series = add_series(&f, "sales", "9,100 9,400 9,700 1.01 10,300 10,600", 8);
    assert_int_equal(
        bs_decimal_parse(&series->observations.items[3].value, BS_STR("1010000000000"), NULL),
        BS_OK);
    assert_int_equal(run(&f, false).count, 0);
    bs_arena_deinit(&f.arena);
}

// What several years have added up to stands in no path with single ones.
static void test_longer_periods_are_left_alone(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    bs_series *series = add_series(&f, "built", "12.1 12.9 137 14.2 15.0", 0);
    series->observations.items[2].period.last++;
    assert_int_equal(run(&f, false).count, 0);
    bs_arena_deinit(&f.arena);
}

// Two series of one label are told apart by their keys.
static void test_series_of_one_label_go_by_their_keys(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    add_series(&f, "total", "12.1 12.9 137 14.2 15.0", 0);
    bs_series *other = add_series(&f, "total", "31 32 33 34 35", 0);
    other->key = BS_STR("key/other");
    bs_finding_array found = run(&f, false);
    assert_int_equal(found.count, 1);
    assert_text(found.items[0].series, "key/total");
    bs_arena_deinit(&f.arena);
}

// A long data file without a column of tables gives one number to all; its series are judged alone.
static void test_series_of_a_long_file_stand_alone(void **state)
{
    (void)state;
    double scores[2];
    for (int i = 0; i < 2; i++) {
        fixture f;
        start(&f);
        f.reading.document = NULL;
        bs_series *series = add_series(&f, "a", "220 206 300", 0);
        for (int k = 0; k < i * 5; k++)
            add_series(&f, "b", "30 40 50", 0);
        for (size_t s = 0, line = 1; s < f.reading.series.count; s++) {
            series = &f.reading.series.items[s];
            for (size_t k = 0; k < series->observations.count; k++) {
                series->observations.items[k].origin.line = (uint32_t)line++;
            }
        }
        bs_finding_array all = run(&f, true);
        for (size_t k = 0; k < all.count; k++) {
            bool own = bs_str_equal(all.items[k].observed, BS_STR("206"));
            if (own) scores[i] = all.items[k].score;
        }
        bs_arena_deinit(&f.arena);
    }
    assert_true(scores[0] == scores[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_target_that_turns_is_an_error),
        cmocka_unit_test(test_a_sum_that_fails_is_told_as_such),
        cmocka_unit_test(test_a_label_of_changes_allows_either_sign),
        cmocka_unit_test(test_a_unit_of_per_cent_allows_either_sign),
        cmocka_unit_test(test_a_real_slump_is_no_exchange),
        cmocka_unit_test(test_the_power_of_the_unit_is_no_matter),
        cmocka_unit_test(test_an_exchange_is_one_finding),
        cmocka_unit_test(test_listing_shows_cells_below_the_threshold),
        cmocka_unit_test(test_what_has_no_path_is_left_alone),
        cmocka_unit_test(test_signs_that_stand_apart_stay_apart),
        cmocka_unit_test(test_another_scale_in_the_row_is_no_slip),
        cmocka_unit_test(test_longer_periods_are_left_alone),
        cmocka_unit_test(test_series_of_one_label_go_by_their_keys),
        cmocka_unit_test(test_series_of_a_long_file_stand_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
