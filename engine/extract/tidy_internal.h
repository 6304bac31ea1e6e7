// SPDX-License-Identifier: GPL-3.0-or-later
// tidy_internal.h: what the parts of the series builder share.
//
// The first rows are kept until there are enough of them to say what the columns are (tidy_plan.c,
// with the names of tidy_names.c). From then on each row becomes one record a value: which series,
// which period, where (tidy.c). At the end the periods are read (tidy_period.c), then series by
// series the values (tidy_value.c, tidy_series.c).
#ifndef BS_EXTRACT_TIDY_INTERNAL_H
#define BS_EXTRACT_TIDY_INTERNAL_H

#include "engine/base/buffer.h"
#include "engine/base/hash.h"
#include "engine/base/limits.h"
#include "engine/extract/place_money.h"
#include "engine/extract/scan.h"
#include "engine/extract/tidy.h"

// What a column is for.
typedef enum bs__tidy_role {
    BS__TIDY_UNKNOWN,
    // A series is told from the others by the cells of these.
    BS__TIDY_SERIES,    // its name
    BS__TIDY_DIMENSION, // something else that tells series apart
    BS__TIDY_PLACE,     // a country, region or other subject
    BS__TIDY_CODE,      // a code that stands beside a name
    BS__TIDY_GROUP,
    BS__TIDY_TABLE,
    BS__TIDY_UNIT,
    BS__TIDY_POWER, // UNIT_MULT, "scale": values times 10^n, or so many "thousands"
    BS__TIDY_FREQUENCY,
    BS__TIDY_DATASET, // names the series when nothing else does
    // What is said of a series.
    BS__TIDY_LABEL,
    BS__TIDY_TOTAL, // role: "total" or something else
    BS__TIDY_KIND,  // a measure (level, growth) or a status (actual, target)
    // The observation.
    BS__TIDY_PERIOD,
    BS__TIDY_QUARTER, // of a year that stands elsewhere
    BS__TIDY_MONTH,
    BS__TIDY_WEEK, // beside a column of years; never by its name alone
    BS__TIDY_DAY,
    BS__TIDY_VALUE,
    BS__TIDY_AMOUNT, // a name that may stand over values, and over other things
    BS__TIDY_STATUS,
    BS__TIDY_VINTAGE,
    BS__TIDY_ACTION, // SDMX-CSV 2.0: D deletes
    BS__TIDY_IGNORED,
    BS__TIDY_ROLE_COUNT
} bs__tidy_role;

// The role that a header text names in any of the four languages, without regard to case, blanks,
// "_" and "-"; BS__TIDY_UNKNOWN when it names none. *rank is its place among the names of the role:
// the smaller, the more certain.
bs__tidy_role bs__tidy_name_role(bs_str name, size_t *rank);
// The first names of BS__TIDY_POWER that head nothing else.
enum { BS__TIDY_SURE_POWER_NAMES = 5 };
// The status that a code or word says: SDMX and Eurostat letters, words of the four languages.
bool bs__tidy_status(bs_str text, bs_value_status *status);
// The state of a missing value that a status code says ("M", "C").
bool bs__tidy_missing(bs_str text, bs_state *state);

// From a hash to small numbers: who asks compares what the numbers stand for.
typedef struct bs__tidy_ids {
    uint64_t *slots; // hash << 32 | id + 1; owned
    size_t mask;
    size_t count;
} bs__tidy_ids;

uint32_t bs__tidy_hash(uint32_t seed, bs_str text);
// The next id with this hash; start with *probe = SIZE_MAX. False when there is no other.
bool bs__tidy_ids_next(const bs__tidy_ids *ids, uint32_t hash, size_t *probe, uint32_t *id);
BS_CHECKED bs_status bs__tidy_ids_add(bs__tidy_ids *ids, uint32_t hash, uint32_t id, bs_error *err);
void bs__tidy_ids_deinit(bs__tidy_ids *ids);

