// SPDX-License-Identifier: GPL-3.0-or-later
// What is put right once all numbers of a passage have their names.
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

// "예산을 지난해(656조 원)보다", "올해 수출(500억 달러)보다": a measure in front of a bracket is
// what the number in it is, and nobody who has it.
static void take_measure(bs_quantity *self)
{
    bs_str name = self->subject;
    if (bs_list_ends(name, "을|를")) name = bs_str_slice(name, 0, name.len - strlen("을"));
    // "OECD 평균(55.2%)보다", "비율이 전국 비율(13.3%)보다": whose it is.
    bool whose = bs_list_ends(name, "평균") || bs_str_has_any(name, "이 |가 ");
    if (name.len == 0 || self->indicator.len > 0 || whose || !bs__label_is_measure(name, false))
        return;
    self->indicator = name;
    self->subject = (bs_str){0};
}

// "서울의 경우 전세금은 0.1%": whose it is, and what.
static void part_case(bs_quantity *self)
{
    static const bs_str joint = BS_STR_INIT("의 경우 ");
    bs_str name = self->indicator;
    if (name.len == 0) return;
    // "베트남(23.5%)에 대한 수출도", "10a(100㎡)당 벼 생산량"
    size_t joint_len = bs_list_starts(name, "대한 ") ? strlen("대한 ")
                       : bs_list_starts(name, "당 ") ? strlen("당 ")
                                                     : 0;
    self->indicator = name = bs_str_slice(name, joint_len, name.len);
    size_t at = bs_str_find(name, joint, 0);
    if (at == SIZE_MAX || at == 0 || self->subject.len > 0) return;
    bs_str measure = bs_str_slice(name, at + joint.len, name.len);
    if (!bs__label_is_measure(measure, false)) return;
    self->indicator = measure;
    self->subject = bs_str_slice(name, 0, at);
}

// "현대차는 해외 판매량이 18.3%, 기아차는 15.2%": the measure stands behind the one who has it, and
// is that of the next as well.
static void turn_round(bs_quantity_array *all, size_t index)
{
    bs_quantity *self = &all->items[index];
    bs_str owner = self->indicator, measure = self->subject;
    if (owner.len == 0 || measure.len == 0 || !bs__label_is_measure(measure, false) ||
        bs__label_is_measure(owner, false) || owner.ptr >= measure.ptr)
        return;
    self->indicator = measure;
    self->subject = owner;
    for (size_t i = index + 1; i < all->count; i++) {
        bs_quantity *next = &all->items[i];
        bool same = next->indicator.ptr == owner.ptr && next->subject.len > 0;
        if (!same || next->role != self->role) break;
        next->indicator = measure;
    }
}

// "내수 판매가 39.2% 감소": what is sold, and its particle; "판매가 3만 원" is a price.
static void unglue(bs_quantity *self)
{
    static const bs_str sold = BS_STR_INIT("판매가");
    bs_str front = bs_str_slice(self->indicator, 0, self->indicator.len - sold.len);
    static const char whose[] = "내수 |수출 |해외 |국내 |차량 |전체 |글로벌 |누적 |월 |연간 ";
    if (self->kind != BS_KIND_CURRENCY && bs_str_ends(self->indicator, sold) &&
        bs_list_ends(front, whose))
        self->indicator.len -= strlen("가");
}

static bool lies_in(bs_str part, bs_str name)
{
    return name.len > 0 && part.ptr >= name.ptr && part.ptr + part.len <= name.ptr + name.len;
}

// "15～64歳の就業率は79.5％、65歳以上は25.7％": an age in the name of the next number measures
// nothing itself.
static void unname_ages(bs_quantity_array *all, size_t first)
{
    for (size_t i = first; i + 1 < all->count; i++) {
        bs_quantity *self = &all->items[i];
        const bs_quantity *next = self + 1;
        if (!bs_unit_is_age(self->unit)) continue;
        if (!lies_in(self->text, next->indicator) && !lies_in(self->text, next->subject)) continue;
        self->indicator = self->subject = (bs_str){0};
    }
}

// "사망자 2,551명, 인구 10만 명당 4.9명": what a rate is divided by is not what it measures.
static void undivide(bs_quantity_array *all, size_t first, size_t index)
{
    enum { BETWEEN_BYTES_MAX = 40 };
    bs_quantity *self = &all->items[index];
    bs_str name = self->indicator;
    if (!bs_list_is(name, "인구|출생아|여자|가구") || name.ptr + name.len > self->text.ptr) return;
    bs_str between = {name.ptr + name.len, (size_t)(self->text.ptr - name.ptr) - name.len};
    if (between.len > BETWEEN_BYTES_MAX || !bs_list_ends(bs_str_trim(between), "명당|명 당|가구당"))
        return;
    bool same =
        index > first && bs_str_equal(self[-1].unit, self->unit) && !bs__label_is_time(self - 1);
    self->indicator = same ? self[-1].indicator : (bs_str){0};
}

