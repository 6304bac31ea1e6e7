// SPDX-License-Identifier: GPL-3.0-or-later
// Each finding as an article: what is wrong, the printed line, what was probably meant, and why.
#include "engine/report/report_internal.h"

// Of a long line, this many bytes before and behind the marked number are shown.
enum { BYTES_BEFORE = 300, BYTES_BEHIND = 240, RELATED_COUNT_MAX = 12 };

typedef struct card {
    bs_page *page;
    const bs_leaf *leaf;
    const bs_finding *finding;
    bs_str headline; // may be empty
    size_t number;
} card;

// --- the head ------------------------------------------------------------------------------------

static void write_title(const card *own)
{
    bs_page *page = own->page;
    bs_buffer_addf(page->out, "<h%u id=\"h-f%zu\"><span class=\"badge\">", bs_report__level(page),
                   own->number);
    bs_report__word(page, bs_report__severity(own->finding->severity));
    BS_PUT(page, "</span> ");
    if (own->headline.len > 0)
        bs_html_text(page->out, own->headline);
    else
        bs_report__foreign(page, own->finding->message, BS_LANG_EN);
    bs_buffer_addf(page->out, "</h%u>\n", bs_report__level(page));
}

// Findings name a series by its key; people know it by its label.
static bs_str series_name(const card *own)
{
    const bs_series_array *all = &own->leaf->reading->series;
    for (size_t i = 0; i < all->count; i++) {
        if (bs_str_equal(all->items[i].key, own->finding->series)) return all->items[i].label;
    }
    return own->finding->series;
}

// "line 22 · Sales · 2024".
static void write_place(const card *own)
{
    bs_page *page = own->page;
    BS_PUT(page, "<p class=\"place\">");
    if (own->finding->origin.line > 0) {
        bs_report__line_link(page, own->leaf, own->finding->origin.line);
    }
    const bs_str more[] = {series_name(own), own->finding->period};
    for (size_t i = 0; i < BS_COUNT(more); i++) {
        if (more[i].len == 0) continue;
        BS_PUT(page, " · ");
        bs_report__foreign(page, more[i], own->leaf->lang);
    }
    BS_PUT(page, "</p>\n");
}

// --- the printed line ----------------------------------------------------------------------------

// A slice of the line around the finding that begins and ends between characters.
static bs_str window(bs_str line, const bs_source *source, const bs_origin *origin)
{
    size_t first = (size_t)(line.ptr - source->text.ptr);
    size_t start = origin->offset > first ? origin->offset - first : 0;
    size_t end = start + origin->len;
    size_t from = start > BYTES_BEFORE ? start - BYTES_BEFORE : 0;
    size_t to = line.len > end && line.len - end > BYTES_BEHIND ? end + BYTES_BEHIND : line.len;
    while (from < start && ((unsigned char)line.ptr[from] & 0xC0) == 0x80)
        from++;
    while (to < line.len && ((unsigned char)line.ptr[to] & 0xC0) == 0x80)
        to++;
    return bs_str_slice(line, from, to);
}

static bs_text_span *push_span(bs_text_span_array *spans, bs_arena *arena, const bs_origin *origin)
{
    bs_text_span *span = BS_PUSH(arena, spans);
    if (span == NULL) return NULL;
    *span = (bs_text_span){
        .start = origin->offset, .end = origin->offset + origin->len, .quoted = true};
    return span;
}

static bool apart(const bs_origin *a, const bs_origin *b)
{
    return a->offset + a->len <= b->offset || b->offset + b->len <= a->offset;
}

// The marked number and what it is held against on the same line, by place.
static bool collect_spans(bs_text_span_array *out, const card *own)
{
    const bs_finding *finding = own->finding;
    bs_arena *arena = own->page->arena;
    bs_text_span *span = push_span(out, arena, &finding->origin);
    if (span == NULL) return false;
    span->finding = own->number;
    for (size_t i = 0; i < finding->related.count; i++) {
        const bs_origin *origin = &finding->related.items[i].origin;
        if (origin->line != finding->origin.line || !apart(origin, &finding->origin)) continue;
        span = push_span(out, arena, origin);
        if (span == NULL) return false;
        for (size_t j = out->count - 1; j > 0 && out->items[j].start < out->items[j - 1].start;
             j--) {
            bs_text_span swap = out->items[j];
            out->items[j] = out->items[j - 1];
            out->items[j - 1] = swap;
        }
    }
    return true;
}

