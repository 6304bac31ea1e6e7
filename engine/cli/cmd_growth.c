// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <stdio.h>

#include "engine/analyze/growth.h"
#include "engine/cli/commands.h"
#include "engine/cli/message.h"
#include "engine/cli/records.h"
#include "engine/cli/stored.h"

enum { OPTION_BASIS, OPTION_FORMAT, OPTION_STORE, OPTION_AS_OF, OPTION_VINTAGES, OPTION_COUNT };

typedef enum basis { BASIS_YEAR, BASIS_PERIOD } basis;
static const char *const basis_names[] = {
    [BASIS_YEAR] = "year",
    [BASIS_PERIOD] = "period",
    [BASIS_PERIOD + 1] = NULL,
};

static const bs_option options[] = {
    [OPTION_BASIS] = {.name = "basis",
                      .letter = 'b',
                      .value = "BASIS",
                      .choices = basis_names,
                      .initial = "year",
                      .summary = "compare with the same period a year ago, or the period before"},
    [OPTION_FORMAT] = BS_OPTION_FORMAT,
    [OPTION_STORE] = BS_OPTION_STORE,
    [OPTION_AS_OF] = BS_OPTION_AS_OF,
    [OPTION_VINTAGES] = BS_OPTION_VINTAGES,
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const bs_str none = {NULL, 0};

static const bs_column columns[] = {
    {.name = "series", .data_only = true},
    {.name = "period"},
    {.name = "value", .number = true},
    {.name = "status", .leave_out = 2},
    {.name = "from", .leave_out = 1},
    {.name = "growth", .number = true},
    {.name = "low", .number = true, .leave_out = 3},
    {.name = "high", .number = true, .leave_out = 3},
    {.name = "unit"},
};

// One decimal place is what bulletins print; the bounds say what the digits really allow.
static bs_str percent_text(bs_arena *arena, double value)
{
    if (!isfinite(value)) return none;
    bs_str text = bs_arena_format(arena, "%.1f", value);
    return bs_str_equal(text, BS_STR("-0.0")) ? BS_STR("0.0") : text;
}

// Steps back to what a value is compared with. Weeks and days have no same one a year ago.
static int32_t steps_back(const bs_series *series, basis against)
{
    bool dated = series->frequency == BS_FREQUENCY_WEEK || series->frequency == BS_FREQUENCY_DAY;
    if (against == BASIS_PERIOD || dated) return 1;
    return bs_frequency_per_year(series->frequency);
}

// The value of that period: of the same status if there is one, else an actual one.
static const bs_observation *find_base(const bs_series *series, const bs_observation *to,
                                       int32_t steps)
{
    const bs_observation *best = NULL;
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *from = &series->observations.items[i];
        if (from->state != BS_STATE_VALUE || bs_period_is_span(from->period)) continue;
        if (from->period.frequency != to->period.frequency) continue;
        if (from->period.first != to->period.first - steps) continue;
        if (from->status == to->status) return from;
        if (best == NULL || from->status == BS_STATUS_ACTUAL) best = from;
    }
    return best;
}

static bool is_rate(const bs_series *series)
{
    return series->measure == BS_MEASURE_GROWTH || series->measure == BS_MEASURE_SHARE ||
           bs_str_equal(series->unit, BS_STR("%"));
}

static bool compare(bs_growth *out, const bs_series *series, const bs_observation *from,
                    const bs_observation *to)
{
    bs_interval base = bs_interval_of(from->value, from->qualifier);
    bs_interval end = bs_interval_of(to->value, to->qualifier);
    if (!is_rate(series)) return bs_growth_rate(out, from->value, base, to->value, end);
    bs_growth_difference(out, from->value, base, to->value, end);
    return true;
}

static void add_row(bs_records *records, bs_arena *arena, const bs_series *series,
                    const bs_observation *to, int32_t steps)
{
    const bs_observation *from = find_base(series, to, steps);
    bs_growth growth;
    bool known = from != NULL && compare(&growth, series, from, to);
    bs_records_add(records, arena, series->key);
    bs_records_add(records, arena, bs_period_str(to->period, arena));
    bs_records_add(records, arena, bs_decimal_str(to->value, arena));
    bs_records_add(records, arena, bs_str_from(bs_value_status_name(to->status)));
    bs_records_add(records, arena, from != NULL ? bs_period_str(from->period, arena) : none);
    bs_records_add(records, arena, known ? percent_text(arena, growth.value) : none);
    bs_records_add(records, arena, known ? percent_text(arena, growth.low) : none);
    bs_records_add(records, arena, known ? percent_text(arena, growth.high) : none);
    bs_records_add(records, arena, is_rate(series) ? BS_STR("%p") : BS_STR("%"));
}

