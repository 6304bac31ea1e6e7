// SPDX-License-Identifier: GPL-3.0-or-later
// The forms of series. Expected files are written by hand from the rows.
#include "export_fixture.h"

#include "engine/export/csv.h"

static const bs_source bulletin = {.path = BS_STR_INIT("report, 10.txt"),
                                   .published = {BS_FREQUENCY_DAY, 19643, 19643}};

static const row targets[] = {
    {.period = "2023", .value = "220", .status = BS_STATUS_TARGET, .line = 196, .column = 38},
    {.period = "2024", .value = "206", .status = BS_STATUS_TARGET, .line = 196, .column = 43},
    {.period = "2025", .value = "300", .status = BS_STATUS_TARGET, .line = 196, .column = 48},
};
static const row amounts[] = {
    {.period = "2022", .text = "…", .state = BS_STATE_NOT_PUBLISHED, .line = 7},
    {.period = "2023", .value = "130049.86e4", .text = "130,049.86", .line = 8, .column = 12},
    {.period = "2024", .value = "121e8", .text = "121", .qualifier = BS_APPROX, .line = 9},
    {.period = "2025", .value = "-5.0"},
};

static void put_two(bs_export_series_array *out, bs_arena *arena)
{
    bs_series target = {.key = BS_STR("목표/연산력 규모"),
                        .label = BS_STR("연산력 규모"),
                        .unit = BS_STR("EFLOPS")};
    bs_series amount = {
        .key = BS_STR("Trade/Amount@East, West"),
        .label = BS_STR("Amount \"net\""),
        .subject = BS_STR("East, West"),
        .unit = BS_STR("CNY"),
        .indicator = BS_STR("Amount"),
        .group = BS_STR("Trade"),
        .unit_text = BS_STR("만 위안"),
        .measure = BS_MEASURE_INDEX,
        .total = true,
    };
    put_series(out, arena, target, targets, BS_COUNT(targets));
    put_series(out, arena, amount, amounts, BS_COUNT(amounts));
    for (size_t i = 0; i < out->count; i++)
        out->items[i].source = &bulletin;
}

static void assert_written(const char *format, bs_dialect dialect,
                           const bs_export_series_array *series, size_t rows, const char *expected)
{
    bs_buffer out = BS_BUFFER_INIT;
    bs_export_options options = {.dialect = dialect};
    bs_export_report report;
    const bs_export_format *found = bs_export_format_find(bs_str_from(format));
    assert_non_null(found);
    assert_int_equal(bs_export_write(&out, found, series, &options, &report, NULL), BS_OK);
    assert_text(&out, expected);
    assert_int_equal(report.rows, rows);
    bs_buffer_deinit(&out);
}

static void test_long(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_export_series_array series = {0};
    put_two(&series, &arena);
    // 19643 days after 1970-01-01 is 2023-10-13 (date -d @1697155200).
    assert_written(
        "csv", BS_DIALECT_PLAIN, &series, 7,
        "series,label,subject,unit,frequency,period,kind,value,status,vintage,source,line,column\n"
        "목표/연산력 규모,연산력 규모,,EFLOPS,A,2023,level,220,target,2023-10-13,\"report, "
        "10.txt\",196,38\n"
        "목표/연산력 규모,연산력 규모,,EFLOPS,A,2024,level,206,target,2023-10-13,\"report, "
        "10.txt\",196,43\n"
        "목표/연산력 규모,연산력 규모,,EFLOPS,A,2025,level,300,target,2023-10-13,\"report, "
        "10.txt\",196,48\n"
        "\"Trade/Amount@East, West\",\"Amount \"\"net\"\"\",\"East, "
        "West\",CNY,A,2022,index,,actual,"
        "2023-10-13,\"report, 10.txt\",7,\n"
        "\"Trade/Amount@East, West\",\"Amount \"\"net\"\"\",\"East, West\",CNY,A,2023,index,"
        "1300498600,actual,2023-10-13,\"report, 10.txt\",8,12\n"
        "\"Trade/Amount@East, West\",\"Amount \"\"net\"\"\",\"East, West\",CNY,A,2024,index,"
        "12100000000,actual,2023-10-13,\"report, 10.txt\",9,\n"
        "\"Trade/Amount@East, West\",\"Amount \"\"net\"\"\",\"East, West\",CNY,A,2025,index,-5.0,"
        "actual,2023-10-13,\"report, 10.txt\",,\n");
    bs_arena_deinit(&arena);
}

static void test_wide(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_export_series_array series = {0};
    put_two(&series, &arena);
    assert_written("wide", BS_DIALECT_PLAIN, &series, 4,
                   "period,목표/연산력 규모,\"Trade/Amount@East, West\"\n"
                   "2022,,\n2023,220,1300498600\n2024,206,12100000000\n2025,300,-5.0\n");
    bs_arena_deinit(&arena);
}

