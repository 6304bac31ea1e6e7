// SPDX-License-Identifier: GPL-3.0-or-later
// Splits a block of whole rows into cells.
//
// Two ways: text without a quote is searched many bytes at a time for what ends a cell; the rest
// goes byte by byte, by the rules of libcsv's strict mode. tests/engine/read/csv_feed_test.c holds
// both against libcsv.
#include <stdlib.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "engine/base/limits.h"
#include "engine/base/utf8.h"
#include "engine/base/wide.h"
#include "engine/read/csv_feed.h"
#include "engine/read/csv_internal.h"

typedef struct splitter {
    bs_row_block *block;
    const char *text;
    size_t end;
    char delimiter;
    size_t cell_count; // of all rows so far, with those of the row under way
    size_t row_at;     // where that row begins
    uint32_t line;     // its line
    bs_error *err;
} splitter;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

// --- rows that are none --------------------------------------------------------------------------

static bs_str line_of(const splitter *own, size_t at)
{
    size_t start = at, end = at;
    while (start > 0 && own->text[start - 1] != '\n')
        start--;
    while (end < own->end && own->text[end] != '\n' && own->text[end] != '\r')
        end++;
    return (bs_str){own->text + start, end - start};
}

// Notes that the row under way is none because of what stands at `at`.
static bs_status refuse(splitter *own, bs_status status, size_t at, const char *message)
{
    bs_row_block *block = own->block;
    bs_bad_row *bad = BS_PUSH(&block->arena, &block->bad);
    if (bad == NULL) return bs_fail(own->err, BS_E_MEMORY, "out of memory");
    block->row_at[block->row_count] = (uint32_t)own->row_at;
    block->row_lines[block->row_count] = own->line;
    bool plain = block->plain;
    block->plain = false; // the place is counted, whatever stands in the row
    bs_place place = bs_row_block_place(block, block->row_count, own->text + at);
    block->plain = plain;
    *bad = (bs_bad_row){.line = line_of(own, at),
                        .message = bs_arena_copy(&block->arena, bs_str_from(message)),
                        .line_number = place.line,
                        .column = place.column,
                        .row = (uint32_t)block->row_count,
                        .status = status};
    own->cell_count = block->row_count * block->width;
    return bad->message != NULL ? BS_OK : bs_fail(own->err, BS_E_MEMORY, "out of memory");
}

static bs_status refuse_width(splitter *own, size_t first, size_t count)
{
    const bs_row_block *block = own->block;
    const bs_row_cell *cells = block->cells + first;
    bs_str last = bs_row_cell_place(block, &cells[count - 1]);
    const char *at = last.len > 0 ? last.ptr + last.len - 1 : last.ptr;
    if (count > block->width) at = bs_row_cell_place(block, &cells[block->width]).ptr;
    while (last.len > 0 && at > last.ptr && ((unsigned char)*at & 0xC0) == 0x80)
        at--; // the first byte of the last character
    bs_error said = BS_ERROR_INIT;
    bs_csv__fail_width(&said, (bs_place){0}, count, block->width);
    return refuse(own, BS_E_FORMAT, (size_t)(at - own->text), said.message);
}

// --- rows ----------------------------------------------------------------------------------------

static void accept(splitter *own)
{
    bs_row_block *block = own->block;
    block->row_at[block->row_count] = (uint32_t)own->row_at;
    block->row_lines[block->row_count] = own->line;
    block->row_count++;
}

