// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/commands.h"
#include "engine/cli/message.h"
#include "engine/cli/options.h"

// What a shell runs to learn the words of a kind; NULL: there is nothing to ask.
static const char *const questions[] = {
    [BS_COMPLETE_SERIES] = "bseries list --keys",
    [BS_COMPLETE_CODE] = "bseries check --list --format csv | sed '1d;s/,.*//'",
    [BS_COMPLETE_COMMAND] = "bseries completion --commands",
    [BS_COMPLETE_SHELL] = "printf '%s\\n' bash zsh fish",
};

typedef struct shell {
    const char *name;
    void (*write)(bs_stream *out);
} shell;

typedef void option_writer(bs_stream *out, const bs_option *option);

static void each_option(bs_stream *out, const bs_command *command, option_writer *write)
{
    for (size_t i = 0; command != NULL && i < command->option_count; i++) {
        write(out, &command->options[i]);
    }
    for (size_t i = 0; i < BS_GLOBAL_COUNT; i++)
        write(out, &bs_global_options[i]);
}

static const char *question_of(bs_complete complete)
{
    return (size_t)complete < BS_COUNT(questions) ? questions[complete] : NULL;
}

static void write_names(bs_stream *out)
{
    size_t count;
    const bs_command *const *commands = bs_command_table(&count);
    for (size_t i = 0; i < count; i++) {
        bs_stream_addf(out, "%s%s", i > 0 ? " " : "", commands[i]->name);
    }
}

// --- bash ----------------------------------------------------------------------------------------

static void bash_option_name(bs_stream *out, const bs_option *option)
{
    bs_stream_addf(out, " --%s", option->name);
    if (option->letter != 0) bs_stream_addf(out, " -%c", option->letter);
}

static void bash_option_value(bs_stream *out, const bs_option *option)
{
    if (option->value == NULL) return;
    bs_stream_addf(out, "        --%s", option->name);
    if (option->letter != 0) bs_stream_addf(out, "|-%c", option->letter);
    const char *question = question_of(option->complete);
    if (option->choices != NULL) {
        bs_stream_add(out, ") words=\"");
        for (size_t i = 0; option->choices[i] != NULL; i++) {
            bs_stream_addf(out, "%s%s", i > 0 ? " " : "", option->choices[i]);
        }
        bs_stream_add(out, "\" ;;\n");
    } else if (question != NULL) {
        bs_stream_addf(out, ") words=$(%s 2>/dev/null) ;;\n", question);
    } else {
        bs_stream_add(out, ") files=yes ;;\n");
    }
}

static void bash_command(bs_stream *out, const bs_command *command)
{
    bs_stream_addf(out, "    %s)\n        case $previous in\n", command->name);
    each_option(out, command, bash_option_value);
    bs_stream_add(out, "        *) options=\"");
    each_option(out, command, bash_option_name);
    const char *question = question_of(command->complete);
    if (question != NULL) {
        bs_stream_addf(out, "\"; words=$(%s 2>/dev/null) ;;\n", question);
    } else {
        bs_stream_addf(out, "\"; files=%s ;;\n",
                       command->complete == BS_COMPLETE_FILE ? "yes" : "");
    }
    bs_stream_add(out, "        esac ;;\n");
}

static void write_bash(bs_stream *out)
{
    bs_stream_add(out,
                  "# bash completion for bseries\n"
                  "_bseries() {\n"
                  "    local current=${COMP_WORDS[COMP_CWORD]} command= words= options= files= i\n"
                  "    local previous=${COMP_WORDS[COMP_CWORD-1]} word\n"
                  "    COMPREPLY=()\n"
                  "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
                  "        case ${COMP_WORDS[i]} in -*) ;; *) command=${COMP_WORDS[i]}; break ;; "
                  "esac\n"
                  "    done\n"
                  "    case $command in\n    \"\") words=\"");
    write_names(out);
    bs_stream_add(out, "\"; options=\"");
    each_option(out, NULL, bash_option_name);
    bs_stream_add(out, "\" ;;\n");
    size_t count;
    const bs_command *const *commands = bs_command_table(&count);
    for (size_t i = 0; i < count; i++)
        bash_command(out, commands[i]);
    bs_stream_add(out,
                  "    esac\n"
                  "    [[ $current == -* ]] && words=$options && files=\n"
                  "    if [[ -n $files ]]; then\n"
                  "        compopt -o filenames\n"
                  "        mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n"
                  "        return\n"
                  "    fi\n"
                  "    [[ $words == *$'\\n'* ]] && compopt -o filenames # quotes what needs it\n"
                  "    [[ $words == *$'\\n'* ]] || words=${words// /$'\\n'}\n"
                  "    # compgen -W would expand $(...) in the name of a series.\n"
                  "    while IFS= read -r word; do\n"
                  "        [[ $word == \"$current\"* ]] && COMPREPLY+=(\"$word\")\n"
                  "    done <<<\"$words\"\n"
                  "}\n"
                  "complete -F _bseries bseries\n");
}

