// SPDX-License-Identifier: GPL-3.0-or-later
//
// "Owners 745 thousand (58.0%), tenants 371 thousand (28.9%), others 168 thousand (13.1%)": that
// percentages in parentheses are shares is not taken from their form. It is seen where most of them
// are the share of their number in one whole, or in the sum of all. The list may also be one of
// items, with a number and its share each.
#include "engine/analyze/check_share_list.h"

#include <math.h>

#include "engine/analyze/check_share_siblings.h"
#include "engine/analyze/check_share_words.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_prose.h"
#include "engine/base/utf8.h"

enum {
    PAIRS_MAX = 12,
    WHOLES_MAX = 8,
    SENTENCES_BACK = 2,
    FAR_MAX = 300, // in figures
    ASIDE_BYTES_MAX = 40,
    EACH_BYTES_MAX = 8,
    JOIN_BYTES_MAX = 8,
    ITEM_PAIRS_MAX = 3,
    ITEM_BLOCKS_MAX = 2
};

// Evidence that a list of two, and of more, needs from the shares that fit.
static const double BITS_PAIR = 7;
static const double BITS_LIST = 12;
// The same where the whole was looked for everywhere, beside what the search costs.
static const double BITS_FAR = 8;
// Chance that the other share of two is of something else.
static const double DOUBT_PAIR = 0.01;
// The same where words deal out the shares, or the two make up a whole.
static const double DOUBT_SURE_PAIR = 1e-3;
// Chance that a level in front of parts that are all there are is not their sum.
static const double DOUBT_WHOLE = 0.05;
// The same for a whole that is printed elsewhere, and that most shares fit.
static const double DOUBT_FAR = 1e-3;
// A whole is not more times as large as the largest part than this.
static const double WHOLE_RATIO_MAX = 50;

typedef struct share_list {
    bs_relations *set;
    size_t parts[PAIRS_MAX];
    size_t shares[PAIRS_MAX];
    size_t count;
    bool ordered;              // words say which share is of which part
    size_t wholes[WHOLES_MAX]; // levels that may be the whole, nearest last
    size_t whole_count;
} share_list;

typedef struct fit {
    size_t whole; // BS_NO_FIGURE: the sum of the parts
    size_t held;
    double bits;
} fit;

static const bs_figure *figure_at(const share_list *l, size_t index)
{
    return &l->set->view->figures.items[index];
}

static bool is_open(uint32_t code)
{
    return code == '(' || code == 0xFF08;
}

static bool is_close(uint32_t code)
{
    return code == ')' || code == 0xFF09;
}

// "(18.6% of the population)": no other number stands before the parenthesis ends.
static bool closes(bs_str rest)
{
    for (size_t at = 0; at < rest.len && at < ASIDE_BYTES_MAX;) {
        bs_rune rune = bs_utf8_decode(rest, at);
        uint32_t code = bs_rune_fold_width(rune.code);
        if (is_close(code)) return true;
        if ((code >= '0' && code <= '9') || is_open(code)) return false;
        at += rune.len;
    }
    return false;
}

// "(", "（構成比", "（全国合計の", "（同".
static bool opens(bs_str between)
{
    bs_rune open = bs_utf8_decode(between, 0);
    if (open.len == 0 || !is_open(bs_rune_fold_width(open.code))) return false;
    bs_str rest = bs_str_trim(bs_str_slice(between, open.len, between.len));
    bool whole = bs_str_ends(rest, BS_STR("の")) && bs_cue_in(BS_CUE_TOTAL, rest);
    return rest.len == 0 || whole || bs_str_equal(rest, BS_STR("同")) ||
           bs_cue_is(BS_CUE_SHARE, rest);
}

// "41518人，占27.20%；": the share is told in a clause of its own, and of what is not.
static bool is_told(const share_list *l, size_t part)
{
    bs_str between = bs_str_trim(bs_view_between(l->set->view, part, part + 1));
    return figure_at(l, part)->share == part + 1 &&
           (bs_str_equal(between, BS_STR("，占")) || bs_str_equal(between, BS_STR(",占")) ||
            bs_str_equal(between, BS_STR("，佔")));
}

