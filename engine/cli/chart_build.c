// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/chart_build.h"

#include <math.h>

#include "plots/chart/words.h"
#include "plots/scale/number.h"

// Series of one unit that differ by more than this do not share a panel unasked.
static const double together_max = 20;

typedef struct builder {
    bs_chart *chart;
    bs_arena *arena;
    const bs_stored_series_array *all;
    const bs_chart_doubts *doubts;
    bs_error *err;
} builder;

static bs_status no_memory(const builder *b)
{
    return bs_fail(b->err, BS_E_MEMORY, "out of memory");
}

static bool is_value(const bs_observation *observation)
{
    return observation->state == BS_STATE_VALUE;
}

// The last observation with a value; NULL when there is none.
static const bs_observation *last_value(const bs_series *series)
{
    for (size_t i = series->observations.count; i-- > 0;) {
        if (is_value(&series->observations.items[i])) return &series->observations.items[i];
    }
    return NULL;
}

// The label without the name of its group in front ("Table 3 | Exports"), which the title says.
static bs_str short_label(const bs_series *series)
{
    bs_str label = series->label;
    if (series->group.len == 0 || !bs_str_starts(label, series->group)) return label;
    bs_str rest = bs_str_trim(bs_str_slice(label, series->group.len, label.len));
    static const char *const separators[] = {"|", ":", "/", "-", "–", "·", "："};
    for (size_t i = 0; i < BS_COUNT(separators); i++) {
        bs_str separator = bs_str_from(separators[i]);
        if (!bs_str_starts(rest, separator)) continue;
        bs_str name = bs_str_trim(bs_str_slice(rest, separator.len, rest.len));
        return name.len > 0 ? name : label;
    }
    return label;
}

// --- values --------------------------------------------------------------------------------------

static const char *const qualifier_marks[] = {
    [BS_EXACT] = "",      [BS_APPROX] = "≈",  [BS_APPROX_OVER] = "≳", [BS_AT_LEAST] = "≥",
    [BS_MORE_THAN] = ">", [BS_AT_MOST] = "≤", [BS_LESS_THAN] = "<",
};
_Static_assert(BS_COUNT(qualifier_marks) == BS_QUALIFIER_COUNT, "every qualifier needs a mark");

static bs_status make_value(const builder *b, bs_chart_value *out, const bs_stored_series *stored,
                            size_t index)
{
    const bs_observation *observation = &stored->series.observations.items[index];
    *out = (bs_chart_value){.state = observation->state, .status = observation->status};
    if (!is_value(observation)) return BS_OK;
    BS_TRY(bs_decimal_shift(&out->value, observation->value, -stored->series.unit_power, b->err));
    if (observation->qualifier != BS_EXACT) {
        bs_str digits = bs_number_str(out->value, b->arena);
        out->text = bs_arena_format(b->arena, "%s%.*s", qualifier_marks[observation->qualifier],
                                    BS_STR_ARG(digits));
        if (out->text.ptr == NULL) return no_memory(b);
    }
    const bs_finding *finding =
        bs_chart_doubts_of(b->doubts, stored->source_ids[index], &observation->origin);
    if (finding == NULL) return BS_OK;
    out->reason = bs_chart_doubt_reason(finding, b->chart->lang);
    if (finding->proposal_count > 0) out->proposal = finding->proposals[0].text;
    return BS_OK;
}

// --- lines ---------------------------------------------------------------------------------------

// Targets and forecasts are drawn apart from what has happened where both speak of one period.
typedef enum part { PART_ALL, PART_KNOWN, PART_PLANNED } part;

static bool is_planned(const bs_observation *observation)
{
    return observation->status == BS_STATUS_TARGET || observation->status == BS_STATUS_FORECAST;
}

static bool is_in(const bs_observation *observation, part wanted)
{
    return wanted == PART_ALL || is_planned(observation) == (wanted == PART_PLANNED);
}

static bool overlaps(const bs_series *series)
{
    for (size_t i = 1; i < series->observations.count; i++) {
        const bs_observation *a = &series->observations.items[i - 1], *c = a + 1;
        if (bs_period_equal(a->period, c->period) && is_planned(a) != is_planned(c)) return true;
    }
    return false;
}

// Points of one part; of several vintages of a period the newest, which comes last.
static bs_status make_line(const builder *b, bs_chart_line *out, const bs_stored_series *stored,
                           part wanted)
{
    const bs_series *series = &stored->series;
    bs_chart_point *points = BS_NEW_ARRAY(b->arena, bs_chart_point, series->observations.count);
    if (points == NULL) return no_memory(b);
    size_t count = 0;
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *observation = &series->observations.items[i];
        if (!is_in(observation, wanted) || bs_period_is_none(observation->period)) continue;
        bool again = count > 0 && bs_period_equal(points[count - 1].period, observation->period);
        if (again && !is_value(observation)) continue;
        bs_chart_point *point = &points[again ? count - 1 : count++];
        point->period = observation->period;
        BS_TRY(make_value(b, &point->value, stored, i));
    }
    *out = (bs_chart_line){short_label(series), points, count};
    if (wanted != PART_PLANNED) return BS_OK;
    bs_str word = bs_word_get(BS_WORD_TARGET, b->chart->lang);
    out->label = bs_arena_format(b->arena, "%.*s (%.*s)", BS_STR_ARG(out->label), BS_STR_ARG(word));
    return out->label.ptr != NULL ? BS_OK : no_memory(b);
}

