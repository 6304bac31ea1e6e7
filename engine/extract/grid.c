// SPDX-License-Identifier: GPL-3.0-or-later
// Putting the pieces of a table together and telling header rows from data rows. What the columns
// are is in grid_columns.c.
#include "engine/extract/grid.h"

#include "engine/core/unit.h"
#include "engine/extract/grid_internal.h"
#include "engine/extract/words.h"

enum {
    HEADER_ROW_COUNT_MAX = 8,
    YEAR_LOW = 1800,
    YEAR_HIGH = 2200,
    SHORT_CELL_BYTES = 40,
};

bool bs__is_year(const bs_cell_value *value)
{
    return value->state == BS_STATE_VALUE && value->value.scale == 0 && !value->range &&
           value->value.coefficient >= YEAR_LOW && value->value.coefficient <= YEAR_HIGH &&
           value->unit.len == 0 && value->digits_end - value->digits_start == 4;
}

static bool is_time(bs_str text, bs_lang lang)
{
    bs_time_text time;
    return text.len > 0 && bs_scan_time(&time, text, lang);
}

// What a row is made of.
typedef struct row_count {
    uint32_t filled;
    uint32_t values; // numbers that are no years
    uint32_t years;  // numbers that may be years, or cells that are times
    uint32_t days;   // decimals that may be a month and a day, "9.27"
    uint32_t months; // bare numbers that go on with the month to their left
    uint32_t flagged;
    uint32_t ages; // of the values: ages, which may name a class
    uint32_t next; // years that are the next one of that to their left
    bool rising;   // each of the years is behind the one before it
    bool steady;   // the years go up or down by one step
    bool onward;   // each of the days is behind the one before it
    bool only_first;
} row_count;

// Month and day of a decimal that may be both, "9.27", as 927; 0 for any other cell.
static int64_t day_of(const bs_cell_value *value)
{
    int scale = value->value.scale;
    bool decimal = value->state == BS_STATE_VALUE && (scale == 1 || scale == 2) && !value->range &&
                   value->unit.len == 0;
    if (!decimal) return 0;
    int64_t one = scale == 1 ? 10 : 100;
    return value->value.coefficient / one * 100 + value->value.coefficient % one;
}

static row_count count_row(const bs__grid *grid, uint32_t row)
{
    row_count count = {.steady = true, .onward = true, .only_first = true, .rising = true};
    int64_t previous = 0, step = 0, opening = 0;
    int64_t last_day = 0;
    bs_time_text onward;
    bool head = row == 0 || bs__grid_text(grid, row, 0).len == 0;
    for (uint32_t col = 0; col < grid->col_count; col++) {
        const bs_cell *cell = bs__grid_at(grid, row, col);
        if (cell == NULL || cell->text.len == 0) continue;
        const bs_cell_value *value = bs__grid_value(grid, row, col);
        count.filled++;
        count.flagged += cell->header;
        if (cell->col > 0) count.only_first = false;
        int64_t money_year = row == 0 ? bs__year_of_money(value, cell->text, grid->lang) : 0;
        if (money_year > 0) {
            count.rising = false;
            count.years++;
            continue;
        }
        if (bs__is_year(value) && cell->col != col) {
            count.years++; // the same cell, over several columns
        } else if (bs__is_year(value)) {
            int64_t year = value->value.coefficient;
            if (opening == 0) opening = year;
            // The same years once more stand under the next measure.
            bool again = previous != 0 && step != 0 && year == opening;
            if (previous != 0 && step != 0 && year - previous != step && !again)
                count.steady = false;
            if (previous != 0 && step == 0) step = year - previous;
            count.next += previous != 0 && year == previous + 1;
            if (previous != 0 && year == previous && cell->col == col) count.steady = step == 0;
            count.rising = count.rising && year > previous;
            previous = year;
            count.years++;
        } else if (head && bs__grid_goes_on(grid, row, col, &onward)) {
            count.months++;
        } else if (value->state == BS_STATE_VALUE && !is_time(cell->text, grid->lang) &&
                   !(head && bs__week_alone(bs_str_trim(cell->text), grid->lang) > 0)) {
            count.values++;
            count.ages += bs__is_age(value->unit);
        } else if (day_of(value) > 0 && !memchr(cell->text.ptr, '/', cell->text.len)) {
            count.onward = count.onward && day_of(value) > last_day;
            last_day = day_of(value);
            count.days++;
        }
    }
    return count;
}

