// SPDX-License-Identifier: GPL-3.0-or-later
#include <cairo-pdf.h>
#include <stdio.h>

#include "engine/core/period.h"
#include "plots/render/draw.h"
#include "plots/render/render_internal.h"

static const double points_per_px = 0.75; // 96 px and 72 points are an inch

static cairo_status_t append(void *closure, const unsigned char *data, unsigned int length)
{
    bs_buffer *out = closure;
    bs_buffer_add(out, (bs_str){(const char *)data, length});
    return out->failed ? CAIRO_STATUS_NO_MEMORY : CAIRO_STATUS_SUCCESS;
}

// "2023-10-13T00:00:00Z", from the proleptic Gregorian calendar of engine/core.
static void write_date(int64_t seconds, char out[32])
{
    enum { DAY = 86400 };
    int64_t days = seconds >= 0 ? seconds / DAY : -((-seconds + DAY - 1) / DAY);
    int rest = (int)(seconds - days * DAY);
    bs_period day = {BS_FREQUENCY_DAY, (int32_t)days, (int32_t)days};
    bs_date date = bs_period_start(day);
    snprintf(out, 32, "%04d-%02d-%02dT%02d:%02d:%02dZ", date.year, date.month, date.day,
             rest / 3600, rest / 60 % 60, rest % 60);
}

static bs_status set_metadata(cairo_surface_t *surface, const bs_scene *scene, int64_t seconds,
                              bs_error *err)
{
    char date[32];
    write_date(seconds, date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "bseries");
    const struct {
        cairo_pdf_metadata_t what;
        bs_str text;
    } texts[] = {{CAIRO_PDF_METADATA_TITLE, scene->title},
                 {CAIRO_PDF_METADATA_SUBJECT, scene->desc}};
    for (size_t i = 0; i < BS_COUNT(texts); i++) {
        char *copy = bs_arena_copy(scene->arena, texts[i].text);
        if (copy == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        cairo_pdf_surface_set_metadata(surface, texts[i].what, copy);
    }
    return BS_OK;
}

bs_status bs_draw_pdf(bs_buffer *out, const bs_scene *scene, const bs_render_options *options,
                      bs_error *err)
{
    double width = scene->width_px * points_per_px, height = scene->height_px * points_per_px;
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append, out, width, height);
    cairo_t *cr = cairo_create(surface);
    bs_status status = set_metadata(surface, scene, options->date, err);
    cairo_scale(cr, points_per_px, points_per_px);
    if (status == BS_OK) status = bs_render__draw(cr, scene, err);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    if (status == BS_OK) status = bs_render__cairo_status(cairo_surface_status(surface), err);
    cairo_surface_destroy(surface);
    return status;
}
