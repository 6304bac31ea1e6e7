// SPDX-License-Identifier: GPL-3.0-or-later
// Years that are printed once, and hold for the heads to their right or the rows below them:
//
//     令和3年,4年,5年        연월,수출          年月,売上高
//     2021년,22년,23년       2024.1월,120       令和6年1月,18
//     2024年11月,12月,1月    2월,118            2月,19
#include <stdio.h>

#include "engine/base/utf8.h"
#include "engine/extract/tidy_internal.h"
#include "engine/extract/words.h"

// A head of one or two digits and the word for a year: "４年", "22년"; no "5年平均". *count is the
// number of digits.
bool bs__tidy_is_short_year(bs_str text, size_t *count)
{
    enum { DIGITS_MAX = 2 };
    static const char words[] = "年度|年|년도|년";
    size_t digits = 0, at = 0;
    for (; at < text.len && digits <= DIGITS_MAX; digits++) {
        bs_rune rune = bs_utf8_decode(text, at);
        uint32_t code = bs_rune_fold_width(rune.code);
        if (code < '0' || code > '9') break;
        at += rune.len;
    }
    *count = digits;
    bs_str rest = bs_str_slice(text, at, text.len);
    size_t bracket = bs_str_find(rest, BS_STR("("), 0);
    if (bracket == SIZE_MAX) bracket = bs_str_find(rest, BS_STR("（"), 0);
    if (bracket != SIZE_MAX) rest = bs_str_slice(rest, 0, bracket);
    rest = bs_str_trim(rest);
    return digits >= 1 && digits <= DIGITS_MAX && bs_list_starts(rest, words) &&
           bs_list_ends(rest, words) && rest.len <= strlen("年度");
}

// The number in front of 年; the last two digits of four; 1 for 元年; 0 for others.
static size_t year_number(bs_str text)
{
    size_t number = 0;
    bool digits = false;
    if (bs_str_find(text, BS_STR("元年"), 0) != SIZE_MAX) return 1;
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        uint32_t code = bs_rune_fold_width(rune.code);
        bool digit = code >= '0' && code <= '9';
        if (digits && !digit) break;
        if (digit) number = (number * 10 + (code - '0')) % 100;
        digits = digits || digit;
        at += rune.len;
    }
    return number;
}

static const char eras[] = "令和|平成|昭和|民國";

// What a head of years prints once, at their left: the era of "令和３年,４年", the century of
// "2021年,22年". The years go up by little: "2023年,10年" are no two of them.
static bs_str whole_year(bs_tidy *tidy, size_t row, size_t column, bs_str text)
{
    enum { STEP_MAX = 5 };
    size_t digits, number = year_number(text);
    if (!bs__tidy_is_short_year(text, &digits)) return text;
    for (size_t i = column; i > 0; i--) {
        bs_str left = bs__tidy_cell(tidy, row, i - 1);
        bool era = bs_list_starts(left, eras);
        bool year = left.len > 4 && bs__tidy_is_year(bs_str_slice(left, 0, 4)) &&
                    bs_list_starts(bs_str_slice(left, 4, left.len), "年|년");
        size_t short_digits, before = year_number(left);
        if (!era && !year && !bs__tidy_is_short_year(left, &short_digits)) continue;
        if (number <= before || number > before + STEP_MAX) return text;
        number = before;
        if (!era && !(year && digits == 2)) continue;
        bs_str front = bs_str_slice(left, 0, era ? strlen("令和") : strlen("20"));
        bs_str whole =
            bs_arena_format(&tidy->arena, "%.*s%.*s", BS_STR_ARG(front), BS_STR_ARG(text));
        return whole.len > 0 ? whole : text;
    }
    return text;
}

// The months that a part of a year begins and ends with.
typedef struct months {
    int first; // 0 for a whole year, and for what lies within a month
    int last;
} months;

static months months_of(const bs_time_text *time)
{
    bs_when from = time->from, to = time->to;
    bool open = to.month == 0 && to.quarter == 0 && to.half == 0;
    if (open) to = from;
    if (from.week != 0 || from.day != 0 || from.tenday != 0) return (months){0};
    if (from.month > 0) return (months){from.month, to.month};
    if (from.quarter > 0) return (months){3 * from.quarter - 2, 3 * to.quarter};
    return from.half > 0 ? (months){6 * from.half - 5, 6 * to.half} : (months){0};
}

// A part of a year goes on in the year of the one before it; from its last month to its first, in
// the next one. *year is that of a text that says none, 0 where none is known. True when the text
// says its own.
static bool take_year(bs__tidy_carried *c, bs_str text, bs_lang lang, int *year)
{
    enum { LAST_MONTH = 12 };
    bs_time_text time;
    *year = 0;
    if (!bs_scan_time(&time, text, lang)) return false;
    months here = months_of(&time);
    if (time.from.year != 0) {
        bool part = here.first > 0 && !time.from.fiscal;
        c->year = part ? time.from.year : 0;
    } else if (here.first == 0) {
        c->year = 0;
    } else if (here.first < c->first_month) {
        bool next = c->year > 0 && c->last_month == LAST_MONTH && here.first == 1;
        c->year = next ? c->year + 1 : 0;
    }
    c->first_month = here.first;
    c->last_month = here.last;
    if (time.from.year == 0) *year = c->year;
    return time.from.year != 0;
}

