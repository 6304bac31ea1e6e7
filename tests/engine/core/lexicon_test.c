// SPDX-License-Identifier: GPL-3.0-or-later
// What the lexicon finds is held against a comparison of every row with every place of random
// texts.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "engine/core/prefix.h"

typedef struct row {
    bs_str text;
    unsigned number;
} row;

#define ROW(text, number)                                                                          \
    {                                                                                              \
        BS_STR_INIT(text), (number)                                                                \
    }

static const row words[] = {
    ROW("증가", 0), ROW("증", 1),    ROW("증가율", 2), ROW("Q1", 3),          ROW("q", 4),
    ROW("増", 5),   ROW("增加", 6),  ROW("가증", 7),   ROW("of", 8),          ROW("o", 9),
    ROW("가", 10),  ROW("増加", 11), ROW("£", 12),     ROW("\U0001F4B0", 13),
};

static uint32_t bit_of(const void *one)
{
    return UINT32_C(1) << ((const row *)one)->number;
}

BS_LEXICON(static, by_start, words, BS_LEXICON_FOLD | BS_LEXICON_LONGEST, bit_of);
BS_LEXICON(static, by_end, words, BS_LEXICON_FOLD | BS_LEXICON_LONGEST | BS_LEXICON_ENDS, bit_of);
BS_LEXICON(static, exact, words, 0);

static const char *const pieces[] = {"증", "가", "율", "Q",      "q",          "1",  "o",
                                     "O",  "f",  "増", "\u00a3", "\U0001F4B0", "加", " "};
enum { TEXT_COUNT = 2000, PIECE_COUNT = 12, TEXT_BYTES = PIECE_COUNT * 4 };

static bs_str make_text(char *out)
{
    size_t len = 0;
    for (int i = 0; i < PIECE_COUNT; i++) {
        const char *piece = pieces[(size_t)rand() % BS_COUNT(pieces)];
        memcpy(out + len, piece, strlen(piece));
        len += strlen(piece);
    }
    return (bs_str){out, len};
}

static bs_str first_char(bs_str text)
{
    return bs_str_slice(text, 0, bs_lexicon__length((unsigned char)text.ptr[0]));
}

static bs_str last_char(bs_str text)
{
    size_t start = text.len - 1;
    while (((unsigned char)text.ptr[start] & 0xC0) == 0x80)
        start--;
    return bs_str_slice(text, start, text.len);
}

// The rows of `entry` are those that share a character with the text, and no others.
static void check_entry(const bs_lexicon *lexicon, const bs_lexicon_entry *entry, bs_str own,
                        bool fold)
{
    size_t count = 0;
    uint32_t tags = 0;
    for (size_t i = 0; i < BS_COUNT(words); i++) {
        bool ends = lexicon->flags & BS_LEXICON_ENDS;
        bs_str character = ends ? last_char(words[i].text) : first_char(words[i].text);
        bool same = fold ? bs_str_equal_nocase(character, own) : bs_str_equal(character, own);
        if (!same) continue;
        count++;
        tags |= bit_of(&words[i]);
        bool found = false;
        for (size_t k = 0; entry != NULL && k < entry->count; k++)
            found |= lexicon->order[entry->first + k] == i;
        assert_true(found);
    }
    assert_int_equal(entry != NULL ? entry->count : 0, count);
    if (entry != NULL && lexicon->tags_of != NULL) assert_int_equal(entry->tags, tags);
}

static void check_order(const bs_lexicon *lexicon, const bs_lexicon_entry *entry)
{
    for (size_t k = 1; entry != NULL && k < entry->count; k++) {
        size_t before = lexicon->order[entry->first + k - 1];
        size_t behind = lexicon->order[entry->first + k];
        bool longest = lexicon->flags & BS_LEXICON_LONGEST;
        size_t a = words[before].text.len, b = words[behind].text.len;
        assert_true(longest ? a > b || (a == b && before < behind) : before < behind);
    }
}

