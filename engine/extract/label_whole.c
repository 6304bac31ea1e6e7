// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese: the measure of a whole for its parts, and the one that a sentence tells for names whose
// numbers stand in brackets: "挂牌3914辆，其中特斯拉1126辆",
// "人均消费为2067元；留宿旅客（4012元）".
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum { LOOK_BACK_MAX = 32 };

// Gives number `index` other names, and those behind it that have taken its old ones.
void bs__label_rename(bs_quantity_array *all, size_t index, bs_str indicator, bs_str subject)
{
    enum { DETAILS_MAX = 4 };
    bs_quantity old = all->items[index];
    for (size_t i = index; i < all->count && i - index < DETAILS_MAX; i++) {
        bs_quantity *self = &all->items[i];
        if (!bs__label_is_amount(self)) continue;
        bool same = bs_str_equal(self->indicator, old.indicator) &&
                    bs_str_equal(self->subject, old.subject);
        if (!same) break;
        self->indicator = indicator;
        self->subject = subject;
    }
}

// The number that the parts behind 其中 are of: the first level of the sentence in front of it, or
// of the one before where 其中 begins its own.
size_t bs__label_whole_before(const bs_quantity_array *all, size_t first, size_t index, size_t from,
                              bs_str text)
{
    bool opens = bs_list_starts(bs_str_trim(bs_str_slice(text, from, text.len)), "其中");
    if (opens) {
        bs_str front = bs_str_slice(text, 0, from);
        if (bs_str_ends(front, BS_STR("。"))) front.len -= strlen("。");
        from = front.len - bs_str_behind_last(front, "。|\n").len;
    }
    for (size_t i = index - first > LOOK_BACK_MAX ? index - LOOK_BACK_MAX : first; i < index; i++) {
        const bs_quantity *other = &all->items[i];
        bool level = bs__label_is_amount(other) && other->role == BS_ROLE_LEVEL &&
                     other->indicator.len > 0 && bs_str_equal(other->unit, all->items[index].unit);
        if (level && bs__label_start(other, text) >= from) return i;
    }
    return BS_NO_QUANTITY;
}

static bool is_people(bs_str name)
{
    return bs_list_ends(name, "旅客|游客|居民|家庭|职工|住户|农户") &&
           !bs_list_starts(name, "每|对");
}

// "服务业" of "服务业较上月增加": whose change it is.
static bs_str mover(bs_str name)
{
    static const char *const ends[] = {"增加",   "减少",   "则",         "较上月",     "较上年同月",
                                       "较上季", "比上月", "较上年同期", "较去年同期", "比上年"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        bs_str end = bs_str_from(ends[i]);
        if (name.len > end.len && bs_str_ends(name, end))
            name = bs_str_slice(name, 0, name.len - end.len);
    }
    return name;
}

// "收支总额187亿美元。其中，收入103亿美元", "挂牌3914辆，其中特斯拉1126辆": a part that only says
// which one it is has the measure of the whole, one that only says the measure is of it.
void bs__label_give_whole(bs_quantity_array *all, size_t index, size_t of_which)
{
    static const char brief[] = "收入|支出|顺差|逆差|流入|流出|进口|出口";
    bs_quantity *self = &all->items[index];
    bs_str name = self->indicator;
    if (of_which == BS_NO_QUANTITY || self->subject.len > 0 || name.len == 0) return;
    const bs_quantity *whole = &all->items[of_which];
    bool inside = name.ptr < self->text.ptr &&
                  (self->role == BS_ROLE_LEVEL || self->role == BS_ROLE_CHANGE ||
                   (self->role == BS_ROLE_SHARE && name.ptr + name.len == self->text.ptr));
    if (!inside || !bs_str_equal(whole->unit, self->unit)) return;
    if (self->role == BS_ROLE_CHANGE) name = mover(name);
    bool measure = bs_list_is(name, brief);
    if (measure && !bs_str_equal(whole->indicator, name)) {
        bs__label_rename(all, index, name, whole->indicator);
        return;
    }
    bool part =
        bs__label_tells_measure(whole->indicator) && !bs_list_starts(name, "表示|认为|觉得");
    if (!part || bs__label_tells_measure(name) || !bs__label_is_thing(name)) return;
    bs_str measure_told = bs__label_measure_in(whole->indicator);
    if (measure_told.len == 0) measure_told = whole->indicator;
    // "其中北港出口84万辆，南港62万辆": the part in front tells a measure of its own.
    const bs_quantity *sibling = self;
    while (sibling > whole + 1 && !bs_str_equal((--sibling)->unit, self->unit))
        continue;
    bool between = sibling > whole && sibling < self;
    bs_str other = between && sibling->subject.len > 0 ? sibling->indicator
                   : between                           ? bs__label_measure_in(sibling->indicator)
                                                       : (bs_str){0};
    bool apart = other.len > 0 && !bs_str_ends(measure_told, other);
    if (apart) return;
    bs__label_rename(all, index, measure_told, name);
}

