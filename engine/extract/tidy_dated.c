// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the columns of a data file that tell the time: one of periods, one of parts of a year
// beside it, one of days; or none, where times head the columns.
#include "engine/extract/tidy_internal.h"
#include "engine/extract/words.h"

bool bs__tidy_is_part_role(bs__tidy_role role)
{
    return role == BS__TIDY_QUARTER || role == BS__TIDY_MONTH || role == BS__TIDY_PERIOD;
}

size_t bs__tidy_timed_count(const bs_tidy *tidy)
{
    size_t count = 0;
    for (size_t i = 0; i < tidy->width; i++)
        count += tidy->columns[i].timed;
    return count;
}

// "令和５年": a year and no more.
static bool is_bare_year(bs_str text, bs_lang lang)
{
    bs_time_text time;
    bs_period period;
    return bs_scan_time(&time, text, lang) && time.from.year != 0 &&
           bs_when_period(&period, time.from, time.to, 0, NULL) == BS_OK &&
           period.frequency == BS_FREQUENCY_ANNUAL && !bs_period_is_span(period);
}

static bool years_only(const bs_tidy *tidy, size_t column)
{
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
        bs_str text = bs__tidy_cell(tidy, row, column);
        bs_period period;
        bool year = bs_period_parse(&period, text, NULL) == BS_OK
                        ? period.frequency == BS_FREQUENCY_ANNUAL
                        : text.len <= 9 || is_bare_year(text, tidy->lang); // "2020년", "2020 年"
        if (!year) return false;
    }
    return true;
}

static bool behind_amounts(const bs_tidy *tidy, size_t column, const bs__tidy_facts *contents)
{
    for (size_t i = 0; i < column; i++) {
        bool open = tidy->columns[i].role == BS__TIDY_UNKNOWN && !tidy->columns[i].timed;
        bool numbers = contents[i].numbers > 0 && contents[i].words == 0;
        if (open && numbers && contents[i].wholes == 0) return true;
    }
    return false;
}

// "2022.11", "2023.1" in the first column, and not "2022.50".
static bool are_months(const bs_tidy *tidy)
{
    enum { YEAR_LEN = 4, MONTH_LEN_MAX = 2 };
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
        bs_str text = bs__tidy_cell(tidy, row, 0);
        size_t month = text.len > YEAR_LEN ? text.len - YEAR_LEN - 1 : 0;
        if (month < 1 || month > MONTH_LEN_MAX || text.ptr[YEAR_LEN] != '.') return false;
        if (!bs__tidy_is_year(bs_str_slice(text, 0, YEAR_LEN))) return false;
    }
    return true;
}

// The column of periods: the best name with times in it, else the first column of nothing but
// times.
static size_t find_period_column(bs_tidy *tidy, const bs__tidy_facts *contents)
{
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < tidy->width; i++) {
        const bs__tidy_column *column = &tidy->columns[i];
        if (column->role != BS__TIDY_PERIOD) continue;
        if (best == SIZE_MAX) best = i;
        bool better = contents[i].wholes > 0 && contents[best].wholes == 0;
        bool named = contents[i].wholes > 0 && column->rank < tidy->columns[best].rank;
        if (better || named) best = i;
    }
    // A month or quarter that says its year is finer than a column of years beside it.
    bool years = best != SIZE_MAX && years_only(tidy, best);
    for (size_t i = 0; i < tidy->width && (best == SIZE_MAX || years); i++) {
        bs__tidy_role role = tidy->columns[i].role;
        bool dated = role == BS__TIDY_QUARTER || role == BS__TIDY_MONTH || role == BS__TIDY_DAY;
        if (!dated || contents[i].wholes == 0 || (years && years_only(tidy, i))) continue;
        best = i;
        years = false;
    }
    for (size_t i = 0; i < tidy->width && best == SIZE_MAX; i++) {
        bool named = i == 0 && tidy->columns[i].role == BS__TIDY_SERIES; // "Indicator" over years
        bool free = (named || tidy->columns[i].role == BS__TIDY_UNKNOWN) && !tidy->columns[i].timed;
        if (bs__tidy_names_origin(tidy->columns[i].name)) continue;
        // Four digits behind amounts are amounts: "5120,2011".
        if (contents[i].numbers > 0 && behind_amounts(tidy, i, contents)) continue;
        bool plain = contents[i].decimals == 0 || (i == 0 && are_months(tidy));
        if (free && contents[i].wholes > 0 && plain) best = i;
        if (named && best == i) tidy->columns[i].role = BS__TIDY_PERIOD;
    }
    return best;
}

