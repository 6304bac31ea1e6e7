// SPDX-License-Identifier: GPL-3.0-or-later
// The statements. The tables and views are in schema.c.
#include "engine/base/array.h"
#include "engine/store/store_internal.h"

#define SERIES_COLUMNS                                                                             \
    "id, key, label, \"group\", indicator, subject, unit, kind, frequency, first, last, count, "   \
    "source_count, \"order\", total, cross_section"
// Series of one group stand together, at the place of the first of them.
// Series without a group stand where they were first loaded.
#define SERIES_ORDER                                                                               \
    " ORDER BY CASE \"group\" WHEN '' THEN id"                                                     \
    " ELSE min(id) OVER (PARTITION BY \"group\") END, \"order\", id"
#define SERIES_WHOLE_COLUMNS                                                                       \
    "id, key, label, \"group\", indicator, subject, unit, \"order\", kind, frequency, total, "     \
    "cross_section, first, last, count, source_count"
#define SERIES_ROW "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"
#define SERIES_ROWS_4 SERIES_ROW ", " SERIES_ROW ", " SERIES_ROW ", " SERIES_ROW
#define SEGMENT_COLUMNS                                                                            \
    "series_id, source_id, part, calendar_id, status, numbers, marks, plain, unit_text, "          \
    "unit_power, \"table\", run"
#define SEGMENT_ROW "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
#define SEGMENT_ROWS_4 SEGMENT_ROW ", " SEGMENT_ROW ", " SEGMENT_ROW ", " SEGMENT_ROW
#define SOURCE_COLUMNS                                                                             \
    "id, hash, path, encoding, lang, title, publisher, published, vintage, loaded_at, "            \
    "series_count, value_count"

