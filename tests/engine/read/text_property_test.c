// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every text: nothing is lost, nothing is outside of the source, nothing is slow.
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "engine/base/array.h"
#include "engine/base/limits.h"
#include "engine/base/utf8.h"
#include "tests/engine/read/text_fixture.h"

static bool is_letter(uint32_t code)
{
    return bs_rune_is_hangul(code) || bs_rune_is_han(code) || bs_rune_is_kana(code) ||
           bs_rune_is_latin(code);
}

static bool is_word(uint32_t code)
{
    return is_letter(code) || (code >= '0' && code <= '9');
}

// Every block and cell lies in the source, is trimmed, and says its line. Blocks come in reading
// order, but what HTML has between the cells of a table comes before it, as in a browser.
static void check_slices(const text_fixture *fixture)
{
    bool ordered = bs_str_find(fixture->source.text, BS_STR("<t"), 0) == SIZE_MAX &&
                   bs_str_find(fixture->source.text, BS_STR("<caption"), 0) == SIZE_MAX;
    const bs_document *document = &fixture->document;
    const char *start = fixture->source.text.ptr, *end = start + fixture->source.text.len;
    uint32_t line = 0;
    for (size_t i = 0; i < document->blocks.count; i++) {
        const bs_block *block = &document->blocks.items[i];
        assert_true(block->text.ptr >= start && block->text.ptr + block->text.len <= end);
        assert_true(block->text.len > 0);
        assert_int_equal(bs_str_trim(block->text).len, block->text.len);
        assert_int_equal(bs_source_locate(&fixture->source, block->text).line, block->line);
        assert_true(!ordered || block->line >= line);
        line = block->line;
        assert_true((block->table != NULL) == (block->kind == BS_BLOCK_TABLE));
        for (size_t k = 0; block->table != NULL && k < block->table->cell_count; k++) {
            const bs_cell *cell = &block->table->cells[k];
            assert_true(cell->text.ptr >= start && cell->text.ptr + cell->text.len <= end);
            assert_int_equal(bs_str_trim(cell->text).len, cell->text.len);
            assert_true(cell->row + cell->row_span <= block->table->row_count);
            assert_true(cell->col + cell->col_span <= block->table->col_count);
        }
    }
}

// Marks the bytes that belong to a block; a table's bytes are those of its cells.
static void mark(const text_fixture *fixture, unsigned char *owners)
{
    const char *start = fixture->source.text.ptr;
    for (size_t i = 0; i < fixture->document.blocks.count; i++) {
        const bs_block *block = &fixture->document.blocks.items[i];
        if (block->table == NULL) {
            for (size_t k = 0; k < block->text.len; k++)
                owners[block->text.ptr - start + (ptrdiff_t)k]++;
            continue;
        }
        for (size_t c = 0; c < block->table->cell_count; c++) {
            bs_str text = block->table->cells[c].text;
            for (size_t k = 0; k < text.len; k++)
                owners[text.ptr - start + (ptrdiff_t)k]++;
        }
    }
}

// A marker may take this many bytes of words from a line ("Appendix 12: ", "第二十三章"), a label
// of a caption or the page of a table of contents no more.
enum { MARKER_BYTES_MAX = 24 };

static void check_coverage(const text_fixture *fixture)
{
    bs_str text = fixture->source.text;
    unsigned char *owners = calloc(text.len + 1, 1);
    mark(fixture, owners);
    size_t lost = 0, line_start = 0;
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        if (text.ptr[at] == '\n') lost = 0, line_start = at + 1;
        if (is_word(rune.code)) {
            assert_true(owners[at] <= 1);
            lost += owners[at] == 0 ? rune.len : 0;
            if (lost > MARKER_BYTES_MAX) {
                size_t line_end = bs_str_find(text, BS_STR("\n"), line_start);
                bs_str line = bs_str_slice(text, line_start, line_end);
                fail_msg("lost: %.*s", BS_STR_ARG(line));
            }
        }
        at += rune.len;
    }
    free(owners);
}

static void check_text(bs_str text)
{
    text_fixture fixture;
    bs_status status = fixture_read(&fixture, "case.txt", text);
    if (status != BS_OK) fail_msg("%s", fixture.err.message);
    check_slices(&fixture);
    check_coverage(&fixture);
    fixture_close(&fixture);
}

// --- generated texts ---

