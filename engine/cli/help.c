// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/help.h"

#include "engine/cli/options.h"

enum { OPTION_COLUMN = 27, COMMAND_COLUMN = 14 };

static const bs_exit_row exits[] = {
    {BS_EXIT_OK, "done, and nothing to report"},
    {BS_EXIT_FINDINGS, "check found something at or above --fail-on, or fix printed a diff"},
    {BS_EXIT_USAGE, "the command line makes no sense, or names what is not there"},
    {BS_EXIT_FILE, "a file or the store could not be read or written"},
};

const char *const bs_help_about =
    "bseries is a compiler for published numbers. It reads bulletins and statistical tables in "
    "Korean, Chinese, Japanese and English, keeps every number with the place where it is "
    "printed, finds those that cannot be right, and draws and exports the series.";

const bs_exit_row *bs_help_exits(size_t *count)
{
    *count = BS_COUNT(exits);
    return exits;
}

static size_t help_width(const bs_stream *out)
{
    return out->width < BS_WIDTH_HELP ? out->width : BS_WIDTH_HELP;
}

static void add_title(bs_stream *out, const char *title)
{
    bs_stream_style(out, BS_STYLE_BOLD);
    bs_stream_add(out, title);
    bs_stream_style(out, BS_STYLE_NONE);
    bs_stream_add(out, "\n");
}

static void add_paragraphs(bs_stream *out, const char *text)
{
    bs_str rest = bs_str_from(text);
    bs_str line;
    while (bs_str_next(&rest, '\n', &line)) {
        bs_stream_add(out, "\n");
        bs_stream_wrap(out, line, 0, 0, help_width(out));
        bs_stream_add(out, "\n");
    }
}

static void add_examples(bs_stream *out, const bs_example *examples, size_t count)
{
    size_t widest = 0;
    for (size_t i = 0; i < count; i++) {
        size_t width = bs_visible_width(bs_str_from(examples[i].line));
        if (width > widest) widest = width;
    }
    bool beside = true;
    for (size_t i = 0; i < count; i++) {
        if (widest + 4 + strlen(examples[i].what) + 2 > help_width(out)) beside = false;
    }
    for (size_t i = 0; i < count; i++) {
        size_t width = bs_visible_width(bs_str_from(examples[i].line));
        bs_stream_addf(out, "  %s", examples[i].line);
        if (beside) {
            bs_stream_spaces(out, widest + 2 - width);
        } else {
            bs_stream_add(out, "\n      ");
        }
        bs_stream_style(out, BS_STYLE_DIM);
        bs_stream_wrap(out, bs_str_from(examples[i].what), 6, 6,
                       beside ? SIZE_MAX : help_width(out));
        bs_stream_style(out, BS_STYLE_NONE);
        bs_stream_add(out, "\n");
    }
}

// A word in the left column, and what it means in the right one (below it on a narrow terminal).
static void add_entry(bs_stream *out, const char *word, const char *meaning, size_t column)
{
    size_t width = help_width(out);
    if (width < column + 30) column = 8;
    size_t used = bs_visible_width(bs_str_from(word));
    bs_stream_add(out, word);
    if (used + 2 > column) {
        bs_stream_add(out, "\n");
        used = 0;
    }
    bs_stream_spaces(out, column - used);
    bs_stream_wrap(out, bs_str_from(meaning), column, column, width);
    bs_stream_add(out, "\n");
}

void bs_help_values(bs_buffer *out, const bs_option *option)
{
    if (option->choices == NULL && option->initial == NULL) return;
    bs_buffer_add(out, BS_STR(" ("));
    for (size_t i = 0; option->choices != NULL && option->choices[i] != NULL; i++) {
        const char *join = i == 0 ? "" : option->choices[i + 1] == NULL ? " or " : ", ";
        bs_buffer_addf(out, "%s%s", join, option->choices[i]);
    }
    if (option->choices != NULL && option->initial != NULL) bs_buffer_add(out, BS_STR("; "));
    if (option->initial != NULL) bs_buffer_addf(out, "default %s", option->initial);
    bs_buffer_add(out, BS_STR(")"));
}

