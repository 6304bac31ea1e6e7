// SPDX-License-Identifier: GPL-3.0-or-later
//
// share: part / whole = stated share, in text and in tables.
#include <math.h>

#include "engine/analyze/check_internal.h"
#include "engine/analyze/check_share_list.h"
#include "engine/analyze/check_share_named.h"
#include "engine/analyze/check_share_planned.h"
#include "engine/analyze/check_share_siblings.h"
#include "engine/analyze/check_share_structure.h"
#include "engine/analyze/check_share_top.h"
#include "engine/analyze/check_share_total.h"
#include "engine/analyze/check_share_words.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_law.h"
#include "engine/analyze/relation_level_index.h"
#include "engine/analyze/relation_plan.h"
#include "engine/analyze/relation_prose.h"
#include "engine/base/utf8.h"

enum {
    SENTENCES_BACK = 2,
    PASSAGES_BACK = 2,
    CANDIDATES_MAX = 24,
    LISTED_MAX = 16,            // figures behind one that may be of its list
    OFFERED_SENTENCES_MAX = 12, // of another passage
    OFFERED_MAX = 48,           // figures of the share's own sentence on either side
    NAMED_DISTANCE_MAX = 600,   // in figures
};

// Where the words name the whole; where only the layout suggests it.
static const double DOUBT_WORDS_FAR = 0.01;
static const double DOUBT_WORDS_TWICE = 1e-3;
static const double DOUBT_LAYOUT = 0.2;
// The whole stands right beside its share, and the part is the amount nearest to the two.
static const double DOUBT_BESIDE = 2e-3;
// The whole is called by the words that stand with the share.
static const double DOUBT_NAMED = 3e-4;
static const double DOUBT_ALIKE = 3e-3;
static const double LIKENESS_WHOLE_MIN = 0.6;
static const double LIKENESS_TOTAL = 0.7;
static const double LIKENESS_NAMED = 0.99;
// Another part of the sentence names a whole by its share, and this part is of the same.
static const double DOUBT_SIBLING_WHOLE = 1e-3;
// A stated share that is this many times too large or small is of another whole, or has a slip.
static const double RATIO_FAR = 3;
// A list that is so many times a number does not make it up, even with a slip in a small part.
static const double LIST_TIMES = 1.25;
// In another sentence, a number so many times smaller than the part is of something else.
static const double SMALL_WHOLE = 2;

typedef struct candidate {
    size_t whole;
    double doubt; // 0: certain
} candidate;

typedef struct search {
    bs_relations *set;
    const bs_view *view;
    const bs_level_index *levels;
    size_t share;
    size_t part;
    bool words_twice; // words announce a part, and words name the whole
    bool told;        // words tie the whole to the part or the share
    candidate found[CANDIDATES_MAX];
    size_t count;
} search;

static const bs_figure *figure_at(const search *s, size_t index)
{
    return &s->view->figures.items[index];
}

// A bound ("more than 3,800") or a target is no whole of what was reached.
static bool is_reached(const search *s, const bs_figure *whole)
{
    bool open = whole->quantity->qualifier != BS_EXACT && whole->quantity->qualifier != BS_APPROX;
    bool planned = whole->quantity->status == BS_STATUS_TARGET ||
                   whole->quantity->status == BS_STATUS_FORECAST;
    return !open &&
           (!planned || whole->quantity->status == figure_at(s, s->part)->quantity->status);
}

static bool may_be_whole(const search *s, size_t index)
{
    const bs_figure *figure = figure_at(s, index);
    const bs_figure *part = figure_at(s, s->part);
    if (index == s->part || !bs_figure_is_level(figure) || !is_reached(s, figure)) return false;
    if (!bs_figure_same_unit(figure, part) || !bs_figure_same_period(figure, part)) return false;
    bool balance = bs_cue_in(BS_CUE_BALANCE, figure->quantity->indicator) &&
                   !bs_cue_in(BS_CUE_BALANCE, part->quantity->indicator);
    return !balance && figure->quantity->unit.ptr[0] != '%' && !bs_earlier_is(s->view, index);
}

