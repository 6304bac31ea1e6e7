// SPDX-License-Identifier: GPL-3.0-or-later
// deflate_internal.h: the rows of a PNG as a zlib stream (RFC 1950, 1951 and 2083).
//
// Most rows of a chart are as the row above, or are but for a few places, and most of what is left
// is of one colour or was drawn before at the same height. A row that comes again is sent as one
// that does not differ, at the cost of a few instructions; in others, matches are sought a row and
// a pixel before, and in the same row. zlib, which looks at every byte, takes ten times as long.
#ifndef BS_RENDER_DEFLATE_INTERNAL_H
#define BS_RENDER_DEFLATE_INTERNAL_H

#include "engine/base/buffer.h"

enum { BS_DEFLATE_SYMBOLS = 286, BS_HUFFMAN_BITS_MAX = 15 };

// A prefix code. lengths[i] is in bits, 0 for a symbol that does not occur; codes[i] has its first
// bit lowest, as a stream takes them.
typedef struct bs_huffman {
    uint16_t codes[BS_DEFLATE_SYMBOLS];
    uint8_t lengths[BS_DEFLATE_SYMBOLS];
} bs_huffman;

// The code of at most `bits_max` bits (to BS_HUFFMAN_BITS_MAX, and 2^bits_max symbols) for symbols
// that occur weights[i] times; `count` to BS_DEFLATE_SYMBOLS, the sum of weights below 2^32. One
// symbol alone has one bit.
void bs_huffman__make(bs_huffman *codes, const uint32_t *weights, size_t count, unsigned bits_max);

typedef struct bs_deflate bs_deflate;

// Begins a stream at the end of *out, of rows of `row_size` bytes: the kind of filter, which is 0,
// and at least one pixel of `step` bytes. Owned by the caller: release with bs_deflate__free.
// BS_E_MEMORY.
BS_CHECKED bs_status bs_deflate__new(bs_deflate **made, bs_buffer *out, size_t row_size,
                                     size_t step, bs_error *err);
// The next row: its bytes, or what the row before it was once more; not as the first.
void bs_deflate__row(bs_deflate *d, const uint8_t *row);
void bs_deflate__row_again(bs_deflate *d);
// Ends the stream. That memory ran out is told by *out.
void bs_deflate__end(bs_deflate *d);
// NULL is harmless.
void bs_deflate__free(bs_deflate *d);

#endif
