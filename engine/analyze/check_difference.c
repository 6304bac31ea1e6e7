// SPDX-License-Identifier: GPL-3.0-or-later
//
// difference: balances, increases and gaps in percentage points.
#include <math.h>

#include "engine/analyze/check_direction.h"
#include "engine/analyze/check_internal.h"
#include "engine/analyze/check_subtracted.h"
#include "engine/analyze/relation_cells.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_internal.h"
#include "engine/analyze/relation_law.h"
#include "engine/analyze/relation_levels.h"
#include "engine/analyze/relation_prose.h"
#include "engine/analyze/relation_swing.h"
#include "engine/analyze/relation_word.h"
#include "engine/analyze/relation_years.h"

// The words name both levels, but the later one stands in another sentence.
static const double DOUBT_FAR = 0.02;
// A sentence behind tells the earlier level under the same name.
static const double DOUBT_TOLD = 5e-3;

// Words call one a loss and the other a profit, and what lies between the change of both.
static const double DOUBT_SWING = 2e-3;

// Last places of the levels that a change of one digit has to be worth to be called round.
static const double ROUND_PLACES_MIN = 100;

static bool is_rate(const bs_figure *figure)
{
    return figure->quantity->role == BS_ROLE_GROWTH;
}

// "호남권은 5,400억원으로 300억원 증가": the earlier level stands in the table that prints the
// later one, or in a sentence behind.
static bs_status check_against_table(bs_relations *set, const bs_cells *cells, size_t index,
                                     bs_error *err)
{
    const bs_figure *figures = set->view->figures.items;
    size_t later = figures[index].of;
    if (later == BS_NO_FIGURE || !bs_figure_measures_change(&figures[index], &figures[later]))
        return BS_OK;
    if (bs_years_told(set->view, index) > 1) return BS_OK;
    bs_basis basis = figures[index].quantity->basis;
    size_t earlier = bs_cells_earlier(cells, later, basis), told = BS_NO_FIGURE;
    if (earlier == BS_NO_FIGURE) earlier = told = bs_levels_told_behind(set->view, later, basis);
    if (earlier == BS_NO_FIGURE) return BS_OK;
    return bs_relation_add(
        set,
        &(bs_relation_spec){.code = "difference",
                            .form = BS_FORM_SUM,
                            .scope = BS_SCOPE_LIKELY,
                            .doubt = told == BS_NO_FIGURE ? DOUBT_FAR : DOUBT_TOLD,
                            .terms = {later, earlier, index},
                            .term_count = 3,
                            .what = "the earlier value plus the change"},
        err);
}

// "6 million more" beside levels to the last ten thousand: a number of one digit is a round one,
// where the levels differ by about so much.
static bool is_round(const bs_figure *change, const bs_figure *later, const bs_figure *earlier)
{
    int64_t digits = bs_decimal_normal(change->quantity->value).coefficient;
    if (digits <= -10 || digits >= 10 || digits == 0) return false;
    double place = fabs(change->value / (double)digits);
    double gap = fabs(later->value - earlier->value);
    return fabs(change->value) >= ROUND_PLACES_MIN * later->last_place &&
           fabs(gap - fabs(change->value)) <= place;
}

// Is the later level the earlier one less the change, as it would be with the other sign?
static bool fits_other_way(const bs_view *view, size_t change, const bs_levels *pair)
{
    static const int8_t minus[] = {1, 1, -1};
    size_t terms[] = {pair->later, pair->earlier, change};
    bs_relation trial = {
        .form = BS_FORM_SUM, .terms = terms, .term_count = 3, .signs = minus, .factor = 1};
    return bs_relation_holds(view, &trial);
}

