// SPDX-License-Identifier: GPL-3.0-or-later
// PNG with a palette. A chart has few colours and the shades between them and the page; when there
// are more than 256, shades are made coarser in steps that the eye does not see, never the colours
// of the scene. Cairo's own writer takes ten times as long and makes the file three times as large.
#include <libdeflate.h>
#include <math.h>
#include <stdlib.h>
#include <sys/mman.h>

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

// Makes the canvas hold `size` bytes of anything. A picture of 2400 by 1300 pixels is 3000 small
// pages, and asking the system for each takes longer than drawing; seven large ones do as well.
static bs_status make_room(bs_canvas *canvas, size_t size, bs_error *err)
{
    const size_t large_page = (size_t)2 * 1024 * 1024;
    size_t rounded = (size + large_page - 1) / large_page * large_page;
    if (canvas->size >= size) return BS_OK;
    bs_canvas_deinit(canvas);
    canvas->pixels = aligned_alloc(large_page, rounded);
    if (canvas->pixels == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    canvas->size = rounded;
#ifdef MADV_HUGEPAGE
    (void)madvise(canvas->pixels, rounded, MADV_HUGEPAGE); // only a wish
#endif
    return BS_OK;
}

typedef struct pixels {
    unsigned char *data;
    size_t stride;
    size_t width;
    size_t height;
    bool *repeats; // for each row: it is as the row above
} pixels;

static const uint32_t *row_of(const pixels *p, size_t y)
{
    return (const uint32_t *)(const void *)(p->data + y * p->stride);
}

// The first pixel from `x` on that is not as the one above; every now and then a block is skipped.
static size_t next_change(const pixels *p, size_t y, size_t x)
{
    enum { BLOCK = 64, OFTEN = 16 };
    if (y == 0) return x;
    const uint32_t *row = row_of(p, y), *above = row_of(p, y - 1);
    while (x < p->width && row[x] == above[x]) {
        if (++x % OFTEN != 0) continue;
        while (x + BLOCK <= p->width && memcmp(row + x, above + x, BLOCK * sizeof *row) == 0)
            x += BLOCK;
    }
    return x;
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

// Also finds the rows that repeat the one above. False: more colours than the table holds.
static bool note_all(shades *s, const pixels *p)
{
    for (size_t y = 0; y < p->height; y++) {
        const uint32_t *row = row_of(p, y);
        size_t x = next_change(p, y, 0);
        p->repeats[y] = x == p->width;
        for (; x < p->width; x = next_change(p, y, x + 1)) {
            note_colour(s, row[x] | USED);
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
    s->palette[0] = scene->page;
    s->palette_count = 1;
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

static void put_uint32(char out[4], uint32_t value)
{
    for (int i = 3; i >= 0; i--, value >>= 8)
        out[i] = (char)(value & 0xFF);
}

static void add_uint32(bs_buffer *out, uint32_t value)
{
    char bytes[4];
    put_uint32(bytes, value);
    bs_buffer_add(out, (bs_str){bytes, sizeof bytes});
}

// A chunk is its length, a name of four letters, bytes, and a check of name and bytes. Returns
// where its length is.
static size_t begin_chunk(bs_buffer *out, const char *name)
{
    size_t start = out->len;
    add_uint32(out, 0);
    bs_buffer_add(out, bs_str_from(name));
    return start;
}

static void end_chunk(bs_buffer *out, size_t start)
{
    enum { NAME_SIZE = 4 };
    if (out->failed) return;
    char *name = out->ptr + start + sizeof(uint32_t);
    size_t size = (size_t)(out->ptr + out->len - name);
    put_uint32(out->ptr + start, (uint32_t)(size - NAME_SIZE));
    add_uint32(out, libdeflate_crc32(0, name, size));
}

static void add_header(bs_buffer *out, const pixels *p, bool indexed)
{
    enum { RGB = 2, PALETTE = 3 };
    size_t start = begin_chunk(out, "IHDR");
    add_uint32(out, (uint32_t)p->width);
    add_uint32(out, (uint32_t)p->height);
    // 8 bits a sample; the only compression, the only kinds of filter, one pass.
    const char rest[] = {8, indexed ? PALETTE : RGB, 0, 0, 0};
    bs_buffer_add(out, (bs_str){rest, sizeof rest});
    end_chunk(out, start);
}

static void add_resolution(bs_buffer *out, double scale)
{
    const char metres = 1;
    uint32_t per_metre = (uint32_t)lround(96 * scale / 0.0254);
    size_t start = begin_chunk(out, "pHYs");
    add_uint32(out, per_metre);
    add_uint32(out, per_metre);
    bs_buffer_add_char(out, metres);
    end_chunk(out, start);
}

static void add_palette(bs_buffer *out, const shades *s)
{
    size_t start = begin_chunk(out, "PLTE");
    for (size_t i = 0; i < s->palette_count; i++) {
        uint32_t rgb = s->palette[i];
        const char colour[] = {(char)(rgb >> 16), (char)(rgb >> 8), (char)rgb};
        bs_buffer_add(out, (bs_str){colour, sizeof colour});
    }
    end_chunk(out, start);
}

// What is as in the row above is in `out` already.
static void fill_index_row(const shades *s, const pixels *p, size_t y, uint8_t *out)
{
    const uint32_t *row = row_of(p, y);
    for (size_t x = next_change(p, y, 0); x < p->width; x = next_change(p, y, x + 1))
        out[x] = s->place[slot_of(s, row[x] | USED)];
}

static void fill_rgb_row(const uint32_t *row, size_t width, uint8_t *out)
{
    for (size_t x = 0; x < width; x++) {
        *out++ = (uint8_t)(row[x] >> 16);
        *out++ = (uint8_t)(row[x] >> 8);
        *out++ = (uint8_t)row[x];
    }
}

// Both kinds of filter that are used. What a row differs by from the one above is nothing but
// noughts where it repeats it, and what compresses best of a chart.
enum { FILTER_NONE = 0, FILTER_UP = 2 };

// The bytes of all rows, each behind the kind of its filter, in colours or places in the palette of
// `s`. `out` is all noughts.
static void fill_rows(uint8_t *out, size_t row_size, const pixels *p, const shades *s)
{
    const uint8_t *above = NULL; // the last row that repeats none
    for (size_t y = 0; y < p->height; y++, out += row_size) {
        if (p->repeats[y]) {
            out[0] = FILTER_UP;
            continue;
        }
        if (above != NULL) memcpy(out + 1, above, row_size - 1);
        out[0] = FILTER_NONE;
        if (s != NULL)
            fill_index_row(s, p, y, out + 1);
        else
            fill_rgb_row(row_of(p, y), p->width, out + 1);
        above = out + 1;
    }
}

static void compress(bs_buffer *out, const uint8_t *rows, size_t size,
                     struct libdeflate_compressor *compressor)
{
    size_t room = libdeflate_zlib_compress_bound(compressor, size);
    if (!bs_buffer_reserve(out, room)) return;
    out->len += libdeflate_zlib_compress(compressor, rows, size, out->ptr + out->len, room);
}

static bs_status add_pixels(bs_buffer *out, const pixels *p, const shades *s, bs_error *err)
{
    enum { RGB_BYTES = 3, LEVEL = 1 };
    size_t row_size = 1 + p->width * (s != NULL ? 1 : RGB_BYTES);
    uint8_t *rows = calloc(p->height, row_size);
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(LEVEL);
    bool made = rows != NULL && compressor != NULL;
    if (made) {
        size_t start = begin_chunk(out, "IDAT");
        fill_rows(rows, row_size, p, s);
        compress(out, rows, row_size * p->height, compressor);
        end_chunk(out, start);
    }
    if (compressor != NULL) libdeflate_free_compressor(compressor);
    free(rows);
    return made ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}

static bs_status write_png(bs_buffer *out, const pixels *p, const shades *s, double scale,
                           bs_error *err)
{
    bs_buffer_add(out, BS_STR("\x89PNG\r\n\x1A\n"));
    add_header(out, p, s != NULL);
    add_resolution(out, scale);
    if (s != NULL) add_palette(out, s);
    BS_TRY(add_pixels(out, p, s, err));
    end_chunk(out, begin_chunk(out, "IEND"));
    return bs_buffer_status(out, err);
}

static bs_status encode(bs_buffer *out, const bs_scene *scene, pixels *p, double scale,
                        bs_error *err)
{
    shades *s = calloc(1, sizeof *s);
    p->repeats = calloc(p->height, sizeof *p->repeats);
    bs_status status = BS_E_MEMORY;
    if (s != NULL && p->repeats != NULL) {
        status = write_png(out, p, make_palette(s, scene, p) ? s : NULL, scale, err);
    } else {
        status = bs_fail(err, status, "out of memory");
    }
    free(p->repeats);
    free(s);
    return status;
}

static bs_status draw(bs_buffer *out, const bs_scene *scene, double scale, pixels *p, bs_error *err)
{
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        p->data, CAIRO_FORMAT_RGB24, (int)p->width, (int)p->height, (int)p->stride);
    cairo_t *cr = cairo_create(surface);
    cairo_scale(cr, scale, scale);
    bs_status status = bs_render__draw(cr, scene, err);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    if (status == BS_OK) status = encode(out, scene, p, scale, err);
    cairo_surface_destroy(surface);
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
    bs_canvas own = {0}, *canvas = options->canvas != NULL ? options->canvas : &own;
    BS_TRY(make_room(canvas, p.stride * p.height, err));
    p.data = canvas->pixels;
    bs_status status = draw(out, scene, options->scale, &p, err);
    bs_canvas_deinit(&own);
    return status;
}
