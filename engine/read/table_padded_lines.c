// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that are filled up with bars, and of which a page has put each cell, and each bar, on a line
// of its own:
//
//     Exports
//     |
//     578.4(12.9%)
//     |
//     ||||||||
//
// The lines of a row are read as one, up to the one with the bars that fill it up.
#include "engine/read/table_padded.h"

enum { ROW_LINES_MAX = 130, CELL_WIDTH_MAX = 60, ROWS_MIN = 3, FILL_BARS_MIN = 2 };

static bool is_bars(bs_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] != '|' && text.ptr[i] != ' ') return false;
    }
    return text.len > 0;
}

static bool is_fill(bs_str text)
{
    return text.len >= FILL_BARS_MIN && is_bars(text);
}

static bool may_be_cell(const bs_line *line)
{
    bool plain = (line->flags & (BS_LINE_TAB | BS_LINE_BAR | BS_LINE_TAG)) == 0;
    return plain && line->text.len > 0 && line->text.len <= 3 * CELL_WIDTH_MAX &&
           !bs_line__is_wider(line->text, CELL_WIDTH_MAX) && !bs_line__is_sentence(line->text);
}

bool bs_padded__has_cells(const bs_text_reader *reader, uint32_t at)
{
    if (at + 1 >= reader->line_count) return false;
    bs_str own = reader->lines[at].text, next = reader->lines[at + 1].text;
    if (next.len == 0 || next.ptr[0] != '|' || !is_bars(next)) return false;
    return is_bars(own) || may_be_cell(&reader->lines[at]);
}

// Index behind the lines of the row that begins on line `at`; `at` where it is none.
static uint32_t row_end(const bs_text_reader *reader, uint32_t at)
{
    for (uint32_t i = at; i < reader->line_count && i < at + ROW_LINES_MAX; i++) {
        const bs_line *line = &reader->lines[i];
        if (is_fill(line->text)) return i + 1;
        if (!is_bars(line->text) && !may_be_cell(line)) return at;
    }
    return at;
}

bs_status bs_padded__join_lines(bs_padded_lines *out, bs_text_reader *reader, uint32_t at)
{
    *out = (bs_padded_lines){0};
    for (uint32_t end = at, next; (next = row_end(reader, end)) > end; end = next)
        out->count++;
    if (out->count < ROWS_MIN) return BS_OK;
    out->lines = BS_NEW_ARRAY(&reader->scratch, bs_line, out->count);
    out->ends = BS_NEW_ARRAY(&reader->scratch, uint32_t, out->count);
    if (out->lines == NULL || out->ends == NULL) return bs_text__memory(reader);
    for (uint32_t i = 0, end = at; i < out->count; i++) {
        const bs_line *first = &reader->lines[end];
        end = row_end(reader, end);
        bs_str raw = bs_line__join(first->raw, reader->lines[end - 1].raw);
        out->lines[i] = bs_line__make(raw, first->number);
        out->ends[i] = end;
    }
    return BS_OK;
}
