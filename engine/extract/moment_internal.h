// SPDX-License-Identifier: GPL-3.0-or-later
// moment_internal.h: what moment.c and its neighbours ask one another: is a time a frame, or a base
// of comparison (moment_base.c)? What does a time mean that is told from another one
// (moment_running.c)? Which number is it bound to (moment_for.c)? How far does it hold in its
// passage (moment_reach.c), and for what follows (moment_carry.c)?
#ifndef BS_EXTRACT_MOMENT_INTERNAL_H
#define BS_EXTRACT_MOMENT_INTERNAL_H

#include "engine/base/utf8.h"
#include "engine/extract/moment.h"
#include "engine/extract/relative.h"

// The first character that is no blank at or behind byte `at`.
bs_rune bs__rune_after(bs_str text, size_t at);
bool bs__opens_parenthesis(uint32_t code);
bool bs__closes_parenthesis(uint32_t code);
// Where the parenthesis opens that byte `at` stands in; SIZE_MAX for none near. (moment_base.c)
enum { BS__SCOPE_BYTES_MAX = 160 };
size_t bs__open_before(bs_str text, size_t at);
// End of the sentence that byte `at` lies in, looked for no further than a long one goes: a hostile
// line has none.
size_t bs__sentence_end(bs_str text, size_t at);

bool bs__is_time_item(const bs_item *item);
// Has the text so many characters at most? (moment_for.c)
bool bs__is_brief(bs_str text, size_t count_max);
bool bs__is_name_item(const bs_item *item); // 第六次, 39호
bool bs__is_day_only(const bs_item *item);

// What the passage and the section have said before an item, for what it does not print.
typedef struct bs__spoken {
    const bs__frame *frame;
    int printed_year;    // last one printed in the passage; 0 for none
    size_t printed_stop; // byte behind the sentence that prints it
    bool printed_fiscal; // it is a business year, whose months are of two
    int aside_year;      // last one of an aside
    size_t aside_stop;   // byte behind which that holds no longer
    bs_date named;       // year and month that were spoken of last in the passage; 0 for none
} bs__spoken;

// The moment of the time items[index], behind the relative time `front` or beside it ("지난해 7월",
// "March last year"; NULL for none). False where nobody can tell its period. (moment_item.c)
bool bs__resolve_item(const bs__moments *moments, size_t index, const bs__mention *front,
                      const bs__spoken *said, bs__moment *out);

// Does the time items[index] say when what stands around it was measured? Not the base of an index
// or of a comparison, the day of an announcement, a day in parentheses or a year in a title.
bool bs__is_frame(const bs__moments *moments, size_t index);
// Is it the base of an index, "2020년=100", "平成22年(2010年)=100", by whichever of its two names?
bool bs__bases_index(bs_str text, const bs_item *item);

// Bytes of "the same period in", "the corresponding quarter of" at the end of an English text, 0
// for none. (moment_base_english.c)
size_t bs__same_part_len(bs_str before);
// What English words say of the time `item`, in front of which the text stands and `after` behind.
// (moment_base_english.c)
typedef enum bs__verdict { BS__VERDICT_OPEN, BS__VERDICT_BASE, BS__VERDICT_TIME } bs__verdict;
bs__verdict bs__english_verdict(const bs_item *item, bs_str after, bs_str text);
// Is the first item of an English passage the day of the news? It stands in front of the dash of an
// agency, or alone in front of a sentence that tells a longer time of its own: "2033-06-06 Cargo
// rose 3% in the first quarter". (moment_base_english.c)
bool bs__opens_with_dateline(const bs__moments *moments);

// Does the part of a year that is compared with stand behind 上年, "比上年四季度"?
bool bs__behind_last_year(const bs__passage *passage, const bs_item *item);

// The number items[next...] behind the time at bytes [start, end) that is what another is compared
// with at that time: "2010年的725482人相比", "지난달 5.4%보다". BS__NO_ITEM when there is none.
// (moment_base_number.c)
size_t bs__base_number(const bs__moments *moments, size_t start, size_t end, size_t next);

// "当第3四半期連結累計期間": from the start of the year, which is that of the paper where it says
// so.
bs_period bs__summed_up(const bs__moments *moments, const bs_item *item, bs_period period);

// The period of a mention that is no point of time by itself (누계, 全年, 前值), told from what has
// been spoken of before item `next`; *made holds its place. False where it tells no time here.
bool bs__tell_period(const bs__moments *moments, const bs__mention *mention, size_t next,
                     const bs__frame *frame, bs__moment *made);
