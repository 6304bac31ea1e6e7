// SPDX-License-Identifier: GPL-3.0-or-later
// What each column of a table is: labels, groups, running numbers, ranks, units, remarks or values;
// and what columns say of one another.
#include <limits.h>

#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/grid_internal.h"
#include "engine/extract/words.h"

enum { SAMPLE_COUNT = 24 }; // words of a column that tell what it is

typedef struct column_count {
    uint32_t rows; // data rows
    uint32_t filled;
    uint32_t values;
    uint32_t words;
    uint32_t times;         // numbers that may be years
    uint32_t sampled;       // cells that are no numbers and were looked at
    uint32_t sampled_times; // of those: times
    uint32_t units;         // of those: units
    uint32_t united;        // numbers with a unit, and classes
    uint32_t classes;       // ranges, bounds and ages, which name what the row is about
    bool running;           // 1, 2, 3 ... in the order of the rows
} column_count;

bool bs__is_age(bs_str unit)
{
    return bs_unit_is_age(unit) || bs_str_equal(unit, BS_STR("dur:year"));
}

static column_count count_column(const bs__grid *grid, bs_arena *arena, uint32_t col)
{
    column_count count = {.running = true};
    int64_t expected = 1;
    for (uint32_t row = 0; row < grid->row_count; row++) {
        if (grid->rows[row].header) continue;
        const bs_cell *cell = bs__grid_at(grid, row, col);
        const bs_cell_value *value = bs__grid_value(grid, row, col);
        count.rows++;
        if (cell == NULL || cell->text.len == 0) continue;
        bool spans = cell->col_span > 1; // the name of a group over the whole row
        if (spans) continue;
        count.filled++;
        bs_time_text time;
        bs_unit_text unit;
        // "2024年" is a time, although the cell could be read as a length of time, and so is
        // "３（2021）", which could be a number with another one behind it.
        bool lasts = bs_unit_dimension(value->unit) == BS_DIM_DURATION;
        bool year = value->state == BS_STATE_VALUE && (lasts || value->beside) &&
                    bs_scan_time(&time, cell->text, grid->lang);
        year |= col == 0 && value->state == BS_STATE_VALUE && bs__grid_year_below(grid, row, &time);
        bool is_value = value->state == BS_STATE_VALUE && !year;
        count.values += is_value;
        // A row of remarks alone says nothing of what its columns hold.
        bool remark = col > 0 && !grid->rows[row].data;
        count.words += (value->state == BS_STATE_UNREADABLE && !remark) || year;
        count.times += bs__is_year(value);
        bool bounded = value->qualifier == BS_AT_LEAST || value->qualifier == BS_AT_MOST ||
                       value->qualifier == BS_MORE_THAN || value->qualifier == BS_LESS_THAN;
        bool class = value->range || bounded || bs__is_age(value->unit);
        count.classes += is_value && class;
        count.united += is_value && (class || value->unit.len > 0);
        if (!is_value && count.sampled < SAMPLE_COUNT) {
            count.sampled++;
            count.sampled_times += year || bs_scan_time(&time, cell->text, grid->lang);
            count.units += bs_scan_whole_unit(&unit, arena, cell->text, grid->lang);
        }
        if (is_value && (value->value.scale != 0 || value->value.coefficient != expected++)) {
            count.running = false;
        }
    }
    return count;
}

static bool mostly(uint32_t part, uint32_t whole)
{
    return whole > 0 && part * 3 >= whole * 2;
}

// "年 | 月 | 数量": numbers under the name of a part of the year are times, where a column of years
// stands before them.
static bs__part part_of(const bs__grid *grid, uint32_t col)
{
    static const char months[] = "月|월|month|Month|MONTH|月份";
    static const char quarters[] = "분기|四半期|季度|quarter|Quarter|QUARTER|季";
    bs_str header = bs_str_trim(bs__grid_head(grid, col));
    bool month = bs_list_starts(header, months) && bs_list_ends(header, months);
    bool quarter = bs_list_starts(header, quarters) && bs_list_ends(header, quarters);
    if ((!month && !quarter) || col == 0) return BS__PART_NONE;
    int64_t highest = month ? 12 : 4;
    uint32_t years = 0;
    for (uint32_t row = 0; row < grid->row_count; row++) {
        if (grid->rows[row].header) continue;
        const bs_cell_value *value = bs__grid_value(grid, row, col);
        const bs_cell_value *left = bs__grid_value(grid, row, col - 1);
        bs_time_text time;
        years +=
            bs__is_year(left) || bs_scan_time(&time, bs__grid_text(grid, row, col - 1), grid->lang);
        if (value->state == BS_STATE_EMPTY) continue;
        bool whole = value->state == BS_STATE_VALUE && value->value.scale == 0;
        if (!whole || value->value.coefficient < 1 || value->value.coefficient > highest)
            return BS__PART_NONE;
    }
    return years == 0 ? BS__PART_NONE : month ? BS__PART_MONTH : BS__PART_QUARTER;
}

