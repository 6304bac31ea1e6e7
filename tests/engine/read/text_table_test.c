// SPDX-License-Identifier: GPL-3.0-or-later
// Tables in plain text: tabs, bars, frames, aligned columns, columns that have run together.
#include "tests/engine/read/text_fixture.h"

static void tabs_separate_cells_and_empty_ones_stay(void **state)
{
    (void)state;
    check_blocks(
        "\t\t지표\t2023년\t2024년\n연산\t1\t규모 (EFLOPS)\t220\t260\n\t2\t센터 (개)\t30\t40\n",
        "T 3x5\n"
        "|  |  | 지표 | 2023년 | 2024년 |\n"
        "| 연산 | 1 | 규모 (EFLOPS) | 220 | 260 |\n"
        "|  | 2 | 센터 (개) | 30 | 40 |\n");
    check_blocks("주요 내용\t\n1\t• 첫째 연구\n2\t• 둘째 연구\n",
                 "T 3x2\n| 주요 내용 |  |\n| 1 | • 첫째 연구 |\n| 2 | • 둘째 연구 |\n");
}

// Joining a table that goes on under a repeated header is not the reader's business.
static void a_repeated_header_begins_another_table(void **state)
{
    (void)state;
    check_blocks("순위\t기관\t금액\n1\t가\t130.5\n2\t나\t87.9\n\n순위\t기관\t금액\n3\t다\t38.4\n",
                 "T 3x3\n| 순위 | 기관 | 금액 |\n| 1 | 가 | 130.5 |\n| 2 | 나 | 87.9 |\n"
                 "T 2x3\n| 순위 | 기관 | 금액 |\n| 3 | 다 | 38.4 |\n");
    check_blocks("구분\t2021\t2022\n수출\t644\t683\n\n구분\t2022\t2023\n수입\t731\t642\n",
                 "T 2x3\n| 구분 | 2021 | 2022 |\n| 수출 | 644 | 683 |\n"
                 "T 2x3\n| 구분 | 2022 | 2023 |\n| 수입 | 731 | 642 |\n");
}

static void blank_lines_inside_a_table_do_not_end_it(void **state)
{
    (void)state;
    check_blocks(
        "품목\t생산량\n원유\t47.1\n가스\t2.3\n\n집적회로\t3514.4\n",
        "T 4x2\n| 품목 | 생산량 |\n| 원유 | 47.1 |\n| 가스 | 2.3 |\n| 집적회로 | 3514.4 |\n");
    check_blocks("연도\t수출\n\n2021\t644\n\n2022\t683\n",
                 "T 3x2\n| 연도 | 수출 |\n| 2021 | 644 |\n| 2022 | 683 |\n");
}

static void tables_side_by_side_are_split(void **state)
{
    (void)state;
    check_blocks(
        "순위\t기관\t금액\t\t순위\t기관\t금액\n1\t가\t100\t\t3\t다\t50\n2\t나\t90\t\t4\t라\t40\n",
        "T 3x3\n| 순위 | 기관 | 금액 |\n| 1 | 가 | 100 |\n| 2 | 나 | 90 |\n"
        "T 3x3\n| 순위 | 기관 | 금액 |\n| 3 | 다 | 50 |\n| 4 | 라 | 40 |\n");
    // An empty column alone, or a repeated header alone, is no reason.
    check_blocks("순위\t기관\t\t금액\t비고\n1\t가\t\t100\t-\n",
                 "T 2x5\n| 순위 | 기관 |  | 금액 | 비고 |\n| 1 | 가 |  | 100 | - |\n");
    check_blocks("a\tb\ta\tb\tc\n1\t2\t3\t4\t5\n",
                 "T 2x5\n| a | b | a | b | c |\n| 1 | 2 | 3 | 4 | 5 |\n");
}

