// SPDX-License-Identifier: GPL-3.0-or-later
// What a rate, share or change belongs to: the amount of its sentence that it is a detail of.
#include <string.h>

#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/label_internal.h"
#include "engine/extract/relative.h"
#include "engine/extract/role.h"
#include "engine/extract/words.h"

// A length of time with decimals ("133.2時間") has been measured; others say since when.
static bool is_amount(const bs_quantity *quantity)
{
    bool length = bs_unit_dimension(quantity->unit) == BS_DIM_DURATION;
    // "65세 이상 취업자는 3.1%": an age with a bound names a group.
    bool group = bs_unit_is_age(quantity->unit) &&
                 (quantity->qualifier == BS_AT_LEAST || quantity->qualifier == BS_AT_MOST ||
                  quantity->qualifier == BS_MORE_THAN || quantity->qualifier == BS_LESS_THAN);
    return !group && (!length || quantity->value.scale > 0) && quantity->role == BS_ROLE_LEVEL &&
           (quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_CURRENCY);
}

// The base of an index number, "2020=100", and what something has contributed, "（寄与度0.34）",
// are no amounts that anything belongs to.
static bool is_detail(const bs_quantity *quantity, bs_str text)
{
    size_t start = bs__label_start(quantity, text);
    return start > 0 &&
           (text.ptr[start - 1] == '=' ||
            bs_list_ends(bs_str_trim(bs_str_slice(text, 0, start)), "（寄与度|(寄与度|、寄与度"));
}

// "两项合计影响CPI上涨0.3个百分点": how many do something together is no level of what stands in
// front, and what they do is of none of them.
static bool counts_together(const bs_quantity *count, bs_str text)
{
    bs_str behind = bs_str_slice(text, bs__label_end(count, text), text.len);
    return bs_str_equal(count->unit, BS_STR("count:项")) &&
           bs_list_starts(behind, "合计|共计|合共|总计");
}

bool bs_role__is_whole(const bs_quantity_array *quantities, size_t index, bs_str text)
{
    static const char joints[] =
        "的|的约|的近|的将近|的逾|的超过|의|의 약|의 무려|의 불과|の|の約|のおよそ|のほぼ";
    const bs_quantity *self = &quantities->items[index], *next = self + 1;
    if (index + 1 >= quantities->count || !is_amount(self) || !bs_role__is_rate(next)) return false;
    bool part = next->role == BS_ROLE_SHARE || next->role == BS_ROLE_LEVEL;
    return part && bs_list_is(bs_str_trim(bs__label_between(self, next, text)), joints);
}

bool bs_role__same_sentence(bs_str text, const bs_quantity *a, const bs_quantity *b)
{
    size_t from = bs__label_end(a, text), to = bs__label_start(b, text);
    return bs_role__stop_after(text, from, to) == to;
}

bool bs_role__in_parentheses(const bs_quantity *quantity, bs_str text)
{
    size_t start = bs__label_start(quantity, text);
    uint32_t behind = bs_utf8_decode(text, start + quantity->text.len).code;
    return bs__label_is_open(bs_utf8_decode_before(text, start).code) && bs__label_is_close(behind);
}

// "人口は88万人(男43万人、女45万人)で、3,657人減少": does a bracket that one number stands in close
// in front of another?
static bool is_left_behind(const bs_quantity *quantity, const bs_quantity *later, bs_str text)
{
    if (bs_role__in_parentheses(quantity, text)) return true;
    size_t at = bs__label_end(quantity, text), end = bs__label_start(later, text);
    for (size_t depth = 0; at < end;) {
        bs_rune rune = bs_utf8_decode(text, at);
        if (bs__label_is_close(rune.code) && depth-- == 0) return true;
        depth += bs__label_is_open(rune.code);
        at += rune.len;
    }
    return false;
}

