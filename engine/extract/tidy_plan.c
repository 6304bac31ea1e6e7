// SPDX-License-Identifier: GPL-3.0-or-later
// Finds out from the first rows what the columns of a data file are.
//
// Names decide first, then contents: a column whose cells are numbers holds values, one whose cells
// are times holds periods, and the rest tells series apart. A header cell that is itself a time
// makes its column the values of that period.
#include "engine/extract/tidy_internal.h"
#include "engine/extract/traditional.h"
#include "engine/extract/words.h"

// --- contents ------------------------------------------------------------------------------------

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

// "0.73个百分点", "0.4%p": a number in points, which the scanner reads where it knows the language.
static bool is_points(const bs_tidy *tidy, bs_str text)
{
    bs_cell_value value;
    if (!bs_list_ends(text, "点|點|ポイント|포인트|%p|points|point")) return false;
    bs__tidy_value(&value, text, '.', tidy->lang);
    return value.state == BS_STATE_VALUE;
}

static bs__tidy_facts contents_of(const bs_tidy *tidy, size_t column)
{
    enum { COMPACT_LEN = 8, TIME_LOOK_COUNT = 24, CELL_LOOK_COUNT = 256 * 256 };
    bs__tidy_facts out = {.running = true, .figures = true};
    size_t years = 0;  // "Annual" below months
    size_t asides = 0; // "Change on quarter" below times
    bool coded = bs__tidy_is_part_role(tidy->columns[column].role);
    size_t first = 0;
    size_t rows = CELL_LOOK_COUNT / tidy->width + TIME_LOOK_COUNT; // fewer of a very wide table
    size_t end = tidy->header_count + rows < tidy->sample_count ? tidy->header_count + rows
                                                                : tidy->sample_count;
    for (size_t row = tidy->header_count; row < end; row++) {
        bs_str text = bs__tidy_cell(tidy, row, column);
        out.running = out.running && is_running(text, row - tidy->header_count, &first);
        if (text.len == 0) continue;
        out.filled++;
        bs_state state_of = bs__tidy_state(text);
        if (state_of == BS_STATE_UNREADABLE && is_points(tidy, text)) state_of = BS_STATE_VALUE;
        bool number = state_of == BS_STATE_VALUE;
        out.words += state_of == BS_STATE_UNREADABLE;
        int small = small_number(text);
        out.numbers += number;
        out.amounts += number && !bs__tidy_is_year(text);
        out.decimals +=
            number && (memchr(text.ptr, '.', text.len) || memchr(text.ptr, ',', text.len));
        out.small += small >= 1 && small <= 12;
        out.figures = out.figures && text.len == 1;
        if (out.filled > TIME_LOOK_COUNT) continue;
        bs__tidy_time time = bs__tidy_time_of(text, tidy->lang);
        out.wholes += time == BS__TIDY_WHOLE;
        out.dates += time == BS__TIDY_WHOLE && number && text.len == COMPACT_LEN;
        bool part = time == BS__TIDY_PART || (coded && bs__tidy_is_coded_part(text));
        out.parts += part || (small >= 1 && small <= 12);
        years += time == BS__TIDY_NO_TIME && bs__tidy_is_whole(text);
        asides += time == BS__TIDY_NO_TIME && bs__tidy_is_aside(text);
    }
    size_t looked = out.filled < TIME_LOOK_COUNT ? out.filled : TIME_LOOK_COUNT;
    // All of them but for totals, or the column holds no times.
    if (asides >= out.wholes) asides = 0;
    out.asides = asides > 0;
    if (out.wholes + years + asides < looked || out.wholes <= years) out.wholes = 0;
    if (out.parts + years < looked || out.parts <= years) out.parts = 0;
    if (out.dates < looked) out.dates = 0;
    return out;
}

bool bs__tidy_mostly_numbers(const bs__tidy_facts *contents)
{
    return contents->numbers > 0 && contents->numbers * 2 > contents->words * 3;
}

size_t bs__tidy_column_with(const bs_tidy *tidy, bs__tidy_role role)
{
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < tidy->width; i++) {
        const bs__tidy_column *column = &tidy->columns[i];
        if (column->role != role) continue;
        if (best == SIZE_MAX || column->rank < tidy->columns[best].rank) best = i;
    }
    return best;
}

// --- values and what tells series apart ----------------------------------------------------------

