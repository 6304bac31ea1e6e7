// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>
#include <stdlib.h>

#include "engine/base/file.h"
#include "engine/cli/chart_build.h"
#include "engine/cli/commands.h"
#include "engine/cli/message.h"
#include "engine/cli/options.h"
#include "plots/render/render.h"

enum {
    OPTION_OUTPUT,
    OPTION_FORMAT,
    OPTION_KIND,
    OPTION_TITLE,
    OPTION_SUBTITLE,
    OPTION_SOURCE,
    OPTION_NOTE,
    OPTION_SCALE,
    OPTION_ZERO,
    OPTION_AXES,
    OPTION_THEME,
    OPTION_WIDTH,
    OPTION_ZOOM,
    OPTION_LANG,
    OPTION_WITH_DATA,
    OPTION_NO_CHECK,
    OPTION_STORE,
    OPTION_AS_OF,
    OPTION_VINTAGES,
    OPTION_FIRST,
    OPTION_COUNT
};

static const char *const format_names[] = {"png", "svg", "pdf", NULL};
static const char *const kind_names[] = {"auto", "line", "panels", "bar", NULL};
static const char *const scale_names[] = {"linear", "log", "index", NULL};
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
                     .choices = kind_names,
                     .initial = "auto",
                     .summary = "all lines in one panel, a panel for each, or bars; auto is "
                                "what suits units and periods"},
    [OPTION_TITLE] = {.name = "title", .value = "TEXT", .summary = "the finding, or the name"},
    [OPTION_SUBTITLE] = {.name = "subtitle",
                         .value = "TEXT",
                         .summary = "measure, place and period; the unit is added"},
    [OPTION_SOURCE] = {.name = "source",
                       .value = "TEXT",
                       .summary = "source line; without it, the document and its lines"},
    [OPTION_NOTE] = {.name = "note", .value = "TEXT", .summary = "a note at the foot"},
    [OPTION_SCALE] = {.name = "scale",
                      .value = "SCALE",
                      .choices = scale_names,
                      .initial = "linear",
                      .summary = "log, or index: growth from 100 at the first common period"},
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
    [OPTION_WIDTH] = {.name = "width",
                      .value = "PX",
                      .summary = "width of the page, 320 to 4000; the height follows from it"},
    [OPTION_ZOOM] = {.name = "zoom",
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
    [OPTION_STORE] = BS_OPTION_STORE,
    [OPTION_AS_OF] = BS_OPTION_AS_OF,
    [OPTION_VINTAGES] = BS_OPTION_VINTAGES,
    [OPTION_FIRST] = BS_OPTION_FIRST,
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const bs_str none = {NULL, 0};

typedef struct job {
    bs_cli *cli;
    const bs_args *args;
    const char *path;
    const bs_render_format *format;
    bs_render_options render;
    bs_chart chart;
    bs_chart_form form;
} job;

// --- options -------------------------------------------------------------------------------------

static bs_str text_of(const job *own, size_t option)
{
    return bs_str_from(bs_args_value(own->args, &options[option], NULL));
}

static bs_exit read_number(const job *own, size_t option, double *out)
{
    const char *text = bs_args_value(own->args, &options[option], NULL);
    if (text == NULL) return BS_EXIT_OK;
    char *end;
    double value = strtod(text, &end);
    if (end != text && *end == '\0' && isfinite(value) && value > 0) {
        *out = value;
        return BS_EXIT_OK;
    }
    return bs_say_usage(own->cli, own->args->command, none, "--%s is a number above 0, not '%s'",
                        options[option].name, text);
}

static bs_exit choose_format(job *own)
{
    const char *name = bs_args_value(own->args, &options[OPTION_FORMAT], NULL);
    bool piped = strcmp(own->path, "-") == 0;
    own->format = name != NULL ? bs_render_format_find(bs_str_from(name))
                  : piped      ? bs_render_format_find(BS_STR("svg"))
                               : bs_render_format_of_path(bs_str_from(own->path));
    if (own->format == NULL) {
        return bs_say_usage(own->cli, own->args->command, BS_STR("--format png, svg or pdf"),
                            "cannot tell the form of the picture from '%s'", own->path);
    }
    if (piped && bs_args_has(own->args, &options[OPTION_WITH_DATA])) {
        return bs_say_usage(own->cli, own->args->command, none, "--with-data needs -o OUT");
    }
    if (!piped || !own->cli->out->terminal) return BS_EXIT_OK;
    return bs_say_usage(own->cli, own->args->command, BS_STR("-o OUT writes it to a file"),
                        "a %s is not for a terminal", own->format->name);
}

// SOURCE_DATE_EPOCH, when it is set: the date of a build that can be repeated.
static bs_exit read_date(job *own, bool *given)
{
    const char *text = getenv("SOURCE_DATE_EPOCH");
    *given = text != NULL && *text != '\0';
    if (!*given) return BS_EXIT_OK;
    char *end;
    own->render.date = strtoll(text, &end, 10);
    if (*end == '\0' && own->render.date >= 0 && own->render.date < 253402300800) return BS_EXIT_OK;
    return bs_say_usage(own->cli, own->args->command, none,
                        "SOURCE_DATE_EPOCH is seconds since 1970, not '%s'", text);
}

static bs_exit read_job(job *own, bs_cli *cli, const bs_args *args, bool *dated)
{
    *own =
        (job){.cli = cli, .args = args, .render = BS_RENDER_OPTIONS_INIT, .chart = BS_CHART_INIT};
    own->path = bs_args_value(args, &options[OPTION_OUTPUT], "-");
    own->form = (bs_chart_form)bs_args_choice(args, &options[OPTION_KIND]);
    own->chart.theme = (bs_theme_id)bs_args_choice(args, &options[OPTION_THEME]);
    own->chart.scale = (bs_chart_scale)bs_args_choice(args, &options[OPTION_SCALE]);
    own->chart.zero = (bs_chart_zero)bs_args_choice(args, &options[OPTION_ZERO]);
    own->chart.axes = (bs_chart_axes)bs_args_choice(args, &options[OPTION_AXES]);
    own->chart.title = text_of(own, OPTION_TITLE);
    own->chart.subtitle = text_of(own, OPTION_SUBTITLE);
    own->chart.source = text_of(own, OPTION_SOURCE);
    own->chart.note = text_of(own, OPTION_NOTE);
    bs_str lang = text_of(own, OPTION_LANG);
    if (lang.len > 0 && bs_lang_parse(&own->chart.lang, lang, NULL) != BS_OK) return BS_EXIT_USAGE;
    bs_exit status = choose_format(own);
    if (status == BS_EXIT_OK) status = read_number(own, OPTION_WIDTH, &own->chart.width_px);
    if (status == BS_EXIT_OK) status = read_number(own, OPTION_ZOOM, &own->render.scale);
    if (status == BS_EXIT_OK) status = read_date(own, dated);
    return status;
}

// --- drawing -------------------------------------------------------------------------------------

// The newest vintage among the series, as seconds: the same data give the same file on any day.
static int64_t newest_date(const bs_stored_series_array *all)
{
    enum { DAY = 86400 };
    int64_t newest = 0;
    for (size_t i = 0; i < all->count; i++) {
        for (size_t j = 0; j < all->items[i].series.observations.count; j++) {
            bs_period period, day;
            if (bs_period_parse(&period, all->items[i].vintages[j], NULL) != BS_OK) continue;
            if (bs_period_day(&day, bs_period_start(period), NULL) != BS_OK) continue;
            if ((int64_t)day.first * DAY > newest) newest = (int64_t)day.first * DAY;
        }
    }
    return newest;
}

static bs_status write_scene(const job *own, const bs_scene *scene, bs_error *err)
{
    if (strcmp(own->path, "-") == 0) {
        return bs_render(&own->cli->out->pending, own->format, scene, &own->render, err);
    }
    bs_buffer bytes = BS_BUFFER_INIT;
    bs_status status = bs_render(&bytes, own->format, scene, &own->render, err);
    if (status == BS_OK) status = bs_file_write(own->path, bs_buffer_str(&bytes), err);
    bs_buffer_deinit(&bytes);
    return status;
}

static bs_status draw(const job *own, bs_error *err)
{
    bs_text *text;
    bs_scene scene;
    BS_TRY(bs_text_new(&text, own->chart.lang, err));
    bs_status status = bs_chart_draw(&scene, own->cli->arena, text, &own->chart, err);
    if (status == BS_OK) status = write_scene(own, &scene, err);
    bs_text_free(text);
    return status;
}

// The values of the picture as a table, for those who cannot see it and those who want to count.
static bs_status write_data(const job *own, const bs_stored_series_array *all, bs_error *err)
{
    bs_export_series_array series = {0};
    BS_TRY(bs_stored_export(&series, own->cli->arena, all, err));
    bs_str path = bs_arena_format(own->cli->arena, "%s.csv", own->path);
    if (path.ptr == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    bs_buffer bytes = BS_BUFFER_INIT;
    const bs_export_format *csv = bs_export_format_find(BS_STR("csv"));
    bs_status status = bs_export_write(&bytes, csv, &series, NULL, NULL, err);
    if (status == BS_OK) status = bs_file_write(path.ptr, bs_buffer_str(&bytes), err);
    bs_buffer_deinit(&bytes);
    return status;
}

static size_t count_flags(const bs_chart *chart)
{
    size_t count = 0;
    for (size_t i = 0; i < chart->bar_count; i++)
        count += chart->bars[i].value.reason.len > 0;
    for (size_t i = 0; i < chart->panel_count; i++) {
        for (size_t j = 0; j < chart->panels[i].line_count; j++) {
            const bs_chart_line *line = &chart->panels[i].lines[j];
            for (size_t k = 0; k < line->point_count; k++) {
                count += line->points[k].value.reason.len > 0;
            }
        }
    }
    return count;
}

static bs_exit chart_series(job *own, const bs_stored_series_array *all,
                            const bs_chart_doubts *doubts)
{
    bs_error err = BS_ERROR_INIT;
    bs_arena *arena = own->cli->arena;
    bs_status status = bs_chart_build(&own->chart, arena, all, doubts, own->form, &err);
    if (status == BS_OK) status = draw(own, &err);
    bool with_data = bs_args_has(own->args, &options[OPTION_WITH_DATA]);
    if (status == BS_OK && with_data) status = write_data(own, all, &err);
    if (status != BS_OK) return bs_say_error(own->cli, &err, none, none);
    if (strcmp(own->path, "-") == 0) return BS_EXIT_OK;
    size_t flags = count_flags(&own->chart);
    bs_say(own->cli, "%s: %s, %s in doubt", own->path,
           bs_say_count(arena, all->count, "series", "series").ptr,
           bs_say_count(arena, flags, "value", NULL).ptr);
    return BS_EXIT_OK;
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    job own;
    bool dated = false;
    bs_exit status = read_job(&own, cli, args, &dated);
    if (status != BS_EXIT_OK) return status;
    bs_store *store = NULL;
    bs_stored_series_array all = {0};
    bs_chart_doubts doubts = {{0}, {0}};
    const bs_stored_options wish = {.store = &options[OPTION_STORE],
                                    .as_of = &options[OPTION_AS_OF],
                                    .vintages = &options[OPTION_VINTAGES],
                                    .first = &options[OPTION_FIRST]};
    status = bs_stored_read_series(&all, &store, cli, args, &wish);
    if (status == BS_EXIT_OK && !bs_args_has(args, &options[OPTION_NO_CHECK])) {
        status = bs_chart_doubts_find(&doubts, cli, store, &all);
    }
    if (!dated) own.render.date = newest_date(&all);
    if (status == BS_EXIT_OK) status = chart_series(&own, &all, &doubts);
    bs_chart_doubts_deinit(&doubts);
    bs_store_close(store);
    return status;
}

static const bs_example examples[] = {
    {"bseries chart 컴퓨팅 -o targets.png", "all series whose key contains the word, as panels"},
    {"bseries chart 계약금액 -o ranking.svg", "a ranking as bars, with text that can be searched"},
    {"bseries chart 수출 수입 --scale index -o trade.pdf", "growth of two series from 100"},
};

const bs_command bs_command_chart = {
    .name = "chart",
    .operands = "SERIES...",
    .summary = "Draw series as lines, small multiples or bars",
    .description =
        "SERIES is a key, a part of one, or a glob with * and ?. Targets and forecasts are dashed, "
        "a missing value is a gap, and bars begin at 0. A value that `check` doubts is ringed, "
        "with "
        "the reason and the proposed value in words.\n"
        "A letter that no installed font has is an error. The same data give the same bytes; a PDF "
        "is dated by SOURCE_DATE_EPOCH, else by its newest source.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_min = 1,
    .operand_max = SIZE_MAX,
    .complete = BS_COMPLETE_SERIES,
    .run = run,
};
