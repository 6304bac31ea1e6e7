// SPDX-License-Identifier: GPL-3.0-or-later
// packed_list.h: all series of a data file, packed: a tenth of the memory of their observations.
//
// What series have in common (periods, names, units) is kept once; of an observation its digits
// remain, and its place unless that follows a rule. A series that could not be packed is kept with
// its observations.
//
//     bs_packed_list *list = bs_packed_list_new();
//     for each packed series: BS_TRY(bs_packed_list_add(list, packed, err));
//     BS_TRY(bs_packed_list_get(&series, arena, list, index, err));   // any thread
//     bs_packed_list_free(list);
#ifndef BS_CORE_PACKED_LIST_H
#define BS_CORE_PACKED_LIST_H

#include "engine/core/packed.h"

typedef struct bs_packed_list bs_packed_list;

// An empty list; NULL when memory has run out. Owned by the caller: release with
// bs_packed_list_free, for which NULL is harmless.
bs_packed_list *bs_packed_list_new(void);
void bs_packed_list_free(bs_packed_list *list);
// Forgets all series.
void bs_packed_list_clear(bs_packed_list *list);

// Keeps a copy of a series, or of more of one. BS_E_ARGUMENT: they do not come in the order of the
// table, or the parts of a series cannot be told to be all of it: one is not packed or trimmed, or
// periods of several frequencies are in it. BS_E_MEMORY.
BS_CHECKED bs_status bs_packed_list_add(bs_packed_list *list, const bs_packed *packed,
                                        bs_error *err);

// The series without their observations, in the order of the table. Lasts until the next change of
// the list.
const bs_series_array *bs_packed_list_heads(const bs_packed_list *list);
// How many observations of series `index` have a value.
size_t bs_packed_list_value_count(const bs_packed_list *list, size_t index);
// The digits of series `index`, as packed->numbers, when it is packed and in one part; else empty.
bs_str bs_packed_list_numbers(const bs_packed_list *list, size_t index);
// Series `index` with its observations, by period and place. Lives as long as arena and list.
// BS_E_MEMORY.
BS_CHECKED bs_status bs_packed_list_get(bs_series *out, bs_arena *arena, const bs_packed_list *list,
                                        size_t index, bs_error *err);

// The same of a reading, whose series are packed or not.
size_t bs_reading_value_count(const bs_reading *reading, size_t index);
bs_str bs_reading_numbers(const bs_reading *reading, size_t index);
BS_CHECKED bs_status bs_reading_series(bs_series *out, bs_arena *arena, const bs_reading *reading,
                                       size_t index, bs_error *err);

#endif