// --- zsh -----------------------------------------------------------------------------------------

// A summary inside single quotes and brackets.
static void zsh_text(bs_stream *out, const char *text)
{
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '\'') {
            bs_stream_add(out, "'\\''");
            continue;
        }
        if (strchr("[]:\\", *c) != NULL) bs_stream_add(out, "\\");
        bs_stream_add_str(out, (bs_str){c, 1});
    }
}

static void zsh_action(bs_stream *out, const bs_option *option)
{
    const char *question = question_of(option->complete);
    bs_stream_addf(out, ":%s:", option->value);
    if (option->choices != NULL) {
        bs_stream_add(out, "(");
        for (size_t i = 0; option->choices[i] != NULL; i++) {
            bs_stream_addf(out, "%s%s", i > 0 ? " " : "", option->choices[i]);
        }
        bs_stream_add(out, ")");
    } else if (question != NULL) {
        bs_stream_addf(out, "_bseries_words %d", (int)option->complete);
    } else if (option->complete == BS_COMPLETE_FILE) {
        bs_stream_add(out, "_files");
    }
}

static void zsh_option(bs_stream *out, const bs_option *option)
{
    bs_stream_add(out, "            ");
    if (option->letter != 0) {
        bs_stream_addf(out, "'(-%c --%s)'{-%c,--%s%s}'[", option->letter, option->name,
                       option->letter, option->name, option->value ? "=" : "");
    } else {
        bs_stream_addf(out, "'--%s%s[", option->name, option->value ? "=" : "");
    }
    zsh_text(out, option->summary);
    bs_stream_add(out, "]");
    if (option->value != NULL) zsh_action(out, option);
    bs_stream_add(out, "' \\\n");
}

static void zsh_command(bs_stream *out, const bs_command *command)
{
    bs_stream_addf(out, "    %s)\n        _arguments -s -S \\\n", command->name);
    each_option(out, command, zsh_option);
    if (question_of(command->complete) != NULL) {
        bs_stream_addf(out, "            '*:operand:_bseries_words %d' ;;\n",
                       (int)command->complete);
    } else {
        bs_stream_addf(out, "            '*:file:%s' ;;\n",
                       command->complete == BS_COMPLETE_FILE ? "_files" : "");
    }
}

static void write_zsh(bs_stream *out)
{
    bs_stream_add(out, "#compdef bseries\n"
                       "_bseries_words() {\n    local -a found\n    case $1 in\n");
    for (size_t i = 0; i < BS_COUNT(questions); i++) {
        if (questions[i] == NULL) continue;
        bs_stream_addf(out, "    %zu) found=(${(f)\"$(%s 2>/dev/null)\"}) ;;\n", i, questions[i]);
    }
    bs_stream_add(out, "    esac\n    compadd -a found\n}\n\n_bseries() {\n"
                       "    local -a commands=(\n");
    size_t count;
    const bs_command *const *commands = bs_command_table(&count);
    for (size_t i = 0; i < count; i++) {
        bs_stream_addf(out, "        '%s:", commands[i]->name);
        zsh_text(out, commands[i]->summary);
        bs_stream_add(out, "'\n");
    }
    bs_stream_add(out, "    )\n"
                       "    if ((CURRENT == 2)); then\n"
                       "        _describe command commands\n"
                       "        return\n"
                       "    fi\n"
                       "    local command=$words[2]\n"
                       "    shift words\n    ((CURRENT--))\n"
                       "    case $command in\n");
    for (size_t i = 0; i < count; i++)
        zsh_command(out, commands[i]);
    bs_stream_add(out, "    esac\n}\n_bseries \"$@\"\n");
}

// --- fish ----------------------------------------------------------------------------------------

static void fish_text(bs_stream *out, const char *text)
{
    bs_stream_add(out, "'");
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '\'' || *c == '\\') bs_stream_add(out, "\\");
        bs_stream_add_str(out, (bs_str){c, 1});
    }
    bs_stream_add(out, "'");
}

