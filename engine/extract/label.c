// SPDX-License-Identifier: GPL-3.0-or-later
// What a number in a sentence measures: the noun phrase that its language puts beside it.
//
// Korean and Japanese mark it with a particle ("총액은 121억"), Chinese puts it before the verb
// ("总额达42万亿元"), English before the verb or behind a preposition. The phrase is for people and
// for matching two mentions of one figure; it is never parsed further.
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/extract_internal.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/label_words.h"
#include "engine/extract/numeral.h"
#include "engine/extract/relative.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

// A language that is not known is read as English.
static bs_lang known(bs_lang lang)
{
    return lang == BS_LANG_UNKNOWN ? BS_LANG_EN : lang;
}

bool bs__label_is_named_kind(const bs_quantity *quantity)
{
    return quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_PERCENT ||
           quantity->kind == BS_KIND_CURRENCY || quantity->kind == BS_KIND_RANGE;
}

// What the members of a list share: the indicator of the nearest number before this one that has a
// subject too, or what stands before the "top 3" that opens the list.
static bs_str shared_indicator(const bs_quantity_array *all, size_t index, size_t first,
                               bs_str text, bs_lang lang)
{
    if (index - first > BS__LABEL_LIST_COUNT_MAX) first = index - BS__LABEL_LIST_COUNT_MAX;
    size_t start = bs__label_start(&all->items[index], text);
    size_t low = lang == BS_LANG_KO ? bs_role__start_before(text, 0, start) : 0;
    for (size_t i = index; i-- > first;) {
        const bs_quantity *other = &all->items[i];
        if (bs__label_start(other, text) < low) return (bs_str){0};
        bs_str apart = bs_str_slice(text, bs__label_end(other, text), start);
        if (lang == BS_LANG_EN && bs_str_find(apart, BS_STR(". "), 0) != SIZE_MAX)
            return (bs_str){0};
        bool alike = lang != BS_LANG_KO || bs_str_equal(other->unit, all->items[index].unit);
        if (alike && other->subject.len > 0 && other->indicator.len > 0) return other->indicator;
        if (other->kind == BS_KIND_RANK) return bs__label_phrase_before(all, i, first, text, lang);
    }
    return (bs_str){0};
}

// The topic of a Japanese "売上高は計画", which holds it against another level of itself.
static bs_str held_against(bs_str name)
{
    bs_str of_topic = BS_STR("は");
    size_t at = bs_str_find(name, of_topic, 0);
    if (at == SIZE_MAX || at == 0) return (bs_str){0};
    bs_str level = bs_str_trim(bs_str_slice(name, at + of_topic.len, name.len));
    if (!bs_list_ends(level, "計画|予想|予測|見込み|見通し|目標|実績|決算額|実績値|予想値|"
                             "目標値|計画値|当初予算|当初予算額|前期|前年度|前年"))
        return (bs_str){0};
    return bs_str_slice(name, 0, at);
}

