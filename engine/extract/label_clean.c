// SPDX-License-Identifier: GPL-3.0-or-later
// What Korean and Japanese names are left with once all numbers have theirs: the measure of a list
// that begins with who has the most of it, and no words of the clause that are no part of a name.
#include "engine/base/utf8.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/words.h"

enum { FRONT_BYTES_MAX = 120, NAME_BYTES_MAX = 48 };

// "관광객 수를 기록한" at the end of what stands in front of the word for those: 관광객 수. Empty
// for none.
static bs_str measure_of(bs_str front)
{
    static const char verbs[] = "기록한|올린|낸|보인|차지한|달성한|받은|거둔|배출한|보유한|수출한|"
                                "유치한|나타낸|생산한|판매한|쓴|투자한";
    static const char most[] = "가장 많은 |가장 큰 |가장 높은 |가장 적은 |가장 낮은 |가장 작은 |"
                               "최다 |최대 |최고 ";
    bs_str verb = bs_str_longest_end(bs_str_trim(front), verbs);
    if (verb.len == 0) return (bs_str){0};
    bs_str object = bs_str_trim(front);
    object = bs_str_trim(bs_str_slice(object, 0, object.len - verb.len));
    if (!bs_list_ends(object, "을|를")) return (bs_str){0};
    object = bs_str_slice(object, 0, object.len - strlen("을"));
    for (size_t at = object.len; at-- > 0 && object.len - at <= NAME_BYTES_MAX;) {
        bs_str here = bs_str_slice(object, at, object.len), list = bs_str_from(most), one;
        while (bs_str_next(&list, '|', &one)) {
            if (bs_str_starts(here, one)) return bs_str_slice(here, one.len, here.len);
        }
        if (bs_list_starts(here, ". |,")) break;
    }
    return (bs_str){0};
}

// "가장 많은 관광객을 기록한 국가는 북국(62만 명)이며 이어 동국(31만 명) 순이다": it measures
// visitors, and no countries.
static void name_by_most(bs_quantity_array *all, size_t first, bs_str text)
{
    static const char kinds[] = "국가|나라|시장|업종|지역|품목|부문|기업|업체|도시|분야|항목|국적|"
                                "연령대|곳|회사|산업|종목|시도|시군구|노선|공항|항만|품종|작물";
    bs_str named = {0}, measure = {0};
    for (size_t i = first; i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        bs_str name = self->indicator;
        if (self->subject.len == 0 || !bs_list_is(name, kinds)) continue;
        bool again = named.len > 0 && named.ptr == name.ptr;
        size_t start = (size_t)(name.ptr - text.ptr);
        if (!again) {
            bool inside = name.ptr >= text.ptr && start <= text.len;
            size_t from = start > FRONT_BYTES_MAX ? start - FRONT_BYTES_MAX : 0;
            measure = inside ? measure_of(bs_str_slice(text, from, start)) : (bs_str){0};
            named = name;
        }
        if (measure.len > 0) self->indicator = measure;
    }
}

// "고령자가 전체 사망자의 절반에 가까운": the owner of a share, and what it is a share of.
static bs_str without_whole(bs_str name)
{
    static const char wholes[] = "가 전체 |이 전체 |은 전체 |는 전체 |도 전체 |가 전국 |이 전국 ";
    static const char nouns[] = "어린|젊은|늙은|나|아|차|사|종|높|길|깊|넓";
    for (size_t at = 1; at < name.len; at++) {
        if (!bs_list_starts(bs_str_slice(name, at, name.len), wholes)) continue;
        bs_str owner = bs_str_slice(name, 0, at);
        bool noun =
            bs_list_starts(bs_str_slice(name, at, name.len), "이") && bs_list_ends(owner, nouns);
        return noun ? name : owner;
    }
    return name;
}

// "생산량도 감소" of "생산량도 감소(8.3%)하여", "- 투자계획" of an item in a line.
static bs_str without_deed(bs_str name)
{
    static const char deeds[] = "도 감소|도 증가|이 감소|이 증가|가 감소|가 증가|은 감소|은 증가|"
                                "는 감소|는 증가|도 상승|도 하락|이 상승|이 하락|가 상승|가 하락";
    if (bs_str_starts(name, BS_STR("- "))) name = bs_str_trim(bs_str_slice(name, 1, name.len));
    if (!bs_list_ends(name, "감소|증가|상승|하락")) return name; // nearly every name
    bs_str deed = bs_str_longest_end(name, deeds);
    return deed.len < name.len ? bs_str_slice(name, 0, name.len - deed.len) : name;
}

