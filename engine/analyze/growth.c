// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/growth.h"

#include <math.h>

static double low_end(bs_interval interval)
{
    return interval.low_open ? -INFINITY : bs_decimal_double(interval.low);
}

static double high_end(bs_interval interval)
{
    return interval.high_open ? INFINITY : bs_decimal_double(interval.high);
}

bool bs_growth_rate(bs_growth *out, bs_decimal from, bs_interval from_interval, bs_decimal to,
                    bs_interval to_interval)
{
    double base_low = low_end(from_interval);
    double base_high = high_end(from_interval);
    if (from.coefficient <= 0 || base_low <= 0 || to.coefficient < 0) return false;
    double least = fmax(low_end(to_interval), 0);
    out->value = 100 * (bs_decimal_double(to) / bs_decimal_double(from) - 1);
    out->low = isinf(base_high) ? -100 : 100 * (least / base_high - 1);
    out->high = 100 * (high_end(to_interval) / base_low - 1);
    return true;
}

void bs_growth_difference(bs_growth *out, bs_decimal from, bs_interval from_interval, bs_decimal to,
                          bs_interval to_interval)
{
    out->value = bs_decimal_double(to) - bs_decimal_double(from);
    out->low = low_end(to_interval) - high_end(from_interval);
    out->high = high_end(to_interval) - low_end(from_interval);
}

bool bs_growth_compound(double *out, bs_decimal from, bs_decimal to, uint32_t steps)
{
    if (steps == 0 || from.coefficient <= 0 || to.coefficient <= 0) return false;
    *out = 100 * (pow(bs_decimal_double(to) / bs_decimal_double(from), 1.0 / steps) - 1);
    return true;
}
