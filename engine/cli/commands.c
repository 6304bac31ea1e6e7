// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/commands.h"

#include "engine/cli/suggest.h"

// In the order of the help: what a reader of bulletins needs first comes first.
static const bs_command *const commands[] = {
    &bs_command_check,   &bs_command_fix,        &bs_command_extract, &bs_command_load,
    &bs_command_list,    &bs_command_show,       &bs_command_growth,  &bs_command_revisions,
    &bs_command_targets, &bs_command_convert,    &bs_command_link,    &bs_command_unlink,
    &bs_command_chart,   &bs_command_report,     &bs_command_export,  &bs_command_forget,
    &bs_command_verify,  &bs_command_compact,    &bs_command_units,   &bs_command_help,
    &bs_command_version, &bs_command_completion,
};

const bs_command *const *bs_command_table(size_t *count)
{
    *count = BS_COUNT(commands);
    return commands;
}

const bs_command *bs_command_find(const char *name)
{
    for (size_t i = 0; i < BS_COUNT(commands); i++) {
        if (strcmp(commands[i]->name, name) == 0) return commands[i];
    }
    return NULL;
}

bs_str bs_command_suggest(bs_arena *arena, const char *word)
{
    bs_str_array names = {0};
    for (size_t i = 0; i < BS_COUNT(commands); i++) {
        bs_str *name = BS_PUSH(arena, &names);
        if (name != NULL) *name = bs_str_from(commands[i]->name);
    }
    return bs_suggest_text(arena, bs_str_from(word), &names);
}