// How far the printed share is from the one of this whole, as a factor of at least 1.
static double distance(const search *s, size_t whole)
{
    double part = figure_at(s, s->part)->value;
    double ratio = 100 * part / figure_at(s, whole)->value / figure_at(s, s->share)->value;
    if (!isfinite(ratio) || ratio <= 0) return INFINITY;
    return ratio > 1 ? ratio : 1 / ratio;
}

// "占全口径发电量的33.9%" and a number of output: the words count the whole in another way.
static bool is_counted_otherwise(const search *s, size_t whole)
{
    bs_str words = bs_share__whole_words(s->view, s->part, s->share);
    return bs_cue_in(BS_CUE_REBASED, words) &&
           !bs_cue_in(BS_CUE_REBASED, figure_at(s, whole)->quantity->indicator);
}

static void offer(search *s, size_t whole, double doubt)
{
    if (bs_share__is_of_other(s->view, s->part, s->share, whole)) return;
    if (doubt == 0 && distance(s, whole) > RATIO_FAR)
        doubt = s->told ? DOUBT_NAMED : s->words_twice ? DOUBT_WORDS_TWICE : DOUBT_WORDS_FAR;
    for (size_t i = 0; i < s->count; i++) {
        if (s->found[i].whole != whole) continue;
        s->found[i].doubt = fmin(s->found[i].doubt, doubt);
        return;
    }
    if (is_counted_otherwise(s, whole)) doubt = fmax(doubt, DOUBT_LAYOUT);
    if (s->count < CANDIDATES_MAX) s->found[s->count++] = (candidate){whole, doubt};
}

static size_t count_wholes(const search *s, const bs_sentence *sentence)
{
    size_t count = 0;
    size_t most = sentence->count < OFFERED_MAX ? sentence->count : OFFERED_MAX;
    for (size_t i = sentence->first; i < sentence->first + most; i++)
        count += may_be_whole(s, i);
    return count;
}

// "Wind 44.8 TWh. Solar 6.9, nuclear 20.1. Gas 36.7 TWh, or 28% of the total": a number that those
// behind it and the part exceed together is one of the list, and not their whole.
static bool is_one_of_list(const search *s, size_t whole)
{
    double sum = figure_at(s, s->part)->value;
    bool listed = false;
    for (size_t i = whole + 1; i < s->part && i <= whole + LISTED_MAX; i++) {
        if (!may_be_whole(s, i)) continue;
        listed = true;
        sum += figure_at(s, i)->value;
    }
    return listed && sum > LIST_TIMES * figure_at(s, whole)->value;
}

// "貴賓百家樂170.4億元，佔總收入的27.2%；中場百家樂373.8億元": the words call the whole by a name,
// and a number behind the share has another one.
static bool is_called_otherwise(const search *s, size_t whole)
{
    if (whole < s->share) return false;
    bs_str words = bs_share__whole_words(s->view, s->part, s->share);
    const bs_quantity *quantity = figure_at(s, whole)->quantity;
    return words.len > 0 && quantity->indicator.len > 0 &&
           bs_name_share(words, quantity->indicator) < LIKENESS_WHOLE_MIN &&
           bs_name_share(words, quantity->subject) < LIKENESS_WHOLE_MIN &&
           !bs_cue_heads(BS_CUE_TOTAL, quantity->indicator);
}

// "운전자 가운데 고령자가 31.4%(520명)": the number in the bracket of a share is the part of that.
static bool is_lesser_part(const search *s, size_t index)
{
    const bs_figure *own = figure_at(s, index);
    const bs_figure *before = index > 0 ? own - 1 : NULL;
    if (before == NULL || before->sentence != own->sentence) return false;
    if (own->value >= figure_at(s, s->part)->value ||
        !bs_str_starts(before->quantity->unit, BS_STR("%")))
        return false;
    bs_str between = bs_str_trim(bs_view_between(s->view, index - 1, index));
    return bs_str_equal(between, BS_STR("(")) || bs_str_equal(between, BS_STR("（"));
}

