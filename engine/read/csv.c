// SPDX-License-Identifier: GPL-3.0-or-later
// Drives libcsv over the text and gives every field its exact place.
//
// libcsv tells what a field says but not where it stood. It is therefore fed in pieces that end
// right behind a delimiter or line end: a field that is reported while such a piece is parsed ends
// with it, and began where the field before it ended.
#include "engine/read/csv.h"

#include <csv.h>
#include <stdlib.h>

#include "engine/base/buffer.h"
#include "engine/base/limits.h"
#include "engine/read/csv_internal.h"

enum { CELL_BLOCK_SIZE = 4096, FIELD_COUNT_FIRST = 16 };

typedef struct csv_reader {
    const bs_source *source;
    bs_str text;
    bs_row_sink sink;
    struct csv_parser parser;
    char delimiter;
    bool keyed;       // the first field of each row is a list
    size_t width;     // fields of the header, but for what pads it
    size_t row_count; // rows of the table so far
    // Where text.ptr[at], the next byte to parse, stands.
    size_t at;
    uint32_t line;
    uint32_t column;
    // Where the field that is being read began.
    size_t field_at;
    uint32_t field_line;
    uint32_t field_column;
    // The row so far. Text with doubled quotes is in `copies`, by offset until the row is whole.
    bs_field *fields; // owned
    size_t count;
    size_t capacity;
    bs_buffer copies;
    uint32_t row_line;
    bool row_done;
    bs_status status; // of a callback
    bs_error *err;
} csv_reader;

static bs_place here(const csv_reader *reader)
{
    return (bs_place){.line = reader->line, .column = reader->column};
}

static bs_place field_place(const csv_reader *reader)
{
    return (bs_place){.line = reader->field_line, .column = reader->field_column};
}

// Moves over text.ptr[at, end).
static void advance(csv_reader *reader, size_t end)
{
    for (; reader->at < end; reader->at++) {
        unsigned char c = (unsigned char)reader->text.ptr[reader->at];
        reader->column += (c & 0xC0) != 0x80;
        if (c != '\n') continue;
        reader->line++;
        reader->column = 1;
    }
}

static bool fields_reserve(csv_reader *reader)
{
    if (reader->count < reader->capacity) return true;
    size_t capacity = reader->capacity ? reader->capacity * 2 : FIELD_COUNT_FIRST;
    bs_field *grown = reallocarray(reader->fields, capacity, sizeof *grown);
    if (grown == NULL) return false;
    reader->fields = grown;
    reader->capacity = capacity;
    return true;
}

// The field in text.ptr[field_at, end). Blanks inside quotes are text, blanks around a field are
// not part of its place.
static bs_field field_cut(const csv_reader *reader, size_t end)
{
    const char *text = reader->text.ptr;
    size_t start = reader->field_at;
    bs_str raw = {text + start, end - start};
    while (start < end && (text[start] == ' ' || text[start] == '\t'))
        start++;
    while (end > start && (text[end - 1] == ' ' || text[end - 1] == '\t'))
        end--;
    bool quoted = end - start >= 2 && text[start] == '"' && text[end - 1] == '"';
    start += quoted;
    end -= quoted;
    bs_str place = {text + start, end - start};
    uint32_t column = reader->field_column + (uint32_t)(start - reader->field_at);
    return (bs_field){quoted ? place : raw, place, reader->field_line, column};
}

// The parts of a field that is a list, as fields.
static void key_cut(csv_reader *reader, bs_field field)
{
    const char *start = field.place.ptr;
    for (bs_str rest = field.place; rest.len > 0 && reader->count < BS_TABLE_COLUMNS_MAX;) {
        bs_str part = bs_csv__key_part(&rest);
        uint32_t column = field.column + (uint32_t)(part.ptr - start);
        if (!fields_reserve(reader)) break;
        reader->fields[reader->count++] = (bs_field){part, part, field.line, column};
    }
}

