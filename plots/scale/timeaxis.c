// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/scale/timeaxis.h"

#include <stdlib.h>

#include "plots/scale/scale.h"

typedef BS_ARRAY(bs_period) period_array;

// One way of thinning: label every so many days or weeks, or what begins a unit of so many months.
typedef struct thinning {
    bs_frequency frequency; // of data that it is for; NONE: what is at least as fine as `coarsest`
    int units;              // every so many of the data's own units; 0: by months
    int months;
    bs_frequency coarsest; // quarters have no months
} thinning;

static const thinning thinnings[] = {
    {BS_FREQUENCY_DAY, 7, 0, BS_FREQUENCY_NONE},
    {BS_FREQUENCY_DAY, 14, 0, BS_FREQUENCY_NONE},
    {BS_FREQUENCY_WEEK, 2, 0, BS_FREQUENCY_NONE},
    {BS_FREQUENCY_WEEK, 4, 0, BS_FREQUENCY_NONE},
    {BS_FREQUENCY_NONE, 0, 1, BS_FREQUENCY_TENDAY},
    {BS_FREQUENCY_NONE, 0, 3, BS_FREQUENCY_MONTH},
    {BS_FREQUENCY_NONE, 0, 6, BS_FREQUENCY_QUARTER},
    {BS_FREQUENCY_NONE, 0, 12, BS_FREQUENCY_HALF},
    {BS_FREQUENCY_NONE, 0, 24, BS_FREQUENCY_ANNUAL},
    {BS_FREQUENCY_NONE, 0, 60, BS_FREQUENCY_ANNUAL},
    {BS_FREQUENCY_NONE, 0, 120, BS_FREQUENCY_ANNUAL},
    {BS_FREQUENCY_NONE, 0, 240, BS_FREQUENCY_ANNUAL},
    {BS_FREQUENCY_NONE, 0, 600, BS_FREQUENCY_ANNUAL},
    {BS_FREQUENCY_NONE, 0, 1200, BS_FREQUENCY_ANNUAL},
    {BS_FREQUENCY_NONE, 0, 2400, BS_FREQUENCY_ANNUAL},
    {BS_FREQUENCY_NONE, 0, 6000, BS_FREQUENCY_ANNUAL},
    {BS_FREQUENCY_NONE, 0, 12000, BS_FREQUENCY_ANNUAL},
};

static const char *const english_months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
static const char *const month_words[BS_LANG_COUNT] = {
    [BS_LANG_KO] = "월", [BS_LANG_ZH] = "月", [BS_LANG_JA] = "月"};

static int order(const void *a, const void *b)
{
    double x = bs_scale_period(*(const bs_period *)a), y = bs_scale_period(*(const bs_period *)b);
    if (x != y) return x < y ? -1 : 1;
    return bs_period_compare(*(const bs_period *)a, *(const bs_period *)b);
}

// Sorted, one period at each place.
static bs_status unique_periods(period_array *out, bs_arena *arena, const bs_period *periods,
                                size_t count, bs_error *err)
{
    bs_period *sorted = BS_NEW_ARRAY(arena, bs_period, count);
    if (sorted == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = 0; i < count; i++) {
        if (bs_period_is_none(periods[i])) {
            return bs_fail(err, BS_E_ARGUMENT, "a point of a line has no period");
        }
        sorted[i] = periods[i];
    }
    qsort(sorted, count, sizeof *sorted, order);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && bs_scale_period(sorted[i]) == bs_scale_period(sorted[i - 1])) continue;
        bs_period *kept = BS_PUSH(arena, out);
        if (kept == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        *kept = sorted[i];
    }
    return BS_OK;
}

static bs_str month_text(bs_arena *arena, int month, bs_lang lang)
{
    if (month_words[lang] != NULL) return bs_arena_format(arena, "%d%s", month, month_words[lang]);
    return bs_str_from(english_months[month - 1]);
}