static bool may_be_share(const share_list *l, size_t index)
{
    const bs_quantity *quantity = figure_at(l, index)->quantity;
    return quantity->valued && quantity->kind == BS_KIND_PERCENT &&
           (quantity->role == BS_ROLE_LEVEL || quantity->role == BS_ROLE_SHARE) &&
           bs_str_equal(quantity->unit, BS_STR("%")) && figure_at(l, index)->value >= 0;
}

// "Germany (£214.6 million, 16.4% of the total)": both stand in one parenthesis.
static bool is_inside(const share_list *l, const bs_sentence *sentence, size_t part)
{
    bs_str between = bs_str_trim(bs_view_between(l->set->view, part, part + 1));
    bool comma = bs_str_equal(between, BS_STR(",")) || bs_str_equal(between, BS_STR("，")) ||
                 bs_str_equal(between, BS_STR("、"));
    const char *start = figure_at(l, part)->quantity->text.ptr;
    size_t at = (size_t)(start - sentence->text.ptr);
    bs_rune before = bs_utf8_decode_before(sentence->text, at);
    return comma && before.len > 0 && is_open(bs_rune_fold_width(before.code));
}

// The figure behind `part` in parentheses of its own, or of both, where it may be a share.
static bool is_pair(const share_list *l, const bs_sentence *sentence, size_t part)
{
    const bs_view *view = l->set->view;
    size_t share = part + 1;
    if (share >= sentence->first + sentence->count || !bs_figure_is_level(figure_at(l, part)) ||
        !may_be_share(l, share))
        return false;
    const bs_quantity *quantity = figure_at(l, share)->quantity;
    size_t at = (size_t)(quantity->text.ptr + quantity->text.len - sentence->text.ptr);
    bool together =
        opens(bs_str_trim(bs_view_between(view, part, share))) || is_inside(l, sentence, part);
    return is_told(l, part) ||
           (together && closes(bs_str_slice(sentence->text, at, sentence->text.len)));
}

// "60곳(50%)이 충족했고, 이 중 30곳(50%)은": a part of the member in front, and no member.
static bool is_part_of_member(const share_list *l, size_t index)
{
    return l->count > 0 &&
           bs_cue_turns_to_part(bs_view_between(l->set->view, l->shares[l->count - 1], index));
}

static void gather_pairs(share_list *l, const bs_sentence *sentence)
{
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        if (l->count == PAIRS_MAX || !is_pair(l, sentence, i) || is_part_of_member(l, i)) continue;
        if (bs_share__is_of_other(l->set->view, i, i + 1, BS_NO_FIGURE)) continue;
        if (l->count > 0 && !bs_figure_same_unit(figure_at(l, l->parts[0]), figure_at(l, i)))
            continue;
        l->parts[l->count] = i;
        l->shares[l->count++] = i + 1;
    }
}

// Whether words say that what follows, or what stands in front, are shares in the order of names:
// "所占比重分别为", "분별 비중은 각각", "分别占", "respectively".
static bool says_each(bs_str words)
{
    static const char verbs[] = "占|차지|account|made up|represent";
    bool share = bs_cue_in(BS_CUE_SHARE, words) || bs_str_has_any(words, verbs);
    return share && bs_cue_in(BS_CUE_EACH, words);
}

// The words around shares [first, end) of a sentence: in front, behind the figure before them, and
// right behind.
static bool are_each(const share_list *l, const bs_sentence *sentence, size_t first, size_t end)
{
    const bs_view *view = l->set->view;
    bs_str before =
        bs_view_between(view, first > sentence->first ? first - 1 : BS_NO_FIGURE, first);
    if (says_each(before)) return true;
    bs_str last = figure_at(l, end - 1)->quantity->text;
    size_t at = (size_t)(last.ptr + last.len - sentence->text.ptr);
    bs_str behind = bs_str_slice(sentence->text, at, at + ASIDE_BYTES_MAX);
    const char *start = before.len > 0 ? before.ptr : last.ptr;
    return bs_cue_find(BS_CUE_EACH, behind, 0, NULL) <= EACH_BYTES_MAX &&
           says_each((bs_str){start, (size_t)(behind.ptr + behind.len - start)});
}

// Percentages one behind the other from figure `first`, with little between them.
static size_t run_of(const share_list *l, const bs_sentence *sentence, size_t first)
{
    size_t end = first;
    for (; end < sentence->first + sentence->count && end - first < PAIRS_MAX; end++) {
        if (!may_be_share(l, end)) break;
        if (end > first && bs_view_between(l->set->view, end - 1, end).len > JOIN_BYTES_MAX) break;
    }
    return end - first;
}