static void labels_have_depth(void **state)
{
    (void)state;
    check_blocks(
        "구분\t'23.8월\n인구\t31,206\n 경제활동\t19,840\n   취업자\t19,312\n 비경제활동\t11,366\n",
        "T 5x2\n| 구분 | '23.8월 |\n| 인구 | 31,206 |\n| >경제활동 | 19,840 |\n"
        "| >>취업자 | 19,312 |\n| >비경제활동 | 11,366 |\n");
    check_blocks("項目\t2023\n就業者\t4915\n　男\t2684\n　女\t2231\n",
                 "T 4x2\n| 項目 | 2023 |\n| 就業者 | 4915 |\n| >男 | 2684 |\n| >女 | 2231 |\n");
}

static void a_bullet_before_a_label_is_depth(void **state)
{
    (void)state;
    check_blocks("품목\t2022\t2023\n수출\t514\t476\n- 반도체\t97\t74\n- 자동차\t41\t53\n",
                 "T 4x3\n| 품목 | 2022 | 2023 |\n| 수출 | 514 | 476 |\n| >반도체 | 97 | 74 |\n"
                 "| >자동차 | 41 | 53 |\n");
    check_blocks("구분\t값\n- 5\t3\n-\t4\n", "T 3x2\n| 구분 | 값 |\n| - 5 | 3 |\n| - | 4 |\n");
}

static void a_quoted_cell_has_several_lines(void **state)
{
    (void)state;
    check_blocks(
        "Name\tNote\tValue\n\"Alpha\nBeta\"\tx\t10\nGamma\t\"y\tz\"\t20\n",
        "T 3x3\n| Name | Note | Value |\n| Alpha/Beta | x | 10 |\n| Gamma | y\\tz | 20 |\n");
}

static void a_line_without_tabs_names_a_group(void **state)
{
    (void)state;
    check_blocks("품목\t2022\t2023\n수출\n반도체\t1,068\t986\n수입\n원유\t1,058\t862\n",
                 "T 5x3\n| 품목 | 2022 | 2023 |\n| 수출 | . | . |\n| 반도체 | 1,068 | 986 |\n"
                 "| 수입 | . | . |\n| 원유 | 1,058 | 862 |\n");
}

static void what_stands_around_a_table_is_not_in_it(void **state)
{
    (void)state;
    check_blocks(
        "표2\t공업 제품 생산량\n(단위: 만 톤)\t\t\n품목\t2022\t2023\n철강\t10\t11\n주: "
        "잠정치\t\t\n",
        "C 공업 제품 생산량\nC (단위: 만 톤)\nT 2x3\n| 품목 | 2022 | 2023 |\n| 철강 | 10 | 11 |\n"
        "N 주: 잠정치\n");
    check_blocks("지역별 수출액\n지역\t2023\n서울\t67\n1) 잠정치\n",
                 "C 지역별 수출액\nT 2x2\n| 지역 | 2023 |\n| 서울 | 67 |\nN 잠정치\n");
}

static void a_stray_tab_or_bar_makes_no_table(void **state)
{
    (void)state;
    check_blocks("The sum was\t5 per cent.\n", "P The sum was\\t5 per cent.\n");
    check_blocks("- item\twith tab\n- item\twith tab\n",
                 "L1 item\\twith tab\nL1 item\\twith tab\n");
    check_blocks("1.\tFirst point\n2.\tSecond point\n", "L1 First point\nL1 Second point\n");
    check_blocks("Home | About | Contact\n", "P Home | About | Contact\n");
    check_blocks("☑ 보고서 | 《제목》\n", "L1 보고서 | 《제목》\n");
    check_blocks("P(A|B) is\n\nthe rest.\n", "P P(A|B) is\nP the rest.\n");
}

static void markdown_tables_have_a_header(void **state)
{
    (void)state;
    check_blocks(
        "| Item | 2022 | 2023 |\n|:-----|-----:|:----:|\n| Goods \\| services | 500 | 510 |\n"
        "| **Total** | 1,734 | |\n",
        "T 3x3\n| #Item | #2022 | #2023 |\n| Goods \\| services | 500 | 510 |\n| Total | 1,734 |  "
        "|\n");
    check_blocks("a | b\n--|--\n1 | 2\n", "T 2x2\n| #a | #b |\n| 1 | 2 |\n");
    check_blocks("| a |\n|---|\n| 1 |\n", "T 2x1\n| #a |\n| 1 |\n");
    check_blocks("| 품목 | 2022 |\n|---|---|\n| 수출 | 683 |\n| &nbsp;&nbsp;반도체 | 129 |\n",
                 "T 3x2\n| #품목 | #2022 |\n| 수출 | 683 |\n| >반도체 | 129 |\n");
}

