// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of the first of several things is told of all: "Sales increased in China (5.2%), the
// Americas (0.8%) and Japan (1.0%)", "服装的销售额上升5%；其次为食品，上升4%".
#include "engine/base/utf8.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/words.h"

enum { PLACE_BYTES_MAX = 48, BETWEEN_BYTES_MAX = 120 };

// Byte of the parenthesis that a number opens; SIZE_MAX where it opens none.
static size_t opened_by(const bs_quantity *number, bs_str text)
{
    size_t at = bs__label_start(number, text);
    return at > 0 && text.ptr[at - 1] == '(' ? at - 1 : SIZE_MAX;
}

// Do two numbers, each alone in the parenthesis behind a name, stand in one sentence?
static bool are_listed(const bs_quantity *a, const bs_quantity *b, bs_str text)
{
    size_t open = opened_by(b, text);
    if (open == SIZE_MAX || opened_by(a, text) == SIZE_MAX) return false;
    bs_str between = bs__label_between(a, b, text);
    return between.len <= BETWEEN_BYTES_MAX && bs_str_starts(between, BS_STR(")")) &&
           !bs_str_has_any(between, ". |.\n|; ") && bs_str_equal(a->unit, b->unit);
}

// The place directly in front of the parenthesis that the first of them opens: "China" of "Sales
// increased in China (5.2%)"; empty where its indicator stands there.
static bs_str place_of(const bs_quantity *first, bs_str text)
{
    static const char *const links[] = {" in ", " for ", " from ", " among "};
    size_t open = opened_by(first, text), end = open;
    while (end > 0 && text.ptr[end - 1] == ' ')
        end--;
    size_t named = (size_t)(first->indicator.ptr - text.ptr) + first->indicator.len;
    bs_str front = bs_str_slice(text, end > PLACE_BYTES_MAX ? end - PLACE_BYTES_MAX : 0, end);
    bs_str place = {0};
    for (size_t i = 0; i < BS_COUNT(links); i++) {
        bs_str link = bs_str_from(links[i]), rest = bs_str_behind_last(front, links[i]);
        bool nearer = rest.len < front.len && (place.len == 0 || rest.len < place.len);
        if (nearer && rest.ptr >= text.ptr + named + link.len - 1) place = rest;
    }
    if (bs_str_starts(place, BS_STR("the "))) place = bs_str_slice(place, 4, place.len);
    return bs_str_has_any(place, ",|(|)") ? (bs_str){0} : place;
}

// "but fell in Peru (-4.1%)": a verb, and no name.
static bool is_verb(bs_str indicator, bs_str text)
{
    bool inside = indicator.len > 0 && indicator.ptr > text.ptr &&
                  indicator.ptr < text.ptr + text.len && indicator.ptr[-1] == ' ';
    if (!inside || memchr(indicator.ptr, ' ', indicator.len)) return false;
    size_t at = (size_t)(indicator.ptr - text.ptr) - 1;
    return bs__label_begins_with_verb(bs_str_slice(text, at, text.len));
}

void bs__label_spread(bs_quantity_array *all, size_t first, bs_str text)
{
    for (size_t i = first + 1; i < all->count; i++) {
        bs_quantity *self = &all->items[i], *before = self - 1;
        bool own = self->indicator.len > 0 && !is_verb(self->indicator, text);
        if (own || self->subject.len == 0 || before->indicator.len == 0) continue;
        if (!are_listed(before, self, text)) continue;
        if (before->subject.len == 0) before->subject = place_of(before, text);
        if (before->subject.len > 0) self->indicator = before->indicator;
    }
}

// "；其次为食品，上升" between two numbers: the thing that comes next; empty for none.
static bs_str next_thing(bs_str between)
{
    static const char nexts[] = "；其次为|；其次是|；再次为|；再次是|，其次为|，其次是";
    static const bs_str comma = BS_STR_INIT("，");
    if (!bs_list_starts(between, nexts)) return (bs_str){0};
    bs_str rest = bs_str_slice(between, strlen("；其次为"), between.len);
    size_t end = bs_str_find(rest, comma, 0);
    bs_str moved = bs_str_slice(rest, end == SIZE_MAX ? rest.len : end + comma.len, rest.len);
    bs_word_hit hit;
    bool verb =
        bs_word_closes(moved, BS_MEANS_UP, &hit) || bs_word_closes(moved, BS_MEANS_DOWN, &hit);
    return verb && hit.start == 0 ? bs_str_slice(rest, 0, end) : (bs_str){0};
}

