// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the cells of a table whose rows are filled up with bars where they stood on the page.
#include "engine/read/table_padded.h"

// The columns of figures are those of the longest rows, and those of labels what they have in
// front.
bool bs_padded__measure(bs_padded *table)
{
    table->body = table->rows;
    for (uint32_t i = 0; i < table->rows; i++) {
        const bs_padded_row *row = &table->row[i];
        if (row->figures == 0) continue;
        if (table->body == table->rows) table->body = i;
        if (row->labels > 0 && row->figures > table->figures) table->figures = row->figures;
    }
    for (uint32_t i = table->body; i < table->rows; i++) {
        const bs_padded_row *row = &table->row[i];
        bool full = row->figures == table->figures && row->labels > table->labels;
        if (full) table->labels = row->labels;
    }
    while (table->head < table->body && table->row[table->head].cells < 2)
        table->head++;
    table->heads_end = table->body;
    while (table->heads_end > table->head && table->row[table->heads_end - 1].cells < 2)
        table->heads_end--;
    return table->labels > 0 && table->labels + table->figures <= table->bars;
}

// Labels of a row, where words among its figures have been taken for such.
static uint32_t labels_of(const bs_padded *table, const bs_padded_row *row)
{
    bool all = row->figures == table->figures || row->cells <= table->figures;
    uint32_t labels = all ? row->labels : row->cells - table->figures;
    return labels < table->labels ? labels : table->labels;
}

static bool is_total(bs_str text)
{
    static const char *const names[] = {"계",   "소계", "합계", "총계", "計",    "小計",
                                        "合計", "合计", "小计", "总计", "Total", "All"};
    for (size_t i = 0; i < BS_COUNT(names); i++) {
        if (bs_str_equal(text, bs_str_from(names[i]))) return true;
    }
    return false;
}

// Is the label of a short row that of another short one, too, as the parts of several wholes are?
static bool is_repeated(const bs_padded *table, const bs_grid *grid, uint32_t at)
{
    enum { FAR = 40 };
    bs_str name = grid->cells.items[table->row[at].first].text;
    uint32_t from = at > table->body + FAR ? at - FAR : table->body;
    for (uint32_t i = from; i < table->rows && i < at + FAR; i++) {
        const bs_padded_row *row = &table->row[i];
        if (i == at || row->figures == 0 || labels_of(table, row) == 0) continue;
        uint32_t last = row->first + labels_of(table, row) - 1;
        if (bs_str_equal(grid->cells.items[last].text, name)) return true;
    }
    return false;
}

// Places a row whose first labels reach down from the row `group`, the last with all of them. All
// of them do where it has none, the last from the row right above it.
static void place_below(const bs_padded *table, bs_grid *grid, uint32_t at, uint32_t group)
{
    const bs_padded_row *row = &table->row[at];
    uint32_t own = labels_of(table, row), above = table->labels - own;
    for (uint32_t i = 0; i < above - (own == 0); i++)
        grid->cells.items[table->row[group].first + i].row_span = (uint16_t)(at - group + 1);
    const bs_padded_row *before = &table->row[at - 1];
    uint32_t labels = labels_of(table, before);
    if (own == 0 && labels > 0) grid->cells.items[before->first + labels - 1].row_span = 2;
    for (uint32_t i = 0; i < row->cells; i++)
        grid->cells.items[row->first + i].col += above;
}

// Places a row whose last label reaches over the columns that it lacks.
static void place_over(const bs_padded *table, bs_grid *grid, const bs_padded_row *row,
                       uint32_t labels)
{
    uint32_t lacking = table->labels - labels;
    if (labels > 0) grid->cells.items[row->first + labels - 1].col_span = (uint16_t)(lacking + 1);
    for (uint32_t i = labels; i < row->cells; i++)
        grid->cells.items[row->first + i].col += lacking;
}

// --- heads ---

// Can a row of heads be placed by itself?
static bool has_place(const bs_padded *table, const bs_grid *grid, const bs_padded_row *row)
{
    const bs_cell *cells = &grid->cells.items[row->first];
    bool nameless = row->cells == table->figures && cells[0].text.len > 0 &&
                    !bs_table__heads_labels(cells[0].text);
    return nameless || row->cells == table->figures + 1 ||
           row->cells == table->labels + table->figures;
}

