// SPDX-License-Identifier: GPL-3.0-or-later
// How far the headings of a table reach whose cells stand under each other.
#include <limits.h>
#include <stdlib.h>

#include "engine/read/table_page.h"

static void stretch(page_piece *piece, uint16_t start, uint16_t end)
{
    if (start < piece->start) piece->start = start;
    if (end > piece->end) piece->end = end;
}

// The strokes of a rule, which a single blank separates; of a line of heads, those among them.
static bool cut_strokes(const bs_line *line, page_row *out)
{
    out->count = 0;
    bs_str rest = line->text, stroke;
    if (rest.len > LINE_WIDTH_MAX) return false;
    bool whole = bs_line__is_decoration(line->text);
    while (bs_str_next(&rest, ' ', &stroke)) {
        if (stroke.len == 0 || (!whole && !bs_page__is_stroke(stroke))) continue;
        size_t start =
            line->indent +
            bs_line__width((bs_str){line->text.ptr, (size_t)(stroke.ptr - line->text.ptr)});
        if (!bs_page__push(out, stroke, start)) return false;
    }
    return out->count > (whole ? 1 : 0);
}

// How many pieces of a row a piece stands over.
static size_t count_under(const page_piece *piece, const page_row *row)
{
    size_t count = 0;
    for (size_t i = 0; i < row->count; i++)
        count += row->pieces[i].start < piece->end && row->pieces[i].end > piece->start;
    return count;
}

// The next line below line `at` of heads with strokes, where the heads between go on with those of
// `row`, one with each; false where there is none.
static bool strokes_below(const bs_text_reader *reader, uint32_t at, const page_row *row,
                          page_row *out)
{
    enum { LINES_MAX = 4 };
    page_row heads;
    for (uint32_t i = at + 1; i <= at + LINES_MAX && i < reader->line_count; i++) {
        const bs_line *line = &reader->lines[i];
        if (line->text.len == 0) return false;
        if (cut_strokes(line, out)) return true;
        if (bs_line__is_decoration(line->text) || !bs_page__cut(line, &heads)) return false;
        for (size_t k = 0; k < row->count; k++) {
            if (count_under(&row->pieces[k], &heads) > 1) return false;
        }
        for (size_t k = 0; k < heads.count; k++) {
            if (heads.pieces[k].numeric) return false;
        }
    }
    return false;
}

// A rule of several strokes under a heading, or strokes among the heads of its last line, say how
// far each piece of the heading reaches.
bool bs_page__stretch_to_rule(const bs_text_reader *reader, uint32_t at, page_row *row)
{
    page_row strokes;
    bool any = false;
    if (!strokes_below(reader, at, row, &strokes)) return false;
    for (size_t i = 0; i < row->count; i++) {
        for (size_t k = 0; k < strokes.count; k++) {
            page_piece *piece = &row->pieces[i];
            const page_piece *stroke = &strokes.pieces[k];
            if (stroke->end <= piece->start || stroke->start >= piece->end) continue;
            stretch(piece, stroke->start, stroke->end);
            any = true;
        }
    }
    return any;
}

// Whether a piece stands in the middle of the columns from `left` to `right`, near enough.
static bool is_centred(const page_piece *piece, const page_band *left, const page_band *right)
{
    enum { OFF_MIN = 4 };
    int middle = (piece->start + piece->end) / 2, centre = (left->start + right->end) / 2;
    int off = middle > centre ? middle - centre : centre - middle;
    int width = right->end - left->start;
    return off <= (width / 6 > OFF_MIN ? width / 6 : OFF_MIN);
}

// Whether a piece begins above the first column and ends before the last one does.
static bool begins_over(const page_piece *piece, const page_band *first, const page_band *last)
{
    enum { OFF_MAX = 6 };
    return piece->start + OFF_MAX >= first->start && piece->start <= first->end &&
           piece->end <= last->end;
}

static int middle_of(unsigned start, unsigned end)
{
    return (int)(start + end) / 2;
}

