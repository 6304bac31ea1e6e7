// SPDX-License-Identifier: GPL-3.0-or-later
// Expected series were written by hand from the rows; the shapes are those of the files that
// statistical offices and data portals publish (SDMX-CSV 1.0 and 2.0, World Bank, FRED, KOSIS,
// OWID).
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/base/buffer.h"
#include "engine/extract/tidy.h"
#include "engine/read/csv.h"

typedef struct fixture {
    bs_arena arena;
    bs_source source;
    bs_reading reading;
    bs_error err;
} fixture;

static bs_status read_rows(fixture *fix, bs_tidy **tidy, const bs_tidy_options *options)
{
    BS_TRY(bs_tidy_new(tidy, &fix->source, options, &fix->err));
    return bs_csv_read(&fix->source, NULL, bs_tidy_sink(*tidy), NULL, &fix->err);
}

static bs_status build(fixture *fix, const char *text, const bs_tidy_options *options)
{
    *fix = (fixture){.err = BS_ERROR_INIT};
    assert_int_equal(
        bs_source_init(&fix->source, &fix->arena, BS_STR("t.csv"), bs_str_from(text), &fix->err),
        BS_OK);
    bs_tidy *tidy = NULL;
    bs_status status = read_rows(fix, &tidy, options);
    if (status == BS_OK) status = bs_tidy_finish(&fix->reading, &fix->arena, tidy, &fix->err);
    bs_tidy_free(tidy);
    return status;
}

static void release(fixture *fix)
{
    bs_arena_deinit(&fix->arena);
}

static void dump_observation(bs_buffer *out, const fixture *fix, const bs_observation *observation)
{
    bs_buffer_add_char(out, ' ');
    bs_period_write(observation->period, out);
    bs_buffer_add_char(out, '=');
    if (observation->state == BS_STATE_VALUE)
        bs_decimal_write(observation->value, out);
    else
        bs_buffer_addf(out, "%s", bs_state_name(observation->state));
    if (observation->status != BS_STATUS_ACTUAL)
        bs_buffer_addf(out, ":%s", bs_value_status_name(observation->status));
    bs_origin origin = bs_source_locate(&fix->source, observation->text);
    assert_int_equal(observation->origin.offset, origin.offset);
    assert_int_equal(observation->origin.line, origin.line);
    assert_int_equal(observation->origin.column, origin.column);
    if (observation->text.len > 0)
        assert_int_equal(observation->origin.end_column, origin.end_column);
}

// One line a series: "key|unit^power|frequency| period=value ...".
static void dump(bs_buffer *out, const fixture *fix)
{
    for (size_t i = 0; i < fix->reading.series.count; i++) {
        const bs_series *series = &fix->reading.series.items[i];
        bs_buffer_add(out, series->key);
        bs_buffer_add_char(out, '|');
        bs_buffer_add(out, series->unit);
        if (series->unit_power != 0) bs_buffer_addf(out, "^%d", series->unit_power);
        bs_buffer_addf(out, "|%s|", bs_frequency_code(series->frequency));
        for (size_t at = 0; at < series->observations.count; at++)
            dump_observation(out, fix, &series->observations.items[at]);
        bs_buffer_add_char(out, '\n');
    }
}

static void expect_with(const char *text, const bs_tidy_options *options, const char *series)
{
    fixture fix;
    bs_buffer out = BS_BUFFER_INIT;
    bs_status status = build(&fix, text, options);
    if (status != BS_OK) print_message("%u:%u %s\n", fix.err.line, fix.err.column, fix.err.message);
    assert_int_equal(status, BS_OK);
    dump(&out, &fix);
    assert_string_equal(out.ptr ? out.ptr : "", series);
    bs_buffer_deinit(&out);
    release(&fix);
}

static void expect(const char *text, const char *series)
{
    expect_with(text, NULL, series);
}

static void expect_error(const char *text, uint32_t line, uint32_t column, const char *message)
{
    fixture fix;
    assert_int_equal(build(&fix, text, NULL), BS_E_FORMAT);
    assert_string_equal(fix.err.message, message);
    assert_string_equal(fix.err.file, "t.csv");
    assert_int_equal(fix.err.line, line);
    assert_int_equal(fix.err.column, column);
    release(&fix);
}

// --- shapes --------------------------------------------------------------------------------------

