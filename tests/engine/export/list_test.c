// SPDX-License-Identifier: GPL-3.0-or-later
// Quantities and findings as lists. Expected texts are written by hand.
#include "export_fixture.h"

#include <cjson/cJSON.h>

// --- quantities ----------------------------------------------------------------------------------

static const bs_source source = {.path = BS_STR_INIT("a.txt")};

static bs_quantity quantity(bs_kind kind, const char *text, const char *unit, const char *value)
{
    return (bs_quantity){
        .kind = kind,
        .valued = value != NULL,
        .value = value != NULL ? decimal_of(value) : (bs_decimal){0},
        .unit = bs_str_from(unit),
        .text = bs_str_from(text),
        .origin = {.line = 3, .column = 14, .end_column = 20},
        .of = BS_NO_QUANTITY,
    };
}

static void put_quantities(bs_quantity_array *out, bs_arena *arena)
{
    bs_quantity money = quantity(BS_KIND_CURRENCY, "121억 위안", "CNY", "121e8");
    money.qualifier = BS_APPROX_OVER;
    money.period = period_of("2022");
    money.indicator = BS_STR("계약금액");
    money.subject = BS_STR("\"대만구\"");
    bs_quantity range = quantity(BS_KIND_RANGE, "30~40%", "%", "30");
    range.upper = decimal_of("40.0");
    bs_quantity date = quantity(BS_KIND_DATE, "9.9", "date", NULL);
    date.period = period_of("2023-09-09");
    bs_quantity year = quantity(BS_KIND_YEAR, "'22년", "year", "2022");
    year.period = period_of("2022");
    bs_quantity name = quantity(BS_KIND_IDENTIFIER, "IPv6", NULL, NULL);
    bs_quantity number = quantity(BS_KIND_IDENTIFIER, "1", NULL, "1");
    bs_quantity cell = quantity(BS_KIND_QUANTITY, "206", "EFLOPS", "206");
    cell.status = BS_STATUS_TARGET;
    cell.origin.table = 1;
    cell.origin.row = 2;
    cell.origin.col = 5;
    const bs_quantity all[] = {money, range, date, year, name, number, cell};
    for (size_t i = 0; i < BS_COUNT(all); i++)
        *BS_PUSH(arena, out) = all[i];
}

