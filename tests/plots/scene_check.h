// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of every picture: no text over another, none outside the page, and none without
// contrast. The first offence fails the test with its text.
#ifndef BS_TESTS_SCENE_CHECK_H
#define BS_TESTS_SCENE_CHECK_H

#include "plots/scene/scene.h"
#include "plots/theme/theme.h"

typedef BS_ARRAY(bs_box) check_boxes;

// What a text stands on: the last filled rectangle that holds its middle, or the page.
static inline bs_colour ground_below(const bs_scene *scene, const bs_shape *text)
{
    bs_colour ground = scene->page;
    bs_box middle = {text->box.x + text->box.width / 2, text->box.y + text->box.height / 2, 0, 0};
    for (size_t i = 0; i < scene->shapes.count; i++) {
        const bs_shape *shape = &scene->shapes.items[i];
        bool filled = shape->kind == BS_SHAPE_RECT && shape->paint.fill != BS_COLOUR_NONE;
        if (filled && bs_box_holds(shape->box, middle)) ground = shape->paint.fill;
    }
    return ground;
}

static inline void check_texts(const bs_scene *scene, check_boxes *boxes)
{
    bs_box page = {0, 0, scene->width_px, scene->height_px};
    for (size_t i = 0; i < scene->shapes.count; i++) {
        const bs_shape *shape = &scene->shapes.items[i];
        if (shape->kind != BS_SHAPE_TEXT) continue;
        if (bs_colour_contrast(shape->text.colour, ground_below(scene, shape)) < 4.5) {
            fail_msg("hard to read: %.*s", BS_STR_ARG(shape->text.lines[0].text));
        }
        for (size_t j = 0; j < shape->text.line_count; j++) {
            bs_box box = bs_text_line_box(shape, j);
            bs_str text = shape->text.lines[j].text;
            if (!bs_box_holds(page, box)) fail_msg("leaves the page: %.*s", BS_STR_ARG(text));
            for (size_t k = 0; k < boxes->count; k++) {
                // A hundredth of a px is lost when coordinates are rounded.
                if (!bs_box_meets(bs_box_grow(box, -0.02), boxes->items[k])) continue;
                fail_msg("over another text: %.*s", BS_STR_ARG(text));
            }
            bs_box *kept = BS_PUSH(scene->arena, boxes);
            assert_non_null(kept);
            *kept = box;
        }
    }
}

static inline void check_shapes(const bs_scene *scene)
{
    bs_box page = {0, 0, scene->width_px, scene->height_px};
    for (size_t i = 0; i < scene->shapes.count; i++) {
        const bs_shape *shape = &scene->shapes.items[i];
        bool seen = shape->paint.fill != BS_COLOUR_NONE || shape->paint.stroke != BS_COLOUR_NONE;
        if (shape->kind != BS_SHAPE_TEXT && seen) assert_true(bs_box_holds(page, shape->box));
    }
}

static inline void check_scene(const bs_scene *scene)
{
    check_boxes boxes = {0};
    check_texts(scene, &boxes);
    check_shapes(scene);
}

// True when some text or tip of the scene contains `needle`.
static inline bool scene_says(const bs_scene *scene, const char *needle)
{
    for (size_t i = 0; i < scene->shapes.count; i++) {
        const bs_shape *shape = &scene->shapes.items[i];
        if (bs_str_find(shape->tip, bs_str_from(needle), 0) != SIZE_MAX) return true;
        for (size_t j = 0; shape->kind == BS_SHAPE_TEXT && j < shape->text.line_count; j++) {
            if (bs_str_find(shape->text.lines[j].text, bs_str_from(needle), 0) != SIZE_MAX) {
                return true;
            }
        }
    }
    return false;
}

#endif
