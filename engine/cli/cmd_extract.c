// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>

#include "engine/cli/commands.h"
#include "engine/cli/explain.h"
#include "engine/cli/extract_series.h"
#include "engine/cli/message.h"
#include "engine/cli/records.h"
#include "engine/cli/source_open.h"
#include "engine/core/unit.h"
#include "engine/export/export.h"

enum { OPTION_FORMAT = BS_READ_OPTION_COUNT, OPTION_SERIES, OPTION_EXPLAIN, OPTION_COUNT };

static const bs_option options[] = {
    BS_READ_OPTIONS,
    [OPTION_FORMAT] = BS_OPTION_FORMAT,
    [OPTION_SERIES] = {.name = "series",
                       .summary = "list the values of the series instead, as load would keep them"},
    [OPTION_EXPLAIN] = {.name = "explain",
                        .letter = 'x',
                        .summary = "the operands are FILE:LINE; say how each number of that line "
                                   "was read"},
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const bs_list_format list_formats[] = {
    [BS_FORMAT_JSON] = BS_LIST_JSON,
    [BS_FORMAT_JSONL] = BS_LIST_JSONL,
    [BS_FORMAT_CSV] = BS_LIST_CSV,
};

enum { PIECE_COUNT = 1024 };

// --- as a table ----------------------------------------------------------------------------------

static const bs_column columns[] = {
    {.name = "place", .number = true},
    {.name = "text", .cut = true},
    {.name = "value", .number = true},
    {.name = "unit", .cut = true},
    {.name = "period"},
    {.name = "qualifier", .leave_out = 2},
    {.name = "kind", .leave_out = 3},
    {.name = "indicator", .cut = true, .leave_out = 1},
    {.name = "subject", .cut = true, .leave_out = 4},
};

static bs_str or_none(bs_str text)
{
    return text.len > 0 ? text : (bs_str){NULL, 0};
}

// What has been written, kept in the arena; missing where that is nothing.
static bs_str keep(bs_arena *arena, bs_buffer *written)
{
    bs_str text = bs_buffer_str(written);
    if (text.len > 0 && !written->failed) text = bs_arena_str(arena, text);
    bs_buffer_clear(written);
    return or_none(text);
}

static void write_value(const bs_quantity *quantity, bs_buffer *out)
{
    if (!quantity->valued || quantity->kind == BS_KIND_DATE) return;
    bs_decimal_write(quantity->value, out);
    if (quantity->kind != BS_KIND_RANGE) return;
    bs_buffer_add(out, BS_STR(".."));
    bs_decimal_write(quantity->upper, out);
}

static void write_place(bs_origin origin, bs_buffer *out)
{
    bs_buffer_add_uint(out, origin.line, 1);
    bs_buffer_add_char(out, ':');
    bs_buffer_add_uint(out, origin.column, 1);
}

static void add_quantity(bs_records *records, bs_arena *arena, const bs_quantity *quantity,
                         bs_buffer *scratch)
{
    write_place(quantity->origin, scratch);
    bs_str place = keep(arena, scratch);
    write_value(quantity, scratch);
    bs_str value = keep(arena, scratch);
    bs_period_write(quantity->period, scratch);
    bs_str period = keep(arena, scratch);
    bool exact = quantity->qualifier == BS_EXACT;
    const bs_str row[BS_COUNT(columns)] = {
        place,
        quantity->text,
        value,
        or_none(quantity->unit),
        period,
        exact ? (bs_str){"", 0} : bs_str_from(bs_qualifier_name(quantity->qualifier)),
        bs_str_from(bs_kind_name(quantity->kind)),
        or_none(quantity->indicator),
        or_none(quantity->subject),
    };
    bs_records_add_row(records, arena, row);
}

static void write_text(bs_cli *cli, bs_opened *opened)
{
    bs_records records = {.columns = columns, .column_count = BS_COUNT(columns)};
    bs_buffer scratch = BS_BUFFER_INIT;
    const bs_quantity_array *quantities = &opened->reading.quantities;
    (void)BS_RESERVE(&opened->arena, &records.cells, quantities->count * BS_COUNT(columns));
    for (size_t i = 0; i < quantities->count; i++) {
        add_quantity(&records, &opened->arena, &quantities->items[i], &scratch);
    }
    bs_buffer_deinit(&scratch);
    bs_records_write(cli, &records, BS_FORMAT_TEXT);
}

// --- a data file has observations, no quantities -------------------------------------------------

static bs_kind kind_of(bs_dimension dimension)
{
    if (dimension == BS_DIM_MONEY) return BS_KIND_CURRENCY;
    bool percent = dimension == BS_DIM_PERCENT || dimension == BS_DIM_POINT;
    return percent ? BS_KIND_PERCENT : BS_KIND_QUANTITY;
}

static bs_status add_observations(bs_quantity_array *out, bs_arena *arena, const bs_series *series)
{
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *observation = &series->observations.items[i];
        if (observation->state != BS_STATE_VALUE) continue;
        bs_quantity *quantity = BS_PUSH(arena, out);
        if (quantity == NULL) return BS_E_MEMORY;
        *quantity = (bs_quantity){
            .kind = kind_of(bs_unit_dimension(series->unit)),
            .qualifier = observation->qualifier,
            .status = observation->status,
            .valued = true,
            .value = observation->value,
            .unit = series->unit,
            .period = observation->period,
            .text = observation->text,
            .digits = observation->text,
            .indicator = series->indicator,
            .subject = series->subject,
            .origin = observation->origin,
            .of = BS_NO_QUANTITY,
            .rule = "field of a data file",
        };
    }
    return BS_OK;
}

