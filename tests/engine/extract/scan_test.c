// SPDX-License-Identifier: GPL-3.0-or-later
// Each row is a text and what a reader of the language would say stands in it, written by hand:
// "value unit" for an amount, with its qualifier behind "~" when it is not exact, "low..high unit"
// for a range, "date ISO", "year Y", "rank n", "ordinal n unit", "name" for digits in a name.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/extract/scan.h"

enum { YEAR_DEFAULT = 2023 };

typedef struct scan_case {
    const char *text;
    const char *items; // separated by "; "
} scan_case;

static void write_value(const bs_item *item, bs_buffer *out)
{
    if (item->kind == BS_KIND_RANGE) {
        bs_decimal_write(item->value, out);
        bs_buffer_add(out, BS_STR(".."));
        bs_decimal_write(item->upper, out);
        return;
    }
    bs_decimal_write(item->value, out);
}

static void write_period(const bs_item *item, bs_buffer *out)
{
    bs_period period;
    bs_buffer_add(out, BS_STR("date "));
    if (bs_when_period(&period, item->from, item->to, YEAR_DEFAULT, NULL) == BS_OK) {
        bs_period_write(period, out);
    } else {
        bs_buffer_addf(out, "day %d", item->from.day);
    }
}

static void write_item(const bs_item *item, bs_buffer *out)
{
    static const char *const heads[BS_KIND_COUNT] = {
        [BS_KIND_RANK] = "rank ", [BS_KIND_ORDINAL] = "ordinal ", [BS_KIND_YEAR] = "year "};
    if (item->kind == BS_KIND_DATE) {
        write_period(item, out);
        return;
    }
    if (item->kind == BS_KIND_IDENTIFIER) {
        bs_buffer_add(out, BS_STR("name"));
        return;
    }
    if (heads[item->kind] != NULL) bs_buffer_add(out, bs_str_from(heads[item->kind]));
    write_value(item, out);
    bool named = item->kind == BS_KIND_RANK || item->kind == BS_KIND_YEAR;
    if (!named) bs_buffer_addf(out, " %.*s", BS_STR_ARG(item->unit));
    if (item->qualifier != BS_EXACT)
        bs_buffer_addf(out, " ~%s", bs_qualifier_name(item->qualifier));
}

static void check(bs_lang lang, const scan_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bs_arena arena = BS_ARENA_INIT;
        bs_item_array items = {0};
        bs_str text = bs_str_from(cases[i].text);
        assert_int_equal(bs_scan(&items, &arena, text, lang, NULL), BS_OK);
        bs_buffer out = BS_BUFFER_INIT;
        size_t last = 0;
        for (size_t k = 0; k < items.count; k++) {
            const bs_item *item = &items.items[k];
            assert_true(item->start >= last && item->end <= text.len && item->start < item->end);
            assert_true(item->digits_start >= item->start && item->digits_end <= item->end);
            assert_non_null(item->rule);
            last = item->end;
            if (k > 0) bs_buffer_add(&out, BS_STR("; "));
            write_item(item, &out);
        }
        if (!bs_str_equal(bs_buffer_str(&out), bs_str_from(cases[i].items))) {
            fail_msg("%s\n  wanted %s\n  got    %.*s", cases[i].text, cases[i].items,
                     BS_STR_ARG(bs_buffer_str(&out)));
        }
        bs_buffer_deinit(&out);
        bs_arena_deinit(&arena);
    }
}

