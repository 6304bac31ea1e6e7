// SPDX-License-Identifier: GPL-3.0-or-later
// What speaks for a law: how well the numbers of its lines obey it, and how little chance would
// have let them.
#include <math.h>
#include <stdlib.h>

#include "engine/analyze/relation_internal.h"
#include "engine/analyze/relation_law_internal.h"

static const double BITS_PLACE_MAX = 12;
static const double NET_BITS_AHEAD = 1;
// Shares differ by some ten points; and the chance that a difference of rounded numbers is exact.
static const double PERCENT_SPREAD = 10;
static const double EXACT_CHANCE = 0.75;
static const double ROUND_PLACES_MAX = 1.5;
// Half of the last place, and what doubles lose.
static const double HALF_PLACE = 0.5000001;

const bs_figure *bs_law__figure(const bs_prospector *p, size_t line, size_t place)
{
    size_t index = bs_lens_figure(p->lens, line, place);
    return index == BS_NO_FIGURE ? NULL : &p->set->view->figures.items[index];
}

bool bs_law__has_unit(const bs_figure *figure, const char *unit)
{
    return bs_str_equal(figure->quantity->unit, bs_str_from(unit));
}

// The first figure of a line tells its unit.
const bs_figure *bs_law__sample(const bs_prospector *p, size_t line)
{
    for (size_t k = 0; k < bs_lens_place_count(p->lens); k++) {
        const bs_figure *figure = bs_law__figure(p, line, k);
        if (figure != NULL) return figure;
    }
    return NULL;
}

// The figure of a line at a place, where it is in the unit of the line: a column of rates beside
// columns of amounts obeys no law of amounts.
static size_t like_at(const bs_prospector *p, size_t line, size_t place)
{
    size_t index = bs_lens_figure(p->lens, line, place);
    const bs_figure *sample = index == BS_NO_FIGURE ? NULL : bs_law__sample(p, line);
    if (sample == NULL) return BS_NO_FIGURE;
    const bs_quantity *own = p->set->view->figures.items[index].quantity;
    bool like = bs_grid_like_unit(&p->set->view->figures.items[index], sample) &&
                own->role == sample->quantity->role;
    return like ? index : BS_NO_FIGURE;
}

// Periods between two figures, either way; 0 where they are not of one kind.
static int distance(const bs_prospector *p, size_t a, size_t b)
{
    bs_period first = p->set->view->figures.items[a].quantity->period;
    bs_period second = p->set->view->figures.items[b].quantity->period;
    if (bs_period_is_none(first) || first.frequency != second.frequency) return 0;
    return abs(first.first - second.first);
}

// The smallest distance of neighbours: a table of months may leave some out. *falls is true where
// the latest of them stands first.
int bs_law__step(const bs_prospector *p, bool *falls)
{
    int step = 0;
    size_t up = 0, down = 0;
    *falls = false;
    for (size_t k = 1; k < bs_lens_place_count(p->lens); k++) {
        for (size_t i = 0; i < p->line_count; i++) {
            size_t a = bs_lens_figure(p->lens, p->lines[i], k - 1);
            size_t b = bs_lens_figure(p->lens, p->lines[i], k);
            if (a == BS_NO_FIGURE || b == BS_NO_FIGURE) continue;
            int own = distance(p, a, b);
            if (own > 0 && (step == 0 || own < step)) step = own;
            int order = bs_period_compare(p->set->view->figures.items[a].quantity->period,
                                          p->set->view->figures.items[b].quantity->period);
            up += order < 0;
            down += order > 0;
            break;
        }
    }
    *falls = down > 0 && up == 0;
    return step;
}

// Rates among rows of amounts, and their changes in points, differ as the amounts do.
static bool are_points(const bs_prospector *p, const size_t terms[BS_LAW_TERMS_MAX])
{
    if (p->law != BS_LAW_DIFFERENCE) return false;
    for (size_t i = 0; i < 3; i++) {
        if (terms[i] == BS_NO_FIGURE) return false;
        const bs_figure *figure = &p->set->view->figures.items[terms[i]];
        if (!bs_law__has_unit(figure, i == 0 ? "%p" : "%")) return false;
    }
    return true;
}

