// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lines of a table that are the running total of another one.
#include "engine/analyze/check_sum_time.h"

// A running total: at each place the value of the place before plus that of the line.
typedef struct running {
    bs_lens lens;
    size_t line;
    size_t total;
    size_t held;
    size_t failed;
    double bits;
} running;

enum { PLACES_MIN = 3, PLACES_MAX = 400, LINES_MAX = 60, PLAIN_LINES_MAX = 12 };
static const double BITS_WORD = 8;
static const double BITS_PLAIN = 24;

// The terms at place `k`, whose place before is `before`; SIZE_MAX for the first one, where both
// lines say the same.
static size_t terms_at(const running *r, size_t k, size_t before, size_t terms[3])
{
    terms[0] = bs_lens_figure(r->lens, r->total, k);
    terms[1] = bs_lens_figure(r->lens, r->line, k);
    terms[2] = before == SIZE_MAX ? 0 : bs_lens_figure(r->lens, r->total, before);
    bool all = terms[0] != BS_NO_FIGURE && terms[1] != BS_NO_FIGURE && terms[2] != BS_NO_FIGURE;
    return !all ? 0 : before == SIZE_MAX ? 2 : 3;
}

// Is a line counted in what its total is? A share adds up only where the total is called one.
static bool is_like(const running *r, const bs_view *view, bool word)
{
    for (size_t k = 0; k < bs_lens_place_count(r->lens); k++) {
        size_t total = bs_lens_figure(r->lens, r->total, k);
        size_t line = bs_lens_figure(r->lens, r->line, k);
        if (total == BS_NO_FIGURE || line == BS_NO_FIGURE) continue;
        bs_str unit = view->figures.items[total].quantity->unit;
        bool share = bs_str_starts(unit, BS_STR("%"));
        return (word || !share) && bs_str_equal(unit, view->figures.items[line].quantity->unit);
    }
    return false;
}

// A stock and its changes: the first change leads to a stock, and is not the stock.
static bool opens_with_stock(const running *r, const bs_view *view, const size_t *terms)
{
    bs_relation first = {
        .form = BS_FORM_SUM, .terms = (size_t *)terms, .term_count = 2, .factor = 1};
    return r->held > 0 && !bs_relation_holds(view, &first);
}

static void measure(running *r, const bs_view *view)
{
    size_t terms[3], before = SIZE_MAX;
    for (size_t k = 0; k < bs_lens_place_count(r->lens); k++) {
        if (bs_lens_place(r->lens, k)->total) continue;
        size_t count = terms_at(r, k, before, terms);
        if (count == 0) continue;
        bs_relation relation = {
            .form = BS_FORM_SUM, .terms = terms, .term_count = count, .factor = 1};
        bool fits = bs_relation_holds(view, &relation);
        before = k;
        r->held += fits;
        r->failed += !fits;
        if (fits) r->bits += bs_relation_bits(view, &relation);
    }
}

static bs_status push_running(bs_relations *set, const running *r, bs_error *err)
{
    size_t terms[3], before = SIZE_MAX;
    for (size_t k = 0; k < bs_lens_place_count(r->lens); k++) {
        if (bs_lens_place(r->lens, k)->total) continue;
        size_t count = terms_at(r, k, before, terms);
        if (count == 0) continue;
        before = k;
        if (count == 2 && opens_with_stock(r, set->view, terms)) continue;
        bs_relation *relation = bs_relation_push(set, "sum", BS_FORM_SUM, count);
        if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        memcpy(relation->terms, terms, count * sizeof *terms);
        relation->scope = BS_SCOPE_CERTAIN;
        relation->what = "the running total of its line";
    }
    return BS_OK;
}

static bool is_called_running(bs_str label)
{
    static const char words[] =
        "누계|누적|累計|累计|cumulative|Cumulative|running total|Running total|"
        "year to date|Year to date|YTD";
    return bs_str_has_any(label, words);
}

static bool is_amount_line(bs_lens lens, size_t line)
{
    const bs_grid_line *item = bs_lens_line(lens, line);
    return item->count >= PLACES_MIN && !item->rate;
}

// One value of the running total that is wrong spoils two places, and one of the line the rest of
// none.
static bs_status collect_line(bs_relations *set, bs_lens lens, size_t total, bool word,
                              bs_error *err)
{
    running best = {.bits = 0};
    for (size_t line = 0; line < bs_lens_line_count(lens); line++) {
        if (line == total || !is_amount_line(lens, line)) continue;
        running r = {.lens = lens, .line = line, .total = total};
        if (!is_like(&r, set->view, word)) continue;
        measure(&r, set->view);
        if (r.held >= r.failed && r.failed <= 2 && r.bits > best.bits) best = r;
    }
    if (best.held + best.failed < PLACES_MIN || best.bits < (word ? BITS_WORD : BITS_PLAIN))
        return BS_OK;
    return word || best.held > 2 * best.failed ? push_running(set, &best, err) : BS_OK;
}

static bs_status collect_lens(bs_relations *set, bs_lens lens, bs_error *err)
{
    size_t count = bs_lens_line_count(lens);
    if (lens.grid->block == 0 || count > LINES_MAX || bs_lens_place_count(lens) > PLACES_MAX)
        return BS_OK;
    for (size_t i = 0; i < count; i++) {
        bool word = is_called_running(bs_lens_line(lens, i)->label);
        if ((word || count <= PLAIN_LINES_MAX) && is_amount_line(lens, i))
            BS_TRY(collect_line(set, lens, i, word, err));
    }
    return BS_OK;
}

bs_status bs_sum__collect_running(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i < set->view->grids.count; i++) {
        BS_TRY(collect_lens(set, (bs_lens){&set->view->grids.items[i], false}, err));
        BS_TRY(collect_lens(set, (bs_lens){&set->view->grids.items[i], true}, err));
    }
    return BS_OK;
}
