// SPDX-License-Identifier: GPL-3.0-or-later
// All series of all documents in one table, which a script makes searchable and sortable.
#include "engine/report/report_internal.h"

static const bs_report_word frequency_words[BS_FREQUENCY_COUNT] = {
    [BS_FREQUENCY_ANNUAL] = BS_SAY_ANNUAL,   [BS_FREQUENCY_HALF] = BS_SAY_HALF,
    [BS_FREQUENCY_QUARTER] = BS_SAY_QUARTER, [BS_FREQUENCY_MONTH] = BS_SAY_MONTH,
    [BS_FREQUENCY_TENDAY] = BS_SAY_TENDAY,   [BS_FREQUENCY_WEEK] = BS_SAY_WEEK,
    [BS_FREQUENCY_DAY] = BS_SAY_DAY};

// What a row says of the values of a series.
typedef struct digest {
    size_t count;
    bs_period first;
    bs_period last;
    const bs_observation *latest; // with a value; NULL: there is none
    size_t findings;
    size_t finding; // the first of them
} digest;

static void digest_findings(digest *out, const bs_leaf *leaf, const bs_observation *one)
{
    for (size_t i = 0; i < leaf->given->finding_count; i++) {
        const bs_origin *about = &leaf->given->findings[i].origin;
        bool same = about->line == one->origin.line && about->line > 0 &&
                    about->column <= one->origin.end_column &&
                    about->end_column >= one->origin.column;
        if (!same) continue;
        if (out->findings++ == 0) out->finding = leaf->finding_first + i;
    }
}

static digest digest_of(const bs_leaf *leaf, const bs_series *series)
{
    digest out = {.first = BS_PERIOD_NONE, .last = BS_PERIOD_NONE};
    for (size_t i = 0; i < series->observations.count; i++) {
        const bs_observation *one = &series->observations.items[i];
        digest_findings(&out, leaf, one);
        if (one->state != BS_STATE_VALUE) continue;
        out.count++;
        out.latest = one;
        if (bs_period_is_none(one->period)) continue;
        if (bs_period_is_none(out.first)) out.first = one->period;
        out.last = one->period;
    }
    return out;
}

// --- cells ---------------------------------------------------------------------------------------

static void write_name(bs_page *page, const bs_leaf *leaf, const bs_series *series)
{
    BS_PUT(page, "<th scope=\"row\">");
    uint32_t line = series->observations.count > 0 ? series->observations.items[0].origin.line : 0;
    bool linked = bs_report__line_shown(leaf, line);
    if (linked) bs_buffer_addf(page->out, "<a href=\"#d%zuL%u\">", leaf->number, (unsigned)line);
    bs_report__foreign(page, series->label, leaf->lang);
    if (linked) BS_PUT(page, "</a>");
    BS_PUT(page, "</th>");
}

static void write_text_cell(bs_page *page, bs_str text, bs_lang lang)
{
    BS_PUT(page, "<td>");
    bs_report__foreign(page, text, lang);
    BS_PUT(page, "</td>");
}

static void write_periods(bs_page *page, const digest *values)
{
    BS_PUT(page, "<td class=\"period\">");
    bs_html_text(page->out, bs_period_str(values->first, page->arena));
    if (!bs_period_equal(values->first, values->last)) {
        BS_PUT(page, "–");
        bs_html_text(page->out, bs_period_str(values->last, page->arena));
    }
    BS_PUT(page, "</td>");
}

static void write_latest(bs_page *page, const bs_series *series, const digest *values)
{
    BS_PUT(page, "<td class=\"n\"");
    if (values->latest != NULL) {
        bs_cell_facts facts = {.series = series, .observation = values->latest};
        bs_html_attribute(page->out, "title", bs_report__hint(page, &facts));
        bs_html_attribute(page->out, "data-v", bs_decimal_str(values->latest->value, page->arena));
    }
    BS_PUT(page, ">");
    if (values->latest != NULL) bs_html_text(page->out, values->latest->text);
    BS_PUT(page, "</td>");
}

static void write_findings(bs_page *page, const bs_leaf *leaf, const digest *values)
{
    bs_buffer_addf(page->out, "<td class=\"n\" data-v=\"%zu\">", values->findings);
    if (values->findings > 0) {
        bs_buffer_addf(page->out, "<a class=\"flag %s\" href=\"#f%zu\"><mark>%zu</mark></a>",
                       bs_report__class_of(leaf, values->finding), values->finding,
                       values->findings);
    }
    BS_PUT(page, "</td>");
}

