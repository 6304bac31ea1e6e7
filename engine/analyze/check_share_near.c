// SPDX-License-Identifier: GPL-3.0-or-later
//
// The wholes near a share: in its sentence, in those in front, in the passage that it stands under.
#include <math.h>

#include "engine/analyze/check_share_search.h"
#include "engine/analyze/check_share_set.h"
#include "engine/analyze/check_share_siblings.h"
#include "engine/analyze/check_share_words.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_prose.h"

enum {
    SENTENCES_BACK = 2,
    PASSAGES_BACK = 2,
    LISTED_MAX = 16,            // figures behind one that may be of its list
    OFFERED_SENTENCES_MAX = 12, // of another passage
    OFFERED_MAX = 48,           // figures of the share's own sentence on either side
};

// Where the words name the whole, and it is far away or the words say so twice.
static const double DOUBT_WORDS_FAR = 0.01;
static const double DOUBT_WORDS_TWICE = 1e-3;
// A stated share that is this many times too large or small is of another whole, or has a slip.
static const double RATIO_FAR = 3;
// A list that is so many times a number does not make it up, even with a slip in a small part.
static const double LIST_TIMES = 1.25;
// In another sentence, a number so many times smaller than the part is of something else.
static const double SMALL_WHOLE = 2;

// A bound ("more than 3,800") or a target is no whole of what was reached.
bool bs_share__is_reached(const bs_share_search *s, const bs_figure *whole)
{
    bool open = whole->quantity->qualifier != BS_EXACT && whole->quantity->qualifier != BS_APPROX;
    bool planned = whole->quantity->status == BS_STATUS_TARGET ||
                   whole->quantity->status == BS_STATUS_FORECAST;
    return !open &&
           (!planned || whole->quantity->status == bs_share__figure(s, s->part)->quantity->status);
}

bool bs_share__may_be_whole(const bs_share_search *s, size_t index)
{
    const bs_figure *figure = bs_share__figure(s, index);
    const bs_figure *part = bs_share__figure(s, s->part);
    if (index == s->part || !bs_figure_is_level(figure) || !bs_share__is_reached(s, figure))
        return false;
    if (!bs_figure_same_unit(figure, part) || !bs_figure_same_period(figure, part)) return false;
    bool balance = bs_cue_in(BS_CUE_BALANCE, figure->quantity->indicator) &&
                   !bs_cue_in(BS_CUE_BALANCE, part->quantity->indicator);
    return !balance && figure->quantity->unit.ptr[0] != '%' && !bs_earlier_is(s->view, index);
}

// How far the printed share is from the one of this whole, as a factor of at least 1.
static double distance(const bs_share_search *s, size_t whole)
{
    double part = bs_share__figure(s, s->part)->value;
    double ratio =
        100 * part / bs_share__figure(s, whole)->value / bs_share__figure(s, s->share)->value;
    if (!isfinite(ratio) || ratio <= 0) return INFINITY;
    return ratio > 1 ? ratio : 1 / ratio;
}

// "占全口径发电量的33.9%" and a number of output: the words count the whole in another way.
static bool is_counted_otherwise(const bs_share_search *s, size_t whole)
{
    bs_str words = bs_share__whole_words(s->view, s->part, s->share);
    return bs_cue_in(BS_CUE_REBASED, words) &&
           !bs_cue_in(BS_CUE_REBASED, bs_share__figure(s, whole)->quantity->indicator);
}

void bs_share__offer(bs_share_search *s, size_t whole, double doubt)
{
    if (bs_share__is_of_other(s->view, s->part, s->share, whole)) return;
    if (doubt == 0 && distance(s, whole) > RATIO_FAR)
        doubt = s->told          ? BS_SHARE_DOUBT_NAMED
                : s->words_twice ? DOUBT_WORDS_TWICE
                                 : DOUBT_WORDS_FAR;
    for (size_t i = 0; i < s->count; i++) {
        if (s->found[i].whole != whole) continue;
        s->found[i].doubt = fmin(s->found[i].doubt, doubt);
        return;
    }
    if (is_counted_otherwise(s, whole)) doubt = fmax(doubt, BS_SHARE_DOUBT_LAYOUT);
    if (s->count < BS_SHARE_CANDIDATES_MAX)
        s->found[s->count++] = (bs_share_candidate){whole, doubt};
}

static size_t count_wholes(const bs_share_search *s, const bs_sentence *sentence)
{
    size_t count = 0;
    size_t most = sentence->count < OFFERED_MAX ? sentence->count : OFFERED_MAX;
    for (size_t i = sentence->first; i < sentence->first + most; i++)
        count += bs_share__may_be_whole(s, i);
    return count;
}

// "Wind 44.8 TWh. Solar 6.9, nuclear 20.1. Gas 36.7 TWh, or 28% of the total": a number that those
// behind it and the part exceed together is one of the list, and not their whole.
static bool is_one_of_list(const bs_share_search *s, size_t whole)
{
    double sum = bs_share__figure(s, s->part)->value;
    bool listed = false;
    for (size_t i = whole + 1; i < s->part && i <= whole + LISTED_MAX; i++) {
        if (!bs_share__may_be_whole(s, i)) continue;
        listed = true;
        sum += bs_share__figure(s, i)->value;
    }
    return listed && sum > LIST_TIMES * bs_share__figure(s, whole)->value;
}

// "貴賓百家樂170.4億元，佔總收入的27.2%；中場百家樂373.8億元": the words call the whole by a name,
// and a number behind the share has another one.
static bool is_called_otherwise(const bs_share_search *s, size_t whole)
{
    if (whole < s->share) return false;
    bs_str words = bs_share__whole_words(s->view, s->part, s->share);
    const bs_quantity *quantity = bs_share__figure(s, whole)->quantity;
    return words.len > 0 && quantity->indicator.len > 0 &&
           bs_name_share(words, quantity->indicator) < BS_SHARE_LIKENESS_MIN &&
           bs_name_share(words, quantity->subject) < BS_SHARE_LIKENESS_MIN &&
           !bs_cue_heads(BS_CUE_TOTAL, quantity->indicator);
}

