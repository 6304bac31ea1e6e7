// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of changes beside levels under times: "2022,2023,growth (%)", "A, B, B-A".
#include "engine/extract/tidy_internal.h"
#include "engine/extract/words.h"

static bool period_of(bs_period *out, const bs_tidy *tidy, const bs__tidy_column *column)
{
    bs_time_text time;
    if (!column->timed) return false;
    if (bs__tidy_plain_period(out, column->time)) return true;
    return bs_scan_time(&time, column->time, tidy->lang) &&
           bs_when_period(out, time.from, time.to, 0, NULL) == BS_OK;
}

// The column under the latest time; NULL when none of them can be read.
static const bs__tidy_column *latest_timed(const bs_tidy *tidy)
{
    const bs__tidy_column *best = NULL;
    bs_period latest = BS_PERIOD_NONE, period;
    for (size_t i = 0; i < tidy->width; i++) {
        const bs__tidy_column *column = &tidy->columns[i];
        if (!period_of(&period, tidy, column)) continue;
        if (best != NULL && bs_period_compare(period, latest) <= 0) continue;
        best = column;
        latest = period;
    }
    return best;
}

// "Jan, Feb, Jan-Feb, change": beside a total up to the latest time, a change is of the total.
static const bs__tidy_column *changed(const bs_tidy *tidy, size_t index,
                                      const bs__tidy_column *latest)
{
    bs_period own, last;
    if (index == 0 || !period_of(&own, tidy, &tidy->columns[index - 1])) return latest;
    bool total = period_of(&last, tidy, latest) && bs_period_is_span(own) &&
                 own.frequency == last.frequency && own.last == last.last;
    return total ? &tidy->columns[index - 1] : latest;
}

static bool number_at(bs_decimal *out, const bs_tidy *tidy, size_t row, size_t column)
{
    bs_cell_value value;
    bs__tidy_value(&value, bs__tidy_cell(tidy, row, column), '.', tidy->lang);
    *out = value.value;
    return value.state == BS_STATE_VALUE && !value.range;
}

// Whether change = late - early, give or take what rounding of three numbers can do.
static bool is_difference(bs_decimal late, bs_decimal early, bs_decimal change)
{
    bs_decimal levels, rest;
    if (bs_decimal_sub(&levels, late, early, NULL) != BS_OK) return false;
    if (bs_decimal_sub(&rest, levels, change, NULL) != BS_OK) return false;
    if (rest.coefficient < 0) rest = bs_decimal_negate(rest);
    int scale = late.scale < early.scale ? late.scale : early.scale;
    bs_decimal last = {1, change.scale < scale ? change.scale : scale};
    return bs_decimal_compare(rest, last) <= 0;
}

// Whether the column holds, row by row, what `late` and another column under a time differ by.
// Percentages of change do so by chance in a row or two, and in no three of four.
static bool holds_differences(const bs_tidy *tidy, size_t column, size_t late)
{
    for (size_t early = 0; early < tidy->width; early++) {
        size_t rows = 0, hits = 0;
        if (early == late || early == column || !tidy->columns[early].timed) continue;
        for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
            bs_decimal a, b, change;
            if (!number_at(&a, tidy, row, late) || !number_at(&b, tidy, row, early)) continue;
            if (!number_at(&change, tidy, row, column) || change.coefficient == 0) continue;
            rows++;
            hits += is_difference(a, b, change);
        }
        if (rows > 1 && hits * 4 >= rows * 3) return true;
    }
    return false;
}

static bool is_timed_at(const bs_tidy *tidy, bs_period period)
{
    bs_period other;
    for (size_t i = 0; i < tidy->width; i++) {
        if (period_of(&other, tidy, &tidy->columns[i]) && bs_period_compare(other, period) == 0)
            return true;
    }
    return false;
}

// "2022年,2022年同比,2023年,2023年同比": a change that names its time, which is that of levels,
// too. "2022년 대비 증감률" names its base.
static bs_status take_own_time(bs_tidy *tidy, bs__tidy_column *column, bs_error *err)
{
    static const char bases[] = "대비|비|比|以来|以降|이후|より|から|부터|to |-|–|/|=";
    bs_str time, rest = {0};
    bs__tidy_column dated = *column;
    bs_period period;
    BS_TRY(bs__tidy_split_head(tidy, column->name, &time, &rest, err));
    if (time.len == 0 || rest.ptr < time.ptr || bs_list_starts(rest, bases)) return BS_OK;
    dated.time = time;
    dated.timed = true;
    if (!period_of(&period, tidy, &dated) || !is_timed_at(tidy, period)) return BS_OK;
    dated.name = rest;
    *column = dated;
    return BS_OK;
}

