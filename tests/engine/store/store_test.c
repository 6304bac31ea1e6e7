// SPDX-License-Identifier: GPL-3.0-or-later
// Opening and refusing, loading, vintages, views. Expected values are counted by hand from the
// rows.
#include "store_fixture.h"

#include "engine/store/store_internal.h"

#include <sys/stat.h>
#include <sys/wait.h>

// --- opening -------------------------------------------------------------------------------------

static void write_file(const char *path, const char *bytes, size_t len)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

static void run_sql(const char *path, const char *sql)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void assert_refused(const char *path, bs_store_mode mode, bs_status status, const char *says)
{
    bs_store *store = NULL;
    bs_error err = BS_ERROR_INIT;
    assert_int_equal(bs_store_open(&store, path, mode, &err), status);
    assert_null(store);
    assert_string_equal(err.file, path);
    if (strstr(err.message, says) == NULL) fail_msg("'%s' does not say '%s'", err.message, says);
}

static void test_missing_file(void **state)
{
    (void)state;
    char folder[64], path[96];
    make_folder(folder, path);
    assert_refused(path, BS_STORE_READ, BS_E_NOT_FOUND, "no store here");
    assert_refused(path, BS_STORE_WRITE, BS_E_NOT_FOUND, "no store here");
    assert_int_equal(access(path, F_OK), -1);
    assert_refused(folder, BS_STORE_CREATE, BS_E_IO, "cannot be opened");
    assert_refused("/nowhere/at/all.db", BS_STORE_CREATE, BS_E_IO, "cannot be opened");
    remove_folder(folder);
}

static void test_foreign_files(void **state)
{
    (void)state;
    char folder[64], path[96];
    make_folder(folder, path);
    static const char text[] = "period,value\n2023,1\nthis is a text file and no database at all, "
                               "and it is longer than the header of one would be, to be sure\n";
    write_file(path, text, sizeof text - 1);
    for (int mode = 0; mode < BS_STORE_MODE_COUNT; mode++) {
        assert_refused(path, (bs_store_mode)mode, BS_E_STORE, "not a bseries store");
    }
    unlink(path);
    run_sql(path, "CREATE TABLE other (x)");
    assert_refused(path, BS_STORE_CREATE, BS_E_STORE, "another program");
    // Refusing it leaves it alone.
    assert_query(path, "SELECT name FROM sqlite_schema", "other\n");
    assert_query(path, "PRAGMA journal_mode", "delete\n");
    unlink(path);
    write_file(path, "", 0);
    assert_refused(path, BS_STORE_READ, BS_E_STORE, "is empty");
    remove_folder(folder);
}

static void test_other_versions(void **state)
{
    (void)state;
    char folder[64], path[96];
    bs_store *store;
    make_folder(folder, path);
    assert_int_equal(bs_store_open(&store, path, BS_STORE_CREATE, NULL), BS_OK);
    bs_store_close(store);
    assert_query(path, "PRAGMA application_id", "1651729778\n"); // 0x62736572, "bser"
    assert_query(path, "PRAGMA journal_mode", "wal\n");
    run_sql(path, "PRAGMA user_version = 1000");
    assert_refused(path, BS_STORE_READ, BS_E_STORE, "newer version (schema 1000");
    run_sql(path, "PRAGMA user_version = 0");
    assert_refused(path, BS_STORE_READ, BS_E_STORE, "no schema version");
    remove_folder(folder);
}

static void test_read_mode_writes_nothing(void **state)
{
    (void)state;
    char folder[64], path[96];
    bs_store *store;
    bs_error err = BS_ERROR_INIT;
    make_folder(folder, path);
    assert_int_equal(bs_store_open(&store, path, BS_STORE_CREATE, NULL), BS_OK);
    bs_store_close(store);
    assert_int_equal(bs_store_open(&store, path, BS_STORE_READ, NULL), BS_OK);
    bs_verdict verdict = {.finding = BS_STR("1")};
    assert_int_equal(bs_store_judge(store, &verdict, &err), BS_E_STORE);
    assert_non_null(strstr(err.message, "read-only"));
    bs_store_close(store);
    remove_folder(folder);
}

// As somebody who may not write in the folder: an archive, a read-only medium.
static int read_as_nobody(const char *path)
{
    if (geteuid() == 0 && setuid(65534) != 0) return 1;
    bs_store *store;
    bs_arena arena = BS_ARENA_INIT;
    bs_str text;
    if (bs_store_open(&store, path, BS_STORE_READ, NULL) != BS_OK) return 2;
    bs_status status = bs_store_text(&text, &arena, store, 1, NULL);
    bs_arena_deinit(&arena);
    bs_store_close(store);
    return status == BS_OK ? 0 : 3;
}

