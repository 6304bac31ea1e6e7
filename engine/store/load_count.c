// SPDX-License-Identifier: GPL-3.0-or-later
// What a load has brought: new, changed and known values, and those that a file gives twice.
#include "engine/store/store_internal.h"

// Does another fresh entry of the group, of the same status, have another value?
static bool is_second(const store_entry *group, size_t count, const store_entry *own)
{
    for (size_t i = 0; i < count; i++) {
        const store_entry *other = &group[i];
        bool first = other->fresh && other->item->state == BS_STATE_VALUE && other->at < own->at;
        if (first && other->item->status == own->item->status && other->segment == own->segment &&
            !bs_decimal_equal(other->item->value, own->item->value))
            return true;
    }
    return false;
}

static void count_second(bs_load_result *result, const bs_observation *item)
{
    result->value_twice++;
    if (result->twice_line == 0 || item->origin.line < result->twice_line)
        result->twice_line = item->origin.line;
}

// Counts what is new, changed and known among the fresh entries of one group.
static void count_group(bs_load_result *result, const store_entry *group, size_t count)
{
    const bs_observation *known = NULL;
    for (size_t i = 0; i < count && known == NULL; i++) {
        bool valued = group[i].item->state == BS_STATE_VALUE;
        if (!group[i].fresh && valued) known = group[i].item;
    }
    for (size_t i = 0; i < count; i++) {
        const bs_observation *item = group[i].item;
        if (!group[i].fresh) continue;
        if (item->state != BS_STATE_VALUE) {
            result->missing++;
        } else if (is_second(group, count, &group[i])) {
            count_second(result, item);
        } else if (known == NULL) {
            result->value_new++;
            known = item;
        } else if (bs_decimal_equal(known->value, item->value)) {
            result->value_known++;
        } else {
            result->value_changed++;
        }
    }
}

void bs_load__count(bs_load_result *result, const store_entry_array *entries)
{
    for (size_t start = 0, end; start < entries->count; start = end) {
        const store_entry *group = &entries->items[start];
        for (end = start + 1; end < entries->count; end++) {
            if (!bs_vintage__same(group, &entries->items[end])) break;
        }
        count_group(result, group, end - start);
    }
}
