// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/revision.h"

#include <math.h>
#include <stdlib.h>

#include "engine/analyze/growth.h"

static bs_status no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

static bool has_value(const bs_observation *item)
{
    return item->state == BS_STATE_VALUE && !bs_period_is_none(item->period);
}

// Actual, target or forecast.
static int kind_of(bs_value_status status)
{
    return bs_line_came_true(status) ? 0 : (int)status;
}

static bool same_value(const bs_observation *a, const bs_observation *b)
{
    return bs_period_equal(a->period, b->period) && kind_of(a->status) == kind_of(b->status);
}

static bool is_restated(const bs_observation *from, const bs_observation *to)
{
    if (bs_decimal_equal(from->value, to->value)) return true;
    bool rounded = from->value.scale != to->value.scale || from->qualifier != to->qualifier;
    return rounded && bs_interval_meets(bs_interval_of(from->value, from->qualifier),
                                        bs_interval_of(to->value, to->qualifier));
}

static bs_bounded bounds_of(const bs_observation *item)
{
    return bs_bounded_of(item->value, bs_interval_of(item->value, item->qualifier));
}

static bs_revision compare(const bs_series *series, const bs_str *vintages, size_t from, size_t to)
{
    const bs_observation *a = &series->observations.items[from];
    const bs_observation *b = &series->observations.items[to];
    bs_revision out = {.from = a,
                       .to = b,
                       .from_vintage = vintages[from],
                       .to_vintage = vintages[to],
                       .from_index = from,
                       .to_index = to,
                       .revised = !is_restated(a, b),
                       .pct = NAN};
    bs_bounded old = bounds_of(a), new = bounds_of(b);
    bs_decimal exact;
    out.change = (bs_bounded){new.value - old.value, new.low - old.high, new.high - old.low};
    if (bs_decimal_sub(&exact, b->value, a->value, NULL) == BS_OK) {
        out.change.value = bs_decimal_double(exact);
    }
    bool grows = !bs_growth_is_rate(series) && old.value > 0 && new.value >= 0;
    if (grows) out.pct = 100 * out.change.value / old.value;
    return out;
}

static bs_status push(bs_revision_array *out, bs_arena *arena, bs_revision revision, bs_error *err)
{
    bs_revision *place = BS_PUSH(arena, out);
    if (place == NULL) return no_memory(err);
    *place = revision;
    return BS_OK;
}

// The vintages of one value, observations [first, end).
static bs_status add_value(bs_revisions *out, bs_arena *arena, const bs_series *series,
                           const bs_str *vintages, size_t first, size_t end, bs_error *err)
{
    const bs_observation *items = series->observations.items;
    size_t oldest = SIZE_MAX, last = SIZE_MAX;
    for (size_t i = first; i < end; i++) {
        bool again =
            i + 1 < end && has_value(&items[i + 1]) && bs_str_equal(vintages[i], vintages[i + 1]);
        if (!has_value(&items[i]) || again) continue;
        if (last != SIZE_MAX) {
            BS_TRY(push(&out->steps, arena, compare(series, vintages, last, i), err));
        }
        if (oldest == SIZE_MAX) oldest = i;
        last = i;
    }
    if (oldest == last) return BS_OK;
    return push(&out->totals, arena, compare(series, vintages, oldest, last), err);
}

static void summarise(bs_revisions *out)
{
    double n = (double)out->totals.count;
    for (size_t i = 0; i < out->totals.count; i++) {
        const bs_revision *one = &out->totals.items[i];
        if (!one->revised) continue;
        out->revised_count++;
        out->mean += one->change.value / n;
        out->mean_absolute += fabs(one->change.value) / n;
        out->mean_pct += one->pct / n;
        out->mean_absolute_pct += fabs(one->pct) / n;
        bool larger =
            out->largest == NULL || fabs(one->change.value) > fabs(out->largest->change.value);
        if (larger) out->largest = one;
    }
}

bs_status bs_revisions_of(bs_revisions *out, bs_arena *arena, const bs_series *series,
                          const bs_str *vintages, bs_error *err)
{
    bs_revisions found = {0};
    const bs_observation *items = series->observations.items;
    for (size_t first = 0, end; first < series->observations.count; first = end) {
        for (end = first + 1; end < series->observations.count; end++) {
            if (!same_value(&items[first], &items[end])) break;
        }
        BS_TRY(add_value(&found, arena, series, vintages, first, end, err));
    }
    summarise(&found);
    *out = found;
    return BS_OK;
}

// --- too large for the history -------------------------------------------------------------------

// How large a revision is, so that those of different years can be compared.
static double size_of(const bs_series *series, const bs_revision *step)
{
    if (!step->revised) return 0;
    return bs_growth_is_rate(series) ? fabs(step->change.value) : fabs(step->pct);
}

static int compare_numbers(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

// Median of the moves from one period to the next among the newest values; 0 without any.
static bs_status typical_move(double *out, bs_arena *arena, const bs_series *series, bs_error *err)
{
    bs_line line;
    bs_point_array known = {0};
    BS_TRY(bs_line_make(&line, arena, series, err));
    BS_TRY(bs_line_known(&known, arena, &line, err));
    double *moves = BS_NEW_ARRAY(arena, double, known.count);
    if (moves == NULL) return no_memory(err);
    size_t count = 0;
    for (size_t i = 1; i < known.count; i++) {
        double from = known.items[i - 1].number.value, to = known.items[i].number.value;
        bool rate = bs_growth_is_rate(series);
        if (rate || from > 0) moves[count++] = fabs(rate ? to - from : 100 * (to - from) / from);
    }
    if (count > 1) qsort(moves, count, sizeof *moves, compare_numbers);
    *out = count > 0 ? moves[count / 2] : 0;
    return BS_OK;
}

// Whether the vintage changes most of the values that it gives again.
static bool is_new_basis(const bs_revisions *revisions, bs_str vintage)
{
    size_t given = 0, revised = 0;
    for (size_t i = 0; i < revisions->steps.count; i++) {
        const bs_revision *step = &revisions->steps.items[i];
        if (!bs_str_equal(step->to_vintage, vintage)) continue;
        given++;
        revised += step->revised;
    }
    return revised > 1 && 2 * revised > given;
}

static double largest_other(const bs_series *series, const bs_revisions *revisions, size_t but)
{
    double largest = 0;
    for (size_t i = 0; i < revisions->steps.count; i++) {
        double size = i == but ? 0 : size_of(series, &revisions->steps.items[i]);
        if (size > largest) largest = size;
    }
    return largest;
}

bs_status bs_revision_outliers(bs_revision_outlier_array *out, bs_arena *arena,
                               const bs_series *series, const bs_revisions *revisions,
                               bs_error *err)
{
    double move = 0;
    if (revisions->steps.count <= BS_REVISION_HISTORY_MIN) return BS_OK;
    BS_TRY(typical_move(&move, arena, series, err));
    for (size_t i = 0; i < revisions->steps.count; i++) {
        const bs_revision *step = &revisions->steps.items[i];
        double size = size_of(series, step);
        if (!(size > 0) || is_new_basis(revisions, step->to_vintage)) continue;
        double usual = largest_other(series, revisions, i);
        double limit = BS_REVISION_TIMES_MAX * (usual > 0 ? usual : move);
        bool rounding = step->change.low <= 0 && step->change.high >= 0;
        if (!(size > limit) || rounding) continue;
        bs_revision_outlier *outlier = BS_PUSH(arena, out);
        if (outlier == NULL) return no_memory(err);
        *outlier = (bs_revision_outlier){step, size, usual, revisions->steps.count - 1};
    }
    return BS_OK;
}
