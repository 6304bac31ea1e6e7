// SPDX-License-Identifier: GPL-3.0-or-later
// Growth and index numbers along a series.
#include <math.h>
#include <stdlib.h>

#include "engine/analyze/growth.h"

const char *bs_growth_state_name(bs_growth_state state)
{
    static const char *const names[] = {
        [BS_GROWTH_KNOWN] = "known",
        [BS_GROWTH_NO_VALUE] = "no_value",
        [BS_GROWTH_NO_BASE] = "no_base",
        [BS_GROWTH_NO_RATE] = "no_rate",
    };
    _Static_assert(BS_COUNT(names) == BS_GROWTH_STATE_COUNT, "every state needs a name");
    return names[state];
}

static bs_status no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

// --- finding the value of a period ---------------------------------------------------------------

// The observations with a value, by period and then by how near they are to having come true.
typedef struct lookup {
    const bs_observation **items;
    size_t count;
} lookup;

static int compare_keys(bs_period a, bs_period b)
{
    if (a.frequency != b.frequency) return a.frequency < b.frequency ? -1 : 1;
    if (a.first != b.first) return a.first < b.first ? -1 : 1;
    return (a.last > b.last) - (a.last < b.last);
}

static int compare_items(const void *left, const void *right)
{
    const bs_observation *a = *(const bs_observation *const *)left;
    const bs_observation *b = *(const bs_observation *const *)right;
    int key = compare_keys(a->period, b->period);
    if (key != 0) return key;
    // Two mentions of one period stand in the order of the series: qsort is not stable.
    return (a > b) - (a < b);
}

static bs_status lookup_build(lookup *out, bs_arena *arena, const bs_series *series, bs_error *err)
{
    *out = (lookup){BS_NEW_ARRAY(arena, const bs_observation *, series->observations.count), 0};
    if (out->items == NULL) return no_memory(err);
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *item = &series->observations.items[i];
        bool useful = item->state == BS_STATE_VALUE && !bs_period_is_none(item->period);
        if (useful) out->items[out->count++] = item;
    }
    if (out->count > 1) qsort(out->items, out->count, sizeof *out->items, compare_items);
    return BS_OK;
}

