// SPDX-License-Identifier: GPL-3.0-or-later
//
// bound: what a share and a rate of change can be at all, and how many digits a group behind a word
// for a power of ten thousand can have.
#include <math.h>

#include "engine/analyze/channel.h"
#include "engine/analyze/check_internal.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_internal.h"
#include "engine/analyze/relation_plan.h"
#include "engine/analyze/relation_prose.h"

// Chance that a group is too long by a digit struck twice, where one stands beside its like.
static const double DOUBLE_SHARE = 0.8;

static bs_status push_bound(bs_relations *set, size_t figure, bs_span bounds, const char *what,
                            bs_error *err)
{
    bs_relation *relation = bs_relation_push(set, "bound", BS_FORM_WITHIN, 1);
    if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    relation->scope = BS_SCOPE_CERTAIN;
    relation->terms[0] = figure;
    relation->bounds = bounds;
    relation->what = what;
    return BS_OK;
}

// "占比变化", "비중 증감": a column of changes in shares.
static bool is_headed_by_change(const bs_view *view, const bs_figure *figure)
{
    static const char *const words[] = {"变化", "变动", "變化", "變動", "增減",   "변화",  "변동",
                                        "変化", "증감", "増減", "增减", "change", "Change"};
    if (figure->grid == SIZE_MAX) return false;
    const bs_grid *grid = &view->grids.items[figure->grid];
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        bs_str word = bs_str_from(words[i]);
        if (bs_str_find(grid->cols[figure->col].label, word, 0) != SIZE_MAX ||
            bs_str_find(grid->rows[figure->row].label, word, 0) != SIZE_MAX)
            return true;
    }
    return false;
}

// "부채비율은 133.0%", "流動比率": a ratio of two amounts may be above 100, and no words call it a
// share of a whole.
static bool is_called_ratio(const bs_view *view, size_t index)
{
    static const char *const words[] = {"비율은",
                                        "비율이",
                                        "비율 ",
                                        "比率は",
                                        "比率が",
                                        "比率为",
                                        "比率",
                                        "ratio of",
                                        "ratio was",
                                        "ratio is",
                                        "覆盖率",
                                        "覆盖率为",
                                        "覆蓋率",
                                        "覆蓋率為",
                                        "coverage of",
                                        "재고율)은",
                                        "재고율은",
                                        "손해율은",
                                        "예대율은",
                                        "在庫率は",
                                        "在庫率指数は",
                                        "conversion of",
                                        "conversion was",
                                        "conversion rate of",
                                        "retention of",
                                        "retention was",
                                        "retention rate of",
                                        "replacement of",
                                        "gearing of",
                                        "cover of",
                                        "payout of",
                                        "combined ratio of",
                                        "combined ratio was"};
    const bs_sentence *sentence = bs_view_sentence(view, index);
    if (sentence == NULL) return false;
    size_t before = index > sentence->first ? index - 1 : BS_NO_FIGURE;
    bs_str text = bs_str_trim(bs_view_between(view, before, index));
    // "相当于正常保有量的103.5%": how much one thing is of another.
    static const char equals[] = "相当于|相当於|equivalent to|equal to";
    if (bs_str_has_any(text, equals)) return true;
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (bs_str_ends(text, bs_str_trim(bs_str_from(words[i])))) return true;
    }
    return false;
}

// A column that is only called a ratio (비율), or a row that is called one of what companies owe
// and own, has whatever two numbers give.
static bool is_plain_ratio(const bs_view *view, const bs_figure *figure)
{
    static const char *const words[] = {"비율", "比率", "ratio", "Ratio", "rate", "Rate", NULL};
    static const char *const accounts[] = {"유동비율",     "부채비율",
                                           "당좌비율",     "유보율",
                                           "고정비율",     "대비 비율",
                                           "대비 비중",    "적립비율",
                                           "적립률",       "지급여력비율",
                                           "커버리지비율", "순자본비율",
                                           "조달비율",     "K-ICS비율",
                                           "RBC비율",      "流動比率",
                                           "当座比率",     "負債比率",
                                           "固定比率",     "規制比率",
                                           "マージン比率", "カバレッジ比率",
                                           "将来負担比率", "経常収支比率",
                                           "資産負債比率", NULL};
    if (figure->grid == SIZE_MAX) return false;
    const bs_grid *grid = &view->grids.items[figure->grid];
    bs_str row = bs_str_trim(grid->rows[figure->row].own_label);
    static const char *const units[] = {"(%)", "(％)", "（％）"};
    for (size_t i = 0; i < BS_COUNT(units); i++) {
        bs_str unit = bs_str_from(units[i]);
        if (bs_str_ends(row, unit)) row = bs_str_trim(bs_str_slice(row, 0, row.len - unit.len));
    }
    return bs_any_ends(bs_str_trim(grid->cols[figure->col].own_label), words) ||
           bs_any_ends(row, accounts);
}