// The name in front of the number's parenthesis, and the phrase before it all.
static bs_str set_subject(const bs__naming *n)
{
    bs_quantity *self = bs__naming_self(n);
    bs_str name = bs__label_name_before(n->all, n->index, n->text, n->limit);
    if (n->lang == BS_LANG_KO) name = bs__label_with_number(n, name);
    self->subject = name;
    (void)bs__label_strip_start(&self->subject, n->lang);
    // "수출의 경우 목재(52.8억불)"
    bs_str of_case = BS_STR("의 경우 ");
    size_t at_case = bs_str_find(self->subject, of_case, 0);
    if (at_case != SIZE_MAX)
        self->subject = bs_str_slice(self->subject, at_case + of_case.len, self->subject.len);
    // "수출은 작년 같은 달(563억 달러)보다": a time is no name.
    bool time = bs__is_relative(bs__label_after_break(self->subject, n->lang), n->printed) ||
                bs_list_starts(self->subject, "이는 |이 수치는 ") ||
                (n->lang == BS_LANG_KO && (bs__label_ends_in_time(name) ||
                                           bs__label_ends_in_cause(self->subject, n->lang))) ||
                (n->lang == BS_LANG_JA && bs__label_is_empty(self->subject, BS_LANG_JA));
    // "기준금리를 현 수준(2.75%)에서 두기로": the object is what stands there.
    if (n->lang == BS_LANG_KO && bs_list_is(name, "현 수준|현재 수준|수준|현행 수준|현행")) {
        bs_str front = bs_str_trim(bs_str_slice(n->text, 0, (size_t)(name.ptr - n->text.ptr)));
        if (bs_list_ends(front, " 현재")) front.len -= strlen(" 현재");
        if (bs_list_ends(front, "을|를")) {
            self->subject = (bs_str){0};
            return bs__label_phrase(n->text, n->limit, front.len - strlen("을"), n->lang);
        }
    }
    // "売上高は計画(50億円)を6%上回った": what the topic is held against is no name either.
    bs_str topic = n->lang == BS_LANG_JA && !time ? held_against(self->subject) : (bs_str){0};
    if (topic.len > 0) {
        self->subject = (bs_str){0};
        return topic;
    }
    if (n->printed == BS_LANG_EN) self->subject = bs__label_not_compared(self->subject);
    if (n->printed == BS_LANG_EN) time = time || bs__label_is_part_in_words(self->subject);
    if (time) self->subject = (bs_str){0};
    if (n->printed == BS_LANG_EN && self->subject.len > 0) {
        bs_str head = bs__label_english_aside(n, &self->subject);
        if (head.len > 0) return head;
    }
    // "1,866만 명으로 지난해 3분기(1,799만 명)보다": the same at another time.
    if (n->lang == BS_LANG_KO && bs__label_is_at_other_time(n)) return self->subject = (bs_str){0};
    // "구성비는 5~9년(17.6%), 30년 이상(17.0%)": the number is the name.
    if (n->lang == BS_LANG_KO && self->subject.len > 0 &&
        self->subject.ptr < n->text.ptr + n->limit) {
        bs_str shared = shared_indicator(n->all, n->index, n->first, n->text, n->lang);
        size_t at = (size_t)(self->subject.ptr - n->text.ptr);
        return shared.len > 0 ? shared : bs__label_topic(n->text, at, n->lang);
    }
    bs_str whole =
        self->subject.len > 0 && n->lang == BS_LANG_KO ? bs__label_of_aside(n) : (bs_str){0};
    if (whole.len > 0) return whole;
    bs_str phrase = self->subject.len > 0
                        ? shared_indicator(n->all, n->index, n->first, n->text, n->lang)
                        : bs__label_phrase_before(n->all, n->index, n->first, n->text, n->lang);
    bs_str directly = bs__label_before(self, n->text, n->limit);
    bool moved_to = bs_str_equal(directly, BS_STR("to")) || bs_list_ends(directly, " to");
    if (n->printed != BS_LANG_EN || !moved_to) return phrase;
    bs_str moved = bs__label_moved(n);
    return moved.len > 0 ? moved : phrase;
}

