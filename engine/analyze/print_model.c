// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the numbers of a row look like: how many decimals they have, to what they are rounded, which
// signs they carry. A print that breaks the habit of its row is a clue that it is wrong, and a
// value that would break it is less likely to be meant.
#include <math.h>
#include <stdlib.h>

#include "engine/analyze/anomaly_internal.h"

static const double MORE_DECIMALS = 1e-4;  // a number with a decimal too many is meant so
static const double FEWER_DECIMALS = 2e-4; // one with a decimal too few, where zeros are printed
static const double ZERO_AT_END = .1;      // share of numbers whose last digit is zero
static const double ODD_IN_MIXED = .3;     // where rows have no habit
static const double ODD_STEPS_MAX = 3;     // many odd decimals are no odder than this
static const double NOT_ROUND = .02;       // a value that is not rounded like its row
static const double OUT_OF_SHARE = 1e-3;   // a share below 0 or above 100
static const double TRIMMED_ZERO = .01;    // zeros at the end where they are mostly dropped

static const double ALONE_RATIO_MIN = 3; // of a value to the nearest of all others
static const double ALONE_LAST_MIN = 30; // of the last one, with which a collapse may begin
static const double ALONE_GAIN = 2; // what each step of e beyond the distance between the others
static const double ALONE_MOST = 9; // is worth, on the logarithm, and all of them
static const double ALONE_SIGN = 8; // of the only value with its sign
static const double ALONE_LOW_MIN = .2; // of the median, for rows that keep away from zero

enum { ALONE_VALUES_MIN = 12 };
enum { PROGRAM_DECIMALS_MIN = 4, PROGRAM_DIGITS_MIN = 8 };
enum { UNIFORM_MIN = 3, ROUND_MIN = 3, ROUND_SPARE_MIN = 5, ROUND_STEPS_MAX = 11 };

double bs_work__trimmed(double prior, size_t zeros, size_t count)
{
    double odds = log(prior / (1 - prior)) + (double)zeros * log(TRIMMED_ZERO / ZERO_AT_END) +
                  (double)(count - zeros) * log((1 - TRIMMED_ZERO) / (1 - ZERO_AT_END));
    return 1 / (1 + exp(-odds));
}

static bool ends_in_zero(const bs_printed *p)
{
    return p->count > p->whole && p->digits[p->count - 1] == 0;
}

static void find_trimmed(bs_work_row *row, double trimmed)
{
    size_t zeros = 0, count = 0;
    for (size_t i = 0; i < row->count; i++) {
        count += row->printed[i].count > row->printed[i].whole;
        zeros += ends_in_zero(&row->printed[i]);
    }
    row->trimmed = bs_work__trimmed(trimmed, zeros, count);
}

// "39025187637.7143", "-0.031874206": no one prints so many figures but a program, which drops the
// noughts at the end.
static bool is_of_program(const bs_printed *p)
{
    int first = 0;
    while (first < p->count && p->digits[first] == 0)
        first++;
    return p->count - p->whole >= PROGRAM_DECIMALS_MIN && p->count - first >= PROGRAM_DIGITS_MIN;
}

// The most frequent number of decimals; the larger of two that are as frequent.
static void find_decimals(bs_work_row *row)
{
    size_t counts[BS_PRINTED_DIGITS_MAX + 1] = {0}, best = 0;
    bool program = false;
    for (size_t i = 0; i < row->count; i++) {
        int decimals = bs_printed_decimals(&row->printed[i]);
        counts[decimals]++;
        if (decimals > row->decimals_most) row->decimals_most = decimals;
        program = program || is_of_program(&row->printed[i]);
    }
    for (size_t d = 0; d <= BS_PRINTED_DIGITS_MAX; d++) {
        if (counts[d] >= counts[best]) best = d;
    }
    double n = (double)row->count;
    row->decimals = (int)best;
    row->print_unit = bs_intended_value(1, row->decimals);
    row->uniform =
        !program && row->count >= UNIFORM_MIN && (double)counts[best] >= n - fmax(1, .1 * n);
}

// Decimals of a number without the zeros at its end; negative for tens and hundreds. False for
// zero.
static bool find_last_place(const bs_printed *p, int *out)
{
    int zeros = 0;
    while (zeros < p->count && p->digits[p->count - 1 - zeros] == 0)
        zeros++;
    *out = p->count - p->whole - zeros;
    return zeros < p->count;
}

// A row may be rounded more coarsely than it is printed: 68,000, or 26.300 among 27.300 and 28.000.
static void find_round(bs_work_row *row)
{
    size_t spare = row->count / 10;
    if (row->count >= ROUND_SPARE_MIN && spare < 1) spare = 1;
    row->round = row->decimals;
    for (int d = row->decimals - 1; d >= row->decimals - ROUND_STEPS_MAX; d--) {
        size_t fits = 0, breaks = 0;
        for (size_t i = 0; i < row->count; i++) {
            int place;
            if (!find_last_place(&row->printed[i], &place)) continue;
            fits += place <= d;
            breaks += place > d;
        }
        if (breaks > spare || fits < ROUND_MIN) break;
        row->round = d;
    }
    row->unit = row->print_unit;
    for (int d = row->round; d < row->decimals; d++)
        row->unit *= 10;
}

