// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_echo.h"

#include <math.h>
#include <stdlib.h>

enum { DIGITS_MIN = 3, DIGITS_MAX = 15 };

static const double FACTOR_MAX = 100;

typedef struct entry {
    bs_str unit;
    double value;
    size_t figure;
} entry;

static int compare_places(bs_str unit, double value, const bs_figure *figure)
{
    int order = bs_str_compare(unit, figure->quantity->unit);
    if (order != 0) return order;
    return (value > figure->value) - (value < figure->value);
}

static int by_value(const void *a, const void *b)
{
    const entry *x = a;
    const entry *y = b;
    int order = bs_str_compare(x->unit, y->unit);
    if (order != 0) return order;
    if (x->value != y->value) return x->value > y->value ? 1 : -1;
    return (x->figure > y->figure) - (x->figure < y->figure);
}

bs_status bs_echo_init(bs_echo *out, bs_arena *arena, const bs_view *view, bs_error *err)
{
    size_t count = view->reading->quantities.count;
    entry *entries = BS_NEW_ARRAY(arena, entry, count);
    *out = (bs_echo){view, BS_NEW_ARRAY(arena, size_t, count), 0};
    if (entries == NULL || out->figures == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = 0; i < count; i++) {
        const bs_figure *figure = &view->figures.items[i];
        if (!figure->quantity->valued || figure->quantity->unit.len == 0) continue;
        entries[out->count++] = (entry){figure->quantity->unit, figure->value, i};
    }
    if (out->count > 1) qsort(entries, out->count, sizeof *entries, by_value);
    for (size_t i = 0; i < out->count; i++)
        out->figures[i] = entries[i].figure;
    return BS_OK;
}

// First entry that is not before a unit and value.
static size_t lower_bound(const bs_echo *echo, bs_str unit, double value)
{
    size_t low = 0;
    size_t high = echo->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const bs_figure *figure = &echo->view->figures.items[echo->figures[middle]];
        if (compare_places(unit, value, figure) > 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static int digit_count(bs_decimal value)
{
    int count = bs_decimal_digit_count(bs_decimal_normal(value));
    return count < DIGITS_MAX ? count : DIGITS_MAX;
}

typedef struct wanted {
    bs_str unit;
    double value;
    uint32_t block; // not there
} wanted;

// A block that prints a value more often than this says it nowhere else, as far as anybody cares.
enum { OWN_BLOCK_MAX = 256 };

static size_t find(const bs_echo *echo, const wanted *w, size_t *out, size_t max)
{
    double slack = fabs(w->value) * 1e-12;
    size_t count = 0, own = 0;
    for (size_t at = lower_bound(echo, w->unit, w->value - slack); at < echo->count; at++) {
        const bs_figure *other = &echo->view->figures.items[echo->figures[at]];
        if (compare_places(w->unit, w->value + slack, other) < 0 || count == max) break;
        if (other->quantity->origin.block != w->block)
            out[count++] = echo->figures[at];
        else if (own++ > OWN_BLOCK_MAX)
            break;
    }
    return count;
}

size_t bs_echo_find(const bs_echo *echo, size_t figure, bs_decimal value, size_t *out, size_t max)
{
    const bs_quantity *own = echo->view->figures.items[figure].quantity;
    wanted w = {own->unit, bs_decimal_double(value), own->origin.block};
    size_t count = find(echo, &w, out, max);
    // A table often leaves the counter to its heading.
    if (!bs_str_starts(own->unit, BS_STR("count:"))) return count;
    w.unit = BS_STR("1");
    return count + find(echo, &w, out + count, max - count);
}

double bs_echo_factor(const bs_echo *echo, size_t figure, bs_decimal value)
{
    int digits = digit_count(value);
    size_t other;
    if (digits < DIGITS_MIN || bs_echo_find(echo, figure, value, &other, 1) == 0) return 1;
    bs_str unit = echo->view->figures.items[figure].quantity->unit;
    double like = (double)(lower_bound(echo, unit, INFINITY) - lower_bound(echo, unit, -INFINITY));
    return fmax(1, fmin(FACTOR_MAX, pow(10, digits - 1) / like));
}