// "△1조 4,126억원, 전년(△1조 1,890억원)보다 적자폭이 2,236억원 확대": what grows is the deficit.
// "会員増減数は34万人で、前の年の31万人より3万人減少": a balance, whose sign has not been printed.
static bool is_deficit_growing(const bs_view *view, size_t change, const bs_levels *pair)
{
    static const char balances[] = "増減|自然増|社会増|収支|差引|증감|수지|增减|收支";
    const bs_figure *figures = view->figures.items;
    bool balance = bs_str_has_any(figures[pair->later].quantity->indicator, balances) &&
                   figures[pair->later].value > 0 && figures[pair->earlier].value > 0;
    bool deficit = figures[pair->later].value < 0 && figures[pair->earlier].value < 0;
    return (balance || deficit) && fits_other_way(view, change, pair);
}

// "will reduce the rate by 25 basis points from 6.25% to 6.0%": no word that is known says that the
// change went up, and it fits a fall.
static bool is_untold_fall(const bs_view *view, size_t change, const bs_levels *pair)
{
    bs_direction word;
    const bs_quantity *own = view->figures.items[change].quantity;
    bool told = bs_str_starts(own->text, BS_STR("+")) || bs_direction_find(view, change, &word);
    return !told && fits_other_way(view, change, pair);
}

// "53.2%で、前年度（59.2%）から6.0ポイント改善": what gets better may rise or fall.
static bool is_improvement(const bs_view *view, size_t change, const bs_levels *pair)
{
    enum { NEAR_BYTES = 24 };
    static const char words[] = "改善|悪化|개선|악화|好转|恶化|好轉|惡化|impro|worse";
    const bs_sentence *sentence = bs_view_sentence(view, change);
    bs_str own = view->figures.items[change].quantity->text;
    size_t at = (size_t)(own.ptr - sentence->text.ptr);
    bs_str near = bs_str_slice(sentence->text, at > NEAR_BYTES ? at - NEAR_BYTES : 0,
                               at + own.len + NEAR_BYTES);
    return bs_str_has_any(near, words) && fits_other_way(view, change, pair);
}

// "412,600, 5,900 fewer than a month earlier and 3.2% more than in October 2023 (399,800)": the
// change is one since the month before, and the earlier level that of a year ago.
static bool has_nearer_base(const bs_view *view, size_t change, const bs_levels *pair)
{
    enum { NEAR_BYTES = 32 };
    static const char words[] =
        " month| quarter| week|전월|전분기|전주|上月|上季|环比|環比|前月|前週";
    const bs_figure *figures = view->figures.items;
    const bs_sentence *sentence = bs_view_sentence(view, change);
    bs_period before = figures[pair->earlier].quantity->period;
    bs_period after = figures[pair->later].quantity->period;
    if (bs_period_is_none(before) || bs_period_is_none(after) || sentence == NULL) return false;
    if (!bs_period_is_same_time(before, bs_period_offset_years(after, -1))) return false;
    if (figures[change].quantity->basis == BS_BASIS_PERIOD) return true;
    if (figures[change].quantity->basis == BS_BASIS_YEAR) return false;
    bs_str own = figures[change].quantity->text;
    size_t at = (size_t)(own.ptr + own.len - sentence->text.ptr);
    bs_str behind = bs_str_slice(sentence->text, at, at + NEAR_BYTES);
    return bs_str_has_any(behind, words) && !bs_str_has_any(behind, " year|,");
}

// "占比由16.7%升至18.3%，拉动收入增长2.9个百分点": what that has moved is another thing.
static bool moves_another(const bs_view *view, size_t change)
{
    static const char words[] =
        "拉动|拉高|拉低|贡献|拖累|影响|拉動|貢獻|拖累|影響|押し上げ|押し下げ";
    const bs_sentence *sentence = bs_view_sentence(view, change);
    size_t before = change > sentence->first ? change - 1 : BS_NO_FIGURE;
    bs_str clause = bs_str_behind_last(bs_view_between(view, before, change), "，|；|、|,|;");
    return bs_str_has_any(clause, words);
}

