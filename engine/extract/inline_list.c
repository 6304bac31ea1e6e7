// SPDX-License-Identifier: GPL-3.0-or-later
// Units that a list prints once: "국비 50억·시비 37억 원", "1.2, 1.4 and 1.5 percent",
// "93.7万、70.6万和31.4万辆".
#include "engine/extract/distribute_internal.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/words.h"

// Does a list go on behind the number, or end: "국비 50억·도비 12억 5천만·시비 37억 원"?
static bool ends_in_list(bs_str text, size_t end)
{
    static const char marks[] = "·|,|)|、|+|→|(|과 |와 |/|＋|）|と|・|，|など";
    bs_str rest = bs_str_slice(text, end, text.len);
    return rest.len == 0 || bs_list_starts(bs_str_trim(rest), marks);
}

// "210억이 증액됐다", "41조 규모의 예산", "930억 순매수": what is done with money alone.
static bool is_spent(bs_str text, size_t end)
{
    static const char particles[] = "이 |을 |으로 ";
    static const char deeds[] = "규모|증액|감액|삭감|순매수|순매도|투입|투자|편성|예산|출연|"
                                "배정|들여|적자|흑자|융자|대출";
    bs_str rest = bs_str_slice(text, end, text.len);
    if (bs_list_starts(rest, particles)) rest = bs_str_slice(rest, strlen("이"), rest.len);
    return bs_list_starts(bs_str_trim(rest), deeds);
}

// The only money of a passage; empty where it knows none or several.
static bs_str only_money(const bs_quantity *quantities, size_t count)
{
    bs_str money = {0};
    for (size_t i = 0; i < count; i++) {
        if (quantities[i].kind != BS_KIND_CURRENCY) continue;
        if (money.len > 0 && !bs_str_equal(money, quantities[i].unit)) return (bs_str){0};
        money = quantities[i].unit;
    }
    return money;
}

// "総額16億円＝国12億＋都2億": does an amount of money stand next to item `index`, with nothing
// between that measures something else?
static bool beside_money(const bs_quantity *quantities, const bs_item_array *items, size_t index,
                         bs_str text)
{
    static const char others[] = "。|\n|は|が|人口|人数|件数|回数|株|部数|ユーザー|ダウンロード";
    enum { NAME_BYTES = 60 };
    size_t count = items->count, start = items->items[index].start, end = items->items[index].end;
    size_t from = start > NAME_BYTES ? start - NAME_BYTES : 0;
    if (index > 0 && items->items[index - 1].end > from) from = items->items[index - 1].end;
    bs_str front = bs_str_slice(text, from, start);
    if (index > 0 && quantities[index - 1].kind == BS_KIND_CURRENCY &&
        !bs_str_has_any(front, others))
        return true;
    if (index + 1 == count || quantities[index + 1].kind != BS_KIND_CURRENCY) return false;
    bs_str behind = bs_str_slice(text, end, items->items[index + 1].start);
    return !bs_str_has_any(behind, others) &&
           !bs_str_has_any(bs_str_behind_last(front, "。|\n"), others);
}

// Korean and Japanese leave 원 and 円 out of the members of a list of money: what has the scale of
// money, in a passage that knows one money only, is of that money.
static void share_money(bs_quantity *quantities, const bs_item_array *items,
                        const bs__passage *passage)
{
    bool korean = passage->lang == BS_LANG_KO;
    if (!korean && passage->lang != BS_LANG_JA) return;
    bs_str money = only_money(quantities, items->count);
    for (size_t i = 0; i < items->count * 2 && money.len > 0; i++) {
        bool back = i >= items->count; // the list may print it with its last member only
        size_t at = back ? items->count * 2 - 1 - i : i;
        bs_quantity *self = &quantities[at];
        bool great = bs_str_has_any(self->text, korean ? "억|조" : "億|兆");
        if (self->kind != BS_KIND_QUANTITY || !great) continue;
        if (!bs_str_equal(self->unit, BS_STR("1"))) continue;
        bool listed = ends_in_list(passage->text, items->items[at].end);
        bool spent = korean && is_spent(passage->text, items->items[at].end);
        if (!listed && !spent) continue;
        if (!korean && !beside_money(quantities, items, at, passage->text)) continue;
        self->unit = money;
        self->kind = BS_KIND_CURRENCY;
        self->unit_rule = "money of its list";
    }
}

static bool joins_list(bs_str between)
{
    static const char joints[] = ",|、|，|和|与|及|and|과|와|및|と|·|, and|・";
    return bs_list_is(between, joints);
}

static const char list_rule[] = "unit of its list";

