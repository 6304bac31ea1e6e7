// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/relation_law.h"

#include <math.h>
#include <stdlib.h>

#include "engine/analyze/check_growth_yearly.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_internal.h"

// Evidence that a law needs: with a word in the heading, and without.
static const double BITS_WORD = 7;
static const double BITS_PLAIN = 18;
static const double BITS_PLACE_MAX = 12;
// Shares differ by some ten points; and the chance that a difference of rounded numbers is exact.
static const double PERCENT_SPREAD = 10;
static const double EXACT_CHANCE = 0.75;

// A law with its lines filled in: at each place, stated = factor * a / b + offset, or a - b.
typedef struct tuple {
    size_t stated;
    size_t a;
    size_t b;
    size_t whole; // BS_LAW_SHARE and BS_LAW_CONTRIBUTION: the place of the total
    size_t lag;   // places between a and b on the same line; 0: different lines
    int step;     // periods from one place to the next; 0 where they are not known
    double factor;
    double offset;
    bool difference;
    int years; // BS_LAW_YEARLY: between a and b
} tuple;

typedef struct found_law {
    bs_law law;
    bs_lens lens;
    tuple lines;
} found_law;

typedef struct bs_law_array {
    BS_ARRAY(found_law) all;
} bs_law_array;

typedef struct evidence {
    size_t held;
    size_t failed;
    double bits;
} evidence;

typedef struct prospector {
    bs_relations *set;
    bs_lens lens;
    bs_law law;
    size_t lines[BS_LAW_LINES_MAX];
    size_t line_count;
    int step; // of the places, see tuple
    size_t tried;
    tuple best;
    evidence best_evidence;
} prospector;

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

static const bs_figure *figure_at(const prospector *p, size_t line, size_t place)
{
    size_t index = bs_lens_figure(p->lens, line, place);
    return index == BS_NO_FIGURE ? NULL : &p->set->view->figures.items[index];
}

static bool has_unit(const bs_figure *figure, const char *unit)
{
    return bs_str_equal(figure->quantity->unit, bs_str_from(unit));
}

// The first figure of a line tells its unit.
static const bs_figure *sample_of(const prospector *p, size_t line)
{
    for (size_t k = 0; k < bs_lens_place_count(p->lens); k++) {
        const bs_figure *figure = figure_at(p, line, k);
        if (figure != NULL) return figure;
    }
    return NULL;
}

// The figure of a line at a place, where it is in the unit of the line: a column of rates beside
// columns of amounts obeys no law of amounts.
static size_t like_at(const prospector *p, size_t line, size_t place)
{
    size_t index = bs_lens_figure(p->lens, line, place);
    const bs_figure *sample = index == BS_NO_FIGURE ? NULL : sample_of(p, line);
    if (sample == NULL) return BS_NO_FIGURE;
    const bs_quantity *own = p->set->view->figures.items[index].quantity;
    bool like = bs_grid_like_unit(&p->set->view->figures.items[index], sample) &&
                own->role == sample->quantity->role;
    return like ? index : BS_NO_FIGURE;
}

// Periods between two figures, either way; 0 where they are not of one kind.
static int distance(const prospector *p, size_t a, size_t b)
{
    bs_period first = p->set->view->figures.items[a].quantity->period;
    bs_period second = p->set->view->figures.items[b].quantity->period;
    if (bs_period_is_none(first) || first.frequency != second.frequency) return 0;
    return abs(first.first - second.first);
}

// The smallest distance of neighbours: a table of months may leave some out.
static int step_of(const prospector *p)
{
    int step = 0;
    for (size_t k = 1; k < bs_lens_place_count(p->lens); k++) {
        for (size_t i = 0; i < p->line_count; i++) {
            size_t a = bs_lens_figure(p->lens, p->lines[i], k - 1);
            size_t b = bs_lens_figure(p->lens, p->lines[i], k);
            if (a == BS_NO_FIGURE || b == BS_NO_FIGURE) continue;
            int own = distance(p, a, b);
            if (own > 0 && (step == 0 || own < step)) step = own;
            break;
        }
    }
    return step;
}

// The terms of a tuple at a place; false where one is missing.
static bool terms_at(const prospector *p, const tuple *t, size_t place, size_t terms[3])
{
    size_t a_place = place;
    size_t b_place = place;
    if (t->lag > 0) {
        if (place < t->lag) return false;
        b_place = place - t->lag;
    }
    if (p->law == BS_LAW_SHARE && place == t->whole) return false;
    if (p->law == BS_LAW_SHARE || p->law == BS_LAW_CONTRIBUTION) b_place = t->whole;
    terms[0] = like_at(p, t->stated, place);
    terms[1] = like_at(p, t->a, a_place);
    terms[2] = like_at(p, t->b, b_place);
    bool all = terms[0] != BS_NO_FIGURE && terms[1] != BS_NO_FIGURE && terms[2] != BS_NO_FIGURE;
    int gap = all && t->lag > 0 && t->step > 0 ? distance(p, terms[1], terms[2]) : 0;
    return all && (gap == 0 || gap == t->step * (int)t->lag);
}

