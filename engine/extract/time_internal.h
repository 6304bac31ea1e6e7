// SPDX-License-Identifier: GPL-3.0-or-later
// time_internal.h: what the readers of points and spans of time share (time_part.c, time_year.c,
// time_point.c, time_ended.c, time_read.c). Each answers for the text at byte `at` and leaves its
// arguments alone, or undefined where it says so, when nothing of its kind stands there.
#ifndef BS_EXTRACT_TIME_INTERNAL_H
#define BS_EXTRACT_TIME_INTERNAL_H

#include "engine/extract/numeral_internal.h"
#include "engine/extract/scan_internal.h"

enum {
    BS_PRINTED_YEAR_MIN = 1000,
    BS_PRINTED_YEAR_MAX = 2999,
    BS_BARE_YEAR_MIN = 1900,
    BS_BARE_YEAR_MAX = 2099,
    BS__ERA_LAST = 2018 // the year before the first of Reiwa
};

typedef enum bs__field {
    BS_FIELD_HALF,
    BS_FIELD_QUARTER,
    BS_FIELD_MONTH,
    BS_FIELD_TENDAY,
    BS_FIELD_WEEK,
    BS_FIELD_DAY
} bs__field;

// What a reader of a part needs.
typedef struct bs__time_reader {
    const bs__scan *scan;
    bs_str text;
    bool header; // reads what is a time only in a header
} bs__time_reader;

// An integer in digits, or in Han characters where those count months: 十二月.
typedef struct bs__integer {
    int value;
    size_t digits; // 0 when it is in words
    size_t end;
} bs__integer;

typedef struct bs__point {
    bs_when from;
    bs_when to;
    size_t end;
    bool bare;   // four digits alone
    bool quoted; // '23
    bool worded; // with a word or an era
    bool decade;
} bs__point;

// Letters of the text. (time_part.c)
char bs__char_at(bs_str text, size_t at); // 0 behind the end
bool bs__digit_here(bs_str text, size_t at);
size_t bs__quote_at(bs_str text, size_t at); // length of an apostrophe

// An integer of at most `digits_max` digits; false, with out->digits > 0, where there are more.
bool bs__time_digits(bs__integer *out, bs_str text, size_t at, size_t digits_max);
// The same, or in characters.
bool bs__time_integer(bs__integer *out, const bs__time_reader *r, size_t at, size_t digits_max);
// The length of a mark of a span at `at`, with its blanks; 0 when there is none.
size_t bs__span_mark(const bs__time_reader *r, size_t at);
// "1, 2분기", "4、5月": the end of the last of several parts of a year in a row, which is put into
// *last; the end of `first` where there are no more. (time_brief.c)
size_t bs__parts_listed(const bs__time_reader *r, const bs__integer *first, bs__integer *last);
// The last of several days behind their month, which end with `first`: "June 9-15"; 0 for none.
bs__integer bs__day_behind_dash(const bs__time_reader *r, const bs__integer *first);

// May a word of a part, or a mark of a span, begin with the character whose bytes are `key`?
bool bs__part_begins(uint32_t key);

int *bs__field_of(bs_when *when, bs__field which);
bool bs__field_holds(bs__field which, int value);

// "3분기", "9월", "1~9월": a number, or two of them, before the word of a field; *to is set for
// two.
bool bs__number_part(const bs__time_reader *r, size_t at, bs_when *from, bs_when *to, size_t *end);

// "('23.3/4)3.5 (4/4)3.8": does the quarter at whose slash `at` is, and that ends at `behind`, go
// on from one of its line?
bool bs__quarter_goes_on(const bs__time_reader *r, size_t at, size_t behind);
// A word that is a part by itself: 上半年, Q3.
bool bs__word_part(const bs__time_reader *r, size_t at, bs_when *from, size_t *end);
// Parts behind a year or month, each finer than the one before; the byte behind them.
size_t bs__parts_read(const bs__time_reader *r, size_t at, bs_when *from, bs_when *to);

