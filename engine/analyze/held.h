// SPDX-License-Identifier: GPL-3.0-or-later
// held.h: the arithmetic of a document that was looked at, and holds.
#ifndef BS_ANALYZE_HELD_H
#define BS_ANALYZE_HELD_H

#include "engine/analyze/check.h"

typedef struct bs_held {
    const char *code; // of the check; static
    const bs_source *source;
    bs_origin origin; // of the number that follows from the others
    bs_str text; // "78.5억 위안 is the total of its parts: 37.5억 위안 + 41억 위안 = 78.5억 위안"
} bs_held;

typedef BS_ARRAY(bs_held) bs_held_array;

// Appends the relations of the chosen checks that hold and could hardly do so by chance, in the
// order of the document. Of those between the same numbers one is told, the first in the table of
// checks. BS_E_MEMORY.
BS_CHECKED bs_status bs_check_held(bs_held_array *out, bs_arena *arena, const bs_reading *reading,
                                   const bs_check_options *options, bs_error *err);

#endif
