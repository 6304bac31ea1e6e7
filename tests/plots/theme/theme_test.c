// SPDX-License-Identifier: GPL-3.0-or-later
// The thresholds are those of WCAG 2.2 (1.4.3 and 1.4.11).
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "plots/theme/theme.h"

static void assert_near(double a, double b, double tolerance)
{
    assert_true(fabs(a - b) <= tolerance);
}

static void contrast_is_that_of_wcag(void **state)
{
    (void)state;
    // Black on white is 21; #767676 on white is the well-known 4.54, #949494 is 3.03.
    assert_near(bs_colour_contrast(0x000000, 0xFFFFFF), 21, 1e-6);
    assert_near(bs_colour_contrast(0x767676, 0xFFFFFF), 4.54, 0.005);
    assert_near(bs_colour_contrast(0xFFFFFF, 0x949494), 3.03, 0.005);
    assert_near(bs_colour_contrast(0x123456, 0x123456), 1, 1e-9);
}

static void every_theme_can_be_read(void **state)
{
    (void)state;
    for (int id = 0; id < BS_THEME_COUNT; id++) {
        const bs_theme *t = bs_theme_get((bs_theme_id)id);
        assert_true(bs_colour_contrast(t->text, t->page) >= 7);
        assert_true(bs_colour_contrast(t->muted, t->page) >= 4.5);
        assert_true(bs_colour_contrast(t->flag_text, t->page) >= 4.5);
        assert_true(bs_colour_contrast(t->axis, t->page) >= 3);
        assert_true(bs_colour_contrast(t->flag, t->page) >= 3);
        // Lines are also the colour of their names, so they must be readable as text.
        for (int i = 0; i < BS_THEME_SERIES_COUNT; i++) {
            assert_true(bs_colour_contrast(t->series[i], t->page) >= 4.5);
        }
    }
}

static void names_are_read_back(void **state)
{
    (void)state;
    for (int id = 0; id < BS_THEME_COUNT; id++) {
        bs_theme_id read;
        bs_str name = bs_str_from(bs_theme_get((bs_theme_id)id)->name);
        assert_int_equal(bs_theme_parse(&read, name, NULL), BS_OK);
        assert_int_equal(read, id);
    }
    bs_theme_id untouched = BS_THEME_DARK;
    assert_int_equal(bs_theme_parse(&untouched, BS_STR("neon"), NULL), BS_E_ARGUMENT);
    assert_int_equal(untouched, BS_THEME_DARK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contrast_is_that_of_wcag),
        cmocka_unit_test(every_theme_can_be_read),
        cmocka_unit_test(names_are_read_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
