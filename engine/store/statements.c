// SPDX-License-Identifier: GPL-3.0-or-later
// Every line of SQL: the schema and the statements.
#include "engine/base/array.h"
#include "engine/store/store_internal.h"

// What the mark of a cell says at a place; NULL at once where no mark says anything there.
#define SAID(at)                                                                                   \
    "CASE WHEN NOT segment.plain THEN"                                                             \
    " json_extract(segment.marks, '$[' || cell.key || '][" #at "]') END"

// The mark of an observation is [line, column, end_column, text, row, col, state, qualifier,
// status, scale, table]; what is the usual thing is null, and nulls at the end are left out. The
// text of a value is left out when SQL prints the same digits.
const char bs_store__schema[] =
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
    "  coalesce(" SAID(
        3) ", CAST(cell.value AS TEXT)) AS text,"
           "  coalesce(" SAID(
               8) ", segment.status) AS status,"
                  "  coalesce(" SAID(
                      7) ", 'exact') AS qualifier,"
                         "  coalesce(" SAID(
                             6) ", 'value') AS state,"
                                "  source.vintage AS vintage, source.path AS source,"
                                "  json_extract(segment.marks, '$[' || cell.key || '][0]') AS line,"
                                "  json_extract(segment.marks, '$[' || cell.key || '][1]') AS "
                                "\"column\","
                                "  segment.superseded IS NULL"
                                "    OR json_extract(segment.superseded, '$[' || cell.key || ']') "
                                "= 0 AS latest"
                                "  FROM segment"
                                "  JOIN series ON series.id = segment.series_id"
                                "  JOIN source ON source.id = segment.source_id"
                                "  JOIN calendar ON calendar.id = segment.calendar_id"
                                "  JOIN json_each(segment.numbers) AS cell;"
                                "CREATE VIEW latest AS SELECT"
                                "  series, label, subject, unit, frequency, period, kind, value, "
                                "text, status, qualifier, "
                                "state,"
                                "  vintage, source, line, \"column\""
                                "  FROM observation WHERE latest;";

#define SERIES_COLUMNS                                                                             \
    "id, key, label, \"group\", indicator, subject, unit, kind, frequency, first, last, count, "   \
    "source_count, \"order\", total, cross_section"
// Series of one group stand together, at the place of the first of them.
#define SERIES_ORDER " ORDER BY min(id) OVER (PARTITION BY \"group\"), \"order\", id"
#define SOURCE_COLUMNS                                                                             \
    "id, hash, path, encoding, lang, title, publisher, published, vintage, loaded_at, "            \
    "series_count, value_count"

const char *const bs_store__sql[SQL_COUNT] = {
    [SQL_BEGIN] = "BEGIN IMMEDIATE",
    [SQL_COMMIT] = "COMMIT",
    [SQL_ROLLBACK] = "ROLLBACK",
    [SQL_SOURCE_BY_HASH] = "SELECT id, series_count, value_count FROM source WHERE hash = ?1",
    [SQL_SOURCE_ADD] =
        "INSERT INTO source (hash, path, encoding, lang, title, publisher, published, vintage,"
        " vintage_day, loaded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    [SQL_SOURCE_DELETE] = "DELETE FROM source WHERE id = ?1",
    [SQL_SOURCE_LIST] = "SELECT " SOURCE_COLUMNS " FROM source ORDER BY id",
    [SQL_SOURCE_BY_ID] = "SELECT " SOURCE_COLUMNS " FROM source WHERE id = ?1",
    [SQL_SOURCE_COUNTS] = "UPDATE source SET series_count = ?2, value_count = ?3 WHERE id = ?1",
    [SQL_TEXT_ADD] = "INSERT INTO source_text (source_id, line, text) VALUES (?1, ?2, ?3)",
    [SQL_TEXT_ALL] = "SELECT text FROM source_text WHERE source_id = ?1 ORDER BY line",
    [SQL_TEXT_AT] = "SELECT line, text FROM source_text WHERE source_id = ?1 AND line <= ?2"
                    " ORDER BY line DESC LIMIT 1",
    [SQL_SERIES_BY_KEY] = "SELECT id, unit, frequency FROM series WHERE key = ?1",
    [SQL_SERIES_ADD] =
        "INSERT INTO series (key, label, \"group\", \"order\", indicator, subject, unit, kind,"
        " frequency, total, cross_section) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    [SQL_SERIES_REFRESH] = "UPDATE series SET first = ?2, last = ?3, count = ?4, source_count = ?5"
                           " WHERE id = ?1",
    [SQL_SERIES_OF_SOURCE] = "SELECT DISTINCT series_id FROM segment WHERE source_id = ?1",
    [SQL_SERIES_PRUNE] = "DELETE FROM series WHERE NOT EXISTS"
                         " (SELECT 1 FROM segment WHERE segment.series_id = series.id)",
    [SQL_SERIES_ALL] = "SELECT " SERIES_COLUMNS " FROM series" SERIES_ORDER,
    [SQL_SERIES_EQUAL] = "SELECT " SERIES_COLUMNS " FROM series WHERE key = ?1",
    [SQL_SERIES_GLOB] = "SELECT " SERIES_COLUMNS " FROM series WHERE key GLOB ?1" SERIES_ORDER,
    [SQL_SERIES_LIKE] =
        "SELECT " SERIES_COLUMNS " FROM series WHERE key LIKE ?1 ESCAPE '\\'" SERIES_ORDER,
    [SQL_SERIES_NAMES] = "SELECT key, indicator, label FROM series ORDER BY id",
    [SQL_CALENDAR_FIND] = "SELECT id FROM calendar WHERE periods = ?1 AND printed = ?2",
    [SQL_CALENDAR_ADD] = "INSERT INTO calendar (periods, printed) VALUES (?1, ?2)",
    [SQL_CALENDAR_PRUNE] = "DELETE FROM calendar WHERE NOT EXISTS"
                           " (SELECT 1 FROM segment WHERE segment.calendar_id = calendar.id)",
    [SQL_SEGMENT_ADD] =
        "INSERT INTO segment (series_id, source_id, part, calendar_id, status, numbers, marks,"
        " plain, unit_text, unit_power, \"table\")"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    [SQL_SEGMENT_NEXT_PART] = "SELECT coalesce(max(part), 0) + 1 FROM segment"
                              " WHERE series_id = ?1 AND source_id = ?2",
    [SQL_SEGMENT_LIST] =
        "SELECT segment.id, source_id, part, status, numbers, marks, superseded, unit_text,"
        " unit_power, \"table\", periods, printed, vintage_day"
        " FROM segment JOIN calendar ON calendar.id = calendar_id"
        " JOIN source ON source.id = source_id WHERE series_id = ?1 ORDER BY source_id, part",
    [SQL_SEGMENT_SUPERSEDE] = "UPDATE segment SET superseded = ?2 WHERE id = ?1",
    [SQL_VERDICT_SET] = "INSERT INTO verdict (finding, verdict, value, because, at)"
                        " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (finding) DO UPDATE SET"
                        " verdict = excluded.verdict, value = excluded.value,"
                        " because = excluded.because, at = excluded.at",
    [SQL_VERDICT_LIST] =
        "SELECT finding, verdict, value, because, at FROM verdict ORDER BY finding",
    [SQL_VERDICT_DELETE] = "DELETE FROM verdict WHERE finding = ?1",
};
_Static_assert(BS_COUNT(bs_store__sql) == SQL_COUNT, "every statement needs its text");
