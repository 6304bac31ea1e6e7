// SPDX-License-Identifier: GPL-3.0-or-later
// Expected fields follow RFC 4180 and were compared with the csv module of Python 3.11; expected
// places were counted by hand.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "engine/base/limits.h"
#include "engine/read/csv.h"
#include "engine/read/reader.h"

typedef struct fixture {
    bs_arena arena;
    bs_source source;
    bs_buffer dump; // "T|field|field\n" a row; the first letter is its kind
    bs_csv_form form;
    bs_error err;
} fixture;

static bs_status dump_row(void *context, const bs_row *row, bs_error *err)
{
    (void)err;
    fixture *fix = context;
    bs_buffer_add_char(&fix->dump, "^T_"[row->kind]);
    for (size_t i = 0; i < row->count; i++) {
        const bs_field *field = &row->fields[i];
        bs_origin origin = bs_source_locate(&fix->source, field->place);
        assert_int_equal(field->line, origin.line);
        assert_int_equal(field->column, origin.column);
        bs_buffer_add_char(&fix->dump, '|');
        bs_buffer_add(&fix->dump, field->text);
    }
    bs_buffer_add_char(&fix->dump, '\n');
    return BS_OK;
}

static bs_status read_text(fixture *fix, const char *path, bs_str text, char delimiter)
{
    *fix = (fixture){.err = BS_ERROR_INIT};
    bs_csv_options options = {.delimiter = delimiter};
    assert_int_equal(bs_source_init(&fix->source, &fix->arena, bs_str_from(path), text, NULL),
                     BS_OK);
    return bs_csv_read(&fix->source, &options, (bs_row_sink){fix, dump_row}, &fix->form, &fix->err);
}

static void release(fixture *fix)
{
    bs_buffer_deinit(&fix->dump);
    bs_arena_deinit(&fix->arena);
}

static void expect_rows(const char *text, const char *rows)
{
    fixture fix;
    bs_status status = read_text(&fix, "a.csv", bs_str_from(text), 0);
    if (status != BS_OK) print_message("%s\n", fix.err.message);
    assert_int_equal(status, BS_OK);
    assert_string_equal(fix.dump.ptr, rows);
    release(&fix);
}

static void expect_error(bs_str text, bs_status status, uint32_t line, uint32_t column,
                         const char *message)
{
    fixture fix;
    assert_int_equal(read_text(&fix, "a.csv", text, 0), status);
    assert_string_equal(fix.err.message, message);
    assert_string_equal(fix.err.file, "a.csv");
    assert_int_equal(fix.err.line, line);
    assert_int_equal(fix.err.column, column);
    release(&fix);
}

static void fields_as_rfc_4180_says(void **state)
{
    (void)state;
    expect_rows("a,b\n1,2\n", "T|a|b\nT|1|2\n");
    expect_rows("a,b\r\n1,2\r\n", "T|a|b\nT|1|2\n");
    expect_rows("a,b\r1,2\r", "T|a|b\nT|1|2\n");
    expect_rows("a,b\n1,2", "T|a|b\nT|1|2\n");
    expect_rows("a,b\n1,\n,\n,2\n", "T|a|b\nT|1|\nT||2\n"); // a row of nothing is no row
    expect_rows("a,b\n\"1,234\",\"x\"\"y\"\n", "T|a|b\nT|1,234|x\"y\n");
    expect_rows("a,b\n\"line\nbreak\",\"\"\n", "T|a|b\nT|line\nbreak|\n");
    expect_rows("a, b \n 1 , \" 2 \" \n", "T|a| b \nT| 1 | 2 \n"); // blanks belong to the field
    expect_rows("연도,\"값 \"\"가\"\"\"\n2020,\"\"\"\"\n", "T|연도|값 \"가\"\nT|2020|\"\n");
}

static void delimiters_are_found(void **state)
{
    (void)state;
    expect_rows("year;value\n2020;1,5\n2021;2,5\n", "T|year|value\nT|2020|1,5\nT|2021|2,5\n");
    expect_rows("year\tvalue\n2020\t1,000\n", "T|year|value\nT|2020|1,000\n");
    expect_rows("year|value\n2020|1,000\n", "T|year|value\nT|2020|1,000\n");
    expect_rows("year,note\n2020,a;b\n2021,c;d\n", "T|year|note\nT|2020|a;b\nT|2021|c;d\n");
    expect_rows("J;a;b\n2020;1,5;2,5\n2021;1,7;2,7\n", "T|J|a|b\nT|2020|1,5|2,5\nT|2021|1,7|2,7\n");
}

static void a_delimiter_can_be_given(void **state)
{
    (void)state;
    fixture fix;
    assert_int_equal(read_text(&fix, "a.txt", BS_STR("a;b,c\n1;2,3\n"), ';'), BS_OK);
    assert_string_equal(fix.dump.ptr, "T|a|b,c\nT|1|2,3\n");
    assert_int_equal(fix.form.delimiter, ';');
    release(&fix);
    assert_int_equal(read_text(&fix, "a.txt", BS_STR("a:b\n1:2\n"), ':'), BS_E_ARGUMENT);
    release(&fix);
}

