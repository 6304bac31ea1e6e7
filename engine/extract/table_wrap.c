// SPDX-License-Identifier: GPL-3.0-or-later
// Names of rows that are printed over several lines, with the figures in the last of them or in the
// first.
#include "engine/base/utf8.h"
#include "engine/extract/table_internal.h"
#include "engine/extract/words.h"

enum { LINES_MAX = 3 };

// Is a row one of words in one cell and nothing else?
static bool is_alone(const bs__grid *grid, uint32_t row, uint32_t col)
{
    if (row >= grid->row_count || grid->rows[row].header || grid->rows[row].data) return false;
    for (uint32_t other = 0; other < grid->col_count; other++) {
        const bs_cell *cell = bs__grid_at(grid, row, other);
        bool own = cell != NULL && cell->text.len > 0 && cell->col == other;
        if (own != (other == col)) return false;
    }
    return true;
}

static bool is_same_table(const bs__grid *grid, uint32_t a, uint32_t b)
{
    return b < grid->row_count && grid->rows[a].table == grid->rows[b].table;
}

// A small Latin letter at its beginning; "of which" begins a part.
static bool goes_on_small(bs_str text)
{
    static const char parts[] =
        "of which|of that|thereof|of these|o/w|incl|excl|less|plus|minus|e-";
    bool small = text.len > 1 && text.ptr[0] >= 'a' && text.ptr[0] <= 'z' &&
                 ((text.ptr[1] >= 'a' && text.ptr[1] <= 'z') || text.ptr[1] == ' ');
    return small && !bs_list_starts(text, parts);
}

static bool begins_large(bs_str text)
{
    return text.len > 0 && text.ptr[0] >= 'A' && text.ptr[0] <= 'Z' && !bs_list_ends(text, ":");
}

static bool has_small_sister(const bs__grid *grid, uint32_t row, uint32_t col)
{
    if (!is_same_table(grid, row, row + 1) || !grid->rows[row + 1].data) return false;
    const bs_cell *own = bs__grid_at(grid, row, col), *next = bs__grid_at(grid, row + 1, col);
    return next != NULL && own->indent == next->indent && goes_on_small(bs_str_trim(next->text));
}

// Does a label go on in that of the next row, "Natural gas price at" over "Henry Hub", "Coal
// production" over "(million tons)", "Purchase of transport" over "vehicles"?
static bool is_wrapped(const bs__grid *grid, uint32_t row, uint32_t col, bs_str label)
{
    static const char ends[] =
        " and| of| the| for| in| to| with| at| by| per| on| or|,|-| from| as|"
        " than| under| over| between| not| except| including| excluding| &|/";
    bs_str next = bs_str_trim(bs__grid_text(grid, row, col));
    bool bracket =
        next.len > 2 && next.ptr[0] == '(' && !(next.ptr[1] >= '0' && next.ptr[1] <= '9');
    bool third = row > 1 && goes_on_small(label) && is_alone(grid, row - 2, col);
    bool small =
        (begins_large(label) || third) && goes_on_small(next) && !has_small_sister(grid, row, col);
    return label.len > 0 && (bracket || small || bs_list_ends(label, ends));
}

// Has a row figures and no name in front of them?
static bool is_bare(const bs__grid *grid, uint32_t row, uint32_t col)
{
    return row < grid->row_count && grid->rows[row].data && !grid->rows[row].header &&
           bs_str_trim(bs__grid_text(grid, row, col)).len == 0;
}

