// SPDX-License-Identifier: GPL-3.0-or-later
// unit_text_internal.h: what unit_text.c and unit_bracket.c share.
#ifndef BS_EXTRACT_UNIT_TEXT_INTERNAL_H
#define BS_EXTRACT_UNIT_TEXT_INTERNAL_H

#include "engine/extract/scan_internal.h"

// A unit that begins at a place, with scales before or behind it.
typedef struct bs__unit_found {
    bs_str code;
    int power;
    size_t end;
    bool scaled;
    bool measured;
} bs__unit_found;

bool bs__unit_found_at(bs__unit_found *out, const bs__scan *scan, size_t at);

// "2020=100", "2015年=100": the base of an index number, between two places.
// (unit_base.c)
bool bs__unit_index_base(bs__unit_found *out, bs_str text, size_t at, size_t end);
// "Output index, 2030 = 100", 생산지수 2030=100: where such a base begins, behind the name of the
// index; 0 where the text is nothing else ("上月=100"). (unit_base.c)
size_t bs__unit_base_start(bs_str text);

// Behind the word that states a unit ("단위:", "unit", "in") at `at`, if one stands there.
size_t bs__unit_statement_skip(const bs__scan *scan, size_t at, bool *stated);

// "$/b", "€/MWh": money for each of something.
bool bs__unit_is_price(const bs__unit_found *unit, const bs__scan *inner);

// Only blanks, or a list of more units ("억원, %"), up to `end`. A statement may close with its
// bracket.
bool bs__unit_inside_ends(const bs__scan *scan, size_t at, size_t end, bool stated);

// The units that stand from `at` on, one behind a separator after the other.
void bs__unit_list(bs_unit_text *out, const bs__scan *scan, bs_arena *arena, size_t at);

// Behind a percent sign words may say of what: "% of GDP", "%, 전년동기비".
bool bs__unit_is_percent(const bs__unit_found *unit);

// Behind English words of prices, years and methods: "current US$", "chained (2017) dollars".
// (unit_bracket.c)
size_t bs__unit_basis_skip(bs_str text, size_t at);

// A unit that is all of [from, to), but for words of prices in front of it ("current US$") and what
// it is of behind it ("kg of oil equivalent"). (unit_bracket.c)
bool bs__unit_piece(bs__unit_found *out, const bs__scan *scan, bs_arena *arena, size_t from,
                    size_t to);

// Whether a piece of a caption or bracket says how numbers are made, or of when they are:
// "seasonally adjusted", 当年价, 계절조정. (unit_bracket.c)
bool bs__unit_is_remark(bs_str piece, bs_lang lang);

// The last bracket of the text that holds a unit. (unit_bracket.c)
bool bs__unit_bracketed(bs_unit_text *out, const bs__scan *scan, bs_arena *arena);

#endif
