// SPDX-License-Identifier: GPL-3.0-or-later
//
// share: part / whole = stated share, in text and in tables.
#include <math.h>

#include "engine/analyze/check_internal.h"
#include "engine/analyze/check_share_list.h"
#include "engine/analyze/check_share_named.h"
#include "engine/analyze/check_share_planned.h"
#include "engine/analyze/check_share_search.h"
#include "engine/analyze/check_share_set.h"
#include "engine/analyze/check_share_siblings.h"
#include "engine/analyze/check_share_structure.h"
#include "engine/analyze/check_share_top.h"
#include "engine/analyze/check_share_total.h"
#include "engine/analyze/check_share_words.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_law.h"
#include "engine/analyze/relation_plan.h"
#include "engine/analyze/relation_prose.h"

// The whole stands right beside its share, and the part is the amount nearest to the two.
static const double DOUBT_BESIDE = 2e-3;
// The words that name the whole stand in front of it in the sentence.
static const double DOUBT_OUT_OF_FAR = 0.01;

static bs_status add(bs_share_search *s, const bs_share_candidate *c, bs_scope scope, bs_error *err)
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

// "漁業は4兆円で総額の62%にあたる。うち貝は1兆1千億円で17%": a whole that says its own share of a
// greater one; the share is of that one if it fits there.
static bool is_of_greater_whole(const bs_share_search *s, size_t whole)
{
    const bs_figure *own = bs_share__figure(s, whole);
    if (own->share == BS_NO_FIGURE || own->share == s->share) return false;
    bs_span greater = bs_span_div(own->wide, bs_share__figure(s, own->share)->wide);
    bs_span of_greater = bs_span_div(bs_share__figure(s, s->part)->wide, greater);
    return bs_span_meets(of_greater, bs_share__figure(s, s->share)->wide);
}

// "某市接待5200万人次。景区接待3100万人次。星级景区2600万人次，占全市总量50%": the words name a
// whole, and the number beside is not called so.
static bool is_not_named(const bs_share_search *s, size_t whole)
{
    bs_str words = bs_share__whole_words(s->view, s->part, s->share);
    const bs_quantity *quantity = bs_share__figure(s, whole)->quantity;
    return words.len > 0 && bs_name_share(words, quantity->indicator) < BS_SHARE_LIKENESS_MIN &&
           !bs_cue_heads(BS_CUE_TOTAL, quantity->indicator);
}

// A whole that the share fits is the whole; otherwise the first candidate is, if the others are
// not as good.
static bs_status settle(bs_share_search *s, bs_error *err)
{
    const bs_share_candidate *best = NULL;
    for (size_t i = 0; i < s->count; i++) {
        size_t terms[] = {s->share, s->part, s->found[i].whole};
        bs_relation trial = {
            .form = BS_FORM_QUOTIENT, .terms = terms, .term_count = 3, .factor = 100};
        if (bs_relation_holds(s->view, &trial)) return add(s, &s->found[i], BS_SCOPE_CERTAIN, err);
        bool larger =
            bs_share__figure(s, s->found[i].whole)->value > bs_share__figure(s, s->part)->value;
        if (best == NULL || (larger && s->found[i].doubt < best->doubt)) best = &s->found[i];
    }
    if (best == NULL) return BS_OK;
    bs_share_candidate chosen = *best;
    for (size_t i = 0; i < s->count; i++) {
        // Two different numbers that may be the whole: which one is meant is not certain.
        if (bs_share__figure(s, s->found[i].whole)->value < bs_share__figure(s, s->part)->value)
            continue;
        if (s->found[i].whole != chosen.whole && s->found[i].doubt <= chosen.doubt &&
            bs_share__figure(s, s->found[i].whole)->value !=
                bs_share__figure(s, chosen.whole)->value)
            chosen.doubt = fmax(chosen.doubt, BS_SHARE_DOUBT_LAYOUT);
    }
    if (chosen.doubt > 0 && s->set->in_hundred[s->part]) return BS_OK;
    if (is_of_greater_whole(s, chosen.whole)) return add(s, &chosen, BS_SCOPE_HINT, err);
    // "부산항 2,440, ... 환적 1,350으로 전체의 55.3%": a nearer whole than that of the country.
    size_t other = bs_share__whole_elsewhere(s, s->part, s->share);
    if (other != BS_NO_FIGURE && other < s->part &&
        (other > chosen.whole || is_not_named(s, chosen.whole)))
        return add(s, &(bs_share_candidate){other, 0}, BS_SCOPE_HINT, err);
    // A part larger than the only number that may be the whole: that may not be meant.
    if (!s->told && bs_share__figure(s, chosen.whole)->value < bs_share__figure(s, s->part)->value)
        chosen.doubt = fmax(chosen.doubt, BS_SHARE_DOUBT_LAYOUT);
    return add(s, &chosen, chosen.doubt > 0 ? BS_SCOPE_LIKELY : BS_SCOPE_CERTAIN, err);
}

