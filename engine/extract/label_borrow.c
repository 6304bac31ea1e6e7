// SPDX-License-Identifier: GPL-3.0-or-later
// The names that a number without one of its own takes from a number before it.
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"
#include "engine/extract/relative.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

bs_str bs__label_moved(const bs__naming *n)
{
    const bs_quantity *self = bs__naming_self(n);
    for (size_t i = n->index; i-- > n->first && n->index - i <= BS__LABEL_LIST_COUNT_MAX;) {
        const bs_quantity *other = &n->all->items[i];
        bs_str between = bs__label_between(other, self, n->text);
        if (bs_str_find(between, BS_STR(". "), 0) != SIZE_MAX) break;
        if (bs_role__turns(between, BS_LANG_EN)) break;
        // "slowed from 0.8% to 0.6%"
        bool from = other + 1 == self && bs_list_ends(bs__label_before(other, n->text, 0), " from");
        bool named = other->indicator.len > 0 || other->subject.len > 0;
        // "was revised up by 120,000 to 5.6 million"
        bool beside = other + 1 == self && bs_str_equal(bs_str_trim(between), BS_STR("to"));
        if (beside && named) return other->indicator;
        if ((from || bs_role__moves(other)) && named) return other->indicator;
    }
    return (bs_str){0};
}

// "利益は計画を", and not "前年同月比は": does a clause begin with what it speaks of?
static bool has_topic(bs_str clause)
{
    size_t at = bs_str_find(clause, BS_STR("は"), 0);
    bs_str name = bs_str_slice(clause, 0, at < clause.len ? at : 0);
    return bs_utf8_count(name) > 1 && !bs_list_ends(name, "比|比で|差|で|に|と|から|より|これ") &&
           !bs__starts_relative(name, BS_LANG_JA);
}

// "영업이익은 예상치를", and not "전년 대비로는"
static bool has_korean_topic(bs_str clause)
{
    size_t of = bs_str_find(clause, BS_STR("은 "), 0), to = bs_str_find(clause, BS_STR("는 "), 0);
    size_t at = of < to ? of : to;
    if (at == SIZE_MAX) return false;
    bs_str name = bs_str_slice(clause, 0, at);
    return bs_utf8_count(name) > 1 && !bs_list_ends(name, "로|에|대비|보다|하|되|이|그") &&
           bs__label_is_measure(name, false) && !bs__starts_relative(name, BS_LANG_KO);
}

// "전월대비 0.7%, 전년동월대비 2.3% 상승": a movement without a name of its own in the sentence of
// another one is of the same thing.
static bool continues(const bs_quantity *self, const bs_quantity *before, bs_str text, bs_lang lang)
{
    if (!bs_role__moves(self) || !bs_role__moves(before)) return false;
    bs_str between = bs__label_between(before, self, text);
    // "売上高は前年を3％下回り、利益は計画を5％上回った": each has its topic.
    if (lang == BS_LANG_JA && has_topic(bs_str_behind_last(between, "、"))) return false;
    if (lang == BS_LANG_KO && has_korean_topic(bs_str_behind_last(between, ", "))) return false;
    return bs_str_find(between, BS_STR(". "), 0) == SIZE_MAX &&
           bs_str_find(between, BS_STR("。"), 0) == SIZE_MAX &&
           bs_str_find(between, BS_STR("\n"), 0) == SIZE_MAX;
}

