// SPDX-License-Identifier: GPL-3.0-or-later
// Whole pictures, shape by shape, over plain widths. The numbers below were recomputed by hand from
// the table of sizes in plots/theme/theme.h: a letter is 0.55 of its size wide, so "30" in 13 px is
// 14.3 px; the first baseline is 0.88 of the size below the top of a text.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/base/utf8.h"
#include "plots/chart/chart.h"

static double plain_width(void *context, bs_str text, bs_font font)
{
    (void)context;
    return font.size_px * 0.55 * (double)bs_utf8_width(text);
}

static void assert_dump(const bs_chart *chart, const char *expected)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_scene scene;
    bs_text *text;
    bs_text_source source = {plain_width, NULL};
    assert_int_equal(bs_text_new_from(&text, source, NULL), BS_OK);
    assert_int_equal(bs_chart_draw(&scene, &arena, text, chart, NULL), BS_OK);
    bs_buffer out = BS_BUFFER_INIT;
    bs_scene_dump(&scene, &out);
    assert_string_equal(out.ptr, expected);
    bs_buffer_deinit(&out);
    bs_text_free(text);
    bs_arena_deinit(&arena);
}

static void a_target_with_a_flag(void **state)
{
    (void)state;
    bs_chart_point points[3] = {0};
    static const int64_t values[] = {30, 26, 40};
    for (int i = 0; i < 3; i++) {
        assert_int_equal(bs_period_year(&points[i].period, 2023 + i, NULL), BS_OK);
        points[i].value.value = bs_decimal_from_int(values[i]);
        points[i].value.status = BS_STATUS_TARGET;
    }
    points[1].value.reason = BS_STR("dip");
    points[1].value.proposal = BS_STR("36");
    bs_chart_line line = {BS_STR(""), points, 3};
    bs_chart_panel panel = {BS_STR(""), BS_STR("EB"), &line, 1};
    bs_chart chart = BS_CHART_INIT;
    chart.lang = BS_LANG_EN;
    chart.title = BS_STR("Storage");
    chart.source = BS_STR("made up");
    chart.panels = &panel;
    chart.panel_count = 1;
    chart.width_px = 400;
    assert_dump(&chart, "page 400 565 #ffffff en \"Storage\"\n"
                        "line 47.2,493.5 376,493.5 stroke #767676 1\n"
                        "line 47.2,448.5 376,448.5 stroke #e2e2e2 1\n"
                        "line 47.2,403.5 376,403.5 stroke #e2e2e2 1\n"
                        "line 47.2,358.5 376,358.5 stroke #e2e2e2 1\n"
                        "line 47.2,313.5 376,313.5 stroke #e2e2e2 1\n"
                        "line 47.2,268.5 376,268.5 stroke #e2e2e2 1\n"
                        "line 47.2,223.5 376,223.5 stroke #e2e2e2 1\n"
                        "line 47.2,178.5 376,178.5 stroke #e2e2e2 1\n"
                        "line 47.2,133.5 376,133.5 stroke #e2e2e2 1\n"
                        "line 61.5,493.6 61.5,497.6 stroke #767676 1\n"
                        "line 211.5,493.6 211.5,497.6 stroke #767676 1\n"
                        "line 362.5,493.6 362.5,497.6 stroke #767676 1\n"
                        "rect 161.2 274.6 100.4 48.7 fill #ffffff\n"
                        "line 24,81.6 58,81.6 stroke #0072b2 2.25 dash 7 5\n"
                        "line 61.2,223.6 211.6,259.6 362,133.6 stroke #0072b2 2.25 dash 7 5\n"
                        "circle 41 81.6 4 fill #ffffff stroke #0072b2 2\n"
                        "circle 133.6 81.6 8 stroke #d55e00 2.5\n"
                        "circle 61.2 223.6 4 fill #ffffff stroke #0072b2 2 tip \"2023: 30\"\n"
                        "circle 211.6 259.6 4 fill #ffffff stroke #0072b2 2 tip \"2024: 26\"\n"
                        "circle 211.6 259.6 10 stroke #d55e00 2.5\n"
                        "line 207.1,165.1 216.1,174.1 stroke #d55e00 2\n"
                        "line 207.1,174.1 216.1,165.1 stroke #d55e00 2\n"
                        "circle 362 133.6 4 fill #ffffff stroke #0072b2 2 tip \"2025: 40\"\n"
                        "text 24 39.36 start 22 bold #1a1a1a \"Storage\"\n"
                        "text 24 62.52 start 14 #595959 \"Unit: EB\"\n"
                        "text 64 85.56 start 12 #595959 \"target\"\n"
                        "text 149.6 85.56 start 12 #595959 \"value in doubt\"\n"
                        "text 39.2 497.56 end 12 #595959 \"0\"\n"
                        "text 39.2 452.56 end 12 #595959 \"5\"\n"
                        "text 39.2 407.56 end 12 #595959 \"10\"\n"
                        "text 39.2 362.56 end 12 #595959 \"15\"\n"
                        "text 39.2 317.56 end 12 #595959 \"20\"\n"
                        "text 39.2 272.56 end 12 #595959 \"25\"\n"
                        "text 39.2 227.56 end 12 #595959 \"30\"\n"
                        "text 39.2 182.56 end 12 #595959 \"35\"\n"
                        "text 39.2 137.56 end 12 #595959 \"40\"\n"
                        "text 61.2 511.06 middle 12 #595959 \"2023\"\n"
                        "text 211.6 511.06 middle 12 #595959 \"2024\"\n"
                        "text 362 511.06 middle 12 #595959 \"2025\"\n"
                        "text 362 123.74 middle 13 #1a1a1a \"40\"\n"
                        "text 61.2 213.74 middle 13 #1a1a1a \"30\"\n"
                        "text 211.4 288.04 middle 13 bold #a84300 \"26\"\n"
                        "text 211.4 303.46 middle 12 #a84300 \"dip\"\n"
                        "text 211.4 318.66 middle 12 bold #a84300 \"× proposed: 36\"\n"
                        "text 24 542.16 start 12 #595959 \"Source: made up\"\n");
}

