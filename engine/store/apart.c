// SPDX-License-Identifier: GPL-3.0-or-later
// A store that is made beside its path and put there whole.
//
// Nobody else knows the file, so that it needs no journal, no log and no syncs but one at the end.
// The name is always the same, and a lock on the file tells whether somebody is at it: what a crash
// has left is found and replaced.
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "engine/store/store_internal.h"

static const char *const logs[] = {"-wal", "-journal", "-shm"};

static bs_status fail_errno(const bs_store *store, const char *verb, bs_error *err)
{
    bs_status status = errno == ENOSPC || errno == EDQUOT ? BS_E_STORE : BS_E_IO;
    return bs_fail_at(err, status, (bs_place){.file = store->path}, "the store could not be %s: %s",
                      verb, strerror(errno));
}

// --- what is at a path ---------------------------------------------------------------------------

static bool is_there(const char *path, const char *end)
{
    struct stat info;
    char *name = sqlite3_mprintf("%s%s", path, end);
    bool there = name == NULL || lstat(name, &info) == 0 || errno != ENOENT;
    sqlite3_free(name);
    return there;
}

// A log without its store would be taken for one of the new store.
static bs_status check_free(const bs_store *store, bs_error *err)
{
    bool there = is_there(store->path, "");
    for (size_t i = 0; i < BS_COUNT(logs) && !there; i++)
        there = is_there(store->path, logs[i]);
    if (!there) return BS_OK;
    return bs_fail_at(err, BS_E_ARGUMENT, (bs_place){.file = store->path},
                      "there is a store here already");
}

static void remove_logs(const char *path)
{
    for (size_t i = 0; i < BS_COUNT(logs); i++) {
        char *name = sqlite3_mprintf("%s%s", path, logs[i]);
        if (name != NULL) unlink(name);
        sqlite3_free(name);
    }
}

// --- the file ------------------------------------------------------------------------------------

// Waits until nobody else is at the file, at most BS_STORE_WAIT_MS.
static bs_status wait_for_lock(const bs_store *store, int fd, bs_error *err)
{
    enum { STEP_MS = 10 };
    const struct timespec step = {.tv_nsec = STEP_MS * 1000000L};
    for (int waited = 0; flock(fd, LOCK_EX | LOCK_NB) != 0; waited += STEP_MS) {
        if (errno != EWOULDBLOCK && errno != EINTR) return fail_errno(store, "locked", err);
        if (waited >= BS_STORE_WAIT_MS) return bs_store__fail(store, SQLITE_BUSY, err);
        nanosleep(&step, NULL);
    }
    return BS_OK;
}

// Takes the file `fd` when it is locked, empty and still known under its name. What a crash has
// left is removed rather than written over: it may be known under another name too. So is a file
// that came to be while somebody else put a store in its place.
static bs_status take_file(bs_store *store, int fd, bs_error *err)
{
    struct stat own, named;
    BS_TRY(wait_for_lock(store, fd, err));
    bs_status status = check_free(store, err);
    bool same = fstat(fd, &own) == 0 && lstat(store->apart.path, &named) == 0 &&
                own.st_dev == named.st_dev && own.st_ino == named.st_ino;
    bool taken = same && own.st_size == 0 && status == BS_OK;
    if (taken) store->apart.fd = fd;
    if (same && !taken) unlink(store->apart.path);
    return status;
}

static bs_status make_file(bs_store *store, bs_error *err)
{
    bs_status status = BS_OK;
    while (status == BS_OK && store->apart.fd < 0) {
        int fd = open(store->apart.path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
        if (fd < 0) return fail_errno(store, "made", err);
        status = take_file(store, fd, err);
        if (store->apart.fd < 0) close(fd);
    }
    if (status == BS_OK) remove_logs(store->apart.path);
    return status;
}

static bs_status open_database(bs_store *store, bs_error *err)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    int code = sqlite3_open_v2(store->apart.path, &store->db, flags, NULL);
    if (code != SQLITE_OK) return bs_store__fail(store, code, err);
    sqlite3_extended_result_codes(store->db, 1);
    BS_TRY(bs_store__execute(store,
                             BS_STORE_PAGE_SQL
                             "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF;"
                             "PRAGMA synchronous = OFF; PRAGMA cache_size = -16384;"
                             "PRAGMA trusted_schema = OFF; BEGIN",
                             err));
    BS_TRY(bs_store__take_steps(store, 0, err));
    return bs_store__execute(store, "COMMIT", err);
}

