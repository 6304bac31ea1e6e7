// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/base/pages.h"
#include "engine/cli/chart_job.h"
#include "engine/cli/commands.h"
#include "engine/cli/message.h"
#include "engine/cli/options.h"
#include "plots/render/draw.h"

enum {
    OPTION_OUTPUT,
    OPTION_FORMAT,
    OPTION_KIND,
    OPTION_TITLE,
    OPTION_SUBTITLE,
    OPTION_SOURCE,
    OPTION_NOTE,
    OPTION_FROM,
    OPTION_TO,
    OPTION_PER,
    OPTION_BASE,
    OPTION_BREAK,
    OPTION_LOG,
    OPTION_ZERO,
    OPTION_AXES,
    OPTION_THEME,
    OPTION_SIZE,
    OPTION_WIDTH,
    OPTION_HEIGHT,
    OPTION_SCALE,
    OPTION_LANG,
    OPTION_WITH_DATA,
    OPTION_NO_CHECK,
    OPTION_ALL,
    OPTION_STORE,
    OPTION_AS_OF,
    OPTION_VINTAGES,
    OPTION_FIRST,
    OPTION_COUNT
};

static const char *const format_names[] = {"png", "svg", "pdf", NULL};
static const char *const zero_names[] = {"auto", "always", "never", NULL};
static const char *const axes_names[] = {"auto", "shared", "free", NULL};
static const char *const theme_names[] = {"light", "dark", "print", NULL};

