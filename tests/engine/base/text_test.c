// SPDX-License-Identifier: GPL-3.0-or-later
// str, utf8, arena, array and buffer: what everything else stands on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "engine/base/array.h"
#include "engine/base/buffer.h"
#include "engine/base/utf8.h"

static void slices_stay_inside(void **state)
{
    (void)state;
    bs_str s = BS_STR("abcdef");
    assert_true(bs_str_equal(bs_str_slice(s, 1, 3), BS_STR("bc")));
    assert_true(bs_str_equal(bs_str_slice(s, 4, 99), BS_STR("ef")));
    assert_int_equal(bs_str_slice(s, 99, 100).len, 0);
    assert_int_equal(bs_str_slice(s, 3, 2).len, 0);
    assert_int_equal(bs_str_slice((bs_str){0}, 0, 5).len, 0);
}

static void searching_and_comparing(void **state)
{
    (void)state;
    assert_int_equal(bs_str_find(BS_STR("abcabc"), BS_STR("bc"), 0), 1);
    assert_int_equal(bs_str_find(BS_STR("abcabc"), BS_STR("bc"), 2), 4);
    assert_true(bs_str_find(BS_STR("abc"), BS_STR("bc"), 2) == SIZE_MAX);
    assert_int_equal(bs_str_find(BS_STR("abc"), BS_STR(""), 3), 3);
    assert_true(bs_str_compare(BS_STR("ab"), BS_STR("abc")) < 0);
    assert_true(bs_str_compare(BS_STR("b"), BS_STR("abc")) > 0);
    assert_int_equal(bs_str_compare(BS_STR(""), (bs_str){0}), 0);
    assert_true(bs_str_equal_nocase(BS_STR("GDP 한"), BS_STR("gdp 한")));
    assert_true(bs_str_starts(BS_STR("abc"), BS_STR("ab")));
    assert_false(bs_str_ends(BS_STR("c"), BS_STR("bc")));
}

// Texts of 0 to 600 bytes: below and above where the way of searching changes.
static void searching_finds_the_first_place_as_byte_by_byte(void **state)
{
    (void)state;
    static const char letters[] = "ab\xEA\xB0\x80"; // few, so that words come again
    enum { ROUNDS = 4000, SIZE_MAX_BYTES = 600, WORD_MAX = 5 };
    char bytes[SIZE_MAX_BYTES], word[WORD_MAX];
    srand(1);
    for (int round = 0; round < ROUNDS; round++) {
        bs_str text = {bytes, (size_t)rand() % sizeof bytes};
        bs_str needle = {word, 1 + (size_t)rand() % sizeof word};
        for (size_t i = 0; i < text.len; i++)
            bytes[i] = letters[(size_t)rand() % sizeof letters]; // and zeros
        for (size_t i = 0; i < needle.len; i++)
            word[i] = letters[(size_t)rand() % sizeof letters];
        size_t from = (size_t)rand() % 8, place = from;
        while (place < text.len && !bs_str_starts(bs_str_slice(text, place, text.len), needle))
            place++;
        if (place >= text.len) place = SIZE_MAX;
        assert_int_equal(bs_str_find(text, needle, from), place);
    }
}

static void trimming_knows_the_blanks_of_all_scripts(void **state)
{
    (void)state;
    assert_true(bs_str_equal(bs_str_trim(BS_STR("\t 　 한 글\u00a0\u200b\r\n")), BS_STR("한 글")));
    assert_int_equal(bs_str_trim(BS_STR(" \t")).len, 0);
    assert_int_equal(bs_str_trim((bs_str){0}).len, 0);
}

static void pieces_between_separators(void **state)
{
    (void)state;
    bs_str rest = BS_STR("a,,b"), piece;
    assert_true(bs_str_next(&rest, ',', &piece) && bs_str_equal(piece, BS_STR("a")));
    assert_true(bs_str_next(&rest, ',', &piece) && piece.len == 0);
    assert_true(bs_str_next(&rest, ',', &piece) && bs_str_equal(piece, BS_STR("b")));
    assert_false(bs_str_next(&rest, ',', &piece));
}

static void ends_of_a_text(void **state)
{
    (void)state;
    assert_true(bs_str_equal(bs_str_tail(BS_STR("abcd"), 2), BS_STR("cd")));
    assert_true(bs_str_equal(bs_str_tail(BS_STR("ab"), 2), BS_STR("ab")));
    // Behind the last of all marks, in whatever order they are given.
    assert_true(bs_str_equal(bs_str_behind_last(BS_STR("a, b; c, d"), ",|;"), BS_STR(" d")));
    assert_true(bs_str_equal(bs_str_behind_last(BS_STR("a, b; c"), ",|;"), BS_STR(" c")));
    assert_true(bs_str_equal(bs_str_behind_last(BS_STR("a, b; c"), ";|,"), BS_STR(" c")));
    assert_true(bs_str_equal(bs_str_behind_last(BS_STR("a and b"), ",| and "), BS_STR("b")));
    assert_int_equal(bs_str_behind_last(BS_STR("a,"), ",").len, 0);
    assert_true(bs_str_equal(bs_str_behind_last(BS_STR("abc"), ","), BS_STR("abc")));
}

static void words_of_a_list(void **state)
{
    (void)state;
    assert_true(bs_str_has_any(BS_STR("수출은 늘었고"), "수입|늘"));
    assert_true(bs_str_has_any(BS_STR("rose but fell"), " and | but "));
    assert_false(bs_str_has_any(BS_STR("rose"), "rises|fell"));
    assert_false(bs_str_has_any((bs_str){0}, "a|b"));
    assert_true(bs_str_equal(bs_str_longest_end(BS_STR("일평균 수출액"), "액|수출액|수출"),
                             BS_STR("수출액")));
    assert_int_equal(bs_str_longest_end(BS_STR("수출액"), "수출액|입액").len, 0);
}

