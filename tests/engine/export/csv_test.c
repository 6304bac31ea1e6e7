// SPDX-License-Identifier: GPL-3.0-or-later
// Fields, quotes, dialects, and text that a spreadsheet would run.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/export/csv.h"

// The fields of one row in a dialect, as they are written.
static void assert_row(bs_dialect dialect, const char *const *fields, size_t count,
                       const char *expected)
{
    bs_buffer out = BS_BUFFER_INIT;
    bs_csv csv;
    bs_csv_begin(&csv, &out, dialect);
    for (size_t i = 0; i < count; i++)
        bs_csv_text(&csv, bs_str_from(fields[i]));
    bs_csv_end_row(&csv);
    assert_string_equal(out.ptr, expected);
    bs_buffer_deinit(&out);
}

#define ROW(dialect, expected, ...)                                                                \
    do {                                                                                           \
        static const char *const fields[] = {__VA_ARGS__};                                         \
        assert_row(dialect, fields, BS_COUNT(fields), expected);                                   \
    } while (0)

// RFC 4180, section 2: rules 5 to 7.
static void test_quotes_only_where_needed(void **state)
{
    (void)state;
    ROW(BS_DIALECT_PLAIN, "a,b,c\n", "a", "b", "c");
    ROW(BS_DIALECT_PLAIN, "\"a,b\",c d\n", "a,b", "c d");
    ROW(BS_DIALECT_PLAIN, "\"say \"\"yes\"\"\",\"\"\"\"\n", "say \"yes\"", "\"");
    ROW(BS_DIALECT_PLAIN, "\"two\nlines\",\"cr\r\"\n", "two\nlines", "cr\r");
    ROW(BS_DIALECT_PLAIN, ",,\n", "", "", "");
    ROW(BS_DIALECT_PLAIN, "연산력 규모,万元\n", "연산력 규모", "万元");
    ROW(BS_DIALECT_PLAIN, "\"\"\n", ""); // else the line would be empty
    ROW(BS_DIALECT_PLAIN, "=1+2,-x\n", "=1+2", "-x");
    ROW(BS_DIALECT_EXCEL,
        "\xEF\xBB\xBF"
        "a,\"b,\"\r\n",
        "a", "b,");
    ROW(BS_DIALECT_EXCEL,
        "\xEF\xBB\xBF"
        "\"\"\r\n",
        "");
    ROW(BS_DIALECT_EXCEL,
        "\xEF\xBB\xBF"
        "'=1+2,\"'=A1,\"\"x\"\"\"\r\n",
        "=1+2", "=A1,\"x\"");
}

static void test_numbers(void **state)
{
    (void)state;
    static const struct {
        bs_decimal number;
        const char *expected;
    } cases[] = {
        {{121, -8}, "12100000000\n"}, {{-50, 1}, "-5.0\n"},  {{130049860000, 2}, "1300498600.00\n"},
        {{0, 2}, "0.00\n"},           {{-5, 3}, "-0.005\n"},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_buffer out = BS_BUFFER_INIT;
        bs_csv csv;
        bs_csv_begin(&csv, &out, BS_DIALECT_PLAIN);
        bs_csv_number(&csv, cases[i].number);
        bs_csv_end_row(&csv);
        assert_string_equal(out.ptr, cases[i].expected);
        bs_buffer_deinit(&out);
    }
}

// The characters are those of OWASP's page on CSV injection, and their full-width twins, which East
// Asian spreadsheets take for the same.
static void test_what_a_spreadsheet_would_run(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool formula;
    } cases[] = {
        {"", false},    {"a", false},      {"=1+2", true},     {"+82 2 123", true},
        {"-x", true},   {"@SUM(1)", true}, {"\t=1", true},     {"\rx", true},
        {"\nx", true},  {"＝1", true},     {"＋1", true},      {"－1", true},
        {"＠x", true},  {" =1", true},     {"\u3000=1", true}, {"\uFEFF=1", true},
        {"-5", false},  {"-5.0", false},   {"+3", false},      {"-1.5e-3", false},
        {"-1e", true},  {"-5%", true},     {"-1,000", true},   {"-.5", true},
        {"-5.", true},  {"--5", true},     {"'x", false},      {"'=1", true},
        {"''-x", true}, {"1=1", false},    {"a=1", false},     {"−5", false},
        {"△5", false},  {"-", true},       {"=", true},        {"'", false},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        if (bs_csv_is_formula(bs_str_from(cases[i].text)) != cases[i].formula) {
            fail_msg("'%s'", cases[i].text);
        }
    }
}

// Taking one apostrophe off what begins with apostrophes and a formula gives every text back.
static void test_an_apostrophe_can_be_taken_off(void **state)
{
    (void)state;
    static const char *const texts[] = {"=1", "'=1", "''=1", "'x", "x", "-5", " @x", "'"};
    for (size_t i = 0; i < BS_COUNT(texts); i++) {
        bs_buffer out = BS_BUFFER_INIT;
        bs_csv csv;
        bs_csv_begin(&csv, &out, BS_DIALECT_EXCEL);
        bs_csv_text(&csv, bs_str_from(texts[i]));
        bs_str written = bs_str_slice(bs_buffer_str(&out), 3, out.len); // behind the mark
        bool disarmed = bs_str_starts(written, BS_STR("'")) && bs_csv_is_formula(written);
        if (disarmed) written = bs_str_slice(written, 1, written.len);
        assert_int_equal(csv.disarmed, disarmed);
        assert_true(bs_str_equal(written, bs_str_from(texts[i])));
        bs_buffer_deinit(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quotes_only_where_needed),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_what_a_spreadsheet_would_run),
        cmocka_unit_test(test_an_apostrophe_can_be_taken_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
