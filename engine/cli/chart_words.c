// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/chart_build_internal.h"

// Two names of what is drawn, as the language lists them.
static bs_str listed(const bs_chart_builder *b, bs_str first, bs_str second)
{
    bool ideographic = b->chart->lang == BS_LANG_ZH || b->chart->lang == BS_LANG_JA;
    return bs_arena_format(b->arena, ideographic ? "%.*s、%.*s" : "%.*s, %.*s", BS_STR_ARG(first),
                           BS_STR_ARG(second));
}

// Of series in no table: their names, or what the document is called when they are many.
static bs_str names_or_title(const bs_chart_builder *b)
{
    enum { NAMES_MAX = 3 };
    const bs_stored_series *first = &b->all->items[0];
    bool printed = first->series.observations.count > 0;
    bs_str title = printed ? first->sources[0]->title : (bs_str){0};
    if (b->all->count > NAMES_MAX && title.len > 0) return title;
    bs_str names = first->series.label;
    for (size_t i = 1; i < b->all->count && i < NAMES_MAX; i++)
        names = listed(b, names, b->all->items[i].series.label);
    return b->all->count > NAMES_MAX ? bs_arena_format(b->arena, "%.*s …", BS_STR_ARG(names))
                                     : names;
}

static bs_str title_of(const bs_chart_builder *b)
{
    const bs_series *first = &b->all->items[0].series;
    if (b->all->count == 1) return first->label;
    for (size_t i = 1; i < b->all->count; i++) {
        if (!bs_str_equal(first->group, b->all->items[i].series.group)) {
            if (b->wish->asked.len > 0) return b->wish->asked;
            return listed(b, first->label, b->all->items[1].series.label);
        }
    }
    return first->group.len > 0 ? bs_series_group_name(first) : names_or_title(b);
}

typedef struct reach {
    bs_period first;
    bs_period last;
} reach;

static void extend(reach *r, bs_period period)
{
    bool unset = bs_period_is_none(r->first);
    if (bs_period_is_none(period)) return;
    if (unset || bs_period_compare(period, r->first) < 0) r->first = period;
    if (unset || bs_period_compare(period, r->last) > 0) r->last = period;
}

static void extend_by_panels(reach *r, const bs_chart *chart)
{
    for (size_t i = 0; i < chart->panel_count; i++) {
        for (size_t j = 0; j < chart->panels[i].line_count; j++) {
            const bs_chart_line *line = &chart->panels[i].lines[j];
            for (size_t k = 0; k < line->point_count; k++) {
                if (line->points[k].value.state == BS_STATE_VALUE)
                    extend(r, line->points[k].period);
            }
        }
    }
}

// Of bars, the last value of each series.
static void extend_by_series(reach *r, const bs_chart_builder *b)
{
    for (size_t i = 0; i < b->all->count; i++) {
        const bs_observation_array *observations = &b->all->items[i].series.observations;
        for (size_t j = observations->count; j-- > 0;) {
            const bs_observation *o = &observations->items[j];
            if (!bs_chart_build__is_value(o) || !bs_chart_build__is_wanted(b, o)) continue;
            extend(r, o->period);
            break;
        }
    }
}

// What is drawn: "2023–2025", "2023"; empty when nothing is dated.
static bs_str periods_of(const bs_chart_builder *b)
{
    reach r = {BS_PERIOD_NONE, BS_PERIOD_NONE};
    if (b->chart->kind == BS_CHART_BARS)
        extend_by_series(&r, b);
    else
        extend_by_panels(&r, b->chart);
    if (bs_period_compare(r.first, r.last) != 0) { // from the first of a span to the last of one
        r.first.last = r.first.first;
        r.last.first = r.last.last;
    }
    bs_str from = bs_time_label(r.first, b->chart->lang, b->arena),
           to = bs_time_label(r.last, b->chart->lang, b->arena);
    if (bs_str_equal(from, to)) return from;
    return bs_arena_format(b->arena, "%.*s–%.*s", BS_STR_ARG(from), BS_STR_ARG(to));
}

// What one source is called: publisher, title, date; else the name of its file.
static bs_str source_name(const bs_chart_builder *b, const bs_source *source)
{
    bs_str name = bs_chart_build__joined(b, source->publisher, source->title);
    if (name.len == 0) {
        size_t start = source->path.len;
        while (start > 0 && source->path.ptr[start - 1] != '/')
            start--;
        name = bs_str_slice(source->path, start, source->path.len);
    }
    return bs_chart_build__joined(b, name, bs_period_str(source->published, b->arena));
}

typedef struct cited {
    const bs_source *source; // the newest
    bs_str vintage;
    size_t others;       // other sources
    uint32_t first_line; // of its values; 0: none
    uint32_t last_line;
} cited;

