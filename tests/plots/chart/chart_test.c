// SPDX-License-Identifier: GPL-3.0-or-later
// What a chart promises, on small charts over plain widths (a letter is 0.55 of its size wide, a
// wide one twice that), so that nothing depends on a font.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "engine/base/utf8.h"
#include "plots/chart/chart.h"
#include "tests/plots/scene_check.h"

enum { POINTS_MAX = 24 };

static double plain_width(void *context, bs_str text, bs_font font)
{
    (void)context;
    return font.size_px * 0.55 * (double)bs_utf8_width(text);
}

// One chart of at most two panels of one line, or of bars, and its scene.
typedef struct fixture {
    bs_arena arena;
    bs_text *text;
    bs_scene scene;
    bs_error err;
    bs_chart chart;
    bs_chart_panel panels[3];
    bs_chart_line lines[BS_CHART_LINES_MAX + 1];
    bs_chart_point points[3][POINTS_MAX];
    bs_chart_bar bars[4];
} fixture;

static void setup(fixture *f)
{
    *f = (fixture){.chart = BS_CHART_INIT};
    bs_text_source source = {plain_width, NULL};
    assert_int_equal(bs_text_new_from(&f->text, source, NULL), BS_OK);
    f->chart.lang = BS_LANG_KO;
    f->chart.title = BS_STR("제목");
    f->chart.panels = f->panels;
    f->chart.bars = f->bars;
}

static void teardown(fixture *f)
{
    bs_text_free(f->text);
    bs_arena_deinit(&f->arena);
}

// Panel `i` with whole values of years from 2020; INT64_MIN is a missing value.
static void panel(fixture *f, size_t i, const int64_t *values, size_t count)
{
    static const char *const titles[] = {"다", "나", "가"};
    for (size_t j = 0; j < count; j++) {
        bs_chart_point *point = &f->points[i][j];
        *point = (bs_chart_point){0};
        assert_int_equal(bs_period_year(&point->period, 2020 + (int)j, NULL), BS_OK);
        point->value.value = bs_decimal_from_int(values[j]);
        if (values[j] == INT64_MIN) point->value.state = BS_STATE_EMPTY;
    }
    f->lines[i] = (bs_chart_line){
        .label = bs_str_from(titles[i]), .points = f->points[i], .point_count = count};
    f->panels[i] = (bs_chart_panel){.title = bs_str_from(titles[i]),
                                    .unit = BS_STR("EB"),
                                    .lines = &f->lines[i],
                                    .line_count = 1};
    if (f->chart.panel_count <= i) f->chart.panel_count = i + 1;
}

static bs_status draw(fixture *f)
{
    bs_arena_deinit(&f->arena);
    bs_error_clear(&f->err);
    return bs_chart_draw(&f->scene, &f->arena, f->text, &f->chart, &f->err);
}

static void draw_well(fixture *f)
{
    bs_status status = draw(f);
    if (status != BS_OK) fail_msg("%s", f->err.message);
    check_scene(&f->scene);
}

static bool text_is(const bs_shape *shape, const char *text)
{
    return shape->kind == BS_SHAPE_TEXT && shape->text.line_count > 0 &&
           bs_str_equal(shape->text.lines[0].text, bs_str_from(text));
}

// The text that begins with a line; NULL when there is none.
static const bs_shape *find_text(const fixture *f, const char *text)
{
    for (size_t i = 0; i < f->scene.shapes.count; i++) {
        if (text_is(&f->scene.shapes.items[i], text)) return &f->scene.shapes.items[i];
    }
    return NULL;
}

static size_t count_lines(const fixture *f, bs_layer layer, bool dashed)
{
    size_t count = 0;
    for (size_t i = 0; i < f->scene.shapes.count; i++) {
        const bs_shape *shape = &f->scene.shapes.items[i];
        count += shape->kind == BS_SHAPE_LINE && shape->layer == layer &&
                 (shape->paint.dash_px > 0) == dashed;
    }
    return count;
}

static size_t count_circles(const fixture *f, double radius)
{
    size_t count = 0;
    for (size_t i = 0; i < f->scene.shapes.count; i++) {
        const bs_shape *shape = &f->scene.shapes.items[i];
        count += shape->kind == BS_SHAPE_CIRCLE && fabs(shape->radius - radius) < 0.01;
    }
    return count;
}

