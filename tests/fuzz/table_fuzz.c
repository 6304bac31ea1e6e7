// SPDX-License-Identifier: GPL-3.0-or-later
// The same cells as a table of each kind. The first byte says how many columns there are, every
// line is a cell, the first of them the caption.
#include "engine/base/buffer.h"
#include "engine/extract/extract.h"
#include "engine/read/reader.h"
#include "tests/fuzz/fuzz.h"

static const struct {
    const char *begin, *before, *between, *after, *rule, *end;
} shapes[] = {
    {"", "", "\t", "\n", NULL, ""},
    {"", "| ", " | ", " |\n", "|---|---|---|\n", ""},
    {"", "", "   ", "\n", NULL, ""},
    {"", "+ ", "  +  ", "\n", "-----  -----  -----\n", ""},
    {"<table><thead>", "<tr><th>", "</th><td colspan=2>", "</td></tr>\n", "</thead><tbody>",
     "</table>\n"},
    {"<table>", "<tr><td rowspan=2>", "<td>", "\n", NULL, "</table>\n"},
};

static void put(bs_buffer *out, const char *text)
{
    bs_buffer_add(out, bs_str_from(text));
}

static void draw(bs_buffer *out, bs_str cells, size_t columns, size_t shape)
{
    bs_str cell;
    if (!bs_str_next(&cells, '\n', &cell)) return;
    bs_buffer_add(out, cell);
    put(out, "\n\n");
    put(out, shapes[shape].begin);
    for (size_t i = 0; bs_str_next(&cells, '\n', &cell); i++) {
        put(out, i % columns == 0 ? shapes[shape].before : shapes[shape].between);
        bs_buffer_add(out, cell);
        if (i % columns == columns - 1) put(out, shapes[shape].after);
        if (i == columns - 1 && shapes[shape].rule != NULL) put(out, shapes[shape].rule);
    }
    put(out, "\n");
    put(out, shapes[shape].end);
}

static void read_one(bs_str text)
{
    bs_arena arena = BS_ARENA_INIT;
    bs_source source;
    bs_document document;
    bs_reading reading;
    FUZZ_ASSERT(bs_source_init(&source, &arena, BS_STR("fuzz.txt"), text, NULL) == BS_OK);
    if (bs_read_text(&document, &arena, &source, BS_LANG_UNKNOWN, NULL) == BS_OK) {
        FUZZ_ASSERT(bs_extract(&reading, &arena, &source, &document, NULL, NULL) == BS_OK);
        for (size_t i = 0; i < reading.quantities.count; i++) {
            bs_str printed = reading.quantities.items[i].text;
            FUZZ_ASSERT(printed.ptr >= text.ptr && printed.len > 0);
            FUZZ_ASSERT(printed.ptr + printed.len <= text.ptr + text.len);
        }
    }
    bs_arena_deinit(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum { COLUMNS_MAX = 9, CELLS_BYTES_MAX = 1024 };
    if (size < 2) return 0;
    bs_str cells = fuzz_text_max(data + 1, size - 1, CELLS_BYTES_MAX);
    if (bs_utf8_check(cells) != SIZE_MAX) return 0;
    for (size_t shape = 0; shape < BS_COUNT(shapes); shape++) {
        bs_buffer text = BS_BUFFER_INIT;
        draw(&text, cells, 1 + data[0] % COLUMNS_MAX, shape);
        read_one(bs_buffer_str(&text));
        bs_buffer_deinit(&text);
    }
    return 0;
}
