// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/module/module.h"

__attribute__((visibility("default"))) const bs_module bs_module_table = {
    .version = BS_VERSION,
    .fonts_open = bs_fonts_open,
    .fonts_width = bs_fonts_width,
    .fonts_close = bs_fonts_close,
    .draw_png = bs_draw_png,
    .draw_pdf = bs_draw_pdf,
};
