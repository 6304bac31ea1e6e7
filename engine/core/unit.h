// SPDX-License-Identifier: GPL-3.0-or-later
// unit.h: the table of units: what is printed, what it is called here, what converts to what.
//
// A unit is its canonical code (DESIGN section 2): money is ISO 4217 ("CNY"), physical units keep
// their printed prefix ("kW", "MW", "EB", "EFLOPS", "t", "km", "degC", "ms"), a counted thing is
// "count:" and the counter as printed ("count:개"), percent is "%", percentage points "%p", a bare
// number "1", a duration "dur:year", an ordinal "ordinal:" and its counter.
#ifndef BS_CORE_UNIT_H
#define BS_CORE_UNIT_H

#include "engine/core/decimal.h"
#include "engine/core/lang.h"

typedef enum bs_dimension {
    BS_DIM_NONE, // a bare number, index numbers
    BS_DIM_MONEY,
    BS_DIM_PERCENT,
    BS_DIM_POINT, // percentage points, basis points
    BS_DIM_COUNT_OF,
    BS_DIM_DURATION,
    BS_DIM_DATA,
    BS_DIM_DATA_RATE,
    BS_DIM_COMPUTE,
    BS_DIM_POWER,
    BS_DIM_ENERGY,
    BS_DIM_MASS,
    BS_DIM_LENGTH,
    BS_DIM_AREA,
    BS_DIM_VOLUME,
    BS_DIM_TEMPERATURE,
    BS_DIM_SPEED,
    BS_DIM_FREQUENCY,
    BS_DIM_OTHER, // angle, pressure, voltage, emission intensity ...
    BS_DIMENSION_COUNT
} bs_dimension;

const char *bs_dimension_name(bs_dimension dimension);

// One row of the table of units: a canonical unit.
typedef struct bs_unit {
    const char *code;
    const char *name; // in English, for `bseries units`
    bs_dimension dimension;
    const char *base;  // code of the unit that it converts to; NULL for a base unit
    bs_decimal factor; // one of it is `factor` of base; exact; {0,0} where there is no fixed factor
} bs_unit;

// Bytes of a printed form and of a code, with their end.
enum { BS_UNIT_FORM_SIZE = 40, BS_UNIT_CODE_SIZE = 24 };

// One way of printing a unit. The characters are in the row: thousands of pointers would be
// relocated whenever a program starts.
typedef struct bs_unit_form {
    char text[BS_UNIT_FORM_SIZE];
    char code[BS_UNIT_CODE_SIZE]; // of the unit it stands for
    bs_lang_set langs;            // languages in which it is read so
    int8_t power;  // values are multiplied by 10^power ("만kW": the scale is read apart; for
                   // forms like "bp" that are a fixed part of another unit)
    uint8_t flags; // BS_FORM_*
} bs_unit_form;

enum {
    BS_FORM_BEFORE = 1,     // stands before the number: $, ¥, 人民币
    BS_FORM_EXACT_CASE = 2, // "M" is not "m"
    BS_FORM_TIGHT = 4,      // only directly behind the digits: "5G", "5m"
    BS_FORM_AMBIGUOUS = 8,  // may mean another unit too (¥, $): said by --explain
    BS_FORM_MINOR = 16,     // only behind an amount of the same money: 3毛 in 五元三毛
    BS_FORM_FIGURES = 64,   // only behind digits: 3島, but 五島 is a name
    BS_FORM_EITHER = 32,    // stands before the number or behind it: USD, €
};

// The table, for listing and lookup. Static, do not free.
const bs_unit *bs_unit_table(size_t *count);
const bs_unit_form *bs_unit_forms(size_t *count);
// The unit with this code; NULL when the table does not have it (counters mostly are not in it).
const bs_unit *bs_unit_find(bs_str code);
// Dimension of a code, including "count:...", "dur:...", "ordinal:..." that are not in the table.
bs_dimension bs_unit_dimension(bs_str code);
// Is it a counter of the years of an age: 세, 岁, 歲, 歳?
bool bs_unit_is_age(bs_str code);

// The longest printed form at the start of `text` in language `lang`; NULL when there is none.
const bs_unit_form *bs_unit_match(bs_str text, bs_lang lang);

// The same for one side of the number. *taken is the length of the form in `text`, which is more
// than form->text.len where blanks stand between the characters of a Chinese or Japanese form
// ("百 分 点").
typedef enum bs_unit_side {
    BS_UNIT_BEHIND, // without minor coins
    BS_UNIT_BEFORE,
    BS_UNIT_COIN, // behind, minor coins first
} bs_unit_side;
const bs_unit_form *bs_unit_match_side(bs_str text, bs_lang lang, bs_unit_side side, size_t *taken);

// Converts exactly. BS_E_ARGUMENT: the units do not measure the same thing or have no fixed factor.
BS_CHECKED bs_status bs_unit_convert(bs_decimal *out, bs_decimal value, bs_str from, bs_str to,
                                     bs_error *err);

#endif
