// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese lists of what a thing is in each of several years: "2025-2027年营业收入分别为412.5/498.6/
// 577.3亿元".
#include "engine/extract/distribute_internal.h"
#include "engine/extract/label_internal.h"

// "2025/2026/2027年": does the last of `count` years that follow each other stand at `last`?
static bool years_by_stroke(const bs_quantity_array *all, size_t first, size_t last, size_t count,
                            bs_str text)
{
    if (last + 1 < first + count) return false;
    for (size_t i = last + 1 - count; i <= last; i++) {
        const bs_quantity *year = &all->items[i];
        if (year->kind != BS_KIND_YEAR) return false;
        if (i == last) break;
        int next = bs_period_start(year[1].period).year;
        if (next != bs_period_start(year->period).year + 1) return false;
        if (!bs_str_equal(bs__label_between(year, year + 1, text), BS_STR("/"))) return false;
    }
    return true;
}

// The last year of the span or row of `count` years in front of item `index`; 0 for none. A row
// has strokes between its years, as the numbers have.
static int last_year_before(const bs_quantity_array *all, size_t first, size_t index, size_t count,
                            bs_str text, bool slash)
{
    enum { ITEMS_BACK_MAX = 40 };
    for (size_t i = index; i-- > first && index - i <= ITEMS_BACK_MAX;) {
        const bs_quantity *other = &all->items[i];
        if (bs__apart(other, &all->items[index])) break;
        int last = bs_period_end(other->period).year;
        bool years = bs_period_is_span(other->period) &&
                     other->period.frequency == BS_FREQUENCY_ANNUAL &&
                     (other->kind == BS_KIND_DATE || other->kind == BS_KIND_RANGE) &&
                     bs_str_find(other->text, BS_STR("年"), 0) != SIZE_MAX;
        if (years) return bs_period_start(other->period).year == last - (int)count + 1 ? last : 0;
        if (slash && years_by_stroke(all, first, i, count, text)) return last;
    }
    return 0;
}

// "分别为4.1/4.9/5.7亿元，同比增长21%/20%/16%": rates of the levels in front, each of its year
// and held against the year before.
static void rate_levels(const bs_quantity_array *all, size_t first, size_t index, size_t count,
                        bs_str text)
{
    size_t levels[BS__NAME_COUNT_MAX], at = index;
    const bs_quantity *self = &all->items[index];
    if (self->role == BS_ROLE_LEVEL || !bs_str_equal(self->unit, BS_STR("%"))) return;
    for (size_t k = count; k-- > 0;) {
        levels[k] = at = bs__measured_before(all, first, at);
        if (at == BS_NO_QUANTITY || all->items[at].role != BS_ROLE_LEVEL) return;
        if (!bs_period_equal(all->items[at].period, self[k].period)) return;
    }
    const bs_quantity *level = &all->items[levels[0]];
    // "营收为4.1/4.9亿元，净利润增长21%/20%", "（前值4.0/4.8亿元），同比": of something else.
    bool named = self->indicator.len > 0 && !bs_str_equal(self->indicator, level->indicator);
    bs_str between = bs__label_between(&all->items[levels[count - 1]], self, text);
    bool revised = bs_str_has_any(between, "上调|下调|上修|下修|前次|前值|此前");
    if (named || revised || bs_list_starts(between, "）|)")) return;
    for (size_t k = 0; k < count; k++) {
        all->items[index + k].of = levels[k];
        if (self[k].basis == BS_BASIS_NONE) all->items[index + k].basis = BS_BASIS_YEAR;
    }
}

// "2025-2027年收入为4.1亿元、4.9亿元、5.7亿元": at least three amounts of one unit, and no list of
// names in front of them.
static bool is_plain_row(const bs_quantity_array *all, size_t index, size_t count, bs_str text)
{
    enum { YEARS_MIN = 3 };
    const bs_quantity *self = &all->items[index];
    if (count < YEARS_MIN) return false;
    for (size_t k = 1; k < count; k++) {
        if (!bs_str_equal(self[k].unit, self->unit)) return false;
    }
    return !bs_str_has_any(bs__label_between(self - 1, self, text), "、|和|与|及|以及|/");
}

bool bs__deal_years(const bs_quantity_array *all, size_t first, size_t index, size_t count,
                    bs_str text, bool worded)
{
    const bs_quantity *self = &all->items[index];
    size_t end = (size_t)(self->text.ptr - text.ptr) + self->text.len;
    bool slash = bs_str_starts(bs_str_slice(text, end, text.len), BS_STR("/"));
    bool bare = self->text.len == self->digits.len && !bs_str_equal(self->unit, BS_STR("1"));
    if (!slash && !bare && !worded && !is_plain_row(all, index, count, text)) return false;
    int last = last_year_before(all, first, index, count, text, slash);
    if (last == 0) return false;
    for (size_t k = 0; k < count; k++) {
        bs_quantity *item = &all->items[index + k];
        int year = last - (int)count + 1 + (int)k;
        if (bs_period_year(&item->period, year, NULL) != BS_OK) return false;
        item->period_rule = bs__list_rule;
        item->indicator = self->indicator;
        item->subject = self->subject;
    }
    rate_levels(all, first, index, count, text);
    return true;
}

bool bs__spans_years(const bs_quantity_array *all, size_t first)
{
    for (size_t i = first; i < all->count; i++) {
        bs_period period = all->items[i].period;
        bool time = all->items[i].kind == BS_KIND_DATE || all->items[i].kind == BS_KIND_RANGE;
        if (time && bs_period_is_span(period) && period.frequency == BS_FREQUENCY_ANNUAL)
            return true;
    }
    return false;
}
