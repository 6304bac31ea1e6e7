// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of digits that are no amounts: ages, marks of answers, hours, numbers of persons and
// places. They tell rows apart, and a reader who takes them for values gives all rows one name.
//
// A name may say so ("pid", "학번"), or the digits themselves: one with a nought in front ("0471")
// is written out of figures. The rest is found by what they do. Where several rows speak of one
// time and the words beside them do not tell them apart, whole numbers in front of the values do.
#include <stdlib.h>

#include "engine/extract/tidy_internal.h"
#include "engine/extract/words.h"

static bool is_digits(bs_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') return false;
    }
    return text.len > 0;
}

static bool is_open(bs__tidy_role role)
{
    return role == BS__TIDY_UNKNOWN || role == BS__TIDY_AMOUNT;
}

// "0471", "03124", "0017": figures of one length, some with a nought in front.
static bool has_leading_noughts(const bs_tidy *tidy, size_t column)
{
    size_t len = 0;
    bool nought = false;
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
        bs_str text = bs__tidy_cell(tidy, row, column);
        if (text.len == 0) continue;
        if (!is_digits(text) || text.len < 2 || (len > 0 && text.len != len)) return false;
        len = text.len;
        nought = nought || text.ptr[0] == '0';
    }
    return nought;
}

bool bs__tidy_names_origin(bs_str name)
{
    static const char words[] = "birth|Birth|born|Born|founded|Founded|established|Established|"
                                "opened|Opened|built|Built|hire|Hire|hired|joined|Joined|dob|DOB|"
                                "설립|준공|개업|개교|개원|출생|생년|입사|成立|建成|开业|出生|入职|"
                                "設立|創業|竣工|建築|生年|入社|開業";
    return bs_str_has_any(name, words);
}

// "成立年份", "Year opened": years under a name of years, where the period stands elsewhere.
static bool is_year_of_something(const bs__tidy_column *column, const bs__tidy_facts *contents)
{
    static const char years[] = "year|Year|YEAR|연도|년도|年份|年度|西暦|年";
    static const char others[] = "last|Last|previous|Previous|prior|Prior|this|This|/|per |a |전년|"
                                 "금년|당년|上年|前年|今年|当年|本年";
    bool only = contents->numbers > 0 && contents->amounts == 0 && contents->words == 0 &&
                !bs_str_has_any(column->name, others);
    return only && (bs_list_ends(column->name, years) || bs_list_starts(column->name, years) ||
                    bs__tidy_names_origin(column->name));
}

// The number of the week beside days.
static bool is_clock(const bs_tidy *tidy, const bs__tidy_column *column)
{
    static const char weeks[] = "week|Week|WEEK|wk|주차|周次|週次";
    size_t period = tidy->period_column;
    if (period == SIZE_MAX || tidy->part_column != SIZE_MAX) return false;
    bs_str first = bs__tidy_cell(tidy, tidy->header_count, period);
    bool days = first.len > strlen("2024-W01");
    return days && bs_list_ends(column->name, weeks) && bs_list_starts(column->name, weeks);
}

// A name that heads words or codes, over numbers: "Units" sold are no units, the "Frequency" of an
// answer is how many gave it, "Area" is hectares.
static void free_names(const bs_tidy *tidy, const bs__tidy_facts *contents)
{
    bool answers = false; // "Yes" and "No" are answers, and "No" no number of the row
    for (size_t i = 0; i < tidy->width; i++)
        answers |= bs_str_equal_nocase(tidy->columns[i].name, BS_STR("yes"));
    for (size_t i = 0; i < tidy->width; i++) {
        bs__tidy_column *column = &tidy->columns[i];
        bool numbers = contents[i].numbers > 0 && contents[i].words == 0;
        bool area = column->role == BS__TIDY_PLACE && bs_list_ends(column->name, "Area|area|AREA");
        bool unit = column->role == BS__TIDY_UNIT || column->role == BS__TIDY_FREQUENCY;
        bool no = answers && bs_str_equal_nocase(column->name, BS_STR("no"));
        if (numbers && (unit || area || no)) column->role = BS__TIDY_UNKNOWN;
    }
}

// "지점" of whole numbers beside "지점명".
static bool is_number_of(const bs_tidy *tidy, size_t column, const bs__tidy_facts *contents)
{
    if (contents[column].numbers == 0 || contents[column].words + contents[column].decimals > 0)
        return false;
    for (size_t i = 0; i < tidy->width; i++) {
        bool words = i != column && contents[i].words > 0 && contents[i].numbers == 0;
        if (words && bs__tidy_is_code_of(tidy->columns[column].name, tidy->columns[i].name))
            return true;
    }
    return false;
}

