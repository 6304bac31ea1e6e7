// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdio.h>

#include "engine/report/report_internal.h"

void bs_report__word(bs_page *page, bs_report_word word)
{
    bs_html_text(page->out, bs_report_word_get(word, page->lang));
}

void bs_report__say(bs_page *page, bs_report_word word, bs_str a, bs_str b)
{
    bs_report_values values = {{a, b}};
    bs_html_text(page->out, bs_report_say(page->arena, word, page->lang, &values));
}

bs_str bs_report__number(bs_page *page, size_t number)
{
    char digits[32], grouped[48];
    int len = snprintf(digits, sizeof digits, "%zu", number);
    size_t at = 0;
    for (int i = 0; i < len; i++) {
        if (i > 0 && (len - i) % 3 == 0) grouped[at++] = ',';
        grouped[at++] = digits[i];
    }
    return bs_arena_str(page->arena, (bs_str){grouped, at});
}

bs_str bs_report__count(bs_page *page, size_t count, bs_report_word one, bs_report_word many)
{
    bs_report_values values = {{bs_report__number(page, count)}};
    return bs_report_say(page->arena, count == 1 ? one : many, page->lang, &values);
}

void bs_report__lang(bs_page *page, bs_lang lang)
{
    if (lang == page->lang || lang == BS_LANG_UNKNOWN) return;
    bs_buffer_addf(page->out, " lang=\"%s\"", bs_lang_code(lang));
}

void bs_report__foreign(bs_page *page, bs_str text, bs_lang lang)
{
    bs_lang own = bs_lang_detect(text, lang);
    bool differs = own != page->lang && own != BS_LANG_UNKNOWN;
    if (differs) bs_buffer_addf(page->out, "<span lang=\"%s\">", bs_lang_code(own));
    bs_html_text(page->out, text);
    if (differs) BS_PUT(page, "</span>");
}

void bs_report__heading(bs_page *page, unsigned level, const char *id, bs_str text, bs_lang lang)
{
    bs_buffer_addf(page->out, "<h%u", level);
    if (id != NULL) bs_buffer_addf(page->out, " id=\"%s\"", id);
    BS_PUT(page, ">");
    bs_report__foreign(page, text, lang);
    bs_buffer_addf(page->out, "</h%u>\n", level);
}

void bs_report__section(bs_page *page, const char *id, bs_report_word title)
{
    bs_buffer_addf(page->out, "<section id=\"%s\" aria-labelledby=\"h-%s\"><h2 id=\"h-%s\">", id,
                   id, id);
    bs_report__word(page, title);
    BS_PUT(page, "</h2>\n");
}

void bs_report__left_out(bs_page *page, bs_report_word word, size_t shown, size_t all)
{
    BS_PUT(page, "<p class=\"left\">");
    bs_report__say(page, word, bs_report__number(page, shown), bs_report__number(page, all));
    BS_PUT(page, "</p>\n");
}

// Bulletins of one publisher have one title: date, file and findings tell them apart.
static void write_particulars(bs_page *page, const bs_leaf *leaf)
{
    const bs_str parts[] = {bs_period_str(leaf->source->published, page->arena),
                            bs_report__file_name(leaf->source->path),
                            bs_report__by_severity(page, leaf->tallies)};
    BS_PUT(page, " <small>");
    for (size_t i = 0, written = 0; i < BS_COUNT(parts); i++) {
        if (parts[i].len == 0) continue;
        if (written++ > 0) BS_PUT(page, " · ");
        bs_html_text(page->out, parts[i]);
    }
    BS_PUT(page, "</small>");
}

void bs_report__part_begin(bs_page *page, const bs_leaf *leaf, char part)
{
    if (!page->several) return;
    char id[32];
    (void)snprintf(id, sizeof id, "%c%zu", part, leaf->number);
    bs_buffer_add(page->out, bs_str_from(page->folded ? "<details class=\"part\"><summary>"
                                                      : "<div class=\"part\">\n"));
    bs_report__heading(page, 3, id, leaf->name, leaf->lang);
    if (!page->folded) return;
    write_particulars(page, leaf);
    BS_PUT(page, "</summary>\n");
}

void bs_report__part_end(bs_page *page)
{
    if (!page->several) return;
    bs_buffer_add(page->out, bs_str_from(page->folded ? "</details>\n" : "</div>\n"));
}

unsigned bs_report__level(const bs_page *page)
{
    return page->several ? 4 : 3;
}

