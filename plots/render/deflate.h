// SPDX-License-Identifier: GPL-3.0-or-later
// deflate.h: compression for pictures of a few colours, where most rows repeat the row above.
//
// RFC 1951 and 1950. Written here and not taken from zlib for two reasons: it is told how long a
// row is, which makes it several times faster on a chart than a general search, and its bytes do
// not change with the version of a library, so that a picture in a repository changes only when its
// data do.
#ifndef BS_RENDER_DEFLATE_H
#define BS_RENDER_DEFLATE_H

#include "engine/base/arena.h"
#include "engine/base/buffer.h"

// Appends `bytes` to *out as one zlib stream. `row_size` is the distance at which bytes repeat, 0
// when there is none. `arena` holds the working memory, about five bytes for each that does not
// repeat. BS_E_MEMORY.
BS_CHECKED bs_status bs_deflate(bs_buffer *out, bs_arena *arena, bs_str bytes, size_t row_size,
                                bs_error *err);

#endif