// Rows in units of their own ("钢材 | 万吨", "汽车 | 万辆"): the two levels of a place are of one
// kind, and what is said of them is in per cent or in their unit, whatever the rows above it are
// in.
static bool are_of_one_row(const bs_prospector *p, const bs_law_tuple *t,
                           const size_t terms[BS_LAW_TERMS_MAX])
{
    if (t->lag > 0 || (p->law != BS_LAW_GROWTH && p->law != BS_LAW_DIFFERENCE)) return false;
    for (size_t i = 0; i < 3; i++) {
        if (terms[i] == BS_NO_FIGURE) return false;
    }
    const bs_figure *figures = p->set->view->figures.items;
    const bs_figure *stated = &figures[terms[0]], *a = &figures[terms[1]], *b = &figures[terms[2]];
    if (bs_str_starts(a->quantity->unit, BS_STR("%")) || a->quantity->kind == BS_KIND_RANK ||
        bs_str_starts(a->quantity->unit, BS_STR("deg")) || !bs_grid_like_unit(a, b) ||
        a->quantity->role != b->quantity->role ||
        a->quantity->role != bs_law__sample(p, t->a)->quantity->role)
        return false;
    return p->law == BS_LAW_GROWTH ? bs_law__has_unit(stated, "%") : bs_grid_like_unit(stated, a);
}

// The terms of a bs_law_tuple at a place; false where one is missing.
bool bs_law__terms(const bs_prospector *p, const bs_law_tuple *t, size_t place,
                   size_t terms[BS_LAW_TERMS_MAX])
{
    size_t a_place = place;
    size_t b_place = place;
    if (t->lag > 0 && t->falls) {
        b_place = place + t->lag;
        if (b_place >= bs_lens_place_count(p->lens)) return false;
    } else if (t->lag > 0) {
        if (place < t->lag) return false;
        b_place = place - t->lag;
    }
    if (p->law == BS_LAW_SHARE && place == t->whole) return false;
    if (p->law == BS_LAW_SHARE || p->law == BS_LAW_CONTRIBUTION) b_place = t->whole;
    terms[0] = bs_lens_figure(p->lens, t->stated, place);
    terms[1] = bs_lens_figure(p->lens, t->a, a_place);
    terms[2] = bs_lens_figure(p->lens, t->b, b_place);
    terms[3] = terms[1];
    if (t->lag == 0 && are_points(p, terms)) return true;
    if (are_of_one_row(p, t, terms)) return true;
    terms[0] = like_at(p, t->stated, place);
    terms[1] = like_at(p, t->a, a_place);
    terms[2] = like_at(p, t->b, b_place);
    terms[3] = terms[1];
    bool all = terms[0] != BS_NO_FIGURE && terms[1] != BS_NO_FIGURE && terms[2] != BS_NO_FIGURE;
    int gap = all && t->lag > 0 && t->step > 0 ? distance(p, terms[1], terms[2]) : 0;
    return all && (gap == 0 || gap == t->step * (int)t->lag);
}

static const int8_t MINUS[] = {1, 1, -1};
static const int8_t NET[] = {1, 1, 1, -1};

bs_relation bs_law__relation(const bs_law_tuple *t, size_t terms[BS_LAW_TERMS_MAX])
{
    bs_form form = t->difference ? BS_FORM_SUM : t->years > 0 ? BS_FORM_YEARLY : BS_FORM_QUOTIENT;
    return (bs_relation){
        .form = form,
        .terms = terms,
        .term_count = t->net ? 4 : 3,
        .signs = t->difference ? MINUS
                 : t->net      ? NET
                               : NULL,
        .factor = t->factor,
        .offset = t->offset,
    };
}

// The largest size of a number of a line.
static double largest_of(const bs_prospector *p, size_t line)
{
    double largest = 0;
    for (size_t k = 0; k < bs_lens_place_count(p->lens); k++) {
        size_t index = bs_lens_figure(p->lens, line, k);
        if (index == BS_NO_FIGURE) continue;
        largest = fmax(largest, fabs(p->set->view->figures.items[index].value));
    }
    return largest;
}

// The worth of the last digit of the term that is printed with the fewest.
static double coarsest(const bs_prospector *p, const bs_relation *relation)
{
    double place = 0;
    for (size_t i = 0; i < relation->term_count; i++)
        place = fmax(place, p->set->view->figures.items[relation->terms[i]].last_place);
    return place;
}

// A difference that is exact to the last digit, as those of whole numbers and of printed shares
// are, says more than that rounded numbers may meet. It may have either sign.
static double difference_bits(const bs_prospector *p, const bs_law_tuple *t,
                              const bs_relation *relation)
{
    double bits = bs_relation_bits(p->set->view, relation);
    const bs_figure *figures = p->set->view->figures.items;
    const bs_figure *stated = &figures[relation->terms[0]];
    double gap =
        figures[relation->terms[1]].value - figures[relation->terms[2]].value - stated->value;
    double spread = fabs(stated->value), place = stated->last_place;
    // Rounding moves a difference by one of its last digit and no more.
    if (fabs(gap) > ROUND_PLACES_MAX * coarsest(p, relation)) return 0;
    if (bs_str_starts(stated->quantity->unit, BS_STR("%")))
        spread = fmax(spread, fmin(PERCENT_SPREAD, largest_of(p, t->stated)));
    if (fabs(gap) > place / 100 || spread < place) return bits;
    return fmax(bits, log2(EXACT_CHANCE * (2 * spread + place) / place));
}