// One period as it is printed, in one or two cells: "2020", "2020" and "1월".
typedef struct bs__tidy_period {
    bs_str text;
    bs_str part;             // quarter or month of `text`; empty when there is none
    bs_str part_to;          // the last part of a total; empty when there is none
    bs_str day;              // of `part`; empty when there is none
    bs_str frequency;        // what the row says of it ("Q"); empty when there is none
    bs_str shown;            // slice of the source for people
    bs__tidy_role part_role; // of bare digits in `part`
    uint32_t line;           // of its first appearance
    uint32_t column;
    bs_period period;       // once it has been read
    bool bad;               // it was read, and is none; period is BS_PERIOD_NONE
    bs_value_status status; // that the header states
    bool status_stated;
} bs__tidy_period;

// A column of the table.
typedef struct bs__tidy_column {
    bs__tidy_role role;
    size_t rank;       // of the name
    bs_str name;       // header without its unit and time; as printed
    bs_unit_text unit; // of the header; unit.unit empty when none
    bs_str unit_text;
    bool timed;       // the header is a time or holds one
    bs_str time;      // that time as printed
    bs_str time_part; // of a header in two levels: "2020" over "Q1"
    uint32_t line;    // of the header
    uint32_t column;
    uint32_t period; // id; of a value column under a time
    uint32_t slot;   // of a value column
    size_t flags;    // the column of marks beside a value column; 0 when there is none
    bool difference; // of two columns beside it, in their unit
    bool needed;     // a code that tells rows apart which have the same names and time
    bool unread;     // numbers under no time, beside those that are
} bs__tidy_column;

// What one row may give a value of: all columns of one name, or the one column of values.
typedef struct bs__tidy_slot {
    bs_str name;   // empty for a column that is called "value"
    bs_str header; // as printed
    bs_unit_text unit;
    bs_str unit_text;
    bool difference; // of two other slots, or of one at two times
} bs__tidy_slot;

// What rows of the same names belong to.
typedef struct bs__tidy_entity {
    const bs_str *parts; // one a column of identity
    bs_str label;
    bs_str kind;
    bs_str group; // of a row of a group; empty when there is none
    bool total;
} bs__tidy_entity;

// One value.
typedef struct bs__tidy_record {
    uint32_t series; // entity * slot_count + slot
    uint32_t period; // id
    uint32_t value_at;
    uint32_t value_len;
    uint32_t line;
    uint32_t column;
    uint32_t row;
    uint32_t vintage; // id + 1; 0 when there is none
    uint16_t field;
    uint16_t status; // id + 1; 0 when there is none
} bs__tidy_record;

enum { BS__TIDY_BLOCK_RECORDS = 4 * 1024, BS__TIDY_SAMPLE_ROWS = 256 };

typedef struct bs__tidy_block {
    struct bs__tidy_block *next;
    size_t count;
    bs__tidy_record records[BS__TIDY_BLOCK_RECORDS];
} bs__tidy_block;

// How numbers are printed in this file: marks seen in cells of digits.
typedef struct bs__tidy_marks {
    size_t comma_decimal; // a comma that can only be a decimal mark: "1,5"
    size_t point_decimal; // a point that can only be one: "1.5"
    size_t comma_group;   // "1,234,567", "1,234.5"
    size_t point_group;   // "1.234.567", "1.234,5"
} bs__tidy_marks;

// Notes what the marks of one cell say.
void bs__tidy_marks_add(bs__tidy_marks *marks, bs_str text);
// ',' or '.'.
char bs__tidy_decimal_mark(const bs__tidy_marks *marks);
// Reads one cell. `mark` is the decimal mark of the file. Plain numbers never reach the scanner.
void bs__tidy_value(bs_cell_value *out, bs_str text, char mark, bs_lang lang);

typedef struct bs__tidy_row {
    bs_field *fields;
    uint32_t line;
} bs__tidy_row;