// "€245.8 billion, 9.2% less than in March 2023 (€270.7 billion)", "up from a deficit of €2
// billion": the nearest number of its sentence and unit that has a name, which it is held against.
static const bs_quantity *held_against(const bs__naming *n)
{
    const bs_quantity *self = bs__naming_self(n);
    bs_str between = bs_str_slice(n->text, n->limit, bs__label_start(self, n->text));
    bs_str opened = bs_str_trim(between);
    size_t front = bs__label_start(self - 1, n->text);
    bool inside = bs_str_equal(opened, BS_STR(":")) && front > 0 && n->text.ptr[front - 1] == '(';
    bool aside = bs__label_is_time(self - 1) && (inside || bs_str_equal(opened, BS_STR("(")));
    if (n->printed != BS_LANG_EN || (!aside && !bs__label_compares(between))) return NULL;
    for (size_t i = n->index; i-- > n->first && n->index - i < BS__LABEL_LIST_COUNT_MAX;) {
        const bs_quantity *other = &n->all->items[i];
        bs_str apart = bs__label_between(other, self, n->text);
        if (bs_str_find(apart, BS_STR(". "), 0) != SIZE_MAX) return NULL;
        bool named = other->indicator.len > 0 || other->subject.len > 0;
        // "482 units, 9.3% above the 441 of April"
        bool counted = bs_unit_dimension(other->unit) == BS_DIM_COUNT_OF &&
                       bs_str_equal(self->unit, BS_STR("1"));
        if (named && (counted || bs_str_equal(other->unit, self->unit))) return other;
    }
    return NULL;
}

bool bs__label_is_held_against(const bs__naming *n)
{
    return n->index > n->first && held_against(n) != NULL;
}

// Whose a measure may be, too.
static const char owners[] =
    "日本|韩国|韓國|南韩|南韓|美国|美國|英国|英國|法国|法國|德国|德國|印度|越南|泰国|泰國|"
    "新加坡|香港|澳门|澳門|台湾|台灣|中国|中國|中国大陆|中國大陸|内地|內地|欧盟|歐盟|东盟|"
    "東協|马来西亚|馬來西亞|印尼|澳洲|加拿大|"
    "全国|全國|全省|全市|全区|全县|全球|世界|国内|行业|同行业|同业|全行业|"
    "平均|平均水平|省|市|县|區|区|地区";

// The owner that "比全国的", "高于全省平均的", "优于日本的" name in front of a number; empty where
// they name none.
static bs_str compared_owner(bs_str front)
{
    static const char opens[] = "比|较|較|高于|低于|高於|低於|略高于|略低于|多于|少于|快于|慢于|"
                                "优于|優於|略高於|略低於|多於|少於|快於|慢於|远高于|远低于|遠高於|"
                                "遠低於";
    bs_str clause = bs_str_trim(bs_str_behind_last(front, "，|,|；|。"));
    if (bs_list_ends(clause, "的")) clause.len -= strlen("的");
    if (!bs_list_starts(clause, opens)) return (bs_str){0};
    size_t open = bs_list_starts(clause, "略|远|遠")   ? strlen("略高于")
                  : bs_list_starts(clause, "比|较|較") ? strlen("比")
                                                       : strlen("高于");
    bs_str owner = bs_str_slice(clause, open, clause.len);
    return bs_list_ends(owner, owners) ? owner : (bs_str){0};
}

bs_str bs__label_own_subject(const bs_quantity_array *all, size_t level, size_t first, bs_str text)
{
    bs_str subject = all->items[level].subject;
    if (subject.len == 0 || level == first || subject.ptr < text.ptr) return subject;
    size_t at = (size_t)(subject.ptr - text.ptr);
    bool compared = at < text.len && bs_list_ends(bs_str_slice(text, 0, at), "比|较|較|高于|低于");
    return compared ? all->items[level - 1].subject : subject;
}

bool bs__label_is_of_compared(const bs__naming *n)
{
    bs_quantity *self = bs__naming_self(n);
    if (n->lang != BS_LANG_ZH || n->index == n->first) return false;
    const bs_quantity *other = self - 1;
    for (size_t i = n->index - 1; i > n->first && bs__label_is_time(other); i--)
        other--; // "9.2%（1-8月），优于日本的4.1%"
    bs_str owner = compared_owner(bs_str_slice(n->text, n->limit, bs__label_start(self, n->text)));
    if (owner.len == 0 || !bs_str_equal(other->unit, self->unit) || other->indicator.len == 0 ||
        !bs_role__same_sentence(n->text, other, self))
        return false;
    bool owned = bs_list_is(other->indicator, owners) || bs_list_is(other->indicator, "我国|我國");
    self->indicator = owned ? owner : other->indicator;
    self->subject = owned ? (bs_str){0} : owner;
    return true;
}

