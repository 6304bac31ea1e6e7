// SPDX-License-Identifier: GPL-3.0-or-later
// The role and the direction that the members of a list share: "分别下降1.7%、1.8%", "각각 1.2%,
// 0.8% 하락", "fell by $55.8 million or 14.7 per cent".
#include "engine/extract/label_internal.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

enum { JOINT_BYTES_MAX = 36, NAMED_BYTES_MAX = 108 };

static bool is_joint(bs_str between)
{
    static const char joints[] =
        ",|、|，|和|与|及|以及|and|or|·|・|과|와|및|と|や|, and|, or|、及|；|/";
    return bs_list_is(between, joints);
}

static bool is_respective(bs_str sentence)
{
    static const char words[] = "각각|分别|分別|それぞれ|respectively";
    return bs_str_has_any(sentence, words);
}

// Behind a number and the parenthesis that details it.
static size_t behind(bs_str text, const bs_quantity *quantity)
{
    enum { ASIDE_BYTES_MAX = 400 };
    size_t end = bs__label_end(quantity, text);
    size_t narrow = bs_str_starts(bs_str_slice(text, end, text.len), BS_STR("("));
    bool wide = bs_str_starts(bs_str_slice(text, end, text.len), BS_STR("（"));
    if (!narrow && !wide) return end;
    bs_str near = bs_str_slice(text, 0, end + ASIDE_BYTES_MAX);
    size_t close = bs_str_find(near, wide ? BS_STR("）") : BS_STR(")"), end);
    return close == SIZE_MAX ? end : close + (wide ? strlen("）") : 1);
}

// Do `self` and `next` stand side by side in one list? Names may stand between the members where
// the sentence says "respectively".
static bool are_joined(const bs_quantity *self, const bs_quantity *next, bs_str text)
{
    size_t from = behind(text, self), to = bs__label_start(next, text);
    // "직접비(47억 원)가 2.9%, 간접비(31억 원) 1.6% 각각 감소": the word for both stands behind
    // them.
    bool each = bs_list_starts(bs_str_slice(text, bs__label_end(next, text), text.len), " 각각 ");
    if (from >= to || to - from > (each ? NAMED_BYTES_MAX : JOINT_BYTES_MAX)) return false;
    bs_str between = bs_str_trim(bs_str_slice(text, from, to));
    if (is_joint(between)) return true;
    if (each)
        return bs_list_starts(between, ",") && !bs_word_in(between, BS_MEANS_UP) &&
               !bs_word_in(between, BS_MEANS_DOWN) && bs_role__same_sentence(text, self, next);
    // "减少最多为甲县2.91%，其次为乙县2.10%，再其次为丙县2.08%"
    static const char nexts[] =
        "，其次为|，其次是|，再其次为|，再其次是|，再次为|，再次是|、其次为|"
        "、再其次为|,其次为|,再其次为|、其次是|；其次为|；再其次为";
    if (bs_list_starts(between, nexts))
        return !bs_word_in(between, BS_MEANS_UP) && !bs_word_in(between, BS_MEANS_DOWN) &&
               !bs_str_has_any(between, "占|比重|率");
    // "同比分别增长21%、17%，毛利率分别为31%、32%": a list of its own.
    static const char levels[] =
        "分别为|分别是|分别达|分别达到|分别至|分別為|分別是|分別達|分別達到";
    size_t low = bs__label_start(self, text) > JOINT_BYTES_MAX
                     ? bs__label_start(self, text) - JOINT_BYTES_MAX
                     : 0;
    size_t high = to + next->text.len + JOINT_BYTES_MAX;
    return bs_list_starts(between, ",|、|，") && !bs_word_in(between, BS_MEANS_UP) &&
           !bs_word_in(between, BS_MEANS_DOWN) && !bs_list_ends(between, levels) &&
           is_respective(bs_str_slice(text, low, high));
}

static bool has_sign(const bs_quantity *quantity)
{
    char first = quantity->text.len > 0 ? quantity->text.ptr[0] : '0';
    bool word = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z'); // half a point
    unsigned char byte = (unsigned char)first;
    // 百分之三, but 负百分之三
    bool spelled = byte >= 0xE4 && byte <= 0xE9 && !bs_list_starts(quantity->text, "负|負");
    return !(first >= '0' && first <= '9') && !word && !spelled &&
           byte != 0xEF; // full-width digits
}

void bs__take_movement(bs_quantity *self, const bs_quantity *from)
{
    self->role = self->kind == BS_KIND_PERCENT && bs_str_equal(self->unit, BS_STR("%"))
                     ? BS_ROLE_GROWTH
                     : BS_ROLE_CHANGE;
    self->basis = from->basis;
    self->falls = from->falls;
    bool negative = self->value.coefficient < 0;
    if (self->kind == BS_KIND_PERCENT && !has_sign(self) && negative != self->falls)
        self->value = bs_decimal_negate(self->value);
}

