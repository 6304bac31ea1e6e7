// SPDX-License-Identifier: GPL-3.0-or-later
// store.h: where series are kept, with every source that they were read from.
//
// A store is one SQLite file. What always holds:
// - A source is loaded whole or not at all, in one transaction; a crash at any moment leaves the
// last
//   whole state. Loading the same content again changes nothing.
// - Nothing is overwritten. A newer source that gives another value for a period adds a vintage;
//   what an older source said stays readable.
// - Series of different sources are one series when key, unit and frequency agree. When the key is
//   taken by a series in another unit or at another frequency, the newcomer is kept apart under the
//   key with "#<unit>" or "#<unit>#<frequency letter>" behind it.
// - Values are the digits of bs_decimal, and are given back with their scale.
// - The text of each source is kept, so that a line can be cited when the file is gone.
//
// Anything that reads SQLite reads it: the views `observation` and `latest` have one row a value.
// This header says what can be asked; engine/store is the only folder with SQL in it.
//
// Results are made in the caller's arena and live as long as it. A store is used by one thread at a
// time; several processes may use one file: readers go on with the last whole state while a writer
// works, and writers wait for each other, at most BS_STORE_WAIT_MS.
//
// SQLite is set so, on every connection: journal_mode WAL, synchronous FULL (a load that was
// reported is on the disk), foreign_keys on, trusted_schema off, cell_size_check on, busy_timeout
// BS_STORE_WAIT_MS, a cache of at most 64 MB, and query_only for BS_STORE_READ. Only a store that
// is made apart has no log, no locks and no syncs until it is published.
#ifndef BS_STORE_STORE_H
#define BS_STORE_STORE_H

#include "engine/core/packed.h"

typedef struct bs_store bs_store;

enum { BS_STORE_WAIT_MS = 60000, BS_STORE_NEAREST_MAX = 3 };

typedef enum bs_store_mode {
    BS_STORE_READ,   // must exist; nothing is written
    BS_STORE_WRITE,  // must exist
    BS_STORE_CREATE, // made when it does not exist
    BS_STORE_MODE_COUNT
} bs_store_mode;

// Opens the store at `path` (":memory:" is a store that is gone when it is closed). A store of an
// older version is brought up to this one first, in one transaction.
// BS_E_NOT_FOUND: READ or WRITE, and there is no such file.
// BS_E_STORE: not a bseries store, made by a newer version, by an older one and read-only, damaged,
// or locked for too long.
// BS_E_IO: cannot be opened or made.
// Owned by the caller: release with bs_store_close.
BS_CHECKED bs_status bs_store_open(bs_store **out, const char *path, bs_store_mode mode,
                                   bs_error *err);
// NULL is harmless.
void bs_store_close(bs_store *store);

// A store that is not there yet: made in a file beside `path`, where nobody sees it, until
// bs_store_publish puts it to `path` whole. What is loaded into it is written once; a store that
// others may use writes it twice, to its log first. A crash leaves nothing at `path`, but may leave
// the file `path`-new, which the next such store replaces. Waits for another one of the same path.
// It is good for one load before it is published.
// BS_E_ARGUMENT: something is at `path` already. BS_E_IO, BS_E_STORE: it cannot be made.
// Owned by the caller: release with bs_store_close, which forgets it unless it was published.
BS_CHECKED bs_status bs_store_open_apart(bs_store **out, const char *path, bs_error *err);
// Puts it to its path, on the disk; from then on it is like one of bs_store_open. Harmless for any
// other store. BS_E_ARGUMENT: somebody has made a store at the path meanwhile. When it fails, the
// store can only be closed.
BS_CHECKED bs_status bs_store_publish(bs_store *store, bs_error *err);

// What bs_store_verify has seen.
typedef struct bs_verify_report {
    size_t source_count;
    size_t series_count;
    size_t value_count;
    size_t file_count;    // sources whose text is in their file
    size_t files_gone;    // of those: the file is not there
    size_t files_changed; // or is another than was loaded
} bs_verify_report;

// Reads every page and every row: SQLite's own check; rows that belong to nothing; texts against
// their hashes; segments, and what the row of a series says about them. BS_E_STORE with the first
// thing that is wrong. `report` may be NULL.
BS_CHECKED bs_status bs_store_verify(bs_store *store, bs_verify_report *report, bs_error *err);

// Gives room that is no longer used back to the system. The file is written anew: a crash meanwhile
// leaves the old one. BS_E_STORE: in use, or the disk is full.
BS_CHECKED bs_status bs_store_compact(bs_store *store, bs_error *err);

// --- loading -------------------------------------------------------------------------------------