// "SITC", "HS code", 品目コード: numbers of a classification.
static bool is_code_header(bs_str header)
{
    static const char names[] = "SITC|HS|CN|NACE|ISIC|NAICS|CPA|COICOP|ICD|NUTS|Code|code|CODE|"
                                "코드|부호|代码|代碼|编码|編碼|コード|符号";
    header = bs_str_trim(header);
    return header.len < 24 && bs_list_ends(header, names);
}

// "当月吞吐量（万吨）": under a head that has a unit, 1812 and 2047 are no years.
static bool has_unit(const bs__grid *grid, bs_arena *arena, bs_str header)
{
    bs_unit_text unit;
    bs_rune last = bs_utf8_decode_before(header, header.len);
    return (last.code == ')' || last.code == 0xFF09) &&
           bs_scan_unit(&unit, arena, header, grid->lang) &&
           bs_unit_dimension(unit.unit) != BS_DIM_DURATION;
}

static bs__column_role role_of(bs__grid *grid, bs_arena *arena, uint32_t col)
{
    column_count count = count_column(grid, arena, col);
    grid->columns[col].numbered = count.running && count.values > 1;
    bs_str header = bs__grid_head(grid, col);
    if (bs_word_is(header, BS_MEANS_NOTE_HEADER)) return BS__COLUMN_NOTE;
    bool numbers = count.values > count.words;
    // "15~29세 | 30~49세": the first column names classes, and another one has their values.
    // "1 person | 2 persons | 3 or more persons": sizes.
    bool sizes = count.classes > 0 && count.united == count.values;
    if (col == 0 && grid->col_count > 1 && (sizes || mostly(count.classes, count.values)))
        return BS__COLUMN_LABEL;
    if (numbers && bs_word_is(header, BS_MEANS_RANK_HEADER)) return BS__COLUMN_RANK;
    // "Number" over figures behind the labels counts something.
    bool index = bs_word_is(header, BS_MEANS_INDEX_HEADER) && (col == 0 || count.running);
    if (numbers && index) return BS__COLUMN_INDEX;
    if (count.values > 0 && col == 0 && is_code_header(header)) return BS__COLUMN_INDEX;
    bool unit_header = bs_word_is(header, BS_MEANS_UNIT_HEADER);
    // "病院 | 診療所" in front of all are names, though things are counted in them.
    bool units = col > 0 && mostly(count.units, count.sampled) && count.units > 1;
    if (count.words > 0 && (unit_header || units)) {
        return BS__COLUMN_UNIT;
    }
    bs_time_text time;
    bool timed = header.len > 0 && bs_scan_time(&time, header, grid->lang);
    bool last = col + 1 == grid->col_count;
    if (numbers && count.running && count.values > 1 && !timed && !last && header.len == 0) {
        return BS__COLUMN_INDEX;
    }
    bool years = mostly(count.times, count.filled) && !has_unit(grid, arena, header);
    bool times = years || mostly(count.sampled_times, count.filled) ||
                 (count.sampled == SAMPLE_COUNT && mostly(count.sampled_times, count.sampled));
    // "Year ended March" over 2021 and 2022 says when they end.
    bool ends = timed && col == 0 && grid->col_count > 1 && time.from.year == 0 && years;
    if (times && (!timed || ends)) return BS__COLUMN_LABEL;
    if (count.words == 0 && count.filled > 0) return BS__COLUMN_VALUE;
    if (timed && count.values > 0) return BS__COLUMN_VALUE;
    return numbers && count.words * 2 <= count.values ? BS__COLUMN_VALUE : BS__COLUMN_LABEL;
}

// Running numbers under a word such as "Item" are an index only where labels stand behind them.
static bool is_index_before_labels(const bs__grid *grid, uint32_t col)
{
    const bs__column *column = &grid->columns[col];
    bool labelled = col + 1 < grid->col_count && column[1].role == BS__COLUMN_LABEL;
    if (!column->numbered || !labelled) return false;
    bs_time_text time;
    bs_str header = bs__grid_head(grid, col);
    return header.len == 0 || !bs_scan_time(&time, header, grid->lang);
}

