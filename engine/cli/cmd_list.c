// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/commands.h"
#include "engine/cli/message.h"
#include "engine/cli/records.h"
#include "engine/cli/stored.h"

enum { OPTION_FORMAT, OPTION_STORE, OPTION_KEYS, OPTION_SOURCES, OPTION_COUNT };

static const bs_option options[] = {
    [OPTION_FORMAT] = BS_OPTION_FORMAT,
    [OPTION_STORE] = BS_OPTION_STORE,
    [OPTION_KEYS] = {.name = "keys", .summary = "only the keys, one a line"},
    [OPTION_SOURCES] = {.name = "sources", .summary = "list the files that were loaded instead"},
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const bs_str none = {NULL, 0};

static const bs_column series_columns[] = {
    {.name = "group", .table_only = true, .heads = true},
    {.name = "series", .table_only = true, .cut = true},
    {.name = "key", .data_only = true},
    {.name = "label", .data_only = true},
    {.name = "subject", .data_only = true},
    {.name = "unit", .cut = true},
    {.name = "frequency", .leave_out = 2},
    {.name = "first"},
    {.name = "last", .leave_out = 1},
    {.name = "count", .number = true, .leave_out = 1},
    {.name = "group", .data_only = true},
};

static const bs_column source_columns[] = {
    {.name = "id", .number = true},
    {.name = "path", .cut = true},
    {.name = "published"},
    {.name = "title", .cut = true, .leave_out = 1},
    {.name = "publisher", .data_only = true},
    {.name = "encoding", .leave_out = 4},
    {.name = "lang", .leave_out = 3},
    {.name = "series", .number = true, .leave_out = 2},
    {.name = "values", .number = true, .leave_out = 2},
    {.name = "loaded", .data_only = true},
    {.name = "hash", .data_only = true},
};

static void add_series(bs_records *records, bs_arena *arena, const bs_series_info *info)
{
    // In a table, "<group>/" stands above the series of the group; what is below it is indented.
    size_t slash = bs_str_find(info->key, BS_STR("/"), 0);
    size_t cut = slash == SIZE_MAX ? 0 : slash + 1;
    bs_str rest = bs_str_slice(info->key, cut, info->key.len);
    bs_records_add(records, arena, bs_str_slice(info->key, 0, cut));
    bs_records_add(records, arena,
                   bs_arena_format(arena, "%s%.*s", cut > 0 ? "  " : "", BS_STR_ARG(rest)));
    bs_records_add(records, arena, info->key);
    bs_records_add(records, arena, info->label);
    bs_records_add(records, arena, info->subject);
    bs_records_add(records, arena, info->unit);
    bs_records_add(records, arena, bs_str_from(bs_frequency_code(info->frequency)));
    bs_records_add(records, arena, bs_period_str(info->first, arena));
    bs_records_add(records, arena, bs_period_str(info->last, arena));
    bs_records_add(records, arena, bs_arena_format(arena, "%zu", info->count));
    bs_records_add(records, arena, info->group);
}

static void add_source(bs_records *records, bs_arena *arena, const bs_source_info *info)
{
    bs_records_add(records, arena, bs_arena_format(arena, "%lld", (long long)info->id));
    bs_records_add(records, arena, info->path);
    bs_records_add(records, arena, bs_period_str(info->published, arena));
    bs_records_add(records, arena, info->title);
    bs_records_add(records, arena, info->publisher);
    bs_records_add(records, arena, info->encoding);
    bs_records_add(records, arena, bs_str_from(bs_lang_code(info->lang)));
    bs_records_add(records, arena, bs_arena_format(arena, "%zu", info->series_count));
    bs_records_add(records, arena, bs_arena_format(arena, "%zu", info->value_count));
    bs_records_add(records, arena, info->loaded_at);
    bs_records_add(records, arena, info->hash);
}

static bs_exit list_series(bs_cli *cli, const bs_args *args, bs_store *store, bs_format format)
{
    bs_series_info_array infos = {0};
    bs_exit status = bs_stored_select(&infos, cli, store, &args->operands);
    if (status != BS_EXIT_OK) return status;
    bool keys = bs_args_has(args, &options[OPTION_KEYS]);
    bs_records records = {.columns = series_columns, .column_count = BS_COUNT(series_columns)};
    for (size_t i = 0; i < infos.count; i++) {
        if (!keys) {
            add_series(&records, cli->arena, &infos.items[i]);
            continue;
        }
        bs_stream_add_visible(cli->out, infos.items[i].key);
        bs_stream_add(cli->out, "\n");
    }
    if (!keys) bs_records_write(cli, &records, format);
    if (!keys && format == BS_FORMAT_TEXT) {
        bs_say(cli, "%s", bs_say_count(cli->arena, infos.count, "series", "series").ptr);
    }
    return BS_EXIT_OK;
}

static bs_exit list_sources(bs_cli *cli, bs_store *store, bs_format format)
{
    bs_source_info_array infos = {0};
    bs_error err = BS_ERROR_INIT;
    if (bs_store_sources(&infos, cli->arena, store, &err) != BS_OK) {
        return bs_say_error(cli, &err, none, none);
    }
    bs_records records = {.columns = source_columns, .column_count = BS_COUNT(source_columns)};
    for (size_t i = 0; i < infos.count; i++)
        add_source(&records, cli->arena, &infos.items[i]);
    bs_records_write(cli, &records, format);
    return BS_EXIT_OK;
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    bs_format format = (bs_format)bs_args_choice(args, &options[OPTION_FORMAT]);
    bs_store *store = NULL;
    bs_exit status = bs_stored_open(&store, cli, args, &options[OPTION_STORE], BS_STORE_READ);
    if (status != BS_EXIT_OK) return status;
    if (bs_args_has(args, &options[OPTION_SOURCES])) {
        status = list_sources(cli, store, format);
    } else {
        status = list_series(cli, args, store, format);
    }
    bs_store_close(store);
    return status;
}

static const bs_example examples[] = {
    {"bseries list", "every series with its unit and periods"},
    {"bseries list 연산", "those whose key has that word"},
    {"bseries list '*@광저우시' --format csv", "those that a glob matches, for a program"},
    {"bseries list --sources", "the files that were loaded"},
};

const bs_command bs_command_list = {
    .name = "list",
    .operands = "[SERIES...]",
    .summary = "List the series of the store",
    .description =
        BS_SERIES_HELP "Frequencies are A (annual), S (half-yearly), Q, M, T (ten days), W and D.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_max = SIZE_MAX,
    .complete = BS_COMPLETE_SERIES,
    .run = run,
};
