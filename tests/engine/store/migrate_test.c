// SPDX-License-Identifier: GPL-3.0-or-later
// A store of every older version opens, is brought up to this one, and says what it said.
//
// schema/N.sql is a dump of a store that version N of the schema wrote, kept for ever.
#include "store_fixture.h"

#include <sys/wait.h>

#include "engine/base/file.h"
#include "fault_vfs.h"

enum { STEP_COUNT_MAX = 500 };

static void make_from_dump(const char *path, const char *dump)
{
    bs_buffer sql = BS_BUFFER_INIT;
    sqlite3 *db;
    char *message = NULL;
    assert_int_equal(bs_file_read(dump, &sql, NULL), BS_OK);
    bs_buffer_add_char(&sql, '\0');
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    if (sqlite3_exec(db, sql.ptr, NULL, NULL, &message) != SQLITE_OK) fail_msg("%s", message);
    assert_int_equal(sqlite3_exec(db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    bs_buffer_deinit(&sql);
}

// What the store of schema/1.sql says, whatever version it is in.
static void assert_old_content(bs_store *store)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_stored_series got = {0};
    bs_str text;
    bs_verdict_array verdicts = {0};
    bs_source_info_array sources = {0};
    bs_error err = BS_ERROR_INIT;
    if (bs_store_verify(store, NULL, &err) != BS_OK) fail_msg("%s", err.message);
    assert_int_equal(bs_store_get(&got, &arena, store, BS_STR("Ferry passengers"), NULL, NULL),
                     BS_OK);
    assert_values(&got, "2022-Q1=412600 2022-Q2=641000");
    assert_int_equal(bs_store_get(&got, &arena, store, BS_STR("Rainfall"), NULL, NULL), BS_OK);
    assert_values(&got, "2022=1100 2023=1275/provisional 2024=not_published");
    assert_int_equal(bs_store_line(&text, &arena, store, 1, 3, NULL), BS_OK);
    assert_str(text, "Ferry passengers,2022-Q2,640.10,thousand");
    assert_int_equal(bs_store_verdicts(&verdicts, &arena, store, NULL), BS_OK);
    assert_int_equal(verdicts.count, 1);
    assert_str(verdicts.items[0].because, "checked against the printed volume");
    assert_int_equal(bs_store_sources(&sources, &arena, store, NULL), BS_OK);
    assert_int_equal(sources.count, 2);
    assert_str(sources.items[1].vintage, "2024-02-03");
    assert_str(sources.items[1].loaded_at, "2026-11-28T18:11:58Z");
    bs_arena_deinit(&arena);
}

static void test_an_older_store_opens(void **state)
{
    (void)state;
    char folder[64], path[96];
    bs_store *store;
    for (bs_store_mode mode = 0; mode < BS_STORE_MODE_COUNT; mode++) {
        make_folder(folder, path);
        make_from_dump(path, "engine/store/schema/1.sql");
        assert_query(path, "PRAGMA user_version", "1\n");
        assert_int_equal(bs_store_open(&store, path, mode, NULL), BS_OK);
        assert_old_content(store);
        bs_store_close(store);
        assert_query(path, "SELECT series, period, value, text FROM latest WHERE unit = '1'",
                     "Ferry passengers|2022-Q1|412600|412.6\n"
                     "Ferry passengers|2022-Q2|641000|641.0\n");
        remove_folder(folder);
    }
}

// Both ways end at the same tables, indices and views.
static void test_an_older_store_becomes_as_a_new_one(void **state)
{
    (void)state;
    static const char same[] = "ATTACH '%s' AS made; SELECT count(*) FROM (SELECT type, name, "
                               "replace(sql, ' ', '') FROM main.sqlite_schema EXCEPT SELECT type, "
                               "name, replace(sql, ' ', '') FROM made.sqlite_schema)";
    char folder[64], path[96], other_folder[64], other[96], sql[512];
    bs_store *store;
    sqlite3 *db;
    sqlite3_stmt *query = NULL;
    make_folder(folder, path);
    make_folder(other_folder, other);
    make_from_dump(path, "engine/store/schema/1.sql");
    assert_int_equal(bs_store_open(&store, path, BS_STORE_WRITE, NULL), BS_OK);
    bs_store_close(store);
    assert_int_equal(bs_store_open(&store, other, BS_STORE_CREATE, NULL), BS_OK);
    bs_store_close(store);
    for (int turn = 0; turn < 2; turn++) {
        assert_int_equal(sqlite3_open(turn == 0 ? path : other, &db), SQLITE_OK);
        snprintf(sql, sizeof sql, same, turn == 0 ? other : path);
        const char *rest = sql;
        for (int step = 0; step < 2; step++) {
            assert_int_equal(sqlite3_prepare_v2(db, rest, -1, &query, &rest), SQLITE_OK);
            int code = sqlite3_step(query);
            if (step == 1) assert_int_equal(code, SQLITE_ROW);
            if (step == 1) assert_int_equal(sqlite3_column_int(query, 0), 0);
            sqlite3_finalize(query);
        }
        sqlite3_close(db);
    }
    remove_folder(folder);
    remove_folder(other_folder);
}

// Opens the store in a process that dies at change number `at`. True when it got through.
static bool survives(const char *path, fault_kind kind, int at)
{
    bs_store *store;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        fault_arm(kind, at);
        _exit(bs_store_open(&store, path, BS_STORE_WRITE, NULL) == BS_OK ? 0 : 1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    if (WIFEXITED(status)) assert_int_equal(WEXITSTATUS(status), 0);
    return WIFEXITED(status);
}

// Killed anywhere on the way, or without power, it is a store of the old version or of this one.
static void test_killed_on_the_way(void **state)
{
    (void)state;
    static const fault_kind kinds[] = {FAULT_KILL, FAULT_POWER};
    char folder[64], path[96];
    bs_store *store;
    for (size_t kind = 0; kind < BS_COUNT(kinds); kind++) {
        int at = 1;
        for (bool through = false; !through; at++) {
            assert_true(at < STEP_COUNT_MAX);
            make_folder(folder, path);
            make_from_dump(path, "engine/store/schema/1.sql");
            if (kinds[kind] == FAULT_POWER) fault_copy(path, "", ".synced");
            through = survives(path, kinds[kind], at);
            if (kinds[kind] == FAULT_POWER) fault_lose_power(path);
            assert_int_equal(bs_store_open(&store, path, BS_STORE_READ, NULL), BS_OK);
            assert_old_content(store);
            bs_store_close(store);
            remove_folder(folder);
        }
        assert_true(at > 5);
    }
}

static void test_a_pair_of_names_is_kept_once(void **state)
{
    (void)state;
    static const struct {
        const char *sql;
        int code;
    } tries[] = {
        {"INSERT INTO alias VALUES (1, 2, 'rate', '2024-01-01T00:00:00Z')", SQLITE_OK},
        {"INSERT INTO alias VALUES (1, 2, 'rate', '2024-01-02T00:00:00Z')", SQLITE_CONSTRAINT},
        {"INSERT INTO alias VALUES (2, 1, 'rate', '2024-01-02T00:00:00Z')", SQLITE_CONSTRAINT},
        {"INSERT INTO alias VALUES (1, 9, 'rate', '2024-01-02T00:00:00Z')", SQLITE_CONSTRAINT},
        {"DELETE FROM series WHERE id = 2", SQLITE_OK},
    };
    char folder[64], path[96];
    bs_store *store;
    sqlite3 *db;
    make_folder(folder, path);
    make_from_dump(path, "engine/store/schema/1.sql");
    assert_int_equal(bs_store_open(&store, path, BS_STORE_WRITE, NULL), BS_OK);
    bs_store_close(store);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL), SQLITE_OK);
    for (size_t i = 0; i < BS_COUNT(tries); i++)
        assert_int_equal(sqlite3_exec(db, tries[i].sql, NULL, NULL, NULL), tries[i].code);
    sqlite3_close(db);
    assert_query(path, "SELECT count(*) FROM alias", "0\n");
    remove_folder(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_older_store_opens),
        cmocka_unit_test(test_an_older_store_becomes_as_a_new_one),
        cmocka_unit_test(test_killed_on_the_way),
        cmocka_unit_test(test_a_pair_of_names_is_kept_once),
    };
    fault_install();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
