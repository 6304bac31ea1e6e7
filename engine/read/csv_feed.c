// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts a file into blocks of whole rows.
//
// A block ends behind the last line end that is in no quoted cell. Whether it is in one is known
// because every block begins outside: a walk over its quotes alone tells, and most files have none.
#include "engine/read/csv_feed.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/limits.h"
#include "engine/base/utf8.h"
#include "engine/read/csv_internal.h"

struct bs_csv_feed {
    int fd;
    char *path;
    struct stat info; // when it was opened
    uint64_t size;
    uint64_t at;     // byte that the next block begins with
    uint32_t line;   // its line
    uint32_t column; // its column
    uint32_t header_column;
    bool begun; // the block with the header is out
    size_t block_bytes;
    bs_csv_layout layout;
    bs_csv_form form;
    bs_arena arena; // of the sample and its source
    bs_source sample;
};

static const char byte_order_mark[] = "\xEF\xBB\xBF";

static bs_status fail_errno(const bs_csv_feed *feed, const char *verb, bs_error *err)
{
    return bs_fail_at(err, BS_E_IO, (bs_place){.file = feed->path}, "cannot %s: %s", verb,
                      strerror(errno));
}

// Fills `into` from byte `at` of the file on.
static bs_status read_at(const bs_csv_feed *feed, uint64_t at, char *into, size_t len,
                         bs_error *err)
{
    for (size_t done = 0; done < len;) {
        ssize_t got = pread(feed->fd, into + done, len - done, (off_t)(at + done));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail_errno(feed, "read", err);
        if (got == 0)
            return bs_fail_at(err, BS_E_IO, (bs_place){.file = feed->path},
                              "became shorter while it was read");
        done += (size_t)got;
    }
    return BS_OK;
}

// --- where rows end ------------------------------------------------------------------------------

static bool opens_cell(bs_str text, size_t at, char delimiter)
{
    while (at > 0 && (text.ptr[at - 1] == ' ' || text.ptr[at - 1] == '\t') &&
           text.ptr[at - 1] != delimiter)
        at--;
    if (at == 0) return true;
    char before = text.ptr[at - 1];
    return before == delimiter || before == '\n' || before == '\r';
}

// Byte behind the quote that closes the one at `open`; SIZE_MAX when the text ends before it.
static size_t close_of(bs_str text, size_t open)
{
    for (size_t at = open + 1; at < text.len;) {
        const char *quote = memchr(text.ptr + at, '"', text.len - at);
        if (quote == NULL) return SIZE_MAX;
        at = (size_t)(quote - text.ptr) + 1;
        if (at >= text.len || text.ptr[at] != '"') return at;
        at++;
    }
    return SIZE_MAX;
}

static size_t behind_line(bs_str text, size_t at)
{
    const char *feed = at < text.len ? memchr(text.ptr + at, '\n', text.len - at) : NULL;
    return feed != NULL ? (size_t)(feed - text.ptr) + 1 : text.len;
}

// Byte behind the last line end in text.ptr[from, to); `from` when there is none.
static size_t last_line_end(bs_str text, size_t from, size_t to)
{
    size_t end = to;
    while (end > from && text.ptr[end - 1] != '\n')
        end--;
    return end;
}

// Byte behind the last whole row; 0 when there is none.
static size_t rows_end(bs_str text, char delimiter)
{
    size_t end = 0, at = 0;
    for (;;) {
        const char *found = at < text.len ? memchr(text.ptr + at, '"', text.len - at) : NULL;
        size_t quote = found != NULL ? (size_t)(found - text.ptr) : text.len;
        size_t outside = last_line_end(text, at, quote);
        if (outside > at) end = outside;
        if (found == NULL) return end;
        if (opens_cell(text, quote, delimiter)) {
            at = close_of(text, quote);
            if (at == SIZE_MAX && text.len - quote <= BS_CELL_BYTES_MAX) return end;
            if (at == SIZE_MAX) at = behind_line(text, quote); // it is never closed
        } else {
            at = behind_line(text, quote); // a broken row ends with its line
            if (at < text.len || text.ptr[text.len - 1] == '\n') end = at;
        }
    }
}

static uint32_t count_lines(bs_str text)
{
    uint32_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += text.ptr[i] == '\n';
    return count;
}

// --- blocks --------------------------------------------------------------------------------------

static bs_status make_buffer(bs_row_block *block, size_t size, bs_error *err)
{
    if (block->buffer_size >= size) return BS_OK;
    free(block->buffer);
    block->buffer = malloc(size);
    block->buffer_size = block->buffer != NULL ? size : 0;
    return block->buffer != NULL ? BS_OK : bs_fail(err, BS_E_MEMORY, "out of memory");
}