bs_status bs_store__renew_apart(bs_store *store, bs_error *err)
{
    if (!store->apart.spoiled) return BS_OK;
    (void)bs_store__close_file(store);
    if (ftruncate(store->apart.fd, 0) != 0) return fail_errno(store, "written", err);
    BS_TRY(open_database(store, err));
    store->apart.spoiled = false;
    return BS_OK;
}

void bs_store__drop_apart(bs_store *store)
{
    if (store->apart.path == NULL) return;
    if (store->apart.fd >= 0) {
        remove_logs(store->apart.path);
        unlink(store->apart.path);
        close(store->apart.fd);
    }
    sqlite3_free(store->apart.path);
    store->apart = (store_apart){0};
}

bs_status bs_store_open_apart(bs_store **out, const char *path, bs_error *err)
{
    bs_store *store = calloc(1, sizeof *store);
    if (store == NULL) return bs_store__no_memory(err);
    store->apart.fd = -1;
    store->path = strdup(path);
    store->apart.path = sqlite3_mprintf("%s-new", path);
    bool lost = store->path == NULL || store->apart.path == NULL;
    bs_status status = lost ? bs_store__no_memory(err) : check_free(store, err);
    if (status == BS_OK) status = make_file(store, err);
    if (status == BS_OK) status = open_database(store, err);
    if (status != BS_OK) {
        bs_store_close(store);
        return status;
    }
    *out = store;
    return BS_OK;
}

// --- publishing ----------------------------------------------------------------------------------

// Gives the file its name unless that is taken. A file system that cannot do so at once has links.
static bs_status rename_file(const bs_store *store, bs_error *err)
{
    const char *from = store->apart.path;
    BS_TRY(check_free(store, err));
    if (renameat2(AT_FDCWD, from, AT_FDCWD, store->path, RENAME_NOREPLACE) == 0) return BS_OK;
    bool linked = (errno == EINVAL || errno == ENOSYS) && link(from, store->path) == 0;
    if (linked) unlink(from);
    if (linked) return BS_OK;
    return errno == EEXIST ? check_free(store, err) : fail_errno(store, "put in its place", err);
}

// The name is on the disk too.
static bs_status sync_folder(const bs_store *store, bs_error *err)
{
    char *copy = strdup(store->path);
    if (copy == NULL) return bs_store__no_memory(err);
    int fd = open(dirname(copy), O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    free(copy);
    if (fd < 0) return BS_OK; // it may be written and not read
    int failed = fsync(fd);
    close(fd);
    return failed == 0 || errno == EINVAL ? BS_OK : fail_errno(store, "written", err);
}

static bs_status put_in_place(bs_store *store, bs_error *err)
{
    BS_TRY(bs_store__execute(store, "PRAGMA journal_mode = WAL", err));
    int code = bs_store__close_file(store);
    if (code != SQLITE_OK) return bs_store__fail(store, code, err);
    if (fsync(store->apart.fd) != 0) return fail_errno(store, "written", err);
    BS_TRY(rename_file(store, err));
    close(store->apart.fd);
    sqlite3_free(store->apart.path);
    store->apart = (store_apart){0};
    return sync_folder(store, err);
}

bs_status bs_store_publish(bs_store *store, bs_error *err)
{
    if (store->apart.path == NULL) return BS_OK;
    if (store->load.open) return bs_fail(err, BS_E_ARGUMENT, "a load is under way");
    BS_TRY(bs_store__renew_apart(store, err));
    BS_TRY(put_in_place(store, err));
    return bs_store__open_file(store, BS_STORE_WRITE, err);
}
