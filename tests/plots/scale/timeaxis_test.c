// SPDX-License-Identifier: GPL-3.0-or-later
// Expected labels are by hand: what a reader would write below the axis.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "plots/scale/timeaxis.h"

typedef struct axis_case {
    const char *first;
    int count; // periods that follow each other
    bs_lang lang;
    double width_px;
    const char *labels; // "text/year" with blanks between
} axis_case;

static void assert_near(double a, double b, double tolerance)
{
    assert_true(fabs(a - b) <= tolerance);
}

static const axis_case cases[] = {
    {"2023", 3, BS_LANG_KO, 300, "2023 2024 2025"},
    {"2023", 1, BS_LANG_KO, 0, "2023"},
    {"2000", 21, BS_LANG_KO, 400, "2000 2005 2010 2015 2020"},
    {"2001", 20, BS_LANG_KO, 400, "2005 2010 2015 2020"}, // every second year would be 42 px
    {"2023-Q1", 5, BS_LANG_EN, 400, "Q1/2023 Q2 Q3 Q4 Q1/2024"},
    {"2023-Q2", 7, BS_LANG_EN, 200, "Q3/2023 Q1/2024 Q3"},
    {"2023-H1", 3, BS_LANG_EN, 100, "H1/2023 H2 H1/2024"},
    {"2023-10", 5, BS_LANG_KO, 400, "10월/2023 11월 12월 1월/2024 2월"},
    {"2023-10", 5, BS_LANG_ZH, 400, "10月/2023 11月 12月 1月/2024 2月"},
    {"2023-10", 5, BS_LANG_EN, 400, "Oct/2023 Nov Dec Jan/2024 Feb"},
    {"2022-01", 24, BS_LANG_KO, 400, "1월/2022 4월 7월 10월 1월/2023 4월 7월 10월"},
    {"2019-03", 58, BS_LANG_KO, 300, "2020 2021 2022 2023"},
    {"2023-W01", 3, BS_LANG_EN, 400, "W01/2023 W02 W03"},
    {"2023-10-09", 3, BS_LANG_EN, 400, "10-09/2023 10-10 10-11"},
    {"2023-10-09", 22, BS_LANG_EN, 400, "10-09/2023 10-16 10-23 10-30"},
    {"2023-W50", 9, BS_LANG_EN, 240, "W50/2023 W52 W02/2024 W04 W06"},
    {"2023-Q3", 4, BS_LANG_EN, 600, "2023Q3 2023Q4 2024Q1 2024Q2"},
    {"2023-12", 2, BS_LANG_KO, 600, "'23.12 '24.1"},
    {"2023-H2", 2, BS_LANG_JA, 600, "2023H2 2024H1"},
    {"2023-01-15", 120, BS_LANG_KO, 300, "2월/2023 3월 4월 5월"},
};

static void run_case(const axis_case *c)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_period first;
    assert_int_equal(bs_period_parse(&first, bs_str_from(c->first), NULL), BS_OK);
    bs_period *periods = BS_NEW_ARRAY(&arena, bs_period, (size_t)c->count);
    // Backwards, because the axis takes them in any order.
    for (int i = 0; i < c->count; i++)
        periods[i] = bs_period_offset(first, c->count - 1 - i);
    bs_time_axis axis;
    bs_time_options options = {c->lang, c->width_px, 46, 56};
    assert_int_equal(bs_time_axis_choose(&axis, &arena, periods, (size_t)c->count, &options, NULL),
                     BS_OK);
    bs_buffer all = BS_BUFFER_INIT;
    for (size_t i = 0; i < axis.ticks.count; i++) {
        const bs_time_tick *tick = &axis.ticks.items[i];
        if (i > 0) bs_buffer_add_char(&all, ' ');
        bs_buffer_add(&all, tick->text);
        if (tick->year.len > 0) bs_buffer_addf(&all, "/%.*s", BS_STR_ARG(tick->year));
    }
    assert_string_equal(all.ptr, c->labels);
    bs_buffer_deinit(&all);
    bs_arena_deinit(&arena);
}

