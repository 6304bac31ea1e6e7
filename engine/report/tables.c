// SPDX-License-Identifier: GPL-3.0-or-later
// Every table of a document as it was read, with the doubtful cells marked, and its pictures.
#include "engine/report/report_internal.h"

typedef struct drawing {
    bs_page *page;
    const bs_leaf *leaf;
    const bs_table_facts *facts;
    const bs_table *table;
    uint32_t head_rows;
    uint8_t *row_shown; // one a row
    size_t rows_shown;
} drawing;

// --- one cell ------------------------------------------------------------------------------------

static const bs_cell_facts *facts_of(const drawing *own, const bs_cell *cell)
{
    return &own->facts->cells[cell - own->table->cells];
}

static bool is_number(const drawing *own, const bs_cell *cell)
{
    const bs_cell_facts *facts = facts_of(own, cell);
    if (facts->series != NULL) return true;
    return facts->quantity != NULL && facts->quantity->text.len == cell->text.len;
}

typedef enum cell_role { ROLE_BODY, ROLE_HEAD, ROLE_ROW_HEAD } cell_role;

// The name of a row stands just before its values, or where the format says so.
static cell_role role_of(const drawing *own, const bs_cell *cell)
{
    if (cell->text.len == 0) return ROLE_BODY;
    if (cell->row < own->head_rows) return ROLE_HEAD;
    bool before = own->facts->has_value && own->facts->first_col > 0 &&
                  cell->col + cell->col_span == own->facts->first_col;
    return before || cell->header ? ROLE_ROW_HEAD : ROLE_BODY;
}

// What is above the first value; without values, the rows that the format calls headers.
static uint32_t count_head_rows(const bs_table_facts *facts)
{
    if (facts->has_value) return facts->head_rows;
    const bs_table *table = facts->block->table;
    for (size_t i = 0; i < table->cell_count; i++) {
        if (!table->cells[i].header) return table->cells[i].row;
    }
    return 0;
}

static void write_spans(const drawing *own, const bs_cell *cell)
{
    unsigned cols = cell->col_span;
    if (cell->col + cols > BS_REPORT_TABLE_COLS_MAX && cell->col < BS_REPORT_TABLE_COLS_MAX) {
        cols = BS_REPORT_TABLE_COLS_MAX - cell->col;
    }
    if (cols > 1) bs_buffer_addf(own->page->out, " colspan=\"%u\"", cols);
    if (cell->row_span > 1) {
        bs_buffer_addf(own->page->out, " rowspan=\"%u\"", (unsigned)cell->row_span);
    }
}

// The doubted number with a link to its finding; what stands around it stays outside of the link.
static void write_flagged(const drawing *own, const bs_cell *cell, size_t number)
{
    bs_page *page = own->page;
    bs_text_span_array spans = own->leaf->spans;
    bool in_text = cell->text.ptr >= own->leaf->source->text.ptr &&
                   cell->text.ptr + cell->text.len <=
                       own->leaf->source->text.ptr + own->leaf->source->text.len;
    if (in_text) {
        bs_report__marked(page, own->leaf, cell->text, &spans);
        return;
    }
    bs_buffer_addf(page->out, "<a class=\"flag\" href=\"#f%zu\"><mark>", number);
    bs_html_text(page->out, cell->text);
    BS_PUT(page, "</mark></a>");
}

// Numbers stand right, and so does what heads a column of them.
static bool stands_right(const drawing *own, const bs_cell *cell, cell_role role)
{
    if (cell->row >= own->head_rows) return role == ROLE_BODY && is_number(own, cell);
    return own->facts->has_value && cell->col >= own->facts->first_col;
}

static void open_cell(const drawing *own, const bs_cell *cell, cell_role role)
{
    bs_page *page = own->page;
    const bs_cell_facts *facts = facts_of(own, cell);
    const char *head = cell->col_span > 1 ? "<th scope=\"colgroup\"" : "<th scope=\"col\"";
    const char *const tags[] = {
        [ROLE_BODY] = "<td", [ROLE_HEAD] = head, [ROLE_ROW_HEAD] = "<th scope=\"row\""};
    bs_buffer_add(page->out, bs_str_from(tags[role]));
    write_spans(own, cell);
    bool right = stands_right(own, cell, role);
    if (facts->finding > 0) {
        bs_buffer_addf(page->out, " class=\"%s flagged %s\"", right ? "n" : "t",
                       bs_report__class_of(own->leaf, facts->finding));
    } else if (right) {
        BS_PUT(page, " class=\"n\"");
    }
    bool told = role != ROLE_HEAD && is_number(own, cell);
    if (told) bs_html_attribute(page->out, "title", bs_report__hint(page, facts));
    BS_PUT(page, ">");
}

static void write_cell(const drawing *own, const bs_cell *cell)
{
    bs_page *page = own->page;
    cell_role role = role_of(own, cell);
    size_t finding = facts_of(own, cell)->finding;
    open_cell(own, cell, role);
    if (finding > 0)
        write_flagged(own, cell, finding);
    else
        bs_html_text(page->out, cell->text);
    bs_buffer_add(page->out, bs_str_from(role == ROLE_BODY ? "</td>" : "</th>"));
}

// --- one table -----------------------------------------------------------------------------------

static bool choose_rows(drawing *own)
{
    own->row_shown = BS_NEW_ARRAY(own->page->arena, uint8_t, own->table->row_count);
    if (own->row_shown == NULL) return false;
    for (uint32_t i = 0; i < own->table->row_count && i < BS_REPORT_TABLE_ROWS_MAX; i++)
        own->row_shown[i] = 1;
    for (size_t i = 0; i < own->table->cell_count; i++) {
        const bs_cell *cell = &own->table->cells[i];
        if (facts_of(own, cell)->finding > 0) own->row_shown[cell->row] = 1;
    }
    for (uint32_t i = 0; i < own->table->row_count; i++)
        own->rows_shown += own->row_shown[i];
    return true;
}