// "운전자 가운데 고령자가 31.4%(520명)": the number in the bracket of a share is the part of that.
static bool is_lesser_part(const bs_share_search *s, size_t index)
{
    const bs_figure *own = bs_share__figure(s, index);
    const bs_figure *before = index > 0 ? own - 1 : NULL;
    if (before == NULL || before->sentence != own->sentence) return false;
    if (own->value >= bs_share__figure(s, s->part)->value ||
        !bs_str_starts(before->quantity->unit, BS_STR("%")))
        return false;
    bs_str between = bs_str_trim(bs_view_between(s->view, index - 1, index));
    return bs_str_equal(between, BS_STR("(")) || bs_str_equal(between, BS_STR("（"));
}

// Offers the wholes of a sentence. In the part's own sentence a number with a share of its own is
// another part; in another one, of several numbers the smaller ones are other parts.
static void offer_sentence(bs_share_search *s, size_t index, double doubt)
{
    const bs_sentence *sentence = &s->view->sentences.items[index];
    bool own = index == bs_share__figure(s, s->part)->sentence;
    bool named = bs_share__names_whole(s->view, s->part, s->share);
    double times = !own && count_wholes(s, sentence) > 1 ? 1 : SMALL_WHOLE;
    size_t first = sentence->first, end = sentence->first + sentence->count;
    // A sentence without an end is no list of wholes.
    if (own && s->share > first + OFFERED_MAX) first = s->share - OFFERED_MAX;
    if (own && end > s->share + OFFERED_MAX) end = s->share + OFFERED_MAX;
    for (size_t i = first; i < end; i++) {
        if (!bs_share__may_be_whole(s, i) || (own && bs_share__figure(s, i)->share != BS_NO_FIGURE))
            continue;
        bool small = bs_share__figure(s, i)->value * times < bs_share__figure(s, s->part)->value;
        if (!own && small) continue;
        if (own && is_lesser_part(s, i)) continue;
        if (own && bs_share__is_named_part(s->view, s->part, s->share, i)) continue;
        bool other = is_one_of_list(s, i) || is_called_otherwise(s, i) ||
                     (!named && bs_share__is_of_other_set(s->view, s->part, s->share, i));
        bs_share__offer(s, i, other ? BS_SHARE_DOUBT_LAYOUT : doubt);
    }
}

static bool announces_part(const bs_share_search *s)
{
    // "9,920 of them, or 46%" says it behind the part.
    return bs_cue_in(BS_CUE_OF_WHICH, bs_view_between(s->view, BS_NO_FIGURE, s->part)) ||
           bs_cue_in(BS_CUE_OF_WHICH, bs_view_between(s->view, s->part, s->share));
}

void bs_share__search_families(bs_share_search *s)
{
    size_t index = s->set->family_of[s->part];
    if (index == 0) return;
    const bs_family *family = &s->set->families.items[index - 1];
    // Half of a whole is the sum of the other parts by accident; its share says that it is a part.
    if (bs_share__figure(s, family->whole)->share != BS_NO_FIGURE) return;
    if (family->exhaustive && bs_share__may_be_whole(s, family->whole))
        bs_share__offer(s, family->whole, 0);
}

// The last sentence of a passage that has a whole to offer.
static void offer_passage(bs_share_search *s, size_t passage, double doubt)
{
    const bs_passage *item = &s->view->passages.items[passage];
    size_t end = item->first + item->count;
    size_t first = item->count > OFFERED_SENTENCES_MAX ? end - OFFERED_SENTENCES_MAX : item->first;
    for (size_t i = end; i-- > first && s->count == 0;)
        offer_sentence(s, i, doubt);
}

void bs_share__search_near(bs_share_search *s)
{
    size_t own = bs_share__figure(s, s->part)->sentence;
    if (bs_share__has_own_name(s->view, s->part, s->share)) return;
    if (own == SIZE_MAX || bs_share__figure(s, s->share)->sentence == SIZE_MAX) return;
    bool named = bs_share__names_whole(s->view, s->part, s->share);
    bool announced = announces_part(s);
    bool words = named || announced;
    s->words_twice = named && announced;
    offer_sentence(s, own, words ? 0 : BS_SHARE_DOUBT_LAYOUT);
    if (s->count > 0) return;
    size_t passage = bs_view_passage(s->view, own);
    if (passage == SIZE_MAX) return;
    size_t first = s->view->passages.items[passage].first;
    for (size_t i = own; i-- > first && own - i <= SENTENCES_BACK && s->count == 0;)
        offer_sentence(s, i, words ? 0 : BS_SHARE_DOUBT_LAYOUT);
    if (s->count > 0) return;
    // "Of these ..." at the start of an item speaks of the one before it.
    if (announced && own == first && passage > 0) offer_passage(s, passage - 1, 0);
    size_t parent = bs_view_parent(s->view, passage);
    if (parent != SIZE_MAX) offer_passage(s, parent, words ? 0 : BS_SHARE_DOUBT_LAYOUT);
    for (size_t i = passage; i-- > 0 && passage - i <= PASSAGES_BACK && s->count == 0;) {
        if (s->view->passages.items[passage].block - s->view->passages.items[i].block >
            2 * (passage - i))
            break;
        offer_passage(s, i, words ? DOUBT_WORDS_FAR : BS_SHARE_DOUBT_LAYOUT);
    }
}
