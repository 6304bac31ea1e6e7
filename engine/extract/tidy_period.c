// SPDX-License-Identifier: GPL-3.0-or-later
// Periods of data files: each text once, read when all are known.
//
// Most are ISO text. Beside it stand what programs write (20200131, 2020/01/31, 31.12.2020, times
// of day), years and months in columns of their own, and everything that the scanner knows of the
// four languages.
#include "engine/base/utf8.h"
#include "engine/extract/tidy_internal.h"
#include "engine/extract/words.h"

static uint32_t period_hash(const bs__tidy_period *printed)
{
    uint32_t hash = bs__tidy_hash(0, printed->text);
    if (printed->part.len > 0) hash = bs__tidy_hash(hash, printed->part);
    if (printed->part_to.len > 0) hash = bs__tidy_hash(hash, printed->part_to);
    if (printed->frequency.len > 0) hash = bs__tidy_hash(hash, printed->frequency);
    return printed->day.len > 0 ? bs__tidy_hash(hash, printed->day) : hash;
}

static bool period_same(const bs__tidy_period *a, const bs__tidy_period *b)
{
    return bs_str_equal(a->text, b->text) && bs_str_equal(a->part, b->part) &&
           bs_str_equal(a->part_to, b->part_to) && bs_str_equal(a->day, b->day) &&
           bs_str_equal(a->frequency, b->frequency);
}

bs_status bs__tidy_period_id(bs_tidy *tidy, const bs__tidy_period *printed, uint32_t *id,
                             bs_error *err)
{
    uint32_t last = tidy->last_period;
    if (last < tidy->periods.count && period_same(&tidy->periods.items[last], printed)) {
        *id = last;
        return BS_OK;
    }
    uint32_t hash = period_hash(printed);
    for (size_t probe = SIZE_MAX; bs__tidy_ids_next(&tidy->period_ids, hash, &probe, id);) {
        if (!period_same(&tidy->periods.items[*id], printed)) continue;
        tidy->last_period = *id;
        return BS_OK;
    }
    *id = (uint32_t)tidy->periods.count;
    BS_TRY(bs__tidy_ids_add(&tidy->period_ids, hash, *id, err));
    bs__tidy_period *period = BS_PUSH(&tidy->arena, &tidy->periods);
    if (period == NULL) return bs__tidy_no_memory(err);
    *period = *printed;
    tidy->last_period = *id;
    return BS_OK;
}

// --- one text ------------------------------------------------------------------------------------

// Numbers of a text of digits and marks: "2020/01/31" gives 2020, 1, 31. False when anything else
// stands in it, or there are more than three.
typedef struct number_run {
    int values[3];
    size_t lens[3];
    size_t count;
    char mark; // between the first two
} number_run;

static bool numbers_read(number_run *out, bs_str text)
{
    *out = (number_run){0};
    for (size_t at = 0; at < text.len; at++) {
        size_t start = at;
        int value = 0;
        for (; at < text.len && bs_is_digit(text.ptr[at]) && at - start < 8; at++)
            value = value * 10 + (text.ptr[at] - '0');
        if (at == start || out->count == 3) return false;
        out->values[out->count] = value;
        out->lens[out->count++] = at - start;
        if (at == text.len) return true;
        char mark = text.ptr[at];
        if (memchr("./-", mark, 3) == NULL || (out->count > 1 && mark != out->mark)) return false;
        out->mark = mark;
        if (at + 2 < text.len && text.ptr[at + 1] == ' ') at++; // "2023- 04- 06"
    }
    return false; // ends with a mark
}

// How days and months of "01/02/2020" lie in this file.
typedef enum day_order { DAY_ORDER_UNKNOWN, DAY_FIRST, MONTH_FIRST } day_order;

static day_order order_of(bs_str text)
{
    number_run run;
    if (!numbers_read(&run, text) || run.count != 3 || run.lens[2] != 4) return DAY_ORDER_UNKNOWN;
    if (run.values[0] > 12 || run.mark == '.') return DAY_FIRST;
    return run.values[1] > 12 ? MONTH_FIRST : DAY_ORDER_UNKNOWN;
}

