// SPDX-License-Identifier: GPL-3.0-or-later
//
// H0, nothing is wrong, has the weight (1 - prior) * (1 + the weight of a real shock at each cell).
// The prior of a slip is shared by all cells, then by the slips that could have made the print. A
// row has at most one slip; each further row with one costs MORE_ROWS. The probability that a cell
// is wrong is the weight of the worlds where it is over the weight of all.
#include "engine/analyze/anomaly.h"

#include <math.h>
#include <stdlib.h>

#include "engine/analyze/anomaly_internal.h"

static const double CERTAIN = 1e-12;  // no probability is nearer to one than this
static const double MORE_ROWS = .003; // of a slip in another row, once there is one
static const double LATER_PASS = .15; // of one that is only found when another is put right
static const double LOG_LARGE = 600;  // of what is too large for a double
static const double NEGLECT = 1e-6;   // weight, beside that of H0, that may be left out of a sum
// The quick look: less is summed up, and cells are left out whose slips cannot weigh as much.
static const double QUICK_NEGLECT = 1e-3, QUICK_NEGLECT_LONG = .02, QUICK_LEAVE_OUT = .09;
static const double LOOK_AGAIN = -1;   // score that calls for an exact look
static const double NAME_SHARE = .01;  // a value is named when it holds this share of a suspicion,
static const double NAME_VAGUE = .1;   // and when the likeliest explanation names none, this
static const double REPAIR_ABOVE = .5; // probability of a value that is put in for the next pass

// Slips come with digits: a panel of fewer values than this has one less often.
static const double VALUES_ENOUGH = 12;

enum { SIGNED_ROWS_MIN = 2, VALUES_MIN = 3, PASS_COUNT_MAX = 3, LONG_MIN = 30 };

static bs_status read_cells(bs_work_row *row, const bs_work *work, const bool *settled)
{
    size_t cells = work->panel->cell_count;
    row->printed = BS_NEW_ARRAY(work->arena, bs_printed, cells);
    row->values = BS_NEW_ARRAY(work->arena, double, cells);
    row->places = BS_NEW_ARRAY(work->arena, uint32_t, cells);
    row->settled = BS_NEW_ARRAY(work->arena, bool, cells);
    row->suspicion = BS_NEW_ARRAY(work->arena, double, cells);
    if (!row->printed || !row->values || !row->places || !row->settled || !row->suspicion) {
        return BS_E_MEMORY;
    }
    for (size_t c = 0; c < cells; c++) {
        bs_printed *printed = &row->printed[row->count];
        if (!bs_printed_parse(printed, row->in->cells[c])) continue;
        row->values[row->count] = bs_printed_value(printed);
        row->places[row->count] = (uint32_t)c;
        row->settled[row->count] = (settled != NULL && settled[c]) ||
                                   (row->in->confirmed != NULL && row->in->confirmed[c]);
        if (printed->group.len > 0) row->style.group = printed->group;
        if (printed->minus.len > 0) row->style.minus = printed->minus;
        row->count++;
    }
    return BS_OK;
}

static bool all_equal(const bs_work_row *row)
{
    for (size_t i = 1; i < row->count; i++) {
        if (row->values[i] != row->values[0]) return false;
    }
    return true;
}

// Most values are nothing, or one unit: their digits say nothing of each other. One value among
// nothing but noughts has no path.
static bool is_sparse(const bs_work_row *row)
{
    size_t small = 0, noughts = 0;
    for (size_t i = 0; i < row->count; i++) {
        small += fabs(row->values[i]) < 1.5 * row->unit;
        noughts += row->values[i] == 0;
    }
    return 3 * small > 2 * row->count || noughts + 1 >= row->count;
}

static bs_status read_rows(bs_work *work, bs_error *err)
{
    for (size_t r = 0; r < work->panel->row_count; r++) {
        bs_work_row *row = &work->rows[r];
        row->in = &work->panel->rows[r];
        if (read_cells(row, work, work->settled ? work->settled[r] : NULL) != BS_OK) {
            return bs_fail(err, BS_E_MEMORY, "out of memory");
        }
        bs_work__read_style(row, work->trimmed);
        row->judged = row->count >= VALUES_MIN && !all_equal(row) && !is_sparse(row) &&
                      row->in->measure != BS_MEASURE_RANK;
    }
    bs_work__count_habits(work);
    return BS_OK;
}

static bool has_both_signs(const bs_work_row *row)
{
    bool positive = false, negative = false;
    for (size_t i = 0; i < row->count; i++) {
        positive = positive || row->values[i] > 0;
        negative = negative || row->values[i] < 0;
    }
    return positive && negative;
}

