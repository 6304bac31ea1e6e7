// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_ratio_head.h"

#include <math.h>

#include "engine/analyze/relation_concept.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_prose.h"
#include "engine/base/utf8.h"

enum { AMOUNTS_MAX = 24, COUNTS_MAX = 12, DISTANCE_MAX = 400, WORD_BYTES = 64, WORDS_MAX = 14 };

// Chance that the quotient is of other numbers than those that the words name.
static const double DOUBT_NAMED = 0.01;
static const double DOUBT_SEVERAL = 0.1;
static const double LIKENESS_MIN = 0.75;
static const double LIKENESS_ALL = 0.1;
static const double BITS_MIN = 6;
// A quotient that is so far off is one of something else.
static const double OFF_MAX = 30;

// What is divided by, how the quotient says so, and how the number of heads is called.
typedef struct head_row {
    bool earnings; // what is divided is mostly net income, whatever it is called
    const char *cues[WORDS_MAX];
    const char *counts[WORDS_MAX];
} head_row;

static const head_row rows[] = {
    {.cues = {"1인당", "일인당", "인당", "人均", "一人当たり", "1人当たり", "１人当たり",
              "一人あたり", "per capita", "per head", "per person", "per inhabitant",
              "per resident"},
     .counts = {"인구", "주민", "시민", "人口", "population", "inhabitants", "residents",
                "people"}},
    {.cues = {"가구당", "세대당", "户均", "1世帯当たり", "一世帯当たり", "１世帯当たり",
              "per household"},
     .counts = {"가구", "세대", "户", "世帯", "households"}},
    {.earnings = true,
     .cues = {"주당", "每股", "1株当たり", "１株当たり", "一株当たり", "per share"},
     .counts = {"주식", "株式", "股本", "股份", "shares"}},
    {.cues = {"1인당", "人均", "一人当たり", "1人当たり", "per employee", "per worker"},
     .counts = {"종업원", "임직원", "직원", "종사자", "从业人员", "员工", "従業員", "従業者",
                "employees", "workers", "staff"}},
};

typedef struct search {
    bs_relations *set;
    size_t quotient;
    const head_row *row;
    bs_str stem; // the name of what is divided
    size_t amounts[AMOUNTS_MAX];
    size_t amount_count;
    size_t counts[COUNTS_MAX];
    size_t count_count;
    double best_likeness;
} search;

static const bs_figure *figure_at(const search *s, size_t index)
{
    return &s->set->view->figures.items[index];
}

static bs_str before_of(const bs_view *view, size_t index)
{
    return bs_view_front(view, index, WORD_BYTES);
}

static bool has_one(bs_str text, const char *const *words)
{
    for (size_t i = 0; i < WORDS_MAX && words[i] != NULL; i++) {
        if (bs_str_find(text, bs_str_from(words[i]), 0) != SIZE_MAX) return true;
    }
    return false;
}

// What is divided: the name without the cue and what stands in front of it; in English, what stands
// in front.
static bool cut_cue(bs_str name, const head_row *row, bs_str *stem)
{
    for (size_t i = 0; i < WORDS_MAX && row->cues[i] != NULL; i++) {
        bs_str cue = bs_str_from(row->cues[i]);
        size_t at = bs_str_find(name, cue, 0);
        if (at == SIZE_MAX) continue;
        bool latin = bs_rune_is_latin(bs_utf8_decode(cue, 0).code);
        *stem = latin ? bs_str_slice(name, 0, at) : bs_str_slice(name, at + cue.len, name.len);
        *stem = bs_str_trim(*stem);
        if (bs_str_starts(*stem, BS_STR("の"))) *stem = bs_str_slice(*stem, 3, stem->len);
        return true;
    }
    return false;
}

static bool is_earnings(bs_str stem)
{
    static const char *const words[] = {"收益",     "이익",     "利益", "income",
                                        "earnings", "Earnings", NULL};
    return stem.len == 0 || has_one(stem, words);
}

