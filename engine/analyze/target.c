// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/target.h"

#include <math.h>

#include "engine/analyze/growth.h"
#include "engine/analyze/growth_internal.h"

const char *bs_target_state_name(bs_target_state state)
{
    static const char *const names[] = {
        [BS_TARGET_OPEN] = "open", [BS_TARGET_AHEAD] = "ahead",   [BS_TARGET_CLOSE] = "close",
        [BS_TARGET_MET] = "met",   [BS_TARGET_MISSED] = "missed",
    };
    _Static_assert(BS_COUNT(names) == BS_TARGET_STATE_COUNT, "every state needs a name");
    return names[state];
}

static bool has_value(const bs_observation *item)
{
    return item->state == BS_STATE_VALUE && !bs_period_is_none(item->period);
}

static bs_bounded bounds_of(const bs_observation *item)
{
    return bs_bounded_of(item->value, bs_interval_of(item->value, item->qualifier));
}

static bool is_over(bs_period earlier, bs_period later)
{
    bs_date a = bs_period_end(earlier), b = bs_period_end(later);
    if (a.year != b.year) return a.year < b.year;
    return a.month != b.month ? a.month < b.month : a.day <= b.day;
}

// The value that came true in the period of the target, else the newest before its end.
static const bs_observation *find_actual(const bs_series *series, const bs_observation *target)
{
    const bs_observation *found = NULL;
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *item = &series->observations.items[i];
        if (!has_value(item) || !bs_line_came_true(item->status)) continue;
        if (bs_period_equal(item->period, target->period)) return item;
        if (!is_over(item->period, target->period)) continue;
        if (found == NULL || is_over(found->period, item->period)) found = item;
    }
    return found;
}

// The oldest value, planned or not, that lies before the target: where it started from.
static const bs_observation *find_start(const bs_series *series, const bs_observation *target)
{
    const bs_observation *found = NULL;
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *item = &series->observations.items[i];
        bool before = has_value(item) && !bs_period_equal(item->period, target->period) &&
                      is_over(item->period, target->period);
        if (before && (found == NULL || is_over(item->period, found->period))) found = item;
    }
    return found;
}

static bool falls(const bs_series *series, const bs_observation *target)
{
    if (target->qualifier == BS_AT_MOST || target->qualifier == BS_LESS_THAN) return true;
    if (target->qualifier == BS_AT_LEAST || target->qualifier == BS_MORE_THAN) return false;
    const bs_observation *start = find_start(series, target);
    return start != NULL && bs_decimal_compare(target->value, start->value) < 0;
}

static bs_target_state judge(const bs_target *own, bool come)
{
    double side = own->falls ? -1 : 1;
    bs_bounded goal = bounds_of(own->target), now = bounds_of(own->actual);
    bool reached = side * now.value >= side * goal.value;
    if (!come) return reached ? BS_TARGET_AHEAD : BS_TARGET_OPEN;
    if (reached) return BS_TARGET_MET;
    bool apart = own->falls ? now.low > goal.high : now.high < goal.low;
    return apart ? BS_TARGET_MISSED : BS_TARGET_CLOSE;
}

// Years from the end of one period to the end of another.
static double years_between(bs_period from, bs_period to)
{
    if (from.frequency == to.frequency && from.frequency < BS_FREQUENCY_WEEK) {
        return (double)(to.last - from.last) / bs_frequency_per_year(from.frequency);
    }
    bs_date a = bs_period_end(from), b = bs_period_end(to);
    return (b.year - a.year) + (b.month - a.month) / 12.0 + (b.day - a.day) / 365.2425;
}

static void find_need(bs_target *own, bool rate)
{
    own->years = years_between(own->actual->period, own->target->period);
    if (own->state != BS_TARGET_OPEN || !(own->years > 0)) return;
    bs_bounded from = bounds_of(own->actual), to = bounds_of(own->target);
    // "At least 300" needs no more than 300.
    if (isinf(to.high)) to.high = to.value;
    if (isinf(to.low)) to.low = to.value;
    if (rate) {
        (void)bs_growth__difference(&own->need, from, to);
        own->need.value /= own->years;
        own->need.low /= own->years;
        own->need.high /= own->years;
        own->has_need = true;
        return;
    }
    own->has_need = bs_growth__power(&own->need, from, to, 1 / own->years) == NULL;
}

static void fill_target(bs_target *own, const bs_series *series)
{
    bool rate = bs_growth_is_rate(series);
    own->falls = falls(series, own->target);
    own->actual = find_actual(series, own->target);
    own->gap_pct = NAN;
    if (own->actual == NULL) return;
    bs_bounded goal = bounds_of(own->target), now = bounds_of(own->actual);
    bs_decimal exact;
    (void)bs_growth__difference(&own->gap, goal, now);
    if (bs_decimal_sub(&exact, own->actual->value, own->target->value, NULL) == BS_OK) {
        own->gap.value = bs_decimal_double(exact);
    }
    if (!rate && goal.value > 0) own->gap_pct = 100 * own->gap.value / goal.value;
    own->state = judge(own, bs_period_equal(own->actual->period, own->target->period));
    find_need(own, rate);
}

bs_status bs_targets_of(bs_target_array *out, bs_arena *arena, const bs_series *series,
                        bs_error *err)
{
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *item = &series->observations.items[i];
        if (!has_value(item) || item->status != BS_STATUS_TARGET) continue;
        bs_target *target = BS_PUSH(arena, out);
        if (target == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        *target = (bs_target){.target = item};
        fill_target(target, series);
    }
    return BS_OK;
}