// A row that does not end in a digit, or is not of the right width, or holds a long cell: it may be
// blank, a comment or a note, or broken. `end` is where its line ends.
static bs_status look_closer(splitter *own, size_t end)
{
    bs_row_block *block = own->block;
    size_t first = block->row_count * block->width;
    size_t count = own->cell_count - first;
    bs_str line = {own->text + own->row_at, end - own->row_at};
    bool header = block->first && block->row_count == 0;
    bs_csv_line kind =
        header ? BS_CSV_LINE_OTHER : bs_csv__line(line, own->delimiter, block->width);
    if (kind != BS_CSV_LINE_OTHER) {
        own->cell_count = first;
        return BS_OK;
    }
    for (size_t i = first; i < own->cell_count; i++) {
        if ((block->cells[i].form & BS_ROW_CELL_LEN_MASK) <= BS_CELL_BYTES_MAX) continue;
        return refuse(own, BS_E_LIMIT, block->cells[i].at, "a cell is larger than 1048576 bytes");
    }
    // What some programs end their rows with: empty cells behind the last column.
    while (count > block->width &&
           bs_row_cell_place(block, &block->cells[first + count - 1]).len == 0)
        count--;
    if (count != block->width) return refuse_width(own, first, count);
    own->cell_count = first + count;
    accept(own);
    return BS_OK;
}

// The line ends at `at`; its last cell began at `start`.
static inline bs_status row_end(splitter *own, size_t start, size_t at)
{
    bs_row_block *block = own->block;
    size_t end = at > own->row_at && own->text[at - 1] == '\r' ? at - 1 : at;
    block->cells[own->cell_count++] = (bs_row_cell){(uint32_t)start, (uint32_t)(end - start)};
    bool usual = own->cell_count == (block->row_count + 1) * block->width && end > start &&
                 bs_is_digit(own->text[end - 1]) && end - own->row_at <= BS_CELL_BYTES_MAX;
    if (usual)
        accept(own);
    else
        BS_TRY(look_closer(own, end));
    own->row_at = at + 1;
    own->line++;
    return BS_OK;
}

// --- text without quotes -------------------------------------------------------------------------

// Where cells end is looked for in STEP_BYTES at once; in the answer, byte n has bit n <<
// END_SHIFT.
#ifdef __SSE2__
enum { STEP_BYTES = 16, END_SHIFT = 0 };

static inline uint64_t ends_among(const char *at, char delimiter)
{
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)at);
    __m128i ends = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(delimiter)),
                                _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')));
    return (uint64_t)(unsigned)_mm_movemask_epi8(ends);
}
#else
enum { STEP_BYTES = sizeof(uint64_t), END_SHIFT = 3 };

// 0x80 in every byte of `word` that is the byte of `pattern`.
static inline uint64_t bytes_equal(uint64_t word, uint64_t pattern)
{
    const uint64_t low = 0x7F7F7F7F7F7F7F7Fu;
    uint64_t x = word ^ pattern;
    return ~(((x & low) + low) | x | low);
}

static inline uint64_t ends_among(const char *at, char delimiter)
{
    uint64_t word = bs_wide_load(at);
    return bytes_equal(word, BS_WIDE_EACH(delimiter)) | bytes_equal(word, BS_WIDE_EACH('\n'));
}
#endif

// The bytes that end a cell among those at `at`; the last few of the text too.
static inline uint64_t ends_at(const splitter *own, size_t at)
{
    if (at + STEP_BYTES <= own->end) return ends_among(own->text + at, own->delimiter);
    char last[STEP_BYTES] = {0};
    memcpy(last, own->text + at, own->end - at);
    return ends_among(last, own->delimiter);
}

static bs_status split_plain(splitter *own)
{
    bs_row_cell *cells = own->block->cells;
    size_t start = 0;
    for (size_t base = 0; base < own->end; base += STEP_BYTES) {
        for (uint64_t ends = ends_at(own, base); ends != 0; ends &= ends - 1) {
            size_t at = base + ((size_t)__builtin_ctzll(ends) >> END_SHIFT);
            if (own->text[at] == '\n')
                BS_TRY(row_end(own, start, at));
            else
                cells[own->cell_count++] = (bs_row_cell){(uint32_t)start, (uint32_t)(at - start)};
            start = at + 1;
        }
    }
    return own->row_at < own->end ? row_end(own, start, own->end) : BS_OK;
}

