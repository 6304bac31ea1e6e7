// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_ratio_rate.h"

#include <math.h>

#include "engine/analyze/relation_concept.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_prose.h"

enum { TERMS_MAX = 24, DISTANCE_MAX = 200, WORDS_MAX = 16, FRONT_BYTES = 96, NAME_BYTES = 64 };

// Chance that the quotient is of other numbers than those that the words name: where there is one
// of each, and where there are several.
static const double DOUBT_NAMED = 0.002;
static const double DOUBT_SEVERAL = 0.1;
static const double LIKENESS_MIN = 0.75;
static const double BITS_MIN = 5;
// A quotient that is so far off is one of something else.
static const double OFF_MAX = 30;

// What stands above or below.
typedef enum side { SIDE_PEOPLE, SIDE_EVENTS, SIDE_AREA, SIDE_HOUSEHOLDS } side;

typedef struct rate_row {
    const char *cues[WORDS_MAX];
    side above;
    side below;
    double factor;
    bool permille; // its unit says so without a word
} rate_row;

static const rate_row rows[] = {
    {.cues = {"인구밀도", "인구 밀도", "㎢당", "人口密度", "每平方公里", "km2当たり", "km²当たり",
              "㎢当たり", "population density", "per sq km", "per square kilometre",
              "per square kilometer", "per km2", "per km²"},
     .above = SIDE_PEOPLE,
     .below = SIDE_AREA,
     .factor = 1},
    {.cues = {"세대당", "가구당", "户均", "戶均", "1世帯当たり", "一世帯当たり", "１世帯当たり",
              "per household"},
     .above = SIDE_PEOPLE,
     .below = SIDE_HOUSEHOLDS,
     .factor = 1},
    {.cues = {"인구 천 명당", "인구 1천 명당", "인구 1천명당", "인구 천명당", "인구 1,000명당",
              "人口千人当たり", "人口千人あたり", "人口千対", "人口1,000人当たり",
              "per 1,000 people", "per 1,000 population", "per 1,000 inhabitants",
              "per thousand people", "per 1,000 residents"},
     .above = SIDE_EVENTS,
     .below = SIDE_PEOPLE,
     .factor = 1000,
     .permille = true},
    {.cues = {"인구 10만 명당", "인구 10만명당", "人口10万人当たり", "人口10万対",
              "人口十万人当たり", "每10万人", "每十万人", "per 100,000 people",
              "per 100,000 population", "per 100,000 inhabitants", "per 100,000 residents"},
     .above = SIDE_EVENTS,
     .below = SIDE_PEOPLE,
     .factor = 100000},
};

typedef struct terms {
    size_t items[TERMS_MAX];
    size_t count;
} terms;

typedef struct search {
    bs_relations *set;
    size_t rate;
    const rate_row *row;
    bs_str stem; // what happens so often
    terms above;
    terms below;
} search;

static const bs_figure *figure_at(const search *s, size_t index)
{
    return &s->set->view->figures.items[index];
}

static bool has_one(bs_str text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count && words[i] != NULL; i++) {
        if (bs_str_find(text, bs_str_from(words[i]), 0) != SIZE_MAX) return true;
    }
    return false;
}

static bool starts_with_one(bs_str text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count && words[i] != NULL; i++) {
        if (bs_str_starts(text, bs_str_from(words[i]))) return true;
    }
    return false;
}

static const bs_grid *grid_of(const search *s, size_t index)
{
    size_t grid = figure_at(s, index)->grid;
    return grid == SIZE_MAX ? NULL : &s->set->view->grids.items[grid];
}

// The words that say what a figure is: those in front of it, or the head of its column.
static bs_str words_of(const search *s, size_t index)
{
    const bs_grid *grid = grid_of(s, index);
    if (grid != NULL) return grid->cols[figure_at(s, index)->col].label;
    return bs_view_front(s->set->view, index, NAME_BYTES);
}

static bool is_counted(const bs_quantity *quantity)
{
    return bs_str_starts(quantity->unit, BS_STR("count:")) ||
           bs_str_equal(quantity->unit, BS_STR("1"));
}

// All people, and not some of them.
static bool is_people(const search *s, size_t index)
{
    static const char *const names[] = {"인구",      "人口",        "population",  "Population",
                                        "residents", "inhabitants", "주민등록인구"};
    static const char *const quotients[] = {"당",   "当たり",  "あたり", "千対", "万対", "密度",
                                            "밀도", "density", " per ",  "率",   "人均"};
    const bs_quantity *own = figure_at(s, index)->quantity;
    bs_str words = words_of(s, index);
    if (has_one(words, quotients, BS_COUNT(quotients))) return false;
    bs_concept concept = bs_concept_last(words);
    if (concept != BS_CONCEPT_NONE && concept != BS_CONCEPT_POPULATION) return false;
    bool named =
        has_one(words, names, BS_COUNT(names)) || has_one(own->unit, names, BS_COUNT(names));
    return is_counted(own) && named;
}

