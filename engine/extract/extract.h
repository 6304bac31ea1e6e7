// SPDX-License-Identifier: GPL-3.0-or-later
// extract.h: from a document to quantities and series.
#ifndef BS_EXTRACT_EXTRACT_H
#define BS_EXTRACT_EXTRACT_H

#include "engine/core/series.h"

typedef struct bs_extract_options {
    bs_lang lang;        // BS_LANG_UNKNOWN: found per block
    bs_period published; // date of the document when it does not say; BS_PERIOD_NONE
} bs_extract_options;

#define BS_EXTRACT_OPTIONS_INIT                                                                    \
    {                                                                                              \
        .lang = BS_LANG_UNKNOWN, .published = { BS_FREQUENCY_NONE, 0, 0 }                          \
    }

// Reads every number of `document`: fills out->quantities in reading order and out->series (tables,
// then what sentences say, merged where they speak of the same indicator). Also fills lang, title,
// publisher and published of `source` where they are still empty. `options` may be NULL.
// Everything lives as long as the arena. BS_E_MEMORY only.
BS_CHECKED bs_status bs_extract(bs_reading *out, bs_arena *arena, bs_source *source,
                                const bs_document *document, const bs_extract_options *options,
                                bs_error *err);

#endif