// The file is what it was when it was opened: its blocks belong together.
static bs_status check_unchanged(const bs_csv_feed *feed, bs_error *err)
{
    struct stat now;
    if (fstat(feed->fd, &now) != 0) return fail_errno(feed, "read", err);
    bool same = now.st_size == feed->info.st_size &&
                now.st_mtim.tv_sec == feed->info.st_mtim.tv_sec &&
                now.st_mtim.tv_nsec == feed->info.st_mtim.tv_nsec;
    if (same) return BS_OK;
    return bs_fail_at(err, BS_E_IO, (bs_place){.file = feed->path}, "changed while it was read");
}

// Reads until there is a whole row, however long it is.
static bs_status read_rows(const bs_csv_feed *feed, bs_row_block *block, size_t *len, bs_error *err)
{
    uint64_t rest = feed->size - feed->at;
    for (size_t want = feed->block_bytes;; want *= 4) {
        size_t got = want < rest ? want : (size_t)rest;
        BS_TRY(make_buffer(block, got, err));
        BS_TRY(read_at(feed, feed->at, block->buffer, got, err));
        *len = got;
        if (got < rest) *len = rows_end((bs_str){block->buffer, got}, feed->form.delimiter);
        if (*len > 0) return BS_OK;
        if (want > BS_LINE_BYTES_MAX)
            return bs_fail_at(err, BS_E_LIMIT,
                              (bs_place){.file = feed->path, .line = feed->line, .column = 1},
                              "a line is larger than %zu bytes", BS_LINE_BYTES_MAX);
    }
}

bs_status bs_csv_feed_next(bs_csv_feed *feed, bs_row_block *block, bool *more, bs_error *err)
{
    *more = feed->at < feed->size;
    if (!*more) return check_unchanged(feed, err);
    size_t len = 0;
    BS_TRY(read_rows(feed, block, &len, err));
    block->text = (bs_str){block->buffer, len};
    block->offset = feed->at;
    block->line = feed->line;
    block->column = feed->column;
    block->first = !feed->begun;
    block->width = feed->form.column_count;
    block->delimiter = feed->form.delimiter;
    feed->begun = true;
    feed->column = 1;
    feed->at += len;
    feed->line += count_lines(block->text);
    return BS_OK;
}

// --- the head ------------------------------------------------------------------------------------

static bs_status push_row(const bs_row_block *block, size_t row, bs_field *fields, bs_row_sink sink,
                          bs_error *err)
{
    bs_arena copies = BS_ARENA_INIT;
    bs_status status = BS_OK;
    for (size_t i = 0; i < block->width && status == BS_OK; i++) {
        const bs_row_cell *cell = &block->cells[row * block->width + i];
        bs_str place = bs_row_cell_place(block, cell);
        bs_place at = bs_row_block_place(block, row, place.ptr);
        fields[i] = (bs_field){bs_row_cell_raw(block, cell), place, at.line, at.column};
        if (cell->form & BS_ROW_CELL_DOUBLED)
            status = bs_row_cell_text(&fields[i].text, &copies, block, cell, err);
    }
    bs_row out = {BS_ROW_TABLE, block->row_lines[row], fields, block->width};
    if (status == BS_OK) status = sink.row(sink.context, &out, err);
    bs_arena_deinit(&copies);
    return status;
}

bs_status bs_csv_feed_head(bs_csv_feed *feed, size_t row_count, bs_row_sink sink, bs_error *err)
{
    size_t stop = bs_csv__table_end(feed->sample.text, &feed->layout);
    bs_str rows = bs_str_slice(feed->sample.text, feed->layout.header, stop);
    bs_row_block block = {.text = rows,
                          .line = feed->form.header_line,
                          .column = feed->header_column,
                          .first = true,
                          .width = feed->form.column_count,
                          .delimiter = feed->form.delimiter};
    bs_status status;
    bs_field *fields = NULL;
    BS_TRY_DONE(bs_csv__titles(&feed->sample, &feed->layout, sink, err));
    BS_TRY_DONE(bs_csv_block_split(&block, err));
    fields = reallocarray(NULL, block.width, sizeof *fields);
    if (fields == NULL) BS_TRY_DONE(bs_fail(err, BS_E_MEMORY, "out of memory"));
    for (size_t i = 0; i < block.row_count && i < row_count; i++)
        BS_TRY_DONE(push_row(&block, i, fields, sink, err));
    if (block.row_count < 2 && block.bad.count == 0) {
        size_t at = last_line_end(rows, 0, rows.len);
        bs_place end = {.line = block.line + count_lines(rows),
                        .column = 1 + (uint32_t)bs_utf8_count(bs_str_slice(rows, at, rows.len))};
        status = bs_csv__fail_no_rows(err, end);
    }
done:
    free(fields);
    bs_row_block_deinit(&block);
    return status;
}