// The noun that is counted, or that something was done with, behind the number.
static bs_str noun_behind(const bs__naming *n, bs_str phrase)
{
    const bs_quantity *self = bs__naming_self(n);
    const bs__label_grammar *grammar = bs__label_grammar_of(n->lang);
    if (n->printed == BS_LANG_EN && phrase.len == 0 && bs__label_is_held_against(n))
        return (bs_str){0};
    bool last = n->index + 1 == n->all->count;
    size_t next = last ? n->text.len : bs__label_start(self + 1, n->text);
    bs_str after = bs_str_slice(n->text, bs__label_end(self, n->text), next), noun = {0};
    bs_str before = bs__label_before(self, n->text, n->limit);
    bs_str sized = n->lang == BS_LANG_KO ? bs__label_sized(n, after, phrase) : (bs_str){0};
    if (sized.len > 0) return bs__label_is_empty(sized, n->lang) ? (bs_str){0} : sized;
    // "국내 최대 16MW 풍력발전기": what is the largest is named behind its size.
    bool largest = n->lang == BS_LANG_KO && bs_list_ends(before, "최대|최초|최소|최장|최고");
    if (largest) sized = bs__label_noun_after(bs_str_trim(after), "", n->printed);
    if (sized.len > 0) return sized;
    bool counted = bs_unit_dimension(self->unit) == BS_DIM_COUNT_OF &&
                   !bs_str_equal(self->unit, BS_STR("count:배"));
    bool taken = n->index > n->first && phrase.len > 0 && bs_str_equal(phrase, self[-1].indicator);
    // "货柜吞吐量为342万个标准货柜单位": what is measured is named already.
    bool measured = n->lang == BS_LANG_ZH && bs_list_ends(phrase, "量|数|总额|规模|人次");
    // "两项合计影响CPI": what they have done, and no noun.
    bool summed = n->lang == BS_LANG_ZH && bs_list_starts(after, "合计|共计|合共|总计");
    // "专利64项 商标83项": a blank parts what is counted from the next.
    summed |= n->lang == BS_LANG_ZH && phrase.len > 0 && bs_str_starts(after, BS_STR(" "));
    if (((counted && !measured) || phrase.len == 0) && !summed)
        noun = bs__label_noun_after(after, grammar->links, n->printed);
    if (noun.len == 0 && (taken || phrase.len == 0) && grammar->objects[0] != '\0')
        noun = bs__label_noun_after(after, grammar->objects, n->printed);
    // "其中66万人次为内地旅客"
    if (n->lang == BS_LANG_ZH && phrase.len == 0 && noun.len == 0 && counted)
        noun = bs__label_complement(after);
    if (n->printed == BS_LANG_EN && phrase.len == 0 && bs_str_equal(self->unit, BS_STR("1")))
        noun = bs__label_there_is(bs__label_before(self, n->text, n->limit), after);
    // "1분기 대비 24.6조원 예금 14.9조원": the name of the next number.
    bool nexts = n->lang == BS_LANG_KO && !counted && !last && noun.len > 0 &&
                 bs_str_trim(after).len <= noun.len + strlen("은");
    if (nexts) noun = (bs_str){0};
    // "9社の既存店売上高が前年比0.6%増": what they have is what the next clause tells of.
    if (n->lang == BS_LANG_JA && bs_str_has_any(noun, "が|は|を")) noun = (bs_str){0};
    bool times = bs_str_equal(self->unit, BS_STR("count:times"));
    bool acted = phrase.len == 0 || bs__label_acts(bs__label_before(self, n->text, n->limit));
    bool added = bs_role__moves(self) &&
                 bs_list_ends(bs__label_before(self, n->text, n->limit), "by|up|down");
    if (n->printed == BS_LANG_EN && counted && !times && acted && !(added && phrase.len == 0))
        noun = bs_str_slice(self->unit, sizeof "count:" - 1, self->unit.len);
    // "충전기 1,200대 설치": what is counted is named already.
    // "공공기관 27곳의 부채비율": so is it where a measure of it stands behind.
    bool named = n->lang == BS_LANG_KO && counted && phrase.len > 0;
    bool measured_of = bs_str_starts(after, BS_STR("의 ")) && bs__label_is_measure(noun, false) &&
                       !bs_list_ends(phrase, "한|된|은|는|인|던");
    if (named && (bs__label_is_act(noun) || measured_of)) noun = (bs_str){0};
    if (n->printed == BS_LANG_EN && phrase.len > 0 && acted && noun.len == 0)
        noun = bs__label_done_to(self, after);
    return bs__label_is_empty(noun, n->lang) ? (bs_str){0} : noun;
}

static bool is_nameless(const bs_quantity *quantity)
{
    return quantity->indicator.len == 0 && quantity->subject.len == 0;
}

