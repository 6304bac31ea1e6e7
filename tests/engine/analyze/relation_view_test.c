// SPDX-License-Identifier: GPL-3.0-or-later
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/analyze/relation_view.h"

enum { FIGURE_COUNT = 600, FIGURE_BYTES = 4 }; // "100 ", "101 " ... without a stop

static bs_str numbers(bs_arena *arena)
{
    bs_buffer text = BS_BUFFER_INIT;
    for (int i = 0; i < FIGURE_COUNT; i++)
        bs_buffer_addf(&text, "%d ", 100 + i);
    bs_str made = bs_arena_str(arena, bs_buffer_str(&text));
    bs_buffer_deinit(&text);
    return made;
}

// A line of 600 numbers without a stop is read in pieces that hold each of them once.
static void long_sentences_are_cut(void **state)
{
    (void)state;
    bs_arena arena = {0};
    bs_document document = {0};
    bs_reading reading = {.document = &document};
    bs_block *block = BS_PUSH(&arena, &document.blocks);
    *block = (bs_block){.kind = BS_BLOCK_PARAGRAPH, .text = numbers(&arena)};
    for (size_t i = 0; i < FIGURE_COUNT; i++) {
        bs_quantity *quantity = BS_PUSH(&arena, &reading.quantities);
        bs_str text = bs_str_slice(block->text, i * FIGURE_BYTES, i * FIGURE_BYTES + 3);
        *quantity = (bs_quantity){.text = text, .digits = text, .of = BS_NO_QUANTITY};
        quantity->origin.block = 1;
    }
    bs_view view;
    assert_int_equal(bs_view_init(&view, &arena, &reading, NULL), BS_OK);
    size_t held = 0, bytes = 0;
    assert_true(view.sentences.count > 1);
    for (size_t i = 0; i < view.sentences.count; i++) {
        const bs_sentence *sentence = &view.sentences.items[i];
        assert_int_equal(sentence->first, held);
        assert_ptr_equal(sentence->text.ptr, block->text.ptr + bytes);
        held += sentence->count;
        bytes += sentence->text.len;
    }
    assert_int_equal(held, FIGURE_COUNT);
    assert_int_equal(bytes, block->text.len);
    bs_arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(long_sentences_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