// The year that the rows below it, or the heads to its right, do not print again.
typedef struct bs__tidy_carried {
    int year;        // of the last part of a year; 0 when none is known
    int first_month; // of that part
    int last_month;
    bs_str front; // of the last year: "令和", "20"; empty for others
    size_t number;
} bs__tidy_carried;

struct bs_tidy {
    bs_arena arena; // everything below, unless it is said to be owned
    bs_source *source;
    bs_tidy_options options;
    bs_lang lang;
    // Before the plan.
    BS_ARRAY(bs_str) titles;
    bs_str note; // the last one below a table that is no longer than the sample
    bs_str name; // the title of the source without the time in it
    bs__tidy_row sample[BS__TIDY_SAMPLE_ROWS];
    size_t sample_count;
    size_t width;
    bool planned;
    bool undated; // there is no plan, because nothing is a time
    // The plan.
    size_t header_count;
    bs__tidy_column *columns;
    size_t *identity; // indices of the columns that tell series apart
    size_t identity_count;
    bs__tidy_slot *slots;
    size_t slot_count;
    size_t period_column;    // SIZE_MAX when periods stand in the header
    size_t part_column;      // SIZE_MAX when there is none
    size_t day_column;       // SIZE_MAX when there is none
    size_t frequency_column; // these: SIZE_MAX when there is none
    size_t label_column;
    size_t total_column;
    size_t kind_column;
    size_t status_column;
    size_t vintage_column;
    size_t action_column;
    size_t carry_column; // whose periods print a year once; SIZE_MAX when there is none
    bs__tidy_carried carried;
    bool header_is_year;    // the period column holds parts of the years in the header
    bool header_is_part;    // the header holds parts of the years in the period column
    size_t fill_columns[2]; // where merged cells are filled from the row above
    size_t fill_count;
    bs_field fill_last[2]; // what they said last
    bs_field *filled;      // one row with such cells filled
    bool codes_needed;     // a column of codes is
    bool total_periods;    // "Total" stands in the column of periods
    bool aside_rows;       // "Change on quarter" does
    bool dated_heads;      // heads name things and their times; the others are of the title's
    bool cross_section;    // one period, named by a title
    bool row_is_series;    // no column of periods: every row is a series of its own
    bool grouped;          // rows without values head those below them
    bool group_totals;     // each group has a total of its own
    bool group_closed;     // that of the group came already
    bs_str total_from;     // the first and the last part of a year that a total is of
    bs_str total_to;
    bool flag_rows;   // rows of marks stand below rows of values
    bs_str frequency; // that a row above the table states of all columns; empty when none does
    int year_default; // for periods without a year; 0 when none is known
    bs__place_money place_money; // what 元 is
    bs_unit_text unit;           // of the titles
    bool money_of_cells;         // the money of `unit` is what some cells print
    bs_str unit_text;
    // What was found.
    BS_ARRAY(bs__tidy_entity) entities;
    bs__tidy_ids entity_ids; // owned
    uint32_t last_entity;
    bs_str group; // of the rows that follow
    const bs_str *last_parts;
    BS_ARRAY(bs__tidy_period) periods;
    bs__tidy_ids period_ids; // owned
    uint32_t last_period;
    BS_ARRAY(bs_str) words; // statuses and vintages, each once
    bs__tidy_ids word_ids;  // owned
    bs__tidy_marks marks;
    bs__tidy_record **row_records; // of the last row of values, where rows of marks follow
    size_t row_record_count;
    bs__tidy_block *blocks; // owned
    bs__tidy_block *last_block;
    size_t record_count;
    uint32_t row_count;
    bool periods_read;
};

static inline bs_status bs__tidy_no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

typedef struct bs__tidy_facts {
    size_t filled;
    size_t numbers;
    size_t words;    // neither a number nor a mark for a missing one
    size_t amounts;  // numbers that are no years
    size_t decimals; // numbers with a mark
    size_t wholes;   // whole times: "2020-Q1"
    size_t parts;    // parts of a year: "1월", "Q1"
    size_t small;    // whole numbers from 1 to 12
    size_t dates;    // days in eight digits
    bool running;    // 0, 1, 2 ... or 1, 2, 3 ...
    bool figures;    // no cell has more than one sign
    bool asides;     // rows of changes stand below those of times
} bs__tidy_facts;

