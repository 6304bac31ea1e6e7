// SPDX-License-Identifier: GPL-3.0-or-later
// label_internal.h: what the files that name numbers share: where quantities stand in the text of
// their passage, and where a phrase ends.
#ifndef BS_EXTRACT_LABEL_INTERNAL_H
#define BS_EXTRACT_LABEL_INTERNAL_H

#include "engine/base/utf8.h"
#include "engine/core/quantity.h"

static inline size_t bs__label_start(const bs_quantity *quantity, bs_str text)
{
    return (size_t)(quantity->text.ptr - text.ptr);
}

static inline size_t bs__label_end(const bs_quantity *quantity, bs_str text)
{
    return bs__label_start(quantity, text) + quantity->text.len;
}

// Behind a number, and the word for points of an index that is no unit of it.
static inline size_t bs__label_limit(const bs_quantity *quantity, bs_str text)
{
    size_t end = bs__label_end(quantity, text);
    bs_str after = bs_str_slice(text, end, text.len);
    if (!bs_str_equal(quantity->unit, BS_STR("1"))) return end;
    if (bs_str_starts(after, BS_STR("点"))) return end + strlen("点");
    if (!bs_str_starts(after, BS_STR(" point"))) return end;
    end += strlen(" point");
    return end + (end < text.len && text.ptr[end] == 's');
}

static inline bool bs__label_is_time(const bs_quantity *quantity)
{
    return quantity->kind == BS_KIND_YEAR || quantity->kind == BS_KIND_DATE ||
           (quantity->kind == BS_KIND_RANGE && bs_str_equal(quantity->unit, BS_STR("year")));
}

// Does it measure something, be it a span of values?
static inline bool bs__label_is_amount(const bs_quantity *quantity)
{
    return quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_PERCENT ||
           quantity->kind == BS_KIND_CURRENCY || quantity->kind == BS_KIND_RANGE;
}

// The text between two numbers.
static inline bs_str bs__label_between(const bs_quantity *a, const bs_quantity *b, bs_str text)
{
    return bs_str_slice(text, bs__label_end(a, text), bs__label_start(b, text));
}

// The text in front of a number from byte `limit` on, without blanks around it.
static inline bs_str bs__label_before(const bs_quantity *quantity, bs_str text, size_t limit)
{
    return bs_str_trim(bs_str_slice(text, limit, bs__label_start(quantity, text)));
}

static inline bool bs__label_is_open(uint32_t code)
{
    return code == '(' || code == 0xFF08;
}

static inline bool bs__label_is_close(uint32_t code)
{
    return code == ')' || code == 0xFF09;
}

enum { BS__LABEL_LIST_COUNT_MAX = 64 }; // numbers that are looked back at

// A number that is to be named.
typedef struct bs__naming {
    const bs_quantity_array *all;
    size_t index;
    size_t first; // number of the passage
    bs_str text;
    bs_lang printed; // may be unknown
    bs_lang lang;    // is then English
    size_t limit;    // where the number before it ends
} bs__naming;

static inline bs_quantity *bs__naming_self(const bs__naming *n)
{
    return &n->all->items[n->index];
}

// What a noun phrase is told by, beside the small words of label_words.h: lists separated by '|'.
typedef struct bs__label_grammar {
    const char *links;   // between a counted number and the noun that is counted
    const char *objects; // between an amount and the noun of what was done with it
    const char *moved;   // between a rate of change and the level that has moved by it
} bs__label_grammar;

// (label_phrase.c)
const bs__label_grammar *bs__label_grammar_of(bs_lang lang);
// The noun behind a number, introduced by one of `links`; an empty list of links takes what
// follows. (label_phrase.c)
bs_str bs__label_noun_after(bs_str after, const char *links, bs_lang lang);
// The phrase before a number; a time between the two is looked through. (label_phrase.c)
bs_str bs__label_phrase_before(const bs_quantity_array *all, size_t index, size_t first,
                               bs_str text, bs_lang lang);

