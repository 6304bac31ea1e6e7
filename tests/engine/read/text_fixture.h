// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks of a document as text, so that a test shows what it expects:
//
//     H1 heading   P paragraph   L2 list item   C caption   N note   T rows x columns
//     a table row is "| a | b |": # header cell, > one step of indent, . nothing stands here,
//     < and ^ the place belongs to the cell on the left or above
//
// Line ends inside a text are written /, tabs as \t.
#ifndef BS_TESTS_TEXT_FIXTURE_H
#define BS_TESTS_TEXT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/base/buffer.h"
#include "engine/read/reader.h"

typedef struct text_fixture {
    bs_arena arena;
    bs_source source;
    bs_document document;
    bs_error err;
} text_fixture;

static inline bs_status fixture_read(text_fixture *fixture, const char *path, bs_str text)
{
    *fixture = (text_fixture){.arena = BS_ARENA_INIT};
    bs_status status =
        bs_source_init(&fixture->source, &fixture->arena, bs_str_from(path), text, &fixture->err);
    assert_int_equal(status, BS_OK);
    return bs_read_text(&fixture->document, &fixture->arena, &fixture->source, BS_LANG_UNKNOWN,
                        &fixture->err);
}

static inline void fixture_close(text_fixture *fixture)
{
    bs_arena_deinit(&fixture->arena);
}

static inline void show_text(bs_buffer *out, bs_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '\n') {
            bs_buffer_add_char(out, '/');
        } else if (text.ptr[i] == '\t') {
            bs_buffer_add(out, BS_STR("\\t"));
        } else {
            bs_buffer_add_char(out, text.ptr[i]);
        }
    }
}

static inline void show_place(bs_buffer *out, const bs_table *table, uint32_t row, uint32_t col)
{
    const bs_cell *cell = bs_table_at(table, row, col);
    bs_buffer_add(out, BS_STR("| "));
    if (cell == NULL) {
        bs_buffer_add_char(out, '.');
    } else if (cell->row != row) {
        bs_buffer_add_char(out, '^');
    } else if (cell->col != col) {
        bs_buffer_add_char(out, '<');
    } else {
        if (cell->header) bs_buffer_add_char(out, '#');
        for (uint16_t i = 0; i < cell->indent; i++)
            bs_buffer_add_char(out, '>');
        show_text(out, cell->text);
    }
    bs_buffer_add_char(out, ' ');
}

static inline void show_table(bs_buffer *out, const bs_table *table)
{
    bs_buffer_addf(out, "T %ux%u\n", table->row_count, table->col_count);
    for (uint32_t row = 0; row < table->row_count; row++) {
        for (uint32_t col = 0; col < table->col_count; col++)
            show_place(out, table, row, col);
        bs_buffer_add(out, BS_STR("|\n"));
    }
}

static inline void show_document(bs_buffer *out, const bs_document *document)
{
    static const char letters[] = {
        [BS_BLOCK_HEADING] = 'H', [BS_BLOCK_PARAGRAPH] = 'P', [BS_BLOCK_LIST_ITEM] = 'L',
        [BS_BLOCK_TABLE] = 'T',   [BS_BLOCK_CAPTION] = 'C',   [BS_BLOCK_NOTE] = 'N'};
    for (size_t i = 0; i < document->blocks.count; i++) {
        const bs_block *block = &document->blocks.items[i];
        if (block->table != NULL) {
            show_table(out, block->table);
            continue;
        }
        bs_buffer_add_char(out, letters[block->kind]);
        if (block->level > 0) bs_buffer_addf(out, "%u", block->level);
        bs_buffer_add_char(out, ' ');
        show_text(out, block->text);
        bs_buffer_add_char(out, '\n');
    }
}

static inline void check_blocks_of(const char *path, const char *text, const char *expected)
{
    text_fixture fixture;
    assert_int_equal(fixture_read(&fixture, path, bs_str_from(text)), BS_OK);
    bs_buffer out = BS_BUFFER_INIT;
    show_document(&out, &fixture.document);
    assert_string_equal(out.len > 0 ? out.ptr : "", expected);
    bs_buffer_deinit(&out);
    fixture_close(&fixture);
}

static inline void check_blocks(const char *text, const char *expected)
{
    check_blocks_of("case.txt", text, expected);
}

#endif