// Unit and title of the file from the lines above its table. (tidy_title.c)
void bs__tidy_read_titles(bs_tidy *tidy);

// --- shared by the files of the plan ---
// A cell of the sample without blanks around it.
bs_str bs__tidy_cell(const bs_tidy *tidy, size_t row, size_t column);
bool bs__tidy_is_year(bs_str text);
// What a cell of the sample is, with either decimal mark.
bs_state bs__tidy_state(bs_str text);
bool bs__tidy_is_number(bs_str text);
// 1 to 4 for "1/4" to "4/4", a quarter in many tables; else 0. (tidy_period.c)
int bs__tidy_quarter_of(bs_str text);
// "2023/Q1", "Q1-2023", "2023m1", "JAN2023": what is no ISO text. (tidy_lettered.c)
bool bs__tidy_lettered_period(bs_period *out, bs_str text);
// Files of months have their years as a thirteenth.
enum { BS__TIDY_YEAR_AS_MONTH = 13 };
// The letter of "Q1" and "M01", as data files write parts of a year, and the number into *number;
// '\0' for others. (tidy_lettered.c)
char bs__tidy_lettered_part(bs_str text, int *number);
// "S02", "Q05", "A01": three signs that are a part of a year, or all of it, only under a name of
// times. (tidy_lettered.c)
bool bs__tidy_is_coded_part(bs_str text);
// Reads such a part or a lettered one; all of a year sets nothing. (tidy_lettered.c)
bool bs__tidy_coded_part(bs_when *when, bs_str text);
// Years, months and days of the Republic of China in the column of periods, 112, 11206 and
// 112/07/03, where its name or the language says that they may be ones. (tidy_republic.c)
bool bs__tidy_republic_period(const bs_tidy *tidy, bs_period *out, bs_str text);
// True when the text is in the source.
bool bs__tidy_lasts(const bs_tidy *tidy, bs_str text);
// The column with this role whose name is most certain; SIZE_MAX when there is none.
size_t bs__tidy_column_with(const bs_tidy *tidy, bs__tidy_role role);
bool bs__tidy_is_time_role(bs__tidy_role role);
// True for the columns that the period is read from.
bool bs__tidy_in_period(const bs_tidy *tidy, size_t column);
// What programs write before each row: 0, 1, 2 ... in a first column without a name.
bool bs__tidy_is_row_number(const bs__tidy_column *column, size_t index,
                            const bs__tidy_facts *contents);
// "Unit,$ Millions,$ Millions", "Series ID,A1,A2": what the first cell calls is said of every
// column. (tidy_preamble.c)
bool bs__tidy_is_meta_row(const bs_tidy *tidy, size_t row);
// How many rows of a word and a value a series stand in front of the observations, instead of a
// header; 0 where there is a header. (tidy_preamble.c)
size_t bs__tidy_preamble_rows(const bs_tidy *tidy);
// Names the columns behind such rows, which tidy->header_count counts. (tidy_preamble.c)
void bs__tidy_preamble(bs_tidy *tidy);
// Takes what such rows, and those of a preamble, say of all columns alike (their frequency), and
// what tells columns of one name apart. (tidy_preamble.c)
BS_CHECKED bs_status bs__tidy_meta(bs_tidy *tidy, bs_error *err);
// Reads the header rows into tidy->columns. (tidy_header.c)
BS_CHECKED bs_status bs__tidy_header(bs_tidy *tidy, bs_error *err);
// "4年" behind "令和3年", "2월" behind "2024년 1월": a head, or the period of a row, with the year
// that is printed once; itself where it says its own, or none is known. (tidy_carry.c)
bs_str bs__tidy_head_carried(bs_tidy *tidy, size_t row, size_t column, bs_str text);
bs_str bs__tidy_row_carried(bs_tidy *tidy, bs_str text);
// Finds the column of such periods, and completes those of the sample. (tidy_carry.c)
BS_CHECKED bs_status bs__tidy_plan_carry(bs_tidy *tidy, bs_error *err);
bool bs__tidy_is_short_year(bs_str text, size_t *count);
// Finds the columns whose cells were merged over several rows, and fills those of the sample; fills
// those of another row, borrowed until the next one. (tidy_fill.c)
BS_CHECKED bs_status bs__tidy_plan_fill(bs_tidy *tidy, const bs__tidy_facts *contents,
                                        bs_error *err);
