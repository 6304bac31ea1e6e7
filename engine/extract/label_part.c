// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese: what tells two numbers of one name apart, and names that a list says once. "住户贷款增加
// 7396亿元，其中，短期贷款减少5170亿元；企业贷款增加13.8万亿元，其中，短期贷款增加4.3万亿元".
#include "engine/base/utf8.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"
#include "engine/extract/words.h"

enum { LOOK_BACK_MAX = 48, SEGMENT_BYTES_MAX = 900 };

static bool can_be_part(const bs_quantity *quantity)
{
    bool kind = quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_PERCENT ||
                quantity->kind == BS_KIND_CURRENCY;
    bool how_far = bs_list_is(quantity->indicator, "增幅|升幅|涨幅|降幅|跌幅|减幅");
    return kind && !how_far && quantity->indicator.len > 0 && quantity->subject.len == 0;
}

// Without the verb that an amount has moved by: "短期贷款" of "短期贷款增加".
static bs_str unmoved(bs_str name)
{
    static const char verbs[] = "增加|减少|增长|下降";
    return bs_list_ends(name, verbs) ? bs_str_slice(name, 0, name.len - strlen("增加")) : name;
}

// The bytes in front of `at` where the segment begins that a semicolon or a full stop ends.
static size_t segment_start(bs_str text, size_t at)
{
    size_t low = at > SEGMENT_BYTES_MAX ? at - SEGMENT_BYTES_MAX : 0;
    while (at > low) {
        bs_rune rune = bs_utf8_decode_before(text, at);
        if (rune.len == 0 || rune.code == 0x3002 || rune.code == 0xFF1B || rune.code == '\n') break;
        at -= rune.len;
    }
    return at;
}

// The number that number `index` is a part of: the first of its segment, or of the one before where
// its own begins with 其中; `index` for none.
static size_t whole_of(const bs_quantity_array *all, size_t first, size_t index, bs_str text)
{
    size_t start = segment_start(text, bs__label_start(&all->items[index], text));
    bs_str segment = bs_str_slice(text, start, bs__label_start(&all->items[index], text));
    size_t of_which = bs_str_find(segment, BS_STR("其中"), 0);
    if (of_which == SIZE_MAX) return index;
    if (of_which == 0 && start > 0) start = segment_start(text, start - 1);
    for (size_t i = first > index - LOOK_BACK_MAX || index < LOOK_BACK_MAX ? first
                                                                           : index - LOOK_BACK_MAX;
         i < index; i++) {
        if (bs__label_start(&all->items[i], text) < start || !can_be_part(&all->items[i])) continue;
        return i;
    }
    return index;
}

static void tell_apart(bs_quantity_array *all, size_t first, size_t index, bs_str text)
{
    size_t whole = whole_of(all, first, index, text);
    if (whole == index) return;
    bs_str owner = unmoved(all->items[whole].indicator);
    if (bs_str_equal(owner, unmoved(all->items[index].indicator))) return;
    for (size_t i = index; i < all->count && i - index < 3; i++) {
        bool own = i == index || all->items[i].of == index;
        if (own && all->items[i].subject.len == 0) all->items[i].subject = owner;
    }
}

