// SPDX-License-Identifier: GPL-3.0-or-later
//
// rank: ranks of a table run on, some column falls or rises with them, and who comes behind another
// is not first.
#include <math.h>

#include "engine/analyze/check_internal.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"

enum { ROWS_MIN = 5, ROWS_MAX = 2000, BEHIND_BYTES_MAX = 40 };

// A column that is in order but for one place is the one that was ranked by; chance that it is not.
static const double DOUBT_ORDER = 0.002;

typedef struct ladder {
    bs_relations *set;
    const bs_grid *grid;
    size_t rank_col;
    size_t *rows; // with a rank, in the order of the table
    size_t count;
} ladder;

static const bs_figure *figure_at(const ladder *l, size_t row, size_t col)
{
    size_t index = l->grid->cells[row * l->grid->col_count + col];
    return index == BS_NO_FIGURE ? NULL : &l->set->view->figures.items[index];
}

static bool is_rank_column(const ladder *l, size_t col)
{
    if (!bs_cue_in(BS_CUE_RANK, l->grid->cols[col].label)) return false;
    for (size_t row = 0; row < l->grid->row_count; row++) {
        const bs_figure *figure = figure_at(l, row, col);
        if (figure != NULL && figure->value != round(figure->value)) return false;
    }
    return true;
}

static void gather(ladder *l, size_t col)
{
    l->rank_col = col;
    l->count = 0;
    for (size_t row = 0; row < l->grid->row_count; row++) {
        if (figure_at(l, row, col) != NULL) l->rows[l->count++] = row;
    }
}

static double rank_at(const ladder *l, size_t i)
{
    return figure_at(l, l->rows[i], l->rank_col)->value;
}

// Ranks i to the last but `end` run on by one.
static bool runs_on(const ladder *l, size_t first, size_t end)
{
    for (size_t i = first + 1; i < end; i++) {
        if (rank_at(l, i) != rank_at(l, i - 1) + 1) return false;
    }
    return true;
}

// The first rank in front of a second, or the last one where it falls back behind the others; a
// last one that repeats or skips one may be a tie, or somebody further down.
static size_t odd_end(const ladder *l)
{
    size_t last = l->count - 1;
    if (rank_at(l, 1) == 2 && rank_at(l, 0) != 1 && runs_on(l, 1, l->count)) return 0;
    return rank_at(l, last) < rank_at(l, last - 1) && runs_on(l, 0, last) ? last : SIZE_MAX;
}

