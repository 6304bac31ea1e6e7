// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/check_held.h"

#include "engine/analyze/held.h"
#include "engine/cli/message.h"
#include "engine/cli/records.h"

static const bs_column columns[] = {
    {.name = "file", .heads = true},
    {.name = "place", .table_only = true},
    {.name = "line", .number = true, .data_only = true},
    {.name = "column", .number = true, .data_only = true},
    {.name = "code"},
    {.name = "holds", .cut = true},
};

static void add_row(bs_records *records, bs_arena *arena, const bs_held *held)
{
    unsigned line = held->origin.line, column = held->origin.column;
    const bs_str row[] = {
        bs_arena_str(arena, held->source->path),
        bs_arena_format(arena, "%u:%u", line, column),
        bs_arena_format(arena, "%u", line),
        bs_arena_format(arena, "%u", column),
        bs_str_from(held->code),
        held->text,
    };
    bs_records_add_row(records, arena, row);
}

bs_exit bs_check_held_write(bs_cli *cli, const bs_check_wish *wish, const bs_check_inputs *inputs,
                            bs_format format)
{
    bs_records records = {.columns = columns, .column_count = BS_COUNT(columns)};
    bs_exit worst = BS_EXIT_OK;
    size_t count = 0;
    for (size_t i = 0; i < inputs->count; i++) {
        bs_held_array held = {0};
        bs_error err = BS_ERROR_INIT;
        bs_exit status = bs_check_input_open(cli, inputs, i, &wish->read);
        if (status == BS_EXIT_OK && bs_check_held(&held, cli->arena, &inputs->opened[i].reading,
                                                  &wish->checks, &err) != BS_OK)
            status = bs_say_error(cli, &err, (bs_str){0}, (bs_str){0});
        for (size_t k = 0; k < held.count; k++)
            add_row(&records, cli->arena, &held.items[k]);
        count += held.count;
        if (status > worst) worst = status;
        bs_opened_deinit(&inputs->opened[i]);
    }
    bs_say_progress_end(cli);
    bs_records_write(cli, &records, format);
    bs_str said = bs_say_count(cli->arena, count, "relation", NULL);
    bs_say(cli, count == 1 ? "%s holds" : "%s hold", said.ptr);
    return worst;
}
