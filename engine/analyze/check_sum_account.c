// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_sum_account.h"

#include <math.h>

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_prose.h"
#include "engine/base/utf8.h"

enum {
    AMOUNTS_MAX = 16,
    FRONT_BYTES = 40,
    BEHIND_BYTES = 30,
    SENTENCES_MAX = 3,
    // Of words that are not parted, those that belong to the number stand so near.
    NEAR_FRONT_BYTES = 24,
    NEAR_BEHIND_BYTES = 18
};

// Chance that an account that is told so is another one.
static const double DOUBT = 0.004;

static const char plus_words[] =
    "더한|더하면|합한|합하면|합치면|합친|加上|を加えた|を合わせた|合わせて|"
    "合わせると|bring the total|brings the total|bringing the total|making a total";
static const char minus_words[] = "빼면|뺀|차감한|を差し引|差し引い|扣除|after deducting";
static const char net_words[] = "net debt|net cash|net assets|순차입금|순부채|순현금|净负债|淨負債|"
                                "ネット有利子負債";
static const char open_words[] =
    "전년도 이월|전년 이월|전기 이월|기초|연초|期首|期初|年初|上年结转|上年结余|前年度繰越|"
    "前期繰越|at the start|at the beginning|opening|brought forward";
static const char close_words[] =
    "다음 연도 이월|차년도 이월|다음연도 이월|기말|연말|期末|年末|结转下年|"
    "翌年度繰越|次年度繰越|次期繰越|at the end|closing|carried forward|at 31 |at 30 |"
    "year-end";
static const char out_words[] =
    "지출|집행|상환|유출|사용|支出|使用|流出|减少|減少|取崩|取り崩|返済|drawing down|"
    "drawn down|spending|spent|outflow|payments of|repaid|using";
static const char in_words[] =
    "수입|세입|유입|적립|收入|収入|流入|增加|新增|増加|積立|積み立て|adding|added|"
    "inflow|receipts|receiving|income of|raising";
static const char rest_words[] = "이월액|잔액|남은|残額|残高|结余|余额|結餘|remain|left|balance";
static const char of_this_words[] = "이 가운데|이 중|이중|このうち|其中|Of this|Of these";

// Amounts of one unit, in the order of the text.
typedef struct account {
    bs_relations *set;
    size_t amounts[AMOUNTS_MAX];
    size_t count;
    bool full;
} account;

static const bs_figure *figure_at(const account *a, size_t index)
{
    return &a->set->view->figures.items[index];
}

static bool is_amount(const bs_figure *figure)
{
    const bs_quantity *own = figure->quantity;
    bool role = own->role == BS_ROLE_LEVEL || own->role == BS_ROLE_CHANGE;
    return own->valued && role && own->unit.len > 1 && own->unit.ptr[0] != '%' &&
           (own->kind == BS_KIND_QUANTITY || own->kind == BS_KIND_CURRENCY) &&
           own->qualifier == BS_EXACT;
}

// Adds the amounts of a sentence that are in the unit of the first one.
static void gather(account *a, const bs_sentence *sentence)
{
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        if (!is_amount(figure_at(a, i))) continue;
        bool like =
            a->count == 0 || bs_figure_same_unit(figure_at(a, a->amounts[0]), figure_at(a, i));
        if (!like) continue;
        a->full = a->count == AMOUNTS_MAX;
        if (!a->full) a->amounts[a->count++] = i;
    }
}

// The words behind a figure, up to the next one of its sentence that is no date.
static bs_str behind_of(const account *a, size_t index)
{
    const bs_sentence *sentence = bs_view_sentence(a->set->view, index);
    bs_str own = figure_at(a, index)->quantity->text;
    size_t at = (size_t)(own.ptr + own.len - sentence->text.ptr);
    size_t end = sentence->text.len, next = index + 1, last = sentence->first + sentence->count;
    while (next < last && (figure_at(a, next)->quantity->kind == BS_KIND_DATE ||
                           figure_at(a, next)->quantity->kind == BS_KIND_YEAR))
        next++;
    if (next < last) end = (size_t)(figure_at(a, next)->quantity->text.ptr - sentence->text.ptr);
    if (end > at + BEHIND_BYTES) end = at + BEHIND_BYTES;
    return end > at ? bs_str_slice(sentence->text, at, end) : (bs_str){0};
}