static bs_status report_end(const ladder *l, size_t odd, bs_error *err)
{
    double meant = odd == 0 ? 1 : rank_at(l, odd - 1) + 1;
    size_t index = l->grid->cells[l->rows[odd] * l->grid->col_count + l->rank_col];
    bs_finding *finding = bs_relation_report(l->set, "rank", BS_WARNING, index);
    if (finding == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    finding->message =
        bs_arena_format(l->set->arena, "rank %.*s stands %s %g", BS_STR_ARG(finding->observed),
                        odd == 0 ? "before" : "behind", rank_at(l, odd == 0 ? 1 : odd - 1));
    finding->proposals[0] =
        (bs_proposal){bs_arena_format(l->set->arena, "%g", meant), 0.9, "balance"};
    finding->proposal_count = 1;
    bool written = finding->message.ptr != NULL && finding->proposals[0].text.ptr != NULL;
    return written ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}

// One rank that is neither what its neighbours ask for nor tied with one of them by value.
static bs_status check_sequence(const ladder *l, bs_error *err)
{
    size_t odd = odd_end(l);
    if (odd != SIZE_MAX) return report_end(l, odd, err);
    for (size_t i = 1; i + 1 < l->count; i++) {
        double before = rank_at(l, i - 1);
        bool run_on = rank_at(l, i + 1) == before + 2;
        if (!run_on || rank_at(l, i) == before + 1) continue;
        if (odd != SIZE_MAX) return BS_OK;
        odd = i;
    }
    if (odd == SIZE_MAX) return BS_OK;
    for (size_t i = 1; i < l->count; i++) {
        bool near = i == odd || i == odd + 1;
        if (!near && rank_at(l, i) != rank_at(l, i - 1) + 1) return BS_OK;
    }
    size_t index = l->grid->cells[l->rows[odd] * l->grid->col_count + l->rank_col];
    bs_finding *finding = bs_relation_report(l->set, "rank", BS_WARNING, index);
    if (finding == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    finding->message =
        bs_arena_format(l->set->arena, "rank %.*s stands between %g and %g",
                        BS_STR_ARG(finding->observed), rank_at(l, odd - 1), rank_at(l, odd + 1));
    finding->proposals[0].text = bs_arena_format(l->set->arena, "%g", rank_at(l, odd - 1) + 1);
    finding->proposals[0].probability = 0.9;
    finding->proposals[0].slip = "balance";
    finding->proposal_count = 1;
    bool written = finding->message.ptr != NULL && finding->proposals[0].text.ptr != NULL;
    return written ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}

typedef struct order {
    size_t pairs;
    size_t falls;
    size_t rises;
} order;

// How often a column falls and rises from rank to rank.
static order order_of(const ladder *l, size_t col)
{
    order out = {0};
    for (size_t i = 1; i < l->count; i++) {
        const bs_figure *a = figure_at(l, l->rows[i - 1], col);
        const bs_figure *b = figure_at(l, l->rows[i], col);
        if (a == NULL || b == NULL || rank_at(l, i) != rank_at(l, i - 1) + 1) continue;
        out.pairs++;
        if (b->narrow.low > a->narrow.high) out.rises++;
        if (b->narrow.high < a->narrow.low) out.falls++;
    }
    return out;
}

static bs_status push_order(const ladder *l, size_t col, bool falling, bs_error *err)
{
    for (size_t i = 1; i < l->count; i++) {
        size_t a = l->grid->cells[l->rows[i - 1] * l->grid->col_count + col];
        size_t b = l->grid->cells[l->rows[i] * l->grid->col_count + col];
        if (a == BS_NO_FIGURE || b == BS_NO_FIGURE) continue;
        if (rank_at(l, i) != rank_at(l, i - 1) + 1) continue;
        bs_relation_spec spec = {
            .code = "rank",
            .form = BS_FORM_AT_MOST,
            .scope = BS_SCOPE_LIKELY,
            .terms = {falling ? b : a, falling ? a : b},
            .term_count = 2,
            .doubt = DOUBT_ORDER,
            .what = falling ? "is ranked behind, but larger than" : "is ranked before, but above",
        };
        BS_TRY(bs_relation_add(l->set, &spec, err));
    }
    return BS_OK;
}

// The column that was ranked by: one in perfect order settles it; else one with a single fault.
static bs_status check_order(const ladder *l, bs_error *err)
{
    size_t chosen = SIZE_MAX;
    bool falling = false;
    for (size_t col = 0; col < l->grid->col_count; col++) {
        if (col == l->rank_col || bs_cue_in(BS_CUE_RANK, l->grid->cols[col].label)) continue;
        order o = order_of(l, col);
        if (o.pairs + 1 < ROWS_MIN) continue;
        if (o.rises == 0 || o.falls == 0) return BS_OK;
        bool one_rise = o.rises == 1 && o.pairs >= ROWS_MIN;
        bool one_fall = o.falls == 1 && o.pairs >= ROWS_MIN;
        if (chosen != SIZE_MAX || (!one_rise && !one_fall)) continue;
        chosen = col;
        falling = one_rise;
    }
    return chosen == SIZE_MAX ? BS_OK : push_order(l, chosen, falling, err);
}

static bs_status check_grid(bs_relations *set, const bs_grid *grid, bs_error *err)
{
    ladder l = {.set = set, .grid = grid};
    if (grid->table == 0 || grid->row_count > ROWS_MAX) return BS_OK;
    l.rows = BS_NEW_ARRAY(set->arena, size_t, grid->row_count);
    if (l.rows == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t col = 0; col < grid->col_count; col++) {
        if (!is_rank_column(&l, col)) continue;
        gather(&l, col);
        if (l.count < ROWS_MIN) continue;
        BS_TRY(check_sequence(&l, err));
        return check_order(&l, err);
    }
    return BS_OK;
}

// "Second only to the United States, first in the world."
static bs_status check_behind(bs_relations *set, const bs_sentence *sentence, bs_error *err)
{
    size_t len;
    size_t cue = bs_cue_find(BS_CUE_BEHIND, sentence->text, 0, &len);
    if (cue == SIZE_MAX) return BS_OK;
    const char *end = sentence->text.ptr + cue + len;
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        const bs_figure *figure = &set->view->figures.items[i];
        if (figure->quantity->kind != BS_KIND_RANK || figure->value != 1) continue;
        ptrdiff_t gap = figure->quantity->text.ptr - end;
        if (gap < 0 || gap > BEHIND_BYTES_MAX) continue;
        bs_finding *finding = bs_relation_report(set, "rank", BS_NOTE, i);
        if (finding == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        finding->message = bs_arena_format(
            set->arena, "%.*s stands behind the words \"%.*s\", which put somebody else first",
            BS_STR_ARG(finding->observed), (int)len, sentence->text.ptr + cue);
        return finding->message.ptr ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
    }
    return BS_OK;
}

bs_status bs_collect__rank(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i < set->view->grids.count; i++)
        BS_TRY(check_grid(set, &set->view->grids.items[i], err));
    for (size_t i = 0; i < set->view->sentences.count; i++)
        BS_TRY(check_behind(set, &set->view->sentences.items[i], err));
    return BS_OK;
}

BS_RELATION_RUN(bs_check_rank, "rank")
