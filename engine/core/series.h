// SPDX-License-Identifier: GPL-3.0-or-later
// series.h: one indicator of one subject in one unit at one frequency, from one source.
#ifndef BS_CORE_SERIES_H
#define BS_CORE_SERIES_H

#include "engine/core/document.h"
#include "engine/core/quantity.h"

// Missing is a state, never NaN or 0.
typedef enum bs_state {
    BS_STATE_VALUE,
    BS_STATE_EMPTY,          // nothing is printed
    BS_STATE_NOT_PUBLISHED,  // "...", "…", "n/a": exists but is not given
    BS_STATE_NOT_APPLICABLE, // "-", "–": there is nothing to count, or it cannot exist
    BS_STATE_SUPPRESSED,     // "x", "*", "c": withheld
    BS_STATE_UNREADABLE,     // something is printed that is no number
    BS_STATE_COUNT
} bs_state;

// "value", "empty", "not_published", "not_applicable", "suppressed", "unreadable".
const char *bs_state_name(bs_state state);

typedef struct bs_observation {
    bs_period period;
    bs_state state;
    bs_qualifier qualifier;
    bs_value_status status;
    bs_decimal value;   // in base units; meaningless unless state is BS_STATE_VALUE
    bs_str text;        // as printed, the digits only ("130,049.86"); slice of the source
    bs_str period_text; // the period as printed; slice of the source, may be empty
    size_t quantity;    // index into the reading's quantities; BS_NO_QUANTITY when it has none
    bs_origin origin;
} bs_observation;

typedef BS_ARRAY(bs_observation) bs_observation_array;

// How the values of a series behave.
typedef enum bs_measure {
    BS_MEASURE_LEVEL,
    BS_MEASURE_COUNT_OF, // whole things
    BS_MEASURE_GROWTH,   // rates of change, signed
    BS_MEASURE_SHARE,    // 0 to 100 %
    BS_MEASURE_INDEX,    // index numbers
    BS_MEASURE_RANK,
    BS_MEASURE_KIND_COUNT
} bs_measure;

// "level", "count", "growth", "share", "index", "rank".
const char *bs_measure_name(bs_measure measure);

typedef struct bs_series {
    bs_str key;     // "<group>/<indicator>[@subject]", unique and stable across loads; without the
                    // group in a table that neither a caption nor a title names
    bs_str label;   // for people: the indicator and subject as printed
    bs_str group;   // caption of the table, or heading of the section, without the time in it
    bs_str caption; // the same as printed; may be empty
    bs_str indicator;
    bs_str subject;   // may be empty
    bs_str unit;      // canonical code
    bs_str unit_text; // as printed ("만 위안"); may be empty
    int unit_power;   // printed values times 10^unit_power are base units: 4 for 만 위안
    bs_measure measure;
    bs_frequency frequency;
    uint32_t order;     // place among the series of its group, from 1
    uint32_t table;     // number of the table that it is from; 0 from sentences
    bool total;         // a total or subtotal of its siblings
    bool cross_section; // one period, one of many subjects: part of a ranking or breakdown
    bs_observation_array observations; // by period
} bs_series;

typedef BS_ARRAY(bs_series) bs_series_array;

// A text without the brackets that a unit or the name of a table is often printed in.
bs_str bs_series_bare(bs_str text);

// The unit for people: as printed, without brackets and the word for it ("(단위: 만 위안)" is "만
// 위안"), else the counter or the code. Empty for a bare number. Lives as long as the series.
bs_str bs_series_unit_name(const bs_series *series);
// The name of its table or section without brackets ("〈수출입 현황〉" is "수출입 현황").
bs_str bs_series_group_name(const bs_series *series);
// "exports" for the monthly series "exports:monthly", which has its name from a paper that gives
// years as well; any other key as it is.
bs_str bs_series_bare_key(const bs_series *series);
// The same as it is printed, with its time; the name where that is not known.
bs_str bs_series_caption(const bs_series *series);

// Two names of one indicator, by the word of a person.
typedef struct bs_name_pair {
    bs_str a;
    bs_str b;
} bs_name_pair;

typedef BS_ARRAY(bs_name_pair) bs_name_pair_array;

// All that was read from one source. Everything lives as long as the arena.
typedef struct bs_reading {
    const bs_source *source;
    const bs_document *document;  // NULL for a CSV, which goes straight to series
    bs_quantity_array quantities; // in reading order; empty for a CSV
    bs_series_array series;       // in reading order
    size_t undated; // numbers of sentences that are in no series because their time is not known
    // NULL: the series have their observations. Else those are here (packed_list.h).
    const struct bs_packed_list *packed;
    bs_name_pair_array aliases; // names that are known to mean the same; set by who checks
} bs_reading;

#endif