// Offers the wholes of a sentence. In the part's own sentence a number with a share of its own is
// another part; in another one, of several numbers the smaller ones are other parts.
static void offer_sentence(search *s, size_t index, double doubt)
{
    const bs_sentence *sentence = &s->view->sentences.items[index];
    bool own = index == figure_at(s, s->part)->sentence;
    double times = !own && count_wholes(s, sentence) > 1 ? 1 : SMALL_WHOLE;
    size_t first = sentence->first, end = sentence->first + sentence->count;
    // A sentence without an end is no list of wholes.
    if (own && s->share > first + OFFERED_MAX) first = s->share - OFFERED_MAX;
    if (own && end > s->share + OFFERED_MAX) end = s->share + OFFERED_MAX;
    for (size_t i = first; i < end; i++) {
        if (!may_be_whole(s, i) || (own && figure_at(s, i)->share != BS_NO_FIGURE)) continue;
        bool small = figure_at(s, i)->value * times < figure_at(s, s->part)->value;
        if (!own && small) continue;
        if (own && is_lesser_part(s, i)) continue;
        if (own && bs_share__is_named_part(s->view, s->part, s->share, i)) continue;
        bool other = is_one_of_list(s, i) || is_called_otherwise(s, i);
        offer(s, i, other ? DOUBT_LAYOUT : doubt);
    }
}

static bool announces_part(const search *s)
{
    // "9,920 of them, or 46%" says it behind the part.
    return bs_cue_in(BS_CUE_OF_WHICH, bs_view_between(s->view, BS_NO_FIGURE, s->part)) ||
           bs_cue_in(BS_CUE_OF_WHICH, bs_view_between(s->view, s->part, s->share));
}

static void search_families(search *s)
{
    size_t index = s->set->family_of[s->part];
    if (index == 0) return;
    const bs_family *family = &s->set->families.items[index - 1];
    // Half of a whole is the sum of the other parts by accident; its share says that it is a part.
    if (figure_at(s, family->whole)->share != BS_NO_FIGURE) return;
    if (family->exhaustive && may_be_whole(s, family->whole)) offer(s, family->whole, 0);
}

// The last sentence of a passage that has a whole to offer.
static void offer_passage(search *s, size_t passage, double doubt)
{
    const bs_passage *item = &s->view->passages.items[passage];
    size_t end = item->first + item->count;
    size_t first = item->count > OFFERED_SENTENCES_MAX ? end - OFFERED_SENTENCES_MAX : item->first;
    for (size_t i = end; i-- > first && s->count == 0;)
        offer_sentence(s, i, doubt);
}

static void search_text(search *s)
{
    size_t own = figure_at(s, s->part)->sentence;
    if (bs_share__has_own_name(s->view, s->part, s->share)) return;
    if (own == SIZE_MAX || figure_at(s, s->share)->sentence == SIZE_MAX) return;
    bool named = bs_share__names_whole(s->view, s->part, s->share);
    bool announced = announces_part(s);
    bool words = named || announced;
    s->words_twice = named && announced;
    offer_sentence(s, own, words ? 0 : DOUBT_LAYOUT);
    if (s->count > 0) return;
    size_t passage = bs_view_passage(s->view, own);
    if (passage == SIZE_MAX) return;
    size_t first = s->view->passages.items[passage].first;
    for (size_t i = own; i-- > first && own - i <= SENTENCES_BACK && s->count == 0;)
        offer_sentence(s, i, words ? 0 : DOUBT_LAYOUT);
    if (s->count > 0) return;
    // "Of these ..." at the start of an item speaks of the one before it.
    if (announced && own == first && passage > 0) offer_passage(s, passage - 1, 0);
    size_t parent = bs_view_parent(s->view, passage);
    if (parent != SIZE_MAX) offer_passage(s, parent, words ? 0 : DOUBT_LAYOUT);
    for (size_t i = passage; i-- > 0 && passage - i <= PASSAGES_BACK && s->count == 0;) {
        if (s->view->passages.items[passage].block - s->view->passages.items[i].block >
            2 * (passage - i))
            break;
        offer_passage(s, i, words ? DOUBT_WORDS_FAR : DOUBT_LAYOUT);
    }
}

