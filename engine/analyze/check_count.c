// SPDX-License-Identifier: GPL-3.0-or-later
//
// count: a "top ten" has ten rows, and "four regions" are four names.
#include "engine/analyze/check_count_list.h"
#include "engine/analyze/check_internal.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_internal.h"

// The last rank of a table whose rank column runs from 1, or on from the table before it.
static double last_rank(const bs_relations *set, const bs_grid *grid, double from)
{
    for (size_t col = 0; col < grid->col_count; col++) {
        if (!bs_cue_in(BS_CUE_RANK, grid->cols[col].label)) continue;
        double last = from;
        for (size_t row = 0; row < grid->row_count; row++) {
            size_t index = grid->cells[row * grid->col_count + col];
            if (index == BS_NO_FIGURE) continue;
            double rank = set->view->figures.items[index].value;
            if (rank != last + 1) return 0;
            last = rank;
        }
        return last;
    }
    return 0;
}

// The passage of a block; NULL when it holds no figures.
static const bs_passage *passage_of(const bs_view *view, uint32_t block)
{
    size_t low = 0;
    size_t high = view->passages.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (view->passages.items[middle].block < block)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == view->passages.count || view->passages.items[low].block != block) return NULL;
    return &view->passages.items[low];
}

// The "top n" in the caption of a grid; BS_NO_FIGURE when it has none or several.
static size_t announced(const bs_relations *set, const bs_grid *grid)
{
    size_t found = BS_NO_FIGURE;
    const bs_passage *caption = passage_of(set->view, grid->block - 1);
    if (caption == NULL) return BS_NO_FIGURE;
    const bs_sentence *first = &set->view->sentences.items[caption->first];
    const bs_sentence *last = first + caption->count - 1;
    for (size_t i = first->first; i < last->first + last->count; i++) {
        if (set->view->figures.items[i].quantity->kind != BS_KIND_RANK) continue;
        if (found != BS_NO_FIGURE) return BS_NO_FIGURE;
        found = i;
    }
    return found;
}

static bs_status check_grid(bs_relations *set, size_t index, bs_error *err)
{
    const bs_grid *grid = &set->view->grids.items[index];
    double rows = last_rank(set, grid, 0);
    if (rows < 3) return BS_OK;
    // The table may go on under a repeated header.
    for (size_t i = index + 1; i < set->view->grids.count; i++) {
        double more = last_rank(set, &set->view->grids.items[i], rows);
        if (more <= rows) break;
        rows = more;
    }
    size_t top = announced(set, grid);
    if (top == BS_NO_FIGURE || set->view->figures.items[top].value == rows) return BS_OK;
    bs_finding *finding = bs_relation_report(set, "count", BS_WARNING, top);
    if (finding == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    finding->message = bs_arena_format(set->arena, "%.*s is announced, but the table has %g ranks",
                                       BS_STR_ARG(finding->observed), rows);
    bs_str proposal = bs_mend__print(set->arena, set->view, &set->view->figures.items[top],
                                     (bs_decimal){(int64_t)rows, 0});
    if (proposal.ptr != NULL)
        finding->proposals[finding->proposal_count++] = (bs_proposal){proposal, 0.6, "balance"};
    return finding->message.ptr ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}

bs_status bs_collect__count(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i < set->view->grids.count; i++) {
        if (set->view->grids.items[i].table != 0) BS_TRY(check_grid(set, i, err));
    }
    for (size_t i = 0; i < set->view->reading->quantities.count; i++)
        BS_TRY(bs_count__check_list(set, i, err));
    return BS_OK;
}

BS_RELATION_RUN(bs_check_count, "count")