static void test_quantities(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_reading reading = {.source = &source};
    const bs_reading *readings[] = {&reading};
    bs_buffer out = BS_BUFFER_INIT;
    put_quantities(&reading.quantities, &arena);
    assert_int_equal(bs_export_quantities(&out, readings, 1, BS_LIST_JSONL, NULL), BS_OK);
#define HEAD "{\"file\":\"a.txt\",\"line\":3,\"column\":14,\"end_column\":20,"
    assert_text(
        &out,
        HEAD "\"text\":\"121억 위안\",\"value\":12100000000,\"unit\":\"CNY\",\"qualifier\":"
             "\"approx_over\",\"kind\":\"currency\",\"period\":\"2022\",\"indicator\":\"계약금액\","
             "\"subject\":\"\\\"대만구\\\"\",\"status\":\"actual\",\"table\":null,\"row\":null,"
             "\"col\":null}\n" //
        HEAD "\"text\":\"30~40%\",\"value\":[30,40.0],\"unit\":\"%\",\"qualifier\":\"exact\","
             "\"kind\":\"range\",\"period\":null,\"indicator\":null,\"subject\":null,"
             "\"status\":\"actual\",\"table\":null,\"row\":null,\"col\":null}\n" //
        HEAD "\"text\":\"9.9\",\"value\":\"2023-09-09\",\"unit\":\"date\",\"qualifier\":\"exact\","
             "\"kind\":\"date\",\"period\":\"2023-09-09\",\"indicator\":null,\"subject\":null,"
             "\"status\":\"actual\",\"table\":null,\"row\":null,\"col\":null}\n" //
        HEAD "\"text\":\"'22년\",\"value\":2022,\"unit\":\"year\",\"qualifier\":\"exact\","
             "\"kind\":\"year\",\"period\":\"2022\",\"indicator\":null,\"subject\":null,"
             "\"status\":\"actual\",\"table\":null,\"row\":null,\"col\":null}\n" //
        HEAD "\"text\":\"IPv6\",\"value\":null,\"unit\":null,\"qualifier\":\"exact\","
             "\"kind\":\"identifier\",\"period\":null,\"indicator\":null,\"subject\":null,"
             "\"status\":\"actual\",\"table\":null,\"row\":null,\"col\":null}\n" //
        HEAD "\"text\":\"1\",\"value\":1,\"unit\":null,\"qualifier\":\"exact\","
             "\"kind\":\"identifier\",\"period\":null,\"indicator\":null,\"subject\":null,"
             "\"status\":\"actual\",\"table\":null,\"row\":null,\"col\":null}\n" //
        HEAD "\"text\":\"206\",\"value\":206,\"unit\":\"EFLOPS\",\"qualifier\":\"exact\","
             "\"kind\":\"quantity\",\"period\":null,\"indicator\":null,\"subject\":null,"
             "\"status\":\"target\",\"table\":1,\"row\":2,\"col\":5}\n");
    bs_buffer_clear(&out);
    reading.quantities.count = 2;
    assert_int_equal(bs_export_quantities(&out, readings, 1, BS_LIST_CSV, NULL), BS_OK);
    assert_text(&out, "file,line,column,end_column,text,value,unit,qualifier,kind,period,indicator,"
                      "subject,status,table,row,col\n"
                      "a.txt,3,14,20,121억 위안,12100000000,CNY,approx_over,currency,2022,계약금액,"
                      "\"\"\"대만구\"\"\",actual,,,\n"
                      "a.txt,3,14,20,30~40%,30/40.0,%,exact,range,,,,actual,,,\n");
    bs_buffer_clear(&out);
    assert_int_equal(bs_export_quantities(&out, readings, 1, BS_LIST_SARIF, NULL), BS_E_ARGUMENT);
    bs_buffer_deinit(&out);
    bs_arena_deinit(&arena);
}

// Two readings are one list, and none is an empty one.
static void test_quantities_of_several_readings(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_reading reading = {.source = &source};
    const bs_reading *readings[] = {&reading, &reading};
    bs_buffer out = BS_BUFFER_INIT;
    assert_int_equal(bs_export_quantities(&out, readings, 2, BS_LIST_JSON, NULL), BS_OK);
    assert_text(&out, "[]\n");
    bs_buffer_clear(&out);
    put_quantities(&reading.quantities, &arena);
    assert_int_equal(bs_export_quantities(&out, readings, 2, BS_LIST_JSON, NULL), BS_OK);
    cJSON *list = cJSON_Parse(out.ptr);
    assert_int_equal(cJSON_GetArraySize(list), 14);
    cJSON_Delete(list);
    bs_buffer_deinit(&out);
    bs_arena_deinit(&arena);
}

// --- findings ------------------------------------------------------------------------------------

static bs_finding dip_finding(bs_arena *arena, const bs_source *from)
{
    bs_finding finding = {
        .code = "dip",
        .severity = BS_ERROR,
        .probability = 0.98,
        .score = 3.25,
        .source = from,
        .origin = {.line = 2, .column = 8, .end_column = 10},
        .series = BS_STR("목표/연산력"),
        .period = BS_STR("2024"),
        .observed = BS_STR("206"),
        .proposals = {{BS_STR_INIT("260"), 0.9375, "transpose"},
                      {BS_STR_INIT("256"), 0.03, "substitute"}},
        .proposal_count = 2,
        .message = BS_STR("206 falls between 220 and 300"),
    };
    bs_related *related = BS_PUSH(arena, &finding.related);
    *related =
        (bs_related){.origin = {.line = 2, .column = 4, .end_column = 6}, .text = BS_STR("220")};
    return finding;
}

