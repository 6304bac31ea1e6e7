// SPDX-License-Identifier: GPL-3.0-or-later
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/buffer.h"
#include "engine/base/hash.h"
#include "engine/base/pipeline.h"

typedef struct piece {
    uint64_t at;
    size_t len;
    char *bytes; // owned
    bs_hash hash;
} piece;

typedef struct job {
    int fd;
    const char *path;
    uint64_t size;
    uint64_t at; // of the next piece
    piece pieces[BS_PIPELINE_SLOTS_MAX];
    bs_buffer hashes;
} job;

static bs_status claim(void *context, size_t slot, bool *more, bs_error *err)
{
    (void)err;
    job *own = context;
    uint64_t rest = own->size - own->at;
    *more = rest > 0;
    own->pieces[slot].at = own->at;
    own->pieces[slot].len = rest < BS_HASH_PIECE_BYTES ? (size_t)rest : BS_HASH_PIECE_BYTES;
    own->at += own->pieces[slot].len;
    return BS_OK;
}

static bs_status work(void *context, size_t slot, bs_error *err)
{
    const job *own = context;
    piece *now = &((job *)context)->pieces[slot];
    bs_place place = {.file = own->path};
    if (now->bytes == NULL) now->bytes = malloc(BS_HASH_PIECE_BYTES);
    if (now->bytes == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t done = 0; done < now->len;) {
        ssize_t got = pread(own->fd, now->bytes + done, now->len - done, (off_t)(now->at + done));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return bs_fail_at(err, BS_E_IO, place, "cannot read: %s", strerror(errno));
        if (got == 0) return bs_fail_at(err, BS_E_IO, place, "became shorter while it was read");
        done += (size_t)got;
    }
    now->hash = bs_hash_of((bs_str){now->bytes, now->len});
    return BS_OK;
}

static bs_status take(void *context, size_t slot, bs_error *err)
{
    job *own = context;
    char text[BS_HASH_TEXT_SIZE];
    bs_hash_text(own->pieces[slot].hash, text);
    bs_buffer_add(&own->hashes, bs_str_from(text));
    return bs_buffer_status(&own->hashes, err);
}

static bs_status hash_all(job *own, bs_error *err)
{
    struct stat info;
    bs_place place = {.file = own->path};
    if (fstat(own->fd, &info) != 0)
        return bs_fail_at(err, BS_E_IO, place, "cannot read: %s", strerror(errno));
    if (!S_ISREG(info.st_mode))
        return bs_fail_at(err, BS_E_ARGUMENT, place, "is not a regular file");
    own->size = (uint64_t)info.st_size;
    bs_pipeline pipeline = {.context = own,
                            .slot_count = 2 * (bs_pipeline_helpers() + 1),
                            .helper_count = bs_pipeline_helpers(),
                            .claim = claim,
                            .work = work,
                            .take = take};
    return bs_pipeline_run(&pipeline, err);
}

bs_status bs_hash_file(bs_hash *out, uint64_t *size, const char *path, bs_error *err)
{
    job own = {.path = path, .fd = open(path, O_RDONLY | O_CLOEXEC)};
    if (own.fd < 0) {
        bs_place place = {.file = path};
        return bs_fail_at(err, BS_E_IO, place, "cannot open: %s", strerror(errno));
    }
    bs_status status = hash_all(&own, err);
    if (status == BS_OK) {
        *out = bs_hash_of(bs_buffer_str(&own.hashes));
        *size = own.size;
    }
    for (size_t i = 0; i < BS_PIPELINE_SLOTS_MAX; i++)
        free(own.pieces[i].bytes);
    bs_buffer_deinit(&own.hashes);
    close(own.fd);
    return status;
}
