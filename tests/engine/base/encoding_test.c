// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes were made with the codecs of Python 3.11 (cp949, gb18030, big5, cp932, euc_jp, cp1252,
// utf_16), which are another implementation of the published tables.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <iconv.h>

#include "engine/base/encoding.h"

#define BYTES(literal) BS_STR_INIT(literal)

typedef struct sample {
    bs_str bytes;
    const char *name;
    const char *text;
} sample;

static const sample samples[] = {
    {BYTES("year,value\n2020,1\n"), "UTF-8", "year,value\n2020,1\n"},
    {BYTES(""), "UTF-8", ""},
    {BYTES("연도,수출액\n"), "UTF-8", "연도,수출액\n"},
    {BYTES("\xEF\xBB\xBF"
           "a,b\n"),
     "UTF-8", "a,b\n"},
    {BYTES("\xBF\xAC\xB5\xB5,\xBC\xF6\xC3\xE2\xBE\xD7\n2020,100\n"), "EUC-KR",
     "연도,수출액\n2020,100\n"},
    {BYTES("\xBA\xBD,\xBF\xA9\xB8\xA7,\x8C"
           "c\xB9\xE6\xB0\xA2\xC7\xCF\n"),
     "CP949", "봄,여름,똠방각하\n"},
    {BYTES("\xD2\xB4\xD3\xF8,\xE2\xC3\xF5\xF3\n2020,1\n"), "EUC-KR", "年度,輸出\n2020,1\n"},
    {BYTES("\xC4\xEA\xB7\xDD,\xCA\xFD\xD6\xB5\n2020,1\n"), "GB18030", "年份,数值\n2020,1\n"},
    {BYTES("\xA6~\xA5\xF7,\xBC\xC6\xAD\xC8\n2020,1\n"), "Big5", "年份,數值\n2020,1\n"},
    {BYTES("\x94N,\x92l\n2020,1\n"), "Shift_JIS", "年,値\n2020,1\n"},
    {BYTES("\xA5\xB5\xA1\xBC\xA5\xD3\xA5\xB9,\xC3\xCD\n"), "EUC-JP", "サービス,値\n"},
    {BYTES("R\xE9gion;\xE9\n"), "windows-1252", "Région;é\n"},
    {BYTES("t^,\x00\x12\xAC\n\x00"
           "1\x00,\x00"
           "2\x00\n\x00"),
     "UTF-16LE", "年,값\n1,2\n"},
    {BYTES("^t\x00,\xAC\x12\x00\n\x00"
           "1\x00,\x00"
           "2\x00\n"),
     "UTF-16BE", "年,값\n1,2\n"},
    {BYTES("\xFF\xFE\x12\xAC"), "UTF-16LE", "값"},
    {BYTES("\xFE\xFF\xAC\x12"), "UTF-16BE", "값"},
};

static void detects_and_converts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        bs_arena arena = BS_ARENA_INIT;
        bs_error err = BS_ERROR_INIT;
        bs_str text;
        const char *used = NULL;
        assert_int_equal(bs_encoding_detect(&used, samples[i].bytes, &err), BS_OK);
        assert_string_equal(used, samples[i].name);
        assert_int_equal(bs_encoding_is_wide(samples[i].bytes),
                         strstr(used, "UTF-16") != NULL || strstr(used, "UTF-32") != NULL);
        assert_int_equal(bs_encoding_to_utf8(&text, &arena, samples[i].bytes, NULL, &used, &err),
                         BS_OK);
        assert_string_equal(used, samples[i].name);
        assert_int_equal(text.len, strlen(samples[i].text));
        if (text.len > 0) assert_memory_equal(text.ptr, samples[i].text, text.len);
        bs_arena_deinit(&arena);
    }
}

static void utf8_is_not_copied(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_str bytes = BS_STR("\xEF\xBB\xBFvalue");
    bs_str text;
    assert_int_equal(bs_encoding_to_utf8(&text, &arena, bytes, NULL, NULL, NULL), BS_OK);
    assert_ptr_equal(text.ptr, bytes.ptr + 3);
    assert_int_equal(arena.allocated, 0);
}

// One broken byte in good UTF-8 is an error with its place, not a reason to read it as Latin.
static void broken_utf8_is_placed(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_error err = BS_ERROR_INIT;
    bs_str text = {0};
    bs_str bytes = BS_STR("연도,값\n서울,\xFF"
                          "5\n부산,7\n");
    assert_int_equal(bs_encoding_to_utf8(&text, &arena, bytes, NULL, NULL, &err), BS_E_ENCODING);
    assert_int_equal(err.line, 2);
    assert_int_equal(err.column, 4);
    assert_string_equal(err.message, "bytes FF 35 0A EB are not valid UTF-8");
    assert_null(text.ptr);
}

static void broken_legacy_is_placed(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_error err = BS_ERROR_INIT;
    bs_str text = {0};
    // 연도 and then a lead byte with a blank behind it.
    bs_str bytes = BS_STR("a\n\xBF\xAC\xB5\xB5\xB0 x");
    assert_int_equal(bs_encoding_to_utf8(&text, &arena, bytes, "EUC-KR", NULL, &err),
                     BS_E_ENCODING);
    assert_int_equal(err.line, 2);
    assert_int_equal(err.column, 3);
    bs_error_clear(&err);
    bytes = BS_STR("\xBF\xAC\xB5");
    assert_int_equal(bs_encoding_to_utf8(&text, &arena, bytes, "EUC-KR", NULL, &err),
                     BS_E_ENCODING);
    assert_string_equal(err.message,
                        "the text ends within a character: bytes B5 are not whole EUC-KR");
    bs_arena_deinit(&arena);
}

