// SPDX-License-Identifier: GPL-3.0-or-later
// Totals among the months or quarters of years: a column "Annual" behind Jan to Dec, a row "Total"
// below them. A total is of the year where all of its parts are there, else from the first to the
// last of them.
#include "engine/extract/tidy_internal.h"
#include "engine/extract/words.h"

bool bs__tidy_is_annual(bs_str text)
{
    static const char words[] = "Annual|annual|ANNUAL|Annual average|Annual total|Full year|"
                                "Full Year|연간|연평균|全年|年平均|年間|年間計|通年|年计|年計";
    return bs_list_starts(text, words) && bs_list_ends(text, words);
}

bool bs__tidy_is_whole(bs_str text)
{
    return text.len > 0 && (bs__tidy_is_annual(text) || bs_word_is(text, BS_MEANS_TOTAL));
}

bool bs__tidy_is_aside(bs_str text)
{
    static const char words[] =
        "Change|change|% change|% Change|Percent change|Percentage change|Growth|growth|"
        "Difference|Average|average|Mean|mean|YoY|Yoy|yoy|y/y|Y/Y|MoM|QoQ|전년|전월|전분기|전기|"
        "증감|평균|同比|环比|環比|增减|增減|增长|增長|平均|前年|前月|前期|増減";
    return bs_list_starts(text, words);
}

// How many parts there are, and the first and last of them; those of the header, or of the column
// of parts.
static size_t collect_parts(bs_tidy *tidy)
{
    size_t count = 0;
    size_t end = tidy->header_is_part ? tidy->width : tidy->sample_count;
    for (size_t i = tidy->header_is_part ? 0 : tidy->header_count; i < end; i++) {
        bs_str text = tidy->header_is_part ? tidy->columns[i].time
                                           : bs__tidy_cell(tidy, i, tidy->period_column);
        if (text.len == 0 || bs__tidy_is_whole(text)) continue;
        if (count > 0 && bs_str_equal(text, tidy->total_from)) break; // they begin again
        if (count == 0) tidy->total_from = text;
        tidy->total_to = text;
        count++;
    }
    return count;
}

void bs__tidy_plan_totals(bs_tidy *tidy, const bs__tidy_facts *contents)
{
    static const char quarters[] =
        "Q|q|1Q|1q|1분기|제1분기|一季度|第一季度|第1四半期|First quarter";
    enum { MONTHS = 12, QUARTERS = 4 };
    if (!tidy->header_is_part && !tidy->header_is_year) return;
    size_t count = collect_parts(tidy);
    size_t year = bs_list_starts(tidy->total_from, quarters) ? QUARTERS : MONTHS;
    if (count == year) {
        tidy->total_from = BS__TIDY_ALL_PARTS;
        tidy->total_to = (bs_str){0};
    }
    for (size_t i = 0; i < tidy->width && tidy->header_is_part; i++) {
        bs__tidy_column *column = &tidy->columns[i];
        if (column->timed || bs__tidy_in_period(tidy, i) || contents[i].words > 0) continue;
        if (!bs__tidy_is_whole(column->name)) continue;
        bool annual = bs__tidy_is_annual(column->name);
        column->time = annual ? BS__TIDY_ALL_PARTS : tidy->total_from;
        column->time_part = annual ? (bs_str){0} : tidy->total_to;
        column->timed = true;
        column->name = (bs_str){0};
        column->role = BS__TIDY_UNKNOWN;
        return; // a second one would give the same time another value
    }
}

bool bs__tidy_total_period(bs_period *out, const bs_tidy *tidy)
{
    bs_period first = BS_PERIOD_NONE, last = BS_PERIOD_NONE;
    for (size_t i = 0; i < tidy->periods.count; i++) {
        const bs__tidy_period *period = &tidy->periods.items[i];
        if (period->bad) continue;
        bool none = bs_period_is_none(first);
        if (!none && period->period.frequency != first.frequency) return false;
        if (none || bs_period_compare(period->period, first) < 0) first = period->period;
        if (none || bs_period_compare(period->period, last) > 0) last = period->period;
    }
    if (bs_period_is_none(first)) return false;
    return bs_period_span(out, first, last, NULL) == BS_OK;
}