// --- lines ---------------------------------------------------------------------------------------

static void axes_begin_at_zero_or_say_that_they_do_not(void **state)
{
    (void)state;
    static const char *const warning = "세로축이 0에서 시작하지 않음";
    fixture f;
    setup(&f);
    panel(&f, 0, (const int64_t[]){220, 206, 300}, 3);
    draw_well(&f);
    assert_non_null(find_text(&f, "0"));
    assert_false(scene_says(&f.scene, warning));
    panel(&f, 0, (const int64_t[]){1001, 1004, 1008}, 3);
    draw_well(&f);
    assert_null(find_text(&f, "0"));
    assert_true(scene_says(&f.scene, warning));
    f.chart.zero = BS_ZERO_ALWAYS;
    draw_well(&f);
    assert_non_null(find_text(&f, "0"));
    assert_false(scene_says(&f.scene, warning));
    teardown(&f);
}

static void panels_of_amounts_all_begin_at_zero_where_one_does(void **state)
{
    (void)state;
    static const char *const warning = "0에서 시작하지 않음";
    fixture f;
    setup(&f);
    panel(&f, 0, (const int64_t[]){220, 206, 300}, 3);
    panel(&f, 1, (const int64_t[]){9001, 9004, 9008}, 3);
    draw_well(&f);
    assert_false(scene_says(&f.scene, warning));
    f.panels[0].unit = f.panels[1].unit = BS_STR("%");
    draw_well(&f);
    assert_true(scene_says(&f.scene, warning));
    teardown(&f);
}

static void panels_keep_their_order_and_say_that_scales_differ(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    panel(&f, 0, (const int64_t[]){1, 2}, 2);
    panel(&f, 1, (const int64_t[]){3, 4}, 2);
    panel(&f, 2, (const int64_t[]){2, 3}, 2);
    draw_well(&f);
    const bs_shape *first = find_text(&f, "다"), *second = find_text(&f, "나");
    const bs_shape *third = find_text(&f, "가");
    assert_true(first->at.x < second->at.x && second->at.x < third->at.x);
    assert_true(scene_says(&f.scene, "단위: EB"));
    assert_false(scene_says(&f.scene, "칸마다 세로축 눈금이 다름"));
    f.panels[1].unit = BS_STR("%"); // now every panel says its own unit
    draw_well(&f);
    assert_false(scene_says(&f.scene, "단위"));
    assert_non_null(find_text(&f, "%"));
    assert_true(scene_says(&f.scene, "칸마다 세로축 눈금이 다름"));
    teardown(&f);
}

static void targets_are_dashed_and_hollow(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    panel(&f, 0, (const int64_t[]){10, 20, 30, 40}, 4);
    draw_well(&f);
    assert_int_equal(count_lines(&f, BS_LAYER_DATA, false), 1);
    assert_int_equal(count_lines(&f, BS_LAYER_DATA, true), 0);
    assert_false(scene_says(&f.scene, "목표"));
    f.points[0][2].value.status = f.points[0][3].value.status = BS_STATUS_TARGET;
    draw_well(&f);
    // One solid and one dashed line, and the samples of both in the key.
    assert_int_equal(count_lines(&f, BS_LAYER_DATA, false), 2);
    assert_int_equal(count_lines(&f, BS_LAYER_DATA, true), 2);
    assert_true(scene_says(&f.scene, "목표") && scene_says(&f.scene, "실적"));
    size_t hollow = 0;
    for (size_t i = 0; i < f.scene.shapes.count; i++) {
        const bs_shape *shape = &f.scene.shapes.items[i];
        hollow += shape->kind == BS_SHAPE_CIRCLE && shape->paint.fill == f.scene.page;
    }
    assert_int_equal(hollow, 3);
    teardown(&f);
}

static void marks_of_provisional_values_are_letters(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    panel(&f, 0, (const int64_t[]){10, 20, 30}, 3);
    f.points[0][1].value.status = BS_STATUS_REVISED;
    f.points[0][2].value.status = BS_STATUS_PROVISIONAL;
    draw_well(&f);
    assert_non_null(find_text(&f, "20 r"));
    assert_non_null(find_text(&f, "30 p"));
    assert_non_null(find_text(&f, "p 잠정"));
    teardown(&f);
}

