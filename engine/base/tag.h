// SPDX-License-Identifier: GPL-3.0-or-later
// tag.h: tags of HTML inside running text, "<b>", "</span>", "<a href=...>".
//
// A slice of a source keeps its tags, so that its place stays known. Whoever reads the text asks
// here what to pass over. "<5%", "<Table 1>" and "<kim@example.org>" are text.
#ifndef BS_BASE_TAG_H
#define BS_BASE_TAG_H

#include <stdbool.h>

#include "engine/base/str.h"

typedef struct bs_tag {
    size_t len; // bytes; 0 where none begins
    bool plain; // changes how the text looks and nothing else: the text goes on behind it
} bs_tag;

// The tag, or the comment, that begins at byte `at`.
bs_tag bs_tag_at(bs_str text, size_t at);

// Where the tag begins that ends before byte `at`; `at` where none does.
size_t bs_tag_before(bs_str text, size_t at);

#endif
