// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/load_queue.h"

#include <pthread.h>
#include <stdlib.h>

#include "engine/base/pipeline.h"

// Series travel in batches: enough that threads seldom wait for each other, and that what is
// written is still at hand.
enum { BATCH_COUNT = 3, BATCH_SERIES_MAX = 256, BATCH_PIECES_MAX = 64, BATCH_BYTES = 256 * 1024 };

typedef struct batch {
    bs_arena arena; // of everything that the series hold
    bs_packed series[BATCH_SERIES_MAX];
    size_t series_count;
    bs_source_piece pieces[BATCH_PIECES_MAX];
    size_t piece_count;
    const bs_periods *periods; // the last that were copied
    size_t bytes;              // that were copied, about
} batch;

struct bs_load_queue {
    bs_store *store;
    bool threaded; // else everything is written at once
    pthread_t thread;
    pthread_mutex_t lock; // over everything below
    pthread_cond_t change;
    batch batches[BATCH_COUNT]; // those from `done` to `filled` are the thread's
    size_t filled;              // batches so far
    size_t done;                // of them, those that are written
    bool closing;
    bs_status status; // the first failure
    bs_error err;
};

// --- writing -------------------------------------------------------------------------------------

static bs_status write_batch(bs_store *store, const batch *full, bs_error *err)
{
    for (size_t i = 0; i < full->piece_count; i++)
        BS_TRY(bs_store_add_piece(store, &full->pieces[i], err));
    for (size_t i = 0; i < full->series_count; i++)
        BS_TRY(bs_store_add_packed(store, &full->series[i], err));
    return BS_OK;
}

// Called with the lock, which is free meanwhile. After a failure nothing more is written.
static void write_next(bs_load_queue *queue)
{
    batch *full = &queue->batches[queue->done % BATCH_COUNT];
    bs_status status = queue->status;
    bs_error err = BS_ERROR_INIT;
    pthread_mutex_unlock(&queue->lock);
    if (status == BS_OK) status = write_batch(queue->store, full, &err);
    bs_arena_reset(&full->arena);
    full->series_count = full->piece_count = full->bytes = 0;
    full->periods = NULL;
    pthread_mutex_lock(&queue->lock);
    if (queue->status == BS_OK) queue->err = err;
    queue->status = status;
    queue->done++;
    pthread_cond_broadcast(&queue->change);
}

static void *write_all(void *context)
{
    bs_load_queue *queue = context;
    pthread_mutex_lock(&queue->lock);
    while (!queue->closing || queue->done < queue->filled) {
        if (queue->done < queue->filled)
            write_next(queue);
        else
            pthread_cond_wait(&queue->change, &queue->lock);
    }
    pthread_mutex_unlock(&queue->lock);
    return NULL;
}

// --- handing over --------------------------------------------------------------------------------

static bs_status report(const bs_load_queue *queue, bs_error *err)
{
    if (queue->status != BS_OK && err != NULL && err->status == BS_OK) *err = queue->err;
    return queue->status;
}

// Hands the batch under way over, and waits until no more than `left` are unwritten.
static bs_status hand_over(bs_load_queue *queue, size_t left, bs_error *err)
{
    const batch *own = &queue->batches[queue->filled % BATCH_COUNT];
    pthread_mutex_lock(&queue->lock);
    if (own->series_count + own->piece_count > 0) queue->filled++;
    pthread_cond_broadcast(&queue->change);
    while (queue->filled - queue->done > left) {
        if (queue->threaded)
            pthread_cond_wait(&queue->change, &queue->lock);
        else
            write_next(queue);
    }
    bs_status status = report(queue, err);
    pthread_mutex_unlock(&queue->lock);
    return status;
}

// The batch under way, with room for one more of either.
static bs_status find_room(batch **out, bs_load_queue *queue, bs_error *err)
{
    batch *own = &queue->batches[queue->filled % BATCH_COUNT];
    bool full = own->series_count == BATCH_SERIES_MAX || own->piece_count == BATCH_PIECES_MAX ||
                own->bytes >= BATCH_BYTES;
    if (full) BS_TRY(hand_over(queue, BATCH_COUNT - 1, err));
    *out = &queue->batches[queue->filled % BATCH_COUNT];
    return BS_OK;
}

// --- copying -------------------------------------------------------------------------------------

static bs_status no_memory(bs_error *err)
{
    return bs_fail(err, BS_E_MEMORY, "out of memory");
}

static bs_status copy_bytes(const void **bytes, batch *own, size_t size, bs_error *err)
{
    void *copy = bs_arena_alloc_raw(&own->arena, size, 1);
    if (copy == NULL) return no_memory(err);
    memcpy(copy, *bytes, size);
    *bytes = copy;
    own->bytes += size;
    return BS_OK;
}

