// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/help.h"

#include "engine/cli/options.h"

// troff takes a backslash, a hyphen and a leading dot or quote for its own.
static void add_roff(bs_stream *out, const char *text)
{
    if (text[0] == '.' || text[0] == '\'') bs_stream_add(out, "\\&");
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '\\') {
            bs_stream_add(out, "\\e");
        } else if (*c == '-') {
            bs_stream_add(out, "\\-");
        } else {
            bs_stream_add_str(out, (bs_str){c, 1});
        }
    }
}

static void add_line(bs_stream *out, const char *macro, const char *text)
{
    bs_stream_addf(out, "%s", macro);
    add_roff(out, text);
    bs_stream_add(out, "\n");
}

static void add_option(bs_stream *out, const bs_option *option)
{
    bs_stream_add(out, ".TP\n");
    if (option->letter != 0) bs_stream_addf(out, "\\fB\\-%c\\fR, ", option->letter);
    bs_stream_add(out, "\\fB\\-\\-");
    add_roff(out, option->name);
    bs_stream_add(out, "\\fR");
    if (option->value != NULL) bs_stream_addf(out, " \\fI%s\\fR", option->value);
    bs_stream_add(out, "\n");
    add_roff(out, option->summary);
    bs_buffer values = BS_BUFFER_INIT;
    bs_help_values(&values, option);
    if (values.len > 0 && !values.failed) add_roff(out, values.ptr);
    bs_buffer_deinit(&values);
    bs_stream_add(out, "\n");
}

static void add_command(bs_stream *out, const bs_command *command)
{
    add_line(out, ".SS ", command->name);
    bs_stream_add(out, "\\fB");
    add_roff(out, "bseries ");
    add_roff(out, command->name);
    bs_stream_add(out, "\\fR");
    if (command->option_count > 0) bs_stream_add(out, " [\\fIOPTION\\fR...]");
    if (command->operands != NULL) {
        bs_stream_add(out, " \\fI");
        add_roff(out, command->operands);
        bs_stream_add(out, "\\fR");
    }
    bs_stream_add(out, "\n.PP\n");
    add_roff(out, command->summary);
    bs_stream_add(out, ".\n");
    bs_str rest = bs_str_from(command->description);
    bs_str line;
    while (bs_str_next(&rest, '\n', &line)) {
        bs_buffer text = BS_BUFFER_INIT;
        bs_buffer_add(&text, line);
        if (!text.failed && text.len > 0) add_line(out, ".PP\n", text.ptr);
        bs_buffer_deinit(&text);
    }
    for (size_t i = 0; i < command->option_count; i++)
        add_option(out, &command->options[i]);
    for (size_t i = 0; i < command->example_count; i++) {
        add_line(out, i == 0 ? ".PP\nExamples:\n.TP\n" : ".TP\n", command->examples[i].line);
        add_roff(out, command->examples[i].what);
        bs_stream_add(out, "\n");
    }
}

static void add_exits(bs_stream *out)
{
    size_t count;
    const bs_exit_row *exits = bs_help_exits(&count);
    bs_stream_add(out, ".SH EXIT STATUS\n");
    for (size_t i = 0; i < count; i++) {
        bs_stream_addf(out, ".TP\n%d\n", (int)exits[i].status);
        add_line(out, "", exits[i].meaning);
    }
}

static const char *const environment =
    ".SH ENVIRONMENT\n"
    ".TP\n\\fBBSERIES_STORE\\fR\nthe store that is used where \\fB\\-\\-store\\fR is not given\n"
    ".TP\n\\fBNO_COLOR\\fR\nwhen set, nothing is coloured unless \\fB\\-\\-color=always\\fR asks\n"
    ".TP\n\\fBCOLUMNS\\fR\nwidth of the output, instead of that of the terminal\n";

void bs_help_manual(bs_stream *out)
{
    bs_stream_add(out, ".TH BSERIES 1 \"\" \"bseries " BS_VERSION "\" \"User commands\"\n");
    bs_stream_add(out, ".SH NAME\nbseries \\- a compiler for published numbers\n");
    bs_stream_add(out, ".SH SYNOPSIS\n\\fBbseries\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR...] "
                       "[\\fIOPERAND\\fR...]\n");
    bs_stream_add(out, ".SH DESCRIPTION\n");
    add_line(out, "", bs_help_about);
    add_line(out, ".PP\n",
             "Results go to standard output, everything else to standard error. "
             "The file name - is standard input or output; -- ends the options.");
    bs_stream_add(out, ".SH COMMANDS\n");
    size_t count;
    const bs_command *const *commands = bs_command_table(&count);
    for (size_t i = 0; i < count; i++)
        add_command(out, commands[i]);
    bs_stream_add(out, ".SH OPTIONS OF EVERY COMMAND\n");
    for (size_t i = 0; i < BS_GLOBAL_COUNT; i++)
        add_option(out, &bs_global_options[i]);
    add_exits(out);
    bs_stream_add(out, environment);
}
