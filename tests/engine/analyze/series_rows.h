// SPDX-License-Identifier: GPL-3.0-or-later
// series_rows.h: series as rows of text, for the tests of what is calculated of them.
#ifndef BS_TEST_SERIES_ROWS_H
#define BS_TEST_SERIES_ROWS_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/core/series.h"

typedef struct row {
    const char *period;
    const char *value; // NULL for a missing one
    bs_value_status status;
    bs_qualifier qualifier;
} row;

static inline bs_period period_of(const char *text)
{
    bs_period period = BS_PERIOD_NONE;
    assert_int_equal(bs_period_parse(&period, bs_str_from(text), NULL), BS_OK);
    return period;
}

static inline bs_series series_of(bs_arena *arena, const char *key, const char *unit,
                                  const row *rows, size_t count)
{
    bs_series series = {.key = bs_str_from(key),
                        .label = bs_str_from(key),
                        .indicator = bs_str_from(key),
                        .unit = bs_str_from(unit),
                        .frequency = period_of(rows[0].period).frequency};
    for (size_t i = 0; i < count; i++) {
        bs_observation *item = BS_PUSH(arena, &series.observations);
        *item = (bs_observation){.period = period_of(rows[i].period),
                                 .state = rows[i].value ? BS_STATE_VALUE : BS_STATE_EMPTY,
                                 .status = rows[i].status,
                                 .qualifier = rows[i].qualifier};
        if (rows[i].value == NULL) continue;
        item->text = bs_str_from(rows[i].value);
        assert_int_equal(bs_decimal_parse(&item->value, item->text, NULL), BS_OK);
    }
    return series;
}

static inline void assert_near(double got, double want)
{
    if (!(fabs(got - want) <= 1e-12 * fmax(1, fabs(want))))
        fail_msg("%.17g is not %.17g", got, want);
}

#endif
