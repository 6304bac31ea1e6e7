// SPDX-License-Identifier: GPL-3.0-or-later
#include <math.h>

#include "engine/analyze/growth.h"
#include "engine/analyze/revision.h"
#include "engine/cli/commands.h"
#include "engine/cli/message.h"
#include "engine/cli/records.h"
#include "engine/cli/stored.h"

enum { OPTION_FORMAT, OPTION_STORE, OPTION_AS_OF, OPTION_COUNT };

// Vintages that are shown side by side; all are in the data formats.
enum { SHOWN_MAX = 8, FIXED_BEFORE = 2, FIXED_BEHIND = 2 };

static const bs_option options[] = {
    [OPTION_FORMAT] = BS_OPTION_FORMAT,
    [OPTION_STORE] = BS_OPTION_STORE,
    [OPTION_AS_OF] = BS_OPTION_AS_OF,
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const bs_str none = {NULL, 0};

// --- the triangle --------------------------------------------------------------------------------

static bool is_among(const bs_str_array *dates, bs_str date)
{
    for (size_t i = 0; i < dates->count; i++) {
        if (bs_str_equal(dates->items[i], date)) return true;
    }
    return false;
}

// The dates of all vintages in time.
static bs_status find_dates(bs_str_array *out, bs_arena *arena, const bs_stored_series *stored,
                            bs_error *err)
{
    for (size_t i = 0; i < stored->series.observations.count; i++) {
        if (is_among(out, stored->vintages[i])) continue;
        bs_str *place = BS_PUSH(arena, out);
        if (place == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        for (; place > out->items && bs_str_compare(place[-1], stored->vintages[i]) > 0; place--)
            *place = place[-1];
        *place = stored->vintages[i];
    }
    return BS_OK;
}

// For people, with its sign.
static bs_str signed_text(bs_arena *arena, bs_str number)
{
    bool plus = number.len > 0 && number.ptr[0] != '-';
    return bs_arena_format(arena, "%s%.*s", plus ? "+" : "", BS_STR_ARG(number));
}

static bs_str change_text(bs_arena *arena, const bs_revision *one)
{
    bs_decimal exact;
    if (bs_decimal_sub(&exact, one->to->value, one->from->value, NULL) != BS_OK) {
        return bs_arena_format(arena, "%.14g", one->change.value);
    }
    return bs_decimal_str(exact, arena);
}

static bs_str pct_text(bs_arena *arena, double pct)
{
    return isnan(pct) ? none : bs_arena_format(arena, "%+.2f", pct);
}

// The value that a vintage gives, empty where it gives none.
static bs_str value_in(bs_arena *arena, const bs_stored_series *stored, const bs_revision *total,
                       bs_str date)
{
    bs_str found = BS_STR("");
    for (size_t i = total->from_index; i <= total->to_index; i++) {
        const bs_observation *item = &stored->series.observations.items[i];
        bool here = item->state == BS_STATE_VALUE && bs_str_equal(stored->vintages[i], date);
        if (here) found = bs_decimal_str(item->value, arena);
    }
    return found;
}

static bs_status write_triangle(bs_cli *cli, const bs_stored_series *stored,
                                const bs_revisions *revisions, const bs_str_array *dates,
                                bs_error *err)
{
    bs_arena *arena = cli->arena;
    size_t first = dates->count > SHOWN_MAX ? dates->count - SHOWN_MAX : 0, at = FIXED_BEFORE;
    bs_column columns[FIXED_BEFORE + SHOWN_MAX + FIXED_BEHIND] = {
        {.name = "period"}, {.name = "status", .leave_out = 3}};
    for (size_t i = first; i < dates->count; i++) {
        // Of a narrow terminal the oldest go first; the newest stays.
        size_t newer = dates->count - 1 - i;
        columns[at] = (bs_column){.number = true,
                                  .leave_out = newer > 0 ? (uint8_t)(3 + newer) : 0,
                                  .name = bs_arena_copy(arena, dates->items[i])};
        if (columns[at++].name == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    }
    columns[at++] = (bs_column){.name = "revision", .number = true};
    columns[at++] = (bs_column){.name = "%", .number = true, .leave_out = 2};
    bs_records records = {.columns = columns, .column_count = at};
    for (size_t i = 0; i < revisions->totals.count; i++) {
        const bs_revision *one = &revisions->totals.items[i];
        bool actual = one->to->status == BS_STATUS_ACTUAL;
        bs_records_add(&records, arena, bs_period_str(one->to->period, arena));
        bs_records_add(&records, arena,
                       actual ? BS_STR("") : bs_str_from(bs_value_status_name(one->to->status)));
        for (size_t k = first; k < dates->count; k++)
            bs_records_add(&records, arena, value_in(arena, stored, one, dates->items[k]));
        bs_records_add(&records, arena,
                       one->revised ? signed_text(arena, change_text(arena, one)) : BS_STR("="));
        bs_records_add(&records, arena, one->revised ? pct_text(arena, one->pct) : BS_STR(""));
    }
    bs_records_write(cli, &records, BS_FORMAT_TEXT);
    size_t older = first + bs_records_left_out(cli, &records);
    if (older > 0) bs_say(cli, "%zu older vintages are in --format csv", older);
    return BS_OK;
}

// --- what a reader would quote -------------------------------------------------------------------

static int places_of(const bs_revisions *revisions)
{
    int places = 0;
    for (size_t i = 0; i < revisions->totals.count; i++) {
        int scale = revisions->totals.items[i].to->value.scale;
        if (scale > places) places = scale;
    }
    return places + 1;
}

static void add_unit(bs_cli *cli, const bs_series *series)
{
    bool share = bs_str_equal(series->unit, BS_STR("%"));
    if (bs_str_equal(series->unit, BS_STR("1"))) return;
    bs_stream_add(cli->out, " ");
    bs_stream_add_visible(cli->out, share ? BS_STR("%p") : series->unit);
}

static void write_mean(bs_cli *cli, const bs_series *series, const char *what, double mean,
                       double pct, int places)
{
    bs_stream_addf(cli->out, "%s %.*f", what, places, mean);
    add_unit(cli, series);
    if (!isnan(pct)) bs_stream_addf(cli->out, " (%.2f %%)", pct);
}

static void write_summary(bs_cli *cli, const bs_series *series, const bs_revisions *revisions)
{
    int places = places_of(revisions);
    const bs_revision *most = revisions->largest;
    bs_stream_addf(cli->out, "%zu of %zu values were revised", revisions->revised_count,
                   revisions->totals.count);
    write_mean(cli, series, "; first to latest: mean", revisions->mean, revisions->mean_pct,
               places);
    write_mean(cli, series, ", mean absolute", revisions->mean_absolute,
               revisions->mean_absolute_pct, places);
    if (most == NULL) {
        bs_stream_add(cli->out, "\n");
        return;
    }
    bs_str change = signed_text(cli->arena, change_text(cli->arena, most));
    bs_str period = bs_period_str(most->to->period, cli->arena);
    bs_stream_addf(cli->out, ", largest %.*s", BS_STR_ARG(change));
    add_unit(cli, series);
    bs_stream_addf(cli->out, " (%.*s)\n", BS_STR_ARG(period));
}

static bs_status write_text(bs_cli *cli, const bs_stored_series *stored,
                            const bs_revisions *revisions, bs_error *err)
{
    bs_stream_style(cli->out, BS_STYLE_BOLD);
    bs_stream_add_visible(cli->out, stored->series.key);
    bs_stream_style(cli->out, BS_STYLE_NONE);
    bs_stream_add(cli->out, ", ");
    bs_stream_add_visible(cli->out, stored->series.unit);
    bs_stream_add(cli->out, "\n");
    bs_str_array dates = {0};
    BS_TRY(find_dates(&dates, cli->arena, stored, err));
    BS_TRY(write_triangle(cli, stored, revisions, &dates, err));
    write_summary(cli, &stored->series, revisions);
    return BS_OK;
}

// --- for programs --------------------------------------------------------------------------------

static const bs_column step_columns[] = {
    {.name = "series"},
    {.name = "period"},
    {.name = "status"},
    {.name = "vintage"},
    {.name = "value", .number = true},
    {.name = "before"},
    {.name = "value_before", .number = true},
    {.name = "revision", .number = true},
    {.name = "low", .number = true},
    {.name = "high", .number = true},
    {.name = "pct", .number = true},
};

static bs_str number_text(bs_arena *arena, double value)
{
    return isfinite(value) ? bs_arena_format(arena, "%.14g", value) : none;
}

// Each vintage of a value that has two, with what it changed; the first changes nothing.
static void add_steps(bs_records *records, bs_arena *arena, const bs_series *series,
                      const bs_revisions *revisions)
{
    for (size_t i = 0; i < revisions->steps.count; i++) {
        const bs_revision *one = &revisions->steps.items[i];
        bs_records_add(records, arena, series->key);
        bs_records_add(records, arena, bs_period_str(one->to->period, arena));
        bs_records_add(records, arena, bs_str_from(bs_value_status_name(one->to->status)));
        bs_records_add(records, arena, one->to_vintage);
        bs_records_add(records, arena, bs_decimal_str(one->to->value, arena));
        bs_records_add(records, arena, one->from_vintage);
        bs_records_add(records, arena, bs_decimal_str(one->from->value, arena));
        bs_records_add(records, arena, one->revised ? change_text(arena, one) : BS_STR("0"));
        bs_records_add(records, arena, number_text(arena, one->change.low));
        bs_records_add(records, arena, number_text(arena, one->change.high));
        bs_records_add(records, arena, one->revised ? number_text(arena, one->pct) : BS_STR("0"));
    }
}

// How many series were left out because nothing was published twice.
static void write_rest(bs_cli *cli, size_t count, size_t rest)
{
    if (rest == 0) return;
    if (rest < count) {
        bs_stream_addf(cli->out, "\n%zu other series: no value was published on two dates\n", rest);
    } else if (count > 1) {
        bs_stream_addf(cli->out, "of %zu series no value was published on two dates\n", count);
    } else {
        bs_stream_add(cli->out, "no value was published on two dates\n");
    }
}

// --- what no date tells apart --------------------------------------------------------------------

static bool is_undated(const bs_stored_series *stored, size_t index)
{
    return bs_period_is_none(stored->sources[index]->published);
}

// Values that another source of the day replaces, where neither says when it was published.
static size_t count_replaced(const bs_stored_series *stored)
{
    const bs_observation_array *all = &stored->series.observations;
    size_t count = 0;
    for (size_t i = 1; i < all->count; i++) {
        const bs_observation *before = &all->items[i - 1], *now = &all->items[i];
        bool again = bs_period_equal(before->period, now->period) &&
                     bs_line_came_true(before->status) == bs_line_came_true(now->status) &&
                     bs_str_equal(stored->vintages[i - 1], stored->vintages[i]) &&
                     stored->source_ids[i - 1] != stored->source_ids[i];
        if (!again || !is_undated(stored, i - 1) || !is_undated(stored, i)) continue;
        bool values = before->state == BS_STATE_VALUE && now->state == BS_STATE_VALUE;
        count += values && bs_decimal_compare(before->value, now->value) != 0;
    }
    return count;
}

static void say_replaced(bs_cli *cli, const bs_stored_series_array *all)
{
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++)
        count += count_replaced(&all->items[i]);
    if (count == 0) return;
    bs_say(cli,
           "%s of another source of the same day %s: the sources do not say when they were "
           "published; 'bseries load --published DATE FILE' does",
           bs_say_count(cli->arena, count, "value", NULL).ptr, count == 1 ? "differs" : "differ");
}

static bs_status tell(bs_cli *cli, bs_format format, const bs_stored_series_array *all,
                      bs_error *err)
{
    bs_records records = {.columns = step_columns, .column_count = BS_COUNT(step_columns)};
    size_t shown = 0;
    for (size_t i = 0; i < all->count; i++) {
        bs_revisions revisions;
        const bs_stored_series *stored = &all->items[i];
        BS_TRY(bs_revisions_of(&revisions, cli->arena, &stored->series, stored->vintages, err));
        add_steps(&records, cli->arena, &stored->series, &revisions);
        if (format != BS_FORMAT_TEXT || revisions.totals.count == 0) continue;
        if (shown++ > 0) bs_stream_add(cli->out, "\n");
        BS_TRY(write_text(cli, stored, &revisions, err));
    }
    if (format != BS_FORMAT_TEXT) bs_records_write(cli, &records, format);
    if (format == BS_FORMAT_TEXT) write_rest(cli, all->count, all->count - shown);
    return BS_OK;
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    bs_store *store = NULL;
    bs_stored_series_array all = {0};
    bs_error err = BS_ERROR_INIT;
    const bs_stored_options wish = {
        .store = &options[OPTION_STORE], .as_of = &options[OPTION_AS_OF], .all_vintages = true};
    bs_exit status = bs_stored_read_series(&all, &store, cli, args, &wish);
    bs_format format = (bs_format)bs_args_choice(args, &options[OPTION_FORMAT]);
    if (status == BS_EXIT_OK && tell(cli, format, &all, &err) != BS_OK) {
        status = bs_say_error(cli, &err, none, none);
    }
    if (status == BS_EXIT_OK) say_replaced(cli, &all);
    bs_store_close(store);
    return status;
}

static const bs_example examples[] = {
    {"bseries revisions exports", "what each publication made of the values before it"},
    {"bseries revisions exports --as-of 2023-10", "as it was known then"},
    {"bseries revisions 'exports/*' --format csv", "every revision, for a program"},
};

const bs_command bs_command_revisions = {
    .name = "revisions",
    .operands = "SERIES...",
    .summary = "Show how published values were revised",
    .description = BS_SERIES_HELP
    "For each value that was published more than once: what each vintage said, and the "
    "latest less the first (= where it is the same within its digits). A vintage is the "
    "date that a source was published on, as the document or --published of 'bseries load' "
    "says it, or else the day of loading. Data formats have a row for each vintage against "
    "the one before it.\n"
    "'bseries check' names a revision that is too large for the history of its series.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_min = 1,
    .operand_max = SIZE_MAX,
    .complete = BS_COMPLETE_SERIES,
    .run = run,
};
