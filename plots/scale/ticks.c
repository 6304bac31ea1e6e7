// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/scale/ticks.h"

#include <float.h>
#include <math.h>

#include "engine/base/array.h"
#include "engine/base/limits.h"

// The nice numbers in order of simplicity, as value and as decimal.
typedef struct nice_number {
    double value;
    bs_decimal decimal;
} nice_number;

static const nice_number nice[] = {
    {1, {1, 0}}, {5, {5, 0}}, {2, {2, 0}}, {2.5, {25, 1}}, {4, {4, 0}}, {3, {3, 0}},
};

static const double weight_simplicity = 0.25, weight_coverage = 0.2, weight_density = 0.5,
                    weight_legibility = 0.05;

enum { SKIP_MAX = 20, POWER_MAX = 17 };

// A labelling: tick i is (start + i * skip) * nice[place] * 10^power.
typedef struct labelling {
    double score;
    size_t place;
    int skip;
    int power;
    double start;
    int count;
} labelling;

typedef struct search {
    double low;
    double high;
    bs_ticks_options options;
    labelling best;
} search;

static double simplicity(size_t place, int skip, bool has_zero)
{
    double rank = (double)place / (double)(BS_COUNT(nice) - 1);
    return 1 - rank - skip + (has_zero ? 1 : 0);
}

static double coverage(const search *s, double first, double last)
{
    double tenth = 0.1 * (s->high - s->low);
    double above = s->high - last, below = s->low - first;
    return 1 - 0.5 * (above * above + below * below) / (tenth * tenth);
}

static double coverage_max(const search *s, double span)
{
    double range = s->high - s->low;
    if (span <= range) return 1;
    double half = (span - range) / 2, tenth = 0.1 * range;
    return 1 - half * half / (tenth * tenth);
}

static double density(const search *s, int count, double first, double last)
{
    double actual = (count - 1) / (last - first);
    double wanted = (s->options.wanted - 1) / (fmax(last, s->high) - fmin(s->low, first));
    return 2 - fmax(actual / wanted, wanted / actual);
}

static double density_max(const search *s, int count)
{
    return count >= s->options.wanted ? 2 - (count - 1) / (double)(s->options.wanted - 1) : 1;
}

static double score_of(double simple, double cover, double dense)
{
    return weight_simplicity * simple + weight_coverage * cover + weight_density * dense +
           weight_legibility;
}

static double step_of(const labelling *l)
{
    return nice[l->place].value * l->skip * pow(10, l->power);
}

// Places after the point that multiples of the step show.
static int decimals_of(const labelling *l)
{
    bs_decimal unit = nice[l->place].decimal;
    bs_decimal step = bs_decimal_normal((bs_decimal){unit.coefficient * l->skip, unit.scale});
    int places = step.scale - l->power;
    return places > 0 ? places : 0;
}

static void try_starts(search *s, labelling candidate)
{
    double step = step_of(&candidate), unit = step / candidate.skip;
    double slack = 1e-10 * (s->high - s->low);
    double from = floor(s->high / step) * candidate.skip - (candidate.count - 1) * candidate.skip;
    double to = ceil(s->low / step) * candidate.skip;
    for (double start = from; start <= to; start++) {
        double first = start * unit, last = first + step * (candidate.count - 1);
        bool loose = first <= s->low + slack && last >= s->high - slack;
        if (s->options.reach == BS_TICKS_LOOSE && !loose) continue;
        bool has_zero = fmod(start, candidate.skip) == 0 && first <= 0 && last >= 0;
        double score = score_of(simplicity(candidate.place, candidate.skip, has_zero),
                                coverage(s, first, last), density(s, candidate.count, first, last));
        if (score <= s->best.score) continue;
        s->best = candidate;
        s->best.start = start;
        s->best.score = score;
    }
}

static void try_powers(search *s, labelling candidate)
{
    double simple = simplicity(candidate.place, candidate.skip, true);
    double dense = density_max(s, candidate.count);
    double delta =
        (s->high - s->low) / (candidate.count + 1) / candidate.skip / nice[candidate.place].value;
    for (candidate.power = (int)ceil(log10(delta)); candidate.power <= POWER_MAX;
         candidate.power++) {
        double cover = coverage_max(s, step_of(&candidate) * (candidate.count - 1));
        if (score_of(simple, cover, dense) < s->best.score) return;
        if (decimals_of(&candidate) <= s->options.decimals_max) try_starts(s, candidate);
    }
}

static void search_best(search *s)
{
    for (int skip = 1; skip <= SKIP_MAX; skip++) {
        for (size_t place = 0; place < BS_COUNT(nice); place++) {
            double simple = simplicity(place, skip, true);
            if (score_of(simple, 1, 1) < s->best.score) return;
            for (int count = 2; count <= BS_TICK_COUNT_MAX; count++) {
                if (score_of(simple, 1, density_max(s, count)) < s->best.score) break;
                try_powers(s, (labelling){.place = place, .skip = skip, .count = count});
            }
        }
    }
}

