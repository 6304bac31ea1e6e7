// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/base/edit.h"

static void edits_are_kept_in_order(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_edit_array edits = {0};
    assert_int_equal(bs_edit_add(&edits, &arena, (bs_edit){6, 2, BS_STR("XYZ")}, NULL), BS_OK);
    assert_int_equal(bs_edit_add(&edits, &arena, (bs_edit){0, 1, BS_STR("")}, NULL), BS_OK);
    assert_int_equal(bs_edit_add(&edits, &arena, (bs_edit){3, 3, BS_STR("-")}, NULL), BS_OK);
    bs_buffer out = BS_BUFFER_INIT;
    bs_edit_apply(&out, BS_STR("0123456789"), &edits);
    assert_true(bs_str_equal(bs_buffer_str(&out), BS_STR("12-XYZ89")));
    bs_buffer_deinit(&out);
    bs_arena_deinit(&arena);
}

static void overlaps_are_refused(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_edit_array edits = {0};
    assert_int_equal(bs_edit_add(&edits, &arena, (bs_edit){4, 3, BS_STR("a")}, NULL), BS_OK);
    static const bs_edit bad[] = {{4, 3, {"b", 1}}, {2, 3, {"b", 1}}, {6, 9, {"b", 1}}};
    for (size_t i = 0; i < BS_COUNT(bad); i++) {
        bs_error err = BS_ERROR_INIT;
        assert_int_equal(bs_edit_add(&edits, &arena, bad[i], &err), BS_E_ARGUMENT);
    }
    assert_int_equal(edits.count, 1);
    assert_int_equal(bs_edit_add(&edits, &arena, (bs_edit){7, 1, BS_STR("c")}, NULL), BS_OK);
    assert_int_equal(bs_edit_add(&edits, &arena, (bs_edit){2, 2, BS_STR("d")}, NULL), BS_OK);
    bs_arena_deinit(&arena);
}

// "0123456789" with 1 -> "abc" and 5678 -> "z" is "0abc234z9".
static void places_lead_back(void **state)
{
    (void)state;
    bs_arena arena = BS_ARENA_INIT;
    bs_edit_array edits = {0};
    assert_int_equal(bs_edit_add(&edits, &arena, (bs_edit){1, 1, BS_STR("abc")}, NULL), BS_OK);
    assert_int_equal(bs_edit_add(&edits, &arena, (bs_edit){5, 4, BS_STR("z")}, NULL), BS_OK);
    static const size_t before[] = {0, 1, 1, 1, 2, 3, 4, 5, 9, 10};
    static const bool within[] = {false, true, true, true, false, false, false, true, false, false};
    for (size_t at = 0; at < BS_COUNT(before); at++) {
        bool inside;
        assert_int_equal(bs_edit_before(&edits, at, &inside), before[at]);
        assert_int_equal(inside, within[at]);
    }
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_are_kept_in_order),
        cmocka_unit_test(overlaps_are_refused),
        cmocka_unit_test(places_lead_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
