// SPDX-License-Identifier: GPL-3.0-or-later
// Finds out from the first rows what the columns of a data file are.
//
// Names decide first, then contents: a column whose cells are numbers holds values, one whose cells
// are times holds periods, and the rest tells series apart. A header cell that is itself a time
// makes its column the values of that period.
#include "engine/base/utf8.h"
#include "engine/extract/tidy_internal.h"
#include "engine/extract/words.h"

enum { HEADER_ROWS_MAX = 3 };

static bs_str cell_text(const bs_tidy *tidy, size_t row, size_t column)
{
    return bs_str_trim(tidy->sample[row].fields[column].text);
}

static bool is_year(bs_str text)
{
    bs_period period;
    return text.len == 4 && bs_period_parse(&period, text, NULL) == BS_OK;
}

static bool is_number(bs_str text)
{
    bs_cell_value value;
    if (text.len == 0) return false;
    bs__tidy_value(&value, text, '.', BS_LANG_UNKNOWN);
    if (value.state == BS_STATE_VALUE) return true;
    bs__tidy_value(&value, text, ',', BS_LANG_UNKNOWN);
    return value.state == BS_STATE_VALUE;
}

// A cell that can only be a value: a number, but no year.
static bool is_amount(bs_str text)
{
    return is_number(text) && !is_year(text);
}

// --- header rows ---------------------------------------------------------------------------------

static bool whole_unit(bs_tidy *tidy, bs_str text, bs_unit_text *unit)
{
    return text.len > 0 && bs_scan_unit(unit, &tidy->arena, text, tidy->lang) && unit->start == 0 &&
           unit->end == text.len;
}

// "year,exports,imports" over ",USD million,USD million".
static bool is_unit_row(bs_tidy *tidy, size_t row)
{
    size_t units = 0;
    for (size_t i = 0; i < tidy->width; i++) {
        bs_unit_text unit;
        bs_str text = cell_text(tidy, row, i);
        if (text.len == 0 || (i == 0 && bs_word_is(text, BS_MEANS_UNIT_HEADER))) continue;
        if (is_number(text) || !whole_unit(tidy, text, &unit)) return false;
        units++;
    }
    return units > 0;
}

// Merged cells of a spreadsheet leave gaps or repeats in the upper row of a header.
static bool has_merged_cells(const bs_tidy *tidy, size_t row)
{
    for (size_t i = 1; i < tidy->width; i++) {
        bs_str text = cell_text(tidy, row, i);
        bs_str left = cell_text(tidy, row, i - 1);
        if ((text.len == 0 && (i > 1 || left.len > 0)) ||
            (text.len > 0 && bs_str_equal(text, left)))
            return true;
    }
    return false;
}

static bool has_amount(const bs_tidy *tidy, size_t row)
{
    for (size_t i = 0; i < tidy->width; i++) {
        if (is_amount(cell_text(tidy, row, i))) return true;
    }
    return false;
}

static size_t filled(const bs_tidy *tidy, size_t row)
{
    size_t count = 0;
    for (size_t i = 0; i < tidy->width; i++)
        count += cell_text(tidy, row, i).len > 0;
    return count;
}

static bool is_header_row(bs_tidy *tidy, size_t row)
{
    if (is_unit_row(tidy, row)) return true;
    return has_merged_cells(tidy, row - 1) && !has_amount(tidy, row) && filled(tidy, row) >= 2 &&
           has_amount(tidy, row + 1);
}

static void count_header_rows(bs_tidy *tidy)
{
    tidy->header_count = 1;
    while (tidy->header_count < HEADER_ROWS_MAX && tidy->header_count + 1 < tidy->sample_count &&
           is_header_row(tidy, tidy->header_count))
        tidy->header_count++;
}

// --- one header cell -----------------------------------------------------------------------------

// The text over a column in one header row: that of the cell to the left where merged cells have
// left a gap.
static bs_str header_text(const bs_tidy *tidy, size_t row, size_t column)
{
    bs_str text = cell_text(tidy, row, column);
    bool upper = row + 1 < tidy->header_count;
    for (size_t i = column; text.len == 0 && upper && i > 1; i--)
        text = cell_text(tidy, row, i - 1);
    return text;
}

