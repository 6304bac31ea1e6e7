// SPDX-License-Identifier: GPL-3.0-or-later
// The page as a whole: what must be in it, what must not, and that it is well formed.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "engine/extract/extract.h"
#include "engine/read/reader.h"
#include "engine/report/report.h"

static const char text[] = "# Brief <b>\n"
                           "\n"
                           "Table 1: Output (GWh)\n"
                           "\n"
                           "| Source | 2022 | 2023 | 2024 |\n"
                           "|---|---:|---:|---:|\n"
                           "| Wind | 10 | 12 | 13 |\n"
                           "| Gas | 20 | 21 | 22 |\n"
                           "| Total | 30 | 33 | 53 |\n";

typedef struct fixture {
    bs_arena arena;
    bs_source source;
    bs_document document;
    bs_reading reading;
    bs_finding finding;
    bs_report_document given;
    bs_buffer out;
} fixture;

static bs_origin origin_of(const fixture *f, const char *what)
{
    size_t at = bs_str_find(f->source.text, bs_str_from(what), 0);
    assert_true(at != SIZE_MAX);
    return bs_source_locate(&f->source, bs_str_slice(f->source.text, at, at + strlen(what)));
}

static void read_text(fixture *f, const char *content)
{
    f->source = (bs_source){.published = BS_PERIOD_NONE};
    assert_int_equal(bs_source_init(&f->source, &f->arena, BS_STR("folder/brief.md"),
                                    bs_str_from(content), NULL),
                     BS_OK);
    assert_int_equal(bs_read_text(&f->document, &f->arena, &f->source, BS_LANG_UNKNOWN, NULL),
                     BS_OK);
    assert_int_equal(bs_extract(&f->reading, &f->arena, &f->source, &f->document, NULL, NULL),
                     BS_OK);
}

static int set_up(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    read_text(f, text);
    f->finding = (bs_finding){
        .code = "sum",
        .severity = BS_ERROR,
        .probability = 0.97,
        .source = &f->source,
        .origin = origin_of(f, "53"),
        .observed = BS_STR("53"),
        .proposals = {{BS_STR("35"), 0.9, "transpose"}, {BS_STR("33"), 0.1, "substitute"}},
        .proposal_count = 2,
        .message = BS_STR("53 is not the sum of 13 and 22"),
    };
    f->finding.origin.table = 1;
    f->finding.origin.row = 4;
    f->finding.origin.col = 4;
    bs_related *related = BS_PUSH(&f->arena, &f->finding.related);
    assert_non_null(related);
    *related = (bs_related){.origin = origin_of(f, "22 |\n| T"), .text = BS_STR("22")};
    f->given = (bs_report_document){.reading = &f->reading, .findings = &f->finding};
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    bs_buffer_deinit(&f->out);
    bs_arena_deinit(&f->arena);
    free(f);
    return 0;
}

static void write_page(fixture *f, size_t count, const bs_report_options *options)
{
    assert_int_equal(bs_report_write(&f->out, &f->given, count, options, NULL), BS_OK);
}

static size_t count_of(const fixture *f, const char *what)
{
    size_t count = 0;
    size_t at = bs_str_find(bs_buffer_str(&f->out), bs_str_from(what), 0);
    while (at != SIZE_MAX) {
        count++;
        at = bs_str_find(bs_buffer_str(&f->out), bs_str_from(what), at + 1);
    }
    return count;
}

#define ASSERT_HAS(f, what) assert_int_equal(count_of((f), (what)), 1)

static void test_finding_at_its_line(void **state)
{
    fixture *f = *state;
    f->given.finding_count = 1;
    write_page(f, 1, NULL);
    ASSERT_HAS(f, "<article class=\"finding error\" id=\"f1\"");
    ASSERT_HAS(f, "53 is not the sum of 13 and 22</h3>");
    // The digits that change are marked; the other proposal stands behind the first.
    ASSERT_HAS(f, "<s><em>53</em></s>");
    ASSERT_HAS(f, "<strong><em>35</em></strong> <small>or 33</small>");
    ASSERT_HAS(f, "wrong with a probability of 97%");
    ASSERT_HAS(f, "<li><b>22</b> <a href=\"#d1L8\">line 8</a></li>");
    ASSERT_HAS(f, "<li id=\"d1L9\" value=\"9\"");
    // In the quoted line, the table and the text.
    assert_int_equal(count_of(f, "<mark>53</mark>"), 3);
}

static void test_headline_instead_of_message(void **state)
{
    fixture *f = *state;
    bs_str headline = BS_STR("합계가 부분의 합과 다름");
    f->given.finding_count = 1;
    f->given.headlines = &headline;
    bs_report_options options = {.lang = BS_LANG_KO};
    write_page(f, 1, &options);
    ASSERT_HAS(f, "<html lang=\"ko\">");
    ASSERT_HAS(f, "합계가 부분의 합과 다름</h3>");
    ASSERT_HAS(f, "<p class=\"why\" lang=\"en\">53 is not the sum of 13 and 22</p>");
    ASSERT_HAS(f, "<table class=\"data\" lang=\"en\">");
}

