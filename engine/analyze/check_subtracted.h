// SPDX-License-Identifier: GPL-3.0-or-later
// check_subtracted.h: what a sentence takes from one number, and what it says is left.
#ifndef BS_ANALYZE_CHECK_SUBTRACTED_H
#define BS_ANALYZE_CHECK_SUBTRACTED_H

#include "engine/analyze/relation.h"

// "총수입 418조에서 총지출 447조를 뺀 섬 살림은 29조 적자",
// "歳入100億円から歳出98億円を差し引いた残りは2億円": pushes the number behind as the difference of
// the two. BS_E_MEMORY.
BS_CHECKED bs_status bs_subtracted__collect(bs_relations *set, bs_error *err);

#endif
