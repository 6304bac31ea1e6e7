// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/period.h"

#include "engine/base/array.h"
#include "engine/base/limits.h"

typedef struct frequency_row {
    const char *code;
    const char *name;
    int per_year; // parts that a year is counted in; weeks and days are counted through
} frequency_row;

static const frequency_row frequencies[] = {
    [BS_FREQUENCY_NONE] = {"", "none", 0},         [BS_FREQUENCY_ANNUAL] = {"A", "annual", 1},
    [BS_FREQUENCY_HALF] = {"S", "half-yearly", 2}, [BS_FREQUENCY_QUARTER] = {"Q", "quarterly", 4},
    [BS_FREQUENCY_MONTH] = {"M", "monthly", 12},   [BS_FREQUENCY_TENDAY] = {"T", "ten-day", 36},
    [BS_FREQUENCY_WEEK] = {"W", "weekly", 52},     [BS_FREQUENCY_DAY] = {"D", "daily", 365},
};
_Static_assert(BS_COUNT(frequencies) == BS_FREQUENCY_COUNT, "every frequency needs a row");

const char *bs_frequency_code(bs_frequency frequency)
{
    return frequencies[frequency].code;
}

const char *bs_frequency_name(bs_frequency frequency)
{
    return frequencies[frequency].name;
}

int bs_frequency_per_year(bs_frequency frequency)
{
    return frequencies[frequency].per_year;
}

