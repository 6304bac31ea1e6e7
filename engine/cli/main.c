// SPDX-License-Identifier: GPL-3.0-or-later
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "engine/cli/args.h"
#include "engine/cli/commands.h"
#include "engine/cli/help.h"
#include "engine/cli/message.h"
#include "engine/cli/options.h"

// A standard stream that was closed before the start would be given to the first file that is
// opened, and results would be written into it. So its place is taken by something that refuses.
static void guard_standard_streams(void)
{
    static const int modes[] = {
        [STDIN_FILENO] = O_WRONLY, [STDOUT_FILENO] = O_RDONLY, [STDERR_FILENO] = O_RDWR};
    for (int fd = 0; fd < (int)BS_COUNT(modes); fd++) {
        if (fcntl(fd, F_GETFD) >= 0 || errno != EBADF) continue;
        if (open("/dev/null", modes[fd]) != fd) _exit(BS_EXIT_FILE);
    }
}

// The first word that is no option: the command. Its place, or argc.
static int find_command_word(int argc, char *const *argv)
{
    for (int i = 1; i < argc; i++) {
        const char *word = argv[i];
        if (word[0] != '-' || word[1] == '\0') return i;
        if (strcmp(word, "--") == 0) return i + 1 < argc ? i + 1 : argc;
        if (strcmp(word, "--color") == 0) i++; // its value is the next word
    }
    return argc;
}

static bool asks_for_help(int argc, char *const *argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--") == 0) return false;
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) return true;
    }
    return false;
}

static bs_exit say_unknown(bs_cli *cli, const char *word)
{
    bs_str help = bs_command_suggest(cli->arena, word);
    if (help.len == 0 && access(word, F_OK) == 0) {
        help = bs_arena_format(cli->arena, "to check that file: bseries check %s", word);
    }
    return bs_say_usage(cli, NULL, help, "unknown command '%s'", word);
}

// Help and complaints about the command line are coloured too, so --color is looked for before it
// is read with the rest; what is wrong with it is said then.
static void apply_colour(bs_cli *cli, int argc, char *const *argv)
{
    const char *const *names = bs_global_options[BS_GLOBAL_COLOR].choices;
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        const char *value = NULL;
        if (strncmp(argv[i], "--color=", 8) == 0) value = argv[i] + 8;
        if (strcmp(argv[i], "--color") == 0) value = argv[i + 1];
        for (int k = 0; value != NULL && names[k] != NULL; k++) {
            if (strcmp(names[k], value) != 0) continue;
            bs_stream_set_colour(cli->out, (bs_colouring)k);
            bs_stream_set_colour(cli->err, (bs_colouring)k);
        }
    }
}

static void apply_quiet(bs_cli *cli, const bs_args *args)
{
    cli->quiet = bs_args_has(args, &bs_global_options[BS_GLOBAL_QUIET]);
}

static bs_exit check_operands(bs_cli *cli, const bs_args *args)
{
    const bs_command *command = args->command;
    size_t count = args->operands.count;
    if (count < command->operand_min) {
        return bs_say_usage(cli, command, (bs_str){NULL, 0}, "%s needs %s", command->name,
                            command->operands);
    }
    if (count > command->operand_max) {
        return bs_say_usage(cli, command, (bs_str){NULL, 0}, "%s has no use for '%s'",
                            command->name, args->operands.items[command->operand_max]);
    }
    return BS_EXIT_OK;
}

// Options may stand before the command's name, so it is taken out of its place.
static bs_exit run_command(bs_cli *cli, int argc, char *const *argv, int word)
{
    apply_colour(cli, argc, argv);
    const bs_command *command = word < argc ? bs_command_find(argv[word]) : NULL;
    if (word < argc && command == NULL) return say_unknown(cli, argv[word]);
    if (asks_for_help(argc, argv)) {
        if (command != NULL) bs_help_command(cli->out, command);
        if (command == NULL) bs_help_program(cli->out);
        return BS_EXIT_OK;
    }
    char **rest = BS_NEW_ARRAY(cli->arena, char *, (size_t)argc);
    if (rest == NULL) return BS_EXIT_FILE;
    int count = 0;
    for (int i = 1; i < argc; i++) {
        if (i != word) rest[count++] = argv[i];
    }
    bs_args args;
    bs_exit status = bs_args_parse(&args, cli, command, count, rest);
    if (status != BS_EXIT_OK) return status;
    apply_quiet(cli, &args);
    if (bs_args_has(&args, &bs_global_options[BS_GLOBAL_VERSION])) {
        args = (bs_args){.command = &bs_command_version};
        return bs_command_version.run(cli, &args);
    }
    if (command == NULL) {
        bs_help_short(cli->out);
        return BS_EXIT_OK;
    }
    status = check_operands(cli, &args);
    return status == BS_EXIT_OK ? command->run(cli, &args) : status;
}

static bs_exit finish(bs_cli *cli, bs_exit status)
{
    if (bs_stream_flush(cli->out)) return status;
    bs_error err = BS_ERROR_INIT;
    (void)bs_fail(&err, BS_E_IO, "cannot write standard output: %s",
                  strerror(cli->out->error_number));
    return bs_say_error(cli, &err, (bs_str){NULL, 0}, (bs_str){NULL, 0});
}

int main(int argc, char **argv)
{
    guard_standard_streams();
    signal(SIGPIPE, SIG_DFL); // a reader that has seen enough ends the program without a word
    bs_arena arena = BS_ARENA_INIT;
    bs_stream out;
    bs_stream err;
    bs_stream_init(&out, STDOUT_FILENO, "standard output");
    bs_stream_init(&err, STDERR_FILENO, "standard error");
    bs_cli cli = {.arena = &arena, .out = &out, .err = &err};
    bs_exit status = run_command(&cli, argc, argv, find_command_word(argc, argv));
    status = finish(&cli, status);
    bs_stream_flush(&err);
    bs_stream_deinit(&out);
    bs_stream_deinit(&err);
    bs_arena_deinit(&arena);
    return (int)status;
}