// Has the sentence turned to another thing where number `index` stands? A time in front of that is
// part of what it says.
static bool has_turned(const bs_quantity_array *quantities, size_t first, size_t index, bs_str text,
                       bs_lang lang)
{
    size_t before = index;
    while (before > first && quantities->items[before - 1].role == BS_ROLE_OTHER)
        before--;
    if (before == first) return false;
    const bs_quantity *last = &quantities->items[before - 1];
    size_t from = bs__label_end(last, text);
    size_t to = bs__label_start(&quantities->items[index], text);
    return from < to && bs_role__turns(bs_str_slice(text, from, to), lang);
}

// "OECD 평균(55.2%)보다": what is held against in a parenthesis does not turn to another thing.
static bool is_base_aside(const bs_quantity *quantity, bs_str text)
{
    bs_str behind = bs_str_slice(text, bs__label_end(quantity, text), text.len);
    return bs_role__in_parentheses(quantity, text) &&
           bs_list_starts(behind, ")보다|) 보다|)에 비해|) 대비|)대비|)와 비교|)과 비교");
}

// "육아(-9만3000명), 가사(11만8000명) 등의 영향으로": the last of the examples that a sentence
// gives, of which nothing behind them is a detail.
static bool ends_examples(const bs_quantity *quantity, bs_str text)
{
    enum { ASIDE_BYTES_MAX = 24 };
    bs_str behind = bs_str_slice(text, bs__label_end(quantity, text), text.len);
    size_t close = bs_str_find(bs_str_slice(behind, 0, ASIDE_BYTES_MAX), BS_STR(")"), 0);
    bool first = bs_list_ends(bs_str_slice(text, 0, bs__label_start(quantity, text)), "(|(-");
    bool beside = first && bs_list_starts(behind, ", |，") && close != SIZE_MAX &&
                  memchr(behind.ptr, '(', close) == NULL;
    if (!beside && !bs_role__in_parentheses(quantity, text)) return false;
    if (beside) behind = bs_str_slice(behind, close, behind.len); // "가사(-5만명, -0.8%) 등에서"
    return bs_list_starts(behind, ") 등|)등|）등|） 등|)など|）など|）等|)等");
}

// "목표 5조원의 48.6%였으며 전년보다 14.3% 늘었다", "预算数45370万元的40.9%", "80% of the $100m
// budget": what a percentage is of stands there for its sake, and nothing else moves it.
static bool is_held_against(const bs_quantity_array *all, size_t first, size_t index, bs_str text)
{
    const bs_quantity *self = &all->items[index];
    if (index + 1 < all->count && self[1].kind == BS_KIND_PERCENT) {
        bs_str between = bs_str_trim(bs__label_between(self, &self[1], text));
        bs_str word = bs_str_trim(bs_str_slice(between, 0, strlen("의")));
        bool plain = between.len == word.len || bs_list_ends(between, "의 약|的约|の約");
        if (plain && bs_list_starts(word, "의|的|の")) return true;
    }
    if (index == first || self[-1].kind != BS_KIND_PERCENT) return false;
    bs_str between = bs_str_trim(bs__label_between(&self[-1], self, text));
    return bs_list_starts(between, "of the|of its|of a|of their") &&
           bs_str_find(bs_str_slice(between, strlen("of the"), between.len), BS_STR(" "), 0) ==
               SIZE_MAX;
}

// "cut emissions by 40% and planted 2 million trees": does English go on with another deed between
// a change and the amount behind it? "Rose 5% and reached $2 billion" is of one.
static bool goes_on_with_deed(const bs_quantity *change, const bs_quantity *amount, bs_str text)
{
    // "fell by 4 million barrels versus an expectation of 2 million barrels"
    static const char foreseen[] = "xpectation|xpected|orecast|onsensus|stimate|redicted|rojected";
    static const char same[] =
        "reached|hit|stood|totalled|totaled|came to|amounted|topped|exceeded|"
        "is now|are now|was|were|now |at |ended|closed|averaged";
    if (change + 1 != amount) return false;
    bs_str between = bs_str_trim(bs__label_between(change, amount, text));
    // "imports fell 4.7%, leading to a surplus of 5 million": what comes of it.
    static const char results[] = ", leading to |, resulting in |, leaving a |, leaving the |"
                                  ", causing |, creating |, generating ";
    if (bs_list_starts(between, results)) return true;
    bool base = bs_list_starts(between, "versus |vs |vs. |against |compared |, against |, versus |"
                                        ", compared ");
    if (base && bs_str_has_any(between, foreseen)) return true;
    return bs_list_starts(between, "and ") &&
           !bs_list_starts(bs_str_slice(between, strlen("and "), between.len), same);
}

