// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/stream.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "engine/base/utf8.h"

enum { RELIEVE_BYTES = 64 * 1024, WIDTH_MAX = 1000 };

// Basic colours only, so that they follow the user's own palette.
static const char *const codes[] = {
    [BS_STYLE_NONE] = "\x1b[0m",       [BS_STYLE_BOLD] = "\x1b[1m",
    [BS_STYLE_DIM] = "\x1b[2m",        [BS_STYLE_ERROR] = "\x1b[1;31m",
    [BS_STYLE_WARNING] = "\x1b[1;35m", [BS_STYLE_NOTE] = "\x1b[1;36m",
    [BS_STYLE_CARET] = "\x1b[1;32m",   [BS_STYLE_GUTTER] = "\x1b[34m",
};
_Static_assert(sizeof codes / sizeof codes[0] == BS_STYLE_COUNT, "every style needs a code");

// $COLUMNS where it is a sensible number, else what the terminal says.
static size_t find_width(int fd, bool terminal)
{
    const char *wish = getenv("COLUMNS");
    long columns = wish ? strtol(wish, NULL, 10) : 0;
    struct winsize size;
    if (columns <= 0 && terminal && ioctl(fd, TIOCGWINSZ, &size) == 0) columns = size.ws_col;
    if (columns <= 0) return terminal ? BS_WIDTH_HELP : BS_WIDTH_OTHER;
    if (columns < BS_WIDTH_MIN) return BS_WIDTH_MIN;
    return columns > WIDTH_MAX ? WIDTH_MAX : (size_t)columns;
}

void bs_stream_init(bs_stream *stream, int fd, const char *name)
{
    bool terminal = isatty(fd) == 1;
    *stream = (bs_stream){.fd = fd, .name = name, .terminal = terminal};
    stream->width = find_width(fd, terminal);
    bs_stream_set_colour(stream, BS_COLOUR_AUTO);
}

void bs_stream_set_colour(bs_stream *stream, bs_colouring colour)
{
    const char *none = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    bool plain = (none != NULL && none[0] != '\0') || (term != NULL && strcmp(term, "dumb") == 0);
    stream->colour =
        colour == BS_COLOUR_ALWAYS || (colour == BS_COLOUR_AUTO && stream->terminal && !plain);
}

void bs_stream_deinit(bs_stream *stream)
{
    bs_buffer_deinit(&stream->pending);
}

void bs_stream_add(bs_stream *stream, const char *text)
{
    bs_buffer_add(&stream->pending, bs_str_from(text));
}

void bs_stream_add_str(bs_stream *stream, bs_str text)
{
    bs_buffer_add(&stream->pending, text);
}

void bs_stream_addf(bs_stream *stream, const char *format, ...)
{
    char text[1024];
    va_list args;
    va_start(args, format);
    int len = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (len < 0) return;
    bs_buffer_add(&stream->pending,
                  (bs_str){text, (size_t)len < sizeof text ? (size_t)len : sizeof text - 1});
}

void bs_stream_add_visible(bs_stream *stream, bs_str text)
{
    bs_visible_add(&stream->pending, text);
}

void bs_stream_spaces(bs_stream *stream, size_t count)
{
    if (!bs_buffer_reserve(&stream->pending, count)) return;
    memset(stream->pending.ptr + stream->pending.len, ' ', count);
    stream->pending.len += count;
    stream->pending.ptr[stream->pending.len] = '\0';
}

void bs_stream_style(bs_stream *stream, bs_style style)
{
    if (stream->colour) bs_stream_add(stream, codes[style]);
}

void bs_stream_wrap(bs_stream *stream, bs_str text, size_t column, size_t indent, size_t width)
{
    bs_str rest = text;
    bs_str word;
    bool first = true;
    while (bs_str_next(&rest, ' ', &word)) {
        size_t wide = bs_visible_width(word);
        if (!first && column + 1 + wide > width) {
            bs_stream_add(stream, "\n");
            bs_stream_spaces(stream, indent);
            column = indent;
        } else if (!first) {
            bs_stream_add(stream, " ");
            column++;
        }
        bs_stream_add_visible(stream, word);
        column += wide;
        first = false;
    }
}

void bs_stream_relieve(bs_stream *stream)
{
    if (stream->pending.len >= RELIEVE_BYTES) (void)bs_stream_flush(stream);
}

bool bs_stream_flush(bs_stream *stream)
{
    if (stream->pending.failed && stream->error_number == 0) stream->error_number = ENOMEM;
    size_t done = 0;
    while (stream->error_number == 0 && done < stream->pending.len) {
        ssize_t put = write(stream->fd, stream->pending.ptr + done, stream->pending.len - done);
        if (put >= 0) done += (size_t)put;
        if (put < 0 && errno != EINTR) stream->error_number = errno;
    }
    bs_buffer_clear(&stream->pending);
    return stream->error_number == 0;
}

// Controls, and the marks that turn the direction of writing or hide what is there.
static bool is_hidden(uint32_t code)
{
    if (code > 0x206F) return code == 0xFEFF; // nearly all letters beyond ASCII
    return code < 0x20 || (code >= 0x7F && code <= 0x9F) || (code >= 0x200B && code <= 0x200F) ||
           (code >= 0x2028 && code <= 0x202E) || code >= 0x2060 || code == 0x00AD;
}

static bool is_plain(char c)
{
    return c >= 0x20 && c < 0x7F;
}

static bool is_broken(bs_rune rune)
{
    return rune.code == 0xFFFD && rune.len == 1;
}

// Bytes from `at` on that are shown as they are.
static size_t shown_len(bs_str text, size_t at)
{
    size_t end = at;
    while (end < text.len) {
        if (is_plain(text.ptr[end])) {
            end++;
            continue;
        }
        bs_rune rune = bs_utf8_decode(text, end);
        if (is_hidden(rune.code) || is_broken(rune)) break;
        end += rune.len;
    }
    return end - at;
}

void bs_visible_add(bs_buffer *out, bs_str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t len = shown_len(text, at);
        bs_buffer_add(out, bs_str_slice(text, at, at + len));
        at += len;
        bs_rune rune = bs_utf8_decode(text, at);
        if (rune.code == '\t') {
            bs_buffer_addf(out, "%*s", BS_TAB_WIDTH, "");
        } else if (is_broken(rune)) {
            bs_buffer_addf(out, "\\x%02x", (unsigned char)text.ptr[at]);
        } else if (rune.len > 0) {
            bs_buffer_addf(out, rune.code < 0x100 ? "\\x%02x" : "\\u%04x", (unsigned)rune.code);
        }
        at += rune.len;
    }
}

size_t bs_visible_width(bs_str text)
{
    size_t width = 0;
    for (size_t at = 0; at < text.len;) {
        if (is_plain(text.ptr[at])) {
            width++;
            at++;
            continue;
        }
        bs_rune rune = bs_utf8_decode(text, at);
        if (rune.code == '\t') {
            width += BS_TAB_WIDTH;
        } else if (is_broken(rune) || is_hidden(rune.code)) {
            width += rune.code < 0x100 || rune.code == 0xFFFD ? 4 : 6;
        } else {
            width += (size_t)bs_rune_width(rune.code);
        }
        at += rune.len;
    }
    return width;
}
