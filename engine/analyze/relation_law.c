// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_law.h"

#include <math.h>
#include <stdlib.h>

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_internal.h"
#include "engine/analyze/relation_law_internal.h"

// Evidence that a law needs: with a word in the heading, and without.
static const double BITS_WORD = 7;
static const double BITS_PLAIN = 18;

typedef struct found_law {
    bs_law law;
    bs_lens lens;
    bs_law_tuple lines;
} found_law;

typedef struct bs_law_array {
    BS_ARRAY(found_law) all;
} bs_law_array;

static const struct law_row {
    const char *code;
    bs_cue word;
    const char *what;
} rows[] = {
    [BS_LAW_SHARE] = {"share", BS_CUE_SHARE, "the share of its row in the total"},
    [BS_LAW_GROWTH] = {"growth", BS_CUE_GROWTH, "the growth between the two levels"},
    [BS_LAW_DIFFERENCE] = {"difference", BS_CUE_DIFFERENCE, "the difference of the two"},
    [BS_LAW_RATIO] = {"ratio", BS_CUE_RATIO, ""},
    [BS_LAW_YEARLY] = {"growth", BS_CUE_YEARLY, "the growth by the year between the two levels"},
    [BS_LAW_CONTRIBUTION] = {"share", BS_CUE_CONTRIBUTION,
                             "what its row adds to the growth of the total"},
};
_Static_assert(BS_COUNT(rows) == BS_LAW_COUNT, "every law needs its row");

static bool is_believed(const bs_prospector *p)
{
    const bs_law_evidence *e = &p->best_evidence;
    const bs_grid_line *line = bs_lens_line(p->lens, p->best.stated);
    bool word =
        bs_cue_in(rows[p->law].word, line->label) || (p->law == BS_LAW_GROWTH && line->rate);
    double search = log2((double)(p->tried > 0 ? p->tried : 1));
    if (word) return e->bits >= BITS_WORD + search && e->held > e->failed;
    if (p->law == BS_LAW_CONTRIBUTION || p->law == BS_LAW_YEARLY) return false;
    return e->bits >= BITS_PLAIN + search && e->held >= 3 && e->held > 2 * e->failed;
}

// A place that stands in parentheses as a whole is an aside ("excluding ..."), and no number of it
// is negative.
static bool is_aside(const bs_view *view, const size_t terms[BS_LAW_TERMS_MAX])
{
    for (size_t i = 0; i < 3; i++) {
        bs_str text = bs_str_trim(view->figures.items[terms[i]].quantity->text);
        if (!bs_str_starts(text, BS_STR("(")) && !bs_str_starts(text, BS_STR("\xEF\xBC\x88")))
            return false;
    }
    return true;
}

// "4,118 4,050 (68)" where more is worse: brackets around a variance say which way is bad, and not
// which way it goes.
static bool is_bad_way(const bs_view *view, const bs_relation *relation)
{
    if (relation->form != BS_FORM_SUM || bs_relation_holds(view, relation)) return false;
    for (size_t i = 0; i < relation->term_count; i++) {
        const bs_quantity *quantity = view->figures.items[relation->terms[i]].quantity;
        bs_str text = bs_str_trim(quantity->text);
        bool bracket = bs_str_starts(text, BS_STR("(")) || bs_str_starts(text, BS_STR("（"));
        if (!bracket) continue;
        bs_decimal other = bs_decimal_negate(quantity->value);
        bs_change change = bs_relation_change(view, relation, relation->terms[i], other, BS_EITHER);
        if (bs_relation_holds_with(view, relation, change)) return true;
    }
    return false;
}

// "差" below the numbers of this vote and the last: what rates and shares differ by is no rate of
// what the levels differ by.
static bool holds_differences(const bs_grid_line *place)
{
    static const char *const ends[] = {"差",     "差引",   "증감",       "증감폭",     "차이",
                                       "增减",   "增減",   "増減",       "전년차",     "전월차",
                                       "Change", "change", "Difference", "difference", NULL};
    static const char *const fronts[] = {"Change ", "Difference ", NULL};
    bs_str label = bs_str_trim(place->own_label);
    return bs_any_ends(label, ends) || bs_any_starts(label, fronts);
}

