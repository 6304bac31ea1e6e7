// SPDX-License-Identifier: GPL-3.0-or-later
// entity.h: character references of HTML, "&#8211;", "&#x2212;" and "&ndash;".
//
// Text is never rewritten: a slice of a source keeps its references, so that its place stays known.
// Whoever needs the characters asks for them here.
#ifndef BS_BASE_ENTITY_H
#define BS_BASE_ENTITY_H

#include "engine/base/utf8.h"

// The character that the reference at byte `at` stands for, and the bytes of the reference; {0, 0}
// where none begins, or one that is not known.
bs_rune bs_entity_at(bs_str text, size_t at);

#endif
