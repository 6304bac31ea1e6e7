// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/report.h"

#include "engine/report/report_internal.h"

// --- head ----------------------------------------------------------------------------------------

static void add_hash(bs_buffer *out, const char *hex)
{
    char bytes[32];
    for (size_t i = 0; i < sizeof bytes; i++) {
        unsigned value = 0;
        for (size_t j = 0; j < 2; j++) {
            char c = hex[2 * i + j];
            value = value * 16 + (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
        }
        bytes[i] = (char)value;
    }
    bs_html_base64(out, (bs_str){bytes, sizeof bytes});
}

// Nothing may be fetched, and no script runs but the one that is named by its hash.
static void write_policy(bs_page *page)
{
    BS_PUT(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                 "style-src 'unsafe-inline'; script-src 'sha256-");
    add_hash(page->out, bs_report__script()->sha256);
    BS_PUT(page, "'; base-uri 'none'; form-action 'none'\">\n");
}

static void write_rule(bs_page *page, const char *selector, bs_str declarations)
{
    bs_buffer_addf(page->out, "%s{", selector);
    bs_buffer_add(page->out, declarations);
    BS_PUT(page, "}\n");
}

// The pictures follow the page: paper is light.
static void write_style(bs_page *page)
{
    BS_PUT(page, "<style>\n");
    bs_buffer_add(page->out, bs_report__style()->text);
    write_rule(page, ":root", page->options->light);
    BS_PUT(page, "@media screen{");
    write_rule(page, ":root[data-theme=dark]", page->options->dark);
    BS_PUT(page, "}\n@media screen and (prefers-color-scheme:dark){");
    write_rule(page, ":root:not([data-theme=light])", page->options->dark);
    BS_PUT(page, "}\n</style>\n");
}

static bs_str title_of(bs_page *page)
{
    if (page->options->title.len > 0) return page->options->title;
    if (page->leaf_count == 1) return page->leaves[0].name;
    return bs_report__count(page, page->leaf_count, BS_SAY_COUNT_DOCUMENT, BS_SAY_COUNT_DOCUMENTS);
}

static void write_head(bs_page *page)
{
    bs_buffer_addf(page->out,
                   "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                   bs_lang_code(page->lang));
    write_policy(page);
    BS_PUT(page, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                 "<meta name=\"color-scheme\" content=\"light dark\">\n"
                 "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    bs_html_text(page->out, title_of(page));
    BS_PUT(page, " – ");
    bs_report__word(page, BS_SAY_REPORT);
    BS_PUT(page, "</title>\n");
    write_style(page);
    BS_PUT(page, "</head>\n");
}

// --- the frame of the body -----------------------------------------------------------------------

// "Institute, 2023-10-13, bulletin.txt (UTF-8)" under the title of a single document.
static void write_byline(bs_page *page)
{
    if (page->leaf_count != 1) return;
    const bs_leaf *leaf = &page->leaves[0];
    const bs_str parts[] = {leaf->source->publisher,
                            bs_period_str(leaf->source->published, page->arena),
                            bs_report__file_name(leaf->source->path), leaf->source->encoding};
    BS_PUT(page, "<p class=\"byline\">");
    for (size_t i = 0, written = 0; i < BS_COUNT(parts); i++) {
        if (parts[i].len == 0) continue;
        if (written++ > 0) BS_PUT(page, " · ");
        bs_report__foreign(page, parts[i], leaf->lang);
    }
    BS_PUT(page, "</p>\n");
}

static void write_header(bs_page *page)
{
    BS_PUT(page, "<header>\n<div class=\"top\"><p class=\"kicker\">");
    bs_report__word(page, BS_SAY_REPORT);
    BS_PUT(page, "</p><button id=\"theme\" type=\"button\" hidden>");
    bs_report__word(page, BS_SAY_THEME);
    BS_PUT(page, "</button></div>\n");
    bs_lang lang = page->leaf_count == 1 ? page->leaves[0].lang : page->lang;
    bs_report__heading(page, 1, NULL, title_of(page), lang);
    write_byline(page);
    BS_PUT(page, "</header>\n");
}

// Which sections there are.
typedef struct outline {
    bool findings;
    bool tables;
    bool series;
} outline;

static void write_contents(bs_page *page, const outline *parts)
{
    const struct {
        const char *id;
        bs_report_word word;
        bool there;
    } rows[] = {
        {"summary", BS_SAY_SUMMARY, true},
        {"findings", BS_SAY_FINDINGS, parts->findings},
        {"tables", BS_SAY_TABLES, parts->tables},
        {"series", BS_SAY_SERIES, parts->series},
        {"text", BS_SAY_TEXT, true},
    };
    BS_PUT(page, "<nav aria-label=\"");
    bs_report__word(page, BS_SAY_CONTENTS);
    BS_PUT(page, "\"><ul>\n");
    for (size_t i = 0; i < BS_COUNT(rows); i++) {
        if (!rows[i].there) continue;
        bs_buffer_addf(page->out, "<li><a href=\"#%s\">", rows[i].id);
        bs_report__word(page, rows[i].word);
        BS_PUT(page, "</a></li>\n");
    }
    BS_PUT(page, "</ul></nav>\n");
}

static bs_status write_downloads(bs_page *page)
{
    bs_report__section(page, "download", BS_SAY_DOWNLOAD);
    BS_PUT(page, "<ul class=\"downloads\">\n");
    for (size_t i = 0; i < page->leaf_count; i++)
        BS_TRY(bs_report__downloads(page, &page->leaves[i]));
    BS_PUT(page, "</ul></section>\n");
    return BS_OK;
}

static void write_footer(bs_page *page)
{
    bs_str program = BS_STR("bseries");
    if (page->options->version.len > 0) {
        program = bs_arena_format(page->arena, "bseries %.*s", BS_STR_ARG(page->options->version));
    }
    BS_PUT(page, "<footer><p>");
    bs_report__say(page, BS_SAY_MADE, program, (bs_str){0});
    BS_PUT(page, "</p></footer>\n<div id=\"hint\" hidden aria-hidden=\"true\"></div>\n<script>");
    bs_buffer_add(page->out, bs_report__script()->text);
    BS_PUT(page, "</script>\n</body>\n</html>\n");
}

static bs_status write_sections(bs_page *page, const outline *parts)
{
    if (parts->findings) bs_report__findings(page);
    if (parts->tables) BS_TRY(bs_report__tables(page));
    if (parts->series) {
        bs_report__series(page);
        BS_TRY(write_downloads(page));
    }
    bs_report__text(page);
    return BS_OK;
}

static bs_status write_body(bs_page *page)
{
    const outline parts = {
        .findings =
            page->tallies[BS_NOTE] + page->tallies[BS_WARNING] + page->tallies[BS_ERROR] > 0,
        .tables = bs_report__has_tables(page),
        .series = bs_report__series_count(page) > 0,
    };
    BS_PUT(page, "<body>\n<a class=\"skip\" href=\"#main\">");
    bs_report__word(page, BS_SAY_SKIP);
    BS_PUT(page, "</a>\n");
    write_header(page);
    if (page->leaf_count > 0) write_contents(page, &parts);
    BS_PUT(page, "<main id=\"main\" tabindex=\"-1\">\n");
    bs_report__summary(page);
    if (page->leaf_count > 0) BS_TRY(write_sections(page, &parts));
    BS_PUT(page, "</main>\n");
    write_footer(page);
    return BS_OK;
}

// --- all together --------------------------------------------------------------------------------

static bs_status prepare(bs_page *page, const bs_report_document *documents)
{
    page->leaves = BS_NEW_ARRAY(page->arena, bs_leaf, page->leaf_count);
    if (page->leaves == NULL) return bs_report__no_memory(page);
    size_t number = 1;
    for (size_t i = 0; i < page->leaf_count; i++) {
        page->leaves[i].number = i + 1;
        page->leaves[i].finding_first = number;
        BS_TRY(bs_report__leaf(&page->leaves[i], page, &documents[i]));
        number += documents[i].finding_count;
        for (size_t j = 0; j < BS_SEVERITY_COUNT; j++)
            page->tallies[j] += page->leaves[i].tallies[j];
    }
    return BS_OK;
}

static bs_lang lang_of(const bs_report_document *documents, size_t count, bs_lang wanted)
{
    if (wanted == BS_LANG_UNKNOWN && count > 0) wanted = documents[0].reading->source->lang;
    return wanted == BS_LANG_UNKNOWN ? BS_LANG_EN : wanted;
}

bs_status bs_report_write(bs_buffer *out, const bs_report_document *documents,
                          size_t document_count, const bs_report_options *options, bs_error *err)
{
    static const bs_report_options defaults = {.lang = BS_LANG_UNKNOWN};
    if (options == NULL) options = &defaults;
    bs_arena arena = BS_ARENA_INIT;
    bs_page page = {.out = out,
                    .arena = &arena,
                    .options = options,
                    .lang = lang_of(documents, document_count, options->lang),
                    .leaf_count = document_count,
                    .several = document_count > 1,
                    .folded = document_count > BS_REPORT_OPEN_DOCUMENTS_MAX,
                    .err = err};
    bs_status status = prepare(&page, documents);
    if (status == BS_OK) {
        write_head(&page);
        status = write_body(&page);
    }
    bs_arena_deinit(&arena);
    return status == BS_OK ? bs_buffer_status(out, err) : status;
}