// The piece, of those from `first` on, whose middle is nearest to that of a column.
static size_t nearest_piece(const page_row *row, size_t first, const page_band *band)
{
    int centre = middle_of(band->start, band->end), best = INT_MAX;
    size_t nearest = first;
    for (size_t i = first; i < row->count; i++) {
        int away = abs(middle_of(row->pieces[i].start, row->pieces[i].end) - centre);
        if (away < best) best = away, nearest = i;
    }
    return nearest;
}

// How far the middle of a piece is from that of the columns from `from` to `to`.
static int off_centre(const page_piece *piece, const page_bands *bands, size_t from, size_t to)
{
    int centre = middle_of(bands->items[from].start, bands->items[to].end);
    return abs(middle_of(piece->start, piece->end) - centre);
}

// "Imports | Exports" over "Full | Empty | Full | Empty | Total": the outermost head is centred
// over two columns or more, and the column at the end of the page that it leaves out stands alone.
static void leave_outermost(const page_bands *bands, const page_piece *piece, size_t *from,
                            size_t *to)
{
    enum { OFF_MAX = 3 };
    size_t last = bands->count - 1;
    const page_band *begin = &bands->items[*from], *end = &bands->items[*to];
    bool left = piece->start <= begin->start + 1;
    if (is_centred(piece, begin, end) || *to - *from < 2) return;
    if (*to == last && !left && off_centre(piece, bands, *from, last - 1) <= OFF_MAX)
        --*to;
    else if (*from == 1 && off_centre(piece, bands, 2, *to) <= OFF_MAX)
        ++*from;
}

// What heads cost over the first columns of a table, each in the middle of its own, and how many
// columns the last of them has.
typedef struct group_cost {
    int cost; // INT_MAX: not possible
    size_t width;
} group_cost;

// How far a head is from where it would stand over the columns from `from` to `to`: in the middle
// of several, anywhere over one.
static int off_group(const page_piece *piece, const page_bands *bands, size_t from, size_t to)
{
    const page_band *begin = &bands->items[from];
    bool over = piece->start < begin->end && piece->end > begin->start;
    return from == to && over ? 0 : off_centre(piece, bands, from, to);
}

static bool are_times(const page_row *row, size_t first)
{
    for (size_t i = first; i < row->count; i++) {
        if (!bs_line__is_period(row->pieces[i].text)) return false;
    }
    return true;
}

// Headings that stand centred over groups of columns, one group behind the other, each column under
// the nearest of them; or as many columns each, where each begins above the first of its own and a
// row of heads for all columns follows.
void bs_page__stretch_to_groups(const page_bands *bands, page_row *row, const page_row *below)
{
    bool headed = below != NULL;
    size_t first = row->count > 0 && row->pieces[0].start < bands->items[0].end;
    size_t pieces = row->count - first, columns = bands->count - 1;
    bool even = pieces > 0 && columns % pieces == 0 && columns / pieces > 1;
    if (pieces == 0 || pieces >= columns || (!even && !(headed && pieces > 1))) return;
    page_row wide = *row;
    bool centred = true, left = even && headed && pieces > 1 && !are_times(row, first);
    for (size_t i = 0; i < pieces && (centred || left || bands->ordered); i++) {
        size_t from = 0, to = 0; // columns of the group, from 1; 0 for none
        for (size_t k = 1; k <= columns; k++) {
            size_t own = even ? first + (k - 1) / (columns / pieces)
                              : nearest_piece(row, first, &bands->items[k]);
            if (own != first + i) continue;
            if (from == 0) from = k;
            to = k;
        }
        if (from == 0) return;
        page_piece *piece = &wide.pieces[first + i];
        if (headed && pieces > 1) leave_outermost(bands, piece, &from, &to);
        const page_band *begin = &bands->items[from], *end = &bands->items[to];
        centred = centred && is_centred(piece, begin, end);
        left = left && begins_over(piece, begin, end);
        stretch(piece, begin->start, end->end);
    }
    if (centred || left || (even && bands->ordered && pieces > 1))
        *row = wide;
    else if (headed)
        bs_page__stretch_to_centres(bands, row, below);
}