static void bars_make_a_table_without_a_rule(void **state)
{
    (void)state;
    check_blocks("| 구 분 | 증감률 |\n| 반도체 | △13.6 |\n",
                 "T 2x2\n| 구 분 | 증감률 |\n| 반도체 | △13.6 |\n");
    check_blocks(
        "指标|2023年|2024年\n算力|220|260\n存储|1200|1500\n",
        "T 3x3\n| 指标 | 2023年 | 2024年 |\n| 算力 | 220 | 260 |\n| 存储 | 1200 | 1500 |\n");
}

static void frames_are_tables(void **state)
{
    (void)state;
    check_blocks("┌────┬──────┐\n│구분│2023년│\n├────┼──────┤\n│수출│ 6,327│\n│수입│ "
                 "6,428│\n└────┴──────┘\n",
                 "T 3x2\n| #구분 | #2023년 |\n| 수출 | 6,327 |\n| 수입 | 6,428 |\n");
    check_blocks("+-------+------+\n| name  | 2021 |\n+-------+------+\n| alpha |  1.0 |\n| beta  "
                 "|  3.0 |\n+-------+------+\n",
                 "T 3x2\n| #name | #2021 |\n| alpha | 1.0 |\n| beta | 3.0 |\n");
    check_blocks(" name  | value\n-------+-------\n alpha |     1\n beta  |     2\n(2 rows)\n",
                 "T 3x2\n| #name | #value |\n| alpha | 1 |\n| beta | 2 |\nP (2 rows)\n");
    check_blocks("+-------+------+\n| name  | 2021 |\n+=======+======+\n| alpha |  1.0 "
                 "|\n+-------+------+\n| beta  |  3.0 |\n+-------+------+\n",
                 "T 3x2\n| #name | #2021 |\n| alpha | 1.0 |\n| beta | 3.0 |\n");
    check_blocks("＋－－－＋－－－＋\n｜輸出　｜９１９｜\n｜輸入　｜９１３｜\n＋－－－＋－－－＋\n",
                 "T 2x2\n| 輸出 | ９１９ |\n| 輸入 | ９１３ |\n");
}

static void columns_stand_under_each_other(void **state)
{
    (void)state;
    check_blocks(
        "Country      2021     2022\nChina       100.0    110.5\nJapan        90.0     95.0\nTotal "
        "      190.0    205.5\n",
        "T 4x3\n| Country | 2021 | 2022 |\n| China | 100.0 | 110.5 |\n| Japan | 90.0 | 95.0 |\n"
        "| Total | 190.0 | 205.5 |\n");
    // Wide characters take two columns; the label has blanks inside.
    check_blocks("   구    분        2021      2022\n"
                 "   수    출         4,816     5,092\n"
                 "     반도체         1,052     1,068\n"
                 "   수    입         4,604     5,471\n",
                 "T 4x3\n| 구    분 | 2021 | 2022 |\n| 수    출 | 4,816 | 5,092 |\n"
                 "| >반도체 | 1,052 | 1,068 |\n| 수    입 | 4,604 | 5,471 |\n");
    // A header that reaches over its neighbour: a full row has one piece in each column.
    check_blocks("指 标              1-9月同比增长(%)\n固定资产投资(不含农户)      2.7\n  民间投资 "
                 "                -0.8\n第一产业                   -1.3\n",
                 "T 4x2\n| 指 标 | 1-9月同比增长(%) |\n| 固定资产投资(不含农户) | 2.7 |\n"
                 "| >民间投资 | -0.8 |\n| 第一产业 | -1.3 |\n");
    check_blocks("国・地域　　　　人数　　　　前年比\n韓国　　　　　５１８万人　　５．７倍\n台湾　"
                 "　　　　３４６万人　１１．４倍\n",
                 "T 3x3\n| 国・地域 | 人数 | 前年比 |\n| 韓国 | ５１８万人 | ５．７倍 |\n| 台湾 | "
                 "３４６万人 | １１．４倍 |\n");
}