// "-32 | -0.5%": the share of a loss in a whole stands beside the loss.
static bool is_beside_loss(const bs_view *view, const bs_figure *figure)
{
    if (figure->grid == SIZE_MAX || figure->col == 0 || figure->value >= 0) return false;
    bs_lens lens = {&view->grids.items[figure->grid], false};
    size_t beside = bs_lens_figure(lens, figure->row, figure->col - 1);
    return beside != BS_NO_FIGURE && view->figures.items[beside].value < 0;
}

static bool is_share(const bs_view *view, size_t index)
{
    const bs_figure *figure = &view->figures.items[index];
    const bs_quantity *quantity = figure->quantity;
    if (!bs_str_equal(quantity->unit, BS_STR("%")) || is_headed_by_change(view, figure) ||
        is_plain_ratio(view, figure) || is_beside_loss(view, figure))
        return false;
    bool ratio =
        figure->value > 100 && (is_called_ratio(view, index) || bs_plan_is_share(view, index));
    if (quantity->role == BS_ROLE_SHARE) return !ratio;
    return figure->series != SIZE_MAX && quantity->role != BS_ROLE_GROWTH &&
           view->reading->series.items[figure->series].measure == BS_MEASURE_SHARE;
}

static bool is_no_share(const bs_view *view, size_t index)
{
    double value = view->figures.items[index].value;
    return is_share(view, index) && (value > 100 || value < 0);
}

// One number of a column or row may be wrong; where many are no shares, it is none of shares, and
// was read wrongly.
static bool is_among_others(const bs_view *view, const bs_figure *figure, bool down)
{
    enum { CELLS_MAX = 64, OTHERS_MIN = 3 };
    if (figure->grid == SIZE_MAX) return false;
    const bs_grid *grid = &view->grids.items[figure->grid];
    bs_lens lens = {grid, down};
    size_t others = 0, count = down ? grid->row_count : grid->col_count;
    for (size_t i = 0; i < count && i < CELLS_MAX && others < OTHERS_MIN; i++) {
        size_t index = bs_lens_figure(lens, down ? figure->col : figure->row, i);
        others += index != BS_NO_FIGURE && is_no_share(view, index);
    }
    return others >= OTHERS_MIN;
}

static bs_status check_figure(bs_relations *set, size_t index, bs_error *err)
{
    const bs_figure *figure = &set->view->figures.items[index];
    const bs_quantity *quantity = figure->quantity;
    if (!quantity->valued || quantity->kind == BS_KIND_RANGE) return BS_OK;
    if (is_no_share(set->view, index) && !is_among_others(set->view, figure, true) &&
        !is_among_others(set->view, figure, false))
        return push_bound(set, index, (bs_span){0, 100}, "a share in %", err);
    bool rate = quantity->role == BS_ROLE_GROWTH && bs_str_equal(quantity->unit, BS_STR("%"));
    // "101.9%로 전년말(102.5%) 대비 하락": what it has fallen from.
    if (rate && figure->value < -100 && !bs_earlier_is(set->view, index))
        return push_bound(set, index, (bs_span){-100, INFINITY}, "a rate of change in %", err);
    return BS_OK;
}

// Words that stand behind a group of four digits, with their power of ten.
static const struct scale_row {
    bs_str word;
    int power;
} scales[] = {
    {BS_STR_INIT("만"), 4},    {BS_STR_INIT("万亿"), 12}, {BS_STR_INIT("万"), 4},
    {BS_STR_INIT("萬億"), 12}, {BS_STR_INIT("萬"), 4},    {BS_STR_INIT("억"), 8},
    {BS_STR_INIT("亿"), 8},    {BS_STR_INIT("億"), 8},    {BS_STR_INIT("조"), 12},
    {BS_STR_INIT("兆"), 12},   {BS_STR_INIT("경"), 16},
};

// A group of digits of a number, and the power of ten of the word behind it; 0 where there is none.
typedef struct group {
    bs_str text; // with the word
    size_t count;
    int power;
} group;

// Cuts the next group off; false at the end.
static bool next_group(bs_str *rest, group *out)
{
    size_t at = 0;
    while (at < rest->len && !(rest->ptr[at] >= '0' && rest->ptr[at] <= '9'))
        at++;
    size_t start = at;
    *out = (group){.count = 0};
    for (; at < rest->len; at++) {
        bool digit = rest->ptr[at] >= '0' && rest->ptr[at] <= '9';
        if (!digit && rest->ptr[at] != ',') break;
        out->count += digit;
    }
    size_t end = at;
    bs_str behind = bs_str_slice(*rest, at, rest->len);
    for (size_t i = 0; i < BS_COUNT(scales) && out->power == 0; i++) {
        if (!bs_str_starts(behind, scales[i].word)) continue;
        out->power = scales[i].power;
        end = at + scales[i].word.len;
    }
    out->text = bs_str_slice(*rest, start, end);
    *rest = bs_str_slice(*rest, end, rest->len);
    return out->count > 0;
}