// "雇用者5,743万人に占める割合は": the words behind the number make it the whole.
static bool is_called_whole(const bs_sentence *sentence, bs_str own)
{
    static const char *const words[] = {"に占める", "に対する", "에서 차지", "中的", "中所占"};
    size_t at = (size_t)(own.ptr + own.len - sentence->text.ptr);
    bs_str rest = bs_str_slice(sentence->text, at, sentence->text.len);
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (bs_str_starts(rest, bs_str_from(words[i]))) return true;
    }
    return false;
}

// The last `count` levels of one unit in front of figure `end`; there are no more of it in the
// sentence but a whole in front of them. What is in other units, as ages and rates, is passed over.
static bool gather_parts(share_list *l, const bs_sentence *sentence, size_t end, size_t count)
{
    size_t found[PAIRS_MAX + 2], at = 0;
    for (size_t i = end; i-- > sentence->first && at < count + 2;) {
        const bs_figure *figure = figure_at(l, i);
        if (!bs_figure_is_level(figure) || figure->quantity->unit.len == 0 ||
            figure->quantity->unit.ptr[0] == '%')
            continue;
        if (at > 0 && !bs_figure_same_unit(figure_at(l, found[0]), figure)) continue;
        if (is_called_whole(sentence, figure->quantity->text)) continue;
        found[at++] = i;
    }
    if (at < count || at > count + 1) return false;
    for (size_t i = 0; i < count; i++)
        l->parts[i] = found[count - 1 - i];
    return true;
}

// "甲231.8亿元，乙38.6亿元，丙32.1亿元，所占比重分别为76.6%、12.8%和10.6%": as many shares as
// amounts, in their order; the amounts may stand in the sentence before.
static void gather_ordered(share_list *l, const bs_sentence *sentence)
{
    for (size_t first = sentence->first; first < sentence->first + sentence->count; first++) {
        size_t count = run_of(l, sentence, first);
        if (count < 2 || !are_each(l, sentence, first, first + count)) continue;
        bool own = gather_parts(l, sentence, first, count);
        bool before = !own && sentence->first > 0 && sentence != l->set->view->sentences.items &&
                      sentence[-1].block == sentence->block &&
                      gather_parts(l, sentence - 1, sentence->first, count);
        if (!own && !before) continue;
        for (l->count = 0; l->count < count; l->count++)
            l->shares[l->count] = first + l->count;
        l->ordered = true;
        return;
    }
}

static bool is_among(const share_list *l, size_t index)
{
    for (size_t i = 0; i < l->count; i++) {
        if (l->parts[i] == index) return true;
    }
    return false;
}

static bool may_be_whole(const share_list *l, size_t index)
{
    const bs_figure *whole = figure_at(l, index);
    const bs_figure *part = figure_at(l, l->parts[0]);
    bool like = bs_figure_same_unit(whole, part) || bs_figure_like_unit(whole, part) ||
                bs_figure_like_unit(part, whole);
    return bs_figure_is_level(whole) && like && !is_among(l, index) &&
           whole->quantity->unit.ptr[0] != '%';
}

// Levels in front of the list, in its sentence and the ones before it in its passage; but none that
// another is held against, "总人口513.39万人，比上年末的513.0万人增加".
static void gather_wholes(share_list *l)
{
    const bs_view *view = l->set->view;
    size_t own = figure_at(l, l->parts[0])->sentence;
    size_t passage = bs_view_passage(view, own);
    size_t first = passage == SIZE_MAX ? own : view->passages.items[passage].first;
    if (own > first + SENTENCES_BACK) first = own - SENTENCES_BACK;
    for (size_t i = view->sentences.items[first].first; i < l->parts[0]; i++) {
        if (!may_be_whole(l, i) || bs_earlier_is(view, i)) continue;
        if (l->whole_count == WHOLES_MAX) {
            memmove(l->wholes, l->wholes + 1, sizeof l->wholes - sizeof l->wholes[0]);
            l->whole_count--;
        }
        l->wholes[l->whole_count++] = i;
    }
}

