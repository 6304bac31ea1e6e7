// SPDX-License-Identifier: GPL-3.0-or-later
// HTML pages and pieces of HTML in plain text; what a browser would show is what is expected.
#include "tests/engine/read/text_fixture.h"

static void a_page_is_read_as_blocks(void **state)
{
    (void)state;
    check_blocks_of(
        "page.html",
        "<!DOCTYPE html>\n<html><head><style>td {a:b}</style><script>var x = "
        "\"<table>\";</script></head>\n"
        "<body><div><ul><li><a "
        "href=\"/\">Home</a></li><li>Data<ul><li>Sub</li></ul></li></ul></div>\n"
        "<h1>Trade in <em>goods</em></h1><!-- <p>no</p> -->\n"
        "<p>Exports rose 9.8&nbsp;% to &euro;12.1 bn.<br>They had\nfallen before.</p>\n"
        "<h2>Notes</h2><p>Source: Statistics office</p><p>(in millions)</p></body></html>\n",
        "L1 Home\nL1 Data\nL2 Sub\nH1 Trade in <em>goods</em>\n"
        "P Exports rose 9.8&nbsp;% to &euro;12.1 bn.<br>They had/fallen before.\n"
        "H2 Notes\nN Source: Statistics office\nC (in millions)\n");
}

static void cells_span_and_headers_are_marked(void **state)
{
    (void)state;
    check_blocks(
        "<table border=1><caption>Table 1. Trade (EUR million)</caption>\n"
        "<thead><tr><td rowspan=\"2\">Item</td><th colspan=2>2023</th></tr>\n"
        "<tr><th>Q1</th><th>Q2</th></tr></thead>\n"
        "<tbody><tr><td>Exports</td><td>100</td><td>110</td></tr>\n"
        "<tr><td>&nbsp;&nbsp;Goods</td><td>60<sup>1</sup></td><td></td></tr></tbody></table>\n",
        "C Trade (EUR million)\nT 4x3\n| #Item | #2023 | < |\n| ^ | #Q1 | #Q2 |\n"
        "| Exports | 100 | 110 |\n| >Goods | 60<sup>1</sup> |  |\n");
}

static void ends_of_rows_and_cells_may_be_left_out(void **state)
{
    (void)state;
    check_blocks("<TABLE><TR><TH>a<TH>b<TR><TD>1<TD>2\n<TR><TD>3<TD rowspan=9>4</TABLE>\n",
                 "T 3x2\n| #a | #b |\n| 1 | 2 |\n| 3 | 4 |\n");
    check_blocks("<table><tr><td rowspan=3>x<td>1<tr><td>2<tr><td>3</table>\n",
                 "T 3x2\n| x | 1 |\n| ^ | 2 |\n| ^ | 3 |\n");
}

static void lists_in_cells_stay_in_their_cell(void **state)
{
    (void)state;
    check_blocks(
        "<table><tr><td>1단계<td><ul><li>가</li><li>나</li></ul></td><td>30</td></tr></table>\n",
        "T 1x3\n| 1단계 | 가</li><li>나</li> | 30 |\n");
    check_blocks("단계\t내용\n1단계\t<ul style=\"a\"> • 가 <br>• 나</ul>\n2단계\t<b>다</b>\n",
                 "T 3x2\n| 단계 | 내용 |\n| 1단계 | • 가 <br>• 나 |\n| 2단계 | 다 |\n");
}

// A table with tables inside lays out a page; only the inner ones are tables.
static void layout_tables_are_looked_through(void **state)
{
    (void)state;
    check_blocks("<table><tr><td><p>Left text</p></td><td><table><tr><td>x</td><td>1</td></tr>"
                 "<tr><td>y</td><td>2</td></tr></table></td></tr></table>\n",
                 "P Left text\nT 2x2\n| x | 1 |\n| y | 2 |\n");
}

static void preformatted_text_is_read_by_lines(void **state)
{
    (void)state;
    check_blocks_of("a.htm",
                    "<p>Trade</p><pre>\nItem        2022    2023\nExports      100     "
                    "110\nImports       90      95\n</pre><p>End</p>",
                    "P Trade\nT 3x3\n| Item | 2022 | 2023 |\n| Exports | 100 | 110 |\n| Imports | "
                    "90 | 95 |\nP End\n");
}