static bool ends_in_letter(bs_str text)
{
    char last = text.len > 0 ? text.ptr[text.len - 1] : '0';
    return (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z');
}

// "12, 14 and 18 million tonnes, respectively": is the number the last of such a list, or has it
// been given the unit of one?
static bool is_respective(const bs_quantity *self, const bs_item *item, bs_str text)
{
    return self->unit_rule == list_rule || bs__is_respective(text, item->start, item->end);
}

// "52.7と1.4ポイント上昇した", "100.1と0.5%の上昇": a level, and how far it has moved.
static bool is_level_and_step(const bs__passage *passage, const bs_item *step, bs_str between)
{
    enum { SENTENCE_BYTES = 150 };
    static const char moves[] = "上昇|下落|低下|増|減|伸び|上が|下が|上回|下回|高|安|拡大|縮小|"
                                "プラス|マイナス";
    bs_str text = passage->text;
    if (passage->lang != BS_LANG_JA || !bs_str_equal(between, BS_STR("と"))) return false;
    bs_str behind = bs_str_slice(text, step->end, text.len);
    if (bs_str_starts(behind, BS_STR("の"))) behind = bs_str_slice(behind, 3, behind.len);
    bool points = bs_list_ends(bs_str_slice(text, step->start, step->end), "ポイント|㌽") ||
                  bs_list_starts(behind, moves);
    size_t low = step->start > SENTENCE_BYTES ? step->start - SENTENCE_BYTES : 0;
    return points &&
           bs_str_find(bs_str_slice(text, low, step->start), BS_STR("それぞれ"), 0) == SIZE_MAX;
}

// "an average of 441 and 7.3% below the peak": a whole number of hundreds beside a percentage with
// decimals.
static bool is_no_rate(const bs_quantity *self, const bs_quantity *rate)
{
    enum { WHOLE_MIN = 100 };
    return rate->value.scale > 0 && self->value.scale == 0 &&
           (self->value.coefficient >= WHOLE_MIN || self->value.coefficient <= -WHOLE_MIN);
}

// "4.6和3.1个百分点", "1.2, 1.4 and 1.5 percent": the percent of a list is printed once.
static void share_percent(bs_quantity *quantities, const bs_item_array *items,
                          const bs__passage *passage)
{
    bool english = passage->lang == BS_LANG_EN;
    int power = 0; // of the scale that is printed with the last of a list
    for (size_t i = items->count; i-- > 1;) {
        const bs_item *item = &items->items[i], *before = item - 1;
        bs_quantity *self = &quantities[i - 1];
        bool respective = english && is_respective(&quantities[i], item, passage->text);
        if (quantities[i].kind != BS_KIND_PERCENT && !respective) continue;
        if (quantities[i].unit_rule != list_rule) power = item->unit_power;
        bs_str between = bs_str_trim(bs_str_slice(passage->text, before->end, item->start));
        // "1.1个和5.2个百分点": half of the word for a point is a counter by itself.
        bool half = bs_str_equal(self->unit, BS_STR("count:个")) &&
                    bs_str_equal(quantities[i].unit, BS_STR("%p"));
        bool bare =
            self->kind == BS_KIND_QUANTITY && (half || bs_str_equal(self->unit, BS_STR("1")));
        if (!bare || !joins_list(between)) continue;
        if (english && bs__is_early_year(passage->text, before)) continue;
        if (is_level_and_step(passage, item, between) || is_no_rate(self, &quantities[i])) continue;
        // "China (312,400, +48.6%)": an amount, and how it has changed.
        bool grouped = memchr(self->text.ptr, ',', self->text.len) != NULL;
        // But "-0.3、+0.9个百分点", "0.2、-5.6和1.3个百分点" are a list.
        static const char signs[] = "+|-|−|△|▲|＋|－";
        bool listed = passage->lang == BS_LANG_ZH && bs_list_is(between, "、|和|及|与") &&
                      (bs_list_starts(self->text, signs) ||
                       memchr(self->text.ptr, '.', self->text.len) != NULL);
        if (bs_list_starts(quantities[i].text, signs) && !listed) continue;
        if (grouped && !respective) continue;
        // "3.1 million, 12% fewer": nor is what has a scale, or nothing behind it that is joined.
        bool open = bs_str_equal(between, BS_STR(",")) && quantities[i].unit_rule != list_rule;
        // "fell to 472, and 31% of pupils": a comma in front of "and" is that of a longer list.
        bool pair =
            bs_list_ends(between, "and") && bs_list_starts(between, ",") &&
            !(i > 1 &&
              joins_list(bs_str_trim(bs_str_slice(passage->text, before[-1].end, before->start))));
        bool apart = (open || pair) && !respective;
        if (english && (apart || ends_in_letter(self->text))) continue;
        if (bs_decimal_shift(&self->value, self->value, power, NULL) != BS_OK) continue;
        self->kind = quantities[i].kind;
        self->unit = quantities[i].unit;
        self->unit_rule = list_rule;
    }
}

// The number in front of item `index` in a row of times with their numbers, "2031년 4.1%, 2032년
// 2.6", or behind it; the count of items for none.
static size_t member_of_times(const bs_quantity *quantities, const bs_item_array *items,
                              size_t index, bs_str text, bool behind)
{
    enum { STEP = 2 };
    bool room = behind ? index + STEP < items->count : index > STEP;
    size_t other = behind ? index + STEP : index - STEP;
    if (!room || index == 0) return items->count;
    size_t first = behind ? index : other, second = behind ? other : index;
    if (first == 0) return items->count;
    for (size_t i = first - 1; i < second; i += STEP) {
        const bs_item *time = &items->items[i];
        bs_str gap = bs_str_slice(text, time->end, time[1].start);
        if (!bs__label_is_time(&quantities[i]) || bs_str_trim(gap).len > 0) return items->count;
    }
    bs_str between = bs_str_slice(text, items->items[first].end, items->items[second - 1].start);
    bool joined = bs_list_is(bs_str_trim(between), ",|、|，|→");
    return joined && quantities[other].kind == BS_KIND_PERCENT ? other : items->count;
}

// "2031년 4.1%, 2032년 2.6, 2033년 -1.3로": one of a row of rates leaves its percent out.
static void share_percent_of_times(bs_quantity *quantities, const bs_item_array *items,
                                   const bs__passage *passage)
{
    if (passage->lang == BS_LANG_EN || passage->table > 0) return;
    for (size_t i = 1; i < items->count; i++) {
        bs_quantity *self = &quantities[i];
        bool bare = self->kind == BS_KIND_QUANTITY && bs_str_equal(self->unit, BS_STR("1")) &&
                    memchr(self->text.ptr, '.', self->text.len) != NULL;
        if (!bare) continue;
        size_t from = member_of_times(quantities, items, i, passage->text, false);
        if (from == items->count) from = member_of_times(quantities, items, i, passage->text, true);
        if (from == items->count) continue;
        self->kind = quantities[from].kind;
        self->unit = quantities[from].unit;
        self->unit_rule = list_rule;
    }
}

// "93.7万、70.6万和31.4万辆", "46.2、38.7和21.5亿元": Chinese prints the unit of a list once, and
// the scale with it where the others have none.
static void share_unit_in_chinese(bs_quantity *quantities, const bs_item_array *items,
                                  const bs__passage *passage)
{
    int scale = 0;
    if (passage->lang != BS_LANG_ZH || passage->table > 0) return;
    for (size_t i = items->count; i-- > 1;) {
        const bs_item *item = &items->items[i], *before = item - 1;
        bs_quantity *self = &quantities[i - 1];
        const bs_quantity *from = &quantities[i];
        bool bare = self->kind == BS_KIND_QUANTITY && bs_str_equal(self->unit, BS_STR("1"));
        bool measured = from->kind == BS_KIND_QUANTITY || from->kind == BS_KIND_CURRENCY;
        if (!bare || !measured || bs_str_equal(from->unit, self->unit)) continue;
        bs_str between = bs_str_trim(bs_str_slice(passage->text, before->end, item->start));
        bool joined = bs_str_equal(between, BS_STR("/")) ||
                      (joins_list(between) && !bs_str_equal(between, BS_STR("，")) &&
                       !bs_str_equal(between, BS_STR(",")));
        if (!joined || before->start == 0) continue;
        if (from->unit_rule != list_rule) scale = item->unit_power;
        int power = before->unit_power != 0 ? 0 : scale;
        if (bs_decimal_shift(&self->value, self->value, power, NULL) != BS_OK) continue;
        self->kind = from->kind;
        self->unit = from->unit;
        self->unit_rule = list_rule;
    }
}

// "47,300원 ▼700 -1.46%", "3,120円 ▲25 +0.81%": what a price has moved by is in its money.
static void share_price(bs_quantity *quantities, const bs_item_array *items,
                        const bs__passage *passage)
{
    for (size_t i = 1; i + 1 < items->count; i++) {
        const bs_item *item = &items->items[i];
        bs_quantity *self = &quantities[i];
        bool bare = self->kind == BS_KIND_QUANTITY && bs_str_equal(self->unit, BS_STR("1"));
        if (!bare || quantities[i - 1].kind != BS_KIND_CURRENCY ||
            quantities[i + 1].kind != BS_KIND_PERCENT)
            continue;
        bs_str front = bs_str_slice(passage->text, item[-1].end, item->start);
        bs_str printed = bs_str_slice(passage->text, item->start, item->end);
        bs_str gap = bs_str_slice(passage->text, item->end, item[1].start);
        bool arrow = bs_list_is(bs_str_trim(front), "▲|▼|△|▽") ||
                     (bs_str_trim(front).len == 0 && bs_list_starts(printed, "▲|▼|△|▽"));
        if (!arrow || bs_str_trim(gap).len > 0) continue;
        self->kind = BS_KIND_CURRENCY;
        self->unit = quantities[i - 1].unit;
        self->unit_rule = "money of its price";
    }
}

void bs__share_unit_of_lists(bs_quantity *quantities, const bs_item_array *items,
                             const bs__passage *passage)
{
    share_money(quantities, items, passage);
    share_percent(quantities, items, passage);
    share_percent_of_times(quantities, items, passage);
    share_price(quantities, items, passage);
    share_unit_in_chinese(quantities, items, passage);
}
