// SPDX-License-Identifier: GPL-3.0-or-later
#include <pango/pangocairo.h>

#include "plots/render/render_internal.h"
#include "plots/text/text.h"

// Made once a picture; Pango keeps what it learnt of a font from one picture to the next.
typedef struct brush {
    cairo_t *cr;
    PangoLayout *layout;
    PangoFontDescription *font;
} brush;

bs_status bs_render__cairo_status(cairo_status_t status, bs_error *err)
{
    if (status == CAIRO_STATUS_SUCCESS) return BS_OK;
    bool large = status == CAIRO_STATUS_INVALID_SIZE;
    return bs_fail(err, large ? BS_E_LIMIT : BS_E_MEMORY, "the picture could not be drawn: %s",
                   cairo_status_to_string(status));
}

static void set_colour(cairo_t *cr, uint32_t colour)
{
    cairo_set_source_rgb(cr, ((colour >> 16) & 0xFF) / 255.0, ((colour >> 8) & 0xFF) / 255.0,
                         (colour & 0xFF) / 255.0);
}

// Fills and strokes the current path.
static void paint_path(cairo_t *cr, const bs_paint *paint)
{
    if (paint->fill != BS_COLOUR_NONE) {
        set_colour(cr, paint->fill);
        cairo_fill_preserve(cr);
    }
    if (paint->stroke != BS_COLOUR_NONE) {
        double dash[] = {paint->dash_px, paint->gap_px};
        set_colour(cr, paint->stroke);
        cairo_set_line_width(cr, paint->stroke_px);
        cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
        cairo_set_dash(cr, dash, paint->dash_px > 0 ? 2 : 0, 0);
        cairo_stroke_preserve(cr);
    }
    cairo_new_path(cr);
}

static const double full_turn = 6.283185307179586;

// The path of a rectangle with round ends.
static void add_pill(cairo_t *cr, bs_box box)
{
    double radius = box.height / 2, middle = box.y + radius;
    cairo_new_sub_path(cr);
    cairo_arc(cr, box.x + box.width - radius, middle, radius, -full_turn / 4, full_turn / 4);
    cairo_arc(cr, box.x + radius, middle, radius, full_turn / 4, full_turn * 3 / 4);
    cairo_close_path(cr);
}

static void draw_rect(brush *b, const bs_shape *shape)
{
    bs_box box = shape->box;
    if (shape->radius > 0)
        add_pill(b->cr, box);
    else
        cairo_rectangle(b->cr, box.x, box.y, box.width, box.height);
    paint_path(b->cr, &shape->paint);
}

static void draw_points(brush *b, const bs_shape *shape)
{
    for (size_t i = 0; i < shape->point_count; i++) {
        cairo_line_to(b->cr, shape->points[i].x, shape->points[i].y);
    }
    if (shape->kind == BS_SHAPE_POLYGON) cairo_close_path(b->cr);
    paint_path(b->cr, &shape->paint);
}

static void draw_circle(brush *b, const bs_shape *shape)
{
    if (shape->paint.fill == BS_COLOUR_NONE && shape->paint.stroke == BS_COLOUR_NONE) return;
    cairo_new_sub_path(b->cr);
    cairo_arc(b->cr, shape->at.x, shape->at.y, shape->radius, 0, full_turn);
    cairo_close_path(b->cr);
    paint_path(b->cr, &shape->paint);
}

static void draw_text_line(brush *b, const bs_shape *shape, size_t line)
{
    const bs_text_line *text = &shape->text.lines[line];
    double baseline = shape->at.y + (double)line * shape->text.leading_px;
    pango_layout_set_text(b->layout, text->text.ptr, (int)text->text.len);
    PangoLayoutLine *first = pango_layout_get_line_readonly(b->layout, 0);
    cairo_move_to(b->cr, bs_text_line_box(shape, line).x, baseline);
    pango_cairo_show_layout_line(b->cr, first);
}

static void draw_text(brush *b, const bs_shape *shape)
{
    PangoWeight weight = shape->text.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL;
    pango_font_description_set_absolute_size(b->font, shape->text.size_px * PANGO_SCALE);
    pango_font_description_set_weight(b->font, weight);
    pango_layout_set_font_description(b->layout, b->font);
    set_colour(b->cr, shape->text.colour);
    for (size_t i = 0; i < shape->text.line_count; i++)
        draw_text_line(b, shape, i);
    cairo_new_path(b->cr);
}

typedef void (*drawer)(brush *b, const bs_shape *shape);

static const drawer drawers[] = {
    [BS_SHAPE_RECT] = draw_rect,      [BS_SHAPE_LINE] = draw_points,
    [BS_SHAPE_POLYGON] = draw_points, [BS_SHAPE_CIRCLE] = draw_circle,
    [BS_SHAPE_TEXT] = draw_text,
};
_Static_assert(BS_COUNT(drawers) == BS_SHAPE_KIND_COUNT, "every kind of shape needs a row");

// The options that text was measured with (plots/text/pango.c).
static void set_text_options(PangoContext *context, const bs_scene *scene)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string(bs_lang_code(scene->lang)));
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
}

static bs_status set_family(PangoFontDescription *font, bs_lang lang, bs_error *err)
{
    bs_buffer list = BS_BUFFER_INIT;
    for (const char *const *family = bs_text_families(lang); *family != NULL; family++) {
        if (list.len > 0) bs_buffer_add_char(&list, ',');
        bs_buffer_add(&list, bs_str_from(*family));
    }
    bs_status status = bs_buffer_status(&list, err);
    if (status == BS_OK) pango_font_description_set_family(font, list.ptr);
    bs_buffer_deinit(&list);
    return status;
}

bs_status bs_render__draw(cairo_t *cr, const bs_scene *scene, bs_error *err)
{
    BS_TRY(bs_render__cairo_status(cairo_status(cr), err));
    PangoContext *context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    set_text_options(context, scene);
    brush b = {cr, pango_layout_new(context), pango_font_description_new()};
    pango_layout_set_single_paragraph_mode(b.layout, TRUE);
    bs_status status = set_family(b.font, scene->lang, err);
    if (status == BS_OK) {
        set_colour(cr, scene->page);
        cairo_paint(cr);
        for (size_t i = 0; i < scene->shapes.count; i++) {
            drawers[scene->shapes.items[i].kind](&b, &scene->shapes.items[i]);
        }
        status = bs_render__cairo_status(cairo_status(cr), err);
    }
    pango_font_description_free(b.font);
    g_object_unref(b.layout);
    g_object_unref(context);
    return status;
}
