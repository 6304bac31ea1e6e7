// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>

#include "engine/cli/commands.h"
#include "engine/cli/growth_job.h"
#include "engine/cli/message.h"
#include "engine/cli/stored.h"

enum {
    OPTION_FORM,
    OPTION_BASE,
    OPTION_FROM,
    OPTION_TO,
    OPTION_OF,
    OPTION_PER,
    OPTION_BY,
    OPTION_WINDOW,
    OPTION_CENTRED,
    OPTION_LEVEL,
    OPTION_ROBUST,
    OPTION_FORMAT,
    OPTION_STORE,
    OPTION_AS_OF,
    OPTION_FIRST,
    OPTION_COUNT
};

enum { WINDOW_SEASON_MIN = 7, WINDOW_MAX = 1000 };

static const char *const form_names[] = {
    "year",
    "period",
    "annualised",
    "change",
    "change-year",
    "log",
    "log-year",
    "index",
    "compound",
    "contribution",
    "contribution-period",
    "value",
    "average",
    "trend",
    "log-trend",
    "seasonal",
    NULL,
};

// The first of bs_per_names: nothing is gathered by shorter periods.
static const char *const per_names[] = {"year", "half", "quarter", "month", NULL};
static const char *const by_names[] = {
    [BS_GATHER_SUM] = "sum",
    [BS_GATHER_MEAN] = "mean",
    [BS_GATHER_LAST] = "last",
    [BS_GATHER_COUNT] = NULL,
};

