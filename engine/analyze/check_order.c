// SPDX-License-Identifier: GPL-3.0-or-later
//
// order: the periods of a table are in order, and none stands twice.
#include "engine/analyze/check_internal.h"

enum { PERIODS_MIN = 3, PLACES_MAX = 4000 };

// The period of a place: that of its figures, when they all agree.
static bs_period period_at(const bs_relations *set, bs_lens lens, size_t place, size_t *figure)
{
    bs_period found = BS_PERIOD_NONE;
    *figure = BS_NO_FIGURE;
    for (size_t line = 0; line < bs_lens_line_count(lens); line++) {
        size_t index = bs_lens_figure(lens, line, place);
        if (index == BS_NO_FIGURE) continue;
        // Only levels stand under a time of their own: a rate of change is headed by the span that
        // it compares over, a share by the time of the levels beside it.
        if (set->view->figures.items[index].quantity->role != BS_ROLE_LEVEL) continue;
        bs_period own = set->view->figures.items[index].quantity->period;
        if (*figure != BS_NO_FIGURE && !bs_period_equal(own, found)) return BS_PERIOD_NONE;
        found = own;
        if (*figure == BS_NO_FIGURE) *figure = index;
    }
    return found;
}

static bs_status report(bs_relations *set, size_t figure, size_t before, bs_error *err)
{
    bs_finding *finding = bs_relation_report(set, "order", BS_NOTE, figure);
    if (finding == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    bs_period earlier = set->view->figures.items[before].quantity->period;
    bs_period own = set->view->figures.items[figure].quantity->period;
    finding->message = bs_arena_format(
        set->arena, "period %.*s stands behind %.*s, out of the order of this table",
        BS_STR_ARG(bs_period_str(own, set->arena)), BS_STR_ARG(bs_period_str(earlier, set->arena)));
    return finding->message.ptr ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}

// Is `figure` something else of the period that stands before it, such as how much it has changed?
static bool details(const bs_relations *set, size_t before, size_t figure)
{
    const bs_quantity *level = set->view->figures.items[before].quantity;
    const bs_quantity *own = set->view->figures.items[figure].quantity;
    return bs_period_equal(level->period, own->period) &&
           !bs_str_equal(level->indicator, own->indicator);
}

// "Dec Aug Sep | Aug Sep" of stocks and of flows: has the period of `figure` stood before, over
// another measure?
static bool begins_measure(const bs_relations *set, bs_lens lens, size_t figure)
{
    bs_period period = set->view->figures.items[figure].quantity->period;
    for (size_t place = 0; place < bs_lens_place_count(lens); place++) {
        size_t before;
        bs_period own = period_at(set, lens, place, &before);
        if (before == figure) return false;
        if (bs_period_is_none(own) || !bs_period_equal(own, period)) continue;
        if (details(set, before, figure)) return true;
    }
    return false;
}

// "FY 22 Budget, FY 22 Projected": the heads say that the year stands there for two things.
static bool are_headed_apart(bs_lens lens, size_t before, size_t place)
{
    bs_str a = bs_str_trim(bs_lens_place(lens, before)->label);
    bs_str b = bs_str_trim(bs_lens_place(lens, place)->label);
    return a.len > 0 && b.len > 0 && !bs_str_equal(a, b);
}

static bool same_unit(const bs_relations *set, size_t before, size_t figure)
{
    return bs_str_equal(set->view->figures.items[before].quantity->unit,
                        set->view->figures.items[figure].quantity->unit);
}

// Periods run one way but for one place: a table in no order at all is left alone.
static bs_status check_lens(bs_relations *set, bs_lens lens, bs_error *err)
{
    size_t count = 0;
    size_t up = 0;
    size_t down = 0;
    size_t last = BS_NO_FIGURE, last_place = 0;
    bs_period opening = BS_PERIOD_NONE;
    size_t fault[2][2] = {{BS_NO_FIGURE, BS_NO_FIGURE}, {BS_NO_FIGURE, BS_NO_FIGURE}};
    bs_period before = BS_PERIOD_NONE;
    for (size_t place = 0; place < bs_lens_place_count(lens); place++) {
        size_t figure;
        bs_period own = period_at(set, lens, place, &figure);
        if (bs_period_is_none(own)) continue;
        if (count > 0 && own.frequency != before.frequency) return BS_OK;
        // Three months beside nine: two orders in one.
        if (count > 0 && own.last - own.first != before.last - before.first) return BS_OK;
        if (count > 0 && details(set, last, figure)) continue;
        if (count > 0 && bs_period_equal(own, before) && are_headed_apart(lens, last_place, place))
            continue;
        // "2021, tonnes; 2022, tonnes; 2022, EUR": the next measure begins with a time of its own.
        if (count > 0 && !same_unit(set, last, figure)) return BS_OK;
        // The same periods once more, under the next measure: "exports 2022 2023, imports 2022
        // 2023".
        if (count > 1 && bs_period_equal(own, opening)) return BS_OK;
        if (count == 0) opening = own;
        if (count++ > 0) {
            int step = bs_period_compare(own, before);
            up += step > 0;
            down += step < 0;
            if (step <= 0) fault[0][0] = figure, fault[0][1] = last;
            if (step >= 0) fault[1][0] = figure, fault[1][1] = last;
        }
        before = own;
        last = figure;
        last_place = place;
    }
    if (count < PERIODS_MIN + 1) return BS_OK;
    const size_t *odd = up + 2 == count && up > down     ? fault[0]
                        : down + 2 == count && down > up ? fault[1]
                                                         : NULL;
    if (odd == NULL || begins_measure(set, lens, odd[0])) return BS_OK;
    return report(set, odd[0], odd[1], err);
}

bs_status bs_collect__order(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i < set->view->grids.count; i++) {
        const bs_grid *grid = &set->view->grids.items[i];
        if (grid->table == 0) continue;
        for (int transposed = 0; transposed < 2; transposed++) {
            bs_lens lens = {grid, transposed != 0};
            if (bs_lens_place_count(lens) > PLACES_MAX) continue;
            BS_TRY(check_lens(set, lens, err));
        }
    }
    return BS_OK;
}

BS_RELATION_RUN(bs_check_order, "order")