static bool year_is_plausible(int year)
{
    enum { YEAR_FIRST = 1500, YEAR_LAST = 2200 };
    return year >= YEAR_FIRST && year <= YEAR_LAST;
}

// 20200131 and 202001. Files of months have their years as a thirteenth.

static bool compact_read(bs_period *out, int value, size_t len)
{
    bs_date date = {value / 10000, value / 100 % 100, value % 100};
    if (len == 8) return year_is_plausible(date.year) && bs_period_day(out, date, NULL) == BS_OK;
    if (len != 6 || !year_is_plausible(value / 100)) return false;
    if (value % 100 == BS__TIDY_YEAR_AS_MONTH)
        return bs_period_year(out, value / 100, NULL) == BS_OK;
    return bs_period_month(out, value / 100, value % 100, NULL) == BS_OK;
}

// "2020.06", "06/2020", and "2020.0", a year that a program took for a number.
static bool month_read(bs_period *out, const number_run *run, bs__tidy_dates form)
{
    if (run->lens[0] != 4)
        return run->lens[1] == 4 &&
               bs_period_month(out, run->values[1], run->values[0], NULL) == BS_OK;
    bool point = run->mark == '.' && run->lens[1] == 1;
    if (point && run->values[1] == 0) return bs_period_year(out, run->values[0], NULL) == BS_OK;
    int month = point && form.padded && run->values[1] == 1 ? 10 : run->values[1];
    return run->lens[1] <= 2 && bs_period_month(out, run->values[0], month, NULL) == BS_OK;
}

static bool is_padded_month(bs_str text)
{
    number_run run;
    return numbers_read(&run, text) && run.count == 2 && run.lens[0] == 4 && run.lens[1] == 2 &&
           run.mark == '.' && run.values[1] < 10;
}

static bool numbers_period(bs_period *out, bs_str text, bs__tidy_dates form)
{
    number_run run;
    if (!numbers_read(&run, text)) return false;
    if (run.count == 1) return compact_read(out, run.values[0], run.lens[0]);
    if (run.count == 2) return month_read(out, &run, form);
    if (run.lens[0] == 4) {
        bs_date date = {run.values[0], run.values[1], run.values[2]};
        return bs_period_day(out, date, NULL) == BS_OK;
    }
    if (run.lens[2] != 4 || form.order == DAY_ORDER_UNKNOWN) return false;
    bool day_first = form.order == DAY_FIRST;
    bs_date date = {run.values[2], run.values[day_first], run.values[!day_first]};
    return bs_period_day(out, date, NULL) == BS_OK;
}

// "2020-01-31T00:00:00", "31/01/2020 08:45": the date counts.
static bs_str without_clock(bs_str text)
{
    enum { DATE_LEN = 10 }; // of either order
    if (text.len <= DATE_LEN || (text.ptr[DATE_LEN] != 'T' && text.ptr[DATE_LEN] != ' '))
        return text;
    bool clock = text.len >= DATE_LEN + 6 && bs_is_digit(text.ptr[DATE_LEN + 1]) &&
                 bs_is_digit(text.ptr[DATE_LEN + 2]) && text.ptr[DATE_LEN + 3] == ':';
    return clock ? bs_str_slice(text, 0, DATE_LEN) : text;
}

// "2020 [YR2020]" of the World Bank.
static bs_str without_bracket(bs_str text)
{
    size_t bracket = bs_str_find(text, BS_STR("["), 0);
    bool cut = bracket != SIZE_MAX && bracket > 0 && bs_str_ends(text, BS_STR("]"));
    return cut ? bs_str_trim(bs_str_slice(text, 0, bracket)) : text;
}

