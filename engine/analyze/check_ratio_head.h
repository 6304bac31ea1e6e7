// SPDX-License-Identifier: GPL-3.0-or-later
// check_ratio_head.h: values per head, per household and per share in running text.
#ifndef BS_ANALYZE_CHECK_RATIO_HEAD_H
#define BS_ANALYZE_CHECK_RATIO_HEAD_H

#include "engine/analyze/relation.h"

// "인구는 84만 명 … 1인당 예산은 …", "GDP per capita": pushes the quotient of the amount that the
// words name and of the number of heads, where the document prints both.
BS_CHECKED bs_status bs_ratio__collect_heads(bs_relations *set, bs_error *err);

#endif