// Index of the first item of the period or after it.
static size_t lookup_at(const lookup *table, bs_period period)
{
    size_t low = 0, high = table->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_keys(table->items[middle]->period, period) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static bool came_true(bs_value_status status)
{
    return status != BS_STATUS_TARGET && status != BS_STATUS_FORECAST;
}

// The value of a period to compare with one of `status`; NULL when there is none.
static const bs_observation *lookup_find(const lookup *table, bs_period period,
                                         bs_value_status status)
{
    const bs_observation *actual = NULL;
    for (size_t i = lookup_at(table, period); i < table->count; i++) {
        const bs_observation *item = table->items[i];
        if (!bs_period_equal(item->period, period)) break;
        bool same = item->status == status || (came_true(status) && came_true(item->status));
        if (same) return item;
        if (actual == NULL && came_true(item->status)) actual = item;
    }
    return actual;
}

// --- the forms -----------------------------------------------------------------------------------

static bs_period period_before(bs_period period)
{
    return bs_period_offset(period, -(period.last - period.first + 1));
}

static bs_period year_before(bs_period period)
{
    return bs_period_offset_years(period, -1);
}

static bs_interval interval_of(const bs_observation *item)
{
    return bs_interval_of(item->value, item->qualifier);
}

static bool rate_between(bs_growth *out, const bs_observation *from, const bs_observation *to)
{
    return bs_growth_rate(out, from->value, interval_of(from), to->value, interval_of(to));
}

static bool difference_between(bs_growth *out, const bs_observation *from, const bs_observation *to)
{
    bs_growth_difference(out, from->value, interval_of(from), to->value, interval_of(to));
    return true;
}

// A growth in per cent, kept up for `count` periods.
static double compound(double pct, int count)
{
    return 100 * (pow(1 + pct / 100, count) - 1);
}

static bool annualised_between(bs_growth *out, const bs_observation *from, const bs_observation *to)
{
    bs_period period = to->period;
    int a_year = bs_frequency_per_year(period.frequency) / (period.last - period.first + 1);
    bs_growth rate;
    if (a_year < 1 || !rate_between(&rate, from, to)) return false;
    *out = (bs_growth){
        .value = compound(rate.value, a_year),
        .low = compound(rate.low, a_year),
        .high = compound(rate.high, a_year),
    };
    return true;
}

typedef struct form_row {
    const char *name;
    bs_period (*base)(bs_period period); // NULL for index numbers
    bool (*compare)(bs_growth *out, const bs_observation *from, const bs_observation *to);
    bs_growth_form of_rates; // what is shown of a series of rates instead
} form_row;

static const form_row forms[] = {
    [BS_GROWTH_PERIOD] = {"period", period_before, rate_between, BS_GROWTH_CHANGE},
    [BS_GROWTH_YEAR] = {"year", year_before, rate_between, BS_GROWTH_CHANGE_YEAR},
    [BS_GROWTH_ANNUALISED] = {"annualised", period_before, annualised_between, BS_GROWTH_CHANGE},
    [BS_GROWTH_CHANGE] = {"change", period_before, difference_between, BS_GROWTH_CHANGE},
    [BS_GROWTH_CHANGE_YEAR] = {"change_year", year_before, difference_between,
                               BS_GROWTH_CHANGE_YEAR},
    [BS_GROWTH_INDEX] = {"index", NULL, NULL, BS_GROWTH_INDEX},
};
_Static_assert(BS_COUNT(forms) == BS_GROWTH_FORM_COUNT, "every form needs a row");

const char *bs_growth_form_name(bs_growth_form form)
{
    return forms[form].name;
}

bool bs_growth_is_rate(const bs_series *series)
{
    return series->measure == BS_MEASURE_GROWTH || series->measure == BS_MEASURE_SHARE ||
           series->measure == BS_MEASURE_RANK || bs_str_equal(series->unit, BS_STR("%")) ||
           bs_str_equal(series->unit, BS_STR("%p"));
}

bs_growth_form bs_growth_form_for(const bs_series *series, bs_growth_form form)
{
    return bs_growth_is_rate(series) ? forms[form].of_rates : form;
}

// --- index numbers -------------------------------------------------------------------------------

// The base of index numbers: one value, or the mean of several.
typedef struct index_base {
    double value;
    double low;
    double high;
} index_base;

static double low_end(const bs_observation *item)
{
    bs_interval interval = interval_of(item);
    return interval.low_open ? -INFINITY : bs_decimal_double(interval.low);
}

static double high_end(const bs_observation *item)
{
    bs_interval interval = interval_of(item);
    return interval.high_open ? INFINITY : bs_decimal_double(interval.high);
}

// How many periods of a frequency make up `base`; 0 when they do not divide it.
static size_t parts_of(bs_period base, bs_frequency frequency)
{
    size_t length = (size_t)(base.last - base.first + 1);
    if (base.frequency == frequency) return length;
    bs_period first, last;
    if (frequency == BS_FREQUENCY_DAY) {
        bool dated = bs_period_day(&first, bs_period_start(base), NULL) == BS_OK &&
                     bs_period_day(&last, bs_period_end(base), NULL) == BS_OK;
        return dated ? (size_t)(last.first - first.first + 1) : 0;
    }
    int fine = bs_frequency_per_year(frequency), coarse = bs_frequency_per_year(base.frequency);
    bool weeks = frequency == BS_FREQUENCY_WEEK || base.frequency == BS_FREQUENCY_WEEK;
    if (weeks || coarse == 0 || fine % coarse != 0) return 0;
    return length * (size_t)(fine / coarse);
}

static bs_status no_base(bs_period base, const char *why, bs_status status, bs_error *err)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_str text = bs_period_str(base, &arena);
    bs_fail(err, status, "%.*s cannot be the base: %s", BS_STR_ARG(text), why);
    bs_arena_deinit(&arena);
    return status;
}