// --- opening -------------------------------------------------------------------------------------

static bs_status read_sample(bs_csv_feed *feed, bs_error *err)
{
    size_t len = feed->size < BS_CSV_SAMPLE_BYTES ? (size_t)feed->size : BS_CSV_SAMPLE_BYTES;
    char *bytes = BS_NEW_ARRAY(&feed->arena, char, len + 1);
    if (bytes == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    BS_TRY(read_at(feed, 0, bytes, len, err));
    bs_str text = {bytes, len};
    if (bs_str_starts(text, bs_str_from(byte_order_mark))) {
        feed->at = sizeof byte_order_mark - 1;
        text = bs_str_slice(text, feed->at, len);
    }
    // A row that is cut by the end of the sample is none.
    if (len < feed->size) text.len = last_line_end(text, 0, text.len);
    if (bs_utf8_check(text) != SIZE_MAX) return bs_fail(err, BS_E_ENCODING, "is not UTF-8");
    return bs_source_init(&feed->sample, &feed->arena, bs_str_from(feed->path), text, err);
}

static bs_status open_feed(bs_csv_feed *feed, const bs_csv_options *options, bs_error *err)
{
    BS_TRY(bs_csv__check_delimiter(options != NULL ? options->delimiter : 0, err));
    feed->fd = open(feed->path, O_RDONLY | O_CLOEXEC);
    if (feed->fd < 0) return fail_errno(feed, "open", err);
    if (fstat(feed->fd, &feed->info) != 0) return fail_errno(feed, "read", err);
    if (!S_ISREG(feed->info.st_mode))
        return bs_fail_at(err, BS_E_ARGUMENT, (bs_place){.file = feed->path},
                          "is not a regular file");
    feed->size = (uint64_t)feed->info.st_size;
    BS_TRY(read_sample(feed, err));
    char delimiter = options != NULL ? options->delimiter : 0;
    if (!bs_csv__layout(&feed->layout, feed->sample.text, delimiter))
        return bs_csv__fail_layout(err);
    if (feed->layout.width > BS_TABLE_COLUMNS_MAX)
        return bs_fail(err, BS_E_LIMIT, "more than %zu columns", BS_TABLE_COLUMNS_MAX);
    // A footer is looked for where the sample is all of the file.
    size_t end = bs_csv__table_end(feed->sample.text, &feed->layout);
    if (feed->size == feed->at + feed->sample.text.len) feed->size = feed->at + end;
    bs_str titles = bs_str_slice(feed->sample.text, 0, feed->layout.header);
    feed->line = 1 + count_lines(titles);
    feed->column = 1 + (uint32_t)(titles.len - last_line_end(titles, 0, titles.len));
    feed->header_column = feed->column;
    feed->at += titles.len;
    feed->block_bytes = BS_CSV_BLOCK_BYTES;
    if (options != NULL && options->block_bytes > 0) feed->block_bytes = options->block_bytes;
    feed->form = (bs_csv_form){.delimiter = feed->layout.delimiter,
                               .header_line = feed->line,
                               .column_count = feed->layout.width,
                               .keyed = feed->layout.keyed};
    return BS_OK;
}

bs_status bs_csv_feed_open(bs_csv_feed **out, const char *path, const bs_csv_options *options,
                           bs_error *err)
{
    bs_csv_feed *feed = calloc(1, sizeof *feed);
    if (feed == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    feed->fd = -1;
    feed->path = strdup(path);
    bs_status status = feed->path != NULL ? open_feed(feed, options, err)
                                          : bs_fail(err, BS_E_MEMORY, "out of memory");
    if (status != BS_OK) {
        bs_error_set_file(err, path);
        bs_csv_feed_close(feed);
        return status;
    }
    *out = feed;
    return BS_OK;
}

void bs_csv_feed_close(bs_csv_feed *feed)
{
    if (feed == NULL) return;
    if (feed->fd >= 0) close(feed->fd);
    bs_arena_deinit(&feed->arena);
    free(feed->path);
    free(feed);
}

const bs_csv_form *bs_csv_feed_form(const bs_csv_feed *feed)
{
    return &feed->form;
}

bs_str bs_csv_feed_sample(const bs_csv_feed *feed)
{
    return feed->sample.text;
}

uint64_t bs_csv_feed_size(const bs_csv_feed *feed)
{
    return feed->size;
}

uint64_t bs_csv_feed_done(const bs_csv_feed *feed)
{
    return feed->at;
}