static void put_findings(bs_finding_array *out, bs_arena *arena, bs_source *from)
{
    assert_int_equal(bs_source_init(from, arena, BS_STR("주보/a b.txt"),
                                    BS_STR("title\n연산력 220 206 300\n"), NULL),
                     BS_OK);
    *BS_PUSH(arena, out) = dip_finding(arena, from);
    *BS_PUSH(arena, out) = (bs_finding){
        .code = "date",
        .severity = BS_NOTE,
        .probability = 0.5,
        .source = from,
        .origin = {.line = 1},
        .message = BS_STR("=the date, \"(10.19)\" is late"),
        .listed_only = true,
    };
}

static void write_findings(bs_buffer *out, const bs_finding_array *findings, bs_list_format format)
{
    static const bs_export_rule rules[] = {{"sum", "a total is its parts", NULL},
                                           {"dip", "a value falls out", "It is compared."}};
    bs_findings_options options = {
        .format = format, .rules = rules, .rule_count = BS_COUNT(rules), .version = "0.1.0"};
    bs_buffer_clear(out);
    assert_int_equal(bs_export_findings(out, findings, &options, NULL), BS_OK);
}

// The ids are FNV-1a over the parts that finding.c names, by a separate calculation in Python:
//   h = 0xcbf29ce484222325
//   for part in parts:
//       for byte in part.encode() + b"\x1f": h = ((h ^ byte) * 0x100000001b3) % 2**64
//   "%012x" % (h >> 16)
// of "dip", "a b.txt", "목표/연산력", "2024" and of "date", "a b.txt", "", "", "title", "0".
#define DIP_ID "538459035ca8"
#define DATE_ID "b6153399ce29"

static void test_findings(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_finding_array findings = {0};
    bs_source from;
    bs_buffer out = BS_BUFFER_INIT;
    put_findings(&findings, &arena, &from);
    write_findings(&out, &findings, BS_LIST_JSONL);
#define DIP                                                                                             \
    "{\"id\":\"" DIP_ID "\",\"code\":\"dip\",\"severity\":\"error\",\"file\":\"주보/a b.txt\","       \
    "\"line\":2,\"column\":8,\"series\":\"목표/연산력\",\"period\":\"2024\",\"observed\":\"206\"," \
    "\"proposed\":\"260\",\"probability\":0.98,\"message\":\"206 falls between 220 and 300\","          \
    "\"related\":[{\"file\":\"주보/a b.txt\",\"line\":2,\"column\":4,\"text\":\"220\"}],"             \
    "\"proposals\":[{\"text\":\"260\",\"probability\":0.9375,\"slip\":\"transpose\"},"                  \
    "{\"text\":\"256\",\"probability\":0.03,\"slip\":\"substitute\"}]"
#define DATE                                                                                       \
    "{\"id\":\"" DATE_ID "\",\"code\":\"date\",\"severity\":\"note\",\"file\":\"주보/a b.txt\"," \
    "\"line\":1,\"column\":null,\"series\":null,\"period\":null,\"observed\":null,"                \
    "\"proposed\":null,\"probability\":0.5,\"message\":\"=the date, \\\"(10.19)\\\" is late\","    \
    "\"related\":[],\"proposals\":[]"
    assert_text(&out, DIP "}\n" DATE "}\n");
    write_findings(&out, &findings, BS_LIST_JSON);
    assert_text(&out, "[\n" DIP "},\n" DATE "}]\n");
    bs_findings_options scored = {.format = BS_LIST_JSONL, .with_score = true};
    bs_buffer_clear(&out);
    assert_int_equal(bs_export_findings(&out, &findings, &scored, NULL), BS_OK);
    assert_text(&out, DIP ",\"score\":3.25,\"flag\":true}\n" DATE ",\"score\":0,\"flag\":false}\n");
    bs_buffer_deinit(&out);
    bs_arena_deinit(&arena);
}

