// SPDX-License-Identifier: GPL-3.0-or-later
// A store that is made beside its path is there whole, or not at all.
#include "store_fixture.h"

#include <sys/stat.h>

#include "engine/store/store_internal.h"

static const row rows[] = {{.period = "2022", .value = "10"}, {.period = "2023", .value = "11"}};

static fixture *make_source(const char *name)
{
    fixture *f = make_fixture(name, name, "2024");
    add_series(f, name, "1", rows, BS_COUNT(rows));
    return f;
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static bool is_there(const char *path, const char *end)
{
    char name[128];
    snprintf(name, sizeof name, "%s%s", path, end);
    return access(name, F_OK) == 0;
}

static void test_there_when_published(void **state)
{
    (void)state;
    char folder[64], path[96];
    bs_store *store;
    make_folder(folder, path);
    assert_int_equal(bs_store_open_apart(&store, path, NULL), BS_OK);
    load_fixture(store, make_source("first"), BS_LOAD_KEEP);
    assert_false(is_there(path, ""));
    assert_int_equal(bs_store_publish(store, NULL), BS_OK);
    assert_query(path, "SELECT series, period, value FROM latest",
                 "first|2022|10\nfirst|2023|11\n");
    assert_query(path, "PRAGMA journal_mode", "wal\n");
    // Like any other store from now on.
    assert_int_equal(bs_store_publish(store, NULL), BS_OK);
    load_fixture(store, make_source("second"), BS_LOAD_KEEP);
    assert_int_equal(bs_store_verify(store, NULL, NULL), BS_OK);
    bs_store_close(store);
    assert_query(path, "SELECT count(*) FROM latest", "4\n");
    assert_int_equal(bs_store_open_apart(&store, path, NULL), BS_E_ARGUMENT);
    remove_folder(folder);
}

static void test_forgotten_when_not_published(void **state)
{
    (void)state;
    char folder[64], path[96];
    bs_store *store;
    make_folder(folder, path);
    assert_int_equal(bs_store_open_apart(&store, path, NULL), BS_OK);
    load_fixture(store, make_source("first"), BS_LOAD_KEEP);
    bs_store_close(store);
    remove_folder(folder); // it is empty
}

static void test_a_load_that_is_undone(void **state)
{
    (void)state;
    char folder[64], path[96];
    bs_store *store;
    bs_load_result result;
    make_folder(folder, path);
    assert_int_equal(bs_store_open_apart(&store, path, NULL), BS_OK);
    fixture *f = make_source("undone");
    assert_int_equal(bs_store_begin(store, f->reading.source, BS_LOAD_KEEP, &result, NULL), BS_OK);
    assert_int_equal(bs_store_add(store, &f->reading.series.items[0], NULL), BS_OK);
    bs_store_abort(store);
    free_fixture(f);
    load_fixture(store, make_source("done"), BS_LOAD_KEEP);
    assert_int_equal(bs_store_publish(store, NULL), BS_OK);
    assert_int_equal(bs_store_verify(store, NULL, NULL), BS_OK);
    bs_store_close(store);
    assert_query(path, "SELECT path FROM source", "done\n");
    assert_query(path, "SELECT key FROM series", "done\n");
    remove_folder(folder);
}

static void test_somebody_else_was_first(void **state)
{
    (void)state;
    char folder[64], path[96];
    bs_store *store, *other;
    bs_error err = BS_ERROR_INIT;
    make_folder(folder, path);
    assert_int_equal(bs_store_open_apart(&store, path, NULL), BS_OK);
    load_fixture(store, make_source("late"), BS_LOAD_KEEP);
    assert_int_equal(bs_store_open(&other, path, BS_STORE_CREATE, NULL), BS_OK);
    load_fixture(other, make_source("early"), BS_LOAD_KEEP);
    assert_int_equal(bs_store_publish(store, &err), BS_E_ARGUMENT);
    assert_non_null(strstr(err.message, "already"));
    bs_store_close(store);
    bs_store_close(other);
    assert_query(path, "SELECT path FROM source", "early\n");
    remove_folder(folder);
}

// A log of a store that is gone would be taken for one of the new store.
static void test_a_log_without_a_store(void **state)
{
    (void)state;
    char folder[64], path[96], log[128];
    bs_store *store;
    make_folder(folder, path);
    snprintf(log, sizeof log, "%s-wal", path);
    write_file(log, "left over");
    assert_int_equal(bs_store_open_apart(&store, path, NULL), BS_E_ARGUMENT);
    assert_false(is_there(path, "-new"));
    unlink(log);
    assert_int_equal(bs_store_open_apart(&store, path, NULL), BS_OK);
    load_fixture(store, make_source("first"), BS_LOAD_KEEP);
    write_file(log, "made meanwhile");
    assert_int_equal(bs_store_publish(store, NULL), BS_E_ARGUMENT);
    bs_store_close(store);
    assert_false(is_there(path, ""));
    remove_folder(folder);
}

// What a crash has left is replaced; under another name it stays as it is.
static void test_left_by_a_crash(void **state)
{
    (void)state;
    char folder[64], path[96], left[128], name[128];
    bs_store *store;
    struct stat info;
    make_folder(folder, path);
    snprintf(left, sizeof left, "%s-new", path);
    snprintf(name, sizeof name, "%s/moved.db", folder);
    write_file(left, "half of a store");
    assert_int_equal(link(left, name), 0);
    assert_int_equal(bs_store_open_apart(&store, path, NULL), BS_OK);
    load_fixture(store, make_source("first"), BS_LOAD_KEEP);
    assert_int_equal(bs_store_publish(store, NULL), BS_OK);
    bs_store_close(store);
    assert_query(path, "SELECT count(*) FROM latest", "2\n");
    assert_int_equal(stat(name, &info), 0);
    assert_int_equal(info.st_size, (int)strlen("half of a store"));
    unlink(name);
    remove_folder(folder);
}

static void test_where_nothing_can_be_made(void **state)
{
    (void)state;
    bs_store *store;
    assert_int_equal(bs_store_open_apart(&store, "/nowhere/at/all.db", NULL), BS_E_IO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_there_when_published),
        cmocka_unit_test(test_forgotten_when_not_published),
        cmocka_unit_test(test_a_load_that_is_undone),
        cmocka_unit_test(test_somebody_else_was_first),
        cmocka_unit_test(test_a_log_without_a_store),
        cmocka_unit_test(test_left_by_a_crash),
        cmocka_unit_test(test_where_nothing_can_be_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
