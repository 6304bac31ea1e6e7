// SPDX-License-Identifier: GPL-3.0-or-later
// SVG with real text. Cairo's own SVG surface turns letters into outlines that nobody can search.
#include "engine/base/utf8.h"
#include "plots/render/render_internal.h"
#include "plots/text/text.h"

typedef struct svg {
    bs_buffer *out;
    const bs_theme *variables; // see bs_render_options
} svg;

static void add_length(bs_buffer *out, const char *name, double px)
{
    bs_buffer_addf(out, " %s=\"", name);
    bs_length_write(px, out);
    bs_buffer_add_char(out, '"');
}

// XML 1.0 knows fewer characters than Unicode, and marks of writing direction could turn a number
// round; a scene is built of clean text, but may come from elsewhere.
static bool is_forbidden(uint32_t code)
{
    return (code < 0x20 && code != '\n') || code == 0x7F || (code >= 0x80 && code < 0xA0) ||
           (code & 0xFFFE) == 0xFFFE || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F || code == 0x061C;
}

static void add_escaped(bs_buffer *out, bs_str text)
{
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        at += rune.len;
        switch (rune.code) {
        case '&':
            bs_buffer_add(out, BS_STR("&amp;"));
            break;
        case '<':
            bs_buffer_add(out, BS_STR("&lt;"));
            break;
        case '>':
            bs_buffer_add(out, BS_STR("&gt;"));
            break;
        case '"':
            bs_buffer_add(out, BS_STR("&quot;"));
            break;
        default:
            bs_buffer_add_rune(out, is_forbidden(rune.code) ? ' ' : rune.code);
            break;
        }
    }
}

static void add_colour(const svg *s, const char *name, bs_colour colour)
{
    bs_buffer_addf(s->out, " %s=\"", name);
    if (colour == BS_COLOUR_NONE)
        bs_buffer_add(s->out, BS_STR("none"));
    else if (s->variables == NULL || !bs_theme_variable(s->variables, colour, s->out))
        bs_buffer_addf(s->out, "#%06x", (unsigned)colour);
    bs_buffer_add_char(s->out, '"');
}

static void add_paint(const svg *s, const bs_paint *paint)
{
    bs_buffer *out = s->out;
    add_colour(s, "fill", paint->fill);
    if (paint->stroke == BS_COLOUR_NONE) return;
    add_colour(s, "stroke", paint->stroke);
    if (paint->stroke_px != 1) add_length(out, "stroke-width", paint->stroke_px);
    if (paint->dash_px <= 0) return;
    bs_buffer_add(out, BS_STR(" stroke-dasharray=\""));
    bs_length_write(paint->dash_px, out);
    bs_buffer_add_char(out, ' ');
    bs_length_write(paint->gap_px, out);
    bs_buffer_add_char(out, '"');
}

// Ends the element, with what it stands for inside: browsers show it under the pointer.
static void close_shape(const svg *s, const bs_shape *shape, const char *name)
{
    bs_buffer *out = s->out;
    add_paint(s, &shape->paint);
    bool unseen = shape->paint.fill == BS_COLOUR_NONE && shape->paint.stroke == BS_COLOUR_NONE;
    if (unseen) bs_buffer_add(out, BS_STR(" pointer-events=\"all\""));
    if (shape->tip.len == 0) {
        bs_buffer_add(out, BS_STR("/>\n"));
        return;
    }
    bs_buffer_add(out, BS_STR("><title>"));
    add_escaped(out, shape->tip);
    bs_buffer_addf(out, "</title></%s>\n", name);
}

static void write_rect(const svg *s, const bs_shape *shape)
{
    bs_buffer *out = s->out;
    bs_buffer_add(out, BS_STR("<rect"));
    add_length(out, "x", shape->box.x);
    add_length(out, "y", shape->box.y);
    add_length(out, "width", shape->box.width);
    add_length(out, "height", shape->box.height);
    if (shape->radius > 0) add_length(out, "rx", shape->radius);
    close_shape(s, shape, "rect");
}

static void write_points(const svg *s, const bs_shape *shape)
{
    bs_buffer *out = s->out;
    const char *name = shape->kind == BS_SHAPE_POLYGON ? "polygon" : "polyline";
    bs_buffer_addf(out, "<%s points=\"", name);
    for (size_t i = 0; i < shape->point_count; i++) {
        if (i > 0) bs_buffer_add_char(out, ' ');
        bs_length_write(shape->points[i].x, out);
        bs_buffer_add_char(out, ',');
        bs_length_write(shape->points[i].y, out);
    }
    bs_buffer_add_char(out, '"');
    close_shape(s, shape, name);
}

