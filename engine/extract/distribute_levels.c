// SPDX-License-Identifier: GPL-3.0-or-later
// Lists that are dealt to the levels in front of them: "수출은 540억 달러, 수입은 620억 달러로 각각
// 8.0%, 14.8% 늘었다".
#include "engine/extract/distribute_internal.h"

#include "engine/core/unit.h"
#include "engine/extract/words.h"

// Is there an end of a sentence between two quantities?
bool bs__apart(const bs_quantity *self, const bs_quantity *next)
{
    const char *from = self->text.ptr + self->text.len;
    bs_str between = {from, (size_t)(next->text.ptr - from)};
    return bs_str_find(between, BS_STR("。"), 0) < between.len ||
           bs_str_find(between, BS_STR("；"), 0) < between.len ||
           bs_str_find(between, BS_STR(". "), 0) < between.len ||
           bs_str_find(between, BS_STR("\n"), 0) < between.len;
}

// "65~84세", "85세 이상": the bound of a group, which is part of a name.
static bool bounds_group(const bs_quantity *quantity)
{
    return bs_unit_is_age(quantity->unit) &&
           (quantity->kind == BS_KIND_RANGE || quantity->qualifier != BS_EXACT);
}

size_t bs__measured_before(const bs_quantity_array *all, size_t first, size_t index)
{
    while (index-- > first) {
        if (bs__may_be_dealt(&all->items[index]) && !bounds_group(&all->items[index])) return index;
    }
    return BS_NO_QUANTITY;
}

// "后两年分别增长": for how long, in front of rates of something else.
static bool is_how_long(const bs_quantity *self, const bs_quantity *next)
{
    return bs_unit_dimension(self->unit) == BS_DIM_DURATION &&
           bs_unit_dimension(next->unit) != BS_DIM_DURATION;
}

// The last level before number `index`, over what is told of it.
static size_t level_before(const bs_quantity_array *all, size_t first, size_t index)
{
    enum { OTHERS_MAX = 16 };
    const bs_quantity *next = &all->items[index];
    int others = 0;
    do
        index = bs__measured_before(all, first, index);
    while (others++ < OTHERS_MAX && index != BS_NO_QUANTITY &&
           (is_how_long(&all->items[index], next) ||
            (all->items[index].role != BS_ROLE_LEVEL && all->items[index].of < index &&
             all->items[index].of >= first)));
    return index;
}

static bool same_names(const bs_quantity *a, const bs_quantity *b)
{
    return bs_str_equal(a->indicator, b->indicator) && bs_str_equal(a->subject, b->subject);
}

// "购物（2590元）及探亲（2059元）则分别上升": does each of the levels stand in a bracket behind its
// name, and no comma between them?
static bool stand_in_brackets(const bs_quantity_array *all, const size_t *levels, size_t count,
                              const bs_quantity *front)
{
    for (size_t k = 0; k < count; k++) {
        const bs_quantity *level = &all->items[levels[k]];
        const char *from = level->text.ptr, *end = from + level->text.len;
        bs_str open = {from - strlen("（"), strlen("（")}, close = {end, strlen("）")};
        if (!bs_list_ends(open, "（|(") || !bs_list_starts(close, "）|)")) return false;
        bs_str between = {front->text.ptr, (size_t)(from - front->text.ptr)};
        if (bs_str_has_any(between, "，|。|；")) return false;
    }
    return true;
}

// "2031년 500, 2032년 540, 2033년 620으로 각각 8.0%, 14.8% 늘었다": one more level in front, of the
// year before; what the rates are held against first.
static bool starts_series(const bs_quantity *before, const bs_quantity *level,
                          const bs_quantity *rate)
{
    bool moves = rate->role == BS_ROLE_GROWTH || rate->role == BS_ROLE_CHANGE;
    return moves && before->role == BS_ROLE_LEVEL && same_names(before, level) &&
           bs_str_equal(before->unit, level->unit) && !bs_period_is_none(level->period) &&
           bs_period_equal(before->period, bs_period_offset_years(level->period, -1));
}

// "机场旅客吞吐量1023万人次，货邮吞吐量8.9万吨，分别增长135.6%和12.4%": the levels in front of the
// list, as many as it has members and no more, each with a name of its own.
bool bs__levels_before(size_t *levels, const bs_quantity_array *all, size_t first, size_t index,
                       size_t count)
{
    size_t at = index;
    for (size_t k = count; k-- > 0;) {
        levels[k] = at = level_before(all, first, at);
        if (at == BS_NO_QUANTITY) return false;
        const bs_quantity *level = &all->items[at];
        const bs_quantity *next = &all->items[k + 1 < count ? levels[k + 1] : index];
        bool named = level->indicator.len + level->subject.len > 0;
        // "전국은 0.10%, 서울은 0.17% 상승해 전주보다 각각 0.04%p, 0.05%p": of rates of change.
        bool rate = (level->role == BS_ROLE_GROWTH || level->role == BS_ROLE_SHARE) &&
                    bs_str_equal(level->unit, BS_STR("%")) &&
                    bs_str_equal(all->items[index].unit, BS_STR("%p"));
        bool fits = level->role == BS_ROLE_LEVEL || rate;
        if (!fits || !named || bs__apart(level, next)) return false;
        bool alike = same_names(level, next) && bs_period_equal(level->period, next->period);
        if (k + 1 < count && alike) return false;
    }
    size_t more = level_before(all, first, at);
    if (more == BS_NO_QUANTITY) return true;
    const bs_quantity *other = &all->items[more], *front = &all->items[at];
    if (starts_series(other, front, &all->items[index])) return true;
    bs_str between = {other->text.ptr, (size_t)(front->text.ptr - other->text.ptr)};
    if (bs_str_has_any(between, "，|,") && stand_in_brackets(all, levels, count, front))
        return true;
    // "三家企业分别销售62万辆、75万辆和84万辆": how many the owners are.
    bool owners = front->subject.len > 0 && other->subject.len == 0;
    return owners || other->role != BS_ROLE_LEVEL || bs__apart(other, front) ||
           bs_word_in(between, BS_MEANS_OF_WHICH);
}

void bs__give_levels(bs_quantity_array *all, size_t index, const size_t *levels, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        bs_quantity *self = &all->items[index + k];
        const bs_quantity *level = &all->items[levels[k]];
        bool own = self->role == BS_ROLE_LEVEL && self->kind != BS_KIND_PERCENT;
        self->subject = level->subject;
        if (level->period_rule == bs__list_rule) self->period = level->period;
        if (own && self->indicator.len == 0) self->indicator = all->items[index].indicator;
        if (own) continue;
        self->indicator = level->indicator;
        if (self->role == BS_ROLE_LEVEL) continue;
        self->of = levels[k];
        if (!bs_period_is_none(level->period)) self->period = level->period;
    }
}
