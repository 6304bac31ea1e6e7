// SPDX-License-Identifier: GPL-3.0-or-later
// store_internal.h: what the files of engine/store share: the handle, its statements, segments.
//
// A segment is what one source says of one series, in pieces of at most SEGMENT_COUNT_MAX
// observations: the periods (a calendar, shared by all series that run over the same periods), the
// values as a JSON array of numbers with all their digits, and the marks, a JSON array with one
// small array an observation. Pieces are short because json_extract walks an array to its n-th
// element.
#ifndef BS_STORE_STORE_INTERNAL_H
#define BS_STORE_STORE_INTERNAL_H

#include <sqlite3.h>

#include "engine/base/array.h"
#include "engine/base/buffer.h"
#include "engine/store/store.h"

enum { SEGMENT_COUNT_MAX = 128 };

// PRAGMA user_version of the stores that this program writes.
enum { SCHEMA_VERSION = 3 };

// For a file in which nothing is yet: pages as large as a few series, so that little of them stays
// empty and few are written.
#define BS_STORE_PAGE_SQL "PRAGMA page_size = 16384; "

// Every statement of the folder; the texts are in statements.c.
typedef enum store_sql {
    SQL_BEGIN,
    SQL_BEGIN_READING,
    SQL_COMMIT,
    SQL_ROLLBACK,
    SQL_SOURCE_BY_HASH,
    SQL_SOURCE_ADD,
    SQL_SOURCE_DELETE,
    SQL_SOURCE_LIST,
    SQL_SOURCE_BY_ID,
    SQL_SOURCE_COUNTS,
    SQL_TEXT_ADD,
    SQL_PIECE_ADD,
    SQL_PIECE_AT,
    SQL_PIECE_LIST,
    SQL_TEXT_ALL,
    SQL_TEXT_AT,
    SQL_SERIES_BY_KEY,
    SQL_SERIES_ADD,
    SQL_SERIES_ADD_WHOLE,
    SQL_SERIES_ADD_MANY,
    SQL_SERIES_LAST,
    SQL_SERIES_REFRESH,
    SQL_SERIES_OF_SOURCE,
    SQL_SERIES_PRUNE,
    SQL_SERIES_ALL,
    SQL_SERIES_EQUAL,
    SQL_SERIES_BEHIND_GROUP,
    SQL_SERIES_GLOB,
    SQL_SERIES_GLOB_PART,
    SQL_SERIES_LIKE,
    SQL_SERIES_NAMES,
    SQL_CALENDAR_FIND,
    SQL_CALENDAR_ADD,
    SQL_CALENDAR_PRUNE,
    SQL_SEGMENT_ADD,
    SQL_SEGMENT_ADD_MANY,
    SQL_SEGMENT_NEXT_PART,
    SQL_SEGMENT_OTHERS,
    SQL_SEGMENT_LIST,
    SQL_SEGMENT_SUPERSEDE,
    SQL_VERDICT_SET,
    SQL_VERDICT_LIST,
    SQL_VERDICT_DELETE,
    SQL_ALIAS_ADD,
    SQL_ALIAS_DELETE,
    SQL_ALIAS_LIST,
    SQL_ALIAS_NONE, // the series, if it has no other name
    SQL_ALIAS_KIN,
    SQL_MENTIONS,
    SQL_COUNT
} store_sql;

// Rows of the calendars of a list of periods, one a piece of SEGMENT_COUNT_MAX of it.
typedef struct store_calendar {
    uint32_t id;   // of the list; 0 for none
    int64_t *rows; // owned; 0 where it has not been looked up
    size_t count;
} store_calendar;

enum { STORE_CALENDAR_COUNT = 256 };

// A packed series as a row of its table.
typedef struct store_series_row {
    int64_t id; // 0: the next
    const bs_series *series;
    bs_str first; // of its periods with a value
    bs_str last;
    size_t value_count;
} store_series_row;

// A packed segment as a row of its table.
typedef struct store_segment_row {
    int64_t series;
    int64_t calendar;
    uint32_t part;
    uint32_t table;
    int unit_power;
    bs_str unit_text;
    bs_str numbers;
    bs_str marks;
    bs_str run;
} store_segment_row;

enum { STORE_ROWS_MAX = 16 };