// "18.0%(350명→287명)": does a bracket stand open in front of the number?
static bool stands_aside(const bs_quantity *quantity, bs_str text)
{
    enum { FRONT_BYTES = 60 };
    size_t start = bs__label_start(quantity, text);
    bs_str front = bs_str_tail(bs_str_slice(text, 0, start), FRONT_BYTES);
    return bs_str_behind_last(front, ")|）").len > bs_str_behind_last(front, "(|（").len;
}

// The index of the member before `index` that stands outside of its parentheses; `first` - 1 wraps
// to BS_NO_QUANTITY.
static size_t member_before(const bs_quantity_array *quantities, size_t first, size_t index,
                            bs_str text)
{
    size_t start = bs__label_start(&quantities->items[index], text);
    bool aside = stands_aside(&quantities->items[index], text);
    for (size_t i = index; i-- > first;) {
        if (behind(text, &quantities->items[i]) > start) continue;
        bool inside = i > first && behind(text, &quantities->items[i - 1]) >
                                       bs__label_start(&quantities->items[i], text);
        if (!inside && (aside || !stands_aside(&quantities->items[i], text))) return i;
    }
    return BS_NO_QUANTITY;
}

static bool same_kind(const bs_quantity *a, const bs_quantity *b)
{
    return a->valued && b->valued && bs_str_equal(a->unit, b->unit);
}

// Does the text in front of an amount, or the verb behind its rate, hold it against another:
// "전년보다", "前年度に比べ", "前年度を4.2億円、4.8%上回った"?
static bool is_held_against(bs_str before, bs_str behind_rate)
{
    static const char compared[] =
        "比べ|比べて|対比|より|前年比|前月比|前期比|前年度比|同期比|同月比|보다|대비|비해";
    before = bs_str_trim(before);
    return bs_list_ends(before, compared) ||
           (bs_list_ends(before, "を") && bs_list_starts(behind_rate, "上回|下回|超え|超過"));
}

// "前年度に比べ390万人、10.1%増加", "전년보다 4.0%, 12억 원 늘었다": an amount and a rate behind a
// comparison, of which the second has the verb.
static bool is_change_with_rate(const bs_quantity *self, const bs_quantity *next, bs_str text)
{
    bool amount = self->kind == BS_KIND_QUANTITY || self->kind == BS_KIND_CURRENCY;
    bool rate = bs_role__is_rate(self) && bs_str_equal(self->unit, BS_STR("%"));
    bool pair = amount ? next->role == BS_ROLE_GROWTH && next->kind == BS_KIND_PERCENT
                       : rate && next->role == BS_ROLE_CHANGE && next->kind != BS_KIND_PERCENT;
    return pair && self->valued && self->role == BS_ROLE_LEVEL &&
           is_held_against(bs_str_slice(text, 0, bs__label_start(self, text)),
                           bs_str_slice(text, bs__label_end(next, text), text.len));
}

// "$92.6 billion, $4.2 billion or 4.8% more than in 2031": of two amounts behind one another, the
// second is what the rate behind it is of the first.
static bool is_apposed_change(const bs_quantity_array *quantities, size_t first, size_t index,
                              bs_str text)
{
    const bs_quantity *self = &quantities->items[index], *next = self + 1;
    if (index == first || self->role != BS_ROLE_LEVEL || !same_kind(self - 1, self)) return false;
    return next->role == BS_ROLE_GROWTH && next->kind == BS_KIND_PERCENT &&
           bs_str_equal(bs_str_trim(bs__label_between(self - 1, self, text)), BS_STR(",")) &&
           bs_list_is(bs_str_trim(bs__label_between(self, next, text)), "or|, or|or by|or about");
}

// "물가상승률은 1.9%에서 2.5%로", "伸び率は1.9%から2.5%へ": what a rate of growth has come to is
// one too.
static void share_rate(bs_quantity_array *quantities, size_t first, bs_str text)
{
    static const char joints[] = "에서|から|to|回落至|降至|下降至|下降到|放缓至|收窄至|升至|上升至|"
                                 "上升到|回升至|加快至|加快到|扩大至|扩大到|提高到|提高至|至|到";
    for (size_t i = first + 1; i < quantities->count; i++) {
        const bs_quantity *from = &quantities->items[i - 1];
        bs_quantity *to = &quantities->items[i];
        if (from->role != BS_ROLE_GROWTH || to->role != BS_ROLE_LEVEL || !to->valued ||
            !bs_role__is_rate(from) || !bs_role__is_rate(to))
            continue;
        if (!bs_list_is(bs_str_trim(bs__label_between(from, to, text)), joints)) continue;
        to->role = BS_ROLE_GROWTH;
        to->basis = from->basis;
    }
}

