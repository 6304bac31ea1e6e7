// SPDX-License-Identifier: GPL-3.0-or-later
// Headings, lists, notes, captions and paragraphs; what a reader of the page would say they are.
#include "tests/engine/read/text_fixture.h"

static void nothing_gives_nothing(void **state)
{
    (void)state;
    check_blocks("", "");
    check_blocks("\n \n\t\n\xE3\x80\x80\n", "");
    check_blocks("----\n* * *\n====\n- 12 -\n", "");
}

static void markdown_headings_keep_their_level(void **state)
{
    (void)state;
    check_blocks("# Report\n\n## Trade ##\n\nExports rose.\n### C#\n#tag is none\n",
                 "H1 Report\nH2 Trade\nP Exports rose.\nH3 C#\nP #tag is none\n");
    check_blocks("Title\n=====\n\nPart\n----\nText goes on here.\n",
                 "H1 Title\nH2 Part\nP Text goes on here.\n");
}

// A rule under a caption or under several lines belongs to a table or is a line across the page.
static void not_every_rule_underlines_a_title(void **state)
{
    (void)state;
    check_blocks("표 2. 수출액\n==========\n본문이다.\n", "C 수출액\nP 본문이다.\n");
    check_blocks("title: Report\ndate: 2023-10-13\n---\n", "P title: Report\nP date: 2023-10-13\n");
}

static void chapters_are_numbered_in_many_ways(void **state)
{
    (void)state;
    check_blocks(
        "I 특집기사\n\n01 다섯 가지 산업\n\n■ 산업을 선정\n\n1) 양자정보\n\n▶ 특징\n\n- 항목\n",
        "H1 특집기사\nH2 다섯 가지 산업\nH3 산업을 선정\nH4 양자정보\nH5 특징\nL1 항목\n");
    check_blocks("제1장 총칙\n\n제1절 목적\n\n본문이다.\n\n제2장 보칙\n\n본문이다.\n",
                 "H1 총칙\nH2 목적\nP 본문이다.\nH1 보칙\nP 본문이다.\n");
    check_blocks("第一章 总则\n\n一、目标\n\n（一）工业\n正文到此。\n\n二、任务\n\n正文。\n",
                 "H1 总则\nH2 目标\nH3 工业\nP 正文到此。\nH2 任务\nP 正文。\n");
    check_blocks("第１　就業者の動向\n\n１　就業者数\n\n本文である。\n",
                 "H1 就業者の動向\nH2 就業者数\nP 本文である。\n");
    check_blocks("1. Introduction\n\n1.1 Data\n\nText.\n\n2. Results\n\nText.\n",
                 "H1 Introduction\nH2 Data\nP Text.\nH1 Results\nP Text.\n");
    check_blocks("Ⅱ. 산업별 동향\n\n가. 제조업\n\n본문이다.\n",
                 "H1 산업별 동향\nH2 제조업\nP 본문이다.\n");
    check_blocks("  一、价格变动情况\n\n  正文。\n", "H1 价格变动情况\nP 正文。\n");
    check_blocks("Chapter 3: Prices\n\nText.\n", "H1 Prices\nP Text.\n");
}

// The number of a chapter can stand on a line of its own; its title is the next line.
static void a_lone_number_belongs_to_the_title_below(void **state)
{
    (void)state;
    check_blocks("II\n\n정책동향\n\n02\n\n컴퓨팅 계획 발표\n\n본문이다.\n",
                 "H1 정책동향\nH2 컴퓨팅 계획 발표\nP 본문이다.\n");
}

static void short_lines_between_blank_lines_are_headings(void **state)
{
    (void)state;
    check_blocks(
        "2023년 10월 주간 동향\n\n요약\n\n수출이 늘었다.\n\n참고자료\n\n121억 위안\n\n끝이다.\n",
        "H1 2023년 10월 주간 동향\nH2 요약\nP 수출이 늘었다.\nH2 참고자료\nP 121억 위안\nP "
        "끝이다.\n");
    check_blocks("SUMMARY OF RESULTS\nThe economy grew.\n",
                 "H1 SUMMARY OF RESULTS\nP The economy grew.\n");
    check_blocks("**굵은 제목**\n\n본문이다.\n", "H1 굵은 제목\nP 본문이다.\n");
}