static size_t count_polygons(const fixture *f)
{
    size_t count = 0;
    for (size_t i = 0; i < f->scene.shapes.count; i++)
        count += f->scene.shapes.items[i].kind == BS_SHAPE_POLYGON;
    return count;
}

static void a_flag_is_ringed_and_explained(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    panel(&f, 0, (const int64_t[]){220, 206, 300}, 3);
    f.points[0][1].value.reason = BS_STR("이웃보다 낮음");
    f.points[0][1].value.proposal = BS_STR("260");
    draw_well(&f);
    assert_int_equal(count_circles(&f, 10), 1);
    assert_non_null(find_text(&f, "206"));
    assert_non_null(find_text(&f, "이웃보다 낮음"));
    assert_non_null(find_text(&f, "◇ 제안: 260"));
    assert_int_equal(count_polygons(&f), 1); // the hollow mark at 260
    assert_true(bs_str_find(f.scene.desc, BS_STR("206 (이웃보다 낮음; 제안: 260)"), 0) != SIZE_MAX);
    // A proposal beyond the axis cannot be shown, but is said.
    f.points[0][1].value.proposal = BS_STR("20,600");
    draw_well(&f);
    assert_int_equal(count_polygons(&f), 0);
    assert_non_null(find_text(&f, "제안: 20,600"));
    teardown(&f);
}

static void flags_without_room_are_numbered(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    int64_t values[POINTS_MAX];
    for (int i = 0; i < POINTS_MAX; i++)
        values[i] = 50 + i % 3 * 20;
    panel(&f, 0, values, POINTS_MAX);
    for (int i = 0; i < POINTS_MAX; i++) {
        f.points[0][i].value.reason = BS_STR("앞뒤 해의 값과 견주어 두 자리가 바뀐 것으로 보임");
    }
    draw_well(&f);
    assert_int_equal(count_circles(&f, 10), POINTS_MAX);
    assert_true(scene_says(&f.scene, "① 20"));
    teardown(&f);
}

static void a_missing_value_is_a_gap(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    panel(&f, 0, (const int64_t[]){10, 20, INT64_MIN, 30, 40}, 5);
    draw_well(&f);
    assert_int_equal(count_lines(&f, BS_LAYER_DATA, false), 2);
    assert_non_null(find_text(&f, "자료 없음"));
    panel(&f, 0, (const int64_t[]){INT64_MIN, INT64_MIN}, 2);
    f.lines[0].point_count = 2;
    draw_well(&f);
    assert_int_equal(count_lines(&f, BS_LAYER_DATA, false), 0);
    assert_non_null(find_text(&f, "자료 없음"));
    teardown(&f);
}

static void printed_text_wins_over_digits(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    panel(&f, 0, (const int64_t[]){1200, 1500}, 2);
    f.points[0][1].value.text = BS_STR("약 1,500");
    draw_well(&f);
    assert_non_null(find_text(&f, "1,200"));
    assert_non_null(find_text(&f, "약 1,500"));
    teardown(&f);
}

static void several_lines_are_named_at_their_ends(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    panel(&f, 0, (const int64_t[]){10, 20, 50}, 3);
    panel(&f, 1, (const int64_t[]){10, 20, 51}, 3);
    f.chart.panel_count = 1;
    f.panels[0].line_count = 2;
    draw_well(&f);
    const bs_shape *upper = find_text(&f, "나 51"), *lower = find_text(&f, "다 50");
    assert_non_null(upper);
    assert_non_null(lower);
    assert_true(upper->at.y < lower->at.y);
    assert_true(upper->text.colour != lower->text.colour);
    teardown(&f);
}

static double middle_of(const fixture *f, const char *text)
{
    const bs_shape *shape = find_text(f, text);
    if (shape == NULL) fail_msg("'%s' is not in the picture", text);
    return shape->box.y + shape->box.height / 2;
}

static double distance(bs_box box, double y)
{
    return fmax(0, fmax(box.y - y, y - box.y - box.height));
}