// "Last_Update": the time of rows that have no other.
static size_t find_update_column(const bs_tidy *tidy, const bs__tidy_facts *contents)
{
    for (size_t i = 0; i < tidy->width; i++) {
        const bs__tidy_column *column = &tidy->columns[i];
        bool update = column->role == BS__TIDY_IGNORED &&
                      bs_list_starts(column->name, "Last|last|LAST") &&
                      bs_str_has_any(column->name, "pdate|PDATE");
        if (update && contents[i].wholes > 0) return i;
    }
    return SIZE_MAX;
}

// "11月", "Q4" in a column without a name behind that of years, whose head was merged over both.
static bool is_unnamed_part(const bs_tidy *tidy, size_t column, const bs__tidy_facts *contents)
{
    const bs__tidy_column *own = &tidy->columns[column];
    return column == tidy->period_column + 1 && own->role == BS__TIDY_UNKNOWN &&
           own->name.len == 0 && !own->timed && contents->numbers == 0;
}

// A column of quarters or months beside the column of years.
static size_t find_part_column(bs_tidy *tidy, const bs__tidy_facts *contents)
{
    for (size_t i = 0; i < tidy->width; i++) {
        bool named = bs__tidy_is_part_role(tidy->columns[i].role);
        bool unnamed = !named && is_unnamed_part(tidy, i, &contents[i]);
        if (!named && !unnamed) continue;
        if (i == tidy->period_column || contents[i].wholes > 0) continue;
        if (contents[i].filled == 0 || contents[i].parts == 0) continue;
        if (unnamed) tidy->columns[i].role = BS__TIDY_MONTH;
        return i;
    }
    return SIZE_MAX;
}

// Settles which column holds periods, and what times in the header mean beside it.
static void plan_columns(bs_tidy *tidy, const bs__tidy_facts *contents)
{
    size_t timed = bs__tidy_timed_count(tidy);
    tidy->period_column = find_period_column(tidy, contents);
    size_t column = tidy->period_column;
    size_t value = bs__tidy_column_with(tidy, BS__TIDY_VALUE);
    bool valued = value != SIZE_MAX && contents[value].numbers > 0;
    if (timed > 0 && !valued) {
        bs_str header = {0};
        for (size_t i = 0; i < tidy->width && header.len == 0; i++)
            header = tidy->columns[i].time;
        bool part = bs__tidy_time_of(header, tidy->lang) == BS__TIDY_PART;
        if (column == SIZE_MAX) column = bs__tidy_column_with(tidy, BS__TIDY_MONTH);
        if (column == SIZE_MAX) column = bs__tidy_column_with(tidy, BS__TIDY_QUARTER);
        bool rows_part =
            column != SIZE_MAX && contents[column].wholes == 0 && contents[column].parts > 0;
        tidy->header_is_part = part && column != SIZE_MAX && contents[column].wholes > 0;
        tidy->header_is_year = !part && rows_part;
        tidy->period_column = tidy->header_is_part || tidy->header_is_year ? column : SIZE_MAX;
        return;
    }
    if (column == SIZE_MAX || !years_only(tidy, column)) return;
    tidy->part_column = find_part_column(tidy, contents);
    if (tidy->part_column == SIZE_MAX) {
        tidy->part_column = bs__tidy_week_column(tidy);
        if (tidy->part_column != SIZE_MAX) tidy->columns[tidy->part_column].role = BS__TIDY_WEEK;
        return;
    }
    size_t day = bs__tidy_column_with(tidy, BS__TIDY_DAY);
    if (tidy->part_column != SIZE_MAX && day != SIZE_MAX && contents[day].numbers > 0)
        tidy->day_column = day;
}

// "Week", "Week ending" over days: they stand for the weeks that they lie in.
static void plan_weeks(bs_tidy *tidy)
{
    static const bs_str week = BS_STR_INIT("week");
    if (tidy->period_column == SIZE_MAX || tidy->frequency.len > 0) return;
    bs_str name = tidy->columns[tidy->period_column].name;
    bool word = name.len == week.len || (name.len > week.len && name.ptr[week.len] == ' ');
    if (word && bs_str_equal_nocase(bs_str_slice(name, 0, week.len), week))
        tidy->frequency = BS_STR("W");
}

void bs__tidy_plan_periods(bs_tidy *tidy, const bs__tidy_facts *contents, bool titled)
{
    plan_columns(tidy, contents);
    bool undated = tidy->period_column == SIZE_MAX && bs__tidy_timed_count(tidy) == 0;
    if (undated && !titled) tidy->period_column = find_update_column(tidy, contents);
    plan_weeks(tidy);
    size_t period = tidy->period_column;
    tidy->aside_rows = period != SIZE_MAX && contents[period].asides;
}