static void lines_around_the_table(void **state)
{
    (void)state;
    expect_rows("# made by hand\nTable 1. Exports, in won\n\nyear;value\n2020;1,5\n\n2021;2,5\n\n"
                "※ the \"new\" series\nSource: KOSTAT, 2020\n",
                "^|made by hand\n^|Table 1. Exports, in won\nT|year|value\nT|2020|1,5\nT|2021|2,5\n"
                "_|※ the \"new\" series\n_|Source: KOSTAT, 2020\n");
    expect_rows("표 1,,\n,,\n연도,수출,수입\n2020,1,2\n2021,3,4\n,,\n자료: 통계청,,\n",
                "^|표 1\nT|연도|수출|수입\nT|2020|1|2\nT|2021|3|4\n_|자료: 통계청\n");
    expect_rows("title, with comma\nyear,a,b\n2020,1,2\n2021,3,4\n",
                "^|title, with comma\nT|year|a|b\nT|2020|1|2\nT|2021|3|4\n");
    expect_rows("#year,value\n2020,1\n2021,2\n", "T|year|value\nT|2020|1\nT|2021|2\n");
    expect_rows(",GDP\n2020,1\n2021,2\n", "T||GDP\nT|2020|1\nT|2021|2\n");
    // Rows that look like notes: they have all fields, and end in a number or an empty one.
    expect_rows("a,b,c\nNote: x,1,2\n* y,1,\n#z,1,2\n# see y, z, too\nNote: w,,\n",
                "T|a|b|c\nT|Note: x|1|2\nT|* y|1|\nT|#z|1|2\n_|see y, z, too\n_|Note: w\n");
    expect_rows("a,b\n1,2\n# in between\n3,4\n", "T|a|b\nT|1|2\n_|in between\nT|3|4\n");
}

static void the_form_is_told(void **state)
{
    (void)state;
    fixture fix;
    assert_int_equal(read_text(&fix, "a.csv", BS_STR("title\n\na\tb\tc\n1\t2\t3\n4\t5\t6\n"), 0),
                     BS_OK);
    assert_int_equal(fix.form.delimiter, '\t');
    assert_int_equal(fix.form.header_line, 3);
    assert_int_equal(fix.form.column_count, 3);
    assert_int_equal(fix.form.row_count, 2);
    release(&fix);
}

static void broken_files_are_refused_with_their_place(void **state)
{
    (void)state;
    expect_error(BS_STR("a,b,c\n1,2\n"), BS_E_FORMAT, 2, 3, "row has 2 fields, the header has 3");
    expect_error(BS_STR("a,b\n1,2,3\n4,5\n"), BS_E_FORMAT, 2, 5,
                 "row has 3 fields, the header has 2");
    expect_error(BS_STR("a,b\n1,2,3\n4,5,6\n"), BS_E_FORMAT, 2, 5,
                 "row has 3 fields, the header has 2");
    expect_error(BS_STR("a,b\n1,2\n3"), BS_E_FORMAT, 3, 1, "row has 1 field, the header has 2");
    expect_error(BS_STR("연도,값\n2020,\"1\n2021,2\n"), BS_E_FORMAT, 2, 6,
                 "a quote is opened here and not closed; expected '\"' before the end of the file");
    expect_error(BS_STR("연도,값\n서울,1\"5\n"), BS_E_FORMAT, 2, 5,
                 "quote inside an unquoted field; expected the whole field in quotes, and this "
                 "quote doubled");
    expect_error(BS_STR("a,b\n1,\"2\"5\n"), BS_E_FORMAT, 2, 6,
                 "text behind a closing quote; expected ',' or the end of the row (a quote inside "
                 "a quoted field is doubled)");
    expect_error(BS_STR("a,b\n1,\0\n"), BS_E_FORMAT, 2, 3,
                 "a zero byte stands in the text; expected a text file");
}

static void files_without_a_table(void **state)
{
    (void)state;
    expect_error(BS_STR(""), BS_E_FORMAT, 1, 1,
                 "the file is empty; expected a header and rows of data");
    expect_error(BS_STR("\n \r\n"), BS_E_FORMAT, 1, 1,
                 "the file is empty; expected a header and rows of data");
    expect_error(BS_STR("year,value\n"), BS_E_FORMAT, 2, 1,
                 "no row of data under the header; expected at least one");
    expect_error(BS_STR("hello\nworld\n"), BS_E_FORMAT, 1, 1,
                 "no row of two or more fields; expected fields parted by ',' ';' '|' or a tab");
}

// A text of `head`, `count` times `unit`, and `tail`.
static bs_str repeated(const char *head, const char *unit, size_t count, const char *tail)
{
    size_t unit_len = strlen(unit);
    size_t len = strlen(head) + unit_len * count + strlen(tail);
    char *text = malloc(len + 1);
    assert_non_null(text);
    char *to = stpcpy(text, head);
    for (size_t i = 0; i < count; i++, to += unit_len)
        memcpy(to, unit, unit_len);
    memcpy(to, tail, strlen(tail) + 1);
    return (bs_str){text, len};
}