// A rate that follows from the printed digits to its own last digit says more than one that follows
// from what they may be rounded from: "59 70 78" and "18.6 11.4" beside them. Of rates that hardly
// differ it says little.
static double rate_bits(const bs_prospector *p, const bs_law_tuple *t, const bs_relation *relation)
{
    double bits = bs_relation_bits(p->set->view, relation);
    if (p->law != BS_LAW_GROWTH) return bits;
    const bs_figure *figures = p->set->view->figures.items;
    const bs_figure *stated = &figures[relation->terms[0]];
    double a = figures[relation->terms[1]].value, b = figures[relation->terms[2]].value;
    double place = stated->last_place;
    if (b == 0 || fabs(t->factor * a / b + t->offset - stated->value) > HALF_PLACE * place)
        return bits;
    double spread = fmin(PERCENT_SPREAD, largest_of(p, t->stated));
    return fmax(bits, log2(EXACT_CHANCE * (2 * spread + place) / place));
}

// How far the terms of a difference lie from those of the place before, which it held for: the most
// that one of them has moved.
static double moved(const bs_prospector *p, const size_t *terms, const size_t *before)
{
    const bs_figure *figures = p->set->view->figures.items;
    double most = 0;
    for (size_t i = 0; i < 3; i++)
        most = fmax(most, fabs(figures[terms[i]].value - figures[before[i]].value));
    return most;
}

// Of interest rates of one month and the next, a - b is about a where b is a change of some
// hundredths: the law says no more than the smaller of the two does. And where rates hardly move a
// law that held a month ago holds again, whatever they have to do with one another. `before`: the
// terms of the last place that it held for; NULL for the first.
static double bits_at(const bs_prospector *p, const bs_law_tuple *t, const bs_relation *relation,
                      const size_t *before)
{
    if (!t->difference) return rate_bits(p, t, relation);
    double bits = difference_bits(p, t, relation);
    double says = fmin(largest_of(p, t->a), largest_of(p, t->b));
    double place = p->set->view->figures.items[relation->terms[0]].last_place;
    if (before != NULL) says = fmin(says, moved(p, relation->terms, before));
    return fmin(bits, log2(1 + 2 * says / place));
}

// Along a line a wrong level is in two rates, its own and that of the next: one failure.
static bool shares_level(const size_t *failed, const size_t *terms)
{
    return failed[1] == terms[2] || failed[2] == terms[1];
}

double bs_law__bits(const bs_prospector *p, const bs_law_tuple *t, const bs_relation *relation)
{
    return fmin(bits_at(p, t, relation, NULL), BITS_PLACE_MAX);
}

bs_law_evidence bs_law__weigh(const bs_prospector *p, const bs_law_tuple *t)
{
    bs_law_evidence out = {0};
    size_t before[BS_LAW_TERMS_MAX];
    size_t failed[BS_LAW_TERMS_MAX] = {BS_NO_FIGURE, BS_NO_FIGURE, BS_NO_FIGURE, BS_NO_FIGURE};
    for (size_t k = 0; k < bs_lens_place_count(p->lens); k++) {
        size_t terms[BS_LAW_TERMS_MAX];
        if (!bs_law__terms(p, t, k, terms)) continue;
        bs_relation relation = bs_law__relation(t, terms);
        if (!bs_relation_holds(p->set->view, &relation)) {
            if (t->lag > 0 && shares_level(failed, terms)) {
                failed[1] = failed[2] = BS_NO_FIGURE;
                continue;
            }
            memcpy(failed, terms, sizeof failed);
            out.failed++;
            if (out.failed > 2 && out.failed > out.held)
                return (bs_law_evidence){.failed = out.failed};
            continue;
        }
        out.bits += fmin(bits_at(p, t, &relation, out.held > 0 ? before : NULL), BITS_PLACE_MAX);
        out.held++;
        memcpy(before, terms, sizeof before);
    }
    return out;
}

void bs_law__try(bs_prospector *p, const bs_law_tuple *t)
{
    bs_law_evidence e = bs_law__weigh(p, t);
    p->tried += e.held + e.failed > 0;
    if (e.held == 0 || e.failed * 2 > e.held + 1) return;
    // Of two that fit as well a change is one against the level before it.
    double ahead = p->best.net && !t->net ? NET_BITS_AHEAD : 0;
    if (e.bits <= p->best_evidence.bits + ahead) return;
    p->best = *t;
    p->best_evidence = e;
}
