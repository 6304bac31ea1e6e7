// SPDX-License-Identifier: GPL-3.0-or-later
// Differences and rates beside the two levels that both are of. A row in which one of the two holds
// says which levels they are, and that the other is wrong.
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_law_internal.h"

// Evidence that the two need together; both are called what they are.
static const double BITS_MIN = 5;

static bool is_called(const bs_prospector *p, size_t line, bs_cue word)
{
    return bs_cue_in(word, bs_lens_line(p->lens, line)->label);
}

static bool is_level(const bs_prospector *p, size_t line)
{
    const bs_grid_line *own = bs_lens_line(p->lens, line);
    return !own->rate && !own->derived && !is_called(p, line, BS_CUE_DIFFERENCE) &&
           bs_law__sample(p, line)->quantity->role == BS_ROLE_LEVEL;
}

typedef struct tally {
    size_t both;
    size_t one;
    size_t none;
    double bits;
} tally;

// Does the law hold at a place? *there: it has all of its numbers, of levels above nought.
static bool holds_at(bs_prospector *p, bs_law law, const bs_law_tuple *t, size_t place, bool *there,
                     double *bits)
{
    size_t terms[BS_LAW_TERMS_MAX];
    p->law = law;
    *there = bs_law__terms(p, t, place, terms);
    if (!*there) return false;
    const bs_figure *figures = p->set->view->figures.items;
    *there = figures[terms[1]].value > 0 && figures[terms[2]].value > 0;
    bs_relation relation = bs_law__relation(t, terms);
    bool holds = bs_relation_holds(p->set->view, &relation);
    if (holds) *bits += bs_law__bits(p, t, &relation);
    return holds;
}

static tally count(bs_prospector *p, const bs_law_twins *twins)
{
    tally out = {0};
    for (size_t k = 0; k < bs_lens_place_count(p->lens); k++) {
        bool first, second;
        double bits = 0;
        bool d = holds_at(p, BS_LAW_DIFFERENCE, &twins->difference, k, &first, &bits);
        bool g = holds_at(p, BS_LAW_GROWTH, &twins->growth, k, &second, &bits);
        if (!first || !second) continue;
        out.bits += bits;
        out.both += d && g;
        out.one += d != g;
        out.none += !d && !g;
    }
    return out;
}

// Lines of levels that the two may be of.
static size_t levels_like(const bs_prospector *p, const bs_figure *sample)
{
    size_t out = 0;
    for (size_t i = 0; i < p->line_count; i++)
        out +=
            is_level(p, p->lines[i]) && bs_grid_like_unit(bs_law__sample(p, p->lines[i]), sample);
    return out;
}

// Where one of the two fails mostly, the other must be held against the same: no rate since last
// year beside a difference since last month, and no plan beside last year.
static bool may_differ(const bs_prospector *p, const bs_law_twins *twins)
{
    const bs_figure *d = bs_law__sample(p, twins->difference.stated);
    const bs_figure *g = bs_law__sample(p, twins->growth.stated);
    enum { LEVELS = 2 };
    return d->quantity->basis != g->quantity->basis ||
           levels_like(p, bs_law__sample(p, twins->growth.a)) > LEVELS;
}

bool bs_law__find_twins(bs_prospector *p, size_t difference, size_t growth, bs_law_twins *out)
{
    const bs_figure *stated = bs_law__sample(p, difference);
    double best = BITS_MIN;
    if (!bs_law__has_unit(bs_law__sample(p, growth), "%") || bs_law__has_unit(stated, "%") ||
        bs_law__has_unit(stated, "%p") || !is_called(p, difference, BS_CUE_DIFFERENCE) ||
        !is_called(p, growth, BS_CUE_GROWTH) || is_called(p, growth, BS_CUE_YEARLY) ||
        is_called(p, growth, BS_CUE_CONTRIBUTION))
        return false;
    for (size_t i = 0; i < p->line_count; i++) {
        for (size_t k = 0; k < p->line_count; k++) {
            size_t a = p->lines[i], b = p->lines[k];
            if (a == b || a == difference || a == growth || b == difference || b == growth)
                continue;
            if (!is_level(p, a) || !is_level(p, b) ||
                !bs_grid_like_unit(bs_law__sample(p, a), bs_law__sample(p, b)) ||
                !bs_law__may_grow(p, growth, a, b))
                continue;
            bs_law_twins twins = {
                {.stated = difference, .a = a, .b = b, .factor = 1, .difference = true},
                {.stated = growth, .a = a, .b = b, .factor = 100, .offset = -100}};
            tally found = count(p, &twins);
            bool weak = found.one > found.both;
            if (found.bits < best || found.none > found.both || found.one > found.both + 1 ||
                (weak && may_differ(p, &twins)))
                continue;
            best = found.bits;
            *out = twins;
        }
    }
    p->law = BS_LAW_GROWTH;
    return best > BITS_MIN;
}