// The name of a period below the year; `whole_month` names the month that a day or week is in.
static bs_str part_text(bs_arena *arena, bs_period period, bs_lang lang, bool whole_month)
{
    bs_date start = bs_period_start(period);
    bs_frequency frequency = period.frequency;
    if (frequency == BS_FREQUENCY_MONTH || whole_month) return month_text(arena, start.month, lang);
    if (frequency == BS_FREQUENCY_QUARTER) {
        return bs_arena_format(arena, "Q%d", (start.month + 2) / 3);
    }
    if (frequency == BS_FREQUENCY_HALF) {
        return bs_arena_format(arena, "H%d", start.month > 6 ? 2 : 1);
    }
    if (frequency == BS_FREQUENCY_WEEK) {
        bs_str iso = bs_period_str(period, arena);
        size_t at = bs_str_find(iso, BS_STR("W"), 0);
        return at == SIZE_MAX ? iso : bs_str_slice(iso, at, iso.len);
    }
    return bs_arena_format(arena, "%02d-%02d", start.month, start.day);
}

// "2021–22": a year and the next one, which mostly are one year of a budget or a school.
static bs_str two_years_text(bs_period period, bs_arena *arena)
{
    enum { CENTURY = 100 };
    bs_period to = period;
    to.first = to.last;
    int from_year = bs_period_year_of(period), to_year = bs_period_year_of(to);
    bool next = period.frequency == BS_FREQUENCY_ANNUAL && to_year == from_year + 1;
    if (!next || to_year % CENTURY == 0) return (bs_str){0};
    return bs_arena_format(arena, "%d–%02d", from_year, to_year % CENTURY);
}

// "2024年1–3月", "Jan–Mar 2024", "'24.1–3": months of one year; empty for any other span.
static bs_str months_text(bs_period period, bs_lang lang, bs_arena *arena)
{
    enum { CENTURY = 100 };
    bs_period last = period;
    last.first = last.last;
    bs_date from = bs_period_start(period), to = bs_period_start(last);
    bool one = period.frequency == BS_FREQUENCY_MONTH && from.year == to.year;
    if (!one || lang == BS_LANG_UNKNOWN) return (bs_str){0};
    if (lang == BS_LANG_EN)
        return bs_arena_format(arena, "%s–%s %d", english_months[from.month - 1],
                               english_months[to.month - 1], from.year);
    if (lang == BS_LANG_ZH || lang == BS_LANG_JA)
        return bs_arena_format(arena, "%d年%d–%d月", from.year, from.month, to.month);
    return bs_arena_format(arena, "'%02d.%d–%d", abs(from.year % CENTURY), from.month, to.month);
}

static bs_str span_text(bs_arena *arena, bs_period period, bs_lang lang)
{
    bs_str years = two_years_text(period, arena);
    if (years.len > 0) return years;
    bs_str months = months_text(period, lang, arena);
    if (months.len > 0) return months;
    bs_period from = period, to = period;
    from.last = from.first;
    to.first = to.last;
    bs_str a = bs_period_str(from, arena), b = bs_period_str(to, arena);
    return bs_arena_format(arena, "%.*s–%.*s", BS_STR_ARG(a), BS_STR_ARG(b));
}

// "Jan 2024", "2024年1月", "'24.1".
static bs_str month_name(bs_date start, bs_lang lang, bs_arena *arena)
{
    enum { CENTURY = 100 };
    if (lang == BS_LANG_EN)
        return bs_arena_format(arena, "%s %d", english_months[start.month - 1], start.year);
    if (lang == BS_LANG_ZH || lang == BS_LANG_JA)
        return bs_arena_format(arena, "%d年%d月", start.year, start.month);
    return bs_arena_format(arena, "'%02d.%d", abs(start.year % CENTURY), start.month);
}

