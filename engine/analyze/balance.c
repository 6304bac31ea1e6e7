// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rows that add up to a total, or shares that add up to a hundred. Every hypothesis that changes a
// number of a column changes how nearly the column adds up, and where it does not, the value that
// would close it is a hypothesis of its own. A table whose total is of more than the rows that are
// shown pays the same in every hypothesis.
#include <math.h>

#include "engine/analyze/anomaly_internal.h"

static const double BALANCE_SD = 1.2;   // allowance over independent rounding
static const double BALANCE_ODD = .02;  // of a column that does not add up although all is right
static const double BALANCE_EXACT = .3; // of one that was added up from the printed numbers
static const double BALANCE_SLIP = .3;  // weight of an unnamed slip, beside a tenth for each named
static const double GAP_SDS = 3;

size_t bs_work__value_at(const bs_work_row *r, size_t cell)
{
    size_t i = 0;
    while (i < r->count && r->places[i] < cell)
        i++;
    return i < r->count && r->places[i] == cell ? i : SIZE_MAX;
}

static bool takes_part(const bs_balance *b, size_t row)
{
    return row == b->total_row || b->part[row];
}

// Measures the gaps of a balance whose rows are known.
static bs_status balance_fill(bs_balance *b, const bs_work *work)
{
    const bs_panel *panel = work->panel;
    b->gap = BS_NEW_ARRAY(work->arena, double, panel->cell_count);
    b->total = BS_NEW_ARRAY(work->arena, double, panel->cell_count);
    b->known = BS_NEW_ARRAY(work->arena, bool, panel->cell_count);
    size_t *present = BS_NEW_ARRAY(work->arena, size_t, panel->cell_count), rows = 0;
    if (!b->gap || !b->total || !b->known || !present) return BS_E_MEMORY;
    for (size_t c = 0; c < panel->cell_count && b->total_row == SIZE_MAX; c++)
        b->gap[c] = b->total[c] = BS_HUNDRED;
    for (size_t r = 0; r < panel->row_count; r++) {
        const bs_work_row *row = &work->rows[r];
        if (!takes_part(b, r)) continue;
        rows++;
        b->unit = fmax(b->unit, row->print_unit);
        for (size_t i = 0; i < row->count; i++) {
            bool total = r == b->total_row;
            if (total) b->total[row->places[i]] = row->values[i];
            b->gap[row->places[i]] += total ? row->values[i] : -row->values[i];
            present[row->places[i]]++;
        }
    }
    for (size_t c = 0; c < panel->cell_count; c++)
        b->known[c] = present[c] == rows;
    b->sd = BALANCE_SD * b->unit * sqrt((double)rows / 12);
    return BS_OK;
}

static bs_status balance_add(bs_work *work, size_t total_row, const bool *part, double odd)
{
    bs_balance *b = BS_PUSH(work->arena, &work->balances);
    if (b == NULL) return BS_E_MEMORY;
    *b = (bs_balance){.total_row = total_row, .part = part, .odd = odd};
    return balance_fill(b, work);
}

// The row that is called the total, of all rows of its unit that are not called so: a table of
// levels may have their rates of change in a column of their own.
static bs_status add_stated(bs_work *work)
{
    const bs_panel *panel = work->panel;
    size_t total = 0;
    while (total < panel->row_count &&
           (!panel->rows[total].total || panel->rows[total].measure == BS_MEASURE_GROWTH))
        total++;
    if (total == panel->row_count) return BS_OK;
    bool *part = BS_NEW_ARRAY(work->arena, bool, panel->row_count);
    if (part == NULL) return BS_E_MEMORY;
    for (size_t r = 0; r < panel->row_count; r++)
        part[r] = !panel->rows[r].total && panel->rows[r].unit == panel->rows[total].unit;
    return balance_add(work, total, part, BALANCE_ODD);
}

static bool is_stated(const bs_work *work, size_t total_row, const bool *part)
{
    for (size_t k = 0; k < work->balances.count; k++) {
        const bs_balance *b = &work->balances.items[k];
        if (b->total_row != total_row) continue;
        if (memcmp(b->part, part, work->panel->row_count * sizeof *part) == 0) return true;
    }
    return false;
}