static void korean_amounts(void **state)
{
    (void)state;
    static const scan_case cases[] = {
        {"예산은 3조 1,470억 원이다", "3147000000000 KRW"},
        {"설비용량 5억 6,100만 킬로와트", "561000000 kW"},
        {"12,345.6만 위안을 투자", "123456000 CNY"},
        {"4억 2천 5백만 달러", "425000000 USD"},
        {"5천만원과 1억2000만원", "50000000 KRW; 120000000 KRW"},
        {"300여 건과 40여 개국", "300 count:건 ~approx_over; 40 count:개국 ~approx_over"},
        {"20여만 명이 이용", "200000 count:명 ~approx_over"},
        {"수백 개 업체와 수십억 원", "100 count:개 ~at_least; 1000000000 KRW ~at_least"},
        {"만 6천 명, 천만 원", "16000 count:명; 10000000 KRW"},
        {"0.3%p 올라 4.25%", "0.3 %p; 4.25 %"},
        {"12.5%포인트, 25bp", "12.5 %p; 0.25 %p"},
        {"△3.2%, 마이너스 0.4%", "-3.2 %; -0.4 %"},
        {"30~40%, 3~5년, 5만~6만 명", "30..40 %; 3..5 dur:year; 50000..60000 count:명"},
        {"10~20억 원", "1000000000..2000000000 KRW"},
        {"5%에서 7%로", "5 %; 7 %"},
        {"전체의 1/2, 4분의 1", "0.5 ratio; 0.25 ratio"},
        {"3달러 50센트", "3.50 USD"},
        {"저장용량 250엑사바이트(EB)를 초과", "250 EB ~more_than"},
        {"2년 반, 2시간 반", "2.5 dur:year; 2.5 dur:hour"},
        {"섭씨 25도, 영하 10도, -20℃", "25 degC; -10 degC; -20 degC"},
        {"시속 120km", "120 km/h"},
        {"800G 광전송, 5G 단말", "800 Gbps; name"},
        {"두 배, 여섯 마리, 스물여섯 명", "2 count:배; 6 count:마리; 26 count:명"},
        {"**1,200개** 기업", "1200 count:개"},
    };
    check(BS_LANG_KO, cases, BS_COUNT(cases));
}

static void korean_qualifiers(void **state)
{
    (void)state;
    static const scan_case cases[] = {
        {"약 2천억 원", "200000000000 KRW ~approx"},
        {"50만개를 넘는", "500000 count:개 ~more_than"},
        {"10ms 이내로", "10 ms ~at_most"},
        {"3천여 회를 초과", "3000 count:회 ~more_than"},
        {"100억 원 미만", "10000000000 KRW ~less_than"},
        {"절반 이상인 60% 이상", "60 % ~at_least"},
        {"최대 300명, 최소 5년", "300 count:명 ~at_most; 5 dur:year ~at_least"},
        {"계약 100건", "100 count:건"}, // 계약 ends in 약, which here is no word
        {"70%가량", "70 % ~approx"},
    };
    check(BS_LANG_KO, cases, BS_COUNT(cases));
}

static void korean_time(void **state)
{
    (void)state;
    static const scan_case cases[] = {
        {"'21년, ‘22년 3월", "year 2021; date 2022-03"},
        {"2021년 4분기, '22.1Q, 2022.2분기", "date 2021-Q4; date 2022-Q1; date 2022-Q2"},
        {"상반기, 2022년 하반기", "date 2023-H1; date 2022-H2"},
        {"2015~2019년, '21~'25년", "2015..2019 year; 2021..2025 year"},
        {"1~9월, 2022년 3~5월, 11월~12월",
         "date 2023-01/2023-09; date 2022-03/2022-05; date 2023-11/2023-12"},
        {"2022. 4. 15. 발표", "date 2022-04-15"},
        {"4월 15일, 7월", "date 2023-04-15; date 2023-07"},
        {"연구성과 발표(4.15)", "date 2023-04-15"},
        {"중앙일보 (04.15)", "date 2023-04-15"},
        {"2020년대", "date 2020/2029"},
        {"5월 1~3일", "date 2023-05-01/2023-05-03"},
        {"2022년도, 2022회계연도", "year 2022; year 2022"},
        {"22년 동안", "22 dur:year"}, // two digits alone are a length of time
        {"10일간, 3일 이내", "10 dur:day; 3 dur:day ~at_most"},
        {"2022 대한민국 보고서", "year 2022"},
        {"약 2000억 원", "200000000000 KRW ~approx"}, // 2000 is no year here
    };
    check(BS_LANG_KO, cases, BS_COUNT(cases));
}

