// SPDX-License-Identifier: GPL-3.0-or-later
// label_words.h: the small words around the noun phrase that says what a number measures.
//
// Particles, conjunctions and verbs of the four languages, in lists of their own: what a phrase
// begins and ends in and does not mean. A language that is not known is given as English. Phrases
// are slices of a text, and what is cut from them leaves a smaller slice.
#ifndef BS_EXTRACT_LABEL_WORDS_H
#define BS_EXTRACT_LABEL_WORDS_H

#include "engine/base/str.h"
#include "engine/core/lang.h"

// Cuts the longest ending, or the first beginning in the order of the list, off a phrase that has
// more than it. Returns false when there is none.
bool bs__label_strip_end(bs_str *phrase, bs_lang lang);
bool bs__label_strip_start(bs_str *phrase, bs_lang lang);
// Without up to `count` endings. A Korean noun has one particle of one syllable: 물가가 is 물가.
bs_str bs__label_strip_endings(bs_str phrase, bs_lang lang, int count);

// True when nothing is left of `text` but one character, or one of these words: "에", "に", "年の".
bool bs__label_is_filler(bs_str text, bs_lang lang);

// Behind the last break a new phrase begins: "전송은 광전송망 보급률" gives "광전송망 보급률".
bs_str bs__label_after_break(bs_str phrase, bs_lang lang);

// Is the phrase one that stands where a name would and names nothing: "also", 각각, 前年比?
// (label_empty.c)
bool bs__label_is_empty(bs_str phrase, bs_lang lang);

// True when the phrase ends in a verb, so that it names nothing.
bool bs__label_is_verb(bs_str phrase, bs_lang lang);

#endif
