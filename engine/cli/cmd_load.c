// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include "engine/cli/commands.h"
#include "engine/cli/load_stream.h"
#include "engine/cli/message.h"
#include "engine/cli/records.h"
#include "engine/cli/stored.h"

enum {
    OPTION_STORE = BS_READ_OPTION_COUNT,
    OPTION_DRY_RUN,
    OPTION_KEEP_GOING,
    OPTION_FORMAT,
    OPTION_COUNT
};

static const bs_option options[] = {
    BS_READ_OPTIONS,
    [OPTION_STORE] = BS_OPTION_STORE,
    [OPTION_DRY_RUN] = {.name = "dry-run",
                        .letter = 'n',
                        .summary = "say what would change, and change nothing"},
    [OPTION_KEEP_GOING] = {.name = "keep-going",
                           .letter = 'k',
                           .summary = "load the good rows of a data file, and list those that are "
                                      "left out because of a mistake"},
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
    {.name = "bad_rows", .number = true},
    {.name = "value_twice", .number = true},
    {.name = "undated", .number = true},
};

// One run of the command.
typedef struct job {
    bs_cli *cli;
    const bs_args *args;
    bs_open_options wish;
    bs_store *store; // NULL: not opened yet
    bs_load_mode mode;
    bool keep_going;
    bool told; // the bad rows of the file were told of before
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

static void add_record(job *own, const bs_opened *opened, const bs_load_stream_result *from)
{
    const bs_load_result *result = &from->load;
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
    add_number(own, from->bad_rows);
    add_number(own, result->value_twice);
    add_number(own, opened->reading.undated);
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

static void write_text(const job *own, const bs_opened *opened, const bs_load_stream_result *from)
{
    const bs_load_result *result = &from->load;
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
    if (result->redated)
        bs_stream_add(out, "\n  again   with its new date, in place of the load before");
    bs_stream_addf(out, "\n  series  %.*s\n  values  %.*s\n", BS_STR_ARG(series_text),
                   BS_STR_ARG(value_text));
    size_t undated = opened->reading.undated;
    if (undated > 0 && bs_period_is_none(source->published))
        bs_stream_addf(out,
                       "  undated %zu numbers left out: the document does not say its date, which "
                       "--published DATE gives\n",
                       undated);
    if (opened->unread.len > 0) {
        bs_stream_add(out, "  columns ");
        bs_stream_add_visible(out, opened->unread);
        bs_stream_add(out, " left out: no time is printed over them\n");
    }
    if (result->value_twice > 0)
        bs_stream_addf(out,
                       "  twice   %zu, from line %u on: their periods have other values above, "
                       "which are shown\n",
                       result->value_twice, (unsigned)result->twice_line);
    if (from->bad_rows > 0)
        bs_stream_addf(out, "  rows    %zu left out because of a mistake\n", from->bad_rows);
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

static void tell(job *own, const bs_opened *opened, const bs_load_stream_result *result)
{
    if (own->format != BS_FORMAT_TEXT)
        add_record(own, opened, result);
    else if (!own->cli->quiet)
        write_text(own, opened, result);
    if (result->load.known) return;
    own->loaded++;
    own->value_new += result->load.value_new + result->load.value_changed;
}

// Tells of a cell of a data file that is no number.
static void say_unreadable(const job *own, const bs_opened *opened, const bs_observation *item)
{
    bs_error err = BS_ERROR_INIT;
    char *path = bs_arena_copy(own->cli->arena, opened->source.path);
    bs_place place = {path, item->origin.line, item->origin.column};
    bs_fail_at(&err, BS_E_FORMAT, place, BS_TIDY_NO_NUMBER, BS_STR_ARG(item->text));
    bs_str help = own->keep_going ? none : BS_LOAD_KEEP_GOING_HELP;
    (void)bs_say_error(own->cli, &err, opened->source.text, help);
}

// The cells of a data file that are no numbers: the first of them is told of, or all when the load
// goes on.
static size_t find_unreadable(const job *own, const bs_opened *opened)
{
    size_t count = 0;
    const bs_observation *first = NULL;
    for (size_t i = 0; opened->data_file && i < opened->reading.series.count; i++) {
        const bs_observation_array *all = &opened->reading.series.items[i].observations;
        for (size_t j = 0; j < all->count; j++) {
            const bs_observation *item = &all->items[j];
            if (item->state != BS_STATE_UNREADABLE) continue;
            if (own->keep_going) say_unreadable(own, opened, item);
            if (first == NULL || item->origin.line < first->origin.line) first = item;
            count++;
        }
    }
    if (first != NULL && !own->keep_going) say_unreadable(own, opened, first);
    return count;
}

// Reads the file with all of its text in memory. What is no number in it is kept as unreadable when
// the load goes on.
static bs_exit load_whole(job *own, const char *path)
{
    bs_opened opened;
    bs_error err = BS_ERROR_INIT;
    bs_load_stream_result result = {0};
    bs_exit status = bs_source_open(&opened, own->cli, path, &own->wish);
    if (status == BS_EXIT_OK) result.bad_rows = find_unreadable(own, &opened);
    if (result.bad_rows > 0 && !own->keep_going) status = BS_EXIT_FILE;
    if (status == BS_EXIT_OK) status = need_store(own);
    if (status == BS_EXIT_OK &&
        bs_store_load(own->store, &opened.reading, own->mode, &result.load, &err) != BS_OK) {
        (void)bs_say_error(own->cli, &err, none, none);
        status = BS_EXIT_FILE;
    }
    if (status == BS_EXIT_OK) {
        tell(own, &opened, &result);
        if (result.bad_rows > 0) status = BS_EXIT_FILE;
    }
    bs_opened_deinit(&opened);
    return status;
}

// A store that is not there yet is made apart, which takes half the time. Where that cannot be,
// need_store does it, or says why not.
static void need_store_apart(job *own)
{
    if (own->store != NULL || own->mode == BS_LOAD_DRY) return;
    const char *path = bs_option_store(own->args, &options[OPTION_STORE]);
    if (bs_store_open_apart(&own->store, path, NULL) != BS_OK) own->store = NULL;
}

// How a file is to be gone on with.
typedef enum next {
    NEXT_NOTHING, // it is loaded, or it was told why not
    NEXT_WHOLE,   // it cannot be read as a stream
    NEXT_AGAIN    // somebody has made a store at the path meanwhile: into that one
} next;

// Puts a store that was made apart in its place, or forgets it.
static bs_exit publish(job *own, bs_exit loaded, next *then)
{
    bs_error err = BS_ERROR_INIT;
    bs_status status = BS_OK;
    bool whole = loaded == BS_EXIT_OK && *then == NEXT_NOTHING;
    if (whole) status = bs_store_publish(own->store, &err);
    if (whole && status == BS_OK) return loaded;
    bs_store_close(own->store);
    own->store = NULL;
    if (status == BS_E_ARGUMENT) *then = NEXT_AGAIN;
    if (status == BS_OK || status == BS_E_ARGUMENT) return loaded;
    (void)bs_say_error(own->cli, &err, none, none);
    return BS_EXIT_FILE;
}

// Loads a file that has been opened as a stream.
static bs_exit load_stream(job *own, const char *path, bs_data_stream *stream, next *then)
{
    bool whole = false;
    bs_load_stream_result result;
    need_store_apart(own);
    bs_exit status = need_store(own);
    if (status != BS_EXIT_OK) return status;
    bool large = bs_data_stream_wanted(path, BS_DATA_TELL_BYTES_MIN);
    bs_load_stream how = {.cli = own->cli,
                          .store = own->store,
                          .mode = own->mode,
                          .keep_going = own->keep_going,
                          .told = own->told,
                          .silent = !own->keep_going && !large,
                          .path = path};
    status = bs_load_stream_run(&result, &how, stream, &whole);
    if (whole) *then = NEXT_WHOLE;
    status = publish(own, status, then);
    if (status != BS_EXIT_OK || *then != NEXT_NOTHING) return status;
    bs_opened opened = {.source = *bs_data_stream_source(stream),
                        .data_file = true,
                        .unread = bs_data_stream_unread(stream, own->cli->arena)};
    tell(own, &opened, &result);
    return result.bad_rows > 0 ? BS_EXIT_FILE : BS_EXIT_OK;
}

static bs_exit load_one(job *own, const char *path)
{
    if (!own->keep_going && !bs_data_stream_wanted(path, BS_DATA_READ_BYTES_MIN))
        return load_whole(own, path);
    bs_exit status = BS_EXIT_OK;
    next then = NEXT_AGAIN;
    for (own->told = false; then == NEXT_AGAIN; own->told = true) {
        bs_data_stream *stream;
        then = NEXT_WHOLE;
        // What is wrong with a file that cannot be opened so, load_whole says.
        if (bs_data_stream_open(&stream, path, &own->wish, NULL) != BS_OK) break;
        then = NEXT_NOTHING;
        status = load_stream(own, path, stream, &then);
        bs_data_stream_close(stream);
    }
    return then == NEXT_WHOLE && status == BS_EXIT_OK ? load_whole(own, path) : status;
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
    own.keep_going = bs_args_has(args, &options[OPTION_KEEP_GOING]);
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
    {"bseries load --published 2024-05 deliveries.csv", "a file that does not say its date"},
    {"bseries load --keep-going survey.csv", "all rows but those with a mistake"},
};

const bs_command bs_command_load = {
    .name = "load",
    .operands = "FILE...",
    .summary = "Keep the series of documents and data files in a store",
    .description =
        "Each file is loaded whole or not at all. Loading the same content again changes nothing, "
        "unless --published gives it another date. "
        "A newer file that gives another value for a period adds a vintage; nothing is "
        "overwritten. A file that cannot be read is named, and the others are still loaded.\n"
        "A data file may be of any size: it is read series by series on all cores. One mistake in "
        "it (a row with too few fields, a broken quote, a value that is no number, a period that "
        "is none) is shown with its place, and nothing of the file is loaded; with --keep-going "
        "the good rows are, each bad one is listed, and the exit status is 3. The text of a data "
        "file above 16 MB stays in the file: 'show --cite' looks there, as long as it is as it "
        "was.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_max = SIZE_MAX,
    .complete = BS_COMPLETE_FILE,
    .run = run,
};
