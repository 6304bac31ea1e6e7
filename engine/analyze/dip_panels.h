// SPDX-License-Identifier: GPL-3.0-or-later
// dip_panels.h: the series of a reading as panels for the series model.
#ifndef BS_ANALYZE_DIP_PANELS_H
#define BS_ANALYZE_DIP_PANELS_H

#include "engine/analyze/anomaly.h"

// Which series make which panel. Panels are made one by one when they are looked at.
typedef struct bs_dip_panels {
    const bs_reading *reading;
    const struct bs_dip_member *members; // the series of all panels, panel by panel
    const size_t *starts;                // first member of each panel, and of none
    size_t count;
} bs_dip_panels;

// What stands behind one row of a panel.
typedef struct bs_dip_row {
    const bs_series *series;             // of the reading, perhaps without observations
    const bs_observation **observations; // of each cell; NULL where there is none
} bs_dip_row;

typedef struct bs_dip_panel {
    bs_panel panel;
    bs_dip_row *rows;
} bs_dip_panel;

// Series with a frequency and three values are taken; rankings and cross-sections are not.
// Lives as long as the arena, and points into the reading. BS_E_MEMORY.
BS_CHECKED bs_status bs_dip_panels_init(bs_dip_panels *out, bs_arena *arena,
                                        const bs_reading *reading, bs_error *err);

// Panel `index`. A cell whose printed digits are not its value (another scale within the row, a
// numeral in characters) is part of the path and marked as confirmed: no slip of its digits is
// tried. Lives as long as the arena, and points into the reading. BS_E_MEMORY.
BS_CHECKED bs_status bs_dip_panel_make(bs_dip_panel *out, bs_arena *arena,
                                       const bs_dip_panels *panels, size_t index, bs_error *err);

// The panels for bs_anomaly_each; borrowed as long as that runs.
bs_panel_source bs_dip_panels_source(const bs_dip_panels *panels);

#endif
