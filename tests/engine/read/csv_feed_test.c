// SPDX-License-Identifier: GPL-3.0-or-later
// The block reader against the one that libcsv drives: the same rows, cells and places, or the same
// complaint, on written cases and on files made at random.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "engine/read/csv_feed.h"

// Everything that was said of a file, as text.
static bs_status note_row(void *context, const bs_row *row, bs_error *err)
{
    (void)err;
    bs_buffer *out = context;
    if (row->kind == BS_ROW_NOTE) return BS_OK;
    bs_buffer_addf(out, "%c%u", row->kind == BS_ROW_TITLE ? 'T' : 'R', (unsigned)row->line);
    for (size_t i = 0; i < row->count; i++) {
        const bs_field *field = &row->fields[i];
        bs_buffer_addf(out, " <%.*s|%.*s|%u:%u>", BS_STR_ARG(field->text), BS_STR_ARG(field->place),
                       (unsigned)field->line, (unsigned)field->column);
    }
    bs_buffer_add_char(out, '\n');
    return BS_OK;
}

static void note_error(bs_buffer *out, uint32_t line, uint32_t column, const char *message)
{
    bs_buffer_addf(out, "E%u:%u %s\n", (unsigned)line, (unsigned)column, message);
}

static void read_by_libcsv(bs_buffer *out, bs_str text)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_source source;
    bs_error err = BS_ERROR_INIT;
    assert_int_equal(bs_source_init(&source, &arena, BS_STR("x.csv"), text, NULL), BS_OK);
    bs_row_sink sink = {out, note_row};
    bs_csv_options options = {.delimiter = ','};
    if (bs_csv_read(&source, &options, sink, NULL, &err) != BS_OK)
        note_error(out, err.line, err.column, err.message);
    bs_arena_deinit(&arena);
}

static bs_status note_titles(void *context, const bs_row *row, bs_error *err)
{
    return row->kind == BS_ROW_TITLE ? note_row(context, row, err) : BS_OK;
}

static void note_block_row(bs_buffer *out, const bs_row_block *block, size_t row)
{
    enum { FIELD_COUNT_MAX = 64 };
    bs_field fields[FIELD_COUNT_MAX];
    bs_arena arena = BS_ARENA_INIT;
    assert_true(block->width <= FIELD_COUNT_MAX);
    for (size_t i = 0; i < block->width; i++) {
        const bs_row_cell *cell = &block->cells[row * block->width + i];
        bs_str place = bs_row_cell_place(block, cell);
        bs_place at = bs_row_block_place(block, row, place.ptr);
        fields[i] = (bs_field){.place = place, .line = at.line, .column = at.column};
        assert_int_equal(bs_row_cell_text(&fields[i].text, &arena, block, cell, NULL), BS_OK);
    }
    bs_row out_row = {BS_ROW_TABLE, block->row_lines[row], fields, block->width};
    assert_int_equal(note_row(out, &out_row, NULL), BS_OK);
    bs_arena_deinit(&arena);
}

// True when the block had a bad row: what comes behind it does not count.
static bool note_block(bs_buffer *out, const bs_row_block *block)
{
    const bs_bad_row *bad = block->bad.count > 0 ? &block->bad.items[0] : NULL;
    size_t count = bad != NULL ? bad->row : block->row_count;
    for (size_t i = 0; i < count; i++)
        note_block_row(out, block, i);
    if (bad != NULL) note_error(out, bad->line_number, bad->column, bad->message);
    return bad != NULL;
}

static void write_file(const char *path, bs_str text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text.ptr, 1, text.len, file), text.len);
    assert_int_equal(fclose(file), 0);
}