static void limits_hold(void **state)
{
    (void)state;
    bs_str wide = repeated("a", ",b", 1000 * 1000, "\n1,2\n");
    expect_error(wide, BS_E_LIMIT, 1, 2 * 16384 + 1, "more than 16384 columns");
    free((char *)wide.ptr);
    bs_str cell = repeated("a,b\n1,", "x", BS_CELL_BYTES_MAX + 1, "\n");
    expect_error(cell, BS_E_LIMIT, 2, 3, "a cell is larger than 1048576 bytes");
    free((char *)cell.ptr);
    bs_str open = repeated("a,b\n1,\"", "x,\n", BS_CELL_BYTES_MAX / 2, "\n");
    expect_error(open, BS_E_LIMIT, 2, 3,
                 "a cell is larger than 1048576 bytes; is its quote closed?");
    free((char *)open.ptr);
    bs_str line = repeated("a,b\n1,", "x,", BS_LINE_BYTES_MAX / 2, "\n");
    expect_error(line, BS_E_LIMIT, 2, 1, "a line is larger than 67108864 bytes");
    free((char *)line.ptr);
}

static bs_status count_row(void *context, const bs_row *row, bs_error *err)
{
    (void)row;
    (void)err;
    ++*(size_t *)context;
    return BS_OK;
}

// Linear with either line end alone: with a quadratic search this test would take minutes.
static void long_files_with_one_kind_of_line_end(void **state)
{
    (void)state;
    static const char *const rows[] = {"2020,1,2\r", "2020,1,2\n", "2020,1,2\r\n"};
    for (size_t i = 0; i < 3; i++) {
        bs_str text = repeated("a,b,c\r", rows[i], 500 * 1000, "");
        bs_arena arena = BS_ARENA_INIT;
        bs_source source;
        size_t count = 0;
        assert_int_equal(bs_source_init(&source, &arena, BS_STR("a"), text, NULL), BS_OK);
        assert_int_equal(bs_csv_read(&source, NULL, (bs_row_sink){&count, count_row}, NULL, NULL),
                         BS_OK);
        assert_int_equal(count, 500 * 1000 + 1);
        bs_arena_deinit(&arena);
        free((char *)text.ptr);
    }
}

static bs_status refuse_row(void *context, const bs_row *row, bs_error *err)
{
    (void)row;
    size_t *calls = context;
    (*calls)++;
    return bs_fail(err, BS_E_RANGE, "no more");
}

static void the_sink_can_stop_it(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_error err = BS_ERROR_INIT;
    bs_source source;
    size_t calls = 0;
    assert_int_equal(bs_source_init(&source, &arena, BS_STR("a"), BS_STR("a,b\n1,2\n"), NULL),
                     BS_OK);
    bs_row_sink sink = {&calls, refuse_row};
    assert_int_equal(bs_csv_read(&source, NULL, sink, NULL, &err), BS_E_RANGE);
    assert_int_equal(calls, 1);
    bs_arena_deinit(&arena);
}

static bool sniff(const char *path, const char *text)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_source source;
    assert_int_equal(bs_source_init(&source, &arena, bs_str_from(path), bs_str_from(text), NULL),
                     BS_OK);
    bool out = bs_read_is_csv(&source);
    bs_arena_deinit(&arena);
    return out;
}

static void data_files_are_told_from_texts(void **state)
{
    (void)state;
    assert_true(sniff("x.CSV", "hello"));
    assert_true(sniff("-", "series,period,value\nGDP,2020,1\nGDP,2021,2\n"));
    assert_true(sniff("x.txt", "year\ta\n2020\t1\n2021\t2\n"));
    assert_false(sniff("x.md", "a,b\n1,2\n3,4\n"));
    assert_true(sniff("-", "# comment\n# more\nExports\nyear,a\n2020,1\n2021,2\n"));
    assert_false(sniff("-", "Harbour\n\nTraffic reached 1.2 million boxes, up 4.5%.\n\nTable 1\n\n"
                            "Kind\t2021\t2022\nTotal\t900\t1,000\nBulk\t400\t450\n"));
    assert_false(sniff("-", ""));
    assert_false(sniff("-", "| year | a |\n|---|---|\n| 2020 | 1 |\n| 2021 | 2 |\n"));
    assert_false(sniff("-", "Exports rose, imports fell, prices held.\nTrade, however, grew.\n"
                            "In 2023, exports were 12,100, up 5%.\n"));
    assert_false(sniff("x.txt",
                       "주간 동향\n\n□ 수출은 12억, 수입은 3억\n연도\t2020\t2021\n값\t1\t2\n"
                       "\no 끝\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_as_rfc_4180_says),
        cmocka_unit_test(delimiters_are_found),
        cmocka_unit_test(a_delimiter_can_be_given),
        cmocka_unit_test(lines_around_the_table),
        cmocka_unit_test(the_form_is_told),
        cmocka_unit_test(broken_files_are_refused_with_their_place),
        cmocka_unit_test(files_without_a_table),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(long_files_with_one_kind_of_line_end),
        cmocka_unit_test(the_sink_can_stop_it),
        cmocka_unit_test(data_files_are_told_from_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
