// SPDX-License-Identifier: GPL-3.0-or-later
// out_of.h: the words that make one amount a part of another in front of it or behind it.
#ifndef BS_CORE_OUT_OF_H
#define BS_CORE_OUT_OF_H

#include "engine/base/str.h"

// The text between a whole and its part: " 중 " of "120곳 중 66곳", "所学校中有", "人のうち女性は".
bool bs_out_of_joins(bs_str between);
// The text between a part and its whole behind it: " of the " of "66 of the 120 schools".
bool bs_out_of_turns(bs_str between);
// The text in front of a whole whose part follows: "Of the " of "Of the 120 schools, 66 met it".
bool bs_out_of_opens(bs_str before);

#endif
