// SPDX-License-Identifier: GPL-3.0-or-later
// Downloads that are inside the page: a data: link needs neither a script nor a network.
#include "engine/report/report_internal.h"

static bs_str file_stem(bs_str path)
{
    bs_str name = bs_report__file_name(path);
    for (size_t i = name.len; i-- > 1;) {
        if (name.ptr[i] == '.') return bs_str_slice(name, 0, i);
    }
    return name;
}

static void write_link(bs_page *page, const bs_leaf *leaf, const char *ending, bs_report_word word,
                       bs_str csv)
{
    BS_PUT(page, "<a class=\"download\" download=\"");
    bs_html_text(page->out, file_stem(leaf->source->path));
    bs_buffer_addf(page->out, "%s\" href=\"data:text/csv;charset=utf-8;base64,", ending);
    bs_html_base64(page->out, csv);
    BS_PUT(page, "\">");
    bs_report__word(page, word);
    BS_PUT(page, "</a>\n");
}

// For a double click: the dialect that spreadsheets read without asking.
static bs_status write_values(bs_page *page, const bs_leaf *leaf)
{
    bs_export_series_array all = {0};
    for (size_t i = 0; i < leaf->reading->series.count; i++) {
        bs_export_series *item = BS_PUSH(page->arena, &all);
        if (item == NULL) return bs_report__no_memory(page);
        *item =
            (bs_export_series){.series = &leaf->reading->series.items[i], .source = leaf->source};
    }
    bs_export_options wish = {.dialect = BS_DIALECT_EXCEL};
    bs_buffer csv = BS_BUFFER_INIT;
    const bs_export_format *format = bs_export_format_find(BS_STR("csv"));
    bs_status status = bs_export_write(&csv, format, &all, &wish, NULL, page->err);
    if (status == BS_OK) {
        write_link(page, leaf, ".csv", BS_SAY_VALUES_CSV, bs_buffer_str(&csv));
    }
    bs_buffer_deinit(&csv);
    return status;
}

static bs_status write_findings(bs_page *page, const bs_leaf *leaf)
{
    if (leaf->given->finding_count == 0) return BS_OK;
    bs_finding_array findings = {0};
    for (size_t i = 0; i < leaf->given->finding_count; i++) {
        bs_finding *place = BS_PUSH(page->arena, &findings);
        if (place == NULL) return bs_report__no_memory(page);
        *place = leaf->given->findings[i];
    }
    bs_findings_options wish = BS_FINDINGS_OPTIONS_INIT;
    wish.format = BS_LIST_CSV;
    wish.dialect = BS_DIALECT_EXCEL;
    bs_buffer csv = BS_BUFFER_INIT;
    bs_status status = bs_export_findings(&csv, &findings, &wish, page->err);
    if (status == BS_OK) {
        write_link(page, leaf, "-findings.csv", BS_SAY_FINDINGS_CSV, bs_buffer_str(&csv));
    }
    bs_buffer_deinit(&csv);
    return status;
}

bs_status bs_report__downloads(bs_page *page, const bs_leaf *leaf)
{
    BS_PUT(page, "<li>");
    if (page->several) {
        bs_report__foreign(page, leaf->name, leaf->lang);
        BS_PUT(page, " ");
    }
    BS_TRY(write_values(page, leaf));
    BS_TRY(write_findings(page, leaf));
    BS_PUT(page, "</li>\n");
    return BS_OK;
}
