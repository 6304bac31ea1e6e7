// SPDX-License-Identifier: GPL-3.0-or-later
// relation_echo.h: numbers that a document prints more than once.
//
// A release says the same number in its headline, its text and its tables. A value that stands in
// another block as well is hardly a slip of the pen, and a value that would be one is likelier when
// it does.
#ifndef BS_ANALYZE_RELATION_ECHO_H
#define BS_ANALYZE_RELATION_ECHO_H

#include "engine/analyze/relation_view.h"

typedef struct bs_echo {
    const bs_view *view;
    size_t *figures; // by unit and value
    size_t count;
} bs_echo;

// n log n in the figures. BS_E_MEMORY.
BS_CHECKED bs_status bs_echo_init(bs_echo *out, bs_arena *arena, const bs_view *view,
                                  bs_error *err);

// How much less likely it is that a number of another block has this value, in the unit of
// `figure`, by chance: 1 when none has it, or when the value has too few digits to tell.
double bs_echo_factor(const bs_echo *echo, size_t figure, bs_decimal value);

// Figures of other blocks with this value, in the unit of `figure`: at most `max` of them, in
// reading order. Returns how many were written.
size_t bs_echo_find(const bs_echo *echo, size_t figure, bs_decimal value, size_t *out, size_t max);

#endif
