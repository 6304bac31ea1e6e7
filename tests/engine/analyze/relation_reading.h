// SPDX-License-Identifier: GPL-3.0-or-later
// relation_reading.h: readings for tests of the relations, written as marked text.
//
// A reading is made without the reader and the extraction, so that these tests test the checks
// alone. A line is a block: "# " and "## " headings, "- " list items (two blanks in front of the
// dash are one level), "* " notes, "| a | b |" rows of a table, anything else a paragraph. A number
// that takes part is written {text;value;unit;option...}; the text goes into the document, and the
// rest says what the extraction would have read:
//
//     {37.5억 위안;37.5e8;CNY;2022} {12.4%;12.4;%;growth;year;of=-1} {10.19;2023-10-19;date}
//
// Options: a role (growth, change, share, conversion, rank), a basis (year, period), a qualifier by
// its name, a status by its name, a period, of=-n (the n-th number before) or +n, ind=..., sub=...,
// kind=range. Before a table, "@ unit unit ..." gives the unit of each column: a code, "%g" for
// growth rates,
// "%s" for shares, "-" for a column of words, "#" for ranks. Numbers in such a table need no
// braces; a year in the head of a column, or in the first cell of a row, is the period.
#ifndef BS_TESTS_RELATION_READING_H
#define BS_TESTS_RELATION_READING_H

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/analyze/check.h"

enum { MARKS_MAX = 400, COLUMNS_MAX = 16, FIELDS_MAX = 12 };

typedef struct mark {
    size_t offset; // in the clean text
    size_t len;
    bs_str fields; // behind the text
} mark;

typedef struct maker {
    bs_arena *arena;
    bs_source *source;
    bs_document *document;
    bs_reading *reading;
    mark marks[MARKS_MAX];
    size_t mark_count;
    bs_str units[COLUMNS_MAX];
    size_t unit_count;
    uint32_t table_count;
    // The table that is being made.
    bs_cell *cells;
    size_t cell_count;
    uint32_t row_count;
    bs_str table_first;
    const char *table_end;
} maker;

// Copies the text without its marks, and remembers them.
static inline bs_str clean_text(maker *m, const char *marked)
{
    bs_buffer out = BS_BUFFER_INIT;
    for (const char *at = marked; *at != '\0';) {
        if (*at != '{') {
            bs_buffer_add_char(&out, *at++);
            continue;
        }
        const char *close = strchr(at, '}');
        assert(close != NULL && m->mark_count < MARKS_MAX);
        const char *cut = memchr(at, ';', (size_t)(close - at));
        assert(cut != NULL);
        m->marks[m->mark_count++] =
            (mark){out.len, (size_t)(cut - at - 1), {cut + 1, (size_t)(close - cut - 1)}};
        bs_buffer_add(&out, (bs_str){at + 1, (size_t)(cut - at - 1)});
        at = close + 1;
    }
    bs_str text = bs_arena_str(m->arena, bs_buffer_str(&out));
    bs_buffer_deinit(&out);
    return text;
}

static inline bs_str number_in(bs_str text)
{
    size_t start = 0;
    while (start < text.len && !(text.ptr[start] >= '0' && text.ptr[start] <= '9'))
        start++;
    size_t end = text.len;
    while (end > start && !(text.ptr[end - 1] >= '0' && text.ptr[end - 1] <= '9'))
        end--;
    if (start > 0 && text.ptr[start - 1] == '-') start--;
    return bs_str_slice(text, start, end);
}

static inline void set_unit(bs_quantity *q, bs_str unit)
{
    if (bs_str_equal(unit, BS_STR("%g"))) {
        q->role = BS_ROLE_GROWTH;
        unit = BS_STR("%");
    } else if (bs_str_equal(unit, BS_STR("%s"))) {
        q->role = BS_ROLE_SHARE;
        unit = BS_STR("%");
    }
    q->unit = unit;
    q->kind = BS_KIND_QUANTITY;
    if (unit.len > 0 && unit.ptr[0] == '%') q->kind = BS_KIND_PERCENT;
    if (unit.len == 3 && unit.ptr[0] >= 'A' && unit.ptr[0] <= 'Z') q->kind = BS_KIND_CURRENCY;
    if (bs_str_equal(unit, BS_STR("#"))) {
        q->kind = BS_KIND_RANK;
        q->role = BS_ROLE_RANK;
        q->unit = BS_STR("rank");
    }
}

static inline bool set_named(bs_quantity *q, bs_str option)
{
    for (int i = 0; i < BS_ROLE_COUNT; i++) {
        if (bs_str_equal(option, bs_str_from(bs_role_name((bs_role)i))))
            return q->role = (bs_role)i, true;
    }
    if (bs_str_equal(option, BS_STR("year"))) return q->basis = BS_BASIS_YEAR, true;
    if (bs_str_equal(option, BS_STR("period"))) return q->basis = BS_BASIS_PERIOD, true;
    if (bs_str_equal(option, BS_STR("kind=range"))) return q->kind = BS_KIND_RANGE, true;
    if (bs_str_equal(option, BS_STR("inferred"))) return q->period_inferred = true;
    for (int i = 0; i < BS_QUALIFIER_COUNT; i++) {
        if (bs_str_equal(option, bs_str_from(bs_qualifier_name((bs_qualifier)i))))
            return q->qualifier = (bs_qualifier)i, true;
    }
    for (int i = 0; i < BS_VALUE_STATUS_COUNT; i++) {
        if (bs_str_equal(option, bs_str_from(bs_value_status_name((bs_value_status)i))))
            return q->status = (bs_value_status)i, true;
    }
    return false;
}

