// SPDX-License-Identifier: GPL-3.0-or-later
// number.h: numbers as a reader wants them: grouped, and on an axis in 만, 亿 or millions.
#ifndef BS_SCALE_NUMBER_H
#define BS_SCALE_NUMBER_H

#include "engine/core/lang.h"
#include "plots/scale/ticks.h"

// Digits in groups of three with all printed places: {5934900, 2} gives "59,349.00", {-1200, 0}
// "-1,200". The minus is the ASCII one, so that a number copied from the picture is a number.
void bs_number_write(bs_decimal value, bs_buffer *out);
// The same as a slice in the arena; {NULL, 0} when memory has run out.
bs_str bs_number_str(bs_decimal value, bs_arena *arena);

// A value as it is said: below a million all its digits; from there in the largest word of the
// language that leaves at least 1, with `places` after the point below 100 of them, one more below
// 10 unless all is said without it, and none where nothing is left behind the point. 1300498600 and
// 1: "13.0억", "13.0亿", "13.0億", "1.30 bn"; 13000000: "1,300만", "13 mn"; 1300000000: "1.3 bn".
// Halves are rounded away from 0. BS_LANG_UNKNOWN has no words.
bs_str bs_number_short(bs_decimal value, bs_lang lang, int places, bs_arena *arena);

// The scale word of an axis.
typedef struct bs_number_scale {
    int power;        // labels are values / 10^power
    const char *word; // behind each number: "억", "万", " mn"; "" for power 0. Static.
} bs_number_scale;

// The word that keeps the labels short: none below a million; else the largest of the language
// (만 억 조 경; 万 亿 万亿; 万 億 兆; mn, bn, tn) that leaves at most two places
// after the point and reaches the largest tick. BS_LANG_UNKNOWN has none.
bs_number_scale bs_number_scale_of(const bs_ticks *ticks, bs_lang lang);

// Label of tick `index`: "1,500", "0.25", "13억"; 0 is "0". {NULL, 0}: no memory.
bs_str bs_number_tick(const bs_ticks *ticks, int index, bs_number_scale scale, bs_arena *arena);

#endif