static void leaders_lead_to_figures(void **state)
{
    (void)state;
    check_blocks("                       2022      2023\n"
                 "Total ............    1,234     1,300\n"
                 "  Goods ..........      500       510\n"
                 "  Services .......      734       790\n"
                 "\n"
                 "Exports ..........      200       220\n",
                 "T 5x3\n| . | 2022 | 2023 |\n| Total | 1,234 | 1,300 |\n| >Goods | 500 | 510 |\n"
                 "| >Services | 734 | 790 |\n| Exports | 200 | 220 |\n");
}

static void a_heading_over_several_columns_spans_them(void **state)
{
    (void)state;
    check_blocks("                    Imports            Exports\n"
                 "               -----------------  -----------------\n"
                 "Period            Value   Change     Value   Change\n"
                 "2023 Q1           1,234     +1.2     1,111     -0.3\n"
                 "2023 Q2           1,250     +1.3     1,120      0.8\n",
                 "T 4x5\n| . | Imports | < | Exports | < |\n"
                 "| Period | Value | Change | Value | Change |\n"
                 "| 2023 Q1 | 1,234 | +1.2 | 1,111 | -0.3 |\n"
                 "| 2023 Q2 | 1,250 | +1.3 | 1,120 | 0.8 |\n");
    check_blocks("指标                     9月              1-9月\n"
                 "                   绝对量    增长     绝对量    增长\n"
                 "社会消费品零售      39826     5.5     342107     6.8\n"
                 "  限额以上          15606     4.3     126780     5.5\n",
                 "T 4x5\n| 指标 | 9月 | < | 1-9月 | < |\n| . | 绝对量 | 增长 | 绝对量 | 增长 |\n"
                 "| 社会消费品零售 | 39826 | 5.5 | 342107 | 6.8 |\n"
                 "| >限额以上 | 15606 | 4.3 | 126780 | 5.5 |\n");
}

// Years over their months or quarters, however many each year has.
static void times_span_the_times_under_them(void **state)
{
    (void)state;
    check_blocks("                                        (전월비, %)\n"
                 "              2022년      2023년\n"
                 "               연간      1/4     2/4     8월\n"
                 "전산업생산      4.6      1.1    -0.1     2.0\n"
                 " 광공업         1.4     -1.1     1.7     5.2\n",
                 "C (전월비, %)\nT 4x5\n| . | 2022년 | 2023년 | < | < |\n"
                 "| . | 연간 | 1/4 | 2/4 | 8월 |\n| 전산업생산 | 4.6 | 1.1 | -0.1 | 2.0 |\n"
                 "| >광공업 | 1.4 | -1.1 | 1.7 | 5.2 |\n");
}

static void a_sign_of_money_belongs_to_its_figure(void **state)
{
    (void)state;
    check_blocks("                           2023        2022\n"
                 "Revenue                $  1,234    $  1,100\n"
                 "Cost of sales              (900)       (850)\n"
                 "Gross profit           $    334    $    250\n",
                 "T 4x3\n| . | 2023 | 2022 |\n| Revenue | $  1,234 | $  1,100 |\n"
                 "| Cost of sales | (900) | (850) |\n| Gross profit | $    334 | $    250 |\n");
}

static void rules_and_captions_around_aligned_columns(void **state)
{
    (void)state;
    check_blocks(
        "   표 2. 지역별 수출액\n"
        "==============================\n"
        "  지역        2021년     2022년\n"
        "------------------------------\n"
        "  전국       644,400    683,585\n"
        "   서울       67,120     71,205\n"
        "==============================\n"
        "  출처: 협회\n",
        "C 지역별 수출액\nT 3x3\n| 지역 | 2021년 | 2022년 |\n| 전국 | 644,400 | 683,585 |\n"
        "| >서울 | 67,120 | 71,205 |\nN 출처: 협회\n");
}