static void test_findings_as_csv(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_finding_array findings = {0};
    bs_source from;
    bs_buffer out = BS_BUFFER_INIT;
    put_findings(&findings, &arena, &from);
    write_findings(&out, &findings, BS_LIST_CSV);
#define HEADER                                                                                     \
    "id,code,severity,file,line,column,series,period,observed,proposed,probability,message,"       \
    "related,proposals"
    assert_text(&out,
                HEADER "\n" DIP_ID ",dip,error,주보/a b.txt,2,8,목표/연산력,2024,206,260,0.98,"
                       "206 falls between 220 and 300,주보/a b.txt:2:4 220,"
                       "260 (94 %); 256 (3 %)\n" DATE_ID ",date,note,주보/a b.txt,1,,,,,,0.5,"
                       "\"=the date, \"\"(10.19)\"\" is late\",,\n");
    bs_findings_options options = {
        .format = BS_LIST_CSV, .dialect = BS_DIALECT_EXCEL, .with_score = true};
    bs_buffer_clear(&out);
    findings.items += 1;
    findings.count = 1;
    assert_int_equal(bs_export_findings(&out, &findings, &options, NULL), BS_OK);
    assert_text(&out,
                "\xEF\xBB\xBF" HEADER ",score,flag\r\n" DATE_ID
                ",date,note,주보/a b.txt,1,,,,,,0.5,\"'=the date, \"\"(10.19)\"\" is late\",,,0,"
                "false\r\n");
    bs_buffer_deinit(&out);
    bs_arena_deinit(&arena);
}

// SARIF 2.1.0: columns are code points and the end is exclusive (3.30.6, 3.30.8), a path is a URI
// reference (3.4.3), what is only listed is no result.
static void test_findings_as_sarif(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_finding_array findings = {0};
    bs_source from;
    bs_buffer out = BS_BUFFER_INIT;
    put_findings(&findings, &arena, &from);
    write_findings(&out, &findings, BS_LIST_SARIF);
#define URI "{\"uri\":\"%EC%A3%BC%EB%B3%B4/a%20b.txt\"}"
#define REGION "{\"startLine\":2,\"startColumn\":8,\"endColumn\":11}"
    assert_text(
        &out,
        "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
        "\"runs\":[{\"tool\":{\"driver\":{\"name\":\"bseries\",\"version\":\"0.1.0\",\"rules\":["
        "{\"id\":\"sum\",\"shortDescription\":{\"text\":\"a total is its parts\"}},"
        "{\"id\":\"dip\",\"shortDescription\":{\"text\":\"a value falls out\"},"
        "\"fullDescription\":{\"text\":\"It is compared.\"}},{\"id\":\"date\"}]}},"
        "\"columnKind\":\"unicodeCodePoints\",\"results\":[\n"
        "{\"ruleId\":\"dip\",\"ruleIndex\":1,\"level\":\"error\",\"rank\":98,"
        "\"message\":{\"text\":\"206 falls between 220 and 300\"},"
        "\"locations\":[{\"physicalLocation\":{\"artifactLocation\":" URI ",\"region\":" REGION
        "}}],"
        "\"relatedLocations\":[{\"id\":0,\"physicalLocation\":{\"artifactLocation\":" URI ","
        "\"region\":{\"startLine\":2,\"startColumn\":4,\"endColumn\":7}},"
        "\"message\":{\"text\":\"220\"}}],"
        "\"fixes\":[{\"description\":{\"text\":\"replace 206 by 260\"},\"artifactChanges\":[{"
        "\"artifactLocation\":" URI ",\"replacements\":[{\"deletedRegion\":" REGION ","
        "\"insertedContent\":{\"text\":\"260\"}}]}]},"
        "{\"description\":{\"text\":\"replace 206 by 256\"},\"artifactChanges\":[{"
        "\"artifactLocation\":" URI ",\"replacements\":[{\"deletedRegion\":" REGION ","
        "\"insertedContent\":{\"text\":\"256\"}}]}]}],"
        "\"partialFingerprints\":{\"bseries/v1\":\"" DIP_ID "\"},"
        "\"properties\":{\"series\":\"목표/연산력\",\"period\":\"2024\",\"observed\":\"206\","
        "\"probability\":0.98}}]}]}\n");
    cJSON *parsed = cJSON_Parse(out.ptr);
    assert_non_null(parsed);
    cJSON_Delete(parsed);
    findings.count = 0;
    bs_findings_options bare = {.format = BS_LIST_SARIF};
    bs_buffer_clear(&out);
    assert_int_equal(bs_export_findings(&out, &findings, &bare, NULL), BS_OK);
    assert_text(&out, "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\","
                      "\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"bseries\","
                      "\"rules\":[]}},\"columnKind\":\"unicodeCodePoints\",\"results\":[]}]}\n");
    bs_buffer_deinit(&out);
    bs_arena_deinit(&arena);
}

