// SPDX-License-Identifier: GPL-3.0-or-later
// Tables in the markup of wikis: those of MediaWiki, and rows between double bars.
//
//     {| class="wikitable"              || '''Year''' || Persons ||
//     |+ Persons                        || 2021 || 1,230 ||
//     ! Year !! Persons                 || 2022 || 1,228 ||
//     |-
//     | 2021 || style="x" | 1,230
//     |}
#include "engine/base/limits.h"
#include "engine/read/text_internal.h"

enum { COLUMNS_MAX = 256, SPAN_MAX = 1000 };

typedef struct wiki_table {
    bs_text_reader *reader;
    bs_grid *grid;
    bs_cell cell;               // place of the next one
    uint32_t held[COLUMNS_MAX]; // first row below the cells that reach down into a column
    bool used;                  // the row has a cell
    bool wide;                  // more columns than there is room for
} wiki_table;

// --- the text of a cell ---

// Index behind what opens with two of `open` at `at` and closes with two of `close`; `at` where it
// does not.
static size_t behind_pair(bs_str text, size_t at, char open, char close)
{
    size_t depth = 0;
    for (size_t i = at; i + 1 < text.len; i++) {
        bool opens = text.ptr[i] == open && text.ptr[i + 1] == open;
        bool closes = text.ptr[i] == close && text.ptr[i + 1] == close;
        if (!opens && !closes) continue;
        depth += opens;
        depth -= closes;
        i++;
        if (depth == 0) return i + 1;
    }
    return at;
}

// Index behind a link or template that begins at `at`, else `at`.
static size_t behind_markup(bs_str text, size_t at)
{
    size_t end = behind_pair(text, at, '[', ']');
    return end > at && text.ptr[at] == '[' ? end
           : text.ptr[at] == '{'           ? behind_pair(text, at, '{', '}')
                                           : at;
}

// "Seoul|서울" inside a link, "nts|1,230" inside a template: what is shown.
static bs_str shown_inside(bs_str inside)
{
    bs_str rest = inside, part, shown = inside;
    while (bs_str_next(&rest, '|', &part)) {
        if (memchr(part.ptr, '=', part.len) == NULL) shown = part;
    }
    size_t colon = bs_str_starts(shown, BS_STR("formatnum:")) ? strlen("formatnum:") : 0;
    return bs_str_slice(shown, colon, shown.len);
}

static bs_str without_note(bs_str text)
{
    size_t at = bs_str_find(text, BS_STR("<ref"), 0);
    if (at == SIZE_MAX) return text;
    if (at > 0) return bs_str_trim(bs_str_slice(text, 0, at));
    size_t end = bs_str_find(text, BS_STR("</ref>"), 0), len = strlen("</ref>");
    size_t single = bs_str_find(text, BS_STR("/>"), 0);
    if (single < end) end = single, len = strlen("/>");
    return end == SIZE_MAX ? text : bs_str_trim(bs_str_slice(text, end + len, text.len));
}

static bs_str without_quotes(bs_str text)
{
    static const bs_str quotes[] = {BS_STR_INIT("'''"), BS_STR_INIT("''")};
    for (size_t i = 0; i < BS_COUNT(quotes); i++) {
        bool both = text.len >= 2 * quotes[i].len && bs_str_starts(text, quotes[i]) &&
                    bs_str_ends(text, quotes[i]);
        if (both) return bs_str_trim(bs_str_slice(text, quotes[i].len, text.len - quotes[i].len));
    }
    return text;
}

// A template in front of other text ("{{flagicon|US}} [[United States]]") is a picture.
static bs_str without_markup(bs_str text)
{
    if (text.len < 4 || (text.ptr[0] != '[' && text.ptr[0] != '{')) return text;
    size_t end = behind_markup(text, 0);
    if (end == 0) return text;
    if (end == text.len) return bs_str_trim(shown_inside(bs_str_slice(text, 2, end - 2)));
    return text.ptr[0] == '{' ? bs_str_trim(bs_str_slice(text, end, text.len)) : text;
}