static void a_name_overrides(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_error err = BS_ERROR_INIT;
    bs_str text;
    const char *used;
    // B0A1 is 가 in EUC-KR and 亜 in EUC-JP.
    assert_int_equal(bs_encoding_to_utf8(&text, &arena, BS_STR("\xB0\xA1"), "EUC-KR", &used, &err),
                     BS_OK);
    assert_true(bs_str_equal(text, BS_STR("가")));
    assert_int_equal(bs_encoding_to_utf8(&text, &arena, BS_STR("\xB0\xA1"), "euc-jp", &used, &err),
                     BS_OK);
    assert_true(bs_str_equal(text, BS_STR("亜")));
    assert_string_equal(used, "euc-jp");
    assert_int_equal(bs_encoding_to_utf8(&text, &arena, BS_STR("a"), "klingon", &used, &err),
                     BS_E_ARGUMENT);
    bs_arena_deinit(&arena);
}

// Words of table headers, alone in a file: too little for any statistics of paragraphs.
static void single_words(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        const char *name;
    } words[] = {
        {"year,\xB0\xAA\n2020,1\n", "EUC-KR"},              // 값
        {"\xC7\xD5\xB0\xE8\n", "EUC-KR"},                   // 합계
        {"\xC7\xD7\xB8\xF1\n", "EUC-KR"},                   // 항목
        {"\xCF\xEE\xC4\xBF,\xB5\xA5\xCE\xBB\n", "GB18030"}, // 项目,单位
        {"year,\xB3\xF6\xBF\xDA\n", "GB18030"},             // 出口
        {"\xA5\xA2\xB7~\xB2v\n", "Big5"},                   // 失業率
        {"\xAD\xC8\n1\n", "Big5"},                          // 值
        {"\x83R\x81[\x83h\n", "Shift_JIS"},                 // コード
        {"\x8E\xB8\x8B\xC6\x97\xA6\n", "Shift_JIS"},        // 失業率
        {"caf\xE9,1\n", "windows-1252"},                    // café
        {"price,\xA3"
         "5\n",
         "windows-1252"}, // £
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        const char *name;
        assert_int_equal(bs_encoding_detect(&name, bs_str_from(words[i].bytes), NULL), BS_OK);
        assert_string_equal(name, words[i].name);
    }
}

static void expect_round_trip(const char *text, bs_str encoding)
{
    char name[32] = "";
    char bytes[1024];
    memcpy(name, encoding.ptr, encoding.len);
    iconv_t codec = iconv_open(name, "UTF-8");
    assert_true(codec != (iconv_t)-1);
    char *in = (char *)text;
    char *out = bytes;
    size_t in_left = strlen(text);
    size_t out_left = sizeof bytes;
    assert_int_equal(iconv(codec, &in, &in_left, &out, &out_left), 0);
    iconv_close(codec);
    bs_arena arena = BS_ARENA_INIT;
    bs_str back;
    const char *used = "";
    bs_str written = {bytes, sizeof bytes - out_left};
    assert_int_equal(bs_encoding_to_utf8(&back, &arena, written, NULL, &used, NULL), BS_OK);
    if (!bs_str_equal(back, bs_str_from(text))) print_message("%s read as %s\n", name, used);
    assert_true(bs_str_equal(back, bs_str_from(text)));
    bs_arena_deinit(&arena);
}

// One table, written by iconv in every encoding that can hold it, comes back as the same text.
static void the_same_table_in_every_encoding(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *encodings; // parted by blanks
    } tables[] = {
        {"年度,人口,出口\n2020,100,200\n2021,110,210\n", "CP949 GB18030 BIG5 CP932 EUC-JP"},
        {"지표,시점,값,단위\n수출액,2020,1.5,억원\n수입액,2020,3,억원\n", "CP949 GB18030"},
        {"指标,年份,数值,单位\n出口,2020,1.5,亿元\n进口,2020,2,亿元\n", "GB18030"},
        {"指標,年份,數值,單位\n出口,2020,1.5,億元\n進口,2020,2,億元\n", "BIG5 GB18030"},
        {"項目,時点,値,単位\n輸出額,2020年1月,1234,百万円\n輸入額,2020年1月,34,百万円\n",
         "CP932 EUC-JP GB18030"},
        {"région;année;valeur\nÎle-de-France;2020;1,5\n", "CP1252"},
    };
    static const char everywhere[] = "UTF-16LE UTF-16BE UTF-16 UTF-32 UTF-8";
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        bs_str lists[] = {bs_str_from(tables[i].encodings), bs_str_from(everywhere)};
        for (size_t list = 0; list < 2; list++) {
            bs_str name;
            while (bs_str_next(&lists[list], ' ', &name))
                expect_round_trip(tables[i].text, name);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(detects_and_converts),
        cmocka_unit_test(utf8_is_not_copied),
        cmocka_unit_test(broken_utf8_is_placed),
        cmocka_unit_test(broken_legacy_is_placed),
        cmocka_unit_test(a_name_overrides),
        cmocka_unit_test(single_words),
        cmocka_unit_test(the_same_table_in_every_encoding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
