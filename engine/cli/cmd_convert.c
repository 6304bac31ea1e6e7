// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "engine/analyze/convert.h"
#include "engine/cli/commands.h"
#include "engine/cli/message.h"
#include "engine/cli/records.h"
#include "engine/cli/stored.h"
#include "engine/core/unit.h"

enum {
    OPTION_TO,
    OPTION_RATE,
    OPTION_RATE_IS,
    OPTION_RATE_PER,
    OPTION_RATE_BY,
    OPTION_FORMAT,
    OPTION_STORE,
    OPTION_AS_OF,
    OPTION_FIRST,
    OPTION_COUNT
};

static const char *const use_names[] = {
    [BS_RATE_MULTIPLY] = "multiply", [BS_RATE_DIVIDE] = "divide", [BS_RATE_DIVIDE + 1] = NULL};
static const char *const by_names[] = {"mean", "last", NULL};
static const bs_gather by_values[] = {BS_GATHER_MEAN, BS_GATHER_LAST};

static const bs_option options[] = {
    [OPTION_TO] = {.name = "to",
                   .letter = 't',
                   .value = "UNIT",
                   .summary = "unit to convert to: a code of 'bseries units', or a printed form"},
    [OPTION_RATE] = {.name = "rate",
                     .letter = 'r',
                     .value = "SERIES",
                     .summary = "rates of exchange, for money",
                     .complete = BS_COMPLETE_SERIES},
    [OPTION_RATE_IS] = {.name = "rate-is",
                        .value = "USE",
                        .choices = use_names,
                        .summary = "what is done with the rate; without it, its unit says: "
                                   "multiplied by in the unit of --to, divided by in that of the "
                                   "series"},
    [OPTION_RATE_PER] = {.name = "rate-per",
                         .value = "N",
                         .initial = "1",
                         .summary = "units that the rate is given for: 100 for a hundred yen"},
    [OPTION_RATE_BY] = {.name = "rate-by",
                        .value = "HOW",
                        .choices = by_names,
                        .initial = "mean",
                        .summary = "of rates for shorter periods: the mean (for flows), or the "
                                   "last (for stocks)"},
    [OPTION_FORMAT] = BS_OPTION_FORMAT,
    [OPTION_STORE] = BS_OPTION_STORE,
    [OPTION_AS_OF] = BS_OPTION_AS_OF,
    [OPTION_FIRST] = BS_OPTION_FIRST,
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const bs_str none = {NULL, 0};

static const bs_column columns[] = {
    {.name = "series", .data_only = true},
    {.name = "period"},
    {.name = "value", .number = true},
    {.name = "unit", .data_only = true},
    {.name = "status", .leave_out = 2},
    {.name = "rate", .number = true, .leave_out = 3},
    {.name = "converted", .number = true},
    {.name = "low", .number = true},
    {.name = "high", .number = true},
    {.name = "to"},
    {.name = "note", .leave_out = 4, .cut = true},
};

typedef struct job {
    bs_cli *cli;
    bs_format format;
    bs_convert_options wish;
} job;

// --- what is asked for ---------------------------------------------------------------------------

// A code, or the printed form of a unit in any of the languages.
static bs_str unit_of(bs_str text)
{
    if (bs_unit_find(text) != NULL || bs_str_find(text, BS_STR(":"), 0) != SIZE_MAX) return text;
    for (int lang = BS_LANG_KO; lang < BS_LANG_COUNT; lang++) {
        const bs_unit_form *form = bs_unit_match(text, (bs_lang)lang);
        bool whole = form != NULL && strlen(form->text) == text.len && form->power == 0;
        if (whole && !(form->flags & BS_FORM_AMBIGUOUS)) return bs_str_from(form->code);
    }
    return none;
}

static bs_exit say_unknown_unit(bs_cli *cli, const bs_args *args, const char *text)
{
    bs_str_array codes = {0};
    size_t count;
    const bs_unit *units = bs_unit_table(&count);
    for (size_t i = 0; i < count; i++) {
        bs_str *code = BS_PUSH(cli->arena, &codes);
        if (code != NULL) *code = bs_str_from(units[i].code);
    }
    bs_str help = bs_suggest_text(cli->arena, bs_str_from(text), &codes);
    if (help.len == 0) help = BS_STR("'bseries units' lists them");
    return bs_say_usage(cli, args->command, help, "no unit is called '%s'", text);
}

static bs_exit read_job(job *own, bs_cli *cli, const bs_args *args)
{
    *own = (job){.cli = cli, .format = (bs_format)bs_args_choice(args, &options[OPTION_FORMAT])};
    own->wish.rate_by = by_values[bs_args_choice(args, &options[OPTION_RATE_BY])];
    const char *to = bs_args_value(args, &options[OPTION_TO], NULL);
    if (to == NULL) return bs_say_usage(cli, args->command, none, "convert needs --to UNIT");
    own->wish.to = unit_of(bs_str_from(to));
    if (own->wish.to.len == 0) return say_unknown_unit(cli, args, to);
    static const size_t rate_options[] = {OPTION_RATE_IS, OPTION_RATE_PER, OPTION_RATE_BY};
    for (size_t i = 0; i < BS_COUNT(rate_options); i++) {
        const bs_option *option = &options[rate_options[i]];
        if (!bs_args_has(args, option) || bs_args_has(args, &options[OPTION_RATE])) continue;
        return bs_say_usage(cli, args->command, none, "--%s needs --rate SERIES", option->name);
    }
    const char *per = bs_args_value(args, &options[OPTION_RATE_PER], "1");
    bs_status status = bs_decimal_parse(&own->wish.rate_per, bs_str_from(per), NULL);
    if (status == BS_OK && own->wish.rate_per.coefficient > 0) return BS_EXIT_OK;
    return bs_say_usage(cli, args->command, none, "--rate-per is a number above zero, not '%s'",
                        per);
}

static bs_status find_rate(job *own, const bs_args *args, bs_store *store,
                           const bs_store_view *view, bs_error *err)
{
    const char *name = bs_args_value(args, &options[OPTION_RATE], NULL);
    if (name == NULL) return BS_OK;
    const bs_stored_series *stored;
    bs_line *line = BS_NEW(own->cli->arena, bs_line);
    if (line == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    BS_TRY(bs_stored_get(&stored, own->cli->arena, store, name, view, err));
    BS_TRY(bs_line_make(line, own->cli->arena, &stored->series, err));
    own->wish.rate = line;
    return BS_OK;
}

// Whether to multiply or divide, from the option or from the unit of the rate.
static bs_status choose_use(job *own, const bs_args *args, const bs_series *series, bs_error *err)
{
    bool money = bs_unit_dimension(series->unit) == BS_DIM_MONEY &&
                 bs_unit_dimension(own->wish.to) == BS_DIM_MONEY;
    bool same = bs_str_equal(series->unit, own->wish.to);
    if (own->wish.rate == NULL && money && !same) {
        return bs_fail(err, BS_E_ARGUMENT,
                       "'%.*s' converts to '%.*s' at a rate: name the series of it by --rate",
                       BS_STR_ARG(series->unit), BS_STR_ARG(own->wish.to));
    }
    if (own->wish.rate == NULL) return BS_OK;
    size_t use = bs_args_choice(args, &options[OPTION_RATE_IS]);
    bs_str unit = own->wish.rate->series->unit;
    if (use != SIZE_MAX) {
        own->wish.use = (bs_rate_use)use;
    } else if (bs_str_equal(unit, own->wish.to) && !bs_str_equal(unit, series->unit)) {
        own->wish.use = BS_RATE_MULTIPLY;
    } else if (bs_str_equal(unit, series->unit) && !bs_str_equal(unit, own->wish.to)) {
        own->wish.use = BS_RATE_DIVIDE;
    } else {
        return bs_fail(err, BS_E_ARGUMENT,
                       "the rate is in '%.*s', and neither in '%.*s' nor in '%.*s': say --rate-is "
                       "multiply or divide",
                       BS_STR_ARG(unit), BS_STR_ARG(own->wish.to), BS_STR_ARG(series->unit));
    }
    return BS_OK;
}

// --- rows ----------------------------------------------------------------------------------------

static bs_str number_cell(const job *own, double value, int places)
{
    if (!isfinite(value)) return none;
    if (own->format != BS_FORMAT_TEXT) return bs_arena_format(own->cli->arena, "%.14g", value);
    return bs_arena_format(own->cli->arena, "%.*f", places, value);
}

// Places that the bounds leave room for, one more at most.
static int places_of(const bs_converted *row)
{
    double room = row->number.high - row->number.low;
    if (!isfinite(room) || !(room > 0)) room = fabs(row->number.value) / 100;
    int places = room > 0 ? (int)ceil(-log10(room)) + 1 : 2;
    return places < 0 ? 0 : places > 12 ? 12 : places;
}

static void add_row(bs_records *records, const job *own, const bs_series *series,
                    const bs_converted *row)
{
    bs_arena *arena = own->cli->arena;
    bool known = row->why == NULL;
    int places = known ? places_of(row) : 0;
    bs_str period = bs_period_str(row->from->period, arena);
    bs_str quiet = own->format == BS_FORMAT_TEXT ? BS_STR("") : none;
    bs_str value = row->from->why == NULL ? bs_decimal_str(row->from->digits, arena) : none;
    bs_records_add(records, arena, series->key);
    bs_records_add(records, arena, period);
    bs_records_add(records, arena, value);
    bs_records_add(records, arena, series->unit);
    bs_records_add(records, arena, bs_str_from(bs_value_status_name(row->from->status)));
    bs_records_add(records, arena,
                   own->wish.rate == NULL ? quiet
                   : known                ? bs_arena_format(arena, "%.10g", row->rate.value)
                                          : none);
    bs_records_add(records, arena,
                   !known       ? none
                   : row->exact ? bs_decimal_str(row->digits, arena)
                                : number_cell(own, row->number.value, places));
    bs_records_add(records, arena, known ? number_cell(own, row->number.low, places) : none);
    bs_records_add(records, arena, known ? number_cell(own, row->number.high, places) : none);
    bs_records_add(records, arena, own->wish.to);
    bs_records_add(records, arena,
                   known ? quiet : bs_arena_format(arena, "%.*s %s", BS_STR_ARG(period), row->why));
}

static bs_status add_series(bs_records *records, job *own, const bs_args *args,
                            const bs_series *series, bs_error *err)
{
    bs_line line;
    bs_converted_array rows = {0};
    BS_TRY(choose_use(own, args, series, err));
    BS_TRY(bs_line_make(&line, own->cli->arena, series, err));
    BS_TRY(bs_convert_line(&rows, own->cli->arena, &line, &own->wish, err));
    for (size_t i = 0; i < rows.count; i++)
        add_row(records, own, series, &rows.items[i]);
    return BS_OK;
}

static bs_status tell(job *own, const bs_args *args, const bs_stored_series_array *all,
                      bs_error *err)
{
    bs_records records = {.columns = columns, .column_count = BS_COUNT(columns)};
    for (size_t i = 0; i < all->count; i++) {
        const bs_series *series = &all->items[i].series;
        BS_TRY(add_series(&records, own, args, series, err));
        if (own->format != BS_FORMAT_TEXT) continue;
        if (i > 0) bs_stream_add(own->cli->out, "\n");
        bs_stream_style(own->cli->out, BS_STYLE_BOLD);
        bs_stream_add_visible(own->cli->out, series->key);
        bs_stream_style(own->cli->out, BS_STYLE_NONE);
        bs_stream_add(own->cli->out, ", ");
        bs_stream_add_visible(own->cli->out, series->unit);
        bs_stream_add(own->cli->out, "\n");
        bs_records_write(own->cli, &records, BS_FORMAT_TEXT);
        records.cells.count = 0;
    }
    if (own->format != BS_FORMAT_TEXT) bs_records_write(own->cli, &records, own->format);
    return BS_OK;
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    job own;
    bs_store_view view;
    const bs_stored_options wish = {.store = &options[OPTION_STORE],
                                    .as_of = &options[OPTION_AS_OF],
                                    .first = &options[OPTION_FIRST]};
    bs_exit status = read_job(&own, cli, args);
    if (status == BS_EXIT_OK) status = bs_stored_view(&view, cli, args, &wish);
    if (status != BS_EXIT_OK) return status;
    bs_store *store = NULL;
    bs_stored_series_array all = {0};
    bs_error err = BS_ERROR_INIT;
    status = bs_stored_read_series(&all, &store, cli, args, &wish);
    if (status == BS_EXIT_OK) {
        bs_status done = find_rate(&own, args, store, &view, &err);
        if (done == BS_OK) done = tell(&own, args, &all, &err);
        if (done != BS_OK) status = bs_say_error(cli, &err, none, none);
    }
    bs_store_close(store);
    return status;
}

static const bs_example examples[] = {
    {"bseries convert 'output/*' --to GWh", "exactly, by the table of units"},
    {"bseries convert exports --to KRW --rate 'won a yuan'", "at a loaded rate of exchange"},
    {"bseries convert debt --to USD --rate yen --rate-per 100 --rate-by last",
     "a stock, at the last rate of each period"},
};

const bs_command bs_command_convert = {
    .name = "convert",
    .operands = "SERIES...",
    .summary = "Show series in another unit or currency",
    .description = BS_SERIES_HELP
    "By the table of units (see 'bseries units') the result is exact to the last digit, or "
    "refused. Money is converted at the rate of the same period; where the rates are for "
    "shorter periods, at their mean or the last of them. low and high are what the printed "
    "digits of value and rate allow; a value without a rate has none made up for it.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_min = 1,
    .operand_max = SIZE_MAX,
    .complete = BS_COMPLETE_SERIES,
    .run = run,
};