// "民营企业进出口21万亿元。其中，出口14万亿元；进口7万亿元": whose trade the parts are of.
static bs_str trader_of(const bs_quantity_array *all, size_t first, size_t index, bs_str text)
{
    static const char whole_trade[] = "我国|全国|货物|外贸|全省|全市|全年|中国";
    static const bs_str trade = BS_STR_INIT("进出口");
    const bs_quantity *self = &all->items[index];
    bool part = bs_str_equal(self->indicator, BS_STR("出口")) ||
                bs_str_equal(self->indicator, BS_STR("进口"));
    // "出口14万亿元，增长8.8%；进口7万亿元"
    size_t start = bs__label_start(self, text);
    for (size_t i = index; part && i-- > first && index - i <= 3;) {
        const bs_quantity *other = &all->items[i];
        bs_str between = bs_str_slice(text, bs__label_end(other, text), start);
        if (bs_str_find(between, BS_STR("。"), 0) != SIZE_MAX) break;
        if (bs_str_equal(other->indicator, BS_STR("出口")) && other->subject.len > 0)
            return other->subject;
    }
    size_t whole = part ? whole_of(all, first, index, text) : index;
    if (whole == index) return (bs_str){0};
    bs_str name = all->items[whole].indicator;
    if (!bs_str_ends(name, trade) || name.len <= trade.len + strlen("我") ||
        bs_list_starts(name, whole_trade))
        return (bs_str){0};
    return bs_str_slice(name, 0, name.len - trade.len);
}

// "每百户拥有汽车59.7辆、机车132.5辆": the second is of a hundred households too.
static bs_str rate_in_front(bs_str name)
{
    static const bs_str verbs[] = {BS_STR_INIT("拥有量"), BS_STR_INIT("拥有")};
    if (!bs_list_starts(name, "每百|每千|每万|每十万|每人|每户|百户|平均每百户|居民每百户"))
        return (bs_str){0};
    for (size_t i = 0; i < BS_COUNT(verbs); i++) {
        size_t at = bs_str_find(name, verbs[i], 0);
        if (at != SIZE_MAX && at + verbs[i].len < name.len)
            return bs_str_slice(name, 0, at + verbs[i].len);
    }
    return (bs_str){0};
}

static void share_rate(bs__job *job, const bs_quantity *before, bs_quantity *self, bs_str text)
{
    bs_str rate = rate_in_front(before->indicator);
    bs_str between = bs__label_between(before, self, text);
    if (rate.len == 0 || !bs_list_starts(between, "、|和|，")) return;
    bs_str rest = bs_str_slice(between, bs_utf8_decode(between, 0).len, between.len);
    if (!bs_str_equal(bs_str_trim(rest), self->indicator)) return;
    bs_str name =
        bs_arena_format(job->arena, "%.*s%.*s", BS_STR_ARG(rate), BS_STR_ARG(self->indicator));
    if (name.ptr != NULL) self->indicator = name;
}

void bs__label_parts(bs__job *job, const bs__passage *passage, size_t first)
{
    bs_quantity_array *all = &job->out->quantities;
    bs_str text = passage->text;
    if (passage->lang != BS_LANG_ZH || passage->table > 0) return;
    for (size_t i = first + 1; i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        if (!can_be_part(self)) continue;
        // "就业人数减少2400人至366万人": the level that has been reached.
        bool reached =
            bs_str_equal(self[-1].indicator, self->indicator) &&
            bs_list_starts(bs__label_between(self - 1, self, text), "至|到|，至|，达|，为");
        if (reached) self->indicator = unmoved(self->indicator);
        share_rate(job, self - 1, self, text);
        bs_str trader = trader_of(all, first, i, text);
        if (trader.len > 0) {
            self->subject = trader;
            continue;
        }
        bs_str name = unmoved(self->indicator);
        size_t low = i - first > LOOK_BACK_MAX ? i - LOOK_BACK_MAX : first;
        for (size_t k = i; k-- > low;) {
            const bs_quantity *other = &all->items[k];
            bool same = other->indicator.len > 0 && bs_str_equal(unmoved(other->indicator), name) &&
                        bs_str_equal(other->unit, self->unit) && other->role == self->role &&
                        bs_period_equal(other->period, self->period);
            // One print of the name: the same thing goes on.
            if (!same || self->of == k || other->indicator.ptr == self->indicator.ptr) continue;
            if (segment_start(text, bs__label_start(other, text)) ==
                segment_start(text, bs__label_start(self, text)))
                continue;
            if (can_be_part(other)) tell_apart(all, first, k, text);
            tell_apart(all, first, i, text);
            break;
        }
    }
}
