// SPDX-License-Identifier: GPL-3.0-or-later
// Units that values in front of an arrow take from the one behind it.
#include "engine/extract/change.h"

// "20.5±0.3도": what a value is, and how far it may be off, have one unit.
void bs__share_unit_of_bounds(bs_quantity *quantities, const bs_item_array *items, bs_str text)
{
    for (size_t i = items->count; i-- > 1;) {
        const bs_item *item = &items->items[i];
        bs_quantity *self = &quantities[i - 1];
        bs_str between = bs_str_trim(bs_str_slice(text, item[-1].end, item->start));
        bool bare = self->kind == BS_KIND_QUANTITY && bs_str_equal(self->unit, BS_STR("1"));
        if (!bare || !bs_str_equal(between, BS_STR("±"))) continue;
        // "1,340 ±2.7%": how many were asked, and how far a percentage of them may be off.
        bool percent = quantities[i].kind == BS_KIND_PERCENT;
        if (percent && memchr(self->text.ptr, ',', self->text.len) != NULL) continue;
        if (bs_decimal_shift(&self->value, self->value, item->unit_power, NULL) != BS_OK) continue;
        self->kind = quantities[i].kind;
        self->unit = quantities[i].unit;
        self->unit_rule = "unit of how far it may be off";
    }
}

// "61.0→61.6%", "587→575억 달러": of values that follow one another the last has the unit.
void bs__share_unit_of_changes(bs_quantity *quantities, const bs_item_array *items,
                               const bs__change_array *changes)
{
    size_t given = BS__NO_ITEM; // the value that the change behind has given its unit
    int given_power = 0;
    for (size_t i = changes->count; i-- > 0;) {
        const bs__change *change = &changes->items[i];
        if (change->late == BS__NO_ITEM) continue;
        const bs_item *late = &items->items[change->late];
        bs_quantity *self = &quantities[change->early];
        const bs_quantity *from = &quantities[change->late];
        if (!bs_str_equal(self->unit, BS_STR("1")) || bs_str_equal(from->unit, self->unit))
            continue;
        // "8.5만 → 11만 → 13만 가구": a scale of its own is not that of the last one.
        bool scaled = items->items[change->early].unit_power != 0;
        int power = scaled ? 0 : change->late == given ? given_power : late->unit_power;
        if (bs_decimal_shift(&self->value, self->value, power, NULL) != BS_OK) continue;
        if (!scaled) {
            given = change->early;
            given_power = power;
        }
        self->kind = from->kind;
        self->unit = from->unit;
        self->unit_rule = "unit of the value behind the arrow";
    }
}
