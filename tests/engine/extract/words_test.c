// SPDX-License-Identifier: GPL-3.0-or-later
// What rules words out must never rule out one that is there: answers are held against comparisons
// of every word with random texts.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "engine/base/array.h"
#include "engine/extract/words.h"

static const char *const pieces[] = {"a",    "by",   "to", " ",  "(",  ")",    ",",    "까지",
                                     "에서", "로",   "の", "的", "到", "rose", "targ", "목표",
                                     "et",   "증가", "R",  "os", "e",  "、",   "share"};
enum { TEXT_COUNT = 20000, PIECES_MAX = 6, TEXT_BYTES = PIECES_MAX * 8 };

static bs_str make_text(char *out)
{
    size_t len = 0;
    for (int i = rand() % (PIECES_MAX + 1); i > 0; i--) {
        const char *piece = pieces[(size_t)rand() % BS_COUNT(pieces)];
        memcpy(out + len, piece, strlen(piece));
        len += strlen(piece);
    }
    return (bs_str){out, len};
}

static const char *const words[][4] = {
    {"까지", "에서", ")", "by"}, {" to", "的", "到", "로"}, {"e", "os", "の", "、"}};
static const char *const lists[] = {"까지|에서|)|by", " to|的|到|로", "e|os|の|、"};

static bool has_one(bs_str text, size_t list, bool (*stands)(bs_str text, bs_str word))
{
    for (size_t i = 0; i < BS_COUNT(words[list]); i++) {
        if (stands(text, bs_str_from(words[list][i]))) return true;
    }
    return false;
}

static bool starts(bs_str text, bs_str word)
{
    return bs_str_starts(text, word);
}

static bool ends(bs_str text, bs_str word)
{
    return bs_str_ends(text, word);
}

static void a_list_is_ruled_out_only_where_no_word_stands(void **state)
{
    (void)state;
    srand(1);
    for (int i = 0; i < TEXT_COUNT; i++) {
        char bytes[TEXT_BYTES];
        bs_str text = make_text(bytes);
        assert_int_equal(bs_list_starts(text, "까지|에서|)|by"), has_one(text, 0, starts));
        assert_int_equal(bs_list_ends(text, "까지|에서|)|by"), has_one(text, 0, ends));
        // One place that asks for several lists.
        for (size_t list = 0; list < BS_COUNT(lists); list++) {
            assert_int_equal(bs_list_starts(text, lists[list]), has_one(text, list, starts));
            assert_int_equal(bs_list_ends(text, lists[list]), has_one(text, list, ends));
        }
    }
}

// Every part that begins and ends with a character, also inside words.
static bool begins_character(bs_str text, size_t at)
{
    return at == text.len || ((unsigned char)text.ptr[at] & 0xC0) != 0x80;
}

static void assert_part(const bs_words *known, bs_str part, bs_meaning meaning)
{
    bs_word_hit first, last, own_first, own_last;
    bool there = bs_word_first(part, meaning, &own_first);
    assert_int_equal(bs_words_first(known, part, meaning, &first), there);
    assert_int_equal(bs_words_last(known, part, meaning, &last), there);
    if (!there) return;
    assert_true(bs_word_last(part, meaning, &own_last));
    assert_memory_equal(&first, &own_first, sizeof first);
    assert_memory_equal(&last, &own_last, sizeof last);
    assert_true(bs_words_hint(known, part) >> meaning & 1);
    assert_true(known->meanings >> meaning & 1 || part.ptr != known->text.ptr);
}

static void parts_hold_the_words_that_they_hold_by_themselves(void **state)
{
    (void)state;
    srand(2);
    size_t found = 0, spared = 0;
    bs_arena arena = {0};
    for (int i = 0; i < TEXT_COUNT / 8; i++) {
        char bytes[TEXT_BYTES];
        bs_str text = make_text(bytes);
        bs_words known;
        assert_true(bs_words_find(&known, &arena, text));
        for (size_t low = 0; low <= text.len; low++) {
            size_t high = low + (size_t)rand() % (text.len - low + 1);
            if (!begins_character(text, low) || !begins_character(text, high)) continue;
            bs_str part = bs_str_slice(text, low, high);
            for (int meaning = 0; meaning < BS_MEANING_COUNT; meaning++)
                assert_part(&known, part, (bs_meaning)meaning);
        }
        for (int meaning = 0; meaning < BS_MEANING_COUNT; meaning++) {
            found += bs_word_in(text, (bs_meaning)meaning);
            spared += (known.meanings >> meaning & 1) == 0;
        }
        bs_arena_reset(&arena);
    }
    bs_arena_deinit(&arena);
    assert_true(found > TEXT_COUNT / 32);
    assert_true(spared > (size_t)TEXT_COUNT / 8 * BS_MEANING_COUNT * 3 / 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_is_ruled_out_only_where_no_word_stands),
        cmocka_unit_test(parts_hold_the_words_that_they_hold_by_themselves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