// "재산소득 및" over figures without a name, and "비경상소득" under them: the name of the row is
// printed around it. The heading of the rows below is followed by names that are set in.
static bool is_named_around(const bs__grid *grid, uint32_t row, uint32_t col)
{
    enum { LONG_BYTES = 24 };
    static const char joints[] =
        " 및|및| 등|·|ㆍ|、|和|及|与|的|の|び| and| or| of| the| for| in|,|-|/";
    bool around = row > 0 && is_bare(grid, row, col) && is_alone(grid, row - 1, col) &&
                  is_alone(grid, row + 1, col) && is_same_table(grid, row - 1, row + 1);
    if (!around || is_bare(grid, row + 2, col) || (row > 1 && is_bare(grid, row - 2, col)))
        return false;
    const bs_cell *below = bs__grid_at(grid, row + 1, col);
    const bs_cell *next = row + 2 < grid->row_count ? bs__grid_at(grid, row + 2, col) : NULL;
    if (next != NULL && next->indent > below->indent) return false;
    bs_str first = bs_str_trim(bs__grid_text(grid, row - 1, col)), last = bs_str_trim(below->text);
    bool filled =
        first.len >= LONG_BYTES && bs_rune_is_han(bs_utf8_decode_before(first, first.len).code);
    return bs_list_ends(first, joints) || bs_list_starts(last, "(|（") || goes_on_small(last) ||
           filled;
}

// Is a bracket that `text` opens not closed in it?
static bool leaves_open(bs_str text)
{
    int depth = 0;
    for (size_t at = 0; at < text.len;) {
        bs_rune rune = bs_utf8_decode(text, at);
        bool open = rune.code == '(' || rune.code == 0xFF08;
        depth += open - (rune.code == ')' || rune.code == 0xFF09);
        at += rune.len;
    }
    return depth == 1;
}

// "外汇(万" with its figures over "亿)": the row closes the bracket of the name above it.
static bool closes_bracket(const bs__grid *grid, uint32_t row, uint32_t col)
{
    if (row == 0 || !is_alone(grid, row, col) || !is_same_table(grid, row, row - 1)) return false;
    bs_str text = bs_str_trim(bs__grid_text(grid, row, col));
    bs_str above = bs_str_trim(bs__grid_text(grid, row - 1, col));
    return grid->rows[row - 1].data && bs_list_ends(text, ")|）") && leaves_open(above) &&
           !bs_str_has_any(text, "(|（");
}

bool bs__table_is_tail(const bs__grid *grid, uint32_t row, uint32_t col)
{
    if (row > 0 && is_named_around(grid, row - 1, col)) return true;
    if (closes_bracket(grid, row, col)) return true;
    uint32_t first = row;
    while (first > 0 && is_alone(grid, first, col) && row - first < LINES_MAX &&
           goes_on_small(bs_str_trim(bs__grid_text(grid, first, col))))
        first--;
    return first < row && is_same_table(grid, row, first) && grid->rows[first].data &&
           begins_large(bs_str_trim(bs__grid_text(grid, first, col)));
}

static bs_str join(bs_arena *arena, bs_str first, bs_str last)
{
    bool dash = bs_list_ends(first, "-") && first.len > 1 && first.ptr[first.len - 2] != ' ';
    bool han = leaves_open(first) && bs_rune_is_han(bs_utf8_decode(last, 0).code);
    bs_str whole = bs_arena_format(arena, "%.*s%s%.*s", BS_STR_ARG(first), dash || han ? "" : " ",
                                   BS_STR_ARG(last));
    return whole.ptr != NULL ? whole : last;
}

bs_str bs__table_whole_label(bs__table_job *job, uint32_t row, uint32_t col, uint32_t *lines)
{
    const bs__grid *grid = &job->grid;
    bs_str text = bs__grid_text(grid, row, col);
    *lines = 0;
    if (!grid->rows[row].data) return text;
    if (is_named_around(grid, row, col)) {
        *lines = 1;
        return join(job->job->arena, bs_str_trim(bs__grid_text(grid, row - 1, col)),
                    bs_str_trim(bs__grid_text(grid, row + 1, col)));
    }
    for (uint32_t at = row; at > 0 && *lines < LINES_MAX; at--, ++*lines) {
        bs_str above = bs_str_trim(bs__grid_text(grid, at - 1, col));
        bool alone = is_alone(grid, at - 1, col) && is_same_table(grid, row, at - 1);
        if (!alone || bs__table_is_tail(grid, at - 1, col) || !is_wrapped(grid, at, col, above))
            break;
        text = join(job->job->arena, above, text);
    }
    for (uint32_t at = row + 1; is_same_table(grid, row, at) && bs__table_is_tail(grid, at, col);
         at++)
        text = join(job->job->arena, text, bs_str_trim(bs__grid_text(grid, at, col)));
    return text;
}