static void test_matrix(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_export_series_array series = {0};
    put_two(&series, &arena);
    assert_written("matrix", BS_DIALECT_PLAIN, &series, 2,
                   "series,label,subject,unit,2022,2023,2024,2025\n"
                   "목표/연산력 규모,연산력 규모,,EFLOPS,,220,206,300\n"
                   "\"Trade/Amount@East, West\",\"Amount \"\"net\"\"\",\"East, West\",CNY,,"
                   "1300498600,12100000000,-5.0\n");
    bs_arena_deinit(&arena);
}

static void test_excel(void **state)
{
    (void)state;
    static const row rows[] = {{.period = "2023-Q1", .value = "-5.0", .line = 2}};
    bs_arena arena = BS_ARENA_INIT;
    bs_export_series_array series = {0};
    bs_series odd = {.key = BS_STR("=cmd"), .label = BS_STR("+1,2"), .unit = BS_STR("%")};
    put_series(&series, &arena, odd, rows, BS_COUNT(rows));
    bs_buffer out = BS_BUFFER_INIT;
    bs_export_options options = {.dialect = BS_DIALECT_EXCEL};
    bs_export_report report;
    const bs_export_format *format = bs_export_format_find(BS_STR("csv"));
    assert_int_equal(bs_export_write(&out, format, &series, &options, &report, NULL), BS_OK);
    assert_text(&out, "\xEF\xBB\xBF"
                      "series,label,subject,unit,frequency,period,kind,value,status,vintage,source,"
                      "line,column\r\n"
                      "'=cmd,\"'+1,2\",,%,Q,2023-Q1,level,-5.0,actual,,,2,\r\n");
    assert_int_equal(report.disarmed, 2);
    bs_buffer_deinit(&out);
    bs_arena_deinit(&arena);
}

// Two kinds of value in one period take two columns; otherwise they share one.
static void test_actual_and_target_are_not_mixed(void **state)
{
    (void)state;
    static const row both[] = {
        {.period = "2022", .value = "10", .status = BS_STATUS_REVISED},
        {.period = "2023", .value = "11", .status = BS_STATUS_ESTIMATE},
        {.period = "2023", .value = "12", .status = BS_STATUS_TARGET},
        {.period = "2024", .value = "13", .status = BS_STATUS_TARGET},
        {.period = "2025", .value = "15", .status = BS_STATUS_FORECAST},
    };
    static const row after[] = {
        {.period = "2023", .value = "1"},
        {.period = "2024", .value = "2", .status = BS_STATUS_TARGET},
    };
    bs_arena arena = BS_ARENA_INIT;
    bs_export_series_array series = {0};
    put_series(&series, &arena, (bs_series){.key = BS_STR("a")}, both, BS_COUNT(both));
    put_series(&series, &arena, (bs_series){.key = BS_STR("b")}, after, BS_COUNT(after));
    assert_written("wide", BS_DIALECT_PLAIN, &series, 4,
                   "period,a,a [target],a [forecast],b\n2022,10,,,\n2023,11,12,,1\n2024,,13,,2\n"
                   "2025,,,15,\n");
    bs_arena_deinit(&arena);
}

// The newest vintage is shown; one that leaves the period empty does not hide an older value; of
// two mentions in one vintage the first.
static void test_one_of_several_vintages(void **state)
{
    (void)state;
    static const row rows[] = {
        {.period = "2022", .value = "1", .vintage = "2023-01-01"},
        {.period = "2022", .value = "2", .vintage = "2024-01-01"},
        {.period = "2023", .value = "3", .vintage = "2023-01-01"},
        {.period = "2023", .state = BS_STATE_EMPTY, .text = "", .vintage = "2024-01-01"},
        {.period = "2024", .value = "5", .vintage = "2024-01-01"},
        {.period = "2024", .value = "6", .vintage = "2024-01-01"},
        {.period = "", .value = "7", .vintage = "2024-01-01"},
    };
    bs_arena arena = BS_ARENA_INIT;
    bs_export_series_array series = {0};
    put_series(&series, &arena, (bs_series){.key = BS_STR("a")}, rows, BS_COUNT(rows));
    assert_written("wide", BS_DIALECT_PLAIN, &series, 4, "period,a\n,7\n2022,2\n2023,3\n2024,5\n");
    bs_arena_deinit(&arena);
}