typedef BS_ARRAY(bs_chart_line) line_array;

static bs_status add_lines(const builder *b, line_array *lines, const bs_stored_series *stored)
{
    bool apart = overlaps(&stored->series);
    for (part wanted = apart ? PART_KNOWN : PART_ALL; wanted <= PART_PLANNED; wanted++) {
        bs_chart_line line;
        BS_TRY(make_line(b, &line, stored, wanted));
        bs_chart_line *place = line.point_count > 0 ? BS_PUSH(b->arena, lines) : NULL;
        if (place != NULL)
            *place = line;
        else if (line.point_count > 0)
            return no_memory(b);
        if (!apart) break;
    }
    return BS_OK;
}

static bs_status build_one_panel(const builder *b)
{
    line_array lines = {0};
    bs_chart_panel *panel = BS_NEW(b->arena, bs_chart_panel);
    if (panel == NULL) return no_memory(b);
    for (size_t i = 0; i < b->all->count; i++) {
        BS_TRY(add_lines(b, &lines, &b->all->items[i]));
    }
    *panel = (bs_chart_panel){.unit = bs_series_unit_name(&b->all->items[0].series),
                              .lines = lines.items,
                              .line_count = lines.count};
    b->chart->panels = panel;
    b->chart->panel_count = 1;
    return BS_OK;
}

static bs_status build_panels(const builder *b)
{
    bs_chart_panel *panels = BS_NEW_ARRAY(b->arena, bs_chart_panel, b->all->count);
    if (panels == NULL) return no_memory(b);
    size_t count = 0;
    for (size_t i = 0; i < b->all->count; i++) {
        const bs_series *series = &b->all->items[i].series;
        line_array lines = {0};
        BS_TRY(add_lines(b, &lines, &b->all->items[i]));
        if (lines.count == 0) continue;
        panels[count++] = (bs_chart_panel){short_label(series), bs_series_unit_name(series),
                                           lines.items, lines.count};
    }
    b->chart->panels = panels;
    b->chart->panel_count = count;
    return BS_OK;
}

// --- bars ----------------------------------------------------------------------------------------

static bs_status build_bars(const builder *b)
{
    bs_chart_bar *bars = BS_NEW_ARRAY(b->arena, bs_chart_bar, b->all->count);
    if (bars == NULL) return no_memory(b);
    for (size_t i = 0; i < b->all->count; i++) {
        const bs_stored_series *stored = &b->all->items[i];
        const bs_series *series = &stored->series;
        const bs_observation *last = last_value(series);
        bars[i].label = series->subject.len > 0 ? series->subject : short_label(series);
        bars[i].value.state = BS_STATE_EMPTY;
        if (last == NULL) continue;
        size_t index = (size_t)(last - series->observations.items);
        BS_TRY(make_value(b, &bars[i].value, stored, index));
    }
    b->chart->kind = BS_CHART_BARS;
    b->chart->unit = bs_series_unit_name(&b->all->items[0].series);
    b->chart->bars = bars;
    b->chart->bar_count = b->all->count;
    return BS_OK;
}

// --- which form ----------------------------------------------------------------------------------

static bool one_unit(const bs_stored_series_array *all)
{
    for (size_t i = 1; i < all->count; i++) {
        const bs_series *series = &all->items[i].series, *first = &all->items[0].series;
        bool same =
            bs_str_equal(series->unit, first->unit) && series->unit_power == first->unit_power;
        if (!same) return false;
    }
    return true;
}

// True when every series has a single value.
static bool one_value_each(const bs_stored_series_array *all)
{
    for (size_t i = 0; i < all->count; i++) {
        const bs_observation_array *observations = &all->items[i].series.observations;
        size_t count = 0;
        for (size_t j = 0; j < observations->count; j++)
            count += is_value(&observations->items[j]);
        if (count > 1) return false;
    }
    return true;
}

static double reach_of(const bs_series *series)
{
    double reach = 0;
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *observation = &series->observations.items[i];
        if (is_value(observation)) reach = fmax(reach, fabs(bs_decimal_double(observation->value)));
    }
    return reach;
}

static bool of_one_size(const bs_stored_series_array *all)
{
    double least = INFINITY, most = 0;
    for (size_t i = 0; i < all->count; i++) {
        double reach = reach_of(&all->items[i].series);
        if (reach == 0) continue;
        least = fmin(least, reach);
        most = fmax(most, reach);
    }
    return most <= together_max * least;
}

static bs_chart_form choose_form(const bs_stored_series_array *all)
{
    if (all->count == 1) return one_value_each(all) ? BS_FORM_BAR : BS_FORM_LINE;
    if (!one_unit(all)) return BS_FORM_PANELS;
    if (one_value_each(all)) return BS_FORM_BAR;
    bool few = all->count <= BS_CHART_LINES_MAX;
    return few && of_one_size(all) ? BS_FORM_LINE : BS_FORM_PANELS;
}