bs_row bs__tidy_fill_row(bs_tidy *tidy, const bs_row *row);
// "Founded", "birth_date", "설립연도": the time of something that a row speaks of, and not its own.
// (tidy_keys.c)
bool bs__tidy_names_origin(bs_str name);
// Finds the columns of digits that are no amounts, and gives them a role. (tidy_keys.c)
enum { BS__TIDY_KEYS_MAX = 8, BS__TIDY_KEYS_WIDTH_MAX = 512 };
void bs__tidy_keys(bs_tidy *tidy, const bs__tidy_facts *contents);
// Takes the times from heads of which the first stands over the names of the rows and none over the
// last column of numbers: they have moved to the left, and date the wrong columns. (tidy_heads.c)
void bs__tidy_drop_moved_heads(bs_tidy *tidy, const bs__tidy_facts *contents);
// Splits a head at the one time in it, which stands at its end or its start; *time is empty when
// there is none, or more than one. (tidy_heads.c)
BS_CHECKED bs_status bs__tidy_split_head(bs_tidy *tidy, bs_str name, bs_str *time, bs_str *rest,
                                         bs_error *err);
// Dates columns by the times in their names, where the table has no other: all columns of numbers,
// or some where a title has a time for the rest. (tidy_heads.c)
BS_CHECKED bs_status bs__tidy_head_times(bs_tidy *tidy, const bs__tidy_facts *contents, bool titled,
                                         bs_error *err);
// "Total Jan-Mar 2024" beside columns under months. (tidy_heads.c)
BS_CHECKED bs_status bs__tidy_head_totals(bs_tidy *tidy, const bs__tidy_facts *contents,
                                          bs_error *err);
// Dates the columns of changes beside levels under times. (tidy_change.c)
BS_CHECKED bs_status bs__tidy_changes(bs_tidy *tidy, const bs__tidy_facts *contents, bs_error *err);
bool bs__tidy_mostly_numbers(const bs__tidy_facts *contents);
// The number of the week in a cell below a name of weeks: "7", "W07", "第7週", "7주"; 0 for none.
// (tidy_year.c)
int bs__tidy_week_of(bs_str text);
// The column of such numbers beside the column of years; SIZE_MAX when there is none. (tidy_year.c)
size_t bs__tidy_week_column(const bs_tidy *tidy);
// Finds the columns that hold marks of the values to their left. (tidy_flags.c)
void bs__tidy_flag_columns(bs_tidy *tidy, const bs__tidy_facts *contents);
// Whether rows such as "Codes";"A";"P" stand in the first rows, and whether a row is one.
// (tidy_flags.c)
bool bs__tidy_has_flag_rows(const bs_tidy *tidy);
bool bs__tidy_is_flag_row(const bs_tidy *tidy, const bs_field *fields);
// "C1" of "C1_NM", "ITM_ID" of "ITM_NM", "geo" of "geo name": the first is the code of the second.
// (tidy_identity.c)
bool bs__tidy_is_code_of(bs_str code, bs_str name);
// Gives the columns that are not settled yet a role, and collects identity. (tidy_identity.c)
BS_CHECKED bs_status bs__tidy_identity(bs_tidy *tidy, const bs__tidy_facts *contents,
                                       bs_error *err);

// Makes the plan if too few rows have come for it, and reads the periods. (tidy.c)
BS_CHECKED bs_status bs__tidy_settle(bs_tidy *tidy, bs_error *err);