bool bs__label_is_base_aside(const bs__naming *n)
{
    bs_quantity *self = bs__naming_self(n);
    bs_str front = bs_str_trim(bs_str_slice(n->text, n->limit, bs__label_start(self, n->text)));
    bs_rune open = bs_utf8_decode_before(front, front.len);
    bs_word_hit hit;
    if (!bs__label_is_open(open.code)) return false;
    front = bs_str_trim(bs_str_slice(front, 0, front.len - open.len));
    if (!bs_word_closes(front, BS_MEANS_BASIS_YEAR, &hit) &&
        !bs_word_closes(front, BS_MEANS_BASIS_PERIOD, &hit))
        return false;
    for (size_t i = n->index; i-- > n->first && n->index - i <= BS__LABEL_LIST_COUNT_MAX;) {
        const bs_quantity *other = &n->all->items[i];
        if (other->role != BS_ROLE_LEVEL || !bs_str_equal(other->unit, self->unit)) continue;
        if (!bs_role__same_sentence(n->text, other, self)) return false;
        bs__label_take(self, other);
        return true;
    }
    return false;
}

// "乗客数は518万人。前年同月に比べ36万人の増加。": a sentence that only tells how the number of
// the one before it has moved.
static bool is_said_again(const bs__naming *n, const bs_quantity *before)
{
    const bs_quantity *self = bs__naming_self(n);
    bs_str between = bs__label_between(before, self, n->text);
    size_t stop = bs_str_find(between, BS_STR("。"), 0);
    if (stop == SIZE_MAX) return false;
    bs_str clause = bs_str_trim(bs_str_slice(between, stop + strlen("。"), between.len));
    // "3.5％。(前月差0.1ポイント低下)"
    bool opened = bs_list_starts(clause, "(|（");
    if (opened) clause = bs_str_slice(clause, bs_utf8_decode(clause, 0).len, clause.len);
    if (opened) clause = bs_str_trim(clause);
    // "これは前年からは12万トン増加した"
    if (bs_list_starts(clause, "これは"))
        clause = bs_str_trim(bs_str_slice(clause, strlen("これは"), clause.len));
    // "指数は109.8。前月比は0.4％の上昇", "前年同月比は実質1.4％の増加": the base is the topic.
    if (bs_list_ends(clause, "は実質|は名目"))
        clause = bs_str_slice(clause, 0, clause.len - strlen("実質"));
    if (bs_str_ends(clause, BS_STR("は"))) {
        bs_str base = bs__label_without_aside(bs_str_slice(clause, 0, clause.len - strlen("は")));
        static const char since[] = "前年から|前年度から|前月から|前期から|前回から|前年同月から";
        if (bs_list_is(base, since)) return true;
        if (base.len > 0 && bs__label_before_basis(base).len == 0) return true;
    }
    bool alone = clause.len > 0 && bs_str_find(clause, BS_STR("。"), 0) == SIZE_MAX &&
                 bs_str_find(clause, BS_STR("は"), 0) == SIZE_MAX &&
                 bs_str_find(clause, BS_STR("が"), 0) == SIZE_MAX;
    return alone &&
           (bs__label_holds_against(clause, n->lang) || bs__label_before_basis(clause).len == 0);
}

// "利用者は2年度の511万人まで落ち込んだ。5年度は603万人に戻った": a time that opens the sentence
// and has nothing but a particle behind it.
static bool is_at_next_time(const bs__naming *n, const bs_quantity *before)
{
    const bs_quantity *self = bs__naming_self(n), *time = self - 1;
    if (time <= before || !bs__label_is_time(time) || !bs_str_equal(before->unit, self->unit))
        return false;
    bs_str gap = bs_str_trim(bs__label_between(time, self, n->text));
    bs_str front = bs_str_trim(bs__label_between(time - 1, time, n->text));
    return bs_list_is(gap, "は|には|は約|には約|に|では") && bs_list_ends(front, "。") &&
           before->role == BS_ROLE_LEVEL;
}

