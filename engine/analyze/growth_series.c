// SPDX-License-Identifier: GPL-3.0-or-later
// Growth, contributions and index numbers along a series.
#include <math.h>

#include "engine/analyze/growth_internal.h"

const char *bs_growth_state_name(bs_growth_state state)
{
    static const char *const names[] = {
        [BS_GROWTH_KNOWN] = "known",
        [BS_GROWTH_NO_VALUE] = "no_value",
        [BS_GROWTH_NO_BASE] = "no_base",
        [BS_GROWTH_NO_RATE] = "no_rate",
    };
    _Static_assert(BS_COUNT(names) == BS_GROWTH_STATE_COUNT, "every state needs a name");
    return names[state];
}

static const char *const NO_VALUE = "has no value";

static bs_status no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

// --- the forms -----------------------------------------------------------------------------------

static bs_period period_before(bs_period period)
{
    return bs_period_offset(period, -(period.last - period.first + 1));
}

static bs_period year_before(bs_period period)
{
    return bs_period_offset_years(period, -1);
}

typedef const char *compare_type(bs_growth *out, const bs_point *from, const bs_point *to,
                                 const bs_line *whole);

static const char *rate_between(bs_growth *out, const bs_point *from, const bs_point *to,
                                const bs_line *whole)
{
    (void)whole;
    return bs_growth__rate(out, from->number, to->number);
}

static const char *difference_between(bs_growth *out, const bs_point *from, const bs_point *to,
                                      const bs_line *whole)
{
    (void)whole;
    return bs_growth__difference(out, from->number, to->number);
}

static const char *log_between(bs_growth *out, const bs_point *from, const bs_point *to,
                               const bs_line *whole)
{
    (void)whole;
    return bs_growth__log(out, from->number, to->number);
}

static const char *annualised_between(bs_growth *out, const bs_point *from, const bs_point *to,
                                      const bs_line *whole)
{
    (void)whole;
    bs_period period = to->period;
    int a_year = bs_frequency_per_year(period.frequency) / (period.last - period.first + 1);
    if (a_year < 1) return "is longer than a year";
    return bs_growth__power(out, from->number, to->number, a_year);
}

static const char *contribution_between(bs_growth *out, const bs_point *from, const bs_point *to,
                                        const bs_line *whole)
{
    const bs_point *base = bs_line_find(whole, from->period, from->status);
    if (base == NULL) return "has no value in the whole";
    if (bs_growth__no_base(base->number) != NULL) return "is not above zero in the whole";
    bs_growth change;
    (void)bs_growth__difference(&change, from->number, to->number);
    *out = bs_growth__over(change, base->number);
    return NULL;
}

typedef struct form_row {
    const char *name;
    bs_period (*base)(bs_period period); // NULL for index numbers
    compare_type *compare;
    bs_growth_form of_rates; // what is shown of a series of rates instead
    bool whole;              // it needs one
} form_row;

static const form_row forms[] = {
    [BS_GROWTH_PERIOD] = {"period", period_before, rate_between, BS_GROWTH_CHANGE, false},
    [BS_GROWTH_YEAR] = {"year", year_before, rate_between, BS_GROWTH_CHANGE_YEAR, false},
    [BS_GROWTH_ANNUALISED] = {"annualised", period_before, annualised_between, BS_GROWTH_CHANGE,
                              false},
    [BS_GROWTH_CHANGE] = {"change", period_before, difference_between, BS_GROWTH_CHANGE, false},
    [BS_GROWTH_CHANGE_YEAR] = {"change_year", year_before, difference_between,
                               BS_GROWTH_CHANGE_YEAR, false},
    [BS_GROWTH_LOG] = {"log", period_before, log_between, BS_GROWTH_CHANGE, false},
    [BS_GROWTH_LOG_YEAR] = {"log_year", year_before, log_between, BS_GROWTH_CHANGE_YEAR, false},
    [BS_GROWTH_CONTRIBUTION] = {"contribution", period_before, contribution_between,
                                BS_GROWTH_CONTRIBUTION, true},
    [BS_GROWTH_CONTRIBUTION_YEAR] = {"contribution_year", year_before, contribution_between,
                                     BS_GROWTH_CONTRIBUTION_YEAR, true},
    [BS_GROWTH_INDEX] = {"index", NULL, NULL, BS_GROWTH_INDEX, false},
};
_Static_assert(BS_COUNT(forms) == BS_GROWTH_FORM_COUNT, "every form needs a row");