static inline void bs__label_take(bs_quantity *self, const bs_quantity *from)
{
    self->indicator = from->indicator;
    self->subject = from->subject;
}

// What a number without a name of its own measures: what one before it does. "Exports rose 3.2% to
// $1.2 billion": the indicator of what moved to it; empty for none. (label_borrow.c)
void bs__label_borrow(const bs__naming *n);
bs_str bs__label_moved(const bs__naming *n);

// "482 units, 9.3% above the 441 units of April": is an English number what one in front of it is
// compared with? (label_borrow.c)
bool bs__label_is_held_against(const bs__naming *n);

// "失业率5.5%，比全国的5.2%高": names a number after the one in front, and whose it is.
// (label_borrow.c)
bool bs__label_is_of_compared(const bs__naming *n);
// Whose a change of number `level` is: that of the number in front where the level is only what
// that one is compared with. (label_borrow.c)
bs_str bs__label_own_subject(const bs_quantity_array *all, size_t level, size_t first, bs_str text);

// "环比（441套）", "전월 대비(441억 원)": gives a number in a bracket behind a base of comparison
// the name of the level in front that is held against it. (label_borrow.c)
bool bs__label_is_base_aside(const bs__naming *n);

// Is a Korean number, alone behind a time in the parenthesis of that, the same as the one before it
// in its sentence, at another time? (label_borrow.c)
bool bs__label_is_at_other_time(const bs__naming *n);

// Without "전년동기대비", "同比" or "on the year" at its end: that is the basis, not the indicator.
// (label.c)
bs_str bs__label_before_basis(bs_str phrase);

// Where a phrase cannot reach across: the end of a clause, an opening parenthesis, a quote.
bool bs__label_is_edge(bs_rune rune);

// Does a Korean or Japanese text end in why something has moved? (label_phrase.c)
bool bs__label_ends_in_cause(bs_str text, bs_lang lang);

// What the phrase that ends at `end` names, not before byte `limit`: without particles, verbs and
// what it is compared with. Empty when it names nothing. (label.c)
bs_str bs__label_phrase(bs_str text, size_t limit, size_t end, bs_lang lang);
// Does a text end in the particle of a topic (은, 는, は)? 높은 수준 and 늘고 있는 소비 describe,
// 품목별로는 and 地域別では say by what is told apart. (label_topic.c)
bool bs__label_is_topic(bs_str before, bs_lang lang);

// What an English phrase names: up to the verb that tells what became of it, in the last clause
// that has a subject of its own. (label_verbs.c)
bs_str bs__label_between_verbs(bs_str phrase);
// Without the place in front of it, what stands in dashes, and how it moved: "In Greece prices",
// "a rise in costs". (label_core.c)
bs_str bs__label_english_core(bs_str phrase);

// The text before `end`, not across an edge and not before `limit`.
bs_str bs__label_clause(bs_str text, size_t limit, size_t end);
// "수출1)은": before the mark of a footnote that ends at `at`; `at` when there is none.
size_t bs__label_footnote_start(bs_str text, size_t limit, size_t at);

// Has an English phrase a verb that tells what became of its subject? Does one begin with it,
// behind a blank? (label_verbs.c)
bool bs__label_has_verb(bs_str phrase);
size_t bs__label_verb_at(bs_str phrase); // the blank in front of it; the length for none
bool bs__label_begins_with_verb(bs_str phrase);