// Decimals are days where they go on from left to right, with nothing beside them that they could
// be values of: no time and no marked header above, and no label in front.
static bool are_days(const bs__grid *grid, uint32_t row, const row_count *count)
{
    if (count->days < 2 || !count->onward) return false;
    for (uint32_t above = 0; above < row; above++) {
        row_count other = count_row(grid, above);
        if (other.years > 0 || other.flagged > 0) return false;
    }
    return row == 0 || bs__grid_text(grid, row, 0).len == 0;
}

// "2023 | 2023 | 2024" under "Nov. | Dec. | Jan.": each part of a year has its year below it.
static bool are_years_of_parts(const bs__grid *grid, uint32_t row, const row_count *count)
{
    if (row == 0 || count->years < 2 || count->values > 0 || count->days > 0) return false;
    if (bs__grid_value(grid, row, 0)->state == BS_STATE_VALUE) return false;
    for (uint32_t col = 0; col < grid->col_count; col++) {
        bs_time_text time;
        bs_str above = bs__grid_text(grid, row - 1, col);
        if (!bs__is_year(bs__grid_value(grid, row, col))) continue;
        bool part = bs_scan_time(&time, above, grid->lang) && time.from.year == 0 &&
                    bs__part_of_year(&time.from) > 0;
        if (!part) return false;
    }
    return true;
}

// "| 2023 | 2024* | 2023 | 2024* | 2024*", "| Note | 2024 | 2023 | 2023": years of our time, and
// fewer words beside them, above all figures.
static bool are_years_alone(const bs__grid *grid, uint32_t row, const row_count *count)
{
    enum { FIRST = 1950, LAST = 2050 };
    bool alone = count->values == 0 && count->days == 0 && count->filled < count->years * 2;
    if (count->years < 2 || !alone || row + 1 == grid->row_count) return false;
    // "EUR million" in front of them is the unit of what is below.
    static const char units[] =
        "million|billion|thousand|Million|'000|000s|백만|억원|조원|천원|百万|"
        "億円|千円|亿元|万元|億元|€m|£m|$m";
    bs_str front = bs__grid_text(grid, row, 0);
    bool unit = row > 0 && front.len > 0 && bs_str_has_any(front, units);
    if ((front.len > 0 && !unit) || (row == 0 && grid->col_count < 4)) return false;
    for (uint32_t col = 0; col < grid->col_count; col++) {
        const bs_cell_value *value = bs__grid_value(grid, row, col);
        if (value->state != BS_STATE_VALUE) continue;
        if (value->value.coefficient < FIRST || value->value.coefficient > LAST) return false;
    }
    return true;
}

// "Monthly | Annual | 3 months" over figures: lengths of time that head columns. How many there
// are; 0 where something else is a number.
static uint32_t count_lengths(const bs__grid *grid, uint32_t row)
{
    uint32_t lengths = 0;
    for (uint32_t col = 1; col < grid->col_count && row + 1 < grid->row_count; col++) {
        const bs_cell_value *value = bs__grid_value(grid, row, col);
        if (value->state != BS_STATE_VALUE) continue;
        if (bs_unit_dimension(value->unit) != BS_DIM_DURATION) return 0;
        const bs_cell_value *below = bs__grid_value(grid, row + 1, col);
        for (uint32_t next = row + 2; below->state == BS_STATE_EMPTY && next < grid->row_count;
             next++)
            below = bs__grid_value(grid, next, col);
        bool length = bs_unit_dimension(below->unit) == BS_DIM_DURATION && below->unit.len > 0;
        if (below->state != BS_STATE_VALUE || length) return 0;
        lengths++;
    }
    return lengths;
}