// Lines of every shape that means something to the reader.
static const char *const lines[] = {
    "",
    "",
    "",
    " ",
    "\t",
    "# Title",
    "## Second title ##",
    "제1장 총칙",
    "Ⅱ. 동향",
    "II",
    "02",
    "第一章 总则",
    "一、综合",
    "（一）工业",
    "1. Introduction",
    "1.1 Data",
    "1) 개요",
    "(1) 세부",
    "가. 제조업",
    "■ 수출 증가",
    "▶ 특징",
    "□ 고용동향",
    "- 항목 내용",
    " - 하위 항목",
    "  * note under it",
    "* star item",
    "• point",
    "ㅇ 세부 내용",
    "① 첫째",
    "※ 참고 사항",
    "주: 잠정치",
    "Source: statistics office",
    "资料来源：统计局",
    "〈표 제목〉",
    "<주요국 비교>",
    "[표 1] 수출 동향",
    "Table 3: Exports by country",
    "图1 增长速度",
    "(단위: 억 원)",
    "（単位：百万円）",
    "이름\t2022\t2023",
    "가나\t1,234\t5.6",
    "\t다라\t7",
    "마바\t\t8",
    "| a | b |",
    "|---|:-:|",
    "| 1 | 2 |",
    "a | b | c",
    "3 | 4 | 5",
    "┌──┬──┐",
    "│가│12│",
    "├──┼──┤",
    "└──┴──┘",
    "+---+---+",
    "| x | 9 |",
    "Item        2022    2023",
    "Exports      100     110",
    "  Goods       60      70",
    "Imports ....  90      95",
    "Overview ............ 12",
    "========",
    "--------",
    "----  -----",
    "* * *",
    "```",
    "plain words in a line",
    "The quick brown fox jumps over the lazy dog and runs",
    "away. It was 12.5 per cent slower.",
    "수출은 전년 대비 9.8% 증가했다.",
    "全年增长5.2%。",
    "> quoted 5%",
    "https://example.org/a?b=1",
    "- 12 -",
    "THE SUMMARY",
    "Key: value",
    "x\ty",
    "\"quoted",
    "cell\"\t4",
    "　　一、农业",
    "1　就業者数",
    "[1] 本表为初步数",
    "Home | About",
    "Body `a|b` text",
    "3 < 5 and 7 > 6",
};

static uint32_t random_next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void generated_texts_lose_nothing(void **state)
{
    (void)state;
    uint32_t seed = 1;
    for (int round = 0; round < 3000; round++) {
        bs_buffer text = BS_BUFFER_INIT;
        uint32_t count = random_next(&seed) % 40 + 1;
        for (uint32_t i = 0; i < count; i++) {
            bs_buffer_add(&text, bs_str_from(lines[random_next(&seed) % BS_COUNT(lines)]));
            bs_buffer_add(&text, random_next(&seed) % 16 == 0 ? BS_STR("\r\n") : BS_STR("\n"));
        }
        check_text(bs_buffer_str(&text));
        bs_buffer_deinit(&text);
    }
}

// The same lines with bytes of theirs exchanged, removed or doubled.
static void damaged_texts_lose_nothing(void **state)
{
    (void)state;
    static const char signs[] = "\n\t |-*#.<>/\"'()[]0123456789 IV\\+=~:`o";
    uint32_t seed = 7;
    for (int round = 0; round < 3000; round++) {
        bs_buffer text = BS_BUFFER_INIT;
        uint32_t count = random_next(&seed) % 12 + 1;
        for (uint32_t i = 0; i < count; i++) {
            bs_str line = bs_str_from(lines[random_next(&seed) % BS_COUNT(lines)]);
            for (size_t k = 0; k < line.len; k++) {
                uint32_t dice = random_next(&seed) % 16;
                bool ascii = (unsigned char)line.ptr[k] < 0x80;
                if (ascii && dice == 0) continue;
                bool sign = ascii && dice == 1;
                bs_buffer_add_char(&text, sign ? signs[random_next(&seed) % (sizeof signs - 1)]
                                               : line.ptr[k]);
                if (dice == 2 && ascii) bs_buffer_add_char(&text, line.ptr[k]);
            }
            bs_buffer_add_char(&text, '\n');
        }
        text_fixture fixture;
        assert_int_equal(fixture_read(&fixture, "case.txt", bs_buffer_str(&text)), BS_OK);
        check_slices(&fixture);
        fixture_close(&fixture);
        bs_buffer_deinit(&text);
    }
}

