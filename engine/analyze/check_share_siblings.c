// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_share_siblings.h"

#include <math.h>

#include "engine/analyze/check_share_words.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"

enum { SIBLINGS_MAX = 24 };

// Shares that add up to 100 by chance, though their wholes differ: two of them, and more.
static const double DOUBT_PAIR = 0.03;
static const double DOUBT_SIBLINGS = 0.005;

// Shares of at least so many parts need not add up to 100 when they are rounded.
enum { ADJUSTED_MIN = 3 };

bool bs_share__is_adjusted(const bs_view *view, const size_t *shares, const size_t *parts,
                           size_t count, size_t which)
{
    const bs_figure *figures = view->figures.items;
    double sum = 0, whole = 0;
    for (size_t i = 0; i < count; i++) {
        sum += figures[shares[i]].value;
        whole += figures[parts[i]].value;
    }
    const bs_figure *share = &figures[shares[which]];
    double off = fabs(100 * figures[parts[which]].value / whole - share->value);
    return count >= ADJUSTED_MIN && fabs(sum - 100) < share->last_place / 100 &&
           off > share->last_place / 2 && off < share->last_place;
}

// Notes the parts of a list where every share fits.
static void note_hundred(bs_relations *set, const size_t *shares, const size_t *parts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t terms[SIBLINGS_MAX + 2] = {set->view->figures.items[parts[i]].share, parts[i]};
        memcpy(terms + 2, parts, count * sizeof *parts);
        bs_relation share = {
            .form = BS_FORM_QUOTIENT, .terms = terms, .term_count = count + 2, .factor = 100};
        if (!bs_relation_holds(set->view, &share) &&
            !bs_share__is_adjusted(set->view, shares, parts, count, i))
            return;
    }
    for (size_t i = 0; i < count; i++)
        set->in_hundred[parts[i]] = true;
}

// Parts with shares that are all there are, of a whole that is not printed.
static bs_status collect_unstated(bs_relations *set, const size_t *parts, size_t count,
                                  bs_error *err)
{
    const bs_figure *figures = set->view->figures.items;
    size_t shares[SIBLINGS_MAX];
    for (size_t i = 0; i < count; i++)
        shares[i] = figures[parts[i]].share;
    note_hundred(set, shares, parts, count);
    size_t family = set->family_of[parts[0]];
    bool known = family != 0 && set->families.items[family - 1].exhaustive;
    for (size_t i = 0; i < count; i++) {
        if (bs_share__is_adjusted(set->view, shares, parts, count, i)) continue;
        bs_relation *relation = bs_relation_push(set, "share", BS_FORM_QUOTIENT, count + 2);
        if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        relation->scope = known ? BS_SCOPE_CERTAIN : BS_SCOPE_LIKELY;
        relation->doubt = known ? 0 : count > 2 ? DOUBT_SIBLINGS : DOUBT_PAIR;
        relation->factor = 100;
        relation->what = "the share of the part in all parts";
        relation->terms[0] = figures[parts[i]].share;
        relation->terms[1] = parts[i];
        memcpy(relation->terms + 2, parts, count * sizeof *parts);
    }
    return BS_OK;
}

// Figures with shares in the items of one list, or in one sentence, in one unit: when their shares
// add up to 100, each is held against their sum. Seen from the first of them.
static bs_status siblings_of(bs_relations *set, size_t first, size_t end, bs_error *err)
{
    const bs_figure *figures = set->view->figures.items;
    size_t parts[SIBLINGS_MAX];
    size_t count = 0;
    bs_span sum = {0, 0};
    for (size_t i = first; i < end && count < SIBLINGS_MAX; i++) {
        if (figures[i].share == BS_NO_FIGURE || figures[i].sentence == SIZE_MAX) continue;
        if (!bs_figure_is_level(&figures[i]) || !bs_figure_same_unit(&figures[i], &figures[first]))
            continue;
        // "60곳(50%)이 충족했고, 이 중 30곳(50%)은": a part of the one in front.
        if (count > 0 && bs_cue_turns_to_part(bs_view_between(set->view, i - 1, i))) continue;
        parts[count++] = i;
        sum = bs_span_add(sum, figures[figures[i].share].narrow);
        if (count >= 2 && bs_span_holds(sum, 100)) return collect_unstated(set, parts, count, err);
        if (sum.low > 100) return BS_OK;
    }
    return BS_OK;
}

// The figures that siblings of figure `index` may be among: two passages on, at most.
static size_t reach_of(const bs_view *view, size_t index)
{
    size_t passage = bs_view_passage(view, view->figures.items[index].sentence);
    if (passage == SIZE_MAX) return index;
    size_t last = passage;
    const bs_passage *own = &view->passages.items[passage];
    while (own->kind == BS_BLOCK_LIST_ITEM && last + 1 < view->passages.count &&
           last - passage < SIBLINGS_MAX) {
        const bs_passage *next = &view->passages.items[last + 1];
        if (next->kind != BS_BLOCK_LIST_ITEM || next->level != own->level) break;
        last++;
    }
    const bs_passage *end = &view->passages.items[last];
    const bs_sentence *sentence = &view->sentences.items[end->first + end->count - 1];
    return sentence->first + sentence->count;
}

bool bs_share__is_named_part(const bs_view *view, size_t part, size_t share, size_t index)
{
    bs_str words = bs_share__whole_words(view, part, share);
    const bs_quantity *other = view->figures.items[index].quantity;
    for (size_t i = index + 1; words.len > 0 && other->indicator.len > 0 && i < part; i++) {
        const bs_quantity *named = view->figures.items[i].quantity;
        if (named->role == BS_ROLE_SHARE && bs_str_equal(named->subject, other->indicator) &&
            bs_str_find(named->indicator, words, 0) != SIZE_MAX)
            return true;
    }
    return false;
}

bs_status bs_share__check_siblings(bs_relations *set, size_t first, bs_error *err)
{
    return siblings_of(set, first, reach_of(set->view, first), err);
}

bool bs_share__is_one_of_each(const bs_view *view, size_t share)
{
    const bs_figure *own = &view->figures.items[share];
    return view->figures.items[own->of].sentence != own->sentence &&
           bs_cue_in(BS_CUE_EACH, view->sentences.items[own->sentence].text);
}
