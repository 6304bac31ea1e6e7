// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/edit.h"

#include <assert.h>

void bs_edit_apply(bs_buffer *out, bs_str text, const bs_edit_array *edits)
{
    size_t done = 0;
    for (size_t i = 0; i < edits->count; i++) {
        const bs_edit *edit = &edits->items[i];
        assert(edit->offset >= done && edit->offset + edit->len <= text.len);
        bs_buffer_add(out, bs_str_slice(text, done, edit->offset));
        bs_buffer_add(out, edit->text);
        done = edit->offset + edit->len;
    }
    bs_buffer_add(out, bs_str_slice(text, done, text.len));
}

size_t bs_edit_before(const bs_edit_array *edits, size_t offset, bool *inside)
{
    size_t removed = 0; // bytes that the edits before `offset` took away
    size_t added = 0;
    if (inside != NULL) *inside = false;
    for (size_t i = 0; i < edits->count; i++) {
        const bs_edit *edit = &edits->items[i];
        size_t start = edit->offset - removed + added;
        if (offset < start) break;
        if (offset < start + edit->text.len) {
            if (inside != NULL) *inside = true;
            return edit->offset;
        }
        removed += edit->len;
        added += edit->text.len;
    }
    return offset + removed - added;
}

bs_status bs_edit_add(bs_edit_array *edits, bs_arena *arena, bs_edit edit, bs_error *err)
{
    size_t at = edits->count;
    while (at > 0 && edits->items[at - 1].offset > edit.offset)
        at--;
    bool overlaps_last =
        at > 0 && edits->items[at - 1].offset + edits->items[at - 1].len > edit.offset;
    bool overlaps_next = at < edits->count && edit.offset + edit.len > edits->items[at].offset;
    bool same = at > 0 && edits->items[at - 1].offset == edit.offset;
    if (overlaps_last || overlaps_next || same) {
        return bs_fail(err, BS_E_ARGUMENT, "two edits of the same text at byte %zu", edit.offset);
    }
    if (BS_PUSH(arena, edits) == NULL) return bs_fail(err, BS_E_MEMORY, "out of memory");
    for (size_t i = edits->count - 1; i > at; i--)
        edits->items[i] = edits->items[i - 1];
    edits->items[at] = edit;
    return BS_OK;
}
