// SPDX-License-Identifier: GPL-3.0-or-later
// table_unit_word.h: the units that stand over columns, each a word, in a line of their own
// (table_units.c) or on a line each (table_turns_units.c).
#ifndef BS_READ_TABLE_UNIT_WORD_H
#define BS_READ_TABLE_UNIT_WORD_H

#include "engine/base/str.h"

enum { BS_UNITS_MAX = 24 }; // columns

// A rate stands behind the amount that it is of, under the same head; a part of a unit goes on with
// the word in front of it.
typedef struct bs_unit_word {
    bs_str text;
    enum { BS_UNIT_AMOUNT, BS_UNIT_RATE, BS_UNIT_PART } kind;
} bs_unit_word;

// The unit that is written so; NULL for any other word.
const bs_unit_word *bs_units__word(bs_str token);
// The same of one whose part a blank may part from it, "円 銭".
const bs_unit_word *bs_units__whole(bs_str text);

#endif
