// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_share_words.h"

#include <string.h>

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_plan.h"
#include "engine/analyze/relation_prose.h"
#include "engine/core/out_of.h"

enum { WORD_BYTES_BEFORE = 64, WORD_BYTES_BEHIND = 40 };

// Two names this much alike are one.
static const double LIKENESS_SAME = 0.99;
// A name that stands with a share is that of a whole where so much of it is found there.
static const double LIKENESS_NAME = 0.6;

bool bs_share__names_whole(const bs_view *view, size_t part, size_t share)
{
    if (bs_cue_in(BS_CUE_WHOLE, bs_str_tail(bs_view_between(view, part, share), WORD_BYTES_BEFORE)))
        return true;
    const bs_sentence *sentence = bs_view_sentence(view, share);
    bs_str text = view->figures.items[share].quantity->text;
    size_t at = (size_t)(text.ptr + text.len - sentence->text.ptr);
    bs_str behind = bs_str_slice(sentence->text, at, at + WORD_BYTES_BEFORE);
    size_t word = bs_cue_find(BS_CUE_WHOLE, behind, 0, NULL);
    return word != SIZE_MAX && word <= 2; // "47.8% of the total"
}

// "占外卖餐费的比重为": the words that lead to the number behind the name of the whole.
static bs_str without_verb(bs_str before)
{
    static const char *const verbs[] = {"为约", "约为", "达到", "为", "達到",
                                        "為",   "是",   "达",   "約"};
    for (size_t i = 0; i < BS_COUNT(verbs); i++) {
        bs_str one = bs_str_from(verbs[i]);
        bs_str rest = bs_str_slice(before, 0, before.len - one.len);
        if (bs_str_ends(before, one) && bs_str_ends(rest, BS_STR("比重"))) return rest;
    }
    return before;
}

// "の", "의", "的": the share is one of what stands in front.
static bool ends_as_whole(bs_str before)
{
    static const char *const tails[] = {"의", "の", "的", "比重"};
    for (size_t i = 0; i < BS_COUNT(tails); i++) {
        if (bs_str_ends(before, bs_str_from(tails[i]))) return true;
    }
    return false;
}

// Cuts off "에서 차지하는 비중은", "に占める割合は" and what follows; false where it is not there.
static bool cut_takes_up(bs_str *words)
{
    static const char *const phrases[] = {"에서 차지하는", "에 차지하는", "에서 차지한",
                                          "に占める"};
    for (size_t i = 0; i < BS_COUNT(phrases); i++) {
        size_t at = bs_str_find(*words, bs_str_from(phrases[i]), 0);
        if (at == SIZE_MAX) continue;
        *words = bs_str_slice(*words, 0, at);
        return true;
    }
    return false;
}

static bs_str words_behind(bs_str behind)
{
    behind = bs_str_trim(behind);
    if (!bs_str_starts(behind, BS_STR("of "))) return (bs_str){0};
    size_t end = 3;
    while (end < behind.len && end < WORD_BYTES_BEHIND && strchr(",.;()", behind.ptr[end]) == NULL)
        end++;
    return bs_str_slice(behind, 3, end);
}

bs_str bs_share__whole_words(const bs_view *view, size_t part, size_t share)
{
    const bs_sentence *sentence = bs_view_sentence(view, share);
    bs_str own = view->figures.items[share].quantity->text;
    size_t end = (size_t)(own.ptr + own.len - sentence->text.ptr);
    bs_str words = words_behind(bs_str_slice(sentence->text, end, sentence->text.len));
    if (words.len > 0) return words;
    size_t previous = share > sentence->first ? share - 1 : BS_NO_FIGURE;
    bs_str before =
        bs_str_trim(bs_str_tail(bs_view_between(view, previous, share), WORD_BYTES_BEFORE));
    bool taken = cut_takes_up(&before);
    before = without_verb(bs_str_behind_last(before, ",|，|、|占|전체 |총 "));
    bool named = taken || bs_share__names_whole(view, part, share) || ends_as_whole(before);
    return named ? before : (bs_str){0};
}