static bool is_shown(const drawing *own, const bs_cell *cell)
{
    if (own->row_shown[cell->row] == 0) return false;
    return cell->col < BS_REPORT_TABLE_COLS_MAX || facts_of(own, cell)->finding > 0;
}

// The rows up to `end`, as one part of the table; *next is the first cell that is left.
static void write_rows(const drawing *own, const char *part, uint32_t end, size_t *next)
{
    bs_page *page = own->page;
    const bs_table *table = own->table;
    if (*next == table->cell_count || table->cells[*next].row >= end) return;
    bs_buffer_addf(page->out, "<%s>\n", part);
    uint32_t row = UINT32_MAX;
    for (; *next < table->cell_count && table->cells[*next].row < end; (*next)++) {
        const bs_cell *cell = &table->cells[*next];
        if (!is_shown(own, cell)) continue;
        if (cell->row != row)
            bs_buffer_add(page->out, bs_str_from(row == UINT32_MAX ? "<tr>" : "</tr>\n<tr>"));
        row = cell->row;
        write_cell(own, cell);
    }
    if (row != UINT32_MAX) BS_PUT(page, "</tr>\n");
    bs_buffer_addf(page->out, "</%s>\n", part);
}

static void write_caption(const drawing *own, bs_str name)
{
    bs_page *page = own->page;
    BS_PUT(page, "<caption>");
    if (own->facts->title.len > 0) {
        bs_html_text(page->out, name);
        BS_PUT(page, " · ");
    }
    if (own->facts->unit.len > 0) {
        bs_report__word(page, BS_SAY_UNIT);
        BS_PUT(page, ": ");
        bs_report__foreign(page, own->facts->unit, own->facts->block->lang);
        BS_PUT(page, " · ");
    }
    bs_report__line_link(page, own->leaf, own->facts->block->line);
    if (bs_report__continues(own->leaf, own->facts->number)) {
        BS_PUT(page, " · ");
        bs_report__word(page, BS_SAY_CONTINUED);
    }
    BS_PUT(page, "</caption>\n");
}

static void write_left_out(const drawing *own)
{
    size_t rows = own->table->row_count, cols = own->table->col_count;
    if (own->rows_shown < rows) {
        bs_report__left_out(own->page, BS_SAY_ROWS_LEFT, own->rows_shown, rows);
    }
    if (BS_REPORT_TABLE_COLS_MAX < cols) {
        bs_report__left_out(own->page, BS_SAY_COLS_LEFT, BS_REPORT_TABLE_COLS_MAX, cols);
    }
}

static bs_status write_table(bs_page *page, const bs_leaf *leaf, const bs_table_facts *facts)
{
    drawing own = {.page = page,
                   .leaf = leaf,
                   .facts = facts,
                   .table = facts->block->table,
                   .head_rows = count_head_rows(facts)};
    if (!choose_rows(&own)) return bs_report__no_memory(page);
    bs_report_values number = {{bs_report__number(page, facts->number)}};
    bs_str name = bs_report_say(page->arena, BS_SAY_TABLE, page->lang, &number);
    bs_buffer_addf(page->out, "<div class=\"table\" id=\"d%zut%zu\">\n", leaf->number,
                   facts->number);
    bs_str id = bs_arena_format(page->arena, "h-d%zut%zu", leaf->number, facts->number);
    if (id.ptr == NULL) return bs_report__no_memory(page);
    bool titled = facts->title.len > 0;
    bs_report__heading(page, bs_report__level(page), id.ptr, titled ? facts->title : name,
                       titled ? facts->block->lang : page->lang);
    bs_buffer_addf(page->out,
                   "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"%s\">"
                   "<table class=\"data\"",
                   id.ptr);
    bs_report__lang(page, facts->block->lang);
    BS_PUT(page, ">\n");
    write_caption(&own, name);
    size_t next = 0;
    write_rows(&own, "thead", own.head_rows, &next);
    write_rows(&own, "tbody", UINT32_MAX, &next);
    BS_PUT(page, "</table></div>\n");
    write_left_out(&own);
    BS_TRY(bs_report__figures(page, leaf, facts->number));
    BS_PUT(page, "</div>\n");
    return BS_OK;
}

static bool is_drawn(const bs_leaf *leaf)
{
    if (leaf->tables.count > 0) return true;
    for (size_t i = 0; i < leaf->groups.count; i++) {
        if (leaf->groups.items[i].drawable) return true;
    }
    return leaf->reading->document == NULL && leaf->reading->series.count > 0;
}

bool bs_report__has_tables(const bs_page *page)
{
    for (size_t i = 0; i < page->leaf_count; i++) {
        if (is_drawn(&page->leaves[i])) return true;
    }
    return false;
}

bs_status bs_report__tables(bs_page *page)
{
    bs_report__section(page, "tables", BS_SAY_TABLES);
    for (size_t i = 0; i < page->leaf_count; i++) {
        const bs_leaf *leaf = &page->leaves[i];
        if (!is_drawn(leaf)) continue;
        bs_report__part_begin(page, leaf, 'T');
        for (size_t j = 0; j < leaf->tables.count; j++)
            BS_TRY(write_table(page, leaf, &leaf->tables.items[j]));
        if (leaf->reading->document == NULL) bs_report__data_tables(page, leaf);
        BS_TRY(bs_report__figures(page, leaf, 0));
        bs_report__part_end(page);
    }
    BS_PUT(page, "</section>\n");
    return BS_OK;
}
