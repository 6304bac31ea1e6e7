// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/args.h"

#include "engine/cli/message.h"
#include "engine/cli/options.h"
#include "engine/cli/suggest.h"

// One run of the parser over a command line.
typedef struct parser {
    bs_args *args;
    bs_cli *cli;
    int argc;
    char *const *argv;
    int at;
} parser;

static const bs_option *find_in(const bs_option *options, size_t count, bs_str name, char letter)
{
    for (size_t i = 0; i < count; i++) {
        if (letter != 0 ? options[i].letter == letter
                        : bs_str_equal(bs_str_from(options[i].name), name)) {
            return &options[i];
        }
    }
    return NULL;
}

// By its name, or by its letter when that is not 0.
static const bs_option *find_option(const bs_command *command, bs_str name, char letter)
{
    const bs_option *own = NULL;
    if (command != NULL) own = find_in(command->options, command->option_count, name, letter);
    return own ? own : find_in(bs_global_options, BS_GLOBAL_COUNT, name, letter);
}

static bs_exit say_memory(bs_cli *cli)
{
    bs_error err = BS_ERROR_INIT;
    (void)bs_fail(&err, BS_E_MEMORY, "out of memory");
    return bs_say_error(cli, &err, (bs_str){NULL, 0}, (bs_str){NULL, 0});
}

static void add_names(bs_str_array *names, bs_arena *arena, const bs_option *options, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bs_str *name = BS_PUSH(arena, names);
        if (name != NULL) *name = bs_arena_format(arena, "--%s", options[i].name);
    }
}

static bs_exit say_unknown(const parser *p, const char *word)
{
    const bs_command *command = p->args->command;
    bs_str_array names = {0};
    if (command != NULL) add_names(&names, p->cli->arena, command->options, command->option_count);
    add_names(&names, p->cli->arena, bs_global_options, BS_GLOBAL_COUNT);
    bs_str help = bs_suggest_text(p->cli->arena, bs_str_from(word), &names);
    if (command == NULL) return bs_say_usage(p->cli, command, help, "unknown option '%s'", word);
    return bs_say_usage(p->cli, command, help, "'%s' has no option '%s'", command->name, word);
}

static bs_str list_choices(const bs_option *option, bs_arena *arena)
{
    bs_str list = {NULL, 0};
    for (size_t i = 0; option->choices[i] != NULL; i++) {
        bool last = option->choices[i + 1] == NULL;
        list = bs_arena_format(arena, "%.*s%s%s", BS_STR_ARG(list),
                               i == 0 ? ""
                               : last ? " or "
                                      : ", ",
                               option->choices[i]);
    }
    return list;
}

static size_t choice_of(const bs_option *option, const char *value)
{
    for (size_t i = 0; option->choices[i] != NULL; i++) {
        if (strcmp(option->choices[i], value) == 0) return i;
    }
    return SIZE_MAX;
}

static bs_exit add_use(const parser *p, const bs_option *option, const char *value)
{
    if (value != NULL && option->choices != NULL && choice_of(option, value) == SIZE_MAX) {
        bs_str choices = list_choices(option, p->cli->arena);
        return bs_say_usage(p->cli, p->args->command, (bs_str){NULL, 0}, "--%s is %.*s, not '%s'",
                            option->name, BS_STR_ARG(choices), value);
    }
    bs_option_use *use = BS_PUSH(p->cli->arena, &p->args->uses);
    if (use == NULL) return say_memory(p->cli);
    *use = (bs_option_use){option, value};
    return BS_EXIT_OK;
}

// The value of an option that stands in the next word.
static bs_exit add_with_next(parser *p, const bs_option *option)
{
    if (p->at + 1 >= p->argc) {
        return bs_say_usage(p->cli, p->args->command, (bs_str){NULL, 0}, "--%s needs a %s",
                            option->name, option->value);
    }
    p->at++;
    return add_use(p, option, p->argv[p->at]);
}