// A number as its digits print it, without the scale of its unit; *place is the worth of the last.
static double as_printed(const bs_figure *figure, double *place)
{
    bs_str digits = figure->quantity->digits;
    const char *point = digits.len > 0 ? memrchr(digits.ptr, '.', digits.len) : NULL;
    *place = point == NULL ? 1 : pow(10, -(double)(digits.ptr + digits.len - point - 1));
    return figure->value / figure->last_place * *place;
}

// "有効求人倍率 | 1.35 | 1.31 | -0.04" among rates: what the two levels, printed with decimals,
// differ by to the last digit is no rate, whatever the head says.
static bool is_difference(const bs_view *view, const size_t terms[BS_LAW_TERMS_MAX])
{
    double places[3], values[3];
    for (size_t i = 0; i < 3; i++)
        values[i] = as_printed(&view->figures.items[terms[i]], &places[i]);
    bool decimals = places[1] < 1 && places[1] == places[2] && places[0] <= places[1];
    return decimals && fabs(values[1] - values[2] - values[0]) < places[1] / 100;
}

// Between which places, the first and behind the last, the parts of the total of a law of shares
// stand: "収入総額 | 100.0" and its parts above "支出総額 | 100.0" and its own.
typedef struct share_range {
    size_t from;
    size_t end;
} share_range;

static bool is_all(const bs_prospector *p, size_t stated, size_t place)
{
    const bs_figure *figure = bs_law__figure(p, stated, place);
    return figure != NULL && figure->value == 100;
}

static share_range range_of(const bs_prospector *p, const bs_law_tuple *t)
{
    share_range range = {0, bs_lens_place_count(p->lens)};
    if (p->law != BS_LAW_SHARE) return range;
    for (size_t k = t->whole + 1; k < range.end; k++) {
        if (is_all(p, t->stated, k)) range.end = k;
    }
    for (size_t k = t->whole; k-- > range.from;) {
        if (is_all(p, t->stated, k)) range.from = k + 1;
    }
    return range;
}

static bs_status push_law(bs_relations *set, const found_law *found, bs_error *err)
{
    bs_prospector p = {.set = set, .lens = found->lens, .law = found->law};
    share_range range = range_of(&p, &found->lines);
    for (size_t k = range.from; k < range.end; k++) {
        size_t terms[BS_LAW_TERMS_MAX];
        if (!bs_law__terms(&p, &found->lines, k, terms) || is_aside(set->view, terms)) continue;
        const bs_grid_line *place = bs_lens_place(found->lens, k);
        bool differs = found->law == BS_LAW_DIFFERENCE;
        if (differs ? place->rate : holds_differences(place)) continue;
        bs_relation like = bs_law__relation(&found->lines, terms);
        if (is_bad_way(set->view, &like)) continue;
        if (found->law == BS_LAW_GROWTH && !bs_relation_holds(set->view, &like) &&
            is_difference(set->view, terms))
            continue;
        bs_relation *relation =
            bs_relation_push(set, rows[found->law].code, like.form, like.term_count);
        if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        memcpy(relation->terms, terms, like.term_count * sizeof terms[0]);
        relation->scope = BS_SCOPE_CERTAIN;
        relation->factor = like.factor;
        relation->offset = like.offset;
        relation->signs = like.signs;
        bool of_before = found->law == BS_LAW_GROWTH && found->lines.offset == 0;
        relation->what =
            of_before ? "the level in per cent of the one before" : rows[found->law].what;
    }
    return BS_OK;
}

// Shares of a total add up to 100, and differences to that of the totals.
static bool adds_up(const bs_prospector *p)
{
    if (p->law == BS_LAW_SHARE || p->law == BS_LAW_DIFFERENCE || p->law == BS_LAW_CONTRIBUTION)
        return true;
    return p->law == BS_LAW_RATIO && bs_law__has_unit(bs_law__sample(p, p->best.stated), "%");
}