// The mean of the values that came true in the base period, each period counted once.
static bs_status find_base(index_base *out, const lookup *table, bs_frequency frequency,
                           bs_period base, bs_error *err)
{
    index_base sum = {0};
    size_t count = 0, wanted = parts_of(base, frequency);
    const bs_observation *last = NULL;
    for (size_t i = 0; i < table->count; i++) {
        const bs_observation *item = table->items[i];
        bool part = item->period.frequency == frequency && came_true(item->status) &&
                    !(bs_period_is_span(item->period) && !bs_period_equal(item->period, base)) &&
                    bs_period_contains(base, item->period);
        if (!part || (last != NULL && bs_period_equal(last->period, item->period))) continue;
        last = item;
        sum.value += bs_decimal_double(item->value);
        sum.low += low_end(item);
        sum.high += high_end(item);
        count += (size_t)(item->period.last - item->period.first + 1);
    }
    if (wanted == 0 || count != wanted) {
        return no_base(base, "the series does not have all of it", BS_E_NOT_FOUND, err);
    }
    if (!(sum.low > 0)) return no_base(base, "it is not above zero", BS_E_ARGUMENT, err);
    double n = (double)count;
    *out = (index_base){sum.value / n, sum.low / n, sum.high / n};
    return BS_OK;
}

static bool index_of(bs_growth *out, const index_base *base, const bs_observation *to)
{
    double value = bs_decimal_double(to->value), low = low_end(to), high = high_end(to);
    out->value = 100 * value / base->value;
    // The end of the base that pulls a negative number the other way is the other one.
    out->low = 100 * low / (low >= 0 ? base->high : base->low);
    out->high = 100 * high / (high >= 0 ? base->low : base->high);
    // Where both are without bound, the quotient is no number: it may then be as low as 0.
    if (isnan(out->low)) out->low = 0;
    if (isnan(out->high)) out->high = INFINITY;
    return true;
}

// --- the series ----------------------------------------------------------------------------------

static void fill_row(bs_growth_row *row, const lookup *table, const form_row *form)
{
    row->from = lookup_find(table, form->base(row->to->period), row->to->status);
    if (row->from == NULL) {
        row->state = BS_GROWTH_NO_BASE;
    } else if (!form->compare(&row->growth, row->from, row->to)) {
        row->state = BS_GROWTH_NO_RATE;
    }
}

static bs_status check_form(const bs_series *series, bs_growth_form form, bs_error *err)
{
    bool fine = series->frequency > BS_FREQUENCY_MONTH;
    if (form != BS_GROWTH_ANNUALISED || !fine) return BS_OK;
    return bs_fail(err, BS_E_ARGUMENT, "a %s series has no annualised rate",
                   bs_frequency_name(series->frequency));
}

bs_status bs_growth_series(bs_growth_row_array *out, bs_arena *arena, const bs_series *series,
                           const bs_growth_options *options, bs_error *err)
{
    const form_row *form = &forms[options->form];
    bool index = options->form == BS_GROWTH_INDEX;
    lookup table;
    index_base base = {0};
    BS_TRY(check_form(series, options->form, err));
    BS_TRY(lookup_build(&table, arena, series, err));
    if (index) BS_TRY(find_base(&base, &table, series->frequency, options->base, err));
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *to = &series->observations.items[i];
        if (bs_period_is_none(to->period)) continue;
        bs_growth_row *row = BS_PUSH(arena, out);
        if (row == NULL) return no_memory(err);
        *row = (bs_growth_row){.to = to, .state = BS_GROWTH_KNOWN};
        if (to->state != BS_STATE_VALUE) {
            row->state = BS_GROWTH_NO_VALUE;
        } else if (index) {
            index_of(&row->growth, &base, to);
        } else {
            fill_row(row, &table, form);
        }
    }
    return BS_OK;
}