static bs_str cell_text(bs_str text)
{
    for (text = bs_str_trim(text);;) {
        bs_str plain = without_markup(without_quotes(without_note(text)));
        if (plain.len == text.len) return text;
        text = plain;
    }
}

// --- cells ---

static unsigned digits_of(bs_str text)
{
    unsigned value = 0;
    for (size_t i = 0; i < text.len && value < SPAN_MAX; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') break;
        value = value * 10 + (unsigned)(text.ptr[i] - '0');
    }
    return value < 1 ? 1 : value > SPAN_MAX ? SPAN_MAX : value;
}

static unsigned span_of(bs_str attributes, bs_str name)
{
    size_t at = bs_str_find(attributes, name, 0);
    if (at == SIZE_MAX) return 1;
    for (at += name.len; at < attributes.len && strchr("=\"' ", attributes.ptr[at]) != NULL;)
        at++;
    return digits_of(bs_str_slice(attributes, at, attributes.len));
}

static bs_status add_cell(wiki_table *table, bs_str text, unsigned cols, unsigned rows)
{
    bs_cell *cell = &table->cell;
    while (cell->col < COLUMNS_MAX && table->held[cell->col] > cell->row)
        cell->col++;
    table->wide = table->wide || cell->col + cols > COLUMNS_MAX;
    if (table->wide) return BS_OK;
    for (uint32_t col = cell->col; col < cell->col + cols; col++)
        table->held[col] = cell->row + rows;
    cell->col_span = (uint16_t)cols;
    cell->row_span = (uint16_t)rows;
    cell->text = bs_table__clean(cell_text(text), &cell->indent);
    BS_TRY(bs_table__add(table->reader, table->grid, *cell));
    cell->col += cols;
    table->used = true;
    return BS_OK;
}

static void next_row(wiki_table *table)
{
    table->cell.row += table->used;
    table->cell.col = 0;
    table->used = false;
}

// The first `mark` in `text` from `at` on that stands in no link or template; SIZE_MAX for none.
static size_t find_mark(bs_str text, size_t at, bs_str mark)
{
    while (at < text.len) {
        if (bs_str_starts(bs_str_slice(text, at, text.len), mark)) return at;
        size_t end = behind_markup(text, at);
        at = end > at ? end : at + 1;
    }
    return SIZE_MAX;
}

// --- MediaWiki ---

// 'style="x" | 1,230'
static bs_status add_piece(wiki_table *table, bs_str piece)
{
    size_t bar = find_mark(piece, 0, BS_STR("|"));
    bs_str attributes = bs_str_slice(piece, 0, bar == SIZE_MAX ? 0 : bar);
    bs_str text = bar == SIZE_MAX ? piece : bs_str_slice(piece, bar + 1, piece.len);
    return add_cell(table, text, span_of(attributes, BS_STR("colspan")),
                    span_of(attributes, BS_STR("rowspan")));
}

// The cells of a line, behind the sign that it begins with.
static bs_status add_line(wiki_table *table, bs_str line, bool header)
{
    table->cell.header = header;
    for (size_t at = 0; at <= line.len;) {
        size_t end = find_mark(line, at, BS_STR("||"));
        size_t sign = header ? find_mark(line, at, BS_STR("!!")) : SIZE_MAX;
        if (sign < end) end = sign;
        BS_TRY(add_piece(table, bs_str_slice(line, at, end == SIZE_MAX ? line.len : end)));
        if (end == SIZE_MAX) break;
        at = end + 2;
    }
    return BS_OK;
}

static bs_status emit_caption(bs_text_reader *reader, bs_str text)
{
    bs_block block = {.kind = BS_BLOCK_CAPTION, .text = cell_text(text)};
    block.line = bs_source_locate(reader->source, block.text).line;
    return bs_text__emit(reader, block);
}