static bool is_households(const search *s, size_t index)
{
    static const char *const names[] = {"세대", "가구", "世帯", "户", "戶", "households"};
    const bs_quantity *own = figure_at(s, index)->quantity;
    bool in_unit = has_one(own->unit, names, BS_COUNT(names));
    return is_counted(own) && (in_unit || has_one(own->indicator, names, BS_COUNT(names)));
}

static bool is_events(const search *s, size_t index)
{
    const bs_quantity *own = figure_at(s, index)->quantity;
    bs_str name = own->indicator;
    if (!is_counted(own) || s->stem.len == 0) return false;
    if (grid_of(s, index) != NULL) name = words_of(s, index);
    bs_str unit = own->unit;
    if (bs_str_starts(unit, BS_STR("count:"))) unit = bs_str_slice(unit, 6, unit.len);
    return fmax(fmax(bs_name_share(s->stem, name), bs_name_share(name, s->stem)),
                bs_name_share(s->stem, unit)) >= LIKENESS_MIN;
}

static bool is_side(const search *s, side which, size_t index)
{
    if (which == SIDE_AREA) return bs_str_equal(figure_at(s, index)->quantity->unit, BS_STR("km2"));
    if (which == SIDE_HOUSEHOLDS) return is_households(s, index);
    return which == SIDE_PEOPLE ? is_people(s, index) : is_events(s, index);
}

static void offer(terms *out, size_t index)
{
    if (out->count < TERMS_MAX) out->items[out->count++] = index;
}

// The same time; people and households are counted on a day of it.
static bool is_of_time(const search *s, size_t index)
{
    const bs_figure *rate = figure_at(s, s->rate), *figure = figure_at(s, index);
    bs_period a = rate->quantity->period, b = figure->quantity->period;
    return bs_figure_same_period(rate, figure) || bs_period_year_of(a) == bs_period_year_of(b);
}

// Levels of running text, and the totals of tables.
static bool may_be_term(const search *s, size_t index)
{
    const bs_figure *figure = figure_at(s, index);
    const bs_grid *grid = grid_of(s, index);
    if (index == s->rate || !bs_figure_is_level(figure) || figure->value <= 0 ||
        !is_of_time(s, index))
        return false;
    if (grid != NULL)
        return grid->rows[figure->row].total && !grid->cols[figure->col].rate &&
               !grid->cols[figure->col].derived;
    return figure->sentence != SIZE_MAX && !bs_earlier_is(s->set->view, index);
}

static void gather(search *s)
{
    size_t end = s->set->view->reading->quantities.count;
    size_t first = s->rate > DISTANCE_MAX ? s->rate - DISTANCE_MAX : 0;
    if (end > s->rate + DISTANCE_MAX) end = s->rate + DISTANCE_MAX;
    s->above.count = s->below.count = 0;
    for (size_t i = first; i < end; i++) {
        if (!may_be_term(s, i)) continue;
        if (is_side(s, s->row->below, i))
            offer(&s->below, i);
        else if (is_side(s, s->row->above, i))
            offer(&s->above, i);
    }
}

static bool is_nearer(const search *s, size_t index, size_t than)
{
    size_t a = index > s->rate ? index - s->rate : s->rate - index;
    size_t b = than > s->rate ? than - s->rate : s->rate - than;
    return than == BS_NO_FIGURE || a < b;
}

static size_t nearest(const search *s, const terms *all)
{
    size_t found = BS_NO_FIGURE;
    for (size_t i = 0; i < all->count; i++) {
        if (is_nearer(s, all->items[i], found)) found = all->items[i];
    }
    return found;
}

static uint32_t blocks_away(const search *s, size_t index)
{
    uint32_t own = figure_at(s, s->rate)->quantity->origin.block;
    uint32_t other = figure_at(s, index)->quantity->origin.block;
    return own > other ? own - other : other - own;
}

// Others that stand as near as the chosen one have another value.
static bool differ(const search *s, const terms *all, size_t chosen)
{
    for (size_t i = 0; i < all->count; i++) {
        if (figure_at(s, all->items[i])->value != figure_at(s, chosen)->value &&
            blocks_away(s, all->items[i]) <= blocks_away(s, chosen))
            return true;
    }
    return false;
}

static bs_relation relation_of(const search *s, size_t figures[3])
{
    return (bs_relation){
        .form = BS_FORM_QUOTIENT, .terms = figures, .term_count = 3, .factor = s->row->factor};
}

