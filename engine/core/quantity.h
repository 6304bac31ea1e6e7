// SPDX-License-Identifier: GPL-3.0-or-later
// quantity.h: a number as printed, with unit, qualifier, period and the place where it stands.
//
// A quantity is all four or it is nothing. `extract FILE` lists quantities in reading order.
#ifndef BS_CORE_QUANTITY_H
#define BS_CORE_QUANTITY_H

#include "engine/base/array.h"
#include "engine/core/interval.h"
#include "engine/core/source.h"

typedef enum bs_kind {
    BS_KIND_QUANTITY,   // a counted or measured amount
    BS_KIND_PERCENT,    // unit "%" or "%p"
    BS_KIND_CURRENCY,   // unit is an ISO 4217 code
    BS_KIND_RANK,       // a place in an order, or the n of a "top n"; unit "rank"
    BS_KIND_ORDINAL,    // the third meeting, stage 2, the tenth anniversary
    BS_KIND_YEAR,       // a year: the value is the period
    BS_KIND_DATE,       // any other period of time
    BS_KIND_RANGE,      // two ends; `value` and `upper`
    BS_KIND_IDENTIFIER, // digits in a name (IPv6, 창정2D), a row number
    BS_KIND_COUNT
} bs_kind;

// "quantity", "percent", "currency", "rank", "ordinal", "year", "date", "range", "identifier".
const char *bs_kind_name(bs_kind kind);

// What the number says of its indicator.
typedef enum bs_role {
    BS_ROLE_LEVEL,      // the indicator itself
    BS_ROLE_GROWTH,     // a rate of change; signed: "감소", "fell" make it negative
    BS_ROLE_CHANGE,     // an absolute change, or a difference of shares in %p
    BS_ROLE_SHARE,      // a part as a share of a whole
    BS_ROLE_CONVERSION, // the same amount in another unit, in parentheses behind it
    BS_ROLE_RANK,
    BS_ROLE_FORMER, // what was said before and has been corrected since: revised from 3.0%
    BS_ROLE_OTHER,  // dates, identifiers
    BS_ROLE_COUNT
} bs_role;

// "level", "growth", "change", "share", "conversion", "rank", "former", "other".
const char *bs_role_name(bs_role role);

// What a comparison is made with.
typedef enum bs_basis {
    BS_BASIS_NONE,
    BS_BASIS_YEAR,   // on the year: 전년 대비, 同比, 前年同月比
    BS_BASIS_PERIOD, // on the period before: 전기 대비, 环比, 前月比
    BS_BASIS_OTHER,  // against a named period or another thing
    BS_BASIS_COUNT
} bs_basis;

// "none", "year", "period", "other".
const char *bs_basis_name(bs_basis basis);

typedef enum bs_value_status {
    BS_STATUS_ACTUAL,
    BS_STATUS_TARGET,
    BS_STATUS_FORECAST,
    BS_STATUS_PROVISIONAL,
    BS_STATUS_REVISED,
    BS_STATUS_ESTIMATE,
    BS_VALUE_STATUS_COUNT
} bs_value_status;

// "actual", "target", "forecast", "provisional", "revised", "estimate".
const char *bs_value_status_name(bs_value_status status);

#define BS_NO_QUANTITY SIZE_MAX

typedef struct bs_quantity {
    bs_kind kind;
    bs_role role;
    bs_basis basis;
    bs_qualifier qualifier;
    bs_value_status status;
    bool valued;          // false for an identifier without a number: value is meaningless
    bool period_inferred; // some part of the period (mostly the year) was not printed
    bool falls;       // a rate or change that went down by the words around it ("감소", "fell");
                      // a rate in percent is then negative, an amount keeps what is printed
    bs_decimal value; // in base units: 121억 위안 is 12100000000, known to 10^8
    bs_decimal upper; // BS_KIND_RANGE: the other end
    bs_str unit;      // canonical code: "CNY", "%", "count:개"; empty when there is none
    bs_period period; // what it is about; for year and date, the value itself
    bs_str text;      // exactly as printed, with its unit; slice of the source
    bs_str digits;    // the part of `text` that is the number alone; slice of the source
    bs_str indicator; // what is measured; in the arena; may be empty
    bs_str subject;   // of whom or what; in the arena; may be empty
    bs_origin origin;
    size_t of;             // index of what it belongs to: a growth rate's level, a share's part, a
                           // conversion's amount; BS_NO_QUANTITY
    const char *rule;      // how it was read, for --explain; static
    const char *unit_rule; // where its unit is from: "cell", "row", "header", "caption"; static
    const char *period_rule; // where its period is from; static
} bs_quantity;

typedef BS_ARRAY(bs_quantity) bs_quantity_array;

#endif