static bs_status copy_text(bs_str *text, batch *own, bs_error *err)
{
    if (text->len == 0) return BS_OK;
    const void *bytes = text->ptr;
    BS_TRY(copy_bytes(&bytes, own, text->len, err));
    text->ptr = bytes;
    return BS_OK;
}

// Most series of a batch run over the same periods.
static bs_status copy_periods(const bs_periods **periods, batch *own, bs_error *err)
{
    const bs_periods *from = *periods;
    if (own->periods == NULL || own->periods->id != from->id) {
        bs_periods *copy = BS_NEW(&own->arena, bs_periods);
        bs_str *printed = BS_NEW_ARRAY(&own->arena, bs_str, from->count);
        if (copy == NULL || printed == NULL) return no_memory(err);
        const void *items = from->items;
        BS_TRY(copy_bytes(&items, own, from->count * sizeof *from->items, err));
        for (size_t i = 0; i < from->count; i++) {
            printed[i] = from->printed[i];
            BS_TRY(copy_text(&printed[i], own, err));
        }
        *copy = *from;
        copy->items = items;
        copy->printed = printed;
        copy->ids = NULL; // the store does not ask for them
        own->periods = copy;
    }
    *periods = own->periods;
    return BS_OK;
}

static bs_status copy_places(bs_places *places, batch *own, size_t count, bs_error *err)
{
    if (places->way != BS_COLUMNS_LISTED) return BS_OK;
    const void *lines = places->lines, *columns = places->columns;
    BS_TRY(copy_bytes(&lines, own, count * sizeof *places->lines, err));
    BS_TRY(copy_bytes(&columns, own, count * sizeof *places->columns, err));
    places->lines = lines;
    places->columns = columns;
    return BS_OK;
}

static bs_status copy_series(bs_packed *copy, batch *own, bs_error *err)
{
    bs_series *series = &copy->series;
    bs_str *texts[] = {&series->key,     &series->label, &series->group,     &series->indicator,
                       &series->subject, &series->unit,  &series->unit_text, &copy->numbers};
    for (size_t i = 0; i < BS_COUNT(texts); i++)
        BS_TRY(copy_text(texts[i], own, err));
    BS_TRY(copy_periods(&copy->periods, own, err));
    return copy_places(&copy->places, own, copy->periods->count, err);
}

// --- the queue -----------------------------------------------------------------------------------

bs_status bs_load_queue_add(bs_load_queue *queue, const bs_packed *packed, bs_error *err)
{
    batch *own;
    if (packed->periods == NULL) { // one with observations, which few are
        BS_TRY(bs_load_queue_drain(queue, err));
        return bs_store_add_packed(queue->store, packed, err);
    }
    BS_TRY(find_room(&own, queue, err));
    bs_packed *copy = &own->series[own->series_count];
    *copy = *packed;
    BS_TRY(copy_series(copy, own, err));
    own->series_count++;
    return BS_OK;
}

bs_status bs_load_queue_piece(bs_load_queue *queue, const bs_source_piece *piece, bs_error *err)
{
    batch *own;
    BS_TRY(find_room(&own, queue, err));
    own->pieces[own->piece_count++] = *piece;
    return BS_OK;
}

bs_status bs_load_queue_drain(bs_load_queue *queue, bs_error *err)
{
    bs_status status = hand_over(queue, 0, err);
    queue->status = BS_OK;
    queue->err = (bs_error)BS_ERROR_INIT;
    return status;
}

bs_status bs_load_queue_open(bs_load_queue **out, bs_store *store, bs_error *err)
{
    bs_load_queue *queue = calloc(1, sizeof *queue);
    if (queue == NULL) return no_memory(err);
    queue->store = store;
    pthread_mutex_init(&queue->lock, NULL);
    pthread_cond_init(&queue->change, NULL);
    queue->threaded =
        bs_pipeline_helpers() > 0 && pthread_create(&queue->thread, NULL, write_all, queue) == 0;
    *out = queue;
    return BS_OK;
}

void bs_load_queue_close(bs_load_queue *queue)
{
    if (queue == NULL) return;
    (void)hand_over(queue, 0, NULL);
    pthread_mutex_lock(&queue->lock);
    queue->closing = true;
    pthread_cond_broadcast(&queue->change);
    pthread_mutex_unlock(&queue->lock);
    if (queue->threaded) pthread_join(queue->thread, NULL);
    for (size_t i = 0; i < BATCH_COUNT; i++)
        bs_arena_deinit(&queue->batches[i].arena);
    pthread_cond_destroy(&queue->change);
    pthread_mutex_destroy(&queue->lock);
    free(queue);
}
