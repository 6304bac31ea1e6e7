// SPDX-License-Identifier: GPL-3.0-or-later
// traditional.h: documents in traditional Chinese characters.
//
// The words that are looked up are in simplified characters. A document in traditional ones is read
// through a copy with the same bytes in the same places, but for the characters that have a simpler
// form; what has been read then gets the characters back that are printed.
#ifndef BS_EXTRACT_TRADITIONAL_H
#define BS_EXTRACT_TRADITIONAL_H

#include "engine/core/series.h"

typedef struct bs__fold bs__fold;

// Whether a document is to be read through a copy: its Chinese is in traditional characters, by its
// beginning, or in simplified ones and of a place with a money of its own.
bool bs__is_to_be_folded(const bs_document *document, const bs_source *source);

// Whether the Chinese of a text is in traditional characters.
bool bs__is_traditional_text(bs_str text);

// The copy of a source and of its document, in the arena. BS_E_MEMORY only.
BS_CHECKED bs_status bs__fold_new(bs__fold **out, bs_arena *arena, const bs_source *source,
                                  const bs_document *document, bs_error *err);
bs_source *bs__fold_source(bs__fold *fold);
const bs_document *bs__fold_document(const bs__fold *fold);

// Gives the texts of a reading of the copy the printed characters: slices of the copy become those
// of the source, and names that were put together from them are copied into the arena. Of several
// traditional forms such a name gets the one that the document has most. BS_E_MEMORY only.
BS_CHECKED bs_status bs__fold_restore(const bs__fold *fold, bs_arena *arena, bs_reading *reading,
                                      bs_error *err);
BS_CHECKED bs_status bs__fold_restore_text(const bs__fold *fold, bs_arena *arena, bs_str *text,
                                           bs_error *err);

#endif