// English: the phrase without "on the month" at its start; is it only a verb, a link or a base of
// comparison, which name nothing; does the text behind another number compare with that? The clause
// of the subject that stands apart from `clause`, in front of an aside or a comma; empty for none.
// What there is: "working days lost" of "There were 17,000 working days lost in". (label_clause.c)
bs_str bs__label_without_basis(bs_str phrase);
bool bs__label_is_bare(bs_str phrase);
bool bs__label_compares(bs_str between);
bs_str bs__label_subject_apart(bs_str text, size_t limit, bs_str clause);
// "The fleet, 140 ships, and the refund rate, 3.4%, were": the noun phrase beside which
// a number stands between commas; empty for none. (label_clause.c)
bs_str bs__label_apposed(const bs_quantity *self, bs_str text, size_t limit);
// "Leading the decline was Ashby Rail": what stands behind the verb of a clause whose subject is
// there; the clause itself where it is in front.
bs_str bs__label_inverted(bs_str clause);
bs_str bs__label_there_is(bs_str before, bs_str after);
// "maize and rice rose" with the members of the list that opens the sentence in front of it, not
// before byte `limit`: "The price of wheat, maize and rice rose"; the clause itself where there are
// none. (label_joint.c)
bs_str bs__label_listed_subject(bs_str text, size_t limit, bs_str clause);

