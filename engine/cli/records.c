// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/records.h"

#include "engine/base/utf8.h"

enum { GAP = 2, CUT_MIN = 8 };

void bs_records_add(bs_records *records, bs_arena *arena, bs_str cell)
{
    bs_str *place = BS_PUSH(arena, &records->cells);
    if (place != NULL) *place = cell;
}

void bs_records_add_row(bs_records *records, bs_arena *arena, const bs_str *row)
{
    size_t count = records->column_count;
    if (!BS_RESERVE(arena, &records->cells, count)) return;
    memcpy(records->cells.items + records->cells.count, row, count * sizeof *row);
    records->cells.count += count;
}

size_t bs_records_count(const bs_records *records)
{
    return records->cells.count / records->column_count;
}

static bs_str cell_at(const bs_records *records, size_t row, size_t column)
{
    return records->cells.items[row * records->column_count + column];
}

// --- table ---------------------------------------------------------------------------------------

// Widths of the columns as shown; 0 for a column that is left out.
typedef struct layout {
    size_t widths[BS_COLUMN_COUNT_MAX];
} layout;

static size_t table_width(const layout *own, size_t count)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++) {
        if (own->widths[i] > 0) total += own->widths[i] + GAP;
    }
    return total > GAP ? total - GAP : 0;
}

// 0 for a column that may be left out and says nothing.
static size_t column_width(const bs_records *records, size_t column)
{
    size_t widest = strlen(records->columns[column].name);
    bool empty = records->columns[column].leave_out > 0;
    for (size_t row = 0, count = bs_records_count(records); row < count; row++) {
        bs_str cell = cell_at(records, row, column);
        size_t width = cell.ptr ? bs_visible_width(cell) : 1;
        if (width > widest) widest = width;
        if (cell.len > 0) empty = false;
    }
    return empty ? 0 : widest;
}

static void measure(layout *own, const bs_records *records)
{
    for (size_t i = 0; i < records->column_count; i++) {
        if (records->columns[i].data_only || records->columns[i].heads) continue;
        own->widths[i] = column_width(records, i);
    }
}

// Width with every column cut as far as it may be.
static size_t least_width(const layout *own, const bs_records *records)
{
    layout cut = *own;
    for (size_t i = 0; i < records->column_count; i++) {
        if (records->columns[i].cut && cut.widths[i] > CUT_MIN) cut.widths[i] = CUT_MIN;
    }
    return table_width(&cut, records->column_count);
}

static bool leave_one_out(layout *own, const bs_records *records)
{
    size_t worst = SIZE_MAX;
    for (size_t i = 0; i < records->column_count; i++) {
        if (own->widths[i] == 0 || records->columns[i].leave_out == 0) continue;
        if (worst == SIZE_MAX ||
            records->columns[i].leave_out > records->columns[worst].leave_out) {
            worst = i;
        }
    }
    if (worst == SIZE_MAX) return false;
    own->widths[worst] = 0;
    return true;
}

static bool cut_widest(layout *own, const bs_records *records)
{
    size_t widest = SIZE_MAX;
    for (size_t i = 0; i < records->column_count; i++) {
        if (!records->columns[i].cut || own->widths[i] <= CUT_MIN) continue;
        if (widest == SIZE_MAX || own->widths[i] > own->widths[widest]) widest = i;
    }
    if (widest == SIZE_MAX) return false;
    own->widths[widest]--;
    return true;
}

static void fit(layout *own, const bs_records *records, size_t room)
{
    while (least_width(own, records) > room && leave_one_out(own, records)) {
    }
    while (table_width(own, records->column_count) > room && cut_widest(own, records)) {
    }
}

// As much of `cell`, which takes `full` columns, as fits into `width`; returns the columns used.
static size_t write_cut(bs_stream *out, bs_str cell, size_t full, size_t width)
{
    if (full <= width) {
        bs_stream_add_visible(out, cell);
        return full;
    }
    size_t used = 0;
    for (size_t at = 0; at < cell.len;) {
        bs_rune rune = bs_utf8_decode(cell, at);
        bs_str piece = bs_str_slice(cell, at, at + rune.len);
        if (used + bs_visible_width(piece) + 1 > width) break;
        bs_stream_add_visible(out, piece);
        used += bs_visible_width(piece);
        at += rune.len;
    }
    bs_stream_add(out, "…");
    return used + 1;
}

static void write_row(bs_stream *out, const bs_records *records, const layout *own, size_t row)
{
    size_t owed = 0; // blanks that are written only when something follows
    for (size_t i = 0; i < records->column_count; i++) {
        if (own->widths[i] == 0) continue;
        bs_str cell =
            row == SIZE_MAX ? bs_str_from(records->columns[i].name) : cell_at(records, row, i);
        if (cell.ptr == NULL) cell = BS_STR("-");
        size_t width = bs_visible_width(cell);
        if (records->columns[i].number && width < own->widths[i]) owed += own->widths[i] - width;
        if (cell.len > 0) {
            bs_stream_spaces(out, owed);
            owed = 0;
        }
        size_t used = write_cut(out, cell, width, own->widths[i]);
        owed += GAP;
        if (!records->columns[i].number) owed += own->widths[i] - used;
    }
    if (row != SIZE_MAX) bs_stream_add(out, "\n");
    bs_stream_relieve(out);
}