// "4조 44,484억": behind 조 there is room for four digits of 억. *odd gets the group that is too
// long.
static bool has_long_group(const bs_quantity *quantity, group *before, group *odd)
{
    bs_str rest = quantity->digits, text = quantity->text;
    bool within = rest.ptr >= text.ptr && rest.ptr + rest.len <= text.ptr + text.len;
    if (within) rest = bs_str_slice(text, (size_t)(rest.ptr - text.ptr), text.len);
    if (!next_group(&rest, before) || before->power == 0) return false;
    while (next_group(&rest, odd)) {
        if (odd->power < before->power && odd->count > (size_t)(before->power - odd->power))
            return true;
        *before = *odd;
        if (before->power == 0) return false;
    }
    return false;
}

static bool is_proposed(const bs_finding *finding, bs_str text)
{
    for (size_t i = 0; i < finding->proposal_count; i++) {
        if (bs_str_equal(finding->proposals[i].text, text)) return true;
    }
    return false;
}

// The numbers that a digit struck twice makes this one of.
static bs_status propose_single(bs_relations *set, size_t index, bs_finding *finding, bs_error *err)
{
    bs_mender mender;
    bs_mend_array mends = {0};
    BS_TRY(bs_mender__init(&mender, set->arena, set->view, BS_PROFILE_ANY, err));
    BS_TRY(bs_mend__list(&mends, &mender, index, err));
    for (size_t i = 0; i < mends.count && finding->proposal_count < BS_PROPOSAL_COUNT_MAX; i++) {
        if (strcmp(mends.items[i].slip, bs_slip_name(BS_SLIP_DOUBLE)) != 0) continue;
        bs_str text = bs_mend__print(set->arena, set->view, &set->view->figures.items[index],
                                     mends.items[i].value);
        group before, odd;
        bs_quantity like = {.text = text, .digits = text};
        if (text.ptr == NULL || has_long_group(&like, &before, &odd) || is_proposed(finding, text))
            continue;
        finding->proposals[finding->proposal_count++] =
            (bs_proposal){text, 0, bs_slip_name(BS_SLIP_DOUBLE)};
    }
    for (size_t i = 0; i < finding->proposal_count; i++)
        finding->proposals[i].probability = DOUBLE_SHARE / (double)finding->proposal_count;
    if (finding->proposal_count > 0)
        finding->hint = bs_arena_format(set->arena, "%s: %.*s?", bs_slip_phrase(BS_SLIP_DOUBLE),
                                        BS_STR_ARG(finding->proposals[0].text));
    return BS_OK;
}

// "993만56000세대": the digits behind the word are too many to be read with it, and stand alone.
static bool has_group_behind(const bs_view *view, size_t index, group *before, group *odd)
{
    const bs_quantity *own = view->figures.items[index].quantity;
    const bs_sentence *sentence = bs_view_sentence(view, index);
    bs_str rest = own->text;
    bool joined = sentence != NULL && index + 1 < sentence->first + sentence->count &&
                  bs_str_equal(own->unit, BS_STR("1")) && own[1].kind == BS_KIND_QUANTITY &&
                  own[1].text.ptr == own->text.ptr + own->text.len;
    if (!joined || !next_group(&rest, before) || rest.len > 0 || before->power == 0) return false;
    rest = own[1].text;
    return next_group(&rest, odd) && odd->text.ptr == own[1].text.ptr &&
           odd->power < before->power && odd->count > (size_t)(before->power - odd->power);
}

static bs_status report_group(bs_relations *set, size_t index, const group *before,
                              const group *odd, bs_finding **out, bs_error *err)
{
    bs_finding *finding = bs_relation_report(set, "bound", BS_ERROR, index);
    if (finding == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    finding->message = bs_arena_format(
        set->arena, "%.*s has %zu digits behind %.*s, where there is room for %d",
        BS_STR_ARG(odd->text), odd->count, BS_STR_ARG(before->text), before->power - odd->power);
    *out = finding;
    return finding->message.ptr ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}

static bs_status check_groups(bs_relations *set, size_t index, bs_error *err)
{
    const bs_quantity *quantity = set->view->figures.items[index].quantity;
    group before, odd;
    bs_finding *finding;
    if (quantity->valued && has_group_behind(set->view, index, &before, &odd))
        return report_group(set, index, &before, &odd, &finding, err);
    bool counts = quantity->valued && quantity->kind != BS_KIND_RANGE && quantity->digits.len > 0;
    if (!counts || !has_long_group(quantity, &before, &odd)) return BS_OK;
    BS_TRY(report_group(set, index, &before, &odd, &finding, err));
    return propose_single(set, index, finding, err);
}

bs_status bs_collect__bound(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i < set->view->figures.count; i++) {
        BS_TRY(check_figure(set, i, err));
        if (i < set->view->reading->quantities.count) BS_TRY(check_groups(set, i, err));
    }
    return BS_OK;
}

BS_RELATION_RUN(bs_check_bound, "bound")
