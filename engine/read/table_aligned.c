// SPDX-License-Identifier: GPL-3.0-or-later
// Tables whose cells stand under each other, with two blanks or more (or a dot leader) between
// them.
//
// Every line is cut into pieces at wide gaps; the columns of the table are the bands of the page
// that the pieces of its data rows cover together; a piece belongs to the bands that it overlaps,
// so that a heading over several columns spans them. Wide characters take two columns of the page.
#include "engine/read/table_page.h"

enum { ROWS_MIN = 3, LABEL_WIDTH_MAX = 72 };
// Rows without figures that a blank line may separate from the data, and as many where the last of
// them has a head for each column of figures.
enum { HEADERS_MAX = 2, FULL_HEADERS_MAX = 7 };
enum { LABELS_MAX = 3 }; // lines of one piece in a row that a table may have

// --- where the table ends ---

static bool has_figures(const page_row *row)
{
    for (size_t i = 1; i < row->count; i++) {
        if (row->pieces[i].numeric) return true;
    }
    return false;
}

// A line that cannot be inside a table, however it looks.
static bool is_other(const bs_line *line)
{
    bs_str title;
    if ((line->flags & (BS_LINE_TAB | BS_LINE_LEAD_TAB)) != 0) return true;
    if (bs_line__is_hash_heading(line) || bs_line__is_url(line->text)) return true;
    return bs_marker__is_note(line->text) || bs_marker__is_unit(line->text) ||
           bs_marker__caption(line->text, &title) ||
           bs_marker__read(line->text).kind == BS_MARKER_NOTE;
}

typedef struct page_extent {
    uint32_t end;       // behind the last row
    uint32_t rows;      // with two pieces or more
    uint32_t data;      // of them, with figures
    uint32_t solid;     // of those, with figures that are no times
    uint32_t even;      // of them, with as many pieces as the first
    uint32_t level;     // of the solid ones, with as many pieces as the first of them
    size_t width;       // pieces of the first
    size_t solid_width; // of the first that is solid
    size_t widest;      // of the solid ones
    uint32_t whole;     // of the solid ones, with as many pieces as the widest
    size_t pieces;
    size_t last;   // pieces of the last row
    uint32_t unit; // index of a line of units inside the heading; 0 for none
    bool bare;     // the last row has no label but that of the line above it
    bool pages;    // every figure can be the page of a table of contents
} page_extent;

// "Foreword ....... 3", "1.2  Regional differences ....... 21", "Annex A  Method ....... 58".
static bool is_page_row(const page_row *row)
{
    static const bs_str parts[] = {BS_STR_INIT("Annex"), BS_STR_INIT("Appendix"),
                                   BS_STR_INIT("Chapter"), BS_STR_INIT("Part"),
                                   BS_STR_INIT("Section")};
    bool numbered = row->count == 3 && bs_line__is_numeric(row->pieces[0].text);
    for (size_t i = 0; i < BS_COUNT(parts) && row->count == 3; i++)
        numbered |= bs_str_starts(row->pieces[0].text, parts[i]);
    if (!row->leader || (row->count != 2 && !numbered)) return false;
    bs_str text = row->pieces[row->count - 1].text;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') return false;
    }
    return text.len <= 4;
}

// A table of contents ends where rows behind a blank line hold figures that are no pages.
static bool goes_on(const page_extent *so_far, const page_row *row)
{
    bool contents = so_far->pages && so_far->data > 0;
    return !contents || !has_figures(row) || is_page_row(row);
}

// A line of one piece begins a table only as a heading over its later columns.
enum { SPANNER_INDENT_MIN = 12 };

// A single piece goes on with the table when it is the label of a group; among heads it may be an
// abbreviation over a later column, "12-mos.".
static bool is_label(const bs_text_reader *reader, uint32_t at, const page_row *row, bool heads)
{
    bool over = heads && row->pieces[0].start >= SPANNER_INDENT_MIN;
    if (!over && bs_line__is_sentence(row->pieces[0].text)) return false;
    if (bs_line__is_wider(row->pieces[0].text, LABEL_WIDTH_MAX)) return false;
    if (at + 1 >= reader->line_count) return false;
    return reader->lines[at + 1].text.len > 0 || over; // heads may have a blank line below
}

