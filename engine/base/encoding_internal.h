// SPDX-License-Identifier: GPL-3.0-or-later
// encoding_internal.h: the guess at a legacy encoding, and what both ways through the door share.
#ifndef BS_BASE_ENCODING_INTERNAL_H
#define BS_BASE_ENCODING_INTERNAL_H

#include "engine/base/error.h"
#include "engine/base/str.h"

// What iconv calls the encoding whose files are named `name`: mostly a superset of it.
const char *bs_encoding__codec(const char *name);
bool bs_encoding__is_utf8(const char *name);

// The byte order mark at the start of a file, and the encoding that it says; {"", 0} and NULL when
// there is none. Static, do not free.
typedef struct bs_byte_mark {
    bs_str bytes;
    const char *name;
} bs_byte_mark;
bs_byte_mark bs_encoding__mark(bs_str bytes);

// Which legacy encoding `bytes`, which are not UTF-8, most probably are in: an IANA name, static;
// or NULL when they look like none of the known ones. Fails as bs_charset_ask.
BS_CHECKED bs_status bs_encoding__guess(const char **out, bs_str bytes, bs_error *err);

// The commonest letters of a writing system, in UTF-8, without order.
typedef enum bs_letters {
    BS_LETTERS_HANGUL,
    BS_LETTERS_HANS,  // simplified Chinese
    BS_LETTERS_HANT,  // traditional Chinese
    BS_LETTERS_KANJI, // Japanese
    BS_LETTERS_LATIN, // accented letters and marks of Windows-1252
    BS_LETTERS_COUNT
} bs_letters;

bs_str bs_encoding__letters(bs_letters letters);

#endif
