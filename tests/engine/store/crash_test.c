// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever happens in the middle of it, the store has all of a source or nothing of it.
//
// Each loop fails at the first change of the disk, at the second, and so on until the work gets
// through; SQLite's own tests are built in the same way.
#include "store_fixture.h"

#include <sys/stat.h>
#include <sys/wait.h>

#include "engine/base/file.h"
#include "fault_vfs.h"

// Far more than any of the loops takes: they must end by themselves.
enum { STEP_COUNT_MAX = 2000 };

static const row old_rows[] = {{.period = "2022", .value = "10"},
                               {.period = "2023", .value = "11"}};
static const row new_rows[] = {{.period = "2023", .value = "12"},
                               {.period = "2024", .value = "13"}};

// Several pages of text, so that there is something to tear.
static fixture *make_source(const char *name, const row *rows, size_t count)
{
    fixture *f = make_fixture(name, "", "2024");
    bs_buffer text = BS_BUFFER_INIT;
    for (int i = 0; i < 1500; i++)
        bs_buffer_addf(&text, "%s line %d\n", name, i);
    bs_str copy = bs_arena_str(&f->arena, bs_buffer_str(&text));
    bs_buffer_deinit(&text);
    assert_int_equal(bs_source_init(&f->source, &f->arena, bs_str_from(name), copy, NULL), BS_OK);
    add_series(f, "g/s", "1", rows, count);
    return f;
}

static bs_status load_source(bs_store *store, const char *name, const row *rows, size_t count,
                             bs_error *err)
{
    fixture *f = make_source(name, rows, count);
    bs_load_result result;
    bs_status status = bs_store_load(store, &f->reading, BS_LOAD_KEEP, &result, err);
    free_fixture(f);
    return status;
}

// A store with the source "old" in it, made once and copied: its syncs take most of the time.
static bs_buffer old_store = BS_BUFFER_INIT;

static int make_template(void **state)
{
    (void)state;
    char folder[64], path[96];
    bs_store *store;
    make_folder(folder, path);
    assert_int_equal(bs_store_open(&store, path, BS_STORE_CREATE, NULL), BS_OK);
    assert_int_equal(load_source(store, "old", old_rows, BS_COUNT(old_rows), NULL), BS_OK);
    bs_store_close(store);
    assert_int_equal(bs_file_read(path, &old_store, NULL), BS_OK);
    remove_folder(folder);
    return 0;
}

static int free_template(void **state)
{
    (void)state;
    bs_buffer_deinit(&old_store);
    return 0;
}

static void make_old_store(const char *path)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(old_store.ptr, 1, old_store.len, file), old_store.len);
    assert_int_equal(fclose(file), 0);
}

typedef bs_status (*work)(const char *path, bs_error *err);

static bs_status work_load(const char *path, bs_error *err)
{
    bs_store *store;
    BS_TRY(bs_store_open(&store, path, BS_STORE_WRITE, err));
    bs_status status = load_source(store, "new", new_rows, BS_COUNT(new_rows), err);
    bs_store_close(store);
    return status;
}

// The power goes as soon as the load has said that it is done, before the store is closed.
static bs_status work_load_and_lose_power(const char *path, bs_error *err)
{
    bs_store *store;
    BS_TRY(bs_store_open(&store, path, BS_STORE_WRITE, err));
    BS_TRY(load_source(store, "new", new_rows, BS_COUNT(new_rows), err));
    _exit(0);
}

static bs_status work_remove(const char *path, bs_error *err)
{
    bs_store *store;
    BS_TRY(bs_store_open(&store, path, BS_STORE_WRITE, err));
    bs_status status = bs_store_remove(store, 1, err);
    bs_store_close(store);
    return status;
}

static bs_status work_create(const char *path, bs_error *err)
{
    bs_store *store;
    BS_TRY(bs_store_open(&store, path, BS_STORE_CREATE, err));
    bs_store_close(store);
    return BS_OK;
}

// What the store says, after it has been opened as the next command would open it.
typedef enum seen_state { SEEN_OLD, SEEN_LOADED, SEEN_REMOVED, SEEN_BROKEN } seen_state;

