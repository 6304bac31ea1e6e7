// SPDX-License-Identifier: GPL-3.0-or-later
//
// growth: level / earlier level - 1 = stated growth, in text and in tables.
#include <math.h>

#include "engine/analyze/check_growth_change.h"
#include "engine/analyze/check_growth_times.h"
#include "engine/analyze/check_growth_yearly.h"
#include "engine/analyze/check_internal.h"
#include "engine/analyze/relation_cells.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_law.h"
#include "engine/analyze/relation_levels.h"
#include "engine/analyze/relation_prose.h"
#include "engine/analyze/relation_rate_name.h"
#include "engine/analyze/relation_swing.h"
#include "engine/analyze/relation_years.h"

enum { SENTENCES_BACK = 1 };

// The levels are of the right periods, but only the words near them say that they are of one thing.
static const double DOUBT_NEAR = 0.02;
// The same where the later level stands in the sentence before, under the name in front.
static const double DOUBT_LAST_NAME = 5e-3;
// The same where the levels are a year apart.
static const double DOUBT_LAST_DATED = 5e-4;
// The rate is called one of growth, and two levels stand in front of it.
static const double DOUBT_CALLED = 1e-3;
// A table prints the level under its name; and it has so many digits that this is no accident.
static const double DOUBT_NAMES = 0.01;
static const double DOUBT_LONG = 2e-3;
static const double LONG_DIGITS_MIN = 1e3;
static const double LIKENESS_MIN = 0.8;
static const double OTHER_LIKENESS_MAX = 0.4;
// All of a name is in another one.
static const double SHARE_WHOLE = 0.99;

typedef struct search {
    bs_relations *set;
    const bs_view *view;
    size_t growth;
    size_t level;
    bs_cells cells;
} search;

static const bs_figure *figure_at(const search *s, size_t index)
{
    return &s->view->figures.items[index];
}

// Two levels a thousand times apart are of two things ("profit of 39.9 billion, 11.28 a share"),
// unless one slip of the pen says otherwise.
static bool are_far_apart(const search *s, size_t before)
{
    static const double FAR = 1e3;
    double ratio = fabs(figure_at(s, s->level)->value) / fabs(figure_at(s, before)->value);
    return ratio > FAR || ratio < 1 / FAR;
}

// "전월보다 9.3% 늘었고, 1년 전 520건과 비교하면 7.3% 줄었다": what stands right in front of
// another rate as its base.
static bool is_base_of_another(const search *s, size_t before)
{
    const bs_sentence *sentence = bs_view_sentence(s->view, before);
    size_t next = before + 1;
    return sentence != NULL && next != s->growth && next < sentence->first + sentence->count &&
           figure_at(s, next)->quantity->role == BS_ROLE_GROWTH && before > s->growth &&
           bs_earlier_is_base(s->view, before);
}

static bs_status add(const search *s, size_t before, bs_scope scope, double doubt, bs_error *err)
{
    if (scope == BS_SCOPE_CERTAIN && are_far_apart(s, before)) {
        scope = BS_SCOPE_LIKELY;
        doubt = DOUBT_NEAR;
    }
    if (is_base_of_another(s, before) || bs_swing_is(s->view, s->level, before)) return BS_OK;
    if (bs_earlier_is_of_other_basis(s->view, before, s->growth)) return BS_OK;
    // "降幅10%" is printed without the sign of the fall.
    double factor = bs_rate_name_turns(figure_at(s, s->growth)) ? -100 : 100;
    return bs_relation_add(s->set,
                           &(bs_relation_spec){.code = "growth",
                                               .form = BS_FORM_QUOTIENT,
                                               .scope = scope,
                                               .terms = {s->growth, s->level, before},
                                               .term_count = 3,
                                               .factor = factor,
                                               .offset = -factor,
                                               .doubt = doubt,
                                               .what = "the growth between the two levels"},
                           err);
}

static bool names_agree(const bs_figure *a, const bs_figure *b)
{
    bs_str subject_a = a->quantity->subject;
    bs_str subject_b = b->quantity->subject;
    if (subject_a.len > 0 && subject_b.len > 0 &&
        bs_name_likeness(subject_a, subject_b) < LIKENESS_MIN)
        return false;
    bs_str name_a = a->quantity->indicator;
    bs_str name_b = b->quantity->indicator;
    return name_a.len == 0 || name_b.len == 0 || bs_name_likeness(name_a, name_b) >= LIKENESS_MIN;
}

