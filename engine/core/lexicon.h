// SPDX-License-Identifier: GPL-3.0-or-later
// lexicon.h: which words of a table may stand at a place of a text.
//
// A table of words is an array of rows that begin with a bs_str, or with an array of characters
// that a zero ends. Its lexicon finds the rows whose word begins (or ends) with the character that
// stands in the text, in constant time: at nearly every place of a text that is none, and what is
// left to compare elsewhere are a few rows. It is made on first use, which takes some microseconds,
// and is kept for the life of the program; any number of threads may use it at once. ASCII letters
// are told apart by case unless it folds them.
#ifndef BS_CORE_LEXICON_H
#define BS_CORE_LEXICON_H

#include <stdatomic.h>
#include <stdint.h>
#include <threads.h>

#include "engine/base/array.h"
#include "engine/base/str.h"

// The rows of one character: order[first], ... order[first + count - 1].
typedef struct bs_lexicon_entry {
    uint32_t key; // the bytes of the character; 0 for an empty place
    uint32_t first : 16;
    uint32_t count : 15;
    uint32_t two_bytes : 1; // a row has one byte behind the character
    uint32_t tags;          // what tags_of says of any of the rows; all bits where there is none
    uint32_t brief;         // of those that are the character alone
} bs_lexicon_entry;

typedef enum bs_lexicon_flags {
    BS_LEXICON_FOLD = 1,    // A to Z in the rows are read as a to z
    BS_LEXICON_ENDS = 2,    // by the last character instead of the first
    BS_LEXICON_LONGEST = 4, // rows of one character: the longest first; else as in the table
    BS_LEXICON_CHARS = 8,   // rows begin with characters instead of a bs_str
} bs_lexicon_flags;

typedef struct bs_lexicon {
    const void *rows;
    size_t stride; // bytes of a row
    size_t row_count;
    unsigned flags;
    uint32_t (*tags_of)(const void *row); // NULL: no tags
    bs_lexicon_entry *entries;
    uint32_t entry_count; // a power of two
    uint32_t *homes;      // bits by the hash of the characters, BS_LEXICON_HOMES for each entry
    uint16_t *order;
    uint32_t *beginnings; // tags of the rows that begin with a character and two bytes
    atomic_bool ready;
} bs_lexicon;

enum { BS_LEXICON_HOMES = 4 }; // so that most of them stay clear

// Places for the characters of `count` rows, at most half of them taken.
#define BS_LEXICON_SIZE(count)                                                                     \
    ((count) <= 16     ? 32                                                                        \
     : (count) <= 64   ? 128                                                                       \
     : (count) <= 256  ? 512                                                                       \
     : (count) <= 1024 ? 2048                                                                      \
                       : 8192)

