// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/diff.h"

#include "engine/base/array.h"

enum { CONTEXT = 3 };

// A text that is read line by line, with the number of the next one from 0.
typedef struct reader {
    bs_str rest;
    size_t line;
} reader;

// The next line with its end.
static bs_str line_next(reader *from)
{
    const char *feed = from->rest.len > 0 ? memchr(from->rest.ptr, '\n', from->rest.len) : NULL;
    size_t len = feed != NULL ? (size_t)(feed - from->rest.ptr) + 1 : from->rest.len;
    bs_str line = bs_str_slice(from->rest, 0, len);
    from->rest = bs_str_slice(from->rest, len, from->rest.len);
    from->line++;
    return line;
}

static void add_line(bs_buffer *out, char mark, bs_str line)
{
    bs_buffer_add_char(out, mark);
    bs_buffer_add(out, line);
    if (line.len == 0 || line.ptr[line.len - 1] != '\n')
        bs_buffer_add(out, BS_STR("\n\\ No newline at end of file\n"));
}

// A name with a blank in it ends at a tab.
static void add_name(bs_buffer *out, const char *mark, bs_str path)
{
    bool blank = memchr(path.ptr, ' ', path.len) != NULL;
    bs_buffer_addf(out, "%s %.*s%s\n", mark, BS_STR_ARG(path), blank ? "\t" : "");
}

// Lines of a hunk, from 0.
typedef struct span {
    size_t start;
    size_t end;
} span;

static void skip_to(reader *from, size_t line)
{
    while (from->line < line && from->rest.len > 0)
        line_next(from);
}

// Where the run of changed lines ends that both readers stand before.
static size_t run_end(reader before, reader after, size_t end)
{
    while (before.line < end) {
        size_t line = before.line;
        if (bs_str_equal(line_next(&before), line_next(&after))) return line;
    }
    return end;
}

static void add_lines(bs_buffer *out, char mark, reader *from, size_t end)
{
    while (from->line < end)
        add_line(out, mark, line_next(from));
}

// Of each run of changed lines those that go come first, then those that come.
static void add_body(bs_buffer *out, reader *before, reader *after, size_t end)
{
    while (before->line < end) {
        size_t stop = run_end(*before, *after, end);
        if (stop == before->line) {
            add_line(out, ' ', line_next(before));
            line_next(after);
            continue;
        }
        add_lines(out, '-', before, stop);
        add_lines(out, '+', after, stop);
    }
}

static void add_hunk(bs_buffer *out, reader *before, reader *after, span lines)
{
    skip_to(before, lines.start);
    skip_to(after, lines.start);
    size_t count = lines.end - lines.start;
    bs_buffer_addf(out, "@@ -%zu", lines.start + 1);
    if (count != 1) bs_buffer_addf(out, ",%zu", count);
    bs_buffer_addf(out, " +%zu", lines.start + 1);
    if (count != 1) bs_buffer_addf(out, ",%zu", count);
    bs_buffer_add(out, BS_STR(" @@\n"));
    add_body(out, before, after, lines.end);
}

void bs_diff_write(bs_buffer *out, bs_str path, bs_str before, bs_str after)
{
    reader old = {.rest = before};
    reader now = {.rest = after};
    reader old_hunk = old;
    reader now_hunk = now;
    span hunk = {0, 0};
    bool open = false;
    bool named = false;
    while (old.rest.len > 0) {
        size_t line = old.line;
        if (bs_str_equal(line_next(&old), line_next(&now))) continue;
        if (open && line > hunk.end + CONTEXT) {
            add_hunk(out, &old_hunk, &now_hunk, hunk);
            open = false;
        }
        if (!named) {
            add_name(out, "---", path);
            add_name(out, "+++", path);
            named = true;
        }
        if (!open) hunk.start = line > CONTEXT ? line - CONTEXT : 0;
        hunk.end = line + 1 + CONTEXT;
        open = true;
    }
    if (hunk.end > old.line) hunk.end = old.line;
    if (open) add_hunk(out, &old_hunk, &now_hunk, hunk);
}
