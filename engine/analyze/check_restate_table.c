// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analyze/check_restate_table.h"

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_earlier.h"
#include "engine/analyze/relation_echo.h"
#include "engine/analyze/relation_internal.h"
#include "engine/analyze/relation_prose.h"
#include "engine/base/utf8.h"

// A sentence of more figures is a list of data, whose names tell little.
enum { FIGURES_MAX = 16 };
enum { PAIRS_MIN = 2, WORD_BYTES_MIN = 6, SHORT_WORD_BYTES_MIN = 4 };
enum {
    LABEL_BYTES_MIN = 4,
    SUBJECT_BYTES_MAX = 30,
    DIGITS_MIN = 3,
    LONG_DIGITS_MIN = 5,
    RATE_DIGITS_MIN = 2,
    CELLS_MAX = 8
};

// Chance that the number is of something else than the cell, though the sentence names its row:
// where it has so many digits that a slip of the pen away from a cell is no accident; where it is
// the rate of the row that the sentence begins with, on the same basis;
// where the number's own name has the row and a word of what the table is called, and the years
// agree; where the row is in its name, and the word elsewhere in the sentence; where the sentence
// has another number of the row; where it speaks of both, and the years agree; where only one of
// both is so; and where neither is.
static const double DOUBT_LONG = 0.03;
static const double DOUBT_SUBJECT = 5e-4;
static const double DOUBT_OWN_NAME = 3e-3;
static const double DOUBT_OWN_ROW = 0.01;
static const double DOUBT_MATES = 0.01;
static const double DOUBT_NAMED_DATED = 0.2;
static const double DOUBT_HALF = 0.6;
static const double DOUBT_NEITHER = 0.9;
static const double CAPTION_SHARE_MIN = 0.5;

typedef struct search {
    bs_relations *set;
    const bs_view *view;
    bs_echo echo;
    bs_mender mender;
    bs_mend_array mends;
    size_t number;
    size_t cell; // the one that was found; BS_NO_FIGURE
    bool several;
} search;

static const bs_figure *figure_at(const search *s, size_t index)
{
    return &s->view->figures.items[index];
}

static bool is_candidate(const bs_figure *figure)
{
    const bs_quantity *quantity = figure->quantity;
    bool rate = quantity->kind == BS_KIND_PERCENT;
    bool role = quantity->role == BS_ROLE_LEVEL || quantity->role == BS_ROLE_GROWTH ||
                quantity->role == BS_ROLE_SHARE || quantity->role == BS_ROLE_CHANGE;
    return figure->sentence != SIZE_MAX && quantity->valued && role && quantity->unit.len > 0 &&
           quantity->kind != BS_KIND_RANGE && quantity->kind != BS_KIND_RANK &&
           quantity->qualifier == BS_EXACT &&
           bs_decimal_digit_count(quantity->value) >= (rate ? RATE_DIGITS_MIN : DIGITS_MIN);
}

// The sentence speaks of the row: by its label, or, of the row of the total, by the name of the
// table or a word for a total.
static bool speaks_of(const search *s, const bs_grid *grid, const bs_figure *cell)
{
    const bs_grid_line *row = &grid->rows[cell->row];
    bs_str words = bs_view_between(s->view, BS_NO_FIGURE, s->number);
    bs_str label = bs_str_trim(row->own_label);
    if (label.len >= LABEL_BYTES_MIN && bs_str_find(words, label, 0) != SIZE_MAX) return true;
    if (!row->total) return false;
    bs_str name = figure_at(s, s->number)->quantity->indicator;
    return bs_cue_in(BS_CUE_TOTAL, words) ||
           bs_name_share(name, grid->cols[cell->col].label) >= CAPTION_SHARE_MIN ||
           bs_name_share(name, grid->caption) >= CAPTION_SHARE_MIN;
}

static bool is_letter(bs_rune rune)
{
    return bs_rune_is_latin(rune.code) || bs_rune_is_hangul(rune.code) ||
           bs_rune_is_han(rune.code) || bs_rune_is_kana(rune.code);
}