static void finds_the_rows_of_a_character(void **state)
{
    (void)state;
    srand(1);
    for (int i = 0; i < TEXT_COUNT; i++) {
        char bytes[TEXT_BYTES];
        bs_str text = make_text(bytes);
        for (size_t at = 0; at < text.len;) {
            bs_str own = first_char(bs_str_slice(text, at, text.len));
            uint32_t key = bs_lexicon_key_at(text, at), folded = bs_lexicon__fold(key);
            check_entry(&by_start, bs_lexicon_find(&by_start, folded), own, true);
            check_entry(&exact, bs_lexicon_find(&exact, key), own, false);
            check_order(&by_start, bs_lexicon_find(&by_start, folded));
            check_order(&exact, bs_lexicon_find(&exact, key));
            at += own.len;
            uint32_t last = bs_lexicon__fold(bs_lexicon_key_before(text, at));
            check_entry(&by_end, bs_lexicon_find(&by_end, last), own, true);
            check_order(&by_end, bs_lexicon_find(&by_end, last));
        }
    }
}

static void knows_nothing_of_a_character_that_is_cut_off(void **state)
{
    (void)state;
    bs_str whole = BS_STR("증");
    assert_int_equal(bs_lexicon_key_at((bs_str){whole.ptr, 2}, 0), 0);
    assert_null(bs_lexicon_find(&exact, 0));
}

static const row sorted[] = {
    ROW("a", 0),        ROW("ab", 1),   ROW("ab", 2),    ROW("abc", 3),
    ROW("b c", 4),      ROW("百", 5),   ROW("百分", 6),  ROW("百分点", 7),
    ROW("百分点数", 8), ROW("증가", 9), ROW("증감", 10), ROW("증감률", 11),
};
BS_LEXICON(static, sorted_lexicon, sorted, 0);

// Does `text` begin with `word`, upper case as lower, blanks between wide characters passed over?
static size_t begins(bs_str text, bs_str word, unsigned flags)
{
    size_t at = 0;
    for (size_t i = 0; i < word.len; i++, at++) {
        bool wide = i > 0 && (unsigned char)word.ptr[i - 1] >= 0x80 &&
                    ((unsigned char)word.ptr[i] & 0xC0) == 0xC0;
        while ((flags & BS_PREFIX_GAPS) && wide && at < text.len && text.ptr[at] == ' ')
            at++;
        if (at >= text.len) return 0;
        char c = text.ptr[at];
        if ((flags & BS_PREFIX_FOLD) && c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
        if (c != word.ptr[i]) return 0;
    }
    return at;
}

static void walks_down_all_words_of_a_text(void **state)
{
    (void)state;
    static const char *const bits[] = {"a",  "A",  "b",  "B",  "c",  "C",  " ",
                                       "百", "分", "点", "数", "증", "감", "률"};
    srand(2);
    for (int i = 0; i < TEXT_COUNT * 5; i++) {
        char bytes[TEXT_BYTES];
        bs_str text = {bytes, 0};
        for (int k = 0; k < 6; k++) {
            const char *bit = bits[(size_t)rand() % BS_COUNT(bits)];
            memcpy(bytes + text.len, bit, strlen(bit));
            text.len += strlen(bit);
        }
        unsigned flags = (unsigned)rand() % 4;
        bs_prefix walk = bs_prefix_begin(&sorted_lexicon, text, flags);
        size_t first, count;
        for (size_t k = 0; k < BS_COUNT(sorted); k += count) {
            size_t taken = begins(text, sorted[k].text, flags);
            count = 1;
            if (taken == 0) continue;
            assert_true(bs_prefix_next(&walk, &first, &count));
            assert_int_equal(first, k);
            assert_int_equal(walk.taken, taken);
            assert_int_equal(count, k == 1 ? 2 : 1);
        }
        assert_false(bs_prefix_next(&walk, &first, &count));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_rows_of_a_character),
        cmocka_unit_test(knows_nothing_of_a_character_that_is_cut_off),
        cmocka_unit_test(walks_down_all_words_of_a_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