// There may be no room for 268 but below its point, where the point of 176 lies.
static void a_value_is_not_nearer_to_another_line(void **state)
{
    (void)state;
    static const int64_t values[3][3] = {{2310, 2374, 2410}, {268, 266, 271}, {176, 170, 174}};
    for (int height = 360; height <= 900; height += 20) {
        fixture f;
        setup(&f);
        for (size_t i = 0; i < 3; i++)
            panel(&f, i, values[i], 3);
        f.panels[0].line_count = 3;
        f.chart.panel_count = 1;
        f.chart.height_px = height;
        draw_well(&f);
        double zero = middle_of(&f, "0"), px = (middle_of(&f, "2,000") - zero) / 2000;
        const bs_shape *label = find_text(&f, "268");
        if (label != NULL)
            assert_true(distance(label->box, zero + 268 * px) <=
                        distance(label->box, zero + 176 * px));
        teardown(&f);
    }
}

static void an_index_begins_at_100(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    panel(&f, 0, (const int64_t[]){INT64_MIN, 50, 60}, 3);
    f.chart.scale = BS_CHART_INDEX;
    draw_well(&f);
    assert_non_null(find_text(&f, "100.0"));
    assert_non_null(find_text(&f, "120.0")); // 60 / 50
    assert_true(scene_says(&f.scene, "2021 = 100"));
    assert_false(scene_says(&f.scene, "EB"));                     // an index has no unit
    assert_int_equal(f.points[0][2].value.value.coefficient, 60); // the caller's data are untouched
    panel(&f, 0, (const int64_t[]){0, 50}, 2);
    assert_int_equal(draw(&f), BS_E_RANGE);
    teardown(&f);
}

// --- bars ----------------------------------------------------------------------------------------

static void set_bars(fixture *f, const int64_t *values, size_t count)
{
    static const char *const labels[] = {"다", "나", "가", "라"};
    f->chart.kind = BS_CHART_BARS;
    f->chart.bar_count = count;
    for (size_t i = 0; i < count; i++) {
        f->bars[i] = (bs_chart_bar){.label = bs_str_from(labels[i])};
        f->bars[i].value.value = (bs_decimal){values[i], 2};
    }
}

static const bs_shape *bar_of(const fixture *f, const char *tip)
{
    for (size_t i = 0; i < f->scene.shapes.count; i++) {
        const bs_shape *shape = &f->scene.shapes.items[i];
        if (shape->kind == BS_SHAPE_RECT && bs_str_equal(shape->tip, bs_str_from(tip)))
            return shape;
    }
    fail_msg("there is no bar \"%s\"", tip);
    return NULL;
}

static void bars_begin_at_zero_in_the_order_given(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    f.chart.unit = BS_STR("만 위안");
    set_bars(&f, (const int64_t[]){5934900, 13004986, -2967450}, 3);
    draw_well(&f);
    assert_true(scene_says(&f.scene, "단위: 만 위안"));
    const bs_shape *a = bar_of(&f, "다: 59,349.00"), *b = bar_of(&f, "나: 130,049.86");
    const bs_shape *c = bar_of(&f, "가: -29,674.50");
    assert_true(a->box.y < b->box.y && b->box.y < c->box.y);
    assert_true(a->box.x == b->box.x);                            // both from 0
    assert_true(fabs(c->box.x + c->box.width - a->box.x) < 0.02); // to the left of 0
    assert_true(fabs(a->box.width - 2 * c->box.width) < 0.05);    // 59349 = 2 * 29674.5
    assert_true(fabs(b->box.width / a->box.width - 130049.86 / 59349) < 1e-3);
    assert_non_null(find_text(&f, "59,349.00"));
    teardown(&f);
}

static void a_flagged_bar_is_ringed_and_explained(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    set_bars(&f, (const int64_t[]){5798939, 9000000}, 2);
    f.bars[0].value.reason = BS_STR("합계와 맞지 않음");
    f.bars[0].value.proposal = BS_STR("75,989.39");
    draw_well(&f);
    size_t pills = 0;
    for (size_t i = 0; i < f.scene.shapes.count; i++) {
        const bs_shape *shape = &f.scene.shapes.items[i];
        pills += shape->kind == BS_SHAPE_RECT && shape->radius > 0;
    }
    assert_int_equal(pills, 1);
    assert_true(scene_says(&f.scene, "합계와 맞지 않음"));
    assert_true(scene_says(&f.scene, "제안: 75,989.39"));
    teardown(&f);
}

