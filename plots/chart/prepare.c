// SPDX-License-Identifier: GPL-3.0-or-later
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

// Bars are always in sections: without any, in one that says nothing.
static void clean_sections(copier *c, bs_chart *out, const bs_chart *chart)
{
    const bs_chart_section whole = {.bar_count = chart->bar_count, .numbers = chart->numbers};
    size_t count = chart->section_count > 0 ? chart->section_count : 1;
    const bs_chart_section *from = chart->section_count > 0 ? chart->sections : &whole;
    bs_chart_section *sections = copy_array(c, from, count, sizeof *sections);
    for (size_t i = 0; sections != NULL && i < count; i++) {
        sections[i].title = clean(c, sections[i].title);
        sections[i].unit = clean(c, sections[i].unit);
    }
    out->sections = sections;
    out->section_count = count;
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
    clean_sections(c, &out, chart);
    return out;
}

bs_status bs_chart__prepare(bs_chart *out, bs_arena *arena, const bs_chart *chart, bs_str *base,
                            bs_error *err)
{
    copier c = {.arena = arena};
    *out = clean_chart(&c, chart);
    if (c.failed) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *base = (bs_str){0};
    if (chart->kind == BS_CHART_SHARE) BS_TRY(bs_chart__to_shares(out, arena, err));
    if (chart->kind == BS_CHART_STACK) BS_TRY(bs_chart__check_parts(out, err));
    if (chart->scale == BS_CHART_INDEX) {
        bs_period period = chart->base;
        if (bs_period_is_none(period)) BS_TRY(bs_chart__find_base(out, &period, err));
        BS_TRY(bs_chart__to_index(out, arena, period, err));
        *base = bs_time_label(period, out->lang, arena);
    }
    return bs_chart__say_short(out, arena, err);
}