// "2034年の訪日客数 626 万人を 28 万人上回った": the name goes as far as the number that something
// is held against, and begins behind the particle of its time.
static bs_str without_level(bs_str name, const bs_quantity *before)
{
    bs_str level = before->text;
    bool ends = before->valued && before->kind != BS_KIND_ORDINAL && name.len > level.len &&
                level.ptr + level.len == name.ptr + name.len;
    if (!ends) return name;
    name = bs_str_trim(bs_str_slice(name, 0, name.len - level.len));
    if (bs_str_starts(name, BS_STR("の"))) name = bs_str_slice(name, strlen("の"), name.len);
    return bs_str_trim(name);
}

// "過去最高を更新した中国は": behind its object the verb is none of the name.
static bs_str without_verb(bs_str name, bs_str text)
{
    enum { VERB_BYTES_MAX = 15, NAME_BYTES_MIN = 6 };
    static const char ends[] = "した|する|している|していた|しました";
    size_t start = (size_t)(name.ptr - text.ptr), at = 0;
    bool inside = name.len > 0 && name.ptr > text.ptr && start < text.len;
    if (!inside || !bs_list_ends(bs_str_slice(text, 0, start), "を")) return name;
    while (at < name.len && at <= VERB_BYTES_MAX) {
        bs_rune rune = bs_utf8_decode(name, at);
        if (!bs_rune_is_han(rune.code)) break;
        at += rune.len;
    }
    bs_str rest = bs_str_slice(name, at, name.len);
    if (at == 0 || !bs_list_starts(rest, ends)) return name;
    rest = bs_str_slice(rest, bs_list_starts(rest, "して") ? strlen("している") : strlen("した"),
                        rest.len);
    bs_rune next = bs_utf8_decode(rest, 0);
    bool noun = bs_rune_is_han(next.code) || (next.code >= 0x30A0 && next.code <= 0x30FF);
    return noun && rest.len >= NAME_BYTES_MIN ? rest : name;
}

// "Unemployment rate - 4.0 per cent", "China – 405.7": the dash behind a name is none of it.
static bs_str before_dash(bs_str name)
{
    static const char dashes[] = " -| –| —";
    for (bs_str dash; (dash = bs_str_longest_end(name, dashes)).len > 0 && dash.len < name.len;)
        name = bs_str_trim(bs_str_slice(name, 0, name.len - dash.len));
    return name;
}

// "사망자 수가 전년(4,762명) 대비": a measure with its particle names no part.
static void settle_measure(bs_quantity *self)
{
    static const char measures[] =
        "수가|률이|율이|액이|량이|비가|가격이|매출이|이익이|인구가|규모가";
    if (self->indicator.len > 0 || !bs_list_ends(self->subject, measures)) return;
    self->indicator = bs_str_slice(self->subject, 0, self->subject.len - strlen("가"));
    self->subject = (bs_str){0};
}

// "輸出額については": what the sentence speaks of. A place in an order, "5位", names nothing.
static bs_str without_about(bs_str name)
{
    bool place = bs_str_ends(name, BS_STR("位")) && name.len <= strlen("100位");
    if (place && bs__label_holds_digit(name)) return (bs_str){0};
    bs_str about = bs_str_longest_end(name, "について|に関して|につきまして");
    return bs_str_slice(name, 0, name.len - about.len);
}

void bs__label_clean(bs_quantity_array *all, size_t first, bs_str text, bs_lang lang)
{
    if (lang == BS_LANG_KO) name_by_most(all, first, text);
    for (size_t i = first; i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        if (i > first) self->indicator = without_level(self->indicator, self - 1);
        if (lang == BS_LANG_JA)
            self->indicator = without_about(without_verb(self->indicator, text));
        if (lang != BS_LANG_KO) continue;
        self->indicator = without_deed(without_whole(self->indicator));
        self->subject = without_deed(self->subject);
        settle_measure(self);
    }
}

void bs__label_undash(bs_quantity_array *all, size_t first)
{
    for (size_t i = first; i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        self->indicator = before_dash(self->indicator);
        self->subject = before_dash(self->subject);
    }
}
