// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/extract/words.h"

#include "engine/base/array.h"
#include "engine/base/utf8.h"
#include "engine/core/prefix.h"

typedef struct word_row {
    bs_str text; // first, for bs_prefix
    bs_meaning meaning;
    bool counts;
} word_row;

static const word_row rows[] = {
#include "engine/extract/words.inc"
};

static uint32_t meaning_bit(const void *row)
{
    return UINT32_C(1) << ((const word_row *)row)->meaning;
}
_Static_assert(BS_MEANING_COUNT <= 32, "a bit for each meaning");
BS_LEXICON(static, lexicon, rows, 0, meaning_bit);
BS_LEXICON(static, by_end, rows, BS_LEXICON_FOLD | BS_LEXICON_ENDS, meaning_bit);

static bool is_word_byte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// A word in Latin letters ends where its letters end.
static bool is_bounded(bs_str text, size_t start, size_t end)
{
    bool before =
        start == 0 || !is_word_byte(text.ptr[start - 1]) || !is_word_byte(text.ptr[start]);
    bool after =
        end == text.len || !is_word_byte(text.ptr[end]) || !is_word_byte(text.ptr[end - 1]);
    return before && after;
}

// The longest word of `meaning` at `at`: its bytes, 0 when none stands there, and whether it
// counts.
static size_t match_at(bs_str text, size_t at, bs_meaning meaning, bool *counts)
{
    size_t best = 0, first, count;
    bs_prefix walk = bs_prefix_begin(&lexicon, bs_str_slice(text, at, text.len), BS_PREFIX_FOLD);
    while (bs_prefix_next(&walk, &first, &count)) {
        for (size_t i = first; i < first + count; i++) {
            if (rows[i].meaning != meaning || !is_bounded(text, at, at + walk.taken)) continue;
            best = walk.taken;
            *counts = rows[i].counts;
        }
    }
    return best;
}

// A walk through the words of a text: a text of its own, or a part of one whose places are known.
typedef struct word_walk {
    bs_str text;
    const bs_words *words; // NULL: of its own
    size_t next;           // place that is looked at next
    size_t at;             // byte that words are looked for from
} word_walk;

static bool is_inside(bs_str text, size_t at)
{
    return at > 0 && is_word_byte(text.ptr[at - 1]) && is_word_byte(text.ptr[at]);
}

static word_walk walk_begin(bs_str text, const bs_words *words)
{
    word_walk walk = {.text = text, .words = words};
    if (words == NULL || text.len == 0) return walk;
    size_t from = (size_t)(text.ptr - words->text.ptr), high = words->count;
    while (walk.next < high) {
        size_t middle = walk.next + (high - walk.next) / 2;
        if (words->places[middle].at < from)
            walk.next = middle + 1;
        else
            high = middle;
    }
    return walk;
}

// Where the next word of a meaning among `tags` may begin; the length of the text for nowhere. What
// is left of a word of Latin letters at the start of a part is a word there.
static size_t seek(word_walk *walk, uint32_t tags)
{
    const bs_words *words = walk->words;
    if (words == NULL) return bs_lexicon_seek(&lexicon, walk->text, walk->at, tags, true);
    if (walk->text.len == 0) return 0;
    size_t from = (size_t)(walk->text.ptr - words->text.ptr);
    if (walk->at == 0 && is_inside(words->text, from)) return 0;
    for (; walk->next < words->count; walk->next++) {
        const bs_word_place *place = &words->places[walk->next];
        if (place->at >= from + walk->text.len) break;
        if (place->at >= from + walk->at && (place->meanings & tags) != 0) return place->at - from;
    }
    return walk->text.len;
}

// The next word; the walk moves behind it. False at the end of the text. Words begin only where a
// character does, and in Latin letters only where their word does.
static bool next_word(word_walk *walk, bs_meaning meaning, bs_word_hit *hit)
{
    size_t start;
    while ((start = seek(walk, UINT32_C(1) << meaning)) < walk->text.len) {
        bool counts = true;
        size_t len = match_at(walk->text, start, meaning, &counts);
        size_t first = bs_lexicon__length((unsigned char)walk->text.ptr[start]);
        walk->at = start + (len > 0 ? len : first);
        if (len == 0 || !counts) continue;
        *hit = (bs_word_hit){start, start + len};
        return true;
    }
    walk->at = walk->text.len;
    return false;
}