static bool text_lasts(const bs_tidy *tidy, bs_str text)
{
    const char *start = tidy->source->text.ptr;
    return text.ptr >= start && text.ptr < start + tidy->source->text.len;
}

static bs_status name_add(bs_tidy *tidy, bs__tidy_column *column, bs_str text, bs_error *err)
{
    if (text.len == 0 || bs_str_ends(column->name, text)) return BS_OK;
    if (column->name.len == 0 && text_lasts(tidy, text)) {
        column->name = text;
        return BS_OK;
    }
    column->name = bs_arena_format(&tidy->arena, "%.*s%s%.*s", BS_STR_ARG(column->name),
                                   column->name.len > 0 ? " " : "", BS_STR_ARG(text));
    return column->name.ptr ? BS_OK : bs__tidy_no_memory(err);
}

// The words of a header without its unit: "수출액 (억원)" gives "수출액".
static bs_str take_unit(bs_tidy *tidy, bs__tidy_column *column, bs_str text)
{
    bs_unit_text unit;
    size_t rank;
    if (bs__tidy_name_role(text, &rank) != BS__TIDY_UNKNOWN) return text;
    if (!bs_scan_unit(&unit, &tidy->arena, text, tidy->lang)) return text;
    bs_str before = bs_str_trim(bs_str_slice(text, 0, unit.start));
    column->unit = unit;
    column->unit_text = bs_str_trim(bs_str_slice(text, unit.start, unit.end));
    if (before.len > 0) return before;
    return bs_str_trim(bs_str_slice(text, unit.end, text.len));
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
    return name_add(tidy, column, take_unit(tidy, column, text), err);
}

static bs_status column_read(bs_tidy *tidy, size_t index, bs_error *err)
{
    bs__tidy_column *column = &tidy->columns[index];
    const bs_field *field = &tidy->sample[tidy->header_count - 1].fields[index];
    column->line = field->line;
    column->column = field->column;
    bs_str above = {0};
    for (size_t row = 0; row < tidy->header_count; row++) {
        bs_str text = header_text(tidy, row, index);
        if (text.len > 0 && !bs_str_equal(text, above))
            BS_TRY(header_take(tidy, column, text, err));
        above = text;
    }
    column->role = bs__tidy_name_role(column->name, &column->rank);
    return BS_OK;
}

// --- contents ------------------------------------------------------------------------------------

typedef struct cell_facts {
    size_t filled;
    size_t numbers;
    size_t amounts;  // numbers that are no years
    size_t decimals; // numbers with a mark
    size_t wholes;   // whole times: "2020-Q1"
    size_t parts;    // parts of a year: "1월", "Q1"
    size_t small;    // whole numbers from 1 to 12
    bool running;    // 0, 1, 2 ... or 1, 2, 3 ...
} cell_facts;

static int small_number(bs_str text)
{
    int value = 0;
    if (text.len == 0 || text.len > 2) return -1;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') return -1;
        value = value * 10 + (text.ptr[i] - '0');
    }
    return value;
}

static bool is_running(bs_str text, size_t row, size_t *first)
{
    bs_decimal value;
    if (bs_decimal_parse(&value, text, NULL) != BS_OK || value.scale != 0) return false;
    if (row == 0) *first = value.coefficient == 1;
    return value.coefficient == (int64_t)(row + *first);
}

static cell_facts contents_of(const bs_tidy *tidy, size_t column)
{
    enum { TIME_LOOK_COUNT = 24 };
    cell_facts out = {.running = true};
    size_t first = 0;
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
        bs_str text = cell_text(tidy, row, column);
        out.running = out.running && is_running(text, row - tidy->header_count, &first);
        if (text.len == 0) continue;
        out.filled++;
        bool number = is_number(text);
        int small = small_number(text);
        out.numbers += number;
        out.amounts += number && !is_year(text);
        out.decimals +=
            number && (memchr(text.ptr, '.', text.len) || memchr(text.ptr, ',', text.len));
        out.small += small >= 1 && small <= 12;
        if (out.filled > TIME_LOOK_COUNT) continue;
        bs__tidy_time time = bs__tidy_time_of(text, tidy->lang);
        out.wholes += time == BS__TIDY_WHOLE;
        out.parts += time == BS__TIDY_PART || (small >= 1 && small <= 12);
    }
    size_t looked = out.filled < TIME_LOOK_COUNT ? out.filled : TIME_LOOK_COUNT;
    if (out.wholes < looked) out.wholes = 0; // all of them, or the column holds no times
    if (out.parts < looked) out.parts = 0;
    return out;
}

