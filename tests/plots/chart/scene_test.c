// SPDX-License-Identifier: GPL-3.0-or-later
// Whole pictures, shape by shape, over plain widths. The numbers below were recomputed by hand from
// the table of sizes in plots/theme/theme.h: a letter is 0.55 of its size wide, so "30" in 13 px is
// 14.3 px; the first baseline is 0.88 of the size below the top of a text. The page is a narrow
// one: margins of 16 px. A plot of 200 px from 0 to 40 has 30 at 150 px, and the bars from -5 to 10
// have 368 px less twice "10.00" with its gaps, 35.75 + 18 px, and the pixel of the edge.
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
    bs_chart_line line = {.points = points, .point_count = 3};
    bs_chart_panel panel = {.unit = BS_STR("EB"), .lines = &line, .line_count = 1};
    bs_chart chart = BS_CHART_INIT;
    chart.lang = BS_LANG_EN;
    chart.title = BS_STR("Storage");
    chart.source = BS_STR("made up");
    chart.panels = &panel;
    chart.panel_count = 1;
    chart.width_px = 400;
    assert_dump(
        &chart,
        "page 400 385 #ffffff en \"Storage\"\n"
        "line 39.2,321.5 384,321.5 stroke #767676 1\n"
        "line 39.2,271.5 384,271.5 stroke #e2e2e2 1\n"
        "line 39.2,221.5 384,221.5 stroke #e2e2e2 1\n"
        "line 39.2,171.5 384,171.5 stroke #e2e2e2 1\n"
        "line 39.2,121.5 384,121.5 stroke #e2e2e2 1\n"
        "line 53.5,321.2 53.5,325.2 stroke #767676 1\n"
        "line 211.5,321.2 211.5,325.2 stroke #767676 1\n"
        "line 370.5,321.2 370.5,325.2 stroke #767676 1\n"
        "rect 161.2 206.2 100.4 48.7 fill #ffffff\n"
        "line 16,69.2 50,69.2 stroke #0072b2 2.25 dash 7 5\n"
        "line 53.2,171.2 211.6,191.2 370,121.2 stroke #0072b2 2.25 dash 7 5\n"
        "circle 33 69.2 4 fill #ffffff stroke #0072b2 2\n"
        "circle 125.6 69.2 8 stroke #d55e00 2.5\n"
        "circle 53.2 171.2 4 fill #ffffff stroke #0072b2 2 tip \"2023: 30\"\n"
        "circle 211.6 191.2 4 fill #ffffff stroke #0072b2 2 tip \"2024: 26\"\n"
        "circle 211.6 191.2 10 stroke #d55e00 2.5\n"
        "line 211.6,180.2 211.6,148.2 stroke #d55e00 1.5 dash 2 3\n"
        "polygon 211.6,135.2 217.6,141.2 211.6,147.2 205.6,141.2 fill #ffffff stroke #d55e00 2\n"
        "circle 370 121.2 4 fill #ffffff stroke #0072b2 2 tip \"2025: 40\"\n"
        "text 16 27.84 start 18 bold #1a1a1a \"Storage\"\n"
        "text 16 50.12 start 14 #595959 \"Unit: EB\"\n"
        "text 56 73.16 start 12 #595959 \"target\"\n"
        "text 141.6 73.16 start 12 #595959 \"value in doubt\"\n"
        "text 31.2 325.16 end 12 #595959 \"0\"\n"
        "text 31.2 275.16 end 12 #595959 \"10\"\n"
        "text 31.2 225.16 end 12 #595959 \"20\"\n"
        "text 31.2 175.16 end 12 #595959 \"30\"\n"
        "text 31.2 125.16 end 12 #595959 \"40\"\n"
        "text 53.2 338.66 middle 12 #595959 \"2023\"\n"
        "text 211.6 338.66 middle 12 #595959 \"2024\"\n"
        "text 370 338.66 middle 12 #595959 \"2025\"\n"
        "text 370 111.34 middle 13 #1a1a1a \"40\"\n"
        "text 53.2 161.34 middle 13 #1a1a1a \"30\"\n"
        "text 211.4 219.64 middle 13 bold #a84300 \"26\"\n"
        "text 211.4 235.06 middle 12 #a84300 \"dip\"\n"
        "text 211.4 250.26 middle 12 bold #a84300 \"◇ proposed: 36\"\n"
        "text 16 369.76 start 12 #595959 \"Source: made up\"\n");
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
    assert_dump(&chart, "page 400 182 #ffffff en \"Change\"\n"
                        "rect 157.25 90.5 173 16 fill #0072b2 tip \"up: 10.00\"\n"
                        "rect 70.75 132.8 86.5 16 fill #0072b2 tip \"down: -5.00\"\n"
                        "text 16 27.84 start 18 bold #1a1a1a \"Change\"\n"
                        "text 16 50.12 start 14 #595959 \"Unit: %\"\n"
                        "text 16 84.64 start 13 #1a1a1a \"up\"\n"
                        "text 336.25 102.79 start 13 #1a1a1a \"10.00\"\n"
                        "text 16 126.94 start 13 #1a1a1a \"down\"\n"
                        "text 64.75 145.09 end 13 #1a1a1a \"-5.00\"\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_target_with_a_flag),
        cmocka_unit_test(bars_of_both_signs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
