// SPDX-License-Identifier: GPL-3.0-or-later
// Tables whose cells are separated by bars: Markdown with or without outer bars, grids of + - and
// |, and frames of box-drawing characters.
#include "engine/read/text_internal.h"

// Upright lines and the junctions that stand in for them where a rule ends beside a cell.
static bool is_box_bar(uint32_t code)
{
    static const uint32_t bars[] = {0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x2551, 0xFF5C,
                                    0x251C, 0x2523, 0x2524, 0x252B, 0x255F, 0x2560, 0x2562, 0x2563};
    for (size_t i = 0; i < BS_COUNT(bars); i++) {
        if (bars[i] == code) return true;
    }
    return false;
}

// Bytes of the bar at `at`; 0 when there is none. `box` says which family the row is drawn with.
static size_t bar_len(bs_str text, size_t at, bool box)
{
    if (!box) return text.ptr[at] == '|' && (at == 0 || text.ptr[at - 1] != '\\');
    if ((unsigned char)text.ptr[at] < 0xE2) return 0;
    bs_rune rune = bs_utf8_decode(text, at);
    return is_box_bar(rune.code) ? rune.len : 0;
}

// Bars that part cells belong to frames of lines; "| ├ Seoul | 5 |" has a branch of a tree in it.
static bool has_box(bs_str text)
{
    if (text.len > 0 && text.ptr[0] == '|') return false;
    for (size_t at = 0; at < text.len; at++) {
        if (bar_len(text, at, true) > 0) return true;
    }
    return false;
}

static bool is_rule(bs_str text)
{
    if (!bs_line__is_decoration(text)) return false;
    bool across = false;
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        across = across || rune.code == '-' || rune.code == '=' || rune.code == 0x2500 ||
                 rune.code == 0x2501 || rune.code == 0xFF0D || rune.code == 0x2550 ||
                 rune.code == 0x2504;
        at += rune.len;
    }
    return across;
}

// A rule that belongs to a table and could not be a line across the page: it has bars or corners.
static bool is_framed(bs_str text)
{
    if (memchr(text.ptr, '|', text.len) || memchr(text.ptr, '+', text.len)) return true;
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        if (rune.code >= 0x250C && rune.code <= 0x256C && rune.code != 0x2550) return true;
        if (rune.code == 0xFF0B || rune.code == 0xFF5C) return true; // the wide + and |
        at += rune.len;
    }
    return false;
}

// The pieces of a row, one at a time, without the empty ones outside of its outer bars.
typedef struct bar_row {
    bs_str text;
    size_t at;
    bool box;
} bar_row;

static bar_row open_row(bs_str text)
{
    bar_row row = {.text = text, .box = has_box(text)};
    row.at = bar_len(text, 0, row.box);
    return row;
}

// The next bar from `at` on, and its bytes; the length of the text and 0 where there is none.
static size_t find_bar(bs_str text, size_t at, bool box, size_t *len)
{
    for (; at < text.len; at++) {
        const char *bar = box ? text.ptr + at : memchr(text.ptr + at, '|', text.len - at);
        if (bar == NULL) break;
        at = (size_t)(bar - text.ptr);
        *len = bar_len(text, at, box);
        if (*len > 0) return at;
    }
    *len = 0;
    return text.len;
}

static bool next_piece(bar_row *row, bs_str *piece)
{
    if (row->at >= row->text.len) return false;
    size_t len, start = row->at, end = find_bar(row->text, start, row->box, &len);
    *piece = bs_str_slice(row->text, start, end);
    row->at = end + len;
    return true;
}

static uint32_t count_pieces(bs_str text)
{
    bar_row row = open_row(text);
    bs_str piece;
    uint32_t count = 0;
    while (next_piece(&row, &piece))
        count++;
    return count;
}