// A sentence, an address, a date or a list in a row is no heading, however it begins.
static void numbers_at_the_beginning_make_no_heading(void **state)
{
    (void)state;
    check_blocks("Intro\n\n1) Buy milk.\n2) Call Bob.\n", "H1 Intro\nL1 Buy milk.\nL1 Call Bob.\n");
    check_blocks("1. one\n\n2. two\n\n3. three\n", "L1 one\nL1 two\nL1 three\n");
    check_blocks("10. 13. 발표하였다.\n\n", "P 10. 13. 발표하였다.\n");
    check_blocks("I think that it is fine.\n\nEnd.\n", "P I think that it is fine.\nP End.\n");
    check_blocks("1.5 million people came.\n\nEnd.\n", "P 1.5 million people came.\nP End.\n");
    check_blocks("규모\n\n1.5 조 원 규모의 사업\n\n끝이다.\n",
                 "H1 규모\nP 1.5 조 원 규모의 사업\nP 끝이다.\n");
    check_blocks("1.1 Data\n\nText.\n\n1.2 Methods\n\nText.\n",
                 "H1 Data\nP Text.\nH1 Methods\nP Text.\n");
    check_blocks("1   Coverage changed.\n2   Includes oil.\n\n12  months ended\n",
                 "L1 Coverage changed.\nL1 Includes oil.\nP 12  months ended\n");
    check_blocks("12  months ended in June.\n", "P 12  months ended in June.\n");
    check_blocks("一、二线城市房价上涨。\n\n完。\n", "P 一、二线城市房价上涨。\nP 完。\n");
    check_blocks("- 5.2%\n-5.2%\n−5.2%\n", "L1 5.2%\nP -5.2%\nP −5.2%\n");
}

static void items_nest_by_indent_and_by_mark(void **state)
{
    (void)state;
    check_blocks("- a\n  - b\n    - c\n  - d\n- e\n", "L1 a\nL2 b\nL3 c\nL2 d\nL1 e\n");
    check_blocks("- 가나\n - 다라\n - 마바\n- 사아\n", "L1 가나\nL2 다라\nL2 마바\nL1 사아\n");
    check_blocks("○ 수출은 늘었다.\n- 반도체\n- 자동차\n○ 수입은 줄었다.\n",
                 "L1 수출은 늘었다.\nL2 반도체\nL2 자동차\nL1 수입은 줄었다.\n");
    check_blocks("• one\n· two\n▪ three\nㅇ 넷\n", "L1 one\nL2 two\nL3 three\nL4 넷\n");
    check_blocks("① 第一项\n② 第二项\n", "L1 第一项\nL1 第二项\n");
    check_blocks("- ▶ 인간 대상 활동\n - 동물 활동\n", "L1 인간 대상 활동\nL2 동물 활동\n");
    check_blocks("* one\n* two\n", "L1 one\nL1 two\n");
}

static void wrapped_items_are_one_block(void **state)
{
    (void)state;
    check_blocks(
        "- Employment in leisure increased by 96,000, above the\n  average monthly gain.\n- Next\n",
        "L1 Employment in leisure increased by 96,000, above the/  average monthly gain.\nL1 "
        "Next\n");
    check_blocks("- ☑ 보고서 전문\n<https://example.org/a>\n",
                 "L1 보고서 전문\nP <https://example.org/a>\n");
}

static void symbols_are_heads_above_and_marks_below(void **state)
{
    (void)state;
    check_blocks("◆ 개요\n- 항목\n\n◆ 결과\n- 항목\n", "H1 개요\nL1 항목\nH1 결과\nL1 항목\n");
    check_blocks("● 하나\n● 둘\n● 셋\n", "L1 하나\nL1 둘\nL1 셋\n");
    check_blocks("□ 출하는 418.3억 달러(△3.7%), 반입은 391.2억 달러, 차이는 27.1억 달러 흑자\n "
                 "○ 평균은 감소\n",
                 "L1 출하는 418.3억 달러(△3.7%), 반입은 391.2억 달러, 차이는 27.1억 달러 "
                 "흑자\nL2 평균은 감소\n");
    check_blocks("△ 5.2%\n▲ 3.1\n", "P △ 5.2%\nP ▲ 3.1\n");
}

