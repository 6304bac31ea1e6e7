// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_share_top.h"

#include <math.h>

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"

enum { PLACES_MAX = 64, HELD_MIN = 3 };

// Evidence that the rows which agree have to give: where the whole that they tell is printed, and
// where it is not.
static const double BITS_PRINTED_MIN = 8;
static const double BITS_UNSEEN_MIN = 12;

// A line of shares and the line of amounts that they may be of.
typedef struct pairing {
    bs_relations *set;
    bs_lens lens;
    size_t parts[PLACES_MAX];
    size_t shares[PLACES_MAX];
    bs_span wholes[PLACES_MAX]; // that each part and its share tell
    size_t count;
} pairing;

static const bs_figure *figure_at(const pairing *p, size_t index)
{
    return &p->set->view->figures.items[index];
}

static const bs_figure *sample_of(const bs_view *view, bs_lens lens, size_t line)
{
    for (size_t k = 0; k < bs_lens_place_count(lens); k++) {
        size_t index = bs_lens_figure(lens, line, k);
        if (index != BS_NO_FIGURE) return &view->figures.items[index];
    }
    return NULL;
}

static bool is_percent(const bs_figure *figure)
{
    return bs_str_equal(figure->quantity->unit, BS_STR("%"));
}

// Fills in the pairs of two lines; false where the table has the whole itself, as a share of 100.
static bool pair_lines(pairing *p, size_t share_line, size_t part_line)
{
    p->count = 0;
    for (size_t k = 0; k < bs_lens_place_count(p->lens) && p->count < PLACES_MAX; k++) {
        size_t share = bs_lens_figure(p->lens, share_line, k);
        size_t part = bs_lens_figure(p->lens, part_line, k);
        if (share == BS_NO_FIGURE || part == BS_NO_FIGURE) continue;
        const bs_figure *a = figure_at(p, part), *s = figure_at(p, share);
        if (!bs_figure_is_level(a) || is_percent(a) || !is_percent(s) || a->value <= 0) continue;
        if (bs_span_holds(s->narrow, 100)) return false;
        bs_span whole = bs_span_div(bs_span_scale(a->narrow, 100, 0), s->narrow);
        if (!bs_span_closed(whole)) continue;
        p->parts[p->count] = part;
        p->shares[p->count] = share;
        p->wholes[p->count++] = whole;
    }
    return p->count > HELD_MIN;
}

// The share of pair `k` follows from that of pair `r`.
static void cross_terms(const pairing *p, size_t k, size_t r, size_t terms[4])
{
    terms[0] = p->shares[k];
    terms[1] = p->parts[k];
    terms[2] = p->parts[r];
    terms[3] = p->shares[r];
}

// Pairs that tell the same whole as pair `r`, and how much that says.
static size_t agreeing(const pairing *p, size_t r, double *bits, bs_span *whole)
{
    size_t held = 0;
    *bits = 0;
    *whole = p->wholes[r];
    for (size_t k = 0; k < p->count; k++) {
        if (k == r || !bs_span_meets(p->wholes[k], *whole)) continue;
        size_t terms[4];
        cross_terms(p, k, r, terms);
        bs_relation relation = {.form = BS_FORM_CROSS, .terms = terms, .term_count = 4};
        *bits += bs_relation_bits(p->set->view, &relation);
        whole->low = fmax(whole->low, p->wholes[k].low);
        whole->high = fmin(whole->high, p->wholes[k].high);
        held++;
    }
    return held;
}

// The pair that most others agree with, the closest of those; false where too many do not.
static bool find_reference(const pairing *p, size_t *reference, bs_span *whole, double *best_bits)
{
    size_t most = 0;
    *best_bits = 0;
    for (size_t r = 0; r < p->count; r++) {
        double bits;
        bs_span span;
        size_t held = agreeing(p, r, &bits, &span);
        if (held < most || (held == most && bits <= *best_bits)) continue;
        most = held;
        *best_bits = bits;
        *reference = r;
        *whole = span;
    }
    size_t failed = p->count - 1 - most;
    return most + 1 >= HELD_MIN && failed * 3 <= most + 1 && *best_bits >= BITS_PRINTED_MIN;
}

// A number in running text that is the whole, by its value, unit and time.
static size_t whole_in_text(const pairing *p, size_t part, bs_span whole)
{
    const bs_figure *own = figure_at(p, part);
    for (size_t i = 0; i < p->set->view->reading->quantities.count; i++) {
        const bs_figure *figure = figure_at(p, i);
        if (figure->sentence == SIZE_MAX || !bs_figure_is_level(figure)) continue;
        if (bs_figure_like_unit(figure, own) && bs_figure_same_period(figure, own) &&
            bs_span_holds(whole, figure->value))
            return i;
    }
    return BS_NO_FIGURE;
}

static bs_status push_pair(const pairing *p, size_t k, size_t reference, size_t whole,
                           bs_error *err)
{
    if (whole == BS_NO_FIGURE && k == reference) return BS_OK;
    bs_relation_spec spec = {.code = "share",
                             .form = BS_FORM_QUOTIENT,
                             .scope = BS_SCOPE_CERTAIN,
                             .terms = {p->shares[k], p->parts[k], whole},
                             .term_count = 3,
                             .factor = 100,
                             .what = "the share of the part in the whole"};
    if (whole == BS_NO_FIGURE) {
        spec.form = BS_FORM_CROSS;
        spec.term_count = 4;
        spec.factor = 0;
        spec.what = "the share of the whole that the other rows tell";
        cross_terms(p, k, reference, spec.terms);
    }
    return bs_relation_add(p->set, &spec, err);
}

static bs_status collect_line(pairing *p, size_t share_line, bs_error *err)
{
    for (size_t i = 0; i < bs_lens_line_count(p->lens); i++) {
        size_t reference = 0;
        bs_span whole;
        double bits;
        if (i == share_line || bs_lens_line(p->lens, i)->count <= HELD_MIN) continue;
        if (!pair_lines(p, share_line, i) || !find_reference(p, &reference, &whole, &bits))
            continue;
        size_t printed = whole_in_text(p, p->parts[reference], whole);
        if (printed == BS_NO_FIGURE && bits < BITS_UNSEEN_MIN) continue;
        for (size_t k = 0; k < p->count; k++)
            BS_TRY(push_pair(p, k, reference, printed, err));
        return BS_OK;
    }
    return BS_OK;
}

bs_status bs_share__collect_tops(bs_relations *set, bs_error *err)
{
    for (size_t g = 0; g < set->view->grids.count; g++) {
        for (int transposed = 0; transposed < 2; transposed++) {
            pairing p = {.set = set, .lens = {&set->view->grids.items[g], transposed == 1}};
            if (bs_lens_place_count(p.lens) > PLACES_MAX) continue;
            for (size_t i = 0; i < bs_lens_line_count(p.lens); i++) {
                const bs_grid_line *line = bs_lens_line(p.lens, i);
                const bs_figure *sample = sample_of(set->view, p.lens, i);
                if (sample == NULL || line->count <= HELD_MIN || !is_percent(sample)) continue;
                if (bs_cue_in(BS_CUE_SHARE, line->label)) BS_TRY(collect_line(&p, i, err));
            }
        }
    }
    return BS_OK;
}