// A pair that fits, or the nearest of each side.
static bool choose(const search *s, size_t out[3])
{
    out[0] = s->rate;
    for (size_t i = 0; i < s->above.count; i++) {
        for (size_t k = 0; k < s->below.count; k++) {
            out[1] = s->above.items[i];
            out[2] = s->below.items[k];
            bs_relation relation = relation_of(s, out);
            if (bs_relation_holds(s->set->view, &relation)) return true;
        }
    }
    out[1] = nearest(s, &s->above);
    out[2] = nearest(s, &s->below);
    return out[1] != BS_NO_FIGURE && out[2] != BS_NO_FIGURE;
}

static bs_status check_row(search *s, bs_error *err)
{
    size_t figures[3];
    gather(s);
    if (!choose(s, figures)) return BS_OK;
    bs_relation relation = relation_of(s, figures);
    bool fits = bs_relation_holds(s->set->view, &relation);
    if (fits && bs_relation_bits(s->set->view, &relation) < BITS_MIN) return BS_OK;
    bs_span expected = bs_relation_expect(s->set->view, &relation, BS_ROUNDED);
    double ratio = bs_span_middle(expected) / figure_at(s, s->rate)->value;
    if (!(ratio < OFF_MAX && ratio > 1 / OFF_MAX)) return BS_OK;
    bool several = differ(s, &s->above, figures[1]) || differ(s, &s->below, figures[2]);
    return bs_relation_add(s->set,
                           &(bs_relation_spec){.code = "ratio",
                                               .form = BS_FORM_QUOTIENT,
                                               .scope = BS_SCOPE_LIKELY,
                                               .terms = {figures[0], figures[1], figures[2]},
                                               .term_count = 3,
                                               .factor = s->row->factor,
                                               .doubt = several ? DOUBT_SEVERAL : DOUBT_NAMED},
                           err);
}

// The name of the rate without what it is counted by and the word for a rate: 出生 of
// "人口千人当たりの出生率".
static bs_str stem_of(bs_str name, const rate_row *row)
{
    static const char *const tails[] = {"발생률", "률", "율", "率", " rate", " rates"};
    for (size_t i = 0; i < WORDS_MAX && row->cues[i] != NULL; i++) {
        bs_str cue = bs_str_from(row->cues[i]);
        size_t at = bs_str_find(name, cue, 0);
        if (at != SIZE_MAX) name = bs_str_slice(name, at + cue.len, name.len);
    }
    name = bs_str_trim(name);
    if (bs_str_starts(name, BS_STR("の"))) name = bs_str_slice(name, 3, name.len);
    for (size_t i = 0; i < BS_COUNT(tails); i++) {
        bs_str tail = bs_str_from(tails[i]);
        if (name.len > tail.len && bs_str_ends(name, tail))
            return bs_str_trim(bs_str_slice(name, 0, name.len - tail.len));
    }
    return name;
}

// Whether words in front of the number in its sentence, or right behind it, say what it is divided
// by.
static bool is_called(const search *s, const rate_row *row)
{
    const bs_quantity *own = figure_at(s, s->rate)->quantity;
    bool permille = bs_str_equal(own->unit, BS_STR("permille"));
    if (permille) return row->permille && own->role == BS_ROLE_LEVEL;
    if (own->unit.len > 0 && !is_counted(own)) return false;
    bs_str sentence = bs_view_sentence(s->set->view, s->rate)->text;
    size_t end = (size_t)(own->text.ptr + own->text.len - sentence.ptr);
    bs_str front = bs_str_tail(bs_str_slice(sentence, 0, end), FRONT_BYTES + own->text.len);
    bs_str rest = bs_str_trim(bs_str_slice(sentence, end, sentence.len));
    bool own_name = has_one(own->indicator, row->cues, WORDS_MAX);
    if (row->above != SIDE_EVENTS) front = bs_view_front(s->set->view, s->rate, FRONT_BYTES);
    return own_name || has_one(front, row->cues, WORDS_MAX) ||
           has_one(own->unit, row->cues, WORDS_MAX) || starts_with_one(rest, row->cues, WORDS_MAX);
}

bs_status bs_ratio__collect_rates(bs_relations *set, bs_error *err)
{
    search s = {.set = set};
    for (size_t i = 0; i < set->view->reading->quantities.count; i++) {
        s.rate = i;
        const bs_figure *figure = figure_at(&s, i);
        if (figure->sentence == SIZE_MAX || !bs_figure_is_level(figure) || figure->value <= 0 ||
            figure->quantity->qualifier != BS_EXACT)
            continue;
        for (size_t r = 0; r < BS_COUNT(rows); r++) {
            if (!is_called(&s, &rows[r])) continue;
            s.row = &rows[r];
            s.stem = stem_of(figure->quantity->indicator, &rows[r]);
            BS_TRY(check_row(&s, err));
            break;
        }
    }
    return BS_OK;
}
