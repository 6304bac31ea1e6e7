// SPDX-License-Identifier: GPL-3.0-or-later
// scan.h: the numbers, units and dates of a piece of text, before any context.
//
// The scanner reads one block (a sentence, heading, list item) or one cell by the numeral grammar
// of its language, the unit table and the period patterns, and says what stands where. It knows
// nothing of tables, of the document's date, or of what the number measures: engine/extract/context
// does. All positions are bytes of the text that was passed in, which is never copied or
// normalised: full-width digits, odd blanks and markup (**, <b>, &nbsp;) are read over in place.
#ifndef BS_EXTRACT_SCAN_H
#define BS_EXTRACT_SCAN_H

#include "engine/base/array.h"
#include "engine/core/quantity.h"
#include "engine/core/series.h"
#include "engine/core/unit.h"

// The week that ends, or begins, with a day.
enum { BS_WEEK_ENDING = 101, BS_WEEK_BEGINNING = 102 };

// A point or span of time as printed. 0 is "not printed"; a year of two digits ('22, 22년) has been
// completed (to 1950-2049) and is marked.
typedef struct bs_when {
    int year;
    int half;        // 1-2
    int quarter;     // 1-4
    int month;       // 1-12
    int tenday;      // 1-3
    int week;        // ISO week; beside a month the week of it, beside a day BS_WEEK_ENDING or
                     // BS_WEEK_BEGINNING
    int day;         // 1-31
    bool fiscal;     // FY2023, 2023年度
    bool paired;     // H1 2023/24: of the year that begins in 2023
    int first_month; // of a half or quarter: in which the business year begins that it is a part
                     // of, 4 of 2023年度上期; 0 for the year of the calendar, or where nobody tells
    bool short_year;
} bs_when;

typedef struct bs_item {
    bs_kind kind;
    bs_qualifier qualifier; // from words before and behind the number, also outside [start, end)
    bool valued;
    bs_decimal value; // in base units, scales applied; fraction 1/2 is 0.5
    bs_decimal upper; // BS_KIND_RANGE
    bs_str unit;    // canonical code; static or in the arena; empty for years and dates, "year" for
                    // a range of years, "rank" for ranks, "ordinal:" and the word for ordinals and
                    // numbers in names (39호); empty for other names with digits
    int unit_power; // power of ten between the bare digits and the base unit (만 위안: 4)
    size_t start;   // of the whole item with sign, unit and a suffix such as 여, without 약
    size_t end;
    size_t digits_start; // of the number alone
    size_t digits_end;
    bs_when from;     // BS_KIND_YEAR, BS_KIND_DATE, and a range of years
    bs_when to;       // last of a span of time (2013~2017년, 1~9월); all 0 when it is no span
    const char *rule; // name of the grammar rule that read it; static
} bs_item;

typedef BS_ARRAY(bs_item) bs_item_array;

// Appends the items of `text` in order; items do not overlap. Never fails on any text: what cannot
// be read as a number is no item. BS_E_MEMORY only.
BS_CHECKED bs_status bs_scan(bs_item_array *out, bs_arena *arena, bs_str text, bs_lang lang,
                             bs_error *err);

// What a Japanese text has said of eras, carried on from passage to passage.
typedef struct bs_eras {
    int before; // the year before the first of the latest era that has been named; 0: none
    int year;   // the latest year that has been printed with its era; 0: none
    int plain;  // the last one that has been printed in four digits; 0: none
} bs_eras;

// Gives the Japanese years that are printed without their era the latest one that has been named.
// `published` is the year of the document, 0 where that is not known. (time_era.c)
void bs__settle_eras(bs_item_array *items, bs_str text, bs_eras *eras, int published);
// The first era that a text names with a year, for the brief years in front of it. (time_era.c)
bs_eras bs__first_eras(bs_str text);
// Makes the "113年" of a text that counts the years of the Republic of China a year, where no word
// beside it makes it a length of time. (time_era.c)
void bs__settle_republic(bs_item_array *items, bs_str text);
// The same for the heads of a table: the year before the first of the era that a head begins with,
// and the number of one or two digits that it begins with in front of 年; 0 for none. (time_era.c)
int bs__era_of_head(bs_str head);
// How many years lie between what a brief year has been read as without its era and with it. "29年
// 3月期" begins in the year before. (time_era.c)
int bs__era_shift(int era, int year);
// The year before the first of the era that a year of two digits without one is of; 0 where it is
// of none that has been named. (time_era.c)
int bs__era_of_brief(int year, bool fiscal, const bs_eras *eras, int published);
// The era of a row of years in turn without one, from one of a digit to `last`, of two.
int bs__era_of_turn(int last, bool fiscal, const bs_eras *eras, int published);
int bs__year_of_era(bs_str head);
// "平 2.10. 1", "16. 3. 1": reads a text that is a day with dots, whose year counts from the one
// that is returned; from 0 where no era is named. -1 for any other text. (time_era.c)
int bs__era_dotted_day(bs_when *out, bs_str text);

// One cell of a table or a field of a CSV.
typedef struct bs_cell_value {
    bs_state state; // BS_STATE_VALUE: a number; BS_STATE_UNREADABLE: words, no number
    bs_qualifier qualifier;
    bs_value_status status; // from p, r, e, f marks; BS_STATUS_ACTUAL when there is none
    bs_decimal value;       // as printed, scales inside the cell applied, that of a header not
    bs_decimal upper;
    bool range;
    bs_str unit;         // of a unit printed in the cell; empty when there is none
    size_t digits_start; // of the number alone, with its sign
    size_t digits_end;
    bool points;       // "0.2 pts": a difference of rates where the row or column is one
    bool beside;       // another number stands behind it in parentheses: "54,764 (18.2)"
    bool beside_range; // it is an interval: "12.1 (10.3–13.9)"
    bool beside_rate;  // it is printed as a percentage: "496.2(△14.2%)"
    bs_decimal beside_value;
    bs_decimal beside_upper;
    size_t beside_start; // of that number alone
    size_t beside_end;
} bs_cell_value;