// Years. (time_year.c)
int bs__year_complete(int year); // of two digits
// The year before the first one of the era whose name stands at byte `at`: 令和, 民國, and R and H
// in front of digits; 0 for none. *end is behind the name. (time_era.c)
int bs__era_at(const bs__time_reader *r, size_t at, size_t *end);
// Does a day begin there whose year is told by the letter of its era, "R6.8.29"?
bool bs__era_day_at(bs_str text, size_t at);
// "H27.5", "R6.10": the month of a year of an era that begins at `at`, and the byte behind it; 0
// for none.
int bs__era_month_at(bs_str text, size_t at, size_t *end);
const bs__phrase *bs__year_word(const bs__time_reader *r, size_t at);
// Are the digits in front of 年, which ends at `stop`, a year by what stands around them: at the
// head of a clause, beside an amount, or where something was when? (time_brief.c)
bool bs__stands_for_year(const bs__time_reader *r, size_t start, size_t stop);
bool bs__is_year_of_amount(const bs__time_reader *r, const bs__integer *number, size_t stop);
bool bs__is_year_when(const bs__time_reader *r, const bs__integer *number, size_t stop);
bool bs__is_korean_year(const bs__time_reader *r, const bs__integer *number, size_t stop);
size_t bs__digits_start(const bs__time_reader *r, const bs__integer *number); // wide or not
bool bs__han_span(bs__point *out, const bs__time_reader *r, size_t at); // 二零一五至一七年
// "今(103)年": the year that the digits at `at` name, and the byte behind them; 0 for none.
int bs__republic_in_word(const bs__time_reader *r, size_t at, size_t *end);
bool bs__year_word_begins(uint32_t key); // may one, by the bytes of its first character?
bool bs__year_point(bs__point *out, const bs__time_reader *r, size_t at);
bool bs__decade_point(bs__point *out, const bs__time_reader *r, size_t at);
// "작성일 : 20100907", "发布日期：20240115": eight digits behind a word that says so; and
// "24/05/02", but in English. (time_date.c)
bool bs__joined_date(bs__point *out, const bs__time_reader *r, size_t at);
// "17/10/2024", where only one order of day and month is possible, "01-Jul-2024" and "2024 Mar".
// (time_date.c)
bool bs__date_point(bs__point *out, const bs__time_reader *r, size_t at);
// "(9/26-28)", "(10/3-5; 900 adults)", "(12.10~11)": the days of a poll or a meeting. (time_date.c)
bool bs__bracketed_days(bs__point *out, const bs__time_reader *r, size_t at);
// Does a scale such as 万, 亿 and 억 stand at `at`; is a scale or a unit glued to the digits that
// end at `end`; are these the lower end of a range that has its unit behind the other?
// (time_date.c)
bool bs__scale_stands(const bs__time_reader *r, size_t at);
bool bs__amount_glued(const bs__time_reader *r, size_t end);
bool bs__low_end(const bs__time_reader *r, size_t end);
// The name of a month at `at`, whose value it has; NULL when there is none. (time_point.c)
const bs__phrase *bs__month_name_at(const bs__time_reader *r, size_t at);
// A year alone stands apart from other numbers and has no unit behind it.
bool bs__bare_year_stands(const bs__time_reader *r, size_t at, size_t end);
bool bs__in_year_chain(const bs__time_reader *r, size_t at);
// "25/26/27年": does one of three years of two digits stand at `at`?
bool bs__in_short_chain(bs_str text, size_t at);

// "three months to August 2025"; the same told behind its end, "2025年6月30日止六个月", of which
// the point is given. (time_ended.c)
bool bs__ended_point(bs__point *out, const bs__time_reader *r, size_t at);
bool bs__ended_behind(bs__point *point, const bs__time_reader *r, size_t start);

// A week behind its month: 첫째 주, 1주, 第1周. (time_week.c)
bool bs__week_of_month(const bs__time_reader *r, size_t at, bs_when *from, size_t *end);
// A week in English, with the month, the year or the day that tells which.
bool bs__week_point(bs__point *out, const bs__time_reader *r, size_t at);

// Any point of time, and one that begins with the name of a month in English. (time_point.c)
bool bs__month_point(bs__point *out, const bs__time_reader *r, size_t at);
bool bs__point_read(bs__point *out, const bs__time_reader *r, size_t at);

// Behind the letter for an estimate, a forecast or a preliminary figure at `at`, "2024E", "'25F";
// `at` where none stands. (time_year.c)
size_t bs__behind_status(const bs__time_reader *r, size_t at);

// "Jul 22 to Jun 23" as a whole: twelve months, so that 22 and 23 are years and no days.
// (time_twelve.c)
bool bs__twelve_months(bs_time_text *out, const bs__scan *scan);
// "YE Dec 21", "YE Jun 2025": the twelve months that end so; the byte behind it, 0 for others.
// (time_twelve.c)
size_t bs__year_ended(bs_time_text *out, const bs__scan *scan);

// "9.27" as a month and a day: alone in parentheses, or as a whole header. (time_point.c)
bool bs__month_day(bs__point *out, const bs__time_reader *r, size_t at);
// 2.15일, 10.9일, 8.25. 17시, 10.17.(목): month and day of the Korean press. (time_korean.c)
bool bs__dotted_day(bs__point *out, const bs__time_reader *r, size_t at);
// Is the Korean word from `at` to `end`, behind a day and a blank, one by itself, with its
// particles: the 전 of "3일 전에" and not that of "15일 전국에서" or "31일 전 거래일보다"?
bool bs__day_word_stands(const bs__time_reader *r, size_t at, size_t end);
// "2012.05에 마감", "내린 2425.05에 개장했다": is what would be a year, with its full stop at
// `point`, and a month the value of an index of shares?
bool bs__is_index_value(const bs__time_reader *r, int year, size_t point, size_t end);
// "2060선", "코스피 2000 돌파": is what would be a year the level of such an index?
bool bs__is_index_level(const bs__time_reader *r, size_t at, size_t end);

// A text that is a year in two calendars, "令和２年（2020年）". (time_calendars.c)
bool bs__time_of_two_calendars(bs_time_text *out, bs_str text, bs_lang lang);
// A text that is a year whose digits stand apart, "2 0 1 9". (time_calendars.c)
bool bs__time_of_digits_apart(bs_time_text *out, bs_str text);

#endif
