// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of an amount in the parenthesis behind it that leave out its unit: "342억원(국비 168, 도비
// 52, 시비 122)". Their sum says that they are parts. And amounts that leave it to what they are
// held against: "4.1 million tonnes, up from 3.9 million".
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
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

static const char held_rule[] = "unit of what it is held against";

// Is a number printed with a scale in letters: "4.1 million", "3.9m", "2bn"?
static bool is_scaled(bs_str text)
{
    size_t at = 0;
    while (at < text.len && strchr("0123456789.,", text.ptr[at]))
        at++;
    bs_str rest = bs_str_trim(bs_str_slice(text, at, text.len));
    return at > 0 && bs_list_starts(rest, "million|billion|trillion|thousand|bn|mn|m|k");
}

// Groups of three in a number that is printed in digits alone: 1 of "118,400 tonnes".
static size_t group_count(bs_str text)
{
    size_t count = 0;
    for (size_t at = 0; at < text.len && strchr("0123456789,.", text.ptr[at]); at++)
        count += text.ptr[at] == ',';
    return is_scaled(text) ? 0 : count;
}

// Does nothing stand behind a number that it could count: "121,900 in May", "121,900."?
static bool counts_nothing(bs_str after)
{
    static const char others[] =
        "in |a year|a month|a week|last |previous|earlier|on |at |and |the "
        "|this |over |during |before|one |two |three |, |. |; |)";
    bs_str rest = bs_str_trim(after);
    return rest.len == 0 || strchr(".,;)\n", rest.ptr[0]) != NULL || bs_list_starts(rest, others);
}

// "118,400 tonnes from 121,900 in May and 117,000 a year earlier": what an amount in digits is held
// against, of as many groups; the count of items for none.
static size_t grouped_base(const bs_quantity *quantities, const bs_item_array *items, size_t index,
                           bs_str text)
{
    const bs_item *self = &items->items[index];
    size_t before = index - 1;
    while (before > 0 &&
           (quantities[before].kind == BS_KIND_DATE || quantities[before].kind == BS_KIND_YEAR))
        before--;
    bs_str between = bs_str_trim(bs_str_slice(text, items->items[before].end, self->start));
    size_t groups = group_count(quantities[index].text);
    bool alike = groups > 0 && group_count(quantities[before].text) == groups &&
                 quantities[before].kind == BS_KIND_QUANTITY &&
                 counts_nothing(bs_str_slice(text, self->end, text.len));
    bool again = quantities[before].unit_rule != NULL &&
                 strcmp(quantities[before].unit_rule, held_rule) == 0 && before + 1 < index &&
                 bs_list_ends(between, " and");
    bool held = bs_list_is(between, "from|, from|up from|down from|, up from|, down from|against|"
                                    ", against|versus|, versus|compared with|, compared with|"
                                    "compared to|, compared to");
    return alike && (held || again) ? before : items->count;
}

// "India 117 million tonnes, the European Union 131 million and Russia 83 million": does nothing
// but a name stand between two members of a list?
static bool names_member(bs_str between)
{
    enum { NAME_BYTES_MAX = 40 };
    bs_str name = bs_str_trim(between);
    if (!bs_list_starts(name, ", |and ") || between.len > NAME_BYTES_MAX) return false;
    name = bs_str_slice(name, bs_str_find(name, BS_STR(" "), 0) + 1, name.len);
    if (bs_list_starts(name, "and ")) name = bs_str_slice(name, strlen("and "), name.len);
    if (bs_list_starts(name, "the ")) name = bs_str_slice(name, strlen("the "), name.len);
    bool capital = name.len > 0;
    for (size_t at = 0; capital && at < name.len; at++) {
        bool begins = at == 0 || name.ptr[at - 1] == ' ';
        capital = name.ptr[at] != ',' && (!begins || (name.ptr[at] >= 'A' && name.ptr[at] <= 'Z'));
    }
    return capital;
}

// The amount that number `index` is held against, or moved from; the count of items for none.
static size_t base_of(const bs_quantity *quantities, const bs_item_array *items, size_t index,
                      bs_str text)
{
    size_t before = index - 1;
    while (before > 0 &&
           (quantities[before].kind == BS_KIND_DATE || quantities[before].kind == BS_KIND_YEAR))
        before--;
    bs_str between = bs_str_slice(text, items->items[before].end, items->items[index].start);
    bool moved = before + 1 == index && bs_str_equal(bs_str_trim(between), BS_STR("to"));
    // "fell to 1.02m tonnes from 1.05m"
    bs_str front = bs_str_slice(text, 0, items->items[before].start);
    moved |= before + 1 == index && bs_str_equal(bs_str_trim(between), BS_STR("from")) &&
             bs_list_ends(front, " to ");
    // "306.6 million tons, down 1.8 million"
    moved |=
        before + 1 == index &&
        bs_list_is(bs_str_trim(between), ", up|, down|, up by|, down by|, up about|, down about");
    return moved || bs__label_compares(between) ? before : items->count;
}

// The member of a list in front of number `index`, over how that has moved: "China 73.5 million
// tonnes, 4.6% less, and India 13.6 million"; the count of items for none.
static size_t member_before(const bs_quantity *quantities, const bs_item_array *items, size_t index,
                            bs_str text)
{
    size_t before = index - 1;
    bs_str gap = bs_str_slice(text, items->items[before].end, items->items[index].start);
    while (before > 0 && quantities[before].kind != BS_KIND_QUANTITY)
        before--;
    if (before + 1 < index) {
        size_t len = bs_str_behind_last(gap, ",").len;
        if (len == gap.len) return items->count;
        gap = bs_str_slice(gap, gap.len - len - 1, gap.len);
    }
    bool measured = quantities[before].kind == BS_KIND_QUANTITY;
    return measured && names_member(gap) ? before : items->count;
}

// "4.1 million tonnes, up from 3.9 million", "from 2.1m barrels to 2.4m": English leaves out the
// unit of what is held against an amount in the same scale of words, and of the members of a list.
void bs__share_base_unit(bs_quantity *quantities, const bs_item_array *items,
                         const bs__passage *passage)
{
    if (passage->lang != BS_LANG_EN || passage->table > 0) return;
    for (size_t i = 1; i < items->count; i++) {
        bs_quantity *self = &quantities[i];
        bool bare = self->kind == BS_KIND_QUANTITY && bs_str_equal(self->unit, BS_STR("1"));
        size_t base = bare ? grouped_base(quantities, items, i, passage->text) : items->count;
        if (base < items->count) {
            self->unit = quantities[base].unit;
            self->unit_rule = held_rule;
        }
        if (!bare || !is_scaled(self->text)) continue;
        size_t from = base_of(quantities, items, i, passage->text);
        if (from == items->count || quantities[from].kind == BS_KIND_PERCENT)
            from = member_before(quantities, items, i, passage->text);
        if (from == items->count || !is_scaled(quantities[from].text)) continue;
        // "84 million euros, down from 91 million": so it does where money is named behind.
        bs_kind kind = quantities[from].kind;
        if (kind != BS_KIND_CURRENCY && kind != BS_KIND_QUANTITY) continue;
        self->unit = quantities[from].unit;
        self->kind = kind;
        self->unit_rule = held_rule;
    }
}

bool bs__is_early_year(bs_str text, const bs_item *item)
{
    enum { YEAR_DIGITS = 4 };
    return item->end - item->start == YEAR_DIGITS &&
           bs_str_find(bs_str_slice(text, item->start, item->end), BS_STR("."), 0) == SIZE_MAX &&
           bs_list_ends(bs_str_slice(text, 0, item->start), " in | since | from | until ");
}