static seen_state look(const char *path)
{
    static const struct {
        seen_state state;
        const char *values;
    } known[] = {
        {SEEN_OLD, "2022=10 2023=11"},
        {SEEN_LOADED, "2022=10 2023=12 2024=13"},
    };
    bs_store *store;
    bs_error err = BS_ERROR_INIT;
    bs_arena arena = BS_ARENA_INIT;
    bs_stored_series got = {0};
    bs_buffer text = BS_BUFFER_INIT;
    if (bs_store_open(&store, path, BS_STORE_CREATE, &err) != BS_OK) {
        print_error("%s\n", err.message);
        return SEEN_BROKEN;
    }
    bool whole = bs_store_verify(store, NULL, &err) == BS_OK;
    if (!whole) print_error("%s\n", err.message);
    bs_status status = bs_store_get(&got, &arena, store, BS_STR("g/s"), NULL, NULL);
    for (size_t i = 0; i < got.series.observations.count; i++) {
        if (i > 0) bs_buffer_add_char(&text, ' ');
        bs_period_write(got.series.observations.items[i].period, &text);
        bs_buffer_add_char(&text, '=');
        bs_decimal_write(got.series.observations.items[i].value, &text);
    }
    seen_state seen = status == BS_E_NOT_FOUND ? SEEN_REMOVED : SEEN_BROKEN;
    for (size_t i = 0; i < BS_COUNT(known); i++) {
        if (bs_str_equal(bs_buffer_str(&text), bs_str_from(known[i].values))) seen = known[i].state;
    }
    bs_buffer_deinit(&text);
    bs_arena_deinit(&arena);
    bs_store_close(store);
    return whole ? seen : SEEN_BROKEN;
}

// Runs the work in a process that dies at change number `at`. True when it got through.
static bool survives(work run, const char *path, fault_kind kind, int at)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        fault_arm(kind, at);
        _exit(run(path, NULL) == BS_OK ? 0 : 1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    if (WIFEXITED(status)) assert_int_equal(WEXITSTATUS(status), 0);
    return WIFEXITED(status);
}

static void kill_loop(work run, fault_kind kind, bool old_first, seen_state after)
{
    char folder[64], path[96];
    int old_count = 0, new_count = 0;
    bool through = false;
    for (int at = 1; !through; at++) {
        assert_true(at < STEP_COUNT_MAX);
        make_folder(folder, path);
        if (old_first) make_old_store(path);
        if (kind == FAULT_POWER) fault_copy(path, "", ".synced");
        through = survives(run, path, kind, at);
        if (kind == FAULT_POWER) fault_lose_power(path);
        seen_state seen = look(path);
        if (seen != after && (through || seen != SEEN_OLD)) fail_msg("state %d at %d", seen, at);
        old_count += seen == SEEN_OLD;
        new_count += seen == after;
        remove_folder(folder);
    }
    print_message("killed at %d places: %d times as before, %d times done\n",
                  old_count + new_count - 1, old_count, new_count);
    // A loop that never died, or never before the end, would show nothing.
    assert_true(old_count + new_count > 10);
    if (old_first) assert_true(old_count > 0);
}

static void test_kill_while_loading(void **state)
{
    (void)state;
    kill_loop(work_load, FAULT_KILL, true, SEEN_LOADED);
    kill_loop(work_load, FAULT_TORN_KILL, true, SEEN_LOADED);
}

// What is done is on the disk, and what is half done can be told from it.
static void test_power_loss(void **state)
{
    (void)state;
    kill_loop(work_load, FAULT_POWER, true, SEEN_LOADED);
    kill_loop(work_load_and_lose_power, FAULT_POWER, true, SEEN_LOADED);
    kill_loop(work_create, FAULT_POWER, false, SEEN_REMOVED);
}

static void test_kill_while_removing(void **state)
{
    (void)state;
    kill_loop(work_remove, FAULT_KILL, true, SEEN_REMOVED);
}

static void test_kill_while_creating(void **state)
{
    (void)state;
    kill_loop(work_create, FAULT_KILL, false, SEEN_REMOVED);
}

// Killed while the log of a load that was killed is being read back.
static void test_kill_while_recovering(void **state)
{
    (void)state;
    char folder[64], path[96];
    for (int first = 24; first < 48; first += 8) {
        for (int second = 1; second < 12; second++) {
            make_folder(folder, path);
            make_old_store(path);
            survives(work_load, path, FAULT_KILL, first);
            survives(work_load, path, FAULT_KILL, second);
            seen_state seen = look(path);
            if (seen != SEEN_OLD && seen != SEEN_LOADED)
                fail_msg("%d at %d %d", seen, first, second);
            remove_folder(folder);
        }
    }
}