static bool mostly_numbers(const cell_facts *contents)
{
    return contents->numbers > 0 && contents->numbers * 10 >= contents->filled * 6;
}

static size_t column_with_role(const bs_tidy *tidy, bs__tidy_role role)
{
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < tidy->width; i++) {
        const bs__tidy_column *column = &tidy->columns[i];
        if (column->role != role) continue;
        if (best == SIZE_MAX || column->rank < tidy->columns[best].rank) best = i;
    }
    return best;
}

static size_t timed_count(const bs_tidy *tidy)
{
    size_t count = 0;
    for (size_t i = 0; i < tidy->width; i++)
        count += tidy->columns[i].timed;
    return count;
}

// --- periods -------------------------------------------------------------------------------------

// The column of periods: the best name with times in it, else the first column of nothing but
// times.
static size_t find_period_column(bs_tidy *tidy, const cell_facts *contents)
{
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < tidy->width; i++) {
        const bs__tidy_column *column = &tidy->columns[i];
        if (column->role != BS__TIDY_PERIOD) continue;
        if (best == SIZE_MAX) best = i;
        bool better = contents[i].wholes > 0 && contents[best].wholes == 0;
        bool named = contents[i].wholes > 0 && column->rank < tidy->columns[best].rank;
        if (better || named) best = i;
    }
    for (size_t i = 0; i < tidy->width && best == SIZE_MAX; i++) {
        bs__tidy_role role = tidy->columns[i].role;
        bool dated = role == BS__TIDY_QUARTER || role == BS__TIDY_MONTH || role == BS__TIDY_DAY;
        if (dated && contents[i].wholes > 0) best = i;
    }
    for (size_t i = 0; i < tidy->width && best == SIZE_MAX; i++) {
        bool free = tidy->columns[i].role == BS__TIDY_UNKNOWN && !tidy->columns[i].timed;
        if (free && contents[i].wholes > 0 && contents[i].decimals == 0) best = i;
    }
    return best;
}

// A column of quarters or months beside the column of years.
static size_t find_part_column(const bs_tidy *tidy, const cell_facts *contents)
{
    for (size_t i = 0; i < tidy->width; i++) {
        bs__tidy_role role = tidy->columns[i].role;
        bool named = role == BS__TIDY_QUARTER || role == BS__TIDY_MONTH || role == BS__TIDY_PERIOD;
        if (!named || i == tidy->period_column || contents[i].wholes > 0) continue;
        if (contents[i].filled > 0 && contents[i].parts > 0) return i;
    }
    return SIZE_MAX;
}

static bool years_only(const bs_tidy *tidy, size_t column)
{
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
        bs_str text = cell_text(tidy, row, column);
        bs_period period;
        bool year = bs_period_parse(&period, text, NULL) == BS_OK
                        ? period.frequency == BS_FREQUENCY_ANNUAL
                        : text.len <= 9; // "2020년", "2020 年"
        if (!year) return false;
    }
    return true;
}

// Settles which column holds periods, and what times in the header mean beside it.
static void plan_periods(bs_tidy *tidy, const cell_facts *contents)
{
    size_t timed = timed_count(tidy);
    tidy->period_column = find_period_column(tidy, contents);
    size_t column = tidy->period_column;
    bool valued = column_with_role(tidy, BS__TIDY_VALUE) != SIZE_MAX;
    if (timed > 0 && !valued) {
        bs_str header = {0};
        for (size_t i = 0; i < tidy->width && header.len == 0; i++)
            header = tidy->columns[i].time;
        bool part = bs__tidy_time_of(header, tidy->lang) == BS__TIDY_PART;
        if (column == SIZE_MAX) column = column_with_role(tidy, BS__TIDY_MONTH);
        if (column == SIZE_MAX) column = column_with_role(tidy, BS__TIDY_QUARTER);
        bool rows_part =
            column != SIZE_MAX && contents[column].wholes == 0 && contents[column].parts > 0;
        tidy->header_is_part = part && column != SIZE_MAX && contents[column].wholes > 0;
        tidy->header_is_year = !part && rows_part;
        tidy->period_column = tidy->header_is_part || tidy->header_is_year ? column : SIZE_MAX;
        return;
    }
    if (column == SIZE_MAX || !years_only(tidy, column)) return;
    tidy->part_column = find_part_column(tidy, contents);
    size_t day = column_with_role(tidy, BS__TIDY_DAY);
    if (tidy->part_column != SIZE_MAX && day != SIZE_MAX && contents[day].numbers > 0)
        tidy->day_column = day;
}

