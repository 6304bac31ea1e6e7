// SPDX-License-Identifier: GPL-3.0-or-later
// Expected dumps are by hand.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "plots/scene/scene.h"

static void assert_near(double a, double b, double tolerance)
{
    assert_true(fabs(a - b) <= tolerance);
}

static void the_dump_is_exact(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_scene scene;
    bs_scene_init(&scene, &arena);
    scene.width_px = 400;
    scene.height_px = 300.5;
    scene.lang = BS_LANG_KO;
    scene.title = BS_STR("a \"title\"");
    bs_text_line lines[] = {{BS_STR_INIT("one"), 30}, {BS_STR_INIT("둘"), 20}};
    bs_text_block block = {lines, 2, BS_ANCHOR_END, 12, 16, true, 0x1A1A1A};
    bs_scene_text(&scene, (bs_spot){100, 50.004}, &block);
    bs_paint paint = {
        .fill = 0x0072B2, .stroke = 0xD55E00, .stroke_px = 2.5, .dash_px = 6, .gap_px = 4};
    bs_scene_rect(&scene, BS_LAYER_DATA, (bs_box){10, 20, 100, 8}, paint, BS_STR("tip"));
    bs_scene_pill(&scene, BS_LAYER_DATA, (bs_box){10, 20, 60, 20}, paint);
    bs_spot points[] = {{1, 2}, {3.125, -4}, {5, 6}};
    paint.fill = BS_COLOUR_NONE;
    bs_scene_line(&scene, BS_LAYER_GRID, points, 3, paint);
    bs_scene_polygon(&scene, BS_LAYER_MARK, points, 3, (bs_paint)BS_PAINT_INIT);
    bs_scene_circle(&scene, BS_LAYER_MARK, (bs_spot){7, 8}, 4, (bs_paint)BS_PAINT_INIT);
    bs_scene_tip(&scene, BS_STR("2023: 206"));
    bs_scene_finish(&scene);
    bs_buffer out = BS_BUFFER_INIT;
    bs_scene_dump(&scene, &out);
    // Layers in their order: grid, data, marks, text; coordinates rounded to 1/100.
    assert_string_equal(out.ptr,
                        "page 400 300.5 #ffffff ko \"a \\\"title\\\"\"\n"
                        "line 1,2 3.13,-4 5,6 stroke #d55e00 2.5 dash 6 4\n"
                        "rect 10 20 100 8 fill #0072b2 stroke #d55e00 2.5 dash 6 4 tip \"tip\"\n"
                        "pill 10 20 60 20 fill #0072b2 stroke #d55e00 2.5 dash 6 4\n"
                        "polygon 1,2 3.13,-4 5,6\n"
                        "circle 7 8 4 tip \"2023: 206\"\n"
                        "text 100 50 end 12 bold #1a1a1a \"one\" | \"둘\"\n");
    assert_int_equal(bs_scene_status(&scene, NULL), BS_OK);
    bs_buffer_deinit(&out);
    bs_arena_deinit(&arena);
}

static void lines_of_text_know_what_they_cover(void **state)
{
    (void)state;
    bs_text_line lines[] = {{BS_STR_INIT("one"), 30}, {BS_STR_INIT("two"), 20}};
    bs_shape shape = {.kind = BS_SHAPE_TEXT, .at = {100, 50}};
    shape.text = (bs_text_block){lines, 2, BS_ANCHOR_END, 10, 13, false, 0};
    bs_box box = bs_text_line_box(&shape, 1);
    assert_near(box.x, 80, 1e-9);
    assert_near(box.y, 63 - 8.8, 1e-9); // second baseline less the ascent
    assert_near(box.width, 20, 1e-9);
    assert_near(box.height, 11, 1e-9);
    shape.text.anchor = BS_ANCHOR_MIDDLE;
    assert_near(bs_text_line_box(&shape, 0).x, 85, 1e-9);
}

static void boxes_that_share_an_edge_do_not_meet(void **state)
{
    (void)state;
    bs_box a = {0, 0, 10, 10}, beside = {10, 0, 5, 5}, over = {9, 9, 5, 5};
    assert_false(bs_box_meets(a, beside));
    assert_true(bs_box_meets(a, over));
    assert_true(bs_box_holds(a, (bs_box){0, 0, 10, 10}));
    assert_false(bs_box_holds(a, over));
}

static void lengths_are_written_alike_everywhere(void **state)
{
    (void)state;
    static const struct {
        double px;
        const char *text;
    } cases[] = {{0, "0"},      {-0.001, "0"},    {1.005, "1"},
                 {1.5, "1.5"},  {-2.25, "-2.25"}, {1234567.891, "1234567.89"},
                 {0.07, "0.07"}};
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_buffer out = BS_BUFFER_INIT;
        bs_length_write(cases[i].px, &out);
        assert_string_equal(out.ptr, cases[i].text);
        bs_buffer_deinit(&out);
    }
}

static void too_few_points_draw_nothing(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_scene scene;
    bs_scene_init(&scene, &arena);
    bs_spot point = {1, 1};
    bs_text_block empty = {0};
    bs_scene_line(&scene, BS_LAYER_DATA, &point, 1, (bs_paint)BS_PAINT_INIT);
    bs_scene_polygon(&scene, BS_LAYER_DATA, &point, 1, (bs_paint)BS_PAINT_INIT);
    bs_scene_text(&scene, point, &empty);
    bs_scene_tip(&scene, BS_STR("nothing to say it of"));
    bs_scene_finish(&scene);
    assert_int_equal(scene.shapes.count, 0);
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_dump_is_exact),
        cmocka_unit_test(lines_of_text_know_what_they_cover),
        cmocka_unit_test(boxes_that_share_an_edge_do_not_meet),
        cmocka_unit_test(lengths_are_written_alike_everywhere),
        cmocka_unit_test(too_few_points_draw_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
