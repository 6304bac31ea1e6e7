// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/line.h"

#include <stdlib.h>

#include "engine/core/unit.h"

static const char *const NO_VALUE = "has no value";
static const char *const PLANNED = "is planned, not known";
static const char *const GAP = "lacks a value that it is made of";

static bs_status no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

bs_bounded bs_bounded_of(bs_decimal value, bs_interval interval)
{
    return (bs_bounded){
        .value = bs_decimal_double(value),
        .low = interval.low_open ? -INFINITY : bs_decimal_double(interval.low),
        .high = interval.high_open ? INFINITY : bs_decimal_double(interval.high),
    };
}

bool bs_line_came_true(bs_value_status status)
{
    return status != BS_STATUS_TARGET && status != BS_STATUS_FORECAST;
}

// --- the points ----------------------------------------------------------------------------------

static int compare_keys(bs_period a, bs_period b)
{
    if (a.frequency != b.frequency) return a.frequency < b.frequency ? -1 : 1;
    if (a.first != b.first) return a.first < b.first ? -1 : 1;
    return (a.last > b.last) - (a.last < b.last);
}

static int compare_points(const void *left, const void *right)
{
    const bs_point *a = *(const bs_point *const *)left;
    const bs_point *b = *(const bs_point *const *)right;
    int key = compare_keys(a->period, b->period);
    if (key != 0) return key;
    // Two mentions of one period stand in the order of the line: qsort is not stable.
    return (a > b) - (a < b);
}

static bs_status sort_points(bs_line *line, bs_arena *arena, bs_error *err)
{
    line->sorted = BS_NEW_ARRAY(arena, const bs_point *, line->points.count);
    if (line->sorted == NULL) return no_memory(err);
    for (size_t i = 0; i < line->points.count; i++) {
        const bs_point *point = &line->points.items[i];
        if (point->why == NULL) line->sorted[line->sorted_count++] = point;
    }
    if (line->sorted_count > 1) {
        qsort(line->sorted, line->sorted_count, sizeof *line->sorted, compare_points);
    }
    return BS_OK;
}

static bs_point point_of(const bs_observation *item)
{
    bs_point point = {.period = item->period, .status = item->status, .why = NO_VALUE};
    if (item->state != BS_STATE_VALUE) return point;
    point.why = NULL;
    point.number = bs_bounded_of(item->value, bs_interval_of(item->value, item->qualifier));
    point.digits = item->value;
    point.exact = true;
    return point;
}

bs_status bs_line_make(bs_line *out, bs_arena *arena, const bs_series *series, bs_error *err)
{
    bs_line line = {.series = series, .frequency = series->frequency};
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *item = &series->observations.items[i];
        if (bs_period_is_none(item->period)) continue;
        bs_point *point = BS_PUSH(arena, &line.points);
        if (point == NULL) return no_memory(err);
        *point = point_of(item);
    }
    BS_TRY(sort_points(&line, arena, err));
    *out = line;
    return BS_OK;
}