// "각각 30명, 70명 증가": changes that are dealt to several levels.
static bool is_dealt(const bs_view *view, size_t change)
{
    const bs_figure *figures = view->figures.items;
    const bs_sentence *sentence = bs_view_sentence(view, change);
    for (size_t i = change; i > sentence->first && i + 4 > change; i--) {
        if (bs_cue_in(BS_CUE_EACH, bs_view_between(view, i - 1, i))) return true;
        if (!bs_figure_same_unit(&figures[i - 1], &figures[change])) return false;
    }
    return false;
}

// "증가폭이 9월(+5.6조 원)에 비해 축소", "増加幅": how much something has moved, and no level.
static bool is_movement(const bs_figure *figure)
{
    static const char *const widths[] = {"폭",     "증가액", "감소액", "증감액", "幅",
                                         "増加額", "減少額", "增加额", "减少额", NULL};
    return bs_str_starts(figure->quantity->text, BS_STR("+")) ||
           bs_any_ends(bs_str_trim(figure->quantity->indicator), widths);
}

// "男性は5.3%で前月と同率、女性は4.8%で前月より0.4ポイント低下": one measure of two groups.
static bool is_of_others(const bs_figure *later, const bs_figure *earlier)
{
    bs_str a = later->quantity->subject, b = earlier->quantity->subject;
    return a.len > 0 && b.len > 0 && !bs_str_equal(a, b) &&
           bs_str_equal(later->quantity->indicator, earlier->quantity->indicator);
}

// "120억 원 적자에서 730억 원 흑자로 850억 원 개선": the change goes over nought, and is what the
// two come to together, whichever sign it has been given.
static bs_status add_swing(bs_relations *set, const bs_levels *pair, size_t change, bs_error *err)
{
    static const int8_t up[] = {1, 1, -1}, down[] = {1, -1, -1};
    bs_relation *relation = bs_relation_push(set, "difference", BS_FORM_SUM, 3);
    if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    bool negative = set->view->figures.items[change].value < 0;
    relation->scope = BS_SCOPE_LIKELY;
    relation->doubt = DOUBT_SWING;
    relation->signs = negative ? down : up;
    relation->what = "what the change leaves beyond zero";
    relation->terms[0] = pair->later;
    relation->terms[1] = change;
    relation->terms[2] = pair->earlier;
    return BS_OK;
}

static bool have_other_names(const bs_figure *a, const bs_figure *b)
{
    static const double OTHER_LIKENESS_MAX = 0.4;
    bs_str own = a->quantity->indicator, name = b->quantity->indicator;
    return own.len > 0 && name.len > 0 && bs_name_likeness(own, name) < OTHER_LIKENESS_MAX;
}

// "영업손실은 120억 원으로 전년 73억 원 대비 늘었고 매출은 193억 원 줄었다": the change has a name
// of its own, and is tied to no level; "上年亏损1.2亿元，投资增加8.5亿元至20亿元": so has the
// earlier one.
static bool are_of_other_things(const bs_view *view, size_t change, const bs_levels *pair)
{
    const bs_figure *figures = view->figures.items;
    const bs_figure *later = &figures[pair->later], *earlier = &figures[pair->earlier];
    if (bs_swing_is(view, pair->later, pair->earlier)) return false; // a loss and a profit
    if (figures[change].of == BS_NO_FIGURE && have_other_names(&figures[change], later))
        return true;
    return figures[change].of == pair->later && !bs_earlier_is_base(view, pair->earlier) &&
           have_other_names(later, earlier);
}