static bs_status add_seen(bs_work *work, bs_error *err)
{
    size_t rows = work->panel->row_count;
    bs_balance_guess *guesses = BS_NEW_ARRAY(work->arena, bs_balance_guess, rows + 1);
    if (guesses == NULL) return BS_E_MEMORY;
    BS_TRY(bs_work__balance_guess(guesses, work, err));
    for (size_t r = 0; r <= rows; r++) {
        const bs_balance_guess *guess = &guesses[r];
        size_t total_row = r < rows ? r : SIZE_MAX;
        if (guess->part == NULL || is_stated(work, total_row, guess->part)) continue;
        double odd = fmax(BALANCE_ODD, 1 / (1 + exp(guess->log_odds)));
        BS_TRY(balance_add(work, total_row, guess->part, odd));
    }
    return BS_OK;
}

bs_status bs_work__balance_init(bs_work *work, bs_error *err)
{
    if (work->panel->row_count < 3) return BS_OK;
    bs_status status = add_stated(work);
    if (status == BS_OK) status = add_seen(work, err);
    return status == BS_OK ? BS_OK : bs_fail(err, status, "out of memory");
}

static bool is_open(const bs_balance *b, size_t cell)
{
    return b->known[cell] && fabs(b->gap[cell]) > GAP_SDS * b->sd;
}

bool bs_work__balance_open(const bs_work *work, size_t row, size_t cell)
{
    for (size_t k = 0; k < work->balances.count; k++) {
        const bs_balance *b = &work->balances.items[k];
        if (takes_part(b, row) && is_open(b, cell)) return true;
    }
    return false;
}

const bs_balance *bs_work__balance_closed(const bs_work *work, size_t row, size_t cell,
                                          double change)
{
    for (size_t k = 0; k < work->balances.count; k++) {
        const bs_balance *b = &work->balances.items[k];
        if (!takes_part(b, row) || !is_open(b, cell)) continue;
        double moved = b->gap[cell] + (row == b->total_row ? change : -change);
        if (fabs(moved) <= GAP_SDS * b->sd) return b;
    }
    return NULL;
}

static double balance_density(const bs_balance *b, size_t cell, double gap)
{
    double z = gap / b->sd;
    double core = (1 - BALANCE_EXACT) * exp(-.5 * z * z) * b->unit / (b->sd * sqrt(2 * M_PI));
    if (fabs(gap) < b->unit * .25) core += BALANCE_EXACT;
    double size = fmax(fabs(b->total[cell]), 10 * b->unit);
    return (1 - b->odd) * core + b->odd * b->unit / size;
}

// Balances that share rows say the same thing twice: what speaks most for a change, and what speaks
// most against it, is heard.
double bs_work__balance_ratio(const bs_work *work, size_t row, size_t cell, double change)
{
    double most = 1, least = 1;
    for (size_t k = 0; k < work->balances.count; k++) {
        const bs_balance *b = &work->balances.items[k];
        if (!takes_part(b, row) || !b->known[cell]) continue;
        double gap = b->gap[cell], moved = gap + (row == b->total_row ? change : -change);
        double ratio = balance_density(b, cell, moved) / balance_density(b, cell, gap);
        most = fmax(most, ratio);
        least = fmin(least, ratio);
    }
    return most * least;
}

static bs_status weigh_value(bs_work *work, size_t row, size_t i, int64_t coefficient,
                             bs_error *err)
{
    const bs_work_row *r = &work->rows[row];
    double value = bs_intended_value(coefficient, r->decimals);
    if (!r->model.two_signs && value * r->model.sign <= 0) return BS_OK;
    bool copy = i > 0 && r->values[i] == r->values[i - 1];
    double slip = BALANCE_SLIP * r->print_unit / 2.3 /
                  fmax(fmax(fabs(r->values[i]), fabs(value)), r->print_unit);
    bs_probe probe;
    bs_probe_init(&probe, &r->model, (size_t[2]){i, SIZE_MAX}, 0);
    double ratio = bs_probe_ratio(&probe, (double[2]){value, 0});
    double weight = bs_work__share(work, r) * .1 * (copy ? 1 : slip) * ratio *
                    bs_work__balance_ratio(work, row, r->places[i], value - r->values[i]);
    bs_hypothesis h = {.row = (uint32_t)row,
                       .cell = (uint32_t)i,
                       .other = UINT32_MAX,
                       .slip = copy ? BS_SLIP_COPY : BS_SLIP_BALANCE,
                       .scale = r->decimals,
                       .coefficient = coefficient,
                       .weight = weight,
                       .ratio = ratio};
    return bs_work__add(work, h, err);
}

