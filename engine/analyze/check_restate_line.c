// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_restate_line.h"

#include <math.h>

#include "engine/analyze/check_share_words.h"
#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_echo.h"
#include "engine/analyze/relation_internal.h"
#include "engine/analyze/relation_lines.h"
#include "engine/analyze/relation_prose.h"

enum {
    PLACES_MAX = 64,     // labels in one sentence
    TRIALS_MAX = 24,     // what the lines may give
    CELLS_MAX = 8,       // that print the level beside the number
    FIGURES_BETWEEN = 3, // between the label and the number
    DISTANCE_MAX = 120,
    DIGITS_MIN = 2,
    LEVEL_DIGITS_MIN = 3
};

// Chance that the number is of something else than the line: where its own name has the label of
// the line; where the level that it belongs to stands on it; and where the label is only the
// nearest one in front of it.
static const double DOUBT_NAMED = 0.003;
static const double DOUBT_LEVEL = 0.01;
static const double DOUBT_NEAREST = 0.02;

// What the number may be worked out from.
typedef struct trial {
    const char *code;
    const char *what;
    bs_form form;
    size_t terms[3];
    size_t term_count;
    int8_t signs[3];
    double factor;
    double offset;
} trial;

typedef enum quest { QUEST_NONE, QUEST_CHANGE, QUEST_GROWTH, QUEST_SHARE } quest;

typedef struct search {
    bs_relations *set;
    const bs_view *view;
    bs_lines lines;
    bs_echo echo;
    bs_mender mender;
    bs_mend_array mends;
    size_t sentence; // whose labels are in `places`
    bs_label_place places[PLACES_MAX];
    size_t place_count;
    size_t number;
    quest quest;
    trial trials[TRIALS_MAX];
    size_t trial_count;
    double doubt;
} search;

static const bs_figure *figure_at(const search *s, size_t index)
{
    return &s->view->figures.items[index];
}

// "overspent by £6.7 million": a word in front makes an amount a change.
static bool is_by(const search *s, size_t index)
{
    bs_str front = bs_str_trim(bs_view_front(s->view, index, 16));
    return bs_str_ends(front, BS_STR(" by")) || bs_str_equal(front, BS_STR("by"));
}

// "61.6 per cent of homes sold to young buyers": of another whole than the total of a table.
static bool is_of_other_whole(const search *s, size_t index)
{
    size_t first = bs_view_sentence(s->view, index)->first;
    bs_str words = bs_share__whole_words(s->view, index > first ? index - 1 : BS_NO_FIGURE, index);
    return words.len > 0 && !bs_cue_in(BS_CUE_TOTAL, words) && !bs_cue_in(BS_CUE_WHOLE, words);
}

static quest quest_of(const search *s, size_t index)
{
    const bs_figure *figure = figure_at(s, index);
    const bs_quantity *own = figure->quantity;
    if (figure->sentence == SIZE_MAX || !own->valued || own->unit.len == 0 ||
        own->kind == BS_KIND_RANGE || own->kind == BS_KIND_RANK || own->qualifier != BS_EXACT ||
        bs_decimal_digit_count(own->value) < DIGITS_MIN)
        return QUEST_NONE;
    if (bs_str_equal(own->unit, BS_STR("%"))) {
        if (own->role == BS_ROLE_GROWTH) return QUEST_GROWTH;
        bool share = own->role == BS_ROLE_SHARE && !is_of_other_whole(s, index);
        return share ? QUEST_SHARE : QUEST_NONE;
    }
    if (own->role == BS_ROLE_CHANGE) return QUEST_CHANGE;
    return bs_figure_is_level(figure) && is_by(s, index) ? QUEST_CHANGE : QUEST_NONE;
}

static void add_trial(search *s, const trial *item)
{
    if (s->trial_count < TRIALS_MAX) s->trials[s->trial_count++] = *item;
}

