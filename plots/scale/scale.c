// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/scale/scale.h"

#include <math.h>

static double share(double low, double high, double value)
{
    return low == high ? 0.5 : (value - low) / (high - low);
}

double bs_scale_px(const bs_scale *scale, double value)
{
    double at = scale->kind == BS_SCALE_LOG
                    ? share(log10(scale->low), log10(scale->high), log10(value))
                    : share(scale->low, scale->high, value);
    return scale->low_px + at * (scale->high_px - scale->low_px);
}

static double day_number(bs_date date)
{
    bs_period day;
    return bs_period_day(&day, date, NULL) == BS_OK ? day.first : 0;
}

double bs_scale_period(bs_period period)
{
    if (bs_period_is_none(period)) return 0;
    return (day_number(bs_period_start(period)) + day_number(bs_period_end(period)) + 1) / 2;
}