typedef struct bar_shape {
    uint32_t rows;
    uint32_t framed;  // rules with bars or corners
    uint32_t rules;   // all of them
    uint32_t opened;  // rows that begin with a bar
    uint32_t closed;  // rows that end with one
    uint32_t numbers; // rows with a numeric piece
    uint32_t crowded; // rows in which a piece holds several figures
    uint32_t signs;   // pieces that are the sign of money or a closing bracket
    uint32_t blank;   // rows without text
    size_t pieces;
    uint32_t bars_max; // in a row, the outer ones too
    uint32_t bars_min;
    uint32_t pieces_max;
    uint32_t pieces_min;
    uint32_t header_end; // index of the line of the rule under the header; 0 for none
} bar_shape;

// "113.37    112.67": figures of several columns that wide blanks part.
static bool holds_figures(bs_str piece)
{
    size_t gap = bs_str_find(piece, BS_STR("  "), 0);
    if (gap == SIZE_MAX) return false;
    bs_str rest = bs_str_trim(bs_str_slice(piece, gap, piece.len));
    size_t end = bs_str_find(rest, BS_STR("  "), 0);
    return bs_line__is_numeric(bs_str_slice(piece, 0, gap)) &&
           bs_line__is_numeric(bs_str_slice(rest, 0, end));
}

static void look_at_row(bar_shape *shape, bs_str text)
{
    bar_row row = open_row(text);
    bool opened = row.at > 0;
    bs_rune last = bs_utf8_decode_before(text, text.len);
    bool closed = row.box ? is_box_bar(last.code) : last.code == '|';
    shape->opened += opened;
    shape->closed += closed;
    bs_str piece;
    uint32_t pieces = 0;
    bool number = false, crowded = false, blank = true;
    while (next_piece(&row, &piece)) {
        piece = bs_str_trim(piece);
        crowded = crowded || holds_figures(piece);
        blank = blank && piece.len == 0;
        shape->signs += piece.len == 1 && (piece.ptr[0] == '$' || piece.ptr[0] == ')');
        number = number || (piece.len > 0 && bs_line__is_numeric(piece));
        pieces++;
    }
    shape->numbers += number;
    shape->blank += blank;
    shape->crowded += crowded;
    shape->rows++;
    shape->pieces += pieces + opened;
    uint32_t bars = pieces - 1 + opened + closed;
    if (bars > shape->bars_max) shape->bars_max = bars;
    if (shape->rows == 1 || bars < shape->bars_min) shape->bars_min = bars;
    if (pieces > shape->pieces_max) shape->pieces_max = pieces;
    if (shape->rows == 1 || pieces < shape->pieces_min) shape->pieces_min = pieces;
}

static bool is_bar_row(const bs_line *line)
{
    if (line->text.len == 0 || (line->flags & BS_LINE_BAR) == 0) return false;
    return count_pieces(line->text) > 1 || bar_len(line->text, 0, has_box(line->text)) > 0;
}

// A rule that can stand in a table: one with corners anywhere, a bare one between rows only.
static bool is_inner_rule(const bs_text_reader *reader, uint32_t at)
{
    bs_str text = reader->lines[at].text;
    if (text.len == 0 || !is_rule(text)) return false;
    return is_framed(text) || (at + 1 < reader->line_count && is_bar_row(&reader->lines[at + 1]));
}

// Does a row of another number of pieces begin the next table, behind the even rows of one without
// outer bars?
static bool begins_other(const bar_shape *shape, const bs_line *line)
{
    enum { ROWS_MIN = 3 };
    bool even = shape->rows >= ROWS_MIN && shape->rules == 0 && shape->opened == 0 &&
                shape->closed == 0 && shape->pieces_min == shape->pieces_max &&
                shape->numbers * 2 >= shape->rows;
    return even && count_pieces(line->text) != shape->pieces_max;
}