// Periods of several series are merged in the order of time, whatever their frequency.
static void test_periods_are_merged(void **state)
{
    (void)state;
    static const row years[] = {{.period = "2022", .value = "1"}, {.period = "2024", .value = "2"}};
    static const row quarters[] = {{.period = "2022-Q1", .value = "3"},
                                   {.period = "2023-Q4", .value = "4"}};
    static const row spans[] = {{.period = "2013/2017", .value = "5"},
                                {.period = "2024", .value = "6"}};
    bs_arena arena = BS_ARENA_INIT;
    bs_export_series_array series = {0};
    put_series(&series, &arena, (bs_series){.key = BS_STR("y")}, years, BS_COUNT(years));
    put_series(&series, &arena, (bs_series){.key = BS_STR("q")}, quarters, BS_COUNT(quarters));
    put_series(&series, &arena, (bs_series){.key = BS_STR("s")}, spans, BS_COUNT(spans));
    assert_written("matrix", BS_DIALECT_PLAIN, &series, 3,
                   "series,label,subject,unit,2013/2017,2022-Q1,2022,2023-Q4,2024\n"
                   "y,,,,,,1,,2\nq,,,,,3,,4,\ns,,,,5,,,,6\n");
    bs_arena_deinit(&arena);
}

static void test_json(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_export_series_array series = {0};
    put_two(&series, &arena);
    series.count = 2;
    bs_export_series_array second = {.items = series.items + 1, .count = 1};
    assert_written(
        "json", BS_DIALECT_PLAIN, &second, 4,
        "{\"series\":[\n"
        "{\"series\":\"Trade/Amount@East, West\",\"label\":\"Amount \\\"net\\\"\","
        "\"subject\":\"East, West\",\"unit\":\"CNY\",\"frequency\":\"A\",\"group\":\"Trade\","
        "\"indicator\":\"Amount\",\"kind\":\"index\",\"unit_text\":\"만 위안\",\"total\":true,"
        "\"observations\":[\n"
        "{\"period\":\"2022\",\"value\":null,\"status\":\"actual\",\"vintage\":\"2023-10-13\","
        "\"source\":\"report, 10.txt\",\"line\":7,\"column\":null,\"text\":\"…\","
        "\"qualifier\":\"exact\",\"state\":\"not_published\"},\n"
        "{\"period\":\"2023\",\"value\":1300498600,\"status\":\"actual\",\"vintage\":\"2023-10-"
        "13\","
        "\"source\":\"report, 10.txt\",\"line\":8,\"column\":12,\"text\":\"130,049.86\","
        "\"qualifier\":\"exact\",\"state\":\"value\"},\n"
        "{\"period\":\"2024\",\"value\":12100000000,\"status\":\"actual\",\"vintage\":\"2023-10-"
        "13\","
        "\"source\":\"report, 10.txt\",\"line\":9,\"column\":null,\"text\":\"121\","
        "\"qualifier\":\"approx\",\"state\":\"value\"},\n"
        "{\"period\":\"2025\",\"value\":-5.0,\"status\":\"actual\",\"vintage\":\"2023-10-13\","
        "\"source\":\"report, 10.txt\",\"line\":null,\"column\":null,\"text\":\"-5.0\","
        "\"qualifier\":\"exact\",\"state\":\"value\"}]}]}\n");
    bs_export_series_array first = {.items = series.items, .count = 1};
    first.items[0].source = NULL;
    assert_written(
        "jsonl", BS_DIALECT_PLAIN, &first, 3,
        "{\"series\":\"목표/연산력 규모\",\"label\":\"연산력 규모\",\"subject\":null,"
        "\"unit\":\"EFLOPS\",\"frequency\":\"A\",\"period\":\"2023\",\"kind\":\"level\",\"value\":"
        "220,"
        "\"status\":\"target\",\"vintage\":null,\"source\":null,\"line\":196,\"column\":38,"
        "\"text\":\"220\",\"qualifier\":\"exact\",\"state\":\"value\"}\n"
        "{\"series\":\"목표/연산력 규모\",\"label\":\"연산력 규모\",\"subject\":null,"
        "\"unit\":\"EFLOPS\",\"frequency\":\"A\",\"period\":\"2024\",\"kind\":\"level\",\"value\":"
        "206,"
        "\"status\":\"target\",\"vintage\":null,\"source\":null,\"line\":196,\"column\":43,"
        "\"text\":\"206\",\"qualifier\":\"exact\",\"state\":\"value\"}\n"
        "{\"series\":\"목표/연산력 규모\",\"label\":\"연산력 규모\",\"subject\":null,"
        "\"unit\":\"EFLOPS\",\"frequency\":\"A\",\"period\":\"2025\",\"kind\":\"level\",\"value\":"
        "300,"
        "\"status\":\"target\",\"vintage\":null,\"source\":null,\"line\":196,\"column\":48,"
        "\"text\":\"300\",\"qualifier\":\"exact\",\"state\":\"value\"}\n");
    bs_arena_deinit(&arena);
}

