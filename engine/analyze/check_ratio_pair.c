// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_ratio_pair.h"

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_prose.h"

enum { SENTENCES_BACK = 2, LEVELS_MAX = 2 };

// The two levels are the only ones of one unit and time near the ratio; and they are called alike,
// as incomes of two places are.
static const double DOUBT_ONLY = 0.01;
static const double DOUBT_ALIKE = 1e-3;
static const double LIKENESS_MIN = 0.6;

static bool is_called_ratio(const bs_view *view, size_t index)
{
    static const char *const tails[] = {"比",    "之比",     "배율", "비율", "倍率", "比率",
                                        "ratio", "ratio of", "比值", "격차", "비",   NULL};
    const bs_quantity *own = view->figures.items[index].quantity;
    bool bare = bs_str_equal(own->unit, BS_STR("1")) || bs_str_equal(own->unit, BS_STR("times"));
    if (!bare || own->kind != BS_KIND_QUANTITY || !own->valued) return false;
    for (size_t i = 0; tails[i] != NULL; i++) {
        if (bs_str_ends(own->indicator, bs_str_from(tails[i]))) return true;
    }
    return false;
}

// Levels of sentence `index` in front of the ratio; one too many where there are more than two.
static void gather(const bs_view *view, size_t index, size_t ratio, size_t levels[LEVELS_MAX + 1],
                   size_t *count)
{
    const bs_sentence *sentence = &view->sentences.items[index];
    for (size_t i = sentence->first; i < sentence->first + sentence->count && i < ratio; i++) {
        const bs_figure *figure = &view->figures.items[i];
        if (!bs_figure_is_level(figure) || figure->quantity->unit.len <= 1 || figure->value <= 0 ||
            figure->quantity->unit.ptr[0] == '%' || bs_earlier_is(view, i) ||
            !bs_figure_same_period(figure, &view->figures.items[ratio]))
            continue;
        if (*count <= LEVELS_MAX) levels[(*count)++] = i;
    }
}

static bs_status check_ratio(bs_relations *set, size_t ratio, bs_error *err)
{
    const bs_view *view = set->view;
    const bs_figure *figures = view->figures.items;
    size_t levels[LEVELS_MAX + 1], count = 0;
    size_t own = figures[ratio].sentence, passage = bs_view_passage(view, own);
    size_t first = passage == SIZE_MAX ? own : view->passages.items[passage].first;
    for (size_t i = own + 1; i-- > first && own - i <= SENTENCES_BACK && count < LEVELS_MAX;)
        gather(view, i, ratio, levels, &count);
    if (count != LEVELS_MAX || !bs_figure_same_unit(&figures[levels[0]], &figures[levels[1]]))
        return BS_OK;
    bool first_above =
        (figures[levels[0]].value > figures[levels[1]].value) == (figures[ratio].value > 1);
    double like = bs_name_likeness(figures[levels[0]].quantity->indicator,
                                   figures[levels[1]].quantity->indicator);
    return bs_relation_add(
        set,
        &(bs_relation_spec){
            .code = "ratio",
            .form = BS_FORM_QUOTIENT,
            .scope = BS_SCOPE_LIKELY,
            .doubt = like >= LIKENESS_MIN ? DOUBT_ALIKE : DOUBT_ONLY,
            .terms = {ratio, levels[first_above ? 0 : 1], levels[first_above ? 1 : 0]},
            .term_count = 3},
        err);
}

bs_status bs_ratio__collect_pairs(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i < set->view->reading->quantities.count; i++) {
        if (set->view->figures.items[i].sentence == SIZE_MAX || !is_called_ratio(set->view, i))
            continue;
        BS_TRY(check_ratio(set, i, err));
    }
    return BS_OK;
}
