// SPDX-License-Identifier: GPL-3.0-or-later
// Tables whose columns have run together, as text taken out of a page has them: a label and then
// figures with single blanks between them, line after line with the same number of figures.
#include "engine/read/table_token.h"

enum { ROWS_MIN = 3, FIGURES_MIN = BS_TOKEN_FIGURES_MIN, FIGURES_MAX = BS_TOKEN_FIGURES_MAX };

bool bs_table__may_be_tokens(bs_text_reader *reader, uint32_t at)
{
    bs_token_groups groups;
    bs_token_spans spans;
    return bs_token__figures(reader, at) >= FIGURES_MIN ||
           bs_token__head_lines(reader, at, 0) > 0 ||
           bs_token__groups_at(&groups, reader, at, 0) > 0 ||
           bs_token__spans_at(&spans, reader, at) > 0;
}

// "(3.8) (4.8) (5.2)" under a row of as many figures, which they are beside.
static bool is_bracket_row(bs_str text, size_t figures)
{
    size_t count = 0;
    bs_str token;
    while (count <= figures && bs_token__last(&text, &token)) {
        if (token.ptr[0] != '(' || !bs_str_ends(token, BS_STR(")"))) return false;
        if (!bs_line__is_numeric(token)) return false;
        count++;
    }
    return count == figures && text.len == 0;
}

// Does a line end in so many figures only where "4.60 - 5.60" is one?
static bool has_ranges(bs_str text, size_t figures)
{
    size_t count = 0, words = 0;
    bs_str token;
    for (bs_str rest = text; count <= figures && bs_token__last_range(&rest, &token); count++) {
        if (!bs_line__has_digit(token)) break;
        words += memchr(token.ptr, ' ', token.len) != NULL;
    }
    return count == figures && words > 0;
}

bs_status bs_token__add_row(bs_text_reader *reader, bs_grid *grid, const bs_line *line,
                            uint32_t row, size_t count, size_t span)
{
    bs_str tokens[FIGURES_MAX], rest = line->text;
    bool wordy = row == 0 && span == 1 && bs_token__count(rest) != count + 1;
    bool bracketed = wordy && bs_token__is_bracketed(rest, count);
    bool ranges = span == 1 && row > 0 && has_ranges(rest, count);
    for (size_t i = count; i > 0; i--) {
        bs_str *token = &tokens[i - 1];
        bool cut = bracketed ? bs_token__last_bracketed(&rest, token)
                   : ranges  ? bs_token__last_range(&rest, token)
                             : bs_token__last(&rest, token);
        if (!cut) return BS_OK;
    }
    bs_cell label = {.text = bs_str_trim(rest), .row = row, .indent = line->indent};
    if (label.text.len > 0) BS_TRY(bs_table__add(reader, grid, label));
    for (size_t i = 0; i < count; i++) {
        bs_cell cell = {.text = tokens[i],
                        .row = row,
                        .col = (uint32_t)(i * span + 1),
                        .col_span = (uint16_t)span};
        BS_TRY(bs_table__add(reader, grid, cell));
    }
    return BS_OK;
}

// The head above, in which letters stand that are none of its names.
static bs_status add_head(bs_text_reader *reader, bs_grid *grid, const bs_line *line)
{
    bs_str tokens[FIGURES_MAX + 1], rest = line->text;
    size_t count = 0;
    while (count <= FIGURES_MAX && bs_token__last(&rest, &tokens[count]))
        count += !bs_token__is_letter(tokens[count]);
    for (size_t i = count; i-- > 0;) {
        bs_cell cell = {.text = tokens[i], .col = (uint32_t)(count - 1 - i)};
        BS_TRY(bs_table__add(reader, grid, cell));
    }
    return BS_OK;
}

// "Million bushels", "Current assets": a short line without a figure between rows of so many, which
// names what is below it.
static bool is_section(bs_text_reader *reader, uint32_t at, size_t figures)
{
    enum { WIDTH_MAX = 60 };
    if (bs_token__figures(reader, at + 1) != figures) return false;
    const bs_line *line = &reader->lines[at];
    bool plain = (line->flags & (BS_LINE_TAB | BS_LINE_BAR | BS_LINE_TAG)) == 0;
    return plain && line->text.len > 0 && !bs_line__is_wider(line->text, WIDTH_MAX) &&
           bs_line__has_letter(line->text) && !bs_line__has_digit(line->text) &&
           !bs_line__is_sentence(line->text) && bs_marker__read(line->text).len == 0;
}

// Have most lines of [first, end) more figures than `figures`? Those in front are no part of the
// names of their rows.
static bool mostly_longer(bs_text_reader *reader, uint32_t first, uint32_t end, size_t figures)
{
    uint32_t longer = 0, rows = 0;
    for (uint32_t at = first; at < end; at++) {
        size_t count = bs_token__figures(reader, at);
        longer += count > figures;
        rows += count > 0;
    }
    return longer * 2 > rows;
}

// Index behind the last row of a table whose rows begin at `first`; *figures is how many each has
// at least, *rows how many there are.
static uint32_t rows_end(bs_text_reader *reader, uint32_t first, size_t *figures, uint32_t *rows)
{
    uint32_t end = first;
    *figures = FIGURES_MAX;
    for (*rows = 0;; end++) {
        size_t count = bs_token__figures(reader, end);
        bool beside = count >= FIGURES_MIN && end > first &&
                      is_bracket_row(reader->lines[end].text, *figures);
        bool fewer = !beside && *rows >= ROWS_MIN && count < *figures;
        if (count < FIGURES_MIN || fewer) {
            if (*rows == 0 || count > 0 || !is_section(reader, end, *figures)) return end;
            continue;
        }
        if (!beside && count < *figures) *figures = count;
        (*rows)++;
    }
}

