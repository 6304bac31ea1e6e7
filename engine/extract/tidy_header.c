// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the header of a data file: how many rows it has, and of each column its words, unit and
// time.
#include "engine/base/utf8.h"
#include "engine/core/unit.h"
#include "engine/extract/grid.h"
#include "engine/extract/tidy_internal.h"
#include "engine/extract/words.h"

enum { HEADER_ROWS_MAX = 3, META_ROWS_MAX = 12 };

bs_str bs__tidy_cell(const bs_tidy *tidy, size_t row, size_t column)
{
    return bs_str_trim(tidy->sample[row].fields[column].text);
}

bool bs__tidy_is_year(bs_str text)
{
    bs_period period;
    return text.len == 4 && bs_period_parse(&period, text, NULL) == BS_OK;
}

bs_state bs__tidy_state(bs_str text)
{
    bs_cell_value value;
    bs__tidy_value(&value, text, '.', BS_LANG_UNKNOWN);
    if (value.state == BS_STATE_UNREADABLE) bs__tidy_value(&value, text, ',', BS_LANG_UNKNOWN);
    return value.state;
}

bool bs__tidy_is_number(bs_str text)
{
    return bs__tidy_state(text) == BS_STATE_VALUE;
}

// A cell that can only be a value: a number, but no year and no quarter ("1/4").
static bool is_amount(bs_str text)
{
    return bs__tidy_is_number(text) && !bs__tidy_is_year(text) && bs__tidy_quarter_of(text) == 0;
}

// --- header rows ---------------------------------------------------------------------------------

// "in %" under a head is "%".
static bs_str without_in(bs_str text)
{
    bool in = bs_str_starts(text, BS_STR("in "));
    return in ? bs_str_trim(bs_str_slice(text, strlen("in "), text.len)) : text;
}

static bool whole_unit(bs_tidy *tidy, bs_str text, bs_unit_text *unit)
{
    return text.len > 0 && bs_scan_whole_unit(unit, &tidy->arena, text, tidy->lang);
}

static bool has_amount(const bs_tidy *tidy, size_t row)
{
    for (size_t i = 0; i < tidy->width; i++) {
        if (is_amount(bs__tidy_cell(tidy, row, i))) return true;
    }
    return false;
}

// "year,exports,imports" over ",USD million,USD million"; ",May,June" over
// "Branch,Persons,Persons", where the name of the rows stands beside a unit for each column.
static bool is_unit_row(bs_tidy *tidy, size_t row)
{
    size_t units = 0;
    bool named = bs__tidy_cell(tidy, row - 1, 0).len == 0 && row + 1 < tidy->sample_count &&
                 has_amount(tidy, row + 1);
    for (size_t i = 0; i < tidy->width; i++) {
        bs_unit_text unit;
        bs_str text = bs__tidy_cell(tidy, row, i);
        if (i == 0 && named && !bs__tidy_is_number(text)) continue;
        if (text.len == 0 || (i == 0 && bs_word_is(text, BS_MEANS_UNIT_HEADER))) continue;
        if (bs__tidy_is_number(text) || !whole_unit(tidy, without_in(text), &unit)) return false;
        units++;
    }
    bool words = bs__tidy_cell(tidy, row, 0).len > 0;
    return words && named ? units + 1 == tidy->width && units > 1 : units > 0;
}

// Merged cells of a spreadsheet leave gaps or repeats in the upper row of a header.
static bool has_merged_cells(const bs_tidy *tidy, size_t row)
{
    for (size_t i = 1; i < tidy->width; i++) {
        bs_str text = bs__tidy_cell(tidy, row, i);
        bs_str left = bs__tidy_cell(tidy, row, i - 1);
        if ((text.len == 0 && (i > 1 || left.len > 0)) ||
            (text.len > 0 && bs_str_equal(text, left)))
            return true;
    }
    return false;
}

static size_t filled(const bs_tidy *tidy, size_t row)
{
    size_t count = 0;
    for (size_t i = 0; i < tidy->width; i++)
        count += bs__tidy_cell(tidy, row, i).len > 0;
    return count;
}

// ",2023.6,2024.6,2023.6": times under merged heads, some of which look like amounts.
static bool is_time_row(const bs_tidy *tidy, size_t row)
{
    size_t times = 0;
    if (bs__tidy_cell(tidy, row, 0).len > 0) return false;
    for (size_t i = 1; i < tidy->width; i++) {
        bs_str text = bs__tidy_cell(tidy, row, i);
        if (text.len == 0) continue;
        if (bs__tidy_time_of(text, tidy->lang) == BS__TIDY_NO_TIME) return false;
        times++;
    }
    return times > 1 && has_merged_cells(tidy, row - 1);
}

