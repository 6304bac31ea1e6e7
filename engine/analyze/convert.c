// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/convert.h"

#include <math.h>

#include "engine/core/unit.h"

static const char *const NO_VALUE = "has no value";
static const char *const NO_RATE = "has no rate";
static const char *const NOT_POSITIVE = "has a rate that is not above zero";
static const char *const NO_DECIMAL = "has no exact decimal in that unit";

// --- by the table of units -----------------------------------------------------------------------

// The end of an interval in the other unit; open where it is.
static double convert_end(const bs_line *line, const bs_convert_options *options, bs_decimal end,
                          bool open, double open_end)
{
    bs_decimal out;
    if (open) return open_end;
    bs_status status = bs_unit_convert(&out, end, line->series->unit, options->to, NULL);
    return status == BS_OK ? bs_decimal_double(out) : open_end;
}

static void convert_exactly(bs_converted *out, const bs_line *line,
                            const bs_convert_options *options, const bs_observation *item)
{
    bs_status status =
        bs_unit_convert(&out->digits, item->value, line->series->unit, options->to, NULL);
    if (status != BS_OK) {
        out->why = NO_DECIMAL;
        return;
    }
    bs_interval interval = bs_interval_of(item->value, item->qualifier);
    out->exact = true;
    out->number = (bs_bounded){
        .value = bs_decimal_double(out->digits),
        .low = convert_end(line, options, interval.low, interval.low_open, -INFINITY),
        .high = convert_end(line, options, interval.high, interval.high_open, INFINITY),
    };
}

// --- by rates ------------------------------------------------------------------------------------

// The rate of a period: its own, else the mean or the last of the shorter periods in it.
static const char *find_rate(bs_bounded *out, bs_decimal *digits, bool *exact,
                             const bs_convert_options *options, bs_period period)
{
    const bs_point *own = bs_line_find(options->rate, period, BS_STATUS_ACTUAL);
    *exact = own != NULL && own->exact;
    if (own != NULL) {
        *out = own->number;
        *digits = own->digits;
        return NULL;
    }
    if (options->rate_by == BS_GATHER_MEAN) {
        return bs_line_mean(out, options->rate, period, NULL) == BS_OK ? NULL : NO_RATE;
    }
    bs_date end = bs_period_end(period);
    for (size_t i = options->rate->sorted_count; i-- > 0;) {
        const bs_point *point = options->rate->sorted[i];
        bs_date last = bs_period_end(point->period);
        bool at_end = last.year == end.year && last.month == end.month && last.day == end.day;
        if (!at_end || !bs_line_came_true(point->status)) continue;
        *out = point->number;
        *digits = point->digits;
        *exact = point->exact;
        return NULL;
    }
    return NO_RATE;
}

static double scaled(double value, double per)
{
    return value / per;
}

static bs_bounded multiply(bs_bounded a, bs_bounded rate)
{
    bs_bounded out = {.value = a.value * rate.value};
    out.low = a.low * (a.low >= 0 ? rate.low : rate.high);
    out.high = a.high * (a.high >= 0 ? rate.high : rate.low);
    return out;
}

static bs_bounded divide(bs_bounded a, bs_bounded rate)
{
    bs_bounded out = {.value = a.value / rate.value};
    out.low = a.low / (a.low >= 0 ? rate.high : rate.low);
    out.high = a.high / (a.high >= 0 ? rate.low : rate.high);
    return out;
}

// Value times rate, where the rate is given for a power of ten.
static bool multiply_exactly(bs_decimal *out, bs_decimal value, bs_decimal rate, bs_decimal per)
{
    bs_decimal normal = bs_decimal_normal(per), product;
    if (normal.coefficient != 1) return false;
    if (bs_decimal_mul(&product, value, rate, NULL) != BS_OK) return false;
    return bs_decimal_shift(out, product, normal.scale, NULL) == BS_OK;
}

static void convert_by_rate(bs_converted *out, const bs_convert_options *options)
{
    bs_decimal digits = {0, 0};
    bool exact = false;
    double per = bs_decimal_double(options->rate_per);
    out->why = find_rate(&out->rate, &digits, &exact, options, out->from->period);
    if (out->why != NULL) return;
    out->why = out->rate.low > 0 ? NULL : NOT_POSITIVE;
    if (out->why != NULL) return;
    bs_bounded rate = {scaled(out->rate.value, per), scaled(out->rate.low, per),
                       scaled(out->rate.high, per)};
    bool times = options->use == BS_RATE_MULTIPLY;
    out->number = times ? multiply(out->from->number, rate) : divide(out->from->number, rate);
    out->exact = times && exact && out->from->exact &&
                 multiply_exactly(&out->digits, out->from->digits, digits, options->rate_per);
}

// --- the line ------------------------------------------------------------------------------------

static bs_status check(const bs_line *line, const bs_convert_options *options, bs_error *err)
{
    bs_decimal one;
    if (options->rate != NULL) return BS_OK;
    bs_status status =
        bs_unit_convert(&one, bs_decimal_from_int(1), line->series->unit, options->to, err);
    // That one of a unit has no end in the other does not say that none of it has.
    return status == BS_E_RANGE ? BS_OK : status;
}

bs_status bs_convert_line(bs_converted_array *out, bs_arena *arena, const bs_line *line,
                          const bs_convert_options *options, bs_error *err)
{
    bs_error refused = BS_ERROR_INIT;
    bs_status status = check(line, options, &refused);
    if (status != BS_OK) return bs_fail(err, status, "%s", refused.message);
    for (size_t i = 0, k = 0; i < line->series->observations.count; i++) {
        const bs_observation *item = &line->series->observations.items[i];
        if (bs_period_is_none(item->period)) continue;
        bs_converted *row = BS_PUSH(arena, out);
        if (row == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        *row = (bs_converted){.from = &line->points.items[k++]};
        if (row->from->why != NULL) {
            row->why = NO_VALUE;
        } else if (options->rate != NULL) {
            convert_by_rate(row, options);
        } else {
            convert_exactly(row, line, options, item);
        }
    }
    return BS_OK;
}