// "74.3% of total revenue of $60.8 billion": the name of the whole between the two.
static bool names_between(bs_str between)
{
    enum { NAME_BYTES_MAX = 48 };
    between = bs_str_trim(between);
    return between.len <= NAME_BYTES_MAX && bs_str_starts(between, BS_STR("of ")) &&
           bs_str_ends(between, BS_STR(" of")) && !bs_str_has_any(between, ",|;|(| and | or ");
}

size_t bs_share__whole_beside(const bs_view *view, size_t share)
{
    const bs_sentence *sentence = bs_view_sentence(view, share);
    if (sentence == NULL) return BS_NO_FIGURE;
    static const char *const closed[] = {")의", "）의", "）の", ")の", "）的", ")的", NULL};
    if (share > sentence->first && bs_plan_is_held(view, share - 1)) return share - 1;
    // "全体（32万台）の2割"
    if (share > sentence->first &&
        bs_any_is(bs_str_trim(bs_view_between(view, share - 1, share)), closed))
        return share - 1;
    bool last = share + 1 >= sentence->first + sentence->count;
    bs_str between = last ? (bs_str){0} : bs_view_between(view, share, share + 1);
    return bs_out_of_turns(between) || names_between(between) ? share + 1 : BS_NO_FIGURE;
}

// "66 of the 120 schools", "66 (55%) of the 120 schools".
static size_t whole_behind(const bs_view *view, const bs_sentence *sentence, size_t part)
{
    size_t end = sentence->first + sentence->count;
    for (size_t next = part + 1; next < end && next <= part + 2; next++) {
        bs_str between = bs_str_trim(bs_view_between(view, next - 1, next));
        if (next == part + 2 && !bs_str_starts(between, BS_STR(")"))) break;
        if (next == part + 2) between = bs_str_slice(between, 1, between.len);
        if (bs_figure_is_level(&view->figures.items[next]) && bs_out_of_turns(between)) return next;
    }
    return BS_NO_FIGURE;
}

size_t bs_share__whole_out_of(const bs_view *view, size_t part)
{
    const bs_sentence *sentence = bs_view_sentence(view, part);
    if (sentence == NULL) return BS_NO_FIGURE;
    size_t before = part > sentence->first ? part - 1 : BS_NO_FIGURE;
    if (bs_cue_in(BS_CUE_OF_WHICH, bs_view_between(view, before, part)) && before != BS_NO_FIGURE &&
        !bs_figure_is_level(&view->figures.items[before]))
        return BS_NO_FIGURE; // "3,120 (65%), of which 1,560 (50%)"
    for (size_t i = part; i-- > sentence->first;) {
        const bs_figure *figure = &view->figures.items[i];
        if (figure->quantity->role == BS_ROLE_SHARE || figure->share != BS_NO_FIGURE) continue;
        if (!bs_figure_is_level(figure)) break;
        bool whole = bs_out_of_joins(bs_view_between(view, i, i + 1)) ||
                     bs_out_of_opens(bs_view_front(view, i, WORD_BYTES_BEFORE));
        if (whole) return i;
        break;
    }
    return whole_behind(view, sentence, part);
}

// "전체의", "총액의", "全体の", and "전체 수출의": words for all.
static bool calls_all(bs_str words)
{
    static const char *const alone[] = {"총", "합계", "총액", "합계액", "合計", "総額", "総数"};
    static const char *const fronts[] = {"전체", "총 ", "이 중", "全", "総"};
    for (size_t i = 0; i < BS_COUNT(alone); i++) {
        if (bs_str_equal(words, bs_str_from(alone[i]))) return true;
    }
    for (size_t i = 0; i < BS_COUNT(fronts); i++) {
        if (bs_str_starts(words, bs_str_from(fronts[i]))) return true;
    }
    return false;
}

