// SPDX-License-Identifier: GPL-3.0-or-later
// prefix.h: which words of a sorted table does a text begin with.
//
// The tables of units, numerals and periods are arrays of rows that begin with a bs_str and stand
// in byte order of it. A bs_prefix walks down such a table one byte of the text at a time, each
// step a binary search in what is left, and stops at every length at which the table has a word.
// The cost is that of the longest match, whatever the size of the table; nothing is built or kept.
#ifndef BS_CORE_PREFIX_H
#define BS_CORE_PREFIX_H

#include "engine/base/str.h"

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
} bs_prefix;

// `table` is a true array of rows whose first member is the bs_str that it is sorted by.
#define BS_PREFIX(table, count, wanted, flags)                                                     \
    ((bs_prefix){(const char *)(table), sizeof *(table), (wanted), (flags), 0, (count), 0, 0})

// Steps to the next longer word that the text begins with: rows [*first, *first + *count) are that
// word, and walk->taken bytes of the text are it. Returns false when there is none.
bool bs_prefix_next(bs_prefix *walk, size_t *first, size_t *count);

#endif