static void write_line(const card *own)
{
    bs_page *page = own->page;
    const bs_origin *origin = &own->finding->origin;
    bs_str line = bs_source_line(own->leaf->source, origin->line);
    if (origin->line == 0 || line.ptr == NULL) return;
    bs_text_span_array spans = {0};
    if (!collect_spans(&spans, own)) return;
    bs_str shown = window(line, own->leaf->source, origin);
    BS_PUT(page, "<blockquote class=\"printed\"");
    bs_report__lang(page, bs_lang_detect(shown, own->leaf->lang));
    BS_PUT(page, "><p>");
    if (shown.ptr > line.ptr) BS_PUT(page, "… ");
    bs_report__marked(page, own->leaf, shown, &spans);
    if (shown.ptr + shown.len < line.ptr + line.len) BS_PUT(page, " …");
    BS_PUT(page, "</p></blockquote>\n");
}

// --- what was meant ------------------------------------------------------------------------------

// How much of two texts is the same at their beginning, in whole characters.
static size_t common_start(bs_str a, bs_str b)
{
    size_t at = 0;
    while (at < a.len && at < b.len && a.ptr[at] == b.ptr[at])
        at++;
    while (at > 0 && at < a.len && ((unsigned char)a.ptr[at] & 0xC0) == 0x80)
        at--;
    return at;
}

static size_t common_end(bs_str a, bs_str b, size_t start)
{
    size_t len = 0;
    while (len < a.len - start && len < b.len - start &&
           a.ptr[a.len - 1 - len] == b.ptr[b.len - 1 - len])
        len++;
    while (len > 0 && ((unsigned char)a.ptr[a.len - len] & 0xC0) == 0x80)
        len--;
    return len;
}

// `text` with what differs from `other` in an element of its own.
static void write_change(bs_page *page, bs_str text, bs_str other)
{
    size_t start = common_start(text, other);
    size_t end = text.len - common_end(text, other, start);
    bs_html_text(page->out, bs_str_slice(text, 0, start));
    if (end > start) {
        BS_PUT(page, "<em>");
        bs_html_text(page->out, bs_str_slice(text, start, end));
        BS_PUT(page, "</em>");
    }
    bs_html_text(page->out, bs_str_slice(text, end, text.len));
}

static void write_proposals(const card *own)
{
    bs_page *page = own->page;
    const bs_finding *finding = own->finding;
    if (finding->proposal_count == 0 || finding->observed.len == 0) return;
    bs_str first = finding->proposals[0].text;
    BS_PUT(page, "<p class=\"change\"><span class=\"key\">");
    bs_report__word(page, BS_SAY_PRINTED);
    BS_PUT(page, "</span> <s>");
    write_change(page, finding->observed, first);
    BS_PUT(page, "</s> <span class=\"arrow\" aria-hidden=\"true\">→</span> <span class=\"key\">");
    bs_report__word(page, BS_SAY_PROPOSED);
    BS_PUT(page, "</span> <strong>");
    write_change(page, first, finding->observed);
    BS_PUT(page, "</strong>");
    for (size_t i = 1; i < finding->proposal_count; i++) {
        BS_PUT(page, " <small>");
        bs_report__word(page, BS_SAY_OR);
        BS_PUT(page, " ");
        bs_html_text(page->out, finding->proposals[i].text);
        BS_PUT(page, "</small>");
    }
    BS_PUT(page, "</p>\n");
}

// --- why -----------------------------------------------------------------------------------------