static bs_str day_text(bs_date start, bs_lang lang, bs_arena *arena)
{
    bs_str month = month_name(start, lang, arena);
    if (lang == BS_LANG_EN) return bs_arena_format(arena, "%d %.*s", start.day, BS_STR_ARG(month));
    if (lang == BS_LANG_ZH || lang == BS_LANG_JA)
        return bs_arena_format(arena, "%.*s%d日", BS_STR_ARG(month), start.day);
    return bs_arena_format(arena, "%.*s.%d", BS_STR_ARG(month), start.day);
}

static bs_str unit_text(bs_period period, bs_lang lang, bs_arena *arena)
{
    bs_date start = bs_period_start(period);
    int year = bs_period_year_of(period);
    switch (period.frequency) {
    case BS_FREQUENCY_QUARTER:
        return bs_arena_format(arena, "%dQ%d", year, (start.month + 2) / 3);
    case BS_FREQUENCY_HALF:
        return bs_arena_format(arena, "%dH%d", year, start.month > 6 ? 2 : 1);
    case BS_FREQUENCY_MONTH:
        return month_name(start, lang, arena);
    case BS_FREQUENCY_DAY:
        return day_text(start, lang, arena);
    default:
        return bs_period_str(period, arena);
    }
}

bs_str bs_time_label(bs_period period, bs_lang lang, bs_arena *arena)
{
    if (!bs_period_is_span(period)) return unit_text(period, lang, arena);
    bs_str years = two_years_text(period, arena);
    if (years.len > 0) return years;
    bs_str months = months_text(period, lang, arena);
    if (months.len > 0) return months;
    bs_period from = period, to = period;
    from.last = from.first;
    to.first = to.last;
    bs_str a = unit_text(from, lang, arena), b = unit_text(to, lang, arena);
    return bs_arena_format(arena, "%.*s–%.*s", BS_STR_ARG(a), BS_STR_ARG(b));
}

// Fills the text of one tick; `months` is 0 when all periods are labelled.
static void name_tick(bs_time_tick *tick, bs_arena *arena, bs_period period, bs_lang lang,
                      int months)
{
    if (bs_period_is_span(period)) {
        tick->text = span_text(arena, period, lang);
        return;
    }
    tick->year = bs_arena_format(arena, "%d", bs_period_year_of(period));
    if (period.frequency == BS_FREQUENCY_ANNUAL || months >= 12) {
        tick->text = tick->year;
        tick->year = (bs_str){0};
        return;
    }
    tick->text =
        part_text(arena, period, lang, months > 0 && period.frequency > BS_FREQUENCY_MONTH);
}

// Number of the unit of `months` months that the period begins in.
static int unit_of(bs_period period, int months)
{
    bs_date start = bs_period_start(period);
    return (start.year * 12 + start.month - 1) / months;
}

// True when the period opens its unit: January for a year, the week with the 1st to the 7th.
static bool opens(bs_period period, int months)
{
    bs_date start = bs_period_start(period);
    bool first_month = (start.year * 12 + start.month - 1) % months == 0;
    return first_month && (period.frequency == BS_FREQUENCY_DAY    ? start.day == 1
                           : period.frequency == BS_FREQUENCY_WEEK ? start.day <= 7
                                                                   : start.day <= 10);
}

