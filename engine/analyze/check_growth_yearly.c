// SPDX-License-Identifier: GPL-3.0-or-later
//
// "grew from 100 in 2020 to 161 in 2024, 12.6% a year": (later / earlier)^(1 / years) - 1, the
// compound annual growth rate.
#include "engine/analyze/check_growth_yearly.h"

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_prose.h"
#include "engine/core/unit.h"

// Such a rate is often that of other years than those whose levels stand beside it.
static const double DOUBT_YEARS = 0.01;
static const double LIKENESS_MIN = 0.8;

static const bs_figure *figure_at(const bs_view *view, size_t index)
{
    return &view->figures.items[index];
}

// "a year", "씩 매년" right behind the rate, and not "a year earlier".
static bool is_by_year(bs_str behind)
{
    static const char *const words[] = {"a year",    "per year",   "each year", "annually",
                                        "per annum", "every year", "yearly",    "p.a."};
    static const char *const earlier[] = {" earlier", " ago", " before", " prior"};
    behind = bs_str_trim(behind);
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (!bs_str_starts(behind, bs_str_from(words[i]))) continue;
        bs_str rest = bs_str_slice(behind, strlen(words[i]), behind.len);
        for (size_t k = 0; k < BS_COUNT(earlier); k++) {
            if (bs_str_starts(rest, bs_str_from(earlier[k]))) return false;
        }
        return true;
    }
    return false;
}

bool bs_yearly_is(const bs_view *view, size_t rate)
{
    const bs_sentence *sentence = bs_view_sentence(view, rate);
    if (sentence == NULL) return false;
    bool first = rate == sentence->first;
    bool last = rate + 1 == sentence->first + sentence->count;
    bs_str own = figure_at(view, rate)->quantity->text;
    const char *from = sentence->text.ptr, *end = from + sentence->text.len;
    if (!first) {
        bs_str before = figure_at(view, rate - 1)->quantity->text;
        from = before.ptr + before.len;
    }
    if (!last) end = figure_at(view, rate + 1)->quantity->text.ptr;
    const char *stop = own.ptr + own.len;
    if (from > own.ptr || end < stop) return false;
    return bs_cue_in(BS_CUE_YEARLY, (bs_str){from, (size_t)(own.ptr - from)}) ||
           is_by_year((bs_str){stop, (size_t)(end - stop)});
}

int bs_yearly_between(bs_period before, bs_period after)
{
    enum { MONTHS = 12 };
    if (bs_period_is_none(before) || bs_period_is_none(after)) return 0;
    bs_date a = bs_period_start(before), b = bs_period_start(after);
    bool alike = before.frequency == after.frequency || a.month == b.month;
    return alike && a.month == b.month ? b.year - a.year : 0;
}

static bool is_rate(const bs_figure *figure)
{
    return figure->quantity->role == BS_ROLE_GROWTH &&
           bs_str_equal(figure->quantity->unit, BS_STR("%"));
}

typedef struct levels {
    size_t later;
    size_t earlier;
    int years; // between them; 0 where there are no two
} levels;

// The two levels of the sentence, between the rates on either side, if there are just two of one
// unit and of one thing.
static levels find_levels(const bs_view *view, size_t rate)
{
    const bs_sentence *sentence = bs_view_sentence(view, rate);
    size_t first = rate, end = rate + 1, found[2], count = 0;
    while (first > sentence->first && !is_rate(figure_at(view, first - 1)))
        first--;
    while (end < sentence->first + sentence->count && !is_rate(figure_at(view, end)))
        end++;
    for (size_t i = first; i < end; i++) {
        const bs_figure *figure = figure_at(view, i);
        bs_str unit = figure->quantity->unit;
        bool level = i != rate && figure->quantity->valued && bs_figure_is_level(figure) &&
                     unit.len > 0 && unit.ptr[0] != '%' &&
                     bs_unit_dimension(unit) != BS_DIM_DURATION;
        if (!level) continue;
        if (count == BS_COUNT(found)) return (levels){0};
        found[count++] = i;
    }
    if (count < BS_COUNT(found)) return (levels){0};
    const bs_quantity *a = figure_at(view, found[0])->quantity;
    const bs_quantity *b = figure_at(view, found[1])->quantity;
    bool named = a->indicator.len > 0 && b->indicator.len > 0;
    if (!bs_figure_same_unit(figure_at(view, found[0]), figure_at(view, found[1])) ||
        (named && bs_name_likeness(a->indicator, b->indicator) < LIKENESS_MIN))
        return (levels){0};
    int years = bs_yearly_between(a->period, b->period);
    return years > 0 ? (levels){found[1], found[0], years} : (levels){found[0], found[1], -years};
}

bs_status bs_yearly_collect(bs_relations *set, size_t rate, bs_error *err)
{
    levels pair = find_levels(set->view, rate);
    if (pair.years == 0) return BS_OK;
    bs_relation_spec spec = {.code = "growth",
                             .form = BS_FORM_YEARLY,
                             .scope = BS_SCOPE_LIKELY,
                             .terms = {rate, pair.later, pair.earlier},
                             .term_count = 3,
                             .factor = pair.years,
                             .doubt = DOUBT_YEARS,
                             .what = "the growth by the year between the two levels"};
    return bs_relation_add(set, &spec, err);
}