const char *bs_growth_form_name(bs_growth_form form)
{
    return forms[form].name;
}

bool bs_growth_is_rate(const bs_series *series)
{
    return series->measure == BS_MEASURE_GROWTH || series->measure == BS_MEASURE_SHARE ||
           series->measure == BS_MEASURE_RANK || bs_str_equal(series->unit, BS_STR("%")) ||
           bs_str_equal(series->unit, BS_STR("%p"));
}

bs_growth_form bs_growth_form_for(const bs_series *series, bs_growth_form form)
{
    return bs_growth_is_rate(series) ? forms[form].of_rates : form;
}

// --- index numbers -------------------------------------------------------------------------------

static bs_status no_base(bs_period base, const char *why, bs_status status, bs_error *err)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_str text = bs_period_str(base, &arena);
    bs_fail(err, status, "%.*s cannot be the base: %s", BS_STR_ARG(text), why);
    bs_arena_deinit(&arena);
    return status;
}

// The mean of the values that came true in the base period, each period counted once.
static bs_status find_base(bs_bounded *out, const bs_line *line, bs_period base, bs_error *err)
{
    if (bs_line_mean(out, line, base, NULL) != BS_OK) {
        return no_base(base, "the series does not have all of it", BS_E_NOT_FOUND, err);
    }
    if (!(out->low > 0)) return no_base(base, "it is not above zero", BS_E_ARGUMENT, err);
    return BS_OK;
}

// --- the series ----------------------------------------------------------------------------------

static void fill_row(bs_growth_row *row, const bs_line *line, const form_row *form,
                     const bs_line *whole)
{
    row->base = form->base(row->to->period);
    row->from = bs_line_find(line, row->base, row->to->status);
    row->blame = row->base;
    if (row->from == NULL) {
        row->state = BS_GROWTH_NO_BASE;
        row->why = NO_VALUE;
        return;
    }
    row->why = form->compare(&row->growth, row->from, row->to, whole);
    if (row->why != NULL) row->state = BS_GROWTH_NO_RATE;
    bool own = !form->whole && bs_growth__no_base(row->from->number) == NULL;
    if (own) row->blame = row->to->period;
}

static bs_status check_whole(const bs_line *line, const bs_line *whole, bs_error *err)
{
    if (whole == NULL) return bs_fail(err, BS_E_ARGUMENT, "a contribution is to some whole");
    if (!bs_str_equal(whole->series->unit, line->series->unit)) {
        return bs_fail(err, BS_E_ARGUMENT,
                       "a part in '%.*s' does not contribute to a whole in '%.*s'",
                       BS_STR_ARG(line->series->unit), BS_STR_ARG(whole->series->unit));
    }
    if (whole->frequency == line->frequency) return BS_OK;
    return bs_fail(err, BS_E_ARGUMENT,
                   "a part that is %s does not contribute to a whole that is %s",
                   bs_frequency_name(line->frequency), bs_frequency_name(whole->frequency));
}

static bs_status check_form(const bs_line *line, const bs_growth_options *options, bs_error *err)
{
    if (forms[options->form].whole) return check_whole(line, options->whole, err);
    bool fine = line->frequency > BS_FREQUENCY_MONTH;
    if (options->form != BS_GROWTH_ANNUALISED || !fine) return BS_OK;
    return bs_fail(err, BS_E_ARGUMENT, "a %s series has no annualised rate",
                   bs_frequency_name(line->frequency));
}