bool bs__tidy_is_time_role(bs__tidy_role role)
{
    return role >= BS__TIDY_PERIOD && role <= BS__TIDY_DAY;
}

bool bs__tidy_in_period(const bs_tidy *tidy, size_t column)
{
    return column == tidy->period_column || column == tidy->part_column ||
           column == tidy->day_column;
}

// In a table of one column a series, a name such as "group" or "day" over numbers is just a name.
static bool name_can_be_value(bs__tidy_role role)
{
    return role == BS__TIDY_UNKNOWN || role == BS__TIDY_AMOUNT || role == BS__TIDY_SERIES ||
           role == BS__TIDY_GROUP || role == BS__TIDY_LABEL || role == BS__TIDY_STATUS ||
           role == BS__TIDY_TABLE || role == BS__TIDY_KIND || bs__tidy_is_time_role(role);
}

// What programs write before each row: 0, 1, 2 ... in a first column without a name.
bool bs__tidy_is_row_number(const bs__tidy_column *column, size_t index,
                            const bs__tidy_facts *contents)
{
    return index == 0 && contents->running && column->name.len == 0;
}

static bool is_value_column(const bs_tidy *tidy, size_t index, const bs__tidy_facts *contents)
{
    const bs__tidy_column *column = &tidy->columns[index];
    if (bs__tidy_in_period(tidy, index) || bs__tidy_is_row_number(column, index, contents))
        return false;
    if (!name_can_be_value(column->role)) return false;
    // "Flag" over noughts and ones.
    if (column->role == BS__TIDY_STATUS && contents->figures) return false;
    if (column->role == BS__TIDY_PERIOD && contents->wholes > 0) return false;
    return bs__tidy_mostly_numbers(contents) || (contents->filled == 0 && column->name.len > 0);
}

// "82.6 [82.5-82.8]" beside "82.6": the same values once more, for people.
static bool says_again(const bs_tidy *tidy, size_t column, size_t values)
{
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
        bs_str text = bs__tidy_cell(tidy, row, column);
        bs_str value = bs__tidy_cell(tidy, row, values);
        if (text.len > 0 && (value.len == 0 || !bs_str_starts(text, value))) return false;
    }
    return true;
}

// Leaves the columns named "value" that hold values: "OBS_VALUE,Observation value" is one, and an
// empty one beside columns headed by years is none. True when there is one.
static bool settle_named_values(bs_tidy *tidy, const bs__tidy_facts *contents)
{
    bool timed = bs__tidy_timed_count(tidy) > 0;
    size_t best = bs__tidy_column_with(tidy, BS__TIDY_VALUE);
    bool named = best != SIZE_MAX && (!timed || contents[best].numbers > 0);
    for (size_t i = 0; i < tidy->width; i++) {
        bs__tidy_column *column = &tidy->columns[i];
        bool other = column->role == BS__TIDY_VALUE && (i != best || !named);
        bool values = other && named && bs__tidy_mostly_numbers(&contents[i]);
        if (other && (!values || says_again(tidy, i, best))) column->role = BS__TIDY_IGNORED;
    }
    return named;
}

static bs_status mark_value_columns(bs_tidy *tidy, const bs__tidy_facts *contents, size_t *count,
                                    bs_error *err)
{
    *count = 0;
    bool named = settle_named_values(tidy, contents);
    bool timed = bs__tidy_timed_count(tidy) > 0;
    bool mixed = timed && tidy->dated_heads; // the others are of the time of the title
    if (!named && timed && !mixed && tidy->period_column == SIZE_MAX)
        BS_TRY(bs__tidy_changes(tidy, contents, err));
    for (size_t i = 0; i < tidy->width; i++) {
        bs__tidy_column *column = &tidy->columns[i];
        if (!named && timed && column->timed && !bs__tidy_in_period(tidy, i))
            column->role = BS__TIDY_VALUE;
        if (!named && (!timed || mixed) && is_value_column(tidy, i, &contents[i]))
            column->role = BS__TIDY_VALUE;
        *count += column->role == BS__TIDY_VALUE;
    }
    return BS_OK;
}

// --- slots ---------------------------------------------------------------------------------------

// Empty where the header says no more than "value", or "amount" over the only column of values.
static bs_str slot_name(const bs__tidy_column *column, size_t value_count)
{
    size_t rank;
    bs__tidy_role role = bs__tidy_name_role(column->name, &rank);
    bool generic = role == BS__TIDY_VALUE || (role == BS__TIDY_AMOUNT && value_count == 1);
    return generic ? (bs_str){0} : column->name;
}