// Whether a role is one that times or parts of a year stand under. (tidy_dated.c)
bool bs__tidy_is_part_role(bs__tidy_role role);
// How many columns are headed by times. (tidy_dated.c)
size_t bs__tidy_timed_count(const bs_tidy *tidy);
// Settles which columns tell the time, and what times in the header mean beside them. `titled` says
// that a title names one. (tidy_dated.c)
void bs__tidy_plan_periods(bs_tidy *tidy, const bs__tidy_facts *contents, bool titled);

// Finds out from the sample what the columns are. (tidy_plan.c)
BS_CHECKED bs_status bs__tidy_plan(bs_tidy *tidy, bs_error *err);

// The id of a period, made when it is new. (tidy_period.c)
BS_CHECKED bs_status bs__tidy_period_id(bs_tidy *tidy, const bs__tidy_period *printed, uint32_t *id,
                                        bs_error *err);
// How dates are written in a file, as all its periods together say.
typedef enum bs__tidy_lift {
    BS__TIDY_LIFT_NONE,  // days are days
    BS__TIDY_LIFT_MONTH, // and here they stand for months, quarters or years
    BS__TIDY_LIFT_QUARTER,
    BS__TIDY_LIFT_YEAR
} bs__tidy_lift;

typedef struct bs__tidy_dates {
    int order;   // of day and month in "01/02/2020"
    bool padded; // "2020.09" occurs: beside it, "2020.1" is October that lost its zero
    bs__tidy_lift lift;
} bs__tidy_dates;

// What dates that begin or end months, quarters or years all stand for; where `dates` has no lift.
// (tidy_dates.c)
bs__tidy_lift bs__tidy_lift_of(const bs_tidy *tidy, bs__tidy_dates dates);
// Lifts a period that has been read by its frequency, then by that of the file. (tidy_dates.c)
void bs__tidy_lift_apply(bs__tidy_period *printed, bs__tidy_lift how);
// (tidy_period.c)
bs__tidy_dates bs__tidy_dates_of(bs_tidy *tidy);
// Reads one period, or sets its `bad`.
void bs__tidy_period_read(const bs_tidy *tidy, bs__tidy_period *period, bs__tidy_dates dates);
// Says why a period is bad, with its place. BS_E_FORMAT.
bs_status bs__tidy_period_fail(const bs_tidy *tidy, const bs__tidy_period *period,
                               bs__tidy_dates dates, bs_error *err);
// Fails because the file has no periods: at the cell of a column of them that is none, where there
// is one, else at the header. (tidy_dates.c)
BS_CHECKED bs_status bs__tidy_fail_no_periods(bs_tidy *tidy, bs_error *err);
// Reads all periods. BS_E_FORMAT: one is none, with its place. (tidy_period.c)
BS_CHECKED bs_status bs__tidy_periods_read(bs_tidy *tidy, bs_error *err);
// True when the whole text is a period, or a part of one (a month, a quarter without a year).
typedef enum bs__tidy_time { BS__TIDY_NO_TIME, BS__TIDY_PART, BS__TIDY_WHOLE } bs__tidy_time;
bs__tidy_time bs__tidy_time_of(bs_str text, bs_lang lang);
// What programs write for a time, "30.06.2024" among it; false for the words of people.
bool bs__tidy_plain_period(bs_period *out, bs_str text);
// "Annual", "연간", "全年": the year, where the other cells or heads are its months. (tidy_year.c)
bool bs__tidy_is_annual(bs_str text);
// That, or "Total", which is of the months that there are. (tidy_year.c)
bool bs__tidy_is_whole(bs_str text);
// "Change on quarter", 평균: a row below rows of times that is of none. (tidy_year.c)
bool bs__tidy_is_aside(bs_str text);
// "Total" in a column of periods: from the first to the last of them. False where they are of
// several lengths. (tidy_year.c)
bool bs__tidy_total_period(bs_period *out, const bs_tidy *tidy);
// Finds out whether there are such totals. (tidy_year.c)
void bs__tidy_plan_total_rows(bs_tidy *tidy);
// "Q1" to "Q4" beside "Q5" are questions, and "M1" to "M4" without "M5" are money. (tidy_year.c)
BS_CHECKED bs_status bs__tidy_drop_questions(bs_tidy *tidy, bs_error *err);
// Settles which months or quarters a total is of, and dates the columns of totals. (tidy_year.c)
void bs__tidy_plan_totals(bs_tidy *tidy, const bs__tidy_facts *contents);
// What stands for all parts of a year.
#define BS__TIDY_ALL_PARTS BS_STR("M13")