// The lines with figures in them; false where there are too many to look at, or too few.
static bool list_lines(bs_prospector *p)
{
    if (bs_lens_place_count(p->lens) > BS_LAW_PLACES_MAX) return false;
    for (size_t i = 0; i < bs_lens_line_count(p->lens); i++) {
        if (bs_lens_line(p->lens, i)->count == 0) continue;
        if (p->line_count == BS_LAW_LINES_MAX) return false;
        p->lines[p->line_count++] = i;
    }
    p->step = bs_law__step(p, &p->falls);
    return p->line_count >= 2;
}

static bs_status push_found(const bs_prospector *p, const bs_law_tuple *t, bs_grid_line *lines,
                            bs_error *err)
{
    found_law *found = BS_PUSH(p->set->arena, &p->set->laws->all);
    if (found == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *found = (found_law){p->law, p->lens, *t};
    lines[t->stated].derived = true;
    return BS_OK;
}

static bs_status find_in(bs_relations *set, bs_lens lens, bs_law law, bs_grid_line *lines,
                         bs_error *err)
{
    bs_prospector p = {.set = set, .lens = lens, .law = law};
    if (!list_lines(&p)) return BS_OK;
    for (size_t i = 0; i < p.line_count; i++) {
        p.tried = 0;
        p.best = (bs_law_tuple){0};
        p.best_evidence = (bs_law_evidence){0};
        bs_law__search(&p, p.lines[i]);
        if (p.best_evidence.held == 0 || !is_believed(&p)) continue;
        BS_TRY(push_found(&p, &p.best, lines, err));
        if (!adds_up(&p)) lines[p.best.stated].rate = true;
    }
    return BS_OK;
}

// A level and the rate beside it, along two lines that follow each other.
static bool beside(const bs_prospector *p, size_t i, bs_law_tuple *out)
{
    size_t level = p->lines[i], rate = p->lines[i + 1];
    if (!bs_law__has_unit(bs_law__sample(p, rate), "%")) return false;
    bs_str unit = bs_law__sample(p, level)->quantity->unit;
    if (unit.len == 0 || unit.ptr[0] == '%') return false;
    *out = (bs_law_tuple){.stated = rate,
                          .a = level,
                          .b = level,
                          .lag = 1,
                          .falls = p->falls,
                          .step = p->step,
                          .factor = 100,
                          .offset = -100};
    return true;
}

static bool is_stated(const bs_relations *set, bs_lens lens, size_t line)
{
    for (size_t i = 0; i < set->laws->all.count; i++) {
        const found_law *found = &set->laws->all.items[i];
        bool same = found->lens.grid == lens.grid && found->lens.transposed == lens.transposed;
        if (same && found->lines.stated == line) return true;
    }
    return false;
}

// "売上高 | ％ | 営業利益 | ％" of two years: one rate a column can be held against its levels, too
// few for a law of its own; all columns together are enough.
static bs_status find_beside(bs_relations *set, bs_lens lens, bs_grid_line *lines, bs_error *err)
{
    enum { PAIRS_MIN = 3 };
    bs_prospector p = {.set = set, .lens = lens, .law = BS_LAW_GROWTH};
    bs_law_evidence all = {0};
    size_t pairs = 0;
    bs_law_tuple t;
    if (!list_lines(&p)) return BS_OK;
    for (size_t i = 0; i + 1 < p.line_count; i++) {
        if (!beside(&p, i, &t)) continue;
        bs_law_evidence own = bs_law__weigh(&p, &t);
        pairs += own.held + own.failed > 0;
        all.held += own.held;
        all.failed += own.failed;
        all.bits += own.bits;
    }
    if (pairs < PAIRS_MIN || all.held < 2 * all.failed || all.bits < BITS_PLAIN) return BS_OK;
    for (size_t i = 0; i + 1 < p.line_count; i++) {
        if (!beside(&p, i, &t) || is_stated(set, lens, t.stated)) continue;
        bs_law_evidence own = bs_law__weigh(&p, &t);
        if (own.held == 0 && own.failed > 1) continue; // "소득 대비 비율": a rate of something else
        BS_TRY(push_found(&p, &t, lines, err));
        lines[t.stated].rate = true;
    }
    return BS_OK;
}

// "前期 | 当期 | 増減額 | 増減率" over one or two rows: too few for a law each; what they say
// together of the same two levels is enough.
static bs_status find_twins(bs_relations *set, bs_lens lens, bs_grid_line *lines, bs_error *err)
{
    bs_prospector p = {.set = set, .lens = lens, .law = BS_LAW_GROWTH};
    if (!list_lines(&p)) return BS_OK;
    for (size_t i = 0; i < p.line_count; i++) {
        for (size_t k = 0; k < p.line_count; k++) {
            size_t d = p.lines[i], g = p.lines[k];
            bool both = is_stated(set, lens, d) && is_stated(set, lens, g);
            bs_law_twins twins;
            if (both || d == g || !bs_law__find_twins(&p, d, g, &twins)) continue;
            p.law = BS_LAW_DIFFERENCE;
            if (!is_stated(set, lens, d)) BS_TRY(push_found(&p, &twins.difference, lines, err));
            p.law = BS_LAW_GROWTH;
            if (is_stated(set, lens, g)) continue;
            BS_TRY(push_found(&p, &twins.growth, lines, err));
            lines[g].rate = true;
        }
    }
    return BS_OK;
}

static bs_status find_laws(bs_relations *set, bs_grid *grid, bool transposed, bs_error *err)
{
    bs_lens lens = {grid, transposed};
    bs_grid_line *lines = transposed ? grid->cols : grid->rows;
    for (int law = 0; law < BS_LAW_COUNT; law++)
        BS_TRY(find_in(set, lens, (bs_law)law, lines, err));
    BS_TRY(find_twins(set, lens, lines, err));
    return find_beside(set, lens, lines, err);
}

static bool is_hundred(const bs_view *view, const bs_grid *grid, size_t row, size_t col)
{
    size_t cell = grid->cells[row * grid->col_count + col];
    return cell != BS_NO_FIGURE && view->figures.items[cell].value == 100 &&
           bs_law__has_unit(&view->figures.items[cell], "%");
}

// "농가소득 | 4,828 | 100.0" below its kinds: of the row whose share is 100 the others are parts,
// whatever it is called.
static void mark_hundred(const bs_view *view, bs_grid *grid)
{
    enum { PARTS_MIN = 3 };
    if (grid->row_count == 0 || grid->block == 0) return;
    size_t last = grid->row_count - 1;
    for (size_t row = 0; row < grid->row_count; row++) {
        if (grid->rows[row].total) return;
    }
    for (size_t col = 0; col < grid->col_count; col++) {
        size_t parts = 0, others = 0;
        for (size_t row = 0; row < last; row++) {
            size_t cell = grid->cells[row * grid->col_count + col];
            parts += cell != BS_NO_FIGURE;
            others += is_hundred(view, grid, row, col);
        }
        bool share = bs_cue_in(BS_CUE_SHARE, grid->cols[col].label);
        if (share && parts >= PARTS_MIN && others == 0 && is_hundred(view, grid, last, col))
            grid->rows[last].total = true;
    }
}

bs_status bs_law_find(bs_relations *set, bs_view *view, bs_error *err)
{
    for (size_t i = 0; i < view->grids.count; i++)
        mark_hundred(view, &view->grids.items[i]);
    set->laws = BS_NEW(set->arena, bs_law_array);
    if (set->laws == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = 0; i < view->grids.count; i++) {
        BS_TRY(find_laws(set, &view->grids.items[i], false, err));
        BS_TRY(find_laws(set, &view->grids.items[i], true, err));
    }
    return BS_OK;
}

bs_status bs_law_collect(bs_relations *set, bs_law law, bs_error *err)
{
    for (size_t i = 0; i < set->laws->all.count; i++) {
        const found_law *found = &set->laws->all.items[i];
        if (found->law == law) BS_TRY(push_law(set, found, err));
    }
    return BS_OK;
}
