// SPDX-License-Identifier: GPL-3.0-or-later
// Bars: the last value of each series. Series of another table, unit or measure stand in a section
// of their own, because bars of one scale are read against each other.
#include <math.h>

#include "engine/cli/chart_build_internal.h"
#include "engine/extract/words.h"

// A level may be counted or not: the reader sees the same.
static bs_measure kind_of(const bs_series *series)
{
    return series->measure == BS_MEASURE_COUNT_OF ? BS_MEASURE_LEVEL : series->measure;
}

// How much a level has changed, in the unit of the level.
static bool is_change(const bs_series *series)
{
    static const char words[] = "증감|증감액|증감수|증감량|증감폭|增减|增减额|增减量|增加额|増減|"
                                "増減額|増減数|change|Change|difference|Difference";
    return kind_of(series) == BS_MEASURE_LEVEL && bs_list_ends(series->label, words);
}

bool bs_chart_are_alike(const bs_series *a, const bs_series *b)
{
    return bs_str_equal(a->unit, b->unit) && a->unit_power == b->unit_power &&
           kind_of(a) == kind_of(b) && is_change(a) == is_change(b);
}

static bool belong_together(const bs_series *a, const bs_series *b)
{
    return bs_str_equal(a->group, b->group) && a->table == b->table && bs_chart_are_alike(a, b);
}

typedef struct entry {
    const bs_stored_series *stored;
    size_t index; // of the last value; SIZE_MAX: none
} entry;

typedef struct plan {
    entry *entries; // section by section
    size_t *ends;   // of the sections, in entries
    size_t section_count;
    bool one_period; // for all values
    bool one_group;
} plan;

static size_t last_value(const bs_chart_builder *b, const bs_series *series)
{
    for (size_t i = series->observations.count; i-- > 0;) {
        const bs_observation *o = &series->observations.items[i];
        bool dated = !bs_period_is_none(o->period);
        if (bs_chart_build__is_value(o) && (!dated || bs_chart_build__is_wanted(b, o))) return i;
    }
    return SIZE_MAX;
}

// Sections in the order of their first series.
static bs_status make_plan(const bs_chart_builder *b, plan *out)
{
    size_t count = b->all->count, placed = 0;
    bool *done = BS_NEW_ARRAY(b->arena, bool, count);
    out->entries = BS_NEW_ARRAY(b->arena, entry, count);
    out->ends = BS_NEW_ARRAY(b->arena, size_t, count);
    if (done == NULL || out->entries == NULL || out->ends == NULL) {
        return bs_chart_build__no_memory(b);
    }
    for (size_t i = 0; i < count; i++) {
        if (done[i]) continue;
        for (size_t j = i; j < count; j++) {
            const bs_stored_series *stored = &b->all->items[j];
            if (done[j] || !belong_together(&b->all->items[i].series, &stored->series)) continue;
            out->entries[placed++] = (entry){stored, last_value(b, &stored->series)};
            done[j] = true;
        }
        out->ends[out->section_count++] = placed;
    }
    return BS_OK;
}

static bs_period period_of(const entry *e)
{
    return e->index == SIZE_MAX ? BS_PERIOD_NONE
                                : e->stored->series.observations.items[e->index].period;
}

static void survey(const bs_chart_builder *b, plan *p)
{
    const entry *first = p->entries;
    p->one_period = p->one_group = true;
    for (size_t i = 1; i < b->all->count; i++) {
        const entry *e = &p->entries[i];
        if (!bs_period_equal(period_of(e), period_of(first))) p->one_period = false;
        if (!bs_str_equal(e->stored->series.group, first->stored->series.group))
            p->one_group = false;
    }
}

static bool one_indicator(const entry *entries, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const bs_series *series = &entries[i].stored->series;
        if (series->subject.len == 0) return false;
        if (!bs_str_equal(series->indicator, entries[0].stored->series.indicator)) return false;
    }
    return true;
}