static void name_in_english(const bs__naming *n)
{
    bs_quantity *self = bs__naming_self(n);
    self->indicator = bs__label_behind(self, n->text, n->limit);
    if (self->indicator.len > 0) return;
    const bs_quantity *other = bs__label_in_sentence(self, &n->all->items[n->first], n->text);
    if (other != NULL) bs__label_take(self, other);
}

// "18岁以下占7.1%", "月收入5000元以下的用户占比41%", "5000—1万元的占38%": a number is part of the
// name of what has the share. Empty for none.
static bs_str sharer_with_number(const bs_quantity_array *all, size_t before, size_t first,
                                 bs_str text, bs_str between)
{
    if (before <= first) return (bs_str){0};
    const bs_quantity *number = &all->items[before - 1];
    size_t at = bs_str_find(between, BS_STR("占"), 0);
    bool bound = number->qualifier != BS_EXACT &&
                 bs_list_starts(between, "以上|以下|以内|及以上|及以下|或以上|或以下|之间");
    bool group = bound || (bs_str_starts(between, BS_STR("的占")) && number->kind == BS_KIND_RANGE);
    bool named = at != SIZE_MAX && (group || bs__label_is_in_name(number, between, BS_LANG_ZH)) &&
                 bs_str_find(between, BS_STR("，"), 0) == SIZE_MAX;
    if (!named) return (bs_str){0};
    size_t start = bs__label_start(number, text);
    size_t limit = before - 1 > first ? bs__label_end(number - 1, text) : 0;
    bs_str lead = bs__label_clause(text, limit, start);
    bool apart = lead.len > 0 && (limit == 0 || lead.ptr > text.ptr + limit);
    size_t from = apart ? (size_t)(lead.ptr - text.ptr) : start;
    bs_str name = bs_str_slice(text, from, bs__label_end(number, text) + at);
    if (bs_str_ends(name, BS_STR("的"))) name = bs_str_slice(name, 0, name.len - strlen("的"));
    return name;
}

// "千葉県が124戸と、東京都が約7割を占めた": what has the share behind an amount of another one.
static bs_str japanese_sharer(bs_str between)
{
    bs_str front = bs_str_trim(between);
    if (bs_list_ends(front, "約")) front.len -= strlen("約");
    if (!bs_list_ends(front, "が|は")) return (bs_str){0};
    front.len -= strlen("が");
    bs_str name = bs_str_behind_last(front, "、|。|）|)|うち");
    bool own = name.len < front.len && bs_utf8_count(name) > 1 && !bs__label_holds_digit(name) &&
               !bs__label_is_filler(name, BS_LANG_JA) && !bs_str_has_any(name, "を|に|が|は");
    return own ? name : (bs_str){0};
}

// "was worth $12 billion, of which crops made up 39%": a share has the name of its part.
static void name_part(const bs_quantity_array *all, size_t index, size_t first,
                      const bs__passage *passage)
{
    bs_quantity *self = &all->items[index];
    size_t before = index; // the number in front; 제2금융권 holds none
    while (before > first && (all->items[before - 1].kind == BS_KIND_ORDINAL ||
                              all->items[before - 1].kind == BS_KIND_IDENTIFIER))
        before--;
    size_t from = before > first ? bs__label_end(&all->items[before - 1], passage->text) : 0;
    bs_str between = bs_str_slice(passage->text, from, bs__label_start(self, passage->text));
    // "原料成本占销售额的35%", "이들의 생산액은 전체의 61%"
    bool share = self->role == BS_ROLE_SHARE;
    bs_str sharer = {0};
    if (share && passage->lang == BS_LANG_ZH)
        sharer = sharer_with_number(all, before, first, passage->text, between);
    if (share && passage->lang == BS_LANG_ZH && sharer.len == 0)
        sharer = bs__label_sharer(self, passage->text, from);
    else if (share && passage->lang == BS_LANG_KO)
        sharer = bs__label_korean_sharer(self, passage->text, from);
    else if (share && passage->lang == BS_LANG_JA)
        sharer = japanese_sharer(between);
    if (sharer.len > 0) {
        self->indicator = sharer;
        self->subject = (bs_str){0};
    }
    // "accounted for 44 per cent of the total, broadcast for 38 per cent"
    bs_str member = bs_str_trim(bs_str_behind_last(between, ","));
    bool gapped = share && passage->lang == BS_LANG_EN && bs_str_ends(member, BS_STR(" for")) &&
                  member.len < between.len && !bs__label_has_verb(member);
    bool part =
        passage->lang == BS_LANG_EN && (gapped || bs_list_starts(between, ", of which |, with "));
    bs_str name =
        part ? bs__label_phrase_before(all, index, first, passage->text, BS_LANG_EN) : (bs_str){0};
    // "of which $39 billion is for grants": what the part is for stands behind it.
    bool stated = part && name.len == 0 && bs_list_starts(between, ", of which ");
    if (stated) name = bs__label_behind(self, passage->text, from);
    if (name.len > 0) self->indicator = name;
}