// --- values and what tells series apart ----------------------------------------------------------

static bool is_time_role(bs__tidy_role role)
{
    return role == BS__TIDY_PERIOD || role == BS__TIDY_QUARTER || role == BS__TIDY_MONTH ||
           role == BS__TIDY_DAY;
}

static bool in_period(const bs_tidy *tidy, size_t column)
{
    return column == tidy->period_column || column == tidy->part_column ||
           column == tidy->day_column;
}

// In a table of one column a series, a name such as "group" or "day" over numbers is just a name.
static bool name_can_be_value(bs__tidy_role role)
{
    return role == BS__TIDY_SERIES || role == BS__TIDY_GROUP || role == BS__TIDY_LABEL ||
           role == BS__TIDY_STATUS || role == BS__TIDY_TABLE || role == BS__TIDY_KIND ||
           is_time_role(role);
}

// What programs write before each row: 0, 1, 2 ... in a first column without a name.
static bool is_row_number(const bs__tidy_column *column, size_t index, const cell_facts *contents)
{
    return index == 0 && contents->running && column->name.len == 0;
}

static bool is_value_column(const bs_tidy *tidy, size_t index, const cell_facts *contents)
{
    const bs__tidy_column *column = &tidy->columns[index];
    if (in_period(tidy, index) || is_row_number(column, index, contents)) return false;
    if (column->role != BS__TIDY_UNKNOWN && !name_can_be_value(column->role)) return false;
    if (column->role == BS__TIDY_PERIOD && contents->wholes > 0) return false;
    return mostly_numbers(contents) || (contents->filled == 0 && column->name.len > 0);
}

static size_t mark_value_columns(bs_tidy *tidy, const cell_facts *contents)
{
    size_t count = 0;
    bool named = false;
    bool timed = timed_count(tidy) > 0;
    for (size_t i = 0; i < tidy->width; i++) {
        bs__tidy_column *column = &tidy->columns[i];
        if (column->role != BS__TIDY_VALUE) continue;
        bool holds = mostly_numbers(&contents[i]) || contents[i].filled == 0;
        if (!holds && column->rank > 3)
            column->role = BS__TIDY_UNKNOWN; // "data", "amount" of words
        named = named || column->role == BS__TIDY_VALUE;
    }
    for (size_t i = 0; i < tidy->width; i++) {
        bs__tidy_column *column = &tidy->columns[i];
        if (!named && timed && column->timed && !in_period(tidy, i)) column->role = BS__TIDY_VALUE;
        if (!named && !timed && is_value_column(tidy, i, &contents[i]))
            column->role = BS__TIDY_VALUE;
        count += column->role == BS__TIDY_VALUE;
    }
    return count;
}

// Behind OBS_VALUE, an SDMX-CSV has attributes: they do not tell series apart.
static size_t attributes_start(const bs_tidy *tidy)
{
    size_t value = column_with_role(tidy, BS__TIDY_VALUE);
    size_t rank;
    if (value == SIZE_MAX || tidy->columns[value].rank != 0) return SIZE_MAX;
    bs__tidy_role role = bs__tidy_name_role(tidy->columns[value].name, &rank);
    bool sdmx = role == BS__TIDY_VALUE && rank == 0 && tidy->columns[value].name.len >= 8;
    return sdmx ? value + 1 : SIZE_MAX;
}