static void tidy_files(void **state)
{
    (void)state;
    expect(
        "series,period,value\nGDP,2020,1\nGDP,2021,\"1,234.5\"\nCPI,2020Q1,5.0\nCPI,2020Q2,n/a\n",
        "GDP|1|A| 2020=1 2021=1234.5\n"
        "CPI|1|Q| 2020-Q1=5.0 2020-Q2=not_published\n");
    expect("지표,시점,값,단위\n수출,2020,1.5,억원\n수출,2021,2.5,억원\n수출,2021,3,천명\n",
           "수출|KRW^8|A| 2020=150000000 2021=250000000\n"
           "수출~2|count:명^3|A| 2021=3000\n");
    expect("指标,年份,数值,单位\n出口,2020,1.5,亿元\n", "出口|CNY^8|A| 2020=150000000\n");
    expect("指標,年度,數值\n出口,2020,1.5\n", "出口|1|A| 2020=1.5\n");
    expect("項目,時点,値,単位\n輸出額,2020年1月,\"1,234\",百万円\n輸出額,2020年2月,5,百万円\n",
           "輸出額|JPY^6|M| 2020-01=1234000000 2020-02=5000000\n");
}

static void columns_in_any_order_and_dress(void **state)
{
    (void)state;
    expect("Value;Reference Period;Indicator Name\n1;2020;A\n2;2021;A\n", "A|1|A| 2020=1 2021=2\n");
    expect("PERIOD,OBS VALUE,Series_Name,Source,Notes\n2020,1,A,x,y\n", "A|1|A| 2020=1\n");
    expect("country,year,value\nKorea,2020,1\nJapan,2020,2\n",
           "value@Korea|1|A| 2020=1\nvalue@Japan|1|A| 2020=2\n");
    // "amount" is a name of values, unless there are others beside it.
    expect("item,year,amount\nA,2020,1\n", "A|1|A| 2020=1\n");
    expect("year,price,amount\n2020,1,2\n2021,1,2\n",
           "price|1|A| 2020=1 2021=1\namount|1|A| 2020=2 2021=2\n");
}

static void wide_by_years(void **state)
{
    (void)state;
    expect(",2020,2021\nGDP,1,2\nCPI,,5\n", "GDP|1|A| 2020=1 2021=2\nCPI|1|A| 2021=5\n");
    expect("품목,2020년,2021년\n수출액(억원),1,2\n수출 증가율(%),1.0,2.0p\n",
           "수출액|KRW^8|A| 2020=100000000 2021=200000000\n"
           "수출-증가율|%|A| 2020=1.0 2021=2.0:provisional\n");
    expect("Country Name,Country Code,Indicator Name,Indicator Code,2019 [YR2019],2020 [YR2020]\n"
           "\"Korea, Rep.\",KOR,Births,SP.B,1,2\nJapan,JPN,Births,SP.B,3,..\n",
           "Births@Korea,-Rep.|1|A| 2019=1 2020=2\nBirths@Japan|1|A| 2019=3 2020=not_published\n");
}

static void an_empty_value_column_beside_years(void **state)
{
    (void)state;
    expect("series,value,2020,2021\nA,,1,2\n", "A|1|A| 2020=1 2021=2\n");
}

static void wide_by_series(void **state)
{
    (void)state;
    expect("year,GDP,CPI\n2020,1,\n2021,2,5\n2022,3,6\n",
           "GDP|1|A| 2020=1 2021=2 2022=3\nCPI|1|A| 2021=5 2022=6\n");
    expect("시점,수출(백만달러),수입(백만달러)\n2020.01,1,2\n2020.02,3,4\n",
           "수출|USD^6|M| 2020-01=1000000 2020-02=3000000\n"
           "수입|USD^6|M| 2020-01=2000000 2020-02=4000000\n");
    expect("Entity,Code,Year,Births,Deaths\nKorea,KOR,2019,1,5\nKorea,KOR,2020,2,6\n"
           "Japan,JPN,2019,3,7\n",
           "Births@Korea|1|A| 2019=1 2020=2\nDeaths@Korea|1|A| 2019=5 2020=6\n"
           "Births@Japan|1|A| 2019=3\nDeaths@Japan|1|A| 2019=7\n");
    // The row numbers of a data frame are no series.
    expect(",year,GDP\n0,2020,5\n1,2021,6\n2,2022,7\n", "GDP|1|A| 2020=5 2021=6 2022=7\n");
}