// The share of part `at` in the whole, or in all parts. `terms` has room for PAIRS_MAX + 2.
static bs_relation relation_of(const share_list *l, size_t at, size_t whole, size_t *terms)
{
    size_t count = 2;
    terms[0] = l->shares[at];
    terms[1] = l->parts[at];
    if (whole != BS_NO_FIGURE) terms[count++] = whole;
    for (size_t i = 0; i < l->count && whole == BS_NO_FIGURE; i++)
        terms[count++] = l->parts[i];
    return (bs_relation){
        .form = BS_FORM_QUOTIENT, .terms = terms, .term_count = count, .factor = 100};
}

static fit measure(const share_list *l, size_t whole)
{
    fit out = {.whole = whole};
    size_t terms[PAIRS_MAX + 2];
    for (size_t i = 0; i < l->count; i++) {
        bs_relation relation = relation_of(l, i, whole, terms);
        double bits = bs_relation_bits(l->set->view, &relation);
        if (bits <= 0 || !bs_relation_holds(l->set->view, &relation)) continue;
        out.held++;
        out.bits += bits;
    }
    return out;
}

static fit best_fit(const share_list *l)
{
    fit best = measure(l, BS_NO_FIGURE);
    for (size_t i = l->whole_count; i-- > 0;) {
        fit own = measure(l, l->wholes[i]);
        if (own.held > best.held) best = own;
    }
    return best;
}

static double largest_part(const share_list *l)
{
    double largest = 0;
    for (size_t i = 0; i < l->count; i++)
        largest = fmax(largest, figure_at(l, l->parts[i])->value);
    return largest;
}

// A level elsewhere in the document that all shares but one fit, if that is no accident among so
// many levels.
static fit far_fit(const share_list *l)
{
    fit best = {.whole = BS_NO_FIGURE};
    double largest = largest_part(l);
    size_t end = l->parts[0] + FAR_MAX, tried = 0;
    if (end > l->set->view->reading->quantities.count)
        end = l->set->view->reading->quantities.count;
    for (size_t i = l->parts[0] > FAR_MAX ? l->parts[0] - FAR_MAX : 0; i < end; i++) {
        double value = figure_at(l, i)->value;
        if (!may_be_whole(l, i) || value < largest / WHOLE_RATIO_MAX ||
            value > largest * WHOLE_RATIO_MAX)
            continue;
        tried++;
        fit own = measure(l, i);
        if (own.held > best.held) best = own;
    }
    best.bits -= log2((double)(tried > 0 ? tried : 1));
    return best;
}

static bs_status push_shares(const share_list *l, const fit *best, double doubt, bs_error *err)
{
    for (size_t i = 0; i < l->count; i++) {
        if (bs_share__is_adjusted(l->set->view, l->shares, l->parts, l->count, i)) continue;
        size_t terms[PAIRS_MAX + 2];
        bs_relation like = relation_of(l, i, best->whole, terms);
        bs_relation *relation = bs_relation_push(l->set, "share", like.form, like.term_count);
        if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
        memcpy(relation->terms, terms, like.term_count * sizeof *terms);
        relation->factor = like.factor;
        relation->scope = doubt > 0 ? BS_SCOPE_LIKELY : BS_SCOPE_CERTAIN;
        relation->doubt = doubt;
        relation->what = best->whole == BS_NO_FIGURE ? "the share of the part in all parts"
                                                     : "the share of the part in the whole";
    }
    return BS_OK;
}

static bool adds_to_hundred(const share_list *l)
{
    bs_span sum = {0, 0};
    for (size_t i = 0; i < l->count; i++)
        sum = bs_span_add(sum, figure_at(l, l->shares[i])->narrow);
    return bs_span_holds(sum, 100);
}

// The shares add up to 100, or the parts to a level in front of them.
static bool is_complete(const share_list *l)
{
    bs_span sum = {0, 0};
    for (size_t i = 0; i < l->count; i++)
        sum = bs_span_add(sum, figure_at(l, l->parts[i])->narrow);
    for (size_t i = 0; i < l->whole_count; i++) {
        if (bs_span_meets(sum, figure_at(l, l->wholes[i])->narrow)) return true;
    }
    return adds_to_hundred(l);
}

// The parts are all there are, so that the level in front of them should be their sum.
static bs_status push_sum(const share_list *l, size_t whole, bs_error *err)
{
    if (!adds_to_hundred(l) || whole == BS_NO_FIGURE) return BS_OK;
    bs_relation *relation = bs_relation_push(l->set, "sum", BS_FORM_SUM, l->count + 1);
    if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    relation->terms[0] = whole;
    memcpy(relation->terms + 1, l->parts, l->count * sizeof *l->parts);
    relation->scope = BS_SCOPE_LIKELY;
    relation->doubt = DOUBT_WHOLE;
    relation->what = "the sum of its parts";
    return BS_OK;
}

