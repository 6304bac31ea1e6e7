// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole of a share by what it is called or by its value, wherever it stands in the document.
#include <math.h>

#include "engine/analyze/check_share_search.h"
#include "engine/analyze/check_share_words.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_prose.h"

enum { NAMED_DISTANCE_MAX = 600 }; // in figures

static const double DOUBT_ALIKE = 3e-3;
static const double LIKENESS_TOTAL = 0.7;
static const double LIKENESS_NAMED = 0.99;
// Another part of the sentence names a whole by its share, and this part is of the same.
static const double DOUBT_SIBLING_WHOLE = 1e-3;

// "a deficit of 16.1, or 4.9% of GDP": the whole is what it is called, and no other total.
bool bs_share__is_output(bs_str words)
{
    return bs_str_has_any(words, "GDP|gross domestic product|GNI|GNP");
}

// A level of the unit and period whose value the part and a share (of it) give; BS_NO_FIGURE.
size_t bs_share__whole_elsewhere(const bs_share_search *s, size_t part, size_t share)
{
    const bs_figure *a = bs_share__figure(s, part);
    bs_span whole =
        bs_span_div(bs_span_scale(a->narrow, 100, 0), bs_share__figure(s, share)->narrow);
    if (!bs_span_closed(whole)) return BS_NO_FIGURE;
    size_t at = bs_level_index_first(s->levels, a, whole.low);
    if (at == s->levels->count) return BS_NO_FIGURE;
    size_t found = s->levels->figures[at];
    if (found == s->part || !bs_share__may_be_whole(s, found)) return BS_NO_FIGURE;
    bool same = bs_period_equal(bs_share__figure(s, found)->quantity->period, a->quantity->period);
    return same && bs_share__figure(s, found)->value <= whole.high ? found : BS_NO_FIGURE;
}

// How well a level fits the words of the whole: by its name, or as the total of a table or the
// number that a total is announced for.
static double likeness_to(const bs_share_search *s, size_t index, bs_str words)
{
    const bs_figure *figure = bs_share__figure(s, index);
    double best = bs_name_share(words, figure->quantity->indicator);
    if (bs_share__is_output(words)) return best;
    if (figure->grid == SIZE_MAX) {
        bool total = bs_cue_heads(BS_CUE_TOTAL, figure->quantity->indicator);
        return total ? fmax(best, LIKENESS_TOTAL) : best;
    }
    const bs_grid *grid = &s->view->grids.items[figure->grid];
    const bs_grid_line *row = &grid->rows[figure->row];
    best = fmax(best, bs_name_share(words, row->label));
    if (row->total) best = fmax(best, fmax(LIKENESS_TOTAL, bs_name_share(words, grid->caption)));
    return best;
}

// A period that is not printed with its number is no reason to tell two numbers apart, but for the
// year.
static bool may_be_of_one_time(const bs_figure *a, const bs_figure *b)
{
    if (bs_figure_same_period(a, b)) return true;
    return (a->quantity->period_inferred || b->quantity->period_inferred) &&
           bs_period_year_of(a->quantity->period) == bs_period_year_of(b->quantity->period);
}

static bool may_be_called_whole(const bs_share_search *s, size_t index)
{
    const bs_figure *figure = bs_share__figure(s, index);
    const bs_figure *part = bs_share__figure(s, s->part);
    if (index == s->part || !bs_figure_is_level(figure) || !bs_figure_like_unit(part, figure) ||
        figure->quantity->unit.ptr[0] == '%' || !may_be_of_one_time(figure, part) ||
        !bs_share__is_reached(s, figure))
        return false;
    // "전체 용량은 동부가 25GW로 19%, 서부 20GW(16%)": one with a share of its own is another part.
    if (figure->share != BS_NO_FIGURE && figure->sentence == part->sentence) return false;
    if (figure->grid == SIZE_MAX) return true;
    const bs_grid *grid = &s->view->grids.items[figure->grid];
    return !grid->rows[figure->row].derived && !grid->cols[figure->col].derived;
}

// Another share of the sentence is one of this whole.
static bool fits_sibling(const bs_share_search *s, size_t whole)
{
    const bs_sentence *sentence = bs_view_sentence(s->view, s->share);
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        size_t terms[] = {bs_share__figure(s, i)->share, i, whole};
        if (terms[0] == BS_NO_FIGURE || terms[0] == s->share || i == whole) continue;
        bs_relation trial = {
            .form = BS_FORM_QUOTIENT, .terms = terms, .term_count = 3, .factor = 100};
        if (bs_relation_holds(s->view, &trial)) return true;
    }
    return false;
}

