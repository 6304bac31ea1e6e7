// SPDX-License-Identifier: GPL-3.0-or-later
// Values that are computed before they are drawn, in the copy of the chart that is ours: the const
// of the public structs is for the caller's arrays.
#include <math.h>

#include "plots/chart/chart_internal.h"

static bs_chart_line *line_at(const bs_chart *chart, size_t panel, size_t line)
{
    return (bs_chart_line *)(uintptr_t)&chart->panels[panel].lines[line];
}

static bs_chart_value *value_at(const bs_chart_line *line, size_t point)
{
    return &((bs_chart_point *)(uintptr_t)&line->points[point])->value;
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
static bs_status to_index(bs_decimal *out, double value, double base, bs_error *err)
{
    double index = round(1000 * value / base);
    if (!(fabs(index) < 1e17)) {
        return bs_fail(err, BS_E_RANGE, "an index number is too large to be shown");
    }
    *out = (bs_decimal){(int64_t)index, 1};
    return BS_OK;
}

static bs_status index_value(bs_chart_value *value, bs_arena *arena, double base, bs_error *err)
{
    double proposed;
    if (value->proposal.len > 0 && bs_chart__proposed(value, &proposed)) {
        bs_decimal index;
        BS_TRY(to_index(&index, proposed, base, err));
        value->proposal = bs_number_str(index, arena);
    }
    value->text = (bs_str){0};
    return to_index(&value->value, bs_decimal_double(value->value), base, err);
}

static bs_status index_line(bs_chart_line *line, bs_arena *arena, bs_period period, bs_error *err)
{
    const bs_chart_value *at = at_period(line, period);
    double base = at != NULL ? bs_decimal_double(at->value) : 0;
    if (base <= 0) {
        return bs_fail(err, BS_E_RANGE, "\"%.*s\" is 0 or less in the base period of the index",
                       BS_STR_ARG(line->label));
    }
    for (size_t i = 0; i < line->point_count; i++) {
        bs_chart_value *value = value_at(line, i);
        if (bs_chart__has(value)) BS_TRY(index_value(value, arena, base, err));
    }
    return BS_OK;
}

bs_status bs_chart__to_index(const bs_chart *chart, bs_arena *arena, bs_period period,
                             bs_error *err)
{
    if (!all_have(chart, period)) {
        return bs_fail(err, BS_E_RANGE,
                       "not all lines have a value in the base period of the index");
    }
    for (size_t i = 0; i < chart->panel_count; i++) {
        ((bs_chart_panel *)(uintptr_t)&chart->panels[i])->unit = (bs_str){0}; // "2020 = 100" is it
        for (size_t j = 0; j < chart->panels[i].line_count; j++) {
            BS_TRY(index_line(line_at(chart, i, j), arena, period, err));
        }
    }
    return BS_OK;
}

bs_status bs_chart__find_base(const bs_chart *chart, bs_period *out, bs_error *err)
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

// --- parts ---------------------------------------------------------------------------------------

static bs_status check_panel_parts(const bs_chart_panel *panel, bs_error *err)
{
    const bs_chart_line *first = &panel->lines[0];
    for (size_t i = 1; i < panel->line_count; i++) {
        const bs_chart_line *line = &panel->lines[i];
        bool same = line->point_count == first->point_count;
        for (size_t j = 0; same && j < first->point_count; j++) {
            same = bs_period_equal(line->points[j].period, first->points[j].period);
        }
        if (same) continue;
        return bs_fail(err, BS_E_ARGUMENT, "\"%.*s\" and \"%.*s\" are not of the same periods",
                       BS_STR_ARG(first->label), BS_STR_ARG(line->label));
    }
    return BS_OK;
}

bs_status bs_chart__check_parts(const bs_chart *chart, bs_error *err)
{
    for (size_t i = 0; i < chart->panel_count; i++) {
        BS_TRY(check_panel_parts(&chart->panels[i], err));
    }
    return BS_OK;
}

// The sum of all parts of one period; nothing where one of them is missing.
static bs_status sum_parts(const bs_chart_panel *panel, size_t point, double *sum, bs_error *err)
{
    *sum = 0;
    for (size_t i = 0; i < panel->line_count; i++) {
        const bs_chart_value *value = &panel->lines[i].points[point].value;
        double part = bs_chart__has(value) ? bs_decimal_double(value->value) : 0;
        if (part < 0) {
            return bs_fail(err, BS_E_RANGE, "\"%.*s\" is below 0, so it has no share",
                           BS_STR_ARG(panel->lines[i].label));
        }
        if (bs_chart__has(value)) *sum += part;
    }
    return BS_OK;
}

static void share_of(bs_chart_value *value, bs_arena *arena, double sum)
{
    double proposed;
    if (value->proposal.len > 0 && bs_chart__proposed(value, &proposed)) {
        value->proposal =
            bs_number_str((bs_decimal){(int64_t)round(1000 * proposed / sum), 1}, arena);
    }
    double share = round(1000 * bs_decimal_double(value->value) / sum);
    value->value = (bs_decimal){(int64_t)share, 1};
    value->text = (bs_str){0};
}

static bs_status share_period(const bs_chart_panel *panel, bs_arena *arena, size_t point,
                              bs_error *err)
{
    // What the rounding of a dozen printed shares can come to.
    static const double slack_pct = 1.05;
    double sum;
    BS_TRY(sum_parts(panel, point, &sum, err));
    if (sum == 0) return BS_OK;
    if (bs_str_equal(panel->unit, BS_STR("%"))) {
        if (fabs(sum - 100) <= slack_pct) return BS_OK;
        bs_str period = bs_time_label(panel->lines[0].points[point].period, BS_LANG_EN, arena);
        return bs_fail(err, BS_E_RANGE, "the shares of %.*s are %.1f %% together, not 100",
                       BS_STR_ARG(period), sum);
    }
    for (size_t i = 0; i < panel->line_count; i++) {
        bs_chart_value *value = value_at(&panel->lines[i], point);
        if (bs_chart__has(value)) share_of(value, arena, sum);
    }
    return BS_OK;
}

bs_status bs_chart__to_shares(const bs_chart *chart, bs_arena *arena, bs_error *err)
{
    BS_TRY(bs_chart__check_parts(chart, err));
    for (size_t i = 0; i < chart->panel_count; i++) {
        bs_chart_panel *panel = (bs_chart_panel *)(uintptr_t)&chart->panels[i];
        for (size_t j = 0; j < panel->lines[0].point_count; j++) {
            BS_TRY(share_period(panel, arena, j, err));
        }
        panel->unit = BS_STR("%");
    }
    return BS_OK;
}

// --- large numbers -------------------------------------------------------------------------------

static bool says_the_same(const bs_chart_value *a, const bs_chart_value *b, bs_lang lang,
                          int places, bs_arena *arena)
{
    if (!bs_chart__has(a) || !bs_chart__has(b)) return false;
    bs_str x = bs_number_short(a->value, lang, places, arena);
    bs_str y = bs_number_short(b->value, lang, places, arena);
    return bs_str_equal(x, y) && bs_decimal_compare(a->value, b->value) != 0;
}

// As many places as it takes to tell neighbours apart, up to three.
typedef struct voice {
    bs_lang lang;
    int places;
    bs_arena *arena;
} voice;

static void note_pair(voice *v, const bs_chart_value *a, const bs_chart_value *b)
{
    enum { PLACES_MAX = 3 };
    while (v->places < PLACES_MAX && says_the_same(a, b, v->lang, v->places, v->arena))
        v->places++;
}

static bs_status say(bs_chart_value *value, const voice *v, bs_error *err)
{
    if (!bs_chart__has(value) || value->text.len > 0) return BS_OK;
    value->text = bs_number_short(value->value, v->lang, v->places, v->arena);
    return value->text.ptr != NULL ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}

static bs_status say_panel(const bs_chart_panel *panel, voice v, bs_error *err)
{
    for (size_t i = 0; i < panel->line_count; i++) {
        const bs_chart_line *line = &panel->lines[i];
        for (size_t j = 1; j < line->point_count; j++)
            note_pair(&v, &line->points[j - 1].value, &line->points[j].value);
    }
    for (size_t i = 0; i < panel->line_count; i++) {
        for (size_t j = 0; j < panel->lines[i].point_count; j++) {
            BS_TRY(say(value_at(&panel->lines[i], j), &v, err));
        }
    }
    return BS_OK;
}

static bs_status say_bars(const bs_chart_bar *bars, size_t count, voice v, bs_error *err)
{
    for (size_t i = 1; i < count; i++)
        note_pair(&v, &bars[i - 1].value, &bars[i].value);
    for (size_t i = 0; i < count; i++) {
        bs_chart_bar *bar = (bs_chart_bar *)(uintptr_t)&bars[i];
        BS_TRY(say(&bar->value, &v, err));
    }
    return BS_OK;
}

bs_status bs_chart__say_short(const bs_chart *chart, bs_arena *arena, bs_error *err)
{
    voice v = {chart->lang, 1, arena};
    for (size_t i = 0; i < chart->panel_count; i++) {
        if (chart->panels[i].numbers == BS_NUMBERS_WHOLE) continue;
        BS_TRY(say_panel(&chart->panels[i], v, err));
    }
    const bs_chart_bar *bars = chart->bars;
    for (size_t i = 0; i < chart->section_count; i++) {
        const bs_chart_section *section = &chart->sections[i];
        if (section->numbers == BS_NUMBERS_SHORT)
            BS_TRY(say_bars(bars, section->bar_count, v, err));
        bars += section->bar_count;
    }
    return BS_OK;
}