static void random_bytes_are_read(void **state)
{
    (void)state;
    uint32_t seed = 99;
    for (int round = 0; round < 2000; round++) {
        char bytes[256];
        size_t len = random_next(&seed) % sizeof bytes;
        for (size_t i = 0; i < len; i++)
            bytes[i] = (char)random_next(&seed);
        text_fixture fixture;
        assert_int_equal(
            fixture_read(&fixture, round % 2 ? "a.html" : "a.txt", (bs_str){bytes, len}), BS_OK);
        fixture_close(&fixture);
    }
}

static const char *const pieces[] = {
    "<table>",     "</table>", "<tr>",      "</tr>",    "<td>",        "<td rowspan=2 colspan='3'>",
    "</td>",       "<th>",     "<thead>",   "</thead>", "<ul>",        "</ul>",
    "<li>",        "</li>",    "<p>",       "</p>",     "<div>",       "</div>",
    "<h2>",        "</h2>",    "<br>",      "<b>",      "</b>",        "<!--",
    "-->",         "<script>", "</script>", "<pre>",    "</pre>",      "<caption>",
    "</caption>",  "text",     " 12.5 ",    "수출",     "&nbsp;",      "&amp;",
    "<",           ">",        "\"",        "\n",       "<a href=\"x", "<foo>",
    "<주요 비교>", "a\tb\n",
};

static void html_in_any_order_is_read(void **state)
{
    (void)state;
    uint32_t seed = 5;
    for (int round = 0; round < 3000; round++) {
        bs_buffer text = BS_BUFFER_INIT;
        uint32_t count = random_next(&seed) % 60 + 1;
        for (uint32_t i = 0; i < count; i++) {
            bs_buffer_add(&text, bs_str_from(pieces[random_next(&seed) % BS_COUNT(pieces)]));
        }
        text_fixture fixture;
        const char *path = round % 2 ? "a.html" : "a.txt";
        assert_int_equal(fixture_read(&fixture, path, bs_buffer_str(&text)), BS_OK);
        check_slices(&fixture);
        fixture_close(&fixture);
        bs_buffer_deinit(&text);
    }
}

// Words outside of tags, in whatever elements they stand.
static void check_html_coverage(const text_fixture *fixture)
{
    bs_str text = fixture->source.text;
    unsigned char *owners = calloc(text.len + 1, 1);
    mark(fixture, owners);
    bool inside = false;
    for (size_t at = 0; at < text.len; at++) {
        char c = text.ptr[at];
        inside = c == '<' || (inside && c != '>');
        bool digit = c >= '0' && c <= '9';
        if (inside || !digit) continue;
        if (owners[at] != 1) fail_msg("at %zu (%d): %.*s", at, owners[at], BS_STR_ARG(text));
    }
    free(owners);
}

static void html_in_any_order_loses_nothing(void **state)
{
    (void)state;
    static const char *const elements[] = {
        "<table>",    "</table>", "<tr>",    "</tr>",    "<td>",    "<td rowspan=2 colspan='3'>",
        "</td>",      "<th>",     "<thead>", "</thead>", "<ul>",    "</ul>",
        "<li>",       "</li>",    "<p>",     "</p>",     "<div>",   "</div>",
        "<h2>",       "</h2>",    "<br>",    "<b>",      "</b>",    "<caption>",
        "</caption>", "<tbody>",  "<hr>",    "<span>",   "17",      "28.5 ",
        "수출 39",    "&nbsp;",   " ",       "\n",       "word 46",
    };
    uint32_t seed = 11;
    for (int round = 0; round < 3000; round++) {
        bs_buffer text = BS_BUFFER_INIT;
        uint32_t count = random_next(&seed) % 50 + 1;
        bs_buffer_add(&text, BS_STR("<html>"));
        for (uint32_t i = 0; i < count; i++) {
            bs_buffer_add(&text, bs_str_from(elements[random_next(&seed) % BS_COUNT(elements)]));
        }
        text_fixture fixture;
        assert_int_equal(fixture_read(&fixture, "a.html", bs_buffer_str(&text)), BS_OK);
        check_slices(&fixture);
        check_html_coverage(&fixture);
        fixture_close(&fixture);
        bs_buffer_deinit(&text);
    }
}

// --- size ---

static bs_buffer repeat(const char *head, const char *unit, size_t count)
{
    bs_buffer text = BS_BUFFER_INIT;
    bs_buffer_add(&text, bs_str_from(head));
    for (size_t i = 0; i < count; i++)
        bs_buffer_add(&text, bs_str_from(unit));
    assert_false(text.failed);
    return text;
}