static double likeness(const search *s, size_t index)
{
    bs_str name = figure_at(s, index)->quantity->indicator;
    bool income = bs_concept_last(before_of(s->set->view, index)) == BS_CONCEPT_NET_INCOME;
    if (s->row->earnings && income && is_earnings(s->stem)) return 1;
    double share = fmax(bs_name_share(s->stem, name), bs_name_share(name, s->stem));
    // Of names that have all of it, the one with least beside it.
    return share + LIKENESS_ALL * bs_name_likeness(s->stem, name);
}

// "19.2p" of pounds.
static bool is_in_pence(const bs_figure *quotient, const bs_figure *amount)
{
    return bs_str_equal(quotient->quantity->unit, BS_STR("GBX")) &&
           bs_str_equal(amount->quantity->unit, BS_STR("GBP"));
}

// Money of the quotient's currency whose name is that of what is divided.
static void offer_amount(search *s, size_t index)
{
    const bs_figure *own = figure_at(s, s->quotient);
    bool pence = is_in_pence(own, figure_at(s, index));
    if (!(pence || bs_str_equal(figure_at(s, index)->quantity->unit, own->quantity->unit)) ||
        figure_at(s, index)->value <= own->value || s->amount_count == AMOUNTS_MAX)
        return;
    double like = likeness(s, index);
    if (like < LIKENESS_MIN || like < s->best_likeness) return;
    if (like > s->best_likeness) s->amount_count = 0;
    s->best_likeness = like;
    s->amounts[s->amount_count++] = index;
}

// All heads, and not some of them: no town's people among those of the country.
static void offer_count(search *s, size_t index)
{
    bs_str unit = figure_at(s, index)->quantity->unit;
    bs_str before = before_of(s->set->view, index);
    bs_concept concept = bs_concept_last(before);
    bool counted = bs_str_starts(unit, BS_STR("count:")) || bs_str_equal(unit, BS_STR("1"));
    bool head = has_one(before, s->row->counts) || has_one(unit, s->row->counts) ||
                has_one(figure_at(s, index)->quantity->indicator, s->row->counts);
    bool all = concept == BS_CONCEPT_NONE || concept == BS_CONCEPT_POPULATION;
    if (counted && head && all && s->count_count < COUNTS_MAX) s->counts[s->count_count++] = index;
}

static void gather(search *s)
{
    size_t total = s->set->view->reading->quantities.count;
    size_t first = s->quotient > DISTANCE_MAX ? s->quotient - DISTANCE_MAX : 0;
    s->amount_count = s->count_count = 0;
    s->best_likeness = 0;
    for (size_t i = first; i < total && i < s->quotient + DISTANCE_MAX; i++) {
        const bs_figure *figure = figure_at(s, i);
        if (i == s->quotient || !bs_figure_is_level(figure) || figure->value <= 0 ||
            figure->sentence == SIZE_MAX ||
            !bs_figure_same_period(figure, figure_at(s, s->quotient)) ||
            bs_earlier_is(s->set->view, i))
            continue;
        offer_amount(s, i);
        offer_count(s, i);
    }
}

static double factor_of(const search *s, size_t amount)
{
    return is_in_pence(figure_at(s, s->quotient), figure_at(s, amount)) ? 100 : 1;
}

static bs_relation relation_of(const search *s, size_t terms[3])
{
    return (bs_relation){.form = BS_FORM_QUOTIENT,
                         .terms = terms,
                         .term_count = 3,
                         .factor = factor_of(s, terms[1])};
}

static bool is_nearer(const search *s, size_t index, size_t than)
{
    size_t a = index > s->quotient ? index - s->quotient : s->quotient - index;
    size_t b = than > s->quotient ? than - s->quotient : s->quotient - than;
    return than == BS_NO_FIGURE || a < b;
}

