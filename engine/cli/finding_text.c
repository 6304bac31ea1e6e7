// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/finding_text.h"

#include <stdio.h>

#include "engine/cli/message.h"

enum { ALSO_COUNT_MAX = 12, ELSEWHERE_COUNT_MAX = 6, WRAP_INDENT = 4 };

static const bs_style styles[] = {
    [BS_NOTE] = BS_STYLE_NOTE,
    [BS_WARNING] = BS_STYLE_WARNING,
    [BS_ERROR] = BS_STYLE_ERROR,
};
_Static_assert(BS_COUNT(styles) == BS_SEVERITY_COUNT, "every severity needs a style");

// On a terminal the message is filled to its width; elsewhere it is one line, for grep.
static void write_message(bs_stream *out, bs_str message, size_t column)
{
    if (out->terminal) {
        bs_stream_wrap(out, message, column, WRAP_INDENT, out->width);
    } else {
        bs_stream_add_visible(out, message);
    }
}

static void write_title(bs_stream *out, const bs_finding *finding)
{
    char place[64];
    int len = snprintf(place, sizeof place, ":%u:%u: ", (unsigned)finding->origin.line,
                       (unsigned)finding->origin.column);
    const char *severity = bs_severity_name(finding->severity);
    size_t column =
        bs_visible_width(finding->source->path) + (size_t)len + strlen(severity) + strlen(": ");
    bs_stream_style(out, BS_STYLE_BOLD);
    bs_stream_add_visible(out, finding->source->path);
    bs_stream_add(out, place);
    bs_stream_style(out, styles[finding->severity]);
    bs_stream_addf(out, "%s:", severity);
    bs_stream_style(out, BS_STYLE_NONE);
    bs_stream_add(out, " ");
    write_message(out, finding->message, column);
    bs_stream_style(out, BS_STYLE_DIM);
    bs_stream_addf(out, " [%s]", finding->code);
    bs_stream_style(out, BS_STYLE_NONE);
    bs_stream_add(out, "\n");
}

// Bytes of `line` that an origin on it covers.
static bs_mark mark_of(const bs_finding *finding, bs_str line, const bs_origin *origin)
{
    if (finding->line.len > 0) {
        size_t from = bs_snippet_byte(line, origin->column);
        size_t to = bs_snippet_byte(line, origin->end_column + 1);
        return (bs_mark){from, to > from ? to : from};
    }
    size_t first = (size_t)(line.ptr - finding->source->text.ptr);
    if (origin->offset < first || origin->offset > first + line.len) return (bs_mark){0, 0};
    size_t start = origin->offset - first;
    size_t end = start + origin->len;
    return (bs_mark){start, end < line.len ? end : line.len};
}

static void write_line(bs_stream *out, const bs_finding *finding)
{
    bs_str line = finding->line;
    if (line.len == 0) line = bs_source_line(finding->source, finding->origin.line);
    if (line.ptr == NULL) return;
    bs_mark also[ALSO_COUNT_MAX];
    size_t count = 0;
    for (size_t i = 0; i < finding->related.count && count < ALSO_COUNT_MAX; i++) {
        const bs_origin *origin = &finding->related.items[i].origin;
        if (origin->line == finding->origin.line) also[count++] = mark_of(finding, line, origin);
    }
    bs_snippet snippet = {.line = line,
                          .number = finding->origin.line,
                          .mark = mark_of(finding, line, &finding->origin),
                          .also = also,
                          .also_count = count,
                          .hint = finding->hint};
    bs_snippet_write(out, &snippet);
}

static void write_elsewhere(bs_stream *out, const bs_finding *finding, const bs_related *related)
{
    bs_stream_style(out, BS_STYLE_GUTTER);
    bs_stream_add(out, "      = ");
    bs_stream_style(out, BS_STYLE_NONE);
    bs_stream_add_visible(out, finding->source->path);
    bs_stream_addf(out, ":%u:%u: ", (unsigned)related->origin.line,
                   (unsigned)related->origin.column);
    bs_stream_add_visible(out, related->text);
    bs_stream_add(out, "\n");
}

void bs_finding_write(bs_stream *out, const bs_finding *finding)
{
    write_title(out, finding);
    bool has_line = finding->source->text.len > 0 || finding->line.len > 0;
    if (has_line && finding->origin.line > 0) write_line(out, finding);
    size_t written = 0;
    size_t more = 0;
    for (size_t i = 0; i < finding->related.count; i++) {
        const bs_related *related = &finding->related.items[i];
        if (related->origin.line == finding->origin.line) continue;
        if (written == ELSEWHERE_COUNT_MAX) {
            more++;
            continue;
        }
        write_elsewhere(out, finding, related);
        written++;
    }
    if (more > 0) bs_stream_addf(out, "      = and %zu more\n", more);
    bs_stream_relieve(out);
}

void bs_tally_add(bs_tally *tally, const bs_finding *finding)
{
    if (!finding->listed_only) tally->counts[finding->severity]++;
}

size_t bs_tally_total(const bs_tally *tally)
{
    size_t total = 0;
    for (size_t i = 0; i < BS_SEVERITY_COUNT; i++)
        total += tally->counts[i];
    return total;
}

bs_str bs_tally_text(const bs_tally *tally, bs_arena *arena)
{
    bs_str text = {NULL, 0};
    for (size_t i = BS_SEVERITY_COUNT; i-- > 0;) {
        if (tally->counts[i] == 0) continue;
        bs_str part = bs_say_count(arena, tally->counts[i], bs_severity_name((bs_severity)i), NULL);
        text = bs_arena_format(arena, "%.*s%s%.*s", BS_STR_ARG(text), text.len > 0 ? ", " : "",
                               BS_STR_ARG(part));
    }
    return text.len > 0 ? text : BS_STR("nothing found");
}