// The part of a year that a head names: "Dec", "Q3", "3Q", "6월"; 0 for none.
static int part_of_year(bs_str text)
{
    static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    bs_str rest = text;
    int number = 0;
    for (; rest.len > 0 && rest.ptr[0] >= '0' && rest.ptr[0] <= '9' && number < 100; rest.ptr++) {
        number = number * 10 + (rest.ptr[0] - '0');
        rest.len--;
    }
    bs_rune next = bs_utf8_decode(rest, 0);
    if (number > 0) return number <= 12 && bs_line__is_in(next.code, "월月QH분季") ? number : 0;
    if (text.len == 2 && (text.ptr[0] == 'Q' || text.ptr[0] == 'H') && text.ptr[1] > '0' &&
        text.ptr[1] < '5')
        return text.ptr[1] - '0';
    for (int month = 0; text.len >= 3 && month < 12; month++) {
        if (bs_str_equal_nocase(bs_str_slice(text, 0, 3), (bs_str){months + 3 * month, 3}))
            return month + 1;
    }
    return 0;
}

// "2022 | 2023 | 2024" over "Dec | Dec | Mar | Apr": where the parts begin again, the next year
// begins. False, and nothing done, where there are not as many years as such runs.
static bool stretch_to_runs(const page_bands *bands, page_row *row, const page_row *below)
{
    size_t first = row->count > 0 && row->pieces[0].start < bands->items[0].end;
    size_t front = below->count > 0 && below->pieces[0].start < bands->items[0].end;
    size_t years = row->count - first, runs = 0, starts[PIECES_MAX];
    if (below->count - front + 1 != bands->count) return false;
    int before = 13;
    for (size_t k = front; k < below->count; k++) {
        int part = part_of_year(below->pieces[k].text);
        if (part == 0) return false;
        if (part <= before) starts[runs++] = k - front + 1;
        before = part;
    }
    if (runs != years) return false;
    for (size_t i = 0; i < years; i++) {
        size_t last = i + 1 < years ? starts[i + 1] - 1 : bands->count - 1;
        row->pieces[first + i].start = bands->items[starts[i]].start;
        row->pieces[first + i].end = bands->items[last].end;
    }
    return true;
}

// Times over shorter times: years over the months or quarters under them, however many each has.
// A column belongs to the nearest of them, where those below do not tell.
void bs_page__stretch_times(const page_bands *bands, page_row *row, const page_row *below)
{
    size_t first = row->count > 0 && row->pieces[0].start < bands->items[0].end;
    if (row->count - first < 2 || row->count - first >= bands->count - 1) return;
    if (!are_times(row, first)) return;
    if (below != NULL && stretch_to_runs(bands, row, below)) return;
    page_row wide = *row;
    for (size_t k = 1; k < bands->count; k++) {
        const page_band *band = &bands->items[k];
        stretch(&wide.pieces[nearest_piece(row, first, band)], band->start, band->end);
    }
    *row = wide;
}

// The column that a piece stands over: the first one that it overlaps, else the nearest.
static size_t column_under(const page_bands *bands, const page_piece *piece)
{
    size_t nearest = 0, best = SIZE_MAX;
    for (size_t k = 0; k < bands->count; k++) {
        const page_band *band = &bands->items[k];
        size_t away = piece->end <= band->start   ? (size_t)(band->start - piece->end) + 1
                      : piece->start >= band->end ? (size_t)(piece->start - band->end) + 1
                                                  : 0;
        if (away < best) best = away, nearest = k;
    }
    return nearest;
}

// Columns with the heads right over them, and which have one.
typedef struct headed_columns {
    page_bands bands;
    bool headed[PIECES_MAX];
} headed_columns;