static const bs_option options[] = {
    [OPTION_OUTPUT] = BS_OPTION_OUTPUT,
    [OPTION_FORMAT] = {.name = "format",
                       .letter = 'f',
                       .value = "FORMAT",
                       .choices = format_names,
                       .summary = "form of the file; without it, told by the ending of OUT, else "
                                  "svg"},
    [OPTION_KIND] = {.name = "kind",
                     .letter = 'k',
                     .value = "KIND",
                     .choices = bs_chart_form_names,
                     .initial = "auto",
                     .summary = "how to draw it; auto is what suits units and periods"},
    [OPTION_TITLE] = {.name = "title", .value = "TEXT", .summary = "the finding, or the name"},
    [OPTION_SUBTITLE] = {.name = "subtitle",
                         .value = "TEXT",
                         .summary = "measure, place and period; the unit is added"},
    [OPTION_SOURCE] = {.name = "source",
                       .value = "TEXT",
                       .summary = "source line; without it, the document and its lines"},
    [OPTION_NOTE] = {.name = "note", .value = "TEXT", .summary = "a note at the foot"},
    [OPTION_FROM] = {.name = "from",
                     .value = "PERIOD",
                     .summary = "only from this period on (2020, 2020-Q1, 2020-01)"},
    [OPTION_TO] = {.name = "to", .value = "PERIOD", .summary = "only up to this period"},
    [OPTION_PER] = {.name = "per",
                    .value = "LENGTH",
                    .choices = bs_per_names,
                    .summary = "values of this length of time, where a series has several; "
                               "without it, the commonest"},
    [OPTION_BASE] = {.name = "base",
                     .value = "PERIOD",
                     .summary = "the period that is 100 in an index; without it, the first that "
                                "all series have"},
    [OPTION_BREAK] = {.name = "break",
                      .value = "PERIOD",
                      .summary = "the values before this period cannot be compared with it; may "
                                 "be given several times"},
    [OPTION_LOG] = {.name = "log", .summary = "a logarithmic axis, for values above 0"},
    [OPTION_ZERO] = {.name = "zero",
                     .value = "WHEN",
                     .choices = zero_names,
                     .initial = "auto",
                     .summary = "whether the axis of lines begins at 0; bars always do"},
    [OPTION_AXES] = {.name = "axes",
                     .value = "HOW",
                     .choices = axes_names,
                     .initial = "auto",
                     .summary = "whether panels share one scale"},
    [OPTION_THEME] = {.name = "theme",
                      .value = "THEME",
                      .choices = theme_names,
                      .initial = "light",
                      .summary = "colours of the picture"},
    [OPTION_SIZE] = {.name = "size",
                     .value = "SIZE",
                     .summary = "phone, column, page, slide, or WIDTHxHEIGHT in px"},
    [OPTION_WIDTH] = {.name = "width",
                      .value = "PX",
                      .summary = "width of the page, 320 to 4000; without it, what suits"},
    [OPTION_HEIGHT] = {.name = "height",
                       .value = "PX",
                       .summary = "height of the page; without it, what the content takes"},
    [OPTION_SCALE] = {.name = "scale",
                      .value = "N",
                      .initial = "2",
                      .summary = "PNG: pixels for one px of the page"},
    [OPTION_LANG] = {.name = "lang",
                     .letter = 'l',
                     .value = "LANG",
                     .choices = bs_lang_names,
                     .summary = "language of the words that are added; without it, that of the "
                                "document"},
    [OPTION_WITH_DATA] = {.name = "with-data",
                          .summary = "also write the values beside the picture, as OUT.csv"},
    [OPTION_NO_CHECK] = {.name = "no-check", .summary = "do not mark values that the checks doubt"},
    [OPTION_ALL] = {.name = "all",
                    .letter = 'a',
                    .summary = "a chart for each table and group, into the folder OUT"},
    [OPTION_STORE] = BS_OPTION_STORE,
    [OPTION_AS_OF] = BS_OPTION_AS_OF,
    [OPTION_VINTAGES] = BS_OPTION_VINTAGES,
    [OPTION_FIRST] = BS_OPTION_FIRST,
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const bs_str none = {NULL, 0};

// --- options -------------------------------------------------------------------------------------

static bs_exit read_number(const bs_chart_job *job, const bs_args *args, size_t option, double *out)
{
    const char *text = bs_args_value(args, &options[option], NULL);
    if (text == NULL) return BS_EXIT_OK;
    char *end;
    double value = strtod(text, &end);
    if (end != text && *end == '\0' && isfinite(value) && value > 0) {
        *out = value;
        return BS_EXIT_OK;
    }
    return bs_say_usage(job->cli, args->command, none, "--%s is a number above 0, not '%s'",
                        options[option].name, text);
}

static bs_exit read_period(const bs_chart_job *job, const bs_args *args, size_t option,
                           bs_period *out)
{
    const char *text = bs_args_value(args, &options[option], NULL);
    *out = BS_PERIOD_NONE;
    if (text == NULL || bs_period_parse(out, bs_str_from(text), NULL) == BS_OK) return BS_EXIT_OK;
    return bs_say_usage(job->cli, args->command, none,
                        "--%s is a period such as 2023, 2023-Q1 or 2023-06, not '%s'",
                        options[option].name, text);
}

static bs_exit read_breaks(bs_chart_job *job, const bs_args *args)
{
    bs_text_array texts = {0};
    if (bs_args_list(&texts, job->cli->arena, args, &options[OPTION_BREAK]) != BS_OK) {
        return BS_EXIT_FILE;
    }
    bs_period *breaks = BS_NEW_ARRAY(job->cli->arena, bs_period, texts.count);
    if (breaks == NULL) return BS_EXIT_FILE;
    for (size_t i = 0; i < texts.count; i++) {
        if (bs_period_parse(&breaks[i], bs_str_from(texts.items[i]), NULL) == BS_OK) continue;
        return bs_say_usage(job->cli, args->command, none,
                            "--break is a period such as 2023 or 2023-Q1, not '%s'",
                            texts.items[i]);
    }
    job->wish.breaks = breaks;
    job->wish.break_count = texts.count;
    return BS_EXIT_OK;
}

// Sizes by name: a telephone, the column and the width of a page of news, a slide.
static const struct {
    const char *name;
    double width;
    double height; // 0: what the content takes
} sizes[] = {{"phone", 360, 0}, {"column", 560, 0}, {"page", 960, 0}, {"slide", 1280, 720}};

static bs_exit read_size(bs_chart_job *job, const bs_args *args)
{
    const char *text = bs_args_value(args, &options[OPTION_SIZE], NULL);
    int width, height, end = 0;
    if (text == NULL) return BS_EXIT_OK;
    for (size_t i = 0; i < BS_COUNT(sizes); i++) {
        if (strcmp(sizes[i].name, text) != 0) continue;
        job->chart.width_px = sizes[i].width;
        job->chart.height_px = sizes[i].height;
        return BS_EXIT_OK;
    }
    if (sscanf(text, "%5dx%5d%n", &width, &height, &end) == 2 && text[end] == '\0') {
        job->chart.width_px = width;
        job->chart.height_px = height;
        if (width > 0 && height > 0) return BS_EXIT_OK;
    }
    return bs_say_usage(job->cli, args->command, none,
                        "--size is phone, column, page, slide or WIDTHxHEIGHT, not '%s'", text);
}

static bs_exit choose_format(bs_chart_job *job, const bs_args *args, const char *path)
{
    const char *name = bs_args_value(args, &options[OPTION_FORMAT], NULL);
    bool piped = strcmp(path, "-") == 0, all = bs_args_has(args, &options[OPTION_ALL]);
    job->format = name != NULL   ? bs_render_format_find(bs_str_from(name))
                  : piped || all ? bs_render_format_find(BS_STR("svg"))
                                 : bs_render_format_of_path(bs_str_from(path));
    if (all && piped) {
        return bs_say_usage(job->cli, args->command, none, "--all needs a folder: -o DIR");
    }
    if (job->format == NULL) {
        return bs_say_usage(job->cli, args->command, BS_STR("--format png, svg or pdf"),
                            "cannot tell the form of the picture from '%s'", path);
    }
    if (piped && job->data != BS_DATA_NONE) {
        return bs_say_usage(job->cli, args->command, none, "--with-data needs -o OUT");
    }
    if (!piped || !job->cli->out->terminal) return BS_EXIT_OK;
    return bs_say_usage(job->cli, args->command, BS_STR("-o OUT writes it to a file"),
                        "a %s is not for a terminal", job->format->name);
}

// SOURCE_DATE_EPOCH, when it is set: the date of a build that can be repeated.
static bs_exit read_date(bs_chart_job *job, const bs_args *args)
{
    const char *text = getenv("SOURCE_DATE_EPOCH");
    job->dated = text != NULL && *text != '\0';
    if (!job->dated) return BS_EXIT_OK;
    char *end;
    job->render.date = strtoll(text, &end, 10);
    if (*end == '\0' && job->render.date >= 0 && job->render.date < 253402300800) return BS_EXIT_OK;
    return bs_say_usage(job->cli, args->command, none,
                        "SOURCE_DATE_EPOCH is seconds since 1970, not '%s'", text);
}

static bs_exit read_numbers(bs_chart_job *job, const bs_args *args)
{
    const struct {
        size_t option;
        double *out;
    } numbers[] = {{OPTION_WIDTH, &job->chart.width_px},
                   {OPTION_HEIGHT, &job->chart.height_px},
                   {OPTION_SCALE, &job->render.scale}};
    for (size_t i = 0; i < BS_COUNT(numbers); i++) {
        bs_exit status = read_number(job, args, numbers[i].option, numbers[i].out);
        if (status != BS_EXIT_OK) return status;
    }
    return BS_EXIT_OK;
}

static bs_exit read_periods(bs_chart_job *job, const bs_args *args)
{
    bs_exit status = read_period(job, args, OPTION_FROM, &job->wish.from);
    if (status == BS_EXIT_OK) status = read_period(job, args, OPTION_TO, &job->wish.to);
    if (status == BS_EXIT_OK) status = read_period(job, args, OPTION_BASE, &job->chart.base);
    return status == BS_EXIT_OK ? read_breaks(job, args) : status;
}

// The words that were asked for, unless they are patterns or keys.
static bs_str read_asked(bs_cli *cli, const bs_args *args)
{
    bs_buffer text = BS_BUFFER_INIT;
    bool plain = true;
    for (size_t i = 0; i < args->operands.count; i++) {
        const char *operand = args->operands.items[i];
        if (strpbrk(operand, "*?[/|") != NULL) plain = false;
        bs_buffer_addf(&text, "%s%s", i > 0 ? ", " : "", operand);
    }
    bs_str out = plain ? bs_arena_str(cli->arena, bs_buffer_str(&text)) : none;
    bs_buffer_deinit(&text);
    return out;
}

static void read_words(bs_chart_job *job, const bs_args *args)
{
    const struct {
        size_t option;
        bs_str *out;
    } words[] = {{OPTION_TITLE, &job->chart.title},
                 {OPTION_SUBTITLE, &job->chart.subtitle},
                 {OPTION_SOURCE, &job->chart.source},
                 {OPTION_NOTE, &job->chart.note}};
    for (size_t i = 0; i < BS_COUNT(words); i++)
        *words[i].out = bs_str_from(bs_args_value(args, &options[words[i].option], NULL));
}

static bs_exit read_job(bs_chart_job *job, bs_cli *cli, const bs_args *args, const char *path)
{
    *job = (bs_chart_job){.cli = cli, .render = BS_RENDER_OPTIONS_INIT, .chart = BS_CHART_INIT};
    bs_chart *chart = &job->chart;
    job->wish.form = (bs_chart_form)bs_args_choice(args, &options[OPTION_KIND]);
    chart->theme = (bs_theme_id)bs_args_choice(args, &options[OPTION_THEME]);
    chart->scale = bs_args_has(args, &options[OPTION_LOG]) ? BS_CHART_LOG : BS_CHART_LINEAR;
    chart->zero = (bs_chart_zero)bs_args_choice(args, &options[OPTION_ZERO]);
    chart->axes = (bs_chart_axes)bs_args_choice(args, &options[OPTION_AXES]);
    if (bs_args_has(args, &options[OPTION_WITH_DATA])) job->data = BS_DATA_BESIDE;
    read_words(job, args);
    const char *lang = bs_args_value(args, &options[OPTION_LANG], NULL);
    job->wish.translated = lang != NULL;
    job->wish.asked = read_asked(cli, args);
    job->wish.vintages = bs_args_has(args, &options[OPTION_VINTAGES]);
    if (lang != NULL && bs_lang_parse(&chart->lang, bs_str_from(lang), NULL) != BS_OK) {
        return BS_EXIT_USAGE;
    }
    bs_exit status = choose_format(job, args, path);
    if (status == BS_EXIT_OK) status = read_size(job, args);
    if (status == BS_EXIT_OK) status = read_numbers(job, args);
    if (status == BS_EXIT_OK) status = read_periods(job, args);
    return status == BS_EXIT_OK ? read_date(job, args) : status;
}

// --- running -------------------------------------------------------------------------------------

// `named`: what the series were asked for by. What has been named one by one is drawn in any case.
static bs_exit chart_one(bs_chart_job *job, const char *path, bs_stored_series_array *all,
                         size_t named, const bs_chart_doubts *doubts)
{
    bs_error err = BS_ERROR_INIT;
    size_t flags = 0, single = 0;
    if (job->wish.form == BS_FORM_AUTO && named < all->count) single = bs_chart_take_single(all);
    if (bs_chart_job_draw(job, path, all, doubts, &flags, &err) != BS_OK) {
        bool many = err.status == BS_E_LIMIT && job->wish.form != BS_FORM_BAR;
        bool panels = job->wish.form == BS_FORM_LINE && all->count <= BS_CHART_PANELS_MAX;
        bs_str help = panels ? BS_STR("name fewer series, give each a panel with --kind panels, or "
                                      "draw the last values of all with --kind bar")
                             : BS_STR("name fewer series, or draw the last values of all with "
                                      "--kind bar");
        return bs_say_error(job->cli, &err, none, many ? help : none);
    }
    if (strcmp(path, "-") == 0) return BS_EXIT_OK;
    bs_say(job->cli, "%s: %s, %s in doubt", path,
           bs_say_count(job->cli->arena, all->count, "series", "series").ptr,
           bs_say_count(job->cli->arena, flags, "value", NULL).ptr);
    if (single > 0) {
        bs_say(job->cli, "%s of one value not drawn: --kind bar or panels draws all",
               bs_say_count(job->cli->arena, single, "series", "series").ptr);
    }
    bs_chart_form form = job->wish.form;
    if (job->wish.vintages && form != BS_FORM_AUTO && form != BS_FORM_REVISIONS)
        bs_say(job->cli, "of each value the newest is drawn: --kind revisions draws all vintages");
    return BS_EXIT_OK;
}

// Of one indicator with values of several lengths of time, only those of one are drawn.
static bs_exit take_lengths(bs_cli *cli, const bs_args *args, bs_stored_series_array *all)
{
    bs_error err = BS_ERROR_INIT;
    size_t taken, siblings;
    bs_frequency wanted = bs_per_frequency(bs_args_choice(args, &options[OPTION_PER]));
    if (bs_chart_take_lengths(&taken, all, cli->arena, &err) != BS_OK ||
        bs_chart_take_siblings(&siblings, all, wanted, &err) != BS_OK)
        return bs_say_error(cli, &err, none, none);
    taken += siblings;
    if (taken > 0 && wanted == BS_FREQUENCY_NONE) {
        bs_say(cli, "%s of another length of time not drawn: --per year, quarter, ... chooses",
               bs_say_count(cli->arena, taken, "value", NULL).ptr);
    }
    return BS_EXIT_OK;
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    bs_chart_job job;
    const char *path = bs_args_value(args, &options[OPTION_OUTPUT], "-");
    bs_exit status = read_job(&job, cli, args, path);
    if (status != BS_EXIT_OK) return status;
    bs_pages_use_heap(BS_DRAW_HEAP_BYTES);
    bool every = bs_args_has(args, &options[OPTION_ALL]);
    if (args->operands.count == 0 && !every) {
        return bs_say_usage(cli, args->command, BS_STR("--all draws every table"), "chart needs %s",
                            args->command->operands);
    }
    bs_store *store = NULL;
    bs_stored_series_array all = {0};
    bs_chart_doubts doubts = {{0}, {0}};
    // Whoever asks for the kind that shows revisions asks for every vintage.
    bool revisions = job.wish.form == BS_FORM_REVISIONS;
    const bs_stored_options wish = {.store = &options[OPTION_STORE],
                                    .as_of = &options[OPTION_AS_OF],
                                    .vintages = &options[revisions ? OPTION_KIND : OPTION_VINTAGES],
                                    .first = &options[OPTION_FIRST]};
    status = bs_stored_read_series(&all, &store, cli, args, &wish);
    if (status == BS_EXIT_OK && !bs_args_has(args, &options[OPTION_NO_CHECK])) {
        status = bs_chart_doubts_find(&doubts, cli, store, &all);
    }
    if (status == BS_EXIT_OK) status = take_lengths(cli, args, &all);
    if (status == BS_EXIT_OK) {
        status = every ? bs_chart_batch(&job, path, &all, &doubts)
                       : chart_one(&job, path, &all, args->operands.count, &doubts);
    }
    bs_chart_job_deinit(&job);
    bs_chart_doubts_deinit(&doubts);
    bs_store_close(store);
    return status;
}

static const bs_example examples[] = {
    {"bseries chart 컴퓨팅 -o targets.png", "all series whose key contains the word, as panels"},
    {"bseries chart 계약금액 -o ranking.svg", "a ranking as bars, with text that can be searched"},
    {"bseries chart 수출 수입 --kind index -o trade.pdf", "growth of two series from 100"},
    {"bseries chart GDP --kind growth --lang en --size phone -o gdp.png", "for a telephone"},
    {"bseries chart --all --format png -o charts", "every table of the store"},
};

const bs_command bs_command_chart = {
    .name = "chart",
    .operands = "SERIES...",
    .summary = "Draw series, with what is doubtful marked",
    .description = BS_SERIES_HELP
    "Targets and forecasts are dashed, a missing value is a gap, and bars begin at 0. A "
    "value that `check` doubts is ringed, with the reason and the proposed value in words. "
    "Beside lines, series of one value are left out with a word; --kind bar or panels "
    "draws them too. Of an indicator that has years beside their quarters or months, what "
    "there is most of is drawn; --per chooses.\n"
    "A letter that no installed font has is an error. The same data give the same bytes; a "
    "PDF is dated by SOURCE_DATE_EPOCH, else by its newest source.\n"
    "Kinds: line (one panel), panels (small multiples), bar (the last value of each, in "
    "sections by table and unit), slope and dumbbell (two periods), index (growth from "
    "100), growth (on a year earlier, as columns), contribution (of parts to the growth of "
    "their whole), share (parts of 100 %), step (targets as steps), revisions (what was "
    "published earlier behind what is known now), spark (a table of small lines).",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_max = SIZE_MAX,
    .complete = BS_COMPLETE_SERIES,
    .run = run,
};
