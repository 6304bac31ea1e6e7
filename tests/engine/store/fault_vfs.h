// SPDX-License-Identifier: GPL-3.0-or-later
// fault_vfs.h: a layer below SQLite that counts what changes the disk, and fails at the n-th.
//
// A change is a write, a truncation, a sync, a deletion, or the making of a file. At the chosen one
// the process dies as by kill -9 (half of a write done, or none of it), or an error is returned
// from then on. Everything else is passed on to SQLite's own layer.
#ifndef BS_TEST_FAULT_VFS_H
#define BS_TEST_FAULT_VFS_H

#include <signal.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum fault_kind {
    FAULT_NONE,
    FAULT_KILL,
    FAULT_TORN_KILL,
    FAULT_POWER,
    FAULT_FULL,
    FAULT_IOERR
} fault_kind;

static struct {
    fault_kind kind;
    int at;   // the change to fail at, from 1
    int seen; // changes so far
} fault;

static sqlite3_vfs *fault_below;

typedef struct fault_file {
    sqlite3_file base;
    const char *path;   // SQLite's own, which outlives the file; NULL for one without a name
    sqlite3_file *real; // behind this struct
} fault_file;

static sqlite3_file *real_of(sqlite3_file *file)
{
    return ((fault_file *)file)->real;
}

// Copies path+from to path+to; what is not there leaves nothing.
static void fault_copy(const char *path, const char *from, const char *to)
{
    char source[160], target[160], bytes[4096];
    snprintf(source, sizeof source, "%s%s", path, from);
    snprintf(target, sizeof target, "%s%s", path, to);
    FILE *in = fopen(source, "rb");
    if (in == NULL) {
        remove(target);
        return;
    }
    FILE *out = fopen(target, "wb");
    if (out == NULL) abort();
    for (size_t len; (len = fread(bytes, 1, sizeof bytes, in)) > 0;) {
        if (fwrite(bytes, 1, len, out) != len) abort();
    }
    fclose(in);
    fclose(out);
}

// What the disk holds when the power comes back: of the file and its logs what was synced, of the
// index that processes share nothing.
static void fault_lose_power(const char *path)
{
    static const char *const kept[] = {"", "-wal", "-journal"};
    char name[160];
    for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++) {
        snprintf(name, sizeof name, "%s%s", path, kept[i]);
        fault_copy(name, ".synced", "");
        fault_copy(name, ".nothing", ".synced");
    }
    snprintf(name, sizeof name, "%s-shm", path);
    remove(name);
}

// SQLITE_OK when the change may go on. On a full disk nothing grows, while syncing and deleting
// work.
static int fault_step(bool grows)
{
    if (++fault.seen < fault.at || fault.kind == FAULT_NONE) return SQLITE_OK;
    if (fault.kind == FAULT_FULL) return grows ? SQLITE_FULL : SQLITE_OK;
    if (fault.kind == FAULT_IOERR) return SQLITE_IOERR_WRITE;
    if (fault.kind == FAULT_KILL || fault.kind == FAULT_POWER) raise(SIGKILL);
    return SQLITE_OK;
}

static bool is_torn(void)
{
    return fault.kind == FAULT_TORN_KILL && fault.seen >= fault.at;
}

static int fault_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset)
{
    int code = fault_step(true);
    if (code != SQLITE_OK) return code;
    sqlite3_file *real = real_of(file);
    if (is_torn()) {
        real->pMethods->xWrite(real, bytes, count / 2, offset);
        raise(SIGKILL);
    }
    return real->pMethods->xWrite(real, bytes, count, offset);
}

static int fault_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    int code = fault_step(false);
    if (is_torn()) raise(SIGKILL);
    return code != SQLITE_OK ? code : real_of(file)->pMethods->xTruncate(real_of(file), size);
}