static void test_a_folder_that_cannot_be_written(void **state)
{
    (void)state;
    char folder[64], path[96], odd[128];
    bs_store *store;
    make_folder(folder, path);
    // Characters that mean something in a URI.
    snprintf(odd, sizeof odd, "%s/50%% #1?.db", folder);
    assert_int_equal(bs_store_open(&store, odd, BS_STORE_CREATE, NULL), BS_OK);
    load_fixture(store, make_fixture("a.txt", "text", "2023"), BS_LOAD_KEEP);
    bs_store_close(store);
    assert_int_equal(chmod(odd, 0444), 0);
    assert_int_equal(chmod(folder, 0555), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) _exit(read_as_nobody(odd));
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_int_equal(chmod(folder, 0755), 0);
    unlink(odd);
    remove_folder(folder);
}

static void assert_setting(bs_store *store, const char *name, const char *value)
{
    char sql[64];
    sqlite3_stmt *ask;
    snprintf(sql, sizeof sql, "PRAGMA %s", name);
    assert_int_equal(sqlite3_prepare_v2(store->db, sql, -1, &ask, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(ask), SQLITE_ROW);
    if (strcmp((const char *)sqlite3_column_text(ask, 0), value) != 0) {
        fail_msg("%s is %s, not %s", name, (const char *)sqlite3_column_text(ask, 0), value);
    }
    sqlite3_finalize(ask);
}

// The numbers are SQLite's: synchronous 2 is FULL, a negative cache is in KiB.
static void test_settings_are_as_stated(void **state)
{
    (void)state;
    static const struct {
        const char *name, *value;
    } every[] = {
        {"journal_mode", "wal"},  {"synchronous", "2"},     {"foreign_keys", "1"},
        {"trusted_schema", "0"},  {"cell_size_check", "1"}, {"busy_timeout", "60000"},
        {"cache_size", "-65536"}, {"user_version", "3"},
    };
    static const bs_store_mode modes[] = {BS_STORE_CREATE, BS_STORE_WRITE, BS_STORE_READ};
    char folder[64], path[96];
    make_folder(folder, path);
    for (size_t i = 0; i < BS_COUNT(modes); i++) {
        bs_store *store;
        assert_int_equal(bs_store_open(&store, path, modes[i], NULL), BS_OK);
        for (size_t k = 0; k < BS_COUNT(every); k++) {
            assert_setting(store, every[k].name, every[k].value);
        }
        assert_setting(store, "query_only", modes[i] == BS_STORE_READ ? "1" : "0");
        bs_store_close(store);
    }
    remove_folder(folder);
}

static void test_writers_wait_and_say_so(void **state)
{
    (void)state;
    char folder[64], path[96];
    bs_store *store;
    make_folder(folder, path);
    assert_int_equal(bs_store_open(&store, path, BS_STORE_CREATE, NULL), BS_OK);
    sqlite3_busy_timeout(store->db, 100);
    sqlite3 *other;
    assert_int_equal(sqlite3_open(path, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    // A reader is not kept waiting by a writer.
    bs_arena arena = BS_ARENA_INIT;
    bs_source_info_array sources = {0};
    assert_int_equal(bs_store_sources(&sources, &arena, store, NULL), BS_OK);
    bs_error err = BS_ERROR_INIT;
    bs_load_result result;
    fixture *f = make_fixture("a.csv", "x\n", "");
    assert_int_equal(bs_store_load(store, &f->reading, BS_LOAD_KEEP, &result, &err), BS_E_STORE);
    assert_non_null(strstr(err.message, "in use by another process"));
    sqlite3_close(other);
    assert_false(load_fixture(store, f, BS_LOAD_KEEP).known);
    bs_arena_deinit(&arena);
    bs_store_close(store);
    remove_folder(folder);
}

// --- loading -------------------------------------------------------------------------------------

// Printed in 10^4 yuan and in words, with a qualifier, a footnote mark and kinds of missing.
static const row mixed[] = {
    {.period = "2019",
     .value = "1300498600.00",
     .text = "130,049.860000",
     .origin = {.line = 3, .column = 9, .end_column = 22}},
    {.period = "2020",
     .value = "121e8",
     .text = "121",
     .status = BS_STATUS_PROVISIONAL,
     .qualifier = BS_APPROX_OVER,
     .origin = {.line = 1234567}},
    {.period = "2021",
     .text = "…",
     .state = BS_STATE_NOT_PUBLISHED,
     .origin = {.line = 4, .row = 7, .col = 2}},
    {.period = "2022", .text = "", .state = BS_STATE_EMPTY},
    {.period = "2023",
     .value = "-0.50",
     .status = BS_STATUS_ACTUAL,
     .qualifier = BS_LESS_THAN,
     .origin = {.line = 4, .table = 3}},
    {.period = "2024", .value = "5.0", .status = BS_STATUS_TARGET},
    {.period = "2025", .value = "999999999999999999", .status = BS_STATUS_FORECAST},
    {.period = "2026",
     .value = "0e3",
     .text = "0",
     .status = BS_STATUS_ESTIMATE,
     .period_text = "'26년"},
    {.period = "2027", .value = "0.00001"},
    {.period = "2028", .value = "123456789012345678e10", .text = "123456789012345678"},
    {.period = "2029", .text = "say \"x\\y\"\t\x01 あ", .state = BS_STATE_UNREADABLE},
};

static void assert_same_observation(const bs_observation *got, const bs_observation *put)
{
    assert_true(bs_period_equal(got->period, put->period));
    assert_int_equal(got->state, put->state);
    assert_int_equal(got->qualifier, put->qualifier);
    assert_int_equal(got->status, put->status);
    assert_true(bs_str_equal(got->text, put->text));
    assert_true(bs_str_equal(got->period_text, put->period_text));
    assert_int_equal(got->origin.line, put->origin.line);
    assert_int_equal(got->origin.column, put->origin.column);
    assert_int_equal(got->origin.end_column, put->origin.end_column);
    assert_int_equal(got->origin.table, put->origin.table);
    assert_int_equal(got->origin.row, put->origin.row);
    assert_int_equal(got->origin.col, put->origin.col);
    if (got->state != BS_STATE_VALUE) return;
    assert_int_equal(got->value.coefficient, put->value.coefficient);
    assert_int_equal(got->value.scale, put->value.scale);
}

static void test_everything_comes_back(void **state)
{
    (void)state;
    bs_store *store = open_memory();
    fixture *f = make_fixture("보고서.txt", "text", "2023-10-13");
    bs_series *put = add_series(f, "무역/교역액@중국", "CNY", mixed, BS_COUNT(mixed));
    put->label = BS_STR("중국 교역액");
    put->group = BS_STR("무역");
    put->indicator = BS_STR("교역액");
    put->subject = BS_STR("중국");
    put->unit_text = BS_STR("만 위안");
    put->unit_power = 4;
    put->measure = BS_MEASURE_INDEX;
    put->order = 7;
    put->table = 3;
    put->total = true;
    put->cross_section = true;
    put->observations.items[0].origin.table = 3;
    bs_load_result result;
    assert_int_equal(bs_store_load(store, &f->reading, BS_LOAD_KEEP, &result, NULL), BS_OK);
    assert_int_equal(result.series_new, 1);
    assert_int_equal(result.value_new, 8);
    assert_int_equal(result.missing, 3);

    bs_arena arena = BS_ARENA_INIT;
    bs_stored_series got;
    assert_int_equal(bs_store_get(&got, &arena, store, put->key, NULL, NULL), BS_OK);
    assert_str(got.series.label, "중국 교역액");
    assert_str(got.series.group, "무역");
    assert_str(got.series.indicator, "교역액");
    assert_str(got.series.subject, "중국");
    assert_str(got.series.unit, "CNY");
    assert_str(got.series.unit_text, "만 위안");
    assert_int_equal(got.series.unit_power, 4);
    assert_int_equal(got.series.measure, BS_MEASURE_INDEX);
    assert_int_equal(got.series.frequency, BS_FREQUENCY_ANNUAL);
    assert_int_equal(got.series.order, 7);
    assert_int_equal(got.series.table, 3);
    assert_true(got.series.total && got.series.cross_section);
    assert_int_equal(got.series.observations.count, BS_COUNT(mixed));
    for (size_t i = 0; i < BS_COUNT(mixed); i++) {
        assert_same_observation(&got.series.observations.items[i], &put->observations.items[i]);
        assert_str(got.sources[i]->path, "보고서.txt");
        assert_str(got.vintages[i], "2023-10-13");
        assert_int_equal(got.source_ids[i], result.source);
    }
    bs_arena_deinit(&arena);
    free_fixture(f);
    assert_int_equal(bs_store_verify(store, NULL, NULL), BS_OK);
    bs_store_close(store);
}

// Longer than one segment, at a monthly and a daily frequency: 1,300 is ten segments of 128 and one
// of 20.
static void test_long_series(void **state)
{
    (void)state;
    enum { COUNT = 1300 };
    bs_store *store = open_memory();
    fixture *f = make_fixture("long.csv", "text", "2023");
    const row first = {.period = "1900-01-01", .value = "0"};
    bs_series *put = add_series(f, "g/long", "1", &first, 1);
    for (int i = 1; i < COUNT; i++) {
        bs_observation *item = BS_PUSH(&f->arena, &put->observations);
        *item = put->observations.items[0];
        item->period = bs_period_offset(item->period, i);
        item->period_text = bs_period_str(item->period, &f->arena);
        item->value = bs_decimal_from_int(i);
        item->text = bs_decimal_str(item->value, &f->arena);
    }
    bs_load_result result;
    assert_int_equal(bs_store_load(store, &f->reading, BS_LOAD_KEEP, &result, NULL), BS_OK);
    assert_int_equal(result.value_new, COUNT);
    bs_arena arena = BS_ARENA_INIT;
    bs_stored_series got;
    assert_int_equal(bs_store_get(&got, &arena, store, put->key, NULL, NULL), BS_OK);
    assert_int_equal(got.series.observations.count, COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        assert_same_observation(&got.series.observations.items[i], &put->observations.items[i]);
    }
    bs_arena_deinit(&arena);
    free_fixture(f);
    bs_store_close(store);
}

static const row first_print[] = {{.period = "2021", .value = "100"},
                                  {.period = "2022", .value = "110"},
                                  {.period = "2023", .value = "121"}};

static fixture *first_source(void)
{
    fixture *f = make_fixture("first.txt", "first\r\nsecond\nthird", "2023-10-13");
    add_series(f, "g/output", "t", first_print, BS_COUNT(first_print));
    return f;
}

static void test_same_content_changes_nothing(void **state)
{
    (void)state;
    char folder[64], path[96];
    bs_store *store;
    make_folder(folder, path);
    assert_int_equal(bs_store_open(&store, path, BS_STORE_CREATE, NULL), BS_OK);
    assert_false(load_fixture(store, first_source(), BS_LOAD_KEEP).known);
    fixture *again = first_source();
    again->source.path = BS_STR("another/name.txt");
    bs_load_result result = load_fixture(store, again, BS_LOAD_KEEP);
    assert_true(result.known);
    assert_int_equal(result.source, 1);
    assert_int_equal(result.series_known, 1);
    assert_int_equal(result.value_known, 3);
    assert_int_equal(result.value_new + result.value_changed + result.series_new, 0);
    bs_store_close(store);
    assert_query(path, "SELECT count(*), (SELECT path FROM source) FROM observation",
                 "3|first.txt\n");
    remove_folder(folder);
}

static void test_dry_run_counts_and_keeps_nothing(void **state)
{
    (void)state;
    bs_store *store = open_memory();
    bs_load_result result = load_fixture(store, first_source(), BS_LOAD_DRY);
    assert_int_equal(result.series_new, 1);
    assert_int_equal(result.value_new, 3);
    bs_arena arena = BS_ARENA_INIT;
    bs_source_info_array sources = {0};
    bs_series_info_array series = {0};
    assert_int_equal(bs_store_sources(&sources, &arena, store, NULL), BS_OK);
    assert_int_equal(bs_store_list(&series, &arena, store, BS_STR(""), NULL), BS_OK);
    assert_int_equal(sources.count + series.count, 0);
    bs_arena_deinit(&arena);
    bs_store_close(store);
}

// 2021 is printed with the same worth, 2022 is revised, 2023 is left empty, 2024 is new and
// planned, and 2022 has a target besides.
static const row second_print[] = {
    {.period = "2021", .value = "100.0"},
    {.period = "2022", .value = "112", .status = BS_STATUS_REVISED},
    {.period = "2022", .value = "115", .status = BS_STATUS_TARGET},
    {.period = "2023", .text = "...", .state = BS_STATE_NOT_PUBLISHED},
    {.period = "2024", .value = "130", .status = BS_STATUS_TARGET},
};

static bs_store *two_vintages(void)
{
    bs_store *store = open_memory();
    load_fixture(store, first_source(), BS_LOAD_KEEP);
    fixture *f = make_fixture("second.txt", "second text", "2024-01");
    add_series(f, "g/output", "t", second_print, BS_COUNT(second_print));
    bs_load_result result = load_fixture(store, f, BS_LOAD_KEEP);
    assert_int_equal(result.series_known, 1);
    assert_int_equal(result.series_new, 0);
    assert_int_equal(result.value_known, 1);   // 2021
    assert_int_equal(result.value_changed, 1); // 2022
    assert_int_equal(result.value_new, 2);     // targets of 2022 and 2024
    assert_int_equal(result.missing, 1);       // 2023
    return store;
}

static void assert_view(bs_store *store, bs_store_view view, const char *expected)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_stored_series got;
    assert_int_equal(bs_store_get(&got, &arena, store, BS_STR("g/output"), &view, NULL), BS_OK);
    assert_values(&got, expected);
    bs_arena_deinit(&arena);
}

static void test_a_newer_value_is_a_vintage(void **state)
{
    (void)state;
    bs_store *store = two_vintages();
    assert_view(store, (bs_store_view){0},
                "2021=100.0 2022=112/revised 2022=115/target 2023=121 2024=130/target");
    assert_view(store, (bs_store_view){.vintages = BS_VINTAGES_FIRST},
                "2021=100 2022=110 2022=115/target 2023=121 2024=130/target");
    assert_view(store, (bs_store_view){.vintages = BS_VINTAGES_ALL},
                "2021=100 2021=100.0 2022=110 2022=112/revised 2022=115/target 2023=121 "
                "2023=not_published 2024=130/target");
    assert_view(store, (bs_store_view){.source = 2},
                "2021=100.0 2022=112/revised 2022=115/target 2023=not_published 2024=130/target");
    assert_view(store, (bs_store_view){.as_of = period_of("2023-12")},
                "2021=100 2022=110 2023=121");
    // Published in January, so that it is known by the end of January and not on its last day but
    // one.
    assert_view(store,
                (bs_store_view){.as_of = period_of("2024-01-30"), .period = period_of("2022")},
                "2022=110");
    assert_view(store,
                (bs_store_view){.as_of = period_of("2024-01-31"), .period = period_of("2022")},
                "2022=112/revised 2022=115/target");
    assert_view(store, (bs_store_view){.as_of = period_of("1999")}, "");
    bs_store_close(store);
}

// Loaded later, published earlier: the newest is what was published last, not what was loaded last.
static void test_an_older_source_does_not_win(void **state)
{
    (void)state;
    static const row older[] = {{.period = "2022", .value = "109"},
                                {.period = "2020", .value = "90"}};
    bs_store *store = two_vintages();
    fixture *f = make_fixture("older.txt", "older", "2022-12-31");
    add_series(f, "g/output", "t", older, BS_COUNT(older));
    bs_load_result result = load_fixture(store, f, BS_LOAD_KEEP);
    assert_int_equal(result.value_changed, 1);
    assert_int_equal(result.value_new, 1);
    assert_view(store, (bs_store_view){0},
                "2020=90 2021=100.0 2022=112/revised 2022=115/target 2023=121 2024=130/target");
    assert_view(store, (bs_store_view){.vintages = BS_VINTAGES_FIRST, .period = period_of("2022")},
                "2022=109 2022=115/target");
    bs_store_close(store);
}

static void test_removing_a_source(void **state)
{
    (void)state;
    bs_store *store = two_vintages();
    bs_error err = BS_ERROR_INIT;
    assert_int_equal(bs_store_remove(store, 9, &err), BS_E_NOT_FOUND);
    assert_int_equal(bs_store_remove(store, 2, NULL), BS_OK);
    assert_view(store, (bs_store_view){0}, "2021=100 2022=110 2023=121");
    bs_arena arena = BS_ARENA_INIT;
    bs_series_info info;
    assert_int_equal(bs_store_find(&info, &arena, store, BS_STR("g/output"), NULL), BS_OK);
    assert_int_equal(info.count, 3);
    assert_int_equal(info.source_count, 1);
    assert_int_equal(bs_store_remove(store, 1, NULL), BS_OK);
    bs_series_info_array all = {0};
    assert_int_equal(bs_store_list(&all, &arena, store, BS_STR(""), NULL), BS_OK);
    assert_int_equal(all.count, 0);
    assert_int_equal(bs_store_verify(store, NULL, NULL), BS_OK);
    bs_arena_deinit(&arena);
    bs_store_close(store);
}

static void test_another_unit_is_another_series(void **state)
{
    (void)state;
    static const row quarters[] = {{.period = "2023-Q1", .value = "7"}};
    bs_store *store = open_memory();
    load_fixture(store, first_source(), BS_LOAD_KEEP);
    fixture *f = make_fixture("b.txt", "b", "2024");
    add_series(f, "g/output", "kg", first_print, BS_COUNT(first_print));
    add_series(f, "g/output", "kg", quarters, BS_COUNT(quarters));
    bs_load_result result = load_fixture(store, f, BS_LOAD_KEEP);
    assert_int_equal(result.series_new, 2);
    bs_arena arena = BS_ARENA_INIT;
    bs_series_info_array all = {0};
    assert_int_equal(bs_store_list(&all, &arena, store, BS_STR(""), NULL), BS_OK);
    assert_int_equal(all.count, 3);
    assert_str(all.items[0].key, "g/output");
    assert_str(all.items[1].key, "g/output#kg");
    assert_str(all.items[2].key, "g/output#kg#Q");
    bs_arena_deinit(&arena);
    bs_store_close(store);
}

// One source says a thing twice: both stay, the first one counts.
static void test_two_mentions_in_one_source(void **state)
{
    (void)state;
    static const row twice[] = {{.period = "2025", .value = "300"},
                                {.period = "2025", .value = "310"},
                                {.period = "", .value = "1"}};
    bs_store *store = open_memory();
    fixture *f = make_fixture("a", "a", "2023");
    add_series(f, "g/output", "t", twice, BS_COUNT(twice));
    bs_load_result result = load_fixture(store, f, BS_LOAD_KEEP);
    assert_int_equal(result.value_new, 2);
    assert_int_equal(result.value_changed, 0); // by no newer source
    assert_int_equal(result.value_twice, 1);
    assert_view(store, (bs_store_view){0}, "=1 2025=300");
    assert_view(store, (bs_store_view){.vintages = BS_VINTAGES_ALL}, "=1 2025=300 2025=310");
    bs_store_close(store);
}

// A reader that meets a series twice in one source may hand it over in two pieces.
static void test_a_series_in_two_pieces(void **state)
{
    (void)state;
    static const row later[] = {{.period = "2023", .value = "121"},
                                {.period = "2024", .value = "130"}};
    bs_store *store = open_memory();
    fixture *f = first_source();
    add_series(f, "g/output", "t", later, BS_COUNT(later));
    bs_load_result result = load_fixture(store, f, BS_LOAD_KEEP);
    assert_int_equal(result.series_new, 1);
    assert_int_equal(result.value_new, 4);
    assert_int_equal(result.value_known, 1);
    assert_view(store, (bs_store_view){0}, "2021=100 2022=110 2023=121 2024=130");
    bs_arena arena = BS_ARENA_INIT;
    bs_series_info info;
    assert_int_equal(bs_store_find(&info, &arena, store, BS_STR("output"), NULL), BS_OK);
    assert_int_equal(info.count, 4);
    assert_int_equal(info.source_count, 1);
    bs_arena_deinit(&arena);
    bs_store_close(store);
}

// A dry run over what is there counts the same as the load would, and leaves all marks alone.
static void test_dry_run_over_an_older_source(void **state)
{
    (void)state;
    bs_store *store = open_memory();
    load_fixture(store, first_source(), BS_LOAD_KEEP);
    fixture *f = make_fixture("second.txt", "second text", "2024-01");
    add_series(f, "g/output", "t", second_print, BS_COUNT(second_print));
    bs_load_result result = load_fixture(store, f, BS_LOAD_DRY);
    assert_int_equal(result.value_known + result.value_changed * 10 + result.value_new * 100, 211);
    assert_view(store, (bs_store_view){.vintages = BS_VINTAGES_ALL}, "2021=100 2022=110 2023=121");
    assert_int_equal(bs_store_verify(store, NULL, NULL), BS_OK);
    bs_store_close(store);
}

static void test_a_failed_load_leaves_nothing(void **state)
{
    (void)state;
    bs_store *store = open_memory();
    fixture *f = first_source();
    bs_load_result result;
    assert_int_equal(bs_store_add(store, &f->reading.series.items[0], NULL), BS_E_ARGUMENT);
    assert_int_equal(bs_store_end(store, &result, NULL), BS_E_ARGUMENT);
    assert_int_equal(bs_store_begin(store, &f->source, BS_LOAD_KEEP, &result, NULL), BS_OK);
    assert_int_equal(bs_store_begin(store, &f->source, BS_LOAD_KEEP, &result, NULL), BS_E_ARGUMENT);
    assert_int_equal(bs_store_add(store, &f->reading.series.items[0], NULL), BS_OK);
    bs_store_abort(store);
    bs_store_abort(store);
    assert_false(load_fixture(store, f, BS_LOAD_KEEP).known);
    bs_store_close(store);
}

// --- text, names, views --------------------------------------------------------------------------

static void test_text_and_lines(void **state)
{
    (void)state;
    bs_store *store = open_memory();
    load_fixture(store, first_source(), BS_LOAD_KEEP);
    // Longer than one piece of text: 20,000 lines of nine bytes.
    bs_buffer big = BS_BUFFER_INIT;
    for (int i = 1; i <= 20000; i++)
        bs_buffer_addf(&big, "line%05d\n", i);
    load_fixture(store, make_fixture("big.txt", big.ptr, "2024"), BS_LOAD_KEEP);
    bs_arena arena = BS_ARENA_INIT;
    bs_str text;
    assert_int_equal(bs_store_text(&text, &arena, store, 1, NULL), BS_OK);
    assert_str(text, "first\r\nsecond\nthird");
    assert_int_equal(bs_store_text(&text, &arena, store, 2, NULL), BS_OK);
    assert_true(bs_str_equal(text, bs_buffer_str(&big)));
    static const struct {
        int64_t source;
        uint32_t line;
        const char *text; // NULL: there is none
    } lines[] = {
        {1, 1, "first"},
        {1, 2, "second"},
        {1, 3, "third"},
        {1, 4, NULL},
        {1, 0, NULL},
        {2, 1, "line00001"},
        {2, 6554, "line06554"},
        {2, 13108, "line13108"},
        {2, 20000, "line20000"},
        {2, 20001, NULL},
        {3, 1, NULL},
    };
    for (size_t i = 0; i < BS_COUNT(lines); i++) {
        bs_status status =
            bs_store_line(&text, &arena, store, lines[i].source, lines[i].line, NULL);
        assert_int_equal(status, lines[i].text ? BS_OK : BS_E_NOT_FOUND);
        if (lines[i].text) assert_str(text, lines[i].text);
    }
    assert_int_equal(bs_store_text(&text, &arena, store, 3, NULL), BS_E_NOT_FOUND);
    bs_buffer_deinit(&big);
    bs_arena_deinit(&arena);
    bs_store_close(store);
}

static void test_sources_by_name(void **state)
{
    (void)state;
    bs_store *store = two_vintages();
    bs_arena arena = BS_ARENA_INIT;
    bs_source_info info;
    assert_int_equal(bs_store_source(&info, &arena, store, BS_STR("2"), NULL), BS_OK);
    assert_str(info.path, "second.txt");
    assert_str(info.vintage, "2024-01");
    assert_true(bs_period_equal(info.published, period_of("2024-01")));
    assert_int_equal(info.series_count, 1);
    assert_int_equal(info.value_count, 4);
    assert_int_equal(info.loaded_at.len, 20);
    // printf 'second text' | sha256sum
    assert_str(info.hash, "633ecdd67db64b19c91a36ea6fda2f1f7db0be1887f2ca697b25cf7982896167");
    assert_int_equal(bs_store_source(&info, &arena, store, BS_STR("633ecd"), NULL), BS_OK);
    assert_int_equal(info.id, 2);
    assert_int_equal(bs_store_source(&info, &arena, store, BS_STR("633ec"), NULL), BS_E_NOT_FOUND);
    assert_int_equal(bs_store_source(&info, &arena, store, BS_STR("first.txt"), NULL), BS_OK);
    assert_int_equal(info.id, 1);
    assert_int_equal(bs_store_source(&info, &arena, store, BS_STR("sec"), NULL), BS_OK);
    assert_int_equal(info.id, 2);
    bs_error err = BS_ERROR_INIT;
    assert_int_equal(bs_store_source(&info, &arena, store, BS_STR("t.txt"), &err), BS_OK);
    assert_int_equal(bs_store_source(&info, &arena, store, BS_STR(".txt"), &err), BS_E_ARGUMENT);
    assert_string_equal(err.message, "'.txt' may be source 1 or 2");
    assert_int_equal(bs_store_source(&info, &arena, store, BS_STR("third"), NULL), BS_E_NOT_FOUND);
    bs_arena_deinit(&arena);
    bs_store_close(store);
}

static void test_views_read_by_any_sqlite(void **state)
{
    (void)state;
    char folder[64], path[96];
    bs_store *store;
    make_folder(folder, path);
    assert_int_equal(bs_store_open(&store, path, BS_STORE_CREATE, NULL), BS_OK);
    load_fixture(store, first_source(), BS_LOAD_KEEP);
    fixture *f = make_fixture("second.txt", "second text", "2024-01");
    add_series(f, "g/output", "t", second_print, BS_COUNT(second_print));
    add_series(f, "g/mixed", "CNY", mixed, BS_COUNT(mixed));
    load_fixture(store, f, BS_LOAD_KEEP);
    bs_store_close(store);
    assert_query(
        path,
        "SELECT series, unit, frequency, period, kind, value, text, status, qualifier, "
        "state, vintage, source, line, \"column\" FROM observation WHERE series = 'g/mixed'",
        "g/mixed|CNY|A|2019|level|1300498600.0|130,049.860000|actual|exact|value|2024-01|"
        "second.txt|3|9\n"
        "g/mixed|CNY|A|2020|level|12100000000|121|provisional|approx_over|value|2024-01|"
        "second.txt|1234567|\n"
        "g/mixed|CNY|A|2021|level||…|actual|exact|not_published|2024-01|second.txt|4|\n"
        "g/mixed|CNY|A|2022|level|||actual|exact|empty|2024-01|second.txt||\n"
        "g/mixed|CNY|A|2023|level|-0.5|-0.50|actual|less_than|value|2024-01|second.txt|4|\n"
        "g/mixed|CNY|A|2024|level|5.0|5.0|target|exact|value|2024-01|second.txt||\n"
        "g/mixed|CNY|A|2025|level|999999999999999999|999999999999999999|forecast|exact|"
        "value|2024-01|second.txt||\n"
        "g/mixed|CNY|A|2026|level|0|0|estimate|exact|value|2024-01|second.txt||\n"
        "g/mixed|CNY|A|2027|level|1.0e-05|0.00001|actual|exact|value|2024-01|second.txt||\n"
        "g/mixed|CNY|A|2028|level|1.23456789012346e+27|123456789012345678|actual|exact|"
        "value|2024-01|second.txt||\n"
        "g/mixed|CNY|A|2029|level||say \"x\\y\"\t\x01 あ|actual|exact|unreadable|2024-01|"
        "second.txt||\n");
    assert_query(path,
                 "SELECT period, value, status, vintage FROM latest WHERE series = 'g/output' "
                 "ORDER BY period, status",
                 "2021|100.0|actual|2024-01\n2022|112|revised|2024-01\n2022|115|target|2024-01\n"
                 "2023|121|actual|2023-10-13\n2024|130|target|2024-01\n");
    assert_query(path, "SELECT count(*) FROM observation WHERE NOT latest", "3\n");
    remove_folder(folder);
}

static void test_verdicts(void **state)
{
    (void)state;
    bs_store *store = open_memory();
    bs_arena arena = BS_ARENA_INIT;
    bs_verdict first = {
        .finding = BS_STR("ab12"), .value = BS_STR("206"), .because = BS_STR("확인")};
    bs_verdict second = {
        .finding = BS_STR("aa00"), .kind = BS_VERDICT_REJECTED, .value = BS_STR("1")};
    assert_int_equal(bs_store_judge(store, &first, NULL), BS_OK);
    assert_int_equal(bs_store_judge(store, &second, NULL), BS_OK);
    first.value = BS_STR("207");
    assert_int_equal(bs_store_judge(store, &first, NULL), BS_OK);
    bs_verdict_array all = {0};
    assert_int_equal(bs_store_verdicts(&all, &arena, store, NULL), BS_OK);
    assert_int_equal(all.count, 2);
    assert_str(all.items[0].finding, "aa00");
    assert_int_equal(all.items[0].kind, BS_VERDICT_REJECTED);
    assert_str(all.items[1].value, "207");
    assert_str(all.items[1].because, "확인");
    assert_int_equal(all.items[1].at.len, 20);
    assert_int_equal(bs_store_unjudge(store, BS_STR("ab12"), NULL), BS_OK);
    assert_int_equal(bs_store_unjudge(store, BS_STR("ab12"), NULL), BS_E_NOT_FOUND);
    bs_arena_deinit(&arena);
    bs_store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_missing_file),
        cmocka_unit_test(test_foreign_files),
        cmocka_unit_test(test_other_versions),
        cmocka_unit_test(test_read_mode_writes_nothing),
        cmocka_unit_test(test_a_folder_that_cannot_be_written),
        cmocka_unit_test(test_settings_are_as_stated),
        cmocka_unit_test(test_writers_wait_and_say_so),
        cmocka_unit_test(test_everything_comes_back),
        cmocka_unit_test(test_long_series),
        cmocka_unit_test(test_same_content_changes_nothing),
        cmocka_unit_test(test_dry_run_counts_and_keeps_nothing),
        cmocka_unit_test(test_a_newer_value_is_a_vintage),
        cmocka_unit_test(test_an_older_source_does_not_win),
        cmocka_unit_test(test_removing_a_source),
        cmocka_unit_test(test_another_unit_is_another_series),
        cmocka_unit_test(test_two_mentions_in_one_source),
        cmocka_unit_test(test_a_series_in_two_pieces),
        cmocka_unit_test(test_dry_run_over_an_older_source),
        cmocka_unit_test(test_a_failed_load_leaves_nothing),
        cmocka_unit_test(test_text_and_lines),
        cmocka_unit_test(test_sources_by_name),
        cmocka_unit_test(test_views_read_by_any_sqlite),
        cmocka_unit_test(test_verdicts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
