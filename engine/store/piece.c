// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of files whose text is not kept: read from the file itself, which must be as it was.
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "engine/base/hash.h"
#include "engine/base/limits.h"
#include "engine/store/store_internal.h"

enum { COL_LINE, COL_OFFSET, COL_SIZE, COL_HASH, COL_FILE };

// A piece, and its bytes in the arena.
typedef struct read_piece {
    bs_str bytes;
    bool there;   // the file is
    bool matches; // and it has these bytes
} read_piece;

static bs_status read_bytes(read_piece *out, bs_arena *arena, const char *path, uint64_t offset,
                            bs_error *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    out->there = fd >= 0;
    if (fd < 0) return BS_OK;
    char *bytes = BS_NEW_ARRAY(arena, char, out->bytes.len);
    size_t done = 0;
    while (bytes != NULL && done < out->bytes.len) {
        ssize_t got = pread(fd, bytes + done, out->bytes.len - done, (off_t)(offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        done += (size_t)got;
    }
    close(fd);
    if (bytes == NULL) return bs_store__no_memory(err);
    out->bytes = (bs_str){bytes, done};
    return BS_OK;
}

// Reads the piece that a row of the table names.
static bs_status read_row(read_piece *out, bs_arena *arena, bs_store *store, sqlite3_stmt *row,
                          bs_error *err)
{
    bs_str file;
    int64_t size = sqlite3_column_int64(row, COL_SIZE);
    *out = (read_piece){0};
    if (size < 0 || (uint64_t)size > BS_LINE_BYTES_MAX * 4)
        return bs_store__damaged(store, "a piece of a file has no sensible size", err);
    BS_TRY(bs_store__column_copy(&file, arena, row, COL_FILE, err));
    if (file.len == 0) return bs_store__damaged(store, "a piece belongs to no file", err);
    char *path = bs_arena_copy(arena, file);
    if (path == NULL) return bs_store__no_memory(err);
    out->bytes.len = (size_t)size;
    BS_TRY(read_bytes(out, arena, path, (uint64_t)sqlite3_column_int64(row, COL_OFFSET), err));
    out->matches = out->there && out->bytes.len == (size_t)size &&
                   bs_hash_of_64(out->bytes) == (uint64_t)sqlite3_column_int64(row, COL_HASH);
    return BS_OK;
}

bs_status bs_store_add_piece(bs_store *store, const bs_source_piece *piece, bs_error *err)
{
    sqlite3_stmt *add;
    if (!store->load.open) return bs_fail(err, BS_E_ARGUMENT, "no load is under way");
    BS_TRY(bs_store__prepare(store, SQL_PIECE_ADD, &add, err));
    sqlite3_bind_int64(add, 1, store->load.result.source);
    sqlite3_bind_int64(add, 2, piece->line);
    sqlite3_bind_int64(add, 3, (int64_t)piece->offset);
    sqlite3_bind_int64(add, 4, (int64_t)piece->size);
    sqlite3_bind_int64(add, 5, (int64_t)piece->hash);
    return bs_store__run(store, add, err);
}

bs_status bs_piece__any(bs_store *store, int64_t source, bool *out, bs_error *err)
{
    sqlite3_stmt *list;
    BS_TRY(bs_store__prepare(store, SQL_PIECE_LIST, &list, err));
    sqlite3_bind_int64(list, 1, source);
    BS_TRY(bs_store__step(store, list, out, err));
    sqlite3_reset(list);
    return BS_OK;
}

static bs_status fail_line(const read_piece *piece, bs_piece_line wanted, bs_error *err)
{
    if (!piece->there)
        return bs_fail(err, BS_E_NOT_FOUND,
                       "line %u of source %lld is in its file, which is no longer there",
                       (unsigned)wanted.line, (long long)wanted.source);
    return bs_fail(err, BS_E_NOT_FOUND, "the file of source %lld has changed since it was loaded",
                   (long long)wanted.source);
}

// Line `line` of the piece that is kept, going on from the line that was asked for before.
static bool cut_cached(store_piece *cache, uint32_t line, bs_str *out)
{
    bs_str bytes = bs_buffer_str(&cache->bytes);
    if (cache->line > line || cache->line == 0) {
        cache->line = cache->first;
        cache->at = 0;
    }
    while (cache->line < line) {
        const char *end = memchr(bytes.ptr + cache->at, '\n', bytes.len - cache->at);
        if (end == NULL) return false;
        cache->at = (size_t)(end - bytes.ptr) + 1;
        cache->line++;
    }
    if (cache->at >= bytes.len) return false;
    const char *end = memchr(bytes.ptr + cache->at, '\n', bytes.len - cache->at);
    *out = bs_str_slice(bytes, cache->at, end != NULL ? (size_t)(end - bytes.ptr) : bytes.len);
    if (bs_str_ends(*out, BS_STR("\r"))) out->len--;
    return true;
}

// Reads the piece of a row into the cache, unless it is there: lines that are cited mostly stand
// together.
static bs_status fill_cache(store_piece *cache, bs_store *store, bs_piece_line wanted,
                            sqlite3_stmt *row, bs_error *err)
{
    uint32_t first = (uint32_t)sqlite3_column_int64(row, COL_LINE);
    if (cache->source == wanted.source && cache->first == first) return BS_OK;
    cache->source = 0;
    read_piece piece;
    bs_arena scratch = BS_ARENA_INIT;
    bs_status status = read_row(&piece, &scratch, store, row, err);
    if (status == BS_OK && !piece.matches) status = fail_line(&piece, wanted, err);
    if (status == BS_OK) {
        bs_buffer_clear(&cache->bytes);
        bs_buffer_add(&cache->bytes, piece.bytes);
        status = bs_buffer_status(&cache->bytes, err);
    }
    if (status == BS_OK) {
        cache->source = wanted.source;
        cache->first = first;
        cache->line = 0;
    }
    bs_arena_deinit(&scratch);
    return status;
}

static bs_status find_line(bs_str *out, bs_arena *arena, bs_store *store, bs_piece_line wanted,
                           sqlite3_stmt *row, bs_error *err)
{
    bs_str line = {0};
    BS_TRY(fill_cache(&store->piece, store, wanted, row, err));
    if (!cut_cached(&store->piece, wanted.line, &line)) {
        return bs_fail(err, BS_E_NOT_FOUND, "source %lld has no line %u", (long long)wanted.source,
                       (unsigned)wanted.line);
    }
    *out = bs_arena_str(arena, line);
    return out->ptr == NULL && line.len > 0 ? bs_store__no_memory(err) : BS_OK;
}

bs_status bs_piece__line(bs_str *out, bs_arena *arena, bs_store *store, bs_piece_line wanted,
                         bs_error *err)
{
    sqlite3_stmt *find;
    bool row;
    BS_TRY(bs_store__prepare(store, SQL_PIECE_AT, &find, err));
    sqlite3_bind_int64(find, 1, wanted.source);
    sqlite3_bind_int64(find, 2, wanted.line);
    BS_TRY(bs_store__step(store, find, &row, err));
    if (!row) {
        return bs_fail(err, BS_E_NOT_FOUND, "source %lld has no line %u", (long long)wanted.source,
                       (unsigned)wanted.line);
    }
    bs_status status = find_line(out, arena, store, wanted, find, err);
    sqlite3_reset(find);
    return status;
}

bs_status bs_piece__verify(bs_store *store, int64_t source, bool *found, bs_error *err)
{
    sqlite3_stmt *list;
    bool row = true;
    bs_status status = BS_OK;
    *found = true;
    BS_TRY(bs_store__prepare(store, SQL_PIECE_LIST, &list, err));
    sqlite3_bind_int64(list, 1, source);
    while (*found && (status = bs_store__step(store, list, &row, err)) == BS_OK && row) {
        bs_arena arena = BS_ARENA_INIT;
        read_piece piece;
        status = read_row(&piece, &arena, store, list, err);
        *found = piece.there;
        if (status == BS_OK && piece.there && !piece.matches) {
            status = bs_fail(err, BS_E_NOT_FOUND,
                             "the file of source %lld has changed since it was "
                             "loaded: line %lld and those behind it",
                             (long long)source, (long long)sqlite3_column_int64(list, COL_LINE));
        }
        bs_arena_deinit(&arena);
        if (status != BS_OK) break;
    }
    sqlite3_reset(list);
    return status;
}