// --- text with quotes ----------------------------------------------------------------------------

// Reads the quoted cell whose opening quote is at `at`. Returns the byte behind it and the blanks
// after it, or SIZE_MAX when it is broken; then *at is where.
static size_t quoted_cell(splitter *own, size_t *at)
{
    size_t open = *at, pos = open + 1;
    uint32_t doubled = 0;
    for (;;) {
        const char *quote = memchr(own->text + pos, '"', own->end - pos);
        if (quote == NULL) return SIZE_MAX;
        pos = (size_t)(quote - own->text) + 1;
        if (pos >= own->end || own->text[pos] != '"') break;
        doubled = BS_ROW_CELL_DOUBLED;
        pos++;
    }
    own->block->cells[own->cell_count++] = (bs_row_cell){
        (uint32_t)open + 1, (uint32_t)(pos - open - 2) | BS_ROW_CELL_QUOTED | doubled};
    while (pos < own->end && is_blank(own->text[pos]) && own->text[pos] != own->delimiter)
        pos++;
    bool ends = pos == own->end || own->text[pos] == own->delimiter || own->text[pos] == '\n' ||
                own->text[pos] == '\r';
    *at = pos;
    return ends ? pos : SIZE_MAX;
}

// Reads a cell without quotes that begins at `at`. SIZE_MAX when a quote is in it; then *at is
// where.
static size_t bare_cell(splitter *own, size_t *at)
{
    size_t start = *at, pos = start;
    while (pos < own->end && own->text[pos] != own->delimiter && own->text[pos] != '\n' &&
           own->text[pos] != '\r' && own->text[pos] != '"')
        pos++;
    *at = pos;
    if (pos < own->end && own->text[pos] == '"') return SIZE_MAX;
    own->block->cells[own->cell_count++] = (bs_row_cell){(uint32_t)start, (uint32_t)(pos - start)};
    return pos;
}

// `start` is where the cell begins, `open` the first of it that is not blank.
static bs_status refuse_quote(splitter *own, size_t start, size_t open, size_t at)
{
    bs_error said = BS_ERROR_INIT;
    if (own->text[open] != '"') {
        bs_csv__fail_inner_quote(&said, (bs_place){0});
        return refuse(own, BS_E_FORMAT, at, said.message);
    }
    if (at == open) {
        bs_csv__fail_open_quote(&said, (bs_place){0});
        return refuse(own, BS_E_FORMAT, start, said.message);
    }
    bs_csv__fail_behind_quote(&said, (bs_place){0}, own->delimiter);
    return refuse(own, BS_E_FORMAT, at, said.message);
}

// The row ends at `end`; a broken one at the end of the line where it broke.
static bs_status careful_end(splitter *own, size_t end)
{
    bs_str row = {own->text + own->row_at, end - own->row_at};
    size_t bad = bs_utf8_check(row);
    const char *zero = memchr(row.ptr, '\0', row.len);
    if (zero != NULL)
        return refuse(own, BS_E_FORMAT, (size_t)(zero - own->text),
                      "a zero byte stands in the text; expected a text file");
    if (bad != SIZE_MAX)
        return refuse(own, BS_E_ENCODING, own->row_at + bad,
                      "bytes that are not UTF-8; expected one encoding in the whole file");
    return look_closer(own, end);
}

static size_t line_end(const splitter *own, size_t at)
{
    while (at < own->end && own->text[at] != '\n' && own->text[at] != '\r')
        at++;
    return at;
}

