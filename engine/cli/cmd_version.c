// SPDX-License-Identifier: GPL-3.0-or-later
#include <cairo.h>
#include <cjson/cJSON.h>
#include <gsl/gsl_version.h>
#include <pango/pango.h>
#include <sqlite3.h>
#include <utf8proc.h>

#include "engine/cli/commands.h"
#include "engine/cli/options.h"

enum { OPTION_FORMAT, OPTION_COUNT };

static const char *const formats[] = {"text", "json", NULL};

static const bs_option options[] = {
    [OPTION_FORMAT] = {.name = "format",
                       .letter = 'f',
                       .value = "FORMAT",
                       .choices = formats,
                       .initial = "text",
                       .summary = "form of the result"},
};
_Static_assert(BS_COUNT(options) == OPTION_COUNT, "a row for each option");

static const char *own_version(void)
{
    return BS_VERSION;
}

static const char *gsl(void)
{
    return gsl_version;
}

// Of what is loaded only to draw: the version that it was built with.
static const char *cairo(void)
{
    return CAIRO_VERSION_STRING;
}

static const char *pango(void)
{
    return PANGO_VERSION_STRING;
}

typedef struct part {
    const char *name;
    const char *(*version)(void);
} part;

// The program first, then the libraries as they are on this machine.
static const part parts[] = {
    {"bseries", own_version},
    {"sqlite", sqlite3_libversion},
    {"gsl", gsl},
    {"cairo", cairo},
    {"pango", pango},
    {"cjson", cJSON_Version},
    {"utf8proc", utf8proc_version},
};

static void write_text(bs_stream *out)
{
    for (size_t i = 0; i < BS_COUNT(parts); i++) {
        bs_stream_addf(out, "%s%s %s\n", i == 0 ? "" : "  ", parts[i].name, parts[i].version());
    }
}

static void write_json(bs_stream *out)
{
    for (size_t i = 0; i < BS_COUNT(parts); i++) {
        bs_stream_addf(out, "%s\"%s\":\"%s\"", i == 0 ? "{" : ",", parts[i].name,
                       parts[i].version());
    }
    bs_stream_add(out, "}\n");
}

static bs_exit run(bs_cli *cli, const bs_args *args)
{
    bool json = strcmp(bs_args_value(args, &options[OPTION_FORMAT], "text"), "json") == 0;
    (json ? write_json : write_text)(cli->out);
    return BS_EXIT_OK;
}

const bs_command bs_command_version = {
    .name = "version",
    .summary = "Say the version of the program and of its libraries",
    .options = options,
    .option_count = OPTION_COUNT,
    .run = run,
};
