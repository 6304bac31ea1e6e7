// SPDX-License-Identifier: GPL-3.0-or-later
// encoding.h: the door. Bytes of a file become UTF-8 text here, or are refused; and what a file is
// to say instead becomes bytes of it again.
#ifndef BS_BASE_ENCODING_H
#define BS_BASE_ENCODING_H

#include "engine/base/arena.h"
#include "engine/base/edit.h"
#include "engine/base/error.h"

// What the bytes are: a byte order mark decides, then well-formed UTF-8, then UTF-16 by its zero
// bytes, then statistics of the legacy encodings of the four languages (EUC-KR/CP949, GB18030,
// Big5, Shift_JIS, EUC-JP, Windows-1252). *out is an IANA name; static, do not free. Fails as
// bs_charset_ask.
BS_CHECKED bs_status bs_encoding_detect(const char **out, bs_str bytes, bs_error *err);

// Whether they are UTF-16 or UTF-32, by the same signs.
bool bs_encoding_is_wide(bs_str bytes);

// Turns `bytes` into UTF-8 in the arena, without a byte order mark. `name` is the encoding, or NULL
// to detect it; *used, which may be NULL, gets the name that was used (static or `name`).
// When the bytes are UTF-8 already, *out is a slice of them and nothing is copied: they must then
// live as long as *out.
// BS_E_ENCODING: a byte sequence is not valid; line and column (in characters) of the error say
// where, the message gives the bytes in hexadecimal. BS_E_ARGUMENT: an unknown name.
BS_CHECKED bs_status bs_encoding_to_utf8(bs_str *out, bs_arena *arena, bs_str bytes,
                                         const char *name, const char **used, bs_error *err);

// The way back: `text` as bytes of the encoding `name`, without a byte order mark. When it is UTF-8
// nothing is copied, and `text` must live as long as *out. UTF-16 and UTF-32 without an order are
// little-endian.
// BS_E_ENCODING: a character that the encoding does not have. BS_E_ARGUMENT: an unknown name.
BS_CHECKED bs_status bs_encoding_from_utf8(bs_str *out, bs_arena *arena, bs_str text,
                                           const char *name, bs_error *err);

// Appends `bytes`, a file in the encoding `name`, to *out with parts of its text replaced. The
// edits count bytes of the text that bs_encoding_to_utf8 makes of it. Every byte outside them stays
// as it is, the byte order mark and the line ends too, also where a character has several codes.
// BS_E_ENCODING: as above, or the file cannot be changed without touching the rest of it (an
// encoding that shifts). BS_E_ARGUMENT: an unknown name. *out is untouched then.
BS_CHECKED bs_status bs_encoding_replace(bs_buffer *out, bs_str bytes, const char *name,
                                         const bs_edit_array *edits, bs_error *err);

#endif
