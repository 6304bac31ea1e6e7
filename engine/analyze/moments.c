// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/moments.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

// Sums of the deviations from the mean.
typedef struct spread {
    bs_wide squares;
    bs_wide neighbours; // of each deviation times the next
} spread;

static bs_wide mean_of(const bs_wide *values, size_t count)
{
    bs_wide sum = bs_wide_of(0);
    for (size_t i = 0; i < count; i++)
        sum = bs_wide_add(sum, values[i]);
    return bs_wide_div(sum, bs_wide_of((double)count));
}

static spread spread_about(bs_wide mean, const bs_wide *values, size_t count)
{
    spread out = {{0, 0}, {0, 0}};
    bs_wide before = bs_wide_of(0);
    for (size_t i = 0; i < count; i++) {
        bs_wide off = bs_wide_sub(values[i], mean);
        out.squares = bs_wide_add(out.squares, bs_wide_mul(off, off));
        out.neighbours = bs_wide_add(out.neighbours, bs_wide_mul(before, off));
        before = off;
    }
    return out;
}

bs_status bs_moments_of(bs_moments *out, const bs_wide *values, size_t count, bs_error *err)
{
    if (count == 0) return bs_fail(err, BS_E_ARGUMENT, "there are no values to describe");
    bs_wide mean = mean_of(values, count);
    spread sums = spread_about(mean, values, count);
    *out = (bs_moments){.count = count, .mean = bs_wide_double(mean)};
    out->least = out->most = bs_wide_double(values[0]);
    for (size_t i = 1; i < count; i++) {
        out->least = fmin(out->least, bs_wide_double(values[i]));
        out->most = fmax(out->most, bs_wide_double(values[i]));
    }
    if (!(sums.squares.high > 0)) return BS_OK;
    bs_wide variance = bs_wide_div(sums.squares, bs_wide_of((double)(count - 1)));
    out->deviation = bs_wide_double(bs_wide_sqrt(variance));
    out->autocorrelation = bs_wide_double(bs_wide_div(sums.neighbours, sums.squares));
    return BS_OK;
}

// GSL's quantile is good to about eight digits; two steps of Newton on its distribution function
// give the rest.
double bs_student_quantile(double p, double freedom)
{
    double t = gsl_cdf_tdist_Pinv(p, freedom);
    for (int step = 0; step < 2; step++) {
        double off =
            p < 0.5 ? gsl_cdf_tdist_P(t, freedom) - p : (1 - p) - gsl_cdf_tdist_Q(t, freedom);
        t -= off / gsl_ran_tdist_pdf(t, freedom);
    }
    return t;
}