// "Long_" beside "Lat" is no value; beside "Short" it is.
static void drop_coordinates(bs_tidy *tidy)
{
    bool latitude = false;
    for (size_t i = 0; i < tidy->width; i++)
        latitude = latitude || bs_list_is(tidy->columns[i].name, "Lat|lat|LAT|Lat_|lat_");
    for (size_t i = 0; i < tidy->width && latitude; i++) {
        bs__tidy_column *column = &tidy->columns[i];
        if (bs_list_is(column->name, "Long|long|LONG|Long_|long_")) column->role = BS__TIDY_IGNORED;
    }
}

// --- rows of one time ----------------------------------------------------------------------------

// What is known of each row of the sample: the first row that it cannot be told from.
typedef struct key_rows {
    uint32_t hashes[BS__TIDY_SAMPLE_ROWS];
    size_t distinct;
} key_rows;

static void count_distinct(const bs_tidy *tidy, key_rows *rows)
{
    rows->distinct = 0;
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
        bool again = false;
        for (size_t other = tidy->header_count; other < row && !again; other++)
            again = rows->hashes[other] == rows->hashes[row];
        rows->distinct += !again;
    }
}

static void add_column(const bs_tidy *tidy, key_rows *rows, size_t column)
{
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++)
        rows->hashes[row] = bs__tidy_hash(rows->hashes[row] + 1, bs__tidy_cell(tidy, row, column));
}

static size_t row_count(const bs_tidy *tidy)
{
    return tidy->sample_count - tidy->header_count;
}

// Whether the column is of words or codes, or of the time of the rows.
static bool tells_already(const bs_tidy *tidy, size_t column, const bs__tidy_facts *contents)
{
    bs__tidy_role role = tidy->columns[column].role;
    if (bs__tidy_in_period(tidy, column) || role == BS__TIDY_VINTAGE) return true;
    if (role == BS__TIDY_IGNORED || role == BS__TIDY_STATUS) return false;
    bool words = contents->words > contents->numbers;
    return !tidy->columns[column].timed && (words || role == BS__TIDY_CODE);
}

// Whole numbers without a sign in every row: they come again in other rows, or go up row by row.
static bool can_tell(const bs_tidy *tidy, size_t column, const bs__tidy_facts *contents)
{
    enum { FIGURES_MAX = 8 };
    bs__tidy_role role = tidy->columns[column].role;
    if (tidy->columns[column].timed || !(is_open(role) || bs__tidy_is_time_role(role)))
        return false;
    if (bs__tidy_in_period(tidy, column) || contents->filled != row_count(tidy)) return false;
    bool rising = true;
    bs_str last = {0};
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
        bs_str text = bs__tidy_cell(tidy, row, column);
        if (!is_digits(text) || text.len > FIGURES_MAX) return false;
        bool more = text.len > last.len || (text.len == last.len && bs_str_compare(text, last) > 0);
        rising = rising && more;
        last = text;
    }
    key_rows own = {.distinct = 0};
    add_column(tidy, &own, column);
    count_distinct(tidy, &own);
    return rising || own.distinct * 2 <= row_count(tidy);
}

// The last column that may hold values: none of the columns behind it can tell rows apart.
static size_t last_values(const bs_tidy *tidy, const bs__tidy_facts *contents)
{
    for (size_t i = tidy->width; i > 0; i--) {
        if (tidy->columns[i - 1].timed) return i - 1;
        if (is_open(tidy->columns[i - 1].role) && contents[i - 1].numbers > 0) return i - 1;
    }
    return 0;
}

// Makes dimensions of as many columns of whole numbers, from the left, as are needed to tell the
// rows of the sample apart; of none where all of them together do not.
static void find_keys(bs_tidy *tidy, const bs__tidy_facts *contents)
{
    key_rows rows = {.distinct = 0};
    size_t keys[BS__TIDY_KEYS_MAX], count = 0, last = last_values(tidy, contents);
    for (size_t i = 0; i < tidy->width; i++) {
        if (tells_already(tidy, i, &contents[i])) add_column(tidy, &rows, i);
    }
    count_distinct(tidy, &rows);
    for (size_t i = 0; i < last && count < BS_COUNT(keys); i++) {
        if (rows.distinct == row_count(tidy)) break;
        if (!can_tell(tidy, i, &contents[i])) continue;
        key_rows more = rows;
        add_column(tidy, &more, i);
        count_distinct(tidy, &more);
        if (more.distinct == rows.distinct) continue;
        rows = more;
        keys[count++] = i;
    }
    if (rows.distinct < row_count(tidy)) return;
    for (size_t i = 0; i < count; i++)
        tidy->columns[keys[i]].role = BS__TIDY_DIMENSION;
}