// The load that is under way.
typedef struct store_load {
    bool open;
    bool committed;
    bs_load_mode mode;
    bs_load_result result;
    int32_t day;       // vintage of the source as a day number
    uint32_t table;    // of the series that is being written
    bs_arena arena;    // of one series; emptied for the next
    bool plain;        // whether no mark of the segment says more of a value than where it stands
    bs_buffer numbers; // JSON texts of the segment that is being written
    bs_buffer marks;
    bs_buffer periods;
    bs_buffer printed;
    bs_buffer calendar;  // the last calendar that was looked up: periods, a tab, printed
    int64_t calendar_id; // its row; 0 for none
    bs_buffer run;       // of the segment that is being written
    store_calendar calendars[STORE_CALENDAR_COUNT]; // of packed series, by id
    store_series_row series_rows[STORE_ROWS_MAX];   // that wait to be written together
    size_t series_count;
    int64_t series_last;                            // id that was given last; 0: not known
    bs_arena series_arena;                          // of their texts
    store_segment_row segment_rows[STORE_ROWS_MAX]; // segments likewise
    size_t segment_count;
    bs_arena segment_arena;  // of their texts
    BS_ARRAY(int64_t) split; // series that came in several parts
    bs_arena split_arena;
} store_load;

// The piece of a file that a line was asked of last.
typedef struct store_piece {
    int64_t source; // 0 for none
    uint32_t first; // its first line
    bs_buffer bytes;
    uint32_t line; // that was asked for, and where it begins; 0 for none
    size_t at;
} store_piece;

// The calendar that a segment was read with last. Of each item the period, and where its text as
// printed stands in the JSON text of the row: strings without escapes.
typedef struct store_dates {
    int64_t calendar; // 0 for none
    size_t count;
    bs_period periods[SEGMENT_COUNT_MAX];
    uint32_t text_at[SEGMENT_COUNT_MAX];
    uint32_t text_len[SEGMENT_COUNT_MAX];
} store_dates;

// A file that a store is made in before it is put to its path.
typedef struct store_apart {
    char *path;   // NULL: the store is where it belongs
    int fd;       // holds the lock that tells others that somebody is at it
    bool spoiled; // its load was undone, which takes a new file: there is no journal
} store_apart;

struct bs_store {
    store_piece piece;
    store_dates dates;
    sqlite3 *db;
    char *path;
    store_apart apart;
    sqlite3_stmt *statements[SQL_COUNT]; // prepared when first used
    store_load load;
};

// --- database.c ----------------------------------------------------------------------------------

// Fills *err with what SQLite's `code` means for the person at the terminal.
bs_status bs_store__fail(const bs_store *store, int code, bs_error *err);
bs_status bs_store__no_memory(bs_error *err);
// Says that a row holds what no version of this program writes.
bs_status bs_store__damaged(const bs_store *store, const char *what, bs_error *err);

// The statement, reset and without bindings. Owned by the store.
BS_CHECKED bs_status bs_store__prepare(bs_store *store, store_sql which, sqlite3_stmt **out,
                                       bs_error *err);
// Runs a statement that gives no row. Resets it.
BS_CHECKED bs_status bs_store__run(bs_store *store, sqlite3_stmt *statement, bs_error *err);
// Prepares and runs one that has no parameters.
BS_CHECKED bs_status bs_store__do(bs_store *store, store_sql which, bs_error *err);
// Steps to the next row. *row tells whether there is one; at the end the statement is reset.
BS_CHECKED bs_status bs_store__step(bs_store *store, sqlite3_stmt *statement, bool *row,
                                    bs_error *err);

// Binding cannot fail but for memory, which the step that follows reports.
void bs_store__bind_text(sqlite3_stmt *statement, int at, bs_str text); // borrowed until the reset
// The text of a column as it lies in the row, or copied; the empty slice for NULL.
bs_str bs_store__column(sqlite3_stmt *statement, int at);
BS_CHECKED bs_status bs_store__column_copy(bs_str *out, bs_arena *arena, sqlite3_stmt *statement,
                                           int at, bs_error *err);
// A period from its ISO text; NULL and empty text give BS_PERIOD_NONE.
BS_CHECKED bs_status bs_store__column_period(bs_period *out, const bs_store *store,
                                             sqlite3_stmt *statement, int at, bs_error *err);