// Chinese and Japanese. The clause with the members of its enumeration in front of it, not before
// byte `limit`: "电力、热力、燃气生产和供应业". Is a number part of the name that goes on in
// `between` behind it: "65歳以上の割合"? Does a phrase only say what is held against what, or how
// it is looked at: "同比多增", "前年産より", "年初に公表した"? What is counted, without a verb:
// "行业" of "行业保持 增长". (label_han.c)
bs_str bs__label_enumerated(bs_str text, size_t limit, bs_str clause);
bool bs__label_holds_digit(bs_str text);
// A Chinese phrase without who foretells what it names in front of that, and without why or against
// what it has moved behind it.
bs_str bs__label_chinese_core(bs_str phrase);
// What so many are said to be behind the number: "其中66万人次为内地旅客"; empty for none.
// (label_chinese.c)
bs_str bs__label_complement(bs_str after);
// Bytes of the word of what something is held against (比, 较, 相较于) that a Chinese text ends in,
// 0 for none; and is what stands behind the time that it is held against only how it has moved,
// "户数比2008年增加了"? (label_chinese.c)
size_t bs__label_than_len(bs_str text);
bool bs__label_moves_than(bs_str text, bs_str between);
// "总人口（包括31个省和现役军人）140828万人": where the bracket opens that ends at `end` and says
// at length what is counted; `end` where none does. (label_han.c)
size_t bs__label_before_scope(bs_str text, size_t end);
bool bs__label_is_in_name(const bs_quantity *number, bs_str between, bs_lang lang);
bool bs__label_holds_against(bs_str phrase, bs_lang lang);
bs_str bs__label_counted(bs_str noun);
// Korean. A phrase without what its number is held against at its end: "매출은" of "매출은 3개월
// 전보다". Is a number part of the name that goes on in `between` behind it: "15세 이상 고용률"?
// (label_hangul.c)
bs_str bs__label_before_korean_base(bs_str phrase);
// And without it at its start: "수출" of "전년 동기 대비 수출".
bs_str bs__label_behind_korean_base(bs_str phrase);
// The name in front of a Korean parenthesis, "전년대비 초등학교(4.9%)", without what its number is
// held against; empty where it is only that, "전 거래일(1931.97)", or how far it moved, "상승폭".
bs_str bs__label_korean_aside(bs_str name);
// What stands in front of the colon before a number, over a time: "에너지 소비 : ’24년 2억 toe".
bs_str bs__label_korean_colon(const bs__naming *n);
// "반도체 수출, 151억 달러로": what stands in front of the comma before the first number of a text.
bs_str bs__label_korean_headline(const bs_quantity *self, bs_str text);
// With what has been answered in front of it, not before byte `limit`: "응답" of "'잘하고 있다'는
// 응답".
bs_str bs__label_with_answer(bs_str name, bs_str text, size_t limit);
// People and things with the clause that tells which: "사람" of "물가가 올랐다고 느낀다는 사람은".
bs_str bs__label_with_clause(bs_str name, bs_str text, size_t limit);
// Is a noun behind a number what is done with it: "설치" of "충전기 1,200대 설치"? (label_actor.c)
bool bs__label_is_act(bs_str noun);
// What the number in the parenthesis of its subject measures: the topic in front of that subject,
// "출산율은 전남(1.03명)", or what is held against it, "고용률은 46.5%로 OECD 평균(55.2%)보다".
bs_str bs__label_of_aside(const bs__naming *n);
// "감자 수확량은 동도가 64만 톤으로": names the number by the measure that is the topic, and by
// whose it is, where that is the `name` in front of it; false, and nothing done, elsewhere.
bool bs__label_split_topic(const bs__naming *n, bs_str name);
// Once all have names: a Korean measure in front of a bracket is one, and an age in the name of the
// next number has none. (label_settle.c)
void bs__label_settle(bs_quantity_array *all, size_t first, bs_lang lang);
// Gives a number to the one whose name its clause stands in front of: "201만 톤에 그친 동국을".
// Korean and Japanese. (label_follower.c)
void bs__label_followers(bs_quantity_array *all, size_t first, bs_str text, bs_lang lang);
// Cleans Korean and Japanese names of the words of their clause. (label_clean.c)
void bs__label_clean(bs_quantity_array *all, size_t first, bs_str text, bs_lang lang);
// Takes the dash between a name and its number off the name, in all languages. (label_clean.c)
void bs__label_undash(bs_quantity_array *all, size_t first);
// Gives a measure alone the part of a company that the sentence is about: "전장 부문은 매출이".
void bs__label_korean_owners(bs_quantity_array *all, size_t first, bs_str text);
// Does a name measure something by itself, "무역수지", "구직단념자" where things are counted?
// (label_parent.c)
bool bs__label_is_measure(bs_str name, bool counted);
// Does what stands between a time and a number only say that the number is held against it: "대비"?
bool bs__label_is_base(bs_str between);
// Without what an amount is divided by at its end: "순현금흐름" of "순현금흐름은 업체당".
bs_str bs__label_without_per(bs_str phrase);
// The party in front of a percentage, "가나당" of "가나당 38%", which divides nothing; empty for
// none.
bs_str bs__label_party(const bs__naming *n);
// A name with the number that it goes on from: "30년 이상" in front of "(17.0%)", "17만 ㎥급
// 운반선".
bs_str bs__label_with_number(const bs__naming *n, bs_str name);
bool bs__label_is_in_korean_name(const bs_quantity *number, bs_str between);
// Does a Korean phrase end in a time that is told from another one: "적자로 전년 동기"?
bool bs__label_ends_in_time(bs_str phrase);
// The name of what is counted behind a list of some of them, "서울, 부산 등 7개 도시"; `phrase`
// where that is none. (label_listed.c)
bs_str bs__label_of_listed(const bs__naming *n, bs_str phrase);
// What has the size: "예산안" behind "14조 원 규모의", and "예산" behind "16조 원이 넘는" where no
// `phrase` in front is named; empty for none. `after`: the text behind the number up to the next.
bs_str bs__label_sized(const bs__naming *n, bs_str after, bs_str phrase);
// What has the share, where it is named behind the number before: "제2금융권 비중이 41.5%".
bs_str bs__label_korean_sharer(const bs_quantity *share, bs_str text, size_t limit);
// Is what stands behind an amount and a particle no noun but a verb: "100억 달러를 넘어"?
bool bs__label_is_korean_verb(bs_str noun);
// Japanese. "原油が1kL当たり": without what an amount is divided by, which is no name of it.
bs_str bs__label_without_measure(bs_str phrase);
// Japanese. Does `between` behind a length of time only say that something has lasted so long:
// "2カ月連続で"? Does the text behind a number and の only say how it has moved: "増加である"?
bool bs__label_lasted(const bs_quantity *number, bs_str between);
bool bs__label_is_movement(bs_str noun);
// Behind the last wide blank, where more than a character stands in front of it and behind it.
bs_str bs__label_behind_blank(bs_str phrase);
// Without the parenthesis that a name ends in.
bs_str bs__label_without_aside(bs_str name);
// "飼料価格は1トン約": without the unit that the price behind it is for.
bs_str bs__label_without_price_unit(bs_str phrase);
// "増加し", "減少となり": a verb of movement that goes on to where it led.
bool bs__label_moves_on(bs_str phrase);
// Japanese: does a name go on behind the parenthesis that closes in `between`:
// "以上）の消費支出は"?
bool bs__label_is_aside(bs_str between);
// Chinese: the measure that stands apart in front of a clause which only compares it:
// "总指数，较上年同月"; the clause where there is none.
bs_str bs__label_topic_apart(bs_str text, size_t limit, bs_str clause);
// What stands in the quotes in front of a particle that ends at `end`: "「建設業」が"; empty for
// none.
bs_str bs__label_quoted(bs_str text, size_t limit, size_t end);
// "노선 증편으로 전년 대비 28% 증가": does a phrase tell why, with nothing but the base between it
// and the change? (label_hangul.c)
bool bs__label_is_korean_cause(bs_str phrase, const bs_quantity *self, bs_str text);
// The same in Korean: a name in quotation marks with its particle, "‘운송업’이". (label_hangul.c)
bs_str bs__label_korean_quoted(bs_str text, size_t end);
// What has the share, where the clause names it: "原料成本" of "原料成本占销售额的35%".
bs_str bs__label_sharer(const bs_quantity *share, bs_str text, size_t limit);
// Chinese: gives what is named by a measure alone the thing that was measured as its subject: that
// of "冰箱方面，10月产量", of "公路完成投资". (label_owner.c)
void bs__label_owners(bs_quantity_array *all, size_t first, bs_str text);
// Does a text open a quotation that it does not close, or close one that it has not opened?
bool bs__label_cuts_quote(bs_str text); // (label_setting.c)
// Does a Chinese name end in a word for something that is measured: "收入", "率"? (label_setting.c)
bool bs__label_tells_measure(bs_str name);
// Is it the name of a thing, a place or a company that may have a measure? (label_owner.c)
bool bs__label_is_thing(bs_str name);
// Chinese: is it the name of a thing that says no measure and does nothing? The measure that a name
// ends in, behind whose it is; empty for none. (label_gap.c)
bool bs__label_is_bare_name(bs_str name);
bs_str bs__label_measure_in(bs_str name);
// Chinese: does number `index` leave out the measure that a name before it in the sentence of byte
// `from` has said? (label_gap.c)
bool bs__label_left_out(const bs_quantity_array *all, size_t first, size_t index, bs_str text,
                        size_t from, bs_str *measure);