typedef enum bs_load_mode {
    BS_LOAD_KEEP,
    BS_LOAD_DRY, // does all the work, counts, and undoes it
    BS_LOAD_MODE_COUNT
} bs_load_mode;

typedef struct bs_load_result {
    int64_t source; // its number in the store; of a dry run, the one it would have got
    bool known;     // this very content was loaded before: nothing was done
    bool redated;   // it was loaded before with another date, or none: this load replaces that one
    size_t series_new;   // series that the store did not have
    size_t series_known; // series that it had
    size_t value_new;    // values of periods that had none (of that kind: actual, target, forecast)
    size_t value_changed; // values that differ from the newest that the store had: vintages
    size_t value_known;   // values that the store had already, digit for digit or in worth
    size_t missing;       // observations without a value
    size_t value_twice;   // values that differ from one of the same period and status in front of
                          // them in the same source, which is the one that is shown
    uint32_t twice_line;  // where the first of those is printed; 0: there is none
} bs_load_result;

// Loads one reading. `reading->source` must carry the text; quantities are not stored.
// For content that is known, nothing is done and the counts are those of the stored source; with
// another date of publication than it had then, it is loaded anew in the place of that one.
// BS_E_STORE: locked, full or damaged; the store is as it was. BS_E_LIMIT: a text too large for it.
BS_CHECKED bs_status bs_store_load(bs_store *store, const bs_reading *reading, bs_load_mode mode,
                                   bs_load_result *out, bs_error *err);

// The same, one series after the other, for files whose series do not fit in memory all at once:
//
//     BS_TRY(bs_store_begin(store, source, mode, &result, err));
//     if (result.known) return BS_OK;              // nothing was begun
//     status = ... bs_store_add(store, series, err) for each series, as a bs_tidy_visit does
//     if (status == BS_OK) status = bs_store_end(store, &result, err);
//     bs_store_abort(store);                       // harmless when the load is over
//
// Between begin and end the store is locked for other writers. When one of the calls fails, or the
// load is aborted or never ended, the store is as it was.
BS_CHECKED bs_status bs_store_begin(bs_store *store, const bs_source *source, bs_load_mode mode,
                                    bs_load_result *out, bs_error *err);
BS_CHECKED bs_status bs_store_add(bs_store *store, const bs_series *series, bs_error *err);
// The same for a packed series (engine/core/packed.h): many times faster when the store does not
// have it yet. More of a series that came before in this load (packed->part > 1) is put to it. In a
// store that is made apart, first parts must have keys of their own.
BS_CHECKED bs_status bs_store_add_packed(bs_store *store, const bs_packed *packed, bs_error *err);
BS_CHECKED bs_status bs_store_end(bs_store *store, bs_load_result *out, bs_error *err);
void bs_store_abort(bs_store *store);

// A file whose text is too large to keep. A line of it can be cited as long as the file is where it
// was and as it was: its pieces have hashes.
typedef struct bs_source_file {
    const bs_source *source; // without text
    bs_str hash;             // of the content; no two contents share it
    bs_str path;             // absolute
} bs_source_file;

typedef struct bs_source_piece {
    uint32_t line;   // number of its first line, from 1
    uint64_t offset; // in the file
    uint64_t size;   // bytes; whole lines
    uint64_t hash;   // bs_hash_of_64 (engine/base/hash.h) of them
} bs_source_piece;

// As bs_store_begin; then bs_store_add_piece for each piece, at any time before the end.
BS_CHECKED bs_status bs_store_begin_file(bs_store *store, const bs_source_file *file,
                                         bs_load_mode mode, bs_load_result *out, bs_error *err);
BS_CHECKED bs_status bs_store_add_piece(bs_store *store, const bs_source_piece *piece,
                                        bs_error *err);

// --- which series --------------------------------------------------------------------------------

typedef struct bs_series_info {
    bs_str key;
    bs_str label;
    bs_str group;
    bs_str indicator;
    bs_str subject;
    bs_str unit;
    bs_measure measure;
    bs_frequency frequency;
    bs_period
        first; // of its observations with a value; BS_PERIOD_NONE when there is none or undated
    bs_period last;
    size_t count;        // periods with a value; actual, target and forecast counted apart
    size_t source_count; // sources that speak of it
    uint32_t order;      // in its group
    bool total;
    bool cross_section;
} bs_series_info;

typedef BS_ARRAY(bs_series_info) bs_series_info_array;