// Counted and not done: when only the process dies, the system still has what was written, and the
// hundreds of syncs of the loops would take most of their time.
static int fault_sync(sqlite3_file *file, int flags)
{
    (void)flags;
    int code = fault_step(false);
    if (is_torn()) raise(SIGKILL);
    const char *path = ((fault_file *)file)->path;
    if (fault.kind == FAULT_POWER && path != NULL) fault_copy(path, "", ".synced");
    return code != SQLITE_OK ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int fault_close(sqlite3_file *file)
{
    return real_of(file)->pMethods->xClose(real_of(file));
}

static int fault_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset)
{
    return real_of(file)->pMethods->xRead(real_of(file), bytes, count, offset);
}

static int fault_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int fault_lock(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xLock(real_of(file), level);
}

static int fault_unlock(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int fault_reserved(sqlite3_file *file, int *reserved)
{
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), reserved);
}

static int fault_control(sqlite3_file *file, int op, void *argument)
{
    return real_of(file)->pMethods->xFileControl(real_of(file), op, argument);
}

static int fault_sector(sqlite3_file *file)
{
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int fault_device(sqlite3_file *file)
{
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static int fault_shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **out)
{
    return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend, out);
}

static int fault_shm_lock(sqlite3_file *file, int offset, int count, int flags)
{
    return real_of(file)->pMethods->xShmLock(real_of(file), offset, count, flags);
}

static void fault_shm_barrier(sqlite3_file *file)
{
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int fault_shm_unmap(sqlite3_file *file, int drop)
{
    return real_of(file)->pMethods->xShmUnmap(real_of(file), drop);
}

static const sqlite3_io_methods fault_methods = {
    .iVersion = 2,
    .xClose = fault_close,
    .xRead = fault_read,
    .xWrite = fault_write,
    .xTruncate = fault_truncate,
    .xSync = fault_sync,
    .xFileSize = fault_size,
    .xLock = fault_lock,
    .xUnlock = fault_unlock,
    .xCheckReservedLock = fault_reserved,
    .xFileControl = fault_control,
    .xSectorSize = fault_sector,
    .xDeviceCharacteristics = fault_device,
    .xShmMap = fault_shm_map,
    .xShmLock = fault_shm_lock,
    .xShmBarrier = fault_shm_barrier,
    .xShmUnmap = fault_shm_unmap,
};

static int fault_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *got)
{
    (void)vfs;
    fault_file *opened = (fault_file *)file;
    opened->base.pMethods = NULL;
    opened->real = (sqlite3_file *)(opened + 1);
    opened->path = path;
    int exists = 0;
    if (path != NULL) fault_below->xAccess(fault_below, path, SQLITE_ACCESS_EXISTS, &exists);
    int code = exists ? SQLITE_OK : fault_step(true);
    if (!exists && is_torn()) raise(SIGKILL);
    if (code != SQLITE_OK) return SQLITE_CANTOPEN;
    code = fault_below->xOpen(fault_below, path, opened->real, flags, got);
    if (code == SQLITE_OK) opened->base.pMethods = &fault_methods;
    return code;
}

static int fault_delete(sqlite3_vfs *vfs, const char *path, int sync)
{
    (void)vfs;
    int code = fault_step(false);
    if (is_torn()) raise(SIGKILL);
    if (fault.kind == FAULT_POWER) fault_copy(path, ".nothing", ".synced");
    return code != SQLITE_OK ? SQLITE_IOERR_DELETE : fault_below->xDelete(fault_below, path, sync);
}

// Makes the layer the default for every store that is opened from now on.
static void fault_install(void)
{
    static sqlite3_vfs layer;
    fault_below = sqlite3_vfs_find(NULL);
    layer = *fault_below;
    layer.szOsFile = (int)sizeof(fault_file) + fault_below->szOsFile;
    layer.zName = "fault";
    layer.xOpen = fault_open;
    layer.xDelete = fault_delete;
    sqlite3_vfs_register(&layer, 1);
}

static void fault_arm(fault_kind kind, int at)
{
    fault.kind = kind;
    fault.at = at;
    fault.seen = 0;
}

#endif
