// SPDX-License-Identifier: GPL-3.0-or-later
// pipeline.h: work that comes in pieces, on several cores, with the results in order.
//
// A piece is claimed (read from a file), worked on and taken (put where it belongs). Claims and
// takes happen one at a time and in order, the work in between in any order and at once. The thread
// that calls bs_pipeline_run takes what is ready and works itself when nothing is, so that a
// pipeline without helpers is a plain loop.
#ifndef BS_BASE_PIPELINE_H
#define BS_BASE_PIPELINE_H

#include "engine/base/error.h"

typedef struct bs_pipeline {
    void *context;       // first argument of the three
    size_t slot_count;   // pieces that may be under way at once; from 1
    size_t helper_count; // threads besides the caller; 0 to BS_PIPELINE_HELPERS_MAX
    // Begins the next piece in `slot`; *more false when there is none. One at a time, any thread.
    bs_status (*claim)(void *context, size_t slot, bool *more, bs_error *err);
    // Works on the piece in `slot`. Several at once, any thread.
    bs_status (*work)(void *context, size_t slot, bs_error *err);
    // Takes the piece out of `slot`. One at a time, in the order of the claims, the caller's
    // thread.
    bs_status (*take)(void *context, size_t slot, bs_error *err);
} bs_pipeline;

enum { BS_PIPELINE_SLOTS_MAX = 16, BS_PIPELINE_HELPERS_MAX = 15 };

// Runs until claim says that there is no more, or one of the three fails: then the pieces before
// the failed one are taken, and its status is passed on. When threads cannot be had, works alone.
BS_CHECKED bs_status bs_pipeline_run(const bs_pipeline *pipeline, bs_error *err);

// Helpers that make sense on this machine besides the caller: its cores - 1, at most 3.
size_t bs_pipeline_helpers(void);

#endif