static void sections_of_bars_have_a_scale_each(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    const bs_chart_section sections[] = {
        {BS_STR("계약"), BS_STR("만 위안"), 2, BS_NUMBERS_WHOLE},
        {{0}, BS_STR("%"), 1, BS_NUMBERS_WHOLE},
    };
    set_bars(&f, (const int64_t[]){5934900, 13004986, 980}, 3);
    f.chart.sections = sections;
    f.chart.section_count = 2;
    draw_well(&f);
    const bs_shape *a = bar_of(&f, "다: 59,349.00"), *b = bar_of(&f, "나: 130,049.86");
    const bs_shape *c = bar_of(&f, "가: 9.80");
    assert_true(a->box.x == b->box.x && a->box.x == c->box.x);
    assert_true(c->box.y > b->box.y && c->box.width > a->box.width); // 9.8 is all of its scale
    assert_non_null(find_text(&f, "계약"));
    assert_non_null(find_text(&f, "만 위안"));
    assert_non_null(find_text(&f, "%"));
    bs_str expected = BS_STR("계약 (만 위안): 다: 59,349.00; 나: 130,049.86. (%): 가: 9.80.");
    assert_true(bs_str_equal(f.scene.desc, expected));
    f.chart.bar_count = 2;
    assert_int_equal(draw(&f), BS_E_ARGUMENT);
    teardown(&f);
}

static void a_missing_bar_says_so(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    set_bars(&f, (const int64_t[]){100, 0, 200}, 3);
    f.bars[1].value.state = BS_STATE_NOT_PUBLISHED;
    draw_well(&f);
    assert_non_null(find_text(&f, "자료 없음"));
    set_bars(&f, (const int64_t[]){0}, 1); // a zero is a number
    draw_well(&f);
    assert_null(find_text(&f, "자료 없음"));
    assert_non_null(find_text(&f, "0.00"));
    teardown(&f);
}

// --- refusals ------------------------------------------------------------------------------------

static void a_log_scale_refuses_zero_with_a_message(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    panel(&f, 0, (const int64_t[]){10, 1000}, 2);
    f.chart.scale = BS_CHART_LOG;
    draw_well(&f);
    assert_true(scene_says(&f.scene, "로그 눈금"));
    panel(&f, 0, (const int64_t[]){0, 1000}, 2);
    assert_int_equal(draw(&f), BS_E_RANGE);
    assert_non_null(strstr(f.err.message, "log scale"));
    f.chart.scale = BS_CHART_LOG;
    set_bars(&f, (const int64_t[]){100}, 1);
    assert_int_equal(draw(&f), BS_E_ARGUMENT);
    teardown(&f);
}

static void what_cannot_be_drawn_is_refused(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    assert_int_equal(draw(&f), BS_E_ARGUMENT); // no panel
    panel(&f, 0, (const int64_t[]){1, 2}, 2);
    f.points[0][0].period = BS_PERIOD_NONE;
    assert_int_equal(draw(&f), BS_E_ARGUMENT);
    panel(&f, 0, (const int64_t[]){1, 2}, 2);
    f.chart.width_px = 100;
    assert_int_equal(draw(&f), BS_E_ARGUMENT);
    f.chart.width_px = NAN;
    assert_int_equal(draw(&f), BS_E_ARGUMENT);
    f.chart.width_px = 0;
    f.panels[0].line_count = BS_CHART_LINES_MAX + 1;
    for (size_t i = 1; i <= BS_CHART_LINES_MAX; i++)
        f.lines[i] = f.lines[0];
    assert_int_equal(draw(&f), BS_E_LIMIT);
    f.panels[0].line_count = 1;
    f.chart.panel_count = BS_CHART_PANELS_MAX + 1;
    assert_int_equal(draw(&f), BS_E_LIMIT);
    teardown(&f);
}

