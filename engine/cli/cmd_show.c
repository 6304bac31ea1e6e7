// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_cue.h"
#include "engine/cli/commands.h"
#include "engine/cli/message.h"
#include "engine/cli/records.h"
#include "engine/cli/stored.h"

enum {
    OPTION_CITE,
    OPTION_FORMAT,
    OPTION_STORE,
    OPTION_AS_OF,
    OPTION_VINTAGES,
    OPTION_FIRST,
    OPTION_COUNT
};

static const bs_option options[] = {
    [OPTION_CITE] = {.name = "cite",
                     .letter = 'c',
                     .summary = "show for each value the lines that it is printed on"},
    [OPTION_FORMAT] = BS_OPTION_FORMAT,
    [OPTION_STORE] = BS_OPTION_STORE,
    [OPTION_AS_OF] = BS_OPTION_AS_OF,
    [OPTION_VINTAGES] = BS_OPTION_VINTAGES,
    [OPTION_FIRST] = BS_OPTION_FIRST,
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const bs_str none = {NULL, 0};

static const bs_column columns[] = {
    {.name = "period"},
    {.name = "value", .number = true},
    {.name = "status", .leave_out = 1},
    {.name = "qualifier", .leave_out = 3},
    {.name = "printed", .leave_out = 4},
    {.name = "vintage", .leave_out = 2},
    {.name = "place", .cut = true},
    {.name = "as", .cut = true, .leave_out = 5}, // the key, of series that are linked
};

static bs_str value_of(const bs_observation *observation, bs_arena *arena)
{
    if (observation->state == BS_STATE_VALUE) return bs_decimal_str(observation->value, arena);
    return bs_str_from(bs_state_name(observation->state));
}

static void add_observation(bs_records *records, bs_arena *arena, const bs_stored_series *stored,
                            size_t index)
{
    const bs_observation *observation = &stored->series.observations.items[index];
    bool exact = observation->qualifier == BS_EXACT;
    bs_str path = stored->sources[index]->path;
    bs_records_add(records, arena, bs_period_str(observation->period, arena));
    bs_records_add(records, arena, value_of(observation, arena));
    bs_records_add(records, arena, bs_str_from(bs_value_status_name(observation->status)));
    bs_records_add(records, arena,
                   exact ? (bs_str){"", 0}
                         : bs_str_from(bs_qualifier_name(observation->qualifier)));
    bs_records_add(records, arena, observation->text);
    bs_records_add(records, arena, stored->vintages[index]);
    bs_records_add(records, arena,
                   bs_arena_format(arena, "%.*s:%u:%u", BS_STR_ARG(path),
                                   (unsigned)observation->origin.line,
                                   (unsigned)observation->origin.column));
    bs_records_add(records, arena, stored->keys != NULL ? stored->keys[index] : BS_STR(""));
}

static void write_head(bs_stream *out, const bs_series *series)
{
    bs_stream_style(out, BS_STYLE_BOLD);
    bs_stream_add_visible(out, series->key);
    bs_stream_style(out, BS_STYLE_NONE);
    bs_stream_add(out, "\n");
    bs_stream_add_visible(out, series->label);
    bs_stream_addf(out, ", %.*s, %s", BS_STR_ARG(series->unit), bs_measure_name(series->measure));
    if (series->frequency != BS_FREQUENCY_NONE) {
        bs_stream_addf(out, ", %s", bs_frequency_name(series->frequency));
    }
    if (series->total) bs_stream_add(out, ", a total");
    bs_stream_add(out, "\n\n");
}

// A place of a source, with what is said of it, and the line.
static bs_status write_place(bs_cli *cli, bs_store *store, const bs_stored_series *stored,
                             size_t index, const bs_mention *at, bs_str says, bs_error *err)
{
    bs_str line;
    BS_TRY(bs_store_line(&line, cli->arena, store, stored->source_ids[index], at->line, err));
    bs_stream_style(cli->out, BS_STYLE_BOLD);
    bs_stream_add_visible(cli->out, stored->sources[index]->path);
    bs_stream_addf(cli->out, ":%u:%u:", (unsigned)at->line, (unsigned)at->column);
    bs_stream_style(cli->out, BS_STYLE_NONE);
    bs_stream_add(cli->out, " ");
    bs_stream_add_visible(cli->out, says);
    bs_stream_add(cli->out, "\n");
    bs_snippet snippet = {.line = line, .number = at->line};
    snippet.mark.start = bs_snippet_byte(line, at->column);
    snippet.mark.end = bs_snippet_byte(line, at->end_column + 1);
    bs_snippet_write(cli->out, &snippet);
    bs_stream_relieve(cli->out);
    return BS_OK;
}

static bs_str table_of(bs_str key)
{
    size_t slash = bs_str_find(key, BS_STR("/"), 0);
    return bs_str_slice(key, 0, slash == SIZE_MAX ? 0 : slash);
}

// Whether an equal value under another name is the same figure, said again: the names are linked,
// or alike and not of two rows of one table.
static bool says_again(const bs_stored_series *stored, const bs_mention *mention)
{
    static const double LIKENESS_MIN = 0.5, SUBJECT_MIN = 0.85;
    const bs_series *series = &stored->series;
    for (size_t i = 0; i < stored->kin_count; i++) {
        if (bs_str_equal(stored->kin[i], mention->key)) return true;
    }
    if (bs_str_equal(table_of(series->key), table_of(mention->key))) return false;
    bool subject = series->subject.len > 0 && mention->subject.len > 0;
    if (subject && bs_name_likeness(series->subject, mention->subject) < SUBJECT_MIN) return false;
    return bs_name_likeness(series->indicator, mention->indicator) >= LIKENESS_MIN;
}

// Other places of the same document that give the figure: a sentence and a table are two citations
// of one observation.
static bs_status cite_again(bs_cli *cli, bs_store *store, const bs_stored_series *stored,
                            size_t index, bs_error *err)
{
    const bs_observation *own = &stored->series.observations.items[index];
    bs_mention_array mentions = {0};
    bs_mention_query query = {stored->source_ids[index], stored->series.unit, own->period,
                              own->value};
    if (own->state != BS_STATE_VALUE) return BS_OK;
    BS_TRY(bs_store_mentions(&mentions, cli->arena, store, &query, err));
    for (size_t i = 0; i < mentions.count; i++) {
        const bs_mention *one = &mentions.items[i];
        bool here = one->line == own->origin.line && one->column == own->origin.column;
        if (here || one->line == 0 || !says_again(stored, one)) continue;
        bs_str says = bs_arena_format(cli->arena, "the same, as %.*s", BS_STR_ARG(one->key));
        BS_TRY(write_place(cli, store, stored, index, one, says, err));
    }
    return BS_OK;
}

// The line of the source under each value, as findings show it.
static bs_status cite(bs_cli *cli, bs_store *store, const bs_stored_series *stored, size_t index,
                      bs_error *err)
{
    const bs_observation *observation = &stored->series.observations.items[index];
    const bs_origin *origin = &observation->origin;
    if (origin->line == 0) return BS_OK;
    bs_str period = bs_period_str(observation->period, cli->arena);
    bs_str value = value_of(observation, cli->arena);
    bool actual = observation->status == BS_STATUS_ACTUAL;
    bs_str says = bs_arena_format(
        cli->arena, "%.*s = %.*s%s%s%s", BS_STR_ARG(period), BS_STR_ARG(value), actual ? "" : " (",
        actual ? "" : bs_value_status_name(observation->status), actual ? "" : ")");
    bs_mention at = {
        .line = origin->line, .column = origin->column, .end_column = origin->end_column};
    BS_TRY(write_place(cli, store, stored, index, &at, says, err));
    return cite_again(cli, store, stored, index, err);
}

static bs_status write_text(bs_cli *cli, bs_store *store, const bs_args *args,
                            const bs_stored_series *stored, bs_error *err)
{
    write_head(cli->out, &stored->series);
    bs_records records = {.columns = columns, .column_count = BS_COUNT(columns)};
    bool cites = bs_args_has(args, &options[OPTION_CITE]);
    for (size_t i = 0; i < stored->series.observations.count; i++) {
        if (cites) {
            BS_TRY(cite(cli, store, stored, i, err));
        } else {
            add_observation(&records, cli->arena, stored, i);
        }
    }
    bs_records_write(cli, &records, BS_FORMAT_TEXT);
    return BS_OK;
}

static bs_status show(bs_cli *cli, bs_store *store, const bs_args *args,
                      const bs_stored_series_array *all, bs_error *err)
{
    bs_format format = (bs_format)bs_args_choice(args, &options[OPTION_FORMAT]);
    if (format != BS_FORMAT_TEXT) {
        bs_export_series_array list = {0};
        BS_TRY(bs_stored_export(&list, cli->arena, all, err));
        const bs_export_format *writer =
            bs_export_format_find(bs_str_from(bs_format_names[format]));
        return bs_export_write(&cli->out->pending, writer, &list, NULL, NULL, err);
    }
    for (size_t i = 0; i < all->count; i++) {
        if (i > 0) bs_stream_add(cli->out, "\n");
        BS_TRY(write_text(cli, store, args, &all->items[i], err));
    }
    return BS_OK;
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    bs_store *store = NULL;
    bs_stored_series_array all = {0};
    const bs_stored_options wish = {.store = &options[OPTION_STORE],
                                    .as_of = &options[OPTION_AS_OF],
                                    .vintages = &options[OPTION_VINTAGES],
                                    .first = &options[OPTION_FIRST]};
    bs_error err = BS_ERROR_INIT;
    bs_exit status = bs_stored_read_series(&all, &store, cli, args, &wish);
    if (status == BS_EXIT_OK && show(cli, store, args, &all, &err) != BS_OK) {
        status = bs_say_error(cli, &err, none, none);
    }
    bs_store_close(store);
    return status;
}

static const bs_example examples[] = {
    {"bseries show '연산력 규모'", "its values, and where each is printed"},
    {"bseries show '연산력 규모' --cite", "the same with the printed lines"},
    {"bseries show exports --vintages", "what each source said"},
};

const bs_command bs_command_show = {
    .name = "show",
    .operands = "SERIES...",
    .summary = "Show the values of series and where they are printed",
    .description = BS_SERIES_HELP
    "Values are in base units with the digits that were printed; of values that were "
    "published more than once the newest is shown.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_min = 1,
    .operand_max = SIZE_MAX,
    .complete = BS_COMPLETE_SERIES,
    .run = run,
};