static const int8_t MINUS[] = {1, 1, -1};

static bs_relation relation_of(const tuple *t, size_t terms[3])
{
    bs_form form = t->difference ? BS_FORM_SUM : t->years > 0 ? BS_FORM_YEARLY : BS_FORM_QUOTIENT;
    return (bs_relation){
        .form = form,
        .terms = terms,
        .term_count = 3,
        .signs = t->difference ? MINUS : NULL,
        .factor = t->factor,
        .offset = t->offset,
    };
}

// A difference that is exact to the last digit, as those of whole numbers and of printed shares
// are, says more than that rounded numbers may meet. It may have either sign.
static double bits_at(const prospector *p, const tuple *t, const bs_relation *relation)
{
    double bits = bs_relation_bits(p->set->view, relation);
    if (!t->difference) return bits;
    const bs_figure *figures = p->set->view->figures.items;
    const bs_figure *stated = &figures[relation->terms[0]];
    double gap =
        figures[relation->terms[1]].value - figures[relation->terms[2]].value - stated->value;
    double spread = fabs(stated->value), place = stated->last_place;
    if (bs_str_starts(stated->quantity->unit, BS_STR("%"))) spread = fmax(spread, PERCENT_SPREAD);
    if (fabs(gap) > place / 100 || spread < place) return bits;
    return fmax(bits, log2(EXACT_CHANCE * (2 * spread + place) / place));
}

static evidence weigh(const prospector *p, const tuple *t)
{
    evidence out = {0};
    for (size_t k = 0; k < bs_lens_place_count(p->lens); k++) {
        size_t terms[3];
        if (!terms_at(p, t, k, terms)) continue;
        bs_relation relation = relation_of(t, terms);
        if (!bs_relation_holds(p->set->view, &relation)) {
            out.failed++;
            if (out.failed > 2 && out.failed > out.held) return (evidence){.failed = out.failed};
            continue;
        }
        out.held++;
        out.bits += fmin(bits_at(p, t, &relation), BITS_PLACE_MAX);
    }
    return out;
}

static void try_tuple(prospector *p, const tuple *t)
{
    evidence e = weigh(p, t);
    p->tried += e.held + e.failed > 0;
    if (e.held == 0 || e.failed * 2 > e.held + 1) return;
    if (e.bits <= p->best_evidence.bits) return;
    p->best = *t;
    p->best_evidence = e;
}

static size_t total_place(const prospector *p)
{
    size_t found = SIZE_MAX;
    for (size_t k = 0; k < bs_lens_place_count(p->lens); k++) {
        const bs_grid_line *place = bs_lens_place(p->lens, k);
        if (!place->total || place->count == 0) continue;
        if (found != SIZE_MAX) return found; // the first total is that of the table
        found = k;
    }
    return found;
}

static void try_shares(prospector *p, size_t stated)
{
    size_t whole = total_place(p);
    if (whole == SIZE_MAX || !has_unit(sample_of(p, stated), "%")) return;
    for (size_t i = 0; i < p->line_count; i++) {
        size_t line = p->lines[i];
        if (line == stated || has_unit(sample_of(p, line), "%")) continue;
        try_tuple(p,
                  &(tuple){.stated = stated, .a = line, .b = line, .whole = whole, .factor = 100});
    }
}

static bool same_unit(const prospector *p, size_t a, size_t b)
{
    return bs_grid_like_unit(sample_of(p, a), sample_of(p, b));
}

static const size_t lags[] = {1, 4, 12};

static void try_along(prospector *p, tuple t)
{
    for (size_t i = 0; i < BS_COUNT(lags); i++) {
        t.lag = lags[i];
        t.step = p->step;
        try_tuple(p, &t);
    }
}

// Rates of change, shares and ranks; of index numbers and quotients there is growth.
static bool is_growth(const prospector *p, size_t line)
{
    const bs_quantity *quantity = sample_of(p, line)->quantity;
    return quantity->role == BS_ROLE_GROWTH || quantity->kind == BS_KIND_RANK ||
           bs_str_starts(quantity->unit, BS_STR("%"));
}