// "412万人（3年度）→430万人（8年度）", "130億円から12億円引き上げた", "4ポイント下落のプラス17"
static bool is_arrived_at(const bs__naming *n, const bs_quantity *before)
{
    static const char moved[] =
        "下落の|低下の|上昇の|改善の|悪化の|増の|減の|増加の|減少の|高の|"
        "安の|下回る|上回る|増となる|減となる|の増となる|の減となる|高い|低い|"
        "多い|少ない|ほど増え|ほど増えて|ほど減り|ほど減って";
    bs_str between = bs_str_trim(bs__label_between(before, bs__naming_self(n), n->text));
    if (bs_list_is(between, moved)) return true;
    return bs_str_equal(before->unit, bs__naming_self(n)->unit) &&
           (bs_list_ends(between, "）→|)→|→|⇒|）⇒") ||
            bs_list_is(between, "から|程度から|前後から|台から")) &&
           bs_str_find(between, BS_STR("。"), 0) == SIZE_MAX;
}

// "전월(2조 원) 대비 늘었으나 전년동월(9조 원)에 비해서는": the same at another time. "관광객이
// 646만 명이다. 이는 전년(667만 명)보다": of what the sentence before tells.
static bool goes_on_in_korean(const bs__naming *n, const bs_quantity *before)
{
    enum { WORDS_BYTES_MAX = 90 };
    const bs_quantity *self = bs__naming_self(n);
    bs_str between = bs__label_between(before, self, n->text);
    if (between.len > WORDS_BYTES_MAX) return false;
    size_t stop = bs_str_find(between, BS_STR(". "), 0);
    if (stop != SIZE_MAX) {
        bs_str rest = bs_str_slice(between, stop + strlen(". "), between.len);
        return bs_list_starts(rest, "이는 |이 수치는 |이 같은 수치는 |이것은 ");
    }
    if (!bs_list_ends(between, "(") || !bs_str_equal(before->unit, self->unit)) return false;
    return bs__label_ends_in_time(bs_str_slice(between, 0, between.len - 1));
}

bool bs__label_is_at_other_time(const bs__naming *n)
{
    const bs_quantity *self = bs__naming_self(n), *first = &n->all->items[n->first];
    if (self - first < 2 || !bs__label_is_time(self - 1)) return false;
    bs_str gap = bs__label_between(self - 1, self, n->text);
    const bs_quantity *before = self - 2;
    if (!bs_str_equal(gap, BS_STR("(")) || bs__label_is_time(before)) return false;
    bs_str between = bs__label_between(before, self - 1, n->text);
    return bs_str_equal(before->unit, self->unit) && bs_list_starts(between, "로 |으로 ") &&
           bs_str_find(between, BS_STR(","), 0) == SIZE_MAX &&
           bs_str_find(between, BS_STR(". "), 0) == SIZE_MAX;
}

// Does nothing stand between a number and the next of its sentence but a comma, a time and words
// that name nothing?
static bool leads_on(const bs__naming *n, const bs_quantity *before, bs_str clause)
{
    static const char others[] = "以|按|若|其中|含|包括|每|和|与|扣除|加上|减去|另";
    const bs_quantity *self = bs__naming_self(n);
    bs_str gap = bs_str_trim(bs__label_between(before, before + 1, n->text));
    static const char bounds[] = "附近，|左右，|以上，|以下，|以内，";
    bool comma = bs_list_starts(gap, "，|、") || bs_list_starts(gap, bounds);
    if (before + 1 != self)
        return bs_str_equal(gap, BS_STR("，")) || bs_str_equal(gap, BS_STR("，而")) ||
               bs_str_equal(gap, BS_STR("，较")) || bs_str_equal(gap, BS_STR("，比"));
    return comma && !bs_list_starts(clause, others) &&
           bs__label_phrase(clause, 0, clause.len, BS_LANG_ZH).len == 0;
}

