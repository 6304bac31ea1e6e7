// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/analyze/relation_cue.h"

static void totals_head_labels(void **state)
{
    (void)state;
    static const char *const yes[] = {"합계",  "수출 총액", "Total", "Total exports",
                                      "TOTAL", "合计",      "計",    "総計",
                                      "계",    "(합계)"};
    static const char *const no[] = {"기계", "통계", "会計士", "Totally", "subtotalled", "", "-"};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        assert_true(bs_cue_heads(BS_CUE_TOTAL, bs_str_from(yes[i])));
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        assert_false(bs_cue_heads(BS_CUE_TOTAL, bs_str_from(no[i])));
}

static void latin_words_stand_alone(void **state)
{
    (void)state;
    assert_true(bs_cue_in(BS_CUE_PLAN, BS_STR("The hearing Will be held")));
    assert_false(bs_cue_in(BS_CUE_PLAN, BS_STR("The willow was planted")));
    size_t len;
    assert_int_equal(bs_cue_find(BS_CUE_OF_WHICH, BS_STR("78.5, of which 37.5"), 0, &len), 6);
    assert_int_equal(len, 8);
}

static void likeness_needs_no_words(void **state)
{
    (void)state;
    assert_true(bs_name_likeness(BS_STR("Exports, total"), BS_STR("EXPORTS total")) == 1);
    // 계약금액 and 계약건수 share one of three pairs: 2 * 1 / (3 + 3).
    double like = bs_name_likeness(BS_STR("계약금액"), BS_STR("계약건수"));
    assert_true(like > 0.333 && like < 0.334);
    assert_true(bs_name_likeness(BS_STR(""), BS_STR("수출")) == 0);
    assert_true(bs_name_likeness(BS_STR("수출"), BS_STR("수입")) == 0);
}

static void a_total_is_no_name_of_a_whole(void **state)
{
    (void)state;
    assert_true(bs_name_share(BS_STR("the total"), BS_STR("Total freight")) == 0);
    assert_true(bs_name_share(BS_STR("total freight"), BS_STR("Total freight")) == 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(totals_head_labels),
        cmocka_unit_test(latin_words_stand_alone),
        cmocka_unit_test(likeness_needs_no_words),
        cmocka_unit_test(a_total_is_no_name_of_a_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