static bs_status add(search *s, const candidate *c, bs_scope scope, bs_error *err)
{
    return bs_relation_add(s->set,
                           &(bs_relation_spec){.code = "share",
                                               .form = BS_FORM_QUOTIENT,
                                               .scope = scope,
                                               .terms = {s->share, s->part, c->whole},
                                               .term_count = 3,
                                               .factor = 100,
                                               .doubt = scope == BS_SCOPE_LIKELY ? c->doubt : 0,
                                               .what = "the share of the part in the whole"},
                           err);
}

// A level of the unit and period whose value the part and a share (of it) give; BS_NO_FIGURE.
static size_t whole_elsewhere(const search *s, size_t part, size_t share)
{
    const bs_figure *a = figure_at(s, part);
    bs_span whole = bs_span_div(bs_span_scale(a->narrow, 100, 0), figure_at(s, share)->narrow);
    if (!bs_span_closed(whole)) return BS_NO_FIGURE;
    size_t at = bs_level_index_first(s->levels, a, whole.low);
    if (at == s->levels->count) return BS_NO_FIGURE;
    size_t found = s->levels->figures[at];
    if (found == s->part || !may_be_whole(s, found)) return BS_NO_FIGURE;
    bool same = bs_period_equal(figure_at(s, found)->quantity->period, a->quantity->period);
    return same && figure_at(s, found)->value <= whole.high ? found : BS_NO_FIGURE;
}

// "漁業は4兆円で総額の62%にあたる。うち貝は1兆1千億円で17%": a whole that says its own share of a
// greater one; the share is of that one if it fits there.
static bool is_of_greater_whole(const search *s, size_t whole)
{
    const bs_figure *own = figure_at(s, whole);
    if (own->share == BS_NO_FIGURE || own->share == s->share) return false;
    bs_span greater = bs_span_div(own->wide, figure_at(s, own->share)->wide);
    bs_span of_greater = bs_span_div(figure_at(s, s->part)->wide, greater);
    return bs_span_meets(of_greater, figure_at(s, s->share)->wide);
}

// "某市接待5200万人次。景区接待3100万人次。星级景区2600万人次，占全市总量50%": the words name a
// whole, and the number beside is not called so.
static bool is_not_named(const search *s, size_t whole)
{
    bs_str words = bs_share__whole_words(s->view, s->part, s->share);
    const bs_quantity *quantity = figure_at(s, whole)->quantity;
    return words.len > 0 && bs_name_share(words, quantity->indicator) < LIKENESS_WHOLE_MIN &&
           !bs_cue_heads(BS_CUE_TOTAL, quantity->indicator);
}

