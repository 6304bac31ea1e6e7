// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>

#include "engine/analyze/relation_cue.h"
#include "engine/analyze/relation_internal.h"
#include "engine/base/buffer.h"
#include "engine/base/utf8.h"

// A larger group of a data file is no table that somebody adds up.
enum { GROUP_CELLS_MAX = 1000 * 1000 };

size_t bs_lens_line_count(bs_lens lens)
{
    return lens.transposed ? lens.grid->col_count : lens.grid->row_count;
}

size_t bs_lens_place_count(bs_lens lens)
{
    return lens.transposed ? lens.grid->row_count : lens.grid->col_count;
}

const bs_grid_line *bs_lens_line(bs_lens lens, size_t line)
{
    return lens.transposed ? &lens.grid->cols[line] : &lens.grid->rows[line];
}

const bs_grid_line *bs_lens_place(bs_lens lens, size_t place)
{
    return lens.transposed ? &lens.grid->rows[place] : &lens.grid->cols[place];
}

size_t bs_lens_figure(bs_lens lens, size_t line, size_t place)
{
    size_t row = lens.transposed ? place : line;
    size_t col = lens.transposed ? line : place;
    return lens.grid->cells[row * lens.grid->col_count + col];
}

bool bs_grid_like_unit(const bs_figure *a, const bs_figure *b)
{
    bs_str x = a->quantity->unit;
    bs_str y = b->quantity->unit;
    bool bare = bs_str_equal(x, BS_STR("1")) || bs_str_equal(y, BS_STR("1"));
    bool percent = bs_str_starts(x, BS_STR("%")) || bs_str_starts(y, BS_STR("%"));
    return bs_str_equal(x, y) || (bare && !percent);
}

static bs_status grid_alloc(bs_view *view, bs_grid *grid, bs_error *err)
{
    size_t count;
    if (__builtin_mul_overflow(grid->row_count, grid->col_count, &count))
        return bs_fail(err, BS_E_MEMORY, "out of memory");
    grid->rows = BS_NEW_ARRAY(view->arena, bs_grid_line, grid->row_count);
    grid->cols = BS_NEW_ARRAY(view->arena, bs_grid_line, grid->col_count);
    grid->cells = BS_NEW_ARRAY(view->arena, size_t, count);
    if (grid->rows == NULL || grid->cols == NULL || grid->cells == NULL)
        return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = 0; i < count; i++)
        grid->cells[i] = BS_NO_FIGURE;
    return BS_OK;
}

static bool takes_part(const bs_quantity *quantity)
{
    return quantity->valued &&
           (quantity->kind == BS_KIND_QUANTITY || quantity->kind == BS_KIND_PERCENT ||
            quantity->kind == BS_KIND_CURRENCY || quantity->kind == BS_KIND_RANK);
}

static bool is_rate(const bs_view *view, const bs_figure *figure)
{
    const bs_quantity *quantity = figure->quantity;
    // "出生率", "出生 率" without a unit: so many in a thousand; "計画比": what was reached of a
    // plan.
    static const char *const quotients[] = {"率",     "計画比", "目標比", "予算比", "목표비",
                                            "계획비", "출생률", "사망률", NULL};
    bool bare = bs_str_equal(quantity->unit, BS_STR("1"));
    if (bare && bs_any_ends(quantity->indicator, quotients)) return true;
    if (quantity->role == BS_ROLE_GROWTH || quantity->kind == BS_KIND_RANK) return true;
    if (figure->series == SIZE_MAX) return false;
    bs_measure measure = view->reading->series.items[figure->series].measure;
    return measure == BS_MEASURE_GROWTH || measure == BS_MEASURE_RANK ||
           measure == BS_MEASURE_INDEX;
}