// Defines the lexicon `name` of a true array `table` of at most 4096 rows; `storage` is static, or
// nothing. Behind `flags` may stand a function for tags_of. `used`, because GCC 12 takes a lexicon
// that only a copy of a function for it refers to for constant, though it is made at run time.
#define BS_LEXICON(storage, name, table, ...)                                                      \
    _Static_assert(BS_COUNT(table) <= 4096, "a lexicon has at most 4096 rows");                    \
    static bs_lexicon_entry name##_entries[BS_LEXICON_SIZE(BS_COUNT(table))];                      \
    static uint32_t name##_homes[BS_LEXICON_SIZE(BS_COUNT(table)) * BS_LEXICON_HOMES / 32];        \
    static uint16_t name##_order[BS_COUNT(table)];                                                 \
    static uint32_t name##_beginnings[BS_LEXICON_SIZE(BS_COUNT(table)) * BS_LEXICON_BEGINNINGS];   \
    storage __attribute__((used))                                                                  \
    bs_lexicon name = {(table),           sizeof *(table),                                         \
                       BS_COUNT(table),   BS_LEXICON_ARGS(__VA_ARGS__, NULL, ),                    \
                       name##_entries,    BS_COUNT(name##_entries),                                \
                       name##_homes,      name##_order,                                            \
                       name##_beginnings, false}
#define BS_LEXICON_ARGS(flags, tags, ...) (flags), (tags)

// Builds the lexicon; done by the functions below.
void bs_lexicon__make(bs_lexicon *lexicon);

// The bytes of the character of `len` bytes at `text`.
static inline uint32_t bs_lexicon__pack(const char *text, size_t len)
{
    const unsigned char *byte = (const unsigned char *)text;
    if (len == 1) return byte[0];
    uint32_t key = byte[0] | (uint32_t)byte[1] << 8;
    if (len > 2) key |= (uint32_t)byte[2] << 16;
    if (len > 3) key |= (uint32_t)byte[3] << 24;
    return key;
}

// Bytes of a character by the first one.
static inline size_t bs_lexicon__length(unsigned char lead)
{
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

static inline uint32_t bs_lexicon__fold(uint32_t key)
{
    return key >= 'A' && key <= 'Z' ? key + ('a' - 'A') : key;
}

// The character that begins at byte `at`, which is in the text, as it stands there; 0 where the
// text ends in it.
static inline uint32_t bs_lexicon_key_at(bs_str text, size_t at)
{
    size_t len = bs_lexicon__length((unsigned char)text.ptr[at]);
    return text.len - at < len ? 0 : bs_lexicon__pack(text.ptr + at, len);
}

// The character that ends before byte `at`, which is not 0.
static inline uint32_t bs_lexicon_key_before(bs_str text, size_t at)
{
    size_t start = at - 1;
    while (start > 0 && at - start < 4 && ((unsigned char)text.ptr[start] & 0xC0) == 0x80)
        start--;
    return bs_lexicon__pack(text.ptr + start, at - start);
}

static inline uint32_t bs_lexicon__home(uint32_t key)
{
    return (key * 2654435761u) >> 16;
}

// Readies a lexicon for the two below.
static inline void bs_lexicon__ready(bs_lexicon *lexicon)
{
    if (!atomic_load_explicit(&lexicon->ready, memory_order_acquire)) bs_lexicon__make(lexicon);
}

// False for nearly every character that begins no row: a few bytes that stay in the cache tell.
static inline bool bs_lexicon__may_have(const bs_lexicon *lexicon, uint32_t key)
{
    uint32_t home = bs_lexicon__home(key) & (lexicon->entry_count * BS_LEXICON_HOMES - 1);
    return (lexicon->homes[home / 32] >> home % 32 & 1) != 0;
}

static inline const bs_lexicon_entry *bs_lexicon__entry(const bs_lexicon *lexicon, uint32_t key)
{
    for (uint32_t at = bs_lexicon__home(key);; at++) {
        const bs_lexicon_entry *entry = &lexicon->entries[at & (lexicon->entry_count - 1)];
        if (entry->key == key) return key != 0 ? entry : NULL;
        if (entry->key == 0) return NULL;
    }
}

// The rows of a character, of which letters are in lower case where the lexicon folds them; NULL
// when there are none.
static inline const bs_lexicon_entry *bs_lexicon_find(bs_lexicon *lexicon, uint32_t key)
{
    bs_lexicon__ready(lexicon);
    return bs_lexicon__may_have(lexicon, key) ? bs_lexicon__entry(lexicon, key) : NULL;
}

enum { BS_LEXICON_BEGINNINGS = 2 }; // places for each entry: most of them stay empty

// The place of a beginning: a character and two bytes behind it, or 0 where the row ends.
static inline uint32_t bs_lexicon__beginning(const bs_lexicon *lexicon, uint32_t key,
                                             unsigned char next, unsigned char third)
{
    uint32_t mixed = (key + next * 0x9E3779B1u) * 2654435761u + third * 0x85EBCA6Bu;
    return (mixed ^ mixed >> 15) & (lexicon->entry_count * BS_LEXICON_BEGINNINGS - 1);
}

static inline unsigned char bs_lexicon__byte_at(bs_str text, size_t at, bool fold)
{
    if (at >= text.len) return 0;
    unsigned char byte = (unsigned char)text.ptr[at];
    return fold ? (unsigned char)bs_lexicon__fold(byte) : byte;
}

// What tags_of says of the rows of `entry` that may go on, behind their first character, with what
// stands at byte `at` of the text, or end there; 0 when there is none. Blanks between characters
// outside ASCII, which some readers pass over, may be anything. For rows that are found by their
// beginning.
static inline uint32_t bs_lexicon_tags(const bs_lexicon *lexicon, const bs_lexicon_entry *entry,
                                       bs_str text, size_t at, bool fold)
{
    unsigned char next = bs_lexicon__byte_at(text, at, fold);
    unsigned char third = bs_lexicon__byte_at(text, at + 1, fold);
    if ((next == ' ' && entry->key >= 0x80) || (third == ' ' && next >= 0x80)) return entry->tags;
    uint32_t found = entry->brief;
    if (entry->two_bytes)
        found |= lexicon->beginnings[bs_lexicon__beginning(lexicon, entry->key, next, 0)];
    return found | lexicon->beginnings[bs_lexicon__beginning(lexicon, entry->key, next, third)];
}

// Letters and digits of ASCII; false for all other bytes.
static inline bool bs_lexicon__letter(unsigned char byte)
{
    const uint64_t digits = UINT64_C(0x3FF) << '0';
    const uint64_t letters = UINT64_C(0x3FFFFFF) << ('A' - 64) | UINT64_C(0x3FFFFFF) << ('a' - 64);
    return byte < 0x80 && ((byte < 64 ? digits : letters) >> byte % 64 & 1) != 0;
}

// The first byte at or after `at` where a character begins that rows begin with, which are
// *entry; the length of the text when there is none. With `whole` set, letters and digits of ASCII
// begin nothing inside a word of them. Letters are folded.
static inline size_t bs_lexicon_next(bs_lexicon *lexicon, bs_str text, size_t at, bool whole,
                                     const bs_lexicon_entry **entry)
{
    bs_lexicon__ready(lexicon);
    bool letter_before = at > 0 && bs_lexicon__letter((unsigned char)text.ptr[at - 1]);
    for (size_t len; at < text.len; at += len) {
        unsigned char lead = (unsigned char)text.ptr[at];
        uint32_t key;
        if (lead >= 0xE0 && lead < 0xF0 && text.len - at >= 3) {
            key = bs_lexicon__pack(text.ptr + at, len = 3);
            letter_before = false;
        } else {
            bool letter = bs_lexicon__letter(lead);
            bool inside = (lead & 0xC0) == 0x80 || (whole && letter && letter_before);
            letter_before = letter;
            len = inside ? 1 : bs_lexicon__length(lead);
            if (inside) continue;
            key = letter ? lead | 0x20u : bs_lexicon_key_at(text, at);
        }
        if (!bs_lexicon__may_have(lexicon, key)) continue;
        *entry = bs_lexicon__entry(lexicon, key);
        if (*entry != NULL) return at;
    }
    return text.len;
}

// The first byte at or after `at`, which begins a character, where a row whose tags are among
// `tags` may begin; the length of the text when there is none. `whole` as above.
static inline size_t bs_lexicon_seek(bs_lexicon *lexicon, bs_str text, size_t at, uint32_t tags,
                                     bool whole)
{
    const bs_lexicon_entry *entry;
    while ((at = bs_lexicon_next(lexicon, text, at, whole, &entry)) < text.len) {
        size_t next = at + bs_lexicon__length((unsigned char)text.ptr[at]);
        if ((entry->tags & tags) != 0 &&
            (bs_lexicon_tags(lexicon, entry, text, next, true) & tags) != 0) {
            return at;
        }
        at = next;
    }
    return text.len;
}

#endif