// "Source" over "Coal", "Nuclear": a name of remarks over words that come again and tell the rows
// of one time apart, where nothing else does.
static void restore_words(bs_tidy *tidy, const bs__tidy_facts *contents)
{
    bool across = tidy->period_column == SIZE_MAX;
    key_rows rows = {.distinct = 0};
    for (size_t i = 0; i < tidy->width; i++) {
        if (tells_already(tidy, i, &contents[i])) add_column(tidy, &rows, i);
    }
    count_distinct(tidy, &rows);
    for (size_t i = 0; i < tidy->width && rows.distinct < row_count(tidy); i++) {
        bool words = contents[i].words == contents[i].filled && contents[i].numbers == 0;
        bool full = contents[i].filled == row_count(tidy);
        if (tidy->columns[i].role != BS__TIDY_IGNORED || !words || !full) continue;
        key_rows own = {.distinct = 0}, more = rows;
        add_column(tidy, &own, i);
        count_distinct(tidy, &own);
        add_column(tidy, &more, i);
        count_distinct(tidy, &more);
        bool again = across ? own.distinct < row_count(tidy) : own.distinct * 2 <= row_count(tidy);
        if (!again || more.distinct < row_count(tidy)) continue;
        tidy->columns[i].role = BS__TIDY_DIMENSION;
        return;
    }
}

// "As_of_Date_In_Form_YYMMDD" over 230627: figures of one length under a name of dates.
static bool are_short_dates(const bs_tidy *tidy, size_t column, const bs__tidy_facts *contents)
{
    static const char names[] = "_Date|_date|_DATE| Date| date|Date_|date_|일자|날짜|日期|年月日";
    enum { SHORT_LEN = 6 };
    if (contents->numbers == 0 || contents->words + contents->decimals > 0) return false;
    if (!bs_str_has_any(tidy->columns[column].name, names)) return false;
    for (size_t row = tidy->header_count; row < tidy->sample_count; row++) {
        bs_str text = bs__tidy_cell(tidy, row, column);
        if (text.len > 0 && (text.len != SHORT_LEN || !is_digits(text))) return false;
    }
    return true;
}

// Dates beside the period ("ship_date", "birth_date") are of none of the values, unless rows are
// told apart by them alone, as vintages are.
static void drop_dates(bs_tidy *tidy, const bs__tidy_facts *contents)
{
    key_rows rows = {.distinct = 0};
    bool dated[BS__TIDY_KEYS_WIDTH_MAX] = {false};
    for (size_t i = 0; i < tidy->width; i++) {
        const bs__tidy_column *column = &tidy->columns[i];
        dated[i] =
            is_open(column->role) && !column->timed && !bs__tidy_in_period(tidy, i) &&
            ((contents[i].wholes > 0 && (contents[i].numbers == 0 || contents[i].dates > 0)) ||
             are_short_dates(tidy, i, &contents[i]));
        if (!dated[i] && tells_already(tidy, i, &contents[i])) add_column(tidy, &rows, i);
    }
    count_distinct(tidy, &rows);
    bool distinct = rows.distinct == row_count(tidy);
    for (size_t i = 0; i < tidy->width; i++) {
        if (dated[i] && (distinct || bs__tidy_names_origin(tidy->columns[i].name)))
            tidy->columns[i].role = BS__TIDY_IGNORED;
    }
}

void bs__tidy_keys(bs_tidy *tidy, const bs__tidy_facts *contents)
{
    free_names(tidy, contents);
    drop_coordinates(tidy);
    bool wide = tidy->width > BS__TIDY_KEYS_WIDTH_MAX;
    bool across = false; // "Last update" beside columns headed by times
    for (size_t i = 0; i < tidy->width; i++)
        across = across || tidy->columns[i].timed;
    if (!wide && (tidy->period_column != SIZE_MAX || across)) drop_dates(tidy, contents);
    for (size_t i = 0; i < tidy->width; i++) {
        bs__tidy_column *column = &tidy->columns[i];
        if (!is_open(column->role) || column->timed || bs__tidy_in_period(tidy, i)) continue;
        if (has_leading_noughts(tidy, i) || (!wide && is_number_of(tidy, i, contents)))
            column->role = BS__TIDY_CODE;
        bool dated = is_year_of_something(column, &contents[i]);
        if (dated || (is_clock(tidy, column) && contents[i].words == 0))
            column->role = BS__TIDY_IGNORED;
    }
    size_t value = bs__tidy_column_with(tidy, BS__TIDY_VALUE);
    bool named = value != SIZE_MAX && contents[value].numbers > 0;
    if (!wide) restore_words(tidy, contents);
    if (!named && !wide) find_keys(tidy, contents);
}
