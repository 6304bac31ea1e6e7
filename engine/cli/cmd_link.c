// SPDX-License-Identifier: GPL-3.0-or-later
// `link` and `unlink`: one indicator under two names.
#include "engine/analyze/alias.h"
#include "engine/cli/commands.h"
#include "engine/cli/message.h"
#include "engine/cli/records.h"
#include "engine/cli/stored.h"

enum { OPTION_SUGGEST, OPTION_FORMAT, OPTION_STORE, OPTION_COUNT };
enum { SUGGEST_SERIES_MAX = 10000 };

static const bs_option options[] = {
    [OPTION_SUGGEST] = {.name = "suggest",
                        .summary = "propose series that may be one, among all or those named"},
    [OPTION_FORMAT] = BS_OPTION_FORMAT,
    [OPTION_STORE] = BS_OPTION_STORE,
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const bs_str none = {NULL, 0};

// --- the evidence --------------------------------------------------------------------------------

static bs_str evidence_text(bs_arena *arena, const bs_alias_evidence *evidence, bs_str unit)
{
    int pct = (int)(100 * evidence->likeness + 0.5);
    if (evidence->common == 0) {
        return bs_arena_format(arena, "names alike by %d %%, no common period", pct);
    }
    if (evidence->common == 1 && evidence->agreeing == 1) {
        bs_str period = bs_period_str(evidence->period, arena);
        bs_str value = bs_decimal_str(evidence->value, arena);
        bool bare = bs_str_equal(unit, BS_STR("1"));
        bs_str shown = bare ? BS_STR("") : unit;
        return bs_arena_format(arena, "names alike by %d %%, both %.*s%s%.*s for %.*s", pct,
                               BS_STR_ARG(value), bare ? "" : " ", BS_STR_ARG(shown),
                               BS_STR_ARG(period));
    }
    size_t differ = evidence->common - evidence->agreeing;
    if (differ > 0) {
        return bs_arena_format(arena, "names alike by %d %%, but %zu of %zu common values differ",
                               pct, differ, evidence->common);
    }
    return bs_arena_format(arena, "names alike by %d %%, all %zu common values the same", pct,
                           evidence->common);
}

// --- proposals -----------------------------------------------------------------------------------

static const bs_column proposal_columns[] = {
    {.name = "p", .number = true},
    {.name = "a"},
    {.name = "b"},
    {.name = "unit"},
    {.name = "evidence"},
    {.name = "likeness", .number = true},
    {.name = "common", .number = true},
    {.name = "agreeing", .number = true},
};

static void add_proposal(bs_records *records, bs_arena *arena, const bs_series *a,
                         const bs_series *b, const bs_alias_evidence *evidence)
{
    bs_records_add(records, arena, bs_arena_format(arena, "%.2f", evidence->probability));
    bs_records_add(records, arena, a->key);
    bs_records_add(records, arena, b->key);
    bs_records_add(records, arena, a->unit);
    bs_records_add(records, arena, evidence_text(arena, evidence, a->unit));
    bs_records_add(records, arena, bs_arena_format(arena, "%.3f", evidence->likeness));
    bs_records_add(records, arena, bs_arena_format(arena, "%zu", evidence->common));
    bs_records_add(records, arena, bs_arena_format(arena, "%zu", evidence->agreeing));
}

// Keys are long, and what tells two of them apart is at their ends: one a line for people.
static void write_pair(bs_cli *cli, bs_str a, bs_str b, bs_str below)
{
    bs_stream_style(cli->out, BS_STYLE_BOLD);
    bs_stream_add_visible(cli->out, a);
    bs_stream_add(cli->out, "\n");
    bs_stream_add_visible(cli->out, b);
    bs_stream_style(cli->out, BS_STYLE_NONE);
    bs_stream_add(cli->out, "\n  ");
    bs_stream_add_visible(cli->out, below);
    bs_stream_add(cli->out, "\n");
}

static void write_proposal(bs_cli *cli, const bs_series *a, const bs_series *b,
                           const bs_alias_evidence *evidence, size_t index)
{
    bs_str why = evidence_text(cli->arena, evidence, a->unit);
    bs_str below =
        bs_arena_format(cli->arena, "p = %.2f: %.*s", evidence->probability, BS_STR_ARG(why));
    if (index > 0) bs_stream_add(cli->out, "\n");
    write_pair(cli, a->key, b->key, below);
}

static bs_status suggest(bs_cli *cli, bs_format format, const bs_stored_series_array *all,
                         bs_error *err)
{
    bs_alias_proposal_array proposals = {0};
    const bs_series **series = BS_NEW_ARRAY(cli->arena, const bs_series *, all->count);
    if (series == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = 0; i < all->count; i++)
        series[i] = &all->items[i].series;
    BS_TRY(bs_alias_suggest(&proposals, cli->arena, series, all->count, err));
    bs_records records = {.columns = proposal_columns, .column_count = BS_COUNT(proposal_columns)};
    for (size_t i = 0; i < proposals.count; i++) {
        const bs_alias_proposal *one = &proposals.items[i];
        const bs_series *a = series[one->a], *b = series[one->b];
        if (format == BS_FORMAT_TEXT) write_proposal(cli, a, b, &one->evidence, i);
        add_proposal(&records, cli->arena, a, b, &one->evidence);
    }
    size_t count = bs_records_count(&records);
    if (format != BS_FORMAT_TEXT) bs_records_write(cli, &records, format);
    if (count == 0) {
        bs_say(cli, "no two series look like one indicator");
    } else if (format == BS_FORMAT_TEXT) {
        bs_say(cli, "%s; to confirm one: bseries link '%.*s' '%.*s'",
               bs_say_count(cli->arena, count, "proposal", NULL).ptr,
               BS_STR_ARG(records.cells.items[1]), BS_STR_ARG(records.cells.items[2]));
    }
    return BS_OK;
}

static bs_exit run_suggest(bs_cli *cli, const bs_args *args)
{
    const bs_stored_options wish = {.store = &options[OPTION_STORE]};
    bs_store *store = NULL;
    bs_stored_series_array all = {0};
    bs_error err = BS_ERROR_INIT;
    bs_exit status = bs_stored_read_series(&all, &store, cli, args, &wish);
    if (status == BS_EXIT_OK && all.count > SUGGEST_SERIES_MAX) {
        status =
            bs_say_usage(cli, args->command, none,
                         "%zu series are too many to compare each with each: name some", all.count);
    } else if (status == BS_EXIT_OK) {
        bs_format format = (bs_format)bs_args_choice(args, &options[OPTION_FORMAT]);
        if (suggest(cli, format, &all, &err) != BS_OK) {
            status = bs_say_error(cli, &err, none, none);
        }
    }
    bs_store_close(store);
    return status;
}

// --- what is linked ------------------------------------------------------------------------------

static const bs_column alias_columns[] = {
    {.name = "a"},
    {.name = "b"},
    {.name = "evidence"},
    {.name = "confirmed"},
};

static bs_status list_links(bs_cli *cli, bs_store *store, bs_format format, bs_error *err)
{
    bs_alias_array aliases = {0};
    BS_TRY(bs_store_aliases(&aliases, cli->arena, store, err));
    bs_records records = {.columns = alias_columns, .column_count = BS_COUNT(alias_columns)};
    for (size_t i = 0; i < aliases.count; i++) {
        const bs_alias *alias = &aliases.items[i];
        if (format == BS_FORMAT_TEXT) {
            bs_str below = bs_arena_format(cli->arena, "%.*s; confirmed %.*s",
                                           BS_STR_ARG(alias->words), 10, alias->confirmed_at.ptr);
            if (i > 0) bs_stream_add(cli->out, "\n");
            write_pair(cli, alias->a, alias->b, below);
        }
        bs_records_add(&records, cli->arena, alias->a);
        bs_records_add(&records, cli->arena, alias->b);
        bs_records_add(&records, cli->arena, alias->words);
        bs_records_add(&records, cli->arena, alias->confirmed_at);
    }
    if (format != BS_FORMAT_TEXT) bs_records_write(cli, &records, format);
    if (aliases.count == 0) bs_say(cli, "nothing is linked; 'bseries link --suggest' proposes");
    return BS_OK;
}

// --- linking -------------------------------------------------------------------------------------

static bs_status find_series(bs_stored_series *out, bs_cli *cli, bs_store *store, const char *name,
                             bs_error *err)
{
    bs_series_info info;
    bs_store_view view = BS_STORE_VIEW_INIT;
    view.alone = true;
    BS_TRY(bs_stored_find(&info, cli->arena, store, name, err));
    return bs_store_get(out, cli->arena, store, info.key, &view, err);
}

static bs_status link_pair(bs_cli *cli, const bs_args *args, bs_store *store, bs_error *err)
{
    bs_stored_series a, b;
    BS_TRY(find_series(&a, cli, store, args->operands.items[0], err));
    BS_TRY(find_series(&b, cli, store, args->operands.items[1], err));
    bs_alias_evidence evidence = bs_alias_weigh(&a.series, &b.series);
    bs_str words = evidence_text(cli->arena, &evidence, a.series.unit);
    BS_TRY(bs_store_link(store, a.series.key, b.series.key, words, err));
    bs_say(cli, "linked '%.*s' and '%.*s': %.*s", BS_STR_ARG(a.series.key),
           BS_STR_ARG(b.series.key), BS_STR_ARG(words));
    return BS_OK;
}

static bs_status unlink_pair(bs_cli *cli, const bs_args *args, bs_store *store, bs_error *err)
{
    bs_stored_series a, b;
    BS_TRY(find_series(&a, cli, store, args->operands.items[0], err));
    BS_TRY(find_series(&b, cli, store, args->operands.items[1], err));
    BS_TRY(bs_store_unlink(store, a.series.key, b.series.key, err));
    bs_say(cli, "'%.*s' and '%.*s' are two series again", BS_STR_ARG(a.series.key),
           BS_STR_ARG(b.series.key));
    return BS_OK;
}

// Opens the store for a change, makes it, and closes it.
typedef bs_status change_type(bs_cli *cli, const bs_args *args, bs_store *store, bs_error *err);

static bs_exit run_change(bs_cli *cli, const bs_args *args, const bs_option *option,
                          change_type *change)
{
    bs_store *store = NULL;
    bs_error err = BS_ERROR_INIT;
    bs_exit status = bs_stored_open(&store, cli, args, option, BS_STORE_WRITE);
    if (status != BS_EXIT_OK) return status;
    if (change(cli, args, store, &err) != BS_OK) {
        bool absent = err.status == BS_E_NOT_FOUND;
        bs_str help = BS_STR("'bseries list' lists the series, 'bseries link' what is linked");
        status = bs_say_error(cli, &err, none, absent ? help : none);
    }
    bs_store_close(store);
    return status;
}

static bs_exit run_list(bs_cli *cli, const bs_args *args)
{
    bs_store *store = NULL;
    bs_error err = BS_ERROR_INIT;
    bs_format format = (bs_format)bs_args_choice(args, &options[OPTION_FORMAT]);
    bs_exit status = bs_stored_open(&store, cli, args, &options[OPTION_STORE], BS_STORE_READ);
    if (status != BS_EXIT_OK) return status;
    if (list_links(cli, store, format, &err) != BS_OK) {
        status = bs_say_error(cli, &err, none, none);
    }
    bs_store_close(store);
    return status;
}

static bs_exit run_link(bs_cli *cli, const bs_args *args)
{
    if (bs_args_has(args, &options[OPTION_SUGGEST])) return run_suggest(cli, args);
    if (args->operands.count == 0) return run_list(cli, args);
    if (args->operands.count != 2) {
        return bs_say_usage(cli, args->command, none, "two series are linked at a time");
    }
    return run_change(cli, args, &options[OPTION_STORE], link_pair);
}

static const bs_example link_examples[] = {
    {"bseries link --suggest", "which series may be one indicator under two names"},
    {"bseries link 'OTN 보급률' 'OTN 커버리지율'", "they are: show, charts and targets join them"},
    {"bseries link", "what is linked"},
};

const bs_command bs_command_link = {
    .name = "link",
    .operands = "[SERIES...]",
    .summary = "Link two names of one indicator, or propose such names",
    .description =
        "SERIES is a key, its name behind the group, or a part that no other key has. Two series "
        "are proposed when unit and frequency are the same, their values do not contradict each "
        "other, and values and words make it likely; nothing is linked unasked. What linked series "
        "say is shown together by show, growth, targets, revisions and chart, and checked as one "
        "by check. Each keeps its key, and export and the views of the store keep them apart.",
    .examples = link_examples,
    .example_count = BS_COUNT(link_examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_max = SIZE_MAX,
    .complete = BS_COMPLETE_SERIES,
    .run = run_link,
};

// --- unlink --------------------------------------------------------------------------------------

enum { UNLINK_STORE, UNLINK_COUNT };

static const bs_option unlink_options[] = {[UNLINK_STORE] = BS_OPTION_STORE};
_Static_assert(BS_COUNT(unlink_options) == UNLINK_COUNT, "a row for each option");

static bs_exit run_unlink(bs_cli *cli, const bs_args *args)
{
    return run_change(cli, args, &unlink_options[UNLINK_STORE], unlink_pair);
}

static const bs_example unlink_examples[] = {
    {"bseries unlink 'OTN 보급률' 'OTN 커버리지율'", "they are two indicators after all"},
};

const bs_command bs_command_unlink = {
    .name = "unlink",
    .operands = "SERIES SERIES",
    .summary = "Undo a link",
    .description = "'bseries link' lists what is linked.",
    .examples = unlink_examples,
    .example_count = BS_COUNT(unlink_examples),
    .options = unlink_options,
    .option_count = UNLINK_COUNT,
    .operand_min = 2,
    .operand_max = 2,
    .complete = BS_COMPLETE_SERIES,
    .run = run_unlink,
};