static uint32_t look_at_lines(const bs_text_reader *reader, uint32_t at, bar_shape *shape)
{
    uint32_t end = at;
    for (; end < reader->line_count; end++) {
        const bs_line *line = &reader->lines[end];
        if (line->text.len == 0) break;
        if (is_inner_rule(reader, end)) {
            shape->rules++;
            shape->framed += is_framed(line->text);
            if (shape->header_end == 0 && shape->rows > 0) shape->header_end = end;
        } else if (is_bar_row(line) && !begins_other(shape, line)) {
            look_at_row(shape, line->text);
        } else {
            break;
        }
    }
    return end;
}

// Without outer bars: a bar at the end of a row has an empty cell beside it.
static bool is_inner(const bar_shape *shape)
{
    return shape->framed == 0 && shape->opened < shape->rows && shape->closed < shape->rows &&
           shape->bars_min == shape->bars_max;
}

// "| exports | imports |" above "value | 3,722 | 2,408 |": every row ends with a bar, and one that
// begins with one has lost its empty name.
static bool is_tailed(const bar_shape *shape)
{
    return shape->opened * 2 < shape->rows && shape->closed == shape->rows &&
           shape->bars_min == shape->bars_max;
}

// "          | 2008 | 2009" above "Total.....|3,722 |2,408": an indented bar behind an empty name,
// in a table whose names stand in front of the first bar.
static bool begins_empty(const bar_shape *shape, const bs_line *line)
{
    if (is_inner(shape) || is_tailed(shape)) return true;
    bool few = shape->opened * 2 < shape->rows && shape->closed == shape->rows;
    bool names = few || (shape->opened < shape->rows && shape->closed * 2 < shape->rows);
    return names && (few || line->indent > 0) && bar_len(line->text, 0, has_box(line->text)) > 0;
}

static bool is_table(const bar_shape *shape)
{
    if (shape->rows == 0 || shape->rows + shape->rules < 2) return false;
    // Bars between groups of columns that blanks part: table_aligned.c reads these.
    if (shape->crowded > 1 && shape->crowded * 2 >= shape->rows) return false;
    bool outer = shape->opened == shape->rows && shape->closed == shape->rows;
    if (shape->framed > 0) return shape->pieces_max > 1 || outer;
    if (shape->pieces_max < 2 || shape->rows < 2) return false;
    if (outer) return true;
    // Each row closed, most with figures: pieces that are left out at its end, or at its start.
    bool closed = shape->closed == shape->rows && shape->opened * 2 < shape->rows;
    if (closed && shape->rows >= 4 && shape->pieces_max >= 3 && shape->pieces_min > 1 &&
        shape->numbers * 2 >= shape->rows)
        return true;
    // Rows of accounts that all end in a bar may have lost empty cells in front of it.
    bool accounts = shape->opened <= shape->blank && shape->closed == shape->rows;
    bool even = shape->pieces_max == shape->pieces_min || is_inner(shape) || is_tailed(shape) ||
                (accounts && shape->signs > 1);
    if (!even || shape->opened == shape->rows) return even;
    // Without any outer bar these could be lines of a menu: there have to be figures.
    return shape->numbers * 2 >= shape->rows && (shape->rows >= 3 || shape->pieces_max > 2);
}

enum { BARS_MAX = 64 }; // a row with more is not looked at for heads over several columns

// Where the bars between the pieces of a row stand on the page.
typedef struct bar_ruler {
    size_t columns[BARS_MAX];
    uint32_t count;
    uint32_t wider; // columns that a bar is wider than one: fonts of East Asia draw it in two
} bar_ruler;

static bool rule_row(bar_ruler *out, const bs_line *line, bool inner)
{
    bar_row row = open_row(line->text);
    if (inner) row.at = 0;
    bs_str piece;
    const char *from = line->text.ptr;
    size_t column = line->indent;
    out->count = 0;
    while (next_piece(&row, &piece)) {
        const char *end = piece.ptr + piece.len;
        column += bs_line__width((bs_str){from, (size_t)(end - from)});
        if (piece.ptr > from) column += out->wider;
        from = end;
        if (row.at >= row.text.len) return true;
        if (out->count == BARS_MAX) return false;
        out->columns[out->count++] = column;
    }
    return true;
}