// What the text says against holding the growth against the levels.
static bool is_excused(const search *s)
{
    const bs_sentence *sentence = bs_view_sentence(s->view, s->growth);
    if (sentence == NULL) return false;
    // Words in front speak of it, unless another rate stands between; words behind, if it is the
    // last figure before them.
    size_t rate = s->growth;
    while (rate-- > sentence->first && figure_at(s, rate)->quantity->role != BS_ROLE_GROWTH)
        continue;
    bool first = rate + 1 == sentence->first;
    if (bs_cue_in(BS_CUE_REBASED, bs_view_between(s->view, first ? BS_NO_FIGURE : rate, s->growth)))
        return true;
    size_t next = s->growth + 1;
    bs_str own = figure_at(s, s->growth)->quantity->text;
    bool last = next == sentence->first + sentence->count;
    const char *end =
        last ? sentence->text.ptr + sentence->text.len : figure_at(s, next)->quantity->text.ptr;
    bs_str behind = {own.ptr + own.len, (size_t)(end - own.ptr) - own.len};
    for (size_t at = 0; !last && at < behind.len; at++) {
        if (behind.ptr[at] == ',') behind.len = at;
    }
    return bs_cue_in(BS_CUE_REBASED, behind);
}

typedef struct earlier {
    size_t figure;
    size_t count;  // of levels of the period before
    size_t others; // of levels of the unit whose period is not known to be another one
} earlier;

static void look_in(const search *s, size_t index, bs_period before, earlier *out)
{
    const bs_sentence *sentence = &s->view->sentences.items[index];
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        const bs_figure *figure = figure_at(s, i);
        if (i == s->level || !bs_figure_is_level(figure) ||
            !bs_figure_same_unit(figure, figure_at(s, s->level)))
            continue;
        bool same_time =
            !bs_period_is_none(before) && bs_period_is_same_time(figure->quantity->period, before);
        // "营收为4.1/4.9亿元，净利润为0.5/0.6亿元，同比": that of something else.
        if (same_time && !names_agree(figure_at(s, s->level), figure)) continue;
        if (same_time) {
            if (out->count++ == 0) out->figure = i;
        } else if (out->count == 0 && out->others++ == 0) {
            out->figure = i;
        }
    }
}

// A name without the time in front of it: "昨年の輸出台数". "前期" names a time and nothing else.
static bs_str without_time(bs_str name)
{
    static const char *const links[] = {"の", "의 ", "的"};
    size_t len = 0;
    if (bs_cue_find(BS_CUE_EARLIER, name, 0, &len) != 0) return name;
    name = bs_str_trim(bs_str_slice(name, len, name.len));
    for (size_t i = 0; i < BS_COUNT(links); i++) {
        bs_str link = bs_str_from(links[i]);
        if (bs_str_starts(name, link)) return bs_str_slice(name, link.len, name.len);
    }
    return name;
}

// "较上年同期的5,917增长": what moves is no name.
static bool is_move(bs_str name)
{
    static const char *const words[] = {"增长", "增加", "下降", "减少", "提高", "上升", "回落",
                                        "증가", "감소", "상승", "하락", "増加", "減少"};
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (bs_str_equal(name, bs_str_from(words[i]))) return true;
    }
    return false;
}

static bool have_other_names(const bs_figure *a, const bs_figure *b)
{
    bs_str one = without_time(a->quantity->indicator);
    bs_str other = without_time(b->quantity->indicator);
    if (one.len == 0 || other.len == 0 || is_move(one) || is_move(other) ||
        bs_cue_is(BS_CUE_GROWTH, one) || bs_cue_is(BS_CUE_GROWTH, other) ||
        bs_rate_name_of(one) != BS_RATE_NAME_NONE || bs_rate_name_of(other) != BS_RATE_NAME_NONE)
        return false;
    double like = bs_name_likeness(one, other);
    // "시내버스 교통비" and "시내버스 운영비": much alike, and neither is the other with more
    // words.
    bool held = bs_name_share(one, other) > SHARE_WHOLE || bs_name_share(other, one) > SHARE_WHOLE;
    return like < OTHER_LIKENESS_MAX || (like < LIKENESS_MIN && !held);
}

// "진료비는 47조 원, 급여비는 36조 원으로 각각 전년 대비 3.5%, 3.3%": each level has a rate of its
// own.
static bool is_dealt(const search *s, const bs_levels *pair)
{
    size_t last = pair->later > pair->earlier ? pair->later : pair->earlier;
    size_t first = pair->later > pair->earlier ? pair->earlier : pair->later;
    return last < s->growth && figure_at(s, first)->sentence == figure_at(s, s->growth)->sentence &&
           bs_cue_in(BS_CUE_EACH, bs_view_between(s->view, last, s->growth)) &&
           bs_figure_same_period(figure_at(s, first), figure_at(s, last));
}