// A whole that the share fits is the whole; otherwise the first candidate is, if the others are
// not as good.
static bs_status settle(search *s, bs_error *err)
{
    const candidate *best = NULL;
    for (size_t i = 0; i < s->count; i++) {
        size_t terms[] = {s->share, s->part, s->found[i].whole};
        bs_relation trial = {
            .form = BS_FORM_QUOTIENT, .terms = terms, .term_count = 3, .factor = 100};
        if (bs_relation_holds(s->view, &trial)) return add(s, &s->found[i], BS_SCOPE_CERTAIN, err);
        bool larger = figure_at(s, s->found[i].whole)->value > figure_at(s, s->part)->value;
        if (best == NULL || (larger && s->found[i].doubt < best->doubt)) best = &s->found[i];
    }
    if (best == NULL) return BS_OK;
    candidate chosen = *best;
    for (size_t i = 0; i < s->count; i++) {
        // Two different numbers that may be the whole: which one is meant is not certain.
        if (figure_at(s, s->found[i].whole)->value < figure_at(s, s->part)->value) continue;
        if (s->found[i].whole != chosen.whole && s->found[i].doubt <= chosen.doubt &&
            figure_at(s, s->found[i].whole)->value != figure_at(s, chosen.whole)->value)
            chosen.doubt = fmax(chosen.doubt, DOUBT_LAYOUT);
    }
    if (chosen.doubt > 0 && s->set->in_hundred[s->part]) return BS_OK;
    if (is_of_greater_whole(s, chosen.whole)) return add(s, &chosen, BS_SCOPE_HINT, err);
    // "부산항 2,440, ... 환적 1,350으로 전체의 55.3%": a nearer whole than that of the country.
    size_t other = whole_elsewhere(s, s->part, s->share);
    if (other != BS_NO_FIGURE && other < s->part &&
        (other > chosen.whole || is_not_named(s, chosen.whole)))
        return add(s, &(candidate){other, 0}, BS_SCOPE_HINT, err);
    // A part larger than the only number that may be the whole: that may not be meant.
    if (!s->told && figure_at(s, chosen.whole)->value < figure_at(s, s->part)->value)
        chosen.doubt = fmax(chosen.doubt, DOUBT_LAYOUT);
    return add(s, &chosen, chosen.doubt > 0 ? BS_SCOPE_LIKELY : BS_SCOPE_CERTAIN, err);
}

// "a deficit of 16.1, or 4.9% of GDP": the whole is what it is called, and no other total.
static bool is_output(bs_str words)
{
    return bs_str_has_any(words, "GDP|gross domestic product|GNI|GNP");
}

// How well a level fits the words of the whole: by its name, or as the total of a table or the
// number that a total is announced for.
static double likeness_to(const search *s, size_t index, bs_str words)
{
    const bs_figure *figure = figure_at(s, index);
    double best = bs_name_share(words, figure->quantity->indicator);
    if (is_output(words)) return best;
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

static bool may_be_called_whole(const search *s, size_t index)
{
    const bs_figure *figure = figure_at(s, index);
    const bs_figure *part = figure_at(s, s->part);
    if (index == s->part || !bs_figure_is_level(figure) || !bs_figure_like_unit(part, figure) ||
        figure->quantity->unit.ptr[0] == '%' || !may_be_of_one_time(figure, part) ||
        !is_reached(s, figure))
        return false;
    // "전체 용량은 동부가 25GW로 19%, 서부 20GW(16%)": one with a share of its own is another part.
    if (figure->share != BS_NO_FIGURE && figure->sentence == part->sentence) return false;
    if (figure->grid == SIZE_MAX) return true;
    const bs_grid *grid = &s->view->grids.items[figure->grid];
    return !grid->rows[figure->row].derived && !grid->cols[figure->col].derived;
}

// Another share of the sentence is one of this whole.
static bool fits_sibling(const search *s, size_t whole)
{
    const bs_sentence *sentence = bs_view_sentence(s->view, s->share);
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        size_t terms[] = {figure_at(s, i)->share, i, whole};
        if (terms[0] == BS_NO_FIGURE || terms[0] == s->share || i == whole) continue;
        bs_relation trial = {
            .form = BS_FORM_QUOTIENT, .terms = terms, .term_count = 3, .factor = 100};
        if (bs_relation_holds(s->view, &trial)) return true;
    }
    return false;
}

