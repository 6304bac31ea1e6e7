// SPDX-License-Identifier: GPL-3.0-or-later
// suggest.h: "did you mean ...?"
//
// Words are compared by the number of slips between them (a letter left out, put in, exchanged for
// another, or swapped with its neighbour). Hangul is compared by its jamo, so that 연산럭 is one
// slip from 연산력. Case does not count. A guess is only ever shown, never acted upon.
#ifndef BS_CLI_SUGGEST_H
#define BS_CLI_SUGGEST_H

#include "engine/base/array.h"

typedef BS_ARRAY(bs_str) bs_str_array;

enum { BS_SUGGEST_COUNT_MAX = 3 };

// Slips between two words; SIZE_MAX when one of them is longer than a word can be.
size_t bs_suggest_distance(bs_str a, bs_str b);

// Fills out[0..returned) with the names that are nearest to `word`, the first of them if there are
// many: at most one slip in three letters, or names that contain the word. 0: nothing is near.
size_t bs_suggest(bs_str out[BS_SUGGEST_COUNT_MAX], bs_str word, const bs_str_array *names);

// "did you mean 'check' or 'chart'?" in the arena; the empty slice when nothing is near.
bs_str bs_suggest_text(bs_arena *arena, bs_str word, const bs_str_array *names);

#endif