// Whether `pairs_min` pairs of letters of the name, or a word of it of so many Latin letters, are
// in the text.
static bool shares_words(bs_str text, bs_str name, size_t pairs_min, size_t word_min)
{
    size_t pairs = 0;
    size_t start = 0; // of the word in Latin letters
    for (size_t at = 0; at < name.len && pairs < pairs_min;) {
        bs_rune one = bs_utf8_decode(name, at);
        bs_rune two = bs_utf8_decode(name, at + one.len);
        bool latin = bs_rune_is_latin(one.code);
        bs_str pair = bs_str_slice(name, at, at + one.len + two.len);
        if (!latin && is_letter(one) && is_letter(two))
            pairs += bs_str_find(text, pair, 0) != SIZE_MAX;
        at += one.len;
        if (latin && two.len > 0 && bs_rune_is_latin(two.code)) continue;
        if (latin && at - start >= word_min &&
            bs_str_find(text, bs_str_slice(name, start + 1, at), 0) != SIZE_MAX)
            return true;
        start = at;
    }
    return pairs >= pairs_min;
}

// The name of a table without the unit in parentheses.
static bs_str bare_name(bs_str caption)
{
    size_t open = bs_str_find(caption, BS_STR("("), 0);
    size_t wide = bs_str_find(caption, BS_STR("（"), 0);
    size_t end = open < wide ? open : wide;
    return end == SIZE_MAX ? caption : bs_str_slice(caption, 0, end);
}

// Whether the sentence has a word of the table's name, or the passage has more of it.
static bool speaks_of_table(const search *s, const bs_grid *grid)
{
    size_t sentence = figure_at(s, s->number)->sentence;
    size_t index = bs_view_passage(s->view, sentence);
    if (index == SIZE_MAX) return false;
    bs_str name = bare_name(grid->caption);
    return shares_words(s->view->sentences.items[sentence].text, name, 1, SHORT_WORD_BYTES_MIN) ||
           shares_words(s->view->passages.items[index].text, name, PAIRS_MIN, WORD_BYTES_MIN);
}

// Whether the sentence has a word of what heads the cell's column.
static bool speaks_of_column(const search *s, const bs_grid *grid, const bs_figure *cell)
{
    size_t sentence = figure_at(s, s->number)->sentence;
    return shares_words(s->view->sentences.items[sentence].text,
                        bare_name(grid->cols[cell->col].label), 1, SHORT_WORD_BYTES_MIN);
}

static bool has(bs_str text, bs_str word)
{
    return word.len >= LABEL_BYTES_MIN && bs_str_find(text, word, 0) != SIZE_MAX;
}

// Another number of the sentence is printed in the row of the cell, or is the growth between its
// cells: then the sentence speaks of this row.
static bool is_growth_in_row(const search *s, const bs_grid *grid, size_t rate, size_t cell)
{
    if (bs_str_equal(figure_at(s, cell)->quantity->unit, BS_STR("%"))) return false; // no levels
    for (size_t col = 0; col < grid->col_count; col++) {
        size_t other = grid->cells[figure_at(s, cell)->row * grid->col_count + col];
        if (other == BS_NO_FIGURE || other == cell || figure_at(s, other)->value == 0 ||
            !bs_grid_like_unit(figure_at(s, other), figure_at(s, cell)))
            continue;
        size_t terms[] = {rate, cell, other};
        bs_relation growth = {.form = BS_FORM_QUOTIENT,
                              .terms = terms,
                              .term_count = 3,
                              .factor = 100,
                              .offset = -100};
        if (bs_relation_holds(s->view, &growth)) return true;
    }
    return false;
}

static bool is_in_row(const search *s, const bs_grid *grid, size_t number, size_t own)
{
    const bs_figure *cell = figure_at(s, own);
    for (size_t col = 0; col < grid->col_count; col++) {
        size_t other = grid->cells[cell->row * grid->col_count + col];
        if (other == BS_NO_FIGURE || other == own) continue;
        const bs_figure *there = figure_at(s, other);
        if (bs_figure_like_unit(figure_at(s, number), there) &&
            figure_at(s, number)->quantity->value.coefficient != 0 &&
            bs_decimal_equal(bs_figure__signed(figure_at(s, number)->quantity),
                             bs_figure__signed(there->quantity)))
            return true;
    }
    return false;
}