// The id names the place, not what is printed there, and not the folder or the lines above.
static void test_ids(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_source from, moved;
    assert_int_equal(bs_source_init(&from, &arena, BS_STR("a/x.txt"), BS_STR("one\n"), NULL),
                     BS_OK);
    assert_int_equal(bs_source_init(&moved, &arena, BS_STR("b/x.txt"), BS_STR("new\none\n"), NULL),
                     BS_OK);
    bs_finding first = dip_finding(&arena, &from), second = dip_finding(&arena, &moved);
    second.observed = BS_STR("207");
    second.origin.line = 3;
    bs_str id = bs_finding_id(&first, &arena);
    assert_int_equal(id.len, 12);
    assert_true(bs_str_equal(id, bs_finding_id(&second, &arena)));
    second.period = BS_STR("2025");
    assert_false(bs_str_equal(id, bs_finding_id(&second, &arena)));
    first.series = second.series = (bs_str){0};
    first.period = second.period = (bs_str){0};
    first.origin.line = 1;
    second.origin.line = 2;
    id = bs_finding_id(&first, &arena);
    assert_true(bs_str_equal(id, bs_finding_id(&second, &arena)));
    second.origin.column = 1;
    assert_false(bs_str_equal(id, bs_finding_id(&second, &arena)));
    first.source = NULL;
    assert_int_equal(bs_finding_id(&first, &arena).len, 12);
    bs_arena_deinit(&arena);
}

// Text that could break JSON, and a probability that is no number.
static void test_odd_text(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_finding_array findings = {0};
    bs_buffer out = BS_BUFFER_INIT;
    *BS_PUSH(&arena, &findings) = (bs_finding){
        .code = "odd",
        .probability = 0.0 / 1.0,
        .score = 1e300 * 1e300,
        .message = {"a\0b\x01\"\\\n\x1B", 8},
    };
    bs_findings_options options = {.with_score = true, .format = BS_LIST_JSONL};
    assert_int_equal(bs_export_findings(&out, &findings, &options, NULL), BS_OK);
    cJSON *object = cJSON_Parse(out.ptr);
    assert_non_null(object);
    const cJSON *message = cJSON_GetObjectItem(object, "message");
    assert_string_equal(message->valuestring, "a\xEF\xBF\xBD"
                                              "b\x01\"\\\n\x1B");
    assert_true(cJSON_IsNull(cJSON_GetObjectItem(object, "score")));
    assert_true(cJSON_IsNull(cJSON_GetObjectItem(object, "file")));
    cJSON_Delete(object);
    bs_buffer_deinit(&out);
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quantities),
        cmocka_unit_test(test_quantities_of_several_readings),
        cmocka_unit_test(test_findings),
        cmocka_unit_test(test_findings_as_csv),
        cmocka_unit_test(test_findings_as_sarif),
        cmocka_unit_test(test_ids),
        cmocka_unit_test(test_odd_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
