// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases that stand where a name would and name nothing: "also", 각각, 相比, 前年比.
#include "engine/core/lexicon.h"
#include "engine/extract/label_row.h"
#include "engine/extract/label_words.h"

static const word words[] = {
#include "engine/extract/label_empty.inc"
};
BS_LEXICON(static, words_by_start, words, 0);

bool bs__label_is_empty(bs_str phrase, bs_lang lang)
{
    if (phrase.len == 0) return false;
    const bs_lexicon_entry *entry = bs_lexicon_find(&words_by_start, bs_lexicon_key_at(phrase, 0));
    for (size_t i = 0; entry != NULL && i < entry->count; i++) {
        const word *row = &words[words_by_start.order[entry->first + i]];
        if (row->lang == lang && bs_str_equal(row->text, phrase)) return true;
    }
    return false;
}
