// SPDX-License-Identifier: GPL-3.0-or-later
// The file: opening and refusing it, its errors, its statements.
#include <errno.h>
#include <libgen.h>
#include <stdlib.h>
#include <unistd.h>

#include "engine/base/array.h"
#include "engine/store/store_internal.h"

// "bser" in ASCII; tells a store from any other SQLite file.
enum { APPLICATION_ID = 0x62736572 };

typedef struct code_row {
    int code; // of SQLite
    bs_status status;
    const char *means;
} code_row;

static const code_row codes[] = {
    {SQLITE_BUSY, BS_E_STORE, "is in use by another process"},
    {SQLITE_LOCKED, BS_E_STORE, "is in use by another process"},
    {SQLITE_PROTOCOL, BS_E_STORE, "is in use by another process"},
    {SQLITE_FULL, BS_E_STORE, "could not be written: the disk is full"},
    {SQLITE_CORRUPT, BS_E_STORE, "is damaged"},
    {SQLITE_NOTADB, BS_E_STORE, "is not a bseries store, or its first page is damaged"},
    {SQLITE_READONLY, BS_E_STORE, "cannot be written: it is read-only"},
    {SQLITE_PERM, BS_E_IO, "may not be opened"},
    {SQLITE_CANTOPEN, BS_E_IO, "cannot be opened"},
    {SQLITE_IOERR, BS_E_IO, "could not be read or written"},
    {SQLITE_NOMEM, BS_E_MEMORY, "needs more memory than there is"},
    {SQLITE_TOOBIG, BS_E_LIMIT, "was given a text that is too large for it"},
};

bs_status bs_store__fail(const bs_store *store, int code, bs_error *err)
{
    int system = store->db != NULL ? sqlite3_system_errno(store->db) : 0;
    if ((code & 0xFF) == SQLITE_IOERR && (system == ENOSPC || system == EDQUOT)) code = SQLITE_FULL;
    bs_place place = {.file = store->path};
    for (size_t i = 0; i < BS_COUNT(codes); i++) {
        if (codes[i].code != (code & 0xFF)) continue;
        return bs_fail_at(err, codes[i].status, place, "the store %s (%s)", codes[i].means,
                          sqlite3_errstr(code));
    }
    return bs_fail_at(err, BS_E_STORE, place, "the store failed: %s",
                      store->db != NULL ? sqlite3_errmsg(store->db) : sqlite3_errstr(code));
}

bs_status bs_store__no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

bs_status bs_store__damaged(const bs_store *store, const char *what, bs_error *err)
{
    bs_place place = {.file = store->path};
    return bs_fail_at(err, BS_E_STORE, place, "the store is damaged: %s", what);
}

// --- statements ----------------------------------------------------------------------------------

bs_status bs_store__prepare(bs_store *store, store_sql which, sqlite3_stmt **out, bs_error *err)
{
    sqlite3_stmt **slot = &store->statements[which];
    if (*slot == NULL) {
        int code = sqlite3_prepare_v3(store->db, bs_store__sql[which], -1,
                                      SQLITE_PREPARE_PERSISTENT, slot, NULL);
        if (code != SQLITE_OK) return bs_store__fail(store, code, err);
    }
    sqlite3_reset(*slot);
    sqlite3_clear_bindings(*slot);
    *out = *slot;
    return BS_OK;
}

bs_status bs_store__step(bs_store *store, sqlite3_stmt *statement, bool *row, bs_error *err)
{
    int code = sqlite3_step(statement);
    *row = code == SQLITE_ROW;
    if (code == SQLITE_ROW) return BS_OK;
    bs_status status = code == SQLITE_DONE ? BS_OK : bs_store__fail(store, code, err);
    sqlite3_reset(statement);
    return status;
}

bs_status bs_store__run(bs_store *store, sqlite3_stmt *statement, bs_error *err)
{
    bool row;
    bs_status status = bs_store__step(store, statement, &row, err);
    sqlite3_reset(statement);
    return status;
}

bs_status bs_store__do(bs_store *store, store_sql which, bs_error *err)
{
    sqlite3_stmt *statement;
    BS_TRY(bs_store__prepare(store, which, &statement, err));
    return bs_store__run(store, statement, err);
}

void bs_store__bind_text(sqlite3_stmt *statement, int at, bs_str text)
{
    sqlite3_bind_text64(statement, at, text.ptr != NULL ? text.ptr : "", text.len, SQLITE_STATIC,
                        SQLITE_UTF8);
}

bs_str bs_store__column(sqlite3_stmt *statement, int at)
{
    const char *text = (const char *)sqlite3_column_text(statement, at);
    if (text == NULL) return (bs_str){0};
    return (bs_str){text, (size_t)sqlite3_column_bytes(statement, at)};
}

