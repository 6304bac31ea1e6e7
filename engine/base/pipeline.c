// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/pipeline.h"

#include <assert.h>
#include <pthread.h>
#include <unistd.h>

typedef struct slot_state {
    bool done; // claimed and worked on, or failed
    bs_status status;
    bs_error err;
} slot_state;

typedef struct run {
    const bs_pipeline *pipeline;
    pthread_mutex_t lock; // over everything below
    pthread_cond_t change;
    slot_state slots[BS_PIPELINE_SLOTS_MAX];
    size_t claimed; // pieces so far
    size_t taken;
    bool claiming; // somebody is at it
    bool ended;    // no more pieces
} run;

static bool may_claim(const run *own)
{
    return !own->claiming && !own->ended && own->claimed - own->taken < own->pipeline->slot_count;
}

// Claims a piece and works on it. Called with the lock, which is free meanwhile.
static void claim_and_work(run *own)
{
    const bs_pipeline *pipeline = own->pipeline;
    size_t index = own->claimed % pipeline->slot_count;
    slot_state *slot = &own->slots[index];
    bool more = true;
    own->claiming = true;
    *slot = (slot_state){.status = BS_OK};
    pthread_mutex_unlock(&own->lock);
    slot->status = pipeline->claim(pipeline->context, index, &more, &slot->err);
    bool failed = slot->status != BS_OK;
    pthread_mutex_lock(&own->lock);
    own->claiming = false;
    own->ended = own->ended || !more || failed;
    own->claimed += more || failed;
    pthread_cond_broadcast(&own->change);
    if (more && !failed) {
        pthread_mutex_unlock(&own->lock);
        slot->status = pipeline->work(pipeline->context, index, &slot->err);
        pthread_mutex_lock(&own->lock);
    }
    slot->done = true;
    if (slot->status != BS_OK) own->ended = true;
    pthread_cond_broadcast(&own->change);
}

static void *help(void *context)
{
    run *own = context;
    pthread_mutex_lock(&own->lock);
    while (!own->ended) {
        if (may_claim(own))
            claim_and_work(own);
        else
            pthread_cond_wait(&own->change, &own->lock);
    }
    pthread_mutex_unlock(&own->lock);
    return NULL;
}

// Takes the oldest piece. Called with the lock, which is free meanwhile.
static bs_status take_one(run *own, bs_error *err)
{
    const bs_pipeline *pipeline = own->pipeline;
    size_t index = own->taken % pipeline->slot_count;
    slot_state *slot = &own->slots[index];
    bs_status status = slot->status;
    pthread_mutex_unlock(&own->lock);
    if (status != BS_OK && err != NULL && err->status == BS_OK) *err = slot->err;
    if (status == BS_OK) status = pipeline->take(pipeline->context, index, err);
    pthread_mutex_lock(&own->lock);
    own->taken++;
    slot->done = false;
    pthread_cond_broadcast(&own->change);
    return status;
}

static bs_status drive(run *own, bs_error *err)
{
    bs_status status = BS_OK;
    pthread_mutex_lock(&own->lock);
    while (status == BS_OK) {
        bool pending = own->taken < own->claimed;
        if (pending && own->slots[own->taken % own->pipeline->slot_count].done)
            status = take_one(own, err);
        else if (may_claim(own))
            claim_and_work(own);
        else if (own->ended && !pending && !own->claiming)
            break;
        else
            pthread_cond_wait(&own->change, &own->lock);
    }
    own->ended = true;
    pthread_cond_broadcast(&own->change);
    pthread_mutex_unlock(&own->lock);
    return status;
}

bs_status bs_pipeline_run(const bs_pipeline *pipeline, bs_error *err)
{
    assert(pipeline->slot_count >= 1 && pipeline->slot_count <= BS_PIPELINE_SLOTS_MAX);
    pthread_t helpers[BS_PIPELINE_HELPERS_MAX];
    size_t count = 0;
    run own = {.pipeline = pipeline,
               .lock = PTHREAD_MUTEX_INITIALIZER,
               .change = PTHREAD_COND_INITIALIZER};
    while (count < pipeline->helper_count && count < BS_PIPELINE_HELPERS_MAX) {
        if (pthread_create(&helpers[count], NULL, help, &own) != 0) break;
        count++;
    }
    bs_status status = drive(&own, err);
    for (size_t i = 0; i < count; i++)
        pthread_join(helpers[i], NULL);
    pthread_cond_destroy(&own.change);
    pthread_mutex_destroy(&own.lock);
    return status;
}

size_t bs_pipeline_helpers(void)
{
    enum { HELPERS_USEFUL_MAX = 3 };
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    if (cores <= 1) return 0;
    return cores - 1 > HELPERS_USEFUL_MAX ? HELPERS_USEFUL_MAX : (size_t)cores - 1;
}
