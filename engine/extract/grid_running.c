// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of totals since January beside those of the month: "10월 | 누계", "October 2024 | Year to
// date". They are other series, and end with the month of the head or of the column beside them.
#include "engine/extract/grid_internal.h"
#include "engine/extract/words.h"

// Is there a cell of the row that says of its column that it is the total since January?
static bool has_total(const bs__grid *grid, uint32_t row)
{
    for (uint32_t col = 0; col < grid->col_count; col++) {
        if (bs_list_is(bs__grid_text(grid, row, col), "누적|누계|累计|累計")) return true;
    }
    return false;
}

void bs__grid_settle_lengths(bs__grid *grid)
{
    enum { HEAD_ROWS_MAX = 4 };
    for (uint32_t row = 0; row < grid->row_count && row < HEAD_ROWS_MAX; row++) {
        if (!has_total(grid, row)) continue;
        for (uint32_t col = 0; col < grid->col_count; col++) {
            bs_cell_value *value = &grid->values[(size_t)row * grid->col_count + col];
            bool length =
                value->state == BS_STATE_VALUE && bs_unit_dimension(value->unit) == BS_DIM_DURATION;
            if (length) *value = (bs_cell_value){.state = BS_STATE_UNREADABLE};
        }
    }
}

static bool is_part(const bs_when *when)
{
    return bs__part_of_year(when) > 0;
}

static bool is_span(const bs_time_text *time)
{
    return is_part(&time->to);
}

// The first part of a year up to a later one.
static bool runs(const bs_time_text *time)
{
    const bs_when *from = &time->from, *to = &time->to;
    bool first = from->month == 1 || from->quarter == 1 || from->half == 1;
    bool within = to->year == 0 || to->year == from->year;
    return first && within && is_span(time) && to->day == 0;
}

static bool is_value(const bs__column *column)
{
    return column->role == BS__COLUMN_VALUE;
}

// "1-3月 | 4-6月": the first of several parts of one length, and no total.
static bool is_one_of_parts(const bs__grid *grid, const bs_time_text *time)
{
    int length = time->to.month - time->from.month;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        const bs__column *other = &grid->columns[col];
        const bs_when *from = &other->time.from, *to = &other->time.to;
        bool like = is_value(other) && other->timed && from->month > 1 && to->month > 0 &&
                    (to->year == 0 || to->year == from->year) && to->day == 0;
        if (like && to->month - from->month == length) return true;
    }
    return false;
}

// The column of a month or quarter that stands nearest to `col`, to its left if there is one there;
// NULL when there is none of its year.
static const bs__column *part_beside(const bs__grid *grid, uint32_t col)
{
    const bs__column *own = &grid->columns[col];
    for (uint32_t step = 1; step < 2 * grid->col_count; step++) {
        bool left = step < grid->col_count;
        uint32_t at = left ? col - step : col + step - grid->col_count + 1;
        if ((left && step > col) || at >= grid->col_count) continue;
        const bs__column *other = &grid->columns[at];
        if (!is_value(other) || !other->timed || is_span(&other->time)) continue;
        if (!is_part(&other->time.from) || other->time.from.day > 0) continue;
        bool same = !own->timed || own->time.from.year == 0 || other->time.from.year == 0 ||
                    own->time.from.year == other->time.from.year;
        if (same) return other;
    }
    return NULL;
}

// "2024年10月 | 2023年10月 | 累計": a total without a time is of the later year.
static const bs__column *latest_like(const bs__grid *grid, const bs__column *beside)
{
    const bs__column *best = beside;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        const bs__column *other = &grid->columns[col];
        bool like = is_value(other) && other->timed && !is_span(&other->time) &&
                    other->time.from.month == beside->time.from.month &&
                    other->time.from.quarter == beside->time.from.quarter &&
                    other->time.from.half == beside->time.from.half &&
                    other->time.from.day == beside->time.from.day;
        if (like && other->time.from.year > best->time.from.year) best = other;
    }
    return best;
}