static bool last_word(word_walk walk, bs_meaning meaning, bs_word_hit *hit)
{
    bool found = false;
    while (next_word(&walk, meaning, hit))
        found = true;
    return found;
}

bool bs_word_first(bs_str text, bs_meaning meaning, bs_word_hit *hit)
{
    word_walk walk = walk_begin(text, NULL);
    return next_word(&walk, meaning, hit);
}

bool bs_word_last(bs_str text, bs_meaning meaning, bs_word_hit *hit)
{
    return last_word(walk_begin(text, NULL), meaning, hit);
}

// Does the text end in the letters of a word of `meaning`?
static bool ends_like(bs_str text, bs_meaning meaning)
{
    uint32_t key = text.len > 0 ? bs_lexicon__fold(bs_lexicon_key_before(text, text.len)) : 0;
    const bs_lexicon_entry *entry = bs_lexicon_find(&by_end, key);
    if (entry == NULL || (entry->tags >> meaning & 1) == 0) return false;
    for (size_t i = 0; i < entry->count; i++) {
        const word_row *row = &rows[by_end.order[entry->first + i]];
        if (row->meaning != meaning || row->text.len > text.len) continue;
        bs_str end = bs_str_slice(text, text.len - row->text.len, text.len);
        if (bs_str_equal_nocase(end, row->text)) return true;
    }
    return false;
}

bool bs_word_closes(bs_str text, bs_meaning meaning, bs_word_hit *hit)
{
    return ends_like(text, meaning) && bs_word_last(text, meaning, hit) && hit->end == text.len;
}

bool bs_words_find(bs_words *out, bs_arena *arena, bs_str text)
{
    BS_ARRAY(bs_word_place) places = {0};
    const bs_lexicon_entry *entry;
    *out = (bs_words){.text = text};
    for (size_t at = 0; (at = bs_lexicon_next(&lexicon, text, at, true, &entry)) < text.len;) {
        size_t behind = at + bs_lexicon__length((unsigned char)text.ptr[at]);
        uint32_t meanings = bs_lexicon_tags(&lexicon, entry, text, behind, true) & entry->tags;
        bs_word_place *place = meanings != 0 ? BS_PUSH(arena, &places) : NULL;
        if (meanings != 0 && place == NULL) return false;
        if (place != NULL) *place = (bs_word_place){at, meanings};
        out->meanings |= meanings;
        at = behind;
    }
    out->places = places.items;
    out->count = places.count;
    return true;
}

uint32_t bs_words_hint(const bs_words *words, bs_str part)
{
    if (part.len == 0) return 0;
    word_walk walk = walk_begin(part, words);
    size_t from = (size_t)(part.ptr - words->text.ptr);
    if (is_inside(words->text, from)) return UINT32_MAX;
    uint32_t found = 0;
    for (size_t i = walk.next; i < words->count && words->places[i].at < from + part.len; i++)
        found |= words->places[i].meanings;
    return found;
}

bool bs_words_first(const bs_words *words, bs_str part, bs_meaning meaning, bs_word_hit *hit)
{
    word_walk walk = walk_begin(part, words);
    return next_word(&walk, meaning, hit);
}

bool bs_words_last(const bs_words *words, bs_str part, bs_meaning meaning, bs_word_hit *hit)
{
    return last_word(walk_begin(part, words), meaning, hit);
}

static bool is_filler(uint32_t code)
{
    return bs_rune_is_space(code) || code == ':' || code == 0xFF1A || code == '(' || code == ')' ||
           code == 0xFF08 || code == 0xFF09 || code == '[' || code == ']' || code == '*' ||
           code == '<' || code == '>';
}

// Does a word of `meaning` begin with the character at `at`?
static bool may_begin(bs_str text, size_t at, bs_meaning meaning)
{
    uint32_t key = bs_lexicon__fold(bs_lexicon_key_at(text, at));
    const bs_lexicon_entry *entry = bs_lexicon_find(&lexicon, key);
    return entry != NULL && (entry->tags >> meaning & 1) != 0;
}

