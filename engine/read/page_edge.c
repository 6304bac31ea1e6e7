// SPDX-License-Identifier: GPL-3.0-or-later
// Running heads and feet of a paper whose pages are parted by form feeds.
//
// "Credit conditions            13" is no figure of the paper, and no heading of what follows on
// the page. A line is one where it stands alone at an edge of a page and has a number apart from
// its text, or says what the edge of another page said.
#include "engine/read/text_internal.h"

enum { NUMBER_DIGITS_MAX = 4, GAP_MIN = 3, EDGE_WIDTH_MAX = 160 };

static bool is_feed(const bs_text_reader *reader, uint32_t at)
{
    bs_str raw = reader->lines[at].raw;
    return raw.len > 0 && raw.ptr[0] == '\f';
}

// Does the page begin on line `at`: behind the form feed, with nothing but blank lines between?
static bool begins_page(const bs_text_reader *reader, uint32_t at)
{
    bool feed = is_feed(reader, at);
    for (uint32_t i = at; !feed && i > 0 && reader->lines[i - 1].text.len == 0; i--)
        feed = is_feed(reader, i - 1);
    return feed;
}

// Does a form feed follow it, with nothing but blank lines between?
static bool ends_page(const bs_text_reader *reader, uint32_t at)
{
    uint32_t next = at + 1;
    for (; next < reader->line_count; next++) {
        if (is_feed(reader, next)) return true;
        if (reader->lines[next].text.len > 0) return false;
    }
    return false;
}

static size_t digits_at(bs_str text, size_t at)
{
    size_t end = at;
    while (end < text.len && text.ptr[end] >= '0' && text.ptr[end] <= '9')
        end++;
    return end - at <= NUMBER_DIGITS_MAX ? end - at : 0;
}

static size_t blanks_before(bs_str text, size_t at)
{
    size_t blanks = 0;
    while (at > blanks && text.ptr[at - blanks - 1] == ' ')
        blanks++;
    return blanks;
}

// The text of a line without the number of its page, which stands apart before or behind it.
static bs_str without_number(bs_str text)
{
    size_t first = digits_at(text, 0), at = text.len;
    if (first == text.len) return (bs_str){text.ptr, 0};
    bs_str rest = bs_str_trim(bs_str_slice(text, first, text.len));
    if (first > 0 && rest.ptr - text.ptr >= (ptrdiff_t)(first + GAP_MIN)) return rest;
    while (at > 0 && text.ptr[at - 1] >= '0' && text.ptr[at - 1] <= '9')
        at--;
    bool number = text.len > at && text.len - at <= NUMBER_DIGITS_MAX;
    return number && blanks_before(text, at) >= GAP_MIN ? bs_str_trim(bs_str_slice(text, 0, at))
                                                        : text;
}

// Has the edge of a page before said the same? The heads of left and right pages differ.
static bool is_known(bs_text_reader *reader, bs_str text)
{
    for (size_t i = 0; i < BS_PAGE_EDGES; i++) {
        if (text.len > 0 && bs_str_equal(reader->page_edges[i], text)) return true;
    }
    reader->page_edges[reader->page_edge_next++ % BS_PAGE_EDGES] = text;
    return false;
}

bs_status bs_page__read_edge(bs_text_reader *reader, uint32_t at, uint32_t *next)
{
    const bs_line *line = &reader->lines[at];
    if (!reader->paged || line->text.len > EDGE_WIDTH_MAX) return BS_OK;
    bool first = begins_page(reader, at) || reader->out->blocks.count == 0;
    bool last = !first && ends_page(reader, at);
    if (!first && !last) return BS_OK;
    bool apart = first ? bs_line__is_blank(reader, at + 1)
                       : at == 0 || bs_line__is_blank(reader, at - 1) || is_feed(reader, at);
    bs_str text = without_number(line->text);
    bool numbered = text.len < line->text.len;
    bool figure = bs_line__has_digit(text) && (line->flags & BS_LINE_GAP) != 0 && !numbered;
    if (!apart || figure) return BS_OK;
    bool known = is_known(reader, text);
    if (numbered || known) *next = at + 1;
    return BS_OK;
}