// What naming one series after the other has to remember.
typedef struct bs__tidy_group {
    bs_str name;
    uint32_t count; // series in it so far
} bs__tidy_group;

typedef struct bs__tidy_key {
    bs_hash hash;
    uint32_t copies; // later series that claimed it too
} bs__tidy_key;

typedef struct bs__tidy_namer {
    bs_arena arena;
    BS_ARRAY(bs__tidy_key) keys;
    bs__tidy_ids key_ids;
    BS_ARRAY(bs__tidy_group) groups;
    bs__tidy_ids group_ids;
    bs_buffer texts[4]; // of the series that is being named
    uint32_t suffix;    // that its key got, 0 for none
    uint32_t order;     // in its group
    bool repeat;        // the series was named before: it gets `suffix` and `order` again
} bs__tidy_namer;

void bs__tidy_namer_deinit(bs__tidy_namer *namer);
// Fills everything of *out but measure, frequency and observations; borrowed until the next call.
// (tidy_label.c)
BS_CHECKED bs_status bs__tidy_name(bs_series *out, bs_tidy *tidy, bs__tidy_namer *namer,
                                   const bs__tidy_entity *entity, size_t slot, bs_error *err);
// How the values of a series behave, by the column of kinds, its unit and its name. (tidy_label.c)
bs_measure bs__tidy_measure(const bs_series *series, bs_str kind);

// Records of one series whose texts do not lie in the source.
typedef struct bs__tidy_values {
    const char *base; // value_at counts from here
    const bs__tidy_record *records;
    size_t count;
    char mark;
    bs_arena *arena; // of the observations
} bs__tidy_values;

// Fills frequency, measure, observations, and the unit that cells print, of a series that has been
// named. (tidy_series.c)
BS_CHECKED bs_status bs__tidy_observe(bs_series *series, bs_tidy *tidy,
                                      const bs__tidy_values *values, bs_error *err);

// Settles what the first rows tell together, the last step of the plan. (tidy_rows.c)
BS_CHECKED bs_status bs__tidy_rows(bs_tidy *tidy, bs_error *err);

// Gives a series the unit, or the one of several, that the lines above the table state.
// (tidy_unit.c)
void bs__tidy_unit_of_title(bs_series *out, const bs_tidy *tidy, size_t slot);

// Whether the rows of an entity are said to be rates of change, whatever the unit is that the level
// beside them has: 전년동월비, 同比. (tidy_unit.c)
bool bs__tidy_is_rate(const bs_tidy *tidy, const bs__tidy_entity *entity);
// Reads a cell of a column of scales: "6", "Millions", "units", or an empty one. (tidy_unit.c)
bool bs__tidy_power(const bs_tidy *tidy, bs_str text, int *power);

// Keeps a row for the plan, as long as there are not enough of them. (tidy.c)
BS_CHECKED bs_status bs__tidy_sample(bs_tidy *tidy, const bs_row *row, bs_error *err);

// A unit of a code list and the scale in it: "THS_PER", "CLV10_MEUR", "PT_B1GQ". False for others,
// and for what is a code of a unit here. (unit_code.c)
typedef struct bs__unit_code {
    bs_str unit; // canonical code
    int power;
} bs__unit_code;
bool bs__unit_code_read(bs__unit_code *out, bs_str text);

#endif
