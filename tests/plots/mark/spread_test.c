// SPDX-License-Identifier: GPL-3.0-or-later
// Expected places are by hand.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

#include "plots/mark/spread.h"

enum { COUNT = 4 };

typedef struct spread_case {
    double wanted[COUNT]; // 10 px high, 2 px apart, between 0 and 100; NAN behind the last
    double tops[COUNT];   // in the order of `wanted`
} spread_case;

static const spread_case cases[] = {
    {{20, 40, 60, NAN}, {15, 35, 55}},
    {{50, 50, NAN}, {39, 51}},         // half of 12 px up, half down
    {{50, 50, 50, NAN}, {33, 45, 57}}, // the middle one stays
    {{60, 50, NAN}, {56, 44}},         // 55 and 45 are 10 apart, and want 12
    {{2, 2, NAN}, {0, 12}},            // the page's edge
    {{99, 99, 99, 20}, {66, 78, 90, 15}},
    {{30, 41, 52, 63}, {23.5, 35.5, 47.5, 59.5}}, // all a little: mean of 25, 24, 23, 22
};

static void labels_move_as_little_as_they_can(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bs_spread labels[COUNT];
        size_t count = 0;
        for (; count < COUNT && !isnan(cases[i].wanted[count]); count++) {
            labels[count] =
                (bs_spread){.index = count, .wanted = cases[i].wanted[count], .height = 10};
        }
        bs_spread_apart(labels, count, 0, 100, 2);
        for (size_t j = 0; j < count; j++) {
            double off = labels[j].top - cases[i].tops[labels[j].index];
            if (fabs(off) > 1e-9) fail_msg("case %zu, label %zu: %g", i, j, labels[j].top);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(labels_move_as_little_as_they_can)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