bs_status bs_growth_line(bs_growth_row_array *out, bs_arena *arena, const bs_line *line,
                         const bs_growth_options *options, bs_error *err)
{
    const form_row *form = &forms[options->form];
    bool index = options->form == BS_GROWTH_INDEX;
    bs_bounded base = {0};
    BS_TRY(check_form(line, options, err));
    if (index) BS_TRY(find_base(&base, line, options->base, err));
    for (size_t i = 0; i < line->points.count; i++) {
        const bs_point *to = &line->points.items[i];
        bs_growth_row *row = BS_PUSH(arena, out);
        if (row == NULL) return no_memory(err);
        *row = (bs_growth_row){.to = to, .base = BS_PERIOD_NONE, .blame = to->period};
        if (to->why != NULL) {
            row->state = BS_GROWTH_NO_VALUE;
            row->why = to->why;
        } else if (index) {
            row->growth = bs_growth__over(to->number, base);
            row->base = options->base;
        } else {
            fill_row(row, line, form, options->whole);
        }
    }
    return BS_OK;
}

// --- between two periods -------------------------------------------------------------------------

static const bs_point *first_known(const bs_line *line)
{
    for (size_t i = 0; i < line->sorted_count; i++) {
        if (bs_line_came_true(line->sorted[i]->status)) return line->sorted[i];
    }
    return NULL;
}

static const bs_point *last_known(const bs_line *line)
{
    for (size_t i = line->sorted_count; i-- > 0;) {
        if (bs_line_came_true(line->sorted[i]->status)) return line->sorted[i];
    }
    return NULL;
}

// What is planned for a period stands for it only where nothing has come true.
static const bs_point *value_at(const bs_line *line, bs_period period)
{
    for (int status = 0; status < BS_VALUE_STATUS_COUNT; status++) {
        const bs_point *point = bs_line_find(line, period, (bs_value_status)status);
        if (point != NULL) return point;
    }
    return NULL;
}

static double days_between(bs_period from, bs_period to)
{
    bs_period a, b;
    bool dated = bs_period_day(&a, bs_period_end(from), NULL) == BS_OK &&
                 bs_period_day(&b, bs_period_end(to), NULL) == BS_OK;
    return dated ? b.first - a.first : 0;
}

static double years_between(bs_period from, bs_period to)
{
    static const double DAYS_A_YEAR = 365.2425;
    bool whole = from.frequency == to.frequency && from.frequency < BS_FREQUENCY_WEEK;
    if (!whole) return days_between(from, to) / DAYS_A_YEAR;
    return (double)(to.last - from.last) / bs_frequency_per_year(from.frequency);
}

// The first that came true in the same part of the year as `to`, so that no season is taken for
// growth; where there is none, the first of all.
static const bs_point *first_alike(const bs_line *line, const bs_point *to)
{
    for (size_t i = 0; to != NULL && i < line->sorted_count; i++) {
        const bs_point *point = line->sorted[i];
        bs_frequency frequency = point->period.frequency;
        bool parts = frequency == to->period.frequency && frequency < BS_FREQUENCY_WEEK;
        if (!parts || point == to) break;
        int32_t length = to->period.last - point->period.last;
        bool alike = length > 0 && length % bs_frequency_per_year(frequency) == 0;
        if (alike && bs_line_came_true(point->status)) return point;
    }
    return first_known(line);
}

void bs_growth_between(bs_growth_stretch *out, const bs_line *line, bs_period from, bs_period to)
{
    *out = (bs_growth_stretch){.from = from, .to = to};
    bs_growth_row *row = &out->row;
    row->to = bs_period_is_none(to) ? last_known(line) : value_at(line, to);
    row->from = bs_period_is_none(from) ? first_alike(line, row->to) : value_at(line, from);
    if (row->from != NULL) out->from = row->from->period;
    if (row->to != NULL) out->to = row->to->period;
    row->base = out->from;
    row->state = row->to == NULL ? BS_GROWTH_NO_VALUE : BS_GROWTH_NO_BASE;
    row->blame = row->to == NULL ? out->to : out->from;
    row->why = NO_VALUE;
    if (row->from == NULL || row->to == NULL) return;
    out->years = years_between(out->from, out->to);
    row->state = BS_GROWTH_NO_RATE;
    row->blame = out->to;
    row->why = "is not after the first period";
    if (!(out->years > 0)) return;
    if (bs_growth__no_base(row->from->number) != NULL) row->blame = out->from;
    row->why = bs_growth__power(&row->growth, row->from->number, row->to->number, 1 / out->years);
    if (row->why == NULL) row->state = BS_GROWTH_KNOWN;
}
