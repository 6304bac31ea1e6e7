// SPDX-License-Identifier: GPL-3.0-or-later
// check_convert_stated.h: conversions at a rate of exchange that the text states.
#ifndef BS_ANALYZE_CHECK_CONVERT_STATED_H
#define BS_ANALYZE_CHECK_CONVERT_STATED_H

#include "engine/analyze/relation.h"

// "6,806만 달러(1달러 1,361원 기준 926억 원)", "按人民币计价（1美元兑7.12元），出口2.31万亿元":
// pushes the amounts of the sentence behind the rate against those in the other money, in front of
// the rate in its sentence or of the same name and time in the paragraphs before. BS_E_MEMORY.
BS_CHECKED bs_status bs_convert__collect_stated(bs_relations *set, bs_error *err);

#endif