// Index of the first sorted point of the period or after it.
static size_t find_place(const bs_line *line, bs_period period)
{
    size_t low = 0, high = line->sorted_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_keys(line->sorted[middle]->period, period) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const bs_point *bs_line_find(const bs_line *line, bs_period period, bs_value_status status)
{
    const bs_point *actual = NULL;
    bool true_one = bs_line_came_true(status);
    for (size_t i = find_place(line, period); i < line->sorted_count; i++) {
        const bs_point *point = line->sorted[i];
        if (!bs_period_equal(point->period, period)) break;
        bool came_true = bs_line_came_true(point->status);
        if (point->status == status || (true_one && came_true)) return point;
        if (actual == NULL && came_true) actual = point;
    }
    return actual;
}

bs_status bs_line_known(bs_point_array *out, bs_arena *arena, const bs_line *line, bs_error *err)
{
    for (size_t i = 0; i < line->sorted_count; i++) {
        const bs_point *point = line->sorted[i];
        bool part = bs_line_came_true(point->status) && !bs_period_is_span(point->period) &&
                    point->period.frequency == line->frequency;
        bool again =
            out->count > 0 && bs_period_equal(out->items[out->count - 1].period, point->period);
        if (!part || again) continue;
        bs_point *kept = BS_PUSH(arena, out);
        if (kept == NULL) return no_memory(err);
        *kept = *point;
    }
    return BS_OK;
}

// --- sums ----------------------------------------------------------------------------------------

// A sum while it grows: in digits as long as these hold it.
typedef struct sum {
    bs_wide value;
    bs_wide low;
    bs_wide high;
    bs_decimal digits;
    bool exact;
    bool low_open;
    bool high_open;
    size_t count;
} sum;

static sum sum_start(void)
{
    return (sum){.exact = true};
}

static void sum_add(sum *own, const bs_point *point, double weight)
{
    bs_wide times = bs_wide_of(weight);
    bs_wide value = point->exact ? bs_wide_decimal(point->digits) : bs_wide_of(point->number.value);
    own->value = bs_wide_add(own->value, bs_wide_mul(value, times));
    own->low_open |= isinf(point->number.low) != 0;
    own->high_open |= isinf(point->number.high) != 0;
    if (!own->low_open) {
        own->low = bs_wide_add(own->low, bs_wide_mul(bs_wide_of(point->number.low), times));
    }
    if (!own->high_open) {
        own->high = bs_wide_add(own->high, bs_wide_mul(bs_wide_of(point->number.high), times));
    }
    if (own->count == 0) own->digits = (bs_decimal){0, point->digits.scale};
    bs_decimal digits = own->digits;
    own->exact = own->exact && point->exact && weight == 1 &&
                 bs_decimal_add(&digits, own->digits, point->digits, NULL) == BS_OK;
    if (own->exact) own->digits = digits;
    if (point->digits.scale > own->digits.scale) own->digits.scale = point->digits.scale;
    own->count++;
}

static bs_bounded sum_over(const sum *own, double divisor)
{
    bs_wide by = bs_wide_of(divisor);
    return (bs_bounded){
        .value = bs_wide_double(bs_wide_div(own->value, by)),
        .low = own->low_open ? -INFINITY : bs_wide_double(bs_wide_div(own->low, by)),
        .high = own->high_open ? INFINITY : bs_wide_double(bs_wide_div(own->high, by)),
    };
}

// --- longer periods ------------------------------------------------------------------------------

static const char *const gather_names[] = {
    [BS_GATHER_SUM] = "sum", [BS_GATHER_MEAN] = "mean", [BS_GATHER_LAST] = "last"};
_Static_assert(BS_COUNT(gather_names) == BS_GATHER_COUNT, "every way needs a name");

const char *bs_gather_name(bs_gather how)
{
    return gather_names[how];
}

// How many periods of a frequency make up `whole`; 0 when they do not divide it.
static size_t parts_of(bs_period whole, bs_frequency frequency)
{
    size_t length = (size_t)(whole.last - whole.first + 1);
    if (whole.frequency == frequency) return length;
    bs_period first, last;
    if (frequency == BS_FREQUENCY_DAY) {
        bool dated = bs_period_day(&first, bs_period_start(whole), NULL) == BS_OK &&
                     bs_period_day(&last, bs_period_end(whole), NULL) == BS_OK;
        return dated ? (size_t)(last.first - first.first + 1) : 0;
    }
    int fine = bs_frequency_per_year(frequency), coarse = bs_frequency_per_year(whole.frequency);
    bool weeks = frequency == BS_FREQUENCY_WEEK || whole.frequency == BS_FREQUENCY_WEEK;
    if (weeks || coarse == 0 || fine % coarse != 0) return 0;
    return length * (size_t)(fine / coarse);
}

// The period of a frequency that a day lies in.
static bs_status period_around(bs_period *out, bs_frequency frequency, bs_date day, bs_error *err)
{
    switch (frequency) {
    case BS_FREQUENCY_ANNUAL:
        return bs_period_year(out, day.year, err);
    case BS_FREQUENCY_HALF:
        return bs_period_half(out, day.year, (day.month + 5) / 6, err);
    case BS_FREQUENCY_QUARTER:
        return bs_period_quarter(out, day.year, (day.month + 2) / 3, err);
    case BS_FREQUENCY_MONTH:
        return bs_period_month(out, day.year, day.month, err);
    default:
        return bs_fail(err, BS_E_ARGUMENT, "values are gathered by month, quarter, half or year");
    }
}

static bs_status check_gather(const bs_line *line, bs_frequency frequency, bs_gather how,
                              bs_error *err)
{
    bool coarser = bs_frequency_per_year(frequency) < bs_frequency_per_year(line->frequency);
    bool weeks = line->frequency == BS_FREQUENCY_WEEK || frequency == BS_FREQUENCY_WEEK;
    if (!coarser || weeks) {
        return bs_fail(err, BS_E_ARGUMENT, "values that are %s do not make up %s ones",
                       bs_frequency_name(line->frequency), bs_frequency_name(frequency));
    }
    bs_measure measure = line->series->measure;
    bool adds = measure == BS_MEASURE_LEVEL || measure == BS_MEASURE_COUNT_OF;
    bs_dimension dimension = bs_unit_dimension(line->series->unit);
    adds = adds && dimension != BS_DIM_PERCENT && dimension != BS_DIM_POINT;
    if (how == BS_GATHER_SUM && !adds) {
        return bs_fail(err, BS_E_ARGUMENT,
                       "%s values in %.*s do not add up over time: take their mean or the last",
                       bs_measure_name(measure), BS_STR_ARG(line->series->unit));
    }
    return BS_OK;
}

// The points of one longer period, `count` of them in time.
static bs_point gather_part(const bs_point *points, size_t count, bs_period whole, bs_gather how)
{
    bs_point out = {.period = whole, .status = BS_STATUS_ACTUAL, .why = GAP};
    const bs_point *last = &points[count - 1];
    if (how == BS_GATHER_LAST) {
        bs_date end = bs_period_end(whole), own = bs_period_end(last->period);
        if (end.month != own.month || end.day != own.day) return out;
        out = *last;
        out.period = whole;
        return out;
    }
    if (count != parts_of(whole, last->period.frequency)) return out;
    sum total = sum_start();
    for (size_t i = 0; i < count; i++) {
        sum_add(&total, &points[i], 1);
        if (points[i].status != BS_STATUS_ACTUAL) out.status = points[i].status;
    }
    bool adds = how == BS_GATHER_SUM;
    out.why = NULL;
    out.number = sum_over(&total, adds ? 1 : (double)count);
    out.exact = adds && total.exact;
    out.digits = total.digits;
    if (!adds) out.digits.scale = (total.digits.scale > 0 ? total.digits.scale : 0) + 1;
    return out;
}

bs_status bs_line_gather(bs_line *out, bs_arena *arena, const bs_line *line, bs_frequency frequency,
                         bs_gather how, bs_error *err)
{
    BS_TRY(check_gather(line, frequency, how, err));
    bs_point_array known = {0};
    BS_TRY(bs_line_known(&known, arena, line, err));
    bs_line made = {.series = line->series, .frequency = frequency};
    for (size_t first = 0, end; first < known.count; first = end) {
        bs_period whole;
        BS_TRY(period_around(&whole, frequency, bs_period_start(known.items[first].period), err));
        for (end = first + 1; end < known.count; end++) {
            if (!bs_period_contains(whole, known.items[end].period)) break;
        }
        bs_point *point = BS_PUSH(arena, &made.points);
        if (point == NULL) return no_memory(err);
        *point = gather_part(known.items + first, end - first, whole, how);
    }
    BS_TRY(sort_points(&made, arena, err));
    *out = made;
    return BS_OK;
}

bs_status bs_line_mean(bs_bounded *out, const bs_line *line, bs_period period, bs_error *err)
{
    sum total = sum_start();
    size_t count = 0, wanted = parts_of(period, line->frequency);
    const bs_point *last = NULL;
    for (size_t i = 0; i < line->sorted_count; i++) {
        const bs_point *point = line->sorted[i];
        bool part = point->period.frequency == line->frequency &&
                    bs_line_came_true(point->status) &&
                    (!bs_period_is_span(point->period) || bs_period_equal(point->period, period)) &&
                    bs_period_contains(period, point->period);
        if (!part || (last != NULL && bs_period_equal(last->period, point->period))) continue;
        last = point;
        sum_add(&total, point, 1);
        count += (size_t)(point->period.last - point->period.first + 1);
    }
    if (wanted == 0 || count != wanted) {
        return bs_fail(err, BS_E_NOT_FOUND, "the series does not have all of it");
    }
    *out = sum_over(&total, (double)count);
    return BS_OK;
}

// --- moving averages -----------------------------------------------------------------------------

// The average around one point; unknown where a value is missing.
static bs_point average_at(const bs_line *line, const bs_point *point, size_t window,
                           bs_average_place place)
{
    bs_point out = {.period = point->period, .status = point->status};
    bool centred = place == BS_AVERAGE_CENTRED, halves = centred && window % 2 == 0;
    int first = centred ? -(int)(window / 2) : 1 - (int)window;
    int last = centred ? (int)(window / 2) : 0;
    sum total = sum_start();
    out.why = NULL;
    for (int step = first; step <= last && out.why == NULL; step++) {
        const bs_point *part =
            bs_line_find(line, bs_period_offset(point->period, step), point->status);
        bool end = halves && (step == first || step == last);
        if (part == NULL) {
            out.why = GAP;
        } else {
            sum_add(&total, part, end ? 0.5 : 1);
        }
    }
    if (out.why != NULL) return out;
    out.number = sum_over(&total, (double)window);
    out.digits.scale = (total.digits.scale > 0 ? total.digits.scale : 0) + 1;
    return out;
}

bs_status bs_line_average(bs_line *out, bs_arena *arena, const bs_line *line, size_t window,
                          bs_average_place place, bs_error *err)
{
    if (window < 2 || window > 1000) {
        return bs_fail(err, BS_E_ARGUMENT, "a moving average is of 2 to 1000 periods, not %zu",
                       window);
    }
    bs_line made = {.series = line->series, .frequency = line->frequency};
    for (size_t i = 0; i < line->points.count; i++) {
        const bs_point *point = &line->points.items[i];
        bs_point *average = BS_PUSH(arena, &made.points);
        if (average == NULL) return no_memory(err);
        *average = *point;
        if (!bs_line_came_true(point->status)) {
            average->why = PLANNED;
        } else if (bs_period_is_span(point->period)) {
            average->why = NO_VALUE;
        } else if (point->why == NULL) {
            *average = average_at(line, point, window, place);
        }
    }
    BS_TRY(sort_points(&made, arena, err));
    *out = made;
    return BS_OK;
}
