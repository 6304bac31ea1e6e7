// SPDX-License-Identifier: GPL-3.0-or-later
// A part that leaves its counter and its name to the whole that words tie it to: "66 of the 120
// schools met the standard", "Of the 120 schools, 66 met it".
#include "engine/core/out_of.h"
#include "engine/core/unit.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/role.h"

static bool is_amount(const bs_quantity *quantity)
{
    return quantity->valued &&
           (quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_CURRENCY);
}

// The whole right behind number `index`, or right in front of it; `index` for none.
static size_t whole_of(const bs_quantity_array *all, size_t first, size_t index,
                       const bs__passage *passage)
{
    bs_str text = passage->text;
    const bs_quantity *self = &all->items[index];
    if (index + 1 < all->count && is_amount(self + 1) &&
        bs_out_of_turns(bs__label_between(self, self + 1, text)))
        return index + 1;
    if (index == first || !is_amount(self - 1) || !bs_role__same_sentence(text, self - 1, self))
        return index;
    size_t start = bs__label_start(self - 1, text);
    return bs_out_of_opens(bs_str_slice(text, 0, start)) ? index - 1 : index;
}

// The counter is shared behind the names: a number with a counter would be called by it.
static void share_counter(bs_quantity *self, const bs_quantity *whole)
{
    if (!bs_str_equal(self->unit, BS_STR("1")) || bs_unit_dimension(whole->unit) != BS_DIM_COUNT_OF)
        return;
    self->unit = whole->unit;
    self->unit_rule = "unit of its whole";
}

void bs__label_out_of(bs__job *job, const bs__passage *passage, size_t first)
{
    bs_quantity_array *all = &job->out->quantities;
    if (passage->table > 0 || passage->lang != BS_LANG_EN) return;
    for (size_t i = first; i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        size_t whole = is_amount(self) ? whole_of(all, first, i, passage) : i;
        if (whole == i) continue;
        share_counter(self, &all->items[whole]);
        // "met the standard" behind the number is what they do, and tells them from all.
        bool told = self->indicator.ptr > self->text.ptr;
        if (!told || all->items[whole].indicator.len == 0 ||
            !bs_str_equal(self->unit, all->items[whole].unit))
            continue;
        self->subject = self->indicator;
        self->indicator = all->items[whole].indicator;
    }
}