// libcsv: a field ends. `reader->at` is behind it and behind the byte that ended it.
static void on_field(void *content, size_t len, void *context)
{
    csv_reader *reader = context;
    if (reader->status != BS_OK) return;
    size_t end = reader->at;
    if (reader->count >= BS_TABLE_COLUMNS_MAX) {
        reader->status = bs_fail_at(reader->err, BS_E_LIMIT, field_place(reader),
                                    "more than %zu columns", BS_TABLE_COLUMNS_MAX);
        return;
    }
    if (!fields_reserve(reader)) {
        reader->status = bs_fail(reader->err, BS_E_MEMORY, "out of memory");
        return;
    }
    bs_field field = field_cut(reader, end);
    if (len != field.place.len) { // doubled quotes
        field.text = (bs_str){NULL, len};
        bs_buffer_add(&reader->copies, (bs_str){content, len});
    }
    if (reader->keyed && reader->count == 0)
        key_cut(reader, field);
    else
        reader->fields[reader->count++] = field;
}

// libcsv: a row ends.
static void on_row(int end, void *context)
{
    (void)end;
    csv_reader *reader = context;
    reader->row_done = true;
}

static bs_status fail_memory(csv_reader *reader)
{
    return bs_fail(reader->err, BS_E_MEMORY, "out of memory");
}

// Byte of the delimiter or line end at or after `at`; the end of the text if there is none.
static size_t next_structural(const csv_reader *reader, size_t at)
{
    const char *text = reader->text.ptr;
    char delimiter = reader->delimiter;
    while (at < reader->text.len && text[at] != delimiter && text[at] != '\n' && text[at] != '\r')
        at++;
    return at;
}

// --- what is said --------------------------------------------------------------------------------

bs_status bs_csv__fail_behind_quote(bs_error *err, bs_place place, char delimiter)
{
    return bs_fail_at(err, BS_E_FORMAT, place,
                      "text behind a closing quote; expected '%s' or the end of the row (a "
                      "quote inside a quoted field is doubled)",
                      delimiter == '\t' ? "tab" : (char[]){delimiter, 0});
}

bs_status bs_csv__fail_inner_quote(bs_error *err, bs_place place)
{
    return bs_fail_at(
        err, BS_E_FORMAT, place,
        "quote inside an unquoted field; expected the whole field in quotes, and this "
        "quote doubled");
}

bs_status bs_csv__fail_open_quote(bs_error *err, bs_place place)
{
    return bs_fail_at(err, BS_E_FORMAT, place,
                      "a quote is opened here and not closed; expected '\"' before the end of the "
                      "file");
}

bs_status bs_csv__fail_width(bs_error *err, bs_place place, size_t count, size_t width)
{
    return bs_fail_at(err, BS_E_FORMAT, place, "row has %zu field%s, the header has %zu", count,
                      count == 1 ? "" : "s", width);
}

bs_status bs_csv__fail_layout(bs_error *err)
{
    return bs_fail_at(err, BS_E_FORMAT, (bs_place){.line = 1, .column = 1},
                      "no row of two or more fields; expected fields parted by ',' ';' "
                      "'|' or a tab");
}

bs_status bs_csv__fail_no_rows(bs_error *err, bs_place place)
{
    return bs_fail_at(err, BS_E_FORMAT, place,
                      "no row of data under the header; expected at least one");
}

// What libcsv refuses: a quote inside an unquoted field, or text behind a closing quote.
static bs_status fail_quote(csv_reader *reader)
{
    const char *text = reader->text.ptr;
    size_t start = reader->field_at;
    while (text[start] == ' ' || text[start] == '\t')
        start++;
    if (text[start] == '"')
        return bs_csv__fail_behind_quote(reader->err, here(reader), reader->delimiter);
    return bs_csv__fail_inner_quote(reader->err, here(reader));
}

