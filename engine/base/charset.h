// SPDX-License-Identifier: GPL-3.0-or-later
// charset.h: what uchardet takes bytes for; one voice in the guess of encoding.h.
#ifndef BS_BASE_CHARSET_H
#define BS_BASE_CHARSET_H

#include "engine/base/error.h"
#include "engine/base/str.h"

// The longest name, with its end.
enum { BS_CHARSET_SIZE = 64 };

// Writes uchardet's name of the encoding of `sample` to `out`, which has BS_CHARSET_SIZE bytes; an
// empty one when it does not know. BS_E_MEMORY; BS_E_IO: a program that loads uchardet when it is
// needed could not.
BS_CHECKED bs_status bs_charset_ask(char *out, bs_str sample, bs_error *err);

#endif
