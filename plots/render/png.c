// SPDX-License-Identifier: GPL-3.0-or-later
// PNG with a palette. A chart has few colours and the shades between them and the page; when there
// are more than 256, shades are made coarser in steps that the eye does not see, never the colours
// of the scene. Cairo's own writer takes four times as long and makes the file twice as large.
#include <math.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "plots/render/deflate.h"
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

// --- rows ----------------------------------------------------------------------------------------

// Rows of a PNG: a filter byte, which is 0 for none, and then the pixels.
static void index_rows(const shades *s, const pixels *p, uint8_t *out)
{
    size_t row_size = p->width + 1;
    for (size_t y = 0; y < p->height; y++, out += row_size) {
        if (same_as_above(p, y)) {
            memcpy(out, out - row_size, row_size);
            continue;
        }
        const uint32_t *row = row_of(p, y);
        uint32_t last = 0;
        uint8_t place = 0;
        out[0] = 0;
        for (size_t x = 0; x < p->width; x++) {
            uint32_t colour = row[x] | USED;
            if (colour != last) place = s->place[slot_of(s, colour)];
            last = colour;
            out[x + 1] = place;
        }
    }
}

static void rgb_rows(const pixels *p, uint8_t *out)
{
    for (size_t y = 0; y < p->height; y++) {
        const uint32_t *row = row_of(p, y);
        *out++ = 0;
        for (size_t x = 0; x < p->width; x++) {
            *out++ = (uint8_t)(row[x] >> 16);
            *out++ = (uint8_t)(row[x] >> 8);
            *out++ = (uint8_t)row[x];
        }
    }
}

// --- file ----------------------------------------------------------------------------------------

static void add_u32(bs_buffer *out, uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        bs_buffer_add_char(out, (char)(value >> shift & 0xFF));
}

// The CRC of PNG (ISO 3309), over the type and data of a chunk.
static uint32_t crc_of(bs_str bytes)
{
    uint32_t table[256];
    for (uint32_t i = 0; i < 256; i++) {
        uint32_t c = i;
        for (int bit = 0; bit < 8; bit++)
            c = c & 1 ? 0xEDB88320u ^ c >> 1 : c >> 1;
        table[i] = c;
    }
    uint32_t crc = UINT32_MAX;
    for (size_t i = 0; i < bytes.len; i++)
        crc = table[(crc ^ (uint8_t)bytes.ptr[i]) & 0xFF] ^ crc >> 8;
    return ~crc;
}

static void add_chunk(bs_buffer *out, const char *type, bs_str data)
{
    add_u32(out, (uint32_t)data.len);
    size_t start = out->len;
    bs_buffer_add(out, bs_str_from(type));
    bs_buffer_add(out, data);
    bs_str written = bs_buffer_str(out);
    if (!out->failed) add_u32(out, crc_of(bs_str_slice(written, start, written.len)));
}

static void add_header(bs_buffer *out, const pixels *p, const shades *palette, double scale)
{
    bs_buffer data = BS_BUFFER_INIT;
    bs_buffer_add(out, BS_STR("\x89PNG\r\n\x1a\n"));
    add_u32(&data, (uint32_t)p->width);
    add_u32(&data, (uint32_t)p->height);
    bs_buffer_add_char(&data, 8);
    bs_buffer_add_char(&data, palette ? 3 : 2);
    for (int i = 0; i < 3; i++)
        bs_buffer_add_char(&data, 0);
    add_chunk(out, "IHDR", bs_buffer_str(&data));
    bs_buffer_clear(&data);
    uint32_t per_metre = (uint32_t)lround(96 * scale / 0.0254);
    add_u32(&data, per_metre);
    add_u32(&data, per_metre);
    bs_buffer_add_char(&data, 1);
    add_chunk(out, "pHYs", bs_buffer_str(&data));
    if (palette != NULL) {
        bs_buffer_clear(&data);
        for (size_t i = 0; i < palette->palette_count; i++) {
            for (int shift = 16; shift >= 0; shift -= 8) {
                bs_buffer_add_char(&data, (char)(palette->palette[i] >> shift & 0xFF));
            }
        }
        add_chunk(out, "PLTE", bs_buffer_str(&data));
    }
    if (data.failed) out->failed = true;
    bs_buffer_deinit(&data);
}

static bs_status encode(bs_buffer *out, const bs_scene *scene, const pixels *p, double scale,
                        bs_error *err)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_buffer packed = BS_BUFFER_INIT;
    bs_status status;
    uint8_t *rows = NULL;
    shades *s = BS_NEW(&arena, shades);
    bool indexed = s != NULL && make_palette(s, scene, p);
    size_t row_size = p->width * (indexed ? 1 : 3) + 1;
    rows = pixels_alloc(row_size * p->height);
    if (s == NULL || rows == NULL) {
        status = bs_fail(err, BS_E_MEMORY, "out of memory");
        goto done;
    }
    if (indexed)
        index_rows(s, p, rows);
    else
        rgb_rows(p, rows);
    bs_str bytes = {(const char *)rows, row_size * p->height};
    BS_TRY_DONE(bs_deflate(&packed, &arena, bytes, row_size, err));
    add_header(out, p, indexed ? s : NULL, scale);
    add_chunk(out, "IDAT", bs_buffer_str(&packed));
    add_chunk(out, "IEND", (bs_str){0});
    status = bs_buffer_status(out, err);
done:
    free(rows);
    bs_buffer_deinit(&packed);
    bs_arena_deinit(&arena);
    return status;
}

bs_status bs_render__png(bs_buffer *out, const bs_scene *scene, const bs_render_options *options,
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
