// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/scene/scene.h"

#include <math.h>

bool bs_box_meets(bs_box a, bs_box b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

bool bs_box_holds(bs_box outer, bs_box inner)
{
    return inner.x >= outer.x && inner.y >= outer.y &&
           inner.x + inner.width <= outer.x + outer.width &&
           inner.y + inner.height <= outer.y + outer.height;
}

bs_box bs_box_grow(bs_box box, double by)
{
    return (bs_box){box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

void bs_scene_init(bs_scene *scene, bs_arena *arena)
{
    *scene = (bs_scene){.arena = arena, .page = 0xFFFFFF};
}

bs_status bs_scene_status(const bs_scene *scene, bs_error *err)
{
    return scene->failed ? bs_fail(err, BS_E_MEMORY, "out of memory") : BS_OK;
}

static double rounded(double px)
{
    return round(px * 100) / 100;
}

static bs_spot rounded_point(bs_spot p)
{
    return (bs_spot){rounded(p.x), rounded(p.y)};
}

static bs_shape *add(bs_scene *scene, bs_shape_kind kind, bs_layer layer)
{
    bs_shape *shape = BS_PUSH(scene->arena, &scene->shapes);
    if (shape == NULL) {
        scene->failed = true;
        return NULL;
    }
    shape->kind = kind;
    shape->layer = layer;
    return shape;
}

void bs_scene_rect(bs_scene *scene, bs_layer layer, bs_box box, bs_paint paint, bs_str tip)
{
    bs_shape *shape = add(scene, BS_SHAPE_RECT, layer);
    if (shape == NULL) return;
    shape->box = (bs_box){rounded(box.x), rounded(box.y), rounded(box.width), rounded(box.height)};
    shape->paint = paint;
    shape->tip = tip;
}

void bs_scene_pill(bs_scene *scene, bs_layer layer, bs_box box, bs_paint paint)
{
    size_t before = scene->shapes.count;
    bs_scene_rect(scene, layer, box, paint, (bs_str){0});
    if (scene->shapes.count > before) scene->shapes.items[before].radius = rounded(box.height / 2);
}

static bs_box box_of_points(const bs_spot *points, size_t count)
{
    bs_spot low = points[0], high = points[0];
    for (size_t i = 1; i < count; i++) {
        low = (bs_spot){fmin(low.x, points[i].x), fmin(low.y, points[i].y)};
        high = (bs_spot){fmax(high.x, points[i].x), fmax(high.y, points[i].y)};
    }
    return (bs_box){low.x, low.y, high.x - low.x, high.y - low.y};
}

static void add_points(bs_scene *scene, bs_shape *shape, const bs_spot *points, size_t count)
{
    bs_spot *copy = BS_NEW_ARRAY(scene->arena, bs_spot, count);
    if (copy == NULL) {
        scene->failed = true;
        return;
    }
    for (size_t i = 0; i < count; i++)
        copy[i] = rounded_point(points[i]);
    shape->points = copy;
    shape->point_count = count;
    shape->box = box_of_points(copy, count);
}

void bs_scene_line(bs_scene *scene, bs_layer layer, const bs_spot *points, size_t count,
                   bs_paint paint)
{
    if (count < 2) return;
    bs_shape *shape = add(scene, BS_SHAPE_LINE, layer);
    if (shape == NULL) return;
    shape->paint = paint;
    add_points(scene, shape, points, count);
}

void bs_scene_polygon(bs_scene *scene, bs_layer layer, const bs_spot *points, size_t count,
                      bs_paint paint)
{
    if (count < 3) return;
    bs_shape *shape = add(scene, BS_SHAPE_POLYGON, layer);
    if (shape == NULL) return;
    shape->paint = paint;
    add_points(scene, shape, points, count);
}

void bs_scene_circle(bs_scene *scene, bs_layer layer, bs_spot centre, double radius, bs_paint paint)
{
    bs_shape *shape = add(scene, BS_SHAPE_CIRCLE, layer);
    if (shape == NULL) return;
    shape->at = rounded_point(centre);
    shape->radius = rounded(radius);
    shape->box = (bs_box){shape->at.x - radius, shape->at.y - radius, 2 * radius, 2 * radius};
    shape->paint = paint;
}

bs_box bs_text_line_box(const bs_shape *shape, size_t line)
{
    const bs_text_block *text = &shape->text;
    double width = text->lines[line].width;
    double left = shape->at.x - (text->anchor == BS_ANCHOR_START    ? 0
                                 : text->anchor == BS_ANCHOR_MIDDLE ? width / 2
                                                                    : width);
    double top = shape->at.y + (double)line * text->leading_px - text->size_px * BS_TEXT_ASCENT;
    return (bs_box){left, top, width, text->size_px * (BS_TEXT_ASCENT + BS_TEXT_DESCENT)};
}

static bs_box united(bs_box a, bs_box b)
{
    double x = fmin(a.x, b.x), y = fmin(a.y, b.y);
    double right = fmax(a.x + a.width, b.x + b.width);
    double bottom = fmax(a.y + a.height, b.y + b.height);
    return (bs_box){x, y, right - x, bottom - y};
}

void bs_scene_text(bs_scene *scene, bs_spot at, const bs_text_block *block)
{
    if (block->line_count == 0) return;
    bs_shape *shape = add(scene, BS_SHAPE_TEXT, BS_LAYER_TEXT);
    bs_text_line *lines = BS_NEW_ARRAY(scene->arena, bs_text_line, block->line_count);
    if (shape == NULL || lines == NULL) {
        scene->failed = true;
        return;
    }
    memcpy(lines, block->lines, block->line_count * sizeof *lines);
    shape->at = rounded_point(at);
    shape->text = *block;
    shape->text.lines = lines;
    shape->box = bs_text_line_box(shape, 0);
    for (size_t i = 1; i < block->line_count; i++) {
        shape->box = united(shape->box, bs_text_line_box(shape, i));
    }
}

void bs_scene_tip(bs_scene *scene, bs_str tip)
{
    if (scene->shapes.count > 0) scene->shapes.items[scene->shapes.count - 1].tip = tip;
}

void bs_scene_finish(bs_scene *scene)
{
    bs_shape *sorted = BS_NEW_ARRAY(scene->arena, bs_shape, scene->shapes.count);
    if (sorted == NULL) {
        scene->failed = true;
        return;
    }
    size_t count = 0;
    for (bs_layer layer = BS_LAYER_GRID; layer <= BS_LAYER_TEXT; layer++) {
        for (size_t i = 0; i < scene->shapes.count; i++) {
            if (scene->shapes.items[i].layer == layer) sorted[count++] = scene->shapes.items[i];
        }
    }
    if (count > 0) memcpy(scene->shapes.items, sorted, count * sizeof *sorted);
}