static bs_exit parse_long(parser *p, const char *word)
{
    const char *equals = strchr(word, '=');
    bs_str name = {word + 2, equals ? (size_t)(equals - word - 2) : strlen(word + 2)};
    const bs_option *option = find_option(p->args->command, name, 0);
    if (option == NULL) {
        bs_str shown = bs_arena_format(p->cli->arena, "--%.*s", BS_STR_ARG(name));
        return say_unknown(p, shown.ptr != NULL ? shown.ptr : word);
    }
    if (option->value == NULL && equals != NULL) {
        return bs_say_usage(p->cli, p->args->command, (bs_str){NULL, 0}, "--%s takes no value",
                            option->name);
    }
    if (option->value == NULL) return add_use(p, option, NULL);
    return equals != NULL ? add_use(p, option, equals + 1) : add_with_next(p, option);
}

static bs_exit parse_short(parser *p, const char *word)
{
    for (const char *c = word + 1; *c != '\0'; c++) {
        const bs_option *option = find_option(p->args->command, (bs_str){NULL, 0}, *c);
        if (option == NULL) return say_unknown(p, (char[]){'-', *c, '\0'});
        if (option->value != NULL && c[1] != '\0') return add_use(p, option, c + 1);
        bs_exit status = option->value ? add_with_next(p, option) : add_use(p, option, NULL);
        if (status != BS_EXIT_OK || option->value != NULL) return status;
    }
    return BS_EXIT_OK;
}

static bs_exit add_operand(const parser *p, const char *word)
{
    const char **operand = BS_PUSH(p->cli->arena, &p->args->operands);
    if (operand == NULL) return say_memory(p->cli);
    *operand = word;
    return BS_EXIT_OK;
}

bs_exit bs_args_parse(bs_args *out, bs_cli *cli, const bs_command *command, int argc,
                      char *const *argv)
{
    *out = (bs_args){.command = command};
    parser p = {out, cli, argc, argv, 0};
    bool operands_only = false;
    for (; p.at < argc; p.at++) {
        const char *word = argv[p.at];
        bs_exit status;
        if (operands_only || word[0] != '-' || word[1] == '\0') {
            status = add_operand(&p, word);
        } else if (strcmp(word, "--") == 0) {
            operands_only = true;
            continue;
        } else {
            status = word[1] == '-' ? parse_long(&p, word) : parse_short(&p, word);
        }
        if (status != BS_EXIT_OK) return status;
    }
    return BS_EXIT_OK;
}

bool bs_args_has(const bs_args *args, const bs_option *option)
{
    for (size_t i = 0; i < args->uses.count; i++) {
        if (args->uses.items[i].option == option) return true;
    }
    return false;
}

const char *bs_args_value(const bs_args *args, const bs_option *option, const char *fallback)
{
    for (size_t i = args->uses.count; i-- > 0;) {
        if (args->uses.items[i].option == option) return args->uses.items[i].value;
    }
    return fallback;
}

size_t bs_args_choice(const bs_args *args, const bs_option *option)
{
    const char *value = bs_args_value(args, option, option->initial);
    size_t choice = value ? choice_of(option, value) : SIZE_MAX;
    return choice;
}

bs_status bs_args_list(bs_text_array *out, bs_arena *arena, const bs_args *args,
                       const bs_option *option)
{
    for (size_t i = 0; i < args->uses.count; i++) {
        if (args->uses.items[i].option != option) continue;
        bs_str rest = bs_str_from(args->uses.items[i].value);
        bs_str word;
        while (bs_str_next(&rest, ',', &word)) {
            word = bs_str_trim(word);
            if (word.len == 0) continue;
            const char **place = BS_PUSH(arena, out);
            char *copy = bs_arena_copy(arena, word);
            if (place == NULL || copy == NULL) return BS_E_MEMORY;
            *place = copy;
        }
    }
    return BS_OK;
}
