// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/limits.h"

enum { READ_SIZE = 256 * 1024, TRIES_MAX = 1000 };

static bs_status fail_errno(bs_error *err, const char *path, const char *verb)
{
    return bs_fail_at(err, BS_E_IO, (bs_place){.file = path}, "cannot %s: %s", verb,
                      strerror(errno));
}

static bs_status read_all(int fd, const char *path, bs_buffer *out, bs_error *err)
{
    size_t start = out->len;
    for (;;) {
        if (!bs_buffer_reserve(out, READ_SIZE)) return bs_buffer_status(out, err);
        ssize_t got = read(fd, out->ptr + out->len, READ_SIZE);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail_errno(err, path, "read");
        if (got == 0) return BS_OK;
        out->len += (size_t)got;
        out->ptr[out->len] = '\0';
        if (out->len - start > BS_FILE_BYTES_MAX) {
            return bs_fail_at(err, BS_E_LIMIT, (bs_place){.file = path},
                              "file is larger than %zu bytes", BS_FILE_BYTES_MAX);
        }
    }
}

bs_status bs_file_read(const char *path, bs_buffer *out, bs_error *err)
{
    if (strcmp(path, "-") == 0) return read_all(STDIN_FILENO, "-", out, err);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return fail_errno(err, path, "open");
    struct stat info;
    bs_status status = BS_OK;
    if (fstat(fd, &info) != 0) {
        status = fail_errno(err, path, "read");
    } else if (S_ISDIR(info.st_mode)) {
        status =
            bs_fail_at(err, BS_E_IO, (bs_place){.file = path}, "is a directory, expected a file");
    } else {
        // Room for all of a file whose size is known, and for the read that finds its end.
        bool known = info.st_size > 0 && (uintmax_t)info.st_size <= BS_FILE_BYTES_MAX;
        if (known) (void)bs_buffer_reserve(out, (size_t)info.st_size + READ_SIZE);
        status = read_all(fd, path, out, err);
    }
    close(fd);
    return status;
}

static bs_status write_all(int fd, const char *path, bs_str bytes, bs_error *err)
{
    size_t done = 0;
    while (done < bytes.len) {
        ssize_t put = write(fd, bytes.ptr + done, bytes.len - done);
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return fail_errno(err, path, "write");
        done += (size_t)put;
    }
    return BS_OK;
}

struct bs_file_out {
    int fd;
    char *path;
    bs_buffer temporary; // its name
};

void bs_file_out_abort(bs_file_out *file)
{
    if (file == NULL) return;
    if (file->fd >= 0) {
        close(file->fd);
        unlink(file->temporary.ptr);
    }
    bs_buffer_deinit(&file->temporary);
    free(file->path);
    free(file);
}

// The system sets the mode that files of this user have: to ask for it (umask) is to change it for
// all threads.
static bs_status open_temporary(bs_file_out *file, const char *path, bs_error *err)
{
    file->path = strdup(path);
    if (file->path == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (unsigned i = 0; i < TRIES_MAX; i++) {
        bs_buffer_clear(&file->temporary);
        bs_buffer_addf(&file->temporary, "%s.%ld-%u", path, (long)getpid(), i);
        BS_TRY(bs_buffer_status(&file->temporary, err));
        file->fd = open(file->temporary.ptr, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file->fd >= 0 || errno != EEXIST) break;
    }
    return file->fd >= 0 ? BS_OK : fail_errno(err, path, "write");
}

bs_status bs_file_out_open(bs_file_out **out, const char *path, bs_error *err)
{
    bs_file_out *file = calloc(1, sizeof *file);
    if (file == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    file->fd = -1;
    bs_status status = open_temporary(file, path, err);
    if (status != BS_OK) {
        bs_file_out_abort(file);
        return status;
    }
    *out = file;
    return BS_OK;
}

bs_status bs_file_out_add(bs_file_out *file, bs_str bytes, bs_error *err)
{
    return write_all(file->fd, file->path, bytes, err);
}

bs_status bs_file_out_commit(bs_file_out *file, bs_error *err)
{
    bs_status status = BS_OK;
    bool kept = fsync(file->fd) == 0 && rename(file->temporary.ptr, file->path) == 0;
    if (!kept) status = fail_errno(err, file->path, "write");
    if (kept) {
        close(file->fd);
        file->fd = -1;
    }
    bs_file_out_abort(file);
    return status;
}

bs_status bs_file_write(const char *path, bs_str bytes, bs_error *err)
{
    bs_file_out *file;
    if (strcmp(path, "-") == 0) return write_all(STDOUT_FILENO, "-", bytes, err);
    BS_TRY(bs_file_out_open(&file, path, err));
    bs_status status = bs_file_out_add(file, bytes, err);
    if (status == BS_OK) return bs_file_out_commit(file, err);
    bs_file_out_abort(file);
    return status;
}