static void mark_dimensions(bs_tidy *tidy, const cell_facts *contents)
{
    size_t attributes = attributes_start(tidy);
    for (size_t i = 0; i < tidy->width; i++) {
        bs__tidy_column *column = &tidy->columns[i];
        bool dated = is_time_role(column->role) && !in_period(tidy, i);
        if (dated)
            column->role = contents[i].numbers > 0 || contents[i].wholes > 0 ? BS__TIDY_IGNORED
                                                                             : BS__TIDY_DIMENSION;
        if (column->role != BS__TIDY_UNKNOWN || in_period(tidy, i)) continue;
        bool number = contents[i].filled > 0 && contents[i].numbers == contents[i].filled;
        bool measure =
            number && (contents[i].decimals > 0 || is_row_number(column, i, &contents[i]));
        bool nothing = contents[i].filled == 0;
        column->role =
            i >= attributes || measure || nothing ? BS__TIDY_IGNORED : BS__TIDY_DIMENSION;
    }
}

// The first words of a table without a name for them are the names of its series:
// "country,2020,2021" and ",2020,2021".
static void name_the_rows(bs_tidy *tidy, const cell_facts *contents)
{
    size_t series = column_with_role(tidy, BS__TIDY_SERIES);
    for (size_t i = 0; i < tidy->width && series == SIZE_MAX; i++) {
        bool words = contents[i].filled > 0 && tidy->columns[i].role == BS__TIDY_DIMENSION;
        if (words && tidy->columns[i].name.len == 0) tidy->columns[i].role = BS__TIDY_SERIES;
        if (words) return;
    }
}

static bool is_identity(bs__tidy_role role)
{
    return role >= BS__TIDY_SERIES && role <= BS__TIDY_DATASET;
}

static bs_status collect_identity(bs_tidy *tidy, bs_error *err)
{
    tidy->identity = BS_NEW_ARRAY(&tidy->arena, size_t, tidy->width);
    if (tidy->identity == NULL) return bs__tidy_no_memory(err);
    for (size_t i = 0; i < tidy->width; i++) {
        if (is_identity(tidy->columns[i].role)) tidy->identity[tidy->identity_count++] = i;
    }
    tidy->label_column = column_with_role(tidy, BS__TIDY_LABEL);
    tidy->total_column = column_with_role(tidy, BS__TIDY_TOTAL);
    tidy->kind_column = column_with_role(tidy, BS__TIDY_KIND);
    tidy->status_column = column_with_role(tidy, BS__TIDY_STATUS);
    tidy->vintage_column = column_with_role(tidy, BS__TIDY_VINTAGE);
    tidy->action_column = column_with_role(tidy, BS__TIDY_ACTION);
    return BS_OK;
}

// --- slots ---------------------------------------------------------------------------------------

static bs_str slot_name(const bs__tidy_column *column)
{
    size_t rank;
    bool generic = bs__tidy_name_role(column->name, &rank) == BS__TIDY_VALUE;
    return generic ? (bs_str){0} : column->name;
}

// Columns under times share the slot of their name, unless the name has that time already.
static size_t slot_of(const bs_tidy *tidy, size_t index)
{
    const bs__tidy_column *column = &tidy->columns[index];
    if (!column->timed) return SIZE_MAX;
    for (size_t slot = 0; slot < tidy->slot_count; slot++) {
        if (!bs_str_equal(tidy->slots[slot].name, slot_name(column))) continue;
        bool taken = false;
        for (size_t i = 0; i < index && !taken; i++) {
            const bs__tidy_column *other = &tidy->columns[i];
            taken = other->role == BS__TIDY_VALUE && other->slot == slot &&
                    bs_str_equal(other->time, column->time) &&
                    bs_str_equal(other->time_part, column->time_part);
        }
        if (!taken) return slot;
    }
    return SIZE_MAX;
}

static bs_status header_period(bs_tidy *tidy, bs__tidy_column *column, bs_error *err)
{
    bs__tidy_period printed = {.text = column->time,
                               .part = column->time_part,
                               .shown = column->time,
                               .part_role = BS__TIDY_MONTH,
                               .line = column->line,
                               .column = column->column};
    if (!text_lasts(tidy, printed.shown)) printed.shown = (bs_str){0};
    return bs__tidy_period_id(tidy, &printed, &column->period, err);
}