static bs_status push(account *a, size_t stated, const size_t *terms, const int8_t *signs,
                      size_t count, bs_error *err)
{
    bs_relation *relation = bs_relation_push(a->set, "sum", BS_FORM_SUM, count + 1);
    int8_t *own = BS_NEW_ARRAY(a->set->arena, int8_t, count + 1);
    if (relation == NULL || own == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    relation->terms[0] = stated;
    own[0] = 1;
    memcpy(relation->terms + 1, terms, count * sizeof *terms);
    for (size_t i = 0; i < count; i++) {
        // A number that words call a fall is negative already.
        bool negative = figure_at(a, terms[i])->value < 0;
        own[i + 1] = negative ? 1 : signs[i];
    }
    relation->signs = own;
    relation->scope = BS_SCOPE_LIKELY;
    relation->doubt = DOUBT;
    relation->what = "what the account comes to";
    return BS_OK;
}

// "收入决算数A，加上级补助收入B，调入资金C，收入总计D": a public account.
static bool is_added_up(const account *a)
{
    bs_str first = bs_view_between(a->set->view, a->amounts[0], a->amounts[1]);
    bs_str last = bs_view_between(a->set->view, a->amounts[a->count - 2], a->amounts[a->count - 1]);
    return bs_str_has_any(bs_str_slice(first, 0, NEAR_FRONT_BYTES), "，加|,加") &&
           bs_str_has_any(last, "总计|總計");
}

// "A에 B를 더한 C", "an interim dividend of A and a final one of B bring the total to C".
static bs_status check_plus(account *a, bs_error *err)
{
    static const int8_t signs[AMOUNTS_MAX] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    size_t result = a->amounts[a->count - 1];
    bs_str between = bs_view_between(a->set->view, a->amounts[a->count - 2], result);
    if (a->count < 3 || (!bs_str_has_any(between, plus_words) && !is_added_up(a)) ||
        bs_cue_in(BS_CUE_AND_OTHERS, bs_view_between(a->set->view, BS_NO_FIGURE, result)))
        return BS_OK;
    for (size_t i = 0; i + 1 < a->count; i++) {
        bs_str front = bs_view_front(a->set->view, a->amounts[i], FRONT_BYTES);
        if (bs_earlier_is(a->set->view, a->amounts[i]) && !bs_str_has_any(front, open_words))
            return BS_OK;
    }
    return push(a, result, a->amounts, signs, a->count - 1, err);
}

// "Gross debt was A and cash B, so net debt stood at C".
static bs_status check_net(account *a, bs_error *err)
{
    static const int8_t signs[] = {1, -1};
    size_t result = a->amounts[2];
    bs_str front = bs_view_front(a->set->view, result, FRONT_BYTES);
    bs_str between = bs_view_between(a->set->view, a->amounts[1], result);
    if (!bs_str_has_any(front, net_words) && !bs_str_has_any(between, minus_words)) return BS_OK;
    bool turned = figure_at(a, a->amounts[0])->value < figure_at(a, a->amounts[1])->value;
    size_t terms[] = {a->amounts[turned ? 1 : 0], a->amounts[turned ? 0 : 1]};
    return push(a, result, terms, signs, 2, err);
}

typedef enum flow { FLOW_NONE, FLOW_OPEN, FLOW_CLOSE, FLOW_IN, FLOW_OUT } flow;

static flow flow_of(const account *a, size_t index)
{
    bs_str front = bs_view_front(a->set->view, index, FRONT_BYTES);
    bs_str behind = behind_of(a, index);
    // English says it behind the number.
    bool latin = behind.len > 1 && bs_rune_is_latin(bs_utf8_decode(bs_str_trim(behind), 0).code);
    if (latin && bs_str_has_any(behind, open_words)) return FLOW_OPEN;
    if (latin && bs_str_has_any(behind, close_words)) return FLOW_CLOSE;
    if (bs_str_has_any(front, open_words)) return FLOW_OPEN;
    if (bs_str_has_any(front, close_words)) return FLOW_CLOSE;
    if (!latin) front = bs_str_tail(front, NEAR_FRONT_BYTES);
    if (!latin) behind = bs_str_slice(behind, 0, NEAR_BEHIND_BYTES);
    bs_str near = latin ? front : behind, far = latin ? behind : front;
    bool out = bs_str_has_any(near, out_words), in = bs_str_has_any(near, in_words);
    if (!out && !in) {
        out = bs_str_has_any(far, out_words);
        in = bs_str_has_any(far, in_words);
    }
    if (out == in) return FLOW_NONE;
    return out ? FLOW_OUT : FLOW_IN;
}

// What was there at the start, what came and went, and what is there at the end.
static bs_status check_stock(account *a, bs_error *err)
{
    size_t terms[AMOUNTS_MAX], count = 0, opens = 0, closes = 0, close = 0;
    int8_t signs[AMOUNTS_MAX];
    for (size_t i = 0; i < a->count; i++) {
        flow own = flow_of(a, a->amounts[i]);
        if (own == FLOW_NONE) return BS_OK;
        opens += own == FLOW_OPEN;
        if (own == FLOW_CLOSE) {
            closes++;
            close = a->amounts[i];
            continue;
        }
        signs[count] = own == FLOW_OUT ? -1 : 1;
        terms[count++] = a->amounts[i];
    }
    if (opens != 1 || closes != 1 || count < 2) return BS_OK;
    return push(a, close, terms, signs, count, err);
}

// "Of this A was spent, and B is left": of the last amount of the sentence before.
static bs_status check_rest(account *a, size_t sentence, bs_error *err)
{
    static const int8_t signs[] = {1, -1};
    const bs_view *view = a->set->view;
    size_t spent = a->amounts[0], rest = a->amounts[1];
    bs_str between = bs_view_between(view, spent, rest);
    if (sentence == 0 ||
        !bs_str_has_any(bs_view_between(view, BS_NO_FIGURE, spent), of_this_words) ||
        !bs_str_has_any(between, rest_words) || !bs_str_has_any(between, out_words))
        return BS_OK;
    const bs_sentence *before = &view->sentences.items[sentence - 1];
    if (view->sentences.items[sentence].block - before->block > 1) return BS_OK;
    for (size_t i = before->first + before->count; i-- > before->first;) {
        if (!is_amount(figure_at(a, i)) ||
            !bs_figure_same_unit(figure_at(a, i), figure_at(a, spent)))
            continue;
        size_t terms[] = {i, spent};
        return push(a, rest, terms, signs, 2, err);
    }
    return BS_OK;
}

static bs_status check_sentence(bs_relations *set, size_t index, bs_error *err)
{
    account a = {.set = set};
    gather(&a, &set->view->sentences.items[index]);
    if (a.full || a.count < 2) return BS_OK;
    if (a.count == 2) return check_rest(&a, index, err);
    BS_TRY(check_plus(&a, err));
    return a.count == 3 ? check_net(&a, err) : BS_OK;
}

static bs_status check_passage(bs_relations *set, const bs_passage *passage, bs_error *err)
{
    for (size_t first = 0; first < passage->count; first++) {
        account a = {.set = set};
        for (size_t i = first; i < passage->count && i < first + SENTENCES_MAX; i++) {
            size_t before = set->items.count;
            gather(&a, &set->view->sentences.items[passage->first + i]);
            if (!a.full && a.count >= 3) BS_TRY(check_stock(&a, err));
            if (set->items.count > before) return BS_OK;
        }
    }
    return BS_OK;
}

bs_status bs_sum__collect_accounts(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i < set->view->sentences.count; i++)
        BS_TRY(check_sentence(set, i, err));
    for (size_t i = 0; i < set->view->passages.count; i++)
        BS_TRY(check_passage(set, &set->view->passages.items[i], err));
    return BS_OK;
}