// Either sign is ordinary in a row of rates, and in one whose table has it in most other rows.
static bool takes_any_sign(const bs_work *work, size_t r, size_t both)
{
    const bs_work_row *row = &work->rows[r];
    size_t others = work->panel->row_count - 1, like = both - has_both_signs(row);
    if (row->in->any_sign || row->in->measure == BS_MEASURE_GROWTH) return true;
    return like >= SIGNED_ROWS_MIN && 2 * like > others;
}

static bs_status model_rows(bs_work *work, bs_error *err)
{
    size_t rows = work->panel->row_count, both = 0;
    bs_row_view *views = BS_NEW_ARRAY(work->arena, bs_row_view, rows);
    if (views == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t r = 0; r < rows; r++)
        both += has_both_signs(&work->rows[r]);
    for (size_t r = 0; r < rows; r++) {
        const bs_work_row *row = &work->rows[r];
        views[r] = (bs_row_view){.values = row->values,
                                 .places = row->places,
                                 .count = row->count,
                                 .unit = row->unit,
                                 .season = work->panel->season,
                                 .any_sign = takes_any_sign(work, r, both),
                                 .percent = row->in->percent};
    }
    if (rows > 1) BS_TRY(bs_work__relatives(work, views, err));
    for (size_t r = 0; r < rows; r++) {
        bs_work_row *row = &work->rows[r];
        if (!row->judged) continue;
        BS_TRY(bs_model_init(&row->model, work->arena, &views[r], err));
    }
    return rows > 1 ? bs_work__pool(work, err) : BS_OK;
}