// --- words ---------------------------------------------------------------------------------------

static bs_str joined(bs_arena *arena, bs_str a, bs_str b)
{
    if (a.len == 0) return b;
    if (b.len == 0) return a;
    return bs_arena_format(arena, "%.*s, %.*s", BS_STR_ARG(a), BS_STR_ARG(b));
}

static bs_str title_of(const builder *b)
{
    const bs_series *first = &b->all->items[0].series;
    if (b->all->count == 1) return first->label;
    for (size_t i = 1; i < b->all->count; i++) {
        if (!bs_str_equal(first->group, b->all->items[i].series.group)) {
            return joined(b->arena, first->label, b->all->items[1].series.label);
        }
    }
    return first->group.len > 0 ? bs_series_group_name(first) : first->label;
}

// "2023–2025", "2023"; empty when nothing is dated.
static bs_str periods_of(const builder *b)
{
    bs_period first = BS_PERIOD_NONE, last = BS_PERIOD_NONE;
    for (size_t i = 0; i < b->all->count; i++) {
        const bs_observation_array *observations = &b->all->items[i].series.observations;
        for (size_t j = 0; j < observations->count; j++) {
            bs_period period = observations->items[j].period;
            if (!is_value(&observations->items[j]) || bs_period_is_none(period)) continue;
            bool unset = bs_period_is_none(first);
            if (unset || bs_period_compare(period, first) < 0) first = period;
            if (unset || bs_period_compare(period, last) > 0) last = period;
        }
    }
    bs_str from = bs_period_str(first, b->arena), to = bs_period_str(last, b->arena);
    if (bs_str_equal(from, to)) return from;
    return bs_arena_format(b->arena, "%.*s–%.*s", BS_STR_ARG(from), BS_STR_ARG(to));
}

// What one source is called: publisher, title, date; else the name of its file.
static bs_str source_name(const builder *b, const bs_source *source)
{
    bs_str name = joined(b->arena, source->publisher, source->title);
    if (name.len == 0) {
        size_t start = source->path.len;
        while (start > 0 && source->path.ptr[start - 1] != '/')
            start--;
        name = bs_str_slice(source->path, start, source->path.len);
    }
    return joined(b->arena, name, bs_period_str(source->published, b->arena));
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
static bs_str lines_text(const builder *b, const cited *c)
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

static bs_str source_of(const builder *b)
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
    return joined(b->arena, name, lines);
}

// The indicator that all series share, unless the title says it.
static bs_str common_indicator(const builder *b)
{
    bs_str indicator = b->all->items[0].series.indicator;
    for (size_t i = 1; i < b->all->count; i++) {
        if (!bs_str_equal(indicator, b->all->items[i].series.indicator)) return (bs_str){0};
    }
    bool said = bs_str_find(b->chart->title, indicator, 0) != SIZE_MAX;
    return said ? (bs_str){0} : indicator;
}

static void fill_words(const builder *b)
{
    if (b->chart->title.len == 0) b->chart->title = title_of(b);
    if (b->chart->subtitle.len == 0) {
        b->chart->subtitle = joined(b->arena, common_indicator(b), periods_of(b));
    }
    if (b->chart->source.len == 0) b->chart->source = source_of(b);
}

static bs_lang lang_of(const bs_stored_series_array *all)
{
    for (size_t i = 0; i < all->count; i++) {
        const bs_stored_series *stored = &all->items[i];
        if (stored->series.observations.count == 0) continue;
        bs_lang lang = stored->sources[0]->lang;
        return bs_lang_detect(stored->series.label, lang);
    }
    return BS_LANG_UNKNOWN;
}

static bool has_value(const bs_stored_series_array *all)
{
    for (size_t i = 0; i < all->count; i++) {
        if (last_value(&all->items[i].series) != NULL) return true;
    }
    return false;
}

bs_status bs_chart_build(bs_chart *chart, bs_arena *arena, const bs_stored_series_array *all,
                         const bs_chart_doubts *doubts, bs_chart_form form, bs_error *err)
{
    builder b = {chart, arena, all, doubts, err};
    if (!has_value(all)) return bs_fail(err, BS_E_ARGUMENT, "these series have no value to draw");
    if (form == BS_FORM_AUTO) form = choose_form(all);
    if (form != BS_FORM_PANELS && !one_unit(all)) {
        return bs_fail(err, BS_E_ARGUMENT,
                       "series of several units cannot share an axis; draw them as panels");
    }
    if (chart->lang == BS_LANG_UNKNOWN) chart->lang = lang_of(all);
    fill_words(&b);
    if (form == BS_FORM_BAR) return build_bars(&b);
    BS_TRY(form == BS_FORM_LINE ? build_one_panel(&b) : build_panels(&b));
    if (chart->panel_count > 0 && chart->panels[0].line_count > 0) return BS_OK;
    return bs_fail(err, BS_E_ARGUMENT, "these series have no period; draw them as bars");
}