// The letter of "2023/24e", a year over two calendar years, which says its status; '\0' for others.
static char letter_of(bs_str text)
{
    enum { LEN = 8 };
    if (text.len != LEN || (text.ptr[4] != '/' && text.ptr[4] != '-')) return '\0';
    bool digits = bs_is_digit(text.ptr[3]) && bs_is_digit(text.ptr[5]) && bs_is_digit(text.ptr[6]);
    char last = text.ptr[LEN - 1];
    return digits && memchr("pefra", last, 5) != NULL ? last : '\0';
}

// "'2021": what a spreadsheet puts in front of a cell that it is not to read; "'21" is short for
// the year.
static bs_str without_apostrophe(bs_str text)
{
    enum { YEAR_LEN = 4 };
    bool kept = text.len > YEAR_LEN && text.ptr[0] == '\'' && bs_is_digit(text.ptr[1]) &&
                bs_is_digit(text.ptr[2]) && bs_is_digit(text.ptr[3]) &&
                bs_is_digit(text.ptr[YEAR_LEN]);
    return kept ? bs_str_slice(text, 1, text.len) : text;
}

static bs_str clean(bs_str text)
{
    text = without_clock(without_bracket(without_apostrophe(bs_str_trim(text))));
    return letter_of(text) != '\0' ? bs_str_slice(text, 0, text.len - 1) : text;
}

// "2020 Q1" and "2020 1/4".
static bool quarter_read(bs_period *out, bs_str text)
{
    if (text.len < 7 || text.ptr[4] != ' ') return false;
    bs_str year = bs_str_slice(text, 0, 4);
    bs_str rest = bs_str_trim(bs_str_slice(text, 5, text.len));
    bool named = rest.len == 2 && (rest.ptr[0] == 'Q' || rest.ptr[0] == 'q');
    bool of_four = rest.len == 3 && rest.ptr[1] == '/' && rest.ptr[2] == '4';
    char digit = named ? rest.ptr[1] : of_four ? rest.ptr[0] : '0';
    bs_period annual;
    if (digit < '1' || digit > '4' || bs_period_parse(&annual, year, NULL) != BS_OK) return false;
    return bs_period_quarter(out, annual.first, digit - '0', NULL) == BS_OK;
}

static bool plain_read(bs_period *out, bs_str text, bs__tidy_dates form)
{
    return bs_period_parse(out, text, NULL) == BS_OK || quarter_read(out, text) ||
           numbers_period(out, text, form) || bs__tidy_lettered_period(out, text);
}

bool bs__tidy_plain_period(bs_period *out, bs_str text)
{
    return plain_read(out, clean(text), (bs__tidy_dates){.order = DAY_FIRST});
}

// Four digits are a year in a column of periods; elsewhere only those near our time are.
static bool plain_looks(bs_str text)
{
    bs_period period;
    if (!plain_read(&period, text, (bs__tidy_dates){.order = DAY_FIRST}) &&
        !plain_read(&period, text, (bs__tidy_dates){.order = MONTH_FIRST}))
        return false;
    bool year = period.frequency == BS_FREQUENCY_ANNUAL;
    return text.len > 4 || (text.len == 4 && (!year || year_is_plausible(period.first)));
}

int bs__tidy_quarter_of(bs_str text)
{
    bool of_four = text.len == 3 && text.ptr[1] == '/' && text.ptr[2] == '4';
    return of_four && text.ptr[0] >= '1' && text.ptr[0] <= '4' ? text.ptr[0] - '0' : 0;
}

static bool has_year(const bs_time_text *time)
{
    return time->from.year != 0;
}

bs__tidy_time bs__tidy_time_of(bs_str text, bs_lang lang)
{
    bs_time_text time;
    int number;
    bs_str cleaned = clean(text);
    if (cleaned.len == 0) return BS__TIDY_NO_TIME;
    if (plain_looks(cleaned)) return BS__TIDY_WHOLE;
    if (bs__tidy_quarter_of(cleaned) > 0) return BS__TIDY_PART;
    if (bs__tidy_lettered_part(cleaned, &number) != '\0') return BS__TIDY_PART;
    if (!bs_scan_time(&time, cleaned, lang)) return BS__TIDY_NO_TIME;
    return has_year(&time) ? BS__TIDY_WHOLE : BS__TIDY_PART;
}