// Gives number `index` other names, and the numbers behind it that have its old ones. Chinese: the
// number that the parts behind 其中 in the sentence of byte `from` are of, BS_NO_QUANTITY for none;
// gives a part what its whole measures, or whose it is; gives a number in the bracket behind its
// name, or one of people, the measure that the sentence tells. (label_whole.c)
void bs__label_rename(bs_quantity_array *all, size_t index, bs_str indicator, bs_str subject);
size_t bs__label_whole_before(const bs_quantity_array *all, size_t first, size_t index, size_t from,
                              bs_str text);
void bs__label_give_whole(bs_quantity_array *all, size_t index, size_t of_which);
void bs__label_give_member(bs_quantity_array *all, size_t first, size_t index, bs_str text,
                           size_t from);
// Chinese: what an item of a list speaks of, "民間消費" of "民間消費：第3季實質成長"; empty for
// none.
bs_str bs__label_item(bs_str text);
// And what the sentence of byte `at` has turned to behind byte `limit`: "资本支出方面，今年全年
// 维持在350亿元".
bs_str bs__label_aspect(bs_str text, size_t limit, size_t at);

// Japanese: does a phrase name only the one thing that an amount is for, "1株"? What the number
// measures that stands alone behind what is done with a thing, or what does it,
// "価格を11月から1トン あたり5000円引き上げる"; empty where more than times and bases stands
// between. (label_object.c)
bool bs__label_is_one(bs_str phrase);
bs_str bs__label_object(const bs__naming *n);