// "This is 3.4 percent above ...": of what the sentence before tells.
static bool is_pronoun(const bs__naming *n)
{
    const bs_quantity *self = bs__naming_self(n);
    return n->printed == BS_LANG_EN && n->index > n->first &&
           bs_str_equal_nocase(self->indicator, BS_STR("This"));
}

// "損失は4百万円（前年同期は31百万円の損失）": the same at another time.
static bool is_same_again(const bs__naming *n, bs_str phrase)
{
    const bs_quantity *self = bs__naming_self(n);
    if (n->lang != BS_LANG_JA || n->index == n->first || phrase.len > 0) return false;
    if (!bs_str_equal(self[-1].unit, self->unit)) return false;
    bs_str before = bs_str_slice(n->text, n->limit, bs__label_start(self, n->text));
    return bs__starts_relative(bs_str_behind_last(before, "（|("), n->lang);
}

// "負債は、借入金の返済12億円などにより、6億円減少した": behind a cause the topic is what has
// moved.
static bs_str behind_cause(const bs__naming *n)
{
    const bs_quantity *self = bs__naming_self(n);
    bs_str front = bs_str_slice(n->text, 0, bs__label_start(self, n->text));
    if (n->lang != BS_LANG_JA || !bs_role__ends_in_cause(front)) return (bs_str){0};
    return bs__label_topic_of(n->all, n->index, n->first, n->text, BS_LANG_JA);
}

// "에너지진단 : 2,015개소 실시", "이용객 : 일평균 4.1만명": what the colon stands behind.
static bs_str led_in_korean(const bs__naming *n, bs_str phrase)
{
    bool rate =
        bs_list_starts(phrase, "일평균|월평균|연평균|하루평균") && bs_list_ends(phrase, "평균");
    bool open = n->lang == BS_LANG_KO && (phrase.len == 0 || rate);
    return open ? bs__label_korean_colon(n) : (bs_str){0};
}

// "수도권은 보합에서 0.01% 상승 전환했다": who has come from how it moved before.
static bs_str turned_from(const bs__naming *n)
{
    static const char froms[] = "보합에서|하락에서|상승에서|감소에서|증가에서|적자에서|흑자에서";
    bs_str before = bs__label_before(bs__naming_self(n), n->text, n->limit);
    if (!bs_list_ends(before, froms)) return (bs_str){0};
    bs_str clause = bs_str_behind_last(before, ", |. ");
    size_t at = bs_str_find(clause, BS_STR("은 "), 0);
    if (at == SIZE_MAX) at = bs_str_find(clause, BS_STR("는 "), 0);
    return at == SIZE_MAX ? (bs_str){0} : bs_str_slice(clause, 0, at);
}