// A line is a rate when most of its figures are.
static void count_lines(const bs_view *view, bs_grid *grid)
{
    for (int transposed = 0; transposed < 2; transposed++) {
        bs_lens lens = {grid, transposed != 0};
        for (size_t i = 0; i < bs_lens_line_count(lens); i++) {
            bs_grid_line *line = transposed ? &grid->cols[i] : &grid->rows[i];
            size_t rates = 0;
            for (size_t k = 0; k < bs_lens_place_count(lens); k++) {
                size_t figure = bs_lens_figure(lens, i, k);
                if (figure == BS_NO_FIGURE) continue;
                line->count++;
                rates += is_rate(view, &view->figures.items[figure]);
            }
            line->rate = rates * 2 > line->count;
        }
    }
}

static void mark_totals(bs_grid_line *line, bs_str label)
{
    if (bs_cue_heads(BS_CUE_SUBTOTAL, label)) line->subtotal = true;
    if (bs_cue_heads(BS_CUE_TOTAL, label) || bs_cue_is(BS_CUE_TOTAL_ALONE, label))
        line->total = true;
}

// "-", "…", "n/a" stand where a value is missing, and name nothing.
static bool is_missing_mark(bs_str text)
{
    static const bs_str words[] = {BS_STR_INIT("n/a"), BS_STR_INIT("n.a."), BS_STR_INIT("na"),
                                   BS_STR_INIT("x")};
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        if (bs_str_equal_nocase(text, words[i])) return true;
    }
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        if (bs_rune_is_latin(rune.code) || bs_rune_is_han(rune.code) ||
            bs_rune_is_hangul(rune.code) || bs_rune_is_kana(rune.code) ||
            (rune.code >= '0' && rune.code <= '9'))
            return false;
        at += rune.len;
    }
    return true;
}

// Joins the words of one heading cell to the line's label.
static bs_status add_label(bs_arena *arena, bs_grid_line *line, const bs_cell *cell, bs_error *err)
{
    if (is_missing_mark(cell->text) || bs_str_equal(cell->text, line->own_label)) return BS_OK;
    mark_totals(line, cell->text);
    line->own_label = cell->text;
    line->indent = cell->indent;
    line->label =
        line->label.len == 0
            ? cell->text
            : bs_arena_format(arena, "%.*s %.*s", BS_STR_ARG(line->label), BS_STR_ARG(cell->text));
    return line->label.ptr ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}

// One block of a table; a table that goes on under a repeated header has several.
typedef struct piece {
    const bs_table *table;
    uint32_t row; // of the grid, where the block begins
} piece;

// A rank in front of a row is no value of it: its name follows.
static bool is_rank(const bs_view *view, size_t figure)
{
    return view->figures.items[figure].quantity->kind == BS_KIND_RANK;
}

static bs_status label_rows(const bs_view *view, bs_grid *grid, const piece *p, bs_error *err)
{
    bs_arena *arena = view->arena;
    for (uint32_t row = 0; row < p->table->row_count; row++) {
        for (uint32_t col = 0; col < p->table->col_count; col++) {
            size_t figure = grid->cells[(p->row + row) * grid->col_count + col];
            if (figure != BS_NO_FIGURE && col == 0 && is_rank(view, figure)) continue;
            if (figure != BS_NO_FIGURE) break;
            const bs_cell *cell = bs_table_at(p->table, row, col);
            if (cell != NULL && cell->col == col)
                BS_TRY(add_label(arena, &grid->rows[p->row + row], cell, err));
        }
    }
    return BS_OK;
}

// No head has more rows than this; a column without any figure is one of labels, however long.
enum { HEAD_ROWS_MAX = 16 };

static bs_status label_cols(bs_arena *arena, bs_grid *grid, const piece *p, bs_error *err)
{
    for (uint32_t col = 0; col < p->table->col_count; col++) {
        for (uint32_t row = 0; row < p->table->row_count && row < HEAD_ROWS_MAX; row++) {
            if (grid->cells[row * grid->col_count + col] != BS_NO_FIGURE) break;
            const bs_cell *cell = bs_table_at(p->table, row, col);
            if (cell != NULL && cell->row == row)
                BS_TRY(add_label(arena, &grid->cols[col], cell, err));
        }
    }
    return BS_OK;
}

