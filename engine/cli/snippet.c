// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/utf8.h"
#include "engine/cli/message.h"

enum { GUTTER_WIDTH = 8, VIEW_MIN = 24, SPAN_COUNT_MAX = 16 };

// The part of a line that is shown, in columns of the whole line as it would appear on a terminal.
typedef struct view {
    size_t from;
    size_t to;
    size_t total;
} view;

// Columns [start, end) of the whole line.
typedef struct span {
    size_t start;
    size_t end;
} span;

// Where everything comes to stand; the first span is the one with the carets.
typedef struct layout {
    view shown;
    span spans[SPAN_COUNT_MAX];
    size_t span_count;
} layout;

bs_str bs_snippet_line(bs_str text, uint32_t number)
{
    bs_str rest = text;
    bs_str line = {NULL, 0};
    for (uint32_t i = 0; i < number; i++) {
        if (!bs_str_next(&rest, '\n', &line)) return (bs_str){NULL, 0};
    }
    if (line.len > 0 && line.ptr[line.len - 1] == '\r') line.len--;
    return line;
}

size_t bs_snippet_byte(bs_str line, uint32_t column)
{
    size_t at = 0;
    for (uint32_t i = 1; i < column; i++) {
        bs_rune rune = bs_utf8_decode(line, at);
        if (rune.len == 0) break;
        at += rune.len;
    }
    return at;
}

static size_t columns_before(bs_str line, size_t at)
{
    return bs_visible_width(bs_str_slice(line, 0, at));
}

// All of the line if it fits; else as much around the mark as there is room for.
static view choose_view(size_t total, span mark, size_t width)
{
    size_t room = width > GUTTER_WIDTH + VIEW_MIN ? width - GUTTER_WIDTH : VIEW_MIN;
    if (total <= room) return (view){0, total, total};
    size_t behind = room / 3;
    size_t from = mark.end + behind > room ? mark.end + behind - room : 0;
    if (from > 0 && from + 2 > mark.start) from = mark.start > 2 ? mark.start - 2 : 0;
    if (from + room > total) from = total - room;
    return (view){from, from + room, total};
}

// One character, unless it is cut by an edge of the view: then blanks in its place.
static void write_piece(bs_stream *stream, bs_str piece, size_t column, view shown)
{
    size_t width = bs_visible_width(piece);
    size_t from = shown.from > 0 ? shown.from + 1 : 0;
    size_t to = shown.to < shown.total ? shown.to - 1 : shown.to;
    if (column >= from && column + width <= to) {
        bs_stream_add_visible(stream, piece);
        return;
    }
    for (size_t at = column; at < column + width; at++) {
        if (at >= from && at < to) bs_stream_add(stream, " ");
    }
}

static void write_line(bs_stream *stream, bs_str line, view shown)
{
    if (shown.from > 0) bs_stream_add(stream, "…");
    size_t column = 0;
    for (size_t at = 0; at < line.len && column < shown.to;) {
        bs_rune rune = bs_utf8_decode(line, at);
        bs_str piece = bs_str_slice(line, at, at + rune.len);
        write_piece(stream, piece, column, shown);
        column += bs_visible_width(piece);
        at += rune.len;
    }
    if (shown.to < shown.total) bs_stream_add(stream, "…");
    bs_stream_add(stream, "\n");
}

static void write_gutter(bs_stream *stream, uint32_t number)
{
    bs_stream_style(stream, BS_STYLE_GUTTER);
    if (number > 0) {
        bs_stream_addf(stream, "%5u |", (unsigned)number);
    } else {
        bs_stream_add(stream, "      |");
    }
    bs_stream_style(stream, BS_STYLE_NONE);
}

// What stands under column `column`: '^', '~' or ' '.
static char mark_at(const layout *own, size_t column)
{
    for (size_t i = 0; i < own->span_count; i++) {
        if (column >= own->spans[i].start && column < own->spans[i].end) return i == 0 ? '^' : '~';
    }
    return ' ';
}

// Last column with a mark under it, plus one.
static size_t marks_end(const layout *own)
{
    size_t end = 0;
    for (size_t i = 0; i < own->span_count; i++) {
        if (own->spans[i].end > end) end = own->spans[i].end;
    }
    return end < own->shown.to || own->shown.to == own->shown.total ? end : own->shown.to;
}

// The hint stands behind the marks; on a terminal where it would not fit, below them.
static void write_hint(bs_stream *stream, bs_str hint, size_t column)
{
    size_t width = bs_visible_width(hint);
    size_t room = stream->width - GUTTER_WIDTH;
    if (!stream->terminal || column + 1 + width <= room) {
        bs_stream_add(stream, " ");
        bs_stream_add_visible(stream, hint);
        return;
    }
    size_t indent = width < room ? room - width : 0;
    if (indent > column) indent = column;
    bs_stream_style(stream, BS_STYLE_NONE);
    bs_stream_add(stream, "\n");
    write_gutter(stream, 0);
    bs_stream_spaces(stream, indent + 1);
    bs_stream_style(stream, BS_STYLE_CARET);
    bs_stream_add_visible(stream, hint);
}

static void write_marks(bs_stream *stream, const layout *own, bs_str hint)
{
    size_t end = marks_end(own);
    write_gutter(stream, 0);
    bs_stream_add(stream, " ");
    bs_stream_style(stream, BS_STYLE_CARET);
    for (size_t column = own->shown.from; column < end; column++) {
        char mark = mark_at(own, column);
        bs_stream_add_str(stream, (bs_str){&mark, 1});
    }
    if (hint.len > 0) write_hint(stream, hint, end - own->shown.from);
    bs_stream_style(stream, BS_STYLE_NONE);
    bs_stream_add(stream, "\n");
}

static span find_span(bs_str line, bs_mark mark)
{
    size_t start = columns_before(line, mark.start);
    size_t wide = bs_visible_width(bs_str_slice(line, mark.start, mark.end));
    return (span){start, start + (wide > 0 ? wide : 1)};
}

void bs_snippet_write(bs_stream *stream, const bs_snippet *snippet)
{
    layout own = {.span_count = 1, .spans = {find_span(snippet->line, snippet->mark)}};
    for (size_t i = 0; i < snippet->also_count && own.span_count < SPAN_COUNT_MAX; i++) {
        own.spans[own.span_count++] = find_span(snippet->line, snippet->also[i]);
    }
    own.shown = choose_view(bs_visible_width(snippet->line), own.spans[0], stream->width);
    write_gutter(stream, snippet->number);
    if (snippet->line.len > 0) bs_stream_add(stream, " ");
    write_line(stream, snippet->line, own.shown);
    write_marks(stream, &own, snippet->hint);
}