static void headers_of_two_rows(void **state)
{
    (void)state;
    expect("지역,2020,2020,2021,2021\n지역,남자,여자,남자,여자\n서울,10,11,12,13\n",
           "남자@서울|1|A| 2020=10 2021=12\n여자@서울|1|A| 2020=11 2021=13\n");
    expect("구분,2020년,2020년,2021년,2021년\n,1/4,2/4,1/4,2/4\n수출,1,2,5,6\n",
           "수출|1|Q| 2020-Q1=1 2020-Q2=2 2021-Q1=5 2021-Q2=6\n");
    expect("구분,2020,,2021,\n,수출(백만원),수입(백만원),수출(백만원),수입(백만원)\n"
           "반도체,\"1,000\",2,3,4\n화면,△5,6,-,8\n",
           "수출@반도체|KRW^6|A| 2020=1000000000 2021=3000000\n"
           "수입@반도체|KRW^6|A| 2020=2000000 2021=4000000\n"
           "수출@화면|KRW^6|A| 2020=-5000000 2021=not_applicable\n"
           "수입@화면|KRW^6|A| 2020=6000000 2021=8000000\n");
    expect("연도,수출,수입\n,백만달러,천톤\n2020,1,2\n2021,3,4\n",
           "수출|USD^6|A| 2020=1000000 2021=3000000\n수입|t^3|A| 2020=2000 2021=4000\n");
}

static void periods_in_two_places(void **state)
{
    (void)state;
    expect("Year,Jan,Feb\n2020,1,2\n2021,4,5\n",
           "value|1|M| 2020-01=1 2020-02=2 2021-01=4 2021-02=5\n");
    expect("월,2020년,2021년\n1월,1,2\n2월,3,4\n",
           "value|1|M| 2020-01=1 2020-02=3 2021-01=2 2021-02=4\n");
    expect("year,month,value\n2020,1,5\n2020,12,6\n", "value|1|M| 2020-01=5 2020-12=6\n");
    expect("year,quarter,item,value\n2020,1,A,5\n2020,2,A,6\n", "A|1|Q| 2020-Q1=5 2020-Q2=6\n");
    expect("year,month,day,value\n2020,1,31,5\n2020,2,1,6\n",
           "value|1|D| 2020-01-31=5 2020-02-01=6\n");
    expect("series_id,year,period,value\nU,2020,M01,5\nU,2020,M02,6\n",
           "U|1|M| 2020-01=5 2020-02=6\n");
}

static void sdmx_csv(void **state)
{
    (void)state;
    expect("DATAFLOW,LAST UPDATE,freq,geo,unit,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
           "E:X(1.0),01/01/24,A,DE,PC,2020,1.5,p\nE:X(1.0),01/01/24,A,DE,PC,2021,1.7,\n"
           "E:X(1.0),01/01/24,A,FR,PC,2020,2.5,e\n",
           "E:X(1.0)@DE|%|A| 2020=1.5:provisional 2021=1.7\nE:X(1.0)@FR|%|A| 2020=2.5:estimate\n");
    expect("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,"
           "UNIT_MULT,UNIT_MEASURE,TITLE\n"
           "dataflow,X:Y(1.0),I,A,KR,GDP,2020,1.5,A,6,KRW,one\n"
           "dataflow,X:Y(1.0),I,A,KR,GDP,2021,1.6,F,6,KRW,two\n"
           "dataflow,X:Y(1.0),I,A,KR,GDP,2022,,M,6,KRW,three\n"
           "dataflow,X:Y(1.0),D,A,KR,GDP,2023,1.6,F,6,KRW,four\n",
           "GDP@KR|KRW^6|A| 2020=1500000 2021=1600000:forecast 2022=not_published\n");
}

static void sdmx_csv_with_labels(void **state)
{
    (void)state;
    expect("DATAFLOW,FREQ: Frequency,REF_AREA: Reference area,UNIT_MEASURE: Unit,"
           "TIME_PERIOD: Time period,OBS_VALUE: Observation value,OBS_STATUS: Status\n"
           "T(1.0),A: Annual,KR: Korea,KRW: Won,2020,1.5,A: Normal\n"
           "T(1.0),A: Annual,KR: Korea,KRW: Won,2021,2.5,P: Provisional\n",
           "T(1.0)@Korea|KRW|A| 2020=1.5 2021=2.5:provisional\n");
}

