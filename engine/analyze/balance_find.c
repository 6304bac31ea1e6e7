// SPDX-License-Identifier: GPL-3.0-or-later
//
// A table need not say which of its rows is a total, nor of what. Where a row is the sum of others
// in every column but at most one, to the last printed digit, and there are fewer sets of rows to
// try than such an accident is rare, it is one. In a small table every set of rows is tried, in a
// larger one the rows that follow a row or stand before it.
#include <math.h>

#include "engine/analyze/anomaly_internal.h"

static const double NEAR_SDS = 2.5;    // of rounding, within which a column adds up
static const double NEAR_SHARE = 1e-9; // of the total, for what a double cannot hold
static const double LOG_PRIOR = -4;    // odds that a row is the sum of others, before any is tried
static const double LOG_LEAST = 1;     // odds under which a set is not worth looking at

#define MARK_PRIME UINT64_C(0x9E3779B97F4A7C15)

enum { ALL_SETS_ROWS_MAX = 11, COLUMNS_MAX = 64, FITTING_MIN = 2, COLUMNS_MIN = 3 };

typedef struct search {
    const bs_work *work;
    size_t total_row; // or SIZE_MAX
    size_t columns;   // those in which every row has a value
    double total[COLUMNS_MAX];
    double (*values)[COLUMNS_MAX]; // of every row
    double log_sets;               // logarithm of how many sets are tried
    double near;                   // no gap may be larger, whatever the rows are
    bool *part;                    // the set that is tried
    double sums[COLUMNS_MAX];      // and its sums
    double best;
    uint64_t best_mark; // of two sets that are as likely the one of the higher mark is taken
    bool *best_part;
    bool found;
} search;

static size_t row_count(const search *s)
{
    return s->work->panel->row_count;
}

static bool fits(const search *s, size_t column, double near)
{
    double total = s->total[column];
    return fabs(total - s->sums[column]) <= near + NEAR_SHARE * fabs(total);
}

// Logarithm of the odds that the set adds up for a reason: an accident would have to hit the total,
// or the largest part of it, to a unit in each column that fits.
static double weigh_set(const search *s)
{
    double unit = s->total_row == SIZE_MAX ? 0 : s->work->rows[s->total_row].unit, rows = 1;
    double largest[COLUMNS_MAX] = {0};
    for (size_t r = 0; r < row_count(s); r++) {
        if (!s->part[r]) continue;
        rows++;
        unit = fmax(unit, s->work->rows[r].unit);
        for (size_t c = 0; c < s->columns; c++)
            largest[c] = fmax(largest[c], fabs(s->values[r][c]));
    }
    double near = NEAR_SDS * unit * sqrt(rows / 12), odds = LOG_PRIOR - s->log_sets;
    size_t fitting = 0;
    for (size_t c = 0; c < s->columns; c++) {
        if (!fits(s, c, near)) continue;
        fitting++;
        double size = fmax(fmin(fabs(s->total[c]), largest[c]), unit);
        odds += fmax(0, log(size / (2 * near)));
    }
    return fitting >= FITTING_MIN && fitting + 1 >= s->columns && rows > 2 ? odds : -INFINITY;
}

static bool may_add_up(const search *s)
{
    size_t misses = 0;
    for (size_t c = 0; c < s->columns && misses < 2; c++)
        misses += !fits(s, c, s->near);
    return misses < 2;
}

// A mark of the set that depends on the numbers of its rows and not on their order.
static uint64_t mark_of(const search *s)
{
    uint64_t sum = 0;
    for (size_t r = 0; r < row_count(s); r++) {
        if (!s->part[r]) continue;
        uint64_t own = 0, bits;
        for (size_t c = 0; c < s->columns; c++) {
            memcpy(&bits, &s->values[r][c], sizeof bits);
            own = (own ^ bits) * MARK_PRIME;
        }
        sum += own ^ own >> 32;
    }
    return sum;
}

static void weigh_best(search *s)
{
    double odds = weigh_set(s);
    if (odds < s->best) return;
    uint64_t mark = mark_of(s);
    if (odds == s->best && (!s->found || mark <= s->best_mark)) return;
    s->best = odds;
    s->best_mark = mark;
    s->found = true;
    memcpy(s->best_part, s->part, row_count(s) * sizeof *s->part);
}

static void set_clear(search *s)
{
    memset(s->sums, 0, sizeof s->sums);
    memset(s->part, 0, row_count(s) * sizeof *s->part);
}