// Does nothing stand below the header of a column?
static bool is_blank_column(const bs__grid *grid, uint32_t col)
{
    for (uint32_t row = grid->header_row_count; row < grid->row_count; row++) {
        const bs_cell *cell = bs__grid_at(grid, row, col);
        if (cell != NULL && cell->text.len > 0 && cell->col == col) return false;
    }
    return true;
}

// Are the cells of a column times with a year, under a head that is none: "Completion"?
static bool holds_dates(const bs__grid *grid, uint32_t col)
{
    uint32_t dates = 0, others = 0;
    bs_time_text time;
    bs_str head = bs_str_trim(bs__grid_head(grid, col));
    if (head.len == 0 || bs_scan_time(&time, head, grid->lang)) return false;
    for (uint32_t row = grid->header_row_count; row < grid->row_count; row++) {
        bs_str text = bs__grid_text(grid, row, col);
        if (text.len == 0 || dates + others == SAMPLE_COUNT) continue;
        bool date = bs_scan_time(&time, text, grid->lang) && time.from.year > 0;
        date ? dates++ : others++;
    }
    return mostly(dates, dates + others) && dates > 1;
}

// "Project | Start | Completion | Cost": two columns of dates behind the names say something of
// what is named there, and are no times of its values.
static void settle_dates(bs__grid *grid)
{
    enum { LABELS_MIN = 3 };
    bool named = false;
    uint32_t dates = 0, last = 0, labels = 0;
    for (uint32_t col = 0; col < grid->value_col; col++)
        labels += grid->columns[col].role == BS__COLUMN_LABEL;
    if (labels < LABELS_MIN) return;
    for (uint32_t col = 0; col < grid->value_col; col++) {
        bool label = grid->columns[col].role == BS__COLUMN_LABEL;
        if (!label || grid->columns[col].part != BS__PART_NONE) continue;
        bool date = holds_dates(grid, col);
        named |= !date && !is_blank_column(grid, col);
        dates += date && named;
        if (date) last = col;
    }
    for (uint32_t col = 0; dates > 1 && col <= last; col++) {
        if (grid->columns[col].role == BS__COLUMN_LABEL && holds_dates(grid, col))
            grid->columns[col].role = BS__COLUMN_NOTE;
    }
}

static void settle_roles(bs__grid *grid, bs_arena *arena)
{
    for (uint32_t col = 0; col < grid->col_count; col++) {
        grid->columns[col].part = part_of(grid, col);
        grid->columns[col].role =
            grid->columns[col].part != BS__PART_NONE ? BS__COLUMN_LABEL : role_of(grid, arena, col);
    }
    grid->value_col = grid->col_count;
    for (uint32_t col = grid->col_count; col-- > 0;) {
        bs__column *column = &grid->columns[col];
        if (column->role == BS__COLUMN_VALUE && is_index_before_labels(grid, col)) {
            column->role = BS__COLUMN_INDEX;
        }
        if (column->role == BS__COLUMN_VALUE) grid->value_col = col;
    }
    settle_dates(grid);
    bool label_seen = false;
    for (uint32_t col = grid->value_col; col-- > 0;) {
        if (grid->columns[col].role != BS__COLUMN_LABEL) continue;
        if (col > 0 && is_blank_column(grid, col)) {
            grid->columns[col].role = BS__COLUMN_NOTE;
            continue;
        }
        if (label_seen) grid->columns[col].role = BS__COLUMN_GROUP;
        label_seen = true;
    }
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        if (grid->columns[col].role == BS__COLUMN_LABEL) grid->columns[col].role = BS__COLUMN_NOTE;
    }
}

// "2024 | 2025" over halves, and the halves again under a head of changes: the latest year of a
// level of that part; 0 for none.
static int year_of_changes(const bs__grid *grid, uint32_t col)
{
    const bs__column *own = &grid->columns[col];
    int latest = 0;
    if (own->measure != BS_MEASURE_GROWTH && !own->difference) return 0;
    for (uint32_t left = grid->value_col; left < col; left++) {
        const bs__column *column = &grid->columns[left];
        bool like = column->role == BS__COLUMN_VALUE && column->timed &&
                    column->measure != BS_MEASURE_GROWTH && !column->difference &&
                    bs__part_of_year(&column->time.from) == bs__part_of_year(&own->time.from) &&
                    column->time.from.month == own->time.from.month &&
                    column->time.from.half == own->time.from.half;
        if (like && column->time.from.year > latest) latest = column->time.from.year;
    }
    return latest;
}