static void own_long_export(void **state)
{
    (void)state;
    const char *text =
        "series,label,subject,unit,frequency,period,kind,value,status,vintage,source,line,column\n"
        "수출/품목-A@한국,\"한국, 품목 A\",한국,CNY,A,2020,level,100,actual,2021-01-01,a.txt,3,4\n"
        "수출/품목-A@한국,\"한국, 품목 A\",한국,CNY,A,2020,level,105,revised,2022-01-01,b.txt,3,4\n"
        "수출/품목-A@한국,\"한국, 품목 A\",한국,CNY,A,2021,level,,target,2022-01-01,b.txt,3,4\n"
        "수출/성장률,성장률,,%,A,2021,growth,-1.50,actual,2022-01-01,b.txt,3,4\n";
    expect(text, "수출/품목-A@한국|CNY|A| 2020=105:revised 2021=empty:target\n"
                 "수출/성장률|%|A| 2021=-1.50\n");
    fixture fix;
    assert_int_equal(build(&fix, text, NULL), BS_OK);
    const bs_series *series = fix.reading.series.items;
    assert_true(bs_str_equal(series[0].label, BS_STR("한국, 품목 A")));
    assert_true(bs_str_equal(series[0].group, BS_STR("수출")));
    assert_true(bs_str_equal(series[0].indicator, BS_STR("품목-A")));
    assert_true(bs_str_equal(series[0].subject, BS_STR("한국")));
    assert_int_equal(series[0].measure, BS_MEASURE_LEVEL);
    assert_int_equal(series[1].measure, BS_MEASURE_GROWTH);
    release(&fix);
}

static void panels_of_a_long_csv(void **state)
{
    (void)state;
    fixture fix;
    const char *text = "series,period,value,table,role\n"
                       "T1 | NOx (kt) ,1991,338,T1,row\nT1 | NOx (kt) ,1992,\"1,345\",T1,row\n"
                       "T1 | Total,1991,339,T1,total\nT2 | a,1991Q1,1,T2,row\n";
    assert_int_equal(build(&fix, text, NULL), BS_OK);
    assert_int_equal(fix.reading.series.count, 3);
    const bs_series *series = fix.reading.series.items;
    // Names and periods come back exactly as they stand, to the last blank.
    assert_true(bs_str_equal(series[0].key, BS_STR("T1 | NOx (kt) ")));
    assert_true(bs_str_equal(series[0].label, BS_STR("T1 | NOx (kt) ")));
    assert_true(bs_str_equal(series[2].observations.items[0].period_text, BS_STR("1991Q1")));
    assert_true(bs_str_equal(series[0].observations.items[1].text, BS_STR("1,345")));
    assert_int_equal(series[0].table, 1);
    assert_int_equal(series[1].table, 1);
    assert_int_equal(series[2].table, 2);
    assert_int_equal(series[1].order, 2);
    assert_int_equal(series[2].order, 1);
    assert_true(bs_str_equal(series[2].group, BS_STR("T2")));
    assert_false(series[0].total);
    assert_true(series[1].total);
    release(&fix);
}

static void rows_of_groups_and_merged_cells(void **state)
{
    (void)state;
    expect("수출 동향,,\n(단위: 억원),,\n품목,2020,2021\n전자,,\n반도체,1,2\n화면,3,4\n총계,4,6\n",
           "전자/반도체|KRW^8|A| 2020=100000000 2021=200000000\n"
           "전자/화면|KRW^8|A| 2020=300000000 2021=400000000\n"
           "수출-동향/총계|KRW^8|A| 2020=400000000 2021=600000000\n");
    expect("시도,구분,2020년,2021년\n서울,남,1,2\n,여,3,4\n부산,남,5,6\n합계,,10,12\n",
           "남@서울|1|A| 2020=1 2021=2\n여@서울|1|A| 2020=3 2021=4\n남@부산|1|A| 2020=5 2021=6\n"
           "합계|1|A| 2020=10 2021=12\n");
}

static void a_cross_section(void **state)
{
    (void)state;
    expect("2023년 국가별 수출 (단위: 억원)\n국가,수출액,증가율(%)\n미국,100,5.0\n중국,200,-3\n",
           "국가별-수출/수출액@미국|KRW^8|A| 2023=10000000000\n"
           "국가별-수출/증가율@미국|%|A| 2023=5.0\n"
           "국가별-수출/수출액@중국|KRW^8|A| 2023=20000000000\n"
           "국가별-수출/증가율@중국|%|A| 2023=-3\n");
}

