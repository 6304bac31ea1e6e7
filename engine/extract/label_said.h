// SPDX-License-Identifier: GPL-3.0-or-later
// label_said.h: the English words of label_said.inc, for label_act.c and label_said.c.
#ifndef BS_EXTRACT_LABEL_SAID_H
#define BS_EXTRACT_LABEL_SAID_H

#include <stdint.h>

#include "engine/base/str.h"

// What a word is.
enum {
    BS__SAID_ACTS = 1,      // what is done with an amount
    BS__SAID_LOSES = 2,     // the same, and how a rate moves
    BS__SAID_AUXILIARY = 4, // beside a verb
    BS__SAID_HOW = 8,       // between a verb and its number
    BS__SAID_DOES = 16,     // what people do
    BS__SAID_PART = 32      // a share in words
};

// The length of the word of `kinds` that a text begins with; 0 for none.
size_t bs__said_length(bs_str text, uint32_t kinds);
// The text behind byte `len`, and without the words of `kinds` at its start.
bs_str bs__said_behind(bs_str text, size_t len);
bs_str bs__said_without(bs_str text, uint32_t kinds);
// The word of small letters that a text begins with; empty where it goes on otherwise.
bs_str bs__said_word(bs_str text);

#endif