// Places a row of heads by itself: one for each column, one for all the labels, or none for them.
static bool place_heads(const bs_padded *table, bs_grid *grid, const bs_padded_row *row)
{
    bs_cell *cells = &grid->cells.items[row->first];
    if (!has_place(table, grid, row)) return false;
    if (row->cells == table->labels + table->figures) return true;
    uint32_t named = row->cells - table->figures;
    for (uint32_t i = named; i < row->cells; i++)
        cells[i].col += table->labels - named;
    if (named > 0) cells[0].col_span = (uint16_t)table->labels;
    return true;
}

// The two rows of heads and what stands below them, as if there were one column of labels.
static bs_status copy_narrow(bs_text_reader *reader, const bs_padded *table, const bs_grid *grid,
                             bs_grid *out)
{
    for (uint32_t i = table->head, to = 0; i < table->rows; i++) {
        const bs_padded_row *row = &table->row[i];
        bool head = i < table->heads_end;
        uint32_t labels = head ? 0 : labels_of(table, row);
        if (!head && (row->figures != table->figures || labels == 0)) continue;
        for (uint32_t at = head ? 0 : labels - 1; at < row->cells; at++) {
            bs_cell cell = grid->cells.items[row->first + at];
            cell.row = to;
            cell.col = head ? at : at - labels + 1;
            cell.row_span = cell.col_span = 1;
            BS_TRY(bs_table__add(reader, out, cell));
        }
        to++;
    }
    return BS_OK;
}

// Takes the heads over from the narrow table, where their reach was found; else they are dropped,
// but for that of the labels.
static void take_heads(const bs_padded *table, bs_grid *grid, const bs_grid *narrow, bool known)
{
    uint32_t from = table->row[table->head].first, kept = 0;
    uint32_t end = table->row[table->heads_end].first;
    for (size_t i = 0; i < narrow->cells.count && narrow->cells.items[i].row < 2; i++) {
        bs_cell cell = narrow->cells.items[i];
        bool corner = cell.col == 0 && cell.row == 0;
        if (!corner && !known) continue;
        cell.row += table->head;
        if (corner) cell.col_span = (uint16_t)table->labels;
        if (cell.col > 0) cell.col += table->labels - 1;
        grid->cells.items[from + kept++] = cell;
    }
    for (uint32_t i = from + kept; i < end; i++)
        grid->cells.items[i].row = BS_CELL_DROPPED;
}

// A row of heads that is placed: its first cell over a column of figures, and where that is.
typedef struct wide_row {
    uint32_t first;
    uint32_t col;
    uint32_t count;
    uint32_t width; // heads after which they begin again
} wide_row;

// The head of a column of the numbers of notes.
static bool is_note(bs_str text)
{
    static const char *const names[] = {"Note", "Notes", "주석", "注記", "附注", "附註", "注释"};
    for (size_t i = 0; i < BS_COUNT(names); i++) {
        if (bs_str_equal(text, bs_str_from(names[i]))) return true;
    }
    return false;
}

static void drop_row(bs_grid *grid, const bs_padded_row *row)
{
    for (uint32_t i = 0; i < row->cells; i++)
        grid->cells.items[row->first + i].row = BS_CELL_DROPPED;
}

// After how many heads those of the last row begin again; all of them where they do not.
static uint32_t repeat_width(const bs_cell *heads, uint32_t count)
{
    for (uint32_t width = 2; width * 2 <= count; width++) {
        uint32_t same = width;
        while (same < count && bs_str_equal(heads[same].text, heads[same - width].text))
            same++;
        if (count % width == 0 && same == count) return width;
    }
    return count;
}

// Heads that stand over those of a row that is placed, as many columns each as that takes to begin
// again; they are dropped where they are not as many.
static void place_over_row(const bs_padded *table, bs_grid *grid, const bs_padded_row *row,
                           const wide_row *below)
{
    bs_cell *cells = &grid->cells.items[row->first];
    uint32_t corner = row->cells * below->width == below->count + below->width;
    if ((row->cells - corner) * below->width != below->count) {
        drop_row(grid, row);
        return;
    }
    for (uint32_t at = 0; at < row->cells; at++) {
        cells[at].col = at < corner ? 0 : below->col + (at - corner) * below->width;
        cells[at].col_span = (uint16_t)(at < corner ? table->labels : below->width);
    }
}