// "1,000 hectares", "1 000 t": a unit of a thousand, and no thousand of it.
static bool is_scaled_unit(bs_str text)
{
    static const char scales[] = "1,000 |1 000 |1000 ";
    text = bs_str_trim(text);
    if (!bs_list_starts(text, scales)) return false;
    bs_str rest = bs_str_trim(bs_str_slice(text, text.ptr[1] == '0' ? 4 : 5, text.len));
    for (size_t i = 0; i < rest.len; i++) {
        if (rest.ptr[i] >= '0' && rest.ptr[i] <= '9') return false;
    }
    return rest.len > 0;
}

// How many cells of a row without a label are such units.
static uint32_t count_scaled_units(const bs__grid *grid, uint32_t row)
{
    uint32_t count = 0;
    if (row == 0 || bs__grid_text(grid, row, 0).len > 0) return 0;
    for (uint32_t col = 1; col < grid->col_count; col++)
        count += is_scaled_unit(bs__grid_text(grid, row, col));
    return count;
}

// "年次 | 総数 | 15歳未満 | 15～64歳" below "| 人口 | |": ages over numbers that are none.
static bool heads_classes(const bs__grid *grid, uint32_t row)
{
    const bs_cell_value *first = bs__grid_value(grid, row, 0);
    if (row + 1 == grid->row_count || first->state == BS_STATE_VALUE) return false;
    if (bs__grid_text(grid, row, 0).len == 0) return false;
    for (uint32_t col = 1; col < grid->col_count; col++) {
        const bs_cell_value *own = bs__grid_value(grid, row, col);
        const bs_cell_value *below = bs__grid_value(grid, row + 1, col);
        if (own->state != BS_STATE_VALUE) continue;
        if (below->state != BS_STATE_VALUE || bs__is_age(below->unit)) return false;
    }
    return true;
}

// "(°C) | (mm) | (>= 1 mm)" below heads: all cells but the first, which is empty, stand in
// brackets, and most are no numbers.
static bool are_asides(const bs__grid *grid, uint32_t row)
{
    uint32_t asides = 0, numbers = 0;
    if (bs__grid_text(grid, row, 0).len > 0) return false;
    for (uint32_t col = 1; col < grid->col_count; col++) {
        bs_str text = bs_str_trim(bs__grid_text(grid, row, col));
        if (text.len == 0) continue;
        if (!bs_list_starts(text, "(|（") || !bs_list_ends(text, ")|）")) return false;
        asides++;
        numbers += bs__grid_value(grid, row, col)->state == BS_STATE_VALUE;
    }
    return asides > 2 && numbers * 2 < asides;
}

static bool has_values_above(const bs__grid *grid, uint32_t row)
{
    for (uint32_t above = 0; above < row; above++) {
        if (count_row(grid, above).values > 0) return true;
    }
    return false;
}