// "전년비", "比上年增长": a name of rates of change.
static bool names_rate(bs_str name)
{
    static const char rates[] = "增长|增长%|增幅|增速|同比|环比|涨幅|降幅|涨跌幅|伸び|伸び率|伸率|"
                                "증가율|감소율|성장률";
    return bs_word_in(name, BS_MEANS_GROWTH_RATE) || bs_list_ends(name, rates);
}

// "Change", "전년비": a name of what has grown or changed by.
static bool names_change(bs_str name)
{
    static const char changes[] =
        "증감|증감수|증감액|增减|增减数|增减额|增减|增減|增減數|增減額|増減|増減数|"
        "増減額|増減幅|前年差|前月差|前期差|前年同月差|前年同期差|증감량|증감폭|전월차|전년차|차이|"
        "增减量|change|Change|Difference|difference";
    return names_rate(name) || bs_list_ends(name, changes);
}

// The column of levels that a change stands behind, with other changes between them.
static size_t level_of(const bs_tidy *tidy, size_t index)
{
    while (index > 0 && names_change(tidy->columns[index].name))
        index--;
    return index;
}

// "2022,増減,前年比,2023,増減,前年比": a change beside each time, all of one name, is of the time
// in front of it. The column under that time; SIZE_MAX where they do not stand so.
static size_t level_in_front(const bs_tidy *tidy, size_t index)
{
    bs_str name = tidy->columns[index].name;
    size_t level = level_of(tidy, index), same = 0;
    bs_period own, other;
    if (!period_of(&own, tidy, &tidy->columns[level])) return SIZE_MAX;
    for (size_t i = 1; i < tidy->width; i++) {
        if (i == index || !bs_str_equal(tidy->columns[i].name, name)) continue;
        size_t its = level_of(tidy, i);
        if (i - its != index - level || !period_of(&other, tidy, &tidy->columns[its]))
            return SIZE_MAX;
        if (bs_period_compare(own, other) == 0) return SIZE_MAX;
        same++;
    }
    return same > 0 ? level : SIZE_MAX;
}

// Whether one of the changes of this name is what its level and another one differ by.
static bool are_differences(const bs_tidy *tidy, size_t index)
{
    bs_str name = tidy->columns[index].name;
    for (size_t i = 1; i < tidy->width; i++) {
        bool same = bs_str_equal(tidy->columns[i].name, name);
        if (same && holds_differences(tidy, i, level_of(tidy, i))) return true;
    }
    return false;
}

// Dates a column of changes that names no time itself.
static void take_time(bs_tidy *tidy, size_t index, const bs__tidy_column *latest)
{
    bs__tidy_column *column = &tidy->columns[index];
    size_t front = level_in_front(tidy, index);
    bool bare = column->unit.unit.len == 0;
    const bs__tidy_column *of = changed(tidy, index, latest);
    if (front != SIZE_MAX) {
        of = &tidy->columns[front];
        column->difference = bare && are_differences(tidy, index);
    } else {
        column->difference =
            bare && holds_differences(tidy, index, (size_t)(latest - tidy->columns));
    }
    column->time = of->time;
    column->time_part = of->time_part;
    column->timed = true;
}

// What levels under times have grown or changed by is of the latest of them, and tells no series
// apart. Its unit is theirs where the numbers are their differences, else percent where its name is
// one of rates.
bs_status bs__tidy_changes(bs_tidy *tidy, const bs__tidy_facts *contents, bs_error *err)
{
    const bs__tidy_column *latest = latest_timed(tidy);
    for (size_t i = 0; i < tidy->width && latest != NULL; i++) {
        bs__tidy_column *column = &tidy->columns[i];
        bool free = column->role == BS__TIDY_UNKNOWN || column->role == BS__TIDY_AMOUNT;
        if (column->timed || !free || !names_change(column->name)) continue;
        if (!bs__tidy_mostly_numbers(&contents[i])) continue;
        BS_TRY(take_own_time(tidy, column, err));
        if (!column->timed) take_time(tidy, i, latest);
        if (column->difference) {
            column->unit = latest->unit;
            column->unit_text = latest->unit_text;
        } else if (names_rate(column->name) && column->unit.unit.len == 0) {
            column->unit = (bs_unit_text){.unit = BS_STR("%")};
            column->unit_text = column->unit.unit;
        }
    }
    return BS_OK;
}