// The phrase in front of a number, where it is a party, goes on from a number, or is no time of the
// day: "환율은 오후 3시 30분 현재 4.6원 내린"; "삼겹살 100g 2,740원" has the price of what is
// weighed.
static bs_str korean_phrase(const bs__naming *n, bs_str phrase)
{
    const bs_quantity *self = bs__naming_self(n);
    if (phrase.len == 0) phrase = turned_from(n);
    bs_str party = bs__label_party(n);
    if (party.len > 0) return party;
    bool clock = bs_list_starts(phrase, "오전 |오후 |이날 오전 |이날 오후 ") &&
                 bs__label_holds_digit(phrase);
    if (clock) return bs__label_topic_of(n->all, n->index, n->first, n->text, n->lang);
    if (bs__label_is_korean_cause(phrase, self, n->text)) {
        bs_str topic = bs__label_topic_of(n->all, n->index, n->first, n->text, n->lang);
        if (topic.len > 0) return topic;
    }
    bool weighed = phrase.len == 0 && n->index > n->first && self->kind == BS_KIND_CURRENCY &&
                   self[-1].kind == BS_KIND_QUANTITY &&
                   bs_unit_dimension(self[-1].unit) == BS_DIM_MASS &&
                   bs_str_equal(bs__label_between(self - 1, self, n->text), BS_STR(" "));
    if (weighed) return self[-1].indicator;
    return bs__label_with_number(n, bs__label_of_listed(n, phrase));
}

// "従業員の6％にあたる3000人": of what the share is in front of it.
static bs_str told_by_share(const bs__naming *n)
{
    const bs_quantity *self = bs__naming_self(n);
    if (n->lang != BS_LANG_JA || n->index == n->first) return (bs_str){0};
    bs_str between = bs_str_trim(bs__label_between(self - 1, self, n->text));
    if (!bs_list_starts(between, "にあたる|に当たる|に相当する|相当の")) return (bs_str){0};
    return bs__label_phrase_before(n->all, n->index - 1, n->first, n->text, BS_LANG_JA);
}

// "to €5.1 billion in 2026, or 1.5% of national income": the amount in front once more, as a share.
static bool is_said_as_share(const bs__naming *n)
{
    const bs_quantity *first = &n->all->items[n->first], *before = bs__naming_self(n);
    if (n->lang != BS_LANG_EN || before->kind != BS_KIND_PERCENT || n->index == n->first)
        return false;
    bs_str gap = bs_str_trim(bs__label_between(before - 1, before, n->text));
    while (before > first && (before == bs__naming_self(n) || bs__label_is_time(before)))
        before--;
    bool amount = before->kind == BS_KIND_CURRENCY || before->kind == BS_KIND_QUANTITY;
    if (!amount || before->indicator.len == 0 ||
        !bs_role__same_sentence(n->text, before, bs__naming_self(n)))
        return false;
    if (!bs_list_is(gap, ", or|or|, equivalent to|, equal to|, or about|, or around")) return false;
    bs__label_take(bs__naming_self(n), before);
    return true;
}

// The name that the words around the number give, where they do.
static void name_by_words(bs__naming *n)
{
    bs_quantity *self = bs__naming_self(n);
    bs_str phrase = set_subject(n);
    bs_str led = self->subject.len == 0 ? led_in_korean(n, phrase) : (bs_str){0};
    if (led.len > 0) phrase = led;
    if (n->lang == BS_LANG_KO && self->subject.len == 0) phrase = korean_phrase(n, phrase);
    bool split = n->lang == BS_LANG_KO && led.len == 0 && self->subject.len == 0;
    if (split && bs__label_split_topic(n, phrase)) return;
    if (phrase.len == 0 && self->subject.len == 0) phrase = behind_cause(n);
    if (phrase.len == 0 && self->subject.len == 0) phrase = told_by_share(n);
    bool again = is_same_again(n, phrase);
    bs_str noun = again || led.len > 0 ? (bs_str){0} : noun_behind(n, phrase);
    self->indicator = noun.len > 0 ? noun : phrase;
    if (n->printed == BS_LANG_EN) bs__label_set_place(n, phrase);
    if (bs__is_relative(self->indicator, n->printed)) self->indicator = (bs_str){0};
    if (is_pronoun(n))
        self->indicator = self[-1].indicator;
    else if (is_nameless(self) && n->index > n->first) {
        // "二酸化炭素の排出量を5年度比で25％削減する"
        bool own = n->lang == BS_LANG_JA && bs_role__moves(self);
        if (own) self->indicator = bs__label_object(n);
        if (self->indicator.len == 0) bs__label_borrow(n);
    }
}