// Two columns of one time differ by what they count: a rate beside them is of growth only where it
// is called so. The rate of unemployment is near the growth from employed to labour force.
static bool may_grow(const prospector *p, size_t stated, size_t a, size_t b)
{
    bs_period first = sample_of(p, a)->quantity->period, second = sample_of(p, b)->quantity->period;
    if (bs_period_is_none(first) || !bs_period_equal(first, second)) return true;
    const bs_quantity *rate = sample_of(p, stated)->quantity;
    return rate->role == BS_ROLE_GROWTH || bs_cue_in(BS_CUE_GROWTH, rate->indicator);
}

static void try_growth(prospector *p, size_t stated)
{
    if (!has_unit(sample_of(p, stated), "%")) return;
    for (size_t i = 0; i < p->line_count; i++) {
        size_t a = p->lines[i];
        if (a == stated || is_growth(p, a)) continue;
        tuple t = {.stated = stated, .a = a, .b = a, .factor = 100, .offset = -100};
        try_along(p, t);
        for (size_t k = 0; k < p->line_count; k++) {
            t.b = p->lines[k];
            if (t.b == a || t.b == stated || !same_unit(p, a, t.b)) continue;
            if (may_grow(p, stated, a, t.b)) try_tuple(p, &t);
        }
    }
}

// Money minus money is money; percent minus percent is percentage points.
static bool is_difference_of(const prospector *p, size_t stated, size_t a)
{
    const bs_figure *figure = sample_of(p, stated);
    if (has_unit(figure, "%p")) return has_unit(sample_of(p, a), "%");
    return same_unit(p, stated, a);
}

static void try_differences(prospector *p, size_t stated)
{
    for (size_t i = 0; i < p->line_count; i++) {
        size_t a = p->lines[i];
        if (a == stated || !is_difference_of(p, stated, a)) continue;
        tuple t = {.stated = stated, .a = a, .b = a, .factor = 1, .difference = true};
        try_along(p, t);
        for (size_t k = 0; k < p->line_count; k++) {
            t.b = p->lines[k];
            if (t.b == a || t.b == stated || !same_unit(p, a, t.b)) continue;
            try_tuple(p, &t);
        }
    }
}

static bool has_one_unit(const prospector *p, size_t a, size_t b)
{
    return bs_str_equal(sample_of(p, a)->quantity->unit, sample_of(p, b)->quantity->unit);
}

// "Casualties per 1,000 people": both are counted, and the head says by how many.
static bool is_per_many(const prospector *p, size_t stated)
{
    static const char *const words[] = {"1,000",      "100,000", "천명당",     "천 명당",
                                        "만명당",     "만 명당", "千人当たり", "千対",
                                        "万人当たり", "万対",    "‰",          "千人"};
    bs_str label = bs_lens_line(p->lens, stated)->label;
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (bs_str_find(label, bs_str_from(words[i]), 0) != SIZE_MAX) return true;
    }
    return has_unit(sample_of(p, stated), "permille");
}

static const double factors[] = {1, 100, 1000, 10000, 100000};

static void try_ratios(prospector *p, size_t stated)
{
    bool percent = has_unit(sample_of(p, stated), "%");
    for (size_t i = 0; i < p->line_count; i++) {
        for (size_t k = 0; k < p->line_count; k++) {
            tuple t = {.stated = stated, .a = p->lines[i], .b = p->lines[k]};
            if (t.a == stated || t.b == stated || t.a == t.b) continue;
            // Rates in percent are no part of one another, whatever their quotient is.
            if (percent && (!same_unit(p, t.a, t.b) || has_unit(sample_of(p, t.a), "%"))) continue;
            // A whole is not looked for as part / share: the share is what follows from the two.
            bool like = has_one_unit(p, t.a, t.b) && !is_per_many(p, stated);
            if (!percent && (like || has_unit(sample_of(p, t.b), "%"))) continue;
            for (size_t f = percent ? 1 : 0; f < (percent ? 2 : BS_COUNT(factors)); f++) {
                t.factor = factors[f];
                try_tuple(p, &t);
            }
        }
    }
}

// "사과 4,812 5,120 +308 6.4 2.1": the change of a row, in percent of what the total was before.
static void try_contributions(prospector *p, size_t stated)
{
    size_t whole = total_place(p);
    bs_str unit = sample_of(p, stated)->quantity->unit;
    if (whole == SIZE_MAX || !bs_str_starts(unit, BS_STR("%"))) return;
    for (size_t i = 0; i < p->line_count; i++) {
        for (size_t k = 0; k < p->line_count; k++) {
            size_t a = p->lines[i], b = p->lines[k];
            if (a == stated || b == stated || a == b || is_growth(p, a) || is_growth(p, b) ||
                !same_unit(p, a, b))
                continue;
            try_tuple(p, &(tuple){.stated = stated, .a = a, .b = b, .whole = whole, .factor = 100});
        }
    }
}