static void korean_order(void **state)
{
    (void)state;
    static const scan_case cases[] = {
        {"수출 1위, 상위 5위 기업, 상위 5대 업종", "rank 1; rank 5 ~at_most; rank 5 ~at_most"},
        {"상위 30개 기업", "30 count:개"},
        {"5대 과제", "5 count:대"},
        {"세계 100대 대학", "rank 100 ~at_most"},
        {"제7회 대회, 제 52차 총회", "ordinal 7 ordinal:회; ordinal 52 ordinal:차"},
        {"20주년, 21세기, 3단계", "ordinal 20 year; ordinal 21 century; ordinal 3 ordinal:단계"},
        {"첫 번째, 두 번째", "ordinal 1 ordinal; ordinal 2 ordinal:번째"},
        {"나로 3호", "name"},
    };
    check(BS_LANG_KO, cases, BS_COUNT(cases));
}

static void korean_words_that_are_no_numbers(void **state)
{
    (void)state;
    static const scan_case cases[] = {
        {"이번 양자 기술은 일대일로와 대만구, 삼각주의 이차전지 이사회에서", ""},
        {"한국은 세계 네트워크의 두뇌이며 사회 구성원의 만족도가 천차만별", ""},
        {"전화 02-123-4567, 팩스 031-765-4321", ""},
        {"주소 : 세종시 한누리대로 402", ""},
        {"https://example.org/a/2023/10?b=5 참조", ""},
        {"담당 hong2@example.org", ""},
        {"(단위: 만 위안)", ""},
        {"오후 2시 30분, 14:30", ""},
        {"IPv6, SRv6, B3W, 창정2D", "name; name; name; name"},
        {"1인당 소득, 인구 10만 명당 3명", "3 count:명"},
        {"지수 105.3(2020=100)", "105.3 1"},
        {"[3] 참조, (2) 방법", ""},
        {"1) 개요", ""},
        {"구분", ""},
        {"이사", ""},
        {"제12조제3항", "ordinal 12 ordinal:조; ordinal 3 ordinal:항"},
        {"5중전회", ""},
        {"3·1절과 5·18", ""},
        {"02 개요", ""},
    };
    check(BS_LANG_KO, cases, BS_COUNT(cases));
}

static void chinese(void **state)
{
    (void)state;
    static const scan_case cases[] = {
        {"同比增长5.2%，降幅为-3.1%", "5.2 %; -3.1 %"},
        {"发电量9.1万亿千瓦时", "9100000000000 kWh"},
        {"装机3.2亿千瓦", "320000000 kW"},
        {"约四百余家，近五百人", "400 count:家 ~approx_over; 500 count:人 ~approx"},
        {"三十多个国家", "30 count:个 ~approx_over"},
        {"百分之六十，五分之二", "60 %; 0.4 ratio"},
        {"提高1.5个百分点，下调25个基点", "1.5 %p; 0.25 %p"},
        {"七元五角", "7.5 CNY"},
        {"人民币 6千元，300万美元", "6000 CNY; 3000000 USD"},
        {"五亿零三，四百五，九万二", "500000003 1; 450 1; 92000 1"},
        {"壹仟贰佰元", "1200 CNY"},
        {"2021年前三季度", "date 2021-Q1/2021-Q3"},
        {"2021年1-6月，二〇二一年十月", "date 2021-01/2021-06; date 2021-10"},
        {"10月1日至7日", "date 2023-10-01/2023-10-07"},
        {"9月上旬，上半年", "date 2023-09-T1; date 2023-H1"},
        {"上世纪90年代", "date 1990/1999"},
        {"第三届，排名第二，前十名，世界500强",
         "ordinal 3 ordinal:届; rank 2; rank 10 ~at_most; rank 500 ~at_most"},
        {"不超过30%，至少3年，2000万以上",
         "30 % ~at_most; 3 dur:year ~at_least; 20000000 1 ~at_least"},
        {"一带一路、四川、统一、一般、十分、万一、西九条、十四五", ""},
        {"每千人口3.1人", "3.1 count:人"},
        {"歼-20，长征二号", "name; name"},
        {"3至5年，10到20家", "3..5 dur:year; 10..20 count:家"},
        {"二三十个", ""},
    };
    check(BS_LANG_ZH, cases, BS_COUNT(cases));
}