// Days since 1970-01-01 of a proleptic Gregorian date, and back. After Howard Hinnant,
// "chrono-Compatible Low-Level Date Algorithms": years begin in March, so that the leap day is
// last.
static int32_t days_from_date(bs_date date)
{
    int year = date.month <= 2 ? date.year - 1 : date.year;
    int era = (year >= 0 ? year : year - 399) / 400;
    int year_of_era = year - era * 400;
    int month_from_march = date.month > 2 ? date.month - 3 : date.month + 9;
    int day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

static bs_date date_from_days(int32_t days)
{
    int shifted = days + 719468;
    int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    int day_of_era = shifted - era * 146097;
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int month_from_march = (5 * day_of_year + 2) / 153;
    int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return (bs_date){
        .year = year_of_era + era * 400 + (month <= 2),
        .month = month,
        .day = day_of_year - (153 * month_from_march + 2) / 5 + 1,
    };
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

// Monday of ISO week 1: the week that holds 4 January.
static int32_t first_monday(int year)
{
    int32_t fourth = days_from_date((bs_date){year, 1, 4});
    int weekday = (int)(((fourth + 3) % 7 + 7) % 7); // 0 is Monday; 1970-01-01 was a Thursday
    return fourth - weekday;
}

// Weeks are counted from the Monday 1969-12-29.
enum { WEEK_ORIGIN = -3 };

static bs_status make(bs_period *out, bs_frequency frequency, int32_t counter)
{
    *out = (bs_period){frequency, counter, counter};
    return BS_OK;
}

static bs_status check_part(const char *what, int part, int part_max, int year, bs_error *err)
{
    if (year < BS_YEAR_MIN || year > BS_YEAR_MAX) {
        return bs_fail(err, BS_E_RANGE, "year %d is not between %d and %d", year, BS_YEAR_MIN,
                       BS_YEAR_MAX);
    }
    if (part >= 1 && part <= part_max) return BS_OK;
    return bs_fail(err, BS_E_RANGE, "there is no %s %d in %d", what, part, year);
}

bs_status bs_period_year(bs_period *out, int year, bs_error *err)
{
    BS_TRY(check_part("year", 1, 1, year, err));
    return make(out, BS_FREQUENCY_ANNUAL, year);
}

bs_status bs_period_half(bs_period *out, int year, int half, bs_error *err)
{
    BS_TRY(check_part("half", half, 2, year, err));
    return make(out, BS_FREQUENCY_HALF, year * 2 + half - 1);
}

bs_status bs_period_quarter(bs_period *out, int year, int quarter, bs_error *err)
{
    BS_TRY(check_part("quarter", quarter, 4, year, err));
    return make(out, BS_FREQUENCY_QUARTER, year * 4 + quarter - 1);
}

bs_status bs_period_month(bs_period *out, int year, int month, bs_error *err)
{
    BS_TRY(check_part("month", month, 12, year, err));
    return make(out, BS_FREQUENCY_MONTH, year * 12 + month - 1);
}

bs_status bs_period_week(bs_period *out, int year, int week, bs_error *err)
{
    BS_TRY(check_part("week", 1, 1, year, err));
    int32_t weeks = (first_monday(year + 1) - first_monday(year)) / 7;
    BS_TRY(check_part("week", week, weeks, year, err));
    return make(out, BS_FREQUENCY_WEEK, (first_monday(year) - WEEK_ORIGIN) / 7 + week - 1);
}

bs_status bs_period_week_of_day(bs_period *out, bs_date date, bs_error *err)
{
    bs_period day = BS_PERIOD_NONE;
    BS_TRY(bs_period_day(&day, date, err));
    int32_t since = day.first - WEEK_ORIGIN;
    return make(out, BS_FREQUENCY_WEEK, since >= 0 ? since / 7 : -((-since + 6) / 7));
}

bs_status bs_period_week_of_month(bs_period *out, bs_date date, bs_error *err)
{
    BS_TRY(check_part("month", date.month, 12, date.year, err));
    BS_TRY(check_part("week of a month", date.day, 5, date.year, err));
    // Days behind the first of the month, which is so many days behind a Thursday (1970-01-01).
    int32_t first = days_from_date((bs_date){date.year, date.month, 1});
    int behind = (int)((first % 7 + 7) % 7);
    int day = 1 + (7 - behind) % 7 + 7 * (date.day - 1);
    BS_TRY(
        check_part("Thursday on day", day, days_in_month(date.year, date.month), date.year, err));
    return bs_period_week_of_day(out, (bs_date){date.year, date.month, day}, err);
}

bs_status bs_period_tenday(bs_period *out, bs_date date, bs_error *err)
{
    BS_TRY(check_part("month", date.month, 12, date.year, err));
    BS_TRY(check_part("ten-day part", date.day, 3, date.year, err));
    return make(out, BS_FREQUENCY_TENDAY, (date.year * 12 + date.month - 1) * 3 + date.day - 1);
}

bs_status bs_period_day(bs_period *out, bs_date date, bs_error *err)
{
    BS_TRY(check_part("month", date.month, 12, date.year, err));
    if (date.day < 1 || date.day > days_in_month(date.year, date.month)) {
        return bs_fail(err, BS_E_RANGE, "there is no day %d in %04d-%02d", date.day, date.year,
                       date.month);
    }
    return make(out, BS_FREQUENCY_DAY, days_from_date(date));
}

bs_status bs_period_span(bs_period *out, bs_period from, bs_period to, bs_error *err)
{
    if (from.frequency != to.frequency || from.first > to.last) {
        return bs_fail(err, BS_E_RANGE, "a period cannot end before it begins");
    }
    *out = (bs_period){from.frequency, from.first, to.last};
    return BS_OK;
}

bool bs_period_equal(bs_period a, bs_period b)
{
    return a.frequency == b.frequency && a.first == b.first && a.last == b.last;
}

// The first day of unit `counter`.
static int32_t first_day(bs_frequency frequency, int32_t counter)
{
    switch (frequency) {
    case BS_FREQUENCY_ANNUAL:
    case BS_FREQUENCY_HALF:
    case BS_FREQUENCY_QUARTER:
    case BS_FREQUENCY_MONTH: {
        int per_year = frequencies[frequency].per_year;
        return days_from_date(
            (bs_date){counter / per_year, counter % per_year * (12 / per_year) + 1, 1});
    }
    case BS_FREQUENCY_TENDAY:
        return days_from_date((bs_date){counter / 36, counter / 3 % 12 + 1, counter % 3 * 10 + 1});
    case BS_FREQUENCY_WEEK:
        return counter * 7 + WEEK_ORIGIN;
    default:
        return counter;
    }
}

static int32_t start_day(bs_period period)
{
    return first_day(period.frequency, period.first);
}

static int32_t end_day(bs_period period)
{
    return first_day(period.frequency, period.last + 1) - 1;
}

int bs_period_compare(bs_period a, bs_period b)
{
    if (bs_period_is_none(a) || bs_period_is_none(b)) {
        return bs_period_is_none(b) - bs_period_is_none(a);
    }
    if (a.frequency == b.frequency) { // units of one length need no calendar
        if (a.first != b.first) return a.first < b.first ? -1 : 1;
        return (a.last > b.last) - (a.last < b.last);
    }
    int32_t from_a = start_day(a), from_b = start_day(b);
    if (from_a != from_b) return from_a < from_b ? -1 : 1;
    int32_t to_a = end_day(a), to_b = end_day(b);
    if (to_a != to_b) return to_a < to_b ? -1 : 1;
    return (a.frequency > b.frequency) - (a.frequency < b.frequency);
}

bs_date bs_period_start(bs_period period)
{
    return bs_period_is_none(period) ? (bs_date){0} : date_from_days(start_day(period));
}

bs_date bs_period_end(bs_period period)
{
    return bs_period_is_none(period) ? (bs_date){0} : date_from_days(end_day(period));
}

int bs_period_year_of(bs_period period)
{
    return bs_period_start(period).year;
}

bool bs_period_contains(bs_period outer, bs_period inner)
{
    if (bs_period_is_none(outer) || bs_period_is_none(inner)) return false;
    return start_day(outer) <= start_day(inner) && end_day(inner) <= end_day(outer);
}

bs_period bs_period_offset(bs_period period, int units)
{
    if (bs_period_is_none(period)) return period;
    return (bs_period){period.frequency, period.first + units, period.last + units};
}

static int32_t day_years_later(int32_t day, int years)
{
    bs_date date = date_from_days(day);
    date.year += years;
    int days = days_in_month(date.year, date.month);
    if (date.day > days) date.day = days;
    return days_from_date(date);
}

bs_period bs_period_offset_years(bs_period period, int years)
{
    switch (period.frequency) {
    case BS_FREQUENCY_NONE:
        return period;
    case BS_FREQUENCY_DAY:
        return (bs_period){period.frequency, day_years_later(period.first, years),
                           day_years_later(period.last, years)};
    case BS_FREQUENCY_WEEK:
        return bs_period_offset(period, years * 52);
    default:
        return bs_period_offset(period, years * frequencies[period.frequency].per_year);
    }
}