// "存款增加8915亿元，同比多增135亿元": in its sentence a number in front of which only stands what
// it is held against is of the one before.
static bool goes_on(const bs__naming *n, const bs_quantity *before)
{
    enum { PER_CHARS_MAX = 6 };
    const bs_quantity *self = bs__naming_self(n);
    if (before == self) return false;
    if (n->lang == BS_LANG_KO) return goes_on_in_korean(n, before) || bs__label_is_at_other_time(n);
    if (n->lang == BS_LANG_JA)
        return is_said_again(n, before) || is_at_next_time(n, before) || is_arrived_at(n, before);
    if (n->lang != BS_LANG_ZH) return false;
    bs_str between = bs__label_between(before, self, n->text);
    bs_str clause =
        bs_str_trim(bs__label_clause(n->text, n->limit, bs__label_start(self, n->text)));
    // "突破4万美元，达4.1万美元", "由380亿至420亿美元上调至400亿至420亿美元"
    bool reached = bs_str_equal(before->unit, self->unit) && clause.len > strlen("达") &&
                   bs__label_is_filler(clause, n->lang);
    // "营业税1034亿元，增87亿元", "出口618亿美元，首度突破600亿美元"
    bool whole_range = self->kind == BS_KIND_RANGE && !bs_role__moves(self);
    bool led = !whole_range && leads_on(n, before, clause);
    // "原油4.7亿吨，每吨3506.9元"
    bool per =
        bs_list_starts(clause, "每|平均每") && bs_utf8_count(clause) <= PER_CHARS_MAX &&
        bs_list_ends(clause, "吨|斤|公斤|千克|千瓦时|度|立方米|平方米|桶|亩|克|股|辆|台|件|人|户|"
                             "坪|平米|头|只|张|片|公里|小时");
    // "由7月至9月的3.9%下跌至8月至10月的3.8%"
    static const char moved[] = "升至|降至|增至|减至|跌至|涨至|上升至|下降至|下跌至|回升至|回落至|"
                                "提高至|提高到|增加至|增加到|"
                                "上升到|下降到|降低到|降低至|扩大至|缩小至|收窄至|攀升至|下滑至|"
                                "上涨至|提升至|提升到|扩大到|"
                                "减少至|减少到|上调至|下调至|上调到|下调到|调整为|改为";
    bool moved_on = bs_str_equal(before->unit, self->unit) && bs_list_starts(between, moved);
    // "按年升16.6%，较11月的249亿元": a time stands between.
    bs_str whole = bs_str_trim(
        bs__label_clause(n->text, bs__label_end(before, n->text), bs__label_start(self, n->text)));
    bool level = before + 1 != self && bs_list_ends(whole, "的") &&
                 bs__label_holds_against(whole, BS_LANG_ZH);
    // "增加2千人或0.49%"
    bs_str joint = bs_str_trim(between);
    if (bs_str_starts(joint, BS_STR("点"))) joint = bs_str_slice(joint, strlen("点"), joint.len);
    bool said_otherwise = bs_str_equal(joint, BS_STR("或")) ||
                          bs_str_equal(joint, BS_STR("，或")) || bs_str_equal(joint, BS_STR("/"));
    return bs_str_find(between, BS_STR("。"), 0) == SIZE_MAX &&
           bs_str_find(between, BS_STR("；"), 0) == SIZE_MAX &&
           (said_otherwise || per || moved_on || reached || level ||
            (led && (bs_str_equal(before->unit, self->unit) ||
                     bs_str_equal(self->unit, BS_STR("count:倍")))) ||
            bs__label_holds_against(clause, n->lang));
}

// "当直の時間は8.6時間で2.4％減": a length that is measured, and no time that passed.
static bool is_length_told(const bs__naming *n, const bs_quantity *length)
{
    bs_str behind = bs_str_slice(n->text, bs__label_end(length, n->text), n->text.len);
    // "平均用时17.6天，比诉讼缩短46天"
    bool both = n->lang == BS_LANG_ZH && length->indicator.len > 0 &&
                bs_str_equal(length->unit, bs__naming_self(n)->unit) &&
                bs_list_starts(behind, "，");
    if (both) return true;
    return n->lang == BS_LANG_JA && length->indicator.len > 0 &&
           bs_list_starts(behind, "で|と|（|(|となり|となった|、") &&
           bs_list_ends(bs_str_slice(n->text, 0, bs__label_start(length, n->text)), "は|が|約");
}