// "失业率为4.1%，比上年同期下降0.4个百分点，其中9月份为4.0%": of what the last rate has measured.
static void name_of_time(bs_quantity_array *all, size_t first, size_t index)
{
    enum { LOOK_BACK_MAX = 4 };
    bs_quantity *self = &all->items[index];
    bool nameless = self->indicator.len == 0 && self->subject.len == 0;
    if (!nameless || index == first || self->kind != BS_KIND_PERCENT ||
        !bs__label_is_time(self - 1))
        return;
    const char *end = self[-1].text.ptr + self[-1].text.len;
    bs_str between = {end, self->text.ptr > end ? (size_t)(self->text.ptr - end) : 0};
    if (!bs_list_is(between, "为|约为|达|仅为")) return;
    for (size_t i = index - 1; i-- > first && index - i <= LOOK_BACK_MAX;) {
        const bs_quantity *other = &all->items[i];
        if (!bs_str_equal(other->unit, self->unit) || other->role != BS_ROLE_LEVEL) continue;
        self->indicator = other->indicator;
        self->subject = other->subject;
        return;
    }
}

// "영업손익은 120억 원 적자에서 730억 원 흑자로 850억 원 개선": what has turned from a loss into a
// profit is the account that the sentence began with.
static void name_turned(bs_quantity_array *all, size_t first, size_t index)
{
    static const char results[] = "적자|흑자|손실|이익|순손실|순이익|영업손실|영업이익";
    bs_quantity *self = &all->items[index];
    if (self->of < index && self->of >= first && bs_role__moves(self) &&
        bs_list_is(self->indicator, results)) {
        bs__label_take(self, &all->items[self->of]);
        return;
    }
    if (index == first || !bs_list_is(self->indicator, results)) return;
    const bs_quantity *before = self - 1;
    const char *end = before->text.ptr + before->text.len;
    if (self->indicator.ptr < end || !bs_str_equal(before->unit, self->unit)) return;
    bs_str gap = {end, (size_t)(self->indicator.ptr - end)};
    const char *behind = self->indicator.ptr + self->indicator.len;
    bs_str rest = {behind, (size_t)(self->text.ptr - behind)};
    bool turned = bs_str_trim(gap).len == 0 && bs_list_starts(rest, "에서 ");
    if (turned && before->indicator.len > 0) bs__label_take(self, before);
}

// "净利润由上年亏损1.2亿元转为盈利7.3亿元": the account, without what it was and has become.
static void name_account(bs_quantity *self)
{
    static const bs_str from = BS_STR_INIT("由");
    if (bs_str_ends(self->subject, from)) {
        self->indicator = bs_str_slice(self->subject, 0, self->subject.len - from.len);
        self->subject = (bs_str){0};
    }
    size_t at = bs_str_find(self->indicator, from, 0);
    if (at != SIZE_MAX && at > 0 && bs_list_ends(self->indicator, "亏损|盈利|净亏损|净利润"))
        self->indicator.len = at;
}

// "ローム(6963)", "한솔바이오(123450)", "A社（4321、東証プライム）": without the code of its share.
static bs_str without_code(bs_str name)
{
    enum { DIGITS_MIN = 4, DIGITS_MAX = 6 };
    if (!bs_list_ends(name, ")|）")) return name;
    const char *open = memrchr(name.ptr, '(', name.len);
    size_t at = open != NULL ? (size_t)(open - name.ptr) : bs_str_find(name, BS_STR("（"), 0);
    if (at == SIZE_MAX || at == 0) return name;
    size_t from = at + bs_utf8_decode(name, at).len, stop = from;
    while (stop < name.len && name.ptr[stop] >= '0' && name.ptr[stop] <= '9')
        stop++;
    bool code = stop - from >= DIGITS_MIN && stop - from <= DIGITS_MAX &&
                bs_list_starts(bs_str_slice(name, stop, name.len), ")|）|、|・|,|.K");
    return code ? bs_str_trim(bs_str_slice(name, 0, at)) : name;
}

// "2 全国の収量": without the number of an item that a page has run together with others.
static bs_str behind_item(bs_str name)
{
    bool counted = name.len > 2 && name.ptr[0] >= '1' && name.ptr[0] <= '9' && name.ptr[1] == ' ';
    return counted && (unsigned char)name.ptr[2] >= 0xE3 ? bs_str_slice(name, 2, name.len) : name;
}

