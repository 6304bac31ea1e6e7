// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "plots/chart/chart_internal.h"

typedef struct copier {
    bs_arena *arena;
    bool failed;
} copier;

static bs_str clean(copier *c, bs_str raw)
{
    if (raw.len == 0) return (bs_str){0};
    bs_str out = bs_text_clean(c->arena, raw);
    if (out.ptr == NULL) c->failed = true;
    return bs_str_trim(out);
}

static bs_chart_value clean_value(copier *c, const bs_chart_value *value)
{
    bs_chart_value out = *value;
    out.text = clean(c, value->text);
    out.reason = clean(c, value->reason);
    out.proposal = clean(c, value->proposal);
    return out;
}

static void *copy_array(copier *c, const void *items, size_t count, size_t size)
{
    void *out = bs_arena_alloc(c->arena, count, size);
    if (out == NULL)
        c->failed = true;
    else if (count > 0)
        memcpy(out, items, count * size);
    return out;
}

static bs_chart_line clean_line(copier *c, const bs_chart_line *line)
{
    bs_chart_line out = *line;
    bs_chart_point *points = copy_array(c, line->points, line->point_count, sizeof *points);
    for (size_t i = 0; points != NULL && i < line->point_count; i++) {
        points[i].value = clean_value(c, &points[i].value);
    }
    out.label = clean(c, line->label);
    out.points = points;
    return out;
}

static bs_chart_panel clean_panel(copier *c, const bs_chart_panel *panel)
{
    bs_chart_panel out = *panel;
    bs_chart_line *lines = copy_array(c, panel->lines, panel->line_count, sizeof *lines);
    for (size_t i = 0; lines != NULL && i < panel->line_count; i++) {
        lines[i] = clean_line(c, &lines[i]);
    }
    out.title = clean(c, panel->title);
    out.unit = clean(c, panel->unit);
    out.lines = lines;
    return out;
}

static bs_chart clean_chart(copier *c, const bs_chart *chart)
{
    bs_chart out = *chart;
    out.title = clean(c, chart->title);
    out.subtitle = clean(c, chart->subtitle);
    out.source = clean(c, chart->source);
    out.note = clean(c, chart->note);
    out.desc = clean(c, chart->desc);
    out.unit = clean(c, chart->unit);
    bs_chart_panel *panels = copy_array(c, chart->panels, chart->panel_count, sizeof *panels);
    for (size_t i = 0; panels != NULL && i < chart->panel_count; i++) {
        panels[i] = clean_panel(c, &panels[i]);
    }
    bs_chart_bar *bars = copy_array(c, chart->bars, chart->bar_count, sizeof *bars);
    for (size_t i = 0; bars != NULL && i < chart->bar_count; i++) {
        bars[i].label = clean(c, bars[i].label);
        bars[i].value = clean_value(c, &bars[i].value);
    }
    out.panels = panels;
    out.bars = bars;
    return out;
}

// --- index numbers -------------------------------------------------------------------------------

// The value of a line at a period; NULL when there is none.
static const bs_chart_value *at_period(const bs_chart_line *line, bs_period period)
{
    for (size_t i = 0; i < line->point_count; i++) {
        const bs_chart_point *point = &line->points[i];
        if (bs_period_equal(point->period, period) && bs_chart__has(&point->value)) {
            return &point->value;
        }
    }
    return NULL;
}

static bool all_have(const bs_chart *chart, bs_period period)
{
    for (size_t i = 0; i < chart->panel_count; i++) {
        for (size_t j = 0; j < chart->panels[i].line_count; j++) {
            if (at_period(&chart->panels[i].lines[j], period) == NULL) return false;
        }
    }
    return true;
}

// 100 * value / base with one place after the point.
static bs_status to_index(bs_chart_value *value, double base, bs_error *err)
{
    double index = round(1000 * bs_decimal_double(value->value) / base);
    if (!(fabs(index) < 1e17)) {
        return bs_fail(err, BS_E_RANGE, "an index number is too large to be shown");
    }
    value->value = (bs_decimal){(int64_t)index, 1};
    value->text = (bs_str){0};
    value->proposal = (bs_str){0};
    return BS_OK;
}

static bs_status index_line(bs_chart_line *line, bs_period period, bs_error *err)
{
    const bs_chart_value *at = at_period(line, period);
    double base = at != NULL ? bs_decimal_double(at->value) : 0;
    if (base <= 0) {
        return bs_fail(err, BS_E_RANGE, "\"%.*s\" is 0 or less in the base period of the index",
                       BS_STR_ARG(line->label));
    }
    // The copy is ours; the const of the public struct is for the caller's arrays.
    bs_chart_point *points = (bs_chart_point *)(uintptr_t)line->points;
    for (size_t i = 0; i < line->point_count; i++) {
        if (bs_chart__has(&points[i].value)) BS_TRY(to_index(&points[i].value, base, err));
    }
    return BS_OK;
}

static bs_status index_chart(const bs_chart *chart, bs_period period, bs_error *err)
{
    for (size_t i = 0; i < chart->panel_count; i++) {
        ((bs_chart_panel *)(uintptr_t)&chart->panels[i])->unit = (bs_str){0}; // "2020 = 100" is it
        for (size_t j = 0; j < chart->panels[i].line_count; j++) {
            bs_chart_line *line = (bs_chart_line *)(uintptr_t)&chart->panels[i].lines[j];
            BS_TRY(index_line(line, period, err));
        }
    }
    return BS_OK;
}

static bs_status find_base(const bs_chart *chart, bs_period *out, bs_error *err)
{
    const bs_chart_line *line = &chart->panels[0].lines[0];
    for (size_t i = 0; i < line->point_count; i++) {
        if (!all_have(chart, line->points[i].period)) continue;
        *out = line->points[i].period;
        return BS_OK;
    }
    return bs_fail(err, BS_E_RANGE,
                   "there is no period in which all lines have a value, so none "
                   "can be the base of an index");
}

bs_status bs_chart__prepare(bs_chart *out, bs_arena *arena, const bs_chart *chart, bs_str *base,
                            bs_error *err)
{
    copier c = {.arena = arena};
    *out = clean_chart(&c, chart);
    if (c.failed) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *base = (bs_str){0};
    if (chart->kind != BS_CHART_LINES || chart->scale != BS_CHART_INDEX) return BS_OK;
    bs_period period;
    BS_TRY(find_base(out, &period, err));
    BS_TRY(index_chart(out, period, err));
    *base = bs_period_str(period, arena);
    return BS_OK;
}