static bs_str with_year(bs_tidy *tidy, int year, bs_str text)
{
    const char *word = tidy->lang == BS_LANG_KO ? "년 " : "年";
    return bs_arena_format(&tidy->arena, "%d%s%.*s", year, word, BS_STR_ARG(text));
}

// Whether the text begins with a figure or a numeral of a month or quarter, as parts of years do in
// the languages that print the year in front.
static bool leads_year(bs_lang lang)
{
    return lang == BS_LANG_KO || lang == BS_LANG_ZH || lang == BS_LANG_JA;
}

// "2024年11月,12月,1月": a head of a part of a year, behind one that says its year.
static bs_str whole_part(bs_tidy *tidy, size_t row, size_t column, bs_str text)
{
    enum { LOOK_BACK_MAX = 24 };
    size_t first = column;
    int year = 0;
    bs__tidy_carried c = {0};
    if (!leads_year(tidy->lang) || bs__tidy_time_of(text, tidy->lang) != BS__TIDY_PART) return text;
    while (first > 0 && column - first < LOOK_BACK_MAX) {
        if (take_year(&c, bs__tidy_cell(tidy, row, --first), tidy->lang, &year)) break;
    }
    for (size_t i = first + 1; i <= column && c.year != 0; i++)
        take_year(&c, bs__tidy_cell(tidy, row, i), tidy->lang, &year);
    if (year == 0) return text;
    bs_str whole = with_year(tidy, year, text);
    return whole.len > 0 ? whole : text;
}

bs_str bs__tidy_head_carried(bs_tidy *tidy, size_t row, size_t column, bs_str text)
{
    bs_str whole = whole_year(tidy, row, column, text);
    if (whole.ptr != text.ptr || column == 0) return whole;
    return whole_part(tidy, row, column, text);
}

// --- rows ----------------------------------------------------------------------------------------

// What stands in front of the number of a year: an era, or the century of four figures.
static bs_str front_of(bs_str text)
{
    if (bs_list_starts(text, eras)) return bs_str_slice(text, 0, strlen("令和"));
    bool year = bs__tidy_is_year(bs_str_slice(text, 0, 4)) &&
                bs_list_starts(bs_str_slice(text, 4, text.len), "年|년");
    return year ? bs_str_slice(text, 0, strlen("20")) : (bs_str){0};
}

// "4年" below "令和3年"; empty where nothing is known of its front.
static bs_str carried_year(bs_tidy *tidy, bs_str text, size_t digits)
{
    enum { STEP_MAX = 5 };
    bs__tidy_carried *c = &tidy->carried;
    size_t number = year_number(text);
    bool century = c->front.len == strlen("20");
    bool goes_on = number > c->number && number <= c->number + STEP_MAX;
    if (c->front.len == 0 || !goes_on || (century && digits != 2)) return (bs_str){0};
    c->number = number;
    c->year = 0;
    return bs_arena_format(&tidy->arena, "%.*s%.*s", BS_STR_ARG(c->front), BS_STR_ARG(text));
}

bs_str bs__tidy_row_carried(bs_tidy *tidy, bs_str text)
{
    size_t digits;
    int year;
    bs__tidy_carried *c = &tidy->carried;
    if (bs__tidy_is_short_year(text, &digits)) {
        bs_str whole = carried_year(tidy, text, digits);
        return whole.len > 0 ? whole : text;
    }
    if (take_year(c, text, tidy->lang, &year)) {
        c->front = front_of(text);
        c->number = year_number(text);
    }
    bs_str whole = year != 0 ? with_year(tidy, year, text) : (bs_str){0};
    return whole.len > 0 ? whole : text;
}

// Whether a column holds such periods: all of it are times or totals, the first with its year.
static bool carries(bs_tidy *tidy, size_t column)
{
    size_t count = 0;
    bool first = true;
    tidy->carried = (bs__tidy_carried){0};
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
        bs_str text = bs__tidy_cell(tidy, row, column);
        if (text.len == 0 || bs__tidy_is_whole(text)) continue;
        bs_str whole = bs__tidy_row_carried(tidy, text);
        if (bs__tidy_time_of(whole, tidy->lang) != BS__TIDY_WHOLE) return false;
        if (first && whole.ptr != text.ptr) return false;
        first = false;
        count += whole.ptr != text.ptr;
    }
    return count > 0;
}

bs_status bs__tidy_plan_carry(bs_tidy *tidy, bs_error *err)
{
    enum { COLUMNS_MAX = 3 };
    tidy->carry_column = SIZE_MAX;
    if (!leads_year(tidy->lang)) return BS_OK;
    for (size_t i = 0; i < tidy->width && i < COLUMNS_MAX; i++) {
        if (tidy->columns[i].timed || !carries(tidy, i)) continue;
        tidy->carry_column = i;
        break;
    }
    if (tidy->carry_column == SIZE_MAX) return BS_OK;
    tidy->filled = BS_NEW_ARRAY(&tidy->arena, bs_field, tidy->width);
    if (tidy->filled == NULL) return bs__tidy_no_memory(err);
    tidy->carried = (bs__tidy_carried){0};
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
        bs_field *field = &tidy->sample[row].fields[tidy->carry_column];
        bs_str text = bs_str_trim(field->text);
        bs_str whole = text.len > 0 ? bs__tidy_row_carried(tidy, text) : text;
        if (whole.ptr != text.ptr) field->text = field->place = whole;
    }
    return BS_OK;
}