// The value whose name is in the column, out of `count` names.
typedef const char *(*store_name)(int value);
BS_CHECKED bs_status bs_store__column_word(int *out, const bs_store *store, sqlite3_stmt *statement,
                                           int at, int count, store_name name, bs_error *err);

// Opens store->path, as bs_store_open does, and closes whatever is open; the code of SQLite.
BS_CHECKED bs_status bs_store__open_file(bs_store *store, bs_store_mode mode, bs_error *err);
int bs_store__close_file(bs_store *store);
// Runs statements that give no rows.
BS_CHECKED bs_status bs_store__execute(bs_store *store, const char *sql, bs_error *err);
// Brings the schema from `version` to that of this program.
BS_CHECKED bs_status bs_store__take_steps(bs_store *store, int64_t version, bs_error *err);

// --- apart.c -------------------------------------------------------------------------------------

// Begins a store that is made apart anew when it is spoiled.
BS_CHECKED bs_status bs_store__renew_apart(bs_store *store, bs_error *err);
// Removes the file, if there is one. The store is closed.
void bs_store__drop_apart(bs_store *store);

// --- statements.c --------------------------------------------------------------------------------

extern const char *const bs_store__sql[SQL_COUNT];

// --- schema.c ------------------------------------------------------------------------------------

// What makes version n + 1 of version n; version 0 is an empty file.
extern const char *const bs_store__steps[SCHEMA_VERSION];

// --- load.c --------------------------------------------------------------------------------------

// SHA-256 in hexadecimal; the empty slice when memory has run out.
bs_str bs_store__hash(bs_arena *arena, bs_str text);
// Adds a series with observations, to those of its key if there is one.
BS_CHECKED bs_status bs_load__merge(bs_store *store, const bs_series *series, bs_error *err);
// Takes the calendar of load->periods and load->printed from the table, or puts it there.
BS_CHECKED bs_status bs_load__calendar(bs_store *store, bs_error *err);
BS_CHECKED bs_status bs_load__next_part(bs_store *store, int64_t series, uint32_t *part,
                                        bs_error *err);
BS_CHECKED bs_status bs_load__find_series(bs_store *store, bs_str key, int64_t *id, bs_error *err);

// --- load_packed.c -------------------------------------------------------------------------------

// What the sources say of the series that came in parts becomes what the store answers.
BS_CHECKED bs_status bs_load__join_parts(bs_store *store, bs_error *err);
void bs_load__packed_deinit(store_load *load);

// --- load_rows.c ---------------------------------------------------------------------------------

// Writes a row of a series, now or with those that follow. *id is 0 when its key is taken; in a
// store that is made apart, that is an error of a later call.
BS_CHECKED bs_status bs_load__put_series(bs_store *store, const store_series_row *row, int64_t *id,
                                         bs_error *err);
// The same for a segment.
BS_CHECKED bs_status bs_load__put_segment(bs_store *store, const store_segment_row *row,
                                          bs_error *err);
// Writes those that wait.
BS_CHECKED bs_status bs_load__flush_rows(bs_store *store, bs_error *err);
void bs_load__rows_deinit(store_load *load);

// --- segment_write.c, segment_read.c -------------------------------------------------------------

// What one source says of one series, as it comes from the store.
typedef struct store_segment {
    int64_t id;
    int64_t source;
    int32_t day; // vintage of the source as a day number
    uint32_t part;
    bs_value_status status; // of observations whose mark does not say another
    bs_str unit_text;
    int unit_power;
    uint32_t table;
    bs_str superseded; // as stored; empty when nothing is
    bs_observation *items;
    size_t count;
    bs_str key; // of its series; set where several are read together
} store_segment;

typedef BS_ARRAY(store_segment) store_segment_array;

// Writes the JSON texts of observations to numbers, marks, periods and printed, and sets plain.
// `printed` stays empty when every period is printed as ISO text.
void bs_segment__write(store_load *load, const bs_observation *items, size_t count,
                       bs_value_status status);
// The same for the periods of a list: periods and printed only.
void bs_segment__write_periods(store_load *load, const bs_period *items, const bs_str *printed,
                               size_t count);
// All segments of a series by source and part, in the arena.
BS_CHECKED bs_status bs_segment__read(store_segment_array *out, bs_arena *arena, bs_store *store,
                                      int64_t series, bs_error *err);

// --- alias.c -------------------------------------------------------------------------------------