static void html_stands_in_the_middle_of_text(void **state)
{
    (void)state;
    check_blocks("수출이 늘었다.\n\n<table>\n <tr><td>2022</td><td>683</td></tr>\n\n "
                 "<tr><td>2023</td><td>632</td></tr>\n</table>\n\n- 항목\n",
                 "P 수출이 늘었다.\nT 2x2\n| 2022 | 683 |\n| 2023 | 632 |\nL1 항목\n");
    check_blocks("See <table><tr><td>q</td><td>7</td></tr></table> and after\nNext line.\n",
                 "P See\nT 1x2\n| q | 7 |\nP and after\nP Next line.\n");
    check_blocks("<div align=\"center\">\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n</div>\n",
                 "T 2x2\n| #a | #b |\n| 1 | 2 |\n");
    check_blocks("<ul>\n<li>One 5%</li>\n<li>Two <ol><li>Deep</li></ol></li>\n</ul>\n",
                 "L1 One 5%\nL1 Two\nL2 Deep\n");
    check_blocks("<!-- remark -->\nText goes on.\n", "P Text goes on.\n");
}

static void what_only_looks_like_a_tag_is_text(void **state)
{
    (void)state;
    check_blocks("If 3 < 5 and 7 > 6, <https://example.org/a> holds.\n",
                 "P If 3 < 5 and 7 > 6, <https://example.org/a> holds.\n");
    check_blocks_of("a.html", "<p>3 < 5 and <b>so</b> on</p><p>A<B.</p>",
                    "P 3 < 5 and <b>so</b> on\nP A<B.\n");
}

// Pages made from office documents have their marks in plain paragraphs.
static void marks_of_plain_text_count_in_paragraphs(void **state)
{
    (void)state;
    check_blocks_of(
        "a.html",
        "<p>1. 개요</p><p>□ 수출은 9.8% 증가</p><p>ㅇ 반도체 13.6% 감소</p><p>* 자료: "
        "관세청</p><p>-5.2%</p>",
        "H1 개요\nL1 수출은 9.8% 증가\nL2 반도체 13.6% 감소\nN 자료: 관세청\nP -5.2%\n");
}

// The line of a block is where its text begins, not its bullet.
static void a_bullet_in_an_item_is_left_out(void **state)
{
    (void)state;
    text_fixture fixture;
    bs_str text = BS_STR("<ul>\n<li>•\nfirst</li>\n</ul>\n<p>※\nremark</p>\n");
    assert_int_equal(fixture_read(&fixture, "a.html", text), BS_OK);
    const bs_block_array *blocks = &fixture.document.blocks;
    assert_int_equal(blocks->count, 2);
    assert_true(bs_str_equal(blocks->items[0].text, BS_STR("first")));
    assert_int_equal(blocks->items[0].line, 3);
    assert_int_equal(blocks->items[1].kind, BS_BLOCK_NOTE);
    assert_int_equal(blocks->items[1].line, 6);
    fixture_close(&fixture);
}

static void unended_markup_loses_no_text(void **state)
{
    (void)state;
    check_blocks("<table>\n<tr><td>1<td>2\n\nText below.\n", "T 1x2\n| 1 | 2 |\nP Text below.\n");
    check_blocks("<!-- never closed\nText.\n", "P <!-- never closed\nP Text.\n");
    check_blocks_of("a.html", "<p>one<p>two<li>three<h3>four", "P one\nP two\nL1 three\nH3 four\n");
    check_blocks_of("a.html", "<a href=\"x>one</a> two\n<p>three", "P one</a> two\nP three\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_read_as_blocks),
        cmocka_unit_test(cells_span_and_headers_are_marked),
        cmocka_unit_test(ends_of_rows_and_cells_may_be_left_out),
        cmocka_unit_test(lists_in_cells_stay_in_their_cell),
        cmocka_unit_test(layout_tables_are_looked_through),
        cmocka_unit_test(preformatted_text_is_read_by_lines),
        cmocka_unit_test(html_stands_in_the_middle_of_text),
        cmocka_unit_test(what_only_looks_like_a_tag_is_text),
        cmocka_unit_test(marks_of_plain_text_count_in_paragraphs),
        cmocka_unit_test(a_bullet_in_an_item_is_left_out),
        cmocka_unit_test(unended_markup_loses_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
