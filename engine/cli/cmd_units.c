// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/commands.h"
#include "engine/cli/message.h"
#include "engine/cli/records.h"
#include "engine/core/unit.h"

enum { OPTION_FORMAT, OPTION_COUNT };

static const bs_option options[] = {
    [OPTION_FORMAT] = BS_OPTION_FORMAT,
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const bs_column columns[] = {
    {.name = "code"},
    {.name = "name", .cut = true},
    {.name = "dimension", .leave_out = 2},
    {.name = "factor", .number = true, .leave_out = 1},
    {.name = "base", .leave_out = 1},
    {.name = "forms", .cut = true},
};

// How the unit is printed, in all languages, with commas between.
static bs_str join_forms(const bs_unit *unit, bs_arena *arena)
{
    bs_str joined = {"", 0};
    size_t count;
    const bs_unit_form *forms = bs_unit_forms(&count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(forms[i].code, unit->code) != 0 || forms[i].power != 0) continue;
        joined = bs_arena_format(arena, "%.*s%s%s", BS_STR_ARG(joined), joined.len ? ", " : "",
                                 forms[i].text);
    }
    return joined;
}

static bool holds_nocase(bs_str text, bs_str part)
{
    for (size_t at = 0; at + part.len <= text.len; at++) {
        if (bs_str_equal_nocase(bs_str_slice(text, at, at + part.len), part)) return true;
    }
    return false;
}

static bool is_wanted(const bs_unit *unit, bs_str forms, const bs_text_array *words)
{
    if (words->count == 0) return true;
    for (size_t i = 0; i < words->count; i++) {
        bs_str word = bs_str_from(words->items[i]);
        if (holds_nocase(bs_str_from(unit->code), word)) return true;
        if (holds_nocase(bs_str_from(unit->name), word) || holds_nocase(forms, word)) return true;
        if (bs_str_equal_nocase(bs_str_from(bs_dimension_name(unit->dimension)), word)) return true;
    }
    return false;
}

static void add_unit(bs_records *records, bs_arena *arena, const bs_unit *unit, bs_str forms)
{
    bool converts = unit->base != NULL && unit->factor.coefficient != 0;
    bs_str none = {NULL, 0};
    bs_records_add(records, arena, bs_str_from(unit->code));
    bs_records_add(records, arena, bs_str_from(unit->name));
    bs_records_add(records, arena, bs_str_from(bs_dimension_name(unit->dimension)));
    bs_records_add(records, arena, converts ? bs_decimal_str(unit->factor, arena) : none);
    bs_records_add(records, arena, unit->base != NULL ? bs_str_from(unit->base) : none);
    bs_records_add(records, arena, forms);
}

static bs_exit say_unknown(bs_cli *cli, const bs_args *args)
{
    bs_str_array names = {0};
    size_t count;
    const bs_unit *units = bs_unit_table(&count);
    for (size_t i = 0; i < count; i++) {
        bs_str *code = BS_PUSH(cli->arena, &names);
        if (code != NULL) *code = bs_str_from(units[i].code);
        bs_str *name = BS_PUSH(cli->arena, &names);
        if (name != NULL) *name = bs_str_from(units[i].name);
    }
    const char *word = args->operands.items[0];
    bs_str help = bs_suggest_text(cli->arena, bs_str_from(word), &names);
    return bs_say_usage(cli, args->command, help, "no unit is called '%s'", word);
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    bs_records records = {.columns = columns, .column_count = BS_COUNT(columns)};
    size_t count;
    const bs_unit *units = bs_unit_table(&count);
    for (size_t i = 0; i < count; i++) {
        bs_str forms = join_forms(&units[i], cli->arena);
        if (!is_wanted(&units[i], forms, &args->operands)) continue;
        add_unit(&records, cli->arena, &units[i], forms);
    }
    bs_records_write(cli, &records, (bs_format)bs_args_choice(args, &options[OPTION_FORMAT]));
    if (bs_records_count(&records) > 0) return BS_EXIT_OK;
    return say_unknown(cli, args);
}

static const bs_example examples[] = {
    {"bseries units", "every unit, and how it may be printed"},
    {"bseries units 위안", "what is read from that word"},
    {"bseries units energy --format csv", "all units of energy, for a program"},
};

const bs_command bs_command_units = {
    .name = "units",
    .operands = "[WORD...]",
    .summary = "List the units that are read, and what converts to what",
    .description = "Words select units by code, name, dimension or printed form. One of a unit is "
                   "its factor times its base; units without a factor convert to nothing. Counted "
                   "things are not listed: their code is count: and the counter as printed.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_max = SIZE_MAX,
    .run = run,
};