// The line above rows that share a cell, when it is another one than that of the row before.
static void write_head(bs_stream *out, const bs_records *records, size_t row)
{
    for (size_t i = 0; i < records->column_count; i++) {
        if (!records->columns[i].heads) continue;
        bs_str cell = cell_at(records, row, i);
        if (cell.len == 0 || (row > 0 && bs_str_equal(cell, cell_at(records, row - 1, i)))) return;
        bs_stream_style(out, BS_STYLE_NOTE);
        (void)write_cut(out, cell, bs_visible_width(cell), out->terminal ? out->width : SIZE_MAX);
        bs_stream_style(out, BS_STYLE_NONE);
        bs_stream_add(out, "\n");
    }
}

static void write_table(bs_stream *out, const bs_records *records)
{
    layout own = {{0}};
    measure(&own, records);
    if (out->terminal) fit(&own, records, out->width);
    bs_stream_style(out, BS_STYLE_BOLD);
    write_row(out, records, &own, SIZE_MAX);
    bs_stream_style(out, BS_STYLE_NONE);
    bs_stream_add(out, "\n");
    for (size_t row = 0; row < bs_records_count(records); row++) {
        write_head(out, records, row);
        write_row(out, records, &own, row);
    }
}

static size_t shown_count(const layout *own, size_t count)
{
    size_t shown = 0;
    for (size_t i = 0; i < count; i++)
        shown += own->widths[i] > 0;
    return shown;
}

size_t bs_records_left_out(const bs_cli *cli, const bs_records *records)
{
    layout own = {{0}};
    if (!cli->out->terminal) return 0;
    measure(&own, records);
    size_t all = shown_count(&own, records->column_count);
    fit(&own, records, cli->out->width);
    return all - shown_count(&own, records->column_count);
}

// --- for programs --------------------------------------------------------------------------------

static void write_object(bs_stream *out, const bs_records *records, size_t row)
{
    const char *before = "{";
    for (size_t i = 0; i < records->column_count; i++) {
        if (records->columns[i].table_only) continue;
        bs_str cell = cell_at(records, row, i);
        bs_stream_add(out, before);
        before = ",";
        bs_buffer_add_json(&out->pending, bs_str_from(records->columns[i].name));
        bs_stream_add(out, ":");
        if (cell.ptr == NULL) {
            bs_stream_add(out, "null");
        } else if (records->columns[i].number) {
            bs_stream_add_str(out, cell);
        } else {
            bs_buffer_add_json(&out->pending, cell);
        }
    }
    bs_stream_add(out, "}");
}

static void write_json(bs_stream *out, const bs_records *records)
{
    bs_stream_add(out, "[");
    for (size_t row = 0; row < bs_records_count(records); row++) {
        bs_stream_add(out, row == 0 ? "\n  " : ",\n  ");
        write_object(out, records, row);
        bs_stream_relieve(out);
    }
    bs_stream_add(out, bs_records_count(records) > 0 ? "\n]\n" : "]\n");
}

static void write_jsonl(bs_stream *out, const bs_records *records)
{
    for (size_t row = 0; row < bs_records_count(records); row++) {
        write_object(out, records, row);
        bs_stream_add(out, "\n");
        bs_stream_relieve(out);
    }
}

// Quotes only where RFC 4180 needs them.
static void write_field(bs_stream *out, bs_str field)
{
    bool plain = true;
    for (size_t i = 0; i < field.len; i++) {
        if (strchr("\",\r\n", field.ptr[i]) != NULL) plain = false;
    }
    if (plain) {
        bs_stream_add_str(out, field);
        return;
    }
    bs_stream_add(out, "\"");
    for (size_t i = 0; i < field.len; i++) {
        if (field.ptr[i] == '"') bs_stream_add(out, "\"");
        bs_stream_add_str(out, bs_str_slice(field, i, i + 1));
    }
    bs_stream_add(out, "\"");
}

static void write_csv_row(bs_stream *out, const bs_records *records, size_t row)
{
    const char *before = "";
    for (size_t i = 0; i < records->column_count; i++) {
        if (records->columns[i].table_only) continue;
        bs_stream_add(out, before);
        before = ",";
        bool head = row == SIZE_MAX;
        write_field(out, head ? bs_str_from(records->columns[i].name) : cell_at(records, row, i));
    }
    bs_stream_add(out, "\n");
    bs_stream_relieve(out);
}

static void write_csv(bs_stream *out, const bs_records *records)
{
    write_csv_row(out, records, SIZE_MAX);
    for (size_t row = 0; row < bs_records_count(records); row++)
        write_csv_row(out, records, row);
}

static void (*const writers[])(bs_stream *, const bs_records *) = {
    [BS_FORMAT_TEXT] = write_table,
    [BS_FORMAT_JSON] = write_json,
    [BS_FORMAT_JSONL] = write_jsonl,
    [BS_FORMAT_CSV] = write_csv,
};

void bs_records_write(bs_cli *cli, const bs_records *records, bs_format format)
{
    if (format == BS_FORMAT_TEXT && bs_records_count(records) == 0) return;
    writers[format](cli->out, records);
}
