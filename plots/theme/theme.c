// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/theme/theme.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "engine/base/array.h"

static const bs_theme themes[] = {
    [BS_THEME_LIGHT] = {.name = "light",
                        .page = 0xFFFFFF,
                        .text = 0x1A1A1A,
                        .muted = 0x595959,
                        .grid = 0xE2E2E2,
                        .axis = 0x767676,
                        .faint = 0x8E8E8E,
                        .flag = 0xD55E00,
                        .flag_text = 0xA84300,
                        .series = {0x0072B2, 0x946200, 0x007A5A, 0xA3497E, 0x404040, 0x2B7A9B}},
    [BS_THEME_DARK] = {.name = "dark",
                       .page = 0x1B1E23,
                       .text = 0xF2F2F2,
                       .muted = 0xB8BCC2,
                       .grid = 0x363B43,
                       .axis = 0x8F959E,
                       .faint = 0x7D838C,
                       .flag = 0xFF8A3D,
                       .flag_text = 0xFFA869,
                       .series = {0x56B4E9, 0xE69F00, 0x2CC295, 0xE39BC4, 0xF0E442, 0xD9D9D9}},
    [BS_THEME_PRINT] = {.name = "print",
                        .page = 0xFFFFFF,
                        .text = 0x000000,
                        .muted = 0x404040,
                        .grid = 0xDADADA,
                        .axis = 0x666666,
                        .faint = 0x8C8C8C,
                        .flag = 0x000000,
                        .flag_text = 0x000000,
                        .series = {0x1F1F1F, 0x6E6E6E, 0x474747, 0x707070, 0x2B2B2B, 0x5A5A5A}},
};
_Static_assert(BS_COUNT(themes) == BS_THEME_COUNT, "every theme needs a row");

const bs_theme *bs_theme_get(bs_theme_id id)
{
    return &themes[(unsigned)id < BS_THEME_COUNT ? id : BS_THEME_LIGHT];
}

bs_status bs_theme_parse(bs_theme_id *out, bs_str name, bs_error *err)
{
    for (size_t i = 0; i < BS_THEME_COUNT; i++) {
        if (!bs_str_equal(name, bs_str_from(themes[i].name))) continue;
        *out = (bs_theme_id)i;
        return BS_OK;
    }
    return bs_fail(err, BS_E_ARGUMENT, "there is no theme \"%.*s\": light, dark or print",
                   BS_STR_ARG(name));
}

// The colours of a theme with the names of their variables, in the order of the struct.
typedef struct role {
    char name[16];
    bs_colour colour;
} role;

enum { ROLE_COUNT = 8 + BS_THEME_SERIES_COUNT };

static void list_roles(const bs_theme *theme, role out[ROLE_COUNT])
{
    const role fixed[] = {{"page", theme->page},   {"text", theme->text},
                          {"muted", theme->muted}, {"grid", theme->grid},
                          {"axis", theme->axis},   {"faint", theme->faint},
                          {"flag", theme->flag},   {"flag-text", theme->flag_text}};
    _Static_assert(BS_COUNT(fixed) + BS_THEME_SERIES_COUNT == ROLE_COUNT,
                   "every colour has a name");
    memcpy(out, fixed, sizeof fixed);
    for (size_t i = 0; i < BS_THEME_SERIES_COUNT; i++) {
        role *series = &out[BS_COUNT(fixed) + i];
        snprintf(series->name, sizeof series->name, "series-%u", (unsigned)i % 100 + 1);
        series->colour = theme->series[i];
    }
}

void bs_theme_css(const bs_theme *theme, bs_buffer *out)
{
    role roles[ROLE_COUNT];
    list_roles(theme, roles);
    for (size_t i = 0; i < ROLE_COUNT; i++) {
        bs_buffer_addf(out, "--bs-%s:#%06x;", roles[i].name, (unsigned)roles[i].colour);
    }
}

bool bs_theme_variable(const bs_theme *theme, bs_colour colour, bs_buffer *out)
{
    role roles[ROLE_COUNT];
    list_roles(theme, roles);
    for (size_t i = 0; i < ROLE_COUNT; i++) {
        if (roles[i].colour != colour) continue;
        bs_buffer_addf(out, "var(--bs-%s)", roles[i].name);
        return true;
    }
    return false;
}

static double linear_channel(bs_colour colour, int shift)
{
    double c = ((colour >> shift) & 0xFF) / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(bs_colour c)
{
    return 0.2126 * linear_channel(c, 16) + 0.7152 * linear_channel(c, 8) +
           0.0722 * linear_channel(c, 0);
}

double bs_colour_contrast(bs_colour a, bs_colour b)
{
    double x = luminance(a), y = luminance(b);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}