// "The previous year" is that before the year of the sentence, and only of the number beside it; so
// is a "last month" whose number is compared with that of the sentence.
void bs__count_from_period(const bs__moments *moments, const bs__mention *mention,
                           const bs__frame *frame, bs__moment *made);
// Binds the time to the number beside it, but where its sentence opens with it: "In the same period
// of 2023, sales fell 1.2%".
void bs__open_sentence(const bs__moments *moments, bs__moment *made);
// "before the pandemic": a time that nobody tells, of the number in front of it or of the sentence
// that it opens. False where it is of neither.
bool bs__leave_untold(const bs__moments *moments, size_t next_item, bs__moment *made);
// The period that the passage spoke of last, else that of its section; none where neither does.
bs_period bs__reported_period(const bs__moments *moments, const bs__frame *frame);

// "PE为20倍（2026年预测）": is the time items[index] all that a Chinese bracket right behind a
// number holds? It is that number's alone. (moment_bound.c)
bool bs__is_aside_of_number(const bs__moments *moments, size_t index);
// "21.0% in 2022", "1.2조 원(2022년)": is the time `behind` bound to the number `item` before it?
bool bs__is_bound_behind(bs_str text, const bs_item *item, const bs__moment *behind);
// "by mid-", "since early": without the word that says in which part of the time it was.
bs_str bs__without_phase(bs_str before);
// Chinese: does the text between two numbers say no more than that the one has become the other,
// "轻微放缓至", "改善到", by whatever verb? (moment_event.c)
bool bs__leads_on(bs_str between);
// "由第二季的1.2%轻微放缓至1.1%": is the number `index` behind a time at byte `time_start` what
// another one has come from?
bool bs__is_left(const bs__moments *moments, size_t time_start, size_t index);
// Does `after`, behind a time, say that something was foretold then: "由8月公布的2%上调至"?
bool bs__is_when_foretold(bs_lang lang, bs_str after);
// May the time speak of what stands at `at`?
bool bs__reaches(const bs__moment *made, size_t at);

// The number of moments that end at or before byte `at`.
size_t bs__moments_before(const bs__moments *moments, size_t at);

// What relative times are counted from: the date of the document, or where it has none the time of
// a Korean or English title, when that is a part of a year and paper of it comes out in the same
// year. (moment_event.c)
bs_period bs__day_of_writing(const bs__job *job, bs_lang lang);
// Takes out what such a title cannot tell: months and days counted from it.
void bs__keep_years(bs__mention_array *mentions);

// Does `after`, behind a time in Korean, say what happens then, and no number: "’24.12월 개통하고"?
bool bs__is_event(bs_str after);
// And in Japanese when the thing began that is spoken of: "4月に始まった授業料の支援により",
// "10月に導入した新料金は"?
bool bs__is_of_beginning(bs_str next);
// Does it say what share or multiple of that time a number is: "2019년 상반기의 91.3% 수준",
// "是去年 全年的2.1倍"?
bool bs__is_whole_of_share(bs_str after);
enum { BS__BASE_BYTES = 48 }; // how far behind a time the word of a comparison may stand
// Does what stands in front of a Chinese time hold another number against it, 低于, 超过?
// (moment_base_number.c)
bool bs__is_surpassed(const bs__passage *passage, size_t time_start);
// Does the text begin with a word for "since"? (moment_event.c)
bool bs__starts_with_since(bs_str text);
// Does the text behind a time say that it is since then? (moment_event.c)
bool bs__is_since(bs_str after);
// And the text behind a number, that something is told since that: "3.2%를 기록한 이후"?
bool bs__is_since_number(bs_str after);
// "2025년 본예산 대비": is what was planned or done in a year, named behind it, a base?
bool bs__is_plan_held_against(bs_str after);
// Is the month one in which something will be told: "预测将于明年二月公布"?
bool bs__is_when_told(const bs__passage *passage, const bs_item *month);
// "恢复至2019年同期的98.5%": the same, where it needs what stands in front of the time.
bool bs__is_share_of_then(bs_str before, bs_str after);
// Marks the times of chains. They date their own numbers and not what follows. (moment_event.c)
void bs__mark_chains(const bs__moments *moments);

// Is the item the month in which a forecast was made that is told of a longer time?
// (moment_aside.c)
bool bs__is_day_of_forecast(const bs__moments *moments, size_t index);

// "由上年的8.2∶40.3∶51.5调整为8.0∶40.0∶52.0": the members of a proportion are of the time of the
// first.
void bs__date_proportions(bs__job *job, const bs__passage *passage, size_t first);

