// SPDX-License-Identifier: GPL-3.0-or-later
// Growth on the year before, and what each part contributes to that of the whole.
#include <math.h>

#include "engine/analyze/growth.h"
#include "engine/cli/chart_build_internal.h"

// A computed value with one place after the point.
static bs_status one_place(const bs_chart_builder *b, bs_decimal *out, double value)
{
    double tenths = round(value * 10);
    if (!(fabs(tenths) < 1e17)) {
        return bs_fail(b->err, BS_E_RANGE, "a growth rate is too large to be shown");
    }
    *out = (bs_decimal){(int64_t)tenths, 1};
    return BS_OK;
}

static bs_str points_word(bs_lang lang)
{
    static const char *const words[BS_LANG_COUNT] = {
        [BS_LANG_UNKNOWN] = "percentage points",
        [BS_LANG_KO] = "%p",
        [BS_LANG_ZH] = "百分点",
        [BS_LANG_JA] = "%ポイント",
        [BS_LANG_EN] = "percentage points",
    };
    return bs_str_from(words[lang]);
}

// --- growth --------------------------------------------------------------------------------------

// A rate from a doubtful value is in doubt; what is proposed for the value is not for the rate.
static bs_status growth_point(const bs_chart_builder *b, bs_chart_point *out,
                              const bs_stored_series *stored, const bs_growth_row *row)
{
    *out = (bs_chart_point){.period = row->to->period, .value = {.state = BS_STATE_EMPTY}};
    if (row->state != BS_GROWTH_KNOWN) return BS_OK;
    size_t index = bs_chart_build__find(b, &stored->series, row->to->period);
    bs_chart_value of = {0};
    if (index != SIZE_MAX) BS_TRY(bs_chart_build__value(b, &of, stored, index));
    out->value = (bs_chart_value){.status = row->to->status, .reason = of.reason};
    return one_place(b, &out->value.value, row->growth.value);
}

// One row of each period: what came true stands before what was planned for it.
static bool is_wanted(const bs_chart_builder *b, const bs_growth_row_array *rows, size_t i)
{
    const bs_growth_row *row = &rows->items[i];
    bs_observation of = {.period = row->to->period};
    bool again = i > 0 && bs_period_equal(rows->items[i - 1].to->period, row->to->period);
    return !again && bs_chart_build__is_wanted(b, &of);
}

static bs_status growth_panel(const bs_chart_builder *b, bs_chart_panel *out,
                              const bs_stored_series *stored)
{
    const bs_series *series = &stored->series;
    bs_growth_options options = {.form = bs_growth_form_for(series, BS_GROWTH_YEAR)};
    bs_growth_row_array rows = {0};
    bs_line numbers;
    BS_TRY(bs_line_make(&numbers, b->arena, series, b->err));
    BS_TRY(bs_growth_line(&rows, b->arena, &numbers, &options, b->err));
    bs_chart_line *line = BS_NEW(b->arena, bs_chart_line);
    bs_chart_point *points = BS_NEW_ARRAY(b->arena, bs_chart_point, rows.count);
    if (line == NULL || points == NULL) return bs_chart_build__no_memory(b);
    size_t count = 0;
    for (size_t i = 0; i < rows.count; i++) {
        // What comes before the first rate is no gap.
        bool begun = count > 0 || rows.items[i].state == BS_GROWTH_KNOWN;
        if (!begun || !is_wanted(b, &rows, i)) continue;
        BS_TRY(growth_point(b, &points[count++], stored, &rows.items[i]));
    }
    bs_str label = bs_chart_build__label(b, series);
    bs_str unit = bs_growth_is_rate(series) ? points_word(b->chart->lang) : BS_STR("%");
    *line = (bs_chart_line){.label = label, .points = points, .point_count = count};
    *out = (bs_chart_panel){
        .title = label, .unit = unit, .lines = line, .line_count = count > 0 ? 1 : 0};
    return BS_OK;
}

bs_status bs_chart_build__growth(const bs_chart_builder *b)
{
    bs_chart_panel *panels = BS_NEW_ARRAY(b->arena, bs_chart_panel, b->all->count);
    if (panels == NULL) return bs_chart_build__no_memory(b);
    size_t count = 0;
    for (size_t i = 0; i < b->all->count; i++) {
        BS_TRY(growth_panel(b, &panels[count], &b->all->items[i]));
        count += panels[count].line_count;
    }
    if (count == 0) {
        return bs_fail(b->err, BS_E_ARGUMENT,
                       "these series have no growth: no value has one a year "
                       "before it");
    }
    if (count == 1) panels[0].title = (bs_str){0};
    b->chart->panels = panels;
    b->chart->panel_count = count;
    b->chart->kind = BS_CHART_COLUMNS;
    return BS_OK;
}

// --- contributions -------------------------------------------------------------------------------

// The whole and its parts at the periods that have a year before them. The whole is the series that
// is marked as one; without any it is the sum.
typedef struct parts {
    const bs_stored_series *whole; // NULL: the sum
    const bs_stored_series *items[BS_CHART_LINES_MAX];
    size_t count;
} parts;

static bs_status find_parts(const bs_chart_builder *b, parts *out)
{
    *out = (parts){0};
    for (size_t i = 0; i < b->all->count; i++) {
        const bs_stored_series *stored = &b->all->items[i];
        if (stored->series.total && out->whole == NULL) {
            out->whole = stored;
            continue;
        }
        if (out->count == BS_CHART_LINES_MAX) {
            return bs_fail(b->err, BS_E_LIMIT, "more than %d parts cannot be told apart",
                           (int)BS_CHART_LINES_MAX);
        }
        out->items[out->count++] = stored;
    }
    if (out->count > 1) return BS_OK;
    return bs_fail(b->err, BS_E_ARGUMENT, "contributions need a whole and two parts of it or more");
}