// Do two rows with the most pieces have their bars in the same places, as tables that are drawn
// have, so that a row with fewer says by its bars which columns its heads reach over?
static bool find_ruler(bar_ruler *out, const bs_text_reader *reader, uint32_t at, uint32_t end,
                       const bar_shape *shape)
{
    enum { ROWS_LIKE_MIN = 2 };
    uint32_t like = 0;
    if (shape->pieces_min == shape->pieces_max || shape->pieces_max > BARS_MAX) return false;
    for (uint32_t i = at; i < end && like < ROWS_LIKE_MIN; i++) {
        bar_ruler own = {.wider = out->wider};
        const bs_line *line = &reader->lines[i];
        if (is_inner_rule(reader, i) || !rule_row(&own, line, begins_empty(shape, line))) continue;
        if (own.count + 1 != shape->pieces_max) continue;
        size_t bytes = own.count * sizeof own.columns[0];
        if (like > 0 && memcmp(own.columns, out->columns, bytes) != 0) return false;
        *out = own;
        like++;
    }
    return like == ROWS_LIKE_MIN;
}

// How many columns each piece of a row with fewer bars reaches over; false where one of its bars
// stands elsewhere than those of the ruler.
static bool span_pieces(uint16_t spans[BARS_MAX + 1], const bar_ruler *ruler, const bs_line *line,
                        bool inner)
{
    bar_ruler own = {.wider = ruler->wider};
    if (!rule_row(&own, line, inner) || own.count >= ruler->count) return false;
    uint32_t before = 0, at = 0;
    for (uint32_t i = 0; i < own.count; i++) {
        while (at < ruler->count && ruler->columns[at] < own.columns[i])
            at++;
        if (at == ruler->count || ruler->columns[at] != own.columns[i]) return false;
        spans[i] = (uint16_t)(++at - before);
        before = at;
    }
    spans[own.count] = (uint16_t)(ruler->count + 1 - before);
    return true;
}

// How many of the rows with fewer pieces have their bars where the ruler has them?
static uint32_t count_spanned(const bar_ruler *ruler, const bs_text_reader *reader, uint32_t at,
                              uint32_t end, const bar_shape *shape)
{
    uint16_t spans[BARS_MAX + 1];
    uint32_t count = 0;
    for (uint32_t i = at; i < end; i++) {
        const bs_line *line = &reader->lines[i];
        bool row = !is_inner_rule(reader, i);
        count += row && span_pieces(spans, ruler, line, begins_empty(shape, line));
    }
    return count;
}

// The ruler of a table in bars of one column, or of two where that places more of its rows.
static bool choose_ruler(bar_ruler *out, const bs_text_reader *reader, uint32_t at, uint32_t end,
                         const bar_shape *shape)
{
    bar_ruler wide = {.wider = 1};
    *out = (bar_ruler){0};
    bool found = find_ruler(out, reader, at, end, shape);
    if ((unsigned char)reader->lines[at].text.ptr[0] < 0xE2) return found; // | and + are narrow
    if (!find_ruler(&wide, reader, at, end, shape)) return found;
    if (!found ||
        count_spanned(&wide, reader, at, end, shape) > count_spanned(out, reader, at, end, shape))
        *out = wide;
    return true;
}

bool bs_table__heads_figures(bs_str head)
{
    static const char wide[] = "期|年|月|额|額|率|末|%|％";
    static const char words[] =
        "19|20|%|$|£|€|million|billion|thousand|percent|per cent|hange|ended|"
        "Quarter|quarter|FY|number|Number";
    bool ascii = head.len > 0 && (unsigned char)head.ptr[0] < 0x80;
    return bs_str_has_any(head, ascii ? words : wide);
}

