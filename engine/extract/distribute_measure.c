// SPDX-License-Identifier: GPL-3.0-or-later
// "工业增加值增长5.3%，其中，东部、中部、西部分别增长5.1%、6.0%和5.8%": names that tell parts of
// what has been measured before, and nothing that is measured.
#include "engine/extract/distribute_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/words.h"

enum { LOOK_BACK_MAX = 8 };

// Does the list begin behind 其中?
static bool are_of_which(bs_str text, bs_str first)
{
    bs_str front = bs_str_trim(bs_str_slice(text, 0, (size_t)(first.ptr - text.ptr)));
    return bs_list_ends(front, "其中|其中，|其中：|其中:");
}

static bool are_regions(const bs__name_list *names)
{
    static const char regions[] = "东部|中部|西部|东北|城镇|农村|乡村|城市|一线|二线|三线|地区";
    for (size_t k = 0; k < names->count; k++) {
        if (!bs_list_ends(names->names[k], regions)) return false;
    }
    return true;
}

void bs__give_measure(bs_quantity_array *all, size_t first, size_t index,
                      const bs__name_list *names, bs_str text)
{
    bs_quantity *items = &all->items[index];
    if (items[0].kind != BS_KIND_PERCENT || items[0].role != BS_ROLE_GROWTH) return;
    if (!are_of_which(text, names->names[0]) && !are_regions(names)) return;
    for (size_t k = 0; k < names->count; k++) {
        if (items[k].indicator.len > 0 || bs__label_tells_measure(names->names[k])) return;
    }
    for (size_t i = index; i-- > first && index - i <= LOOK_BACK_MAX;) {
        const bs_quantity *whole = &all->items[i];
        bool growth = whole->kind == BS_KIND_PERCENT && whole->role == BS_ROLE_GROWTH &&
                      whole->subject.len == 0 && whole->indicator.len > 0;
        if (!growth) continue;
        for (size_t k = 0; k < names->count; k++)
            items[k].indicator = whole->indicator;
        return;
    }
}