static bool has_row_mates(const search *s, size_t cell)
{
    const bs_sentence *sentence = bs_view_sentence(s->view, s->number);
    const bs_grid *grid = &s->view->grids.items[figure_at(s, cell)->grid];
    for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        const bs_quantity *other = figure_at(s, i)->quantity;
        bool rate = other->kind == BS_KIND_PERCENT;
        if (i == s->number || !other->valued ||
            bs_decimal_digit_count(other->value) < (rate ? RATE_DIGITS_MIN : DIGITS_MIN))
            continue;
        if (is_in_row(s, grid, i, cell)) return true;
        if (rate && other->role == BS_ROLE_GROWTH && is_growth_in_row(s, grid, i, cell))
            return true;
    }
    return false;
}

// "교통은 전월대비 0.8%": the sentence begins with the row and comes to its rates at once, and the
// column compares with the same time.
static bool is_rate_of_subject(const search *s, const bs_figure *cell, bs_str label)
{
    const bs_quantity *own = figure_at(s, s->number)->quantity;
    const bs_sentence *sentence = bs_view_sentence(s->view, s->number);
    bs_str words = bs_str_trim(bs_view_between(s->view, BS_NO_FIGURE, sentence->first));
    return own->role == BS_ROLE_GROWTH && own->basis != BS_BASIS_NONE &&
           own->basis == cell->quantity->basis && label.len >= LABEL_BYTES_MIN &&
           bs_str_starts(words, label) && words.len - label.len <= SUBJECT_BYTES_MAX;
}

// How likely it is that the number is of something else than the cell.
static double doubt_of(const search *s, const bs_figure *cell, bool dated)
{
    const bs_quantity *own = figure_at(s, s->number)->quantity;
    const bs_grid *grid = &s->view->grids.items[cell->grid];
    bs_str label = bs_str_trim(grid->rows[cell->row].own_label);
    if (dated && is_rate_of_subject(s, cell, label)) return DOUBT_SUBJECT;
    bool named = speaks_of_table(s, grid) || speaks_of_column(s, grid, cell);
    // What a sentence begins with is mostly what it is about.
    bs_str words = bs_str_trim(bs_view_between(s->view, BS_NO_FIGURE, s->number));
    bool list = s->view->sentences.items[figure_at(s, s->number)->sentence].count > FIGURES_MAX;
    bool row = has(own->indicator, label) || has(own->subject, label) ||
               (label.len >= LABEL_BYTES_MIN && bs_str_starts(words, label));
    if (named && dated && row && !list) {
        bool both = shares_words(own->indicator, bare_name(grid->caption), 1, SHORT_WORD_BYTES_MIN);
        return both ? DOUBT_OWN_NAME : DOUBT_OWN_ROW;
    }
    if (!list && has_row_mates(s, s->cell)) return DOUBT_MATES;
    if (row && !list && bs_decimal_digit_count(own->value) >= LONG_DIGITS_MIN) return DOUBT_LONG;
    return named && dated ? DOUBT_NAMED_DATED : named || dated ? DOUBT_HALF : DOUBT_NEITHER;
}

static bool years_agree(const search *s, const bs_figure *cell, bool *known)
{
    const bs_quantity *own = figure_at(s, s->number)->quantity;
    bs_period a = own->period;
    bs_period b = cell->quantity->period;
    *known = !bs_period_is_none(a) && !bs_period_is_none(b);
    if (!*known) return true;
    int gap = bs_period_year_of(a) - bs_period_year_of(b);
    bool earlier = bs_earlier_is(s->view, s->number);
    // A year that was carried over from another sentence says nothing against the cell.
    if (own->period_inferred && (earlier ? gap == 0 : gap != 0)) {
        *known = false;
        return true;
    }
    return gap == 0 || (earlier && gap == 1);
}