// Parses the next piece: up to the next byte that may end a field, with it.
static bs_status piece_parse(csv_reader *reader)
{
    size_t start = reader->at;
    size_t end = next_structural(reader, start);
    if (end - reader->field_at > BS_CELL_BYTES_MAX)
        return bs_fail_at(reader->err, BS_E_LIMIT, field_place(reader),
                          "a cell is larger than %zu bytes%s", BS_CELL_BYTES_MAX,
                          reader->text.ptr[reader->field_at] == '"' ? "; is its quote closed?"
                                                                    : "");
    size_t len = end - start + (end < reader->text.len);
    reader->at = end; // callbacks measure the field by it
    size_t done =
        csv_parse(&reader->parser, reader->text.ptr + start, len, on_field, on_row, reader);
    reader->at = start;
    BS_TRY(reader->status);
    if (done != len) {
        int why = csv_error(&reader->parser);
        if (why != CSV_EPARSE) return fail_memory(reader);
        advance(reader, start + done);
        return fail_quote(reader);
    }
    advance(reader, start + len);
    return BS_OK;
}

static void field_begin(csv_reader *reader)
{
    reader->field_at = reader->at;
    reader->field_line = reader->line;
    reader->field_column = reader->column;
}

// The text ends without a line end: libcsv reports the last field now, or that it is in quotes yet.
static bs_status text_finish(csv_reader *reader)
{
    int failed = csv_fini(&reader->parser, on_field, on_row, reader);
    BS_TRY(reader->status);
    if (failed == 0) return BS_OK;
    if (csv_error(&reader->parser) != CSV_EPARSE) return fail_memory(reader);
    return bs_csv__fail_open_quote(reader->err, field_place(reader));
}

static bs_status row_parse(csv_reader *reader)
{
    reader->count = 0;
    reader->row_done = false;
    reader->row_line = reader->line;
    bs_buffer_clear(&reader->copies);
    field_begin(reader);
    while (!reader->row_done && reader->at < reader->text.len) {
        size_t before = reader->count;
        BS_TRY(piece_parse(reader));
        if (reader->count > before) field_begin(reader);
    }
    if (!reader->row_done) BS_TRY(text_finish(reader));
    return bs_buffer_status(&reader->copies, reader->err);
}

static void copies_settle(csv_reader *reader)
{
    size_t at = 0;
    if (reader->copies.len == 0) return;
    for (size_t i = 0; i < reader->count; i++) {
        bs_field *field = &reader->fields[i];
        if (field->text.ptr != NULL) continue;
        field->text.ptr = reader->copies.ptr + at;
        at += field->text.len;
    }
}

static bs_status fail_width(const csv_reader *reader)
{
    bs_place place = here(reader);
    if (reader->count > reader->width) {
        const bs_field *extra = &reader->fields[reader->width];
        place = (bs_place){.line = extra->line, .column = extra->column};
    } else if (reader->count > 0) {
        const bs_field *last = &reader->fields[reader->count - 1];
        size_t len = last->place.len;
        while (len > 1 && ((unsigned char)last->place.ptr[len - 1] & 0xC0) == 0x80)
            len--; // to the first byte of the last character
        bs_str end = bs_str_slice(last->place, len > 0 ? len - 1 : 0, last->place.len);
        bs_origin origin = bs_source_locate(reader->source, end);
        place = (bs_place){.line = last->line, .column = last->column};
        if (end.len > 0) place = (bs_place){.line = origin.line, .column = origin.column};
    }
    return bs_csv__fail_width(reader->err, place, reader->count, reader->width);
}

static bs_status row_push(csv_reader *reader)
{
    if (reader->row_count == 0 && (reader->keyed || reader->width > reader->count))
        reader->width = reader->count;
    // What some programs end their rows with: empty fields behind the last column.
    while (reader->count > reader->width && reader->fields[reader->count - 1].place.len == 0)
        reader->count--;
    if (reader->count != reader->width) return fail_width(reader);
    copies_settle(reader);
    bs_row row = {BS_ROW_TABLE, reader->row_line, reader->fields, reader->count};
    reader->row_count++;
    return reader->sink.row(reader->sink.context, &row, reader->err);
}

