// SPDX-License-Identifier: GPL-3.0-or-later
// What the page says first: how much was read, what was found, what to look at, from which files.
#include "engine/report/report_internal.h"

enum { FIRST_COUNT_MAX = 5, FIRST_COUNT_MIN = 2 };

static const struct {
    bs_report_word one;
    bs_report_word many;
} severity_counts[BS_SEVERITY_COUNT] = {
    [BS_NOTE] = {BS_SAY_COUNT_NOTE, BS_SAY_COUNT_NOTES},
    [BS_WARNING] = {BS_SAY_COUNT_WARNING, BS_SAY_COUNT_WARNINGS},
    [BS_ERROR] = {BS_SAY_COUNT_ERROR, BS_SAY_COUNT_ERRORS},
};

static size_t total(const size_t *tallies)
{
    return tallies[BS_NOTE] + tallies[BS_WARNING] + tallies[BS_ERROR];
}

bs_str bs_report__by_severity(bs_page *page, const size_t *tallies)
{
    bs_str text = {0};
    for (size_t i = BS_SEVERITY_COUNT; i-- > 0;) {
        if (tallies[i] == 0) continue;
        bs_str part =
            bs_report__count(page, tallies[i], severity_counts[i].one, severity_counts[i].many);
        bs_report_values both = {{text, part}};
        text = text.len == 0 ? part : bs_report_say(page->arena, BS_SAY_JOIN, page->lang, &both);
    }
    return text;
}

// --- sentences -----------------------------------------------------------------------------------

static void write_read(bs_page *page)
{
    size_t numbers = 0, series = bs_report__series_count(page);
    for (size_t i = 0; i < page->leaf_count; i++)
        numbers += page->leaves[i].value_count;
    bs_report_values values = {
        {bs_report__count(page, numbers, BS_SAY_COUNT_NUMBER, BS_SAY_COUNT_NUMBERS),
         bs_report__count(page, series, BS_SAY_COUNT_ONE_SERIES, BS_SAY_COUNT_SERIES),
         bs_report__count(page, page->leaf_count, BS_SAY_COUNT_DOCUMENT, BS_SAY_COUNT_DOCUMENTS)}};
    bs_html_text(page->out, bs_report_say(page->arena, BS_SAY_READ, page->lang, &values));
}

static void write_found(bs_page *page)
{
    size_t count = total(page->tallies);
    if (count == 0) {
        bs_report__word(page, BS_SAY_FOUND_NONE);
        return;
    }
    bs_str findings = bs_report__count(page, count, BS_SAY_COUNT_FINDING, BS_SAY_COUNT_FINDINGS);
    bs_report__say(page, BS_SAY_FOUND, findings, bs_report__by_severity(page, page->tallies));
}

static void write_tiles(bs_page *page)
{
    static const bs_report_word names[BS_SEVERITY_COUNT][2] = {
        [BS_NOTE] = {BS_SAY_NOTES, BS_SAY_NOTE},
        [BS_WARNING] = {BS_SAY_WARNINGS, BS_SAY_WARNING},
        [BS_ERROR] = {BS_SAY_ERRORS, BS_SAY_ERROR}};
    BS_PUT(page, "<ul class=\"tiles\">\n");
    for (size_t i = BS_SEVERITY_COUNT; i-- > 0;) {
        bs_buffer_addf(page->out, "<li class=\"%s%s\"><b>", bs_severity_name((bs_severity)i),
                       page->tallies[i] == 0 ? " none" : "");
        bs_html_text(page->out, bs_report__number(page, page->tallies[i]));
        BS_PUT(page, "</b> <span>");
        bs_report__word(page, names[i][page->tallies[i] == 1]);
        BS_PUT(page, "</span></li>\n");
    }
    BS_PUT(page, "</ul>\n");
}

// --- what to look at first -----------------------------------------------------------------------

static void write_first_one(bs_page *page, const bs_leaf *leaf, size_t index)
{
    const bs_finding *finding = &leaf->given->findings[index];
    bs_str headline = leaf->given->headlines != NULL ? leaf->given->headlines[index] : (bs_str){0};
    bs_buffer_addf(page->out, "<li><a href=\"#f%zu\">", leaf->finding_first + index);
    if (headline.len > 0)
        bs_html_text(page->out, headline);
    else
        bs_report__foreign(page, finding->message, BS_LANG_EN);
    BS_PUT(page, "</a> ");
    if (finding->proposal_count > 0) {
        BS_PUT(page, "<span class=\"change\"><s>");
        bs_html_text(page->out, finding->observed);
        BS_PUT(page, "</s> → <b>");
        bs_html_text(page->out, finding->proposals[0].text);
        BS_PUT(page, "</b></span> ");
    }
    BS_PUT(page, "<small>");
    bs_report__line_link(page, leaf, finding->origin.line);
    if (page->several) {
        BS_PUT(page, " · ");
        bs_report__foreign(page, leaf->name, leaf->lang);
    }
    BS_PUT(page, "</small></li>\n");
}

