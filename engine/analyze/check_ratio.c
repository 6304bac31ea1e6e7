// SPDX-License-Identifier: GPL-3.0-or-later
//
// ratio: per-head, per-unit and average values of a table, and rates in running text that are
// called after their numerator.
#include <math.h>

#include "engine/analyze/check_identity.h"
#include "engine/analyze/check_internal.h"
#include "engine/analyze/check_ratio_average.h"
#include "engine/analyze/check_ratio_head.h"
#include "engine/analyze/check_ratio_out_of.h"
#include "engine/analyze/check_ratio_pair.h"
#include "engine/analyze/check_ratio_rate.h"
#include "engine/analyze/relation_concept.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_law.h"
#include "engine/analyze/relation_prose.h"

enum { FIGURES_BACK = 16, BLOCKS_BACK = 1, STEM_BYTES_MIN = 4 };

// The rate is called after the numerator, but the denominator is only the level that fits best.
static const double DOUBT_NAMED = 0.02;
static const double LIKENESS_MIN = 0.6;

typedef struct quotient {
    size_t above;
    size_t below;
    double factor;
} quotient;

typedef struct search {
    bs_relations *set;
    size_t rate;
    bs_str stem; // "operating" of "operating margin", 영업이익 of 영업이익률
    size_t levels[FIGURES_BACK];
    size_t count;
} search;

static const bs_figure *figure_at(const search *s, size_t index)
{
    return &s->set->view->figures.items[index];
}

// The name of a rate without the word for a rate; empty when it has none.
static bs_str stem_of(bs_str name)
{
    static const char *const tails[] = {"비율", "이익률", "률",     "율",      "比率",
                                        "率",   " rate",  " ratio", " margin", " percentage"};
    for (size_t i = 0; i < BS_COUNT(tails); i++) {
        bs_str tail = bs_str_from(tails[i]);
        if (name.len <= tail.len || !bs_str_ends(name, tail)) continue;
        size_t keep = bs_str_equal(tail, BS_STR("이익률")) ? BS_STR("이익").len : 0;
        bs_str stem = bs_str_slice(name, 0, name.len - tail.len + keep);
        return stem.len >= STEM_BYTES_MIN ? stem : (bs_str){0};
    }
    return (bs_str){0};
}

static void gather(search *s)
{
    const bs_quantity *own = figure_at(s, s->rate)->quantity;
    size_t first = s->rate > FIGURES_BACK ? s->rate - FIGURES_BACK : 0;
    s->count = 0;
    for (size_t i = s->rate; i-- > first;) {
        const bs_figure *figure = figure_at(s, i);
        if (own->origin.block - figure->quantity->origin.block > BLOCKS_BACK) break;
        if (figure->sentence == SIZE_MAX || !bs_figure_is_level(figure) || figure->value <= 0 ||
            figure->quantity->unit.len == 0 || figure->quantity->unit.ptr[0] == '%' ||
            bs_earlier_is(s->set->view, i))
            continue;
        s->levels[s->count++] = i;
    }
}

// How much a level's name has of the rate's, or the other way round.
static double likeness(const search *s, size_t level)
{
    bs_str name = figure_at(s, level)->quantity->indicator;
    return fmax(bs_name_share(name, s->stem), bs_name_share(s->stem, name));
}

static bool is_pair(const search *s, size_t above, size_t below)
{
    const bs_figure *a = figure_at(s, above);
    const bs_figure *b = figure_at(s, below);
    return above != below && bs_figure_same_unit(a, b) && bs_figure_same_period(a, b) &&
           bs_figure_same_period(a, figure_at(s, s->rate)) && a->value < b->value;
}

static bool holds(const search *s, size_t above, size_t below)
{
    size_t terms[] = {s->rate, above, below};
    bs_relation trial = {.form = BS_FORM_QUOTIENT, .terms = terms, .term_count = 3, .factor = 100};
    return bs_relation_holds(s->set->view, &trial);
}

// A pair that fits, or the one with the likest numerator and the largest denominator.
static bool choose(const search *s, quotient *out)
{
    double best = 0;
    *out = (quotient){.factor = 100};
    for (size_t i = 0; i < s->count; i++) {
        double like = likeness(s, s->levels[i]);
        if (like < LIKENESS_MIN) continue;
        for (size_t k = 0; k < s->count; k++) {
            if (!is_pair(s, s->levels[i], s->levels[k])) continue;
            bool fits = holds(s, s->levels[i], s->levels[k]);
            bool larger = out->below == 0 ||
                          figure_at(s, s->levels[k])->value > figure_at(s, out->below)->value;
            double score = like + (fits ? 2 : 0);
            if (score < best || (score == best && !larger)) continue;
            best = score;
            out->above = s->levels[i];
            out->below = s->levels[k];
        }
    }
    return best > 0;
}