// "2. Assets (unit: kEUR) This year Last year": the title and the unit, with the line that ends in
// the heads in *heads; empty for any other line of so many heads.
static bs_str title_before_heads(const bs_line *line, size_t figures, bs_line *heads)
{
    *heads = *line;
    bs_str behind = bs_marker__behind_unit(line->text);
    size_t count = behind.len > 0 ? bs_token__count(behind) : 0;
    if (count != figures && count != figures + 1) return (bs_str){0};
    heads->text = behind;
    return bs_str_trim(bs_str_slice(line->text, 0, (size_t)(behind.ptr - line->text.ptr)));
}

// A table on lines [first, end), below its heads, which begin on line `at`.
typedef struct run_table {
    uint32_t at;
    uint32_t first;
    uint32_t end;
    size_t figures;
    bool ragged; // most rows have more figures: each keeps its own
} run_table;

// Adds the heads that stand on one line; *rows is how many rows they make, 0 where the line reads
// as the rows below it do. *units: one of them is that of the units.
static bs_status add_one_head(bs_text_reader *reader, bs_grid *grid, const run_table *table,
                              uint32_t *rows, bool *units)
{
    const bs_line *line = &reader->lines[table->at];
    bs_token_heads words;
    *rows = 1;
    if (bs_token__is_lettered(line->text, table->figures)) return add_head(reader, grid, line);
    if (!bs_token__is_bracketed(line->text, table->figures) &&
        bs_token__read_heads(&words, line->text, table->figures)) {
        *units = words.units;
        return bs_token__add_heads(reader, grid, &words, 0);
    }
    bs_line heads;
    bs_str title = title_before_heads(line, table->figures, &heads);
    *rows = title.len > 0 ? 2 : 0;
    if (title.len == 0) return BS_OK;
    bs_cell cell = {.text = title, .col_span = (uint16_t)(table->figures + 1)};
    BS_TRY(bs_table__add(reader, grid, cell));
    return bs_token__add_row(reader, grid, &heads, 1, table->figures, 1);
}

static bs_status add_lines(bs_text_reader *reader, bs_grid *grid, const run_table *table)
{
    uint32_t heads = table->first - table->at, rows = 0, at = table->at;
    bs_token_groups groups;
    if (heads > 1 && bs_token__groups_at(&groups, reader, at, table->figures) == heads) {
        BS_TRY(bs_token__add_groups(reader, grid, at, &groups, &rows));
        at += rows;
    }
    bool units = false;
    bs_token_spans spans;
    uint32_t above = heads > 1 ? bs_token__spans_at(&spans, reader, at) : 0;
    if (above > 0 && above + 1 == heads) {
        BS_TRY(bs_token__add_spans(reader, grid, &spans, &rows));
        at += above;
    }
    if (heads == 1) BS_TRY(add_one_head(reader, grid, table, &rows, &units));
    if (heads == 1 && rows > 0) at = table->first;
    bs_token_heads words;
    if (heads == 2 && at == table->at &&
        bs_token__read_heads(&words, reader->lines[at].text, table->figures)) {
        BS_TRY(bs_token__add_heads(reader, grid, &words, rows++));
        at++;
    }
    for (uint32_t i = at; i < table->end; i++) {
        bs_str text = reader->lines[i].text;
        if (units && bs_token__figures(reader, i) > 0) {
            BS_TRY(bs_token__add_unit_row(reader, grid, &reader->lines[i], rows++, table->figures));
            continue;
        }
        bool over = heads == 2 && i == table->at;
        size_t span = over ? bs_token__columns_under(text, table->figures) : 1;
        bool section = i >= table->first && bs_token__figures(reader, i) == 0;
        size_t each = span > 0 ? table->figures / span : bs_token__count(text) - 1;
        if (span == 0) span = 1; // the turn of the year tells it
        if (table->ragged) each = bs_token__figures(reader, i);
        BS_TRY(
            bs_token__add_row(reader, grid, &reader->lines[i], rows++, section ? 0 : each, span));
    }
    return BS_OK;
}

bs_status bs_table__scan_tokens(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found)
{
    if (at < reader->notes.token_failed_until || !bs_table__may_be_tokens(reader, at)) return BS_OK;
    bs_token_groups groups;
    uint32_t grouped = bs_token__groups_at(&groups, reader, at, 0);
    bs_token_spans spans;
    uint32_t spanned = grouped > 0 ? 0 : bs_token__spans_at(&spans, reader, at);
    uint32_t heads = grouped > 0   ? grouped
                     : spanned > 0 ? spanned + 1
                     : bs_token__figures(reader, at) >= FIGURES_MIN
                         ? 0
                         : bs_token__head_lines(reader, at, 0);
    run_table table = {.at = at, .first = at + heads};
    uint32_t rows;
    table.end = rows_end(reader, table.first, &table.figures, &rows);
    table.ragged = heads == 0 && mostly_longer(reader, at, table.end, table.figures);
    if (rows < (grouped > 0 ? ROWS_MIN - 1 : ROWS_MIN)) {
        reader->notes.token_failed_until = table.end;
        return BS_OK;
    }
    bool headed = spanned > 0   ? spans.years == table.figures
                  : grouped > 0 ? bs_token__groups_at(&groups, reader, at, table.figures) == grouped
                                : bs_token__head_lines(reader, at, table.figures) == heads;
    if (heads > 0 && !headed) return BS_OK;
    BS_TRY(add_lines(reader, out, &table));
    out->next = table.end;
    *found = true;
    return BS_OK;
}