// Between the level and the rate the sentence turns to something else: "..., while imports rose
// 3%", the rate has a name of its own, or each of the levels has: "the deficit was $73 billion as
// imports rose 0.6% to $339 billion".
static bool turns_elsewhere(const search *s, const bs_levels *pair)
{
    if (have_other_names(figure_at(s, pair->later), figure_at(s, pair->earlier))) return true;
    size_t level = pair->later;
    if (figure_at(s, level)->sentence != figure_at(s, s->growth)->sentence) return false;
    if (is_dealt(s, pair)) return true;
    static const char words[] = "while|whereas| but |although|한편|반면|而|但|一方|反面";
    bs_str between = bs_view_between(s->view, level, s->growth);
    // "482 units, 9.3% above the 441 of April but 7.3% below the 520": with its own base beside it.
    bool beside = pair->earlier == s->growth + 1 || pair->earlier + 1 == s->growth;
    beside = beside && bs_str_equal(figure_at(s, level)->quantity->indicator,
                                    figure_at(s, pair->earlier)->quantity->indicator);
    if (!beside && bs_str_has_any(between, words)) return true;
    size_t of = figure_at(s, s->growth)->of;
    if (of == pair->later || of == pair->earlier) return false;
    return have_other_names(figure_at(s, s->growth), figure_at(s, level));
}

// Of a rate that is tied to no number: both levels stand in its sentence, and no other rate
// between.
static bool is_between_rates(const search *s, const bs_levels *pair)
{
    size_t low = pair->later < pair->earlier ? pair->later : pair->earlier;
    size_t sentence = figure_at(s, s->growth)->sentence;
    if (figure_at(s, pair->later)->sentence != sentence ||
        figure_at(s, pair->earlier)->sentence != sentence)
        return true;
    for (size_t i = low; i < s->growth; i++) {
        if (figure_at(s, i)->quantity->role == BS_ROLE_GROWTH) return true;
    }
    return false;
}

// "between February and March", "from February": a month without a year behind one of the words.
static bool names_month(bs_str text)
{
    static const char *const fronts[] = {"between ", "Between ", "from "};
    static const char months[] = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
    for (size_t i = 0; i < BS_COUNT(fronts); i++) {
        bs_str front = bs_str_from(fronts[i]);
        for (size_t at = bs_str_find(text, front, 0); at != SIZE_MAX;
             at = bs_str_find(text, front, at + front.len)) {
            bs_str rest = bs_str_slice(text, at + front.len, text.len);
            size_t blank = bs_str_find(rest, BS_STR(" "), 0);
            bs_str next = blank == SIZE_MAX ? (bs_str){0} : bs_str_slice(rest, blank, rest.len);
            bool year = bs_str_starts(next, BS_STR(" 19")) || bs_str_starts(next, BS_STR(" 20"));
            if (!year && rest.len >= 3 && bs_str_has_any(bs_str_slice(rest, 0, 3), months))
                return true;
        }
    }
    return false;
}

// "rose 2.4% between February and March to 1.82 million, compared with 1.71 million a year
// earlier": the rate is one since the period before, and the earlier level is that of a year ago.
static bool has_nearer_base(const search *s, const bs_levels *pair)
{
    static const char years[] = "year|上年|去年|前年|昨年|전년|작년|지난해";
    const bs_sentence *own = bs_view_sentence(s->view, pair->earlier);
    bs_period before = figure_at(s, pair->earlier)->quantity->period;
    bs_period after = figure_at(s, pair->later)->quantity->period;
    bool known = !bs_period_is_none(before) && !bs_period_is_none(after);
    if (!bs_period_is_none(after) && after.frequency == BS_FREQUENCY_ANNUAL) return false;
    if (figure_at(s, s->growth)->quantity->basis != BS_BASIS_PERIOD &&
        !names_month(bs_view_sentence(s->view, s->growth)->text))
        return false;
    return (known && bs_period_equal(before, bs_period_offset_years(after, -1))) ||
           (own != NULL && bs_str_has_any(own->text, years));
}

static bool is_year_apart(const search *s, const bs_levels *pair)
{
    bs_period before = figure_at(s, pair->earlier)->quantity->period;
    bs_period after = figure_at(s, pair->later)->quantity->period;
    return !bs_period_is_none(before) && !bs_period_is_none(after) &&
           bs_period_is_same_time(before, bs_period_offset_years(after, -1));
}