static double seconds_for(const char *path, const char *head, const char *unit, size_t count)
{
    bs_buffer text = repeat(head, unit, count);
    text_fixture fixture;
    clock_t start = clock();
    bs_status status = fixture_read(&fixture, path, bs_buffer_str(&text));
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    assert_true(status == BS_OK || status == BS_E_LIMIT);
    fixture_close(&fixture);
    bs_buffer_deinit(&text);
    return seconds;
}

// Each of these is quadratic in a reader that looks ahead without remembering. Eight times the text
// may take eight times as long, and some more for a noisy machine, but not sixty-four times.
static void long_texts_take_linear_time(void **state)
{
    (void)state;
    static const struct {
        const char *path, *head, *unit;
        size_t count;
    } cases[] = {
        {"a.txt", "", "x", 400000},
        {"a.txt", "", "a  ", 100000},
        {"a.txt", "", "a|", 100000},
        {"a.txt", "", "<ul>\n\n", 10000},
        {"a.txt", "", "<table>\n\n", 10000},
        {"a.txt", "", "<table><tr><td>1</td></tr></table>", 3000},
        {"a.txt", "", "<div>\n", 10000},
        {"a.txt", "", "<!--\n", 10000},
        {"a.txt", "", "<", 100000},
        {"a.txt", "", "abc def\n", 10000},
        {"a.txt", "", "- item\n", 10000},
        {"a.txt", "", "a  b\n\n\n", 10000},
        {"a.txt", "", "word one  word two\nsingle words\n", 5000},
        {"a.txt", "", "label\na\tb\n", 5000},
        {"a.txt", "", "\"abc\tdef\n", 10000},
        {"a.txt", "", "~~~ a\n", 10000},
        {"a.txt", "", "```a\n~~~b\n", 5000},
        {"a.txt", "", "name\t1\t2\n", 10000},
        {"a.txt", "| a | b |\n|---|---|\n", "| x | 1 |\n", 10000},
        {"a.txt", "Item        2022     2023\n", "Exports      100      110\n", 10000},
        {"a.html", "<html>", "<a href=\"", 20000},
        {"a.html", "<html>", "<ul><li>x</li></ul>", 10000},
        {"a.html", "<html>", "<pre>", 20000},
        {"a.html", "<html>", "<script>", 20000},
        {"a.html", "<html><table>", "<tr><td>x", 10000},
        {"a.html", "<html>", "<table><tr>", 5},
        {"a.html", "<html><p>", "&nbsp;", 50000},
        {"a.txt", "", "a\t<b><b><b>\n", 10000},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        double small = seconds_for(cases[i].path, cases[i].head, cases[i].unit, cases[i].count);
        double large = seconds_for(cases[i].path, cases[i].head, cases[i].unit, cases[i].count * 8);
        if (large > small * 32 + 0.5) {
            fail_msg("'%s': %.3f s, eight times as much: %.3f s", cases[i].unit, small, large);
        }
    }
}

static void limits_are_named(void **state)
{
    (void)state;
    static const struct {
        const char *head, *unit;
        size_t count;
        const char *word;
    } cases[] = {
        {"", "<ul>", BS_HTML_DEPTH_MAX + 1, "nested"},
        {"", "<table><tr><td>", BS_HTML_DEPTH_MAX + 2, "nested"},
        {"a\tb\n", "x\t", BS_TABLE_COLUMNS_MAX + 1, "columns"},
        {"<table><tr>", "<td colspan=1000>", BS_TABLE_COLUMNS_MAX / 1000 + 1, "columns"},
        {"a\tb\n1\t", "long cell ", BS_CELL_BYTES_MAX / 10 + 1, "cell"},
    };
    for (size_t i = 0; i < BS_COUNT(cases); i++) {
        bs_buffer text = repeat(cases[i].head, cases[i].unit, cases[i].count);
        text_fixture fixture;
        assert_int_equal(fixture_read(&fixture, "a.txt", bs_buffer_str(&text)), BS_E_LIMIT);
        assert_non_null(strstr(fixture.err.message, cases[i].word));
        assert_true(fixture.err.line >= 1);
        assert_int_equal(fixture.document.blocks.count, 0);
        fixture_close(&fixture);
        bs_buffer_deinit(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(generated_texts_lose_nothing),
        cmocka_unit_test(damaged_texts_lose_nothing),
        cmocka_unit_test(random_bytes_are_read),
        cmocka_unit_test(html_in_any_order_is_read),
        cmocka_unit_test(html_in_any_order_loses_nothing),
        cmocka_unit_test(long_texts_take_linear_time),
        cmocka_unit_test(limits_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
