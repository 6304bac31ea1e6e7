// SPDX-License-Identifier: GPL-3.0-or-later
// The document line by line: where a finding is followed to, with every number that was read.
#include "engine/report/report_internal.h"

#include "engine/base/utf8.h"

// --- marked text ---------------------------------------------------------------------------------

static void write_finding(bs_page *page, const bs_leaf *leaf, size_t number, bs_str text)
{
    bs_buffer_addf(page->out, "<a class=\"flag %s\" href=\"#f%zu\"><mark>",
                   bs_report__class_of(leaf, number), number);
    bs_html_text(page->out, text);
    bs_buffer_addf(page->out, "</mark><sup><span class=\"unseen\"> ");
    bs_report__say(page, BS_SAY_FINDING, bs_report__number(page, number), (bs_str){0});
    bs_buffer_addf(page->out, "</span><span aria-hidden=\"true\">%zu</span></sup></a>", number);
}

static void write_span(bs_page *page, const bs_leaf *leaf, const bs_text_span *span, bs_str text)
{
    if (span->finding > 0 && span->quoted) {
        BS_PUT(page, "<mark>");
        bs_html_text(page->out, text);
        BS_PUT(page, "</mark>");
    } else if (span->finding > 0) {
        write_finding(page, leaf, span->finding, text);
    } else if (span->quoted) {
        BS_PUT(page, "<u>");
        bs_html_text(page->out, text);
        BS_PUT(page, "</u>");
    } else {
        bs_cell_facts facts = {.quantity = span->quantity};
        BS_PUT(page, "<span class=\"q\"");
        bs_html_attribute(page->out, "title", bs_report__hint(page, &facts));
        BS_PUT(page, ">");
        bs_html_text(page->out, text);
        BS_PUT(page, "</span>");
    }
}

// Index of the first span that ends behind `offset`.
static size_t first_behind(const bs_text_span_array *spans, size_t offset)
{
    size_t low = 0, high = spans->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (spans->items[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void bs_report__marked(bs_page *page, const bs_leaf *leaf, bs_str piece,
                       const bs_text_span_array *spans)
{
    bs_str text = leaf->source->text;
    size_t at = (size_t)(piece.ptr - text.ptr);
    size_t stop = at + piece.len;
    for (size_t i = first_behind(spans, at); i < spans->count && spans->items[i].start < stop;
         i++) {
        const bs_text_span *span = &spans->items[i];
        size_t start = span->start > at ? span->start : at;
        size_t end = span->end < stop ? span->end : stop;
        bs_html_text(page->out, bs_str_slice(text, at, start));
        write_span(page, leaf, span, bs_str_slice(text, start, end));
        at = end;
    }
    bs_html_text(page->out, bs_str_slice(text, at, stop));
}

// --- lines ---------------------------------------------------------------------------------------

// Language of each line by the block that it is in; blocks are asked in order.
typedef struct cursor {
    const bs_document *document;
    size_t block; // the one that holds the line before
} cursor;

static bs_lang lang_of(cursor *own, uint32_t line, bs_lang fallback)
{
    if (own->document == NULL || own->document->blocks.count == 0) return fallback;
    const bs_block_array *blocks = &own->document->blocks;
    while (own->block + 1 < blocks->count && blocks->items[own->block + 1].line <= line)
        own->block++;
    bs_lang lang = blocks->items[own->block].lang;
    return lang != BS_LANG_UNKNOWN ? lang : fallback;
}

static void write_line(bs_page *page, const bs_leaf *leaf, uint32_t number, cursor *blocks)
{
    bs_str line = bs_source_line(leaf->source, number);
    size_t end = 0;
    for (size_t i = 0; i < BS_REPORT_LINE_CHARACTERS_MAX && end < line.len; i++)
        end += bs_utf8_decode(line, end).len;
    bs_buffer_addf(page->out, "<li id=\"d%zuL%u\" value=\"%u\" tabindex=\"-1\"", leaf->number,
                   (unsigned)number, (unsigned)number);
    if (line.len > 0) bs_report__lang(page, lang_of(blocks, number, leaf->lang));
    BS_PUT(page, ">");
    bs_report__marked(page, leaf, bs_str_slice(line, 0, end), &leaf->spans);
    if (end < line.len) {
        BS_PUT(page, " <small>… ");
        bs_str rest = bs_str_slice(line, end, line.len);
        bs_report__say(page, BS_SAY_LETTERS_LEFT, bs_report__number(page, bs_utf8_count(rest)),
                       (bs_str){0});
        BS_PUT(page, "</small>");
    }
    BS_PUT(page, "</li>\n");
}

static void write_gap(bs_page *page, uint32_t count)
{
    if (count == 0) return;
    BS_PUT(page, "<li class=\"gap\">");
    bs_report__say(page, BS_SAY_LINES_LEFT, bs_report__number(page, count), (bs_str){0});
    BS_PUT(page, "</li>\n");
}

static void write_lines(bs_page *page, const bs_leaf *leaf)
{
    cursor blocks = {leaf->reading->document, 0};
    uint32_t count = bs_source_line_count(leaf->source);
    uint32_t gap = 0;
    BS_PUT(page, "<ol class=\"text\">\n");
    for (uint32_t line = 1; line <= count; line++) {
        if (!bs_report__line_shown(leaf, line)) {
            gap++;
            continue;
        }
        write_gap(page, gap);
        gap = 0;
        write_line(page, leaf, line, &blocks);
    }
    write_gap(page, gap);
    BS_PUT(page, "</ol>\n");
}

void bs_report__text(bs_page *page)
{
    bs_report__section(page, "text", BS_SAY_TEXT);
    for (size_t i = 0; i < page->leaf_count; i++) {
        const bs_leaf *leaf = &page->leaves[i];
        bs_report__part_begin(page, leaf, 'L');
        if (leaf->line_shown != NULL) {
            BS_PUT(page, "<p>");
            bs_report__word(page, BS_SAY_TEXT_AROUND);
            BS_PUT(page, "</p>\n");
        }
        write_lines(page, leaf);
        bs_report__part_end(page);
    }
    BS_PUT(page, "</section>\n");
}