static void settle_time(const bs__grid *grid, uint32_t col)
{
    bs__column *column = &grid->columns[col];
    if (column->timed && is_span(&column->time)) return;
    if (!column->timed || !is_part(&column->time.from)) {
        const bs__column *beside = part_beside(grid, col);
        if (beside == NULL) return;
        if (!column->timed) beside = latest_like(grid, beside);
        int year = column->timed ? column->time.from.year : 0;
        column->time.from = beside->time.from;
        if (year > 0) column->time.from.year = year;
        column->timed = true;
    }
    bs_when_run(&column->time.from, &column->time.to);
}

static bs_str word_of(bs_lang lang)
{
    static const bs_str words[BS_LANG_COUNT] = {
        [BS_LANG_KO] = BS_STR_INIT("누계"),
        [BS_LANG_ZH] = BS_STR_INIT("累计"),
        [BS_LANG_JA] = BS_STR_INIT("累計"),
        [BS_LANG_EN] = BS_STR_INIT("year to date"),
    };
    return words[lang == BS_LANG_UNKNOWN ? BS_LANG_EN : lang];
}

// Beside columns of single months the name tells the totals apart.
static bs_status name_running(const bs__grid *grid, bs_arena *arena, bs__column *column,
                              bs_error *err)
{
    if (bs_word_in(column->label, BS_MEANS_CUMULATIVE)) return BS_OK;
    bs_str word = word_of(grid->lang);
    if (column->label.len == 0) {
        column->label = word;
        return BS_OK;
    }
    column->label =
        bs_arena_format(arena, "%.*s %.*s", BS_STR_ARG(column->label), BS_STR_ARG(word));
    return column->label.ptr == NULL ? bs_fail(err, BS_E_MEMORY, "out of memory") : BS_OK;
}

// "10月 | 同比 | 1-10月 | 同比": a change of its own behind totals alone is that of the totals.
static bool changes_total(const bs__grid *grid, uint32_t col)
{
    const bs__column *own = &grid->columns[col];
    if (!is_value(own) || own->timed || own->measure != BS_MEASURE_GROWTH) return false;
    uint32_t at = col;
    while (at > grid->value_col && !grid->columns[at - 1].timed)
        at--;
    bool total = at > grid->value_col && grid->columns[at - 1].running;
    bool alone =
        at < grid->value_col + 2 || !grid->columns[at - 2].timed || grid->columns[at - 2].running;
    return total && alone;
}

// "本月 | 同比 | 1-本月 | 同比": a change directly behind a total that no head dates, where another
// one stands directly behind what is no total.
static bool follows_total(const bs__grid *grid, uint32_t col)
{
    if (col < grid->value_col + 3) return false;
    const bs__column *own = &grid->columns[col];
    bool change = is_value(own) && !own->timed && !own->running &&
                  own->measure == BS_MEASURE_GROWTH && own[-2].measure == BS_MEASURE_GROWTH;
    return change && own[-1].running && !own[-1].timed && own[-1].measure == BS_MEASURE_LEVEL &&
           !own[-2].running && !own[-2].timed && !own[-3].running && !own[-3].timed;
}

bs_status bs__grid_running(bs__grid *grid, bs_arena *arena, bs_error *err)
{
    bool single = false, labelled = false;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        const bs__column *column = &grid->columns[col];
        if (!is_value(column)) continue;
        labelled |= !column->timed && column->label.len > 0;
        single |= column->timed && is_part(&column->time.from) && !is_span(&column->time) &&
                  !column->running;
    }
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        bs__column *column = &grid->columns[col];
        if (!is_value(column)) continue;
        if (column->running) settle_time(grid, col);
        column->running |=
            column->timed && runs(&column->time) && !is_one_of_parts(grid, &column->time);
        bool nameless = labelled && column->label.len == 0;
        if (column->running && (single || nameless)) BS_TRY(name_running(grid, arena, column, err));
    }
    for (uint32_t col = grid->value_col; col < grid->col_count && single; col++) {
        if (changes_total(grid, col)) BS_TRY(name_running(grid, arena, &grid->columns[col], err));
    }
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        if (!follows_total(grid, col)) continue;
        grid->columns[col].running = true;
        BS_TRY(name_running(grid, arena, &grid->columns[col], err));
    }
    return BS_OK;
}
