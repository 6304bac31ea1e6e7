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

// What levels under times have grown or changed by is of the latest of them, and tells no series
// apart. Its unit is theirs where the numbers are their differences, else percent where its name is
// one of rates.
void bs__tidy_changes(bs_tidy *tidy, const bs__tidy_facts *contents)
{
    static const char changes[] =
        "증감|증감수|증감액|增减|增减数|增减额|增減|增減數|增減額|増減|増減数|"
        "増減額|増減幅|前年差|前月差|前期差|前年同月差|前年同期差|증감량|증감폭|전월차|전년차|차이|"
        "增减量|change|Change|Difference|difference";
    const bs__tidy_column *latest = latest_timed(tidy);
    for (size_t i = 0; i < tidy->width && latest != NULL; i++) {
        bs__tidy_column *column = &tidy->columns[i];
        bool rate = bs_word_in(column->name, BS_MEANS_GROWTH_RATE);
        bool change = rate || bs_list_ends(column->name, changes);
        bool free = column->role == BS__TIDY_UNKNOWN || column->role == BS__TIDY_AMOUNT;
        if (column->timed || !free || !change || !bs__tidy_mostly_numbers(&contents[i])) continue;
        column->difference = column->unit.unit.len == 0 &&
                             holds_differences(tidy, i, (size_t)(latest - tidy->columns));
        const bs__tidy_column *of = changed(tidy, i, latest);
        column->time = of->time;
        column->time_part = of->time_part;
        column->timed = true;
        if (column->difference) {
            column->unit = latest->unit;
            column->unit_text = latest->unit_text;
        } else if (rate && column->unit.unit.len == 0) {
            column->unit = (bs_unit_text){.unit = BS_STR("%")};
            column->unit_text = column->unit.unit;
        }
    }
}