// The measure alone: "人均消费" of "内地旅客的人均消费".
static bs_str behind_owner(bs_str name)
{
    bs_str rest = bs_str_behind_last(name, "的");
    return rest.len > 0 && rest.len < name.len && bs__label_tells_measure(rest) ? rest : name;
}

// The nearest name of a measure in the sentence that a number of the same unit has.
static bs_str measure_before(const bs_quantity_array *all, size_t first, size_t index, bs_str text,
                             size_t from)
{
    for (size_t i = index; i-- > first && index - i < LOOK_BACK_MAX;) {
        const bs_quantity *other = &all->items[i];
        if (bs__label_start(other, text) < from) break;
        bool named = bs__label_is_amount(other) && bs__label_tells_measure(other->indicator) &&
                     bs_str_equal(other->unit, all->items[index].unit);
        if (named) return behind_owner(other->indicator);
    }
    return (bs_str){0};
}

// "留宿旅客（174亿元）及不过夜旅客（38亿元）的总消费分别": what the brackets hold.
static bs_str measure_behind_bracket(bs_str after)
{
    enum { REACH_BYTES = 160, MEASURE_BYTES = 36 };
    static const bs_str joint = BS_STR_INIT("）的");
    after = bs_str_slice(after, 0, REACH_BYTES);
    size_t at = bs_str_find(after, joint, 0), stop = bs_str_find(after, BS_STR("。"), 0);
    if (at == SIZE_MAX || at > stop) return (bs_str){0};
    bs_str rest = bs_str_slice(after, at + joint.len, at + joint.len + MEASURE_BYTES);
    size_t end = bs_str_find(rest, BS_STR("分别"), 0);
    bs_str measure = bs_str_slice(rest, 0, end == SIZE_MAX ? 0 : end);
    return bs__label_tells_measure(measure) ? measure : (bs_str){0};
}

// "给予博士30万元补贴，硕士15万元": a clause of a name alone goes on with what the one before it
// tells of another.
static bool is_gapped(const bs_quantity_array *all, size_t first, size_t index, bs_str text,
                      bs_str *measure)
{
    const bs_quantity *self = &all->items[index], *before = self;
    do {
        if (before == &all->items[first]) return false;
        before--;
    } while (before->of != BS_NO_QUANTITY && self - before < 4 &&
             !bs_str_equal(before->unit, self->unit));
    bs_str name = self->indicator;
    size_t start = (size_t)(name.ptr - text.ptr), end = start + name.len;
    bool beside = self->subject.len == 0 && name.len > 0 && name.ptr >= text.ptr &&
                  end <= bs__label_start(self, text) && self->role == BS_ROLE_LEVEL &&
                  before->role == BS_ROLE_LEVEL && bs_str_equal(before->unit, self->unit) &&
                  before->subject.len > 0 && before->indicator.len > 0;
    if (!beside || before->kind != self->kind || start < bs__label_end(before, text)) return false;
    bs_str gap = bs_str_slice(text, end, bs__label_start(self, text));
    bool direct =
        gap.len == 0 || (gap.len <= 2 * strlen("则") && bs_list_starts(gap, "则|为|约|近"));
    bs_str between = bs_str_slice(text, bs__label_end(before, text), start);
    bool clause =
        bs_list_ends(between, "，|、|；") && bs_str_find(between, BS_STR("。"), 0) == SIZE_MAX;
    *measure = before->indicator;
    return direct && clause && bs__label_is_bare_name(name);
}

