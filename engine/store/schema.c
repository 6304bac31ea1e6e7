// SPDX-License-Identifier: GPL-3.0-or-later
// The tables and views, as the steps from each version of the schema to the next.
//
// A new store takes all steps, an older one those it lacks, so that both end up the same. A step
// that a release has made is never changed: what it lacks is a step of its own.
#include "engine/base/array.h"
#include "engine/store/store_internal.h"

// What the mark of a cell says at a place; NULL at once where no mark says anything there.
#define SAID(at)                                                                                   \
    "CASE WHEN NOT segment.plain THEN"                                                             \
    " json_extract(segment.marks, '$[' || cell.key || '][" #at "]') END"

// The mark of an observation is [line, column, end_column, text, row, col, state, qualifier,
// status, scale, table]; what is the usual thing is null, and nulls at the end are left out. The
// text of a value is left out when SQL prints the same digits.
// clang-format off
static const char step_to_1[] =
    "CREATE TABLE source ("
    "  id INTEGER PRIMARY KEY,"
    "  hash TEXT NOT NULL UNIQUE," // SHA-256 of the text
    "  path TEXT NOT NULL,"
    "  encoding TEXT NOT NULL,"
    "  lang TEXT NOT NULL,"
    "  title TEXT,"
    "  publisher TEXT,"
    "  published TEXT,"               // ISO 8601
    "  vintage TEXT NOT NULL,"        // published, else the day of loading
    "  vintage_day INTEGER NOT NULL," // its last day, in days since 1970-01-01
    "  loaded_at TEXT NOT NULL,"
    "  series_count INTEGER NOT NULL DEFAULT 0,"
    "  value_count INTEGER NOT NULL DEFAULT 0"
    ");"
    "CREATE TABLE source_text (" // whole lines, in pieces, so that one line is found cheaply
    "  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,"
    "  line INTEGER NOT NULL," // number of its first line
    "  text TEXT NOT NULL,"
    "  UNIQUE (source_id, line)"
    ");"
    "CREATE TABLE series ("
    "  id INTEGER PRIMARY KEY,"
    "  key TEXT NOT NULL UNIQUE,"
    "  label TEXT NOT NULL,"
    "  \"group\" TEXT NOT NULL,"
    "  \"order\" INTEGER NOT NULL,"
    "  indicator TEXT NOT NULL,"
    "  subject TEXT NOT NULL,"
    "  unit TEXT NOT NULL,"
    "  kind TEXT NOT NULL,"      // level, count, growth, share, index, rank
    "  frequency TEXT NOT NULL," // A, S, Q, M, T, W, D
    "  total INTEGER NOT NULL,"
    "  cross_section INTEGER NOT NULL,"
    "  first TEXT," // of the periods with a value
    "  last TEXT,"
    "  count INTEGER NOT NULL DEFAULT 0,"
    "  source_count INTEGER NOT NULL DEFAULT 0"
    ");"
    "CREATE TABLE calendar (" // the periods of a segment, shared by all that run over the same
    "  id INTEGER PRIMARY KEY,"
    "  periods TEXT NOT NULL," // JSON array of ISO texts
    "  printed TEXT NOT NULL," // the same as printed; empty when that is the same
    "  UNIQUE (periods, printed)"
    ");"
    "CREATE TABLE segment ("
    "  id INTEGER PRIMARY KEY,"
    "  series_id INTEGER NOT NULL REFERENCES series(id) ON DELETE CASCADE,"
    "  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,"
    "  part INTEGER NOT NULL,"
    "  calendar_id INTEGER NOT NULL REFERENCES calendar(id),"
    "  status TEXT NOT NULL,"   // of observations whose mark does not say another
    "  numbers TEXT NOT NULL,"  // JSON array of values in base units; null for missing
    "  marks TEXT NOT NULL,"    // JSON array of arrays, see above
    "  plain INTEGER NOT NULL," // 1: no mark says more of a value than where it stands
    "  superseded TEXT,"        // JSON array: 1 where another source is the latest; NULL for none
    "  unit_text TEXT NOT NULL,"
    "  unit_power INTEGER NOT NULL,"
    "  \"table\" INTEGER NOT NULL,"
    "  UNIQUE (series_id, source_id, part)"
    ");"
    "CREATE INDEX segment_source ON segment (source_id);"
    "CREATE INDEX segment_calendar ON segment (calendar_id);"
    "CREATE TABLE verdict ("
    "  finding TEXT PRIMARY KEY,"
    "  verdict TEXT NOT NULL," // accepted, rejected
    "  value TEXT NOT NULL,"
    "  because TEXT NOT NULL,"
    "  at TEXT NOT NULL"
    ") WITHOUT ROWID;"
    "CREATE VIEW observation AS SELECT"
    "  series.key AS series, series.label AS label, series.subject AS subject,"
    "  series.unit AS unit, series.frequency AS frequency,"
    "  nullif(json_extract(calendar.periods, '$[' || cell.key || ']'), '') AS period,"
    "  series.kind AS kind, cell.value AS value,"
    "  coalesce(" SAID(3) ", CAST(cell.value AS TEXT)) AS text,"
    "  coalesce(" SAID(8) ", segment.status) AS status,"
    "  coalesce(" SAID(7) ", 'exact') AS qualifier,"
    "  coalesce(" SAID(6) ", 'value') AS state,"
    "  source.vintage AS vintage, source.path AS source,"
    "  json_extract(segment.marks, '$[' || cell.key || '][0]') AS line,"
    "  json_extract(segment.marks, '$[' || cell.key || '][1]') AS \"column\","
    "  segment.superseded IS NULL"
    "    OR json_extract(segment.superseded, '$[' || cell.key || ']') = 0 AS latest"
    "  FROM segment"
    "  JOIN series ON series.id = segment.series_id"
    "  JOIN source ON source.id = segment.source_id"
    "  JOIN calendar ON calendar.id = segment.calendar_id"
    "  JOIN json_each(segment.numbers) AS cell;"
    "CREATE VIEW latest AS SELECT"
    "  series, label, subject, unit, frequency, period, kind, value, text, status, qualifier,"
    "  state, vintage, source, line, \"column\""
    "  FROM observation WHERE latest;";

