// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include "engine/cli/commands.h"
#include "engine/cli/message.h"
#include "engine/cli/records.h"
#include "engine/cli/stored.h"

enum { OPTION_STORE = BS_READ_OPTION_COUNT, OPTION_DRY_RUN, OPTION_FORMAT, OPTION_COUNT };

static const bs_option options[] = {
    BS_READ_OPTIONS,
    [OPTION_STORE] = BS_OPTION_STORE,
    [OPTION_DRY_RUN] = {.name = "dry-run",
                        .letter = 'n',
                        .summary = "say what would change, and change nothing"},
    [OPTION_FORMAT] = BS_OPTION_FORMAT,
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const bs_str none = {NULL, 0};

static const bs_column columns[] = {
    {.name = "file"},
    {.name = "encoding"},
    {.name = "lang"},
    {.name = "published"},
    {.name = "known"},
    {.name = "blocks", .number = true},
    {.name = "tables", .number = true},
    {.name = "numbers", .number = true},
    {.name = "series_new", .number = true},
    {.name = "series_known", .number = true},
    {.name = "value_new", .number = true},
    {.name = "value_changed", .number = true},
    {.name = "value_known", .number = true},
    {.name = "missing", .number = true},
};

// One run of the command.
typedef struct job {
    bs_cli *cli;
    const bs_args *args;
    bs_open_options wish;
    bs_store *store; // NULL: not opened yet
    bs_load_mode mode;
    bs_format format;
    bs_records records;
    size_t value_new;
    size_t loaded; // files that were not known
} job;

static size_t count_tables(const bs_opened *opened)
{
    size_t count = 0;
    for (size_t i = 0; i < opened->document.blocks.count; i++) {
        count += opened->document.blocks.items[i].kind == BS_BLOCK_TABLE;
    }
    return opened->data_file ? 1 : count;
}

static void add_number(job *own, size_t number)
{
    bs_records_add(&own->records, own->cli->arena, bs_arena_format(own->cli->arena, "%zu", number));
}

static void add_text(job *own, bs_str text)
{
    bs_records_add(&own->records, own->cli->arena, bs_arena_str(own->cli->arena, text));
}

static void add_record(job *own, const bs_opened *opened, const bs_load_result *result)
{
    bs_arena *arena = own->cli->arena;
    const bs_source *source = &opened->source;
    add_text(own, source->path);
    add_text(own, source->encoding);
    add_text(own, bs_str_from(bs_lang_code(source->lang)));
    add_text(own,
             bs_period_is_none(source->published) ? none : bs_period_str(source->published, arena));
    add_text(own, result->known ? BS_STR("yes") : BS_STR("no"));
    add_number(own, opened->document.blocks.count);
    add_number(own, count_tables(opened));
    add_number(own, opened->reading.quantities.count);
    add_number(own, result->series_new);
    add_number(own, result->series_known);
    add_number(own, result->value_new);
    add_number(own, result->value_changed);
    add_number(own, result->value_known);
    add_number(own, result->missing);
}

// "38 new, 2 changed"; what is 0 is left out.
static bs_str join_counts(bs_arena *arena, const size_t *counts, const char *const *words)
{
    bs_str text = {"", 0};
    for (size_t i = 0; words[i] != NULL; i++) {
        if (counts[i] == 0) continue;
        text = bs_arena_format(arena, "%.*s%s%zu %s", BS_STR_ARG(text), text.len ? ", " : "",
                               counts[i], words[i]);
    }
    return text.len > 0 ? text : BS_STR("none");
}

static void write_text(const job *own, const bs_opened *opened, const bs_load_result *result)
{
    bs_arena *arena = own->cli->arena;
    bs_stream *out = own->cli->out;
    const bs_source *source = &opened->source;
    bs_stream_style(out, BS_STYLE_BOLD);
    bs_stream_add_visible(out, source->path);
    bs_stream_style(out, BS_STYLE_NONE);
    bs_stream_addf(out, ": %.*s, %s", BS_STR_ARG(source->encoding), bs_lang_code(source->lang));
    if (!bs_period_is_none(source->published)) {
        bs_str date = bs_period_str(source->published, arena);
        bs_stream_addf(out, ", published %.*s", BS_STR_ARG(date));
    }
    bs_stream_add(out, "\n  read    ");
    if (opened->data_file) {
        bs_stream_add(out, "a data file");
    } else {
        bs_stream_add_str(out, bs_say_count(arena, opened->document.blocks.count, "block", NULL));
        bs_stream_add(out, ", ");
        bs_stream_add_str(out, bs_say_count(arena, count_tables(opened), "table", NULL));
        bs_stream_add(out, ", ");
        bs_stream_add_str(out,
                          bs_say_count(arena, opened->reading.quantities.count, "number", NULL));
    }
    if (result->known) {
        bs_stream_add(out, "\n  known   this very content was loaded before; nothing changed\n");
        return;
    }
    const size_t series[] = {result->series_new, result->series_known};
    const size_t values[] = {result->value_new, result->value_changed, result->value_known,
                             result->missing};
    bs_str series_text = join_counts(arena, series, (const char *const[]){"new", "known", NULL});
    bs_str value_text = join_counts(
        arena, values, (const char *const[]){"new", "changed", "known", "missing", NULL});
    bs_stream_addf(out, "\n  series  %.*s\n  values  %.*s\n", BS_STR_ARG(series_text),
                   BS_STR_ARG(value_text));
}

// The store is made when the first file has been read, so that a mistake leaves no empty one; and
// a dry run makes none.
static bs_exit need_store(job *own)
{
    if (own->store != NULL) return BS_EXIT_OK;
    const char *path = bs_option_store(own->args, &options[OPTION_STORE]);
    bs_error err = BS_ERROR_INIT;
    if (own->mode != BS_LOAD_DRY || access(path, F_OK) == 0) {
        return bs_stored_open(&own->store, own->cli, own->args, &options[OPTION_STORE],
                              BS_STORE_CREATE);
    }
    bs_status status = bs_store_open(&own->store, ":memory:", BS_STORE_CREATE, &err);
    return status == BS_OK ? BS_EXIT_OK : bs_say_error(own->cli, &err, none, none);
}

static bs_exit load_one(job *own, const char *path)
{
    bs_opened opened;
    bs_error err = BS_ERROR_INIT;
    bs_load_result result;
    bs_exit status = bs_source_open(&opened, own->cli, path, &own->wish);
    if (status == BS_EXIT_OK) status = need_store(own);
    if (status == BS_EXIT_OK) {
        if (bs_store_load(own->store, &opened.reading, own->mode, &result, &err) != BS_OK) {
            (void)bs_say_error(own->cli, &err, none, none);
            status = BS_EXIT_FILE;
        } else if (own->format == BS_FORMAT_TEXT) {
            if (!own->cli->quiet) write_text(own, &opened, &result);
        } else {
            add_record(own, &opened, &result);
        }
    }
    if (status == BS_EXIT_OK && !result.known) {
        own->loaded++;
        own->value_new += result.value_new + result.value_changed;
    }
    bs_opened_deinit(&opened);
    return status;
}

static void say_next(const job *own)
{
    if (own->mode == BS_LOAD_DRY) {
        bs_say(own->cli, "dry run: nothing was changed");
    } else if (own->loaded > 0 && own->value_new > 0) {
        bs_say(own->cli, "next: 'bseries list' for the series, 'bseries check' for what is wrong");
    }
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    job own = {.cli = cli,
               .args = args,
               .records = {.columns = columns, .column_count = BS_COUNT(columns)}};
    own.mode = bs_args_has(args, &options[OPTION_DRY_RUN]) ? BS_LOAD_DRY : BS_LOAD_KEEP;
    own.format = (bs_format)bs_args_choice(args, &options[OPTION_FORMAT]);
    bs_exit status = bs_open_options_read(&own.wish, cli, args);
    if (status != BS_EXIT_OK) return status;
    bs_text_array paths = {0};
    status = bs_open_paths(&paths, cli, args, BS_NEED_FILES);
    if (status != BS_EXIT_OK) return status;
    for (size_t i = 0; i < paths.count; i++) {
        bs_say_progress(cli, i, paths.count, paths.items[i]);
        bs_exit one = load_one(&own, paths.items[i]);
        if (one > status) status = one;
    }
    bs_say_progress_end(cli);
    bs_store_close(own.store);
    if (own.format != BS_FORMAT_TEXT) bs_records_write(cli, &own.records, own.format);
    say_next(&own);
    return status;
}

static const bs_example examples[] = {
    {"bseries load bulletin.txt", "into bseries.db, which is made if need be"},
    {"bseries load --dry-run *.csv", "what would be new, changed and known"},
};

const bs_command bs_command_load = {
    .name = "load",
    .operands = "FILE...",
    .summary = "Keep the series of documents and data files in a store",
    .description =
        "Each file is loaded whole or not at all. Loading the same content again changes nothing. "
        "A newer file that gives another value for a period adds a vintage; nothing is "
        "overwritten. A file that cannot be read is named, and the others are still loaded.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_max = SIZE_MAX,
    .complete = BS_COMPLETE_FILE,
    .run = run,
};