// Three rows of heads or more. The last is over all columns, or the one above it, when the last
// gives units and the head of a column of notes.
static void place_over_last(const bs_padded *table, bs_grid *grid)
{
    uint32_t end = table->heads_end - 1;
    const bs_padded_row *last = &table->row[end];
    if (!place_heads(table, grid, last)) {
        for (uint32_t i = table->head; i < table->heads_end; i++)
            drop_row(grid, &table->row[i]);
        return;
    }
    uint32_t named = last->cells > table->figures ? last->cells - table->figures : 0;
    wide_row below = {.first = last->first + named, .col = table->labels, .count = table->figures};
    bool notes = end > table->head && is_note(grid->cells.items[below.first].text);
    if (notes && table->row[end - 1].cells + 1 == table->figures) {
        below = (wide_row){table->row[--end].first, table->labels + 1, table->figures - 1, 0};
        for (uint32_t i = 0; i < below.count; i++)
            grid->cells.items[below.first + i].col = below.col + i;
    }
    below.width = repeat_width(&grid->cells.items[below.first], below.count);
    for (uint32_t i = table->head; i < end; i++)
        place_over_row(table, grid, &table->row[i], &below);
}

static bs_status place_over_heads(bs_text_reader *reader, const bs_padded *table, bs_grid *grid)
{
    enum { HEAD_ROWS = 2 };
    if (table->heads_end - table->head != HEAD_ROWS) {
        place_over_last(table, grid);
        return BS_OK;
    }
    bs_grid narrow = {.first = 0};
    BS_TRY(copy_narrow(reader, table, grid, &narrow));
    size_t count = narrow.cells.count;
    bs_table__unflatten(&narrow);
    bool known = narrow.cells.count < count;
    for (size_t i = 0; i < narrow.cells.count && !known; i++)
        known = narrow.cells.items[i].col_span > 1;
    take_heads(table, grid, &narrow, known);
    return BS_OK;
}

static bs_status place_all_heads(bs_text_reader *reader, const bs_padded *table, bs_grid *grid)
{
    bool placed = true;
    for (uint32_t i = table->head; i < table->heads_end; i++)
        placed = placed && has_place(table, grid, &table->row[i]);
    if (!placed) return place_over_heads(reader, table, grid);
    for (uint32_t i = table->head; i < table->heads_end; i++)
        place_heads(table, grid, &table->row[i]);
    return BS_OK;
}

// Is the first column of figures one of the numbers of notes, which most rows leave out?
static bool has_notes(const bs_padded *table, const bs_grid *grid)
{
    for (uint32_t i = table->head; i < table->heads_end; i++) {
        const bs_padded_row *row = &table->row[i];
        for (uint32_t at = 0; at < row->cells; at++) {
            const bs_cell *cell = &grid->cells.items[row->first + at];
            if (cell->col == table->labels && is_note(cell->text)) return true;
        }
    }
    return false;
}

static void place_body(const bs_padded *table, bs_grid *grid)
{
    uint32_t group = UINT32_MAX; // the last row with all labels
    bool whole = false;          // it is the total of a group
    bool notes = has_notes(table, grid);
    for (uint32_t i = table->body; i < table->rows; i++) {
        const bs_padded_row *row = &table->row[i];
        if (row->figures == 0) {
            if (row->cells > 1) place_heads(table, grid, row);
            continue;
        }
        uint32_t labels = labels_of(table, row);
        const bs_cell *cells = &grid->cells.items[row->first];
        bool unnoted = notes && labels > 0 && row->figures + 1 == table->figures;
        for (uint32_t at = labels; unnoted && at < row->cells; at++)
            grid->cells.items[row->first + at].col++;
        if (labels == table->labels) {
            group = bs_padded__is_figure(cells[0].text) ? UINT32_MAX : i;
            whole = labels > 1 && is_total(cells[labels - 1].text);
            continue;
        }
        bool near = group != UINT32_MAX && i - group < UINT16_MAX;
        bool below = near && (labels == 0 || whole || is_repeated(table, grid, i));
        if (below)
            place_below(table, grid, i, group);
        else
            place_over(table, grid, row, labels);
        if (!below) group = UINT32_MAX;
    }
}

// A single cell in front of the heads is a caption, and reaches over all columns.
static void place_captions(const bs_padded *table, bs_grid *grid)
{
    for (uint32_t i = 0; i < table->head; i++) {
        if (table->row[i].cells == 1)
            grid->cells.items[table->row[i].first].col_span =
                (uint16_t)(table->labels + table->figures);
    }
}

bs_status bs_padded__place(bs_text_reader *reader, const bs_padded *table, bs_grid *grid)
{
    BS_TRY(place_all_heads(reader, table, grid));
    place_body(table, grid);
    place_captions(table, grid);
    return BS_OK;
}