void bs_report__line_link(bs_page *page, const bs_leaf *leaf, uint32_t line)
{
    bool shown = bs_report__line_shown(leaf, line);
    if (shown) bs_buffer_addf(page->out, "<a href=\"#d%zuL%u\">", leaf->number, (unsigned)line);
    bs_report__say(page, BS_SAY_LINE, bs_report__number(page, line), (bs_str){0});
    if (shown) BS_PUT(page, "</a>");
}

bs_report_word bs_report__severity(bs_severity severity)
{
    static const bs_report_word words[BS_SEVERITY_COUNT] = {
        [BS_NOTE] = BS_SAY_NOTE, [BS_WARNING] = BS_SAY_WARNING, [BS_ERROR] = BS_SAY_ERROR};
    return words[severity];
}

const char *bs_report__class_of(const bs_leaf *leaf, size_t finding)
{
    return bs_severity_name(leaf->given->findings[finding - leaf->finding_first].severity);
}

bs_str bs_report__file_name(bs_str path)
{
    if (bs_str_equal(path, BS_STR("-"))) return BS_STR("stdin");
    size_t start = path.len;
    while (start > 0 && path.ptr[start - 1] != '/')
        start--;
    return bs_str_slice(path, start, path.len);
}

// --- hints ---------------------------------------------------------------------------------------

static void append(bs_buffer *hint, bs_str text)
{
    if (text.len == 0) return;
    if (hint->len > 0) bs_buffer_add(hint, BS_STR(" · "));
    bs_buffer_add(hint, text);
}

static bs_str status_word(bs_page *page, bs_value_status status)
{
    static const bs_report_word words[BS_VALUE_STATUS_COUNT] = {
        [BS_STATUS_TARGET] = BS_SAY_TARGET,
        [BS_STATUS_FORECAST] = BS_SAY_FORECAST,
        [BS_STATUS_PROVISIONAL] = BS_SAY_PROVISIONAL,
        [BS_STATUS_REVISED] = BS_SAY_REVISED,
        [BS_STATUS_ESTIMATE] = BS_SAY_ESTIMATE};
    if (status == BS_STATUS_ACTUAL) return (bs_str){0};
    return bs_report_word_get(words[status], page->lang);
}

static void append_place(bs_page *page, bs_buffer *hint, const bs_origin *origin)
{
    if (origin->line == 0) return;
    bs_report_values line = {{bs_report__number(page, origin->line)}};
    bs_report_values column = {{bs_report__number(page, origin->column)}};
    append(hint, bs_report_say(page->arena, BS_SAY_LINE, page->lang, &line));
    if (origin->column == 0) return;
    bs_buffer_add(hint, BS_STR(" "));
    bs_buffer_add(hint, bs_report_say(page->arena, BS_SAY_COLUMN, page->lang, &column));
}

static void append_quantity(bs_page *page, bs_buffer *hint, const bs_quantity *quantity)
{
    append(hint, quantity->indicator);
    append(hint, quantity->subject);
    bs_report_values period = {{bs_period_str(quantity->period, page->arena)}};
    bool inferred = quantity->period_inferred && period.items[0].len > 0;
    append(hint, inferred ? bs_report_say(page->arena, BS_SAY_INFERRED, page->lang, &period)
                          : period.items[0]);
    if (quantity->valued && quantity->kind != BS_KIND_RANGE) {
        append(hint, bs_decimal_str(quantity->value, page->arena));
        bs_buffer_add(hint, BS_STR(" "));
        bs_buffer_add(hint, quantity->unit);
    } else {
        append(hint, quantity->unit);
    }
    append(hint, status_word(page, quantity->status));
    append_place(page, hint, &quantity->origin);
}

bs_str bs_report__hint(bs_page *page, const bs_cell_facts *facts)
{
    bs_buffer hint = BS_BUFFER_INIT;
    if (facts->series != NULL) {
        append(&hint, facts->series->label);
        append(&hint, bs_period_str(facts->observation->period, page->arena));
        append(&hint, bs_series_unit_name(facts->series));
        append(&hint, status_word(page, facts->observation->status));
        append_place(page, &hint, &facts->observation->origin);
    } else if (facts->quantity != NULL) {
        append_quantity(page, &hint, facts->quantity);
    }
    bs_str text = bs_arena_str(page->arena, bs_buffer_str(&hint));
    bs_buffer_deinit(&hint);
    return text;
}