static void test_table_with_scopes_and_hints(void **state)
{
    fixture *f = *state;
    f->given.finding_count = 1;
    write_page(f, 1, NULL);
    ASSERT_HAS(f, "<tr><th scope=\"col\">Source</th><th scope=\"col\" class=\"n\">2022</th>");
    ASSERT_HAS(f, "<tr><th scope=\"row\">Wind</th>"
                  "<td class=\"n\" title=\"Wind · 2022 · GWh · line 7 column 10\">10</td>");
    ASSERT_HAS(f, "<td class=\"n flagged error\" title=\"Total · 2024");
    ASSERT_HAS(f, "<caption>Table 1 · Unit: GWh · <a href=\"#d1L5\">line 5</a></caption>");
}

// Two rows of heads, one of them over two columns, and heads of rows that the format names.
static void test_heads_of_html(void **state)
{
    fixture *f = *state;
    read_text(f, "<table><tr><th rowspan=2>Port</th><th colspan=2>Year</th></tr>"
                 "<tr><th>2022</th><th>2023</th></tr>"
                 "<tr><th>A</th><td>12</td><td>14</td></tr></table>\n");
    write_page(f, 1, NULL);
    ASSERT_HAS(f, "<thead>\n<tr><th scope=\"col\" rowspan=\"2\">Port</th>"
                  "<th scope=\"colgroup\" colspan=\"2\" class=\"n\">Year</th></tr>\n"
                  "<tr><th scope=\"col\" class=\"n\">2022</th>");
    ASSERT_HAS(f, "<tbody>\n<tr><th scope=\"row\">A</th><td class=\"n\"");
}

static void test_nothing_is_fetched(void **state)
{
    fixture *f = *state;
    write_page(f, 1, NULL);
    ASSERT_HAS(f, "content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-");
    assert_int_equal(count_of(f, "http:"), 0);
    assert_int_equal(count_of(f, "https:"), 0);
    assert_int_equal(count_of(f, "<script"), 1);
    assert_int_equal(count_of(f, "<link"), 0);
    assert_int_equal(count_of(f, "<img"), 0);
    // The folder of the file is nobody's business.
    assert_int_equal(count_of(f, "folder/"), 0);
}

static void test_no_findings_and_no_documents(void **state)
{
    fixture *f = *state;
    write_page(f, 1, NULL);
    ASSERT_HAS(f, "The checks found nothing to question.");
    assert_int_equal(count_of(f, "id=\"findings\""), 0);
    assert_int_equal(count_of(f, "href=\"#findings\""), 0);
    bs_buffer_clear(&f->out);
    write_page(f, 0, NULL);
    ASSERT_HAS(f, "There is no document to report on.");
    ASSERT_HAS(f, "</html>");
}

static bs_status draw_box(void *context, bs_buffer *out, const bs_report_figure *figure,
                          bs_error *err)
{
    size_t *count = context;
    (void)err;
    assert_int_equal(figure->series_count, 3);
    assert_int_equal(figure->document, 0);
    (*count)++;
    bs_buffer_addf(out, "<svg id=\"%.*s\"></svg>", BS_STR_ARG(figure->id));
    return BS_OK;
}

static bs_status draw_nothing(void *context, bs_buffer *out, const bs_report_figure *figure,
                              bs_error *err)
{
    (void)context, (void)out, (void)figure, (void)err;
    return BS_OK;
}

static void test_pictures(void **state)
{
    fixture *f = *state;
    size_t count = 0;
    bs_report_options options = {.artist = {&count, draw_box},
                                 .light = BS_STR("--bs-page:#ffffff;"),
                                 .dark = BS_STR("--bs-page:#000000;")};
    write_page(f, 1, &options);
    assert_int_equal(count, 2);
    ASSERT_HAS(f, "<div class=\"wide\"><svg id=\"d1g1w\"></svg></div>");
    ASSERT_HAS(f, "<div class=\"narrow\"><svg id=\"d1g1n\"></svg></div>");
    ASSERT_HAS(f, ":root{--bs-page:#ffffff;}");
    assert_int_equal(count_of(f, "{--bs-page:#000000;}"), 2);
    bs_buffer_clear(&f->out);
    options.artist.draw = draw_nothing;
    write_page(f, 1, &options);
    assert_int_equal(count_of(f, "<figure"), 0);
}

static bs_status draw_badly(void *context, bs_buffer *out, const bs_report_figure *figure,
                            bs_error *err)
{
    (void)context, (void)out, (void)figure;
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

static void test_failure_is_passed_on(void **state)
{
    fixture *f = *state;
    bs_report_options options = {.artist = {NULL, draw_badly}};
    assert_int_equal(bs_report_write(&f->out, &f->given, 1, &options, NULL), BS_E_MEMORY);
}

static void test_same_bytes(void **state)
{
    fixture *f = *state;
    f->given.finding_count = 1;
    write_page(f, 1, NULL);
    bs_buffer first = f->out;
    f->out = (bs_buffer)BS_BUFFER_INIT;
    write_page(f, 1, NULL);
    assert_true(bs_str_equal(bs_buffer_str(&first), bs_buffer_str(&f->out)));
    bs_buffer_deinit(&first);
}

#define PAGE(function) cmocka_unit_test_setup_teardown((function), set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PAGE(test_finding_at_its_line),
        PAGE(test_headline_instead_of_message),
        PAGE(test_table_with_scopes_and_hints),
        PAGE(test_heads_of_html),
        PAGE(test_nothing_is_fetched),
        PAGE(test_no_findings_and_no_documents),
        PAGE(test_pictures),
        PAGE(test_failure_is_passed_on),
        PAGE(test_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