static void notes_are_told_by_mark_and_word(void **state)
{
    (void)state;
    check_blocks("- 항목\n* 세계 상위 기관\n※ 참고\n* 출처: 연간보고\n",
                 "L1 항목\nN 세계 상위 기관\nN 참고\nN 출처: 연간보고\n");
    check_blocks("- 항목\n - * 여섯 부처\n", "L1 항목\nN 여섯 부처\n");
    check_blocks("주: 1) 잠정치\n자료: 통계청\n출처 : 관세청\n[주] 잠정\n",
                 "N 주: 1) 잠정치\nN 자료: 통계청\nN 출처 : 관세청\nN [주] 잠정\n");
    check_blocks(
        "注：初步数。\n资料来源：统计局。\n（注）速報値。\n注１：改定あり。\n出典：財務省\n",
        "N 注：初步数。\nN 资料来源：统计局。\nN （注）速報値。\nN 注１：改定あり。\nN "
        "出典：財務省\n");
    check_blocks("Source: Bureau\nNote: Rounded.\np = preliminary\n[1] Revised.\n1/ "
                 "Provisional.\n[^2]: Late.\n",
                 "N Source: Bureau\nN Note: Rounded.\nN p = preliminary\nN Revised.\nN "
                 "Provisional.\nN Late.\n");
    check_blocks("(주)한국전자가 공시했다.\n", "P (주)한국전자가 공시했다.\n");
    check_blocks("Note that it fell.\n", "P Note that it fell.\n");
    check_blocks("주요 내용은 다음과 같다.\n", "P 주요 내용은 다음과 같다.\n");
}

static void captions_are_told_by_brackets_and_labels(void **state)
{
    (void)state;
    check_blocks(
        "〈5대 산업 분야〉\n<주요국 논문 수>\n< 표 1 > 고용동향\n[표 2-1] 수출\n【그림 3】 추이\n",
        "C 5대 산업 분야\nC 주요국 논문 수\nC 고용동향\nC 수출\nC 추이\n");
    check_blocks("표 1. 지역별 수출\n그림 2\n", "C 지역별 수출\nC 그림 2\n");
    check_blocks("表1　年末人口\n图2 增长速度\n図３　推移\n第4表 内訳\n",
                 "C 年末人口\nC 增长速度\nC 推移\nC 内訳\n");
    check_blocks(
        "Table 3: Exports\nTable A. Household data\nFigure 2  Prices\n<Table 1. Trade of goods>\n",
        "C Exports\nC Household data\nC Prices\nC Trade of goods\n");
    check_blocks("〈상위 3대 분야(단위: 만 위안)〉\n", "C 상위 3대 분야(단위: 만 위안)\n");
    check_blocks("Table 3 shows that exports rose.\n", "P Table 3 shows that exports rose.\n");
    check_blocks("표 1은 수출을 보여 준다.\n", "P 표 1은 수출을 보여 준다.\n");
    check_blocks("表1显示，出口增长5%。\n", "P 表1显示，出口增长5%。\n");
    check_blocks("See <https://example.org/x>.\n<b>x</b>\n",
                 "P See <https://example.org/x>.\nP <b>x</b>\n");
}

static void a_line_that_says_the_unit_is_a_caption(void **state)
{
    (void)state;
    check_blocks("(단위: 억 원, %)\n", "C (단위: 억 원, %)\n");
    check_blocks("              （単位：百万円）\n单位：万人\n",
                 "C （単位：百万円）\nC 单位：万人\n");
    check_blocks("(in millions of US dollars)\n(Numbers in thousands)\n",
                 "C (in millions of US dollars)\nC (Numbers in thousands)\n");
    check_blocks("단위 가격은 1,000원이다.\n", "P 단위 가격은 1,000원이다.\n");
    check_blocks("【수출 현황】\n(단위: 억 원)\n", "C 수출 현황\nC (단위: 억 원)\n");
}

static void a_table_of_contents_is_a_list(void **state)
{
    (void)state;
    check_blocks(
        "목 차\n1. 개요 ············ 1\n2. 동향 ············ 12\n  가. 취업자 ........ 13\n",
        "P 목 차\nL1 개요\nL1 동향\nL2 취업자\n");
    check_blocks(
        "Overview ................ 3\nTrade ................... 7\nPrices .................. xi\n",
        "L1 Overview\nL1 Trade\nL1 Prices\n");
}

static void wrapped_lines_are_one_paragraph(void **state)
{
    (void)state;
    check_blocks("The number of ferry hands on all routes rose by 214,000 in May, and the\n"
                 "vacancy rate of the berths stayed at 4.3 percent.  Crews grew most in\n"
                 "fishing and repair work.\n\nSecond paragraph.\n",
                 "P The number of ferry hands on all routes rose by 214,000 in May, and the/"
                 "vacancy rate of the berths stayed at 4.3 percent.  Crews grew most in/"
                 "fishing and repair work.\nP Second paragraph.\n");
    check_blocks("２０１９年に島を訪ねた観光旅行者は１８４３万人で、前年比５．２倍となった。町は\n"
                 "島めぐりの復活を目指す。\n",
                 "P ２０１９年に島を訪ねた観光旅行者は１８４３万人で、前年比５．２倍となった。町は/"
                 "島めぐりの復活を目指す。\n");
}