// "2023년 11월 | 12월 | 1월": a header that prints no year goes on with that of the one before it.
static void carry_years_forward(bs__grid *grid)
{
    const bs__column *before = NULL;
    bool back = false;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        bs__column *column = &grid->columns[col];
        if (column->role != BS__COLUMN_VALUE || !column->timed) continue;
        bs_when *from = &column->time.from, *to = &column->time.to;
        int part = bs__part_of_year(from), last = before ? bs__part_of_year(&before->time.from) : 0;
        if (from->year == 0 && part > 0 && last > 0 && before->time.from.year > 0) {
            // "2025.5월 | 1~5월": months that end with the one before are of its year.
            int end = bs__part_of_year(to) > 0 ? bs__part_of_year(to) : part;
            int changed = year_of_changes(grid, col);
            bool single = bs__part_of_year(to) == 0 && bs__part_of_year(&before->time.to) == 0;
            int earlier = single ? bs__year_of_step_back(from, &before->time.from, &back) : 0;
            from->year = changed > 0   ? changed
                         : earlier > 0 ? earlier
                                       : before->time.from.year + (end < last);
            if (bs__part_of_year(to) > 0) to->year = from->year;
        }
        before = column;
    }
}

// "Q1 | Q2 | Q3 | Q4 | 2023": parts without a year in front of the year that they make up.
static void carry_years_back(bs__grid *grid)
{
    int year = 0, next = 0;
    for (uint32_t col = grid->col_count; col-- > grid->value_col;) {
        bs__column *column = &grid->columns[col];
        if (column->role != BS__COLUMN_VALUE || !column->timed) {
            year = 0;
            continue;
        }
        bs_when *from = &column->time.from;
        int part = bs__part_of_year(from);
        bool whole = part == 0 && from->year > 0 && column->time.to.year == 0;
        if (whole) {
            year = from->year;
            next = INT_MAX;
        } else if (year > 0 && part > 0 && from->year == 0 && part < next &&
                   bs__part_of_year(&column->time.to) == 0) {
            from->year = year;
            next = part;
        } else {
            year = 0;
        }
    }
}

static bool is_month_with_number(const bs__column *column)
{
    const bs_when *from = &column->time.from;
    return column->role == BS__COLUMN_VALUE && column->timed && from->month > 0 && from->day > 9 &&
           from->year == 0 && column->time.to.day == 0;
}

// "Apr 24 | May 24 | Jun 24": one number behind several months is a year, and no day.
static void settle_short_years(bs__grid *grid)
{
    bool years = false;
    for (uint32_t a = grid->value_col; a < grid->col_count && !years; a++) {
        for (uint32_t b = a + 1; b < grid->col_count && b < a + 4 && !years; b++) {
            const bs__column *first = &grid->columns[a], *second = &grid->columns[b];
            years = is_month_with_number(first) && is_month_with_number(second) &&
                    first->time.from.day == second->time.from.day &&
                    first->time.from.month != second->time.from.month;
        }
    }
    for (uint32_t col = grid->value_col; col < grid->col_count && years; col++) {
        bs__column *column = &grid->columns[col];
        if (!is_month_with_number(column)) continue;
        column->time.from.year = 2000 + column->time.from.day;
        column->time.from.short_year = true;
        column->time.from.day = 0;
    }
}

// A percent without a name beside a level is of that level: "売上高 百万円 | ％".
static void name_percents(bs__grid *grid)
{
    for (uint32_t col = grid->value_col + 1; col < grid->col_count; col++) {
        bs__column *column = &grid->columns[col];
        const bs__column *left = column - 1;
        bool nameless = column->role == BS__COLUMN_VALUE && column->label.len == 0 &&
                        !column->timed && bs_str_equal(column->unit, BS_STR("%"));
        if (nameless && left->role == BS__COLUMN_VALUE && !bs_str_equal(left->unit, column->unit))
            column->label = left->label;
    }
}

// Is `col` one of several columns of changes under one name: "Exports | Change | Imports | Change"?
static bool is_repeated(const bs__grid *grid, uint32_t col)
{
    const bs__column *own = &grid->columns[col];
    bool change = own->measure == BS_MEASURE_GROWTH || own->difference;
    if (own->role != BS__COLUMN_VALUE || own->timed || own->label.len == 0 || !change) return false;
    for (uint32_t other = grid->value_col; other < grid->col_count; other++) {
        const bs__column *column = &grid->columns[other];
        if (other != col && column->role == BS__COLUMN_VALUE && !column->timed &&
            bs_str_equal(column->label, own->label))
            return true;
    }
    return false;
}

// The name of the nearest level to the left; empty where none has one.
static bs_str level_before(const bs__grid *grid, uint32_t col)
{
    for (uint32_t left = col; left-- > grid->value_col;) {
        const bs__column *column = &grid->columns[left];
        bool level = column->role == BS__COLUMN_VALUE && column->measure != BS_MEASURE_GROWTH &&
                     !column->difference;
        if (level) return column->label;
    }
    return (bs_str){0};
}

