// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/packed.h"

// Line, row and column of observation `index`, whose digits are `len` bytes; *column_at is where
// cells that lie side by side go on.
static bs_origin origin_of(const bs_packed *packed, size_t index, uint32_t len, uint32_t *column_at)
{
    const bs_places *places = &packed->places;
    uint32_t step = (uint32_t)index;
    uint32_t line = places->line + step * places->line_step, column = places->column;
    if (places->way == BS_COLUMNS_LISTED) {
        line = places->lines[index];
        column = places->columns[index];
    } else if (places->way == BS_COLUMNS_ADJACENT) {
        column = *column_at;
        *column_at += len + 1;
    }
    return (bs_origin){.line = line,
                       .column = column,
                       .end_column = column + len - (len > 0),
                       .table = packed->series.table,
                       .row = places->row > 0 ? line - places->line + places->row : 0,
                       .col = places->col + step * places->col_step};
}

static bs_status fill(bs_observation *items, const bs_packed *packed, bs_error *err)
{
    const bs_periods *periods = packed->periods;
    bs_str rest = packed->numbers, digits;
    uint32_t column_at = packed->places.column;
    for (size_t i = 0; i < periods->count; i++) {
        if (!bs_str_next(&rest, ',', &digits)) return bs_fail(err, BS_E_FORMAT, "too few numbers");
        bs_observation *item = &items[i];
        bool valued = !bs_str_equal(digits, BS_STR("null"));
        if (!valued) digits.len = 0;
        item->period = periods->items[i];
        item->period_text = periods->printed[i];
        item->state = valued ? BS_STATE_VALUE : BS_STATE_EMPTY;
        item->text = digits;
        item->quantity = BS_NO_QUANTITY;
        item->origin = origin_of(packed, i, (uint32_t)digits.len, &column_at);
        if (valued) BS_TRY(bs_decimal_parse(&item->value, digits, err));
    }
    return BS_OK;
}

bs_status bs_packed_series(bs_series *out, bs_arena *arena, const bs_packed *packed, bs_error *err)
{
    *out = packed->series;
    if (packed->periods == NULL) return BS_OK;
    size_t count = packed->periods->count;
    bs_observation *items = BS_NEW_ARRAY(arena, bs_observation, count);
    if (items == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    BS_TRY(fill(items, packed, err));
    out->observations = (bs_observation_array){items, count, count};
    return BS_OK;
}