// --- all periods ---------------------------------------------------------------------------------

static bs_status fail_period(const bs__tidy_period *period, bs_error *err)
{
    bs_place place = {.line = period->line, .column = period->column};
    if (period->text.len == 0 && period->part.len == 0)
        return bs_fail_at(err, BS_E_FORMAT, place, "a row has no period");
    return bs_fail_at(
        err, BS_E_FORMAT, place,
        "'%.*s' is not a period; expected a year, quarter, month or day such as 2023, "
        "2023-Q4, 2023-10 or 2023-10-13",
        BS_STR_ARG(period->shown));
}

static bs_status fail_year(const bs__tidy_period *period, bs_error *err)
{
    bs_place place = {.line = period->line, .column = period->column};
    return bs_fail_at(
        err, BS_E_FORMAT, place,
        "'%.*s' has no year; expected one in a column of years, in the header or in a "
        "title above the table",
        BS_STR_ARG(period->shown));
}

static bs_status fail_order(const bs__tidy_period *period, bs_error *err)
{
    bs_place place = {.line = period->line, .column = period->column};
    return bs_fail_at(err, BS_E_FORMAT, place,
                      "'%.*s' may be read month first or day first, and no date of the file tells; "
                      "expected dates such as 2023-10-13",
                      BS_STR_ARG(period->shown));
}

// Bare digits of a quarter or month column; the scanner reads "1월" and "Jan".
static bool part_read(bs_when *when, const bs__tidy_period *period, bs_str text, bs_lang lang)
{
    number_run run;
    bs_str part = clean(text);
    if (period->part_role == BS__TIDY_WEEK) {
        when->week = bs__tidy_week_of(part);
        return when->week > 0;
    }
    if (numbers_read(&run, part) && run.count == 1 && run.lens[0] <= 2) {
        int *into = period->part_role == BS__TIDY_QUARTER ? &when->quarter : &when->month;
        *into = run.values[0];
        return true;
    }
    when->quarter = bs__tidy_quarter_of(part);
    if (when->quarter > 0) return true;
    if (bs__tidy_coded_part(when, part)) return true;
    bs_time_text time;
    if (!bs_scan_time(&time, part, lang)) return false;
    int year = when->year;
    *when = time.from;
    if (when->year == 0) when->year = year;
    return true;
}

enum { FISCAL_MONTH = 4 }; // in which 年度 begin

// The year of a head, and the month in which it begins where that is told; 0 else.
static bool year_read(int *year, int *first_month, bs_str text, bs_lang lang)
{
    bs_period period;
    bs_time_text time;
    bs_str cleaned = clean(text);
    *first_month = 0;
    if (bs_period_parse(&period, cleaned, NULL) == BS_OK) {
        *year = bs_period_year_of(period);
        return period.frequency == BS_FREQUENCY_ANNUAL;
    }
    if (!bs_scan_time(&time, cleaned, lang)) return false;
    *year = time.from.year;
    *first_month = bs__business_month(&time.from, &time.to);
    bool april = time.from.fiscal && lang == BS_LANG_JA && bs_str_ends(cleaned, BS_STR("年度"));
    if (april) *first_month = FISCAL_MONTH;
    return *year != 0;
}

// The end of a part that is a span of months, "4-6月期"; nothing for others.
static bs_when end_of_part(bs_str part, bs_lang lang, int year)
{
    bs_time_text time;
    bs_str text = clean(part);
    if (!bs_scan_time(&time, text, lang) || time.to.month == 0) return (bs_when){0};
    if (time.to.year == 0) time.to.year = year;
    return time.to;
}

