// SPDX-License-Identifier: GPL-3.0-or-later
//
// One panel has at most one slip: H0, nothing is wrong, has the prior 1 - prior times one plus the
// weight of a real shock at each cell; the rest is shared by all cells, then by the slips that
// could have made the print. The probability that a cell is wrong is the weight of the hypotheses
// that change it over the weight of all.
#include "engine/analyze/anomaly.h"

#include <math.h>
#include <stdlib.h>

#include "engine/analyze/anomaly_internal.h"

static const bs_anomaly_options options_default = BS_ANOMALY_OPTIONS_INIT;
static const double CERTAIN = 1e-12; // no probability is nearer to one than this

enum { VALUES_MIN = 3 };

static bs_status read_cells(bs_work_row *row, bs_arena *arena, size_t cell_count)
{
    row->printed = BS_NEW_ARRAY(arena, bs_printed, cell_count);
    row->values = BS_NEW_ARRAY(arena, double, cell_count);
    row->places = BS_NEW_ARRAY(arena, uint32_t, cell_count);
    row->suspicion = BS_NEW_ARRAY(arena, double, cell_count);
    if (!row->printed || !row->values || !row->places || !row->suspicion) return BS_E_MEMORY;
    for (size_t c = 0; c < cell_count; c++) {
        bs_printed *printed = &row->printed[row->count];
        if (!bs_printed_parse(printed, row->in->cells[c])) continue;
        row->values[row->count] = bs_printed_value(printed);
        row->places[row->count] = (uint32_t)c;
        if (printed->group.len > 0) row->style.group = printed->group;
        if (printed->minus.len > 0) row->style.minus = printed->minus;
        row->count++;
    }
    return BS_OK;
}

// The most frequent number of decimals; the larger of two that are as frequent.
static void find_decimals(bs_work_row *row)
{
    size_t counts[BS_PRINTED_DIGITS_MAX + 1] = {0}, best = 0;
    for (size_t i = 0; i < row->count; i++)
        counts[bs_printed_decimals(&row->printed[i])]++;
    for (size_t d = 0; d <= BS_PRINTED_DIGITS_MAX; d++) {
        if (counts[d] >= counts[best]) best = d;
    }
    double n = (double)row->count;
    row->decimals = (int)best;
    row->unit = bs_intended_value(1, row->decimals);
    row->uniform = row->count >= VALUES_MIN && (double)counts[best] >= n - fmax(1, .1 * n);
}

static bool all_equal(const bs_work_row *row)
{
    for (size_t i = 1; i < row->count; i++) {
        if (row->values[i] != row->values[0]) return false;
    }
    return true;
}

static void find_signs(bs_work_row *row)
{
    double least = INFINITY;
    for (size_t i = 0; i < row->count; i++) {
        row->minority += row->values[i] * row->model.sign < 0;
        least = fmin(least, fabs(row->values[i]));
    }
    row->near_zero = least < .1 * row->model.size;
}

static bs_status read_rows(bs_work *work, bs_error *err)
{
    for (size_t r = 0; r < work->panel->row_count; r++) {
        bs_work_row *row = &work->rows[r];
        row->in = &work->panel->rows[r];
        if (read_cells(row, work->arena, work->panel->cell_count) != BS_OK) {
            return bs_fail(err, BS_E_MEMORY, "out of memory");
        }
        find_decimals(row);
        row->judged = row->count >= VALUES_MIN && !all_equal(row);
    }
    return BS_OK;
}

