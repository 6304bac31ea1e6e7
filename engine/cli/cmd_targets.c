// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "engine/analyze/growth.h"
#include "engine/analyze/target.h"
#include "engine/cli/commands.h"
#include "engine/cli/message.h"
#include "engine/cli/records.h"
#include "engine/cli/stored.h"

enum { OPTION_FORMAT, OPTION_STORE, OPTION_AS_OF, OPTION_COUNT };

static const bs_option options[] = {
    [OPTION_FORMAT] = BS_OPTION_FORMAT,
    [OPTION_STORE] = BS_OPTION_STORE,
    [OPTION_AS_OF] = BS_OPTION_AS_OF,
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const bs_str none = {NULL, 0};

static const bs_column columns[] = {
    {.name = "group", .table_only = true, .heads = true},
    {.name = "series", .table_only = true, .cut = true},
    {.name = "series", .data_only = true},
    {.name = "period"},
    {.name = "target", .number = true},
    {.name = "state"},
    {.name = "actual", .number = true},
    {.name = "of", .leave_out = 3},
    {.name = "gap", .number = true, .leave_out = 2},
    {.name = "gap_pct", .number = true, .leave_out = 4},
    {.name = "needed", .number = true, .leave_out = 1},
    {.name = "needed_unit", .leave_out = 5},
    {.name = "low", .number = true, .data_only = true},
    {.name = "high", .number = true, .data_only = true},
    {.name = "unit", .leave_out = 6},
    {.name = "note", .leave_out = 7, .cut = true},
};

// What is counted for the line below.
typedef struct tally {
    size_t counts[BS_TARGET_STATE_COUNT];
    size_t total;
} tally;

typedef struct job {
    bs_cli *cli;
    bs_format format;
    bs_records records;
    tally tally;
} job;

static bs_str number_cell(const job *own, double value, int places)
{
    if (!isfinite(value)) return none;
    if (own->format == BS_FORMAT_TEXT) {
        return bs_arena_format(own->cli->arena, "%+.*f", places, value);
    }
    return bs_arena_format(own->cli->arena, "%.14g", value);
}

static bs_str gap_cell(const job *own, const bs_target *one)
{
    bs_decimal gap;
    if (one->actual == NULL) return none;
    if (bs_decimal_sub(&gap, one->actual->value, one->target->value, NULL) != BS_OK) {
        return number_cell(own, one->gap.value, 0);
    }
    bool plus = own->format == BS_FORMAT_TEXT && gap.coefficient > 0;
    bs_str text = bs_decimal_str(gap, own->cli->arena);
    return bs_arena_format(own->cli->arena, "%s%.*s", plus ? "+" : "", BS_STR_ARG(text));
}

// What an older source gave as the target of the period.
static bs_str note_cell(const job *own, const bs_stored_series *all, const bs_observation *target)
{
    bs_arena *arena = own->cli->arena;
    for (size_t i = 0; i < all->series.observations.count; i++) {
        const bs_observation *item = &all->series.observations.items[i];
        bool older = item->state == BS_STATE_VALUE && item->status == BS_STATUS_TARGET &&
                     bs_period_equal(item->period, target->period);
        if (!older) continue;
        if (bs_decimal_equal(item->value, target->value)) break;
        bs_str value = bs_decimal_str(item->value, arena);
        return bs_arena_format(arena, "%.*s in %.*s", BS_STR_ARG(value),
                               BS_STR_ARG(all->vintages[i]));
    }
    return own->format == BS_FORMAT_TEXT ? BS_STR("") : none;
}

static bs_str need_unit(const bs_series *series, bool needed)
{
    if (!needed) return BS_STR("");
    if (!bs_growth_is_rate(series)) return BS_STR("% a year");
    return bs_str_equal(series->unit, BS_STR("%")) ? BS_STR("%p a year") : BS_STR("a year");
}

static void add_target(job *own, const bs_stored_series *all, const bs_series *series,
                       const bs_target *one)
{
    bs_arena *arena = own->cli->arena;
    size_t slash = bs_str_find(series->key, BS_STR("/"), 0);
    size_t cut = slash == SIZE_MAX ? 0 : slash + 1;
    bs_str rest = bs_str_slice(series->key, cut, series->key.len);
    const bs_observation *actual = one->actual;
    double low = one->has_need ? one->need.low : NAN, high = one->has_need ? one->need.high : NAN;
    bs_records *records = &own->records;
    bs_records_add(records, arena, bs_str_slice(series->key, 0, cut));
    bs_records_add(records, arena,
                   bs_arena_format(arena, "%s%.*s", cut > 0 ? "  " : "", BS_STR_ARG(rest)));
    bs_records_add(records, arena, series->key);
    bs_records_add(records, arena, bs_period_str(one->target->period, arena));
    bs_records_add(records, arena, bs_decimal_str(one->target->value, arena));
    bs_records_add(records, arena, bs_str_from(bs_target_state_name(one->state)));
    bs_records_add(records, arena, actual ? bs_decimal_str(actual->value, arena) : none);
    bs_records_add(records, arena, actual ? bs_period_str(actual->period, arena) : none);
    bs_records_add(records, arena, gap_cell(own, one));
    bs_records_add(records, arena, number_cell(own, actual ? one->gap_pct : NAN, 1));
    bs_records_add(records, arena, number_cell(own, one->has_need ? one->need.value : NAN, 1));
    bs_records_add(records, arena, need_unit(series, one->has_need));
    bs_records_add(records, arena, number_cell(own, low, 1));
    bs_records_add(records, arena, number_cell(own, high, 1));
    bs_records_add(records, arena, series->unit);
    bs_records_add(records, arena, note_cell(own, all, one->target));
    own->tally.counts[one->state]++;
    own->tally.total++;
}

static bs_status add_series(job *own, bs_store *store, const bs_series_info *info,
                            const bs_store_view *view, bs_error *err)
{
    bs_stored_series latest, all;
    bs_target_array targets = {0};
    BS_TRY(bs_store_get(&latest, own->cli->arena, store, info->key, view, err));
    BS_TRY(bs_targets_of(&targets, own->cli->arena, &latest.series, err));
    if (targets.count == 0) return BS_OK;
    bs_store_view every = *view;
    every.vintages = BS_VINTAGES_ALL;
    BS_TRY(bs_store_get(&all, own->cli->arena, store, info->key, &every, err));
    for (size_t i = 0; i < targets.count; i++)
        add_target(own, &all, &latest.series, &targets.items[i]);
    return BS_OK;
}

// Series that are linked are told once, under the first that has a target of its own.
static bs_status add_all(job *own, bs_store *store, const bs_series_info_array *infos,
                         const bs_store_view *view, bs_error *err)
{
    bs_str_array told = {0};
    bs_alias_array aliases = {0};
    BS_TRY(bs_store_aliases(&aliases, own->cli->arena, store, err));
    for (size_t i = 0; i < infos->count; i++) {
        bool again = false;
        for (size_t k = 0; k < told.count && !again; k++)
            again = bs_str_equal(told.items[k], infos->items[i].key);
        if (again) continue;
        BS_TRY(add_series(own, store, &infos->items[i], view, err));
        if (aliases.count == 0) continue;
        bs_stored_series kin;
        BS_TRY(bs_store_get(&kin, own->cli->arena, store, infos->items[i].key, view, err));
        for (size_t k = 1; k < kin.kin_count; k++) {
            bs_str *place = BS_PUSH(own->cli->arena, &told);
            if (place == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
            *place = kin.kin[k];
        }
    }
    return BS_OK;
}

static void say_tally(job *own)
{
    bs_buffer text = BS_BUFFER_INIT;
    for (int state = 0; state < BS_TARGET_STATE_COUNT; state++) {
        size_t count = own->tally.counts[state];
        if (count == 0) continue;
        bs_buffer_addf(&text, "%s%zu %s", text.len > 0 ? ", " : "", count,
                       bs_target_state_name((bs_target_state)state));
    }
    bs_str total = bs_say_count(own->cli->arena, own->tally.total, "target", NULL);
    if (own->tally.total == 0) {
        bs_say(own->cli, "the series have no targets");
    } else if (own->format == BS_FORMAT_TEXT && !text.failed) {
        bs_say(own->cli, "%.*s: %s", BS_STR_ARG(total), text.ptr);
    }
    bs_buffer_deinit(&text);
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    job own = {.cli = cli, .records = {.columns = columns, .column_count = BS_COUNT(columns)}};
    own.format = (bs_format)bs_args_choice(args, &options[OPTION_FORMAT]);
    const bs_stored_options wish = {.store = &options[OPTION_STORE],
                                    .as_of = &options[OPTION_AS_OF]};
    bs_store_view view;
    bs_store *store = NULL;
    bs_series_info_array infos = {0};
    bs_error err = BS_ERROR_INIT;
    bs_exit status = bs_stored_view(&view, cli, args, &wish);
    if (status == BS_EXIT_OK) {
        status = bs_stored_open(&store, cli, args, wish.store, BS_STORE_READ);
    }
    if (status == BS_EXIT_OK) status = bs_stored_select(&infos, cli, store, &args->operands);
    if (status == BS_EXIT_OK && add_all(&own, store, &infos, &view, &err) != BS_OK) {
        status = bs_say_error(cli, &err, none, none);
    } else if (status == BS_EXIT_OK) {
        bs_records_write(cli, &own.records, own.format);
        say_tally(&own);
    }
    bs_store_close(store);
    return status;
}

static const bs_example examples[] = {
    {"bseries targets", "every target, what came of it, and what is still needed"},
    {"bseries targets '연산력 규모'", "those of one series"},
    {"bseries targets --as-of 2023-12", "as it stood then"},
    {"bseries targets --format csv", "for a program"},
};

const bs_command bs_command_targets = {
    .name = "targets",
    .operands = "[SERIES...]",
    .summary = "Hold targets against what came true",
    .description = BS_SERIES_HELP
    "For each target: the value that came true in its period, or the newest before it "
    "(of), the gap between them, and, while the target lies ahead, the growth a year that "
    "is still needed; of shares and rates in points.\n"
    "state: met, missed; close where rounding leaves it open; ahead where the newest value "
    "is there already; open. A target below what there was before, or one of 'at most', is "
    "to be gone below. note tells the value that the first source gave, where it was "
    "another one. A target and its actual values that have two names are joined by "
    "'bseries link'.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_max = SIZE_MAX,
    .complete = BS_COMPLETE_SERIES,
    .run = run,
};