static void take_heads(headed_columns *out, const page_bands *bands, const page_row *below)
{
    bool each = below->count + 1 >= bands->count && below->count <= bands->count;
    *out = (headed_columns){.bands = *bands};
    for (size_t i = 0; i < below->count; i++) {
        const page_piece *piece = &below->pieces[i];
        size_t k = each ? i + bands->count - below->count : column_under(bands, piece);
        page_band *band = &out->bands.items[k];
        if (piece->start < band->start) band->start = piece->start;
        if (piece->end > band->end) band->end = piece->end;
        out->headed[k] = true;
    }
}

// Whether a head may stand over the columns from `from` to `to`: over several only where each of
// them has a head of its own below.
static bool may_span(const headed_columns *columns, size_t from, size_t to)
{
    for (size_t k = from; from < to && k <= to; k++) {
        if (!columns->headed[k]) return false;
    }
    return true;
}

void bs_page__stretch_to_centres(const page_bands *bands, page_row *row, const page_row *below)
{
    enum { OFF_MAX = 2, HEADS_MAX = 12, COLUMNS_MAX = 24 };
    size_t first = row->count > 0 && row->pieces[0].start < bands->items[0].end;
    size_t pieces = row->count - first, columns = bands->count - 1;
    if (pieces < 2 || pieces >= columns || pieces > HEADS_MAX || columns > COLUMNS_MAX) return;
    headed_columns headed;
    take_heads(&headed, bands, below);
    size_t bare = 0; // the first columns may have a head below and none here
    while (bare < columns && headed.headed[bare + 1])
        bare++;
    group_cost costs[HEADS_MAX + 1][COLUMNS_MAX + 1];
    for (size_t i = 0; i <= pieces; i++) {
        for (size_t end = 0; end <= columns; end++) {
            group_cost best = {i == 0 && end <= bare ? 0 : INT_MAX, 0};
            for (size_t width = 1; i > 0 && width <= end; width++) {
                int before = costs[i - 1][end - width].cost;
                size_t from = end - width + 1;
                int own = off_group(&row->pieces[first + i - 1], &headed.bands, from, end);
                bool none = before == INT_MAX || own > OFF_MAX || !may_span(&headed, from, end);
                if (none || before + own >= best.cost) continue;
                best = (group_cost){before + own, width};
            }
            costs[i][end] = best;
        }
    }
    if (costs[pieces][columns].cost == INT_MAX) return;
    for (size_t i = pieces, end = columns; i > 0; i--) {
        size_t from = end - costs[i][end].width + 1;
        stretch(&row->pieces[first + i - 1], bands->items[from].start, bands->items[end].end);
        end = from - 1;
    }
}

bool bs_page__stretch_to_gaps(const page_bands *bands, page_row *row, const page_row *below)
{
    bool headed[PIECES_MAX] = {false};
    size_t columns[PIECES_MAX], open = 0;
    size_t first = row->count > 0 && row->pieces[0].start < bands->items[0].end;
    size_t pieces = row->count - first;
    if (pieces < 2 || pieces + 1 >= bands->count || below->count >= bands->count) return false;
    for (size_t i = 0; i < below->count; i++)
        headed[column_under(bands, &below->pieces[i])] = true;
    for (size_t k = 1; k < bands->count; k++)
        open += !headed[k];
    if (open != pieces) return false;
    for (size_t i = 0; i < pieces; i++) {
        columns[i] = column_under(bands, &row->pieces[first + i]);
        if (headed[columns[i]] || (i > 0 && columns[i] <= columns[i - 1])) return false;
    }
    for (size_t i = 0; i < pieces; i++) {
        size_t last = i + 1 < pieces ? columns[i + 1] - 1 : bands->count - 1;
        stretch(&row->pieces[first + i], bands->items[columns[i]].start, bands->items[last].end);
    }
    return true;
}

// Does the text of head `at` stand among those from `from` up to it?
static bool stands_before(const page_row *row, size_t from, size_t at)
{
    for (size_t i = from; i < at; i++) {
        if (bs_str_equal(row->pieces[i].text, row->pieces[at].text)) return true;
    }
    return false;
}