// "2,203事業所" and a column that is called 事業所数.
static bool is_headed_by_counter(const bs_share_search *s, size_t whole)
{
    const bs_figure *cell = bs_share__figure(s, whole);
    bs_str unit = bs_share__figure(s, s->part)->quantity->unit;
    if (cell->grid == SIZE_MAX || !bs_str_starts(unit, BS_STR("count:"))) return false;
    bs_str counter = bs_str_slice(unit, strlen("count:"), unit.len);
    return bs_str_find(s->view->grids.items[cell->grid].cols[cell->col].label, counter, 0) !=
           SIZE_MAX;
}

// Of wholes with like names, one that the share fits, then one that is larger than the part, and of
// the same status.
static double score_of(const bs_share_search *s, size_t whole, double likeness)
{
    size_t terms[] = {s->share, s->part, whole};
    bs_relation trial = {.form = BS_FORM_QUOTIENT, .terms = terms, .term_count = 3, .factor = 100};
    if (likeness < BS_SHARE_LIKENESS_MIN) return 0;
    if (bs_relation_holds(s->view, &trial)) return likeness + 4;
    const bs_figure *part = bs_share__figure(s, s->part);
    bool larger = bs_share__figure(s, whole)->value > part->value;
    bool same_status = bs_share__figure(s, whole)->quantity->status == part->quantity->status;
    bool as_exact = bs_share__figure(s, whole)->last_place <= part->last_place * 1.01;
    return likeness + (larger ? 2 : 0) + (same_status ? 1 : 0) + (as_exact ? 0.5 : 0) +
           (fits_sibling(s, whole) ? 1 : 0) + (is_headed_by_counter(s, whole) ? 1.5 : 0);
}

// "bakery 206.3 (50% of revenue), dairy 123.8 (30%)": the whole of the shares in front, where this
// one says nothing of its own.
static bs_str words_of_sibling(const bs_share_search *s)
{
    const bs_sentence *sentence = bs_view_sentence(s->view, s->share);
    for (size_t i = s->share; i-- > sentence->first;) {
        const bs_figure *other = bs_share__figure(s, i);
        if (other->quantity->role != BS_ROLE_SHARE || other->of == BS_NO_FIGURE ||
            !bs_figure_same_unit(bs_share__figure(s, other->of), bs_share__figure(s, s->part)))
            continue;
        bs_str words = bs_share__whole_words(s->view, other->of, i);
        if (words.len > 0) return words;
    }
    return (bs_str){0};
}

// A level anywhere in the document that the words call the whole: the one that the share fits, or
// the one with the likest name, the nearest of those.
void bs_share__search_called(bs_share_search *s)
{
    if (bs_view_sentence(s->view, s->part) == NULL && bs_view_sentence(s->view, s->share) == NULL)
        return;
    bs_str words = bs_share__whole_words(s->view, s->part, s->share);
    bool own = words.len > 0;
    if (!own && bs_view_sentence(s->view, s->share) != NULL) words = words_of_sibling(s);
    if (words.len == 0) return;
    size_t best = BS_NO_FIGURE;
    double best_score = 0;
    size_t first = s->share > NAMED_DISTANCE_MAX ? s->share - NAMED_DISTANCE_MAX : 0;
    size_t end = s->share + NAMED_DISTANCE_MAX;
    for (size_t i = first; i < s->view->reading->quantities.count && i < end; i++) {
        if (i == s->share || !may_be_called_whole(s, i)) continue;
        double score = score_of(s, i, likeness_to(s, i, words));
        if (score < BS_SHARE_LIKENESS_MIN || bs_earlier_is(s->view, i)) continue;
        bool nearer = i < s->share && score == best_score;
        if (score <= best_score && !nearer) continue;
        best = i;
        best_score = score;
    }
    if (best == BS_NO_FIGURE) return;
    bool named = likeness_to(s, best, words) > LIKENESS_NAMED;
    bs_share__offer(s, best, named && own ? BS_SHARE_DOUBT_NAMED : DOUBT_ALIKE);
}

// "... of all output" where the whole stands in a table or another paragraph: its value is found by
// this share, or by that of another part in the sentence.
void bs_share__search_valued(bs_share_search *s)
{
    if (s->count > 0 || !bs_share__names_whole(s->view, s->part, s->share) ||
        bs_view_sentence(s->view, s->part) == NULL)
        return;
    size_t whole = bs_share__whole_elsewhere(s, s->part, s->share);
    if (whole != BS_NO_FIGURE) {
        bs_share__offer(s, whole, BS_SHARE_DOUBT_LAYOUT);
        return;
    }
    const bs_sentence *sentence = bs_view_sentence(s->view, s->part);
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        const bs_figure *figure = bs_share__figure(s, i);
        if (i == s->part || figure->share == BS_NO_FIGURE ||
            !bs_figure_same_unit(figure, bs_share__figure(s, s->part)))
            continue;
        whole = bs_share__whole_elsewhere(s, i, figure->share);
        if (whole != BS_NO_FIGURE) bs_share__offer(s, whole, DOUBT_SIBLING_WHOLE);
    }
}
