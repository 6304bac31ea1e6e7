// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/file.h"
#include "engine/base/pipeline.h"
#include "engine/cli/commands.h"
#include "engine/cli/message.h"
#include "engine/cli/options.h"
#include "engine/cli/stored.h"

enum {
    OPTION_OUTPUT,
    OPTION_FORMAT,
    OPTION_WIDE,
    OPTION_MATRIX,
    OPTION_FOR,
    OPTION_STORE,
    OPTION_AS_OF,
    OPTION_VINTAGES,
    OPTION_FIRST,
    OPTION_COUNT
};

static const char *const format_names[] = {"csv", "wide", "matrix", "json", "jsonl", NULL};

static const char *const reader_names[] = {
    [BS_DIALECT_PLAIN] = "plain",
    [BS_DIALECT_EXCEL] = "excel",
    [BS_DIALECT_COUNT] = NULL,
};

static const bs_option options[] = {
    [OPTION_OUTPUT] = BS_OPTION_OUTPUT,
    [OPTION_FORMAT] = {.name = "format",
                       .letter = 'f',
                       .value = "FORMAT",
                       .choices = format_names,
                       .summary = "form of the file; without it, told by the ending of OUT, else "
                                  "csv"},
    [OPTION_WIDE] = {.name = "wide", .summary = "one row a period, one column a series"},
    [OPTION_MATRIX] = {.name = "matrix",
                       .summary = "one row a series, one column a period, as in the bulletin"},
    [OPTION_FOR] = {.name = "for",
                    .value = "WHOM",
                    .choices = reader_names,
                    .initial = "plain",
                    .summary = "excel: byte order mark, CRLF, and no text that runs as a formula"},
    [OPTION_STORE] = BS_OPTION_STORE,
    [OPTION_AS_OF] = BS_OPTION_AS_OF,
    [OPTION_VINTAGES] = BS_OPTION_VINTAGES,
    [OPTION_FIRST] = BS_OPTION_FIRST,
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const bs_str none = {NULL, 0};

// Endings of forms that are not written; CSV under such a name is taken for a broken file.
static const char *const other_endings[] = {
    ".xlsx", ".xls", ".ods", ".tsv", ".tab", ".xml", ".html", ".htm", ".md",     ".docx",    ".pdf",
    ".svg",  ".png", ".db",  ".zip", ".gz",  ".dta", ".sav",  ".rds", ".sqlite", ".parquet",
};

static bool ends_otherwise(bs_str path)
{
    for (size_t i = 0; i < BS_COUNT(other_endings); i++) {
        if (bs_str_ends(path, bs_str_from(other_endings[i]))) return true;
    }
    return false;
}

// --format, --wide or --matrix, else the ending of the path, else csv; NULL where the ending is
// that of another form.
static const bs_export_format *choose_format(const bs_args *args, bs_str path)
{
    if (bs_args_has(args, &options[OPTION_WIDE])) return bs_export_format_find(BS_STR("wide"));
    if (bs_args_has(args, &options[OPTION_MATRIX])) return bs_export_format_find(BS_STR("matrix"));
    const char *name = bs_args_value(args, &options[OPTION_FORMAT], NULL);
    if (name != NULL) return bs_export_format_find(bs_str_from(name));
    size_t count;
    const bs_export_format *formats = bs_export_format_table(&count);
    const bs_export_format *best = NULL;
    for (size_t i = 0; i < count; i++) {
        if (bs_str_ends(path, bs_str_from(formats[i].extension)) && best == NULL) {
            best = &formats[i];
        }
    }
    if (best == NULL && ends_otherwise(path)) return NULL;
    return best != NULL ? best : bs_export_format_find(BS_STR("csv"));
}

// One run of the command.
typedef struct job {
    bs_cli *cli;
    const char *path;
    const bs_export_format *format;
    bs_export_options wish;
    bs_export_report report;
    bs_store *store;
    bs_store_view view;
    bs_file_out *file; // NULL: standard output
    bs_buffer bytes;
} job;

static void say_done(const job *own, size_t series_count)
{
    bs_cli *cli = own->cli;
    if (strcmp(own->path, "-") == 0) return;
    bs_say(cli, "%s: %s of %s", own->path,
           bs_say_count(cli->arena, own->report.rows, "row", NULL).ptr,
           bs_say_count(cli->arena, series_count, "series", "series").ptr);
    if (own->report.disarmed > 0) {
        bs_say(cli, "%s would have run as a formula and got an apostrophe in front",
               bs_say_count(cli->arena, own->report.disarmed, "text", NULL).ptr);
    }
}

// --- some series after the others ----------------------------------------------------------------

enum { SERIES_AT_ONCE = 64, SLOTS_A_THREAD = 2 };

// Some series on their way from the store into the file.
typedef struct slot {
    bs_arena arena;
    bs_stored_series stored[SERIES_AT_ONCE];
    size_t count;
    bs_buffer bytes;
    bs_export_report report;
} slot;

typedef struct relay {
    job *own;
    const bs_series_info_array *infos;
    size_t next;
    slot slots[BS_PIPELINE_SLOTS_MAX];
} relay;

static bs_status read_some(void *context, size_t index, bool *more, bs_error *err)
{
    relay *way = context;
    slot *now = &way->slots[index];
    *more = way->next < way->infos->count;
    bs_arena_reset(&now->arena);
    for (now->count = 0; now->count < SERIES_AT_ONCE && way->next < way->infos->count;) {
        const bs_series_info *info = &way->infos->items[way->next++];
        BS_TRY(bs_store_get(&now->stored[now->count++], &now->arena, way->own->store, info->key,
                            &way->own->view, err));
    }
    return BS_OK;
}

static bs_status format_some(void *context, size_t index, bs_error *err)
{
    const job *own = ((relay *)context)->own;
    slot *now = &((relay *)context)->slots[index];
    bs_buffer_clear(&now->bytes);
    now->report = (bs_export_report){0};
    for (size_t i = 0; i < now->count; i++) {
        const bs_stored_series *stored = &now->stored[i];
        bs_export_series item = {
            .series = &stored->series, .sources = stored->sources, .vintages = stored->vintages};
        BS_TRY(own->format->add(&now->bytes, &item, &own->wish, &now->report, err));
    }
    return BS_OK;
}

static bs_status write_bytes(job *own, bs_str bytes, bs_error *err)
{
    if (own->file != NULL) return bs_file_out_add(own->file, bytes, err);
    bs_stream_add_str(own->cli->out, bytes);
    bs_stream_relieve(own->cli->out);
    return BS_OK;
}

static bs_status write_some(void *context, size_t index, bs_error *err)
{
    job *own = ((relay *)context)->own;
    const slot *now = &((relay *)context)->slots[index];
    own->report.rows += now->report.rows;
    own->report.disarmed += now->report.disarmed;
    return write_bytes(own, bs_buffer_str(&now->bytes), err);
}

static bs_status write_each(job *own, const bs_series_info_array *infos, bs_error *err)
{
    relay way = {.own = own, .infos = infos};
    size_t helpers = infos->count > SERIES_AT_ONCE ? bs_pipeline_helpers() : 0;
    bs_pipeline pipeline = {.context = &way,
                            .slot_count = SLOTS_A_THREAD * (helpers + 1),
                            .helper_count = helpers,
                            .claim = read_some,
                            .work = format_some,
                            .take = write_some};
    own->format->begin(&own->bytes, &own->wish);
    bs_status status = write_bytes(own, bs_buffer_str(&own->bytes), err);
    if (status == BS_OK) status = bs_pipeline_run(&pipeline, err);
    for (size_t i = 0; i < BS_PIPELINE_SLOTS_MAX; i++) {
        bs_arena_deinit(&way.slots[i].arena);
        bs_buffer_deinit(&way.slots[i].bytes);
    }
    return status;
}

static bs_status write_streaming(job *own, const bs_series_info_array *infos, bs_error *err)
{
    if (strcmp(own->path, "-") == 0) return write_each(own, infos, err);
    BS_TRY(bs_file_out_open(&own->file, own->path, err));
    BS_TRY(write_each(own, infos, err));
    bs_file_out *file = own->file;
    own->file = NULL;
    return bs_file_out_commit(file, err);
}

// --- all at once ---------------------------------------------------------------------------------

static bs_status write_all(job *own, const bs_series_info_array *infos, bs_error *err)
{
    bs_stored_series_array stored = {0};
    bs_export_series_array all = {0};
    BS_TRY(bs_stored_collect(&stored, own->cli->arena, own->store, infos, &own->view, err));
    BS_TRY(bs_stored_export(&all, own->cli->arena, &stored, err));
    BS_TRY(bs_export_write(&own->bytes, own->format, &all, &own->wish, &own->report, err));
    if (strcmp(own->path, "-") != 0)
        return bs_file_write(own->path, bs_buffer_str(&own->bytes), err);
    bs_stream_add_str(own->cli->out, bs_buffer_str(&own->bytes));
    return BS_OK;
}

static bs_exit export_series(job *own, const bs_args *args)
{
    bs_series_info_array infos = {0};
    bs_error err = BS_ERROR_INIT;
    if (bs_store_begin_reading(own->store, &err) != BS_OK)
        return bs_say_error(own->cli, &err, none, none);
    bs_exit status = bs_stored_select(&infos, own->cli, own->store, &args->operands);
    if (status != BS_EXIT_OK) return status;
    bool streams = own->format->add != NULL;
    bs_status done = streams ? write_streaming(own, &infos, &err) : write_all(own, &infos, &err);
    bs_file_out_abort(own->file);
    bs_buffer_deinit(&own->bytes);
    if (done != BS_OK) return bs_say_error(own->cli, &err, none, none);
    say_done(own, infos.count);
    return BS_EXIT_OK;
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    bool wide = bs_args_has(args, &options[OPTION_WIDE]);
    bool matrix = bs_args_has(args, &options[OPTION_MATRIX]);
    bool named = bs_args_has(args, &options[OPTION_FORMAT]);
    if (wide + matrix + named > 1) {
        return bs_say_usage(cli, args->command, none,
                            "--wide, --matrix and --format exclude each other");
    }
    job own = {.cli = cli, .path = bs_args_value(args, &options[OPTION_OUTPUT], "-")};
    own.format = choose_format(args, bs_str_from(own.path));
    if (own.format == NULL) {
        return bs_say_usage(cli, args->command,
                            BS_STR("--format csv, wide, matrix, json or jsonl; spreadsheets open "
                                   "what --for excel writes as OUT.csv"),
                            "'%s' is named like a form that is not written", own.path);
    }
    own.wish.dialect = (bs_dialect)bs_args_choice(args, &options[OPTION_FOR]);
    const bs_stored_options wish = {.store = &options[OPTION_STORE],
                                    .as_of = &options[OPTION_AS_OF],
                                    .vintages = &options[OPTION_VINTAGES],
                                    .first = &options[OPTION_FIRST],
                                    .alone = true};
    bs_exit status = bs_stored_view(&own.view, cli, args, &wish);
    if (status == BS_EXIT_OK)
        status = bs_stored_open(&own.store, cli, args, &options[OPTION_STORE], BS_STORE_READ);
    if (status == BS_EXIT_OK) status = export_series(&own, args);
    bs_store_close(own.store);
    return status;
}

static const bs_example examples[] = {
    {"bseries export -o all.csv", "every value of the store, one a row"},
    {"bseries export 연산 --matrix", "some series as a table, on standard output"},
    {"bseries export --wide --for excel -o all.csv", "for a double click in a spreadsheet"},
};

const bs_command bs_command_export = {
    .name = "export",
    .operands = "[SERIES...]",
    .summary = "Write series as CSV or JSON for other programs",
    .description = BS_SERIES_HELP
    "Without SERIES, everything is written. A file appears whole or not at all. Values are in "
    "base units with the digits that were printed.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_max = SIZE_MAX,
    .complete = BS_COMPLETE_SERIES,
    .run = run,
};