static void write_row(bs_page *page, const bs_leaf *leaf, const bs_series *series)
{
    digest values = digest_of(leaf, series);
    BS_PUT(page, "<tr>");
    write_name(page, leaf, series);
    write_text_cell(page, bs_series_group_name(series), leaf->lang);
    if (page->several) write_text_cell(page, leaf->name, leaf->lang);
    write_text_cell(page, bs_series_unit_name(series), leaf->lang);
    bs_str frequency = series->frequency == BS_FREQUENCY_NONE
                           ? (bs_str){0}
                           : bs_report_word_get(frequency_words[series->frequency], page->lang);
    BS_PUT(page, "<td class=\"frequency\">");
    bs_html_text(page->out, frequency);
    BS_PUT(page, "</td>");
    write_periods(page, &values);
    bs_buffer_addf(page->out, "<td class=\"n\">%zu</td>", values.count);
    write_latest(page, series, &values);
    write_findings(page, leaf, &values);
    BS_PUT(page, "</tr>\n");
}

// --- the table -----------------------------------------------------------------------------------

static void write_head(bs_page *page)
{
    static const struct {
        bs_report_word word;
        bool number;
        bool several; // only where there are several documents
    } columns[] = {
        {BS_SAY_NAME, false, false},      {BS_SAY_GROUP, false, false},
        {BS_SAY_DOCUMENT, false, true},   {BS_SAY_UNIT, false, false},
        {BS_SAY_FREQUENCY, false, false}, {BS_SAY_PERIOD, false, false},
        {BS_SAY_VALUES, true, false},     {BS_SAY_LAST, true, false},
        {BS_SAY_DOUBTED, true, false},
    };
    BS_PUT(page, "<thead><tr>");
    for (size_t i = 0; i < BS_COUNT(columns); i++) {
        if (columns[i].several && !page->several) continue;
        const char *class = columns[i].word == BS_SAY_FREQUENCY ? " class=\"frequency\"" : "";
        if (columns[i].number) class = " class=\"n\"";
        bs_buffer_addf(page->out, "<th scope=\"col\"%s>", class);
        bs_report__word(page, columns[i].word);
        BS_PUT(page, "</th>");
    }
    BS_PUT(page, "</tr></thead>\n<tbody>\n");
}

static void write_search(bs_page *page)
{
    BS_PUT(page, "<div class=\"search\" hidden><label for=\"search\">");
    bs_report__word(page, BS_SAY_SEARCH);
    BS_PUT(page,
           "</label> <input id=\"search\" type=\"search\" autocomplete=\"off\" placeholder=\"");
    bs_report__word(page, BS_SAY_SEARCH_HINT);
    BS_PUT(page, "\"> <output id=\"shown\" for=\"search\" data-text=\"");
    bs_report__say(page, BS_SAY_SHOWN, BS_STR("{0}"), BS_STR("{1}"));
    BS_PUT(page, "\"></output></div>\n");
}

static size_t write_rows(bs_page *page)
{
    size_t room = BS_REPORT_SERIES_MAX;
    for (size_t i = 0; i < page->leaf_count; i++) {
        const bs_leaf *leaf = &page->leaves[i];
        for (size_t j = 0; j < leaf->reading->series.count && room > 0; j++, room--)
            write_row(page, leaf, &leaf->reading->series.items[j]);
    }
    return BS_REPORT_SERIES_MAX - room;
}

size_t bs_report__series_count(const bs_page *page)
{
    size_t all = 0;
    for (size_t i = 0; i < page->leaf_count; i++)
        all += page->leaves[i].reading->series.count;
    return all;
}

void bs_report__series(bs_page *page)
{
    size_t all = bs_report__series_count(page);
    bs_report__section(page, "series", BS_SAY_SERIES);
    write_search(page);
    BS_PUT(page, "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"h-series\">"
                 "<table class=\"list\" id=\"all-series\"><caption class=\"unseen\">");
    bs_report__word(page, BS_SAY_SERIES);
    BS_PUT(page, "</caption>\n");
    write_head(page);
    size_t shown = write_rows(page);
    BS_PUT(page, "</tbody></table></div>\n<p class=\"more\" hidden><button type=\"button\">");
    bs_report__word(page, BS_SAY_SHOW_ALL);
    BS_PUT(page, "</button></p>\n");
    if (shown < all) bs_report__left_out(page, BS_SAY_SERIES_LEFT, shown, all);
    BS_PUT(page, "</section>\n");
}
