// SPDX-License-Identifier: GPL-3.0-or-later
// load_queue.h: writes series to a store while the next are being read.
//
// What is put into the queue is copied, and a thread of the queue gives it to the store in the same
// order. A failure of the store is returned by a later call. Between the first series and
// bs_load_queue_drain the store belongs to the queue.
#ifndef BS_CLI_LOAD_QUEUE_H
#define BS_CLI_LOAD_QUEUE_H

#include "engine/store/store.h"

typedef struct bs_load_queue bs_load_queue;

// A queue into a store whose load has begun. BS_E_MEMORY.
// Owned by the caller: release with bs_load_queue_close.
BS_CHECKED bs_status bs_load_queue_open(bs_load_queue **out, bs_store *store, bs_error *err);
// Waits until everything is written. NULL is harmless.
void bs_load_queue_close(bs_load_queue *queue);

// As bs_store_add_packed and bs_store_add_piece. Any status of an earlier one.
BS_CHECKED bs_status bs_load_queue_add(bs_load_queue *queue, const bs_packed *packed,
                                       bs_error *err);
BS_CHECKED bs_status bs_load_queue_piece(bs_load_queue *queue, const bs_source_piece *piece,
                                         bs_error *err);
// Waits until everything is written; from then on the store may be used until the next series is
// put into the queue. The first failure, if there was one, which is then forgotten.
BS_CHECKED bs_status bs_load_queue_drain(bs_load_queue *queue, bs_error *err);

#endif