static void remarks_do_not_split_series(void **state)
{
    (void)state;
    expect("item,region,year,value,annotation\nA,N,2020,1,\nA,N,2021,2,late\nA,S,2020,3,\n"
           "A,S,2021,4,late\n",
           "A@N|1|A| 2020=1 2021=2\nA@S|1|A| 2020=3 2021=4\n");
}

// --- values --------------------------------------------------------------------------------------

static void decimal_marks_are_settled_by_the_whole_file(void **state)
{
    (void)state;
    expect("Datum;Wert\n2020;1.234\n2021;1.300,5\n", "Wert|1|A| 2020=1234 2021=1300.5\n");
    expect("year;value\n2020;1,5\n2021;12,25\n2022;1,234\n",
           "value|1|A| 2020=1.5 2021=12.25 2022=1.234\n");
    expect("year,value\n2020,\"1,234\"\n2021,1.5\n", "value|1|A| 2020=1234 2021=1.5\n");
    expect("year,value\n2020,\"1,234\"\n2021,\"1,235\"\n", "value|1|A| 2020=1234 2021=1235\n");
    expect("year;value\n2020;1 234 567,5\n2021;1\xC2\xA0"
           "234,5\n",
           "value|1|A| 2020=1234567.5 2021=1234.5\n");
    bs_tidy_options options = BS_TIDY_OPTIONS_INIT;
    options.decimal_mark = ',';
    expect_with("year,value\n2020,\"1,234\"\n", &options, "value|1|A| 2020=1.234\n");
}

static void cells_that_are_no_plain_numbers(void **state)
{
    (void)state;
    expect("year,a\n2020,△5\n2021,(3)\n2022,1.2e3\n2023,n/a\n2024,\n2025,-\n2026,foo\n2027,7p\n",
           "a|1|A| 2020=-5 2021=-3 2022=1200 2023=not_published 2024=empty 2025=not_applicable "
           "2026=unreadable 2027=7:provisional\n");
    expect("year,share,price\n2020,5%,$1.2\n2021,6.5%,$1.3\n",
           "share|%|A| 2020=5 2021=6.5\nprice|USD|A| 2020=1.2 2021=1.3\n");
    // The header's scale holds for bare numbers and "$1.2", not for a cell that prints its own.
    expect("연도,금액(만원)\n2020,5\n2021,1.2억\n2022,1.5e3\n",
           "금액|KRW^4|A| 2020=50000 2021=120000000 2022=15000000\n");
    // Digits are kept: 5.0 stays 5.0, and nothing is rounded.
    expect("year,value\n2020,5.0\n2021,0.30000000000000004\n",
           "value|1|A| 2020=5.0 2021=0.30000000000000004\n");
}

static void status_columns(void **state)
{
    (void)state;
    expect("series,period,value,status\nA,2020,1,actual\nA,2021,2,잠정\nA,2022,3,目标\nA,2023,4,"
           "予測\n",
           "A|1|A| 2020=1 2021=2:provisional 2022=3:target 2023=4:forecast\n");
    expect("지표,2023년,2024년(전망)\nA,1,2\n", "A|1|A| 2023=1 2024=2:forecast\n");
}

// --- periods -------------------------------------------------------------------------------------

static void observations_are_in_order(void **state)
{
    (void)state;
    expect("series,period,value\nA,2022,3\nB,2020,9\nA,2020,1\nA,2021,2\n",
           "A|1|A| 2020=1 2021=2 2022=3\nB|1|A| 2020=9\n");
    // What is printed twice is kept twice, in the order of the file.
    expect("series,period,value\nA,2021,5\nA,2020,1\nA,2021,2\n", "A|1|A| 2020=1 2021=5 2021=2\n");
}

static void dates_of_data_files(void **state)
{
    (void)state;
    expect("date,v\n2020-01-31,1\n2020-02-03,2\n", "v|1|D| 2020-01-31=1 2020-02-03=2\n");
    expect("date,v\n2020/1/31,1\n20200203,2\n", "v|1|D| 2020-01-31=1 2020-02-03=2\n");
    expect("date,v\n2020-01-31 00:00:00,1\n2020-02-03T12:00,2\n",
           "v|1|D| 2020-01-31=1 2020-02-03=2\n");
    expect("date,v\n01/02/2020,1\n13/04/2020,2\n", "v|1|D| 2020-02-01=1 2020-04-13=2\n");
    expect("date,v\n01/02/2020,1\n04/13/2020,2\n", "v|1|D| 2020-01-02=1 2020-04-13=2\n");
    expect("period,v\n202001,1\n202012,2\n", "v|1|M| 2020-01=1 2020-12=2\n");
    expect("FREQ,period,value\nQ,202001,1\nQ,202004,2\n", "value|1|Q| 2020-Q1=1 2020-Q4=2\n");
}