// "占全省总产值600亿元的20%": the verb in front is of the share.
static void name_of_whole(const bs_quantity_array *all, size_t index, bs_str text)
{
    static const char verbs[] = "占|约占|仅占|只占";
    bs_str *name = &all->items[index].indicator, rest = bs_str_behind_last(*name, verbs);
    bool led = bs_list_starts(*name, verbs) && bs_utf8_count(rest) > 1;
    if (led && bs_role__is_whole(all, index, text)) *name = rest;
}

// "指数环比上升3.12点，升幅为3.84%", "负荷增加518万千瓦，增幅2.86%": of what the number before it
// in the sentence measures.
static void name_rate(const bs_quantity_array *all, size_t first, size_t index, bs_str text,
                      size_t from)
{
    static const char rates[] = "增幅|升幅|涨幅|降幅|跌幅|减幅|增速|同比增幅|环比增幅|同比升幅|"
                                "环比升幅|同比涨幅|环比涨幅|同比降幅|环比降幅|同比增速|环比增速";
    bs_quantity *self = &all->items[index];
    if (index == first || self->subject.len > 0 || self->unit.len != 1 ||
        !bs_list_is(self->indicator, rates))
        return;
    const bs_quantity *before = self - 1;
    bool amount = before->kind == BS_KIND_QUANTITY || before->kind == BS_KIND_CURRENCY;
    if (!amount || bs__label_start(before, text) < from || before->indicator.len == 0) return;
    bool beside = self->indicator.ptr > before->text.ptr && self->indicator.ptr < self->text.ptr;
    if (beside) self->subject = before->subject.len > 0 ? before->subject : before->indicator;
}

// "人均消费为2067元；留宿旅客（4012元）下跌5.6%": a number in the bracket behind a name has the
// measure that the sentence tells; people are not counted in money.
void bs__label_give_member(bs_quantity_array *all, size_t first, size_t index, bs_str text,
                           size_t from)
{
    bs_quantity *self = &all->items[index];
    name_of_whole(all, index, text);
    name_rate(all, first, index, text, from);
    bool bracket = bs_list_ends(bs_str_slice(text, 0, bs__label_start(self, text)), "（|(") &&
                   self->indicator.len == 0 && self->subject.len > 0;
    bs_dimension dimension = bs_unit_dimension(self->unit);
    bool person = self->subject.len == 0 && is_people(self->indicator) &&
                  self->role == BS_ROLE_LEVEL &&
                  (dimension == BS_DIM_MONEY || dimension == BS_DIM_DURATION);
    bs_str told;
    if (is_gapped(all, first, index, text, &told) ||
        bs__label_left_out(all, first, index, text, from, &told)) {
        bs__label_rename(all, index, told, self->indicator);
        return;
    }
    if (person) {
        bs_str measure = measure_before(all, first, index, text, from);
        if (measure.len > 0) bs__label_rename(all, index, measure, self->indicator);
        return;
    }
    if (self->indicator.len > 0 || self->subject.len == 0) return;
    if (bracket && bs__label_tells_measure(self->subject)) {
        bs__label_rename(all, index, self->subject, (bs_str){0});
        return;
    }
    // "分别上升8.1%及15.2%": of what those names have had in brackets.
    for (size_t i = index; i-- > first && index - i < LOOK_BACK_MAX;) {
        const bs_quantity *other = &all->items[i];
        if (bs__label_start(other, text) < from) break;
        // The name of that one may say the measure: "服务业的就业人口（7.58万人）".
        if (other->subject.len == 0 && bs_str_equal(other->indicator, self->subject)) {
            bs__label_take(self, other);
            return;
        }
        if (other->indicator.len == 0 || !bs_str_equal(other->subject, self->subject)) continue;
        self->indicator = other->indicator;
        return;
    }
    if (!bracket) return;
    bs_str measure =
        measure_behind_bracket(bs_str_slice(text, bs__label_end(self, text), text.len));
    if (measure.len == 0) measure = measure_before(all, first, index, text, from);
    if (measure.len > 0) bs__label_rename(all, index, measure, self->subject);
}