// "＝国", "＋ 都": without the sign of a sum; "「10人以上" of "「10人以上29人以下」" is no name but
// the other end of what the number bounds.
static bs_str behind_sign(bs_str name)
{
    static const char signs[] = "＝|＋|=|+";
    while (bs_list_starts(name, signs))
        name = bs_str_trim(bs_str_slice(name, bs_utf8_decode(name, 0).len, name.len));
    bool open = bs_str_has_any(name, "「") && !bs_str_has_any(name, "」");
    bool bound = open && bs_list_ends(name, "以上|以下|未満|超|以内");
    if (bound) return (bs_str){0};
    return bs_str_starts(name, BS_STR("「")) && open ? bs_str_slice(name, strlen("「"), name.len)
                                                     : name;
}

// "中文在线今年上半年", "平台用户过3亿": without the year that a time behind it is of, and without
// the bound of the number.
static bs_str without_year(bs_str name)
{
    static const char years[] = "今年|去年|明年|上年|前年|今年以来|去年同期|上年同期|今年以來|年内";
    bs_str year = bs_str_longest_end(name, years);
    return year.len < name.len ? bs_str_slice(name, 0, name.len - year.len) : name;
}

static bs_str without_bound(bs_str name)
{
    static const char others[] = "通过|经过|超过|記過|记过|通過|經過|超過|不过|不過";
    size_t len = bs_str_longest_end(name, "过|過").len;
    return len > 0 && len < name.len && !bs_list_ends(name, others)
               ? bs_str_slice(name, 0, name.len - len)
               : name;
}

// What kind of result a Chinese phrase ends with.
static bs_str result_of(bs_str phrase)
{
    static const char kinds[] = "盈利|亏损|净亏损|虧損|淨虧損|净盈利|溢利|盈余|盈餘|顺差|逆差|順差|"
                                "赤字|净利润|淨利潤|净利|淨利";
    return bs_list_is(phrase, kinds) ? phrase : bs_str_longest_end(phrase, kinds);
}

static void turn(bs_quantity *self, bs_str text)
{
    enum { FRONT_BYTES_MAX = 48 };
    static const char joints[] = "，|,|。|；|、|(|（|至|由|从|：|为|為";
    static const char fronts[] = "上年|去年|上月|上季|则为|則為|为|為|前年";
    bs_str name = self->indicator, kind = result_of(name);
    if ((name.len > 0 && kind.len == 0) || self->kind != BS_KIND_CURRENCY) return;
    size_t end = bs__label_start(self, text);
    bs_str front = bs_str_slice(text, end > FRONT_BYTES_MAX ? end - FRONT_BYTES_MAX : 0, end);
    bs_str clause = bs_str_trim(bs_str_behind_last(front, joints));
    for (size_t i = 0; i < 2; i++)
        clause.len -= bs_str_longest_end(clause, "约|約|达|達|人民币|人民幣|了|近|逾|超|港币").len;
    bs_str here = result_of(clause);
    bool inside =
        name.len > 0 && name.ptr + name.len > clause.ptr && name.ptr < clause.ptr + clause.len;
    // "上年同期为净亏损": a time and a copula are no part of the name.
    bool timed = inside && bs_list_starts(name, fronts);
    bool other = !inside && !(kind.len > 0 && bs_str_ends(kind, here));
    if (here.len > 0 && (timed || other)) self->indicator = here;
}

void bs__label_turns(bs__job *job, const bs__passage *passage, size_t first)
{
    bs_quantity_array *all = &job->out->quantities;
    for (size_t i = first; passage->lang == BS_LANG_ZH && i < all->count; i++)
        turn(&all->items[i], passage->text);
    for (size_t i = first; passage->lang == BS_LANG_KO && i < all->count; i++)
        turn_round(all, i);
}

void bs__label_settle(bs_quantity_array *all, size_t first, bs_lang lang)
{
    for (size_t i = first; lang == BS_LANG_KO && i < all->count; i++) {
        take_measure(&all->items[i]);
        unglue(&all->items[i]);
        part_case(&all->items[i]);
        undivide(all, first, i);
        name_turned(all, first, i);
    }
    for (size_t i = first; lang == BS_LANG_ZH && i < all->count; i++)
        name_of_time(all, first, i);
    for (size_t i = first; lang == BS_LANG_ZH && i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        self->indicator = without_bound(without_year(self->indicator));
        self->subject = without_year(self->subject);
        name_account(self);
    }
    for (size_t i = first; (lang == BS_LANG_JA || lang == BS_LANG_KO) && i < all->count; i++) {
        bs_str name = without_code(all->items[i].indicator);
        all->items[i].indicator = lang == BS_LANG_JA ? behind_sign(behind_item(name)) : name;
        all->items[i].subject = without_code(all->items[i].subject);
    }
    // "from March's upwardly revised $3 million": what is left behind a time names nothing.
    for (size_t i = first; lang == BS_LANG_EN && i < all->count; i++) {
        if (bs_list_starts(all->items[i].indicator, "'s |’s "))
            all->items[i].indicator = (bs_str){0};
    }
    unname_ages(all, first);
}