static void lines_that_end_are_paragraphs_of_their_own(void **state)
{
    (void)state;
    check_blocks(
        "全年全岛捕捞产值842360万元，比上年增长4.7%。\n2019年全年茶叶产量51284万吨，增长1.6%。\n",
        "P 全年全岛捕捞产值842360万元，比上年增长4.7%。\nP "
        "2019年全年茶叶产量51284万吨，增长1.6%。\n");
    check_blocks("Seoul\nKorea\nTEL 02-123\n", "P Seoul\nP Korea\nP TEL 02-123\n");
    check_blocks("담당부서    수출입과\n담당자      과장 김철수\n",
                 "P 담당부서    수출입과\nP 담당자      과장 김철수\n");
    check_blocks("| 발 행 일 | 2023. 10. 13\n\n| 발 행 인 | 홍길동\n",
                 "P 발 행 일 | 2023. 10. 13\nP 발 행 인 | 홍길동\n");
}

static void code_is_no_table(void **state)
{
    (void)state;
    check_blocks("```c\nint a | b;\nx\ty\nz\tw\n```\n", "P int a | b;/x\\ty/z\\tw\n");
    check_blocks("int f(void) {\n\treturn\t1;\n\tx\t= 2;\n}\n",
                 "P int f(void) {\nP return\\t1;\nP x\\t= 2;\nP }\n");
}

static void lines_are_counted_from_one(void **state)
{
    (void)state;
    text_fixture fixture;
    assert_int_equal(
        fixture_read(&fixture, "a.txt",
                     BS_STR("\r\n수출이 늘었다.\r\n\r\n- 항목\r\n\r\na\tb\r\n1\t2\r\n")),
        BS_OK);
    const bs_block_array *blocks = &fixture.document.blocks;
    assert_int_equal(blocks->count, 3);
    assert_int_equal(blocks->items[0].line, 2);
    assert_int_equal(blocks->items[1].line, 4);
    assert_int_equal(blocks->items[2].line, 6);
    assert_int_equal(blocks->items[2].table->cells[3].text.len, 1);
    assert_ptr_equal(fixture.document.source, &fixture.source);
    fixture_close(&fixture);
}

// Blocks have languages of their own; what could be either takes that of most of the text.
static void blocks_have_languages(void **state)
{
    (void)state;
    static const bs_lang expected[] = {BS_LANG_JA, BS_LANG_EN, BS_LANG_JA, BS_LANG_ZH, BS_LANG_JA};
    text_fixture fixture;
    bs_str text =
        BS_STR("訪日外国人旅行者数は増加した。\n\nExports rose in the quarter.\n\n人口\n\n"
               "国内生产总值增长。\n\n１２３４\n");
    assert_int_equal(fixture_read(&fixture, "a.txt", text), BS_OK);
    assert_int_equal(fixture.document.blocks.count, 5);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(fixture.document.blocks.items[i].lang, expected[i]);
    bs_document document;
    assert_int_equal(bs_read_text(&document, &fixture.arena, &fixture.source, BS_LANG_KO, NULL),
                     BS_OK);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(document.blocks.items[i].lang, BS_LANG_KO);
    fixture_close(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_gives_nothing),
        cmocka_unit_test(markdown_headings_keep_their_level),
        cmocka_unit_test(not_every_rule_underlines_a_title),
        cmocka_unit_test(chapters_are_numbered_in_many_ways),
        cmocka_unit_test(a_lone_number_belongs_to_the_title_below),
        cmocka_unit_test(short_lines_between_blank_lines_are_headings),
        cmocka_unit_test(numbers_at_the_beginning_make_no_heading),
        cmocka_unit_test(items_nest_by_indent_and_by_mark),
        cmocka_unit_test(wrapped_items_are_one_block),
        cmocka_unit_test(symbols_are_heads_above_and_marks_below),
        cmocka_unit_test(notes_are_told_by_mark_and_word),
        cmocka_unit_test(captions_are_told_by_brackets_and_labels),
        cmocka_unit_test(a_line_that_says_the_unit_is_a_caption),
        cmocka_unit_test(a_table_of_contents_is_a_list),
        cmocka_unit_test(wrapped_lines_are_one_paragraph),
        cmocka_unit_test(lines_that_end_are_paragraphs_of_their_own),
        cmocka_unit_test(code_is_no_table),
        cmocka_unit_test(lines_are_counted_from_one),
        cmocka_unit_test(blocks_have_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
