// SPDX-License-Identifier: GPL-3.0-or-later
//
// Medians of twelve neighbours without a branch. The six values from every place on are sorted once
// by a network; the six before a residual and the six behind it are two of these, and the sixth and
// seventh smallest of both together are the largest of the pairwise minima of one with the other
// upside down, and the smallest of the maxima. All of it is done for several places at a time,
// which compilers turn into vector instructions.
#include "engine/analyze/local_noise.h"

#include <math.h>
#include <string.h>

#include "engine/analyze/vector_internal.h"

enum { REACH = 6, LANES = 8 };
static const double RATIO_MAX = 20; // of the noise around a residual to that of the row

// Moves what is under `pivot`, or not above it, to the front. Returns how many that are.
static size_t part(double *values, size_t count, double pivot, int with_equal)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        double v = values[i];
        values[i] = values[kept];
        values[kept] = v;
        kept += (size_t)(with_equal ? v <= pivot : v < pivot);
    }
    return kept;
}

static double middle_of(double a, double b, double c)
{
    double low = a < b ? a : b, high = a < b ? b : a;
    double most = low > c ? low : c;
    return most < high ? most : high;
}

// One of the values that is likely to have as many below as above it.
static double choose_pivot(const double *values, size_t count)
{
    enum { NINTHS = 9, NINTHS_FROM = 27 };
    size_t step = count / NINTHS;
    const double *v = values + step / 2;
    if (count < NINTHS_FROM) return middle_of(values[0], values[count / 2], values[count - 1]);
    return middle_of(middle_of(v[0], v[step], v[2 * step]),
                     middle_of(v[3 * step], v[4 * step], v[5 * step]),
                     middle_of(v[6 * step], v[7 * step], v[8 * step]));
}

// Puts the value of rank `rank` in its place, smaller ones before it and larger ones behind it.
static double settle_rank(double *values, size_t count, size_t rank)
{
    size_t low = 0, high = count;
    while (high - low > 1) {
        double pivot = choose_pivot(values + low, high - low);
        size_t under = low + part(values + low, high - low, pivot, 0);
        if (rank < under) {
            high = under;
            continue;
        }
        size_t through = under + part(values + under, high - under, pivot, 1);
        if (rank < through) return pivot;
        low = through;
    }
    return values[low];
}

double bs_noise_median(double *values, size_t count)
{
    double high = settle_rank(values, count, count / 2);
    if (count % 2 == 1) return high;
    double low = values[0];
    for (size_t i = 1; i < count / 2; i++)
        low = values[i] > low ? values[i] : low;
    return (low + high) / 2;
}

size_t bs_noise_stride(size_t count)
{
    return (count + 3 * REACH + 2 * LANES) / LANES * LANES;
}

BS_VECTOR_PART void order(double *low, double *high)
{
    double a = *low, b = *high;
    *low = a < b ? a : b;
    *high = a < b ? b : a;
}

// For LANES places: the six values from each on, sorted. out[k * stride] is the k-th smallest. All
// of a place stays in registers: what is stored under a condition would be a branch.
BS_VECTOR_PART void sort_sixes(double *out, size_t stride, const double *values)
{
#pragma omp simd
    for (int l = 0; l < LANES; l++) {
        double a = values[l], b = values[l + 1], c = values[l + 2];
        double d = values[l + 3], e = values[l + 4], f = values[l + 5];
        order(&a, &f), order(&b, &d), order(&c, &e);
        order(&b, &c), order(&d, &e);
        order(&a, &d), order(&c, &f);
        order(&a, &b), order(&c, &d), order(&e, &f);
        order(&b, &c), order(&d, &e);
        out[l] = a;
        out[stride + (size_t)l] = b;
        out[2 * stride + (size_t)l] = c;
        out[3 * stride + (size_t)l] = d;
        out[4 * stride + (size_t)l] = e;
        out[5 * stride + (size_t)l] = f;
    }
}

// The sum of the sixth and seventh smallest of the sorted sixes before and behind LANES places.
BS_VECTOR_PART void add_middles(double out[LANES], const double *before, const double *behind,
                                size_t stride)
{
#pragma omp simd
    for (size_t l = 0; l < LANES; l++) {
        double low = -INFINITY, high = INFINITY;
        for (size_t k = 0; k < REACH; k++) {
            double a = before[k * stride + l], b = behind[(REACH - 1 - k) * stride + l];
            double less = a < b ? a : b, more = a < b ? b : a;
            low = less > low ? less : low;
            high = more < high ? more : high;
        }
        out[l] = low + high;
    }
}

// Near an end, where an odd number of neighbours is missing, the sixth smallest is the middle.
static double single_middle(const double *sorted, size_t k, size_t stride)
{
    double low = -INFINITY;
    for (size_t i = 0; i < REACH; i++) {
        double a = sorted[i * stride + k], b = sorted[(REACH - 1 - i) * stride + k + REACH + 1];
        double less = a < b ? a : b;
        low = less > low ? less : low;
    }
    return low;
}

BS_VECTOR_CLONES
static void local_ratios(double *out, const double *padded, size_t count, double whole,
                         double *sorted)
{
    size_t stride = bs_noise_stride(count);
    for (size_t j = 0; j < count + REACH + 1; j += LANES)
        sort_sixes(sorted + j, stride, padded + j);
    for (size_t k = 0; k < count; k += LANES)
        add_middles(out + k, sorted + k, sorted + k + REACH + 1, stride);
    for (size_t k = 1; k < REACH; k += 2) {
        out[k] = 2 * single_middle(sorted, k, stride);
        out[count - 1 - k] = 2 * single_middle(sorted, count - 1 - k, stride);
    }
#pragma omp simd
    for (size_t k = 0; k < count; k++) {
        double ratio = out[k] / 2 / whole;
        ratio = ratio > 1 / RATIO_MAX ? ratio : 1 / RATIO_MAX;
        ratio = ratio < RATIO_MAX ? ratio : RATIO_MAX;
        out[k] = ratio * sqrt(ratio);
    }
}

// What is missing before the first and behind the last size is filled in as infinitely large and
// infinitely small, by turns, so that the middle stays where it is.
static void fill_ends(double *padded, size_t count)
{
    for (size_t k = 0; k < REACH; k++) {
        double far = k % 2 == 0 ? INFINITY : -INFINITY;
        padded[REACH - 1 - k] = padded[REACH + count + k] = far;
    }
}

void bs_noise_local(double *out, const double *sizes, size_t count, double *spare)
{
    for (size_t k = 0; k < count; k++)
        out[k] = 1;
    if (count < BS_NOISE_COUNT_MIN) return;
    memcpy(spare, sizes, count * sizeof *sizes);
    double whole = bs_noise_median(spare, count);
    if (!(whole > 0)) return;
    memcpy(spare + REACH, sizes, count * sizeof *sizes);
    fill_ends(spare, count);
    local_ratios(out, spare, count, whole, spare + bs_noise_stride(count));
}