// Columns under times share the slot of their name, unless the name has that time already.
static size_t slot_of(const bs_tidy *tidy, size_t index, size_t value_count)
{
    const bs__tidy_column *column = &tidy->columns[index];
    if (!column->timed) return SIZE_MAX;
    for (size_t slot = 0; slot < tidy->slot_count; slot++) {
        if (!bs_str_equal(tidy->slots[slot].name, slot_name(column, value_count))) continue;
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
    if (!bs__tidy_lasts(tidy, printed.shown)) printed.shown = (bs_str){0};
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
        size_t slot = slot_of(tidy, i, value_count);
        if (slot == SIZE_MAX) {
            slot = tidy->slot_count++;
            tidy->slots[slot] =
                (bs__tidy_slot){slot_name(column, value_count), column->name, column->unit,
                                column->unit_text, column->difference};
        }
        column->slot = (uint32_t)slot;
        if (column->timed && fixed && tidy->period_column == SIZE_MAX)
            BS_TRY(header_period(tidy, column, err));
    }
    return BS_OK;
}

// Text of ideographs alone is Japanese where it counts years by its eras.
static bool names_eras(bs_str text)
{
    static const char eras[] = "令和|平成|昭和";
    return bs_str_has_any(text, eras);
}

// By the first rows together: a header of two ideographs alone says little.
static void detect_language(bs_tidy *tidy)
{
    enum { LOOK_BYTES = 16 * 1024 };
    bs_source *source = tidy->source;
    const bs_field *last = &tidy->sample[tidy->sample_count - 1].fields[tidy->width - 1];
    size_t end = (size_t)(last->place.ptr - source->text.ptr) + last->place.len;
    bs_str look = bs_str_slice(source->text, 0, end < LOOK_BYTES ? end : LOOK_BYTES);
    tidy->lang = tidy->options.lang != BS_LANG_UNKNOWN ? tidy->options.lang : source->lang;
    if (tidy->lang == BS_LANG_UNKNOWN) {
        tidy->lang = bs_lang_detect(look, BS_LANG_EN);
        if (tidy->lang == BS_LANG_ZH && names_eras(look)) tidy->lang = BS_LANG_JA;
    }
    if (source->lang == BS_LANG_UNKNOWN) source->lang = tidy->lang;
    if (tidy->lang == BS_LANG_ZH)
        tidy->place_money = bs__find_place_money(look, bs__is_traditional_text(look));
}

static bs_status fail_header(const bs_tidy *tidy, const char *message, bs_error *err)
{
    const bs_field *first = &tidy->sample[0].fields[0];
    return bs_fail_at(err, BS_E_FORMAT, (bs_place){.line = first->line, .column = 1}, "%s",
                      message);
}

static bs_status time_in(bs_tidy *tidy, bs_str line, bs_str *out, bs_error *err)
{
    bs_item_array items = {0};
    BS_TRY(bs_scan(&items, &tidy->arena, line, tidy->lang, err));
    for (size_t item = 0; item < items.count && out->len == 0; item++) {
        const bs_item *found = &items.items[item];
        if (found->kind != BS_KIND_YEAR && found->kind != BS_KIND_DATE) continue;
        bs_str text = bs_str_slice(line, found->start, found->end);
        if (bs__tidy_time_of(text, tidy->lang) == BS__TIDY_WHOLE) *out = text;
    }
    return BS_OK;
}

// The first time that a title names: "Exports by country, 2023"; or that of a note below the table
// which says that it is of that time: "※ 2023.4.1. 기준".
static bs_status title_period(bs_tidy *tidy, bs_str *out, bs_error *err)
{
    *out = (bs_str){0};
    for (size_t i = 0; i < tidy->titles.count && out->len == 0; i++)
        BS_TRY(time_in(tidy, tidy->titles.items[i], out, err));
    bool dated = bs_list_ends(tidy->note, "기준|기준임|現在|现在|時点") ||
                 bs_str_has_any(tidy->note, "as at |as of ") ||
                 bs_list_starts(tidy->note, "As at |As of ");
    return out->len == 0 && dated ? time_in(tidy, tidy->note, out, err) : BS_OK;
}