// "9대 주요 시장 중 대미국(+1.0%)", "15개 품목 중 자동차(+17.8%)": how many kinds there are moves
// in no bracket behind the name of one.
static bool counts_kinds(const bs_quantity *amount, bs_lang lang)
{
    enum { KINDS_MAX = 50 };
    return lang == BS_LANG_KO &&
           bs_list_is(amount->unit, "count:대|count:개|count:가지|count:종") &&
           amount->value.scale == 0 && amount->value.coefficient <= KINDS_MAX;
}

// "货运量719万吨，下降9.7%（全国货物发送量下降9.4%）": the name in front of the movement at the end
// of a bracket is one that the clause in front of the bracket has not.
static bool has_other_chinese_name(bs_str inside, bs_str front)
{
    enum { FRONT_BYTES = 120 };
    static const char measures[] =
        "量|额|值|价格|收入|支出|利润|人数|投资|面积|余额|消费|出口|进口|"
        "總額|價格|進口|餘額|投資|利潤|面積";
    bs_word_hit hit;
    bool moves =
        bs_word_closes(inside, BS_MEANS_UP, &hit) || bs_word_closes(inside, BS_MEANS_DOWN, &hit);
    if (!moves) return false;
    bs_str name = bs_str_slice(inside, 0, hit.start);
    name.len -= bs_str_longest_end(name, "同比|环比|環比|分别|均").len;
    return bs_list_ends(name, measures) &&
           !bs_list_starts(name, "其中|较|比|按|含|不含|扣除|剔除") &&
           bs_str_find(bs_str_tail(front, FRONT_BYTES), name, 0) == SIZE_MAX;
}

// "소득은 526만 원으로 4.5% 증가 (실질소득 2.2% 증가)", "売上高は4.5％増（営業利益は2.2％増）": a
// bracket that opens with another measure tells how that one has moved.
static bool opens_with_measure(const bs_quantity *self, bs_str text, bs_lang lang)
{
    static const char rates[] =
        "증가율|증감률|감소율|상승률|하락률|성장률|신장률|비중|구성비|점유율|"
        "기여도|대비|달성률|집행률|진도율|진척률|폭|비율|등락률|변동률";
    static const char measures[] =
        "売上高|売上|収益|利益|損失|所得|収入|支出|消費|投資|輸出|輸入|"
        "生産|出荷|在庫|受注|賃金|給与|残高|利用者数|件数|人数|台数|戸数";
    enum { NAME_BYTES_MAX = 45 };
    size_t start = bs__label_start(self, text), at = start;
    while (at > 0 && start - at < NAME_BYTES_MAX &&
           !bs__label_is_open(bs_utf8_decode_before(text, at).code))
        at -= bs_utf8_decode_before(text, at).len;
    if (at == 0 || !bs__label_is_open(bs_utf8_decode_before(text, at).code)) return false;
    bs_str name = bs_str_trim(bs_str_slice(text, at, start));
    if (bs_list_ends(name, "은|는|は|が")) name = bs_str_slice(name, 0, name.len - strlen("은"));
    if (name.len == 0 || bs__label_holds_digit(name) || bs__starts_relative(name, lang))
        return false;
    if (lang == BS_LANG_ZH) return has_other_chinese_name(name, bs_str_slice(text, 0, at));
    if (lang == BS_LANG_JA)
        return bs_list_ends(name, measures) && !bs_list_starts(name, "同|うち|対|前");
    return lang == BS_LANG_KO && !bs_list_ends(name, rates) && bs__label_is_measure(name, false);
}