static void name_in_chinese(bs__naming *n)
{
    bs_quantity *self = bs__naming_self(n);
    bs_str before = bs_str_slice(n->text, 0, bs__label_start(self, n->text));
    self->indicator = bs__label_aspect(n->text, n->limit, before.len);
    bool first = bs_str_find(before, BS_STR("。"), 0) == SIZE_MAX;
    if (is_nameless(self) && self->kind == BS_KIND_PERCENT && first)
        self->indicator = bs__label_item(n->text);
}

// "経常利益では98百万円と前年に比べ6百万円の減益": of the level in front.
static void take_level_beside(const bs__naming *n)
{
    bs_quantity *self = bs__naming_self(n);
    if (n->index == n->first || self[-1].indicator.len == 0) return;
    if (bs__label_is_time(self - 1) || !bs_str_equal(self[-1].unit, self->unit)) return;
    bs_str gap = bs_str_trim(bs__label_between(self - 1, self, n->text));
    bool beside = bs_list_starts(gap, "と|で、") && !bs_str_has_any(gap, "。|は|が");
    if (beside && bs__label_holds_against(gap, n->lang)) bs__label_take(self, self - 1);
}

// What is left to name a number that the words around it do not.
static void name_at_last(bs__naming *n)
{
    bs_quantity *self = bs__naming_self(n);
    if (is_nameless(self))
        self->indicator = bs__label_before_colon(self, n->text, n->limit, n->lang);
    if (is_nameless(self) && n->lang == BS_LANG_EN) name_in_english(n);
    if (is_nameless(self) && n->lang == BS_LANG_KO && n->index == n->first)
        self->indicator = bs__label_korean_headline(self, n->text);
    if (n->lang == BS_LANG_KO)
        self->indicator = bs__label_with_clause(
            bs__label_with_answer(self->indicator, n->text, n->limit), n->text, n->limit);
    if (is_nameless(self) && n->lang == BS_LANG_ZH) name_in_chinese(n);
    if (is_nameless(self) && n->lang == BS_LANG_JA) self->indicator = bs__label_object(n);
    if (is_nameless(self) && n->lang == BS_LANG_JA) take_level_beside(n);
    if (is_nameless(self))
        self->indicator = bs__label_topic_of(n->all, n->index, n->first, n->text, n->lang);
}

// Where the words that may name a number begin.
static size_t limit_of(const bs_quantity *self, const bs__passage *passage, size_t before)
{
    bs_str text = passage->text;
    size_t limit = before > 0 ? bs__label_limit(self - 1, text) : 0;
    // "제2금융권(1.2조원)": the ordinal is part of the name.
    bool part = passage->lang == BS_LANG_KO && before > 0 && self[-1].kind == BS_KIND_ORDINAL &&
                bs_rune_is_hangul(bs_utf8_decode(text, limit).code);
    if (!part) return limit;
    return before > 1 ? bs__label_end(self - 2, text) : 0;
}

// "2년 7개월 만에 가장 낮다": how long ago something was, and no measure of anything.
static bool is_how_long_ago(const bs_quantity *self, const bs__passage *passage)
{
    bs_str text = passage->text;
    return passage->lang == BS_LANG_KO && bs_unit_dimension(self->unit) == BS_DIM_DURATION &&
           bs_list_starts(bs_str_trim(bs_str_slice(text, bs__label_end(self, text), text.len)),
                          "만에|만의|만이다|만에서");
}