// A level on a line, in the unit of the number where that is an amount.
static bool is_level_cell(const search *s, size_t cell)
{
    if (cell == BS_NO_FIGURE || !bs_figure_is_level(figure_at(s, cell))) return false;
    bs_str unit = figure_at(s, cell)->quantity->unit;
    if (bs_str_starts(unit, BS_STR("%"))) return false;
    return s->quest != QUEST_CHANGE ||
           bs_figure_like_unit(figure_at(s, s->number), figure_at(s, cell));
}

// The number has a year of its own, and the cell is of another one.
static bool is_of_other_year(const search *s, size_t cell)
{
    const bs_quantity *own = figure_at(s, s->number)->quantity;
    bs_period a = own->period, b = figure_at(s, cell)->quantity->period;
    return !own->period_inferred && !bs_period_is_none(a) && !bs_period_is_none(b) &&
           bs_period_year_of(a) != bs_period_year_of(b);
}

static void add_pair(search *s, size_t earlier, size_t later)
{
    const bs_figure *number = figure_at(s, s->number);
    if (s->quest == QUEST_GROWTH) {
        add_trial(s, &(trial){.code = "growth",
                              .what = "the growth between the two levels",
                              .form = BS_FORM_QUOTIENT,
                              .terms = {s->number, later, earlier},
                              .term_count = 3,
                              .factor = 100,
                              .offset = -100});
        return;
    }
    // Words that the reading does not know say which way an amount went.
    bool down = figure_at(s, later)->value < figure_at(s, earlier)->value;
    bool turned = number->quantity->role != BS_ROLE_CHANGE && down;
    add_trial(s, &(trial){.code = "difference",
                          .what = "the difference that the table gives",
                          .form = BS_FORM_SUM,
                          .terms = {s->number, turned ? earlier : later, turned ? later : earlier},
                          .term_count = 3,
                          .signs = {1, 1, -1},
                          .factor = 1});
}

// The nearest level in front on the line, where both are levels.
static void add_pairs(search *s, bs_lens lens, size_t line)
{
    size_t before = BS_NO_FIGURE, pair[2] = {BS_NO_FIGURE, BS_NO_FIGURE};
    for (size_t k = 0; k < bs_lens_place_count(lens); k++) {
        size_t cell = bs_lens_figure(lens, line, k);
        if (!is_level_cell(s, cell) || bs_lens_place(lens, k)->total ||
            bs_lens_place(lens, k)->derived)
            continue;
        if (before != BS_NO_FIGURE && bs_grid_like_unit(figure_at(s, before), figure_at(s, cell)) &&
            !is_of_other_year(s, cell)) {
            pair[0] = before;
            pair[1] = cell;
        }
        before = cell;
    }
    if (pair[0] != BS_NO_FIGURE) add_pair(s, pair[0], pair[1]);
}

// Cells of the line that are differences themselves.
static void add_differences(search *s, bs_lens lens, size_t line)
{
    for (size_t k = 0; k < bs_lens_place_count(lens); k++) {
        size_t cell = bs_lens_figure(lens, line, k);
        if (cell == BS_NO_FIGURE || !figure_at(s, cell)->quantity->valued ||
            !bs_lens_place(lens, k)->derived || bs_lens_place(lens, k)->rate ||
            !bs_figure_like_unit(figure_at(s, s->number), figure_at(s, cell)))
            continue;
        bool turned = figure_at(s, cell)->value * figure_at(s, s->number)->value < 0 &&
                      figure_at(s, s->number)->quantity->role != BS_ROLE_CHANGE;
        add_trial(s, &(trial){.code = "restate",
                              .what = "what the table says",
                              .form = BS_FORM_SUM,
                              .terms = {s->number, cell},
                              .term_count = 2,
                              .signs = {(int8_t)turned, -1},
                              .factor = 1});
    }
}