// "512건에 4150억원으로 640건·5000억원에 견줘 건수로는 20%": two levels of another unit in its
// sentence grew just so.
static bool is_of_other_unit(const search *s, const bs_levels *pair)
{
    const bs_sentence *sentence = bs_view_sentence(s->view, s->growth);
    const bs_figure *own = figure_at(s, pair->later);
    for (size_t i = sentence->first; i < s->growth; i++) {
        const bs_figure *later = figure_at(s, i);
        if (!bs_figure_is_level(later) || bs_figure_same_unit(later, own)) continue;
        for (size_t k = i + 1; k < s->growth; k++) {
            size_t terms[] = {s->growth, i, k};
            bs_relation trial = {.form = BS_FORM_QUOTIENT,
                                 .terms = terms,
                                 .term_count = 3,
                                 .factor = 100,
                                 .offset = -100};
            if (bs_figure_is_level(figure_at(s, k)) &&
                bs_figure_same_unit(later, figure_at(s, k)) && bs_relation_holds(s->view, &trial))
                return true;
        }
    }
    return false;
}

// "预计2034年7.3亿元，下调幅度10%", "전망치를 10% 하향": by how much a forecast is revised is held
// against the former one, and no earlier year.
static bool is_revision(const search *s, size_t level)
{
    enum { WORDS_BYTES = 24 };
    static const char words[] = "上调|下调|上修|下修|调高|调低|상향|하향|上方修正|下方修正|"
                                "upgrad|downgrad|revis";
    if (figure_at(s, level)->quantity->status != BS_STATUS_FORECAST &&
        figure_at(s, s->growth)->quantity->status != BS_STATUS_FORECAST)
        return false;
    bs_str behind = bs_view_behind(s->view, s->growth, WORDS_BYTES);
    size_t stop = bs_str_find(behind, BS_STR("，"), 0);
    return bs_str_has_any(bs_view_front(s->view, s->growth, WORDS_BYTES), words) ||
           bs_str_has_any(bs_str_slice(behind, 0, stop), words);
}

// "6,322 against 6,836 the year before, down 7.5%", "down from 2,089 in 2022": the rate belongs to
// these two levels, whichever of them it is tied to, where words or periods say which is the
// earlier one.
static bs_status search_pair(const search *s, bool excused, bool *found, bs_error *err)
{
    bs_levels pair;
    *found = bs_levels_find(s->view, s->growth, &pair);
    if (!*found || (s->level == BS_NO_FIGURE && is_between_rates(s, &pair))) return BS_OK;
    if (is_year_apart(s, &pair) && is_revision(s, pair.later)) return BS_OK;
    search chosen = *s;
    chosen.level = pair.later;
    size_t of = figure_at(s, s->growth)->of;
    if (excused || turns_elsewhere(s, &pair) || has_nearer_base(s, &pair) ||
        is_of_other_unit(s, &pair))
        return add(&chosen, pair.earlier, BS_SCOPE_HINT, 0, err);
    if (pair.near && (of == pair.later || of == pair.earlier))
        return add(&chosen, pair.earlier, BS_SCOPE_CERTAIN, 0, err);
    bool named = of == pair.earlier &&
                 figure_at(s, pair.later)->sentence != figure_at(s, pair.earlier)->sentence;
    double doubt = named ? DOUBT_LAST_NAME : DOUBT_NEAR;
    bool called =
        bs_rate_name_of(figure_at(s, s->growth)->quantity->indicator) != BS_RATE_NAME_NONE;
    if (pair.near && of == BS_NO_FIGURE && called) doubt = DOUBT_CALLED;
    if (doubt == DOUBT_LAST_NAME && is_year_apart(s, &pair)) doubt = DOUBT_LAST_DATED;
    return add(&chosen, pair.earlier, BS_SCOPE_LIKELY, doubt, err);
}

// The earlier level in the same sentence or the one before.
static bs_status search_text(const search *s, bool excused, bs_error *err)
{
    const bs_figure *level = figure_at(s, s->level);
    size_t own = level->sentence;
    if (own == SIZE_MAX) return BS_OK;
    bs_period before = bs_figure_period_before(level, figure_at(s, s->growth)->quantity->basis);
    size_t passage = bs_view_passage(s->view, own);
    size_t first = passage == SIZE_MAX ? own : s->view->passages.items[passage].first;
    for (size_t i = own + 1; i-- > first && own - i <= SENTENCES_BACK;) {
        earlier found = {.figure = BS_NO_FIGURE};
        look_in(s, i, before, &found);
        if (found.figure == BS_NO_FIGURE) continue;
        bool dated = found.count == 1;
        bool named = names_agree(level, figure_at(s, found.figure));
        if (!dated || !named || excused) return add(s, found.figure, BS_SCOPE_HINT, 0, err);
        bs_scope scope = i == own ? BS_SCOPE_CERTAIN : BS_SCOPE_LIKELY;
        return add(s, found.figure, scope, i == own ? 0 : DOUBT_NEAR, err);
    }
    return BS_OK;
}