enum { WORD_SIZE_MAX = 64 };

bool bs_word_is(bs_str text, bs_meaning meaning)
{
    char squeezed[WORD_SIZE_MAX];
    size_t len = 0;
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        bool keep =
            !is_filler(rune.code) || (rune.code == ' ' && (unsigned char)text.ptr[0] < 0x80);
        if (keep && len + rune.len > sizeof squeezed) return false;
        if (keep && len == 0 && rune.code != ' ' && !may_begin(text, at, meaning)) return false;
        if (keep) memcpy(squeezed + len, text.ptr + at, rune.len);
        len += keep ? rune.len : 0;
        at += rune.len;
    }
    bs_str whole = bs_str_trim((bs_str){squeezed, len});
    bool counts = false;
    return whole.len > 0 && match_at(whole, 0, meaning, &counts) == whole.len && counts;
}

bool bs_word__among(bs_lexicon *table, bs_str text)
{
    const bs_str *words = table->rows;
    const bs_lexicon_entry *entry;
    for (size_t at = 0; (at = bs_lexicon_next(table, text, at, false, &entry)) < text.len; at++) {
        bs_str rest = bs_str_slice(text, at, text.len);
        for (size_t i = 0; i < entry->count; i++) {
            if (bs_str_starts(rest, words[table->order[entry->first + i]])) return true;
        }
    }
    return false;
}

// The next word of a list; false at its end.
static bool next_of_list(const char **list, bs_str *word)
{
    if (**list == '\0') return false;
    *word = (bs_str){*list, (size_t)(strchrnul(*list, '|') - *list)};
    *list += word->len;
    if (**list == '|') ++*list;
    return true;
}

// A filter that was made for another list, because its place asks for several, stays as it is.
static void make_filter(bs_list_filter *filter, const char *list, unsigned (*bit_of)(bs_str word))
{
    const char *rest = list;
    bs_str word;
    if (atomic_load_explicit(&filter->list, memory_order_acquire) != NULL) return;
    while (next_of_list(&rest, &word)) {
        unsigned bit = bit_of(word);
        uint64_t row = (UINT64_C(1) << BS_LIST_COLUMNS) - 1;
        // Any byte may be next to a word of one.
        uint64_t bits =
            word.len == 1 ? row << (bit % 64 - bit % BS_LIST_COLUMNS) : UINT64_C(1) << bit % 64;
        atomic_fetch_or_explicit(&filter->bits[bit / 64], bits, memory_order_relaxed);
    }
    atomic_store_explicit(&filter->list, list, memory_order_release);
}

bool bs_list__starts_slowly(bs_list_filter *filter, bs_str text, const char *list)
{
    bs_str word;
    make_filter(filter, list, bs_list__first_bit);
    while (next_of_list(&list, &word)) {
        if (bs_str_starts(text, word)) return true;
    }
    return false;
}

bool bs_list__is_slowly(bs_list_filter *filter, bs_str text, const char *list)
{
    bs_str word;
    make_filter(filter, list, bs_list__first_bit);
    while (next_of_list(&list, &word)) {
        if (bs_str_equal(text, word)) return true;
    }
    return false;
}

// Is the word of the list that ends with the byte at `last` the end of the text?
static bool is_end(bs_str text, const char *list, const char *last)
{
    size_t len = 0, most = (size_t)(last - list) + 1;
    while (len < most && last[-(ptrdiff_t)len] != '|') {
        if (len == text.len || last[-(ptrdiff_t)len] != text.ptr[text.len - 1 - len]) return false;
        len++;
    }
    return len > 0;
}

// Looks at the words alone that end with the last byte of the text.
bool bs_list__ends_slowly(bs_list_filter *filter, bs_str text, const char *list)
{
    char tail = text.ptr[text.len - 1];
    if (tail == '\0') return false;
    make_filter(filter, list, bs_list__last_bit);
    for (const char *last = list; (last = strchr(last, tail)) != NULL; last++) {
        if ((last[1] == '|' || last[1] == '\0') && is_end(text, list, last)) return true;
    }
    return false;
}