// "2,203事業所" and a column that is called 事業所数.
static bool is_headed_by_counter(const search *s, size_t whole)
{
    const bs_figure *cell = figure_at(s, whole);
    bs_str unit = figure_at(s, s->part)->quantity->unit;
    if (cell->grid == SIZE_MAX || !bs_str_starts(unit, BS_STR("count:"))) return false;
    bs_str counter = bs_str_slice(unit, strlen("count:"), unit.len);
    return bs_str_find(s->view->grids.items[cell->grid].cols[cell->col].label, counter, 0) !=
           SIZE_MAX;
}

// Of wholes with like names, one that the share fits, then one that is larger than the part, and of
// the same status.
static double score_of(const search *s, size_t whole, double likeness)
{
    size_t terms[] = {s->share, s->part, whole};
    bs_relation trial = {.form = BS_FORM_QUOTIENT, .terms = terms, .term_count = 3, .factor = 100};
    if (likeness < LIKENESS_WHOLE_MIN) return 0;
    if (bs_relation_holds(s->view, &trial)) return likeness + 4;
    const bs_figure *part = figure_at(s, s->part);
    bool larger = figure_at(s, whole)->value > part->value;
    bool same_status = figure_at(s, whole)->quantity->status == part->quantity->status;
    bool as_exact = figure_at(s, whole)->last_place <= part->last_place * 1.01;
    return likeness + (larger ? 2 : 0) + (same_status ? 1 : 0) + (as_exact ? 0.5 : 0) +
           (fits_sibling(s, whole) ? 1 : 0) + (is_headed_by_counter(s, whole) ? 1.5 : 0);
}

// "bakery 206.3 (50% of revenue), dairy 123.8 (30%)": the whole of the shares in front, where this
// one says nothing of its own.
static bs_str words_of_sibling(const search *s)
{
    const bs_sentence *sentence = bs_view_sentence(s->view, s->share);
    for (size_t i = s->share; i-- > sentence->first;) {
        const bs_figure *other = figure_at(s, i);
        if (other->quantity->role != BS_ROLE_SHARE || other->of == BS_NO_FIGURE ||
            !bs_figure_same_unit(figure_at(s, other->of), figure_at(s, s->part)))
            continue;
        bs_str words = bs_share__whole_words(s->view, other->of, i);
        if (words.len > 0) return words;
    }
    return (bs_str){0};
}

// A level anywhere in the document that the words call the whole: the one that the share fits, or
// the one with the likest name, the nearest of those.
static void search_name(search *s)
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
        if (score < LIKENESS_WHOLE_MIN || bs_earlier_is(s->view, i)) continue;
        bool nearer = i < s->share && score == best_score;
        if (score <= best_score && !nearer) continue;
        best = i;
        best_score = score;
    }
    if (best == BS_NO_FIGURE) return;
    bool named = likeness_to(s, best, words) > LIKENESS_NAMED;
    offer(s, best, named && own ? DOUBT_NAMED : DOUBT_ALIKE);
}

// "... of all output" where the whole stands in a table or another paragraph: its value is found by
// this share, or by that of another part in the sentence.
static void search_document(search *s)
{
    if (s->count > 0 || !bs_share__names_whole(s->view, s->part, s->share) ||
        bs_view_sentence(s->view, s->part) == NULL)
        return;
    size_t whole = whole_elsewhere(s, s->part, s->share);
    if (whole != BS_NO_FIGURE) {
        offer(s, whole, DOUBT_LAYOUT);
        return;
    }
    const bs_sentence *sentence = bs_view_sentence(s->view, s->part);
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        const bs_figure *figure = figure_at(s, i);
        if (i == s->part || figure->share == BS_NO_FIGURE ||
            !bs_figure_same_unit(figure, figure_at(s, s->part)))
            continue;
        whole = whole_elsewhere(s, i, figure->share);
        if (whole != BS_NO_FIGURE) offer(s, whole, DOUBT_SIBLING_WHOLE);
    }
}