static void japanese(void **state)
{
    (void)state;
    static const scan_case cases[] = {
        {"売上高は2兆3,456億円", "2345600000000 JPY"},
        {"約5万2000人", "52000 count:人 ~approx"},
        {"マイナス1.8％、▲2.5％、△0.3％", "-1.8 %; -2.5 %; -0.3 %"},
        {"令和4年度、平成元年、昭和60年3月", "year 2022; year 1989; date 1985-03"},
        {"第2四半期、4～6月期、上半期", "date 2023-Q2; date 2023-04/2023-06; date 2023-H1"},
        {"2022年4月～2023年3月", "date 2022-04/2023-03"},
        {"4ドル25セント", "4.25 USD"},
        {"三万五千円、二百人", "35000 JPY; 200 count:人"},
        {"１２．５％、３，０００円", "12.5 %; 3000 JPY"},
        {"五分の一、3割", "0.2 ratio; 30 %"},
        {"500件以上1000件未満", "500 count:件 ~at_least; 1000 count:件 ~less_than"},
        {"30件程度、1万人を超える", "30 count:件 ~approx; 10000 count:人 ~more_than"},
        {"世界3位、上位10社、第4回、5回目",
         "rank 3; 10 count:社; ordinal 4 ordinal:回; ordinal 5 ordinal:回目"},
        {"時速80キロメートル", "80 km/h"},
        {"四国と三菱、一般の六本木、十分、万一", ""},
        {"一人当たり300万円", "3000000 JPY"},
        {"午後3時、20時30分", ""},
        {"2時間30分", "2 dur:hour; 30 dur:minute"},
        {"にじゅうご ドル", "25 USD"},
        {"1-2-3 霞が関", ""},
    };
    check(BS_LANG_JA, cases, BS_COUNT(cases));
}

static void english(void **state)
{
    (void)state;
    static const scan_case cases[] = {
        {"rose 4.5 percent to $3.2 billion", "4.5 %; 3200000000 USD"},
        {"€120m, £2.5bn, US$ 48 million, HK$15",
         "120000000 EUR; 2500000000 GBP; 48000000 USD; 15 HKD"},
        {"75 USD million, 60 billion yuan", "75000000 USD; 60000000000 CNY"},
        {"5 dollars 25 cents", "5.25 USD"},
        {"$2-3 billion, between 5 and 10 percent", "2000000000..3000000000 USD; 5..10 %"},
        {"from 2% to 5%", "2 %; 5 %"},
        {"more than 3,000 projects in 40 countries",
         "3000 count:projects ~more_than; 40 count:countries"},
        {"two hundred and five trips", "205 count:trips"},
        {"one third, two-thirds", "0.333333333333333 ratio; 0.666666666666667 ratio"},
        {"13 lakh, 6 crore", "1300000 1; 60000000 1"},
        {"0.3 percentage points, 25 basis points", "0.3 %p; 0.25 %p"},
        {"In 2021, by mid-2022, FY2023", "year 2021; year 2022; year 2023"},
        {"2019-2023, 2013 to 2017", "2019..2023 year; 2013..2017 year"},
        {"Q3 2022, 3Q22, H1 2022", "date 2022-Q3; date 2022-Q3; date 2022-H1"},
        {"April 15, 2022; 15 April 2022; Apr 15",
         "date 2022-04-15; date 2022-04-15; date 2023-04-15"},
        {"ranked 2nd, the 3rd round, top 10", "rank 2; ordinal 3 ordinal; rank 10 ~at_most"},
        {"the 1990s", "date 1990/1999"},
        {"shipped 1.3m units", "1300000 count:units"},
        {"fell from $1.50 to $1.20", "1.50 USD; 1.20 USD"},
        {"3-9 October", "date 2023-10-03/2023-10-09"},
        {"500-MW plant, 10-year bond, 16-bit chip", "500 MW; 10 dur:year; 16 bit"},
        {"COVID-19, G20, CO2, 4K, ISO 9001", "name; name; name; name; name"},
        {"Table 3, Figure 2.1, page 12", "name; name; name"},
        {"at 2:30 pm, 6pm, open 24/7", ""},
        {"one of the best, that one, no one", ""},
        {"visit www.example.org/1/2 or a1@example.org", ""},
        {"version 2.1.3 at 192.168.1.1", ""},
        {"(202) 555-0123 or +1-202-555-0123", ""},
    };
    check(BS_LANG_EN, cases, BS_COUNT(cases));
}

