// SPDX-License-Identifier: GPL-3.0-or-later
//
// part: a part is not larger than its whole.
#include "engine/analyze/check_internal.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"

// "Of which" names a part, but the whole is only the nearest number in front of it.
static const double DOUBT_OF_WHICH = 7e-4;

static bool is_candidate(const bs_view *view, size_t whole, size_t part)
{
    const bs_figure *a = &view->figures.items[whole];
    const bs_figure *b = &view->figures.items[part];
    return bs_figure_is_level(a) && bs_figure_is_level(b) && bs_figure_same_unit(a, b) &&
           bs_figure_same_period(a, b) && a->quantity->unit.ptr[0] != '%' && a->value > 0 &&
           b->value > 0;
}

static bs_status add(bs_relations *set, size_t whole, size_t part, bs_error *err)
{
    return bs_relation_add(set,
                           &(bs_relation_spec){.code = "part",
                                               .form = BS_FORM_AT_MOST,
                                               .scope = BS_SCOPE_LIKELY,
                                               .terms = {part, whole},
                                               .term_count = 2,
                                               .doubt = DOUBT_OF_WHICH,
                                               .what = "is part of a whole and larger than it,"},
                           err);
}

// "540 of them": do the words stand right behind the number in front of figure `next`?
static bool stands_behind(const bs_view *view, const bs_sentence *sentence, size_t next,
                          const char *words)
{
    if (next == sentence->first) return false;
    bs_str before = view->figures.items[next - 1].quantity->text;
    const char *end = before.ptr + before.len;
    return bs_str_equal((bs_str){end, (size_t)(words - end)}, BS_STR(" "));
}

// "..., of which 37.5": the last level of the unit in front of the words is the whole.
static bs_status collect_sentence(bs_relations *set, const bs_sentence *sentence, bs_error *err)
{
    size_t len;
    size_t word = bs_cue_find(BS_CUE_OF_WHICH, sentence->text, 0, &len);
    if (word == SIZE_MAX) return BS_OK;
    const char *cut = sentence->text.ptr + word;
    size_t end = sentence->first + sentence->count;
    size_t part = sentence->first;
    while (part < end && set->view->figures.items[part].quantity->text.ptr < cut)
        part++;
    if (stands_behind(set->view, sentence, part, cut)) part--;
    while (part < end && !bs_figure_is_level(&set->view->figures.items[part]))
        part++;
    if (part == end) return BS_OK;
    for (size_t whole = part; whole-- > sentence->first;) {
        if (set->view->figures.items[whole].quantity->text.ptr < cut &&
            is_candidate(set->view, whole, part))
            return add(set, whole, part, err);
    }
    return BS_OK;
}

bs_status bs_collect__part(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i < set->view->sentences.count; i++)
        BS_TRY(collect_sentence(set, &set->view->sentences.items[i], err));
    return BS_OK;
}

BS_RELATION_RUN(bs_check_part, "part")