static void label_quantity(bs__job *job, const bs__passage *passage, size_t index, size_t first)
{
    const bs_quantity_array *all = &job->out->quantities;
    bs_quantity *self = &all->items[index];
    bs_str text = passage->text;
    if (!bs__label_is_named_kind(self) || is_how_long_ago(self, passage)) return;
    bs_str by = {0}, moved = {0};
    size_t behind = index > first ? bs__label_limit(self - 1, text) : 0;
    if (passage->lang == BS_LANG_EN) moved = bs__label_moved_noun(all, index, text, behind, &by);
    if (passage->lang == BS_LANG_EN && moved.len == 0)
        moved = bs__label_result(self, text, behind, &by);
    if (moved.len > 0) {
        self->indicator = moved;
        self->subject = by;
        return;
    }
    size_t limit = limit_of(self, passage, index - first);
    if (passage->lang == BS_LANG_KO)
        self->subject = bs__label_bracketed(text, limit, bs__label_start(self, text));
    if (self->subject.len > 0) return;
    bs__naming n = {all, index, first, text, passage->lang, known(passage->lang), limit};
    if (n.printed == BS_LANG_EN && (bs__label_said(&n) || bs__label_goes_on_acting(&n))) return;
    if (self->of < index) {
        bs__label_take(self, &all->items[self->of]);
        if (passage->lang == BS_LANG_ZH && self->subject.len > 0 && self->of >= first)
            self->subject = bs__label_own_subject(all, self->of, first, text);
        name_part(all, index, first, passage);
        return;
    }
    if (is_said_as_share(&n) || bs__label_is_base_aside(&n) || bs__label_is_of_compared(&n)) return;
    name_by_words(&n);
    if (n.printed == BS_LANG_EN && is_nameless(self) && !bs__label_told_before(&n))
        (void)bs__label_act(&n);
    name_at_last(&n);
    if (n.printed == BS_LANG_EN) (void)bs__label_act(&n);
    if (self->subject.len == 0) self->subject = bs__label_leading_subject(passage);
    bool twice = self->subject.len > 0 && (self->subject.ptr == self->indicator.ptr ||
                                           bs_str_ends(self->indicator, self->subject));
    if (twice) self->subject = (bs_str){0};
}

void bs__label_quantities(bs__job *job, const bs__passage *passage, size_t first)
{
    bs_quantity_array *all = &job->out->quantities;
    for (size_t i = first; i < all->count; i++)
        label_quantity(job, passage, i, first);
    for (size_t i = first; i < all->count; i++) {
        bs_quantity *self = &all->items[i];
        if (self->of == BS_NO_QUANTITY || self->of < i) continue;
        bs_quantity *level = &all->items[self->of];
        // "CPI上涨0.2%，其中8类商品": each has its own name.
        bool named = self->indicator.len > 0 && level->indicator.len > 0;
        if (named && passage->lang == BS_LANG_ZH) continue;
        // "出口增长3.1%，达到846亿美元": the name stands before the rate.
        bs_quantity *to = level->indicator.len > 0 ? self : level;
        const bs_quantity *from = to == self ? level : self;
        bs__label_take(to, from);
    }
    if (passage->lang == BS_LANG_EN) bs__label_spread(all, first, passage->text);
    if (passage->lang == BS_LANG_ZH) bs__label_owners(all, first, passage->text);
    if (passage->lang == BS_LANG_JA) bs__label_segments(job, passage, first);
    if (passage->lang == BS_LANG_KO) bs__label_korean_owners(all, first, passage->text);
    if (passage->lang == BS_LANG_KO || passage->lang == BS_LANG_JA) {
        bs__label_followers(all, first, passage->text, passage->lang);
        bs__label_clean(all, first, passage->text, passage->lang);
    }
    bs__label_undash(all, first);
    bs__label_settle(all, first, passage->lang);
}