// "(in thousands, except per share)" between the heading and the first row of data.
static bool is_unit_in_heading(const bs_text_reader *reader, uint32_t at, const page_extent *so_far)
{
    bool within = so_far->rows > 0 && so_far->solid == 0 && so_far->unit == 0;
    return within && bs_marker__is_unit(reader->lines[at].text) && at + 1 < reader->line_count &&
           reader->lines[at + 1].text.len > 0;
}

// A title behind a blank line with a row of heads below it: the next table.
static bool heads_below(const bs_text_reader *reader, uint32_t at)
{
    page_row below;
    if (at + 1 >= reader->line_count || reader->lines[at + 1].text.len == 0) return false;
    return bs_page__cut(&reader->lines[at + 1], &below) && below.count > 1 &&
           !bs_page__is_data(&below);
}

// "2026 年  比上年同期  2026 年  比上年同期" straight under rows of data: other heads, with a time
// among them and no label in front, begin the next table.
static bool begins_next(const page_extent *so_far, const page_row *row, size_t label_end)
{
    if (so_far->solid < 2 || row->count < 2 || row->pieces[0].start < SPANNER_INDENT_MIN)
        return false;
    bool same = row->count == so_far->width || row->count + 1 == so_far->width;
    if (same || row->pieces[0].start <= label_end || bs_page__is_data(row)) return false;
    size_t times = 0;
    for (size_t i = 0; i < row->count; i++) {
        bool time = bs_line__is_period(row->pieces[i].text);
        if (row->pieces[i].numeric && !time) return false;
        times += time;
    }
    return times > 0;
}

static void measure(const bs_text_reader *reader, uint32_t at, page_extent *out, page_row *row)
{
    *out = (page_extent){.end = at, .pages = true};
    size_t label_end = 0; // of the last row of data
    bool label = false;   // the line before is one alone
    for (uint32_t i = at, blanks = 0, singles = 0; i < reader->line_count; i++) {
        const bs_line *line = &reader->lines[i];
        if (line->text.len == 0) {
            if (++blanks > 1) return;
            continue;
        }
        if (i > at && bs_table__frames_bars(reader, i)) return;
        if (bs_line__is_decoration(line->text)) continue;
        if (is_unit_in_heading(reader, i, out)) {
            out->unit = i;
            continue;
        }
        if (is_other(line) || !bs_page__cut(line, row)) return;
        if (out->rows > 0 && line->raw.ptr[0] == '\f') return; // of the next page
        bool single = row->count < 2;
        if (begins_next(out, row, label_end)) return;
        singles = single ? singles + 1 : 0;
        if (blanks > 0 && out->solid > 0 && single && heads_below(reader, i)) return;
        if (singles > LABELS_MAX ||
            (single && !is_label(reader, i, row, out->rows > 0 && out->solid == 0)))
            return;
        if (blanks > 0 && out->data > 0 && !single && !bs_page__is_data(row)) return;
        if (blanks > 0 && !goes_on(out, row)) return;
        bool full =
            bs_page__is_data(row) && (row->count == out->last + 1 || row->count == out->last);
        uint32_t heads_max = full ? FULL_HEADERS_MAX : HEADERS_MAX;
        if (blanks > 0 && (out->rows == 0 || (out->data == 0 && out->rows > heads_max))) return;
        blanks = 0;
        out->pieces += row->count;
        if (single && out->bare) out->end = i + 1; // the rest of a name around its figures
        if (single) {
            label = true;
            continue;
        }
        out->bare = label && row->pieces[0].numeric && row->pieces[0].start > label_end;
        label = false;
        out->last = row->count;
        if (out->width == 0) out->width = row->count;
        out->rows++;
        out->even += row->count == out->width;
        out->data += has_figures(row);
        bool solid = bs_page__is_data(row);
        if (solid && !row->pieces[0].numeric) label_end = row->pieces[0].end;
        if (solid && out->solid == 0) out->solid_width = row->count;
        out->solid += solid;
        if (solid && row->count > out->widest) {
            out->widest = row->count;
            out->whole = 0;
        }
        out->whole += solid && row->count == out->widest;
        out->level += solid && row->count == out->solid_width;
        out->pages = out->pages && (!has_figures(row) || is_page_row(row));
        out->end = i + 1;
    }
}