static void codes_and_references(void **state)
{
    (void)state;
    static const scan_case en[] = {
        {"Ratio 2023-13-45", ""},
        {"on 2023-12-25", "date 2023-12-25"},
        {"season 2023-24", "2023..2024 year"},
        {"FY2022/23 and FY2022", "year 2022; year 2022"},
        {"open 24/7.", ""},
        {"in ISSN 1234-5678 and ISSN 0317-847X", "name; name"},
        {"the GDP 3-5%", "3..5 %"},
    };
    static const scan_case zh[] = {
        {"见表3和图12", "name; name"},
        {"代表3人，地图12张", "3 count:人; 12 count:张"},
    };
    check(BS_LANG_EN, en, BS_COUNT(en));
    check(BS_LANG_ZH, zh, BS_COUNT(zh));
}

static void places_and_headings(void **state)
{
    (void)state;
    static const scan_case ko[] = {
        {"세계 2위를 기록", "rank 2"},
        {"세계 100대 기업", "rank 100 ~at_most"},
        {"상위 10위", "rank 10 ~at_most"},
        {"세계 5위권, 국내 3위 안에", "rank 5 ~at_most; rank 3 ~at_most"},
        {"제1장 총칙", ""},
    };
    static const scan_case zh[] = {
        {"位列世界第五", "rank 5"},
        {"第一章 总则", ""},
        {"第一章介绍方法", "ordinal 1 ordinal:章"},
        {"本书第一章", "ordinal 1 ordinal:章"},
    };
    check(BS_LANG_KO, ko, BS_COUNT(ko));
    check(BS_LANG_ZH, zh, BS_COUNT(zh));
}

static void more_qualifiers(void **state)
{
    (void)state;
    static const scan_case ko[] = {
        {"1%에 못 미친다", "1 % ~less_than"},
        {"30만 명에도 미치지 못했다", "300000 count:명 ~less_than"},
    };
    static const scan_case zh[] = {
        {"约合5000亿韩元", "500000000000 KRW ~approx"},
        {"约为3.2%", "3.2 % ~approx"},
    };
    check(BS_LANG_KO, ko, BS_COUNT(ko));
    check(BS_LANG_ZH, zh, BS_COUNT(zh));
}

static void halves_and_tenths(void **state)
{
    (void)state;
    static const scan_case ko[] = {
        {"7할이 찬성", "70 %"},
        {"100만 톤급 설비", "1000000 t"},
        {"3할부", "3 count:할부"},
    };
    static const scan_case zh[] = {
        {"两年半的时间", "2.5 dur:year"},
        {"三年半导体", "3 dur:year"},
        {"一个半小时，两个半月", "1.5 dur:hour; 2.5 dur:month"},
        {"一个半导体企业", ""},
    };
    check(BS_LANG_KO, ko, BS_COUNT(ko));
    check(BS_LANG_ZH, zh, BS_COUNT(zh));
}

