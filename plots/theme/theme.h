// SPDX-License-Identifier: GPL-3.0-or-later
// theme.h: colours, sizes and distances of a chart, as one table.
//
// What always holds, and is tested: text has a contrast of at least 4.5 : 1 with the page, lines
// and marks at least 3 : 1 (WCAG 2.2). Hues are those of M. Okabe and K. Ito, "Color Universal
// Design" (2008), darkened or lightened where the page asks for it. No meaning rests on colour
// alone.
#ifndef BS_THEME_THEME_H
#define BS_THEME_THEME_H

#include "engine/base/buffer.h"
#include "engine/base/error.h"

// 0xRRGGBB.
typedef uint32_t bs_colour;

enum { BS_THEME_SERIES_COUNT = 6 };

typedef enum bs_theme_id {
    BS_THEME_LIGHT,
    BS_THEME_DARK,
    BS_THEME_PRINT,
    BS_THEME_COUNT
} bs_theme_id;

typedef struct bs_theme {
    const char *name;
    bs_colour page;
    bs_colour text;
    bs_colour muted; // subtitle, axis labels, notes
    bs_colour grid;  // decoration: the only thing that may be paler than 3 : 1
    bs_colour axis;
    bs_colour faint;     // lines behind the others: what was said before
    bs_colour flag;      // ring round a flagged value
    bs_colour flag_text; // its reason
    bs_colour series[BS_THEME_SERIES_COUNT];
} bs_theme;

// Static, do not free.
const bs_theme *bs_theme_get(bs_theme_id id);
// Reads "light", "dark" or "print". BS_E_ARGUMENT with the list of names otherwise.
BS_CHECKED bs_status bs_theme_parse(bs_theme_id *out, bs_str name, bs_error *err);

// Appends the colours as declarations of CSS variables: "--bs-page:#ffffff;--bs-text:...;", to
// stand in a rule of a page whose pictures ask for them.
void bs_theme_css(const bs_theme *theme, bs_buffer *out);
// Appends "var(--bs-text)" for a colour of the theme. False, and nothing appended, for another.
bool bs_theme_variable(const bs_theme *theme, bs_colour colour, bs_buffer *out);

// Contrast of two colours, 1 to 21, as WCAG 2.2 defines it.
double bs_colour_contrast(bs_colour a, bs_colour b);

// Sizes in px, the same in all themes.
enum {
    BS_SIZE_TITLE = 22,
    BS_SIZE_TITLE_NARROW = 18,
    BS_SIZE_SUBTITLE = 14,
    BS_SIZE_PANEL = 14, // heading of a panel
    BS_SIZE_LABEL = 13, // values and names
    BS_SIZE_TICK = 12,
    BS_SIZE_NOTE = 12, // flags, notes, source line

    BS_GAP_PAGE = 24, // margin of the page
    BS_GAP_PANEL_X = 32,
    BS_GAP_PANEL_Y = 24,
    BS_GAP_TEXT = 6, // between a mark and its text
};

#endif