static void add_option(bs_stream *out, const bs_option *option)
{
    bs_buffer word = BS_BUFFER_INIT;
    bs_buffer text = BS_BUFFER_INIT;
    if (option->letter != 0) {
        bs_buffer_addf(&word, "  -%c, --%s", option->letter, option->name);
    } else {
        bs_buffer_addf(&word, "      --%s", option->name);
    }
    if (option->value != NULL) bs_buffer_addf(&word, " %s", option->value);
    bs_buffer_addf(&text, "%s", option->summary);
    bs_help_values(&text, option);
    if (!word.failed && !text.failed) add_entry(out, word.ptr, text.ptr, OPTION_COLUMN);
    bs_buffer_deinit(&word);
    bs_buffer_deinit(&text);
}

void bs_help_usage(bs_stream *out, const bs_command *command)
{
    bs_stream_addf(out, "bseries %s", command->name);
    if (command->option_count > 0) bs_stream_add(out, " [OPTION...]");
    if (command->operands != NULL) bs_stream_addf(out, " %s", command->operands);
}

static const bs_example first_examples[] = {
    {"bseries check bulletin.txt", "find the numbers that cannot be right"},
    {"bseries extract bulletin.txt", "list every number with its unit and place"},
    {"bseries load *.txt *.csv", "keep the series of some files in a store"},
    {"bseries list", "the series that the store has"},
};

void bs_help_short(bs_stream *out)
{
    bs_stream_wrap(out, bs_str_from(bs_help_about), 0, 0, help_width(out));
    bs_stream_add(out, "\n\n");
    add_examples(out, first_examples, BS_COUNT(first_examples));
    bs_stream_add(out, "\n'bseries --help' lists all commands, 'bseries COMMAND --help' explains "
                       "one.\n");
}

void bs_help_program(bs_stream *out)
{
    bs_stream_wrap(out, bs_str_from(bs_help_about), 0, 0, help_width(out));
    bs_stream_add(out, "\n\n");
    add_title(out, "Examples");
    add_examples(out, first_examples, BS_COUNT(first_examples));
    bs_stream_add(out, "\n");
    add_title(out, "Usage");
    bs_stream_add(out, "  bseries COMMAND [OPTION...] [OPERAND...]\n\n");
    add_title(out, "Commands");
    size_t count;
    const bs_command *const *commands = bs_command_table(&count);
    for (size_t i = 0; i < count; i++) {
        bs_buffer word = BS_BUFFER_INIT;
        bs_buffer_addf(&word, "  %s", commands[i]->name);
        if (!word.failed) add_entry(out, word.ptr, commands[i]->summary, COMMAND_COLUMN);
        bs_buffer_deinit(&word);
    }
    bs_stream_add(out, "\n");
    add_title(out, "Options of every command");
    for (size_t i = 0; i < BS_GLOBAL_COUNT; i++)
        add_option(out, &bs_global_options[i]);
    bs_stream_add(out, "\n");
    add_title(out, "Exit status");
    for (size_t i = 0; i < BS_COUNT(exits); i++) {
        bs_stream_addf(out, "  %d  %s\n", (int)exits[i].status, exits[i].meaning);
    }
}

void bs_help_command(bs_stream *out, const bs_command *command)
{
    bs_stream_wrap(out, bs_str_from(command->summary), 0, 0, help_width(out) - 1);
    bs_stream_add(out, ".\n\n");
    if (command->example_count > 0) {
        add_title(out, "Examples");
        add_examples(out, command->examples, command->example_count);
        bs_stream_add(out, "\n");
    }
    add_title(out, "Usage");
    bs_stream_add(out, "  ");
    bs_help_usage(out, command);
    bs_stream_add(out, "\n");
    if (command->description != NULL) add_paragraphs(out, command->description);
    bs_stream_add(out, "\n");
    add_title(out, "Options");
    for (size_t i = 0; i < command->option_count; i++)
        add_option(out, &command->options[i]);
    for (size_t i = 0; i < BS_GLOBAL_COUNT; i++)
        add_option(out, &bs_global_options[i]);
}