// The disk is full, or fails, from change number n on: the work says so, and the store is whole.
// When even syncing and deleting fail, the work may be found done after all: its last page was
// written, but nobody could know. It is never found undone when it said that it was done.
static void error_loop(work run, fault_kind kind, seen_state after)
{
    char folder[64], path[96];
    bs_status status = BS_E_IO;
    int at = 1, failed = 0;
    for (; status != BS_OK; at++) {
        assert_true(at < STEP_COUNT_MAX);
        bs_error err = BS_ERROR_INIT;
        make_folder(folder, path);
        make_old_store(path);
        fault_arm(kind, at);
        status = run(path, &err);
        fault_arm(FAULT_NONE, 0);
        seen_state seen = look(path);
        if (status == BS_OK) {
            assert_int_equal(seen, after);
        } else {
            if (kind == FAULT_FULL) assert_int_equal(seen, SEEN_OLD);
            assert_true(seen == SEEN_OLD || seen == after);
            assert_true(err.message[0] != '\0');
            assert_string_equal(err.file, path);
            failed++;
        }
        remove_folder(folder);
    }
    print_message("failed at %d places, and the store was whole\n", failed);
    assert_true(failed > 10);
}

static void test_disk_full(void **state)
{
    (void)state;
    error_loop(work_load, FAULT_FULL, SEEN_LOADED);
    error_loop(work_remove, FAULT_FULL, SEEN_REMOVED);
}

static void test_disk_error(void **state)
{
    (void)state;
    error_loop(work_load, FAULT_IOERR, SEEN_LOADED);
}

static void test_disk_full_is_said(void **state)
{
    (void)state;
    char folder[64], path[96];
    bs_store *store;
    bs_error err = BS_ERROR_INIT;
    make_folder(folder, path);
    make_old_store(path);
    assert_int_equal(bs_store_open(&store, path, BS_STORE_WRITE, NULL), BS_OK);
    fault_arm(FAULT_FULL, 8);
    assert_int_equal(load_source(store, "new", new_rows, BS_COUNT(new_rows), &err), BS_E_STORE);
    fault_arm(FAULT_NONE, 0);
    assert_non_null(strstr(err.message, "the disk is full"));
    // The same handle works on when there is room again.
    assert_int_equal(load_source(store, "new", new_rows, BS_COUNT(new_rows), NULL), BS_OK);
    bs_store_close(store);
    assert_int_equal(look(path), SEEN_LOADED);
    remove_folder(folder);
}

// --- damage --------------------------------------------------------------------------------------

static long file_size(const char *path)
{
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    return (long)info.st_size;
}

