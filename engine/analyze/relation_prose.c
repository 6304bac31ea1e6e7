// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_prose.h"

bool bs_figure_is_level(const bs_figure *figure)
{
    const bs_quantity *quantity = figure->quantity;
    if (!quantity->valued || quantity->role != BS_ROLE_LEVEL) return false;
    return quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_CURRENCY ||
           quantity->kind == BS_KIND_PERCENT;
}

bool bs_figure_is_multiple(const bs_figure *figure)
{
    bs_str unit = figure->quantity->unit;
    return bs_str_equal(unit, BS_STR("count:times")) || bs_str_equal(unit, BS_STR("count:배")) ||
           bs_str_equal(unit, BS_STR("count:倍"));
}

static bool is_counted(const bs_figure *figure)
{
    return !bs_figure_is_multiple(figure) &&
           bs_str_starts(figure->quantity->unit, BS_STR("count:"));
}

static bool is_bare(const bs_figure *figure)
{
    return bs_str_equal(figure->quantity->unit, BS_STR("1"));
}

// "4,545 thousand visitors, against 4,069 thousand in 2021": the counter is printed once.
static bool shares_counter(const bs_figure *a, const bs_figure *b)
{
    bool near = a->sentence != SIZE_MAX && b->sentence != SIZE_MAX &&
                a->sentence <= b->sentence + 1 && b->sentence <= a->sentence + 1;
    return near && ((is_counted(a) && is_bare(b)) || (is_bare(a) && is_counted(b)));
}

// "28,165 million euros, 1,527 million more than": the money is printed once, the scale with each.
static bool shares_money(const bs_figure *a, const bs_figure *b)
{
    const bs_quantity *bare = is_bare(a) ? a->quantity : b->quantity;
    const bs_quantity *money = is_bare(a) ? b->quantity : a->quantity;
    bool near = a->sentence != SIZE_MAX && b->sentence != SIZE_MAX &&
                a->sentence <= b->sentence + 1 && b->sentence <= a->sentence + 1;
    if (!near || !bs_str_equal(bare->unit, BS_STR("1")) || money->kind != BS_KIND_CURRENCY)
        return false;
    char last = bare->text.len > 0 ? bare->text.ptr[bare->text.len - 1] : '0';
    return last < '0' || last > '9';
}

bool bs_figure_same_unit(const bs_figure *a, const bs_figure *b)
{
    if (a->quantity->unit.len == 0) return false;
    return bs_str_equal(a->quantity->unit, b->quantity->unit) || shares_counter(a, b) ||
           shares_money(a, b);
}

bool bs_figure_measures_change(const bs_figure *change, const bs_figure *level)
{
    bs_str unit = change->quantity->unit, of = level->quantity->unit;
    if (bs_str_equal(unit, BS_STR("%p"))) return bs_str_equal(of, BS_STR("%"));
    if (bs_str_equal(unit, BS_STR("index")) && bs_str_equal(of, BS_STR("1"))) return true;
    return bs_figure_same_unit(change, level);
}

bool bs_figure_like_unit(const bs_figure *text, const bs_figure *cell)
{
    return bs_figure_same_unit(text, cell) ||
           (is_counted(text) && is_bare(cell) && cell->grid != SIZE_MAX);
}

bool bs_period_is_same_time(bs_period a, bs_period b)
{
    return bs_period_equal(a, b) || (bs_period_contains(a, b) && bs_period_contains(b, a));
}

bool bs_figure_same_period(const bs_figure *a, const bs_figure *b)
{
    return bs_period_is_none(a->quantity->period) || bs_period_is_none(b->quantity->period) ||
           bs_period_is_same_time(a->quantity->period, b->quantity->period);
}

bs_period bs_figure_period_before(const bs_figure *figure, bs_basis basis)
{
    bs_period period = figure->quantity->period;
    if (bs_period_is_none(period)) return BS_PERIOD_NONE;
    if (basis == BS_BASIS_YEAR) return bs_period_offset_years(period, -1);
    if (basis == BS_BASIS_PERIOD) return bs_period_offset(period, period.first - period.last - 1);
    return BS_PERIOD_NONE;
}

const bs_sentence *bs_view_sentence(const bs_view *view, size_t figure)
{
    size_t sentence = view->figures.items[figure].sentence;
    return sentence == SIZE_MAX ? NULL : &view->sentences.items[sentence];
}

size_t bs_view_passage(const bs_view *view, size_t sentence)
{
    size_t low = 0;
    size_t high = view->passages.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const bs_passage *passage = &view->passages.items[middle];
        if (sentence < passage->first)
            high = middle;
        else if (sentence >= passage->first + passage->count)
            low = middle + 1;
        else
            return middle;
    }
    return SIZE_MAX;
}

// How far a parent may stand above its items, in passages.
enum { PARENT_DISTANCE_MAX = 40 };

size_t bs_view_parent(const bs_view *view, size_t index)
{
    const bs_passage *own = &view->passages.items[index];
    if (own->kind != BS_BLOCK_LIST_ITEM && own->kind != BS_BLOCK_NOTE) return SIZE_MAX;
    for (size_t i = index; i-- > 0 && index - i <= PARENT_DISTANCE_MAX;) {
        const bs_passage *above = &view->passages.items[i];
        if (own->kind == BS_BLOCK_NOTE) return own->block - above->block <= 1 ? i : SIZE_MAX;
        if (above->kind == BS_BLOCK_LIST_ITEM && above->level >= own->level) continue;
        return i;
    }
    return SIZE_MAX;
}

bs_str bs_view_between(const bs_view *view, size_t from, size_t to)
{
    const bs_sentence *sentence = bs_view_sentence(view, to);
    if (sentence == NULL) return (bs_str){0};
    const char *start = sentence->text.ptr;
    const char *end = view->figures.items[to].quantity->text.ptr;
    if (from != BS_NO_FIGURE) {
        bs_str text = view->figures.items[from].quantity->text;
        if (text.ptr + text.len > start && text.ptr + text.len <= end) start = text.ptr + text.len;
    }
    return end > start ? (bs_str){start, (size_t)(end - start)} : (bs_str){0};
}

bs_str bs_view_front(const bs_view *view, size_t index, size_t bytes)
{
    const bs_sentence *sentence = bs_view_sentence(view, index);
    bool first = sentence == NULL || index == sentence->first;
    return bs_str_tail(bs_view_between(view, first ? BS_NO_FIGURE : index - 1, index), bytes);
}

bs_str bs_view_behind(const bs_view *view, size_t index, size_t bytes)
{
    const bs_sentence *sentence = bs_view_sentence(view, index);
    if (sentence == NULL) return (bs_str){0};
    bs_str own = view->figures.items[index].quantity->text;
    size_t at = (size_t)(own.ptr + own.len - sentence->text.ptr);
    size_t end = sentence->text.len;
    if (index + 1 < sentence->first + sentence->count)
        end = (size_t)(view->figures.items[index + 1].quantity->text.ptr - sentence->text.ptr);
    if (end > at + bytes) end = at + bytes;
    return end > at ? bs_str_slice(sentence->text, at, end) : (bs_str){0};
}