static void cite(cited *c, const bs_stored_series *stored, size_t index)
{
    const bs_source *source = stored->sources[index];
    uint32_t line = stored->series.observations.items[index].origin.line;
    bool same = c->source != NULL && bs_str_equal(c->source->path, source->path);
    if (c->source != NULL && !same) {
        c->others = 1;
        if (bs_str_compare(stored->vintages[index], c->vintage) <= 0) return;
    }
    if (!same) *c = (cited){source, stored->vintages[index], c->others, line, line};
    if (line < c->first_line) c->first_line = line;
    if (line > c->last_line) c->last_line = line;
}

// "lines 17–51" in the language of the chart.
static bs_str lines_text(const bs_chart_builder *b, const cited *c)
{
    static const struct {
        const char *before_one;
        const char *before_more;
        const char *behind;
    } words[BS_LANG_COUNT] = {
        [BS_LANG_UNKNOWN] = {"line ", "lines ", ""}, [BS_LANG_KO] = {"", "", "행"},
        [BS_LANG_ZH] = {"第", "第", "行"},           [BS_LANG_JA] = {"", "", "行"},
        [BS_LANG_EN] = {"line ", "lines ", ""},
    };
    const char *behind = words[b->chart->lang].behind;
    if (c->last_line == c->first_line) {
        return bs_arena_format(b->arena, "%s%u%s", words[b->chart->lang].before_one, c->first_line,
                               behind);
    }
    return bs_arena_format(b->arena, "%s%u–%u%s", words[b->chart->lang].before_more, c->first_line,
                           c->last_line, behind);
}

static bs_str source_of(const bs_chart_builder *b)
{
    static const char *const others[BS_LANG_COUNT] = {[BS_LANG_UNKNOWN] = " and others",
                                                      [BS_LANG_KO] = " 등",
                                                      [BS_LANG_ZH] = "等",
                                                      [BS_LANG_JA] = "ほか",
                                                      [BS_LANG_EN] = " and others"};
    cited c = {0};
    for (size_t i = 0; i < b->all->count; i++) {
        for (size_t j = 0; j < b->all->items[i].series.observations.count; j++) {
            cite(&c, &b->all->items[i], j);
        }
    }
    if (c.source == NULL) return (bs_str){0};
    bs_str name = source_name(b, c.source);
    if (c.others > 0) {
        return bs_arena_format(b->arena, "%.*s%s", BS_STR_ARG(name), others[b->chart->lang]);
    }
    if (c.first_line == 0) return name;
    bs_str lines = lines_text(b, &c);
    return bs_chart_build__joined(b, name, lines);
}

bool bs_chart_build__says(bs_str title, bs_str indicator)
{
    static const char joints[] = " and | & | 및 |, |·|・|、|，|与|和|及|/";
    if (bs_str_find(title, indicator, 0) == SIZE_MAX) return false;
    if (bs_str_equal(title, indicator)) return true;
    return !bs_str_has_any(title, joints);
}

// The indicator that all series share, unless the title says it.
static bs_str common_indicator(const bs_chart_builder *b)
{
    bs_str indicator = bs_chart_build__shared_indicator(b);
    return bs_chart_build__says(b->chart->title, indicator) ? (bs_str){0} : indicator;
}

// What all series measure, where bars do not say it of each section.
static bs_str common_measure(const bs_chart_builder *b, bs_str indicator)
{
    bool bars = b->chart->kind == BS_CHART_BARS && b->chart->section_count == 0;
    if (!bars) return (bs_str){0};
    return bs_chart_build__measure(b, &b->all->items[0].series, indicator);
}

// What the form makes of the values; NULL: nothing that must be said.
static const char *form_measure(const bs_chart_builder *b)
{
    static const char *const measures[BS_CHART_FORM_COUNT][BS_LANG_COUNT] = {
        [BS_FORM_GROWTH] = {"change on a year earlier", "전년 동기 대비", "比上年同期",
                            "前年同期比", "change on a year earlier"},
        [BS_FORM_CONTRIBUTION] = {"contribution to growth on a year earlier",
                                  "전년 동기 대비 증감률에 대한 기여도", "对同比增速的贡献",
                                  "前年同期比への寄与度",
                                  "contribution to growth on a year earlier"},
        [BS_FORM_SHARE] = {"share", "구성비", "占比", "構成比", "share"},
        [BS_FORM_REVISIONS] = {"as published on each date", "발표일별", "按发布日期", "公表日別",
                               "as published on each date"},
    };
    return measures[b->form][b->chart->lang];
}

void bs_chart_build__words(const bs_chart_builder *b)
{
    if (b->chart->title.len == 0) b->chart->title = title_of(b);
    if (b->chart->subtitle.len == 0) {
        bs_str indicator = common_indicator(b);
        bs_str measure = bs_chart_build__joined(b, indicator, common_measure(b, indicator));
        measure = bs_chart_build__joined(b, measure, bs_str_from(form_measure(b)));
        b->chart->subtitle = bs_chart_build__joined(b, measure, periods_of(b));
    }
    if (b->chart->source.len == 0) b->chart->source = source_of(b);
}