const char *const bs_store__sql[SQL_COUNT] = {
    [SQL_BEGIN] = "BEGIN IMMEDIATE",
    [SQL_BEGIN_READING] = "BEGIN",
    [SQL_COMMIT] = "COMMIT",
    [SQL_ROLLBACK] = "ROLLBACK",
    [SQL_SOURCE_BY_HASH] =
        "SELECT id, series_count, value_count, published FROM source WHERE hash = ?1",
    [SQL_SOURCE_ADD] =
        "INSERT INTO source (hash, path, encoding, lang, title, publisher, published, vintage,"
        " vintage_day, loaded_at, file) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    [SQL_SOURCE_DELETE] = "DELETE FROM source WHERE id = ?1",
    [SQL_SOURCE_LIST] = "SELECT " SOURCE_COLUMNS " FROM source ORDER BY id",
    [SQL_SOURCE_BY_ID] = "SELECT " SOURCE_COLUMNS " FROM source WHERE id = ?1",
    [SQL_SOURCE_COUNTS] = "UPDATE source SET series_count = ?2, value_count = ?3 WHERE id = ?1",
    [SQL_TEXT_ADD] = "INSERT INTO source_text (source_id, line, text) VALUES (?1, ?2, ?3)",
    [SQL_PIECE_ADD] = "INSERT INTO source_piece (source_id, line, offset, size, hash)"
                      " VALUES (?1, ?2, ?3, ?4, ?5)",
    [SQL_PIECE_AT] = "SELECT line, offset, size, source_piece.hash, file FROM source_piece"
                     " JOIN source ON source.id = source_id WHERE source_id = ?1 AND line <= ?2"
                     " ORDER BY line DESC LIMIT 1",
    [SQL_PIECE_LIST] = "SELECT line, offset, size, source_piece.hash, file FROM source_piece"
                       " JOIN source ON source.id = source_id WHERE source_id = ?1 ORDER BY line",
    [SQL_TEXT_ALL] = "SELECT text FROM source_text WHERE source_id = ?1 ORDER BY line",
    [SQL_TEXT_AT] = "SELECT line, text FROM source_text WHERE source_id = ?1 AND line <= ?2"
                    " ORDER BY line DESC LIMIT 1",
    [SQL_SERIES_BY_KEY] = "SELECT id, unit, frequency FROM series WHERE key = ?1",
    [SQL_SERIES_ADD] =
        "INSERT INTO series (key, label, \"group\", \"order\", indicator, subject, unit, kind,"
        " frequency, total, cross_section) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    [SQL_SERIES_ADD_WHOLE] =
        "INSERT OR IGNORE INTO series (" SERIES_WHOLE_COLUMNS ") VALUES " SERIES_ROW,
    [SQL_SERIES_ADD_MANY] =
        "INSERT OR FAIL INTO series (" SERIES_WHOLE_COLUMNS ") VALUES " SERIES_ROWS_4
        ", " SERIES_ROWS_4 ", " SERIES_ROWS_4 ", " SERIES_ROWS_4,
    [SQL_SERIES_LAST] = "SELECT coalesce(max(id), 0) FROM series",
    [SQL_SERIES_REFRESH] = "UPDATE series SET first = ?2, last = ?3, count = ?4, source_count = ?5"
                           " WHERE id = ?1",
    [SQL_SERIES_OF_SOURCE] = "SELECT DISTINCT series_id FROM segment WHERE source_id = ?1",
    [SQL_SERIES_PRUNE] = "DELETE FROM series WHERE NOT EXISTS"
                         " (SELECT 1 FROM segment WHERE segment.series_id = series.id)",
    [SQL_SERIES_ALL] = "SELECT " SERIES_COLUMNS " FROM series" SERIES_ORDER,
    [SQL_SERIES_EQUAL] = "SELECT " SERIES_COLUMNS " FROM series WHERE key = ?1",
    [SQL_SERIES_GLOB] = "SELECT " SERIES_COLUMNS " FROM series WHERE key GLOB ?1" SERIES_ORDER,
    [SQL_SERIES_GLOB_PART] =
        "SELECT " SERIES_COLUMNS
        " FROM series WHERE lower(key) GLOB '*' || lower(?1) || '*'" SERIES_ORDER,
    [SQL_SERIES_BEHIND_GROUP] = "SELECT " SERIES_COLUMNS " FROM series"
                                " WHERE substr(key, -length(?1) - 1) = '/' || ?1" SERIES_ORDER,
    [SQL_SERIES_LIKE] =
        "SELECT " SERIES_COLUMNS " FROM series WHERE key LIKE ?1 ESCAPE '\\'" SERIES_ORDER,
    [SQL_SERIES_NAMES] = "SELECT key, indicator, label FROM series ORDER BY id",
    [SQL_CALENDAR_FIND] = "SELECT id FROM calendar WHERE periods = ?1 AND printed = ?2",
    [SQL_CALENDAR_ADD] = "INSERT INTO calendar (periods, printed) VALUES (?1, ?2)",
    [SQL_CALENDAR_PRUNE] = "DELETE FROM calendar WHERE NOT EXISTS"
                           " (SELECT 1 FROM segment WHERE segment.calendar_id = calendar.id)",
    [SQL_SEGMENT_ADD] = "INSERT INTO segment (" SEGMENT_COLUMNS ") VALUES " SEGMENT_ROW,
    [SQL_SEGMENT_ADD_MANY] =
        "INSERT OR FAIL INTO segment (" SEGMENT_COLUMNS ") VALUES " SEGMENT_ROWS_4
        ", " SEGMENT_ROWS_4 ", " SEGMENT_ROWS_4 ", " SEGMENT_ROWS_4,
    [SQL_SEGMENT_NEXT_PART] = "SELECT coalesce(max(part), 0) + 1 FROM segment"
                              " WHERE series_id = ?1 AND source_id = ?2",
    [SQL_SEGMENT_OTHERS] = "SELECT 1 FROM segment WHERE series_id = ?1 AND source_id <> ?2 LIMIT 1",
    [SQL_SEGMENT_LIST] =
        "SELECT segment.id, source_id, part, status, numbers, marks, superseded, unit_text,"
        " unit_power, \"table\", periods, printed, vintage_day, run, calendar_id"
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
    [SQL_ALIAS_ADD] = "INSERT INTO alias (series_a, series_b, words, confirmed_at)"
                      " VALUES (?1, ?2, ?3, ?4) ON CONFLICT (series_a, series_b) DO UPDATE SET"
                      " words = excluded.words, confirmed_at = excluded.confirmed_at",
    [SQL_ALIAS_DELETE] = "DELETE FROM alias WHERE series_a = ?1 AND series_b = ?2",
    [SQL_ALIAS_LIST] = "SELECT a.key, b.key, a.indicator, b.indicator, words, confirmed_at"
                       " FROM alias JOIN series AS a ON a.id = series_a"
                       " JOIN series AS b ON b.id = series_b ORDER BY series_a, series_b",
    [SQL_ALIAS_NONE] = "SELECT id, key FROM series WHERE id = ?1"
                       " AND NOT EXISTS (SELECT 1 FROM alias WHERE series_a = ?1)"
                       " AND NOT EXISTS (SELECT 1 FROM alias WHERE series_b = ?1)",
    [SQL_ALIAS_KIN] = "WITH RECURSIVE kin(id) AS (SELECT ?1 UNION"
                      " SELECT series_b FROM alias JOIN kin ON series_a = kin.id UNION"
                      " SELECT series_a FROM alias JOIN kin ON series_b = kin.id)"
                      " SELECT kin.id, key FROM kin JOIN series ON series.id = kin.id"
                      " ORDER BY kin.id <> ?1, kin.id",
    [SQL_MENTIONS] =
        "SELECT series.key, series.indicator, series.subject,"
        " json_extract(marks, '$[' || cell.key || '][0]') AS line,"
        " json_extract(marks, '$[' || cell.key || '][1]') AS column,"
        " json_extract(marks, '$[' || cell.key || '][2]')"
        " FROM segment JOIN series ON series.id = segment.series_id"
        " JOIN calendar ON calendar.id = segment.calendar_id"
        " JOIN source ON source.id = segment.source_id"
        " JOIN json_each(segment.numbers) AS cell"
        " WHERE segment.source_id = ?1 AND source.series_count <= 2000 AND series.unit = ?2"
        " AND segment.run IS NULL"
        " AND cell.value = CAST(?4 AS NUMERIC)"
        " AND json_extract(calendar.periods, '$[' || cell.key || ']') = ?3 ORDER BY line, column",
};
_Static_assert(BS_MENTION_SERIES_MAX == 2000, "the limit stands in SQL_MENTIONS too");
_Static_assert(STORE_ROWS_MAX == 4 * 4, "the rows stand in SQL_SEGMENT_ADD_MANY too");
_Static_assert(BS_COUNT(bs_store__sql) == SQL_COUNT, "every statement needs its text");