static bs_str caption_of(const bs_document *document, uint32_t block)
{
    if (block < 2) return (bs_str){0};
    const bs_block *before = &document->blocks.items[block - 2];
    return before->kind == BS_BLOCK_TABLE ? (bs_str){0} : before->text;
}

static const bs_table *table_of(const bs_view *view, uint32_t block)
{
    const bs_document *document = view->reading->document;
    if (document == NULL || block < 1 || block > document->blocks.count) return NULL;
    return document->blocks.items[block - 1].table;
}

enum { PIECES_MAX = 16 };

// The blocks that figures [first, end) stand in, one under the other.
static size_t pieces_of(const bs_view *view, size_t first, size_t end, piece out[PIECES_MAX])
{
    size_t count = 0;
    uint32_t row = 0;
    uint32_t block = 0;
    for (size_t i = first; i < end; i++) {
        uint32_t own = view->figures.items[i].quantity->origin.block;
        if (own == block) continue;
        const bs_table *table = table_of(view, own);
        if (table == NULL || count == PIECES_MAX) return 0;
        out[count++] = (piece){table, row};
        row += table->row_count;
        block = own;
    }
    return count;
}

// The first row of the table that has values of a series, from 1; above it numbers are those of
// headings ("aged 65 and over"). 1 when there is none.
static size_t first_row(const bs_view *view, size_t first, size_t end)
{
    size_t out = SIZE_MAX;
    for (size_t i = first; i < end; i++) {
        const bs_figure *figure = &view->figures.items[i];
        if (figure->series != SIZE_MAX && figure->quantity->origin.row < out)
            out = figure->quantity->origin.row;
    }
    return out == SIZE_MAX ? 1 : out;
}

static void place_figures(bs_view *view, bs_grid *grid, size_t first, size_t end)
{
    size_t top = first_row(view, first, end);
    for (size_t i = first; i < end; i++) {
        bs_figure *figure = &view->figures.items[i];
        const bs_quantity *quantity = figure->quantity;
        size_t row = quantity->origin.row;
        size_t col = quantity->origin.col;
        if (!takes_part(quantity) || row < top || col < 1 || row > grid->row_count ||
            col > grid->col_count)
            continue;
        size_t *cell = &grid->cells[(row - 1) * grid->col_count + col - 1];
        if (*cell == BS_NO_FIGURE) {
            *cell = i;
            figure->grid = view->grids.count;
            figure->row = row - 1;
            figure->col = col - 1;
        }
        size_t series = figure->series;
        if (series != SIZE_MAX && view->reading->series.items[series].total &&
            !view->reading->series.items[series].cross_section)
            grid->rows[row - 1].total = true;
    }
}

static bool is_words(const bs_table *table, uint32_t row, uint32_t col)
{
    const bs_cell *cell = bs_table_at(table, row, col);
    if (cell == NULL) return false;
    for (size_t at = 0; at < cell->text.len;) {
        bs_rune rune = bs_utf8_decode(cell->text, at);
        if (bs_rune_is_latin(rune.code) || bs_rune_is_hangul(rune.code) ||
            bs_rune_is_han(rune.code) || bs_rune_is_kana(rune.code))
            return true;
        at += rune.len;
    }
    return false;
}

