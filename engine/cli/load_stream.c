// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/load_stream.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#include "engine/base/file.h"
#include "engine/base/hash.h"
#include "engine/base/limits.h"
#include "engine/cli/data_lines.h"
#include "engine/cli/load_queue.h"
#include "engine/cli/message.h"

static const double progress_after_s = 0.5, progress_every_s = 0.1;

typedef struct job {
    const bs_load_stream *how;
    bs_load_stream_result *result;
    bs_load_queue *queue;
    bs_source source; // as the store keeps it
    bs_arena arena;   // of its text
    bool keeps_text;
    char *hash; // of a file whose text is not kept
    char *full_path;
    double began;
    double told; // when progress was last told of
} job;

static double now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

// --- what the stream calls -----------------------------------------------------------------------

static bs_status visit(void *context, const bs_packed *packed, bs_error *err)
{
    const job *own = context;
    return bs_load_queue_add(own->queue, packed, err);
}

static bs_status refuse(void *context, const bs_bad_row *bad, bs_error *err)
{
    (void)err;
    job *own = context;
    bs_cli *cli = own->how->cli;
    own->result->bad_rows++;
    if (own->how->told) return BS_OK;
    bs_error said = BS_ERROR_INIT;
    bs_place place = {own->how->path, bad->line_number, bad->column};
    bs_fail_at(&said, bad->status, place, "%s", bad->message);
    bs_str line = bad->line;
    if (line.len == 0) line = bs_data_line(cli->arena, own->how->path, bad->line_number);
    (void)bs_say_error_line(cli, &said, line, (bs_str){0});
    return BS_OK;
}

static bs_status add_piece(void *context, const bs_data_piece *piece, bs_error *err)
{
    const job *own = context;
    if (own->keeps_text) return BS_OK;
    bs_source_piece row = {.line = piece->line,
                           .offset = piece->offset,
                           .size = piece->bytes.len,
                           .hash = bs_hash_of_64(piece->bytes)};
    return bs_load_queue_piece(own->queue, &row, err);
}

static void progress(void *context, uint64_t done, uint64_t size)
{
    job *own = context;
    double now = now_s();
    if (now - own->began < progress_after_s || now - own->told < progress_every_s) return;
    own->told = now;
    bs_progress bytes = {.done = done, .size = size, .seconds = now - own->began};
    bs_say_bytes(own->how->cli, &bytes, own->how->path);
}

// --- the load ------------------------------------------------------------------------------------

static bs_status begin(job *own, bs_error *err)
{
    const bs_load_stream *how = own->how;
    own->result->bad_rows = 0;
    if (own->keeps_text)
        return bs_store_begin(how->store, &own->source, how->mode, &own->result->load, err);
    bs_source_file file = {.source = &own->source,
                           .hash = bs_str_from(own->hash),
                           .path = bs_str_from(own->full_path)};
    return bs_store_begin_file(how->store, &file, how->mode, &own->result->load, err);
}

static bs_status again(void *context, bs_error *err)
{
    job *own = context;
    BS_TRY(bs_load_queue_drain(own->queue, err));
    bs_store_abort(own->how->store);
    return begin(own, err);
}

// What the store keeps of the content: a text that is not too large, or where it is.
static bs_status prepare(job *own, const bs_data_stream *stream, bs_error *err)
{
    struct stat info;
    const bs_source *source = bs_data_stream_source(stream);
    own->source = *source;
    own->source.text = (bs_str){0};
    if (stat(own->how->path, &info) != 0)
        return bs_fail_at(err, BS_E_IO, (bs_place){.file = own->how->path}, "cannot be read");
    own->keeps_text = (size_t)info.st_size <= BS_TEXT_KEPT_BYTES_MAX;
    if (own->keeps_text) {
        bs_buffer bytes = BS_BUFFER_INIT;
        bs_status status = bs_file_read(own->how->path, &bytes, err);
        bs_str text = bs_buffer_str(&bytes);
        if (bs_str_starts(text, BS_STR("\xEF\xBB\xBF"))) text = bs_str_slice(text, 3, text.len);
        own->source.text = bs_arena_str(&own->arena, text);
        bs_buffer_deinit(&bytes);
        return status;
    }
    bs_hash hash;
    uint64_t size = 0;
    BS_TRY(bs_hash_file(&hash, &size, own->how->path, err));
    char digits[BS_HASH_TEXT_SIZE];
    bs_hash_text(hash, digits);
    bs_str text = bs_arena_format(&own->arena, "xxh3-%s", digits);
    own->hash = bs_arena_copy(&own->arena, text);
    own->full_path = realpath(own->how->path, NULL);
    bool lost = own->hash == NULL || own->full_path == NULL;
    return lost ? bs_fail(err, BS_E_MEMORY, "out of memory") : BS_OK;
}

static bs_status load(job *own, bs_data_stream *stream, bs_error *err)
{
    bs_data_stream_options options = {.context = own,
                                      .visit = visit,
                                      .refuse = own->how->keep_going ? refuse : NULL,
                                      .piece = add_piece,
                                      .again = again,
                                      .progress = progress};
    BS_TRY(prepare(own, stream, err));
    BS_TRY(begin(own, err));
    if (own->result->load.known) return BS_OK;
    bs_status status = bs_load_queue_open(&own->queue, own->how->store, err);
    if (status == BS_OK) status = bs_data_stream_run(stream, &options, err);
    if (status == BS_OK) status = bs_load_queue_drain(own->queue, err);
    bs_load_queue_close(own->queue);
    if (status == BS_OK) status = bs_store_end(own->how->store, &own->result->load, err);
    bs_store_abort(own->how->store);
    return status;
}

bs_exit bs_load_stream_run(bs_load_stream_result *out, const bs_load_stream *how,
                           bs_data_stream *stream, bool *whole)
{
    bs_error err = BS_ERROR_INIT;
    *out = (bs_load_stream_result){0};
    job own = {.how = how, .result = out, .began = now_s()};
    bs_status status = load(&own, stream, &err);
    bs_say_progress_end(how->cli);
    bs_arena_deinit(&own.arena);
    free(own.full_path);
    *whole = status == BS_E_ARGUMENT || (status != BS_OK && how->silent);
    if (status == BS_OK || *whole) return BS_EXIT_OK;
    bs_str line = {0};
    bool of_file = strcmp(err.file, how->path) == 0;
    if (of_file && err.line > 0) line = bs_data_line(how->cli->arena, how->path, err.line);
    bs_str help = {0};
    if (status == BS_E_FORMAT && of_file && !how->keep_going) help = BS_LOAD_KEEP_GOING_HELP;
    (void)bs_say_error_line(how->cli, &err, line, help);
    return BS_EXIT_FILE;
}
