// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "plots/scene/scene.h"

void bs_length_write(double px, bs_buffer *out)
{
    long long hundredths = llround(px * 100);
    if (hundredths < 0) bs_buffer_add_char(out, '-');
    if (hundredths < 0) hundredths = -hundredths;
    bs_buffer_addf(out, "%lld", hundredths / 100);
    int rest = (int)(hundredths % 100);
    if (rest == 0) return;
    bs_buffer_add_char(out, '.');
    bs_buffer_add_char(out, (char)('0' + rest / 10));
    if (rest % 10 != 0) bs_buffer_add_char(out, (char)('0' + rest % 10));
}

static void add_length(bs_buffer *out, double px)
{
    bs_buffer_add_char(out, ' ');
    bs_length_write(px, out);
}

static void add_points(bs_buffer *out, const bs_shape *shape)
{
    for (size_t i = 0; i < shape->point_count; i++) {
        add_length(out, shape->points[i].x);
        bs_buffer_add_char(out, ',');
        bs_length_write(shape->points[i].y, out);
    }
}

static void add_paint(bs_buffer *out, const bs_paint *paint)
{
    if (paint->fill != BS_COLOUR_NONE) bs_buffer_addf(out, " fill #%06x", (unsigned)paint->fill);
    if (paint->stroke == BS_COLOUR_NONE) return;
    bs_buffer_addf(out, " stroke #%06x", (unsigned)paint->stroke);
    add_length(out, paint->stroke_px);
    if (paint->dash_px <= 0) return;
    bs_buffer_add(out, BS_STR(" dash"));
    add_length(out, paint->dash_px);
    add_length(out, paint->gap_px);
}

static void dump_box(bs_buffer *out, const bs_shape *shape)
{
    add_length(out, shape->box.x);
    add_length(out, shape->box.y);
    add_length(out, shape->box.width);
    add_length(out, shape->box.height);
    add_paint(out, &shape->paint);
}

static void dump_points(bs_buffer *out, const bs_shape *shape)
{
    add_points(out, shape);
    add_paint(out, &shape->paint);
}

static void dump_circle(bs_buffer *out, const bs_shape *shape)
{
    add_length(out, shape->at.x);
    add_length(out, shape->at.y);
    add_length(out, shape->radius);
    add_paint(out, &shape->paint);
}

static void dump_text(bs_buffer *out, const bs_shape *shape)
{
    static const char *const anchors[] = {"start", "middle", "end"};
    const bs_text_block *text = &shape->text;
    add_length(out, shape->at.x);
    add_length(out, shape->at.y);
    bs_buffer_addf(out, " %s", anchors[text->anchor]);
    add_length(out, text->size_px);
    bs_buffer_addf(out, "%s #%06x ", text->bold ? " bold" : "", (unsigned)text->colour);
    for (size_t i = 0; i < text->line_count; i++) {
        if (i > 0) bs_buffer_add(out, BS_STR(" | "));
        bs_buffer_add_json(out, text->lines[i].text);
    }
}

typedef struct dumper {
    const char *name;
    void (*dump)(bs_buffer *out, const bs_shape *shape);
} dumper;

static const dumper dumpers[] = {
    [BS_SHAPE_RECT] = {"rect", dump_box},          [BS_SHAPE_LINE] = {"line", dump_points},
    [BS_SHAPE_POLYGON] = {"polygon", dump_points}, [BS_SHAPE_CIRCLE] = {"circle", dump_circle},
    [BS_SHAPE_TEXT] = {"text", dump_text},
};
_Static_assert(BS_COUNT(dumpers) == BS_SHAPE_KIND_COUNT, "every kind of shape needs a row");

void bs_scene_dump(const bs_scene *scene, bs_buffer *out)
{
    bs_buffer_add(out, BS_STR("page"));
    add_length(out, scene->width_px);
    add_length(out, scene->height_px);
    bs_buffer_addf(out, " #%06x %s ", (unsigned)scene->page, bs_lang_code(scene->lang));
    bs_buffer_add_json(out, scene->title);
    bs_buffer_add_char(out, '\n');
    for (size_t i = 0; i < scene->shapes.count; i++) {
        const bs_shape *shape = &scene->shapes.items[i];
        bool pill = shape->kind == BS_SHAPE_RECT && shape->radius > 0;
        bs_buffer_add(out, pill ? BS_STR("pill") : bs_str_from(dumpers[shape->kind].name));
        dumpers[shape->kind].dump(out, shape);
        if (shape->tip.len > 0) {
            bs_buffer_add(out, BS_STR(" tip "));
            bs_buffer_add_json(out, shape->tip);
        }
        bs_buffer_add_char(out, '\n');
    }
}
