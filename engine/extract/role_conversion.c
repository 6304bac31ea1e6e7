// SPDX-License-Identifier: GPL-3.0-or-later
// An amount once more in another unit: "121억 위안(2조 2,385억 원)", with the rate of exchange
// between the two where the text states it.
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/role_internal.h"

// An amount in parentheses behind an amount of the same dimension.
static bool is_in_bracket(const bs_quantity *self, const bs__spot *spot)
{
    enum { WORDS_BYTES_MAX = 12 };
    const bs_quantity *previous = self - 1;
    bs_dimension dimension = bs_unit_dimension(self->unit);
    if (dimension == BS_DIM_NONE || dimension == BS_DIM_PERCENT || dimension == BS_DIM_COUNT_OF)
        return false;
    if (previous->kind != self->kind || bs_unit_dimension(previous->unit) != dimension ||
        bs_str_equal(previous->unit, self->unit))
        return false;
    bs_str between = bs_str_trim(spot->before);
    bs_rune open = bs_utf8_decode(between, 0);
    if (!bs__label_is_open(open.code) || between.len > open.len + WORDS_BYTES_MAX) return false;
    bs_str after = bs_str_trim(spot->after);
    bs_rune behind = bs_utf8_decode(after, 0);
    return bs__label_is_close(behind.code) || bs_list_starts(after, ",|、|，|at ") ||
           bs_str_equal(after, BS_STR("at"));
}

static bool is_money(const bs_quantity *quantity)
{
    return quantity->kind == BS_KIND_CURRENCY && quantity->valued;
}

// How many numbers in front the amount stands that is converted at the rate right in front of
// `self`: 3 where "1 dollar" stands between, 2 where words call it a rate; 0 for none.
static size_t amount_back(const bs_quantity_array *quantities, size_t first, size_t index,
                          bs_str text)
{
    static const char called[] = "환율|달러당|유로당|レート|汇率|匯率|exchange rate";
    const bs_quantity *self = &quantities->items[index], *rate = self - 1;
    if (index < first + 2 || !is_money(self) || !is_money(rate) || !is_money(self - 2) ||
        !bs_str_equal(rate->unit, self->unit) || bs_str_equal(self[-2].unit, self->unit))
        return 0;
    bs_decimal one = bs_decimal_normal(self[-2].value);
    bool unit = one.coefficient == 1 && one.scale == 0;
    if (unit && index >= first + 3 && is_money(self - 3) &&
        bs_str_equal(self[-3].unit, self[-2].unit))
        return 3;
    bs_str words = bs__label_between(self - 2, rate, text);
    return !unit && bs_str_has_any(words, called) && bs_str_has_any(words, "(|（") ? 2 : 0;
}

// "1.86억 달러(1달러=1,320원 기준 2,455억 원)", "1.86亿美元，按1美元兑7.12元计算，约合13.24亿元".
static size_t converted_at(const bs_quantity_array *quantities, size_t first, size_t index,
                           bs_str text)
{
    enum { JOINT_BYTES_MAX = 30 };
    static const char words[] = "換算|换算|折算|折合|计算|計算|约合|約合|기준|환산|적용";
    size_t back = amount_back(quantities, first, index, text);
    if (back == 0) return BS_NO_QUANTITY;
    const bs_quantity *self = &quantities->items[index];
    bs_str joint = bs__label_between(self - 1, self, text);
    bool told = joint.len <= JOINT_BYTES_MAX && bs_str_has_any(joint, words) &&
                bs_role__same_sentence(text, self - back, self);
    return told ? index - back : BS_NO_QUANTITY;
}

bool bs_role__converts(bs_quantity_array *quantities, size_t first, size_t index,
                       const bs__spot *spot, bs_str text)
{
    bs_quantity *self = &quantities->items[index];
    size_t of =
        is_in_bracket(self, spot) ? index - 1 : converted_at(quantities, first, index, text);
    if (of != BS_NO_QUANTITY) self->of = of;
    return of != BS_NO_QUANTITY;
}