// "其次为乙县", "、再其次为丙市": does a list go on with the next of an order?
static bool goes_down(bs_str between)
{
    static const char nexts[] =
        "，其次为|，其次是|，再其次为|，再其次是|，再次为|，再次是|、其次为|"
        "、再其次为|,其次为|,再其次为|、其次是|；其次为|；再其次为|其次为|"
        "再其次为";
    return bs_list_starts(between, nexts);
}

// Cuts "粗出生率最高者为甲市" into what is measured and whose it is. False where it is no such
// name, or says of nothing that it is the highest.
static bool cut_extreme(bs_str name, bs_str *measure, bs_str *owner)
{
    enum { OWNER_CHARS_MIN = 2, OWNER_CHARS_MAX = 8 };
    static const bs_str words[] = {
        BS_STR_INIT("最高者为"), BS_STR_INIT("最低者为"), BS_STR_INIT("最多者为"),
        BS_STR_INIT("最少者为"), BS_STR_INIT("最高的是"), BS_STR_INIT("最低的是"),
        BS_STR_INIT("最多的是"), BS_STR_INIT("最高为"),   BS_STR_INIT("最低为"),
        BS_STR_INIT("最多为"),   BS_STR_INIT("最少为"),   BS_STR_INIT("最大为"),
        BS_STR_INIT("最小为")};
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        size_t at = bs_str_find(name, words[i], 0);
        if (at == SIZE_MAX) continue;
        *measure = bs_str_slice(name, 0, at);
        *owner = bs_str_slice(name, at + words[i].len, name.len);
        size_t chars = bs_utf8_count(*owner);
        return chars >= OWNER_CHARS_MIN && chars <= OWNER_CHARS_MAX &&
               !bs__label_holds_digit(*owner) && bs_utf8_count(*measure) != 1;
    }
    return false;
}

// What the last number of this unit in front of `self` measures; empty for none.
static bs_str measured_before(const bs_quantity *self, const bs_quantity *first)
{
    enum { LOOKED_AT_MAX = 16 };
    for (size_t back = 1; back <= (size_t)(self - first) && back <= LOOKED_AT_MAX; back++) {
        const bs_quantity *other = self - back;
        if (other->indicator.len > 0 && bs_str_equal(other->unit, self->unit))
            return other->indicator;
    }
    return (bs_str){0};
}

// "粗出生率最高为甲市6.2‰，其次为乙县5.1‰；最低为丙县1.8‰": one measure of each of them.
static void name_extremes(bs_quantity_array *all, size_t first, bs_str text)
{
    bool listed = false; // the number before is one of such a list
    for (size_t i = first; i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        bs_str measure, owner;
        bool cut = self->subject.len == 0 && cut_extreme(self->indicator, &measure, &owner);
        bs_str between = i > first ? bs__label_between(self - 1, self, text) : (bs_str){0};
        bool next = !cut && listed && self->subject.len == 0 && self->indicator.len > 0 &&
                    bs_str_equal(self->unit, self[-1].unit) && goes_down(between);
        if (next || (cut && measure.len == 0)) measure = measured_before(self, &all->items[first]);
        listed = (next || cut) && measure.len > 0;
        if (!listed) continue;
        self->subject = cut ? owner : self->indicator;
        self->indicator = measure;
    }
}

void bs__label_next_things(bs__job *job, const bs__passage *passage, size_t first)
{
    bs_quantity_array *all = &job->out->quantities;
    bs_str text = passage->text;
    if (passage->lang != BS_LANG_ZH) return;
    for (size_t i = first + 1; i < all->count; i++) {
        bs_quantity *self = &all->items[i], *before = self - 1;
        if (self->kind != BS_KIND_PERCENT || before->kind != BS_KIND_PERCENT) continue;
        bs_str thing = next_thing(bs__label_between(before, self, text));
        if (thing.len == 0) continue;
        bs_str measure = bs_str_behind_last(before->indicator, "的");
        bool told = before->subject.len > 0 || measure.len < before->indicator.len;
        self->subject = told ? thing : (bs_str){0};
        self->indicator = told ? measure : thing;
    }
    name_extremes(all, first, text);
}
