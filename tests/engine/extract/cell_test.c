// SPDX-License-Identifier: GPL-3.0-or-later
// What a cell says is by hand; the marks are those of the yearbooks of the four countries.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/extract/scan.h"

typedef struct cell_case {
    const char *text;
    const char *value;
    const char *digits;
    bs_value_status status;
    const char *unit;
} cell_case;

static void numbers_with_their_marks(void **state)
{
    (void)state;
    static const cell_case cases[] = {
        {"1,234.50", "1234.50", "1,234.50", BS_STATUS_ACTUAL, ""},
        {" 77 ", "77", "77", BS_STATUS_ACTUAL, ""},
        {"0", "0", "0", BS_STATUS_ACTUAL, ""},
        {"1,234.5p", "1234.5", "1,234.5", BS_STATUS_PROVISIONAL, ""},
        {"1,234.5 (p)", "1234.5", "1,234.5", BS_STATUS_PROVISIONAL, ""},
        {"980r", "980", "980", BS_STATUS_REVISED, ""},
        {"3.1e", "3.1", "3.1", BS_STATUS_ESTIMATE, ""},
        {"12.3*", "12.3", "12.3", BS_STATUS_ACTUAL, ""},
        {"12.3 1)", "12.3", "12.3", BS_STATUS_ACTUAL, ""},
        {"(1,234)", "-1234", "(1,234)", BS_STATUS_ACTUAL, ""},
        {"△3.2", "-3.2", "△3.2", BS_STATUS_ACTUAL, ""},
        {"▲ 5", "-5", "▲ 5", BS_STATUS_ACTUAL, ""},
        {"- 3", "-3", "- 3", BS_STATUS_ACTUAL, ""},
        {"−0.7", "-0.7", "−0.7", BS_STATUS_ACTUAL, ""},
        {"45.2%", "45.2", "45.2", BS_STATUS_ACTUAL, "%"},
        {"-1.5%p", "-1.5", "-1.5", BS_STATUS_ACTUAL, "%p"},
        {"3.5만", "35000", "3.5만", BS_STATUS_ACTUAL, ""},
        {"120개", "120", "120", BS_STATUS_ACTUAL, "count:개"},
        {"1 234,5", "1234.5", "1 234,5", BS_STATUS_ACTUAL, ""},
        {"1 234", "1234", "1 234", BS_STATUS_ACTUAL, ""}, // two only where cells have no borders
        {"12 310.5", "12310.5", "12 310.5", BS_STATUS_ACTUAL, ""},
        {"12,5", "12.5", "12,5", BS_STATUS_ACTUAL, ""},
        {"1.234.567", "1234567", "1.234.567", BS_STATUS_ACTUAL, ""},
        {"１，２３４", "1234", "１，２３４", BS_STATUS_ACTUAL, ""},
        {"**55.5**", "55.5", "55.5", BS_STATUS_ACTUAL, ""},
        {"2023", "2023", "2023", BS_STATUS_ACTUAL, ""},
        {"12 345 678", "12345678", "12 345 678", BS_STATUS_ACTUAL, ""},
        {"1.2e+5", "120000", "1.2e+5", BS_STATUS_ACTUAL, ""},
        {"45a", "45", "45", BS_STATUS_ACTUAL, ""},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_cell_value cell;
        bs_str text = bs_str_from(cases[i].text);
        bs_scan_cell(&cell, text, BS_LANG_KO);
        if (cell.state != BS_STATE_VALUE) fail_msg("'%s' is unread", cases[i].text);
        bs_buffer out = BS_BUFFER_INIT;
        bs_decimal_write(cell.value, &out);
        bs_buffer_add(&out, BS_STR("|"));
        bs_buffer_add(&out, bs_str_slice(text, cell.digits_start, cell.digits_end));
        bs_buffer_addf(&out, "|%.*s", BS_STR_ARG(cell.unit));
        bs_buffer wanted = BS_BUFFER_INIT;
        bs_buffer_addf(&wanted, "%s|%s|%s", cases[i].value, cases[i].digits, cases[i].unit);
        assert_string_equal(out.ptr, wanted.ptr);
        assert_int_equal(cell.status, cases[i].status);
        bs_buffer_deinit(&out);
        bs_buffer_deinit(&wanted);
    }
}

static void kinds_of_missing(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bs_state state;
    } cases[] = {
        {"", BS_STATE_EMPTY},
        {"  ", BS_STATE_EMPTY},
        {"&nbsp;", BS_STATE_EMPTY},
        {"-", BS_STATE_NOT_APPLICABLE},
        {"–", BS_STATE_NOT_APPLICABLE},
        {"…", BS_STATE_NOT_PUBLISHED},
        {"...", BS_STATE_NOT_PUBLISHED},
        {"n/a", BS_STATE_NOT_PUBLISHED},
        {"N.A.", BS_STATE_NOT_PUBLISHED},
        {"x", BS_STATE_SUPPRESSED},
        {"*", BS_STATE_SUPPRESSED},
        {"합계", BS_STATE_UNREADABLE},
        {"구분", BS_STATE_UNREADABLE},
        {"일", BS_STATE_UNREADABLE},
        {"12 34", BS_STATE_UNREADABLE},
        {"3 of 5", BS_STATE_UNREADABLE},
        {"IPv6", BS_STATE_UNREADABLE},
        {"5 apples and 3 pears", BS_STATE_UNREADABLE},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_cell_value cell;
        bs_scan_cell(&cell, bs_str_from(cases[i].text), BS_LANG_EN);
        if (cell.state != cases[i].state)
            fail_msg("'%s' is %s", cases[i].text, bs_state_name(cell.state));
    }
}

static void ranges_and_qualifiers(void **state)
{
    (void)state;
    bs_cell_value cell;
    bs_scan_cell(&cell, BS_STR("30~40"), BS_LANG_KO);
    assert_int_equal(cell.state, BS_STATE_VALUE);
    assert_true(cell.range);
    assert_int_equal(bs_decimal_compare(cell.upper, bs_decimal_from_int(40)), 0);
    bs_scan_cell(&cell, BS_STR("≥ 95"), BS_LANG_EN);
    assert_int_equal(cell.qualifier, BS_AT_LEAST);
    bs_scan_cell(&cell, BS_STR("200여"), BS_LANG_KO);
    assert_int_equal(cell.qualifier, BS_APPROX_OVER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_with_their_marks),
        cmocka_unit_test(kinds_of_missing),
        cmocka_unit_test(ranges_and_qualifiers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
