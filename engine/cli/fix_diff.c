// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/fix_diff.h"

#include "engine/base/array.h"

static void write_line(bs_stream *out, bs_str line)
{
    static const struct {
        char mark;
        bs_style style;
    } styles[] = {{'-', BS_STYLE_ERROR}, {'+', BS_STYLE_CARET}, {'@', BS_STYLE_GUTTER}};
    bs_style style = BS_STYLE_NONE;
    for (size_t i = 0; i < BS_COUNT(styles); i++) {
        if (line.len > 0 && line.ptr[0] == styles[i].mark) style = styles[i].style;
    }
    if (line.len > 0 && line.ptr[line.len - 1] == '\r') line.len--;
    if (style != BS_STYLE_NONE) bs_stream_style(out, style);
    bs_stream_add_visible(out, line);
    if (style != BS_STYLE_NONE) bs_stream_style(out, BS_STYLE_NONE);
    bs_stream_add(out, "\n");
}

void bs_fix_diff_write(bs_stream *out, bs_str diff)
{
    bs_str line;
    if (!out->terminal && !out->colour) {
        bs_stream_add_str(out, diff);
        return;
    }
    while (diff.len > 0 && bs_str_next(&diff, '\n', &line))
        write_line(out, line);
}