// --- columns ---

// The places of the pieces of a row of heads.
static void take_places(const page_row *row, page_bands *out)
{
    out->count = row->count;
    for (size_t i = 0; i < row->count; i++)
        out->items[i] = (page_band){row->pieces[i].start, row->pieces[i].end};
}

// Bands of the page that data rows cover. A band ends where next to no row has anything; a label
// that touches a figure under the first head is cut there.
static void find_bands(const bs_text_reader *reader, uint32_t at, const page_extent *extent,
                       page_row *row, page_bands *out)
{
    uint32_t cover[LINE_WIDTH_MAX + 1] = {0};
    bool figures = extent->data * 2 >= extent->rows, solid = extent->solid >= 2;
    // A label that touches what stands behind it lacks a piece: where most rows are whole, they
    // tell.
    bool whole = extent->whole >= ROWS_MIN && extent->whole * 3 >= extent->solid * 2;
    uint32_t rows = 0;
    page_bands heads = {.count = 0};
    for (uint32_t i = at; i < extent->end; i++) {
        const bs_line *line = &reader->lines[i];
        if (line->text.len == 0 || bs_line__is_decoration(line->text) || !bs_page__cut(line, row))
            continue;
        bool data = bs_page__is_data(row);
        if (!data && rows == 0 && row->count > 2) take_places(row, &heads);
        if (data && heads.count > 0) bs_page__split_label(&heads, row);
        if (row->count < 2 || (figures && !has_figures(row)) || (solid && !data)) continue;
        if (whole && row->count < extent->widest) continue;
        rows++;
        for (size_t k = 0; k < row->count; k++) {
            for (uint16_t col = row->pieces[k].start; col < row->pieces[k].end; col++)
                cover[col]++;
        }
    }
    uint32_t noise = rows / 16;
    out->count = 0;
    for (uint16_t col = 0; col < LINE_WIDTH_MAX && out->count < PIECES_MAX; col++) {
        if (cover[col] <= noise) continue;
        uint16_t start = col;
        while (col < LINE_WIDTH_MAX && cover[col] > noise)
            col++;
        out->items[out->count++] = (page_band){start, col};
    }
}

// Bands by the order of the pieces, where every row of data has as many: labels of one row may
// reach over the figures of another, and figures with one in brackets beside them over the next.
static void find_bands_in_order(const bs_text_reader *reader, uint32_t at,
                                const page_extent *extent, page_row *row, page_bands *out)
{
    out->count = 0;
    for (uint32_t i = at; i < extent->end; i++) {
        const bs_line *line = &reader->lines[i];
        if (line->text.len == 0 || bs_line__is_decoration(line->text) || !bs_page__cut(line, row))
            continue;
        if (extent->even < extent->rows && !bs_page__is_data(row)) continue;
        for (size_t k = 0; k < row->count && row->count > 1; k++) {
            page_band own = {row->pieces[k].start, row->pieces[k].end};
            if (out->count <= k) out->items[out->count++] = own;
            if (own.start < out->items[k].start) out->items[k].start = own.start;
            if (own.end > out->items[k].end) out->items[k].end = own.end;
        }
    }
    out->ordered = true;
    for (size_t k = 0; k + 1 < out->count; k++) {
        if (out->items[k].end > out->items[k + 1].start)
            out->items[k].end = out->items[k + 1].start;
    }
}