// The series that `pattern` names, in the order of first load, appended to *out:
//   the empty pattern        all of them
//   a whole key              that one
//   what stands behind the group of keys    those: "exports" is "trade/exports", and no more
//                            "exports/ships"
//   with *, ? or [...]       the keys that it matches as a glob (case counts)
//   else                     the keys that contain it (case of A to Z does not count)
//   with *, ? or [...]       the keys with a part that it matches (nor does it here)
// BS_E_NOT_FOUND: none, and the pattern is not empty; the message offers the nearest keys.
BS_CHECKED bs_status bs_store_list(bs_series_info_array *out, bs_arena *arena, bs_store *store,
                                   bs_str pattern, bs_error *err);

// The one series that `pattern` names. Besides the above, BS_E_ARGUMENT: more than one; the message
// names the first of them.
BS_CHECKED bs_status bs_store_find(bs_series_info *out, bs_arena *arena, bs_store *store,
                                   bs_str pattern, bs_error *err);

// At most BS_STORE_NEAREST_MAX keys nearest to `text` by edit distance (in letters of the
// alphabets, so that one wrong vowel of a Hangul syllable is one), nearest first; none when all are
// far.
BS_CHECKED bs_status bs_store_nearest(bs_str *out, size_t *count, bs_arena *arena, bs_store *store,
                                      bs_str text, bs_error *err);

// --- one series ----------------------------------------------------------------------------------

typedef enum bs_vintages {
    BS_VINTAGES_LATEST, // of each period and kind (actual, target, forecast) what the newest source
                        // says; a newer source that leaves a period empty does not erase it
    BS_VINTAGES_FIRST,  // what the oldest source said
    BS_VINTAGES_ALL,
    BS_VINTAGES_COUNT
} bs_vintages;

typedef struct bs_store_view {
    bs_vintages vintages;
    int64_t source;   // only what this source says; 0: all sources
    bs_period as_of;  // only sources whose vintage is not after the end of it; BS_PERIOD_NONE: all
    bs_period period; // only observations of this period; BS_PERIOD_NONE: all
    bool alone;       // without what series say that it is linked with
} bs_store_view;

#define BS_STORE_VIEW_INIT                                                                         \
    {                                                                                              \
        .vintages = BS_VINTAGES_LATEST, .as_of = {BS_FREQUENCY_NONE, 0, 0}, .period = {            \
            BS_FREQUENCY_NONE,                                                                     \
            0,                                                                                     \
            0                                                                                      \
        }                                                                                          \
    }

// A series and where each of its observations comes from; the three arrays have
// series.observations.count items, as a bs_export_series wants them.
typedef struct bs_stored_series {
    bs_series series; // observations by period, then by vintage, oldest first; of each observation
                      // text, state, status, qualifier, value and the origin's line, column,
                      // end_column, table, row and col are set, offset, len and block are not
    const bs_source **sources; // path, encoding, lang, title, publisher, published; text is empty
    const int64_t *source_ids; // for bs_store_line and bs_store_text
    const bs_str *vintages;    // date of the source: published, else loaded; ISO text
    const bs_str *keys; // of each observation, the key that it was loaded under: another than
                        // that of the series where series are linked
    const bs_str *kin;  // keys of the series whose observations are here, its own first
    size_t kin_count;
} bs_stored_series;

// The series with exactly this key, and with it what all series say that are linked with it, unless
// the view leaves them out. `view` may be NULL: the latest of all sources. An observation
// that is left out by the view is simply not there; all may be.
// BS_E_NOT_FOUND: no such key.
BS_CHECKED bs_status bs_store_get(bs_stored_series *out, bs_arena *arena, bs_store *store,
                                  bs_str key, const bs_store_view *view, bs_error *err);

// --- aliases -------------------------------------------------------------------------------------

// Two series that a person has declared one indicator under two names.
typedef struct bs_alias {
    bs_str a; // keys; a was loaded first
    bs_str b;
    bs_name_pair names;  // their indicators
    bs_str words;        // what the proposal rested on; empty for none
    bs_str confirmed_at; // "2023-10-13T09:30:00Z"
} bs_alias;

typedef BS_ARRAY(bs_alias) bs_alias_array;

// Links two series, given by their whole keys, in either order; doing it again changes the words.
// BS_E_NOT_FOUND: no such key. BS_E_ARGUMENT: they are one series, or differ in unit or frequency.
BS_CHECKED bs_status bs_store_link(bs_store *store, bs_str a, bs_str b, bs_str words,
                                   bs_error *err);
// BS_E_NOT_FOUND: no such key, or they are not linked.
BS_CHECKED bs_status bs_store_unlink(bs_store *store, bs_str a, bs_str b, bs_error *err);
// All links in the order of the series, appended to *out.
BS_CHECKED bs_status bs_store_aliases(bs_alias_array *out, bs_arena *arena, bs_store *store,
                                      bs_error *err);