// The worst of all documents, in their order.
static void write_first(bs_page *page)
{
    if (total(page->tallies) < FIRST_COUNT_MIN) return;
    BS_PUT(page, "<h3>");
    bs_report__word(page, BS_SAY_FIRST);
    BS_PUT(page, "</h3>\n<ol class=\"first\">\n");
    size_t room = FIRST_COUNT_MAX;
    for (size_t severity = BS_SEVERITY_COUNT; severity-- > BS_WARNING;) {
        for (size_t i = 0; i < page->leaf_count; i++) {
            const bs_report_document *given = page->leaves[i].given;
            for (size_t j = 0; j < given->finding_count && room > 0; j++) {
                if ((size_t)given->findings[j].severity != severity) continue;
                write_first_one(page, &page->leaves[i], j);
                room--;
            }
        }
    }
    BS_PUT(page, "</ol>\n");
}

// --- documents -----------------------------------------------------------------------------------

static void write_head(bs_page *page)
{
    static const bs_report_word columns[] = {BS_SAY_DOCUMENT, BS_SAY_DATE, BS_SAY_NUMBERS,
                                             BS_SAY_NAME, BS_SAY_DOUBTED};
    BS_PUT(page, "<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
                 "aria-labelledby=\"documents\"><table class=\"list\"><thead><tr>");
    for (size_t i = 0; i < BS_COUNT(columns); i++) {
        bool number = i == 2 || i == 3;
        bs_buffer_addf(page->out, "<th scope=\"col\"%s>", number ? " class=\"n\"" : "");
        bs_report__word(page, columns[i]);
        BS_PUT(page, "</th>");
    }
    BS_PUT(page, "</tr></thead>\n<tbody>\n");
}

static void write_row(bs_page *page, const bs_leaf *leaf)
{
    bs_buffer_addf(page->out, "<tr><th scope=\"row\"><a href=\"#%c%zu\">",
                   leaf->given->finding_count > 0 ? 'F' : 'L', leaf->number);
    bs_report__foreign(page, leaf->name, leaf->lang);
    BS_PUT(page, "</a> <small>");
    bs_html_text(page->out, bs_report__file_name(leaf->source->path));
    BS_PUT(page, "</small></th><td>");
    bs_html_text(page->out, bs_period_str(leaf->source->published, page->arena));
    BS_PUT(page, "</td><td class=\"n\">");
    bs_html_text(page->out, bs_report__number(page, leaf->value_count));
    BS_PUT(page, "</td><td class=\"n\">");
    bs_html_text(page->out, bs_report__number(page, leaf->reading->series.count));
    BS_PUT(page, "</td><td>");
    bs_html_text(page->out, bs_report__by_severity(page, leaf->tallies));
    BS_PUT(page, "</td></tr>\n");
}

static void write_documents(bs_page *page)
{
    if (!page->several) return;
    BS_PUT(page, "<h3 id=\"documents\">");
    bs_report__word(page, BS_SAY_DOCUMENTS);
    BS_PUT(page, "</h3>\n");
    write_head(page);
    for (size_t i = 0; i < page->leaf_count; i++)
        write_row(page, &page->leaves[i]);
    BS_PUT(page, "</tbody></table></div>\n");
}

void bs_report__summary(bs_page *page)
{
    bs_report__section(page, "summary", BS_SAY_SUMMARY);
    BS_PUT(page, "<p class=\"lead\">");
    if (page->leaf_count == 0) {
        bs_report__word(page, BS_SAY_NO_DOCUMENT);
        BS_PUT(page, "</p></section>\n");
        return;
    }
    write_read(page);
    bool spaced = page->lang == BS_LANG_EN || page->lang == BS_LANG_KO;
    if (spaced) BS_PUT(page, " ");
    write_found(page);
    BS_PUT(page, "</p>\n");
    if (total(page->tallies) > 0) {
        write_tiles(page);
        BS_PUT(page, "<p class=\"legend\">");
        bs_report__word(page, BS_SAY_LEGEND);
        BS_PUT(page, "</p>\n");
    }
    write_first(page);
    write_documents(page);
    BS_PUT(page, "</section>\n");
}
