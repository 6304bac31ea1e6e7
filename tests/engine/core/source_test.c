// SPDX-License-Identifier: GPL-3.0-or-later
// Lines and columns are counted by hand on short texts, and against a walk from the start on long
// ones.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/base/utf8.h"
#include "engine/core/document.h"
#include "engine/core/source.h"

static bs_source source_of(bs_arena *arena, bs_str text)
{
    bs_source source;
    assert_int_equal(bs_source_init(&source, arena, BS_STR("test.txt"), text, NULL), BS_OK);
    return source;
}

static void columns_count_characters(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_str text = BS_STR("첫 줄\r\n연산력 220 206\n끝");
    bs_source source = source_of(&arena, text);
    size_t at = bs_str_find(text, BS_STR("206"), 0);
    bs_origin origin = bs_source_locate(&source, bs_str_slice(text, at, at + 3));
    assert_int_equal(origin.line, 2);
    assert_int_equal(origin.column, 9);
    assert_int_equal(origin.end_column, 11);
    assert_int_equal(origin.offset, at);
    assert_int_equal(bs_source_line_count(&source), 3);
    assert_true(bs_str_equal(bs_source_line(&source, 1), BS_STR("첫 줄")));
    assert_true(bs_str_equal(bs_source_line(&source, 3), BS_STR("끝")));
    assert_int_equal(bs_source_line(&source, 4).len, 0);
    assert_int_equal(bs_source_line(&source, 0).len, 0);
    bs_arena_deinit(&arena);
}

static void a_slice_over_two_lines_ends_on_the_second(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_str text = BS_STR("ab\ncd\n");
    bs_source source = source_of(&arena, text);
    bs_origin origin = bs_source_locate(&source, bs_str_slice(text, 1, 5));
    assert_int_equal(origin.line, 1);
    assert_int_equal(origin.column, 2);
    assert_int_equal(origin.end_column, 2);
    assert_int_equal(bs_source_line_count(&source), 2);
    bs_arena_deinit(&arena);
}

static void empty_text_has_one_empty_line(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_source source = source_of(&arena, BS_STR(""));
    assert_int_equal(bs_source_line_count(&source), 1);
    assert_int_equal(bs_source_line(&source, 1).len, 0);
    bs_arena_deinit(&arena);
}

static void long_lines_are_located_like_short_ones(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_buffer text = BS_BUFFER_INIT;
    for (int i = 0; i < 20000; i++)
        bs_buffer_add(&text, i % 7000 == 6999 ? BS_STR("\n") : i % 3 ? BS_STR("한") : BS_STR("x"));
    bs_source source = source_of(&arena, bs_buffer_str(&text));
    uint32_t line = 1, column = 1;
    for (size_t at = 0; at < source.text.len;) {
        bs_rune rune = bs_utf8_decode(source.text, at);
        bs_origin origin = bs_source_locate(&source, bs_str_slice(source.text, at, at + rune.len));
        assert_int_equal(origin.line, line);
        assert_int_equal(origin.column, column);
        column = rune.code == '\n' ? 1 : column + 1;
        line += rune.code == '\n';
        at += rune.len;
    }
    bs_buffer_deinit(&text);
    bs_arena_deinit(&arena);
}

static void spans_cover_their_places(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    const bs_cell cells[] = {
        {.text = BS_STR_INIT("a"), .row = 0, .col = 0, .row_span = 2, .col_span = 1},
        {.text = BS_STR_INIT("b"), .row = 0, .col = 1, .row_span = 1, .col_span = 2},
        {.text = BS_STR_INIT("c"), .row = 1, .col = 2, .row_span = 1, .col_span = 1},
    };
    bs_table table;
    assert_int_equal(bs_table_build(&table, &arena, cells, 3, NULL), BS_OK);
    assert_int_equal(table.row_count, 2);
    assert_int_equal(table.col_count, 3);
    assert_ptr_equal(bs_table_at(&table, 1, 0), bs_table_at(&table, 0, 0));
    assert_ptr_equal(bs_table_at(&table, 0, 2), bs_table_at(&table, 0, 1));
    assert_null(bs_table_at(&table, 1, 1));
    assert_true(bs_str_equal(bs_table_at(&table, 1, 2)->text, BS_STR("c")));
    assert_null(bs_table_at(&table, 2, 0));
    const bs_cell wide = {.row_span = 1, .col_span = 60000};
    assert_int_equal(bs_table_build(&table, &arena, &wide, 1, NULL), BS_E_LIMIT);
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_count_characters),
        cmocka_unit_test(a_slice_over_two_lines_ends_on_the_second),
        cmocka_unit_test(empty_text_has_one_empty_line),
        cmocka_unit_test(long_lines_are_located_like_short_ones),
        cmocka_unit_test(spans_cover_their_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
