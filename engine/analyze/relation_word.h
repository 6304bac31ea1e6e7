// SPDX-License-Identifier: GPL-3.0-or-later
// relation_word.h: the word that says which way a number goes, and its opposite.
#ifndef BS_ANALYZE_RELATION_WORD_H
#define BS_ANALYZE_RELATION_WORD_H

#include "engine/analyze/relation_view.h"

typedef struct bs_direction {
    bs_str word;     // slice of the source: 증가, fell, 下降
    bs_str opposite; // static; in the case of the word's first letter it may differ
    bs_str span;     // slice of the source: from the number to the word, or from the word to it
    bool down;       // the word says that it went down, or that it is a deficit
} bs_direction;

// The nearest word of direction on the side where the language has it, with no other number and no
// end of a clause between. False when there is none. `figure` must stand in running text.
bool bs_direction_find(const bs_view *view, size_t figure, bs_direction *out);
// The same for surplus and deficit, on either side.
bool bs_balance_word_find(const bs_view *view, size_t figure, bs_direction *out);
// direction->span with the opposite word; in the arena. NULL text when memory has run out.
bs_str bs_direction_turn(bs_arena *arena, const bs_direction *direction);

#endif
