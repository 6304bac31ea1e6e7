// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/data_stream.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "engine/base/encoding.h"
#include "engine/base/pipeline.h"
#include "engine/read/csv_feed.h"
#include "engine/read/reader.h"

enum { SLOTS_A_THREAD = 3 };

typedef struct slot {
    bs_row_block block;
    bs_bulk_batch *batch; // owned
} slot;

struct bs_data_stream {
    char *path;
    bs_open_options wish;
    bs_csv_feed *feed;
    bs_arena arena; // of the source
    bs_source source;
    bs_tidy *tidy;
    bs_bulk *bulk;
    const bs_data_stream_options *options;
    slot slots[BS_PIPELINE_SLOTS_MAX];
};

bool bs_data_stream_wanted(const char *path, off_t bytes_min)
{
    struct stat info;
    return strcmp(path, "-") != 0 && stat(path, &info) == 0 && S_ISREG(info.st_mode) &&
           info.st_size >= bytes_min;
}

// --- opening -------------------------------------------------------------------------------------

static bs_status fail_whole(bs_error *err, const char *why)
{
    return bs_fail(err, BS_E_ARGUMENT, "cannot be read piece by piece: %s", why);
}

static bs_status open_feed(bs_data_stream *stream, bs_error *err)
{
    bs_csv_options form = {.delimiter = stream->wish.delimiter};
    bs_error why = BS_ERROR_INIT;
    bs_status status = bs_csv_feed_open(&stream->feed, stream->path, &form, &why);
    if (status == BS_E_ENCODING) return fail_whole(err, why.message);
    if (status != BS_OK && err != NULL) *err = why;
    return status;
}

// Whether the file is UTF-8 and a data file, as bs_source_open decides.
static bs_status check_form(const bs_data_stream *stream, bs_error *err)
{
    const char *name = stream->wish.encoding;
    if (name == NULL) BS_TRY(bs_encoding_detect(&name, stream->source.text, err));
    if (!bs_str_equal_nocase(bs_str_from(name), BS_STR("UTF-8")))
        return fail_whole(err, "it is not UTF-8");
    bool data = stream->wish.delimiter != 0 || bs_read_is_csv(&stream->source);
    return data ? BS_OK : fail_whole(err, "it is no data file");
}

static bs_status plan(bs_data_stream *stream, bs_error *err)
{
    bs_tidy_options options = BS_TIDY_OPTIONS_INIT;
    options.lang = stream->wish.lang;
    options.published = stream->wish.published;
    BS_TRY(open_feed(stream, err));
    if (bs_csv_feed_form(stream->feed)->keyed) return fail_whole(err, "its keys are lists");
    BS_TRY(bs_source_init(&stream->source, &stream->arena, bs_str_from(stream->path),
                          bs_csv_feed_sample(stream->feed), err));
    stream->source.encoding = BS_STR("UTF-8");
    BS_TRY(check_form(stream, err));
    BS_TRY(bs_tidy_new(&stream->tidy, &stream->source, &options, err));
    BS_TRY(bs_csv_feed_head(stream->feed, BS_BULK_SAMPLE_ROWS, bs_bulk_sample_sink(stream->tidy),
                            err));
    if (bs_period_is_none(stream->source.published))
        stream->source.published = stream->wish.published;
    // Only to know now whether it can be done, and to find title and language.
    bs_bulk_options none = {0};
    BS_TRY(bs_bulk_new(&stream->bulk, stream->tidy, &none, err));
    bs_bulk_free(stream->bulk);
    stream->bulk = NULL;
    return BS_OK;
}

