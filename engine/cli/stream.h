// SPDX-License-Identifier: GPL-3.0-or-later
// stream.h: standard output and standard error.
//
// Results go to one, everything said about them to the other. What is written is collected and
// goes out in large pieces; a failed write is remembered, and the program ends with an error for
// it, so that a full disk or a closed pipe is never taken for success.
// Text out of a document passes through bs_stream_add_visible: what could drive a terminal (escape
// sequences, controls, marks that turn the direction of writing) is shown as a code instead.
#ifndef BS_CLI_STREAM_H
#define BS_CLI_STREAM_H

#include "engine/base/buffer.h"

typedef enum bs_style {
    BS_STYLE_NONE,
    BS_STYLE_BOLD,
    BS_STYLE_DIM,
    BS_STYLE_ERROR,
    BS_STYLE_WARNING,
    BS_STYLE_NOTE,
    BS_STYLE_CARET,
    BS_STYLE_GUTTER,
    BS_STYLE_COUNT
} bs_style;

typedef enum bs_colouring { BS_COLOUR_AUTO, BS_COLOUR_ALWAYS, BS_COLOUR_NEVER } bs_colouring;

typedef struct bs_stream {
    int fd;
    const char *name;  // "standard output"
    bool terminal;     // a person may be reading
    bool colour;       // styles are written
    size_t width;      // columns of the terminal; BS_WIDTH_OTHER when there is none
    bs_buffer pending; // writers of engine/export write here
    int error_number;  // of the first write that failed; 0 when all is well
} bs_stream;

enum { BS_WIDTH_OTHER = 120, BS_WIDTH_MIN = 40, BS_WIDTH_HELP = 80, BS_TAB_WIDTH = 2 };

// Finds out what stands behind `fd`. `name` is static.
void bs_stream_init(bs_stream *stream, int fd, const char *name);
// Colour on a terminal, unless NO_COLOR is set or TERM is dumb; `colour` overrides both.
void bs_stream_set_colour(bs_stream *stream, bs_colouring colour);
// Releases the memory; what is pending is not written.
void bs_stream_deinit(bs_stream *stream);

void bs_stream_add(bs_stream *stream, const char *text);
void bs_stream_add_str(bs_stream *stream, bs_str text);
void bs_stream_addf(bs_stream *stream, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void bs_stream_add_visible(bs_stream *stream, bs_str text);
void bs_stream_spaces(bs_stream *stream, size_t count);
// Everything until the next call is in this style; BS_STYLE_NONE ends it. Nothing without colour.
void bs_stream_style(bs_stream *stream, bs_style style);
// `text` filled to the given width at word spaces; lines after the first start after `indent`
// blanks, and `column` is where the first begins.
void bs_stream_wrap(bs_stream *stream, bs_str text, size_t column, size_t indent, size_t width);

// Writes what is pending once there is much of it; writers of long results call it a row.
void bs_stream_relieve(bs_stream *stream);
// Writes what is pending. False when this or an earlier write failed.
bool bs_stream_flush(bs_stream *stream);

// `text` as bs_stream_add_visible shows it. A tab is BS_TAB_WIDTH blanks.
void bs_visible_add(bs_buffer *out, bs_str text);
// Columns of the same on a terminal.
size_t bs_visible_width(bs_str text);

#endif