static bs_status write_values(bs_ticks *out, const labelling *l, bs_error *err)
{
    bs_ticks ticks = {.count = l->count, .decimals = decimals_of(l)};
    bs_decimal unit = nice[l->place].decimal;
    for (int i = 0; i < l->count; i++) {
        int64_t multiple = (int64_t)l->start + (int64_t)i * l->skip;
        BS_TRY(bs_decimal_mul(&ticks.values[i], bs_decimal_from_int(multiple), unit, err));
        BS_TRY(bs_decimal_shift(&ticks.values[i], ticks.values[i], l->power, err));
        ticks.values[i] = bs_decimal_normal(ticks.values[i]);
    }
    ticks.low = bs_decimal_double(ticks.values[0]);
    ticks.high = bs_decimal_double(ticks.values[l->count - 1]);
    *out = ticks;
    return BS_OK;
}

static bs_status check_range(double low, double high, bs_error *err)
{
    if (!isfinite(low) || !isfinite(high) || low > high) {
        return bs_fail(err, BS_E_RANGE, "an axis cannot reach from %g to %g", low, high);
    }
    double largest = fmax(fabs(low), fabs(high));
    bool narrow = low < high && (high - low) < largest * 1e-12;
    if (largest > 1e18 || narrow) {
        return bs_fail(err, BS_E_RANGE, "no axis can tell %.17g from %.17g", low, high);
    }
    return BS_OK;
}

bs_status bs_ticks_linear(bs_ticks *out, double low, double high, const bs_ticks_options *options,
                          bs_error *err)
{
    BS_TRY(check_range(low, high, err));
    search s = {.low = low, .high = high, .best = {.score = -DBL_MAX}};
    s.options = options ? *options : (bs_ticks_options)BS_TICKS_OPTIONS_INIT;
    if (s.options.wanted < 2) s.options.wanted = 2;
    if (s.options.wanted > BS_TICK_COUNT_MAX) s.options.wanted = BS_TICK_COUNT_MAX;
    if (low == high) {
        s.low = fmin(low, 0);
        s.high = low == 0 ? 1 : fmax(high, 0);
    }
    search_best(&s);
    if (s.best.count == 0) {
        return bs_fail(err, BS_E_RANGE, "an axis cannot reach from %g to %g", low, high);
    }
    return write_values(out, &s.best, err);
}

static void push_power(bs_ticks *ticks, int64_t digit, int power)
{
    bs_decimal value = {digit, -power};
    ticks->values[ticks->count++] = value;
    if (-power > ticks->decimals) ticks->decimals = -power;
}

// Leaves out the ticks at both ends that the data do not need.
static void trim(bs_ticks *ticks, double low, double high)
{
    int first = 0, end = ticks->count;
    while (end - first > 2 && bs_decimal_double(ticks->values[first + 1]) <= low)
        first++;
    while (end - first > 2 && bs_decimal_double(ticks->values[end - 2]) >= high)
        end--;
    ticks->count = end - first;
    memmove(ticks->values, ticks->values + first, (size_t)ticks->count * sizeof ticks->values[0]);
}

// The digits that ticks of a power of ten begin with: more of them where few of the first are in
// reach of the data.
static const struct {
    const char *digits;
    int powers_max; // in reach; more ticks than that are too many
} log_digits[] = {{"125", BS_DECIMAL_SCALE_MAX}, {"12357", 2}, {"123456789", 2}};

static void push_log(bs_ticks *out, const char *digits, int from, int to)
{
    *out = (bs_ticks){0};
    for (int power = from; power <= to; power++) {
        for (size_t i = 0; digits[i] != '\0' && (i == 0 || power < to); i++)
            push_power(out, digits[i] - '0', power);
    }
}

bs_status bs_ticks_log(bs_ticks *out, double low, double high, int wanted, bs_error *err)
{
    if (low <= 0) {
        return bs_fail(err, BS_E_RANGE,
                       "a log scale cannot show 0 or less, and the lowest value is %g", low);
    }
    BS_TRY(check_range(low, high, err));
    enum { COUNT_MIN = 4 };
    int from = (int)floor(log10(low) + 1e-12), to = (int)ceil(log10(high) - 1e-12);
    if (to <= from) to = from + 1;
    if (to - from + 1 > BS_TICK_COUNT_MAX || from < -BS_DECIMAL_SCALE_MAX) {
        return bs_fail(err, BS_E_RANGE, "a log axis cannot reach from %g to %g", low, high);
    }
    bool powers_only = (to - from) * 3 + 1 > (wanted > 4 ? wanted : 4);
    bs_ticks ticks;
    push_log(&ticks, powers_only ? "1" : log_digits[0].digits, from, to);
    trim(&ticks, low, high);
    for (size_t i = 1; i < BS_COUNT(log_digits) && ticks.count < COUNT_MIN; i++) {
        if (powers_only || low == high || to - from > log_digits[i].powers_max) break;
        push_log(&ticks, log_digits[i].digits, from, to);
        trim(&ticks, low, high);
    }
    ticks.low = bs_decimal_double(ticks.values[0]);
    ticks.high = bs_decimal_double(ticks.values[ticks.count - 1]);
    *out = ticks;
    return BS_OK;
}