// The value of a series at a period as a number; false when it has none.
static bool number_at(const bs_chart_builder *b, const bs_stored_series *stored, bs_period period,
                      double *out)
{
    size_t found = bs_chart_build__find(b, &stored->series, period);
    if (found == SIZE_MAX) return false;
    *out = bs_decimal_double(stored->series.observations.items[found].value);
    return true;
}

static bool whole_at(const bs_chart_builder *b, const parts *p, bs_period period, double *out)
{
    if (p->whole != NULL) return number_at(b, p->whole, period, out);
    double sum = 0, part;
    for (size_t i = 0; i < p->count; i++) {
        if (!number_at(b, p->items[i], period, &part)) return false;
        sum += part;
    }
    *out = sum;
    return true;
}

// 100 (part - part before) / whole before, as in national accounts.
static bs_status contribution(const bs_chart_builder *b, bs_chart_value *out, const double now,
                              const double before, double whole_before)
{
    out->state = BS_STATE_VALUE;
    return one_place(b, &out->value, 100 * (now - before) / whole_before);
}

static bs_status fill_period(const bs_chart_builder *b, const parts *p, bs_chart_line *lines,
                             size_t point, bs_period period)
{
    bs_period year_before = bs_period_offset_years(period, -1);
    double before, now, part_before;
    if (!whole_at(b, p, year_before, &before) || !(before > 0)) return BS_OK;
    for (size_t i = 0; i < p->count; i++) {
        bs_chart_point *at = (bs_chart_point *)(uintptr_t)&lines[i].points[point];
        bool known = number_at(b, p->items[i], period, &now) &&
                     number_at(b, p->items[i], year_before, &part_before);
        if (known) BS_TRY(contribution(b, &at->value, now, part_before, before));
    }
    bs_chart_point *total = (bs_chart_point *)(uintptr_t)&lines[p->count].points[point];
    if (!whole_at(b, p, period, &now)) return BS_OK;
    return contribution(b, &total->value, now, before, before);
}

static bs_status make_lines(const bs_chart_builder *b, const parts *p, bs_chart_line *lines,
                            const bs_period *periods, size_t count)
{
    for (size_t i = 0; i <= p->count; i++) {
        bs_chart_point *points = BS_NEW_ARRAY(b->arena, bs_chart_point, count);
        if (points == NULL) return bs_chart_build__no_memory(b);
        for (size_t j = 0; j < count; j++) {
            points[j] = (bs_chart_point){.period = periods[j], .value = {.state = BS_STATE_EMPTY}};
        }
        bool total = i == p->count;
        const bs_stored_series *stored = total ? p->whole : p->items[i];
        bs_str label = stored != NULL ? bs_chart_build__label(b, &stored->series)
                                      : bs_word_get(BS_WORD_TOTAL, b->chart->lang);
        lines[i] = (bs_chart_line){label, points, count, total ? BS_ROLE_TOTAL : BS_ROLE_MAIN,
                                   BS_COURSE_STRAIGHT};
    }
    for (size_t j = 0; j < count; j++) {
        BS_TRY(fill_period(b, p, lines, j, periods[j]));
    }
    return BS_OK;
}

// The smallest distance of two periods that follow each other; 0 where they are not of one length.
static int step_of(const bs_period_array *periods)
{
    int step = 0;
    for (size_t i = 1; i < periods->count; i++) {
        bs_period a = periods->items[i - 1], c = periods->items[i];
        bool one = a.frequency == c.frequency && !bs_period_is_span(a) && !bs_period_is_span(c);
        if (!one) return 0;
        int apart = c.first - a.first;
        if (step == 0 || apart < step) step = apart;
    }
    return step;
}

// With the periods between them that have no value: no line goes over a gap.
static bs_status with_gaps(bs_period_array *out, const bs_chart_builder *b,
                           const bs_period_array *periods)
{
    int step = step_of(periods);
    for (size_t i = 0; i < periods->count; i++) {
        bs_period next = periods->items[i];
        bs_period period = i > 0 && step > 0 ? periods->items[i - 1] : next;
        do {
            if (i > 0 && step > 0) period.first = period.last = period.first + step;
            if (step == 0 || period.first > next.first) period = next;
            bs_period *place = BS_PUSH(b->arena, out);
            if (place == NULL) return bs_chart_build__no_memory(b);
            *place = period;
        } while (!bs_period_equal(period, next));
    }
    return BS_OK;
}

bs_status bs_chart_build__contribution(const bs_chart_builder *b)
{
    parts p;
    bs_period_array printed = {0}, periods = {0};
    BS_TRY(find_parts(b, &p));
    BS_TRY(bs_chart_build__periods(&printed, b));
    BS_TRY(with_gaps(&periods, b, &printed));
    size_t first = 0;
    double before;
    while (first < periods.count &&
           !whole_at(b, &p, bs_period_offset_years(periods.items[first], -1), &before))
        first++;
    if (first == periods.count) {
        return bs_fail(b->err, BS_E_ARGUMENT, "no period of the whole has one a year before it");
    }
    bs_chart_line *lines = bs_chart_build__new_panel(b, points_word(b->chart->lang), p.count + 1);
    if (lines == NULL) return bs_chart_build__no_memory(b);
    b->chart->kind = BS_CHART_STACK;
    return make_lines(b, &p, lines, periods.items + first, periods.count - first);
}
