// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_share_named.h"

#include <math.h>

#include "engine/analyze/check_share_words.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_prose.h"

enum { LABEL_BYTES_MIN = 4, WORD_BYTES = 80, SENTENCES_BACK = 3 };

// The row is named, and the words say that it is a share; of another column or another whole.
static const double DOUBT_NAMED = 2e-3;
static const double TOTAL_LIKENESS_MIN = 0.6;
static const double LIKENESS_MIN = 0.8;

typedef struct named {
    bs_relations *set;
    size_t share;
    bs_str words; // in front of the share, behind the figure before it
    bs_str whole; // that call the whole
    size_t part;
    size_t total;
    size_t count; // pairs found that are not the same
    bool fits;    // one of them has just this share
} named;

static const bs_figure *figure_at(const named *n, size_t index)
{
    return &n->set->view->figures.items[index];
}

static bool is_free_share(const bs_view *view, size_t index)
{
    const bs_figure *figure = &view->figures.items[index];
    const bs_quantity *quantity = figure->quantity;
    return figure->sentence != SIZE_MAX && quantity->role == BS_ROLE_SHARE && quantity->valued &&
           quantity->kind == BS_KIND_PERCENT && quantity->qualifier == BS_EXACT &&
           bs_str_equal(quantity->unit, BS_STR("%")) && figure->of == BS_NO_FIGURE;
}

static bool is_amount(const bs_figure *figure)
{
    return bs_figure_is_level(figure) && figure->value > 0 && figure->quantity->unit.len > 0 &&
           figure->quantity->unit.ptr[0] != '%';
}

static void offer(named *n, size_t part, size_t total)
{
    if (figure_at(n, part)->value > figure_at(n, total)->value) return;
    size_t terms[] = {n->share, part, total};
    bs_relation trial = {.form = BS_FORM_QUOTIENT, .terms = terms, .term_count = 3, .factor = 100};
    n->count++;
    if (n->fits) return;
    n->fits = bs_relation_holds(n->set->view, &trial);
    n->part = part;
    n->total = total;
}

// Where a name stands last in the words, whole; SIZE_MAX when it does not.
static size_t place_of(bs_str words, bs_str name)
{
    size_t found = SIZE_MAX;
    name = bs_str_trim(name);
    if (name.len < LABEL_BYTES_MIN) return SIZE_MAX;
    for (size_t at = bs_str_find(words, name, 0); at != SIZE_MAX;
         at = bs_str_find(words, name, at + name.len))
        found = at;
    return found;
}

// The only total row of a grid with numbers; SIZE_MAX when it has none or several.
static size_t total_row(const bs_grid *grid)
{
    size_t found = SIZE_MAX;
    for (size_t r = 0; r < grid->row_count; r++) {
        if (!grid->rows[r].total || grid->rows[r].count == 0) continue;
        if (found != SIZE_MAX) return SIZE_MAX;
        found = r;
    }
    return found;
}

// The row that the words name by the longest label.
static size_t row_named(const named *n, const bs_grid *grid)
{
    size_t best = SIZE_MAX, longest = 0;
    for (size_t r = 0; r < grid->row_count; r++) {
        bs_str label = bs_str_trim(grid->rows[r].own_label);
        if (grid->rows[r].total || grid->rows[r].derived || label.len <= longest ||
            place_of(n->words, label) == SIZE_MAX)
            continue;
        best = r;
        longest = label.len;
    }
    return best;
}

// Whether the words of the whole call the total of the table: as a total, or by its name or that of
// the table.
static bool is_whole_of(const named *n, const bs_grid *grid, size_t total)
{
    bs_str label = grid->rows[total].own_label;
    double like = fmax(bs_name_share(n->whole, label), bs_name_share(label, n->whole));
    // The paragraph in front may have been taken for the caption, with the share itself.
    bool own = bs_str_find(grid->caption, figure_at(n, n->share)->quantity->text, 0) != SIZE_MAX;
    double titled = own ? 0 : bs_name_share(n->whole, grid->caption);
    return bs_cue_in(BS_CUE_TOTAL, n->whole) || bs_cue_in(BS_CUE_WHOLE, n->whole) ||
           fmax(like, titled) >= TOTAL_LIKENESS_MIN;
}