static void read_by_blocks(bs_buffer *out, bs_str text, size_t block_bytes)
{
    char path[] = "/tmp/bs-feed-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
    write_file(path, text);
    bs_csv_feed *feed;
    bs_error err = BS_ERROR_INIT;
    bs_row_block block = BS_ROW_BLOCK_INIT;
    bs_csv_options options = {.delimiter = ',', .block_bytes = block_bytes};
    bs_row_sink sink = {out, note_titles};
    bs_status status = bs_csv_feed_open(&feed, path, &options, &err);
    if (status == BS_OK) {
        status = bs_csv_feed_head(feed, SIZE_MAX, sink, &err);
        bool more = status == BS_OK, bad = false;
        size_t rows = 0;
        uint64_t at = 0;
        while (more && !bad) {
            assert_int_equal(bs_csv_feed_next(feed, &block, &more, &err), BS_OK);
            if (!more) break;
            assert_true(at == 0 || block.offset == at);
            at = block.offset + block.text.len;
            assert_int_equal(bs_csv_block_split(&block, &err), BS_OK);
            bad = note_block(out, &block);
            rows += block.row_count;
        }
        bs_row_block_deinit(&block);
        bs_csv_feed_close(feed);
    }
    if (status != BS_OK) note_error(out, err.line, err.column, err.message);
    unlink(path);
}

static void assert_same(bs_str text)
{
    static const size_t sizes[] = {1, 7, 64, 0};
    bs_buffer expected = BS_BUFFER_INIT;
    read_by_libcsv(&expected, text);
    for (size_t i = 0; i < BS_COUNT(sizes); i++) {
        bs_buffer got = BS_BUFFER_INIT;
        read_by_blocks(&got, text, sizes[i]);
        // A file without rows is refused before its header is given out.
        bs_str want = bs_buffer_str(&expected);
        if (got.ptr[0] == 'E' && want.len > got.len)
            want = bs_str_slice(want, want.len - got.len, want.len);
        if (!bs_str_equal(bs_buffer_str(&got), want)) {
            fail_msg("in blocks of %zu:\n%.*s\n--- libcsv:\n%.*s--- blocks:\n%.*s", sizes[i],
                     BS_STR_ARG(text), BS_STR_ARG(bs_buffer_str(&expected)),
                     BS_STR_ARG(bs_buffer_str(&got)));
        }
        bs_buffer_deinit(&got);
    }
    bs_buffer_deinit(&expected);
}

static void test_written_cases(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "a,b,c\n1,2,3\n4,5,6\n",
        "a,b,c\n1,2,3\n4,5,6",
        "a,b,c\r\n1,2,3\r\n4,5,6\r\n",
        "a,b,c\n1,2,3\r4,5,6\r7,8,9\n1,2,3\n",
        "a,b,c\n1,2\n4,5,6\n",
        "a,b,c\n1,2,3,4\n4,5,6\n",
        "a,b,c\n1,2,\n,,\n,,6\n",
        "a,b,c\n\n1,2,3\n\n\n4,5,6\n\n",
        "a,b,c\n 1 , 2 ,\t3 \n4,5,6\n",
        "a,b,c\n\"1\",\"x,y\",\"say \"\"so\"\"\"\n4,5,6\n",
        "a,b,c\n1,\"two\nlines\",3\n4,5,6\n",
        "a,b,c\n1,\"two\r\nlines\",3\r\n4,5,6\n",
        "a,b,c\n1, \"x\" ,3\n4,5,6\n",
        "a,b,c\n1,x\"y,3\n4,5,6\n",
        "a,b,c\n1,\"x\"y,3\n4,5,6\n",
        "a,b,c\n1,\"x,3\n4,5,6\n",
        "a,b,c\n1,2,\"x\"",
        "a,b,c\n1,2,\"",
        "a,b,c\n1,2,\"\"\n",
        "A title of the table\na,b,c\n1,2,3\n4,5,6\nSource: an office\n",
        "# made by a program\na,b,c\n1,2,3\n# a remark\n4,5,6\n",
        "# a,b,c\n1,2,3\n4,5,6\n",
        "a,b,c\n1,2,3\n4,5,6\nNote: a pipe of 5\" is not counted here\n",
        "이름,값,주\n가,1,2\n나,2\n",
        "이름,값,주\n가,1,2\n나다,라\"마,3\n",
        "a,b,c\n1,2,3\n",
        "a,b,c\n",
        "a,b,c",
        "nothing here\n",
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++)
        assert_same(bs_str_from(cases[i]));
}

static uint32_t seed = 1;

static uint32_t next_random(uint32_t below)
{
    seed = seed * 1664525u + 1013904223u; // Numerical Recipes
    return (seed >> 8) % below;
}