static size_t distance(const page_band *band, const page_piece *piece)
{
    if (piece->end <= band->start) return (size_t)(band->start - piece->end) + 1;
    if (piece->start >= band->end) return (size_t)(piece->start - band->end) + 1;
    return 0;
}

// The bands that a piece lies over; the nearest one when it lies over none.
static void place_piece(const page_bands *bands, const page_piece *piece, uint32_t *first,
                        uint32_t *last)
{
    size_t nearest = SIZE_MAX;
    for (uint32_t i = 0; i < bands->count; i++) {
        size_t away = distance(&bands->items[i], piece);
        if (away == 0 && nearest == 0) *last = i;
        if (away >= nearest) continue;
        nearest = away;
        *first = *last = i;
    }
}

// Times over all columns but that of the labels, or any heads where columns overlap.
static bool heads_all(const page_bands *bands, const page_row *row)
{
    if (row->pieces[0].start < bands->items[0].end) return false;
    if (bands->ordered) return true;
    for (size_t i = 0; i < row->count; i++) {
        if (!bs_line__is_period(row->pieces[i].text)) return false;
    }
    return true;
}

static int overlap(const page_band *band, const page_piece *piece)
{
    int start = piece->start > band->start ? piece->start : band->start;
    int end = piece->end < band->end ? piece->end : band->end;
    return end - start;
}

// A column that two heads touch is that of the one which stands over more of it.
static bool takes_over(const page_band *band, const page_piece *before, const page_piece *piece)
{
    return overlap(band, piece) > overlap(band, before);
}

// Adds the cells of one line. Pieces that fall on the same column are one cell.
static bs_status add_row(bs_text_reader *reader, bs_grid *grid, const page_bands *bands,
                         const page_row *row, uint32_t number)
{
    bs_cell open = {0};
    for (size_t i = 0; i < row->count; i++) {
        uint32_t first = (uint32_t)i, last = (uint32_t)i; // a row without gaps has one in each
        if (row->count + 1 == bands->count && heads_all(bands, row)) {
            first = last = (uint32_t)i + 1;
        } else if (row->count != bands->count) {
            place_piece(bands, &row->pieces[i], &first, &last);
        }
        uint32_t open_end = open.col + open.col_span;
        if (i > 0 && first + 1 == open_end && open.col_span > 1 &&
            takes_over(&bands->items[first], &row->pieces[i - 1], &row->pieces[i])) {
            open.col_span--;
            open_end--;
        }
        if (first < open_end && last >= open_end) first = open_end;
        if (i > 0 && first < open_end) {
            open.text = bs_line__join(open.text, row->pieces[i].text);
            if (last >= open_end) open.col_span = (uint16_t)(last + 1 - open.col);
            continue;
        }
        if (i > 0) BS_TRY(bs_table__add(reader, grid, open));
        open = (bs_cell){.text = row->pieces[i].text, .row = number, .col = first};
        open.col_span = (uint16_t)(last + 1 - first);
        open.indent = row->pieces[i].start;
    }
    return row->count > 0 ? bs_table__add(reader, grid, open) : BS_OK;
}

// A line of units inside the heading is a title over all columns.
static bs_status add_unit(bs_text_reader *reader, bs_grid *grid, const page_bands *bands,
                          const bs_cell *place)
{
    bs_cell cell = *place;
    cell.col_span = (uint16_t)bands->count;
    return bs_table__add(reader, grid, cell);
}

// Is the line that follows one of data?
static bool ends_heads(const bs_text_reader *reader, uint32_t at)
{
    page_row below;
    while (at + 1 < reader->line_count && (reader->lines[at + 1].text.len == 0 ||
                                           bs_line__is_decoration(reader->lines[at + 1].text)))
        at++;
    if (at + 1 >= reader->line_count || !bs_page__cut(&reader->lines[at + 1], &below)) return true;
    return bs_page__is_data(&below);
}