// Is a quantity of a kind that has a name: an amount, a share, a range? (label.c)
bool bs__label_is_named_kind(const bs_quantity *quantity);

// English (label_act.c, label_said.c). Gives an amount the verb of what is done with it beside who
// does it, for a name: "Iraq pumped"; a share what is said of it, "would move" of "41% of tenants
// would move", with who says it for a subject. Is a share of people in words what stands in front
// of its percentage: "More than half (54%)"?
bool bs__label_act(const bs__naming *n);
// "and spent €231 million": the verb alone, with who does it as told by a number before.
bool bs__label_goes_on_acting(const bs__naming *n);
bool bs__label_said(const bs__naming *n);
// Gives the number of a parenthesis what is told in front of it: "the most likely to move (58%)".
bool bs__label_told_before(const bs__naming *n);
bool bs__label_is_part_in_words(bs_str name);

// Japanese: gives the measures of a company the segment that they are told of. (label_segment.c)
struct bs__passage;
struct bs__job;
void bs__label_segments(struct bs__job *job, const struct bs__passage *passage, size_t first);

// Does an English text begin with a word that no noun phrase goes across? (label_clause.c)
bool bs__label_stops(bs_str text);

// Names English numbers in parentheses behind places by what the first of them is told to measure:
// "Sales rose in China (5.2%) and Japan (1.0%)". (label_spread.c)
void bs__label_spread(bs_quantity_array *all, size_t first, bs_str text);

// The English noun phrase that `text` begins with. What the words behind a number without a name
// name, "12 GW of storage", "2.9 million young persons"; the number before it in its sentence, not
// before `first`, that measures the same; NULL: none. The clause in front of the relative clause
// that byte `at` stands in or behind; empty: there is none. (label_english.c)
bs_str bs__label_noun_phrase(bs_str text);
bs_str bs__label_behind(const bs_quantity *self, bs_str text, size_t limit);
const bs_quantity *bs__label_in_sentence(const bs_quantity *self, const bs_quantity *first,
                                         bs_str text);
bs_str bs__label_before_relative(bs_str text, size_t at);
// Is a number part of the name that goes on in `between` behind it: "people aged 16 years and
// over", "two-year fixed mortgages"?
bool bs__label_is_in_english_name(const bs_quantity *number, bs_str text, bs_str between);
// The name in front of the parenthesis of a number, *name, without a preposition; returns what is
// measured where that is part of it, "exports" of "exports to Peru (3%) and", or the name of the
// clause, and then none is left, where a verb has one: "fuel sales were down (-0.8%)".
// (label_aside.c)
bs_str bs__label_english_aside(const bs__naming *n, bs_str *name);
// English. Gives a number that has the name of another one what it is of, where that stands behind
// it: "the private sector" of "up 1%, against 0.8% for the private sector".
void bs__label_of_other(bs_quantity *self, bs_str text);
// Does the text in front of a number end in what somebody does with the things that are counted,
// "China bought" (label_act.c)? Gives a number the place of "In Quebec, sales were up", or who
// does it, for a subject. `phrase` is what stands in front of it.
bool bs__label_acts(bs_str before);
// Who does it, of the phrase in front of what is counted, without the verb: "airline" of "airline
// expects to carry"; empty where only the verb stands there. (label_act.c)
bs_str bs__label_doer(bs_str phrase, bs_str text);
// What it is done with, behind a bare number. A name without what it is only compared with: "Italy"
// of "more than twice the share in Italy".
bs_str bs__label_done_to(const bs_quantity *self, bs_str after);
bs_str bs__label_not_compared(bs_str name);
// "a 0.5 per cent rise in employment": what has moved, behind the percentage; *by: who has seen it.
bs_str bs__label_moved_noun(const bs_quantity_array *all, size_t index, bs_str text, size_t limit,
                            bs_str *by);