static bool is_header_row(const bs__grid *grid, uint32_t row)
{
    row_count count = count_row(grid, row);
    if (count.values > 0 && count.values * 2 < count.filled &&
        count.values == count_lengths(grid, row))
        count.values = 0;
    if (count.values > 0 && count.values == count_scaled_units(grid, row)) count.values = 0;
    if (are_years_of_parts(grid, row, &count) || are_years_alone(grid, row, &count) ||
        (row == 0 && count.years > 1 && count.values + count.days == 0 &&
         count.filled <= count.years + 2 && bs__heads_parts(grid)))
        return true;
    if (count.filled == 0) return row == 0;
    if (count.flagged == count.filled) return true;
    // "구분 | 2025 | 2026 | 2030" and "年次 | 総人口 | 15歳未満" head what stands below them.
    bool first_row = row == 0 && grid->row_count > 1 && bs__grid_text(grid, 0, 0).len > 0;
    bool plan = count.years > 2 && count.rising && count.filled == count.years + 1 &&
                bs__grid_value(grid, row, 0)->state != BS_STATE_VALUE;
    bool classes = count.ages == count.values && count.filled > count.ages + 1;
    if (first_row && count.values == 0 && plan) return true;
    if (row == 0 && grid->row_count > 1 && count.ages > 0 && classes) return true;
    if (row > 0 && are_asides(grid, row)) return true;
    if (row > 0 && count.ages > 1 && classes && heads_classes(grid, row)) return true;
    if (row > 0 && count.days > 1 && count.values == 0 && bs__heads_months(grid, row)) return true;
    bool days = count.days > 0 && count.months == 0;
    if (count.values > 0 || (days && !are_days(grid, row, &count))) return false;
    // "1999–2008 | 2009 | 2010 | 2011 | 2012 | 2015": the years of a mean in front of single ones.
    enum { NEXT_MIN = 3 };
    uint32_t mean = grid->col_count > 1 && bs__grid_at(grid, row, 0) == bs__grid_at(grid, row, 1)
                        ? 2 // over the column of the labels
                        : 1;
    bool after_mean = row > 0 && count.next >= NEXT_MIN && count.rising &&
                      count.filled == count.years + mean && !has_values_above(grid, row) &&
                      bs_str_has_any(bs__grid_text(grid, row, 0), "-|–|~|/|—");
    if (after_mean) return true;
    // "1월 | 1812 | 1812 | -": figures of a month below the heads, and no years.
    if (count.years > 0 && row > 0 && is_time(bs__grid_text(grid, row, 0), grid->lang))
        return false;
    // "2024 | ended" below "May | 12-mos.": nothing in front that it could be a value of.
    bool stacked = row > 0 && count.filled > 1 && bs__grid_text(grid, row, 0).len == 0;
    if (count.years == 1) return row == 0 || count.filled > 2 || stacked;
    if (count.years > 0) return count.steady;
    const bs_cell *first = bs__grid_at(grid, row, 0);
    bool title = first != NULL && first->col_span == grid->col_count;
    if (count.only_first && row > 0 && !title)
        return bs__grid_states_unit(bs__grid_text(grid, row, 0));
    return true;
}

static bool has_values_below(const bs__grid *grid, uint32_t row)
{
    for (uint32_t below = row + 1; below < grid->row_count; below++) {
        for (uint32_t col = 0; col < grid->col_count; col++) {
            if (bs__grid_value(grid, below, col)->state == BS_STATE_VALUE) return true;
        }
    }
    return false;
}

static bool same_row(const bs__grid *grid, uint32_t a, uint32_t b)
{
    for (uint32_t col = 0; col < grid->col_count; col++) {
        if (!bs_str_equal(bs__grid_text(grid, a, col), bs__grid_text(grid, b, col))) return false;
    }
    return true;
}

// "| 1 | 2 | 3 | 4" below the heads: the numbers of the columns, and no figures.
static bool numbers_columns(const bs__grid *grid, uint32_t row)
{
    enum { COLUMNS_MIN = 3 };
    int64_t next = 1;
    if (row == 0 || row + 1 >= grid->row_count) return false;
    for (uint32_t col = 0; col < grid->col_count; col++) {
        const bs_cell_value *value = bs__grid_value(grid, row, col);
        bs_str text = bs_str_trim(bs__grid_text(grid, row, col));
        if (text.len == 0 && next == 1) continue;
        if (col == 0 && bs_list_is(text, "A|甲|(A)|(甲)|栏次|行次|列")) continue;
        bool plain = value->state == BS_STATE_VALUE && value->unit.len == 0 &&
                     value->value.scale == 0 && !value->range;
        int64_t number = value->value.coefficient < 0 ? -value->value.coefficient // "(3)"
                                                      : value->value.coefficient;
        if (!plain || number != next++) return false;
    }
    return next > COLUMNS_MIN;
}

