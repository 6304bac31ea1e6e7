// SPDX-License-Identifier: GPL-3.0-or-later
// place_money.h: which money 元 and $ are where a Chinese document does not name it.
//
// It is the money of the place that the document speaks of most: of its money, its offices, its
// markets and companies. Where nothing tells, 元 is renminbi, and its rule says that nothing told.
#ifndef BS_EXTRACT_PLACE_MONEY_H
#define BS_EXTRACT_PLACE_MONEY_H

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/base/str.h"

typedef struct bs__place_money {
    bs_str code;      // "TWD", "HKD", "MOP", "SGD"; empty: renminbi
    bool renminbi;    // is spoken of too
    const char *rule; // why, for quantity.unit_rule; static
} bs__place_money;

// The money of a place whose document in simplified characters this is, by the offices that it
// speaks of; empty where it may be of the mainland.
bs_str bs__place_of_simplified(bs_str text);
// Of a document as it is printed: in traditional characters, or in simplified ones.
bs__place_money bs__find_place_money(bs_str text, bool traditional);

// "114年8月", "113年同期": does a text tell a part of a year of the Republic of China?
bool bs__counts_years_of_republic(bs_str text);

// What stands with a unit.
typedef struct bs__money_print {
    bs_str text;
    bool in_table;
} bs__money_print;

// Makes a unit of renminbi, and of dollars that "$" alone stands for, one of the place; in a table
// of a document that speaks of renminbi too, 元 remains what it is elsewhere. *settled: the place,
// or that nothing tells it, says which money the unit is. BS_E_MEMORY only.
BS_CHECKED bs_status bs__settle_money(bs_str *unit, bool *settled, const bs__place_money *money,
                                      bs_arena *arena, bs__money_print printed, bs_error *err);

#endif
