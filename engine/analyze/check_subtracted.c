// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_subtracted.h"

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"

enum { WORD_BYTES = 40 };

static const bs_figure *figure_at(const bs_view *view, size_t index)
{
    return &view->figures.items[index];
}

static bool is_from(const bs_view *view, size_t index)
{
    static const char *const words[] = {"에서", "から", NULL};
    return bs_any_starts(bs_str_trim(bs_view_behind(view, index, WORD_BYTES)), words);
}

static bool is_taken(const bs_view *view, size_t index)
{
    static const char *const words[] = {"을 뺀",      "를 뺀",     "을 제외한", "를 제외한",
                                        "을 차감한",  "를 차감한", "を差し引",  "を引いた",
                                        "を控除した", NULL};
    return bs_any_starts(bs_str_trim(bs_view_behind(view, index, WORD_BYTES)), words);
}

// The amount of the unit behind `index` in its sentence, over percentages and times. BS_NO_FIGURE.
static size_t amount_behind(const bs_view *view, size_t index)
{
    const bs_sentence *sentence = bs_view_sentence(view, index);
    for (size_t i = index + 1; i < sentence->first + sentence->count; i++) {
        const bs_figure *figure = figure_at(view, i);
        bs_kind kind = figure->quantity->kind;
        if (kind == BS_KIND_YEAR || kind == BS_KIND_DATE || kind == BS_KIND_PERCENT) continue;
        bool like = bs_figure_is_level(figure) && figure->quantity->qualifier == BS_EXACT &&
                    bs_figure_same_unit(figure, figure_at(view, index));
        return like ? i : BS_NO_FIGURE;
    }
    return BS_NO_FIGURE;
}

static bs_status check_from(bs_relations *set, size_t from, bs_error *err)
{
    static const int8_t minus[] = {1, 1, -1};
    const bs_view *view = set->view;
    size_t taken = amount_behind(view, from);
    if (taken == BS_NO_FIGURE || !is_taken(view, taken)) return BS_OK;
    size_t left = amount_behind(view, taken);
    // "… 중 30명": of what is left.
    static const char some[] = " 중 |가운데|のうち|のなか";
    if (left == BS_NO_FIGURE || bs_str_has_any(bs_view_between(view, taken, left), some))
        return BS_OK;
    // A deficit is printed without a sign.
    bool turned = figure_at(view, from)->value < figure_at(view, taken)->value &&
                  figure_at(view, left)->value > 0;
    bs_relation *relation = bs_relation_push(set, "difference", BS_FORM_SUM, 3);
    if (relation == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    relation->scope = BS_SCOPE_CERTAIN;
    relation->signs = minus;
    relation->what = "what is left";
    relation->terms[0] = left;
    relation->terms[1] = turned ? taken : from;
    relation->terms[2] = turned ? from : taken;
    return BS_OK;
}

bs_status bs_subtracted__collect(bs_relations *set, bs_error *err)
{
    const bs_view *view = set->view;
    for (size_t i = 0; i < view->reading->quantities.count; i++) {
        const bs_figure *figure = figure_at(view, i);
        if (figure->sentence != SIZE_MAX && bs_figure_is_level(figure) &&
            figure->quantity->unit.len > 1 && is_from(view, i))
            BS_TRY(check_from(set, i, err));
    }
    return BS_OK;
}
