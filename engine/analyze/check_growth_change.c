// SPDX-License-Identifier: GPL-3.0-or-later
//
// "1,200억원(10.1%) 늘었다", "比上年增加75亿元，增长12.9%": a growth rate and the change that it
// repeats in per cent.
#include "engine/analyze/check_growth_change.h"

#include <math.h>

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_prose.h"
#include "engine/analyze/relation_rate_name.h"

enum { BESIDE_BYTES_MAX = 24 };

// The words near the levels alone say that they are of one thing.
static const double DOUBT_NEAR = 0.02;

typedef struct search {
    bs_relations *set;
    const bs_view *view;
    size_t growth;
    size_t level;
} search;

static const bs_figure *figure_at(const search *s, size_t index)
{
    return &s->view->figures.items[index];
}

// "각각 13.5%(28억 달러)와 21.9%(69억 달러)": rates that are dealt to several levels, and all are
// taken for those of one.
static bool is_dealt_alike(const search *s)
{
    const bs_sentence *sentence = bs_view_sentence(s->view, s->growth);
    const bs_figure *rate = figure_at(s, s->growth);
    bs_str front = {sentence->text.ptr, (size_t)(rate->quantity->text.ptr - sentence->text.ptr)};
    if (!bs_cue_in(BS_CUE_EACH, front)) return false;
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        const bs_figure *other = figure_at(s, i);
        if (i != s->growth && other->of == rate->of && other->quantity->role == BS_ROLE_GROWTH &&
            other->quantity->basis == rate->quantity->basis)
            return true;
    }
    return false;
}

static bool may_be_change(const search *s, size_t index)
{
    const bs_figure *rate = figure_at(s, s->growth);
    const bs_figure *change = figure_at(s, index);
    bool other = rate->quantity->basis != BS_BASIS_NONE &&
                 change->quantity->basis != BS_BASIS_NONE &&
                 rate->quantity->basis != change->quantity->basis;
    return !other && change->quantity->role == BS_ROLE_CHANGE && change->quantity->valued &&
           (change->of == rate->of || change->of == s->level) &&
           change->quantity->kind != BS_KIND_RANGE &&
           fabs(change->value) < figure_at(s, s->level)->value &&
           bs_figure_same_unit(change, figure_at(s, s->level));
}

static bool has_bracket(bs_str text, bool closing)
{
    return bs_str_has_any(text, closing ? ")|）" : "(|（");
}

// The change that a rate repeats in per cent: "比上年增加75亿元，增长12.9%", "1,200억원(10.1%)
// 늘었다", "by 5 million, or 3.2%"; behind the rate where it stands in brackets there:
// "13.5%(28억 달러)와 21.9%(69억 달러)". BS_NO_FIGURE when there is none.
static size_t change_beside(const search *s)
{
    const bs_sentence *sentence = bs_view_sentence(s->view, s->growth);
    size_t next = s->growth + 1, end = sentence->first + sentence->count;
    if (next < end && has_bracket(bs_view_between(s->view, s->growth, next), false) &&
        figure_at(s, next)->quantity->role == BS_ROLE_CHANGE)
        return may_be_change(s, next) ? next : BS_NO_FIGURE;
    if (s->growth == sentence->first || !may_be_change(s, s->growth - 1)) return BS_NO_FIGURE;
    bs_str between = bs_view_between(s->view, s->growth - 1, s->growth);
    return between.len <= BESIDE_BYTES_MAX && !has_bracket(between, true) ? s->growth - 1
                                                                          : BS_NO_FIGURE;
}

// Cuts the longest of the words that the text begins with from its front.
static bs_str past_any(bs_str text, const char *const *words)
{
    size_t longest = 0;
    for (; *words != NULL; words++) {
        bs_str word = bs_str_from(*words);
        if (word.len > longest && bs_str_starts(text, word)) longest = word.len;
    }
    return bs_str_trim(bs_str_slice(text, longest, text.len));
}

// Does the text between a rate and an amount say the rate once more: a comma or "or", and then at
// most a base of comparison and a verb?
static bool says_again(bs_str between)
{
    static const char *const joints[] = {"，即", "，", ", or by", ", or about", ", or",
                                         "or",   ",",  "、",      NULL};
    static const char *const bases[] = {"同比",   "环比",   "比上年", "较上年",
                                        "比去年", "较去年", NULL};
    static const char *const verbs[] = {"增收", "减收", "增支", "减支", "净增",
                                        "净减", "增加", "减少", NULL};
    between = bs_str_trim(between);
    bs_str rest = past_any(between, joints);
    if (rest.len == between.len) return false;
    return rest.len == 0 || bs_any_is(past_any(rest, bases), verbs);
}