bs_status bs_store__column_copy(bs_str *out, bs_arena *arena, sqlite3_stmt *statement, int at,
                                bs_error *err)
{
    bs_str text = bs_store__column(statement, at);
    bs_str copy = bs_arena_str(arena, text);
    if (copy.ptr == NULL && text.len > 0) return bs_store__no_memory(err);
    *out = copy;
    return BS_OK;
}

bs_status bs_store__column_period(bs_period *out, const bs_store *store, sqlite3_stmt *statement,
                                  int at, bs_error *err)
{
    bs_str text = bs_store__column(statement, at);
    *out = BS_PERIOD_NONE;
    if (text.len == 0 || bs_period_parse(out, text, NULL) == BS_OK) return BS_OK;
    return bs_store__damaged(store, "a period cannot be read", err);
}

bs_status bs_store__column_word(int *out, const bs_store *store, sqlite3_stmt *statement, int at,
                                int count, store_name name, bs_error *err)
{
    bs_str text = bs_store__column(statement, at);
    for (int i = 0; i < count; i++) {
        if (!bs_str_equal(text, bs_str_from(name(i)))) continue;
        *out = i;
        return BS_OK;
    }
    return bs_store__damaged(store, "a word is not one that is known", err);
}

// --- opening -------------------------------------------------------------------------------------

bs_status bs_store__execute(bs_store *store, const char *sql, bs_error *err)
{
    int code = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
    return code == SQLITE_OK ? BS_OK : bs_store__fail(store, code, err);
}

// The number that a one-line query gives.
static bs_status ask(bs_store *store, const char *sql, int64_t *out, bs_error *err)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL);
    if (code == SQLITE_OK) code = sqlite3_step(statement);
    if (code == SQLITE_ROW) *out = sqlite3_column_int64(statement, 0);
    bs_status status = code == SQLITE_ROW ? BS_OK : bs_store__fail(store, code, err);
    sqlite3_finalize(statement);
    return status;
}

// The version of the schema, 0 for a file that holds nothing yet; refuses what is no store that
// this program can read. Called within a transaction: between two of these questions somebody else
// may make the store.
static bs_status inspect(bs_store *store, int64_t *version, bs_error *err)
{
    int64_t application = 0, tables = 0;
    BS_TRY(ask(store, "PRAGMA application_id", &application, err));
    BS_TRY(ask(store, "PRAGMA user_version", version, err));
    BS_TRY(ask(store, "SELECT count(*) FROM sqlite_schema", &tables, err));
    if (application == 0 && *version == 0 && tables == 0) return BS_OK;
    bs_place place = {.file = store->path};
    if (application != APPLICATION_ID) {
        return bs_fail_at(err, BS_E_STORE, place, "is an SQLite file of another program, no store");
    }
    if (*version > SCHEMA_VERSION) {
        return bs_fail_at(err, BS_E_STORE, place,
                          "the store was made by a newer version (schema %lld; this one reads up "
                          "to %d)",
                          (long long)*version, SCHEMA_VERSION);
    }
    return *version < 1 ? bs_store__damaged(store, "it has no schema version", err) : BS_OK;
}

bs_status bs_store__take_steps(bs_store *store, int64_t version, bs_error *err)
{
    for (; version < SCHEMA_VERSION; version++)
        BS_TRY(bs_store__execute(store, bs_store__steps[version], err));
    char *mark = sqlite3_mprintf("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                 APPLICATION_ID, SCHEMA_VERSION);
    bs_status status =
        mark == NULL ? bs_store__no_memory(err) : bs_store__execute(store, mark, err);
    sqlite3_free(mark);
    return status;
}

// SQLite gives this up at once where another process is about to do the same: it holds a lock for
// reading by then, for which its own way of waiting could wait for ever.
static bs_status use_log(bs_store *store, bs_error *err)
{
    enum { STEP_MS = 10 };
    int code = SQLITE_BUSY;
    for (int waited = 0; (code & 0xFF) == SQLITE_BUSY && waited < BS_STORE_WAIT_MS;
         waited += STEP_MS) {
        if (waited > 0) sqlite3_sleep(STEP_MS);
        code = sqlite3_exec(store->db, BS_STORE_PAGE_SQL "PRAGMA journal_mode = WAL", NULL, NULL,
                            NULL);
    }
    return code == SQLITE_OK ? BS_OK : bs_store__fail(store, code, err);
}

// Brings an empty file or an older store to the schema of this program, in one transaction. Two
// processes may come here at once: the second waits, and finds the work done. An older store keeps
// the pages that it has.
static bs_status migrate(bs_store *store, bs_error *err)
{
    int64_t version = 0;
    BS_TRY(use_log(store, err));
    BS_TRY(bs_store__execute(store, "BEGIN IMMEDIATE", err));
    bs_status status = inspect(store, &version, err);
    if (status == BS_OK && version < SCHEMA_VERSION)
        status = bs_store__take_steps(store, version, err);
    if (status == BS_OK) status = bs_store__execute(store, "COMMIT", err);
    if (status != BS_OK) sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    return status;
}

static bs_status inspect_at_once(bs_store *store, int64_t *version, bs_error *err)
{
    BS_TRY(bs_store__execute(store, "BEGIN", err));
    bs_status status = inspect(store, version, err);
    sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL);
    return status;
}

