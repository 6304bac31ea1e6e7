// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes before and after were made with the codecs of Python 3.11 (cp949, gb18030, big5, cp932,
// euc_jp, cp1252, utf_16), which are another implementation of the published tables.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/base/encoding.h"

#define BYTES(literal) BS_STR_INIT(literal)

typedef struct sample {
    const char *name;
    bs_str before;
    bs_edit edit;
    bs_str after;
} sample;

// clang-format off
static const sample samples[] = {
    {"EUC-KR", BYTES("\277\254\265\265,\260\252\015\0122020,\243\261\243\2623\015\012\307\325\260\350,5"),
     {17, 7, BYTES("１4５")},
     BYTES("\277\254\265\265,\260\252\015\0122020,\243\2614\243\265\015\012\307\325\260\350,5")},
    {"CP949", BYTES("\214c\271\346\260\242\307\317 12,345"),
     {13, 6, BYTES("12,354")},
     BYTES("\214c\271\346\260\242\307\317 12,354")},
    {"GB18030", BYTES("\304\352\267\335,\312\375\326\265\0122020,\243\261\243\262\012"),
     {19, 6, BYTES("１３")},
     BYTES("\304\352\267\335,\312\375\326\265\0122020,\243\261\243\263\012")},
    {"Big5", BYTES("\246~\245\367,\274\306\255\310\0122020,12\012"),
     {19, 2, BYTES("２1")},
     BYTES("\246~\245\367,\274\306\255\310\0122020,\242\2611\012")},
    {"Shift_JIS", BYTES("\224N,\222l\012\207@2020,12\012"),
     {16, 2, BYTES("21")},
     BYTES("\224N,\222l\012\207@2020,21\012")},
    {"EUC-JP", BYTES("\245\265\241\274\245\323\245\271,12\012\303\315"),
     {13, 2, BYTES("1２")},
     BYTES("\245\265\241\274\245\323\245\271,1\243\262\012\303\315")},
    {"windows-1252", BYTES("R\351gion;12,5\012\200"),
     {8, 4, BYTES("15,2")},
     BYTES("R\351gion;15,2\012\200")},
    {"UTF-16LE", BYTES("\377\376t^,\000\022\254\015\000\012\0001\000,\0002\000\015\000\012\000"),
     {11, 1, BYTES("３4")},
     BYTES("\377\376t^,\000\022\254\015\000\012\0001\000,\000\023\3774\000\015\000\012\000")},
    {"UTF-16", BYTES("\376\377^t\000,\254\022\000\015\000\012\0001\000,\0002\000\015\000\012"),
     {11, 1, BYTES("３4")},
     BYTES("\376\377^t\000,\254\022\000\015\000\012\0001\000,\377\023\0004\000\015\000\012")},
    {"UTF-16BE", BYTES("^t\000,\254\022\000\015\000\012\0001\000,\0002\000\015\000\012"),
     {11, 1, BYTES("3")},
     BYTES("^t\000,\254\022\000\015\000\012\0001\000,\0003\000\015\000\012")},
    {"UTF-8", BYTES("\357\273\277\345\271\264,\352\260\222\015\0121,2\015\012"),
     {11, 1, BYTES("３4")},
     BYTES("\357\273\277\345\271\264,\352\260\222\015\0121,\357\274\2234\015\012")},
};
// clang-format on

static bs_status replace_one(bs_buffer *out, bs_str bytes, const char *name, bs_edit edit,
                             bs_error *err)
{
    bs_edit_array edits = {&edit, 1, 1};
    return bs_encoding_replace(out, bytes, name, &edits, err);
}

static void only_the_edit_changes(void **state)
{
    (void)state;
    for (size_t i = 0; i < BS_COUNT(samples); i++) {
        const sample *it = &samples[i];
        bs_error err = BS_ERROR_INIT;
        bs_buffer out = BS_BUFFER_INIT;
        assert_int_equal(replace_one(&out, it->before, it->name, it->edit, &err), BS_OK);
        assert_int_equal(out.len, it->after.len);
        assert_memory_equal(out.ptr, it->after.ptr, it->after.len);
        bs_buffer_deinit(&out);
    }
}