// "增长2.0%，增收12亿元", "4.0%, 12억 원 늘었다", "up 4.0%, or $12 million": the change right
// behind its rate.
static size_t change_behind(const search *s)
{
    const bs_sentence *sentence = bs_view_sentence(s->view, s->growth);
    size_t next = s->growth + 1;
    if (next >= sentence->first + sentence->count || !may_be_change(s, next)) return BS_NO_FIGURE;
    return says_again(bs_view_between(s->view, s->growth, next)) ? next : BS_NO_FIGURE;
}

// "rose by 710 to 12,540, a 6.0% increase", "710명 늘어난 12,540명으로 6.0% 증가": the change right
// in front of the level that the rate stands behind.
static size_t change_in_front(const search *s)
{
    const bs_sentence *sentence = bs_view_sentence(s->view, s->growth);
    if (s->growth != s->level + 1 || s->level <= sentence->first) return BS_NO_FIGURE;
    size_t change = s->level - 1;
    return may_be_change(s, change) && figure_at(s, change)->of == s->level ? change : BS_NO_FIGURE;
}

// rate = change / level before it, where the level that it leads to is not printed: "4천
// 820명에 비하면 620명(12.9%) 늘었다", "与2008年的894万人相比，增加152万人，增长17%".
static bs_status add_change_of_base(const search *s, size_t change, bs_error *err)
{
    bool beside = change == s->level + 1 && s->growth == change + 1;
    return bs_relation_add(
        s->set,
        &(bs_relation_spec){.code = "growth",
                            .form = BS_FORM_QUOTIENT,
                            .scope = beside ? BS_SCOPE_CERTAIN : BS_SCOPE_LIKELY,
                            .doubt = beside ? 0 : DOUBT_NEAR,
                            .terms = {s->growth, change, s->level},
                            .term_count = 3,
                            .factor = bs_rate_name_turns(figure_at(s, s->growth)) ? -100 : 100,
                            .what = "the growth that the change makes"},
        err);
}

// Is the rate, as far as rounding tells, what the change is of this level?
static bool is_change_of(const search *s, size_t change, double level)
{
    const bs_figure *rate = figure_at(s, s->growth), *by = figure_at(s, change);
    if (level <= 0) return false;
    double ratio = 100 * fabs(by->value) / level;
    double off = rate->last_place / 2 +
                 (100 * by->last_place + ratio * figure_at(s, s->level)->last_place) / (2 * level);
    return fabs(ratio - fabs(rate->value)) <= off;
}

// Of the level itself, and not of what it was before? Then it is the one before the change, by
// whatever words.
static bool is_of_level(const search *s, size_t change)
{
    double level = figure_at(s, s->level)->value, by = figure_at(s, change)->value;
    return is_change_of(s, change, level) && !is_change_of(s, change, level - by) &&
           !is_change_of(s, change, level + by);
}

size_t bs_growth_change_level(const bs_view *view, size_t growth)
{
    const bs_figure *rate = &view->figures.items[growth];
    const bs_sentence *sentence = bs_view_sentence(view, growth);
    if (sentence == NULL || growth == sentence->first ||
        bs_rate_name_of(rate->quantity->indicator) == BS_RATE_NAME_NONE)
        return BS_NO_FIGURE;
    const bs_figure *change = &view->figures.items[growth - 1];
    bool beside = change->quantity->role == BS_ROLE_CHANGE && change->of != BS_NO_FIGURE &&
                  bs_figure_is_level(&view->figures.items[change->of]);
    return beside ? change->of : BS_NO_FIGURE;
}

bs_status bs_growth_change_collect(bs_relations *set, size_t growth, size_t level, bool excused,
                                   bs_error *err)
{
    static const int8_t signs[] = {1, 1, 1, -1};
    const search own = {set, set->view, growth, level}, *s = &own;
    size_t change = change_beside(s);
    if (change == BS_NO_FIGURE) change = change_behind(s);
    bool apart = change == BS_NO_FIGURE;
    if (apart) change = change_in_front(s);
    if (change == BS_NO_FIGURE || excused || is_dealt_alike(s)) return BS_OK;
    if (bs_earlier_is_base(s->view, s->level) || is_of_level(s, change))
        return add_change_of_base(s, change, err);
    if (bs_earlier_is(s->view, s->level)) return BS_OK;
    bs_relation *relation = bs_relation_push(s->set, "growth", BS_FORM_QUOTIENT, 4);
    if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    // Apart from one another they may have other bases.
    bool alike = figure_at(s, change)->quantity->basis == figure_at(s, growth)->quantity->basis;
    relation->scope = apart && !alike ? BS_SCOPE_LIKELY : BS_SCOPE_CERTAIN;
    relation->doubt = relation->scope == BS_SCOPE_LIKELY ? DOUBT_NEAR : 0;
    relation->factor = bs_rate_name_turns(figure_at(s, s->growth)) ? -100 : 100;
    relation->signs = signs;
    relation->what = "the growth that the change makes";
    relation->terms[0] = s->growth;
    relation->terms[1] = change;
    relation->terms[2] = s->level;
    relation->terms[3] = change;
    return BS_OK;
}