// "국내에서 12.3% 감소한 6만 대, 해외에서 1.6% 감소한 29만 대", "3.2％増の2億円": the amount that
// the movement describes stands right behind it.
static bool describes_next(const bs_quantity_array *all, size_t index, bs_str text, bs_lang lang)
{
    enum { VERB_BYTES_MAX = 30 };
    static const char korean[] =
        "감소한|증가한|늘어난|줄어든|급증한|급감한|상승한|하락한|오른|내린|떨어진|뛴|늘린|줄인|"
        "성장한|신장한|높아진|낮아진|불어난|축소된|확대된|급등한|급락한|많은|적은|높은|낮은|"
        "인상된|인하된|인상한|인하한|올린|낮춘|높인|빠진|치솟은";
    static const char japanese[] = "増の|減の|増加の|減少の|上昇の|低下の|高の|安の|増えた|減った|"
                                   "増加した|減少した|上昇した|低下した";
    if ((lang != BS_LANG_KO && lang != BS_LANG_JA) || index + 1 >= all->count) return false;
    bs_str between = bs__label_between(&all->items[index], &all->items[index + 1], text);
    if (between.len > VERB_BYTES_MAX) return false;
    between = bs_str_trim(between);
    if (lang == BS_LANG_JA) return bs_list_is(between, japanese);
    if (bs_list_starts(between, "나 ")) between = bs_str_slice(between, strlen("나 "), between.len);
    size_t blank = bs_str_find(between, BS_STR(" "), 0);
    bs_str rest =
        blank < between.len ? bs_str_trim(bs_str_slice(between, blank, between.len)) : (bs_str){0};
    return bs_list_is(bs_str_slice(between, 0, blank), korean) &&
           (rest.len == 0 || bs_list_is(rest, "총|약|모두|무려|전체"));
}

// "down 12.7% from $102 million in March and up 9.9%", "9.3% above the 441 of April but 7.3%
// below": the base of the movement in front of it, of which the next one is none.
static bool is_base_of_movement(const bs_quantity_array *all, size_t first, size_t index,
                                bs_str text, bs_lang lang)
{
    static const char joints[] = "from|from the|above the|below the|more than the|less than the|"
                                 "higher than the|lower than the|than the";
    const bs_quantity *self = &all->items[index];
    return lang == BS_LANG_EN && index > first && bs_role__moves(self - 1) &&
           bs_list_is(bs_str_trim(bs__label_between(self - 1, self, text)), joints);
}

// "1분기 대비 24.6조원, 예금 14.9조원 늘어": by how much something has moved, with the verb left
// out.
static bool is_move(const bs_quantity *amount, bs_str text, bs_lang lang)
{
    enum { BASE_BYTES = 8 };
    size_t at = bs__label_start(amount, text);
    bs_str front = bs_str_slice(text, at > BASE_BYTES ? at - BASE_BYTES : 0, at);
    return lang == BS_LANG_KO && bs_list_ends(front, "대비 |比 ");
}

// "18.0%(350명 중 63명), 25.0%(84명 중 21명)": what stands in the bracket of one rate is nothing of
// the next, which has a bracket of its own.
static bool details_other_rate(const bs_quantity_array *all, size_t first, size_t amount,
                               const bs_quantity *self, bs_str text)
{
    enum { BRACKET_BYTES_MAX = 60 };
    size_t start = bs__label_start(&all->items[amount], text);
    bs_str behind = bs_str_slice(text, bs__label_end(self, text), text.len);
    if (self->kind != BS_KIND_PERCENT || !bs_list_starts(behind, "(|（")) return false;
    for (size_t i = amount; i-- > first;) {
        const bs_quantity *other = &all->items[i];
        size_t end = bs__label_end(other, text);
        if (start - end > BRACKET_BYTES_MAX) return false;
        if (bs_list_starts(bs_str_slice(text, end, text.len), "(|（"))
            return other->kind == BS_KIND_PERCENT;
    }
    return false;
}