static bs_status push_tick(bs_time_axis *axis, bs_arena *arena, bs_period period, int months,
                           bs_lang lang, bs_error *err)
{
    bs_time_tick *tick = BS_PUSH(arena, &axis->ticks);
    if (tick == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    tick->day = bs_scale_period(period);
    name_tick(tick, arena, period, lang, months);
    return tick->text.ptr ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}

// Whether a period is labelled; `rule` NULL labels all. Days are counted from the first of them, so
// that the first is labelled.
static bool is_labelled(const period_array *periods, size_t i, const thinning *rule)
{
    bs_period period = periods->items[i];
    if (rule == NULL) return true;
    if (rule->units > 0) return (period.first - periods->items[0].first) % rule->units == 0;
    bool new_unit =
        i == 0 || unit_of(period, rule->months) != unit_of(periods->items[i - 1], rule->months);
    return new_unit && opens(period, rule->months);
}

static bs_status collect(bs_time_axis *axis, bs_arena *arena, const period_array *periods,
                         const thinning *rule, bs_lang lang, bs_error *err)
{
    axis->ticks.count = 0;
    int months = rule != NULL ? rule->months : 0;
    for (size_t i = 0; i < periods->count; i++) {
        if (!is_labelled(periods, i, rule)) continue;
        BS_TRY(push_tick(axis, arena, periods->items[i], months, lang, err));
    }
    return BS_OK;
}

static bool applies(const thinning *rule, bs_frequency frequency)
{
    if (rule->frequency != BS_FREQUENCY_NONE) return rule->frequency == frequency;
    return frequency >= rule->coarsest;
}

static bool fits(const bs_time_axis *axis, const bs_time_options *options)
{
    if (axis->high <= axis->low) return axis->ticks.count == 1;
    double px_per_day = options->width_px / (axis->high - axis->low);
    for (size_t i = 1; i < axis->ticks.count; i++) {
        double gap = (axis->ticks.items[i].day - axis->ticks.items[i - 1].day) * px_per_day;
        if (gap < options->label_width_px) return false;
    }
    return axis->ticks.count > 0;
}

// Says the year once, where it begins.
static void thin_years(bs_time_axis *axis)
{
    bs_str said = {0};
    for (size_t i = 0; i < axis->ticks.count; i++) {
        bs_time_tick *tick = &axis->ticks.items[i];
        if (tick->year.len == 0) continue;
        axis->two_lines = true;
        if (said.len > 0 && bs_str_equal(said, tick->year))
            tick->year = (bs_str){0};
        else
            said = tick->year;
    }
}

// Labels in one line for a few parts of years; false when that is not for these periods.
static bool label_few(bs_time_axis *axis, bs_arena *arena, const period_array *periods,
                      const bs_time_options *options)
{
    enum { FEW = 4 };
    bs_frequency frequency = periods->items[0].frequency;
    bool parts = frequency >= BS_FREQUENCY_HALF && frequency <= BS_FREQUENCY_MONTH;
    bs_time_options wide = *options;
    wide.label_width_px = options->line_width_px;
    if (!parts || options->line_width_px <= 0 || periods->count > FEW) return false;
    if (!fits(axis, &wide)) return false;
    for (size_t i = 0; i < periods->count; i++) {
        axis->ticks.items[i].text = bs_time_label(periods->items[i], options->lang, arena);
        axis->ticks.items[i].year = (bs_str){0};
    }
    return true;
}

bs_status bs_time_axis_choose(bs_time_axis *out, bs_arena *arena, const bs_period *periods,
                              size_t period_count, const bs_time_options *options, bs_error *err)
{
    if (period_count == 0) return bs_fail(err, BS_E_ARGUMENT, "a line has no points");
    period_array unique = {0};
    BS_TRY(unique_periods(&unique, arena, periods, period_count, err));
    bs_time_axis axis = {.low = bs_scale_period(unique.items[0]),
                         .high = bs_scale_period(unique.items[unique.count - 1])};
    BS_TRY(collect(&axis, arena, &unique, NULL, options->lang, err));
    if (label_few(&axis, arena, &unique, options)) {
        *out = axis;
        return BS_OK;
    }
    bs_frequency frequency = unique.items[0].frequency;
    for (size_t i = 0; i < BS_COUNT(thinnings) && !fits(&axis, options); i++) {
        if (!applies(&thinnings[i], frequency)) continue;
        BS_TRY(collect(&axis, arena, &unique, &thinnings[i], options->lang, err));
    }
    if (!fits(&axis, options)) {
        axis.ticks.count = 0;
        BS_TRY(push_tick(&axis, arena, unique.items[0], 0, options->lang, err));
    }
    thin_years(&axis);
    *out = axis;
    return BS_OK;
}