static void labels_are_what_fits(void **state)
{
    (void)state;
    for (size_t i = 0; i < BS_COUNT(cases); i++)
        run_case(&cases[i]);
}

static void a_period_by_itself(void **state)
{
    (void)state;
    static const struct {
        bs_lang lang;
        const char *period;
        const char *text;
    } rows[] = {
        {BS_LANG_KO, "2023", "2023"},
        {BS_LANG_KO, "2023-Q4", "2023Q4"},
        {BS_LANG_KO, "2023-H1", "2023H1"},
        {BS_LANG_KO, "2024-01", "'24.1"},
        {BS_LANG_KO, "2009-12", "'09.12"},
        {BS_LANG_KO, "2023-10-13", "'23.10.13"},
        {BS_LANG_KO, "2023-W41", "2023-W41"},
        {BS_LANG_KO, "2013/2017", "2013–2017"},
        {BS_LANG_EN, "2021/2022", "2021–22"},
        {BS_LANG_EN, "1999/2000", "1999–2000"},
        {BS_LANG_EN, "2024-01", "Jan 2024"},
        {BS_LANG_EN, "2023-10-13", "13 Oct 2023"},
        {BS_LANG_EN, "2024-01/2024-06", "Jan–Jun 2024"},
        {BS_LANG_EN, "2023-12/2024-02", "Dec 2023–Feb 2024"},
        {BS_LANG_JA, "2024-04/2024-06", "2024年4–6月"},
        {BS_LANG_KO, "2024-04/2024-06", "'24.4–6"},
        {BS_LANG_ZH, "2024-01", "2024年1月"},
        {BS_LANG_JA, "2023-10-13", "2023年10月13日"},
    };
    bs_arena arena = BS_ARENA_INIT;
    for (size_t i = 0; i < BS_COUNT(rows); i++) {
        bs_period period;
        assert_int_equal(bs_period_parse(&period, bs_str_from(rows[i].period), NULL), BS_OK);
        assert_string_equal(bs_time_label(period, rows[i].lang, &arena).ptr, rows[i].text);
    }
    bs_arena_deinit(&arena);
}

static void gaps_and_spans_are_true_to_time(void **state)
{
    (void)state;
    static const char *const texts[] = {"2010", "2015", "2023", "2023", "2016/2018"};
    bs_period periods[BS_COUNT(texts)];
    for (size_t i = 0; i < BS_COUNT(texts); i++) {
        assert_int_equal(bs_period_parse(&periods[i], bs_str_from(texts[i]), NULL), BS_OK);
    }
    bs_arena arena = BS_ARENA_INIT;
    bs_time_axis axis;
    bs_time_options options = {BS_LANG_EN, 1300, 80, 0};
    assert_int_equal(bs_time_axis_choose(&axis, &arena, periods, BS_COUNT(texts), &options, NULL),
                     BS_OK);
    assert_int_equal(axis.ticks.count, 4);
    assert_string_equal(axis.ticks.items[2].text.ptr, "2016–2018");
    double five = axis.ticks.items[1].day - axis.ticks.items[0].day;
    double eight = axis.ticks.items[3].day - axis.ticks.items[1].day;
    assert_near(five / 5, eight / 8, 0.3); // leap days apart
    bs_arena_deinit(&arena);
}

static void what_has_no_time_is_refused(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_time_axis axis;
    bs_period none = BS_PERIOD_NONE;
    bs_time_options options = {BS_LANG_EN, 100, 40, 0};
    assert_int_equal(bs_time_axis_choose(&axis, &arena, &none, 1, &options, NULL), BS_E_ARGUMENT);
    assert_int_equal(bs_time_axis_choose(&axis, &arena, NULL, 0, &options, NULL), BS_E_ARGUMENT);
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_are_what_fits),
        cmocka_unit_test(a_period_by_itself),
        cmocka_unit_test(gaps_and_spans_are_true_to_time),
        cmocka_unit_test(what_has_no_time_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
