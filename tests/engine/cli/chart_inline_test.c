// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures for a page: variables for colours, ids of their own, flags from findings.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/cli/chart_inline.h"

enum { YEARS = 3 };

typedef struct fixture {
    bs_arena arena;
    bs_source source;
    bs_series series;
    bs_export_series exported;
    bs_chart_desk *desk;
    bs_buffer out;
} fixture;

static void setup(fixture *f)
{
    static const int64_t values[YEARS] = {30, 26, 40};
    *f = (fixture){.out = BS_BUFFER_INIT};
    bs_str text = BS_STR("made up 30 26 40\n");
    assert_int_equal(bs_source_init(&f->source, &f->arena, BS_STR("a.txt"), text, NULL), BS_OK);
    f->series = (bs_series){.key = BS_STR_INIT("g/storage"),
                            .label = BS_STR_INIT("</text><script>alert(1)</script>"),
                            .unit = BS_STR_INIT("EB"),
                            .frequency = BS_FREQUENCY_ANNUAL};
    for (int i = 0; i < YEARS; i++) {
        bs_observation *o = BS_PUSH(&f->arena, &f->series.observations);
        assert_non_null(o);
        *o = (bs_observation){.value = bs_decimal_from_int(values[i])};
        assert_int_equal(bs_period_year(&o->period, 2023 + i, NULL), BS_OK);
        o->origin =
            bs_source_locate(&f->source, bs_str_slice(text, 8 + 3 * (size_t)i, 10 + 3 * (size_t)i));
    }
    f->exported = (bs_export_series){.series = &f->series, .source = &f->source};
    assert_int_equal(bs_chart_desk_new(&f->desk, NULL), BS_OK);
}

static void teardown(fixture *f)
{
    bs_chart_desk_free(f->desk);
    bs_buffer_deinit(&f->out);
    bs_arena_deinit(&f->arena);
}

static bool says(const fixture *f, const char *needle)
{
    return bs_str_find(bs_buffer_str(&f->out), bs_str_from(needle), 0) != SIZE_MAX;
}

static void colours_are_variables_and_ids_are_given(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    bs_chart_inline picture = {.series = &f.exported, .series_count = 1, .id = BS_STR("c7-")};
    assert_int_equal(bs_chart_inline_svg(&f.out, f.desk, &picture, NULL), BS_OK);
    assert_true(says(&f, "aria-labelledby=\"c7-title c7-desc\""));
    assert_true(says(&f, "<title id=\"c7-title\">"));
    assert_true(says(&f, "stroke=\"var(--bs-series-1)\""));
    assert_false(says(&f, "=\"#"));
    assert_false(says(&f, "<script"));
    assert_false(says(&f, "var(--bs-flag)"));
    teardown(&f);
}

static void a_finding_is_ringed(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    bs_finding finding = {.code = "dip",
                          .severity = BS_ERROR,
                          .source = &f.source,
                          .origin = f.series.observations.items[1].origin,
                          .message = BS_STR_INIT("26 falls between 30 and 40"),
                          .proposals = {{BS_STR_INIT("36"), 0.9, "substitute"}},
                          .proposal_count = 1};
    bs_chart_inline picture = {.series = &f.exported,
                               .series_count = 1,
                               .findings = &finding,
                               .finding_count = 1,
                               .lang = BS_LANG_EN,
                               .frame = BS_FRAME_BARE};
    assert_int_equal(bs_chart_inline_svg(&f.out, f.desk, &picture, NULL), BS_OK);
    assert_true(says(&f, "var(--bs-flag)"));
    assert_true(says(&f, "proposed: 36"));
    assert_false(says(&f, "a.txt"));
    teardown(&f);
}

static void nothing_is_left_behind_by_a_failure(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    bs_chart_inline picture = {.series = &f.exported, .series_count = 1};
    f.series.observations.count = 0;
    assert_int_equal(bs_chart_inline_svg(&f.out, f.desk, &picture, NULL), BS_E_ARGUMENT);
    assert_int_equal(f.out.len, 0);
    teardown(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(colours_are_variables_and_ids_are_given),
        cmocka_unit_test(a_finding_is_ringed),
        cmocka_unit_test(nothing_is_left_behind_by_a_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