// Does the clause in front of a Korean number tell nothing but a time, "내년에는", "늘고 내년",
// "1~9월 누적으로는"?
static bool tells_time_alone(const bs__naming *n)
{
    enum { CLAUSE_BYTES_MAX = 48 };
    const bs_quantity *self = bs__naming_self(n);
    size_t start = bs__label_start(self, n->text);
    size_t low = start > CLAUSE_BYTES_MAX ? start - CLAUSE_BYTES_MAX : 0;
    while (low > 0 && ((unsigned char)n->text.ptr[low] & 0xC0) == 0x80)
        low--;
    bs_str clause = bs_str_slice(n->text, low, start);
    clause = bs_str_behind_last(clause, ", |. |; |\n|고 |며 |다가 |지만 |으나 ");
    size_t from = start - clause.len;
    bool printed = bs__label_is_time(self - 1) && bs__label_start(self - 1, n->text) >= from;
    size_t amount = n->limit > from && !printed ? n->limit - from : 0;
    return amount == 0 && (printed || bs__starts_relative(clause, BS_LANG_KO)) &&
           !bs_list_ends(bs_str_trim(clause), "(|보다|대비|에 비해|중");
}

// "수출은 5억 달러로 늘었다. 지난해에는 4억 달러였다.": the nearest number of the unit, in the
// sentence or the one before it, where that sentence has no other name for the unit; NULL for none.
static const bs_quantity *at_another_time(const bs__naming *n)
{
    const bs_quantity *self = bs__naming_self(n), *found = NULL;
    if (n->lang != BS_LANG_KO || !tells_time_alone(n)) return NULL;
    bool crossed = false;
    for (size_t i = n->index; i-- > n->first && n->index - i < BS__LABEL_LIST_COUNT_MAX;) {
        const bs_quantity *other = &n->all->items[i], *next = found != NULL ? found : self;
        bs_str between = bs__label_between(other, next, n->text);
        size_t stop = bs_str_find(between, BS_STR(". "), 0);
        bool again =
            stop < between.len && bs_str_find(between, BS_STR(". "), stop + 1) < between.len;
        if (again || bs_str_find(between, BS_STR("\n"), 0) < between.len) break;
        if (found != NULL && stop < between.len) break;
        crossed |= stop < between.len;
        bool named = bs__label_is_amount(other) && other->indicator.len > 0;
        if (!named || !bs_str_equal(other->unit, self->unit)) continue;
        if (found != NULL && !bs_str_equal(found->indicator, other->indicator)) return NULL;
        found = other;
        if (!crossed) break;
    }
    return found;
}

// Is the sentence of a Japanese number opened by a time alone, "また、11月は前年同月比"? `time` is
// the item in front of the number.
static bool opens_with_time(const bs__naming *n, const bs_quantity *time)
{
    static const char fronts[] =
        "。|。また、|。さらに、|。なお、|。一方、|。その後、|。これに対し、";
    const bs_quantity *self = bs__naming_self(n);
    if (time <= &n->all->items[n->first] || !bs__label_is_time(time)) return false;
    bs_str gap = bs_str_trim(bs__label_between(time, self, n->text));
    bs_str front = bs_str_trim(bs__label_between(time - 1, time, n->text));
    if (!bs_list_starts(gap, "は|には") || !bs_list_ends(front, fronts)) return false;
    gap = bs_str_slice(gap, bs_list_starts(gap, "には") ? strlen("には") : strlen("は"), gap.len);
    if (bs_list_starts(gap, "、")) gap = bs_str_slice(gap, strlen("、"), gap.len);
    if (bs_list_starts(gap, "全体で")) gap = bs_str_slice(gap, strlen("全体で"), gap.len);
    return gap.len == 0 || bs_list_is(gap, "約") || bs__label_before_basis(gap).len == 0;
}

