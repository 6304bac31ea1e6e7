// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/lexicon.h"

#include <assert.h>

static bs_str row_text(const bs_lexicon *lexicon, size_t row)
{
    const char *bytes = (const char *)lexicon->rows + row * lexicon->stride;
    if (lexicon->flags & BS_LEXICON_CHARS) return bs_str_from(bytes);
    bs_str text;
    memcpy(&text, bytes, sizeof text);
    return text;
}

static uint32_t key_of(const bs_lexicon *lexicon, bs_str text)
{
    assert(text.len > 0);
    bool ends = lexicon->flags & BS_LEXICON_ENDS;
    uint32_t key = ends ? bs_lexicon_key_before(text, text.len) : bs_lexicon_key_at(text, 0);
    return lexicon->flags & BS_LEXICON_FOLD ? bs_lexicon__fold(key) : key;
}

// The place of a character, which is empty when it has none yet.
static bs_lexicon_entry *place_of(const bs_lexicon *lexicon, uint32_t key)
{
    uint32_t mask = lexicon->entry_count - 1, at = bs_lexicon__home(key);
    while (lexicon->entries[at & mask].key != key && lexicon->entries[at & mask].key != 0)
        at++;
    return &lexicon->entries[at & mask];
}

static uint32_t row_tags(const bs_lexicon *lexicon, size_t row)
{
    const char *bytes = (const char *)lexicon->rows + row * lexicon->stride;
    return lexicon->tags_of != NULL ? lexicon->tags_of(bytes) : UINT32_MAX;
}

// Notes how a row begins, as it is and in lower case: a text may be asked for in either.
static void note_beginning(const bs_lexicon *lexicon, bs_str text, bs_lexicon_entry *entry,
                           uint32_t tags)
{
    size_t at = bs_lexicon__length((unsigned char)text.ptr[0]);
    if (text.len <= at) {
        entry->brief |= tags;
        return;
    }
    if (text.len == at + 1) entry->two_bytes = true;
    unsigned char next = bs_lexicon__byte_at(text, at, false);
    unsigned char third = bs_lexicon__byte_at(text, at + 1, false);
    unsigned char low_next = (unsigned char)bs_lexicon__fold(next);
    unsigned char low_third = (unsigned char)bs_lexicon__fold(third);
    lexicon->beginnings[bs_lexicon__beginning(lexicon, entry->key, next, third)] |= tags;
    if (low_next == next && low_third == third) return;
    lexicon->beginnings[bs_lexicon__beginning(lexicon, entry->key, low_next, low_third)] |= tags;
}

static void count_rows(bs_lexicon *lexicon)
{
    for (size_t row = 0; row < lexicon->row_count; row++) {
        bs_str text = row_text(lexicon, row);
        uint32_t key = key_of(lexicon, text);
        bs_lexicon_entry *entry = place_of(lexicon, key);
        entry->key = key;
        uint32_t home = bs_lexicon__home(key) & (lexicon->entry_count * BS_LEXICON_HOMES - 1);
        lexicon->homes[home / 32] |= UINT32_C(1) << home % 32;
        entry->count++;
        uint32_t tags = row_tags(lexicon, row);
        entry->tags |= tags;
        note_beginning(lexicon, text, entry, tags);
    }
    uint16_t first = 0;
    for (size_t i = 0; i < lexicon->entry_count; i++) {
        bs_lexicon_entry *entry = &lexicon->entries[i];
        if (entry->key == 0) continue;
        entry->first = first;
        first = (uint16_t)(first + entry->count);
        entry->count = 0;
    }
}

// Puts a row among those of its character: behind the longer ones, or behind all.
static void put_row(bs_lexicon *lexicon, uint16_t row)
{
    bs_str text = row_text(lexicon, row);
    bs_lexicon_entry *entry = place_of(lexicon, key_of(lexicon, text));
    uint16_t *rows = lexicon->order + entry->first;
    size_t len = text.len, at = entry->count++;
    bool longest = lexicon->flags & BS_LEXICON_LONGEST;
    for (; longest && at > 0 && row_text(lexicon, rows[at - 1]).len < len; at--)
        rows[at] = rows[at - 1];
    rows[at] = row;
}

static void make(bs_lexicon *lexicon)
{
    count_rows(lexicon);
    for (size_t row = 0; row < lexicon->row_count; row++)
        put_row(lexicon, (uint16_t)row);
    atomic_store_explicit(&lexicon->ready, true, memory_order_release);
}

static mtx_t lock;
static once_flag lock_once = ONCE_FLAG_INIT;

static void make_lock(void)
{
    (void)mtx_init(&lock, mtx_plain);
}

void bs_lexicon__make(bs_lexicon *lexicon)
{
    call_once(&lock_once, make_lock);
    (void)mtx_lock(&lock);
    if (!atomic_load_explicit(&lexicon->ready, memory_order_relaxed)) make(lexicon);
    (void)mtx_unlock(&lock);
}