// "GEO (Labels)" under "TIME": what the names of the rows are.
static bool names_the_names(const bs_tidy *tidy, size_t row)
{
    bs_str first = bs__tidy_cell(tidy, row, 0);
    return bs_list_ends(first, "(Labels)|(Codes)") && filled(tidy, row) == 1;
}

static bool is_header_row(bs_tidy *tidy, size_t row)
{
    if (names_the_names(tidy, row)) return true;
    if (is_unit_row(tidy, row) || is_time_row(tidy, row)) return true;
    if (!has_merged_cells(tidy, row - 1) || has_amount(tidy, row) || filled(tidy, row) < 2)
        return false;
    // The values follow, or one more row of words whose first cell is merged with the one above.
    bool lower = row + 2 < tidy->sample_count && row + 1 < HEADER_ROWS_MAX &&
                 bs__tidy_cell(tidy, row, 0).len > 0 && bs__tidy_cell(tidy, row + 1, 0).len == 0 &&
                 filled(tidy, row + 1) >= 2 && has_amount(tidy, row + 2);
    return has_amount(tidy, row + 1) || lower;
}

static bool is_unit_meta(const bs_tidy *tidy, size_t row)
{
    return bs_word_is(bs__tidy_cell(tidy, row, 0), BS_MEANS_UNIT_HEADER);
}

// Rows of such names directly under the header, two at least, where dates follow them; 0 for none.
static size_t count_meta_rows(const bs_tidy *tidy)
{
    size_t row = 1;
    while (row < META_ROWS_MAX && row + 1 < tidy->sample_count && bs__tidy_is_meta_row(tidy, row))
        row++;
    bool dated = row < tidy->sample_count &&
                 bs__tidy_time_of(bs__tidy_cell(tidy, row, 0), tidy->lang) != BS__TIDY_NO_TIME;
    return row > 2 && dated ? row - 1 : 0;
}

static void count_header_rows(bs_tidy *tidy)
{
    tidy->header_count = 1 + count_meta_rows(tidy);
    if (tidy->header_count > 1) return;
    while (tidy->header_count < HEADER_ROWS_MAX && tidy->header_count + 1 < tidy->sample_count &&
           is_header_row(tidy, tidy->header_count))
        tidy->header_count++;
}

// --- one header cell -----------------------------------------------------------------------------

// The text over a column in one header row: that of the cell to the left where merged cells have
// left a gap.
static bs_str header_text(const bs_tidy *tidy, size_t row, size_t column)
{
    bs_str text = bs__tidy_cell(tidy, row, column);
    bool upper = row + 1 < tidy->header_count;
    for (size_t i = column; text.len == 0 && upper && i > 1; i--)
        text = bs__tidy_cell(tidy, row, i - 1);
    return text;
}

bool bs__tidy_lasts(const bs_tidy *tidy, bs_str text)
{
    const char *start = tidy->source->text.ptr;
    return text.ptr >= start && text.ptr < start + tidy->source->text.len;
}

static bs_status name_add(bs_tidy *tidy, bs__tidy_column *column, bs_str text, bs_error *err)
{
    if (text.len == 0 || bs_str_ends(column->name, text)) return BS_OK;
    if (column->name.len == 0 && bs__tidy_lasts(tidy, text)) {
        column->name = text;
        return BS_OK;
    }
    column->name = bs_arena_format(&tidy->arena, "%.*s%s%.*s", BS_STR_ARG(column->name),
                                   column->name.len > 0 ? " " : "", BS_STR_ARG(text));
    return column->name.ptr ? BS_OK : bs__tidy_no_memory(err);
}

// The words of a header without its unit: "수출액 (억원)" gives "수출액". A header that is a unit
// and nothing else is the name of its column ("USD", "deaths"), unless it says that it is a unit or
// stands below a time.
static bs_str take_unit(bs_tidy *tidy, bs__tidy_column *column, bs_str text)
{
    bs_unit_text unit;
    size_t rank;
    if (bs__tidy_name_role(text, &rank) != BS__TIDY_UNKNOWN) return text;
    if (!bs_scan_unit(&unit, &tidy->arena, text, tidy->lang)) return text;
    bs_str before = bs_str_trim(bs_str_slice(text, 0, unit.start));
    bs_str behind = bs_str_trim(bs_str_slice(text, unit.end, text.len));
    bool bracket = text.ptr[0] == '(' || bs_str_starts(text, BS_STR("（"));
    bool bare = before.len + behind.len == 0 && !unit.stated && !bracket;
    if (bare && column->name.len == 0 && !column->timed) return text;
    column->unit = unit;
    column->unit_text = bs_str_trim(bs_str_slice(text, unit.start, unit.end));
    if (unit.more && before.len + behind.len > 0) return text;
    return before.len > 0 ? before : behind;
}

