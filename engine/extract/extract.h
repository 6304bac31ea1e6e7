// SPDX-License-Identifier: GPL-3.0-or-later
// extract.h: from a document to quantities and series.
#ifndef BS_EXTRACT_EXTRACT_H
#define BS_EXTRACT_EXTRACT_H

#include "engine/core/series.h"

// Takes the quantities of a part of the document as soon as nothing can change them:
// part->quantities in reading order, whose `of` count from the first of the part, and no series.
// Borrowed until the call returns. A status other than BS_OK ends the reading with it.
typedef bs_status bs_extract_take(void *state, const bs_reading *part, bs_error *err);

typedef struct bs_extract_options {
    bs_lang lang;          // BS_LANG_UNKNOWN: found per block
    bs_period published;   // date of the document when it does not say; BS_PERIOD_NONE
    bs_extract_take *take; // NULL: all is put into the reading
    void *take_state;      // for `take`
} bs_extract_options;

#define BS_EXTRACT_OPTIONS_INIT                                                                    \
    {                                                                                              \
        .lang = BS_LANG_UNKNOWN, .published = { BS_FREQUENCY_NONE, 0, 0 }                          \
    }

// Reads every number of `document`: fills out->quantities in reading order and out->series (tables,
// then what sentences say, merged where they speak of the same indicator). Also fills lang, title,
// publisher and published of `source` where they are still empty. `options` may be NULL.
// Everything lives as long as the arena. BS_E_MEMORY only.
//
// With options->take the quantities of a section are handed over at its end, and memory is that of
// the longest section; nothing is left in *out, and no series are made.
BS_CHECKED bs_status bs_extract(bs_reading *out, bs_arena *arena, bs_source *source,
                                const bs_document *document, const bs_extract_options *options,
                                bs_error *err);

#endif
