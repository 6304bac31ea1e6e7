// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of data files that stand for longer periods: by what all of them have in common, and by
// what a column of frequencies says.
#include "engine/extract/tidy_internal.h"

typedef struct day_pattern {
    bool days;    // all are days
    bool first;   // the first of a month
    bool last;    // the last of a month
    bool quarter; // and the first or last of a quarter
    bool year;
    size_t count;
} day_pattern;

static bool is_month_end(bs_date date)
{
    bs_period month;
    if (bs_period_month(&month, date.year, date.month, NULL) != BS_OK) return false;
    return bs_period_end(month).day == date.day;
}

static void pattern_add(day_pattern *pattern, bs_period period)
{
    pattern->count++;
    pattern->days =
        pattern->days && period.frequency == BS_FREQUENCY_DAY && !bs_period_is_span(period);
    if (!pattern->days) return;
    bs_date date = bs_period_start(period);
    bool last = is_month_end(date);
    int place = date.month % 3; // of a quarter: 1 its first month, 0 its last
    pattern->first = pattern->first && date.day == 1;
    pattern->last = pattern->last && last;
    pattern->quarter = pattern->quarter && place == (date.day == 1 ? 1 : 0);
    pattern->year = pattern->year && date.month == (date.day == 1 ? 1 : 12);
}

// Files of months, quarters and years are often dated by their first or last day. Three or more
// dates of which all are such days are read as the periods that they stand for.
static bs__tidy_lift lift_of(const day_pattern *pattern)
{
    enum { DATE_COUNT_MIN = 3 };
    bool edges = pattern->days && (pattern->first || pattern->last);
    if (!edges || pattern->count < DATE_COUNT_MIN) return BS__TIDY_LIFT_NONE;
    if (pattern->year) return BS__TIDY_LIFT_YEAR;
    return pattern->quarter ? BS__TIDY_LIFT_QUARTER : BS__TIDY_LIFT_MONTH;
}

static void lift(bs_period *period, bs__tidy_lift how)
{
    if (how == BS__TIDY_LIFT_NONE || period->frequency != BS_FREQUENCY_DAY) return;
    bs_date date = bs_period_start(*period);
    bs_period lifted = *period;
    bs_status status = BS_OK;
    if (how == BS__TIDY_LIFT_YEAR)
        status = bs_period_year(&lifted, date.year, NULL);
    else if (how == BS__TIDY_LIFT_QUARTER)
        status = bs_period_quarter(&lifted, date.year, (date.month + 2) / 3, NULL);
    else
        status = bs_period_month(&lifted, date.year, date.month, NULL);
    if (status == BS_OK) *period = lifted;
}

// --- what a column of frequencies says -----------------------------------------------------------

// "202001" of a quarterly row is its first quarter, and 2020-03-31 its first quarter too.
static void frequency_apply(bs__tidy_period *printed)
{
    char letter = printed->frequency.len > 0 ? printed->frequency.ptr[0] : '\0';
    bs_period *period = &printed->period;
    bool month = period->frequency == BS_FREQUENCY_MONTH;
    if (bs_period_is_span(*period) || (!month && period->frequency != BS_FREQUENCY_DAY)) return;
    bs_date date = bs_period_start(*period);
    bool counter = month && printed->text.len == 6; // YYYYNN
    int quarter = counter ? date.month : (date.month + 2) / 3;
    int half = counter ? date.month : (date.month + 5) / 6;
    bs_period lifted = *period;
    bs_status status = BS_OK;
    if (letter == 'Q' && quarter <= 4)
        status = bs_period_quarter(&lifted, date.year, quarter, NULL);
    if ((letter == 'H' || letter == 'S') && half <= 2)
        status = bs_period_half(&lifted, date.year, half, NULL);
    if (letter == 'W' && !month) status = bs_period_week_of_day(&lifted, date, NULL);
    if (letter == 'M') status = bs_period_month(&lifted, date.year, date.month, NULL);
    if (letter == 'A' || letter == 'Y') status = bs_period_year(&lifted, date.year, NULL);
    if (status == BS_OK) *period = lifted;
}

void bs__tidy_lift_apply(bs__tidy_period *printed, bs__tidy_lift how)
{
    frequency_apply(printed);
    lift(&printed->period, how);
}

bs__tidy_lift bs__tidy_lift_of(const bs_tidy *tidy, bs__tidy_dates dates)
{
    day_pattern pattern = {true, true, true, true, true, 0};
    for (size_t i = 0; i < tidy->periods.count; i++) {
        bs__tidy_period period = tidy->periods.items[i];
        bs__tidy_period_read(tidy, &period, dates);
        if (!period.bad) pattern_add(&pattern, period.period);
    }
    return lift_of(&pattern);
}

// A column of months most of which are some says better what is wrong: "2024-13".
bs_status bs__tidy_fail_no_periods(bs_tidy *tidy, bs_error *err)
{
    for (size_t i = 0; i < tidy->width; i++) {
        size_t times = 0;
        const bs_field *bad = NULL;
        if (!bs__tidy_is_time_role(tidy->columns[i].role)) continue;
        for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
            bs_str text = bs__tidy_cell(tidy, row, i);
            bool whole = bs__tidy_time_of(text, tidy->lang) == BS__TIDY_WHOLE;
            times += whole;
            if (!whole && text.len > 0 && bad == NULL) bad = &tidy->sample[row].fields[i];
        }
        if (bad == NULL || times * 2 < tidy->sample_count - tidy->header_count) continue;
        bs__tidy_period period = {
            .text = bad->text, .shown = bad->text, .line = bad->line, .column = bad->column};
        return bs__tidy_period_fail(tidy, &period, (bs__tidy_dates){0}, err);
    }
    tidy->undated = true;
    bs_place place = {.line = tidy->sample[0].fields[0].line, .column = 1};
    return bs_fail_at(err, BS_E_FORMAT, place,
                      "no periods; expected a column named period, year, date or the like, or "
                      "columns headed by years, or a year in a title above the table");
}
