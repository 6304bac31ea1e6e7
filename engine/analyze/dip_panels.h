// SPDX-License-Identifier: GPL-3.0-or-later
// dip_panels.h: the series of a reading as panels for the series model.
#ifndef BS_ANALYZE_DIP_PANELS_H
#define BS_ANALYZE_DIP_PANELS_H

#include "engine/analyze/anomaly.h"

// What stands behind one row of a panel.
typedef struct bs_dip_row {
    const bs_series *series;
    const bs_observation **observations; // of each cell; NULL where there is none
} bs_dip_row;

typedef struct bs_dip_panels {
    bs_panel *panels;
    bs_dip_row **rows; // of each panel
    size_t count;
} bs_dip_panels;

// Series with a frequency and three values are taken; rankings and cross-sections are not. A cell
// whose printed digits are not its value (another scale within the row, a numeral in characters) is
// part of the path and marked as confirmed: no slip of its digits is tried.
// Lives as long as the arena, and points into the reading. BS_E_MEMORY.
BS_CHECKED bs_status bs_dip_panels_init(bs_dip_panels *out, bs_arena *arena,
                                        const bs_reading *reading, bs_error *err);

#endif
