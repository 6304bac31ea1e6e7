// SPDX-License-Identifier: GPL-3.0-or-later
// Files are read back by Cairo's PNG reader (libpng and zlib), which knows nothing of our writer,
// and by a small checker of XML below.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <cairo.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "plots/render/render.h"

// A scene with every kind of shape and more shades than a palette holds, when `rich`.
static void make_scene(bs_scene *scene, bs_arena *arena, bool rich)
{
    static bs_text_line lines[] = {{BS_STR_INIT("연산력 <규모> & \"값\""), 130},
                                   {BS_STR_INIT("1,234.50"), 60}};
    bs_scene_init(scene, arena);
    scene->width_px = 300;
    scene->height_px = 180;
    scene->lang = BS_LANG_KO;
    scene->title = BS_STR("제목 <1>");
    scene->desc = BS_STR("설명 & 값\x07");
    bs_paint paint = {
        .fill = 0x0072B2, .stroke = 0xD55E00, .stroke_px = 2, .dash_px = 6, .gap_px = 4};
    bs_scene_rect(scene, BS_LAYER_DATA, (bs_box){10, 10, 80, 20}, paint, BS_STR("<tip>"));
    bs_scene_pill(scene, BS_LAYER_DATA, (bs_box){10, 40, 80, 20}, paint);
    bs_spot points[] = {{100, 10}, {150.5, 60}, {200, 20}};
    bs_scene_polygon(scene, BS_LAYER_MARK, points, 3, paint);
    paint.fill = BS_COLOUR_NONE;
    bs_scene_line(scene, BS_LAYER_DATA, points, 3, paint);
    bs_scene_circle(scene, BS_LAYER_MARK, (bs_spot){240, 40}, 20, paint);
    bs_text_block block = {lines, 2, BS_ANCHOR_MIDDLE, 13, 17, true, 0x1A1A1A};
    bs_scene_text(scene, (bs_spot){150, 100}, &block);
    for (uint32_t i = 0; rich && i < 2000; i++) {
        bs_paint dot = {.fill = (i * 7919u) & 0xFFFFFF, .stroke = BS_COLOUR_NONE};
        bs_box box = {(i % 100) * 3.0, 120 + (i / 100) * 3.0, 3, 3};
        bs_scene_rect(scene, BS_LAYER_DATA, box, dot, (bs_str){0});
    }
    bs_scene_finish(scene);
}

static void render(bs_buffer *out, const bs_scene *scene, const char *format, double scale)
{
    bs_render_options options = BS_RENDER_OPTIONS_INIT;
    options.scale = scale;
    options.date = 1697155200; // 2023-10-13
    const bs_render_format *found = bs_render_format_find(bs_str_from(format));
    assert_non_null(found);
    assert_int_equal(bs_render(out, found, scene, &options, NULL), BS_OK);
}

// --- PNG -----------------------------------------------------------------------------------------