static void sums_in_words(void **state)
{
    (void)state;
    static const scan_case ko[] = {
        {"일금 삼백육십만 원정", "3600000 KRW"},
        {"3만원정도", "30000 KRW ~approx"},
        {"3만 원정대", "30000 1"},
    };
    static const scan_case zh[] = {
        {"逾百万人，千万元", "1000000 count:人 ~more_than; 10000000 CNY"},
        {"百万富翁，千万别来，上百万人", ""},
        {"五台机器，五台山", "5 count:台"},
        {"四面八方的客人", ""},
    };
    static const scan_case ja[] = {
        {"さんじゅうごえん", "35 JPY"}, {"しえん、ごえん", ""}, // support, ties
    };
    check(BS_LANG_KO, ko, BS_COUNT(ko));
    check(BS_LANG_ZH, zh, BS_COUNT(zh));
    check(BS_LANG_JA, ja, BS_COUNT(ja));
}

static void ranges_below_nought_and_between(void **state)
{
    (void)state;
    static const scan_case ko[] = {
        {"-5~-3%", "-5..-3 %"},       {"-3~-5%", "-5..-3 %"},      {"-5~3℃", "-5..3 degC"},
        {"5%에서 8% 사이", "5..8 %"}, {"5%에서 8%로", "5 %; 8 %"},
    };
    static const scan_case zh[] = {
        {"5%至8%之间", "5..8 %"},
        {"增速由5%至8%。", "5 %; 8 %"},
    };
    static const scan_case ja[] = {{"5％から8％の間", "5..8 %"}};
    check(BS_LANG_KO, ko, BS_COUNT(ko));
    check(BS_LANG_ZH, zh, BS_COUNT(zh));
    check(BS_LANG_JA, ja, BS_COUNT(ja));
}

static void any_bytes_end(void **state)
{
    (void)state;
    // Every two-byte pair of bytes that the scanner gives a meaning to, in every language: it must
    // come to an end and stay inside the text.
    static const char *const pieces[] = {
        "1",  "9.9",  "-",   "(",  ")",  "'",  "$",        "만",     "년", "三",
        "十", "分之", "~",   ",",  ".",  "/",  "<b>",      "&nbsp;", "한", "Q",
        "of", "two",  "and", "に", "第", "제", "\xEF\xBC", "\xE3",   "%"};
    for (size_t i = 0; i < BS_COUNT(pieces); i++) {
        for (size_t k = 0; k < BS_COUNT(pieces); k++) {
            for (int lang = BS_LANG_UNKNOWN; lang < BS_LANG_COUNT; lang++) {
                bs_arena arena = BS_ARENA_INIT;
                bs_item_array items = {0};
                bs_str text = bs_arena_format(&arena, "%s%s%s %s%s", pieces[i], pieces[k],
                                              pieces[i], pieces[k], pieces[k]);
                char *exact = bs_arena_alloc(&arena, text.len, 1);
                memcpy(exact, text.ptr, text.len);
                text.ptr = exact;
                assert_int_equal(bs_scan(&items, &arena, text, (bs_lang)lang, NULL), BS_OK);
                for (size_t n = 0; n < items.count; n++)
                    assert_true(items.items[n].end <= text.len);
                bs_arena_deinit(&arena);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(korean_amounts),
        cmocka_unit_test(korean_qualifiers),
        cmocka_unit_test(korean_time),
        cmocka_unit_test(korean_order),
        cmocka_unit_test(korean_words_that_are_no_numbers),
        cmocka_unit_test(chinese),
        cmocka_unit_test(japanese),
        cmocka_unit_test(english),
        cmocka_unit_test(codes_and_references),
        cmocka_unit_test(places_and_headings),
        cmocka_unit_test(more_qualifiers),
        cmocka_unit_test(halves_and_tenths),
        cmocka_unit_test(sums_in_words),
        cmocka_unit_test(ranges_below_nought_and_between),
        cmocka_unit_test(any_bytes_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