// Where words tie a number to the share no other one is looked for. It may be a plan.
static bool offer_told(search *s, size_t whole, double doubt)
{
    if (whole == BS_NO_FIGURE || whole == s->part || !bs_figure_is_level(figure_at(s, whole)) ||
        !bs_figure_same_unit(figure_at(s, whole), figure_at(s, s->part)))
        return false;
    s->told = true;
    offer(s, whole, doubt);
    return s->count > 0;
}

static void search_wholes(search *s, bool planned)
{
    // Of what was planned or of what a country makes: no number that the sentence counts.
    bool elsewhere = planned || is_output(bs_share__whole_words(s->view, s->part, s->share));
    if (!elsewhere) search_families(s);
    if (!elsewhere && !bs_share__is_dealt(s->view, s->part, s->share)) search_text(s);
    search_name(s);
    if (!elsewhere) search_document(s);
}

static bs_status collect_prose(bs_relations *set, bs_error *err)
{
    const bs_view *view = set->view;
    bs_level_index levels;
    set->in_hundred = BS_NEW_ARRAY(set->arena, bool, view->figures.count);
    if (set->in_hundred == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    BS_TRY(bs_level_index_init(&levels, set->arena, view, err));
    for (size_t i = 0; i < view->reading->quantities.count; i++) {
        const bs_figure *figure = &view->figures.items[i];
        if (figure->sentence == SIZE_MAX || figure->quantity->origin.table != 0) continue;
        if (figure->share != BS_NO_FIGURE) BS_TRY(bs_share__check_siblings(set, i, err));
        if (figure->quantity->role != BS_ROLE_SHARE || figure->of == BS_NO_FIGURE) continue;
        if (!figure->quantity->valued || !bs_figure_is_level(&view->figures.items[figure->of]))
            continue;
        bool stated =
            figure->of == i + 1 ||
            bs_str_equal(bs_str_trim(bs_view_between(view, i - (i > 0), i)), BS_STR("的"));
        if (bs_share__is_one_of_each(view, i)) continue;
        bool planned = bs_plan_is_share(view, i);
        if (planned && !stated) continue;
        search s = {.set = set, .view = view, .levels = &levels, .share = i, .part = figure->of};
        // "15.4% of sales, against 14.7% a year ago", "compared to $14.7m, 8% of sales": of the
        // part or the whole of a year ago.
        if (bs_share__is_joint(view, s.part, i) || bs_earlier_is(view, i) ||
            bs_earlier_is_base(view, s.part) || bs_share__is_of_amount_in_front(view, s.part, i))
            continue;
        // What was reached of a plan in front is held against it by itself.
        bool plain = !planned || figure->of == i + 1;
        size_t out_of = bs_share__whole_out_of(view, s.part);
        bool near = out_of == s.part + 1 || out_of + 1 == s.part;
        bool told = plain && (offer_told(&s, bs_share__whole_beside(view, i), DOUBT_BESIDE) ||
                              offer_told(&s, out_of, near ? 0 : DOUBT_WORDS_FAR));
        // "Of the 900, 620 (69%) own one, and 310 (50%) use it": of those in front.
        if (!told || !near) search_wholes(&s, planned);
        BS_TRY(settle(&s, err));
    }
    return BS_OK;
}

bs_status bs_collect__share(bs_relations *set, bs_error *err)
{
    BS_TRY(collect_prose(set, err));
    BS_TRY(bs_share__collect_lists(set, err));
    BS_TRY(bs_share__collect_named(set, err));
    BS_TRY(bs_share__collect_planned(set, err));
    BS_TRY(bs_share__collect_structures(set, err));
    BS_TRY(bs_share__collect_tops(set, err));
    BS_TRY(bs_share__collect_totals(set, err));
    BS_TRY(bs_law_collect(set, BS_LAW_CONTRIBUTION, err));
    return bs_law_collect(set, BS_LAW_SHARE, err);
}

BS_RELATION_RUN(bs_check_share, "share")