// The line's part of the totals beside it.
static void add_shares(search *s, bs_lens lens, size_t line)
{
    for (size_t k = bs_lens_place_count(lens); k-- > 0;) {
        size_t cell = bs_lens_figure(lens, line, k);
        if (!is_level_cell(s, cell) || is_of_other_year(s, cell)) continue;
        for (size_t total = 0; total < bs_lens_line_count(lens); total++) {
            size_t whole = bs_lens_figure(lens, total, k);
            if (!bs_lens_line(lens, total)->total || !is_level_cell(s, whole)) continue;
            add_trial(s, &(trial){.code = "share",
                                  .what = "the share that the table gives",
                                  .form = BS_FORM_QUOTIENT,
                                  .terms = {s->number, cell, whole},
                                  .term_count = 3,
                                  .factor = 100});
            break;
        }
    }
}

static void add_line(search *s, bs_lens lens, size_t line)
{
    if (s->quest == QUEST_SHARE) {
        add_shares(s, lens, line);
        return;
    }
    if (s->quest == QUEST_CHANGE) add_differences(s, lens, line);
    add_pairs(s, lens, line);
}

static void find_places(search *s)
{
    size_t own = figure_at(s, s->number)->sentence;
    if (s->sentence == own) return;
    s->sentence = own;
    bs_str text = s->view->sentences.items[own].text;
    s->place_count = bs_lines_find(&s->lines, text, s->places, PLACES_MAX);
}

// Whether the label at `place` is nearer to the number than `best`, or longer at the same end.
static bool is_better(const bs_label_place *place, const bs_label_place *best)
{
    if (best == NULL || place->end > best->end) return true;
    return place->end == best->end && place->start < best->start;
}

static size_t figures_between(const search *s, const char *from)
{
    const bs_sentence *sentence = bs_view_sentence(s->view, s->number);
    size_t count = 0;
    for (size_t i = sentence->first; i < s->number; i++)
        count += figure_at(s, i)->quantity->text.ptr >= from;
    return count;
}

// Lines of the label nearest in front of the number.
static void add_named(search *s)
{
    const bs_quantity *own = figure_at(s, s->number)->quantity;
    bs_str text = bs_view_sentence(s->view, s->number)->text;
    size_t at = (size_t)(own->text.ptr - text.ptr);
    const bs_label_place *best = NULL;
    find_places(s);
    for (size_t i = 0; i < s->place_count; i++) {
        if (s->places[i].end <= at && is_better(&s->places[i], best)) best = &s->places[i];
    }
    if (best == NULL || at - best->end > DISTANCE_MAX ||
        figures_between(s, text.ptr + best->end) > FIGURES_BETWEEN)
        return;
    bs_str label = s->lines.items[best->line].label;
    bool named = bs_str_find(own->indicator, label, 0) != SIZE_MAX ||
                 bs_str_find(own->subject, label, 0) != SIZE_MAX;
    s->doubt = named ? DOUBT_NAMED : DOUBT_NEAREST;
    for (size_t i = 0; i < s->place_count; i++) {
        if (s->places[i].start != best->start || s->places[i].end != best->end) continue;
        const bs_named_line *line = &s->lines.items[s->places[i].line];
        add_line(s, line->lens, line->line);
    }
}

// Lines that print the level which the number belongs to.
static void add_of_level(search *s)
{
    size_t of = figure_at(s, s->number)->of;
    if (s->quest == QUEST_SHARE || of == BS_NO_FIGURE || !bs_figure_is_level(figure_at(s, of)) ||
        figure_at(s, of)->sentence == SIZE_MAX)
        return;
    const bs_quantity *level = figure_at(s, of)->quantity;
    if (bs_decimal_digit_count(level->value) < LEVEL_DIGITS_MIN || bs_earlier_is(s->view, of))
        return;
    size_t cells[CELLS_MAX];
    size_t count = bs_echo_find(&s->echo, of, level->value, cells, CELLS_MAX);
    s->doubt = DOUBT_LEVEL;
    for (size_t i = 0; i < count; i++) {
        const bs_figure *cell = figure_at(s, cells[i]);
        if (cell->grid == SIZE_MAX || is_of_other_year(s, cells[i])) continue;
        const bs_grid *grid = &s->view->grids.items[cell->grid];
        if (grid->block != 0) add_line(s, (bs_lens){grid, false}, cell->row);
    }
}