void bs__tidy_plan_total_rows(bs_tidy *tidy)
{
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
        if (tidy->period_column == SIZE_MAX || tidy->header_is_part || tidy->header_is_year) return;
        bs_str text = bs__tidy_cell(tidy, row, tidy->period_column);
        if (bs__tidy_is_whole(text)) tidy->total_periods = true;
    }
}

// "Q5" and up.
static bool is_question(bs_str text)
{
    if (text.len < 2 || text.len > 3 || text.ptr[0] != 'Q') return false;
    for (size_t i = 1; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') return false;
    }
    return text.len == 3 || text.ptr[1] > '4';
}

// A head that looks like a time is one more word of the name.
static bs_status make_name(bs_tidy *tidy, bs__tidy_column *column, bs_error *err)
{
    bs_str name = column->name;
    if (name.len == 0)
        column->name = column->time;
    else
        column->name =
            bs_arena_format(&tidy->arena, "%.*s %.*s", BS_STR_ARG(name), BS_STR_ARG(column->time));
    column->time = (bs_str){0};
    column->timed = false;
    return column->name.ptr ? BS_OK : bs__tidy_no_memory(err);
}

bs_status bs__tidy_drop_questions(bs_tidy *tidy, bs_error *err)
{
    bool asked = false, months = false;
    for (size_t i = 0; i < tidy->width; i++) {
        asked |= is_question(tidy->columns[i].name);
        months |= bs_list_is(tidy->columns[i].time, "M5|M6|M7|M8|M9");
    }
    for (size_t i = 0; i < tidy->width; i++) {
        bs__tidy_column *column = &tidy->columns[i];
        bool two = column->timed && column->time.len == 2 && column->time_part.len == 0;
        bool question = asked && two && column->time.ptr[0] == 'Q';
        bool money = !months && two && column->time.ptr[0] == 'M';
        if (question || money) BS_TRY(make_name(tidy, column, err));
    }
    return BS_OK;
}

int bs__tidy_week_of(bs_str text)
{
    static const bs_str fronts[] = {BS_STR_INIT("Week"), BS_STR_INIT("week"), BS_STR_INIT("W"),
                                    BS_STR_INIT("제"), BS_STR_INIT("第")};
    static const char ends[] = "주차|주|周|週";
    enum { WEEKS_MAX = 53 };
    int number = 0;
    for (size_t i = 0; i < BS_COUNT(fronts); i++) {
        if (!bs_str_starts(text, fronts[i])) continue;
        text = bs_str_trim(bs_str_slice(text, fronts[i].len, text.len));
        break;
    }
    size_t digits = 0;
    for (; digits < text.len && text.ptr[digits] >= '0' && text.ptr[digits] <= '9'; digits++)
        number = digits < 2 ? number * 10 + (text.ptr[digits] - '0') : 0;
    bs_str rest = bs_str_trim(bs_str_slice(text, digits, text.len));
    bool closed = rest.len == 0 || (bs_list_starts(rest, ends) && bs_list_ends(rest, ends));
    return digits > 0 && closed && number <= WEEKS_MAX ? number : 0;
}

size_t bs__tidy_week_column(const bs_tidy *tidy)
{
    static const char names[] = "Week|week|WEEK|Week number|Week no|Week No|week_number|weekno|wk|"
                                "epiweek|MMWR week|MMWR Week|주|주차|周|周次|週|週次";
    for (size_t i = 0; i < tidy->width; i++) {
        const bs__tidy_column *column = &tidy->columns[i];
        bool open = column->role == BS__TIDY_UNKNOWN && !column->timed;
        if (!open || !bs_list_is(column->name, names)) continue;
        bool weeks = true, second = false;
        for (size_t row = tidy->header_count; row < tidy->sample_count && weeks; row++) {
            int week = bs__tidy_week_of(bs__tidy_cell(tidy, row, i));
            weeks = week > 0;
            second = second || week > 1;
        }
        if (weeks && second) return i;
    }
    return SIZE_MAX;
}