// A series that is linked with another, over however many links.
typedef struct store_kin {
    int64_t id;
    bs_str key;
} store_kin;

typedef BS_ARRAY(store_kin) bs_kin_array;

// The series itself, and then all that it is linked with, in the order of first load.
BS_CHECKED bs_status bs_alias__kin(bs_kin_array *out, bs_arena *arena, bs_store *store,
                                   int64_t series, bs_error *err);

// --- source.c ------------------------------------------------------------------------------------

// The row of a source that a segment names.
BS_CHECKED bs_status bs_store__source_row(bs_source_info *out, bs_arena *arena, bs_store *store,
                                          int64_t id, bs_error *err);

// What the sources say of a series becomes what the store answers.
BS_CHECKED bs_status bs_store__refresh(bs_store *store, int64_t series, bs_error *err);
// bs_store_remove inside the transaction that is open.
BS_CHECKED bs_status bs_store__remove(bs_store *store, int64_t source, bs_arena *arena,
                                      bs_error *err);

// --- piece.c -------------------------------------------------------------------------------------

typedef struct bs_piece_line {
    int64_t source;
    uint32_t line;
} bs_piece_line;

// Whether the text of a source is in a file rather than in the store.
BS_CHECKED bs_status bs_piece__any(bs_store *store, int64_t source, bool *out, bs_error *err);
// A line of it. BS_E_NOT_FOUND: no such line, or the file is gone or has changed.
BS_CHECKED bs_status bs_piece__line(bs_str *out, bs_arena *arena, bs_store *store,
                                    bs_piece_line wanted, bs_error *err);
// Holds the file of a source against its pieces; *found is false when it is gone. BS_E_NOT_FOUND:
// it is there and has changed.
BS_CHECKED bs_status bs_piece__verify(bs_store *store, int64_t source, bool *found, bs_error *err);

// --- json.c --------------------------------------------------------------------------------------

// Reads the JSON that segment_write.c writes: arrays, numbers, strings and null.
typedef enum store_json_kind {
    JSON_END, // of the array
    JSON_NULL,
    JSON_NUMBER,
    JSON_STRING,
    JSON_ARRAY, // its items follow, then JSON_END
    JSON_BROKEN // also where the text ends
} store_json_kind;

typedef struct store_json {
    bs_str text;
    size_t at;
    bs_arena *arena; // for strings with escapes
    bs_str value;    // of the last number or string
} store_json;

store_json_kind bs_json__next(store_json *json);

// --- vintage.c -----------------------------------------------------------------------------------

// Values of one period are compared with each other within a track only: what came true is never
// set against what was planned.
typedef enum store_track { TRACK_ACTUAL, TRACK_TARGET, TRACK_FORECAST } store_track;

typedef struct store_entry {
    const bs_observation *item;
    store_track track;
    bool fresh;  // of the series that is being added
    bool winner; // it is what the store answers for its period and track
    int32_t day; // vintage of the source
    int64_t source;
    uint32_t segment; // index of its segment
    uint32_t at;      // index in the segment
    int64_t order[2]; // by vintage, the preferred first; set by rank
} store_entry;

typedef BS_ARRAY(store_entry) store_entry_array;

store_track bs_vintage__track(bs_value_status status);
// The observations of segments, in an empty array; those of segments from `fresh_from` on are
// fresh.
BS_CHECKED bs_status bs_vintage__collect(store_entry_array *out, bs_arena *arena,
                                         const store_segment_array *segments, size_t fresh_from,
                                         bs_error *err);
// Sorts by period and track, and in each such group the preferred first: a value before a missing
// one, then by vintage, then in reading order. Marks the winners. `vintages` is LATEST or FIRST.
void bs_vintage__rank(store_entry_array *entries, bs_vintages vintages);
// True when two entries speak of the same period and track.
bool bs_vintage__same(const store_entry *a, const store_entry *b);

// Counts what the fresh ones of sorted entries bring: new, changed and known values. (load_count.c)
void bs_load__count(bs_load_result *result, const store_entry_array *entries);
// Brings the row of a series and the superseded marks of its segments up to date; `entries` are all
// of the series, ranked by latest.
BS_CHECKED bs_status bs_vintage__refresh(bs_store *store, bs_arena *arena, int64_t series,
                                         const store_segment_array *segments,
                                         const store_entry_array *entries, bs_error *err);

#endif