static void look_in_grid(named *n, const bs_grid *grid)
{
    size_t total = total_row(grid), row = total == SIZE_MAX ? SIZE_MAX : row_named(n, grid);
    if (row == SIZE_MAX || !is_whole_of(n, grid, total)) return;
    for (size_t c = 0; c < grid->col_count; c++) {
        size_t part = grid->cells[row * grid->col_count + c];
        size_t whole = grid->cells[total * grid->col_count + c];
        if (part == BS_NO_FIGURE || whole == BS_NO_FIGURE || grid->cols[c].derived ||
            !is_amount(figure_at(n, part)) || !is_amount(figure_at(n, whole)) ||
            !bs_figure_same_period(figure_at(n, part), figure_at(n, n->share)))
            continue;
        offer(n, part, whole);
    }
}

// A level of the sentences before that the words in front name last, and one called as the whole.
static void look_in_text(named *n)
{
    const bs_view *view = n->set->view;
    size_t own = figure_at(n, n->share)->sentence, passage = bs_view_passage(view, own);
    if (passage == SIZE_MAX) return;
    size_t first = view->passages.items[passage].first, part = BS_NO_FIGURE, total = BS_NO_FIGURE;
    size_t low = own > first + SENTENCES_BACK ? own - SENTENCES_BACK : first, last = 0;
    for (size_t i = view->sentences.items[low].first; i < n->share; i++) {
        const bs_figure *figure = figure_at(n, i);
        bs_str name = figure->quantity->indicator;
        if (figure->sentence == SIZE_MAX || !is_amount(figure) || name.len < LABEL_BYTES_MIN ||
            bs_earlier_is(view, i) || !bs_figure_same_period(figure, figure_at(n, n->share)))
            continue;
        if (bs_name_likeness(n->whole, name) >= LIKENESS_MIN) total = i;
        size_t at = place_of(n->words, name);
        bs_str called = figure_at(n, n->share)->quantity->indicator;
        if (at == SIZE_MAX && bs_name_share(called, name) >= LIKENESS_MIN) at = 0;
        if (at == SIZE_MAX || at < last) continue;
        last = at;
        part = i;
    }
    if (part != BS_NO_FIGURE && total != BS_NO_FIGURE && part != total &&
        bs_figure_same_unit(figure_at(n, part), figure_at(n, total)))
        offer(n, part, total);
}

// The words that call the whole: those of the share, or of the one in front in its sentence.
static bs_str whole_of(const bs_view *view, size_t share)
{
    const bs_sentence *sentence = bs_view_sentence(view, share);
    for (size_t i = share + 1; i-- > sentence->first;) {
        if (view->figures.items[i].quantity->role != BS_ROLE_SHARE) continue;
        size_t previous = i > sentence->first ? i - 1 : BS_NO_FIGURE;
        bs_str words = bs_share__whole_words(view, previous, i);
        size_t joint = bs_str_find(words, BS_STR(" and "), 0);
        if (words.len > 0) return bs_str_slice(words, 0, joint);
    }
    return (bs_str){0};
}

static bs_status check_share(bs_relations *set, size_t share, bs_error *err)
{
    const bs_view *view = set->view;
    named n = {.set = set,
               .share = share,
               .words = bs_view_front(view, share, WORD_BYTES),
               .whole = whole_of(view, share)};
    if (n.whole.len == 0 || bs_earlier_is(view, share)) return BS_OK;
    look_in_text(&n);
    bool text = n.count > 0;
    for (size_t g = 0; !text && g < view->grids.count; g++)
        look_in_grid(&n, &view->grids.items[g]);
    if (n.count == 0 || (n.count > 1 && !n.fits)) return BS_OK;
    return bs_relation_add(set,
                           &(bs_relation_spec){.code = "share",
                                               .form = BS_FORM_QUOTIENT,
                                               .scope = n.fits ? BS_SCOPE_HINT : BS_SCOPE_LIKELY,
                                               .doubt = n.fits ? 0 : DOUBT_NAMED,
                                               .terms = {share, n.part, n.total},
                                               .term_count = 3,
                                               .factor = 100,
                                               .what = "the share of the part in the whole"},
                           err);
}

bs_status bs_share__collect_named(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i < set->view->reading->quantities.count; i++) {
        if (is_free_share(set->view, i)) BS_TRY(check_share(set, i, err));
    }
    return BS_OK;
}
