// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_convert_stated.h"

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"

enum { BETWEEN_BYTES_MAX = 16, FIGURES_BACK = 40, BLOCKS_BACK = 4, WORD_BYTES = 24 };

// The amount is the nearest one in front of the rate, or one of the same name.
static const double DOUBT_NEAR = 5e-3;
static const double DOUBT_NAMED = 2e-3;
// What stands in a bracket behind an amount is that amount in other money.
static const double DOUBT_CONVERSION = 2e-4;
static const double LIKENESS_MIN = 0.8;

typedef struct stated {
    bs_relations *set;
    size_t rate;  // what so much of the money costs
    bs_str base;  // unit of the money; empty where it is that of any conversion to the rate's
    double per;   // how much of it: "1 dollar", "100 yen"
    size_t first; // figure that the statement begins with
} stated;

static const bs_figure *figure_at(const stated *s, size_t index)
{
    return &s->set->view->figures.items[index];
}

static bool is_money(const bs_figure *figure)
{
    return figure->quantity->kind == BS_KIND_CURRENCY && figure->quantity->valued &&
           figure->quantity->unit.len > 0 && figure->value > 0;
}

// "1달러 1,361원", "100엔당 910원": so much of one money in front of the rate.
static bool is_told_by_amount(stated *s)
{
    if (s->rate == 0) return false;
    const bs_figure *one = figure_at(s, s->rate - 1), *rate = figure_at(s, s->rate);
    bool unit = one->value == 1 || one->value == 100 || one->value == 1000;
    if (one->sentence != rate->sentence || !is_money(one) || !unit || one->last_place != 1 ||
        bs_str_equal(one->quantity->unit, rate->quantity->unit))
        return false;
    bs_str between = bs_view_between(s->set->view, s->rate - 1, s->rate);
    if (between.len > BETWEEN_BYTES_MAX || bs_str_find(between, BS_STR(","), 0) != SIZE_MAX)
        return false;
    s->base = one->quantity->unit;
    s->per = one->value;
    s->first = s->rate - 1;
    return true;
}

// "달러당 1,320원", "每美元7.12元", "€0.92 to the dollar": a word for the money beside the rate.
static bool is_told_by_word(stated *s)
{
    typedef struct money_word {
        const char *word;
        const char *unit;
    } money_word;
    static const money_word fronts[] = {
        {"달러당", "USD"},     {"유로당", "EUR"},       {"위안당", "CNY"}, {"파운드당", "GBP"},
        {"每美元", "USD"},     {"每欧元", "EUR"},       {"每歐元", "EUR"}, {"每英镑", "GBP"},
        {"ドル当たり", "USD"}, {"ユーロ当たり", "EUR"},
    };
    static const money_word behind[] = {
        {"to the dollar", "USD"}, {"to the euro", "EUR"}, {"to the pound", "GBP"},
        {"per dollar", "USD"},    {"per euro", "EUR"},
    };
    bs_str front = bs_str_trim(bs_view_front(s->set->view, s->rate, WORD_BYTES));
    bs_str rest = bs_str_trim(bs_view_behind(s->set->view, s->rate, WORD_BYTES));
    s->per = 1;
    s->first = s->rate;
    for (size_t i = 0; i < BS_COUNT(fronts); i++) {
        if (!bs_str_ends(front, bs_str_from(fronts[i].word))) continue;
        s->base = bs_str_from(fronts[i].unit);
        return true;
    }
    for (size_t i = 0; i < BS_COUNT(behind); i++) {
        if (!bs_str_starts(rest, bs_str_from(behind[i].word))) continue;
        s->base = bs_str_from(behind[i].unit);
        return true;
    }
    return false;
}

// "환율 1,320원 기준", "at an exchange rate of 7.12": called a rate of exchange right in front.
static bool is_called_rate(stated *s)
{
    static const char *const words[] = {
        "환율",       "환율은",   "환율을",           "汇率", "汇率为", "匯率",
        "为替レート", "レートは", "exchange rate of", NULL};
    bs_str front = bs_str_trim(bs_view_front(s->set->view, s->rate, WORD_BYTES));
    s->base = (bs_str){0};
    s->per = 1;
    s->first = s->rate;
    return bs_any_ends(front, words);
}

static bool is_rate(stated *s)
{
    const bs_figure *rate = figure_at(s, s->rate);
    if (rate->sentence == SIZE_MAX || !is_money(rate) || !bs_figure_is_level(rate)) return false;
    return is_told_by_amount(s) || is_told_by_word(s) || is_called_rate(s);
}

// Do words say that amounts were converted at the rate, and not that it stands so: "1,320원 기준",
// "1ドル=148円", "按1美元兑7.12元计算", "at €0.92 to the dollar"?
static bool is_applied(const stated *s)
{
    static const char behind[] = "기준|적용|환산|换算|折算|计算|計算|換算|折合";
    static const char *const front[] = {
        "at", "at a rate of", "at an exchange rate of", "using", "按", "按照", NULL};
    const bs_view *view = s->set->view;
    bs_str between = s->first < s->rate ? bs_view_between(view, s->first, s->rate) : (bs_str){0};
    return bs_str_has_any(between, "=|＝") ||
           bs_str_has_any(bs_view_behind(view, s->rate, WORD_BYTES), behind) ||
           bs_any_ends(bs_view_front(view, s->first, WORD_BYTES), front);
}

