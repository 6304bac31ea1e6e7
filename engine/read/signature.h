// SPDX-License-Identifier: GPL-3.0-or-later
// signature.h: files that are no text, told by their first bytes.
#ifndef BS_READ_SIGNATURE_H
#define BS_READ_SIGNATURE_H

#include "engine/base/str.h"

typedef struct bs_signature {
    bs_str bytes;     // that such a file begins with; empty for "binary"
    const char *what; // "a PDF", "a ZIP container (XLSX, HWPX ...)"
    const char *way;  // how its numbers can be read all the same; NULL when there is none
} bs_signature;

// What the bytes of a file are when they are no text; NULL when they may be text. Bytes with a zero
// among them that no encoding of text explains are "binary". Static, do not free.
const bs_signature *bs_read_signature(bs_str bytes);

#endif