// Two series that a person has declared one indicator under two names. The smaller id comes first,
// so that a pair is there once. `words` is what the proposal rested on, empty for none.
static const char step_to_2[] =
    "CREATE TABLE alias ("
    "  series_a INTEGER NOT NULL REFERENCES series(id) ON DELETE CASCADE,"
    "  series_b INTEGER NOT NULL REFERENCES series(id) ON DELETE CASCADE,"
    "  words TEXT NOT NULL,"
    "  confirmed_at TEXT NOT NULL," // "2023-10-13T09:30:00Z"
    "  PRIMARY KEY (series_a, series_b),"
    "  CHECK (series_a < series_b)"
    ") WITHOUT ROWID;"
    "CREATE INDEX alias_series_b ON alias (series_b);";

// What a mark says of a place in a run, or of a segment that has marks.
#define MARKED(at) "json_extract(segment.marks, '$[' || cell.key || '][" #at "]')"
#define RUN(at) "json_extract(segment.run, '$[" #at "]')"

// A run is a segment of a data file: its numbers are the digits as printed, null is an empty cell,
// and its places follow a rule, [line, line step, column, way, row, col, col step]. The way is 0
// where all stand at the column, 1 where each stands in the line right behind the one before and a
// delimiter; 2 where the marks say [line, column] of each, else they are empty. The row is that of
// the first; the others are as many rows away as lines.
//
// The text of a large file is not kept, but where its lines are: pieces with their hash (XXH3).
static const char step_to_3[] =
    "ALTER TABLE segment ADD COLUMN run TEXT;" // JSON array, see above; NULL: marks say it all
    "ALTER TABLE source ADD COLUMN file TEXT;" // absolute path, where the text is not kept
    "CREATE TABLE source_piece ("
    "  source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,"
    "  line INTEGER NOT NULL," // number of its first line
    "  offset INTEGER NOT NULL,"
    "  size INTEGER NOT NULL,"
    "  hash INTEGER NOT NULL,"
    "  PRIMARY KEY (source_id, line)"
    ") WITHOUT ROWID;"
    "DROP VIEW latest;"
    "DROP VIEW observation;"
    "CREATE VIEW observation AS SELECT"
    "  series.key AS series, series.label AS label, series.subject AS subject,"
    "  series.unit AS unit, series.frequency AS frequency,"
    "  nullif(json_extract(calendar.periods, '$[' || cell.key || ']'), '') AS period,"
    "  series.kind AS kind, cell.value AS value,"
    "  CASE WHEN segment.run IS NULL THEN coalesce(" SAID(3) ", CAST(cell.value AS TEXT))"
    "    WHEN cell.value IS NOT NULL THEN segment.numbers -> cell.key END AS text,"
    "  coalesce(" SAID(8) ", segment.status) AS status,"
    "  coalesce(" SAID(7) ", 'exact') AS qualifier,"
    "  CASE WHEN segment.run IS NOT NULL AND cell.value IS NULL THEN 'empty'"
    "    ELSE coalesce(" SAID(6) ", 'value') END AS state,"
    "  source.vintage AS vintage, source.path AS source,"
    "  CASE WHEN segment.run IS NULL OR segment.marks <> '' THEN " MARKED(0)
    "    ELSE " RUN(0) " + cell.key * " RUN(1) " END AS line,"
    "  CASE WHEN segment.run IS NULL OR segment.marks <> '' THEN " MARKED(1)
    "    WHEN " RUN(3) " = 0 THEN " RUN(2)
    "    ELSE " RUN(2) " + cell.key + (SELECT coalesce(sum(length(segment.numbers -> other.key)), 0)"
    "      FROM json_each(segment.numbers) AS other"
    "      WHERE other.key < cell.key AND other.value IS NOT NULL) END AS \"column\","
    "  segment.superseded IS NULL"
    "    OR json_extract(segment.superseded, '$[' || cell.key || ']') = 0 AS latest"
    "  FROM segment"
    "  JOIN series ON series.id = segment.series_id"
    "  JOIN source ON source.id = segment.source_id"
    "  JOIN calendar ON calendar.id = segment.calendar_id"
    "  JOIN json_each(segment.numbers) AS cell;"
    "CREATE VIEW latest AS SELECT"
    "  series, label, subject, unit, frequency, period, kind, value, text, status, qualifier,"
    "  state, vintage, source, line, \"column\""
    "  FROM observation WHERE latest;";
// clang-format on

const char *const bs_store__steps[] = {step_to_1, step_to_2, step_to_3};
_Static_assert(BS_COUNT(bs_store__steps) == SCHEMA_VERSION, "a step to each version");
