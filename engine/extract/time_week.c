// SPDX-License-Identifier: GPL-3.0-or-later
// Weeks: of a month (4월 첫째 주, 4月第1周, "first week of April"), of a year ("week 14 of 2025"),
// and those that a day ends or begins ("week ending 4 April 2025").
#include "engine/extract/phrase_table.h"
#include "engine/extract/time_internal.h"
#include "engine/extract/words.h"

enum { WEEKS_OF_MONTH = 5, WEEKS_OF_YEAR = 53 };

static const bs__phrase named_weeks[] = {
    P("첫째 주", KO, 1), P("첫째주", KO, 1), P("첫 주", KO, 1),     P("첫주", KO, 1),
    P("둘째 주", KO, 2), P("둘째주", KO, 2), P("셋째 주", KO, 3),   P("셋째주", KO, 3),
    P("넷째 주", KO, 4), P("넷째주", KO, 4), P("다섯째 주", KO, 5), P("다섯째주", KO, 5),
};

static const bs__phrase numbered_weeks[] = {P("주차", KO, 0), P("주", KO, 0), P("周", ZH, 0),
                                            P("週", ZH | JA, 0)};

// Behind a number of weeks these make a length of time of it.
static bool is_length(const bs__time_reader *r, size_t end)
{
    static const char words[] = "간|동안|째|이상|이내|만에|만의|연속|내리|치|분|후|뒤|전|당|년|"
                                "间|以来|以内|前|后|後|间隔|連続|连续|ぶり|以上|間|分|目|年";
    bs_str rest = bs_str_slice(r->text, bs_gap_skip(r->text, end), r->text.len);
    return bs_list_starts(rest, words);
}

bool bs__week_of_month(const bs__time_reader *r, size_t at, bs_when *from, size_t *end)
{
    const bs__phrase *word = BS_PHRASE_AT(named_weeks, r->scan, at);
    size_t stop = word != NULL ? at + word->text.len : 0;
    int week = word != NULL ? word->value : 0;
    if (word == NULL) {
        bool numbered =
            bs__starts_at(r->text, at, BS_STR("第")) || bs__starts_at(r->text, at, BS_STR("제"));
        bs__integer number;
        size_t digits = numbered ? bs_gap_skip(r->text, at + 3) : at;
        // Chinese and Japanese say so: 4月1周 may be a week long.
        if (!numbered && r->scan->lang != BS_LANG_KO) return false;
        if (!bs__time_integer(&number, r, digits, 1)) return false;
        const bs__phrase *suffix =
            BS_PHRASE_AT(numbered_weeks, r->scan, bs_gap_skip(r->text, number.end));
        if (suffix == NULL) return false;
        week = number.value;
        stop = bs_gap_skip(r->text, number.end) + suffix->text.len;
    }
    if (week < 1 || week > WEEKS_OF_MONTH || is_length(r, stop)) return false;
    if (r->scan->lang == BS_LANG_KO && !bs__korean_word_ends(r->text, stop)) return false;
    from->week = week;
    *end = stop;
    return true;
}

int bs__week_alone(bs_str text, bs_lang lang)
{
    bs__scan scan = {.text = text, .lang = lang};
    bs__time_reader r = {.scan = &scan, .text = text, .header = true};
    bs_when when = {0};
    size_t end;
    return bs__week_of_month(&r, 0, &when, &end) && end == text.len ? when.week : 0;
}

// "first week of April 2025".
static bool week_of_named_month(bs__point *out, const bs__time_reader *r, size_t at)
{
    static const bs__phrase words[] = {
        P("first week of", EN, 1),  P("second week of", EN, 2), P("third week of", EN, 3),
        P("fourth week of", EN, 4), P("fifth week of", EN, 5),  P("first week in", EN, 1),
        P("second week in", EN, 2), P("third week in", EN, 3),  P("fourth week in", EN, 4),
    };
    const bs__phrase *word = BS_PHRASE_AT(words, r->scan, at);
    if (word == NULL) return false;
    size_t month = bs_gap_skip(r->text, at + word->text.len);
    if (!bs__month_point(out, r, month) || out->from.day != 0 || out->to.month != 0) return false;
    out->from.week = word->value;
    return true;
}