static bool is_seen(const share_list *l, const fit *best, double bits)
{
    bool seen = l->count > 2 ? best->held >= 2 && best->bits >= bits
                             : best->held >= 1 && best->bits >= BITS_PAIR;
    return seen && l->count - best->held <= 1;
}

static bs_status judge(share_list *l, bs_error *err)
{
    if (l->count < 2) return BS_OK;
    gather_wholes(l);
    fit best = best_fit(l);
    if (is_seen(l, &best, BITS_LIST)) {
        double pair = l->ordered || is_complete(l) ? DOUBT_SURE_PAIR : DOUBT_PAIR;
        BS_TRY(push_shares(l, &best, l->count > 2 ? 0 : pair, err));
        bool all = best.whole == BS_NO_FIGURE && best.held == l->count && l->whole_count > 0;
        return all ? push_sum(l, l->wholes[l->whole_count - 1], err) : BS_OK;
    }
    best = far_fit(l);
    if (l->count < 3 || !is_seen(l, &best, BITS_FAR)) return BS_OK;
    BS_TRY(push_shares(l, &best, DOUBT_FAR, err));
    return push_sum(l, best.whole, err);
}

// Is a part behind the first `count` a thousand times as large as each of them? Then it is of
// another whole: 1,204 who were asked, and 16 million who have work.
static bool are_of_other_size(const share_list *l, size_t count)
{
    static const double TIMES = 1000;
    double largest = 0;
    for (size_t i = 0; i < count; i++)
        largest = fmax(largest, figure_at(l, l->parts[i])->value);
    for (size_t i = count; count > 0 && i < l->count; i++) {
        if (figure_at(l, l->parts[i])->value > TIMES * largest) return true;
    }
    return false;
}

// One list of pairs from several passages, one under the other, of a few pairs each.
static bs_status collect_items(bs_relations *set, size_t *passage, bs_error *err)
{
    const bs_passage_array *passages = &set->view->passages;
    share_list l = {.set = set};
    size_t items = 0, at = *passage;
    for (; at < passages->count; at++) {
        size_t before = l.count;
        const bs_passage *own = &passages->items[at];
        bool apart = items > 0 && own->block - own[-1].block > ITEM_BLOCKS_MAX;
        for (size_t i = 0; i < own->count && !apart; i++)
            gather_pairs(&l, &set->view->sentences.items[own->first + i]);
        if (are_of_other_size(&l, before)) l.count = before;
        if (l.count == before || l.count - before > ITEM_PAIRS_MAX) break;
        items++;
    }
    *passage = at + (at == *passage);
    return items > 1 && l.count > 2 ? judge(&l, err) : BS_OK;
}

static bs_status collect_sentence(bs_relations *set, size_t index, bs_error *err)
{
    share_list l = {.set = set};
    gather_pairs(&l, &set->view->sentences.items[index]);
    if (l.count == 0) gather_ordered(&l, &set->view->sentences.items[index]);
    return judge(&l, err);
}

// "719 firms (67.2%) made a profit. 351 (32.8%) made a loss, 125 (11.7%) for the first time": pairs
// of one paragraph, where its sentences alone have too few to tell the whole.
static bs_status collect_passage(bs_relations *set, const bs_passage *passage, bs_error *err)
{
    share_list l = {.set = set};
    size_t before = set->items.count, sentences = 0;
    for (size_t i = passage->first; i < passage->first + passage->count; i++) {
        size_t own = l.count;
        gather_pairs(&l, &set->view->sentences.items[i]);
        sentences += l.count > own;
        BS_TRY(collect_sentence(set, i, err));
    }
    bool known = set->items.count > before;
    return !known && sentences > 1 && l.count > 2 ? judge(&l, err) : BS_OK;
}

bs_status bs_share__collect_lists(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i < set->view->passages.count; i++)
        BS_TRY(collect_passage(set, &set->view->passages.items[i], err));
    for (size_t i = 0; i < set->view->passages.count;)
        BS_TRY(collect_items(set, &i, err));
    return BS_OK;
}