static cairo_status_t read_some(void *closure, unsigned char *data, unsigned int length)
{
    bs_str *rest = closure;
    if (rest->len < length) return CAIRO_STATUS_READ_ERROR;
    memcpy(data, rest->ptr, length);
    *rest = bs_str_slice(*rest, length, rest->len);
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *read_png(const bs_buffer *file, int width, int height)
{
    bs_str rest = bs_buffer_str(file);
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_some, &rest);
    assert_int_equal(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    assert_int_equal(cairo_image_surface_get_width(surface), width);
    assert_int_equal(cairo_image_surface_get_height(surface), height);
    return surface;
}

static uint32_t pixel(cairo_surface_t *surface, int x, int y)
{
    uint32_t colour;
    int stride = cairo_image_surface_get_stride(surface);
    memcpy(&colour, cairo_image_surface_get_data(surface) + y * stride + x * 4, sizeof colour);
    return colour & 0xFFFFFF;
}

static void png_has_the_colours_of_the_scene(void **state)
{
    (void)state;
    for (int rich = 0; rich < 2; rich++) {
        for (int scale = 1; scale <= 3; scale++) {
            bs_arena arena = BS_ARENA_INIT;
            bs_scene scene;
            bs_buffer file = BS_BUFFER_INIT;
            make_scene(&scene, &arena, rich == 1);
            render(&file, &scene, "png", scale);
            cairo_surface_t *read = read_png(&file, 300 * scale, 180 * scale);
            assert_int_equal(pixel(read, 0, 0), 0xFFFFFF);
            assert_int_equal(pixel(read, 50 * scale, 20 * scale), 0x0072B2);
            // Dots of one colour each, past what a palette holds, must come back exactly.
            for (uint32_t i = 0; rich == 1 && i < 2000; i++) {
                int x = (int)(i % 100) * 3 + 1, y = 120 + (int)(i / 100) * 3 + 1;
                assert_int_equal(pixel(read, x * scale, y * scale), (i * 7919u) & 0xFFFFFF);
            }
            cairo_surface_destroy(read);
            bs_buffer_deinit(&file);
            bs_arena_deinit(&arena);
        }
    }
}

// --- SVG -----------------------------------------------------------------------------------------

// Well-formed as far as our writer goes: tags nest, no bare & or <, no control characters.
static void assert_well_formed(const char *xml)
{
    const char *open[32];
    size_t lengths[32], depth = 0;
    for (const char *p = xml; *p != '\0';) {
        assert_true((unsigned char)*p >= 0x20 || *p == '\n');
        if (*p == '&') {
            const char *end = strchr(p, ';');
            assert_true(end != NULL && end - p <= 5);
            p = end + 1;
        } else if (*p == '<') {
            const char *end = strchr(p, '>');
            assert_non_null(end);
            bool closing = p[1] == '/';
            const char *name = p + 1 + closing;
            size_t length = strcspn(name, " />");
            if (closing) {
                assert_true(depth > 0 && lengths[depth - 1] == length);
                assert_memory_equal(open[depth - 1], name, length);
                depth--;
            } else if (end[-1] != '/') {
                assert_true(depth < 32);
                open[depth] = name;
                lengths[depth++] = length;
            }
            p = end + 1;
        } else {
            p++;
        }
    }
    assert_int_equal(depth, 0);
}

static void svg_is_text_that_can_be_read_and_heard(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_scene scene;
    bs_buffer file = BS_BUFFER_INIT;
    make_scene(&scene, &arena, false);
    render(&file, &scene, "svg", 1);
    assert_well_formed(file.ptr);
    static const char *const parts[] = {"<svg xmlns=\"http://www.w3.org/2000/svg\"",
                                        "viewBox=\"0 0 300 180\"",
                                        "lang=\"ko\"",
                                        "role=\"img\" aria-labelledby=\"title desc\"",
                                        "<title id=\"title\">제목 &lt;1&gt;</title>",
                                        "<desc id=\"desc\">설명 &amp; 값 </desc>",
                                        "font-family=\"'Noto Sans CJK KR', ",
                                        "<title>&lt;tip&gt;</title></rect>",
                                        "text-anchor=\"middle\"",
                                        ">연산력 &lt;규모&gt; &amp; &quot;값&quot; <tspan",
                                        ">1,234.50</tspan></text>",
                                        "stroke-dasharray=\"6 4\""};
    for (size_t i = 0; i < BS_COUNT(parts); i++)
        assert_non_null(strstr(file.ptr, parts[i]));
    bs_buffer_deinit(&file);
    bs_arena_deinit(&arena);
}

// --- all -----------------------------------------------------------------------------------------

static void the_same_scene_gives_the_same_bytes(void **state)
{
    (void)state;
    size_t count;
    const bs_render_format *formats = bs_render_format_table(&count);
    assert_int_equal(count, 3);
    for (size_t i = 0; i < count; i++) {
        bs_buffer files[2] = {BS_BUFFER_INIT, BS_BUFFER_INIT};
        for (int j = 0; j < 2; j++) {
            bs_arena arena = BS_ARENA_INIT;
            bs_scene scene;
            make_scene(&scene, &arena, false);
            render(&files[j], &scene, formats[i].name, 2);
            bs_arena_deinit(&arena);
        }
        assert_int_equal(files[0].len, files[1].len);
        assert_memory_equal(files[0].ptr, files[1].ptr, files[0].len);
        bs_buffer_deinit(&files[0]);
        bs_buffer_deinit(&files[1]);
    }
}

static void pdf_has_the_date_it_was_given(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_scene scene;
    bs_buffer file = BS_BUFFER_INIT;
    make_scene(&scene, &arena, false);
    render(&file, &scene, "pdf", 1);
    assert_memory_equal(file.ptr, "%PDF-", 5);
    bs_str all = bs_buffer_str(&file);
    assert_true(bs_str_find(all, BS_STR("CreationDate (20231013000000"), 0) != SIZE_MAX ||
                bs_str_find(all, BS_STR("CreationDate (D:20231013000000"), 0) != SIZE_MAX);
    bs_buffer_deinit(&file);
    bs_arena_deinit(&arena);
}

static void formats_are_found_by_name_and_path(void **state)
{
    (void)state;
    assert_string_equal(bs_render_format_of_path(BS_STR("a/b.c.SVG"))->name, "svg");
    assert_string_equal(bs_render_format_find(BS_STR("PDF"))->name, "pdf");
    assert_null(bs_render_format_of_path(BS_STR("svg")));
    assert_null(bs_render_format_of_path(BS_STR("chart.jpg")));
    assert_null(bs_render_format_find(BS_STR("jpg")));
}

static void senseless_scales_are_refused(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_scene scene;
    bs_buffer file = BS_BUFFER_INIT;
    make_scene(&scene, &arena, false);
    const bs_render_format *png = bs_render_format_find(BS_STR("png"));
    bs_render_options options = {.scale = 0};
    assert_int_equal(bs_render(&file, png, &scene, &options, NULL), BS_E_ARGUMENT);
    options.scale = 8;
    scene.height_px = 40000;
    assert_int_equal(bs_render(&file, png, &scene, &options, NULL), BS_E_LIMIT);
    assert_int_equal(file.len, 0);
    bs_buffer_deinit(&file);
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(png_has_the_colours_of_the_scene),
        cmocka_unit_test(svg_is_text_that_can_be_read_and_heard),
        cmocka_unit_test(the_same_scene_gives_the_same_bytes),
        cmocka_unit_test(pdf_has_the_date_it_was_given),
        cmocka_unit_test(formats_are_found_by_name_and_path),
        cmocka_unit_test(senseless_scales_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
