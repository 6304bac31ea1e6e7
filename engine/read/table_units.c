// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of one blank between the columns, as text taken out of a page has them, whose columns a
// line of units tells: "百万円 % 百万円 %" over "28年3月期 16,388 3.4 125 △18.6".
#include "engine/read/table_token.h"
#include "engine/read/table_unit_word.h"

enum { COLUMNS_MIN = 2, COLUMNS_MAX = BS_UNITS_MAX, HEADLESS_ROWS_MIN = 2 };

typedef struct unit_line {
    bs_str label; // in front of the units, for the rows below
    bs_str units[COLUMNS_MAX];
    bool rates[COLUMNS_MAX];
    size_t count;
    size_t amounts; // of them, no rates
} unit_line;

// Cuts the first word off *text; false when nothing is left.
static bool first_token(bs_str *text, bs_str *token)
{
    *text = bs_str_trim(*text);
    size_t end = bs_str_find(*text, BS_STR(" "), 0);
    *token = bs_str_slice(*text, 0, end);
    *text = bs_str_slice(*text, token->len, text->len);
    return token->len > 0;
}

// Does a short line end in a unit? Nearly all others need no more of a look.
static bool ends_in_unit(bs_str text)
{
    enum { LINE_BYTES_MAX = 256, UNIT_BYTES_MAX = 12 };
    text = bs_str_trim(text);
    if (text.len == 0 || text.len > LINE_BYTES_MAX) return false;
    const char *blank = memrchr(text.ptr, ' ', text.len);
    bs_str last =
        blank == NULL ? text : bs_str_tail(text, (size_t)(text.ptr + text.len - blank) - 1);
    return blank != NULL && last.len <= UNIT_BYTES_MAX && bs_units__word(last) != NULL;
}

// Reads a line that holds nothing but units of two columns or more, and a label in front of them.
static bool read_units(const bs_text_reader *reader, uint32_t at, unit_line *out)
{
    out->count = 0;
    if (at >= reader->line_count || !ends_in_unit(reader->lines[at].text)) return false;
    *out = (unit_line){.count = 0};
    bs_str token, rest = reader->lines[at].text;
    while (first_token(&rest, &token)) {
        const bs_unit_word *word = bs_units__word(token);
        if (word == NULL && out->label.len == 0 && out->count == 0 && !bs_line__is_numeric(token)) {
            out->label = token;
            continue;
        }
        if (word == NULL) return false;
        if (word->kind == BS_UNIT_PART) {
            if (out->count == 0 || out->rates[out->count - 1]) return false;
            out->units[out->count - 1] = bs_line__join(out->units[out->count - 1], token);
            continue;
        }
        if (out->count == COLUMNS_MAX) return false;
        out->rates[out->count] = word->kind == BS_UNIT_RATE;
        out->units[out->count++] = token;
        out->amounts += word->kind == BS_UNIT_AMOUNT;
    }
    return out->count >= COLUMNS_MIN;
}

static size_t count_words(bs_str text)
{
    size_t count = 0;
    bs_str token;
    while (count <= COLUMNS_MAX && first_token(&text, &token))
        count++;
    return count;
}

// Does a line hold nothing but the letters of heads, "A B A-B"?
static bool is_letters(const bs_text_reader *reader, uint32_t at)
{
    bs_str token, rest = at < reader->line_count ? reader->lines[at].text : (bs_str){0};
    if (rest.len == 0) return false;
    while (first_token(&rest, &token)) {
        if (!bs_token__is_letter(token)) return false;
    }
    return true;
}

// Reads the line of units below heads, behind one of letters. How many lines below; 0 for none.
static uint32_t units_below(const bs_text_reader *reader, uint32_t at, unit_line *out)
{
    uint32_t below = is_letters(reader, at + 1) ? 2 : 1;
    return read_units(reader, at + below, out) ? below : 0;
}

