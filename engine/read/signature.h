// SPDX-License-Identifier: GPL-3.0-or-later
// signature.h: files that are no text, told by their first bytes.
#ifndef BS_READ_SIGNATURE_H
#define BS_READ_SIGNATURE_H

#include "engine/base/str.h"

// What the bytes of a file are when they are no text: "a PDF", "a ZIP container (XLSX, HWPX ...)";
// NULL when they may be text. Bytes with a zero among them that no encoding of text explains are
// "binary". Static, do not free.
const char *bs_read_signature(bs_str bytes);

#endif
