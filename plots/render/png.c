// SPDX-License-Identifier: GPL-3.0-or-later
// PNG with a palette. A chart has few colours and the shades between them and the page; when there
// are more than 256, shades are made coarser in steps that the eye does not see, never the colours
// of the scene. Cairo's own writer takes four times as long and makes the file twice as large.
#include <math.h>
#include <png.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <zlib.h>

#include "plots/render/draw.h"
#include "plots/render/render_internal.h"

enum {
    PALETTE_MAX = 256,
    SLOT_BITS = 14, // of the table of shades
    SLOT_COUNT = 1 << SLOT_BITS,
    SHADES_MAX = SLOT_COUNT / 2,
    PIXELS_MAX = 400 * 1000 * 1000,
};

// All colours of the picture, each with its place in the palette.
typedef struct shades {
    uint32_t colour[SLOT_COUNT]; // with USED set; 0: the slot is free
    uint8_t place[SLOT_COUNT];
    size_t count;
    uint32_t palette[PALETTE_MAX];
    size_t palette_count;
} shades;

#define USED 0xFF000000u

// Memory for pixels, not zeroed; NULL when there is none. A picture of 2400 by 1300 pixels is 3000
// small pages, and asking the system for each takes longer than drawing; seven large ones do as
// well.
static void *pixels_alloc(size_t size)
{
    const size_t large_page = (size_t)2 * 1024 * 1024;
    size_t rounded = (size + large_page - 1) / large_page * large_page;
    void *out = aligned_alloc(large_page, rounded);
    if (out == NULL) return NULL;
#ifdef MADV_HUGEPAGE
    (void)madvise(out, rounded, MADV_HUGEPAGE); // only a wish
#endif
    return out;
}

typedef struct pixels {
    const unsigned char *data;
    size_t stride;
    size_t width;
    size_t height;
} pixels;

static const uint32_t *row_of(const pixels *p, size_t y)
{
    return (const uint32_t *)(const void *)(p->data + y * p->stride);
}

static bool same_as_above(const pixels *p, size_t y)
{
    return y > 0 && memcmp(row_of(p, y), row_of(p, y - 1), p->width * sizeof(uint32_t)) == 0;
}

// The slot of a colour, or the free slot where it would be.
static size_t slot_of(const shades *s, uint32_t colour)
{
    size_t slot = (colour * 2654435761u) >> (32 - SLOT_BITS);
    while (s->colour[slot] != 0 && s->colour[slot] != colour)
        slot = (slot + 1) % SLOT_COUNT;
    return slot;
}

static void note_colour(shades *s, uint32_t colour)
{
    size_t slot = slot_of(s, colour);
    if (s->colour[slot] != 0) return;
    s->colour[slot] = colour;
    s->count++;
}

// False: more than the table holds.
static bool note_all(shades *s, const pixels *p)
{
    for (size_t y = 0; y < p->height; y++) {
        if (same_as_above(p, y)) continue;
        const uint32_t *row = row_of(p, y);
        uint32_t last = 0;
        for (size_t x = 0; x < p->width; x++) {
            uint32_t colour = row[x] | USED;
            if (colour == last) continue;
            note_colour(s, colour);
            last = colour;
            if (s->count > SHADES_MAX) return false;
        }
    }
    return true;
}

// --- palette -------------------------------------------------------------------------------------

static size_t palette_place(shades *s, uint32_t colour)
{
    for (size_t i = 0; i < s->palette_count; i++) {
        if (s->palette[i] == colour) return i;
    }
    if (s->palette_count < PALETTE_MAX) s->palette[s->palette_count] = colour;
    return s->palette_count++;
}

// A shade with `bits` of each channel, spread again over 0 to 255.
static uint32_t coarse(uint32_t colour, unsigned bits)
{
    uint32_t out = 0, most = (1u << bits) - 1;
    for (unsigned shift = 0; shift < 24; shift += 8) {
        uint32_t channel = (colour >> shift) & 0xFF;
        uint32_t level = (channel * most + 127) / 255;
        out |= (level * 255 + most / 2) / most << shift;
    }
    return out;
}

static bool is_of_scene(const bs_scene *scene, uint32_t rgb)
{
    if (rgb == scene->page) return true;
    for (size_t i = 0; i < scene->shapes.count; i++) {
        const bs_shape *shape = &scene->shapes.items[i];
        if (shape->kind == BS_SHAPE_TEXT ? rgb == shape->text.colour
                                         : rgb == shape->paint.fill || rgb == shape->paint.stroke) {
            return true;
        }
    }
    return false;
}

// Gives every shade a place in the palette; false when that takes more places than there are.
static bool fill_palette(shades *s, const bs_scene *scene, unsigned bits)
{
    s->palette_count = 0;
    for (size_t i = 0; i < SLOT_COUNT; i++) {
        if (s->colour[i] == 0) continue;
        uint32_t rgb = s->colour[i] & ~USED;
        bool exact = bits == 8 || is_of_scene(scene, rgb);
        size_t place = palette_place(s, exact ? rgb : coarse(rgb, bits));
        if (place >= PALETTE_MAX) return false;
        s->place[i] = (uint8_t)place;
    }
    return true;
}

