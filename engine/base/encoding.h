// SPDX-License-Identifier: GPL-3.0-or-later
// encoding.h: the door. Bytes of a file become UTF-8 text here, or are refused.
#ifndef BS_BASE_ENCODING_H
#define BS_BASE_ENCODING_H

#include "engine/base/arena.h"
#include "engine/base/error.h"

// What the bytes are: a byte order mark decides, then well-formed UTF-8, then UTF-16 by its zero
// bytes, then statistics of the legacy encodings of the four languages (EUC-KR/CP949, GB18030,
// Big5, Shift_JIS, EUC-JP, Windows-1252). Returns an IANA name; static, do not free.
const char *bs_encoding_detect(bs_str bytes);

// Turns `bytes` into UTF-8 in the arena, without a byte order mark. `name` is the encoding, or NULL
// to detect it; *used, which may be NULL, gets the name that was used (static or `name`).
// When the bytes are UTF-8 already, *out is a slice of them and nothing is copied: they must then
// live as long as *out.
// BS_E_ENCODING: a byte sequence is not valid; line and column (in characters) of the error say
// where, the message gives the bytes in hexadecimal. BS_E_ARGUMENT: an unknown name.
BS_CHECKED bs_status bs_encoding_to_utf8(bs_str *out, bs_arena *arena, bs_str bytes,
                                         const char *name, const char **used, bs_error *err);

#endif