// "2021 2022 2023 2024 CAGR": by the year, between two columns that are years apart.
static void try_yearly(prospector *p, size_t stated)
{
    if (!has_unit(sample_of(p, stated), "%")) return;
    for (size_t i = 0; i < p->line_count; i++) {
        for (size_t k = 0; k < p->line_count; k++) {
            size_t a = p->lines[i], b = p->lines[k];
            if (a == stated || b == stated || is_growth(p, a) || !same_unit(p, a, b)) continue;
            int years = bs_yearly_between(sample_of(p, b)->quantity->period,
                                          sample_of(p, a)->quantity->period);
            if (years < 2) continue;
            try_tuple(p,
                      &(tuple){.stated = stated, .a = a, .b = b, .factor = years, .years = years});
        }
    }
}

static void (*const tries[])(prospector *p, size_t stated) = {
    [BS_LAW_SHARE] = try_shares,
    [BS_LAW_GROWTH] = try_growth,
    [BS_LAW_DIFFERENCE] = try_differences,
    [BS_LAW_RATIO] = try_ratios,
    [BS_LAW_CONTRIBUTION] = try_contributions,
    [BS_LAW_YEARLY] = try_yearly,
};
_Static_assert(BS_COUNT(tries) == BS_LAW_COUNT, "every law needs its search");

static bool is_believed(const prospector *p)
{
    const evidence *e = &p->best_evidence;
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
static bool is_aside(const bs_view *view, const size_t terms[3])
{
    for (size_t i = 0; i < 3; i++) {
        bs_str text = bs_str_trim(view->figures.items[terms[i]].quantity->text);
        if (!bs_str_starts(text, BS_STR("(")) && !bs_str_starts(text, BS_STR("\xEF\xBC\x88")))
            return false;
    }
    return true;
}

static bs_status push_law(bs_relations *set, const found_law *found, bs_error *err)
{
    prospector p = {.set = set, .lens = found->lens, .law = found->law};
    for (size_t k = 0; k < bs_lens_place_count(found->lens); k++) {
        size_t terms[3];
        if (!terms_at(&p, &found->lines, k, terms) || is_aside(set->view, terms)) continue;
        bs_relation like = relation_of(&found->lines, terms);
        bs_relation *relation = bs_relation_push(set, rows[found->law].code, like.form, 3);
        if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        memcpy(relation->terms, terms, sizeof terms);
        relation->scope = BS_SCOPE_CERTAIN;
        relation->factor = like.factor;
        relation->offset = like.offset;
        relation->signs = like.signs;
        relation->what = rows[found->law].what;
    }
    return BS_OK;
}

// Shares of a total add up to 100, and differences to that of the totals.
static bool adds_up(const prospector *p)
{
    if (p->law == BS_LAW_SHARE || p->law == BS_LAW_DIFFERENCE || p->law == BS_LAW_CONTRIBUTION)
        return true;
    return p->law == BS_LAW_RATIO && has_unit(sample_of(p, p->best.stated), "%");
}

static bs_status find_in(bs_relations *set, bs_lens lens, bs_law law, bs_grid_line *lines,
                         bs_error *err)
{
    prospector p = {.set = set, .lens = lens, .law = law};
    if (bs_lens_place_count(lens) > BS_LAW_PLACES_MAX) return BS_OK;
    for (size_t i = 0; i < bs_lens_line_count(lens); i++) {
        if (bs_lens_line(lens, i)->count == 0) continue;
        if (p.line_count == BS_LAW_LINES_MAX) return BS_OK;
        p.lines[p.line_count++] = i;
    }
    if (p.line_count < 2) return BS_OK;
    p.step = step_of(&p);
    for (size_t i = 0; i < p.line_count; i++) {
        p.tried = 0;
        p.best_evidence = (evidence){0};
        tries[law](&p, p.lines[i]);
        if (p.best_evidence.held == 0 || !is_believed(&p)) continue;
        found_law *found = BS_PUSH(set->arena, &set->laws->all);
        if (found == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        *found = (found_law){law, lens, p.best};
        lines[p.best.stated].derived = true;
        if (!adds_up(&p)) lines[p.best.stated].rate = true;
    }
    return BS_OK;
}

static bs_status find_laws(bs_relations *set, bs_grid *grid, bool transposed, bs_error *err)
{
    bs_lens lens = {grid, transposed};
    bs_grid_line *lines = transposed ? grid->cols : grid->rows;
    for (int law = 0; law < BS_LAW_COUNT; law++)
        BS_TRY(find_in(set, lens, (bs_law)law, lines, err));
    return BS_OK;
}

bs_status bs_law_find(bs_relations *set, bs_view *view, bs_error *err)
{
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