static void add_series(bs_records *records, bs_arena *arena, const bs_series *series, basis against)
{
    int32_t steps = steps_back(series, against);
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *to = &series->observations.items[i];
        bool fits = to->state == BS_STATE_VALUE && !bs_period_is_none(to->period) &&
                    !bs_period_is_span(to->period);
        if (fits) add_row(records, arena, series, to, steps);
    }
}

// The steady growth from the first value to the last, which a reader would quote.
static void say_average(bs_cli *cli, const bs_series *series)
{
    const bs_observation *first = NULL;
    const bs_observation *last = NULL;
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *one = &series->observations.items[i];
        if (one->state != BS_STATE_VALUE || bs_period_is_span(one->period)) continue;
        if (first == NULL) first = one;
        last = one;
    }
    if (first == NULL || is_rate(series) || bs_period_is_none(first->period)) return;
    double value;
    uint32_t steps = (uint32_t)(last->period.first - first->period.first);
    if (!bs_growth_compound(&value, first->value, last->value, steps) || steps < 2) return;
    bs_str from = bs_period_str(first->period, cli->arena);
    bs_str to = bs_period_str(last->period, cli->arena);
    bs_stream_addf(cli->out, "%.*s to %.*s: %.1f %% a period on average\n", BS_STR_ARG(from),
                   BS_STR_ARG(to), value);
}

static void write_text(bs_cli *cli, const bs_series *series, basis against)
{
    bs_records records = {.columns = columns, .column_count = BS_COUNT(columns)};
    add_series(&records, cli->arena, series, against);
    bs_stream_style(cli->out, BS_STYLE_BOLD);
    bs_stream_add_visible(cli->out, series->key);
    bs_stream_style(cli->out, BS_STYLE_NONE);
    bs_stream_addf(cli->out, ", %.*s\n", BS_STR_ARG(series->unit));
    if (bs_records_count(&records) == 0) {
        bs_stream_add(cli->out, "its values have no periods to compare\n");
        return;
    }
    bs_records_write(cli, &records, BS_FORMAT_TEXT);
    say_average(cli, series);
}

static void write_all(bs_cli *cli, const bs_args *args, const bs_stored_series_array *all)
{
    bs_format format = (bs_format)bs_args_choice(args, &options[OPTION_FORMAT]);
    basis against = (basis)bs_args_choice(args, &options[OPTION_BASIS]);
    bs_records records = {.columns = columns, .column_count = BS_COUNT(columns)};
    for (size_t i = 0; i < all->count; i++) {
        if (format == BS_FORMAT_TEXT) {
            if (i > 0) bs_stream_add(cli->out, "\n");
            write_text(cli, &all->items[i].series, against);
        } else {
            add_series(&records, cli->arena, &all->items[i].series, against);
        }
    }
    if (format != BS_FORMAT_TEXT) bs_records_write(cli, &records, format);
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    bs_store *store = NULL;
    bs_stored_series_array all = {0};
    const bs_stored_options wish = {&options[OPTION_STORE], &options[OPTION_AS_OF],
                                    &options[OPTION_VINTAGES]};
    bs_exit status = bs_stored_read_series(&all, &store, cli, args, &wish);
    if (status == BS_EXIT_OK) write_all(cli, args, &all);
    bs_store_close(store);
    return status;
}

static const bs_example examples[] = {
    {"bseries growth exports", "on the year, with what rounding leaves open"},
    {"bseries growth '*exports*' --basis period -f csv", "on the period before, for a program"},
};

const bs_command bs_command_growth = {
    .name = "growth",
    .operands = "SERIES...",
    .summary = "Show how series grow, and what rounding leaves open",
    .description =
        "SERIES is a key, a part of one, or a glob with * and ?. Growth is in per cent of the "
        "earlier value, and in percentage points for series that are rates or shares themselves. "
        "low and high are the least and the most that the printed digits allow. There is no "
        "growth from a value that is not above zero.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_min = 1,
    .operand_max = SIZE_MAX,
    .complete = BS_COMPLETE_SERIES,
    .run = run,
};
