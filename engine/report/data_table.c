// SPDX-License-Identifier: GPL-3.0-or-later
// A data file is no document and has no tables of its own: its series side by side, one row a
// period, a few to a table.
#include <stdlib.h>

#include "engine/report/report_internal.h"

enum { COLUMNS_MAX = 6, TABLES_MAX = 20 };

typedef struct sheet {
    bs_page *page;
    const bs_leaf *leaf;
    const bs_series *series[COLUMNS_MAX];
    size_t next[COLUMNS_MAX]; // observation of each that comes next
    size_t count;
    size_t number; // of the table
} sheet;

// Series that share group and frequency stand beside each other.
static size_t take(sheet *own, size_t from)
{
    const bs_series_array *all = &own->leaf->reading->series;
    own->count = 0;
    for (size_t i = from; i < all->count && own->count < COLUMNS_MAX; i++) {
        const bs_series *series = &all->items[i];
        bool fits = own->count == 0 || (series->frequency == own->series[0]->frequency &&
                                        bs_str_equal(series->group, own->series[0]->group));
        if (!fits) break;
        own->series[own->count] = series;
        own->next[own->count++] = 0;
    }
    return from + own->count;
}

static const bs_observation *upcoming(const sheet *own, size_t column)
{
    const bs_observation_array *all = &own->series[column]->observations;
    return own->next[column] < all->count ? &all->items[own->next[column]] : NULL;
}

// The earliest period that any column still has; false at the end.
static bool next_period(const sheet *own, bs_period *out)
{
    bool found = false;
    for (size_t i = 0; i < own->count; i++) {
        const bs_observation *one = upcoming(own, i);
        if (one == NULL) continue;
        if (!found || bs_period_compare(one->period, *out) < 0) *out = one->period;
        found = true;
    }
    return found;
}

static size_t finding_at(const bs_leaf *leaf, const bs_origin *origin)
{
    for (size_t i = 0; i < leaf->given->finding_count; i++) {
        const bs_origin *about = &leaf->given->findings[i].origin;
        if (about->line == origin->line && about->column == origin->column && about->line > 0) {
            return leaf->finding_first + i;
        }
    }
    return 0;
}

static void write_value(sheet *own, size_t column, const bs_observation *one)
{
    bs_page *page = own->page;
    size_t finding = finding_at(own->leaf, &one->origin);
    bs_cell_facts facts = {.series = own->series[column], .observation = one};
    BS_PUT(page, "<td class=\"n");
    if (finding > 0) {
        bs_buffer_addf(page->out, " flagged %s", bs_report__class_of(own->leaf, finding));
    }
    BS_PUT(page, "\"");
    bs_html_attribute(page->out, "title", bs_report__hint(page, &facts));
    BS_PUT(page, ">");
    const char *start = own->leaf->source->text.ptr;
    bool in_text = one->text.ptr >= start && one->text.ptr < start + own->leaf->source->text.len;
    if (finding > 0 && in_text)
        bs_report__marked(page, own->leaf, one->text, &own->leaf->spans);
    else
        bs_html_text(page->out, one->text);
    BS_PUT(page, "</td>");
}

static void write_row(sheet *own, bs_period period)
{
    bs_page *page = own->page;
    BS_PUT(page, "<tr><th scope=\"row\">");
    bs_html_text(page->out, bs_period_str(period, page->arena));
    BS_PUT(page, "</th>");
    for (size_t i = 0; i < own->count; i++) {
        const bs_observation *one = upcoming(own, i);
        if (one != NULL && bs_period_equal(one->period, period)) {
            write_value(own, i, one);
            own->next[i]++;
        } else {
            BS_PUT(page, "<td></td>");
        }
    }
    BS_PUT(page, "</tr>\n");
}

static void write_head(const sheet *own)
{
    bs_page *page = own->page;
    BS_PUT(page, "<thead><tr><th scope=\"col\">");
    bs_report__word(page, BS_SAY_PERIOD);
    BS_PUT(page, "</th>");
    for (size_t i = 0; i < own->count; i++) {
        BS_PUT(page, "<th scope=\"col\" class=\"n\">");
        bs_report__foreign(page, own->series[i]->label, own->leaf->lang);
        bs_str unit = bs_series_unit_name(own->series[i]);
        if (unit.len > 0) {
            BS_PUT(page, " <small>");
            bs_html_text(page->out, unit);
            BS_PUT(page, "</small>");
        }
        BS_PUT(page, "</th>");
    }
    BS_PUT(page, "</tr></thead>\n<tbody>\n");
}