static const bs_option options[] = {
    [OPTION_FORM] = {.name = "form",
                     .value = "FORM",
                     .choices = form_names,
                     .initial = "year",
                     .summary = "what is calculated; see above"},
    [OPTION_BASE] = {.name = "base",
                     .letter = 'b',
                     .value = "PERIOD",
                     .summary = "period that is 100, for --form index; a year of a monthly series "
                                "is the mean of its months; without it, the first"},
    [OPTION_FROM] = {.name = "from",
                     .value = "PERIOD",
                     .summary =
                         "where --form compound begins; without it, the first in the same part "
                         "of the year as the end"},
    [OPTION_TO] = {.name = "to",
                   .value = "PERIOD",
                   .summary = "where --form compound ends; without it, the last"},
    [OPTION_OF] = {.name = "of",
                   .value = "SERIES",
                   .summary = "the whole that series contribute to",
                   .complete = BS_COMPLETE_SERIES},
    [OPTION_PER] = {.name = "per",
                    .value = "LENGTH",
                    .choices = per_names,
                    .summary = "first gather the values by longer periods; needs --by"},
    [OPTION_BY] = {.name = "by",
                   .value = "HOW",
                   .choices = by_names,
                   .summary = "how: the sum (of flows), the mean, or the last (of stocks)"},
    [OPTION_WINDOW] = {.name = "window",
                       .letter = 'w',
                       .value = "N",
                       .summary =
                           "periods of a moving average (without it, a year, or 3); years "
                           "that a season is smoothed over (without it, it repeats exactly)"},
    [OPTION_CENTRED] = {.name = "centred", .summary = "averages around a period, not up to it"},
    [OPTION_LEVEL] = {.name = "level",
                      .value = "PERCENT",
                      .initial = "95",
                      .summary = "confidence of the band of a trend"},
    [OPTION_ROBUST] = {.name = "robust", .summary = "let outliers count less for a season"},
    [OPTION_FORMAT] = BS_OPTION_FORMAT,
    [OPTION_STORE] = BS_OPTION_STORE,
    [OPTION_AS_OF] = BS_OPTION_AS_OF,
    [OPTION_FIRST] = BS_OPTION_FIRST,
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const bs_str none = {NULL, 0};

// --- what is asked for ---------------------------------------------------------------------------

static bs_exit read_period(bs_period *out, bs_cli *cli, const bs_args *args, size_t option)
{
    const char *text = bs_args_value(args, &options[option], NULL);
    *out = BS_PERIOD_NONE;
    if (text == NULL || bs_period_parse(out, bs_str_from(text), NULL) == BS_OK) return BS_EXIT_OK;
    return bs_say_usage(cli, args->command, none,
                        "--%s is a period such as 2020 or 2020-Q1, not '%s'", options[option].name,
                        text);
}

static bs_exit read_number(double *out, bs_cli *cli, const bs_args *args, size_t option)
{
    const char *text = bs_args_value(args, &options[option], options[option].initial);
    char *end = NULL;
    if (text == NULL) return BS_EXIT_OK;
    *out = strtod(text, &end);
    if (end != text && *end == '\0' && *out > 0) return BS_EXIT_OK;
    return bs_say_usage(cli, args->command, none, "--%s is a number above zero, not '%s'",
                        options[option].name, text);
}

static bs_exit read_window(bs_growth_job *job, const bs_args *args)
{
    double window = 0;
    bs_exit status = read_number(&window, job->cli, args, OPTION_WINDOW);
    if (status != BS_EXIT_OK || window == 0) return status;
    job->window = window <= WINDOW_MAX ? (size_t)window : 0;
    bool season = (job->form->takes & BS_GROWTH_TAKES_ROBUST) != 0;
    if (season && (job->window < WINDOW_SEASON_MIN || job->window % 2 == 0)) {
        return bs_say_usage(job->cli, args->command, none,
                            "--window of a season is an odd number of years from %d on, not '%s'",
                            WINDOW_SEASON_MIN, bs_args_value(args, &options[OPTION_WINDOW], ""));
    }
    if (job->window >= 2 && (double)job->window == window) return BS_EXIT_OK;
    return bs_say_usage(job->cli, args->command, none, "--window is a whole number from 2 to %d",
                        WINDOW_MAX);
}

// An option that says nothing about the form is a mistake, told with the forms that it belongs to.
static bs_exit refuse_strangers(const bs_growth_job *job, const bs_args *args)
{
    static const struct {
        size_t option;
        unsigned bit;
        const char *forms;
    } rows[] = {
        {OPTION_BASE, BS_GROWTH_TAKES_BASE, "--form index"},
        {OPTION_FROM, BS_GROWTH_TAKES_STRETCH, "--form compound"},
        {OPTION_TO, BS_GROWTH_TAKES_STRETCH, "--form compound"},
        {OPTION_OF, BS_GROWTH_TAKES_WHOLE, "--form contribution"},
        {OPTION_WINDOW, BS_GROWTH_TAKES_WINDOW, "--form average or seasonal"},
        {OPTION_CENTRED, BS_GROWTH_TAKES_CENTRED, "--form average"},
        {OPTION_LEVEL, BS_GROWTH_TAKES_LEVEL, "--form trend or log-trend"},
        {OPTION_ROBUST, BS_GROWTH_TAKES_ROBUST, "--form seasonal"},
    };
    for (size_t i = 0; i < BS_COUNT(rows); i++) {
        bool taken = (job->form->takes & rows[i].bit) != 0;
        if (taken || !bs_args_has(args, &options[rows[i].option])) continue;
        return bs_say_usage(job->cli, args->command, none, "--%s needs %s",
                            options[rows[i].option].name, rows[i].forms);
    }
    bool whole = (job->form->takes & BS_GROWTH_TAKES_WHOLE) != 0;
    if (whole && !bs_args_has(args, &options[OPTION_OF])) {
        return bs_say_usage(job->cli, args->command, none, "--form %s needs --of SERIES, the whole",
                            job->form->name);
    }
    bool per = bs_args_has(args, &options[OPTION_PER]), by = bs_args_has(args, &options[OPTION_BY]);
    if (per == by) return BS_EXIT_OK;
    return bs_say_usage(
        job->cli, args->command,
        per ? BS_STR("flows, such as exports, have a sum; stocks, such as reserves, "
                     "a last value; prices a mean")
            : none,
        per ? "--per needs --by sum, mean or last"
            : "--by needs --per year, half, quarter or month");
}

static bs_exit read_job(bs_growth_job *job, bs_cli *cli, const bs_args *args)
{
    *job = (bs_growth_job){.cli = cli, .level_pct = 95};
    const bs_option *form = &options[OPTION_FORM];
    job->form = bs_growth_form_find(bs_args_value(args, form, form->initial));
    job->format = (bs_format)bs_args_choice(args, &options[OPTION_FORMAT]);
    job->centred = bs_args_has(args, &options[OPTION_CENTRED]);
    job->robust = bs_args_has(args, &options[OPTION_ROBUST]);
    bs_exit status = refuse_strangers(job, args);
    if (status == BS_EXIT_OK) status = read_period(&job->base, cli, args, OPTION_BASE);
    if (status == BS_EXIT_OK) status = read_period(&job->from, cli, args, OPTION_FROM);
    if (status == BS_EXIT_OK) status = read_period(&job->to, cli, args, OPTION_TO);
    if (status == BS_EXIT_OK) status = read_number(&job->level_pct, cli, args, OPTION_LEVEL);
    if (status == BS_EXIT_OK && job->level_pct >= 100) {
        status = bs_say_usage(cli, args->command, none, "--level is below 100 per cent");
    }
    return status == BS_EXIT_OK ? read_window(job, args) : status;
}

// --- the series ----------------------------------------------------------------------------------

// The values of a series to compute with: as they are, or gathered by longer periods.
static bs_status make_line(bs_line *out, const bs_growth_job *job, const bs_args *args,
                           const bs_series *series, bs_error *err)
{
    BS_TRY(bs_line_make(out, job->cli->arena, series, err));
    bs_frequency per = bs_per_frequency(bs_args_choice(args, &options[OPTION_PER]));
    if (per == BS_FREQUENCY_NONE) return BS_OK;
    bs_gather how = (bs_gather)bs_args_choice(args, &options[OPTION_BY]);
    bs_line fine = *out;
    return bs_line_gather(out, job->cli->arena, &fine, per, how, err);
}

static bs_status make_lines(bs_line_array *out, const bs_growth_job *job, const bs_args *args,
                            const bs_stored_series_array *all, bs_error *err)
{
    for (size_t i = 0; i < all->count; i++) {
        bs_line *line = BS_PUSH(job->cli->arena, out);
        if (line == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        BS_TRY(make_line(line, job, args, &all->items[i].series, err));
    }
    return BS_OK;
}

static bs_status find_whole(bs_growth_job *job, const bs_args *args, bs_store *store,
                            const bs_store_view *view, bs_error *err)
{
    const char *name = bs_args_value(args, &options[OPTION_OF], NULL);
    if (name == NULL) return BS_OK;
    const bs_stored_series *stored;
    bs_line *line = BS_NEW(job->cli->arena, bs_line);
    if (line == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    BS_TRY(bs_stored_get(&stored, job->cli->arena, store, name, view, err));
    BS_TRY(make_line(line, job, args, &stored->series, err));
    job->whole = line;
    return BS_OK;
}

static bs_status tell(bs_growth_job *job, const bs_args *args, bs_store *store,
                      const bs_stored_series_array *all, const bs_store_view *view, bs_error *err)
{
    bs_line_array lines = {0};
    BS_TRY(make_lines(&lines, job, args, all, err));
    BS_TRY(find_whole(job, args, store, view, err));
    return job->form->tell(job, &lines, err);
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    bs_growth_job job;
    bs_store_view view;
    bs_exit status = read_job(&job, cli, args);
    const bs_stored_options wish = {.store = &options[OPTION_STORE],
                                    .as_of = &options[OPTION_AS_OF],
                                    .first = &options[OPTION_FIRST]};
    if (status == BS_EXIT_OK) status = bs_stored_view(&view, cli, args, &wish);
    if (status != BS_EXIT_OK) return status;
    bs_store *store = NULL;
    bs_stored_series_array all = {0};
    bs_error err = BS_ERROR_INIT;
    status = bs_stored_read_series(&all, &store, cli, args, &wish);
    if (status == BS_EXIT_OK && tell(&job, args, store, &all, &view, &err) != BS_OK) {
        status = bs_say_error(cli, &err, none, none);
    }
    bs_store_close(store);
    return status;
}

static const bs_example examples[] = {
    {"bseries growth exports", "on the year, with what rounding leaves open"},
    {"bseries growth exports --form index --base 2020", "index numbers, 2020 = 100"},
    {"bseries growth exports --form compound --from 2015 --to 2023", "a year, on average"},
    {"bseries growth exports --per year --by sum", "of the yearly sums of monthly values"},
    {"bseries growth 'exports/*' --form contribution --of exports/total",
     "what each part adds to the growth of the whole"},
    {"bseries growth exports --form seasonal", "season, trend and the values without season"},
    {"bseries growth exports --form period -f csv", "on the period before, for a program"},
};

const bs_command bs_command_growth = {
    .name = "growth",
    .operands = "SERIES...",
    .summary = "Show how series grow, and what rounding leaves open",
    .description = BS_SERIES_HELP
    "FORM is one of:\n"
    "year: in per cent of the same part of the year before. period: of the period before. "
    "annualised: the same, as if kept up for a year. change, change-year: the difference; "
    "for shares and rates, which have no growth in per cent, it is given in points instead "
    "of all these. log, log-year: 100 times the difference of logarithms.\n"
    "index: index numbers, --base = 100. compound: steady growth a year between --from and "
    "--to (CAGR). contribution, contribution-period: what each series adds to the growth "
    "of the whole --of, on the year or on the period before, and what the parts leave "
    "over.\n"
    "value: the values themselves, gathered by --per and --by. average: moving averages "
    "over --window periods. trend, log-trend: the straight line or the steady growth "
    "through the values, with its confidence band. seasonal: season, trend and remainder "
    "by STL, and the values without their season.\n"
    "low and high are the least and the most that the printed digits allow. Where there is "
    "no result, note says why: there is no growth from a value that is not above zero, or "
    "that rounding allows to be zero; a value that is missing is never filled in.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_min = 1,
    .operand_max = SIZE_MAX,
    .complete = BS_COMPLETE_SERIES,
    .run = run,
};