// A place where one source prints a value of some series.
typedef struct bs_mention {
    bs_str key; // of the series
    bs_str indicator;
    bs_str subject;
    uint32_t line;
    uint32_t column;
    uint32_t end_column;
} bs_mention;

typedef BS_ARRAY(bs_mention) bs_mention_array;

typedef struct bs_mention_query {
    int64_t source;
    bs_str unit;
    bs_period period;
    bs_decimal value;
} bs_mention_query;

// All places of a source with this very value for the period in the unit, under whatever name, in
// the order of the text. Sources of more than BS_MENTION_SERIES_MAX series have none, and packed
// series neither: such a file is data, and equal numbers in it say nothing.
enum { BS_MENTION_SERIES_MAX = 2000 };
BS_CHECKED bs_status bs_store_mentions(bs_mention_array *out, bs_arena *arena, bs_store *store,
                                       const bs_mention_query *query, bs_error *err);

// Between the two, everything that is asked is of one moment, whatever others write meanwhile; many
// questions are also answered faster. The second is harmless without the first.
BS_CHECKED bs_status bs_store_begin_reading(bs_store *store, bs_error *err);
void bs_store_end_reading(bs_store *store);

// --- sources -------------------------------------------------------------------------------------

typedef struct bs_source_info {
    int64_t id;
    bs_str hash; // SHA-256 of the text, in hexadecimal
    bs_str path; // as it was named at the first load
    bs_str encoding;
    bs_lang lang;
    bs_str title;
    bs_str publisher;
    bs_period published; // BS_PERIOD_NONE when it does not say
    bs_str vintage;      // its date among vintages: published, else the day of loading
    bs_str loaded_at;    // "2023-10-13T09:30:00Z"
    size_t series_count;
    size_t value_count; // observations with a value
} bs_source_info;

typedef BS_ARRAY(bs_source_info) bs_source_info_array;

// All sources in the order of loading, appended to *out.
BS_CHECKED bs_status bs_store_sources(bs_source_info_array *out, bs_arena *arena, bs_store *store,
                                      bs_error *err);
// The source that `name` means: its number, its path, the start of its hash (at least 6 digits), or
// a part of the path that no other has. BS_E_NOT_FOUND; BS_E_ARGUMENT: more than one.
BS_CHECKED bs_status bs_store_source(bs_source_info *out, bs_arena *arena, bs_store *store,
                                     bs_str name, bs_error *err);
// The whole text of a source, as bs_source.text was. BS_E_NOT_FOUND.
BS_CHECKED bs_status bs_store_text(bs_str *out, bs_arena *arena, bs_store *store, int64_t source,
                                   bs_error *err);
// One line of it (from 1) without its end, cheaply. BS_E_NOT_FOUND: no such source or line.
BS_CHECKED bs_status bs_store_line(bs_str *out, bs_arena *arena, bs_store *store, int64_t source,
                                   uint32_t line, bs_error *err);
// Removes a source with all it said, and the series that nobody else speaks of. BS_E_NOT_FOUND.
BS_CHECKED bs_status bs_store_remove(bs_store *store, int64_t source, bs_error *err);

// --- verdicts ------------------------------------------------------------------------------------

typedef enum bs_verdict_kind {
    BS_VERDICT_ACCEPTED, // the value is right as printed: do not report it again
    BS_VERDICT_REJECTED, // the finding is confirmed: the value is wrong
    BS_VERDICT_KIND_COUNT
} bs_verdict_kind;

// "accepted", "rejected".
const char *bs_verdict_kind_name(bs_verdict_kind kind);

// What a person decided about a finding. It holds for the value it was given for: compare `value`
// with the finding's `observed`, and report the finding again when they differ.
typedef struct bs_verdict {
    bs_str finding; // id of the finding (bs_finding_id of engine/export/export.h)
    bs_verdict_kind kind;
    bs_str value;   // as printed when the verdict was given
    bs_str because; // the reason in the person's words; may be empty
    bs_str at;      // "2023-10-13T09:30:00Z"; ignored by bs_store_judge, which takes the clock
} bs_verdict;

typedef BS_ARRAY(bs_verdict) bs_verdict_array;

// Keeps a verdict, instead of an earlier one on the same finding.
BS_CHECKED bs_status bs_store_judge(bs_store *store, const bs_verdict *verdict, bs_error *err);
// All verdicts by finding id, appended to *out.
BS_CHECKED bs_status bs_store_verdicts(bs_verdict_array *out, bs_arena *arena, bs_store *store,
                                       bs_error *err);
// Forgets the verdict on a finding. BS_E_NOT_FOUND: there is none.
BS_CHECKED bs_status bs_store_unjudge(bs_store *store, bs_str finding, bs_error *err);

#endif