// Values that were tried for a cell; two balances may ask for the same one.
typedef struct tried {
    int64_t values[32];
    size_t count;
} tried;

static bool is_new(tried *t, int64_t value)
{
    for (size_t k = 0; k < t->count; k++) {
        if (t->values[k] == value) return false;
    }
    if (t->count == BS_COUNT(t->values)) return false;
    t->values[t->count++] = value;
    return true;
}

static bs_status weigh_cell(bs_work *work, size_t row, size_t i, bs_error *err)
{
    const bs_work_row *r = &work->rows[row];
    size_t cell = r->places[i];
    tried t = {.count = 0};
    for (size_t k = 0; k < work->balances.count; k++) {
        const bs_balance *b = &work->balances.items[k];
        if (!takes_part(b, row) || !is_open(b, cell)) continue;
        double change = row == b->total_row ? -b->gap[cell] : b->gap[cell];
        int64_t asked = llround((r->values[i] + change) / r->print_unit);
        for (int units = -1; units <= 1; units++) {
            if (is_new(&t, asked + units)) BS_TRY(weigh_value(work, row, i, asked + units, err));
        }
    }
    return BS_OK;
}

bs_status bs_work__weigh_balance(bs_work *work, size_t row, bs_error *err)
{
    const bs_work_row *r = &work->rows[row];
    for (size_t i = 0; i < r->count && r->judged; i++) {
        if (!r->settled[i]) BS_TRY(weigh_cell(work, row, i, err));
    }
    return BS_OK;
}

static double weight_of(const bs_work_row *r, size_t i)
{
    return r->total > 0 ? r->weight * r->suspicion[i] / r->total : 0;
}

// `alone` has the scores of each row as they are without any balance, so that the order in which
// balances are looked at is no matter.
static void settle_column(bs_work *work, const bs_balance *b, size_t cell, double *const *alone)
{
    double all = 0, top = -INFINITY;
    for (size_t r = 0; r < work->panel->row_count; r++) {
        size_t i = bs_work__value_at(&work->rows[r], cell);
        if (!takes_part(b, r) || i == SIZE_MAX) continue;
        all += weight_of(&work->rows[r], i);
        top = fmax(top, alone[r][i]);
    }
    for (size_t r = 0; r < work->panel->row_count; r++) {
        size_t i = bs_work__value_at(&work->rows[r], cell);
        if (!takes_part(b, r) || i == SIZE_MAX) continue;
        double own = weight_of(&work->rows[r], i);
        if (!(own > 0)) continue;
        double against = (all - own) / own + exp(-top) * all / own;
        work->rows[r].scores[i] = fmin(work->rows[r].scores[i], -log(against));
    }
}

bs_status bs_work__balance_settle(bs_work *work)
{
    size_t rows = work->panel->row_count;
    if (work->balances.count == 0) return BS_OK;
    double **alone = BS_NEW_ARRAY(work->arena, double *, rows);
    if (alone == NULL) return BS_E_MEMORY;
    for (size_t r = 0; r < rows; r++) {
        const bs_work_row *row = &work->rows[r];
        alone[r] = BS_NEW_ARRAY(work->arena, double, row->count + 1);
        if (alone[r] == NULL) return BS_E_MEMORY;
        memcpy(alone[r], row->scores, row->count * sizeof *row->scores);
    }
    for (size_t k = 0; k < work->balances.count; k++) {
        const bs_balance *b = &work->balances.items[k];
        for (size_t c = 0; c < work->panel->cell_count; c++) {
            if (is_open(b, c)) settle_column(work, b, c, alone);
        }
    }
    return BS_OK;
}