static bool make_palette(shades *s, const bs_scene *scene, const pixels *p)
{
    if (!note_all(s, p)) return false;
    unsigned bits = s->count <= PALETTE_MAX ? 8 : 6;
    while (!fill_palette(s, scene, bits)) {
        if (--bits < 3) return false;
    }
    return true;
}

// --- file ----------------------------------------------------------------------------------------

enum { COMPRESSION_LEVEL = 1 };

// What libpng hands back to its callbacks.
typedef struct sink {
    bs_buffer *out;
    bs_error *err;
} sink;

static void add_bytes(png_structp png, png_bytep bytes, png_size_t len)
{
    sink *to = png_get_io_ptr(png);
    bs_buffer_add(to->out, (bs_str){(const char *)bytes, len});
}

static void flush_nothing(png_structp png)
{
    (void)png;
}

static void fail_png(png_structp png, png_const_charp message)
{
    sink *to = png_get_error_ptr(png);
    (void)!bs_fail(to->err, BS_E_MEMORY, "cannot write a PNG: %s", message);
    png_longjmp(png, 1);
}

static void ignore_warning(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message;
}

static void set_palette(png_structp png, png_infop info, const shades *s)
{
    png_color colours[PALETTE_MAX];
    for (size_t i = 0; i < s->palette_count; i++) {
        colours[i] = (png_color){
            .red = (png_byte)(s->palette[i] >> 16),
            .green = (png_byte)(s->palette[i] >> 8),
            .blue = (png_byte)s->palette[i],
        };
    }
    png_set_PLTE(png, info, colours, (int)s->palette_count);
}

static void fill_index_row(const shades *s, const uint32_t *row, size_t width, uint8_t *out)
{
    uint32_t last = 0;
    uint8_t place = 0;
    for (size_t x = 0; x < width; x++) {
        uint32_t colour = row[x] | USED;
        if (colour != last) place = s->place[slot_of(s, colour)];
        last = colour;
        out[x] = place;
    }
}

static void fill_rgb_row(const uint32_t *row, size_t width, uint8_t *out)
{
    for (size_t x = 0; x < width; x++) {
        *out++ = (uint8_t)(row[x] >> 16);
        *out++ = (uint8_t)(row[x] >> 8);
        *out++ = (uint8_t)row[x];
    }
}

// Everything between creating and destroying the writer: libpng jumps out of here when it fails.
static void write_picture(png_structp png, png_infop info, const pixels *p, const shades *s,
                          uint8_t *row)
{
    png_set_IHDR(png, info, (png_uint_32)p->width, (png_uint_32)p->height, 8,
                 s ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_compression_level(png, COMPRESSION_LEVEL);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_compression_strategy(png, Z_RLE);
    if (s != NULL) set_palette(png, info, s);
    png_write_info(png, info);
    for (size_t y = 0; y < p->height; y++) {
        if (s == NULL) {
            fill_rgb_row(row_of(p, y), p->width, row);
        } else if (!same_as_above(p, y)) {
            fill_index_row(s, row_of(p, y), p->width, row);
        }
        png_write_row(png, row);
    }
    png_write_end(png, info);
}

static bs_status write_png(bs_buffer *out, const pixels *p, const shades *s, double scale,
                           bs_error *err)
{
    sink to = {out, err};
    uint8_t *row = malloc(p->width * 3);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &to, fail_png, ignore_warning);
    png_infop info = png != NULL ? png_create_info_struct(png) : NULL;
    bs_status status = BS_E_MEMORY;
    if (row != NULL && info != NULL && setjmp(png_jmpbuf(png)) == 0) {
        png_uint_32 per_metre = (png_uint_32)lround(96 * scale / 0.0254);
        png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
        png_set_write_fn(png, &to, add_bytes, flush_nothing);
        write_picture(png, info, p, s, row);
        status = BS_OK;
    }
    png_destroy_write_struct(&png, &info);
    free(row);
    if (status != BS_OK) return bs_fail(err, status, "out of memory");
    return bs_buffer_status(out, err);
}

static bs_status encode(bs_buffer *out, const bs_scene *scene, const pixels *p, double scale,
                        bs_error *err)
{
    shades *s = calloc(1, sizeof *s);
    if (s == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    bool indexed = make_palette(s, scene, p);
    bs_status status = write_png(out, p, indexed ? s : NULL, scale, err);
    free(s);
    return status;
}

bs_status bs_draw_png(bs_buffer *out, const bs_scene *scene, const bs_render_options *options,
                      bs_error *err)
{
    double width = ceil(scene->width_px * options->scale);
    double height = ceil(scene->height_px * options->scale);
    if (width * height > PIXELS_MAX || height > 32767) {
        return bs_fail(err, BS_E_LIMIT, "a picture of %.0f by %.0f pixels", width, height);
    }
    pixels p = {.width = (size_t)width, .height = (size_t)height};
    p.stride = p.width * sizeof(uint32_t);
    unsigned char *data = pixels_alloc(p.stride * p.height);
    if (data == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    p.data = data;
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        data, CAIRO_FORMAT_RGB24, (int)width, (int)height, (int)p.stride);
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, options->scale, options->scale);
    bs_status status = bs_render__draw(cr, scene, err);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    if (status == BS_OK) status = encode(out, scene, &p, options->scale, err);
    cairo_surface_destroy(surface);
    free(data);
    return status;
}