// Does a row of heads, one for each column, follow line `at`?
static bool is_headed(const bs_text_reader *reader, uint32_t at, const page_bands *bands,
                      page_row *out)
{
    if (at + 1 >= reader->line_count || reader->lines[at + 1].text.len == 0) return false;
    if (!bs_page__cut(&reader->lines[at + 1], out) || bs_page__is_data(out)) return false;
    return out->count == bands->count || out->count + 1 == bands->count;
}

// The heads in the line below line `at`; false where none or data stand there.
static bool heads_under(const bs_text_reader *reader, uint32_t at, const page_bands *bands,
                        page_row *out)
{
    if (at + 1 >= reader->line_count || reader->lines[at + 1].text.len == 0) return false;
    if (!bs_page__cut(&reader->lines[at + 1], out) || bs_page__is_data(out)) return false;
    bs_page__part_times(bands, out);
    return true;
}

static bs_status add_rows(bs_text_reader *reader, bs_grid *grid, const page_bands *bands,
                          uint32_t unit, page_row *row)
{
    uint32_t number = 0;
    bool header = true;
    for (uint32_t i = grid->first; i < grid->next; i++) {
        const bs_line *line = &reader->lines[i];
        if (line->text.len == 0 || bs_line__is_decoration(line->text) || !bs_page__cut(line, row))
            continue;
        if (unit > 0 && i == unit) {
            bs_cell place = {.text = line->text, .row = number++};
            BS_TRY(add_unit(reader, grid, bands, &place));
            continue;
        }
        for (size_t k = 0; k < row->count; k++)
            row->pieces[k].text = bs_html__trim(row->pieces[k].text);
        header = header && !bs_page__is_data(row);
        if (header) bs_page__part_times(bands, row);
        if (!header) bs_page__split_label(bands, row);
        page_row below, heads;
        bool over = header && heads_under(reader, i, bands, &below);
        bool open = over && (bs_page__stretch_to_bars(bands, row) ||
                             bs_page__stretch_to_gaps(bands, row, &below) ||
                             bs_page__stretch_to_repeats(bands, row, &below));
        if (open) {
            BS_TRY(add_row(reader, grid, bands, row, number++));
            continue;
        }
        if (header && !bs_page__stretch_to_rule(reader, i, row)) {
            bool headed = is_headed(reader, i, bands, &heads);
            bs_page__stretch_to_groups(bands, row, headed ? &heads : NULL);
            if (over && !headed) bs_page__stretch_to_centres(bands, row, &below);
        }
        if (header && !ends_heads(reader, i))
            bs_page__stretch_times(bands, row, over ? &below : NULL);
        BS_TRY(add_row(reader, grid, bands, row, number++));
    }
    return BS_OK;
}

// At least one column behind the first has to consist of figures; a table in words alone has to be
// quite regular.
static bool is_table(const page_extent *extent, const page_bands *bands)
{
    if (extent->rows < ROWS_MIN || bands->count < 2 || extent->pages) return false;
    bool level = extent->solid >= 2 && extent->level == extent->solid && bands->count > 3 &&
                 extent->solid_width == bands->count && extent->solid * 3 >= extent->rows;
    if (extent->data * 2 >= extent->rows || level) return true;
    return extent->even == extent->rows && bands->count > 2;
}

static bool may_begin(const bs_text_reader *reader, uint32_t at)
{
    const bs_line *line = &reader->lines[at];
    if ((line->flags & BS_LINE_GAP) != 0) return true;
    return line->indent >= SPANNER_INDENT_MIN && at + 1 < reader->line_count &&
           (reader->lines[at + 1].flags & BS_LINE_GAP) != 0;
}

static bool is_spanner(const bs_line *line, page_row *row, const page_bands *bands)
{
    return bs_page__cut(line, row) &&
           (row->count > 1 || row->pieces[0].start >= bands->items[0].end);
}