// Reads the row at own->row_at, and returns where it ends.
static bs_status careful_row(splitter *own, size_t *out)
{
    size_t at = own->row_at;
    for (;;) {
        size_t start = at;
        size_t open = at;
        while (open < own->end && is_blank(own->text[open]) && own->text[open] != own->delimiter)
            open++;
        bool quoted = open < own->end && own->text[open] == '"';
        at = quoted ? open : start;
        size_t end = quoted ? quoted_cell(own, &at) : bare_cell(own, &at);
        if (end == SIZE_MAX) {
            *out = line_end(own, at);
            return refuse_quote(own, start, open, at);
        }
        at = end + 1;
        if (end < own->end && own->text[end] == own->delimiter) continue;
        *out = end;
        return careful_end(own, end);
    }
}

// A note, a comment or a blank line is no row, whatever quotes are in it.
static bool is_aside(const splitter *own, size_t *end)
{
    const bs_row_block *block = own->block;
    if (block->first && block->row_count == 0) return false;
    *end = line_end(own, own->row_at);
    bs_str line = {own->text + own->row_at, *end - own->row_at};
    return bs_csv__line(line, own->delimiter, block->width) != BS_CSV_LINE_OTHER;
}

static bs_status split_careful(splitter *own)
{
    while (own->row_at < own->end) {
        size_t end = own->row_at;
        if (own->text[end] != '\n' && own->text[end] != '\r' && !is_aside(own, &end))
            BS_TRY(careful_row(own, &end));
        for (size_t at = own->row_at; at < end; at++)
            own->line += own->text[at] == '\n';
        own->line += end < own->end && own->text[end] == '\n';
        own->row_at = end + 1;
    }
    return BS_OK;
}

// --- the block -----------------------------------------------------------------------------------

// A return that is no part of a line end is one itself, which the plain way does not know.
static bool has_lone_return(bs_str text)
{
    const char *at = text.ptr, *stop = text.ptr + text.len;
    while (at < stop && (at = memchr(at, '\r', (size_t)(stop - at))) != NULL) {
        if (at + 1 >= stop || at[1] != '\n') return true;
        at += 2;
    }
    return false;
}

static bool is_ascii(bs_str text)
{
    uint64_t bits = 0;
    size_t at = 0;
    for (; at + sizeof bits <= text.len; at += sizeof bits)
        bits |= bs_wide_load(text.ptr + at);
    for (; at < text.len; at++)
        bits |= (unsigned char)text.ptr[at];
    return (bits & BS_WIDE_EACH(0x80)) == 0;
}

// Room for as many cells and rows as a text of this length can have. Memory that is not touched
// costs nothing.
static bs_status make_room(bs_row_block *block, bs_error *err)
{
    if (block->room >= block->text.len + 2) return BS_OK;
    size_t room = block->text.len + 2;
    free(block->cells);
    free(block->row_at);
    free(block->row_lines);
    block->cells = reallocarray(NULL, room, sizeof *block->cells);
    block->row_at = reallocarray(NULL, room, sizeof *block->row_at);
    block->row_lines = reallocarray(NULL, room, sizeof *block->row_lines);
    bool failed = block->cells == NULL || block->row_at == NULL || block->row_lines == NULL;
    block->room = failed ? 0 : room;
    return failed ? bs_fail(err, BS_E_MEMORY, "out of memory") : BS_OK;
}

bs_status bs_csv_block_split(bs_row_block *block, bs_error *err)
{
    bs_arena_reset(&block->arena);
    block->bad.items = NULL;
    block->bad.count = block->bad.capacity = 0;
    block->row_count = 0;
    BS_TRY(make_room(block, err));
    splitter own = {.block = block,
                    .text = block->text.ptr,
                    .end = block->text.len,
                    .delimiter = block->delimiter,
                    .line = block->line,
                    .err = err};
    bool quoted = memchr(own.text, '"', own.end) != NULL;
    bool ascii = is_ascii(block->text);
    bool clean = memchr(own.text, '\0', own.end) == NULL &&
                 (ascii || bs_utf8_check(block->text) == SIZE_MAX);
    bool careful = quoted || !clean || has_lone_return(block->text);
    block->plain = ascii && !careful;
    return careful ? split_careful(&own) : split_plain(&own);
}