// The leading header rows, and those of later pieces that repeat them.
static void mark_headers(bs__grid *grid)
{
    uint32_t row = 0;
    bool numbers = has_values_below(grid, 0);
    while (row < grid->row_count && row < HEADER_ROW_COUNT_MAX && is_header_row(grid, row)) {
        if (!numbers && row > 0) break;
        row++;
    }
    if (row == grid->row_count) row = 0;
    grid->header_row_count = row;
    for (uint32_t i = 0; i < grid->row_count; i++)
        grid->rows[i].header = i < row;
    if (row > 0 && numbers_columns(grid, row))
        grid->rows[row].header = grid->rows[row].numbering = true;
    for (uint32_t i = row; i < grid->row_count; i++) {
        uint32_t line = grid->rows[i].line;
        if (grid->rows[i].table > 0 && line < row && same_row(grid, i, line)) {
            grid->rows[i].header = true;
        }
    }
}

static void mark_data(bs__grid *grid)
{
    for (uint32_t row = 0; row < grid->row_count; row++) {
        for (uint32_t col = 0; col < grid->col_count && !grid->rows[row].header; col++) {
            grid->rows[row].data |= bs__grid_value(grid, row, col)->state == BS_STATE_VALUE;
        }
    }
}

enum { QUALIFIER_BYTES_MAX = 16 }; // "less than ", " 이상" around the number of a cell

// "90 이상", "약 100", "less than 5": a number with the word that bounds it.
static void read_qualified(bs_cell_value *value, bs_arena *arena, bs_str text, bs_lang lang)
{
    bs_item_array items = {0};
    if (bs_scan(&items, arena, text, lang, NULL) != BS_OK || items.count != 1) return;
    const bs_item *item = &items.items[0];
    bool amount = item->kind == BS_KIND_QUANTITY || item->kind == BS_KIND_PERCENT ||
                  item->kind == BS_KIND_CURRENCY;
    bool whole = text.len <= item->end - item->start + QUALIFIER_BYTES_MAX;
    if (!amount || !whole || item->qualifier == BS_EXACT || !item->valued) return;
    bool bare = bs_str_equal(item->unit, BS_STR("1"));
    *value = (bs_cell_value){
        .state = BS_STATE_VALUE,
        .qualifier = item->qualifier,
        .value = item->value,
        .unit = bare ? (bs_str){0} : bs_arena_str(arena, item->unit),
        .digits_start = item->digits_start,
        .digits_end = item->digits_end,
    };
}

static bool is_short_with_digit(bs_str text)
{
    bool digit = false;
    for (size_t i = 0; i < text.len && text.len <= SHORT_CELL_BYTES; i++)
        digit |= text.ptr[i] >= '0' && text.ptr[i] <= '9';
    return digit;
}

static void read_cell(bs_cell_value *value, bs_arena *arena, const bs_cell *cell, bs_lang lang)
{
    bs_scan_cell_lines(value, arena, cell->text, lang);
    // "2024년" in a column of years: a time, and no length of time.
    bs_time_text time;
    if (value->state == BS_STATE_VALUE && bs_str_equal(value->unit, BS_STR("dur:year")) &&
        bs_scan_time(&time, cell->text, lang) && time.from.year >= YEAR_LOW &&
        time.from.year <= YEAR_HIGH) {
        *value = (bs_cell_value){.state = BS_STATE_UNREADABLE};
    }
    // "12-month growth": words of a head.
    if (value->state == BS_STATE_VALUE && bs_unit_dimension(value->unit) == BS_DIM_DURATION &&
        value->digits_end < cell->text.len && cell->text.ptr[value->digits_end] == '-')
        *value = (bs_cell_value){.state = BS_STATE_UNREADABLE};
    if (value->state == BS_STATE_UNREADABLE && is_short_with_digit(cell->text))
        read_qualified(value, arena, cell->text, lang);
}

