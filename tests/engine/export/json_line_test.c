// SPDX-License-Identifier: GPL-3.0-or-later
// What is written is held against what cJSON prints of the same members.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

#include "engine/export/json_line.h"

static void assert_line(const bs_buffer *out, cJSON *expected)
{
    char *text = cJSON_PrintUnformatted(expected);
    assert_non_null(text);
    assert_string_equal(out->ptr, text);
    cJSON_free(text);
    cJSON_Delete(expected);
}

static void escapes_as_cjson_does(void **state)
{
    (void)state;
    char all[256];
    size_t len = 0;
    for (int byte = 1; byte < 0x80; byte++)
        all[len++] = (char)byte;
    memcpy(all + len, "2조 2,385억 원\"\\", sizeof "2조 2,385억 원\"\\");
    bs_buffer out = BS_BUFFER_INIT;
    bs_json_line line;
    bs_json_line_begin(&line, &out);
    bs_json_line_text(&line, BS_STR("text"), bs_str_from(all));
    bs_json_line_text(&line, BS_STR("empty"), (bs_str){0});
    bs_json_line_end(&line);
    cJSON *expected = cJSON_CreateObject();
    cJSON_AddStringToObject(expected, "text", all);
    cJSON_AddNullToObject(expected, "empty");
    assert_line(&out, expected);
    bs_buffer_deinit(&out);
}

static void keeps_the_digits_of_numbers(void **state)
{
    (void)state;
    bs_buffer out = BS_BUFFER_INIT;
    bs_json_line line;
    bs_json_line_begin(&line, &out);
    bs_json_line_number(&line, BS_STR("value"), (bs_decimal){50, 1});
    bs_json_line_pair(&line, BS_STR("ends"), (bs_decimal){-3, 0}, (bs_decimal){4, -2});
    bs_json_line_place(&line, BS_STR("line"), 1234567);
    bs_json_line_place(&line, BS_STR("table"), 0);
    bs_json_line_period(&line, BS_STR("none"), BS_PERIOD_NONE);
    bs_json_line_end(&line);
    assert_string_equal(out.ptr, "{\"value\":5.0,\"ends\":[-3,400],\"line\":1234567,\"table\":null,"
                                 "\"none\":null}");
    bs_buffer_deinit(&out);
}

static void a_nul_becomes_a_replacement_character(void **state)
{
    (void)state;
    bs_buffer out = BS_BUFFER_INIT;
    bs_json_line line;
    bs_json_line_begin(&line, &out);
    bs_json_line_text(&line, BS_STR("text"), BS_STR("a\0b"));
    bs_json_line_end(&line);
    assert_string_equal(out.ptr, "{\"text\":\"a\xEF\xBF\xBD"
                                 "b\"}");
    bs_buffer_deinit(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(escapes_as_cjson_does),
        cmocka_unit_test(keeps_the_digits_of_numbers),
        cmocka_unit_test(a_nul_becomes_a_replacement_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