static bool has_unit(const stated *s, size_t index, bs_str unit)
{
    return bs_str_equal(figure_at(s, index)->quantity->unit, unit);
}

static bool is_amount_in(const stated *s, size_t index, bs_str unit)
{
    const bs_figure *figure = figure_at(s, index);
    bool amount = bs_figure_is_level(figure) || figure->quantity->role == BS_ROLE_CONVERSION;
    return (index < s->first || index > s->rate) && is_money(figure) && amount &&
           figure->sentence != SIZE_MAX && has_unit(s, index, unit);
}

// The nearest amount in the first money in front of the rate in its sentence.
static size_t amount_in_front(const stated *s)
{
    const bs_sentence *sentence = bs_view_sentence(s->set->view, s->rate);
    size_t found = BS_NO_FIGURE;
    for (size_t i = sentence->first; i < s->first; i++) {
        if (is_amount_in(s, i, s->base)) found = i;
    }
    return found;
}

// An amount in the first money, in the paragraphs before, that is called as the converted one.
static size_t amount_of_name(const stated *s, size_t converted)
{
    const bs_quantity *own = figure_at(s, converted)->quantity;
    if (own->indicator.len == 0) return BS_NO_FIGURE;
    for (size_t i = s->first; i-- > 0 && s->first - i <= FIGURES_BACK;) {
        const bs_quantity *other = figure_at(s, i)->quantity;
        if (own->origin.block - other->origin.block > BLOCKS_BACK) break;
        if (is_amount_in(s, i, s->base) &&
            bs_figure_same_period(figure_at(s, i), figure_at(s, converted)) &&
            bs_name_likeness(own->indicator, other->indicator) >= LIKENESS_MIN)
            return i;
    }
    return BS_NO_FIGURE;
}

// "약 926억 원" is worked out from the rate that stands beside it: to the last digit.
static bs_status add(const stated *s, size_t converted, size_t amount, double doubt, bs_error *err)
{
    bs_relation *relation = bs_relation_push(s->set, "convert", BS_FORM_QUOTIENT, 3);
    if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    relation->scope = BS_SCOPE_LIKELY;
    relation->doubt = doubt;
    relation->plain = true;
    relation->factor = s->per;
    relation->what = "the rate that the two amounts give";
    relation->terms[0] = s->rate;
    relation->terms[1] = converted;
    relation->terms[2] = amount;
    return BS_OK;
}

// Conversions of the sentence between the two moneys, either way.
static bs_status add_conversions(const stated *s, size_t *count, bs_error *err)
{
    const bs_sentence *sentence = bs_view_sentence(s->set->view, s->rate);
    bs_str quoted = figure_at(s, s->rate)->quantity->unit;
    *count = 0;
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        size_t of = figure_at(s, i)->of;
        if (figure_at(s, i)->quantity->role != BS_ROLE_CONVERSION || of == BS_NO_FIGURE ||
            !is_money(figure_at(s, i)) || !is_money(figure_at(s, of)))
            continue;
        bool forth = has_unit(s, i, quoted) && (s->base.len == 0 || has_unit(s, of, s->base));
        bool back = has_unit(s, of, quoted) && s->base.len > 0 && has_unit(s, i, s->base);
        if (!forth && !back) continue;
        ++*count;
        BS_TRY(add(s, forth ? i : of, forth ? of : i, DOUBT_CONVERSION, err));
    }
    return BS_OK;
}

static bs_status check_rate(const stated *s, bs_error *err)
{
    const bs_sentence *sentence = bs_view_sentence(s->set->view, s->rate);
    size_t conversions = 0;
    if (is_applied(s)) BS_TRY(add_conversions(s, &conversions, err));
    if (conversions > 0 || s->first == s->rate) return BS_OK;
    size_t front = amount_in_front(s);
    bs_str quoted = figure_at(s, s->rate)->quantity->unit;
    for (size_t i = s->rate + 1; i < sentence->first + sentence->count; i++) {
        if (!is_amount_in(s, i, quoted)) continue;
        size_t named = front == BS_NO_FIGURE ? amount_of_name(s, i) : BS_NO_FIGURE;
        if (front != BS_NO_FIGURE) return add(s, i, front, DOUBT_NEAR, err);
        if (named != BS_NO_FIGURE) BS_TRY(add(s, i, named, DOUBT_NAMED, err));
    }
    return BS_OK;
}

bs_status bs_convert__collect_stated(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i < set->view->reading->quantities.count; i++) {
        stated s = {.set = set, .rate = i};
        if (is_rate(&s)) BS_TRY(check_rate(&s, err));
    }
    return BS_OK;
}
