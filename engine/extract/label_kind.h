// SPDX-License-Identifier: GPL-3.0-or-later
// label_kind.h: English words of several kinds in one table, and which of them a text begins with.
// For files with such tables only.
#ifndef BS_EXTRACT_LABEL_KIND_H
#define BS_EXTRACT_LABEL_KIND_H

#include "engine/core/lexicon.h"

// A word may have a row for each of its kinds, in any order.
typedef struct bs__kind_word {
    bs_str text; // first, for the lexicon; a blank at the end is that behind the word
    uint32_t kind;
} bs__kind_word;

#define W(kind, text)                                                                              \
    {                                                                                              \
        BS_STR_INIT(text), (kind)                                                                  \
    }

static inline uint32_t bs__kind_of(const void *row)
{
    return ((const bs__kind_word *)row)->kind;
}

// The lexicon `name` of a table of them.
#define BS__KIND_LEXICON(name, table)                                                              \
    BS_LEXICON(static, name, table, BS_LEXICON_LONGEST, bs__kind_of)

// The length of the longest word of `kinds` that `text` begins with as a whole one: a blank or the
// end of the text is behind it. 0 when there is none.
static inline size_t bs__kind_length(bs_lexicon *lexicon, bs_str text, uint32_t kinds)
{
    uint32_t key = text.len > 0 ? bs_lexicon_key_at(text, 0) : 0;
    const bs_lexicon_entry *entry = bs_lexicon_find(lexicon, key);
    if (entry == NULL || (bs_lexicon_tags(lexicon, entry, text, 1, false) & kinds) == 0) return 0;
    for (size_t i = 0; i < entry->count; i++) {
        const bs__kind_word *row = lexicon->rows;
        row += lexicon->order[entry->first + i];
        if ((row->kind & kinds) == 0 || !bs_str_starts(text, row->text)) continue;
        size_t end = row->text.len;
        if (end == text.len || text.ptr[end] == ' ' || text.ptr[end - 1] == ' ') return end;
    }
    return 0;
}

#endif