static int by_place(const void *a, const void *b)
{
    const bs_quantity *left = a;
    const bs_quantity *right = b;
    return (left->origin.offset > right->origin.offset) -
           (left->origin.offset < right->origin.offset);
}

static bs_status list_observations(bs_opened *opened)
{
    bs_reading *reading = &opened->reading;
    for (size_t i = 0; i < reading->series.count; i++) {
        BS_TRY(add_observations(&reading->quantities, &opened->arena, &reading->series.items[i]));
    }
    if (reading->quantities.count > 1) {
        qsort(reading->quantities.items, reading->quantities.count, sizeof(bs_quantity), by_place);
    }
    return BS_OK;
}

// --- quantities ----------------------------------------------------------------------------------

static bs_exit say_failure(bs_cli *cli, bs_status status)
{
    bs_error err = BS_ERROR_INIT;
    (void)bs_fail(&err, status, "out of memory");
    return bs_say_error(cli, &err, (bs_str){NULL, 0}, (bs_str){NULL, 0});
}

static bs_exit open_with_quantities(bs_opened *out, bs_cli *cli, const char *path,
                                    const bs_open_options *wish)
{
    bs_exit status = bs_source_open(out, cli, path, wish);
    if (status != BS_EXIT_OK || !out->data_file) return status;
    bs_status listed = list_observations(out);
    return listed == BS_OK ? BS_EXIT_OK : say_failure(cli, listed);
}

// One list of the quantities of all files that could be read: all are open at once.
static bs_exit write_list(bs_cli *cli, const bs_text_array *paths, const bs_open_options *wish,
                          bs_list_format format)
{
    size_t count = paths->count;
    bs_opened *opened = BS_NEW_ARRAY(cli->arena, bs_opened, count);
    const bs_reading **readings = BS_NEW_ARRAY(cli->arena, const bs_reading *, count);
    if (opened == NULL || readings == NULL) return say_failure(cli, BS_E_MEMORY);
    bs_exit worst = BS_EXIT_OK;
    size_t good = 0;
    for (size_t i = 0; i < count; i++) {
        bs_exit status = open_with_quantities(&opened[i], cli, paths->items[i], wish);
        if (status > worst) worst = status;
        if (status == BS_EXIT_OK) readings[good++] = &opened[i].reading;
    }
    bs_error err = BS_ERROR_INIT;
    bs_status status = BS_OK;
    if (good > 0 || worst == BS_EXIT_OK) {
        status = bs_export_quantities(&cli->out->pending, readings, good, format, &err);
    }
    for (size_t i = 0; i < count; i++)
        bs_opened_deinit(&opened[i]);
    return status == BS_OK ? worst : bs_say_error(cli, &err, (bs_str){NULL, 0}, (bs_str){NULL, 0});
}

// Piece by piece, so that the output of a large document is not held in memory.
static bs_status write_jsonl(void *state, const bs_reading *reading, bs_error *err)
{
    bs_cli *cli = state;
    const bs_quantity_array *all = &reading->quantities;
    for (size_t at = 0; at < all->count; at += PIECE_COUNT) {
        size_t count = all->count - at < PIECE_COUNT ? all->count - at : PIECE_COUNT;
        bs_reading piece = *reading;
        const bs_reading *pieces = &piece;
        piece.quantities = (bs_quantity_array){all->items + at, count, count};
        BS_TRY(bs_export_quantities(&cli->out->pending, &pieces, 1, BS_LIST_JSONL, err));
        bs_stream_relieve(cli->out);
    }
    return BS_OK;
}