// The first row behind line `at` with a label and then nothing but figures; `end` for none.
static uint32_t first_figures(const bs_text_reader *reader, uint32_t at, uint32_t end)
{
    enum { HEAD_ROWS_MAX = 4 };
    for (uint32_t row = at + 1; row < end && row <= at + HEAD_ROWS_MAX; row++) {
        bar_row pieces = open_row(reader->lines[row].text);
        bs_str piece;
        uint32_t figures = 0, others = 0;
        if (is_inner_rule(reader, row) || !next_piece(&pieces, &piece)) continue;
        bool label = bs_str_trim(piece).len > 0 && !bs_line__is_numeric(bs_str_trim(piece));
        while (next_piece(&pieces, &piece)) {
            bool figure = bs_line__is_numeric(bs_str_trim(piece));
            figures += figure;
            others += !figure && bs_str_trim(piece).len > 0;
        }
        if (label && figures > 1 && others == 0) return row;
    }
    return end;
}

// "| 本报告期末 | 上年度期末 | 增减(%) | |" over "| 总资产 | 3,798 | 3,233 | 17.47 |": heads that
// have moved to the left, as the empty one of the labels was lost and an empty one put behind them.
static bool lacks_first_head(const bs_text_reader *reader, uint32_t at, uint32_t end)
{
    uint32_t row = first_figures(reader, at, end);
    if (row == end) return false;
    bar_row heads = open_row(reader->lines[at].text), values = open_row(reader->lines[row].text);
    bs_str head, value;
    for (uint32_t i = 0; next_piece(&heads, &head); i++) {
        if (!next_piece(&values, &value)) return false;
        head = bs_str_trim(head);
        value = bs_str_trim(value);
        bool last = heads.at >= heads.text.len;
        if (last) return i > 1 && head.len == 0 && bs_line__is_numeric(value);
        if (head.len == 0 || bs_line__is_numeric(head)) return false;
        bool alike = ((unsigned char)value.ptr[0] >= 0x80) == ((unsigned char)head.ptr[0] >= 0x80);
        if (i == 0 ? !alike || !bs_table__heads_figures(head) : !bs_line__is_numeric(value))
            return false;
    }
    return false;
}

// Where a row of bars goes: the place of its first cell, and how many columns each of the others
// reaches over.
typedef struct row_place {
    bs_cell first;
    uint32_t reach;
} row_place;

static bs_status add_row(bs_text_reader *reader, bs_grid *grid, const bs_line *line,
                         const row_place *to, const bar_shape *shape, const bar_ruler *ruler)
{
    const bs_cell *place = &to->first;
    bar_row pieces = open_row(line->text);
    bool inner = begins_empty(shape, line);
    if (inner) pieces.at = 0;
    bs_str piece;
    uint16_t spans[BARS_MAX + 1];
    bool spanned = ruler != NULL && span_pieces(spans, ruler, line, inner);
    for (uint32_t col = place->col, i = 0; next_piece(&pieces, &piece); i++) {
        // The empty piece behind heads that have moved.
        if (place->col > 0 && pieces.at >= pieces.text.len) break;
        bs_cell cell = {.row = place->row, .col = col, .header = place->header};
        cell.col_span = spanned ? spans[i] : i == 0 ? place->col_span : (uint16_t)to->reach;
        col += cell.col_span;
        cell.text = bs_table__clean(piece, &cell.indent);
        bool drawn = cell.text.len > 1 && is_rule(cell.text); // a rule under part of the columns
        if (drawn) cell.text.len = 0;
        BS_TRY(bs_table__add(reader, grid, cell));
    }
    return BS_OK;
}

// "Machinery | Services | K200" above heads that a bar closes and a rule is drawn under: a line of
// the page with bars in it, and no row.
static bool is_apart(const bs_text_reader *reader, uint32_t at)
{
    if (at + 2 >= reader->line_count || !is_bar_row(&reader->lines[at + 1])) return false;
    bs_str text = reader->lines[at].text, head = reader->lines[at + 1].text,
           rule = reader->lines[at + 2].text;
    bool closed = bs_str_ends(head, BS_STR("|")) && !bs_str_ends(text, BS_STR("|"));
    return closed && is_rule(rule) && count_pieces(head) == count_pieces(rule) &&
           count_pieces(text) < count_pieces(head);
}