static bs_status model_rows(bs_work *work, bs_error *err)
{
    size_t rows = work->panel->row_count;
    double **medians = BS_NEW_ARRAY(work->arena, double *, rows);
    if (medians == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    if (rows > 1) BS_TRY(bs_work__siblings(work, medians, err));
    int season = work->panel->season;
    for (size_t r = 0; r < rows; r++) {
        bs_work_row *row = &work->rows[r];
        if (!row->judged) continue;
        bs_row_view view = {row->values, row->places, row->count, row->unit, season, medians[r]};
        BS_TRY(bs_model_init(&row->model, work->arena, &view, work->tuning, err));
        find_signs(row);
    }
    return rows > 1 ? bs_work__pool(work, err) : BS_OK;
}

static double null_weight(const bs_work *work)
{
    return (1 - work->options->prior) * (1 + work->shock);
}

// Adds the weight of a hypothesis to the value that it proposes; the heaviest slip gives the name.
static void pool_value(bs_hypothesis *pool, size_t *count, const bs_hypothesis *h)
{
    double value = bs_intended_value(h->coefficient, h->scale);
    for (size_t i = 0; i < *count; i++) {
        if (bs_intended_value(pool[i].coefficient, pool[i].scale) != value) continue;
        double sum = pool[i].weight + h->weight;
        if (h->weight > pool[i].weight) pool[i] = *h;
        pool[i].weight = sum;
        return;
    }
    pool[(*count)++] = *h;
}

static int by_weight(const void *a, const void *b)
{
    const bs_hypothesis *x = a, *y = b;
    if (x->weight != y->weight) return x->weight < y->weight ? 1 : -1;
    if (x->slip != y->slip) return x->slip < y->slip ? -1 : 1;
    return (x->coefficient > y->coefficient) - (x->coefficient < y->coefficient);
}

// A swap proposes at its second cell what stands at the first.
static bs_hypothesis seen_from(const bs_work_row *row, bs_hypothesis h, size_t cell)
{
    if (h.other == cell) {
        h.other = h.cell;
        h.coefficient = bs_printed_coefficient(&row->printed[h.cell]);
        h.scale = bs_printed_decimals(&row->printed[h.cell]);
    }
    return h;
}

static bs_status write_value(bs_suspect_value *out, bs_arena *arena, const bs_work_row *row,
                             size_t cell, const bs_hypothesis *h)
{
    bs_buffer text = BS_BUFFER_INIT;
    bs_printed style = row->style;
    const bs_printed *own = &row->printed[cell];
    if (own->minus.len > 0) style.minus = own->minus;
    if (own->whole > 3 && own->group.len == 0) style.group = own->group;
    bs_printed_write(&text, h->coefficient, h->scale, &style);
    bs_status status = bs_buffer_status(&text, NULL);
    if (status == BS_OK) out->text = bs_arena_str(arena, bs_buffer_str(&text));
    bs_buffer_deinit(&text);
    if (status == BS_OK && out->text.ptr == NULL) status = BS_E_MEMORY;
    return status;
}

// The values that cell `i` of row `r` may have been meant to have, pooled and best first.
static bs_status propose(bs_suspect *suspect, const bs_work *work, size_t r, size_t i,
                         bs_error *err)
{
    const bs_work_row *row = &work->rows[r];
    bs_hypothesis *pool = BS_NEW_ARRAY(work->arena, bs_hypothesis, work->hypotheses.count + 1);
    if (pool == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    size_t count = 0;
    for (size_t k = 0; k < work->hypotheses.count; k++) {
        const bs_hypothesis *h = &work->hypotheses.items[k];
        if (h->row != r || (h->cell != i && h->other != i)) continue;
        bs_hypothesis seen = seen_from(row, *h, i);
        pool_value(pool, &count, &seen);
    }
    qsort(pool, count, sizeof *pool, by_weight);
    double all = null_weight(work) + work->total;
    suspect->value_count = count < BS_PROPOSAL_COUNT_MAX ? count : BS_PROPOSAL_COUNT_MAX;
    for (size_t k = 0; k < suspect->value_count; k++) {
        bs_suspect_value *value = &suspect->values[k];
        value->probability = pool[k].weight / all;
        value->slip = pool[k].slip;
        value->log_gain = log(pool[k].ratio);
        if (write_value(value, work->arena, row, i, &pool[k]) != BS_OK) {
            return bs_fail(err, BS_E_MEMORY, "out of memory");
        }
    }
    if (count > 0 && pool[0].slip == BS_SLIP_SWAP)
        suspect->swapped_with = row->places[pool[0].other];
    return BS_OK;
}

static bs_status judge(bs_suspect_array *out, bs_work *work, bs_error *err)
{
    double all = null_weight(work) + work->total;
    for (size_t r = 0; r < work->panel->row_count; r++) {
        bs_work_row *row = &work->rows[r];
        for (size_t i = 0; i < row->count && row->judged; i++) {
            double wrong = row->suspicion[i], right = fmax(all - wrong, all * CERTAIN);
            double score = log(wrong / right);
            if (!(score > work->options->score_min)) continue;
            bs_suspect *suspect = BS_PUSH(work->arena, out);
            if (suspect == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
            *suspect = (bs_suspect){.row = r,
                                    .cell = row->places[i],
                                    .probability = wrong / (wrong + right),
                                    .score = score,
                                    .log_likelihood = row->model.log_likelihood,
                                    .swapped_with = SIZE_MAX};
            BS_TRY(propose(suspect, work, r, i, err));
        }
    }
    return BS_OK;
}

static bs_status find_in_panel(bs_suspect_array *out, bs_arena *arena, const bs_panel *panel,
                               const bs_anomaly_options *options, bs_error *err)
{
    bs_work work = {
        .arena = arena, .panel = panel, .options = options, .tuning = &bs_tuning_default};
    work.rows = BS_NEW_ARRAY(arena, bs_work_row, panel->row_count);
    if (work.rows == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    BS_TRY(read_rows(&work, err));
    BS_TRY(model_rows(&work, err));
    BS_TRY(bs_work__balance_init(&work, err));
    for (size_t r = 0; r < panel->row_count; r++) {
        BS_TRY(bs_work__weigh_row(&work, r, err));
        BS_TRY(bs_work__weigh_balance(&work, r, err));
    }
    return judge(out, &work, err);
}

// Copies what a panel's own arena holds into the caller's.
static bs_status keep(bs_suspect_array *out, bs_arena *arena, const bs_suspect_array *found,
                      size_t panel)
{
    for (size_t i = 0; i < found->count; i++) {
        bs_suspect *suspect = BS_PUSH(arena, out);
        if (suspect == NULL) return BS_E_MEMORY;
        *suspect = found->items[i];
        suspect->panel = panel;
        for (size_t k = 0; k < suspect->value_count; k++) {
            suspect->values[k].text = bs_arena_str(arena, suspect->values[k].text);
            if (suspect->values[k].text.ptr == NULL) return BS_E_MEMORY;
        }
    }
    return BS_OK;
}

typedef struct panel_result {
    bs_arena arena;
    bs_suspect_array found;
    bs_status status;
} panel_result;

bs_status bs_anomaly_find(bs_suspect_array *out, bs_arena *arena, const bs_panel *panels,
                          size_t panel_count, const bs_anomaly_options *options, bs_error *err)
{
    if (options == NULL) options = &options_default;
    panel_result *results = BS_NEW_ARRAY(arena, panel_result, panel_count);
    if (results == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
#pragma omp parallel for schedule(dynamic, 16)
    for (size_t p = 0; p < panel_count; p++) {
        bs_arena work = BS_ARENA_INIT;
        bs_suspect_array found = {0};
        panel_result *result = &results[p];
        result->status = find_in_panel(&found, &work, &panels[p], options, NULL);
        if (result->status == BS_OK) {
            result->status = keep(&result->found, &result->arena, &found, p);
        }
        bs_arena_deinit(&work);
    }
    bs_status status = BS_OK;
    for (size_t p = 0; p < panel_count; p++) {
        if (status == BS_OK) status = results[p].status;
        if (status == BS_OK) status = keep(out, arena, &results[p].found, p);
        bs_arena_deinit(&results[p].arena);
    }
    return status == BS_OK ? BS_OK : bs_fail(err, status, "out of memory");
}
