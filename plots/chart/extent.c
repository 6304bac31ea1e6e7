// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "plots/chart/chart_internal.h"

// Values within this part of the largest do not show from 0: an axis that begins at 0 is left only
// then.
static const double near_share = 0.1;

static void add_number(bs_extent *e, double v)
{
    e->low = e->any ? fmin(e->low, v) : v;
    e->high = e->any ? fmax(e->high, v) : v;
    e->any = true;
}

void bs_extent_add(bs_extent *e, const bs_chart_value *value)
{
    if (!bs_chart__has(value)) return;
    add_number(e, bs_decimal_double(value->value));
    if (value->value.scale > e->decimals) e->decimals = value->value.scale;
    double proposed;
    bool room = bs_chart__flagged(value) && bs_chart__proposed(value, &proposed);
    // A proposal belongs to the picture, unless it would squeeze everything else flat.
    double reach = fmax(fabs(e->low), fabs(e->high));
    if (room && fabs(proposed) <= 1.5 * reach && proposed * e->low > 0) add_number(e, proposed);
}

bs_extent bs_extent_join(bs_extent a, bs_extent b)
{
    if (!a.any) return b;
    if (!b.any) return a;
    return (bs_extent){fmin(a.low, b.low), fmax(a.high, b.high),
                       a.decimals > b.decimals ? a.decimals : b.decimals, true};
}

static bs_extent of_lines(const bs_chart_panel *panel)
{
    bs_extent e = {0};
    for (size_t i = 0; i < panel->line_count; i++) {
        for (size_t j = 0; j < panel->lines[i].point_count; j++) {
            bs_extent_add(&e, &panel->lines[i].points[j].value);
        }
    }
    return e;
}

// A total is a point; parts stand on each other, those above 0 apart from those below.
static bs_extent of_stack(const bs_chart_panel *panel)
{
    bs_extent e = {.any = true};
    for (size_t j = 0; j < panel->lines[0].point_count; j++) {
        double up = 0, down = 0;
        for (size_t i = 0; i < panel->line_count; i++) {
            const bs_chart_value *value = &panel->lines[i].points[j].value;
            double v = bs_chart__has(value) ? bs_decimal_double(value->value) : 0;
            if (bs_chart__has(value) && value->value.scale > e.decimals) {
                e.decimals = value->value.scale;
            }
            if (panel->lines[i].role == BS_ROLE_TOTAL)
                add_number(&e, v);
            else if (v > 0)
                up += v;
            else
                down += v;
        }
        add_number(&e, up);
        add_number(&e, down);
    }
    return e;
}

bs_extent bs_extent_of(const bs_chart *chart, const bs_chart_panel *panel)
{
    if (chart->kind == BS_CHART_SHARE) return (bs_extent){0, 100, 0, true};
    return chart->kind == BS_CHART_STACK ? of_stack(panel) : of_lines(panel);
}

bool bs_extent_begins_at_0(const bs_chart *chart, const bs_extent *e)
{
    bool columns = chart->kind == BS_CHART_COLUMNS || chart->kind == BS_CHART_STACK;
    if (columns || chart->kind == BS_CHART_SHARE) return true;
    if (chart->scale == BS_CHART_INDEX) return chart->zero == BS_ZERO_ALWAYS;
    if (chart->zero != BS_ZERO_AUTO) return chart->zero == BS_ZERO_ALWAYS;
    double largest = fmax(fabs(e->low), fabs(e->high));
    bool one_side = e->low > 0 || e->high < 0;
    return !one_side || e->high == e->low || e->high - e->low > near_share * largest;
}

// The number of the lowest point stands below it.
static bs_extent with_room_below(bs_extent e)
{
    static const double share = 0.1;
    double room = (e.high - e.low) * share;
    if (e.low < 0 || e.low > room) e.low -= room;
    return e;
}

bs_status bs_chart__ticks(const bs_canvas *canvas, bs_extent e, double wanted, bs_ticks *ticks)
{
    const bs_chart *chart = canvas->chart;
    bs_ticks_options options = BS_TICKS_OPTIONS_INIT;
    options.wanted = (int)wanted;
    if (chart->scale == BS_CHART_LOG && e.any) {
        return bs_ticks_log(ticks, e.low, e.high, options.wanted + 2, canvas->pen.err);
    }
    if (!e.any) e = (bs_extent){0, 1, 0, true};
    bool lines = chart->kind == BS_CHART_LINES;
    if (bs_extent_begins_at_0(chart, &e)) {
        if (lines && e.low < 0 && e.high > e.low) e = with_room_below(e);
        e.low = fmin(e.low, 0);
        e.high = fmax(e.high, 0);
    } else {
        e = with_room_below(e);
    }
    options.decimals_max = e.decimals;
    bs_status status = bs_ticks_linear(ticks, e.low, e.high, &options, NULL);
    if (status == BS_OK) return status;
    // Whole numbers only, and an axis that leaves out 0, are wishes: of large numbers that differ
    // in their last digits, a double cannot tell one from the next.
    options.decimals_max = BS_DECIMAL_SCALE_MAX;
    status = bs_ticks_linear(ticks, e.low, e.high, &options, NULL);
    if (status == BS_OK) return status;
    return bs_ticks_linear(ticks, fmin(e.low, 0), fmax(e.high, 0), &options, canvas->pen.err);
}