void bs__share_role(bs_quantity_array *quantities, size_t first, bs_str text)
{
    enum { MEMBER_BYTES_MAX = 72 }; // from one member to the next
    share_rate(quantities, first, text);
    for (size_t i = quantities->count; i-- > first + 1;) {
        const bs_quantity *next = &quantities->items[i];
        bs_quantity *self = &quantities->items[i - 1];
        bool moves = next->role == BS_ROLE_GROWTH || next->role == BS_ROLE_SHARE;
        bool plain = self->role == BS_ROLE_LEVEL && self->kind == BS_KIND_PERCENT;
        size_t between = bs__label_start(next, text) - bs__label_end(self, text);
        if (!moves || !plain || between > MEMBER_BYTES_MAX ||
            !bs_role__same_sentence(text, self, next))
            continue;
        if (!bs_role__in_parentheses(self, text) || !bs_role__in_parentheses(next, text)) continue;
        bool turned =
            next->value.coefficient < 0 && next->text.ptr[0] >= '0' && next->text.ptr[0] <= '9';
        if (turned && self->value.coefficient > 0) self->value = bs_decimal_negate(self->value);
        self->role = next->role;
        self->basis = next->basis;
    }
}

void bs__share_movement(bs_quantity_array *quantities, size_t first, bs_str text, bs_lang lang)
{
    bool verb_behind = lang == BS_LANG_KO || lang == BS_LANG_JA;
    for (size_t i = quantities->count; i-- > first;) {
        size_t at = member_before(quantities, first, i, text);
        if (at == BS_NO_QUANTITY) continue;
        bs_quantity *self = &quantities->items[at];
        const bs_quantity *next = &quantities->items[i];
        // In front of a verb, "412, 7 more than in 2022" is a level and a change.
        bool still = verb_behind || (self->role == BS_ROLE_LEVEL && self->kind == BS_KIND_PERCENT);
        // "其中出口美国及欧盟分别录得36%及70%的跌幅": no shares.
        still |= self->role == BS_ROLE_SHARE && next->role == BS_ROLE_GROWTH &&
                 bs_list_ends(bs_str_slice(text, 0, bs__label_start(self, text)),
                              "分别录得|分别出现|分別錄得|分別出現|分别有|分別有");
        bool alike =
            same_kind(self, next) || (verb_behind && is_change_with_rate(self, next, text));
        bool joined = still && alike && are_joined(self, next, text);
        joined |= !verb_behind && at + 1 == i && is_apposed_change(quantities, first, at, text);
        if (bs_role__moves(next) && joined) bs__take_movement(self, next);
    }
    for (size_t i = first + 1; i < quantities->count && !verb_behind; i++) {
        size_t at = member_before(quantities, first, i, text);
        if (at == BS_NO_QUANTITY) continue;
        const bs_quantity *before = &quantities->items[at];
        bs_quantity *self = &quantities->items[i];
        bool rate = self->kind == BS_KIND_PERCENT && before->role == BS_ROLE_CHANGE;
        // "fell 2%, and 30% of tenants moved"
        bool part = bs_list_starts(bs_str_slice(text, bs__label_end(self, text), text.len), " of ");
        if (bs_role__moves(before) && (rate || same_kind(before, self)) && !part &&
            are_joined(before, self, text))
            bs__take_movement(self, before);
    }
}

// Does the text in front of a number, or of the amount whose parenthesis it stands in, say that it
// tells how a level has moved: "1억 톤으로 전년 대비 1,660만 톤(7.8%)", "2,490만 톤으로 0.1%"?
static bool stands_for_movement(const bs_quantity_array *quantities, size_t first, size_t index,
                                bs_str text)
{
    static const char fronts[] = "으로|로|대비|보다|에 비해|으로는|로는|대비로는|보다는";
    size_t at = bs__label_start(&quantities->items[index], text);
    bool inside = at > 0 && text.ptr[at - 1] == '(' && index > first &&
                  bs__label_end(&quantities->items[index - 1], text) == at - 1;
    if (inside) at = bs__label_start(&quantities->items[index - 1], text);
    bs_str front = bs_str_trim(bs_str_slice(text, 0, at));
    return front.len < at && bs_list_ends(front, fronts);
}