static bs_status header_take(bs_tidy *tidy, bs__tidy_column *column, bs_str text, bs_error *err)
{
    size_t rank;
    bool named = bs__tidy_name_role(text, &rank) != BS__TIDY_UNKNOWN;
    bs__tidy_time time = named ? BS__TIDY_NO_TIME : bs__tidy_time_of(text, tidy->lang);
    if (time != BS__TIDY_NO_TIME) {
        bool part = column->timed;
        *(part ? &column->time_part : &column->time) = text;
        column->timed = true;
        return BS_OK;
    }
    // "Waiting [note 2]"
    if (!named) text = bs__without_status(bs__plain_label(&tidy->arena, text));
    if (text.ptr == NULL) return bs__tidy_no_memory(err);
    bs_str words = take_unit(tidy, column, text);
    // "2022年度（億円）": a time with the unit of what stands below it.
    bool dated = words.len < text.len && !column->timed && column->name.len == 0 &&
                 bs__tidy_time_of(words, tidy->lang) == BS__TIDY_WHOLE;
    if (!dated) return name_add(tidy, column, words, err);
    column->time = words;
    column->timed = true;
    return BS_OK;
}

// SDMX-CSV with labels heads its columns "REF_AREA: Reference area".
static bs_str without_label(bs_str text)
{
    size_t rank;
    size_t colon = bs_str_find(text, BS_STR(":"), 0);
    if (colon == SIZE_MAX) return text;
    bs_str code = bs_str_slice(text, 0, colon);
    return bs__tidy_name_role(code, &rank) != BS__TIDY_UNKNOWN ? code : text;
}

// "5年", "10年" behind heads of whole years: terms, and no years of their own.
static bool is_term(const bs_tidy *tidy, size_t row, size_t column, bs_str text)
{
    size_t digits;
    if (!bs__tidy_is_short_year(text, &digits)) return false;
    for (size_t i = column; i > 0; i--) {
        bs_str left = bs__tidy_cell(tidy, row, i - 1);
        if (left.len >= 4 && bs__tidy_is_year(bs_str_slice(left, 0, 4))) return true;
    }
    return false;
}

// "Three Months Ended" over "June 30, 2024" is one time.
static void join_term(bs_tidy *tidy, bs__tidy_column *column)
{
    bs_time_text time;
    if (!column->timed || column->name.len == 0 || column->time_part.len > 0) return;
    bs_str text = bs_arena_format(&tidy->arena, "%.*s %.*s", BS_STR_ARG(column->name),
                                  BS_STR_ARG(column->time));
    if (text.len == 0 || !bs_scan_time(&time, text, tidy->lang) || time.from.year == 0) return;
    column->time = text;
    column->name = (bs_str){0};
}

// Under a name that may head anything ("scale", "multiplier"), digits are no powers: that may be a
// scale of answers. Words are.
static bool holds_powers(const bs_tidy *tidy, size_t column)
{
    bool sure = tidy->columns[column].rank < BS__TIDY_SURE_POWER_NAMES, said = false;
    int power;
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
        bs_str text = bs__tidy_cell(tidy, row, column);
        if (!bs__tidy_power(tidy, text, &power)) return false;
        if (!sure && bs__tidy_is_number(text)) return false;
        said = said || text.len > 0;
    }
    return said;
}

// "X2020" of R, "Y2020" of the FAO, "YR2020", "CY2020": the year; "Y2020F", the flags of one, too.
static bs_str lettered_year(bs_str text, bool *flags)
{
    enum { YEAR_LEN = 4 };
    size_t front = bs_list_starts(text, "YR|CY") ? 2 : bs_list_starts(text, "X|Y") ? 1 : 0;
    bs_str year = bs_str_slice(text, front, front + YEAR_LEN);
    bs_str behind = bs_str_slice(text, front + YEAR_LEN, text.len);
    *flags = bs_str_equal(behind, BS_STR("F"));
    bool head = front > 0 && (behind.len == 0 || *flags) && bs_list_starts(year, "19|20");
    return head && bs__tidy_is_year(year) ? year : (bs_str){0};
}

