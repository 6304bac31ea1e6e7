// SPDX-License-Identifier: GPL-3.0-or-later
// The rate behind the level of an earlier time in a bracket: "1,200억 원(전년 1,100억 원, 9.1%)",
// "12.0亿元（上年同期11.0亿元，+9.1%）", "$120 million (2024: $110 million, 9.1%)".
#include <math.h>

#include "engine/base/utf8.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/relative.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum { OPENING_BYTES_MAX = 64 };

// Between the earlier level and the rate.
static const char JOINTS[] = ",|，|、|;|；|/|대비|比";
static const char CLOSES[] = ")|）|↑)|↓)|↑）|↓）";

static bool is_amount(const bs_quantity *quantity)
{
    return quantity->valued && quantity->role == BS_ROLE_LEVEL &&
           (quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_CURRENCY);
}

static bool is_unread_rate(const bs_quantity *quantity)
{
    return quantity->valued && quantity->kind == BS_KIND_PERCENT &&
           quantity->role == BS_ROLE_LEVEL && bs_str_equal(quantity->unit, BS_STR("%"));
}

static bool has_sign(const bs_quantity *rate)
{
    static const char signs[] = "+|-|−|＋|－|▲|△|▼|▽|–";
    return rate->value.coefficient < 0 || bs_str_has_any(rate->text, signs);
}

// Does the rate follow from the two levels, as they are printed? An unsigned one may else be a
// share, or a level of its own.
static bool follows(const bs_quantity *rate, const bs_quantity *later, const bs_quantity *earlier)
{
    double a = bs_decimal_double(later->value), b = bs_decimal_double(earlier->value);
    double place = bs_decimal_double((bs_decimal){1, rate->value.scale});
    return b > 0 && fabs(100 * (a / b - 1) - bs_decimal_double(rate->value)) <= place;
}

// The amount in front of the bracket that `earlier` stands in with the text `opening`; it may have
// a time of its own in it, as an item. BS_NO_QUANTITY for none.
static size_t level_before(const bs_quantity_array *all, size_t first, size_t earlier, bs_str text,
                           bs_str *opening)
{
    size_t start = bs__label_start(&all->items[earlier], text);
    size_t index = earlier;
    while (
        index > first && !is_amount(&all->items[index - 1]) &&
        (all->items[index - 1].kind == BS_KIND_YEAR || all->items[index - 1].kind == BS_KIND_DATE))
        index--;
    if (index == first || !is_amount(&all->items[index - 1])) return BS_NO_QUANTITY;
    size_t end = bs__label_end(&all->items[index - 1], text);
    if (start < end || start - end > OPENING_BYTES_MAX) return BS_NO_QUANTITY;
    bs_str between = bs_str_trim(bs_str_slice(text, end, start));
    if (!bs_list_starts(between, "(|（")) return BS_NO_QUANTITY;
    *opening = bs_str_slice(between, bs_utf8_decode(between, 0).len, between.len);
    return bs_str_has_any(*opening, ")|）") ? BS_NO_QUANTITY : index - 1;
}

static bool is_earlier(const bs_quantity *earlier, const bs_quantity *later, bs_str opening,
                       bs_lang lang)
{
    if (bs_period_is_none(earlier->period)) return bs__starts_relative(opening, lang);
    return bs_period_is_none(later->period) ||
           bs_period_compare(earlier->period, later->period) < 0;
}

static bs_basis basis_of(const bs_quantity *earlier, const bs_quantity *later)
{
    if (bs_period_is_none(earlier->period) || bs_period_is_none(later->period))
        return BS_BASIS_NONE;
    bool year = bs_period_equal(earlier->period, bs_period_offset_years(later->period, -1));
    return year ? BS_BASIS_YEAR : BS_BASIS_NONE;
}

// Gives the rate behind number `earlier` its level, where the two stand in a bracket behind one.
static void read_bracket(bs_quantity_array *all, size_t first, size_t earlier, bs_str text,
                         bs_lang lang)
{
    const bs_quantity *base = &all->items[earlier];
    bs_quantity *rate = &all->items[earlier + 1];
    bool moves = rate->role == BS_ROLE_GROWTH;
    if (!(moves || is_unread_rate(rate)) || !is_amount(base)) return;
    bs_str joint = bs_str_trim(bs__label_between(base, rate, text));
    bs_str behind = bs_str_slice(text, bs__label_end(rate, text), text.len);
    bool joined = moves ? bs_list_starts(joint, JOINTS) : bs_list_is(joint, JOINTS);
    bs_str opening;
    if (!joined || !bs_list_starts(behind, CLOSES)) return;
    size_t level = level_before(all, first, earlier, text, &opening);
    if (level == BS_NO_QUANTITY) return;
    const bs_quantity *later = &all->items[level];
    bool told = moves || has_sign(rate) || bs_list_starts(behind, "↑|↓") ||
                bs_str_equal(joint, BS_STR("대비")) || follows(rate, later, base);
    if (!told || !bs_str_equal(later->unit, base->unit) || !is_earlier(base, later, opening, lang))
        return;
    rate->of = level;
    rate->period = later->period;
    rate->period_inferred = later->period_inferred;
    if (moves) return;
    rate->role = BS_ROLE_GROWTH;
    rate->basis = basis_of(base, later);
    rate->falls = rate->value.coefficient < 0;
}

void bs_role__read_brackets(bs_quantity_array *all, size_t first, bs_str text, bs_lang lang)
{
    for (size_t i = first + 1; i + 1 < all->count; i++)
        read_bracket(all, first, i, text, lang);
}