// Where words tie a number to the share no other one is looked for. It may be a plan.
static bool offer_told(bs_share_search *s, size_t whole, double doubt)
{
    if (whole == BS_NO_FIGURE || whole == s->part ||
        !bs_figure_is_level(bs_share__figure(s, whole)) ||
        !bs_figure_same_unit(bs_share__figure(s, whole), bs_share__figure(s, s->part)))
        return false;
    s->told = true;
    bs_share__offer(s, whole, doubt);
    return s->count > 0;
}

static void search_wholes(bs_share_search *s, bool planned)
{
    // Of what was planned or of what a country makes: no number that the sentence counts.
    bool elsewhere =
        planned || bs_share__is_output(bs_share__whole_words(s->view, s->part, s->share));
    if (!elsewhere) bs_share__search_families(s);
    if (!elsewhere && !bs_share__is_dealt(s->view, s->part, s->share)) bs_share__search_near(s);
    bs_share__search_called(s);
    if (!elsewhere) bs_share__search_valued(s);
}

// "board makes up the remaining 36%, or 180,000 tonnes": the part of share `share`, said again
// behind it; `part`, in front of it, where there is none.
static size_t part_said_again(const bs_view *view, size_t share, size_t part)
{
    const bs_sentence *sentence = bs_view_sentence(view, share);
    size_t next = share + 1;
    if (part >= share || sentence == NULL || next >= sentence->first + sentence->count) return part;
    const bs_figure *again = &view->figures.items[next];
    bool apposed = bs_str_equal(bs_view_between(view, share, next), BS_STR(", or ")) &&
                   bs_figure_is_level(again);
    bs_str unit = view->figures.items[part].quantity->unit;
    return apposed && bs_str_equal(again->quantity->unit, unit) ? next : part;
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
        bs_share_search s = {
            .set = set, .view = view, .levels = &levels, .share = i, .part = figure->of};
        s.part = part_said_again(view, i, figure->of);
        // "15.4% of sales, against 14.7% a year ago", "compared to $14.7m, 8% of sales": of the
        // part or the whole of a year ago.
        if (bs_share__is_joint(view, s.part, i) || bs_earlier_is(view, i) ||
            bs_earlier_is_base(view, s.part) || bs_share__is_of_amount_in_front(view, s.part, i))
            continue;
        // What was reached of a plan in front is held against it by itself.
        bool plain = !planned || figure->of == i + 1;
        size_t out_of = bs_share__whole_out_of(view, s.part);
        if (bs_share__is_of_other_set(view, s.part, i, out_of)) out_of = BS_NO_FIGURE;
        bool near = out_of == s.part + 1 || out_of + 1 == s.part;
        bool told = plain && (offer_told(&s, bs_share__whole_beside(view, i), DOUBT_BESIDE) ||
                              offer_told(&s, out_of, near ? 0 : DOUBT_OUT_OF_FAR));
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