// "1 250" where nothing but blanks stands between cells may be two of them.
static void doubt_blank(bs_cell_value *value, const bs_cell *cell, const bs_cell *before)
{
    if (value->state != BS_STATE_VALUE) return;
    bs_str digits = bs_str_slice(cell->text, value->digits_start, value->digits_end);
    if (bs_list_starts(digits, "△|▲")) // "△ 26,000": a sign set apart
        digits = bs_str_trim(bs_str_slice(digits, strlen("△"), digits.len));
    const char *blank = memchr(digits.ptr, ' ', digits.len);
    if (blank == NULL || memrchr(digits.ptr, ' ', digits.len) != blank) return;
    if (blank == digits.ptr || blank[-1] < '0' || blank[-1] > '9') return; // "▲ 8.9"
    const char *from = before != NULL ? before->text.ptr + before->text.len : cell->text.ptr;
    for (; from < cell->text.ptr; from++) {
        if (*from != ' ') return;
    }
    *value = (bs_cell_value){.state = BS_STATE_UNREADABLE};
}

// A cell of digits: in groups of three behind blanks, of less than four, or neither.
typedef enum digit_cell { CELL_OTHER, CELL_GROUPED, CELL_SHORT, CELL_LONG } digit_cell;

static digit_cell look_at_digits(bs_str text)
{
    size_t at = 0, run = 0, groups = 0;
    text = bs_str_trim(text);
    if (text.len > 0 && (text.ptr[0] == '-' || text.ptr[0] == '+')) at++;
    size_t point = bs_str_find(text, BS_STR("."), at);
    for (size_t end = point < text.len ? point : text.len; at < end; at++) {
        bool digit = text.ptr[at] >= '0' && text.ptr[at] <= '9';
        if (!digit && text.ptr[at] != ' ') return CELL_OTHER;
        if (!digit && (run == 0 || run > 3 || (groups > 0 && run != 3))) return CELL_OTHER;
        groups += !digit;
        run = digit ? run + 1 : 0;
    }
    if (groups > 0) return run == 3 ? CELL_GROUPED : CELL_OTHER;
    return run == 0 ? CELL_OTHER : run > 3 ? CELL_LONG : CELL_SHORT;
}

// Are all figures of the column below `top` in groups, some of them behind blanks?
static bool is_grouped_column(const bs__grid *grid, uint32_t top, uint32_t col)
{
    enum { GROUPED_MIN = 2 };
    uint32_t grouped = 0;
    for (uint32_t row = top; row < grid->row_count; row++) {
        digit_cell cell = look_at_digits(bs__grid_text(grid, row, col));
        if (cell == CELL_LONG) return false;
        grouped += cell == CELL_GROUPED;
    }
    return grouped >= GROUPED_MIN;
}

// Is one head over the column, and not two side by side?
static bool has_one_head(const bs__grid *grid, uint32_t top, uint32_t col)
{
    for (uint32_t row = top; row-- > 0;) {
        const bs_cell *cell = bs__grid_at(grid, row, col);
        if (cell == NULL || cell->text.len == 0) continue;
        bs_str rest = cell->text, word;
        size_t figures = 0;
        while (bs_str_next(&rest, ' ', &word))
            figures += word.len > 0 && word.ptr[0] >= '0' && word.ptr[0] <= '9';
        return figures < 2 && cell->col_span == 1;
    }
    return false;
}

