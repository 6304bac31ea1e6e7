// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "plots/chart/chart_internal.h"

double bs_chart__set_rows(bs_canvas *canvas, bs_row *rows, const bs_str *names, size_t count,
                          const bs_row_style *style)
{
    bs_pen *pen = &canvas->pen;
    bs_style text = bs_chart__style(pen, BS_SIZE_LABEL);
    text.anchor = style->anchor;
    text.balanced = true;
    double limit = canvas->width_px * style->share - canvas->margin_px, widest = 0;
    for (size_t i = 0; i < count; i++) {
        rows[i].name = bs_pen_set(pen, names[i], text, limit);
        rows[i].height = fmax(style->height, bs_block_height(&rows[i].name));
        widest = fmax(widest, bs_block_width(&rows[i].name));
    }
    return widest;
}

void bs_chart__write_row(bs_canvas *canvas, const bs_row *row, double x, double middle)
{
    double top = middle - bs_block_height(&row->name) / 2;
    bs_pen_write(&canvas->pen, &row->name, (bs_spot){x, top});
}