static uint32_t find_end(const bs_text_reader *reader, uint32_t at)
{
    while (at < reader->line_count && !bs_str_starts(reader->lines[at].text, BS_STR("|}")))
        at++;
    return at;
}

static bs_status read_markup(wiki_table *table, uint32_t at, uint32_t end)
{
    for (; at < end; at++) {
        bs_str line = table->reader->lines[at].text;
        if (line.len == 0 || (line.ptr[0] != '|' && line.ptr[0] != '!')) continue;
        bs_str rest = bs_str_slice(line, 1, line.len);
        if (bs_str_starts(line, BS_STR("|+")))
            BS_TRY(emit_caption(table->reader, bs_str_slice(rest, 1, rest.len)));
        else if (bs_str_starts(line, BS_STR("|-")))
            next_row(table);
        else
            BS_TRY(add_line(table, rest, line.ptr[0] == '!'));
    }
    return BS_OK;
}

// --- rows between double bars ---

// Whether all bars of a line are double ones, outside of what stands in brackets, and two of them
// are its ends.
static bool is_double_row(bs_str line)
{
    if (line.len < 5 || !bs_str_starts(line, BS_STR("||")) || !bs_str_ends(line, BS_STR("||")))
        return false;
    for (size_t at = 0; (at = find_mark(line, at, BS_STR("|"))) < line.len; at += 2) {
        bool tag = at > 0 && line.ptr[at - 1] == '<'; // "<|2>"
        if (!tag && (at + 1 == line.len || line.ptr[at + 1] != '|')) return false;
    }
    return true;
}

// "<-2>", "<|3><#fff> text": the tags in front of a cell; those that say how far it reaches.
static bs_str take_tags(bs_str text, unsigned *cols, unsigned *rows)
{
    for (text = bs_str_trim(text); bs_str_starts(text, BS_STR("<")); text = bs_str_trim(text)) {
        size_t end = bs_str_find(text, BS_STR(">"), 0);
        if (end == SIZE_MAX) break;
        bs_str tag = bs_str_slice(text, 1, end);
        if (bs_str_starts(tag, BS_STR("-"))) *cols = digits_of(bs_str_slice(tag, 1, tag.len));
        if (bs_str_starts(tag, BS_STR("|"))) *rows = digits_of(bs_str_slice(tag, 1, tag.len));
        text = bs_str_slice(text, end + 1, text.len);
    }
    return text;
}

static bs_status add_double_row(wiki_table *table, bs_str line)
{
    unsigned open = 0; // bars without anything between them widen the next cell
    for (size_t at = 2; at < line.len;) {
        size_t end = find_mark(line, at, BS_STR("||"));
        if (end == SIZE_MAX) break;
        bs_str piece = bs_str_slice(line, at, end);
        at = end + 2;
        open++;
        if (piece.len == 0) continue;
        unsigned cols = 1, rows = 1;
        bs_str text = take_tags(piece, &cols, &rows);
        BS_TRY(add_cell(table, text, cols > open ? cols : open, rows));
        open = 0;
    }
    next_row(table);
    return BS_OK;
}

bs_status bs_table__scan_wiki(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found)
{
    bs_str line = reader->lines[at].text;
    bool markup = bs_str_starts(line, BS_STR("{|"));
    if (!markup && !bs_str_starts(line, BS_STR("||"))) return BS_OK;
    wiki_table table = {.reader = reader, .grid = out};
    uint32_t end = at;
    if (markup) {
        end = find_end(reader, at + 1);
        if (end == reader->line_count) return BS_OK;
        BS_TRY(read_markup(&table, at + 1, end));
        end++;
    } else {
        for (; end < reader->line_count && is_double_row(reader->lines[end].text); end++)
            BS_TRY(add_double_row(&table, reader->lines[end].text));
    }
    *found = !table.wide && end > at + 1 && out->cells.count > 0;
    if (*found)
        out->next = end;
    else
        out->cells.count = 0;
    return BS_OK;
}