// A whole line that is no row of the table.
static bs_status line_push(csv_reader *reader, bs_row_kind kind, bs_str line)
{
    bs_str text = line;
    while (text.len > 0 && (text.ptr[0] == '#' || text.ptr[0] == reader->delimiter))
        text = bs_str_slice(text, 1, text.len);
    while (text.len > 0 && text.ptr[text.len - 1] == reader->delimiter)
        text.len--; // what a spreadsheet pads a title with
    text = bs_csv__unquote(bs_str_trim(text));
    uint32_t column = 1 + (uint32_t)(text.len > 0 ? text.ptr - line.ptr : 0);
    bs_field field = {text, text, reader->line, column};
    bs_row row = {kind, reader->line, &field, 1};
    bs_status status =
        text.len > 0 ? reader->sink.row(reader->sink.context, &row, reader->err) : BS_OK;
    advance(reader, (size_t)(line.ptr - reader->text.ptr) + line.len);
    return status;
}

// The line at reader->at without its end. Looked for in steps: a file with returns alone has no
// line feed until its end, and one with line feeds no return.
static bs_str line_here(const csv_reader *reader)
{
    enum { STEP_BYTES = 512 };
    const char *start = reader->text.ptr + reader->at;
    const char *stop = reader->text.ptr + reader->text.len;
    for (const char *at = start; at < stop;) {
        size_t step = (size_t)(stop - at) < STEP_BYTES ? (size_t)(stop - at) : STEP_BYTES;
        const char *feed = memchr(at, '\n', step);
        const char *ret = memchr(at, '\r', feed ? (size_t)(feed - at) : step);
        const char *end = ret ? ret : feed;
        if (end != NULL) return (bs_str){start, (size_t)(end - start)};
        at += step;
    }
    return (bs_str){start, (size_t)(stop - start)};
}

static bs_status line_read(csv_reader *reader)
{
    bs_str line = line_here(reader);
    if (line.len > BS_LINE_BYTES_MAX)
        return bs_fail_at(reader->err, BS_E_LIMIT, here(reader), "a line is larger than %zu bytes",
                          BS_LINE_BYTES_MAX);
    bs_csv_line kind = reader->row_count == 0
                           ? BS_CSV_LINE_OTHER
                           : bs_csv__line(line, reader->delimiter, reader->width);
    if (kind == BS_CSV_LINE_BLANK) {
        advance(reader, reader->at + line.len);
        return BS_OK;
    }
    if (kind != BS_CSV_LINE_OTHER) return line_push(reader, BS_ROW_NOTE, line);
    BS_TRY(row_parse(reader));
    return row_push(reader);
}

static bs_status titles_read(csv_reader *reader, size_t header)
{
    while (reader->at < header) {
        bs_str line = line_here(reader);
        if (reader->at + line.len >= header) break; // the comment mark before the header
        if (line.len > 0) BS_TRY(line_push(reader, BS_ROW_TITLE, line));
        advance(reader, reader->at + 1);
    }
    advance(reader, header);
    return BS_OK;
}

static bs_status table_read(csv_reader *reader)
{
    while (reader->at < reader->text.len) {
        char c = reader->text.ptr[reader->at];
        if (c == '\n' || c == '\r')
            advance(reader, reader->at + 1);
        else
            BS_TRY(line_read(reader));
    }
    if (reader->row_count >= 2) return BS_OK;
    return bs_csv__fail_no_rows(reader->err, here(reader));
}

static bs_status parser_start(csv_reader *reader)
{
    unsigned char options = CSV_STRICT | CSV_STRICT_FINI;
    if (csv_init(&reader->parser, options) != 0) return fail_memory(reader);
    csv_set_delim(&reader->parser, (unsigned char)reader->delimiter);
    csv_set_blk_size(&reader->parser, CELL_BLOCK_SIZE);
    return BS_OK;
}