static bool parts_read(bs__tidy_period *period, bs_lang lang)
{
    bs_when when = {0}, to = {0};
    number_run day;
    int first_month;
    if (!year_read(&when.year, &first_month, period->text, lang)) return false;
    to.year = when.year;
    if (!part_read(&when, period, period->part, lang)) return false;
    if (period->part_to.len == 0)
        to = end_of_part(period->part, lang, when.year);
    else if (!part_read(&to, period, period->part_to, lang))
        return false;
    bs__set_business_month(&when, first_month);
    bs__set_business_month(&to, first_month);
    if (period->day.len > 0) {
        if (!numbers_read(&day, clean(period->day)) || day.count != 1) return false;
        when.day = day.values[0];
    }
    return bs_when_period(&period->period, when, to, 0, NULL) == BS_OK;
}

// "2022 [r]": the mark in the bracket that is no part of the time.
static void take_mark(bs__tidy_period *period, bs_str text)
{
    char letter = letter_of(text);
    if (letter != '\0')
        period->status_stated = bs__tidy_status((bs_str){&letter, 1}, &period->status);
    size_t open = bs_str_find(text, BS_STR("["), 0);
    if (open == SIZE_MAX || !bs_str_ends(text, BS_STR("]"))) return;
    bs_str mark = bs_str_slice(text, open + 1, text.len - 1);
    period->status_stated = bs__tidy_status(mark, &period->status);
}

// "2023年度（当初）", "2022 (3)": a remark in brackets behind a time, which the scanner does not
// know.
static bs_str without_remark(bs_str text)
{
    size_t open = bs_str_find(text, BS_STR("（"), 0);
    if (open == SIZE_MAX) open = bs_str_find(text, BS_STR("("), 0);
    bool closed = bs_list_ends(text, ")|）");
    return open != SIZE_MAX && open > 0 && closed ? bs_str_trim(bs_str_slice(text, 0, open)) : text;
}

// Reads the time with the scanner, with what stands behind it in brackets or without.
static bool time_read(bs_time_text *time, bs_str text, bs_lang lang)
{
    bs_str bare = without_remark(text);
    return bs_scan_time(time, text, lang) ||
           (bare.len < text.len && bs_scan_time(time, bare, lang));
}

// "2023070101", "202307010130": the day of an hour or minute.
static bool hour_read(bs_period *out, bs_str text)
{
    enum { DAY_LEN = 8, HOUR_LEN = 10, MINUTE_LEN = 12 };
    number_run run;
    if (text.len != HOUR_LEN && text.len != MINUTE_LEN) return false;
    bs_str clock = bs_str_slice(text, DAY_LEN, text.len);
    bool digits = numbers_read(&run, clock) && run.count == 1;
    int hour = digits ? run.values[0] / (text.len == MINUTE_LEN ? 100 : 1) : -1;
    if (hour < 0 || hour > 24 || !numbers_read(&run, bs_str_slice(text, 0, DAY_LEN))) return false;
    return run.count == 1 && compact_read(out, run.values[0], DAY_LEN);
}

// "Q4 (p)" below a year, "Feb r": the status that a part of the year has beside it.
static void take_part_mark(bs__tidy_period *period, bs_lang lang)
{
    bs_time_text time;
    bs_str part = bs_str_trim(period->part_to.len > 0 ? period->part_to : period->part);
    take_mark(period, part);
    if (period->status_stated || !bs_scan_time(&time, part, lang) || !time.status_stated) return;
    period->status = time.status;
    period->status_stated = true;
}

static bs_status text_read(const bs_tidy *tidy, bs__tidy_period *period, bs__tidy_dates form,
                           bs_error *err)
{
    if (period->part.len > 0) {
        if (!parts_read(period, tidy->lang)) return fail_period(period, err);
        take_part_mark(period, tidy->lang);
        return BS_OK;
    }
    bs_str text = clean(period->text);
    if (bs__tidy_republic_period(tidy, &period->period, text)) return BS_OK;
    if (plain_read(&period->period, text, form)) {
        take_mark(period, bs_str_trim(period->text));
        return BS_OK;
    }
    if (hour_read(&period->period, text)) return BS_OK;
    number_run run;
    if (numbers_read(&run, text) && run.count == 3 && run.lens[2] == 4 &&
        form.order == DAY_ORDER_UNKNOWN)
        return fail_order(period, err);
    bs_time_text time;
    if (!time_read(&time, text, tidy->lang)) return fail_period(period, err);
    int year = tidy->year_default;
    if (time.from.year == 0 && year == 0) return fail_year(period, err);
    if (bs_when_period(&period->period, time.from, time.to, year, NULL) != BS_OK)
        return fail_period(period, err);
    take_mark(period, bs_str_trim(period->text));
    if (period->status_stated) return BS_OK;
    period->status = time.status;
    period->status_stated = time.status_stated;
    return BS_OK;
}