// Whether a row that no word calls a total is one: the first or the last, and what the others make
// together, up to the rounding of each.
static bool is_sum(const entry *entries, size_t count, size_t index)
{
    static const double rounding = 0.002; // of the whole
    if (count < 4 || (index != 0 && index != count - 1)) return false;
    double whole = 0, others = 0;
    for (size_t i = 0; i < count; i++) {
        if (entries[i].index == SIZE_MAX) return false;
        const bs_series *series = &entries[i].stored->series;
        double value = bs_decimal_double(series->observations.items[entries[i].index].value);
        if (value < 0) return false;
        *(i == index ? &whole : &others) += value;
    }
    return whole > 0 && fabs(whole - others) <= rounding * whole;
}

static bs_status make_bars(const bs_chart_builder *b, bs_chart_bar *bars, const plan *p,
                           const entry *entries, size_t count)
{
    bool by_subject = one_indicator(entries, count);
    for (size_t i = 0; i < count; i++) {
        const bs_stored_series *stored = entries[i].stored;
        bars[i].label =
            by_subject ? stored->series.subject : bs_chart_build__bare_label(&stored->series);
        bs_str when = bs_time_label(period_of(&entries[i]), b->chart->lang, b->arena);
        if (!p->one_period && when.len > 0) {
            bars[i].label = bs_arena_format(b->arena, "%.*s (%.*s)", BS_STR_ARG(bars[i].label),
                                            BS_STR_ARG(when));
            if (bars[i].label.ptr == NULL) return bs_chart_build__no_memory(b);
        }
        bars[i].total = (stored->series.total && count > 1) || is_sum(entries, count, i);
        bars[i].value.state = BS_STATE_EMPTY;
        if (entries[i].index == SIZE_MAX) continue;
        BS_TRY(bs_chart_build__value(b, &bars[i].value, stored, entries[i].index));
    }
    return BS_OK;
}

// The table and the indicator that all share: what is not said above all sections.
static bs_str section_title(const bs_chart_builder *b, const plan *p, const entry *entries,
                            size_t count)
{
    const bs_series *first = &entries[0].stored->series;
    bs_str title = p->one_group ? (bs_str){0} : bs_series_group_name(first);
    bool said = bs_chart_build__says(title, first->indicator);
    if (count == 1 || said || !one_indicator(entries, count)) return title;
    return bs_chart_build__joined(b, title, first->indicator);
}

// "growth, %".
static bs_str section_unit(const bs_chart_builder *b, const bs_series *first, bs_str title)
{
    bs_str measure = bs_chart_build__measure(b, first, title);
    return bs_chart_build__joined(b, measure, bs_chart_build__unit(b, first));
}

static bs_status make_sections(const bs_chart_builder *b, const plan *p)
{
    bs_chart_section *sections = BS_NEW_ARRAY(b->arena, bs_chart_section, p->section_count);
    if (sections == NULL) return bs_chart_build__no_memory(b);
    for (size_t i = 0, from = 0; i < p->section_count; from = p->ends[i++]) {
        const entry *entries = &p->entries[from];
        const bs_series *first = &entries[0].stored->series;
        size_t count = p->ends[i] - from;
        bs_str title = section_title(b, p, entries, count);
        sections[i] = (bs_chart_section){.title = title,
                                         .unit = section_unit(b, first, title),
                                         .bar_count = count,
                                         .numbers = bs_chart_build__numbers(b, first)};
    }
    b->chart->sections = sections;
    b->chart->section_count = p->section_count;
    return BS_OK;
}

bs_status bs_chart_build__bars(const bs_chart_builder *b)
{
    plan p = {0};
    BS_TRY(make_plan(b, &p));
    survey(b, &p);
    bs_chart_bar *bars = BS_NEW_ARRAY(b->arena, bs_chart_bar, b->all->count);
    if (bars == NULL) return bs_chart_build__no_memory(b);
    for (size_t i = 0, from = 0; i < p.section_count; from = p.ends[i++]) {
        BS_TRY(make_bars(b, &bars[from], &p, &p.entries[from], p.ends[i] - from));
    }
    b->chart->kind = BS_CHART_BARS;
    b->chart->bars = bars;
    b->chart->bar_count = b->all->count;
    if (p.section_count > 1) return make_sections(b, &p);
    b->chart->unit = bs_chart_build__unit(b, &b->all->items[0].series);
    b->chart->numbers = bs_chart_build__numbers(b, &b->all->items[0].series);
    return BS_OK;
}