// Numbers in front of the names of the rows are codes (NAICS, HS, running numbers), not values.
// Ranks stay: they are asked for.
static void drop_codes(bs_view *view, bs_grid *grid, const piece *p)
{
    for (uint32_t col = 0; col + 1 < p->table->col_count; col++) {
        size_t figures = 0;
        size_t named = 0;
        for (uint32_t row = 0; row < p->table->row_count; row++) {
            size_t figure = grid->cells[(p->row + row) * grid->col_count + col];
            if (figure == BS_NO_FIGURE) continue;
            if (view->figures.items[figure].quantity->kind == BS_KIND_RANK) return;
            figures++;
            named += is_words(p->table, row, col + 1) &&
                     grid->cells[(p->row + row) * grid->col_count + col + 1] == BS_NO_FIGURE;
        }
        if (figures == 0 || named * 5 < figures * 4) return;
        for (uint32_t row = 0; row < p->table->row_count; row++) {
            size_t *cell = &grid->cells[(p->row + row) * grid->col_count + col];
            if (*cell != BS_NO_FIGURE) view->figures.items[*cell].grid = SIZE_MAX;
            *cell = BS_NO_FIGURE;
        }
    }
}

// Figures [first, end) stand in one table.
static bs_status add_table(bs_view *view, size_t first, size_t end, bs_error *err)
{
    piece pieces[PIECES_MAX];
    size_t count = pieces_of(view, first, end, pieces);
    if (count == 0) return BS_OK;
    const bs_origin *origin = &view->figures.items[first].quantity->origin;
    bs_grid grid = {.table = origin->table,
                    .block = origin->block,
                    .caption = caption_of(view->reading->document, origin->block)};
    for (size_t i = 0; i < count; i++) {
        grid.row_count = pieces[i].row + pieces[i].table->row_count;
        if (pieces[i].table->col_count > grid.col_count)
            grid.col_count = pieces[i].table->col_count;
    }
    BS_TRY(grid_alloc(view, &grid, err));
    place_figures(view, &grid, first, end);
    for (size_t i = 0; i < count; i++)
        drop_codes(view, &grid, &pieces[i]);
    for (size_t i = 0; i < count; i++)
        BS_TRY(label_rows(view, &grid, &pieces[i], err));
    BS_TRY(label_cols(view->arena, &grid, &pieces[0], err));
    count_lines(view, &grid);
    bs_grid *out = BS_PUSH(view->arena, &view->grids);
    if (out == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *out = grid;
    return BS_OK;
}

static bool has_total(const bs_series *series, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (series[i].total || bs_cue_heads(BS_CUE_TOTAL, series[i].indicator)) return true;
    }
    return false;
}

static int compare_periods(const void *a, const void *b)
{
    return bs_period_compare(*(const bs_period *)a, *(const bs_period *)b);
}

// The distinct periods of a group, in order.
static bs_period *periods_of(bs_arena *arena, const bs_series *series, size_t count,
                             size_t *period_count)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += series[i].observations.count;
    bs_period *periods = BS_NEW_ARRAY(arena, bs_period, total);
    if (periods == NULL) return NULL;
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < series[i].observations.count; k++)
            periods[at++] = series[i].observations.items[k].period;
    }
    if (at > 1) qsort(periods, at, sizeof *periods, compare_periods);
    size_t kept = 0;
    for (size_t i = 0; i < at; i++) {
        if (kept == 0 || !bs_period_equal(periods[kept - 1], periods[i]))
            periods[kept++] = periods[i];
    }
    *period_count = kept;
    return periods;
}