// Reads a whole cell as one number: grouping marks, sign marks (-, −, △, ▲, parentheses), footnote
// marks and p/r/e marks, a unit behind it, the kinds of missing ('-', '…', 'n/a', 'x', empty).
// Anything more than one number with its marks is BS_STATE_UNREADABLE.
void bs_scan_cell(bs_cell_value *out, bs_str text, bs_lang lang);
// As bs_scan_cell, with "$" above "4,210" and ")" below it on lines of their own. Without memory
// for a copy the cell is read as it is.
void bs_scan_cell_lines(bs_cell_value *out, bs_arena *arena, bs_str text, bs_lang lang);

enum { BS_UNIT_LIST_MAX = 8 };

// A unit in a caption, header or row label: "(단위: 만 위안)", "(百万円)", "($ millions)",
// "연산력 규모 (EFLOPS)", "Exports, in thousands".
typedef struct bs_unit_text {
    bs_str unit;  // canonical code; "1" for a bare scale ("in thousands"); static or in the arena
    int power;    // values times 10^power are base units
    size_t start; // bytes of the unit part, with its parentheses
    size_t end;
    bool stated; // introduced as a unit (단위, 单位, unit, in): more certain than bare parentheses
    bool more; // the bracket says more than a unit: "(% of GDP)", "(constant 2015 US$)"
    // All units of a statement that names several, in its order: "(단위: 조원, %)". The first is
    // `unit`.
    struct {
        bs_str unit;
        int power;
        bs_str text; // as it is printed
    } list[BS_UNIT_LIST_MAX];
    size_t list_count;  // 0 or 1 where there is one only
    bool but_per_share; // "in thousands, except per share amounts"
} bs_unit_text;

// Returns true and fills *out when `text` ends in, or is, or states a unit. Words that only look
// like one are not units: "(OTN)", "(선전)".
bool bs_scan_unit(bs_unit_text *out, bs_arena *arena, bs_str text, bs_lang lang);
// The same where `text` is nothing else; quick for nearly every text that is not.
bool bs_scan_whole_unit(bs_unit_text *out, bs_arena *arena, bs_str text, bs_lang lang);

// Reads a whole header cell or short label as a point or span of time: "2023년", "'23.1Q", "1월",
// "2024年1-6月", "FY2023", "Q1", "10.13", "Jan 2024", "2023p" (status is the mark). False when it
// is more or less than that. A bare "9.27" is a date here only if month and day exist.
typedef struct bs_time_text {
    bs_when from;
    bs_when to;
    bs_value_status status; // from marks and words in the header: (E), 전망, 目標, target
    bool status_stated;
    bool running; // a total since January: 누계, 累计; where a part of the year is printed, from
                  // and to are those of the total
} bs_time_text;
bool bs_scan_time(bs_time_text *out, bs_str text, bs_lang lang);

// A week of a month, whose name stands elsewhere: "1주", "第2周", "셋째 주"; 0 for other text.
// (time_week.c)
int bs__week_alone(bs_str text, bs_lang lang);

// The status that a header names which is nothing else: "전망", "(forecast)".
bool bs_scan_status(bs_str text, bs_lang lang, bs_value_status *out);

// The month in which a business year begins, of a span of twelve whole months that are no calendar
// year (2024年3月期, "year ended March 2024"); 0 for others. Halves and quarters below such a head
// have it as their first_month, and months before it are of the next year.
static inline int bs__business_month(const bs_when *from, const bs_when *to)
{
    enum { MONTHS = 12 };
    int months = (to->year - from->year) * MONTHS + to->month - from->month + 1;
    bool whole = from->day == 0 && to->day == 0 && months == MONTHS;
    return whole && from->year > 0 && from->month > 1 ? from->month : 0;
}
static inline void bs__set_business_month(bs_when *part, int business)
{
    if (part->quarter > 0 || part->half > 0) part->first_month = business;
    part->year += part->month > 0 && part->month < business;
}

// True for January to December of one year, or of any: "year ended December 31" is the year.
static inline bool bs__is_calendar_year(const bs_when *from, const bs_when *to)
{
    return from->month == 1 && to->month == 12 && from->day == 0 && to->day == 0 &&
           from->year == to->year;
}

// The first and the last month of a month, quarter or half; 0 for a year.
static inline int bs__first_month_of(const bs_when *when)
{
    return when->month     ? when->month
           : when->quarter ? when->quarter * 3 - 2
           : when->half    ? when->half * 6 - 5
                           : 0;
}
static inline int bs__last_month_of(const bs_when *when)
{
    return when->month ? when->month : when->quarter ? when->quarter * 3 : when->half * 6;
}

// Makes of a month, quarter or half the span from January to it; nothing of a year or a span.
void bs_when_run(bs_when *from, bs_when *to);

// The period that a bs_when (and the end of a span, which may be all 0) means. A missing year is
// `year_default`. BS_E_RANGE: there is no such period, or the year is missing and year_default is
// 0.
BS_CHECKED bs_status bs_when_period(bs_period *out, bs_when from, bs_when to, int year_default,
                                    bs_error *err);

#endif
