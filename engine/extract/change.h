// SPDX-License-Identifier: GPL-3.0-or-later
// change.h: values that have taken the place of others: "from 3.2% to 4.1%", "3.2% → 4.1%",
// "revised down from 3.0%".
//
// A sentence that reports a change prints two values and mostly one time, which is that of the
// second. The first has the earlier time where one is printed beside it, else none. A value that
// the text says has been corrected since keeps the time and has the role "former": it is cited, and
// is no value of a series.
#ifndef BS_EXTRACT_CHANGE_H
#define BS_EXTRACT_CHANGE_H

#include "engine/extract/extract_internal.h"
#include "engine/extract/moment.h"

typedef struct bs__change {
    size_t early; // index of the item that is replaced
    size_t late;  // index of the one that stands now; BS__NO_ITEM where none is printed
    bool corrected;
} bs__change;

typedef BS_ARRAY(bs__change) bs__change_array;

// Appends the changes that the numbers of the passage make, by `early`. Lives as long as the job's
// scratch arena. BS_E_MEMORY only.
BS_CHECKED bs_status bs__find_changes(bs__change_array *out, bs__job *job,
                                      const bs__moments *moments);

// The period of the quantities of a change, which have been given what stands around them; `first`
// is the quantity of item 0.
void bs__date_changes(const bs__change_array *changes, bs__job *job, const bs__moments *moments,
                      size_t first);

// Gives a bare number in front of "±" the unit of the one behind it. (inline_arrow.c)
void bs__share_unit_of_bounds(bs_quantity *quantities, const bs_item_array *items, bs_str text);

// Gives what stands in front of an arrow without a unit that of the value behind it, over several
// steps too; `quantities` are those of the items. (inline_arrow.c)
void bs__share_unit_of_changes(bs_quantity *quantities, const bs_item_array *items,
                               const bs__change_array *changes);

// Roles and names of the two, when all quantities of the passage have theirs.
void bs__name_changes(const bs__change_array *changes, bs__job *job, const bs__passage *passage,
                      size_t first);

#endif