// "week ending Friday 4 April 2025", "week of April 7".
static bool week_of_day(bs__point *out, const bs__time_reader *r, size_t at)
{
    static const bs__phrase words[] = {
        P("week ending", EN, BS_WEEK_ENDING),
        P("week ended", EN, BS_WEEK_ENDING),
        P("week to", EN, BS_WEEK_ENDING),
        P("w/e", EN, BS_WEEK_ENDING),
        P("week beginning", EN, BS_WEEK_BEGINNING),
        P("week commencing", EN, BS_WEEK_BEGINNING),
        P("week starting", EN, BS_WEEK_BEGINNING),
        P("week of", EN, BS_WEEK_BEGINNING),
        P("w/c", EN, BS_WEEK_BEGINNING),
    };
    static const bs__phrase days[] = {
        P("Monday", EN, 0), P("Tuesday", EN, 0),  P("Wednesday", EN, 0), P("Thursday", EN, 0),
        P("Friday", EN, 0), P("Saturday", EN, 0), P("Sunday", EN, 0)};
    const bs__phrase *word = BS_PHRASE_AT(words, r->scan, at);
    if (word == NULL) return false;
    size_t next = bs_gap_skip(r->text, at + word->text.len);
    const bs__phrase *day = BS_PHRASE_AT(days, r->scan, next);
    if (day != NULL) next = bs_gap_skip(r->text, next + day->text.len);
    if (bs__char_at(r->text, next) == ',') next = bs_gap_skip(r->text, next + 1);
    if (!bs__month_point(out, r, next) || out->from.day == 0 || out->to.month != 0) return false;
    out->from.week = word->value;
    return true;
}

// "Week 14 of 2025", "week 14, 2025", "W14 2025".
static bool week_of_year(bs__point *out, const bs__time_reader *r, size_t at)
{
    static const bs__phrase words[] = {P("week", EN, 0), P("wk", EN, 0)};
    static const bs_str joints[] = {BS_STR_INIT("of "), BS_STR_INIT(", "), BS_STR_INIT("/"),
                                    BS_STR_INIT("(")};
    const bs__phrase *word = BS_PHRASE_AT(words, r->scan, at);
    bs__integer number, year;
    if (word == NULL) return false;
    size_t next = bs_gap_skip(r->text, at + word->text.len);
    if (next == at + word->text.len || !bs__time_digits(&number, r->text, next, 2)) return false;
    size_t from = bs_gap_skip(r->text, number.end);
    for (size_t i = 0; i < BS_COUNT(joints); i++)
        from += bs__starts_at(r->text, from, joints[i]) ? joints[i].len : 0;
    bool dated = bs__time_digits(&year, r->text, from, 4) && year.digits == 4 &&
                 year.value >= BS_BARE_YEAR_MIN && year.value <= BS_BARE_YEAR_MAX;
    if (!dated || number.value < 1 || number.value > WEEKS_OF_YEAR) return false;
    *out = (bs__point){.from = {.year = year.value, .week = number.value}, .end = year.end};
    if (bs__char_at(r->text, from - 1) == '(' && bs__char_at(r->text, year.end) == ')') out->end++;
    return true;
}

bool bs__week_point(bs__point *out, const bs__time_reader *r, size_t at)
{
    if (r->scan->lang != BS_LANG_EN || bs__letter_before(r->text, at)) return false;
    char c = bs__char_at(r->text, at);
    if (strchr("fstwFSTW", c) == NULL) return false;
    return week_of_named_month(out, r, at) || week_of_day(out, r, at) || week_of_year(out, r, at);
}