// "연평균 증가율은 17.4%" over rates of single years: a mean by the year stands in no cell that is
// not called so.
static bool is_mean_of_years(const search *s, const bs_figure *cell)
{
    const bs_sentence *sentence = bs_view_sentence(s->view, s->number);
    size_t before = s->number == sentence->first ? BS_NO_FIGURE : s->number - 1;
    const bs_grid *grid = &s->view->grids.items[cell->grid];
    bool told = bs_cue_in(BS_CUE_YEARLY, figure_at(s, s->number)->quantity->indicator) ||
                bs_cue_in(BS_CUE_YEARLY, bs_view_between(s->view, before, s->number));
    return told && !bs_cue_in(BS_CUE_YEARLY, grid->cols[cell->col].label) &&
           !bs_cue_in(BS_CUE_YEARLY, grid->rows[cell->row].label) &&
           !bs_cue_in(BS_CUE_YEARLY, grid->caption);
}

static bool is_cell_for(const search *s, size_t index)
{
    const bs_figure *cell = figure_at(s, index);
    const bs_quantity *own = figure_at(s, s->number)->quantity;
    if (cell->grid == SIZE_MAX || cell->quantity->role != own->role) return false;
    // "7.6%, above the 3.0% forecast in August": no cell of what has come says what was foreseen.
    bool foreseen =
        own->status == BS_STATUS_FORECAST && cell->quantity->status != BS_STATUS_FORECAST;
    if (foreseen || is_mean_of_years(s, cell)) return false;
    const bs_grid *grid = &s->view->grids.items[cell->grid];
    bool known;
    return (speaks_of(s, grid, cell) || has_row_mates(s, index)) && years_agree(s, cell, &known);
}

static void look_up(search *s, bs_decimal value)
{
    size_t cells[CELLS_MAX];
    size_t count = bs_echo_find(&s->echo, s->number, value, cells, CELLS_MAX);
    for (size_t i = 0; i < count; i++) {
        if (!is_cell_for(s, cells[i])) continue;
        bool same = s->cell != BS_NO_FIGURE &&
                    figure_at(s, s->cell)->value == figure_at(s, cells[i])->value;
        if (s->cell != BS_NO_FIGURE && !same) s->several = true;
        s->cell = cells[i];
    }
}

static bs_status check_number(search *s, bs_error *err)
{
    const bs_quantity *own = figure_at(s, s->number)->quantity;
    size_t cells[CELLS_MAX];
    if (bs_echo_find(&s->echo, s->number, bs_figure__signed(own), cells, CELLS_MAX) > 0)
        return BS_OK;
    s->mends.count = 0;
    s->cell = BS_NO_FIGURE;
    s->several = false;
    BS_TRY(bs_mend__list(&s->mends, &s->mender, s->number, err));
    for (size_t i = 0; i < s->mends.count; i++)
        look_up(s, s->mends.items[i].value);
    if (s->cell == BS_NO_FIGURE || s->several) return BS_OK;
    bool dated;
    const bs_figure *cell = figure_at(s, s->cell);
    years_agree(s, cell, &dated);
    return bs_relation_add(s->set,
                           &(bs_relation_spec){.code = "restate",
                                               .form = BS_FORM_SUM,
                                               .scope = BS_SCOPE_LIKELY,
                                               .terms = {s->number, s->cell},
                                               .term_count = 2,
                                               .doubt = doubt_of(s, cell, dated),
                                               .what = "what the table says"},
                           err);
}

bs_status bs_restate__check_tables(bs_relations *set, bs_error *err)
{
    search s = {.set = set, .view = set->view};
    if (set->view->grids.count == 0) return BS_OK;
    BS_TRY(bs_echo_init(&s.echo, set->arena, set->view, err));
    BS_TRY(bs_mender__init(&s.mender, set->arena, set->view, BS_PROFILE_ANY, err));
    for (size_t i = 0; i < set->view->reading->quantities.count; i++) {
        s.number = i;
        if (is_candidate(figure_at(&s, i))) BS_TRY(check_number(&s, err));
    }
    return BS_OK;
}
