// SPDX-License-Identifier: GPL-3.0-or-later
// Tables between bars whose heads are one piece short, as those of two columns of labels have one
// head together:
//
//     | Item | 2022 | 2023 |
//     |---|---|---|
//     | Fish | Cod | 120 | 130 |
//
// and those whose heads of groups have lost how many columns they reach over:
//
//     | Item | 2022 | 2023 |
//     | | Amount | % | Amount | % |
//     | Fish | 120 | 61.5 | 130 | 60.2 |
#include "engine/read/text_internal.h"

enum { PIECES_MAX = 32, HEAD_LINES_MAX = 4, ROWS_MIN = 3 };

typedef struct short_row {
    bs_str pieces[PIECES_MAX];
    uint32_t count;
} short_row;

static bool split(short_row *out, bs_str text)
{
    bool outer = text.len > 2 && text.ptr[0] == '|' && text.ptr[text.len - 1] == '|';
    if (!outer || memchr(text.ptr, '\\', text.len) != NULL) return false;
    bs_str rest = bs_str_slice(text, 1, text.len - 1), piece;
    for (out->count = 0; bs_str_next(&rest, '|', &piece); out->count++) {
        if (out->count == PIECES_MAX) return false;
        out->pieces[out->count] = bs_str_trim(piece);
    }
    return out->count > 2;
}

static bool is_figure(bs_str piece)
{
    return bs_line__is_numeric(piece) && !bs_line__is_period(piece);
}

// Figures at the end of a row, behind a label right in front of them; 0 for others.
static uint32_t count_figures(const short_row *row)
{
    uint32_t first = row->count;
    while (first > 0 && is_figure(row->pieces[first - 1]))
        first--;
    return first > 1 && bs_line__has_letter(row->pieces[first - 1]) ? row->count - first : 0;
}

// Are the heads of `row` as many as the figures, at its end, and is in front of them no other one
// but that of the labels?
static bool heads_all(const short_row *row, uint32_t figures)
{
    if (row->count <= figures) return false;
    uint32_t from = row->count - figures;
    for (uint32_t i = 0; i < row->count; i++) {
        bs_str piece = row->pieces[i];
        bool label = i < from && (piece.len == 0 || bs_table__heads_labels(piece));
        bool head = i >= from && piece.len > 0 && !is_figure(piece);
        if (!label && !head) return false;
    }
    return true;
}

uint32_t bs_table__short_heads(const bs_text_reader *reader, uint32_t at, uint32_t end)
{
    short_row heads, row;
    uint32_t line = at, rows = 0, figures = 0;
    if (!split(&heads, reader->lines[at].text)) return at;
    uint32_t width = heads.count;
    for (; line < end && line - at <= HEAD_LINES_MAX; line++) {
        if (!split(&row, reader->lines[line].text)) return at;
        if (row.count != width) break;
        if (bs_line__has_letter(row.pieces[row.count - 1])) heads = row;
    }
    uint32_t body = line;
    for (; line < end; line++, rows++) {
        if (!split(&row, reader->lines[line].text) || row.count != width + 1) return at;
        if (rows == 0) figures = count_figures(&row);
        if (figures < 2) return at;
    }
    return rows >= ROWS_MIN && heads_all(&heads, figures) ? body : at;
}

// How many columns each head of `groups` reaches over, where the heads of `below` are as many of
// the same again and again, behind one of the labels; 0 where it is not so.
static uint32_t reach_of(const short_row *groups, const short_row *below)
{
    uint32_t count = groups->count - 1, heads = below->count - 1, reach = heads / count;
    if (count < 2 || heads <= count || heads % count != 0) return 0;
    if (below->pieces[0].len > 0 && !bs_table__heads_labels(below->pieces[0])) return 0;
    for (uint32_t i = 1; i <= count; i++) {
        if (groups->pieces[i].len == 0 || is_figure(groups->pieces[i])) return 0;
    }
    for (uint32_t i = 1; i <= heads; i++) {
        bs_str head = below->pieces[i];
        if (head.len == 0 || is_figure(head) || bs_line__is_period(head)) return 0;
        if (!bs_str_equal(head, below->pieces[1 + (i - 1) % reach])) return 0;
    }
    return reach;
}

uint32_t bs_table__group_heads(const bs_text_reader *reader, uint32_t at, uint32_t end,
                               uint32_t *reach)
{
    short_row groups, below, row;
    for (uint32_t line = at; line + 2 < end && line - at < HEAD_LINES_MAX; line++) {
        if (!split(&groups, reader->lines[line].text) ||
            !split(&below, reader->lines[line + 1].text) ||
            !split(&row, reader->lines[line + 2].text))
            continue;
        *reach = row.count == below.count ? reach_of(&groups, &below) : 0;
        if (*reach > 1) return line;
    }
    *reach = 1;
    return end;
}

bool bs_table__is_bar_title(const bs_text_reader *reader, uint32_t at)
{
    enum { TITLE_PIECES_MAX = 3 };
    short_row title, next;
    if (at + 1 >= reader->line_count || !split(&title, reader->lines[at].text) ||
        !split(&next, reader->lines[at + 1].text))
        return false;
    bool stated = false;
    for (uint32_t i = 0; i < title.count; i++)
        stated |= bs_marker__is_unit(title.pieces[i]);
    return stated && title.count <= TITLE_PIECES_MAX && next.count > title.count + 1;
}

bool bs_table__heads_groups(const bs_text_reader *reader, uint32_t at)
{
    uint32_t reach;
    bs_str text = reader->lines[at].text;
    if (text.len == 0 || text.ptr[0] != '|') return false;
    return bs_table__is_bar_title(reader, at) ||
           bs_table__group_heads(reader, at, reader->line_count, &reach) < reader->line_count;
}
