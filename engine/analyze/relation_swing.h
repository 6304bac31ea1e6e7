// SPDX-License-Identifier: GPL-3.0-or-later
// relation_swing.h: a loss that has become a profit, or the other way round.
#ifndef BS_ANALYZE_RELATION_SWING_H
#define BS_ANALYZE_RELATION_SWING_H

#include "engine/analyze/relation_view.h"

// "120억 원 적자에서 730억 원 흑자로", "由亏损1.2亿元转为盈利7.3亿元", "from a loss of $12 million
// to a profit of $73 million": whether words beside two levels of running text call one a loss and
// the other a profit. Both are printed without a sign, and stand on either side of nought.
bool bs_swing_is(const bs_view *view, size_t a, size_t b);

#endif