static void prose_with_wide_blanks_is_no_table(void **state)
{
    (void)state;
    check_blocks("Dr. Smith said:  \"We grew.\"  Then he left.  Everybody else stayed on.\n"
                 "It was late.  They talked about the results  and about the future of\n"
                 "the market.  Nobody  knew what would come of it in the next quarter.\n",
                 "P Dr. Smith said:  \"We grew.\"  Then he left.  Everybody else stayed on./"
                 "It was late.  They talked about the results  and about the future of/"
                 "the market.  Nobody  knew what would come of it in the next quarter.\n");
}

static void columns_that_have_run_together(void **state)
{
    (void)state;
    check_blocks("Region 2021 2022 2023\nSeoul 100.5 101.2 103.4\nNorth Busan 90.1 91.0 -\nDaegu "
                 "80.0 81.5 82.9\n",
                 "T 4x4\n| Region | 2021 | 2022 | 2023 |\n| Seoul | 100.5 | 101.2 | 103.4 |\n"
                 "| North Busan | 90.1 | 91.0 | - |\n| Daegu | 80.0 | 81.5 | 82.9 |\n");
    check_blocks(
        "지역 수출 수입\n서울 67,120 71,205\n경기 137,900 127,500\n부산 15,000 16,100\n",
        "T 4x3\n| 지역 | 수출 | 수입 |\n| 서울 | 67,120 | 71,205 |\n| 경기 | 137,900 | 127,500 |\n"
        "| 부산 | 15,000 | 16,100 |\n");
    check_blocks("He won in 2021 2022\nand then again.\n",
                 "P He won in 2021 2022/and then again.\n");
}

// A table ends where its lines end, and the text below is read as text.
static void text_follows_a_table_at_once(void **state)
{
    (void)state;
    check_blocks("| a | b |\n| 1 | 2 |\n수출이 늘었다.\n",
                 "T 2x2\n| a | b |\n| 1 | 2 |\nP 수출이 늘었다.\n");
    check_blocks("a\tb\n1\t2\n- 항목\n", "T 2x2\n| a | b |\n| 1 | 2 |\nL1 항목\n");
    check_blocks("Item     2022    2023\nOil       1.5     1.6\nGas       2.5     2.6\nPrices rose "
                 "during the year.\n",
                 "T 3x3\n| Item | 2022 | 2023 |\n| Oil | 1.5 | 1.6 |\n| Gas | 2.5 | 2.6 |\nP "
                 "Prices rose during the year.\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tabs_separate_cells_and_empty_ones_stay),
        cmocka_unit_test(a_repeated_header_begins_another_table),
        cmocka_unit_test(blank_lines_inside_a_table_do_not_end_it),
        cmocka_unit_test(tables_side_by_side_are_split),
        cmocka_unit_test(labels_have_depth),
        cmocka_unit_test(a_bullet_before_a_label_is_depth),
        cmocka_unit_test(a_quoted_cell_has_several_lines),
        cmocka_unit_test(a_line_without_tabs_names_a_group),
        cmocka_unit_test(what_stands_around_a_table_is_not_in_it),
        cmocka_unit_test(a_stray_tab_or_bar_makes_no_table),
        cmocka_unit_test(markdown_tables_have_a_header),
        cmocka_unit_test(bars_make_a_table_without_a_rule),
        cmocka_unit_test(frames_are_tables),
        cmocka_unit_test(columns_stand_under_each_other),
        cmocka_unit_test(leaders_lead_to_figures),
        cmocka_unit_test(a_heading_over_several_columns_spans_them),
        cmocka_unit_test(times_span_the_times_under_them),
        cmocka_unit_test(a_sign_of_money_belongs_to_its_figure),
        cmocka_unit_test(rules_and_captions_around_aligned_columns),
        cmocka_unit_test(prose_with_wide_blanks_is_no_table),
        cmocka_unit_test(columns_that_have_run_together),
        cmocka_unit_test(text_follows_a_table_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
