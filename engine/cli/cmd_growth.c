// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "engine/analyze/growth.h"
#include "engine/cli/commands.h"
#include "engine/cli/message.h"
#include "engine/cli/records.h"
#include "engine/cli/stored.h"

enum {
    OPTION_FORM,
    OPTION_BASE,
    OPTION_FORMAT,
    OPTION_STORE,
    OPTION_AS_OF,
    OPTION_VINTAGES,
    OPTION_COUNT
};

static const char *const form_names[] = {
    [BS_GROWTH_PERIOD] = "period",           [BS_GROWTH_YEAR] = "year",
    [BS_GROWTH_ANNUALISED] = "annualised",   [BS_GROWTH_CHANGE] = "change",
    [BS_GROWTH_CHANGE_YEAR] = "change-year", [BS_GROWTH_INDEX] = "index",
    [BS_GROWTH_FORM_COUNT] = NULL,
};

static const bs_option options[] = {
    [OPTION_FORM] = {.name = "form",
                     .value = "FORM",
                     .choices = form_names,
                     .initial = "year",
                     .summary = "growth on the period before or on the year, annualised, the "
                                "difference on either, or index numbers"},
    [OPTION_BASE] = {.name = "base",
                     .letter = 'b',
                     .value = "PERIOD",
                     .summary = "period that is 100, for --form index; without it, the first"},
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

// --- one row -------------------------------------------------------------------------------------

// Rates and index numbers have the one decimal place that bulletins print; a difference has the
// places of its values. The bounds say what the digits really allow.
static int places_of(const bs_growth_row *row, bs_growth_form form)
{
    if (form != BS_GROWTH_CHANGE && form != BS_GROWTH_CHANGE_YEAR) return 1;
    int to = row->to->value.scale;
    int from = row->from != NULL ? row->from->value.scale : 0;
    int places = to > from ? to : from;
    return places > 0 ? places : 0;
}

static bs_str number_text(bs_arena *arena, double value, int places)
{
    if (!isfinite(value)) return none;
    double shown = fabs(value) < 0.5 * pow(10, -places) ? 0 : value; // no "-0.0"
    return bs_arena_format(arena, "%.*f", places, shown);
}

static bs_str unit_text(const bs_series *series, bs_growth_form form)
{
    if (form == BS_GROWTH_INDEX) return BS_STR("index");
    if (form != BS_GROWTH_CHANGE && form != BS_GROWTH_CHANGE_YEAR) return BS_STR("%");
    return bs_str_equal(series->unit, BS_STR("%")) ? BS_STR("%p") : series->unit;
}

static void add_row(bs_records *records, bs_arena *arena, const bs_series *series,
                    const bs_growth_row *row, bs_growth_form form)
{
    if (row->state == BS_GROWTH_NO_VALUE) return;
    bool known = row->state == BS_GROWTH_KNOWN;
    int places = places_of(row, form);
    bs_records_add(records, arena, series->key);
    bs_records_add(records, arena, bs_period_str(row->to->period, arena));
    bs_records_add(records, arena, bs_decimal_str(row->to->value, arena));
    bs_records_add(records, arena, bs_str_from(bs_value_status_name(row->to->status)));
    bs_records_add(records, arena,
                   row->from != NULL ? bs_period_str(row->from->period, arena) : none);
    bs_records_add(records, arena, known ? number_text(arena, row->growth.value, places) : none);
    bs_records_add(records, arena, known ? number_text(arena, row->growth.low, places) : none);
    bs_records_add(records, arena, known ? number_text(arena, row->growth.high, places) : none);
    bs_records_add(records, arena, unit_text(series, form));
}

// --- one series ----------------------------------------------------------------------------------

// What is asked for.
typedef struct job {
    bs_cli *cli;
    bs_growth_options wish;
    bs_format format;
} job;

static const bs_observation *first_value(const bs_series *series)
{
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *one = &series->observations.items[i];
        if (one->state == BS_STATE_VALUE && !bs_period_is_none(one->period)) return one;
    }
    return NULL;
}

static bs_status add_series(bs_records *records, const job *own, const bs_series *series,
                            bs_error *err)
{
    bs_growth_options wish = own->wish;
    const bs_observation *first = first_value(series);
    if (first == NULL) return BS_OK;
    wish.form = bs_growth_form_for(series, wish.form);
    if (bs_period_is_none(wish.base)) wish.base = first->period;
    bs_growth_row_array rows = {0};
    BS_TRY(bs_growth_series(&rows, own->cli->arena, series, &wish, err));
    for (size_t i = 0; i < rows.count; i++) {
        add_row(records, own->cli->arena, series, &rows.items[i], wish.form);
    }
    return BS_OK;
}

