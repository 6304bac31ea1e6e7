// SPDX-License-Identifier: GPL-3.0-or-later
//
// A row of totals. Every hypothesis that changes a number of a column changes how nearly the column
// adds up, and where it does not, the value that would close it is a hypothesis of its own. A table
// whose total is of more than the rows that are shown pays the same in every hypothesis.
#include <math.h>

#include "engine/analyze/anomaly_internal.h"

static const double BALANCE_SD = 1.2;   // allowance over independent rounding
static const double BALANCE_ODD = .02;  // of a column that does not add up although all is right
static const double BALANCE_EXACT = .3; // of one that was added up from the printed numbers
static const double BALANCE_SLIP = .3;  // weight of an unnamed slip, beside a tenth for each named
static const double GAP_SDS = 3;

static size_t find_total(const bs_panel *panel)
{
    for (size_t r = 0; r < panel->row_count; r++) {
        if (panel->rows[r].total) return r;
    }
    return SIZE_MAX;
}

bs_status bs_work__balance_init(bs_work *work, bs_error *err)
{
    bs_balance *b = &work->balance;
    const bs_panel *panel = work->panel;
    b->total_row = find_total(panel);
    if (b->total_row == SIZE_MAX || panel->row_count < 3) return BS_OK;
    b->gap = BS_NEW_ARRAY(work->arena, double, panel->cell_count);
    b->total = BS_NEW_ARRAY(work->arena, double, panel->cell_count);
    b->known = BS_NEW_ARRAY(work->arena, bool, panel->cell_count);
    size_t *present = BS_NEW_ARRAY(work->arena, size_t, panel->cell_count);
    if (!b->gap || !b->total || !b->known || !present) {
        return bs_fail(err, BS_E_MEMORY, "out of memory");
    }
    b->present = true;
    for (size_t r = 0; r < panel->row_count; r++) {
        const bs_work_row *row = &work->rows[r];
        b->unit = fmax(b->unit, row->print_unit);
        for (size_t i = 0; i < row->count; i++) {
            bool total = r == b->total_row;
            if (total) b->total[row->places[i]] = row->values[i];
            if (total || !panel->rows[r].total) {
                b->gap[row->places[i]] += total ? row->values[i] : -row->values[i];
            }
            present[row->places[i]]++;
        }
    }
    for (size_t c = 0; c < panel->cell_count; c++)
        b->known[c] = present[c] == panel->row_count;
    b->sd = BALANCE_SD * b->unit * sqrt((double)panel->row_count / 12);
    return BS_OK;
}

static double balance_density(const bs_balance *b, size_t cell, double gap)
{
    double z = gap / b->sd;
    double core = (1 - BALANCE_EXACT) * exp(-.5 * z * z) * b->unit / (b->sd * sqrt(2 * M_PI));
    if (fabs(gap) < b->unit * .25) core += BALANCE_EXACT;
    double size = fmax(fabs(b->total[cell]), 10 * b->unit);
    return (1 - BALANCE_ODD) * core + BALANCE_ODD * b->unit / size;
}

double bs_work__balance_ratio(const bs_work *work, size_t row, size_t cell, double change)
{
    const bs_balance *b = &work->balance;
    if (!b->known[cell]) return 1;
    double gap = b->gap[cell], moved = gap + (row == b->total_row ? change : -change);
    return balance_density(b, cell, moved) / balance_density(b, cell, gap);
}

static bs_status weigh_balance_cell(bs_work *work, size_t row, size_t i, int units, bs_error *err)
{
    const bs_work_row *r = &work->rows[row];
    const bs_balance *b = &work->balance;
    double change = row == b->total_row ? -b->gap[r->places[i]] : b->gap[r->places[i]];
    int64_t coefficient = llround((r->values[i] + change) / r->print_unit) + units;
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

bs_status bs_work__weigh_balance(bs_work *work, size_t row, bs_error *err)
{
    const bs_balance *b = &work->balance;
    const bs_work_row *r = &work->rows[row];
    if (!b->present || !r->judged) return BS_OK;
    for (size_t i = 0; i < r->count; i++) {
        size_t cell = r->places[i];
        if (r->settled[i] || !b->known[cell] || fabs(b->gap[cell]) <= GAP_SDS * b->sd) continue;
        for (int units = -1; units <= 1; units++) {
            BS_TRY(weigh_balance_cell(work, row, i, units, err));
        }
    }
    return BS_OK;
}