static void write_sentence(const card *own, bs_str text, const char *class)
{
    bs_page *page = own->page;
    if (text.len == 0) return;
    bs_buffer_addf(page->out, "<p class=\"%s\"", class);
    bs_report__lang(page, BS_LANG_EN);
    BS_PUT(page, ">");
    bs_html_text(page->out, text);
    BS_PUT(page, "</p>\n");
}

static void write_why(const card *own)
{
    bs_page *page = own->page;
    const bs_finding *finding = own->finding;
    if (own->headline.len > 0) {
        BS_PUT(page, "<p class=\"key\">");
        bs_report__word(page, BS_SAY_EVIDENCE);
        BS_PUT(page, "</p>\n");
        write_sentence(own, finding->message, "why");
    }
    write_sentence(own, finding->hint, "why");
}

static void write_related(const card *own)
{
    bs_page *page = own->page;
    const bs_finding *finding = own->finding;
    if (finding->related.count == 0) return;
    BS_PUT(page, "<p class=\"key\">");
    bs_report__word(page, BS_SAY_COMPARED);
    BS_PUT(page, "</p>\n<ul class=\"related\">\n");
    for (size_t i = 0; i < finding->related.count && i < RELATED_COUNT_MAX; i++) {
        const bs_related *related = &finding->related.items[i];
        BS_PUT(page, "<li><b>");
        bs_report__foreign(page, related->text, own->leaf->lang);
        BS_PUT(page, "</b> ");
        bs_report__line_link(page, own->leaf, related->origin.line);
        BS_PUT(page, "</li>\n");
    }
    if (finding->related.count > RELATED_COUNT_MAX) {
        bs_buffer_addf(page->out, "<li>… +%zu</li>\n", finding->related.count - RELATED_COUNT_MAX);
    }
    BS_PUT(page, "</ul>\n");
}

static void write_foot(const card *own)
{
    bs_page *page = own->page;
    const bs_finding *finding = own->finding;
    BS_PUT(page, "<p class=\"foot\">");
    if (bs_report__line_shown(own->leaf, finding->origin.line)) {
        bs_buffer_addf(page->out, "<a href=\"#d%zuL%u\">", own->leaf->number,
                       (unsigned)finding->origin.line);
        bs_report__word(page, BS_SAY_SHOW_LINE);
        BS_PUT(page, "</a> ");
    }
    int percent = (int)(finding->probability * 100 + 0.5);
    if (percent > 0 && percent < 100) {
        BS_PUT(page, "<span>");
        bs_report__say(page, BS_SAY_PROBABILITY, bs_report__number(page, (size_t)percent),
                       (bs_str){0});
        BS_PUT(page, "</span> ");
    }
    bs_buffer_addf(page->out, "<code>%s</code></p>\n", finding->code);
}

static void write_card(const card *own)
{
    bs_page *page = own->page;
    bs_buffer_addf(
        page->out,
        "<article class=\"finding %s\" id=\"f%zu\" tabindex=\"-1\" "
        "aria-labelledby=\"h-f%zu\">\n<span class=\"count\" aria-hidden=\"true\">%zu</span>\n",
        bs_severity_name(own->finding->severity), own->number, own->number, own->number);
    write_title(own);
    write_place(own);
    write_line(own);
    write_proposals(own);
    write_why(own);
    write_related(own);
    write_foot(own);
    BS_PUT(page, "</article>\n");
}

void bs_report__findings(bs_page *page)
{
    bs_report__section(page, "findings", BS_SAY_FINDINGS);
    for (size_t i = 0; i < page->leaf_count; i++) {
        const bs_leaf *leaf = &page->leaves[i];
        const bs_report_document *given = leaf->given;
        if (given->finding_count == 0) continue;
        bs_report__part_begin(page, leaf, 'F');
        for (size_t j = 0; j < given->finding_count; j++) {
            bs_str headline = given->headlines != NULL ? given->headlines[j] : (bs_str){0};
            card own = {page, leaf, &given->findings[j], headline, leaf->finding_first + j};
            write_card(&own);
        }
        bs_report__part_end(page);
    }
    BS_PUT(page, "</section>\n");
}