bs_status bs_data_stream_open(bs_data_stream **out, const char *path, const bs_open_options *wish,
                              bs_error *err)
{
    bs_data_stream *stream = calloc(1, sizeof *stream);
    if (stream == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    stream->wish = *wish;
    stream->source.published = BS_PERIOD_NONE;
    stream->path = strdup(path);
    bs_status status =
        stream->path != NULL ? plan(stream, err) : bs_fail(err, BS_E_MEMORY, "out of memory");
    if (status != BS_OK) {
        bs_error_set_file(err, path);
        bs_data_stream_close(stream);
        return status;
    }
    *out = stream;
    return BS_OK;
}

void bs_data_stream_close(bs_data_stream *stream)
{
    if (stream == NULL) return;
    for (size_t i = 0; i < BS_PIPELINE_SLOTS_MAX; i++) {
        bs_row_block_deinit(&stream->slots[i].block);
        bs_bulk_batch_free(stream->slots[i].batch);
    }
    bs_bulk_free(stream->bulk);
    bs_tidy_free(stream->tidy);
    bs_csv_feed_close(stream->feed);
    bs_arena_deinit(&stream->arena);
    free(stream->path);
    free(stream);
}

const bs_source *bs_data_stream_source(const bs_data_stream *stream)
{
    return &stream->source;
}

bs_str bs_data_stream_unread(const bs_data_stream *stream, bs_arena *arena)
{
    return bs_tidy_unread(stream->tidy, arena);
}

// --- running -------------------------------------------------------------------------------------

static bs_status claim(void *context, size_t index, bool *more, bs_error *err)
{
    bs_data_stream *stream = context;
    return bs_csv_feed_next(stream->feed, &stream->slots[index].block, more, err);
}

static bs_status work(void *context, size_t index, bs_error *err)
{
    const bs_data_stream *stream = context;
    slot *own = &((bs_data_stream *)context)->slots[index];
    if (own->batch == NULL) own->batch = bs_bulk_batch_new();
    if (own->batch == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    BS_TRY(bs_csv_block_split(&own->block, err));
    return bs_bulk_read(stream->bulk, own->batch, &own->block, err);
}

static bs_status take(void *context, size_t index, bs_error *err)
{
    bs_data_stream *stream = context;
    const bs_data_stream_options *options = stream->options;
    slot *own = &stream->slots[index];
    bs_data_piece piece = {own->block.line, own->block.offset, own->block.text};
    BS_TRY(bs_bulk_take(stream->bulk, own->batch, err));
    if (options->piece != NULL) BS_TRY(options->piece(options->context, &piece, err));
    if (options->progress != NULL) {
        options->progress(options->context, piece.offset + piece.bytes.len,
                          bs_csv_feed_size(stream->feed));
    }
    return BS_OK;
}

static bs_status run_once(bs_data_stream *stream, bool *again, bs_error *err)
{
    size_t helpers = bs_pipeline_helpers();
    bs_pipeline pipeline = {.context = stream,
                            .slot_count = SLOTS_A_THREAD * (helpers + 1),
                            .helper_count = helpers,
                            .claim = claim,
                            .work = work,
                            .take = take};
    BS_TRY(bs_pipeline_run(&pipeline, err));
    BS_TRY(bs_bulk_end(stream->bulk, again, err));
    if (!*again) return BS_OK;
    bs_csv_feed_close(stream->feed);
    stream->feed = NULL;
    BS_TRY(open_feed(stream, err));
    if (bs_csv_feed_form(stream->feed)->keyed) return fail_whole(err, "its keys are lists");
    return stream->options->again(stream->options->context, err);
}

bs_status bs_data_stream_run(bs_data_stream *stream, const bs_data_stream_options *options,
                             bs_error *err)
{
    bs_bulk_options how = {.visit = options->visit,
                           .context = options->context,
                           .refuse = options->refuse,
                           .keep_unreadable = options->keep_unreadable};
    stream->options = options;
    bs_status status = bs_bulk_new(&stream->bulk, stream->tidy, &how, err);
    for (bool again = true; status == BS_OK && again;)
        status = run_once(stream, &again, err);
    if (status != BS_OK) bs_error_set_file(err, stream->path);
    return status;
}
