// SPDX-License-Identifier: GPL-3.0-or-later
// chart_inline.h: charts as parts of a page, as SVG in memory.
//
// A desk keeps the fonts, so that a page of a hundred charts reads them once. A picture is <svg
// role="img"> with <title> and <desc>, and without a ground; its colours are the variables of
// bs_theme_css, which the page declares, once for light and once for dark.
#ifndef BS_CLI_CHART_INLINE_H
#define BS_CLI_CHART_INLINE_H

#include "engine/cli/chart_build.h"
#include "engine/export/export.h"

typedef struct bs_chart_desk bs_chart_desk;

// What a picture shows. Borrowed until the call returns; what is zero or empty is chosen.
typedef struct bs_chart_inline {
    const bs_export_series *series; // in the order in which they are to stand
    size_t series_count;
    const bs_finding *findings; // those about other values are passed over
    size_t finding_count;
    bs_chart_form form;
    bs_lang lang; // of the words that are added
    bs_chart_frame frame;
    bs_theme_id theme; // whose colours the variables stand for
    bs_str title;
    bs_str id; // what the ids in the picture begin with: letters, digits, -; unique on the page
    double width_px;
} bs_chart_inline;

// Owned by the caller: release with bs_chart_desk_free. BS_E_MEMORY.
BS_CHECKED bs_status bs_chart_desk_new(bs_chart_desk **out, bs_error *err);
// NULL is harmless.
void bs_chart_desk_free(bs_chart_desk *desk);

// The picture before it is a file; lives until the next call with this desk.
BS_CHECKED bs_status bs_chart_inline_scene(bs_scene *out, bs_chart_desk *desk,
                                           const bs_chart_inline *picture, bs_error *err);

// Appends one picture to *out; nothing after a failure. BS_E_ARGUMENT: there is nothing to draw, as
// bs_chart_build says it; BS_E_GLYPH: a letter that no font has; BS_E_LIMIT; BS_E_MEMORY.
BS_CHECKED bs_status bs_chart_inline_svg(bs_buffer *out, bs_chart_desk *desk,
                                         const bs_chart_inline *picture, bs_error *err);

#endif