// What somebody has reported so much of, and in *by who: "Asia posted 8.4% sales growth"; empty for
// none. (label_result.c)
bs_str bs__label_result(const bs_quantity *self, bs_str text, size_t limit, bs_str *by);
// "compared to a net loss of $0.64": what kind of result something is held against; empty for none.
bs_str bs__label_held(const bs_quantity *self, bs_str text, size_t limit);
void bs__label_set_place(const bs__naming *n, bs_str phrase);
// " in Leeds and exports", ") were flats and", " the month before as imports": what a preposition,
// a verb or a time begins behind a number speaks of that one, not of the next.
bs_str bs__label_without_tail(bs_str clause, bs_str text, size_t limit);
// "Aerospace: sales of $512 million": what an item of a list speaks of; empty where it has no lead.
bs_str bs__label_lead(bs_str text);

// The last topic ("수출은", "輸出は") before byte `at` in its sentence; empty where there is none,
// and in languages that mark none. (label_topic.c)
bs_str bs__label_topic(bs_str text, size_t at, bs_lang lang);

// The topic of number `index` without a time in front of it or in it: "9月の輸出" of
// "20日に公表した 9月の輸出"; empty where it is nothing but a time.
bs_str bs__label_behind_times(bs_str topic, const bs_quantity_array *all, size_t index,
                              size_t first, bs_str text);

// The topic of the sentence of number `index`, where that measures something, without a time in
// front of it; empty for none. (label_topic.c)
bs_str bs__label_topic_of(const bs_quantity_array *all, size_t index, size_t first, bs_str text,
                          bs_lang lang);

// "Mean rainfall: 28.9 mm; days of frost: 4": what stands in front of the colon before a number,
// not before byte `limit`; empty for none. (label_topic.c)
bs_str bs__label_before_colon(const bs_quantity *self, bs_str text, size_t limit, bs_lang lang);

// A Korean topic as far as it is of number `index`: behind the number that stands inside it
// ("시설은 35개소로 처리용량은 하루 6,750톤"), and none where a number and the end of a clause have
// come between ("주택은 241동을 설치하며, 지금까지 1,128세대").
bs_str bs__label_topic_of_clause(bs_str topic, const bs_quantity_array *all, size_t index,
                                 size_t first, bs_str text);

// The name in front of the parenthesis that opens at number `index` and holds numbers alone, not
// before byte `limit`; empty when there is none. Slice of the text.
bs_str bs__label_name_before(const bs_quantity_array *all, size_t index, bs_str text, size_t limit);

// "(대학) 계약금액은 ...": the name in parentheses that a list item begins with, and speaks of. In
// English also the one in front of a colon. Empty where there is none. (label_aside.c)
struct bs__passage;
bs_str bs__label_leading_subject(const struct bs__passage *passage);

// "(당기수지) 1조 원 흑자, (누적준비금) 29조 원": the name in parentheses, behind a comma, in front
// of byte `end` of a Korean text, where a number begins; empty for none. (label_aside.c)
bs_str bs__label_bracketed(bs_str text, size_t limit, size_t end);

// Does `self`, which is not the first of its passage, stand behind another number in a parenthesis
// whose name that has?
bool bs__label_is_second(const bs_quantity *self, bs_str text);

// Is number `index` without a name of its own in a parenthesis behind another number (*main) of its
// unit? Numbers before `first` are of other passages.
bool bs__label_stands_aside(const bs_quantity_array *all, size_t index, size_t first, bs_str text,
                            size_t *main);

#endif
