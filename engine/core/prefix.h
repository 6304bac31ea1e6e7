// SPDX-License-Identifier: GPL-3.0-or-later
// prefix.h: which words of a sorted table does a text begin with.
//
// The tables of units, numerals and periods are arrays of rows that begin with their word and stand
// in byte order of it. A bs_prefix begins with the rows of the text's first character, which the
// table's lexicon knows, and walks down them one byte of the text at a time, each step a binary
// search in what is left; it stops at every length at which the table has a word. The cost is that
// of the longest match, whatever the size of the table, and next to nothing where there is none.
#ifndef BS_CORE_PREFIX_H
#define BS_CORE_PREFIX_H

#include "engine/core/lexicon.h"

typedef enum bs_prefix_flags {
    BS_PREFIX_FOLD = 1, // A to Z in the text are read as a to z
    BS_PREFIX_GAPS = 2, // blanks between two characters outside ASCII are passed over
} bs_prefix_flags;

typedef struct bs_prefix {
    const char *rows; // first row
    size_t stride;    // bytes of a row
    bs_str text;
    unsigned flags;
    size_t low; // rows that begin with what has been read
    size_t high;
    size_t depth; // bytes of the words read so far
    size_t taken; // bytes of the text read so far
    bool chars;   // rows begin with characters instead of a bs_str
    bool begun;   // the first character has been looked at
} bs_prefix;

// A walk down the rows of `lexicon`, which are in byte order: it is made by first characters, and
// keeps the order of the table. It may be empty where no row with one of `tags` is in the text.
static inline bs_prefix bs_prefix_begin_for(bs_lexicon *lexicon, bs_str text, unsigned flags,
                                            uint32_t tags)
{
    bs_prefix walk = {.rows = lexicon->rows,
                      .stride = lexicon->stride,
                      .text = text,
                      .flags = flags,
                      .chars = (lexicon->flags & BS_LEXICON_CHARS) != 0};
    uint32_t key = text.len > 0 ? bs_lexicon_key_at(text, 0) : 0;
    if (flags & BS_PREFIX_FOLD) key = bs_lexicon__fold(key);
    const bs_lexicon_entry *entry = bs_lexicon_find(lexicon, key);
    if (entry == NULL || (entry->tags & tags) == 0) return walk;
    size_t len = bs_lexicon__length((unsigned char)text.ptr[0]);
    bool fold = flags & BS_PREFIX_FOLD;
    if ((bs_lexicon_tags(lexicon, entry, text, len, fold) & tags) == 0) return walk;
    walk.low = lexicon->order[entry->first];
    walk.high = walk.low + entry->count;
    walk.depth = walk.taken = len;
    return walk;
}

// The same for rows of any tags.
static inline bs_prefix bs_prefix_begin(bs_lexicon *lexicon, bs_str text, unsigned flags)
{
    return bs_prefix_begin_for(lexicon, text, flags, UINT32_MAX);
}

// Steps to the next longer word that the text begins with: rows [*first, *first + *count) are that
// word, and walk->taken bytes of the text are it. Returns false when there is none.
bool bs_prefix_next(bs_prefix *walk, size_t *first, size_t *count);

#endif
