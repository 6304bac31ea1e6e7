// SPDX-License-Identifier: GPL-3.0-or-later
// The chart in words, for those who hear it: every value of a small chart, the ends of a long line.
#include "plots/chart/chart_internal.h"

enum { TOLD_MAX = 12 }; // values of one line that are all told

static void add_value(bs_buffer *out, bs_pen *pen, bs_lang lang, const bs_chart_value *value)
{
    if (!bs_chart__has(value)) {
        bs_buffer_add(out, bs_word_get(BS_WORD_NO_DATA, lang));
        return;
    }
    bs_buffer_add(out, bs_chart__exact(pen, value));
    if (!bs_chart__flagged(value)) return;
    bs_buffer_addf(out, " (%.*s", BS_STR_ARG(value->reason));
    if (value->proposal.len > 0) {
        bs_buffer_add(out, value->reason.len > 0 ? BS_STR("; ") : BS_STR(""));
        bs_buffer_add(out, bs_word_get(BS_WORD_PROPOSED, lang));
        bs_buffer_add(out, value->proposal);
    }
    bs_buffer_add_char(out, ')');
}

static void add_line(bs_buffer *out, bs_pen *pen, bs_lang lang, const bs_chart_line *line)
{
    bool skipped = false;
    for (size_t i = 0; i < line->point_count; i++) {
        const bs_chart_point *point = &line->points[i];
        bool told = line->point_count <= TOLD_MAX || i == 0 || i + 1 == line->point_count ||
                    bs_chart__flagged(&point->value);
        if (!told) {
            skipped = true;
            continue;
        }
        bs_buffer_add(out, i == 0 ? BS_STR("") : skipped ? BS_STR(", … ") : BS_STR(", "));
        skipped = false;
        bs_buffer_add(out, bs_period_str(point->period, pen->arena));
        bs_buffer_add_char(out, ' ');
        add_value(out, pen, lang, &point->value);
    }
}

// "name (unit): ", or what there is of it.
static void add_name(bs_buffer *out, bs_str title, bs_str unit)
{
    bs_buffer_add(out, title);
    if (unit.len > 0) bs_buffer_addf(out, "%s(%.*s)", title.len > 0 ? " " : "", BS_STR_ARG(unit));
    if (title.len > 0 || unit.len > 0) bs_buffer_add(out, BS_STR(": "));
}

static void add_panel(bs_buffer *out, bs_pen *pen, bs_lang lang, const bs_chart_panel *panel)
{
    add_name(out, panel->title, panel->unit);
    for (size_t i = 0; i < panel->line_count; i++) {
        if (i > 0) bs_buffer_add(out, BS_STR("; "));
        if (panel->line_count > 1) bs_buffer_addf(out, "%.*s: ", BS_STR_ARG(panel->lines[i].label));
        add_line(out, pen, lang, &panel->lines[i]);
    }
    bs_buffer_add(out, BS_STR(". "));
}

static void add_section(bs_buffer *out, bs_pen *pen, bs_lang lang, const bs_chart_section *section,
                        const bs_chart_bar *bars)
{
    add_name(out, section->title, section->unit);
    for (size_t i = 0; i < section->bar_count; i++) {
        if (i > 0) bs_buffer_add(out, BS_STR("; "));
        bs_buffer_addf(out, "%.*s: ", BS_STR_ARG(bars[i].label));
        add_value(out, pen, lang, &bars[i].value);
    }
    bs_buffer_add(out, BS_STR(". "));
}

bs_str bs_chart__describe(bs_pen *pen, const bs_chart *chart, const bs_chart_facts *facts)
{
    if (chart->desc.len > 0) return chart->desc;
    bs_buffer text = BS_BUFFER_INIT;
    if (chart->subtitle.len > 0) bs_buffer_addf(&text, "%.*s. ", BS_STR_ARG(chart->subtitle));
    if (facts->unit.len > 0 && chart->kind == BS_CHART_BARS) {
        bs_buffer_add(&text, bs_word_get(BS_WORD_UNIT, chart->lang));
        bs_buffer_addf(&text, "%.*s. ", BS_STR_ARG(facts->unit));
    }
    for (size_t i = 0; i < chart->panel_count; i++) {
        add_panel(&text, pen, chart->lang, &chart->panels[i]);
    }
    const bs_chart_bar *bars = chart->bars;
    for (size_t i = 0; chart->kind == BS_CHART_BARS && i < chart->section_count; i++) {
        add_section(&text, pen, chart->lang, &chart->sections[i], bars);
        bars += chart->sections[i].bar_count;
    }
    bs_str out = bs_arena_str(pen->arena, bs_str_trim(bs_buffer_str(&text)));
    bs_pen_fail(pen, bs_buffer_status(&text, pen->err));
    bs_buffer_deinit(&text);
    return out;
}