// A pair that fits, or the nearest amount and number of heads. *several: others have another value.
static bool choose(const search *s, size_t terms[3], bool *several)
{
    terms[0] = s->quotient;
    terms[1] = terms[2] = BS_NO_FIGURE;
    *several = false;
    if (s->amount_count == 0 || s->count_count == 0) return false;
    for (size_t i = 0; i < s->amount_count; i++) {
        for (size_t k = 0; k < s->count_count; k++) {
            size_t trial[] = {s->quotient, s->amounts[i], s->counts[k]};
            bs_relation relation = relation_of(s, trial);
            if (bs_relation_holds(s->set->view, &relation)) {
                memcpy(terms, trial, sizeof trial);
                return true;
            }
            if (is_nearer(s, trial[1], terms[1])) terms[1] = trial[1];
            if (is_nearer(s, trial[2], terms[2])) terms[2] = trial[2];
        }
    }
    for (size_t i = 0; i < s->amount_count; i++)
        *several |= figure_at(s, s->amounts[i])->value != figure_at(s, terms[1])->value;
    for (size_t i = 0; i < s->count_count; i++)
        *several |= figure_at(s, s->counts[i])->value != figure_at(s, terms[2])->value;
    return true;
}

static bool is_far_off(const search *s, size_t terms[3])
{
    bs_relation relation = relation_of(s, terms);
    double expected = bs_span_middle(bs_relation_expect(s->set->view, &relation, BS_ROUNDED));
    double ratio = expected / figure_at(s, s->quotient)->value;
    return !(ratio < OFF_MAX && ratio > 1 / OFF_MAX);
}

static bs_status check_row(search *s, bs_error *err)
{
    size_t terms[3];
    bool several;
    gather(s);
    if (!choose(s, terms, &several)) return BS_OK;
    bs_relation relation = relation_of(s, terms);
    bool fits = bs_relation_holds(s->set->view, &relation);
    if (fits && bs_relation_bits(s->set->view, &relation) < BITS_MIN) return BS_OK;
    if (is_far_off(s, terms)) return BS_OK;
    double doubt = several ? DOUBT_SEVERAL : DOUBT_NAMED;
    return bs_relation_add(s->set,
                           &(bs_relation_spec){.code = "ratio",
                                               .form = BS_FORM_QUOTIENT,
                                               .scope = BS_SCOPE_LIKELY,
                                               .terms = {terms[0], terms[1], terms[2]},
                                               .term_count = 3,
                                               .factor = relation.factor,
                                               .doubt = doubt},
                           err);
}

// "$176 million, or $2.09 per share": the words stand behind the number.
static bool cut_behind(const bs_view *view, size_t index, const head_row *row)
{
    const bs_sentence *sentence = bs_view_sentence(view, index);
    bs_str own = view->figures.items[index].quantity->text;
    size_t at = (size_t)(own.ptr + own.len - sentence->text.ptr);
    bs_str rest = bs_str_trim(bs_str_slice(sentence->text, at, sentence->text.len));
    for (size_t i = 0; i < WORDS_MAX && row->cues[i] != NULL; i++) {
        bs_str cue = bs_str_from(row->cues[i]);
        if (bs_rune_is_latin(bs_utf8_decode(cue, 0).code) && bs_str_starts(rest, cue)) return true;
    }
    return false;
}

static bs_status check_quotient(bs_relations *set, size_t index, bs_error *err)
{
    const bs_figure *figure = &set->view->figures.items[index];
    if (figure->sentence == SIZE_MAX || !bs_figure_is_level(figure) || figure->value <= 0)
        return BS_OK;
    search s = {.set = set, .quotient = index};
    bs_str name = bs_str_behind_last(before_of(set->view, index), ",|，|、|;|；");
    for (size_t i = 0; i < BS_COUNT(rows); i++) {
        s.row = &rows[i];
        s.stem = (bs_str){0};
        bool behind = cut_behind(set->view, index, s.row);
        if (behind && !s.row->earnings) s.stem = figure->quantity->indicator;
        if (behind || cut_cue(figure->quantity->indicator, s.row, &s.stem) ||
            cut_cue(name, s.row, &s.stem))
            BS_TRY(check_row(&s, err));
    }
    return BS_OK;
}

bs_status bs_ratio__collect_heads(bs_relations *set, bs_error *err)
{
    for (size_t i = 0; i < set->view->reading->quantities.count; i++)
        BS_TRY(check_quotient(set, i, err));
    return BS_OK;
}
