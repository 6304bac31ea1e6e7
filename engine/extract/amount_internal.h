// SPDX-License-Identifier: GPL-3.0-or-later
// amount_internal.h: what amount.c (a number with its unit), amount_coin.c (what stands behind the
// unit) and amount_range.c (two ends) share.
#ifndef BS_EXTRACT_AMOUNT_INTERNAL_H
#define BS_EXTRACT_AMOUNT_INTERNAL_H

#include "engine/extract/scan_internal.h"

typedef struct bs__amount {
    bs_numeral number;
    bs__unit_here unit;
    bool has_unit;
    bool money_before;
    size_t start;
    size_t end;
} bs__amount;

// Moves the point of the value by `power` places; false where it has too many digits.
bool bs__amount_shift(bs_numeral *number, int power);
// The same by the scale that is part of the unit, such as the thousand of kt.
bool bs__amount_scale(bs__amount *a);

// Reads one number with its unit at `at`; false when the words there are no number. `signs`: a sign
// in front may belong to it.
bool bs__amount_one(bs__amount *out, const bs__scan *scan, size_t at, bool signs);

// Adds the smaller coins behind an amount of money, the hundredths behind tenths. (amount_coin.c)
void bs__amount_coins(bs__amount *a, const bs__scan *scan);
// Reads both ends of 163円10～14銭, where `low` is what stands in front of the coins.
// (amount_coin.c)
bool bs__amount_coin_range(bs__amount *high, bs__amount *low, const bs__scan *scan);
// Takes the m of "1.3m units" and "rose from 2.1 million to 2.8m" for millions, where `unit` behind
// the number is the metre. (amount_million.c)
bool bs__amount_millions(bs__amount *a, const bs__scan *scan, const bs__unit_here *unit);
// Adds the half behind a unit: 2시간 반. (amount_coin.c)
void bs__amount_half(bs__amount *a, const bs__scan *scan);

// Is it no figure, but what a rate is divided by (1人当たり), how figures are rounded
// (百万円未満切捨て) or a unit alone? (amount_none.c)
bool bs__amount_is_none(const bs__amount *a, const bs__scan *scan);

// "1.1 -2.5 7.2 -4.6": in a row of figures with points each has its own sign. Is the dash at `at`
// the sign of one? (amount_row.c)
bool bs__sign_in_row(bs_str text, size_t at);
// "中区（甲） -0.07 (-1.4%)", "+0.93 (+5.6%)": does a rate behind the number that ends at `end`
// have the same mark? (amount_row.c)
bool bs__signed_again(bs_str text, uint32_t mark, size_t end);
// "48,794 -15%": may a rate, which is below zero, with a blank in front of it at `back`, be no end
// "中区（甲） -0.07 (-1.4%)", "+0.93 (+5.6%)": does a rate behind the number that ends at `end`
// have the same mark? (amount_row.c)
bool bs__signed_again(bs_str text, uint32_t mark, size_t end);
// of a range, as the figure in front is larger? (amount_row.c)
bool bs__minus_behind_larger(bs_str text, size_t back, bs_decimal rate);
// "(손실) -32,757,093 3,075,905 -12,419,490": where Korean cells have run together, is the minus of
// `number`, with the blank in front of it at `back`, one of figures with commas, behind other such
// figures or the bracket of a name? (amount_row.c)
bool bs__minus_of_cells(const bs__scan *scan, size_t back, const bs_numeral *number);

// Korean triangles (amount_triangle.c). Is the one at `at` the arrow of a price that has risen:
// "▲150 +0.71%"?
bool bs__triangle_rises(const bs__scan *scan, size_t at);
// Does the sign at `at` stand behind such a change, so that it is of the rate?
bool bs__triangle_before_rate(const bs__scan *scan, size_t at);
// Makes "▼900 -1.43%" negative.
void bs__triangle_falls(bs__amount *a, const bs__scan *scan);
// Is the triangle at `at`, with its amount up to `end`, the mark of one of a list: "▲25만원(2019년)
// ▲27만원(2020년)"?
bool bs__triangle_lists(const bs__scan *scan, size_t at, size_t end);

// Reads the second end of a range that begins with `low`. (amount_range.c)
bool bs__amount_high_end(bs__amount *high, bs__amount *low, const bs__scan *scan);
// Gives the start of a movement the unit and scale that are printed with its end only; false where
// it has too many digits for that. (amount_range.c)
bool bs__amount_share_start(bs__amount *low, const bs__scan *scan);

// The mark of a range behind `at` and where the text goes on behind it; 0 when there is none.
int bs__amount_join(const bs__scan *scan, size_t at, size_t *end);

// "百分之三十點四及七點三", "百分之三至五": the word is said once in front of a list or a range.
bool bs__amount_goes_on_percent(const bs__amount *a, const bs__scan *scan);

#endif