// What spreadsheets and programs make of years and months.
static void damaged_and_other_calendars(void **state)
{
    (void)state;
    expect("Unnamed: 0,year,x\n0,1990.0,5\n1,1991.0,6\n", "x|1|A| 1990=5 1991=6\n");
    // October lost its zero; September and November tell.
    expect("시점,v\n2020.09,2\n2020.1,3\n2020.11,4\n", "v|1|M| 2020-09=2 2020-10=3 2020-11=4\n");
    expect("民國年,數值\n112,5\n113,6\n", "數值|1|A| 2023=5 2024=6\n");
    expect("月,値\n令和5年1月,5\n令和5年2月,6\n", "値|1|M| 2023-01=5 2023-02=6\n");
}

static void a_year_from_the_title(void **state)
{
    (void)state;
    expect("2023년 월별 수출\n구분,1월,2월\n수출,1,2\n",
           "월별-수출/수출|1|M| 2023-01=1 2023-02=2\n");
    expect_error(
        "구분,1월,2월\n수출,1,2\n", 1, 4,
        "'1월' has no year; expected one in a column of years, in the header or in a title "
        "above the table");
}

// Three or more dates that are all the first (or last) of a month stand for months.
static void dates_that_stand_for_months(void **state)
{
    (void)state;
    expect("DATE,U\n2020-01-01,1\n2020-02-01,2\n2020-03-01,3\n",
           "U|1|M| 2020-01=1 2020-02=2 2020-03=3\n");
    expect("DATE,U\n2020-01-01,1\n2020-04-01,2\n2020-07-01,3\n",
           "U|1|Q| 2020-Q1=1 2020-Q2=2 2020-Q3=3\n");
    expect("DATE,U\n2018-12-31,1\n2019-12-31,2\n2020-12-31,3\n", "U|1|A| 2018=1 2019=2 2020=3\n");
    expect("DATE,U\n2020-01-01,1\n2020-02-01,2\n2020-03-02,3\n",
           "U|1|D| 2020-01-01=1 2020-02-01=2 2020-03-02=3\n");
}

static void files_that_are_refused(void **state)
{
    (void)state;
    expect_error("a,b\nx,1\ny,2\n", 1, 1,
                 "no periods; expected a column named period, year, date or the like, or columns "
                 "headed by years, or a year in a title above the table");
    // Heads of times of which the first stands over the names have moved to the left.
    expect_error("2024年三季报,2024年中报,\n每股收益(元),-,0.01\n每股净资产(元),2.27,2.28\n", 1, 1,
                 "no periods; expected a column named period, year, date or the like, or columns "
                 "headed by years, or a year in a title above the table");
    expect_error("2034,2033,\nPiers,-,4\nCranes,27,28\n", 1, 1,
                 "no periods; expected a column named period, year, date or the like, or columns "
                 "headed by years, or a year in a title above the table");
    expect_error("year,name\n2020,x\n", 1, 1,
                 "no values; expected a column named value or columns of numbers");
    expect_error("item,2020,2021\nA,,\nB,,\n", 0, 0, "no values; every cell for a value is empty");
    expect_error("series,period,value\nGDP,2020,1\nGDP,soon,2\n", 3, 5,
                 "'soon' is not a period; expected a year, quarter, month or day such as 2023, "
                 "2023-Q4, 2023-10 or 2023-10-13");
    expect_error("series,period,value\nGDP,2020,1\nGDP,,2\n", 3, 5, "a row has no period");
    expect_error(
        "date,v\n01/02/2020,1\n03/04/2020,2\n", 2, 1,
        "'01/02/2020' may be read month first or day first, and no date of the file tells; "
        "expected dates such as 2023-10-13");
}

// --- one series after the other ------------------------------------------------------------------