// "利用者数は、10月は897万人で、前年比+8.8%であった。また、11月は812万人であった。": the nearest
// number of the unit and the role in the sentence before, where all of them there are called alike;
// NULL.
static const bs_quantity *at_next_time_told(const bs__naming *n)
{
    const bs_quantity *self = bs__naming_self(n), *found = NULL;
    if (n->lang != BS_LANG_JA || n->index == n->first || !opens_with_time(n, self - 1)) return NULL;
    for (size_t i = n->index - 1; i-- > n->first && n->index - i < BS__LABEL_LIST_COUNT_MAX;) {
        const bs_quantity *other = &n->all->items[i];
        bs_str between = bs__label_between(other, self - 1, n->text);
        size_t stop = bs_str_find(between, BS_STR("。"), 0);
        if (bs_str_find(between, BS_STR("。"), stop + 1) < between.len) break;
        if (bs__label_is_time(other) || !bs_str_equal(other->unit, self->unit)) continue;
        if (bs_role__moves(other) != bs_role__moves(self)) continue;
        if (other->indicator.len == 0) return NULL;
        bool alike = found == NULL || (bs_str_equal(found->indicator, other->indicator) &&
                                       bs_str_equal(found->subject, other->subject));
        if (!alike) return NULL;
        if (found == NULL) found = other;
    }
    return found;
}

// "下降2.45点，降幅为2.82%；同比下降5.48点": behind the name of a rate goes on what had that rate.
static const bs_quantity *in_front_of_rate(const bs__naming *n, const bs_quantity *before)
{
    const bs_quantity *self = bs__naming_self(n);
    bool rate = n->lang == BS_LANG_ZH && before < self && before > &n->all->items[n->first] &&
                bs_list_is(before->indicator, "增幅|升幅|涨幅|降幅|跌幅|减幅|增速");
    bs_str clause =
        bs_str_trim(bs__label_clause(n->text, n->limit, bs__label_start(self, n->text)));
    bool other =
        !bs_str_equal(before->unit, self->unit) || bs__label_holds_against(clause, BS_LANG_ZH);
    return rate && other && bs__label_is_amount(before - 1) ? before - 1 : before;
}

void bs__label_borrow(const bs__naming *n)
{
    bs_quantity *self = bs__naming_self(n);
    const bs_quantity *before = self; // the last one that is no length of time
    while (before > &n->all->items[n->first] && self - before < BS__LABEL_LIST_COUNT_MAX) {
        before--;
        if (bs__label_is_time(before)) continue;
        if (bs_unit_dimension(before->unit) != BS_DIM_DURATION || is_length_told(n, before)) break;
    }
    before = in_front_of_rate(n, before);
    // "总值4493.6亿元，去年同期为4743.8亿元": the same at another time.
    bs_str between = bs_str_slice(n->text, n->limit, bs__label_start(self, n->text));
    // "육아(-5만명, -0.8%) 등에서 감소하여 8만명 감소": behind examples all are told of.
    if (n->lang == BS_LANG_KO && bs_list_starts(between, ") 등에서 |) 등이 |) 등의 |) 등은 "))
        return;
    // "8億円の赤字（前の期は21億円の黒字）"
    bs_str inside = n->lang == BS_LANG_JA ? bs_str_behind_last(between, "（|(") : between;
    bool again = bs_str_equal(self[-1].unit, self->unit) && bs__starts_relative(inside, n->printed);
    size_t main = n->index - again;
    const bs_quantity *base = held_against(n);
    if (base == NULL) base = at_another_time(n);
    if (base == NULL) base = at_next_time_told(n);
    if (base != NULL)
        bs__label_take(self, base);
    else if (again || bs__label_stands_aside(n->all, n->index, n->first, n->text, &main))
        bs__label_take(self, &n->all->items[main]);
    else if (continues(self, before, n->text, n->lang) || goes_on(n, before))
        bs__label_take(self, before);
    // "재원이 94조 원(79.2%)": alone in the parenthesis behind a number.
    bs_str opened = bs_str_trim(between);
    bool aside = bs_str_equal(opened, BS_STR("(")) || bs_list_is(opened, "（同|(同") ||
                 bs_str_equal(opened, BS_STR("（")) || bs_str_equal(opened, BS_STR("(or"));
    // "11月は812万人、同+6.7%"
    aside |= bs_list_is(opened, "、同|で、同|、同じく") && self->kind == BS_KIND_PERCENT &&
             self[-1].role == BS_ROLE_LEVEL && self[-1].kind != BS_KIND_PERCENT;
    if (self->indicator.len == 0 && (aside || bs__label_is_second(self, n->text)))
        bs__label_take(self, self - 1);
}