// A month, quarter or half, or a span of them.
bool bs__is_part_of_year(bs_period period);
// Is the period in a year behind that?
bool bs__lies_ahead(const bs__job *job, bs_period period);
// Is the time that of a plan or forecast: one that lies ahead, or where nothing tells when the
// document speaks, one whose sentence says so?
bool bs__is_planned(const bs__moments *moments, const bs__moment *made);
// Is the number `item` of the present that its sentence names (目前, 현재, 現在) or reports
// (だった, 했다), and not of the plan's year `found`, which is spoken of in front of that word, in
// another sentence, or only behind the number?
bool bs__is_of_now(const bs__moments *moments, const bs_item *item, const bs__moment *found);
// Does the sentence that byte `at` lies in report something, by its verb, and foresee nothing?
bool bs__reports(bs_str text, size_t at, bs_lang lang);
// A time in parentheses with numbers of its own is that of those numbers alone:
// "0.1％（7～9月期は0.7％）".
void bs__find_scope(const bs__moments *moments, bs__moment *made);
// "其中9月份", "이 중 8월은", "うち8月は": a part of the time that is spoken of, looked into by the
// way, holds for its sentence only.
void bs__end_part(const bs__moments *moments, bs__moment *made);
// "去年", "今年" in a paper that tells nowhere when it was written: a time, but nobody knows which.
// A year that such a paper prints behind it holds for its sentence only.
bool bs__is_adrift(const bs__moments *moments, const bs__mention *mention, const bs__frame *frame,
                   int printed_year);
// "하반기 마케팅에 85억 원을 투입해 올해 관광객 1,400만 명을 유치할 계획": does the year behind a
// part of it in a Korean sentence tell of a plan for the whole of it?
bool bs__widens(const bs__moments *moments, const bs__mention *mention, size_t next_item);
// Is a paper without a date about a year, so that nobody knows in which one it came out?
bool bs__is_about_year(const bs__job *job);
// Ends the time at its sentence, where a paper without a date looks into another year, or plans:
// the plan goes on in sentences that speak of targets or forecasts too.
void bs__end_undated(const bs__moments *moments, bs__moment *made);
// "18 TWh in Q1, 14 TWh in Q2 and 13 TWh in Q3 of 2022": the year that is printed behind the last
// part of a year in the list that the time items[index] begins; 0 where there is none.
int bs__listed_year(const bs__moments *moments, size_t index);
// "全年地区生产总值为2916亿元，比上年增长4.7%" in a paper of January: the year that is over. What
// is foreseen or aimed at is of the year that has begun.
bs_period bs__year_just_over(const bs__moments *moments, const bs__moment *made);
// "一季度增长3.8%，……四季度增长5.0%" in a paper of January: the year of quarters in a row up to the
// last one, which is over; 0 for others.
int bs__year_of_quarters(const bs__moments *moments, size_t index);
// "Sales fell in December 2024, ... rose in January" in a paper of February 2025: does a month
// without a year lie so shortly before the document that it can only be of its year? `named`: the
// month spoken of last.
bool bs__is_of_this_year(const bs__moments *moments, const bs_item *item, bs_date named);
// "... of 2022. Prices rose in December" in a paper of February 2024: the year of a month, or of a
// span of months, that lies so shortly before the document that it can only be that one, or that
// the year of the document would put ahead of it where nothing is foreseen; 0 for others.
int bs__recent_year(const bs__moments *moments, const bs_item *item);
// The year that the section speaks of; 0 for none. Of twelve months that are no year of the
// calendar it is the one that the month lies in; quarters and halves are named after the year that
// they end.
int bs__stated_year(const bs__moments *moments, const bs_item *item, const bs__frame *frame);
// "In the previous October": the year of the last one before the month that is reported; 0 for
// other months.
int bs__previous_year(const bs__moments *moments, const bs_item *item, const bs__frame *frame);
// "So far in 2024": since January, to the month or quarter that is reported; else `year`. And that
// holds for its sentence.
bs_period bs__so_far_in(const bs__moments *moments, const bs_item *item, const bs__frame *frame,
                        bs_period year);
