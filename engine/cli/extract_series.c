// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/extract_series.h"

#include "engine/cli/message.h"
#include "engine/cli/records.h"
#include "engine/export/export.h"

static const bs_str none = {NULL, 0};

static const bs_column columns[] = {
    {.name = "place", .number = true, .leave_out = 2},
    {.name = "series", .cut = true},
    {.name = "period"},
    {.name = "value", .number = true},
    {.name = "unit", .cut = true},
    {.name = "status", .leave_out = 1},
};

static void add_series(bs_records *records, bs_arena *arena, const bs_series *series)
{
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *one = &series->observations.items[i];
        bs_str place = bs_arena_format(arena, "%u:%u", (unsigned)one->origin.line,
                                       (unsigned)one->origin.column);
        bs_str period = bs_period_str(one->period, arena);
        bool valued = one->state == BS_STATE_VALUE;
        bs_records_add(records, arena, place);
        bs_records_add(records, arena, series->key);
        bs_records_add(records, arena, period.len > 0 ? period : none);
        bs_records_add(records, arena, valued ? bs_decimal_str(one->value, arena) : none);
        bs_records_add(records, arena, series->unit);
        bs_records_add(records, arena, bs_str_from(bs_value_status_name(one->status)));
    }
}

static void write_text(bs_cli *cli, bs_opened *opened)
{
    bs_records records = {.columns = columns, .column_count = BS_COUNT(columns)};
    const bs_series_array *all = &opened->reading.series;
    for (size_t i = 0; i < all->count; i++) {
        add_series(&records, &opened->arena, &all->items[i]);
    }
    bs_records_write(cli, &records, BS_FORMAT_TEXT);
    bs_say(cli, "%s in %.*s", bs_say_count(&opened->arena, all->count, "series", "series").ptr,
           BS_STR_ARG(opened->source.path));
}

static bs_status collect(bs_export_series_array *out, bs_arena *arena, const bs_opened *opened,
                         bs_error *err)
{
    const bs_series_array *all = &opened->reading.series;
    for (size_t i = 0; i < all->count; i++) {
        bs_export_series *item = BS_PUSH(arena, out);
        if (item == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        *item = (bs_export_series){.series = &all->items[i], .source = &opened->source};
    }
    return BS_OK;
}

bs_exit bs_extract_series(bs_cli *cli, const bs_text_array *paths, const bs_open_options *wish,
                          bs_format format)
{
    bs_exit worst = BS_EXIT_OK;
    bs_error err = BS_ERROR_INIT;
    bs_status status = BS_OK;
    bs_export_series_array list = {0};
    bs_opened *opened = BS_NEW_ARRAY(cli->arena, bs_opened, paths->count);
    if (opened == NULL) return BS_EXIT_FILE;
    for (size_t i = 0; i < paths->count && status == BS_OK; i++) {
        bs_exit one = bs_source_open(&opened[i], cli, paths->items[i], wish);
        if (one > worst) worst = one;
        if (one != BS_EXIT_OK) continue;
        if (format == BS_FORMAT_TEXT) {
            write_text(cli, &opened[i]);
        } else {
            status = collect(&list, cli->arena, &opened[i], &err);
        }
    }
    if (status == BS_OK && format != BS_FORMAT_TEXT) {
        bs_str name = bs_str_from(bs_format_names[format]);
        status = bs_export_write(&cli->out->pending, bs_export_format_find(name), &list, NULL, NULL,
                                 &err);
    }
    if (status != BS_OK) worst = bs_say_error(cli, &err, none, none);
    for (size_t i = 0; i < paths->count; i++)
        bs_opened_deinit(&opened[i]);
    return worst;
}