static void write_circle(const svg *s, const bs_shape *shape)
{
    bs_buffer *out = s->out;
    bs_buffer_add(out, BS_STR("<circle"));
    add_length(out, "cx", shape->at.x);
    add_length(out, "cy", shape->at.y);
    add_length(out, "r", shape->radius);
    close_shape(s, shape, "circle");
}

static void write_text(const svg *s, const bs_shape *shape)
{
    bs_buffer *out = s->out;
    static const char *const anchors[] = {[BS_ANCHOR_START] = "",
                                          [BS_ANCHOR_MIDDLE] = " text-anchor=\"middle\"",
                                          [BS_ANCHOR_END] = " text-anchor=\"end\""};
    const bs_text_block *text = &shape->text;
    bs_buffer_addf(out, "<text%s", anchors[text->anchor]);
    add_length(out, "x", shape->at.x);
    add_length(out, "y", shape->at.y);
    add_length(out, "font-size", text->size_px);
    if (text->bold) bs_buffer_add(out, BS_STR(" font-weight=\"700\""));
    add_colour(s, "fill", text->colour);
    bs_buffer_add_char(out, '>');
    for (size_t i = 0; i < text->line_count; i++) {
        if (i > 0) {
            // The blank keeps the words of two lines apart when the text is copied or heard.
            bs_buffer_add(out, BS_STR(" <tspan"));
            add_length(out, "x", shape->at.x);
            add_length(out, "dy", text->leading_px);
            bs_buffer_add_char(out, '>');
        }
        add_escaped(out, text->lines[i].text);
        if (i > 0) bs_buffer_add(out, BS_STR("</tspan>"));
    }
    bs_buffer_add(out, BS_STR("</text>\n"));
}

typedef void (*writer)(const svg *s, const bs_shape *shape);

static const writer writers[] = {
    [BS_SHAPE_RECT] = write_rect,      [BS_SHAPE_LINE] = write_points,
    [BS_SHAPE_POLYGON] = write_points, [BS_SHAPE_CIRCLE] = write_circle,
    [BS_SHAPE_TEXT] = write_text,
};
_Static_assert(BS_COUNT(writers) == BS_SHAPE_KIND_COUNT, "every kind of shape needs a row");

static void write_families(bs_buffer *out, bs_lang lang)
{
    bs_buffer_add(out, BS_STR(" font-family=\""));
    for (const char *const *family = bs_text_families(lang); *family != NULL; family++) {
        bool generic = family[1] == NULL;
        bs_buffer_addf(out, generic ? "%s\"" : "'%s', ", *family);
    }
}

// <title> or <desc>, which the picture is named and described by.
static void write_words(bs_buffer *out, const char *element, bs_str id, bs_str text)
{
    bs_buffer_addf(out, "<%s id=\"%.*s%s\">", element, BS_STR_ARG(id), element);
    add_escaped(out, text);
    bs_buffer_addf(out, "</%s>\n", element);
}

static void write_head(const svg *s, const bs_scene *scene, bs_str id)
{
    bs_buffer *out = s->out;
    const char *lang = bs_lang_code(scene->lang);
    bs_buffer_add(out, BS_STR("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    add_length(out, "width", scene->width_px);
    add_length(out, "height", scene->height_px);
    bs_buffer_add(out, BS_STR(" viewBox=\"0 0 "));
    bs_length_write(scene->width_px, out);
    bs_buffer_add_char(out, ' ');
    bs_length_write(scene->height_px, out);
    bs_buffer_addf(out, "\" lang=\"%s\" xml:lang=\"%s\" role=\"img\"", lang, lang);
    bs_buffer_addf(out, " aria-labelledby=\"%.*stitle %.*sdesc\" stroke-linejoin=\"round\"",
                   BS_STR_ARG(id), BS_STR_ARG(id));
    write_families(out, scene->lang);
    bs_buffer_add(out, BS_STR(">\n"));
    write_words(out, "title", id, scene->title);
    write_words(out, "desc", id, scene->desc);
    if (s->variables != NULL) return; // the page is the ground
    bs_buffer_addf(out, "<rect width=\"100%%\" height=\"100%%\" fill=\"#%06x\"/>\n",
                   (unsigned)scene->page);
}

bs_status bs_render__svg(bs_buffer *out, const bs_scene *scene, const bs_render_options *options,
                         bs_error *err)
{
    const svg s = {out, options->variables};
    write_head(&s, scene, options->id);
    for (size_t i = 0; i < scene->shapes.count; i++) {
        writers[scene->shapes.items[i].kind](&s, &scene->shapes.items[i]);
    }
    bs_buffer_add(out, BS_STR("</svg>\n"));
    return bs_buffer_status(out, err);
}