static void find_ends(bs_work_row *row)
{
    row->least[0] = row->least[1] = INFINITY;
    row->most[0] = row->most[1] = 0;
    for (size_t i = 0; i < row->count; i++) {
        double size = fabs(row->values[i]);
        row->least[1] = fmin(row->least[1], fmax(row->least[0], size));
        row->least[0] = fmin(row->least[0], size);
        row->most[1] = fmax(row->most[1], fmin(row->most[0], size));
        row->most[0] = fmax(row->most[0], size);
    }
}

void bs_work__read_style(bs_work_row *row, double trimmed)
{
    find_ends(row);
    find_decimals(row);
    find_round(row);
    find_trimmed(row, trimmed);
    for (size_t i = 1; i < row->count; i++) {
        row->ties += bs_printed__same(&row->printed[i], &row->printed[i - 1]);
    }
}

bool bs_printed__same(const bs_printed *a, const bs_printed *b)
{
    return a->count == b->count && a->whole == b->whole && a->negative == b->negative &&
           memcmp(a->digits, b->digits, a->count) == 0;
}

static double decimals_factor(const bs_work_row *row, int decimals)
{
    int off = decimals - row->decimals;
    if (off == 0) return 1;
    int beyond = decimals - row->decimals_most;
    if (!row->uniform && beyond > 0)
        return ODD_IN_MIXED * pow(MORE_DECIMALS, fmin(ODD_STEPS_MAX, 1 + .5 * (beyond - 1)));
    if (!row->uniform) return ODD_IN_MIXED;
    if (off > 0) return pow(MORE_DECIMALS, fmin(ODD_STEPS_MAX, 1 + .5 * (off - 1)));
    return pow(FEWER_DECIMALS + row->trimmed * ZERO_AT_END, fmin(ODD_STEPS_MAX, -off));
}

static double round_factor(const bs_work_row *row, int64_t coefficient, int scale)
{
    if (row->round == row->decimals) return 1;
    for (; scale > row->round && coefficient != 0; scale--) {
        if (coefficient % 10 != 0) return NOT_ROUND;
        coefficient /= 10;
    }
    return 1;
}

static double share_factor(const bs_work_row *row, double value)
{
    return row->in->measure == BS_MEASURE_SHARE && (value < 0 || value > 100) ? OUT_OF_SHARE : 1;
}

double bs_work__look(const bs_work_row *row, int64_t coefficient, int scale)
{
    double value = bs_intended_value(coefficient, scale);
    return decimals_factor(row, scale) * round_factor(row, coefficient, scale) *
           share_factor(row, value);
}

typedef struct ends {
    double low; // sizes of all other values lie between these
    double high;
} ends;

static ends ends_without(const bs_work_row *row, size_t i)
{
    double size = fabs(row->values[i]);
    return (ends){size == row->least[0] ? row->least[1] : row->least[0],
                  size == row->most[0] ? row->most[1] : row->most[0]};
}

// A volume of 58 among 35,000 to 112,000, a harvest of -8,502: what rows that vary so much that a
// model of their noise lets it pass have never had. 1 for other values.
static double alone_gain(const bs_work_row *row, size_t i, ends others)
{
    double size = fabs(row->values[i]);
    if (!(others.low > 0) || !(size > 0)) return 1;
    if (row->values[i] * row->model.sign < 0) {
        bool only = row->model.minority == 1 && size >= others.low && size <= others.high;
        return only && others.low > ALONE_LOW_MIN * row->model.size ? ALONE_SIGN : 1;
    }
    bool last = i + 1 == row->count;
    double away = size < others.low ? log(others.low / size) : log(size / others.high);
    if (i == 0 || away < log(last ? ALONE_LAST_MIN : ALONE_RATIO_MIN)) return 1;
    double beyond = away - log(others.high / others.low);
    return beyond > 0 ? exp(fmin(ALONE_GAIN * beyond, ALONE_MOST)) : 1;
}

double bs_work__alone(const bs_work_row *row, size_t i, double value)
{
    if (row->count < ALONE_VALUES_MIN || row->model.two_signs) return 1;
    ends others = ends_without(row, i);
    double size = value * row->model.sign;
    return size >= others.low && size <= others.high ? alone_gain(row, i, others) : 1;
}

static bool is_alone(const bs_work_row *row, size_t i)
{
    if (row->count < ALONE_VALUES_MIN || row->model.two_signs) return false;
    return alone_gain(row, i, ends_without(row, i)) > 1;
}

bool bs_work__looks_odd(const bs_work_row *row, size_t i)
{
    const bs_printed *p = &row->printed[i];
    return bs_printed_decimals(p) != row->decimals || row->values[i] * row->model.sign < 0 ||
           is_alone(row, i) ||
           bs_work__look(row, bs_printed_coefficient(p), bs_printed_decimals(p)) < 1;
}