// Changes of several levels under one name are told apart by the level in front of each.
static bs_status name_changes(bs__grid *grid, bs_arena *arena, bs_error *err)
{
    bs_str *names = BS_NEW_ARRAY(arena, bs_str, grid->col_count);
    if (names == NULL && grid->col_count > 0) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        bs_str level = is_repeated(grid, col) ? level_before(grid, col) : (bs_str){0};
        bs_str own = grid->columns[col].label;
        if (level.len > 0 && !bs_str_starts(own, level))
            names[col] = bs_arena_format(arena, "%.*s %.*s", BS_STR_ARG(level), BS_STR_ARG(own));
    }
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        if (names[col].len > 0) grid->columns[col].label = names[col];
    }
    return BS_OK;
}

// The latest year of the columns of the same months as `column`; 0 when there is none.
static int latest_year_of(const bs__grid *grid, const bs__column *column)
{
    int latest = 0;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        const bs__column *other = &grid->columns[col];
        bool same = other->timed && other->time.from.month == column->time.from.month &&
                    other->time.to.month == column->time.to.month;
        int year = other->time.to.year > 0 ? other->time.to.year : other->time.from.year;
        if (same && year > latest) latest = year;
    }
    return latest;
}

// "Year ended December 31," over "2023 | 2022 | Change": the change is of the latest year.
static void date_changes(bs__grid *grid)
{
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        bs__column *column = &grid->columns[col];
        bool change = column->measure == BS_MEASURE_GROWTH || column->difference;
        bs_when *from = &column->time.from, *to = &column->time.to;
        if (!change || !column->timed || from->year > 0 || to->month == 0) continue;
        int year = latest_year_of(grid, column);
        if (year == 0) continue;
        to->year = year;
        from->year = year - (from->month > to->month);
    }
}

// The unit that all filled cells of a head row are, and there are fewer of them than columns; false
// for any other row.
static bool unit_of_head(const bs__grid *grid, bs_arena *arena, uint32_t row, bs_unit_text *out)
{
    uint32_t filled = 0, columns = 0;
    const bs_cell *before = NULL;
    for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
        const bs_cell *cell = bs__grid_at(grid, row, col);
        columns += grid->columns[col].role == BS__COLUMN_VALUE;
        if (cell == NULL || cell->text.len == 0) continue;
        bs_unit_text unit;
        bs_str text = bs_str_trim(cell->text);
        bool whole = bs_list_starts(text, "(|（|[") && bs_scan_unit(&unit, arena, text, grid->lang);
        if (!whole || unit.start > 0 || unit.end < text.len || unit.list_count > 1) return false;
        if (filled > 0 && !bs_str_equal(unit.unit, out->unit)) return false;
        filled += cell != before;
        before = cell;
        *out = unit;
    }
    return filled > 0 && filled < columns && !bs_str_equal(out->unit, BS_STR("1"));
}

// "(cents per litre)" below "2022 | 2023 | 2024": the unit of each of them.
static void spread_units(bs__grid *grid, bs_arena *arena)
{
    for (uint32_t row = 0; row < grid->header_row_count; row++) {
        bs_unit_text unit = {0};
        if (!unit_of_head(grid, arena, row, &unit)) continue;
        for (uint32_t col = grid->value_col; col < grid->col_count; col++) {
            bs__column *column = &grid->columns[col];
            bool level = column->measure == BS_MEASURE_LEVEL || column->measure == BS_MEASURE_INDEX;
            if (column->role != BS__COLUMN_VALUE || column->unit.len > 0 || !level) continue;
            column->unit = column->unit_text = unit.unit;
            column->unit_power = unit.power;
        }
    }
}

bs_status bs__grid_columns(bs__grid *grid, bs_arena *arena, bs_error *err)
{
    settle_roles(grid, arena);
    for (uint32_t col = 0; col < grid->col_count; col++) {
        BS_TRY(bs__grid_describe(grid, arena, col, err));
    }
    spread_units(grid, arena);
    bs__grid_read_counters(grid, arena);
    bs__grid_means(grid);
    bs__grid_differences(grid);
    name_percents(grid);
    BS_TRY(name_changes(grid, arena, err));
    settle_short_years(grid);
    date_changes(grid);
    carry_years_forward(grid);
    carry_years_back(grid);
    bs__grid_turn_years(grid);
    bs__grid_priors(grid);
    bs__grid_twins(grid);
    return bs__grid_running(grid, arena, err);
}