static void bars_of_both_signs(void **state)
{
    (void)state;
    bs_chart_bar bars[2] = {{.label = BS_STR_INIT("up")}, {.label = BS_STR_INIT("down")}};
    bars[0].value.value = (bs_decimal){1000, 2};
    bars[1].value.value = (bs_decimal){-500, 2};
    bs_chart chart = BS_CHART_INIT;
    chart.kind = BS_CHART_BARS;
    chart.lang = BS_LANG_EN;
    chart.title = BS_STR("Change");
    chart.unit = BS_STR("%");
    chart.bars = bars;
    chart.bar_count = 2;
    chart.width_px = 400;
    assert_dump(&chart, "page 400 212 #ffffff en \"Change\"\n"
                        "line 116.5,85.6 116.5,160.6 stroke #e2e2e2 1\n"
                        "line 184.5,85.6 184.5,160.6 stroke #767676 1\n"
                        "line 253.5,85.6 253.5,160.6 stroke #e2e2e2 1\n"
                        "line 322.5,85.6 322.5,160.6 stroke #e2e2e2 1\n"
                        "rect 184.98 94.6 137.27 24 fill #0072b2 tip \"up: 10.00\"\n"
                        "rect 116.35 127.6 68.63 24 fill #0072b2 tip \"down: -5.00\"\n"
                        "text 24 39.36 start 22 bold #1a1a1a \"Change\"\n"
                        "text 24 62.52 start 14 #595959 \"Unit: %\"\n"
                        "text 52.6 110.89 end 13 #1a1a1a \"up\"\n"
                        "text 328.25 110.89 start 13 #1a1a1a \"10.00\"\n"
                        "text 52.6 143.89 end 13 #1a1a1a \"down\"\n"
                        "text 110.35 143.89 end 13 #1a1a1a \"-5.00\"\n"
                        "text 116.35 175.06 middle 12 #595959 \"-5\"\n"
                        "text 184.98 175.06 middle 12 #595959 \"0\"\n"
                        "text 253.62 175.06 middle 12 #595959 \"5\"\n"
                        "text 322.25 175.06 middle 12 #595959 \"10\"\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_target_with_a_flag),
        cmocka_unit_test(bars_of_both_signs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