size_t bs_role__level_for(const bs_quantity_array *quantities, size_t first, size_t index,
                          bs_str text, bs_lang lang)
{
    const bs_quantity *self = &quantities->items[index];
    bool moves = self->role != BS_ROLE_SHARE;
    if (self->role == BS_ROLE_GROWTH && describes_next(quantities, index, text, lang) &&
        is_amount(&quantities->items[index + 1]))
        return index + 1;
    if (moves && index > first && bs__has_own_aside(self, text)) return index - 1;
    if (moves && opens_with_measure(self, text, lang)) return BS_NO_QUANTITY;
    bool together = lang == BS_LANG_ZH && index > first && counts_together(self - 1, text);
    if (moves && together) return BS_NO_QUANTITY;
    bool (*fits)(const bs_quantity *) =
        bs_str_equal(self->unit, BS_STR("%p")) ? bs_role__is_rate : is_amount;
    size_t aside = BS_NO_QUANTITY; // an amount in parentheses is a second choice
    bool inside = bs_role__in_parentheses(self, text), examples = false;
    size_t low = bs_role__start_before(text, 0, bs__label_start(self, text));
    size_t high = bs_role__stop_after(text, bs__label_end(self, text), text.len);
    for (size_t i = index; i-- > first;) {
        const bs_quantity *other = &quantities->items[i];
        if (bs__label_end(other, text) < low) break;
        bool other_thing = moves && quantities->items[i + 1].role != BS_ROLE_OTHER &&
                           !is_base_aside(&quantities->items[i + 1], text) &&
                           !is_held_against(quantities, first, i + 1, text) &&
                           has_turned(quantities, first, i + 1, text, lang);
        if (other_thing) break;
        if (!fits(other) || bs_role__is_whole(quantities, i, text) || is_detail(other, text))
            continue;
        if (inside && counts_kinds(other, lang)) continue;
        if (moves && !inside && is_move(other, text, lang)) break;
        if (moves && i + 1 < index && is_held_against(quantities, first, i, text)) continue;
        if (moves && is_base_of_movement(quantities, first, i, text, lang)) continue;
        if (!is_left_behind(other, self, text)) return i;
        if (details_other_rate(quantities, first, i, self, text)) continue;
        examples |= !inside && ends_examples(other, text);
        if (aside == BS_NO_QUANTITY && !examples) aside = i;
    }
    if (aside != BS_NO_QUANTITY) return aside;
    // "経常収支比率は94.1％、財政力指数は0.46": with a topic of its own it is of nothing behind it.
    bool own = lang == BS_LANG_JA && self->role == BS_ROLE_SHARE &&
               bs_list_ends(bs_str_slice(text, low, bs__label_start(self, text)), "率は|比は");
    if (own) return BS_NO_QUANTITY;
    for (size_t i = index + 1; i < quantities->count; i++) {
        if (bs__label_start(&quantities->items[i], text) > high) break;
        bool other_thing = moves && quantities->items[i].role != BS_ROLE_OTHER &&
                           has_turned(quantities, first, i, text, lang);
        if (other_thing) break;
        // "5.1% of the total, when buyers rushed to use a $7,500 credit": another clause.
        bool clause =
            lang == BS_LANG_EN && self->role == BS_ROLE_SHARE &&
            bs_str_has_any(bs__label_between(self, &quantities->items[i], text),
                           ", when |, which |, who |, after |, because |, since |, where ");
        // "（前月差43万人増））・雇用者数は": a bracket has closed, and the next item begins.
        bool item = lang == BS_LANG_JA &&
                    bs_str_has_any(bs__label_between(self, &quantities->items[i], text),
                                   "）・|)・|） ・|) ・|）\n・|)\n・");
        bool deed =
            lang == BS_LANG_EN && moves && goes_on_with_deed(self, &quantities->items[i], text);
        if (clause || item || deed) break;
        if (inside && i > index + 1) break; // "미국(2.3%), 중국(4.2%)은 101억 달러"
        // "17.8％減で、2008年2月（1,194件）以来": how much it was then.
        bs_str behind = bs_str_slice(text, bs__label_end(&quantities->items[i], text), text.len);
        if (bs_list_starts(behind, ")以来|）以来|)以降|）以降|) 이후|)이후|) 이래")) continue;
        bool detail = is_detail(&quantities->items[i], text) ||
                      (lang == BS_LANG_ZH && counts_together(&quantities->items[i], text));
        if (fits(&quantities->items[i]) && !detail) return i;
    }
    return BS_NO_QUANTITY;
}