// Well-formed and broken sequences of table 3-7 of the Unicode Standard, chapter 3.
static void utf8_is_checked(void **state)
{
    (void)state;
    assert_true(bs_utf8_check(BS_STR("a\u00e9\u20ac\U0001F600")) == SIZE_MAX);
    assert_int_equal(bs_utf8_check(BS_STR("ab\xC0\x80")), 2);        // overlong
    assert_int_equal(bs_utf8_check(BS_STR("\xED\xA0\x80")), 0);      // surrogate
    assert_int_equal(bs_utf8_check(BS_STR("x\xF4\x90\x80\x80")), 1); // above U+10FFFF
    assert_int_equal(bs_utf8_check(BS_STR("x\xE2\x82")), 1);         // cut off
    assert_int_equal(bs_utf8_check(BS_STR("\x80")), 0);              // lone continuation
    assert_true(bs_utf8_check((bs_str){0}) == SIZE_MAX);
}

static void decoding_always_advances(void **state)
{
    (void)state;
    bs_str text = BS_STR("\xFF한\x80z");
    uint32_t expected[] = {0xFFFD, 0xD55C, 0xFFFD, 'z'};
    size_t at = 0;
    for (size_t i = 0; i < BS_COUNT(expected); i++) {
        bs_rune rune = bs_utf8_decode(text, at);
        assert_int_equal(rune.code, expected[i]);
        at += rune.len;
    }
    assert_int_equal(at, text.len);
    assert_int_equal(bs_utf8_decode(text, at).len, 0);
    for (size_t i = BS_COUNT(expected); i-- > 0;) {
        bs_rune rune = bs_utf8_decode_before(text, at);
        assert_int_equal(rune.code, expected[i]);
        at -= rune.len;
    }
    assert_int_equal(at, 0);
}

static void widths_are_those_of_a_terminal(void **state)
{
    (void)state;
    assert_int_equal(bs_utf8_width(BS_STR("abc")), 3);
    assert_int_equal(bs_utf8_width(BS_STR("한국어")), 6);
    assert_int_equal(bs_utf8_width(BS_STR("ｱｲ２")),
                     4); // half-width kana are 1, full-width digits 2
    assert_int_equal(bs_utf8_width(BS_STR("e\u0301")), 1);
    assert_int_equal(bs_utf8_count(BS_STR("e\u0301한")), 3);
    assert_int_equal(bs_rune_fold_width(0xFF11), '1');
    assert_int_equal(bs_rune_fold_width(0x3000), ' ');
}

static void arrays_grow_and_keep_their_items(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    BS_ARRAY(uint64_t) numbers = {0};
    for (uint64_t i = 0; i < 1000; i++) {
        uint64_t *item = BS_PUSH(&arena, &numbers);
        assert_non_null(item);
        assert_int_equal(*item, 0);
        *item = i * i;
    }
    for (uint64_t i = 0; i < 1000; i++)
        assert_int_equal(numbers.items[i], i * i);
    bs_arena_deinit(&arena);
    bs_arena_deinit(&arena);
}

static void arena_is_zeroed_after_a_reset(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    for (size_t round = 0; round < 3; round++) {
        memset(bs_arena_alloc_raw(&arena, 100 + 300 * round, 1), 0xFF, 100 + 300 * round);
        bs_arena_reset(&arena);
        memset(bs_arena_alloc_raw(&arena, 33, 1), 0xEE, 33);
        const char *items = bs_arena_alloc(&arena, 1000, 1);
        for (size_t i = 0; i < 1000; i++)
            assert_int_equal(items[i], 0);
        bs_arena_reset(&arena);
    }
    bs_arena_deinit(&arena);
}

static void arena_refuses_sizes_that_overflow(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    assert_null(bs_arena_alloc(&arena, SIZE_MAX / 2, 3));
    assert_null(bs_arena_alloc(&arena, SIZE_MAX, 1));
    assert_non_null(bs_arena_alloc(&arena, 0, 8));
    assert_int_equal((uintptr_t)bs_arena_alloc(&arena, 1, 1) % _Alignof(max_align_t), 0);
    assert_string_equal(bs_arena_format(&arena, "%d-%s", 7, "x").ptr, "7-x");
    bs_arena_deinit(&arena);
}

static void json_strings_are_escaped(void **state)
{
    (void)state;
    bs_buffer out = BS_BUFFER_INIT;
    bs_buffer_add_json(&out, BS_STR("a\"b\\c\n\t\x01 한 \xFF"));
    assert_string_equal(out.ptr, "\"a\\\"b\\\\c\\n\\t\\u0001 한 \xEF\xBF\xBD\"");
    assert_int_equal(bs_buffer_status(&out, NULL), BS_OK);
    bs_buffer_deinit(&out);
    bs_buffer_deinit(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slices_stay_inside),
        cmocka_unit_test(searching_and_comparing),
        cmocka_unit_test(searching_finds_the_first_place_as_byte_by_byte),
        cmocka_unit_test(trimming_knows_the_blanks_of_all_scripts),
        cmocka_unit_test(pieces_between_separators),
        cmocka_unit_test(ends_of_a_text),
        cmocka_unit_test(words_of_a_list),
        cmocka_unit_test(utf8_is_checked),
        cmocka_unit_test(decoding_always_advances),
        cmocka_unit_test(widths_are_those_of_a_terminal),
        cmocka_unit_test(arrays_grow_and_keep_their_items),
        cmocka_unit_test(arena_is_zeroed_after_a_reset),
        cmocka_unit_test(arena_refuses_sizes_that_overflow),
        cmocka_unit_test(json_strings_are_escaped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
