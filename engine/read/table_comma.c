// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of values between commas that stand in a text: "Sector,2023,2024" over
// "Health,371.2,388.0". A comma before a blank is one of prose, and one inside double quotes parts
// no cells. All rows have as many cells as the header, which "Health,1,234" does not below
// "Sector,2023".
#include "engine/read/text_internal.h"

enum { ROWS_MIN = 3, COLUMNS_MIN = 3, LINE_BYTES_MAX = 400 };

typedef struct comma_row {
    uint32_t pieces;
    uint32_t numbers; // numeric pieces, and marks of missing ones
    uint32_t heads; // of those: four digits, or with a word behind, "1월", which may head a column
} comma_row;

// Cuts the next piece off *rest, without the quotes around it.
static bool next_piece(bs_str *rest, bs_str *piece)
{
    if (rest->ptr == NULL) return false;
    size_t quoted = bs_table__quoted_len(*rest, ',');
    size_t comma = bs_str_find(*rest, BS_STR(","), quoted);
    *piece = quoted > 0 ? bs_str_slice(*rest, 1, quoted - 1) : bs_str_slice(*rest, 0, comma);
    *rest = comma == SIZE_MAX ? (bs_str){0} : bs_str_slice(*rest, comma + 1, rest->len);
    return true;
}

static bool is_digits(bs_str text, size_t low, size_t high)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') return false;
    }
    return text.len >= low && text.len <= high;
}

static bool is_missing(bs_str piece)
{
    return piece.len == 0 || bs_str_equal(piece, BS_STR("-")) || bs_str_equal(piece, BS_STR("—")) ||
           bs_str_equal(piece, BS_STR("..")) || bs_str_equal(piece, BS_STR("n/a"));
}

// A year, or a number with a word in other letters than Latin behind it.
static bool may_head(bs_str piece)
{
    bool year = is_digits(piece, 4, 4) && (piece.ptr[0] == '1' || piece.ptr[0] == '2');
    return year || (piece.len > 0 && (unsigned char)piece.ptr[piece.len - 1] >= 0x80);
}

static bool look_at_row(bs_str text, comma_row *out)
{
    *out = (comma_row){0};
    if (text.len == 0 || text.len > LINE_BYTES_MAX) return false;
    if (memchr(text.ptr, ',', text.len) == NULL) return false;
    bs_str rest = text, piece;
    while (out->pieces == 0 || !bs_str_starts(rest, BS_STR(" "))) {
        if (!next_piece(&rest, &piece)) return out->pieces >= COLUMNS_MIN;
        piece = bs_str_trim(piece);
        out->numbers += is_missing(piece) || bs_line__is_numeric(piece);
        out->heads += bs_line__is_numeric(piece) && may_head(piece);
        out->pieces++;
    }
    return false;
}

// Below the header each row has a name in front and more numbers than other words.
static bool is_data(const comma_row *row, bs_str text)
{
    bs_str rest = text, first;
    if (!next_piece(&rest, &first)) return false;
    return row->numbers * 2 >= row->pieces && row->numbers > 0 && !is_missing(bs_str_trim(first));
}

bs_status bs_table__scan_commas(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found)
{
    comma_row header, row;
    if (at < reader->notes.comma_failed_until) return BS_OK;
    if (!look_at_row(reader->lines[at].text, &header)) return BS_OK;
    if ((header.numbers - header.heads) * 2 > header.pieces) return BS_OK;
    uint32_t end = at + 1;
    for (; end < reader->line_count; end++) {
        bs_str text = reader->lines[end].text;
        if (!look_at_row(text, &row) || row.pieces != header.pieces || !is_data(&row, text)) break;
    }
    if (end - at < ROWS_MIN) {
        reader->notes.comma_failed_until = end;
        return BS_OK;
    }
    BS_TRY(bs_table__reserve(reader, out, (size_t)(end - at) * header.pieces));
    for (uint32_t i = at; i < end; i++) {
        bs_str rest = reader->lines[i].text, piece;
        for (uint32_t col = 0; next_piece(&rest, &piece); col++) {
            bs_cell cell = {.row = i - at, .col = col, .header = i == at};
            cell.text = bs_table__clean(piece, &cell.indent);
            if (col == 0) cell.indent = reader->lines[i].indent;
            BS_TRY(bs_table__add(reader, out, cell));
        }
    }
    out->next = end;
    *found = true;
    return BS_OK;
}