static bs_status add_observation(bs_view *view, size_t series, const bs_observation *observation,
                                 size_t *cell, bs_error *err)
{
    const bs_series *of = &view->reading->series.items[series];
    bs_quantity *quantity = BS_NEW(view->arena, bs_quantity);
    bs_figure *figure = quantity ? BS_PUSH(view->arena, &view->figures) : NULL;
    if (figure == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *quantity = (bs_quantity){
        .kind = BS_KIND_QUANTITY,
        .role = of->measure == BS_MEASURE_GROWTH ? BS_ROLE_GROWTH : BS_ROLE_LEVEL,
        .qualifier = observation->qualifier,
        .status = observation->status,
        .valued = true,
        .value = observation->value,
        .unit = of->unit,
        .period = observation->period,
        .text = observation->text,
        .digits = observation->text,
        .indicator = of->indicator,
        .subject = of->subject,
        .origin = observation->origin,
        .of = BS_NO_QUANTITY,
    };
    *figure = bs_figure__of(quantity);
    figure->series = series;
    *cell = view->figures.count - 1;
    return BS_OK;
}

// "Goodwill" and "Change@Goodwill": another column of a row that stands just in front of it.
static bool is_other_column(const bs_series *series, size_t index)
{
    enum { COLUMNS_MAX = 4 };
    bs_str subject = series[index].subject;
    for (size_t back = 1; back <= COLUMNS_MAX && back <= index && subject.len > 0; back++) {
        const bs_series *row = &series[index - back];
        if (row->subject.len == 0 && bs_str_equal(row->indicator, subject)) return true;
    }
    return false;
}

// Series [first, first + count) are a group of a data file: one row each, one column a period.
static bs_status add_group(bs_view *view, size_t first, size_t count, bs_error *err)
{
    const bs_series *series = &view->reading->series.items[first];
    bs_grid grid = {.caption = series->group, .row_count = count};
    bs_period *periods = periods_of(view->arena, series, count, &grid.col_count);
    if (periods == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    if (grid.col_count > GROUP_CELLS_MAX / count) return BS_OK;
    BS_TRY(grid_alloc(view, &grid, err));
    for (size_t i = 0; i < count; i++) {
        bs_str label = series[i].indicator.len > 0 ? series[i].indicator : series[i].label;
        grid.rows[i] = (bs_grid_line){.label = label, .own_label = label};
        mark_totals(&grid.rows[i], label);
        if (series[i].total) grid.rows[i].total = true;
        if (is_other_column(series, i)) continue;
        for (size_t k = 0; k < series[i].observations.count; k++) {
            const bs_observation *observation = &series[i].observations.items[k];
            if (observation->state != BS_STATE_VALUE) continue;
            const bs_period *period = bsearch(&observation->period, periods, grid.col_count,
                                              sizeof *periods, compare_periods);
            if (period == NULL) continue;
            size_t *cell = &grid.cells[i * grid.col_count + (size_t)(period - periods)];
            BS_TRY(add_observation(view, first + i, observation, cell, err));
        }
    }
    for (size_t k = 0; k < grid.col_count; k++)
        grid.cols[k].label = bs_period_str(periods[k], view->arena);
    count_lines(view, &grid);
    bs_grid *out = BS_PUSH(view->arena, &view->grids);
    if (out == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    *out = grid;
    return BS_OK;
}

// The next group with a total from *at on: its first series; *at goes behind its last. SIZE_MAX:
// there is none.
static size_t next_group(const bs_series_array *series, size_t *at)
{
    while (*at < series->count) {
        const bs_series *first = &series->items[*at];
        size_t start = *at, end = start + 1;
        while (end < series->count && bs_str_equal(series->items[end].group, first->group) &&
               series->items[end].table == first->table)
            end++;
        *at = end;
        if (end - start >= 3 && has_total(first, end - start)) return start;
    }
    return SIZE_MAX;
}

bool bs_view_has_groups(const bs_reading *reading)
{
    size_t at = 0;
    return reading->quantities.count == 0 && next_group(&reading->series, &at) != SIZE_MAX;
}

static bs_status add_groups(bs_view *view, bs_error *err)
{
    size_t at = 0, first;
    while ((first = next_group(&view->reading->series, &at)) != SIZE_MAX)
        BS_TRY(add_group(view, first, at - first, err));
    return BS_OK;
}

bs_status bs_view__add_grids(bs_view *view, bs_error *err)
{
    if (view->reading->quantities.count == 0) return add_groups(view, err);
    size_t count = view->reading->quantities.count;
    for (size_t at = 0; at < count;) {
        uint32_t table = view->figures.items[at].quantity->origin.table;
        size_t end = at + 1;
        while (end < count && view->figures.items[end].quantity->origin.table == table)
            end++;
        if (table != 0) BS_TRY(add_table(view, at, end, err));
        at = end;
    }
    return BS_OK;
}