// "Revenue            (unit: thousand yen, %)": a title and the unit of what stands below.
static bool is_title_with_unit(const bs_line *line, page_row *row)
{
    if (!bs_page__cut(line, row) || row->count != 2) return false;
    bs_str aside = row->pieces[1].text;
    return bs_marker__is_unit(aside) ||
           (bs_marker__is_parenthesised(aside) && !row->pieces[1].numeric);
}

// "Energy supply and use, 2022                    Terajoules": a title and what stands at the end
// of its line, apart from the heads of the columns.
static bool is_title_apart(const bs_text_reader *reader, uint32_t at, page_row *row)
{
    page_row below;
    if (!bs_page__cut(&reader->lines[at], row) || row->count != 2) return false;
    if (row->pieces[1].numeric || bs_line__is_period(row->pieces[1].text)) return false;
    if (at + 2 >= reader->line_count || reader->lines[at + 1].text.len > 0) return false;
    bool heads = bs_page__cut(&reader->lines[at + 2], &below) && below.count > 2;
    if (!heads || bs_page__is_data(&below)) return false;
    const page_piece *title = &row->pieces[0], *last = &below.pieces[below.count - 1];
    bool flush = row->pieces[1].end >= last->start; // it reaches the last column
    bool words = memchr(title->text.ptr, ' ', title->text.len) != NULL;
    return flush && words && title->start < SPANNER_INDENT_MIN;
}

// "各年10月1日現在" at the right end above a table: of which day it is, and no head.
static bool is_day_apart(const bs_line *line, page_row *row)
{
    static const bs_str ends[] = {BS_STR_INIT("現在"), BS_STR_INIT("现在"), BS_STR_INIT("현재")};
    if (line->indent < SPANNER_INDENT_MIN || !bs_page__cut(line, row) || row->count != 1)
        return false;
    for (size_t i = 0; i < BS_COUNT(ends); i++) {
        if (bs_str_ends(line->text, ends[i])) return true;
    }
    return false;
}

// Do the pieces of all rows of data go one to each column, although the columns overlap, or do not
// quite stand under each other?
static bool is_in_order(const page_extent *extent, const page_bands *bands)
{
    bool headed = extent->even == extent->rows && extent->data + 1 == extent->rows;
    if (headed && bands->count > extent->width) return true;
    bool rows = bands->count < extent->width && extent->even == extent->rows &&
                extent->data + 1 >= extent->rows;
    bool data = bands->count < extent->solid_width && extent->level == extent->solid &&
                extent->solid >= (extent->solid_width > 3 ? 2 : ROWS_MIN) &&
                extent->solid_width > 2;
    return rows || data;
}

bs_status bs_table__scan_aligned(bs_text_reader *reader, uint32_t at, bs_grid *out, bool *found)
{
    const bs_line *line = &reader->lines[at];
    if (at < reader->notes.aligned_failed_until || !may_begin(reader, at)) return BS_OK;
    if (is_other(line) || bs_line__is_decoration(line->text)) return BS_OK;
    page_row row;
    page_bands bands = {.count = 0};
    page_extent extent;
    if (is_title_with_unit(line, &row) || is_title_apart(reader, at, &row)) return BS_OK;
    if (is_day_apart(line, &row)) return BS_OK;
    measure(reader, at, &extent, &row);
    if (extent.rows >= ROWS_MIN) find_bands(reader, at, &extent, &row, &bands);
    if (is_in_order(&extent, &bands)) find_bands_in_order(reader, at, &extent, &row, &bands);
    if (!is_table(&extent, &bands)) {
        reader->notes.aligned_failed_until = extent.end > at ? extent.end : at + 1;
        return BS_OK;
    }
    if (!is_spanner(line, &row, &bands)) return BS_OK;
    BS_TRY(bs_table__reserve(reader, out, extent.pieces));
    out->next = extent.end;
    BS_TRY(add_rows(reader, out, &bands, extent.unit, &row));
    *found = true;
    return BS_OK;
}