// Rows of three cells out of pieces that mean something to a reader of CSV.
static void make_random(bs_buffer *out)
{
    static const char *const cells[] = {
        "1",  "22.5",   "-3",       "",           "x",   "two words", "\"q\"",      "\"a,b\"",
        "가", "é1",     "\"l\nm\"", "\"a\"\"b\"", " 7 ", "\t8",       "\"\"",       "note",
        "#",  "\"가\"", "12345678", "0.001",      "n/a", "\" s \"",   "1234567890", "*",
    };
    static const char *const odd[] = {"\"", "x\"",  "\"x\"y", ",",   "\r",
                                      "\n", "\n\n", "# c\n",  "\"\n"};
    bool clean = next_random(3) > 0;
    const char *end = next_random(4) == 0 ? "\r\n" : "\n";
    bs_buffer_addf(out, "a,b,c%s", end);
    uint32_t rows = 2 + next_random(12);
    for (uint32_t row = 0; row < rows; row++) {
        for (int i = 0; i < 3; i++) {
            if (i > 0) bs_buffer_add_char(out, ',');
            bs_buffer_addf(out, "%s", cells[next_random(BS_COUNT(cells))]);
            if (!clean && next_random(25) == 0)
                bs_buffer_addf(out, "%s", odd[next_random(BS_COUNT(odd))]);
        }
        if (row + 1 < rows || next_random(2) == 0) bs_buffer_addf(out, "%s", end);
    }
}

static void test_random_files(void **state)
{
    (void)state;
    enum { FILE_COUNT = 3000 };
    for (int i = 0; i < FILE_COUNT; i++) {
        bs_buffer text = BS_BUFFER_INIT;
        make_random(&text);
        assert_same(bs_buffer_str(&text));
        bs_buffer_deinit(&text);
    }
}

static void test_bad_rows_are_all_listed(void **state)
{
    (void)state;
    static const char text[] = "a,b,c\n1,2,3\n1,2\n4,x\"y,6\n5,\"z\"w,6\n7,8,9\n"
                               "1,2,3,4\n5,\xFF,6\n0,0,0\n\"x,1,2\n3,3,3\n";
    bs_row_block block = {
        .text = {text, sizeof text - 1}, .line = 1, .first = true, .width = 3, .delimiter = ','};
    assert_int_equal(bs_csv_block_split(&block, NULL), BS_OK);
    static const struct {
        uint32_t line, column, row;
        const char *shown;
    } bad[] = {{3, 3, 2, "1,2"},     {4, 4, 2, "4,x\"y,6"}, {5, 6, 2, "5,\"z\"w,6"},
               {7, 7, 3, "1,2,3,4"}, {8, 3, 3, "5,\xFF,6"}, {10, 1, 4, "\"x,1,2"}};
    assert_int_equal(block.bad.count, BS_COUNT(bad));
    for (size_t i = 0; i < BS_COUNT(bad); i++) {
        assert_int_equal(block.bad.items[i].line_number, bad[i].line);
        assert_int_equal(block.bad.items[i].column, bad[i].column);
        assert_int_equal(block.bad.items[i].row, bad[i].row);
        assert_true(bs_str_equal(block.bad.items[i].line, bs_str_from(bad[i].shown)));
    }
    static const uint32_t good[] = {1, 2, 6, 9, 11};
    assert_int_equal(block.row_count, BS_COUNT(good));
    for (size_t i = 0; i < BS_COUNT(good); i++)
        assert_int_equal(block.row_lines[i], good[i]);
    bs_row_block_deinit(&block);
}

static void test_a_mark_of_byte_order(void **state)
{
    (void)state;
    bs_buffer got = BS_BUFFER_INIT;
    read_by_blocks(&got,
                   BS_STR("\xEF\xBB\xBF"
                          "a,b,c\n1,2,3\n"),
                   0);
    assert_string_equal(got.ptr, "R1 <a|a|1:1> <b|b|1:3> <c|c|1:5>\n"
                                 "R2 <1|1|2:1> <2|2|2:3> <3|3|2:5>\n");
    bs_buffer_deinit(&got);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_written_cases),
        cmocka_unit_test(test_random_files),
        cmocka_unit_test(test_bad_rows_are_all_listed),
        cmocka_unit_test(test_a_mark_of_byte_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