static size_t count_periods(const sheet *own)
{
    sheet copy = *own;
    size_t count = 0;
    for (bs_period period; next_period(&copy, &period); count++) {
        for (size_t i = 0; i < copy.count; i++) {
            const bs_observation *one = upcoming(&copy, i);
            if (one != NULL && bs_period_equal(one->period, period)) copy.next[i]++;
        }
    }
    return count;
}

static bool has_finding(const sheet *own, bs_period period)
{
    for (size_t i = 0; i < own->count; i++) {
        const bs_observation *one = upcoming(own, i);
        bool here = one != NULL && bs_period_equal(one->period, period);
        if (here && finding_at(own->leaf, &one->origin) > 0) return true;
    }
    return false;
}

static void skip_row(sheet *own, bs_period period)
{
    for (size_t i = 0; i < own->count; i++) {
        const bs_observation *one = upcoming(own, i);
        if (one != NULL && bs_period_equal(one->period, period)) own->next[i]++;
    }
}

// The newest periods, and those with a finding.
static void write_rows(sheet *own, size_t *shown, size_t all)
{
    size_t hidden = all > BS_REPORT_TABLE_ROWS_MAX ? all - BS_REPORT_TABLE_ROWS_MAX : 0;
    bs_period period;
    for (size_t i = 0; next_period(own, &period); i++) {
        if (i < hidden && !has_finding(own, period)) {
            skip_row(own, period);
            continue;
        }
        write_row(own, period);
        (*shown)++;
    }
}

// What the columns are called, where they have no common name.
static bs_str name_of(const sheet *own)
{
    enum { NAMES_MAX = 3 };
    bs_str name = own->series[0]->label;
    for (size_t i = 1; i < own->count && i < NAMES_MAX; i++) {
        bs_report_values both = {{name, own->series[i]->label}};
        name = bs_report_say(own->page->arena, BS_SAY_JOIN, own->page->lang, &both);
    }
    if (own->count <= NAMES_MAX) return name;
    return bs_arena_format(own->page->arena, "%.*s …", BS_STR_ARG(name));
}

static void write_sheet(sheet *own)
{
    bs_page *page = own->page;
    bs_report_values number = {{bs_report__number(page, own->number)}};
    bs_str name = bs_report_say(page->arena, BS_SAY_TABLE, page->lang, &number);
    bs_str group = bs_series_group_name(own->series[0]);
    bs_str id = bs_arena_format(page->arena, "h-d%zut%zu", own->leaf->number, own->number);
    if (id.ptr == NULL) return;
    BS_PUT(page, "<div class=\"table\">\n");
    bs_report__heading(page, bs_report__level(page), id.ptr, group.len > 0 ? group : name_of(own),
                       own->leaf->lang);
    bs_buffer_addf(page->out,
                   "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"%s\">"
                   "<table class=\"data\">\n<caption>",
                   id.ptr);
    bs_html_text(page->out, name);
    BS_PUT(page, "</caption>\n");
    size_t shown = 0, all = count_periods(own);
    write_head(own);
    write_rows(own, &shown, all);
    BS_PUT(page, "</tbody></table></div>\n");
    if (shown < all) bs_report__left_out(page, BS_SAY_ROWS_LEFT, shown, all);
    BS_PUT(page, "</div>\n");
}

void bs_report__data_tables(bs_page *page, const bs_leaf *leaf)
{
    sheet own = {.page = page, .leaf = leaf};
    size_t count = leaf->reading->series.count;
    size_t next = 0;
    while (next < count && own.number < TABLES_MAX) {
        next = take(&own, next);
        own.number++;
        write_sheet(&own);
    }
    if (next >= count) return;
    bs_report__left_out(page, BS_SAY_SERIES_LEFT, next, count);
}