// Quantities of text are written as they are read, those of a data file when it has been read.
static bs_exit write_as_read(bs_cli *cli, bs_opened *opened, const char *path,
                             const bs_open_options *wish)
{
    bs_open_options now = *wish;
    now.take = write_jsonl;
    now.take_state = cli;
    bs_exit status = open_with_quantities(opened, cli, path, &now);
    bs_error err = BS_ERROR_INIT;
    if (status != BS_EXIT_OK || write_jsonl(cli, &opened->reading, &err) == BS_OK) return status;
    return bs_say_error(cli, &err, (bs_str){NULL, 0}, (bs_str){NULL, 0});
}

static void write_table(bs_cli *cli, bs_opened *opened, const char *path, size_t index,
                        size_t path_count)
{
    if (path_count > 1) bs_stream_addf(cli->out, "%s%s\n", index > 0 ? "\n" : "", path);
    write_text(cli, opened);
    bs_say(cli, "%s in %s",
           bs_say_count(cli->arena, opened->reading.quantities.count, "number", NULL).ptr, path);
    if (opened->unread.len > 0)
        bs_say(cli, "columns %.*s left out: no time is printed over them",
               BS_STR_ARG(opened->unread));
}

// One file after the other, so that memory is that of the largest.
static bs_exit write_each(bs_cli *cli, const bs_text_array *paths, const bs_open_options *wish,
                          bs_format format)
{
    bs_exit worst = BS_EXIT_OK;
    for (size_t i = 0; i < paths->count; i++) {
        bs_opened opened;
        const char *path = paths->items[i];
        bs_exit status = format == BS_FORMAT_JSONL ? write_as_read(cli, &opened, path, wish)
                                                   : open_with_quantities(&opened, cli, path, wish);
        if (status == BS_EXIT_OK && format == BS_FORMAT_TEXT)
            write_table(cli, &opened, path, i, paths->count);
        if (status > worst) worst = status;
        bs_opened_deinit(&opened);
    }
    return worst;
}

// --- the command ---------------------------------------------------------------------------------

static bs_exit explain_each(bs_cli *cli, const bs_text_array *paths, const bs_open_options *wish)
{
    bs_exit worst = BS_EXIT_OK;
    for (size_t i = 0; i < paths->count; i++) {
        bs_place place = bs_explain_place(paths->items[i], cli->arena);
        bs_opened opened;
        bs_exit status = open_with_quantities(&opened, cli, place.file, wish);
        if (status == BS_EXIT_OK) status = bs_explain_line(cli, &opened, place.line);
        if (status > worst) worst = status;
        bs_opened_deinit(&opened);
    }
    return worst;
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    bs_open_options wish;
    bs_exit status = bs_open_options_read(&wish, cli, args);
    if (status != BS_EXIT_OK) return status;
    wish.undated = true;
    bs_text_array paths = {0};
    status = bs_open_paths(&paths, cli, args, BS_NEED_FILES);
    if (status != BS_EXIT_OK) return status;
    if (bs_args_has(args, &options[OPTION_EXPLAIN])) return explain_each(cli, &paths, &wish);
    bs_format format = (bs_format)bs_args_choice(args, &options[OPTION_FORMAT]);
    if (bs_args_has(args, &options[OPTION_SERIES])) {
        return bs_extract_series(cli, &paths, &wish, format);
    }
    bool one_list = format == BS_FORMAT_JSON || format == BS_FORMAT_CSV;
    if (one_list) return write_list(cli, &paths, &wish, list_formats[format]);
    return write_each(cli, &paths, &wish, format);
}

static const bs_example examples[] = {
    {"bseries extract bulletin.txt", "a table of all its numbers"},
    {"bseries extract --format jsonl *.txt", "one JSON object a number, for programs"},
    {"bseries extract --series table.csv", "the series that it would be loaded as"},
    {"bseries extract --explain bulletin.txt:196", "how the numbers of line 196 were read"},
};

const bs_command bs_command_extract = {
    .name = "extract",
    .operands = "FILE...",
    .summary = "List every number of a document with its unit, period and place",
    .description =
        "Numbers come in reading order: amounts, percentages, money, ranks, ordinals, years, "
        "dates, ranges and identifiers, in base units (121억 위안 is 12100000000 CNY) and with "
        "the exact text that is printed. Lines and columns count from 1, columns in characters.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_max = SIZE_MAX,
    .complete = BS_COMPLETE_FILE,
    .run = run,
};
