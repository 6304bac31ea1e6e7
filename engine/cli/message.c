// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/message.h"

#include <math.h>

#include <stdarg.h>
#include <stdio.h>
#include <time.h>

static void begin(bs_cli *cli)
{
    bs_say_progress_end(cli);
    (void)bs_stream_flush(cli->out); // so that both appear in the order in which they were written
}

// Processor time stands in for time: what waits for a disk has nothing to tell.
static bool is_slow(void)
{
    return clock() > CLOCKS_PER_SEC / 2;
}

void bs_say_progress(bs_cli *cli, size_t done, size_t count, const char *name)
{
    if (cli->quiet || count < 2 || !cli->err->terminal || !is_slow()) return;
    bs_str shown = bs_str_from(name);
    size_t room = cli->err->width > 24 ? cli->err->width - 24 : 1;
    bs_stream_addf(cli->err, "\r\x1b[K%zu/%zu ", done, count);
    if (bs_visible_width(shown) <= room) bs_stream_add_visible(cli->err, shown);
    bs_stream_flush(cli->err);
    cli->progress = true;
}

// "12.3 s" and "2 min 5 s".
static void add_seconds(bs_stream *err, double seconds)
{
    if (seconds < 60)
        bs_stream_addf(err, "%.0f s", seconds);
    else
        bs_stream_addf(err, "%.0f min %.0f s", (seconds - fmod(seconds, 60)) / 60,
                       fmod(seconds, 60));
}

void bs_say_bytes(bs_cli *cli, const bs_progress *progress, const char *name)
{
    enum { BAR_WIDTH = 24, ROOM_FOR_NUMBERS = 64 };
    bs_stream *err = cli->err;
    if (cli->quiet || !err->terminal || progress->size == 0) return;
    double share = (double)progress->done / (double)progress->size;
    double rate = progress->seconds > 0 ? (double)progress->done / progress->seconds : 0;
    bs_stream_add(err, "\r\x1b[K");
    size_t filled = (size_t)(share * BAR_WIDTH);
    bs_stream_add(err, "[");
    for (size_t i = 0; i < BAR_WIDTH; i++)
        bs_stream_add(err, i < filled ? "=" : i == filled ? ">" : " ");
    bs_stream_addf(err, "] %3.0f %%  %.0f MB/s  ", share * 100, rate / 1e6);
    if (rate > 0) {
        add_seconds(err, (double)(progress->size - progress->done) / rate);
        bs_stream_add(err, " left  ");
    }
    bs_str shown = bs_str_from(name);
    if (err->width > ROOM_FOR_NUMBERS && bs_visible_width(shown) <= err->width - ROOM_FOR_NUMBERS)
        bs_stream_add_visible(err, shown);
    bs_stream_flush(err);
    cli->progress = true;
}

void bs_say_progress_end(bs_cli *cli)
{
    if (!cli->progress) return;
    bs_stream_add(cli->err, "\r\x1b[K");
    bs_stream_flush(cli->err);
    cli->progress = false;
}

static void add_help(bs_stream *err, bs_str help)
{
    if (help.len == 0) return;
    bs_stream_add(err, "  ");
    bs_stream_style(err, BS_STYLE_NOTE);
    bs_stream_add(err, "help:");
    bs_stream_style(err, BS_STYLE_NONE);
    bs_stream_add(err, " ");
    bs_stream_add_visible(err, help);
    bs_stream_add(err, "\n");
}

static void add_title(bs_stream *err, bs_str place, bs_str text)
{
    bs_stream_style(err, BS_STYLE_BOLD);
    bs_stream_add_visible(err, place);
    bs_stream_add(err, ": ");
    bs_stream_style(err, BS_STYLE_ERROR);
    bs_stream_add(err, "error:");
    bs_stream_style(err, BS_STYLE_NONE);
    bs_stream_add(err, " ");
    bs_stream_add_visible(err, text);
    bs_stream_add(err, "\n");
}

bs_exit bs_say_usage(bs_cli *cli, const bs_command *command, bs_str help, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    begin(cli);
    add_title(cli->err, BS_STR("bseries"), bs_str_from(text));
    add_help(cli->err, help);
    if (command != NULL) {
        bs_stream_addf(cli->err, "  see 'bseries %s --help'\n", command->name);
    } else {
        bs_stream_add(cli->err, "  see 'bseries --help'\n");
    }
    bs_stream_flush(cli->err);
    return BS_EXIT_USAGE;
}

static void add_snippet(bs_stream *stream, const bs_error *err, bs_str line)
{
    if (err->line == 0 || line.ptr == NULL) return;
    size_t at = bs_snippet_byte(line, err->column);
    bs_snippet snippet = {.line = line, .number = err->line, .mark = {at, at}};
    bs_snippet_write(stream, &snippet);
}

bs_exit bs_say_error_line(bs_cli *cli, const bs_error *err, bs_str line, bs_str help)
{
    bs_str place = bs_str_from(err->file[0] != '\0' ? err->file : "bseries");
    if (err->line > 0) {
        place = bs_arena_format(cli->arena, "%.*s:%u", BS_STR_ARG(place), (unsigned)err->line);
    }
    if (err->column > 0) {
        place = bs_arena_format(cli->arena, "%.*s:%u", BS_STR_ARG(place), (unsigned)err->column);
    }
    begin(cli);
    add_title(cli->err, place, bs_str_from(err->message));
    add_snippet(cli->err, err, line);
    add_help(cli->err, help);
    bs_stream_flush(cli->err);
    bool usage = err->status == BS_E_ARGUMENT || err->status == BS_E_NOT_FOUND;
    return usage ? BS_EXIT_USAGE : BS_EXIT_FILE;
}

bs_exit bs_say_error(bs_cli *cli, const bs_error *err, bs_str text, bs_str help)
{
    bs_str line = err->line > 0 ? bs_snippet_line(text, err->line) : (bs_str){0};
    return bs_say_error_line(cli, err, line, help);
}

void bs_say(bs_cli *cli, const char *format, ...)
{
    if (cli->quiet) return;
    char text[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    begin(cli);
    bs_stream_add_visible(cli->err, bs_str_from(text));
    bs_stream_add(cli->err, "\n");
    bs_stream_flush(cli->err);
}

bs_str bs_say_count(bs_arena *arena, size_t count, const char *word, const char *plural)
{
    if (count == 1) return bs_arena_format(arena, "1 %s", word);
    if (plural != NULL) return bs_arena_format(arena, "%zu %s", count, plural);
    return bs_arena_format(arena, "%zu %ss", count, word);
}