static bs_relation relation_of(trial *t)
{
    return (bs_relation){.code = t->code,
                         .form = t->form,
                         .scope = BS_SCOPE_LIKELY,
                         .terms = t->terms,
                         .term_count = t->term_count,
                         .signs = t->signs[0] != 0 ? t->signs : NULL,
                         .factor = t->factor,
                         .offset = t->offset,
                         .what = t->what};
}

// Whether one slip of the number away the trial holds. Without its decimals nearly any would.
static bool is_near(const search *s, const bs_relation *relation)
{
    bool whole = figure_at(s, s->number)->quantity->value.scale <= 0;
    for (size_t i = 0; i < s->mends.count; i++) {
        if (!whole && s->mends.items[i].value.scale <= 0 && s->quest != QUEST_CHANGE) continue;
        bs_change change =
            bs_relation_change(s->view, relation, s->number, s->mends.items[i].value, BS_ROUNDED);
        if (bs_relation_holds_with(s->view, relation, change)) return true;
    }
    return false;
}

static bs_status push_trial(search *s, const trial *t, bs_error *err)
{
    bs_relation *relation = bs_relation_push(s->set, t->code, t->form, t->term_count);
    int8_t *signs = BS_NEW_ARRAY(s->set->arena, int8_t, 3);
    if (relation == NULL || signs == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    memcpy(relation->terms, t->terms, t->term_count * sizeof t->terms[0]);
    memcpy(signs, t->signs, sizeof t->signs);
    relation->signs = t->signs[0] != 0 ? signs : NULL;
    relation->scope = BS_SCOPE_LIKELY;
    relation->factor = t->factor;
    relation->offset = t->offset;
    relation->doubt = s->doubt;
    relation->what = t->what;
    return BS_OK;
}

// Where one of the trials holds the number is right; where one slip leads to one of them, that is
// what it is held to.
static bs_status decide(search *s, bs_error *err)
{
    const trial *found = NULL;
    double expected = 0;
    for (size_t i = 0; i < s->trial_count; i++) {
        bs_relation relation = relation_of(&s->trials[i]);
        if (bs_relation_holds(s->view, &relation)) return BS_OK;
    }
    s->mends.count = 0;
    BS_TRY(bs_mend__list(&s->mends, &s->mender, s->number, err));
    for (size_t i = 0; i < s->trial_count; i++) {
        bs_relation relation = relation_of(&s->trials[i]);
        if (!is_near(s, &relation)) continue;
        double value = bs_span_middle(bs_relation_expect(s->view, &relation, BS_ROUNDED));
        double place = figure_at(s, s->number)->last_place;
        if (found != NULL && fabs(value - expected) > place) return BS_OK;
        if (found != NULL) continue;
        found = &s->trials[i];
        expected = value;
    }
    return found != NULL ? push_trial(s, found, err) : BS_OK;
}

static bs_status check_number(search *s, bs_error *err)
{
    s->trial_count = 0;
    add_named(s);
    if (s->trial_count == 0) add_of_level(s);
    if (s->trial_count == 0) return BS_OK;
    return decide(s, err);
}

bs_status bs_restate__check_lines(bs_relations *set, bs_error *err)
{
    search *s = BS_NEW(set->arena, search);
    if (s == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *s = (search){.set = set, .view = set->view, .sentence = SIZE_MAX};
    BS_TRY(bs_lines_init(&s->lines, set->arena, set->view, err));
    if (s->lines.count == 0) return BS_OK;
    BS_TRY(bs_echo_init(&s->echo, set->arena, set->view, err));
    BS_TRY(bs_mender__init(&s->mender, set->arena, set->view, BS_PROFILE_ANY, err));
    for (size_t i = 0; i < set->view->reading->quantities.count; i++) {
        s->number = i;
        s->quest = quest_of(s, i);
        if (s->quest != QUEST_NONE) BS_TRY(check_number(s, err));
    }
    return BS_OK;
}