static void fish_option(bs_stream *out, const bs_option *option, const char *condition)
{
    bs_stream_addf(out, "complete -c bseries -n '%s'", condition);
    bs_stream_addf(out, " -l %s", option->name);
    if (option->letter != 0) bs_stream_addf(out, " -s %c", option->letter);
    const char *question = question_of(option->complete);
    if (option->choices != NULL) {
        bs_stream_add(out, " -x -a '");
        for (size_t i = 0; option->choices[i] != NULL; i++) {
            bs_stream_addf(out, "%s%s", i > 0 ? " " : "", option->choices[i]);
        }
        bs_stream_add(out, "'");
    } else if (question != NULL) {
        bs_stream_add(out, " -x -a ");
        bs_stream_add(out, "\"(");
        bs_stream_add(out, question);
        bs_stream_add(out, " 2>/dev/null)\"");
    } else if (option->value != NULL) {
        bs_stream_add(out, option->complete == BS_COMPLETE_FILE ? " -r -F" : " -x");
    }
    bs_stream_add(out, " -d ");
    fish_text(out, option->summary);
    bs_stream_add(out, "\n");
}

static void fish_command(bs_stream *out, const bs_command *command)
{
    char condition[128] = "__fish_seen_subcommand_from ";
    strncat(condition, command->name, sizeof condition - strlen(condition) - 1);
    bs_stream_addf(out, "complete -c bseries -n __fish_use_subcommand -f -a %s -d ", command->name);
    fish_text(out, command->summary);
    bs_stream_add(out, "\n");
    const char *question = question_of(command->complete);
    if (question != NULL) {
        bs_stream_addf(out, "complete -c bseries -n '%s' -f -a \"(", condition);
        bs_stream_add(out, question);
        bs_stream_add(out, " 2>/dev/null)\"\n");
    } else if (command->complete != BS_COMPLETE_FILE) {
        bs_stream_addf(out, "complete -c bseries -n '%s' -f\n", condition);
    }
    for (size_t i = 0; i < command->option_count; i++) {
        fish_option(out, &command->options[i], condition);
    }
}

static void write_fish(bs_stream *out)
{
    bs_stream_add(out, "# fish completion for bseries\n");
    size_t count;
    const bs_command *const *commands = bs_command_table(&count);
    for (size_t i = 0; i < count; i++)
        fish_command(out, commands[i]);
    for (size_t i = 0; i < BS_GLOBAL_COUNT; i++)
        fish_option(out, &bs_global_options[i], "true");
}

// --- the command ---------------------------------------------------------------------------------

enum { OPTION_COMMANDS, OPTION_COUNT };

static const bs_option options[] = {
    [OPTION_COMMANDS] = {.name = "commands",
                         .summary = "write the names of all commands instead, one a line"},
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const shell shells[] = {
    {"bash", write_bash},
    {"zsh", write_zsh},
    {"fish", write_fish},
};

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    if (bs_args_has(args, &options[OPTION_COMMANDS])) {
        size_t count;
        const bs_command *const *commands = bs_command_table(&count);
        for (size_t i = 0; i < count; i++)
            bs_stream_addf(cli->out, "%s\n", commands[i]->name);
        return BS_EXIT_OK;
    }
    const char *name = args->operands.count > 0 ? args->operands.items[0] : "";
    for (size_t i = 0; i < BS_COUNT(shells); i++) {
        if (strcmp(shells[i].name, name) != 0) continue;
        shells[i].write(cli->out);
        return BS_EXIT_OK;
    }
    return bs_say_usage(cli, args->command, (bs_str){NULL, 0},
                        "a shell is bash, zsh or fish, not '%s'", name);
}

static const bs_example examples[] = {
    {"source <(bseries completion bash)", "in this shell"},
    {"bseries completion fish > ~/.config/fish/completions/bseries.fish", "in every fish"},
};

const bs_command bs_command_completion = {
    .name = "completion",
    .operands = "bash|zsh|fish",
    .summary = "Write the completions of a shell",
    .description = "Names of series are completed from the store, codes of checks from the table "
                   "of checks.",
    .examples = examples,
    .example_count = BS_COUNT(examples),
    .options = options,
    .option_count = OPTION_COUNT,
    .operand_max = 1,
    .complete = BS_COMPLETE_SHELL,
    .run = run,
};
