// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/mark/pen.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>

static const double leading = 1.3; // baseline to baseline, in sizes

bs_status bs_pen_status(const bs_pen *pen)
{
    if (pen->status != BS_OK) return pen->status;
    return bs_scene_status(pen->scene, pen->err);
}

void bs_pen_fail(bs_pen *pen, bs_status status)
{
    if (pen->status == BS_OK) pen->status = status;
}

static void out_of_memory(bs_pen *pen)
{
    bs_pen_fail(pen, bs_fail(pen->err, BS_E_MEMORY, "out of memory"));
}

bs_str bs_pen_format(bs_pen *pen, const char *format, ...)
{
    char text[1024];
    va_list args;
    va_start(args, format);
    int len = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    bs_str out = {0};
    if (len >= 0 && (size_t)len < sizeof text) {
        out = bs_arena_str(pen->arena, (bs_str){text, (size_t)len});
    } else if (len >= 0) {
        va_start(args, format);
        char *copy = bs_arena_alloc(pen->arena, (size_t)len + 1, 1);
        if (copy != NULL) vsnprintf(copy, (size_t)len + 1, format, args);
        if (copy != NULL) out = (bs_str){copy, (size_t)len};
        va_end(args);
    }
    if (out.ptr == NULL) out_of_memory(pen);
    return out;
}

static bs_font font_of(bs_style style)
{
    return (bs_font){style.size_px, style.bold};
}

double bs_pen_width(bs_pen *pen, bs_str line, bs_style style)
{
    double width = 0;
    if (pen->status != BS_OK) return 0;
    bs_pen_fail(pen, bs_text_width(&width, pen->text, line, font_of(style), pen->err));
    return width;
}

static bs_text_block empty_block(bs_style style)
{
    return (bs_text_block){.anchor = style.anchor,
                           .size_px = style.size_px,
                           .leading_px = round(style.size_px * leading),
                           .bold = style.bold,
                           .colour = style.colour};
}

bs_text_block bs_pen_set(bs_pen *pen, bs_str text, bs_style style, double width_px)
{
    bs_text_block block = empty_block(style);
    if (pen->status != BS_OK || text.len == 0) return block;
    bs_wrapped_array wrapped = {0};
    bs_wrap_options options = {font_of(style), width_px, style.balanced};
    bs_pen_fail(pen, bs_text_wrap(&wrapped, pen->arena, pen->text, text, &options, pen->err));
    if (pen->status != BS_OK) return block;
    block.lines = BS_NEW_ARRAY(pen->arena, bs_text_line, wrapped.count);
    if (block.lines == NULL) {
        out_of_memory(pen);
        return block;
    }
    for (size_t i = 0; i < wrapped.count; i++) {
        block.lines[i] = (bs_text_line){wrapped.items[i].text, wrapped.items[i].width};
    }
    block.line_count = wrapped.count;
    return block;
}

double bs_block_width(const bs_text_block *block)
{
    double width = 0;
    for (size_t i = 0; i < block->line_count; i++)
        width = fmax(width, block->lines[i].width);
    return width;
}

double bs_block_height(const bs_text_block *block)
{
    if (block->line_count == 0) return 0;
    return (double)(block->line_count - 1) * block->leading_px +
           block->size_px * (BS_TEXT_ASCENT + BS_TEXT_DESCENT);
}

bs_box bs_pen_write(bs_pen *pen, const bs_text_block *block, bs_spot at)
{
    if (pen->status != BS_OK || block->line_count == 0) return (bs_box){at.x, at.y, 0, 0};
    bs_scene_text(pen->scene, (bs_spot){at.x, at.y + block->size_px * BS_TEXT_ASCENT}, block);
    if (pen->scene->failed) return (bs_box){at.x, at.y, 0, 0};
    return pen->scene->shapes.items[pen->scene->shapes.count - 1].box;
}

double bs_pen_paragraph(bs_pen *pen, bs_str text, bs_style style, bs_box where)
{
    bs_text_block block = bs_pen_set(pen, text, style, where.width);
    bs_pen_write(pen, &block, (bs_spot){where.x, where.y});
    return bs_block_height(&block);
}

void bs_pen_clear(bs_pen *pen, bs_box label)
{
    bs_paint paint = {.fill = pen->theme->page, .stroke = BS_COLOUR_NONE};
    bs_box ground = {label.x - 2, label.y, label.width + 4, label.height};
    bs_scene_rect(pen->scene, BS_LAYER_CLEAR, ground, paint, (bs_str){0});
}

bs_box bs_pen_label(bs_pen *pen, bs_str line, bs_style style, bs_spot at)
{
    bs_text_line one = {line, bs_pen_width(pen, line, style)};
    bs_text_block block = empty_block(style);
    block.lines = &one;
    block.line_count = line.len > 0 ? 1 : 0;
    double top = at.y - style.size_px * (BS_TEXT_ASCENT + BS_TEXT_DESCENT) / 2;
    return bs_pen_write(pen, &block, (bs_spot){at.x, top});
}
