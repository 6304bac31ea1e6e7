// SPDX-License-Identifier: GPL-3.0-or-later
// relation_name.h: names that are much alike, and of different things.
#ifndef BS_ANALYZE_RELATION_NAME_H
#define BS_ANALYZE_RELATION_NAME_H

#include "engine/base/str.h"

// Whether two names that share most of their letters are of different things all the same: each has
// a word that the other lacks ("male", "female"; "part-time", "full-time"), one denies what the
// other says ("non-manufacturing", 非制造业, 비제조업), or says the opposite of it (男性, 女性).
// Small words and the s of a plural make no difference. False for an empty name.
bool bs_name_differs(bs_str a, bs_str b);

#endif
