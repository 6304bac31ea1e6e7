// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/base/error.h"
#include "engine/base/utf8.h"

static void the_first_message_wins(void **state)
{
    (void)state;
    bs_error err = BS_ERROR_INIT;
    bs_place place = {.file = "a.csv", .line = 3, .column = 7};
    assert_int_equal(bs_fail_at(&err, BS_E_FORMAT, place, "'%s' is not a number", "1,2O4"),
                     BS_E_FORMAT);
    assert_int_equal(bs_fail(&err, BS_E_IO, "could not load"), BS_E_IO);
    assert_int_equal(err.status, BS_E_FORMAT);
    assert_string_equal(err.message, "'1,2O4' is not a number");
    assert_string_equal(err.file, "a.csv");
    assert_int_equal(err.line, 3);
    assert_int_equal(err.column, 7);
    bs_error_set_file(&err, "b.csv");
    assert_string_equal(err.file, "a.csv");
    bs_error_clear(&err);
    assert_int_equal(err.status, BS_OK);
    assert_string_equal(err.message, "");
}

static void no_error_struct_is_fine(void **state)
{
    (void)state;
    assert_int_equal(bs_fail(NULL, BS_E_LIMIT, "too long"), BS_E_LIMIT);
    bs_error_set_file(NULL, "x");
    bs_error_clear(NULL);
}

static void a_long_message_is_cut_at_a_character(void **state)
{
    (void)state;
    for (size_t shift = 0; shift < 3; shift++) {
        char text[3 * BS_ERROR_MESSAGE_SIZE + 4] = "abc";
        size_t len = shift;
        while (len + 3 < sizeof text) {
            memcpy(text + len, "한", 3);
            len += 3;
        }
        text[len] = '\0';
        bs_error err = BS_ERROR_INIT;
        assert_int_equal(bs_fail(&err, BS_E_FORMAT, "%s", text), BS_E_FORMAT);
        assert_true(strlen(err.message) > BS_ERROR_MESSAGE_SIZE - 5);
        assert_int_equal(bs_utf8_check(bs_str_from(err.message)), SIZE_MAX);
    }
}

static bs_status try_it(bs_status status)
{
    BS_TRY(status);
    return BS_E_NOT_FOUND;
}

static void try_passes_failures_on(void **state)
{
    (void)state;
    assert_int_equal(try_it(BS_E_RANGE), BS_E_RANGE);
    assert_int_equal(try_it(BS_OK), BS_E_NOT_FOUND);
}

static void every_status_has_a_name(void **state)
{
    (void)state;
    for (int status = BS_OK; status < BS_STATUS_COUNT; status++) {
        assert_true(strlen(bs_status_name((bs_status)status)) > 1);
    }
    assert_string_equal(bs_status_name(BS_STATUS_COUNT), "unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_message_wins),
        cmocka_unit_test(no_error_struct_is_fine),
        cmocka_unit_test(a_long_message_is_cut_at_a_character),
        cmocka_unit_test(try_passes_failures_on),
        cmocka_unit_test(every_status_has_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