static void overwrite(const char *path, long offset, const char *bytes, size_t len)
{
    FILE *file = fopen(path, "r+b");
    assert_non_null(file);
    assert_int_equal(fseek(file, offset, SEEK_SET), 0);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

// Asks everything; only that it returns, and that what it returns can be read, matters here.
static void use_all(const char *path)
{
    bs_store *store;
    bs_arena arena = BS_ARENA_INIT;
    bs_stored_series got = {0};
    bs_source_info_array sources = {0};
    bs_str text = {0};
    if (bs_store_open(&store, path, BS_STORE_WRITE, NULL) != BS_OK) return;
    bs_status status[] = {
        bs_store_verify(store, NULL, NULL),
        bs_store_get(&got, &arena, store, BS_STR("g/s"), NULL, NULL),
        bs_store_sources(&sources, &arena, store, NULL),
        bs_store_text(&text, &arena, store, 1, NULL),
        load_source(store, "new", new_rows, BS_COUNT(new_rows), NULL),
    };
    (void)status;
    bs_arena_deinit(&arena);
    bs_store_close(store);
}

static void test_truncated_and_overwritten_files(void **state)
{
    (void)state;
    char folder[64], path[96];
    make_folder(folder, path);
    make_old_store(path);
    long size = file_size(path);
    remove_folder(folder);
    for (long at = 0; at < size; at += 1777) {
        make_folder(folder, path);
        make_old_store(path);
        assert_int_equal(truncate(path, at), 0);
        use_all(path);
        remove_folder(folder);
        make_folder(folder, path);
        make_old_store(path);
        overwrite(path, at, "\xFF\x00\x80[]\"1", 7);
        use_all(path);
        remove_folder(folder);
    }
}

// Rows that SQLite finds in order and no bseries wrote.
static void test_damaged_rows(void **state)
{
    (void)state;
    static const char *const damage[] = {
        "UPDATE segment SET numbers = '[1'",
        "UPDATE segment SET numbers = '[1]'",
        "UPDATE segment SET numbers = ''",
        "UPDATE segment SET numbers = '[\"10\",11]'",
        "UPDATE segment SET numbers = '[1e400,11]'",
        "UPDATE segment SET numbers = '[null,11]'",
        "UPDATE segment SET numbers = '[' || replace(hex(zeroblob(600)), '00', '1,') || '1]'",
        "UPDATE segment SET marks = '[]'",
        "UPDATE segment SET marks = '[[1,2,3,\"\\u12\"],[]]'",
        "UPDATE segment SET marks = '[[1,2,3,\"a],[]]'",
        "UPDATE segment SET marks = '[[1,2,3,\"a\\\"],[]]'",
        "UPDATE segment SET marks = '[[[]],[]]'",
        "UPDATE segment SET marks = '[[,,,],[]]'",
        "UPDATE segment SET marks = '[[1,1,1,1,1,1,null,1],[]]'",
        "UPDATE segment SET marks = '[[1,1,1,1,1,1,1,1,1,1,1,1,1,1],[]]'",
        "UPDATE segment SET marks = '[[null,null,null,null,null,null,null,null,null,-3],[]]'",
        "UPDATE segment SET status = 'hoped'",
        "UPDATE calendar SET periods = '[\"2022\",\"202x\"]'",
        "UPDATE calendar SET periods = '[2022,2023]'",
        "UPDATE calendar SET printed = '[\"2022\"]'",
        "UPDATE series SET kind = 'odd'",
        "UPDATE series SET frequency = NULL, frequency = 'Z'",
        "UPDATE series SET first = 'yesterday'",
    };
    char folder[64], path[96];
    for (size_t i = 0; i < BS_COUNT(damage); i++) {
        make_folder(folder, path);
        make_old_store(path);
        sqlite3 *db;
        char *message = NULL;
        assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
        if (sqlite3_exec(db, damage[i], NULL, NULL, &message) != SQLITE_OK) fail_msg("%s", message);
        sqlite3_close(db);
        bs_store *store;
        bs_error err = BS_ERROR_INIT;
        assert_int_equal(bs_store_open(&store, path, BS_STORE_READ, NULL), BS_OK);
        if (bs_store_verify(store, NULL, &err) != BS_E_STORE)
            fail_msg("not noticed: %s", damage[i]);
        assert_non_null(strstr(err.message, "the store is damaged"));
        bs_store_close(store);
        remove_folder(folder);
    }
}

// --- several processes ---------------------------------------------------------------------------

static void load_ten(const char *path, int who)
{
    bs_store *store;
    if (bs_store_open(&store, path, BS_STORE_CREATE, NULL) != BS_OK) _exit(1);
    for (int i = 0; i < 10; i++) {
        char name[32];
        snprintf(name, sizeof name, "source %d %d", who, i);
        if (load_source(store, name, new_rows, BS_COUNT(new_rows), NULL) != BS_OK) _exit(2);
    }
    bs_store_close(store);
    _exit(0);
}

// Four processes make the store and load ten sources each at the same time.
static void test_many_writers(void **state)
{
    (void)state;
    char folder[64], path[96];
    pid_t children[4];
    make_folder(folder, path);
    for (int i = 0; i < 4; i++) {
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (children[i] == 0) load_ten(path, i);
    }
    for (int i = 0; i < 4; i++) {
        int status = 0;
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 0);
    }
    assert_query(path, "SELECT count(*), count(DISTINCT vintage) > 0, sum(latest) FROM observation",
                 "80|1|2\n");
    bs_store *store;
    assert_int_equal(bs_store_open(&store, path, BS_STORE_READ, NULL), BS_OK);
    assert_int_equal(bs_store_verify(store, NULL, NULL), BS_OK);
    bs_store_close(store);
    remove_folder(folder);
}

int main(void)
{
    fault_install();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kill_while_loading),
        cmocka_unit_test(test_power_loss),
        cmocka_unit_test(test_kill_while_removing),
        cmocka_unit_test(test_kill_while_creating),
        cmocka_unit_test(test_kill_while_recovering),
        cmocka_unit_test(test_disk_full),
        cmocka_unit_test(test_disk_error),
        cmocka_unit_test(test_disk_full_is_said),
        cmocka_unit_test(test_truncated_and_overwritten_files),
        cmocka_unit_test(test_damaged_rows),
        cmocka_unit_test(test_many_writers),
    };
    return cmocka_run_group_tests(tests, make_template, free_template);
}