static bs_status collect_slots(bs_tidy *tidy, size_t value_count, bs_error *err)
{
    tidy->slots = BS_NEW_ARRAY(&tidy->arena, bs__tidy_slot, value_count);
    if (tidy->slots == NULL) return bs__tidy_no_memory(err);
    bool fixed = !tidy->header_is_part && !tidy->header_is_year;
    for (size_t i = 0; i < tidy->width; i++) {
        bs__tidy_column *column = &tidy->columns[i];
        if (column->role != BS__TIDY_VALUE) continue;
        size_t slot = slot_of(tidy, i);
        if (slot == SIZE_MAX) {
            slot = tidy->slot_count++;
            tidy->slots[slot] =
                (bs__tidy_slot){slot_name(column), column->name, column->unit, column->unit_text};
        }
        column->slot = (uint32_t)slot;
        if (column->timed && fixed && tidy->period_column == SIZE_MAX)
            BS_TRY(header_period(tidy, column, err));
    }
    return BS_OK;
}

// --- titles --------------------------------------------------------------------------------------

static void read_titles(bs_tidy *tidy)
{
    for (size_t i = 0; i < tidy->titles.count; i++) {
        bs_unit_text unit;
        bs_str title = tidy->titles.items[i];
        bool found = bs_scan_unit(&unit, &tidy->arena, title, tidy->lang);
        if (found && tidy->unit.unit.len == 0) {
            tidy->unit = unit;
            tidy->unit_text = bs_str_trim(bs_str_slice(title, unit.start, unit.end));
        }
        if (found && unit.start == 0) continue;
        bs_str words = found ? bs_str_slice(title, 0, unit.start) : title;
        if (tidy->source->title.len == 0) tidy->source->title = bs_str_trim(words);
    }
}

static void detect_language(bs_tidy *tidy)
{
    tidy->lang = tidy->options.lang != BS_LANG_UNKNOWN ? tidy->options.lang : tidy->source->lang;
    for (size_t row = 0; row < tidy->sample_count && tidy->lang == BS_LANG_UNKNOWN; row++) {
        for (size_t i = 0; i < tidy->width && tidy->lang == BS_LANG_UNKNOWN; i++) {
            bs_lang lang = bs_lang_detect(cell_text(tidy, row, i), BS_LANG_UNKNOWN);
            if (lang != BS_LANG_EN) tidy->lang = lang;
        }
    }
    if (tidy->lang == BS_LANG_UNKNOWN) tidy->lang = BS_LANG_EN;
    if (tidy->source->lang == BS_LANG_UNKNOWN) tidy->source->lang = tidy->lang;
}

static bs_status fail_header(const bs_tidy *tidy, const char *message, bs_error *err)
{
    const bs_field *first = &tidy->sample[0].fields[0];
    return bs_fail_at(err, BS_E_FORMAT, (bs_place){.line = first->line, .column = 1}, "%s",
                      message);
}

static bs_status read_columns(bs_tidy *tidy, cell_facts **out, bs_error *err)
{
    tidy->columns = BS_NEW_ARRAY(&tidy->arena, bs__tidy_column, tidy->width);
    *out = BS_NEW_ARRAY(&tidy->arena, cell_facts, tidy->width);
    if (tidy->columns == NULL || *out == NULL) return bs__tidy_no_memory(err);
    for (size_t i = 0; i < tidy->width; i++)
        BS_TRY(column_read(tidy, i, err));
    for (size_t i = 0; i < tidy->width; i++)
        (*out)[i] = contents_of(tidy, i);
    return BS_OK;
}

bs_status bs__tidy_plan(bs_tidy *tidy, bs_error *err)
{
    cell_facts *contents;
    tidy->period_column = tidy->part_column = tidy->day_column = SIZE_MAX;
    detect_language(tidy);
    read_titles(tidy);
    count_header_rows(tidy);
    BS_TRY(read_columns(tidy, &contents, err));
    plan_periods(tidy, contents);
    size_t value_count = mark_value_columns(tidy, contents);
    bool dated = tidy->period_column != SIZE_MAX || timed_count(tidy) > 0;
    if (!dated)
        return fail_header(tidy,
                           "no periods; expected a column named period, year, date or the like, or "
                           "columns headed by years",
                           err);
    if (value_count == 0)
        return fail_header(tidy, "no values; expected a column named value or columns of numbers",
                           err);
    mark_dimensions(tidy, contents);
    name_the_rows(tidy, contents);
    tidy->row_is_series = tidy->period_column == SIZE_MAX;
    BS_TRY(collect_identity(tidy, err));
    BS_TRY(collect_slots(tidy, value_count, err));
    tidy->planned = true;
    return BS_OK;
}