// --- all together --------------------------------------------------------------------------------

void bs__tidy_period_read(const bs_tidy *tidy, bs__tidy_period *period, bs__tidy_dates dates)
{
    period->bad = text_read(tidy, period, dates, NULL) != BS_OK;
    if (period->bad) {
        period->period = BS_PERIOD_NONE;
        return;
    }
    bs__tidy_lift_apply(period, dates.lift);
}

bs_status bs__tidy_period_fail(const bs_tidy *tidy, const bs__tidy_period *period,
                               bs__tidy_dates dates, bs_error *err)
{
    bs__tidy_period copy = *period;
    bs_status status = text_read(tidy, &copy, dates, err);
    return status != BS_OK ? status : fail_period(period, err);
}

bs__tidy_dates bs__tidy_dates_of(bs_tidy *tidy)
{
    bs__tidy_dates dates = {.order = DAY_ORDER_UNKNOWN};
    for (size_t i = 0; i < tidy->periods.count; i++) {
        bs_str text = clean(tidy->periods.items[i].text);
        if (dates.order == DAY_ORDER_UNKNOWN) dates.order = (int)order_of(text);
        dates.padded = dates.padded || is_padded_month(text);
    }
    // Where a comma is the decimal mark, days come first.
    bool comma = tidy->options.decimal_mark == ',' ||
                 (tidy->marks.comma_decimal > 0 && bs__tidy_decimal_mark(&tidy->marks) == ',');
    if (dates.order == DAY_ORDER_UNKNOWN && comma) dates.order = DAY_FIRST;
    dates.lift = bs__tidy_lift_of(tidy, dates);
    return dates;
}

static bool is_total(const bs_tidy *tidy, const bs__tidy_period *period)
{
    return tidy->total_periods && period->part.len == 0 &&
           bs__tidy_is_whole(bs_str_trim(period->text));
}

// Is none of the periods one, as where all are months and no year is told?
static bool all_bad(const bs_tidy *tidy, bs__tidy_dates dates)
{
    for (size_t i = 0; i < tidy->periods.count; i++) {
        bs__tidy_period copy = tidy->periods.items[i];
        bs__tidy_period_read(tidy, &copy, dates);
        if (!copy.bad) return false;
    }
    return true;
}

bs_status bs__tidy_periods_read(bs_tidy *tidy, bs_error *err)
{
    if (tidy->periods_read) return BS_OK;
    bs__tidy_dates dates = bs__tidy_dates_of(tidy);
    for (size_t i = 0; i < tidy->periods.count; i++) {
        bs__tidy_period *period = &tidy->periods.items[i];
        bs__tidy_period_read(tidy, period, dates);
        bool total = period->bad && is_total(tidy, period);
        if (!period->bad || total) continue;
        tidy->undated = i == 0 && all_bad(tidy, dates);
        return bs__tidy_period_fail(tidy, period, dates, err);
    }
    for (size_t i = 0; i < tidy->periods.count && tidy->total_periods; i++) {
        bs__tidy_period *period = &tidy->periods.items[i];
        if (!period->bad) continue;
        if (!bs__tidy_total_period(&period->period, tidy))
            return bs__tidy_period_fail(tidy, period, dates, err);
        period->bad = false;
    }
    tidy->periods_read = true;
    return BS_OK;
}
