// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/limits.h"

enum { READ_SIZE = 256 * 1024 };

static bs_status fail_errno(bs_error *err, const char *path, const char *verb)
{
    return bs_fail_at(err, BS_E_IO, (bs_place){.file = path}, "cannot %s: %s", verb,
                      strerror(errno));
}

static bs_status read_all(int fd, const char *path, bs_buffer *out, bs_error *err)
{
    char *block = malloc(READ_SIZE);
    if (block == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    bs_status status = BS_OK;
    size_t start = out->len;
    for (;;) {
        ssize_t got = read(fd, block, READ_SIZE);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) status = fail_errno(err, path, "read");
        if (got <= 0) break;
        bs_buffer_add(out, (bs_str){block, (size_t)got});
        if (out->len - start > BS_FILE_BYTES_MAX) {
            status = bs_fail_at(err, BS_E_LIMIT, (bs_place){.file = path},
                                "file is larger than %zu bytes", BS_FILE_BYTES_MAX);
            break;
        }
    }
    free(block);
    return status == BS_OK ? bs_buffer_status(out, err) : status;
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

bs_status bs_file_write(const char *path, bs_str bytes, bs_error *err)
{
    if (strcmp(path, "-") == 0) return write_all(STDOUT_FILENO, "-", bytes, err);
    bs_buffer temporary = BS_BUFFER_INIT;
    bs_buffer_addf(&temporary, "%s.XXXXXX", path);
    bs_status status = bs_buffer_status(&temporary, err);
    int fd = -1;
    if (status != BS_OK) goto done;
    fd = mkstemp(temporary.ptr);
    if (fd < 0) {
        status = fail_errno(err, path, "write");
        goto done;
    }
    BS_TRY_DONE(write_all(fd, path, bytes, err));
    mode_t mask = umask(0);
    umask(mask);
    if (fchmod(fd, 0666 & ~mask) != 0 || fsync(fd) != 0 || rename(temporary.ptr, path) != 0) {
        status = fail_errno(err, path, "write");
    }
done:
    if (fd >= 0) close(fd);
    if (status != BS_OK && fd >= 0) unlink(temporary.ptr);
    bs_buffer_deinit(&temporary);
    return status;
}