// Has a line one head for each unit, or one for each amount with the rates behind it? *corner says
// whether one for the labels stands in front of them.
static bool are_heads(bs_str text, const unit_line *units, bool *corner)
{
    size_t count = count_words(text);
    bs_str token, rest = text;
    bool named = first_token(&rest, &token) && !bs_line__is_numeric(token);
    bool paired = !units->rates[0] && units->amounts < units->count;
    bool each = count == units->count || (paired && count == units->amounts);
    *corner = !each && (count == units->count + 1 || (paired && count == units->amounts + 1));
    return (each || *corner) && named && !bs_line__is_sentence(text);
}

// Does a line hold a label and one figure for each unit? A year that ends the label is no figure.
static bool is_row(bs_text_reader *reader, uint32_t at, const unit_line *units)
{
    if (at >= reader->line_count) return false;
    size_t figures = bs_token__figures(reader, at);
    bs_str token, rest = reader->lines[at].text;
    if (figures < units->count || bs_line__is_numeric(rest)) return false;
    for (size_t i = 0; i < units->count; i++) {
        if (!bs_token__last(&rest, &token)) return false;
    }
    rest = bs_str_trim(rest);
    return rest.len > 0 && (figures == units->count || bs_line__is_period(rest));
}

// Do figures stand where the first row would be, if the units are on one of the lines behind `at`?
static bool rows_follow(bs_text_reader *reader, uint32_t at)
{
    for (uint32_t below = 1; below <= 3; below++) {
        if (bs_token__figures(reader, at + below) >= COLUMNS_MIN) return true;
    }
    return false;
}

bool bs_table__may_be_units(bs_text_reader *reader, uint32_t at)
{
    unit_line units;
    if (!rows_follow(reader, at)) return false;
    return read_units(reader, at, &units) ||
           (reader->lines[at].text.len > 0 && units_below(reader, at, &units) > 0);
}

static bs_status add_heads(bs_text_reader *reader, bs_grid *grid, bs_str text,
                           const unit_line *units)
{
    bool corner;
    bs_str token;
    (void)are_heads(text, units, &corner);
    bool each = count_words(text) == units->count + corner;
    if (corner && first_token(&text, &token))
        BS_TRY(bs_table__add(reader, grid, (bs_cell){.text = token, .header = true}));
    for (size_t col = 0; col < units->count && first_token(&text, &token);) {
        size_t span = 1;
        while (!each && col + span < units->count && units->rates[col + span])
            span++;
        bs_cell cell = {
            .text = token, .col = (uint32_t)(col + 1), .col_span = (uint16_t)span, .header = true};
        BS_TRY(bs_table__add(reader, grid, cell));
        col += span;
    }
    return BS_OK;
}

static bs_status add_units(bs_text_reader *reader, bs_grid *grid, uint32_t row,
                           const unit_line *units)
{
    if (units->label.len > 0)
        BS_TRY(bs_table__add(reader, grid,
                             (bs_cell){.text = units->label, .row = row, .header = true}));
    for (size_t i = 0; i < units->count; i++) {
        bs_cell cell = {
            .text = units->units[i], .row = row, .col = (uint32_t)(i + 1), .header = true};
        BS_TRY(bs_table__add(reader, grid, cell));
    }
    return BS_OK;
}

bs_status bs_table__scan_units(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found)
{
    unit_line units;
    if (!rows_follow(reader, at)) return BS_OK;
    uint32_t below = read_units(reader, at, &units) ? 0 : units_below(reader, at, &units);
    bool headed = below > 0, corner;
    if (units.count == 0 || (headed && !are_heads(reader->lines[at].text, &units, &corner)))
        return BS_OK;
    uint32_t first = at + below + 1, end = first;
    while (is_row(reader, end, &units))
        end++;
    if (end - first < (headed ? 1 : HEADLESS_ROWS_MIN)) return BS_OK;
    if (headed) BS_TRY(add_heads(reader, out, reader->lines[at].text, &units));
    BS_TRY(add_units(reader, out, headed, &units));
    for (uint32_t i = first; i < end; i++)
        BS_TRY(bs_token__add_row(reader, out, &reader->lines[i], headed + 1 + i - first,
                                 units.count, 1));
    out->next = end;
    *found = true;
    return BS_OK;
}