// "8월 | 1~8월 | 연간 | 7월 | 8월 | 1~8월" below "2024 | 2025": do the heads stand better in the
// middle of as many columns each than over what begins again? `starts`: where each group would
// begin.
static bool are_even(const page_row *row, size_t first, const page_row *below, size_t front,
                     const size_t *starts)
{
    enum { BETTER_MIN = 3 };
    size_t pieces = row->count - first, heads = below->count - front;
    int even = 0, own = 0;
    if (heads % pieces != 0) return false;
    for (size_t i = 0; i < pieces; i++) {
        const page_piece *piece = &row->pieces[first + i], *under = &below->pieces[front];
        size_t each = heads / pieces, last = i + 1 < pieces ? starts[i + 1] - 1 : heads - 1;
        int middle = middle_of(piece->start, piece->end);
        even += abs(middle - middle_of(under[i * each].start, under[(i + 1) * each - 1].end));
        own += abs(middle - middle_of(under[starts[i]].start, under[last].end));
    }
    return even + BETTER_MIN <= own;
}

bool bs_page__stretch_to_repeats(const page_bands *bands, page_row *row, const page_row *below)
{
    size_t starts[PIECES_MAX], columns[PIECES_MAX], groups = 0;
    size_t first = row->count > 0 && row->pieces[0].start < bands->items[0].end;
    size_t pieces = row->count - first;
    size_t front = below->count > 0 && below->pieces[0].start < bands->items[0].end;
    size_t heads = below->count - front;
    if (pieces < 2 || heads < pieces || heads >= bands->count) return false;
    for (size_t i = 0; i < heads; i++) {
        const page_piece *piece = &below->pieces[front + i];
        columns[i] = heads + 1 == bands->count ? i + 1 : column_under(bands, piece);
        if (i > 0 && columns[i] <= columns[i - 1]) return false;
        if (i == 0 ||
            stands_before(below, front + (groups > 0 ? starts[groups - 1] : 0), front + i))
            starts[groups++] = i;
    }
    if (groups != pieces || groups == heads) return false;
    if (are_even(row, first, below, front, starts)) return false;
    for (size_t i = 0; i < pieces; i++) {
        const page_piece *piece = &row->pieces[first + i];
        size_t last = i + 1 < groups ? starts[i + 1] - 1 : heads - 1;
        int centre = middle_of(piece->start, piece->end);
        if (centre < below->pieces[front + starts[i]].start) return false;
        if (centre > below->pieces[front + last].end) return false;
    }
    for (size_t i = 0; i < pieces; i++) {
        size_t last = i + 1 < groups ? starts[i + 1] - 1 : heads - 1;
        page_piece *piece = &row->pieces[first + i];
        size_t from = columns[starts[i]], to = columns[last];
        // "Full | Empty | Full | Empty | Total": one more than the group before, by where it
        // stands.
        bool longer = i + 1 == groups && last - starts[i] == starts[1] - starts[0];
        if (longer && off_centre(piece, bands, from, to - 1) < off_centre(piece, bands, from, to))
            to--;
        bool front_alone = i == 0 && groups == 2 && starts[1] == heads - starts[1] + 1;
        if (front_alone &&
            off_centre(piece, bands, from + 1, to) < off_centre(piece, bands, from, to))
            from++;
        piece->start = bands->items[from].start;
        piece->end = bands->items[to].end;
    }
    return true;
}

bool bs_page__stretch_to_bars(const page_bands *bands, page_row *row)
{
    bool any = false;
    for (size_t i = 0; i < row->bar_count; i++) {
        bool last = i + 1 == row->bar_count;
        uint16_t from = row->bars[i];
        uint16_t to = last ? bands->items[bands->count - 1].end : row->bars[i + 1];
        size_t inside = 0, only = 0;
        for (size_t k = 0; k < row->count; k++) {
            if (row->pieces[k].start < from || row->pieces[k].start >= to) continue;
            inside++;
            only = k;
        }
        if (inside != 1 || from >= to) continue;
        stretch(&row->pieces[only], from, last ? to : (uint16_t)(to - 1));
        any = true;
    }
    return any;
}