static bs_status check_rate(bs_relations *set, size_t index, bs_error *err)
{
    const bs_figure *rate = &set->view->figures.items[index];
    const bs_quantity *quantity = rate->quantity;
    bool free_share = quantity->role == BS_ROLE_SHARE && rate->of == BS_NO_FIGURE;
    if (rate->sentence == SIZE_MAX || !quantity->valued || quantity->kind != BS_KIND_PERCENT ||
        !bs_str_equal(quantity->unit, BS_STR("%")) ||
        !(quantity->role == BS_ROLE_LEVEL || free_share))
        return BS_OK;
    search s = {.set = set, .rate = index, .stem = stem_of(quantity->indicator)};
    if (s.stem.len == 0) return BS_OK;
    gather(&s);
    quotient pair;
    if (!choose(&s, &pair)) return BS_OK;
    bool fits = holds(&s, pair.above, pair.below);
    // Of a rate whose arithmetic is known, what it is a rate of is not guessed.
    if (!fits && bs_concept_is_rate(bs_concept_of_label(quantity->indicator))) return BS_OK;
    return bs_relation_add(set,
                           &(bs_relation_spec){.code = "ratio",
                                               .form = BS_FORM_QUOTIENT,
                                               .scope = fits ? BS_SCOPE_HINT : BS_SCOPE_LIKELY,
                                               .terms = {index, pair.above, pair.below},
                                               .term_count = 3,
                                               .factor = pair.factor,
                                               .doubt = fits ? 0 : DOUBT_NAMED},
                           err);
}

// "14,000 pupils, taught by 626 teachers: 22.4 pupils per teacher": the counters of both levels
// stand in the unit of the quotient.
static bool is_per(const search *s, bs_str unit, size_t above, size_t below)
{
    static const bs_str per = BS_STR_INIT(" per ");
    size_t at = bs_str_find(unit, per, 0);
    bs_str top = figure_at(s, above)->quantity->unit;
    bs_str bottom = figure_at(s, below)->quantity->unit;
    if (at == SIZE_MAX || top.len < STEM_BYTES_MIN || bottom.len < STEM_BYTES_MIN) return false;
    bs_str one = bs_str_slice(unit, at + per.len, unit.len);
    bs_str left = bs_str_slice(unit, 0, at);
    if (bs_str_starts(bottom, BS_STR("count:"))) bottom = bs_str_slice(bottom, 6, bottom.len);
    return bs_str_equal(left, top) && bs_str_starts(bottom, one);
}

static bs_status check_per(bs_relations *set, size_t index, bs_error *err)
{
    search s = {.set = set, .rate = index};
    const bs_quantity *quantity = figure_at(&s, index)->quantity;
    if (figure_at(&s, index)->sentence == SIZE_MAX || quantity->role != BS_ROLE_LEVEL) return BS_OK;
    if (bs_str_find(quantity->unit, BS_STR(" per "), 0) == SIZE_MAX) return BS_OK;
    gather(&s);
    for (size_t i = 0; i < s.count; i++) {
        for (size_t k = 0; k < s.count; k++) {
            if (i == k || !is_per(&s, quantity->unit, s.levels[i], s.levels[k])) continue;
            return bs_relation_add(set,
                                   &(bs_relation_spec){.code = "ratio",
                                                       .form = BS_FORM_QUOTIENT,
                                                       .scope = BS_SCOPE_LIKELY,
                                                       .terms = {index, s.levels[i], s.levels[k]},
                                                       .term_count = 3,
                                                       .doubt = DOUBT_NAMED},
                                   err);
        }
    }
    return BS_OK;
}

bs_status bs_collect__ratio(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i < set->view->reading->quantities.count; i++) {
        BS_TRY(check_rate(set, i, err));
        BS_TRY(check_per(set, i, err));
    }
    BS_TRY(bs_ratio__collect_heads(set, err));
    BS_TRY(bs_ratio__collect_pairs(set, err));
    BS_TRY(bs_ratio__collect_rates(set, err));
    BS_TRY(bs_ratio__collect_averages(set, err));
    BS_TRY(bs_identity__collect(set, err));
    BS_TRY(bs_ratio__collect_out_of(set, err)); // what those before have not related
    return bs_law_collect(set, BS_LAW_RATIO, err);
}

BS_RELATION_RUN(bs_check_ratio, "ratio")