static void test_nothing_to_write(void **state)
{
    (void)state;
    static const struct {
        const char *format;
        const char *expected;
    } cases[] = {
        {"csv", "series,label,subject,unit,frequency,period,kind,value,status,vintage,source,line,"
                "column\n"},
        {"wide", "period\n"},
        {"matrix", "series,label,subject,unit\n"},
        {"json", "{\"series\":[]}\n"},
        {"jsonl", ""},
    };
    size_t count;
    bs_export_format_table(&count);
    assert_int_equal(count, BS_COUNT(cases));
    const bs_export_series_array none = {0};
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        assert_written(cases[i].format, BS_DIALECT_PLAIN, &none, 0, cases[i].expected);
    }
    assert_null(bs_export_format_find(BS_STR("xls")));
}

static void test_names(void **state)
{
    (void)state;
    bs_dialect dialect;
    bs_list_format format;
    bs_error err = BS_ERROR_INIT;
    assert_int_equal(bs_dialect_parse(&dialect, BS_STR("excel"), NULL), BS_OK);
    assert_int_equal(dialect, BS_DIALECT_EXCEL);
    assert_int_equal(bs_dialect_parse(&dialect, BS_STR("word"), &err), BS_E_ARGUMENT);
    assert_string_equal(err.message, "there is no dialect 'word': it is one of plain, excel");
    assert_int_equal(bs_list_format_parse(&format, BS_STR("sarif"), NULL), BS_OK);
    assert_int_equal(format, BS_LIST_SARIF);
    assert_int_equal(bs_list_format_parse(&format, BS_STR(""), NULL), BS_E_ARGUMENT);
}

// --- round trips ---------------------------------------------------------------------------------

// The fields of an RFC 4180 file of this test's own, unquoted and joined: U+001F between fields,
// U+001E behind rows. It is no part of the program, so that a writer is not proved by its own
// reader.
static void parse_csv(const bs_buffer *in, bs_buffer *out)
{
    bool quoted = false;
    for (size_t at = 0; at < in->len; at++) {
        char c = in->ptr[at];
        if (c == '"' && quoted && at + 1 < in->len && in->ptr[at + 1] == '"') {
            bs_buffer_add_char(out, c);
            at++;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (quoted || (c != ',' && c != '\n')) {
            bs_buffer_add_char(out, c);
        } else {
            bs_buffer_add_char(out, c == ',' ? '\x1F' : '\x1E');
        }
    }
    assert_false(quoted);
}

static void test_long_csv_comes_back(void **state)
{
    (void)state;
    static const char *const odd[] = {
        "plain", "a,b", "\"", "\"\"", "a\nb", "\r\n",    " blank ",   "한글, 中文\"",
        "=1+2",  "'",   ",",  "\t",   "-5",   "2023-10", "a\"b,c\nd",
    };
    for (size_t i = 0; i < BS_COUNT(odd); i++) {
        bs_arena arena = BS_ARENA_INIT;
        bs_export_series_array series = {0};
        bs_buffer out = BS_BUFFER_INIT, fields = BS_BUFFER_INIT, expected = BS_BUFFER_INIT;
        bs_series like = {.key = bs_str_from(odd[i]),
                          .label = bs_str_from(odd[BS_COUNT(odd) - 1 - i]),
                          .unit = bs_str_from(odd[i])};
        put_series(&series, &arena, like, targets, 1);
        const bs_export_format *format = bs_export_format_find(BS_STR("csv"));
        assert_int_equal(bs_export_write(&out, format, &series, NULL, NULL, NULL), BS_OK);
        parse_csv(&out, &fields);
        bs_buffer_addf(&expected,
                       "series\x1Flabel\x1Fsubject\x1Funit\x1F"
                       "frequency\x1Fperiod\x1Fkind\x1F"
                       "value\x1Fstatus\x1Fvintage\x1Fsource\x1Fline\x1F"
                       "column\x1E"
                       "%s\x1F%s\x1F\x1F%s\x1F"
                       "A\x1F"
                       "2023\x1Flevel\x1F"
                       "220\x1Ftarget\x1F\x1F\x1F"
                       "196\x1F"
                       "38\x1E",
                       odd[i], odd[BS_COUNT(odd) - 1 - i], odd[i]);
        assert_text(&fields, expected.ptr);
        bs_buffer_deinit(&out);
        bs_buffer_deinit(&fields);
        bs_buffer_deinit(&expected);
        bs_arena_deinit(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_long),
        cmocka_unit_test(test_wide),
        cmocka_unit_test(test_matrix),
        cmocka_unit_test(test_excel),
        cmocka_unit_test(test_actual_and_target_are_not_mixed),
        cmocka_unit_test(test_one_of_several_vintages),
        cmocka_unit_test(test_periods_are_merged),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_nothing_to_write),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_long_csv_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
