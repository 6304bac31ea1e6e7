// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of an amount in the parenthesis behind it that leave out its unit: "342억원(국비 168, 도비
// 52, 시비 122)". Their sum says that they are parts.
#include "engine/extract/extract_internal.h"
#include "engine/extract/words.h"

static const char parts_rule[] = "unit of the amount that they add up to";

// Where the parenthesis closes that opens at `open`; `open` where none does nearby.
static size_t closing(bs_str text, size_t open)
{
    enum { PARTS_BYTES_MAX = 200 };
    if (open >= text.len || text.ptr[open] != '(') return open;
    size_t high = open + PARTS_BYTES_MAX < text.len ? open + PARTS_BYTES_MAX : text.len;
    size_t at = bs_str_find(bs_str_slice(text, 0, high), BS_STR(")"), open);
    return at == SIZE_MAX ? open : at;
}

static bool is_bare(const bs_quantity *quantity)
{
    return quantity->kind == BS_KIND_QUANTITY && quantity->valued &&
           bs_str_equal(quantity->unit, BS_STR("1"));
}

// How many items behind `index` lie before byte `close`, where the bare numbers among them, two or
// more, add up to what is printed there, and the others are ordinals; 0 for none.
static size_t parts_of(const bs_quantity *quantities, const bs_item_array *items, size_t index,
                       size_t close)
{
    bs_decimal whole, sum = {0};
    size_t next = index + 1, bare = 0;
    const bs_item *self = &items->items[index];
    if (bs_decimal_shift(&whole, self->value, -self->unit_power, NULL) != BS_OK) return 0;
    for (; next < items->count && items->items[next].start < close; next++) {
        if (quantities[next].kind == BS_KIND_ORDINAL) continue;
        if (!is_bare(&quantities[next])) return 0;
        if (bs_decimal_add(&sum, sum, quantities[next].value, NULL) != BS_OK) return 0;
        bare++;
    }
    return bare > 1 && bs_decimal_compare(sum, whole) == 0 ? next - index - 1 : 0;
}

void bs__share_sums(bs_quantity *quantities, const bs_item_array *items, bs_str text)
{
    for (size_t i = 0; i + 2 < items->count; i++) {
        const bs_item *self = &items->items[i];
        bool amount =
            quantities[i].kind == BS_KIND_QUANTITY || quantities[i].kind == BS_KIND_CURRENCY;
        size_t close = amount && !is_bare(&quantities[i]) ? closing(text, self->end) : self->end;
        if (close == self->end) continue;
        size_t count = parts_of(quantities, items, i, close);
        for (size_t k = i + 1; k <= i + count; k++) {
            bs_quantity *part = &quantities[k];
            if (!is_bare(part)) continue;
            if (bs_decimal_shift(&part->value, part->value, self->unit_power, NULL) != BS_OK)
                continue;
            part->unit = quantities[i].unit;
            part->kind = quantities[i].kind;
            part->unit_rule = parts_rule;
        }
        i += count;
    }
}