// "북부는 전년 동기 대비 58.4%, 남부는": held against its base, with no verb of its own. A growth
// rate that the clause names needs none.
static bool lacks_verb(const bs_quantity_array *all, size_t first, size_t index, bs_str text)
{
    const bs_quantity *quantity = &all->items[index];
    if (quantity->role == BS_ROLE_LEVEL) return true;
    // "하반기(0.9%) 대비 0.4%p, 상반기(1.7%) 대비 1.2%p 축소": points, which always move.
    if (bs_str_equal(quantity->unit, BS_STR("%p"))) {
        bs_str near = index > first ? bs__label_between(quantity - 1, quantity, text)
                                    : bs_str_slice(text, 0, bs__label_start(quantity, text));
        return !bs_word_in(near, BS_MEANS_UP) && !bs_word_in(near, BS_MEANS_DOWN);
    }
    enum { CLAUSE_BYTES_MAX = 240 };
    bs_str front = bs_str_slice(text, 0, bs__label_start(quantity, text));
    bs_str clause = bs_str_behind_last(bs_str_tail(front, CLAUSE_BYTES_MAX), ", |. |\n");
    return quantity->role == BS_ROLE_GROWTH && !bs_word_in(clause, BS_MEANS_UP) &&
           !bs_word_in(clause, BS_MEANS_DOWN);
}

void bs__share_verb_behind(bs_quantity_array *quantities, size_t first, bs_str text)
{
    enum { CLAUSE_BYTES_MAX = 160 };
    for (size_t i = quantities->count; i-- > first + 1;) {
        const bs_quantity *next = &quantities->items[i];
        if (next->kind != BS_KIND_PERCENT || !bs_role__moves(next)) continue;
        if (!stands_for_movement(quantities, first, i, text)) continue;
        size_t at = i;
        while (at-- > first && !same_kind(&quantities->items[at], next))
            continue;
        if (at == SIZE_MAX || at < first) continue;
        bs_quantity *self = &quantities->items[at];
        size_t from = bs__label_end(self, text), to = bs__label_start(next, text);
        bs_str between = bs_str_slice(text, from, to);
        bool plain = lacks_verb(quantities, first, at, text) && !has_sign(self) &&
                     to - from <= CLAUSE_BYTES_MAX && bs_list_starts(between, ", |), ") &&
                     stands_for_movement(quantities, first, at, text) &&
                     bs_role__same_sentence(text, self, next) &&
                     !bs_word_in(between, BS_MEANS_UP) && !bs_word_in(between, BS_MEANS_DOWN);
        if (!plain) continue;
        bs__take_movement(self, next);
        if (bs_str_starts(between, BS_STR(")"))) bs__take_movement(self - 1, next);
    }
}

// "212人で": the words that join an amount and its share in a list.
static bool joins_share(bs_str between)
{
    static const char joints[] = "で|で、|、|으로|로|으로,|명으로";
    return bs_list_is(between, joints);
}

// "212人で総人口の11.2％": of what it is a share.
static bool names_its_whole(bs_str between)
{
    return between.len <= JOINT_BYTES_MAX && bs_list_starts(between, "で") &&
           bs_list_ends(between, "の") && bs_str_find(between, BS_STR("、"), 0) == SIZE_MAX &&
           !bs_word_in(between, BS_MEANS_BASIS_YEAR) && !bs_word_in(between, BS_MEANS_BASIS_PERIOD);
}

// An amount right in front of percentage `index`, in one unit with that of share `like`.
static bool is_next_share(const bs_quantity_array *quantities, size_t like, size_t index,
                          bs_str text)
{
    const bs_quantity *share = &quantities->items[like], *self = &quantities->items[index];
    if (share->role != BS_ROLE_SHARE || !bs_str_equal(share[-1].unit, self[-1].unit)) return false;
    if (share[-1].role != BS_ROLE_LEVEL || share[-1].kind == BS_KIND_PERCENT) return false;
    static const char of_which[] = "うち|이 중|이중|그중|가운데|其中";
    bs_str between = bs__label_between(share, self, text);
    if (bs_str_has_any(between, of_which)) return false;
    return bs_role__same_sentence(text, share, self);
}

void bs__share_shares(bs_quantity_array *quantities, size_t first, bs_str text)
{
    enum { MEMBERS_APART_MAX = 4 }; // numbers from one share to the next
    for (size_t i = first + 1; i < quantities->count; i++) {
        bs_quantity *self = &quantities->items[i];
        const bs_quantity *amount = self - 1;
        bool plain = self->role == BS_ROLE_LEVEL && self->valued &&
                     bs_str_equal(self->unit, BS_STR("%")) && amount->role == BS_ROLE_LEVEL &&
                     amount->kind != BS_KIND_PERCENT && amount->valued;
        size_t end = bs__label_end(amount, text), start = bs__label_start(self, text);
        if (!plain || end > start) continue;
        bs_str between = bs_str_trim(bs_str_slice(text, end, start));
        if (names_its_whole(between)) self->role = BS_ROLE_SHARE;
        if (!joins_share(between)) continue;
        for (size_t k = i - 1; k > first + 1 && i - k < MEMBERS_APART_MAX;) {
            k--;
            if (is_next_share(quantities, k, i, text)) self->role = BS_ROLE_SHARE;
        }
    }
}