// 0xFA54 and 0x81CA are both U+FFE2 in CP932; what stands in the file stays.
static void a_second_code_of_a_character_stays(void **state)
{
    (void)state;
    bs_buffer out = BS_BUFFER_INIT;
    bs_error err = BS_ERROR_INIT;
    bs_str bytes = BS_STR("\xFA\x54 12 \x81\xCA\n");
    assert_int_equal(replace_one(&out, bytes, "Shift_JIS", (bs_edit){4, 2, BS_STR("21")}, &err),
                     BS_OK);
    assert_true(bs_str_equal(bs_buffer_str(&out), BS_STR("\xFA\x54 21 \x81\xCA\n")));
    bs_buffer_deinit(&out);
}

static void several_edits_beyond_one_piece(void **state)
{
    (void)state;
    enum { LINES = 9000 }; // of "값 1\n", 6 bytes in UTF-8 and 5 in CP949
    bs_arena arena = BS_ARENA_INIT;
    bs_buffer bytes = BS_BUFFER_INIT;
    bs_buffer wanted = BS_BUFFER_INIT;
    bs_buffer out = BS_BUFFER_INIT;
    bs_edit_array edits = {0};
    for (size_t i = 0; i < LINES; i++) {
        bool changed = i % 3000 == 2999;
        bs_buffer_add(&bytes, BS_STR("\xB0\xAA 1\n"));
        bs_buffer_add(&wanted, changed ? BS_STR("\xB0\xAA 200\n") : BS_STR("\xB0\xAA 1\n"));
        bs_edit edit = {i * 6 + 4, 1, BS_STR("200")};
        if (changed) assert_int_equal(bs_edit_add(&edits, &arena, edit, NULL), BS_OK);
    }
    assert_int_equal(bs_encoding_replace(&out, bs_buffer_str(&bytes), "CP949", &edits, NULL),
                     BS_OK);
    assert_true(bs_str_equal(bs_buffer_str(&out), bs_buffer_str(&wanted)));
    bs_buffer_deinit(&out);
    bs_buffer_deinit(&wanted);
    bs_buffer_deinit(&bytes);
    bs_arena_deinit(&arena);
}

static void what_cannot_be_written_is_refused(void **state)
{
    (void)state;
    bs_error err = BS_ERROR_INIT;
    bs_buffer out = BS_BUFFER_INIT;
    bs_buffer_add(&out, BS_STR("kept"));
    assert_int_equal(
        replace_one(&out, BS_STR("a 1"), "windows-1252", (bs_edit){2, 1, BS_STR("1억")}, &err),
        BS_E_ENCODING);
    assert_string_equal(err.message, "\"억\" (U+C5B5) cannot be written in windows-1252");
    assert_true(bs_str_equal(bs_buffer_str(&out), BS_STR("kept")));
    bs_error_clear(&err);
    assert_int_equal(
        replace_one(&out, BS_STR("a 1"), "klingon", (bs_edit){2, 1, BS_STR("2")}, &err),
        BS_E_ARGUMENT);
    bs_error_clear(&err);
    // Full-width 12 in ISO-2022-JP stands between two shifts; a digit of one byte in its middle
    // would need two more.
    assert_int_equal(replace_one(&out, BS_STR("\x1B$B#1#2\x1B(B"), "ISO-2022-JP",
                                 (bs_edit){3, 3, BS_STR("2")}, &err),
                     BS_E_ENCODING);
    assert_true(bs_str_equal(bs_buffer_str(&out), BS_STR("kept")));
    bs_buffer_deinit(&out);
}

static void text_goes_back(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_str out;
    assert_int_equal(bs_encoding_from_utf8(&out, &arena, BS_STR("값 1"), "EUC-KR", NULL), BS_OK);
    assert_true(bs_str_equal(out, BS_STR("\xB0\xAA 1")));
    assert_int_equal(bs_encoding_from_utf8(&out, &arena, BS_STR("값"), "UTF-16", NULL), BS_OK);
    assert_true(bs_str_equal(out, BS_STR("\x12\xAC")));
    assert_int_equal(bs_encoding_from_utf8(&out, &arena, BS_STR(""), "EUC-KR", NULL), BS_OK);
    assert_int_equal(out.len, 0);
    bs_str same = BS_STR("값");
    assert_int_equal(bs_encoding_from_utf8(&out, &arena, same, "utf-8", NULL), BS_OK);
    assert_ptr_equal(out.ptr, same.ptr);
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_edit_changes),
        cmocka_unit_test(a_second_code_of_a_character_stays),
        cmocka_unit_test(several_edits_beyond_one_piece),
        cmocka_unit_test(what_cannot_be_written_is_refused),
        cmocka_unit_test(text_goes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