// An older store is migrated whatever it is opened for: everybody reads one schema.
static bs_status bring_up(bs_store *store, bs_store_mode mode, bs_error *err)
{
    int64_t version = 0;
    bs_place place = {.file = store->path};
    BS_TRY(inspect_at_once(store, &version, err));
    if (version == 0 && mode != BS_STORE_CREATE) {
        return bs_fail_at(err, BS_E_STORE, place, "is empty: no store was made in it");
    }
    if (version == SCHEMA_VERSION) return BS_OK;
    if (version > 0 && sqlite3_db_readonly(store->db, "main") == 1) {
        return bs_fail_at(err, BS_E_STORE, place,
                          "the store is of an older version (schema %lld, now %d) and must be "
                          "opened once where it can be written",
                          (long long)version, SCHEMA_VERSION);
    }
    return migrate(store, err);
}

static bs_status configure(bs_store *store, bs_store_mode mode, bs_error *err)
{
    sqlite3_extended_result_codes(store->db, 1);
    sqlite3_busy_timeout(store->db, BS_STORE_WAIT_MS);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    BS_TRY(bs_store__execute(store,
                             "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
                             "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;"
                             "PRAGMA cache_size = -65536;", // at most 64 MB, as they are needed
                             err));
    BS_TRY(bring_up(store, mode, err));
    return mode == BS_STORE_READ ? bs_store__execute(store, "PRAGMA query_only = ON", err) : BS_OK;
}

// A store on a medium that cannot be written, and that nobody has open: SQLite reads it only when
// told that it never changes, because it could not make the files that readers share.
static bool is_immutable(const char *path)
{
    char *folder = strdup(path), *log = sqlite3_mprintf("%s-wal", path);
    bool fixed = folder != NULL && log != NULL && access(dirname(folder), W_OK) != 0 &&
                 access(log, F_OK) != 0;
    free(folder);
    sqlite3_free(log);
    return fixed;
}

static int open_immutable(bs_store *store)
{
    bs_buffer uri = BS_BUFFER_INIT;
    bs_buffer_add(&uri, BS_STR("file:"));
    for (const char *at = store->path; *at != '\0'; at++) {
        if (strchr("%?#", *at) != NULL) {
            bs_buffer_addf(&uri, "%%%02X", (unsigned)*at);
        } else {
            bs_buffer_add_char(&uri, *at);
        }
    }
    bs_buffer_add(&uri, BS_STR("?immutable=1"));
    int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI;
    int code = uri.failed ? SQLITE_NOMEM : sqlite3_open_v2(uri.ptr, &store->db, flags, NULL);
    bs_buffer_deinit(&uri);
    return code;
}

static int open_usual(bs_store *store, bs_store_mode mode)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    if (mode == BS_STORE_CREATE) flags |= SQLITE_OPEN_CREATE;
    return sqlite3_open_v2(store->path, &store->db, flags, NULL);
}

bs_status bs_store__open_file(bs_store *store, bs_store_mode mode, bs_error *err)
{
    bs_place place = {.file = store->path};
    bool memory = strcmp(store->path, ":memory:") == 0;
    if (mode != BS_STORE_CREATE && !memory && access(store->path, F_OK) != 0) {
        return bs_fail_at(err, BS_E_NOT_FOUND, place, "there is no store here yet");
    }
    bool immutable = mode == BS_STORE_READ && !memory && is_immutable(store->path);
    int code = immutable ? open_immutable(store) : open_usual(store, mode);
    return code == SQLITE_OK ? configure(store, mode, err) : bs_store__fail(store, code, err);
}

bs_status bs_store_open(bs_store **out, const char *path, bs_store_mode mode, bs_error *err)
{
    bs_store *store = calloc(1, sizeof *store);
    if (store == NULL) return bs_store__no_memory(err);
    store->path = strdup(path);
    bs_status status =
        store->path == NULL ? bs_store__no_memory(err) : bs_store__open_file(store, mode, err);
    if (status != BS_OK) {
        bs_store_close(store);
        return status;
    }
    *out = store;
    return BS_OK;
}

int bs_store__close_file(bs_store *store)
{
    for (size_t i = 0; i < SQL_COUNT; i++) {
        sqlite3_finalize(store->statements[i]);
        store->statements[i] = NULL;
    }
    int code = sqlite3_close(store->db);
    store->db = NULL;
    return code;
}

void bs_store_close(bs_store *store)
{
    if (store == NULL) return;
    bs_store_abort(store);
    (void)bs_store__close_file(store);
    bs_store__drop_apart(store);
    bs_buffer_deinit(&store->piece.bytes);
    free(store->path);
    free(store);
}
