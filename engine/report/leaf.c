// SPDX-License-Identifier: GPL-3.0-or-later
// What the sections of the page want to know of a document, found out once.
#include <stdlib.h>

#include "engine/report/report_internal.h"

enum { LINES_AROUND = 3 };

bs_status bs_report__no_memory(bs_page *page)
{
    return bs_fail(page->err, BS_E_MEMORY, "out of memory");
}

// --- tables --------------------------------------------------------------------------------------

// Number of the first of `count` slices, which are in the order of the text, that ends behind
// `place`. `get` gives slice number i.
typedef bs_str (*slice_of)(const void *context, size_t i);
static size_t first_behind(const void *context, slice_of get, size_t count, const char *place)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bs_str text = get(context, middle);
        if (text.ptr + text.len <= place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bs_str table_slice(const void *context, size_t i)
{
    const bs_leaf *leaf = context;
    return leaf->tables.items[i].block->text;
}

static bs_str cell_slice(const void *context, size_t i)
{
    const bs_table_facts *facts = context;
    return facts->block->table->cells[facts->printed[i]].text;
}

// A table that continues another is a block of its own, and so has a number of its own here.
size_t bs_report__table_of(const bs_leaf *leaf, const bs_origin *origin)
{
    if (origin->table == 0) return 0;
    const char *place = leaf->source->text.ptr + origin->offset;
    size_t index = first_behind(leaf, table_slice, leaf->tables.count, place);
    bool inside = index < leaf->tables.count && leaf->tables.items[index].block->text.ptr <= place;
    return inside ? index + 1 : 0;
}

// The cell that a place of the text is in; NULL when it is in none.
static const bs_cell *cell_in(const bs_table_facts *facts, const char *place)
{
    size_t index = first_behind(facts, cell_slice, facts->printed_count, place);
    if (index == facts->printed_count) return NULL;
    const bs_cell *cell = &facts->block->table->cells[facts->printed[index]];
    return cell->text.ptr <= place ? cell : NULL;
}

static bs_cell_facts *cell_at(bs_leaf *leaf, const bs_origin *origin, size_t *number)
{
    *number = bs_report__table_of(leaf, origin);
    if (*number == 0) return NULL;
    const bs_table_facts *facts = &leaf->tables.items[*number - 1];
    const bs_cell *cell = cell_in(facts, leaf->source->text.ptr + origin->offset);
    return cell != NULL ? &facts->cells[cell - facts->block->table->cells] : NULL;
}

// The caption above the table, unless its series know a better name.
static bs_str title_before(const bs_document *document, size_t block)
{
    enum { NEAR = 3 };
    for (size_t back = 1; back <= NEAR && back <= block; back++) {
        const bs_block *before = &document->blocks.items[block - back];
        if (before->kind == BS_BLOCK_CAPTION || before->kind == BS_BLOCK_HEADING) {
            return before->text;
        }
        if (before->kind == BS_BLOCK_TABLE) break;
    }
    return (bs_str){0};
}

// The cells with text, in the order of the text.
static bs_status order_cells(bs_table_facts *facts, bs_page *page)
{
    const bs_table *table = facts->block->table;
    facts->printed = BS_NEW_ARRAY(page->arena, size_t, table->cell_count);
    if (facts->printed == NULL) return bs_report__no_memory(page);
    for (size_t i = 0; i < table->cell_count; i++) {
        if (table->cells[i].text.len == 0) continue;
        size_t at = facts->printed_count++;
        for (; at > 0; at--) {
            if (table->cells[facts->printed[at - 1]].text.ptr < table->cells[i].text.ptr) break;
            facts->printed[at] = facts->printed[at - 1];
        }
        facts->printed[at] = i;
    }
    return BS_OK;
}

static bs_status find_tables(bs_leaf *leaf, bs_page *page)
{
    const bs_document *document = leaf->reading->document;
    for (size_t i = 0; document != NULL && i < document->blocks.count; i++) {
        const bs_block *block = &document->blocks.items[i];
        if (block->kind != BS_BLOCK_TABLE) continue;
        bs_table_facts *facts = BS_PUSH(page->arena, &leaf->tables);
        if (facts == NULL) return bs_report__no_memory(page);
        facts->block = block;
        facts->number = leaf->tables.count;
        facts->title = title_before(document, i);
        facts->cells = BS_NEW_ARRAY(page->arena, bs_cell_facts, block->table->cell_count);
        if (facts->cells == NULL) return bs_report__no_memory(page);
        BS_TRY(order_cells(facts, page));
    }
    return BS_OK;
}

static void note_observation(bs_leaf *leaf, const bs_series *series, const bs_observation *one)
{
    size_t number;
    bs_cell_facts *cell = cell_at(leaf, &one->origin, &number);
    if (cell == NULL || cell->series != NULL) return;
    cell->series = series;
    cell->observation = one;
    bs_table_facts *table = &leaf->tables.items[number - 1];
    const bs_cell *place = &table->block->table->cells[cell - table->cells];
    bs_str unit = bs_series_unit_name(series);
    if (!table->has_value) {
        if (series->group.len > 0) table->title = bs_series_caption(series);
        table->unit = unit;
        table->head_rows = place->row;
        table->first_col = place->col;
        table->counted = one->origin.table;
    }
    table->has_value = true;
    if (!bs_str_equal(table->unit, unit)) table->unit = (bs_str){0};
    if (place->row < table->head_rows) table->head_rows = place->row;
    if (place->col < table->first_col) table->first_col = place->col;
}

bool bs_report__continues(const bs_leaf *leaf, size_t number)
{
    if (number < 2 || number > leaf->tables.count) return false;
    const bs_table_facts *before = &leaf->tables.items[number - 2], *own = before + 1;
    return own->counted > 0 && own->counted == before->counted;
}

static void fill_cells(bs_leaf *leaf)
{
    const bs_reading *reading = leaf->reading;
    size_t number;
    for (size_t i = 0; i < reading->quantities.count; i++) {
        const bs_quantity *quantity = &reading->quantities.items[i];
        bs_cell_facts *cell = cell_at(leaf, &quantity->origin, &number);
        if (cell != NULL && cell->quantity == NULL) cell->quantity = quantity;
    }
    for (size_t i = 0; i < reading->series.count; i++) {
        const bs_series *series = &reading->series.items[i];
        for (size_t j = 0; j < series->observations.count; j++) {
            note_observation(leaf, series, &series->observations.items[j]);
        }
    }
    for (size_t i = 0; i < leaf->given->finding_count; i++) {
        bs_cell_facts *cell = cell_at(leaf, &leaf->given->findings[i].origin, &number);
        if (cell != NULL && cell->finding == 0) cell->finding = leaf->finding_first + i;
    }
}

// --- spans of the text ---------------------------------------------------------------------------

static bs_text_span *add_span(bs_leaf *leaf, bs_page *page, const bs_origin *origin)
{
    bs_text_span *span = BS_PUSH(page->arena, &leaf->spans);
    if (span == NULL) return NULL;
    span->start = origin->offset;
    span->end = origin->offset + origin->len;
    return span;
}

static bool has_hint(const bs_quantity *quantity)
{
    static const bool kinds[BS_KIND_COUNT] = {[BS_KIND_QUANTITY] = true,
                                              [BS_KIND_PERCENT] = true,
                                              [BS_KIND_CURRENCY] = true,
                                              [BS_KIND_RANGE] = true};
    return kinds[quantity->kind] && quantity->origin.table == 0 && quantity->origin.len > 0;
}

static int by_place(const void *a, const void *b)
{
    const bs_text_span *x = a, *y = b;
    if ((x->finding > 0) != (y->finding > 0)) return x->finding > 0 ? -1 : 1;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    if (x->end != y->end) return x->end > y->end ? -1 : 1;
    return x->finding < y->finding ? -1 : x->finding > y->finding;
}

static int by_start(const void *a, const void *b)
{
    const bs_text_span *x = a, *y = b;
    return x->start < y->start ? -1 : x->start > y->start;
}

static bool overlaps(const bs_text_span *spans, size_t count, const bs_text_span *span)
{
    for (size_t i = count; i-- > 0;) {
        if (spans[i].start < span->end && span->start < spans[i].end) return true;
    }
    return false;
}

// Findings come first; what overlaps one of them gives way. Numbers do not overlap each other.
static void drop_overlapping(bs_text_span_array *spans)
{
    qsort(spans->items, spans->count, sizeof *spans->items, by_place);
    size_t kept = 0, findings = 0;
    for (size_t i = 0; i < spans->count; i++) {
        if (overlaps(spans->items, findings, &spans->items[i])) continue;
        bool again = kept > findings && spans->items[kept - 1].end > spans->items[i].start;
        if (again) continue;
        spans->items[kept++] = spans->items[i];
        if (spans->items[kept - 1].finding > 0) findings = kept;
    }
    spans->count = kept;
    qsort(spans->items, spans->count, sizeof *spans->items, by_start);
}

static bs_status find_spans(bs_leaf *leaf, bs_page *page)
{
    for (size_t i = 0; i < leaf->given->finding_count; i++) {
        const bs_finding *finding = &leaf->given->findings[i];
        if (finding->origin.len == 0) continue;
        bs_text_span *span = add_span(leaf, page, &finding->origin);
        if (span == NULL) return bs_report__no_memory(page);
        span->finding = leaf->finding_first + i;
    }
    for (size_t i = 0; i < leaf->reading->quantities.count; i++) {
        const bs_quantity *quantity = &leaf->reading->quantities.items[i];
        if (!has_hint(quantity)) continue;
        bs_text_span *span = add_span(leaf, page, &quantity->origin);
        if (span == NULL) return bs_report__no_memory(page);
        span->quantity = quantity;
    }
    if (leaf->spans.count > 0) drop_overlapping(&leaf->spans);
    return BS_OK;
}

// --- lines ---------------------------------------------------------------------------------------

static void show_around(bs_leaf *leaf, uint32_t line, uint32_t count)
{
    if (line == 0) return;
    uint32_t first = line > LINES_AROUND ? line - LINES_AROUND : 1;
    for (uint32_t i = first; i <= line + LINES_AROUND && i <= count; i++)
        leaf->line_shown[i - 1] = 1;
}

static bs_status choose_lines(bs_leaf *leaf, bs_page *page)
{
    uint32_t count = bs_source_line_count(leaf->source);
    if (count <= BS_REPORT_LINES_MAX) return BS_OK;
    leaf->line_shown = BS_NEW_ARRAY(page->arena, uint8_t, count);
    if (leaf->line_shown == NULL) return bs_report__no_memory(page);
    for (size_t i = 0; i < leaf->given->finding_count; i++) {
        const bs_finding *finding = &leaf->given->findings[i];
        show_around(leaf, finding->origin.line, count);
        for (size_t j = 0; j < finding->related.count; j++)
            show_around(leaf, finding->related.items[j].origin.line, count);
    }
    return BS_OK;
}

bool bs_report__line_shown(const bs_leaf *leaf, uint32_t line)
{
    if (line == 0 || line > bs_source_line_count(leaf->source)) return false;
    return leaf->line_shown == NULL || leaf->line_shown[line - 1] != 0;
}

// --- all together --------------------------------------------------------------------------------

static size_t count_values(const bs_reading *reading)
{
    if (reading->document != NULL) return reading->quantities.count;
    size_t count = 0;
    for (size_t i = 0; i < reading->series.count; i++) {
        const bs_observation_array *all = &reading->series.items[i].observations;
        for (size_t j = 0; j < all->count; j++)
            count += all->items[j].state == BS_STATE_VALUE;
    }
    return count;
}

bs_status bs_report__leaf(bs_leaf *out, bs_page *page, const bs_report_document *document)
{
    const bs_source *source = document->reading->source;
    bool titled = source->title.len > 0;
    *out = (bs_leaf){.given = document,
                     .reading = document->reading,
                     .source = source,
                     .number = out->number,
                     .finding_first = out->finding_first,
                     .value_count = count_values(document->reading),
                     .name = titled ? source->title : bs_report__file_name(source->path),
                     .lang = source->lang};
    for (size_t i = 0; i < document->finding_count; i++)
        out->tallies[document->findings[i].severity]++;
    BS_TRY(find_tables(out, page));
    fill_cells(out);
    BS_TRY(find_spans(out, page));
    BS_TRY(choose_lines(out, page));
    return bs_report__groups(out, page);
}