static inline void set_option(maker *m, bs_quantity *q, bs_str option)
{
    if (bs_str_starts(option, BS_STR("of=-"))) {
        size_t back = (size_t)atoi(option.ptr + 4);
        q->of = m->reading->quantities.count - 1 - back;
    } else if (bs_str_starts(option, BS_STR("of=+"))) {
        q->of = m->reading->quantities.count - 1 + (size_t)atoi(option.ptr + 4);
    } else if (bs_str_starts(option, BS_STR("ind="))) {
        q->indicator = bs_str_slice(option, 4, option.len);
    } else if (bs_str_starts(option, BS_STR("sub="))) {
        q->subject = bs_str_slice(option, 4, option.len);
    } else if (!set_named(q, option)) {
        bool known = bs_period_parse(&q->period, option, NULL) == BS_OK;
        assert(known);
    }
}

static inline bs_quantity *push_quantity(maker *m, bs_str text)
{
    bs_quantity *q = BS_PUSH(m->arena, &m->reading->quantities);
    q->of = BS_NO_QUANTITY;
    q->valued = true;
    q->text = text;
    q->digits = number_in(text);
    q->origin = bs_source_locate(m->source, text);
    q->origin.block = (uint32_t)m->document->blocks.count + 1;
    return q;
}

static inline void add_mark(maker *m, const mark *one)
{
    bs_quantity *q =
        push_quantity(m, bs_str_slice(m->source->text, one->offset, one->offset + one->len));
    bs_str rest = one->fields;
    bs_str value;
    bs_str unit;
    bs_str option;
    bool filled = bs_str_next(&rest, ';', &value) && bs_str_next(&rest, ';', &unit);
    assert(filled);
    if (bs_str_equal(unit, BS_STR("date"))) {
        q->kind = BS_KIND_DATE;
        q->role = BS_ROLE_OTHER;
        filled = bs_period_parse(&q->period, value, NULL) == BS_OK;
        assert(filled);
    } else {
        filled = bs_decimal_parse(&q->value, value, NULL) == BS_OK;
        assert(filled);
        set_unit(q, unit);
    }
    while (bs_str_next(&rest, ';', &option))
        set_option(m, q, option);
}

// Adds the marks that lie in a block.
static inline void add_marks(maker *m, bs_str block)
{
    for (size_t i = 0; i < m->mark_count; i++) {
        const char *at = m->source->text.ptr + m->marks[i].offset;
        if (at >= block.ptr && at < block.ptr + block.len) add_mark(m, &m->marks[i]);
    }
}

static inline void add_cell(maker *m, bs_str text, uint32_t col)
{
    bs_str trimmed = bs_str_trim(text);
    uint16_t indent = 0;
    while (bs_str_starts(trimmed, BS_STR("."))) {
        indent++;
        trimmed = bs_str_slice(trimmed, 1, trimmed.len);
    }
    m->cells[m->cell_count++] = (bs_cell){trimmed, m->row_count, col, 1, 1, indent, false};
}

static inline void add_row(maker *m, bs_str line)
{
    if (m->cells == NULL) {
        m->cells = BS_NEW_ARRAY(m->arena, bs_cell, 2000);
        m->cell_count = 0;
        m->row_count = 0;
        m->table_first = line;
    }
    m->table_end = line.ptr + line.len;
    bs_str rest = bs_str_slice(line, 1, line.len);
    bs_str cell;
    for (uint32_t col = 0; bs_str_next(&rest, '|', &cell); col++)
        add_cell(m, cell, col);
    m->row_count++;
}

static inline bs_period year_of(const bs_table *table, uint32_t row, uint32_t col)
{
    bs_period period = BS_PERIOD_NONE;
    const bs_cell *head = bs_table_at(table, 0, col);
    const bs_cell *first = bs_table_at(table, row, 0);
    if (head != NULL && bs_period_parse(&period, head->text, NULL) == BS_OK) return period;
    if (first != NULL && bs_period_parse(&period, first->text, NULL) == BS_OK) return period;
    return BS_PERIOD_NONE;
}