// Adds a row to the set, or takes it out.
static void set_turn(search *s, size_t row)
{
    s->part[row] = !s->part[row];
    double sign = s->part[row] ? 1 : -1;
    for (size_t c = 0; c < s->columns; c++)
        s->sums[c] += sign * s->values[row][c];
}

// Every set, each one row away from the one before it.
static void try_all_sets(search *s)
{
    size_t rows[ALL_SETS_ROWS_MAX + 1], count = 0;
    for (size_t r = 0; r < row_count(s); r++) {
        if (r != s->total_row) rows[count++] = r;
    }
    s->log_sets = log(ldexp((double)row_count(s), (int)count));
    for (uint64_t k = 1; k < (uint64_t)1 << count; k++) {
        set_turn(s, rows[__builtin_ctzll(k)]);
        if (may_add_up(s)) weigh_best(s);
    }
}

static bool is_total(const search *s, size_t row)
{
    return s->work->panel->rows[row].total;
}

// The rows that follow the total or stand before it, one more each time.
static void try_runs(search *s)
{
    s->log_sets = 2 * log((double)row_count(s)) + M_LN2;
    for (int step = -1; step <= 1; step += 2) {
        set_clear(s);
        for (size_t r = s->total_row + (size_t)step; r < row_count(s); r += (size_t)step) {
            set_turn(s, r);
            if (may_add_up(s)) weigh_best(s);
        }
    }
}

// The total of totals.
static void try_totals(search *s)
{
    set_clear(s);
    for (size_t r = 0; r < row_count(s); r++) {
        if (r != s->total_row && is_total(s, r)) set_turn(s, r);
    }
    if (may_add_up(s)) weigh_best(s);
}

// Fills values and near.
static void take_columns(search *s)
{
    const bs_work *work = s->work;
    size_t rows = row_count(s), cells = work->panel->cell_count;
    double unit = 0;
    for (size_t c = 0, at; c < cells && s->columns < COLUMNS_MAX; c++) {
        size_t present = 0;
        for (size_t r = 0; r < rows; r++) {
            at = bs_work__value_at(&work->rows[r], c);
            if (at == SIZE_MAX) break;
            s->values[r][s->columns] = work->rows[r].values[at];
            present++;
        }
        s->columns += present == rows;
    }
    for (size_t r = 0; r < rows; r++)
        unit = fmax(unit, work->rows[r].unit);
    s->near = NEAR_SDS * unit * sqrt((double)rows / 12);
}

static bs_status guess(bs_balance_guess *out, search *s, size_t total_row)
{
    size_t rows = row_count(s);
    s->total_row = total_row;
    s->best = LOG_LEAST;
    s->found = false;
    for (size_t c = 0; c < s->columns; c++)
        s->total[c] = total_row == SIZE_MAX ? BS_HUNDRED : s->values[total_row][c];
    set_clear(s);
    if (rows <= ALL_SETS_ROWS_MAX + (total_row != SIZE_MAX)) {
        try_all_sets(s);
    } else if (total_row != SIZE_MAX) {
        try_runs(s);
        if (is_total(s, total_row)) try_totals(s);
    }
    if (!s->found) return BS_OK;
    out->log_odds = s->best;
    out->part = BS_NEW_ARRAY(s->work->arena, bool, rows);
    if (out->part == NULL) return BS_E_MEMORY;
    memcpy(out->part, s->best_part, rows * sizeof *out->part);
    return BS_OK;
}

bs_status bs_work__balance_guess(bs_balance_guess *out, const bs_work *work, bs_error *err)
{
    size_t rows = work->panel->row_count;
    search s = {.work = work};
    s.values = bs_arena_alloc(work->arena, rows, sizeof *s.values);
    s.part = BS_NEW_ARRAY(work->arena, bool, rows);
    s.best_part = BS_NEW_ARRAY(work->arena, bool, rows);
    bs_status status = s.values && s.part && s.best_part ? BS_OK : BS_E_MEMORY;
    if (status == BS_OK) take_columns(&s);
    for (size_t r = 0; r <= rows && status == BS_OK && s.columns >= COLUMNS_MIN; r++)
        status = guess(&out[r], &s, r < rows ? r : SIZE_MAX);
    return status == BS_OK ? BS_OK : bs_fail(err, status, "out of memory");
}
