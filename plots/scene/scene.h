// SPDX-License-Identifier: GPL-3.0-or-later
// scene.h: a picture as a flat list of shapes, before any file format.
//
// Lengths are px of a page whose origin is its top left corner. A shape belongs to a layer; layers
// are drawn in their order, and shapes of one layer in the order in which they were added. Text is
// broken into lines and measured before it comes here, so that every renderer draws the same page.
// Everything lives in the arena of the scene.
#ifndef BS_SCENE_SCENE_H
#define BS_SCENE_SCENE_H

#include "engine/base/array.h"
#include "engine/base/buffer.h"
#include "engine/core/lang.h"

typedef struct bs_spot {
    double x;
    double y;
} bs_spot;

typedef struct bs_box {
    double x; // left
    double y; // top
    double width;
    double height;
} bs_box;

// True when they share more than an edge.
bool bs_box_meets(bs_box a, bs_box b);
// True when `inner` lies in `outer`, edges included.
bool bs_box_holds(bs_box outer, bs_box inner);
bs_box bs_box_grow(bs_box box, double by);

typedef enum bs_layer {
    BS_LAYER_GRID,
    BS_LAYER_CLEAR, // page-coloured ground of labels, so that no grid line runs through them
    BS_LAYER_DATA,  // bars and lines
    BS_LAYER_MARK,  // points, rings, leaders
    BS_LAYER_TEXT,
} bs_layer;

typedef enum bs_shape_kind {
    BS_SHAPE_RECT,
    BS_SHAPE_LINE,    // through all its points, open
    BS_SHAPE_POLYGON, // closed
    BS_SHAPE_CIRCLE,
    BS_SHAPE_TEXT,
    BS_SHAPE_KIND_COUNT
} bs_shape_kind;

typedef enum bs_anchor {
    BS_ANCHOR_START,
    BS_ANCHOR_MIDDLE,
    BS_ANCHOR_END,
    BS_ANCHOR_COUNT
} bs_anchor;

#define BS_COLOUR_NONE UINT32_MAX

// How an outline or area is painted. Colours are 0xRRGGBB or BS_COLOUR_NONE.
typedef struct bs_paint {
    uint32_t fill;
    uint32_t stroke;
    double stroke_px;
    double dash_px; // length of dashes; 0: solid
    double gap_px;  // between dashes
} bs_paint;

#define BS_PAINT_INIT                                                                              \
    {                                                                                              \
        .fill = BS_COLOUR_NONE, .stroke = BS_COLOUR_NONE                                           \
    }

typedef struct bs_text_line {
    bs_str text;
    double width; // measured
} bs_text_line;

// A block of lines set in one style. The first baseline is at y of the shape.
typedef struct bs_text_block {
    bs_text_line *lines;
    size_t line_count;
    bs_anchor anchor; // what x of the shape is of each line
    double size_px;
    double leading_px; // from baseline to baseline
    bool bold;
    uint32_t colour;
} bs_text_block;

typedef struct bs_shape {
    bs_shape_kind kind;
    bs_layer layer;
    bs_box box;      // rect: itself; others: what they cover, without the stroke
    bs_spot *points; // line, polygon
    size_t point_count;
    bs_spot at;     // circle: centre; text: anchor of the first baseline
    double radius;  // circle; rect: of its corners
    bs_paint paint; // not of text
    bs_text_block text;
    bs_str tip; // what the shape stands for, in words ("2023: 206 EFLOPS"); may be empty
} bs_shape;

typedef struct bs_scene {
    bs_arena *arena;
    double width_px;
    double height_px;
    uint32_t page; // colour
    bs_lang lang;
    bs_str title; // for those who hear the picture, and for the metadata of files
    bs_str desc;
    BS_ARRAY(bs_shape) shapes;
    bool failed; // an allocation failed; bs_scene_status tells
} bs_scene;

// An empty scene. Borrows the arena, which must live as long as the scene.
void bs_scene_init(bs_scene *scene, bs_arena *arena);
// BS_E_MEMORY when any addition since the start failed.
BS_CHECKED bs_status bs_scene_status(const bs_scene *scene, bs_error *err);

// Adds a shape. Coordinates are rounded to 1/100 px, so that the dump and the files agree. Points
// and lines are copied; text is not: it must live as long as the scene. `tip` may be empty.
void bs_scene_rect(bs_scene *scene, bs_layer layer, bs_box box, bs_paint paint, bs_str tip);
// A rectangle with round ends.
void bs_scene_pill(bs_scene *scene, bs_layer layer, bs_box box, bs_paint paint);
void bs_scene_line(bs_scene *scene, bs_layer layer, const bs_spot *points, size_t count,
                   bs_paint paint);
void bs_scene_polygon(bs_scene *scene, bs_layer layer, const bs_spot *points, size_t count,
                      bs_paint paint);
void bs_scene_circle(bs_scene *scene, bs_layer layer, bs_spot centre, double radius,
                     bs_paint paint);
void bs_scene_text(bs_scene *scene, bs_spot at, const bs_text_block *block);
// Says in words what the shape that was added last stands for.
void bs_scene_tip(bs_scene *scene, bs_str tip);

// Puts the shapes into the order in which they are drawn. Done once, when all are there.
void bs_scene_finish(bs_scene *scene);

// What one line of a text block covers on the page: from the ascent to the descent of its letters.
bs_box bs_text_line_box(const bs_shape *shape, size_t line);
// Part of the size that letters of the four languages reach above and below the baseline.
#define BS_TEXT_ASCENT 0.88
#define BS_TEXT_DESCENT 0.22

// Appends the scene as text, one line a shape, for comparison in tests:
//     page 400 300 #ffffff ko "title"
//     rect 10 20 100 8 fill #0072b2
//     pill 10 20 60 20 stroke #d55e00 2.5
//     line 10,20 30,40 stroke #0072b2 2 dash 6 4
//     text 24 40 start 22 bold #1a1a1a "a title" | "in two lines"
void bs_scene_dump(const bs_scene *scene, bs_buffer *out);

// A length as renderers write it: rounded to 1/100, without trailing zeros, with a point in every
// locale.
void bs_length_write(double px, bs_buffer *out);

#endif