static inline void add_number(maker *m, const bs_table *table, const bs_cell *cell)
{
    bs_str unit = cell->col < m->unit_count ? m->units[cell->col] : BS_STR("-");
    char digits[64];
    size_t count = 0;
    for (size_t i = 0; i < cell->text.len && count < 60; i++) {
        if (cell->text.ptr[i] != ',') digits[count++] = cell->text.ptr[i];
    }
    bs_decimal value;
    if (bs_str_equal(unit, BS_STR("-")) || cell->row == 0) return;
    if (bs_decimal_parse(&value, (bs_str){digits, count}, NULL) != BS_OK) return;
    bs_quantity *q = push_quantity(m, cell->text);
    set_unit(q, unit);
    q->digits = q->text;
    q->value = value;
    q->period = year_of(table, cell->row, cell->col);
    q->indicator = bs_table_at(table, cell->row, 0)->text;
    q->origin.table = m->table_count;
    q->origin.row = cell->row + 1;
    q->origin.col = cell->col + 1;
}

// One series a row, of the numbers that have periods.
static inline void add_series(maker *m, size_t first)
{
    for (size_t i = first; i < m->reading->quantities.count;) {
        bs_series *series = BS_PUSH(m->arena, &m->reading->series);
        const bs_quantity *head = &m->reading->quantities.items[i];
        *series = (bs_series){.key = head->indicator,
                              .indicator = head->indicator,
                              .label = head->indicator,
                              .unit = head->unit,
                              .table = m->table_count};
        uint32_t row = head->origin.row;
        for (; i < m->reading->quantities.count; i++) {
            const bs_quantity *q = &m->reading->quantities.items[i];
            if (q->origin.row != row) break;
            bs_observation *observation = BS_PUSH(m->arena, &series->observations);
            *observation = (bs_observation){.period = q->period,
                                            .value = q->value,
                                            .text = q->text,
                                            .quantity = i,
                                            .origin = q->origin};
        }
    }
}

static inline void push_block(maker *m, bs_block block)
{
    block.line = bs_source_locate(m->source, block.text).line;
    *BS_PUSH(m->arena, &m->document->blocks) = block;
}

static inline void end_table(maker *m)
{
    if (m->cells == NULL) return;
    bs_table *table = BS_NEW(m->arena, bs_table);
    bool built = bs_table_build(table, m->arena, m->cells, m->cell_count, NULL) == BS_OK;
    assert(built);
    m->table_count++;
    size_t first = m->reading->quantities.count;
    for (size_t i = 0; i < table->cell_count; i++)
        add_number(m, table, &table->cells[i]);
    add_series(m, first);
    bs_str text = {m->table_first.ptr, (size_t)(m->table_end - m->table_first.ptr)};
    push_block(m, (bs_block){.kind = BS_BLOCK_TABLE, .text = text, .table = table});
    m->cells = NULL;
}

static inline void read_units(maker *m, bs_str line)
{
    bs_str rest = bs_str_slice(line, 2, line.len);
    m->unit_count = 0;
    while (m->unit_count < COLUMNS_MAX && bs_str_next(&rest, ' ', &m->units[m->unit_count]))
        m->unit_count++;
}

static inline void add_line(maker *m, bs_str line)
{
    if (bs_str_starts(line, BS_STR("|"))) {
        add_row(m, line);
        return;
    }
    end_table(m);
    if (bs_str_starts(line, BS_STR("@ "))) {
        read_units(m, line);
        return;
    }
    if (bs_str_trim(line).len == 0) return;
    bs_block block = {.kind = BS_BLOCK_PARAGRAPH};
    size_t blanks = 0;
    while (blanks < line.len && line.ptr[blanks] == ' ')
        blanks++;
    bs_str text = bs_str_slice(line, blanks, line.len);
    if (bs_str_starts(text, BS_STR("- "))) {
        block.kind = BS_BLOCK_LIST_ITEM;
        block.level = (uint16_t)(1 + blanks / 2);
        text = bs_str_slice(text, 2, text.len);
    } else if (bs_str_starts(text, BS_STR("# ")) || bs_str_starts(text, BS_STR("## "))) {
        block.kind = BS_BLOCK_HEADING;
        block.level = text.ptr[1] == '#' ? 2 : 1;
        text = bs_str_slice(text, block.level + 1u, text.len);
    } else if (bs_str_starts(text, BS_STR("* "))) {
        block.kind = BS_BLOCK_NOTE;
        text = bs_str_slice(text, 2, text.len);
    }
    block.text = text;
    add_marks(m, text);
    push_block(m, block);
}

// Makes a reading of marked text. `published` may be NULL. Lives as long as the arena.
static inline bs_reading *make_reading(bs_arena *arena, const char *marked, const char *published)
{
    maker *m = BS_NEW(arena, maker);
    m->arena = arena;
    m->source = BS_NEW(arena, bs_source);
    m->document = BS_NEW(arena, bs_document);
    m->reading = BS_NEW(arena, bs_reading);
    bs_str text = clean_text(m, marked);
    bool made = bs_source_init(m->source, arena, BS_STR("test.txt"), text, NULL) == BS_OK;
    if (published != NULL)
        made =
            made && bs_period_parse(&m->source->published, bs_str_from(published), NULL) == BS_OK;
    assert(made);
    m->document->source = m->source;
    m->reading->source = m->source;
    m->reading->document = m->document;
    bs_str rest = m->source->text;
    bs_str line;
    while (bs_str_next(&rest, '\n', &line))
        add_line(m, line);
    end_table(m);
    return m->reading;
}

#endif