bool bs_table__frames_bars(const bs_text_reader *reader, uint32_t at)
{
    enum { ROWS_MIN = 3 };
    const bs_line *line = &reader->lines[at];
    bool frame = (line->flags & BS_LINE_BAR) != 0 && bs_line__is_decoration(line->text) &&
                 is_rule(line->text) && is_framed(line->text);
    if (!frame || at + 1 >= reader->line_count || !is_bar_row(&reader->lines[at + 1])) return false;
    bar_shape shape = {0};
    look_at_lines(reader, at, &shape);
    return shape.rows >= ROWS_MIN && is_table(&shape);
}

// "│ 旅客会社 │ 793,620│" above "││うち幹線│ 33,306│": in a drawn table the rows of one piece more
// are all parts of the row in front, under an empty piece; the first of the others is as wide as
// two.
static bool nests_parts(const bs_text_reader *reader, uint32_t at, uint32_t end,
                        const bar_shape *shape)
{
    uint32_t nested = 0;
    for (uint32_t i = at; i < end; i++) {
        bs_str text = reader->lines[i].text, head, label;
        if (is_inner_rule(reader, i) || count_pieces(text) != shape->pieces_max) continue;
        bar_row row = open_row(text);
        bool pair = row.box && next_piece(&row, &head) && next_piece(&row, &label);
        if (!pair || bs_str_trim(head).len > 0 || bs_line__is_numeric(bs_str_trim(label)))
            return false;
        nested++;
    }
    return nested > 0;
}

bs_status bs_table__scan_bars(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found)
{
    if (at < reader->notes.bar_failed_until) return BS_OK;
    const bs_line *line = &reader->lines[at];
    bool barred = (line->flags & BS_LINE_BAR) != 0;
    if (!barred && !(bs_line__is_decoration(line->text) && is_framed(line->text))) return BS_OK;
    if (barred && is_apart(reader, at)) return BS_OK;
    if (barred && bs_table__is_bar_title(reader, at)) {
        bs_str text = bs_str_trim(line->text); // a caption between outer bars
        reader->lines[at].text = bs_str_trim(bs_str_slice(text, 1, text.len - 1));
        return BS_OK;
    }
    bar_shape shape = {0};
    uint32_t end = look_at_lines(reader, at, &shape);
    if (!is_table(&shape)) {
        reader->notes.bar_failed_until = end > at ? end : at + 1;
        return BS_OK;
    }
    BS_TRY(bs_table__reserve(reader, out, shape.pieces));
    bool headed = shape.header_end > 0 && shape.header_end + 1 < end;
    bar_ruler ruler;
    bool ruled = choose_ruler(&ruler, reader, at, end, &shape);
    row_place place = {.reach = 1};
    bool uneven = shape.pieces_min + 1 == shape.pieces_max;
    uint32_t reach = 1, groups = end;
    if (shape.pieces_min < shape.pieces_max && !ruled)
        groups = bs_table__group_heads(reader, at, end, &reach);
    uint32_t short_end = uneven ? bs_table__short_heads(reader, at, end) : at;
    bool nested = uneven && !ruled && nests_parts(reader, at, end, &shape);
    for (uint32_t i = at; i < end; i++) {
        if (is_inner_rule(reader, i)) continue;
        bs_cell *first = &place.first;
        bool whole = nested && count_pieces(reader->lines[i].text) == shape.pieces_min;
        first->col_span = whole || i < short_end ? 2 : 1; // the one head of two columns of labels
        first->header = headed && i < shape.header_end;
        first->col = i != groups && lacks_first_head(reader, i, end);
        place.reach = i == groups ? reach : 1;
        BS_TRY(add_row(reader, out, &reader->lines[i], &place, &shape, ruled ? &ruler : NULL));
        first->row++;
    }
    out->next = end;
    *found = true;
    return BS_OK;
}
