// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/mark/status.h"

static const bs_status_look looks[] = {
    [BS_STATUS_ACTUAL] = {0, 0, false, false, ""},
    [BS_STATUS_TARGET] = {7, 5, true, false, ""},
    [BS_STATUS_FORECAST] = {3, 3, true, false, ""},
    [BS_STATUS_PROVISIONAL] = {0, 0, false, true, "p"},
    [BS_STATUS_REVISED] = {0, 0, false, true, "r"},
    [BS_STATUS_ESTIMATE] = {0, 0, true, true, "e"},
};
_Static_assert(BS_COUNT(looks) == BS_VALUE_STATUS_COUNT, "every status needs a look");

const bs_status_look *bs_status_look_of(bs_value_status status)
{
    return &looks[(unsigned)status < BS_VALUE_STATUS_COUNT ? status : BS_STATUS_ACTUAL];
}

bs_paint bs_status_stroke(bs_value_status status, bs_colour colour, double width_px)
{
    const bs_status_look *look = bs_status_look_of(status);
    return (bs_paint){.fill = BS_COLOUR_NONE,
                      .stroke = colour,
                      .stroke_px = width_px,
                      .dash_px = look->dash_px,
                      .gap_px = look->gap_px};
}
