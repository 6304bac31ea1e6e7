// SPDX-License-Identifier: GPL-3.0-or-later
// Places are by hand, on a page where one label is 20 by 10 px.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "plots/mark/place.h"

static const bs_box size = {0, 0, 20, 10};

typedef struct fixture {
    bs_arena arena;
    bs_pen pen;
    bs_field field;
} fixture;

static fixture make(void)
{
    fixture f = {0};
    f.field.bounds = (bs_box){0, 0, 200, 100};
    return f;
}

static void take(fixture *f, bs_box box)
{
    f->pen.arena = &f->arena;
    bs_field_take(&f->field, &f->pen, box);
    assert_int_equal(f->pen.status, BS_OK);
}

static void segments_meet_boxes_that_they_run_through(void **state)
{
    (void)state;
    bs_box box = {10, 10, 20, 10};
    assert_true(bs_segment_meets((bs_segment){{0, 15}, {50, 15}}, box));
    assert_true(bs_segment_meets((bs_segment){{0, 0}, {40, 30}}, box));
    assert_true(bs_segment_meets((bs_segment){{12, 12}, {14, 14}}, box)); // inside
    assert_true(bs_segment_meets((bs_segment){{20, 0}, {20, 50}}, box));  // upright
    assert_false(bs_segment_meets((bs_segment){{0, 10}, {50, 10}}, box)); // along the edge
    assert_false(bs_segment_meets((bs_segment){{0, 0}, {9, 50}}, box));
    assert_false(bs_segment_meets((bs_segment){{0, 15}, {9, 15}}, box)); // ends before it
}

static void labels_stand_above_and_else_below(void **state)
{
    (void)state;
    fixture f = make();
    bs_box out;
    assert_true(bs_field_beside(&f.field, (bs_spot){100, 50}, size, 5, BS_SIDE_ABOVE, &out));
    assert_true(out.x == 90 && out.y == 35); // 50 - gap 5 - height 10
    assert_true(bs_field_beside(&f.field, (bs_spot){100, 50}, size, 5, BS_SIDE_BELOW, &out));
    assert_true(out.x == 90 && out.y == 55);
    take(&f, (bs_box){90, 35, 20, 10});
    assert_true(bs_field_beside(&f.field, (bs_spot){100, 50}, size, 5, BS_SIDE_ABOVE, &out));
    assert_true(out.x == 90 && out.y == 55);
    // At the top of the field there is no room above.
    assert_true(bs_field_beside(&f.field, (bs_spot){100, 4}, size, 5, BS_SIDE_ABOVE, &out));
    assert_true(out.y == 9);
    bs_arena_deinit(&f.arena);
}

static void a_full_field_takes_no_label(void **state)
{
    (void)state;
    fixture f = make();
    take(&f, (bs_box){0, 0, 200, 100});
    bs_box out = {-1, 0, 0, 0};
    assert_false(bs_field_beside(&f.field, (bs_spot){100, 50}, size, 5, BS_SIDE_ABOVE, &out));
    assert_false(bs_field_near(&f.field, (bs_spot){100, 50}, size, 5, &out));
    assert_true(out.x == -1);
    bs_arena_deinit(&f.arena);
}

static void notes_find_the_nearest_free_place(void **state)
{
    (void)state;
    fixture f = make();
    take(&f, (bs_box){0, 0, 200, 60}); // only the lower part is free
    bs_box out;
    assert_true(bs_field_near(&f.field, (bs_spot){100, 50}, size, 5, &out));
    assert_true(out.y >= 62 && out.y <= 68); // margin 2, steps of 4
    assert_true(fabs(out.x + 10 - 100) <= 4);
    bs_arena_deinit(&f.arena);
}

static void leaders_do_not_cross_labels(void **state)
{
    (void)state;
    fixture f = make();
    take(&f, (bs_box){90, 50, 20, 30}); // below the mark at (100, 30)
    take(&f, (bs_box){0, 0, 200, 45});
    bs_box out;
    bs_spot at = {100, 30};
    assert_true(bs_field_near(&f.field, at, size, 5, &out));
    bs_segment leader = {at, bs_box_nearest(out, at)};
    assert_false(bs_segment_meets(leader, (bs_box){90, 50, 20, 30}));
    bs_arena_deinit(&f.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(segments_meet_boxes_that_they_run_through),
        cmocka_unit_test(labels_stand_above_and_else_below),
        cmocka_unit_test(a_full_field_takes_no_label),
        cmocka_unit_test(notes_find_the_nearest_free_place),
        cmocka_unit_test(leaders_do_not_cross_labels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