// later = earlier + change.
static bs_status check_change(bs_relations *set, const bs_cells *cells, size_t index, bs_error *err)
{
    bs_levels pair;
    if (!bs_levels_find(set->view, index, &pair))
        return check_against_table(set, cells, index, err);
    const bs_figure *figures = set->view->figures.items;
    bool same_role = is_rate(&figures[pair.later]) == is_rate(&figures[pair.earlier]) &&
                     is_movement(&figures[pair.later]) == is_movement(&figures[pair.earlier]);
    bool points = bs_str_equal(figures[index].quantity->unit, BS_STR("%p"));
    bool like = (same_role || (points && pair.near)) &&
                bs_figure_measures_change(&figures[index], &figures[pair.later]);
    bool certain = same_role && pair.near;
    if (!like || is_round(&figures[index], &figures[pair.later], &figures[pair.earlier]) ||
        is_deficit_growing(set->view, index, &pair) ||
        (is_improvement(set->view, index, &pair) &&
         !bs_swing_is(set->view, pair.later, pair.earlier)) ||
        is_untold_fall(set->view, index, &pair) || has_nearer_base(set->view, index, &pair) ||
        bs_earlier_is_of_other_basis(set->view, pair.earlier, index) ||
        moves_another(set->view, index) || is_dealt(set->view, index) ||
        is_of_others(&figures[pair.later], &figures[pair.earlier]) ||
        are_of_other_things(set->view, index, &pair) ||
        bs_earlier_is_base(set->view, pair.later)) // "예산 3,412억 원 대비", said twice
        return BS_OK;
    if (bs_swing_is(set->view, pair.later, pair.earlier)) return add_swing(set, &pair, index, err);
    return bs_relation_add(set,
                           &(bs_relation_spec){
                               .code = "difference",
                               .form = BS_FORM_SUM,
                               .scope = certain ? BS_SCOPE_CERTAIN : BS_SCOPE_LIKELY,
                               .doubt = certain ? 0 : DOUBT_FAR,
                               .terms = {pair.later, pair.earlier, index},
                               .term_count = 3,
                               .what = "the earlier value plus the change",
                           },
                           err);
}

enum { BALANCE_SENTENCES_BACK = 3, BALANCE_BLOCKS_BACK = 3, CUE_BYTES_MAX = 40 };

// Names of both sides are given, but the numbers may be of other goods or other periods.
static const double DOUBT_SIDES = 2e-3;
static const double BALANCE_BITS_MIN = 3;

// A level that the words right in front of it, or its own name, call by this cue.
static bool is_called(const bs_view *view, size_t figure, bs_cue cue)
{
    if (bs_cue_in(cue, view->figures.items[figure].quantity->indicator)) return true;
    return bs_cue_in(cue, bs_view_front(view, figure, CUE_BYTES_MAX));
}

// "상품수지는 수출 2,450억 달러, 수입 1,680억 달러로": a side of a balance, by its own name.
static bool is_named_side(const bs_view *view, size_t figure, bs_cue cue)
{
    return bs_cue_is(cue, view->figures.items[figure].quantity->subject);
}

// "进出口总额", "수출입 총액": of both sides together.
static bool is_of_both(const bs_view *view, size_t figure)
{
    static const char words[] = "进出口|進出口|輸出入|수출입|교역|무역액|two-way|total trade";
    return bs_str_has_any(view->figures.items[figure].quantity->indicator, words);
}

// The nearest figure in front of the balance, in this sentence or one of the last, called so.
static size_t find_side(const bs_view *view, size_t balance, bs_cue cue)
{
    size_t own = view->figures.items[balance].sentence;
    const bs_sentence *sentence = &view->sentences.items[own];
    for (size_t back = 0; back <= BALANCE_SENTENCES_BACK && back <= own; back++) {
        const bs_sentence *at = sentence - back;
        if (sentence->block - at->block > BALANCE_BLOCKS_BACK) break;
        for (size_t i = at->first; i < at->first + at->count && i < balance; i++) {
            const bs_figure *figure = &view->figures.items[i];
            bool side = is_named_side(view, i, cue) ||
                        (is_called(view, i, cue) && !is_called(view, i, BS_CUE_BALANCE));
            if (bs_figure_is_level(figure) && side && !is_of_both(view, i) &&
                !bs_earlier_is(view, i) &&
                bs_figure_same_unit(figure, &view->figures.items[balance]) &&
                bs_figure_same_period(figure, &view->figures.items[balance]))
                return i;
        }
    }
    return BS_NO_FIGURE;
}