// Where a text that is no CSV at all is refused.
static bs_status text_check(const bs_source *source, bs_error *err)
{
    bs_str text = source->text;
    if (bs_str_trim(bs_str_slice(text, 0, BS_CELL_BYTES_MAX)).len == 0 &&
        text.len <= BS_CELL_BYTES_MAX)
        return bs_fail_at(err, BS_E_FORMAT, (bs_place){.line = 1, .column = 1},
                          "the file is empty; expected a header and rows of data");
    const char *zero = memchr(text.ptr, '\0', text.len);
    if (zero == NULL) return BS_OK;
    bs_origin origin = bs_source_locate(source, (bs_str){zero, 1});
    return bs_fail_at(err, BS_E_FORMAT, (bs_place){.line = origin.line, .column = origin.column},
                      "a zero byte stands in the text; expected a text file");
}

static bs_status read_with(const bs_source *source, const bs_csv_layout *layout, bs_row_sink sink,
                           bs_csv_form *found, bs_error *err)
{
    size_t end = bs_csv__table_end(source->text, layout);
    csv_reader reader = {.source = source,
                         .text = bs_str_slice(source->text, 0, end),
                         .sink = sink,
                         .delimiter = layout->delimiter,
                         .keyed = layout->keyed,
                         .width = layout->width,
                         .line = 1,
                         .column = 1,
                         .err = err};
    bs_csv_form form = {.delimiter = layout->delimiter, .keyed = layout->keyed};
    BS_TRY(parser_start(&reader));
    bs_status status;
    BS_TRY_DONE(titles_read(&reader, layout->header));
    BS_TRY_DONE(bs_csv__footer_units(source->text, end, sink, err));
    form.header_line = reader.line;
    BS_TRY_DONE(table_read(&reader));
    form.column_count = reader.width;
    form.row_count = reader.row_count - 1;
    if (found != NULL) *found = form;
done:
    csv_free(&reader.parser);
    bs_buffer_deinit(&reader.copies);
    free(reader.fields);
    return status;
}

bs_status bs_csv__titles(const bs_source *source, const bs_csv_layout *layout, bs_row_sink sink,
                         bs_error *err)
{
    csv_reader reader = {.source = source,
                         .text = source->text,
                         .sink = sink,
                         .delimiter = layout->delimiter,
                         .line = 1,
                         .column = 1,
                         .err = err};
    BS_TRY(titles_read(&reader, layout->header));
    return bs_csv__footer_units(source->text, bs_csv__table_end(source->text, layout), sink, err);
}

bs_status bs_csv__check_delimiter(char delimiter, bs_error *err)
{
    if (delimiter == 0 || memchr(",;\t|", delimiter, 4) != NULL) return BS_OK;
    return bs_fail(err, BS_E_ARGUMENT, "'%c' is no delimiter; expected ',' ';' '|' or a tab",
                   delimiter);
}

bs_status bs_csv_read(const bs_source *source, const bs_csv_options *options, bs_row_sink sink,
                      bs_csv_form *found, bs_error *err)
{
    bs_csv_options defaults = BS_CSV_OPTIONS_INIT;
    if (options == NULL) options = &defaults;
    bs_csv_layout layout = {0};
    bs_status status;
    BS_TRY_DONE(bs_csv__check_delimiter(options->delimiter, err));
    BS_TRY_DONE(text_check(source, err));
    if (!bs_csv__layout(&layout, source->text, options->delimiter)) {
        if (bs_source_line(source, 1).len > BS_LINE_BYTES_MAX)
            status = bs_fail_at(err, BS_E_LIMIT, (bs_place){.line = 1, .column = 1},
                                "a line is larger than %zu bytes", BS_LINE_BYTES_MAX);
        else
            status = bs_csv__fail_layout(err);
        goto done;
    }
    status = read_with(source, &layout, sink, found, err);
done:
    if (status != BS_OK && err != NULL) {
        char path[BS_ERROR_FILE_SIZE];
        size_t len = source->path.len < sizeof path - 1 ? source->path.len : sizeof path - 1;
        if (len > 0) memcpy(path, source->path.ptr, len);
        path[len] = '\0';
        if (len > 0) bs_error_set_file(err, path);
    }
    return status;
}