static bs_status count_series(void *context, const bs_series *series, bs_error *err)
{
    size_t *counts = context;
    counts[0]++;
    counts[1] += series->observations.count;
    return counts[0] < 2 ? BS_OK : bs_fail(err, BS_E_RANGE, "enough");
}

static void each_series_in_turn(void **state)
{
    (void)state;
    fixture fix = {.err = BS_ERROR_INIT};
    bs_str text = BS_STR("series,period,value\nA,2020,1\nA,2021,2\nB,2020,3\nC,2020,4\n");
    assert_int_equal(bs_source_init(&fix.source, &fix.arena, BS_STR("t.csv"), text, NULL), BS_OK);
    bs_tidy *tidy = NULL;
    assert_int_equal(read_rows(&fix, &tidy, NULL), BS_OK);
    size_t counts[2] = {0};
    assert_int_equal(bs_tidy_each(tidy, count_series, counts, &fix.err), BS_E_RANGE);
    assert_int_equal(counts[0], 2);
    assert_int_equal(counts[1], 3);
    bs_tidy_free(tidy);
    release(&fix);
}

// Rows of one name are series of their own, and each is named in constant time.
static void many_rows_of_one_name(void **state)
{
    (void)state;
    bs_buffer text = BS_BUFFER_INIT;
    bs_buffer_add(&text, BS_STR("item,2020,2021\n"));
    for (int row = 0; row < 50000; row++)
        bs_buffer_add(&text, BS_STR("same,1,2\n"));
    fixture fix;
    assert_int_equal(build(&fix, text.ptr, NULL), BS_OK);
    assert_int_equal(fix.reading.series.count, 50000);
    assert_true(bs_str_equal(fix.reading.series.items[0].key, BS_STR("same")));
    assert_true(bs_str_equal(fix.reading.series.items[1].key, BS_STR("same~2")));
    assert_true(bs_str_equal(fix.reading.series.items[49999].key, BS_STR("same~50000")));
    release(&fix);
    bs_buffer_deinit(&text);
}

// More rows than the sample that the plan is made from.
static void many_rows(void **state)
{
    (void)state;
    bs_buffer text = BS_BUFFER_INIT;
    bs_buffer_addf(&text, "period,series,value\n");
    for (int year = 1900; year < 2000; year++) {
        for (int series = 0; series < 50; series++)
            bs_buffer_addf(&text, "%d,s%d,%d.5\n", year, series, year * series);
    }
    fixture fix;
    assert_int_equal(build(&fix, text.ptr, NULL), BS_OK);
    assert_int_equal(fix.reading.series.count, 50);
    for (size_t i = 0; i < 50; i++) {
        const bs_series *series = &fix.reading.series.items[i];
        assert_int_equal(series->observations.count, 100);
        const bs_observation *last = &series->observations.items[99];
        assert_int_equal(last->value.coefficient, (int64_t)(1999 * i * 10 + 5));
        assert_int_equal(last->origin.line, 2 + 99 * 50 + i);
    }
    release(&fix);
    bs_buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tidy_files),
        cmocka_unit_test(columns_in_any_order_and_dress),
        cmocka_unit_test(wide_by_years),
        cmocka_unit_test(an_empty_value_column_beside_years),
        cmocka_unit_test(wide_by_series),
        cmocka_unit_test(headers_of_two_rows),
        cmocka_unit_test(periods_in_two_places),
        cmocka_unit_test(sdmx_csv),
        cmocka_unit_test(sdmx_csv_with_labels),
        cmocka_unit_test(own_long_export),
        cmocka_unit_test(panels_of_a_long_csv),
        cmocka_unit_test(rows_of_groups_and_merged_cells),
        cmocka_unit_test(a_cross_section),
        cmocka_unit_test(remarks_do_not_split_series),
        cmocka_unit_test(decimal_marks_are_settled_by_the_whole_file),
        cmocka_unit_test(cells_that_are_no_plain_numbers),
        cmocka_unit_test(status_columns),
        cmocka_unit_test(observations_are_in_order),
        cmocka_unit_test(dates_of_data_files),
        cmocka_unit_test(damaged_and_other_calendars),
        cmocka_unit_test(a_year_from_the_title),
        cmocka_unit_test(dates_that_stand_for_months),
        cmocka_unit_test(files_that_are_refused),
        cmocka_unit_test(each_series_in_turn),
        cmocka_unit_test(many_rows_of_one_name),
        cmocka_unit_test(many_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