// "48 120" over "7 985": digits in groups, where the column has one head and none that is not
// grouped so.
static void settle_blanks(bs__grid *grid)
{
    for (uint32_t col = 1; col < grid->col_count; col++) {
        uint32_t top = 0;
        while (top < grid->row_count &&
               look_at_digits(bs__grid_text(grid, top, col)) != CELL_GROUPED)
            top++;
        if (top == grid->row_count || !has_one_head(grid, top, col)) continue;
        if (!is_grouped_column(grid, top, col)) continue;
        for (uint32_t row = top; row < grid->row_count; row++) {
            bs_str text = bs__grid_text(grid, row, col);
            bs_cell_value *value = &grid->values[(size_t)row * grid->col_count + col];
            bool doubted = value->state == BS_STATE_UNREADABLE;
            if (doubted && look_at_digits(text) == CELL_GROUPED)
                bs_scan_cell(value, text, grid->lang);
        }
    }
}

static void fill_rows(bs__grid *grid, bs_arena *arena, const bs_table *const *tables,
                      size_t table_count)
{
    uint32_t at = 0;
    for (size_t t = 0; t < table_count; t++) {
        for (uint32_t row = 0; row < tables[t]->row_count; row++, at++) {
            grid->rows[at] = (bs__row){.table = (uint32_t)t, .line = row};
            for (uint32_t col = 0; col < grid->col_count; col++) {
                size_t place = (size_t)at * grid->col_count + col;
                const bs_cell *cell = bs_table_at(tables[t], row, col);
                grid->cells[place] = cell;
                grid->values[place] = (bs_cell_value){.state = BS_STATE_EMPTY};
                if (cell == NULL) continue;
                read_cell(&grid->values[place], arena, cell, grid->lang);
                doubt_blank(&grid->values[place], cell, col > 0 ? grid->cells[place - 1] : NULL);
            }
            bs__grid_read_remark(grid, at);
        }
    }
}

bs_status bs__grid_build(bs__grid *out, bs_arena *arena, const bs_table *const *tables,
                         size_t table_count, bs_error *err)
{
    *out = (bs__grid){.lang = out->lang, .eras = out->eras, .published = out->published};
    for (size_t t = 0; t < table_count; t++) {
        out->row_count += tables[t]->row_count;
        if (tables[t]->col_count > out->col_count) out->col_count = tables[t]->col_count;
    }
    size_t places = (size_t)out->row_count * out->col_count;
    out->cells = BS_NEW_ARRAY(arena, const bs_cell *, places);
    out->values = BS_NEW_ARRAY(arena, bs_cell_value, places);
    out->rows = BS_NEW_ARRAY(arena, bs__row, out->row_count);
    out->columns = BS_NEW_ARRAY(arena, bs__column, out->col_count);
    if (!out->cells || !out->values || !out->rows || !out->columns) {
        return bs_fail(err, BS_E_MEMORY, "out of memory");
    }
    fill_rows(out, arena, tables, table_count);
    bs__grid_close_gaps(out, arena, bs__grid_join_split(out));
    settle_blanks(out);
    bs__grid_settle_unit_lines(out, arena);
    bs__grid_settle_brackets(out);
    bs__grid_settle_flags(out);
    bs__grid_settle_lengths(out);
    mark_headers(out);
    bs__grid_find_seasons(out);
    BS_TRY(bs__grid_inner(out, arena, err));
    mark_data(out);
    return bs__grid_columns(out, arena, err);
}

bool bs__grid_continues(const bs_table *first, const bs_table *next, bs_lang lang)
{
    if (first->col_count != next->col_count || first->row_count < 2 || next->row_count < 2)
        return false;
    uint32_t words = 0;
    for (uint32_t col = 0; col < first->col_count; col++) {
        const bs_cell *a = bs_table_at(first, 0, col), *b = bs_table_at(next, 0, col);
        if ((a == NULL) != (b == NULL)) return false;
        if (a == NULL || a->text.len == 0) continue;
        if (!bs_str_equal(a->text, b->text)) return false;
        bs_cell_value value;
        bs_scan_cell(&value, a->text, lang);
        words += value.state == BS_STATE_UNREADABLE;
    }
    return words > 0;
}
