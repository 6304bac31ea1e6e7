// SPDX-License-Identifier: GPL-3.0-or-later
// growth_internal.h: the arithmetic of growth on values with bounds.
#ifndef BS_ANALYZE_GROWTH_INTERNAL_H
#define BS_ANALYZE_GROWTH_INTERNAL_H

#include "engine/analyze/growth.h"

// Each returns why there is no result, in a few words, or NULL; *out is untouched then.
const char *bs_growth__rate(bs_growth *out, bs_bounded from, bs_bounded to);
const char *bs_growth__difference(bs_growth *out, bs_bounded from, bs_bounded to);
const char *bs_growth__log(bs_growth *out, bs_bounded from, bs_bounded to);
// (to / from)^power in per cent above 1.
const char *bs_growth__power(bs_growth *out, bs_bounded from, bs_bounded to, double power);
// 100 number / base for a base above zero.
bs_growth bs_growth__over(bs_bounded number, bs_bounded base);
// Why a value is no base of a rate; NULL when it is one.
const char *bs_growth__no_base(bs_bounded from);

#endif
