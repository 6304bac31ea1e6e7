// SPDX-License-Identifier: GPL-3.0-or-later
// The earlier level that a sentence behind tells: "Sales were 297 billion, up 3.2%. In the year
// before they were 288 billion."
#include <math.h>

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_levels.h"
#include "engine/analyze/relation_prose.h"

enum { SENTENCES_BEHIND = 2, HEAD_BYTES = 64, TOLD_MAX = 64 }; // bytes and figures looked at

static const double LIKENESS_MIN = 0.8;

// "前期の売上高", "去年同月出口": the name without the time in front of it.
static bs_str without_time(bs_str name)
{
    static const bs_str of = BS_STR_INIT("の");
    size_t len = 0;
    if (bs_cue_find(BS_CUE_EARLIER, name, 0, &len) != 0) return name;
    name = bs_str_trim(bs_str_slice(name, len, name.len));
    return bs_str_starts(name, of) ? bs_str_slice(name, of.len, name.len) : name;
}

// "지난해 9월 취업자는 2,845만 명": a month or a day in front, which is not that of the other.
static bool has_time_of_its_own(const bs_view *view, size_t index)
{
    const bs_sentence *sentence = bs_view_sentence(view, index);
    for (size_t i = sentence->first; i < index; i++) {
        bs_kind kind = view->figures.items[i].quantity->kind;
        if (kind == BS_KIND_DATE || kind == BS_KIND_YEAR) return true;
    }
    return false;
}

// A level of a sentence behind, of the same name, that its period or the words at the head of the
// sentence ("前期の売上高は...") call the earlier one.
static bool is_told_later(const bs_view *view, size_t own, size_t index, bs_period before)
{
    const bs_figure *figures = view->figures.items;
    const bs_quantity *level = figures[own].quantity;
    const bs_quantity *other = figures[index].quantity;
    bs_str name = without_time(other->indicator);
    if (!bs_figure_is_level(&figures[index]) || name.len == 0 ||
        !bs_figure_same_unit(&figures[index], &figures[own]) ||
        fmax(bs_name_share(name, level->indicator), bs_name_likeness(name, level->indicator)) <
            LIKENESS_MIN)
        return false;
    if (!bs_period_is_none(before) && bs_period_equal(other->period, before)) return true;
    if (has_time_of_its_own(view, index)) return false;
    bs_str text = bs_str_trim(bs_view_sentence(view, index)->text);
    bs_str head = bs_str_slice(text, 0, HEAD_BYTES);
    return bs_cue_find(BS_CUE_EARLIER, head, 0, NULL) == 0 &&
           bs_period_equal(other->period, level->period);
}

size_t bs_levels_told_behind(const bs_view *view, size_t level, bs_basis basis)
{
    size_t own = view->figures.items[level].sentence;
    size_t passage = own == SIZE_MAX ? SIZE_MAX : bs_view_passage(view, own);
    if (passage == SIZE_MAX) return BS_NO_FIGURE;
    const bs_passage *all = &view->passages.items[passage];
    bs_period before = bs_figure_period_before(&view->figures.items[level], basis);
    for (size_t i = own + 1; i < all->first + all->count && i - own <= SENTENCES_BEHIND; i++) {
        const bs_sentence *sentence = &view->sentences.items[i];
        size_t told = sentence->count < TOLD_MAX ? sentence->count : TOLD_MAX;
        for (size_t k = sentence->first; k < sentence->first + told; k++) {
            if (is_told_later(view, level, k, before)) return k;
        }
    }
    return BS_NO_FIGURE;
}