void bs__end_so_far(const bs__moments *moments, bs__moment *made);
// Is the passage, or else its section, about twelve months that are no year of the calendar? "17.1%
// last year" is then of the fiscal year before.
bool bs__reports_year_of_months(const bs__moments *moments, const bs__frame *frame);
// "the lowest since 2009, when it was 309.9 TWh": the time that a clause looks back at holds for
// it.
void bs__end_when(const bs__moments *moments, bs__moment *made);
// "0.5 percent in January, after rising": what stands in front of a number looks back.
bool bs__is_behind_after(bs_str before);
// "5 million in January 2024, from 4 million in December": a base that prints no year lies before
// what is reported.
void bs__put_base_before(const bs__moments *moments, const bs__frame *frame, const bs_item *item,
                         bs__moment *made);
// English phrases around a number that is held against another (moment_phrase.c). The text without
// the article, possessive or "about" that it ends with; what stands in front of the number and of
// the noun that it may belong to, "down from its peak of"; does that say that it is held against
// something?
bs_str bs__without_article(bs_str before);
bs_str bs__held_against(bs_str text, size_t number_start);
bool bs__is_held_against(bs_str front);
// What stands between a number and its time without the noun of its change, "advance a month
// earlier", and without any noun where the number is held against another, "than the 14 tonnes
// brought in last year".
bs_str bs__without_change(bs_str between);
bs_str bs__without_held_noun(bs_str text, size_t number_start, bs_str between);
// Does the time items[index] look back: "up from 1,376 GWh in March 2024", bound to a number that
// lies before the one that the passage reports? It is that number's alone then.
bool bs__looks_back(const bs__moments *moments, size_t item, const bs__moment *made);
// The day of the document: that on which it came out, or that of its title.
bs_period bs__day_written(const bs__job *job);
// The time that the passage reported last, and not in an aside; NULL for none. What lies ahead in
// English is no report. (moment_aside.c)
const bs__moment *bs__last_report(const bs__moments *moments);
// Does the period begin before what is reported, and is it no part of it?
bool bs__is_before(bs_period period, bs_period report);
// A time that looks back from what the passage or its section reports, or ahead of the document,
// holds for its own sentence, and for those behind it that go on with it.
void bs__turn_aside(const bs__moments *moments, bs__moment *made); // ends it so in any case
void bs__end_aside(const bs__moments *moments, const bs__frame *frame, bs__moment *made);
// "melons, which rose 11.3 percent in September, fell": that of a clause holds for it.
void bs__end_relative(const bs__moments *moments, bs__moment *made);
// Does the text between a number and a time behind it turn to a cause: "rose 5.4%, following poor
// weather in"?
bool bs__is_of_cause(bs_str between);
// "the highest since October 2018, when output averaged 32 tonnes": dates what it says of then, and
// neither what stands in front nor what follows. (moment_for.c)
bool bs__is_since_when(const bs__moments *moments, const bs__moment *made);
// Such a time, or the day that a later English sentence of a paragraph opens with: "Yields rose.
// As of 4 August 2024, 67% was ripe." The section is not about it. (moment_for.c)
bool bs__is_of_sentence(const bs__moments *moments, const bs__moment *made);
// "fell to $2.49 billion from $2.77 billion last year": is it the time of a number in front of item
// `next_item` that another is held against?
bool bs__is_compared(const bs__moments *moments, size_t next_item, const bs__moment *made);
// "Rents rose by 5.9% in the year to July, to £1,343": are the twelve months items[index] those
// over which a price or index has risen? And the time of what is no such rate: their last month.
bool bs__is_of_rate(const bs__moments *moments, size_t index, const bs__moment *made);
bs_period bs__last_month(bs_period months);
// Has the period ended by the date `published`?
bool bs__has_ended(bs_period period, bs_period published);
// Dates the balances of a passage at the end of the months that they are reported with; the items'
// quantities are those from `first` on. (moment_stock.c)
void bs__date_balances(bs__job *job, const bs__passage *passage, const bs_item_array *items,
                       size_t first);
// And what stands in brackets at the earlier time that the paper says once. (moment_bracket.c)
void bs__date_brackets(bs__job *job, const bs__passage *passage, const bs_item_array *items,
                       size_t first);
// And an amount in a bracket behind its year, "(2034: £1,120 million)", behind one of a part of a
// year, at that part. (moment_bracket.c)
void bs__date_years_aside(bs__job *job, const bs__passage *passage, const bs_item_array *items,
                          size_t first);

// The month without a year that the passage is about; none where it names another one, or where a
// number stands in front.
bs_period bs__month_of_item(const bs__moments *moments);
// Does the passage say a number of this month? "지난 9월 개최된 포럼에서" tells when something was
// held.
bool bs__dates_number(const bs__moments *moments, bs_period month);

#endif