// The numbers of both sides and of the balance agree, and the word for it does not.
static bs_status check_balance_word(bs_relations *set, const bs_relation *relation, bool surplus,
                                    bs_error *err)
{
    const bs_view *view = set->view;
    size_t balance = relation->terms[0];
    bs_direction word;
    if (view->figures.items[balance].value <= 0 || !bs_balance_word_find(view, balance, &word) ||
        word.down != surplus || !bs_relation_holds(view, relation) ||
        bs_relation_bits(view, relation) < BALANCE_BITS_MIN)
        return BS_OK;
    bs_finding *finding = bs_relation_report(set, "difference", BS_ERROR, balance);
    if (finding == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    bs_finding__widen(finding, word.span);
    bs_str proposal = bs_direction_turn(set->arena, &word);
    bs_str exports = view->figures.items[relation->terms[surplus ? 1 : 2]].quantity->text;
    bs_str imports = view->figures.items[relation->terms[surplus ? 2 : 1]].quantity->text;
    finding->message = bs_arena_format(
        set->arena, "%.*s is called %.*s, but %.*s less %.*s is %s nought",
        BS_STR_ARG(view->figures.items[balance].quantity->text), BS_STR_ARG(word.word),
        BS_STR_ARG(exports), BS_STR_ARG(imports), surplus ? "above" : "below");
    finding->hint = bs_arena_format(set->arena, "the opposite word: %.*s?", BS_STR_ARG(proposal));
    if (proposal.ptr == NULL || finding->message.ptr == NULL || finding->hint.ptr == NULL)
        return bs_fail(err, BS_E_MEMORY, "out of memory");
    finding->proposals[finding->proposal_count++] = (bs_proposal){proposal, 0.9, "sign"};
    BS_TRY(bs_relation_relate(set, finding, relation->terms[1], err));
    return bs_relation_relate(set, finding, relation->terms[2], err);
}

// The balance is what the two sides differ by, either way.
static bool fits(const bs_relations *set, size_t balance, size_t exports, size_t imports)
{
    static const int8_t minus[] = {1, 1, -1};
    const bs_figure *figures = set->view->figures.items;
    bool surplus = figures[exports].value >= figures[imports].value;
    size_t terms[] = {balance, surplus ? exports : imports, surplus ? imports : exports};
    bs_relation trial = {
        .form = BS_FORM_SUM, .terms = terms, .term_count = 3, .signs = minus, .factor = 1};
    return bs_relation_holds(set->view, &trial);
}

// "Exports were 6,322, imports 6,426; the deficit came to 104": a deficit is printed without a
// sign. Where the sides do not give it, the word says which of them is the larger one.
static bs_status check_balance(bs_relations *set, size_t balance, bs_error *err)
{
    const bs_view *view = set->view;
    size_t exports = find_side(view, balance, BS_CUE_EXPORTS);
    size_t imports = find_side(view, balance, BS_CUE_IMPORTS);
    if (exports == BS_NO_FIGURE || imports == BS_NO_FIGURE || exports == imports) return BS_OK;
    const bs_figure *figures = view->figures.items;
    bool surplus = figures[exports].value >= figures[imports].value;
    bs_direction word;
    if (figures[balance].value < 0)
        surplus = true;
    else if (bs_balance_word_find(view, balance, &word) && !fits(set, balance, exports, imports))
        surplus = !word.down;
    static const int8_t minus[] = {1, 1, -1};
    bs_relation *relation = bs_relation_push(set, "difference", BS_FORM_SUM, 3);
    if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    relation->scope = BS_SCOPE_LIKELY;
    relation->doubt = DOUBT_SIDES;
    relation->signs = minus;
    relation->what = "the difference of the two sides";
    relation->terms[0] = balance;
    relation->terms[1] = surplus ? exports : imports;
    relation->terms[2] = surplus ? imports : exports;
    return check_balance_word(set, relation, figures[exports].value >= figures[imports].value, err);
}

// "A 4,862.7, B 3,915.4, 相差947.3": the words call it a gap, and exactly two levels of its unit
// stand in front of it in the sentence.
static bs_status check_gap(bs_relations *set, size_t gap, bs_error *err)
{
    static const char words[] =
        "相差|격차는|차이는|격차가|の差は|との差は|a gap of|a difference of";
    const bs_view *view = set->view;
    const bs_sentence *sentence = bs_view_sentence(view, gap);
    bs_str before = bs_view_between(view, gap > sentence->first ? gap - 1 : BS_NO_FIGURE, gap);
    bool called = bs_str_has_any(before, words);
    size_t levels[2], count = 0;
    for (size_t i = sentence->first; called && i < gap; i++) {
        const bs_figure *level = &view->figures.items[i];
        if (!bs_figure_is_level(level) || !bs_figure_same_unit(level, &view->figures.items[gap]))
            continue;
        if (count == BS_COUNT(levels)) return BS_OK;
        levels[count++] = i;
    }
    if (count != BS_COUNT(levels)) return BS_OK;
    bool first = view->figures.items[levels[0]].value > view->figures.items[levels[1]].value;
    return bs_relation_add(
        set,
        &(bs_relation_spec){.code = "difference",
                            .form = BS_FORM_SUM,
                            .scope = BS_SCOPE_LIKELY,
                            .doubt = DOUBT_SIDES,
                            .terms = {levels[first ? 0 : 1], levels[first ? 1 : 0], gap},
                            .term_count = 3,
                            .what = "the other one plus the gap"},
        err);
}

// A change of a level that is a balance itself, and none of two sides.
static bool moves_balance(const bs_view *view, size_t change)
{
    size_t of = view->figures.items[change].of;
    return of != BS_NO_FIGURE && is_called(view, of, BS_CUE_BALANCE) &&
           bs_figure_same_unit(&view->figures.items[of], &view->figures.items[change]);
}

static bs_status collect_balances(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i < set->view->reading->quantities.count; i++) {
        const bs_figure *figure = &set->view->figures.items[i];
        // "the shortfall increased $3.7 billion to $41.5 billion": by how much a balance has moved.
        bool change = figure->quantity->role == BS_ROLE_CHANGE && figure->quantity->valued &&
                      !moves_balance(set->view, i);
        if (figure->sentence == SIZE_MAX || !(change || bs_figure_is_level(figure))) continue;
        if (figure->quantity->unit.len == 0 || figure->quantity->unit.ptr[0] == '%') continue;
        // "上年结余": what was left of another year.
        if (is_called(set->view, i, BS_CUE_BALANCE) && !bs_earlier_is(set->view, i))
            BS_TRY(check_balance(set, i, err));
        BS_TRY(check_gap(set, i, err));
    }
    return BS_OK;
}

bs_status bs_collect__difference(bs_relations *set, bs_error *err)
{
    const bs_figure *figures = set->view->figures.items;
    bs_cells cells;
    BS_TRY(bs_cells_init(&cells, set->arena, set->view, err));
    for (size_t i = 0; i < set->view->reading->quantities.count; i++) {
        const bs_figure *change = &figures[i];
        if (change->quantity->role != BS_ROLE_CHANGE || !change->quantity->valued) continue;
        if (change->sentence != SIZE_MAX) BS_TRY(check_change(set, &cells, i, err));
    }
    BS_TRY(collect_balances(set, err));
    BS_TRY(bs_direction__collect(set, err));
    BS_TRY(bs_subtracted__collect(set, err));
    return bs_law_collect(set, BS_LAW_DIFFERENCE, err);
}

BS_RELATION_RUN(bs_check_difference, "difference")