// What stands between an amount and its share, in front of "의" or "の" inside of the bracket that
// the share stands in; empty where it is not so.
static bs_str words_in_bracket(bs_str between)
{
    bs_str words = bs_str_trim(between);
    bool wide = bs_str_starts(words, BS_STR("（"));
    if (!wide && !bs_str_starts(words, BS_STR("("))) return (bs_str){0};
    if (!bs_str_ends(words, BS_STR("의")) && !bs_str_ends(words, BS_STR("の"))) return (bs_str){0};
    size_t open = wide ? strlen("（") : 1, end = words.len - strlen("의");
    return end > open ? bs_str_trim(bs_str_slice(words, open, end)) : (bs_str){0};
}

bool bs_share__is_of_other(const bs_view *view, size_t part, size_t share, size_t whole)
{
    if (part + 1 != share) return false;
    bs_str words = words_in_bracket(bs_view_between(view, part, share));
    if (words.len == 0 || calls_all(words)) return false;
    if (whole == BS_NO_FIGURE) return true;
    const bs_quantity *quantity = view->figures.items[whole].quantity;
    return bs_name_share(words, quantity->indicator) < LIKENESS_NAME &&
           bs_name_share(words, quantity->subject) < LIKENESS_NAME;
}

// "社会保障関係費1,684億円で、義務的経費が全体の52.7％を占める": the share is that of a name of its
// own, which stands between the number and the word for the whole.
bool bs_share__has_own_name(const bs_view *view, size_t part, size_t share)
{
    static const char *const topics[] = {"が全体",  "は全体",  "이 전체", "가 전체",
                                         "은 전체", "는 전체", "占全部",  "占总"};
    if (part >= share) return false;
    bs_str between = bs_view_between(view, part, share);
    bs_str clause = bs_str_trim(bs_str_behind_last(between, "、|，|, "));
    if (clause.len == between.len) return false;
    // "264,000 came by post, with rural ones representing 47.2 percent"
    static const char *const verbs[] = {" representing", " accounting for", " making up",
                                        " comprising"};
    bool with = bs_str_starts(clause, BS_STR("with "));
    for (size_t i = 0; with && i < BS_COUNT(verbs); i++) {
        if (bs_str_ends(clause, bs_str_from(verbs[i]))) return true;
    }
    const bs_quantity *quantity = view->figures.items[part].quantity;
    for (size_t i = 0; i < BS_COUNT(topics); i++) {
        size_t at = bs_str_find(clause, bs_str_from(topics[i]), 0);
        if (at == SIZE_MAX || at == 0) continue;
        bs_str name = bs_str_slice(clause, 0, at);
        return bs_name_likeness(name, quantity->indicator) < LIKENESS_SAME &&
               bs_name_likeness(name, quantity->subject) < LIKENESS_SAME;
    }
    return false;
}

// "A sold 983, B 1,609; together they made up 35.8%": a share of several parts.
bool bs_share__is_joint(const bs_view *view, size_t part, size_t share)
{
    return bs_cue_in(BS_CUE_TOGETHER, bs_view_between(view, part, share));
}

// "借款46.7億港元，其中約六成須於一年內償還", "观众15.8万人次，其中外地观众占七成": the share is
// one of the amount in front of the words.
bool bs_share__is_of_amount_in_front(const bs_view *view, size_t part, size_t share)
{
    static const char before_name[] = "其中|이 중|그중|うち";
    static const char *const at_end[] = {"of which", "of which about", NULL};
    if (part > share) return false;
    bs_str between = bs_view_between(view, part, share);
    return bs_str_has_any(between, before_name) || bs_any_ends(between, at_end);
}

// "分别实现收入14.62亿元、11.75亿元，占比分别为44.5%、35.8%": members of a list are no whole of one
// another.
bool bs_share__is_dealt(const bs_view *view, size_t part, size_t share)
{
    return bs_view_sentence(view, share) != NULL &&
           bs_cue_in(BS_CUE_EACH, bs_view_between(view, part, share));
}