// "Exports by month, 2023" over columns headed "Jan", "Feb".
static void plan_year(bs_tidy *tidy, bs_str title)
{
    bs_period period;
    bs_time_text time;
    tidy->year_default = bs_period_year_of(tidy->options.published);
    if (title.len == 0) return;
    if (bs_period_parse(&period, title, NULL) == BS_OK)
        tidy->year_default = bs_period_year_of(period);
    else if (bs_scan_time(&time, title, tidy->lang) && time.from.year != 0)
        tidy->year_default = time.from.year;
}

// A table without periods is a cross-section at the time that its title names.
static bs_status plan_cross_section(bs_tidy *tidy, bs_str text, bs_error *err)
{
    if (text.len == 0) return bs__tidy_fail_no_periods(tidy, err);
    tidy->cross_section = true;
    bs_origin origin = bs_source_locate(tidy->source, text);
    bs__tidy_period printed = {
        .text = text, .shown = text, .line = origin.line, .column = origin.column};
    uint32_t id;
    BS_TRY(bs__tidy_period_id(tidy, &printed, &id, err));
    for (size_t i = 0; i < tidy->width; i++)
        tidy->columns[i].period = id;
    return BS_OK;
}

// Where rows are series, the columns of values are headed by times, or none of them is.
static bs_status check_times(const bs_tidy *tidy, size_t *timed, bs_error *err)
{
    size_t count = 0;
    *timed = 0;
    for (size_t i = 0; i < tidy->width; i++) {
        const bs__tidy_column *column = &tidy->columns[i];
        count += column->role == BS__TIDY_VALUE;
        *timed += column->role == BS__TIDY_VALUE && column->timed;
    }
    if (*timed == 0 || *timed == count || tidy->dated_heads) return BS_OK;
    return fail_header(
        tidy, "no period for some of the columns of values; expected years over all or none", err);
}

bs_status bs__tidy_plan(bs_tidy *tidy, bs_error *err)
{
    tidy->period_column = tidy->part_column = tidy->day_column = SIZE_MAX;
    detect_language(tidy);
    bs__tidy_read_titles(tidy);
    BS_TRY(bs__tidy_header(tidy, err));
    BS_TRY(bs__tidy_plan_carry(tidy, err));
    bs__tidy_facts *contents = BS_NEW_ARRAY(&tidy->arena, bs__tidy_facts, tidy->width);
    if (contents == NULL) return bs__tidy_no_memory(err);
    for (size_t i = 0; i < tidy->width; i++)
        contents[i] = contents_of(tidy, i);
    bs_str title;
    BS_TRY(title_period(tidy, &title, err));
    plan_year(tidy, title);
    bs__tidy_plan_periods(tidy, contents, title.len > 0);
    if (tidy->period_column == SIZE_MAX) bs__tidy_drop_moved_heads(tidy, contents);
    bool undated = tidy->period_column == SIZE_MAX && bs__tidy_timed_count(tidy) == 0;
    bool across = tidy->period_column == SIZE_MAX && !undated;
    if (across) BS_TRY(bs__tidy_head_totals(tidy, contents, err));
    if (undated) BS_TRY(bs__tidy_head_times(tidy, contents, title.len > 0, err));
    bs__tidy_plan_total_rows(tidy);
    BS_TRY(bs__tidy_plan_fill(tidy, contents, err));
    bs__tidy_plan_totals(tidy, contents);
    bs__tidy_flag_columns(tidy, contents);
    bs__tidy_keys(tidy, contents);
    size_t value_count;
    BS_TRY(mark_value_columns(tidy, contents, &value_count, err));
    tidy->row_is_series = tidy->period_column == SIZE_MAX;
    size_t timed = 0;
    if (tidy->row_is_series) BS_TRY(check_times(tidy, &timed, err));
    bool timeless = tidy->row_is_series && (timed == 0 || (tidy->dated_heads && title.len > 0));
    if (timeless && (value_count > 0 || bs__tidy_timed_count(tidy) == 0))
        BS_TRY(plan_cross_section(tidy, title, err));
    if (value_count == 0)
        return fail_header(tidy, "no values; expected a column named value or columns of numbers",
                           err);
    BS_TRY(bs__tidy_identity(tidy, contents, err));
    BS_TRY(collect_slots(tidy, value_count, err));
    BS_TRY(bs__tidy_rows(tidy, err));
    tidy->planned = true;
    return BS_OK;
}