// Adds the weight of a hypothesis to the value that it proposes; the heaviest slip gives the name.
static void pool_value(bs_hypothesis *pool, size_t *count, const bs_hypothesis *h)
{
    double value = bs_intended_value(h->coefficient, h->scale);
    for (size_t i = 0; i < *count; i++) {
        if (pool[i].vague != h->vague) continue;
        if (!h->vague && bs_intended_value(pool[i].coefficient, pool[i].scale) != value) continue;
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

// The explanations of value `i` of row `r`, pooled by what they say was meant, heaviest first.
static size_t explanations(bs_hypothesis *pool, const bs_work *work, size_t r, size_t i)
{
    size_t count = 0;
    for (size_t k = 0; k < work->hypotheses.count; k++) {
        const bs_hypothesis *h = &work->hypotheses.items[k];
        if (h->row != r || (h->cell != i && h->other != i)) continue;
        bs_hypothesis seen = seen_from(&work->rows[r], *h, i);
        pool_value(pool, &count, &seen);
    }
    qsort(pool, count, sizeof *pool, by_weight);
    return count;
}

static void name_sum(bs_suspect *suspect, const bs_work *work, size_t i, const bs_hypothesis *best)
{
    const bs_work_row *row = &work->rows[suspect->row];
    double change = bs_intended_value(best->coefficient, best->scale) - row->values[i];
    const bs_balance *b =
        best->vague ? NULL : bs_work__balance_closed(work, suspect->row, suspect->cell, change);
    if (b == NULL) return;
    suspect->sum = b->total_row == SIZE_MAX ? BS_SUM_HUNDRED : BS_SUM_ROW;
    suspect->total_row = b->total_row;
}

static bs_status propose(bs_suspect *suspect, const bs_work *work, size_t r, size_t i,
                         bs_error *err)
{
    const bs_work_row *row = &work->rows[r];
    bs_hypothesis *pool = BS_NEW_ARRAY(work->arena, bs_hypothesis, work->hypotheses.count + 1);
    if (pool == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    size_t count = explanations(pool, work, r, i);
    if (count == 0) return BS_OK;
    suspect->slip = pool[0].slip;
    name_sum(suspect, work, i, &pool[0]);
    if (pool[0].slip == BS_SLIP_SWAP) suspect->swapped_with = row->places[pool[0].other];
    double least = row->suspicion[i] * (pool[0].vague ? NAME_VAGUE : NAME_SHARE);
    for (size_t k = 0; k < count && suspect->value_count < BS_PROPOSAL_COUNT_MAX; k++) {
        if (pool[k].vague || pool[k].weight < least) continue;
        bs_suspect_value *value = &suspect->values[suspect->value_count++];
        value->probability = suspect->probability * pool[k].weight / row->suspicion[i];
        value->slip = pool[k].slip;
        value->log_gain = log(pool[k].ratio);
        if (write_value(value, work->arena, row, i, &pool[k]) != BS_OK) {
            return bs_fail(err, BS_E_MEMORY, "out of memory");
        }
    }
    return BS_OK;
}

// The worlds of a panel: which of its rows have a slip. In a panel of up to BS_PANEL_ROWS_ALONE
// rows one slip is as likely as none and a second one is rare; a larger panel is like several of
// that size.
typedef struct worlds {
    double more;        // of a slip in another row, once there is one
    double *weights;    // of a slip in each row, relative to none
    double log_product; // of 1 + more * weight over all rows
} worlds;

static bs_status weigh_worlds(worlds *out, const bs_work *work)
{
    double rows = (double)work->panel->row_count, shock = 0;
    *out = (worlds){.more = fmax(MORE_ROWS, 1 - BS_PANEL_ROWS_ALONE / rows)};
    out->weights = BS_NEW_ARRAY(work->arena, double, work->panel->row_count);
    if (out->weights == NULL) return BS_E_MEMORY;
    for (size_t r = 0; r < work->panel->row_count; r++)
        shock += work->rows[r].shock;
    double others = rows > BS_PANEL_ROWS_ALONE ? (BS_PANEL_ROWS_ALONE - 1) / (rows - 1) : 1;
    for (size_t r = 0; r < work->panel->row_count; r++) {
        const bs_work_row *row = &work->rows[r];
        double null = 1 + row->shock + others * (shock - row->shock);
        out->weights[r] = row->total / ((1 - work->prior) * null);
        out->log_product += log1p(out->more * out->weights[r]);
    }
    return BS_OK;
}

// Odds that a cell of row `r` is wrong, as a logarithm, when it holds `share` of the row's weight.
static double odds_of(const worlds *w, size_t r, double share)
{
    double without = w->log_product - log1p(w->more * w->weights[r]);
    double all = w->log_product < LOG_LARGE ? log1p(expm1(w->log_product) / w->more)
                                            : w->log_product - log(w->more);
    double inverse = exp(all - log(share * w->weights[r]) - without); // 1 / probability
    return -log(fmax(inverse - 1, CERTAIN));
}

// Scores every value as if its row stood for itself.
static bs_status score_values(bs_work *work)
{
    worlds w;
    BS_TRY(weigh_worlds(&w, work));
    for (size_t r = 0; r < work->panel->row_count; r++) {
        bs_work_row *row = &work->rows[r];
        row->scores = BS_NEW_ARRAY(work->arena, double, row->count);
        if (row->scores == NULL) return BS_E_MEMORY;
        row->weight = w.weights[r];
        for (size_t i = 0; i < row->count; i++) {
            bool suspect = row->judged && row->suspicion[i] > 0;
            row->scores[i] = suspect ? odds_of(&w, r, row->suspicion[i] / row->total) : -INFINITY;
        }
    }
    return BS_OK;
}

// Logarithm of the factor by which the odds of a slip are lower in a panel of few values.
static double few_values(const bs_work *work)
{
    double count = 0, none = 1 - work->options->prior;
    for (size_t r = 0; r < work->panel->row_count; r++)
        count += (double)work->rows[r].count;
    double share = fmin(1, count / VALUES_ENOUGH);
    return log((pow(none, -share) - 1) / (1 / none - 1));
}

static bs_status judge(bs_suspect_array *out, bs_work *work, bs_error *err)
{
    bs_status status = score_values(work);
    if (status == BS_OK) status = bs_work__balance_settle(work);
    if (status != BS_OK) return bs_fail(err, status, "out of memory");
    double few = few_values(work);
    for (size_t r = 0; r < work->panel->row_count; r++) {
        bs_work_row *row = &work->rows[r];
        for (size_t i = 0; i < row->count; i++) {
            double score = row->scores[i];
            if (!(score > work->options->score_min)) continue;
            bs_suspect *suspect = BS_PUSH(work->arena, out);
            if (suspect == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
            *suspect = (bs_suspect){.row = r,
                                    .cell = row->places[i],
                                    .probability = 1 / (1 + exp(-score - few)),
                                    .score = score,
                                    .log_likelihood = row->model.log_likelihood,
                                    .swapped_with = SIZE_MAX};
            BS_TRY(propose(suspect, work, r, i, err));
        }
    }
    return BS_OK;
}

static bs_status weigh_panel(bs_suspect_array *out, bs_work *work, bs_error *err)
{
    size_t rows = work->panel->row_count;
    work->rows = BS_NEW_ARRAY(work->arena, bs_work_row, rows);
    if (work->rows == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    BS_TRY(read_rows(work, err));
    BS_TRY(model_rows(work, err));
    BS_TRY(bs_work__balance_init(work, err));
    for (size_t r = 0; r < rows; r++) {
        BS_TRY(bs_work__weigh_row(work, r, err));
        BS_TRY(bs_work__weigh_balance(work, r, err));
    }
    return judge(out, work, err);
}

// A panel with what was found in it put right.
typedef struct mended {
    bs_panel panel;
    bs_anomaly_row *rows;
    bs_str **cells;
    bool **settled;
} mended;

static bs_status mended_init(mended *out, bs_arena *arena, const bs_panel *panel)
{
    *out = (mended){.panel = *panel};
    out->rows = BS_NEW_ARRAY(arena, bs_anomaly_row, panel->row_count);
    out->cells = BS_NEW_ARRAY(arena, bs_str *, panel->row_count);
    out->settled = BS_NEW_ARRAY(arena, bool *, panel->row_count);
    if (!out->rows || !out->cells || !out->settled) return BS_E_MEMORY;
    out->panel.rows = out->rows;
    for (size_t r = 0; r < panel->row_count; r++) {
        out->cells[r] = BS_NEW_ARRAY(arena, bs_str, panel->cell_count);
        out->settled[r] = BS_NEW_ARRAY(arena, bool, panel->cell_count);
        if (!out->cells[r] || !out->settled[r]) return BS_E_MEMORY;
        memcpy(out->cells[r], panel->rows[r].cells, panel->cell_count * sizeof(bs_str));
        out->rows[r] = panel->rows[r];
        out->rows[r].cells = out->cells[r];
    }
    return BS_OK;
}

// Puts the likely values in. False when there is none.
static bool mend(mended *m, const bs_suspect_array *found)
{
    bool any = false;
    for (size_t k = 0; k < found->count; k++) {
        const bs_suspect *s = &found->items[k];
        if (m->settled[s->row][s->cell] || s->value_count == 0) continue;
        if (s->values[0].probability < REPAIR_ABOVE) continue;
        m->settled[s->row][s->cell] = true;
        m->cells[s->row][s->cell] = s->values[0].text;
        any = true;
    }
    return any;
}

static int by_cell(const void *a, const void *b)
{
    const bs_suspect *x = a, *y = b;
    if (x->row != y->row) return x->row < y->row ? -1 : 1;
    return (x->cell > y->cell) - (x->cell < y->cell);
}

// Takes over what a later pass is surer of than those before.
static bs_status merge(bs_suspect_array *found, bs_arena *arena, const bs_suspect_array *again,
                       const mended *m)
{
    for (size_t k = 0; k < again->count; k++) {
        const bs_suspect *s = &again->items[k];
        if (m->settled[s->row][s->cell] || s->probability < REPAIR_ABOVE) continue;
        bs_suspect *old = bsearch(s, found->items, found->count, sizeof *s, by_cell);
        if (old != NULL && old->score >= s->score) continue;
        bool added = old == NULL;
        if (added) old = BS_PUSH(arena, found);
        if (old == NULL) return BS_E_MEMORY;
        *old = *s;
        if (added) qsort(found->items, found->count, sizeof *s, by_cell);
    }
    return BS_OK;
}

// Reads the panel again with what was found put right, until nothing more is found.
static bs_status look_behind(bs_suspect_array *out, const bs_work *work, bs_error *err)
{
    mended m;
    if (mended_init(&m, work->arena, work->panel) != BS_OK) {
        return bs_fail(err, BS_E_MEMORY, "out of memory");
    }
    for (int pass = 1; pass < PASS_COUNT_MAX && mend(&m, out); pass++) {
        bs_suspect_array again = {0};
        bs_work next = *work;
        next.panel = &m.panel;
        next.settled = (const bool *const *)m.settled;
        next.prior *= LATER_PASS;
        BS_TRY(weigh_panel(&again, &next, err));
        if (merge(out, work->arena, &again, &m) != BS_OK) {
            return bs_fail(err, BS_E_MEMORY, "out of memory");
        }
    }
    return BS_OK;
}

static bool sees_something(const bs_suspect_array *found)
{
    for (size_t k = 0; k < found->count; k++) {
        if (found->items[k].score > LOOK_AGAIN) return true;
    }
    return false;
}

// Looks at the panel without what can hardly matter: first without the rivals of a slip, which can
// only lower its probability, and then, where that sees something, with them.
static bs_status look_quickly(bool *out, const bs_work *work, bs_error *err)
{
    bool is_long = work->panel->cell_count >= LONG_MIN && work->panel->row_count == 1;
    *out = true;
    for (int pass = 0; pass < 2 && *out; pass++) {
        bs_suspect_array found = {0};
        bs_work quick = *work;
        quick.rivals = pass == 1;
        quick.leave_out = QUICK_LEAVE_OUT;
        quick.neglect = is_long ? QUICK_NEGLECT_LONG : QUICK_NEGLECT;
        BS_TRY(weigh_panel(&found, &quick, err));
        *out = sees_something(&found);
    }
    return BS_OK;
}

bs_status bs_work__find(bs_suspect_array *out, bs_work *work, bs_error *err)
{
    work->prior = work->options->prior;
    if (work->options->look == BS_LOOK_FIND) {
        bool something;
        BS_TRY(look_quickly(&something, work, err));
        if (!something) return BS_OK;
    }
    work->neglect = NEGLECT;
    work->rivals = true;
    bs_work full = *work;
    BS_TRY(weigh_panel(out, &full, err));
    return look_behind(out, work, err);
}