// "Sales were 297 billion, up 3.2%, profit 25 billion, down 6.8%. In the year before sales were 288
// and profit 27 billion."
static bs_status search_behind(const search *s, bool excused, bs_error *err)
{
    if (excused) return BS_OK;
    size_t found =
        bs_levels_told_behind(s->view, s->level, figure_at(s, s->growth)->quantity->basis);
    return found == BS_NO_FIGURE ? BS_OK : add(s, found, BS_SCOPE_LIKELY, DOUBT_LAST_NAME, err);
}

// The series of a table that prints the same level.
static bs_status search_tables(const search *s, bool excused, bs_error *err)
{
    if (excused) return BS_OK;
    bs_basis basis = figure_at(s, s->growth)->quantity->basis;
    size_t before = bs_cells_earlier(&s->cells, s->level, basis);
    if (before == BS_NO_FIGURE) return BS_OK;
    const bs_figure *level = figure_at(s, s->level);
    bool is_long = fabs(level->value) >= LONG_DIGITS_MIN * level->last_place;
    return add(s, before, BS_SCOPE_LIKELY, is_long ? DOUBT_LONG : DOUBT_NAMES, err);
}

static bool is_rate_of_level(const bs_view *view, const bs_figure *figure)
{
    const bs_quantity *quantity = figure->quantity;
    return quantity->role == BS_ROLE_GROWTH && quantity->valued && figure->of != BS_NO_FIGURE &&
           figure->sentence != SIZE_MAX && bs_str_equal(quantity->unit, BS_STR("%")) &&
           quantity->kind != BS_KIND_RANGE && bs_figure_is_level(&view->figures.items[figure->of]);
}

// "to 187.6 in 2024 from 186.8, an increase of 0.4%": a rate that is tied to no number may still be
// that of two levels which words name.
static bool is_loose_rate(const bs_figure *figure)
{
    const bs_quantity *quantity = figure->quantity;
    return quantity->role == BS_ROLE_GROWTH && quantity->valued && figure->of == BS_NO_FIGURE &&
           figure->sentence != SIZE_MAX && bs_str_equal(quantity->unit, BS_STR("%")) &&
           quantity->kind != BS_KIND_RANGE;
}

static bs_status collect_prose(bs_relations *set, bs_error *err)
{
    search s = {.set = set, .view = set->view};
    BS_TRY(bs_cells_init(&s.cells, set->arena, set->view, err));
    for (size_t i = 0; i < set->view->reading->quantities.count; i++) {
        const bs_figure *figure = figure_at(&s, i);
        bool found, loose = is_loose_rate(figure);
        if (!loose && !is_rate_of_level(set->view, figure)) continue;
        s.growth = i;
        s.level = figure->of;
        if (bs_yearly_is(set->view, i)) {
            BS_TRY(bs_yearly_collect(set, i, err));
            continue;
        }
        bool excused = is_excused(&s);
        BS_TRY(search_pair(&s, excused, &found, err));
        if (loose) s.level = bs_growth_change_level(set->view, i);
        if (loose && s.level == BS_NO_FIGURE) continue;
        if (!found) BS_TRY(bs_growth_change_collect(set, s.growth, s.level, excused, err));
        // Levels of other times are of no use to a change over several years.
        if (loose || bs_years_told(set->view, i) > 1 || is_revision(&s, s.level)) continue;
        if (!found) BS_TRY(search_text(&s, excused, err));
        if (!found) BS_TRY(search_behind(&s, excused, err));
        BS_TRY(search_tables(&s, excused, err));
    }
    return BS_OK;
}

bs_status bs_collect__growth(bs_relations *set, bs_error *err)
{
    BS_TRY(collect_prose(set, err));
    BS_TRY(bs_growth_times_collect(set, err));
    BS_TRY(bs_law_collect(set, BS_LAW_GROWTH, err));
    return bs_law_collect(set, BS_LAW_YEARLY, err);
}

BS_RELATION_RUN(bs_check_growth, "growth")