// The steady growth from the first value to the last, which a reader would quote.
static void write_average(bs_cli *cli, const bs_series *series)
{
    const bs_observation *first = first_value(series);
    const bs_observation *last = NULL;
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *one = &series->observations.items[i];
        if (one->state == BS_STATE_VALUE && !bs_period_is_span(one->period)) last = one;
    }
    if (first == NULL || last == NULL || bs_growth_is_rate(series)) return;
    double value;
    uint32_t steps = (uint32_t)(last->period.first - first->period.first);
    if (!bs_growth_compound(&value, first->value, last->value, steps) || steps < 2) return;
    bs_str from = bs_period_str(first->period, cli->arena);
    bs_str to = bs_period_str(last->period, cli->arena);
    bs_stream_addf(cli->out, "%.*s to %.*s: %.1f %% a period on average\n", BS_STR_ARG(from),
                   BS_STR_ARG(to), value);
}

static bs_status write_text(const job *own, const bs_series *series, bs_error *err)
{
    bs_stream *out = own->cli->out;
    bs_records records = {.columns = columns, .column_count = BS_COUNT(columns)};
    BS_TRY(add_series(&records, own, series, err));
    bs_stream_style(out, BS_STYLE_BOLD);
    bs_stream_add_visible(out, series->key);
    bs_stream_style(out, BS_STYLE_NONE);
    bs_stream_add(out, ", ");
    bs_stream_add_visible(out, series->unit);
    bs_stream_add(out, "\n");
    if (bs_records_count(&records) == 0) {
        bs_stream_add(out, "its values have no periods to compare\n");
        return BS_OK;
    }
    bs_records_write(own->cli, &records, BS_FORMAT_TEXT);
    write_average(own->cli, series);
    return BS_OK;
}

static bs_status write_all(const job *own, const bs_stored_series_array *all, bs_error *err)
{
    bs_records records = {.columns = columns, .column_count = BS_COUNT(columns)};
    for (size_t i = 0; i < all->count; i++) {
        const bs_series *series = &all->items[i].series;
        if (own->format != BS_FORMAT_TEXT) {
            BS_TRY(add_series(&records, own, series, err));
            continue;
        }
        if (i > 0) bs_stream_add(own->cli->out, "\n");
        BS_TRY(write_text(own, series, err));
    }
    if (own->format != BS_FORMAT_TEXT) bs_records_write(own->cli, &records, own->format);
    return BS_OK;
}

// --- the command ---------------------------------------------------------------------------------

static bs_exit read_job(job *own, bs_cli *cli, const bs_args *args)
{
    *own = (job){.cli = cli, .wish = {.base = BS_PERIOD_NONE}};
    own->wish.form = (bs_growth_form)bs_args_choice(args, &options[OPTION_FORM]);
    own->format = (bs_format)bs_args_choice(args, &options[OPTION_FORMAT]);
    const char *base = bs_args_value(args, &options[OPTION_BASE], NULL);
    if (base == NULL) return BS_EXIT_OK;
    if (own->wish.form != BS_GROWTH_INDEX) {
        return bs_say_usage(cli, args->command, none, "--base needs --form index");
    }
    if (bs_period_parse(&own->wish.base, bs_str_from(base), NULL) == BS_OK) return BS_EXIT_OK;
    return bs_say_usage(cli, args->command, none,
                        "--base is a period such as 2020 or 2020-Q1, "
                        "not '%s'",
                        base);
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    job own;
    bs_exit status = read_job(&own, cli, args);
    if (status != BS_EXIT_OK) return status;
    bs_store *store = NULL;
    bs_stored_series_array all = {0};
    const bs_stored_options wish = {&options[OPTION_STORE], &options[OPTION_AS_OF],
                                    &options[OPTION_VINTAGES]};
    bs_error err = BS_ERROR_INIT;
    status = bs_stored_read_series(&all, &store, cli, args, &wish);
    if (status == BS_EXIT_OK && write_all(&own, &all, &err) != BS_OK) {
        status = bs_say_error(cli, &err, none, none);
    }
    bs_store_close(store);
    return status;
}

static const bs_example examples[] = {
    {"bseries growth exports", "on the year, with what rounding leaves open"},
    {"bseries growth exports --form index --base 2020", "index numbers, 2020 = 100"},
    {"bseries growth exports --form period -f csv", "on the period before, for a program"},
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