// The year of such a head beside another one.
static bs_str bare_year(const bs_tidy *tidy, size_t row, size_t index, bs_str text, bool *flags)
{
    bool other;
    bs_str year = lettered_year(text, flags);
    for (size_t side = 0; year.len > 0 && side < 2; side++) {
        size_t beside = side == 0 ? index - 1 : index + 1;
        if (beside >= tidy->width) continue;
        if (lettered_year(bs__tidy_cell(tidy, row, beside), &other).len > 0) return year;
    }
    *flags = false;
    return text;
}

// "Fiscal year ending March" over years: a name, and no time of its own.
static void untime_name(const bs_tidy *tidy, bs__tidy_column *column, size_t index)
{
    if (!column->timed || column->time_part.len > 0 || tidy->header_count >= tidy->sample_count)
        return;
    bs_str first = bs__tidy_cell(tidy, tidy->header_count, index);
    bool part = bs__tidy_time_of(column->time, tidy->lang) == BS__TIDY_PART;
    if (!part || bs__tidy_time_of(first, tidy->lang) != BS__TIDY_WHOLE) return;
    if (bs__tidy_is_number(first) && !bs__tidy_is_year(first)) return;
    if (column->name.len == 0) column->name = column->time;
    column->time = (bs_str){0};
    column->timed = false;
}

static bs_status column_read(bs_tidy *tidy, size_t index, bs_error *err)
{
    bs__tidy_column *column = &tidy->columns[index];
    const bs_field *field = &tidy->sample[tidy->header_count - 1].fields[index];
    column->line = field->line;
    column->column = field->column;
    bs_str above = {0};
    bool flags = false;
    for (size_t row = 0; row < tidy->header_count; row++) {
        bool meta = row > 0 && bs__tidy_is_meta_row(tidy, row);
        if (meta && (index == 0 || !is_unit_meta(tidy, row))) continue;
        bs_str text = without_label(header_text(tidy, row, index));
        text = bs__tidy_head_carried(tidy, row, index, text);
        text = bare_year(tidy, row, index, text, &flags);
        if (column->name.len > 0) text = without_in(text);
        bool own = text.len > 0 && !bs_str_equal(text, above);
        if (own && is_term(tidy, row, index, text))
            BS_TRY(name_add(tidy, column, text, err));
        else if (own)
            BS_TRY(header_take(tidy, column, text, err));
        above = text;
    }
    join_term(tidy, column);
    if (index == 0) untime_name(tidy, column, index);
    // "(In thousands)" as the head of the names of the rows is said of all of them.
    if (index == 0 && column->name.len == 0 && column->unit.unit.len > 0 &&
        tidy->unit.unit.len == 0) {
        tidy->unit = column->unit;
        tidy->unit_text = column->unit_text;
    }
    column->role = bs__tidy_name_role(column->name, &column->rank);
    if (flags) column->role = BS__TIDY_STATUS;
    if (column->role == BS__TIDY_POWER && !holds_powers(tidy, index))
        column->role = BS__TIDY_UNKNOWN;
    // Remarks at the end of a head of merged cells are of none of its times.
    if (column->role == BS__TIDY_IGNORED) column->timed = false;
    return BS_OK;
}

// "Terawatt-hours,2021,2022": a unit over the names of the rows is that of the values, where it is
// no name of what is counted ("Countries").
static void take_first_unit(bs_tidy *tidy)
{
    const bs__tidy_column *first = &tidy->columns[0];
    bs_unit_text unit;
    bool across = tidy->width > 1 && tidy->columns[1].timed && !first->timed;
    if (!across || tidy->unit.unit.len > 0 || first->role != BS__TIDY_UNKNOWN) return;
    if (!whole_unit(tidy, first->name, &unit)) return;
    bs_dimension dimension = bs_unit_dimension(unit.unit);
    if (dimension == BS_DIM_COUNT_OF || dimension == BS_DIM_NONE) return;
    tidy->unit = unit;
    tidy->unit_text = first->name;
}

bs_status bs__tidy_header(bs_tidy *tidy, bs_error *err)
{
    size_t preamble = bs__tidy_preamble_rows(tidy);
    if (preamble > 0)
        tidy->header_count = preamble;
    else
        count_header_rows(tidy);
    tidy->columns = BS_NEW_ARRAY(&tidy->arena, bs__tidy_column, tidy->width);
    if (tidy->columns == NULL) return bs__tidy_no_memory(err);
    if (preamble > 0) {
        bs__tidy_preamble(tidy);
        return bs__tidy_meta(tidy, err);
    }
    for (size_t i = 0; i < tidy->width; i++)
        BS_TRY(column_read(tidy, i, err));
    BS_TRY(bs__tidy_drop_questions(tidy, err));
    take_first_unit(tidy);
    return bs__tidy_meta(tidy, err);
}
