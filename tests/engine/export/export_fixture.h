// SPDX-License-Identifier: GPL-3.0-or-later
// export_fixture.h: series as tables of rows.
#ifndef BS_TEST_EXPORT_FIXTURE_H
#define BS_TEST_EXPORT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/export/export.h"

typedef struct row {
    const char *period; // ISO text; "" for none
    const char *value;  // as bs_decimal_parse reads it; NULL for a missing one
    const char *text;   // as printed; NULL: the same as `value`
    bs_value_status status;
    bs_qualifier qualifier;
    bs_state state;
    uint32_t line;
    uint32_t column;
    const char *vintage; // NULL: that of the source
} row;

static inline bs_period period_of(const char *text)
{
    bs_period period = BS_PERIOD_NONE;
    if (text[0] != '\0') {
        assert_int_equal(bs_period_parse(&period, bs_str_from(text), NULL), BS_OK);
    }
    return period;
}

static inline bs_decimal decimal_of(const char *text)
{
    bs_decimal value;
    assert_int_equal(bs_decimal_parse(&value, bs_str_from(text), NULL), BS_OK);
    return value;
}

// Appends a series made of rows, with what `like` says of it, to *out.
static inline bs_series *put_series(bs_export_series_array *out, bs_arena *arena, bs_series like,
                                    const row *rows, size_t count)
{
    bs_series *series = BS_NEW(arena, bs_series);
    bs_str *vintages = BS_NEW_ARRAY(arena, bs_str, count);
    bool dated = false;
    *series = like;
    if (count > 0) series->frequency = period_of(rows[0].period).frequency;
    for (size_t i = 0; i < count; i++) {
        bs_observation *item = BS_PUSH(arena, &series->observations);
        *item = (bs_observation){
            .period = period_of(rows[i].period),
            .state = rows[i].state,
            .qualifier = rows[i].qualifier,
            .status = rows[i].status,
            .text = bs_str_from(rows[i].text != NULL ? rows[i].text : rows[i].value),
            .quantity = BS_NO_QUANTITY,
            .origin = {.line = rows[i].line, .column = rows[i].column},
        };
        if (rows[i].value != NULL) item->value = decimal_of(rows[i].value);
        vintages[i] = bs_str_from(rows[i].vintage);
        dated |= rows[i].vintage != NULL;
    }
    bs_export_series *item = BS_PUSH(arena, out);
    *item = (bs_export_series){.series = series, .vintages = dated ? vintages : NULL};
    return series;
}

static inline void assert_text(const bs_buffer *got, const char *expected)
{
    if (!bs_str_equal(bs_buffer_str(got), bs_str_from(expected))) {
        fail_msg("got\n%.*s\nexpected\n%s", BS_STR_ARG(bs_buffer_str(got)), expected);
    }
}

#endif