static void a_page_without_room_is_refused(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    f.chart.width_px = BS_CHART_WIDTH_MIN;
    panel(&f, 0, (const int64_t[]){1, 2}, 2);
    draw_well(&f);
    f.lines[0].label = BS_STR("a name that is too long for a page as narrow as this one is");
    f.points[0][1].value.value = (bs_decimal){999999999999999999, 0};
    f.chart.lang = BS_LANG_UNKNOWN; // all digits on the axis
    f.lines[1] = f.lines[0];
    f.panels[0].line_count = 2;
    assert_int_equal(draw(&f), BS_E_ARGUMENT);
    set_bars(&f, (const int64_t[]){999999999999999999}, 1);
    f.bars[0].value.text = BS_STR("999,999,999,999,999,999,999,999.00");
    assert_int_equal(draw(&f), BS_E_ARGUMENT);
    assert_non_null(strstr(f.err.message, "no room"));
    teardown(&f);
}

static void numbers_that_a_double_cannot_tell_apart_are_drawn(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    panel(&f, 0, (const int64_t[]){999999999999999998, 999999999999999999}, 2);
    draw_well(&f);
    assert_non_null(find_text(&f, "999,999,999,999,999,998"));
    assert_non_null(find_text(&f, "999,999,999,999,999,999"));
    teardown(&f);
}

static void a_missing_glyph_is_an_error(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    bs_text_free(f.text);
    assert_int_equal(bs_text_new(&f.text, BS_LANG_KO, NULL), BS_OK);
    panel(&f, 0, (const int64_t[]){1, 2}, 2);
    f.panels[0].title = BS_STR("값 \xF4\x8F\xBF\xBD"); // for private use
    assert_int_equal(draw(&f), BS_E_GLYPH);
    assert_non_null(strstr(f.err.message, "U+10FFFD"));
    teardown(&f);
}

static void control_characters_do_not_reach_the_picture(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    panel(&f, 0, (const int64_t[]){1, 2}, 2);
    f.panels[0].title = BS_STR("\x1B[31m값\xE2\x80\xAE 9\x07");
    draw_well(&f);
    assert_non_null(find_text(&f, "[31m값 9"));
    teardown(&f);
}

static void the_description_tells_every_value(void **state)
{
    (void)state;
    fixture f;
    setup(&f);
    panel(&f, 0, (const int64_t[]){220, INT64_MIN, 300}, 3);
    draw_well(&f);
    bs_str expected = BS_STR("다 (EB): 2020 220, 2021 자료 없음, 2022 300.");
    assert_true(bs_str_equal(f.scene.desc, expected));
    f.chart.desc = BS_STR("다른 말");
    draw_well(&f);
    assert_true(bs_str_equal(f.scene.desc, f.chart.desc));
    teardown(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(axes_begin_at_zero_or_say_that_they_do_not),
        cmocka_unit_test(panels_of_amounts_all_begin_at_zero_where_one_does),
        cmocka_unit_test(panels_keep_their_order_and_say_that_scales_differ),
        cmocka_unit_test(targets_are_dashed_and_hollow),
        cmocka_unit_test(marks_of_provisional_values_are_letters),
        cmocka_unit_test(a_flag_is_ringed_and_explained),
        cmocka_unit_test(flags_without_room_are_numbered),
        cmocka_unit_test(a_missing_value_is_a_gap),
        cmocka_unit_test(printed_text_wins_over_digits),
        cmocka_unit_test(several_lines_are_named_at_their_ends),
        cmocka_unit_test(a_value_is_not_nearer_to_another_line),
        cmocka_unit_test(an_index_begins_at_100),
        cmocka_unit_test(bars_begin_at_zero_in_the_order_given),
        cmocka_unit_test(a_flagged_bar_is_ringed_and_explained),
        cmocka_unit_test(sections_of_bars_have_a_scale_each),
        cmocka_unit_test(a_missing_bar_says_so),
        cmocka_unit_test(a_log_scale_refuses_zero_with_a_message),
        cmocka_unit_test(what_cannot_be_drawn_is_refused),
        cmocka_unit_test(a_page_without_room_is_refused),
        cmocka_unit_test(numbers_that_a_double_cannot_tell_apart_are_drawn),
        cmocka_unit_test(a_missing_glyph_is_an_error),
        cmocka_unit_test(control_characters_do_not_reach_the_picture),
        cmocka_unit_test(the_description_tells_every_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
