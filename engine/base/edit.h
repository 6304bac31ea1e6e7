// SPDX-License-Identifier: GPL-3.0-or-later
// edit.h: parts of a text that are to be replaced by others.
//
// What always holds for a list of edits: they are in the order of the text and do not overlap.
#ifndef BS_BASE_EDIT_H
#define BS_BASE_EDIT_H

#include "engine/base/array.h"
#include "engine/base/buffer.h"

typedef struct bs_edit {
    size_t offset; // byte of the text, from 0
    size_t len;    // bytes that are replaced
    bs_str text;   // by these
} bs_edit;

typedef BS_ARRAY(bs_edit) bs_edit_array;

// Appends `text` with all edits made to *out. Asserts that they are in order and within the text.
void bs_edit_apply(bs_buffer *out, bs_str text, const bs_edit_array *edits);

// Where byte `offset` of the edited text was before. Within a replaced part it is the first byte of
// the part; *inside, which may be NULL, says whether it is.
size_t bs_edit_before(const bs_edit_array *edits, size_t offset, bool *inside);

// Adds an edit at its place in the order. BS_E_ARGUMENT: it overlaps another one. BS_E_MEMORY.
BS_CHECKED bs_status bs_edit_add(bs_edit_array *edits, bs_arena *arena, bs_edit edit,
                                 bs_error *err);

#endif
